//! What the calendar remembers from frame to frame.

use egui::{Context, Rect};

use crate::model::{Campaign, Day, LaneId, MomentId};
use crate::ui::view::{Cx, Selection, Stop, Way};

/// What the calendar remembers.
#[derive(Debug, Default)]
pub struct CalendarState {
    /// How much of it lies under the inspector at its right, in points.
    pub covered: f32,
}

impl CalendarState {
    /// Where in its place its content is.
    #[must_use]
    pub fn content(&self, whole: Rect) -> Rect {
        whole
    }

    /// Brings a moment into view.
    pub fn reveal(&mut self, _id: MomentId) {}

    /// Brings a moment into view that somebody looks for, and marks it there.
    pub fn jump_to(&mut self, _id: MomentId) {}

    /// Brings a lane into view.
    pub fn reveal_lane(&mut self, _id: LaneId) {}

    /// Brings a lane and the next ones into view, that many together.
    pub fn show_lanes(&mut self, _first: LaneId, _lanes: usize) {}

    /// Puts the keyboard on a moment.
    pub fn focus(&mut self, _id: MomentId) {}

    /// Whether keys such as Enter and the arrows belong to it.
    #[must_use]
    pub fn has_keyboard(&self, _ctx: &Context) -> bool {
        false
    }

    /// Whether something of it is in the hand: Escape then belongs to it.
    #[must_use]
    pub fn is_dragging(&self) -> bool {
        false
    }

    /// Whether something is being written in it that is not the document's yet.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        false
    }

    /// Lets the title of a moment be written where it stands.
    pub fn rename_moment(&mut self, _id: MomentId, _title: &str) {}

    /// Lets the name of a lane be written where it stands.
    pub fn rename_lane(&mut self, _id: LaneId, _name: &str) {}

    /// Moves what is seen by that share of a page: to the right, and down.
    pub fn turn_page(&mut self, _right: f32, _down: f32) {}

    /// The days that are seen, where that are not all of the plan.
    #[must_use]
    pub fn seen_days(&self, _cx: &Cx<'_>) -> Option<(Day, Day)> {
        None
    }

    /// Whether today can be gone to.
    #[must_use]
    pub fn has_today(&self, _cx: &Cx<'_>) -> bool {
        true
    }

    /// Brings today into view.
    pub fn go_to_today(&mut self) {}

    /// Where a step of the keyboard leads.
    #[must_use]
    pub fn beside(&self, _campaign: &Campaign, _selection: &Selection, _way: Way) -> Option<Stop> {
        None
    }
}
