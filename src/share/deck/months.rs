//! The grids of a calendar: a month in weeks, or weeks counted from day 0 where that has no date yet.
//!
//! ```text
//!  September
//!  M   T   W   T   F   S   S
//!          1•  2   3   4   5      a day with moments is a card with their marks,
//!  6   7•  8   9   ══════════     a phase is a line under its days,
//!  13  14  ┄15┄                   a day on which nothing is published is dashed
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::super::plan::{Card, LaneView, Plan};
use super::super::scene::{Align, Form, Group, Item, Point, Rect, Rgb, Role, Shape, Size, Stroke, Style, TextRole, Weight};
use super::super::tables::{
    Days,
    calendar::{Stretch, in_time},
};
use super::Build;
use super::days::months as in_words;
use crate::model::{Day, Kind, Years};
use crate::words::{self, deck_tables as say, names};

/// Room between two cells.
const GAP: f64 = 2.6;
/// The lowest cell that has room for its day and its marks.
const LOWEST: f64 = 29.0;
/// So many months or weeks without a moment are drawn between others; of more none is.
const EMPTY_SHOWN: i64 = 3;
/// Weeks of a grid that is counted from day 0.
const WEEKS: usize = 5;

/// A month, or some weeks.
pub(super) struct Block<'a> {
    pub(super) title: String,
    /// Whether its columns are the days of a week.
    has_weekdays: bool,
    /// Its cells, seven a row: the day on the plan's axis.
    cells: Vec<Option<i64>>,
    /// Its moments, in the order of their days.
    pub(super) moments: Vec<(&'a LaneView, &'a Card, i32)>,
    /// The months or weeks before it that are left out because nothing comes in them: "November 2027 to October 2028".
    pub(super) skipped: Vec<String>,
}

/// The grids that a plan needs.
pub(super) fn blocks(plan: &Plan) -> Vec<Block<'_>> {
    let moments = in_time(plan).into_iter().filter_map(|(lane, card)| Some((lane, card, card.day?))).collect();
    let days = Days::of(plan);
    if days.on_calendar { months(days.years, moments) } else { weeks(moments) }
}

fn months<'a>(years: Years, moments: Vec<(&'a LaneView, &'a Card, i32)>) -> Vec<Block<'a>> {
    let mut by_month: BTreeMap<i64, Vec<(&LaneView, &Card, i32)>> = BTreeMap::new();
    for moment in moments {
        let date = Day::from_number(moment.2).date();
        by_month.entry(i64::from(date.year()) * 12 + i64::from(date.month()) - 1).or_default().push(moment);
    }
    let shown = filled(by_month.keys().copied());
    let begins = |number: i64| {
        let (year, month) = (i16::try_from(number.div_euclid(12)).ok()?, i8::try_from(number.rem_euclid(12) + 1).ok()?);
        Day::new(year, month, 1)
    };
    let mut before: Option<i64> = None;
    let blocks = shown.into_iter().filter_map(|number| {
        let first = begins(number)?;
        let name = names::month_in_full(first.date().month().unsigned_abs());
        let title = if years == Years::Told { names::month_of_year(name, first.date().year()) } else { name.to_owned() };
        let gap = before.replace(number).filter(|before| before + 1 < number);
        let skipped = gap.and_then(|before| Some(in_words(begins(before + 1)?, begins(number - 1)?)));
        let days = i64::from(first.date().days_in_month());
        let blanks = std::iter::repeat_n(None, usize::from(first.weekday()));
        let cells = blanks.chain((0..days).map(|day| Some(i64::from(first.number()) + day))).collect();
        let moments = by_month.remove(&number).unwrap_or_default();
        Some(Block { title, has_weekdays: true, cells, moments, skipped: skipped.into_iter().collect() })
    });
    blocks.collect()
}

fn weeks<'a>(moments: Vec<(&'a LaneView, &'a Card, i32)>) -> Vec<Block<'a>> {
    let mut by_week: BTreeMap<i64, Vec<(&LaneView, &Card, i32)>> = BTreeMap::new();
    for moment in moments {
        by_week.entry(i64::from(moment.2).div_euclid(7)).or_default().push(moment);
    }
    let shown = filled(by_week.keys().copied());
    // Weeks that follow each other share a grid; day 0 begins a new one.
    let mut runs: Vec<Vec<i64>> = Vec::new();
    for week in shown {
        match runs.last_mut() {
            Some(run) if run.len() < WEEKS && run.last() == Some(&(week - 1)) && week != 0 => run.push(week),
            _ => runs.push(vec![week]),
        }
    }
    let mut before: Option<i64> = None;
    let blocks = runs.into_iter().map(|run| {
        let (first, last) = (run.first().copied().unwrap_or(0), run.last().copied().unwrap_or(0));
        let title = weeks_title(first, last);
        let skipped = before.replace(last).map(|before| (before + 1, first - 1)).filter(|(from, to)| from <= to);
        // What lies on both sides of day 0 is counted to it, and from it on.
        let parts = skipped.into_iter().flat_map(|(from, to)| [(from, to.min(-1)), (from.max(0), to)]);
        let skipped = parts.filter(|(from, to)| from <= to).map(|(from, to)| words::inside(&weeks_title(from, to))).collect();
        let cells = (first * 7..(last + 1) * 7).map(Some).collect();
        let moments = run.iter().flat_map(|week| by_week.remove(week).unwrap_or_default()).collect();
        Block { title, has_weekdays: false, cells, moments, skipped }
    });
    blocks.collect()
}

/// What weeks on one side of day 0 are called.
fn weeks_title(first: i64, last: i64) -> String {
    match (first < 0, first == last) {
        (true, true) => say::week_before(-first),
        (true, false) => say::weeks_before(-first, -last),
        (false, true) => say::week_after(first + 1),
        (false, false) => say::weeks_after(first + 1, last + 1),
    }
}

/// Numbers with the ones between them, as long as few are missing.
fn filled(numbers: impl Iterator<Item = i64>) -> Vec<i64> {
    let mut all: Vec<i64> = Vec::new();
    for number in numbers {
        if let Some(last) = all.last().copied().filter(|last| number - last - 1 <= EMPTY_SHOWN) {
            all.extend(last + 1..number);
        }
        all.push(number);
    }
    all
}

/// What is left out between grids, in a sentence; empty where nothing is.
pub(super) fn skipped(blocks: &[Block<'_>]) -> String {
    let all: Vec<&str> = blocks.iter().flat_map(|block| &block.skipped).map(String::as_str).collect();
    if all.is_empty() { String::new() } else { say::left_out_here(words::list(&all)) }
}

impl Block<'_> {
    /// First and last day.
    pub(super) fn days(&self) -> (i64, i64) {
        let mut days = self.cells.iter().flatten().copied();
        let first = days.next().unwrap_or(0);
        (first, days.next_back().unwrap_or(first))
    }

    /// How a day is called inside this grid.
    pub(super) fn day_text(&self, day: i64) -> String {
        match i32::try_from(day) {
            Ok(day) if self.has_weekdays => Day::from_number(day).date().day().to_string(),
            _ => day.to_string().replace('-', "−"),
        }
    }

    /// How high the grid is with its heading.
    pub(super) fn height(&self, cell: Size) -> f64 {
        let rows = self.cells.len().div_ceil(7) as f64;
        self.top() + rows * (cell.height + GAP)
    }

    /// Where its first row begins.
    fn top(&self) -> f64 {
        if self.has_weekdays { 36.0 } else { 22.0 }
    }

    /// Draws it.
    pub(super) fn draw(&self, b: &mut Build<'_>, at: Point, cell: Size, stretches: &[Stretch], items: &mut Vec<Item>) {
        let heading = b.heading();
        let laid = b.set.lines(&self.title, heading, 7.0 * cell.width + 6.0 * GAP, 1, Align::Start);
        items.push(Item::text(at, laid, TextRole::Heading(2)));
        let corner = |index: usize| {
            let (row, column) = ((index / 7) as f64, (index % 7) as f64);
            Point::new(at.x + column * (cell.width + GAP), at.y + self.top() + row * (cell.height + GAP))
        };
        let mut drawn = Vec::new();
        if self.has_weekdays {
            let small = b.small();
            for (column, letter) in (0..7).map(say::weekday_letter).enumerate() {
                let laid = b.set.lines(letter, small, cell.width - 4.0, 1, Align::Start);
                drawn.push(Item::text(Point::new(corner(column).x + 4.0, at.y + 21.0), laid, TextRole::Body));
            }
        }
        for (index, day) in self.cells.iter().enumerate() {
            let Some(day) = *day else { continue };
            let rect = Rect::from_origin_size(corner(index), cell);
            self.cell(b, rect, day, index % 7 >= 5, stretches, &mut drawn);
        }
        self.bars(b, cell, corner, stretches, &mut drawn);
        let days: BTreeSet<i32> = self.moments.iter().map(|(.., day)| *day).collect();
        let days: Vec<String> = days.into_iter().map(|day| self.day_text(day.into())).collect();
        let alt = if days.is_empty() {
            say::month_figure_none(&self.title)
        } else {
            say::month_figure(&self.title, words::list(&days))
        };
        items.push(Item::Group(Group { role: Role::Figure(alt), items: drawn }));
    }

    /// One day.
    fn cell(&self, b: &mut Build<'_>, rect: Rect, day: i64, is_late: bool, stretches: &[Stretch], items: &mut Vec<Item>) {
        let is_quiet = stretches.iter().any(|stretch| stretch.phase.is_none() && stretch.holds(day));
        let kinds: Vec<Kind> =
            self.moments.iter().filter(|(.., of)| i64::from(*of) == day).map(|(_, card, _)| card.kind).collect();
        let dashed = is_quiet.then_some((2.0, 2.0));
        if !kinds.is_empty() {
            let stroke = Stroke { color: b.look.line, width: 0.75, dash: dashed };
            let form = Form::Rect(rect, 4.0);
            items.push(Item::Shape(Shape { form, fill: Some(b.look.card), stroke: Some(stroke) }));
        } else if is_quiet {
            let stroke = Stroke { color: b.look.text_3, width: 0.75, dash: dashed };
            items.push(Item::Shape(Shape { form: Form::Rect(rect.inset(-0.4), 4.0), fill: None, stroke: Some(stroke) }));
        } else if !(self.has_weekdays && is_late) {
            items.push(Item::filled(rect, 4.0, b.look.sunken));
        }
        let (weight, color) = if kinds.is_empty() { (Weight::Regular, b.look.text_3) } else { (Weight::Semibold, b.look.text) };
        let style = Style { leading: 11.0, ..b.style(9.0, 11.0, weight, color) };
        let laid = b.set.lines(&self.day_text(day), style, rect.width() - 4.0, 1, Align::Start);
        items.push(Item::text(Point::new(rect.x0 + 4.0, rect.y0 + 3.0), laid, TextRole::Body));
        marks(b, rect, &kinds, items);
    }

    /// Phases as lines under their days. Two that overlap stand one above the other; what overlaps both is in the list only.
    fn bars(&self, b: &Build<'_>, cell: Size, corner: impl Fn(usize) -> Point, stretches: &[Stretch], items: &mut Vec<Item>) {
        let mut ends = [i64::MIN; 2];
        for stretch in stretches.iter().filter(|stretch| stretch.phase.is_some()) {
            let Some(track) = ends.iter().position(|end| *end < stretch.from) else { continue };
            if let Some(end) = ends.get_mut(track) {
                *end = stretch.to;
            }
            for (row, week) in self.cells.chunks(7).enumerate() {
                let inside = |day: &Option<i64>| day.is_some_and(|day| stretch.holds(day));
                let (Some(first), Some(last)) = (week.iter().position(inside), week.iter().rposition(inside)) else { continue };
                let (from, to) = (corner(row * 7 + first), corner(row * 7 + last));
                let starts = week.get(first).copied().flatten() == Some(stretch.from);
                let left = from.x + if starts { 2.0 } else { 0.0 };
                let y = from.y + cell.height + if track == 0 { 0.6 } else { -2.0 };
                items.push(Item::filled(Rect::new(left, y, to.x + cell.width, y + 1.4), 0.7, b.stretch_color(stretch)));
            }
        }
    }
}

impl Build<'_> {
    /// The colour of a phase, or of days on which nothing is published.
    pub(super) fn stretch_color(&self, stretch: &Stretch) -> Rgb {
        let colors = [self.look.curve, self.look.accent, self.look.committed, self.look.introduced];
        stretch.phase.map_or(self.look.text_3, |at| colors.get(at % colors.len()).copied().unwrap_or(self.look.curve))
    }
}

/// The cells that a month of that width may have, the roomiest first: square ones, and lower ones where the lists below then
/// find room on the page.
pub(super) fn cells(width: f64) -> [Size; 3] {
    let side = (width - 6.0 * GAP) / 7.0;
    [1.0, 0.88, 0.76].map(|part| Size::new(side, (side * part).max(LOWEST.min(side))))
}

/// The marks of a day: as many as there is room for, and how many more there are.
fn marks(b: &mut Build<'_>, rect: Rect, kinds: &[Kind], items: &mut Vec<Item>) {
    const SIDE: f64 = 11.0;
    let y = rect.y0 + 16.0;
    let place = |at: usize| {
        let x = rect.x0 + 3.0 + at as f64 * (SIDE + 1.5);
        Rect::new(x, y, x + SIDE, y + SIDE)
    };
    if kinds.len() <= 2 {
        for (at, kind) in kinds.iter().enumerate() {
            items.extend(b.mark(*kind, place(at)));
        }
        return;
    }
    let style = b.style(9.0, 11.0, Weight::Medium, b.look.text_2);
    let beside = place(1).x0;
    let laid = b.set.text(&say::more(kinds.len() - 1), style, rect.x1 - beside - 0.5);
    if laid.lines.len() == 1 {
        if let Some(kind) = kinds.first() {
            items.extend(b.mark(*kind, place(0)));
        }
        items.push(Item::text(Point::new(beside, y), laid, TextRole::Body));
    } else {
        let laid = b.set.lines(&say::more(kinds.len()), style, rect.width() - 5.0, 1, Align::Start);
        items.push(Item::text(Point::new(rect.x0 + 3.0, y), laid, TextRole::Body));
    }
}
