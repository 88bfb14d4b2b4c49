//! Keys as they are drawn on a keyboard.

use egui::{CornerRadius, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::ui::fonts;
use crate::ui::theme::{self, Tokens};

use super::paint;

/// Height of a cap, in points.
const HEIGHT: f32 = 18.0;

/// A cap with a key or several ("Ctrl+Z"). It says nothing to screen readers: whoever shows it names the keys.
pub fn key_cap(ui: &mut Ui, keys: &str) {
    let width = cap_width(ui, keys);
    let (rect, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    key_cap_at(ui.painter(), rect.center(), keys, theme::of(ui));
}

/// The same at a place; `center` is its middle.
pub fn key_cap_at(painter: &egui::Painter, center: Pos2, keys: &str, t: &Tokens) {
    let galley = paint::line(painter, fonts::META, keys, t.text_2);
    let rect = Rect::from_center_size(center, vec2(width_of(galley.size().x), HEIGHT));
    painter.rect(rect, CornerRadius::same(theme::R1), t.card, Stroke::new(theme::EDGE, t.line), StrokeKind::Inside);
    painter.galley(pos2(rect.center().x - galley.size().x / 2.0, rect.center().y - galley.size().y / 2.0), galley, t.text_2);
}

/// How wide that cap is, in points.
#[must_use]
pub fn cap_width(ui: &Ui, keys: &str) -> f32 {
    width_of(paint::line(ui.painter(), fonts::META, keys, theme::of(ui).text_2).size().x)
}

fn width_of(text: f32) -> f32 {
    (text + 10.0).max(HEIGHT)
}
