//! What it costs, by creator and by kind, beside what may be spent. For the team only.

use super::super::encode::shorten;
use super::super::spend::Spend;
use super::super::tables::{Chapter, Part, budget};
use super::Build;
use super::flow::Flow;
use super::grid::{Grid, Room, Room::Share};
use crate::words::{deck, deck_tables as say};

/// Whose or of what kind, how many moments, how many without a fee, fees.
const FEES: [Room; 4] = [Share(3.0), Share(1.0), Share(1.2), Share(2.0)];

pub(super) fn build(b: &mut Build<'_>) {
    let Some((chapter, spend)) = budget::chapter(b.plan).zip(b.plan.spend.as_ref()) else { return };
    let mut flow = Flow::of(b, &chapter, notes(spend, &chapter));
    let grid = |part: &Part| if let Part::Table(table) = part { Some(b.grid(table, &FEES)) } else { None };
    let tables: Vec<Grid> = chapter.parts.iter().filter_map(grid).collect();
    if let Ok(pair) = tables.try_into() {
        flow.pair(b, pair);
    }
    flow.finish(b);
}

/// Title, and who gets the most, where all of it is in one currency.
fn notes(spend: &Spend, chapter: &Chapter) -> String {
    let title = chapter.title.as_str();
    let one = spend.total.cost.iter().next().filter(|_| spend.total.cost.iter().count() == 1);
    let most = one.and_then(|total| {
        let parts = spend.lanes.iter().filter_map(|part| Some((part, part.of_currency(total.currency())?)));
        parts.max_by_key(|(_, money)| money.hundredths())
    });
    most.filter(|_| spend.lanes.len() > 1).map_or_else(
        || deck::two_sentences(deck::sentence(title), &chapter.line),
        |(part, money)| say::budget_notes(title, shorten(&part.name, 120), money.readable()),
    )
}
