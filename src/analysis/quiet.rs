//! Stretches of a lane without a moment. Only shown: whether silence matters is for the rules to say.

use crate::model::{Campaign, Lane, MomentId};

use super::{Axis, dated};

/// From this many days without a moment the stretch is marked on the board.
pub const QUIET_DAYS: i32 = 28;

/// A stretch without a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// The last card before it.
    pub from_moment: MomentId,
    /// The first card after it.
    pub to_moment: MomentId,
    /// The day of the card before it, on the lane's axis.
    pub from_day: i32,
    /// Days from the one to the other, at least [`QUIET_DAYS`].
    pub days: i32,
}

/// The quiet stretches of a lane, in their order. Cards without a day neither make nor break one.
#[must_use]
pub fn quiet(campaign: &Campaign, lane: &Lane) -> Vec<Quiet> {
    let Some(axis) = Axis::of_lane(campaign, lane) else { return Vec::new() };
    let cards = dated(campaign, lane, axis);
    cards
        .windows(2)
        .filter_map(|pair| {
            let [from, to] = pair else { return None };
            let days = to.day.saturating_sub(from.day);
            (days >= QUIET_DAYS).then_some(Quiet {
                from_moment: from.moment.id,
                to_moment: to.moment.id,
                from_day: from.day,
                days,
            })
        })
        .collect()
}
