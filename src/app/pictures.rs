//! Pictures on screen: decoded by jobs, kept as textures within a budget.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

use super::App;
use super::jobs::{Done, Work};
use crate::model::{Picture, PictureId};
use crate::store::picture::{self, Pixels};
use crate::words::window as say;

/// Longer side of a picture on the board, in pixels: the largest card at twice the scale.
const SIDE: u32 = 448;
/// Pictures that one job decodes.
const AT_ONCE: usize = 8;
/// Bytes of all textures together.
const BUDGET: usize = 256 << 20;

/// Textures of pictures, and which ones are on their way.
#[derive(Default)]
pub(super) struct Pictures {
    ready: HashMap<PictureId, egui::TextureHandle>,
    /// In the order in which they came; when the budget is spent the first goes. One that is still on screen is asked for again.
    order: VecDeque<(PictureId, usize)>,
    bytes: usize,
    /// Everything that was asked for and is not there: one that cannot be decoded is not asked for again.
    asked: HashSet<PictureId>,
    /// What no job has taken up yet.
    wanted: Vec<PictureId>,
    /// Whether a job is at it.
    decoding: bool,
}

impl Pictures {
    /// What panels may draw.
    pub(super) fn ready(&self) -> &HashMap<PictureId, egui::TextureHandle> {
        &self.ready
    }

    /// Another plan: its pictures are other ones. What a job is still decoding arrives all the same, and is harmless.
    pub(super) fn forget_all(&mut self) {
        *self = Self { decoding: self.decoding, ..Self::default() };
    }

    /// A job broke: nothing came of it, and it is not tried again.
    pub(super) fn none_arrived(&mut self) {
        self.decoding = false;
    }

    /// A job is done with some pictures.
    pub(super) fn all_arrived(&mut self, ctx: &egui::Context, decoded: Vec<(PictureId, Option<Pixels>)>) {
        self.decoding = false;
        for (id, pixels) in decoded {
            self.arrived(ctx, id, pixels);
        }
    }

    /// A picture was decoded. One that cannot be is not asked for again: its card stays without.
    fn arrived(&mut self, ctx: &egui::Context, id: PictureId, pixels: Option<Pixels>) {
        let Some(pixels) = pixels else { return };
        let size = [pixels.width as usize, pixels.height as usize];
        let image = egui::ColorImage::from_rgba_unmultiplied(size, &pixels.rgba);
        self.ready.insert(id, crate::ui::kit::texture(ctx, id.to_string(), image));
        self.order.push_back((id, pixels.rgba.len()));
        self.bytes += pixels.rgba.len();
        self.asked.remove(&id);
        while self.bytes > BUDGET
            && let Some((old, bytes)) = self.order.pop_front()
        {
            self.ready.remove(&old);
            self.bytes -= bytes;
        }
    }
}

impl App {
    /// A card wants a picture that is not there.
    pub(super) fn need_picture(&mut self, id: PictureId) {
        if self.pictures.asked.insert(id) {
            self.pictures.wanted.push(id);
        }
    }

    /// Decodes what is wanted, a few at a time and one job at once: decoding many at once would take much memory for a moment.
    pub(super) fn decode_wanted(&mut self, ctx: &egui::Context) {
        if self.pictures.decoding || self.pictures.wanted.is_empty() {
            return;
        }
        let some = self.pictures.wanted.len().min(AT_ONCE);
        let campaign = self.plan.doc.campaign();
        let pictures: Vec<Arc<Picture>> =
            self.pictures.wanted.drain(..some).filter_map(|id| campaign.picture(id).cloned()).collect();
        self.pictures.decoding = true;
        self.jobs().run(ctx, Work::Pictures, say::decoding_picture(), move || {
            Done::Pictures(pictures.iter().map(|picture| (picture.id, picture::decode(picture, SIDE).ok())).collect())
        });
    }
}
