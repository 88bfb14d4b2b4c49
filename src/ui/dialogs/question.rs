//! Questions with a few answers, and messages that only want to be read.

use egui::{Context, Ui};

use crate::ui::kit::Button;
use crate::words::window as say;

use super::{Dialog, default_focus, paragraph};

/// What to do with changes that no file has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsavedAnswer {
    /// Save them, then go on.
    Save,
    /// Go on without them.
    DontSave,
    /// Do not go on.
    Cancel,
}

/// What to do with a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplaceAnswer {
    /// Put the new one in its place.
    Replace,
    /// Leave it.
    Cancel,
}

/// Asks what to do with the changes of the plan of that name, before they would be lost. Escape is Cancel; Enter presses
/// the button that has the keyboard, at first Save.
pub fn unsaved_ui(ui: &mut Ui, plan: &str) -> Option<UnsavedAnswer> {
    let text = say::unsaved_text(plan);
    let answers = [
        (Button::primary(say::save()), UnsavedAnswer::Save),
        (Button::secondary(say::cancel()), UnsavedAnswer::Cancel),
        (Button::quiet(say::dont_save()), UnsavedAnswer::DontSave),
    ];
    question(ui.ctx(), "unsaved dialog", say::unsaved_title(), &[&text], answers)
        .map(|answer| answer.unwrap_or(UnsavedAnswer::Cancel))
}

/// Asks whether a file that is there already is replaced, or one that another program changed since it was opened. Escape is
/// Cancel, and so is Enter at first.
pub fn replace_ui(ui: &mut Ui, path: &str, changed: bool) -> Option<ReplaceAnswer> {
    let text = if changed { say::changed_text(path) } else { say::replace_text(path) };
    let answers =
        [(Button::primary(say::cancel()), ReplaceAnswer::Cancel), (Button::secondary(say::replace()), ReplaceAnswer::Replace)];
    question(ui.ctx(), "replace dialog", say::replace_title(), &[&text], answers)
        .map(|answer| answer.unwrap_or(ReplaceAnswer::Cancel))
}

/// Says what happened, the particulars, and what to do; true once it was read. Enter and Escape close it.
pub fn message_ui(ui: &mut Ui, title: &str, text: &str, hint: &str) -> bool {
    question(ui.ctx(), "message dialog", title, &[text, hint], [(Button::primary(say::ok()), ())]).is_some()
}

/// Draws paragraphs and buttons, the first button being the one that has the keyboard at first.
fn question<A: Copy, const N: usize>(
    ctx: &Context,
    name: &str,
    title: &str,
    lines: &[&str],
    answers: [(Button<'_>, A); N],
) -> Option<Result<A, super::Closed>> {
    Dialog::read(name, title, 440.0).show(
        ctx,
        |ui| {
            for line in lines.iter().filter(|line| !line.is_empty()) {
                paragraph(ui, line);
            }
            None
        },
        |ui| {
            let mut pressed = None;
            for (at, (button, answer)) in answers.into_iter().enumerate() {
                let response = button.show(ui);
                if at == 0 {
                    default_focus(ui, response.id);
                }
                if response.clicked() {
                    pressed = Some(answer);
                }
            }
            pressed
        },
    )
}
