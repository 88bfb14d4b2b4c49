//! Pictures made ready for pages: each decoded once, within limits, and encoded anew at the size a page needs.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, RgbaImage};

use super::scene::Ready;
use crate::model::{Picture, PictureId};
use crate::store::picture::{self, Pixels};

/// Longest side of a picture on a page of a deck, in pixels.
pub(super) const PAGE_SIDE: u32 = 960;
/// Longest side of a picture in a web page, in pixels.
pub(super) const WEB_SIDE: u32 = 480;
/// Quality of pictures without transparency, in per cent.
const QUALITY: u8 = 82;

/// The pictures of one artifact, each made ready once. Keeps the names of those that could not be.
#[derive(Debug)]
pub(super) struct Shelf {
    side: u32,
    ready: BTreeMap<PictureId, Option<Arc<Ready>>>,
    broken: Vec<String>,
}

impl Shelf {
    /// Pictures of at most that many pixels on their longer side.
    pub(super) fn new(side: u32) -> Self {
        Self { side, ready: BTreeMap::new(), broken: Vec::new() }
    }

    /// A picture, made ready; `None` when it cannot be shown.
    pub(super) fn get(&mut self, of: &Picture) -> Option<Arc<Ready>> {
        if let Some(known) = self.ready.get(&of.id) {
            return known.clone();
        }
        let made = picture::decode(of, self.side).ok().and_then(|pixels| encode(pixels, of.id)).map(Arc::new);
        if made.is_none() {
            self.broken.push(of.name.clone());
        }
        self.ready.insert(of.id, made.clone());
        made
    }

    /// The names of pictures that could not be shown.
    pub(super) fn broken(&self) -> &[String] {
        &self.broken
    }
}

fn encode(pixels: Pixels, id: PictureId) -> Option<Ready> {
    let (width, height) = (pixels.width, pixels.height);
    let image = DynamicImage::ImageRgba8(RgbaImage::from_raw(width, height, pixels.rgba)?);
    let clear = image.as_rgba8()?.pixels().any(|pixel| pixel.0[3] != 255);
    let mut bytes = Vec::new();
    if clear {
        image.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).ok()?;
    } else {
        image.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY)).ok()?;
    }
    Some(Ready { width, height, bytes: bytes.into(), is_png: clear, id: id.0 })
}
