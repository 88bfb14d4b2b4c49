//! The keys of the cells: from cell to cell, into one, and what is done to a block of them.

use egui::{Event, EventFilter, FocusDirection, ImeEvent, Key, Modifiers, Response, Ui};

use super::block::{self, Block, NewRows, cells};
use super::column::Way;
use super::data::Lines;
use super::edit;
use super::frame::{Frame, ROW};
use super::state::{Cell, TableState, Wish, cells_id};
use crate::ui::kit::is_asked;
use crate::ui::view::{Action, Actions, Selection};
use crate::words::{hand, table_view as say};

/// The block of cells that is selected: at least the cell that has the keyboard.
pub(super) fn block(frame: &Frame<'_>, state: &TableState) -> Option<Block> {
    let cell = state.cell?;
    let corner = state.corner.unwrap_or(cell);
    let line = |cell: Cell| state.lines.find(frame.cx.campaign, cell.id, state.line);
    let (a, b) = (line(cell)?, line(corner).or(line(cell))?);
    let (left, right) = (frame.place(cell.column)?, frame.place(corner.column)?);
    let slots = frame.slots.get(left.min(right)..=left.max(right))?;
    Some(Block { lines: a.min(b)..=a.max(b), columns: slots.iter().map(|slot| slot.column).collect() })
}

/// Puts the keyboard on a cell, and tells the other views on which moment it is.
pub(super) fn put(frame: &Frame<'_>, state: &mut TableState, cell: Cell, extend: bool, out: &mut Actions) {
    let from = state.cell;
    if extend {
        state.corner = state.corner.or(from);
        state.cell = Some(cell);
        state.wishes.push(Wish::Cell);
        if state.corner == Some(cell) {
            state.corner = None;
        }
    } else {
        state.put(cell);
    }
    state.marked = None;
    let selection = frame.cx.selection;
    if state.corner.is_some_and(|corner| corner.id != cell.id) && selection.moments.len() > 1 {
        // What is done is done to the block now; rows that stay ticked beside it would be something else.
        out.push(Action::Select(Selection { cursor: Some(cell.id), lane: selection.lane, ..Selection::default() }));
        return;
    }
    if selection.cursor != Some(cell.id) {
        out.push(Action::Select(Selection { cursor: Some(cell.id), ..selection.clone() }));
    }
}

/// The line so many moments further on, heads left out; the last one there is where there are not so many.
fn line_by(lines: &Lines, from: usize, by: isize) -> usize {
    let step = by.signum();
    let mut at = from;
    for _ in 0..by.unsigned_abs() {
        match at.checked_add_signed(step).and_then(|next| lines.from(next, step)) {
            Some(next) => at = next,
            None => break,
        }
    }
    at
}

/// Goes so many rows and columns on from a line, as far as there are any. Beyond the last column is the first one of the next
/// row.
pub(super) fn go(frame: &Frame<'_>, state: &mut TableState, line: usize, (down, right): (isize, isize), out: &mut Actions) {
    let Some(cell) = state.cell else { return };
    let Some(place) = frame.place(cell.column) else { return };
    let last = frame.slots.len().saturating_sub(1);
    let (mut line, mut place) = (line_by(frame.lines, line, down), place);
    match place.checked_add_signed(right) {
        Some(to) if to <= last => place = to,
        beyond => {
            let next = line_by(frame.lines, line, right.signum());
            if next != line {
                line = next;
                place = if beyond.is_some() { 0 } else { last };
            }
        }
    }
    to(frame, state, line, place, false, out);
}

/// Puts the keyboard on a cell by its line and the place of its column.
fn to(frame: &Frame<'_>, state: &mut TableState, line: usize, place: usize, extend: bool, out: &mut Actions) {
    if let (Some(row), Some(slot)) = (frame.row(line), frame.slots.get(place)) {
        state.line = line;
        put(frame, state, Cell { id: row.moment.id, column: slot.column }, extend, out);
    }
}

/// An arrow that is pressed while nothing has the keyboard brings it to the row that is selected, else to the first one in sight:
/// whoever came by a key goes on by keys.
pub(super) fn come(frame: &Frame<'_>, state: &mut TableState, ui: &Ui) {
    let is_free = ui.memory(|memory| memory.focused().is_none()) && !is_asked(ui.ctx()) && !egui::Popup::is_any_open(ui.ctx());
    let arrows = [Key::ArrowDown, Key::ArrowUp, Key::ArrowLeft, Key::ArrowRight];
    // In this frame it does nothing else: a frame that is drawn twice would go on from there at once.
    let is_pressed = || ui.input_mut(|input| arrows.iter().any(|key| input.consume_key(Modifiers::NONE, *key)));
    if !is_free || state.ask.is_some() || !is_pressed() {
        return;
    }
    let first = || frame.lines.from(frame.seen().start, 1).and_then(|line| frame.row(line)).map(|row| row.moment.id);
    if let Some(id) = frame.cx.selection.primary().or_else(first) {
        state.focus(id);
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        ui.ctx().request_repaint();
    }
}

/// Takes what is pressed while a cell has the keyboard.
pub(super) fn take(frame: &Frame<'_>, state: &mut TableState, grid: &Response, ui: &Ui, out: &mut Actions) {
    if !grid.has_focus() || state.editing.is_some() || state.ask.is_some() || egui::Popup::is_any_open(ui.ctx()) {
        return;
    }
    if state.cell.is_none()
        && let Some(line) = frame.lines.from(frame.seen().start, 1)
    {
        to(frame, state, line, frame.place(super::column::Column::Title).unwrap_or(0), false, out);
    }
    let tab = !tab_leads_out(frame, state, ui);
    let filter = EventFilter { tab, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.ctx().memory_mut(|memory| memory.set_focus_lock_filter(grid.id, filter));
    for (at, event) in ui.input(|input| input.events.clone()).into_iter().enumerate() {
        match event {
            Event::Key { key, pressed: true, modifiers, .. } => press(frame, state, key, modifiers, ui, out),
            Event::Text(text) => type_in(frame, state, &text, out),
            Event::Ime(ImeEvent::Preedit { text, .. }) => state.composing = text,
            Event::Ime(ImeEvent::Commit(text)) => {
                state.composing.clear();
                type_in(frame, state, &text, out);
            }
            Event::Copy => copy(frame, state, ui, out),
            Event::Cut => {
                copy(frame, state, ui, out);
                clear(frame, state, out);
            }
            Event::Paste(text) => paste(frame, state, &text, out),
            _ => {}
        }
        if state.editing.is_some() {
            // Whatever follows is for the field, which has the keyboard with the next frame.
            state.late.hold_from(ui, at + 1);
            break;
        }
    }
    compose(frame, state, ui);
}

/// Whether Tab leads out of the table: beyond the last cell, and before the first one.
fn tab_leads_out(frame: &Frame<'_>, state: &TableState, ui: &Ui) -> bool {
    let at = state.cell.and_then(|cell| frame.place(cell.column));
    if ui.input(|input| input.modifiers.shift) {
        at == Some(0) && frame.lines.from(0, 1) == Some(state.line)
    } else {
        at == Some(frame.slots.len().saturating_sub(1)) && line_by(frame.lines, state.line, 1) == state.line
    }
}

/// Keeps the keyboard in the cells where a key would lead out of them although it leads from cell to cell. A frame in which they
/// have just got the keyboard has not been told yet that these keys are theirs.
pub(super) fn stay(frame: &Frame<'_>, state: &TableState, ui: &Ui) {
    let has_focus = ui.memory(|memory| memory.has_focus(cells_id()));
    if has_focus && state.cell.is_some() && state.editing.is_none() && !tab_leads_out(frame, state, ui) {
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
}

/// What is typed begins the writing in the cell that has the keyboard.
fn type_in(frame: &Frame<'_>, state: &mut TableState, text: &str, out: &mut Actions) {
    if let Some(cell) = state.cell.filter(|_| state.editing.is_none() && !text.trim().is_empty()) {
        edit::begin_with(frame, state, cell, text, out);
    }
}

/// Lets an input method work on the cell that has the keyboard. What it has on the way stays in the cell until it is decided:
/// handing the keyboard to a field in between would break it off.
fn compose(frame: &Frame<'_>, state: &mut TableState, ui: &Ui) {
    let slot = state.cell.filter(|_| state.editing.is_none()).and_then(|cell| frame.slot(cell.column));
    let writes = slot.filter(|slot| slot.column.way() != Way::Follows && frame.cx.locked().is_none());
    let Some(slot) = writes else {
        state.composing.clear();
        return;
    };
    let rect = frame.cell_rect(state.line, slot);
    let cursor_rect = rect.with_max_x(rect.left() + 1.0);
    ui.output_mut(|output| {
        let purpose = egui::IMEPurpose::Normal;
        output.ime = Some(egui::output::IMEOutput { purpose, rect, cursor_rect, should_interrupt_composition: false });
    });
}

fn press(frame: &Frame<'_>, state: &mut TableState, key: Key, modifiers: Modifiers, ui: &Ui, out: &mut Actions) {
    let Some((cell, place)) = state.cell.and_then(|cell| Some((cell, frame.place(cell.column)?))) else { return };
    if modifiers.alt || state.editing.is_some() {
        return;
    }
    let (extend, far, line) = (modifiers.shift, modifiers.command, state.line);
    let lines = frame.lines;
    let (first, last) = (lines.from(0, 1).unwrap_or(0), lines.from(lines.lines.len().saturating_sub(1), -1).unwrap_or(0));
    let (left, right) = (0, frame.slots.len().saturating_sub(1));
    let page = ((frame.body.height() / ROW).floor() as isize - 1).max(1);
    let target = match key {
        Key::ArrowUp if far => Some((first, place)),
        Key::ArrowDown if far => Some((last, place)),
        Key::ArrowLeft if far => Some((line, left)),
        Key::ArrowRight if far => Some((line, right)),
        Key::ArrowUp => Some((line_by(lines, line, -1), place)),
        Key::ArrowDown => Some((line_by(lines, line, 1), place)),
        Key::ArrowLeft => Some((line, place.saturating_sub(1))),
        Key::ArrowRight => Some((line, (place + 1).min(right))),
        Key::Home => Some((if far { first } else { line }, left)),
        Key::End => Some((if far { last } else { line }, right)),
        Key::PageUp => Some((line_by(lines, line, -page), place)),
        Key::PageDown => Some((line_by(lines, line, page), place)),
        _ => None,
    };
    if let Some((line, place)) = target {
        return to(frame, state, line, place, extend, out);
    }
    match key {
        Key::Tab => go(frame, state, line, (0, if extend { -1 } else { 1 }), out),
        Key::Enter if extend => go(frame, state, line, (-1, 0), out),
        Key::Enter | Key::F2 if !far => edit::begin(frame, state, cell, out),
        Key::Delete | Key::Backspace if !far => clear(frame, state, out),
        Key::Space => out.push(Action::Toggle(cell.id)),
        Key::A if far => {
            let all = state.moments_between(frame.cx.campaign, 0, lines.lines.len().saturating_sub(1));
            let selection =
                Selection { moments: all, cursor: Some(cell.id), lane: frame.cx.selection.lane, ..Selection::default() };
            out.push(Action::Select(selection));
        }
        Key::D if far && state.has_block(ui.ctx()) => fill_down(frame, state, out),
        Key::Escape => leave(frame, state, ui, out),
        _ => {}
    }
}

/// Escape gives up the block, then the selection, then the keyboard.
fn leave(frame: &Frame<'_>, state: &mut TableState, ui: &Ui, out: &mut Actions) {
    if state.corner.take().is_some() {
        return;
    }
    let selection = frame.cx.selection;
    if selection.moments.is_empty() {
        ui.ctx().memory_mut(|memory| memory.surrender_focus(super::state::cells_id()));
    } else {
        out.push(Action::Select(Selection { cursor: selection.cursor, lane: selection.lane, ..Selection::default() }));
    }
}

/// Puts the block on the clipboard.
pub(super) fn copy(frame: &Frame<'_>, state: &TableState, ui: &Ui, out: &mut Actions) {
    if let Some(block) = block(frame, state) {
        ui.ctx().copy_text(block.text(frame.ground, frame.lines));
        out.push(Action::Note(say::copied(cells(block.count(frame.ground, frame.lines)))));
    }
}

/// Empties the block.
pub(super) fn clear(frame: &Frame<'_>, state: &TableState, out: &mut Actions) {
    if let Some(why) = frame.cx.locked() {
        out.push(Action::Note(why.to_owned()));
    } else if let Some(block) = block(frame, state) {
        let (step, refused, stay) = block.clear(frame.ground, frame.lines);
        match refused {
            Some(why) => out.push(Action::Note(why)),
            None => out.push(Action::Edit(step)),
        }
        if stay > 0 {
            out.push(Action::Note(hand::stay(stay)));
        }
    }
}

/// Gives every row of the block what its first one has.
pub(super) fn fill_down(frame: &Frame<'_>, state: &TableState, out: &mut Actions) {
    if let Some(why) = frame.cx.locked() {
        out.push(Action::Note(why.to_owned()));
    } else if let Some(block) = block(frame, state) {
        let (step, stay) = block.fill(frame.ground, frame.lines);
        out.push(Action::Edit(step));
        if stay > 0 {
            out.push(Action::Note(hand::stay(stay)));
        }
    }
}

/// Puts the cells of the clipboard into the table. Where some of them cannot be read, that is asked first.
fn paste(frame: &Frame<'_>, state: &mut TableState, text: &str, out: &mut Actions) {
    if let Some(why) = frame.cx.locked() {
        out.push(Action::Note(why.to_owned()));
        return;
    }
    let Some(block) = block(frame, state) else { return };
    let shown: Vec<_> = frame.slots.iter().map(|slot| slot.column).collect();
    let selection = frame.cx.selection;
    let row = frame.row(*block.lines.start());
    let in_use = row.and_then(|row| row.lane).map(|lane| lane.id).or(selection.lane);
    let new = NewRows { lane: in_use.or(frame.cx.campaign.lanes.first().map(|lane| lane.id)) };
    match block::paste(frame.ground, frame.lines, &shown, &block, text, &new) {
        Ok(pasted) => match super::ask::Ask::about(pasted) {
            Ok(pasted) => super::ask::enter(pasted, false, state, out),
            Err(ask) => state.ask = Some(ask),
        },
        Err(why) => out.push(Action::Note(why)),
    }
}
