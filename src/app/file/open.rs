//! Opening a plan: reading it, and putting it in the place of the one on screen.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::super::jobs::{Done, Work};
use super::super::salvage::Rescue;
use super::super::slow::SOON;
use super::super::{App, Screen, Seek};
use super::{Next, PlanFile};
use crate::edit::Document;
use crate::store::fs::CutOff;
use crate::store::history::{self, Facts};
use crate::store::home::Home;
use crate::store::lock::{self, Holder, Lock, Locked};
use crate::store::{self, Opened, WhyLookOnly};
use crate::ui::picture::{Busy, busy_ui};
use crate::ui::view::LookOnly;
use crate::words::window as say;

/// The plan that is being read, and the one that nobody waits for any more.
#[derive(Debug, Default)]
pub(in crate::app) struct Reading {
    /// Its file, and since when, in the time of the window.
    now: Option<(PathBuf, f64)>,
    /// Tells the job that reads it that nobody waits any more.
    stop: Arc<AtomicBool>,
    /// The one whose reading was stopped, until its job ends.
    stopped: Option<PathBuf>,
}

impl Reading {
    fn begin(&mut self, ctx: &egui::Context, path: &Path) {
        self.stopped = self.stopped.take().filter(|stopped| stopped != path);
        self.now = Some((path.to_owned(), ctx.input(|input| input.time)));
        self.stop = Arc::default();
        ctx.request_repaint_after_secs(SOON as f32);
    }

    /// The job whose reading was stopped has ended. The same file may be read once more by now.
    pub(super) fn forget(&mut self, path: &Path) {
        self.stopped.take_if(|stopped| stopped == path);
    }

    /// A plan was read, or could not be; whether somebody still waits for it.
    pub(super) fn end(&mut self, path: &Path) -> bool {
        self.now = self.now.take().filter(|(reading, _)| reading != path);
        self.stopped.take_if(|stopped| stopped == path).is_none()
    }
}

impl App {
    /// Says that a plan is being read where that takes its time, with a way to stop it; returns whether there is anything to say.
    pub(in crate::app) fn show_reading(&mut self, ui: &egui::Ui) -> bool {
        let Some((path, since)) = &self.reading.now else { return false };
        let left = since + SOON - ui.input(|input| input.time);
        if left > 0.0 {
            ui.ctx().request_repaint_after_secs(left as f32);
            return false;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if busy_ui(Busy::File(&name), ui.ctx().content_rect(), ui) {
            self.reading.stop.store(true, Ordering::Relaxed);
            self.reading.stopped = self.reading.now.take().map(|(path, _)| path);
            if self.view.screen == Screen::Nothing {
                // The program was started for it, and there is nothing else to see.
                self.view.screen = Screen::Welcome;
            }
            ui.ctx().request_repaint();
        }
        true
    }

    pub(super) fn open(&mut self, ctx: &egui::Context, path: PathBuf) {
        // A table is no plan, but one can be made of it, once it is known what it says.
        if super::super::import::is_table_file(&path) {
            self.plan_of_table(ctx, path);
            return;
        }
        self.opening = Some(path.clone());
        self.reading.begin(ctx, &path);
        let asked_for = self.plan.state();
        let (home, me, at) = (self.rim.home.clone(), self.holder(), self.rim.clock.utc());
        let stop = Arc::clone(&self.reading.stop);
        self.jobs().run(ctx, Work::Open, say::opening_plan(), move || read(home.as_ref(), path, asked_for, (&me, at), &stop));
    }

    /// The job that reads a plan broke, or there was no thread for it. It is read here, once: the window waits meanwhile, which
    /// is better than a plan that does not open.
    pub(super) fn open_after_all(&mut self, ctx: &egui::Context) {
        self.next = None;
        self.reading = Reading::default();
        let Some(path) = self.opening.take() else { return };
        let (asked_for, me, at) = (self.plan.state(), self.holder(), self.rim.clock.utc());
        let again = || read(self.rim.home.as_ref(), path.clone(), asked_for, (&me, at), &Arc::default());
        if let Some(done) = crate::expected::expecting(again) {
            self.opening = Some(path);
            return self.done(ctx, done);
        }
        if self.plan.doc.is_untouched() && self.plan.file.path.is_none() {
            // An empty plan that nobody asked for is not what was to be opened.
            self.view.screen = Screen::Welcome;
        }
        self.tell(say::cannot_open(), say::open_broke(path.display()), say::open_broke_hint());
    }

    pub(super) fn opened(&mut self, ctx: &egui::Context, path: PathBuf, asked_for: (u64, u64), opened: Opened, locked: Locked) {
        if self.plan.state() != asked_for || self.plan.file.saving.is_some() {
            // The plan on screen went on while the file was read: what is new in it was not asked about.
            self.proceed_or_ask(ctx, Next::OpenPath(path));
            return;
        }
        let notices: Vec<String> = opened.notices.iter().map(|notice| notice.message.clone()).collect();
        if opened.notices.iter().any(|notice| notice.unreadable) {
            // Part of the file could not be read. Saving over it would make that lasting, so this is a copy without a file.
            self.put(Document::unsaved(opened.campaign), PlanFile::default());
            self.tell(say::opened_as_copy(), notices.join("\n"), say::opened_as_copy_hint());
            return;
        }
        if opened.from_document {
            // A plan is not what the document is: it has no file until it is saved as one.
            self.put(Document::unsaved(opened.campaign), PlanFile::default());
            self.tell(say::opened_with_notices(), notices.join("\n"), "");
            return;
        }
        let (lock, look_only) = match locked {
            Locked::Ours(lock) => (Some(lock), None),
            // The file that is open here already is read once more.
            Locked::Theirs(holder) => match self.own_lock(opened.campaign.id, &path) {
                Some(lock) => (Some(lock), None),
                None => return self.ask_opened_twice(path, opened, holder),
            },
            Locked::NoLocks => (None, reason(&opened)),
        };
        self.put_opened(ctx, path, opened, lock, look_only);
    }

    /// Puts a plan that was read in the place of the one on screen.
    pub(in crate::app) fn put_opened(
        &mut self,
        ctx: &egui::Context,
        path: PathBuf,
        opened: Opened,
        lock: Option<Lock>,
        look_only: Option<LookOnly>,
    ) {
        let notices: Vec<String> = opened.notices.iter().map(|notice| notice.message.clone()).collect();
        let file = PlanFile { path: Some(path), stamp: Some(opened.stamp), look_only, lock, ..PlanFile::default() };
        let plan = opened.campaign.id;
        self.put(Document::opened(opened.campaign), file);
        self.plan_was_used();
        self.look_for_drafts(ctx, Seek::Opened(plan));
        if !notices.is_empty() {
            self.tell(say::opened_with_notices(), notices.join("\n"), "");
        }
    }
}

/// Reads a plan, and takes its lock, unless somebody stops it.
fn read(home: Option<&Home>, path: PathBuf, asked_for: (u64, u64), (me, at): (&Holder, i64), stop: &Arc<AtomicBool>) -> Done {
    if stop.load(Ordering::Relaxed) {
        return Done::GivenUp(path);
    }
    // A save that was cut off while it wrote in place is finished before anybody reads half of it.
    let left_alone = home.map(|home| store::fs::finish_pending(&home.pending())).unwrap_or_default();
    let kept = home.map(|home| keep_cut_off(home, &path, at, left_alone)).unwrap_or_default();
    let stopped = Arc::clone(stop);
    let mut result = match store::open_plan_while(&path, move || !stopped.load(Ordering::Relaxed)) {
        Ok(None) => return Done::GivenUp(path),
        Ok(Some(opened)) => Ok(Box::new(opened)),
        Err(error) => Err(error),
    };
    let rescue = result.as_ref().err().map(|error| Rescue::of(home, &path, error)).unwrap_or_default();
    let cut_off = result.is_ok() && !kept.is_empty();
    if cut_off {
        // Somebody wrote the file since, so nobody will finish that save. It is a version now.
        for pending in &kept {
            drop(store::fs::discard(pending));
        }
    }
    if let Ok(opened) = &mut result {
        opened.closed = !opened.from_document && !opened.read_only && store::fs::is_closed(&path);
        // What saves that were cut off left beside the plan, unless somebody still writes it.
        let _removed = store::fs::remove_leftovers(&path, crate::cli::clock::now());
    }
    let locked = result.as_ref().map_or(Locked::NoLocks, |opened| lock_of(home, opened, &path, me));
    Done::Opened { path, asked_for, result, locked, rescue, cut_off }
}

/// What a save that was cut off was to write into this file, while somebody else wrote it since, becomes a version of the plan:
/// there it is found. Returns where it waited.
fn keep_cut_off(home: &Home, path: &Path, at: i64, left_alone: Vec<CutOff>) -> Vec<PathBuf> {
    let mut done = Vec::new();
    for cut_off in left_alone {
        let CutOff::Open { path: of, content, kept } = cut_off else { continue };
        let (health, Some(campaign)) = history::look_at(&content) else { continue };
        let moments = Some(campaign.moment_count());
        let facts = Facts { at, path: Some(of.display().to_string()), health, moments, ..Facts::default() };
        // The save may have named the file by what a link leads to.
        let same = of == path || std::path::absolute(path).is_ok_and(|path| of == path);
        if same && history::keep(home, campaign.id, &content, facts).is_ok() {
            done.push(kept);
        }
    }
    done
}

/// Takes the lock of a plan that was read from that file. Whoever cannot write the file is in nobody's way.
pub(in crate::app) fn lock_of(home: Option<&Home>, opened: &Opened, path: &Path, me: &Holder) -> Locked {
    match home {
        Some(home) if !opened.from_document && !opened.read_only && !opened.closed && opened.look_only.is_none() => {
            lock::lock(home, opened.campaign.id, path, me)
        }
        _ => Locked::NoLocks,
    }
}

/// Why a plan that was read can only be looked at, by itself.
pub(in crate::app) fn reason(opened: &Opened) -> Option<LookOnly> {
    match &opened.look_only {
        Some(WhyLookOnly::Newer { needs }) => Some(LookOnly::Newer(needs.clone())),
        None if opened.read_only => Some(LookOnly::MarkedReadOnly),
        None => opened.closed.then_some(LookOnly::Closed),
    }
}
