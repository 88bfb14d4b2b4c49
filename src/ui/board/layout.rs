//! The span of the plan, and the cards of its lanes in their places.
//!
//! Everything is kept until what it rests on changes: a lane that is the same pointer is not looked at again, and the
//! places of its cards only depend on the zoom, never on the scroll offset. Only lanes that are seen are packed.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::analysis::Axis;
use crate::analysis::packing::{Packed, Size, Sorted};
use crate::analysis::scale::{Scale, Span};
use crate::model::{Campaign, Creator, Day, Lane, LaneId, Moment, ShortNames, When};
use crate::ui::view::Sieve;

use super::heights::Heights;

/// Most packed lanes that are kept; far more than a screen shows.
const MOST_PACKED: usize = 96;
/// Days that are shown at least, so that a plan of one moment does not fill the window with a single day.
const FEWEST_DAYS: i32 = 28;
/// Days around today that an empty plan shows: before and after it.
const EMPTY: (i32, i32) = (14, 70);

/// What is known of a lane without its places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Facts {
    /// First and last day of the calendar.
    dates: Option<(i32, i32)>,
    /// First and last day counted from day 0.
    numbers: Option<(i32, i32)>,
    /// The same for its notes, which say nothing of what the days of the board are.
    noted: [Option<(i32, i32)>; 2],
    /// Where its creator stands among the campaign's.
    creator: Option<usize>,
}

/// What of the campaign itself the span rests on.
#[derive(Clone, Debug, Default, PartialEq)]
struct Head {
    days: [Option<Day>; 3],
    phases: Vec<(Day, Day)>,
}

impl Head {
    fn of(campaign: &Campaign) -> Self {
        Self {
            days: [campaign.start, campaign.end, campaign.anchor.as_ref().and_then(|anchor| anchor.date)],
            phases: campaign.phases.iter().map(|phase| (phase.from, phase.to)).collect(),
        }
    }

    fn is_of(&self, campaign: &Campaign) -> bool {
        let [start, end, anchor] = self.days;
        start == campaign.start
            && end == campaign.end
            && anchor == campaign.anchor.as_ref().and_then(|anchor| anchor.date)
            && self.phases.iter().copied().eq(campaign.phases.iter().map(|phase| (phase.from, phase.to)))
    }
}

/// A lane's cards in their places.
#[derive(Debug)]
struct Kept {
    lane: Arc<Lane>,
    /// The cards in order; sorted once for all zooms.
    sorted: Arc<Sorted>,
    scale: Scale,
    /// How large its cards were to be.
    size: Size,
    /// Whether it is a line of markers.
    folded: bool,
    packed: Arc<Packed>,
    /// Markers that lie on top of each other; worked out when they are first drawn.
    stacks: Option<Vec<Range<usize>>>,
    used: u64,
}

/// The layout of a whole plan.
#[derive(Debug, Default)]
pub struct Layout {
    seen: Vec<Arc<Lane>>,
    facts: Vec<Facts>,
    head: Option<Head>,
    axis: Option<Axis>,
    span: Option<Span>,
    kept: HashMap<LaneId, Kept>,
    /// The creators whose names were read.
    creators: Vec<Arc<Creator>>,
    names: Arc<ShortNames>,
    folded: HashSet<LaneId>,
    /// Which cards and lanes are shown: the others take no room.
    sieve: Sieve,
    /// How many lanes are folded before each one.
    folds: Arc<[u32]>,
    /// How many are hidden before each one.
    hides: Arc<[u32]>,
    /// How large cards are whatever the zoom is.
    cards: Option<Size>,
    frame: u64,
}

impl Layout {
    /// How large cards are from now on whatever the zoom is; without it as suits the zoom.
    pub(super) fn set_cards(&mut self, cards: Option<Size>) {
        self.cards = cards;
    }

    /// How large they are whatever the zoom is.
    pub(super) const fn cards(&self) -> Option<Size> {
        self.cards
    }

    /// How large cards are at a zoom where they have room.
    pub(super) fn size_at(&self, px_per_day: f64) -> Size {
        self.cards.unwrap_or_else(|| Size::for_zoom(px_per_day))
    }

    /// Follows the campaign; returns whether anything it rests on has changed. Costs a comparison of pointers a lane, and
    /// a look at the lanes that changed.
    pub fn follow(&mut self, campaign: &Campaign) -> bool {
        self.frame += 1;
        let same_creators = self.creators.len() == campaign.creators.len()
            && self.creators.iter().zip(&campaign.creators).all(|(a, b)| Arc::ptr_eq(a, b));
        // Names may change with every key; where creators stand only when one comes or goes.
        let same_places = self.creators.len() == campaign.creators.len()
            && (same_creators || self.creators.iter().zip(&campaign.creators).all(|(a, b)| a.id == b.id));
        if !same_creators {
            self.creators.clone_from(&campaign.creators);
            self.names = Arc::new(ShortNames::of(&campaign.creators));
        }
        let same_head = self.head.as_ref().is_some_and(|head| head.is_of(campaign));
        let same_lanes =
            self.seen.len() == campaign.lanes.len() && self.seen.iter().zip(&campaign.lanes).all(|(a, b)| Arc::ptr_eq(a, b));
        if same_head && same_lanes && same_places {
            return false;
        }
        if !same_head {
            // The date of day 0 moves every relative card, so nothing that was worked out holds.
            self.head = Some(Head::of(campaign));
            self.seen.clear();
            self.facts.clear();
            self.kept.clear();
        }
        let facts = campaign.lanes.iter().enumerate().map(|(at, lane)| match (self.seen.get(at), self.facts.get(at)) {
            (Some(seen), Some(facts)) if same_places && (Arc::ptr_eq(seen, lane) || lane.differs_in_words_only(seen)) => *facts,
            _ => Facts::of(campaign, lane),
        });
        self.facts = facts.collect();
        self.seen.clone_from(&campaign.lanes);
        self.count_folds();
        self.measure();
        true
    }

    /// Follows which lanes are folded; returns whether that changed.
    pub fn fold(&mut self, folded: &HashSet<LaneId>) -> bool {
        if self.folded == *folded {
            return false;
        }
        self.folded.clone_from(folded);
        self.count_folds();
        true
    }

    /// Follows which cards are shown; returns whether that changed.
    pub fn sift(&mut self, sieve: &Sieve) -> bool {
        if self.sieve == *sieve {
            return false;
        }
        let same_cards = self.sieve.passes_as(sieve);
        self.sieve.clone_from(sieve);
        self.count_folds();
        if !same_cards {
            self.kept.clear();
        }
        true
    }

    /// Whether the search and the filter that it follows leave the same as those.
    pub(super) fn passes_as(&self, sieve: &Sieve) -> bool {
        self.sieve.passes_as(sieve)
    }

    fn count_folds(&mut self) {
        let is_hidden = |lane: &Arc<Lane>| self.sieve.hides(lane.id);
        // A lane of which a filter shows nothing takes no more room than it needs to say so.
        let is_sifted = |lane: &Arc<Lane>| {
            !self.sieve.is_open()
                && !lane.moments.is_empty()
                && !lane.moments.iter().any(|moment| self.sieve.shows(moment.id))
                && !lane.notes.iter().any(|note| self.sieve.shows_note(note.id))
        };
        let is_folded = |lane: &Arc<Lane>| self.folded.contains(&lane.id) || is_sifted(lane);
        let folds = self.seen.iter().map(|lane| !is_hidden(lane) && is_folded(lane));
        self.folds = Heights::count(folds);
        self.hides = Heights::count(self.seen.iter().map(is_hidden));
    }

    /// The heights of the lanes where an open one is that tall.
    #[must_use]
    pub fn heights(&self, open: f32) -> Heights {
        Heights::new(open, self.seen.len(), Arc::clone(&self.folds)).without(Arc::clone(&self.hides))
    }

    /// What lanes call their creators.
    #[must_use]
    pub fn names(&self) -> Arc<ShortNames> {
        Arc::clone(&self.names)
    }

    fn measure(&mut self) {
        let union = |a: Option<(i32, i32)>, b: Option<(i32, i32)>| match (a, b) {
            (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
            (a, b) => a.or(b),
        };
        let cards = self.facts.iter().fold(None, |span, facts| union(span, facts.dates));
        let numbers = self.facts.iter().fold(None, |span, facts| union(span, facts.numbers));
        let head = self.head.clone().unwrap_or_default();
        let fixed = head.days.iter().flatten().map(|day| (day.number(), day.number()));
        let dated = fixed.fold(cards, |span, day| union(span, Some(day)));
        let (axis, days) = match (dated, numbers) {
            (Some((first, last)), _) => {
                let phases = head.phases.iter().map(|(from, to)| (from.number(), to.number()));
                (
                    Some(Axis::Calendar),
                    Some(phases.fold((first, last), |(first, last), (from, to)| (first.min(from), last.max(to)))),
                )
            }
            (None, Some(days)) => (Some(Axis::DayNumbers), union(Some(days), Some((0, 0)))),
            (None, None) => (None, None),
        };
        // A note beside the plan is within reach as well.
        let of_axis = usize::from(axis == Some(Axis::DayNumbers));
        let noted = self.facts.iter().fold(None, |span, facts| union(span, facts.noted[of_axis]));
        let days = days.map(|days| union(Some(days), noted).unwrap_or(days));
        self.axis = axis;
        self.span = days.map(|(first, last)| Span { first, last: last.max(first.saturating_add(FEWEST_DAYS)) });
    }

    /// What the days of the board are; without any day in the plan the calendar around today.
    #[must_use]
    pub fn axis(&self) -> Axis {
        self.axis.unwrap_or(Axis::Calendar)
    }

    /// The days of the plan.
    #[must_use]
    pub fn span(&self, today: Day) -> Span {
        let around = Span { first: today.plus(-EMPTY.0).number(), last: today.plus(EMPTY.1).number() };
        self.span.unwrap_or(around)
    }

    /// Whether anything of the plan has a day.
    #[must_use]
    pub fn has_days(&self) -> bool {
        self.span.is_some()
    }

    /// How many lanes there are.
    #[must_use]
    pub fn lanes(&self) -> usize {
        self.seen.len()
    }

    /// Where the creator of a lane stands among the campaign's.
    #[must_use]
    pub fn creator_at(&self, lane_at: usize) -> Option<usize> {
        self.facts.get(lane_at)?.creator
    }

    /// The cards of a lane in their places, in a folded lane its markers; worked out once a zoom.
    pub fn packed(&mut self, campaign: &Campaign, lane: &Arc<Lane>, scale: Scale, folded: bool) -> Arc<Packed> {
        // No card is wider for what is written on it: while somebody types, all stay where they are.
        if let Some(kept) = self.kept.get_mut(&lane.id)
            && !Arc::ptr_eq(&kept.lane, lane)
            && lane.differs_in_words_only(&kept.lane)
        {
            kept.lane = Arc::clone(lane);
        }
        let size = self.size_at(scale.px_per_day());
        if let Some(kept) = self.kept.get_mut(&lane.id)
            && kept.scale == scale
            && (kept.size, kept.folded) == (size, folded)
            && Arc::ptr_eq(&kept.lane, lane)
        {
            kept.used = self.frame;
            return Arc::clone(&kept.packed);
        }
        if self.kept.len() >= MOST_PACKED {
            let frame = self.frame;
            self.kept.retain(|_, kept| kept.used + 1 >= frame);
        }
        let before = self.kept.get(&lane.id).filter(|kept| Arc::ptr_eq(&kept.lane, lane) && kept.scale.axis == scale.axis);
        let sorted = before.map(|kept| Arc::clone(&kept.sorted));
        let shown = |moment: &Moment| self.sieve.shows(moment.id);
        let sorted = sorted.unwrap_or_else(|| Arc::new(Sorted::of_shown(campaign, lane, scale.axis, shown)));
        let packed =
            if folded { Packed::of_sorted(&sorted, &scale, Size::Xs) } else { Packed::fitting_sorted(&sorted, &scale, size) };
        let packed = Arc::new(packed);
        let lane_id = lane.id;
        let lane = Arc::clone(lane);
        let kept = Kept { lane, sorted, scale, size, folded, packed: Arc::clone(&packed), stacks: None, used: self.frame };
        self.kept.insert(lane_id, kept);
        packed
    }

    /// The runs of markers of a lane that lie nearer than `near` to the first of the run, as far as they are seen. They
    /// are found once a zoom for the whole lane, so that panning never takes one apart.
    pub fn stacks(&mut self, lane: LaneId, near: f64, seen: &Range<usize>) -> Vec<Range<usize>> {
        let Some(kept) = self.kept.get_mut(&lane) else { return Vec::new() };
        let stacks = kept.stacks.get_or_insert_with(|| kept.packed.stacks(near));
        let first = stacks.partition_point(|run| run.end <= seen.start);
        let end = stacks.partition_point(|run| run.start < seen.end);
        stacks.get(first..end).map(<[Range<usize>]>::to_vec).unwrap_or_default()
    }
}

impl Facts {
    fn of(campaign: &Campaign, lane: &Lane) -> Self {
        let grow = |span: &mut Option<(i32, i32)>, day: i32| {
            *span = Some(span.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
        };
        let creator = lane.creator.and_then(|id| campaign.creators.iter().position(|creator| creator.id == id));
        let mut facts = Self { creator, ..Self::default() };
        for moment in &lane.moments {
            match (campaign.day_of(moment.when), moment.when) {
                (Some(day), _) => grow(&mut facts.dates, day.number()),
                (None, When::Relative(day)) => grow(&mut facts.numbers, day),
                (None, _) => {}
            }
        }
        for note in &lane.notes {
            match (campaign.day_of(note.when), note.when) {
                (Some(day), _) => grow(&mut facts.noted[0], day.number()),
                (None, When::Relative(day)) => grow(&mut facts.noted[1], day),
                (None, _) => {}
            }
        }
        facts
    }
}
