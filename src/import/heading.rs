//! Rows that are no moments: headings with a month, a week or a name, sums, the header again. What stands alone in a row holds
//! for the rows below it, or for nothing at all; which of the two is said, and asked where it cannot be seen.

use super::cost;
use super::date::{self, Context, Reading};
use super::field::Field;
use super::grid::Passed;
use super::guess::Guess;
use super::mapping::MonthFrom;
use super::people::{has_handle, is_name_like};
use super::plan::{MOST_ASKED, Work};
use super::table::{Row, Sheet, Value};
use super::tally::Tally;
use super::text::{fold, is_open};
use crate::words::import as say;

/// What a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// The header once more.
    Header,
    /// A sum.
    Total,
    /// A heading, with its text.
    Heading(String),
    /// Only a day or a name.
    Bare,
    /// A moment.
    Moment,
}

/// A text that stands alone in a row, or in all cells of it, as merged cells have it.
pub(super) fn alone(row: &Row) -> Option<String> {
    let first = row.cells.first()?;
    let same = row.cells.iter().all(|cell| cell.value == first.value);
    (same && matches!(first.value, Value::Text(_))).then(|| line(&first.value.shown()))
}

/// The text in one line, without the colon of a heading.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches(':').to_owned()
}

/// The month of a heading: without a year it is the next such month after the heading before.
pub(super) fn month_after(before: Option<(i8, Option<i16>)>, month: i8, year: Option<i16>) -> (i8, Option<i16>) {
    let next = || {
        let (last, year) = before?;
        Some(if month < last { year? + 1 } else { year? })
    };
    (month, year.or_else(next))
}

/// The months that headings and the column of months name, each with the number of its row, from top to bottom.
pub(super) fn months(sheet: &Sheet, column: Option<u16>) -> Vec<(u32, (i8, Option<i16>))> {
    let mut found: Vec<(u32, (i8, Option<i16>))> = Vec::new();
    for row in &sheet.rows {
        let headed = || match alone(row).as_deref().and_then(date::read)? {
            (Reading::Month(month, year), _) => Some((month, year)),
            _ => None,
        };
        if let Some((month, year)) = column.and_then(|at| row.get(at)).and_then(date::month_of).or_else(headed) {
            found.push((row.number, month_after(found.last().map(|(_, month)| *month), month, year)));
        }
    }
    found
}

/// Whether a text is a word for a sum and nothing else.
pub(super) fn is_sum_word(text: &str) -> bool {
    const TOTALS: [&str; 12] = [
        "total",
        "totals",
        "subtotal",
        "sub total",
        "grand total",
        "sum",
        "summe",
        "gesamt",
        "zwischensumme",
        "gesamtsumme",
        "totale",
        "somme",
    ];
    TOTALS.contains(&fold(text).as_str())
}

/// Whether a text begins with a word for a sum: “Total posts”.
pub(super) fn is_sum(text: &str) -> bool {
    let folded = fold(text);
    let begins = |word: &str| folded.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
    is_sum_word(text) || ["total", "sum", "summe", "gesamt"].into_iter().any(begins)
}

/// Whether a text calls a row of a grid remarks about it.
pub(super) fn is_remark(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "note"
            | "notes"
            | "comment"
            | "comments"
            | "remark"
            | "remarks"
            | "legend"
            | "notiz"
            | "notizen"
            | "anmerkung"
            | "anmerkungen"
            | "bemerkung"
            | "bemerkungen"
            | "hinweis"
            | "hinweise"
            | "legende"
    )
}

/// Whether a row is a sum: it says so, and holds nothing else than amounts.
pub(super) fn is_total(row: &Row) -> bool {
    let is_amount = |value: &Value| match value {
        Value::Number(_) => true,
        Value::Text(text) => is_sum(text) || is_open(text) || cost::read(text).is_some() || is_count(text),
        _ => false,
    };
    let named = row.cells.iter().any(|cell| matches!(&cell.value, Value::Text(text) if is_sum(text)));
    named && row.cells.iter().all(|cell| is_amount(&cell.value))
}

/// Whether a text counts something, as a row of sums does: “6 posts”, “2 Reels”.
fn is_count(text: &str) -> bool {
    match text.split_whitespace().collect::<Vec<_>>().as_slice() {
        [number, what] => {
            number.len() <= 5
                && number.bytes().all(|byte| byte.is_ascii_digit())
                && what.chars().all(char::is_alphabetic)
                && date::read(text).is_none()
        }
        _ => false,
    }
}

/// Whether a text names a week rather than a day.
fn is_week(text: &str) -> bool {
    matches!(date::read(text), Some((Reading::Week(_) | Reading::WeekNumber(..) | Reading::Counted(_), _)))
}

/// Columns that frame a row: a row that holds nothing else is no moment.
fn is_frame(field: Field) -> bool {
    matches!(
        field,
        Field::Date
            | Field::Day
            | Field::Order
            | Field::Lane
            | Field::End
            | Field::Week
            | Field::Weekday
            | Field::Month
            | Field::Time
            | Field::Creator
            | Field::Handle
            | Field::Brand
            | Field::Currency
            | Field::LeaveOut
    )
}

/// Whether a row says itself whose it is.
fn is_somebodys(row: &Row, guess: &Guess) -> bool {
    let of = |field: Field| guess.column(field).and_then(|column| row.get(column.at));
    [Field::Creator, Field::Handle, Field::Lane].into_iter().filter_map(of).any(|value| !is_open(&value.shown()))
}

impl Work<'_> {
    /// Rows of a grid that are passed over are rows of the table as it is seen.
    pub(super) fn passed(&mut self, sheet: &Sheet, passed: &Passed) {
        self.counts.totals += passed.sums.len();
        for (rows, tally) in [(&passed.sums, Tally::Totals), (&passed.remarks, Tally::Remarks)] {
            for row in rows {
                self.counts.places.row(tally, sheet, *row);
            }
        }
    }

    /// What each row below the header is, and whether the next moment below it says itself whose it is.
    pub(super) fn sorted(&self, rows: &[&Row]) -> Vec<(Sort, Option<bool>)> {
        let mut sorted: Vec<(Sort, Option<bool>)> = Vec::with_capacity(rows.len());
        let mut below = None;
        for row in rows.iter().rev() {
            let sort = self.sort(row);
            let is_moment = sort == Sort::Moment;
            sorted.push((sort, below));
            if is_moment {
                below = Some(is_somebodys(row, self.guess));
            }
        }
        sorted.reverse();
        sorted
    }

    fn sort(&self, row: &Row) -> Sort {
        if self.sheet.is_of_cells() {
            // Each of them is a filled cell of a grid.
            Sort::Moment
        } else if self.is_header_again(row) {
            Sort::Header
        } else if is_total(row) {
            Sort::Total
        } else if let Some(heading) = self.heading(row) {
            Sort::Heading(heading)
        } else if !self.guess.columns.iter().any(|column| !is_frame(column.field) && row.get(column.at).is_some()) {
            Sort::Bare
        } else {
            Sort::Moment
        }
    }

    fn is_header_again(&self, row: &Row) -> bool {
        let Some(header) = self.guess.header.and_then(|number| self.sheet.row(number)) else { return false };
        let same = row.cells.iter().filter(|cell| header.get(cell.column) == Some(&cell.value)).count();
        same >= 2 && same * 2 > row.cells.len()
    }

    /// The text of a row that is a heading.
    fn heading(&self, row: &Row) -> Option<String> {
        let text = alone(row)?;
        let first = row.cells.first()?;
        let field = self.guess.columns.iter().find(|column| column.at == first.column).map(|column| column.field);
        let is_name = self.people.knows(&text);
        match row.cells.len() {
            1 if self.guess.columns.len() < 3 => None,
            1 => {
                let is_day = || date::read(&text).is_some();
                let is_loud = text.chars().any(char::is_alphabetic) && text == text.to_uppercase();
                let has_colon = || first.value.shown().trim_end().ends_with(':');
                match field {
                    // A title alone is a moment, unless it looks like a heading.
                    Some(Field::Title) => (is_loud || is_name || has_colon() || is_day()).then_some(text),
                    Some(Field::Date | Field::Week | Field::Weekday) if is_day() && !is_week(&text) => {
                        let is_month = matches!(date::read(&text), Some((Reading::Month(..), _)));
                        is_month.then_some(text)
                    }
                    Some(Field::Notes) if self.guess.columns.first().map(|column| column.at) != Some(first.column) => None,
                    _ => Some(text),
                }
            }
            _ => Some(text),
        }
    }

    /// Rows above the header: a month or a week there holds for the first rows, and a name right above a header that comes
    /// again further down is the first of several.
    pub(super) fn take_above(&mut self, from: u32, has_repeated: bool) {
        let rows: Vec<&Row> = self.sheet.rows.iter().filter(|row| row.number < from).collect();
        for (at, row) in rows.iter().enumerate() {
            // What was used was not passed over, and is told by itself.
            if !self.told_above.contains(&row.number) {
                self.counts.above += 1;
                self.counts.places.row(Tally::Above, self.sheet, row.number);
            }
            let Some(text) = alone(row) else { continue };
            let is_next = at + 1 == rows.len() && has_repeated;
            // A day above a table is when it was written.
            let is_month = matches!(date::read(&text), Some((Reading::Month(..), _)));
            let is_frame = is_week(&text) || (is_month && self.mapping.month_from != Some(MonthFrom::Name));
            if is_frame || is_next {
                self.take_heading(row, &text, Some(false));
            }
        }
    }

    /// The month that a column of months says; below an empty cell it is the one above.
    pub(super) fn take_month(&mut self, row: &Row) {
        let cell = self.guess.column(Field::Month).and_then(|column| row.get(column.at));
        if let Some((month, year)) = cell.and_then(date::month_of) {
            self.month = Some(month_after(self.month, month, year));
        }
    }

    /// What a heading says holds for the rows below it. `below` says whether the next moment says itself whose it is.
    pub(super) fn take_heading(&mut self, row: &Row, heading: &str, below: Option<bool>) {
        if let Some((reading, _)) = date::read(heading) {
            // “Late May” above rows says in which month they are, and no more of the days.
            if let Reading::Month(month, year) | Reading::Stretch(_, month, year) = reading {
                self.month = Some(month_after(self.month, month, year));
                self.week = None;
                return;
            }
            let context = Context {
                orders: self.rules.orders,
                year: self.mapping.year,
                begins: self.rules.begins,
                weeks: self.rules.weeks,
                month: self.month,
                ..Context::default()
            };
            if let Ok(date::Resolved::On(first, _)) = date::resolve(reading, context) {
                self.week = Some(first);
            }
            return;
        }
        // Rows that say themselves whose they are need no heading for it, and where no row follows there is nobody to be.
        if below != Some(false) {
            return;
        }
        let is_certain = self.people.knows(heading)
            || has_handle(heading)
            || (self.guess.column(Field::Creator).is_some() && is_name_like(heading));
        let said = self.mapping.headings;
        let is_asked = said.is_none() && !is_certain && self.headings.len() < MOST_ASKED;
        if is_asked && !self.headings.iter().any(|other| other == heading) {
            self.headings.push(heading.to_owned());
        }
        let names_creator = said.unwrap_or(is_certain);
        if names_creator {
            let address = row.cells.first().map(|cell| self.sheet.address(cell.column, row.number)).unwrap_or_default();
            self.counts.places.cell(Tally::Blocks, say::name_at(super::text::short(heading), address));
            self.current = Some(heading.to_owned());
            self.is_headed = true;
        }
    }
}
