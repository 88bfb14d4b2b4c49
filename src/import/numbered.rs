//! Days by their number alone: whether a column holds them. Where nothing says which month they are in, that is asked.

use super::date::{self, Reading};
use super::field::Field;
use super::guess::{Column, Likely, whole_number};
use super::table::Value;
use super::text::is_open;

/// Takes columns of days by their number for what says when.
pub(super) fn join(found: &mut [(Column, Likely)], numbered: &[u16]) {
    if !join_months(found, numbered) && !numbered.is_empty() {
        number_days(found, numbered);
    }
}

/// A column of days by their number alone says when, where no other column does.
fn number_days(found: &mut [(Column, Likely)], numbered: &[u16]) {
    let is_date = |(field, ..): &(Field, f32, bool)| *field == Field::Date;
    let has_dates = found.iter().any(|(column, likely)| !numbered.contains(&column.at) && likely.first().is_some_and(is_date));
    if let Some((_, likely)) = found.iter_mut().find(|(column, _)| numbered.contains(&column.at)).filter(|_| !has_dates) {
        *likely = vec![(Field::Date, 20.0, true)];
    }
}

/// Beside a column of months a column of small numbers holds days of them; without one, months say nothing of a day. Whether
/// there is a column of months.
fn join_months(found: &mut [(Column, Likely)], numbered: &[u16]) -> bool {
    let is_month = |(field, ..): &(Field, f32, bool)| *field == Field::Month;
    if !found.iter().any(|(_, likely)| likely.first().is_some_and(is_month)) {
        return false;
    }
    let is_date = |(field, ..): &(Field, f32, bool)| matches!(field, Field::Date | Field::Week);
    let has_days = !numbered.is_empty() || found.iter().any(|(_, likely)| likely.first().is_some_and(is_date));
    for (column, likely) in found {
        if !has_days {
            likely.retain(|one| !is_month(one));
        } else if numbered.contains(&column.at) {
            *likely = vec![(Field::Date, 20.0, true)];
        }
    }
    true
}

/// Whether a column is called after days and holds days of a month, such as “3”, “28th” and “12-14”.
pub(super) fn is_numbered(title: &str, values: &[&Value]) -> bool {
    let is_named = Field::of_header(title).iter().any(|(field, whole)| *whole && matches!(field, Field::Date | Field::Day));
    let is_day = |value: &&&Value| match value {
        Value::Number(number) => date::day_number(*number).is_some(),
        Value::Text(text) => date::days_of_month(text).is_some() || date::read(text).is_some_and(|(day, _)| day.needs_month()),
        _ => false,
    };
    // A month between the days is the heading of those below it.
    let is_month =
        |value: &Value| matches!(value, Value::Text(text) if matches!(date::read(text), Some((Reading::Month(..), _))));
    let is_said = |value: &&&Value| !is_open(&value.shown()) && value.shown() != title && !is_month(value);
    let filled: Vec<&&Value> = values.iter().filter(is_said).collect();
    let fits = filled.iter().copied().filter(is_day).count();
    // What lies before day 0, or is it, is counted from there.
    let is_counted = || values.iter().any(|value| whole_number(value).is_some_and(|number| number <= 0));
    is_named && fits > 0 && fits * 10 >= filled.len() * 7 && !is_counted()
}
