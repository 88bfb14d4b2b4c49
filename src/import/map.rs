//! Maps are written by hand, so what is wrong with one is said as one would say it to its author: the line, the column, the
//! word, and what may stand there.

use ron::error::{Error, SpannedError};

use super::guess::Guess;
use super::mapping::{Mapping, NO_HEADER, Person};
use super::table::{Sheet, Value};
use super::text::{fold, short};
use super::words;
use crate::model::{Campaign, Money};
use crate::words::nearest::nearest;
use crate::words::{files, import as say};

/// Reads a map.
pub(super) fn read(text: &str) -> Result<Mapping, String> {
    ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(text)
        .map_err(|error| explained(text, &error))
}

/// What is wrong, behind its place.
fn explained(text: &str, error: &SpannedError) -> String {
    let end = (error.span.end.line, error.span.end.col);
    let unknown = |found: &str, expected: &[&str], sentence: fn(String, String) -> String| {
        let choices = match nearest(found, expected) {
            Some(near) => say::map_near(near, expected.join(", ")),
            None => say::map_choices(expected.join(", ")),
        };
        (last_before(text, found, end).unwrap_or(end), sentence(short(found), choices))
    };
    let here = |message: &str| (end, message.to_owned());
    let (place, message) = match &error.code {
        Error::NoSuchStructField { expected, found, .. } => unknown(found, expected, say::map_unknown_key),
        Error::NoSuchEnumVariant { expected, found, .. } => unknown(found, expected, say::map_unknown_word),
        Error::DuplicateStructField { field, .. } => (last_before(text, field, end).unwrap_or(end), say::map_twice(field)),
        Error::ExpectedBoolean => here(files::want_yes_no()),
        Error::ExpectedString | Error::ExpectedStringEnd => here(files::want_text()),
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } => here(files::want_number()),
        Error::IntegerOutOfBounds => here(files::number_range()),
        Error::ExpectedComma => here(files::want_comma()),
        Error::ExpectedMapColon => here(files::want_colon()),
        Error::ExpectedMap => here(say::map_want_braces()),
        Error::ExpectedMapEnd => here(say::map_want_brace_end()),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => here(files::want_group()),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd | Error::Eof => here(files::want_group_end()),
        Error::TrailingCharacters => here(say::map_trailing()),
        _ => here(say::map_unreadable()),
    };
    say::map_at(place.0, place.1, message)
}

/// Line and column of the last time that a word stands in a text before a place.
fn last_before(text: &str, word: &str, end: (usize, usize)) -> Option<(usize, usize)> {
    let start = text.split_inclusive('\n').take(end.0.saturating_sub(1)).map(str::len).sum::<usize>();
    let line = text.get(start..)?;
    let until = start + line.char_indices().nth(end.1).map_or(line.len(), |(at, _)| at);
    text.get(..until)?.rfind(word).map(|at| place(text, at))
}

/// Line and column of a byte, counted from 1.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

/// What a map says that the table, or the plan, does not have: each a sentence with line and column.
#[derive(Debug, Default)]
pub struct MapCheck {
    /// Slips of the pen, which have to be mended first.
    pub wrong: Vec<String>,
    /// Answers about columns and people of another table. The map of one month is used for the next, so they are passed over.
    pub passed: Vec<String>,
}

/// Everything that a map says about something that the table, or the plan, does not have. A column whose name is close to one of
/// the table is a slip of the pen; one that is like none of them is of another table.
#[must_use]
pub fn check_map(text: &str, mapping: &Mapping, guess: &Guess, sheet: &Sheet, campaign: &Campaign) -> MapCheck {
    let mut check = MapCheck::default();
    let placed = |word: &str, message: String| {
        let quoted = format!("\"{}\"", word.escape_debug());
        let at = text.find(&quoted).or_else(|| text.find(word)).unwrap_or(0);
        let (line, column) = place(text, at);
        say::map_at(line, column, message)
    };
    if let Some(row) = mapping.header.filter(|row| *row != NO_HEADER && sheet.row(*row).is_none()) {
        check.wrong.push(placed("header", say::map_no_row(row)));
    }
    let headers: Vec<&str> = guess.told().map(|column| column.header.as_str()).collect();
    // A column that the map names by itself was not meant by another name.
    let free: Vec<&str> = headers.iter().copied().filter(|header| !mapping.columns.contains_key(*header)).collect();
    for header in mapping.columns.keys().filter(|header| !headers.contains(&header.as_str())) {
        match nearest(header, &free) {
            Some(near) => {
                let choices = say::map_near(near, headers.join(", "));
                check.wrong.push(placed(header, say::map_no_column(short(header), choices)));
            }
            None => check.passed.push(placed(header, say::map_no_column(short(header), String::new()).trim().to_owned())),
        }
    }
    for (field, of) in &mapping.words {
        let choices = words::choices(*field);
        if choices.is_empty() {
            check.wrong.push(placed(field.key(), say::map_no_words(field.key())));
            continue;
        }
        let keys: Vec<&str> = choices.iter().map(|(key, _)| *key).collect();
        for key in of.values().filter(|key| !key.is_empty()) {
            if !words::is_choice(*field, key) {
                let choices = match nearest(key, &keys) {
                    Some(near) => say::map_near(near, keys.join(", ")),
                    None => say::map_choices(keys.join(", ")),
                };
                check.wrong.push(placed(key, say::map_unknown_word(short(key), choices)));
            }
        }
    }
    if let Some(code) = mapping.currency.as_deref().filter(|code| Money::new(0, &code.trim().to_uppercase()).is_none()) {
        check.wrong.push(placed(code, say::no_currency(short(code))));
    }
    let stands = |name: &str| {
        let folded = fold(name);
        let known = campaign.creators.iter().any(|creator| fold(&creator.name) == folded);
        known
            || sheet.rows.iter().flat_map(|row| &row.cells).any(|cell| match &cell.value {
                Value::Text(text) => text.contains(name) || fold(text) == folded,
                _ => false,
            })
    };
    for (name, person) in &mapping.people {
        if !stands(name) {
            check.passed.push(placed(name, say::map_nobody(short(name))));
        }
        if let Person::Same(other) = person
            && !stands(other)
        {
            check.passed.push(placed(other, say::map_nobody(short(other))));
        }
    }
    check
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_map_is_said_with_its_place_and_what_is_allowed() {
        for (text, parts) in [
            ("(colums: {})", &["line 1, column 2", "“colums”", "Did you mean columns?"][..]),
            ("(dates: dmy,\n rest: nodes)", &["line 2, column 8", "“nodes”", "notes", "leave_out"]),
            ("(columns: {\"Wann\": dat})", &["line 1, column 20", "“dat”", "date"]),
            ("(dates: sometimes)", &["line 1, column 9", "dmy, mdy, ymd"]),
            ("(year: yes)", &["line 1"]),
            ("(headings: maybe)", &["line 1"]),
            ("(dates: dmy", &["line 1"]),
        ] {
            let said = read(text).unwrap_err();
            for part in parts {
                assert!(said.contains(part), "{text}: {said}");
            }
            for programmers in ["enum", "variant", "struct", "identifier", "deserial", "`"] {
                assert!(!said.contains(programmers), "{text}: {said}");
            }
        }
    }
}
