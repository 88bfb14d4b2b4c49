//! The phases over an axis, each with its name: in it where there is room, and beside it where it is short.
//!
//! ```text
//!  Prepare | Introduce |  | Earn            | that asks |
//!                      ▮ Launch weekend     '           '
//! ```

use crate::words::{self, deck as say};

use super::super::encode::shorten;
use super::super::plan::Lasting;
use super::super::scene::{Align, Item, Laid, Point, Rect, TextRole, Weight};
use super::Build;
use super::days::Across;

/// Rows of phases: what overlaps even more is listed in words.
const ROWS: usize = 4;
/// How high a phase is, and how far below each other rows stand.
const HEIGHT: f64 = 18.0;
const ROW: f64 = 20.0;
/// Room for the list of those that have no place.
const LIST: f64 = 15.0;
/// Room before and behind a name in its phase.
const INSET: f64 = 6.0;
/// With less room than this, a name that does not fit into its phase is too few letters to be read.
const LEAST: f64 = 34.0;
/// The least width of a phase: a day of a long plan is to be seen, too.
const THINNEST: f64 = 2.0;
/// Room between a phase and the name beside it, and the most that such a name takes.
const BESIDE: f64 = 4.0;
const LONGEST: f64 = 160.0;
/// Phases that touch do not overlap.
const TOUCHING: f64 = 0.75;

/// Phases as they stand over an axis.
#[derive(Default)]
pub(super) struct Phases {
    bands: Vec<Band>,
    rows: usize,
    /// Those that found no place, in words.
    more: Option<Laid>,
    left: f64,
}

/// A phase, from one place to another.
struct Band {
    row: usize,
    from: f64,
    to: f64,
    is_asking: bool,
    /// Its name, and where that begins.
    name: (f64, Laid),
}

/// The rows, and what is taken of each from left to right.
#[derive(Default)]
struct Rows([Vec<(f64, f64)>; ROWS]);

impl Rows {
    /// Takes the first of these stretches that is free in a row: which row, and which stretch.
    fn take(&mut self, ways: &[(f64, f64)]) -> Option<(usize, usize)> {
        self.0.iter_mut().enumerate().find_map(|(row, taken)| {
            let is_free =
                |(from, to): &(f64, f64)| taken.iter().all(|(start, end)| *to <= start + TOUCHING || *from >= end - TOUCHING);
            let at = ways.iter().position(is_free)?;
            taken.extend(ways.get(at));
            Some((row, at))
        })
    }
}

impl Phases {
    /// The phases of a plan over that axis, which reaches from the one to the other edge.
    pub(super) fn of(b: &mut Build<'_>, lasting: &Lasting, across: &Across, (left, right): (f64, f64)) -> Self {
        let asking = lasting.asking.and_then(|at| lasting.phases.get(at));
        let mut sorted: Vec<&(String, i32, i32)> = lasting.phases.iter().collect();
        sorted.sort_by_key(|phase| (phase.1, phase.2));
        let mut rows = Rows::default();
        let (mut bands, mut short, mut more): (Vec<Band>, Vec<_>, Vec<&str>) = (Vec::new(), Vec::new(), Vec::new());
        for phase in sorted {
            let from = across.x(f64::from(phase.1)).min(right).max(left);
            let to = (across.x(f64::from(phase.2) + 1.0) - 1.5).min(right).max(from);
            let is_asking = asking == Some(phase);
            let ink = if is_asking { b.look.on_solid } else { b.look.text_2 };
            let style = b.style(9.0, 12.5, Weight::Semibold, ink);
            let room = (to - from - 2.0 * INSET).max(0.0);
            let name = b.set.lines(&shorten(&phase.0, 120), style, room.max(1.0), 1, Align::Start);
            if room < LEAST && name.shown() != phase.0 {
                short.push((phase.0.as_str(), (from, to), is_asking));
            } else if let Some((row, _)) = rows.take(&[(from, to)]) {
                bands.push(Band { row, from, to, is_asking, name: (from + INSET, name) });
            } else {
                more.push(&phase.0);
            }
        }
        // Short ones stand where they and their names have room, beside the others or below them.
        for (text, (from, to), is_asking) in short {
            let style = b.style(9.0, 12.5, Weight::Semibold, b.look.text_2);
            let name = b.snug_line(&shorten(text, 120), style, LONGEST);
            let to = to.max(from + THINNEST);
            let mut places = vec![(to + BESIDE, (from, to + 2.0 * BESIDE + name.width))];
            let before = from - BESIDE - name.width;
            places.push((before, (before - BESIDE, to)));
            places.retain(|(x, _)| *x >= left && x + name.width <= right);
            let ways: Vec<(f64, f64)> = places.iter().map(|(_, way)| *way).collect();
            match rows.take(&ways).and_then(|(row, at)| Some((row, places.get(at)?.0))) {
                Some((row, x)) => bands.push(Band { row, from, to, is_asking, name: (x, name) }),
                None => more.push(text),
            }
        }
        let rows = bands.iter().map(|band| band.row + 1).max().unwrap_or(0);
        let more = (!more.is_empty()).then(|| {
            let names = say::phases_more(words::list(&more));
            let style = b.small();
            b.set.lines(&shorten(&names, 300), style, right - left, 1, Align::Start)
        });
        Self { bands, rows, more, left }
    }

    /// How high they are.
    pub(super) fn height(&self) -> f64 {
        self.rows as f64 * ROW + if self.more.is_some() { LIST } else { 0.0 }
    }

    /// Draws them from there on; the days of the one that asks are shaded down to `bottom`.
    pub(super) fn draw(&self, b: &Build<'_>, items: &mut Vec<Item>, top: f64, bottom: f64) {
        // No shade lies over a phase that stands in a lower row.
        for band in self.bands.iter().filter(|band| band.is_asking) {
            let y = top + band.row as f64 * ROW + HEIGHT;
            items.push(Item::filled(Rect::new(band.from, y, band.to, bottom), 0.0, b.look.sunken));
        }
        for band in &self.bands {
            let y = top + band.row as f64 * ROW;
            let fill = if band.is_asking { b.look.product } else { b.look.subtle };
            items.push(Item::filled(Rect::new(band.from, y, band.to, y + HEIGHT), 3.0, fill));
            let (x, name) = &band.name;
            if !name.lines.is_empty() {
                items.push(Item::text(Point::new(*x, y + 2.5), name.clone(), TextRole::Body));
            }
        }
        if let Some(more) = &self.more {
            items.push(Item::text(Point::new(self.left, top + self.rows as f64 * ROW), more.clone(), TextRole::Body));
        }
    }
}
