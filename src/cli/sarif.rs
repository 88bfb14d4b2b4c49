//! Findings as SARIF 2.1.0, for the tools that already show those of other checkers.
//!
//! Left out on purpose: `fixes`, because a fix here is an edit of the plan and not a piece of text to replace in the file;
//! and every address on the web, because the program has none.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use super::check::Total;
use super::json::{LimitEntry, pretty};
use super::plans::Complaint;
use super::report::{self, until};
use super::seen::{Seen, Shown, Terms};
use crate::check::{self, Finding, Rule, Severity, State};
use crate::model::{LaneId, MomentId, Profile};
use crate::store::{Places, fs};
use crate::words::terminal as say;

/// The name of the fingerprint; the number changes when its recipe does.
const FINGERPRINT: &str = "momentboard/v1";

#[derive(Serialize)]
struct Text {
    text: String,
}

fn text(text: impl Into<String>) -> Text {
    Text { text: text.into() }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    short_description: Text,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    name: &'static str,
    short_description: Text,
    full_description: Text,
    help: Help,
    default_configuration: Configuration,
    properties: RuleProperties,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    enabled: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
}

#[derive(Serialize)]
struct RuleProperties {
    evidence: &'static str,
    profile: &'static str,
    severity: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: BTreeMap<&'static str, &'a str>,
    /// Empty means that nobody accepted it; missing would mean that nobody looked.
    suppressions: Vec<Suppression>,
    properties: OutcomeProperties<'a>,
}

#[derive(Serialize)]
struct OutcomeProperties<'a> {
    title: &'static str,
    facts: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    threshold: Option<LimitEntry>,
    clears: &'static str,
    evidence: &'static str,
}

#[derive(Serialize)]
struct Suppression {
    kind: &'static str,
    status: &'static str,
    justification: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(rename = "physicalLocation")]
    physical: Physical,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<Logical>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Logical {
    name: String,
    fully_qualified_name: String,
    kind: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Reference {
    id: &'static str,
    index: usize,
}

/// Something that is no finding: what could not be read, or not looked at.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Notification {
    level: &'static str,
    message: Text,
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Option::is_none")]
    associated_rule: Option<Reference>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation<'a> {
    execution_successful: bool,
    exit_code: u8,
    rule_configuration_overrides: Vec<Override>,
    tool_execution_notifications: &'a [Notification],
}

#[derive(Serialize)]
struct Override {
    descriptor: Reference,
    configuration: Configuration,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RunProperties<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    known_from_baseline: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gone_from_baseline: Option<usize>,
    left_out: &'a BTreeMap<&'static str, usize>,
}

/// What comes before the results.
pub(super) fn head() -> String {
    let driver = Driver {
        name: say::tool_name(),
        version: env!("CARGO_PKG_VERSION"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        short_description: text(say::about()),
        rules: check::rules().iter().map(descriptor).collect(),
    };
    let tool = pretty(&Tool { driver }, 6);
    format!(
        "{{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n  \"version\": \"2.1.0\",\n  \"runs\": [\n    {{\n      \"tool\": {},\n      \"results\": [",
        tool.trim_start()
    )
}

/// What comes behind the results; `any` where there were some.
pub(super) fn foot(any: bool, terms: &Terms<'_>, notes: &[Notification], total: &Total<'_>) -> String {
    let denied = terms.selection.deny.iter().map(|code| (*code, true, Some("error")));
    let allowed = terms.selection.allow.iter().map(|code| (*code, false, None));
    let overrides = denied.chain(allowed).filter_map(|(code, enabled, level)| {
        Some(Override { descriptor: reference(check::rule(code)?), configuration: Configuration { enabled, level } })
    });
    let invocation = Invocation {
        execution_successful: total.code != super::UNUSABLE,
        exit_code: total.code,
        rule_configuration_overrides: overrides.collect(),
        tool_execution_notifications: notes,
    };
    let properties = RunProperties {
        known_from_baseline: total.gone.as_ref().map(|_| total.tally.known),
        gone_from_baseline: total.gone.as_ref().map(Vec::len),
        left_out: &total.tally.left_out,
    };
    let end = if any { "\n      ]" } else { "]" };
    let (invocations, properties) = (pretty(&[invocation], 6), pretty(&properties, 6));
    format!(
        "{end},\n      \"invocations\": {},\n      \"properties\": {}\n    }}\n  ]\n}}\n",
        invocations.trim_start(),
        properties.trim_start()
    )
}

fn descriptor(rule: &Rule) -> Descriptor {
    let page = check::explain(rule);
    Descriptor {
        id: rule.code,
        name: rule.name,
        short_description: text(rule.title),
        full_description: text(rule.flags),
        help: Help { text: super::explain::plain(&page), markdown: page },
        default_configuration: Configuration { enabled: rule.profile == Profile::Standard, level: Some(usual_level(rule)) },
        properties: RuleProperties { evidence: rule.evidence.key(), profile: rule.profile.key(), severity: rule.severity },
    }
}

/// How much a rule usually weighs: the first weight that its own text names.
fn usual_level(rule: &Rule) -> &'static str {
    let words = rule.severity.to_lowercase();
    let first = Severity::ALL.into_iter().filter_map(|severity| Some((words.find(severity.key())?, severity))).min();
    level(first.map_or(Severity::Warning, |(_, severity)| severity))
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

fn reference(rule: &Rule) -> Reference {
    Reference { id: rule.code, index: index(rule) }
}

fn index(rule: &Rule) -> usize {
    check::rules().iter().position(|other| other == rule).unwrap_or(0)
}

/// The findings of a plan, one behind the other with a comma between; nothing where there is none.
pub(super) fn results(seen: &Seen) -> String {
    if seen.shown.is_empty() {
        return String::new();
    }
    // The file is read again only for its lines; where it has gone since, the findings stand without them.
    let places = fs::load(&seen.path).map(|(bytes, _)| Places::of(&bytes)).unwrap_or_default();
    let spot = Spot { seen, places };
    let all: Vec<String> = seen.shown.iter().map(|shown| pretty(&spot.outcome(shown), 8)).collect();
    all.join(",\n")
}

/// Where the findings of a plan are.
struct Spot<'a> {
    seen: &'a Seen,
    places: Places,
}

impl<'a> Spot<'a> {
    fn outcome(&self, shown: &'a Shown) -> Outcome<'a> {
        let finding = &shown.finding;
        let others = finding.moments.iter().skip(1).enumerate();
        Outcome {
            rule_id: finding.rule.code,
            rule_index: index(finding.rule),
            level: level(finding.severity),
            message: text(format!("{} {}", finding.message, finding.help)),
            locations: vec![self.location(finding.lane, finding.subject())],
            related_locations: others
                .map(|(n, moment)| Location {
                    id: Some(n + 1),
                    message: Some(text(self.seen.title(finding.lane, *moment))),
                    ..self.location(finding.lane, Some(*moment))
                })
                .collect(),
            partial_fingerprints: BTreeMap::from([(FINGERPRINT, shown.fingerprint.as_str())]),
            suppressions: self.suppression(finding).into_iter().collect(),
            properties: OutcomeProperties {
                title: finding.title,
                facts: &finding.facts,
                threshold: finding.threshold.map(Into::into),
                clears: finding.clears,
                evidence: finding.rule.evidence.key(),
            },
        }
    }

    fn location(&self, lane: Option<LaneId>, moment: Option<MomentId>) -> Location {
        let row = moment.and_then(|id| self.places.moment(id)).or_else(|| lane.and_then(|id| self.places.lane(id)));
        let mut logical = Vec::new();
        if let Some(id) = moment {
            let title = self.seen.title(lane, id);
            let inside = lane.map(|lane| format!("{lane}/")).unwrap_or_default();
            logical.push(Logical { name: title.to_owned(), fully_qualified_name: format!("{inside}{id}"), kind: "moment" });
        }
        logical.extend(lane.map(|id| logical_lane(self.seen, id)));
        Location { logical_locations: logical, ..in_file(&self.seen.path, row) }
    }

    fn suppression(&self, finding: &Finding) -> Option<Suppression> {
        let State::Accepted(id) = finding.state else { return None };
        let it = self.seen.acceptance(id)?;
        let justification = say::accepted_by(until(&it.owner, it.until), &it.reason);
        Some(Suppression { kind: "external", status: "accepted", justification })
    }
}

fn logical_lane(seen: &Seen, id: LaneId) -> Logical {
    Logical { name: seen.lane_name(id).to_owned(), fully_qualified_name: id.to_string(), kind: "lane" }
}

fn in_file(path: &Path, line: Option<usize>) -> Location {
    let artifact_location = Artifact { uri: super::uri::of(path) };
    let region = line.map(|start_line| Region { start_line });
    let physical = Physical { artifact_location, region };
    Location { id: None, physical, logical_locations: Vec::new(), message: None }
}

/// What is wrong with a file.
pub(super) fn complaint(path: &Path, complaint: &Complaint) -> Notification {
    let message =
        if complaint.hint.is_empty() { complaint.message.clone() } else { say::with_hint(&complaint.message, &complaint.hint) };
    Notification {
        level: if complaint.unusable { "error" } else { "note" },
        message: text(message),
        locations: vec![in_file(path, complaint.line)],
        associated_rule: None,
    }
}

/// What was not looked at in a plan.
pub(super) fn not_checked(seen: &Seen) -> Vec<Notification> {
    let note = |code: &str, message: String| Notification {
        level: "note",
        message: text(message),
        locations: vec![in_file(&seen.path, None)],
        associated_rule: check::rule(code).map(reference),
    };
    let mut notes = Vec::new();
    for group in report::groups(seen) {
        let message = say::not_checked_lane(report::lanes(seen, &group.lanes), &group.reason, words_of(&group.codes));
        notes.extend(group.codes.iter().map(|code| note(code, message.clone())));
    }
    notes.extend(seen.off().iter().map(|off| note(off.rule.code, report::off_line(off))));
    notes.extend(seen.unknown_rules().into_iter().map(|code| note(code, say::unknown_rule(code))));
    notes.extend(seen.idle.iter().map(|rule| note(rule.code, say::idle(rule.code, Profile::Strict.key()))));
    notes
}

fn words_of(codes: &[&str]) -> String {
    codes.join(", ")
}
