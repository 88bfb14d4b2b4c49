//! A cell of our own table. What this program wrote it reads exactly; what a person typed over it is read as in any other table,
//! and whatever is neither is a problem.

use super::super::cause::Cause;
use super::super::cost::{self, Need as CostNeed, currency_in};
use super::super::date::{self, Context, Need, Resolved};
use super::super::field::Field;
use super::super::mapping::Mapping;
use super::super::table::Value;
use super::super::text::{fold, is_open, short};
use super::super::words;
use super::Rules;
use crate::model::columns::{Cell, Column, Holds, Wrong, join_list};
use crate::model::{clean, split_list};
use crate::words::import as say;
use crate::words::nearest::nearest;

/// What a cell was read as.
pub(super) enum Read {
    /// What it holds.
    Cell(Cell),
    /// “tbc”: nothing yet.
    Open,
    /// Something has to be asked first.
    Waits,
    /// It cannot be used: why, and the word that could be told.
    Wrong(String, Cause),
}

/// Reads a cell of that column.
pub(super) fn read(column: Column, value: &Value, rules: &Rules<'_>) -> Read {
    let shown = value.shown();
    if let Value::Broken(error) = value {
        return Read::Wrong(say::broken(short(error)), Cause::Broken);
    }
    if column.holds() == Holds::List {
        // Each text of a list is clean by itself; the marks around it are not part of one.
        let items: Vec<String> = split_list(&shown).iter().map(|item| clean(item)).collect();
        return Read::Cell(Cell::of_text(join_list(&items)));
    }
    if column.holds() == Holds::Name {
        // A name may have an id behind it, so it is found as it is written.
        return Read::Cell(Cell::of_text(shown));
    }
    if column.is_typed() && column != Column::Currency {
        return Read::Cell(Cell::of_text(clean(&shown)));
    }
    if let Some(cell) = exact(column, value) {
        return Read::Cell(cell);
    }
    if is_open(&shown) {
        return Read::Open;
    }
    match column.holds() {
        Holds::Choice => match choice(Field::of(column), shown.trim(), rules.mapping) {
            Ok(name) => Read::Cell(name.map_or(Cell::Empty, |name| Cell::Text(name.to_owned()))),
            Err(wrong) => wrong,
        },
        Holds::Choices => choices(Field::of(column), &shown, rules.mapping),
        Holds::Day => day(value, &shown, rules),
        Holds::Time => match date::time(&shown) {
            Some(time) => Read::Cell(Cell::Time(time)),
            None => Read::Wrong(say::no_time(short(&shown)), Cause::NoTime),
        },
        Holds::Amount => match cost::read(&shown).map(|amount| amount.hundredths(rules.decimals)) {
            Some(Ok(hundredths)) => Read::Cell(Cell::Amount(hundredths)),
            Some(Err(CostNeed::Decimals)) => Read::Waits,
            _ => Read::Wrong(say::no_amount(short(&shown)), Cause::NoAmount),
        },
        Holds::YesNo => match words::truth(&shown) {
            Some(truth) => Read::Cell(Cell::YesNo(truth)),
            None => Read::Wrong(say::no_truth(short(&shown)), Cause::NoTruth),
        },
        Holds::Number => Read::Wrong(say::no_number(short(&shown)), Cause::NoNumber),
        Holds::Text | Holds::Long | Holds::Name | Holds::List => Read::Cell(Cell::of_text(currency(&shown))),
    }
}

/// A currency as its code, where a sign of one stands there.
fn currency(shown: &str) -> String {
    currency_in(shown).unwrap_or_else(|| shown.trim().to_uppercase())
}

/// The cell where it is what this program writes.
fn exact(column: Column, value: &Value) -> Option<Cell> {
    match (value, column.holds()) {
        (_, Holds::Choice | Holds::Choices | Holds::Text) => None,
        (Value::Text(text), _) => column.parse(text).ok(),
        (Value::Date(day, _), Holds::Day) => Some(Cell::Day(*day)),
        (Value::Clock(time) | Value::Date(_, Some(time)), Holds::Time) => Some(Cell::Time(*time)),
        (Value::Number(number), Holds::Number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            Some(Cell::Number(*number as i64))
        }
        (Value::Number(number), Holds::Amount) if number.abs() < 9e13 => Some(Cell::Amount((number * 100.0).round() as i64)),
        (Value::Truth(truth), Holds::YesNo) => Some(Cell::YesNo(*truth)),
        _ => None,
    }
}

fn day(value: &Value, shown: &str, rules: &Rules<'_>) -> Read {
    let reading = match value {
        Value::Number(number) => date::serial(*number, rules.from_1904).map(date::full),
        _ => date::read(shown).map(|(reading, _)| reading),
    };
    let Some(reading) = reading else { return Read::Wrong(say::no_date(short(shown)), Cause::NoDate) };
    let context = Context { orders: rules.orders, year: rules.mapping.year, ..Context::default() };
    match date::resolve(reading, context) {
        // A range is a window, which has columns of its own here.
        Ok(Resolved::On(first, last)) if first == last => Read::Cell(Cell::Day(first)),
        Ok(_) | Err(Need::Month | Need::Day | Need::Weeks) => Read::Wrong(say::no_date(short(shown)), Cause::NoDate),
        Err(Need::Order | Need::Year) => Read::Waits,
        Err(Need::Week) => Read::Wrong(say::no_week(short(shown)), Cause::NoWeek),
        Err(Need::NoSuchDay) => Read::Wrong(say::no_such_day(short(shown)), Cause::NoSuchDay),
        Err(Need::OnlyIn(order)) => Read::Wrong(order.only(short(shown)), Cause::OtherOrder),
        Err(Need::OtherWeekday(day)) => {
            Read::Wrong(say::other_weekday(short(shown), crate::words::names::weekday(day)), Cause::OtherWeekday)
        }
    }
}

/// The name of the choice that a word stands for; nothing where somebody said that it stands for nothing.
fn choice(field: Field, word: &str, mapping: &Mapping) -> Result<Option<&'static str>, Read> {
    let told = mapping.words.get(&field).and_then(|words| words.get(word));
    let meant = match told.map(String::as_str) {
        Some("") => return Ok(None),
        Some(key) => key,
        None => word,
    };
    let all = words::choices(field);
    // Our own names first: what this program writes it reads back, whatever other tables mean by it.
    let own = all.iter().find(|(key, name)| *key == meant || *name == meant);
    let found = own.copied().or_else(|| {
        let key = words::key(field, meant)?;
        all.iter().copied().find(|(other, _)| *other == key)
    });
    found.map(|(_, name)| Some(name)).ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|(_, name)| *name).collect();
        let message = match nearest(word, &names) {
            Some(near) => say::unknown_word_near(short(word), field.name(), near),
            None => say::unknown_word(short(word), field.name(), names.join(", ")),
        };
        Read::Wrong(message, Cause::Word(field, word.to_owned()))
    })
}

fn choices(field: Field, text: &str, mapping: &Mapping) -> Read {
    let mut found: Vec<&str> = Vec::new();
    for word in text.split([';', ',', '\n']).map(str::trim).filter(|word| !word.is_empty()) {
        match choice(field, word, mapping) {
            Ok(Some(name)) => found.push(name),
            Ok(None) => {}
            Err(wrong) => return wrong,
        }
    }
    Read::Cell(Cell::of_text(found.join("; ")))
}

/// Why a cell that was read does not fit its field, in words.
pub(super) fn why(wrong: Wrong, shown: &str) -> String {
    if wrong == Wrong::Currency { say::no_currency(short(shown)) } else { say::no_number(short(shown)) }
}

/// Whether two cells say the same. Blanks alone say nothing, and “no” is what an empty cell says.
pub(super) fn same(was: &Cell, now: &Cell) -> bool {
    let said = |cell: &Cell| match cell {
        Cell::YesNo(false) => String::new(),
        cell => cell.text(),
    };
    let (was, now) = (said(was), said(now));
    was == now || (was.trim().is_empty() && now.trim().is_empty())
}

/// Titles are the same however they are written.
pub(super) fn folded(cell: Option<&Cell>) -> Option<String> {
    cell.map(Cell::text).map(|text| fold(&text)).filter(|text| !text.is_empty())
}
