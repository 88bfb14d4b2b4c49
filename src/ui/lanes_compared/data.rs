//! What is compared of two lanes: facts that the plan has, in words. Pure; never judges beyond what the findings say.

use std::borrow::Cow;
use std::sync::Arc;

use crate::analysis::curve::Band;
use crate::analysis::scale::PlanEnd;
use crate::model::{Campaign, LaneId, Moment, MomentId, Money, Years};
use crate::share::compared::{self, Opening};
use crate::ui::board::{band_name, when_text};
use crate::ui::view::{Derived, LaneView};
use crate::words::{self, counts, lanes_compared as say};

/// A row of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What is compared.
    pub label: &'static str,
    /// The left and the right of it.
    pub sides: [String; 2],
}

impl Line {
    /// Whether both sides say the same.
    #[must_use]
    pub fn is_same(&self) -> bool {
        let [left, right] = &self.sides;
        left == right
    }
}

/// One side of the comparison: a lane of a plan, as it is or as it would be.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The plan that it stands in.
    pub campaign: &'a Campaign,
    /// What was worked out from it.
    pub view: &'a Arc<LaneView>,
    /// The last day of that plan.
    pub end: PlanEnd,
    /// How the days of both sides are told.
    pub years: Years,
}

impl Side<'_> {
    /// How many cards that do not ask come before the first ask; `None` where nothing asks.
    fn given(&self) -> Option<usize> {
        first_ask(self.campaign, self.view).map(|(_, given)| given)
    }

    /// How the lane begins to ask, called by that name.
    fn opening<'n>(&self, name: &'n str) -> Opening<'n> {
        let ask = first_ask(self.campaign, self.view);
        let is_ready = ask.and_then(|(ask, _)| met(self.view, ask.id)).is_some_and(Band::is_ready);
        Opening { name, given: self.given(), is_ready }
    }

    /// What the checker has found in it, by severity.
    fn found(&self) -> String {
        let counts = self.view.counts;
        let said = words::findings(counts.errors, counts.warnings, counts.hints, counts.accepted);
        if said.is_empty() { say::none_open().to_owned() } else { said }
    }

    /// The name that the sentences use.
    fn name(&self) -> Cow<'_, str> {
        self.campaign.short_lane_name(&self.view.lane)
    }
}

/// The first ask of a lane, and how many cards that do not ask come before it.
fn first_ask<'a>(campaign: &Campaign, view: &'a LaneView) -> Option<(&'a Moment, usize)> {
    view.read(campaign).enumerate().find(|(_, moment)| moment.is_ask()).map(|(at, ask)| (&**ask, at))
}

/// What an ask meets on the curve of its lane.
fn met(view: &LaneView, ask: MomentId) -> Option<Band> {
    view.curve.as_deref()?.around(ask).map(|around| Band::of(around.before))
}

/// The rows of the comparison; without what is internal where somebody else looks on.
#[must_use]
pub fn lines([left, right]: [Side<'_>; 2], is_shown: bool) -> Vec<Line> {
    let line = |label, of: &dyn Fn(&Side<'_>) -> String| Line { label, sides: [of(&left), of(&right)] };
    let ask = |side: &Side<'_>| {
        first_ask(side.campaign, side.view).map(|(ask, given)| (ask.id, when_text(side.campaign, side.years, ask.when), given))
    };
    let mut lines = vec![
        line(say::moments(), &|side| counts::grouped(side.view.totals.moments)),
        line(say::asks(), &|side| counts::grouped(side.view.totals.asks)),
        line(say::first_ask(), &|side| ask(side).map_or_else(|| say::no_ask().to_owned(), |(_, day, _)| day)),
        line(say::given_before(), &|side| match ask(side) {
            Some((_, _, 0)) => say::nothing_given().to_owned(),
            Some((_, _, given)) => words::moments(given),
            None => say::no_ask().to_owned(),
        }),
        line(say::people_then(), &|side| {
            let Some((id, ..)) = ask(side) else { return say::no_ask().to_owned() };
            met(side.view, id).map_or(say::no_curve(), band_name).to_owned()
        }),
        line(say::at_the_end(), &|side| {
            side.view.curve.as_deref().map_or(say::no_curve(), |curve| band_name(curve.ends_in(side.end))).to_owned()
        }),
    ];
    if !is_shown {
        lines.push(line(say::fees(), &|side| {
            let sums: Vec<String> = side.view.totals.cost.iter().map(Money::readable).collect();
            if sums.is_empty() { say::no_fees().to_owned() } else { sums.join(", ") }
        }));
        lines.push(line(say::findings(), &|side| side.found()));
    }
    lines
}

/// What follows from the two orders of two lanes, in a sentence.
#[must_use]
pub fn verdict([left, right]: [Side<'_>; 2]) -> String {
    compared::of_lanes(left.opening(&left.name()), right.opening(&right.name()))
}

/// What follows from the two orders of one lane, in a sentence.
#[must_use]
pub fn verdict_of_orders([left, right]: [Side<'_>; 2]) -> String {
    compared::of_orders(left.given(), right.given())
}

/// What the checker finds in the two orders of one lane: what the row of the table says, for whoever does not see as far down.
#[must_use]
pub fn found_in_orders([left, right]: [Side<'_>; 2]) -> String {
    let (now, then) = (left.found(), right.found());
    if now == then {
        say::findings_either(words::begun_small(&now))
    } else {
        say::findings_then(words::begun_small(&now), words::begun_small(&then))
    }
}

/// The two lanes that say most beside each other: the one in use, and one whose first ask stands the other way.
#[must_use]
pub fn pair(campaign: &Campaign, derived: &Derived, lane: Option<LaneId>) -> Option<[LaneId; 2]> {
    let lanes = &derived.lanes;
    let cold = |view: &LaneView| first_ask(campaign, view).is_some_and(|(_, given)| given == 0);
    let chosen = lanes.iter().find(|view| Some(view.lane.id) == lane);
    let first = chosen.or_else(|| lanes.iter().find(|view| cold(view))).or_else(|| lanes.first())?;
    let others = || lanes.iter().filter(|view| view.lane.id != first.lane.id);
    let second = others().find(|view| view.lane.is_creator() && cold(view) != cold(first)).or_else(|| others().next())?;
    // The cold post stands before the arc, whichever of them was in use.
    let turned = cold(second) && !cold(first);
    let pair = if turned { [second, first] } else { [first, second] };
    Some(pair.map(|view| view.lane.id))
}
