//! An agency's own rules: thresholds, what rules weigh, words, and which rules run. Kept in a file of its own, or in a plan.

use super::record::record;
use super::{RuleOff, Settings};

record! {
    /// Words that an agency takes for the same.
    pub struct Same {
        /// The words, the one to show first.
        list words: Vec<String>,
    }
}

record! {
    /// Labels of one market beyond those of the table.
    pub struct MarketLabels {
        /// The market as the table calls it: `UK`.
        must market: String,
        /// Accepted, too.
        list accepted: Vec<String>,
        /// Too vague, too.
        list too_vague: Vec<String>,
    }
}

record! {
    /// An agency's words.
    #[derive(Default)]
    pub struct Vocabulary {
        /// Values under several names: craft, craftsmanship, made by hand.
        list values: Vec<Same>,
        /// Topics and product categories under several names: gambling, betting.
        list topics: Vec<Same>,
        /// Labels, market by market.
        list labels: Vec<MarketLabels>,
    }
}

record! {
    /// An agency's own rules.
    pub struct House {
        /// Whose they are; shown wherever one of them decides something.
        must name: String,
        /// Thresholds, which rules run, and what they weigh.
        has settings: Settings,
        /// Words.
        has vocabulary: Vocabulary,
        /// Rules that are turned off for every plan of the agency.
        list rules_off: Vec<RuleOff>,
    }
}

/// Which words say the same to an agency; without rules of its own only those that are equal.
#[derive(Clone, Copy, Debug, Default)]
pub struct Synonyms<'a>(Option<&'a Vocabulary>);

impl<'a> Synonyms<'a> {
    /// Those of an agency.
    #[must_use]
    pub fn of(house: Option<&'a House>) -> Self {
        Self(house.map(|house| &house.vocabulary))
    }

    /// Whether two words are one value: equal, or listed as the same.
    #[must_use]
    pub fn value(self, a: &str, b: &str) -> bool {
        same_word(a, b) || self.0.is_some_and(|words| listed(&words.values, a, b))
    }

    /// Whether two words are one topic, or one category of products.
    #[must_use]
    pub fn topic(self, a: &str, b: &str) -> bool {
        same_word(a, b) || self.0.is_some_and(|words| listed(&words.topics, a, b))
    }
}

fn listed(all: &[Same], a: &str, b: &str) -> bool {
    all.iter().any(|same| [a, b].iter().all(|word| same.words.iter().any(|known| same_word(known, word))))
}

/// The same word, whatever its case and the blanks around it. Most words are plain ASCII and need no copy to compare.
#[must_use]
pub fn same_word(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (a, b) = (trimmed(a), trimmed(b));
    if a.is_ascii() && b.is_ascii() { a.eq_ignore_ascii_case(b) } else { a.to_lowercase() == b.to_lowercase() }
}

/// A text without blanks around it. Most have none, and that can be seen at both ends.
#[must_use]
pub fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}
