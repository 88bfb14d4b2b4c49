//! `--deny` and `--allow`: rules whose findings count as errors, and rules whose findings are left out.

use std::collections::BTreeSet;

use super::Session;
use crate::words::terminal as say;

/// Codes of rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Selection {
    /// Their findings are errors, whatever the rule itself says.
    pub(super) deny: BTreeSet<&'static str>,
    /// Their findings are left out, with a count.
    pub(super) allow: BTreeSet<&'static str>,
}

impl Session<'_> {
    /// The rules that are named by code or name; an error when one does not exist, or is on both sides.
    pub(super) fn selection(&mut self, deny: &[String], allow: &[String]) -> Result<Selection, u8> {
        let selection = Selection { deny: self.codes(deny)?, allow: self.codes(allow)? };
        match selection.deny.intersection(&selection.allow).next() {
            Some(both) => Err(self.unusable(&say::both_ways(both), say::both_ways_hint())),
            None => Ok(selection),
        }
    }

    fn codes(&mut self, named: &[String]) -> Result<BTreeSet<&'static str>, u8> {
        named.iter().map(|word| self.rule(word).map(|rule| rule.code)).collect()
    }
}
