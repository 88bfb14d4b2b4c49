//! Findings as a reader sees them: what is missing before one product is one card with a line for each.

use super::finding::{Finding, Severity};
use crate::words::findings as say;

/// One card of the findings list.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingCard<'a> {
    /// The title of its finding, or "Missing before the first ask".
    pub title: &'static str,
    /// The finding's message, or "Before {product}: missing background and a community voice."
    pub message: String,
    /// The worst of its findings.
    pub severity: Severity,
    /// The findings, worst first; more than one only on the card of what is missing. Its sub-lines are their
    /// [`super::Missing::line`] with their messages.
    pub findings: Vec<&'a Finding>,
}

/// Puts PBR-02 to PBR-05 of a lane together; accepted ones stay apart from open ones. Keeps the order of the findings, where
/// a card stands at its first.
#[must_use]
pub fn cards<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Vec<FindingCard<'a>> {
    let mut cards: Vec<FindingCard<'a>> = Vec::new();
    let mut open: std::collections::BTreeMap<_, usize> = std::collections::BTreeMap::new();
    for finding in findings {
        let key = finding.missing.as_ref().map(|_| (finding.lane, finding.state.is_open()));
        let joined = key.and_then(|key| open.get(&key)).and_then(|at| cards.get_mut(*at));
        if let Some(card) = joined {
            card.findings.push(finding);
            continue;
        }
        if let Some(key) = key {
            open.insert(key, cards.len());
        }
        let (title, message, severity) = (finding.title, finding.message.to_string(), finding.severity);
        cards.push(FindingCard { title, message, severity, findings: vec![finding] });
    }
    for card in cards.iter_mut().filter(|card| card.findings.len() > 1) {
        let missing: Vec<_> = card.findings.iter().filter_map(|finding| finding.missing.as_ref()).collect();
        let what: Vec<&str> = missing.iter().map(|missing| missing.what).collect();
        let ask = missing.first().map_or("", |missing| missing.ask.as_str());
        card.title = say::missing_title();
        card.message = say::missing(ask, crate::words::list(&what));
    }
    cards
}
