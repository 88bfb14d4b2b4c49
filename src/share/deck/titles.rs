//! Titles: sentences that are true of the plan they stand over.
//!
//! A title claims only what the cards say. Where their order is not known, none is claimed; where some asks come before
//! followers are ready, the title counts and does not praise.

use crate::analysis::curve::CONSTANTS;
use crate::model::{Kind, LaneKind};
use crate::words::{self, deck as say};

use super::super::briefing::Place;
use super::super::encode::{left_to_right, shorten};
use super::super::plan::{AskMark, Card, LaneView, Plan};

/// How much of a name stands in a title; the whole one stands below it.
const NAME: usize = 48;
/// How many steps of a story a title tells.
const STEPS: usize = 5;

/// A name, short enough for a title.
pub(super) fn name(lane: &LaneView) -> String {
    shorten(&lane.short, NAME)
}

/// Whether followers are ready for an ask, as far as the plan knows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Readiness {
    /// They are, and they were told why.
    KnowWhy,
    /// The curve is ready, but nothing said why.
    Ready,
    /// They are not.
    Early,
    /// Nobody can say: there is no curve.
    Unknown,
}

fn readiness(lane: &LaneView, at: usize, card: &Card) -> Readiness {
    match (card.mark, card.level) {
        (Some(AskMark::Error | AskMark::Early), _) => Readiness::Early,
        (_, None) => Readiness::Unknown,
        (_, Some(level)) if level < CONSTANTS.ready => Readiness::Early,
        _ if lane.is_known || reason_before(lane, at, card) => Readiness::KnowWhy,
        _ => Readiness::Ready,
    }
}

/// Whether a card that surely comes before says how the two got together.
fn reason_before(lane: &LaneView, at: usize, card: &Card) -> bool {
    let says_why = |card: &Card| card.kind.is_ground() || card.covers.iter().any(|kind| kind.is_ground());
    let comes_before =
        |other: &Card| other.place_in_order.is_comparable(card.place_in_order) && other.place_in_order < card.place_in_order;
    lane.cards.iter().take(at).any(|other| says_why(other) && comes_before(other))
}

/// What the arc says of asks.
pub(super) fn arc(plan: &Plan) -> String {
    let cards = plan.lanes.iter().flat_map(|lane| lane.cards.iter().enumerate().map(move |(at, card)| (lane, at, card)));
    let asks: Vec<Readiness> = cards
        .clone()
        .filter(|(_, _, card)| card.asks.is_some())
        .map(|(lane, at, card)| if lane.kind == LaneKind::Creator { readiness(lane, at, card) } else { Readiness::Unknown })
        .collect();
    let of = |wanted: &[Readiness]| asks.iter().filter(|of| wanted.contains(of)).count();
    let (early, unknown) = (of(&[Readiness::Early]), of(&[Readiness::Unknown]));
    let ready = of(&[Readiness::Ready, Readiness::KnowWhy]);
    match asks.len() {
        _ if cards.clone().next().is_none() => say::nothing_planned().to_owned(),
        0 => say::nobody_asked().to_owned(),
        all if of(&[Readiness::KnowWhy]) == all => say::nobody_asked_before_why().to_owned(),
        all if ready == all => say::every_ask_ready().to_owned(),
        all if unknown == all => order(plan),
        1 => say::the_ask_is_early().to_owned(),
        all if ready > 0 => say::asks_ready(say::number_capital(ready), say::number(all)),
        all if early == all => say::no_ask_waits().to_owned(),
        all => say::asks_early(say::number_capital(early), say::number(all)),
    }
}

/// What can be said of a plan without curves: what comes before what.
fn order(plan: &Plan) -> String {
    let asks = || {
        plan.lanes.iter().flat_map(|lane| {
            lane.cards.iter().enumerate().filter(|(_, card)| card.asks.is_some()).map(move |(at, card)| (lane, at, card))
        })
    };
    if asks().all(|(lane, at, card)| reason_before(lane, at, card)) {
        say::every_ask_after_why().to_owned()
    } else {
        say::story_of(say::capital(&say::moments(plan.cards().count())), say::lanes(plan.lanes.len()))
    }
}

/// What one lane tells, step by step, where its order is known.
pub(super) fn lane(lane: &LaneView) -> String {
    left_to_right(&told(lane)).into_owned()
}

fn told(lane: &LaneView) -> String {
    let name = name(lane);
    let moments = say::moments(lane.cards.len());
    let [first, rest @ ..] = lane.cards.as_slice() else { return say::lane_is_empty(name) };
    if lane.kind == LaneKind::Community {
        return say::lane_moments(name, moments);
    }
    if !rest.iter().all(|card| card.place_in_order.is_comparable(first.place_in_order)) {
        let undated = lane.cards.iter().filter(|card| card.place_in_order == Place::Unknown).count();
        return if undated == lane.cards.len() {
            say::lane_undated(name, moments)
        } else {
            say::lane_partly_dated(name, moments)
        };
    }
    // Each verb counts where it comes first; what comes on one day is told in one breath.
    let mut known: Vec<&'static str> = Vec::new();
    let mut steps: Vec<(Place, Vec<&'static str>)> = Vec::new();
    for card in &lane.cards {
        let verb = verb(card);
        if known.contains(&verb) {
            continue;
        }
        known.push(verb);
        match steps.last_mut() {
            Some((place, verbs)) if *place == card.place_in_order => verbs.push(verb),
            _ => steps.push((card.place_in_order, vec![verb])),
        }
    }
    let more = steps.len() > STEPS;
    let mut told: Vec<String> = steps.iter().take(STEPS).map(|(_, verbs)| words::list(verbs)).collect();
    if more {
        told.push(say::verb_goes_on().to_owned());
    }
    match told.as_slice() {
        [] => say::lane_is_empty(name),
        [one] => say::lane_does(name, one),
        [head @ .., last] => say::lane_does_then(name, head.join(", "), last),
    }
}

/// What somebody does with a card.
fn verb(card: &Card) -> &'static str {
    if card.asks.is_some() {
        return if card.calls() { say::verb_asks() } else { say::verb_shows_product() };
    }
    match card.kind {
        Kind::Announcement | Kind::Origin => say::verb_says_why(),
        Kind::Values => say::verb_lives_it(),
        Kind::Community => say::verb_shares_it(),
        Kind::Story => say::verb_tells(),
        Kind::Engage => say::verb_invites(),
        Kind::Event => say::verb_meets(),
        Kind::Impact => say::verb_shows(),
        Kind::Teaser => say::verb_hints(),
        Kind::Organic => say::verb_posts(),
        Kind::Repair => say::verb_repairs(),
        Kind::Product | Kind::Offer => say::verb_asks(),
    }
}

/// The line under the title of a brief: how many, in which order, and where the ask stands.
pub(super) fn brief(lane: &LaneView) -> String {
    let moments = say::capital(&say::moments(lane.cards.len()));
    let [first, .., last] = lane.cards.as_slice() else {
        return match lane.cards.as_slice() {
            [one] if one.calls() => say::brief_one_ask(),
            [one] if one.asks.is_some() => say::brief_one_shows(),
            [_] => say::brief_one(),
            _ => say::brief_none(),
        }
        .to_owned();
    };
    let is_ordered = lane.cards.iter().all(|card| card.place_in_order.is_comparable(first.place_in_order));
    let head = if is_ordered { say::brief_in_order(moments) } else { say::brief_moments(moments) };
    let asks = lane.cards.iter().filter(|card| card.calls()).count();
    let only_shows = lane.cards.iter().any(|card| card.asks.is_some());
    // Where two come on one day, none of them comes first or last.
    let alone = |card: &Card| lane.cards.iter().filter(|other| other.place_in_order == card.place_in_order).count() == 1;
    let tail = match asks {
        0 if only_shows => say::brief_only_shows().to_owned(),
        0 => say::brief_asks_nothing().to_owned(),
        1 if is_ordered && last.calls() && alone(last) => say::brief_ask_last().to_owned(),
        1 if is_ordered && first.calls() && alone(first) => say::brief_ask_first().to_owned(),
        1 => say::brief_one_asks().to_owned(),
        _ if asks == lane.cards.len() => say::brief_all_ask().to_owned(),
        _ => say::brief_some_ask(say::number_capital(asks)),
    };
    say::two_sentences(head, tail)
}
