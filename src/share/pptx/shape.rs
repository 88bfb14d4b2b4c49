//! Shapes: rectangles, ellipses, lines and free forms that stay what they are in a slide editor.

use std::sync::Arc;

use kurbo::{PathEl, Shape as _};

use super::super::scene::{BezPath, Form, Point, Rect, Shape, Stroke};
use super::arc::Step;
use super::theme::Theme;
use super::xml::{Frame, Put, angle, emu, hundredths, put, share};

/// How far a point of a form may be from its corner, in hundredths of a point.
const FAR: i64 = 20_000_000;

/// A shape, ready to be put on a slide.
#[derive(Debug)]
pub(super) struct Drawn<'a> {
    /// Where it stands.
    pub(super) frame: Frame,
    /// Whether it is a straight line, which slide editors have as a thing of its own.
    pub(super) is_line: bool,
    shape: &'a Shape,
    theme: &'a Theme,
    turned: &'static str,
    outline: Outline,
}

/// How a shape is called in the list of forms, or how it goes.
#[derive(Debug)]
enum Outline {
    Known(&'static str),
    Rounded(Rounded),
    Free(Arc<str>),
}

/// A shape; `None` where nothing of it is to be seen.
pub(super) fn drawn<'a>(shape: &'a Shape, theme: &'a Theme) -> Option<Drawn<'a>> {
    if shape.fill.is_none() && shape.stroke.is_none() {
        return None;
    }
    let (frame, turned, is_line, outline) = match &shape.form {
        Form::Rect(rect, corner) => (Frame::of(*rect), "", false, Outline::Rounded(rounded(*rect, *corner))),
        Form::Ellipse(rect) => (Frame::of(*rect), "", false, Outline::Known("ellipse")),
        Form::Icon(of, into) => {
            let (frame, outline) = super::icon::placed(*of, *into)?;
            (frame, "", false, Outline::Free(outline))
        }
        Form::Path(path) => {
            if let Some((from, to)) = straight(path) {
                shape.stroke?;
                let turned = if (to.x >= from.x) == (to.y >= from.y) { "" } else { " flipV=\"1\"" };
                (Frame::of(Rect::from_points(from, to)), turned, true, Outline::Known("line"))
            } else {
                let (frame, outline) = free(path, shape.fill.is_some())?;
                (frame, "", false, Outline::Free(outline.into()))
            }
        }
    };
    Some(Drawn { frame, is_line, shape, theme, turned, outline })
}

impl Put for Drawn<'_> {
    /// Its place, its outline, its fill and its line.
    fn put(&self, out: &mut String) {
        put!(out, "<a:xfrm", self.turned, ">", self.frame, "</a:xfrm>");
        match &self.outline {
            Outline::Known(name) => put!(out, "<a:prstGeom prst=\"", *name, "\"><a:avLst/></a:prstGeom>"),
            Outline::Rounded(rounded) => rounded.put(out),
            Outline::Free(way) => out.push_str(way),
        }
        match self.shape.fill {
            _ if self.is_line => {}
            Some(fill) => self.theme.solid(fill).put(out),
            None => out.push_str("<a:noFill/>"),
        }
        line(out, self.shape.stroke, self.theme);
    }
}

/// The outline of a rectangle whose corners are round to some part of its shorter side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rounded(i64);

/// The outline of a rectangle whose corners have that radius.
pub(super) fn rounded(rect: Rect, corner: f64) -> Rounded {
    let side = rect.width().abs().min(rect.height().abs());
    Rounded(share(corner, side).clamp(0, 50_000))
}

impl Put for Rounded {
    fn put(&self, out: &mut String) {
        match self.0 {
            0 => out.push_str("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"),
            part => put!(
                out,
                "<a:prstGeom prst=\"roundRect\"><a:avLst><a:gd name=\"adj\" fmla=\"val ",
                part,
                "\"/></a:avLst></a:prstGeom>"
            ),
        }
    }
}

/// The line around a shape, or along it.
fn line(out: &mut String, stroke: Option<Stroke>, theme: &Theme) {
    let Some(stroke) = stroke else { return out.push_str("<a:ln><a:noFill/></a:ln>") };
    let width = emu(stroke.width).clamp(0, 20_116_800);
    let cap = if stroke.dash.is_some() { "flat" } else { "rnd" };
    put!(out, "<a:ln w=\"", width, "\" cap=\"", cap, "\">", theme.solid(stroke.color));
    // One of the patterns that slide editors have in their menu; lengths there are counted in widths of the line.
    if let Some((dash, _)) = stroke.dash {
        let widths = hundredths(dash / stroke.width.max(0.01), 0, 100_000);
        let pattern = match widths {
            0..=150 => "sysDot",
            151..=350 => "sysDash",
            351..=600 => "dash",
            _ => "lgDash",
        };
        put!(out, "<a:prstDash val=\"", pattern, "\"/>");
    }
    out.push_str("<a:round/></a:ln>");
}

/// The ends of a path that is one straight line.
fn straight(path: &BezPath) -> Option<(Point, Point)> {
    match path.elements() {
        [PathEl::MoveTo(from), PathEl::LineTo(to)] => Some((*from, *to)),
        _ => None,
    }
}

/// A free form: its frame, and its outline in it.
pub(super) fn free(path: &BezPath, is_filled: bool) -> Option<(Frame, String)> {
    let elements = path.elements();
    // Without a place to begin and a way to go there is nothing to draw.
    if elements.len() < 2 || !matches!(elements.first(), Some(PathEl::MoveTo(_))) {
        return None;
    }
    let bounds = path.bounding_box();
    Some((Frame::of(bounds), outline(bounds, elements.iter().copied().map(Step::Plain), is_filled)))
}

/// The outline that these steps go, in its bounds.
pub(super) fn outline(bounds: Rect, steps: impl Iterator<Item = Step>, is_filled: bool) -> String {
    // Points of a form are counted in hundredths of a point from its corner: shorter numbers than the unit of slides, of which
    // an icon has hundreds.
    let fine = |length: f64| hundredths(length, -FAR, FAR);
    let mut way = String::with_capacity(steps.size_hint().0 * 64);
    let points = |way: &mut String, name: &str, points: &[Point]| {
        put!(way, "<a:", name, ">");
        for point in points {
            put!(way, "<a:pt x=\"", fine(point.x - bounds.x0), "\" y=\"", fine(point.y - bounds.y0), "\"/>");
        }
        put!(way, "</a:", name, ">");
    };
    for step in steps {
        match step {
            Step::Plain(PathEl::MoveTo(to)) => points(&mut way, "moveTo", &[to]),
            Step::Plain(PathEl::LineTo(to)) => points(&mut way, "lnTo", &[to]),
            Step::Plain(PathEl::QuadTo(a, to)) => points(&mut way, "quadBezTo", &[a, to]),
            Step::Plain(PathEl::CurveTo(a, b, to)) => points(&mut way, "cubicBezTo", &[a, b, to]),
            Step::Plain(PathEl::ClosePath) => way.push_str("<a:close/>"),
            Step::Arc(arc) => {
                let (radius, [start, sweep]) = (fine(arc.radius), [arc.start, arc.sweep].map(angle));
                put!(&mut way, "<a:arcTo wR=\"", radius, "\" hR=\"", radius, "\" stAng=\"", start);
                put!(&mut way, "\" swAng=\"", sweep, "\"/>");
            }
        }
    }
    let fill = if is_filled { "" } else { " fill=\"none\"" };
    format!(
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/>\
         <a:pathLst><a:path w=\"{}\" h=\"{}\"{fill}>{way}</a:path></a:pathLst></a:custGeom>",
        fine(bounds.width()),
        fine(bounds.height())
    )
}
