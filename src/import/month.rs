//! The month that a whole table is of. Days that are only numbers stand below “May 2027”, or in a sheet that is called so; which
//! of the two was taken is told, and where they disagree it is asked.

use super::date::{self, Reading};
use super::mapping::{Mapping, MonthFrom};
use super::months;
use super::table::{Sheet, Value};
use super::text::{fold, short};
use crate::words::{import as say, names};

/// Longest text, in characters, that calls a table something.
const LONGEST: usize = 80;
/// Most words around a month without a year: a sentence that has the word “may” names no month.
const FEW: usize = 4;

/// The month that a table is of, and what says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableMonth {
    /// The month, 1 to 12.
    pub month: i8,
    /// Its year, where that stands beside it, or once above the table or in its name.
    pub year: Option<i16>,
    /// Where it stands.
    pub from: MonthFrom,
    /// The title or the name.
    pub text: String,
    /// The other text that says the year.
    pub year_by: Option<String>,
}

impl TableMonth {
    /// “May 2027”, with the year that was answered where none is written.
    #[must_use]
    pub fn shown(&self, answered: Option<i16>) -> String {
        let name = names::month(self.month.unsigned_abs());
        answered.or(self.year).map_or_else(|| name.to_owned(), |year| say::month_of_year(name, year))
    }

    /// What is taken for it, and why.
    #[must_use]
    pub fn sentence(&self, answered: Option<i16>) -> String {
        let month = self.shown(answered);
        let said = match self.from {
            MonthFrom::Title => say::month_by_title(month, short(&self.text)),
            MonthFrom::Name => say::month_by_name(month, short(&self.text)),
        };
        match &self.year_by {
            Some(text) if answered.is_none() => say::year_by(said, short(text)),
            _ => said,
        }
    }
}

/// What the texts above a table and its name say.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// The month that is taken.
    pub(super) month: Option<TableMonth>,
    /// Title and name are two months, and nobody said which one counts.
    pub(super) clash: Option<(TableMonth, TableMonth)>,
}

/// The month of a table whose header is that row, or which has none.
pub(super) fn of_table(sheet: &Sheet, header: Option<u32>, mapping: &Mapping) -> Said {
    let mut titles: Vec<&str> = Vec::new();
    for cell in sheet.rows.iter().take_while(|row| header.is_some_and(|header| row.number < header)).flat_map(|row| &row.cells) {
        // A merged title stands in many cells.
        if let Value::Text(text) = &cell.value
            && titles.last() != Some(&text.as_str())
        {
            titles.push(text);
        }
    }
    let by_title = titled(&titles);
    let by_name = written(&sheet.name, true).map(|said| (said, sheet.name.as_str()));
    let made = |((month, year), text): ((i8, Option<i16>), &str), from: MonthFrom| {
        let lone = || lone_year(titles.iter().copied().chain([sheet.name.as_str()]), month);
        let (year, year_by) = match year {
            Some(year) => (Some(year), None),
            None => lone().map_or((None, None), |(year, text)| (Some(year), Some(text.to_owned()))),
        };
        TableMonth { month, year, from, text: text.trim().to_owned(), year_by }
    };
    let title = by_title.map(|said| made(said, MonthFrom::Title));
    let name = by_name.map(|said| made(said, MonthFrom::Name));
    let is_clash = |one: &TableMonth, other: &TableMonth| {
        one.month != other.month || (one.year.is_some() && other.year.is_some() && one.year != other.year)
    };
    match (title, name) {
        (Some(title), Some(name)) if is_clash(&title, &name) => match mapping.month_from {
            Some(MonthFrom::Name) => Said { month: Some(name), clash: None },
            Some(MonthFrom::Title) => Said { month: Some(title), clash: None },
            None => Said { month: Some(title.clone()), clash: Some((title, name)) },
        },
        // Of two that agree the one with its year is quoted.
        (Some(title), Some(name)) if title.year_by.is_some() && name.year_by.is_none() => Said { month: Some(name), clash: None },
        (title, name) => Said { month: title.or(name), clash: None },
    }
}

/// The month that the name of a sheet says.
pub(super) fn of_name(name: &str) -> Option<(i8, Option<i16>)> {
    written(name, true)
}

/// The month of the titles above a table: the last one that is nothing else, or the only one that stands in any of them.
fn titled<'a>(titles: &[&'a str]) -> Option<((i8, Option<i16>), &'a str)> {
    let exact = |text: &&str| match date::read(text.trim_end_matches(':'))?.0 {
        Reading::Month(month, year) => Some((month, year)),
        _ => None,
    };
    if let Some(found) = titles.iter().rev().find_map(|text| Some((exact(text)?, *text))) {
        return Some(found);
    }
    let within: Vec<_> = titles.iter().filter_map(|text| Some((written(text, false)?, *text))).collect();
    let first = within.first().copied()?;
    within.iter().all(|((month, _), _)| *month == first.0.0).then_some(first)
}

/// The one month in a text: “Content May 2027”, “Mai-Plan”, “2027-05”. Two figures behind it are a year in the name of a sheet only.
fn written(text: &str, is_name: bool) -> Option<(i8, Option<i16>)> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let numbers: Vec<&str> = words.iter().copied().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit())).collect();
    let mut named = words.iter().enumerate().filter_map(|(at, word)| Some((at, months::whole(word)?)));
    let Some((at, month)) = named.next() else {
        // Without a name the numbers have to be nothing else.
        return match numbers.as_slice() {
            [year, month] | [month, year] if year.len() == 4 && month.len() <= 2 => {
                Some((month.parse().ok().filter(|month| (1..=12).contains(month))?, Some(months::plan_year(year)?)))
            }
            _ => None,
        };
    };
    if named.next().is_some() {
        return None;
    }
    // “3 May 2027” is the day of something, and no month.
    let is_short_year = |number: &str| is_name && number.len() == 2 && words.get(at + 1) == Some(&number);
    match numbers.as_slice() {
        [] => (words.len() <= FEW).then_some((month, None)),
        [number] if is_short_year(number) => {
            let year = format!("20{number}");
            Some((month, Some(months::plan_year(&year)?)))
        }
        [number] => Some((month, Some(months::plan_year(number)?))),
        _ => None,
    }
}

/// The one year in texts that have no other number and no other month; `None` where they have several.
fn lone_year<'a>(texts: impl Iterator<Item = &'a str>, month: i8) -> Option<(i16, &'a str)> {
    let year = |text: &str| {
        let folded = fold(text);
        let mut numbers = folded.split(' ').filter(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
        let only = numbers.next().filter(|_| numbers.next().is_none()).and_then(months::plan_year)?;
        folded.split(' ').filter_map(months::whole).all(|other| other == month).then_some(only)
    };
    let found: Vec<(i16, &str)> = texts.filter_map(|text| Some((year(text)?, text))).collect();
    let first = found.first().copied()?;
    found.iter().all(|(year, _)| *year == first.0).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_say_their_month() {
        for (name, month) in [
            ("May 2027", Some((5, Some(2027)))),
            ("2027-05", Some((5, Some(2027)))),
            ("05.2027", Some((5, Some(2027)))),
            ("2027_05 Content", Some((5, Some(2027)))),
            ("Mai '27", Some((5, Some(2027)))),
            ("Sept", Some((9, None))),
            ("Content plan MAY", Some((5, None))),
            ("janvier", Some((1, None))),
            ("Plan", None),
            ("Marc", None),
            ("May–June 2027", None),
            ("3 May 2027", None),
            ("2027-05-03", None),
            ("2027", None),
            ("2027-13", None),
        ] {
            assert_eq!(written(name, true), month, "{name}");
        }
        assert_eq!(written("What is planned may change until it is approved", false), None);
        assert_eq!(written("Content calendar for Maren – May 2027 (v2)", false), Some((5, Some(2027))));
        assert_eq!(lone_year(["Plan 2027", "Updated 14.11.2026"].into_iter(), 5), Some((2027, "Plan 2027")));
        assert_eq!(lone_year(["Plan 2027", "Budget 2026"].into_iter(), 5), None);
        assert_eq!(lone_year(["Status Nov 2026"].into_iter(), 5), None);
    }
}
