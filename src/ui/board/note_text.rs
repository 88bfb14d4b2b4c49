//! The text of a note is written where it is pinned. Enter or going elsewhere keeps it, Escape leaves it as it was; with Shift,
//! Enter begins a new line. A new note is not in the plan before it says something, and one that says nothing any more goes.

use egui::{Id, Key, Modifiers, Ui, UiBuilder, vec2};

use super::data::Row;
use super::frame::Frame;
use super::notes::{self, beside, rect_at};
use super::pins::{self, PIN};
use super::state::BoardState;
use super::travel::Wish;
use crate::model::{Lane, LaneId, NoteId, When, clean};
use crate::ui::kit::{TextField, paint, select_all};
use crate::ui::theme::Lift;
use crate::ui::view::{Action, Actions};
use crate::words::notes as say;

/// Size of the field, in points.
const FIELD: (f32, f32) = (240.0, 62.0);
/// Lines of it.
const ROWS: usize = 3;

/// A note that is being written.
pub(super) struct Writing {
    lane: LaneId,
    /// The note; `None` for one that is new.
    id: Option<NoteId>,
    when: When,
    /// What is written; `None` before the field was drawn.
    draft: Option<String>,
}

impl BoardState {
    /// Lets a note be written that is not in the plan yet.
    pub fn write_new_note(&mut self, lane: LaneId, when: When) {
        self.folded.remove(&lane);
        self.wish(Wish::Day(lane, when));
        self.notes.writing = Some(Writing { lane, id: None, when, draft: None });
    }

    /// Lets a note be written.
    pub(super) fn write_note(&mut self, lane: LaneId, id: NoteId) {
        self.notes.writing = Some(Writing { lane, id: Some(id), when: When::Undated, draft: None });
    }

    /// Whether a note is being written.
    pub(super) fn is_writing_note(&self) -> bool {
        self.notes.writing.is_some()
    }
}

/// Draws the field in which a note is written.
pub(super) fn show(frame: &Frame<'_>, rows: &[Row], state: &mut BoardState, ui: &mut Ui, out: &mut Actions) {
    let Some(writing) = &state.notes.writing else { return };
    let row = rows.iter().find(|row| row.lane.id == writing.lane);
    let note = row.zip(writing.id).and_then(|(row, id)| pins::find(&row.lane, id));
    let Some(row) = row.filter(|_| writing.id.is_none() || note.is_some()) else {
        // On the way there it comes into sight; what cannot be seen is not written on.
        if state.travel.is_none() {
            state.notes.writing = None;
        }
        return;
    };
    let when = note.map_or(writing.when, |(_, note)| note.when);
    let left = frame.scale.axis.day(frame.cx.campaign, when).map_or(frame.content.left() + 4.0, |day| frame.day_x(day));
    let place = beside(frame, rect_at(frame, row, left, PIN), vec2(FIELD.0, FIELD.1) + vec2(12.0, 12.0));
    let before = note.map(|(_, note)| note.text.clone()).unwrap_or_default();
    let lane = std::sync::Arc::clone(&row.lane);
    let Some(writing) = &mut state.notes.writing else { return };
    let fresh = writing.draft.is_none();
    let draft = writing.draft.get_or_insert_with(|| before.clone());
    let id = Id::unique(("write note", writing.lane, writing.id));
    let mut child = ui.new_child(UiBuilder::new().id_salt("write note").max_rect(place.shrink(6.0)));
    child.set_clip_rect(frame.whole);
    paint::shadowed_card(child.painter(), place, frame.theme, Lift::Pop, frame.t.card, frame.t.line_strong);
    let done = !fresh && ends(ui);
    let field = TextField::new(id, say::field()).hint(say::hint()).rows(ROWS).width(FIELD.0).keeps();
    let response = field.show_marked(&mut child, draft);
    if fresh {
        select_all(ui.ctx(), id, draft);
        response.request_focus();
        return;
    }
    let left = ui.input(|input| input.key_pressed(Key::Escape));
    if left || done || !response.has_focus() {
        let (draft, of, when) = (std::mem::take(draft), writing.id, writing.when);
        state.notes.writing = None;
        if let Some(id) = of.filter(|_| left || done) {
            state.focus_note(id);
        }
        if !left {
            keep(frame, &lane, of, when, clean(&draft).trim(), out);
        }
    }
}

/// Whether Enter is pressed, which the field then does not see; with Shift it begins a line.
fn ends(ui: &Ui) -> bool {
    ui.input_mut(|input| !input.modifiers.shift && input.consume_key(Modifiers::NONE, Key::Enter))
}

/// One step with what is written, or none where that is what it said before.
fn keep(frame: &Frame<'_>, lane: &Lane, id: Option<NoteId>, when: When, text: &str, out: &mut Actions) {
    match id {
        None if text.is_empty() => {}
        None => out.push(Action::PinNote(lane.id, when, text.to_owned())),
        Some(id) if text.is_empty() => out.push(Action::Edit(notes::without(frame, lane, id))),
        Some(id) => {
            let label = say::step_write(frame.cx.campaign.lane_name(lane));
            if let Some(step) = notes::changed(lane, id, label, |note| text.clone_into(&mut note.text)) {
                out.push(Action::Edit(step));
            }
        }
    }
}
