//! What a search, a filter and hidden lanes leave of the plan: every view shows the same moments.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use crate::model::{Campaign, LaneId, MomentId, NoteId};

/// Which moments and notes are shown. Nothing is taken out of the plan: findings, curves and totals are those of all of it.
///
/// Two that came from the same search are the same pointer, so that whoever keeps what was worked out for one can tell at
/// once whether it still holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sieve {
    passed: Option<Arc<Passed>>,
    hidden: Option<Arc<Hidden>>,
}

#[derive(Debug, PartialEq, Eq)]
struct Passed {
    moments: HashSet<MomentId, Ids>,
    /// How many of them are parked in the tray.
    ideas: usize,
    notes: HashSet<NoteId, Ids>,
}

/// Lanes that are not shown.
#[derive(Debug, PartialEq, Eq)]
struct Hidden {
    /// Those of them that are in the plan.
    lanes: HashSet<LaneId, Ids>,
    /// How many moments of the other lanes are shown; `None` where these have all that there are.
    shown: Option<usize>,
    /// How many notes that a search and a filter find are on them.
    notes: usize,
}

impl Sieve {
    /// Only these moments.
    #[must_use]
    pub fn of(passed: impl IntoIterator<Item = MomentId>) -> Self {
        Self::with_ideas(passed, 0)
    }

    /// Only these moments, of which that many are parked in the tray.
    #[must_use]
    pub fn with_ideas(passed: impl IntoIterator<Item = MomentId>, ideas: usize) -> Self {
        Self::with_notes(passed, ideas, [])
    }

    /// Only these moments, of which that many are parked in the tray, and only these notes.
    #[must_use]
    pub fn with_notes(passed: impl IntoIterator<Item = MomentId>, ideas: usize, notes: impl IntoIterator<Item = NoteId>) -> Self {
        let (moments, notes) = (passed.into_iter().collect(), notes.into_iter().collect());
        Self { passed: Some(Arc::new(Passed { moments, ideas, notes })), hidden: None }
    }

    /// The same, and none of the moments of these lanes.
    #[must_use]
    pub fn without(&self, campaign: &Campaign, lanes: &HashSet<LaneId>) -> Self {
        let hidden = || campaign.lanes.iter().filter(|lane| lanes.contains(&lane.id));
        // Only the moments of hidden lanes are looked at, and without a search not even those.
        let shown = match self.with_ideas_left_out() {
            None => {
                let moments: usize = hidden().map(|lane| lane.moments.len()).sum();
                (moments > 0).then(|| campaign.moment_count().saturating_sub(moments))
            }
            Some(found) => {
                let moments = hidden().flat_map(|lane| &lane.moments).filter(|moment| self.shows(moment.id)).count();
                Some(found.saturating_sub(moments))
            }
        };
        let of_search = hidden().filter(|_| !self.is_open()).flat_map(|lane| &lane.notes);
        let notes = of_search.filter(|note| self.shows_note(note.id)).count();
        let lanes: HashSet<LaneId, Ids> = hidden().map(|lane| lane.id).collect();
        let hidden = (!lanes.is_empty()).then(|| Arc::new(Hidden { lanes, shown, notes }));
        Self { passed: self.passed.clone(), hidden }
    }

    /// How many moments of lanes a search and a filter leave; `None` where all of them.
    fn with_ideas_left_out(&self) -> Option<usize> {
        self.passed.as_ref().map(|passed| passed.moments.len().saturating_sub(passed.ideas))
    }

    /// Whether none of the moments of a lane are shown, because somebody hid it.
    #[must_use]
    pub fn hides(&self, lane: LaneId) -> bool {
        self.hidden.as_ref().is_some_and(|hidden| hidden.lanes.contains(&lane))
    }

    /// How many lanes are hidden.
    #[must_use]
    pub fn hidden_lanes(&self) -> usize {
        self.hidden.as_ref().map_or(0, |hidden| hidden.lanes.len())
    }

    /// How many moments and notes a search and a filter find in the lanes that are hidden.
    #[must_use]
    pub fn found_in_hidden(&self) -> usize {
        let found = self.with_ideas_left_out();
        let shown = self.hidden.as_ref().and_then(|hidden| hidden.shown);
        found.zip(shown).map_or(0, |(found, shown)| found.saturating_sub(shown)) + self.notes_in_hidden()
    }

    fn notes_in_hidden(&self) -> usize {
        self.hidden.as_ref().map_or(0, |hidden| hidden.notes)
    }

    /// Whether a search and a filter leave the same, whichever lanes are hidden.
    #[must_use]
    pub fn passes_as(&self, other: &Self) -> bool {
        self.passed == other.passed
    }

    /// Whether a moment passes the search and the filter: it is shown, unless its lane is hidden.
    #[must_use]
    pub fn shows(&self, id: MomentId) -> bool {
        self.passed.as_ref().is_none_or(|passed| passed.moments.contains(&id))
    }

    /// Whether a note passes the search and the filter: it is shown, unless its lane is hidden.
    #[must_use]
    pub fn shows_note(&self, id: NoteId) -> bool {
        self.passed.as_ref().is_none_or(|passed| passed.notes.contains(&id))
    }

    /// Whether every moment and note is shown, because nothing is searched for and nothing filtered.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.passed.is_none()
    }

    /// How many moments of lanes are shown; `None` where all of them are.
    #[must_use]
    pub fn moments(&self) -> Option<usize> {
        match &self.hidden {
            Some(hidden) => hidden.shown,
            None => self.with_ideas_left_out(),
        }
    }

    /// How many notes a search and a filter show; `None` where nothing is searched for and nothing filtered.
    #[must_use]
    pub fn notes(&self) -> Option<usize> {
        self.passed.as_ref().map(|passed| passed.notes.len().saturating_sub(self.notes_in_hidden()))
    }

    /// How many parked moments are shown; `None` where all of them are.
    #[must_use]
    pub fn ideas(&self) -> Option<usize> {
        self.passed.as_ref().map(|passed| passed.ideas)
    }
}

/// Ids are drawn by dice, so their own bits spread them well enough; each card of each frame is looked up.
pub type Ids = BuildHasherDefault<IdHasher>;

/// Makes a number of an id.
#[derive(Clone, Copy, Debug, Default)]
pub struct IdHasher(u64);

impl Hasher for IdHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, bits: u64) {
        // Names that somebody wrote share their first characters: multiplying carries every one of them upwards, and the
        // upper half is folded onto the lower one, which is what a table looks at.
        let mixed = (self.0 ^ bits).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_did_not_pass_is_hidden_and_without_a_search_nothing_is() {
        let id = |text: &str| MomentId::parse(text).expect("an id");
        let sieve = Sieve::with_ideas([id("a"), id("b")], 1);
        assert!(sieve.shows(id("a")) && !sieve.shows(id("c")));
        assert_eq!((sieve.moments(), sieve.ideas(), sieve.is_open()), (Some(1), Some(1), false));
        let open = Sieve::default();
        assert!(open.shows(id("c")) && open.is_open());
        assert_eq!(open.moments(), None);
    }

    #[test]
    fn hidden_lanes_are_left_out_of_what_passes() {
        use crate::model::{CreatorId, Kind, Lane, Moment, PlanId};
        let lane = |text: &str| LaneId::parse(text).expect("an id");
        let moment = |text: &str| MomentId::parse(text).expect("an id");
        let mut plan = Campaign::new(PlanId::default(), "Plan");
        for (of, moments) in [("one", &["a", "b"][..]), ("two", &["c"])] {
            let mut new = Lane::of_creator(lane(of), CreatorId::parse(of).expect("an id"));
            new.moments.extend(moments.iter().map(|id| Arc::new(Moment::new(moment(id), Kind::Story, *id))));
            plan.lanes.push(Arc::new(new));
        }
        let hidden: HashSet<LaneId> = [lane("one"), lane("gone")].into();
        let open = Sieve::default().without(&plan, &hidden);
        assert_eq!((open.moments(), open.hidden_lanes(), open.is_open()), (Some(1), 1, true));
        assert!(open.hides(lane("one")) && !open.hides(lane("two")));
        let found = Sieve::of([moment("b"), moment("c")]).without(&plan, &hidden);
        assert_eq!((found.moments(), found.found_in_hidden(), open.found_in_hidden()), (Some(1), 1, 0));
        assert!(found.passes_as(&Sieve::of([moment("b"), moment("c")])) && found != Sieve::of([moment("b"), moment("c")]));
    }
}
