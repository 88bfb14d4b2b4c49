//! The rules, one file each, named for the bad pattern.

mod product_first;

use super::rule::{Rule, define};

/// All rules, by code.
pub(super) static ALL: &[Rule] = &[product_first::RULE];
