//! The sheet of the budget: what each lane costs, currency by currency, and what is left. For the team.
//!
//! The sums are formulas over the sheet of the moments, so that they follow what somebody changes there. They compare names
//! sign by sign: functions that take a condition would read a name such as `>5` or `*` as one.

use std::sync::Arc;

use super::super::columns::{Cell, Column};
use super::formats::Style;
use super::moments::Table;
use super::page::{Head, Page, is_exact};
use super::{Book, Stop};
use crate::analysis::totals::{Amounts, Totals};
use crate::model::{LaneId, Moment, Money};
use crate::words::columns as say;

const CURRENCY: u16 = 1;
const PLANNED: u16 = 2;

/// The sheet.
pub(super) fn sheet<'a>(book: &'a Book<'a>, table: &Table) -> Result<Page<'a>, Stop> {
    let heads = vec![
        Head::new(Column::Lane.shown_heading(), 28.0, Style::Text),
        Head::new(Column::Currency.shown_heading(), 12.0, Style::Word),
        Head::new(say::planned(), 20.0, Style::Amount),
        Head::new(say::with_fee(), 12.0, Style::Number),
        Head::new(say::without_fee(), 12.0, Style::Number),
    ];
    let mut page = Page::new(book, say::sheet_budget(), heads)?;
    let campaign = &book.shared.campaign;
    for lane in &campaign.lanes {
        let free = lane.moments.iter().filter(|moment| moment.cost.is_none()).count();
        // Moments without a fee are counted once, beside the first currency; also where no moment of the lane has one.
        let mut free = Cell::Number(i64::try_from(free).unwrap_or(i64::MAX));
        for sum in Amounts::of(lane.moments.iter().map(AsRef::as_ref)).iter() {
            let of_currency = |moment: &&Arc<Moment>| moment.cost.as_ref().is_some_and(|cost| cost.currency() == sum.currency());
            let count = lane.moments.iter().filter(of_currency).count();
            let free = std::mem::replace(&mut free, Cell::Empty);
            lane_row(book, &mut page, lane.id, (&sum, count), free, table)?;
        }
        if !lane.moments.is_empty() && free != Cell::Empty {
            let name = book.names.lanes.write(lane.id);
            page.row(&[Cell::of_text(name.clone()), Cell::Empty, Cell::Empty, Cell::Number(0), free], &name, None)?;
        }
    }
    page.filter()?;
    page.step();
    sums(book, &mut page, &Totals::of(campaign).cost)?;
    Ok(page)
}

fn lane_row(
    book: &Book<'_>,
    page: &mut Page<'_>,
    lane: LaneId,
    (sum, count): (&Money, usize),
    free: Cell,
    table: &Table,
) -> Result<(), Stop> {
    let name = book.names.lanes.write(lane);
    let (currency, sum) = (sum.currency(), sum.hundredths());
    let count = Cell::Number(i64::try_from(count).unwrap_or(i64::MAX));
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
    let cells = [Cell::of_text(name.clone()), Cell::Text(currency.to_owned()), planned, count, free];
    page.row(&cells, &name, Some(currency))?;
    Ok(())
}

/// The totals below the rows: planned, the budget in its currency, and what is left of it.
fn sums(book: &Book<'_>, page: &mut Page<'_>, totals: &Amounts) -> Result<(), Stop> {
    // One row was left free between the lanes and the totals.
    let last = page.next().saturating_sub(1);
    let budget = book.shared.campaign.budget;
    let mut planned_at = None;
    for total in totals.iter() {
        let (currency, sum) = (total.currency(), total.hundredths());
        let format = book.formats.total(currency);
        page.word(0, say::planned_in_all(), &book.formats.sum)?;
        page.word(CURRENCY, currency, &book.formats.sum)?;
        if is_exact(sum) {
            let formula = format!("=SUMIF($B$2:$B${last},\"{currency}\",$C$2:$C${last})");
            page.sum(PLANNED, &formula, sum, &format)?;
        } else {
            page.word(PLANNED, &Cell::Amount(sum).text(), &format)?;
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
    let planned = totals.iter().find(|money| money.currency() == budget.currency()).map_or(0, Money::hundredths);
    let left = budget.hundredths().saturating_sub(planned);
    match planned_at {
        Some(planned_at) if is_exact(left) => page.sum(PLANNED, &format!("=C{budget_at}-C{planned_at}"), left, &format)?,
        _ => page.word(PLANNED, &Cell::Amount(left).text(), &format)?,
    }
    page.step();
    Ok(())
}
