//! Whether days are told with their years: one rule for the axis, for sentences and for documents.

use super::Day;

/// Whether the days of a plan are told with their years. As long as all of them have the same one, it goes without saying.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Years {
    /// "7 Sep": no other year could be meant.
    #[default]
    Known,
    /// "7 Sep 2027": without it nobody would know which September that is.
    Told,
}

impl Years {
    /// How days are told that lie between these two.
    #[must_use]
    pub fn between(first: Day, last: Day) -> Self {
        if first.date().year() == last.date().year() { Self::Known } else { Self::Told }
    }

    /// "7 Sep", or "7 Sep 2027".
    #[must_use]
    pub fn day(self, day: Day) -> String {
        match self {
            Self::Known => day.short(),
            Self::Told => day.long(),
        }
    }

    /// "Tue 7 Sep", or "Tue 7 Sep 2027".
    #[must_use]
    pub fn with_weekday(self, day: Day) -> String {
        match self {
            Self::Known => day.with_weekday(),
            Self::Told => day.in_full(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_with_their_years_where_there_is_more_than_one() {
        let [first, last, after] = [(2027, 1, 1), (2027, 12, 31), (2028, 1, 1)].map(|(y, m, d)| Day::new(y, m, d).unwrap());
        let of = |to: Day| {
            let years = Years::between(first, to);
            [years.day(to), years.with_weekday(to)]
        };
        assert_eq!(of(last), ["31 Dec", "Fri 31 Dec"]);
        assert_eq!(of(after), ["1 Jan 2028", "Sat 1 Jan 2028"]);
    }
}
