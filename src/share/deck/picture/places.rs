//! Where the cards of a lane stand on a picture: on the axis of the window, packed by the same rules, but in as many rows as
//! they need, because a picture cannot be zoomed into. Every card covers its own day, so that its stem leads straight down.

use crate::analysis::packing::{GAP, Size, ZONE_GAP, keep_within, pack};

use super::super::super::plan::{LaneView, Plan};
use super::super::days::Across;

/// Rows of dated cards beyond which smaller cards are taken.
const MANY_ROWS: usize = 3;
/// How far inside its card the day of a card has to be.
const INSIDE: f64 = 9.0;
/// Undated cards side by side, where others have a day.
const ZONE_COLUMNS: usize = 2;

/// A card in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// Its index in the lane.
    pub(super) card: usize,
    /// Its row, from the top.
    pub(super) row: usize,
    /// Its left edge on the page.
    pub(super) left: f64,
    /// Where its day stands on the page; none without a day.
    pub(super) stem: Option<f64>,
}

/// The cards of all lanes in their places.
#[derive(Clone, Debug)]
pub(super) struct Places {
    /// How large cards are.
    pub(super) size: Size,
    /// The axis; none where nothing has a day.
    pub(super) across: Option<Across>,
    /// Left and right edge of the axis.
    pub(super) plot: (f64, f64),
    /// Where cards without a day begin, where some have one.
    pub(super) zone: Option<f64>,
    /// The cards of each lane and how many rows they take.
    pub(super) lanes: Vec<(Vec<Place>, usize)>,
}

impl Places {
    /// The cards of a plan between two edges of a page: in the first of the sizes that needs few rows, else in the last.
    pub(super) fn of(plan: &Plan, (left, right): (f64, f64), end: f64, sizes: &[Size]) -> Self {
        let mut sizes = sizes.iter();
        let mut size = sizes.next().copied().unwrap_or(Size::S);
        loop {
            let places = Self::in_size(plan, (left, right), end, size);
            let is_low = places.lanes.iter().all(|(_, rows)| *rows <= MANY_ROWS);
            match sizes.next() {
                Some(smaller) if !is_low => size = *smaller,
                _ => return places,
            }
        }
    }

    fn in_size(plan: &Plan, (left, right): (f64, f64), end: f64, size: Size) -> Self {
        let (width, step) = (size.width(), size.width() + GAP);
        let Some(lasting) = &plan.lasting else {
            let columns = (((right - left + GAP) / step).floor() as usize).max(1);
            let lanes = plan.lanes.iter().map(|lane| {
                let cards = 0..lane.cards.len();
                let places: Vec<Place> = cards.map(|card| in_zone(card, card, left, columns, step)).collect();
                (places, lane.cards.len().div_ceil(columns))
            });
            return Self { size, across: None, plot: (left, right), zone: None, lanes: lanes.collect() };
        };
        let undated = |lane: &LaneView| lane.cards.iter().filter(|card| card.day.is_none()).count();
        let columns = plan.lanes.iter().map(undated).max().unwrap_or(0).min(ZONE_COLUMNS);
        let taken = if columns == 0 { end } else { (columns as f64 * step - GAP + ZONE_GAP).max(end) };
        let plot = (left, (right - taken).max(left + width));
        let zone = (columns > 0).then_some(plot.1 + ZONE_GAP);
        let across = Across::new(lasting, plot.0, plot.1);
        let lanes = plan.lanes.iter().map(|lane| {
            let (mut places, mut rows) = dated(lane, &across, plot, width);
            if let Some(zone) = zone {
                let loose = lane.cards.iter().enumerate().filter(|(_, card)| card.day.is_none());
                places.extend(loose.enumerate().map(|(at, (card, _))| in_zone(card, at, zone, columns, step)));
                rows = rows.max(undated(lane).div_ceil(columns.max(1)));
            }
            (places, rows)
        });
        Self { size, lanes: lanes.collect(), across: Some(across), plot, zone }
    }
}

/// A card without a day: one after the other, row by row.
fn in_zone(card: usize, at: usize, left: f64, columns: usize, step: f64) -> Place {
    Place { card, row: at / columns.max(1), left: left + (at % columns.max(1)) as f64 * step, stem: None }
}

/// The cards with a day, in the fewest rows in which each covers its own.
fn dated(lane: &LaneView, across: &Across, plot: (f64, f64), width: f64) -> (Vec<Place>, usize) {
    let cards: Vec<(usize, f64)> =
        lane.cards.iter().enumerate().filter_map(|(at, card)| Some((at, across.x(f64::from(card.day?))))).collect();
    let mut rows = 1;
    loop {
        let is_last = rows >= cards.len();
        if let Some(places) = in_rows(&cards, rows, plot, width, is_last) {
            return (places, rows.min(cards.len()));
        }
        rows += (rows / 4).max(1);
    }
}

/// The cards dealt out to that many rows; `None` when one does not cover its day. `is_any` takes whatever comes out.
fn in_rows(cards: &[(usize, f64)], rows: usize, plot: (f64, f64), width: f64, is_any: bool) -> Option<Vec<Place>> {
    let mut places = Vec::with_capacity(cards.len());
    for row in 0..rows {
        let own: Vec<(usize, f64)> = cards.iter().skip(row).step_by(rows).copied().collect();
        let centres: Vec<f64> = own.iter().map(|(_, x)| x - plot.0).collect();
        let mut lefts = pack(&centres, width, GAP);
        keep_within(&mut lefts, width, GAP, [0.0, plot.1 - plot.0]);
        for ((card, stem), left) in own.into_iter().zip(lefts) {
            let left = plot.0 + left;
            // At an edge of the axis a card can only stand on one side of its day.
            let inside = INSIDE.min(stem - plot.0).min(plot.1 - stem).max(0.0);
            if !is_any && (left + inside > stem + 0.01 || stem + inside > left + width + 0.01) {
                return None;
            }
            places.push(Place { card, row, left, stem: Some(stem) });
        }
    }
    Some(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_cover_their_days_do_not_overlap_and_stay_between_the_edges() {
        for days in [vec![0.0, 10.0, 500.0, 990.0, 1000.0], vec![500.0; 40], (0..200).map(|x| f64::from(x) * 5.0).collect()] {
            let cards: Vec<(usize, f64)> = days.iter().enumerate().map(|(at, x)| (at, 100.0 + x)).collect();
            let rows = (1..=cards.len()).find(|rows| in_rows(&cards, *rows, (100.0, 1100.0), 112.0, false).is_some()).unwrap();
            let places = in_rows(&cards, rows, (100.0, 1100.0), 112.0, false).unwrap();
            assert_eq!(places.len(), cards.len());
            for (at, place) in places.iter().enumerate() {
                let stem = place.stem.unwrap();
                assert!(place.left >= 99.99 && place.left + 112.0 <= 1100.01, "{place:?}");
                assert!((place.left - 0.01..=place.left + 112.01).contains(&stem), "{place:?}");
                for other in places[at + 1..].iter().filter(|other| other.row == place.row) {
                    assert!((other.left - place.left).abs() >= 112.0, "{place:?} {other:?}");
                }
            }
        }
    }
}
