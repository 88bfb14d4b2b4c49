//! A draft comes back: over the file that it began with, or, where that is another one since, put together with what changed
//! there. Where the two do not go together nothing is decided for anybody: the draft becomes a copy, takes the file's place, or
//! gives way, as it is in a window whose file changes while it is open.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::App;
use super::file::{Next, PlanFile, Told, lock_of, name_of, reason};
use super::jobs::{Done, Target, Work};
use super::journal::TakenOver;
use super::recover::DraftNews;
use super::salvage::Rescue;
use crate::check::Options;
use crate::edit::Document;
use crate::model::Campaign;
use crate::model::difference::merge;
use crate::store::fs::Base;
use crate::store::home::Home;
use crate::store::journal::{self, Found};
use crate::store::lock::{Holder, Locked};
use crate::store::{self, FsErrorKind, OpenError, Opened};
use crate::ui::compare::Comparison;
use crate::ui::dialogs::{DraftLook, RestoreWay};
use crate::words::recovery as say;

/// A draft that was read, and everything that restoring it needs.
#[derive(Debug)]
pub struct Ready {
    found: Found,
    base: Arc<Campaign>,
    steps: Vec<(String, Arc<Campaign>)>,
    /// When each of them was done.
    times: Vec<i64>,
    file: FileNow,
    look: DraftLook,
}

/// The file that a draft belongs to, as it is now.
#[derive(Debug)]
enum FileNow {
    /// There is none, or none that can be opened and written.
    None,
    /// It holds what the edits began with.
    Same(PathBuf, Box<Opened>),
    /// It holds something else, with which the draft goes together as that, or does not.
    Changed(PathBuf, Box<Opened>, Option<Arc<Campaign>>),
}

impl App {
    /// Opens what was looked at, as unsaved over what its file holds. The caller knows that nothing is lost.
    pub(super) fn restore(&mut self, ctx: &egui::Context, way: RestoreWay) {
        let Some(ready) = self.drafts.ready.take() else { return };
        if !ready.opens_file(way) {
            return self.put_back(ctx, *ready, way, Locked::NoLocks);
        }
        let (home, me, asked_for) = (self.rim.home.clone(), self.holder(), self.plan.state());
        self.jobs().run(ctx, Work::Drafts, say::restoring(), move || {
            let locked = ready.lock(home.as_ref(), &me);
            Done::Drafts(Box::new(DraftNews::Locked { ready, way, locked, asked_for }))
        });
    }

    /// The lock of the file that a draft belongs to was taken, or another window has it.
    pub(super) fn restore_locked(
        &mut self,
        ctx: &egui::Context,
        ready: Box<Ready>,
        way: RestoreWay,
        locked: Locked,
        asked_for: (u64, u64),
    ) {
        if self.plan.state() == asked_for && self.plan.file.saving.is_none() {
            self.put_back(ctx, *ready, way, locked);
        } else {
            // The plan on screen went on meanwhile: what is new in it was not asked about.
            self.drafts.ready = Some(ready);
            self.proceed_or_ask(ctx, Next::Restore(way));
        }
    }

    fn put_back(&mut self, ctx: &egui::Context, ready: Ready, way: RestoreWay, locked: Locked) {
        let Ready { found, base, steps, mut times, file, .. } = ready;
        // A draft that is lost once more still says since when, and until when.
        let mut began = found.since;
        let generation = self.plan.generation;
        let (mut written_over, mut aside) = (None, false);
        let (base, steps) = match file {
            FileNow::None => {
                self.put(Document::unsaved(Campaign::clone(&base)), PlanFile::default());
                (base, steps)
            }
            FileNow::Same(path, opened) => {
                self.open_for(ctx, path, opened, locked);
                (base, steps)
            }
            FileNow::Changed(path, _, _) if way == RestoreWay::Both => {
                self.put(Document::unsaved(Campaign::clone(&base)), PlanFile::default());
                self.plan.file.told = Some(Told { text: say::kept_both(name_of(&path)), elsewhere: true });
                (base, steps)
            }
            FileNow::Changed(path, opened, merged) => {
                // The steps lead from another state than the file has now. As one step nothing of that is taken back by half.
                let last = steps.last().map_or(&base, |(_, last)| last);
                let last = merged.filter(|_| way == RestoreWay::AsItIs).unwrap_or_else(|| Arc::clone(last));
                let now = Arc::new(opened.campaign.clone());
                aside = way == RestoreWay::Theirs;
                written_over = (way == RestoreWay::Mine).then(|| Target { path: path.clone(), base: Base::Loaded(opened.stamp) });
                self.open_for(ctx, path, opened, locked);
                (times, began) = (vec![found.since], found.until);
                (now, vec![(say::step_restored().to_owned(), last)])
            }
        };
        if self.plan.generation == generation {
            // The file was not opened, and why is said. The draft stays.
            return;
        }
        let has_file = self.plan.file.path.is_some();
        let doc = Document::recovered(Arc::clone(&base), steps.clone()).with_typing_pause(self.rim.typing_pause);
        self.plan.doc = if has_file { doc } else { doc.without_file() };
        self.drafts.found.retain(|other| *other != found);
        let steps = times.into_iter().zip(steps).map(|(at, (label, state))| (at, label, state)).collect();
        if let Some(path) = &found.head.path {
            // What was in the way of opening the file was the reason to look for the draft. It is here now.
            self.asked.retain(|asked| !asked.is_of_opening(path));
        }
        // What could not go back to its file belongs there all the same, unless it is to be another plan from now on.
        let belongs = found.head.path.clone().filter(|_| !has_file && way != RestoreWay::Both);
        let home = belongs.map(|path| (path, found.head.stamp));
        self.journal.taken_over = Some(TakenOver { base: (began, base), steps, found, home });
        if aside {
            // The draft is one redo away, and the journal has it until the plan goes.
            self.note_state();
            self.plan.doc.undo();
        }
        if let Some(target) = written_over.filter(|_| self.plan.file.look_only.is_none()) {
            self.note_state();
            self.save_to(ctx, target);
        }
        ctx.request_repaint();
    }

    /// Opens a file that was read already, as if it had just been chosen.
    fn open_for(&mut self, ctx: &egui::Context, path: PathBuf, opened: Box<Opened>, locked: Locked) {
        let asked_for = self.plan.state();
        self.drafts.restoring = true;
        self.done(ctx, Done::Opened { path, asked_for, result: Ok(opened), locked, rescue: Rescue::default(), cut_off: false });
        self.drafts.restoring = false;
    }
}

impl Ready {
    /// Whether restoring it in that way opens its file.
    fn opens_file(&self, way: RestoreWay) -> bool {
        match &self.file {
            FileNow::None => false,
            FileNow::Same(..) => true,
            FileNow::Changed(..) => way != RestoreWay::Both,
        }
    }

    /// Takes the lock of its file.
    fn lock(&self, home: Option<&Home>, me: &Holder) -> Locked {
        match &self.file {
            FileNow::None => Locked::NoLocks,
            FileNow::Same(path, opened) | FileNow::Changed(path, opened, _) => lock_of(home, opened, path, me),
        }
    }

    /// What is to be seen of it before it is restored.
    pub(super) fn look(&self) -> &DraftLook {
        &self.look
    }

    /// Reads a draft and its file, and works out what lies between.
    /// `open` is the file of the plan on screen: a draft whose own file is not there may belong to that.
    pub(super) fn read(home: &Home, found: Found, open: Option<&Path>, options: &Options) -> Result<Self, String> {
        let recovered = journal::recover(home, &found).map_err(|cause| cause.message)?;
        let last = Arc::clone(recovered.last());
        let base = Arc::clone(&recovered.base);
        let mut notes = Vec::new();
        let file = match &found.head.path {
            None => FileNow::None,
            Some(path) => match open.and_then(|open| FileNow::moved(path, open, &found)) {
                Some(moved) => {
                    notes.push(say::file_moved(open.map(name_of).unwrap_or_default()));
                    moved
                }
                None => FileNow::of(path, &found, (&base, &last), &mut notes),
            },
        };
        if recovered.cut {
            notes.push(say::cut_short().to_owned());
        }
        if recovered.lost_pictures > 0 {
            notes.push(say::lost_pictures().to_owned());
        }
        let between = |from: &Campaign, to: &Campaign| Arc::new(Comparison::between(from, to).with_findings(from, to, options));
        let look = match &file {
            FileNow::None | FileNow::Same(..) => {
                let has_file = !matches!(file, FileNow::None);
                DraftLook::There { now: between(&base, &last), sides: None, has_file, choose: None, notes }
            }
            FileNow::Changed(path, opened, merged) => {
                let to = merged.as_ref().unwrap_or(&last);
                let sides = Some([between(&base, &last), between(&base, &opened.campaign)]);
                let choose = merged.is_none().then(|| name_of(path));
                DraftLook::There { now: between(&opened.campaign, to), sides, has_file: true, choose, notes }
            }
        };
        Ok(Self { found, base, steps: recovered.steps, times: recovered.times, file, look })
    }
}

impl FileNow {
    /// The file that is open, where the draft's own is not there and that one holds exactly what the edits began with: it was
    /// given another name or another folder.
    fn moved(path: &Path, open: &Path, found: &Found) -> Option<Self> {
        let is_gone = store::fs::glance(path).is_err_and(|cause| cause.kind == FsErrorKind::NotFound);
        let mut opened = store::open_plan(open).ok().filter(|_| is_gone)?;
        opened.closed = !opened.read_only && store::fs::is_closed(open);
        let same = opened.campaign.id == found.head.plan && Some(opened.stamp) == found.head.stamp;
        let is_ours = same && !opened.from_document && reason(&opened).is_none();
        is_ours.then(|| Self::Same(open.to_owned(), Box::new(opened)))
    }

    fn of(path: &Path, found: &Found, (base, last): (&Campaign, &Campaign), notes: &mut Vec<String>) -> Self {
        let note = match store::open_plan(path) {
            Ok(opened) if opened.from_document || opened.notices.iter().any(|notice| notice.unreadable) => say::file_unreadable(),
            Ok(opened) if opened.campaign.id != last.id => say::file_other(),
            // Whoever cannot write the file has to put the draft somewhere else.
            Ok(mut opened) => {
                opened.closed = !opened.read_only && store::fs::is_closed(path);
                if reason(&opened).is_some() {
                    say::file_closed()
                } else if Some(opened.stamp) == found.head.stamp {
                    return Self::Same(path.to_owned(), Box::new(opened));
                } else {
                    let merged = merge(base, last, &opened.campaign).ok().map(Arc::new);
                    let note = if merged.is_some() { say::file_merged() } else { say::file_clash() };
                    notes.push(note.to_owned());
                    return Self::Changed(path.to_owned(), Box::new(opened), merged);
                }
            }
            Err(OpenError::Disk { cause, .. }) if cause.kind == FsErrorKind::NotFound => say::file_gone(),
            Err(_) => say::file_unreadable(),
        };
        notes.push(note.to_owned());
        Self::None
    }
}
