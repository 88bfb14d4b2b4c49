//! What is said quietly at the lower edge of the view in front. It stays until something else is done: nobody has to read
//! against a clock, and nothing is drawn meanwhile.

use egui::{Align2, Area, Frame, Id, Label, Margin, Order, Rect, Stroke, Ui, pos2};

use super::fonts;
use super::theme::{self, EDGE, Lift, R4};

/// From the lower edge of the view.
const ABOVE: f32 = 16.0;
/// Widest text.
const WIDTH: f32 = 420.0;

/// What is said, if anything is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuietNotice(Option<String>);

impl QuietNotice {
    /// Says something quietly, in place of what was said before.
    pub fn say(&mut self, text: impl Into<String>) {
        self.0 = Some(text.into());
    }

    /// Something else is done now.
    pub fn hush(&mut self) {
        self.0 = None;
    }
}

/// Draws what is said over the part of a view where its content is.
pub fn notice_ui(notice: &QuietNotice, content: Rect, ui: &Ui) {
    let Some(text) = &notice.0 else { return };
    let t = theme::of(ui);
    let at = pos2(content.center().x, content.bottom() - ABOVE);
    let area = Area::new(Id::unique("quiet notice")).order(Order::Foreground).pivot(Align2::CENTER_BOTTOM).fixed_pos(at);
    area.show(ui.ctx(), |ui| {
        let surround = Frame::NONE
            .fill(t.card)
            .stroke(Stroke::new(EDGE, t.line))
            .corner_radius(R4)
            .shadow(theme::shadow(ui.theme(), Lift::Pop))
            .inner_margin(Margin::symmetric(12, 6));
        surround.show(ui, |ui| {
            ui.set_max_width(WIDTH.min(content.width() - 120.0).max(120.0));
            let said = ui.add(Label::new(fonts::BODY.rich(text).color(t.text)).wrap());
            // Read aloud when it appears, without taking the focus from anywhere.
            ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
        });
    });
}
