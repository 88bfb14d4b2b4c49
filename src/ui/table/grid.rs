//! The rows: drawn as far as they are seen, told to screen readers, pressed, drawn out to blocks.
//!
//! All cells together are one widget, so that a frame costs what is seen and the arrow keys lead from cell to cell. A screen reader,
//! where there is one, is told of each cell that is seen.

use std::sync::Arc;

use egui::accesskit::Action as Asked;
use egui::{
    Color32, CornerRadius, Event, PointerButton, Popup, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2,
};

use super::cells;
use super::column::{Column, Way};
use super::data::{Line, Row};
use super::frame::{Frame, Hit, ROW, Slot, TICKS};
use super::keys;
use super::paint::{INSET, Look, Paint};
use super::state::{Cell, TableState, cells_id};
use super::{edit, menu};
use crate::check::Finding;
use crate::model::{Moment, Money};
use crate::ui::findings::data::tone as tone_of;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::paint;
use crate::ui::theme::{EDGE, RING, Tone};
use crate::ui::view::{Action, Actions, Selection};
use crate::words::{self, table_view as say};

/// Draws the rows that are seen, and takes what is done to them.
pub(super) fn show(frame: &Frame<'_>, state: &mut TableState, ui: &mut Ui, out: &mut Actions) {
    keys::stay(frame, state, ui);
    let grid = ui.interact(frame.body, cells_id(), Sense::click_and_drag());
    grid.widget_info(|| WidgetInfo::labeled(Role::Grid, true, say::table()));
    if std::mem::take(&mut state.wants_keyboard) {
        grid.request_focus();
    }
    keys::take(frame, state, &grid, ui, out);
    keys::come(frame, state, ui);
    let hovered = grid.hover_pos().and_then(|at| frame.hit(at));
    let painter = ui.painter().with_clip_rect(frame.body.intersect(ui.clip_rect()));
    let pen = Paint { ground: frame.ground, painter: &painter, t: frame.t };
    let told = ui.ctx().accesskit_node_builder(grid.id, |_| ()).is_some();
    state.rows.clear();
    for line in frame.seen() {
        let found: Vec<&Finding> =
            frame.row(line).map(|row| state.found.of(frame.cx.derived, row.lane_at, row.moment.id).collect()).unwrap_or_default();
        match frame.row(line) {
            Some(row) => self::row(frame, state, &pen, (line, row), &found, hovered),
            None => head(frame, &pen, line),
        }
        if told {
            tell(frame, state, &grid, ui, line, &found, out);
        }
    }
    rings(frame, state, &grid, &pen);
    press(frame, state, &grid, hovered, ui, out);
    menu::context(frame, state, &grid, ui, out);
    tooltip(frame, state, &pen, grid, hovered);
}

/// What the inside of a row rests on: while it is the same, nothing of it is laid out again.
#[derive(Debug)]
pub(super) struct Key {
    moment: Arc<Moment>,
    stamp: u64,
    /// The tint of each column, where there is any.
    tints: Vec<Option<Tone>>,
    check: (Option<Tone>, usize),
    ground: Color32,
    /// How far it is scrolled from left to right, and how much of it is seen.
    part: [u32; 2],
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.moment, &other.moment)
            && self.stamp == other.stamp
            && self.tints == other.tints
            && self.check == other.check
            && self.ground == other.ground
            && self.part == other.part
    }
}

/// Draws a row.
fn row(
    frame: &Frame<'_>,
    state: &mut TableState,
    pen: &Paint<'_>,
    (line, row): (usize, Row<'_>),
    found: &[&Finding],
    hovered: Option<Hit>,
) {
    let t = frame.t;
    let rect = frame.line_rect(line);
    state.rows.push((row.moment.id, rect.intersect(frame.body)));
    let selected = state.chosen.has(row.moment.id);
    let over = matches!(hovered, Some(Hit::Tick(at) | Hit::Cell(at, _)) if at == line);
    let ground = if selected {
        t.accent_bg
    } else if over {
        t.panel
    } else {
        t.card
    };
    let tints: Vec<Option<Tone>> =
        if found.is_empty() { Vec::new() } else { frame.slots.iter().map(|slot| tint(found, slot.column)).collect() };
    let key = Key {
        moment: Arc::clone(row.moment),
        stamp: state.stamp,
        check: (
            found.iter().map(|finding| tone_of(finding)).min(),
            found.iter().filter(|finding| finding.state.is_open()).count(),
        ),
        ground,
        part: [frame.offset.x.to_bits(), frame.body.width().to_bits()],
        tints: tints.clone(),
    };
    state.insides.draw(pen.painter, row.moment.id, key, rect.min, || inside(frame, pen, (line, row), found, &tints, ground));
    let tick = Rect::from_min_size(rect.min, egui::vec2(TICKS, ROW));
    pen.tick(tick, selected, false, hovered == Some(Hit::Tick(line)));
}

/// Draws the ground of a row and what stands in its cells.
fn inside(
    frame: &Frame<'_>,
    pen: &Paint<'_>,
    (line, row): (usize, Row<'_>),
    found: &[&Finding],
    tints: &[Option<Tone>],
    ground: Color32,
) {
    let t = frame.t;
    let rect = frame.line_rect(line);
    pen.painter.rect_filled(rect, CornerRadius::ZERO, ground);
    pen.painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(EDGE, t.line_subtle));
    let cell = |(at, slot): (usize, &Slot)| {
        let place = frame.cell_rect(line, *slot);
        if place.right() < frame.body.left() || place.left() > frame.body.right() {
            return;
        }
        pen.painter.vline(place.right() - 0.5, place.y_range(), Stroke::new(EDGE, t.line_subtle));
        if slot.column == Column::Check {
            pen.check(place, found);
        } else {
            pen.cell(place, row, slot.column, Look { tone: tints.get(at).copied().flatten() });
        }
    };
    let slots = || frame.slots.iter().enumerate();
    slots().filter(|(_, slot)| slot.column != Column::Title).for_each(cell);
    // What stays in sight lies over what goes by below it.
    if let Some((at, title)) = slots().find(|(_, slot)| slot.column == Column::Title) {
        if frame.offset.x > 0.0 {
            let place = frame.cell_rect(line, *title);
            pen.painter.rect_filled(place, CornerRadius::ZERO, ground);
            pen.painter.hline(place.x_range(), place.bottom() - 0.5, Stroke::new(EDGE, t.line_subtle));
        }
        cell((at, title));
    }
    let tick = Rect::from_min_size(rect.min, egui::vec2(TICKS, ROW));
    pen.painter.rect_filled(tick, CornerRadius::ZERO, ground);
    let lines = Stroke::new(EDGE, t.line_subtle);
    pen.painter.vline(tick.right() - 0.5, tick.y_range(), lines);
    pen.painter.hline(tick.x_range(), tick.bottom() - 0.5, lines);
}

/// The tone of what is found about a field in that column.
fn tint(found: &[&Finding], column: Column) -> Option<Tone> {
    let of_it = |finding: &&&Finding| finding.field.and_then(Column::of_field) == Some(column);
    found.iter().filter(|finding| finding.state.is_open()).filter(of_it).map(|finding| tone_of(finding)).min()
}

/// The head of a group.
fn head(frame: &Frame<'_>, pen: &Paint<'_>, line: usize) {
    let Some((name, sums)) = head_of(frame, line) else { return };
    let t = frame.t;
    let rect = frame.line_rect(line);
    pen.painter.rect_filled(rect, CornerRadius::ZERO, t.hover);
    pen.painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(EDGE, t.line));
    let x = paint::text_at(pen.painter, rect.left() + INSET + 2.0, rect.center().y, fonts::BODY_B, name, t.text);
    let fees: Vec<String> = sums.fees.iter().map(Money::readable).collect();
    let mut parts = vec![words::moments(sums.moments)];
    parts.extend((!fees.is_empty()).then(|| words::list(&fees)));
    let text = parts.into_iter().reduce(|a, b| words::dotted(&a, &b)).unwrap_or_default();
    paint::text_at(pen.painter, x + 10.0, rect.center().y, fonts::BODY, &text, t.text_3);
}

fn head_of<'a>(frame: &Frame<'a>, line: usize) -> Option<(&'a str, &'a super::data::Sums)> {
    let Line::Head(at) = frame.lines.lines.get(line)? else { return None };
    let (name, sums) = frame.lines.heads.get(*at as usize)?;
    Some((name, sums))
}

/// The block, and the cell that has the keyboard.
fn rings(frame: &Frame<'_>, state: &mut TableState, grid: &Response, pen: &Paint<'_>) {
    let t = frame.t;
    if let Some(line) =
        state.marked.and_then(|id| frame.seen().find(|line| frame.row(*line).is_some_and(|row| row.moment.id == id)))
    {
        pen.painter.rect_stroke(frame.line_rect(line), CornerRadius::ZERO, Stroke::new(RING, t.accent), StrokeKind::Inside);
    }
    let Some(cell) = state.cell else { return };
    if state.corner.is_some()
        && let Some(block) = keys::block(frame, state)
        && let (Some(left), Some(right)) = (block.columns.first(), block.columns.last())
        && let (Some(left), Some(right)) = (frame.slot(*left), frame.slot(*right))
    {
        let rect = frame.cell_rect(*block.lines.start(), left).union(frame.cell_rect(*block.lines.end(), right));
        let fill: Color32 = t.accent.gamma_multiply(0.10);
        pen.painter.rect(rect, CornerRadius::ZERO, fill, Stroke::new(EDGE, t.accent), StrokeKind::Inside);
    }
    if !grid.has_focus() {
        state.composing.clear();
    }
    // The field that is written in has a ring of its own.
    if state.editing.as_ref().is_some_and(edit::Editing::is_text) {
        return;
    }
    let focused = grid.has_focus() || state.editing.is_some();
    if let Some(slot) = frame.slot(cell.column).filter(|_| frame.seen().contains(&state.line)) {
        let rect = frame.cell_rect(state.line, slot);
        if !state.composing.is_empty() {
            pen.composed(rect, &state.composing);
        }
        // Without the keyboard it is still there to be seen, as in a spreadsheet, but not as what the keys act on.
        let (width, color) = if focused { (RING, t.accent) } else { (EDGE, t.accent_line) };
        pen.painter.rect_stroke(rect, CornerRadius::ZERO, Stroke::new(width, color), StrokeKind::Inside);
        if focused && matches!(cell.column.way(), Way::Chosen | Way::Ticked) {
            let center = pos2(rect.right() - 11.0, rect.center().y);
            pen.painter.rect_filled(Rect::from_center_size(center, egui::vec2(16.0, 18.0)), CornerRadius::same(4), t.card);
            icons::CARET_DOWN.paint(pen.painter, center, 11.0, t.text_2);
        }
    }
}

/// What the pointer does: it puts the keyboard on a cell, draws a block out, ticks rows.
fn press(frame: &Frame<'_>, state: &mut TableState, grid: &Response, hovered: Option<Hit>, ui: &Ui, out: &mut Actions) {
    let modifiers = ui.input(|input| input.modifiers);
    // A press that ends in the frame in which it began is one, too.
    let pressed = ui.input(|input| input.pointer.button_pressed(PointerButton::Primary)) && grid.contains_pointer();
    if pressed {
        match ui.input(|input| input.pointer.interact_pos()).and_then(|at| frame.hit(at)) {
            Some(Hit::Cell(line, column)) => {
                grid.request_focus();
                if let Some(row) = frame.row(line) {
                    let cell = Cell { id: row.moment.id, column };
                    if modifiers.command {
                        // Ctrl and a press is about the row, as in every list.
                        state.from_row = Some(row.moment.id);
                        out.push(Action::Toggle(row.moment.id));
                    }
                    state.line = if modifiers.shift { state.line } else { line };
                    keys::put(frame, state, cell, modifiers.shift && state.cell.is_some(), out);
                    state.drawing = !modifiers.command;
                }
            }
            Some(Hit::Tick(line)) => tick(frame, state, line, modifiers.shift, out),
            None => {
                state.cell = None;
                state.corner = None;
            }
        }
    }
    if state.drawing && grid.dragged_by(PointerButton::Primary) {
        // Beyond the edge it goes on with the rows and columns that come next.
        let at = grid
            .interact_pointer_pos()
            .map(|at| at.min(frame.body.max + egui::vec2(0.0, ROW)).max(frame.body.min - egui::vec2(0.0, ROW)));
        let cell = at.and_then(|at| {
            let last = frame.lines.lines.len().checked_sub(1)?;
            let line = frame.line_at(at.y).unwrap_or(if at.y < frame.body.center().y { 0 } else { last });
            let row = frame.row(frame.lines.from(line, 1).or_else(|| frame.lines.from(line, -1))?)?;
            Some(Cell { id: row.moment.id, column: frame.column_at(at.x)? })
        });
        if let Some(cell) = cell.filter(|cell| state.cell != Some(*cell)) {
            keys::put(frame, state, cell, true, out);
        }
    }
    if !ui.input(|input| input.pointer.primary_down()) {
        state.drawing = false;
    }
    if grid.double_clicked()
        && let Some(Hit::Cell(line, column)) = hovered
        && let Some(row) = frame.row(line)
    {
        edit::begin(frame, state, Cell { id: row.moment.id, column }, out);
    }
}

/// Ticks a row, or with Shift all from the one that was ticked last.
fn tick(frame: &Frame<'_>, state: &mut TableState, line: usize, stretch: bool, out: &mut Actions) {
    let Some(row) = frame.row(line) else { return };
    let campaign = frame.cx.campaign;
    let from = state.from_row.filter(|_| stretch).and_then(|id| state.lines.find(campaign, id, line));
    if let Some(from) = from {
        let mut moments: Vec<_> = frame.cx.selection.moments.clone();
        let between = state.moments_between(campaign, from, line);
        moments.extend(between.into_iter().filter(|id| !state.chosen.has(*id)));
        let whose = row.lane.map(|lane| lane.id);
        out.push(Action::Select(Selection { moments, lane: whose, from: state.from_row, ..Selection::default() }));
    } else {
        state.from_row = Some(row.moment.id);
        out.push(Action::Toggle(row.moment.id));
    }
}

/// What the pointer rests on is said whole: what is found about a cell, or a text that has no room.
fn tooltip(frame: &Frame<'_>, state: &mut TableState, pen: &Paint<'_>, grid: Response, hovered: Option<Hit>) {
    let Some(Hit::Cell(line, column)) = hovered else { return };
    let Some(row) = frame.row(line).filter(|_| state.editing.is_none() && !state.drawing) else { return };
    if Popup::is_any_open(&grid.ctx) {
        return;
    }
    let findings: Vec<&Finding> = state.found.of(frame.cx.derived, row.lane_at, row.moment.id).collect();
    let of_cell: Vec<&&Finding> = findings
        .iter()
        .filter(|finding| column == Column::Check || finding.field.and_then(Column::of_field) == Some(column))
        .collect();
    let text = cells::shown(frame.ground, row, column);
    // Whether there is room for it is known by drawing it once more where nobody sees it.
    let unseen = Paint { painter: &pen.painter.with_clip_rect(Rect::NOTHING), ..*pen };
    let is_cut = || {
        let place = frame.slot(column).map(|slot| frame.cell_rect(line, slot));
        place.is_some_and(|place| !unseen.cell(place, row, column, Look::default()))
    };
    let has_text = !text.is_empty() && (matches!(column, Column::Owner | Column::Gives) || is_cut());
    if of_cell.is_empty() && !has_text {
        return;
    }
    grid.on_hover_ui_at_pointer(|ui| {
        ui.set_max_width(360.0);
        if has_text {
            ui.label(fonts::BODY.rich(text));
        }
        for finding in of_cell {
            let tone = tone_of(finding);
            let word = crate::ui::findings::data::tone_word(tone);
            ui.label(fonts::BODY_B.rich(word).color(frame.t.tone(tone).text));
            ui.label(fonts::BODY.rich(finding.message.to_string()));
            ui.label(fonts::META.rich(finding.help.to_string()).color(frame.t.text_2));
        }
    });
}

/// Tells a screen reader of a line, and does what it asks for.
fn tell(
    frame: &Frame<'_>,
    state: &mut TableState,
    grid: &Response,
    ui: &mut Ui,
    line: usize,
    found: &[&Finding],
    out: &mut Actions,
) {
    let rect = frame.line_rect(line).intersect(frame.body);
    let Some(row) = frame.row(line) else {
        if let Some((name, sums)) = head_of(frame, line) {
            let heading = ui.interact(rect, grid.id.with(("head", line)), Sense::hover());
            heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, say::of_group(name, words::moments(sums.moments))));
        }
        return;
    };
    let id = row.moment.id;
    let child = ui.new_child(UiBuilder::new().id_salt(("table row", id)).max_rect(rect));
    let selected = state.chosen.has(id);
    let (number, rows) = (frame.lines.number(line), frame.lines.sums.moments);
    ui.ctx().accesskit_node_builder(child.unique_id(), |node| {
        node.set_role(Role::Row);
        node.set_selected(selected);
        node.set_row_index(number);
    });
    let ticked = child.interact(rect.with_max_x(rect.left() + TICKS), grid.id.with(("tick", id)), Sense::hover());
    ticked.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, selected, say::select_row(&row.moment.title)));
    if is_asked(ui, &ticked) {
        tick(frame, state, line, false, out);
    }
    for slot in frame.slots {
        let place = frame.cell_rect(line, *slot).intersect(frame.body);
        if !place.is_positive() {
            continue;
        }
        let cell = Cell { id, column: slot.column };
        let told = child.interact(place, grid.id.with((id, slot.column)), Sense::hover());
        told.widget_info(|| WidgetInfo::labeled(Role::Cell, true, spoken(frame, row, slot.column, found, (number, rows))));
        if state.cell == Some(cell) && grid.has_focus() {
            ui.ctx().accesskit_node_builder(grid.id, |node| node.set_active_descendant(told.id.accesskit_id()));
        }
        if ui.input(|input| input.has_accesskit_action_request(told.id, Asked::Focus)) {
            grid.request_focus();
            state.line = line;
            keys::put(frame, state, cell, false, out);
        } else if is_asked(ui, &told) {
            state.line = line;
            keys::put(frame, state, cell, false, out);
            edit::begin(frame, state, cell, out);
        }
    }
}

/// Whether a screen reader asks for a press on something.
fn is_asked(ui: &Ui, response: &Response) -> bool {
    let any = ui.input(|input| input.events.iter().any(|event| matches!(event, Event::AccessKitActionRequest(_))));
    any && ui.input(|input| input.has_accesskit_action_request(response.id, Asked::Click))
}

/// "Fee, €3,500, row 2 of 17", with what is found about it.
fn spoken(frame: &Frame<'_>, row: Row<'_>, column: Column, found: &[&Finding], (number, rows): (usize, usize)) -> String {
    let text = match column {
        Column::Check => cells::found(found.iter().copied()),
        column => cells::shown(frame.ground, row, column),
    };
    let text = if text.trim().is_empty() { say::nothing().to_owned() } else { text };
    let cell = say::cell(column.name(), text, number, rows);
    let about = found
        .iter()
        .find(|finding| finding.state.is_open() && finding.field.and_then(Column::of_field) == Some(column))
        .map(|finding| finding.title);
    about.map_or(cell.clone(), |title| say::cell_with(cell, title))
}

/// The left end of the first column, for what stands under the rows.
pub(super) fn title_left(frame: &Frame<'_>) -> f32 {
    frame.slot(Column::Title).map_or(frame.body.left() + INSET, |slot| pos2(frame.column_left(slot), 0.0).x) + INSET
}
