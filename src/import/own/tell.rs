//! What our own table would do, in sentences.

use super::super::preview::{Change, Line};
use super::super::proposal::{Counts, Proposal};
use super::super::text::short;
use crate::model::columns::OwnSheet;
use crate::words::{self, table as says};

/// Longest text of a cell in a change, in characters.
const LONGEST: usize = 80;
/// Most names that are told; the rest is counted.
const MOST_NAMES: usize = 8;

impl Proposal {
    /// How much has to be answered before anything can be done.
    #[must_use]
    pub fn open(&self) -> usize {
        self.questions.len() + self.unsure().count()
    }

    /// Why a sheet of our own cannot be brought in, and which one can.
    #[must_use]
    pub fn refusal(&self) -> Option<String> {
        let sheet = self.own.filter(|sheet| *sheet != OwnSheet::Moments)?;
        Some(says::made_from_moments(sheet.name(), OwnSheet::Moments.name()))
    }
}

impl Change {
    /// “Fee: 1200.00 → 1500.00”, each text on one line and as long as it can be read.
    #[must_use]
    pub fn sentence(&self) -> String {
        says::change(self.column, shown(&self.was), shown(&self.now))
    }
}

impl Line {
    /// “Why I run”: Fee: 1200.00 → 1500.00; Owner: nothing → Lena.
    #[must_use]
    pub fn sentence(&self) -> String {
        let changes: Vec<String> = self.changes.iter().map(Change::sentence).collect();
        says::changed(short(&self.title), changes.join("; "))
    }
}

/// The text of a cell on one line.
fn shown(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return says::nothing().to_owned();
    }
    if line.chars().count() <= LONGEST {
        return line;
    }
    let start: String = line.chars().take(LONGEST - 1).collect();
    format!("{start}…")
}

impl Counts {
    /// What only our own table can say, or leave open.
    pub(in crate::import) fn own_lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(day) = self.day_zero {
            lines.push(says::zero_is(day.long()));
        }
        if self.handles > 0 {
            lines.push(says::handles(words::creators(self.handles)));
        }
        if self.absent > 0 {
            let moments = words::moments(self.absent);
            lines.push(if self.absent == 1 { says::absent_one(moments) } else { says::absent(moments) });
        }
        if !self.pictures.is_empty() {
            let some: Vec<String> = self.pictures.iter().take(MOST_NAMES).map(|name| short(name)).collect();
            let rest = self.pictures.len().saturating_sub(MOST_NAMES);
            let names = if rest > 0 { words::import::and_more(some.join(", "), rest) } else { words::list(&some) };
            lines.push(says::pictures(names));
        }
        lines
    }
}
