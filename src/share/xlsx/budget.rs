//! The sheet of the budget: what each lane costs, currency by currency, and what is left. For the team.
//!
//! The sums are formulas over the sheet of the moments, so that they follow what somebody changes there. They compare names
//! sign by sign: functions that take a condition would read a name such as `>5` or `*` as one.

use std::collections::BTreeMap;

use super::super::columns::{Cell, Column};
use super::formats::Style;
use super::moments::Table;
use super::page::{Head, Page, is_exact};
use super::{Book, Stop};
use crate::model::LaneId;
use crate::words::columns as say;

const CURRENCY: u16 = 1;
const PLANNED: u16 = 2;

/// The sheet.
pub(super) fn sheet<'a>(book: &'a Book<'a>, table: &Table) -> Result<Page<'a>, Stop> {
    let heads = vec![
        Head::new(Column::Lane.heading(), 28.0, Style::Text),
        Head::new(Column::Currency.heading(), 12.0, Style::Word),
        Head::new(say::planned(), 20.0, Style::Amount),
        Head::new(say::with_fee(), 12.0, Style::Number),
        Head::new(say::without_fee(), 12.0, Style::Number),
    ];
    let mut page = Page::new(book, say::sheet_budget(), heads)?;
    let mut totals: BTreeMap<String, i64> = BTreeMap::new();
    for lane in &book.shared.campaign.lanes {
        let mut sums: BTreeMap<String, (i64, i64)> = BTreeMap::new();
        for cost in lane.moments.iter().filter_map(|moment| moment.cost) {
            let (sum, count) = sums.entry(cost.currency().to_owned()).or_default();
            (*sum, *count) = (sum.saturating_add(cost.hundredths()), *count + 1);
        }
        let free = lane.moments.iter().filter(|moment| moment.cost.is_none()).count();
        for (at, (currency, (sum, count))) in sums.into_iter().enumerate() {
            let total = totals.entry(currency.clone()).or_default();
            *total = total.saturating_add(sum);
            // Moments without a fee are counted once, beside the first currency.
            let free = if at == 0 { Cell::Number(i64::try_from(free).unwrap_or(i64::MAX)) } else { Cell::Empty };
            lane_row(book, &mut page, lane.id, &currency, (sum, count), free, table)?;
        }
    }
    page.filter()?;
    page.step();
    sums(book, &mut page, &totals)?;
    Ok(page)
}

fn lane_row(
    book: &Book<'_>,
    page: &mut Page<'_>,
    lane: LaneId,
    currency: &str,
    (sum, count): (i64, i64),
    free: Cell,
    table: &Table,
) -> Result<(), Stop> {
    let name = book.names.lanes.write(lane);
    let here = page.next() + 1;
    let planned = match &table.ranges {
        Some(ranges) if is_exact(sum) => {
            let format = book.formats.amount(currency);
            let formula = format!("=SUMPRODUCT(EXACT({},A{here})*({}=B{here}),{})", ranges.lanes, ranges.currencies, ranges.fees);
            page.sum(PLANNED, &formula, sum, &format)?;
            Cell::Empty
        }
        _ => Cell::Amount(sum),
    };
    let cells = [Cell::of_text(name.clone()), Cell::Text(currency.to_owned()), planned, Cell::Number(count), free];
    page.row(&cells, &name, Some(currency))?;
    Ok(())
}

/// The totals below the rows: planned, the budget in its currency, and what is left of it.
fn sums(book: &Book<'_>, page: &mut Page<'_>, totals: &BTreeMap<String, i64>) -> Result<(), Stop> {
    // One row was left free between the lanes and the totals.
    let last = page.next().saturating_sub(1);
    let budget = book.shared.campaign.budget;
    let planned_in = |currency: &str| totals.get(currency).copied().unwrap_or_default();
    let mut planned_at = None;
    for (currency, sum) in totals {
        let format = book.formats.total(currency);
        page.word(0, say::planned_in_all(), &book.formats.sum)?;
        page.word(CURRENCY, currency, &book.formats.sum)?;
        if is_exact(*sum) {
            let formula = format!("=SUMIF($B$2:$B${last},\"{currency}\",$C$2:$C${last})");
            page.sum(PLANNED, &formula, *sum, &format)?;
        } else {
            page.word(PLANNED, &Cell::Amount(*sum).text(), &format)?;
        }
        if budget.is_some_and(|budget| budget.currency() == currency) {
            planned_at = Some(page.next() + 1);
        }
        page.step();
    }
    let Some(budget) = budget.filter(|budget| is_exact(budget.hundredths())) else { return Ok(()) };
    let format = book.formats.total(budget.currency());
    page.word(0, say::budget(), &book.formats.sum)?;
    page.word(CURRENCY, budget.currency(), &book.formats.sum)?;
    page.amount(PLANNED, budget.hundredths(), &format)?;
    let budget_at = page.next() + 1;
    page.step();
    page.word(0, say::left(), &book.formats.sum)?;
    page.word(CURRENCY, budget.currency(), &book.formats.sum)?;
    let left = budget.hundredths().saturating_sub(planned_in(budget.currency()));
    match planned_at {
        Some(planned_at) if is_exact(left) => page.sum(PLANNED, &format!("=C{budget_at}-C{planned_at}"), left, &format)?,
        _ => page.word(PLANNED, &Cell::Amount(left).text(), &format)?,
    }
    page.step();
    Ok(())
}
