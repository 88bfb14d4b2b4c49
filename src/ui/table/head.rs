//! The headers of the columns: a press sorts, a drag moves the column, its edge changes the width, a double press on the edge fits it.
//! With the keyboard, Shift and the arrows change the width, and Ctrl and the arrows move the column. The other button of the pointer
//! offers the same in words.

use egui::{Align2, CornerRadius, CursorIcon, PointerButton, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::cells;
use super::column::Column;
use super::frame::{Frame, HEADER, Slot, TICKS};
use super::layout::Sort;
use super::paint::{INSET, Paint};
use super::state::{TableState, Wish};
use crate::ui::command::InView;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::{context_menu, menu_row, opens_by_keys, paint};
use crate::ui::theme::{EDGE, RING};
use crate::ui::view::{Action, Actions, Selection};
use crate::words::table_view as say;

/// The arrow of the column by which rows are sorted: its size, and its room beside the name.
const ARROW: f32 = 12.0;
const APART: f32 = 4.0;
/// The least room before a name that has an arrow behind it.
const NEAR: f32 = 3.0;
/// How much a press of the arrows changes a width, in points.
const STEP: f32 = 8.0;
/// Half the width of what an edge is taken by, in points.
const GRIP: f32 = 4.0;
/// Room for what stands beside the text of a cell, in points.
const BESIDE: f32 = 40.0;
/// Width of the menu of a header, in points.
const MENU: f32 = 200.0;

/// Draws the headers above the rows.
pub(super) fn show(frame: &Frame<'_>, state: &mut TableState, place: Rect, ui: &mut Ui, out: &mut Actions) {
    let t = frame.t;
    let painter = ui.painter().with_clip_rect(place.intersect(ui.clip_rect()));
    painter.rect_filled(place, CornerRadius::ZERO, t.hover);
    let clip = ui.clip_rect();
    ui.set_clip_rect(place.intersect(clip));
    let mut changed = None;
    let others = frame.slots.iter().filter(|slot| slot.column != Column::Title);
    for slot in others.chain(frame.slots.iter().filter(|slot| slot.column == Column::Title)) {
        let rect = Rect::from_min_size(pos2(frame.column_left(*slot), place.top()), vec2(slot.width, HEADER));
        if slot.column == Column::Title && frame.offset.x > 0.0 {
            painter.rect_filled(rect, CornerRadius::ZERO, t.hover);
        }
        changed = header(frame, state, *slot, rect, &painter, ui).or(changed);
    }
    // Edges lie over both of the headers that they part.
    for slot in frame.slots {
        let rect = Rect::from_min_size(pos2(frame.column_left(*slot), place.top()), vec2(slot.width, HEADER));
        changed = edge(frame, state, *slot, rect, ui).or(changed);
    }
    all(frame, state, Rect::from_min_size(place.min, vec2(TICKS, HEADER)), &painter, ui, out);
    ui.set_clip_rect(clip);
    painter.hline(place.x_range(), place.bottom() - 0.5, Stroke::new(EDGE, t.line));
    match changed {
        Some(Change::Sort(column)) => {
            state.layout.sort_by(column);
            // A press took the keyboard from the cells: what is typed next is theirs, unless the header itself has it.
            state.wants_keyboard |= state.cell.is_some() && ui.memory(|memory| memory.focused().is_none());
        }
        Some(Change::Width(column, width)) => state.layout.set_width(column, width),
        Some(Change::Move(column, by)) => state.layout.move_by(column, by),
        Some(Change::Order(sort)) => state.layout.sort = Some(sort),
        Some(Change::Hide(column)) => state.layout.toggle(column),
        None => return,
    }
    ui.ctx().request_repaint();
}

#[derive(Clone, Copy)]
enum Change {
    Sort(Column),
    Width(Column, f32),
    Move(Column, isize),
    Order(Sort),
    Hide(Column),
}

fn header(frame: &Frame<'_>, state: &mut TableState, slot: Slot, rect: Rect, painter: &egui::Painter, ui: &Ui) -> Option<Change> {
    let t = frame.t;
    let column = slot.column;
    let sort = state.layout.sort.filter(|sort| sort.by == column);
    let id = ui.scope_id().with(("table header", column));
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let name = match sort {
        None => say::header(column.name()),
        Some(sort) if sort.down => say::header_down(column.name()),
        Some(_) => say::header_up(column.name()),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &name));
    let is_moved = state.moved == Some(column);
    if response.hovered() || is_moved {
        painter.rect_filled(rect, CornerRadius::ZERO, t.active);
    }
    // The arrow stands beside the name. Where there is no room for both, it goes up to the edge, then the name nearer to the other
    // one, and only what then has no room is cut off the name.
    let taken = if sort.is_some() { ARROW + EDGE } else { INSET - 4.0 };
    let most = rect.width() - taken - if sort.is_some() { NEAR } else { INSET };
    let galley = paint::line_within(painter, fonts::META_B, column.name(), t.text_3, most);
    let width = galley.size().x;
    let left = if column.is_number() {
        (rect.right() - INSET).max(rect.left() + taken + width).min(rect.right() - NEAR) - width
    } else {
        (rect.left() + INSET).min(rect.right() - taken - width).max(rect.left() + NEAR)
    };
    painter.galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, t.text_3);
    if let Some(sort) = sort {
        let icon = if sort.down { icons::ARROW_DOWN } else { icons::ARROW_UP };
        let half = ARROW / 2.0;
        let x = if column.is_number() {
            (left - APART - half).max(rect.left() + EDGE + half)
        } else {
            (left + width + APART + half).min(rect.right() - EDGE - half)
        };
        icon.paint(painter, pos2(x, rect.center().y), ARROW, t.text_2);
    }
    painter.vline(rect.right() - 0.5, rect.y_range(), Stroke::new(EDGE, t.line));
    if response.gained_focus() {
        state.wishes.push(Wish::Column(column));
        ui.ctx().request_repaint();
    }
    if response.has_focus() {
        painter.rect_stroke(rect.shrink(1.0), CornerRadius::ZERO, Stroke::new(RING, t.accent), egui::StrokeKind::Inside);
    }
    let by_key = by_key(&response, slot, ui);
    let moved = move_by(frame, state, slot, rect, &response);
    let sorted = response.clicked().then_some(Change::Sort(column));
    let chosen = menu(frame, slot, sort, &response, ui);
    response.on_hover_text(say::header_note());
    by_key.or(moved).or(sorted).or(chosen)
}

/// What the other button of the pointer offers on a header.
fn menu(frame: &Frame<'_>, slot: Slot, sort: Option<Sort>, response: &Response, ui: &Ui) -> Option<Change> {
    let column = slot.column;
    let at = frame.place(column)?;
    let mut chosen = None;
    let _by_keys = opens_by_keys(response, response.rect.left_bottom());
    context_menu(response).width(MENU).accessible_name(say::column_menu(column.name())).show(|menu| {
        menu.spacing_mut().item_spacing.y = 1.0;
        let mut row = |menu: &mut Ui, icon, text: &str, on: bool, can: bool, change: Change| {
            let response = menu.add_enabled_ui(can, |menu| menu_row(menu, Some(icon), text, "", on)).inner;
            if response.clicked() {
                chosen = Some(change);
                menu.close();
            }
        };
        for (down, icon, text) in [(false, icons::ARROW_UP, say::ascending()), (true, icons::ARROW_DOWN, say::descending())] {
            let on = sort.is_some_and(|sort| sort.down == down);
            row(menu, icon, text, on, true, Change::Order(Sort { by: column, down }));
        }
        menu.separator();
        row(menu, icons::CARET_LEFT, say::column_left(), false, at > 0, Change::Move(column, -1));
        row(menu, icons::CARET_RIGHT, say::column_right(), false, at + 1 < frame.slots.len(), Change::Move(column, 1));
        let fitted = Change::Width(column, fitted(frame, column, ui));
        row(menu, icons::COLUMNS, say::column_fit(), false, true, fitted);
        menu.separator();
        row(menu, icons::EYE_SLASH, say::column_hide(), false, column != Column::Title, Change::Hide(column));
    });
    chosen
}

/// The edge at the right of a column.
fn edge(frame: &Frame<'_>, state: &mut TableState, slot: Slot, rect: Rect, ui: &Ui) -> Option<Change> {
    let place = Rect::from_x_y_ranges(rect.right() - GRIP..=rect.right() + GRIP, rect.y_range());
    let edge = ui.interact(place, ui.scope_id().with(("table edge", slot.column)), Sense::CLICK | Sense::DRAG);
    edge.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, say::edge_of(slot.column.name())));
    if edge.hovered() || edge.dragged() {
        ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
        ui.painter().vline(rect.right() - 0.5, rect.y_range(), Stroke::new(RING, frame.t.accent));
    }
    if edge.double_clicked() {
        return Some(Change::Width(slot.column, fitted(frame, slot.column, ui)));
    }
    if edge.dragged_by(PointerButton::Primary) {
        state.resized = Some(slot.column);
        return edge.interact_pointer_pos().map(|at| Change::Width(slot.column, at.x - rect.left()));
    }
    if edge.drag_stopped() {
        state.resized = None;
    }
    None
}

/// As wide as what is seen of a column needs it.
fn fitted(frame: &Frame<'_>, column: Column, ui: &Ui) -> f32 {
    let width = |text: &str, face| paint::line(ui.painter(), face, text, frame.t.text).size().x;
    let rows = frame.seen().filter_map(|line| frame.row(line));
    let texts = rows.map(|row| width(&cells::shown(frame.ground, row, column), fonts::BODY_M));
    let beside = match column {
        Column::Kind | Column::Creator | Column::Channel | Column::Status | Column::Owner => BESIDE,
        Column::Ask => 2.0 * BESIDE,
        Column::Gives => return column.first_width(),
        _ => 2.0 * INSET,
    };
    let head = width(column.name(), fonts::META_B) + 2.0 * INSET + 16.0;
    texts.fold(0.0, f32::max).max(0.0) + beside.max(head - beside.max(head))
}

fn by_key(response: &Response, slot: Slot, ui: &Ui) -> Option<Change> {
    if !response.has_focus() {
        return None;
    }
    let column = slot.column;
    let ways = [
        (InView::Narrower, Change::Width(column, slot.width - STEP)),
        (InView::Wider, Change::Width(column, slot.width + STEP)),
        (InView::ColumnLeft, Change::Move(column, -1)),
        (InView::ColumnRight, Change::Move(column, 1)),
    ];
    ways.into_iter().find(|(keys, _)| keys.is_pressed(ui)).map(|(_, change)| change)
}

/// A column in the hand goes to where the pointer is: past the middle of the one beside it.
fn move_by(frame: &Frame<'_>, state: &mut TableState, slot: Slot, rect: Rect, response: &Response) -> Option<Change> {
    if response.drag_stopped() {
        state.moved = None;
        return None;
    }
    if !response.dragged_by(PointerButton::Primary) {
        return None;
    }
    state.moved = Some(slot.column);
    response.ctx.set_cursor_icon(CursorIcon::Grabbing);
    let x = response.interact_pointer_pos()?.x;
    let at = frame.place(slot.column)?;
    let beside = |by: isize| at.checked_add_signed(by).and_then(|at| frame.slots.get(at));
    if x < rect.left() && beside(-1).is_some_and(|other| x < frame.column_left(*other) + other.width / 2.0) {
        return Some(Change::Move(slot.column, -1));
    }
    let past = |other: &Slot| x > frame.column_left(*other) + other.width / 2.0;
    (x > rect.right() && beside(1).is_some_and(past)).then_some(Change::Move(slot.column, 1))
}

/// The box that ticks all rows, or none.
fn all(frame: &Frame<'_>, state: &TableState, rect: Rect, painter: &egui::Painter, ui: &Ui, out: &mut Actions) {
    let t = frame.t;
    painter.rect_filled(rect, CornerRadius::ZERO, t.hover);
    let selection = frame.cx.selection;
    let rows = frame.lines.sums.moments;
    let all_of_them = rows > 0 && selection.moments.len() >= rows;
    let response = ui.interact(rect, ui.scope_id().with("table all"), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, all_of_them, say::select_all()));
    let pen = Paint { ground: frame.ground, painter, t };
    pen.tick(rect, all_of_them, !selection.moments.is_empty(), response.hovered());
    if response.has_focus() {
        let place = Align2::CENTER_CENTER.anchor_size(rect.center(), vec2(16.0, 16.0));
        paint::ring(painter, place, 4, 1.0, t.accent);
    }
    if response.clicked() {
        let last = frame.lines.lines.len().saturating_sub(1);
        let moments = if selection.moments.is_empty() { state.moments_between(frame.cx.campaign, 0, last) } else { Vec::new() };
        out.push(Action::Select(Selection { moments, lane: selection.lane, cursor: selection.cursor, ..Selection::default() }));
    }
    response.on_hover_text(say::select_all());
}
