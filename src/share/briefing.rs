//! What a creator has to know of a card to make it, and what makes the order of cards comparable.

use crate::analysis::Axis;
use crate::analysis::packing::reading_order;
use crate::model::{Campaign, Control, Cta, Day, Lane, Moment, When};
use crate::words::{deck as said, share as say};

use super::encode::clean;
use super::lanes::some;
use super::plan::Card;

/// What a creator has to know of a card, beside what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Briefing {
    /// Its day in words, without time and window.
    pub date: String,
    /// Who has the last word.
    pub control: Option<Control>,
    /// What it asks of people, in words that go on behind its title; none when it does not ask.
    pub asks: Option<String>,
}

/// What the place of a card is counted in. Only places of one kind can be compared: nobody knows whether the third card of
/// an order comes before a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Days of the plan's axis.
    Day(i32),
    /// The order in the lane.
    Order(i32),
    /// Days from a day 0 that has no date while others have one.
    FromDayZero(i32),
    /// Nothing: it is not said when it comes.
    Unknown,
}

impl Place {
    pub(super) fn of(campaign: &Campaign, axis: Option<Axis>, when: When) -> Self {
        match (axis.and_then(|axis| axis.day(campaign, when)), when) {
            (Some(day), _) => Self::Day(day),
            (None, When::Order(order)) => Self::Order(order),
            (None, When::Relative(day)) => Self::FromDayZero(day),
            (None, _) => Self::Unknown,
        }
    }

    /// Whether it can be said which of two cards comes first, or that they come together.
    #[must_use]
    pub fn is_comparable(self, other: Self) -> bool {
        self != Self::Unknown && std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

impl Briefing {
    pub(super) fn of(campaign: &Campaign, moment: &Moment, date: String) -> Self {
        Self { date, control: moment.creative_control, asks: moment.is_ask().then(|| asks(campaign, moment)) }
    }
}

/// What a moment that asks does: "asks people to buy Fjell 2 now".
fn asks(campaign: &Campaign, moment: &Moment) -> String {
    let product = moment.product.and_then(|id| campaign.product(id)).and_then(|product| some(Some(&product.name)));
    match (moment.cta, product) {
        (Some(Cta::Hard), Some(product)) => said::does_sell(product),
        (Some(Cta::Hard), None) => said::does_sell_it().to_owned(),
        (Some(Cta::Soft), Some(product)) => said::does_invite(product),
        (Some(Cta::Soft), None) => said::does_invite_to_it().to_owned(),
        (Some(Cta::None), Some(product)) => said::does_show(product),
        (Some(Cta::None), None) => said::does_show_it().to_owned(),
        (None, Some(product)) => said::does_ask_for(product),
        (None, None) => said::does_ask().to_owned(),
    }
}

impl Card {
    /// What it asks or shows: the label of the row, and its words; none when it does not ask.
    #[must_use]
    pub fn asks_row(&self) -> Option<(&'static str, &str)> {
        let label = if self.only_shows { say::shows() } else { say::asks() };
        self.asks.as_deref().map(|asks| (label, asks))
    }

    /// Whether it calls people to do something about a product.
    #[must_use]
    pub fn calls(&self) -> bool {
        self.asks.is_some() && !self.only_shows
    }

    /// How much its day may move, in words: "± 2 days".
    #[must_use]
    pub fn moves(&self) -> Option<String> {
        self.window.map(|(before, after)| {
            if before == after { say::moves_both(crate::words::days(before.into())) } else { say::moves(before, after) }
        })
    }

    /// The day on which its first draft is due; none where it has no date or the draft is in.
    #[must_use]
    pub fn draft(&self) -> Option<Day> {
        self.made.due.and_then(|due| due.draft)
    }
}

/// What a lane is called on pages: in a word, as in the window.
pub(super) fn short_name(campaign: &Campaign, lane: &Lane) -> String {
    let short = clean(&campaign.short_lane_name(lane));
    if short.trim().is_empty() { clean(campaign.lane_name(lane)) } else { short }
}

/// What creator and brand both stand for: the values that were linked, and those that moments rest on.
pub(super) fn shared_values(campaign: &Campaign, lane: &Lane) -> Vec<String> {
    let linked = lane.value_links.iter().map(|link| &link.brand);
    // In the order in which they are read, whatever the order in which they were typed.
    let moments = reading_order(campaign, lane).into_iter().filter_map(|at| lane.moments.get(at));
    let rested_on = moments.filter_map(|moment| moment.shared_value.as_ref());
    let mut values: Vec<String> = Vec::new();
    for value in linked.chain(rested_on) {
        let value = clean(value).trim().to_owned();
        let is_new = values.iter().all(|known| known.to_lowercase() != value.to_lowercase());
        if !value.is_empty() && is_new {
            values.push(value);
        }
    }
    values
}
