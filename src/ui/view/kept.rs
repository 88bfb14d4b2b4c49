//! What views keep of how they show a plan, from one session to the next.

use std::collections::BTreeMap;

/// Words and numbers under names that begin with the view's own: `board.zoom`, `table.sort`.
///
/// It may have been written by another version, or by nobody who knew the plan as it is now: whoever reads it takes what
/// makes sense and leaves the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    words: BTreeMap<String, String>,
}

impl Kept {
    /// What was kept.
    #[must_use]
    pub fn of(words: BTreeMap<String, String>) -> Self {
        Self { words }
    }

    /// All of it, to be kept.
    #[must_use]
    pub fn into_words(self) -> BTreeMap<String, String> {
        self.words
    }

    /// Keeps a word; an empty one is none.
    pub fn set_word(&mut self, name: &str, word: impl Into<String>) {
        let word = word.into();
        if word.is_empty() {
            self.words.remove(name);
        } else {
            self.words.insert(name.to_owned(), word);
        }
    }

    /// Keeps a number; what is none is not kept.
    pub fn set_number(&mut self, name: &str, number: f64) {
        self.set_word(name, if number.is_finite() { number.to_string() } else { String::new() });
    }

    /// The word of that name.
    #[must_use]
    pub fn word(&self, name: &str) -> Option<&str> {
        self.words.get(name).map(String::as_str)
    }

    /// The number of that name.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<f64> {
        self.word(name)?.parse().ok().filter(|number: &f64| number.is_finite())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_is_none() {
        let mut kept = Kept::default();
        kept.set_number("board.zoom", 12.5);
        kept.set_number("board.day", f64::NAN);
        kept.set_word("table.sort", "date");
        kept.set_word("table.group", "");
        let kept = Kept::of(kept.into_words());
        assert_eq!((kept.number("board.zoom"), kept.number("board.day")), (Some(12.5), None));
        assert_eq!((kept.word("table.sort"), kept.word("table.group")), (Some("date"), None));
        assert_eq!(kept.number("table.sort"), None);
        assert_eq!(Kept::of([("a".to_owned(), "inf".to_owned())].into()).number("a"), None);
    }
}
