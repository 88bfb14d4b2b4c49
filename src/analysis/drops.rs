//! Drops: several posts of one product within a few days are one ask to the audience, not several.

use std::collections::BTreeMap;

use super::order::{Placed, Position, Sequence};
use crate::model::ProductId;

/// Asks for one product within `same_drop_days` of the first of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drop {
    /// Its asks, as places in [`Sequence::cards`], in order.
    pub asks: Vec<usize>,
}

impl Drop {
    /// The place of its first ask in [`Sequence::cards`].
    #[must_use]
    pub fn first(&self) -> usize {
        self.asks.first().copied().unwrap_or(0)
    }
}

/// The drops of a lane, in the order of their first asks. Undated asks belong to none.
///
/// Where a lane has an order but no days, only asks at the same place are one drop. Asks that name no product
/// count as being for the same one: what is not said is not held against a plan.
#[must_use]
pub fn drops(sequence: &Sequence<'_>, same_drop_days: i32) -> Vec<Drop> {
    let mut drops: Vec<Drop> = Vec::new();
    let mut open: BTreeMap<Option<ProductId>, usize> = BTreeMap::new();
    for (at, card) in sequence.cards.iter().enumerate().filter(|(_, card)| card.ask) {
        if card.position == Position::Undated {
            continue;
        }
        let joined = open.get(&card.product).copied().filter(|drop| {
            drops
                .get(*drop)
                .and_then(|drop| sequence.cards.get(drop.first()))
                .is_some_and(|first| joins(first, card, same_drop_days))
        });
        if let Some(drop) = joined.and_then(|drop| drops.get_mut(drop)) {
            drop.asks.push(at);
        } else {
            open.insert(card.product, drops.len());
            drops.push(Drop { asks: vec![at] });
        }
    }
    drops
}

fn joins(first: &Placed<'_>, card: &Placed<'_>, same_drop_days: i32) -> bool {
    match card.position.days_since(first.position) {
        Some(days) => days <= same_drop_days,
        None => first.position.same_day(card.position),
    }
}
