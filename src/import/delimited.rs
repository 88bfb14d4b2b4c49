//! Text whose columns are parted by a character. Encoding, separator and quotation marks are found out, and rows keep the
//! numbers that a spreadsheet gives them: an empty line is a row, too, and a line end inside quotation marks is none.

use super::encoding::{Decoded, Encoding, decode};
use super::read::ReadError;
use super::table::{Book, Cell, Row, Sheet, Value, address};
use crate::model::limits::{CELL_TEXT, CELLS, TABLE_COLUMNS, TABLE_ROWS};
use crate::model::unguarded;
use crate::words::import as say;

/// The separators that are looked for; of two that fit as well the first is taken.
const SEPARATORS: [char; 4] = ['\t', ';', ',', '|'];
/// Lines that are looked at to find the separator.
const LOOKED_AT: usize = 20;

/// Takes text apart.
pub(super) fn read(bytes: &[u8], said: Option<Encoding>) -> Result<Book, ReadError> {
    let Decoded { text, encoding, unread } = decode(bytes, said)?;
    let (text, told) = told_separator(&text);
    let separator = told.unwrap_or_else(|| separator_of(text));
    let sheet = split(text, separator)?;
    if sheet.rows.is_empty() {
        return Err(ReadError::new(say::empty_file(), say::hint_kinds()));
    }
    let note = match encoding {
        Some(encoding) if unread => Some(say::unread_letters(encoding.name())),
        Some(_) if said.is_none() => Some(say::read_as_windows().to_owned()),
        _ => None,
    };
    Ok(Book { sheets: vec![sheet], notes: note.into_iter().collect(), encoding, unread })
}

/// A first line “sep=;” is how a spreadsheet is told the separator; it is no row of the table.
fn told_separator(text: &str) -> (&str, Option<char>) {
    let Some(rest) = text.get(..4).filter(|head| head.eq_ignore_ascii_case("sep=")).and_then(|_| text.get(4..)) else {
        return (text, None);
    };
    let mut chars = rest.chars();
    match (chars.next(), chars.as_str()) {
        (Some(separator), after) if !separator.is_control() || separator == '\t' => {
            let after = after.strip_prefix("\r\n").or(after.strip_prefix(['\n', '\r']));
            after.map_or((text, None), |after| (after, Some(separator)))
        }
        _ => (text, None),
    }
}

/// The separator with which most of the first lines have the same number of columns.
fn separator_of(text: &str) -> char {
    let mut best = (0, ',');
    for separator in SEPARATORS {
        let counts = counts(text, separator);
        let usual = counts.iter().copied().max_by_key(|count| (counts.iter().filter(|other| *other == count).count(), *count));
        let Some(usual) = usual.filter(|usual| *usual > 0) else { continue };
        let agreeing = counts.iter().filter(|count| **count == usual).count();
        // Lines that agree count most; of two separators that fit as well, the one that makes more columns.
        let score = agreeing * agreeing * 100 / counts.len().max(1) * 10 + usual.min(9);
        if score > best.0 {
            best = (score, separator);
        }
    }
    best.1
}

/// How often the separator stands outside quotation marks in each of the first lines that hold anything.
fn counts(text: &str, separator: char) -> Vec<usize> {
    let (mut counts, mut count, mut quoted, mut any) = (Vec::new(), 0, false, false);
    for c in text.chars().chain(['\n']) {
        match c {
            '"' => quoted = !quoted,
            '\n' | '\r' if !quoted => {
                if any {
                    counts.push(count);
                }
                (count, any) = (0, false);
                if counts.len() == LOOKED_AT {
                    break;
                }
            }
            c if c == separator && !quoted => count += 1,
            c if !c.is_whitespace() => any = true,
            _ => {}
        }
    }
    counts
}

/// What the text is taken apart into, one character after the other.
struct Splitter {
    sheet: Sheet,
    cells: Vec<Cell>,
    row: u32,
    column: usize,
    text: String,
    total: usize,
}

impl Splitter {
    /// A cell has ended.
    fn cell(&mut self) -> Result<(), ReadError> {
        let text = std::mem::take(&mut self.text);
        if !text.trim().is_empty() {
            let Some(column) = u16::try_from(self.column).ok().filter(|column| *column < TABLE_COLUMNS) else {
                return Err(ReadError::new(say::too_many_columns(self.row, TABLE_COLUMNS), say::hint_fewer()));
            };
            if text.chars().count() > CELL_TEXT {
                return Err(ReadError::new(say::too_long(address(column, self.row), CELL_TEXT), say::hint_shorter()));
            }
            self.cells.push(Cell { column, value: Value::Text(unguarded(&text).to_owned()) });
            self.total += 1;
            if self.total > CELLS {
                return Err(ReadError::new(say::too_many_cells(CELLS), say::hint_fewer()));
            }
        }
        self.column += 1;
        Ok(())
    }

    /// A row has ended.
    fn row(&mut self) -> Result<(), ReadError> {
        self.cell()?;
        let cells = std::mem::take(&mut self.cells);
        if !cells.is_empty() {
            if self.row > TABLE_ROWS {
                return Err(ReadError::new(say::too_many_rows(TABLE_ROWS), say::hint_fewer()));
            }
            self.sheet.rows.push(Row { number: self.row, cells });
        }
        self.row = self.row.saturating_add(1);
        self.column = 0;
        Ok(())
    }
}

fn split(text: &str, separator: char) -> Result<Sheet, ReadError> {
    let mut to = Splitter { sheet: Sheet::default(), cells: Vec::new(), row: 1, column: 0, text: String::new(), total: 0 };
    let mut chars = text.chars().peekable();
    // The row in which a quotation mark was opened, while it is.
    let mut quoted: Option<u32> = None;
    while let Some(c) = chars.next() {
        match (c, quoted) {
            ('"', Some(_)) if chars.peek() == Some(&'"') => {
                to.text.push('"');
                chars.next();
            }
            ('"', Some(_)) => quoted = None,
            (c, Some(_)) => to.text.push(if c == '\r' { line_end(&mut chars) } else { c }),
            // A quotation mark in the middle of a word is one.
            ('"', None) if to.text.trim().is_empty() => {
                to.text.clear();
                quoted = Some(to.row);
            }
            ('\r' | '\n', None) => {
                if c == '\r' {
                    line_end(&mut chars);
                }
                to.row()?;
            }
            (c, None) if c == separator => to.cell()?,
            (c, None) => to.text.push(c),
        }
    }
    if let Some(row) = quoted {
        return Err(ReadError::new(say::open_quote(row), say::hint_open_quote()));
    }
    to.row()?;
    Ok(to.sheet)
}

/// Takes the second half of a line end, and gives the one that is kept.
fn line_end(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> char {
    if chars.peek() == Some(&'\n') {
        chars.next();
    }
    '\n'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(bytes: &[u8]) -> Vec<(u32, Vec<(u16, String)>)> {
        let book = read(bytes, None).unwrap();
        let cells = |row: &Row| row.cells.iter().map(|cell| (cell.column, cell.value.shown())).collect();
        book.sheets[0].rows.iter().map(|row| (row.number, cells(row))).collect()
    }

    #[test]
    fn the_separator_is_the_one_that_makes_a_table() {
        for (text, separator) in [
            ("Datum;Titel;Kosten\n3.5.;Hallo, Welt;1.200,00\n4.5.;Ja, nein;9,50", ';'),
            ("a,b\n1,2", ','),
            ("a\tb, c\n1\t2", '\t'),
            ("a|b|c\n1|2|3", '|'),
            ("title,note\n\"one; two; three; four\",x\n\"five; six; seven; eight\",y", ','),
            ("only\none", ','),
        ] {
            assert_eq!(separator_of(text), separator, "{text}");
        }
    }

    #[test]
    fn rows_have_the_numbers_of_the_spreadsheet() {
        let grid = grid(b"a,b\r\n\r\n\"one\ntwo\",\"say \"\"hi\"\"\"\r\n,\r\nlast,6\" nails");
        assert_eq!(grid.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [1, 3, 5]);
        assert_eq!(grid[1].1, [(0, "one\ntwo".to_owned()), (1, "say \"hi\"".to_owned())]);
        assert_eq!(grid[2].1[1].1, "6\" nails");
    }

    #[test]
    fn every_usual_encoding_gives_the_same_table() {
        let text = "Titel;Ort\nFrühling;Köln";
        let wide = |swap: bool, mark: bool| -> Vec<u8> {
            let mark = mark.then_some(0xFEFF);
            let units = mark.into_iter().chain(text.encode_utf16());
            units.flat_map(|unit| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        let old: Vec<u8> = text.chars().map(|c| c as u8).collect();
        let marked = [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat();
        let plain = grid(text.as_bytes());
        for bytes in [marked, old, wide(false, true), wide(true, true), wide(false, false), wide(true, false)] {
            assert_eq!(grid(&bytes), plain);
        }
    }

    #[test]
    fn only_our_own_apostrophe_is_taken_away() {
        for (text, read) in [("'=1+1", "=1+1"), ("' @x", " @x"), ("''=1", "'=1"), ("'tis", "'tis"), ("'", "'"), ("=1", "=1")] {
            assert_eq!(unguarded(text), read);
        }
    }

    #[test]
    fn what_cannot_be_a_table_is_refused_with_a_place() {
        let of = |bytes: &[u8]| read(bytes, None).unwrap_err().message;
        assert!(of(b"a,b\n\"open,c\nd,e").contains("row 2"));
        assert!(of(&[b'a', 0, b'b', 1, 2, 3]).contains("text"));
        assert!(of(format!("a\nb,{}", "x".repeat(40_000)).as_bytes()).contains("B2"));
        assert!(of(",".repeat(300).replace(',', "x,").as_bytes()).contains("200"));
    }
}
