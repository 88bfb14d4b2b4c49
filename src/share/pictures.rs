//! Pictures made ready for pages: each decoded once, within limits, and encoded anew at the size a page needs.
//!
//! Making one ready takes longer than a page of text, and a preview asks for the same ones with every choice that changes. So
//! they are made on two processors, and the last ones are kept as long as the program runs. What is kept is known by what it was
//! made from, so that nothing but time depends on it.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher as _};
use std::io::Cursor;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, RgbaImage};

use super::scene::Ready;
use crate::model::{Picture, PictureId};
use crate::store::picture::{self, Pixels};
use crate::words::language;

/// Longest side of a picture on a page of a deck, in pixels.
pub(super) const PAGE_SIDE: u32 = 960;
/// Longest side of a picture in a web page, in pixels.
pub(super) const WEB_SIDE: u32 = 480;
/// Quality of pictures without transparency, in per cent.
const QUALITY: u8 = 82;

/// Most bytes of pictures that are kept.
const KEPT_BYTES: usize = 48 << 20;
/// Most pictures that are kept.
const KEPT: usize = 1_000;
/// How many are decoded at once. A large one takes a quarter of a gigabyte while it is.
const AT_ONCE: usize = 2;

/// What was made ready for one artifact, by whoever builds a part of it. It lives as long as the artifact is built: what is kept
/// beyond that is bounded and may be gone by then, and every part would make the same pictures again, each its own copies.
type Made = Mutex<BTreeMap<PictureId, Option<Arc<Ready>>>>;

/// The pictures of one artifact, each made ready once. Keeps the names of those that could not be.
#[derive(Debug)]
pub(super) struct Shelf {
    side: u32,
    made: Arc<Made>,
    broken: Vec<String>,
}

impl Shelf {
    /// Pictures of at most that many pixels on their longer side.
    pub(super) fn new(side: u32) -> Self {
        Self { side, made: Arc::default(), broken: Vec::new() }
    }

    /// The same pictures for another part of the same artifact.
    pub(super) fn beside(&self) -> Self {
        Self { side: self.side, made: Arc::clone(&self.made), broken: Vec::new() }
    }

    /// A picture, made ready; `None` when it cannot be shown.
    pub(super) fn get(&mut self, of: &Picture) -> Option<Arc<Ready>> {
        let ready = self.ready(of);
        if ready.is_none() && !self.broken.contains(&of.name) {
            self.broken.push(of.name.clone());
        }
        ready
    }

    fn ready(&self, of: &Picture) -> Option<Arc<Ready>> {
        let made_here = || self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let known = made_here().get(&of.id).cloned();
        // It is made while nobody waits for the lock. Where two make the same one, both get the one that was ready first.
        known.unwrap_or_else(|| {
            let ready = made(of, self.side);
            made_here().entry(of.id).or_insert(ready).clone()
        })
    }

    /// Makes pictures ready that will be asked for soon. Stops between two of them when `goes_on` says no.
    pub(super) fn prepare<'a>(&self, pictures: impl Iterator<Item = &'a Picture>, goes_on: &(dyn Fn() -> bool + Sync)) {
        let all: BTreeMap<PictureId, &Picture> = pictures.map(|picture| (picture.id, picture)).collect();
        let all: Vec<&Picture> = all.into_values().collect();
        let next = AtomicUsize::new(0);
        let work = || {
            while let Some(picture) = all.get(next.fetch_add(1, Ordering::Relaxed)).filter(|_| goes_on()) {
                self.ready(picture);
            }
        };
        thread::scope(|scope| {
            for _ in 1..AT_ONCE.min(all.len()) {
                // Where no thread is to be had, this one does it all.
                drop(thread::Builder::new().spawn_scoped(scope, language::carried(work)));
            }
            work();
        });
    }

    /// Takes over what another part could not show.
    pub(super) fn join(&mut self, other: Self) {
        for name in other.broken {
            if !self.broken.contains(&name) {
                self.broken.push(name);
            }
        }
    }

    /// The names of pictures that could not be shown.
    pub(super) fn broken(&self) -> &[String] {
        &self.broken
    }
}

/// What a picture was made from, and how large.
type Key = (PictureId, u64, u32);

/// The last pictures that were made ready.
#[derive(Default)]
struct Kept {
    bytes: usize,
    made: BTreeMap<Key, Option<Arc<Ready>>>,
}

static KEEP: Mutex<Kept> = Mutex::new(Kept { bytes: 0, made: BTreeMap::new() });

fn made(of: &Picture, side: u32) -> Option<Arc<Ready>> {
    let mut digest = DefaultHasher::new();
    digest.write(&of.bytes);
    let key = (of.id, digest.finish(), side);
    let keep = || KEEP.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = keep().made.get(&key) {
        return known.clone();
    }
    let made = picture::decode(of, side).ok().and_then(|pixels| as_it_is(of, side, &pixels).or_else(|| encode(pixels, of.id)));
    let made = made.map(Arc::new);
    let weight = made.as_ref().map_or(0, |made| made.bytes.len());
    let mut kept = keep();
    if kept.bytes + weight > KEPT_BYTES || kept.made.len() >= KEPT {
        *kept = Kept::default();
    }
    if kept.made.insert(key, made.clone()).is_none() {
        kept.bytes += weight;
    }
    made
}

/// A picture that a page can take as it is. It has been decoded all the same, to know that it is sound; to encode it anew takes
/// longer than that, and would make it worse.
fn as_it_is(of: &Picture, side: u32, decoded: &Pixels) -> Option<Ready> {
    let bytes = picture::as_it_is(of, side)?.into_owned().into();
    Some(Ready { width: decoded.width, height: decoded.height, bytes, is_png: false, id: of.id.0 })
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What is kept for the next artifact is bounded, so a deck with many pictures loses it while it is built.
    #[test]
    fn every_part_of_an_artifact_shows_the_same_copy_whatever_was_thrown_away_meanwhile() {
        let turned =
            picture::from_bytes("turned.jpg", include_bytes!("../../tests/fixtures/pictures/turned.jpg")).expect("sound");
        let mut first = Shelf::new(PAGE_SIDE);
        let mut second = first.beside();
        let shown = first.get(&turned).expect("it can be shown");
        *KEEP.lock().expect("nothing broke") = Kept::default();
        assert!(Arc::ptr_eq(&shown, &second.get(&turned).expect("it can be shown")));
    }

    #[test]
    fn a_picture_that_cannot_be_shown_is_named_once() {
        let broken = Picture {
            id: PictureId([7; 32]),
            name: "broken.png".to_owned(),
            width: 4,
            height: 4,
            bytes: vec![1, 2, 3].into(),
            unknown: crate::model::Unknown::default(),
        };
        let mut whole = Shelf::new(PAGE_SIDE);
        let mut part = whole.beside();
        for shelf in [&mut whole, &mut part] {
            assert!(shelf.get(&broken).is_none() && shelf.get(&broken).is_none());
        }
        whole.join(part);
        assert_eq!(whole.broken(), ["broken.png"]);
    }
}
