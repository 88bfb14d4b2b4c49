//! A label, and a text that may hold one. Compared as a whole, whatever the case, with or without `#`, blanks and accents:
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
    /// Whether the name of the brand is part of it.
    branded: bool,
}

impl PartialEq for Label {
    fn eq(&self, other: &Self) -> bool {
        self.folded == other.folded
    }
}

impl From<String> for Label {
    fn from(shown: String) -> Self {
        let parts: Vec<String> = shown.split("{brand}").map(Self::fold).collect();
        Self { branded: parts.len() > 1, folded: parts.join(BRAND.encode_utf8(&mut [0; 4])), shown }
    }
}

/// A label, or a text, without anything that makes no difference: its case, signs, blanks and accents.
#[must_use]
pub fn fold_label(text: &str) -> String {
    Label::fold(text)
}

impl Label {
    /// As it is written.
    pub(super) fn shown(&self) -> &str {
        &self.shown
    }

    /// Whether the name of the brand is part of it.
    pub(super) fn names_brand(&self) -> bool {
        self.branded
    }

    /// A text without anything that makes no difference.
    pub(super) fn fold(text: &str) -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(folded).collect()
    }

    /// What is left of a folded text that begins with this label.
    fn eat<'t>(&self, text: &'t str, brand: &str) -> Option<&'t str> {
        if !self.branded {
            return text.strip_prefix(self.folded.as_str());
        }
        if brand.is_empty() {
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

/// A letter without what makes no difference: its case, its width, its accent.
fn folded(letter: char) -> impl Iterator<Item = char> {
    // Letters as wide as an ideograph stand in the order of ASCII.
    let narrow = match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    };
    narrow.to_lowercase().map(plain)
}

/// A small letter without its accent, as hashtags and capitals are often written.
const fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ő' | 'ø' => 'o',
        'ś' | 'š' | 'ș' => 's',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        _ => letter,
    }
}

/// Whether a sign ends a word. Accents that stand apart from their letter and marks of the direction of writing do not.
fn parts(sign: char) -> bool {
    let unseen = matches!(sign, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}');
    !sign.is_alphanumeric() && !unseen
}

/// Words that turn a label after them into its opposite.
const DENIALS: [&str; 15] = [
    "no",
    "not",
    "isnt",
    "non",
    "never",
    "without",
    "unpaid",
    "kein",
    "keine",
    "nicht",
    "ohne",
    "unbezahlt",
    "unbezahlte",
    "pas",
    "sans",
];

/// Words that may stand between such a word and the label.
const BETWEEN: [&str; 9] = ["a", "an", "any", "paid", "bezahlte", "une", "un", "de", "t"];

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
        for word in text.split(parts).map(Label::fold).filter(|word| !word.is_empty()) {
            written.starts.push(written.folded.len());
            written.folded.push_str(&word);
        }
        written
    }

    /// Whether a label stands in it, from the beginning of one word to the end of one, and no word takes it back. `brand` is
    /// the folded name of the brand.
    pub(super) fn has(&self, label: &Label, brand: &str) -> bool {
        self.places(label, brand).any(|place| !self.is_denied(place))
    }

    /// Whether a label stands in it after a word that turns it into its opposite: "not an ad".
    pub(super) fn denies(&self, label: &Label, brand: &str) -> bool {
        self.places(label, brand).any(|place| self.is_denied(place))
    }

    /// The words with which a label begins, each with the word after the label; none at the end of the text.
    fn places(&self, label: &Label, brand: &str) -> impl Iterator<Item = (usize, Option<usize>)> {
        self.starts.iter().enumerate().filter_map(move |(at, start)| {
            let left = self.folded.get(*start..).and_then(|text| label.eat(text, brand))?;
            let after = self.starts.binary_search(&(self.folded.len() - left.len())).ok();
            (left.is_empty() || after.is_some()).then_some((at, after))
        })
    }

    fn is_denied(&self, (at, after): (usize, Option<usize>)) -> bool {
        if after.is_some_and(|after| self.word(after) == "free") {
            return true;
        }
        let before = (0..at).rev().map(|at| self.word(at)).find(|word| !BETWEEN.contains(word));
        before.is_some_and(|word| DENIALS.contains(&word) || word == "isn")
    }

    fn word(&self, at: usize) -> &str {
        let (from, to) = (self.starts.get(at), self.starts.get(at + 1).copied().unwrap_or(self.folded.len()));
        from.and_then(|from| self.folded.get(*from..to)).unwrap_or_default()
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
            ("#publicite", "Publicité"),
            ("Publicite\u{301}", "Publicité"),
            ("#Ad.", "Ad"),
            ("Ad:", "Ad"),
            ("📢Ad🎉", "Ad"),
            ("＃ＡＤ", "Ad"),
            ("\u{202b}#\u{200f}ad\u{202c} إعلان", "Ad"),
            ("Werbung | Publicité | Ad", "Publicité"),
            ("No makeup. Just me and an ad", "Ad"),
            ("Not an ad for me alone, but an ad", "Ad"),
        ] {
            assert!(has(text, label), "{label} stands in {text}");
        }
        for (text, label) in [
            ("#adventure", "Ad"),
            ("Trailhead", "Ad"),
            ("unpaid partnership", "Paid partnership"),
            ("#partner", "{brand} partner"),
            ("", "Ad"),
            ("#Adidas", "Ad"),
            ("#nopartner", "Partner"),
            ("إعلان", "Ad"),
        ] {
            assert!(!has(text, label), "{label} does not stand in {text}");
        }
        for (text, label) in [
            ("This is not an ad", "Ad"),
            ("No ad", "Ad"),
            ("ad-free", "Ad"),
            ("This isn’t a paid ad", "Ad"),
            ("Unbezahlte Werbung", "Werbung"),
            ("keine Werbung", "Werbung"),
            ("pas de publicité", "Publicité"),
        ] {
            assert!(!has(text, label), "{label} is taken back in {text}");
            assert!(Written::of(text).denies(&Label::from(label.to_owned()), ""), "{text}");
        }
        assert!(!Written::of("#partner").has(&Label::from("{brand} partner".to_owned()), ""), "a brand without a name");
        assert!(Written::of("Paid Partnership").is(&Label::from("Paid partnership".to_owned()), ""));
        assert!(!Written::of("Ad, paid partnership").is(&Label::from("Paid partnership".to_owned()), ""));
    }
}
