//! The pointer that rests while somebody goes by keys: what it happens to stand over is not hovered, so that no tip of it stays over
//! what the keys brought up, and the one ring to be seen is that of the keyboard. It never knows what is under the pointer.

use egui::{Context, Event, Key, Plugin, Pos2, RawInput};

/// From now on the pointer of this context counts as away from a press of a key until it is used again.
pub fn install(ctx: &Context) {
    ctx.add_plugin(Rests::default());
}

/// Where the pointer rests, and whether it counts as away.
#[derive(Default)]
struct Rests {
    at: Option<Pos2>,
    away: bool,
    held: usize,
}

impl Plugin for Rests {
    fn debug_name(&self) -> &'static str {
        "the pointer rests"
    }

    fn input_hook(&mut self, _: &Context, input: &mut RawInput) {
        if input.events.is_empty() {
            return;
        }
        let events = std::mem::take(&mut input.events);
        for event in events {
            match &event {
                Event::PointerMoved(at) => (self.at, self.away) = (Some(*at), false),
                Event::PointerButton { pos, pressed, .. } => {
                    (self.at, self.away) = (Some(*pos), false);
                    self.held = if *pressed { self.held + 1 } else { self.held.saturating_sub(1) };
                }
                Event::PointerGone => (self.at, self.away) = (None, false),
                // Wheel and fingers say nothing of where they are: that is where the pointer was.
                Event::MouseWheel { .. } | Event::Zoom(_) | Event::Rotate(_) if self.away => {
                    self.away = false;
                    input.events.extend(self.at.map(Event::PointerMoved));
                }
                _ => {}
            }
            let goes = goes_by(&event) && !self.away && self.at.is_some() && self.held == 0;
            input.events.push(event);
            if goes {
                self.away = true;
                input.events.push(Event::PointerGone);
            }
        }
    }
}

/// Whether somebody goes by keys: those that are held with the wheel or with a press are none of that.
fn goes_by(event: &Event) -> bool {
    let held_with = [
        Key::ShiftLeft,
        Key::ShiftRight,
        Key::ControlLeft,
        Key::ControlRight,
        Key::AltLeft,
        Key::AltRight,
        Key::SuperLeft,
        Key::SuperRight,
        Key::Space,
    ];
    matches!(event, Event::Key { key, pressed: true, .. } if !held_with.contains(key))
}
