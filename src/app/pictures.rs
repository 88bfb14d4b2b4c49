//! Pictures on screen: decoded by jobs, kept on a [shelf](Shelf) as textures.

use std::collections::VecDeque;
use std::sync::Arc;

use super::App;
use super::jobs::{Done, Work};
use crate::model::{Picture, PictureId};
use crate::store::picture::{self, Pixels};
use crate::ui::shelf::Shelf;
use crate::words::window as say;

/// Longer side of a picture on the board, in pixels: the largest card at twice the scale.
const SIDE: u32 = 448;
/// Pictures that one job decodes.
const AT_ONCE: usize = 8;

/// Textures of pictures, and which ones are on their way.
#[derive(Default)]
pub(super) struct Pictures {
    pub(super) shelf: Shelf,
    /// What no job has taken up yet.
    wanted: VecDeque<PictureId>,
    /// Whether a job is at it.
    decoding: bool,
}

impl Pictures {
    /// Another plan: its pictures are other ones. What a job is still decoding arrives all the same, and is harmless.
    pub(super) fn forget_all(&mut self) {
        *self = Self { decoding: self.decoding, ..Self::default() };
    }

    /// A job broke: nothing came of it, and it is not tried again.
    pub(super) fn none_arrived(&mut self) {
        self.decoding = false;
    }

    /// A job is done with some pictures. One that cannot be decoded is not asked for again: its card stays without.
    pub(super) fn all_arrived(&mut self, ctx: &egui::Context, decoded: Vec<(PictureId, Option<Pixels>)>) {
        self.decoding = false;
        for (id, pixels) in decoded {
            let Some(pixels) = pixels else { continue };
            let size = [pixels.width as usize, pixels.height as usize];
            let image = egui::ColorImage::from_rgba_unmultiplied(size, &pixels.rgba);
            self.shelf.put(id, crate::ui::kit::texture(ctx, id.to_string(), image));
        }
    }
}

impl App {
    /// A card wants a picture that is not there.
    pub(super) fn need_picture(&mut self, id: PictureId) {
        if self.pictures.shelf.ask(id) {
            self.pictures.wanted.push_back(id);
        }
    }

    /// Decodes what is wanted, a few at a time and one job at once: decoding many at once would take much memory for a moment.
    pub(super) fn decode_wanted(&mut self, ctx: &egui::Context) {
        if self.pictures.decoding {
            return;
        }
        let mut pictures: Vec<Arc<Picture>> = Vec::new();
        while pictures.len() < AT_ONCE
            && let Some(id) = self.pictures.wanted.pop_front()
        {
            match self.plan.doc.campaign().picture(id) {
                Some(picture) => pictures.push(Arc::clone(picture)),
                // It left the plan meanwhile; whoever brings it back can ask again.
                None => self.pictures.shelf.withdraw(id),
            }
        }
        if pictures.is_empty() {
            return;
        }
        self.pictures.decoding = true;
        self.jobs().run(ctx, Work::Pictures, say::decoding_picture(), move || {
            Done::Pictures(pictures.iter().map(|picture| (picture.id, picture::decode(picture, SIDE).ok())).collect())
        });
    }
}
