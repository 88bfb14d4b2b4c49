//! A file that was a plan and cannot be read as one: what is wrong with it, and what can be done.

use egui::Ui;

use super::question::pressed;
use super::{Dialog, paragraph};
use crate::ui::kit::Button;
use crate::words::{salvage as say, window};

/// What to do with a damaged file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DamagedAnswer {
    /// Look at its earlier versions.
    Versions,
    /// Read what can be read, as a new plan.
    Read,
    /// Leave it.
    Cancel,
}

/// Says what is wrong with the file and offers what helps: its earlier versions, where there are some, because they are
/// whole, and what can be read of it, where there is anything. Escape is Cancel.
pub fn damaged_ui(ui: &mut Ui, [text, hint]: [&str; 2], versions: bool, readable: bool) -> Option<DamagedAnswer> {
    let mut lines = vec![text, hint];
    let mut answers = Vec::new();
    if versions {
        lines.push(say::versions_hint());
        answers.push((Button::primary(say::versions()), DamagedAnswer::Versions));
    }
    if readable {
        lines.push(say::read_what_can_be_hint());
        let read = if versions { Button::secondary } else { Button::primary };
        answers.push((read(say::read_what_can_be()), DamagedAnswer::Read));
    }
    answers.push((Button::secondary(window::cancel()), DamagedAnswer::Cancel));
    let answer = Dialog::read("damaged dialog", window::cannot_open(), 480.0).show(
        ui.ctx(),
        |ui| {
            for line in lines {
                paragraph(ui, line);
            }
            None
        },
        |ui| pressed(ui, answers),
    );
    answer.map(|answer| answer.unwrap_or(DamagedAnswer::Cancel))
}
