//! A label, and a text that may hold one. Compared as a whole, whatever the case, with or without `#` and blanks:
//! `#adventure` is not `#ad`, and `#paidpartnership` is "Paid partnership".

use serde::Deserialize;

/// Where the name of the brand stands in a folded label.
const BRAND: char = '\u{1}';

/// A label of the table or of an agency.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "String")]
pub(super) struct Label {
    shown: String,
    folded: String,
}

impl PartialEq for Label {
    fn eq(&self, other: &Self) -> bool {
        self.folded == other.folded
    }
}

impl From<String> for Label {
    fn from(shown: String) -> Self {
        let parts: Vec<String> = shown.split("{brand}").map(Self::fold).collect();
        Self { folded: parts.join(BRAND.encode_utf8(&mut [0; 4])), shown }
    }
}

impl Label {
    /// As it is written.
    pub(super) fn shown(&self) -> &str {
        &self.shown
    }

    /// Whether the name of the brand is part of it.
    pub(super) fn names_brand(&self) -> bool {
        self.folded.contains(BRAND)
    }

    /// A text without anything that makes no difference.
    pub(super) fn fold(text: &str) -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    }

    /// What is left of a folded text that begins with this label.
    fn eat<'t>(&self, text: &'t str, brand: &str) -> Option<&'t str> {
        if brand.is_empty() && self.names_brand() {
            return None;
        }
        let mut rest = text;
        for (at, part) in self.folded.split(BRAND).enumerate() {
            if at > 0 {
                rest = rest.strip_prefix(brand)?;
            }
            rest = rest.strip_prefix(part)?;
        }
        Some(rest)
    }
}

/// A text in which labels are looked for, folded once.
#[derive(Debug, Default)]
pub(super) struct Written {
    folded: String,
    /// Where its words begin.
    starts: Vec<usize>,
}

impl Written {
    /// Folds a text.
    pub(super) fn of(text: &str) -> Self {
        let mut written = Self::default();
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            written.starts.push(written.folded.len());
            written.folded.extend(word.chars().flat_map(char::to_lowercase));
        }
        written
    }

    /// Whether a label stands in it, from the beginning of one word to the end of one. `brand` is the folded name of the brand.
    pub(super) fn has(&self, label: &Label, brand: &str) -> bool {
        self.starts.iter().any(|start| {
            let left = self.folded.get(*start..).and_then(|text| label.eat(text, brand));
            left.is_some_and(|left| left.is_empty() || self.starts.binary_search(&(self.folded.len() - left.len())).is_ok())
        })
    }

    /// Whether it is that label and nothing else.
    pub(super) fn is(&self, label: &Label, brand: &str) -> bool {
        label.eat(&self.folded, brand).is_some_and(str::is_empty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(text: &str, label: &str) -> bool {
        Written::of(text).has(&Label::from(label.to_owned()), "northwind")
    }

    #[test]
    fn labels_are_whole_words_in_any_spelling() {
        for (text, label) in [
            ("#ad", "Ad"),
            ("AD | Trail Jacket", "ad"),
            ("#PaidPartnership", "Paid partnership"),
            ("paid-partnership with Northwind", "Paid partnership"),
            ("#NorthwindPartner", "{brand} partner"),
            ("ANZEIGE: Möwe", "Anzeige"),
            ("PUBLICITÉ", "Publicité"),
        ] {
            assert!(has(text, label), "{label} stands in {text}");
        }
        for (text, label) in [
            ("#adventure", "Ad"),
            ("Trailhead", "Ad"),
            ("unpaid partnership", "Paid partnership"),
            ("#partner", "{brand} partner"),
            ("", "Ad"),
        ] {
            assert!(!has(text, label), "{label} does not stand in {text}");
        }
        assert!(!Written::of("#partner").has(&Label::from("{brand} partner".to_owned()), ""), "a brand without a name");
        assert!(Written::of("Paid Partnership").is(&Label::from("Paid partnership".to_owned()), ""));
        assert!(!Written::of("Ad, paid partnership").is(&Label::from("Paid partnership".to_owned()), ""));
    }
}
