//! A press and the way of the pointer after it never come in the same frame: egui looks at what lies under the pointer once a frame, where
//! it is last. A quick hand, or a frame that took its time, would else take up what the pointer only passed over. It never knows what is
//! under the pointer.

use egui::{Context, Event, Plugin, RawInput};

/// From now on what comes after a press waits for the next frame of this context, where the pointer goes on.
pub fn install(ctx: &Context) {
    ctx.add_plugin(Press::default());
}

/// What waits for the next frame.
#[derive(Default)]
struct Press {
    waiting: Vec<Event>,
}

impl Plugin for Press {
    fn debug_name(&self) -> &'static str {
        "a press of its own"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        if !self.waiting.is_empty() {
            input.events.splice(0..0, self.waiting.drain(..));
        }
        if let Some(end) = end_of_press(&input.events) {
            self.waiting = input.events.split_off(end);
            ctx.request_repaint();
        }
    }
}

/// Up to where the events of one frame go: behind the first press after which the pointer goes elsewhere.
fn end_of_press(events: &[Event]) -> Option<usize> {
    let (at, pressed) = events.iter().enumerate().find_map(|(at, event)| match event {
        Event::PointerButton { pos, pressed: true, .. } => Some((at, *pos)),
        _ => None,
    })?;
    let goes_on = |event: &Event| matches!(event, Event::PointerMoved(pos) if *pos != pressed);
    events.iter().skip(at + 1).any(goes_on).then_some(at + 1)
}
