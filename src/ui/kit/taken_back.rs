//! Escape in a text field takes back what was written in it since it was entered. This is for fields whose text is kept where the field
//! is; the plan's own fields leave no step behind, either.

use egui::{Id, Key, Modifiers, Response};

/// What stood in the field that has the keyboard when it was entered, with the frame in which that was drawn last.
#[derive(Clone)]
struct Before {
    field: Id,
    text: String,
    frame: u64,
}

/// Follows a field once it was drawn on `text`; where that is taken back, the field counts as changed and keeps the keyboard.
pub fn takes_back(field: &mut Response, text: &mut String) {
    let (ctx, at) = (field.ctx.clone(), Id::unique("text as it was"));
    let frame = ctx.cumulative_frame_nr();
    let known = ctx.data(|data| data.get_temp::<Before>(at));
    let known = known.filter(|before| before.field == field.id && before.frame + 1 >= frame);
    if field.has_focus() {
        let before = known.map_or_else(|| text.clone(), |before| before.text);
        ctx.data_mut(|data| data.insert_temp(at, Before { field: field.id, text: before, frame }));
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
