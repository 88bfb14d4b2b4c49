//! What the table remembers from frame to frame: how somebody has it, where the keyboard is, what is being written.

use std::sync::Arc;

use egui::{Context, Id, Pos2, Rect, Vec2};

use super::after;
use super::ask::Ask;
use super::column::Column;
use super::data::{Found, Lines};
use super::edit::Editing;
use super::grid::Key;
use super::layout::{Group, Rows, Sort, TableLayout};
use super::ranked::{Ranked, Seen};
use crate::model::{Campaign, Day, LaneId, MomentId};
use crate::ui::board::pick::Chosen;
use crate::ui::held::{Change, Held};
use crate::ui::insides::Insides;
use crate::ui::inspector::Known;
use crate::ui::kit::late::Late;
use crate::ui::view::{Cx, LaneView, Selection, Sieve, Stop, Way};

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) id: MomentId,
    pub(super) column: Column,
}

/// What is to be seen with the next frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Wish {
    /// A moment.
    Moment(MomentId),
    /// The first moment of a lane.
    Lane(LaneId),
    /// The cell that has the keyboard.
    Cell,
    /// The header of a column.
    Column(Column),
    /// The first moment from today on.
    Today,
    /// So much of a page more to the right, and down.
    Page(f32, f32),
}

/// What the lines were worked out from, besides the campaign.
#[derive(Debug, Default, PartialEq)]
struct Basis {
    sieve: Sieve,
    sort: Option<Sort>,
    group: Group,
    ideas: bool,
}

/// What the table remembers. Not part of the document: nothing here can be undone.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a state of its own: wanted, drawn out, filled down, with cents")]
pub struct TableState {
    /// How much of it lies under the inspector at its right, in points.
    pub covered: f32,
    pub(super) layout: TableLayout,
    held: Held,
    basis: Option<Basis>,
    /// What the order rests on where that is what the checker says.
    checked: Vec<Arc<LaneView>>,
    /// The rows with what they are sorted by, as of the lines.
    ranked: Ranked,
    pub(super) lines: Arc<Lines>,
    /// The cell that has the keyboard, and the other corner of the block that reaches from there.
    pub(super) cell: Option<Cell>,
    pub(super) corner: Option<Cell>,
    /// The line of the cell when it was last drawn.
    pub(super) line: usize,
    /// The row from which a stretch of rows is selected.
    pub(super) from_row: Option<MomentId>,
    /// How many rows were selected in the last frame.
    ticked: usize,
    pub(super) wishes: Vec<Wish>,
    /// The moment that somebody looked for, until something else is done.
    pub(super) marked: Option<MomentId>,
    pub(super) editing: Option<Editing>,
    /// What an input method has on the way for the cell that has the keyboard.
    pub(super) composing: String,
    /// What was typed before somebody could take it.
    pub(super) late: Late,
    /// The keyboard comes to the cells with the next frame.
    pub(super) wants_keyboard: bool,
    /// A block of cells is drawn out with the pointer.
    pub(super) drawing: bool,
    /// The column whose width is in the hand, or that is being moved.
    pub(super) resized: Option<Column>,
    pub(super) moved: Option<Column>,
    pub(super) offset: Vec2,
    pub(super) size: Vec2,
    pub(super) chosen: Chosen,
    pub(super) found: Found,
    /// The moments that are seen, and where their rows are, as the last frame had them.
    pub(super) rows: Vec<(MomentId, Rect)>,
    /// What stands in the rows that are seen, laid out.
    pub(super) insides: Insides<MomentId, Key>,
    /// Goes up whenever what is laid out rests on something else: another plan, other columns.
    pub(super) stamp: u64,
    laid_out: TableLayout,
    pub(super) known: Known,
    /// What is asked before cells are pasted that cannot all be read.
    pub(super) ask: Option<Ask>,
    /// A fee of the plan is no round amount.
    pub(super) has_cents: bool,
    /// The block of cells is to be filled down with the next frame.
    pub(super) fills: bool,
    /// Height of the bar for several rows, in points; 0 while it is not there.
    pub(super) bar: f32,
}

/// The widget that all cells together are.
pub(super) fn cells_id() -> Id {
    Id::unique("table cells")
}

impl TableState {
    /// How somebody has it, to be kept with the plan.
    #[must_use]
    pub fn layout(&self) -> &TableLayout {
        &self.layout
    }

    /// Has it as it was kept.
    pub fn set_layout(&mut self, layout: TableLayout) {
        self.layout = layout.sound();
    }

    /// What is kept of it, by name, to be kept with the plan: nothing, as long as nobody changed it.
    #[must_use]
    pub fn kept(&self) -> Vec<(&'static str, String)> {
        let mut words = self.layout.words();
        if self.layout == TableLayout::default() {
            for (_, word) in &mut words {
                word.clear();
            }
        }
        words
    }

    /// Has it as it was kept.
    pub fn come_back<'w>(&mut self, word: impl Fn(&str) -> Option<&'w str>) {
        self.set_layout(TableLayout::of_words(word));
    }

    /// Brings everything in step with what is looked at.
    pub(super) fn follow(&mut self, cx: &Cx<'_>) {
        let change = self.held.change(cx.campaign);
        let new = !matches!(change, Change::None);
        let TableLayout { sort, group, ideas, .. } = self.layout;
        let basis = Basis { sieve: cx.sieve.clone(), sort, group, ideas };
        let by_check = sort.is_some_and(|sort| sort.by == Column::Check);
        let same =
            |a: &[Arc<LaneView>], b: &[Arc<LaneView>]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b));
        let checked_anew = by_check && !same(&self.checked, &cx.derived.lanes);
        // A letter that is typed anywhere is a change, too: mostly of what no row stands by, and then all rows stay.
        let stays = || matches!(&change, Change::Since(before) if after::stays(before, cx.campaign, &self.layout));
        if checked_anew || self.basis.as_ref() != Some(&basis) || new && !stays() {
            let block = match &change {
                Change::None => self.block_rows(cx.campaign),
                Change::Since(before) => self.block_rows(before),
                Change::Anew => None,
            };
            let seen = Seen { campaign: cx.campaign, derived: cx.derived, sieve: cx.sieve, layout: &self.layout };
            let goes_on = match &change {
                Change::Since(before) if !checked_anew && self.basis.as_ref() == Some(&basis) => self.ranked.follow(before, seen),
                _ => false,
            };
            if !goes_on {
                self.ranked = Ranked::of(seen);
            }
            self.lines = Arc::new(self.ranked.lines(cx.campaign, self.layout.group));
            self.basis = Some(basis);
            self.keep_block(cx.campaign, block);
            self.checked = if by_check { cx.derived.lanes.clone() } else { Vec::new() };
        }
        if new {
            let moments = cx.campaign.lanes.iter().flat_map(|lane| &lane.moments).chain(&cx.campaign.ideas);
            self.has_cents = moments.filter_map(|moment| moment.cost).any(|cost| cost.hundredths() % 100 != 0);
        }
        if new || self.laid_out != self.layout {
            self.stamp += 1;
            self.laid_out = self.layout.clone();
        }
        self.chosen.follow(cx.selection);
        let ticked = cx.selection.moments.len();
        if ticked > 1 && ticked != self.ticked {
            // Several rows were selected since, by undo or elsewhere: what is done is done to them, and to no block beside them.
            self.corner = None;
        }
        self.ticked = ticked;
        self.follow_cell(cx.campaign);
    }

    /// The moments in whose rows the block of cells is, where it goes over several, as the lines are now.
    fn block_rows(&self, campaign: &Campaign) -> Option<Vec<MomentId>> {
        let (cell, corner) = self.cell.zip(self.corner).filter(|(cell, corner)| cell.id != corner.id)?;
        let line = |cell: Cell| self.lines.find(campaign, cell.id, self.line);
        Some(self.moments_between(campaign, line(cell)?, line(corner)?))
    }

    /// The block stays where it goes over the same moments in whatever order. Else it would go over rows that nobody chose.
    fn keep_block(&mut self, campaign: &Campaign, before: Option<Vec<MomentId>>) {
        if self.cell.zip(self.corner).is_none_or(|(cell, corner)| cell.id == corner.id) {
            return;
        }
        let sorted = |rows: Option<Vec<MomentId>>| {
            rows.map(|mut rows| {
                rows.sort_unstable();
                rows
            })
        };
        let now = sorted(self.block_rows(campaign));
        if now.is_none() || now != sorted(before) {
            self.corner = None;
        }
    }

    /// The cell stays on its moment wherever that goes. Where it is gone, the one in its place has the keyboard.
    fn follow_cell(&mut self, campaign: &Campaign) {
        let Some(cell) = self.cell else { return };
        if let Some(line) = self.lines.find(campaign, cell.id, self.line) {
            self.line = line;
        } else {
            let last = self.lines.lines.len().saturating_sub(1);
            let near = self.lines.from(self.line.min(last), 1).or_else(|| self.lines.from(self.line.min(last), -1));
            let row = near.and_then(|line| self.lines.row(campaign, line));
            self.line = near.unwrap_or(0);
            self.cell = row.map(|row| Cell { id: row.moment.id, ..cell });
            self.corner = None;
            if self.editing.as_ref().is_some_and(|editing| editing.cell.id == cell.id) {
                self.editing = None;
            }
        }
        if !self.layout.shown().any(|column| self.cell.is_some_and(|cell| cell.column == column)) {
            self.cell = self.cell.map(|cell| Cell { column: Column::Title, ..cell });
            self.corner = None;
        }
    }

    /// Where in its place its content is.
    #[must_use]
    pub fn content(&self, whole: Rect) -> Rect {
        whole.with_max_y((whole.bottom() - self.bar).max(whole.top()))
    }

    /// The moment whose row is under a place of the window, and how much of that is seen, as the last frame had it.
    #[must_use]
    pub fn card_at(&self, at: Pos2) -> Option<(MomentId, Rect)> {
        self.rows.iter().find(|(_, rect)| rect.contains(at)).copied()
    }

    /// Brings a moment into view.
    pub fn reveal(&mut self, id: MomentId) {
        self.wishes.push(Wish::Moment(id));
    }

    /// Brings a moment into view that somebody looks for, and marks it there.
    pub fn jump_to(&mut self, id: MomentId) {
        self.wishes.push(Wish::Moment(id));
        self.marked = Some(id);
    }

    /// Brings a lane into view.
    pub fn reveal_lane(&mut self, id: LaneId) {
        self.wishes.push(Wish::Lane(id));
    }

    /// Brings a lane and the next ones into view, that many together: the first row of the first one.
    pub fn show_lanes(&mut self, first: LaneId, _lanes: usize) {
        self.reveal_lane(first);
    }

    /// Puts the keyboard on a moment.
    pub fn focus(&mut self, id: MomentId) {
        let column = self.cell.map_or(Column::Title, |cell| cell.column);
        self.put(Cell { id, column });
        self.wants_keyboard = true;
    }

    /// Puts the keyboard on a cell, and on no other.
    pub(super) fn put(&mut self, cell: Cell) {
        self.cell = Some(cell);
        self.corner = None;
        self.wishes.push(Wish::Cell);
    }

    /// Whether keys such as Enter and the arrows are those that lead from card to card: the cells have their own.
    #[must_use]
    pub fn has_keyboard(&self, _ctx: &Context) -> bool {
        false
    }

    /// Whether a cell has the keyboard: what can be typed starts writing there.
    #[must_use]
    pub fn has_cell(&self, ctx: &Context) -> bool {
        self.cell.is_some() && ctx.memory(|memory| memory.has_focus(cells_id()))
    }

    /// Whether what is done is done to a block of several rows of cells.
    #[must_use]
    pub fn has_block(&self, ctx: &Context) -> bool {
        self.has_cell(ctx) && self.marks_rows()
    }

    /// Whether cells of several rows are marked, wherever the keyboard is.
    #[must_use]
    pub fn marks_rows(&self) -> bool {
        self.cell.zip(self.corner).is_some_and(|(cell, corner)| cell.id != corner.id)
    }

    /// Gives every row of the marked cells what the first one has, with the next frame.
    pub fn fill_down(&mut self) {
        self.fills = self.marks_rows();
    }

    /// Puts the rows into another order or other groups.
    pub fn arrange(&mut self, rows: Rows) {
        match rows {
            Rows::InPlanOrder => self.layout.sort = None,
            Rows::By(column) => self.layout.sort = Some(Sort { by: column, down: false }),
            Rows::Grouped(group) => self.layout.group = group,
        }
    }

    /// Whether those moments are all in the rows of a block that goes over several of them.
    #[must_use]
    pub fn block_holds(&self, campaign: &Campaign, moments: &[MomentId]) -> bool {
        self.block_rows(campaign).is_some_and(|rows| moments.iter().all(|id| rows.contains(id)))
    }

    /// Whether something of it is in the hand, or asked: Escape then belongs to it.
    #[must_use]
    pub fn is_dragging(&self) -> bool {
        self.resized.is_some() || self.moved.is_some() || self.ask.is_some()
    }

    /// Whether something is being written in it that is not the document's yet.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        self.editing.as_ref().is_some_and(Editing::is_text)
    }

    /// Lets the title of a moment be written where it stands.
    pub fn rename_moment(&mut self, id: MomentId, title: &str) {
        let cell = Cell { id, column: Column::Title };
        self.put(cell);
        self.editing = Some(Editing::text(cell, title.to_owned(), true));
    }

    /// Moves what is seen by that share of a page: to the right, and down.
    pub fn turn_page(&mut self, right: f32, down: f32) {
        self.wishes.push(Wish::Page(right, down));
    }

    /// The days that are seen, where that are not all of the plan.
    #[must_use]
    pub fn seen_days(&self, _cx: &Cx<'_>) -> Option<(Day, Day)> {
        None
    }

    /// Whether today can be gone to.
    #[must_use]
    pub fn has_today(&self, cx: &Cx<'_>) -> bool {
        self.first_from_today(cx.campaign, cx.today).is_some()
    }

    /// Brings the first moment from today on into view.
    pub fn go_to_today(&mut self) {
        self.wishes.push(Wish::Today);
    }

    /// The first moment that comes today or later.
    pub(super) fn first_from_today(&self, campaign: &Campaign, today: Day) -> Option<MomentId> {
        let rows = (0..self.lines.lines.len()).filter_map(|line| self.lines.row(campaign, line));
        let days = rows.filter_map(|row| Some((campaign.day_of(row.moment.when)?, row.moment.id)));
        days.filter(|(day, _)| *day >= today).min_by_key(|(day, _)| *day).map(|(_, id)| id)
    }

    /// Where a step of the keyboard leads: to the row before or after.
    #[must_use]
    pub fn beside(&self, campaign: &Campaign, selection: &Selection, way: Way) -> Option<Stop> {
        let by = match way {
            Way::Back | Way::Up => -1,
            Way::On | Way::Down => 1,
        };
        let here = selection.cursor.or(selection.primary());
        let line = here.and_then(|id| self.lines.find(campaign, id, self.line));
        let mut next = match line {
            Some(line) => line.checked_add_signed(by),
            None => Some(0),
        };
        // Ideas of the tray stand in no lane, and are no stop.
        while let Some(line) = next.and_then(|line| self.lines.from(line, by)) {
            let row = self.lines.row(campaign, line)?;
            if let Some(lane) = row.lane {
                return Some(Stop::Card(lane.id, row.moment.id));
            }
            next = line.checked_add_signed(by);
        }
        None
    }

    /// The moments of the lines from one to another.
    pub(super) fn moments_between(&self, campaign: &Campaign, a: usize, b: usize) -> Vec<MomentId> {
        let rows = (a.min(b)..=a.max(b)).filter_map(|line| self.lines.row(campaign, line));
        rows.map(|row| row.moment.id).collect()
    }
}
