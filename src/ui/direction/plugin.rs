//! Puts every text of a frame that is read from right to left in its order, just before it is painted.
//!
//! What was put in order is kept as long as it is painted or somebody keeps the text to paint it again, so that a window at rest, a
//! board that moves or a page that comes back costs a look at each text.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use egui::epaint::ClippedShape;
use egui::layers::PaintList;
use egui::text::LayoutJob;
use egui::{Context, FullOutput, Galley, LayerId, Plugin, Shape, Ui};

use super::order::Whose;
use crate::model::direction::has_right_to_left;

/// Texts in the order in which they are read, by what egui made of them.
#[derive(Default)]
pub struct Direction {
    kept: HashMap<usize, Kept>,
    /// Texts that are in order already: a field asks for that while it is drawn.
    jobs: HashSet<usize>,
    /// How many were put in order since it was last looked which of them nobody needs any more.
    fresh: usize,
}

/// A text before and after. The first is kept so that nothing else takes its place in memory.
struct Kept {
    source: Arc<Galley>,
    read: Arc<Galley>,
    /// It was painted since then.
    painted: bool,
}

/// So many have to be new before it is looked through what is kept.
const FRESH: usize = 64;

impl Direction {
    /// The same text in the order in which it is read, and whether that was not known yet.
    fn read(&mut self, ctx: &Context, source: &Arc<Galley>, whose: Whose) -> (Arc<Galley>, bool) {
        let at = Arc::as_ptr(source).addr();
        if let Some(kept) = self.kept.get_mut(&at) {
            debug_assert!(Arc::ptr_eq(&kept.source, source), "what is kept keeps its place in memory");
            kept.painted = true;
            return (Arc::clone(&kept.read), false);
        }
        let read = Arc::new(ctx.fonts_mut(|fonts| super::read(fonts, source, whose)));
        self.jobs.insert(address(&read.job));
        self.fresh += 1;
        self.kept.insert(at, Kept { source: Arc::clone(source), read: Arc::clone(&read), painted: true });
        (read, true)
    }

    /// Whether a text has to be put in order.
    fn concerns(&self, galley: &Galley) -> bool {
        has_right_to_left(galley.text()) && !self.jobs.contains(&address(&galley.job))
    }

    fn replace(&mut self, ctx: &Context, shape: &mut Shape) {
        match shape {
            Shape::Text(text) if self.concerns(&text.galley) => {
                let (read, is_new) = self.read(ctx, &text.galley, Whose::Unknown);
                text.galley = read;
                if is_new {
                    // Letters that were not drawn yet reach the screen with the next frame.
                    ctx.request_repaint();
                }
            }
            Shape::Vec(shapes) => shapes.iter_mut().for_each(|shape| self.replace(ctx, shape)),
            _ => {}
        }
    }

    /// What is neither painted nor kept by anybody else goes.
    fn let_go(&mut self) {
        self.fresh = 0;
        let jobs = &mut self.jobs;
        self.kept.retain(|_, kept| {
            let stays = std::mem::take(&mut kept.painted) || Arc::strong_count(&kept.source) > 1;
            if !stays {
                jobs.remove(&address(&kept.read.job));
            }
            stays
        });
    }

    /// The texts in a shape that are not in order yet.
    fn find(&self, shape: &Shape, found: &mut Vec<Arc<Galley>>) {
        match shape {
            Shape::Text(text) if self.concerns(&text.galley) => found.push(Arc::clone(&text.galley)),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| self.find(shape, found)),
            _ => {}
        }
    }
}

fn address(job: &Arc<LayoutJob>) -> usize {
    Arc::as_ptr(job).addr()
}

/// A text of a field in the order in which it is read. Others are as they were.
pub(super) fn in_order(ctx: &Context, source: Arc<Galley>) -> Arc<Galley> {
    if !has_right_to_left(source.text()) {
        return source;
    }
    ctx.with_plugin(|direction: &mut Direction| direction.read(ctx, &source, Whose::Theirs).0).unwrap_or(source)
}

impl Plugin for Direction {
    fn debug_name(&self) -> &'static str {
        "direction of texts"
    }

    /// Lays out what is new while letters can still join the picture of all letters that this frame takes along.
    fn on_end_pass(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let mut layers: Vec<_> = ctx.memory(|memory| memory.layer_ids().collect());
        layers.push(LayerId::background());
        let mut found = Vec::new();
        ctx.graphics(|graphics| {
            let shapes = layers.iter().filter_map(|layer| graphics.get(*layer)).flat_map(PaintList::all_entries);
            shapes.for_each(|ClippedShape { shape, .. }| self.find(shape, &mut found));
        });
        for galley in found {
            self.read(&ctx, &galley, Whose::Unknown);
        }
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        for clipped in &mut output.shapes {
            self.replace(ctx, &mut clipped.shape);
        }
        if self.fresh > FRESH.max(self.kept.len() / 4) {
            self.let_go();
        }
    }
}
