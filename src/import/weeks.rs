//! Weeks by their number. “KW 18” is one of the calendar; “Week 1” is one of the campaign more often than the first of January,
//! and what it counts from stands in no table: that is asked.

use serde::{Deserialize, Serialize};

use super::date::{self, Reading};
use super::heading::alone;
use super::mapping::Mapping;
use super::table::{Sheet, Value};
use crate::model::{Campaign, Day};

/// No campaign counts its weeks from a number above this: such weeks are the calendar's.
const HIGHEST: i8 = 13;

/// What weeks by their number count from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Weeks {
    /// The year, as calendars do.
    #[serde(rename = "calendar")]
    Calendar,
    /// That day, with which week 1 begins.
    #[serde(rename = "from")]
    From(Day),
}

/// What the weeks of a table count from, as far as it is known: what was answered, or the calendar where the lowest is too high
/// for a campaign.
pub(super) fn known(sheet: &Sheet, mapping: &Mapping) -> Option<Weeks> {
    let numbers = || sheet.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| number(&cell.value));
    mapping.weeks.or_else(|| numbers().min().filter(|lowest| *lowest > HIGHEST).map(|_| Weeks::Calendar))
}

/// The number of a week that may be the campaign's.
fn number(value: &Value) -> Option<i8> {
    // Most cells of a table are longer texts, and need not be read as days.
    let Value::Text(text) = value else { return None };
    match date::read(text.trim_end_matches(':')).filter(|_| text.len() <= 16)?.0 {
        Reading::Counted(number) => Some(number),
        _ => None,
    }
}

/// The first heading between the rows of a list that is such a week: its row and column, and its text.
pub(super) fn heading(sheet: &Sheet) -> Option<(u32, u16, String)> {
    let first = |row: &super::table::Row| {
        let text = alone(row)?;
        number(&Value::Text(text.clone()))?;
        Some((row.number, row.cells.first()?.column, text))
    };
    // Each row of a grid that was made a list is a cell.
    if sheet.is_of_cells() { None } else { sheet.rows.iter().find_map(first) }
}

/// The day that week 1 begins with, as it is proposed: the Monday of the week in which the plan begins, else the next one.
pub(super) fn proposed(campaign: &Campaign, begins: Option<Day>, today: Day) -> Day {
    let monday = |day: Day| day.plus(-i32::from(day.weekday()));
    campaign.start.or(begins).map_or_else(|| monday(today).plus(7), monday)
}
