//! Asks for the path of a file where the operating system has no dialog for it.

use egui::{Context, Id, Key, Label, Role, WidgetInfo};

use crate::ui::fonts;
use crate::ui::kit::{Button, TextField};
use crate::ui::theme::{self, Tone};
use crate::words::window as say;

use super::{dialog, first_focus, paragraph};

/// What the path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathPurpose {
    /// To open a plan.
    Open,
    /// To save the plan.
    Save,
    /// To write a page that is shared.
    Share,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathAnswer {
    /// This path, never empty, without blanks around it.
    Path(String),
    /// None.
    Cancel,
}

/// Asks for a path.
#[derive(Clone, Debug)]
pub struct PathDialog {
    purpose: PathPurpose,
    text: String,
    error: Option<String>,
    opened: bool,
}

impl PathDialog {
    /// Asks for that purpose, with a first proposal.
    #[must_use]
    pub fn new(purpose: PathPurpose, proposal: impl Into<String>) -> Self {
        Self { purpose, text: proposal.into(), error: None, opened: false }
    }

    /// What it asks for.
    #[must_use]
    pub fn purpose(&self) -> PathPurpose {
        self.purpose
    }

    /// Says under the field why the path cannot be used; the dialog stays open.
    pub fn refuse(&mut self, why: impl Into<String>) {
        self.error = Some(why.into());
        self.opened = false;
    }

    /// Draws it. Enter takes the path, Escape is Cancel.
    pub fn show(&mut self, ctx: &Context) -> Option<PathAnswer> {
        let (title, verb) = match self.purpose {
            PathPurpose::Open => (say::path_open(), say::do_open()),
            PathPurpose::Save => (say::path_save(), say::save()),
            PathPurpose::Share => (say::path_share(), say::do_share()),
        };
        let id = Id::unique("path dialog field");
        let Self { text, error, opened, .. } = self;
        let answer = dialog(
            ctx,
            "path dialog",
            title,
            480.0,
            |ui| {
                paragraph(ui, say::path_text());
                let tone = error.is_some().then_some(Tone::Error);
                let field = TextField::new(id, say::path()).tone(tone).show(ui, text);
                first_focus(ui, opened, id);
                if field.changed() {
                    *error = None;
                }
                if let Some(error) = error {
                    let color = theme::of(ui).tone(Tone::Error).text;
                    let label = ui.add(Label::new(fonts::BODY.rich(error.as_str()).color(color)).wrap());
                    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, error.as_str()));
                }
                let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
                enter.then_some(true)
            },
            |ui| {
                let take = Button::primary(verb).show(ui).clicked();
                let cancel = Button::secondary(say::cancel()).show(ui).clicked();
                (take || cancel).then_some(take)
            },
        )?;
        if !answer.unwrap_or(false) {
            return Some(PathAnswer::Cancel);
        }
        let path = self.text.trim();
        if path.is_empty() {
            self.refuse(say::path_empty());
            return None;
        }
        Some(PathAnswer::Path(path.to_owned()))
    }
}
