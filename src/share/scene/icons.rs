//! Icons as shapes: the outlines of the icon font, so that they stay sharp, coloured and editable where the font is not.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use kurbo::{Affine, BezPath, Point, Rect, Shape as _, Vec2};
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
    Affine::translate(into.center().to_vec2()) * Affine::scale(side) * &known(icon).outline
}

/// The font file of the filled icons, or of the others.
#[must_use]
pub fn icon_font(filled: bool) -> &'static [u8] {
    if filled { FILL } else { REGULAR }
}

/// An icon as a glyph: its number in its font and where that glyph begins, so that it stands where [`icon()`] has its outline when
/// it is set as large as the shorter side of the rectangle. `None` for a sign that the font does not have.
#[must_use]
pub fn icon_glyph(icon: Icon, into: Rect) -> Option<(u32, Point)> {
    let known = known(icon);
    let side = into.width().min(into.height());
    Some((known.glyph?, into.center() - known.middle * side))
}

/// What is known of an icon, in an em square of 1.
#[derive(Debug, Default)]
struct Known {
    /// Its outline, around its middle.
    outline: BezPath,
    /// Its number in the font.
    glyph: Option<u32>,
    /// Where its middle is, from where the glyph begins.
    middle: Vec2,
}

/// What is known of an icon, found once: the same few are on every page.
fn known(icon: Icon) -> Arc<Known> {
    static KNOWN: Mutex<BTreeMap<Icon, Arc<Known>>> = Mutex::new(BTreeMap::new());
    // What is in there is whole at any time, also when somebody who held it did not come to an end.
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(known.entry(icon).or_insert_with(|| Arc::new(found(icon).unwrap_or_default())))
}

fn found(icon: Icon) -> Option<Known> {
    let font = FontRef::new(icon_font(icon.filled)).ok()?;
    let glyph = font.charmap().map(icon.sign)?;
    let mut pen = Pen(BezPath::new());
    let outline = font.outline_glyphs().get(glyph)?;
    outline.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut pen).ok()?;
    let em = f64::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em.max(1));
    // Fonts count upwards.
    pen.0.apply_affine(Affine::scale_non_uniform(1.0 / em, -1.0 / em));
    let middle = pen.0.bounding_box().center().to_vec2();
    pen.0.apply_affine(Affine::translate(-middle));
    Some(Known { outline: pen.0, glyph: Some(glyph.to_u32()), middle })
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

    #[test]
    fn a_glyph_of_an_icon_stands_where_its_outline_does() {
        let (of, place) = (Icon { sign: '\u{e2a8}', filled: false }, Rect::new(10.0, 20.0, 50.0, 40.0));
        let (glyph, at) = icon_glyph(of, place).unwrap();
        let font = FontRef::new(icon_font(false)).unwrap();
        let mut pen = Pen(BezPath::new());
        let settings = DrawSettings::unhinted(Size::new(20.0), LocationRef::default());
        font.outline_glyphs().get(glyph.into()).unwrap().draw(settings, &mut pen).unwrap();
        let set = (Affine::translate(at.to_vec2()) * Affine::FLIP_Y * pen.0).bounding_box();
        let ink = icon(of, place).bounding_box();
        assert!((set.x0 - ink.x0).abs() < 0.01 && (set.y1 - ink.y1).abs() < 0.01, "{set:?} {ink:?}");
        assert_eq!(icon_glyph(Icon { sign: 'A', filled: true }, place), None);
    }
}
