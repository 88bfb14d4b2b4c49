//! What is said quietly at the lower edge of the board. It stays until something else is done: nobody has to read against
//! a clock, and nothing is drawn meanwhile.

use egui::{Align2, Area, Frame as Surround, Id, Label, Margin, Order, Stroke, Ui, pos2};

use super::frame::Frame;
use super::state::BoardState;
use crate::ui::fonts;
use crate::ui::theme::{self, EDGE, Lift, R4};

/// From the lower edge of the board.
const ABOVE: f32 = 16.0;
/// Widest text.
const WIDTH: f32 = 420.0;

impl BoardState {
    /// Says something quietly.
    pub fn say(&mut self, text: impl Into<String>) {
        self.notice = Some(text.into());
    }

    /// Something else is done now.
    pub fn hush(&mut self) {
        self.notice = None;
    }
}

/// Draws what is said, if anything is.
pub(super) fn show(frame: &Frame<'_>, state: &BoardState, ui: &Ui) {
    let Some(notice) = &state.notice else { return };
    let t = frame.t;
    let at = pos2(frame.content.center().x, frame.content.bottom() - ABOVE);
    let area = Area::new(Id::unique("board notice")).order(Order::Foreground).pivot(Align2::CENTER_BOTTOM).fixed_pos(at);
    area.show(ui.ctx(), |ui| {
        let surround = Surround::NONE
            .fill(t.card)
            .stroke(Stroke::new(EDGE, t.line))
            .corner_radius(R4)
            .shadow(theme::shadow(frame.theme, Lift::Pop))
            .inner_margin(Margin::symmetric(12, 6));
        surround.show(ui, |ui| {
            ui.set_max_width(WIDTH.min(frame.content.width() - 120.0).max(120.0));
            let said = ui.add(Label::new(fonts::BODY.rich(notice).color(t.text)).wrap());
            // Read aloud when it appears, without taking the focus from anywhere.
            ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
        });
    });
}
