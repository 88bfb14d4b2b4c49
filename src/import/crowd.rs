//! The people who stand in a table, and whom “all” means.

use std::collections::HashSet;

use super::draft::Draft;
use super::field::Field;
use super::guess::Guess;
use super::people::{People, Several};
use super::plan::{MOST_ASKED, Work};
use super::proposal::Question;
use super::row::{line, plain};
use super::table::Sheet;
use super::text::fold;
use crate::model::{Campaign, MomentId};

/// The text of a cell of names in one line: a name on a line of its own is a name of its own, unless it is told otherwise. What
/// stands in brackets or behind a comma goes on with the line before.
pub(super) fn names(text: &str) -> String {
    let mut joined = String::new();
    for part in plain(text).lines().map(line).filter(|part| !part.is_empty()) {
        let goes_on = part.starts_with(['(', '[', '&', '+', '/', ',']) || joined.ends_with([',', ';', '&', '+', '/', '-']);
        if !joined.is_empty() {
            joined.push_str(if goes_on { " " } else { " / " });
        }
        joined.push_str(&part);
    }
    joined
}

/// The different names in a column, as they are written.
pub(super) fn names_in(sheet: &Sheet, guess: &Guess, at: u16) -> Vec<String> {
    let rows = sheet.rows.iter().filter(|row| guess.header.is_none_or(|header| row.number > header));
    let mut seen: HashSet<String> = HashSet::new();
    rows.filter_map(|row| row.get(at)).map(|value| names(&value.shown())).filter(|name| seen.insert(name.clone())).collect()
}

/// Whom “all” means: everybody in the table who stands there alone, else everybody in the plan.
pub(super) fn everybody(names: &[String], campaign: &Campaign) -> Vec<String> {
    let mut seen: HashSet<String> = HashSet::new();
    let single = |name: &&String| People::is_single(name) && seen.insert(fold(name));
    let written: Vec<String> = names.iter().filter(single).cloned().collect();
    if written.len() > 1 { written } else { campaign.creators.iter().map(|creator| creator.name.clone()).collect() }
}

impl Work<'_> {
    /// Asks whether a cell is several people.
    pub(super) fn ask_people(&mut self, field: Field, text: String, names: Vec<String>, row: u32) {
        self.wait(row);
        // Nobody answers more questions than this.
        if self.questions.len() >= MOST_ASKED {
            return;
        }
        let is_asked = |question: &Question| matches!(question, Question::People { text: other, .. } if *other == text);
        if !self.questions.iter().any(is_asked) {
            let at = self.guess.column(field).or(self.guess.column(Field::Handle)).map_or(0, |column| column.at);
            self.questions.push(Question::People { address: self.sheet.address(at, row), text, names });
        }
    }

    /// Asks who is meant by a word for everybody: each of those who are known, all of them in one lane, or nobody.
    pub(super) fn ask_everybody(&mut self, field: Field, text: String, names: Vec<String>, row: u32) {
        self.wait(row);
        let is_asked = |question: &Question| matches!(question, Question::Everybody { text: other, .. } if *other == text);
        if self.questions.len() < MOST_ASKED && !self.questions.iter().any(is_asked) {
            let at = self.guess.column(field).or(self.guess.column(Field::Handle)).map_or(0, |column| column.at);
            self.questions.push(Question::Everybody { address: self.sheet.address(at, row), text, names });
        }
    }

    /// A row whose creators stand in several columns is a moment of each of them.
    pub(super) fn all_of(&mut self, draft: &Draft, id: Option<MomentId>, row: u32) {
        let mut names: Vec<String> = Vec::new();
        for text in draft.who.iter().chain(&draft.also) {
            let found = match self.people.several(text, &self.written, &self.everybody) {
                Several::One => vec![text.clone()],
                Several::Each(people) => people,
                Several::Everybody(people) => return self.ask_everybody(Field::Creator, text.clone(), people, row),
                Several::Perhaps(people) => return self.ask_people(Field::Creator, text.clone(), people, row),
            };
            for name in found {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        self.each(draft, &names, id, row);
    }
}
