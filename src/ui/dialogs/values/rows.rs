//! The words of three lists in rows: what they have in common stands in one.

use crate::model::{Synonyms, ValueLink};
use crate::words::inspect as say;

/// Whose list a value stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The creator's.
    Creator,
    /// The brand's.
    Brand,
    /// The audience's, as the plan assumes it.
    Audience,
}

impl Side {
    pub(super) const ALL: [Self; 3] = [Self::Creator, Self::Brand, Self::Audience];
}

/// A row: the words that stand for one value, one a side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValueRow {
    /// The creator's word, the brand's, the audience's.
    pub words: [Option<String>; 3],
    /// Two different words were noted as the same.
    pub linked: bool,
}

impl ValueRow {
    /// On how many sides it stands.
    #[must_use]
    pub fn sides(&self) -> usize {
        self.words.iter().flatten().count()
    }

    /// Whether creator and brand have it in common.
    #[must_use]
    pub fn common(&self) -> bool {
        matches!(self.words, [Some(_), Some(_), _])
    }

    pub(super) fn verdict(&self) -> &'static str {
        match (self.sides(), self.common()) {
            (3, _) => say::all_three(),
            (2, true) => say::creator_and_brand(),
            (2, false) => say::with_audience(),
            _ => say::only_one(),
        }
    }
}

/// The rows of three lists: what most sides have comes first, and each keeps the order of its list. `words` say which two are
/// one value.
#[must_use]
pub fn value_rows(words: Synonyms<'_>, [creator, brand, audience]: [&[String]; 3], links: &[ValueLink]) -> Vec<ValueRow> {
    let mut rows: Vec<ValueRow> = Vec::new();
    for word in creator {
        rows.push(ValueRow { words: [Some(word.clone()), None, None], linked: false });
    }
    for word in brand {
        let free = |row: &&mut ValueRow| row.words[1].is_none();
        let equal = |row: &ValueRow| row.words[0].as_deref().is_some_and(|other| words.value(other, word));
        let link = |row: &ValueRow| {
            let own = row.words[0].as_deref().unwrap_or_default();
            links.iter().any(|link| words.value(&link.brand, word) && words.value(&link.creator, own))
        };
        if let Some(row) = rows.iter_mut().filter(free).find(|row| equal(row)) {
            row.words[1] = Some(word.clone());
        } else if let Some(row) = rows.iter_mut().filter(free).find(|row| link(row)) {
            row.words[1] = Some(word.clone());
            row.linked = true;
        } else {
            rows.push(ValueRow { words: [None, Some(word.clone()), None], linked: false });
        }
    }
    for word in audience {
        let equal = |row: &ValueRow| row.words[..2].iter().flatten().any(|other| words.value(other, word));
        if let Some(row) = rows.iter_mut().filter(|row| row.words[2].is_none()).find(|row| equal(row)) {
            row.words[2] = Some(word.clone());
        } else {
            rows.push(ValueRow { words: [None, None, Some(word.clone())], linked: false });
        }
    }
    // A stable sort: within the same standing the lists' own order stays.
    rows.sort_by_key(|row| (std::cmp::Reverse(row.sides()), !row.common()));
    rows
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::model::{House, Same, Settings, Unknown, Vocabulary};

    fn list(words: &str) -> Vec<String> {
        words.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
    }

    fn rows(creator: &str, brand: &str, audience: &str, links: &[(&str, &str)]) -> Vec<String> {
        rows_of(None, creator, brand, audience, links)
    }

    fn rows_of(house: Option<&House>, creator: &str, brand: &str, audience: &str, links: &[(&str, &str)]) -> Vec<String> {
        let link = |(creator, brand): &(&str, &str)| ValueLink {
            creator: (*creator).to_owned(),
            brand: (*brand).to_owned(),
            unknown: Unknown::default(),
        };
        let links: Vec<ValueLink> = links.iter().map(link).collect();
        let rows = value_rows(Synonyms::of(house), [&list(creator), &list(brand), &list(audience)], &links);
        let word = |word: &Option<String>| word.clone().unwrap_or_else(|| "-".to_owned());
        rows.iter().map(|row| row.words.iter().map(word).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn what_is_common_stands_in_one_row_and_first() {
        assert_eq!(rows("craft humour", "speed Craft", "craft speed", &[]), ["craft Craft craft", "- speed speed", "humour - -"]);
        assert_eq!(rows("craft", "making", "", &[("craft", "making")]), ["craft making -"]);
        assert_eq!(rows("craft", "making", "", &[]), ["craft - -", "- making -"]);
        assert!(rows("", "", "", &[]).is_empty());
    }

    #[test]
    fn words_that_an_agency_takes_for_the_same_stand_in_one_row() {
        let same = Same { words: list("craft making"), unknown: Unknown::default() };
        let vocabulary = Vocabulary { values: vec![same], ..Vocabulary::default() };
        let (settings, rules_off, unknown) = (Settings::default(), Vec::new(), Unknown::default());
        let house = House { name: "Northlight".to_owned(), settings, vocabulary, rules_off, unknown };
        assert_eq!(rows_of(Some(&house), "craft", "Making", "making", &[]), ["craft Making making"]);
        assert_eq!(rows_of(Some(&house), "craft", "speed", "", &[]), ["craft - -", "- speed -"]);
    }

    #[test]
    fn no_word_is_lost_or_shown_twice() {
        let all = rows("a a b", "a b c", "c c a", &[("b", "c"), ("a", "c")]);
        let mut words: Vec<&str> = all.iter().flat_map(|row| row.split(' ')).filter(|word| *word != "-").collect();
        words.sort_unstable();
        let known: HashSet<&str> = words.iter().copied().collect();
        assert_eq!((words.len(), known.len()), (9, 3));
    }
}
