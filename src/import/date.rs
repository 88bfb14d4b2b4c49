//! Days as people write them into tables. Reading and resolving are two steps: what is written is read without knowing
//! anything else ([`Reading`]); which day that is may need an answer, for example which of two numbers is the month, and
//! is only said once that is known.

mod resolve;
mod shape;

use resolve::orders;
pub(super) use resolve::{Context, Need, resolve};
pub use shape::DateShape;
pub(super) use shape::Orders;

use super::months;
use super::table::Value;
use super::text::fold;
use crate::model::record::closed;
use crate::model::{Day, Time};

closed! {
    /// In which order the numbers of a date stand.
    pub enum DateOrder {
        /// Day, month, year.
        Dmy = "dmy",
        /// Month, day, year.
        Mdy = "mdy",
        /// Year, month, day.
        Ymd = "ymd",
    }
}

/// What is written in a cell that says when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// A day, or a first and a last one.
    Days(Point, Option<Point>),
    /// The week that begins on that day (“w/c 3 May”).
    Week(Point),
    /// A week of the calendar by its number (“KW 18”), with its year where that is written.
    WeekNumber(i8, Option<i16>),
    /// A week by a number that counts from nobody knows what (“Week 1”).
    Counted(i8),
    /// Only a weekday; which week, another cell has to say.
    Weekday(u8),
    /// A part of a month, or all of it, with its year where that is written: “late May”.
    Stretch(Stretch, i8, Option<i16>),
    /// Only a month, with its year where that is written: a heading, and no day.
    Month(i8, Option<i16>),
    /// That many days after day 0.
    Relative(i32),
    /// A place in an order.
    Order(i32),
}

/// A part of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stretch {
    /// The first ten days.
    Early,
    /// The ten days after them.
    Mid,
    /// What is left.
    Late,
    /// All of it.
    All,
}

/// A day as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    part: Part,
    weekday: Option<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Nothing is missing.
    Full(Day),
    /// Two numbers of which one is the month.
    Pair(i8, i8, Option<i16>, DateShape),
    /// Three numbers of two digits.
    Triple(i8, i8, i8, DateShape),
    /// Day, month, and the year where it is written.
    Named(i8, i8, Option<i16>),
    /// Only the day of a month, as in “3–5 May”.
    DayOnly(i8),
}

/// Which day it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Resolved {
    /// From that day to that one, which may be the same.
    On(Day, Day),
    /// That many days after day 0.
    Relative(i32),
    /// A place in an order.
    Order(i32),
}

/// Reads what says when; `None` where it says nothing that is known. A time of day beside it comes along.
pub(super) fn read(text: &str) -> Option<(Reading, Option<Time>)> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > 80 {
        return None;
    }
    let lower = text.to_lowercase().replace('\u{a0}', " ");
    // `2027-05-03T09:30:00Z`, as machines write it.
    if let Some(day) = lower.get(..10).and_then(Day::parse) {
        let rest = lower.get(10..).unwrap_or_default().trim_start_matches(['t', ' ']);
        if rest.is_empty() {
            return Some((full(day), None));
        }
        if let Some(time) = rest.get(..5).and_then(Time::parse) {
            return Some((full(day), Some(time).filter(|time| time.minutes() > 0)));
        }
    }
    let (rest, time) = without_time(&lower);
    reading(rest.trim()).map(|reading| (reading, time))
}

/// A day that is a day already.
pub(super) fn full(day: Day) -> Reading {
    Reading::Days(Point { part: Part::Full(day), weekday: None }, None)
}

/// The number of a day in a spreadsheet, where it can be one of our century.
pub(super) fn serial(number: f64, from_1904: bool) -> Option<Day> {
    let whole = number.floor();
    if !(20_000.0..80_000.0).contains(&whole) {
        return None;
    }
    // 25 569 days lie between 30 December 1899 and 1970, 24 107 between 1904 and 1970.
    Some(Day::from_number(whole as i32 - if from_1904 { 24_107 } else { 25_569 }))
}

/// The same where the number became a text, as tables of commas have it.
pub(super) fn written_serial(text: &str, from_1904: bool) -> Option<Day> {
    let text = text.trim();
    let is_number = text.len() <= 12 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.parse().ok().filter(|_| is_number).and_then(|number| serial(number, from_1904))
}

/// Takes the time of day out of a text.
fn without_time(text: &str) -> (String, Option<Time>) {
    let mut time = None;
    let mut kept: Vec<&str> = Vec::new();
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let next = words.get(at + 1).copied().unwrap_or_default();
        if time.is_none()
            && let Some((found, took)) = clock(word, next)
        {
            time = Some(found);
            at += took;
            // What leads to a time belongs to it.
            if kept.last().is_some_and(|word| matches!(*word, "at" | "um" | "@" | "a" | "à")) {
                kept.pop();
            }
            continue;
        }
        kept.push(word);
        at += 1;
    }
    (kept.join(" "), time)
}

/// A time of day at the beginning of two words, and how many of them it takes.
fn clock(word: &str, next: &str) -> Option<(Time, usize)> {
    let word = word.trim_end_matches([',', ';']);
    let half = |word: &str| match word {
        "am" | "a.m." => Some(false),
        "pm" | "p.m." => Some(true),
        _ => None,
    };
    let (digits, joined) = match (word.strip_suffix("am"), word.strip_suffix("pm")) {
        (Some(rest), _) => (rest, Some(false)),
        (_, Some(rest)) => (rest, Some(true)),
        _ => (word, None),
    };
    let afternoon = joined.or_else(|| half(next));
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) => (hours, minutes.split(':').next().unwrap_or_default()),
        None if afternoon.is_some() => (digits, "00"),
        None => return None,
    };
    let hours: u16 = hours.parse().ok().filter(|_| hours.len() <= 2)?;
    let hours = match afternoon {
        Some(_) if !(1..=12).contains(&hours) => return None,
        Some(true) => hours % 12 + 12,
        Some(false) => hours % 12,
        None => hours,
    };
    let time = Time::parse(&format!("{hours:02}:{minutes}"))?;
    let more = (joined.is_none() && half(next).is_some()) || next == "uhr" || next == "h";
    Some((time, 1 + usize::from(more)))
}

/// The text without the name of a time zone at its end, where it has one: “18:00 CET”.
pub(super) fn without_zone(text: &str) -> Option<&str> {
    const ZONES: [&str; 17] =
        ["cet", "cest", "mez", "mesz", "utc", "gmt", "bst", "wet", "west", "eet", "eest", "et", "est", "edt", "pt", "pst", "pdt"];
    let (time, zone) = text.trim().rsplit_once([' ', '('])?;
    ZONES.contains(&zone.trim_end_matches(')').to_lowercase().as_str()).then(|| time.trim_end())
}

/// A time of day that stands alone.
pub(super) fn time(text: &str) -> Option<Time> {
    let text = without_zone(text).unwrap_or(text);
    let lower = text.trim().to_lowercase();
    match lower.as_str() {
        "noon" | "midday" | "12 noon" | "mittag" | "mittags" | "midi" => return Time::parse("12:00"),
        "midnight" | "mitternacht" | "minuit" => return Time::parse("00:00"),
        _ => {}
    }
    // “18 Uhr”: a whole hour by its word. “6 o’clock” may be in the morning or in the evening.
    let hour = ["uhr", "heures", "h"].iter().find_map(|word| lower.strip_suffix(word));
    if let Some(hour) = hour.and_then(|hour| hour.trim().parse::<u8>().ok()) {
        return Time::parse(&format!("{hour:02}:00"));
    }
    let (rest, time) = without_time(&lower);
    if let Some(time) = time.filter(|_| rest.is_empty()) {
        return Some(time);
    }
    let (hours, minutes) = lower.split_once(['.', 'h']).unwrap_or((&lower, ""));
    let minutes = if minutes.is_empty() { "00" } else { minutes };
    let plain = lower.contains(['.', 'h']) && !hours.is_empty();
    plain.then(|| Time::parse(&format!("{hours:0>2}:{minutes}"))).flatten()
}

/// The days behind a week by its number: “KW 18 (3.–7. Mai)”, “18 (3–7 May)”, “Week 18: 3 May”. They say more than the number.
fn days_of_week(text: &str) -> Option<Reading> {
    let in_brackets = || text.split_once('(').and_then(|(label, rest)| Some((label, rest.trim_end().strip_suffix(')')?)));
    let (label, rest, is_bare) = match in_brackets() {
        Some((label, rest)) => (label.trim(), rest.trim(), true),
        None => text.split_once(':').map(|(label, rest)| (label.trim(), rest.trim(), false))?,
    };
    let is_number = || is_bare && label.parse().is_ok_and(|number: u8| (1..=53).contains(&number));
    let is_week = is_number() || matches!(week(label), Some(Reading::WeekNumber(..) | Reading::Counted(_)));
    let days = point(rest).map(Reading::Week).or_else(|| range(rest)).filter(|_| is_week)?;
    Some(days)
}

fn reading(text: &str) -> Option<Reading> {
    if let Some(days) = days_of_week(text) {
        return Some(days);
    }
    if let Some(number) = relative(text) {
        return Some(Reading::Relative(number));
    }
    if let Some(place) = text.strip_prefix('#').and_then(|rest| rest.trim().parse().ok()) {
        return Some(Reading::Order(place));
    }
    if let Some(reading) = stretch(text).or_else(|| neighbours(text)) {
        return Some(reading);
    }
    if let Some(week) = week(text) {
        return Some(week);
    }
    if let Some(weekday) = months::weekday(&fold(text)) {
        return Some(Reading::Weekday(weekday));
    }
    if let Some((month, year)) = month(text) {
        return Some(Reading::Month(month, year));
    }
    point(text).or_else(|| day_of_a_month(text)).map(|point| Reading::Days(point, None)).or_else(|| range(text))
}

/// “May”, “MAY 2027”, “2027 May”.
fn month(text: &str) -> Option<(i8, Option<i16>)> {
    let words: Vec<&str> = text.split([' ', '-', '/', '.', ',', ':']).filter(|word| !word.is_empty()).collect();
    let named = |word: &str| months::month(&fold(word));
    match words.as_slice() {
        [only] => named(only).map(|month| (month, None)),
        [a, b] => {
            let (month, year) = named(a).map(|month| (month, *b)).or_else(|| named(b).map(|month| (month, *a)))?;
            let year = year.trim_start_matches(['\'', '’']);
            // “May 27” is a day; a year of two digits has its apostrophe.
            let is_year = year.len() == 4 || (year.len() == 2 && (a.starts_with(['\'', '’']) || b.starts_with(['\'', '’'])));
            year_of(year).filter(|_| is_year).map(|year| (month, Some(year)))
        }
        _ => None,
    }
}

/// “Late May”, “mid-May 2027”, “Ende Mai”, “all of May”.
fn stretch(text: &str) -> Option<Reading> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    let (first, rest) = words.split_first()?;
    let part = match *first {
        "early" | "anfang" | "debut" | "beginning" => Stretch::Early,
        "mid" | "middle" | "mitte" | "mi" => Stretch::Mid,
        "late" | "ende" | "fin" | "end" => Stretch::Late,
        "all" | "whole" => Stretch::All,
        _ => return None,
    };
    let rest = if rest.first().is_some_and(|word| matches!(*word, "of" | "de")) { rest.get(1..)? } else { rest };
    let (name, year) = match rest {
        [name] => (name, None),
        [name, year] if year.len() == 4 => (name, Some(year_of(year)?)),
        _ => return None,
    };
    months::month(name).map(|month| Reading::Stretch(part, month, year))
}

/// “8/9 May”, “May 8 & 9”: two days that follow each other. Two days apart are no days from one to the other.
fn neighbours(text: &str) -> Option<Reading> {
    const BETWEEN: [&str; 5] = ["/", "&", "+", " and ", " und "];
    BETWEEN.iter().find_map(|between| {
        let (first, last) = text.split_once(between)?;
        let (first, last) = (first.trim(), last.trim());
        let (first, last) = (point(first).or_else(|| day_only(first))?, point(last).or_else(|| day_only(last))?);
        match (first.part, last.part) {
            (Part::DayOnly(a), Part::Named(b, ..)) | (Part::Named(a, _, None), Part::DayOnly(b)) if b == a + 1 => {
                Some(Reading::Days(first, Some(last)))
            }
            _ => None,
        }
    })
}

/// “Mon 3rd”, “3rd”: the month stands above. A number alone may be anything.
fn day_of_a_month(text: &str) -> Option<Point> {
    let point = day_only(text)?;
    let has_ending = ["st", "nd", "rd", "th", "er", "º", "ª"].iter().any(|end| text.ends_with(end));
    (point.weekday.is_some() || has_ending).then_some(point)
}

/// Days of a month that another cell has to say: “3”, “28th”, “12-14”.
pub(super) fn days_of_month(text: &str) -> Option<Reading> {
    let text = text.trim().to_lowercase();
    if text.chars().count() > 20 {
        return None;
    }
    if let Some(point) = day_only(&text) {
        return Some(Reading::Days(point, None));
    }
    let (at, between) = text.char_indices().find(|(_, c)| matches!(c, '-' | '–' | '—' | '/' | '&' | '+'))?;
    let (first, last) = (text.get(..at)?, text.get(at + between.len_utf8()..)?);
    let (first, last) = (day_only(first.trim())?, day_only(last.trim())?);
    // Two days apart are no days from one to the other.
    let follow = matches!((first.part, last.part), (Part::DayOnly(a), Part::DayOnly(b)) if b == a + 1);
    (follow || matches!(between, '-' | '–' | '—')).then_some(Reading::Days(first, Some(last)))
}

/// The month that a cell of a column of months says, with its year where that is written.
pub(super) fn month_of(value: &Value) -> Option<(i8, Option<i16>)> {
    match value {
        Value::Date(day, _) => Some((day.date().month(), Some(day.date().year()))),
        Value::Number(number) => month_number(*number),
        Value::Text(text) => match read(text).map(|(reading, _)| reading) {
            Some(Reading::Month(month, year)) => Some((month, year)),
            // “Sep-27” is a year in a column of months.
            Some(Reading::Days(Point { part: Part::Named(year, month, None), weekday: None }, None)) if year > 12 => {
                Some((month, Some(2000 + i16::from(year))))
            }
            Some(Reading::Days(Point { part: Part::Full(day), .. }, None)) => Some((day.date().month(), Some(day.date().year()))),
            None => text.trim().parse().ok().and_then(month_number),
            _ => None,
        },
        _ => None,
    }
}

fn month_number(number: f64) -> Option<(i8, Option<i16>)> {
    (number.fract() == 0.0 && (1.0..=12.0).contains(&number)).then_some((number as i8, None))
}

/// That day of a month that another cell has to say.
pub(super) fn day_number(number: f64) -> Option<Reading> {
    let day = (number.fract() == 0.0 && (1.0..=31.0).contains(&number)).then_some(number as i8)?;
    Some(Reading::Days(Point { part: Part::DayOnly(day), weekday: None }, None))
}

/// “D-14”, “day +3”, “T−7”.
fn relative(text: &str) -> Option<i32> {
    let text = text.replace(['−', '–'], "-").replace("minus", "-").replace("plus", "+");
    let named = ["day", "tag", "jour", "launch", "d", "t"].iter().find_map(|word| text.strip_prefix(word));
    let number: String = named.unwrap_or(&text).split_whitespace().collect();
    let number = number.strip_suffix("days").or(number.strip_suffix("tage")).unwrap_or(&number);
    let signed = number.starts_with(['+', '-']);
    // “3” alone may be anything; “day 3” and “+3” are days counted from day 0.
    let counted = signed || (named.is_some() && text.starts_with("day"));
    number.parse().ok().filter(|number: &i32| counted && number.unsigned_abs() <= 3660)
}

fn week(text: &str) -> Option<Reading> {
    const FIRST_DAY: [&str; 20] = [
        "week commencing",
        "week beginning",
        "week starting",
        "week from",
        "week of",
        "wk commencing",
        "wk beginning",
        "wk of",
        "w/c",
        "w/b",
        "w.c.",
        "wc",
        "wb",
        "woche ab",
        "woche vom",
        "semaine du",
        "semana del",
        "semana de",
        "settimana del",
        "week van",
    ];
    // The first three are words for weeks of the calendar; the others may count from anything.
    const NUMBER: [&str; 8] = ["calendar week", "kw", "cw", "semaine", "semana", "woche", "week", "wk"];
    for prefix in FIRST_DAY {
        if let Some(point) = text.strip_prefix(prefix).and_then(|rest| point(rest.trim_start_matches([':', '.']).trim())) {
            return Some(Reading::Week(point));
        }
    }
    let (at, rest) = NUMBER.iter().enumerate().find_map(|(at, prefix)| Some((at, text.strip_prefix(prefix)?)))?;
    let mut parts = rest.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let number: i8 = parts.next()?.parse().ok().filter(|number| (1..=53).contains(number))?;
    let year = match parts.next() {
        None => None,
        Some(year) => Some(year_of(year)?),
    };
    let only_numbers = rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '/' | '.' | '-' | ','));
    let is_counted = year.is_none() && at > 2;
    let reading = if is_counted { Reading::Counted(number) } else { Reading::WeekNumber(number, year) };
    (only_numbers && parts.next().is_none()).then_some(reading)
}

/// A first and a last day.
fn range(text: &str) -> Option<Reading> {
    const TO: [&str; 12] = ["–", "—", "→", " - ", " to ", " bis ", " until ", " till ", " through ", " au ", " al ", "-"];
    for to in TO {
        for (at, _) in text.match_indices(to) {
            let (first, last) = (text.get(..at)?.trim(), text.get(at + to.len()..)?.trim());
            let first_day = point(first).or_else(|| day_only(first));
            let last_day = point(last).or_else(|| day_only(last));
            if let (Some(first), Some(last)) = (first_day, last_day) {
                let both_short = matches!((first.part, last.part), (Part::DayOnly(_), Part::DayOnly(_)));
                if !both_short {
                    return Some(Reading::Days(first, Some(last)));
                }
            }
        }
    }
    None
}

/// “3”, “3rd”, “03.”: a part of a range.
fn day_only(text: &str) -> Option<Point> {
    let (weekday, text) = without_weekday(text);
    number(&text).map(|day| Point { part: Part::DayOnly(day), weekday })
}

/// Whether a text is the name of a day of the week and nothing else.
pub(super) fn is_weekday(text: &str) -> bool {
    matches!(read(text), Some((Reading::Weekday(_), None)))
}

fn without_weekday(text: &str) -> (Option<u8>, String) {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    if let Some((first, rest)) = words.split_first()
        && !rest.is_empty()
        && let Some(weekday) = months::weekday(&fold(first))
    {
        // “mar” may be Tuesday or March: with another month in sight it is the weekday.
        let is_month = months::month(&fold(first)).is_some();
        let other_month = rest.iter().any(|word| months::month(&fold(word)).is_some());
        if !is_month || other_month {
            return (Some(weekday), rest.join(" "));
        }
    }
    // “3 May (Mon)”.
    if let Some((last, rest)) = words.split_last()
        && rest.len() > 1
        && let Some(weekday) = months::weekday(&fold(last)).filter(|_| months::month(&fold(last)).is_none())
    {
        return (Some(weekday), rest.join(" "));
    }
    (None, words.join(" "))
}

fn point(text: &str) -> Option<Point> {
    let (weekday, text) = without_weekday(text);
    let part = if text.chars().any(char::is_alphabetic) { named(&text) } else { numbers(&text) }?;
    Some(Point { part, weekday })
}

/// “3 May”, “May 3rd, 2027”, “3-May-27”.
fn named(text: &str) -> Option<Part> {
    let words: Vec<String> = text
        .split([' ', '-', '/', '.', '\'', '’'])
        .map(|word| word.trim_matches(['(', ')']))
        .filter(|word| !word.is_empty() && !matches!(*word, "of" | "the" | "de" | "del" | "den" | "der"))
        .map(str::to_owned)
        .collect();
    let month_at = words.iter().position(|word| months::month(&fold(word)).is_some())?;
    let month = words.get(month_at).and_then(|word| months::month(&fold(word)))?;
    let others: Vec<&String> = words.iter().enumerate().filter(|(at, _)| *at != month_at).map(|(_, word)| word).collect();
    match (month_at, others.as_slice()) {
        (0 | 1, [day]) => Some(Part::Named(number(day)?, month, None)),
        // `2027 May 3`.
        (1, [year, day]) if year.len() == 4 => Some(Part::Named(number(day)?, month, Some(year_of(year)?))),
        (0 | 1, [day, year]) => Some(Part::Named(number(day)?, month, Some(year_of(year)?))),
        _ => None,
    }
}

/// “3.5.”, “03/05/2027”, “2027-05-03”, “20270503”.
fn numbers(text: &str) -> Option<Part> {
    let ends = text.ends_with('.');
    let bare = text.trim_end_matches('.').replace(' ', "");
    if bare.len() == 8 && bare.bytes().all(|byte| byte.is_ascii_digit()) {
        let day = Day::parse(&format!("{}-{}-{}", bare.get(..4)?, bare.get(4..6)?, bare.get(6..)?))?;
        return (1990..2100).contains(&day.date().year()).then_some(Part::Full(day));
    }
    let separator = bare.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let shape = DateShape::of(separator);
    let parts: Vec<&str> = bare.split(separator).collect();
    match parts.as_slice() {
        [a, b] => {
            // “3-5” may be two days, and “3.5” a number.
            let padded = [a, b].iter().any(|part| part.starts_with('0'));
            let clear = separator == '/' || (separator == '.' && (ends || padded));
            let (a, b) = (number(a)?, number(b)?);
            clear.then_some(Part::Pair(a, b, None, shape)).filter(|part| !orders(*part).is_empty())
        }
        [year, month, day] if year.len() == 4 => Day::new(year.parse().ok()?, number(month)?, number(day)?).map(Part::Full),
        [a, b, year] if year.len() == 4 => Some(Part::Pair(number(a)?, number(b)?, Some(year.parse().ok()?), shape)),
        [a, b, c] => {
            let small = |part: &str| (part.len() <= 2).then(|| part.parse::<i8>().ok()).flatten();
            Some(Part::Triple(small(a)?, small(b)?, small(c)?, shape))
        }
        _ => None,
    }
}

/// A day of a month, with the ending that some languages give it.
fn number(word: &str) -> Option<i8> {
    let word = word.trim().trim_end_matches('.');
    let digits = ["st", "nd", "rd", "th", "er", "º", "ª"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    if digits.is_empty() || digits.len() > 2 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// A year of four digits, or the last two of this century.
fn year_of(word: &str) -> Option<i16> {
    if !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match word.len() {
        4 => word.parse().ok().filter(|year| (1900..2200).contains(year)),
        2 => word.parse::<i16>().ok().map(|year| 2000 + year),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
