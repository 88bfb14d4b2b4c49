//! The question before changes would be lost.

use egui::Context;

use crate::ui::kit::Button;
use crate::words::window as say;

use super::{dialog, first_focus, paragraph};

/// What to do with the changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsavedAnswer {
    /// Save them, then go on.
    Save,
    /// Go on without them.
    DontSave,
    /// Do not go on.
    Cancel,
}

/// Asks what to do with changes that no file has.
#[derive(Clone, Debug)]
pub struct UnsavedDialog {
    plan: String,
    opened: bool,
}

impl UnsavedDialog {
    /// Asks about the plan of that name.
    #[must_use]
    pub fn new(plan: impl Into<String>) -> Self {
        Self { plan: plan.into(), opened: false }
    }

    /// Draws it. Escape is Cancel; Enter presses the button that has the focus, at first Save.
    pub fn show(&mut self, ctx: &Context) -> Option<UnsavedAnswer> {
        let text = say::unsaved_text(&self.plan);
        let opened = &mut self.opened;
        let answer = dialog(
            ctx,
            "unsaved dialog",
            say::unsaved_title(),
            440.0,
            |ui| {
                paragraph(ui, &text);
                None
            },
            |ui| {
                let save = Button::primary(say::save()).show(ui);
                first_focus(ui, opened, save.id);
                let cancel = Button::secondary(say::cancel()).show(ui);
                let dont = Button::quiet(say::dont_save()).show(ui);
                [(save, UnsavedAnswer::Save), (cancel, UnsavedAnswer::Cancel), (dont, UnsavedAnswer::DontSave)]
                    .into_iter()
                    .find_map(|(button, answer)| button.clicked().then_some(answer))
            },
        );
        answer.map(|answer| answer.unwrap_or(UnsavedAnswer::Cancel))
    }
}
