//! Findings for programs. The shape is described in the help of `check`: keys may be added, none go or change.
//!
//! Plans come one after the other, so that the whole of many plans is never in memory; the pieces are put together by hand.

use serde::Serialize;

use super::baseline::Known;
use super::check::Total;
use super::seen::{Seen, Shown};
use crate::check::{Applicability, Fix, Lapse, Limit, Origin, Stale, State};
use crate::model::{Acceptance, Campaign, Day, LaneId, Profile};
use crate::words::terminal as say;

/// The version of this shape.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct FileEntry<'a> {
    file: &'a str,
    plan: &'a str,
    findings: Vec<FindingEntry<'a>>,
    not_checked: Vec<NotCheckedEntry<'a>>,
    stale: Vec<AcceptanceEntry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_out: Vec<LeftOutEntry>,
    #[serde(skip_serializing_if = "is_none")]
    known: usize,
}

#[derive(Serialize)]
struct FindingEntry<'a> {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    title: &'static str,
    lane: Option<&'a str>,
    lane_id: Option<String>,
    moments: Vec<MomentEntry<'a>>,
    date: Option<Day>,
    field: Option<&'static str>,
    message: &'a str,
    help: &'a str,
    evidence: &'static str,
    threshold: Option<LimitEntry>,
    facts: &'a [String],
    clears: &'static str,
    fixes: Vec<FixEntry<'a>>,
    state: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    accepted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    acceptance: Option<AcceptanceEntry<'a>>,
    fingerprint: &'a str,
}

#[derive(Serialize)]
struct MomentEntry<'a> {
    id: String,
    title: &'a str,
}

#[derive(Serialize)]
struct FixEntry<'a> {
    title: &'a str,
    applicability: &'static str,
}

/// A threshold as programs read it.
#[derive(Serialize)]
pub(super) struct LimitEntry {
    setting: &'static str,
    value: u16,
    origin: &'static str,
}

impl From<Limit> for LimitEntry {
    fn from(limit: Limit) -> Self {
        let origin = match limit.origin {
            Origin::Default => "default",
            Origin::House => "house",
            Origin::Plan => "plan",
        };
        Self { setting: limit.setting, value: limit.value, origin }
    }
}

#[derive(Serialize)]
struct AcceptanceEntry<'a> {
    code: &'a str,
    owner: &'a str,
    reason: &'a str,
    until: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'static str>,
}

impl<'a> From<&'a Acceptance> for AcceptanceEntry<'a> {
    fn from(it: &'a Acceptance) -> Self {
        Self { code: &it.rule, owner: &it.owner, reason: &it.reason, until: it.until, why: None }
    }
}

#[derive(Serialize)]
struct NotCheckedEntry<'a> {
    lane: Option<&'a str>,
    code: &'a str,
    reason: String,
}

#[derive(Serialize)]
struct LeftOutEntry {
    code: &'static str,
    findings: usize,
}

#[derive(Serialize)]
struct BaselineEntry<'a> {
    known: usize,
    gone: Vec<&'a Known>,
}

/// What comes before the plans.
pub(super) fn head() -> String {
    format!("{{\n  \"version\": {VERSION},\n  \"files\": [")
}

/// What comes behind the plans; `any` where there were some.
pub(super) fn foot(any: bool, total: &Total<'_>) -> String {
    let end = if any { "\n  ]" } else { "]" };
    let baseline = total.gone.as_ref().map_or_else(String::new, |gone| {
        let entry = BaselineEntry { known: total.tally.known, gone: gone.clone() };
        format!(",\n  \"baseline\": {}", pretty(&entry, 2).trim_start())
    });
    format!("{end}{baseline}\n}}\n")
}

/// A value as JSON, every line indented.
pub(super) fn pretty(value: &impl Serialize, indent: usize) -> String {
    // Plain data with text keys: there is nothing in it that has no JSON form.
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    let lines: Vec<String> = text.lines().map(|line| format!("{:indent$}{line}", "")).collect();
    lines.join("\n")
}

/// A plan.
pub(super) fn plan(seen: &Seen) -> String {
    let campaign = &seen.campaign;
    let open = seen.not_checked.iter().map(|not| NotCheckedEntry {
        lane: lane(campaign, Some(not.lane)),
        code: not.code,
        reason: not.reason.clone().into_owned(),
    });
    let off = seen.off().into_iter().map(|off| NotCheckedEntry {
        lane: None,
        code: off.rule.code,
        reason: match off.house {
            Some(house) => say::off_house_reason(house, off.by, off.reason),
            None => say::off_reason(off.by, off.reason),
        },
    });
    let idle = seen.idle.iter().map(|rule| NotCheckedEntry {
        lane: None,
        code: rule.code,
        reason: say::idle_reason(Profile::Strict.key()),
    });
    let unknown = seen.unknown_rules().into_iter();
    let unknown = unknown.map(|code| NotCheckedEntry { lane: None, code, reason: say::unknown_rule_reason().to_owned() });
    let entry = FileEntry {
        file: &seen.file,
        plan: &seen.key,
        findings: seen.shown.iter().map(|shown| finding(seen, shown)).collect(),
        not_checked: open.chain(off).chain(unknown).chain(idle).collect(),
        stale: seen.lapsed().map(|(it, lapse)| AcceptanceEntry { why: Some(why(lapse)), ..it.into() }).collect(),
        left_out: seen.left_out.iter().map(|(code, findings)| LeftOutEntry { code, findings: *findings }).collect(),
        known: seen.known,
    };
    pretty(&entry, 4)
}

fn finding<'a>(seen: &'a Seen, shown: &'a Shown) -> FindingEntry<'a> {
    let (campaign, finding) = (&seen.campaign, &shown.finding);
    let acceptance = match finding.state {
        State::Open => None,
        State::Accepted(id) | State::Stale(id, _) => seen.acceptance(id),
    };
    FindingEntry {
        code: finding.rule.code,
        name: finding.rule.name,
        severity: finding.severity.key(),
        title: finding.title,
        lane: lane(campaign, finding.lane),
        lane_id: finding.lane.map(|id| id.to_string()),
        moments: finding
            .moments
            .iter()
            .map(|id| MomentEntry { id: id.to_string(), title: seen.title(finding.lane, *id) })
            .collect(),
        date: finding.date,
        field: finding.field,
        message: &finding.message,
        help: &finding.help,
        evidence: finding.rule.evidence.key(),
        threshold: finding.threshold.map(Into::into),
        facts: &finding.facts,
        clears: finding.clears,
        fixes: shown.fixes.iter().map(fix).collect(),
        state: state(finding.state),
        accepted: !finding.state.is_open(),
        acceptance: acceptance.map(Into::into),
        fingerprint: &shown.fingerprint,
    }
}

/// Whether somebody accepted a finding, as programs read it.
const fn state(state: State) -> &'static str {
    match state {
        State::Open => "open",
        State::Accepted(_) => "accepted",
        State::Stale(_, Stale::FactsChanged) => "changed",
        State::Stale(_, Stale::Expired) => "expired",
    }
}

/// Why an acceptance covers nothing any more, as programs read it.
const fn why(lapse: Lapse) -> &'static str {
    match lapse {
        Lapse::FactsChanged => "changed",
        Lapse::Expired => "expired",
        Lapse::NothingFound => "nothing_found",
        Lapse::MomentGone => "moment_gone",
        Lapse::LaneGone => "lane_gone",
        Lapse::UnknownRule => "unknown_rule",
        Lapse::RuleOff => "rule_off",
    }
}

fn lane(campaign: &Campaign, id: Option<LaneId>) -> Option<&str> {
    id.and_then(|id| campaign.lane(id)).map(|lane| campaign.lane_name(lane))
}

fn fix(fix: &Fix) -> FixEntry<'_> {
    let applicability = match fix.applicability {
        Applicability::Safe => "safe",
        Applicability::Suggested => "suggested",
        Applicability::Jump(_) => "jump",
    };
    FixEntry { title: &fix.title, applicability }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks like this")]
const fn is_none(n: &usize) -> bool {
    *n == 0
}
