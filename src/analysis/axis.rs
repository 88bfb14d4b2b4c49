//! The two axes a day can stand on, and the dated cards of a lane in their order.
//!
//! Everything after this works on plain day numbers and never asks which axis they came from.

use std::sync::Arc;

use crate::model::{Campaign, Lane, Moment, Time, When};

/// What a day number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Axis {
    /// Days of the calendar: [`crate::model::Day::number`].
    Calendar,
    /// Days from day 0 of a campaign whose day 0 has no date yet.
    DayNumbers,
}

impl Axis {
    /// The axis of a lane: the calendar as soon as one of its cards has a date, day numbers when it has only
    /// relative ones, `None` when nothing in it has a day. On the calendar a relative card without a date for
    /// day 0 has no day, because nobody can say how the two relate.
    #[must_use]
    pub fn of_lane(campaign: &Campaign, lane: &Lane) -> Option<Self> {
        let mut relative = false;
        for moment in &lane.moments {
            if campaign.day_of(moment.when).is_some() {
                return Some(Self::Calendar);
            }
            relative |= matches!(moment.when, When::Relative(_));
        }
        relative.then_some(Self::DayNumbers)
    }

    /// The axis the whole campaign is drawn on: the calendar when anything in it has a date, else day numbers when
    /// anything is relative, else `None`.
    #[must_use]
    pub fn of_campaign(campaign: &Campaign) -> Option<Self> {
        Self::among(campaign, campaign.lanes.iter().map(|lane| Self::of_lane(campaign, lane)))
    }

    /// The same, of a campaign whose lanes are known to stand on these axes.
    #[must_use]
    pub fn among(campaign: &Campaign, lanes: impl IntoIterator<Item = Option<Self>>) -> Option<Self> {
        let anchored = campaign.anchor.as_ref().is_some_and(|anchor| anchor.date.is_some());
        if campaign.start.is_some() || campaign.end.is_some() || anchored {
            return Some(Self::Calendar);
        }
        let mut found = None;
        for axis in lanes.into_iter().flatten() {
            if axis == Self::Calendar {
                return Some(Self::Calendar);
            }
            found = Some(axis);
        }
        found
    }

    /// The number of a day on this axis; `None` when the card has no day there.
    #[must_use]
    pub fn day(self, campaign: &Campaign, when: When) -> Option<i32> {
        match (self, when) {
            (Self::Calendar, when) => campaign.day_of(when).map(crate::model::Day::number),
            (Self::DayNumbers, When::Relative(days)) => Some(days),
            (Self::DayNumbers, _) => None,
        }
    }
}

/// A card with its day.
#[derive(Clone, Copy, Debug)]
pub struct Dated<'a> {
    /// The day on the lane's axis.
    pub day: i32,
    /// The time of day, where one is known.
    pub time: Option<Time>,
    /// The card.
    pub moment: &'a Arc<Moment>,
}

/// The cards of a lane that have a day on that axis, by day, then time (unknown times first), then id.
#[must_use]
pub fn dated<'a>(campaign: &Campaign, lane: &'a Lane, axis: Axis) -> Vec<Dated<'a>> {
    let mut cards: Vec<Dated<'a>> = lane
        .moments
        .iter()
        .filter_map(|moment| Some(Dated { day: axis.day(campaign, moment.when)?, time: moment.time, moment }))
        .collect();
    // A card itself is looked at only where two come at the same time.
    cards.sort_unstable_by(|a, b| (a.day, a.time).cmp(&(b.day, b.time)).then_with(|| a.moment.id.cmp(&b.moment.id)));
    cards
}
