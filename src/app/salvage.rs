//! A damaged plan: offering what can be read of it, and opening that as a new plan.

use std::path::PathBuf;

use super::file::{Next, PlanFile};
use super::jobs::{Done, Work};
use super::{App, Asked};
use crate::edit::Document;
use crate::model::shown::shown_lines;
use crate::store::salvage::{MOST_TOLD, Salvaged, salvage};
use crate::store::{Damage, OpenError, fs, limits};
use crate::ui::dialogs::{self, DamagedAnswer};
use crate::words::{salvage as say, window};

/// A file that was a plan and cannot be read as one.
#[derive(Debug)]
pub(super) struct DamagedFile {
    path: PathBuf,
    /// What is wrong with it.
    text: String,
    hint: String,
}

impl App {
    /// A file could not be opened: says so, and where it was a plan, offers what can be read of it.
    pub(super) fn cannot_open(&mut self, path: PathBuf, error: &OpenError) {
        let (text, hint) = (shown_lines(&error.to_string()).into_owned(), error.hint().to_owned());
        match error.damage() {
            // There is nothing in it to read.
            Some(Damage::Empty) | None => self.tell(window::cannot_open(), text, hint),
            Some(_) => self.ask(Asked::Damaged(DamagedFile { path, text, hint })),
        }
    }

    /// Draws the question about a damaged file; true once it was answered.
    pub(super) fn damaged(&mut self, ui: &mut egui::Ui, ctx: &egui::Context, file: &DamagedFile) -> bool {
        match dialogs::damaged_ui(ui, &file.text, &file.hint) {
            None => return false,
            Some(DamagedAnswer::Cancel) => {}
            Some(DamagedAnswer::Read) => {
                let (path, asked_for) = (file.path.clone(), self.plan.state());
                self.jobs().run(ctx, Work::Open, say::reading(), move || {
                    let bytes = fs::load_at_most(&path, limits::FILE_BYTES);
                    let salvaged = bytes.ok().and_then(|(bytes, _)| salvage(&bytes)).map(Box::new);
                    Done::Salvaged { path, asked_for, salvaged }
                });
            }
        }
        true
    }

    /// What could be read of a damaged file comes as a new plan, with the list of what is missing.
    pub(super) fn salvaged(
        &mut self,
        ctx: &egui::Context,
        path: PathBuf,
        asked_for: (u64, u64),
        salvaged: Option<Box<Salvaged>>,
    ) {
        let Some(salvaged) = salvaged else {
            return self.tell(window::cannot_open(), say::nothing(), "");
        };
        if self.plan.state() != asked_for {
            // The plan on screen went on meanwhile: what is new in it was not asked about.
            return self.proceed_or_ask(ctx, Next::OpenPath(path));
        }
        let Salvaged { campaign, lost } = *salvaged;
        self.put(Document::unsaved(campaign), PlanFile::default());
        let mut lines: Vec<String> = lost.iter().take(MOST_TOLD).map(|lost| say::at_line(&lost.what, lost.line)).collect();
        if lost.len() > MOST_TOLD {
            lines.push(say::more(lost.len() - MOST_TOLD));
        }
        let hint = if lost.is_empty() { say::read_all() } else { say::read_some() };
        self.tell(say::read_title(), lines.join("\n"), hint);
    }
}
