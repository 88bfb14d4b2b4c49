//! Which panels the window has, where they stand and how wide they are.

use std::collections::BTreeMap;

use egui::{CentralPanel, Frame, Panel, Ui};

use super::{App, Panels, Screen};
use crate::ui::bars::{self, status_bar_ui, top_bar_ui};
use crate::ui::board::board_ui;
use crate::ui::findings::{self, findings_ui};
use crate::ui::inspector::{self, inspector_ui};
use crate::ui::side::{self, side_ui};
use crate::ui::view::{Actions, Cx};
use crate::ui::welcome::welcome_ui;

/// In a window narrower than this the inspector is a sheet, in points.
const SHEET_BELOW: f32 = 1024.0;

/// Sizes of panels in points, as the user left them; zero where nobody touched an edge.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sizes {
    /// Width of the panel on the left.
    side: f32,
    /// Width of the inspector.
    inspector: f32,
    /// Height of the inspector as a sheet.
    sheet: f32,
    /// Height of the findings.
    findings: f32,
}

impl Sizes {
    const NAMES: [&'static str; 4] = ["side", "inspector", "sheet", "findings"];

    /// The sizes that preferences have.
    pub(super) fn of_prefs(sizes: &BTreeMap<String, f32>) -> Self {
        // A size that is no size (a broken file can hold anything) counts as none.
        let [side, inspector, sheet, findings] =
            Self::NAMES.map(|name| sizes.get(name).copied().filter(|size| size.is_finite()).unwrap_or_default());
        Self { side, inspector, sheet, findings }
    }

    /// Writes them into preferences.
    pub(super) fn remember_in(self, sizes: &mut BTreeMap<String, f32>) {
        let Self { side, inspector, sheet, findings } = self;
        for (name, size) in Self::NAMES.into_iter().zip([side, inspector, sheet, findings]) {
            // Whole points: a size that only differs behind the point is the same size.
            if size > 0.0 {
                sizes.insert(name.to_owned(), size.round());
            }
        }
    }
}

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
        CentralPanel::default().frame(bar(tokens.canvas)).show(ui, |ui| board_ui(cx, &mut panels.board, ui, actions));
    }
}
