//! What flows over pages: headings, paragraphs and tables that go on where the page ends, and nothing of them is lost.
//!
//! A table repeats its head on every page. A row stays whole where a page has room for it; one that is higher than a page
//! goes on in a row of its own on the next one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::choice::Section;
use super::super::scene::{Align, Cell, Column, Item, Laid, Point, Rgb, Row, Span, Style, Table, TextRole, Weight};
use super::Build;
use super::frame::{MARGIN, Sheet};
use crate::words::deck_tables as say;

/// Room at each side of a cell's text.
const PADDING: (f64, f64) = (6.0, 4.0);
/// With less room than this left, a row that is higher than a page begins on the next one.
const WORTH_A_START: f64 = 80.0;
/// The widest that running text is set: longer lines are hard to follow.
const MEASURE: f64 = 620.0;
/// Texts up to that many bytes are set once for each column of a table, because they come again and again.
const COMMON: usize = 40;
/// A word of more signs than this may break inside.
const WORD: usize = 14;
/// So many of the longest words of a column are measured.
const MEASURED: usize = 5;

/// Pages of a section in the making.
pub(in super::super) struct Flow {
    section: Section,
    title: String,
    pub(in super::super) sheet: Sheet,
    /// Where a page that only continues begins.
    fresh: f64,
    /// Whether the page holds nothing but its head.
    is_empty: bool,
}

/// A column of a table.
pub(in super::super) struct Head {
    words: &'static str,
    share: f64,
    align: Align,
}

impl Head {
    /// A column with its heading and how much of the width it takes beside the others.
    pub(in super::super) const fn new(words: &'static str, share: f64) -> Self {
        Self { words, share, align: Align::Start }
    }

    /// The same with its texts at the end, as numbers stand.
    pub(in super::super) const fn at_end(self) -> Self {
        Self { align: Align::End, ..self }
    }
}

/// The text of a cell, in one style or several.
pub(in super::super) type Words = Vec<Span>;

/// A table before it is set.
pub(in super::super) struct Grid {
    /// What it lists, for those who do not see it.
    pub(in super::super) summary: String,
    /// Its columns.
    pub(in super::super) heads: Vec<Head>,
    /// Its rows, one text a column.
    pub(in super::super) rows: Vec<Vec<Words>>,
    /// Whether the last row is a sum.
    pub(in super::super) has_sum: bool,
}

/// Rows of one table on one page, their texts measured.
struct Open {
    columns: Vec<Column>,
    head: Row,
    rows: Vec<Row>,
    height: f64,
    summary: String,
}

impl Build<'_> {
    /// The text of a cell.
    pub(in super::super) fn plain(&self, text: impl Into<String>) -> Words {
        self.words(text, Weight::Regular, self.look.text_2)
    }

    /// The text of a cell that a row is found by.
    pub(in super::super) fn strong(&self, text: impl Into<String>) -> Words {
        self.words(text, Weight::Semibold, self.look.text)
    }

    /// The text of a cell that says that nothing is there.
    pub(in super::super) fn quiet(&self, text: impl Into<String>) -> Words {
        self.words(text, Weight::Regular, self.look.text_3)
    }

    /// The text of a cell in a colour of its own.
    pub(in super::super) fn colored(&self, text: impl Into<String>, color: Rgb) -> Words {
        self.words(text, Weight::Medium, color)
    }

    /// The style of the heads of a table.
    fn head(&self) -> Style {
        self.style(9.0, 12.5, Weight::Semibold, self.look.text_3)
    }

    fn words(&self, text: impl Into<String>, weight: Weight, color: Rgb) -> Words {
        vec![Span { text: text.into(), style: self.style(9.5, 13.0, weight, color) }]
    }
}

impl Flow {
    /// The first page of a section.
    pub(in super::super) fn new(b: &mut Build<'_>, section: Section, name: &str, title: &str, line: &str) -> Self {
        let fresh = b.sheet(section, &say::continued(title), "", None).y;
        let sheet = b.sheet(section, title, line, Some((0, name)));
        Self { section, title: title.to_owned(), sheet, fresh, is_empty: true }
    }

    /// How much room is left on the page.
    pub(in super::super) fn room(&self, b: &Build<'_>) -> f64 {
        b.floor() - self.sheet.y
    }

    /// Goes on on a new page.
    pub(in super::super) fn turn(&mut self, b: &mut Build<'_>) {
        // The page is added before the next one is begun: pages are named by how many there are.
        let empty = b.bare(self.section, "", None);
        let done = std::mem::replace(&mut self.sheet.page, empty);
        b.add(self.section, done);
        self.sheet = b.sheet(self.section, &say::continued(&self.title), "", None);
        self.is_empty = true;
    }

    /// Puts something on the page and leaves `height` for it.
    pub(in super::super) fn put(&mut self, items: impl IntoIterator<Item = Item>, height: f64) {
        self.sheet.page.items.extend(items);
        self.sheet.y += height;
        self.is_empty = false;
    }

    /// Adds the last page.
    pub(in super::super) fn finish(self, b: &mut Build<'_>) {
        b.add(self.section, self.sheet.page);
    }

    /// A heading that stays with at least `keep` of what follows it.
    pub(in super::super) fn heading(&mut self, b: &mut Build<'_>, text: &str, keep: f64) {
        let style = b.heading();
        let laid = b.set.text(text, style, b.wide());
        let above = if self.is_empty { 0.0 } else { 16.0 };
        if above + laid.height + 4.0 + keep > self.room(b) && !self.is_empty {
            self.turn(b);
        } else {
            self.sheet.y += above;
        }
        let height = laid.height + 4.0;
        let at = Point::new(MARGIN, self.sheet.y);
        self.put([Item::text(at, laid, TextRole::Heading(2))], height);
    }

    /// A paragraph.
    pub(in super::super) fn paragraph(&mut self, b: &mut Build<'_>, text: &str, style: Style) {
        let mut rest = Some(b.set.text(text, style, b.wide().min(MEASURE)));
        while let Some(laid) = rest.take() {
            let (head, tail) = laid.split(self.room(b));
            if head.lines.is_empty() && tail.is_some() && !self.is_empty {
                self.turn(b);
                rest = tail;
                continue;
            }
            let height = head.height;
            let at = Point::new(MARGIN, self.sheet.y);
            self.put([Item::text(at, head, TextRole::Body)], height);
            rest = tail;
            if rest.is_some() {
                self.turn(b);
            }
        }
        self.sheet.y += 6.0;
    }

    /// A table, over as many pages as it takes; nothing where it has no rows.
    pub(in super::super) fn table(&mut self, b: &mut Build<'_>, grid: Grid) {
        let mut open = Open::new(b, &grid);
        let last = grid.rows.len().saturating_sub(1);
        let whole_page = b.floor() - self.fresh - open.head.height;
        let mut known: BTreeMap<(usize, String), Arc<Laid>> = BTreeMap::new();
        for (at, row) in grid.rows.into_iter().enumerate() {
            let fill = (grid.has_sum && at == last).then_some(b.look.sunken);
            let mut cells = open.set(b, &grid.heads, row, &mut known);
            loop {
                let height = high(&cells);
                let room = self.room(b) - open.height;
                if height <= room {
                    open.push(cells, height, fill);
                    break;
                }
                let at_top = self.is_empty && open.rows.is_empty();
                if at_top || (height > whole_page && room >= WORTH_A_START) {
                    let (first, rest) = split(&cells, room - 2.0 * PADDING.1);
                    let is_stuck = first.iter().all(|laid| laid.lines.is_empty());
                    if is_stuck || rest.iter().all(|laid| laid.lines.is_empty()) {
                        // Not one line fits on an empty page: no page could hold it any better.
                        open.push(cells, height, fill);
                        break;
                    }
                    let height = high(&first);
                    open.push(first, height, fill);
                    cells = rest;
                }
                self.close(b, &mut open);
                self.turn(b);
            }
        }
        self.close(b, &mut open);
        self.sheet.y += 4.0;
    }

    /// Puts the rows so far on the page.
    fn close(&mut self, b: &Build<'_>, open: &mut Open) {
        if open.rows.is_empty() {
            return;
        }
        let mut rows = vec![open.head.clone()];
        rows.append(&mut open.rows);
        let table = Table {
            at: Point::new(MARGIN, self.sheet.y),
            summary: open.summary.clone(),
            columns: open.columns.clone(),
            rows,
            rule: b.look.subtle,
            padding: PADDING,
        };
        let height = open.height;
        open.height = open.head.height;
        self.put([Item::Table(table)], height);
    }
}

impl Open {
    fn new(b: &mut Build<'_>, grid: &Grid) -> Self {
        let columns = columns(b, grid);
        let style = b.head();
        let cells: Vec<Arc<Laid>> = grid
            .heads
            .iter()
            .zip(&columns)
            .map(|(head, column)| {
                let span = Span { text: head.words.to_owned(), style };
                Arc::new(b.set.set(&[span], column.width - 2.0 * PADDING.0, head.align))
            })
            .collect();
        let height = high(&cells);
        let head = Row { is_head: true, height, fill: Some(b.look.sunken), cells: in_cells(cells) };
        Self { columns, head, rows: Vec::new(), height, summary: grid.summary.clone() }
    }

    /// Measures a row.
    fn set(
        &self,
        b: &mut Build<'_>,
        heads: &[Head],
        row: Vec<Words>,
        known: &mut BTreeMap<(usize, String), Arc<Laid>>,
    ) -> Vec<Arc<Laid>> {
        let mut row = row.into_iter();
        let columns = heads.iter().zip(&self.columns).enumerate();
        columns
            .map(|(at, (head, column))| {
                let spans = row.next().unwrap_or_default();
                let mut set = || Arc::new(b.set.set(&spans, column.width - 2.0 * PADDING.0, head.align));
                match spans.as_slice() {
                    [one] if one.text.len() <= COMMON => {
                        let key = format!("{} {} {}", one.style.weight.number(), one.style.color.hex(), one.text);
                        Arc::clone(known.entry((at, key)).or_insert_with(set))
                    }
                    _ => set(),
                }
            })
            .collect()
    }

    fn push(&mut self, cells: Vec<Arc<Laid>>, height: f64, fill: Option<Rgb>) {
        self.height += height;
        self.rows.push(Row { is_head: false, height, fill, cells: in_cells(cells) });
    }
}

/// How wide the columns are: by their shares, but none so narrow that its words break inside, as far as there is room.
fn columns(b: &mut Build<'_>, grid: &Grid) -> Vec<Column> {
    let least: Vec<f64> =
        grid.heads.iter().enumerate().map(|(at, head)| widest_word(b, grid, at, head) + 2.0 * PADDING.0).collect();
    let mut open: Vec<bool> = vec![true; least.len()];
    let mut widths = vec![0.0; least.len()];
    // A column that would be too narrow gets what it needs, and the others share what is left; that may be too narrow for
    // another one.
    for _ in 0..=least.len() {
        let held: f64 = least.iter().zip(&open).filter(|(_, open)| !**open).map(|(least, _)| *least).sum();
        let shares: f64 = grid.heads.iter().zip(&open).filter(|(_, open)| **open).map(|(head, _)| head.share).sum();
        let room = (b.wide() - held).max(0.0);
        for (at, head) in grid.heads.iter().enumerate() {
            let (Some(width), Some(least), Some(open)) = (widths.get_mut(at), least.get(at), open.get_mut(at)) else { continue };
            *width = if *open { room * head.share / shares.max(f64::MIN_POSITIVE) } else { *least };
        }
        let narrow = widths.iter().zip(&least).zip(&open).position(|((width, least), open)| *open && width < least);
        let Some(open) = narrow.and_then(|at| open.get_mut(at)) else { break };
        *open = false;
    }
    // Where even that is too much, all give way alike.
    let all: f64 = widths.iter().sum();
    let scale = if all > b.wide() { b.wide() / all } else { 1.0 };
    widths.into_iter().map(|width| Column { width: width * scale }).collect()
}

/// The width of the widest word of a column, of those that are no longer than words are; the longest few are measured.
fn widest_word(b: &mut Build<'_>, grid: &Grid, column: usize, head: &Head) -> f64 {
    let cells = grid.rows.iter().filter_map(|row| row.get(column)).flatten();
    let own = Span { text: head.words.to_owned(), style: b.head() };
    let mut words: BTreeMap<(usize, &str), Style> = BTreeMap::new();
    for span in cells.chain([&own]) {
        for word in span.text.split([' ', '\n']) {
            let length = word.chars().count();
            if length <= WORD {
                words.insert((length, word), span.style);
                if words.len() > MEASURED {
                    words.pop_first();
                }
            }
        }
    }
    // The head is in smaller letters, but bold: it is measured whatever its length.
    let heads = head.words.split(' ').map(|word| (word, own.style));
    let all: Vec<(&str, Style)> = words.into_iter().map(|((_, word), style)| (word, style)).chain(heads).collect();
    all.into_iter().map(|(word, style)| b.set.text(word, style, 400.0).ink_width() + 0.5).fold(0.0, f64::max)
}

/// How high a row is.
fn high(cells: &[Arc<Laid>]) -> f64 {
    cells.iter().map(|laid| laid.height).fold(0.0, f64::max) + 2.0 * PADDING.1
}

/// What fits into that height, and what is left.
fn split(cells: &[Arc<Laid>], height: f64) -> (Vec<Arc<Laid>>, Vec<Arc<Laid>>) {
    cells
        .iter()
        .map(|laid| {
            let (first, rest) = laid.split(height);
            let rest = rest.unwrap_or_else(|| nothing(&first));
            (Arc::new(first), Arc::new(rest))
        })
        .unzip()
}

/// What stands on the next page beside what goes on there.
fn nothing(beside: &Laid) -> Laid {
    Laid {
        text: "".into(),
        styles: Arc::new([]),
        lines: Vec::new(),
        width: beside.width,
        height: 0.0,
        align: beside.align,
        missing: BTreeSet::new(),
    }
}

fn in_cells(cells: Vec<Arc<Laid>>) -> Vec<Cell> {
    cells.into_iter().map(|laid| Cell { laid, link: None }).collect()
}
