//! A table as it was read: sheets, rows and cells, each with the address that people know it by.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::encoding::Encoding;
use crate::model::{DateForm, Day, Time};

/// Everything that a file held.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Book {
    /// Its sheets, in the order of the file. A file of commas has one.
    pub sheets: Vec<Sheet>,
    /// What is worth knowing about the file, in sentences.
    pub notes: Vec<String>,
    /// The encoding of a text that does not show by itself how it was saved; another one can be chosen.
    pub encoding: Option<Encoding>,
    /// Letters of it are none in that encoding: another one has to be chosen.
    pub unread: bool,
}

/// One table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// What it is called; empty in a file that has no names for them.
    pub name: String,
    /// It is hidden in the spreadsheet.
    pub hidden: bool,
    /// Numbers that stand for days are counted from 1904.
    pub from_1904: bool,
    /// The rows that hold anything, from top to bottom.
    pub rows: Vec<Row>,
    /// Areas of cells that are one cell, each with its first and its last row and column. What the cell says stands in all of them.
    #[serde(default)]
    pub merged: Vec<((u32, u16), (u32, u16))>,
    /// Where the cells of this table really stand, by row and column, where it was made of a grid.
    #[serde(skip)]
    pub(super) places: HashMap<(u32, u16), (u32, u16)>,
}

impl Sheet {
    /// The row with that number, if it holds anything.
    #[must_use]
    pub fn row(&self, number: u32) -> Option<&Row> {
        self.rows.binary_search_by_key(&number, |row| row.number).ok().and_then(|at| self.rows.get(at))
    }

    /// The first and the last row and column of the merged cell that a cell is a part of, if it is one.
    pub(super) fn area(&self, row: u32, column: u16) -> Option<((u32, u16), (u32, u16))> {
        let holds = |((top, left), (bottom, right)): &&((u32, u16), (u32, u16))| {
            (*top..=*bottom).contains(&row) && (*left..=*right).contains(&column)
        };
        self.merged.iter().find(holds).copied()
    }

    /// The address by which people know a cell.
    pub(super) fn address(&self, column: u16, row: u32) -> String {
        let (row, column) = self.places.get(&(row, column)).copied().unwrap_or((row, column));
        address(column, row)
    }

    /// What stands in the cell that people see: a table that was made of a grid has days that only that table holds.
    pub(super) fn quoted(&self, original: &Self, column: u16, row: u32) -> String {
        let (row, column) = self.places.get(&(row, column)).copied().unwrap_or((row, column));
        original.row(row).and_then(|row| row.get(column)).map(Value::shown).unwrap_or_default()
    }

    /// Whether each row of this table is really a cell of a grid.
    pub(super) fn is_of_cells(&self) -> bool {
        !self.places.is_empty()
    }

    /// How many columns hold anything, or stand before one that does.
    #[must_use]
    pub fn width(&self) -> u16 {
        self.rows.iter().filter_map(|row| row.cells.last()).map(|cell| cell.column + 1).max().unwrap_or(0)
    }
}

/// A row that holds something.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Its number, counted from 1 as spreadsheets do.
    pub number: u32,
    /// The cells that hold anything, from left to right.
    pub cells: Vec<Cell>,
}

impl Row {
    /// What stands in that column, counted from 0.
    #[must_use]
    pub fn get(&self, column: u16) -> Option<&Value> {
        let at = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        self.cells.get(at).map(|cell| &cell.value)
    }
}

/// A cell that holds something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Its column, counted from 0.
    pub column: u16,
    /// What it holds.
    pub value: Value,
}

/// What a cell holds. The names are short because every cell travels from one process to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// A text; never empty and never only blanks.
    #[serde(rename = "t")]
    Text(String),
    /// A number.
    #[serde(rename = "n")]
    Number(f64),
    /// A day, with the time of day where there is one.
    #[serde(rename = "d")]
    Date(Day, Option<Time>),
    /// A time of day.
    #[serde(rename = "c")]
    Clock(Time),
    /// Yes or no.
    #[serde(rename = "b")]
    Truth(bool),
    /// A formula that gives no value; what the spreadsheet says instead (“#REF!”).
    #[serde(rename = "e")]
    Broken(String),
}

impl Value {
    /// What a person sees in the cell, more or less.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Broken(text) => text.clone(),
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
            Self::Number(number) => number.to_string(),
            // Cells are read from what they show, which does not depend on how anybody likes to see days.
            Self::Date(day, None) => day.long_in(DateForm::DayFirst),
            Self::Date(day, Some(time)) => format!("{} {time}", day.long_in(DateForm::DayFirst)),
            Self::Clock(time) => time.to_string(),
            Self::Truth(true) => crate::words::import::yes().to_owned(),
            Self::Truth(false) => crate::words::import::no().to_owned(),
        }
    }
}

/// “A”, “Z”, “AA”: what spreadsheets call the column, counted from 0.
#[must_use]
pub fn column_letters(column: u16) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// “C7”: the address of a cell.
#[must_use]
pub fn address(column: u16, row: u32) -> String {
    format!("{}{row}", column_letters(column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        let all = [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (199, "GR"), (701, "ZZ"), (702, "AAA")];
        for (column, letters) in all {
            assert_eq!(column_letters(column), letters);
        }
        assert_eq!(address(2, 7), "C7");
    }
}
