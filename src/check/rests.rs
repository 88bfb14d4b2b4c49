//! What a finding rests on. A large plan has tens of thousands of findings and somebody reads the facts of a few, so what is
//! the same for a lane is kept once for all of its findings, and cards are put into words when somebody asks.

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde::{Serialize, Serializer};

use crate::analysis::order::{Placed, Position};
use crate::model::{Kind, MomentId, ProductId};
use crate::words::findings as say;

/// What a finding rests on, one a line; read like a list of texts.
#[derive(Clone, Default)]
pub struct Facts(Arc<Parts>);

#[derive(Default)]
struct Parts {
    lane: Arc<[String]>,
    /// Most findings are about one card.
    card: Option<CardFact>,
    cards: Box<[CardFact]>,
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

impl Facts {
    /// Facts of the lane, of cards, and others, in that order.
    pub(super) fn new(lane: &Arc<[String]>, mut cards: impl Iterator<Item = CardFact>, more: Vec<String>) -> Self {
        let card = cards.next();
        Self(Arc::new(Parts { lane: Arc::clone(lane), card, cards: cards.collect(), more, lines: OnceLock::new() }))
    }
}

impl Deref for Facts {
    type Target = [String];

    fn deref(&self) -> &[String] {
        let Parts { lane, card, cards, more, lines } = &*self.0;
        let cards = card.iter().chain(cards).map(CardFact::words);
        lines.get_or_init(|| lane.iter().cloned().chain(cards).chain(more.iter().cloned()).collect())
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
        let (a, b) = (&*self.0, &*other.0);
        a.lane == b.lane && a.card == b.card && a.cards == b.cards && a.more == b.more
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
        Self::new(&Arc::default(), std::iter::empty(), more)
    }
}
