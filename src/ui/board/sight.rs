//! What of the plan is in sight: where something new is put that belongs to no card, so that it is seen where it comes. Nothing here
//! moves the board.

use egui::Rect;

use super::state::BoardState;
use crate::analysis::Axis;
use crate::model::{Campaign, Day, LaneId};
use crate::ui::view::Sieve;

impl BoardState {
    /// The axis with a day of it: today where that is in sight, else the first day that is. `None` before the first frame.
    #[must_use]
    pub fn day_in_sight(&self, campaign: &Campaign, today: Day) -> Option<(Axis, i32)> {
        self.px_per_day?;
        let (axis, scale) = (self.layout.axis(), self.scale());
        let left = self.scroll[0];
        let right = left + f64::from(self.size.x - self.covered);
        let in_sight = |day: &i32| (left..=right).contains(&scale.x(*day));
        // Before the first day of the plan there is only room, which is in sight as well at the beginning.
        let first = scale.at(if right > 0.0 { left.max(0.0) } else { left }).ceil() as i32;
        Some((axis, self.today_on(campaign, today).filter(in_sight).unwrap_or(first)))
    }

    /// Where the first curve of those that are in sight is.
    #[must_use]
    pub const fn curve_in_sight(&self) -> Option<Rect> {
        self.curve
    }

    /// Where the first lane is whose cards are in sight, with who the lane is and without its curve.
    #[must_use]
    pub const fn row_in_sight(&self) -> Option<Rect> {
        self.row
    }

    /// The first lane of which more than half is in sight. `None` before the first frame, and where no lane is shown.
    #[must_use]
    pub fn lane_in_sight(&self, campaign: &Campaign, sieve: &Sieve) -> Option<LaneId> {
        self.px_per_day?;
        let heights = self.heights();
        let [top, bottom] = [self.scroll[1], self.scroll[1] + f64::from(self.size.y)];
        let middle = |at: usize| f64::midpoint(heights.top(at), heights.top(at + 1));
        let mut shown = campaign.lanes.iter().enumerate().filter(|(_, lane)| !sieve.hides(lane.id));
        shown.find(|(at, _)| (top..=bottom).contains(&middle(*at))).map(|(_, lane)| lane.id)
    }
}
