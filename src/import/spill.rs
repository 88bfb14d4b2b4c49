//! Days of a month that run backwards: 29, 30, 1, 2 may go on into the next month or be in no order. Nobody can see which of the
//! two it is, so it is asked.

/// Days by which the next one has to lie back, so that it may be in the next month.
const BACK: i8 = 15;

/// A day by its number alone on the way through a table.
pub(super) struct Bare {
    pub(super) row: u32,
    /// The column, for its address.
    pub(super) column: u16,
    pub(super) day: i8,
    /// The month that stands elsewhere.
    pub(super) month: i8,
    /// Whose row it is, as it is written there or above.
    pub(super) who: String,
}

/// Where days go back.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Spill {
    /// The first day that lies so far behind the one before it, by its place among the days.
    pub(super) at: usize,
    /// The latest day before it.
    pub(super) after: i8,
    /// The rows whose days are in the next month, if that is the answer.
    pub(super) rows: Vec<u32>,
}

/// Whether the days at `at` begin again because they are the next creator's: a calendar that goes from one creator to the next
/// does. Where all of them lie before everything above, they may all the same be what comes after it.
fn begins_again(days: &[Bare], start: usize, at: usize) -> bool {
    let (Some(before), Some(after)) = (days.get(start..at), days.get(at..)) else { return false };
    let (Some(last), Some(first)) = (before.last(), after.first()) else { return false };
    let is_block = before.iter().rev().take_while(|day| day.who == last.who).count() > 1;
    let is_new = before.iter().all(|day| day.who != first.who);
    let lowest = before.iter().map(|day| day.day).min().unwrap_or_default();
    let highest = after.iter().take_while(|day| day.who == first.who).map(|day| day.day).max().unwrap_or_default();
    is_block && is_new && highest >= lowest
}

/// Whether days go back that are in one month for all that is written, and which rows would be in the next one.
pub(super) fn spill(days: &[Bare]) -> Option<Spill> {
    let mut found: Option<Spill> = None;
    let (mut start, mut latest, mut is_next) = (0, 0, false);
    for (at, day) in days.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| days.get(at));
        let is_others = before.is_some_and(|before| before.who != day.who);
        if before.is_none_or(|before| before.month != day.month) || (is_next && is_others && day.day >= latest + BACK) {
            // Another heading, or somebody else whose days begin in this month.
            (start, latest, is_next) = (at, day.day, false);
        } else if !is_next && day.day + BACK <= latest {
            if begins_again(days, start, at) {
                (start, latest) = (at, day.day);
            } else {
                found.get_or_insert_with(|| Spill { at, after: latest, rows: Vec::new() });
                (latest, is_next) = (day.day, true);
            }
        } else {
            latest = latest.max(day.day);
        }
        if let (true, Some(found)) = (is_next, &mut found) {
            found.rows.push(day.row);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(days: &[(i8, &str)]) -> Option<Vec<u32>> {
        let bare = |(row, (day, who)): (u32, &(i8, &str))| Bare { row, column: 0, day: *day, month: 9, who: (*who).to_owned() };
        spill(&(1..).zip(days).map(bare).collect::<Vec<_>>()).map(|found| found.rows)
    }

    #[test]
    fn days_that_go_back_are_told_from_the_next_creators() {
        assert_eq!(of(&[(29, "M"), (30, "M"), (1, "M"), (2, "M")]), Some(vec![3, 4]));
        assert_eq!(of(&[(29, "M"), (30, "T"), (1, "A"), (2, "L")]), Some(vec![3, 4]));
        assert_eq!(of(&[(29, "M"), (30, "M"), (1, "T"), (2, "T")]), Some(vec![3, 4]));
        assert_eq!(of(&[(29, "M"), (30, "M"), (1, "M"), (28, "T"), (2, "T")]), Some(vec![3, 5]));
        assert_eq!(of(&[(3, "M"), (31, "M"), (2, "T"), (20, "T")]), None, "each creator begins anew");
        assert_eq!(of(&[(3, "M"), (12, "T"), (9, "M"), (31, "T")]), None);
        assert_eq!(of(&[]), None);
    }
}
