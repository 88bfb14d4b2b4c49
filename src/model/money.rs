//! Amounts of money: whole hundredths of a currency, never floating point.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::words;
use crate::words::language::{self, Language, MoneyForm, spoken};

/// An amount in hundredths of the currency's unit, with the three-letter code of ISO 4217.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    hundredths: i64,
    currency: [u8; 3],
}

impl Money {
    /// An amount in hundredths; `None` when the currency is not three capital letters.
    #[must_use]
    pub fn new(hundredths: i64, currency: &str) -> Option<Self> {
        let currency: [u8; 3] = currency.as_bytes().try_into().ok()?;
        currency.iter().all(u8::is_ascii_uppercase).then_some(Self { hundredths, currency })
    }

    /// Reads `3500.00 EUR`; the decimals may be left out.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (amount, currency) = text.trim().rsplit_once(' ')?;
        Self::new(parse_hundredths(amount.trim())?, currency)
    }

    /// The amount in hundredths.
    #[must_use]
    pub fn hundredths(self) -> i64 {
        self.hundredths
    }

    /// The three-letter code of the currency.
    #[must_use]
    pub fn currency(&self) -> &str {
        std::str::from_utf8(&self.currency).unwrap_or_default()
    }

    /// "€3,500" or "CHF 3,500.50", as amounts are written where texts are made now: the sign where the currency has a common
    /// one, decimals only where there are any.
    #[must_use]
    pub fn readable(self) -> String {
        self.readable_in(language::money())
    }

    /// The same in a form of its own: "€3,500", "3.500 €" or "EUR 3,500".
    #[must_use]
    pub fn readable_in(self, form: MoneyForm) -> String {
        let (minus, _) = self.parts();
        let number = self.number_in(form);
        let number = number.trim_start_matches('−');
        match (form, spoken()) {
            (MoneyForm::CodeFirst, _) => format!("{minus}{} {number}", self.currency()),
            (MoneyForm::SignFirst, Language::English) => {
                let gap = if self.sign() == self.currency() { " " } else { "" };
                format!("{minus}{}{gap}{number}", self.sign())
            }
            (MoneyForm::SignFirst, Language::German) | (MoneyForm::SignLast, _) => format!("{minus}{number} {}", self.sign()),
        }
    }

    /// Whether the sign of a currency stands behind the number where texts are made now.
    #[must_use]
    pub fn sign_is_last() -> bool {
        matches!((language::money(), spoken()), (MoneyForm::SignLast, _) | (MoneyForm::SignFirst, Language::German))
    }

    /// The amount without its currency as amounts are written where texts are made now: "3,500.50".
    #[must_use]
    pub fn number(self) -> String {
        self.number_in(language::money())
    }

    fn number_in(self, form: MoneyForm) -> String {
        match (form, spoken()) {
            (MoneyForm::SignLast, _) | (_, Language::German) => self.with_comma(),
            (_, Language::English) => self.with_point(),
        }
    }

    /// The amount without its currency, with a point before the decimals: "3,500.50".
    #[must_use]
    pub fn with_point(self) -> String {
        let (minus, number) = self.parts();
        format!("{minus}{number}")
    }

    /// The amount without its currency, with a comma before the decimals: "3.500,50".
    #[must_use]
    pub fn with_comma(self) -> String {
        comma_for_point(&self.with_point())
    }

    /// The sign of the currency where it has a common one, else its code.
    #[must_use]
    pub fn sign(&self) -> &str {
        match self.currency() {
            "EUR" => "€",
            "GBP" => "£",
            "USD" => "$",
            other => other,
        }
    }

    fn parts(self) -> (&'static str, String) {
        let minus = if self.hundredths < 0 { "−" } else { "" };
        let whole = (self.hundredths / 100).unsigned_abs().to_string();
        let mut grouped = String::new();
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let cents = (self.hundredths % 100).unsigned_abs();
        let decimals = if cents == 0 { String::new() } else { format!(".{cents:02}") };
        (minus, format!("{grouped}{decimals}"))
    }
}

/// A number with its commas and points turned around.
fn comma_for_point(number: &str) -> String {
    let other = |c| match c {
        ',' => '.',
        '.' => ',',
        c => c,
    };
    number.chars().map(other).collect()
}

/// Reads an amount such as `3500`, `3500.5` or `-12.30` as hundredths; `None` when it is not one.
#[must_use]
pub fn parse_hundredths(text: &str) -> Option<i64> {
    let (minus, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, cents) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || cents.len() > 2 || !digits(whole) || !digits(cents) {
        return None;
    }
    let cents: i64 = format!("{cents:0<2}").parse().ok()?;
    let hundredths = whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(cents)?;
    Some(if minus { -hundredths } else { hundredths })
}

/// As in the file: `3500.00 EUR`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minus = if self.hundredths < 0 { "-" } else { "" };
        let (whole, cents) = ((self.hundredths / 100).unsigned_abs(), (self.hundredths % 100).unsigned_abs());
        write!(f, "{minus}{whole}.{cents:02} {}", self.currency())
    }
}
impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
impl Serialize for Money {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom(words::files::bad_money(text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_back_and_look_as_people_write_them() {
        for text in ["3500.00 EUR", "0.05 GBP", "-0.50 USD", "1234567.89 CHF"] {
            assert_eq!(Money::parse(text).map(|m| m.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Money::parse("48800 EUR").map(Money::readable).as_deref(), Some("€48,800"));
        assert_eq!(Money::parse("-1234.5 SEK").map(Money::readable).as_deref(), Some("−SEK 1,234.50"));
        for text in ["EUR", "12,5 EUR", "1.234 EUR", "10 eur", "99999999999999999999 EUR", " EUR", "1 EURO"] {
            assert_eq!(Money::parse(text), None, "{text}");
        }
    }

    #[test]
    fn amounts_are_written_in_three_ways() {
        let of = |form, text: &str| Money::parse(text).unwrap().readable_in(form);
        assert_eq!(of(MoneyForm::SignFirst, "1200 EUR"), "€1,200");
        assert_eq!(of(MoneyForm::SignLast, "1200.5 EUR"), "1.200,50 €");
        assert_eq!(of(MoneyForm::SignLast, "-1200 CHF"), "−1.200 CHF");
        assert_eq!(of(MoneyForm::CodeFirst, "1200 EUR"), "EUR 1,200");
    }
}
