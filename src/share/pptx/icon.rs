//! Icons: free forms like any other, whose outline is written once.
//!
//! A slide editor writes an icon as a picture, an SVG with a PNG beside it for those who know none. Here it stays a form: it takes
//! the colour that somebody gives it, follows the theme, and is as sharp in editors that would show the PNG (`LibreOffice` before
//! 24.2, Google Slides, Keynote). The price is size: an outline has up to 190 points. Counted in a grid of the icon's own, and
//! not of its place, it is the same words at every size: they are written once, copied, and pack to nearly nothing.
//!
//! Joining the curves of the font to fewer, larger ones was tried: a sixth less to write, but some of them went beyond the edge.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use kurbo::{Affine, BezPath, PathEl, Shape as _};

use super::super::scene::{Icon, Rect, icon};
use super::shape::free;
use super::xml::Frame;

/// The side of the em square in the grid, in points of which a form counts hundredths: coordinates have three digits.
const GRID: f64 = 8.0;
/// The outline of an icon.
#[derive(Clone, Debug)]
struct Outline {
    /// Its ink in an em square of 1 around 0.
    ink: Rect,
    xml: Arc<str>,
}

/// Where an icon stands, and its outline there; `None` for a sign that the icon font does not have.
pub(super) fn placed(of: Icon, into: Rect) -> Option<(Frame, Arc<str>)> {
    let Outline { ink, xml } = known(of)?;
    let side = into.width().min(into.height());
    let place = Affine::translate(into.center().to_vec2()) * Affine::scale(side);
    Some((Frame::of(place.transform_rect_bbox(ink)), xml))
}

/// The outline of an icon, made once.
fn known(of: Icon) -> Option<Outline> {
    static KNOWN: Mutex<BTreeMap<Icon, Option<Outline>>> = Mutex::new(BTreeMap::new());
    // What is in there is whole at any time, also when somebody who held it did not come to an end.
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.entry(of).or_insert_with(|| outline(of)).clone()
}

fn outline(of: Icon) -> Option<Outline> {
    let em = icon(of, Rect::new(-0.5, -0.5, 0.5, 0.5));
    let ink = em.bounding_box();
    let (_, xml) = free(&(Affine::scale(GRID) * without_still(&em)), true)?;
    Some(Outline { ink, xml: xml.into() })
}

/// The outline without lines that lead nowhere, of which the font has one at most corners.
fn without_still(path: &BezPath) -> BezPath {
    let mut out = BezPath::new();
    for element in path.iter() {
        let end = out.elements().last().and_then(PathEl::end_point);
        if !matches!(element, PathEl::LineTo(to) if end == Some(to)) {
            out.push(element);
        }
    }
    out
}
