//! Days that a search names as they are written in the window: "7 Sep", "Sep 7", "09-07", with or without the year and the weekday.
//! Never knows a plan, nor what else a word may stand for.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use crate::model::Day;
use crate::model::fold::fold;

/// Most words of a search that are looked at: a day has four.
const MOST: usize = 12;
/// Most words of a day.
const WORDS: usize = 4;

/// The words of a search that may be days, several together.
#[derive(Debug, Default)]
pub(super) struct SaidDays {
    /// Words that follow each other, by their places, and how they read together.
    runs: Vec<(Range<usize>, String)>,
    /// The places of the words that are a day, by the day: many moments are on the same one.
    known: RefCell<HashMap<Day, Vec<usize>>>,
}

impl SaidDays {
    /// What of these folded words may be a day. A number alone is none: it stands in titles, codes and amounts.
    pub(super) fn of(words: &[String]) -> Self {
        let words: Vec<&str> = words.iter().take(MOST).map(|word| plain(word)).collect();
        let mut runs = Vec::new();
        for from in 0..words.len() {
            for to in from + 1..=words.len().min(from + WORDS) {
                let Some(run) = words.get(from..to).map(|run| run.join(" ")) else { continue };
                let is_parted = run.contains(|c: char| !c.is_alphanumeric());
                if is_parted && run.contains(|c: char| c.is_ascii_digit()) {
                    runs.push((from..to, run));
                }
            }
        }
        Self { runs, known: RefCell::default() }
    }

    /// Whether none of the words can be a day.
    pub(super) fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Whether the word at that place is part of how a day is written.
    pub(super) fn name(&self, day: Day, word: usize) -> bool {
        if self.is_empty() {
            return false;
        }
        let mut known = self.known.borrow_mut();
        known.entry(day).or_insert_with(|| self.places(day)).contains(&word)
    }

    fn places(&self, day: Day) -> Vec<usize> {
        let texts = [day.short(), day.in_full()].map(|text| {
            let folded = fold(&text);
            folded.split_whitespace().map(plain).collect::<Vec<_>>().join(" ")
        });
        let named = self.runs.iter().filter(|(_, run)| texts.iter().any(|text| has(text, run)));
        named.flat_map(|(places, _)| places.clone()).collect()
    }
}

/// A word without what only parts it from the next one: "7." and "Sep," are written in one form, and typed in none.
fn plain(word: &str) -> &str {
    word.trim_matches(['.', ','])
}

/// Whether a text has a run of words from the beginning of a word on; a number has to end where the typed one does, and a word may go on.
fn has(text: &str, run: &str) -> bool {
    let ends_in_number = run.ends_with(|c: char| c.is_ascii_digit());
    text.match_indices(run).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + run.len()..).and_then(|after| after.chars().next());
        before.is_none_or(|before| before == ' ') && !(ends_in_number && after.is_some_and(|after| after.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fold::fold;

    fn is_named(search: &str, day: Day) -> bool {
        let words: Vec<String> = fold(search).split_whitespace().map(str::to_owned).collect();
        let said = SaidDays::of(&words);
        (0..words.len()).all(|at| said.name(day, at))
    }

    #[test]
    fn a_day_is_named_by_its_words_together_and_by_no_number_alone() {
        let day = Day::new(2027, 9, 7).unwrap();
        for search in ["7 Sep", "7 se", "tue 7 sep", "7 sep 2027", "sep 2027", "Tue 7 Sep 2027", "7. Sep."] {
            assert!(is_named(search, day), "{search}");
        }
        for search in ["7", "sep", "17 sep", "7 oct", "sep 7", "2027", "7 sep x", "sep 202"] {
            assert!(!is_named(search, day), "{search}");
        }
        assert!(!is_named("7 sep", Day::new(2027, 9, 17).unwrap()));
    }
}
