//! Where what was counted stands: a count without its places cannot be looked at.

use std::collections::BTreeMap;

use super::grid;
use super::table::Sheet;
use crate::words::{self, import as say};

/// Places that are named; the rest is counted.
const SHOWN: usize = 10;

/// What rows and cells are counted as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tally {
    /// Rows of no creator.
    Ideas,
    /// Rows whose moment is in the plan just like that.
    Unchanged,
    /// Rows left out because their moment is in the plan.
    Skipped,
    /// Rows left out because a cell cannot be used.
    LeftOut,
    /// Rows that wait for an answer.
    Waiting,
    /// Rows that take the creator of the row above.
    Carried,
    /// Rows with several people, of which each gets a moment.
    Split,
    /// Rows that say the same as a row above.
    Twice,
    /// Rows without a title.
    Untitled,
    /// Names that stand alone and are the creator of the rows below.
    Blocks,
    /// Headings.
    Headings,
    /// Rows above the header.
    Above,
    /// The header again.
    Repeated,
    /// Sums.
    Totals,
    /// Remarks below or between the rows of a grid.
    Remarks,
    /// Rows that hold only a day or a name.
    Bare,
    /// Empty rows.
    Empty,
    /// Cells that say that it is not known yet.
    Open,
    /// Cells that name two days, which become one moment.
    TwoDays,
    /// Cells of a grid that say that nothing is there.
    Filler,
    /// Rows whose deliverable is several pieces.
    Pieces,
    /// Cells with several channels, of which the first is taken.
    Channels,
    /// Handles that are others than those their creators have.
    OtherHandles,
    /// Names of people who are known by their handle under another name.
    OtherNames,
    /// Amounts whose currency the plan says.
    Assumed,
    /// Amounts with a dollar sign, which can be another dollar than that of the United States.
    Dollars,
}

/// The places of everything that was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places(BTreeMap<Tally, Shown>);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Shown {
    /// Rows that follow each other are one entry.
    rows: Vec<(u32, u32)>,
    cells: Vec<String>,
    /// The row that was counted last: a row of several moments is one row.
    last: Option<u32>,
    /// How many are counted, and how many of them are in the lists.
    all: usize,
    listed: usize,
}

impl Places {
    /// Counts a row; in a grid it is a cell.
    pub(super) fn row(&mut self, tally: Tally, sheet: &Sheet, row: u32) {
        if sheet.is_of_cells() {
            return self.cell(tally, sheet.address(grid::TITLE, row));
        }
        let shown = self.0.entry(tally).or_default();
        if shown.last.replace(row) == Some(row) {
            return;
        }
        shown.all += 1;
        if let Some((_, last)) = shown.rows.last_mut().filter(|(_, last)| *last + 1 == row) {
            *last = row;
        } else if shown.rows.len() < SHOWN {
            shown.rows.push((row, row));
        } else {
            return;
        }
        shown.listed += 1;
    }

    /// Counts a cell.
    pub(super) fn cell(&mut self, tally: Tally, address: String) {
        let shown = self.0.entry(tally).or_default();
        if shown.cells.last() == Some(&address) {
            return;
        }
        shown.all += 1;
        if shown.cells.len() < SHOWN {
            shown.cells.push(address);
            shown.listed += 1;
        }
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self, tally: Tally) -> usize {
        self.0.get(&tally).map_or(0, |shown| shown.all)
    }

    /// “row 4”, “rows 4, 7–9 and 12 more”, “B2 and C3”; empty where there is none.
    #[must_use]
    pub fn said(&self, tally: Tally) -> String {
        let Some(shown) = self.0.get(&tally) else { return String::new() };
        let rows =
            shown.rows.iter().map(|(first, last)| if first == last { first.to_string() } else { say::row_range(first, last) });
        let names: Vec<String> = if shown.cells.is_empty() { rows.collect() } else { shown.cells.clone() };
        let more = shown.all - shown.listed;
        let list = if more > 0 { say::and_more(names.join(", "), more) } else { words::list(&names) };
        match (shown.cells.is_empty(), shown.all) {
            (false, _) => list,
            (true, 1) => say::in_row(list),
            (true, _) => say::in_rows(list),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_short_and_none_is_forgotten() {
        let sheet = Sheet::default();
        let mut places = Places::default();
        for row in [4, 7, 8, 8, 9] {
            places.row(Tally::Ideas, &sheet, row);
        }
        places.row(Tally::Bare, &sheet, 3);
        for row in 0..30 {
            places.row(Tally::Carried, &sheet, row * 2);
            places.cell(Tally::Open, format!("A{row}"));
        }
        assert_eq!(places.said(Tally::Ideas), "rows 4 and 7–9");
        assert_eq!(places.said(Tally::Bare), "row 3");
        assert_eq!(places.said(Tally::Carried), "rows 0, 2, 4, 6, 8, 10, 12, 14, 16, 18 and 20 more");
        assert!(places.said(Tally::Open).starts_with("A0, A1") && places.said(Tally::Open).ends_with("A9 and 20 more"));
        assert_eq!((places.count(Tally::Open), places.said(Tally::Twice)), (30, String::new()));
    }
}
