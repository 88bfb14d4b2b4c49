//! Notes on lanes: where a new one is pinned, how it comes into the plan, and how one is found again.

use std::sync::Arc;

use super::App;
use super::far::New;
use crate::analysis::Axis;
use crate::model::{Lane, LaneId, Note, NoteId, When, clean, limits};
use crate::ui::pinned::pin_step;
use crate::ui::view::{Selection, View};
use crate::words::{notes as say, steps};

impl App {
    /// Lets a note be written: beside the one that has the keyboard, at the moment that is selected or that the keyboard is on, else on
    /// the lane that is selected or in sight, on a day that is in sight. Nothing is in the plan before it says something.
    pub(super) fn add_note(&mut self) {
        let (lane, when) = self.note_place();
        let lane = lane.and_then(|id| self.plan.doc.campaign().lane(id)).cloned();
        if lane.as_ref().is_some_and(|lane| self.is_full(lane)) {
            return;
        }
        self.plan.doc.seal();
        if self.view.panels.front == View::Table {
            self.show_view(View::Board);
        }
        self.view.panels.write_new_note(lane.map(|lane| lane.id), when);
    }

    /// Where a new note is pinned, as far as that is known: the calendar has its own days in sight, and asks for a lane.
    fn note_place(&self) -> (Option<LaneId>, Option<When>) {
        let campaign = self.plan.doc.campaign();
        let front = self.view.panels.front;
        if let Some(beside) = self.view.panels.board.focused_note().filter(|_| front == View::Board) {
            return (Some(beside.0), campaign.note(beside.1).map(|(_, note)| note.when));
        }
        let selection = &self.view.selection;
        let moment = selection.cursor.or(selection.primary()).and_then(|id| campaign.moment(id));
        if let Some((Some(lane), moment)) = moment {
            return (Some(lane.id), Some(moment.when));
        }
        let board = &self.view.panels.board;
        let in_sight = || board.lane_in_sight(campaign, &self.view.sieve).filter(|_| front == View::Board);
        if front == View::Calendar {
            return (self.shown_lane(), None);
        }
        let lane = self.shown_lane().or_else(in_sight).or_else(|| self.lane_in_use());
        (lane, lane.and_then(|id| campaign.lane(id)).map(|lane| self.note_in(lane)))
    }

    /// Where on a lane a new note is pinned that belongs to no moment: to a day that is in sight; in a lane without days to the lane
    /// as a whole.
    fn note_in(&self, lane: &Lane) -> When {
        let campaign = self.plan.doc.campaign();
        if Axis::of_lane(campaign, lane).is_none() && !lane.moments.is_empty() {
            return When::Undated;
        }
        let front = self.view.panels.front;
        let in_sight = self.view.panels.board.day_in_sight(campaign, self.today()).filter(|_| front == View::Board);
        match (Axis::of_campaign(campaign), in_sight) {
            (Some(Axis::Calendar), _) => When::On(self.day_in_sight()),
            (Some(Axis::DayNumbers), Some((Axis::DayNumbers, day))) => When::Relative(day),
            (Some(Axis::DayNumbers), _) => When::Relative(0),
            (None, _) => When::Undated,
        }
    }

    /// Puts a note that was written into the plan; `stays` where the keyboard goes on with it.
    pub(super) fn pin_note(&mut self, lane: LaneId, when: When, text: &str, stays: bool) {
        let campaign = Arc::clone(self.plan.doc.campaign());
        let Some(lane) = campaign.lane(lane).filter(|_| !text.is_empty()).cloned() else { return };
        if self.is_full(&lane) {
            return;
        }
        let far = self.far_from_plan(New::Note, when);
        let label = say::step_add(campaign.lane_name(&lane));
        let note = Note::new(NoteId(self.rim.ids.id()), when, clean(text));
        let id = note.id;
        self.edit(pin_step(&lane, label, |notes| notes.push(note.into())));
        self.sift_now();
        self.show_note_all_the_same(id);
        if let Some((lane, note)) = self.plan.doc.campaign().note(id).filter(|_| stays) {
            let day = self.plan.doc.campaign().day_of(note.when);
            self.view.panels.show_note(lane.id, note, day);
        }
        if let Some(far) = far {
            self.say(far);
        }
    }

    /// Brings a note into view and opens it: in the calendar where that is in front and has its day, else on the board.
    pub(super) fn show_note(&mut self, id: NoteId) {
        let campaign = Arc::clone(self.plan.doc.campaign());
        let Some((lane, note)) = campaign.note(id) else { return };
        self.plan.doc.seal();
        self.preview = None;
        self.view.selection = Selection::default();
        self.set_hidden(&[lane.id], false);
        self.show_note_all_the_same(id);
        let day = campaign.day_of(note.when);
        if self.view.panels.front != View::Calendar || day.is_none() {
            self.show_view(View::Board);
        }
        self.view.panels.show_note(lane.id, note, day);
    }

    /// Whether a lane holds as many as it can, which is said then.
    fn is_full(&mut self, lane: &Lane) -> bool {
        let is_full = lane.notes.len() >= limits::NOTES;
        if is_full {
            self.say(steps::too_many_notes(limits::NOTES));
        }
        is_full
    }
}
