//! What a search and a filter leave of the plan: every view shows the same moments.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::MomentId;

/// Which moments are shown. Nothing is taken out of the plan: findings, curves and totals are those of all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sieve {
    passed: Option<Arc<HashSet<MomentId>>>,
}

impl Sieve {
    /// Only these moments.
    #[must_use]
    pub fn of(passed: HashSet<MomentId>) -> Self {
        Self { passed: Some(Arc::new(passed)) }
    }

    /// Whether a moment is shown.
    #[must_use]
    pub fn shows(&self, id: MomentId) -> bool {
        self.passed.as_ref().is_none_or(|passed| passed.contains(&id))
    }

    /// Whether every moment is shown, because nothing is searched for and nothing filtered.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.passed.is_none()
    }
}
