//! Findings for programs. The shape is described in the help of `check`: keys may be added, none go or change.

use serde::Serialize;

use super::check::Checked;
use crate::check::{Applicability, Finding, Fix};
use crate::model::{Campaign, LaneId, MomentId};
use crate::words::{house, terminal as say};

/// The version of this shape.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Root<'a> {
    version: u32,
    files: Vec<FileEntry<'a>>,
}

#[derive(Serialize)]
struct FileEntry<'a> {
    file: &'a str,
    findings: Vec<FindingEntry<'a>>,
    not_checked: Vec<NotCheckedEntry<'a>>,
}

#[derive(Serialize)]
struct FindingEntry<'a> {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    lane: Option<&'a str>,
    moments: Vec<MomentEntry<'a>>,
    message: &'a str,
    help: &'static str,
    fixes: Vec<FixEntry<'a>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    accepted: bool,
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

#[derive(Serialize)]
struct NotCheckedEntry<'a> {
    lane: Option<&'a str>,
    code: &'a str,
    reason: String,
}

/// The findings of all plans as JSON.
pub(super) fn json(plans: &[Checked]) -> String {
    let root = Root { version: VERSION, files: plans.iter().map(file).collect() };
    // Plain data with text keys: there is nothing in it that has no JSON form.
    let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
    text.push('\n');
    text
}

fn file(plan: &Checked) -> FileEntry<'_> {
    let campaign = &plan.campaign;
    let open = plan.report.not_checked.iter().map(|not| NotCheckedEntry {
        lane: lane(campaign, Some(not.lane)),
        code: not.code,
        reason: not.reason.clone().into_owned(),
    });
    let off = plan.report.rules_off(campaign).into_iter().map(|off| NotCheckedEntry {
        lane: None,
        code: off.rule.code,
        reason: match off.house {
            Some(name) => house::off_in_house_reason(name, off.by, off.reason),
            None => say::off_reason(off.by, off.reason),
        },
    });
    FileEntry {
        file: &plan.file,
        findings: plan.shown().map(|(finding, fixes)| entry(campaign, finding, fixes)).collect(),
        not_checked: open.chain(off).collect(),
    }
}

fn entry<'a>(campaign: &'a Campaign, finding: &'a Finding, fixes: &'a [Fix]) -> FindingEntry<'a> {
    FindingEntry {
        code: finding.rule.code,
        name: finding.rule.name,
        severity: finding.severity.key(),
        lane: lane(campaign, finding.lane),
        moments: finding.moments.iter().map(|id| moment(campaign, *id)).collect(),
        message: &finding.message,
        help: finding.help,
        fixes: fixes.iter().map(|fix| FixEntry { title: &fix.title, applicability: key(fix.applicability) }).collect(),
        accepted: !finding.state.is_open(),
    }
}

fn moment(campaign: &Campaign, id: MomentId) -> MomentEntry<'_> {
    let title = campaign.moment(id).map_or("", |(_, moment)| &moment.title);
    MomentEntry { id: id.to_string(), title }
}

fn lane(campaign: &Campaign, id: Option<LaneId>) -> Option<&str> {
    id.and_then(|id| campaign.lane(id)).map(|lane| campaign.lane_name(lane))
}

const fn key(applicability: Applicability) -> &'static str {
    match applicability {
        Applicability::Safe => "safe",
        Applicability::Suggested => "suggested",
        Applicability::Jump(_) => "jump",
    }
}
