//! The keys of a presentation: those of the keyboard, and those that a remote control for slides sends.

use egui::{Event, EventFilter, Key, Ui};

use super::state::{Led, PresentState};
use crate::ui::command::{Command, InView};
use crate::ui::view::{Actions, Cx};

/// By how much a long text goes on with a press, in points.
pub(super) const SCROLL: f32 = 60.0;

/// Does what was pressed. A blank screen comes back with any key, which does nothing else.
pub(super) fn take(cx: &Cx<'_>, state: &mut PresentState, ui: &Ui, out: &mut Actions) {
    let on_page = ui.memory(egui::Memory::focused).is_none_or(|id| id == ui.scope_id().with("presented"));
    let last = |event: &Event| if let Event::Key { key, pressed: true, .. } = event { Some(*key) } else { None };
    if let Some(key) = ui.input(|input| input.events.iter().rev().find_map(last)) {
        state.led = if key == Key::Tab { Led::Tab } else { Led::Page };
    }
    if state.is_blank {
        let any = |event: &egui::Event| matches!(event, egui::Event::Key { pressed: true, .. });
        let back = ui.input(|input| input.events.iter().any(any) || input.pointer.any_click());
        if back {
            ui.input_mut(|input| input.events.retain(|event| !any(event)));
            state.is_blank = false;
        }
        return;
    }
    // Space, Enter and Backspace belong to a button that has the keyboard.
    let is_meant = |key| on_page || !matches!(key, Key::Space | Key::Enter | Key::Backspace);
    let pressed = |keys: InView| keys.is_pressed_of(ui, is_meant);
    if pressed(InView::LeavePresent) {
        state.leave();
        return;
    }
    for (keys, by) in [(InView::ReadOn, SCROLL), (InView::ReadBack, -SCROLL)] {
        if pressed(keys) {
            state.scroll += by;
        }
    }
    let to = if pressed(InView::MomentAfter) {
        state.step(cx, 1)
    } else if pressed(InView::MomentBefore) {
        state.step(cx, -1)
    } else if pressed(InView::CreatorAfter) {
        state.creator(cx, 1)
    } else if pressed(InView::CreatorBefore) {
        state.creator(cx, -1)
    } else if pressed(InView::FirstMoment) {
        state.run.moments.first().copied()
    } else if pressed(InView::LastMoment) {
        state.run.moments.last().copied()
    } else {
        None
    };
    if let Some(to) = to {
        state.go(to, ui);
    }
    if pressed(InView::Notes) {
        state.has_notes = !state.has_notes;
    }
    if pressed(InView::Compare) && Command::CompareLanes.why_not(cx).is_none() {
        out.run(Command::CompareLanes);
    }
    if pressed(InView::Blank) {
        state.is_blank = true;
    }
}

/// The arrows lead from moment to moment, not from button to button: Tab does that.
pub(super) fn hold_arrows(ui: &Ui) {
    let Some(focused) = ui.memory(egui::Memory::focused) else { return };
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, arrows));
}
