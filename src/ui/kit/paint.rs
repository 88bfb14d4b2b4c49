//! Geometry for painters: cards, rings, dashes, polygons, the area under the curve.

use std::f32::consts::TAU;
use std::sync::Arc;

use egui::{Color32, CornerRadius, Galley, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Theme, Vec2, pos2};

use crate::ui::fonts::Face;
use crate::ui::theme::{self, Lift};

/// Text on one line, not drawn yet.
#[must_use]
pub fn line(painter: &Painter, face: Face, text: &str, color: Color32) -> Arc<Galley> {
    painter.layout_no_wrap(text.to_owned(), face.id(), color)
}

/// Text on one line, cut with an ellipsis where it is wider than `width` points, not drawn yet.
#[must_use]
pub fn line_within(painter: &Painter, face: Face, text: &str, color: Color32, width: f32) -> Arc<Galley> {
    lines_within(painter, face, text, color, width, 1)
}

/// Text on at most `rows` lines of `width` points, then an ellipsis, not drawn yet.
#[must_use]
pub fn lines_within(painter: &Painter, face: Face, text: &str, color: Color32, width: f32, rows: usize) -> Arc<Galley> {
    let mut job = egui::text::LayoutJob::single_section(text.to_owned(), face.format(color));
    job.wrap = egui::text::TextWrapping { max_width: width, max_rows: rows, break_anywhere: rows == 1, ..<_>::default() };
    painter.layout_job(job)
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
}
