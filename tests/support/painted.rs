//! What a frame has painted and where one can press, layer by layer: words with the part that is seen, and controls with theirs.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use egui::accesskit::NodeId;
use egui::epaint::{ClippedShape, Shape};
use egui::{Context, LayerId, Order, Rect, Role};
use egui_kittest::kittest::NodeT;

use crate::app_window::Window;

/// A line of text.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// Where its ink is.
    pub ink: Rect,
    /// Where it may be painted.
    pub clip: Rect,
}

/// Something that can be pressed.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its id from frame to frame.
    pub id: NodeId,
    /// What it is called, if it says so.
    pub name: String,
    /// What it is, if it says so.
    pub role: Option<Role>,
    /// Where it is.
    pub rect: Rect,
    /// The part of it that is in sight.
    pub seen: Rect,
}

/// A layer of a frame.
#[derive(Clone, Debug)]
pub struct Layer {
    /// The words on it, in the order in which they are painted.
    pub lines: Vec<Line>,
    /// What can be pressed on it.
    pub places: Vec<Place>,
}

/// The layers of the last frame.
#[derive(Clone, Default)]
pub struct Painted(Arc<Mutex<Vec<Layer>>>);

impl Painted {
    /// Watches a window from now on.
    pub fn of(ctx: &Context) -> Self {
        let painted = Self::default();
        let kept = painted.clone();
        ctx.on_end_pass("what is painted", Arc::new(move |ui| *kept.0.lock().unwrap() = layers(ui.ctx())));
        painted
    }

    /// Those of the last frame, with what screen readers are told of them.
    pub fn layers(&self, window: &Window) -> Vec<Layer> {
        let told: HashMap<NodeId, (Role, String)> = window
            .root()
            .children_recursive()
            .map(|node| {
                let node = node.accesskit_node();
                (node.locate().0, (node.role(), node.label().unwrap_or_default()))
            })
            .collect();
        let mut layers = self.0.lock().unwrap().clone();
        for place in layers.iter_mut().flat_map(|layer| &mut layer.places) {
            if let Some((role, name)) = told.get(&place.id) {
                (place.role, place.name) = (Some(*role), name.clone());
            }
        }
        layers
    }
}

fn layers(ctx: &Context) -> Vec<Layer> {
    let ids: Vec<LayerId> = ctx.memory(|memory| memory.layer_ids().filter(|id| id.order != Order::Debug).collect());
    let mut layers = Vec::new();
    for id in ids {
        let mut lines = Vec::new();
        ctx.graphics(|all| {
            for ClippedShape { shape, clip_rect, .. } in all.get(id).into_iter().flat_map(egui::layers::PaintList::all_entries) {
                line_of(shape, *clip_rect, &mut lines);
            }
        });
        let places = ctx.viewport(|viewport| {
            let widgets = &viewport.this_pass.widgets;
            let pressed =
                widgets.get_layer(id).filter(|widget| widget.sense.senses_click() && widget.interact_rect.is_positive());
            let place = |widget: &egui::WidgetRect| Place {
                id: widget.id.accesskit_id(),
                name: String::new(),
                role: None,
                rect: widget.rect,
                seen: widget.interact_rect,
            };
            pressed.map(place).collect()
        });
        layers.push(Layer { lines, places });
    }
    layers
}

fn line_of(shape: &Shape, clip: Rect, seen: &mut Vec<Line>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| line_of(shape, clip, seen)),
        // What is opaque covers what was painted before it.
        Shape::Rect(rect) if rect.fill.a() > 250 => {
            let cover = rect.rect.intersect(clip);
            seen.retain(|line| !cover.contains(line.ink.intersect(line.clip).center()));
        }
        Shape::Text(text) if text.angle == 0.0 && text.opacity_factor > 0.2 => {
            for row in &text.galley.rows {
                let ink = row.visuals.mesh_bounds.translate(text.pos.to_vec2() + row.pos.to_vec2());
                if ink.is_positive() && ink.intersect(clip).is_positive() {
                    seen.push(Line { text: row.glyphs.iter().map(|glyph| glyph.chr).collect(), ink, clip });
                }
            }
        }
        _ => {}
    }
}
