//! The texts of a plan as they are searched: of its moments, lanes, creators and findings. Kept from one opening of the palette
//! to the next; of a plan that changed, only lanes that changed are read again. Never draws.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::matching::{Hay, How, Query};
use crate::check::Finding;
use crate::model::{Anchor, Campaign, Creator, CreatorId, Day, Lane, LaneId, Moment, MomentId};
use crate::ui::held::Held;
use crate::ui::view::Derived;
use crate::words::names;

/// Places a moment without a day after those that have one.
const NO_DAY: i32 = i32::MAX;

/// A moment.
struct Entry {
    id: MomentId,
    hay: Hay,
    /// Earlier ones come first among those that are found equally well.
    day: i32,
}

impl Entry {
    fn of(campaign: &Campaign, moment: &Moment) -> Self {
        let kind = names::kind(moment.kind.key());
        let hook = moment.hook.as_deref().unwrap_or_default();
        Self {
            id: moment.id,
            hay: Hay::of(&moment.title, [kind, hook]),
            day: campaign.day_of(moment.when).map_or(NO_DAY, Day::number),
        }
    }
}

/// A lane with its moments.
struct LaneTexts {
    lane: Arc<Lane>,
    moments: Vec<Entry>,
    whose: Hay,
}

/// The texts of a plan.
#[derive(Default)]
pub struct Index {
    held: Held,
    anchor: Option<Anchor>,
    lanes: Vec<LaneTexts>,
    ideas: Vec<Entry>,
    /// Creators who have no lane.
    laneless: Vec<(CreatorId, Hay)>,
    findings: Vec<(Arc<Finding>, Hay)>,
    /// Lanes that were read, in all.
    read: usize,
}

/// A moment that was found: how well, and what decides among those that are found equally well.
pub(super) type FoundMoment = (std::cmp::Reverse<u32>, i32, MomentId);

impl Index {
    /// How many lanes were read since the beginning: an edit of one lane makes that one more.
    #[must_use]
    pub fn lanes_read(&self) -> usize {
        self.read
    }

    /// Brings the texts in step with the plan; returns whether anything changed.
    pub(super) fn follow(&mut self, campaign: &Campaign, derived: &Derived) -> bool {
        let plan = self.held.follow(campaign);
        if plan {
            self.follow_plan(campaign);
        }
        let same = self.findings.len() == derived.findings.len()
            && self.findings.iter().zip(&derived.findings).all(|((old, _), new)| Arc::ptr_eq(old, new));
        if plan || !same {
            let names: HashMap<LaneId, &str> = campaign.lanes.iter().map(|lane| (lane.id, campaign.lane_name(lane))).collect();
            let hay = |finding: &Finding| {
                let name = finding.lane.and_then(|id| names.get(&id)).copied().unwrap_or_default();
                Hay::of(&finding.message, [name, finding.title, finding.code()])
            };
            self.findings = derived.findings.iter().map(|finding| (Arc::clone(finding), hay(finding))).collect();
        }
        plan || !same
    }

    fn follow_plan(&mut self, campaign: &Campaign) {
        if self.anchor != campaign.anchor {
            // The days of relative moments moved.
            self.anchor.clone_from(&campaign.anchor);
            self.lanes.clear();
        }
        let mut old: HashMap<LaneId, LaneTexts> = self.lanes.drain(..).map(|texts| (texts.lane.id, texts)).collect();
        let creators: HashMap<CreatorId, &Arc<Creator>> = campaign.creators.iter().map(|creator| (creator.id, creator)).collect();
        for lane in &campaign.lanes {
            let creator = lane.creator.and_then(|id| creators.get(&id));
            let handle = creator.and_then(|creator| creator.handle.as_deref()).unwrap_or_default();
            let name = creator.map_or_else(|| campaign.lane_name(lane), |creator| &creator.name);
            let whose = Hay::of(name, [handle]);
            let moments = if let Some(texts) = old.remove(&lane.id).filter(|texts| Arc::ptr_eq(&texts.lane, lane)) {
                texts.moments
            } else {
                self.read += 1;
                lane.moments.iter().map(|moment| Entry::of(campaign, moment)).collect()
            };
            self.lanes.push(LaneTexts { lane: Arc::clone(lane), moments, whose });
        }
        self.ideas = campaign.ideas.iter().map(|moment| Entry::of(campaign, moment)).collect();
        let with_lane: HashSet<CreatorId> = campaign.lanes.iter().filter_map(|lane| lane.creator).collect();
        let laneless = campaign.creators.iter().filter(|creator| !with_lane.contains(&creator.id));
        self.laneless = laneless
            .map(|creator| (creator.id, Hay::of(&creator.name, [creator.handle.as_deref().unwrap_or_default()])))
            .collect();
    }

    /// The moments that are found, in no order.
    pub(super) fn moments(&self, query: &Query, how: How) -> Vec<FoundMoment> {
        let mut found = Vec::new();
        for texts in &self.lanes {
            // Whose the lane is counts for all of its moments, and is looked at once.
            let whose: Vec<u32> = texts.whose.each(query, How::Strict).into_iter().map(|score| score / 2).collect();
            for entry in &texts.moments {
                let or = |at: usize| whose.get(at).copied().unwrap_or(0);
                if let Some(score) = entry.hay.rate(query, how, or) {
                    found.push((std::cmp::Reverse(score), entry.day, entry.id));
                }
            }
        }
        for entry in &self.ideas {
            if let Some(score) = entry.hay.rate(query, how, |_| 0) {
                found.push((std::cmp::Reverse(score), NO_DAY, entry.id));
            }
        }
        found
    }

    /// The lanes that are found by whose they are, with how well, in the order of the plan.
    pub(super) fn lanes(&self, query: &Query, how: How) -> Vec<(u32, LaneId)> {
        let found = self.lanes.iter().filter_map(|texts| Some((texts.whose.rate(query, how, |_| 0)?, texts.lane.id)));
        found.collect()
    }

    /// Creators without a lane that are found, with how well.
    pub(super) fn laneless(&self, query: &Query, how: How) -> Vec<(u32, CreatorId)> {
        self.laneless.iter().filter_map(|(id, hay)| Some((hay.rate(query, how, |_| 0)?, *id))).collect()
    }

    /// The lanes that one of the words names by its beginning, the best first, at most `most`.
    pub(super) fn named(&self, query: &Query, most: usize) -> Vec<LaneId> {
        let best = |texts: &LaneTexts| texts.whose.each(query, How::Strict).into_iter().max().unwrap_or(0);
        let named = self.lanes.iter().map(|texts| (best(texts), texts.lane.id));
        let mut named: Vec<(u32, LaneId)> = named.filter(|(score, _)| *score >= super::matching::NAMES).collect();
        named.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        named.truncate(most);
        named.into_iter().map(|(_, id)| id).collect()
    }

    /// The findings that are found, open ones first, with how well.
    pub(super) fn findings(&self, query: &Query, how: How) -> Vec<(u32, &Arc<Finding>)> {
        let found = self.findings.iter().filter_map(|(finding, hay)| Some((hay.rate(query, how, |_| 0)?, finding)));
        let mut found: Vec<(u32, &Arc<Finding>)> = found.collect();
        // They are sorted by weight and day already, and a sort keeps that.
        found.sort_by_key(|(_, finding)| !finding.state.is_open());
        found
    }

    /// The open findings whose fixes are worth a look, the worst first: of those that have every word, and of all.
    pub(super) fn to_mend(&self, query: &Query, most: usize) -> Vec<Arc<Finding>> {
        let open = || self.findings.iter().filter(|(finding, _)| finding.state.is_open());
        let having = open().filter(|(_, hay)| !query.is_empty() && hay.rate(query, How::Strict, |_| 0).is_some()).take(most);
        let mut all: Vec<Arc<Finding>> = having.map(|(finding, _)| Arc::clone(finding)).collect();
        for (finding, _) in open().take(most) {
            if !all.iter().any(|other| Arc::ptr_eq(other, finding)) {
                all.push(Arc::clone(finding));
            }
        }
        all
    }
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index").field("lanes", &self.lanes.len()).field("read", &self.read).finish_non_exhaustive()
    }
}
