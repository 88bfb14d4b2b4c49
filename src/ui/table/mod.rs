//! The table: a row for each moment, edited where it stands.

mod state;

use egui::Ui;

pub use self::state::TableState;
use super::view::{Actions, Cx};

/// Draws the table in the space that `ui` has.
pub fn table_ui(_cx: &Cx<'_>, _state: &mut TableState, _ui: &mut Ui, _out: &mut Actions) {}
