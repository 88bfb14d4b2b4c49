//! Workbooks: cells one after the other, never as a rectangle. A file of five kilobytes can claim a rectangle of seventeen
//! billion cells; what is kept here is what holds something, within limits.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};

use super::number_format::Part;
use super::preflight;
use super::read::ReadError;
use super::table::{Book, Cell, Row, Sheet, Value, address};
use crate::model::limits::{CELL_TEXT, CELLS, CELLS_TEXT, SHEETS, TABLE_COLUMNS, TABLE_ROWS};
use crate::model::{Day, Time};
use crate::words::import as say;

/// Formulas that are named; the rest is counted.
const FORMULAS: usize = 10;
/// Merged cells that are known as such; every one beyond them is as many cells as it covers.
const CELLS_MERGED: usize = 5_000;

type Grid = BTreeMap<u32, BTreeMap<u16, Value>>;

/// Takes a workbook apart.
pub(super) fn read(bytes: &[u8]) -> Result<Book, ReadError> {
    let found = preflight::look(bytes)?;
    // The reader is somebody else's: whatever a hostile file makes it do ends here, as one message.
    let read = catch_unwind(AssertUnwindSafe(|| sheets(bytes)));
    let mut book = read.unwrap_or_else(|_| Err(damaged()))?;
    if super::mark::is_newer(bytes) {
        book.notes.push(crate::words::table::newer_table().to_owned());
    }
    if book.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        let message = if found.macros { say::only_macros() } else { say::no_cells() };
        return Err(ReadError::new(message, say::hint_kinds()));
    }
    if found.comments {
        book.notes.push(say::comments_left_out().to_owned());
    }
    if found.macros {
        book.notes.push(say::macros_left_out().to_owned());
    }
    Ok(book)
}

fn damaged() -> ReadError {
    ReadError::new(say::damaged(), say::hint_damaged())
}

fn refused(error: &XlsxError) -> ReadError {
    match error {
        XlsxError::Password => ReadError::new(say::locked(), say::hint_locked()),
        _ => damaged(),
    }
}

/// What is left of the limits, over all sheets.
struct Budget {
    cells: usize,
    text: usize,
}

impl Budget {
    fn take(&mut self, value: &Value) -> Result<(), ReadError> {
        let bytes = if let Value::Text(text) | Value::Broken(text) = value { text.len() } else { 0 };
        let left = self.cells.checked_sub(1).zip(self.text.checked_sub(bytes));
        let Some((cells, text)) = left else {
            return Err(ReadError::new(say::too_many_cells(CELLS), say::hint_fewer()));
        };
        (self.cells, self.text) = (cells, text);
        Ok(())
    }
}

fn sheets(bytes: &[u8]) -> Result<Book, ReadError> {
    let mut xlsx: Xlsx<Cursor<&[u8]>> = Xlsx::new(Cursor::new(bytes)).map_err(|error| refused(&error))?;
    let all: Vec<_> = xlsx.sheets_metadata().to_vec();
    let tables: Vec<_> = all.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).collect();
    if tables.len() > SHEETS {
        return Err(ReadError::new(say::too_many_sheets(SHEETS), say::hint_fewer()));
    }
    let from_1904 = xlsx.has_1904_epoch();
    let mut book = Book::default();
    let hidden_parts = super::hidden::of(bytes);
    let mut budget = Budget { cells: CELLS, text: CELLS_TEXT };
    for table in tables {
        let (mut grid, empty) = cells(&mut xlsx, &table.name, &mut budget)?;
        if !empty.is_empty() {
            let some: Vec<String> = empty.iter().take(FORMULAS).map(|(column, row)| address(*column, *row)).collect();
            let more = empty.len() - some.len();
            let places = if more > 0 { say::and_more(some.join(", "), more) } else { crate::words::list(&some) };
            book.notes.push(if empty.len() == 1 {
                say::no_value(&table.name, places)
            } else {
                say::no_values(&table.name, empty.len(), places)
            });
        }
        seen(&mut xlsx, &table.name, &mut grid)?;
        let merged = merge(&mut xlsx, &table.name, &mut grid, &mut budget)?;
        book.notes.extend(hidden_parts.get(&table.name).and_then(|parts| parts.sentence(&table.name, &grid)));
        let hidden = table.visible != SheetVisible::Visible;
        if hidden && !grid.is_empty() {
            book.notes.push(say::hidden_sheet(&table.name));
        }
        let row = |(number, cells): (u32, BTreeMap<u16, Value>)| Row {
            number: number + 1,
            cells: cells.into_iter().map(|(column, value)| Cell { column, value }).collect(),
        };
        let rows = grid.into_iter().filter(|(_, cells)| !cells.is_empty()).map(row).collect();
        book.sheets.push(Sheet { name: table.name, hidden, from_1904, rows, merged, ..Sheet::default() });
    }
    Ok(book)
}

/// The cells of a sheet that hold something, and the places of formulas that were saved without a value.
fn cells(xlsx: &mut Xlsx<Cursor<&[u8]>>, sheet: &str, budget: &mut Budget) -> Result<(Grid, Vec<(u16, u32)>), ReadError> {
    let mut grid = Grid::new();
    let mut without_value = Vec::new();
    // A sheet that holds nothing at all has no cells to read.
    let mut reader = match xlsx.worksheet_cells_reader(sheet) {
        Ok(reader) => reader,
        Err(XlsxError::XmlEof(_)) => return Ok((grid, without_value)),
        Err(error) => return Err(refused(&error)),
    };
    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(|error| refused(&error))? {
        let (row, column) = cell.pos;
        let Some(value) = value(&cell.value) else {
            if cell.formula.is_some()
                && cell.value == DataRef::Empty
                && without_value.len() < CELLS
                && let Ok(column) = u16::try_from(column)
            {
                without_value.push((column, row + 1));
            }
            continue;
        };
        if row >= TABLE_ROWS {
            return Err(ReadError::new(say::too_many_rows(TABLE_ROWS), say::hint_fewer()));
        }
        let Some(column) = u16::try_from(column).ok().filter(|column| *column < TABLE_COLUMNS) else {
            return Err(ReadError::new(say::too_many_columns(row + 1, TABLE_COLUMNS), say::hint_fewer()));
        };
        if let Value::Text(text) = &value
            && text.chars().count() > CELL_TEXT
        {
            return Err(ReadError::new(say::too_long(address(column, row + 1), CELL_TEXT), say::hint_shorter()));
        }
        budget.take(&value)?;
        grid.entry(row).or_default().insert(column, value);
    }
    Ok((grid, without_value))
}

/// Days of which the sheet shows the month or the year become what it shows: nobody typed the day. Where such cells stand
/// side by side they are months whatever day is behind them; one alone that holds another day than the first or last is a day.
fn seen(xlsx: &mut Xlsx<Cursor<&[u8]>>, sheet: &str, grid: &mut Grid) -> Result<(), ReadError> {
    let Ok(mut reader) = xlsx.worksheet_cells_reader(sheet) else { return Ok(()) };
    let parts: Vec<Option<Part>> = reader.styles().iter().map(Part::of).collect();
    // Hardly any workbook has such a format, and then its cells are not gone through again.
    if parts.iter().all(Option::is_none) {
        return Ok(());
    }
    let mut found: BTreeMap<u32, Vec<(u16, Part, Day)>> = BTreeMap::new();
    while let Some((row, column, style)) = reader.next_style_id().map_err(|error| refused(&error))? {
        let Some(part) = parts.get(style).copied().flatten() else { continue };
        let Ok(column) = u16::try_from(column) else { continue };
        if let Some(Value::Date(day, None)) = grid.get(&row).and_then(|cells| cells.get(&column)) {
            found.entry(row).or_default().push((column, part, *day));
        }
    }
    for (row, cells) in found {
        let are_several = cells.len() > 1;
        let Some(kept) = grid.get_mut(&row) else { continue };
        for (column, part, day) in cells.into_iter().filter(|(_, part, day)| are_several || part.is_whole(*day)) {
            kept.insert(column, part.shown(day));
        }
    }
    Ok(())
}

/// The first and the last row and column of a merged cell; rows are counted from 1.
type Area = ((u32, u16), (u32, u16));

/// What a merged cell holds stands in each of the cells that it covers, as far as the table reaches. Returns these areas.
fn merge(xlsx: &mut Xlsx<Cursor<&[u8]>>, sheet: &str, grid: &mut Grid, budget: &mut Budget) -> Result<Vec<Area>, ReadError> {
    let mut areas = Vec::new();
    let Ok(merged) = xlsx.merge_cells_by_sheet_name(sheet) else { return Ok(areas) };
    for area in merged {
        let (Ok(first), Ok(last)) = (u16::try_from(area.start.1), u16::try_from(area.end.1.min(u32::from(TABLE_COLUMNS) - 1)))
        else {
            continue;
        };
        if area.start.0 > area.end.0 || first > last {
            continue;
        }
        let Some(value) = grid.get(&area.start.0).and_then(|cells| cells.get(&first)).cloned() else { continue };
        if areas.len() < CELLS_MERGED {
            areas.push(((area.start.0 + 1, first), (area.end.0.saturating_add(1), last)));
        }
        for (_, cells) in grid.range_mut(area.start.0..=area.end.0) {
            for column in first..=last {
                if let std::collections::btree_map::Entry::Vacant(free) = cells.entry(column) {
                    budget.take(&value)?;
                    free.insert(value.clone());
                }
            }
        }
    }
    Ok(areas)
}

/// What a cell holds; `None` where that is nothing.
fn value(cell: &DataRef<'_>) -> Option<Value> {
    let text = |text: &str| (!text.trim().is_empty()).then(|| Value::Text(text.replace("\r\n", "\n")));
    match cell {
        DataRef::Empty => None,
        DataRef::Int(number) => Some(Value::Number(*number as f64)),
        DataRef::Float(number) if number.is_finite() => Some(Value::Number(*number)),
        DataRef::Float(number) => Some(Value::Broken(number.to_string())),
        DataRef::String(shown) => text(shown),
        DataRef::SharedString(shown) => text(shown),
        DataRef::Bool(truth) => Some(Value::Truth(*truth)),
        DataRef::DateTime(date) => Some(moment(*date)),
        DataRef::DateTimeIso(shown) | DataRef::DurationIso(shown) => iso(shown).or_else(|| text(shown)),
        DataRef::Error(error) => Some(Value::Broken(error.to_string())),
    }
}

/// A number that is shown as a day, a time, or both.
fn moment(date: ExcelDateTime) -> Value {
    let number = date.as_f64();
    let (year, month, day, hour, minute, ..) = date.to_ymd_hms_milli();
    let time = Time::parse(&format!("{hour:02}:{minute:02}"));
    if !number.is_finite() {
        return Value::Broken(number.to_string());
    }
    if number < 1.0 || date.is_duration() {
        return time.filter(|_| (0.0..1.0).contains(&number)).map_or(Value::Number(number), Value::Clock);
    }
    let of = || Day::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    match of() {
        // Midnight is how a spreadsheet keeps a day without a time.
        Some(day) => Value::Date(day, time.filter(|time| time.minutes() > 0)),
        None => Value::Number(number),
    }
}

/// `2027-05-03` or `2027-05-03T09:30:00`.
fn iso(text: &str) -> Option<Value> {
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let time = time.get(..5).and_then(Time::parse).filter(|time| time.minutes() > 0);
    Day::parse(day).map(|day| Value::Date(day, time))
}
