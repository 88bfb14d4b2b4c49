//! What the rules need to know of a lane, worked out once: its order, its first ask, what comes before it, where the
//! relationship stands.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use crate::analysis::drops::{Drop, drops};
use crate::analysis::order::{Before, Placed, Position, Roles, Sequence, before};
use crate::model::{Basis, Brand, Campaign, Creator, Day, Kind, Lane, Limits, PhaseKind, RelationshipStatus};

use super::config::Config;
use super::cross::{Cross, History, brand_id};
use super::disclosure::Pay;
use super::finding::Severity;
use super::markets::Markets;
use super::reading::Read;
use super::rests::OfLane;

/// How the rules treat a relationship: what is claimed without evidence, or long ago, counts as warm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nothing yet.
    New,
    /// Some contact, with or without something noted about it.
    Warm { evidence: bool },
    /// The creator owns the brand, or part of it.
    Owner { founder: bool },
    /// Established, with evidence, and seen lately.
    Established,
}

/// How the first ask of a lane is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// There is no ask.
    NoAsk,
    /// A card of the lane prepares it.
    Prepared,
    /// Only the brand's own channel does.
    Announced,
    /// Only cards of the same day could, and times do not decide.
    Tie,
    /// Only cards without a place in the order could, and the ask is not final.
    Doubt,
    /// Nothing does.
    AskFirst,
}

/// Why an established relationship counts as warm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Faded {
    /// Not seen together for that many days before the first ask; the place is the last day seen.
    Silence { seen: Day, days: i32 },
    /// A broken promise was repaired there, and too little was given since.
    Repair(Position),
}

/// What comes before the first ask.
#[derive(Clone, Debug, Default)]
pub(super) struct RunUp {
    /// Places in the sequence of the run-up cards that come before the first ask for sure.
    pub(super) earlier: Vec<usize>,
    /// Of those that come on the same day.
    pub(super) tied: Vec<usize>,
    /// Of those that nobody can place.
    pub(super) unplaced: Vec<usize>,
    /// Of those that come after it.
    pub(super) later: Vec<usize>,
    roles: Roles,
    value_days: usize,
    days: usize,
}

/// The facts of a lane.
pub(super) struct LaneFacts<'a> {
    pub(super) campaign: &'a Campaign,
    pub(super) config: Config<'a>,
    pub(super) cross: &'a Cross,
    pub(super) lane: &'a Lane,
    pub(super) creator: Option<&'a Creator>,
    pub(super) markets: &'a Markets<'a>,
    pub(super) sequence: Sequence<'a>,
    pub(super) drops: Vec<Drop>,
    pub(super) run_up: RunUp,
    pub(super) standing: Standing,
    pub(super) faded: Option<Faded>,
    pub(super) opening: Opening,
    /// What is the same in every finding of the lane, put into words with the first of them.
    pub(super) shared: OnceCell<Arc<OfLane>>,
    /// Read by [`LaneFacts::pay`].
    pub(super) pay: OnceCell<Pay>,
    /// Filled by [`LaneFacts::read`].
    pub(super) labels: RefCell<Vec<(&'a str, Rc<Read>)>>,
    /// Read by [`LaneFacts::folded_brand`].
    pub(super) brand: OnceCell<String>,
}

impl<'a> LaneFacts<'a> {
    /// Works the facts out in one pass after sorting.
    pub(super) fn of(
        campaign: &'a Campaign,
        (config, markets): (&Config<'a>, &'a Markets<'a>),
        cross: &'a Cross,
        lane: &'a Lane,
    ) -> Self {
        let sequence = Sequence::of(campaign, lane);
        let drops = drops(&sequence, config.limits.same_drop_days.into());
        let mut facts = Self {
            campaign,
            config: *config,
            cross,
            lane,
            creator: campaign.creator_of(lane).map(AsRef::as_ref),
            markets,
            sequence,
            drops,
            run_up: RunUp::default(),
            standing: Standing::New,
            faded: None,
            opening: Opening::NoAsk,
            shared: OnceCell::new(),
            pay: OnceCell::new(),
            labels: RefCell::default(),
            brand: OnceCell::new(),
        };
        facts.run_up = facts.find_run_up();
        facts.faded = facts.find_faded();
        facts.standing = facts.find_standing();
        facts.opening = facts.find_opening();
        facts
    }

    pub(super) fn limits(&self) -> &Limits {
        &self.config.limits
    }

    pub(super) fn card(&self, at: usize) -> &Placed<'a> {
        &self.sequence.cards[at]
    }

    pub(super) fn first(&self) -> Option<&Placed<'a>> {
        self.sequence.first()
    }

    pub(super) fn is_slot(&self) -> bool {
        self.lane.is_slot()
    }

    /// A first ask that is an idea or a draft, or has no date itself, gets the benefit of the doubt: cards that
    /// nobody can place may well come before it.
    pub(super) fn benefit(&self) -> bool {
        self.first().is_some_and(|ask| ask.is_draft() || ask.position == Position::Undated)
    }

    /// The first ask, where the rules of the arc apply: on a creator's lane that is not a recurring slot.
    pub(super) fn first_of_arc(&self) -> Option<usize> {
        self.sequence.first_ask.filter(|_| self.lane.is_creator() && !self.is_slot())
    }

    /// Places of the cards with a value role that come before the first ask, or may where it has the benefit of the doubt.
    pub(super) fn valuable_before(&self) -> Vec<usize> {
        let unplaced = if self.benefit() { &self.run_up.unplaced[..] } else { &[] };
        self.run_up.earlier.iter().chain(unplaced).copied().filter(|at| self.card(*at).roles.value()).collect()
    }

    /// Whether one of these roles comes before the first ask or on its day, or is played by the ask itself.
    pub(super) fn has_before(&self, kinds: &[Kind]) -> bool {
        self.run_up.roles.any(kinds)
    }

    /// The same, with the ask's own roles.
    pub(super) fn has_by_then(&self, kinds: &[Kind]) -> bool {
        self.has_before(kinds) || self.first().is_some_and(|ask| ask.roles.any(kinds))
    }

    /// Fewer distinct days with a value role before the first ask than the plan asks for.
    pub(super) fn is_thin(&self) -> bool {
        self.run_up.value_days < usize::from(self.limits().min_value_before)
    }

    /// Distinct days with run-up cards before the first ask.
    pub(super) fn run_up_days(&self) -> usize {
        self.run_up.days
    }

    /// The severity of an ask that nothing prepares; `None` where that is fine.
    pub(super) fn ask_first_severity(&self) -> Option<Severity> {
        let of_status = match self.standing {
            Standing::New => Severity::Error,
            Standing::Warm { evidence: false } | Standing::Owner { founder: false } => Severity::Warning,
            Standing::Warm { evidence: true } | Standing::Owner { founder: true } => Severity::Hint,
            Standing::Established => return None,
        };
        Some(if self.is_slot() { Severity::Hint } else { of_status })
    }

    /// Other lanes of the brand whose audience knows it already; their trust is not this creator's.
    pub(super) fn borrowed(&self) -> Vec<&'a History> {
        if self.borrows() { self.histories().collect() } else { Vec::new() }
    }

    /// Whether there are any. Most lanes have to know no more, and need not look through the whole plan for it.
    pub(super) fn borrows(&self) -> bool {
        self.standing == Standing::New && !self.is_slot() && self.histories().next().is_some() && !self.shares_audience()
    }

    /// Whether an established lane of the brand has the same audience as this one.
    fn shares_audience(&self) -> bool {
        self.lane.audience_group.is_some() && self.histories().any(|other| other.group == self.lane.audience_group)
    }

    fn histories(&self) -> impl Iterator<Item = &'a History> {
        let brand = brand_id(self.campaign, self.lane);
        let (cross, lane, creator) = (self.cross, self.lane.id, self.lane.creator);
        // A lane that names nobody has nobody's trust to lend.
        let known = cross.histories.iter().filter(|other| other.creator.is_some());
        known.filter(move |other| other.lane != lane && other.brand == brand && other.creator != creator)
    }

    /// Announcements on the brand's channel that name the creator and are not known to come after the first ask.
    pub(super) fn announced(&self) -> impl Iterator<Item = Position> {
        let ask = self.first().map(|ask| ask.position);
        let brand = brand_id(self.campaign, self.lane);
        let all = self.lane.creator.and_then(|creator| self.cross.announced.get(&creator)).map_or(&[][..], Vec::as_slice);
        all.iter()
            .filter(move |(of, _)| *of == brand)
            .map(|(_, position)| *position)
            .filter(move |position| ask.is_some_and(|ask| before(*position, ask) != Before::No))
    }

    /// The creators who stand behind a card: the lane's, and on the brand's own channel those whom the card names.
    pub(super) fn creators_of(&self, card: &Placed<'a>) -> impl Iterator<Item = &'a Creator> + use<'a> {
        let campaign = self.campaign;
        let named = if self.lane.is_creator() { &[][..] } else { &card.moment.features[..] };
        self.creator.into_iter().chain(named.iter().filter_map(move |id| campaign.creator(*id).map(AsRef::as_ref)))
    }

    /// The brand that a card speaks for.
    pub(super) fn brand_of(&self, card: &Placed<'a>) -> Option<&'a Brand> {
        let own = card.moment.brand.filter(|_| !self.lane.is_creator()).and_then(|id| self.campaign.brand(id));
        own.or_else(|| self.campaign.brand_of(self.lane)).map(AsRef::as_ref)
    }

    /// Whether a day falls into a phase around a launch.
    pub(super) fn in_launch_phase(&self, day: Day) -> bool {
        self.in_phase(PhaseKind::Launch, day)
    }

    fn in_phase(&self, kind: PhaseKind, day: Day) -> bool {
        self.campaign.phases.iter().any(|phase| phase.kind == Some(kind) && phase.from <= day && day <= phase.to)
    }

    /// Whether the first ask falls into a phase around an event.
    pub(super) fn in_event_phase(&self) -> bool {
        let day = self.first().and_then(|ask| ask.position.date());
        day.is_some_and(|day| self.in_phase(PhaseKind::Event, day))
    }

    fn find_run_up(&self) -> RunUp {
        let mut run_up = RunUp::default();
        let Some(ask) = self.first().copied() else {
            return run_up;
        };
        let benefit = self.benefit();
        let (mut last_day, mut last_value) = (None, None);
        for (at, card) in self.sequence.cards.iter().enumerate().filter(|(_, card)| card.is_run_up()) {
            let counts = match before(card.position, ask.position) {
                Before::Yes => {
                    run_up.earlier.push(at);
                    run_up.days += usize::from(new_day(&mut last_day, card.position));
                    run_up.value_days += usize::from(card.roles.value() && new_day(&mut last_value, card.position));
                    true
                }
                Before::Tie => {
                    run_up.tied.push(at);
                    true
                }
                Before::Unknown => {
                    run_up.unplaced.push(at);
                    run_up.value_days += usize::from(benefit && card.roles.value());
                    benefit
                }
                Before::No => {
                    run_up.later.push(at);
                    false
                }
            };
            if counts {
                run_up.roles = run_up.roles.with(card.roles);
            }
        }
        run_up
    }

    fn find_standing(&self) -> Standing {
        let relationship = &self.lane.relationship;
        // In a plan that was shared evidence is left out, so that none is no sign that there is none.
        let noted = relationship.evidence.iter().any(|line| !line.trim().is_empty());
        let evidence = noted || self.campaign.shared_with.is_some();
        match relationship.status {
            RelationshipStatus::New => Standing::New,
            RelationshipStatus::Established if evidence && self.faded.is_none() => Standing::Established,
            RelationshipStatus::Warm | RelationshipStatus::Established => Standing::Warm { evidence },
            RelationshipStatus::Owner => Standing::Owner { founder: relationship.basis == Some(Basis::Founder) },
        }
    }

    fn find_faded(&self) -> Option<Faded> {
        if self.lane.relationship.status != RelationshipStatus::Established {
            return None;
        }
        let ask = self.first()?;
        if let Some(repair) = self.repair_still_open(ask) {
            return Some(Faded::Repair(repair));
        }
        let day = ask.position.date()?;
        // A run-up card shows the two together again, so it counts like a day on which they were seen.
        let shown = self.run_up.earlier.last().and_then(|at| self.card(*at).position.date());
        let seen = self.lane.relationship.last_visible?.max(shown.unwrap_or(Day::MIN));
        let days = day.since(seen);
        (days > i32::from(self.limits().stale_days)).then_some(Faded::Silence { seen, days })
    }

    /// The last repair before the first ask, where too few days that give something follow it.
    fn repair_still_open(&self, ask: &Placed<'_>) -> Option<Position> {
        let own = self.sequence.cards.iter().filter(|card| card.roles.any(&[Kind::Repair])).map(|card| card.position);
        let brand = brand_id(self.campaign, self.lane);
        let brands = self.cross.repairs.iter().filter(|(of, _)| *of == brand).map(|(_, position)| *position);
        let last = own.chain(brands).filter(|repair| before(*repair, ask.position) == Before::Yes).max();
        last.filter(|repair| {
            let repair = *repair;
            let (mut days, mut last_day) = (0, None);
            for card in self.run_up.earlier.iter().map(|at| self.card(*at)) {
                let since = before(repair, card.position) == Before::Yes && !repair.same_day(card.position);
                days += usize::from(since && card.roles.value() && new_day(&mut last_day, card.position));
            }
            days < 2
        })
    }

    fn find_opening(&self) -> Opening {
        let Some(ask) = self.first() else {
            return Opening::NoAsk;
        };
        if !self.run_up.earlier.is_empty() {
            Opening::Prepared
        } else if self.announced().next().is_some() {
            Opening::Announced
        } else if !self.run_up.tied.is_empty() {
            Opening::Tie
        } else if !self.run_up.unplaced.is_empty() && (ask.is_draft() || ask.position == Position::Undated) {
            Opening::Doubt
        } else {
            Opening::AskFirst
        }
    }
}

/// Whether a position, in sorted order, lies on another day (or place) than the last one that was counted.
fn new_day(last: &mut Option<Position>, position: Position) -> bool {
    let new = last.is_none_or(|last| !last.same_day(position));
    *last = Some(position);
    new
}
