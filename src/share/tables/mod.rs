//! What the sections of a plan that are made of tables say, for every format that has them: which rows, in which order, in
//! which words. Decks add where it stands on their pages, pages in a browser and texts their markup.
//!
//! A column in which no row says anything is left out, and how much of it is not decided yet is said once, in the line below
//! the title. Nothing here knows how it is drawn or escaped.

pub(super) mod budget;
pub(super) mod calendar;
pub(super) mod compared;
pub(super) mod deliverables;
pub(super) mod disclosure;
pub(super) mod glossary;

use std::borrow::Cow;

use super::choice::{Choice, Format, Section};
use super::plan::{Card, LaneView, Plan};
use crate::analysis::Axis;
use crate::analysis::deadlines::{APPROVAL_WORKING_DAYS, DRAFT_DAYS};
use crate::model::{Day, Kind, Years};
use crate::words::{self, deck_tables as say, names};

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
    /// The same in a few words that are read as one.
    Label,
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
    /// Its place among the columns of which some may be left out.
    pub(super) at: usize,
}

impl Head {
    pub(super) const fn word(words: &'static str) -> Self {
        Self { at: 0, words, holds: Holds::Word }
    }

    pub(super) const fn day(words: &'static str) -> Self {
        Self { at: 0, words, holds: Holds::Day }
    }

    pub(super) const fn text(words: &'static str) -> Self {
        Self { at: 0, words, holds: Holds::Text }
    }

    /// Labels of a few words, which are read as one.
    pub(super) const fn label(words: &'static str) -> Self {
        Self { at: 0, words, holds: Holds::Label }
    }

    pub(super) const fn name(words: &'static str) -> Self {
        Self { at: 0, words, holds: Holds::Name }
    }

    const fn number(words: &'static str) -> Self {
        Self { at: 0, words, holds: Holds::Number }
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
            Holds::Label => "text label",
            Holds::Number => "number",
        }
    }
}

/// How a cell is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tone {
    /// As it stands.
    #[default]
    Plain,
    /// What the row is about.
    Strong,
    /// Sums that are not added up, a line each: a deck sets them below each other, others have them in a sentence.
    Lines,
    /// Why there is nothing to say.
    Quiet,
    /// Something is still to be decided; a column that says nothing else is left out.
    Open,
    /// A kind of moment.
    Kind(Kind),
    /// Nothing is there that could be: a deck draws a dash, a page would only have it read aloud.
    Nothing,
}

/// A cell of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    /// What it says.
    pub(super) text: String,
    /// How that is meant.
    pub(super) tone: Tone,
}

impl Cell {
    fn of(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone }
    }

    fn kind(kind: Kind) -> Self {
        Self::of(names::kind(kind.key()), Tone::Kind(kind))
    }

    /// A text that may not be there.
    fn some(text: Option<impl Into<String>>) -> Self {
        text.map_or_else(|| Self::of("", Tone::Nothing), |text| Self::of(text, Tone::Plain))
    }

    fn in_one_line(&self) -> Cow<'_, str> {
        match self.tone {
            Tone::Lines => words::list(&self.text.lines().collect::<Vec<_>>()).into(),
            _ => self.text.as_str().into(),
        }
    }

    fn says(&self) -> bool {
        self.tone != Tone::Open && !self.text.trim().is_empty()
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::of(text, Tone::Plain)
    }
}

/// A table: as many cells a row as it has columns.
pub(super) struct Table {
    /// What it lists.
    pub(super) summary: String,
    /// Its columns.
    pub(super) heads: Vec<Head>,
    /// Its rows.
    pub(super) rows: Vec<Vec<Cell>>,
    /// Whether the last row is a sum.
    pub(super) has_sum: bool,
}

impl Table {
    /// The table without the columns in which nothing stands.
    pub(super) fn new<C: Into<Cell>>(summary: impl Into<String>, mut heads: Vec<Head>, rows: Vec<Vec<C>>) -> Self {
        let mut rows: Vec<Vec<Cell>> = rows.into_iter().map(|row| row.into_iter().map(Into::into).collect()).collect();
        (0..).zip(&mut heads).for_each(|(at, head)| head.at = at);
        heads.retain(|head| rows.iter().any(|row| row.get(head.at).is_some_and(Cell::says)));
        for row in &mut rows {
            let mut at = 0..;
            row.retain(|_| at.next().is_some_and(|at| heads.iter().any(|head| head.at == at)));
        }
        Self { summary: summary.into(), heads, rows, has_sum: false }
    }

    /// The same with a sum as its last row.
    fn with_sum(self) -> Self {
        Self { has_sum: true, ..self }
    }

    /// The cells of a row, each with its column.
    pub(super) fn cells<'a>(&'a self, row: &'a [Cell]) -> impl Iterator<Item = (&'a Head, Cow<'a, str>)> {
        self.heads.iter().zip(row.iter().map(Cell::in_one_line))
    }

    /// The same, each with the class that its cell has on a page.
    pub(super) fn cells_with_class<'a>(
        &'a self,
        row: &'a [Cell],
    ) -> impl Iterator<Item = (&'a Head, Cow<'a, str>, &'static str)> {
        let weight = |cell: &Cell| if cell.tone == Tone::Strong { " strong" } else { "" };
        self.cells(row).zip(row).map(move |((head, text), cell)| (head, text, weight(cell)))
    }
}

/// The section, where it is wanted and has something to say; none as well for sections that are not made of tables.
pub(super) fn chapter(plan: &Plan, choice: &Choice, section: Section) -> Option<Chapter> {
    if !choice.has(section) {
        return None;
    }
    match section {
        Section::Comparison => compared::chapter(plan),
        // Where the deliverables are not in, the days on which something is due stand in the calendar.
        Section::Calendar => calendar::chapter(plan, !choice.has(Section::Deliverables)),
        Section::Deliverables => deliverables::chapter(plan),
        Section::Disclosure => disclosure::chapter(plan),
        Section::Budget => budget::chapter(plan),
        // The drawing of a page names every band at its edge.
        Section::Glossary => glossary::chapter(plan, choice.format == Format::Html),
        _ => None,
    }
}

/// Whose a card is; nothing where all of them are of one lane.
fn whose(cards: &[(&LaneView, &Card)]) -> impl Fn(&LaneView) -> Cell + use<> {
    let is_one = cards.windows(2).all(|pair| matches!(pair, [(a, _), (b, _)] if std::ptr::eq(*a, *b)));
    move |lane| if is_one { Cell::default() } else { lane.name.as_str().into() }
}

/// What is still open, in a sentence: what it is, for how many, and of how many; none where nothing is.
fn open(all: &[(&str, usize, usize)]) -> Option<String> {
    let some = all.iter().filter(|(_, n, _)| *n > 0);
    let parts: Vec<String> =
        some.map(|(what, n, of)| if n == of { words::inside(what) } else { say::open_of(words::inside(what), n, of) }).collect();
    (!parts.is_empty()).then(|| say::still_open(words::list(&parts)))
}

/// How long before its day a draft of a moment is due, and its approval.
fn ahead() -> (String, String) {
    let approval = match APPROVAL_WORKING_DAYS {
        1 => say::working_day().to_owned(),
        n => say::working_days(n),
    };
    (words::days(DRAFT_DAYS.into()), approval)
}

/// How days are written in a plan.
#[derive(Clone, Copy)]
pub(super) struct Days {
    /// Whether days are days of the calendar, and not counted from one that has no date yet.
    pub(super) on_calendar: bool,
    /// How they are told.
    pub(super) years: Years,
}

impl Days {
    pub(super) fn of(plan: &Plan) -> Self {
        let on_calendar = plan.lasting.as_ref().is_some_and(|lasting| lasting.axis == Axis::Calendar);
        Self { on_calendar, years: plan.years }
    }

    /// The day on which something is due.
    pub(super) fn due(self, day: Option<Day>) -> String {
        day.map_or_else(String::new, |day| self.years.day(day))
    }

    /// The day of a card; in words where it has none of the calendar.
    fn date(self, card: &Card) -> Cell {
        match card.day.filter(|_| self.on_calendar).map(Day::from_number) {
            Some(day) => (if self.years.are_told_of(day) { day.long() } else { day.with_weekday() }).into(),
            None => Cell::of(card.when.as_str(), if card.day.is_some() { Tone::Plain } else { Tone::Quiet }),
        }
    }
}
