//! What differs between the plan on screen and another state of it on the disk, and what is to become of both: where another
//! program changed the file, and where a sync client left a copy beside it.

use std::sync::Arc;

use egui::{Align, Layout, Ui, UiBuilder, vec2};

use super::question::pressed;
use super::{Dialog, paragraph};
use crate::model::Campaign;
use crate::ui::compare::{Comparison, compare_ui};
use crate::ui::kit::Button;
use crate::words::{conflict as say, window};

/// Height of the list of what differs, in points.
const LIST: f32 = 260.0;

/// What to do with two states of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConflictAnswer {
    /// Save what is on screen beside the file.
    Both,
    /// Show what is on the disk.
    Theirs,
    /// Put what is on screen in its place.
    Mine,
    /// Decide later.
    Later,
}

/// A state of the plan on the disk, and what differs.
#[derive(Clone, Debug)]
pub struct Other {
    /// The plan.
    pub plan: Arc<Campaign>,
    /// What differs on screen from it.
    pub comparison: Comparison,
}

/// The question.
#[derive(Clone, Debug)]
pub struct ConflictDraft {
    /// The name of the file, or of the copy beside it.
    pub file: String,
    /// What is there, or why it cannot be taken.
    pub theirs: Result<Other, String>,
    /// What a copy of what is on screen would be called; `None` where the file is a copy, and nothing is at stake.
    pub copy: Option<String>,
    /// The file changed again while this was asked.
    pub again: bool,
    /// What is on screen has edits that no file has.
    pub edited: bool,
}

impl ConflictDraft {
    /// Whether this is about a copy beside the plan.
    #[must_use]
    pub const fn is_of_copy(&self) -> bool {
        self.copy.is_none()
    }
}

/// Shows what differs and asks what is to become of it. Escape decides nothing; Enter at first keeps both.
pub fn conflict_ui(ui: &mut Ui, draft: &ConflictDraft) -> Option<ConflictAnswer> {
    let title = if draft.is_of_copy() { say::copy_title(&draft.file) } else { say::conflict_title().to_owned() };
    let answer = Dialog::filled("conflict dialog", &title, 640.0).show(
        ui.ctx(),
        |ui| {
            told(ui, draft);
            None
        },
        |ui| buttons(ui, draft),
    )?;
    Some(answer.unwrap_or(ConflictAnswer::Later))
}

fn told(ui: &mut Ui, draft: &ConflictDraft) {
    let file = &draft.file;
    if !draft.is_of_copy() {
        let text = match draft {
            ConflictDraft { again: true, .. } => say::conflict_again().to_owned(),
            ConflictDraft { edited: true, .. } => say::conflict_text(file),
            ConflictDraft { .. } => say::conflict_text_unedited(file),
        };
        paragraph(ui, &text);
    }
    match &draft.theirs {
        Ok(other) => {
            let before = if draft.is_of_copy() { say::in_copy() } else { say::in_file() };
            let height = LIST.min(ui.ctx().content_rect().height() * 0.35);
            let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), egui::Sense::hover());
            let layout = Layout::top_down(Align::Min);
            let mut list = ui.new_child(UiBuilder::new().id_salt("differences").max_rect(place).layout(layout));
            compare_ui(&mut list, &other.comparison, [before, say::on_screen()]);
        }
        Err(reason) => {
            paragraph(ui, &say::conflict_unreadable(reason));
            paragraph(ui, say::conflict_versions());
        }
    }
    match &draft.copy {
        Some(copy) => {
            paragraph(ui, &say::choice(say::both_title(), say::both_text(copy, file)));
            if draft.theirs.is_ok() {
                paragraph(ui, &say::choice(say::theirs_title(), say::theirs_text()));
            }
            paragraph(ui, &say::choice(say::mine_title(), say::mine_text(file)));
        }
        None => paragraph(ui, &say::choice(say::take_copy(), say::take_copy_text())),
    }
}

fn buttons(ui: &mut Ui, draft: &ConflictDraft) -> Option<ConflictAnswer> {
    let unreadable = draft.theirs.is_err().then(say::cannot_take);
    let mut answers = Vec::new();
    if draft.is_of_copy() {
        answers.push((Button::primary(window::close()), ConflictAnswer::Later));
        answers.push((Button::secondary(say::take_copy()).disabled(unreadable), ConflictAnswer::Theirs));
    } else {
        answers.push((Button::primary(say::both_title()), ConflictAnswer::Both));
        answers.push((Button::secondary(say::theirs_title()).disabled(unreadable), ConflictAnswer::Theirs));
        answers.push((Button::secondary(say::mine_title()), ConflictAnswer::Mine));
        answers.push((Button::quiet(window::cancel()), ConflictAnswer::Later));
    }
    pressed(ui, answers)
}
