//! A file that was a plan and cannot be read as one: what is wrong with it, and what can be done.

use egui::Ui;

use super::{Dialog, default_focus, paragraph};
use crate::ui::kit::Button;
use crate::words::{salvage as say, window};

/// What to do with a damaged file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DamagedAnswer {
    /// Read what can be read, as a new plan.
    Read,
    /// Leave it.
    Cancel,
}

/// Says what is wrong with the file and offers to read what can be read of it. Escape is Cancel.
pub fn damaged_ui(ui: &mut Ui, text: &str, hint: &str) -> Option<DamagedAnswer> {
    let answer = Dialog::read("damaged dialog", window::cannot_open(), 480.0).show(
        ui.ctx(),
        |ui| {
            for line in [text, hint, say::read_what_can_be_hint()] {
                paragraph(ui, line);
            }
            None
        },
        |ui| {
            let read = Button::primary(say::read_what_can_be()).show(ui);
            default_focus(ui, read.id);
            let cancel = Button::secondary(window::cancel()).show(ui);
            let read = read.clicked().then_some(DamagedAnswer::Read);
            read.or_else(|| cancel.clicked().then_some(DamagedAnswer::Cancel))
        },
    );
    answer.map(|answer| answer.unwrap_or(DamagedAnswer::Cancel))
}
