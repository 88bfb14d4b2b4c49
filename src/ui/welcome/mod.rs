//! The start page: recent plans, arcs to start from, and the two cases.

use egui::Ui;

use super::view::{Actions, Cx};

/// What the panel remembers.
#[derive(Debug, Default)]
pub struct WelcomeState {}

/// Draws it into what is left of `ui`.
pub fn welcome_ui(cx: &Cx<'_>, state: &mut WelcomeState, ui: &mut Ui, out: &mut Actions) {
    let _ = (cx, state, ui, out);
}
