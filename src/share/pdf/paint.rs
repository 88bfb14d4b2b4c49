//! What is drawn: paths, runs of glyphs and pictures, all known to be good; and the drawing, which decides nothing.

use std::sync::Arc;

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ContentTag, Node, TagGroup, TagKind};
use krilla::text::{Font, KrillaGlyph};
use kurbo::{BezPath, Ellipse, PathEl, Rect, RoundedRect, Shape as _};

use super::super::scene::{Form, Rgb, Shape, icon};
use super::parts::Part;

/// How closely curves are followed, in points.
const TOLERANCE: f64 = 0.02;
/// Farthest from a page's corner that anything is drawn, in points: more than a hundred of the largest pages.
const FARTHEST: f64 = 2_000_000.0;
/// How much thicker the strokes of a font become that has no bold, in parts of the size.
const BOLDER: f32 = 0.028;

/// One thing that is drawn.
pub(super) enum Op {
    /// A path with what fills it and the line along it; at least one of them.
    Path(Path, Option<Fill>, Option<Stroke>),
    /// Glyphs of one font.
    Glyphs(Glyphs),
    /// A picture within a path.
    Picture { picture: Image, at: Transform, size: Size, within: Path },
}

/// Glyphs of one font on one line.
pub(super) struct Glyphs {
    pub(super) start: Point,
    pub(super) signs: Vec<KrillaGlyph>,
    pub(super) font: Font,
    pub(super) text: Arc<str>,
    pub(super) size: f32,
    pub(super) color: Rgb,
    pub(super) bolder: bool,
}

/// A number as the file holds it; `None` for what is no number or is nowhere near a page.
pub(super) fn number(value: f64) -> Option<f32> {
    (value.is_finite() && value.abs() <= FARTHEST).then_some(value as f32)
}

/// A point, where both of its numbers are some.
pub(super) fn point(x: f64, y: f64) -> Option<Point> {
    Some(Point::from_xy(number(x)?, number(y)?))
}

/// A rectangle with its corners in order, where all of its numbers are some.
pub(super) fn rect(rect: Rect) -> Option<krilla::geom::Rect> {
    let rect = rect.abs();
    krilla::geom::Rect::from_ltrb(number(rect.x0)?, number(rect.y0)?, number(rect.x1)?, number(rect.y1)?)
}

/// What fills with a colour.
pub(super) fn fill(color: Rgb) -> Fill {
    Fill { paint: rgb::Color::new(color.0, color.1, color.2).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn stroke(color: Rgb, width: f32) -> Stroke {
    Stroke { paint: rgb::Color::new(color.0, color.1, color.2).into(), width, ..Stroke::default() }
}

/// A shape, unless there is nothing to see of it.
pub(super) fn shape(shape: &Shape) -> Option<Op> {
    let fill = shape.fill.map(fill);
    let stroke = shape.stroke.and_then(|line| {
        let width = number(line.width).filter(|width| *width > 0.0)?;
        let dash = line.dash.and_then(|(dash, gap)| {
            let array = vec![number(dash)?.max(0.0), number(gap)?.max(0.0)];
            (array.iter().sum::<f32>() > 0.0).then_some(StrokeDash { array, offset: 0.0 })
        });
        Some(Stroke { dash, ..stroke(line.color, width) })
    });
    (fill.is_some() || stroke.is_some()).then_some(Op::Path(outline(&shape.form)?, fill, stroke))
}

/// The path around a form; `None` where it is nowhere.
pub(super) fn outline(form: &Form) -> Option<Path> {
    let built = match form {
        Form::Rect(rect, corner) if *corner <= 0.0 => {
            let mut path = PathBuilder::new();
            path.push_rect(self::rect(*rect)?);
            return path.finish();
        }
        Form::Rect(rect, corner) => {
            // A path of nothing but not-a-number would be walked for ever.
            self::rect(*rect)?;
            RoundedRect::from_rect(rect.abs(), f64::from(number(*corner)?)).to_path(TOLERANCE)
        }
        Form::Ellipse(rect) => {
            self::rect(*rect)?;
            Ellipse::from_rect(*rect).to_path(TOLERANCE)
        }
        Form::Icon(of, into) => icon(*of, *into),
        Form::Path(path) => return finish(path),
    };
    finish(&built)
}

/// A number of a path as the file holds it. A hundredth of a point is finer than anything that prints, and takes half the room.
fn length(value: f64) -> Option<f32> {
    number((value * 100.0).round() / 100.0)
}

fn finish(path: &BezPath) -> Option<Path> {
    let mut to = PathBuilder::new();
    for element in path.elements() {
        match *element {
            PathEl::MoveTo(p) => to.move_to(length(p.x)?, length(p.y)?),
            PathEl::LineTo(p) => to.line_to(length(p.x)?, length(p.y)?),
            PathEl::QuadTo(a, p) => to.quad_to(length(a.x)?, length(a.y)?, length(p.x)?, length(p.y)?),
            PathEl::CurveTo(a, b, p) => {
                to.cubic_to(length(a.x)?, length(a.y)?, length(b.x)?, length(b.y)?, length(p.x)?, length(p.y)?);
            }
            PathEl::ClosePath => to.close(),
        }
    }
    to.finish()
}

/// Draws parts and adds what they are to `nodes`.
pub(super) fn draw(parts: Vec<Part>, surface: &mut Surface<'_>, nodes: &mut Vec<Node>) {
    for part in parts {
        match part {
            Part::Decoration(kind, place, ops) => {
                surface.start_tagged(ContentTag::Artifact(Artifact::new(kind, Some(place))));
                paint_all(ops, surface);
                surface.end_tagged();
            }
            Part::Content(ops) => {
                let id = surface.start_tagged(ContentTag::Other);
                paint_all(ops, surface);
                surface.end_tagged();
                nodes.push(id.into());
            }
            Part::Group(tag, inner) => {
                let mut children = Vec::new();
                draw(inner, surface, &mut children);
                // An empty cell keeps the others of its row in their columns; anything else that is empty is nothing.
                if !children.is_empty() || matches!(tag, TagKind::TD(_) | TagKind::TH(_)) {
                    nodes.push(TagGroup::with_children(tag, children).into());
                }
            }
            Part::Placed(id) => nodes.push(id.into()),
            // Places have been put on the page before it is drawn.
            Part::Link(_) => {}
        }
    }
}

fn paint_all(ops: Vec<Op>, surface: &mut Surface<'_>) {
    for op in ops {
        paint(op, surface);
    }
}

fn paint(op: Op, surface: &mut Surface<'_>) {
    match op {
        Op::Path(path, fill, stroke) => {
            surface.set_fill(fill);
            surface.set_stroke(stroke);
            surface.draw_path(&path);
        }
        Op::Glyphs(run) => {
            surface.set_fill(Some(fill(run.color)));
            surface.set_stroke(run.bolder.then(|| stroke(run.color, run.size * BOLDER)));
            surface.draw_glyphs(run.start, &run.signs, run.font, &run.text, run.size, false);
        }
        Op::Picture { picture, at, size, within } => {
            surface.push_clip_path(&within, &FillRule::NonZero);
            surface.push_transform(&at);
            surface.draw_image(picture, size);
            surface.pop();
            surface.pop();
        }
    }
}
