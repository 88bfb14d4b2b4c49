//! Where things are in this frame: rows and columns, which of them are seen, and what lies under a place of the screen.

use std::ops::Range;

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use super::cells::Ground;
use super::column::Column;
use super::data::{Lines, Row};
use super::layout::TableLayout;
use crate::ui::theme::Tokens;
use crate::ui::view::Cx;

/// Height of a row, of the footer and of the row that adds one, in points.
pub(super) const ROW: f32 = 34.0;
/// Height of the row of headers, in points.
pub(super) const HEADER: f32 = 30.0;
/// Width of the boxes to tick before the rows, in points.
pub(super) const TICKS: f32 = 30.0;

/// A column in its place, counted from the left end of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub(super) column: Column,
    pub(super) x: f32,
    pub(super) width: f32,
}

/// The narrowest that a title gives way to on its own, in points.
const LEAST_TITLE: f32 = 168.0;
/// The widest that it becomes on its own.
const MOST_TITLE: f32 = 420.0;
/// Width of days that are written with weekday and year.
const WITH_YEAR: f32 = 122.0;
/// The least width of fees where some are no round amounts.
const WITH_CENTS: f32 = 98.0;

/// The columns that are shown, from left to right, in that much room. Widths that somebody chose stay; else the title has what the
/// others leave, where that lets all of them be seen at once.
pub(super) fn slots(layout: &TableLayout, room: f32, (has_years, has_cents): (bool, bool)) -> Vec<Slot> {
    let chosen = |column| layout.widths.contains_key(&column);
    let width = |column| match column {
        Column::Date if has_years && !chosen(column) => WITH_YEAR,
        Column::Fee if has_cents && !chosen(column) => layout.width(column).max(WITH_CENTS),
        column => layout.width(column),
    };
    let spare = room - TICKS - layout.shown().map(width).sum::<f32>();
    let title = (layout.width(Column::Title) + spare).min(MOST_TITLE);
    let gives_way = !chosen(Column::Title) && title >= LEAST_TITLE;
    let mut x = TICKS;
    let slot = |column| {
        let width = if column == Column::Title && gives_way { title.floor() } else { width(column) };
        let slot = Slot { column, x, width };
        x += slot.width;
        slot
    };
    layout.shown().map(slot).collect()
}

/// What is drawn in this frame, and where.
pub(super) struct Frame<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) t: &'static Tokens,
    pub(super) ground: &'a Ground<'a>,
    pub(super) lines: &'a Lines,
    pub(super) slots: &'a [Slot],
    /// Where rows are seen.
    pub(super) body: Rect,
    /// How far they are scrolled.
    pub(super) offset: Vec2,
}

/// What lies under a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hit {
    /// The box to tick of a line.
    Tick(usize),
    /// A cell.
    Cell(usize, Column),
}

impl<'a> Frame<'a> {
    /// The row of a line.
    pub(super) fn row(&self, line: usize) -> Option<Row<'a>> {
        self.lines.row(self.cx.campaign, line)
    }

    /// The lines that are seen.
    pub(super) fn seen(&self) -> Range<usize> {
        let first = (self.offset.y / ROW).floor().max(0.0) as usize;
        let last = ((self.offset.y + self.body.height()) / ROW).ceil().max(0.0) as usize;
        first.min(self.lines.lines.len())..last.min(self.lines.lines.len())
    }

    /// All of a line, as far as it is seen from left to right.
    pub(super) fn line_rect(&self, line: usize) -> Rect {
        // Counted from the first line that is seen: far down, a place counted from the first one of all would not be exact.
        let first = (self.offset.y / ROW).floor();
        let top = self.body.top() - (self.offset.y - first * ROW) + (line as f32 - first) * ROW;
        Rect::from_min_size(pos2(self.body.left(), top), vec2(self.body.width(), ROW))
    }

    /// Where a column is. The title stays in sight however far the table is scrolled.
    pub(super) fn column_left(&self, slot: Slot) -> f32 {
        let left = self.body.left() + slot.x - self.offset.x;
        if slot.column == Column::Title { left.max(self.body.left() + TICKS) } else { left }
    }

    /// A cell.
    pub(super) fn cell_rect(&self, line: usize, slot: Slot) -> Rect {
        let row = self.line_rect(line);
        Rect::from_min_size(pos2(self.column_left(slot), row.top()), vec2(slot.width, ROW))
    }

    /// The place of a column, where it is shown.
    pub(super) fn slot(&self, column: Column) -> Option<Slot> {
        self.slots.iter().copied().find(|slot| slot.column == column)
    }

    /// The place of a column among those that are shown.
    pub(super) fn place(&self, column: Column) -> Option<usize> {
        self.slots.iter().position(|slot| slot.column == column)
    }

    /// The column at a place from left to right; beyond the last one it is the last one.
    pub(super) fn column_at(&self, x: f32) -> Option<Column> {
        let over = |slot: &&Slot| {
            let left = self.column_left(**slot);
            (left..left + slot.width).contains(&x)
        };
        // What stays in sight lies over the others.
        let title = self.slots.iter().filter(|slot| slot.column == Column::Title).find(over);
        title.or_else(|| self.slots.iter().find(over)).or(self.slots.last()).map(|slot| slot.column)
    }

    /// The line at a height, as far as there is one.
    pub(super) fn line_at(&self, y: f32) -> Option<usize> {
        let line = ((y - self.body.top() + self.offset.y) / ROW).floor();
        (line >= 0.0 && (line as usize) < self.lines.lines.len()).then_some(line as usize)
    }

    /// What lies under a place.
    pub(super) fn hit(&self, at: Pos2) -> Option<Hit> {
        let line = self.line_at(at.y)?;
        self.row(line)?;
        if at.x < self.body.left() + TICKS {
            return Some(Hit::Tick(line));
        }
        Some(Hit::Cell(line, self.column_at(at.x)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_gives_way_so_that_all_columns_are_seen_and_takes_what_is_left() {
        let layout = TableLayout::default();
        let end = |slots: &[Slot]| slots.last().map_or(0.0, |slot| slot.x + slot.width);
        let title = |slots: &[Slot]| slots.iter().find(|slot| slot.column == Column::Title).map_or(0.0, |slot| slot.width);
        for (room, has_years) in [(1380.0, false), (1380.0, true), (1500.0, false)] {
            let slots = slots(&layout, room, (has_years, false));
            assert!(end(&slots) <= room && end(&slots) > room - 2.0, "{room}: {}", end(&slots));
            assert!((LEAST_TITLE..=MOST_TITLE).contains(&title(&slots)), "{room}: {}", title(&slots));
        }
        assert!(
            (title(&slots(&layout, 700.0, (false, false))) - Column::Title.first_width()).abs() < 0.1,
            "giving way would not help"
        );
        let fee = |slots: &[Slot]| slots.iter().find(|slot| slot.column == Column::Fee).map_or(0.0, |slot| slot.width);
        assert!(
            fee(&slots(&layout, 1380.0, (false, true))) > fee(&slots(&layout, 1380.0, (false, false))) + 20.0,
            "cents have room"
        );
        assert!(end(&slots(&layout, 1380.0, (false, true))) <= 1380.0, "the title gives it");
        let mut layout = layout;
        layout.set_width(Column::Title, 300.0);
        assert!((title(&slots(&layout, 1380.0, (false, false))) - 300.0).abs() < 0.1, "what somebody chose stays");
    }
}
