//! The bands of the phases over the arc, each with its name: in it where there is room, and beside it where there is none.

use std::fmt::Write as _;

use super::super::encode::{Px, shorten};
use super::super::plan::Lasting;
use super::{Draw, Form};
use crate::analysis::scale::Scale;

/// How far below each other bands stand.
const ROW: f64 = 27.0;
/// Room between a band and the name beside it.
const BESIDE: f64 = 8.0;
/// Fewer letters than this say nothing.
const LEAST: usize = 3;

/// A phase, from one place to another.
struct Band<'a> {
    name: &'a str,
    from: f64,
    to: f64,
    row: usize,
    /// Whether its name stands beside it.
    beside: Option<Beside>,
}

/// A name beside its band.
struct Beside {
    x: f64,
    anchor: &'static str,
    /// How many letters of it there is room for.
    room: usize,
}

/// How many letters of the name of a phase stand on that width.
fn letters(width: f64) -> usize {
    (width / 7.0).max(0.0) as usize
}

fn count(name: &str) -> usize {
    name.chars().count()
}

impl Band<'_> {
    /// How many letters of its name there is room for in it.
    fn room(&self) -> usize {
        letters(self.to - self.from - 16.0)
    }

    fn fits(&self) -> bool {
        count(self.name) <= self.room()
    }

    /// The wider side of it, where its name has room that has none in it.
    fn side(&self, form: Form) -> Beside {
        let (before, behind) = (self.from - BESIDE, form.width - self.to - BESIDE);
        if behind >= before {
            Beside { x: self.to + BESIDE, anchor: "start", room: letters(behind) }
        } else {
            Beside { x: before, anchor: "end", room: letters(before) }
        }
    }

    /// What it takes of a row with its name.
    fn reach(&self) -> (f64, f64) {
        let Some(beside) = &self.beside else { return (self.from, self.to) };
        let wide = 7.0 * count(self.name).min(beside.room) as f64 + BESIDE;
        if beside.anchor == "start" { (self.from, beside.x + wide) } else { (beside.x - wide, self.to) }
    }
}

/// The phases of a picture.
#[derive(Default)]
pub(super) struct Phases<'a> {
    bands: Vec<Band<'a>>,
}

impl<'a> Phases<'a> {
    pub(super) fn of(lasting: &'a Lasting, form: Form, scale: Scale) -> Self {
        let x = |day: f64| (form.left + scale.x_at(day)).min(form.end()).max(form.left);
        let band = |(name, from, to): &'a (String, i32, i32)| {
            let (from, to) = (x(f64::from(*from)), x(f64::from(*to) + 1.0) - 2.0);
            (to - from >= 1.0).then_some(Band { name, from, to, row: 0, beside: None })
        };
        let mut bands: Vec<Band<'_>> = lasting.phases.iter().filter_map(band).collect();
        // In a hand no name is cut: where not all fit into their bands, every band has a row of its own.
        let in_rows = form.head > 0.0 && !bands.iter().all(Band::fits);
        for (row, band) in bands.iter_mut().enumerate() {
            let is_inside = band.fits() || (!in_rows && band.room() >= LEAST);
            band.beside = (!is_inside).then(|| band.side(form));
            band.row = if in_rows { row } else { 0 };
        }
        if !in_rows {
            pack(&mut bands);
        }
        Self { bands }
    }

    /// What they are higher than in one row.
    pub(super) fn more(&self) -> f64 {
        self.bands.iter().map(|band| band.row).max().unwrap_or(0) as f64 * ROW
    }
}

/// Gives each band the first row in which it has room with its name: first those that have it in them.
fn pack(bands: &mut [Band<'_>]) {
    let mut rows: Vec<Vec<(f64, f64)>> = Vec::new();
    for is_beside in [false, true] {
        for band in bands.iter_mut().filter(|band| band.beside.is_some() == is_beside) {
            let (from, to) = band.reach();
            let is_free = |row: &Vec<(f64, f64)>| row.iter().all(|(start, end)| to <= *start || from >= *end);
            band.row = rows.iter().position(is_free).unwrap_or(rows.len());
            match rows.get_mut(band.row) {
                Some(row) => row.push((from, to)),
                None => rows.push(vec![(from, to)]),
            }
        }
    }
}

impl Draw<'_> {
    /// The bands of the phases with their names.
    pub(super) fn phases(&mut self, phases: &Phases<'_>) {
        for band in &phases.bands {
            let y = band.row as f64 * ROW;
            let (x, width) = (Px(band.from), Px(band.to - band.from));
            let _ = write!(self.out, r#"<rect class="phase" x="{x}" y="{}" width="{width}" height="24" rx="4"/>"#, Px(y));
            let y = y + 16.5;
            match &band.beside {
                _ if band.name.is_empty() => {}
                None => self.text("phase-name", (band.from + 10.0, y), "start", &shorten(band.name, band.room())),
                Some(Beside { x, anchor, room }) => self.text("phase-name", (*x, y), anchor, &shorten(band.name, *room)),
            }
        }
    }
}
