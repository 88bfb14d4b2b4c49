//! The curve under the cards of a storyboard: each card stands over its place on it.
//!
//! It is drawn over the columns and not over days: between two cards it runs as it does in time, but the cards keep their
//! distance.

use crate::analysis::curve::Band;
use crate::words::{self, deck as say, share};

use super::super::arc::band_name;
use super::super::encode::shorten;
use super::super::plan::{Card, Curve, LaneView};
use super::super::scene::{Item, Point, Rect, TextRole, Weight};
use super::Build;
use super::curve::{Plot, figure};
use super::days::Taken;

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
        // Left of the marker, over the line that leads to it: on its right the line may rise.
        let left = at.x - laid.width - 4.0;
        let highest = points.iter().filter(|(x, _)| (left..=at.x + 1.0).contains(x)).map(|(_, value)| plot.y(*value));
        let mut y = highest.fold(at.y - 4.0, f64::min) - laid.height - 1.5;
        if (y..y + laid.height).contains(&plot.ready_y()) {
            // The ready line would run through the word.
            y = plot.ready_y() - laid.height - 1.0;
        }
        let frame = Rect::new(left, y, left + laid.width, y + laid.height);
        taken.take(frame);
        labels.push(Item::text(frame.origin(), laid, TextRole::Body));
        steps.push(say::curve_alt_step(shorten(&card.title, 80), band_name(band)));
    }
    let style = b.style(9.0, 12.0, Weight::Medium, b.look.ready);
    let laid = b.snug(share::ready_to_ask(), style, 80.0);
    let y = plot.ready_y() - laid.height - 0.5;
    let places = [room.x0, room.x1 - laid.width, room.center().x];
    let mut places = places.into_iter().map(|x| Rect::new(x, y, x + laid.width, y + laid.height));
    if let Some(frame) = places.find(|frame| taken.is_free(*frame)) {
        drawn.push(Item::text(frame.origin(), laid, TextRole::Body));
    }
    drawn.extend(labels);
    items.push(figure(say::curve_alt(shorten(&lane.name, 200), words::list(&steps)), drawn));
    let small = b.small();
    let laid = b.set.text(say::curve_caption(), small, room.width());
    items.push(Item::text(Point::new(room.x0, room.y1 + 4.0), laid, TextRole::Body));
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
