//! The first event of a frame that means something to somebody, taken out of the input so that nobody else follows it.

use egui::{Event, Ui};

/// Takes it out, and says where it stood and what it means.
pub fn take_first<T>(ui: &Ui, means: impl Fn(&Event) -> Option<T>) -> Option<(usize, T)> {
    ui.input_mut(|input| {
        let found = input.events.iter().enumerate().find_map(|(at, event)| Some((at, means(event)?)))?;
        input.events.remove(found.0);
        Some(found)
    })
}
