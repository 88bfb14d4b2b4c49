//! Questions with a few answers, and messages that only want to be read.

use egui::{Context, Ui};

use crate::ui::kit::Button;
use crate::words::{conflict, window as say};

use super::{Dialog, default_focus, paragraph};

/// What to do with changes that no file has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsavedAnswer {
    /// Save them, then go on.
    Save,
    /// Keep them as a draft, and go on.
    KeepDraft,
    /// Go on without them. Only where there is no place for drafts.
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

/// What to do after a save that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSavedAnswer {
    /// The same once more.
    Again,
    /// Save to another file.
    Elsewhere,
    /// Leave it for now.
    Close,
}

/// What to do with a file that is not there any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoneAnswer {
    /// Make it anew.
    Save,
    /// Save to another file.
    Elsewhere,
    /// Leave it.
    Cancel,
}

/// Asks what to do with the changes of the plan of that name, before it makes room for another. `drafts` says that they can
/// be kept as a draft, `trouble` why they cannot although there is a place for that; only where they cannot may they be lost.
/// Escape is Cancel; Enter presses the button that has the keyboard, at first Save.
pub fn unsaved_ui(ui: &mut Ui, plan: &str, drafts: bool, trouble: Option<&str>) -> Option<UnsavedAnswer> {
    let without = (Button::quiet(say::dont_save()), UnsavedAnswer::DontSave);
    let (text, last) = match trouble {
        None if drafts => (conflict::draft_text(plan), (Button::quiet(conflict::keep_draft()), UnsavedAnswer::KeepDraft)),
        Some(reason) if drafts => (conflict::no_draft_text(plan, reason), without),
        _ => (say::unsaved_text(plan), without),
    };
    let answers =
        [(Button::primary(say::save()), UnsavedAnswer::Save), (Button::secondary(say::cancel()), UnsavedAnswer::Cancel), last];
    question(ui.ctx(), "unsaved dialog", say::unsaved_title(), &[&text], answers)
        .map(|answer| answer.unwrap_or(UnsavedAnswer::Cancel))
}

/// Asks whether a file that is gone is made anew, or saved where it is back meanwhile. Escape is Cancel, Enter at first saves it.
pub fn gone_ui(ui: &mut Ui, title: &str, text: &str) -> Option<GoneAnswer> {
    let answers = [
        (Button::primary(say::save()), GoneAnswer::Save),
        (Button::secondary(say::save_elsewhere()), GoneAnswer::Elsewhere),
        (Button::quiet(say::cancel()), GoneAnswer::Cancel),
    ];
    question(ui.ctx(), "gone dialog", title, &[text], answers).map(|answer| answer.unwrap_or(GoneAnswer::Cancel))
}

/// Says why the plan is not saved, and asks how to go on. Escape leaves it for now, Enter at first tries again.
pub fn not_saved_ui(ui: &mut Ui, title: &str, lines: &[&str]) -> Option<NotSavedAnswer> {
    let answers = [
        (Button::primary(say::try_again()), NotSavedAnswer::Again),
        (Button::secondary(say::save_elsewhere()), NotSavedAnswer::Elsewhere),
        (Button::quiet(say::close()), NotSavedAnswer::Close),
    ];
    question(ui.ctx(), "not saved dialog", title, lines, answers).map(|answer| answer.unwrap_or(NotSavedAnswer::Close))
}

/// Asks whether a file that is there already is replaced, saying what becomes of what it holds. Escape is Cancel, and so is
/// Enter at first.
pub fn replace_ui(ui: &mut Ui, text: &str) -> Option<ReplaceAnswer> {
    let answers =
        [(Button::primary(say::cancel()), ReplaceAnswer::Cancel), (Button::secondary(say::replace()), ReplaceAnswer::Replace)];
    question(ui.ctx(), "replace dialog", say::replace_title(), &[text], answers)
        .map(|answer| answer.unwrap_or(ReplaceAnswer::Cancel))
}

/// Says what happened, the particulars, and what to do; true once it was read. Enter and Escape close it.
pub fn message_ui(ui: &mut Ui, title: &str, text: &str, hint: &str) -> bool {
    question(ui.ctx(), "message dialog", title, &[text, hint], [(Button::primary(say::ok()), ())]).is_some()
}

/// Draws paragraphs and buttons, the first button being the one that has the keyboard at first.
pub(super) fn question<A: Copy, const N: usize>(
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
        |ui| pressed(ui, answers),
    )
}

/// Shows the answers of a question, the first of which Enter presses, and says which was chosen.
pub(super) fn pressed<'a, A>(ui: &mut Ui, answers: impl IntoIterator<Item = (Button<'a>, A)>) -> Option<A> {
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
}
