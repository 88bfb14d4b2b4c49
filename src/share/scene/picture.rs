//! Pictures in a scene: known to be good, of a size that the page needs, and cropped by the frame they stand in.

use std::sync::Arc;

use kurbo::Rect;

/// A picture at a place. It covers the frame: what is too much of it is cut off, evenly on both sides.
#[derive(Clone, Debug)]
pub struct Image {
    /// Where it stands.
    pub frame: Rect,
    /// The radius of its corners.
    pub corner: f64,
    /// What it is.
    pub picture: Arc<Ready>,
    /// What it shows, for those who do not see it; empty for decoration.
    pub alt: String,
    /// Whether it is shown whole inside the frame instead of covering it; for logos.
    pub whole: bool,
}

/// A picture made ready for pages: decoded once within limits, upright, scaled, and encoded anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The encoded picture: baseline JPEG without transparency, else PNG.
    pub bytes: Arc<[u8]>,
    /// Whether the bytes are a PNG.
    pub is_png: bool,
    /// The digest of the picture of the plan it was made from, by which the same picture is stored once.
    pub id: [u8; 32],
}

impl Image {
    /// The rectangle that the whole picture takes so that it covers the frame (or stands whole inside it), around its middle.
    #[must_use]
    pub fn placed(&self) -> Rect {
        let (w, h) = (f64::from(self.picture.width.max(1)), f64::from(self.picture.height.max(1)));
        let (x, y) = (self.frame.width() / w, self.frame.height() / h);
        let scale = if self.whole { x.min(y) } else { x.max(y) };
        Rect::from_center_size(self.frame.center(), (w * scale, h * scale))
    }
}
