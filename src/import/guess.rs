//! What a table seems to be: which row is its header, and what each column is. Names count first; what the cells hold
//! decides between two that fit, and speaks where no name is known. How sure that is is said with it.

use std::collections::HashSet;

use super::beside;
use super::cost;
use super::date;
use super::deliverable;
use super::field::Field;
use super::grid::{self, Flat, Grid, Part};
use super::mapping::{Mapping, NO_HEADER, Rest};
use super::numbered;
use super::table::{Row, Sheet, Value, column_letters};
use super::text::{fold, is_open};
use super::words;
use crate::model::Campaign;
use crate::words::import as say;

/// Rows that are looked at to find the header.
const LOOKED_AT: usize = 40;
/// Cells that are looked at to say what a column is.
const SAMPLES: usize = 200;
/// Cells that are shown of each column.
pub(super) const SHOWN: usize = 3;

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its place, counted from 0.
    pub at: u16,
    /// Its header, made unlike the others; “Column C” where it has none.
    pub header: String,
    /// What it is.
    pub field: Field,
    /// Whether that is certain: its name says so, or somebody did.
    pub sure: bool,
    /// No name and no cell says what it is.
    pub unknown: bool,
    /// The first different cells in it.
    pub samples: Vec<String>,
}

/// What a table seems to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    /// The number of the header row; `None` where the table has none.
    pub header: Option<u32>,
    /// Its columns, from left to right; empty ones are left out.
    pub columns: Vec<Column>,
    /// How the table is laid out, where it is no list of rows.
    pub grid: Option<Grid>,
    /// The columns as they stand in a table whose rows hold several moments each, with what each is for which of them.
    pub parts: Vec<Part>,
}

impl Guess {
    /// The first column that is that field.
    #[must_use]
    pub fn column(&self, field: Field) -> Option<&Column> {
        self.columns.iter().find(|column| column.field == field)
    }

    /// The columns as they stand in the table, where they stand in it at all.
    pub fn told(&self) -> impl Iterator<Item = &Column> {
        let columns: &[Column] = if self.parts.is_empty() { &self.columns } else { &[] };
        columns.iter().chain(self.parts.iter().map(|part| &part.column))
    }

    /// The headers in the order of their names: a table is known again by them.
    #[must_use]
    pub fn key(&self) -> Vec<String> {
        let mut key: Vec<String> = self.told().map(|column| fold(&column.header)).collect();
        key.sort();
        key
    }
}

/// Says what a sheet seems to be. What a mapping says counts more.
#[must_use]
pub fn guess(sheet: &Sheet, campaign: &Campaign, mapping: &Mapping) -> Guess {
    grid::flat(sheet, campaign, mapping).map_or_else(|| of_list(sheet, campaign, mapping), |flat| of_grid(&flat, mapping))
}

/// The columns of a grid that was made a list.
pub(super) fn of_grid(flat: &Flat, mapping: &Mapping) -> Guess {
    let column = |(at, field): (u16, Field)| {
        let header = field.name().to_owned();
        let mut samples: Vec<String> = Vec::new();
        for shown in flat.sheet.rows.iter().filter_map(|row| row.get(at)).take(SAMPLES).map(Value::shown) {
            if samples.len() < SHOWN && !samples.contains(&shown) {
                samples.push(shown);
            }
        }
        // Where the table names its columns itself, what was said is said of those.
        let said = mapping.columns.get(&header).copied().filter(|_| flat.parts.is_empty());
        let field = said.unwrap_or(field);
        Column { at, header, field, sure: true, unknown: false, samples }
    };
    let columns = grid::columns(&flat.sheet).into_iter().map(column).collect();
    Guess { header: None, columns, grid: Some(flat.grid.clone()), parts: flat.parts.clone() }
}

/// What a list seems to be.
pub(super) fn of_list(sheet: &Sheet, campaign: &Campaign, mapping: &Mapping) -> Guess {
    let header = match mapping.header {
        Some(NO_HEADER) => None,
        said => said.filter(|number| sheet.row(*number).is_some()).or_else(|| header_row(sheet)),
    };
    let body = || sheet.rows.iter().filter(move |row| header.is_none_or(|header| row.number > header));
    let width = sheet.width();
    let title = |at: u16| header.and_then(|number| sheet.row(number)).and_then(|row| row.get(at)).map(Value::shown);
    let filled: HashSet<u16> = body().flat_map(|row| row.cells.iter().map(|cell| cell.column)).collect();
    let mut taken: HashSet<String> = HashSet::new();
    let mut found: Vec<(Column, Likely)> = Vec::new();
    let mut ticks: Vec<u16> = Vec::new();
    let mut counted: Vec<u16> = Vec::new();
    for at in 0..width {
        let title =
            title(at).map(|title| title.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|title| !title.is_empty());
        if title.is_none() && !filled.contains(&at) {
            continue;
        }
        let name = title.clone().unwrap_or_else(|| say::column_named(column_letters(at)));
        let unique = unlike(&mut taken, &name);
        let mut values: Vec<&Value> = Vec::new();
        let mut samples: Vec<String> = Vec::new();
        for value in body().filter_map(|row| row.get(at)).take(SAMPLES) {
            let shown = value.shown();
            if samples.len() < SHOWN && !samples.contains(&shown) {
                samples.push(shown);
            }
            values.push(value);
        }
        if title.as_deref().is_some_and(|title| is_ticks(title, &values)) {
            ticks.push(at);
        }
        if title.as_deref().is_some_and(|title| numbered::is_numbered(title, &values)) {
            counted.push(at);
        }
        let likely = candidates(title.as_deref(), &values, sheet.from_1904, campaign);
        let column = Column { at, header: unique, field: Field::LeaveOut, sure: false, unknown: true, samples };
        found.push((column, likely));
    }
    numbered::join(&mut found, &counted);
    beside::name_and_handle(&mut found);
    settle(&mut found, mapping);
    // Several columns of crosses together say where a moment appears, unless one column says so by itself.
    if found.iter().all(|(column, _)| column.field != Field::Platform) {
        for (column, _) in found.iter_mut().filter(|(column, _)| column.unknown && ticks.contains(&column.at)) {
            (column.field, column.unknown) = (Field::Platform, false);
        }
    }
    Guess { header, columns: found.into_iter().map(|(column, _)| column).collect(), grid: None, parts: Vec::new() }
}

/// A header made unlike those that are taken: “Date (2)”.
pub(super) fn unlike(taken: &mut HashSet<String>, name: &str) -> String {
    let mut unique = name.to_owned();
    let mut number = 2;
    while !taken.insert(unique.clone()) {
        unique = say::column_again(name, number);
        number += 1;
    }
    unique
}

/// What a column can be, with how well that fits and whether it is certain.
pub(super) type Likely = Vec<(Field, f32, bool)>;

/// Gives each field to the column that it fits best, one field after the other.
fn settle(found: &mut [(Column, Likely)], mapping: &Mapping) {
    let mut used: HashSet<Field> = HashSet::new();
    // “Fee EUR”, “Fee GBP”: each is a fee in its own currency.
    let mut currencies: HashSet<Option<String>> = HashSet::new();
    for (column, likely) in found.iter_mut() {
        if let Some(field) = mapping.columns.get(&column.header) {
            (column.field, column.sure, column.unknown) = (*field, true, false);
            // A second creator leaves the first one his column.
            if *field != Field::Creator || !is_second_creator(&column.header) {
                used.insert(*field);
            }
            if *field == Field::Fee {
                currencies.insert(cost::currency_in(&column.header));
            }
            likely.clear();
        }
    }
    loop {
        // The best pair that is left, the leftmost of equals.
        let mut best: Option<(usize, Field, f32, bool)> = None;
        for (at, (column, likely)) in found.iter().enumerate() {
            for (field, score, sure) in likely {
                let is_other_fee = || {
                    let own = (*field == Field::Fee).then(|| cost::currency_in(&column.header)).flatten();
                    own.is_some() && !currencies.contains(&own) && !currencies.contains(&None)
                };
                let free = field.can_repeat() || !used.contains(field) || is_other_fee();
                if free && best.is_none_or(|(_, _, other, _)| *score > other) {
                    best = Some((at, *field, *score, *sure));
                }
            }
        }
        let Some((at, field, _, sure)) = best else { break };
        used.insert(field);
        if let Some((column, likely)) = found.get_mut(at) {
            (column.field, column.sure, column.unknown) = (field, sure, false);
            if field == Field::Fee {
                currencies.insert(cost::currency_in(&column.header));
            }
            likely.clear();
        }
    }
    // Whoever stands in a second column is asked about: another creator of the same moment, or a remark.
    let has_creator = found.iter().any(|(column, _)| column.field == Field::Creator && !column.unknown);
    for (column, _) in found.iter_mut().filter(|(column, _)| column.unknown) {
        if has_creator && !column.samples.is_empty() && is_second_creator(&column.header) {
            (column.field, column.unknown) = (Field::Creator, false);
            continue;
        }
        column.field = if mapping.rest == Rest::Notes { Field::Notes } else { Field::LeaveOut };
        column.sure = true;
    }
}

/// Whether a header is called after one more creator: “Creator 2”, “Co-creator”.
fn is_second_creator(header: &str) -> bool {
    const BEFORE: [&str; 4] = ["co ", "second ", "2nd ", "other "];
    const BEHIND: [&str; 4] = [" 2", " 3", " 4", " 5"];
    let folded = fold(header);
    let before = BEFORE.iter().find_map(|word| folded.strip_prefix(word));
    let rest = before.or_else(|| BEHIND.iter().find_map(|word| folded.strip_suffix(word)));
    rest.is_some_and(|rest| Field::of_header(rest).contains(&(Field::Creator, true)))
}

/// The row whose cells are names of columns; where there is none, the first that holds several texts and nothing else.
fn header_row(sheet: &Sheet) -> Option<u32> {
    let known = |row: &Row| {
        let mut fields: HashSet<Field> = HashSet::new();
        let mut texts: HashSet<String> = HashSet::new();
        for cell in &row.cells {
            let Value::Text(text) = &cell.value else { continue };
            // A sentence is no header.
            if text.chars().count() > 60 || !texts.insert(fold(text)) {
                continue;
            }
            let of = Field::of_header(text);
            let free = of.iter().find(|(field, _)| !fields.contains(field));
            if let Some((field, whole)) = free
                && (*whole || text.split_whitespace().count() <= 4)
            {
                fields.insert(*field);
            }
        }
        fields.len()
    };
    let rows = || sheet.rows.iter().take(LOOKED_AT);
    let best = rows().map(|row| (known(row), row.number)).max_by_key(|(known, number)| (*known, std::cmp::Reverse(*number)));
    if let Some((_, number)) = best.filter(|(known, _)| *known >= 2) {
        return Some(number);
    }
    if let Some((_, number)) =
        best.filter(|(known, number)| *known == 1 && sheet.width() == 1 && Some(*number) == rows().next().map(|row| row.number))
    {
        return Some(number);
    }
    let words_only = |row: &&Row| {
        row.cells.len() >= 2
            && row.cells.iter().all(|cell| match &cell.value {
                Value::Text(text) => text.chars().count() <= 40 && date::read(text).is_none() && cost::read(text).is_none(),
                _ => false,
            })
    };
    let first = rows().next().filter(words_only)?;
    // The rows below have to hold something else than words, or it may be a row like the others.
    let other = rows().skip(1).take(5).any(|row| !words_only(&row));
    other.then_some(first.number)
}

/// What a column can be, with how well that fits and whether it is certain.
fn candidates(title: Option<&str>, values: &[&Value], from_1904: bool, campaign: &Campaign) -> Vec<(Field, f32, bool)> {
    // The header that comes again further down says nothing of what the column holds.
    let says_nothing = |text: &str| is_open(text) || title == Some(text.trim());
    let full: Vec<&&Value> = values.iter().filter(|value| !matches!(value, Value::Text(text) if says_nothing(text))).collect();
    let share = |fits: &dyn Fn(&Value) -> bool| -> f32 {
        if full.is_empty() { 0.0 } else { full.iter().filter(|value| fits(value)).count() as f32 / full.len() as f32 }
    };
    let text = |value: &Value, fits: &dyn Fn(&str) -> bool| matches!(value, Value::Text(text) if fits(text));
    let content = |field: Field| -> f32 {
        match field {
            Field::Date | Field::End | Field::Week | Field::Weekday => share(&|value| is_day(value, from_1904)),
            Field::Time => share(&|value| matches!(value, Value::Clock(_)) || text(value, &|text| date::time(text).is_some())),
            Field::Day | Field::Order => share(&|value| whole_number(value).is_some()),
            Field::Kind => share(&|value| text(value, &|text| words::kind(text).is_some())),
            // A single “x” is a cross more often than a network.
            Field::Platform => {
                share(&|value| text(value, &|text| text.trim().chars().count() > 1 && !words::platforms_in(text).0.is_empty()))
            }
            Field::Month => share(&|value| date::month_of(value).is_some()),
            Field::Format => {
                share(&|value| text(value, &|text| words::format(text).is_some() || deliverable::read(text).is_some()))
            }
            Field::Status => share(&|value| text(value, &|text| words::status(text).is_some())),
            Field::Fee => share(&|value| matches!(value, Value::Number(_)) || text(value, &|text| cost::read(text).is_some())),
            Field::Links => share(&|value| text(value, &|text| text.trim_start().starts_with("http"))),
            Field::Creator => share(&|value| text(value, &|text| is_creator(text, campaign))),
            Field::Handle => share(&|value| text(value, &|text| text.trim_start().starts_with('@'))),
            _ => 0.5,
        }
    };
    let mut likely: Vec<(Field, f32, bool)> = Vec::new();
    if is_counter(title.unwrap_or_default(), &full) {
        return vec![(Field::LeaveOut, 20.0, true)];
    }
    // “Day” over Mon, Tue, Wed says which day of the week it is, not when.
    let is_weekdays = |text: &str| text.split(['-', '–', '/', ',']).all(|part| date::is_weekday(part.trim()));
    let weekdays = share(&|value| text(value, &is_weekdays)) > 0.8;
    if title.is_some_and(beside::is_name_and_handle) {
        return vec![(Field::Creator, 9.5, true), (Field::Handle, 9.0, false)];
    }
    let days = share(&|value| matches!(value, Value::Date(..)) || text(value, &|text| date::read(text).is_some()));
    let is_deadline = days >= 0.5 || title.is_some_and(beside::is_deadline);
    for (place, (field, whole)) in title.map(Field::of_header).unwrap_or_default().into_iter().enumerate() {
        let field = if field == Field::Date && weekdays { Field::Weekday } else { field };
        // “Approval by” over days says until when, not how far it is.
        if (is_deadline && field == Field::Status) || (days >= 0.5 && !words::choices(field).is_empty()) {
            continue;
        }
        let fits = if full.is_empty() { 0.5 } else { content(field) };
        let named = if whole { 10.0 } else { 5.0 } - place as f32 * 0.1;
        // Two names that fit (“Type” is a kind or a format) are told apart by what the cells hold.
        let is_contested = matches!(
            field,
            Field::Kind
                | Field::Format
                | Field::Platform
                | Field::Handle
                | Field::Week
                | Field::Weekday
                | Field::Fee
                | Field::Creator
        );
        let must_fit = matches!(
            field,
            Field::Date | Field::Day | Field::Order | Field::Fee | Field::Time | Field::End | Field::Week | Field::Month
        ) && !full.is_empty();
        if must_fit && fits < 0.2 {
            continue;
        }
        // “Day” is a day of the month as often as a day counted from day 0; only what lies before day 0 tells.
        let counted = field != Field::Day || full.is_empty() || full.iter().any(|value| is_negative(value));
        // A part of a name is certain only where the rest of it changes nothing: “Brand manager” is no brand.
        // Addresses and handles look like nothing else.
        let is_plain = matches!(field, Field::Links | Field::Handle) && !full.is_empty() && fits >= 0.9;
        let sure = (whole || is_plain || (is_only_told_more(title.unwrap_or_default(), field) && fits >= 0.5)) && counted;
        likely.push((field, named + if is_contested { fits * 3.0 } else { fits }, sure));
    }
    if likely.is_empty() && !full.is_empty() {
        for field in
            [Field::Date, Field::Links, Field::Handle, Field::Creator, Field::Platform, Field::Kind, Field::Format, Field::Status]
        {
            let fits = content(field);
            if fits >= 0.7 {
                likely.push((field, fits, false));
            }
        }
    }
    likely
}

/// Words that tell more about a column and do not make another one of it.
const HARMLESS: [&str; 64] = [
    "net",
    "netto",
    "gross",
    "brutto",
    "eur",
    "usd",
    "gbp",
    "chf",
    "euro",
    "dollar",
    "excl",
    "incl",
    "ex",
    "vat",
    "mwst",
    "in",
    "per",
    "the",
    "of",
    "for",
    "and",
    "or",
    "final",
    "planned",
    "proposed",
    "preferred",
    "creator",
    "creators",
    "talent",
    "influencer",
    "social",
    "media",
    "instagram",
    "insta",
    "ig",
    "tiktok",
    "tt",
    "youtube",
    "yt",
    "facebook",
    "max",
    "characters",
    "chars",
    "optional",
    "local",
    "cet",
    "cest",
    "utc",
    "gmt",
    "est",
    "pst",
    "bst",
    "en",
    "de",
    "fr",
    "es",
    "total",
    "full",
    "short",
    "public",
    "exact",
    "post",
    "content",
    "agreed",
];

/// Whether a header is a name of the field with words around it that change nothing: “Fee (EUR, net)”, “Notes / comments”.
fn is_only_told_more(header: &str, field: Field) -> bool {
    let folded = fold(header);
    let words: Vec<&str> = folded.split(' ').collect();
    let names = |text: &str| Field::of_header(text).contains(&(field, true));
    let harmless = |word: &&str| HARMLESS.contains(word) || word.chars().all(|c| c.is_ascii_digit()) || names(word);
    (0..words.len()).any(|from| {
        (from + 1..=words.len()).any(|to| {
            let (Some(name), Some(before), Some(after)) = (words.get(from..to), words.get(..from), words.get(to..)) else {
                return false;
            };
            before.iter().chain(after).all(harmless) && names(&name.join(" "))
        })
    })
}

/// Whether a column is headed by a platform and holds nothing but crosses and the like.
fn is_ticks(header: &str, values: &[&Value]) -> bool {
    let crossed = |value: &&Value| match value {
        Value::Truth(_) => true,
        Value::Text(text) => words::truth(text).is_some(),
        Value::Number(number) => matches!(*number, 0.0 | 1.0),
        _ => false,
    };
    words::platform(header).is_some() && !values.is_empty() && values.iter().all(crossed)
}

/// Whether a column only numbers the rows.
fn is_counter(header: &str, values: &[&&Value]) -> bool {
    let named = matches!(fold(header).as_str(), "" | "no" | "nr" | "num" | "number" | "row" | "n" | "lfd nr" | "pos" | "zeile");
    let numbers: Vec<Option<i32>> = values.iter().map(|value| whole_number(value)).collect();
    let follow = numbers.windows(2).all(|pair| matches!(pair, [Some(a), Some(b)] if *b == a + 1));
    named && !header.trim().is_empty() && numbers.len() > 1 && follow
}

fn is_day(value: &Value, from_1904: bool) -> bool {
    match value {
        Value::Date(..) => true,
        Value::Text(text) => date::read(text).is_some() || date::written_serial(text, from_1904).is_some(),
        Value::Number(number) => date::serial(*number, from_1904).is_some(),
        _ => false,
    }
}

/// A whole number, with whichever minus.
pub(super) fn whole_number(value: &Value) -> Option<i32> {
    match value {
        Value::Number(number) if number.fract() == 0.0 && number.abs() < 1e6 => Some(*number as i32),
        Value::Text(text) => text.trim().replace('−', "-").parse().ok(),
        _ => None,
    }
}

fn is_negative(value: &Value) -> bool {
    whole_number(value).is_some_and(|number| number < 0)
}

fn is_creator(text: &str, campaign: &Campaign) -> bool {
    let folded = fold(text);
    !folded.is_empty()
        && campaign.creators.iter().any(|creator| {
            fold(&creator.name) == folded || creator.handle.as_deref().is_some_and(|handle| fold(handle) == folded)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PlanId;

    fn fields(text: &str) -> (Option<u32>, Vec<(String, Field, bool)>) {
        let book = super::super::read(text.as_bytes()).unwrap();
        let campaign = Campaign::new(PlanId::default(), "Plan");
        let guess = guess(&book.sheets[0], &campaign, &Mapping::default());
        (guess.header, guess.columns.into_iter().map(|column| (column.header, column.field, column.sure)).collect())
    }

    #[test]
    fn the_header_need_not_be_the_first_row() {
        let (header, columns) = fields("Spring campaign;;\n\nDatum;Titel;Zorglub\n3. Mai 2027;Hallo;x\n");
        assert_eq!(header, Some(3));
        let only: Vec<(&str, Field)> = columns.iter().map(|(name, field, _)| (name.as_str(), *field)).collect();
        assert_eq!(only, [("Datum", Field::Date), ("Titel", Field::Title), ("Zorglub", Field::Notes)]);
    }

    #[test]
    fn what_the_cells_hold_decides_between_two_names() {
        let (_, columns) = fields("Date,Title,Type\n2027-05-03,A,Reel\n2027-05-04,B,Story set\n");
        assert_eq!(columns[2].1, Field::Format);
        let (_, columns) = fields("Date,Title,Type\n2027-05-03,A,Unboxing\n2027-05-04,B,Teaser\n");
        assert_eq!(columns[2].1, Field::Kind);
        let (_, columns) = fields("Date,Title,Foo\n2027-05-03,A,https://a.b\n");
        assert_eq!(columns[2], ("Foo".into(), Field::Links, false));
    }

    #[test]
    fn a_part_of_a_name_is_certain_only_where_the_rest_changes_nothing() {
        let (_, columns) = fields(
            "#,Date,Creator,Title,Kind,Brand manager,Cost center,Fee (EUR; net),Notes / comments,Instagram caption\n1,2027-05-03,Maren,A,story,Lena,4711,1500,x,y\n2,2027-05-04,Tobi,B,story,Kai,4711,900,x,y\n",
        );
        let of = |name: &str| columns.iter().find(|(header, ..)| header == name).map(|(_, field, sure)| (*field, *sure)).unwrap();
        assert_eq!(of("#"), (Field::LeaveOut, true));
        assert_eq!(of("Brand manager"), (Field::Brand, false));
        assert!(!of("Cost center").1 || of("Cost center").0 == Field::Notes);
        assert!(of("Fee (EUR; net)").1 && of("Notes / comments").1);
        assert_eq!(of("Instagram caption"), (Field::Hook, true));
    }

    #[test]
    fn a_table_without_a_header_has_columns_all_the_same() {
        let (header, columns) = fields("2027-05-03,Hello there,12\n2027-05-04,And again,13\n");
        assert_eq!(header, None);
        assert_eq!((columns[0].1, columns[0].2), (Field::Date, false));
        assert_eq!(columns[0].0, "Column A");
    }
}
