//! Two lanes side by side, or one lane as planned and in another order, as far as a reader may know of it; and what follows from two
//! orders, in a sentence that is the same in the window and on every page. It judges nothing: who gives how much before the first
//! ask is what there is to say.

use std::sync::Arc;

use super::arc::band_name;
use super::choice::{Beside, Choice, Compared, Section};
use super::lanes::amounts;
use super::plan::{FindingLine, LaneView, Lasting, Plan, Reader, plan};
use super::risks;
use crate::analysis::curve::Band;
use crate::analysis::totals::LaneTotals;
use crate::check::{self, Options, Report, State};
use crate::model::{Campaign, Lane, LaneId};
use crate::words::{self, lanes_compared as say};

/// What is compared, ready to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Whether it is one lane in two orders.
    pub is_order: bool,
    /// The left and the right.
    pub sides: [SideView; 2],
    /// What follows from the two, in a sentence.
    pub verdict: String,
    /// What is compared: its name, the left, the right.
    pub lines: Vec<(&'static str, [String; 2])>,
}

impl Comparison {
    /// What the left is called, and what the right.
    #[must_use]
    pub(super) fn names(&self) -> (String, String) {
        let [left, right] = &self.sides;
        if self.is_order {
            (say::as_planned(&left.lane.name), say::in_other_order(&right.lane.name))
        } else {
            (left.lane.name.clone(), right.lane.name.clone())
        }
    }
}

/// One side.
#[derive(Clone, Debug, PartialEq)]
pub struct SideView {
    /// Its place among the lanes of the plan.
    pub at: usize,
    /// The lane.
    pub lane: LaneView,
    /// The stretch of days that it stands in.
    pub lasting: Option<Lasting>,
    /// What is open in it; only the team is shown these.
    pub findings: Vec<FindingLine>,
}

/// Whose lane it is, and the plan in which it stands as it is compared.
struct Of<'a> {
    campaign: &'a Campaign,
    report: &'a Report,
    view: &'a Plan,
    lane: LaneId,
}

/// What is compared, where that is wanted, the reader may have it, and its lanes are in the plan.
pub(super) fn view(campaign: &Campaign, report: &Report, plan_view: &Plan, choice: &Choice) -> Option<Comparison> {
    let Compared { left, right } = choice.compared.as_ref().filter(|_| choice.has(Section::Comparison))?;
    let planned = |lane: LaneId| Of { campaign, report, view: plan_view, lane };
    match right {
        Beside::Lane(right) => comparison([planned(*left), planned(*right)], false, choice.reader),
        Beside::Order(lane) => {
            let (other, report) = ordered(campaign, report, lane, choice)?;
            let view = plan(&other, &report, choice.reader);
            comparison(
                [planned(*left), Of { campaign: &other, report: &report, view: &view, lane: lane.id }],
                true,
                choice.reader,
            )
        }
    }
}

/// The plan with a lane in another order, and what is found in that lane then.
fn ordered(campaign: &Campaign, report: &Report, lane: &Arc<Lane>, choice: &Choice) -> Option<(Campaign, Report)> {
    let mut other = campaign.clone();
    let at = other.lanes.iter().position(|here| here.id == lane.id)?;
    *other.lanes.get_mut(at)? = Arc::clone(lane);
    let options = Options { house: report.house.clone(), today: choice.made_on, ..Options::default() };
    let found = check::check_lane(&other, &check::cross(&other), lane, &options);
    let report = check::gather(&other, [found], &options);
    Some((other, report))
}

fn comparison([left, right]: [Of<'_>; 2], is_order: bool, reader: Reader) -> Option<Comparison> {
    let inside = reader == Reader::Internal;
    let sides = [side(&left, inside)?, side(&right, inside)?];
    let [one, other] = &sides;
    let verdict = if is_order {
        of_orders(given(&one.lane), given(&other.lane))
    } else {
        of_lanes(opening(&one.lane), opening(&other.lane))
    };
    let mut lines = lines([&one.lane, &other.lane]);
    if inside {
        let of = |of: fn(&Of<'_>) -> String| [of(&left), of(&right)];
        lines.push((say::fees(), of(fees)));
        lines.push((say::findings(), of(counted)));
    }
    Some(Comparison { is_order, sides, verdict, lines })
}

fn side(of: &Of<'_>, inside: bool) -> Option<SideView> {
    let at = of.campaign.lanes.iter().position(|lane| lane.id == of.lane)?;
    let findings = if inside { found(of) } else { Vec::new() };
    Some(SideView { at, lane: of.view.lanes.get(at)?.clone(), lasting: of.view.lasting.clone(), findings })
}

/// What is open in the lane.
fn found(of: &Of<'_>) -> Vec<FindingLine> {
    let mut report = of.report.clone();
    report.findings.retain(|finding| finding.lane == Some(of.lane));
    risks::open(of.campaign, &report)
}

fn fees(of: &Of<'_>) -> String {
    let lane = of.campaign.lane(of.lane);
    let cost = lane.and_then(|lane| amounts(&LaneTotals::of(of.campaign, lane).cost));
    cost.unwrap_or_else(|| say::no_fees().to_owned())
}

/// "1 error, 2 warnings".
fn counted(of: &Of<'_>) -> String {
    let all = || of.report.findings.iter().filter(|finding| finding.lane == Some(of.lane));
    let open = check::Counts::open(all());
    let accepted = all().filter(|finding| matches!(finding.state, State::Accepted(_))).count();
    let said = words::findings(open.errors, open.warnings, open.hints, accepted);
    if said.is_empty() { say::none_open().to_owned() } else { said }
}

/// How many cards that do not ask come before the first ask; `None` where nothing asks.
fn given(lane: &LaneView) -> Option<usize> {
    lane.cards.iter().position(|card| card.asks.is_some())
}

fn lines(lanes: [&LaneView; 2]) -> Vec<(&'static str, [String; 2])> {
    let line = |label: &'static str, of: &dyn Fn(&LaneView) -> String| (label, lanes.map(of));
    let ask = |lane: &LaneView| given(lane).and_then(|at| lane.cards.get(at)).cloned();
    vec![
        line(say::moments(), &|lane| lane.cards.len().to_string()),
        line(say::asks(), &|lane| lane.cards.iter().filter(|card| card.asks.is_some()).count().to_string()),
        line(say::first_ask(), &|lane| ask(lane).map_or_else(|| say::no_ask().to_owned(), |card| card.briefing.date)),
        line(say::given_before(), &|lane| match given(lane) {
            Some(0) => say::nothing_given().to_owned(),
            Some(given) => words::moments(given),
            None => say::no_ask().to_owned(),
        }),
        line(say::people_then(), &|lane| {
            let Some(card) = ask(lane) else { return say::no_ask().to_owned() };
            card.level.map_or(say::no_curve(), |level| band_name(Band::of(level))).to_owned()
        }),
        line(say::at_the_end(), &|lane| lane.curve.as_ref().map_or(say::no_curve(), |curve| band_name(curve.ends_in)).to_owned()),
    ]
}

/// How a lane begins to ask.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    /// What the lane is called in a sentence.
    pub name: &'a str,
    /// How many moments that do not ask come before its first ask; `None` where nothing asks.
    pub given: Option<usize>,
    /// Whether its people are ready when they are first asked.
    pub is_ready: bool,
}

fn opening(lane: &LaneView) -> Opening<'_> {
    let given = given(lane);
    let level = given.and_then(|at| lane.cards.get(at)).and_then(|card| card.level);
    Opening { name: &lane.short, given, is_ready: level.map(Band::of).is_some_and(Band::is_ready) }
}

/// What follows from two lanes. Who has trusted somebody for years is asked by a first moment without anybody being wronged.
#[must_use]
pub fn of_lanes(left: Opening<'_>, right: Opening<'_>) -> String {
    let asks_first = |first: Opening<'_>, other: Opening<'_>, given: usize| {
        let given = words::moments(given);
        if first.is_ready {
            say::one_asks_ready(first.name, other.name, given)
        } else {
            say::one_asks_first(first.name, other.name, given)
        }
    };
    match (left.given, right.given) {
        (None, None) => say::neither_asks().to_owned(),
        (None, Some(given)) => say::one_never_asks(left.name, right.name, words::moments(given)),
        (Some(given), None) => say::one_never_asks(right.name, left.name, words::moments(given)),
        (Some(0), Some(0)) if left.is_ready && right.is_ready => say::both_ask_ready().to_owned(),
        (Some(0), Some(0)) => say::both_ask_first().to_owned(),
        (Some(0), Some(given)) => asks_first(left, right, given),
        (Some(given), Some(0)) => asks_first(right, left, given),
        (Some(one), Some(other)) if one == other => say::same_given(words::moments(one)),
        (Some(one), Some(other)) => say::both_give_first(left.name, words::moments(one), right.name, words::moments(other)),
    }
}

/// Of one lane: the same as planned and in the other order. An order takes no ask away, but a proposal may bring one.
#[must_use]
pub fn of_orders(now: Option<usize>, then: Option<usize>) -> String {
    match (now, then) {
        (_, None) => say::order_neither().to_owned(),
        (None, Some(then)) => say::order_then_asks(words::moments(then)),
        (Some(0), Some(0)) => say::order_both_first().to_owned(),
        (Some(0), Some(then)) => say::order_now_first(words::moments(then)),
        (Some(now), Some(0)) => say::order_then_first(words::moments(now)),
        (Some(now), Some(then)) if now == then => say::order_same(words::moments(now)),
        (Some(now), Some(then)) => say::order_differs(words::moments(now), words::moments(then)),
    }
}
