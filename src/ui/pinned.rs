//! Notes on lanes, whatever view shows them: the steps that change one, and the field in which one is written. Whichever way it is
//! left, what was written is kept; only Escape takes it back, as in every field. A new note is not in the plan before it says something,
//! and one that says nothing any more goes. Nothing here knows where notes stand.

use std::sync::Arc;

use egui::{Id, Key, Modifiers, Rect, Ui, UiBuilder, Vec2, vec2};

use crate::edit::{Edit, LaneChange, Step};
use crate::model::shown::short_lines;
use crate::model::{Campaign, Day, Lane, LaneId, Note, NoteId, When, clean};
use crate::ui::kit::{TextField, paint, select_all};
use crate::ui::theme::Lift;
use crate::ui::view::{Action, Actions, Cx};
use crate::words::notes as say;

/// Size of the field, and from it to the edges of its card, in points.
const FIELD: Vec2 = vec2(240.0, 62.0);
const AROUND: f32 = 6.0;
/// Lines of it.
const ROWS: usize = 3;
/// Longest text that is said of a note where it is one of many.
const SAID: usize = 200;

/// How much room the field takes with its card.
pub const FIELD_CARD: Vec2 = vec2(FIELD.x + 2.0 * AROUND, FIELD.y + 2.0 * AROUND);

/// The step that changes the notes of a lane.
#[must_use]
pub fn pin_step(lane: &Lane, label: String, change: impl FnOnce(&mut Vec<Arc<Note>>)) -> Step {
    let mut notes = lane.notes.clone();
    change(&mut notes);
    Step::new(label, vec![Edit::SetLane { id: lane.id, change: LaneChange::Notes(notes) }])
}

/// The step that changes one note of a lane; `None` where it is no longer there, or stays as it is.
pub(super) fn changed(lane: &Lane, id: NoteId, label: String, change: impl FnOnce(&mut Note)) -> Option<Step> {
    let (at, note) = find(lane, id)?;
    let mut new = Note::clone(note);
    change(&mut new);
    (new != **note).then(|| pin_step(lane, label, |notes| notes[at] = Arc::new(new)))
}

/// The step that takes a note off its lane.
pub(super) fn without(campaign: &Campaign, lane: &Lane, id: NoteId) -> Step {
    pin_step(lane, say::step_delete(campaign.lane_name(lane)), |notes| notes.retain(|note| note.id != id))
}

/// The step that pins a note somewhere else; `None` where it stays.
pub(super) fn moved_to(campaign: &Campaign, lane: &Lane, id: NoteId, when: When) -> Option<Step> {
    changed(lane, id, say::step_move(campaign.lane_name(lane)), |note| note.when = when)
}

/// The same so many steps later: days, or places of the order. `None` for a note of the lane as a whole.
pub(super) fn later(when: When, by: i32) -> Option<When> {
    match when {
        When::On(day) => Some(When::On(day.plus(by))),
        When::Relative(day) => Some(When::Relative(day.saturating_add(by))),
        When::Order(place) => Some(When::Order(place.saturating_add(by))),
        When::Undated => None,
    }
}

/// A day of the calendar for a note that was pinned so before: one that counts from day 0 goes on doing so.
pub(super) fn on_day(campaign: &Campaign, was: When, day: Day) -> When {
    match (was, campaign.day_of(When::Relative(0))) {
        (When::Relative(_), Some(zero)) => When::Relative(day.since(zero)),
        _ => When::On(day),
    }
}

/// A note of a lane with its place among the lane's.
pub(super) fn find(lane: &Lane, id: NoteId) -> Option<(usize, &Arc<Note>)> {
    lane.notes.iter().enumerate().find(|(_, note)| note.id == id)
}

/// What a note says, on one line.
pub(super) fn one_line(note: &Note) -> String {
    short_lines(&note.text, SAID).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How the field was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// Somebody is writing.
    Not,
    /// By Enter: the keyboard goes on with the note.
    ByKey,
    /// By Escape: the note is as it was, and one that is new never was.
    GivenUp,
    /// For something else, which has the keyboard now.
    Elsewhere,
}

/// A note that is being written.
#[derive(Debug)]
pub(super) struct Writing {
    pub(super) lane: LaneId,
    /// The note; `None` for one that is new.
    pub(super) id: Option<NoteId>,
    /// Where a new one is pinned.
    when: When,
    /// What is written; `None` before the field was drawn.
    draft: Option<String>,
}

impl Writing {
    /// A note that is not in the plan yet.
    pub(super) fn of_new(lane: LaneId, when: When) -> Self {
        Self { lane, id: None, when, draft: None }
    }

    /// A note that is in the plan.
    pub(super) fn of(lane: LaneId, id: NoteId) -> Self {
        Self { lane, id: Some(id), when: When::Undated, draft: None }
    }

    /// Whether its field was not drawn yet.
    pub(super) fn is_fresh(&self) -> bool {
        self.draft.is_none()
    }

    /// Where the note is pinned; `None` where the lane or the note is no longer there.
    pub(super) fn when(&self, campaign: &Campaign) -> Option<When> {
        let lane = campaign.lane(self.lane)?;
        match self.id {
            Some(id) => find(lane, id).map(|(_, note)| note.when),
            None => Some(self.when),
        }
    }

    /// Draws the field on a card of [`FIELD_CARD`] at a place.
    pub(super) fn show(&mut self, cx: &Cx<'_>, place: Rect, clip: Rect, ui: &mut Ui) -> Left {
        let mut child = ui.new_child(UiBuilder::new().id_salt("write note").max_rect(place.shrink(AROUND)));
        child.set_clip_rect(clip);
        paint::shadowed_card(child.painter(), place, child.theme(), Lift::Pop, cx.tokens.card, cx.tokens.line_strong);
        let (fresh, id) = (self.draft.is_none(), Id::unique(("write note", self.lane, self.id)));
        let before = || self.id.and_then(|id| find(cx.campaign.lane(self.lane)?, id));
        let text = if fresh { before().map(|(_, note)| note.text.clone()).unwrap_or_default() } else { String::new() };
        let draft = self.draft.get_or_insert(text);
        let done = !fresh && ends(ui);
        let field = TextField::new(id, say::field()).hint(say::hint()).rows(ROWS).width(FIELD.x).keeps();
        let response = field.show_marked(&mut child, draft);
        if fresh {
            select_all(ui.ctx(), id, draft);
            response.request_focus();
            return Left::Not;
        }
        // A field that is left with Escape has lost the keyboard by now.
        let escaped = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
        if escaped {
            // A list that it stands in stays.
            ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        }
        match (done, response.has_focus()) {
            (true, _) => Left::ByKey,
            (false, true) => Left::Not,
            (false, false) if escaped => Left::GivenUp,
            (false, false) => Left::Elsewhere,
        }
    }

    /// One step with what is written, or none where that is what it said before. `stays` where the keyboard goes on with the note.
    pub(super) fn keep(self, campaign: &Campaign, stays: bool, out: &mut Actions) {
        let (Some(draft), Some(lane)) = (self.draft, campaign.lane(self.lane)) else { return };
        let draft = clean(&draft);
        let text = draft.trim();
        match self.id {
            None if text.is_empty() => {}
            None => out.push(Action::PinNote { lane: lane.id, when: self.when, text: text.to_owned(), stays }),
            Some(id) if text.is_empty() && find(lane, id).is_some() => out.push(Action::Edit(without(campaign, lane, id))),
            Some(id) => {
                let label = say::step_write(campaign.lane_name(lane));
                if let Some(step) = changed(lane, id, label, |note| text.clone_into(&mut note.text)) {
                    out.push(Action::Edit(step));
                }
            }
        }
    }
}

/// Whether Enter is pressed, which the field then does not see; with Shift it begins a line.
fn ends(ui: &Ui) -> bool {
    ui.input_mut(|input| !input.modifiers.shift && input.consume_key(Modifiers::NONE, Key::Enter))
}
