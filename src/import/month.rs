//! The month that a whole table is of. Days that are only numbers stand below “May 2027”, or in a sheet that is called so; which
//! of the two was taken is told, and where they disagree it is asked. A text says a month only where it says nothing else: of
//! “Prepared by Jan, 2027” nobody knows whether Jan is a month.

use std::collections::HashSet;

use super::date::{self, Reading};
use super::mapping::{Mapping, MonthFrom};
use super::months;
use super::people::is_name_like;
use super::table::{Sheet, Value};
use super::text::{fold, short};
use crate::model::Campaign;
use crate::words::{import as say, names};

/// Longest text, in characters, that calls a table something.
const LONGEST: usize = 80;
/// Most words around a month without a year: a sentence that has the word “may” names no month.
const FEW: usize = 4;
/// Rows below the header whose names are looked at.
const LOOKED_AT: usize = 400;

/// Words that stand beside the month in the title of a calendar and change nothing about it.
const PLAIN: [&str; 84] = [
    "content",
    "calendar",
    "plan",
    "plans",
    "planner",
    "planning",
    "schedule",
    "social",
    "media",
    "editorial",
    "marketing",
    "influencer",
    "influencers",
    "creator",
    "creators",
    "campaign",
    "month",
    "monthly",
    "post",
    "posts",
    "posting",
    "overview",
    "roadmap",
    "timeline",
    "programme",
    "program",
    "tracker",
    "sheet",
    "grid",
    "board",
    "agenda",
    "draft",
    "final",
    "new",
    "for",
    "of",
    "the",
    "and",
    "instagram",
    "tiktok",
    "youtube",
    "reels",
    "kalender",
    "contentkalender",
    "contentplan",
    "redaktionsplan",
    "redaktionskalender",
    "redaktion",
    "monat",
    "monatsplan",
    "monatsubersicht",
    "ubersicht",
    "planung",
    "kampagne",
    "kampagnenplan",
    "inhalte",
    "beitrage",
    "fur",
    "der",
    "des",
    "und",
    "entwurf",
    "calendrier",
    "contenu",
    "contenus",
    "mois",
    "campagne",
    "pour",
    "du",
    "de",
    "la",
    "le",
    "et",
    "calendario",
    "contenido",
    "contenidos",
    "mes",
    "campana",
    "para",
    "del",
    "mese",
    "campagna",
    "per",
    "di",
];

/// The month that a table is of, and what says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableMonth {
    /// The month, 1 to 12.
    pub month: i8,
    /// Its year, where that stands beside it, or once above the table or in its name.
    pub year: Option<i16>,
    /// Where it stands.
    pub from: MonthFrom,
    /// The title or the name.
    pub text: String,
    /// The other text that says the year.
    pub year_by: Option<String>,
    /// The rows above the table that say any of it.
    pub rows: Vec<u32>,
}

impl TableMonth {
    /// “May 2027”, with the year that was answered where none is written.
    #[must_use]
    pub fn shown(&self, answered: Option<i16>) -> String {
        let name = names::month(self.month.unsigned_abs());
        answered.or(self.year).map_or_else(|| name.to_owned(), |year| names::month_of_year(name, year))
    }

    /// What is taken for it, and why.
    #[must_use]
    pub fn sentence(&self, answered: Option<i16>) -> String {
        let month = self.shown(answered);
        let said = match self.from {
            MonthFrom::Title => say::month_by_title(month, short(&self.text)),
            MonthFrom::Name => say::month_by_name(month, short(&self.text)),
        };
        match &self.year_by {
            Some(text) if answered.is_none() => say::year_by(said, short(text)),
            _ => said,
        }
    }
}

/// What the texts above a table and its name say.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// The month that is taken.
    pub(super) month: Option<TableMonth>,
    /// Title and name are two months, and nobody said which one counts.
    pub(super) clash: Option<(TableMonth, TableMonth)>,
    /// A text that has a month and more, so that it may be about something else: it is asked about, and never taken.
    pub(super) perhaps: Option<TableMonth>,
}

/// A month that stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Written {
    month: i8,
    year: Option<i16>,
    /// The text says nothing else.
    sure: bool,
}

/// The month of a table whose header is that row, or which has none.
pub(super) fn of_table(sheet: &Sheet, header: Option<u32>, mapping: &Mapping, campaign: &Campaign) -> Said {
    let mut titles: Vec<(u32, &str)> = Vec::new();
    for row in sheet.rows.iter().take_while(|row| header.is_some_and(|header| row.number < header)) {
        for cell in &row.cells {
            // A merged title stands in many cells.
            if let Value::Text(text) = &cell.value
                && titles.last().is_none_or(|(_, last)| *last != text)
            {
                titles.push((row.number, text));
            }
        }
    }
    let known = known(sheet, header, campaign);
    let made = |written: Written, (row, text): (Option<u32>, &str)| {
        let all = titles.iter().map(|(row, text)| (Some(*row), *text)).chain([(None, sheet.name.as_str())]);
        let other = if written.year.is_none() { lone_year(all, written.month) } else { None };
        let rows = row.into_iter().chain(other.and_then(|(_, row, _)| row)).collect();
        TableMonth {
            month: written.month,
            year: written.year.or(other.map(|(year, ..)| year)),
            from: if row.is_some() { MonthFrom::Title } else { MonthFrom::Name },
            text: text.trim().to_owned(),
            year_by: other.map(|(_, _, text)| text.to_owned()),
            rows,
        }
    };
    let (title, weak) = titled(&titles, &known);
    let by_name = written(&sheet.name, true, &known).map(|said| (said, (None, sheet.name.as_str())));
    let perhaps = weak.or(by_name.filter(|(said, _)| !said.sure)).map(|(said, from)| made(said, from));
    let title = title.map(|(said, from)| made(said, from));
    let name = by_name.filter(|(said, _)| said.sure).map(|(said, from)| made(said, from));
    let is_clash = |one: &TableMonth, other: &TableMonth| {
        one.month != other.month || (one.year.is_some() && other.year.is_some() && one.year != other.year)
    };
    let (month, clash) = match (title, name) {
        (Some(title), Some(name)) if is_clash(&title, &name) => match mapping.month_from {
            Some(MonthFrom::Name) => (Some(name), None),
            Some(MonthFrom::Title) => (Some(title), None),
            None => (Some(title.clone()), Some((title, name))),
        },
        // Of two that agree the one with its year is quoted.
        (Some(title), Some(name)) if title.year_by.is_some() && name.year_by.is_none() => (Some(name), None),
        (title, name) => (title.or(name), None),
    };
    Said { month, clash, perhaps }
}

/// The month that the name of a sheet says.
pub(super) fn of_name(sheet: &Sheet, campaign: &Campaign) -> Option<(i8, Option<i16>)> {
    let written = written(&sheet.name, true, &known(sheet, None, campaign))?;
    written.sure.then_some((written.month, written.year))
}

/// The words of names that are known: of the plan, its brands and its people, and of people in the table.
fn known(sheet: &Sheet, header: Option<u32>, campaign: &Campaign) -> HashSet<String> {
    let brands = campaign.brands.iter().map(|brand| brand.name.as_str());
    let creators = campaign.creators.iter().map(|creator| creator.name.as_str());
    let products = campaign.products.iter().map(|product| product.name.as_str());
    let below = sheet.rows.iter().filter(|row| header.is_none_or(|header| row.number > header)).take(LOOKED_AT);
    let cells = below.flat_map(|row| &row.cells).filter_map(|cell| match &cell.value {
        Value::Text(text) if text.len() <= LONGEST && text.split_whitespace().count() <= 2 => Some(text.as_str()),
        _ => None,
    });
    // “Jan” in a column of people is no month, which the rule for names would make of it.
    let is_name = |text: &&str| is_name_like(text) || months::whole(&fold(text)).is_some();
    let named = [campaign.name.as_str()].into_iter().chain(brands).chain(creators).chain(products).chain(cells.filter(is_name));
    named.flat_map(|name| fold(name).split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// A text with the row that it stands in; the name of a sheet has none.
type From<'a> = (Option<u32>, &'a str);

/// A month that was found, with where it stands.
type Titled<'a> = Option<(Written, From<'a>)>;

/// The month of the titles above a table: the last one that is nothing else, or the only one that stands in any of them. Behind
/// it, the first title that may be about a month or not.
fn titled<'a>(titles: &[(u32, &'a str)], known: &HashSet<String>) -> (Titled<'a>, Titled<'a>) {
    let exact = |text: &str| match date::read(text.trim_end_matches(':'))?.0 {
        Reading::Month(month, year) => Some(Written { month, year, sure: true }),
        _ => None,
    };
    if let Some(found) = titles.iter().rev().find_map(|(row, text)| Some((exact(text)?, (Some(*row), *text)))) {
        return (Some(found), None);
    }
    let within = titles.iter().filter_map(|(row, text)| Some((written(text, false, known)?, (Some(*row), *text))));
    let (sure, weak): (Vec<_>, Vec<_>) = within.partition(|(said, _)| said.sure);
    let first = sure.first().copied().filter(|(first, _)| sure.iter().all(|(said, _)| said.month == first.month));
    (first, weak.first().copied())
}

/// The one month in a text: “Content May 2027”, “Mai-Plan”, “2027-05”. Two figures behind it are a year in the name of a sheet
/// only.
fn written(text: &str, is_name: bool, known: &HashSet<String>) -> Option<Written> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let numbers: Vec<&str> = words.iter().copied().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit())).collect();
    let is_version = |word: &str| word.strip_prefix('v').is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    let is_plain = |word: &&str| numbers.contains(word) || PLAIN.contains(word) || is_version(word) || known.contains(*word);
    let mut named = words.iter().enumerate().filter_map(|(at, word)| Some((at, months::whole(word)?)));
    let Some((at, month)) = named.next() else {
        // Without a name the numbers have to be nothing else.
        return match numbers.as_slice() {
            [year, month] | [month, year] if year.len() == 4 && month.len() <= 2 => {
                let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
                Some(Written { month, year: Some(months::plan_year(year)?), sure: words.iter().all(is_plain) })
            }
            _ => None,
        };
    };
    if named.next().is_some() {
        return None;
    }
    let others = words.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, word)| word);
    // A month that is somebody's name, too, says neither.
    let is_somebody = words.get(at).is_some_and(|word| known.contains(*word));
    let sure = others.copied().all(|word| is_plain(&word)) && !is_somebody;
    // “3 May 2027” is the day of something, and no month.
    let is_short_year = |number: &str| is_name && number.len() == 2 && words.get(at + 1) == Some(&number);
    match numbers.as_slice() {
        [] => (words.len() <= FEW).then_some(Written { month, year: None, sure }),
        [number] if is_short_year(number) => {
            let year = format!("20{number}");
            Some(Written { month, year: Some(months::plan_year(&year)?), sure })
        }
        [number] => Some(Written { month, year: Some(months::plan_year(number)?), sure }),
        _ => None,
    }
}

/// The one year in texts that have no other number and no other month; `None` where they have several.
fn lone_year<'a>(texts: impl Iterator<Item = From<'a>>, month: i8) -> Option<(i16, Option<u32>, &'a str)> {
    let year = |text: &str| {
        let folded = fold(text);
        let mut numbers = folded.split(' ').filter(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
        let only = numbers.next().filter(|_| numbers.next().is_none()).and_then(months::plan_year)?;
        folded.split(' ').filter_map(months::whole).all(|other| other == month).then_some(only)
    };
    let found: Vec<(i16, Option<u32>, &str)> = texts.filter_map(|(row, text)| Some((year(text)?, row, text))).collect();
    let first = found.first().copied()?;
    found.iter().all(|(year, ..)| *year == first.0).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_say_their_month() {
        for (name, month) in [
            ("May 2027", Some((5, Some(2027)))),
            ("2027-05", Some((5, Some(2027)))),
            ("05.2027", Some((5, Some(2027)))),
            ("2027_05 Content", Some((5, Some(2027)))),
            ("Mai '27", Some((5, Some(2027)))),
            ("Sept", Some((9, None))),
            ("Content plan MAY", Some((5, None))),
            ("janvier", Some((1, None))),
            ("Plan", None),
            ("Marc", None),
            ("May–June 2027", None),
            ("3 May 2027", None),
            ("2027-05-03", None),
            ("2027", None),
            ("2027-13", None),
        ] {
            let said = written(name, true, &HashSet::new());
            assert_eq!(said.map(|said| (said.month, said.year)), month, "{name}");
            assert!(said.is_none_or(|said| said.sure), "{name}");
        }
        let year =
            |texts: &[&'static str]| lone_year(texts.iter().map(|text| (None, *text)), 5).map(|(year, _, text)| (year, text));
        assert_eq!(year(&["Plan 2027", "Updated 14.11.2026"]), Some((2027, "Plan 2027")));
        assert_eq!(year(&["Plan 2027", "Budget 2026"]), None);
        assert_eq!(year(&["Status Nov 2026"]), None);
    }

    #[test]
    fn a_text_says_a_month_only_where_it_says_nothing_else() {
        let known: HashSet<String> = ["maren", "northbound", "may"].map(str::to_owned).into();
        let sure = |text: &str, known: &HashSet<String>| written(text, false, known).map(|said| said.sure);
        assert_eq!(sure("What is planned may change until it is approved", &known), None);
        let title = "Content calendar for Maren – June 2027 (v2)";
        assert_eq!((sure(title, &known), sure(title, &HashSet::new())), (Some(true), Some(false)));
        for text in ["Northbound: content plan June 2027", "Redaktionsplan Mai 2027", "Calendrier éditorial – avril 2027"] {
            assert_eq!(sure(text, &known), Some(true), "{text}");
        }
        for text in ["Prepared by Jan, 2027", "We may launch in 2027", "The march of the runners 2027", "Plan for May 2027"] {
            assert_eq!(sure(text, &known), Some(false), "{text}");
        }
    }
}
