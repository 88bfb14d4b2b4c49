//! The texts of a plan as they are searched: of its moments, notes, lanes, creators and findings. Kept from one opening of the palette
//! to the next; of a plan that changed, only lanes that changed are read again. Never draws.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::matching::{Hay, How, Query};
use crate::check::Finding;
use crate::model::{Anchor, Campaign, Creator, CreatorId, Day, Lane, LaneId, Moment, MomentId, Note, NoteId};
use crate::ui::filter::model::Pick;
use crate::ui::held::Held;
use crate::ui::view::{Derived, FindingKey};
use crate::words::{names, notes};

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

/// A note.
struct NoteEntry {
    id: NoteId,
    hay: Hay,
    day: i32,
}

impl NoteEntry {
    fn of(campaign: &Campaign, note: &Note) -> Self {
        let day = campaign.day_of(note.when).map_or(NO_DAY, Day::number);
        Self { id: note.id, hay: Hay::of(&note.text, [notes::note()]), day }
    }
}

/// A lane with its moments and notes.
struct LaneTexts {
    lane: Arc<Lane>,
    moments: Vec<Entry>,
    notes: Vec<NoteEntry>,
    whose: Hay,
    traits: Traits,
}

/// What moments of a lane are, a bit for each kind, platform and status that there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Traits([u32; 3]);

impl Traits {
    fn of(lane: &Lane) -> Self {
        let mut all = Self::default();
        for moment in &lane.moments {
            all.0[0] |= 1 << moment.kind as u32;
            all.0[1] |= moment.platform.map_or(0, |platform| 1 << platform as u32);
            all.0[2] |= 1 << moment.status as u32;
        }
        all
    }

    fn of_pick(pick: &Pick) -> Self {
        match pick {
            Pick::Kind(kind) => Self([1 << *kind as u32, 0, 0]),
            Pick::Platform(Some(platform)) => Self([0, 1 << *platform as u32, 0]),
            Pick::Status(status) => Self([0, 0, 1 << *status as u32]),
            _ => Self::default(),
        }
    }

    fn has(self, wanted: Self) -> bool {
        self.0.iter().zip(wanted.0).any(|(has, wanted)| has & wanted != 0)
    }
}

/// The best of what was found, in order.
fn best(mut found: Vec<FoundMoment>, most: usize) -> Vec<MomentId> {
    // Where a handful is listed of very many, only that handful is brought in order.
    if most < found.len() {
        found.select_nth_unstable(most);
        found.truncate(most);
    }
    found.sort_unstable();
    found.into_iter().map(|(.., id)| id).collect()
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
    findings: Vec<FindingEntry>,
    /// How many of them have a key of their own.
    keys: usize,
    /// Lanes that were read, in all.
    read: usize,
    /// What was found of moments by what was typed, letter by letter, the last one at the end.
    looked: Vec<Looked>,
}

/// A finding.
struct FindingEntry {
    finding: Arc<Finding>,
    hay: Hay,
    /// The same number for all that have one key.
    key: usize,
}

/// What was found by strictly looking for moments and findings: one letter more is looked for only among these, and one less is known already.
struct Looked {
    query: Query,
    /// Their places: the lane, past the last one the ideas, and the moment of it.
    places: Vec<(u32, u32)>,
    /// The best of them, as many as are listed.
    best: Vec<MomentId>,
    /// The places of the findings that were found strictly, in their order.
    findings: Vec<usize>,
}

/// Most of what was typed that is remembered: more letters are a new beginning.
const MOST_LOOKED: usize = 12;
/// How many of the best are remembered: more than are listed before the rest is asked for.
const BEST: usize = 16;

/// A moment that was found: how well, and what decides among those that are found equally well.
type FoundMoment = (std::cmp::Reverse<u32>, i32, MomentId);

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
            self.looked.clear();
            self.follow_plan(campaign);
        }
        let same = self.findings.len() == derived.findings.len()
            && self.findings.iter().zip(&derived.findings).all(|(old, new)| Arc::ptr_eq(&old.finding, new));
        if plan || !same {
            self.looked.clear();
            let names: HashMap<LaneId, &str> = campaign.lanes.iter().map(|lane| (lane.id, campaign.lane_name(lane))).collect();
            let hay = |finding: &Finding| {
                let name = finding.lane.and_then(|id| names.get(&id)).copied().unwrap_or_default();
                Hay::of(&finding.message, [name, finding.title, finding.code()])
            };
            let mut keys: HashMap<FindingKey, usize> = HashMap::new();
            let entry = |finding: &Arc<Finding>| {
                let next = keys.len();
                let key = *keys.entry(FindingKey::of(finding)).or_insert(next);
                FindingEntry { finding: Arc::clone(finding), hay: hay(finding), key }
            };
            self.findings = derived.findings.iter().map(entry).collect();
            self.keys = keys.len();
        }
        plan || !same
    }

    /// Gives back what was found by what was typed: it takes room, and is of use only while somebody types.
    pub(super) fn forget(&mut self) {
        self.looked = Vec::new();
    }

    /// Looks strictly for moments and findings: only among those that were found with a letter less, where that is how it goes on.
    pub(super) fn look(&mut self, query: &Query) {
        if query.is_empty() {
            return;
        }
        if let Some(at) = self.looked.iter().position(|looked| looked.query == *query) {
            self.looked.truncate(at + 1);
            return;
        }
        while self.looked.last().is_some_and(|looked| !query.narrows(&looked.query)) {
            self.looked.pop();
        }
        if self.looked.len() >= MOST_LOOKED {
            self.looked.remove(0);
        }
        let mut found = Vec::new();
        let mut places = Vec::new();
        let among = self.looked.last().map(|looked| looked.places.as_slice());
        self.each(query, How::Strict, among, |place, moment| {
            places.push(place);
            found.push(moment);
        });
        let best = best(found, BEST);
        let has = |at: &usize| self.findings.get(*at).is_some_and(|entry| entry.hay.rate(query, How::Strict, |_| 0).is_some());
        let findings = match self.looked.last() {
            Some(looked) => looked.findings.iter().copied().filter(has).collect(),
            None => (0..self.findings.len()).filter(has).collect(),
        };
        self.looked.push(Looked { query: query.clone(), places, best, findings });
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
            let known = old.remove(&lane.id).filter(|texts| Arc::ptr_eq(&texts.lane, lane));
            let texts = known.unwrap_or_else(|| {
                self.read += 1;
                LaneTexts {
                    lane: Arc::clone(lane),
                    moments: lane.moments.iter().map(|moment| Entry::of(campaign, moment)).collect(),
                    notes: lane.notes.iter().map(|note| NoteEntry::of(campaign, note)).collect(),
                    whose: Hay::default(),
                    traits: Traits::of(lane),
                }
            });
            self.lanes.push(LaneTexts { whose, ..texts });
        }
        self.ideas = campaign.ideas.iter().map(|moment| Entry::of(campaign, moment)).collect();
        let with_lane: HashSet<CreatorId> = campaign.lanes.iter().filter_map(|lane| lane.creator).collect();
        let laneless = campaign.creators.iter().filter(|creator| !with_lane.contains(&creator.id));
        self.laneless = laneless
            .map(|creator| (creator.id, Hay::of(&creator.name, [creator.handle.as_deref().unwrap_or_default()])))
            .collect();
    }

    /// How many moments are found, and the best of them, at most `most`: earlier ones before later ones that are found as well.
    pub(super) fn moments(&self, query: &Query, how: How, most: usize) -> (usize, Vec<MomentId>) {
        let looked = self.looked.last().filter(|looked| how == How::Strict && looked.query == *query);
        if let Some(looked) = looked.filter(|looked| most <= BEST || looked.places.len() <= BEST) {
            return (looked.places.len(), looked.best.iter().take(most).copied().collect());
        }
        let mut found = Vec::new();
        self.each(query, how, looked.map(|looked| looked.places.as_slice()), |_, moment| found.push(moment));
        (found.len(), best(found, most))
    }

    /// Calls `put` with every moment that is found and its place: of all, or of those that stand at some places, in their order.
    fn each(&self, query: &Query, how: How, among: Option<&[(u32, u32)]>, mut put: impl FnMut((u32, u32), FoundMoment)) {
        let whose_of = |lane: u32| -> Vec<u32> {
            // Whose the lane is counts for all of its moments, and is looked at once.
            let whose = self.lanes.get(lane as usize).map(|texts| texts.whose.each(query, How::Strict));
            whose.unwrap_or_default().into_iter().map(|score| score / 2).collect()
        };
        let mut rate = |whose: &[u32], place: (u32, u32), entry: &Entry, day: i32| {
            if let Some(score) = entry.hay.rate(query, how, |at| whose.get(at).copied().unwrap_or(0)) {
                put(place, (std::cmp::Reverse(score), day, entry.id));
            }
        };
        let ideas = u32::try_from(self.lanes.len()).unwrap_or(u32::MAX);
        if let Some(places) = among {
            for of_lane in places.chunk_by(|one, other| one.0 == other.0) {
                let Some(&(lane, _)) = of_lane.first() else { continue };
                let whose = whose_of(lane);
                let entries = self.lanes.get(lane as usize).map_or(&self.ideas, |texts| &texts.moments);
                for place in of_lane {
                    let Some(entry) = entries.get(place.1 as usize) else { continue };
                    rate(&whose, *place, entry, if lane == ideas { NO_DAY } else { entry.day });
                }
            }
            return;
        }
        for (lane, texts) in (0_u32..).zip(&self.lanes) {
            let whose = whose_of(lane);
            for (at, entry) in (0_u32..).zip(&texts.moments) {
                rate(&whose, (lane, at), entry, entry.day);
            }
        }
        for (at, entry) in (0_u32..).zip(&self.ideas) {
            rate(&[], (ideas, at), entry, NO_DAY);
        }
    }

    /// Whether any moment of a lane is of that choice; `false` for what is not asked of moments here.
    pub(super) fn has(&self, pick: &Pick) -> bool {
        let wanted = Traits::of_pick(pick);
        self.lanes.iter().any(|texts| texts.traits.has(wanted))
    }

    /// The notes that are found, the best first, earlier ones before later ones.
    pub(super) fn notes(&self, query: &Query, how: How) -> Vec<NoteId> {
        let mut found = Vec::new();
        for texts in self.lanes.iter().filter(|texts| !texts.notes.is_empty()) {
            let whose: Vec<u32> = texts.whose.each(query, How::Strict).into_iter().map(|score| score / 2).collect();
            let rated = texts.notes.iter().filter_map(|note| {
                let score = note.hay.rate(query, how, |at| whose.get(at).copied().unwrap_or(0))?;
                Some((std::cmp::Reverse(score), note.day, note.id))
            });
            found.extend(rated);
        }
        found.sort_unstable();
        found.into_iter().map(|(.., id)| id).collect()
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

    /// How many findings are found, and the first of them, at most `most`: open ones first, by weight and day. Those with one key are one.
    pub(super) fn findings(&self, query: &Query, how: How, most: usize) -> (usize, Vec<FindingKey>) {
        let (mut open, mut closed) = (Vec::new(), Vec::new());
        // They are sorted by weight and day already.
        for entry in self.having(query, how) {
            if entry.finding.state.is_open() { open.push(entry) } else { closed.push(entry) }
        }
        let mut seen = vec![false; self.keys];
        let mut is_new = |entry: &&FindingEntry| seen.get_mut(entry.key).is_some_and(|seen| !std::mem::replace(seen, true));
        let all: Vec<&FindingEntry> = open.into_iter().chain(closed).filter(|entry| is_new(entry)).collect();
        (all.len(), all.into_iter().take(most).map(|entry| FindingKey::of(&entry.finding)).collect())
    }

    /// The findings that are found, in their order: those that were looked for are known.
    fn having<'a>(&'a self, query: &'a Query, how: How) -> impl Iterator<Item = &'a FindingEntry> {
        let looked = self.looked.last().filter(|looked| how == How::Strict && looked.query == *query);
        let known = looked.map(|looked| looked.findings.iter().filter_map(|at| self.findings.get(*at)));
        let sought =
            looked.is_none().then(|| self.findings.iter().filter(move |entry| entry.hay.rate(query, how, |_| 0).is_some()));
        known.into_iter().flatten().chain(sought.into_iter().flatten())
    }

    /// The open findings whose fixes are worth a look, the worst first: of those that have every word, and of all.
    pub(super) fn to_mend(&self, query: &Query, most: usize) -> Vec<Arc<Finding>> {
        let is_open = |entry: &&FindingEntry| entry.finding.state.is_open();
        let having = self.having(query, How::Strict).filter(|_| !query.is_empty()).filter(is_open).take(most);
        let mut all: Vec<Arc<Finding>> = having.map(|entry| Arc::clone(&entry.finding)).collect();
        for FindingEntry { finding, .. } in self.findings.iter().filter(is_open).take(most) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Options, Sketch, check};
    use crate::model::{Id, Kind, LaneKind, PlanId, When};

    /// Three lanes of moments whose titles share words and parts of words, and some ideas.
    fn plan() -> Campaign {
        let words = ["story", "stone", "Last", "toast", "so", "on", "stop it", "Übung", "20% off", "s"];
        let mut plan = Campaign::new(PlanId::default(), "Plan");
        let mut moments = (0_u64..).map(|n| {
            let [a, b] = [n % 10, n * 7 % 9].map(|at| words[usize::try_from(at).unwrap()]);
            let mut moment =
                Moment::new(MomentId(Id::from_bits(n + 1)), Kind::ALL[usize::try_from(n % 7).unwrap()], format!("{a} {b}"));
            moment.hook = (n % 3 == 0).then(|| format!("{b} {n}"));
            moment.when = When::On(Day::from_number(20_000 + i32::try_from(n * 13 % 50).unwrap()));
            Arc::new(moment)
        });
        for name in ["one", "two", "three"] {
            let mut lane = Lane::empty(LaneId(Id::parse(name).unwrap()), LaneKind::Community);
            lane.moments = moments.by_ref().take(60).collect();
            plan.lanes.push(Arc::new(lane));
        }
        plan.ideas = moments.take(9).collect();
        plan
    }

    fn index() -> Index {
        let found = check(&Sketch::parse("new: P14 A18 V22 K27").expect("a sketch").campaign(None), &Options::default()).findings;
        let mut index = Index::default();
        let derived = Derived { findings: found.into_iter().map(Arc::new).collect(), ..Derived::default() };
        index.follow(&plan(), &derived);
        assert!(!index.findings.is_empty(), "something is found");
        index
    }

    #[test]
    fn letter_by_letter_the_same_is_found_as_all_at_once() {
        let mut typing = index();
        let typed = [
            "s",
            "st",
            "sto",
            "st",
            "s",
            "so",
            "so ",
            "so s",
            "so st",
            "so",
            "",
            "o",
            "of",
            "to",
            "t",
            "ts",
            "story 2",
            "s",
            "x",
            "xy",
            "r",
            "re",
            "rel",
            "relationship",
            "rela",
            "ask",
        ];
        for text in typed {
            let query = Query::of(text);
            typing.look(&query);
            let fresh = index();
            for (how, most) in [(How::Strict, 7), (How::Strict, usize::MAX), (How::Loose, 7)] {
                let mut all = Vec::new();
                fresh.each(&query, how, None, |_, moment| all.push(moment));
                all.sort_unstable();
                let ids: Vec<MomentId> = all.iter().take(most).map(|(.., id)| *id).collect();
                if !query.is_empty() {
                    assert_eq!(typing.moments(&query, how, most), (all.len(), ids), "“{text}”");
                    assert_eq!(typing.findings(&query, how, most), fresh.findings(&query, how, most), "“{text}”");
                    assert_eq!(typing.to_mend(&query, 7), fresh.to_mend(&query, 7), "“{text}”");
                }
            }
        }
    }

    #[test]
    fn a_plan_that_changed_is_looked_through_anew() {
        let mut index = index();
        let query = Query::of("sto");
        index.look(&query);
        let before = index.moments(&query, How::Strict, 7).0;
        let mut changed = plan();
        Arc::make_mut(&mut changed.lanes[0]).moments.clear();
        index.follow(&changed, &Derived::default());
        index.look(&query);
        assert!(index.moments(&query, How::Strict, 7).0 < before);
    }

    #[test]
    fn what_a_plan_has_is_known_lane_by_lane() {
        let index = index();
        assert!(index.has(&Pick::Kind(Kind::ALL[6])) && !index.has(&Pick::Kind(Kind::ALL[8])));
        assert!(!index.has(&Pick::Platform(Some(crate::model::Platform::ALL[0]))));
    }
}
