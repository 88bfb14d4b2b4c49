//! How days and amounts are written for the person in front of the screen. It never knows where: files that are shared keep
//! the form that their readers know ([`Day`] and [`Money`] themselves).

use serde::{Deserialize, Serialize};

use super::{Day, Money};
use crate::words::language::Language;
use crate::words::names;

/// How a day is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateForm {
    /// "3 May 2027".
    #[default]
    DayFirst,
    /// "May 3, 2027".
    MonthFirst,
    /// "2027-05-03".
    YearFirst,
}

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

    /// "3 May", "May 3" or "05-03".
    #[must_use]
    pub fn short(&self, day: Day) -> String {
        let date = day.date();
        let (month, of_month) = (date.month().unsigned_abs(), date.day());
        match self.dates {
            DateForm::DayFirst => day.short(),
            DateForm::MonthFirst => names::month_day(names::month(month), of_month),
            DateForm::YearFirst => format!("{month:02}-{of_month:02}"),
        }
    }

    /// "3 May 2027", "May 3, 2027" or "2027-05-03".
    #[must_use]
    pub fn long(&self, day: Day) -> String {
        match self.dates {
            DateForm::DayFirst => day.long(),
            DateForm::MonthFirst => {
                let date = day.date();
                names::month_day_year(names::month(date.month().unsigned_abs()), date.day(), date.year())
            }
            DateForm::YearFirst => day.to_string(),
        }
    }

    /// "Mon 3 May", "Mon May 3" or "Mon 05-03".
    #[must_use]
    pub fn with_weekday(&self, day: Day) -> String {
        names::weekday_and_day(names::weekday(day.weekday()), self.short(day))
    }

    /// "Mon 3 May 2027", "Mon May 3, 2027" or "Mon 2027-05-03".
    #[must_use]
    pub fn in_full(&self, day: Day) -> String {
        names::weekday_and_day(names::weekday(day.weekday()), self.long(day))
    }

    /// How the first day of a span is written before its last one: without the year where both have the same.
    #[must_use]
    pub fn before(&self, day: Day, last: Day) -> String {
        // Beside a year that comes first, one that is missing would look like another kind of number.
        let same = day.date().year() == last.date().year() && self.dates != DateForm::YearFirst;
        if same { self.short(day) } else { self.long(day) }
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
    fn days_are_written_in_three_ways() {
        let (day, last) = (Day::new(2027, 5, 3).unwrap(), Day::new(2027, 6, 1).unwrap());
        let of = |dates| {
            let written = Written { dates, ..Written::usual() };
            [written.short(day), written.long(day), written.with_weekday(day), written.in_full(day), written.before(day, last)]
        };
        assert_eq!(of(DateForm::DayFirst), ["3 May", "3 May 2027", "Mon 3 May", "Mon 3 May 2027", "3 May"]);
        assert_eq!(of(DateForm::MonthFirst), ["May 3", "May 3, 2027", "Mon May 3", "Mon May 3, 2027", "May 3"]);
        assert_eq!(of(DateForm::YearFirst), ["05-03", "2027-05-03", "Mon 05-03", "Mon 2027-05-03", "2027-05-03"]);
    }

    #[test]
    fn amounts_are_written_in_three_ways() {
        let of = |money, text: &str| Written { money, ..Written::usual() }.amount(Money::parse(text).unwrap());
        assert_eq!(of(MoneyForm::SignFirst, "1200 EUR"), "€1,200");
        assert_eq!(of(MoneyForm::SignLast, "1200.5 EUR"), "1.200,50 €");
        assert_eq!(of(MoneyForm::SignLast, "-1200 CHF"), "−1.200 CHF");
        assert_eq!(of(MoneyForm::CodeFirst, "1200 EUR"), "EUR 1,200");
    }
}
