//! Whether days are told with their years: one rule for the axis, for sentences and for documents.

use super::Day;

/// How the days of a plan are told: as long as all of them have the same year, it goes without saying.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Years {
    /// "7 Sep 2027": without it nobody would know which September that is, because there are several, or no day is set at all.
    #[default]
    Told,
    /// "7 Sep" for a day of that year; "3 Mar 2028" for one of another, such as the end of a deal that outlasts the plan.
    In(i16),
}

impl Years {
    /// How days are told that lie between these two.
    #[must_use]
    pub fn between(first: Day, last: Day) -> Self {
        let year = first.date().year();
        if year == last.date().year() { Self::In(year) } else { Self::Told }
    }

    /// Whether that day is told with its year.
    #[must_use]
    pub fn are_told_of(self, day: Day) -> bool {
        self != Self::In(day.date().year())
    }

    /// "7 Sep", or "7 Sep 2027".
    #[must_use]
    pub fn day(self, day: Day) -> String {
        if self.are_told_of(day) { day.long() } else { day.short() }
    }

    /// "7 Sep", or "7 Sep ’27": where there is little room.
    #[must_use]
    pub fn brief_day(self, day: Day) -> String {
        if self.are_told_of(day) { day.brief() } else { day.short() }
    }

    /// "12–20 Oct", or "12–20 Oct ’27".
    #[must_use]
    pub fn brief_span(self, first: Day, last: Day) -> String {
        if self.are_told_of(first) || self.are_told_of(last) { first.brief_span(last) } else { first.short_span(last) }
    }

    /// "Tue 7 Sep", or "Tue 7 Sep 2027".
    #[must_use]
    pub fn with_weekday(self, day: Day) -> String {
        if self.are_told_of(day) { day.in_full() } else { day.with_weekday() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_with_their_years_where_there_is_more_than_one() {
        let [first, last, after] = [(2027, 1, 1), (2027, 12, 31), (2028, 1, 1)].map(|(y, m, d)| Day::new(y, m, d).unwrap());
        let of = |years: Years, day: Day| [years.day(day), years.brief_day(day), years.with_weekday(day)];
        let (one, two) = (Years::between(first, last), Years::between(first, after));
        assert_eq!(of(one, last), ["31 Dec", "31 Dec", "Fri 31 Dec"]);
        assert_eq!(of(two, last), ["31 Dec 2027", "31 Dec ’27", "Fri 31 Dec 2027"]);
        assert_eq!(of(two, after), ["1 Jan 2028", "1 Jan ’28", "Sat 1 Jan 2028"]);
        assert_eq!(of(one, after), of(two, after), "a day of another year is never taken for one of the plan");
        assert_eq!(of(Years::default(), after), of(two, after), "there is no year of the plan");
        assert_eq!([one, two].map(|years| years.brief_span(first, first.plus(6))), ["1–7 Jan", "1–7 Jan ’27"]);
        assert_eq!(one.brief_span(last, after), "31 Dec ’27 – 1 Jan ’28");
    }
}
