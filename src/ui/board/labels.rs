//! What the lanes call their creators: by first name, and by more of the name where two share the first one.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::Creator;

/// The names that are not just the first one, by the creator's place among the campaign's.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Labels(HashMap<usize, String>);

impl Labels {
    /// Reads the names of all creators; done once whenever one of them changes.
    #[must_use]
    pub fn of(creators: &[Arc<Creator>]) -> Self {
        let mut firsts: HashMap<&str, usize> = HashMap::new();
        for creator in creators {
            *firsts.entry(creator.first_name()).or_default() += 1;
        }
        let shared = |creator: &Creator| firsts.get(creator.first_name()).is_some_and(|count| *count > 1);
        let mut short: HashMap<String, usize> = HashMap::new();
        for creator in creators.iter().filter(|creator| shared(creator)) {
            *short.entry(with_initial(creator)).or_default() += 1;
        }
        let label = |creator: &Creator| {
            let initial = with_initial(creator);
            let alone = short.get(&initial).is_some_and(|count| *count == 1);
            if alone { initial } else { creator.handle.clone().unwrap_or_else(|| creator.name.clone()) }
        };
        let named = creators.iter().enumerate().filter(|(_, creator)| shared(creator));
        Self(named.map(|(at, creator)| (at, label(creator))).collect())
    }

    /// The name of a creator where the first one does not tell them apart.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&str> {
        self.0.get(&at).map(String::as_str)
    }
}

/// "Tobi A."
fn with_initial(creator: &Creator) -> String {
    let mut words = creator.name.split_whitespace();
    let first = words.next().unwrap_or(&creator.name);
    match words.next_back().and_then(|last| last.chars().next()) {
        Some(initial) => format!("{first} {initial}."),
        None => first.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CreatorId, Id};

    fn labels(names: &[(&str, Option<&str>)]) -> Vec<String> {
        let creator = |(at, (name, handle)): (usize, &(&str, Option<&str>))| {
            let mut creator = Creator::new(CreatorId(Id::parse(&format!("c{at}")).unwrap()), *name);
            creator.handle = handle.map(str::to_owned);
            Arc::new(creator)
        };
        let creators: Vec<_> = names.iter().enumerate().map(creator).collect();
        let labels = Labels::of(&creators);
        (0..creators.len()).map(|at| labels.get(at).unwrap_or_else(|| creators[at].first_name()).to_owned()).collect()
    }

    #[test]
    fn two_of_one_first_name_are_told_apart() {
        assert_eq!(labels(&[("Tobi Achterberg", None), ("Maren Solheim", None)]), ["Tobi", "Maren"]);
        assert_eq!(
            labels(&[("Tobi Achterberg", None), ("Tobi de Boer", None), ("Maren", None)]),
            ["Tobi A.", "Tobi B.", "Maren"]
        );
        assert_eq!(
            labels(&[("Tobi Arendt", Some("@tobi.a")), ("Tobi Achterberg", None), ("Tobi", None)]),
            ["@tobi.a", "Tobi Achterberg", "Tobi"]
        );
    }
}
