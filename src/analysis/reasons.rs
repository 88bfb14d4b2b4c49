//! Why the curve of a lane stands where it stands: each of its moves with what it is made of.
//!
//! It repeats no arithmetic of [`super::curve`]: what a move came to is taken from its step, and what is added here is where
//! that came from: the gift of each card, what an ask cost because it came early, how much of a silence counted.

use std::sync::Arc;

use crate::model::{Campaign, Lane, Moment, MomentId, RelationshipStatus};

use super::axis::Axis;
use super::curve::{CONSTANTS, Cause, Curve, Step, Values};

/// Where a curve begins, and why there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Start {
    /// The day on the curve's axis.
    pub day: i32,
    /// The value.
    pub value: f64,
    /// The status it follows from.
    pub status: RelationshipStatus,
    /// What set the day.
    pub from: Begin,
}

/// What set the day on which a curve begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begin {
    /// The day on which the two were last seen together.
    LastSeen,
    /// The start of the campaign.
    PlanStart,
    /// The first card.
    FirstCard,
}

/// One move of the curve with what it is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The day on the curve's axis.
    pub day: i32,
    /// The value before.
    pub before: f64,
    /// The value after.
    pub after: f64,
    /// The cards that caused it; none for a silence.
    pub moments: Vec<MomentId>,
    /// What moved it.
    pub why: Why,
}

/// What moved the curve, in parts.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// Cards gave something.
    Given {
        /// The share of the way to the top that they closed.
        share: f64,
        /// What each of them gives by itself.
        gifts: Vec<Gift>,
    },
    /// Cards asked.
    Asked {
        /// Their weights, summed once a product.
        weight: f64,
        /// What it cost.
        cost: f64,
        /// The part of the cost that was only there because the value was below ready.
        early: f64,
        /// The part that was not there.
        overdraft: f64,
        /// What each of them weighs by itself.
        asks: Vec<Weight>,
    },
    /// Nobody showed the brand.
    Quiet(Quiet),
}

/// What one card gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gift {
    /// The card.
    pub moment: MomentId,
    /// The share of the way that its roles close.
    pub gain: f64,
    /// The value it names is not one that both share.
    pub not_shared: bool,
    /// The brand has the last word on it.
    pub scripted: bool,
}

/// What one ask weighs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weight {
    /// The card.
    pub moment: MomentId,
    /// Its weight.
    pub weight: f64,
    /// Why it weighs half.
    pub half: Option<Half>,
}

/// Why an ask weighs half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// It is a segment inside the creator's own content.
    Embedded,
    /// It carries a story.
    Story,
}

/// A silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// Days since the last card that showed the brand without asking, or since the start.
    pub days: i32,
    /// How many of them lie past the grace.
    pub past: i32,
    /// How many of those came since the move before.
    pub fresh: i32,
}

/// Looks up why the curve of one lane moved.
#[derive(Clone, Copy, Debug)]
pub struct Reasons<'a> {
    campaign: &'a Campaign,
    lane: &'a Lane,
    curve: &'a Curve,
}

impl<'a> Reasons<'a> {
    /// Of a lane and its curve.
    #[must_use]
    pub fn of(campaign: &'a Campaign, lane: &'a Lane, curve: &'a Curve) -> Self {
        Self { campaign, lane, curve }
    }

    /// Where it begins.
    #[must_use]
    pub fn start(&self) -> Start {
        let (day, value) = self.curve.start();
        let is = |other: Option<crate::model::Day>| {
            self.curve.axis() == Axis::Calendar && other.is_some_and(|other| other.number() == day)
        };
        let seen = self.lane.relationship.last_visible;
        let from = if is(seen) {
            Begin::LastSeen
        } else if seen.is_none() && is(self.campaign.start) {
            Begin::PlanStart
        } else {
            Begin::FirstCard
        };
        Start { day, value, status: self.lane.relationship.status, from }
    }

    /// The last moves up to a day, at most so many, in their order; the last of them a silence that goes on to that day. The
    /// flag says whether there were more before.
    #[must_use]
    pub fn until(&self, day: i32, most: usize) -> (Vec<Reason>, bool) {
        let steps = self.curve.steps();
        let end = steps.partition_point(|step| step.day <= day);
        let open = self.open_silence(day);
        let begin = end.saturating_sub(most.saturating_sub(usize::from(open.is_some())));
        let told = steps.get(begin..end).unwrap_or_default().iter().map(|step| self.step(step));
        (told.chain(open).collect(), begin > 0)
    }

    /// The moves on the day of a card up to its own: the silence that ends there, what else that day moved, and itself. Empty
    /// for a card that does not move the curve.
    #[must_use]
    pub fn to(&self, moment: MomentId) -> Vec<Reason> {
        let Some(own) = self.curve.step_of(moment) else { return Vec::new() };
        let steps = self.curve.steps();
        let begin = steps.partition_point(|step| step.day < own.day);
        let end = steps.iter().position(|step| std::ptr::eq(step, own)).map_or(begin, |at| at + 1);
        steps.get(begin..end).unwrap_or_default().iter().map(|step| self.step(step)).collect()
    }

    /// One move.
    #[must_use]
    pub fn step(&self, step: &Step) -> Reason {
        let moments = self.curve.moments_of(step).to_vec();
        let why = match step.cause {
            Cause::Given { share, .. } => {
                let values = Values::of(self.campaign, self.lane);
                let gifts = self.cards(&moments).map(|moment| Gift {
                    moment: moment.id,
                    gain: CONSTANTS.gain(moment),
                    not_shared: values.names_other(moment),
                    scripted: Values::is_scripted(moment),
                });
                Why::Given { share, gifts: gifts.collect() }
            }
            Cause::Asked { weight, cost, overdraft } => {
                let asks = self.cards(&moments).map(|moment| Weight {
                    moment: moment.id,
                    weight: CONSTANTS.weight(moment),
                    half: match (moment.is_embedded(), moment.has_value_role()) {
                        (true, _) => Some(Half::Embedded),
                        (_, true) => Some(Half::Story),
                        _ => None,
                    },
                });
                let early = weight * CONSTANTS.cost_below * (CONSTANTS.ready - step.before).max(0.0);
                Why::Asked { weight, cost, early, overdraft, asks: asks.collect() }
            }
            Cause::Quiet { days, .. } => Why::Quiet(quiet(days, step.day, self.day_before(step.day))),
        };
        Reason { day: step.day, before: step.before, after: step.after, moments, why }
    }

    /// The silence that goes on to a day without a card, where it moves the curve.
    fn open_silence(&self, day: i32) -> Option<Reason> {
        let (last, before, seen) = self.curve.rests_on(day)?;
        let after = self.curve.value(day);
        (day > last && after < before).then(|| Reason {
            day,
            before,
            after,
            moments: Vec::new(),
            why: Why::Quiet(quiet(day.saturating_sub(seen), day, last)),
        })
    }

    /// The last day before this one on which something happened, or the start.
    fn day_before(&self, day: i32) -> i32 {
        let steps = self.curve.steps();
        let at = steps.partition_point(|step| step.day < day);
        at.checked_sub(1).and_then(|at| steps.get(at)).map_or(self.curve.start().0, |step| step.day)
    }

    fn cards<'i>(&self, ids: &'i [MomentId]) -> impl Iterator<Item = &'a Arc<Moment>> + use<'a, 'i> {
        let moments = &self.lane.moments;
        ids.iter().filter_map(move |id| moments.iter().find(|moment| moment.id == *id))
    }
}

/// A silence of so many days that was noticed on `day`, when `last` was the last day on which something happened.
fn quiet(days: i32, day: i32, last: i32) -> Quiet {
    let past = |days: i32| days.saturating_sub(CONSTANTS.grace as i32).max(0);
    let counted_then = past(days.saturating_sub(day.saturating_sub(last)));
    Quiet { days, past: past(days), fresh: past(days) - counted_then }
}
