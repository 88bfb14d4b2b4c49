//! Findings for people: by plan, by lane, worst first.

use std::collections::BTreeMap;

use super::check::Checked;
use super::out::{Out, Tone};
use crate::check::{self, Applicability, Counts, Finding, FindingCard, Fix, Severity, Stale, State};
use crate::model::{AcceptanceId, Campaign, LaneId};
use crate::words::{house, terminal as say};

/// Where the text of a finding begins: under its title, behind the word for its severity.
const INDENT: &str = "             ";

/// Prints the findings of all plans, and a summary.
pub(super) fn print(out: &mut Out<'_>, plans: &[Checked]) {
    let mut safe = false;
    for (place, plan) in plans.iter().enumerate() {
        if place > 0 {
            out.text("");
        }
        safe |= plan.shown().any(|(_, fixes)| fixes.iter().any(|fix| fix.applicability == Applicability::Safe));
        one_plan(out, plan);
    }
    summary(out, plans);
    if safe {
        out.line(&[(Tone::Faint, say::safe_note())]);
    }
}

fn one_plan(out: &mut Out<'_>, plan: &Checked) {
    let mut lanes: BTreeMap<Option<usize>, Vec<&Finding>> = BTreeMap::new();
    for (finding, _) in plan.shown() {
        // The campaign as a whole comes before the lanes, and these as on the board.
        let row = finding.lane.and_then(|id| plan.campaign.lanes.iter().position(|lane| lane.id == id));
        lanes.entry(row).or_default().push(finding);
    }
    if lanes.is_empty() {
        out.text(&say::clean(&plan.file));
    } else {
        out.line(&[(Tone::Strong, &plan.file)]);
    }
    for (row, findings) in lanes {
        let lane = row.and_then(|row| plan.campaign.lanes.get(row));
        let name = lane.map_or(say::of_campaign(), |lane| plan.campaign.lane_name(lane));
        out.text("");
        out.line(&[(Tone::Plain, "  "), (Tone::Strong, name)]);
        for card in check::cards(findings) {
            one_card(out, plan, &card);
        }
    }
    aside(out, plan);
}

fn one_card(out: &mut Out<'_>, plan: &Checked, card: &FindingCard<'_>) {
    let Some(first) = card.findings.first() else { return };
    let (tone, word) = match (first.state, card.severity) {
        (State::Accepted(_), _) => (Tone::Faint, say::accepted()),
        (_, Severity::Error) => (Tone::Error, say::error()),
        (_, Severity::Warning) => (Tone::Warning, say::warning()),
        (_, Severity::Hint) => (Tone::Hint, say::hint()),
    };
    let codes: Vec<String> = card.findings.iter().map(|finding| finding.code().to_owned()).collect();
    let word = format!("    {word:<9}");
    let codes = format!("  {}", codes.join(" "));
    out.line(&[(tone, &word), (Tone::Strong, card.title), (Tone::Faint, &codes)]);
    out.paragraph(INDENT, &card.message);
    for finding in &card.findings {
        if let (Some(missing), true) = (&finding.missing, card.findings.len() > 1) {
            out.paragraph(INDENT, &say::missing_line(missing.line, &finding.message));
        }
        out.paragraph(INDENT, finding.help);
        if let Some(accepted) = acceptance(&plan.campaign, finding.state) {
            out.paragraph(INDENT, &accepted);
        }
        for fix in fixes(plan, finding) {
            let title = if fix.applicability == Applicability::Safe { say::fix_safe(&fix.title) } else { say::fix(&fix.title) };
            out.text(&format!("{INDENT}{title}"));
        }
    }
}

fn fixes<'a>(plan: &'a Checked, finding: &Finding) -> &'a [Fix] {
    plan.shown().find(|(other, _)| std::ptr::eq(*other, finding)).map_or(&[], |(_, fixes)| fixes)
}

/// Who accepted a finding and why; or why that holds no longer.
fn acceptance(campaign: &Campaign, state: State) -> Option<String> {
    let find = |id: AcceptanceId| campaign.acceptances.iter().find(|acceptance| acceptance.id == id);
    match state {
        State::Open => None,
        State::Accepted(id) => find(id).map(|it| say::accepted_by(&it.owner, &it.reason)),
        State::Stale(id, Stale::FactsChanged) => find(id).map(|it| say::accepted_changed(&it.owner)),
        State::Stale(id, Stale::Expired) => find(id).map(|it| say::accepted_over(&it.owner)),
    }
}

/// What was not looked at, and acceptances that cover nothing any more.
fn aside(out: &mut Out<'_>, plan: &Checked) {
    let name = |id: LaneId| plan.campaign.lane(id).map_or("", |lane| plan.campaign.lane_name(lane));
    let mut lines: Vec<String> = Vec::new();
    for not in &plan.report.not_checked {
        lines.push(say::not_checked_lane(name(not.lane), &not.reason, not.code));
    }
    for off in plan.report.rules_off(&plan.campaign) {
        lines.push(match off.house {
            Some(name) => house::off_in_house(off.rule.code, name, off.by, off.reason),
            None => say::off(off.rule.code, off.by, off.reason),
        });
    }
    if !lines.is_empty() {
        out.text("");
        out.line(&[(Tone::Faint, &format!("  {}", say::not_checked()))]);
    }
    // An acceptance whose finding is still there is told about beside that finding.
    let told: Vec<AcceptanceId> = plan
        .shown()
        .filter_map(|(finding, _)| match finding.state {
            State::Stale(id, _) => Some(id),
            State::Open | State::Accepted(_) => None,
        })
        .collect();
    let stale = plan.campaign.acceptances.iter().filter(|it| plan.report.stale.contains(&it.id) && !told.contains(&it.id));
    for line in lines {
        out.line(&[(Tone::Faint, &format!("    {line}"))]);
    }
    for acceptance in stale {
        out.line(&[(Tone::Faint, &format!("  {}", say::stale(&acceptance.rule, &acceptance.owner)))]);
    }
}

/// How many findings there are; not said where the one plan there is was just called clean.
fn summary(out: &mut Out<'_>, plans: &[Checked]) {
    let shown = || plans.iter().flat_map(Checked::shown).map(|(finding, _)| finding);
    let all: usize = plans.iter().map(|plan| plan.report.findings.len()).sum();
    if all == 0 && plans.len() < 2 {
        return;
    }
    out.text("");
    let open = Counts::open(shown());
    let accepted = shown().filter(|finding| !finding.state.is_open()).count();
    let mut line = counted(open);
    if accepted > 0 {
        line = say::plus(line, say::accepted_findings(accepted));
    }
    let line = if plans.len() > 1 { say::in_plans(line, say::plans(plans.len())) } else { say::total(line) };
    out.line(&[(Tone::Strong, &capital(&line))]);
    let hidden = all - shown().count();
    if let Some(plan) = plans.first().filter(|_| hidden > 0) {
        out.line(&[(Tone::Faint, &say::hidden(say::findings(hidden), plan.level.key()))]);
    }
}

/// The counts in words.
pub(super) fn counted(counts: Counts) -> String {
    say::counts(counts.errors, counts.warnings, counts.hints)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
