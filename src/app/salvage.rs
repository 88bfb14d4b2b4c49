//! A damaged plan: offering what helps, its earlier versions first, and opening what can be read of it as a new plan.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::file::{Next, PlanFile};
use super::{App, Asked};
use crate::edit::Document;
use crate::model::PlanId;
use crate::model::shown::shown_lines;
use crate::store::home::Home;
use crate::store::salvage::{Salvaged, listed, salvage};
use crate::store::{Damage, OpenError, fs, history, limits};
use crate::ui::dialogs::{self, DamagedAnswer};
use crate::words::{salvage as say, window};

/// What helps with a file that cannot be read as a plan.
#[derive(Clone, Debug, Default)]
pub struct Rescue {
    /// The plan whose earlier versions are kept.
    versions: Option<PlanId>,
    /// What can be read of it.
    readable: Option<Arc<Salvaged>>,
}

impl Rescue {
    /// Looks for help. Takes time and memory in proportion to the file.
    pub(super) fn of(home: Option<&Home>, path: &Path, error: &OpenError) -> Self {
        let OpenError::Content { .. } = error else { return Self::default() };
        let bytes = fs::load_at_most(path, limits::FILE_BYTES).map(|(bytes, _)| bytes).unwrap_or_default();
        let readable = error.damage().filter(|damage| *damage != Damage::Empty).and_then(|_| salvage(&bytes));
        Self { versions: home.and_then(|home| history::of_file(home, path, &bytes)), readable: readable.map(Arc::new) }
    }
}

/// A file that was a plan and cannot be read as one.
#[derive(Debug)]
pub(super) struct DamagedFile {
    path: PathBuf,
    /// The state of the plan on screen for which it was asked for.
    asked_for: (u64, u64),
    /// What is wrong with it, and what to do.
    text: String,
    hint: String,
    rescue: Rescue,
}

impl Asked {
    /// Whether it says that this file could not be opened.
    pub(super) fn is_of_opening(&self, path: &Path) -> bool {
        match self {
            Self::Damaged(damaged) => damaged.path == path,
            Self::Message { file, .. } => file.as_deref() == Some(path),
            _ => false,
        }
    }
}

impl App {
    /// A file could not be opened: says so, and offers what helps.
    pub(super) fn cannot_open(&mut self, path: PathBuf, asked_for: (u64, u64), error: &OpenError, rescue: Rescue) {
        let (text, mut hint) = (shown_lines(&error.in_words()).into_owned(), error.hint().to_owned());
        if rescue.versions.is_some() || rescue.readable.is_some() {
            return self.ask(Asked::Damaged(DamagedFile { path, asked_for, text, hint, rescue }));
        }
        if error.damage().is_some() {
            hint = format!("{}\n{hint}", say::nothing_else());
        }
        let title = window::cannot_open().to_owned();
        self.ask(Asked::Message { title, text, hint, file: Some(path) });
    }

    /// Draws the question about a damaged file; true once it was answered.
    pub(super) fn damaged(&mut self, ui: &mut egui::Ui, ctx: &egui::Context, file: &DamagedFile) -> bool {
        let Rescue { versions, readable } = &file.rescue;
        match dialogs::damaged_ui(ui, [&file.text, &file.hint], versions.is_some(), readable.is_some()) {
            None => return false,
            Some(DamagedAnswer::Cancel) => {}
            Some(DamagedAnswer::Versions) => {
                if let Some(plan) = *versions {
                    let read = readable.as_ref().map(|read| Arc::new(read.campaign.clone()));
                    self.ask_versions_of(ctx, plan, read);
                }
            }
            // The plan on screen went on meanwhile: what is new in it was not asked about.
            Some(DamagedAnswer::Read) if self.plan.state() != file.asked_for => {
                self.proceed_or_ask(ctx, Next::OpenPath(file.path.clone()));
            }
            Some(DamagedAnswer::Read) => {
                if let Some(readable) = readable {
                    self.salvaged(readable);
                }
            }
        }
        true
    }

    /// What could be read of a damaged file comes as a new plan, with the list of what is missing.
    fn salvaged(&mut self, salvaged: &Salvaged) {
        let Salvaged { campaign, lost } = salvaged;
        self.put(Document::unsaved(campaign.clone()), PlanFile::default());
        let lines = listed(lost.iter().map(|lost| (lost.what.as_str(), lost.line)));
        let hint = if lost.is_empty() { say::read_all() } else { say::read_some() };
        self.tell(say::read_title(), lines.join("\n"), hint);
    }
}
