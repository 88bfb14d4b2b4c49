//! The pictures of a deck, each stored once.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::scene::{Image, Ready, Rect};
use super::shape::rounded;
use super::xml::{Frame, share};

/// What tells pictures apart: what they were made from, and how large they were made.
type Key = ([u8; 32], u32, u32, bool);

/// The pictures of a deck, in the order in which they are first seen.
#[derive(Debug, Default)]
pub(super) struct Media {
    numbers: BTreeMap<Key, usize>,
    pictures: Vec<Arc<Ready>>,
}

impl Media {
    /// The file name of a picture.
    pub(super) fn name(&mut self, picture: &Arc<Ready>) -> String {
        let key = (picture.id, picture.width, picture.height, picture.is_png);
        let number = *self.numbers.entry(key).or_insert_with(|| {
            self.pictures.push(Arc::clone(picture));
            self.pictures.len()
        });
        file_name(number, picture)
    }

    /// All of them, with their file names.
    pub(super) fn all(&self) -> impl Iterator<Item = (String, &Ready)> {
        self.pictures.iter().enumerate().map(|(at, picture)| (file_name(at + 1, picture), picture.as_ref()))
    }
}

fn file_name(number: usize, picture: &Ready) -> String {
    format!("image{number}.{}", if picture.is_png { "png" } else { "jpeg" })
}

/// Where a picture stands, what is cut off at each side, and its outline.
pub(super) fn placed(image: &Image) -> (Frame, String, String) {
    let placed = image.placed();
    let shown: Rect = if image.whole { placed } else { image.frame };
    let (w, h) = (placed.width(), placed.height());
    let cut = [
        share(shown.x0 - placed.x0, w),
        share(shown.y0 - placed.y0, h),
        share(placed.x1 - shown.x1, w),
        share(placed.y1 - shown.y1, h),
    ]
    // Never so much from both sides that nothing is left.
    .map(|part| part.clamp(0, 49_999));
    let [left, top, right, bottom] = cut;
    let crop =
        if cut == [0; 4] { String::new() } else { format!("<a:srcRect l=\"{left}\" t=\"{top}\" r=\"{right}\" b=\"{bottom}\"/>") };
    (Frame::of(shown), crop, rounded(shown, image.corner))
}
