//! Lists whose rows hold several moments, each in columns of its own: “Date 1, Post 1, Date 2, Post 2”.

use std::collections::HashSet;

use super::super::field::Field;
use super::super::guess;
use super::super::mapping::Mapping;
use super::super::table::{Cell, Row, Sheet, Value, address};
use super::super::text::{fold, is_filler};
use super::{COLUMNS, Flat, Grid, LOOKED_AT, Line, Part, Passed, sheet_of};
use crate::words::import as say;

/// A column that comes again with each moment of a row, or that is about all of them.
struct Column {
    at: u16,
    header: String,
    /// The header made unlike the others, by which somebody says what the column is.
    key: String,
    field: Field,
    /// Which of the moments it is about, counted from 0; `None` for all of them.
    moment: Option<usize>,
}

/// Cells that are looked at to show some of a column.
const SAMPLES: usize = 200;

/// The table as a list with one moment a row; `header` is the row that was said to name the columns.
pub(super) fn repeated(sheet: &Sheet, mapping: &Mapping, header: Option<u32>) -> Option<Flat> {
    let mut rows = sheet.rows.iter().take(LOOKED_AT).filter(|row| header.is_none_or(|header| row.number == header));
    let (head, mut columns, times) = rows.find_map(|row| {
        let (columns, times) = columns_of(row)?;
        Some((row.number, columns, times))
    })?;
    for column in &mut columns {
        column.field = mapping.columns.get(&column.key).copied().unwrap_or(column.field);
    }
    let mut passed = Passed::default();
    let mut lines: Vec<Line> = Vec::new();
    let mut fillers: Vec<String> = Vec::new();
    for row in sheet.rows.iter().filter(|row| row.number > head) {
        if passed.takes(row.cells.first().map(|cell| &cell.value), row) {
            continue;
        }
        for moment in 0..times {
            let own = || columns.iter().filter(move |column| column.moment == Some(moment));
            let filled: Vec<(&Column, &Value)> = own().filter_map(|column| Some((column, row.get(column.at)?))).collect();
            let says = |(column, value): &&(&Column, &Value)| {
                !is_when(column.field) && column.field != Field::LeaveOut && !is_filler(&value.shown())
            };
            if filled.iter().any(|one| says(&one)) {
                lines.push(line(&columns, row, moment));
            } else {
                fillers.extend(filled.iter().map(|(column, _)| address(column.at, row.number)));
            }
        }
    }
    if lines.is_empty() {
        return None;
    }
    let grid = Grid::Repeated(head, times);
    let parts = columns.iter().map(|column| part(sheet, head, column)).collect();
    Some(Flat { sheet: sheet_of(lines, sheet), grid, unsure: false, fillers, passed, left: Vec::new(), parts })
}

/// A column as it is shown, with the first different cells in it.
fn part(sheet: &Sheet, head: u32, column: &Column) -> Part {
    let mut samples: Vec<String> = Vec::new();
    for value in sheet.rows.iter().filter(|row| row.number > head).filter_map(|row| row.get(column.at)).take(SAMPLES) {
        let shown = value.shown();
        if samples.len() < guess::SHOWN && !samples.contains(&shown) {
            samples.push(shown);
        }
    }
    let is_unknown = column.field == Field::Notes && !Field::of_header(&column.header).contains(&(Field::Notes, true));
    Part {
        column: guess::Column {
            at: column.at,
            header: column.key.clone(),
            field: column.field,
            sure: true,
            unknown: is_unknown,
            samples,
        },
        moment: column.moment,
    }
}

/// The columns below a header in which a day and what happens on it come again, and how often they do.
fn columns_of(row: &Row) -> Option<(Vec<Column>, usize)> {
    let texts = row.cells.iter().filter_map(|cell| match &cell.value {
        Value::Text(text) => Some((cell, text)),
        _ => None,
    });
    let named: Vec<(&Cell, &String, String)> = texts.map(|(cell, text)| (cell, text, name_of(text))).collect();
    let places =
        |name: &str| -> Vec<u16> { named.iter().filter(|(.., other)| other == name).map(|(cell, ..)| cell.column).collect() };
    let first = |wanted: fn(Field) -> bool| {
        named.iter().find(|(.., name)| wanted(field_of(name)) && places(name).len() > 1).map(|(.., name)| name.clone())
    };
    let (day, what) = (first(is_when)?, first(is_what)?);
    let times = places(&day).len();
    // All of one moment stands before all of the next.
    let follow = |name: &str| {
        let (days, others): (Vec<u16>, Vec<u16>) = (places(&day), places(name));
        let bounds = days.iter().zip(&others).map(|(day, other)| (day.min(other), day.max(other)));
        let bounds: Vec<(&u16, &u16)> = bounds.collect();
        others.len() == times && bounds.windows(2).all(|pair| matches!(pair, [(_, end), (start, _)] if end < start))
    };
    if !follow(&what) {
        return None;
    }
    let mut taken: HashSet<String> = HashSet::new();
    let column = |(cell, text, name): &(&Cell, &String, String)| Column {
        at: cell.column,
        header: (*text).clone(),
        key: guess::unlike(&mut taken, text),
        field: field_of(name),
        moment: if follow(name) { places(name).iter().position(|at| *at == cell.column) } else { None },
    };
    Some((named.iter().map(column).collect(), times))
}

/// A header without the number of the moment: “Post 2 date” is the day of a post.
fn name_of(header: &str) -> String {
    let folded = fold(header);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.chars().all(|c| c.is_ascii_digit())).collect();
    words.join(" ")
}

fn field_of(name: &str) -> Field {
    let whole = |text: &str| Field::of_header(text).first().filter(|(_, whole)| *whole).map(|(field, _)| *field);
    let short = || ["post ", "content ", "activity "].iter().find_map(|word| name.strip_prefix(word)).and_then(whole);
    whole(name).or_else(short).unwrap_or(Field::Notes)
}

fn is_when(field: Field) -> bool {
    matches!(field, Field::Date | Field::Week)
}

fn is_what(field: Field) -> bool {
    matches!(field, Field::Title | Field::Hook | Field::Kind | Field::Format)
}

/// One moment of a row, with what is about all of them.
fn line(columns: &[Column], row: &Row, moment: usize) -> Line {
    let mut line: Line = Vec::new();
    let mut notes: Vec<String> = Vec::new();
    let own = columns.iter().filter(|column| column.moment == Some(moment));
    for column in own.chain(columns.iter().filter(|column| column.moment.is_none())) {
        let Some(value) = row.get(column.at) else { continue };
        if column.field == Field::LeaveOut {
            continue;
        }
        let is_free = COLUMNS.contains(&column.field) && line.iter().all(|(field, ..)| *field != column.field);
        if is_free && column.field != Field::Notes {
            line.push((column.field, value.clone(), (row.number, column.at)));
        } else {
            notes.push(say::note(&column.header, value.shown()));
        }
    }
    if !notes.is_empty() {
        let place = line.first().map_or((row.number, 0), |(.., place)| *place);
        line.push((Field::Notes, Value::Text(notes.join("\n")), place));
    }
    line
}
