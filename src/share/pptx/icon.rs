//! Icons: free forms like any other, whose outline is written once.
//!
//! A slide editor writes an icon as a picture, an SVG with a PNG beside it for those who know none. Here it stays a form: it takes
//! the colour that somebody gives it, follows the theme, and is as sharp in editors that would show the PNG (`LibreOffice` before
//! 24.2, Google Slides, Keynote). The price is size: an outline has up to 190 points, most of which arcs stand for. Counted in a grid
//! of the icon's own, and not of its place, it is the same words at every size: they are written once, and copied.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use kurbo::{Affine, Shape as _};

use super::super::scene::{Icon, Rect, icon};
use super::arc::steps;
use super::shape::outline as written;
use super::xml::Frame;

/// The side of the em square in the grid, in points of which a form counts hundredths: coordinates have three digits.
const GRID: f64 = 8.0;
/// How many units of a form make a point.
const FINE: f64 = 100.0;
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
    if em.elements().is_empty() {
        return None;
    }
    let grid = Affine::scale(GRID) * &em;
    // Arcs are found where a unit is the smallest that a form can say.
    let steps = steps(&(Affine::scale(FINE) * &grid)).into_iter().map(|step| step.scaled(1.0 / FINE));
    Some(Outline { ink: em.bounding_box(), xml: written(grid.bounding_box(), steps, true).into() })
}
