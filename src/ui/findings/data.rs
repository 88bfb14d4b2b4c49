//! Which findings are listed, and what their rows say. Never draws.

use crate::check::{Finding, Severity, Stale, State};
use crate::model::{Campaign, MomentId};
use crate::ui::theme::Tone;
use crate::ui::view::{Counts, Derived, FindingKey, Selection};
use crate::words::{accept, mend, window as say};

/// Which findings are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All that ask for attention.
    #[default]
    Open,
    /// Open errors.
    Errors,
    /// Open warnings.
    Warnings,
    /// Open hints.
    Hints,
    /// Those that somebody accepted.
    Accepted,
    /// No findings: what could not be looked at, and why.
    NotChecked,
}

impl Filter {
    /// Every filter, in the order in which it is offered.
    pub const ALL: [Self; 6] = [Self::Open, Self::Errors, Self::Warnings, Self::Hints, Self::Accepted, Self::NotChecked];

    /// Whether it lets a finding through.
    #[must_use]
    pub fn takes(self, finding: &Finding) -> bool {
        let open = finding.state.is_open();
        match self {
            Self::Open => open,
            Self::Errors => open && finding.severity == Severity::Error,
            Self::Warnings => open && finding.severity == Severity::Warning,
            Self::Hints => open && finding.severity == Severity::Hint,
            Self::Accepted => !open,
            Self::NotChecked => false,
        }
    }

    /// How many findings it lets through.
    #[must_use]
    pub fn count(self, counts: Counts) -> usize {
        match self {
            Self::Open => counts.open(),
            Self::Errors => counts.errors,
            Self::Warnings => counts.warnings,
            Self::Hints => counts.hints,
            Self::Accepted => counts.accepted,
            Self::NotChecked => 0,
        }
    }

    /// Its name with that number.
    #[must_use]
    pub fn name(self, counts: Counts) -> String {
        self.named(self.count(counts))
    }

    /// The same where only those are listed that have the words that are looked for: “Open 1 of 3”.
    #[must_use]
    pub fn name_of(self, listed: Counts, counts: Counts) -> String {
        self.named(mend::place(self.count(listed), self.count(counts)))
    }

    fn named(self, n: impl std::fmt::Display) -> String {
        match self {
            Self::Open => say::filter_open(n),
            Self::Errors => say::filter_errors(n),
            Self::Warnings => say::filter_warnings(n),
            Self::Hints => say::filter_hints(n),
            Self::Accepted => say::filter_accepted(n),
            Self::NotChecked => accept::not_checked().to_owned(),
        }
    }

    /// What stands there when it lets none through.
    #[must_use]
    pub fn none(self) -> &'static str {
        match self {
            Self::Open => say::nothing_to_mend(),
            Self::Accepted => say::nothing_accepted(),
            Self::NotChecked => accept::nothing_unchecked(),
            Self::Errors | Self::Warnings | Self::Hints => say::nothing_of_this_kind(),
        }
    }
}

/// The finding of that key, as long as it is found.
#[must_use]
pub fn find<'a>(derived: &'a Derived, key: &FindingKey) -> Option<&'a Finding> {
    derived.findings.iter().find(|finding| FindingKey::of(finding) == *key).map(AsRef::as_ref)
}

/// The finding that is accepted where nothing says which: the worst open one of what is selected.
#[must_use]
pub fn to_accept<'a>(derived: &'a Derived, selection: &Selection) -> Option<&'a Finding> {
    let open = || derived.findings.iter().map(AsRef::as_ref).filter(|finding: &&Finding| finding.state.is_open());
    match (selection.primary(), selection.lane) {
        (Some(id), _) => open().find(|finding| finding.subject() == Some(id)),
        (None, Some(lane)) => open().find(|finding| finding.lane == Some(lane)),
        (None, None) => None,
    }
}

/// Where among what is open and has the words that are looked for a finding stands, with how many those are; `None` for one
/// that is not among them.
#[must_use]
pub fn place(derived: &Derived, key: &FindingKey, has_words: impl Fn(&Finding) -> bool) -> Option<(usize, usize)> {
    let open = derived.findings.iter().map(AsRef::as_ref).filter(|finding: &&Finding| finding.state.is_open());
    let mut listed = open.filter(|finding| has_words(finding));
    let at = listed.by_ref().position(|finding| FindingKey::of(finding) == *key)?;
    Some((at, at + 1 + listed.count()))
}

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// Names the finding.
    pub key: FindingKey,
    /// Its icon and colour.
    pub tone: Tone,
    /// Who, what, when.
    pub message: &'a str,
    /// The same with its consequence, and what became of an acceptance.
    pub full: String,
    /// The code of the rule.
    pub code: &'static str,
}

/// The row of a finding.
#[must_use]
pub fn row<'a>(campaign: &Campaign, finding: &'a Finding) -> Row<'a> {
    let mut full = format!("{} {}", finding.message, finding.help);
    if let Some(note) = note(campaign, finding) {
        full.push('\n');
        full.push_str(&note);
    }
    Row {
        key: FindingKey::of(finding),
        tone: tone(finding),
        message: &finding.message,
        full: full.trim_end().to_owned(),
        code: finding.code(),
    }
}

/// The icon and colour of a finding: accepted ones are slate, whatever they weigh.
#[must_use]
pub fn tone(finding: &Finding) -> Tone {
    if !finding.state.is_open() {
        return Tone::Accepted;
    }
    match finding.severity {
        Severity::Error => Tone::Error,
        Severity::Warning => Tone::Warning,
        Severity::Hint => Tone::Hint,
    }
}

/// The word of a tone, for screen readers.
#[must_use]
pub fn tone_word(tone: Tone) -> &'static str {
    match tone {
        Tone::Error => say::error(),
        Tone::Warning => say::warning(),
        Tone::Hint => say::hint(),
        Tone::Accepted => say::accepted(),
        Tone::Ok => say::clear(),
    }
}

/// What became of the acceptance of a finding: who carries it and why, or why it holds no longer.
#[must_use]
pub fn note(campaign: &Campaign, finding: &Finding) -> Option<String> {
    match finding.state {
        State::Open => None,
        State::Accepted(id) => {
            let acceptance = campaign.acceptances.iter().find(|acceptance| acceptance.id == id)?;
            // The day comes before the reason: a long reason is cut in a row.
            let owner = &acceptance.owner;
            let owner = acceptance.until.map_or_else(|| owner.clone(), |day| accept::until(owner, day.long()));
            Some(say::accepted_by(owner, &acceptance.reason))
        }
        State::Stale(_, Stale::Expired) => Some(say::acceptance_expired().to_owned()),
        State::Stale(_, Stale::FactsChanged) => Some(say::acceptance_changed().to_owned()),
    }
}

/// The findings about a moment: those it is the subject of first, then those that also name it; accepted ones last.
#[must_use]
pub fn of_moment(derived: &Derived, lane: Option<crate::model::LaneId>, id: MomentId) -> Vec<&Finding> {
    let view = derived.lanes.iter().find(|view| Some(view.lane.id) == lane);
    let all = view.into_iter().flat_map(|view| &view.findings).map(AsRef::as_ref);
    let mut found: Vec<&Finding> = all.filter(|finding: &&Finding| finding.moments.contains(&id)).collect();
    found.sort_by_key(|finding| (!finding.state.is_open(), finding.subject() != Some(id), finding.severity));
    found
}
