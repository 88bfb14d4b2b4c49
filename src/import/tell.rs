//! Questions and counts in sentences, for the window and the terminal alike.

use super::proposal::{Counts, DateSample, Question};
use crate::words::{self, import as say};

impl DateSample {
    /// “3/4/2027 is 3 Apr 2027 or 4 Mar 2027”.
    #[must_use]
    pub fn sentence(&self) -> String {
        let days: Vec<String> = [self.dmy, self.mdy, self.ymd].into_iter().flatten().map(crate::model::Day::long).collect();
        say::date_sample(&self.address, &self.text, days.join(say::or()))
    }
}

impl Question {
    /// What is asked, with the cell that asks it.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Dates(samples) => {
                let shown: Vec<String> = samples.iter().map(DateSample::sentence).collect();
                [say::ask_dates().to_owned(), shown.join("; ")].join(" ").trim().to_owned()
            }
            Self::Year { address, text, proposed } => say::ask_year(address, text, proposed),
            Self::Decimals { address, text, comma, point } => say::ask_decimals(address, text, comma, point),
            Self::Currency { address, text } => say::ask_currency(address, text),
            Self::Kind { rows } => say::ask_kind(rows_of(*rows)),
            Self::Headings(names) => {
                let some: Vec<String> = names.iter().take(3).map(|name| say::quoted(super::text::short(name))).collect();
                say::ask_headings(words::list(&some))
            }
            Self::Same { rows, title } => say::ask_same(rows_of(*rows), super::text::short(title)),
            Self::Person { name, near } => say::ask_person(super::text::short(name), super::text::short(near)),
        }
    }

    /// What to give on the command line, or in the map, to answer it.
    #[must_use]
    pub fn how(&self) -> String {
        match self {
            Self::Dates(samples) => {
                let ymd = samples.iter().any(|sample| sample.ymd.is_some());
                if ymd { say::how_dates_ymd().to_owned() } else { say::how_dates().to_owned() }
            }
            Self::Year { proposed, .. } => say::how_year(proposed),
            Self::Decimals { .. } => say::how_decimals().to_owned(),
            Self::Currency { .. } => say::how_currency().to_owned(),
            Self::Kind { .. } => say::how_kind().to_owned(),
            Self::Headings(_) => say::how_headings().to_owned(),
            Self::Same { .. } => say::how_same().to_owned(),
            Self::Person { name, near } => say::how_person(escaped(name), escaped(near)),
        }
    }
}

/// A text as it stands between quotation marks in a map.
fn escaped(text: &str) -> String {
    text.escape_debug().to_string()
}

/// “1 row”, “3 rows”.
#[must_use]
pub fn rows_of(count: usize) -> String {
    words::count(i64::try_from(count).unwrap_or(i64::MAX), "row", "rows")
}

impl Counts {
    /// What would enter the plan: “12 moments, 2 ideas and 3 changes”; empty where nothing would.
    #[must_use]
    pub fn gains(&self) -> String {
        let number = |count: usize, one: &str, many: &str| words::count(i64::try_from(count).unwrap_or(i64::MAX), one, many);
        let mut parts = Vec::new();
        if self.added > 0 {
            parts.push(words::moments(self.added));
        }
        if self.ideas > 0 {
            parts.push(words::ideas(self.ideas));
        }
        if self.updated > 0 {
            parts.push(number(self.updated, say::change(), say::changes()));
        }
        words::list(&parts)
    }

    /// Everything else that was counted, a sentence each.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = self.own_lines();
        if let Some((first, last)) = self.days {
            lines.push(say::from_to(first.long(), last.long()));
        }
        let quoted = |names: &[String]| {
            let some: Vec<String> = names.iter().take(8).map(|name| super::text::short(name)).collect();
            let rest = names.len().saturating_sub(8);
            if rest > 0 { say::and_more(some.join(", "), rest) } else { words::list(&some) }
        };
        for (names, sentence) in [
            (&self.new_creators, say::new_creators as fn(String) -> String),
            (&self.new_brands, say::new_brands as fn(String) -> String),
            (&self.new_products, say::new_products as fn(String) -> String),
            (&self.unknown_columns, say::unknown_columns as fn(String) -> String),
        ] {
            if !names.is_empty() {
                lines.push(sentence(quoted(names)));
            }
        }
        for (count, sentence) in [
            (self.ideas, say::became_ideas as fn(String) -> String),
            (self.unchanged, say::unchanged),
            (self.skipped, say::skipped),
            (self.left_out, say::left_out),
            (self.waiting, say::waiting),
            (self.carried, say::carried),
            (self.untitled, say::untitled),
            (self.above, say::above),
            (self.headings, say::headings),
            (self.repeated, say::repeated),
            (self.bare, say::bare),
            (self.empty, say::empty),
        ] {
            if count > 0 {
                lines.push(sentence(rows_of(count)));
            }
        }
        if self.open > 0 {
            lines.push(say::open_cells(words::count(i64::try_from(self.open).unwrap_or(i64::MAX), "cell", "cells")));
        }
        lines
    }
}
