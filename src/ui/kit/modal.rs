//! What floats over the window and keeps the keyboard to itself stands in the middle of it. egui places it by the size that it had
//! in the frame before, so a window that has become smaller would show it beside the middle, or cut off, until something moves.

use egui::{AreaState, Context, Modal, ModalResponse, Ui};

/// Whether a dialog lies over the window: what floats over a view and is no dialog itself is left then.
#[must_use]
pub fn is_asked(ctx: &Context) -> bool {
    ctx.memory(egui::Memory::top_modal_layer).is_some()
}

/// Shows it where it belongs: where it has another size now, this frame is done again.
pub fn show_modal<R>(ctx: &Context, modal: Modal, content: impl FnOnce(&mut Ui) -> R) -> ModalResponse<R> {
    let id = modal.area.layer().id;
    let size = || AreaState::load(ctx, id).and_then(|state| state.size);
    let before = size();
    let shown = modal.show(ctx, content);
    if before.is_some() && before != size() {
        ctx.request_discard("what floats has another size");
    }
    shown
}
