//! Looks at the whole table before any row of it is read: what one cell leaves open another may decide, and what none
//! decides is asked once, not in every row.

use super::bare_days::{BareDays, bare_days};
use super::cost::{self, currency_in};
use super::dashed;
use super::date::{self, Context, Orders, Reading, Resolved};
use super::field::Field;
use super::grid::Grid;
use super::guess::{Column, Guess};
use super::heading;
use super::mapping::{Decimals, Mapping, MonthFrom};
use super::month::{self, TableMonth};
use super::months::plan_year;
use super::orders::{Cell, Evidence};
use super::proposal::{CurrencyFrom, Question, Settled};
use super::propose::Incoming;
use super::row::says_day;
use super::table::{Sheet, Value, address};
use super::text::{is_open, short};
use super::weeks::{self, Weeks};
use crate::model::{Campaign, Day, Money, When};
use crate::words::{import as say, names};

/// What holds for the whole table.
#[derive(Debug, Default)]
pub(super) struct Survey {
    pub(super) orders: Orders,
    /// The month in which a table begins that was said to go over New Year.
    pub(super) begins: Option<i8>,
    /// What weeks by their number count from.
    pub(super) weeks: Option<Weeks>,
    /// The month that the table is of, as far as days by their number alone need it.
    pub(super) month: Option<TableMonth>,
    /// Which month days by their number alone are taken to be in, and why, in sentences.
    pub(super) told_months: Vec<String>,
    /// The rows that say so.
    pub(super) told_rows: Vec<u32>,
    /// It is asked which month days by their number alone are in.
    pub(super) asks_month: bool,
    /// The rows whose days by their number alone are in the month after the one above them, from top to bottom.
    pub(super) next_month: Vec<u32>,
    pub(super) decimals: Option<Decimals>,
    pub(super) currency: Option<(String, CurrencyFrom)>,
    /// The orders that one cell says and others do not.
    pub(super) settled: Vec<Settled>,
    pub(super) questions: Vec<Question>,
}

/// The row with the names of the columns of a list, or with what stands across a grid.
fn head_of(guess: &Guess) -> Option<u32> {
    match &guess.grid {
        Some(Grid::DaysAcross(row) | Grid::WeekdaysAcross(row) | Grid::PeopleAcross(row, _) | Grid::Repeated(row, _)) => {
            Some(*row)
        }
        None => guess.header,
    }
}

/// Looks at a table. `sheet` is it as rows of moments; what is quoted stands in the one that somebody sees.
pub(super) fn survey(table: Incoming<'_>, sheet: &Sheet, guess: &Guess) -> Survey {
    let Incoming { sheet: original, mapping, campaign, today, .. } = table;
    let mut found = Survey { currency: currency(mapping, campaign), ..Survey::default() };
    let cells = |wanted: &[Field]| -> Vec<(&Column, u32, &Value)> {
        let columns: Vec<&Column> = guess.columns.iter().filter(|column| wanted.contains(&column.field)).collect();
        let rows = sheet.rows.iter().filter(|row| guess.header.is_none_or(|header| row.number > header));
        rows.flat_map(|row| columns.iter().filter_map(|column| Some((*column, row.number, row.get(column.at)?)))).collect()
    };
    let dashed = dashed::first(original, guess).filter(|_| mapping.months.is_none());
    if let Some((column, row, text)) = dashed
        && let Some((month, day)) = dashed::both(&text)
    {
        found.questions.push(Question::Months { address: address(column, row), text, month, day });
    }
    let whens = cells(&[Field::Date, Field::End, Field::Week, Field::Weekday]);
    days(&mut found, (sheet, original, guess), &whens, mapping, campaign, today);
    let has_currency_column = guess.column(Field::Currency).is_some();
    // What a column is comes first: nobody can say the currency of something that may be no amount.
    let amounts: Vec<(&Column, u32, &Value)> = cells(&[Field::Fee]).into_iter().filter(|(column, ..)| column.sure).collect();
    money(&mut found, sheet, &amounts, mapping, has_currency_column);
    found
}

type Cells<'a> = [(&'a Column, u32, &'a Value)];

fn days(
    found: &mut Survey,
    (sheet, original, guess): (&Sheet, &Sheet, &Guess),
    cells: &Cells<'_>,
    mapping: &Mapping,
    campaign: &Campaign,
    today: Day,
) {
    let weekdays = guess.column(Field::Weekday).map(|column| column.at);
    let beside = |row: u32| match date::read(&sheet.row(row)?.get(weekdays?)?.shown())?.0 {
        Reading::Weekday(weekday) => Some(weekday),
        _ => None,
    };
    let mut years: Vec<Cell> = Vec::new();
    let mut written: Option<i16> = None;
    let mut evidence = Evidence::default();
    let mut full: Option<Day> = None;
    let mut path: Vec<Step> = Vec::new();
    found.weeks = weeks::known(original, mapping);
    let headed = weeks::heading(sheet).map(|(row, column, text)| (sheet.address(column, row), text));
    let mut counted: Option<(String, String)> = headed.filter(|_| found.weeks.is_none());
    let of_table = month::of_table(original, head_of(guess), mapping, campaign);
    let said = mapping.days_in.map(|of| (of.month, Some(of.year)));
    let table = said.or(of_table.month.as_ref().map(|of| (of.month, of.year)));
    let mut months = heading::months(sheet, guess.column(Field::Month).map(|column| column.at));
    if mapping.month_from == Some(MonthFrom::Name) {
        months.retain(|(row, _)| guess.header.is_none_or(|header| *row > header));
    }
    let mut numbered = BareDays::default();
    for (column, row, value) in cells {
        if let Value::Date(day, _) = value {
            full = full.or(Some(*day));
            path.push(Step { column: column.at, row: *row, reading: date::full(*day), month: None, open: false });
        }
        let reading = match value {
            Value::Text(text) if is_open(text) => None,
            Value::Text(text) => date::read(text).map(|(reading, _)| reading).or_else(|| date::days_of_month(text)),
            Value::Number(number) => date::day_number(*number),
            _ => None,
        };
        let Some(reading) = reading.map(|reading| reading.counted(found.weeks)) else { continue };
        // What may be a month has perhaps its year.
        if mapping.months.is_none() && dashed::both(&value.shown()).is_some() {
            continue;
        }
        if let Reading::Counted(_) = reading {
            let date = guess.column(Field::Date).and_then(|column| sheet.row(*row)?.get(column.at));
            if counted.is_none() && (column.field != Field::Week || !says_day(date)) {
                counted = Some((sheet.address(column.at, *row), sheet.quoted(original, column.at, *row)));
            }
            continue;
        }
        written = written.or(reading.year());
        // A weekday in a column of its own says as much as one beside the day.
        let reading = beside(*row).filter(|_| column.field == Field::Date).map_or(reading, |weekday| reading.on_weekday(weekday));
        let cell = || (sheet.address(column.at, *row), sheet.quoted(original, column.at, *row), reading);
        evidence.take(reading, cell);
        let above = months.partition_point(|(at, _)| at <= row);
        let headed = above.checked_sub(1).and_then(|at| months.get(at)).map(|(_, month)| *month);
        let month_of_day = Context { month: headed, table, ..Context::default() }.month_of_day();
        let open_month = reading.needs_month() && matches!(month_of_day, Some((_, None)));
        numbered.take(guess, sheet, (*column, *row, reading), (headed, month_of_day));
        let open_year = (reading.needs_year() && !matches!(headed, Some((_, Some(_))))) || open_month;
        let month = month_of_day.filter(|_| reading.needs_month()).map(|(month, _)| month);
        path.push(Step { column: column.at, row: *row, reading, month, open: open_year });
        if open_year {
            let (address, text, reading) = cell();
            // “3” alone says less than the day that is meant.
            let name = month.map(|month| names::month(month.unsigned_abs()));
            years.push((address, name.map_or(text.clone(), |name| say::day_of_month(text, name)), reading));
        } else if let Ok(Resolved::On(day, _)) =
            date::resolve(reading, Context { orders: Orders::all(mapping.dates), ..Context::default() })
        {
            full = full.or(Some(day));
        }
    }
    bare_days(found, (sheet, original, guess), &numbered, (months.as_slice(), of_table), (mapping, campaign, today));
    (found.orders, found.settled) = evidence.decided(mapping);
    found.questions.extend(evidence.questions(found.orders, mapping, full.unwrap_or(today).date().year()));
    if let Some((address, text)) = counted {
        let first = weeks::proposed(campaign, first_day(campaign), today);
        found.questions.push(Question::Weeks { address, text: short(&text), first });
    }
    if mapping.year.is_none()
        && let Some((address, text, _)) = years.first()
    {
        // The years that stand in the table say more than weekdays, which come again every few years.
        let own = full.map(|day| day.date().year()).or(written).or_else(|| year_above(original, guess));
        let base = campaign.start.or_else(|| first_day(campaign)).unwrap_or(today).date().year();
        let proposed = own.or_else(|| year_by_weekdays(&years, base, found.orders)).unwrap_or(base);
        found.questions.push(Question::Year { address: address.clone(), text: short(text), proposed });
    }
    new_year(found, (sheet, original), &path, mapping);
}

/// A cell that says when, on the way through the table.
struct Step {
    column: u16,
    row: u32,
    reading: Reading,
    /// The month that stands elsewhere.
    month: Option<i8>,
    /// Its year is not written.
    open: bool,
}

/// Months, 1 to 12, that lie so far before others that a table which has them below those goes over New Year, perhaps.
const BACK: i8 = 6;
/// Where days without a year go back, they go on in the next year or the table is in no order: which of the two is asked.
fn new_year(found: &mut Survey, (sheet, original): (&Sheet, &Sheet), path: &[Step], mapping: &Mapping) {
    let orders = found.orders;
    let with_months = path.iter().filter_map(|step| Some((step, step.month.or_else(|| step.reading.month(orders))?)));
    let steps: Vec<(&Step, i8)> = with_months.collect();
    let mut latest = 0;
    let back = steps.iter().find(|(step, month)| {
        let is_back = step.open && month + BACK <= latest;
        latest = latest.max(if is_back { 0 } else { *month });
        is_back
    });
    let Some((step, _)) = back else { return };
    let months: Vec<i8> = steps.iter().map(|(_, month)| *month).collect();
    let Some(begins) = begins(&months) else { return };
    if !steps.iter().any(|(step, month)| step.open && *month < begins) {
        return;
    }
    if let Some(over) = mapping.new_year {
        found.begins = over.then_some(begins);
    } else {
        let own = sheet.quoted(original, step.column, step.row);
        let named = step.month.map(|month| format!("{own} {}", names::month(month.unsigned_abs())));
        found.questions.push(Question::NewYear {
            address: sheet.address(step.column, step.row),
            text: short(&named.unwrap_or(own)),
            month: latest.unsigned_abs(),
            next: mapping.year.map(|year| year + 1),
        });
    }
}

/// The month in which a table that goes over New Year begins: counted from it, the fewest cells lie before the one above, for
/// the days of each creator begin again. Of equals it is the one behind the longest time without any day.
fn begins(months: &[i8]) -> Option<i8> {
    let mut all = months.to_vec();
    all.sort_unstable();
    all.dedup();
    let pause = |month: i8| {
        let before = all.iter().rev().find(|other| **other < month).copied();
        before.or_else(|| all.last().map(|last| last - 12)).map_or(0, |before| month - before)
    };
    let backward = |from: i8| {
        let ahead = |month: i8| (month - from).rem_euclid(12);
        months.windows(2).filter(|pair| matches!(pair, [a, b] if ahead(*b) < ahead(*a))).count()
    };
    all.iter().copied().min_by_key(|month| (backward(*month), -pause(*month)))
}

/// The year that stands above the table, or in its name: “MAY 2027”.
pub(super) fn year_above(sheet: &Sheet, guess: &Guess) -> Option<i16> {
    let year = |text: &str| text.split(|c: char| !c.is_ascii_digit()).find_map(plan_year);
    let last = head_of(guess)?;
    let above = sheet.rows.iter().take_while(|row| row.number <= last).flat_map(|row| &row.cells);
    let mut texts = above.filter_map(|cell| if let Value::Text(text) = &cell.value { Some(text) } else { None });
    texts.find_map(|text| year(text)).or_else(|| year(&sheet.name))
}

/// The first day of the plan's moments.
pub(super) fn first_day(campaign: &Campaign) -> Option<Day> {
    let all = campaign.lanes.iter().flat_map(|lane| &lane.moments);
    all.filter_map(|moment| campaign.day_of(moment.when)).min()
}

/// The year in which most weekdays that are written beside days are theirs; `None` where there are none.
fn year_by_weekdays(cells: &[Cell], base: i16, orders: Orders) -> Option<i16> {
    let said: Vec<Reading> =
        cells.iter().map(|(_, _, reading)| reading.begun_on_monday()).filter(|reading| reading.has_weekday()).collect();
    let years = [base, base + 1, base - 1, base + 2];
    let fitting = |year: &i16| said.iter().filter(|reading| reading.fits_year(*year, orders)).count();
    // The nearest year of equals.
    let best = years.iter().copied().rev().max_by_key(fitting)?;
    (!said.is_empty()).then_some(best)
}

fn money(found: &mut Survey, sheet: &Sheet, cells: &Cells<'_>, mapping: &Mapping, has_currency_column: bool) {
    let mut open: Option<(String, &str)> = None;
    let mut said: Vec<Decimals> = Vec::new();
    let mut without: Option<(String, String)> = None;
    for (column, row, value) in cells {
        let at = || sheet.address(column.at, *row);
        let own = match value {
            Value::Text(text) if is_open(text) => continue,
            Value::Text(text) => {
                let Some(amount) = cost::read(text) else { continue };
                if let Some(decimals) = amount.decides().filter(|decimals| !said.contains(decimals)) {
                    said.push(decimals);
                }
                if amount.is_open() && open.is_none() {
                    open = Some((at(), text));
                }
                amount.currency
            }
            Value::Number(_) => None,
            _ => continue,
        };
        if own.is_none() && without.is_none() && currency_in(&column.header).is_none() && !has_currency_column {
            without = Some((at(), short(&value.shown())));
        }
    }
    let decided = if let [only] = said.as_slice() { Some(*only) } else { None };
    found.decimals = mapping.decimals.or(decided);
    if found.decimals.is_none()
        && let Some((address, text)) = open
    {
        let shown = |decimals| {
            let hundredths = cost::read(text).and_then(|amount| amount.hundredths(Some(decimals)).ok());
            hundredths
                .and_then(|hundredths| Money::new(hundredths, "EUR"))
                .map_or_else(|| say::not_an_amount().to_owned(), Money::number)
        };
        let (comma, point) = (shown(Decimals::Comma), shown(Decimals::Point));
        found.questions.push(Question::Decimals { address, text: short(text), comma, point });
    }
    if found.currency.is_none()
        && let Some((address, text)) = without
    {
        found.questions.push(Question::Currency { address, text });
    }
}

/// The currency of amounts that have none: what was said, else what the plan counts in.
fn currency(mapping: &Mapping, campaign: &Campaign) -> Option<(String, CurrencyFrom)> {
    let said = mapping.currency.as_ref().map(|code| code.trim().to_uppercase()).filter(|code| Money::new(0, code).is_some());
    let planned = || campaign.budget.map(|budget| budget.currency().to_owned());
    let of_moments = || {
        let all = campaign.lanes.iter().flat_map(|lane| &lane.moments);
        all.filter(|moment| moment.when != When::Undated).find_map(|moment| moment.cost).map(|cost| cost.currency().to_owned())
    };
    let from = |of: CurrencyFrom| move |code: String| (code, of);
    said.map(from(CurrencyFrom::Said))
        .or_else(|| planned().map(from(CurrencyFrom::Budget)))
        .or_else(|| of_moments().map(from(CurrencyFrom::Moments)))
}
