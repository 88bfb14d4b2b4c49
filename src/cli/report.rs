//! Findings for people: by plan, by lane, worst first.

use std::collections::{BTreeMap, BTreeSet};

use super::check::{Tally, Total};
use super::out::{Out, Tone};
use super::seen::{Seen, Shown};
use crate::check::{self, Applicability, Counts, Finding, FindingCard, Fix, Lapse, Off, Severity, Stale, State};
use crate::model::direction::isolated;
use crate::model::{Acceptance, AcceptanceId, Day, LaneId, Profile};
use crate::words::{self, accept, terminal as say};

/// Where the text of a finding begins: under its title, behind the word for its severity.
const INDENT: &str = "             ";
/// How many lanes a line names before it counts the others.
const LANES_NAMED: usize = 3;
/// How many lines about what is not checked, or about what is gone, are printed before the others are counted.
const LINES: usize = 20;

/// Prints the findings of a plan.
pub(super) fn plan(out: &mut Out<'_>, seen: &Seen) {
    let rows: BTreeMap<LaneId, usize> = seen.campaign.lanes.iter().enumerate().map(|(row, lane)| (lane.id, row)).collect();
    let mut lanes: BTreeMap<Option<usize>, Vec<&Finding>> = BTreeMap::new();
    for shown in &seen.shown {
        // The campaign as a whole comes before the lanes, and these as on the board.
        let row = shown.finding.lane.and_then(|id| rows.get(&id).copied());
        lanes.entry(row).or_default().push(&shown.finding);
    }
    if lanes.is_empty() {
        out.text(&say::clean(&seen.file));
    } else {
        out.line(&[(Tone::Strong, &seen.file)]);
    }
    let fixes = seen.shown.iter().map(|shown: &Shown| (std::ptr::from_ref(&shown.finding), shown.fixes.as_slice())).collect();
    let mut page = Page { seen, fixes, said: BTreeSet::new() };
    for (row, findings) in lanes {
        let lane = row.and_then(|row| seen.campaign.lanes.get(row));
        let name = lane.map_or(say::of_campaign(), |lane| seen.campaign.lane_name(lane));
        out.text("");
        out.line(&[(Tone::Plain, "  "), (Tone::Strong, name)]);
        for card in check::cards(findings) {
            page.card(out, &card);
        }
    }
    aside(out, seen);
}

/// The findings of one plan on their way to the reader.
struct Page<'a> {
    seen: &'a Seen,
    /// The fixes of each finding, by where it stands in memory.
    fixes: BTreeMap<*const Finding, &'a [Fix]>,
    /// What follows from a finding, where it was said before: it is the same for every lane.
    said: BTreeSet<String>,
}

impl Page<'_> {
    fn card(&mut self, out: &mut Out<'_>, card: &FindingCard<'_>) {
        let Some(first) = card.findings.first() else { return };
        let (tone, word) = match (first.state, card.severity) {
            (State::Accepted(_), _) => (Tone::Faint, say::accepted()),
            (_, Severity::Error) => (Tone::Error, say::error()),
            (_, Severity::Warning) => (Tone::Warning, say::warning()),
            (_, Severity::Hint) => (Tone::Hint, say::hint()),
        };
        let codes: Vec<&str> = card.findings.iter().map(|finding| finding.code()).collect();
        let word = format!("    {word:<9}");
        let codes = format!("  {}", codes.join(" "));
        out.line(&[(tone, &word), (Tone::Strong, card.title), (Tone::Faint, &codes)]);
        out.paragraph(INDENT, &card.message);
        for finding in &card.findings {
            if let (Some(missing), true) = (&finding.missing, card.findings.len() > 1) {
                out.paragraph(INDENT, &say::missing_line(missing.line, &finding.message));
            }
            if !self.said.contains(&*finding.help) {
                self.said.insert(finding.help.to_string());
                out.paragraph(INDENT, &finding.help);
            }
            if let Some(accepted) = acceptance(self.seen, finding.state) {
                out.paragraph(INDENT, &accepted);
            }
            for fix in self.fixes.get(&std::ptr::from_ref(*finding)).copied().unwrap_or_default() {
                let safe = fix.applicability == Applicability::Safe;
                let title = if safe { say::fix_safe(&fix.title) } else { say::fix(&fix.title) };
                out.paragraph(INDENT, &title);
            }
        }
    }
}

/// Who accepted a finding and why; or why that holds no longer.
fn acceptance(seen: &Seen, state: State) -> Option<String> {
    match state {
        State::Open => None,
        State::Accepted(id) => seen.acceptance(id).map(|it| say::accepted_by(until(&it.owner, it.until), &it.reason)),
        State::Stale(id, Stale::FactsChanged) => seen.acceptance(id).map(|it| say::accepted_changed(&it.owner, &it.reason)),
        State::Stale(id, Stale::Expired) => {
            seen.acceptance(id).map(|it| say::accepted_over(until(&it.owner, it.until), &it.reason))
        }
    }
}

/// "Ana", "Ana until 31 Dec 2027".
pub(super) fn until(owner: &str, until: Option<Day>) -> String {
    until.map_or_else(|| owner.to_owned(), |day| say::owner_until(owner, day.long()))
}

/// A rule that is turned off, by whom and why.
pub(super) fn off_line(off: &Off<'_>) -> String {
    match off.house {
        Some(house) => say::off_house(off.rule.code, house, off.by, off.reason),
        None => say::off(off.rule.code, off.by, off.reason),
    }
}

/// What was not looked at, and acceptances that cover nothing any more.
fn aside(out: &mut Out<'_>, seen: &Seen) {
    let groups = groups(seen);
    let mut lines: Vec<String> = Vec::new();
    for group in groups.iter().take(LINES) {
        lines.push(say::not_checked_lane(lanes(seen, &group.lanes), &group.reason, group.codes.join(", ")));
    }
    lines.extend((groups.len() > LINES).then(|| say::more_reasons(groups.len() - LINES)));
    lines.extend(seen.off().iter().map(off_line));
    lines.extend(seen.unknown_rules().into_iter().map(say::unknown_rule));
    lines.extend(seen.idle.iter().map(|rule| say::idle(rule.code, Profile::Strict.key())));
    section(out, say::not_checked(), &lines);

    // An acceptance whose finding is still there is told about beside that finding.
    let told: Vec<AcceptanceId> = seen
        .shown
        .iter()
        .filter_map(|shown| match shown.finding.state {
            State::Stale(id, _) => Some(id),
            State::Open | State::Accepted(_) => None,
        })
        .collect();
    let line = |it: &Acceptance, lapse| say::stale(&it.rule, until(&it.owner, it.until), &it.reason, why(lapse));
    let stale = seen.lapsed().filter(|(it, _)| !told.contains(&it.id)).map(|(it, lapse)| line(it, lapse));
    section(out, say::stale_title(), &stale.collect::<Vec<_>>());
}

/// Why an acceptance covers nothing any more, in words.
fn why(lapse: Lapse) -> &'static str {
    match lapse {
        Lapse::FactsChanged => accept::stale_changed(),
        Lapse::Expired => accept::stale_expired(),
        Lapse::NothingFound => accept::stale_nothing(),
        Lapse::MomentGone => accept::stale_moment(),
        Lapse::LaneGone => accept::stale_lane(),
        Lapse::UnknownRule => accept::stale_rule(),
        Lapse::RuleOff => accept::stale_off(),
    }
}

fn section(out: &mut Out<'_>, title: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    out.text("");
    out.line(&[(Tone::Faint, &format!("  {title}"))]);
    for line in lines {
        out.faint_paragraph("    ", line);
    }
}

/// What was not looked at, put together: a thousand lanes that lack the same thing are one line.
pub(super) fn groups(seen: &Seen) -> Vec<check::Unchecked> {
    check::unchecked(&seen.campaign, &seen.not_checked)
}

/// "Maja, Tobi and Sam", "Maja, Tobi, Sam and 997 other lanes".
pub(super) fn lanes(seen: &Seen, lanes: &[LaneId]) -> String {
    let mut names: Vec<String> = lanes.iter().take(LANES_NAMED).map(|id| isolated(seen.lane_name(*id)).into_owned()).collect();
    if lanes.len() > LANES_NAMED {
        names.push(say::other_lanes(lanes.len() - LANES_NAMED));
    }
    words::list(&names)
}

/// Prints what stands below all plans.
pub(super) fn end(out: &mut Out<'_>, total: &Total<'_>) {
    summary(out, &total.tally, total.level);
    if let Some(gone) = &total.gone {
        out.line(&[(Tone::Faint, &say::baseline_known(say::known(total.tally.known)))]);
        if total.others {
            out.line(&[(Tone::Faint, say::baseline_of_others())]);
        }
        if !gone.is_empty() {
            out.line(&[(Tone::Faint, &say::baseline_gone(say::findings(gone.len())))]);
        }
        for known in gone.iter().take(LINES) {
            let lane = known.lane.as_deref().unwrap_or(say::of_campaign());
            out.faint_paragraph("  ", &say::gone(&known.code, lane, &known.file));
        }
        if gone.len() > LINES {
            out.faint_paragraph("  ", &say::more_gone(gone.len() - LINES));
        }
    }
    if total.tally.safe {
        out.line(&[(Tone::Faint, say::safe_note())]);
    }
}

/// How many findings there are; not said where the one plan there is was just called clean.
fn summary(out: &mut Out<'_>, tally: &Tally, level: Severity) {
    let left_out: usize = tally.left_out.values().sum();
    let none = tally.open == Counts::default() && tally.accepted + tally.hidden + left_out + tally.known == 0;
    if tally.plans == 0 || (none && tally.plans < 2) {
        return;
    }
    out.text("");
    let mut line = counted(tally.open);
    if tally.accepted > 0 {
        line = say::plus(line, say::accepted_findings(tally.accepted));
    }
    let line = if tally.plans > 1 { say::in_plans(line, say::plans(tally.plans)) } else { say::total(line) };
    out.line(&[(Tone::Strong, &capital(&line))]);
    if tally.hidden > 0 {
        out.line(&[(Tone::Faint, &say::hidden(say::findings(tally.hidden), level.key()))]);
    }
    if left_out > 0 {
        let codes: Vec<&str> = tally.left_out.keys().copied().collect();
        out.line(&[(Tone::Faint, &say::left_out(say::findings(left_out), words::list(&codes)))]);
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
