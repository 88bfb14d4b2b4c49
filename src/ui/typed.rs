//! Fields that the plan follows while somebody types: entering one is noted, leaving it ends the step, and Escape takes back what was
//! typed since. This never knows what a field is about.

use egui::{Id, Key, Response};

use crate::edit::MergeKey;
use crate::ui::view::{Action, Actions};

/// The field that has the keyboard, with the frame in which it was drawn last.
#[derive(Clone, Copy)]
struct Entered {
    field: Id,
    frame: u64,
}

/// Follows a field once it was drawn. To be called before what was typed is handed over: that belongs to what Escape takes back.
pub(super) fn follow(field: &Response, key: MergeKey, out: &mut Actions) {
    let (ctx, at) = (&field.ctx, Id::unique("field that the plan follows"));
    if field.has_focus() {
        let frame = ctx.cumulative_frame_nr();
        let before = ctx.data(|data| data.get_temp::<Entered>(at));
        if !before.is_some_and(|before| before.field == field.id && before.frame + 1 >= frame) {
            out.push(Action::Enter(key));
        }
        ctx.data_mut(|data| data.insert_temp(at, Entered { field: field.id, frame }));
    }
}

/// Ends what was typed once a field is left: it is taken back, or it is a step; whether it was taken back. To be called after what was
/// typed was handed over.
pub(super) fn end(field: &Response, key: MergeKey, out: &mut Actions) -> bool {
    let escaped = field.lost_focus() && field.ctx.input(|input| input.key_pressed(Key::Escape));
    if escaped {
        out.push(Action::TakeBack(key));
    } else if field.lost_focus() {
        out.push(Action::Seal);
    }
    escaped
}
