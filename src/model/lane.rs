//! A lane: one creator with one brand, or the brand's own channel, or the community.

use std::sync::Arc;

use super::record::{closed, record};
use super::{BrandId, CreatorId, Day, LaneId, Moment, Note};

closed! {
    /// Whose lane it is.
    #[derive(Default)]
    pub enum LaneKind {
        /// A creator's. Only these are checked for order.
        #[default]
        Creator = "creator",
        /// The brand's own channel.
        Brand = "brand",
        /// The community's.
        Community = "community",
    }
}

closed! {
    /// How the lane works.
    #[derive(Default)]
    pub enum LaneMode {
        /// A partnership, told as an arc.
        #[default]
        Partnership = "partnership",
        /// A recurring ad read.
        Slot = "slot",
    }
}

closed! {
    /// How far the relationship between this creator's audience and the brand is before the plan begins.
    #[derive(Default)]
    pub enum RelationshipStatus {
        /// Nothing yet.
        #[default]
        New = "new",
        /// Some contact.
        Warm = "warm",
        /// Established; needs evidence.
        Established = "established",
        /// The creator owns the brand, or part of it.
        Owner = "owner",
    }
}

closed! {
    /// What the relationship rests on.
    pub enum Basis {
        /// Uses it anyway.
        GenuineUser = "genuine_user",
        /// An earlier campaign.
        PastCampaign = "past_campaign",
        /// Ambassador.
        Ambassador = "ambassador",
        /// Works there, or family does.
        EmployeeOrFamily = "employee_or_family",
        /// Invested.
        Investor = "investor",
        /// Founded it.
        Founder = "founder",
    }
}

record! {
    /// What is known of the relationship, and from where.
    #[derive(Default)]
    pub struct Relationship {
        /// How far it is.
        has_word status: RelationshipStatus,
        /// What it rests on.
        opt_word basis: Basis,
        /// Since when, as far as known ("2024").
        opt since: String,
        /// The last day on which the audience saw the two together.
        opt last_visible: Day,
        /// Lines or links; an established relationship needs at least one.
        list evidence: Vec<String>,
        /// Who wrote this down.
        opt recorded_by: String,
        /// When.
        opt recorded_on: Day,
    }
}

record! {
    /// Two words for one value: the creator's and the brand's.
    pub struct ValueLink {
        /// As the creator's list has it.
        must creator: String,
        /// As the brand's list has it.
        must brand: String,
    }
}

record! {
    /// Somebody held the lists of values side by side; the links found are in the lane.
    pub struct Compared {
        /// Who.
        must by: String,
        /// When.
        must on: Day,
    }
}

record! {
    /// A row of the board.
    pub struct Lane {
        /// Never changes, never used again.
        must id: LaneId,
        /// Whose lane it is; in the file `type`, as the field calls it.
        has_word kind: LaneKind,
        /// The creator; only and always on a creator lane.
        opt creator: CreatorId,
        /// The brand; unset means the campaign's first.
        opt brand: BrandId,
        /// What the lane is called, where it has no creator.
        opt name: String,
        /// Lanes with the same group share one audience (duos, teams).
        opt audience_group: String,
        /// How the lane works.
        has_word mode: LaneMode,
        /// Where the relationship stands before the plan begins.
        has relationship: Relationship,
        /// The creator's usual unsponsored posts per week.
        opt organic_per_week: u16,
        /// Values that are the same under two names.
        list value_links: Vec<ValueLink>,
        /// Set once a person compared the lists.
        opt values_compared: Compared,
        /// Thoughts of the team, in the order in which they were written; nobody else ever gets them.
        list notes: Vec<Arc<Note>>,
        /// The moments, in no particular order: a moment's place comes from `when`.
        list moments: Vec<Arc<Moment>>,
    }
}

impl Lane {
    /// An empty lane of a creator.
    #[must_use]
    pub fn of_creator(id: LaneId, creator: CreatorId) -> Self {
        Self { creator: Some(creator), ..Self::empty(id, LaneKind::Creator) }
    }

    /// An empty lane without a creator.
    #[must_use]
    pub fn empty(id: LaneId, kind: LaneKind) -> Self {
        Self {
            id,
            kind,
            creator: None,
            brand: None,
            name: None,
            audience_group: None,
            mode: LaneMode::Partnership,
            relationship: Relationship::default(),
            organic_per_week: None,
            value_links: Vec::new(),
            values_compared: None,
            notes: Vec::new(),
            moments: Vec::new(),
            unknown: super::Unknown::default(),
        }
    }

    /// The plan's word for its audience, where it has one.
    #[must_use]
    pub fn audience(&self) -> Option<&str> {
        self.audience_group.as_deref().map(str::trim).filter(|word| !word.is_empty())
    }

    /// Whether both have one audience.
    #[must_use]
    pub fn has_audience_of(&self, other: &Self) -> bool {
        self.audience().is_some_and(|word| other.audience() == Some(word))
    }

    /// Whether order and asks are checked here.
    #[must_use]
    pub fn is_creator(&self) -> bool {
        self.kind == LaneKind::Creator
    }

    /// Whether two states of a lane differ in nothing but what is written on its moments ([`Moment::differs_in_words_only`]). States
    /// share the moments that did not change, so that few have to be looked at.
    #[must_use]
    pub fn differs_in_words_only(&self, other: &Self) -> bool {
        let same = |(a, b): (&Arc<Moment>, &Arc<Moment>)| Arc::ptr_eq(a, b) || a.differs_in_words_only(b);
        self.moments.len() == other.moments.len()
            && self.differs_in_but(other, &["moments"]).is_empty()
            && self.moments.iter().zip(&other.moments).all(same)
    }

    /// Whether it is a recurring ad read.
    #[must_use]
    pub fn is_slot(&self) -> bool {
        self.mode == LaneMode::Slot
    }
}
