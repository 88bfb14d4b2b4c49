//! The panel on the left: the brief, the creators, the ideas, and what can be added.

use egui::Ui;

use super::view::{Actions, Cx};

/// Width that the panel has at first, in points.
pub const WIDTH: f32 = 216.0;
/// Widths that it can have.
pub const WIDTHS: std::ops::RangeInclusive<f32> = 180.0..=320.0;

/// What the panel remembers.
#[derive(Debug, Default)]
pub struct SideState {}

/// Draws it into what is left of `ui`.
pub fn side_ui(cx: &Cx<'_>, state: &mut SideState, ui: &mut Ui, out: &mut Actions) {
    let _ = (cx, state, ui, out);
}
