//! Cells, as a table and a workbook have them, and how lists and texts that look like formulas are written in one.

use crate::model::{Day, Time, parse_hundredths};
use crate::words::columns as say;

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
            Self::YesNo(true) => say::yes().to_owned(),
            Self::YesNo(false) => say::no().to_owned(),
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

/// The texts of a cell that [`join_list`] wrote, or a person: lines are items, too.
#[must_use]
pub fn split_list(text: &str) -> Vec<String> {
    let is_end = |c: char| matches!(c, ';' | '\n' | '\r');
    let mut items = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || is_end(c));
        if rest.is_empty() {
            return items;
        }
        if let Some((item, after)) = quoted_item(rest) {
            items.push(item);
            rest = after;
            continue;
        }
        let (item, after) = rest.split_at(rest.find(is_end).unwrap_or(rest.len()));
        items.push(item.trim().to_owned());
        rest = after;
    }
}

/// A text in quotation marks at the beginning, and what stands behind it. None where the marks are part of a text instead.
fn quoted_item(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut item = String::new();
    loop {
        let (part, after) = rest.split_once('"')?;
        item.push_str(part);
        let Some(more) = after.strip_prefix('"') else {
            let behind = after.trim_start_matches([' ', '\t']);
            return (behind.is_empty() || behind.starts_with([';', '\n', '\r'])).then_some((item, behind));
        };
        item.push('"');
        rest = more;
    }
}

/// The mark that keeps a spreadsheet from calculating a text.
const GUARD: char = '\'';

/// Whether a spreadsheet could take the text for a formula: its first sign that can be seen begins one, also in full width, or
/// it begins with what ends a cell.
fn could_calculate(text: &str) -> bool {
    let unseen = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{FEFF}' | '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
    };
    text.starts_with(['\t', '\r', '\n'])
        || text.trim_start_matches(unseen).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// The text with a `'` before it where a spreadsheet could calculate it. A text that has such marks of its own gets one more,
/// so that [`unguarded`] gives back exactly what was there.
#[must_use]
pub fn guarded(text: String) -> String {
    if could_calculate(text.trim_start_matches(GUARD)) { format!("{GUARD}{text}") } else { text }
}

/// The text without the mark that [`guarded`] set; every other text as it is.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix(GUARD) {
        Some(rest) if could_calculate(rest.trim_start_matches(GUARD)) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
