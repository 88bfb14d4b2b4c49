//! The people who stand in a table, and whom “all” means.

use std::collections::HashSet;

use super::guess::Guess;
use super::people::People;
use super::table::{Sheet, Value};
use super::text::fold;
use crate::model::Campaign;

/// The different names in a column, as they are written.
pub(super) fn names_in(sheet: &Sheet, guess: &Guess, at: u16) -> Vec<String> {
    let rows = sheet.rows.iter().filter(|row| guess.header.is_none_or(|header| row.number > header));
    let mut seen: HashSet<String> = HashSet::new();
    let line = |value: &Value| value.shown().split_whitespace().collect::<Vec<_>>().join(" ");
    rows.filter_map(|row| row.get(at)).map(line).filter(|name| seen.insert(name.clone())).collect()
}

/// Whom “all” means: everybody in the table who stands there alone, else everybody in the plan.
pub(super) fn everybody(names: &[String], campaign: &Campaign) -> Vec<String> {
    let mut seen: HashSet<String> = HashSet::new();
    let single = |name: &&String| People::is_single(name) && seen.insert(fold(name));
    let written: Vec<String> = names.iter().filter(single).cloned().collect();
    if written.len() > 1 { written } else { campaign.creators.iter().map(|creator| creator.name.clone()).collect() }
}
