//! Days by their number alone, looked at together: which month they are in, what says so, and whether they go on into the next.
//! What nothing says is asked.

use super::date::Reading;
use super::field::Field;
use super::guess::{Column, Guess};
use super::mapping::Mapping;
use super::month::Said;
use super::proposal::Question;
use super::spill::{Bare, spill};
use super::survey::{Survey, first_day, year_above};
use super::table::Sheet;
use super::text::short;
use super::year_month::YearMonth;
use crate::model::{Campaign, Day};
use crate::words::{self, import as say, names};

/// A month with its year where that is written.
type Month = (i8, Option<i16>);

/// The days by their number alone of a table.
#[derive(Default)]
pub(super) struct BareDays {
    /// Every day in the column of days, with its month.
    days: Vec<Bare>,
    /// Cells that say when, in any way.
    all: usize,
    /// Those without any month: the first one, and how many.
    lost: Option<(u16, u32)>,
    count: usize,
    /// Some are in the month of the table, where a heading says no other.
    in_table: bool,
    /// Some stand below no heading.
    unheaded: bool,
    /// Some stand below a heading.
    headed: bool,
    /// Whose row the last one is.
    who: String,
}

impl BareDays {
    /// Takes a cell in: what heads it, and its month.
    pub(super) fn take(
        &mut self,
        guess: &Guess,
        sheet: &Sheet,
        (column, row, reading): (&Column, u32, Reading),
        (headed, month): (Option<Month>, Option<Month>),
    ) {
        self.all += 1;
        let Some(day) = reading.bare_day() else { return };
        let Some((of, _)) = month else {
            self.count += 1;
            self.lost.get_or_insert((column.at, row));
            return;
        };
        self.unheaded |= headed.is_none();
        self.headed |= headed.is_some();
        self.in_table |= headed.is_none_or(|(headed, _)| headed == of);
        if column.field != Field::Date {
            return;
        }
        let creator = guess.column(Field::Creator).or(guess.column(Field::Handle));
        if let Some(value) = creator.and_then(|column| sheet.row(row)?.get(column.at)) {
            self.who = value.shown();
        }
        self.days.push(Bare { row, column: column.at, day, month: of, who: self.who.clone() });
    }
}

/// Tells and asks what has to be said of days by their number alone.
pub(super) fn bare_days(
    found: &mut Survey,
    (sheet, original, guess): (&Sheet, &Sheet, &Guess),
    bare: &BareDays,
    (months, of_table): (&[(u32, Month)], Said),
    (mapping, campaign, today): (&Mapping, &Campaign, Day),
) {
    let is_headed = months.iter().any(|(row, _)| guess.header.is_some_and(|header| *row > header));
    // A column of months says them beside each day.
    if is_headed && bare.headed && guess.column(Field::Month).is_none() {
        let shown = |(row, (month, year)): &(u32, Month)| {
            let name = names::month(month.unsigned_abs());
            let month = year.or(mapping.year).map_or_else(|| name.to_owned(), |year| names::month_of_year(name, year));
            say::name_at(month, say::in_row(row))
        };
        found.told_months.push(say::month_by_headings(words::list(&months.iter().map(shown).collect::<Vec<_>>())));
        found.told_rows.extend(months.iter().map(|(row, _)| *row));
    }
    if mapping.days_in.is_some() {
        // It was said, and is shown as that.
    } else if bare.in_table {
        if let Some((title, name)) = of_table.clash {
            found.questions.push(Question::Month { title: title.text, name: name.text });
        }
        if let Some(of) = of_table.month.as_ref().filter(|_| !is_headed || bare.unheaded) {
            found.told_months.push(of.sentence(mapping.year));
            found.told_rows.extend(&of.rows);
        }
        found.month = of_table.month;
    } else if let Some((column, row)) = bare.lost.filter(|_| bare.count * 2 >= bare.all) {
        // A few among days that are whole are mistakes, and told as that.
        let perhaps = of_table.perhaps;
        let nearest = campaign.start.or_else(|| first_day(campaign)).unwrap_or(today).date().year();
        let year = perhaps.as_ref().and_then(|of| of.year).or_else(|| year_above(original, guess)).unwrap_or(nearest);
        let header = guess.columns.iter().find(|other| other.at == column).map(|other| other.header.clone());
        found.asks_month = true;
        found.questions.push(Question::DaysIn {
            address: sheet.address(column, row),
            text: short(&sheet.quoted(original, column, row)),
            column: header.unwrap_or_default(),
            month: perhaps.as_ref().map(|of| of.month),
            perhaps: perhaps.map(|of| of.text),
            year,
        });
    }
    next_month(found, (sheet, original), bare, mapping);
}

/// Days that run backwards may be in the next month.
fn next_month(found: &mut Survey, (sheet, original): (&Sheet, &Sheet), bare: &BareDays, mapping: &Mapping) {
    // A grid says by its own lines where a month ends.
    let Some(back) = spill(&bare.days).filter(|_| !sheet.is_of_cells()) else { return };
    let Some(day) = bare.days.get(back.at) else { return };
    match mapping.next_month {
        Some(true) => found.next_month = back.rows,
        Some(false) => {}
        None => {
            let of = |month: i8| names::month(month.unsigned_abs());
            let after = say::day_of_month(back.after, of(day.month));
            let next = if day.month == 12 { 1 } else { day.month + 1 };
            let year = mapping.days_in.map(|of| of.year).or(found.month.as_ref().and_then(|month| month.year)).or(mapping.year);
            let year = year.map(|year| if next == 1 { year + 1 } else { year });
            let next = year.map_or_else(|| of(next).to_owned(), |year| YearMonth { year, month: next }.shown());
            found.questions.push(Question::NextMonth {
                address: sheet.address(day.column, day.row),
                text: short(&sheet.quoted(original, day.column, day.row)),
                after,
                next,
            });
        }
    }
}
