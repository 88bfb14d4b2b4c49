//! Counts and sums of a lane and of the whole plan, as the status bar and the first page of a deck show them.

use std::collections::BTreeMap;

use crate::model::{Campaign, Day, Lane, Moment, Money};

use super::Axis;
use super::scale::Span;

/// Amounts by currency, in the order of the currencies' codes. Amounts of different currencies are never added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amounts(BTreeMap<String, i64>);

impl Amounts {
    /// The sums of what moments cost, as far as noted.
    pub fn of<'a>(moments: impl Iterator<Item = &'a Moment>) -> Self {
        let mut amounts = Self::default();
        for cost in moments.filter_map(|moment| moment.cost.as_ref()) {
            amounts.add(cost);
        }
        amounts
    }

    fn add(&mut self, money: &Money) {
        if let Some(sum) = self.0.get_mut(money.currency()) {
            *sum = sum.saturating_add(money.hundredths());
        } else {
            self.0.insert(money.currency().to_owned(), money.hundredths());
        }
    }

    /// The sums, one a currency.
    pub fn iter(&self) -> impl Iterator<Item = Money> + '_ {
        self.0.iter().filter_map(|(currency, hundredths)| Money::new(*hundredths, currency))
    }

    /// Whether nothing costs anything as far as noted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// How many moments give an audience something, and how many ask: each moment counts for one of the two at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// Those that give.
    pub give: usize,
    /// Those that ask.
    pub ask: usize,
}

impl Balance {
    /// The balance of moments. What asks is an ask; of the others those give that the checker counts as something given, and those
    /// that say themselves what the audience gets: an announcement that entertains gives, one that only announces does not.
    pub fn of<'a>(moments: impl Iterator<Item = &'a Moment>) -> Self {
        let mut balance = Self::default();
        for moment in moments {
            if moment.is_ask() {
                balance.ask += 1;
            } else if moment.is_value() || !moment.audience_value.is_empty() {
                balance.give += 1;
            }
        }
        balance
    }
}

/// The totals of one lane.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LaneTotals {
    /// Cards.
    pub moments: usize,
    /// Cards that ask.
    pub asks: usize,
    /// Cards without a day.
    pub undated: usize,
    /// What its cards cost, as far as noted.
    pub cost: Amounts,
}

impl LaneTotals {
    /// The totals of a lane.
    #[must_use]
    pub fn of(campaign: &Campaign, lane: &Lane) -> Self {
        let axis = Axis::of_lane(campaign, lane);
        let has_day = |moment: &Moment| axis.is_some_and(|axis| axis.day(campaign, moment.when).is_some());
        Self {
            moments: lane.moments.len(),
            asks: lane.moments.iter().filter(|moment| moment.is_ask()).count(),
            undated: lane.moments.iter().filter(|moment| !has_day(moment)).count(),
            cost: Amounts::of(lane.moments.iter().map(AsRef::as_ref)),
        }
    }
}

/// The totals of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Cards in lanes.
    pub moments: usize,
    /// Ideas in the tray.
    pub ideas: usize,
    /// Creators that have a lane.
    pub creators: usize,
    /// What the cards in lanes cost, as far as noted.
    pub cost: Amounts,
    /// First and last day of the plan, where it has dates.
    pub dates: Option<(Day, Day)>,
    /// Its length in weeks, begun weeks counted; 0 when nothing has a day.
    pub weeks: i64,
}

impl Totals {
    /// The totals of a plan.
    #[must_use]
    pub fn of(campaign: &Campaign) -> Self {
        let axis = Axis::of_campaign(campaign);
        let span = axis.and_then(|axis| Span::of(campaign, axis, 0));
        let mut creators: Vec<_> = campaign.lanes.iter().filter_map(|lane| lane.creator).collect();
        creators.sort_unstable();
        creators.dedup();
        Self {
            moments: campaign.moment_count(),
            ideas: campaign.ideas.len(),
            creators: creators.len(),
            cost: Amounts::of(campaign.lanes.iter().flat_map(|lane| &lane.moments).map(AsRef::as_ref)),
            dates: span
                .filter(|_| axis == Some(Axis::Calendar))
                .map(|span| (Day::from_number(span.first), Day::from_number(span.last))),
            weeks: span.map_or(0, |span| (span.days() + 6) / 7),
        }
    }
}
