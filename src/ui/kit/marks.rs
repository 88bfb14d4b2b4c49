//! Marks that carry meaning: kinds, asks, severities, status, people. All take a painter and a place.

use std::f32::consts::PI;

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2, vec2};

use crate::analysis::curve::Band;
use crate::model::{Kind, Status, initials};
use crate::ui::fonts::{self, Face, IconFace, Weight};
use crate::ui::icons::{self, Icon};
use crate::ui::theme::{self, KindShape, Tokens, Tone, kind_shape};

use super::paint;

/// The shape of a kind with nothing in it, `size` points from side to side.
fn outline(shape: KindShape, center: Pos2, size: f32, color: Color32) -> Shape {
    let half = size / 2.0;
    match shape {
        KindShape::Circle => Shape::circle_filled(center, half, color),
        KindShape::Hexagon => paint::hexagon(center, half * 1.06, color, Stroke::NONE),
        KindShape::Square => Shape::rect_filled(Rect::from_center_size(center, Vec2::splat(size * 0.94)), size * 0.24, color),
        KindShape::Diamond => paint::diamond(center, half * 1.16, color, Stroke::NONE),
        KindShape::Ring => Shape::circle_stroke(center, half - 0.75, Stroke::new(1.5, color)),
    }
}

/// The shape of a kind with its icon, `size` points from side to side (18 on cards, 22 in lists).
pub fn kind(painter: &Painter, center: Pos2, size: f32, kind: Kind, t: &Tokens) {
    let shape = kind_shape(kind);
    let color = t.kind(kind);
    painter.add(outline(shape, center, size, color));
    let (inside, part) = match shape {
        KindShape::Ring => (color, 0.56),
        KindShape::Diamond => (t.on_solid, 0.52),
        _ => (t.on_solid, 0.6),
    };
    icons::kind(kind).paint(painter, center, size * part, inside);
}

/// The marker of a value moment on the curve: its shape, 10 points wide, with a halo in `ground` painted first.
pub fn marker(painter: &Painter, center: Pos2, kind: Kind, ground: Color32, t: &Tokens) {
    let shape = kind_shape(kind);
    if shape == KindShape::Ring {
        painter.circle_filled(center, 6.5, ground);
        painter.circle_filled(center, 4.25, ground);
    } else {
        painter.add(outline(shape, center, 13.0, ground));
    }
    painter.add(outline(shape, center, 10.0, t.kind(kind)));
}

/// What the findings say about an ask, as its marker shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// An open finding: the severity's fill and an exclamation mark.
    Open(Tone),
    /// Somebody took the risk on: slate, check, a second outline.
    Accepted,
    /// No finding, and the curve is at or above the ready line: check.
    Ready,
    /// No finding, below the ready line: a hollow diamond.
    Early,
}

impl Ask {
    /// What its diamond is filled with; a hollow one has no fill.
    #[must_use]
    pub fn fill(self, t: &Tokens) -> Option<Color32> {
        match self {
            Self::Open(tone) => Some(t.tone(tone).fill),
            Self::Accepted => Some(t.s_acc_fill),
            Self::Ready => Some(t.s_ok_fill),
            Self::Early => None,
        }
    }
}

/// The marker of an ask on the curve: a diamond of 15 points with a glyph, with a halo in `ground` painted first.
pub fn ask_marker(painter: &Painter, center: Pos2, ask: Ask, ground: Color32, t: &Tokens) {
    /// From the middle to a corner.
    const RADIUS: f32 = 8.5;
    /// From the middle to a corner of the second outline.
    const OUTER: f32 = 11.4;
    let halo = if ask == Ask::Accepted { OUTER + 2.5 } else { RADIUS + 2.0 };
    painter.add(paint::diamond(center, halo, ground, Stroke::NONE));
    let Some(fill) = ask.fill(t) else {
        painter.add(paint::diamond(center, RADIUS - 1.0, ground, Stroke::new(1.75, t.k_pro)));
        return;
    };
    if ask == Ask::Accepted {
        painter.add(paint::diamond(center, OUTER, Color32::TRANSPARENT, Stroke::new(1.25, fill)));
    }
    painter.add(paint::diamond(center, RADIUS, fill, Stroke::NONE));
    // Two strokes instead of a glyph: at this size a font's mark would be a smudge.
    let stroke = Stroke::new(1.75, t.on_fill);
    if matches!(ask, Ask::Open(_)) {
        painter.line_segment([center - vec2(0.0, 4.0), center + vec2(0.0, 0.75)], stroke);
        painter.circle_filled(center + vec2(0.0, 3.5), 1.0, t.on_fill);
    } else {
        check(painter, center, 7.0, stroke);
    }
}

/// A check mark, `size` points wide.
pub fn check(painter: &Painter, center: Pos2, size: f32, stroke: Stroke) {
    let at = |x: f32, y: f32| center + size * vec2(x, y);
    painter.add(Shape::line(vec![at(-0.5, 0.02), at(-0.14, 0.36), at(0.5, -0.34)], stroke));
}

/// The badge of a tone (16 points on cards).
pub fn tone(painter: &Painter, center: Pos2, size: f32, tone: Tone, t: &Tokens) {
    icons::tone(tone).paint(painter, center, size, t.tone(tone).fill);
}

/// The glyph of a status (12 points on cards). Only "published" has a colour of its own.
pub fn status(painter: &Painter, center: Pos2, size: f32, status: Status, t: &Tokens) {
    let color = t.text_2;
    let line = (size / 12.0 * 1.4).max(1.2);
    let radius = size / 2.0 - line / 2.0 - 0.25;
    let ring = Stroke::new(line, color);
    match status {
        Status::Idea => icon(painter, icons::CIRCLE_DASHED.with(IconFace::Bold), center, size + 1.5, color),
        Status::Draft => {
            painter.circle_stroke(center, radius, ring);
        }
        Status::InReview => {
            painter.circle_stroke(center, radius, ring);
            painter.add(right_half(center, radius - line / 2.0 + 0.25, color));
        }
        Status::Approved => {
            painter.circle_stroke(center, radius, ring);
            painter.circle_filled(center, radius * 0.5, color);
        }
        Status::Scheduled => icon(painter, icons::CLOCK.with(IconFace::Fill), center, size + 1.5, color),
        Status::Published => icon(painter, icons::OK, center, size + 1.5, t.s_ok_fill),
    }
}

/// The right half of a disc.
fn right_half(center: Pos2, radius: f32, color: Color32) -> Shape {
    let points = (0..=12_u8).map(|step| center + radius * Vec2::angled(PI * (f32::from(step) / 12.0 - 0.5))).collect();
    Shape::convex_polygon(points, color, Stroke::NONE)
}

fn icon(painter: &Painter, icon: Icon, center: Pos2, size: f32, color: Color32) {
    icon.paint(painter, center, size, color);
}

/// The mark of the program in a square: a curve that rises.
pub fn logo(painter: &Painter, rect: Rect, t: &Tokens) {
    let scale = rect.width() / 22.0;
    painter.rect_filled(rect, CornerRadius::same((f32::from(theme::R2) * scale) as u8), t.accent);
    let at = |x: f32, y: f32| rect.min + scale * vec2(x, y);
    let curve = vec![at(5.0, 16.0), at(8.5, 15.5), at(11.0, 13.0), at(13.5, 8.5), at(17.0, 6.5)];
    painter.add(Shape::line(curve, Stroke::new(2.0 * scale, t.on_accent)));
}

/// Somebody's initials on the colour of their place among the creators.
pub fn avatar(painter: &Painter, center: Pos2, size: f32, place: usize, name: &str) {
    painter.circle_filled(center, size / 2.0, theme::avatar(place));
    // Initials repeat what stands beside them in words, so they may be smaller than other text.
    let face = Face { size: (size * 0.38).max(7.0), line: size, weight: Weight::Semibold };
    let galley = paint::line(painter, face, &initials(name), theme::ON_AVATAR);
    painter.galley(center - galley.size() / 2.0, galley, theme::ON_AVATAR);
}

/// The dot of multi-selection at the corner of a card: 18 points, a check inside.
pub fn selected_dot(painter: &Painter, center: Pos2, t: &Tokens) {
    painter.circle_filled(center, 9.0, t.accent);
    check(painter, center, 8.0, Stroke::new(1.5, t.on_accent));
}

/// The band of a relationship as a pill that begins at `left`: pips, word and colour. Returns its right end.
#[expect(clippy::must_use_candidate, reason = "drawing is the point; only what stands in a line asks where it ends")]
pub fn band(painter: &Painter, left: Pos2, band: Band, name: &str, t: &Tokens) -> f32 {
    /// From pip to pip.
    const STEP: f32 = 6.0;
    let (color, tint) = t.band(band);
    let galley = paint::line(painter, fonts::META_M, name, color);
    let size = vec2(galley.size().x + 17.0 + 4.0 * STEP, 18.0);
    let rect = Rect::from_min_size(pos2(left.x, left.y - size.y / 2.0), size);
    painter.rect_filled(rect, CornerRadius::same(9), tint);
    for pip in 0..4_u8 {
        let center = pos2(rect.left() + 8.5 + STEP * f32::from(pip), rect.center().y);
        if pip < theme::pips(band) {
            painter.circle_filled(center, 2.25, color);
        } else {
            painter.circle_stroke(center, 1.9, Stroke::new(0.9, color));
        }
    }
    painter.galley(pos2(rect.left() + 9.0 + 4.0 * STEP, rect.center().y - galley.size().y / 2.0), galley, color);
    rect.right()
}
