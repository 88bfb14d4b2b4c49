//! Which sheet of a workbook is the calendar: people keep instructions, rates and lists of handles beside it, often before it.

use std::collections::HashSet;

use super::field::Field;
use super::guess::guess;
use super::mapping::Mapping;
use super::own::moments_sheet;
use super::table::{Book, Sheet};
use crate::model::Campaign;

/// Fields that say when something is.
const WHEN: [Field; 3] = [Field::Date, Field::Week, Field::Weekday];
/// What a grid counts as: more than any list, for nothing else looks like one.
const GRID: usize = 100;

/// The sheet that looks most like a calendar, the first of equals: our own sheet of moments, a grid, or a list with a header
/// and days. `None` where no sheet looks like one, so that somebody has to say.
#[must_use]
pub fn calendar_sheet(book: &Book, campaign: &Campaign) -> Option<usize> {
    let full = |hidden: bool| {
        let sheets = book.sheets.iter().enumerate();
        sheets.filter(move |(_, sheet)| sheet.hidden == hidden && !sheet.rows.is_empty()).map(|(at, _)| at)
    };
    if let [only] = full(false).chain(full(true)).collect::<Vec<_>>().as_slice() {
        return Some(*only);
    }
    let best = |hidden: bool| {
        let scored = full(hidden).filter_map(|at| Some((likeness(book.sheets.get(at)?, campaign)?, at)));
        scored.max_by_key(|(score, at)| (*score, std::cmp::Reverse(*at))).map(|(_, at)| at)
    };
    moments_sheet(book).or_else(|| best(false)).or_else(|| best(true))
}

/// How much a sheet looks like a calendar: how many different fields it has; `None` where it does not at all.
fn likeness(sheet: &Sheet, campaign: &Campaign) -> Option<usize> {
    let found = guess(sheet, campaign, &Mapping::default());
    if found.grid.is_some() {
        return Some(GRID);
    }
    let header = found.header?;
    if !sheet.rows.iter().any(|row| row.number > header) {
        return None;
    }
    let known = found.columns.iter().filter(|column| !column.unknown && column.field != Field::Notes);
    let fields: HashSet<Field> = known.map(|column| column.field).collect();
    (fields.len() >= 2 && WHEN.iter().any(|when| fields.contains(when))).then_some(fields.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Cell, Row, Value};
    use crate::model::PlanId;

    fn sheet(name: &str, rows: &[&[&str]]) -> Sheet {
        let cells = |texts: &[&str]| {
            let filled = texts.iter().zip(0..).filter(|(text, _)| !text.is_empty());
            filled.map(|(text, column)| Cell { column, value: Value::Text((*text).to_owned()) }).collect()
        };
        let rows = rows.iter().zip(1..).map(|(texts, number)| Row { number, cells: cells(texts) }).collect();
        Sheet { name: name.to_owned(), rows, ..Sheet::default() }
    }

    fn taken(sheets: Vec<Sheet>) -> Option<usize> {
        calendar_sheet(&Book { sheets, ..Book::default() }, &Campaign::new(PlanId::default(), "Empty"))
    }

    #[test]
    fn instructions_and_lists_beside_the_calendar_are_not_taken_for_it() {
        let read_me = sheet("READ ME", &[&["Please fill in one row per post."], &["Ask Lena before you change a date."]]);
        let rates = sheet("Rates", &[&["Creator", "Fee EUR"], &["Tobi", "1200"]]);
        let calendar = sheet("Plan", &[&["Date", "Creator", "Title"], &["2027-05-03", "Tobi", "One"]]);
        assert_eq!(taken(vec![read_me.clone(), rates.clone(), calendar.clone()]), Some(2));
        let hidden = Sheet { hidden: true, ..calendar.clone() };
        assert_eq!(taken(vec![read_me.clone(), hidden.clone(), calendar.clone()]), Some(2));
        assert_eq!(taken(vec![read_me.clone(), hidden]), Some(1));
        assert_eq!(taken(vec![calendar.clone(), calendar]), Some(0), "the first of equals");
        assert_eq!(taken(vec![read_me.clone(), rates]), None, "somebody has to say");
        assert_eq!(taken(vec![Sheet::default(), read_me]), Some(1), "there is only one");
    }
}
