//! How days and amounts are written for the person in front of the screen. It never knows where: files that are shared keep
//! the form that their readers know ([`super::Day`] and [`Money`] themselves).

use serde::{Deserialize, Serialize};

use super::Money;
pub use crate::words::language::DateForm;
use crate::words::language::Language;

/// How an amount is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MoneyForm {
    /// As the language of the window has it: "€1,200", in German "1.200 €".
    #[default]
    SignFirst,
    /// "1.200 €".
    SignLast,
    /// "EUR 1,200".
    CodeFirst,
}

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

    /// "€3,500", "3.500 €" or "EUR 3,500".
    #[must_use]
    pub fn amount(&self, money: Money) -> String {
        if self.money == MoneyForm::SignFirst {
            return money.readable();
        }
        let (minus, number) = (if money.hundredths() < 0 { "−" } else { "" }, self.number(money));
        let number = number.trim_start_matches('−');
        match self.money {
            MoneyForm::SignLast => format!("{minus}{number} {}", money.sign()),
            MoneyForm::SignFirst | MoneyForm::CodeFirst => format!("{minus}{} {number}", money.currency()),
        }
    }

    /// The amount alone: "3,500.50" or "3.500,50".
    #[must_use]
    pub fn number(&self, money: Money) -> String {
        if self.money == MoneyForm::SignLast { money.with_comma() } else { money.number() }
    }
}

impl Default for Written {
    fn default() -> Self {
        Self::usual()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_in_three_ways() {
        let of = |money, text: &str| Written { money, ..Written::usual() }.amount(Money::parse(text).unwrap());
        assert_eq!(of(MoneyForm::SignFirst, "1200 EUR"), "€1,200");
        assert_eq!(of(MoneyForm::SignLast, "1200.5 EUR"), "1.200,50 €");
        assert_eq!(of(MoneyForm::SignLast, "-1200 CHF"), "−1.200 CHF");
        assert_eq!(of(MoneyForm::CodeFirst, "1200 EUR"), "EUR 1,200");
    }
}
