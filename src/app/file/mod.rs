//! The plan's file: opening, saving, and the question before anything is thrown away.
//!
//! Nothing here loses work:
//!
//! * Only a save that succeeded marks a revision as saved, and only in the plan that it wrote.
//! * Another plan takes the place of the current one only once it was read, and only after the user was asked about the
//!   state that would go; if that state moved on meanwhile, they are asked again.
//! * While a save is under way, what would end or replace the plan waits for it; a second save waits, too.
//! * What waits for a save is done when the save succeeded, and forgotten when it failed
//!   and nobody tries again.
//! * A save replaces exactly what was read, written or shown before; what another program wrote meanwhile is asked about.

mod close;
mod fleeting;
mod open;
mod picked;
mod save;

pub(super) use open::{Reading, lock_of, reason};
pub(super) use picked::OPENED;
pub(super) use save::{NotSaved, Occupied};

use std::path::{Path, PathBuf};

use super::conflict::Theirs;
use super::jobs::{Done, Purpose, Target, Work};
use super::{App, Asked};
use crate::edit::Document;
use crate::store::copies::Copy;
use crate::store::fs::Stamp;
use crate::store::lock::Lock;
use crate::ui::dialogs::RestoreWay;
use crate::ui::view::{FileView, LookOnly, SaveState};
use crate::words::{conflict, hand, moment_picture, recovery, share_dialog, versions, window as say};

/// The extension of plan files.
pub const EXTENSION: &str = "moments";

/// Why the last save failed, and what it tried: the same again may succeed.
#[derive(Debug)]
pub(super) struct Failed {
    reason: String,
    target: Target,
}

/// What another program did to the file since it was read or written here.
#[derive(Debug, Default)]
pub(super) enum Outside {
    /// Nothing that we know of.
    #[default]
    Nothing,
    /// It is not there any more.
    Gone,
    /// Nor is its folder.
    FolderGone,
    /// It holds something else, and what is on screen is not only that.
    Changed(Option<Theirs>),
}

/// Something worth knowing about a plan's file.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// In words.
    pub(super) text: String,
    /// Whether the plan may want another place.
    pub(super) elsewhere: bool,
}

/// Where the plan stands against the disk.
#[derive(Debug, Default)]
pub struct PlanFile {
    /// Its file; `None` before the first save.
    pub path: Option<PathBuf>,
    /// What the file held when it was read or written last.
    pub(super) stamp: Option<Stamp>,
    /// The save that is under way.
    pub(super) saving: Option<Target>,
    /// A save to another place that waits for the one under way.
    waiting: Option<Target>,
    /// A save to the same place was asked for while one was under way.
    again: bool,
    /// The last save failed.
    pub(super) failed: Option<Failed>,
    /// When the last save succeeded.
    pub(super) saved_at: Option<String>,
    /// Why the plan can only be looked at, if that is so.
    pub(super) look_only: Option<LookOnly>,
    /// What another program did to the file.
    pub(super) outside: Outside,
    /// Nobody else on this computer edits the file as long as this is there.
    pub(super) lock: Option<Lock>,
    /// Copies beside the file that nobody looked at yet.
    pub(super) copies: Vec<Copy>,
    /// What is worth knowing about the file, until it was read.
    pub(super) told: Option<Told>,
    /// The revision of which alone that is true; none where it is true of all.
    pub(super) told_of: Option<u64>,
    /// It was said that the file itself is written over.
    said_in_place: bool,
    /// The copy that is being written because both are kept.
    pub(super) keeps_both: Option<PathBuf>,
}

impl PlanFile {
    /// The file and what it held when it was read or written last.
    pub(super) fn stands(&self) -> (Option<&Path>, Option<Stamp>) {
        (self.path.as_deref(), self.stamp)
    }

    /// What the panels are told.
    pub(super) fn view(&self, doc: &Document) -> FileView {
        FileView {
            name: self.name(),
            state: self.state(doc),
            undo: doc.undo_label().map(str::to_owned),
            redo: doc.redo_label().map(str::to_owned),
            look_only: self.look_only.clone(),
            notice: self.notice(),
        }
    }

    /// The name of the file, without folders.
    pub(super) fn name(&self) -> Option<String> {
        self.path.as_deref().map(name_of)
    }

    /// What is true about saving. What another program did comes before what we failed to do: it has to be looked at first.
    fn state(&self, doc: &Document) -> SaveState {
        if self.saving.is_some() {
            return SaveState::Saving;
        }
        match self.outside {
            Outside::Gone => return SaveState::Gone,
            Outside::FolderGone => return SaveState::FolderGone,
            Outside::Changed(_) => return SaveState::ChangedOnDisk,
            Outside::Nothing => {}
        }
        // Whoever went back to what the file holds has nothing left that is not saved.
        let holds_it = !doc.is_dirty();
        match self.failed.as_ref().filter(|_| !holds_it) {
            Some(failed) => SaveState::Failed(failed.reason.clone()),
            None if self.look_only.is_some() => SaveState::ReadOnly,
            None if holds_it => SaveState::Saved(self.saved_at.clone()),
            None if self.path.is_none() => SaveState::NotSavedYet,
            None => SaveState::Edited,
        }
    }

    /// The folder of the file, as long as it is there and of use for that, as far as we know.
    pub(super) fn folder(&self, purpose: Purpose) -> Option<&Path> {
        let gone = matches!(self.outside, Outside::FolderGone);
        let closed = purpose == Purpose::Save && self.look_only == Some(LookOnly::Closed);
        self.path.as_deref().filter(|_| !gone && !closed).and_then(Path::parent)
    }

    /// Whether saving over the file is not for this window to do, or not before somebody compared.
    fn is_of_others(&self) -> bool {
        self.look_only.is_some() || matches!(self.outside, Outside::Changed(_))
    }

    /// Whether the file, if there is one, does not hold what was read from it or written to it.
    pub(super) fn is_elsewhere(&self) -> bool {
        !matches!(self.outside, Outside::Nothing)
    }
}

/// The name of a file, without folders.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// What was asked for and may have to wait until the plan is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// An empty plan.
    New,
    /// Asks for a file to open.
    Open,
    /// Opens this file.
    OpenPath(PathBuf),
    /// Asks for a table that becomes a plan of its own.
    Table,
    /// Makes a plan of this table.
    TablePath(PathBuf),
    /// The fictional campaign.
    Demo,
    /// The two cases.
    Cases,
    /// The fictional campaign with the tour through it.
    Tour,
    /// An empty plan with the guide.
    Guide,
    /// A plan from the template with this key.
    Template(String),
    /// The version that was chosen, as a plan of its own.
    VersionCopy,
    /// Opens what was not saved, after it was looked at, in the way that was chosen.
    Restore(RestoreWay),
    /// Closes the window.
    Quit,
}

/// How sure it is that a path may be written over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Overwriting {
    /// It was typed; nobody was asked.
    NotAsked,
    /// The dialog of the system asked, if there was something to ask about.
    AskedByDialog,
    /// The window asked, naming what is there: that content may go, if it was the plan's own kind of file, and no other.
    AskedByUs(Option<Stamp>),
}

impl App {
    /// Takes in what a job did.
    pub(super) fn done(&mut self, ctx: &egui::Context, done: Done) {
        match done {
            Done::Picked { purpose, path: Some(path), .. } => self.picked(ctx, purpose, path, Overwriting::AskedByDialog),
            Done::Picked { purpose, path: None, opened: false } => {
                let suggested = self.suggested_name(purpose);
                self.ask_path(purpose, &suggested);
            }
            Done::Picked { path: None, .. } => self.next = None,
            Done::GivenUp(path) => self.reading.forget(&path),
            Done::Opened { path, .. } if !self.reading.end(&path) => {}
            Done::Opened { path, asked_for, result: Ok(opened), locked, cut_off, .. } => {
                self.opened(ctx, path, asked_for, *opened, locked);
                if cut_off {
                    self.say(versions::cut_off());
                }
            }
            Done::Opened { path, asked_for, result: Err(error), rescue, .. } => {
                self.cannot_open(path, asked_for, &error, rescue);
            }
            Done::Saved { target, generation, revision, result, locked, there } if generation == self.plan.generation => {
                self.saved(ctx, target, revision, result, locked, there);
            }
            Done::Reread(reread) => self.reread(ctx, *reread),
            // The plan that was written is no longer on screen; only a failure is worth saying. Preferences never are.
            Done::Saved { result: Ok(_), .. }
            | Done::Kept
            | Done::FolderShown(Ok(()))
            | Done::Broke { work: Work::Prefs, .. } => {}
            Done::Saved { result: Err(error), .. } => self.tell(say::cannot_save(), error.to_string(), error.hint),
            Done::Shared { path, result } => {
                self.shared(path, result);
                self.go_on(ctx);
            }
            Done::Previewed { number, result } => self.previewed(ctx, number, result),
            Done::Drawn { number, pages } => self.pages_drawn(ctx, number, pages),
            Done::Measured { number, bytes } => self.measured(number, bytes),
            Done::Copied(slow, copied) => self.copied(ctx, &slow, copied),
            Done::Kit(file, result) => self.kit_read(file, result),
            Done::FolderShown(Err(cause)) => self.tell(share_dialog::cannot_show_folder(), cause, ""),
            Done::Templates(shelved) => self.shelved(ctx, *shelved),
            Done::House { path, why, result } => self.house_read(path, why, result),
            Done::Looked(found) => self.looked(&found),
            Done::Table { number, sheet, text, result } => self.table_read(ctx, number, (sheet, text), result),
            Done::Proposed { revision, proposal } => self.proposed(revision, proposal),
            Done::Pictures(decoded) => self.pictures.all_arrived(ctx, decoded),
            Done::LargePicture(id, image) => self.pictures.large_arrived(ctx, id, image),
            Done::PictureRead(number, result) => self.picture_read(ctx, number, result),
            Done::Drafts(news) => self.drafts_news(ctx, *news),
            Done::Carried(carried) => self.carried(ctx, carried),
            Done::Aside(slow, aside) => self.kept_aside(ctx, &slow, aside),
            Done::Versions(done) => self.versions_done(ctx, *done),
            Done::Broke { work: Work::Open, .. } => self.open_after_all(ctx),
            Done::Broke { work, note } => self.broke(work, note),
        }
    }

    fn broke(&mut self, work: Work, note: Option<PathBuf>) {
        match work {
            Work::Save => {
                self.plan.file.waiting = None;
                self.plan.file.again = false;
                self.next = None;
                if let Some(target) = self.plan.file.saving.take() {
                    self.plan.file.failed = Some(Failed { reason: say::job_broke().to_owned(), target });
                }
            }
            Work::Share => self.share_ended(),
            Work::Preview => self.preview_broke(),
            Work::Pictures => self.pictures.none_arrived(),
            Work::LargePicture => self.pictures.large_broke(),
            Work::AddPicture => self.incoming.broke(),
            Work::Clipboard => self.copying_broke(),
            Work::Pick | Work::Open => self.next = None,
            Work::Reread => {
                self.next = None;
                self.rereading.clear();
            }
            Work::Versions => self.versions_broke(),
            Work::Copy => {
                self.drop_copying();
            }
            // Nobody waits for a table that is not coming.
            Work::Import => self.asked.retain(|asked| !matches!(asked, Asked::Import(draft) if draft.reading)),
            Work::Drafts => self.drafts_broke(),
            Work::Aside => self.stop_keeping(),
            Work::Prefs | Work::Templates | Work::House | Work::Kit => {}
            // The list is shown as if everything were there; opening says what is not.
            Work::Look => return,
        }
        let note = note.map(|path| say::job_broke_note(path.display()));
        let hint = [(work == Work::Drafts).then(|| recovery::broke_hint().to_owned()), note];
        self.tell(say::job_broke(), in_words(work), hint.into_iter().flatten().collect::<Vec<_>>().join("\n"));
    }
}

/// What did not happen because a job broke, what is as it was, and what to do.
fn in_words(work: Work) -> &'static str {
    match work {
        Work::Pick => say::broke_pick(),
        Work::Save => say::broke_save(),
        Work::Share => say::broke_share(),
        Work::Preview => say::broke_preview(),
        Work::Copy => say::broke_copy(),
        Work::Clipboard => hand::broke_clipboard(),
        Work::Kit => say::broke_kit(),
        Work::Pictures | Work::LargePicture => say::broke_pictures(),
        Work::AddPicture => moment_picture::broke(),
        Work::Templates => say::broke_templates(),
        Work::House => say::broke_house(),
        Work::Import => say::broke_import(),
        Work::Reread => say::broke_reread(),
        Work::Versions => say::broke_versions(),
        Work::Drafts => say::broke_drafts(),
        Work::Aside => conflict::aside_failed(),
        // Said elsewhere, or nothing that anybody waits for.
        Work::Open | Work::Prefs | Work::Look => say::job_broke(),
    }
}
