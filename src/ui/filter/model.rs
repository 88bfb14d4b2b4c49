//! What is looked for: words, choices of several sorts, and a span of days.

use std::collections::BTreeSet;

use crate::check::Severity;
use crate::model::{CreatorId, Day, Kind, Lane, LaneKind, Moment, Platform, Status};

/// What has to be true of a moment for it to be shown: all of its words are found in it, of every sort of choice one of those
/// that are chosen is its own, and it comes within the days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words as somebody wrote them.
    pub text: String,
    /// What is chosen.
    pub picks: BTreeSet<Pick>,
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
}

/// One choice. The order is that in which choices are listed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pick {
    /// Whose lane it stands in.
    Whose(Whose),
    /// What it is.
    Kind(Kind),
    /// Where it appears; `None` where nobody said.
    Platform(Option<Platform>),
    /// How far it is.
    Status(Status),
    /// Who looks after it; empty where nobody does.
    Owner(String),
    /// What the checker says of it.
    Found(Found),
}

/// Whose lane a moment stands in, or for whom an idea is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whose {
    /// A creator's.
    Creator(CreatorId),
    /// The brand's own.
    Brand,
    /// The community's.
    Community,
    /// Nobody's yet: an idea that is for anybody.
    Nobody,
}

impl Whose {
    /// Whose lane that is.
    #[must_use]
    pub fn lane(lane: &Lane) -> Self {
        match (lane.kind, lane.creator) {
            (_, Some(creator)) => Self::Creator(creator),
            (LaneKind::Brand, None) => Self::Brand,
            (LaneKind::Community, None) => Self::Community,
            (LaneKind::Creator, None) => Self::Nobody,
        }
    }
}

/// What the checker says of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Found {
    /// It has an open error.
    Error,
    /// It has an open warning.
    Warning,
    /// It has an open hint.
    Hint,
    /// It has a finding that somebody accepted.
    Accepted,
    /// Nothing was found about it.
    Nothing,
}

impl Found {
    /// All, the gravest first.
    pub const ALL: [Self; 5] = [Self::Error, Self::Warning, Self::Hint, Self::Accepted, Self::Nothing];

    /// What an open finding of that weight is.
    #[must_use]
    pub fn open(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Hint => Self::Hint,
        }
    }
}

/// A sort of choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Whose lane.
    Whose,
    /// Kinds.
    Kind,
    /// Platforms.
    Platform,
    /// How far.
    Status,
    /// Who looks after it.
    Owner,
    /// Findings.
    Found,
}

impl Facet {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Whose, Self::Kind, Self::Platform, Self::Status, Self::Owner, Self::Found];
}

impl Pick {
    /// The sort of choice that it is.
    #[must_use]
    pub fn facet(&self) -> Facet {
        match self {
            Self::Whose(_) => Facet::Whose,
            Self::Kind(_) => Facet::Kind,
            Self::Platform(_) => Facet::Platform,
            Self::Status(_) => Facet::Status,
            Self::Owner(_) => Facet::Owner,
            Self::Found(_) => Facet::Found,
        }
    }
}

impl Filter {
    /// Whether it lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.picks.is_empty() && self.from.is_none() && self.to.is_none()
    }

    /// Chooses, or chooses no longer.
    pub fn toggle(&mut self, pick: Pick) {
        if !self.picks.remove(&pick) {
            self.picks.insert(pick);
        }
    }

    /// What is chosen of a sort.
    pub fn of(&self, facet: Facet) -> impl Iterator<Item = &Pick> {
        self.picks.iter().filter(move |pick| pick.facet() == facet)
    }

    /// The same without what is chosen of a sort: what else could be chosen there is counted by this.
    #[must_use]
    pub fn without(&self, facet: Facet) -> Self {
        let picks = self.picks.iter().filter(|pick| pick.facet() != facet).cloned().collect();
        Self { picks, ..self.clone() }
    }

    /// Lets everything through from now on.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

/// Who looks after a moment, as a choice: without what stands around the name.
#[must_use]
pub fn owner(moment: &Moment) -> &str {
    moment.owner.as_deref().unwrap_or_default().trim()
}
