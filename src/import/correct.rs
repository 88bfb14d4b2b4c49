//! Cells that somebody corrects while a table is looked at: the file stays as it is.

use std::collections::BTreeMap;

use super::table::{Cell, Sheet, Value};

impl Sheet {
    /// The table with other texts in some of its cells, by their addresses; a blank one empties its cell.
    #[must_use]
    pub fn corrected(&self, cells: &BTreeMap<String, String>) -> Self {
        let mut sheet = self.clone();
        for (place, text) in cells {
            let Some((column, number)) = place_of(place) else { continue };
            let Ok(at) = sheet.rows.binary_search_by_key(&number, |row| row.number) else { continue };
            let Some(row) = sheet.rows.get_mut(at) else { continue };
            row.cells.retain(|cell| cell.column != column);
            if !text.trim().is_empty() {
                let before = row.cells.partition_point(|cell| cell.column < column);
                row.cells.insert(before, Cell { column, value: Value::Text(text.trim().to_owned()) });
            }
        }
        sheet.rows.retain(|row| !row.cells.is_empty());
        sheet
    }
}

/// The column and the row of an address.
fn place_of(address: &str) -> Option<(u16, u32)> {
    let (letters, row) = address.split_at(address.find(|c: char| c.is_ascii_digit())?);
    let digit = |c: char| c.is_ascii_uppercase().then(|| c as u32 - 'A' as u32 + 1);
    let column = letters.chars().try_fold(0_u32, |column, c| column.checked_mul(26)?.checked_add(digit(c)?))?;
    Some((u16::try_from(column.checked_sub(1)?).ok()?, row.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::super::table::{Row, address};
    use super::*;

    #[test]
    fn a_cell_is_corrected_where_its_address_says() {
        for (column, row) in [(0, 1), (25, 7), (26, 200_000), (701, 3), (702, 12)] {
            assert_eq!(place_of(&address(column, row)), Some((column, row)));
        }
        assert_eq!((place_of("7"), place_of("A"), place_of("a1")), (None, None, None));
        let cell = |column, text: &str| Cell { column, value: Value::Text(text.into()) };
        let rows =
            vec![Row { number: 2, cells: vec![cell(0, "one"), cell(2, "three")] }, Row { number: 5, cells: vec![cell(1, "x")] }];
        let sheet = Sheet { rows, ..Sheet::default() };
        let cells = [("C2", "3"), ("B2", "2"), ("B5", " "), ("A9", "nowhere")].map(|(at, text)| (at.to_owned(), text.to_owned()));
        let corrected = sheet.corrected(&cells.into_iter().collect());
        assert_eq!(corrected.rows, [Row { number: 2, cells: vec![cell(0, "one"), cell(1, "2"), cell(2, "3")] }]);
    }
}
