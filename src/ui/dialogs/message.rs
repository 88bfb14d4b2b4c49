//! A message: what happened, where, and what to do.

use egui::Context;

use crate::ui::kit::Button;
use crate::words::window as say;

use super::{dialog, first_focus, paragraph};

/// Says something that has to be read before going on.
#[derive(Clone, Debug)]
pub struct MessageDialog {
    title: String,
    lines: Vec<String>,
    opened: bool,
}

impl MessageDialog {
    /// A message with a title and paragraphs: what, where, what to do.
    #[must_use]
    pub fn new(title: impl Into<String>, lines: Vec<String>) -> Self {
        Self { title: title.into(), lines, opened: false }
    }

    /// Draws it; true once it was read. Enter and Escape close it.
    pub fn show(&mut self, ctx: &Context) -> bool {
        let lines = &self.lines;
        let opened = &mut self.opened;
        let answer = dialog(
            ctx,
            "message dialog",
            &self.title,
            440.0,
            |ui| {
                for line in lines {
                    paragraph(ui, line);
                }
                None
            },
            |ui| {
                let ok = Button::primary(say::ok()).show(ui);
                first_focus(ui, opened, ok.id);
                ok.clicked().then_some(())
            },
        );
        answer.is_some()
    }
}
