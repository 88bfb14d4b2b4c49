//! Remembers the campaign that something was worked out from, and how it was spoken then, so that it is worked out again exactly when
//! that changed.

use std::sync::Arc;

use crate::model::Campaign;
use crate::words::language::{self, Manner};

/// A campaign that is kept alive, so that comparing pointers is safe: nothing new can stand at the same address.
#[derive(Clone, Debug, Default)]
pub(super) struct Held(Option<Campaign>, Manner);

/// What became of the campaign since something was worked out from it.
#[derive(Debug)]
pub(super) enum Change {
    /// Nothing.
    None,
    /// It was this one before.
    Since(Box<Campaign>),
    /// There was none before, or it was spoken otherwise: nothing holds any more.
    Anew,
}

impl Held {
    /// Whether `campaign` is another one than before, or it is spoken otherwise; remembers both.
    pub(super) fn follow(&mut self, campaign: &Campaign) -> bool {
        !matches!(self.change(campaign), Change::None)
    }

    /// The same with the campaign as it was before, where that helps.
    pub(super) fn change(&mut self, campaign: &Campaign) -> Change {
        let spoken = language::manner();
        let anew = self.1 != spoken;
        if !anew && self.0.as_ref().is_some_and(|old| same(old, campaign)) {
            return Change::None;
        }
        self.1 = spoken;
        match self.0.replace(campaign.clone()).filter(|_| !anew) {
            Some(before) => Change::Since(Box::new(before)),
            None => Change::Anew,
        }
    }
}

fn same(a: &Campaign, b: &Campaign) -> bool {
    pointers(&a.lanes, &b.lanes) && pointers(&a.ideas, &b.ideas) && same_around(a, b)
}

/// Whether everything but lanes and ideas is the same.
pub(crate) fn same_around(a: &Campaign, b: &Campaign) -> bool {
    pointers(&a.creators, &b.creators)
        && pointers(&a.brands, &b.brands)
        && pointers(&a.products, &b.products)
        && pointers(&a.acceptances, &b.acceptances)
        && (a.start, a.end, a.continues, a.budget) == (b.start, b.end, b.continues, b.budget)
        && a.anchor == b.anchor
        && a.settings == b.settings
        && a.rules_off == b.rules_off
        && a.house.as_ref().map(Arc::as_ptr) == b.house.as_ref().map(Arc::as_ptr)
        && a.markets == b.markets
        && a.phases == b.phases
        && a.blackouts == b.blackouts
        && a.objective == b.objective
        && a.audience_values == b.audience_values
}

fn pointers<T>(a: &[Arc<T>], b: &[Arc<T>]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b))
}
