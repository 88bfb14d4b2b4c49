//! How days and amounts are written for the person in front of the screen, and in the files that they share. It never knows
//! where: [`super::Day`] and [`Money`] write themselves as it is spoken on their thread.

use serde::{Deserialize, Serialize};

use crate::words::language::Language;
pub use crate::words::language::{DateForm, MoneyForm};

/// The day with which weeks begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeekStart {
    /// As it is usual where this computer is.
    #[default]
    System,
    /// Monday.
    Monday,
    /// Sunday.
    Sunday,
    /// Saturday.
    Saturday,
}

impl WeekStart {
    /// The weekday, 0 is Monday; `usual` is that of the system.
    #[must_use]
    pub const fn weekday(self, usual: u8) -> u8 {
        match self {
            Self::System => usual,
            Self::Monday => 0,
            Self::Saturday => 5,
            Self::Sunday => 6,
        }
    }
}

/// The language that the window speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LanguageChoice {
    /// That of this computer, where it is one of ours.
    #[default]
    System,
    /// English.
    English,
    /// German.
    German,
}

impl LanguageChoice {
    /// The language; `usual` is that of the system.
    #[must_use]
    pub const fn language(self, usual: Language) -> Language {
        match self {
            Self::System => usual,
            Self::English => Language::English,
            Self::German => Language::German,
        }
    }
}

/// How everything is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Days.
    pub dates: DateForm,
    /// Amounts.
    pub money: MoneyForm,
    /// The currency of an amount that names none, where the plan does not say.
    pub currency: String,
    /// The weekday with which weeks begin, 0 is Monday.
    pub week_begins: u8,
}

impl Written {
    /// The currency until another one is chosen.
    pub const CURRENCY: &'static str = "EUR";

    /// How it is written until somebody chooses.
    #[must_use]
    pub const fn usual() -> Self {
        Self { dates: DateForm::DayFirst, money: MoneyForm::SignFirst, currency: String::new(), week_begins: 0 }
    }

    /// The currency of an amount that names none.
    #[must_use]
    pub fn currency(&self) -> &str {
        if self.currency.is_empty() { Self::CURRENCY } else { &self.currency }
    }
}

impl Default for Written {
    fn default() -> Self {
        Self::usual()
    }
}
