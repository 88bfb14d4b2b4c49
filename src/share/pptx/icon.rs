//! Icons: free forms like any other, whose outline is written once.
//!
//! A slide editor writes an icon as a picture, an SVG with a PNG beside it for those who know none. Here it stays a form: it takes
//! the colour that somebody gives it, follows the theme, and is as sharp in editors that would show the PNG (LibreOffice before
//! 24.2, Google Slides, Keynote). The price was size: as the font has it, an outline has up to 190 points, and written anew for
//! every place icons were a third of all slides. So curves are joined as far as nobody sees it, and points are counted in a grid
//! of the icon's own, not of its place: then the outline is the same words at every size, which pack to nearly nothing.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use kurbo::simplify::{SimplifyOptions, simplify_bezpath};
use kurbo::{Affine, Shape as _};

use super::super::scene::{Icon, Rect, icon};
use super::shape::free;
use super::xml::Frame;

/// The side of the em square in the grid, in points of which a form counts hundredths: coordinates have three digits.
const GRID: f64 = 8.0;
/// How far the outline may be from that of the font, in parts of the em square: a fiftieth of a point in an icon of 20 points.
const NEAR: f64 = 0.001;

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
    let grid = Affine::scale(GRID) * em;
    let joined = simplify_bezpath(grid.iter(), GRID * NEAR, &SimplifyOptions::default());
    let (_, xml) = free(&joined, true)?;
    Some(Outline { ink, xml: xml.into() })
}
