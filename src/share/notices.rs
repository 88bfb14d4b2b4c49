//! What is not shown as it was meant, in sentences for the person who shares.

use std::collections::BTreeSet;

use crate::words::{self, share_dialog as say};

/// Most signs or pictures that are named when they are missing.
const NAMED: usize = 20;

/// What is worth saying about signs without a font and pictures that could not be read.
pub(super) fn of(missing: &BTreeSet<String>, broken: &[String]) -> Vec<String> {
    let signs: Vec<&str> = missing.iter().map(String::as_str).take(NAMED).collect();
    let signs = (!signs.is_empty()).then(|| say::signs_missing(signs.join(" ")));
    let broken: Vec<&str> = broken.iter().map(String::as_str).take(NAMED).collect();
    let broken = (!broken.is_empty()).then(|| say::pictures_broken(words::list(&broken)));
    signs.into_iter().chain(broken).collect()
}
