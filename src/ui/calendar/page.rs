//! Which days are seen: the weeks of a month, or one week.
//!
//! Pure: it knows days and nothing of a plan. The calendar ends where [`Day`] does, so a page at its very ends has places
//! without a day.

use crate::model::Day;
use crate::ui::written;
use crate::words::{calendar_view as say, names};

/// Days of a week.
pub(super) const WEEK: i32 = 7;

/// The first day of the week of a day.
#[must_use]
pub fn week_of(day: Day) -> Day {
    day.plus(-i32::from((day.weekday() + 7 - written::week_begins()) % 7))
}

/// The weekdays in the order of the columns, 0 is Monday.
pub fn weekdays() -> impl Iterator<Item = u8> {
    (0..7).map(|column| (written::week_begins() + column) % 7)
}

/// How much is seen at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// A month, with the days of its first and its last week that are not its own.
    #[default]
    Month,
    /// A week.
    Week,
}

/// A stretch of whole weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// How much is seen.
    pub reach: Reach,
    /// The first day that is the page's own: the first of the month, or the first of the week.
    from: Day,
}

impl Page {
    /// The page on which a day is.
    #[must_use]
    pub fn of(day: Day, reach: Reach) -> Self {
        let from = match reach {
            Reach::Month => {
                let date = day.date();
                Day::new(date.year(), date.month(), 1).unwrap_or(day)
            }
            Reach::Week => week_of(day),
        };
        Self { reach, from }
    }

    /// The first day that is the page's own.
    #[must_use]
    pub fn from(self) -> Day {
        self.from
    }

    /// The last day that is the page's own.
    #[must_use]
    pub fn to(self) -> Day {
        match self.reach {
            Reach::Month => self.turned(1).filter(|next| next.from > self.from).map_or(Day::MAX, |next| next.from.plus(-1)),
            Reach::Week => self.from.plus(WEEK - 1),
        }
    }

    /// The page that many pages on; `None` where the calendar has none.
    #[must_use]
    pub fn turned(self, by: i32) -> Option<Self> {
        match self.reach {
            Reach::Month => {
                let date = self.from.date();
                let month = i32::from(date.year()) * 12 + i32::from(date.month()) - 1 + by;
                let year = i16::try_from(month.div_euclid(12)).ok()?;
                let month = i8::try_from(month.rem_euclid(12) + 1).ok()?;
                Some(Self { reach: self.reach, from: Day::new(year, month, 1)? })
            }
            Reach::Week => {
                let number = self.from.number() + by * WEEK;
                let there = (Day::MIN.number()..=Day::MAX.number()).contains(&number);
                there.then(|| Self { reach: self.reach, from: Day::from_number(number) })
            }
        }
    }

    /// How many weeks are drawn.
    #[must_use]
    pub fn weeks(self) -> usize {
        let days = self.to().since(self.first()) + 1;
        usize::try_from((days + WEEK - 1) / WEEK).unwrap_or(1).max(1)
    }

    /// The day in the first place; it may be of the month before.
    #[must_use]
    pub fn first(self) -> Day {
        week_of(self.from)
    }

    /// The day in the last place.
    #[must_use]
    pub fn last(self) -> Day {
        self.first().plus(i32::try_from(self.weeks()).unwrap_or(1) * WEEK - 1)
    }

    /// The day at a place, counted from the first; `None` past the end of the calendar.
    #[must_use]
    pub fn day(self, at: usize) -> Option<Day> {
        let number = self.first().number() + i32::try_from(at).ok()?;
        (number <= Day::MAX.number()).then(|| Day::from_number(number))
    }

    /// The place of a day; `None` where it is not drawn.
    #[must_use]
    pub fn at(self, day: Day) -> Option<usize> {
        let at = usize::try_from(day.since(self.first())).ok()?;
        (at < self.weeks() * 7).then_some(at)
    }

    /// Whether a day is the page's own, and not of the month before or after.
    #[must_use]
    pub fn has(self, day: Day) -> bool {
        (self.from..=self.to()).contains(&day)
    }

    /// Whether a day is one of both pages' own.
    pub(super) fn meets(self, other: Self) -> bool {
        self.from <= other.to() && other.from <= self.to()
    }

    /// "September 2027", "6 – 12 Sep 2027".
    #[must_use]
    pub fn title(self) -> String {
        match self.reach {
            Reach::Month => {
                let date = self.from.date();
                say::title(names::month_in_full(date.month().unsigned_abs()), date.year())
            }
            Reach::Week => say::week_of(self.from.before(self.to()), self.to().long()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_month_has_the_weeks_that_its_days_lie_in() {
        let month = |text: &str| {
            let page = Page::of(day(text), Reach::Month);
            format!("{}: {} weeks, {} – {}", page.title(), page.weeks(), page.first().short(), page.last().short())
        };
        assert_eq!(month("2027-09-17"), "September 2027: 5 weeks, 30 Aug – 3 Oct");
        assert_eq!(month("2027-02-01"), "February 2027: 4 weeks, 1 Feb – 28 Feb");
        assert_eq!(month("2027-05-31"), "May 2027: 6 weeks, 26 Apr – 6 Jun");
    }

    #[test]
    fn pages_are_turned_over_the_end_of_a_year_and_not_past_the_calendar() {
        let december = Page::of(day("2027-12-24"), Reach::Month);
        assert_eq!(december.turned(1).unwrap().title(), "January 2028");
        assert_eq!(december.turned(-12).unwrap().title(), "December 2026");
        let week = Page::of(day("2027-09-09"), Reach::Week);
        assert_eq!((week.title().as_str(), week.weeks()), ("6 Sep – 12 Sep 2027", 1));
        assert_eq!(week.turned(-1).unwrap().title(), "30 Aug – 5 Sep 2027");
        assert!(Page::of(Day::MAX, Reach::Month).turned(1).is_none());
        assert!(Page::of(Day::MIN, Reach::Month).turned(-1).is_none());
        let end = Page::of(Day::MAX, Reach::Month);
        assert_eq!(end.to(), Day::MAX);
        assert!(end.day(end.weeks() * 7 - 1).is_none(), "after Friday, 31 December 9999 there is no day");
    }

    #[test]
    fn days_have_places_and_places_days() {
        let page = Page::of(day("2027-09-01"), Reach::Month);
        assert_eq!((page.at(day("2027-08-30")), page.at(day("2027-08-29"))), (Some(0), None));
        assert_eq!((page.at(day("2027-10-03")), page.at(day("2027-10-04"))), (Some(34), None));
        assert!(page.has(day("2027-09-30")) && !page.has(day("2027-10-01")));
        assert_eq!(page.day(8), Some(day("2027-09-07")));
    }
}
