//! The curve under the cards of a storyboard: each card stands over its place on it.
//!
//! It is drawn over the columns and not over days: between two cards it runs as it does in time, but the cards keep their
//! distance.

use crate::analysis::curve::Band;
use crate::words::{self, deck as say};

use super::super::arc::{band_name, outline};
use super::super::encode::shorten;
use super::super::plan::{Card, Curve, LaneView};
use super::super::scene::{Item, Point, Rect, TextRole, Weight};
use super::Build;
use super::curve::{Plot, figure};
use super::days::Taken;

/// Room between the curve and its caption: half the diamond of an ask with its stroke, which may stand at the very bottom.
const BELOW: f64 = 8.5;

/// The curve over the columns, a marker under each card.
pub(super) fn draw(
    b: &mut Build<'_>,
    items: &mut Vec<Item>,
    lane: &LaneView,
    curve: &Curve,
    (done, here): (usize, &[Card]),
    centres: &[f64],
    room: Rect,
) {
    let points = over_columns(lane, curve, (done, here), centres, room);
    let plot = Plot::new(room, b.plan);
    let mut drawn = b.curve(&points, &plot);
    let mut steps = Vec::new();
    let mut labels = Vec::new();
    let mut taken = Taken::default();
    for (card, x) in here.iter().zip(centres) {
        let (Some(level), Some(_)) = (card.level, card.day) else { continue };
        let at = Point::new(*x, plot.y(level));
        drawn.extend(b.marker(card, at, 1.0));
        taken.take(Rect::from_center_size(at, (12.0, 12.0)));
        let band = Band::of(level);
        let style = b.style(9.0, 12.0, Weight::Semibold, b.band_color(band));
        let laid = b.snug(band_name(band), style, 80.0);
        let frame = beside(at, (laid.width, laid.height), &points, &plot);
        taken.take(frame);
        labels.push(Item::text(frame.origin(), laid, TextRole::Body));
        steps.push(say::curve_alt_step(shorten(&card.title, 80), band_name(band)));
    }
    drawn.extend(b.ready_name(&points, &plot, (room.x0, room.x1), &taken));
    drawn.extend(labels);
    items.push(figure(say::curve_alt(shorten(&lane.name, 200), words::list(&steps)), drawn));
    let small = b.small();
    let laid = b.set.text(say::curve_caption(), small, room.width());
    items.push(Item::text(Point::new(room.x0, room.y1 + BELOW), laid, TextRole::Body));
}

/// The place of a band's name: at its marker, on the same side of the ready line, where the curve does not run through it. Over
/// the line that leads to the marker is best; where that comes from above, below the line that goes on.
fn beside(at: Point, (wide, high): (f64, f64), points: &[(f64, f64)], plot: &Plot) -> Rect {
    let (left, right) = (at.x - wide - 4.0, at.x + 4.0);
    let (over, under) = (at.y - high - 2.5, at.y + 2.5);
    let middle = at.y - high / 2.0;
    let (out_left, out_right) = (at.x - wide - 9.5, at.x + 9.5);
    let places = [
        (left, over),
        (right, under),
        (right, over),
        (left, under),
        (at.x - wide / 2.0, at.y - high - 8.0),
        (at.x - wide / 2.0, at.y + 8.0),
        (out_left, middle),
        (out_right, middle),
    ];
    let frame = |(x, y): (f64, f64)| Rect::new(x, y, x + wide, y + high);
    let is_free = |frame: &Rect| {
        let ready = plot.ready_y();
        let same_side = if at.y <= ready { frame.y1 <= ready } else { frame.y0 >= ready };
        let runs_through = outline(points, plot.room.x1).windows(2).any(|ends| match ends {
            [from, to] => crosses(frame, (from.0, plot.y(from.1)), (to.0, plot.y(to.1))),
            _ => false,
        });
        same_side && frame.y1 <= plot.room.y1 && !runs_through
    };
    places.into_iter().map(frame).find(is_free).unwrap_or_else(|| frame((left, over)))
}

/// Whether a stretch of the line comes into a frame.
fn crosses(frame: &Rect, from: (f64, f64), to: (f64, f64)) -> bool {
    let (first, last) = (from.0.max(frame.x0), to.0.min(frame.x1));
    if first > last {
        return false;
    }
    let span = to.0 - from.0;
    let y = |x: f64| if span > 1e-9 { from.1 + (to.1 - from.1) * (x - from.0) / span } else { from.1 };
    let (start, end) = if span > 1e-9 { (y(first), y(last)) } else { (from.1, to.1) };
    start.max(end) > frame.y0 && start.min(end) < frame.y1
}

/// The points of the curve between the cards before and after these, laid over the columns: a day of a card is the middle of
/// its column, what lies between two cards lies between their columns.
fn over_columns(lane: &LaneView, curve: &Curve, (done, here): (usize, &[Card]), centres: &[f64], room: Rect) -> Vec<(f64, f64)> {
    // Day, and the first and last column on it.
    let mut stops: Vec<(f64, f64, f64)> = Vec::new();
    for (card, x) in here.iter().zip(centres) {
        let Some(day) = card.day.map(f64::from) else { continue };
        match stops.last_mut() {
            Some((last, _, to)) if *last >= day => *to = *x,
            _ => stops.push((day, *x, *x)),
        }
    }
    let (Some(first), Some(last)) = (stops.first().copied(), stops.last().copied()) else { return Vec::new() };
    let day_of = |card: Option<&Card>| card.and_then(|card| card.day).map(f64::from);
    let before = done.checked_sub(1).and_then(|at| day_of(lane.cards.get(at)));
    let after = day_of(lane.cards.get(done + here.len()));
    let ends = (curve.points.first().map_or(first.0, |point| point.0), curve.points.last().map_or(last.0, |point| point.0));
    let from = before.map_or(ends.0, |day| f64::midpoint(day, first.0)).min(first.0 - 0.5);
    let to = after.map_or(ends.1, |day| f64::midpoint(day, last.0)).max(last.0 + 0.5);
    let place = |day: f64, is_after: bool| {
        let mut left = (from, room.x0);
        for (stop, x, until) in &stops {
            if day < *stop {
                return left.1 + (x - left.1) * (day - left.0) / (stop - left.0).max(1e-9);
            }
            if (day - stop).abs() < 1e-9 {
                return if is_after { *until } else { *x };
            }
            left = (*stop, *until);
        }
        left.1 + (room.x1 - left.1) * (day - left.0) / (to - left.0).max(1e-9)
    };
    let mut points: Vec<(f64, f64)> = Vec::new();
    let mut previous: Option<f64> = None;
    let mut last_day = None;
    for &(day, value) in &curve.points {
        if day < from {
            previous = Some(value);
            continue;
        }
        if day > to {
            break;
        }
        if let Some(value) = previous.take()
            && day > from
        {
            points.push((room.x0, value));
        }
        // The second of two points on one day is the value after its cards.
        let is_after = last_day.is_some_and(|last: f64| (last - day).abs() < 1e-9);
        last_day = Some(day);
        points.push((place(day, is_after), value));
    }
    if let Some(&(x, value)) = points.last()
        && x < room.x1
    {
        points.push((room.x1, value));
    }
    points
}
