//! Geometry for painters: cards, rings, dashes, polygons, the area under the curve.

use std::f32::consts::TAU;
use std::sync::Arc;

use egui::{Color32, CornerRadius, Galley, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Theme, Vec2, pos2};

use crate::model::shown::{LABEL, short, short_lines};
use crate::ui::fonts::Face;
use crate::ui::theme::{self, Lift};

/// Text on one line, not drawn yet. What a name would hide is shown.
#[must_use]
pub fn line(painter: &Painter, face: Face, text: &str, color: Color32) -> Arc<Galley> {
    // In a line of the face's own height the letters stand in its middle, as they do in text that is cut or wraps.
    painter.layout_job(egui::text::LayoutJob::single_section(short(text, LABEL).into_owned(), face.format(color)))
}

/// Text on one line, cut with an ellipsis where it is wider than `width` points, not drawn yet.
#[must_use]
pub fn line_within(painter: &Painter, face: Face, text: &str, color: Color32, width: f32) -> Arc<Galley> {
    lines_within(painter, face, &short(text, LABEL), color, width, 1)
}

/// Text on at most `rows` lines of `width` points, then an ellipsis, not drawn yet.
#[must_use]
pub fn lines_within(painter: &Painter, face: Face, text: &str, color: Color32, width: f32, rows: usize) -> Arc<Galley> {
    let mut job = egui::text::LayoutJob::single_section(short_lines(text, LABEL).into_owned(), face.format(color));
    job.wrap = egui::text::TextWrapping { max_width: width, max_rows: rows, break_anywhere: rows == 1, ..<_>::default() };
    painter.layout_job(job)
}

/// Of texts that say less and less the first that has room on a line of `width` points; the last where none has.
#[must_use]
pub fn longest_that_fits(painter: &Painter, face: Face, texts: &[String], color: Color32, width: f32) -> Option<Arc<Galley>> {
    let (last, longer) = texts.split_last()?;
    let set = |text: &String| line_within(painter, face, text, color, width);
    // To lay out a whole sentence that is cut anyway costs more than all that is drawn.
    let mut fits = longer.iter().filter(|text| !is_far_wider(painter, face, text, width)).map(set);
    Some(fits.find(|line| !line.elided).unwrap_or_else(|| set(last)))
}

/// Whether a text is so much wider than that many points that its letters side by side tell it, without what their neighbours change.
fn is_far_wider(painter: &Painter, face: Face, text: &str, width: f32) -> bool {
    let font = face.id();
    // Where letters join, they are narrower than each by itself.
    let joins = text.chars().any(|c| c >= '\u{0590}');
    let letters = || painter.fonts_mut(|fonts| text.chars().map(|c| fonts.glyph_width(&font, c)).sum::<f32>());
    !joins && letters() * 0.9 > width
}

/// Draws a text with its left edge at `x` and its middle at `y`; returns where it ends, in points.
#[expect(clippy::must_use_candidate, reason = "drawing is the point, where it ends a courtesy")]
pub fn text_at(painter: &Painter, x: f32, y: f32, face: Face, text: &str, color: Color32) -> f32 {
    let galley = line(painter, face, text, color);
    let size = galley.size();
    painter.galley(pos2(x, y - size.y / 2.0), galley, color);
    x + size.x
}

/// A corner radius that stays parallel to `radius` after growing by `by` points.
fn grown(radius: u8, by: f32) -> CornerRadius {
    CornerRadius::same((f32::from(radius) + by).round().clamp(0.0, 255.0) as u8)
}

/// The ring of keyboard focus or selection: [`theme::RING`] points wide, `gap` points away from `rect`.
pub fn ring(painter: &Painter, rect: Rect, radius: u8, gap: f32, color: Color32) {
    painter.rect_stroke(rect.expand(gap), grown(radius, gap), Stroke::new(theme::RING, color), StrokeKind::Outside);
}

/// A card: shadow, fill and edge. Its radius is [`theme::R3`].
pub fn shadowed_card(painter: &Painter, rect: Rect, theme: Theme, lift: Lift, fill: Color32, edge: Color32) {
    let radius = CornerRadius::same(theme::R3);
    painter.add(theme::shadow(theme, lift).as_shape(rect, radius));
    painter.rect(rect, radius, fill, Stroke::new(theme::EDGE, edge), StrokeKind::Inside);
}

/// A dashed outline with rounded corners, the line's middle on the edge of `rect`.
pub fn dashed_rect(painter: &Painter, rect: Rect, radius: u8, stroke: Stroke, dash: [f32; 2]) {
    /// Points per quarter of a corner: more cannot be seen at our radii.
    const STEPS: u8 = 6;
    let r = f32::from(radius).min(rect.width() / 2.0).min(rect.height() / 2.0);
    let inner = rect.shrink(r);
    let mut path = Vec::new();
    for (corner, from) in
        [(inner.right_top(), 0.75), (inner.right_bottom(), 0.0), (inner.left_bottom(), 0.25), (inner.left_top(), 0.5)]
    {
        for step in 0..=STEPS {
            let angle = TAU * (from + 0.25 * f32::from(step) / f32::from(STEPS));
            path.push(corner + r * Vec2::angled(angle));
        }
    }
    path.extend(path.first().copied());
    painter.extend(Shape::dashed_line(&path, stroke, dash[0], dash[1]));
}

/// A dashed line along a path.
pub fn dashed_line(painter: &Painter, path: &[Pos2], stroke: Stroke, dash: [f32; 2]) {
    painter.extend(Shape::dashed_line(path, stroke, dash[0], dash[1]));
}

/// From one stroke of a hatching to the next, in points.
const HATCH: f32 = 9.0;

/// Strokes from the lower left to the upper right, which tell a ground from others without its colour, too. One of them begins at
/// `from` on the line of the lower edge, so that the strokes of several places can go on in each other.
pub fn hatch(painter: &Painter, rect: Rect, from: f32, color: Color32) {
    if rect.width() < 2.0 || rect.height() < 2.0 {
        return;
    }
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let first = rect.left() - rect.height();
    let mut x = first - (first - from).rem_euclid(HATCH);
    while x < rect.right() {
        let start = crisp(&painter, pos2(x, rect.bottom()));
        painter.line_segment([start, pos2(start.x + rect.height(), rect.top())], Stroke::new(theme::EDGE, color));
        x += HATCH;
    }
}

/// A point of the screen, rounded so that a thin line fills whole pixels.
#[must_use]
pub fn crisp(painter: &Painter, at: Pos2) -> Pos2 {
    pos2(painter.round_to_pixel_center(at.x), painter.round_to_pixel_center(at.y))
}

/// A diamond, `radius` points from its middle to each corner.
pub fn diamond(center: Pos2, radius: f32, fill: Color32, stroke: Stroke) -> Shape {
    polygon(center, radius, 4, fill, stroke)
}

/// A hexagon with a corner at the top, `radius` points from its middle to each corner.
pub fn hexagon(center: Pos2, radius: f32, fill: Color32, stroke: Stroke) -> Shape {
    polygon(center, radius, 6, fill, stroke)
}

/// Clockwise from the top, as egui wants its convex polygons.
fn polygon(center: Pos2, radius: f32, corners: u8, fill: Color32, stroke: Stroke) -> Shape {
    let points = (0..corners)
        .map(|corner| center + radius * Vec2::angled(TAU * (f32::from(corner) / f32::from(corners) - 0.25)))
        .collect();
    Shape::convex_polygon(points, fill, stroke)
}

/// The area between the curve and `base_y`, cut at the ready line so that each part keeps its own flat fill.
///
/// `points` run from left to right. A segment that crosses the line is cut where it crosses:
///
/// ```text
///        ____        high
///  -----/----\-----  ready_y
///   ___/      \___   low
///  ________________  base_y
/// ```
#[must_use]
pub fn curve_area(points: &[Pos2], base_y: f32, ready_y: f32, low: Color32, high: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    let mut quad = |a: Pos2, b: Pos2, floor: f32, color: Color32| {
        let first = mesh.vertices.len() as u32;
        for corner in [a, b, pos2(b.x, floor), pos2(a.x, floor)] {
            mesh.colored_vertex(corner, color);
        }
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first, first + 2, first + 3);
    };
    let mut part = |a: Pos2, b: Pos2| {
        quad(pos2(a.x, a.y.max(ready_y)), pos2(b.x, b.y.max(ready_y)), base_y, low);
        if a.y < ready_y || b.y < ready_y {
            quad(pos2(a.x, a.y.min(ready_y)), pos2(b.x, b.y.min(ready_y)), ready_y, high);
        }
    };
    for pair in points.windows(2) {
        let &[a, b] = pair else { continue };
        if (a.y < ready_y) == (b.y < ready_y) {
            part(a, b);
        } else {
            let share = (ready_y - a.y) / (b.y - a.y);
            let crossing = pos2(a.x + share * (b.x - a.x), ready_y);
            part(a, crossing);
            part(crossing, b);
        }
    }
    mesh
}

/// How far a step of a curve is rounded to one side, in points.
const ROUNDED: f32 = 26.0;

/// A curve's line with its steps rounded, so that it reads as something that grows: a gain rises to its moment, a cost
/// falls away from it, each over [`ROUNDED`] points at most and never past the middle to the next step.
///
/// ```text
///      ┌───┐          ╭───╮
///  ────┘   └──   ─────╯   ╰──
/// ```
///
/// The places of the markers are not touched, and this is drawing only: what a place says when asked is the formula's value.
#[must_use]
pub fn rounded_steps(points: &[Pos2]) -> Vec<Pos2> {
    let is_step = |pair: &[Pos2]| matches!(pair, [a, b] if (b.x - a.x).abs() < 0.5 && (b.y - a.y).abs() > 0.5);
    let steps: Vec<usize> = points.windows(2).enumerate().filter(|(_, pair)| is_step(pair)).map(|(at, _)| at).collect();
    if steps.is_empty() {
        return points.to_vec();
    }
    let x_of = |at: Option<&usize>| at.and_then(|at| points.get(*at)).map(|point| point.x);
    let mut line = Vec::with_capacity(points.len() + steps.len() * 8);
    // Up to here the line is drawn; what lies before is not drawn again.
    let mut from = 0;
    for (nth, &at) in steps.iter().enumerate() {
        let (before, after) = (points[at], points[at + 1]);
        if after.y < before.y {
            let free = x_of(nth.checked_sub(1).and_then(|nth| steps.get(nth))).map_or(ROUNDED, |x| (before.x - x) * 0.45);
            let start = before.x - free.min(ROUNDED);
            line.extend(points[from..=at].iter().copied().filter(|point| point.x <= start));
            // Where the step before ends in this one, all that is left of the ground is the foot of the step.
            let ground = points.get(from.min(at)..=at).unwrap_or_default();
            bend(&mut line, start, before.x, |x, share| egui::lerp(height_at(ground, x)..=after.y, share));
            from = at + 1;
        } else {
            line.extend(points[from..=at].iter().copied());
            let next = steps.get(nth + 1).copied();
            let free = x_of(next.as_ref()).map_or(ROUNDED, |x| (x - after.x) * 0.45);
            let end = after.x + free.min(ROUNDED);
            let ground = points.get(at + 1..=next.unwrap_or(points.len() - 1)).unwrap_or_default();
            bend(&mut line, after.x, end, |x, share| egui::lerp(before.y..=height_at(ground, x), share));
            from = at + 1 + ground.iter().take_while(|point| point.x <= end).count();
        }
    }
    line.extend(points.get(from..).unwrap_or_default());
    line
}

/// Adds a bend from one place to another; `height` is told how far along it is, eased at both ends.
fn bend(line: &mut Vec<Pos2>, from: f32, to: f32, height: impl Fn(f32, f32) -> f32) {
    const PARTS: u8 = 8;
    // Between steps that stand side by side there is no room for a bend that could be seen.
    let parts = if to - from < 0.25 { 1 } else { PARTS };
    for part in 0..=parts {
        let share = f32::from(part) / f32::from(parts);
        let x = egui::lerp(from..=to, share);
        line.push(pos2(x, height(x, share * share * (3.0 - 2.0 * share))));
    }
}

/// The height of a line at a place; past its ends that of the end.
fn height_at(line: &[Pos2], x: f32) -> f32 {
    let after = line.partition_point(|point| point.x < x);
    match (after.checked_sub(1).and_then(|at| line.get(at)), line.get(after)) {
        (Some(a), Some(b)) if b.x > a.x => egui::lerp(a.y..=b.y, (x - a.x) / (b.x - a.x)),
        (_, Some(b)) => b.y,
        (Some(a), None) => a.y,
        (None, None) => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(mesh: &Mesh, color: Color32) -> f32 {
        mesh.indices
            .chunks(3)
            .map(|t| [0, 1, 2].map(|i| mesh.vertices[t[i] as usize]))
            .filter(|t| t[0].color == color)
            .map(|t| {
                ((t[1].pos - t[0].pos).x * (t[2].pos - t[0].pos).y - (t[1].pos - t[0].pos).y * (t[2].pos - t[0].pos).x).abs()
                    / 2.0
            })
            .sum()
    }

    #[test]
    fn the_area_changes_colour_exactly_at_the_ready_line() {
        let (low, high) = (Color32::RED, Color32::GREEN);
        // From 10 below the line to 10 above it over 20 points: above it lies a triangle of 10 by 10.
        let mesh = curve_area(&[pos2(0.0, 30.0), pos2(20.0, 10.0)], 40.0, 20.0, low, high);
        assert!((area(&mesh, high) - 50.0).abs() < 0.01);
        assert!((area(&mesh, low) - 350.0).abs() < 0.01);
    }

    #[test]
    fn a_curve_that_stays_low_has_no_high_part() {
        let mesh = curve_area(&[pos2(0.0, 30.0), pos2(20.0, 25.0)], 40.0, 20.0, Color32::RED, Color32::GREEN);
        assert!(area(&mesh, Color32::GREEN).abs() < f32::EPSILON);
    }

    #[test]
    fn steps_are_rounded_beside_their_moment_and_nowhere_else() {
        let line =
            [(0.0, 90.0), (100.0, 90.0), (100.0, 60.0), (200.0, 62.0), (200.0, 80.0), (300.0, 84.0)].map(|(x, y)| pos2(x, y));
        let shown = rounded_steps(&line);
        assert!(shown.windows(2).all(|pair| pair[1].x >= pair[0].x - 0.01), "from left to right: {shown:?}");
        let at = |x: f32| height_at(&shown, x);
        // The moments stand where they stood: the gain's at its top, the cost's at its top, too.
        assert!((at(100.0) - 60.0).abs() < 0.1 && (at(200.0) - 62.0).abs() < 0.1);
        assert!((at(60.0) - 90.0).abs() < 0.1 && (at(150.0) - 61.0).abs() < 0.1 && (at(250.0) - 82.0).abs() < 0.1);
        assert!((65.0..85.0).contains(&at(87.0)), "half way up");
        assert!(at(210.0) > 63.0 && at(210.0) < 78.0, "half way down");
    }

    #[test]
    fn a_gain_on_the_day_of_a_cost_stays_within_the_curve() {
        let line =
            [(0.0, 60.0), (100.0, 60.0), (100.0, 90.0), (100.0, 90.0), (100.0, 70.0), (200.0, 70.0)].map(|(x, y)| pos2(x, y));
        let shown = rounded_steps(&line);
        assert!(shown.iter().all(|point| (60.0..=90.0).contains(&point.y)), "{shown:?}");
    }

    #[test]
    fn steps_that_stand_close_share_the_room_between_them() {
        let line = [(0.0, 90.0), (50.0, 90.0), (50.0, 70.0), (58.0, 70.0), (58.0, 50.0), (90.0, 50.0)].map(|(x, y)| pos2(x, y));
        let shown = rounded_steps(&line);
        assert!(shown.windows(2).all(|pair| pair[1].x >= pair[0].x - 0.01 && pair[1].y <= pair[0].y + 0.01), "{shown:?}");
        assert_eq!(rounded_steps(&line[..2]), line[..2]);
        // A cost and a gain on one day, and a line that begins with a step: nothing leaves the heights there are.
        let line = [(50.0, 70.0), (50.0, 80.0), (50.0, 40.0), (50.0, 60.0), (90.0, 61.0)].map(|(x, y)| pos2(x, y));
        let shown = rounded_steps(&line);
        assert!(shown.iter().all(|point| (39.9..=80.1).contains(&point.y)), "{shown:?}");
        assert!(rounded_steps(&[]).is_empty());
    }
}
