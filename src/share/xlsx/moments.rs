//! The sheet of the moments: the table that can be read back, with lists to choose from.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Formula, XlsxError};

use super::super::columns::{Cell, Column, Holds, Names, Row};
use super::formats::Style;
use super::page::{Head, Page, column, is_exact, letters};
use super::{Book, Stop};
use crate::words::columns as say;

/// How many rows beyond the last one have the lists, too: for what people add.
const ROOM: u32 = 500;

/// Where the amounts are on the sheet, for the sums of the budget.
pub(super) struct Table {
    /// Ranges of the lanes, the fees and their currencies, where all amounts are numbers.
    pub(super) ranges: Option<Ranges>,
}

/// The cells that a sum of the budget looks at.
pub(super) struct Ranges {
    pub(super) lanes: String,
    pub(super) fees: String,
    pub(super) currencies: String,
}

/// The sheet, and where its amounts are.
pub(super) fn sheet<'a>(book: &'a Book<'a>, columns: &[Column], rows: &[Row<'_>]) -> Result<(Page<'a>, Table), Stop> {
    let heads = columns.iter().map(|column| Head::new(column.heading(), width(*column), Style::of(*column))).collect();
    let page = Page::new(book, say::sheet_moments(), heads)?;
    // The team fills in what is not decided yet; whoever only reads has no columns without anything in them.
    let mut page = if book.is_inside() { page.folding_empty() } else { page };
    let mut all_exact = true;
    for (at, row) in rows.iter().enumerate() {
        book.watch.step(at, rows.len() + 1)?;
        let cells: Vec<Cell> = columns.iter().map(|column| column.write(*row, &book.names)).collect();
        all_exact &= row.moment.cost.is_none_or(|cost| is_exact(cost.hundredths()));
        page.row(&cells, &row.moment.title, row.moment.cost.as_ref().map(crate::model::Money::currency))?;
    }
    page.filter()?;
    let last = page.next().saturating_sub(1);
    for (at, of) in columns.iter().enumerate() {
        validate(book, &mut page, *of, column(at), last + ROOM)?;
        // What a table is put back by is nothing to read.
        if *of == Column::Id && !book.is_inside() {
            page.hide(column(at));
        } else if is_aside(*of, rows, &book.names) {
            page.fold(column(at));
        }
    }
    let range = |of: Column| {
        let at = columns.iter().position(|column| *column == of)?;
        let letters = letters(column(at));
        Some(format!("{}!${letters}$2:${letters}${}", say::sheet_moments(), last + 1))
    };
    let ranges = if all_exact && !rows.is_empty() {
        range(Column::Lane).zip(range(Column::Fee)).zip(range(Column::Currency))
    } else {
        None
    };
    let ranges = ranges.map(|((lanes, fees), currencies)| Ranges { lanes, fees, currencies });
    Ok((page, Table { ranges }))
}

/// Whether a column says what stands elsewhere, too: on the sheet of the creators, in the fee, or in the name of the lane. It is
/// there for when the table is read back.
fn is_aside(of: Column, rows: &[Row<'_>], names: &Names) -> bool {
    match of {
        Column::Id | Column::Picture | Column::Handle | Column::Currency => true,
        Column::Creator => rows
            .iter()
            .all(|row| matches!(of.write(*row, names), cell if cell.is_empty() || cell == Column::Lane.write(*row, names))),
        Column::Brand => rows.windows(2).all(|pair| match pair {
            [row, next] => of.write(*row, names) == of.write(*next, names),
            _ => true,
        }),
        _ => false,
    }
}

/// Offers the choices of a column. What is counted or looked up by name is only advised: a new creator is no mistake.
fn validate(book: &Book<'_>, page: &mut Page<'_>, of: Column, at: u16, last: u32) -> Result<(), XlsxError> {
    let rule = match of.holds() {
        Holds::Choice | Holds::YesNo | Holds::Name => {
            let Some(range) = book.lists.range(of) else { return Ok(()) };
            let choices = DataValidation::new().allow_list_formula(Formula::new(range));
            let is_open = of.holds() == Holds::Name;
            choices.set_error_style(if is_open {
                DataValidationErrorStyle::Information
            } else {
                DataValidationErrorStyle::Warning
            })
        }
        Holds::Day => {
            let (first, end) = (ExcelDateTime::from_ymd(1900, 3, 1)?, ExcelDateTime::from_ymd(9999, 12, 31)?);
            DataValidation::new().allow_date(DataValidationRule::Between(first, end))
        }
        Holds::Time => {
            let (first, end) = (ExcelDateTime::from_hms(0, 0, 0)?, ExcelDateTime::from_hms(23, 59, 0)?);
            DataValidation::new().allow_time(DataValidationRule::Between(first, end))
        }
        Holds::Number => DataValidation::new().allow_whole_number(DataValidationRule::Between(least(of), 2_000_000_000)),
        Holds::Amount => DataValidation::new().allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(-1e13)),
        Holds::Text | Holds::Long | Holds::Choices | Holds::List => return Ok(()),
    };
    let rule = rule.set_error_title(of.heading())?.set_error_message(say::not_in_list())?;
    page.sheet.add_data_validation(1, at, last, at, &rule)?;
    Ok(())
}

/// The least number a column takes: days from day 0 and places in an order may be below nothing.
const fn least(of: Column) -> i32 {
    match of {
        Column::Day | Column::Order => -2_000_000_000,
        _ => 0,
    }
}

/// How wide a column is at most, in characters.
pub(super) const fn width(column: Column) -> f64 {
    match column {
        Column::Hook | Column::MustSay | Column::Notes => 26.0,
        Column::Title | Column::Proof | Column::Links => 24.0,
        Column::Lane | Column::Creator | Column::Kpis | Column::Features | Column::Fee => 17.0,
        Column::Disclosure | Column::Product | Column::Id | Column::Handle | Column::Picture => 14.0,
        Column::Brand | Column::SpeaksFor | Column::Owner | Column::Date | Column::Kind => 13.0,
        Column::Time | Column::Day | Column::Order | Column::Earlier | Column::Later | Column::Duration => 9.0,
        Column::Spoken | Column::PlatformLabel | Column::MentionsBrand | Column::Cause | Column::Currency => 10.0,
        _ => 12.0,
    }
}
