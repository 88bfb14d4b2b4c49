//! When a moment has to be ready: the days on which its first draft and its approval are due, counted back from its day.
//!
//! ```text
//!  Fri        Sat  Sun  Mon       Tue  Wed       Thu
//!  draft due   ·    ·    .        approval due    the moment
//! ```
//!
//! A draft needs days of the calendar, because whoever makes it works on any of them; an approval needs days on which an
//! office is open. Neither falls on a weekend: it is moved to the Friday before, never to a later day. Holidays are not known
//! here.

use crate::model::{Campaign, Day, Moment, Status};

/// Days before its moment on which a first draft is due.
pub const DRAFT_DAYS: i32 = 5;
/// Working days before its moment on which an approval is due.
pub const APPROVAL_WORKING_DAYS: i32 = 2;

/// What is due before a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadlines {
    /// The day on which the first draft is due.
    pub draft: Day,
    /// The day on which the approval is due; never before the draft.
    pub approval: Day,
}

/// What is due before a moment on that day.
///
/// At the very beginning of the calendar, where no earlier day is left, both stay within it.
#[must_use]
pub fn deadlines(day: Day) -> Deadlines {
    let draft = off_weekend(day.plus(-DRAFT_DAYS));
    let mut approval = day;
    for _ in 0..APPROVAL_WORKING_DAYS {
        approval = off_weekend(approval.plus(-1));
    }
    Deadlines { draft, approval }
}

/// Whether something has to be made for a moment: not for what creators publish of their own accord, and where nobody says how
/// far a moment is, what it waits for would be a guess.
#[must_use]
pub fn has_to_be_made(campaign: &Campaign, moment: &Moment) -> bool {
    moment.is_brand() && campaign.says_status(moment)
}

/// Whether its draft is in.
#[must_use]
pub fn is_drafted(moment: &Moment) -> bool {
    moment.status > Status::Draft
}

/// Whether it is approved.
#[must_use]
pub fn is_approved(moment: &Moment) -> bool {
    moment.status >= Status::Approved
}

/// The days on which draft and approval of a moment are still to come; none for what is there.
#[must_use]
pub fn still_due(campaign: &Campaign, moment: &Moment) -> (Option<Day>, Option<Day>) {
    let due = campaign.day_of(moment.when).filter(|_| has_to_be_made(campaign, moment)).map(deadlines);
    let draft = due.map(|due| due.draft).filter(|_| !is_drafted(moment));
    (draft, due.map(|due| due.approval).filter(|_| !is_approved(moment)))
}

/// The day itself, or the Friday before it when it is on a weekend.
fn off_weekend(day: Day) -> Day {
    day.plus(-(i32::from(day.weekday()) - 4).max(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(text: &str) -> (String, String) {
        let due = deadlines(Day::parse(text).unwrap());
        (due.draft.with_weekday(), due.approval.with_weekday())
    }

    #[test]
    fn a_draft_is_due_five_days_and_an_approval_two_working_days_before() {
        let of = |draft: &str, approval: &str| (draft.to_owned(), approval.to_owned());
        // A week of moments, from Monday to Sunday.
        assert_eq!(due("2027-09-06"), of("Wed 1 Sep", "Thu 2 Sep"));
        assert_eq!(due("2027-09-07"), of("Thu 2 Sep", "Fri 3 Sep"));
        assert_eq!(due("2027-09-08"), of("Fri 3 Sep", "Mon 6 Sep"));
        assert_eq!(due("2027-09-09"), of("Fri 3 Sep", "Tue 7 Sep"));
        assert_eq!(due("2027-09-10"), of("Fri 3 Sep", "Wed 8 Sep"));
        assert_eq!(due("2027-09-11"), of("Mon 6 Sep", "Thu 9 Sep"));
        assert_eq!(due("2027-09-12"), of("Tue 7 Sep", "Thu 9 Sep"));
    }

    #[test]
    fn nothing_is_due_on_a_weekend_or_out_of_order() {
        for number in -2000..2000 {
            let day = Day::from_number(number);
            let due = deadlines(day);
            assert!(due.draft.weekday() < 5 && due.approval.weekday() < 5, "{day}");
            assert!(due.draft < due.approval && due.approval < day, "{day}");
            assert!((DRAFT_DAYS..=DRAFT_DAYS + 2).contains(&day.since(due.draft)), "{day}");
        }
        for number in 0..8 {
            let due = deadlines(Day::MIN.plus(number));
            assert!(due.draft >= Day::MIN && due.draft <= due.approval, "{number}");
        }
    }
}
