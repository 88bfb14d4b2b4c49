//! What the sections of a plan that are made of tables say, for formats without pages: a page in a browser and a text.
//!
//! A column in which no row says anything is left out, and a cell that has nothing to say is empty: what is not decided yet is
//! said once, in a sentence below. Nothing here knows how it is drawn or escaped.

mod budget;
mod calendar;
mod deliverables;
mod disclosure;
mod glossary;

use super::choice::{Choice, Section};
use super::deck::told;
use super::plan::{Card, LaneView, Plan, Reader};
use crate::model::Day;

/// A section.
pub(super) struct Chapter {
    /// Which one it is.
    pub(super) section: Section,
    /// What it is called.
    pub(super) name: &'static str,
    /// What it says, in a sentence.
    pub(super) title: String,
    /// What is to be known before one reads on; empty when there is nothing.
    pub(super) line: String,
    /// What it is made of, from top to bottom.
    pub(super) parts: Vec<Part>,
}

/// A part of a section.
pub(super) enum Part {
    /// A heading.
    Heading(&'static str),
    /// A paragraph.
    Text(String),
    /// Short texts, one below the other.
    List(Vec<String>),
    /// A table.
    Table(Table),
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// A few words of ours, which stay on one line.
    Word,
    /// A day, or something else that is short most of the time.
    Day,
    /// What somebody wrote.
    Text,
    /// What the row is found by.
    Name,
    /// Numbers, which stand below each other by their last digit.
    Number,
}

/// A column of a table.
#[derive(Clone, Copy)]
pub(super) struct Head {
    /// Its heading.
    pub(super) words: &'static str,
    /// What its cells are.
    pub(super) holds: Holds,
}

impl Head {
    pub(super) const fn word(words: &'static str) -> Self {
        Self { words, holds: Holds::Word }
    }

    pub(super) const fn day(words: &'static str) -> Self {
        Self { words, holds: Holds::Day }
    }

    pub(super) const fn text(words: &'static str) -> Self {
        Self { words, holds: Holds::Text }
    }

    pub(super) const fn name(words: &'static str) -> Self {
        Self { words, holds: Holds::Name }
    }

    const fn number(words: &'static str) -> Self {
        Self { words, holds: Holds::Number }
    }

    /// Whether its cells name the row.
    pub(super) fn is_name(&self) -> bool {
        self.holds == Holds::Name
    }

    /// Whether its cells are numbers.
    pub(super) fn is_number(&self) -> bool {
        self.holds == Holds::Number
    }

    /// What its cells are, as a class of a page.
    pub(super) const fn class(&self) -> &'static str {
        match self.holds {
            Holds::Word => "word",
            Holds::Day => "day",
            Holds::Text | Holds::Name => "text",
            Holds::Number => "number",
        }
    }
}

/// A table: as many texts a row as it has columns.
pub(super) struct Table {
    /// What it lists.
    pub(super) summary: String,
    /// Its columns.
    pub(super) heads: Vec<Head>,
    /// Its rows.
    pub(super) rows: Vec<Vec<String>>,
    /// Whether the last row is a sum.
    pub(super) has_sum: bool,
}

impl Table {
    /// The table without the columns in which nothing stands.
    pub(super) fn new(summary: impl Into<String>, heads: Vec<Head>, rows: Vec<Vec<String>>) -> Self {
        let says = |at: usize| rows.iter().any(|row| row.get(at).is_some_and(|text| !text.trim().is_empty()));
        let kept: Vec<bool> = (0..heads.len()).map(says).collect();
        let keep = |at: usize| kept.get(at).copied().unwrap_or_default();
        let rows = rows
            .into_iter()
            .map(|row| row.into_iter().enumerate().filter(|(at, _)| keep(*at)).map(|(_, text)| text).collect())
            .collect();
        let heads = heads.into_iter().enumerate().filter(|(at, _)| keep(*at)).map(|(_, head)| head).collect();
        Self { summary: summary.into(), heads, rows, has_sum: false }
    }

    /// The same with a sum as its last row.
    fn with_sum(self) -> Self {
        Self { has_sum: true, ..self }
    }

    /// The cells of a row, each with its column.
    pub(super) fn cells<'a>(&'a self, row: &'a [String]) -> impl Iterator<Item = (&'a Head, &'a str)> {
        self.heads.iter().zip(row.iter().map(String::as_str))
    }
}

/// The section, where it is wanted and has something to say; none as well for sections that are not made of tables.
pub(super) fn chapter(plan: &Plan, choice: &Choice, section: Section) -> Option<Chapter> {
    if !choice.has(section) {
        return None;
    }
    match section {
        Section::Calendar => calendar::chapter(plan, choice),
        Section::Deliverables => deliverables::chapter(plan),
        Section::Disclosure => disclosure::chapter(plan),
        Section::Budget => budget::chapter(plan),
        Section::Glossary => glossary::chapter(plan, choice),
        _ => None,
    }
}

/// Every card with its lane, in the order of the plan.
fn cards(plan: &Plan) -> impl Iterator<Item = (&LaneView, &Card)> {
    plan.lanes.iter().flat_map(|lane| lane.cards.iter().map(move |card| (lane, card)))
}

/// Whose a card is; nothing where all of them are one creator's, who knows.
fn whose(plan: &Plan, lane: &LaneView) -> String {
    if matches!(plan.reader, Reader::Creator(_)) { String::new() } else { lane.name.clone() }
}

/// How days are written in a plan: looked up once, because it takes a look at every card.
#[derive(Clone, Copy)]
pub(super) struct Days {
    /// Whether days are days of the calendar, and not counted from one that has no date.
    on_calendar: bool,
    /// Whether the year has to be said.
    with_year: bool,
}

impl Days {
    pub(super) fn of(plan: &Plan) -> Self {
        let (on_calendar, with_year) = told::calendar_and_years(plan);
        Self { on_calendar, with_year }
    }

    /// The day on which something is due.
    pub(super) fn due(self, day: Option<Day>) -> String {
        day.map_or_else(String::new, |day| if self.with_year { day.long() } else { day.short() })
    }
}
