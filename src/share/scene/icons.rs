//! Icons as shapes: the outlines of the icon font, so that they stay sharp, coloured and editable where the font is not.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use kurbo::{Affine, BezPath, Rect, Shape as _};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

static FILL: &[u8] = include_bytes!("../../../assets/fonts/Phosphor-Fill.ttf");
static REGULAR: &[u8] = include_bytes!("../../../assets/fonts/Phosphor.ttf");

/// An icon, as its sign in the icon font and whether it is the filled one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Icon {
    /// The character that the icon font gives it.
    pub sign: char,
    /// Whether it is taken from the filled font.
    pub filled: bool,
}

/// The outline of an icon, as large as fits into the rectangle; empty for a sign that the font does not have.
#[must_use]
pub fn icon(icon: Icon, into: Rect) -> BezPath {
    // The font's em square, not the ink, fills the rectangle: icons of a row then keep their sizes to each other.
    let side = into.width().min(into.height());
    Affine::translate(into.center().to_vec2()) * Affine::scale(side) * known(icon).as_ref()
}

/// The outline of an icon around the middle of an em square of 1, made once: the same few are on every page.
fn known(icon: Icon) -> Arc<BezPath> {
    static KNOWN: Mutex<BTreeMap<Icon, Arc<BezPath>>> = Mutex::new(BTreeMap::new());
    // What is in there is whole at any time, also when somebody who held it did not come to an end.
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(known.entry(icon).or_insert_with(|| Arc::new(outline(icon))))
}

fn outline(icon: Icon) -> BezPath {
    let Ok(font) = FontRef::new(if icon.filled { FILL } else { REGULAR }) else { return BezPath::new() };
    let Some(glyph) = font.charmap().map(icon.sign) else { return BezPath::new() };
    let mut pen = Pen(BezPath::new());
    let Some(outline) = font.outline_glyphs().get(glyph) else { return pen.0 };
    if outline.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut pen).is_err() {
        return BezPath::new();
    }
    let em = f64::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em.max(1));
    let middle = pen.0.bounding_box().center();
    pen.0.apply_affine(Affine::scale_non_uniform(1.0 / em, -1.0 / em) * Affine::translate(-middle.to_vec2()));
    pen.0
}

struct Pen(BezPath);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to((f64::from(x), f64::from(y)));
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to((f64::from(x), f64::from(y)));
    }
    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.0.quad_to((f64::from(cx0), f64::from(cy0)), (f64::from(x), f64::from(y)));
    }
    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.0.curve_to((f64::from(cx0), f64::from(cy0)), (f64::from(cx1), f64::from(cy1)), (f64::from(x), f64::from(y)));
    }
    fn close(&mut self) {
        self.0.close_path();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_icon_is_a_shape_in_the_middle_of_its_place() {
        let place = Rect::new(10.0, 20.0, 30.0, 40.0);
        let heart = icon(Icon { sign: '\u{e2a8}', filled: true }, place);
        let ink = heart.bounding_box();
        assert!(ink.width() > 10.0 && ink.width() <= 20.0, "{ink:?}");
        assert!((ink.center().x - 20.0).abs() < 0.01 && (ink.center().y - 30.0).abs() < 0.01, "{ink:?}");
        assert!(icon(Icon { sign: 'A', filled: true }, place).elements().len() < 200);
        // It is made once, and put to every place anew.
        let elsewhere = icon(Icon { sign: '\u{e2a8}', filled: true }, Rect::new(0.0, 0.0, 40.0, 40.0)).bounding_box();
        assert!((elsewhere.width() - ink.width() * 2.0).abs() < 0.01, "{elsewhere:?}");
    }
}
