//! Findings and accepted risks, as far as a reader may know of them.

use std::collections::BTreeMap;

use crate::check::{self, Finding, Lapse, Options, Report, Severity, Stale, State};
use crate::model::{Acceptance, AcceptanceId, Campaign, Day, MomentId, Scope};
use crate::words::{accept, share as say};

use super::encode::{clean, isolated, left_to_right};
use super::plan::{Accepted, AskMark, FindingLine, UncheckedLine};

/// How findings mark asks. For a client an open finding leaves no trace, nor does an acceptance that is not shown.
pub(super) fn marks(campaign: &Campaign, report: &Report, inside: bool) -> BTreeMap<MomentId, AskMark> {
    let shown = |id: AcceptanceId| acceptance(campaign, id, inside).is_some();
    let mut marks: BTreeMap<MomentId, AskMark> = BTreeMap::new();
    for finding in &report.findings {
        let mark = match (finding.state, finding.severity) {
            (State::Accepted(id), _) if shown(id) => AskMark::Accepted,
            (State::Open | State::Stale(..), Severity::Error) if inside => AskMark::Error,
            (State::Open | State::Stale(..), Severity::Warning) if inside => AskMark::Warning,
            _ => continue,
        };
        for moment in &finding.moments {
            let worst = marks.entry(*moment).or_insert(mark);
            *worst = mark.min(*worst);
        }
    }
    marks
}

/// The acceptance with that id, where the reader may know of it.
fn acceptance(campaign: &Campaign, id: AcceptanceId, inside: bool) -> Option<&Acceptance> {
    let found = campaign.acceptances.iter().find(|accepted| accepted.id == id)?;
    (inside || found.show_to_client).then_some(&**found)
}

/// Why moments are accepted as they are, as far as the reader may know; of several reasons the first.
pub(super) fn reasons(campaign: &Campaign, report: &Report, inside: bool) -> BTreeMap<MomentId, String> {
    let mut reasons = BTreeMap::new();
    for finding in &report.findings {
        let State::Accepted(id) = finding.state else { continue };
        let Some(accepted) = acceptance(campaign, id, inside) else { continue };
        for moment in &finding.moments {
            reasons.entry(*moment).or_insert_with(|| clean(&accepted.reason));
        }
    }
    reasons
}

/// The open findings as they are listed.
pub(super) fn open(campaign: &Campaign, report: &Report) -> Vec<FindingLine> {
    let moments = campaign.lanes.iter().flat_map(|lane| &lane.moments);
    let titles: BTreeMap<MomentId, &str> = moments.map(|moment| (moment.id, moment.title.as_str())).collect();
    check::cards(report.findings.iter().filter(|finding| finding.state.is_open()))
        .into_iter()
        .map(|card| {
            let mut codes: Vec<&str> = card.findings.iter().map(|finding| finding.code()).collect();
            codes.dedup();
            let mut clears: Vec<String> = card.findings.iter().map(|finding| finding.clears.to_owned()).collect();
            clears.dedup();
            let place = place(campaign, &titles, &card.findings);
            let (message, lines) = match card.findings.as_slice() {
                [one] => (format!("{} {}", card.message, one.help), Vec::new()),
                several => (card.message, several.iter().map(|finding| sentence(&finding.message)).collect()),
            };
            FindingLine {
                severity: card.severity,
                code: codes.join(", "),
                title: card.title.to_owned(),
                message: sentence(&message),
                place,
                clears,
                lines,
            }
        })
        .collect()
}

/// A sentence of ours, which reads from left to right also where a name begins it that does not.
fn sentence(text: &str) -> String {
    left_to_right(&clean(text)).into_owned()
}

/// Whose lane findings are about, and the cards they name, each once.
fn place(campaign: &Campaign, titles: &BTreeMap<MomentId, &str>, findings: &[&Finding]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let lanes = findings.iter().filter_map(|finding| campaign.lane(finding.lane?));
    let cards = findings.iter().flat_map(|finding| &finding.moments).filter_map(|id| titles.get(id).copied());
    for name in lanes.map(|lane| campaign.lane_name(lane)).chain(cards).map(clean).filter(|name| !name.trim().is_empty()) {
        if !parts.contains(&name) {
            parts.push(name);
        }
    }
    if parts.is_empty() { accept::of_plan().to_owned() } else { parts.join(" · ") }
}

/// How many lanes are named before the others are counted.
const LANES_NAMED: usize = 3;

/// What could not be checked, one entry for each reason: whose lanes, and why with the codes of the rules.
pub(super) fn not_checked(campaign: &Campaign, report: &Report) -> Vec<(String, String)> {
    let groups = check::unchecked(campaign, &report.not_checked);
    groups
        .into_iter()
        .map(|group| {
            let names = group.lanes.iter().take(LANES_NAMED).filter_map(|id| campaign.lane(*id));
            let names: Vec<_> = names.map(|lane| isolated(campaign.lane_name(lane))).collect();
            let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
            let lanes = accept::lanes(&names, group.lanes.len() - names.len());
            (sentence(&lanes), clean(&say::reason_with_codes(&group.reason, group.codes.join(", "))))
        })
        .collect()
}

/// The same, a line for each rule, with every lane named.
pub(super) fn unchecked(campaign: &Campaign, report: &Report) -> Vec<UncheckedLine> {
    let mut all = Vec::new();
    for group in check::unchecked(campaign, &report.not_checked) {
        let lanes = group.lanes.iter().filter_map(|id| campaign.lane(*id));
        let names: Vec<String> = lanes.map(|lane| clean(campaign.lane_name(lane))).collect();
        let (place, reason) = (names.join(", "), clean(&group.reason));
        all.extend(group.codes.iter().map(|code| UncheckedLine {
            code,
            title: check::rule(code).map_or("", |rule| rule.says()),
            reason: reason.clone(),
            place: place.clone(),
        }));
    }
    all
}

/// The accepted risks a reader sees, in the order of the plan; for the team also those that hold no longer.
///
/// One acceptance may cover many findings: each is a line of its own, because to a reader each is a risk of its own.
pub(super) fn accepted(campaign: &Campaign, report: &Report, inside: bool) -> Vec<Accepted> {
    // Which day it was is known to the report alone: what is over is among its stale ones.
    let options = Options { house: report.house.clone(), ..Options::default() };
    let covered = check::acceptances(campaign, &report.findings, &options);
    let mut lines = Vec::new();
    for of in covered.iter().filter(|of| inside || of.acceptance.show_to_client) {
        let acceptance = of.acceptance;
        let line = |found: Option<&Finding>, holds: Option<&'static str>| Accepted {
            sentence: found.map(|finding| sentence(&finding.message)),
            reason: clean(&acceptance.reason),
            inside: if inside { acceptance_inside(campaign, acceptance, holds) } else { Vec::new() },
        };
        let before = lines.len();
        for finding in &report.findings {
            match finding.state {
                State::Accepted(id) if id == acceptance.id => lines.push(line(Some(finding), None)),
                // To a client a risk that is open again is an open finding.
                State::Stale(id, why) if id == acceptance.id && inside => {
                    let why = if why == Stale::Expired { say::expired() } else { say::facts_changed() };
                    lines.push(line(Some(finding), Some(why)));
                }
                _ => {}
            }
        }
        // An acceptance that covers nothing is something for the team to clear up, not for the client to read. Where another
        // one covers the same finding, it holds like that one.
        if inside && lines.len() == before {
            let over = report.stale.contains(&acceptance.id).then_some(Lapse::Expired);
            let lapse = of.lapse.or(over);
            let first = of.findings.first().copied().filter(|_| lapse.is_none());
            lines.push(line(first, lapse.map(lapsed)));
        }
    }
    lines
}

/// Why an acceptance holds no longer.
fn lapsed(lapse: Lapse) -> &'static str {
    match lapse {
        Lapse::FactsChanged => say::facts_changed(),
        Lapse::Expired => say::expired(),
        Lapse::NothingFound => accept::stale_nothing(),
        Lapse::MomentGone => accept::stale_moment(),
        Lapse::LaneGone => accept::stale_lane(),
        Lapse::UnknownRule => accept::stale_rule(),
        Lapse::RuleOff => accept::stale_off(),
    }
}

fn acceptance_inside(campaign: &Campaign, acceptance: &Acceptance, holds: Option<&'static str>) -> Vec<(&'static str, String)> {
    let target = match acceptance.target {
        Scope::Campaign => Some(accept::of_plan().to_owned()),
        Scope::Lane(id) => campaign.lane(id).map(|lane| accept::of_lane(campaign.lane_name(lane))),
        Scope::Moment(id) => campaign.moment(id).map(|(_, moment)| moment.title.clone()),
    };
    let mut inside = vec![(say::rule(), clean(&acceptance.rule))];
    inside.extend(target.map(|target| (say::about(), clean(&target))));
    inside.push((say::owner(), clean(&acceptance.owner)));
    inside.push((say::until(), acceptance.until.map_or_else(|| accept::for_good().to_owned(), Day::long)));
    inside.extend(holds.map(|why| (say::holds_no_longer(), why.to_owned())));
    inside
}
