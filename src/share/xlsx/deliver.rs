//! The sheet of the deliverables: who makes what by when, in the order of the calendar, with the days on which drafts and
//! approvals are due.

use super::super::columns::{Cell, Column, DELIVERABLE_AFTER, DELIVERABLE_BEFORE, Row};
use super::formats::Style;
use super::moments::width;
use super::page::{Head, Page};
use super::{Book, Stop};
use crate::words::{columns as say, names as words};

/// What only readers inside are told.
const INSIDE: [Column; 2] = [Column::Status, Column::Owner];

/// The sheet.
pub(super) fn sheet<'a>(book: &'a Book<'a>, rows: &[Row<'_>]) -> Result<Page<'a>, Stop> {
    let inside: &[Column] = if book.is_inside() { &INSIDE } else { &[] };
    let head = |column: &Column| Head::new(column.shown_heading(), width(*column), Style::of(*column));
    let mut heads: Vec<Head> = DELIVERABLE_BEFORE.iter().map(head).collect();
    heads.extend([
        Head::new(say::weekday(), 10.0, Style::Word),
        Head::new(say::draft_due(), 13.0, Style::Day),
        Head::new(say::approval_due(), 13.0, Style::Day),
    ]);
    heads.extend(DELIVERABLE_AFTER.iter().chain(inside).map(head));
    let mut page = Page::new(book, say::sheet_deliverables(), heads)?;
    // What creators publish of their own accord is nothing that anybody delivers.
    let mut rows: Vec<&Row<'_>> = rows.iter().filter(|row| row.moment.is_brand()).collect();
    let day_of = |row: &Row<'_>| row.campaign.day_of(row.moment.when);
    rows.sort_by_key(|row| (day_of(row).is_none(), day_of(row), row.moment.time));
    for row in rows {
        let day = day_of(row);
        let due = book.shared.ahead.due(row.campaign, row.moment);
        let write = |column: &Column| match column.shown(*row, &book.names) {
            Cell::YesNo(is) => Cell::Text(if is { say::yes() } else { say::no() }.to_owned()),
            cell => cell,
        };
        let mut cells: Vec<Cell> = DELIVERABLE_BEFORE.iter().map(write).collect();
        cells.extend([
            day.map_or(Cell::Empty, |day| Cell::Text(words::weekday(day.weekday()).to_owned())),
            due.and_then(|due| due.draft).map_or(Cell::Empty, Cell::Day),
            due.and_then(|due| due.approval).map_or(Cell::Empty, Cell::Day),
        ]);
        cells.extend(DELIVERABLE_AFTER.iter().chain(inside).map(write));
        page.row(&cells, &row.moment.title, None)?;
    }
    page.filter()?;
    Ok(page)
}
