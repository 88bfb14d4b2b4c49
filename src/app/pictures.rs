//! Pictures on screen: decoded by jobs, kept on a [shelf](Shelf) as textures; and the one that is looked at large.

use std::sync::Arc;

use egui::{ColorImage, Context, TextureHandle};

use super::jobs::{Done, Work};
use super::{App, Asked};
use crate::model::{Picture, PictureId};
use crate::store::limits;
use crate::store::picture::{self, Pixels};
use crate::ui::kit;
use crate::ui::picture::Large;
use crate::ui::shelf::Shelf;
use crate::words::window as say;

/// Longer side of a picture on the board, in pixels: the largest card at twice the scale.
const SIDE: u32 = 448;
/// Pictures that one job decodes: few, so that the first of a screen are there soon.
const AT_ONCE: usize = 4;

/// Textures of pictures, and which ones are on their way.
#[derive(Default)]
pub(super) struct Pictures {
    pub(super) shelf: Shelf,
    /// What this frame drew and has not got, in the order in which it was drawn.
    wanted: Vec<PictureId>,
    /// Whether a job is at it.
    decoding: bool,
    large: LargeOne,
}

/// The picture that is looked at large. There is never more than one: it takes as much memory as all small ones on a screen.
#[derive(Default)]
struct LargeOne {
    /// Whose texture this is; none where it cannot be read.
    there: Option<(PictureId, Option<TextureHandle>)>,
    /// The one that a job is at.
    coming: Option<PictureId>,
}

impl Pictures {
    /// Another plan: its pictures are other ones. What a job is still decoding arrives all the same, and is harmless.
    pub(super) fn forget_all(&mut self) {
        let large = LargeOne { coming: self.large.coming, ..LargeOne::default() };
        *self = Self { decoding: self.decoding, large, ..Self::default() };
    }

    /// A job broke: nothing came of it, and it is not tried again.
    pub(super) fn none_arrived(&mut self) {
        self.decoding = false;
        self.shelf.nothing_comes();
    }

    /// A job is done with some pictures. One that cannot be decoded is not asked for again: a mark says so.
    pub(super) fn all_arrived(&mut self, ctx: &Context, decoded: Vec<(PictureId, Option<ColorImage>)>) {
        self.decoding = false;
        for (id, image) in decoded {
            match image {
                Some(image) => self.shelf.put(id, kit::texture(ctx, id.to_string(), image)),
                None => self.shelf.put_broken(id),
            }
        }
    }

    /// The large picture is decoded, or cannot be.
    pub(super) fn large_arrived(&mut self, ctx: &Context, id: PictureId, image: Option<ColorImage>) {
        self.large.coming = None;
        let texture = image.map(|image| kit::texture(ctx, format!("large {id}"), image));
        self.large.there = Some((id, texture));
    }

    /// The job that was to decode the large picture broke.
    pub(super) fn large_broke(&mut self) {
        if let Some(id) = self.large.coming.take() {
            self.large.there = Some((id, None));
        }
    }

    /// How far the large one is.
    pub(super) fn large(&self, id: PictureId) -> Large<'_> {
        match &self.large.there {
            Some((there, Some(texture))) if *there == id => Large::There(texture),
            Some((there, None)) if *there == id => Large::Broken,
            _ => Large::Coming,
        }
    }
}

/// Pixels as they are drawn. A large picture has millions of them, so a job does it.
pub(super) fn colors(pixels: &Pixels) -> ColorImage {
    ColorImage::from_rgba_unmultiplied([pixels.width as usize, pixels.height as usize], &pixels.rgba)
}

/// A picture as it is drawn, at most so large; `None` where it cannot be decoded.
fn decoded(picture: &Picture, side: u32) -> Option<ColorImage> {
    picture::decode(picture, side).ok().as_ref().map(colors)
}

impl App {
    /// A card wants a picture that is not there.
    pub(super) fn need_picture(&mut self, id: PictureId) {
        if self.pictures.shelf.lacks(id) && !self.pictures.wanted.contains(&id) {
            self.pictures.wanted.push(id);
        }
    }

    /// Decodes what this frame wanted, a few at a time and one job at once: decoding many at once would take much memory for a
    /// moment. What is left is wanted again by the next frame, if it is still in sight then.
    pub(super) fn decode_wanted(&mut self, ctx: &Context) {
        let wanted = std::mem::take(&mut self.pictures.wanted);
        let is_large = self.presented().is_some() || self.asked.iter().any(|asked| matches!(asked, Asked::Picture(_)));
        if !is_large {
            self.pictures.large.there = None;
        }
        if self.pictures.decoding {
            return;
        }
        let campaign = self.plan.doc.campaign();
        let there: Vec<Arc<Picture>> = wanted.into_iter().filter_map(|id| campaign.picture(id).cloned()).take(AT_ONCE).collect();
        if there.is_empty() {
            return;
        }
        for picture in &there {
            self.pictures.shelf.expect(picture.id);
        }
        self.pictures.decoding = true;
        self.jobs().run(ctx, Work::Pictures, say::decoding_picture(), move || {
            Done::Pictures(there.iter().map(|picture| (picture.id, decoded(picture, SIDE))).collect())
        });
    }

    /// Has the picture decoded that is looked at, unless it is there or another is still being decoded.
    pub(super) fn want_large(&mut self, ctx: &Context, picture: &Arc<Picture>) {
        let large = &mut self.pictures.large;
        let is_there = large.there.as_ref().is_some_and(|(id, _)| *id == picture.id);
        if is_there || large.coming.is_some() {
            return;
        }
        large.coming = Some(picture.id);
        let picture = Arc::clone(picture);
        self.jobs().run(ctx, Work::LargePicture, say::decoding_picture(), move || {
            Done::LargePicture(picture.id, decoded(&picture, limits::KEPT_PICTURE_SIDE))
        });
    }
}
