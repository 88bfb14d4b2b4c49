//! The thresholds of a plan, how much its rules weigh, and why somebody changed one.

use super::Day;
use super::later::StandIn;
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

closed! {
    /// How much a rule weighs where somebody set that, whatever its own text says.
    pub enum Grade {
        /// Every finding of the rule is an error.
        Error = "error",
        /// Every finding is a warning.
        Warning = "warning",
        /// Every finding is a hint.
        Hint = "hint",
    }
}

impl StandIn for Grade {
    /// What hides nothing.
    const STAND_IN: Self = Self::Error;
}

record! {
    /// What a rule weighs in this plan, or in an agency's.
    pub struct RuleGrade {
        /// The code of the rule.
        must rule: String,
        /// What its findings are.
        must_word severity: Grade,
    }
}

record! {
    /// Somebody changed a threshold, or what a rule weighs.
    pub struct SettingChange {
        /// The name of the setting, or the code of the rule.
        must setting: String,
        /// Who.
        must author: String,
        /// When.
        opt on: Day,
        /// Why.
        must reason: String,
    }
}

/// What a threshold counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Days.
    Days,
    /// Moments.
    Moments,
    /// Asks, each drop counted once.
    Asks,
    /// Lanes.
    Lanes,
    /// Minutes.
    Minutes,
    /// Per cent.
    Percent,
}

impl Unit {
    /// What words call it by.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Moments => "moments",
            Self::Asks => "asks",
            Self::Lanes => "lanes",
            Self::Minutes => "minutes",
            Self::Percent => "percent",
        }
    }
}

/// A threshold: its name, what it counts, its default and the range that makes sense.
#[derive(Clone, Copy, Debug)]
pub struct Threshold {
    /// The name in files and on the command line: `min_lead_days`.
    pub name: &'static str,
    /// What it counts.
    pub unit: Unit,
    /// The value where nobody set one.
    pub default: u16,
    /// The smallest value that makes sense.
    pub least: u16,
    /// The largest.
    pub most: u16,
    /// What was set, if somebody did.
    pub get: fn(&Settings) -> Option<u16>,
    /// Sets it, or takes the setting away.
    pub set: fn(&mut Settings, Option<u16>),
}

impl Threshold {
    /// What was set and makes sense. A number that does not is kept as it stands, and what is under it holds.
    #[must_use]
    pub fn of(&self, settings: &Settings) -> Option<u16> {
        (self.get)(settings).filter(|value| (self.least..=self.most).contains(value))
    }

    /// The number that was set and is outside the range.
    #[must_use]
    pub fn out_of_range(&self, settings: &Settings) -> Option<u16> {
        (self.get)(settings).filter(|value| !(self.least..=self.most).contains(value))
    }
}

macro_rules! thresholds {
    ( $( $(#[$doc:meta])* $name:ident : $unit:ident $default:literal in $least:literal ..= $most:literal ),* $(,)? ) => {
        record! {
            /// Thresholds of this plan. What is unset has the value of the agency's rules, or its default.
            #[derive(Default)]
            pub struct Settings {
                /// Which rules run.
                opt_word profile: Profile,
                $( $(#[$doc])* opt $name: u16, )*
                /// Whether a missing values story is only ever a hint, for goods where a values talk would be pompous.
                has values_hint_only: bool,
                /// What rules weigh, where somebody set that.
                list severities: Vec<RuleGrade>,
                /// Who changed what, and why.
                list changes: Vec<SettingChange>,
            }
        }

        /// Every threshold with the value that holds: the plan's, else the agency's, else the default.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct Limits {
            $( $(#[$doc])* pub $name: u16, )*
        }

        impl Settings {
            /// Who changed a setting, or what a rule weighs, last.
            #[must_use]
            pub fn change_of(&self, setting: &str) -> Option<&SettingChange> {
                self.changes.iter().rev().find(|change| change.setting.eq_ignore_ascii_case(setting))
            }

            /// Every threshold there is.
            pub const THRESHOLDS: &'static [Threshold] = &[ $( Threshold {
                name: stringify!($name),
                unit: Unit::$unit,
                default: $default,
                least: $least,
                most: $most,
                get: |settings| settings.$name,
                set: |settings, value| settings.$name = value,
            } ),* ];

            /// The values that hold where these settings stand above those of the agency.
            #[must_use]
            pub fn limits(&self, under: Option<&Settings>) -> Limits {
                let sound = |value: &u16, range: std::ops::RangeInclusive<u16>| range.contains(value);
                Limits { $(
                    $name: [self.$name, under.and_then(|under| under.$name)]
                        .into_iter()
                        .flatten()
                        .find(|value| sound(value, $least..=$most))
                        .unwrap_or($default)
                ),* }
            }
        }
    };
}

thresholds! {
    /// Asks for one product within that many days of the first count once. Default 2.
    same_drop_days: Days 2 in 0..=14,
    /// Distinct days with a value role that a run-up needs. Default 2.
    min_value_before: Days 2 in 0..=10,
    /// Days from the first run-up card to the first ask, for a new relationship. Default 7.
    min_lead_days: Days 7 in 0..=365,
    /// The same for warm and owner. Default 3.
    min_lead_days_warm: Days 3 in 0..=365,
    /// What is left of both in a phase around an event, in per cent. Default 50.
    event_lead_percent: Percent 50 in 0..=100,
    /// Value moments between two drops when the later one is a soft ask. Default 1.
    value_between_soft: Moments 1 in 0..=20,
    /// The same for a hard ask. Default 2.
    value_between_hard: Moments 2 in 0..=20,
    /// Days after which an established relationship has to be shown again. Default 180.
    stale_days: Days 180 in 14..=1095,
    /// Quiet days after which a return is a cold one. Default 90.
    silence_days: Days 90 in 14..=730,
    /// How far apart the light cards are that keep a lane warm. Default 60.
    keep_warm_days: Days 60 in 7..=365,
    /// Largest share of a lane that asks, in per cent. Default 50.
    ask_share_percent: Percent 50 in 0..=100,
    /// From how many cards on the share is looked at. Default 4.
    ask_share_cards: Moments 4 in 2..=50,
    /// Asks that are too many at once. Default 3.
    ask_burst: Asks 3 in 2..=50,
    /// The same in a launch phase. Default 4.
    ask_burst_launch: Asks 4 in 2..=50,
    /// Days that count as at once. Default 7.
    ask_burst_days: Days 7 in 1..=60,
    /// New lanes that ask for one product on one day. Default 3.
    synchronised_lanes: Lanes 3 in 2..=100,
    /// Days after a competitor's deal in which an ask still collides with it. Default 90.
    competitor_days: Days 90 in 0..=730,
    /// Days within which a stand is followed by something. Default 14.
    follow_up_days: Days 14 in 1..=365,
    /// Days after a paid deal in which a mention still needs a label. Default 365.
    mention_days: Days 365 in 0..=1095,
    /// From how many minutes on a video repeats its disclosure. Default 10.
    long_video_minutes: Minutes 10 in 1..=240,
    /// Share of an audience under 18 that counts as young, in per cent. Default 25.
    young_percent: Percent 25 in 1..=100,
}

/// The threshold with that name.
#[must_use]
pub fn threshold(name: &str) -> Option<&'static Threshold> {
    Settings::THRESHOLDS.iter().find(|threshold| threshold.name == name)
}
