//! Where the keyboard goes once the last question is answered: on with what was selected meanwhile, as what a question made is; else back
//! to what had it before. Whatever takes it by itself keeps it. This never knows what was asked.

use egui::{Context, Id};

use super::App;
use crate::ui::view::{Selection, View};

/// What is remembered of it.
#[derive(Default)]
pub(super) struct Keyboard {
    /// What had it before the first question that is asked now, and what was selected then.
    before: Option<(Option<Id>, Selection)>,
    /// What gets it back.
    back: Option<Id>,
    /// The frame in which it is given back was asked for.
    woken: bool,
}

impl App {
    /// Notes what has the keyboard, and what is selected, as the first question comes. Called once everything under it is drawn: a menu
    /// that was left for the question has given the keyboard back by then.
    pub(super) fn note_keyboard(&mut self, ctx: &Context) {
        if !self.asked.is_empty() && self.keyboard.before.is_none() {
            self.keyboard.before = Some((ctx.memory(egui::Memory::focused), self.view.selection.clone()));
        }
    }

    /// What had it before is no longer meant: what the palette shows takes it in its own way.
    pub(super) fn leave_keyboard(&mut self) {
        self.keyboard.before = Some((None, self.view.selection.clone()));
    }

    /// Notes that no question is left.
    pub(super) fn follow_questions(&mut self) {
        let Some((widget, selection)) = self.keyboard.before.take_if(|_| self.asked.is_empty()) else { return };
        // What a fix would do is shown beside its own buttons.
        let goes_on = self.view.selection != selection && self.preview.is_none();
        if !goes_on || !self.goes_on_with_selection() {
            (self.keyboard.back, self.keyboard.woken) = (widget, false);
        }
    }

    /// Puts the keyboard on what is selected; whether the view in front has a place for it.
    fn goes_on_with_selection(&mut self) -> bool {
        let (selection, panels) = (&self.view.selection, &mut self.view.panels);
        match (selection.primary(), selection.lane) {
            (Some(id), _) => panels.focus(id),
            (None, Some(lane)) if panels.front == View::Board => panels.board.focus_lane(lane),
            _ => return false,
        }
        true
    }

    /// Gives the keyboard back, once the question is gone and nothing else took it meanwhile.
    pub(super) fn give_keyboard_back(&mut self, ctx: &Context) {
        let Some(id) = self.keyboard.back else { return };
        // In the frame after its last one a question still keeps the keyboard from everything under it.
        if ctx.memory(egui::Memory::top_modal_layer).is_some() {
            if !std::mem::replace(&mut self.keyboard.woken, true) {
                ctx.request_repaint();
            }
            return;
        }
        self.keyboard.back = None;
        let is_there = ctx.viewport(|viewport| viewport.prev_pass.widgets.get(id).is_some());
        if is_there && ctx.memory(egui::Memory::focused).is_none() {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }
}
