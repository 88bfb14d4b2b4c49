//! Counts and sums of a lane and of the whole plan, as the status bar and the first page of a deck show them.

use std::collections::BTreeMap;

use crate::model::{Campaign, Day, Lane, Moment, Money};

use super::Axis;
use super::scale::{CardDays, Span};

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
        self.put(money.currency(), money.hundredths());
    }

    /// Adds what others come to.
    pub fn add_all(&mut self, others: &Self) {
        for (currency, hundredths) in &others.0 {
            self.put(currency, *hundredths);
        }
    }

    fn put(&mut self, currency: &str, hundredths: i64) {
        if let Some(sum) = self.0.get_mut(currency) {
            *sum = sum.saturating_add(hundredths);
        } else {
            self.0.insert(currency.to_owned(), hundredths);
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
    /// The days that its cards take.
    pub days: CardDays,
}

impl LaneTotals {
    /// The totals of a lane.
    #[must_use]
    pub fn of(campaign: &Campaign, lane: &Lane) -> Self {
        let days = CardDays::of_lane(campaign, lane);
        let axis = Self::axis(days);
        let has_day = |moment: &Moment| axis.is_some_and(|axis| axis.day(campaign, moment.when).is_some());
        Self {
            moments: lane.moments.len(),
            asks: lane.moments.iter().filter(|moment| moment.is_ask()).count(),
            undated: lane.moments.iter().filter(|moment| !has_day(moment)).count(),
            cost: Amounts::of(lane.moments.iter().map(AsRef::as_ref)),
            days,
        }
    }

    /// What [`Axis::of_lane`] says, where the days are known.
    fn axis(days: CardDays) -> Option<Axis> {
        [Axis::Calendar, Axis::DayNumbers].into_iter().find(|axis| days.on(*axis).is_some())
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
    /// The days that cards take.
    pub days: CardDays,
}

impl Totals {
    /// The totals of a plan.
    #[must_use]
    pub fn of(campaign: &Campaign) -> Self {
        let lanes: Vec<LaneTotals> = campaign.lanes.iter().map(|lane| LaneTotals::of(campaign, lane)).collect();
        Self::of_lanes(campaign, &lanes)
    }

    /// The totals of a plan whose lanes have these: costs a step a lane, however many moments there are.
    #[must_use]
    pub fn of_lanes<'a>(campaign: &Campaign, lanes: impl IntoIterator<Item = &'a LaneTotals, IntoIter: Clone>) -> Self {
        let lanes = lanes.into_iter();
        let axis = Axis::among(campaign, lanes.clone().map(|lane| LaneTotals::axis(lane.days)));
        let days = CardDays::together(lanes.clone().map(|lane| lane.days));
        let span = axis.and_then(|axis| Span::around(campaign, axis, days.on(axis), 0));
        let mut creators: Vec<_> = campaign.lanes.iter().filter_map(|lane| lane.creator).collect();
        creators.sort_unstable();
        creators.dedup();
        let mut totals = Self { days, ideas: campaign.ideas.len(), creators: creators.len(), ..Self::default() };
        for lane in lanes {
            totals.moments += lane.moments;
            totals.cost.add_all(&lane.cost);
        }
        totals.dates =
            span.filter(|_| axis == Some(Axis::Calendar)).map(|span| (Day::from_number(span.first), Day::from_number(span.last)));
        totals.weeks = span.map_or(0, |span| (span.days() + 6) / 7);
        totals
    }
}
