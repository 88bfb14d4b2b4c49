//! Escape in a text field takes back what was written in it since it was entered. This is for fields whose text is kept where the field
//! is; the plan's own fields leave no step behind, either.

use egui::{Id, Key, Modifiers, Response};

/// What stood in the field that has the keyboard when it was entered, with the pass in which that was drawn last: a
/// frame may be drawn twice.
#[derive(Clone)]
struct Before {
    field: Id,
    text: String,
    pass: u64,
}

/// Follows a field once it was drawn on `text`; where that is taken back, the field counts as changed and keeps the keyboard.
pub fn takes_back(field: &mut Response, text: &mut String) {
    let (ctx, at) = (field.ctx.clone(), Id::unique("text as it was"));
    let pass = ctx.cumulative_pass_nr();
    let known = ctx.data(|data| data.get_temp::<Before>(at));
    let known = known.filter(|before| before.field == field.id && before.pass + 1 >= pass);
    if field.has_focus() {
        let before = known.map_or_else(|| text.clone(), |before| before.text);
        ctx.data_mut(|data| data.insert_temp(at, Before { field: field.id, text: before, pass }));
    } else if let Some(before) = known
        && field.lost_focus()
        && ctx.input(|input| input.key_pressed(Key::Escape))
        && before.text != *text
    {
        *text = before.text;
        field.mark_changed();
        // What it stands in is left by the next one, as where something is looked for.
        ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        field.request_focus();
    }
}

#[cfg(test)]
mod tests {
    use egui::{Context, Event};

    use super::*;
    use crate::ui::test_field::{self, context, escape};

    /// Draws a frame with the field, as often as `then` wants, which is told the pass.
    fn frame(ctx: &Context, text: &mut String, events: Vec<Event>, mut then: impl FnMut(&Response, usize)) {
        test_field::frame(ctx, events, text, |field, text, pass| {
            takes_back(field, text);
            then(field, pass);
        });
    }

    #[test]
    fn escape_takes_back_what_was_written_also_in_a_frame_that_is_drawn_twice() {
        let (ctx, mut text) = (context(), "first".to_owned());
        frame(&ctx, &mut text, Vec::new(), |field, _| field.request_focus());
        frame(&ctx, &mut text, Vec::new(), |_, _| {});
        frame(&ctx, &mut text, vec![Event::Text("!".to_owned())], |field, _| field.ctx.request_discard("a test"));
        assert_ne!(text, "first");
        let mut has_focus = false;
        frame(&ctx, &mut text, escape(), |field, _| {
            has_focus = field.has_focus();
            field.ctx.request_discard("a test");
        });
        assert!(text == "first" && has_focus, "“{text}”");
    }

    #[test]
    fn what_was_written_before_the_field_was_left_and_entered_again_within_one_frame_stays() {
        let (ctx, mut text) = (context(), "first".to_owned());
        frame(&ctx, &mut text, Vec::new(), |field, _| field.request_focus());
        frame(&ctx, &mut text, Vec::new(), |_, _| {});
        text = "second".to_owned();
        // It is left before it is drawn in the first pass, and entered again before the second one.
        ctx.memory_mut(|memory| memory.surrender_focus(test_field::field()));
        frame(&ctx, &mut text, Vec::new(), |field, pass| {
            if pass == 0 {
                assert!(!field.has_focus());
                field.request_focus();
            }
            field.ctx.request_discard("a test");
        });
        text = "third".to_owned();
        frame(&ctx, &mut text, escape(), |_, _| {});
        assert_eq!(text, "second", "as it was when the field was entered again");
    }
}
