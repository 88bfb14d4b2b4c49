//! Things of which one is chosen are one stop of Tab: that comes to the chosen one, and from there the arrows lead to the others, round
//! and round. They choose nothing: what a press would do is done by Space or Enter, so that nobody changes a plan on the way.

use egui::accesskit::Action;
use egui::{FocusDirection, Id, Key, Modifiers, Sense, Ui};

/// A group in the frame that is drawn now.
#[derive(Clone, Copy, Debug)]
pub struct OneStop {
    group: Id,
    stop: usize,
}

impl OneStop {
    /// To be called before its parts are drawn, of which there are `count` and of which one may be chosen.
    #[must_use]
    pub fn begin(ui: &Ui, group: Id, count: usize, chosen: Option<usize>) -> Self {
        // A screen reader goes to any of them at once. egui leads it only to what takes the keyboard already.
        let wanted = |at: &usize| ui.input(|input| input.has_accesskit_action_request(group.with(at), Action::Focus));
        if let Some(stop) = (0..count).find(wanted) {
            ui.memory_mut(|memory| memory.request_focus(group.with(stop)));
            return Self { group, stop };
        }
        let focused = ui.memory(egui::Memory::focused);
        let Some(at) = focused.and_then(|focused| (0..count).find(|at| group.with(at) == focused)) else {
            return Self { group, stop: chosen.unwrap_or(0) };
        };
        let presses = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        let on = presses(Key::ArrowRight) + presses(Key::ArrowDown);
        let back = presses(Key::ArrowLeft) + presses(Key::ArrowUp);
        let stop = (at + on + (count - back % count)) % count;
        if on + back > 0 {
            ui.memory_mut(|memory| {
                // The key would lead on to what stands there.
                memory.move_focus(FocusDirection::None);
                memory.request_focus(group.with(stop));
            });
            ui.ctx().request_repaint();
        }
        Self { group, stop }
    }

    /// The identity of a part: the parts are the same in every frame.
    #[must_use]
    pub fn id(&self, at: usize) -> Id {
        self.group.with(at)
    }

    /// Whether Tab stops at that part.
    #[must_use]
    pub fn is(&self, at: usize) -> bool {
        at == self.stop
    }

    /// What a part senses: only the one at which Tab stops takes the keyboard.
    #[must_use]
    pub fn sense(&self, at: usize) -> Sense {
        if self.is(at) { Sense::click() } else { Sense::CLICK }
    }
}
