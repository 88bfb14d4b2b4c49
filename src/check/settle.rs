//! What happens after the rules ran: the big finding hides the small ones, and acceptances are matched.

use super::config::Config;
use super::finding::{Finding, LaneReport, Stale, State};
use crate::model::{Acceptance, Campaign, Day, Scope};

/// Takes out what a larger finding of the lane already says. PBR-02 to PBR-05 stay findings of their own, so that
/// every list can name each code; [`super::cards`] shows them as one.
pub(super) fn subsume(report: &mut LaneReport) {
    let fired = |code: &str| report.findings.iter().any(|finding| finding.rule.code == code);
    let ask_first = fired("PBR-01") || fired("PBR-08");
    let tie = fired("PBR-09");
    let missing = ["PBR-02", "PBR-03", "PBR-04"].iter().any(|code| fired(code));
    report.findings.retain(|finding| match finding.rule.code {
        "PBR-02" | "PBR-03" | "PBR-04" | "PBR-05" => !ask_first && !tie,
        "PBR-06" => !ask_first && !missing,
        "ASK-02" | "ASK-05" => !ask_first,
        _ => true,
    });
}

/// Gives the findings of a rule the weight that somebody set for it. What hides what is settled before: it is a matter of the
/// order, not of how much one minds.
pub(super) fn weigh(config: &Config<'_>, report: &mut LaneReport) {
    for finding in &mut report.findings {
        finding.severity = config.severity(finding.rule.code).unwrap_or(finding.severity);
    }
}

/// Marks the findings that somebody accepted, and those whose acceptance holds no longer.
pub(super) fn accept(campaign: &Campaign, today: Option<Day>, findings: &mut [Finding]) {
    for finding in findings {
        let mut state = State::Open;
        for acceptance in campaign.acceptances.iter().filter(|acceptance| covers(acceptance, finding)) {
            let expired = acceptance.until.zip(today).is_some_and(|(until, today)| until < today);
            match (holds(acceptance, finding), expired) {
                (true, false) => {
                    state = State::Accepted(acceptance.id);
                    break;
                }
                (true, true) => state = State::Stale(acceptance.id, Stale::Expired),
                (false, _) => state = State::Stale(acceptance.id, Stale::FactsChanged),
            }
        }
        finding.state = state;
    }
}

/// Whether a finding still rests on what somebody accepted. A finding always rests on something, so an acceptance without
/// facts never holds: nobody could say when it is over.
pub(super) fn holds(acceptance: &Acceptance, finding: &Finding) -> bool {
    acceptance.facts == finding.facts
}

/// Whether an acceptance speaks of a finding, whatever it rested on.
pub(super) fn covers(acceptance: &Acceptance, finding: &Finding) -> bool {
    acceptance.rule == finding.rule.code
        && match acceptance.target {
            Scope::Campaign => true,
            Scope::Lane(lane) => finding.lane == Some(lane),
            Scope::Moment(moment) => finding.subject() == Some(moment),
        }
}
