//! Saving the plan, and what becomes of a save that failed.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::conflict::Why;
use super::super::jobs::{Done, Purpose, Target, Work};
use super::super::{App, Asked};
use super::fleeting::warning;
use super::{Failed, Next, Outside, PlanFile, Told, name_of};
use crate::store::fs::{self, Base, FsErrorKind, Stamp};
use crate::store::home::Home;
use crate::store::lock::{self, Held, Locked};
use crate::store::{self, SaveError};
use crate::ui::dialogs::{NotSavedAnswer, not_saved_ui};
use crate::words::{conflict, window as say};

/// A save that failed, as it is told of.
#[derive(Clone, Debug)]
pub(in crate::app) struct NotSaved {
    title: &'static str,
    lines: Vec<String>,
    /// What is tried again.
    target: Target,
    /// It is about the folder: what is said of that follows how it stands.
    about_folder: bool,
}

/// A file that is in the way of a save.
#[derive(Clone, Copy, Debug)]
pub struct Occupied {
    /// What it holds.
    pub(in crate::app) stamp: Stamp,
    /// It is a plan, and another window has that open.
    pub(in crate::app) open_elsewhere: bool,
}

impl Occupied {
    /// `None` where it cannot be read.
    fn look(home: Option<&Home>, path: &Path) -> Option<Self> {
        let (bytes, stamp) = fs::load(path).ok()?;
        let plan = store::read(&bytes).ok().map(|loaded| loaded.campaign.id);
        let held = home.zip(plan).and_then(|(home, plan)| lock::look(home, plan, path));
        Some(Self { stamp, open_elsewhere: matches!(held, Some(Held::By(_))) })
    }
}

impl NotSaved {
    /// Says how the folder of the file stands.
    fn say_of_folder(&mut self, gone: bool) {
        let folder = self.target.path.parent().unwrap_or(&self.target.path).display().to_string();
        (self.title, self.lines) = if gone {
            (conflict::folder_gone(), vec![conflict::folder_gone_text(folder), conflict::folder_gone_hint().to_owned()])
        } else {
            (conflict::folder_back(), vec![conflict::folder_back_text(folder), conflict::folder_back_hint().to_owned()])
        };
    }
}

impl App {
    /// Saves to the plan's file, asking for one where there is none, and asking first where another program was at it.
    pub(in crate::app) fn save(&mut self, ctx: &egui::Context) {
        let file = &mut self.plan.file;
        if file.saving.is_some() {
            // Where the one under way goes is where this one goes, too, even if that is not known as the plan's file yet.
            file.again = true;
            return;
        }
        match (&file.outside, file.path.clone(), file.stamp) {
            (Outside::Gone, Some(path), _) => self.ask_gone(path),
            (Outside::Changed(_), ..) => self.read_again(ctx, Why::Asked { again: false }),
            (_, Some(path), Some(stamp)) if file.look_only.is_none() => {
                self.save_to(ctx, Target { path, base: Base::Loaded(stamp) });
            }
            _ => self.pick(ctx, Purpose::Save),
        }
    }

    fn ask_gone(&mut self, path: PathBuf) {
        if !self.asked.iter().any(|asked| matches!(asked, Asked::Gone(_))) {
            self.ask(Asked::Gone(path));
        }
    }

    /// Does the save that failed again, to the same place.
    pub(in crate::app) fn save_again(&mut self, ctx: &egui::Context) {
        match self.plan.file.failed.as_ref().map(|failed| failed.target.clone()) {
            Some(target) => self.save_to(ctx, target),
            None => self.save(ctx),
        }
    }

    /// The answer to the question about unsaved changes was "Save": what was asked for waits for it.
    pub(in crate::app) fn save_then(&mut self, ctx: &egui::Context, next: Next) {
        self.next = Some(next);
        self.save(ctx);
    }

    pub(in crate::app) fn save_to(&mut self, ctx: &egui::Context, target: Target) {
        if self.plan.file.saving.is_some() {
            self.plan.file.waiting = Some(target);
            return;
        }
        self.plan.doc.commit_gesture();
        self.plan.doc.seal();
        self.plan.file.saving = Some(target.clone());
        self.plan.file.failed = None;
        // The snapshot is a pointer: what is typed from now on is not in it, and stays unsaved.
        let (campaign, revision) = (Arc::clone(self.plan.doc.campaign()), self.plan.doc.revision());
        let generation = self.plan.generation;
        let (home, me) = (self.rim.home.clone(), self.holder());
        let keeping = self.keeping();
        // The lock of the file that the plan has already stays ours.
        let is_new_place = self.plan.file.lock.is_none() || self.plan.file.path.as_ref() != Some(&target.path);
        self.jobs().run(ctx, Work::Save, say::saving_plan(), move || {
            let result = keeping.around(&target.path, |care| store::save_plan_with(&target.path, &campaign, target.base, care));
            let locked = match &home {
                Some(home) if result.is_ok() && is_new_place => lock::lock(home, campaign.id, &target.path, &me),
                _ => Locked::NoLocks,
            };
            // What may be replaced is what is there when it is asked about.
            let exists = result.as_ref().is_err_and(|error| error.kind == FsErrorKind::Exists);
            let there = if exists { Occupied::look(home.as_ref(), &target.path) } else { None };
            Done::Saved { target, generation, revision, result, locked, there }
        });
    }

    pub(super) fn saved(
        &mut self,
        ctx: &egui::Context,
        target: Target,
        revision: u64,
        result: Result<store::Saved, SaveError>,
        locked: Locked,
        there: Option<Occupied>,
    ) {
        self.plan.file.saving = None;
        self.tell_of_versions();
        match result {
            Ok(saved) => {
                self.plan.doc.mark_saved(revision);
                self.plan_was_used();
                let before = std::mem::take(&mut self.plan.file);
                let same_place = before.path.as_ref() == Some(&target.path);
                if let Some(left) = before.path.as_ref().filter(|_| !same_place) {
                    // Whoever saved under another name knows of the file that is left behind.
                    self.watcher.knows(left);
                }
                let lock = match locked {
                    Locked::Ours(lock) => Some(lock),
                    Locked::Theirs(_) | Locked::NoLocks => before.lock.filter(|_| same_place),
                };
                // Saved over the very file that another window has: that window is still the one that edits it.
                let look_only = before.look_only.filter(|_| same_place && lock.is_none());
                let stays = same_place && before.told_of.is_none();
                let left = before.path.as_deref().filter(|_| before.keeps_both.as_ref() == Some(&target.path));
                let told = if let Some(left) = left {
                    Some(Told { text: conflict::notice_kept_both(name_of(&target.path), name_of(left)), elsewhere: false })
                } else if stays {
                    before.told
                } else if same_place {
                    None
                } else {
                    warning(&target.path).map(|text| Told { text: text.to_owned(), elsewhere: true })
                };
                let said_in_place = before.said_in_place && same_place;
                let told = if saved.in_place && !said_in_place {
                    Some(Told { text: conflict::notice_in_place(name_of(&target.path)), elsewhere: true })
                } else {
                    told
                };
                self.plan.file = PlanFile {
                    path: Some(target.path),
                    stamp: Some(saved.stamp),
                    saved_at: Some(self.rim.clock.now().time()),
                    look_only,
                    lock,
                    told,
                    copies: if same_place { before.copies } else { Vec::new() },
                    said_in_place: said_in_place || saved.in_place,
                    ..PlanFile::default()
                };
                match before.waiting {
                    // The file it was to go over is another one now: the one that was just written.
                    Some(Target { path, .. }) if Some(&path) == self.plan.file.path.as_ref() => {
                        self.save_to(ctx, Target { path, base: Base::Loaded(saved.stamp) });
                    }
                    Some(target) => self.save_to(ctx, target),
                    None if before.again && self.plan.doc.is_dirty() => self.save(ctx),
                    None => self.go_on(ctx),
                }
            }
            Err(error) => {
                self.plan.file.waiting = None;
                self.plan.file.again = false;
                self.not_saved(ctx, target, &error, there);
            }
        }
    }

    /// What waits for the save goes on waiting where there is something to answer.
    fn not_saved(&mut self, ctx: &egui::Context, target: Target, error: &SaveError, there: Option<Occupied>) {
        let own = self.plan.file.path.as_ref() == Some(&target.path);
        match error.kind {
            FsErrorKind::Exists if there.is_some() => {
                self.ask(Asked::Replace { purpose: Purpose::Save, path: target.path, there });
            }
            FsErrorKind::ChangedOnDisk if own => {
                let again = matches!(&self.plan.file.outside, Outside::Changed(_));
                self.watcher.begin_again();
                self.plan.file.outside = Outside::Changed(None);
                self.read_again(ctx, Why::Asked { again });
            }
            // It changed while we asked whether it may be replaced: asked once more, about what is there now.
            FsErrorKind::ChangedOnDisk => self.save_to(ctx, Target { base: Base::New, ..target }),
            FsErrorKind::Gone if own => {
                self.plan.file.outside = Outside::Gone;
                self.watcher.begin_again();
                self.ask_gone(target.path);
            }
            FsErrorKind::NoFolder if own => {
                self.plan.file.outside = Outside::FolderGone;
                self.watcher.begin_again();
                let mut told = NotSaved { title: "", lines: Vec::new(), target, about_folder: true };
                told.say_of_folder(true);
                self.ask(Asked::NotSaved(Box::new(told)));
            }
            kind => {
                // What is gone can be made anew; that loses nothing.
                let base = if kind == FsErrorKind::Gone { Base::New } else { target.base };
                let reason = error.message.trim_end_matches('.').to_owned();
                let target = Target { base, ..target };
                let mut lines = vec![error.to_string(), error.hint.clone()];
                // A plan that its own file holds is saved, whatever became of another file.
                let holds = self.plan.file.name().filter(|_| !own && !self.plan.doc.is_dirty());
                let title = if let Some(file) = holds {
                    lines.push(say::still_saved(file));
                    say::elsewhere_failed()
                } else {
                    self.plan.file.failed = Some(Failed { reason, target: target.clone() });
                    say::cannot_save()
                };
                self.ask(Asked::NotSaved(Box::new(NotSaved { title, lines, target, about_folder: false })));
            }
        }
    }

    /// What a question says of the folder is true of it now, also where it came back while nobody answered.
    pub(in crate::app) fn follow_folder(&mut self) {
        let gone = matches!(self.plan.file.outside, Outside::FolderGone);
        for asked in &mut self.asked {
            if let Asked::NotSaved(told) = asked
                && told.about_folder
            {
                told.say_of_folder(gone);
            }
        }
    }

    /// Draws the question after a save that failed, and does what was answered; true once it was.
    pub(in crate::app) fn ask_not_saved(&mut self, ui: &mut egui::Ui, ctx: &egui::Context, failed: &NotSaved) -> bool {
        let lines: Vec<&str> = failed.lines.iter().map(String::as_str).collect();
        match not_saved_ui(ui, failed.title, &lines) {
            None => return false,
            Some(NotSavedAnswer::Again) => self.save_to(ctx, failed.target.clone()),
            Some(NotSavedAnswer::Elsewhere) => self.pick(ctx, Purpose::Save),
            Some(NotSavedAnswer::Close) => self.next = None,
        }
        true
    }
}
