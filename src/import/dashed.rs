//! “May-27”: a month and its year, as spreadsheets write it into tables of commas, or the 27th of May. Nothing in the cell says
//! which of the two, so it is asked once for the table.

use super::field::Field;
use super::guess::Guess;
use super::mapping::Mapping;
use super::months;
use super::table::{Sheet, Value};
use super::text::fold;
use crate::words::{import as say, language, names};

/// The month and the number behind its hyphen, where that can be a day as well as a year.
fn parts(value: &Value) -> Option<(i8, u8)> {
    let Value::Text(text) = value else { return None };
    let (name, number) = text.trim().split_once('-').filter(|_| text.len() <= 16)?;
    let number = number.parse().ok().filter(|_| number.len() == 2)?;
    // No year of a plan is below 13, and no day above 31.
    let is_either = (13..=31).contains(&number);
    months::month(&fold(name)).filter(|_| is_either && name.chars().all(char::is_alphabetic)).map(|month| (month, number))
}

/// The first such cell: its place and its text. A column of months holds months.
pub(super) fn first(sheet: &Sheet, guess: &Guess) -> Option<(u16, u32, String)> {
    let months = guess.column(Field::Month).map(|column| column.at).filter(|_| guess.grid.is_none());
    let cells = sheet.rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row.number, cell)));
    let mut wanted = cells.filter(|(_, cell)| Some(cell.column) != months);
    wanted.find(|(_, cell)| parts(&cell.value).is_some()).map(|(row, cell)| (cell.column, row, cell.value.shown()))
}

/// What such a cell is as the one and as the other: “May 2027” and “27 May”.
pub(super) fn both(text: &str) -> Option<(String, String)> {
    let (month, number) = parts(&Value::Text(text.to_owned()))?;
    let name = names::month(month.unsigned_abs());
    Some((names::month_of_year(name, 2000 + u16::from(number)), say::day_of_month(number, name)))
}

/// The table with such cells as what was answered; nothing where nobody did.
pub(super) fn settled(sheet: &Sheet, mapping: &Mapping) -> Option<Sheet> {
    let are_months = mapping.months?;
    let mut made = sheet.clone();
    for cell in made.rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let Some((month, day)) = parts(&cell.value).and_then(|_| language::english(|| both(&cell.value.shown()))) {
            cell.value = Value::Text(if are_months { month } else { day });
        }
    }
    Some(made)
}
