//! What a plan costs, by lane and by kind. Currencies are never added to each other, and what has no fee is counted.

use crate::analysis::totals::{Amounts, Totals};
use crate::model::{Campaign, Kind, Moment, Money};
use crate::words::names;

use super::encode::clean;

/// What a plan costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spend {
    /// What may be spent.
    pub budget: Option<Money>,
    /// By lane, from top to bottom; lanes without a card are left out.
    pub lanes: Vec<Part>,
    /// By kind, in the order of kinds; kinds without a card are left out.
    pub kinds: Vec<Part>,
    /// All of it.
    pub total: Part,
}

/// What some cards cost together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Whose cards they are, or of what kind.
    pub name: String,
    /// How many there are.
    pub moments: usize,
    /// How many have no fee noted.
    pub unpriced: usize,
    /// The sums of those that have.
    pub cost: Amounts,
}

impl Spend {
    pub(super) fn of(campaign: &Campaign) -> Self {
        let all = || campaign.lanes.iter().flat_map(|lane| &lane.moments).map(AsRef::as_ref);
        let lanes = campaign.lanes.iter().map(|lane| {
            let cards: Vec<&Moment> = lane.moments.iter().map(AsRef::as_ref).collect();
            Part::of(clean(campaign.lane_name(lane)), &cards)
        });
        let kinds = Kind::ALL.iter().map(|kind| {
            let cards: Vec<&Moment> = all().filter(|moment| moment.kind == *kind).collect();
            Part::of(names::kind(kind.key()).to_owned(), &cards)
        });
        let cards: Vec<&Moment> = all().collect();
        Self {
            budget: campaign.budget,
            lanes: lanes.filter(|part| part.moments > 0).collect(),
            kinds: kinds.filter(|part| part.moments > 0).collect(),
            total: Part { cost: Totals::of(campaign).cost, ..Part::of(String::new(), &cards) },
        }
    }
}

impl Part {
    fn of(name: String, cards: &[&Moment]) -> Self {
        Self {
            name,
            moments: cards.len(),
            unpriced: cards.iter().filter(|moment| moment.cost.is_none()).count(),
            cost: Amounts::of(cards.iter().copied()),
        }
    }

    /// The sum in a currency.
    pub(super) fn of_currency(&self, currency: &str) -> Option<Money> {
        self.cost.iter().find(|money| money.currency() == currency)
    }
}
