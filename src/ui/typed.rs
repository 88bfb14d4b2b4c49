//! Fields that the plan follows while somebody types: entering one is noted, leaving it ends the step, and Escape takes back what was
//! typed since. This never knows what a field is about.

use egui::{Id, Key, Response};

use crate::edit::MergeKey;
use crate::ui::view::{Action, Actions};

/// The field that has the keyboard, with the pass in which it was drawn last. A frame may be drawn twice: what left a field in the first
/// pass and came back in the second one has entered it again.
#[derive(Clone, Copy)]
struct Entered {
    field: Id,
    pass: u64,
}

/// Follows a field once it was drawn. To be called before what was typed is handed over: that belongs to what Escape takes back.
pub(super) fn follow(field: &Response, key: MergeKey, out: &mut Actions) {
    let (ctx, at) = (&field.ctx, Id::unique("field that the plan follows"));
    if field.has_focus() {
        let pass = ctx.cumulative_pass_nr();
        let before = ctx.data(|data| data.get_temp::<Entered>(at));
        if !before.is_some_and(|before| before.field == field.id && before.pass + 1 >= pass) {
            out.push(Action::Enter(key));
        }
        ctx.data_mut(|data| data.insert_temp(at, Entered { field: field.id, pass }));
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

#[cfg(test)]
mod tests {
    use egui::{Context, Event};

    use super::*;
    use crate::ui::test_field::{self, context, escape};

    /// Draws a frame with the field, twice where `then` wants that; what it wants in each pass, which is told the pass.
    fn frame(ctx: &Context, events: Vec<Event>, mut then: impl FnMut(&Response, usize)) -> Vec<Vec<Action>> {
        let mut passes = Vec::new();
        test_field::frame(ctx, events, &mut "As it is".to_owned(), |field, _, pass| {
            let (mut out, key) = (Actions::default(), MergeKey::Campaign("goal"));
            follow(field, key, &mut out);
            end(field, key, &mut out);
            then(field, pass);
            passes.push(out.drain());
        });
        passes
    }

    fn enters(actions: &[Action]) -> bool {
        actions.iter().any(|action| matches!(action, Action::Enter(_)))
    }

    #[test]
    fn a_field_that_is_left_and_entered_again_within_a_frame_that_is_drawn_twice_is_entered_anew() {
        let ctx = context();
        frame(&ctx, Vec::new(), |field, _| field.request_focus());
        assert!(enters(&frame(&ctx, Vec::new(), |_, _| {})[0]), "it has the keyboard");
        assert!(!enters(&frame(&ctx, Vec::new(), |_, _| {})[0]), "and keeps it");
        // Drawn twice without any change it is the same stay.
        let twice = frame(&ctx, Vec::new(), |field, _| field.ctx.request_discard("a test"));
        assert_eq!(twice.len(), 2);
        assert!(twice.iter().all(Vec::is_empty), "{twice:?}");
        // Escape takes the keyboard away in the first pass, and something gives it back before the second one.
        let again = frame(&ctx, escape(), |field, pass| {
            if pass == 0 {
                field.request_focus();
            }
            field.ctx.request_discard("a test");
        });
        assert!(matches!(again[0][..], [Action::TakeBack(_)]), "{again:?}");
        assert!(enters(&again[1]), "what is typed from here on is another stay: {again:?}");
    }

    #[test]
    fn a_field_that_is_left_between_two_passes_of_a_frame_ends_its_step() {
        let ctx = context();
        frame(&ctx, Vec::new(), |field, _| field.request_focus());
        frame(&ctx, Vec::new(), |_, _| {});
        let left = frame(&ctx, Vec::new(), |field, pass| {
            if pass == 0 {
                field.surrender_focus();
            }
            field.ctx.request_discard("a test");
        });
        assert!(left[0].is_empty() && matches!(left[1][..], [Action::Seal]), "{left:?}");
    }
}
