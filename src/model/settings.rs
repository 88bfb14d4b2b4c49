//! The thresholds of a plan, and why somebody changed one.

use super::Day;
use super::record::{closed, record};

closed! {
    /// Which rules run.
    #[derive(Default)]
    pub enum Profile {
        /// All but four that are matters of taste.
        #[default]
        Standard = "standard",
        /// All.
        Strict = "strict",
    }
}

record! {
    /// Somebody changed a threshold.
    pub struct SettingChange {
        /// The name of the setting.
        must setting: String,
        /// Who.
        must author: String,
        /// When.
        opt on: Day,
        /// Why.
        must reason: String,
    }
}

record! {
    /// Thresholds of this plan. What is unset has the default of the rule that uses it.
    #[derive(Default)]
    pub struct Settings {
        /// Which rules run.
        opt profile: Profile,
        /// Asks for one product within that many days of the first count once. Default 2.
        opt same_drop_days: u16,
        /// Distinct days with a value role that a run-up needs. Default 2.
        opt min_value_before: u16,
        /// Days from the first run-up card to the first ask, for a new relationship. Default 7.
        opt min_lead_days: u16,
        /// The same for warm and owner. Default 3.
        opt min_lead_days_warm: u16,
        /// Value moments between two drops when the later one is a soft ask. Default 1.
        opt value_between_soft: u16,
        /// The same for a hard ask. Default 2.
        opt value_between_hard: u16,
        /// Days after which an established relationship has to be shown again. Default 180.
        opt stale_days: u16,
        /// Quiet days after which a return is a cold one. Default 90.
        opt silence_days: u16,
        /// Whether a missing values story is only ever a hint, for goods where a values talk would be pompous.
        has values_hint_only: bool,
        /// Who changed what, and why.
        list changes: Vec<SettingChange>,
    }
}

impl Settings {
    /// Asks for one product within that many days of the first count as one drop.
    #[must_use]
    pub fn same_drop_days(&self) -> i32 {
        self.same_drop_days.unwrap_or(2).into()
    }
    /// Distinct days with a value role that a run-up needs.
    #[must_use]
    pub fn min_value_before(&self) -> usize {
        self.min_value_before.unwrap_or(2).into()
    }
    /// Days from the first run-up card to the first ask, for a new relationship.
    #[must_use]
    pub fn min_lead_days(&self) -> i32 {
        self.min_lead_days.unwrap_or(7).into()
    }
    /// The same for a warm relationship and for an owner.
    #[must_use]
    pub fn min_lead_days_warm(&self) -> i32 {
        self.min_lead_days_warm.unwrap_or(3).into()
    }
    /// Value moments between two drops before a soft ask.
    #[must_use]
    pub fn value_between_soft(&self) -> usize {
        self.value_between_soft.unwrap_or(1).into()
    }
    /// Value moments between two drops before a hard ask.
    #[must_use]
    pub fn value_between_hard(&self) -> usize {
        self.value_between_hard.unwrap_or(2).into()
    }
    /// Days after which an established relationship has to be shown again.
    #[must_use]
    pub fn stale_days(&self) -> i32 {
        self.stale_days.unwrap_or(180).into()
    }
    /// Quiet days after which a return is a cold one.
    #[must_use]
    pub fn silence_days(&self) -> i32 {
        self.silence_days.unwrap_or(90).into()
    }
}
