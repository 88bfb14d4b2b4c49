//! Where Tab goes on from once a text field is done: from that field, though it has the keyboard no more. egui would begin at the first
//! thing in the window. And a field that Tab comes to is selected whole, as everywhere.

use egui::{Context, Event, Id, Key, Response};

use super::select_all;

/// Under these stand the field that was left last by Enter or Escape, and the frame in which Tab was pressed last.
fn left() -> Id {
    Id::unique("text field that was left")
}
fn pressed() -> Id {
    Id::unique("frame of the last Tab")
}

/// Looks at the keys of a frame before anything is drawn.
pub fn begin(ctx: &Context) {
    let is_tab = |event: &Event| matches!(event, Event::Key { key: Key::Tab, pressed: true, .. });
    let (tab, pointer) = ctx.input(|input| (input.events.iter().any(is_tab), input.pointer.any_pressed()));
    let focused = ctx.memory(egui::Memory::focused);
    if pointer || focused.is_some() {
        ctx.data_mut(|data| data.remove::<Id>(left()));
    }
    if !tab {
        return;
    }
    let frame = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| data.insert_temp(pressed(), frame));
    let field = ctx.data(|data| data.get_temp::<Id>(left()));
    ctx.data_mut(|data| data.remove::<Id>(left()));
    let is_there = |field: &Id| ctx.viewport(|viewport| viewport.prev_pass.widgets.get(*field).is_some());
    if let Some(field) = field.filter(is_there) {
        // From there egui takes the step.
        ctx.memory_mut(|memory| memory.request_focus(field));
    }
}

/// Follows a text field once it was drawn; of one with a single `line` all is selected where Tab comes to it.
pub(super) fn follow(field: &Response, line: Option<&str>) {
    let ctx = &field.ctx;
    let done = || ctx.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Escape));
    if field.lost_focus() && done() {
        ctx.data_mut(|data| data.insert_temp(left(), field.id));
    }
    // Back with Shift it comes a frame later.
    let tab = || ctx.data(|data| data.get_temp::<u64>(pressed())).is_some_and(|frame| ctx.cumulative_frame_nr() <= frame + 1);
    if let Some(line) = line.filter(|_| field.gained_focus() && tab()) {
        select_all(ctx, field.id, line);
    }
}
