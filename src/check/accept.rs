//! Accepted findings: what an acceptance covers, whether it holds, and why one no longer does.
//!
//! An acceptance rests on the facts of what it covered when it was written. On one moment they have to be the same facts;
//! on a lane or the campaign the facts of everything it covered then are kept together, and a finding is accepted while all
//! of its facts are among them. So a finding that appears later is open, whatever was accepted before it.

use std::collections::BTreeMap;

use super::Options;
use super::config::Config;
use super::finding::{Finding, Stale, State};
use super::rule::rule;
use crate::model::{Acceptance, Campaign, Day, LaneId, Scope};

/// Why an acceptance covers nothing now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lapse {
    /// What the findings rest on changed, or nobody noted it when they were accepted.
    FactsChanged,
    /// Its last day is over.
    Expired,
    /// Nothing of that kind is found there any more.
    NothingFound,
    /// It names a moment that is gone.
    MomentGone,
    /// It names a lane that is gone.
    LaneGone,
    /// It names a rule that this program does not know.
    UnknownRule,
    /// Its rule does not run for this plan.
    RuleOff,
}

/// An acceptance with what became of it.
#[derive(Clone, Debug)]
pub struct Covered<'a> {
    /// The acceptance.
    pub acceptance: &'a Acceptance,
    /// The findings for which it holds; where it does not hold, those it was about, open again.
    pub findings: Vec<&'a Finding>,
    /// Why it does not hold; `None` while it does.
    pub lapse: Option<Lapse>,
}

/// Every acceptance of a plan, in the plan's order, with what it covers among these findings, or why it covers nothing.
#[must_use]
pub fn acceptances<'a>(
    campaign: &'a Campaign,
    findings: impl IntoIterator<Item = &'a Finding>,
    options: &Options,
) -> Vec<Covered<'a>> {
    if campaign.acceptances.is_empty() {
        return Vec::new();
    }
    let mut by_code: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        by_code.entry(finding.rule.code).or_default().push(finding);
    }
    let config = Config::of(campaign, options);
    campaign.acceptances.iter().map(|acceptance| covered(campaign, &config, acceptance, &by_code, options.today)).collect()
}

fn covered<'a>(
    campaign: &Campaign,
    config: &Config<'_>,
    acceptance: &'a Acceptance,
    by_code: &BTreeMap<&str, Vec<&'a Finding>>,
    today: Option<Day>,
) -> Covered<'a> {
    let lapsed = |findings, lapse| Covered { acceptance, findings, lapse: Some(lapse) };
    let Some(rule) = rule(&acceptance.rule) else { return lapsed(Vec::new(), Lapse::UnknownRule) };
    match acceptance.target {
        Scope::Moment(id) if campaign.moment(id).is_none() => return lapsed(Vec::new(), Lapse::MomentGone),
        Scope::Lane(id) if campaign.lane(id).is_none() => return lapsed(Vec::new(), Lapse::LaneGone),
        _ => {}
    }
    let about: Vec<&Finding> = by_code
        .get(rule.code)
        .into_iter()
        .flatten()
        .copied()
        .filter(|finding| covers(acceptance, finding) && is_about(acceptance, finding))
        .collect();
    if about.is_empty() {
        return lapsed(about, if config.runs(rule) { Lapse::NothingFound } else { Lapse::RuleOff });
    }
    let (held, changed): (Vec<&Finding>, Vec<&Finding>) = about.into_iter().partition(|finding| holds(acceptance, finding));
    if held.is_empty() {
        lapsed(changed, Lapse::FactsChanged)
    } else if is_over(acceptance, today) {
        lapsed(held, Lapse::Expired)
    } else {
        Covered { acceptance, findings: held, lapse: None }
    }
}

/// What an acceptance of this finding rests on: its own facts on a moment; on a lane or the campaign those of every finding
/// of its rule there.
#[must_use]
pub fn accepted_facts<'a>(finding: &Finding, all: impl IntoIterator<Item = &'a Finding>, target: Scope) -> Vec<String> {
    let mut facts = finding.facts.to_vec();
    if matches!(target, Scope::Moment(_)) {
        return facts;
    }
    let alike = all.into_iter().filter(|other| other.rule == finding.rule && is_in(target, other));
    facts.extend(alike.flat_map(|other| other.facts.iter().cloned()));
    // In an order of their own: which finding came first says nothing.
    facts.sort_unstable();
    facts.dedup();
    facts
}

/// Marks the findings of a lane that somebody accepted, and those whose acceptance holds no longer.
pub(super) fn mark(campaign: &Campaign, today: Option<Day>, lane: LaneId, findings: &mut [Finding]) {
    // Most acceptances of a large plan are about cards of other lanes.
    let near = |acceptance: &&Acceptance| match acceptance.target {
        Scope::Campaign => true,
        Scope::Lane(id) => id == lane,
        Scope::Moment(id) => findings.iter().any(|finding| finding.subject() == Some(id)),
    };
    let near: Vec<&Acceptance> = campaign.acceptances.iter().map(AsRef::as_ref).filter(near).collect();
    // Findings are open until somebody accepts them.
    if near.is_empty() {
        return;
    }
    for finding in findings {
        let mut state = State::Open;
        for acceptance in near.iter().filter(|acceptance| covers(acceptance, finding)) {
            match (holds(acceptance, finding), is_over(acceptance, today)) {
                (true, false) => {
                    state = State::Accepted(acceptance.id);
                    break;
                }
                (true, true) => state = State::Stale(acceptance.id, Stale::Expired),
                // What nobody had seen when they accepted its like is open, not open again.
                (false, _) if is_about(acceptance, finding) && state == State::Open => {
                    state = State::Stale(acceptance.id, Stale::FactsChanged);
                }
                (false, _) => {}
            }
        }
        finding.state = state;
    }
}

fn is_over(acceptance: &Acceptance, today: Option<Day>) -> bool {
    acceptance.until.zip(today).is_some_and(|(until, today)| until < today)
}

/// Whether a finding still rests on what somebody accepted. A finding always rests on something, so an acceptance without
/// facts never holds: nobody could say when it is over. The order of facts says nothing.
fn holds(acceptance: &Acceptance, finding: &Finding) -> bool {
    let known = !finding.facts.is_empty() && finding.facts.iter().all(|fact| acceptance.facts.contains(fact));
    known && (!matches!(acceptance.target, Scope::Moment(_)) || acceptance.facts.iter().all(|fact| finding.facts.contains(fact)))
}

/// Whether an acceptance speaks of findings like this one, whatever it rested on.
fn covers(acceptance: &Acceptance, finding: &Finding) -> bool {
    finding.rule.is_called(&acceptance.rule) && is_in(acceptance.target, finding)
}

fn is_in(target: Scope, finding: &Finding) -> bool {
    match target {
        Scope::Campaign => true,
        Scope::Lane(lane) => finding.lane == Some(lane),
        Scope::Moment(moment) => finding.subject() == Some(moment),
    }
}

/// Whether an acceptance of a whole lane or campaign was about this very finding: its facts name the card, or where there is
/// none the lane. One without any facts could have been about everything.
fn is_about(acceptance: &Acceptance, finding: &Finding) -> bool {
    if matches!(acceptance.target, Scope::Moment(_)) || acceptance.facts.is_empty() {
        return true;
    }
    let id = finding.subject().map(|id| id.to_string()).or_else(|| finding.lane.map(|id| id.to_string()));
    let Some(id) = id else { return true };
    acceptance.facts.iter().any(|fact| fact.split([' ', ':']).any(|word| word == id))
}
