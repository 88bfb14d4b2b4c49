//! What lies behind a dialog, for screen readers: the dialog is modal, and nothing behind it can be used, as the pointer and the
//! keyboard have it anyway. It never knows what a dialog is about.

use std::collections::HashSet;

use egui::accesskit::{NodeId, Role};
use egui::{Context, FullOutput, Plugin};

/// From now on screen readers of this context are told so.
pub fn install(ctx: &Context) {
    ctx.add_plugin(Behind);
}

/// Tells it, once a frame is drawn.
struct Behind;

impl Plugin for Behind {
    fn debug_name(&self) -> &'static str {
        "behind a dialog"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let Some(update) = &mut output.platform_output.accesskit_update else { return };
        if ctx.memory(egui::Memory::top_modal_layer).is_none() {
            return;
        }
        let behind = behind(ctx);
        for (id, node) in &mut update.nodes {
            if behind.contains(id) {
                node.set_disabled();
            } else if node.role() == Role::Dialog {
                node.set_modal();
            }
        }
    }
}

/// Everything of this frame that a dialog keeps away.
fn behind(ctx: &Context) -> HashSet<NodeId> {
    let widgets = ctx.viewport(|viewport| {
        let all = viewport.this_pass.widgets.layers();
        all.flat_map(|(layer, widgets)| widgets.iter().map(|widget| (*layer, widget.id))).collect::<Vec<_>>()
    });
    ctx.memory(|memory| {
        let is_behind = |layer| !memory.is_above_modal_layer(layer);
        widgets.into_iter().filter(|(layer, _)| is_behind(*layer)).map(|(_, id)| id.accesskit_id()).collect()
    })
}
