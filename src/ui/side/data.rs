//! What the panel shows, worked out from the campaign: when the asks come, what is spent, who is in it and how far they are.
//!
//! Worked out again only when the campaign changed, and then only for the lanes that did; a row of the list of creators is
//! made when it is in sight.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::analysis::curve::Band;
use crate::analysis::totals::LaneTotals;
use crate::model::{Anchor, Campaign, CreatorId, Day, Lane, LaneId, Money};
use crate::ui::held::Held;
use crate::ui::theme::Tone;
use crate::ui::view::{About, Counts, Derived, Selection};

/// What is kept of one lane, as long as it is the same pointer.
#[derive(Debug)]
struct Sum {
    lane: Arc<Lane>,
    asks: Option<(Day, Day)>,
    cost: Vec<Money>,
}

impl Sum {
    fn of(campaign: &Campaign, lane: &Arc<Lane>) -> Self {
        let asks = lane.moments.iter().filter(|moment| moment.is_ask()).filter_map(|moment| campaign.day_of(moment.when));
        let asks = asks.fold(None, |all: Option<(Day, Day)>, day| {
            Some(all.map_or((day, day), |(first, last)| (first.min(day), last.max(day))))
        });
        Self { lane: Arc::clone(lane), asks, cost: LaneTotals::of(campaign, lane).cost.iter().collect() }
    }
}

/// What was worked out.
#[derive(Debug, Default)]
pub struct Data {
    held: Held,
    anchor: Option<Anchor>,
    sums: Vec<Sum>,
    /// The first and the last day on which somebody asks.
    pub asks: Option<(Day, Day)>,
    /// What everything costs, one amount a currency.
    pub cost: Vec<Money>,
    /// Creators in the order of their lanes, then those without one: their place among the creators, and their lanes'.
    pub creators: Vec<(usize, Vec<usize>)>,
}

impl Data {
    /// Brings everything in step with the campaign.
    pub fn follow(&mut self, campaign: &Campaign) {
        if !self.held.follow(campaign) {
            return;
        }
        if self.anchor != campaign.anchor {
            // The days of relative moments moved.
            self.anchor.clone_from(&campaign.anchor);
            self.sums.clear();
        }
        self.sums.truncate(campaign.lanes.len());
        for (at, lane) in campaign.lanes.iter().enumerate() {
            match self.sums.get_mut(at) {
                Some(sum) if Arc::ptr_eq(&sum.lane, lane) => {}
                Some(sum) => *sum = Sum::of(campaign, lane),
                None => self.sums.push(Sum::of(campaign, lane)),
            }
        }
        let asks = self.sums.iter().filter_map(|sum| sum.asks);
        self.asks = asks.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)));
        let mut cost: BTreeMap<&str, i64> = BTreeMap::new();
        for money in self.sums.iter().flat_map(|sum| &sum.cost) {
            let sum = cost.entry(money.currency()).or_default();
            *sum = sum.saturating_add(money.hundredths());
        }
        self.cost = cost.into_iter().filter_map(|(currency, hundredths)| Money::new(hundredths, currency)).collect();
        self.creators = creators(campaign);
    }
}

fn creators(campaign: &Campaign) -> Vec<(usize, Vec<usize>)> {
    let places: HashMap<CreatorId, usize> = campaign.creators.iter().enumerate().map(|(at, creator)| (creator.id, at)).collect();
    let mut rows: Vec<(usize, Vec<usize>)> = Vec::with_capacity(campaign.creators.len());
    let mut row_of: Vec<Option<usize>> = vec![None; campaign.creators.len()];
    for (lane_at, lane) in campaign.lanes.iter().enumerate() {
        let Some(place) = lane.creator.and_then(|id| places.get(&id)).copied() else { continue };
        if let Some(row) = row_of[place] {
            rows[row].1.push(lane_at);
        } else {
            row_of[place] = Some(rows.len());
            rows.push((place, vec![lane_at]));
        }
    }
    let without = (0..campaign.creators.len()).filter(|place| row_of[*place].is_none());
    rows.extend(without.map(|place| (place, Vec::new())));
    rows
}

/// A row of the list of creators.
#[derive(Clone, Debug, PartialEq)]
pub struct CreatorRow<'a> {
    /// Who.
    pub id: CreatorId,
    /// Their place among the creators: it gives the avatar its colour.
    pub place: usize,
    /// The full name.
    pub name: &'a str,
    /// What the row says: the handle, else the name.
    pub shown: &'a str,
    /// Their first lane.
    pub lane: Option<LaneId>,
    /// How far the relationship is at the end of the plan, where there is a curve.
    pub band: Option<Band>,
    /// Findings of all their lanes.
    pub counts: Counts,
}

impl<'a> CreatorRow<'a> {
    /// The row of a creator at that place who has these lanes.
    #[must_use]
    pub fn of(campaign: &'a Campaign, derived: &Derived, (place, lanes): &(usize, Vec<usize>)) -> Option<Self> {
        let creator = campaign.creators.get(*place)?;
        let mut counts = Counts::default();
        for view in lanes.iter().filter_map(|at| derived.lanes.get(*at)) {
            counts.errors += view.counts.errors;
            counts.warnings += view.counts.warnings;
            counts.hints += view.counts.hints;
            counts.accepted += view.counts.accepted;
        }
        let first = lanes.first().copied();
        let curve = first.and_then(|at| derived.lanes.get(at)?.curve.as_ref());
        Some(Self {
            id: creator.id,
            place: *place,
            name: &creator.name,
            shown: creator.handle.as_deref().filter(|handle| !handle.is_empty()).unwrap_or(&creator.name),
            lane: first.and_then(|at| campaign.lanes.get(at)).map(|lane| lane.id),
            band: curve.map(|curve| curve.ends_in(derived.end)),
            counts,
        })
    }

    /// The worst that the checker says.
    #[must_use]
    pub fn tone(&self) -> Tone {
        let worst = self.counts.by_tone().into_iter().find(|(_, count)| *count > 0);
        worst.map_or(Tone::Ok, |(tone, _)| tone)
    }
}

/// The creator that the selection is about: their page, or their lane.
#[must_use]
pub fn selected_creator(campaign: &Campaign, selection: &Selection) -> Option<CreatorId> {
    match selection.about {
        Some(About::Creator(id)) => Some(id),
        Some(_) => None,
        None => campaign.lane(selection.lane?)?.creator,
    }
}

/// What is planned against the budget.
#[derive(Clone, Debug, PartialEq)]
pub enum Spending {
    /// One currency: planned, budget, and the share of it that is used.
    Of(Money, Money, f32),
    /// Several currencies, which cannot be added: all amounts, and the budget if there is one.
    Mixed(Vec<Money>, Option<Money>),
    /// No budget; what is planned.
    Planned(Money),
    /// Neither.
    Nothing,
}

impl Spending {
    /// What these amounts are to that budget.
    #[must_use]
    pub fn of(cost: &[Money], budget: Option<Money>) -> Self {
        match (cost, budget) {
            ([], None) => Self::Nothing,
            ([], Some(budget)) => Money::new(0, budget.currency()).map_or(Self::Nothing, |none| Self::Of(none, budget, 0.0)),
            ([one], None) => Self::Planned(*one),
            ([one], Some(budget)) if one.currency() == budget.currency() => {
                let share =
                    if budget.hundredths() > 0 { one.hundredths() as f32 / budget.hundredths() as f32 } else { f32::INFINITY };
                Self::Of(*one, budget, share)
            }
            (several, budget) => Self::Mixed(several.to_vec(), budget),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(text: &str) -> Money {
        Money::parse(text).expect("an amount")
    }

    #[test]
    fn amounts_of_two_currencies_are_never_added() {
        let of = |cost: &[&str], budget: Option<&str>| {
            Spending::of(&cost.iter().map(|text| money(text)).collect::<Vec<_>>(), budget.map(money))
        };
        assert_eq!(of(&["300 EUR"], Some("600 EUR")), Spending::Of(money("300 EUR"), money("600 EUR"), 0.5));
        assert_eq!(of(&[], Some("600 EUR")), Spending::Of(money("0 EUR"), money("600 EUR"), 0.0));
        let both = vec![money("300 EUR"), money("20 USD")];
        assert_eq!(of(&["300 EUR", "20 USD"], Some("600 EUR")), Spending::Mixed(both, Some(money("600 EUR"))));
        assert_eq!(of(&["20 USD"], Some("600 EUR")), Spending::Mixed(vec![money("20 USD")], Some(money("600 EUR"))));
        assert_eq!(of(&["20 USD"], None), Spending::Planned(money("20 USD")));
        assert_eq!(of(&[], None), Spending::Nothing);
        let Spending::Of(.., share) = of(&["1 EUR"], Some("0 EUR")) else { panic!("one currency") };
        assert!(share > 1.0, "no budget at all is over at once");
    }
}
