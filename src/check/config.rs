//! What holds for one check: the plan's own settings, above the agency's rules, above the defaults.

use super::Options;
use super::finding::{Limit, Origin, Severity};
use super::rule::Rule;
use crate::model::{Campaign, Grade, House, Limits, Profile, RuleOff, Settings, Synonyms};

/// Where the checker looks up a threshold, a weight or a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Config<'c> {
    pub(super) limits: Limits,
    pub(super) profile: Profile,
    pub(super) house: Option<&'c House>,
    plan: &'c Settings,
    off: &'c [RuleOff],
}

impl<'c> Config<'c> {
    /// What holds for a campaign: rules named in the options stand in the place of those that the plan carries.
    pub(super) fn of(campaign: &'c Campaign, options: &'c Options) -> Self {
        let house = options.house_for(campaign).map(AsRef::as_ref);
        let plan = &campaign.settings;
        let profile = options.profile.or(plan.profile).or_else(|| house?.settings.profile).unwrap_or_default();
        let limits = plan.limits(house.map(|house| &house.settings));
        Self { limits, profile, house, plan, off: &campaign.rules_off }
    }

    /// Whether a rule runs.
    pub(super) fn runs(&self, rule: &Rule) -> bool {
        (self.profile == Profile::Strict || rule.profile == Profile::Standard) && !self.is_off(rule)
    }

    /// Whether a rule is turned off, for this plan or by the agency.
    pub(super) fn is_off(&self, rule: &Rule) -> bool {
        let house = self.house.map_or(&[][..], |house| &house.rules_off);
        self.off.iter().chain(house).any(|off| rule.is_called(&off.rule))
    }

    /// What a rule weighs, where somebody set that.
    pub(super) fn severity(&self, rule: &Rule) -> Option<Severity> {
        let set = |settings: &Settings| {
            settings.severities.iter().find(|grade| rule.is_called(&grade.rule)).map(|grade| grade.severity)
        };
        let grade = set(self.plan).or_else(|| set(&self.house?.settings))?;
        Some(match grade {
            Grade::Error => Severity::Error,
            Grade::Warning => Severity::Warning,
            Grade::Hint => Severity::Hint,
        })
    }

    /// Whether a missing values story is only ever a hint.
    pub(super) fn values_hint_only(&self) -> bool {
        self.plan.values_hint_only || self.house.is_some_and(|house| house.settings.values_hint_only)
    }

    /// A threshold as a finding names it, with where it was set.
    pub(super) fn limit(&self, setting: &'static str) -> Option<Limit> {
        let threshold = crate::model::threshold(setting)?;
        let of_house = self.house.and_then(|house| threshold.of(&house.settings));
        let (value, origin) = match (threshold.of(self.plan), of_house) {
            (Some(value), _) => (value, Origin::Plan),
            (None, Some(value)) => (value, Origin::House),
            (None, None) => (threshold.default, Origin::Default),
        };
        Some(Limit { setting: threshold.name, value, origin })
    }

    /// Whether two words are one value to this agency: equal but for case, or listed as the same.
    pub(super) fn same_value(&self, a: &str, b: &str) -> bool {
        Synonyms::of(self.house).value(a, b)
    }

    /// Whether two words are one topic, or one category of products.
    pub(super) fn same_topic(&self, a: &str, b: &str) -> bool {
        Synonyms::of(self.house).topic(a, b)
    }
}
