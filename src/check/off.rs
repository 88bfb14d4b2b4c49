//! Which rules do not run, who said so and why; and the names that an agency's rules may use.

use super::Options;
use super::finding::Report;
use std::sync::Arc;

use super::markets::codes_of_all;
use super::rule::{Rule, rule, rules};
use crate::model::{Campaign, House, RuleOff};

/// A rule that is turned off.
#[derive(Clone, Debug, PartialEq)]
pub struct Off<'c> {
    /// The rule.
    pub rule: &'static Rule,
    /// Who turned it off.
    pub by: &'c str,
    /// Why.
    pub reason: &'c str,
    /// The name of the agency whose rules turn it off; unset where this plan does.
    pub house: Option<&'c str>,
}

/// Every rule that is turned off, by code: for this plan first, then by the agency's rules that hold. A code that this
/// program does not know turns nothing off.
#[must_use]
pub fn rules_off<'c>(campaign: &'c Campaign, options: &'c Options) -> Vec<Off<'c>> {
    off_of(&campaign.rules_off, options.house_for(campaign).map(Arc::as_ref))
}

impl Options {
    /// The agency's rules that hold for a plan: those of the options stand in the place of those that the plan carries.
    #[must_use]
    pub fn house_for<'c>(&'c self, campaign: &'c Campaign) -> Option<&'c Arc<House>> {
        self.house.as_ref().or(campaign.house.as_ref())
    }
}

impl Report {
    /// Every rule that was turned off in this report of the campaign, as [`rules_off`] lists them.
    #[must_use]
    pub fn rules_off<'r>(&'r self, campaign: &'r Campaign) -> Vec<Off<'r>> {
        off_of(&campaign.rules_off, self.house.as_deref())
    }
}

fn off_of<'c>(plan: &'c [RuleOff], house: Option<&'c House>) -> Vec<Off<'c>> {
    let of =
        |off: &'c RuleOff, house: Option<&'c str>| Some(Off { rule: rule(&off.rule)?, by: &off.by, reason: &off.reason, house });
    let mut all: Vec<Off<'c>> = plan.iter().filter_map(|off| of(off, None)).collect();
    all.extend(house.into_iter().flat_map(|house| house.rules_off.iter().filter_map(move |off| of(off, Some(&house.name)))));
    all.sort_by_key(|off| off.rule.code);
    all
}

/// Code and name of every rule.
#[must_use]
pub fn rule_names() -> Vec<(&'static str, &'static str)> {
    rules().iter().map(|rule| (rule.code, rule.name)).collect()
}

/// Every code that a market can be written by, with the one that findings call it by. An agency can name labels for each.
#[must_use]
pub fn market_names() -> Vec<(&'static str, &'static str)> {
    codes_of_all().collect()
}
