//! Headers with the weeks of each month below the months: “May: Wk 1, Wk 2”. Nothing says on which day such a week begins.

use super::super::date::Reading;
use super::super::mapping::Mapping;
use super::super::table::{Sheet, address};
use super::LOOKED_AT;
use super::mark::Mark;

/// The address of the first such week, what stands there and above it; `None` where there is none, or the table is said to be
/// a list.
pub(in crate::import) fn weeks_of_months(sheet: &Sheet, mapping: &Mapping) -> Option<(u32, String, String, String)> {
    if mapping.grid == Some(false) {
        return None;
    }
    let rows = sheet.rows.iter().take(LOOKED_AT).zip(sheet.rows.iter().skip(1));
    rows.filter(|(above, row)| row.number == above.number + 1).find_map(|(above, row)| {
        let week = |mark: Mark| match mark {
            Mark::Span(Reading::WeekNumber(number, None) | Reading::Counted(number)) if (1..=6).contains(&number) => Some(number),
            _ => None,
        };
        let weeks = row.cells.iter().filter_map(|cell| Some((cell, week(Mark::of(&cell.value, sheet.from_1904)?)?)));
        let weeks: Vec<_> = weeks.collect();
        // Weeks of the year stand there once each.
        let (first, _) = weeks.first()?;
        let again = weeks.iter().enumerate().any(|(at, (_, number))| weeks.iter().take(at).any(|(_, other)| other == number));
        let month = above.cells.iter().find(|cell| matches!(Mark::of(&cell.value, sheet.from_1904), Some(Mark::Month(..))))?;
        again.then(|| (row.number, address(first.column, row.number), first.value.shown(), month.value.shown()))
    })
}
