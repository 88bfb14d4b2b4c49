//! Which moments of a lane come on which day, kept as long as the lane stays the same: a page is then found by binary search.

use std::collections::HashMap;
use std::sync::Arc;

use super::data::Part;
use crate::analysis::Axis;
use crate::analysis::deadlines::still_due;
use crate::analysis::quiet::{Quiet, quiet};
use crate::analysis::scale::Span;
use crate::model::{Anchor, Campaign, CreatorId, Day, Lane, LaneId, ShortNames, Time};
use crate::ui::held::{Change, Held, same_around};

/// A moment with its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Dated {
    pub(super) day: Day,
    pub(super) time: Option<Time>,
    /// Its place among the lane's.
    pub(super) at: u32,
}

/// What is kept of one lane.
#[derive(Debug)]
pub(super) struct Leaf {
    lane: Arc<Lane>,
    /// By day, then time.
    pub(super) dated: Vec<Dated>,
    /// The places of moments without a day, in the order of the lane.
    pub(super) undated: Vec<u32>,
    /// The notes that have a day, by day.
    notes: Vec<(Day, u32)>,
    /// What has to be ready on which day, by the places of the moments that it is for.
    due: Vec<(Day, u32, Part)>,
    /// Stretches of the calendar without a moment.
    pub(super) quiet: Vec<Quiet>,
}

impl Leaf {
    fn of(campaign: &Campaign, lane: &Arc<Lane>) -> Self {
        let (mut dated, mut undated) = (Vec::with_capacity(lane.moments.len()), Vec::new());
        for (at, moment) in (0_u32..).zip(&lane.moments) {
            match campaign.day_of(moment.when) {
                Some(day) => dated.push(Dated { day, time: moment.time, at }),
                None => undated.push(at),
            }
        }
        dated.sort_unstable();
        let notes = (0_u32..).zip(&lane.notes).filter_map(|(at, note)| Some((campaign.day_of(note.when)?, at)));
        let mut notes: Vec<(Day, u32)> = notes.collect();
        notes.sort_unstable();
        // Looked up here once: a page of a large plan has thousands of moments, and each of them lies elsewhere in memory.
        let mut due = Vec::new();
        for of in &dated {
            let Some(moment) = lane.moments.get(of.at as usize) else { continue };
            let (draft, approval) = still_due(campaign, moment);
            let parts = [(draft, Part::Draft), (approval, Part::Approval)];
            due.extend(parts.into_iter().filter_map(|(day, part)| Some((day?, of.at, part))));
        }
        due.sort_by_key(|(day, ..)| *day);
        // Day numbers without a date for day 0 lie on no calendar, and a lane without a creator owes nobody a moment.
        let lies_here = lane.creator.is_some() && Axis::of_lane(campaign, lane) == Some(Axis::Calendar);
        let quiet = if lies_here { quiet(campaign, lane) } else { Vec::new() };
        Self { lane: Arc::clone(lane), dated, undated, notes, due, quiet }
    }

    /// Those of its moments that come from the one day to the other.
    pub(super) fn between(&self, from: Day, to: Day) -> &[Dated] {
        let first = self.dated.partition_point(|dated| dated.day < from);
        let end = self.dated.partition_point(|dated| dated.day <= to);
        self.dated.get(first..end).unwrap_or_default()
    }

    /// Those of its notes that are pinned to days from the one to the other, with their places.
    pub(super) fn notes_between(&self, from: Day, to: Day) -> &[(Day, u32)] {
        let first = self.notes.partition_point(|(day, _)| *day < from);
        let end = self.notes.partition_point(|(day, _)| *day <= to);
        self.notes.get(first..end).unwrap_or_default()
    }

    /// What has to be ready from the one day to the other.
    pub(super) fn due(&self, from: Day, to: Day) -> &[(Day, u32, Part)] {
        let first = self.due.partition_point(|(day, ..)| *day < from);
        let end = self.due.partition_point(|(day, ..)| *day <= to);
        self.due.get(first..end).unwrap_or_default()
    }
}

/// Somebody whose moments can be shown or hidden: a creator with all of their lanes, or a lane that has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Who {
    /// The creator's place among the campaign's: it gives the avatar its colour.
    pub(super) creator: Option<usize>,
    pub(super) name: Arc<str>,
    pub(super) whole_name: Arc<str>,
    pub(super) lanes: Vec<LaneId>,
    /// The places of those among the campaign's.
    pub(super) places: Vec<usize>,
}

/// Whether everybody is called as before, and has the same lanes.
fn same_people(before: &Campaign, now: &Campaign) -> bool {
    let same_lane =
        |a: &Lane, b: &Lane| (a.id, a.creator, a.kind, a.brand) == (b.id, b.creator, b.kind, b.brand) && a.name == b.name;
    same_around(before, now)
        && before.lanes.len() == now.lanes.len()
        && before.lanes.iter().zip(&now.lanes).all(|(a, b)| Arc::ptr_eq(a, b) || same_lane(a, b))
}

/// Everything that is looked up by day.
#[derive(Debug, Default)]
pub(super) struct Book {
    held: Held,
    anchor: Option<Anchor>,
    /// Whether the plan is one that was shared: then nobody knows what is still due.
    shared: bool,
    /// One for each lane of the campaign, at its place.
    pub(super) leaves: Vec<Leaf>,
    /// In the order of their first lanes.
    pub(super) people: Vec<Who>,
    /// For each lane its place among `people`.
    who: Vec<usize>,
    /// The days of the plan.
    pub(super) plan: Option<Span>,
    /// Counts the states of the plan that were followed.
    pub(super) edition: u64,
}

impl Book {
    /// Brings everything in step with the campaign; looks only at the lanes that changed.
    pub(super) fn follow(&mut self, campaign: &Campaign) {
        let same_people = match self.held.change(campaign) {
            Change::None => return,
            Change::Since(before) => same_people(&before, campaign),
            Change::Anew => false,
        };
        self.edition += 1;
        if self.anchor != campaign.anchor || self.shared != campaign.shared_with.is_some() {
            // The days of relative moments moved.
            self.anchor.clone_from(&campaign.anchor);
            self.shared = campaign.shared_with.is_some();
            self.leaves.clear();
        }
        let mut old: HashMap<LaneId, Leaf> = HashMap::new();
        let moved = self.leaves.len() != campaign.lanes.len()
            || self.leaves.iter().zip(&campaign.lanes).any(|(leaf, lane)| leaf.lane.id != lane.id);
        if moved {
            old.extend(self.leaves.drain(..).map(|leaf| (leaf.lane.id, leaf)));
        }
        for (at, lane) in campaign.lanes.iter().enumerate() {
            if let Some(leaf) = self.leaves.get_mut(at) {
                if Arc::ptr_eq(&leaf.lane, lane) {
                    continue;
                }
                // Nothing of a leaf rests on what is written on its cards: while somebody types, it stays.
                if lane.differs_in_words_only(&leaf.lane) {
                    leaf.lane = Arc::clone(lane);
                } else {
                    *leaf = Leaf::of(campaign, lane);
                }
            } else {
                let kept = old.remove(&lane.id).filter(|leaf| Arc::ptr_eq(&leaf.lane, lane));
                self.leaves.push(kept.unwrap_or_else(|| Leaf::of(campaign, lane)));
            }
        }
        // The cards of a lane stand by day already: no moment is looked at for the ends of the plan.
        let ends = self.leaves.iter().filter_map(|leaf| Some((leaf.dated.first()?.day, leaf.dated.last()?.day)));
        let ends = ends.reduce(|all, leaf| (all.0.min(leaf.0), all.1.max(leaf.1)));
        let cards = ends.map(|(first, last)| Span { first: first.number(), last: last.number() });
        self.plan = Span::around(campaign, Axis::Calendar, cards, 0);
        if !same_people {
            self.meet(campaign);
        }
    }

    /// Who is in the plan, by their lanes.
    fn meet(&mut self, campaign: &Campaign) {
        let names = ShortNames::of(&campaign.creators);
        let places: HashMap<CreatorId, usize> =
            campaign.creators.iter().enumerate().map(|(at, creator)| (creator.id, at)).collect();
        let mut of_creator: HashMap<usize, usize> = HashMap::new();
        self.people.clear();
        self.who.clear();
        for (place, lane) in campaign.lanes.iter().enumerate() {
            let creator = lane.creator.and_then(|id| places.get(&id)).copied();
            let known = creator.and_then(|at| of_creator.get(&at)).copied();
            let at = known.unwrap_or(self.people.len());
            if let Some(who) = self.people.get_mut(at) {
                who.lanes.push(lane.id);
                who.places.push(place);
            } else {
                let (name, whole): (Arc<str>, Arc<str>) = match creator.and_then(|at| campaign.creators.get(at)) {
                    Some(person) => (names.name(person).into(), person.name.as_str().into()),
                    None => (campaign.lane_name(lane).into(), campaign.lane_name(lane).into()),
                };
                self.people.push(Who { creator, name, whole_name: whole, lanes: vec![lane.id], places: vec![place] });
                of_creator.extend(creator.map(|creator| (creator, at)));
            }
            self.who.push(at);
        }
    }

    /// Whose lane stands at a place.
    pub(super) fn who(&self, lane: usize) -> Option<&Who> {
        self.people.get(*self.who.get(lane)?)
    }
}
