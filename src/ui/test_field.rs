//! A window with one field in it, for tests of what follows a field from frame to frame.

use egui::{Context, Event, Id, Key, Modifiers, RawInput, Response};

use super::kit::TextField;
use super::theme;

/// A window in which nothing has the keyboard yet.
pub(super) fn context() -> Context {
    let ctx = Context::default();
    theme::install(&ctx);
    ctx
}

/// What the field is known by.
pub(super) fn field() -> Id {
    Id::unique("goal")
}

/// Draws a frame with the field on `text`. What is done with it is told the pass: a frame is drawn twice where that asks for it.
pub(super) fn frame(
    ctx: &Context,
    events: Vec<Event>,
    text: &mut String,
    mut drawn: impl FnMut(&mut Response, &mut String, usize),
) {
    let (input, mut pass) = (RawInput { events, ..RawInput::default() }, 0);
    let mut output = ctx.run_ui(input, |ui| {
        let mut response = TextField::new(field(), "goal").show(ui, text);
        drawn(&mut response, text, pass);
        pass += 1;
    });
    output.textures_delta.clear();
}

/// Somebody presses Escape.
pub(super) fn escape() -> Vec<Event> {
    let (key, modifiers) = (Key::Escape, Modifiers::NONE);
    vec![Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }]
}
