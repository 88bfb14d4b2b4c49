//! What a file holds, in a form that can be looked at before it is written. It is read from the very bytes that are written,
//! so that there is no second truth about what a reader gets; only as far as a person looks.
//!
//! [`markdown`], [`page`] and [`calendar`] read back what this program writes in these formats, and nothing else: they know no
//! other Markdown, web page or calendar, and whatever they do not know they leave out.

mod calendar;
mod markdown;
mod page;

pub use calendar::calendar;
pub use markdown::markdown;
pub use page::page;

use super::encode::shorten;
use crate::model::Day;

/// Most rows of a table, and most blocks beside one another, that are kept.
pub const MOST: usize = 300;
/// Most of a text that is kept, in characters.
const LONGEST: usize = 400;

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Its parts: the sheets of a workbook; of everything else there is one.
    pub parts: Vec<Part>,
}

/// A part of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// What it is called; empty where there is only one.
    pub name: String,
    /// What stands in it, from top to bottom.
    pub blocks: Vec<Block>,
    /// How many blocks more there are.
    pub more: usize,
}

/// Something that stands in a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading, with its level from 1.
    Heading(u8, String),
    /// A paragraph.
    Text(String),
    /// An item of a list: what it is called, where that is said, and its text.
    Item(String, String),
    /// A picture, by the words that stand for it.
    Picture(String),
    /// A table.
    Table(Table),
    /// An entry of a calendar.
    Entry(Entry),
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its headings.
    pub head: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
    /// How many rows more there are.
    pub more: usize,
}

/// An entry of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its day.
    pub day: Day,
    /// From when to when, as the file says it; none for a whole day.
    pub time: Option<String>,
    /// What it is called.
    pub title: String,
    /// What is said about it.
    pub about: String,
}

impl Outline {
    /// A file with one part.
    fn of_one(blocks: Vec<Block>) -> Self {
        Self { parts: vec![Part::new(String::new(), blocks)] }
    }
}

impl Part {
    /// A part, as far as a person looks.
    #[must_use]
    pub fn new(name: String, mut blocks: Vec<Block>) -> Self {
        let more = blocks.len().saturating_sub(MOST);
        blocks.truncate(MOST);
        Self { name, blocks, more }
    }
}

impl Table {
    /// A table, as far as a person looks.
    #[must_use]
    pub fn new(head: Vec<String>, mut rows: Vec<Vec<String>>) -> Self {
        let more = rows.len().saturating_sub(MOST);
        rows.truncate(MOST);
        Self { head, rows, more }
    }
}

/// A text on one line, not longer than anybody reads in a preview.
#[must_use]
pub fn brief(text: &str) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        if line.len() > 4 * LONGEST {
            break;
        }
    }
    shorten(&line, LONGEST)
}
