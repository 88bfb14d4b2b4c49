//! What happens after the rules ran: the big finding hides the small ones, and everything weighs what somebody set.

use super::config::Config;
use super::finding::LaneReport;

/// Takes out what a larger finding of the lane already says. PBR-02 to PBR-05 stay findings of their own, so that
/// every list can name each code; [`super::cards`] shows them as one.
pub(super) fn subsume(report: &mut LaneReport) {
    let (mut ask_first, mut tie, mut missing) = (false, false, false);
    for code in report.findings.iter().map(|finding| finding.rule.code).filter(|code| code.starts_with("PBR-0")) {
        match code {
            "PBR-01" | "PBR-08" => ask_first = true,
            "PBR-09" => tie = true,
            "PBR-02" | "PBR-03" | "PBR-04" => missing = true,
            _ => {}
        }
    }
    if !(ask_first || tie || missing) {
        return;
    }
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
        if let Some(severity) = config.severity(finding.rule) {
            finding.severity = severity;
        }
    }
}
