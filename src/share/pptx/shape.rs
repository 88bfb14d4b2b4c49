//! Shapes: rectangles, ellipses, lines and free forms that stay what they are in a slide editor.

use std::fmt::Write as _;
use std::sync::Arc;

use kurbo::{PathEl, Shape as _};

use super::super::scene::{BezPath, Form, Point, Rect, Shape, Stroke};
use super::theme::Theme;
use super::xml::{Frame, emu, hundredths, share};

/// How far a point of a form may be from its corner, in hundredths of a point.
const FAR: i64 = 20_000_000;

/// A shape, ready to be put on a slide.
#[derive(Debug)]
pub(super) struct Drawn {
    /// Where it stands.
    pub(super) frame: Frame,
    /// Whether it is a straight line, which slide editors have as a thing of its own.
    pub(super) is_line: bool,
    /// Its place, its outline, its fill and its line.
    pub(super) properties: String,
}

/// A shape; `None` where nothing of it is to be seen.
pub(super) fn drawn(shape: &Shape, theme: &Theme) -> Option<Drawn> {
    if shape.fill.is_none() && shape.stroke.is_none() {
        return None;
    }
    let (frame, turned, is_line, outline): (Frame, &str, bool, Arc<str>) = match &shape.form {
        Form::Rect(rect, corner) => (Frame::of(*rect), "", false, rounded(*rect, *corner).into()),
        Form::Ellipse(rect) => (Frame::of(*rect), "", false, preset("ellipse").into()),
        Form::Icon(of, into) => {
            let (frame, outline) = super::icon::placed(*of, *into)?;
            (frame, "", false, outline)
        }
        Form::Path(path) => {
            if let Some((from, to)) = straight(path) {
                shape.stroke?;
                let turned = if (to.x >= from.x) == (to.y >= from.y) { "" } else { " flipV=\"1\"" };
                (Frame::of(Rect::from_points(from, to)), turned, true, preset("line").into())
            } else {
                let (frame, outline) = free(path, shape.fill.is_some())?;
                (frame, "", false, outline.into())
            }
        }
    };
    let mut properties = format!("<a:xfrm{turned}>{}</a:xfrm>{outline}", frame.inside());
    if !is_line {
        properties.push_str(&shape.fill.map_or_else(|| "<a:noFill/>".to_owned(), |fill| theme.solid(fill)));
    }
    properties.push_str(&line(shape.stroke, theme));
    Some(Drawn { frame, is_line, properties })
}

/// The outline of a rectangle whose corners have that radius.
pub(super) fn rounded(rect: Rect, corner: f64) -> String {
    let side = rect.width().abs().min(rect.height().abs());
    let part = share(corner, side).clamp(0, 50_000);
    if part == 0 {
        return preset("rect");
    }
    format!("<a:prstGeom prst=\"roundRect\"><a:avLst><a:gd name=\"adj\" fmla=\"val {part}\"/></a:avLst></a:prstGeom>")
}

fn preset(name: &str) -> String {
    format!("<a:prstGeom prst=\"{name}\"><a:avLst/></a:prstGeom>")
}

/// The line around a shape, or along it.
fn line(stroke: Option<Stroke>, theme: &Theme) -> String {
    let Some(stroke) = stroke else { return "<a:ln><a:noFill/></a:ln>".to_owned() };
    let width = emu(stroke.width).clamp(0, 20_116_800);
    let color = theme.solid(stroke.color);
    match stroke.dash {
        // One of the patterns that slide editors have in their menu; lengths there are counted in widths of the line.
        Some((dash, _)) => {
            let widths = hundredths(dash / stroke.width.max(0.01), 0, 100_000);
            let pattern = match widths {
                0..=150 => "sysDot",
                151..=350 => "sysDash",
                351..=600 => "dash",
                _ => "lgDash",
            };
            format!("<a:ln w=\"{width}\" cap=\"flat\">{color}<a:prstDash val=\"{pattern}\"/><a:round/></a:ln>")
        }
        None => format!("<a:ln w=\"{width}\" cap=\"rnd\">{color}<a:round/></a:ln>"),
    }
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
    let frame = Frame::of(bounds);
    // Points of a form are counted in hundredths of a point from its corner: shorter numbers than the unit of slides, of which
    // an icon has hundreds.
    let fine = |length: f64| hundredths(length, -FAR, FAR);
    let mut way = String::with_capacity(elements.len() * 64);
    let mut points = |name: &str, points: &[Point]| {
        if points.is_empty() {
            let _ = write!(way, "<a:{name}/>");
            return;
        }
        let _ = write!(way, "<a:{name}>");
        for point in points {
            let _ = write!(way, "<a:pt x=\"{}\" y=\"{}\"/>", fine(point.x - bounds.x0), fine(point.y - bounds.y0));
        }
        let _ = write!(way, "</a:{name}>");
    };
    for element in elements {
        match element {
            PathEl::MoveTo(to) => points("moveTo", &[*to]),
            PathEl::LineTo(to) => points("lnTo", &[*to]),
            PathEl::QuadTo(a, to) => points("quadBezTo", &[*a, *to]),
            PathEl::CurveTo(a, b, to) => points("cubicBezTo", &[*a, *b, *to]),
            PathEl::ClosePath => points("close", &[]),
        }
    }
    let fill = if is_filled { "" } else { " fill=\"none\"" };
    let outline = format!(
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/>\
         <a:pathLst><a:path w=\"{}\" h=\"{}\"{fill}>{way}</a:path></a:pathLst></a:custGeom>",
        fine(bounds.width()),
        fine(bounds.height())
    );
    Some((frame, outline))
}
