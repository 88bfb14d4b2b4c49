//! A cell that is being changed: written in, or chosen from a menu. Enter keeps it and goes down, Tab keeps it and goes to the
//! right, Escape leaves it as it was. What cannot be read changes nothing and says why.

use egui::{
    Area, Event, FocusDirection, Frame as Surround, Id, Key, Label, Margin, Order, Popup, PopupCloseBehavior, Rect, Response,
    Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::block::edits;
use super::choices::choices;
use super::column::{Column, Way};
use super::data::Row;
use super::frame::{Frame, ROW};
use super::read::{Change, Unread, read};
use super::state::{Cell, TableState, cells_id};
use super::{cells, keys};
use crate::edit::{Edit, Place, Step};
use crate::model::Day;
use crate::ui::fonts;
use crate::ui::inspector::title_of;
use crate::ui::kit::late::Late;
use crate::ui::kit::{self, TextField, menu_list, menu_row, paint, rows_with_room};
use crate::ui::theme::{self, EDGE, Lift, R2, R4, Tone};
use crate::ui::view::{Action, Actions};
use crate::words::{names, steps, table_view as say, window};

/// The narrowest menu, in points.
const MENU: f32 = 170.0;
/// Height of what stands over the rows of a part of a menu, in points.
const HEAD: f32 = 24.0;
/// Beside a text in its field, in points; and beside one that cannot be read, which has a sign at its end.
const BESIDE: f32 = 20.0;
const BESIDE_SIGN: f32 = 38.0;
/// The widest that a field grows beyond its cell, and how wide what is said below it is, in points.
const WIDEST: f32 = 340.0;
const TOLD: f32 = 260.0;
/// The room that a month takes, in points.
const MONTH: Vec2 = vec2(218.0, 250.0);

/// A cell that is being changed.
#[derive(Debug)]
pub(super) struct Editing {
    pub(super) cell: Cell,
    form: Form,
}

#[derive(Debug)]
enum Form {
    /// It is written.
    Text {
        draft: String,
        /// The field has not been drawn yet: then it takes the keyboard, with all of its text selected or the cursor behind it.
        fresh: bool,
        select: bool,
        unread: Option<Unread>,
        /// The month that is shown below a day, until something is written.
        month: Option<(i16, i8)>,
    },
    /// It is chosen.
    Menu { fresh: bool },
}

impl Editing {
    /// Begins to write, with that in the field.
    pub(super) fn text(cell: Cell, draft: String, select: bool) -> Self {
        Self { cell, form: Form::Text { draft, fresh: true, select, unread: None, month: None } }
    }

    /// The same for a day, with a month below it from which one can be picked.
    fn day(cell: Cell, draft: String, near: Day) -> Self {
        let date = near.date();
        let month = Some((date.year(), date.month()));
        Self { cell, form: Form::Text { draft, fresh: true, select: true, unread: None, month } }
    }

    fn menu(cell: Cell) -> Self {
        Self { cell, form: Form::Menu { fresh: true } }
    }

    /// Whether it is being written.
    pub(super) const fn is_text(&self) -> bool {
        matches!(self.form, Form::Text { .. })
    }
}

/// Begins to change a cell, as Enter does: with its menu where it has one.
pub(super) fn begin(frame: &Frame<'_>, state: &mut TableState, cell: Cell, out: &mut Actions) {
    let Some(row) = state.lines.find(frame.cx.campaign, cell.id, state.line).and_then(|line| frame.row(line)) else { return };
    if let Some(why) = frame.cx.locked() {
        out.push(Action::Note(why.to_owned()));
        return;
    }
    tell_published(row, cell.column, out);
    state.editing = match cell.column.way() {
        Way::Follows => {
            out.push(Action::Note(say::follows().to_owned()));
            return;
        }
        Way::Written if cell.column == Column::Date => {
            let near = frame.cx.campaign.day_of(row.moment.when).unwrap_or(frame.cx.today);
            Some(Editing::day(cell, cells::written(frame.ground, row, cell.column), near))
        }
        Way::Written => Some(Editing::text(cell, cells::written(frame.ground, row, cell.column), true)),
        Way::Chosen | Way::Ticked => Some(Editing::menu(cell)),
    };
}

/// Begins to write in a cell what was just typed.
pub(super) fn begin_with(frame: &Frame<'_>, state: &mut TableState, cell: Cell, typed: &str, out: &mut Actions) {
    if let Some(why) = frame.cx.locked() {
        out.push(Action::Note(why.to_owned()));
    } else if cell.column.way() == Way::Follows {
        out.push(Action::Note(say::follows().to_owned()));
    } else {
        let line = state.lines.find(frame.cx.campaign, cell.id, state.line);
        if let Some(row) = line.and_then(|line| frame.row(line)) {
            tell_published(row, cell.column, out);
        }
        state.editing = Some(Editing::text(cell, typed.to_owned(), false));
    }
}

/// Whoever changes what is out already is told so, as beside its title in the inspector. Its status says so itself.
fn tell_published(row: Row<'_>, column: Column, out: &mut Actions) {
    if row.moment.is_published() && !matches!(column, Column::Status | Column::Check) {
        out.push(Action::Note(window::published_lock().to_owned()));
    }
}

/// The step that changes of a row's column are.
pub(super) fn step(row: Row<'_>, column: Column, changes: Vec<Change>) -> Step {
    let title = title_of(row.moment);
    let label = match changes.first() {
        Some(Change::Place(Place::Tray)) => steps::step_park(title),
        Some(Change::Place(_)) if row.lane.is_none() => steps::step_unpark(title),
        Some(Change::When(_) | Change::Place(_)) => steps::step_move(title),
        _ => steps::step_edit(names::field_word(column.key()), title),
    };
    // What is the same already is no change, and no step.
    let m = row.moment;
    let differs = |edit: &Edit| {
        !matches!(edit, Edit::MoveMoment { to, when, .. }
        if *when == m.when && *to == super::block::place_of(row))
    };
    Step::new(label, edits(row, changes).into_iter().filter(differs).collect())
}

/// Draws what a cell is changed with, over the cell.
pub(super) fn show(frame: &Frame<'_>, state: &mut TableState, ui: &mut Ui, out: &mut Actions) {
    let Some(cell) = state.editing.as_ref().map(|editing| editing.cell) else { return };
    let place = state.lines.find(frame.cx.campaign, cell.id, state.line).zip(frame.slot(cell.column));
    let Some((line, slot)) = place else {
        state.editing = None;
        return;
    };
    let Some(row) = frame.row(line) else { return };
    let rect = frame.cell_rect(line, slot);
    match state.editing.as_ref().map(|editing| &editing.form) {
        Some(Form::Text { .. }) => write(frame, state, (row, line, cell), rect, ui, out),
        Some(Form::Menu { .. }) => choose(frame, state, (row, cell), rect, ui, out),
        None => {}
    }
}

/// How a stretch of writing ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// The cell stays as it was.
    Left,
    /// It is kept, and the keyboard goes so many rows and columns on.
    Kept(isize, isize),
    /// It is kept, and the keyboard is elsewhere already.
    Elsewhere,
}

/// What a key ends the writing with. It is taken out of the input, so that nothing else follows it, and what was typed after it
/// is no part of what is written here.
fn end_by_key(ui: &Ui, late: &mut Late) -> Option<End> {
    let end = |event: &Event| match event {
        Event::Key { key, pressed: true, modifiers, .. } if !modifiers.command && !modifiers.ctrl && !modifiers.alt => {
            match (key, modifiers.shift) {
                (Key::Escape, _) => Some(End::Left),
                (Key::Enter, up) => Some(End::Kept(if up { -1 } else { 1 }, 0)),
                (Key::Tab, back) => Some(End::Kept(0, if back { -1 } else { 1 })),
                _ => None,
            }
        }
        _ => None,
    };
    let (at, end) = kit::take_first(ui, end)?;
    late.hold_from(ui, at);
    // A field lets Tab lead on by itself: from there the next field of the window would have the keyboard, and not the next cell.
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    Some(end)
}

/// Where a cell is written: in the cell itself, and as far beyond its right edge as the text needs. At the right end of the table
/// it grows to the left.
fn place_of(frame: &Frame<'_>, ui: &Ui, cell: Rect, draft: &str, is_unread: bool) -> Rect {
    let text = paint::line(ui.painter(), fonts::BODY, draft, frame.t.text).size().x;
    let needed = text + if is_unread { BESIDE_SIGN } else { BESIDE };
    let width = needed.min(WIDEST).min(frame.body.width()).max(cell.width());
    let left = cell.left().min(frame.body.right() - width).max(frame.body.left());
    Rect::from_min_size(pos2(left, cell.top()), vec2(width, ROW - 1.0))
}

fn write(
    frame: &Frame<'_>,
    state: &mut TableState,
    (row, line, cell): (Row<'_>, usize, Cell),
    rect: Rect,
    ui: &mut Ui,
    out: &mut Actions,
) {
    let id = Id::unique(("table field", cell.id, cell.column));
    let Some(Editing { form: Form::Text { draft, fresh, select, unread, month }, .. }) = &mut state.editing else { return };
    // The key that began it has been heard already.
    let end = if *fresh { None } else { end_by_key(ui, &mut state.late) };
    let whole = place_of(frame, ui, rect, draft, unread.is_some());
    let field = Rect::from_center_size(whole.center(), vec2(whole.width(), theme::FIELD));
    let name = say::edit_of(cell.column.name());
    // Over everything, so that what is said below the field lies over the rows below it.
    let area = Area::new(id.with("area")).order(Order::Middle).fixed_pos(field.min).constrain(false).fade_in(false);
    let was_fresh = std::mem::take(fresh);
    let (response, picking) = area
        .show(ui.ctx(), |ui| {
            let mut inner = ui.new_child(UiBuilder::new().id_salt("field").max_rect(field));
            inner.painter().rect_filled(whole, 0.0, frame.t.card);
            let tone = unread.map(|_| Tone::Warning);
            let response = TextField::new(id, &name).width(field.width()).tone(tone).keeps().show_marked(&mut inner, draft);
            if response.changed() {
                (*unread, *month) = (None, None);
            }
            if let Some(why) = *unread {
                told(frame, ui, rect, &format!("{} {}", why.says(draft), why.hint()));
            }
            let picking = month.as_mut().filter(|_| unread.is_none()).map(|month| pick_day(frame, row, rect, month, ui));
            (response, picking)
        })
        .inner;
    if was_fresh {
        if *select {
            kit::select_all(ui.ctx(), id, draft);
        } else {
            kit::cursor_to_end(ui.ctx(), id, draft);
        }
        response.request_focus();
        return;
    }
    let end = match picking {
        Some(Picking::Picked(day)) => {
            *draft = day.to_string();
            Some(End::Kept(0, 0))
        }
        // Whoever turns the month is still at the day.
        Some(Picking::Over) if end.is_none() => {
            response.request_focus();
            return;
        }
        _ => end.or_else(|| (!response.has_focus()).then_some(End::Elsewhere)),
    };
    let Some(end) = end else { return };
    let draft = draft.clone();
    let read = if end == End::Left { Ok(Vec::new()) } else { read(frame.ground, row, cell.column, &draft) };
    match read {
        Ok(changes) => {
            state.editing = None;
            if !changes.is_empty() {
                out.push(Action::Edit(step(row, cell.column, changes)));
            }
            if end != End::Elsewhere {
                keep_keyboard(state, ui);
            }
            if let End::Kept(down, right) = end {
                keys::go(frame, state, line, (down, right), out);
            }
        }
        Err(why) if end == End::Elsewhere => {
            state.editing = None;
            out.push(Action::Note(say::stays(why.says(&draft))));
        }
        Err(why) => {
            if let Some(Editing { form: Form::Text { unread, .. }, .. }) = &mut state.editing {
                *unread = Some(why);
            }
            response.request_focus();
            ui.ctx().memory_mut(|memory| memory.move_focus(FocusDirection::None));
            ui.ctx().request_repaint();
        }
    }
}

/// What becomes of the month below a day.
#[derive(Clone, Copy)]
enum Picking {
    Picked(Day),
    /// The pointer is over it.
    Over,
    Nothing,
}

/// The month below a day that is written, from which another one is picked.
fn pick_day(frame: &Frame<'_>, row: Row<'_>, cell: Rect, month: &mut (i16, i8), ui: &mut Ui) -> Picking {
    let room = ui.ctx().content_rect();
    let top = if cell.bottom() + MONTH.y > room.bottom() { cell.top() - MONTH.y } else { cell.bottom() + 2.0 };
    let left = cell.left().min(room.right() - MONTH.x).max(room.left());
    let place = Rect::from_min_size(pos2(left, top), MONTH);
    let mut below = ui.new_child(UiBuilder::new().id_salt("month").max_rect(place));
    let chosen = frame.cx.campaign.day_of(row.moment.when);
    let shown = Surround::NONE
        .fill(frame.t.card)
        .stroke(Stroke::new(EDGE, frame.t.line))
        .corner_radius(R4)
        .shadow(theme::shadow(ui.theme(), Lift::Pop))
        .inner_margin(Margin::same(10))
        .show(&mut below, |ui| kit::month_grid(ui, month, chosen, frame.cx.today));
    // What lies below it is covered by it, also for the pointer.
    ui.expand_to_include_rect(shown.response.rect);
    let at = ui.input(|input| input.pointer.interact_pos());
    match shown.inner {
        Some(day) => Picking::Picked(day),
        None if at.is_some_and(|at| shown.response.rect.contains(at)) => Picking::Over,
        None => Picking::Nothing,
    }
}

/// What is said of a cell that cannot be read, below it.
fn told(frame: &Frame<'_>, ui: &mut Ui, cell: Rect, text: &str) {
    let left = cell.left().min(frame.body.right() - TOLD).max(frame.body.left());
    let place = Rect::from_min_size(pos2(left, cell.bottom() + 2.0), vec2(TOLD, 200.0));
    let mut below = ui.new_child(UiBuilder::new().id_salt("told").max_rect(place));
    Surround::NONE
        .fill(frame.t.s_warn_bg)
        .stroke(Stroke::new(EDGE, frame.t.s_warn_line))
        .corner_radius(R2)
        .shadow(theme::shadow(ui.theme(), Lift::Pop))
        .inner_margin(Margin::symmetric(9, 6))
        .show(&mut below, |ui| {
            let said = ui.add(Label::new(fonts::BODY.rich(text.trim()).color(frame.t.text)).wrap());
            ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
        });
}

/// The keyboard goes back to the cells, and no key that ended the writing leads it on.
fn keep_keyboard(state: &mut TableState, ui: &Ui) {
    state.wants_keyboard = false;
    ui.ctx().memory_mut(|memory| {
        memory.request_focus(cells_id());
        memory.move_focus(FocusDirection::None);
    });
    ui.ctx().request_repaint();
}

fn choose(frame: &Frame<'_>, state: &mut TableState, (row, cell): (Row<'_>, Cell), rect: Rect, ui: &Ui, out: &mut Actions) {
    let Some(Editing { form: Form::Menu { fresh }, .. }) = &mut state.editing else { return };
    let was_fresh = std::mem::take(fresh);
    let anchor = ui.interact(rect, Id::unique(("table menu", cell.id, cell.column)), Sense::hover());
    let popup = Popup::default_response_id(&anchor);
    if was_fresh {
        Popup::open_id(ui.ctx(), popup);
    }
    let ticks = cell.column.way() == Way::Ticked;
    let close = if ticks { PopupCloseBehavior::CloseOnClickOutside } else { PopupCloseBehavior::CloseOnClick };
    let offered = choices(frame.cx, &mut state.known, cell.column, Some(row));
    let name = say::edit_of(cell.column.name());
    let picked = Popup::menu(&anchor)
        .close_behavior(close)
        .width(rect.width().max(MENU))
        .accessible_name(name)
        .show(|ui| menu(ui, rect, &offered, was_fresh, ticks))
        .and_then(|shown| shown.inner);
    if let Some(choice) = picked.and_then(|at| offered.get(at)) {
        let Some(change) = &choice.change else {
            state.editing = Some(Editing::text(cell, cells::written(frame.ground, row, cell.column), true));
            Popup::close_id(ui.ctx(), popup);
            return;
        };
        out.push(Action::Edit(step(row, cell.column, vec![change.clone()])));
    }
    if !Popup::is_id_open(ui.ctx(), popup) {
        state.editing = None;
        keep_keyboard(state, ui);
    }
}

/// Draws what can be chosen in the menu of what stands there; returns what was, by its place.
pub(super) fn menu(ui: &mut Ui, of: Rect, offered: &[super::choices::Choice], fresh: bool, ticks: bool) -> Option<usize> {
    ui.spacing_mut().item_spacing.y = 1.0;
    let mut picked = None;
    let first = offered.iter().position(|choice| choice.chosen).unwrap_or(0);
    let mut row = |ui: &mut Ui, at: usize| {
        let Some(choice) = offered.get(at) else { return };
        if choice.parted && at > 0 {
            ui.separator();
        }
        if !choice.head.is_empty() {
            menu_head(ui, choice.head);
        }
        let response: Response = menu_row(ui, choice.icon, &choice.name, "", choice.chosen);
        if fresh && at == first {
            response.request_focus();
        }
        if response.clicked() {
            picked = Some(at);
            if !ticks {
                ui.close();
            }
        }
    };
    let heads = offered.iter().filter(|choice| choice.parted || !choice.head.is_empty()).count();
    let room = rows_with_room(ui, of, heads as f32 * theme::HIT);
    if offered.len() > 200 {
        // Rows all of one height: only those that are seen are drawn.
        let height = room as f32 * (theme::HIT + 1.0);
        let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        area.show_rows(ui, theme::HIT, offered.len(), |ui, rows| rows.for_each(|at| row(ui, at)));
    } else {
        menu_list(ui, offered.len(), room, |ui| (0..offered.len()).for_each(|at| row(ui, at)));
    }
    picked
}

/// What the rows below it are.
fn menu_head(ui: &mut Ui, text: &str) {
    let t = theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    paint::text_at(ui.painter(), rect.left() + 10.0, rect.center().y, fonts::META_B, text, t.text_3);
}
