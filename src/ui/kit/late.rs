//! What is typed faster than a field can come up: nothing of it is lost.
//!
//! A letter or a press begins the writing, and the field has the keyboard only with the next frame; a key that ends the writing hands
//! the keyboard on in the same way. What comes in the same frame after such a key waits here for whoever has the keyboard then.

use egui::{Event, Ui};

/// What waits, in the order in which it was typed.
#[derive(Debug, Default)]
pub(in crate::ui) struct Late {
    events: Vec<Event>,
    /// The frame in which it was typed.
    frame: u64,
}

impl Late {
    /// Brings what waited in before everything that came since.
    pub(in crate::ui) fn bring(&mut self, ui: &Ui) {
        let waited = std::mem::take(&mut self.events);
        // Whatever came between, another view or a question, has taken the keyboard since.
        if !waited.is_empty() && ui.ctx().cumulative_frame_nr() <= self.frame + 1 {
            ui.input_mut(|input| drop(input.events.splice(0..0, waited)));
        }
    }

    /// Takes everything out of the input that was typed from that place on; it comes with the next frame.
    pub(in crate::ui) fn hold_from(&mut self, ui: &Ui, at: usize) {
        ui.input_mut(|input| {
            let after = input.events.split_off(at.min(input.events.len()));
            let (typed, others): (Vec<Event>, Vec<Event>) = after.into_iter().partition(is_typed);
            self.events.extend(typed);
            input.events.extend(others);
        });
        if !self.events.is_empty() {
            self.frame = ui.ctx().cumulative_frame_nr();
            ui.ctx().request_repaint();
        }
    }
}

/// Whether an event is for whoever has the keyboard.
fn is_typed(event: &Event) -> bool {
    matches!(event, Event::Text(_) | Event::Key { .. } | Event::Ime(_) | Event::Paste(_) | Event::Copy | Event::Cut)
}
