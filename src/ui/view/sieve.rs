//! What a search and a filter leave of the plan: every view shows the same moments.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use crate::model::MomentId;

/// Which moments are shown. Nothing is taken out of the plan: findings, curves and totals are those of all of it.
///
/// Two that came from the same search are the same pointer, so that whoever keeps what was worked out for one can tell at
/// once whether it still holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sieve {
    passed: Option<Arc<Passed>>,
}

#[derive(Debug, PartialEq, Eq)]
struct Passed {
    moments: HashSet<MomentId, Ids>,
    /// How many of them are parked in the tray.
    ideas: usize,
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
        Self { passed: Some(Arc::new(Passed { moments: passed.into_iter().collect(), ideas })) }
    }

    /// Whether a moment is shown.
    #[must_use]
    pub fn shows(&self, id: MomentId) -> bool {
        self.passed.as_ref().is_none_or(|passed| passed.moments.contains(&id))
    }

    /// Whether every moment is shown, because nothing is searched for and nothing filtered.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.passed.is_none()
    }

    /// How many moments of lanes are shown; `None` where all of them are.
    #[must_use]
    pub fn moments(&self) -> Option<usize> {
        self.passed.as_ref().map(|passed| passed.moments.len().saturating_sub(passed.ideas))
    }

    /// How many parked moments are shown; `None` where all of them are.
    #[must_use]
    pub fn ideas(&self) -> Option<usize> {
        self.passed.as_ref().map(|passed| passed.ideas)
    }
}

/// Ids are drawn by dice, so their own bits spread them well enough; each card of each frame is looked up.
type Ids = BuildHasherDefault<IdHasher>;

#[derive(Default)]
struct IdHasher(u64);

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
}
