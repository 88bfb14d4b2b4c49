//! Blocks of cells: copied, pasted, filled down, emptied. Each change of a block is one step. Never draws.

use std::ops::RangeInclusive;

use super::cells::{self, Ground};
use super::column::Column;
use super::data::{Lines, Row};
use super::read::{Change, Unread, read};
use super::state::Cell;
use crate::edit::{Edit, Place, Step};
use crate::import;
use crate::model::{Id, IdSource, Kind, LaneId, Moment, MomentId, When, limits};
use crate::words::{counts, table_view as say};

/// A block of cells: the lines from the first to the last, and the columns from left to right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) lines: RangeInclusive<usize>,
    pub(super) columns: Vec<Column>,
}

/// "1 cell", "12 cells".
pub(super) fn cells(count: usize) -> String {
    counts::cells(count)
}

/// "1 column", "3 columns".
fn columns(count: usize) -> String {
    counts::columns(count)
}

/// Where a row stands.
pub(super) fn place_of(row: Row<'_>) -> Place {
    row.lane.map_or(Place::Tray, |lane| Place::Lane(lane.id))
}

/// The edits that changes of a row are: a field each, and what says where and when it comes together, because each of the two
/// tells the other again.
pub(super) fn edits(row: Row<'_>, changes: impl IntoIterator<Item = Change>) -> Vec<Edit> {
    let m = row.moment;
    let (mut place, mut when) = (place_of(row), m.when);
    let mut edits = Vec::new();
    for change in changes {
        match &change {
            Change::Place(to) => place = *to,
            Change::When(to) => when = *to,
            Change::Set(_) => {}
        }
        edits.push(change.edit(m.id, place, when));
    }
    edits
}

/// Takes what would move something that is out already out of the changes of a row; whether there was any. Of several rows such a
/// one keeps its day and its lane, as everywhere; in a cell of its own it is changed by whoever means it.
fn keep_published(row: Row<'_>, changes: &mut Vec<Change>) -> bool {
    let before = changes.len();
    changes.retain(|change| match change {
        _ if !row.moment.is_published() => true,
        Change::When(when) => *when == row.moment.when,
        Change::Place(place) => *place == place_of(row),
        Change::Set(_) => true,
    });
    changes.len() < before
}

impl Block {
    /// Its moments with their lines: heads of groups between them are none of it.
    fn rows<'a>(&self, ground: &Ground<'a>, lines: &Lines) -> Vec<(usize, Row<'a>)> {
        self.lines.clone().filter_map(|line| Some((line, lines.row(ground.campaign, line)?))).collect()
    }

    /// How many cells it has.
    pub(super) fn count(&self, ground: &Ground<'_>, lines: &Lines) -> usize {
        self.rows(ground, lines).len() * self.columns.len()
    }

    /// What it is on the clipboard.
    pub(super) fn text(&self, ground: &Ground<'_>, lines: &Lines) -> String {
        let cell = |row: Row<'_>| self.columns.iter().map(|column| cells::copied(ground, row, *column)).collect::<Vec<_>>();
        cells::as_text(&self.rows(ground, lines).into_iter().map(|(_, row)| cell(row)).collect::<Vec<_>>())
    }

    /// Empties its cells. What has to be set stays: then the reason is told as well. So does when published moments come, of several
    /// rows: how many that are is told, too.
    pub(super) fn clear(&self, ground: &Ground<'_>, lines: &Lines) -> (Step, Option<String>, usize) {
        let (mut all, mut count, mut refused, mut stay) = (Vec::new(), 0, None, 0);
        let rows = self.rows(ground, lines);
        let several = rows.len() > 1;
        for (_, row) in rows {
            let mut changes = Vec::new();
            for column in &self.columns {
                match read(ground, row, *column, "") {
                    Ok(change) => {
                        changes.extend(change);
                        count += 1;
                    }
                    Err(why) => refused = refused.or(Some(why.says(""))),
                }
            }
            stay += usize::from(several && keep_published(row, &mut changes));
            all.extend(edits(row, changes));
        }
        (Step::new(say::step_clear(cells(count)), all), refused.filter(|_| count == 0), stay)
    }

    /// Gives all of its rows what the first one has; tells how many published ones keep when they come and where.
    pub(super) fn fill(&self, ground: &Ground<'_>, lines: &Lines) -> (Step, usize) {
        let rows = self.rows(ground, lines);
        let (mut all, mut stay) = (Vec::new(), 0);
        if let Some(((_, first), others)) = rows.split_first() {
            let columns: Vec<Column> = self.columns.iter().copied().filter(|column| *column != Column::Check).collect();
            for (_, row) in others {
                let mut changes: Vec<Change> = columns.iter().flat_map(|column| same_as(ground, *first, *row, *column)).collect();
                stay += usize::from(keep_published(*row, &mut changes));
                all.extend(edits(*row, changes));
            }
            let count = others.len() * columns.len();
            return (Step::new(say::step_fill(cells(count)), all), stay);
        }
        (Step::new("", all), stay)
    }
}

/// What gives a row what another one has in a column.
fn same_as(ground: &Ground<'_>, from: Row<'_>, to: Row<'_>, column: Column) -> Vec<Change> {
    match column {
        // The day itself, whichever way it is counted.
        Column::Date => vec![Change::When(from.moment.when)],
        Column::Creator => vec![Change::Place(place_of(from))],
        column => {
            let text = cells::copied(ground, from, column);
            read(ground, to, column, crate::model::unguarded(&text)).unwrap_or_default()
        }
    }
}

/// A cell of the clipboard that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refused {
    /// The row, counted from 1 as the table shows them.
    pub(super) row: usize,
    pub(super) column: Column,
    pub(super) why: Unread,
    pub(super) text: String,
}

/// What pasting would do.
#[derive(Clone, Debug)]
pub(super) struct Pasted {
    /// What changes in the rows that are here, as far as it can be read.
    pub(super) edits: Vec<Edit>,
    /// The moments that the rows below the last one would become, as far as they can be read.
    pub(super) below: Vec<Edit>,
    /// Where those go that name nobody themselves; `None` is the tray.
    pub(super) lane: Option<LaneId>,
    /// What the first of them is, unless its row says it: of the kind of the row above.
    pub(super) kind: Kind,
    /// How many cells of the clipboard can be read: in the rows that are here, and in those below.
    cells: [usize; 2],
    /// What cannot be read.
    pub(super) refused: Vec<Refused>,
    /// Columns of the clipboard that have no column here.
    pub(super) beyond: usize,
    /// Published moments that keep when they come and where.
    pub(super) stay: usize,
    /// The cells that are here and that it goes into: the first one and the last.
    pub(super) range: Option<[Cell; 2]>,
    /// How many rows and columns those are.
    size: [usize; 2],
}

impl Pasted {
    /// The step that it is, with the rows below the last one as new moments or without them.
    pub(super) fn step(self, with_below: bool) -> Step {
        let [here, below] = self.cells;
        let count = if with_below { here + below } else { here };
        let mut edits = self.edits;
        edits.extend(self.below.into_iter().filter(|_| with_below));
        Step::new(say::step_paste(cells(count)), edits)
    }

    /// What is said of a block that went into the cells that are here: of a single one nothing, which is seen.
    pub(super) fn said(&self) -> Option<String> {
        let [rows, width] = self.size;
        (rows * width > 1).then(|| say::pasted(counts::rows(rows), columns(width)))
    }

    /// It goes into a row that is here as well.
    fn reach(&mut self, row: Row<'_>, columns: &[Column]) {
        let [rows, width] = &mut self.size;
        *rows += 1;
        let cell = |at: usize| columns.get(at).map(|column| Cell { id: row.moment.id, column: *column });
        if let (Some(first), Some(last)) = (cell(0), cell(width.saturating_sub(1))) {
            self.range = Some([self.range.map_or(first, |[first, _]| first), last]);
        }
    }

    /// What is said of columns that have no room, if there are any.
    pub(super) fn no_room(&self) -> Option<String> {
        (self.beyond > 0).then(|| say::no_room(columns(self.beyond)))
    }
}

/// The cells of a text from a spreadsheet, row by row.
fn grid(text: &str) -> Result<Vec<Vec<String>>, String> {
    // Told the separator, nothing is guessed: a column of sentences has commas in it.
    let told = format!("sep=\t\n{}", text.trim_end_matches(['\r', '\n']));
    let book = import::read(told.as_bytes()).map_err(|error| say::unread_clipboard(error.message))?;
    let Some(sheet) = book.sheets.first() else { return Ok(Vec::new()) };
    let (width, height) = (usize::from(sheet.width()), sheet.rows.last().map_or(0, |row| row.number));
    let cell = |row: u32, column: usize| {
        let value = u16::try_from(column).ok().and_then(|column| sheet.row(row)?.get(column));
        value.map(import::Value::shown).unwrap_or_default()
    };
    Ok((1..=height).map(|row| (0..width).map(|column| cell(row, column)).collect()).collect())
}

/// What a new moment is whose row does not say it, and above which there is none.
const NEW_KIND: Kind = Kind::Announcement;

/// Where new moments go when rows are pasted below the last one.
pub(super) struct NewRows {
    /// The lane in use.
    pub(super) lane: Option<LaneId>,
}

/// What pasting a text over a block of cells would do: from its first cell on, and where the text is one cell, into all of it.
/// Rows below the last one become moments of the lane in use, or of the creator whose name stands in the row.
///
/// # Errors
/// With a sentence, where the text is no cells or there would be more moments than a plan holds.
pub(super) fn paste(
    ground: &Ground<'_>,
    lines: &Lines,
    shown: &[Column],
    block: &Block,
    text: &str,
    new: &NewRows,
) -> Result<Pasted, String> {
    let mut grid = grid(text)?;
    if let [row] = &grid[..]
        && let [only] = &row[..]
    {
        let rows = block.lines.clone().filter(|line| lines.row(ground.campaign, *line).is_some()).count();
        grid = vec![vec![only.clone(); block.columns.len()]; rows.max(1)];
    }
    let first = block.columns.first().and_then(|first| shown.iter().position(|column| column == first)).unwrap_or(0);
    let columns = shown.get(first..).unwrap_or_default();
    let width = grid.iter().map(Vec::len).max().unwrap_or(0);
    let mut pasted = Pasted {
        edits: Vec::new(),
        below: Vec::new(),
        lane: new.lane,
        kind: NEW_KIND,
        cells: [0, 0],
        refused: Vec::new(),
        beyond: width.saturating_sub(columns.len()),
        stay: 0,
        range: None,
        size: [0, width.min(columns.len())],
    };
    let mut line = Some(*block.lines.start());
    let mut below = 0;
    // The kind of the row above: as the table has it, or as this paste makes it.
    let last = lines.from(lines.lines.len().saturating_sub(1), -1).and_then(|last| lines.row(ground.campaign, last));
    let mut kind = last.map_or(NEW_KIND, |last| last.moment.kind);
    for cells in &grid {
        line = line.and_then(|line| lines.from(line, 1));
        let cells = || columns.iter().copied().zip(cells).filter(|(column, _)| *column != Column::Check);
        if let Some((at, row)) = line.and_then(|line| Some((line, lines.row(ground.campaign, line)?))) {
            let mut changes = Vec::new();
            for (column, text) in cells() {
                pasted.cell(read(ground, row, column, text), 0, (lines.number(at), column, text), &mut changes);
            }
            pasted.stay += usize::from(grid.len() > 1 && keep_published(row, &mut changes));
            kind = changes.iter().find_map(Change::kind).unwrap_or(row.moment.kind);
            pasted.edits.extend(edits(row, changes));
            pasted.reach(row, columns);
            line = Some(at + 1);
        } else {
            let number = lines.sums.moments + below + 1;
            below += 1;
            if pasted.below.is_empty() {
                pasted.kind = kind;
            }
            if let Some((place, moment)) = pasted.row_below(ground, cells(), (number, below), (kind, new)) {
                kind = moment.kind;
                pasted.below.push(Edit::AddMoment { place, moment: Box::new(moment) });
            }
        }
    }
    let there = ground.campaign.moment_count() + ground.campaign.ideas.len();
    if there + below > limits::MOMENTS {
        return Err(say::too_many(limits::MOMENTS));
    }
    Ok(pasted)
}

impl Pasted {
    /// A cell: in a row that is here, or below (0 or 1).
    fn cell(
        &mut self,
        read: Result<Vec<Change>, Unread>,
        part: usize,
        (row, column, text): (usize, Column, &str),
        changes: &mut Vec<Change>,
    ) {
        match read {
            Ok(read) => {
                changes.extend(read);
                self.cells[part] += 1;
            }
            Err(why) => self.refused.push(Refused { row, column, why, text: text.to_owned() }),
        }
    }

    /// A moment that a row below the last one becomes; an empty row becomes none.
    fn row_below<'t>(
        &mut self,
        ground: &Ground<'_>,
        cells: impl Iterator<Item = (Column, &'t String)>,
        (number, nth): (usize, usize),
        (kind, new): (Kind, &NewRows),
    ) -> Option<(Place, Moment)> {
        let cells: Vec<(Column, &String)> = cells.filter(|(_, text)| !text.trim().is_empty()).collect();
        if cells.is_empty() {
            return None;
        }
        // An id that only stands for one: the real one is drawn when the step is done.
        let id = MomentId(Id::from_bits(IdSource::seeded(nth as u64).bits()));
        let mut moment = std::sync::Arc::new(Moment::new(id, kind, say::new_moment()));
        let mut place = new.lane.map_or(Place::Tray, Place::Lane);
        // The day comes before the time of day, whichever column stands first.
        let mut ordered = cells;
        ordered.sort_by_key(|(column, _)| *column == Column::Time);
        for (column, text) in ordered {
            let row = Row { lane_at: None, lane: None, moment: &moment };
            let mut changes = Vec::new();
            self.cell(read(ground, row, column, text), 1, (number, column, text), &mut changes);
            for change in changes {
                change.make(std::sync::Arc::make_mut(&mut moment), &mut place);
            }
        }
        if matches!(moment.when, When::Order(_) | When::Undated) && moment.time.is_some() {
            std::sync::Arc::make_mut(&mut moment).time = None;
        }
        Some((place, std::sync::Arc::unwrap_or_clone(moment)))
    }
}
