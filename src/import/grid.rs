//! Calendars that are no list of rows: days across and people down, weekdays across and weeks down, a wall calendar with the
//! numbers of the days above the cells, people across and days down. Each filled cell becomes a row of a list, which knows
//! where its cells really stand; everything behind this reads lists only.
//!
//! ```text
//!   Creator │ 3 May  │ 4 May          Date  │ Creator │ Title
//!   Maren   │ Teaser │         →      3 May │ Maren   │ Teaser     (B2)
//!   Tobi    │        │ Unboxing       4 May │ Tobi    │ Unboxing   (C3)
//! ```

mod days;
mod mark;
mod people;
mod repeated;
mod weeks;

use super::date::{self, Reading};
use super::deliverable;
use super::field::Field;
use super::guess;
use super::heading::{is_remark, is_sum_word, is_total};
use super::mapping::{Mapping, NO_HEADER};
use super::table::{Cell, Row, Sheet, Value};
use super::text::{fold, is_filler};
use super::weeks as counted;
use super::words;
use crate::model::Campaign;
use mark::Head;
pub(super) use weeks::weeks_of_months;

/// Rows that are looked at to see whether a table is a list.
const LOOKED_AT: usize = 40;
/// Longest text, in bytes, that is about all moments of a row and stands in each.
const LONGEST: usize = 400;

/// How a table is laid out that is no list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Grid {
    /// Days stand in that row, a moment in each filled cell below them.
    DaysAcross(u32),
    /// Weekdays stand in that row, and the weeks beside or above the rows.
    WeekdaysAcross(u32),
    /// People stand in that row, and the days beside the rows.
    PeopleAcross(u32, Vec<String>),
    /// That row names the columns of a moment so many times: each row below holds as many moments.
    Repeated(u32, usize),
}

/// A grid as a list.
pub(super) struct Flat {
    pub(super) sheet: Sheet,
    pub(super) grid: Grid,
    /// Nothing but a guess says that the names above the columns are people's.
    pub(super) unsure: bool,
    /// The addresses of cells that say that nothing is there.
    pub(super) fillers: Vec<String>,
    /// The numbers of the rows that are passed over: sums, and remarks.
    pub(super) passed: Passed,
    /// The headers of columns that belong to nobody and to nothing of the plan.
    pub(super) left: Vec<String>,
    /// The columns as they stand in the table, where each has a meaning of its own.
    pub(super) parts: Vec<Part>,
}

/// A column of a table whose rows hold several moments each.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The column as it stands in the table.
    pub column: guess::Column,
    /// Which of the moments of its row it is about, counted from 0; `None` for all of them.
    pub moment: Option<usize>,
}

/// Rows of a grid that hold no moments: sums, and remarks.
#[derive(Default)]
pub(super) struct Passed {
    pub(super) sums: Vec<u32>,
    pub(super) remarks: Vec<u32>,
}

impl Passed {
    /// Whether a row with that label is one of them, which is remembered. “Total Fitness” over posts may be somebody's name.
    fn takes(&mut self, label: Option<&Value>, row: &Row) -> bool {
        let Some(Value::Text(text)) = label else { return false };
        if is_sum_word(text) || is_total(row) {
            self.sums.push(row.number);
        } else if is_remark(text) {
            self.remarks.push(row.number);
        } else {
            return false;
        }
        true
    }
}

/// The columns of the list.
const COLUMNS: [Field; 16] = [
    Field::Week,
    Field::Weekday,
    Field::Date,
    Field::Creator,
    Field::Title,
    Field::Kind,
    Field::Platform,
    Field::Format,
    Field::Notes,
    Field::Handle,
    Field::Fee,
    Field::Hook,
    Field::Status,
    Field::Time,
    Field::Links,
    Field::End,
];

/// The column of the titles, which stand in the cells of the grid.
pub(super) const TITLE: u16 = 4;

/// The table as a list, where it is a grid and nobody says otherwise.
pub(super) fn flat(sheet: &Sheet, campaign: &Campaign, mapping: &Mapping) -> Option<Flat> {
    if mapping.grid == Some(false) || mapping.header == Some(NO_HEADER) {
        return None;
    }
    let header = mapping.header;
    people::groups_across(sheet, campaign, mapping, header).or_else(|| repeated::repeated(sheet, mapping, header)).or_else(|| {
        if mapping.grid != Some(true) && is_list(sheet, header) {
            return None;
        }
        days::days_across(sheet, campaign, (header, counted::known(sheet, mapping)))
            .or_else(|| people::people_across(sheet, campaign, mapping, header))
    })
}

/// Whether a row names the columns of a list.
fn is_list(sheet: &Sheet, header: Option<u32>) -> bool {
    let wanted = |row: &&Row| header.is_none_or(|header| row.number == header);
    sheet.rows.iter().take(LOOKED_AT).filter(wanted).any(|row| {
        let mut fields: Vec<Field> = Vec::new();
        for cell in &row.cells {
            let Value::Text(text) = &cell.value else { continue };
            if let Some((field, true)) = Field::of_header(text).first()
                && !fields.contains(field)
            {
                fields.push(*field);
            }
        }
        let says_what = fields.iter().any(|field| matches!(field, Field::Title | Field::Kind | Field::Hook | Field::Format));
        let names_columns = fields.len() >= 3 || (fields.len() == 2 && says_what);
        // Beside days, weeks or months that stand across, only a title of its own makes a list of such names.
        let is_titled = fields.iter().any(|field| matches!(field, Field::Title | Field::Hook));
        let across = || Head::of(row, sheet.from_1904, false).is_some_and(|head| head.is_dated());
        names_columns && (is_titled || !across())
    })
}

/// A row of the list that is being made: the value of each column, with the cell that it comes from.
type Line = Vec<(Field, Value, (u32, u16))>;

/// The place of a column of the list.
fn at(field: Field) -> u16 {
    COLUMNS.iter().position(|other| *other == field).and_then(|at| u16::try_from(at).ok()).unwrap_or(0)
}

/// The columns of a list that was made of a grid, as far as they hold anything: place and field.
pub(super) fn columns(sheet: &Sheet) -> Vec<(u16, Field)> {
    let holds = |at: u16| sheet.rows.iter().any(|row| row.get(at).is_some());
    COLUMNS.iter().map(|field| (at(*field), *field)).filter(|(at, _)| holds(*at)).collect()
}

/// Puts lines into a sheet. It has no header: what its columns are is known.
fn sheet_of(lines: Vec<Line>, like: &Sheet) -> Sheet {
    let mut made = Sheet { name: like.name.clone(), hidden: like.hidden, from_1904: like.from_1904, ..Sheet::default() };
    for (line, number) in lines.into_iter().zip(1_u32..) {
        let mut cells: Vec<Cell> = Vec::new();
        let mut last = None;
        for (field, value, place) in line {
            made.places.insert((number, at(field)), place);
            // The place of what has no title is the one of its last cell.
            last = Some(place);
            cells.push(Cell { column: at(field), value });
        }
        if let Some(place) = last {
            made.places.entry((number, TITLE)).or_insert(place);
        }
        cells.sort_by_key(|cell| cell.column);
        made.rows.push(Row { number, cells });
    }
    made
}

/// Whether a label beside a row names a week.
fn is_week(value: &Value) -> bool {
    match value {
        Value::Date(..) => true,
        Value::Text(text) => {
            matches!(
                date::read(text),
                Some((
                    Reading::Week(_) | Reading::WeekNumber(..) | Reading::Counted(_) | Reading::Days(..) | Reading::Stretch(..),
                    None
                ))
            )
        }
        Value::Number(number) => date::serial(*number, false).is_some(),
        _ => false,
    }
}

/// What stands beside the cells of a row and is about all of them.
struct Beside {
    text: String,
    is_first: bool,
}

impl Beside {
    fn of(notes: impl Iterator<Item = String>) -> Self {
        Self { text: notes.collect::<Vec<_>>().join("\n"), is_first: true }
    }

    /// It for the next moment of the row. A long text is kept once: copied into every cell it would outgrow the table.
    fn next(&mut self) -> Option<String> {
        let is_first = std::mem::replace(&mut self.is_first, false);
        (!self.text.is_empty() && (is_first || self.text.len() <= LONGEST)).then(|| self.text.clone())
    }
}

/// What a cell of a grid says.
enum Said {
    Moment,
    /// That nothing is there, or not yet.
    Filler,
    Nothing,
}

/// Adds what a cell of a grid says to its line.
fn say_cell(
    line: &mut Line,
    value: &Value,
    who: Option<(Value, (u32, u16))>,
    beside: &mut Beside,
    place: (u32, u16),
    campaign: &Campaign,
) -> Said {
    let text = value.shown();
    if is_filler(&text) {
        return Said::Filler;
    }
    let mut rows = text.lines().map(str::trim).filter(|row| !row.is_empty());
    let Some(title) = rows.next() else { return Said::Nothing };
    line.push((Field::Title, Value::Text(title.to_owned()), place));
    let notes: Vec<String> = rows.map(str::to_owned).chain(beside.next()).collect();
    if !notes.is_empty() {
        line.push((Field::Notes, Value::Text(notes.join("\n")), place));
    }
    // “Reel: Why I run” says what it is before it says what it is called.
    let sign = title.split_once(": ").or_else(|| title.split_once(" – ")).or_else(|| title.split_once(" - "));
    let sign = sign.map_or(title, |(sign, _)| sign.trim());
    if words::kind(sign).is_some() {
        line.push((Field::Kind, Value::Text(sign.to_owned()), place));
    } else if deliverable::read(sign).is_some() {
        line.push((Field::Format, Value::Text(sign.to_owned()), place));
    } else if !words::platforms_in(sign).0.is_empty() {
        line.push((Field::Platform, Value::Text(sign.to_owned()), place));
    }
    if let Some((who, place)) = who {
        line.push((Field::Creator, who, place));
    } else if let Some(name) = named_in(title, campaign) {
        line.push((Field::Creator, Value::Text(name), place));
    }
    Said::Moment
}

/// The one creator of the plan whom a text names.
fn named_in(text: &str, campaign: &Campaign) -> Option<String> {
    let padded = format!(" {} ", fold(text));
    let within = |name: &str| {
        let folded = fold(name);
        !folded.is_empty() && padded.contains(&format!(" {folded} "))
    };
    let mut named =
        campaign.creators.iter().filter(|creator| within(&creator.name) || creator.name.split(' ').next().is_some_and(within));
    let only = named.next()?;
    named.next().is_none().then(|| only.name.clone())
}
