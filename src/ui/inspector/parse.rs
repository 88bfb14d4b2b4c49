//! What people write into fields, read kindly: days, times, numbers, amounts, lists. What is not one yet is `None`.

use crate::import;
use crate::model::{Day, Money, Time};
use crate::words::language::{self, Language, MoneyForm};
use crate::words::names;

/// Reads `2027-09-07`, `09-07`, `7 Sep`, `Tue 7 September 2027`, `Sep 7` or `7.9.2027`. Without a year it is the one that brings
/// the day nearest to `near`. Of `3/4/2027` nobody knows which is the month, of `14/3/2027` everybody does.
pub(in crate::ui) fn day(text: &str, near: Day) -> Option<Day> {
    let text = text.trim();
    if let Some(day) = Day::parse(text) {
        return Some(day);
    }
    if let Some(both) = slashed(text) {
        return match both {
            [Some(one), Some(other)] => (one == other).then_some(one),
            [one, other] => one.or(other),
        };
    }
    let dotted = text.contains('.') && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let mut words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c == ',' || (dotted && c == '.')).filter(|word| !word.is_empty()).collect();
    if words.first().is_some_and(|word| is_weekday(word)) {
        words.remove(0);
    }
    if let [one] = words[..] {
        return Day::parse(one).or_else(|| month_and_day(one, near));
    }
    let (of_month, month, year) = match words[..] {
        [a, b] => (a, b, None),
        [a, b, year] if year.len() == 4 => (a, b, Some(year.parse::<i16>().ok()?)),
        _ => return None,
    };
    let (of_month, month) = match (number(of_month), month_of(month), month_of(of_month), number(month)) {
        (Some(day), Some(month), ..) | (_, _, Some(month), Some(day)) => (day, month),
        (Some(day), _, _, Some(month)) if dotted => (day, month),
        _ => return None,
    };
    if let Some(year) = year {
        return Day::new(year, month, of_month);
    }
    nearest(month, of_month, near)
}

/// The two days that `3/4/2027` can be, where there are two.
pub(in crate::ui) fn two_days(text: &str) -> Option<[Day; 2]> {
    let [one, other] = slashed(text.trim())?;
    one.zip(other).filter(|(one, other)| one != other).map(|(one, other)| [one, other])
}

/// What numbers between slashes are with the day first, and with the month first.
fn slashed(text: &str) -> Option<[Option<Day>; 2]> {
    let parts: Vec<&str> = text.split('/').map(str::trim).collect();
    let [a, b, year] = parts[..] else { return None };
    let year = Some(year).filter(|year| year.len() == 4)?.parse::<i16>().ok()?;
    let (a, b) = (number(a)?, number(b)?);
    Some([Day::new(year, b, a), Day::new(year, a, b)])
}

/// The day of `05-03` that is nearest to `near`.
fn month_and_day(text: &str, near: Day) -> Option<Day> {
    let (month, of_month) = text.split_once('-')?;
    let is_two = |part: &str| part.len() == 2;
    let (month, of_month) = (number(month).filter(|_| is_two(month))?, number(of_month).filter(|_| is_two(of_month))?);
    nearest(month, of_month, near)
}

/// The day of that month and number that is nearest to another one.
fn nearest(month: i8, of_month: i8, near: Day) -> Option<Day> {
    let here = near.date().year();
    let years = [here, here + 1, here - 1];
    years.into_iter().filter_map(|year| Day::new(year, month, of_month)).min_by_key(|day| day.since(near).abs())
}

fn number(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches('.');
    if digits.is_empty() || digits.len() > 2 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

fn month_of(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_lowercase();
    let is_called = |month: &u8| is_named(&word, || [names::month(*month), names::month_in_full(*month)]);
    (1..=12).find(is_called).map(u8::cast_signed)
}

fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    (0..7).any(|day| is_named(&word, || [names::weekday(day), names::weekday_in_full(day)]))
}

/// Whether a word is the short name, or how the long one begins, in whatever language: people write days as they are used to.
fn is_named(word: &str, names: impl Fn() -> [&'static str; 2]) -> bool {
    Language::ALL.into_iter().any(|language| {
        let [short, long] = {
            let _spoken = language::speak(language);
            names()
        };
        word == short.to_lowercase() || (word.chars().count() >= 3 && long.to_lowercase().starts_with(word))
    })
}

/// How a day stands in its field: with its year where that is not the plan's.
pub(in crate::ui) fn show_day(day: Day, usual: Day) -> String {
    if day.date().year() == usual.date().year() { day.with_weekday() } else { day.in_full() }
}

/// Reads `9:30`, `09.30` or `0930`.
pub(in crate::ui) fn time(text: &str) -> Option<Time> {
    let text = text.trim().replace('.', ":");
    let (hours, minutes) = match text.split_once(':') {
        Some(parts) => parts,
        None if text.len() == 4 && text.is_ascii() => text.split_at(2),
        None => return None,
    };
    Time::parse(&format!("{hours:0>2}:{minutes}"))
}

/// Reads a whole number, with whichever minus.
pub(in crate::ui) fn whole(text: &str) -> Option<i32> {
    text.trim().replace('−', "-").parse().ok()
}

/// Reads `3,500.00 EUR`, `€3.500`, `3.5k` or `3500`, as in a table that is brought in; without a currency it is `currency`.
pub(in crate::ui) fn money(text: &str, currency: &str) -> Option<Money> {
    import::one_amount(text, currency)
}

/// Reads words that a separator parts, or the end of a line; empty ones, and those that came before, are left out.
pub(super) fn list(text: &str, separator: char) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split([separator, '\n']).map(str::trim).filter(|word| !word.is_empty()) {
        if !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// What is written, or nothing.
pub(in crate::ui) fn words(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}

/// An amount without its currency.
pub(in crate::ui) fn amount(money: Money) -> String {
    money.number()
}

/// An amount as it stands in its field: with the sign of its currency where that comes last.
pub(super) fn amount_in_field(money: Money) -> String {
    if Money::sign_is_last() { money.readable() } else { money.number() }
}

/// What stands quietly before an amount: the sign of its currency or its code, and nothing where that comes last.
pub(super) fn sign_before(currency: &str) -> String {
    let by_code = language::money() == MoneyForm::CodeFirst;
    match currency {
        _ if Money::sign_is_last() => String::new(),
        "EUR" if !by_code => "€".to_owned(),
        "GBP" if !by_code => "£".to_owned(),
        "USD" if !by_code => "$".to_owned(),
        other => other.to_owned(),
    }
}

/// Reads two-letter country codes that commas or blanks part; `None` while one of them is no code.
pub(super) fn markets(text: &str) -> Option<Vec<String>> {
    let codes: Vec<String> =
        text.split([',', ' ', ';']).map(|code| code.trim().to_uppercase()).filter(|code| !code.is_empty()).collect();
    let fine = codes.iter().all(|code| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()));
    fine.then(|| list(&codes.join(","), ','))
}

/// Reads the name of a time zone, which looks like `Europe/Berlin` or is `UTC`; nothing unsets it.
#[expect(clippy::option_option, reason = "the outer one says whether it could be read, the inner one whether there is a zone")]
pub(super) fn zone(text: &str) -> Option<Option<String>> {
    let text = text.trim();
    if text.is_empty() {
        return Some(None);
    }
    let part = |part: &str| part.starts_with(|c: char| c.is_ascii_uppercase()) && part.len() > 2;
    let known = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'/' | b'+' | b'-'));
    let fine = known && (text == "UTC" || text.split_once('/').is_some_and(|(area, place)| part(area) && part(place)));
    fine.then(|| Some(text.to_owned()))
}

/// Reads a number of people: `214k`, `1.2m`, `214,000` or `214000`.
pub(super) fn head_count(text: &str) -> Option<u64> {
    let text: String = text.trim().to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let (number, times) = match text.strip_suffix(['k', 'm']) {
        Some(number) if text.ends_with('k') => (number, 1_000),
        Some(number) => (number, 1_000_000),
        None => (text.as_str(), 1),
    };
    if times == 1 {
        let digits: String = number.chars().filter(|c| !matches!(c, ',' | '.' | '’' | '\'')).collect();
        return digits.parse().ok();
    }
    let (whole, part) = number.split_once(['.', ',']).unwrap_or((number, ""));
    let digits = part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let thousandths: u64 = if digits { format!("{part:0<3}").parse().ok()? } else { return None };
    whole.parse::<u64>().ok()?.checked_mul(times)?.checked_add(thousandths * times / 1_000)
}

/// Reads a share in per cent, from 0 to 100.
pub(super) fn percent(text: &str) -> Option<u8> {
    text.trim().trim_end_matches('%').trim().parse().ok().filter(|share| *share <= 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> Option<String> {
        day(text, Day::new(2027, 9, 2).unwrap_or(Day::MIN)).map(|day| day.to_string())
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in
            ["2027-09-07", "7 Sep", "7 sept", "Tue 7 Sep", "7 September 2027", "Sep 7", "September 7, 2027", "7.9.", "07.09.2027"]
        {
            assert_eq!(on(text).as_deref(), Some("2027-09-07"), "{text}");
        }
        for text in ["7. Sep", "Di, 7. Sept.", "Dienstag, 7. September 2027"] {
            assert_eq!(on(text).as_deref(), Some("2027-09-07"), "{text}");
        }
        assert_eq!(on("1. Mär 2027").as_deref(), Some("2027-03-01"));
        assert_eq!(on("29 Feb").as_deref(), Some("2028-02-29"));
        assert_eq!(on("3 Jan").as_deref(), Some("2028-01-03"), "the nearest January is the next one");
        for text in ["", "30 Feb", "7", "Sep", "7 Foo", "7/9", "32 Sep", "7 Sep 27", "2027-09-1", "é 7"] {
            assert_eq!(on(text), None, "{text}");
        }
    }

    #[test]
    fn a_shown_day_reads_back() {
        let usual = Day::new(2027, 8, 23).unwrap_or(Day::MIN);
        for language in Language::ALL {
            let _spoken = language::speak(language);
            for number in usual.number() - 900..usual.number() + 900 {
                let shown = Day::from_number(number);
                assert_eq!(day(&show_day(shown, usual), shown), Some(shown));
            }
        }
    }

    #[test]
    fn days_between_slashes_are_read_where_they_are_one_day() {
        let near = Day::new(2027, 9, 7).unwrap();
        let read = |text: &str| day(text, near).map(|day| day.to_string());
        assert_eq!(read("14/3/2027").as_deref(), Some("2027-03-14"));
        assert_eq!(read("3/14/2027").as_deref(), Some("2027-03-14"));
        assert_eq!(read("3/3/2027").as_deref(), Some("2027-03-03"));
        for text in ["3/4/2027", "14/14/2027", "3/4/27", "3/4", "a/4/2027"] {
            assert_eq!(read(text), None, "{text}");
        }
        let both = two_days("3/4/2027").map(|both| both.map(|day| day.to_string()));
        assert_eq!(both, Some(["2027-04-03".to_owned(), "2027-03-04".to_owned()]));
        assert_eq!((two_days("14/3/2027"), two_days("3/3/2027"), two_days("3 Apr")), (None, None, None));
    }

    #[test]
    fn amounts_and_times_are_read_kindly() {
        for text in ["3,500.00 EUR", "€3,500", "3.500,00 eur", "3500", "3 500,0 €", "EUR 3500"] {
            assert_eq!(money(text, "EUR").map(|money| money.to_string()).as_deref(), Some("3500.00 EUR"), "{text}");
        }
        for (text, read) in [
            ("12.5", "12.50 GBP"),
            ("2.5k", "2500.00 GBP"),
            ("€2,5K", "2500.00 EUR"),
            ("1.234k", "1234.00 GBP"),
            ("3m", "3000000.00 GBP"),
            ("12 euro", "12.00 EUR"),
            ("1,234", "1234.00 GBP"),
            ("1.234", "1234.00 GBP"),
        ] {
            assert_eq!(money(text, "GBP").map(|money| money.to_string()).as_deref(), Some(read), "{text}");
        }
        for text in ["", "EUR", "12 KRONEN", "1x2", "€", ".", "-5", "−5 EUR", "k", "2kk"] {
            assert_eq!(money(text, "EUR"), None, "{text}");
        }
        for text in ["9:30", "09:30", "9.30", "0930"] {
            assert_eq!(time(text).map(|time| time.to_string()).as_deref(), Some("09:30"), "{text}");
        }
        assert_eq!((time("25:00"), time("9"), whole("−14"), whole("x")), (None, None, Some(-14), None));
    }

    #[test]
    fn what_is_shown_reads_back() {
        for number in [0, 7, 999, 1_000, 61_000, 1_234_567] {
            assert_eq!(head_count(&crate::words::counts::grouped(number)), Some(number));
        }
        for text in ["3500 EUR", "12.50 GBP", "1234567.89 CHF"] {
            let amount_of = Money::parse(text).map(|money| (amount(money), money));
            let Some((shown, read)) = amount_of else { panic!("{text} is an amount") };
            assert_eq!(money(&shown, read.currency()), Some(read), "{shown}");
        }
    }

    #[test]
    fn people_are_counted_as_one_says_it() {
        for (text, count) in [("214k", 214_000), ("1.2m", 1_200_000), ("61,500", 61_500), ("0.5 k", 500), ("12", 12)] {
            assert_eq!(head_count(text), Some(count), "{text}");
        }
        for text in ["", "k", "many", "1.2345k", "-3"] {
            assert_eq!(head_count(text), None, "{text}");
        }
        assert_eq!((percent("12 %"), percent("101"), percent("x")), (Some(12), None, None));
    }

    #[test]
    fn markets_and_zones_are_read_or_wait() {
        assert_eq!(markets("de, GB us de"), Some(vec!["DE".into(), "GB".into(), "US".into()]));
        assert_eq!((markets(""), markets("Germany"), markets("D1")), (Some(Vec::new()), None, None));
        assert_eq!(
            (zone(""), zone("Europe/Berlin"), zone("UTC")),
            (Some(None), Some(Some("Europe/Berlin".into())), Some(Some("UTC".into())))
        );
        for text in ["Europe", "berlin", "Europe/", "Europe/Berlin now"] {
            assert_eq!(zone(text), None, "{text}");
        }
    }
}
