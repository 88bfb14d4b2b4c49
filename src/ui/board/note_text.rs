//! A note is written where it is pinned: [`Writing`] is the field, and this its place on the board.

use egui::Ui;

use super::data::Row;
use super::frame::Frame;
use super::notes::{beside, rect_at};
use super::pins::PIN;
use super::state::BoardState;
use super::travel::Wish;
use crate::model::{LaneId, NoteId, When};
use crate::ui::pinned::{FIELD_CARD, Left, Writing};
use crate::ui::view::Actions;

impl BoardState {
    /// Lets a note be written that is not in the plan yet.
    pub fn write_new_note(&mut self, lane: LaneId, when: When) {
        self.folded.remove(&lane);
        self.wish(Wish::Day(lane, when));
        self.notes.writing = Some(Writing::of_new(lane, when));
    }

    /// Lets a note be written.
    pub(super) fn write_note(&mut self, lane: LaneId, id: NoteId) {
        self.notes.writing = Some(Writing::of(lane, id));
    }

    /// Whether a note is being written.
    pub(super) fn is_writing_note(&self) -> bool {
        self.notes.writing.is_some()
    }
}

/// Draws the field in which a note is written.
pub(super) fn show(frame: &Frame<'_>, rows: &[Row], state: &mut BoardState, ui: &mut Ui, out: &mut Actions) {
    let Some(mut writing) = state.notes.writing.take() else { return };
    let row = rows.iter().find(|row| row.lane.id == writing.lane);
    let (Some(row), Some(when)) = (row, writing.when(frame.cx.campaign)) else {
        // On the way there it comes into sight; what went out of sight is not written on, and kept.
        if state.travel.is_some() {
            state.notes.writing = Some(writing);
        } else {
            writing.keep(frame.cx.campaign, false, out);
        }
        return;
    };
    let left = frame.scale.axis.day(frame.cx.campaign, when).map_or(frame.content.left() + 4.0, |day| frame.day_x(day));
    let place = beside(frame, rect_at(frame, row, left, PIN), FIELD_CARD);
    match writing.show(frame.cx, place, frame.whole, ui) {
        Left::Not => state.notes.writing = Some(writing),
        Left::GivenUp => writing.id.into_iter().for_each(|id| state.focus_note(id)),
        left => {
            let by_key = left == Left::ByKey;
            if let Some(id) = writing.id.filter(|_| by_key) {
                state.focus_note(id);
            }
            writing.keep(frame.cx.campaign, by_key, out);
        }
    }
}
