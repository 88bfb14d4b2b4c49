//! What the other button of the pointer offers on a cell.

use egui::{Response, Ui};

use super::frame::{Frame, Hit};
use super::keys;
use super::state::{Cell, TableState};
use crate::ui::bars;
use crate::ui::command::Command;
use crate::ui::icons::{self, Icon};
use crate::ui::kit::{context_menu, menu_row, opens_by_keys};
use crate::ui::view::{Action, Actions, Selection};
use crate::words::{hand, table_view as say, window};

/// Width of the menu, in points.
const WIDTH: f32 = 230.0;

/// Opens the menu on a press of the other button, and draws it. A row that is not selected is selected first, so that every row
/// of the menu means what it stands on.
pub(super) fn context(frame: &Frame<'_>, state: &mut TableState, grid: &Response, ui: &Ui, out: &mut Actions) {
    let pressed = grid.interact_pointer_pos().and_then(|at| frame.hit(at)).map(|hit| match hit {
        Hit::Tick(line) => (line, super::column::Column::Title),
        Hit::Cell(line, column) => (line, column),
    });
    // A key opens it at the cell.
    let cell = state.cell.and_then(|cell| Some(frame.cell_rect(state.line, frame.slot(cell.column)?)));
    let corner = cell.unwrap_or(grid.rect).intersect(grid.rect).left_bottom();
    let by_keys = state.cell.filter(|_| opens_by_keys(grid, corner)).map(|cell| (state.line, cell.column));
    let at = by_keys.or(pressed);
    if by_keys.is_some() || grid.secondary_clicked() {
        let Some((line, column)) = at else { return };
        if let Some(row) = frame.row(line) {
            let id = row.moment.id;
            let in_block =
                keys::block(frame, state).is_some_and(|block| block.lines.contains(&line) && block.columns.contains(&column));
            if !in_block {
                state.line = line;
                state.put(Cell { id, column });
            }
            if by_keys.is_none() {
                grid.request_focus();
            }
            let chosen = if state.chosen.has(id) {
                Selection { cursor: Some(id), ..frame.cx.selection.clone() }
            } else {
                Selection { cursor: Some(id), ..Selection::moment(id, row.lane.map(|lane| lane.id)) }
            };
            out.push(Action::Select(chosen));
        }
    }
    let cx = frame.cx;
    context_menu(grid).width(WIDTH).accessible_name(hand::more()).show(|menu| {
        menu.spacing_mut().item_spacing.y = 1.0;
        // What Enter does on a cell is said where it is offered; what it does on the board is none of its keys here.
        let edit = bars::keys(menu, Command::OpenMoment);
        if row(menu, icons::EDIT, window::menu_edit(), &edit) {
            if let Some(cell) = state.cell {
                super::edit::begin(frame, state, cell, out);
            }
            menu.close();
        }
        let keys_of = |menu: &Ui, command| bars::keys(menu, command);
        let copy = keys_of(menu, Command::Copy);
        if row(menu, icons::DUPLICATE, window::copy(), &copy) {
            keys::copy(frame, state, ui, out);
            menu.close();
        }
        let paste = keys_of(menu, Command::Paste);
        if row(menu, icons::PASTE, window::paste(), &paste) {
            state.wants_keyboard = true;
            menu.ctx().send_viewport_cmd(egui::ViewportCommand::RequestPaste);
            menu.close();
        }
        if state.corner.is_some() {
            let fill = keys_of(menu, Command::Duplicate);
            if row(menu, icons::TO_BOTTOM, say::fill_down(), &fill) {
                keys::fill_down(frame, state, out);
                menu.close();
            }
        }
        menu.separator();
        bars::row_without_keys(cx, menu, icons::SIDEBAR, Command::OpenMoment, out);
        if state.corner.is_none() {
            bars::command_row(cx, menu, icons::DUPLICATE, Command::Duplicate, out);
        }
        bars::command_row(cx, menu, icons::IDEA, Command::Park, out);
        menu.separator();
        bars::command_row(cx, menu, icons::DELETE, Command::Delete, out);
    });
}

/// A row with the keys that do the same; whether it was chosen.
fn row(ui: &mut Ui, icon: Icon, name: &str, keys: &str) -> bool {
    let response = menu_row(ui, Some(icon), name, keys, false);
    bars::tell_keys(&response, keys);
    response.clicked()
}
