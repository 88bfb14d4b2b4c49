//! The calendar: months or weeks, with the moments of all creators on their days.

mod state;

use egui::Ui;

pub use self::state::CalendarState;
use super::view::{Actions, Cx};

/// Draws the calendar in the space that `ui` has.
pub fn calendar_ui(_cx: &Cx<'_>, _state: &mut CalendarState, _ui: &mut Ui, _out: &mut Actions) {}
