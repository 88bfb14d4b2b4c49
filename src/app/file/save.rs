//! Saving the plan, and what becomes of a save that failed.

use std::sync::Arc;

use super::super::jobs::{Done, Purpose, Target, Work};
use super::super::{App, Asked};
use super::{Failed, Next, PlanFile};
use crate::store::fs::{Base, FsErrorKind};
use crate::store::{self, SaveError};
use crate::words::window as say;

impl App {
    /// Saves to the plan's file, asking for one where there is none.
    pub(in crate::app) fn save(&mut self, ctx: &egui::Context) {
        let file = &mut self.plan.file;
        if file.saving {
            // Where the one under way goes is where this one goes, too, even if that is not known as the plan's file yet.
            file.again = true;
            return;
        }
        match (file.path.clone(), file.stamp) {
            (Some(path), Some(stamp)) if !file.read_only => self.save_to(ctx, Target { path, base: Base::Loaded(stamp) }),
            _ => self.pick(ctx, Purpose::Save),
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
        if self.plan.file.saving {
            self.plan.file.waiting = Some(target);
            return;
        }
        self.plan.doc.commit_gesture();
        self.plan.doc.seal();
        self.plan.file.saving = true;
        self.plan.file.failed = None;
        // The snapshot is a pointer: what is typed from now on is not in it, and stays unsaved.
        let (campaign, revision) = (Arc::clone(self.plan.doc.campaign()), self.plan.doc.revision());
        let generation = self.plan.generation;
        self.jobs().run(ctx, Work::Save, say::saving_plan(), move || {
            let result = store::save_plan(&target.path, &campaign, target.base);
            Done::Saved { target, generation, revision, result }
        });
    }

    pub(super) fn saved(&mut self, ctx: &egui::Context, target: Target, revision: u64, result: Result<store::Saved, SaveError>) {
        self.plan.file.saving = false;
        match result {
            Ok(saved) => {
                self.plan.doc.mark_saved(revision);
                let saved_at = Some(self.rim.clock.now().time());
                self.plan_was_used();
                let (waiting, again) = (self.plan.file.waiting.take(), self.plan.file.again);
                self.plan.file = PlanFile { path: Some(target.path), stamp: Some(saved.stamp), saved_at, ..PlanFile::default() };
                match waiting {
                    // The file it was to go over is another one now: the one that was just written.
                    Some(Target { path, .. }) if Some(&path) == self.plan.file.path.as_ref() => {
                        self.save_to(ctx, Target { path, base: Base::Loaded(saved.stamp) });
                    }
                    Some(target) => self.save_to(ctx, target),
                    None if again && self.plan.doc.is_dirty() => self.save(ctx),
                    None => self.go_on(ctx),
                }
            }
            Err(error) => {
                self.plan.file.waiting = None;
                self.plan.file.again = false;
                match error.kind {
                    // What waits for the save goes on waiting for the answer.
                    FsErrorKind::Exists => {
                        self.ask(Asked::Replace { purpose: Purpose::Save, path: target.path, changed: false });
                    }
                    kind => {
                        let reason = error.message.trim_end_matches('.').to_owned();
                        let changed_on_disk = kind == FsErrorKind::ChangedOnDisk;
                        // A file that is gone can be made anew; that loses nothing.
                        let base = if kind == FsErrorKind::Gone { Base::New } else { target.base };
                        let target = Target { base, ..target };
                        if changed_on_disk {
                            self.ask(Asked::Replace { purpose: Purpose::Save, path: target.path.clone(), changed: true });
                        } else {
                            self.next = None;
                            self.tell(say::cannot_save(), error.to_string(), error.hint);
                        }
                        self.plan.file.failed = Some(Failed { reason, changed_on_disk, target });
                    }
                }
            }
        }
    }
}
