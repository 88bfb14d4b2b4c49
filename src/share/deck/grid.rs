//! Tables before they stand on a page: their columns as wide as their words need, their texts set, their rows measured.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::encode::{rough_width, set_apart};
use super::super::scene::{Align, Cell, Column, Laid, Point, Rgb, Row, Span, Style, Table, Weight};
use super::super::tables::{self, Tone};
use super::Build;
use crate::words::deck_tables as say;

/// Room at each side of a cell's text.
const BESIDE: f64 = 6.0;
/// Room above and below it where the page has room to spare, and where a little less makes all of it fit.
pub(super) const ROOMY: f64 = 4.0;
pub(super) const TIGHT: f64 = 2.4;
/// A last page that is filled less than this gets rows of the page before it, until it has that part of both.
const NEARLY_EMPTY: f64 = 0.3;
const FAIR: f64 = 0.42;
/// Texts up to that many bytes are set once for each column of a table, because they come again and again.
const COMMON: usize = 40;
/// A word of more signs than this may break inside.
const WORD: usize = 14;
/// So many of the longest words and texts of a column are measured.
const MEASURED: usize = 5;
/// Longer texts never stand on one line of a column.
const LONG: usize = 240;
/// Wider than any table.
const ENDLESS: f64 = 10_000.0;
/// How far the level is searched to which the columns with long texts give way, and from where.
const LEVELS: usize = 40;
const SMALLEST_SHARE: f64 = 0.1;

/// A column of a table.
#[derive(Clone, Copy)]
pub(in super::super) struct Head {
    words: &'static str,
    share: f64,
    align: Align,
}

impl Head {
    /// A column with its heading and how much of the width it takes beside the others.
    pub(in super::super) const fn new(words: &'static str, share: f64) -> Self {
        Self { words, share, align: Align::Left }
    }

    /// The same with its texts at the end, as numbers stand.
    pub(in super::super) const fn at_end(self) -> Self {
        Self { align: Align::End, ..self }
    }
}

/// The text of a cell, in one style or several.
pub(in super::super) type Words = Vec<Span>;

/// A table before it is set.
#[derive(Clone)]
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

/// Where the cells of a column of a table stand on a page.
#[derive(Clone, Copy)]
pub(super) enum Room {
    /// In a column that has so much of the width beside the others.
    Share(f64),
    /// Quietly behind those of the column before: a page is narrower than a window.
    Beside,
    /// Below those of the column before.
    Below,
}

/// A table, measured: its texts are set, its rows have no room around them yet.
pub(super) struct Measured {
    pub(super) columns: Vec<Column>,
    pub(super) head: Vec<Arc<Laid>>,
    pub(super) rows: Vec<Vec<Arc<Laid>>>,
    pub(super) summary: String,
    pub(super) has_sum: bool,
}

/// Rows of one table on one page.
pub(super) struct Open {
    /// Room above and below the texts of a row.
    pub(super) pad: f64,
    pub(super) head: Row,
    pub(super) rows: Vec<Row>,
    pub(super) height: f64,
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

    /// A table of a section as it is drawn, each of its columns in its room.
    pub(super) fn grid(&self, table: &tables::Table, rooms: &[Room]) -> Grid {
        let room = |head: &tables::Head| rooms.get(head.at).copied().unwrap_or(Room::Share(1.0));
        let heads = table.heads.iter().filter_map(|head| match room(head) {
            Room::Share(share) if head.is_number() => Some(Head::new(head.words, share).at_end()),
            Room::Share(share) => Some(Head::new(head.words, share)),
            Room::Beside | Room::Below => None,
        });
        let last = table.rows.len().saturating_sub(1);
        let row = |(at, cells): (usize, &Vec<tables::Cell>)| {
            let mut row: Vec<Words> = Vec::new();
            for (head, cell) in table.heads.iter().zip(cells) {
                let is_strong = head.is_name() || (table.has_sum && at == last);
                match (room(head), row.last_mut()) {
                    (Room::Beside, Some(before)) => {
                        // What somebody wrote keeps its own direction, and ours comes after all of it: the line is ours.
                        for span in before.iter_mut() {
                            span.text = set_apart(&span.text);
                        }
                        before.extend(self.quiet(format!("  {}", cell.text)));
                    }
                    (Room::Below, Some(before)) => {
                        before.iter_mut().next_back().into_iter().for_each(|span| span.text.push('\n'));
                        before.extend(self.plain(cell.text.as_str()));
                    }
                    _ => row.push(self.cell(cell, is_strong)),
                }
            }
            row
        };
        Grid {
            summary: table.summary.clone(),
            heads: heads.collect(),
            rows: table.rows.iter().enumerate().map(row).collect(),
            has_sum: table.has_sum,
        }
    }

    fn cell(&self, cell: &tables::Cell, is_strong: bool) -> Words {
        let text = cell.text.as_str();
        match cell.tone {
            Tone::Nothing => self.quiet(say::dash()),
            Tone::Plain if text.is_empty() => Words::new(),
            Tone::Plain if !is_strong => self.plain(text),
            Tone::Plain | Tone::Strong | Tone::Lines => self.strong(text),
            Tone::Quiet | Tone::Open => self.quiet(text),
            Tone::Kind(kind) => self.colored(text, self.kind_color(kind)),
        }
    }

    /// The style of the heads of a table.
    fn head(&self) -> Style {
        self.style(9.0, 12.5, Weight::Semibold, self.look.text_3)
    }

    fn words(&self, text: impl Into<String>, weight: Weight, color: Rgb) -> Words {
        vec![Span { text: text.into(), style: self.style(9.5, 13.0, weight, color) }]
    }
}

impl Measured {
    pub(super) fn new(b: &mut Build<'_>, grid: Grid, width: f64) -> Self {
        let columns = columns(b, &grid, width);
        let style = b.head();
        let head: Vec<Arc<Laid>> = grid
            .heads
            .iter()
            .zip(&columns)
            .map(|(head, column)| {
                let span = Span { text: head.words.to_owned(), style };
                Arc::new(b.set.set(&[span], column.width - 2.0 * BESIDE, head.align))
            })
            .collect();
        let mut known: BTreeMap<(usize, String), Arc<Laid>> = BTreeMap::new();
        let rows = grid.rows.into_iter().map(|row| set(b, &grid.heads, &columns, row, &mut known)).collect();
        Self { columns, head, rows, summary: grid.summary, has_sum: grid.has_sum }
    }

    /// How high all of it is with its head.
    pub(super) fn height(&self, pad: f64) -> f64 {
        high(&self.head, pad) + self.rows.iter().map(|row| high(row, pad)).sum::<f64>()
    }

    /// Whether a row is so high that it does not stand on a page of that room.
    pub(super) fn has_row_above(&self, room: f64) -> bool {
        self.rows.iter().any(|row| high(&self.head, TIGHT) + high(row, TIGHT) > room)
    }

    /// Takes the rows from that one on as a table of their own; a sum stays the last row of all.
    pub(super) fn take(&mut self, from: usize) -> Self {
        let rows = self.rows.split_off(from.min(self.rows.len()));
        let (columns, head) = (self.columns.clone(), self.head.clone());
        let has_sum = self.has_sum;
        self.has_sum &= rows.is_empty();
        Self { columns, head, rows, summary: self.summary.clone(), has_sum }
    }

    /// How the rows stand in two columns in that room, with so much below them if that can be: the room above and below their
    /// texts, how many are in the first column, and how many in both. Columns that hold all of them are about equally high.
    pub(super) fn halves(&self, room: f64, below: f64) -> (f64, usize, usize) {
        let count = self.rows.len();
        for (pad, below) in [(ROOMY, below), (TIGHT, below), (ROOMY, 0.0), (TIGHT, 0.0)] {
            let head = high(&self.head, pad);
            let heights: Vec<f64> = self.rows.iter().map(|row| high(row, pad)).collect();
            let all: f64 = heights.iter().sum();
            // The row that stands across the middle goes to the first column.
            let mut above = 0.0;
            let is_in_first = |height: &&f64| {
                let begins = above;
                above += **height;
                begins < all / 2.0
            };
            let first = heights.iter().take_while(is_in_first).count();
            let sum: f64 = heights.iter().take(first).sum();
            if head + sum + below <= room {
                return (pad, first, count);
            }
        }
        let fit = |from: usize| {
            let mut left = room - high(&self.head, TIGHT);
            let rows = self.rows.iter().skip(from);
            rows.take_while(|row| {
                left -= high(row, TIGHT);
                left >= 0.0
            })
            .count()
        };
        let first = fit(0);
        (TIGHT, first, first + fit(first))
    }

    /// The rows that begin a page only so that the last two pages share what they hold, where the last one would be nearly
    /// empty otherwise. `room` is what is left on the first page, `whole` what any other one has.
    pub(super) fn turns(&self, pad: f64, room: f64, whole: f64) -> BTreeSet<usize> {
        let head = high(&self.head, pad);
        let heights: Vec<f64> = self.rows.iter().map(|row| high(row, pad)).collect();
        let mut turns = BTreeSet::new();
        if heights.iter().any(|height| head + height > whole) {
            return turns;
        }
        let (mut starts, mut left) = (vec![0], room - head);
        for (at, height) in heights.iter().enumerate() {
            if *height > left {
                starts.push(at);
                left = whole - head;
            }
            left -= height;
        }
        let [.., before, last] = starts.as_slice() else { return turns };
        let sum = |from: usize, to: usize| heights.get(from..to).unwrap_or_default().iter().sum::<f64>();
        let (both, end) = (sum(*before, heights.len()), heights.len());
        if sum(*last, end) < (whole - head) * NEARLY_EMPTY {
            turns.extend((before + 1..*last).rev().find(|at| sum(*at, end) >= both * FAIR));
        }
        turns
    }
}

impl Open {
    pub(super) fn new(b: &Build<'_>, table: &Measured, pad: f64) -> Self {
        let height = high(&table.head, pad);
        let head = Row { is_head: true, height, fill: Some(b.look.sunken), cells: in_cells(table.head.clone()) };
        Self { pad, head, rows: Vec::new(), height }
    }

    pub(super) fn push(&mut self, cells: Vec<Arc<Laid>>, height: f64, fill: Option<Rgb>) {
        self.height += height;
        self.rows.push(Row { is_head: false, height, fill, cells: in_cells(cells) });
    }

    /// The rows so far as a table; none are left then.
    pub(super) fn drawn(&mut self, b: &Build<'_>, table: &Measured, at: Point) -> Table {
        let mut rows = vec![self.head.clone()];
        rows.append(&mut self.rows);
        self.height = self.head.height;
        Table {
            at,
            summary: table.summary.clone(),
            columns: table.columns.clone(),
            rows,
            rule: b.look.subtle,
            padding: (BESIDE, self.pad),
        }
    }
}

/// Measures a row.
fn set(
    b: &mut Build<'_>,
    heads: &[Head],
    columns: &[Column],
    row: Vec<Words>,
    known: &mut BTreeMap<(usize, String), Arc<Laid>>,
) -> Vec<Arc<Laid>> {
    let mut row = row.into_iter();
    heads
        .iter()
        .zip(columns)
        .enumerate()
        .map(|(at, (head, column))| {
            let spans = row.next().unwrap_or_default();
            let mut set = || Arc::new(b.set.set(&spans, column.width - 2.0 * BESIDE, head.align));
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

/// How wide the columns are. None is so narrow that its words break inside, as far as there is room. Texts that are short
/// enough keep their one line: the columns with the long ones give way, each as far as its share beside the others.
fn columns(b: &mut Build<'_>, grid: &Grid, width: f64) -> Vec<Column> {
    let mut bounds: Vec<(f64, f64, f64)> = Vec::new();
    for (at, head) in grid.heads.iter().enumerate() {
        let least = widest_word(b, grid, at, head) + 2.0 * BESIDE;
        let most = widest_text(b, grid, at, head) + 2.0 * BESIDE;
        bounds.push((least, most.max(least), head.share));
    }
    let (narrow, wide): (f64, f64) = bounds.iter().fold((0.0, 0.0), |sum, (least, most, _)| (sum.0 + least, sum.1 + most));
    let widths: Vec<f64> = if wide <= width {
        let shares: f64 = bounds.iter().map(|(_, _, share)| share).sum();
        let more = (width - wide) / shares.max(f64::MIN_POSITIVE);
        bounds.iter().map(|(_, most, share)| most + more * share).collect()
    } else if narrow < width {
        let at_level =
            |level: f64| -> Vec<f64> { bounds.iter().map(|(least, most, share)| (level * share).clamp(*least, *most)).collect() };
        let (mut low, mut high) = (0.0, width / SMALLEST_SHARE);
        for _ in 0..LEVELS {
            let middle = f64::midpoint(low, high);
            if at_level(middle).iter().sum::<f64>() <= width { low = middle } else { high = middle }
        }
        at_level(low)
    } else {
        // Where even that is too much, all give way alike.
        bounds.iter().map(|(least, ..)| least * width / narrow).collect()
    };
    widths.into_iter().map(|width| Column { width }).collect()
}

/// The width of the widest of the longest few texts of a column, each on one line; endless where one is too long for that.
fn widest_text(b: &mut Build<'_>, grid: &Grid, column: usize, head: &Head) -> f64 {
    let own = vec![Span { text: head.words.to_owned(), style: b.head() }];
    let mut longest: BTreeMap<(usize, usize), &Words> = BTreeMap::new();
    for (at, words) in grid.rows.iter().filter_map(|row| row.get(column)).enumerate() {
        // Of dates, which have about as many letters, the ones are wider that have the wide ones.
        longest.insert((words.iter().map(|span| rough_width(&span.text)).sum(), at), words);
        if longest.len() > MEASURED {
            longest.pop_first();
        }
    }
    if longest.values().any(|words| words.iter().map(|span| span.text.len()).sum::<usize>() > LONG) {
        return ENDLESS;
    }
    let texts = longest.into_values().chain([&own]);
    texts.map(|words| b.set.set(words, ENDLESS, Align::Start).ink_width() + 0.5).fold(0.0, f64::max)
}

/// The width of the widest word of a column, of those that are no longer than words are; the longest few are measured.
fn widest_word(b: &mut Build<'_>, grid: &Grid, column: usize, head: &Head) -> f64 {
    let cells = grid.rows.iter().filter_map(|row| row.get(column)).flatten();
    let own = Span { text: head.words.to_owned(), style: b.head() };
    let mut words: BTreeMap<(usize, &str), Style> = BTreeMap::new();
    for span in cells.chain([&own]) {
        for word in span.text.split([' ', '\n']) {
            if word.chars().count() <= WORD {
                words.insert((rough_width(word), word), span.style);
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

/// How high a row is with that much room above and below its texts.
pub(super) fn high(cells: &[Arc<Laid>], pad: f64) -> f64 {
    cells.iter().map(|laid| laid.height).fold(0.0, f64::max) + 2.0 * pad
}

/// What fits into that height, and what is left.
pub(super) fn split(cells: &[Arc<Laid>], height: f64) -> (Vec<Arc<Laid>>, Vec<Arc<Laid>>) {
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
        lines: Arc::new([]),
        width: beside.width,
        height: 0.0,
        align: beside.align,
        missing: BTreeSet::new(),
    }
}

fn in_cells(cells: Vec<Arc<Laid>>) -> Vec<Cell> {
    cells.into_iter().map(|laid| Cell { laid, link: None }).collect()
}
