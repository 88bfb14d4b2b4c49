//! The curve of a lane: two flat areas that meet at the ready line, the line itself, band lines, and why it moved.

use egui::{CornerRadius, Mesh, Painter, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::data::Row;
use super::frame::{Frame, band_name, finite, why_no_curve};
use crate::analysis::curve::{Band, CONSTANTS, Curve};
use crate::model::Moment;
use crate::ui::fonts;
use crate::ui::kit::paint;
use crate::ui::reasons::Telling;
use crate::ui::theme::{DASH_READY, EDGE, R1, RING, STEM};
use crate::words::{board as say, curve as told};

/// Most reasons that a tooltip lists: what led to the place under the pointer.
const REASONS: usize = 5;

/// Points between two looks at a curve whose cards are nearer together than this.
const DENSE: f32 = 3.0;

/// Draws the curve, or says why there is none.
pub(super) fn lane(frame: &Frame<'_>, painter: &Painter, row: &Row) {
    let top = frame.lane_top(row.at);
    let bottom = top + frame.lane_height(row.at);
    if row.folded {
        painter.hline(frame.content.x_range(), frame.folded_y(row.at), Stroke::new(EDGE, frame.t.line));
    } else if let Some(curve) = frame.curve(row) {
        draw(frame, painter, row, curve);
        names_of_bands(frame, painter, top);
    } else if !row.lane.moments.is_empty() {
        let y = frame.baseline(top);
        painter.hline(frame.content.x_range(), y, Stroke::new(EDGE, frame.t.line));
        if let Some(why) = why_no_curve(frame, row) {
            let words = paint::line(painter, fonts::META, why, frame.t.text_2);
            let place = Rect::from_min_size(pos2(frame.content.left() + 8.0, bottom - 9.0 - words.size().y / 2.0), words.size());
            painter.rect_filled(place.expand2(vec2(4.0, 0.0)), CornerRadius::same(R1), frame.t.canvas);
            painter.galley(place.min, words, frame.t.text_2);
        }
    }
    painter.hline(frame.content.x_range(), bottom - 0.5, Stroke::new(EDGE, frame.t.line));
}

fn draw(frame: &Frame<'_>, painter: &Painter, row: &Row, curve: &Curve) {
    let top = frame.lane_top(row.at);
    let points = match frame.moves.bend(row.lane.id, frame.now) {
        Some((bend, share)) => every_few(frame, top, curve, |x, value| bend.at(x, value, share)),
        None => points(frame, top, curve),
    };
    let base = top + frame.metrics.curve_top + frame.metrics.curve;
    let ready = frame.value_y(top, CONSTANTS.ready);
    painter.add(Shape::mesh(paint::curve_area(&points, base, ready, frame.t.curve_low, frame.t.curve_high)));
    let mut lines = Mesh::default();
    let pixel = 1.0 / painter.pixels_per_point();
    for edge in [Band::EDGES[1].1, Band::EDGES[3].1] {
        let y = painter.round_to_pixel_center(frame.value_y(top, edge));
        let line = Rect::from_x_y_ranges(frame.content.x_range(), y - pixel / 2.0..=y + pixel / 2.0);
        lines.add_colored_rect(line, frame.t.curve.gamma_multiply(0.14));
    }
    dashes(&mut lines, frame, painter.round_to_pixel_center(ready), STEM.max(pixel));
    painter.add(Shape::mesh(lines));
    painter.add(Shape::line(points, Stroke::new(RING, frame.t.curve)));
}

/// The names of the bands at the end that is free, where the curve has the room for them.
fn names_of_bands(frame: &Frame<'_>, painter: &Painter, top: f32) {
    /// Less than this for the curve, and two names would touch.
    const TALL: f32 = 80.0;
    if frame.metrics.curve < TALL {
        return;
    }
    let ends = Band::EDGES.iter().skip(1).map(|(_, edge)| *edge).chain([1.0]);
    for ((of, low), high) in Band::EDGES.into_iter().zip(ends) {
        let y = frame.value_y(top, f64::midpoint(low, high));
        let name = paint::line(painter, fonts::META, band_name(of), frame.t.text_3);
        // At the left of a narrow lane stand its name and that of the ready line.
        let x = if frame.metrics.head > 0.0 { frame.content.right() - 8.0 - name.size().x } else { frame.content.left() + 8.0 };
        let place = Rect::from_min_size(pos2(x, y - name.size().y / 2.0), name.size());
        // It is to be read, whatever the curve does there.
        painter.rect_filled(place.expand2(vec2(4.0, -1.0)), CornerRadius::same(R1), frame.t.canvas);
        painter.galley(place.min, name, frame.t.text_3);
    }
}

/// The dashes of the ready line as one mesh: a hundred shapes a lane would cost more than the cards. They stay where they
/// are when the plan is scrolled, as the line itself does.
fn dashes(mesh: &mut Mesh, frame: &Frame<'_>, y: f32, width: f32) {
    let [dash, gap] = DASH_READY;
    let mut x = frame.content.left();
    while x < frame.content.right() {
        let line = Rect::from_x_y_ranges(x..=x + dash, y - width / 2.0..=y + width / 2.0);
        mesh.add_colored_rect(line, frame.t.ready);
        x += dash + gap;
    }
}

pub(super) fn points(frame: &Frame<'_>, top: f32, curve: &Curve) -> Vec<Pos2> {
    let (left, right) = (frame.content.left() - 2.0, frame.content.right() + 2.0);
    let (from, to) = (frame.scale.at(frame.plan_x(left)), frame.scale.at(frame.plan_x(right)));
    // A point every few pixels: between two of them the fall is as good as straight.
    let every = (6.0 / frame.scale.px_per_day()).max(1.0);
    let mut points: Vec<Pos2> = Vec::new();
    // Where cards are denser than pixels, a look at each of them would cost what the plan holds, not what is seen.
    let seen = |day: f64| curve.steps().partition_point(|step| f64::from(step.day) < day);
    if (seen(to) - seen(from)) as f32 > frame.content.width() / DENSE {
        return every_few(frame, top, curve, |_, value| value);
    }
    for (day, value) in curve.samples(from, to, every) {
        let point = pos2(frame.x(frame.scale.x_at(day)), frame.value_y(top, value));
        // Where many cards share a pixel, only the outermost points can be seen.
        let crowded = matches!(points.as_slice(), [.., a, b] if (point.x - a.x).abs() < 0.4 && (point.x - b.x).abs() < 0.4);
        if crowded && let Some(last) = points.last_mut() {
            *last = point;
        } else if points.last().is_none_or(|last| (point - *last).length_sq() > 0.01) {
            points.push(point);
        }
    }
    paint::rounded_steps(&points)
}

/// The curve looked at every few points, `shown` as the value at a place of the plan turns out.
fn every_few(frame: &Frame<'_>, top: f32, curve: &Curve, shown: impl Fn(f64, f32) -> f32) -> Vec<Pos2> {
    let count = (frame.content.width() / DENSE).ceil() as u16;
    let point = |at: u16| {
        let x = frame.content.left() + f32::from(at) * DENSE;
        let plan_x = frame.plan_x(x);
        let value = shown(plan_x, finite(curve.value_at(frame.scale.at(plan_x))));
        pos2(x, frame.value_y(top, f64::from(value)))
    };
    (0..=count).map(point).collect()
}

/// What the curve says at a day: its band, and the moves that led there.
pub(super) fn tooltip(frame: &Frame<'_>, row: &Row, curve: &Curve, day: f64, ask: Option<&Moment>, ui: &mut Ui) {
    let value = ask.and_then(|ask| curve.around(ask.id)).map_or_else(|| curve.value_at(day), |around| around.before);
    ui.label(fonts::BODY_B.rich(band_name(Band::of(value))));
    if let Some(ask) = ask {
        let clear = frame.mark(row, ask).is_none();
        let text = if Band::of(value).is_ready() { say::ask_ready() } else { say::ask_early() };
        if clear {
            ui.label(fonts::BODY.rich(text));
        }
    }
    reasons(frame, row, curve, day, ui);
    ui.label(fonts::META.rich(told::caption()).color(frame.t.text_3));
}

/// What led to a day: the last moves, in words without a digit for the value.
pub(super) fn reasons(frame: &Frame<'_>, row: &Row, curve: &Curve, day: f64, ui: &mut Ui) {
    for line in Telling::of(frame.cx.campaign, frame.cx.years(), &row.lane, curve).until(day.floor() as i32, REASONS) {
        ui.label(fonts::META.rich(line).color(frame.t.text_2));
    }
}
