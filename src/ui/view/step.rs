//! Steps of the keyboard from moment to moment, in whichever view is in front.

use crate::model::{Day, LaneId, MomentId};

/// A step from where the keyboard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the card before.
    Back,
    /// To the card after.
    On,
    /// To the lane above.
    Up,
    /// To the lane below.
    Down,
}

/// Where a step leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// To a card, in its lane.
    Card(LaneId, MomentId),
    /// To a lane.
    Lane(LaneId),
    /// To a day on which nothing stands.
    Day(Day),
}
