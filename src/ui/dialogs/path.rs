//! Asks for the path of a file where the operating system has no dialog for it.

use std::path::PathBuf;

use egui::{Id, Key, Label, Role, Ui, WidgetInfo};

use crate::ui::fonts;
use crate::ui::kit::{self, Button, TextField};
use crate::ui::theme::{self, Tone};
use crate::words::window as say;

use super::{Dialog, default_focus, paragraph};

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathAnswer {
    /// This path; never empty.
    Path(PathBuf),
    /// None.
    Cancel,
}

/// What is being written, and why the last try could not be used.
#[derive(Clone, Debug, Default)]
pub struct PathDraft {
    /// What is written without a folder is in this one: it is the one that the field began with.
    folder: PathBuf,
    text: String,
    error: Option<String>,
}

impl PathDraft {
    /// Begins in a folder with the name of a file, or with none.
    #[must_use]
    pub fn new(folder: PathBuf, name: &str) -> Self {
        Self { text: folder.join(name).display().to_string(), folder, error: None }
    }

    /// Says under the field why the path cannot be used; the dialog stays open.
    pub fn refuse(&mut self, why: impl Into<String>) {
        self.error = Some(why.into());
    }
}

/// Asks for a path under that title. Enter takes it, Escape is Cancel.
pub fn path_ui(ui: &mut Ui, title: &str, draft: &mut PathDraft) -> Option<PathAnswer> {
    let id = Id::unique("path dialog field");
    let PathDraft { text, error, .. } = draft;
    let answer = Dialog::filled("path dialog", title, 480.0).show(
        ui.ctx(),
        |ui| {
            paragraph(ui, say::path_text());
            let tone = error.is_some().then_some(Tone::Error);
            let field = TextField::new(id, say::path()).tone(tone).show(ui, text);
            let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if default_focus(ui, id) {
                kit::select_all(ui.ctx(), id, text);
            }
            if field.changed() {
                *error = None;
            }
            if let Some(error) = error {
                let color = theme::of(ui).tone(Tone::Error).text;
                let label = ui.add(Label::new(fonts::BODY.rich(error.as_str()).color(color)).wrap());
                label.widget_info(|| WidgetInfo::labeled(Role::Label, true, error.as_str()));
            }
            enter.then_some(true)
        },
        |ui| {
            let take = Button::primary(say::ok()).show(ui).clicked();
            let cancel = Button::secondary(say::cancel()).show(ui).clicked();
            (take || cancel).then_some(take)
        },
    )?;
    if !answer.unwrap_or(false) {
        return Some(PathAnswer::Cancel);
    }
    let path = draft.text.trim();
    if path.is_empty() {
        draft.refuse(say::path_empty());
        return None;
    }
    Some(PathAnswer::Path(draft.folder.join(path)))
}
