//! Calendars that are no list of rows: days across and people down, weekdays across and weeks down, a wall calendar with the
//! numbers of the days above the cells, people across and days down. Each filled cell becomes a row of a list, which knows
//! where its cells really stand; everything behind this reads lists only.
//!
//! ```text
//!   Creator │ 3 May  │ 4 May          Date  │ Creator │ Title
//!   Maren   │ Teaser │         →      3 May │ Maren   │ Teaser     (B2)
//!   Tobi    │        │ Unboxing       4 May │ Tobi    │ Unboxing   (C3)
//! ```

use super::date::{self, Context, Reading, Resolved};
use super::deliverable;
use super::field::Field;
use super::heading::{alone, month_after};
use super::mapping::Mapping;
use super::people::{are_names, is_name_like};
use super::table::{Cell, Row, Sheet, Value, address};
use super::text::{fold, is_filler};
use super::words;
use crate::model::{Campaign, Day};
use crate::words::import as say;

/// Rows that are looked at to see whether a table is a list.
const LOOKED_AT: usize = 40;
/// Days across that make a grid.
const DAYS: usize = 3;
/// Longest text, in bytes, that is about all moments of a row and stands in each.
const LONGEST: usize = 400;
/// Weekdays across that make one; numbers of days as well.
const WEEKDAYS: usize = 5;

/// How a table is laid out that is no list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Grid {
    /// Days stand in that row, a moment in each filled cell below them.
    DaysAcross(u32),
    /// Weekdays stand in that row, and the weeks beside or above the rows.
    WeekdaysAcross(u32),
    /// People stand in that row, and the days beside the rows.
    PeopleAcross(u32, Vec<String>),
}

/// A grid as a list.
pub(super) struct Flat {
    pub(super) sheet: Sheet,
    pub(super) grid: Grid,
    /// Nothing but a guess says that the names above the columns are people's.
    pub(super) unsure: bool,
    /// The addresses of cells that say that nothing is there.
    pub(super) fillers: Vec<String>,
    /// The headers of columns that belong to nobody and to nothing of the plan.
    pub(super) left: Vec<String>,
}

/// The columns of the list.
const COLUMNS: [Field; 9] = [
    Field::Week,
    Field::Weekday,
    Field::Date,
    Field::Creator,
    Field::Title,
    Field::Kind,
    Field::Platform,
    Field::Format,
    Field::Notes,
];

/// The column of the titles, which stand in the cells of the grid.
pub(super) const TITLE: u16 = 4;

/// The table as a list, where it is a grid and nobody says otherwise.
pub(super) fn flat(sheet: &Sheet, campaign: &Campaign, mapping: &Mapping) -> Option<Flat> {
    if mapping.grid == Some(false) || mapping.header.is_some() || is_list(sheet) {
        return None;
    }
    days_across(sheet, campaign).or_else(|| people_across(sheet, campaign, mapping))
}

/// Whether a row names the columns of a list.
fn is_list(sheet: &Sheet) -> bool {
    sheet.rows.iter().take(LOOKED_AT).any(|row| {
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
        fields.len() >= 3 || (fields.len() == 2 && says_what)
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
        for (field, value, place) in line {
            made.places.insert((number, at(field)), place);
            cells.push(Cell { column: at(field), value });
        }
        cells.sort_by_key(|cell| cell.column);
        made.rows.push(Row { number, cells });
    }
    made
}

/// What stands above a column of a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Day(Reading),
    Weekday(u8),
    Number(i8),
}

impl Mark {
    fn of(value: &Value, from_1904: bool) -> Option<Self> {
        let numbered = |number: f64| match date::serial(number, from_1904) {
            Some(day) => Some(Self::Day(date::full(day))),
            None => (number.fract() == 0.0 && (1.0..=31.0).contains(&number)).then_some(Self::Number(number as i8)),
        };
        match value {
            Value::Date(day, _) => Some(Self::Day(date::full(*day))),
            Value::Number(number) => numbered(*number),
            Value::Text(text) => match date::read(text).map(|(reading, _)| reading) {
                Some(reading @ Reading::Days(_, None)) => Some(Self::Day(reading)),
                Some(Reading::Weekday(weekday)) => Some(Self::Weekday(weekday)),
                // Tables of commas have their numbers as text.
                None if text.len() <= 6 => text.trim().parse().ok().and_then(numbered),
                _ => None,
            },
            _ => None,
        }
    }

    fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

/// A row with days, weekdays or numbers of days across.
struct Head<'a> {
    row: &'a Row,
    marks: Vec<(u16, Mark)>,
}

impl<'a> Head<'a> {
    /// Reads a row as one; `is_wall` where weekdays stand above, so that a few numbers are enough.
    fn of(row: &'a Row, from_1904: bool, is_wall: bool) -> Option<Self> {
        let all: Vec<(u16, Mark)> =
            row.cells.iter().filter_map(|cell| Some((cell.column, Mark::of(&cell.value, from_1904)?))).collect();
        // The mark that most cells have; a label beside them may be a day, too.
        let usual =
            all.iter().map(|(_, mark)| *mark).max_by_key(|mark| all.iter().filter(|(_, other)| other.is_like(*mark)).count())?;
        let marks: Vec<(u16, Mark)> = all.into_iter().filter(|(_, mark)| mark.is_like(usual)).collect();
        let mut distinct: Vec<Mark> = Vec::new();
        for (_, mark) in &marks {
            if !distinct.contains(mark) {
                distinct.push(*mark);
            }
        }
        let others = row.cells.len() - marks.len();
        let is_head = match usual {
            Mark::Day(_) => distinct.len() >= DAYS && others <= 3,
            Mark::Weekday(_) => distinct.len() >= WEEKDAYS && others <= 3,
            Mark::Number(_) => {
                let follow = distinct.windows(2).all(|pair| match pair {
                    [Mark::Number(a), Mark::Number(b)] => *b == a + 1 || *b == 1,
                    _ => false,
                });
                follow && ((is_wall && others == 0) || (distinct.len() >= WEEKDAYS && others <= 3))
            }
        };
        is_head.then_some(Self { row, marks })
    }

    fn is_weekdays(&self) -> bool {
        matches!(self.marks.first(), Some((_, Mark::Weekday(_))))
    }

    fn first_column(&self) -> u16 {
        self.marks.first().map_or(0, |(column, _)| *column)
    }
}

/// What is known above a row of a grid.
#[derive(Default)]
struct Above {
    month: Option<(i8, Option<i16>)>,
    /// The cell that names the week.
    week: Option<(Value, (u32, u16))>,
    /// The first days of the month were passed, so what is smaller than the day before is in the next one.
    last: i8,
}

impl Above {
    /// Takes in what a text that stands alone says: a month or a week. Whether it says such a thing.
    fn take(&mut self, text: &str, place: (u32, u16)) -> bool {
        let Some((reading, _)) = date::read(text.trim_end_matches(':')) else { return false };
        match reading {
            Reading::Month(month, year) => {
                self.month = Some(month_after(self.month, month, year));
                self.last = 0;
            }
            Reading::Week(_) | Reading::WeekNumber(..) | Reading::Days(..) => {
                self.week = Some((Value::Text(text.trim_end_matches(':').to_owned()), place));
            }
            _ => return false,
        }
        true
    }

    /// Takes in what a text beside numbers of days says of their month.
    fn beside(&mut self, value: &Value) {
        let Value::Text(text) = value else { return };
        match date::read(text.trim_end_matches(':')) {
            Some((Reading::Month(month, year), _)) => {
                self.month = Some(month_after(self.month, month, year));
                self.last = 0;
            }
            Some((Reading::Week(point), _)) => {
                if let Some((day, month, year)) = point.named() {
                    self.month = Some(month_after(self.month, month, year));
                    // The week begins on that day, so no number of it is in the month before.
                    self.last = day - 1;
                }
            }
            _ => {}
        }
    }

    /// A day by its number, in the month above or the ones beside it.
    fn numbered(&mut self, number: i8) -> Value {
        let Some((month, year)) = self.month else { return Value::Number(f64::from(number)) };
        let (mut at, mut of) = (month, year);
        if self.last == 0 && number > 20 {
            // The last days of the month before stand in the first week.
            (at, of) = if month == 1 { (12, year.map(|year| year - 1)) } else { (month - 1, year) };
        } else {
            if number < self.last {
                (at, of) = if month == 12 { (1, year.map(|year| year + 1)) } else { (month + 1, year) };
                self.month = Some((at, of));
            }
            self.last = number;
        }
        of.and_then(|year| Day::new(year, at, number)).map_or_else(
            // Without a year it is asked for, so the day stays a text.
            || Value::Text(format!("{number} {}", crate::words::names::month(at.unsigned_abs()))),
            |day| Value::Date(day, None),
        )
    }
}

/// A grid with days across while it is read from top to bottom.
struct Scan<'a> {
    campaign: &'a Campaign,
    lines: Vec<Line>,
    fillers: Vec<String>,
    head: Option<Head<'a>>,
    /// The value above each column of the head, from left to right.
    dates: Vec<(u16, Value)>,
    above: Above,
    is_wall: bool,
    /// The first head with anything below it, and whether it has weekdays.
    first: Option<(u32, bool)>,
    heads: usize,
    contents: usize,
    filled: usize,
    texts: usize,
}

fn days_across(sheet: &Sheet, campaign: &Campaign) -> Option<Flat> {
    let mut scan = Scan {
        campaign,
        lines: Vec::new(),
        fillers: Vec::new(),
        head: None,
        dates: Vec::new(),
        above: Above::default(),
        is_wall: false,
        first: None,
        heads: 0,
        contents: 0,
        filled: 0,
        texts: 0,
    };
    scan.above.take(&sheet.name, (1, 0));
    for row in &sheet.rows {
        match Head::of(row, sheet.from_1904, scan.is_wall) {
            Some(head) => scan.begin(head),
            None => scan.row(row)?,
        }
    }
    let (row, weekdays) = scan.first?;
    // A list with several columns of days has days in every row, and not much else below them.
    if scan.heads > scan.contents + 1 || scan.texts * 10 < scan.filled * 7 {
        return None;
    }
    let grid = if weekdays { Grid::WeekdaysAcross(row) } else { Grid::DaysAcross(row) };
    let sheet = sheet_of(scan.lines, sheet);
    Some(Flat { sheet, grid, unsure: false, fillers: scan.fillers, left: Vec::new() })
}

impl<'a> Scan<'a> {
    /// The days above the rows that follow.
    fn begin(&mut self, head: Head<'a>) {
        self.is_wall |= head.is_weekdays();
        self.heads += 1;
        self.dates.clear();
        // “MAY 2027” or “w/c 3 May” beside the days says which month they are in.
        for cell in head.row.cells.iter().filter(|cell| cell.column < head.first_column()) {
            self.above.beside(&cell.value);
        }
        for (column, mark) in &head.marks {
            let value = match mark {
                Mark::Number(number) => self.above.numbered(*number),
                Mark::Day(reading) => dated(*reading, &self.above, head.row.get(*column)),
                Mark::Weekday(_) => head.row.get(*column).cloned().unwrap_or(Value::Truth(false)),
            };
            self.dates.push((*column, value));
        }
        self.head = Some(head);
    }

    /// A row below the days, or a heading; `None` where this cannot be a grid.
    fn row(&mut self, row: &Row) -> Option<()> {
        let place = row.cells.first().map_or((row.number, 0), |cell| (row.number, cell.column));
        let Some(head) = &self.head else {
            if let Some(text) = alone(row) {
                self.above.take(&text, place);
            }
            return Some(());
        };
        let is_banner = row.cells.len() > 1 || place.1 < head.first_column();
        if let Some(text) = alone(row).filter(|_| is_banner) {
            self.above.take(&text, place);
            return Some(());
        }
        let label = row.cells.iter().find(|cell| cell.column < head.first_column());
        // A label that is longer than any name is none, and would be copied into every moment of its row.
        if label.is_some_and(|label| label.value.shown().len() > LONGEST) {
            return None;
        }
        let week = label.filter(|label| is_week(&label.value)).map(|label| (label.value.clone(), (row.number, label.column)));
        let week = week.or_else(|| self.above.week.clone()).filter(|_| head.is_weekdays());
        let label = label.filter(|label| !is_week(&label.value));
        let dates = &self.dates;
        let is_beside =
            |cell: &&Cell| cell.column > head.first_column() && dates.binary_search_by_key(&cell.column, |(at, _)| *at).is_err();
        let mut beside = Beside::of(row.cells.iter().filter(is_beside).map(|cell| match head.row.get(cell.column) {
            Some(header) => say::note(header.shown(), cell.value.shown()),
            None => cell.value.shown(),
        }));
        let before = self.lines.len();
        for (column, day) in dates {
            let Some(value) = row.get(*column) else { continue };
            self.filled += 1;
            self.texts += usize::from(matches!(value, Value::Text(_)) && Mark::of(value, false).is_none());
            let field = if head.is_weekdays() { Field::Weekday } else { Field::Date };
            let mut line: Line = vec![(field, day.clone(), (head.row.number, *column))];
            if let Some((week, place)) = &week {
                line.push((Field::Week, week.clone(), *place));
            }
            let who = label.map(|label| (label.value.clone(), (row.number, label.column)));
            let place = (row.number, *column);
            match say_cell(&mut line, value, who, &mut beside, place, self.campaign) {
                Said::Moment => self.lines.push(line),
                Said::Filler => self.fillers.push(address(place.1, place.0)),
                Said::Nothing => {}
            }
        }
        if self.lines.len() > before {
            self.contents += 1;
            self.first = self.first.or(Some((head.row.number, head.is_weekdays())));
        }
        Some(())
    }
}

/// The day above a column, with the year of the heading where it has none itself.
fn dated(reading: Reading, above: &Above, value: Option<&Value>) -> Value {
    let context = Context { month: above.month, ..Context::default() };
    match date::resolve(reading, context) {
        Ok(Resolved::On(day, _)) => Value::Date(day, None),
        _ => value.cloned().unwrap_or(Value::Truth(false)),
    }
}

/// Whether a label beside a row names a week.
fn is_week(value: &Value) -> bool {
    match value {
        Value::Date(..) => true,
        Value::Text(text) => {
            matches!(date::read(text), Some((Reading::Week(_) | Reading::WeekNumber(..) | Reading::Days(..), None)))
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

fn people_across(sheet: &Sheet, campaign: &Campaign, mapping: &Mapping) -> Option<Flat> {
    let head = sheet.rows.iter().take(LOOKED_AT).find(|row| row.cells.len() >= 3)?;
    let body: Vec<&Row> = sheet.rows.iter().filter(|row| row.number > head.number).collect();
    let days = |at: u16| {
        let filled: Vec<&Value> = body.iter().filter_map(|row| row.get(at)).collect();
        let fits = filled.iter().filter(|value| is_week(value) || Mark::of(value, sheet.from_1904).is_some()).count();
        !filled.is_empty() && fits * 10 >= filled.len() * 7
    };
    let first = head.cells.first().filter(|cell| days(cell.column))?;
    let field = match &first.value {
        Value::Text(text) => Field::of_header(text).first().map(|(field, _)| *field).filter(|field| *field == Field::Week),
        _ => None,
    }
    .unwrap_or(Field::Date);
    let mut people: Vec<(u16, String)> = Vec::new();
    let mut others: Vec<(u16, String)> = Vec::new();
    for cell in head.cells.iter().skip(1) {
        let name = cell.value.shown();
        let filled: Vec<&Value> = body.iter().filter_map(|row| row.get(cell.column)).collect();
        let words = filled.iter().filter(|value| matches!(value, Value::Text(text) if date::read(text).is_none())).count();
        let is_known = Field::of_header(&name).iter().any(|(_, whole)| *whole);
        // “Kwame + Inês” are two people, and what stands below them is both's.
        if !is_known && (is_name_like(&name) || are_names(&name)) && words == filled.len() {
            people.push((cell.column, name));
        } else {
            others.push((cell.column, name));
        }
    }
    // What has a column of its own is a list.
    let has = |fields: &[Field]| {
        others.iter().any(|(_, name)| Field::of_header(name).iter().any(|(field, whole)| *whole && fields.contains(field)))
    };
    if people.len() < 2 || has(&[Field::Title, Field::Creator, Field::Kind, Field::Handle]) {
        return None;
    }
    // What only somebody's own column could mean is not copied into the notes of the others.
    let is_notes = |header: &str| Field::of_header(header).iter().any(|(_, whole)| *whole);
    let left: Vec<String> = others.iter().filter(|(_, header)| !is_notes(header)).map(|(_, header)| header.clone()).collect();
    others.retain(|(_, header)| is_notes(header));
    let is_creator = |name: &str| campaign.creators.iter().any(|creator| fold(&creator.name) == fold(name));
    let known = mapping.grid == Some(true) || people.iter().any(|(_, name)| is_creator(name));
    let mut lines: Vec<Line> = Vec::new();
    let mut fillers: Vec<String> = Vec::new();
    let mut day: Option<(Value, (u32, u16))> = None;
    for row in body {
        if row.cells.len() > 1 && alone(row).is_some() {
            continue;
        }
        day = row.get(first.column).map(|value| (value.clone(), (row.number, first.column))).or(day);
        let notes = others.iter().filter_map(|(at, header)| row.get(*at).map(|value| say::note(header, value.shown())));
        let mut beside = Beside::of(notes);
        for (at, name) in &people {
            let Some(value) = row.get(*at) else { continue };
            let mut line: Line = Vec::new();
            if let Some((day, place)) = day.clone() {
                line.push((field, day, place));
            }
            let who = Some((Value::Text(name.clone()), (head.number, *at)));
            match say_cell(&mut line, value, who, &mut beside, (row.number, *at), campaign) {
                Said::Moment => lines.push(line),
                Said::Filler => fillers.push(address(*at, row.number)),
                Said::Nothing => {}
            }
        }
    }
    if lines.is_empty() {
        return None;
    }
    let names = people.into_iter().map(|(_, name)| name).collect();
    let grid = Grid::PeopleAcross(head.number, names);
    Some(Flat { sheet: sheet_of(lines, sheet), grid, unsure: !known, fillers, left })
}
