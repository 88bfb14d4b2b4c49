//! What a finding rests on, as somebody reads it. Facts are kept in English whatever is spoken, because plans hold them and
//! programs compare them; here they are told again in the language of whoever looks.

use super::language::{Language, spoken, told};
use super::{asks, findings, fit, labels, stands};

/// A fact in the language that is spoken: the text that it was made by is found, and its message is filled in with what was
/// filled in there, as `word` puts it for the name of an argument. None where English is spoken, where no text made it, or
/// where `word` says that it cannot have been that one.
#[must_use]
pub fn retold(fact: &str, word: impl Fn(&str, &str) -> Option<String>) -> Option<String> {
    if spoken() == Language::English {
        return None;
    }
    let all = [labels::FIXED, asks::FIXED, fit::FIXED, stands::FIXED, findings::FIXED];
    all.into_iter().flatten().find_map(|(path, english)| {
        let filled = arguments(english, fact)?;
        let filled: Option<Vec<(&'static str, String)>> =
            filled.into_iter().map(|(name, text)| Some((name, word(name, text)?))).collect();
        told(path, &filled?)
    })
}

/// What was filled into a text, by the names of its arguments; none where the fact was not made by that text.
fn arguments<'f>(english: &'static str, fact: &'f str) -> Option<Vec<(&'static str, &'f str)>> {
    let mut filled = Vec::new();
    let (start, mut rest_of_text) = english.split_once('{').unwrap_or((english, ""));
    let mut rest = fact.strip_prefix(start)?;
    while let Some((name, after)) = rest_of_text.split_once('}') {
        let (between, next) = after.split_once('{').unwrap_or((after, ""));
        let text = if next.is_empty() {
            rest.strip_suffix(between)?
        } else {
            let at = rest.find(between)?;
            &rest[..at]
        };
        rest = &rest[text.len() + between.len()..];
        filled.push((name, text));
        rest_of_text = next;
    }
    rest.is_empty().then_some(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_filled_in_is_found_again() {
        assert_eq!(arguments("asks: {a} of {b}", "asks: 3 of 4"), Some(vec![("a", "3"), ("b", "4")]));
        assert_eq!(arguments("named value: {v}", "named value: a: b"), Some(vec![("v", "a: b")]));
        assert_eq!(arguments("the ask is hard", "the ask is hard"), Some(Vec::new()));
        assert_eq!(arguments("the ask is hard", "the ask is harder"), None);
        assert_eq!(arguments("share: {n} %", "share: 30"), None);
    }
}
