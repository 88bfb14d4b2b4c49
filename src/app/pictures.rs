//! Pictures on screen: decoded by jobs, kept as textures within a budget.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

use super::App;
use super::jobs::Done;
use crate::model::PictureId;
use crate::store::picture::{self, Pixels};
use crate::words::window as say;

/// Longer side of a picture on the board, in pixels: the largest card at twice the scale.
const SIDE: u32 = 448;
/// Bytes of all textures together.
const BUDGET: usize = 256 << 20;

/// Textures of pictures, and which ones are on their way.
#[derive(Default)]
pub(super) struct Pictures {
    ready: HashMap<PictureId, egui::TextureHandle>,
    /// In the order in which they came; when the budget is spent the first goes. One that is still on screen is asked for again.
    order: VecDeque<(PictureId, usize)>,
    bytes: usize,
    asked: HashSet<PictureId>,
}

impl Pictures {
    /// What panels may draw.
    pub(super) fn ready(&self) -> &HashMap<PictureId, egui::TextureHandle> {
        &self.ready
    }

    /// Another plan: its pictures are other ones.
    pub(super) fn forget_all(&mut self) {
        *self = Self::default();
    }

    /// A picture was decoded. One that cannot be is not asked for again: its card stays without.
    pub(super) fn arrived(&mut self, ctx: &egui::Context, id: PictureId, pixels: Option<Pixels>) {
        let Some(pixels) = pixels else { return };
        let size = [pixels.width as usize, pixels.height as usize];
        let image = egui::ColorImage::from_rgba_unmultiplied(size, &pixels.rgba);
        self.ready.insert(id, ctx.load_texture(id.to_string(), image, egui::TextureOptions::LINEAR));
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
    pub(super) fn need_picture(&mut self, ctx: &egui::Context, id: PictureId) {
        let Some(picture) = self.plan.doc.campaign().picture(id) else { return };
        if !self.pictures.asked.insert(id) {
            return;
        }
        let picture = Arc::clone(picture);
        self.jobs().run(ctx, say::decoding_picture(), move || Done::Picture { id, pixels: picture::decode(&picture, SIDE).ok() });
    }
}
