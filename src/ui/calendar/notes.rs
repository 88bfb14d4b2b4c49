//! The notes of a day: a sign at the end of the line of its number, which opens under the pointer. A press, or Enter, lists them: there
//! each is written, moved and taken away, and the sign, or one of the list, is dragged to another day. Nothing that is done is done before it is let
//! go of, and then it is one step.

use std::sync::Arc;

use egui::{
    CornerRadius, CursorIcon, EventFilter, Id, LayerId, Order, Painter, PointerButton, Popup, PopupCloseBehavior, Pos2, Rect,
    Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::CalendarState;
use super::data::Item;
use super::focus::Spot;
use super::frame::Frame;
use super::layout::NUMBER;
use crate::edit::Step;
use crate::model::shown::short_lines;
use crate::model::{Campaign, Day, Lane, LaneId, Note, NoteId, When};
use crate::ui::board::is_given_up;
use crate::ui::command::Beside;
use crate::ui::kit::{self, paint};
use crate::ui::pinned::{self, FIELD_CARD, Left, Writing};
use crate::ui::theme::{DASH_SLOT, EDGE, Lift, R1, R2, R3, SLOT};
use crate::ui::view::{Action, Actions};
use crate::ui::{fonts, icons};
use crate::words::{board, calendar_view, counts, notes as say};

/// Side of the sign, in points.
const SIGN: f32 = 16.0;
/// Most notes that are read there, and most characters of each.
const MOST: (usize, usize) = (6, 300);
/// Most notes of a day that are listed, and most lines of each.
const LISTED: (usize, usize) = (200, 6);
/// Width and most height of the list, in points.
const LIST: (f32, f32) = (280.0, 300.0);
/// Side of the button that takes a note away, in points.
const BUTTON: f32 = 22.0;

/// What the calendar remembers of notes.
#[derive(Default)]
pub(super) struct Notes {
    /// The day whose notes are listed.
    open: Option<Day>,
    writing: Option<Writing>,
    /// Where a new one is pinned, while it is asked on whose lane.
    asks: Option<When>,
    /// It was asked just now: the keyboard goes to the first answer.
    fresh: bool,
    /// The one that is to have the keyboard as soon as it is drawn.
    wanted: Option<NoteId>,
    /// The widget of the one that had it last.
    held: Option<Id>,
    /// The day that has the keyboard because its last note went: the same key once more is not meant for a moment that is selected.
    left: Option<Day>,
    hand: Option<Hand>,
    /// The list was seen without a dialog over it: the palette, which leads to it, is gone only a frame later.
    was_seen: bool,
}

/// Notes in the hand.
struct Hand {
    notes: Vec<(LaneId, Arc<Note>)>,
    from: Day,
}

impl CalendarState {
    /// Brings a note into view that somebody looks for, in the list of its day.
    pub fn show_note(&mut self, id: NoteId, day: Day) {
        self.show_day(day);
        self.notes = Notes { open: Some(day), wanted: Some(id), ..Notes::default() };
    }

    /// Lets a note be written that is not in the plan yet; asks on whose lane where nobody can know.
    pub(super) fn write_note_on(&mut self, lane: Option<LaneId>, when: When, day: Day) {
        self.show_day(day);
        let writing = lane.map(|lane| Writing::of_new(lane, when));
        let asks = writing.is_none().then_some(when);
        self.notes = Notes { open: Some(day), fresh: asks.is_some(), writing, asks, ..Notes::default() };
    }

    /// Whether a note is being written: undo then belongs to its field.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        self.notes.writing.is_some()
    }

    /// Whether a note of the list has the keyboard: its keys are those of moments elsewhere, and what is selected must not move with
    /// it.
    #[must_use]
    pub fn has_note(&self, ctx: &egui::Context) -> bool {
        let focused = ctx.memory(egui::Memory::focused);
        let left = self.notes.left.is_some_and(|day| self.focus.held() == Some(Spot::Day(day)));
        left || focused.is_some() && focused == self.notes.held
    }

    /// Whether it is asked for whom something is, or a list is open: plain keys then belong to that.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.adding.is_some() || self.notes.asks.is_some() || self.listed.is_some()
    }

    /// Whether notes are in the hand.
    pub(super) fn is_moving_notes(&self) -> bool {
        self.notes.hand.is_some()
    }
}

/// Draws the sign of a day that has notes. It takes the pointer from the day and the phase on which it lies, or they would say
/// what they are instead.
pub(super) fn sign(
    frame: &Frame<'_>,
    painter: &Painter,
    day: Day,
    cell: Rect,
    state: &mut CalendarState,
    ui: &Ui,
    out: &mut Actions,
) {
    let Some(row) = frame.sheet.day(day).filter(|row| !row.notes.is_empty()) else { return };
    let center = pos2(cell.right() - 14.0, cell.top() + NUMBER / 2.0);
    let rect = Rect::from_center_size(center, vec2(SIGN, SIGN));
    let id = ui.scope_id().with(("notes", day.number()));
    // Tab comes to it from its own day: a page may have a sign on every day.
    let in_reach = state.day_in_use(frame.cx) == Some(day) || ui.memory(|memory| memory.has_focus(id));
    let sense = Sense::CLICK | Sense::DRAG;
    let response = ui.interact(rect, id, if in_reach { sense | Sense::FOCUSABLE } else { sense });
    let of_day = day.short();
    response.widget_info(|| {
        let all = row.notes.iter().take(MOST.0).filter_map(|item| told(frame, *item));
        let all: Vec<String> = all.map(|(name, text)| say::spoken(name, &of_day, text)).collect();
        WidgetInfo::labeled(Role::Button, true, all.join("\n"))
    });
    if response.clicked() {
        let first = row.notes.first().and_then(|item| found(frame.cx.campaign, *item));
        state.notes = Notes { open: Some(day), wanted: first.map(|(_, note)| note.id), ..Notes::default() };
        ui.ctx().request_repaint();
    }
    let all = || row.notes.iter().filter_map(|item| found(frame.cx.campaign, *item));
    take_up(frame, &response, || all().map(|(lane, note)| (lane.id, Arc::clone(note))).collect(), day, state, out);
    let round = CornerRadius { se: 0, ..CornerRadius::same(R1) };
    painter.rect(rect, round, frame.t.card, Stroke::new(EDGE, frame.t.line_strong), StrokeKind::Inside);
    icons::NOTE.paint(painter, center, 11.0, frame.t.text_2);
    if response.has_focus() {
        paint::ring(painter, rect, R1, 1.0, frame.t.accent);
    }
    if state.notes.open.is_some() || state.notes.hand.is_some() {
        return;
    }
    response.on_hover_ui(|ui| {
        for (name, text) in row.notes.iter().take(MOST.0).filter_map(|item| told(frame, *item)) {
            ui.label(fonts::META.rich(name).color(frame.t.text_2));
            ui.label(fonts::BODY.rich(text));
        }
        if row.notes.len() > MOST.0 {
            ui.label(fonts::META.rich(board::and_more(row.notes.len() - MOST.0)).color(frame.t.text_3));
        }
        ui.label(fonts::META.rich(say::sign_keys()).color(frame.t.text_3));
    });
}

/// A note with its lane, by its place.
fn found(campaign: &Campaign, item: Item) -> Option<(&Arc<Lane>, &Arc<Note>)> {
    let lane = campaign.lanes.get(item.lane)?;
    Some((lane, lane.notes.get(item.at)?))
}

/// Whose lane a note is on, and what it says.
fn told<'a>(frame: &Frame<'a>, item: Item) -> Option<(&'a str, String)> {
    let (lane, note) = found(frame.cx.campaign, item)?;
    Some((frame.cx.campaign.lane_name(lane), short_lines(&note.text, MOST.1).into_owned()))
}

/// Takes notes up that are dragged.
fn take_up(
    frame: &Frame<'_>,
    response: &Response,
    notes: impl FnOnce() -> Vec<(LaneId, Arc<Note>)>,
    day: Day,
    state: &mut CalendarState,
    out: &mut Actions,
) {
    if response.hovered() && state.notes.hand.is_none() {
        response.ctx.set_cursor_icon(CursorIcon::PointingHand);
    }
    if !response.drag_started_by(PointerButton::Primary) {
        return;
    }
    if let Some(why) = frame.cx.locked() {
        out.push(Action::Note(why.to_owned()));
    } else {
        state.notes.hand = Some(Hand { notes: notes(), from: day });
        state.notes.open = None;
    }
}

/// The list of the notes of a day, and what is done in it.
pub(super) fn list(frame: &Frame<'_>, state: &mut CalendarState, ui: &Ui, out: &mut Actions) {
    let Some(day) = state.notes.open else { return };
    let items: Vec<Item> = frame.sheet.day(day).map(|row| row.notes.clone()).unwrap_or_default();
    let is_asked = kit::is_asked(ui.ctx());
    let is_covered = is_asked && state.notes.was_seen;
    state.notes.was_seen |= !is_asked;
    let notes = &state.notes;
    let has_rows = !items.is_empty() || notes.writing.is_some() || notes.wanted.is_some() || notes.asks.is_some();
    let cell = frame.cell(day).filter(|_| has_rows && !is_covered);
    let Some(cell) = cell else {
        // Another page is in sight, a dialog has come, or the last one went: what is being written is kept.
        close(frame, state, out);
        return;
    };
    let name = say::of_day(day.with_weekday());
    let anchor = cell.shrink(4.0).intersect(frame.grid.seen);
    let layer = LayerId::new(Order::Foreground, Id::unique("notes of a day"));
    let mut open = true;
    Popup::new(Id::unique("notes of a day"), ui.ctx().clone(), anchor, layer)
        .open_bool(&mut open)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(LIST.0)
        .accessible_name(&name)
        .show(|ui| {
            ui.set_width(LIST.0);
            ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
            ui.label(fonts::META_B.rich(&name).color(frame.t.text_3));
            ScrollArea::vertical().max_height(LIST.1).show(ui, |ui| {
                for item in items.iter().take(LISTED.0) {
                    row(frame, *item, day, state, ui, out);
                }
                field_of_new(frame, state, ui, out);
                if let Some(when) = state.notes.asks {
                    whom(frame, when, state, ui);
                }
            });
            if frame.cx.locked().is_none() && !items.is_empty() {
                ui.add_space(4.0);
                let hint = fonts::META.rich(say::list_keys()).color(frame.t.text_3);
                ui.add(egui::Label::new(hint).wrap());
            }
        });
    // The answer to whose lane it is leads on to the field.
    let answered = state.notes.writing.as_ref().is_some_and(Writing::is_fresh);
    if !open && !answered && state.notes.open == Some(day) {
        close(frame, state, out);
        state.at = Some(day);
        state.focus.want(Spot::Day(day));
    }
}

/// The list goes; what is being written is kept.
fn close(frame: &Frame<'_>, state: &mut CalendarState, out: &mut Actions) {
    let hand = state.notes.hand.take();
    let notes = std::mem::replace(&mut state.notes, Notes { hand, ..Notes::default() });
    if let Some(writing) = notes.writing {
        writing.keep(frame.cx.campaign, false, out);
    }
}

/// On whose lane a new note is.
fn whom(frame: &Frame<'_>, when: When, state: &mut CalendarState, ui: &mut Ui) {
    ui.label(fonts::META.rich(calendar_view::for_whom()).color(frame.t.text_2));
    let lanes = frame.cx.campaign.lanes.iter().enumerate().filter(|(_, lane)| !frame.cx.sieve.hides(lane.id));
    for (at, lane) in lanes.take(LISTED.0) {
        let name = state.book.who(at).map_or("", |who| &who.whole_name);
        let row = kit::menu_row(ui, None, name, "", false);
        if std::mem::take(&mut state.notes.fresh) {
            row.request_focus();
        }
        if row.clicked() {
            state.notes.asks = None;
            state.notes.writing = Some(Writing::of_new(lane.id, when));
        }
    }
}

/// Draws the field of the note that is written, and keeps that once it is left.
fn field(frame: &Frame<'_>, state: &mut CalendarState, ui: &mut Ui, out: &mut Actions) {
    let Some(mut writing) = state.notes.writing.take() else { return };
    let (_, place) = ui.allocate_space(FIELD_CARD);
    match writing.show(frame.cx, place, ui.clip_rect(), ui) {
        Left::Not => state.notes.writing = Some(writing),
        Left::GivenUp => state.notes.wanted = writing.id,
        left => {
            let by_key = left == Left::ByKey;
            state.notes.wanted = writing.id.filter(|_| by_key);
            // A new one is in the list once it is in the plan.
            writing.keep(frame.cx.campaign, by_key, out);
        }
    }
}

fn field_of_new(frame: &Frame<'_>, state: &mut CalendarState, ui: &mut Ui, out: &mut Actions) {
    let Some(writing) = state.notes.writing.as_ref().filter(|writing| writing.id.is_none()) else { return };
    if let Some(lane) = frame.cx.campaign.lane(writing.lane) {
        ui.label(fonts::META.rich(frame.cx.campaign.lane_name(lane)).color(frame.t.text_2));
    }
    field(frame, state, ui, out);
}

/// A note of the list: a press or Enter writes it, keys move it and take it away, and so does the button beside it.
fn row(frame: &Frame<'_>, item: Item, day: Day, state: &mut CalendarState, ui: &mut Ui, out: &mut Actions) {
    let (cx, t) = (frame.cx, frame.t);
    let Some((lane, note)) = found(cx.campaign, item) else { return };
    let name = cx.campaign.lane_name(lane);
    if state.notes.writing.as_ref().is_some_and(|writing| writing.id == Some(note.id)) {
        ui.label(fonts::META.rich(name).color(t.text_2));
        field(frame, state, ui, out);
        return;
    }
    let inner = LIST.0 - BUTTON - 20.0;
    let who = paint::line_within(ui.painter(), fonts::META, name, t.text_2, inner);
    let text = paint::lines_within(ui.painter(), fonts::BODY, &short_lines(&note.text, MOST.1 * 4), t.text, inner, LISTED.1);
    let size = vec2(LIST.0, who.size().y + text.size().y + 10.0);
    let (_, whole) = ui.allocate_space(size);
    let place = whole.with_max_x(whole.right() - BUTTON - 4.0);
    let response = ui.interact(place, ui.scope_id().with(("note", note.id)), Sense::click_and_drag());
    let of_day = day.short();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, say::spoken(name, &of_day, pinned::one_line(note))));
    if state.notes.wanted == Some(note.id) {
        state.notes.wanted = None;
        response.request_focus();
        response.scroll_to_me(None);
    }
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(place, CornerRadius::same(R2), t.hover);
    }
    let top = place.min + vec2(8.0, 4.0);
    let below = top + vec2(0.0, who.size().y + 2.0);
    ui.painter().galley(top, who, t.text_2);
    ui.painter().galley(below, text, t.text);
    if response.has_focus() {
        paint::ring(ui.painter(), place.shrink(1.0), R2, 0.0, t.accent);
    }
    take_up(frame, &response, || vec![(lane.id, Arc::clone(note))], day, state, out);
    if response.clicked() {
        match cx.locked() {
            Some(why) => out.push(Action::Note(why.to_owned())),
            None => state.notes.writing = Some(Writing::of(lane.id, note.id)),
        }
    }
    if cx.locked().is_some() {
        return;
    }
    if response.has_focus() {
        state.notes.held = Some(response.id);
        keys(frame, (lane, note), day, response.id, state, ui, out);
    }
    let corner = pos2(whole.right() - BUTTON, whole.top() + 2.0);
    let button = Rect::from_min_size(corner, vec2(BUTTON, BUTTON));
    let mut button = ui.new_child(egui::UiBuilder::new().id_salt(("delete note", note.id)).max_rect(button));
    if kit::icon_button(&mut button, icons::DELETE, &say::delete_named(pinned::one_line(note)), false, None).clicked() {
        delete(frame, (lane, note), day, state, out);
    }
}

/// Takes a note off its lane. The keyboard goes on with the next one of the day, else with the day.
fn delete(frame: &Frame<'_>, (lane, note): (&Lane, &Note), day: Day, state: &mut CalendarState, out: &mut Actions) {
    let campaign = frame.cx.campaign;
    out.push(Action::Edit(pinned::without(campaign, lane, note.id)));
    let items = frame.sheet.day(day).map(|row| row.notes.as_slice()).unwrap_or_default();
    let ids: Vec<NoteId> = items.iter().filter_map(|item| Some(found(campaign, *item)?.1.id)).collect();
    let at = ids.iter().position(|id| *id == note.id).unwrap_or_default();
    let next = ids.get(at + 1).or_else(|| ids.get(at.checked_sub(1)?)).copied();
    if next.is_some() {
        state.notes.wanted = next;
    } else {
        state.notes = Notes { left: Some(day), ..Notes::default() };
        state.at = Some(day);
        state.focus.want(Spot::Day(day));
    }
}

/// What the keys do with the one that has the keyboard: a step each.
fn keys(
    frame: &Frame<'_>,
    (lane, note): (&Lane, &Note),
    day: Day,
    widget: Id,
    state: &mut CalendarState,
    ui: &Ui,
    out: &mut Actions,
) {
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(widget, filter));
    let campaign = frame.cx.campaign;
    match Beside::pressed(ui, &Beside::OF_NOTES) {
        Some(Beside::Write) => state.notes.writing = Some(Writing::of(lane.id, note.id)),
        Some(Beside::Delete) => delete(frame, (lane, note), day, state, out),
        Some(pressed) => {
            let Some(by) = pressed.days() else { return };
            let when = pinned::later(note.when, by);
            if let Some(step) = when.and_then(|when| pinned::moved_to(campaign, lane, note.id, when)) {
                out.push(Action::Edit(step));
                state.show_note(note.id, day.plus(by));
            }
        }
        None => {}
    }
}

/// Goes on with the notes in the hand: follows the pointer, lets go, gives up.
pub(super) fn follow(frame: &Frame<'_>, state: &mut CalendarState, ui: &Ui, out: &mut Actions) {
    let Some(hand) = state.notes.hand.take() else { return };
    let (pointer, down) = ui.input(|input| (input.pointer.latest_pos(), input.pointer.primary_down()));
    let Some(pointer) = pointer.filter(|_| !is_given_up(ui)) else {
        ui.ctx().stop_dragging();
        return;
    };
    let target = frame.grid.at(pointer).and_then(|at| frame.sheet.page.day(at)).filter(|_| frame.whole.contains(pointer));
    if down {
        show_hand(frame, &hand, target, pointer, ui);
        state.notes.hand = Some(hand);
        return;
    }
    if let Some(day) = target.filter(|day| *day != hand.from)
        && let Some(step) = drop_on(frame.cx.campaign, &hand, day)
    {
        out.push(Action::Edit(step));
    }
    ui.ctx().request_repaint();
}

/// The step that brings what is in the hand to a day; `None` where nothing of it is there any more.
fn drop_on(campaign: &Campaign, hand: &Hand, day: Day) -> Option<Step> {
    let mut edits = Vec::new();
    let mut moved = 0;
    for lane in &campaign.lanes {
        let held = |id: NoteId| hand.notes.iter().any(|(of, note)| *of == lane.id && note.id == id);
        if !lane.notes.iter().any(|note| held(note.id)) {
            continue;
        }
        let step = pinned::pin_step(lane, String::new(), |notes| {
            for note in notes.iter_mut().filter(|note| held(note.id)) {
                Arc::make_mut(note).when = pinned::on_day(campaign, note.when, day);
                moved += 1;
            }
        });
        edits.extend(step.edits);
    }
    let lane = hand.notes.first().and_then(|(lane, _)| campaign.lane(*lane))?;
    let label = if moved == 1 { say::step_move(campaign.lane_name(lane)) } else { board::move_many(counts::notes(moved)) };
    (moved > 0).then(|| Step::new(label, edits))
}

/// The day that would take it, and the paper that follows the pointer.
fn show_hand(frame: &Frame<'_>, hand: &Hand, target: Option<Day>, pointer: Pos2, ui: &Ui) {
    let t = frame.t;
    if let Some(cell) = target.and_then(|day| frame.cell(day)) {
        let below = ui.painter().with_clip_rect(frame.grid.seen);
        paint::dashed_rect(&below, cell.shrink(2.0), R3, Stroke::new(SLOT, t.accent), DASH_SLOT);
    }
    let over = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("notes in the hand")));
    let count = counts::notes(hand.notes.len());
    let text = match target {
        Some(day) => crate::words::dotted(count, calendar_view::drop_on(day.with_weekday())),
        None => count,
    };
    let line = paint::line(&over, fonts::BODY_B, &text, t.accent);
    let screen = ui.ctx().content_rect();
    let size = vec2(line.size().x + 36.0, 24.0);
    let left = (pointer.x + 8.0).min(screen.right() - size.x - 4.0).max(screen.left() + 4.0);
    let rect = Rect::from_min_size(pos2(left, pointer.y + 8.0), size);
    paint::shadowed_card(&over, rect, frame.theme, Lift::Pop, t.card, t.accent_line);
    icons::NOTE.paint(&over, pos2(rect.left() + 15.0, rect.center().y), 13.0, t.accent);
    over.galley(pos2(rect.left() + 26.0, rect.center().y - line.size().y / 2.0), line, t.accent);
    ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
}
