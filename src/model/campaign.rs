//! The campaign: everything a plan file holds.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::later::StandIn;
use super::record::{closed, record};
use super::{
    AcceptanceId, Brand, BrandId, BrandKit, Creator, CreatorId, Day, House, Id, Lane, LaneId, LaneKind, Moment, MomentId, Money,
    Note, NoteId, OwnPage, Picture, PictureId, PlanId, Product, ProductId, Settings, Status, Unknown, When,
};

closed! {
    /// What the campaign is for.
    pub enum Objective {
        /// Being known.
        Awareness = "awareness",
        /// Being considered.
        Consideration = "consideration",
        /// Selling.
        Sales = "sales",
        /// Being thought well of.
        Reputation = "reputation",
        /// Belonging.
        Community = "community",
    }
}

closed! {
    /// Whom a plan was made smaller for before it was shared.
    pub enum SharedWith {
        /// A client: every lane, without what the team keeps to itself.
        Client = "client",
        /// One creator: their lane, without what the team keeps to itself.
        Creator = "creator",
    }
}

closed! {
    /// What a phase is.
    pub enum PhaseKind {
        /// A launch.
        Launch = "launch",
        /// Always on.
        AlwaysOn = "always_on",
        /// Around an event.
        Event = "event",
        /// Repairing a broken promise.
        Repair = "repair",
    }
}

record! {
    /// A stretch of the campaign.
    pub struct Phase {
        /// What it is called.
        must name: String,
        /// First day.
        must from: Day,
        /// Last day.
        must to: Day,
        /// What it is.
        opt_word kind: PhaseKind,
    }
}

record! {
    /// Days on which nothing is published.
    pub struct Blackout {
        /// First day.
        must from: Day,
        /// Last day.
        must to: Day,
        /// Why.
        opt why: String,
    }
}

record! {
    /// Day 0 of a relative plan.
    pub struct Anchor {
        /// What happens on it ("Launch").
        must label: String,
        /// Its date, once known; from then on relative days are dates.
        opt date: Day,
    }
}

/// What an acceptance covers. Written `campaign`, `lane("tobi")`, `moment("tobi-ask")`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Scope {
    /// The whole campaign.
    #[serde(rename = "campaign")]
    Campaign,
    /// One lane.
    #[serde(rename = "lane")]
    Lane(LaneId),
    /// One moment.
    #[serde(rename = "moment")]
    Moment(MomentId),
}

impl StandIn for Scope {
    /// A moment that no plan has: what an acceptance covers that nobody can read, it does not cover.
    const STAND_IN: Self = Self::Moment(MomentId(Id::NOBODY));
}

record! {
    /// A finding that somebody accepted, with the facts it rested on.
    pub struct Acceptance {
        /// Never changes, never used again.
        must id: AcceptanceId,
        /// The code of the rule.
        must rule: String,
        /// What it covers.
        must_word target: Scope,
        /// Why it is accepted.
        must reason: String,
        /// Who carries it.
        must owner: String,
        /// Last day on which it holds.
        opt until: Day,
        /// Whether the client sees it.
        has show_to_client: bool,
        /// The facts it rested on, one a line, as the finding gave them; when they change it holds no longer. Without any
        /// it does not hold at all: nobody could say whether the finding is still the one that was accepted.
        list facts: Vec<String>,
    }
}

record! {
    /// A rule that is turned off for this plan.
    pub struct RuleOff {
        /// The code of the rule.
        must rule: String,
        /// Who turned it off.
        must by: String,
        /// Why.
        must reason: String,
    }
}

record! {
    /// A whole plan. See the module documentation of [`crate::model`] for what always holds.
    pub struct Campaign {
        /// The identity of the plan; written in the head of the file.
        skip id: PlanId,
        /// What it is called.
        must name: String,
        /// One line about it.
        opt line: String,
        /// What it is for.
        opt_word objective: Objective,
        /// Brands; the first is the default of every lane.
        list brands: Vec<Arc<Brand>>,
        /// Products that moments ask for.
        list products: Vec<Arc<Product>>,
        /// First day.
        opt start: Day,
        /// Last day.
        opt end: Day,
        /// Day 0 of relative days.
        opt anchor: Anchor,
        /// It goes on after the plan's end.
        has continues: bool,
        /// Country codes, for disclosure.
        list markets: Vec<String>,
        /// IANA name; days and times are meant there.
        opt time_zone: String,
        /// Stretches of the campaign.
        list phases: Vec<Phase>,
        /// Days on which nothing is published.
        list blackouts: Vec<Blackout>,
        /// Budget.
        opt budget: Money,
        /// Who it is for.
        opt audience: String,
        /// What that audience stands for, as an assumption.
        list audience_values: Vec<String>,
        /// What is measured.
        list kpis: Vec<String>,
        /// Thresholds.
        has settings: Settings,
        /// The rules of the agency, where the plan carries them with it.
        opt house: Arc<House>,
        /// What the brand gives its decks.
        opt brand_kit: Arc<BrandKit>,
        /// Pages that the team wrote for its decks.
        list own_pages: Vec<OwnPage>,
        /// Creators.
        list creators: Vec<Arc<Creator>>,
        /// Rows of the board, from top to bottom.
        list lanes: Vec<Arc<Lane>>,
        /// Ideas in the tray: never checked, never on a curve, never shared.
        list ideas: Vec<Arc<Moment>>,
        /// Findings that somebody accepted.
        list acceptances: Vec<Arc<Acceptance>>,
        /// Rules that are turned off.
        list rules_off: Vec<RuleOff>,
        /// Set in the plan inside a shared document: statuses, evidence and other things of the team were left out of it. What is
        /// missing there was not said, which is something else than that there is none.
        opt_word shared_with: SharedWith,
        /// Pictures; the last section of the file.
        skip pictures: Vec<Arc<Picture>>,
        /// Fields beside the campaign in the file that this version does not know.
        skip beside: Unknown,
    }
}

impl Campaign {
    /// An empty campaign.
    #[must_use]
    pub fn new(id: PlanId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            line: None,
            objective: None,
            brands: Vec::new(),
            products: Vec::new(),
            start: None,
            end: None,
            anchor: None,
            continues: false,
            markets: Vec::new(),
            time_zone: None,
            phases: Vec::new(),
            blackouts: Vec::new(),
            budget: None,
            audience: None,
            audience_values: Vec::new(),
            kpis: Vec::new(),
            settings: Settings::default(),
            house: None,
            brand_kit: None,
            own_pages: Vec::new(),
            creators: Vec::new(),
            lanes: Vec::new(),
            ideas: Vec::new(),
            acceptances: Vec::new(),
            rules_off: Vec::new(),
            shared_with: None,
            pictures: Vec::new(),
            beside: Unknown::default(),
            unknown: Unknown::default(),
        }
    }

    /// The lane with that id.
    #[must_use]
    pub fn lane(&self, id: LaneId) -> Option<&Arc<Lane>> {
        self.lanes.iter().find(|lane| lane.id == id)
    }

    /// The creator with that id.
    #[must_use]
    pub fn creator(&self, id: CreatorId) -> Option<&Arc<Creator>> {
        self.creators.iter().find(|creator| creator.id == id)
    }

    /// The brand with that id.
    #[must_use]
    pub fn brand(&self, id: BrandId) -> Option<&Arc<Brand>> {
        self.brands.iter().find(|brand| brand.id == id)
    }

    /// The product with that id.
    #[must_use]
    pub fn product(&self, id: ProductId) -> Option<&Arc<Product>> {
        self.products.iter().find(|product| product.id == id)
    }

    /// The picture with that id.
    #[must_use]
    pub fn picture(&self, id: PictureId) -> Option<&Arc<Picture>> {
        self.pictures.iter().find(|picture| picture.id == id)
    }

    /// The pictures that a moment, an idea or the brand kit shows, each as often as it is shown.
    pub fn shown_pictures(&self) -> impl Iterator<Item = PictureId> {
        let moments = self.lanes.iter().flat_map(|lane| &lane.moments).chain(&self.ideas);
        let of_brand = self.brand_kit.iter().flat_map(|kit| kit.pictures());
        moments.filter_map(|moment| moment.image).chain(of_brand)
    }

    /// The brand of a lane: its own, else the campaign's first.
    #[must_use]
    pub fn brand_of(&self, lane: &Lane) -> Option<&Arc<Brand>> {
        lane.brand.and_then(|id| self.brand(id)).or_else(|| self.brands.first())
    }

    /// The creator of a lane.
    #[must_use]
    pub fn creator_of(&self, lane: &Lane) -> Option<&Arc<Creator>> {
        lane.creator.and_then(|id| self.creator(id))
    }

    /// What a lane is called: its creator's name, its own, or what kind of lane it is.
    #[must_use]
    pub fn lane_name<'a>(&'a self, lane: &'a Lane) -> &'a str {
        if let Some(creator) = self.creator_of(lane) {
            return &creator.name;
        }
        match (&lane.name, lane.kind) {
            (Some(name), _) => name,
            (None, LaneKind::Brand) => self.brand_of(lane).map_or("", |brand| &brand.name),
            (None, kind) => crate::words::names::choice(kind.key()),
        }
    }

    /// The moment with that id, with its lane (`None` for an idea in the tray). Looks through the whole plan:
    /// where many are looked up, use an [`super::Index`].
    #[must_use]
    pub fn moment(&self, id: MomentId) -> Option<(Option<&Arc<Lane>>, &Arc<Moment>)> {
        self.lanes
            .iter()
            .find_map(|lane| lane.moments.iter().find(|moment| moment.id == id).map(|moment| (Some(lane), moment)))
            .or_else(|| self.ideas.iter().find(|moment| moment.id == id).map(|moment| (None, moment)))
    }

    /// The day on which something comes: its date, or its relative day once day 0 has a date.
    #[must_use]
    pub fn day_of(&self, when: When) -> Option<Day> {
        match when {
            When::On(day) => Some(day),
            When::Relative(days) => self.anchor.as_ref()?.date.map(|zero| zero.plus(days)),
            When::Order(_) | When::Undated => None,
        }
    }

    /// Whether it is known how far a moment is. In a plan that was shared every moment is written as a draft, whatever it is.
    #[must_use]
    pub fn says_status(&self, moment: &Moment) -> bool {
        self.shared_with.is_none() || moment.status != Status::Draft
    }

    /// How far a moment is, in words.
    #[must_use]
    pub fn status_name(&self, moment: &Moment) -> &'static str {
        if self.says_status(moment) {
            crate::words::names::status(moment.status.key())
        } else {
            crate::words::names::status_not_shared()
        }
    }

    /// How many moments stand in lanes.
    #[must_use]
    pub fn moment_count(&self) -> usize {
        self.lanes.iter().map(|lane| lane.moments.len()).sum()
    }

    /// A note with the lane that it is on.
    #[must_use]
    pub fn note(&self, id: NoteId) -> Option<(&Arc<Lane>, &Arc<Note>)> {
        let mut notes = self.lanes.iter().flat_map(|lane| lane.notes.iter().map(move |note| (lane, note)));
        notes.find(|(_, note)| note.id == id)
    }

    /// Notes on all lanes.
    #[must_use]
    pub fn note_count(&self) -> usize {
        self.lanes.iter().map(|lane| lane.notes.len()).sum()
    }
}
