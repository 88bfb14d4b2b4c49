//! What a text field undoes by itself while it has the keyboard: what was written in it since it was entered, and never what was written
//! the time before. This never knows what a field is about; whoever has steps of its own asks first whether the field has one.

use egui::text::{CCursor, CCursorRange};
use egui::{Context, Id, Response, TextEdit};

/// The field that has the keyboard, with the frame in which it was drawn last and what stood in it then.
#[derive(Clone)]
struct Entered {
    field: Id,
    frame: u64,
    text: String,
}

fn key() -> Id {
    Id::unique("text field with steps of its own")
}

fn entered(ctx: &Context) -> Option<Entered> {
    ctx.data(|data| data.get_temp(key()))
}

/// To be called before a field is drawn: entering it begins its history anew.
pub fn begin(ctx: &Context, field: Id) {
    let entered = entered(ctx).filter(|entered| entered.field == field);
    if !ctx.memory(|memory| memory.has_focus(field)) {
        // A frame may be drawn twice: whoever gives the keyboard back at once has left it all the same.
        if entered.is_some() {
            ctx.data_mut(|data| data.remove::<Entered>(key()));
        }
        return;
    }
    let frame = ctx.cumulative_frame_nr();
    let is_new = entered.is_none_or(|entered| entered.frame + 1 < frame);
    if is_new && let Some(mut state) = TextEdit::load_state(ctx, field) {
        state.clear_undoer();
    }
}

/// To be called once a field was drawn on `text`.
pub fn follow(field: &Response, text: &str) {
    if field.has_focus() {
        let entered = Entered { field: field.id, frame: field.ctx.cumulative_frame_nr(), text: text.to_owned() };
        field.ctx.data_mut(|data| data.insert_temp(key(), entered));
    }
}

/// Whether the field that has the keyboard would bring back another text: one that was written since it was entered, or, with `redo`,
/// one that it took back since.
#[must_use]
pub fn has_own_step(ctx: &Context, redo: bool) -> bool {
    let focused = ctx.memory(egui::Memory::focused);
    let Some(entered) = entered(ctx).filter(|entered| Some(entered.field) == focused) else { return false };
    let Some(state) = TextEdit::load_state(ctx, entered.field) else { return false };
    let at = state.cursor.char_range().unwrap_or_else(|| CCursorRange::one(CCursor::new(entered.text.chars().count())));
    let (mut undoer, mut now) = (state.undoer(), (at, entered.text.clone()));
    // A step may be one of the cursor alone, and that brings nothing back.
    while let Some(next) = if redo { undoer.redo(&now) } else { undoer.undo(&now) }.cloned() {
        if next.1 != entered.text {
            return true;
        }
        now = next;
    }
    false
}

/// Forgets what the field that has the keyboard could undo: something else was undone since, and comes first if it is to be done again.
pub fn forget_own_steps(ctx: &Context) {
    if let Some(mut state) = ctx.memory(egui::Memory::focused).and_then(|field| TextEdit::load_state(ctx, field)) {
        state.clear_undoer();
    }
}
