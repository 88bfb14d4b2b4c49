//! What flows over pages: headings, paragraphs and tables that go on where the page ends, and nothing of them is lost.
//!
//! A table repeats its head on every page. A row stays whole where a page has room for it; one that is higher than a page
//! goes on in a row of its own on the next one. Where a little less room between the rows makes all of them fit, they get
//! it; and no table ends in a page that is nearly empty, if its pages can share the rows more fairly.

use std::collections::BTreeSet;

use super::super::choice::Section;
use super::super::scene::{Item, Point, Style, TextRole};
use super::super::tables::{Chapter, Part};
use super::Build;
use super::frame::{MARGIN, MEASURE, Sheet};
use super::grid::{Grid, Measured, Open, ROOMY, Room, TIGHT, high, split};
use crate::words::deck;

/// Room between two tables beside each other.
const GUTTER: f64 = 28.0;
/// Room above and below a heading, below a paragraph, and below a table.
const ABOVE_HEADING: f64 = 16.0;
const BELOW_HEADING: f64 = 4.0;
const BELOW_TEXT: f64 = 6.0;
const BELOW_TABLE: f64 = 4.0;
/// With less room than this left, a row that is higher than a page begins on the next one.
const WORTH_A_START: f64 = 80.0;

/// Pages of a section in the making.
pub(in super::super) struct Flow {
    section: Section,
    title: String,
    /// What to say; on the pages behind the first one, that they go on.
    notes: String,
    pub(in super::super) sheet: Sheet,
    /// Where a page that only continues begins.
    fresh: f64,
    /// Whether the page holds nothing but its head.
    is_empty: bool,
}

/// How high parts are below something else, their tables with these columns and as close as rows may stand.
pub(super) fn height(b: &mut Build<'_>, parts: &[Part], rooms: &[Room]) -> f64 {
    let (width, measure) = (b.wide(), b.wide().min(MEASURE));
    let (heading, body) = (b.heading(), b.body());
    let mut height = 0.0;
    for part in parts {
        height += match part {
            Part::Heading(text) => ABOVE_HEADING + b.even(text, heading, width).height + BELOW_HEADING,
            Part::Text(text) => b.paragraph(text, body, measure).height + BELOW_TEXT,
            Part::List(items) => items.iter().map(|text| b.paragraph(text, body, measure).height + BELOW_TEXT).sum::<f64>(),
            Part::Table(table) => {
                let grid = b.grid(table, rooms);
                Measured::new(b, grid, width).height(TIGHT) + BELOW_TABLE
            }
        };
    }
    height
}

/// How high two tables beside each other are at least, each with what it lists as its heading.
pub(super) fn pair_height(b: &mut Build<'_>, pair: &[Grid; 2]) -> f64 {
    let width = (b.wide() - GUTTER) / 2.0;
    let style = b.heading();
    let highs = pair.iter().map(|grid| {
        let laid = b.set.text(&grid.summary, style, width);
        laid.height + BELOW_HEADING + Measured::new(b, grid.clone(), width).height(TIGHT)
    });
    ABOVE_HEADING + highs.fold(0.0, f64::max) + BELOW_TABLE
}

impl Flow {
    /// The first page of a section: its entry in the bookmarks, the title, the line below it, and what to say.
    pub(in super::super) fn new(
        b: &mut Build<'_>,
        section: Section,
        name: &str,
        (title, line): (&str, &str),
        notes: String,
    ) -> Self {
        let fresh = b.sheet(section, &deck::continued(title), "", None).y;
        let mut sheet = b.sheet(section, title, line, Some((0, name)));
        sheet.page.notes.clone_from(&notes);
        Self { section, title: title.to_owned(), notes, sheet, fresh, is_empty: true }
    }

    /// The first page of a section that every format has.
    pub(super) fn of(b: &mut Build<'_>, chapter: &Chapter, notes: String) -> Self {
        Self::new(b, chapter.section, chapter.name, (&chapter.title, &chapter.line), notes)
    }

    /// A part of such a section, its tables with these columns. Something of that height may stand below them.
    pub(super) fn part(&mut self, b: &mut Build<'_>, part: &Part, rooms: &[Room], below: Option<f64>) {
        let style = b.body();
        match part {
            Part::Heading(text) => self.heading(b, text, 60.0),
            Part::Text(text) => self.paragraph(b, text, style),
            Part::List(items) => items.iter().for_each(|text| self.paragraph(b, text, style)),
            Part::Table(table) => {
                let grid = b.grid(table, rooms);
                self.table_before(b, grid, below);
            }
        }
    }

    /// How much room is left on the page.
    pub(in super::super) fn room(&self, b: &Build<'_>) -> f64 {
        b.floor() - self.sheet.y
    }

    /// How much room a page that only goes on has.
    pub(super) fn room_of_a_page(&self, b: &Build<'_>) -> f64 {
        b.floor() - self.fresh
    }

    /// Goes on on a new page.
    pub(in super::super) fn turn(&mut self, b: &mut Build<'_>) {
        // The page is added before the next one is begun: pages are named by how many there are.
        let empty = b.bare(self.section, "", None);
        let done = std::mem::replace(&mut self.sheet.page, empty);
        b.add(self.section, done);
        self.sheet = b.sheet(self.section, &deck::continued(&self.title), "", None);
        self.sheet.page.notes = deck::notes_continued(&self.notes);
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
        let laid = b.even(text, style, b.wide());
        let above = if self.is_empty { 0.0 } else { ABOVE_HEADING };
        if above + laid.height + BELOW_HEADING + keep > self.room(b) && !self.is_empty {
            self.turn(b);
        } else {
            self.sheet.y += above;
        }
        let height = laid.height + BELOW_HEADING;
        let at = Point::new(MARGIN, self.sheet.y);
        self.put([Item::text(at, laid, TextRole::Heading(2))], height);
    }

    /// A paragraph.
    pub(in super::super) fn paragraph(&mut self, b: &mut Build<'_>, text: &str, style: Style) {
        let mut rest = Some(b.paragraph(text, style, b.wide().min(MEASURE)));
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
        self.sheet.y += BELOW_TEXT;
    }

    /// A table, over as many pages as it takes; nothing where it has no rows.
    pub(in super::super) fn table(&mut self, b: &mut Build<'_>, grid: Grid) {
        self.table_before(b, grid, None);
    }

    /// The same where something of that height is to stand below it, on the same page if that can be.
    pub(in super::super) fn table_before(&mut self, b: &mut Build<'_>, grid: Grid, below: Option<f64>) {
        let width = b.wide();
        let table = Measured::new(b, grid, width);
        let keep = below.unwrap_or(0.0);
        let room = self.room(b);
        let fits = |pad: f64, keep: f64| table.height(pad) + keep <= room;
        let pad = [(ROOMY, keep), (TIGHT, keep), (ROOMY, 0.0), (TIGHT, 0.0)].into_iter().find(|(pad, keep)| fits(*pad, *keep));
        let pad = pad.map_or(ROOMY, |(pad, _)| pad);
        let whole_page = b.floor() - self.fresh;
        let turns = if below.is_none() { table.turns(pad, room, whole_page) } else { BTreeSet::new() };
        let mut open = Open::new(b, &table, pad);
        let last = table.rows.len().saturating_sub(1);
        let whole_page = whole_page - open.head.height;
        for (at, row) in table.rows.iter().enumerate() {
            let fill = (table.has_sum && at == last).then_some(b.look.sunken);
            let mut cells = row.clone();
            if turns.contains(&at) {
                self.close(b, &table, &mut open);
                self.turn(b);
            }
            loop {
                let height = high(&cells, pad);
                let room = self.room(b) - open.height;
                if height <= room {
                    open.push(cells, height, fill);
                    break;
                }
                let at_top = self.is_empty && open.rows.is_empty();
                if at_top || (height > whole_page && room >= WORTH_A_START) {
                    let (first, rest) = split(&cells, room - 2.0 * pad);
                    let is_stuck = first.iter().all(|laid| laid.lines.is_empty());
                    if is_stuck || rest.iter().all(|laid| laid.lines.is_empty()) {
                        // Not one line fits on an empty page: no page could hold it any better.
                        open.push(cells, height, fill);
                        break;
                    }
                    let height = high(&first, pad);
                    open.push(first, height, fill);
                    cells = rest;
                }
                self.close(b, &table, &mut open);
                self.turn(b);
            }
        }
        self.close(b, &table, &mut open);
        self.sheet.y += BELOW_TABLE;
    }

    /// Two tables, each with what it lists as its heading, beside each other where both fit on the page, else one after the other.
    pub(in super::super) fn pair(&mut self, b: &mut Build<'_>, pair: [Grid; 2]) {
        self.pair_before(b, pair, 0.0);
    }

    /// The same where something of that height is to stand below them on the same page.
    pub(super) fn pair_before(&mut self, b: &mut Build<'_>, pair: [Grid; 2], below: f64) {
        let width = (b.wide() - GUTTER) / 2.0;
        let style = b.heading();
        let above = if self.is_empty { 0.0 } else { 16.0 };
        let room = self.room(b) - above - below;
        let set = pair.map(|grid| {
            let laid = b.set.text(&grid.summary, style, width);
            (laid, Measured::new(b, grid.clone(), width), grid)
        });
        let fits = |pad: f64| set.iter().all(|(laid, table, _)| laid.height + 4.0 + table.height(pad) <= room);
        let Some(pad) = [ROOMY, TIGHT].into_iter().find(|pad| fits(*pad)) else {
            for (.., grid) in set {
                self.heading(b, &grid.summary, 60.0);
                self.table(b, grid);
            }
            return;
        };
        let top = self.sheet.y + above;
        let mut highest = 0.0_f64;
        for (at, (laid, table, _)) in set.into_iter().enumerate() {
            let left = MARGIN + (width + GUTTER) * at as f64;
            let below = laid.height + 4.0;
            self.put([Item::text(Point::new(left, top), laid, TextRole::Heading(2))], 0.0);
            let height = self.whole(b, &table, pad, Point::new(left, top + below));
            highest = highest.max(below + height);
        }
        self.sheet.y = top + highest + 4.0;
    }

    /// A table in two columns beside each other, read from top to bottom, with something of that height below it where there
    /// is room; over as many pages as it takes.
    pub(in super::super) fn two_columns(&mut self, b: &mut Build<'_>, grid: Grid, below: f64) {
        let width = (b.wide() - GUTTER) / 2.0;
        let mut left = Measured::new(b, grid.clone(), width);
        if left.has_row_above(b.floor() - self.fresh) {
            self.table_before(b, grid, Some(below));
            return;
        }
        loop {
            let (pad, first, both) = left.halves(self.room(b), below);
            if first == 0 && !self.is_empty {
                self.turn(b);
                continue;
            }
            let rest = left.take(both.max(1));
            let mut one = std::mem::replace(&mut left, rest);
            let two = one.take(first.max(1));
            let top = self.sheet.y;
            let mut lowest = 0.0_f64;
            for (at, part) in [one, two].into_iter().enumerate().filter(|(_, part)| !part.rows.is_empty()) {
                let x = MARGIN + (width + GUTTER) * at as f64;
                lowest = lowest.max(self.whole(b, &part, pad, Point::new(x, top)));
            }
            self.sheet.y = top + lowest + 4.0;
            if left.rows.is_empty() {
                return;
            }
            self.turn(b);
        }
    }

    /// A table that fits, at its place. Returns how high it is.
    fn whole(&mut self, b: &Build<'_>, table: &Measured, pad: f64, at: Point) -> f64 {
        let mut open = Open::new(b, table, pad);
        let last = table.rows.len().saturating_sub(1);
        for (row, cells) in table.rows.iter().enumerate() {
            let fill = (table.has_sum && row == last).then_some(b.look.sunken);
            open.push(cells.clone(), high(cells, pad), fill);
        }
        let height = open.height;
        self.put([Item::Table(open.drawn(b, table, at))], 0.0);
        height
    }

    /// Puts the rows so far on the page.
    fn close(&mut self, b: &Build<'_>, table: &Measured, open: &mut Open) {
        if open.rows.is_empty() {
            return;
        }
        let height = open.height;
        let drawn = open.drawn(b, table, Point::new(MARGIN, self.sheet.y));
        self.put([Item::Table(drawn)], height);
    }
}
