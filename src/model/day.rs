//! Days of the calendar and times of day, without clock and without time zone.
//!
//! A [`Day`] counts days since 1 January 1970 in the proleptic Gregorian calendar. It covers the years 1 to
//! 9999; arithmetic stops at these ends instead of leaving them.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::Years;
use crate::words::language::DateForm;
use crate::words::{self, language, names};

/// A day of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(i32);

impl Day {
    /// 1 January of the year 1.
    pub const MIN: Day = Day(-719_162);
    /// 31 December of the year 9999.
    pub const MAX: Day = Day(2_932_896);

    /// The day with that number of days since 1 January 1970, kept within [`Day::MIN`] and [`Day::MAX`].
    #[must_use]
    pub fn from_number(number: i32) -> Self {
        Self(number.clamp(Self::MIN.0, Self::MAX.0))
    }

    /// Days since 1 January 1970.
    #[must_use]
    pub fn number(self) -> i32 {
        self.0
    }

    /// The day with that year (1–9999), month (1–12) and day of month; `None` when the calendar has no such day.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        Date::new(year, month, day).ok().map(Self::from_date)
    }

    /// Reads `2027-09-16`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let ok = text.len() == 10
            && text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
        if !ok {
            return None;
        }
        Self::new(text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?)
    }

    fn from_date(date: Date) -> Self {
        let epoch = Date::constant(1970, 1, 1);
        Self::from_number((date - epoch).get_days())
    }

    /// The same day as a date with year, month and day.
    #[must_use]
    pub fn date(self) -> Date {
        // 400 years of the Gregorian calendar are 146 097 days; the shift to March makes leap days come last.
        // (Howard Hinnant, "chrono-compatible low-level date algorithms".)
        let z = self.0 + 719_468;
        let era = z.div_euclid(146_097);
        let of_era = z.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        #[expect(clippy::cast_possible_truncation, reason = "Day stays within the years 1 to 9999")]
        Date::new(year as i16, month as i8, day as i8).unwrap_or(Date::ZERO)
    }

    /// This day moved by that many days, kept within the calendar.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self::from_number(self.0.saturating_add(days))
    }

    /// Days from `earlier` to this day; negative when `earlier` is later.
    #[must_use]
    pub fn since(self, earlier: Day) -> i32 {
        self.0 - earlier.0
    }

    /// 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        // 1 January 1970 was a Thursday.
        u8::try_from((self.0 + 3).rem_euclid(7)).unwrap_or(0)
    }

    /// "7 Sep", "Sep 7" or "09-07": as days are written where texts are made now.
    #[must_use]
    pub fn short(self) -> String {
        self.short_in(language::dates())
    }

    /// The same in a form of its own.
    #[must_use]
    pub fn short_in(self, form: DateForm) -> String {
        let date = self.date();
        let (month, of_month) = (date.month().unsigned_abs(), date.day());
        match form {
            DateForm::DayFirst => names::day_month(of_month, names::month(month)),
            DateForm::MonthFirst => names::month_day(names::month(month), of_month),
            DateForm::YearFirst => format!("{month:02}-{of_month:02}"),
        }
    }

    /// "Tue 7 Sep", "Tue Sep 7" or "Tue 09-07".
    #[must_use]
    pub fn with_weekday(self) -> String {
        names::weekday_and_day(names::weekday(self.weekday()), self.short())
    }

    /// "Tue 7 Sep 2027", "Tue Sep 7, 2027" or "Tue 2027-09-07".
    #[must_use]
    pub fn in_full(self) -> String {
        names::weekday_and_day(names::weekday(self.weekday()), self.long())
    }

    /// How the first day of a span is written before its last one: without the year where both have the same.
    #[must_use]
    pub fn before(self, last: Day) -> String {
        // Beside a year that comes first, one that is missing would look like another kind of number.
        let same = Years::between(self, last) != Years::Told && language::dates() != DateForm::YearFirst;
        if same { self.short() } else { self.long() }
    }

    /// "3 May", "3 May – 1 Jun", "20 Nov 2026 – 3 Jan 2027": from end to end, with the years where they are not the same: only
    /// then does the year not go without saying.
    #[must_use]
    pub fn span(self, last: Day) -> String {
        let years = Years::between(self, last);
        if self == last { self.short() } else { words::board::days_span(years.day(self), years.day(last)) }
    }

    /// The same with the month once where it is the same: "3–9 May".
    #[must_use]
    pub fn short_span(self, last: Day) -> String {
        let (from, to) = (self.date(), last.date());
        let month = names::month(from.month().unsigned_abs());
        match (language::dates(), (from.year(), from.month()) == (to.year(), to.month())) {
            _ if self == last => self.short(),
            (DateForm::DayFirst, true) => names::days_of_month(from.day(), to.day(), month),
            (DateForm::MonthFirst, true) => names::month_days(month, from.day(), to.day()),
            _ => self.span(last),
        }
    }

    /// "Sep 2027".
    #[must_use]
    pub fn month_and_year(self) -> String {
        let date = self.date();
        names::month_of_year(names::month(date.month().unsigned_abs()), date.year())
    }

    /// "7 Sep 2027", "Sep 7, 2027" or "2027-09-07".
    #[must_use]
    pub fn long(self) -> String {
        self.long_in(language::dates())
    }

    /// "7 Sep ’27", "Sep 7 ’27" or "2027-09-07": where there is little room.
    #[must_use]
    pub fn brief(self) -> String {
        if language::dates() == DateForm::YearFirst { self.to_string() } else { self.of_year(self.short()) }
    }

    /// "3–9 May ’27", "20 Nov ’26 – 3 Jan ’27": from end to end with the years, where there is little room.
    #[must_use]
    pub fn brief_span(self, last: Day) -> String {
        match Years::between(self, last) {
            _ if self == last => self.brief(),
            Years::In(_) if language::dates() != DateForm::YearFirst => self.of_year(self.short_span(last)),
            _ => words::board::days_span(self.brief(), last.brief()),
        }
    }

    fn of_year(self, text: String) -> String {
        names::day_of_year(text, format_args!("{:02}", self.date().year() % 100))
    }

    /// The same in a form of its own.
    #[must_use]
    pub fn long_in(self, form: DateForm) -> String {
        let date = self.date();
        let month = names::month(date.month().unsigned_abs());
        match form {
            DateForm::DayFirst => names::day_month_year(date.day(), month, date.year()),
            DateForm::MonthFirst => names::month_day_year(month, date.day(), date.year()),
            DateForm::YearFirst => self.to_string(),
        }
    }
}

/// As in the file: `2027-09-16`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date();
        let (year, month, day) = (date.year().unsigned_abs(), date.month().unsigned_abs(), date.day().unsigned_abs());
        let digit = |of: u16| b'0' + u8::try_from(of % 10).unwrap_or(0);
        let mut text = *b"0000-00-00";
        for (at, of) in [(0, year / 1000), (1, year / 100), (2, year / 10), (3, year)] {
            text[at] = digit(of);
        }
        for (at, of) in [(5, month / 10), (6, month), (8, day / 10), (9, day)] {
            text[at] = digit(of.into());
        }
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}
impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
impl Serialize for Day {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom(words::files::bad_day(text)))
    }
}

/// A time of day in whole minutes, in the campaign's time zone.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Time(u16);

impl Time {
    /// Reads `09:30`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (hours, minutes) = text.split_once(':')?;
        if hours.len() != 2 || minutes.len() != 2 || !text.bytes().all(|b| b == b':' || b.is_ascii_digit()) {
            return None;
        }
        let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
        (hours < 24 && minutes < 60).then_some(Self(hours * 60 + minutes))
    }

    /// Minutes since midnight, 0 to 1439.
    #[must_use]
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}
impl fmt::Debug for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
impl Serialize for Time {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom(words::files::bad_time(text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_eight_centuries_reads_back() {
        for number in -100_000..200_000 {
            let day = Day::from_number(number);
            assert_eq!(Day::from_date(day.date()), day);
            assert_eq!(Day::parse(&day.to_string()), Some(day));
        }
        assert_eq!(Day::MIN.to_string(), "0001-01-01");
        assert_eq!(Day::MAX.to_string(), "9999-12-31");
        assert_eq!(Day::MAX.plus(i32::MAX), Day::MAX);
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in ["2027-02-30", "2027-13-01", "27-02-03", "2027-2-3", "0000-01-01", "2027-09-1６", ""] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        let (first, last) = (Day::new(2018, 9, 3).unwrap(), Day::new(2019, 2, 20).unwrap());
        assert_eq!((first.before(first), first.before(last)), ("3 Sep".into(), "3 Sep 2018".into()));
        assert_eq!(Day::parse("2028-02-29").map(Day::with_weekday).as_deref(), Some("Tue 29 Feb"));
    }

    #[test]
    fn days_are_written_in_three_ways() {
        let (day, last) = (Day::new(2027, 5, 3).unwrap(), Day::new(2027, 6, 1).unwrap());
        let of = |dates| {
            let _spoken = language::speak_as(language::Manner { dates, ..language::manner() });
            [day.short(), day.long(), day.brief(), day.with_weekday(), day.in_full(), day.before(last)]
        };
        assert_eq!(of(DateForm::DayFirst), ["3 May", "3 May 2027", "3 May ’27", "Mon 3 May", "Mon 3 May 2027", "3 May"]);
        assert_eq!(of(DateForm::MonthFirst), ["May 3", "May 3, 2027", "May 3 ’27", "Mon May 3", "Mon May 3, 2027", "May 3"]);
        assert_eq!(of(DateForm::YearFirst), ["05-03", "2027-05-03", "2027-05-03", "Mon 05-03", "Mon 2027-05-03", "2027-05-03"]);
        let span = |dates, to: Day| {
            let _spoken = language::speak_as(language::Manner { dates, ..language::manner() });
            day.short_span(to)
        };
        assert_eq!(span(DateForm::DayFirst, day.plus(6)), "3–9 May");
        assert_eq!(span(DateForm::MonthFirst, day.plus(6)), "May 3–9");
        assert_eq!(span(DateForm::YearFirst, day.plus(6)), "05-03 – 05-09");
        assert_eq!(span(DateForm::DayFirst, last), "3 May – 1 Jun");
        assert_eq!(span(DateForm::DayFirst, day), "3 May");
        let new_year = Day::new(2028, 1, 2).unwrap();
        assert_eq!(span(DateForm::DayFirst, new_year), "3 May 2027 – 2 Jan 2028");
        assert_eq!(span(DateForm::MonthFirst, new_year), "May 3, 2027 – Jan 2, 2028");
        assert_eq!([last, new_year].map(|to| day.span(to)), ["3 May – 1 Jun", "3 May 2027 – 2 Jan 2028"]);
        let brief = |dates, to: Day| {
            let _spoken = language::speak_as(language::Manner { dates, ..language::manner() });
            day.brief_span(to)
        };
        assert_eq!(
            [day, day.plus(6), new_year].map(|to| brief(DateForm::DayFirst, to)),
            ["3 May ’27", "3–9 May ’27", "3 May ’27 – 2 Jan ’28"]
        );
        assert_eq!([day, day.plus(6)].map(|to| brief(DateForm::MonthFirst, to)), ["May 3 ’27", "May 3–9 ’27"]);
        assert_eq!(brief(DateForm::YearFirst, day.plus(6)), "2027-05-03 – 2027-05-09");
        assert_eq!(day.short(), "3 May", "a file is written as its readers know it");
    }

    #[test]
    fn times_keep_to_the_clock() {
        assert_eq!(Time::parse("23:59").map(Time::minutes), Some(1439));
        for text in ["24:00", "9:30", "09:60", "+9:30", "0930"] {
            assert_eq!(Time::parse(text), None, "{text}");
        }
    }
}
