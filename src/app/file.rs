//! The plan's file: opening, saving, sharing, and the question before anything is thrown away.
//!
//! Nothing here loses work: only a save that succeeded marks the revision it wrote as saved; another plan takes the place
//! of the current one only once it was read, and only after the user was asked; whatever waits for a save is done when
//! the save succeeded, and forgotten when it failed.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::jobs::{Done, Purpose};
use super::{App, Asked, Dialogs};
use crate::check;
use crate::edit::Document;
use crate::model::Campaign;
use crate::share::{self, Form, Reader};
use crate::store::fs::{Base, FsErrorKind, Stamp};
use crate::store::{self, SaveError};
use crate::ui::view::{FileView, SaveState};
use crate::words::{files, terminal, window as say};

/// The extension of plan files.
pub const EXTENSION: &str = "moments";

/// Where the plan stands against the disk.
#[derive(Debug, Default)]
pub struct PlanFile {
    /// Its file; `None` before the first save.
    pub path: Option<PathBuf>,
    /// What the file held when it was read or written last.
    stamp: Option<Stamp>,
    /// A save is under way.
    saving: bool,
    /// Why the last save failed.
    failed: Option<String>,
    /// When the last save succeeded.
    saved_at: Option<String>,
}

impl PlanFile {
    /// What the panels are told.
    pub fn view(&self, doc: &Document) -> FileView {
        let name = self.path.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        let state = if self.saving {
            SaveState::Saving
        } else if let Some(reason) = &self.failed {
            SaveState::Failed(reason.clone())
        } else if doc.is_dirty() {
            if self.path.is_some() || !doc.is_untouched() && doc.undo_depth() > 0 {
                SaveState::Edited
            } else {
                SaveState::NotSavedYet
            }
        } else {
            SaveState::Saved(self.saved_at.clone())
        };
        FileView { name, state, undo: doc.undo_label().map(str::to_owned), redo: doc.redo_label().map(str::to_owned) }
    }
}

/// What was asked for and may have to wait until the plan is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// An empty plan.
    New,
    /// Asks for a file to open.
    Open,
    /// Opens this file (it was dropped onto the window, or named when the program was started).
    OpenPath(PathBuf),
    /// The fictional campaign.
    Demo,
    /// The two cases.
    Cases,
    /// Closes the window.
    Quit,
}

impl App {
    /// Does what was asked for, after asking about changes that no file has.
    pub(super) fn proceed_or_ask(&mut self, ctx: &egui::Context, next: Next) {
        if self.plan.doc.is_dirty() && !self.plan.doc.is_untouched() {
            self.asked = Some(Asked::Unsaved(next));
        } else {
            self.proceed(ctx, next);
        }
    }

    /// Does what was asked for. The caller knows that nothing is lost.
    pub(super) fn proceed(&mut self, ctx: &egui::Context, next: Next) {
        self.next = None;
        match next {
            Next::New => {
                let plan = store::template::blank(&mut self.rim.ids);
                self.replace(plan, PlanFile::default(), true);
            }
            Next::Demo => {
                let plan = store::demo::fictional(self.rim.ids.plan());
                self.replace(plan, PlanFile::default(), true);
            }
            Next::Cases => {
                let plan = store::demo::two_cases(self.rim.ids.plan());
                self.replace(plan, PlanFile::default(), true);
            }
            Next::Open => self.pick(ctx, Purpose::Open),
            Next::OpenPath(path) => self.open(ctx, path),
            Next::Quit => {
                self.closing = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// The answer to the question about unsaved changes was "Save": what was asked for waits for it.
    pub(super) fn save_then(&mut self, ctx: &egui::Context, next: Next) {
        self.next = Some(next);
        self.save(ctx);
    }

    /// Puts another plan in the place of the current one.
    fn replace(&mut self, campaign: Campaign, file: PlanFile, unsaved: bool) {
        self.plan.doc = if unsaved { Document::unsaved(campaign) } else { Document::opened(campaign) };
        self.plan.doc =
            std::mem::replace(&mut self.plan.doc, Document::unsaved(Campaign::new(crate::model::PlanId::default(), "")))
                .with_typing_pause(self.rim.typing_pause);
        self.plan.file = file;
        self.pictures.forget_all();
        self.view.forget_plan();
    }

    /// Asks for a path: with the dialog of the system, or with a field in the window where that cannot open.
    pub(super) fn pick(&mut self, ctx: &egui::Context, purpose: Purpose) {
        let suggested = self.suggested_name(purpose);
        match self.rim.dialogs {
            Dialogs::InWindow => self.ask_path(purpose, suggested),
            Dialogs::System => {
                let dialog = rfd::AsyncFileDialog::new();
                let folder = self.plan.file.path.as_deref().and_then(Path::parent);
                let dialog = folder.map_or_else(|| dialog.clone(), |folder| dialog.clone().set_directory(folder));
                // The future has to be made here, on the thread of the window; waiting for it must not be.
                let answer: std::pin::Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>> = match purpose {
                    Purpose::Open => Box::pin(dialog.add_filter(say::plan_files(), &[EXTENSION, "ron"]).pick_file()),
                    Purpose::Save => {
                        Box::pin(dialog.add_filter(say::plan_files(), &[EXTENSION]).set_file_name(suggested).save_file())
                    }
                    Purpose::Share(_) => {
                        Box::pin(dialog.add_filter(say::page_files(), &["html", "md"]).set_file_name(suggested).save_file())
                    }
                };
                self.jobs().run(ctx, say::picking(), move || {
                    let timer = super::clock::Stopwatch::start();
                    let path = pollster::block_on(answer).map(|file| file.path().to_owned());
                    let opened = path.is_some() || timer.longer_than_a_blink();
                    Done::Picked { purpose, path, opened }
                });
            }
        }
    }

    fn suggested_name(&self, purpose: Purpose) -> String {
        let name = self.plan.file.path.as_deref().and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
        let name = name.unwrap_or_else(|| file_name(&self.plan.doc.campaign().name));
        match purpose {
            Purpose::Open | Purpose::Save => format!("{name}.{EXTENSION}"),
            Purpose::Share(_) => format!("{name}.html"),
        }
    }

    /// A path was chosen, or typed (then nothing is replaced unasked).
    pub(super) fn picked(&mut self, ctx: &egui::Context, purpose: Purpose, path: PathBuf, replace: bool) {
        match purpose {
            Purpose::Open => self.open(ctx, path),
            Purpose::Save => {
                let path = if path.extension().is_none() { path.with_extension(EXTENSION) } else { path };
                let same = self.plan.file.path.as_ref() == Some(&path);
                let base = match (same, self.plan.file.stamp) {
                    (true, Some(stamp)) => Base::Loaded(stamp),
                    _ if replace => Base::Overwrite,
                    _ => Base::New,
                };
                self.save_to(ctx, path, base);
            }
            Purpose::Share(reader) => self.share_to(ctx, reader, path, replace),
        }
    }

    /// Saves to the plan's file, asking for one where there is none.
    pub(super) fn save(&mut self, ctx: &egui::Context) {
        let file = &self.plan.file;
        match (file.path.clone(), file.stamp) {
            (Some(path), Some(stamp)) => self.save_to(ctx, path, Base::Loaded(stamp)),
            _ => self.pick(ctx, Purpose::Save),
        }
    }

    fn save_to(&mut self, ctx: &egui::Context, path: PathBuf, base: Base) {
        if self.plan.file.saving {
            return;
        }
        self.plan.doc.commit_gesture();
        self.plan.doc.seal();
        self.plan.file.saving = true;
        self.plan.file.failed = None;
        // The snapshot is a pointer: what is typed from now on is not in it, and stays unsaved.
        let (campaign, revision) = (Arc::clone(self.plan.doc.campaign()), self.plan.doc.revision());
        self.jobs().run(ctx, say::saving_plan(), move || {
            let result = store::save_plan(&path, &campaign, base);
            Done::Saved { path, revision, result }
        });
    }

    fn open(&mut self, ctx: &egui::Context, path: PathBuf) {
        self.jobs().run(ctx, say::opening_plan(), move || {
            let result = store::open_plan(&path).map(Box::new);
            if result.is_ok() {
                // What saves that were cut off left beside the plan; anything younger may belong to one that is under way.
                store::fs::remove_leftovers(&path, crate::cli::clock::hour_ago());
            }
            Done::Opened { path, result }
        });
    }

    fn share_to(&mut self, ctx: &egui::Context, reader: Reader, path: PathBuf, replace: bool) {
        let path = if path.extension().is_none() { path.with_extension("html") } else { path };
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let Some(form) = Form::of_ending(ending) else {
            self.tell(say::cannot_share(), terminal::no_such_form(path.display()), terminal::no_such_form_hint());
            return;
        };
        let campaign = Arc::clone(self.plan.doc.campaign());
        let options = self.options();
        let base = if replace { Base::Overwrite } else { Base::New };
        self.jobs().run(ctx, say::writing_page(), move || {
            let report = check::check(&campaign, &options);
            let bytes = share::page(&campaign, &report, reader, form, &share::Options { made_on: options.today });
            let result = store::fs::save(&path, &bytes, base).map(|_| ());
            Done::Shared { path, reader, result }
        });
    }

    /// Takes in what a job did.
    pub(super) fn done(&mut self, ctx: &egui::Context, done: Done) {
        match done {
            Done::Picked { purpose, path: Some(path), .. } => self.picked(ctx, purpose, path, true),
            Done::Picked { purpose, path: None, opened: false } => {
                // No dialog of the system can open here, so the window asks from now on.
                self.rim.dialogs = Dialogs::InWindow;
                let suggested = self.suggested_name(purpose);
                self.ask_path(purpose, suggested);
            }
            Done::Picked { path: None, .. } => self.next = None,
            Done::Opened { path, result: Ok(opened) } => {
                let file = PlanFile { path: Some(path), stamp: Some(opened.stamp), ..PlanFile::default() };
                let notices: Vec<String> = opened.notices.iter().map(|notice| notice.message.clone()).collect();
                self.replace(opened.campaign, file, false);
                if !notices.is_empty() {
                    self.tell(say::opened_with_notices(), notices.join("\n"), "");
                }
            }
            Done::Opened { result: Err(error), .. } => self.tell(say::cannot_open(), error.to_string(), error.hint()),
            Done::Saved { path, revision, result } => self.saved(ctx, path, revision, result),
            Done::Shared { path, result: Ok(()), .. } => self.tell(say::page_written(), path.display().to_string(), ""),
            Done::Shared { path, reader, result: Err(error) } if error.kind == FsErrorKind::Exists => {
                self.asked = Some(Asked::Replace(Purpose::Share(reader), path));
            }
            Done::Shared { path, result: Err(error), .. } => {
                self.tell(say::cannot_share(), files::in_file(path.display(), &error), &error.hint);
            }
            Done::Pictures(decoded) => self.pictures.all_arrived(ctx, decoded),
            Done::Broke { what } => {
                // Nothing was done, so nothing is lost; a save that broke counts as failed.
                self.plan.file.saving = false;
                self.pictures.all_arrived(ctx, Vec::new());
                self.next = None;
                self.tell(say::job_broke(), what, say::job_broke_hint());
            }
        }
    }

    fn saved(&mut self, ctx: &egui::Context, path: PathBuf, revision: u64, result: Result<store::Saved, SaveError>) {
        self.plan.file.saving = false;
        match result {
            Ok(saved) => {
                self.plan.doc.mark_saved(revision);
                self.plan.file.path = Some(path);
                self.plan.file.stamp = Some(saved.stamp);
                self.plan.file.failed = None;
                self.plan.file.saved_at = Some(self.rim.clock.now().time());
                if let Some(next) = self.next.take() {
                    self.proceed_or_ask(ctx, next);
                }
            }
            Err(error) if error.kind == FsErrorKind::Exists => self.asked = Some(Asked::Replace(Purpose::Save, path)),
            Err(error) => {
                self.next = None;
                self.plan.file.failed = Some(error.message.trim_end_matches('.').to_owned());
                self.tell(say::cannot_save(), error.to_string(), &error.hint);
            }
        }
    }
}

/// A file name made of the name of a campaign: letters and digits of any script, everything else a dash.
fn file_name(name: &str) -> String {
    let mut made = String::new();
    for c in name.chars().take(60) {
        if c.is_alphanumeric() {
            made.extend(c.to_lowercase());
        } else if !made.ends_with('-') && !made.is_empty() {
            made.push('-');
        }
    }
    let made = made.trim_end_matches('-');
    if made.is_empty() { "plan".to_owned() } else { made.to_owned() }
}
