//! The pictures of a deck, each stored once. Their names are known before the first slide is written, so that slides can be
//! written in any order.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::scene::{Image, Item, Ready, Rect, Scene};
use super::shape::{Rounded, rounded};
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
    /// The pictures of these pages.
    pub(super) fn of(scene: &Scene) -> Self {
        let mut media = Self::default();
        for page in &scene.pages {
            media.gather(&page.items);
        }
        media
    }

    fn gather(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Group(group) => self.gather(&group.items),
                Item::Image(image) => {
                    self.numbers.entry(key(&image.picture)).or_insert_with(|| {
                        self.pictures.push(Arc::clone(&image.picture));
                        self.pictures.len()
                    });
                }
                Item::Shape(_) | Item::Text(_) | Item::Table(_) => {}
            }
        }
    }

    /// The file name of a picture of these pages.
    pub(super) fn name(&self, picture: &Ready) -> Option<String> {
        Some(file_name(*self.numbers.get(&key(picture))?, picture))
    }

    /// All of them, with their file names.
    pub(super) fn all(&self) -> impl Iterator<Item = (String, &Ready)> {
        self.pictures.iter().enumerate().map(|(at, picture)| (file_name(at + 1, picture), picture.as_ref()))
    }
}

fn key(picture: &Ready) -> Key {
    (picture.id, picture.width, picture.height, picture.is_png)
}

fn file_name(number: usize, picture: &Ready) -> String {
    format!("image{number}.{}", if picture.is_png { "png" } else { "jpeg" })
}

/// Where a picture stands, what is cut off at each side, and its outline.
pub(super) fn placed(image: &Image) -> (Frame, String, Rounded) {
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
