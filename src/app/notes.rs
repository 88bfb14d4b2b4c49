//! Notes on lanes: where a new one is pinned, and how it comes into the plan.

use super::App;
use crate::analysis::Axis;
use crate::model::{Lane, LaneId, Note, NoteId, When, clean, limits};
use crate::ui::board::pin_step;
use crate::ui::view::View;
use crate::words::{notes as say, steps};

impl App {
    /// Lets a note be written beside the one that has the keyboard; else on the lane in use, beside the selected moment or where
    /// the plan is now. Nothing is in the plan before it says something.
    pub(super) fn add_note(&mut self) {
        let on_board = self.view.panels.front == View::Board;
        let beside = self.view.panels.board.focused_note().filter(|_| on_board);
        let lane = beside.map(|(lane, _)| lane).or_else(|| self.lane_in_use());
        let lane = lane.and_then(|id| self.plan.doc.campaign().lane(id)).cloned();
        let Some(lane) = lane.filter(|lane| !self.is_full(lane)) else { return };
        let other = beside.and_then(|(_, id)| lane.notes.iter().find(|note| note.id == id));
        let when = other.map_or_else(|| self.note_in(&lane), |note| note.when);
        self.show_view(View::Board);
        self.plan.doc.seal();
        self.view.panels.board.write_new_note(lane.id, when);
    }

    /// Puts a note that was written into the plan.
    pub(super) fn pin_note(&mut self, lane: LaneId, when: When, text: &str) {
        let campaign = std::sync::Arc::clone(self.plan.doc.campaign());
        let Some(lane) = campaign.lane(lane).filter(|_| !text.is_empty()).cloned() else { return };
        if self.is_full(&lane) {
            return;
        }
        let label = say::step_add(campaign.lane_name(&lane));
        let note = Note::new(NoteId(self.rim.ids.id()), when, clean(text));
        let id = note.id;
        self.edit(pin_step(&lane, label, |notes| notes.push(note.into())));
        self.view.panels.board.focus_note(id);
    }

    /// Whether a lane holds as many as it can, which is said then.
    fn is_full(&mut self, lane: &Lane) -> bool {
        let is_full = lane.notes.len() >= limits::NOTES;
        if is_full {
            self.say(steps::too_many_notes(limits::NOTES));
        }
        is_full
    }

    /// Where a new note of a lane is pinned: to the day of the selected moment, else to today or the first day of the plan; in a
    /// lane without days to the lane as a whole.
    fn note_in(&self, lane: &Lane) -> When {
        if let Some((_, moment)) = self.selected().filter(|(of, _)| *of == lane.id).last() {
            return moment.when;
        }
        let campaign = self.plan.doc.campaign();
        let in_order = Axis::of_lane(campaign, lane).is_none() && !lane.moments.is_empty();
        match Axis::of_campaign(campaign) {
            Some(Axis::Calendar) if !in_order => When::On(self.day_to_add(campaign.start, campaign.end)),
            Some(Axis::DayNumbers) if !in_order => When::Relative(0),
            _ => When::Undated,
        }
    }
}
