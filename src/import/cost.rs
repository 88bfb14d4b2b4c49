//! Amounts of money as people write them. Whether a point parts thousands or cents is read off the amount where that is
//! certain, else off the other amounts of the column, else asked.

use super::mapping::Decimals;
use crate::model::Money;

/// An amount as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    minus: bool,
    /// Digits, points and commas.
    digits: String,
    /// The currency, where one stands beside it.
    pub(super) currency: Option<String>,
    /// What it is to be multiplied by: a thousand (“2k”), a million (“1.5m”), or one.
    times: i64,
}

/// Why the amount cannot be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// Whether the separator parts thousands or cents.
    Decimals,
    /// It is no amount.
    NoAmount,
}

/// Reads an amount; `None` where it is none.
pub(super) fn read(text: &str) -> Option<Amount> {
    let mut digits = String::new();
    let mut letters = String::new();
    let mut currency: Option<String> = None;
    let (mut minus, mut ended) = (false, false);
    let text = text.trim();
    if text.chars().count() > 40 {
        return None;
    }
    for c in text.chars() {
        match c {
            '€' | '£' | '$' | '¥' => {
                let code = match c {
                    '€' => "EUR",
                    '£' => "GBP",
                    '¥' => "JPY",
                    _ => "USD",
                };
                if currency.replace(code.to_owned()).is_some() {
                    return None;
                }
            }
            '-' | '−' if digits.is_empty() && !minus => minus = true,
            // “2–4k” is two amounts, and none to be put down.
            c if c.is_ascii_digit() && ended => return None,
            c if c.is_ascii_digit() || matches!(c, ',' | '.') => digits.push(c),
            c if c.is_whitespace() || matches!(c, '’' | '\'') => {}
            // “1.200,–” and “1200.-”.
            '-' | '–' | '—' => ended = true,
            c if c.is_alphabetic() => letters.push(c.to_ascii_uppercase()),
            _ => return None,
        }
    }
    let digits = digits.trim_end_matches(['.', ',']).to_owned();
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let counts =
        |sign: char| letters.strip_suffix(sign).or(letters.strip_prefix(sign)).filter(|rest| matches!(rest.len(), 0 | 3));
    let (letters, times) = match (counts('K'), counts('M')) {
        (Some(rest), _) => (rest.to_owned(), 1_000),
        (_, Some(rest)) => (rest.to_owned(), 1_000_000),
        _ => (letters, 1),
    };
    let code = match letters.as_str() {
        "" => None,
        "EURO" | "EUROS" => Some("EUR".to_owned()),
        "US" if currency.as_deref() == Some("USD") => None,
        "SFR" => Some("CHF".to_owned()),
        code if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) => Some(code.to_owned()),
        _ => return None,
    };
    if currency.is_some() && code.is_some() && currency != code {
        return None;
    }
    Some(Amount { minus, digits, currency: currency.or(code), times })
}

/// Reads an amount that stands alone in a field; without a currency it is `currency`. Of “1,200” no other amount says what the separator
/// parts: there it is thousands, as nobody writes three digits of cents, and of “1.234k” it is the decimals.
#[must_use]
pub fn one_amount(text: &str, currency: &str) -> Option<Money> {
    let amount = read(text)?;
    let is_comma = amount.digits.contains(',');
    let hundredths =
        amount.hundredths(Some(if is_comma == (amount.times > 1) { Decimals::Comma } else { Decimals::Point })).ok()?;
    // Nothing costs less than nothing, and a budget is no debt.
    Some(hundredths).filter(|hundredths| *hundredths >= 0)?;
    Money::new(hundredths, amount.currency.as_deref().unwrap_or(currency))
}

/// The currency that a header names, as in “Fee (EUR)”.
pub(super) fn currency_in(header: &str) -> Option<String> {
    const CODES: [&str; 16] =
        ["EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "JPY", "CAD", "AUD", "BRL", "MXN", "INR", "ZAR"];
    let signs = [('€', "EUR"), ('£', "GBP"), ('$', "USD"), ('¥', "JPY")];
    let sign = signs.iter().find(|(sign, _)| header.contains(*sign)).map(|(_, code)| (*code).to_owned());
    sign.or_else(|| {
        let mut words = header.split(|c: char| !c.is_alphanumeric());
        words.find(|word| CODES.contains(word)).map(str::to_owned)
    })
}

/// What the separators of an amount say by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// No decimals, or separators that can only part thousands.
    Whole,
    /// The last separator, at this byte, parts the cents.
    Cents(usize),
    /// One separator with three digits behind it.
    Either(usize),
}

impl Amount {
    fn shape(&self) -> Option<Shape> {
        let marks: Vec<(usize, char)> = self.digits.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
        let behind = |at: usize| self.digits.len() - at - 1;
        match marks.as_slice() {
            [] => Some(Shape::Whole),
            [(at, _)] => match behind(*at) {
                1 | 2 => Some(Shape::Cents(*at)),
                // “0.500” and “1234.500” part no thousands.
                3 if *at <= 3 && !self.digits.starts_with('0') => Some(Shape::Either(*at)),
                _ => None,
            },
            [rest @ .., (at, last)] => {
                let first = rest.first().map(|(_, c)| *c)?;
                if rest.iter().any(|(_, c)| *c != first) || !Self::grouped(rest, *at) {
                    return None;
                }
                match (first == *last, behind(*at)) {
                    (true, 3) => Some(Shape::Whole),
                    (false, 1 | 2) => Some(Shape::Cents(*at)),
                    _ => None,
                }
            }
        }
    }

    /// Whether three digits stand between the separators of thousands, and at most three before the first. “1,00,000”, as in
    /// India, is fine.
    fn grouped(marks: &[(usize, char)], end: usize) -> bool {
        let ends = marks.iter().skip(1).map(|(at, _)| *at).chain([end]);
        marks.first().is_some_and(|(at, _)| *at <= 3) && marks.iter().zip(ends).all(|((at, _), end)| matches!(end - at, 3 | 4))
    }

    /// What this amount says of the decimals of its column; `None` where it says nothing.
    pub(super) fn decides(&self) -> Option<Decimals> {
        let is = |at: usize| self.digits.get(at..=at).map(|mark| if mark == "," { Decimals::Comma } else { Decimals::Point });
        match self.shape()? {
            Shape::Cents(at) => is(at),
            Shape::Whole => {
                let mark = self.digits.chars().find(|c| !c.is_ascii_digit())?;
                Some(if mark == ',' { Decimals::Point } else { Decimals::Comma })
            }
            Shape::Either(_) => None,
        }
    }

    /// Whether it can be two amounts.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.shape(), Some(Shape::Either(_)))
    }

    /// The amount in hundredths.
    pub(super) fn hundredths(&self, decimals: Option<Decimals>) -> Result<i64, Need> {
        let cents_at = match self.shape().ok_or(Need::NoAmount)? {
            Shape::Whole => None,
            Shape::Cents(at) => Some(at),
            Shape::Either(at) => {
                let is_comma = self.digits.get(at..=at) == Some(",");
                match decimals.ok_or(Need::Decimals)? {
                    Decimals::Comma if is_comma => Some(at),
                    Decimals::Point if !is_comma => Some(at),
                    _ => None,
                }
            }
        };
        let plain = |part: &str| part.chars().filter(char::is_ascii_digit).collect::<String>();
        let (whole, cents) = match cents_at {
            Some(at) => (plain(self.digits.get(..at).unwrap_or_default()), plain(self.digits.get(at + 1..).unwrap_or_default())),
            None => (plain(&self.digits), String::new()),
        };
        // Thousandths are kept until the end, so that “1.234k” is what it says.
        let thousandths: i64 = format!("{cents:0<3}").get(..3).and_then(|cents| cents.parse().ok()).ok_or(Need::NoAmount)?;
        let whole: i64 = whole.parse().map_err(|_| Need::NoAmount)?;
        let all = whole.checked_mul(1000).and_then(|whole| whole.checked_add(thousandths)).ok_or(Need::NoAmount)?;
        let all = all.checked_mul(self.times).ok_or(Need::NoAmount)?;
        if all % 10 != 0 {
            return Err(Need::NoAmount);
        }
        Ok(if self.minus { -(all / 10) } else { all / 10 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str, decimals: Option<Decimals>) -> Option<String> {
        let amount = read(text)?;
        let hundredths = amount.hundredths(decimals).ok()?;
        Some(format!("{hundredths} {}", amount.currency.unwrap_or_default()))
    }

    #[test]
    fn amounts_say_what_they_are() {
        for (text, wanted) in [
            ("€1,200.00", "120000 EUR"),
            ("1.200,00 €", "120000 EUR"),
            ("1200 EUR", "120000 EUR"),
            ("EUR 1 200,5", "120050 EUR"),
            ("1’200.-", "120000 "),
            ("CHF 99.90", "9990 CHF"),
            ("$2k", "200000 USD"),
            ("1.5k", "150000 "),
            ("€2,5m", "250000000 EUR"),
            ("3 MUSD", "300000000 USD"),
            ("-12,30", "-1230 "),
            ("1.234.567", "123456700 "),
            ("US$ 40", "4000 USD"),
            ("0", "0 "),
            ("1,00,000.00", "10000000 "),
        ] {
            assert_eq!(amount(text, None).as_deref(), Some(wanted), "{text}");
        }
        for text in ["", "free", "gifted", "€", "12 apples", "1,2,3", "€ $ 4", "1..2", "0.500", "1.2345", "2-4k"] {
            assert_eq!(amount(text, None), None, "{text}");
        }
    }

    #[test]
    fn one_separator_and_three_digits_is_asked() {
        let open = read("1.200").unwrap();
        assert!(open.is_open() && open.decides().is_none());
        assert_eq!(open.hundredths(None), Err(Need::Decimals));
        assert_eq!(open.hundredths(Some(Decimals::Comma)), Ok(120_000));
        assert_eq!(open.hundredths(Some(Decimals::Point)), Ok(120));
        assert_eq!(read("1,200").unwrap().hundredths(Some(Decimals::Point)), Ok(120_000));
        assert_eq!(read("99,50").unwrap().decides(), Some(Decimals::Comma));
        assert_eq!(read("1.200.000").unwrap().decides(), Some(Decimals::Comma));
        assert_eq!(
            (currency_in("Fee (EUR)").as_deref(), currency_in("Cost €").as_deref(), currency_in("Fee")),
            (Some("EUR"), Some("EUR"), None)
        );
    }
}
