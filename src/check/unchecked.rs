//! What was not looked at, put together: a thousand lanes that lack the same thing are one entry.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::finding::NotChecked;
use crate::model::{Campaign, LaneId};

/// Rules that could not look at lanes, for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unchecked {
    /// The rules, by code.
    pub codes: Vec<&'static str>,
    /// Why, in a sentence.
    pub reason: String,
    /// The lanes, in the order of the board.
    pub lanes: Vec<LaneId>,
}

/// Every reason once, with all its lanes and the rules that it holds up in all of them; what concerns most lanes comes first.
#[must_use]
pub fn unchecked<'a>(campaign: &Campaign, all: impl IntoIterator<Item = &'a NotChecked>) -> Vec<Unchecked> {
    let rows: HashMap<LaneId, usize> = campaign.lanes.iter().enumerate().map(|(row, lane)| (lane.id, row)).collect();
    // Lanes are counted by their rows, so that sets of them are in the order of the board. A lane that is gone has none.
    let mut lanes: BTreeMap<(&str, &'static str), BTreeSet<usize>> = BTreeMap::new();
    for not in all {
        if let Some(row) = rows.get(&not.lane) {
            lanes.entry((&not.reason, not.code)).or_default().insert(*row);
        }
    }
    let mut codes: BTreeMap<(&str, BTreeSet<usize>), Vec<&'static str>> = BTreeMap::new();
    for ((reason, code), rows) in lanes {
        codes.entry((reason, rows)).or_default().push(code);
    }
    let lane = |row: usize| campaign.lanes.get(row).map(|lane| lane.id);
    let mut groups: Vec<Unchecked> = codes
        .into_iter()
        .map(|((reason, rows), codes)| Unchecked {
            codes,
            reason: reason.to_owned(),
            lanes: rows.into_iter().filter_map(lane).collect(),
        })
        .collect();
    groups.sort_by(|a, b| b.lanes.len().cmp(&a.lanes.len()).then_with(|| a.codes.cmp(&b.codes)));
    groups
}
