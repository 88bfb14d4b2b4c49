//! Which panels the window has, where they stand and how wide they are.

use egui::{CentralPanel, Frame, Panel, Ui};

use super::{App, Panels, Screen};
use crate::ui::bars::{self, status_bar_ui, top_bar_ui};
use crate::ui::board::board_ui;
use crate::ui::findings::bar::preview_bar_ui;
use crate::ui::findings::{self, FindingsState, findings_ui};
use crate::ui::inspector::{self, inspector_ui};
use crate::ui::side::{self, side_ui};
use crate::ui::theme;
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
        // Where the inspector is a sheet, the line of the findings lies below it.
        let narrow = theme::is_narrow(ui.ctx());
        if narrow {
            self.draw_findings(cx, &mut panels.findings, window, ui, actions);
        }
        if self.view.show_inspector {
            let draw = |ui: &mut Ui| inspector_ui(cx, &mut panels.inspector, ui, actions);
            if window.x >= SHEET_BELOW {
                Panel::right("inspector")
                    .default_size(inspector::WIDTH)
                    .size_range(inspector::WIDTHS)
                    .frame(bar(tokens.panel))
                    .show(ui, draw);
            } else if !cx.selection.moments.is_empty() || cx.selection.lane.is_some() {
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
        if !narrow {
            self.draw_findings(cx, &mut panels.findings, window, ui, actions);
        }
        CentralPanel::default().frame(bar(tokens.canvas)).show(ui, |ui| {
            let board = ui.available_rect_before_wrap();
            board_ui(cx, &mut panels.board, ui, actions);
            preview_bar_ui(cx, &mut panels.findings, board, ui, actions);
        });
    }
    fn draw_findings(&self, cx: &Cx<'_>, state: &mut FindingsState, window: egui::Vec2, ui: &mut Ui, actions: &mut Actions) {
        let current = self.view.current_finding.as_ref();
        let open = self.view.show_findings;
        let (panel, is_line) = findings::panel(state, open, window);
        panel.frame(Frame::NONE.fill(cx.tokens.panel)).show(ui, |ui| {
            if is_line {
                findings::findings_line_ui(cx, state, current, open, ui, actions);
            } else {
                // The panel keeps its height whatever it lists, so that the board does not move under the pointer.
                ui.set_min_height(ui.available_height());
                findings_ui(cx, state, current, ui, actions);
            }
        });
    }
}
