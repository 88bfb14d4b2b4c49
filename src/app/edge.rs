//! The edges by which panels are made larger or smaller, as the keyboard and a screen reader know them.
//!
//! The pointer drags them, which egui does. Here they get a name of their own, a mark while they have the keyboard, and
//! the arrow keys.

use egui::{EventFilter, Id, IdSalt, Key, LayerId, Order, PanelState, Pos2, Stroke, Ui};

use crate::ui::theme::{self, RING};

/// What one press of an arrow moves an edge by, in points.
const STEP: f32 = 16.0;

/// The edge of a panel.
pub(super) struct Edge {
    id: Id,
    panel: Id,
    name: &'static str,
    /// The key that makes the panel larger, and the one that makes it smaller.
    keys: [Key; 2],
}

impl Edge {
    /// The edge of a panel that `ui` is about to show, by the salt of that panel.
    pub(super) fn of(ui: &Ui, panel: &'static str, name: &'static str, keys: [Key; 2]) -> Self {
        let panel = ui.scope_id().with_salt(IdSalt::new(panel));
        Self { id: panel.with("__resize"), panel, name, keys }
    }

    /// The edge of something that is no panel, by its own id.
    pub(super) const fn with_id(id: Id, name: &'static str, keys: [Key; 2]) -> Self {
        Self { id, panel: id, name, keys }
    }

    /// How wide the panel of this edge was in the last frame; `None` before it was shown.
    pub(super) fn width(&self, ui: &Ui) -> Option<f32> {
        PanelState::load(ui.ctx(), self.panel).map(|panel| panel.size().x)
    }

    /// By how much the keys make it larger in this frame, if they do.
    pub(super) fn asked(&self, ui: &Ui) -> Option<f32> {
        if !ui.memory(|memory| memory.has_focus(self.id)) {
            return None;
        }
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, arrows));
        let by = ui.input(|input| {
            let [more, less] = self.keys.map(|key| f32::from(u8::from(input.key_pressed(key))));
            (more - less) * STEP
        });
        (by.abs() > 0.0).then_some(by)
    }

    /// Says what it is, and shows that the keyboard is on it; from where to where it runs.
    pub(super) fn mark(&self, ui: &Ui, from: Pos2, to: Pos2) {
        ui.ctx().accesskit_node_builder(self.id, |node| node.set_label(self.name));
        if ui.memory(|memory| memory.has_focus(self.id)) {
            let painter = ui.ctx().layer_painter(LayerId::new(Order::Middle, self.id));
            painter.line_segment([from, to], Stroke::new(RING, theme::of(ui).accent));
        }
    }
}
