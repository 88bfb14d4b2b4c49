//! Cells, as a table and a workbook have them, and how lists and texts that look like formulas are written in one.

use crate::model::{Day, GUARD, Time, could_calculate, parse_hundredths};
use crate::words::{columns as say, language};

use super::{Column, Holds};

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text: also names, choices and lists.
    Text(String),
    /// A day of the calendar.
    Day(Day),
    /// A time of day.
    Time(Time),
    /// A whole number.
    Number(i64),
    /// An amount in hundredths.
    Amount(i64),
    /// Yes or no.
    YesNo(bool),
}

/// Why a cell cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is no day.
    Day,
    /// It is no time of day.
    Time,
    /// It is no whole number, or one that is too large.
    Number,
    /// It is no amount.
    Amount,
    /// It is neither yes nor no.
    YesNo,
    /// It is none of the column's choices.
    Choice,
    /// It is no currency of three letters.
    Currency,
    /// It is no id.
    Id,
}

impl Cell {
    /// A text, or an empty cell where there is none.
    #[must_use]
    pub fn of_text(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// The cell as text: days as `2027-09-16`, times as `09:30`, amounts as `3500.00`.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Day(day) => day.to_string(),
            Self::Time(time) => time.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Amount(hundredths) => amount(*hundredths),
            Self::YesNo(true) => language::english(say::yes).to_owned(),
            Self::YesNo(false) => language::english(say::no).to_owned(),
        }
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }
}

/// "-3500.05", with two decimals whatever they are, so that a column of them lines up.
fn amount(hundredths: i64) -> String {
    let minus = if hundredths < 0 { "-" } else { "" };
    let hundredths = hundredths.unsigned_abs();
    format!("{minus}{}.{:02}", hundredths / 100, hundredths % 100)
}

impl Column {
    /// The cell that a text of this column is, written as [`Cell::text`] writes it. Choices stay texts: [`super::Draft`] knows
    /// them.
    ///
    /// # Errors
    /// When the text is not what the column holds.
    pub fn parse(self, text: &str) -> Result<Cell, Wrong> {
        let plain = text.trim();
        match self.holds() {
            _ if text.is_empty() => Ok(Cell::Empty),
            Holds::Text | Holds::Long | Holds::Name | Holds::List => Ok(Cell::Text(text.to_owned())),
            _ if plain.is_empty() => Ok(Cell::Empty),
            Holds::Choice | Holds::Choices => Ok(Cell::Text(plain.to_owned())),
            Holds::Day => Day::parse(plain).map(Cell::Day).ok_or(Wrong::Day),
            Holds::Time => Time::parse(plain).map(Cell::Time).ok_or(Wrong::Time),
            Holds::Number => plain.replace('−', "-").parse().map(Cell::Number).map_err(|_| Wrong::Number),
            Holds::Amount => parse_hundredths(plain).map(Cell::Amount).ok_or(Wrong::Amount),
            Holds::YesNo => match plain.to_lowercase().as_str() {
                "yes" | "true" | "1" | "x" => Ok(Cell::YesNo(true)),
                "no" | "false" | "0" => Ok(Cell::YesNo(false)),
                _ => Err(Wrong::YesNo),
            },
        }
    }
}

/// Several texts in one cell: `reach; saves; "a; b"`. One that could be taken for two, or for part of its neighbour, stands in
/// quotation marks, with the marks inside it doubled.
#[must_use]
pub fn join_list<S: AsRef<str>>(items: &[S]) -> String {
    let quoted = |item: &str| {
        let plain = !item.is_empty() && item.trim() == item && !item.contains([';', '"', '\n', '\r']);
        if plain { item.to_owned() } else { format!("\"{}\"", item.replace('"', "\"\"")) }
    };
    items.iter().map(|item| quoted(item.as_ref())).collect::<Vec<_>>().join("; ")
}

/// The text with a `'` before it where a spreadsheet could calculate it. A text that has such marks of its own gets one more,
/// so that [`unguarded`](crate::model::unguarded) gives back exactly what was there.
#[must_use]
pub fn guarded(text: String) -> String {
    if could_calculate(text.trim_start_matches(GUARD)) { format!("{GUARD}{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{split_list, unguarded};

    #[test]
    fn lists_read_back_whatever_is_in_them() {
        let odd = ["reach", "", " ", "a; b", "\"", "say \"hi\"", "two\nlines", "; ", "\"a\"; \"b\"", "日本語", "x\"y", "'=1"];
        for first in odd {
            assert_eq!(split_list(&join_list(&[first])), [first]);
            for second in odd {
                let list = [first, "middle", second];
                assert_eq!(split_list(&join_list(&list)), list, "{}", join_list(&list));
            }
        }
        assert_eq!(join_list(&["reach", "saves"]), "reach; saves");
        assert_eq!(split_list(" reach ;saves\nclicks;; \"open"), ["reach", "saves", "clicks", "\"open"]);
        assert_eq!(split_list("\"a\" and b; c"), ["\"a\" and b", "c"]);
    }

    #[test]
    fn only_what_could_calculate_is_guarded_and_the_guard_comes_off_again() {
        let dangerous =
            ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t1", "\n1", "＝1", "＠x", "\u{FEFF}=1", "\u{2068}=1", "'=1", "''+1"];
        for text in dangerous {
            assert_eq!(guarded(text.to_owned()), format!("'{text}"));
        }
        let harmless = ["", "'", "It's =1", "'tis", "a=b", "日本語", "—", "''"];
        for text in harmless {
            assert_eq!(guarded(text.to_owned()), text);
        }
        for text in dangerous.iter().chain(&harmless) {
            assert_eq!(unguarded(&guarded((*text).to_owned())), *text);
        }
    }

    #[test]
    fn cells_are_texts_and_texts_are_cells() {
        let day = Day::new(2027, 9, 16).unwrap();
        let all = [
            (Column::Date, Cell::Day(day), "2027-09-16"),
            (Column::Time, Cell::Time(Time::parse("09:05").unwrap()), "09:05"),
            (Column::Day, Cell::Number(-14), "-14"),
            (Column::Fee, Cell::Amount(-5), "-0.05"),
            (Column::Fee, Cell::Amount(350_000), "3500.00"),
            (Column::Spoken, Cell::YesNo(true), "Yes"),
            (Column::Title, Cell::Text(" ".into()), " "),
        ];
        for (column, cell, text) in all {
            assert_eq!(cell.text(), text);
            assert_eq!(column.parse(text), Ok(cell));
        }
        assert_eq!(Column::Date.parse("16/9/2027"), Err(Wrong::Day));
        assert_eq!(Column::Fee.parse("€5"), Err(Wrong::Amount));
        assert_eq!(Column::Order.parse("  "), Ok(Cell::Empty));
    }
}
