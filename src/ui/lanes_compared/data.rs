//! What is compared of two lanes: facts that the plan has, in words. Pure; never judges beyond what the findings say.

use crate::analysis::curve::Band;
use crate::analysis::packing::reading_order;
use crate::analysis::scale::PlanEnd;
use crate::analysis::totals::LaneTotals;
use crate::model::{Campaign, Lane, LaneId, Moment, Money};
use crate::ui::board::{band_name, when_text};
use crate::ui::view::{Derived, LaneView};
use crate::words::{self, lanes_compared as say};

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

/// The cards of a lane in the order in which they are read.
pub(super) fn cards<'a>(campaign: &Campaign, lane: &'a Lane) -> Vec<&'a Moment> {
    reading_order(campaign, lane).into_iter().filter_map(|at| lane.moments.get(at)).map(AsRef::as_ref).collect()
}

/// The first ask of a lane, and how many cards that do not ask come before it.
fn first_ask<'a>(campaign: &Campaign, lane: &'a Lane) -> Option<(&'a Moment, usize)> {
    let cards = cards(campaign, lane);
    let at = cards.iter().position(|moment| moment.is_ask())?;
    cards.get(at).map(|ask| (*ask, at))
}

/// The rows of the comparison; without what is internal where somebody else looks on.
#[must_use]
pub fn lines(campaign: &Campaign, end: PlanEnd, [left, right]: [&LaneView; 2], is_shown: bool) -> Vec<Line> {
    let line = |label, of: &dyn Fn(&LaneView) -> String| Line { label, sides: [of(left), of(right)] };
    let totals = |view: &LaneView| LaneTotals::of(campaign, &view.lane);
    let ask =
        |view: &LaneView| first_ask(campaign, &view.lane).map(|(ask, given)| (ask.id, when_text(campaign, ask.when), given));
    let mut lines = vec![
        line(say::moments(), &|view| totals(view).moments.to_string()),
        line(say::asks(), &|view| totals(view).asks.to_string()),
        line(say::first_ask(), &|view| ask(view).map_or_else(|| say::no_ask().to_owned(), |(_, day, _)| day)),
        line(say::given_before(), &|view| match ask(view) {
            Some((_, _, 0)) => say::nothing_given().to_owned(),
            Some((_, _, given)) => words::moments(given),
            None => say::no_ask().to_owned(),
        }),
        line(say::people_then(), &|view| {
            let around = ask(view).and_then(|(id, ..)| view.curve.as_ref()?.around(id));
            around.map_or(say::no_curve(), |around| band_name(Band::of(around.before))).to_owned()
        }),
        line(say::at_the_end(), &|view| {
            view.curve.as_ref().map_or(say::no_curve(), |curve| band_name(curve.ends_in(end))).to_owned()
        }),
    ];
    if !is_shown {
        lines.push(line(say::fees(), &|view| {
            let sums: Vec<String> = totals(view).cost.iter().map(Money::readable).collect();
            if sums.is_empty() { say::no_fees().to_owned() } else { sums.join(", ") }
        }));
        lines.push(line(say::findings(), &|view| {
            let counts = view.counts;
            let said = words::findings(counts.errors, counts.warnings, counts.hints, counts.accepted);
            if said.is_empty() { say::none_open().to_owned() } else { said }
        }));
    }
    lines
}

/// What follows from the two orders, in a sentence.
#[must_use]
pub fn verdict(campaign: &Campaign, [left, right]: [&LaneView; 2]) -> String {
    let name = |view: &LaneView| {
        campaign.creator_of(&view.lane).map_or_else(|| campaign.lane_name(&view.lane), |creator| creator.first_name()).to_owned()
    };
    let given = |view: &LaneView| first_ask(campaign, &view.lane).map(|(_, given)| given);
    match (given(left), given(right)) {
        (None, None) => say::neither_asks().to_owned(),
        (None, Some(given)) => say::one_never_asks(name(left), name(right), words::moments(given)),
        (Some(given), None) => say::one_never_asks(name(right), name(left), words::moments(given)),
        (Some(0), Some(0)) => say::both_ask_first().to_owned(),
        (Some(0), Some(given)) => say::one_asks_first(name(left), name(right), words::moments(given)),
        (Some(given), Some(0)) => say::one_asks_first(name(right), name(left), words::moments(given)),
        (Some(one), Some(other)) if one == other => say::same_given(words::moments(one)),
        (Some(one), Some(other)) => say::both_give_first(name(left), words::moments(one), name(right), words::moments(other)),
    }
}

/// The two lanes that say most beside each other: the one in use, and one whose first ask stands the other way.
#[must_use]
pub fn pair(campaign: &Campaign, derived: &Derived, lane: Option<LaneId>) -> Option<[LaneId; 2]> {
    let lanes = &derived.lanes;
    let cold = |view: &LaneView| first_ask(campaign, &view.lane).is_some_and(|(_, given)| given == 0);
    let chosen = lanes.iter().find(|view| Some(view.lane.id) == lane);
    let first = chosen.or_else(|| lanes.iter().find(|view| cold(view))).or_else(|| lanes.first())?;
    let others = || lanes.iter().filter(|view| view.lane.id != first.lane.id);
    let second = others().find(|view| view.lane.is_creator() && cold(view) != cold(first)).or_else(|| others().next())?;
    // The cold post stands before the arc, whichever of them was in use.
    let turned = cold(second) && !cold(first);
    let pair = if turned { [second, first] } else { [first, second] };
    Some(pair.map(|view| view.lane.id))
}
