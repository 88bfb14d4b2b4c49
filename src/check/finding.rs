//! What a check says: findings, what was not checked, and the report that holds both.

use std::borrow::Cow;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use super::rests::Facts;
use super::rule::Rule;
use super::text::Text;
use crate::model::{AcceptanceId, Day, House, LaneId, MomentId};

/// How much a finding weighs; the worst comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The order works against the campaign.
    Error,
    /// Worth changing.
    Warning,
    /// Worth a look.
    Hint,
}

impl Severity {
    /// All, worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Hint];

    /// The word for files and machines: `error`, `warning`, `hint`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// Whether somebody accepted a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Nobody did.
    Open,
    /// Somebody did, and it holds.
    Accepted(AcceptanceId),
    /// Somebody did, but it holds no longer: the finding is open again.
    Stale(AcceptanceId, Stale),
}

impl State {
    /// Whether the finding asks for attention.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Accepted(_))
    }
}

/// Why an acceptance holds no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stale {
    /// What the finding rests on changed, or nobody noted it when the finding was accepted.
    FactsChanged,
    /// Its last day is over.
    Expired,
}

/// A threshold that a finding used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limit {
    /// The name of the setting.
    pub setting: &'static str,
    /// Its value.
    pub value: u16,
    /// Where it was set.
    pub origin: Origin,
}

impl std::fmt::Display for Limit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} = {}", self.setting, self.value)
    }
}

/// Where a threshold was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Nowhere: it is the default.
    Default,
    /// In the rules of the agency.
    House,
    /// In the plan; who did and why is among its changes.
    Plan,
}

/// What a finding contributes to the one card "Before {product}: missing …" of its lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The ask it is missing before, by its product or title.
    pub ask: String,
    /// What is missing, as the card's title names it: "background".
    pub what: &'static str,
    /// The line of the card: "How they got together".
    pub line: &'static str,
}

/// One thing a rule noticed. It carries no fixes: [`super::fixes`] works them out when somebody looks.
///
/// It is read like a [`Noticed`]. Findings are sorted, gathered and handed on, so that what is large of them stays in one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding(Box<Noticed>);

/// What a finding says.
#[derive(Clone, Debug, PartialEq)]
pub struct Noticed {
    /// The rule; its code is `rule.code`.
    pub rule: &'static Rule,
    /// How much it weighs.
    pub severity: Severity,
    /// The lane it is about.
    pub lane: Option<LaneId>,
    /// The cards it is about, the subject first.
    pub moments: Vec<MomentId>,
    /// The field it is about, as the file calls it.
    pub field: Option<&'static str>,
    /// What is wrong, at most 38 characters.
    pub title: &'static str,
    /// Who, what, when: a sentence of fact.
    pub message: Text,
    /// What follows from it: a sentence of consequence.
    pub help: Text,
    /// The day it is about.
    pub date: Option<Day>,
    /// What it rests on, one a line. An acceptance holds as long as these lines are the same, so each rule keeps to this:
    /// ids, kinds, dates and numbers of the cards it names, and who the lane is about; never a name or a title, never what
    /// stands in another lane, and never a count that a card changes which has nothing to do with the finding.
    pub facts: Facts,
    /// The threshold it used with the name of its setting: `min_lead_days = 7`.
    pub threshold: Option<Limit>,
    /// The threshold that leaves only a part of that one where the plan says so: around an event.
    pub eased: Option<Limit>,
    /// What would clear it.
    pub clears: &'static str,
    /// Set on the findings that are shown as one card "Before {product}: missing …"; see [`super::cards`].
    pub missing: Option<Missing>,
    /// Whether somebody accepted it.
    pub state: State,
}

impl From<Noticed> for Finding {
    fn from(noticed: Noticed) -> Self {
        Self(Box::new(noticed))
    }
}

impl Deref for Finding {
    type Target = Noticed;

    fn deref(&self) -> &Noticed {
        &self.0
    }
}

impl DerefMut for Finding {
    fn deref_mut(&mut self) -> &mut Noticed {
        &mut self.0
    }
}

impl Finding {
    /// The code of its rule.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.rule.code
    }

    /// The card it is about.
    #[must_use]
    pub fn subject(&self) -> Option<MomentId> {
        self.moments.first().copied()
    }

    /// Severity, date, lane, code, cards: the order of every list of findings. Findings without a date come last, and codes
    /// stand as in the list of rules, so that what is said of the order comes before what is said of one card.
    #[must_use]
    pub fn order(&self) -> Order<'_> {
        (self.rank(), &self.moments)
    }

    /// The order but for the cards, as one number: long lists are sorted all the time. From the top: severity, date, lane, code.
    pub(super) fn rank(&self) -> u128 {
        let date = self.date.map_or(1 << 32, |day| u64::from(day.number().cast_unsigned() ^ (1 << 31)));
        let lane = self.lane.map_or(0, |lane| u128::from(lane.0.bits()) + 1);
        (u128::from(self.severity as u8) << 122) | (u128::from(date) << 89) | (lane << 25) | u128::from(code_rank(self.rule.code))
    }
}

/// What findings are sorted by.
pub type Order<'f> = (u128, &'f [MomentId]);

/// Where a code stands in the list of rules, in 25 bits: its family, its letters, its number.
fn code_rank(code: &str) -> u32 {
    let letters = code.bytes().take(3).fold(0, |rank, letter| (rank << 5) | u32::from(letter & 0x1f));
    let number = code.bytes().skip(4).take(2).fold(0, |rank, digit| rank * 10 + u32::from(digit & 0xf));
    (u32::from(family(code)) << 22) | (letters << 7) | number
}

/// Where a family of codes stands in the list of rules.
fn family(code: &str) -> u8 {
    match code.as_bytes().first() {
        Some(b'P') => 0,
        Some(b'A') => 1,
        Some(b'F') => 2,
        Some(b'V') => 3,
        Some(b'D') => 4,
        _ => 5,
    }
}

/// A rule that could not look at a lane because something is not filled in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NotChecked {
    /// The lane.
    pub lane: LaneId,
    /// The code of the rule.
    pub code: &'static str,
    /// What is missing, in a sentence.
    pub reason: Cow<'static, str>,
}

/// The result for one lane, sorted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaneReport {
    /// What the rules noticed, accepted findings included.
    pub findings: Vec<Finding>,
    /// What they could not look at.
    pub not_checked: Vec<NotChecked>,
}

/// The result for a campaign, sorted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// What the rules noticed, accepted findings included.
    pub findings: Vec<Finding>,
    /// What they could not look at.
    pub not_checked: Vec<NotChecked>,
    /// The agency's rules that held; [`Report::rules_off`] says which rules were off by them, and which by the plan.
    pub house: Option<Arc<House>>,
    /// Acceptances that hold no longer, or that cover nothing any more; [`super::acceptances`] says why.
    pub stale: Vec<AcceptanceId>,
}

/// How many open findings there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counts {
    /// Open errors.
    pub errors: usize,
    /// Open warnings.
    pub warnings: usize,
    /// Open hints.
    pub hints: usize,
}

impl Counts {
    /// Counts the open ones.
    #[must_use]
    pub fn open<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        Self::of(findings.into_iter().filter(|finding| finding.state.is_open()))
    }

    /// Counts all.
    #[must_use]
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut counts = Self::default();
        for finding in findings {
            match finding.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Hint => counts.hints += 1,
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules;

    #[test]
    fn codes_rank_by_family_then_by_letter_and_number() {
        for (a, b) in rules().iter().flat_map(|a| rules().iter().map(move |b| (a.code, b.code))) {
            assert_eq!(code_rank(a).cmp(&code_rank(b)), (family(a), a).cmp(&(family(b), b)), "{a} and {b}");
        }
    }
}
