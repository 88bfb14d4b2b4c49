//! Which panels the window has, where they stand and how wide they are.

use egui::{CentralPanel, Frame, Panel, Ui};

use super::{App, Panels, Screen, start};
use crate::ui::bars::{self, status_bar_ui, top_bar_ui};
use crate::ui::findings::{self, findings_ui};
use crate::ui::inspector;
use crate::ui::side::{self, side_ui};
use crate::ui::view::{Actions, Cx};
use crate::ui::welcome::welcome_ui;

/// In a window narrower than this the inspector is a sheet, in points.
const SHEET_BELOW: f32 = 1024.0;

impl App {
    pub(super) fn draw_panels(&self, cx: &Cx<'_>, panels: &mut Panels, ui: &mut Ui, actions: &mut Actions) {
        let tokens = cx.tokens;
        let bar = |fill| Frame::NONE.fill(fill);
        if self.view.screen == Screen::Welcome {
            CentralPanel::default().frame(bar(tokens.canvas)).show(ui, |ui| welcome_ui(cx, &mut panels.welcome, ui, actions));
            return;
        }
        let window = ui.available_size();
        Panel::top("top").exact_size(bars::TOP).frame(bar(tokens.panel)).show(ui, |ui| top_bar_ui(cx, ui, actions));
        Panel::bottom("status").exact_size(bars::STATUS).frame(bar(tokens.panel)).show(ui, |ui| {
            status_bar_ui(cx, &mut panels.bar, panels.board.zoom_label().as_str(), ui, actions);
        });
        if self.view.show_side && window.x >= SHEET_BELOW {
            Panel::left("side")
                .default_size(side::WIDTH)
                .size_range(side::WIDTHS)
                .frame(bar(tokens.panel))
                .show(ui, |ui| side_ui(cx, &mut panels.side, ui, actions));
        }
        let guide = panels.guide.is_on(cx.campaign);
        if self.view.show_inspector || guide {
            let draw = |ui: &mut Ui| start::right_ui(cx, panels, ui, actions);
            if window.x >= SHEET_BELOW {
                Panel::right("inspector")
                    .default_size(inspector::WIDTH)
                    .size_range(inspector::WIDTHS)
                    .frame(bar(tokens.panel))
                    .show(ui, draw);
            } else if guide || !cx.selection.moments.is_empty() || cx.selection.lane.is_some() {
                // Beside it a narrow window would have no room for the board: there it is a sheet over the lower part, and
                // only for a selection.
                Panel::bottom("inspector sheet")
                    .default_size((window.y * 0.42).min(340.0))
                    .size_range(160.0..=(window.y * 0.6).max(161.0))
                    .resizable(true)
                    .frame(bar(tokens.panel))
                    .show(ui, draw);
            }
        }
        if self.view.show_findings {
            Panel::bottom("findings")
                .default_size(findings::first_height(window.x))
                .size_range(*findings::HEIGHTS.start()..=findings::HEIGHTS.end().min(window.y * 0.5))
                .resizable(true)
                .frame(bar(tokens.panel))
                .show(ui, |ui| {
                    // The panel keeps its height whatever it lists, so that the board does not move under the pointer.
                    ui.set_min_height(ui.available_height());
                    findings_ui(cx, &mut panels.findings, self.view.current_finding.as_ref(), ui, actions);
                });
        }
        start::center_ui(cx, panels, ui, actions);
    }
}
