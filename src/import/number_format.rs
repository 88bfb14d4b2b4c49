//! What a workbook shows of a day. “Sep-27” in a cell is a number that stands for 1 September 2027 and a format that shows its
//! month: whoever reads the sheet sees a month, and so it is read as one.

use calamine::Style;

use super::table::Value;
use crate::model::Day;
use crate::words::{language, names};

/// The part of a day that a format shows, where that is not the day itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// “Sep-27”, “September”.
    Month,
    /// “2027”.
    Year,
}

impl Part {
    pub(super) fn of(style: &Style) -> Option<Self> {
        Self::of_code(&style.number_format.as_ref()?.format_code)
    }

    /// The same by the code of a format: `mmm-yy`, `[$-407]mmmm\ yyyy;@`.
    fn of_code(code: &str) -> Option<Self> {
        let (mut month, mut year) = (false, false);
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter.to_ascii_lowercase() {
                // What is written as it stands says nothing of the day.
                '"' => _ = letters.by_ref().find(|c| *c == '"'),
                '[' => _ = letters.by_ref().find(|c| *c == ']'),
                '\\' | '_' | '*' => _ = letters.next(),
                // What follows is for numbers below nothing.
                ';' => break,
                // A day, or a time of day, in which `m` stands for minutes.
                'd' | 'h' | 's' => return None,
                'm' => month = true,
                'y' => year = true,
                _ => {}
            }
        }
        if month { Some(Self::Month) } else { year.then_some(Self::Year) }
    }

    /// A day as that part of it.
    pub(super) fn shown(self, day: Day) -> Value {
        let date = day.date();
        Value::Text(match self {
            Self::Month => language::english(|| format!("{} {}", names::month(date.month().unsigned_abs()), date.year())),
            Self::Year => date.year().to_string(),
        })
    }

    /// Whether a day is what stands behind such a cell where somebody typed only that part of it: the first, or the last.
    pub(super) fn is_whole(self, day: Day) -> bool {
        let of = |day: Day| (day.date().year(), if self == Self::Month { day.date().month() } else { 0 });
        of(day.plus(-1)) != of(day) || of(day.plus(1)) != of(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_says_whether_a_day_is_seen() {
        for code in ["mmm-yy", "[$-409]mmmm\\ yyyy;@", "MMM", "m/yyyy", "\"due \"mmm\\ \\d", "yyyy\"年\"m\"月\""] {
            assert_eq!(Part::of_code(code), Some(Part::Month), "{code}");
        }
        for code in ["d-mmm", "mm-dd-yy", "mm:ss", "h:mm", "General", "0.00", "@", "[$-407]d. mmmm yyyy"] {
            assert_eq!(Part::of_code(code), None, "{code}");
        }
        assert_eq!(Part::of_code("yyyy"), Some(Part::Year));
        let whole = |day| Part::Month.is_whole(Day::parse(day).unwrap());
        assert!(whole("2027-09-01") && whole("2028-02-29") && !whole("2028-02-28") && !whole("2027-09-15"));
    }
}
