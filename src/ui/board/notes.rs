//! Notes on lanes: what they look like, and what is done to them with the pointer and by keys.
//!
//! A note is a small piece of paper at the lower edge of its lane, below the cards; its text stands on it where nothing else does,
//! and opens where the pointer or the keyboard is. Nothing that is done to it is done before it is let go of, and then it is one
//! step. Where notes stand is in [`super::pins`], and how they are written in [`super::note_text`].

use std::sync::Arc;

use egui::{
    CornerRadius, CursorIcon, EventFilter, Id, Painter, PointerButton, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::data::Row;
use super::drag;
use super::frame::{Frame, painter_in, when_text};
use super::input;
use super::menu::WIDTH;
use super::pins::{self, APART, KeptPins, PIN, Pins};
use super::state::BoardState;
use super::travel::Wish;
use crate::model::shown::short_lines;
use crate::model::{Lane, LaneId, Note, NoteId, When};
use crate::ui::command::Beside;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::{context_menu, menu_row, opens_chosen_by_keys, paint};
use crate::ui::pinned::{self, Writing, one_line};
use crate::ui::theme::{EDGE, Lift, R1, R2};
use crate::ui::view::{Action, Actions, Selection};
use crate::words::notes as say;

/// Height of a note, in points.
const TALL: f32 = 16.0;
/// From its text to its edges, and from its left edge to its text where the icon stands before that.
const INSET: (f32, f32) = (6.0, 18.0);
/// The least and the most room in which a note shows its text, where it is not shorter.
const ROOM: (f32, f32) = (64.0, 240.0);
/// How many places on its way a note looks for the curve in.
const LOOKS: u8 = 12;
/// Width of an opened note, and how many lines of it are shown.
const OPEN: (f32, usize) = (220.0, 8);

/// What the board remembers of notes.
#[derive(Default)]
pub(super) struct Notes {
    pub(super) kept: KeptPins,
    pub(super) writing: Option<Writing>,
    hand: Option<Hand>,
    /// Whose menu was opened.
    menu: Option<NoteId>,
    /// The one that has the keyboard.
    focused: Option<(LaneId, NoteId)>,
    /// The widget of the one that had the keyboard last, or of the name of the lane that has it in its place.
    pub(super) held: Option<Id>,
    /// The one that is to have the keyboard as soon as it is drawn.
    wanted: Option<NoteId>,
    /// The lane whose name is to have it, because a note that had it went.
    pub(super) lane: Option<LaneId>,
    /// The one that is read because the keyboard is on it, and where it is.
    opened: Option<(Arc<Note>, Rect)>,
    /// Where notes are drawn in this frame.
    drawn: Vec<Rect>,
}

impl Notes {
    /// Begins a frame: what has the keyboard is drawn in it.
    pub(super) fn begin(&mut self) {
        (self.focused, self.opened) = (None, None);
        self.drawn.clear();
    }

    /// Whether one is read because the keyboard is on it.
    pub(super) const fn is_open(&self) -> bool {
        self.opened.is_some()
    }
}

/// A note in the hand.
struct Hand {
    lane: LaneId,
    note: Arc<Note>,
    /// From the pointer to its left edge.
    grab: f32,
}

/// A note as it is drawn.
struct Drawn<'a> {
    row: &'a Row,
    note: &'a Arc<Note>,
    rect: Rect,
}

impl BoardState {
    /// Whether a note is in the hand.
    pub(super) fn is_moving_note(&self) -> bool {
        self.notes.hand.is_some()
    }

    /// Puts the keyboard on a note as soon as it is drawn.
    pub fn focus_note(&mut self, id: NoteId) {
        self.notes.wanted = Some(id);
    }

    /// Brings a note into view that somebody looks for, and opens it.
    pub fn show_note(&mut self, lane: LaneId, note: &Note) {
        self.folded.remove(&lane);
        self.wish(Wish::Day(lane, note.when));
        self.focus_note(note.id);
    }

    /// Whether a note has the keyboard: its keys are those of moments elsewhere, and what is selected must not move with it.
    #[must_use]
    pub fn has_note(&self, ctx: &egui::Context) -> bool {
        let focused = ctx.memory(egui::Memory::focused);
        focused.is_some() && focused == self.notes.held
    }

    /// The note that has the keyboard, with its lane.
    #[must_use]
    pub fn focused_note(&self) -> Option<(LaneId, NoteId)> {
        self.notes.focused
    }

    /// The note that has the keyboard, or is to have it.
    #[must_use]
    pub fn note_in_use(&self) -> Option<NoteId> {
        self.notes.wanted.or(self.notes.focused.map(|(_, id)| id))
    }

    /// Lets the note be written that has the keyboard; whether one has it.
    pub fn write_focused_note(&mut self) -> bool {
        let focused = self.notes.focused;
        if let Some((lane, id)) = focused {
            self.write_note(lane, id);
        }
        focused.is_some()
    }
}

/// Where a note stands whose left edge is there: at the lower edge of its lane.
pub(super) fn rect_at(frame: &Frame<'_>, row: &Row, left: f32, width: f32) -> Rect {
    let bottom = frame.lane_top(row.at) + frame.lane_height(row.at) - 3.0;
    Rect::from_min_max(pos2(left, bottom - TALL), pos2(left + width, bottom))
}

/// Draws the notes of a lane that are seen, and reads what is done to them.
pub(super) fn draw(
    frame: &Frame<'_>,
    painter: &Painter,
    row: &Row,
    creator: Option<usize>,
    state: &mut BoardState,
    ui: &Ui,
    out: &mut Actions,
) {
    // A folded lane is one line of markers.
    if row.lane.notes.is_empty() || row.folded {
        return;
    }
    let pins = state.notes.kept.of(frame.cx.campaign, row, frame.scale, frame.cx.sieve);
    let left = frame.plan_x(frame.content.left());
    let seen = pins.visible(left, left + f64::from(frame.content.width()));
    for at in seen {
        let Some(pin) = pins.placed.get(at) else { continue };
        let Some(note) = row.lane.notes.get(pin.index) else { continue };
        let x = frame.x(pin.left);
        let wanted = width_of(painter, note, ROOM.1);
        let width = room(frame, row, &pins, at, wanted).map_or(PIN, |room| width_of(painter, note, room));
        one(frame, painter, creator, &Drawn { row, note, rect: rect_at(frame, row, x, width) }, state, ui, out);
    }
    // They stay in view wherever the board is scrolled to; as many as have room.
    let step = PIN + APART as f32;
    let most = (frame.content.width() / step).max(0.0) as usize;
    for (place, index) in pins.whole.iter().take(most).enumerate() {
        let Some(note) = row.lane.notes.get(*index) else { continue };
        let rect = rect_at(frame, row, frame.content.left() + 4.0 + place as f32 * step, PIN);
        one(frame, painter, creator, &Drawn { row, note, rect }, state, ui, out);
    }
}

/// How much of the room that a note wants it has without hiding anything: the next note, markers, the curve. `None` where it is too
/// little.
fn room(frame: &Frame<'_>, row: &Row, pins: &Pins, at: usize, wanted: f32) -> Option<f32> {
    let pin = pins.placed.get(at)?;
    let left = frame.x(pin.left);
    let top = rect_at(frame, row, left, PIN).top();
    let next = pins.placed.get(at + 1).map_or(f32::INFINITY, |next| frame.x(next.left) - 4.0);
    let mut right = (left + wanted).min(next).min(frame.content.right());
    if row.crowded {
        return None;
    }
    for place in row.packed.places().get(row.seen.clone()).unwrap_or_default() {
        let Some(stem) = place.stem.map(|stem| frame.x(stem)) else { continue };
        if stem > left && stem - 12.0 < right && frame.marker_y(row, place) > top - 10.0 {
            right = stem - 12.0;
        }
    }
    if let Some(curve) = frame.curve(row) {
        let lane_top = frame.lane_top(row.at);
        let is_free = |x: f32| frame.value_y(lane_top, curve.value_at(frame.scale.at(frame.plan_x(x)))) < top - 2.0;
        let all = right - left;
        let steps = (0..=LOOKS).map(|step| left + all * f32::from(step) / f32::from(LOOKS));
        right = steps.take_while(|x| is_free(*x)).last()?;
    }
    (right - left >= wanted.min(ROOM.0)).then_some(right - left)
}

/// How wide a note is that shows its text in that much room.
fn width_of(painter: &Painter, note: &Note, room: f32) -> f32 {
    let text = one_line(note);
    let galley = paint::line_within(painter, fonts::META, &text, egui::Color32::PLACEHOLDER, room - INSET.0 - INSET.1);
    galley.size().x + INSET.0 + INSET.1
}

/// "Note, Mara, 12 Sep: ask Mia whether the 12th is her birthday".
fn spoken(frame: &Frame<'_>, row: &Row, creator: Option<usize>, note: &Note) -> String {
    let (name, text) = (frame.lane_name(row, creator), one_line(note));
    match note.when {
        When::Undated => say::spoken_of_lane(name, text),
        when => say::spoken(name, when_text(frame.cx.campaign, frame.cx.years(), when), text),
    }
}

fn one(
    frame: &Frame<'_>,
    painter: &Painter,
    creator: Option<usize>,
    drawn: &Drawn<'_>,
    state: &mut BoardState,
    ui: &Ui,
    out: &mut Actions,
) {
    let (note, row) = (drawn.note, drawn.row);
    state.notes.drawn.push(drawn.rect);
    let response = ui.interact(drawn.rect, ui.scope_id().with(("note", note.id)), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken(frame, row, creator, note)));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(say::keys()));
    if state.notes.wanted == Some(note.id) {
        state.notes.wanted = None;
        response.request_focus();
    }
    let in_hand = state.notes.hand.as_ref().is_some_and(|hand| hand.note.id == note.id);
    if !in_hand {
        face(frame, painter, note, drawn.rect, response.hovered());
    }
    if response.has_focus() {
        if !in_hand {
            paint::ring(painter, drawn.rect, R1, 1.0, frame.t.accent);
        }
        state.notes.focused = Some((row.lane.id, note.id));
        state.notes.held = Some(response.id);
    }
    respond(frame, drawn, &response, state, ui, out);
    menu(frame, drawn, &response, state, out);
    if response.has_focus() && state.notes.writing.is_none() && state.notes.menu.is_none() && !response.hovered() && !in_hand {
        state.notes.opened = Some((Arc::clone(note), drawn.rect));
    }
    if state.notes.hand.is_none() && state.notes.writing.is_none() {
        response.on_hover_ui(|ui| {
            ui.label(fonts::BODY.rich(short_lines(&note.text, 2_000)));
            ui.label(fonts::META.rich(when_of(frame, note.when)).color(frame.t.text_2));
            ui.label(fonts::META.rich(say::team_only()).color(frame.t.text_2));
            ui.label(fonts::META.rich(say::keys()).color(frame.t.text_3));
        });
    }
}

fn when_of(frame: &Frame<'_>, when: When) -> String {
    if when == When::Undated { say::of_lane().to_owned() } else { when_text(frame.cx.campaign, frame.cx.years(), when) }
}

/// The paper with its sign, and its text where it is wide enough.
fn face(frame: &Frame<'_>, painter: &Painter, note: &Note, rect: Rect, hovered: bool) {
    let fill = if hovered { frame.t.hover } else { frame.t.card };
    let round = CornerRadius { se: 0, ..CornerRadius::same(R1) };
    painter.rect(rect, round, fill, Stroke::new(EDGE, frame.t.line_strong), StrokeKind::Inside);
    icons::NOTE.paint(painter, pos2(rect.left() + PIN / 2.0, rect.center().y), 12.0, frame.t.text_2);
    if rect.width() > PIN {
        let room = rect.width() - INSET.0 - INSET.1;
        let text = paint::line_within(painter, fonts::META, &one_line(note), frame.t.text, room + 1.0);
        painter.galley(pos2(rect.left() + INSET.1, rect.center().y - text.size().y / 2.0), text, frame.t.text);
    }
}

/// An opened note, over or under the small one: what it says, and where it is pinned. It lies over the lanes and their names.
pub(super) fn bubble(frame: &Frame<'_>, state: &BoardState, ui: &Ui) {
    let Some((note, at)) = &state.notes.opened else { return };
    let at = *at;
    let over = painter_in(ui, frame.whole);
    let inner = OPEN.0 - 20.0;
    let text = paint::lines_within(&over, fonts::BODY, &short_lines(&note.text, 2_000), frame.t.text, inner, OPEN.1);
    let when = paint::line_within(&over, fonts::META, &when_of(frame, note.when), frame.t.text_2, inner);
    let size = vec2(OPEN.0, text.size().y + when.size().y + 20.0);
    let rect = place_to_read(frame, at, size, state);
    paint::shadowed_card(&over, rect, frame.theme, Lift::Pop, frame.t.card, frame.t.line_strong);
    let top = rect.min + vec2(10.0, 8.0);
    let below = top + vec2(0.0, text.size().y + 4.0);
    over.galley(top, text, frame.t.text);
    over.galley(below, when, frame.t.text_2);
}

/// The place of that size for an opened note that hides the least of the cards and of other notes: over it, else in the lane beside it,
/// where only the curve is, or under it.
fn place_to_read(frame: &Frame<'_>, at: Rect, size: egui::Vec2, state: &BoardState) -> Rect {
    let over = beside(frame, at, size);
    let top = at.bottom() - size.y;
    let places = [pos2(at.right() + 6.0, top), pos2(at.left() - 6.0 - size.x, top), pos2(over.left(), at.bottom() + 6.0)];
    let room = frame.content.shrink(4.0);
    let others = places.into_iter().map(|corner| Rect::from_min_size(corner, size)).filter(|place| room.contains_rect(*place));
    let cards = || state.cards.iter().map(|(_, rect)| *rect);
    let hidden = |place: &Rect| -> f32 {
        let notes = state.notes.drawn.iter().copied().filter(|rect| *rect != at);
        cards().chain(notes).map(|rect| place.intersect(rect)).filter(Rect::is_positive).map(|part| part.area()).sum()
    };
    std::iter::once(over).chain(others).min_by(|a, b| hidden(a).total_cmp(&hidden(b))).unwrap_or(over)
}

/// A place of that size over a note, where that is in view; else under it.
pub(super) fn beside(frame: &Frame<'_>, at: Rect, size: egui::Vec2) -> Rect {
    let left = at.left().min(frame.content.right() - size.x - 4.0).max(frame.content.left() + 4.0);
    let above = at.top() - size.y - 6.0;
    let top = if above >= frame.content.top() { above } else { at.bottom() + 6.0 };
    Rect::from_min_size(pos2(left, top), size)
}

/// Takes it up, lets it be written, and does what its keys do.
fn respond(frame: &Frame<'_>, drawn: &Drawn<'_>, response: &Response, state: &mut BoardState, ui: &Ui, out: &mut Actions) {
    let (lane, id) = (drawn.row.lane.id, drawn.note.id);
    if response.hovered() {
        ui.ctx().set_cursor_icon(if state.notes.hand.is_some() { CursorIcon::Grabbing } else { CursorIcon::Grab });
    }
    if response.clicked() || response.drag_started_by(PointerButton::Primary) || response.secondary_clicked() {
        response.request_focus();
    }
    // Whoever takes it up means it and no moment; whoever comes by with Tab keeps what is selected, and so does who just wrote it.
    if (response.clicked() || response.drag_started()) && *frame.cx.selection != Selection::default() {
        out.push(Action::Select(Selection::default()));
    }
    if response.secondary_clicked() || opens_chosen_by_keys(response, false) {
        state.notes.menu = Some(id);
    }
    let wants = response.double_clicked() || response.drag_started_by(PointerButton::Primary);
    if let Some(why) = frame.cx.locked().filter(|_| wants) {
        out.push(Action::Note(why.to_owned()));
        return;
    }
    if response.double_clicked() {
        state.write_note(lane, id);
    } else if response.drag_started_by(PointerButton::Primary)
        && let Some(at) = ui.input(|input| input.pointer.press_origin())
    {
        state.notes.hand = Some(Hand { lane, note: Arc::clone(drawn.note), grab: at.x - drawn.rect.left() });
    }
    if response.has_focus() && frame.cx.locked().is_none() {
        keys(frame, drawn, response.id, state, ui, out);
    }
}

/// What the keys do with the one that has the keyboard: a step each.
fn keys(frame: &Frame<'_>, drawn: &Drawn<'_>, widget: Id, state: &mut BoardState, ui: &Ui, out: &mut Actions) {
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(widget, filter));
    let (lane, note) = (&drawn.row.lane, drawn.note);
    match Beside::pressed(ui, &Beside::OF_NOTES) {
        Some(Beside::Write) => state.write_note(lane.id, note.id),
        Some(Beside::Delete) => delete(frame, lane, note.id, state, out),
        Some(pressed) => {
            let Some(by) = pressed.days() else { return };
            // One of the lane as a whole comes to the first day in sight.
            let first = || pins::when_at(frame.cx.campaign, drawn.row, frame.scale, note.when, frame.plan_x(drawn.rect.right()));
            let when = pinned::later(note.when, by).unwrap_or_else(first);
            move_to(frame, lane, note.id, when, state, out);
        }
        None => {}
    }
}

/// Takes a note off its lane, which the keyboard goes on with.
fn delete(frame: &Frame<'_>, lane: &Lane, id: NoteId, state: &mut BoardState, out: &mut Actions) {
    out.push(Action::Edit(pinned::without(frame.cx.campaign, lane, id)));
    state.notes.lane = Some(lane.id);
}

/// Pins a note somewhere else, and goes there.
fn move_to(frame: &Frame<'_>, lane: &Lane, id: NoteId, when: When, state: &mut BoardState, out: &mut Actions) {
    if let Some(step) = pinned::moved_to(frame.cx.campaign, lane, id, when) {
        out.push(Action::Edit(step));
        state.wish(Wish::Day(lane.id, when));
        state.notes.wanted = Some(id);
    }
}

fn menu(frame: &Frame<'_>, drawn: &Drawn<'_>, response: &Response, state: &mut BoardState, out: &mut Actions) {
    let (lane, note) = (&drawn.row.lane, drawn.note);
    if state.notes.menu != Some(note.id) {
        return;
    }
    let shown = context_menu(response).width(WIDTH).accessible_name(say::menu(one_line(note))).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.add_enabled_ui(frame.cx.locked().is_none(), |ui| {
            if menu_row(ui, Some(icons::EDIT), say::write(), "", false).clicked() {
                state.write_note(lane.id, note.id);
                ui.close();
            }
            let is_whole = note.when == When::Undated;
            if !is_whole && menu_row(ui, Some(icons::NOTE), say::pin_to_lane(), "", false).clicked() {
                move_to(frame, lane, note.id, When::Undated, state, out);
                ui.close();
            }
            if menu_row(ui, Some(icons::DELETE), say::delete(), "", false).clicked() {
                delete(frame, lane, note.id, state, out);
                ui.close();
            }
        });
    });
    if shown.is_none() && !response.secondary_clicked() {
        state.notes.menu = None;
    }
}

/// Goes on with the note in the hand: follows the pointer, scrolls at the sides, lets go, gives up.
pub(super) fn follow(frame: &Frame<'_>, rows: &[Row], state: &mut BoardState, ui: &Ui, out: &mut Actions) {
    let Some(hand) = &state.notes.hand else { return };
    let (lane, id, grab) = (hand.lane, hand.note.id, hand.grab);
    let (pointer, down) = ui.input(|input| (input.pointer.latest_pos(), input.pointer.primary_down()));
    let row = rows.iter().find(|row| row.lane.id == lane);
    // An undo meanwhile, or another window: this is no longer the note that was taken up.
    let there = row.filter(|row| pinned::find(&row.lane, id).is_some_and(|(_, note)| *note == hand.note));
    let (Some(row), Some(pointer)) = (there, pointer.filter(|_| !drag::is_given_up(ui))) else {
        state.notes.hand = None;
        ui.ctx().stop_dragging();
        return;
    };
    let left = pointer.x - grab;
    let when = pins::when_at(frame.cx.campaign, row, frame.scale, hand.note.when, frame.plan_x(left));
    if down {
        let over = painter_in(ui, frame.whole);
        let rect = rect_at(frame, row, left, PIN);
        face(frame, &over, &hand.note, rect, true);
        paint::ring(&over, rect, R1, 1.0, frame.t.accent);
        let day = paint::line(&over, fonts::META_B, &when_of(frame, when), frame.t.text);
        let sign = Rect::from_min_size(pos2(rect.right() + 6.0, rect.top() - 1.0), day.size() + vec2(10.0, 4.0));
        over.rect(sign, CornerRadius::same(R2), frame.t.card, Stroke::new(EDGE, frame.t.line_strong), StrokeKind::Inside);
        over.galley(sign.min + vec2(5.0, 2.0), day, frame.t.text);
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        // Only to the sides: it stays on its lane.
        input::scroll_at_edge(frame, state, ui, Pos2::new(pointer.x, frame.content.center().y));
    } else {
        let lane = Arc::clone(&row.lane);
        state.notes.hand = None;
        move_to(frame, &lane, id, when, state, out);
    }
}
