//! The texts of a lane as they are searched: one after another in one long text, so that a word is looked for once a lane and
//! not once a field. Made when somebody first searches for a word, and kept as long as the lane stays the same pointer.

use std::sync::Arc;

use memchr::memmem::Finder;

use crate::model::fold::{fold, fold_into};
use crate::model::{Moment, Note};

/// Stands between texts; nobody can type it, so that no word is found across two of them.
const BETWEEN: char = '\u{1}';

/// The words of a search, folded: each has to be found somewhere.
pub(super) fn words(text: &str) -> Vec<String> {
    fold(text).split_whitespace().map(str::to_owned).collect()
}

/// The texts of some moments, or of some notes.
#[derive(Clone, Debug, Default)]
pub(super) struct Haystack {
    text: String,
    /// Where the texts of each of them end.
    ends: Vec<usize>,
}

impl Haystack {
    /// The texts of these moments, in their order.
    pub(super) fn of(moments: &[Arc<Moment>]) -> Self {
        let mut hay = Self { text: String::new(), ends: Vec::with_capacity(moments.len()) };
        for moment in moments {
            each_text(moment, |text| {
                if !text.is_empty() {
                    fold_into(&mut hay.text, text);
                    hay.text.push(BETWEEN);
                }
            });
            hay.ends.push(hay.text.len());
        }
        hay
    }

    /// The texts of these notes, in their order.
    pub(super) fn of_notes(notes: &[Arc<Note>]) -> Self {
        let mut hay = Self { text: String::new(), ends: Vec::with_capacity(notes.len()) };
        for note in notes {
            fold_into(&mut hay.text, &note.text);
            hay.text.push(BETWEEN);
            hay.ends.push(hay.text.len());
        }
        hay
    }

    /// Whether a folded word is found in the texts of the one at that place.
    pub(super) fn has(&self, at: usize, word: &Finder<'_>) -> bool {
        let from = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        let texts = from.zip(self.ends.get(at)).and_then(|(from, end)| self.text.as_bytes().get(from..*end));
        texts.is_some_and(|texts| word.find(texts).is_some())
    }

    /// Marks the moments or notes in whose texts a folded word is found.
    pub(super) fn find(&self, word: &str, found: &mut [bool]) {
        let (mut at, mut from) = (0, 0);
        // Of a large plan this goes through megabytes for each letter that is typed.
        let word = Finder::new(word);
        let text = self.text.as_bytes();
        while let Some(place) = text.get(from..).and_then(|rest| word.find(rest)) {
            let place = from + place;
            at += self.ends.get(at..).unwrap_or_default().partition_point(|end| *end <= place);
            let Some(end) = self.ends.get(at) else { return };
            if let Some(found) = found.get_mut(at) {
                *found = true;
            }
            // Once is enough: on to the next one.
            from = *end;
        }
    }
}

/// Every text of a moment that somebody may remember it by.
fn each_text(moment: &Moment, mut put: impl FnMut(&str)) {
    put(&moment.title);
    let texts = [
        &moment.hook,
        &moment.notes,
        &moment.shared_value,
        &moment.owner,
        &moment.must_say,
        &moment.proof,
        &moment.disclosure.text,
    ];
    for text in texts.into_iter().flatten() {
        put(text);
    }
    for text in moment.links.iter().chain(&moment.kpis) {
        put(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, MomentId};

    #[test]
    fn a_word_is_found_in_the_moments_that_have_it() {
        let moment = |id: &str, title: &str, hook: &str, link: &str| {
            let mut moment = Moment::new(MomentId::parse(id).expect("an id"), Kind::Values, title);
            moment.hook = (!hook.is_empty()).then(|| hook.to_owned());
            moment.links = vec![link.to_owned()];
            Arc::new(moment)
        };
        let moments = [
            moment("a", "Café at night", "TOBI20 inside", ""),
            moment("b", "", "", "https://example.com/Fjell"),
            moment("c", "night night", "", ""),
        ];
        let hay = Haystack::of(&moments);
        let found = |word: &str| {
            let mut found = [false; 3];
            for word in words(word) {
                hay.find(&word, &mut found);
            }
            found
        };
        assert_eq!(found("NIGHT"), [true, false, true]);
        assert_eq!(found("cafe"), [true, false, false]);
        assert_eq!(found("fjéll"), [false, true, false]);
        assert_eq!(found("tobi20"), [true, false, false]);
        assert_eq!(found("nighttobi"), [false; 3], "never across two texts");
        assert_eq!(found(""), [false; 3]);
    }
}
