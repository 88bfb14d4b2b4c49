//! What is not shown as it was meant, in sentences for the person who shares.

use std::collections::BTreeSet;

use super::encode::{isolated, shorten};
use super::plan::{Card, Plan};
use crate::words::{self, share_dialog as say};

/// Most signs or pictures that are named when they are missing.
const NAMED: usize = 20;

/// Most moments that are named for signs in them.
const MOMENTS: usize = 5;

/// The moments that signs without a font stand in: whoever has to change them finds them by their title, creator and day.
pub(super) fn moments_with(plan: &Plan, missing: &BTreeSet<String>) -> Vec<String> {
    if missing.is_empty() {
        return Vec::new();
    }
    let has = |text: &str| missing.iter().any(|sign| text.contains(sign.as_str()));
    let is_in = |card: &Card| {
        let inside = card.inside.iter().flat_map(|inside| inside.more.iter().map(|(_, text)| text).chain(&inside.owner));
        let texts = [&card.hook, &card.shared_value, &card.asks, &card.must_say, &card.disclosure, &card.accepted];
        has(&card.title) || texts.into_iter().flatten().chain(inside).any(|text| has(text))
    };
    let cards = plan.lanes.iter().flat_map(|lane| lane.cards.iter().map(move |card| (lane, card)));
    let named = cards.filter(|(_, card)| is_in(card));
    named.map(|(lane, card)| say::sign_at(isolated(&shorten(&card.title, 40)), isolated(&lane.short), &card.when)).collect()
}

/// What is worth saying about signs without a font, the moments that they are in, and pictures that could not be read.
pub(super) fn of(missing: &BTreeSet<String>, moments: &[String], broken: &[String]) -> Vec<String> {
    // A sign that nothing can draw is nothing to look for: its number is.
    let number = |sign: &String| sign.chars().next().map_or(0, u32::from);
    let signs: Vec<String> = missing.iter().take(NAMED).map(|sign| say::sign(sign, format!("{:04X}", number(sign)))).collect();
    let mut named: Vec<String> = moments.iter().take(MOMENTS).cloned().collect();
    let more = moments.len() - named.len();
    named.extend((more > 0).then(|| say::more_moments_with(more)));
    let signs = (!signs.is_empty()).then(|| {
        let signs = signs.join(", ");
        if named.is_empty() { say::signs_missing(signs) } else { say::signs_missing_in(signs, words::list(&named)) }
    });
    let broken: Vec<&str> = broken.iter().map(String::as_str).take(NAMED).collect();
    let broken = (!broken.is_empty()).then(|| say::pictures_broken(words::list(&broken)));
    signs.into_iter().chain(broken).collect()
}
