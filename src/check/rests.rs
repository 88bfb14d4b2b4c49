//! What a finding rests on. A large plan has tens of thousands of findings and somebody reads the facts of a few, so what is
//! the same for a lane is kept once for all of its findings, and cards are put into words when somebody asks.

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde::{Serialize, Serializer};

use crate::analysis::order::{Placed, Position};
use crate::model::{Cta, Kind, MomentId, ProductId};
use crate::words::{asks, findings as say};

/// What is the same in every finding of a lane.
#[derive(Default)]
pub(super) struct OfLane {
    /// How things stand, and whose lane it is.
    pub(super) facts: Vec<String>,
    /// The brand as sentences name it.
    pub(super) brand: String,
}

/// What a finding rests on, one a line; read like a list of texts.
#[derive(Clone, Default)]
pub struct Facts {
    lane: Arc<OfLane>,
    /// Most findings are about one card.
    card: Option<CardFact>,
    cards: Box<[CardFact]>,
    counted: Option<Counted>,
    more: Vec<String>,
    lines: OnceLock<Box<[String]>>,
}

/// A card as a fact: what it is, which one, and when. An acceptance falls when one of these changes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct CardFact {
    kind: Kind,
    id: MomentId,
    position: Position,
    /// Another product is another ask, whoever accepted the one before.
    product: Option<ProductId>,
}

impl CardFact {
    pub(super) fn of(card: &Placed<'_>) -> Self {
        let product = card.product.filter(|_| card.ask);
        Self { kind: card.moment.kind, id: card.moment.id, position: card.position, product }
    }

    fn words(&self) -> String {
        let (kind, id) = (self.kind.key(), self.id);
        let stands = match self.position {
            Position::Date(day, None) => say::fact_on(kind, id, day),
            Position::Date(day, Some(time)) => say::fact_at(kind, id, day, time),
            Position::Relative(days, None) => say::fact_day(kind, id, days),
            Position::Relative(days, Some(time)) => say::fact_day_at(kind, id, days, time),
            Position::Order(place) => say::fact_order(kind, id, place),
            Position::Undated => say::fact_undated(kind, id),
        };
        match self.product {
            Some(product) => say::fact_for(stands, product),
            None => stands,
        }
    }
}

/// A fact of a rule that finds much.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// So many lanes ask for a product.
    Synchronised(ProductId, usize),
    /// So much was given before an ask, and how that asks.
    Given(usize, Cta),
}

impl Counted {
    fn words(self) -> impl Iterator<Item = String> {
        let (first, second) = match self {
            Self::Synchronised(product, lanes) => (asks::fact_synchronised(product, lanes), None),
            Self::Given(given, strength) => (say::fact_given(given), Some(say::fact_strength(strength.key()))),
        };
        std::iter::once(first).chain(second)
    }
}

impl Facts {
    /// Facts of the lane, of cards, and others, in that order.
    pub(super) fn new(
        lane: &Arc<OfLane>,
        mut cards: impl Iterator<Item = CardFact>,
        counted: Option<Counted>,
        more: Vec<String>,
    ) -> Self {
        let card = cards.next();
        Self { lane: Arc::clone(lane), card, cards: cards.collect(), counted, more, lines: OnceLock::new() }
    }
}

impl Deref for Facts {
    type Target = [String];

    fn deref(&self) -> &[String] {
        let Self { lane, card, cards, counted, more, lines } = self;
        lines.get_or_init(|| {
            let cards = card.iter().chain(cards).map(CardFact::words);
            let more = counted.iter().flat_map(|counted| counted.words()).chain(more.iter().cloned());
            lane.facts.iter().cloned().chain(cards).chain(more).collect()
        })
    }
}

impl<'f> IntoIterator for &'f Facts {
    type Item = &'f String;
    type IntoIter = std::slice::Iter<'f, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl PartialEq for Facts {
    fn eq(&self, other: &Self) -> bool {
        let own = |facts: &Self| (facts.card, facts.counted);
        own(self) == own(other) && self.lane.facts == other.lane.facts && self.cards == other.cards && self.more == other.more
    }
}

impl fmt::Debug for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(s)
    }
}

impl From<Vec<String>> for Facts {
    fn from(more: Vec<String>) -> Self {
        Self { more, ..Self::default() }
    }
}
