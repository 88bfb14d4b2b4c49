//! Grids with days, weeks or months across, or weekdays across and weeks down; wall calendars with the numbers of the days
//! above the cells.

use super::super::date::{self, Context, Orders, Reading, Resolved};
use super::super::field::Field;
use super::super::heading::{alone, is_sum, month_after};
use super::super::month;
use super::super::table::{Cell, Row, Sheet, Value, address};
use super::super::text::is_open;
use super::super::weeks::Weeks;
use super::mark::{Head, Mark};
use super::{Beside, Flat, Grid, LONGEST, Line, Passed, Said, is_week, say_cell, sheet_of};
use crate::model::{Campaign, DateForm, Day};
use crate::words::{import as say, language, names};

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
            Reading::Week(_) | Reading::WeekNumber(..) | Reading::Counted(_) | Reading::Days(..) => {
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
            || Value::Text(language::english(|| format!("{number} {}", names::month(at.unsigned_abs())))),
            |day| Value::Date(day, None),
        )
    }
}

/// A grid with days across while it is read from top to bottom.
struct Scan<'a> {
    sheet: &'a Sheet,
    campaign: &'a Campaign,
    /// What weeks by their number count from, where it is known.
    weeks: Option<Weeks>,
    lines: Vec<Line>,
    fillers: Vec<String>,
    passed: Passed,
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

/// The table as a list, where days, weeks, months or weekdays stand across. What was said: the row that names them, and what
/// weeks count from.
pub(super) fn days_across(sheet: &Sheet, campaign: &Campaign, (header, weeks): (Option<u32>, Option<Weeks>)) -> Option<Flat> {
    let mut scan = Scan {
        sheet,
        campaign,
        weeks,
        lines: Vec::new(),
        fillers: Vec::new(),
        passed: Passed::default(),
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
    if !scan.above.take(&sheet.name, (1, 0)) {
        scan.above.month = month::of_name(sheet, campaign);
    }
    for row in &sheet.rows {
        match Head::of(row, sheet.from_1904, scan.is_wall).filter(|_| header.is_none_or(|header| row.number >= header)) {
            Some(head) => scan.begin(head),
            None => scan.row(row)?,
        }
    }
    let (row, weekdays) = scan.first.filter(|(row, _)| header.is_none_or(|header| *row == header))?;
    // A list with several columns of days has days in every row, and not much else below them.
    if scan.heads > scan.contents + 1 || scan.texts * 10 < scan.filled * 7 {
        return None;
    }
    let grid = if weekdays { Grid::WeekdaysAcross(row) } else { Grid::DaysAcross(row) };
    let sheet = sheet_of(scan.lines, sheet);
    Some(Flat { sheet, grid, unsure: false, fillers: scan.fillers, passed: scan.passed, left: Vec::new(), parts: Vec::new() })
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
                Mark::Day(reading) | Mark::Span(reading) => {
                    dated(reading.counted(self.weeks), &self.above, head.row.get(*column))
                }
                Mark::Month(month, year) => whole_month(*month, *year, &self.above),
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
        // The creator stands in the first column, unless another one is called so.
        let is_who = |cell: &&Cell| heads(head.row, cell.column, Field::Creator);
        let before_days = || row.cells.iter().filter(|cell| cell.column < head.first_column());
        let named = head.row.cells.iter().filter(|cell| cell.column < head.first_column()).any(|cell| is_who(&cell));
        let label = if named { before_days().find(is_who) } else { before_days().next() };
        let handle = row.cells.iter().find(|cell| heads(head.row, cell.column, Field::Handle));
        let handle = handle.filter(|handle| label.is_none_or(|label| label.column != handle.column));
        let handle = handle.map(|cell| (cell.value.clone(), (row.number, cell.column)));
        // A channel that stands once for the whole row is each moment's.
        let platform = row.cells.iter().find(|cell| heads(head.row, cell.column, Field::Platform));
        let platform = platform.filter(|cell| !is_open(&cell.value.shown()));
        let is_platform = |at: u16| platform.is_some_and(|cell| cell.column == at);
        let told = |cell: &Cell| {
            label.is_some_and(|label| label.column == cell.column)
                || is_platform(cell.column)
                || handle.as_ref().is_some_and(|(_, (_, at))| *at == cell.column)
        };
        // A label that is longer than any name is none, and would be copied into every moment of its row.
        if label.is_some_and(|label| label.value.shown().len() > LONGEST) {
            return None;
        }
        if self.passed.takes(label.map(|label| &label.value), row) {
            return Some(());
        }
        let week = label.filter(|label| is_week(&label.value)).map(|label| (label.value.clone(), (row.number, label.column)));
        let week = week.or_else(|| self.above.week.clone()).filter(|_| head.is_weekdays());
        let who = label.filter(|label| !is_week(&label.value));
        let dates = &self.dates;
        // What has a header of its own is told with each moment; before the days a cell without one is part of the frame.
        let is_beside = |cell: &&Cell| {
            let headed = || head.row.get(cell.column).is_some_and(|header| header.shown().trim() != cell.value.shown().trim());
            // The sum of a row says nothing of a moment.
            if head.row.get(cell.column).is_some_and(|header| is_sum(&header.shown())) {
                return false;
            }
            let stands = cell.column > head.first_column() || (headed() && !is_week(&cell.value));
            stands && !told(cell) && dates.binary_search_by_key(&cell.column, |(at, _)| *at).is_err()
        };
        let mut beside = Beside::of(row.cells.iter().filter(is_beside).map(|cell| match head.row.get(cell.column) {
            Some(header) => say::note(header.shown(), cell.value.shown()),
            None => cell.value.shown(),
        }));
        let before = self.lines.len();
        for (column, day) in dates {
            let Some(value) = row.get(*column) else { continue };
            // A cell that is merged over several days or weeks is one moment, from the first to the last of them.
            let last = match self.sheet.area(row.number, *column) {
                Some(((_, from), _)) if from < *column && dates.iter().any(|(at, _)| (from..*column).contains(at)) => continue,
                Some((_, (_, to))) => dates.iter().rev().find(|(at, _)| *at <= to && at > column),
                None => None,
            };
            self.filled += 1;
            self.texts += usize::from(matches!(value, Value::Text(_)) && Mark::of(value, false).is_none());
            let field = if head.is_weekdays() { Field::Weekday } else { Field::Date };
            let mut line: Line = vec![(field, day.clone(), (head.row.number, *column))];
            if let Some((week, place)) = &week {
                line.push((Field::Week, week.clone(), *place));
            }
            if let Some((at, last)) = last {
                line.push((Field::End, last.clone(), (head.row.number, *at)));
            }
            let who = who.map(|label| (label.value.clone(), (row.number, label.column)));
            if let (Some(_), Some((handle, place))) = (&who, &handle) {
                line.push((Field::Handle, handle.clone(), *place));
            }
            let place = (row.number, *column);
            match say_cell(&mut line, value, who, &mut beside, place, self.campaign) {
                Said::Moment => {
                    let has_own = line.iter().any(|(field, ..)| *field == Field::Platform);
                    if let Some(cell) = platform.filter(|_| !has_own) {
                        line.push((Field::Platform, cell.value.clone(), (row.number, cell.column)));
                    }
                    self.lines.push(line);
                }
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

/// The day or the days above a column, with the year of the heading where they have none themselves.
fn dated(reading: Reading, above: &Above, value: Option<&Value>) -> Value {
    let headed =
        above.month.map(|(month, year)| (month, year.map(|year| year_beside(month, year, reading.month(Orders::default())))));
    match date::resolve(reading, Context { month: headed, ..Context::default() }) {
        Ok(Resolved::On(first, last)) if first == last => Value::Date(first, None),
        Ok(Resolved::On(first, last)) => {
            let long = |day: Day| day.long_in(DateForm::DayFirst);
            Value::Text(say::days_between(long(first), long(last)))
        }
        _ => value.cloned().unwrap_or(Value::Truth(false)),
    }
}

/// All days of a month, with the year of the heading where it has none itself.
fn whole_month(month: i8, year: Option<i16>, above: &Above) -> Value {
    let headed = || above.month.and_then(|(other, year)| Some(year_beside(other, year?, Some(month))));
    let name = || names::month(month.unsigned_abs());
    // It is read once more, as if it had stood in the cell.
    Value::Text(language::english(|| match year.or_else(headed) {
        Some(year) => say::all_of_month_in(name(), year),
        None => say::all_of_month(name()),
    }))
}

/// The year of a month beside one whose year is known: January below “December 2027” is in 2028.
fn year_beside(known: i8, year: i16, month: Option<i8>) -> i16 {
    match month.map(|month| month - known) {
        Some(ahead) if ahead <= -6 => year + 1,
        Some(ahead) if ahead >= 6 => year - 1,
        _ => year,
    }
}

/// Whether a column is called that.
fn heads(head: &Row, column: u16, field: Field) -> bool {
    matches!(head.get(column), Some(Value::Text(text)) if Field::of_header(text).first() == Some(&(field, true)))
}
