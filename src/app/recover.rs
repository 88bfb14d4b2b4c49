//! What was lost is offered again: drafts are looked for when the window opens, looked at in a dialog, and restored, left for
//! later, or put into the trash. Nothing loads itself, and nothing is thrown away unasked.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::file::{Next, PlanFile, lock_of};
use super::jobs::{Done, Work};
use super::journal::TakenOver;
use super::salvage::Rescue;
use super::{App, Asked, Clock};
use crate::check::Options;
use crate::cli::clock::Now;
use crate::edit::Document;
use crate::model::{Campaign, PlanId};
use crate::store::home::Home;
use crate::store::journal::{self, Found, Trashed};
use crate::store::{self, FsErrorKind, OpenError, Opened};
use crate::ui::compare::Comparison;
use crate::ui::dialogs::{DraftLook, DraftRow, RecoveryAnswer, RecoveryDraft, recovery_ui};
use crate::ui::welcome::WaitingDraft;
use crate::words::recovery as say;

/// Why drafts are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seek {
    /// The window opened: what waits is offered.
    Start,
    /// That plan was opened, and another window may have left something of it: that is offered, unless it was before.
    Opened(PlanId),
    /// The start page says what waits.
    Page,
}

/// What a job found out about drafts.
#[derive(Debug)]
pub enum DraftNews {
    /// These wait, and that many could not be read at all and lie in the trash now.
    Found(Seek, Vec<Found>, usize),
    /// One was read, or why not.
    Looked(Box<Found>, Result<Box<Ready>, String>),
    /// These wait, and those lie in the trash.
    Listed(Vec<Found>, Vec<Trashed>),
    /// One was taken out of the trash, or why not.
    PutBack(Result<(), String>),
    /// One was put into the trash, or why not.
    Discarded(Box<Found>, Result<(), String>),
}

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
    /// There is none, or none that can be opened.
    None,
    /// It holds what the edits began with.
    Same(PathBuf, Box<Opened>),
    /// It holds something else.
    Changed(PathBuf, Box<Opened>),
}

/// What is known about drafts.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    looked: bool,
    /// The program stopped by itself before this start.
    crashed: bool,
    /// Those that wait, the last one first.
    pub(super) found: Vec<Found>,
    /// Those that were offered since the window opened.
    offered: Vec<Found>,
    /// The one that is looked at.
    ready: Option<Box<Ready>>,
    /// What is opened is opened for a draft.
    restoring: bool,
}

impl App {
    /// The program stopped by itself before: what was lost is offered before anything else, with a line on what happened.
    pub fn recover_first(&mut self) {
        self.drafts.crashed = true;
    }

    /// Looks for drafts once, when the window opens.
    pub(super) fn look_for_drafts_at_first(&mut self, ctx: &egui::Context) {
        if !self.drafts.looked {
            self.drafts.looked = true;
            self.look_for_drafts(ctx, Seek::Start);
        }
    }

    /// Looks for drafts on a thread of its own.
    pub(super) fn look_for_drafts(&self, ctx: &egui::Context, seek: Seek) {
        let Some(home) = self.rim.home.clone().filter(|_| !self.drafts.restoring) else { return };
        let now = self.rim.clock.utc();
        self.jobs().run(ctx, Work::Drafts, say::looking(), move || {
            let unreadable = if seek == Seek::Start { journal::tidy(&home, now) } else { 0 };
            Done::Drafts(Box::new(DraftNews::Found(seek, journal::found(&home), unreadable)))
        });
    }

    /// Takes in what a job found out.
    pub(super) fn drafts_news(&mut self, ctx: &egui::Context, news: DraftNews) {
        match news {
            // The one that is looked at keeps its place in the list.
            DraftNews::Found(Seek::Page | Seek::Opened(_), ..) | DraftNews::Listed(..) if self.recovery_draft().is_some() => {}
            DraftNews::Found(Seek::Page, found, _) => {
                self.drafts.found = found;
                self.refill_start_page(ctx);
            }
            DraftNews::Found(Seek::Opened(plan), found, _) => {
                self.drafts.found = found;
                let is_new = |found: &Found| found.head.plan == plan && !self.drafts.offered.contains(found);
                if self.plan.doc.campaign().id == plan && self.drafts.found.iter().any(is_new) {
                    self.offer_drafts(ctx, false);
                }
            }
            DraftNews::Found(Seek::Start, found, unreadable) => {
                self.drafts.found = found;
                if unreadable > 0 {
                    let trash = self.rim.home.as_ref().map(|home| home.trash().display().to_string()).unwrap_or_default();
                    self.tell(say::unreadable(unreadable), say::unreadable_text(trash), "");
                }
                self.refill_start_page(ctx);
                let crashed = std::mem::take(&mut self.drafts.crashed);
                if self.drafts.found.is_empty() {
                    if crashed {
                        let note = self.crash_note().unwrap_or_default();
                        self.tell(say::after_crash_nothing(), say::after_crash_nothing_text(), note);
                    }
                } else {
                    self.offer_drafts(ctx, crashed);
                }
            }
            DraftNews::Listed(found, trashed) => {
                self.drafts.found = found;
                self.unsaved_work_listed(ctx, trashed);
            }
            DraftNews::PutBack(Ok(())) => self.list_unsaved_work(ctx),
            DraftNews::PutBack(Err(reason)) => self.tell(say::cannot_put_back(), reason, ""),
            DraftNews::Looked(found, result) => self.draft_read(&found, result),
            DraftNews::Discarded(found, Ok(())) => self.draft_gone(ctx, &found),
            DraftNews::Discarded(_, Err(reason)) => self.tell(say::cannot_discard(), reason, ""),
        }
    }

    /// The job about a draft broke: it is said like any other, and nothing waits for it.
    pub(super) fn drafts_broke(&mut self) {
        if let Some(draft) = self.recovery_draft() {
            draft.look = DraftLook::Damaged(say::broke_reading().to_owned());
        }
    }

    /// Where the note about the crash is.
    fn crash_note(&self) -> Option<String> {
        let note = super::crash::newest(self.rim.home.as_ref()?)?;
        Some(crate::words::crash::text_note(note.display()))
    }

    /// The draft that is looked at first: the newest of the plan that is opened, else the newest.
    fn first_draft(&self) -> usize {
        let (plan, path) = (self.plan.doc.campaign().id, self.plan.file.path.as_ref().or(self.opening.as_ref()));
        let of_plan = |found: &Found| self.plan.file.path.is_some() && found.head.plan == plan;
        let of_file = |found: &Found| path.is_some() && found.head.path.as_ref() == path;
        self.drafts.found.iter().position(|found| of_plan(found) || of_file(found)).unwrap_or(0)
    }

    fn recovery_draft(&mut self) -> Option<&mut RecoveryDraft> {
        self.asked.iter_mut().find_map(|asked| if let Asked::Recovery(draft) = asked { Some(&mut **draft) } else { None })
    }

    /// Shows the drafts that wait.
    pub(super) fn review_drafts(&mut self, ctx: &egui::Context) {
        if self.drafts.found.is_empty() {
            self.tell(say::nothing_waits(), say::nothing_waits_text(), "");
        } else {
            self.offer_drafts(ctx, false);
        }
    }

    /// Shows the drafts that wait, and reads the one of the plan that is opened.
    fn offer_drafts(&mut self, ctx: &egui::Context, crashed: bool) {
        let at = self.first_draft();
        self.offer_draft(ctx, at, crashed);
    }

    pub(super) fn offer_draft(&mut self, ctx: &egui::Context, at: usize, crashed: bool) {
        self.asked.retain(|asked| !matches!(asked, Asked::Recovery(_)));
        let now = self.rim.clock.now();
        let rows = self.drafts.found.iter().map(|found| row(found, self.rim.clock, now)).collect();
        let trash = self.rim.home.as_ref().map(|home| home.trash().display().to_string()).unwrap_or_default();
        let plans = self.drafts.found.iter().map(|found| found.head.plan).collect::<HashSet<_>>().len();
        let note = crashed.then(|| self.crash_note()).flatten();
        let draft = RecoveryDraft { crashed, note, rows, plans, at, trash, ..RecoveryDraft::default() };
        self.drafts.offered.clone_from(&self.drafts.found);
        // Whatever else waits to be read can wait.
        self.asked.push_front(Asked::Recovery(Box::new(draft)));
        self.read_draft(ctx, at);
        ctx.request_repaint();
    }

    /// Reads a draft, and what its file holds now.
    fn read_draft(&mut self, ctx: &egui::Context, at: usize) {
        let (Some(home), Some(found)) = (self.rim.home.clone(), self.drafts.found.get(at).cloned()) else { return };
        self.drafts.ready = None;
        let options = self.options();
        self.jobs().run(ctx, Work::Drafts, say::reading(), move || {
            let read = Ready::read(&home, found.clone(), &options).map(Box::new);
            Done::Drafts(Box::new(DraftNews::Looked(Box::new(found), read)))
        });
    }

    fn draft_read(&mut self, found: &Found, result: Result<Box<Ready>, String>) {
        let asked_for = self.recovery_draft().map(|draft| draft.at);
        let is_it = asked_for.and_then(|at| self.drafts.found.get(at)).is_some_and(|asked| asked == found);
        let Some(draft) = self.recovery_draft().filter(|_| is_it) else { return };
        match result {
            Ok(ready) => {
                draft.look = ready.look.clone();
                self.drafts.ready = Some(ready);
            }
            Err(reason) => draft.look = DraftLook::Damaged(reason),
        }
    }

    /// A draft is not there any more.
    fn draft_gone(&mut self, ctx: &egui::Context, gone: &Found) {
        self.drafts.found.retain(|found| found != gone);
        self.refill_start_page(ctx);
        let was_open = self.recovery_draft().is_some();
        if was_open && !self.drafts.found.is_empty() {
            self.offer_drafts(ctx, false);
        } else {
            self.asked.retain(|asked| !matches!(asked, Asked::Recovery(_)));
        }
        ctx.request_repaint();
    }

    /// The dialog, and what was answered.
    pub(super) fn recovery(&mut self, ui: &mut egui::Ui, ctx: &egui::Context, draft: &mut RecoveryDraft) -> bool {
        match recovery_ui(ui, draft) {
            None => false,
            Some(RecoveryAnswer::Later) => {
                self.drafts.ready = None;
                true
            }
            Some(RecoveryAnswer::Look(at)) => {
                (draft.at, draft.side, draft.look) = (at, 0, DraftLook::Reading);
                self.read_draft(ctx, at);
                false
            }
            Some(RecoveryAnswer::Restore) => {
                self.proceed_or_ask(ctx, Next::Restore);
                true
            }
            Some(RecoveryAnswer::Discard) => {
                self.discard_draft(ctx, draft.at);
                false
            }
        }
    }

    fn discard_draft(&self, ctx: &egui::Context, at: usize) {
        let (Some(home), Some(found)) = (self.rim.home.clone(), self.drafts.found.get(at).cloned()) else { return };
        let now = self.rim.clock.utc();
        self.jobs().run(ctx, Work::Drafts, say::discarding(), move || {
            let result = journal::discard(&home, &found, now).map_err(|cause| cause.message);
            Done::Drafts(Box::new(DraftNews::Discarded(Box::new(found), result)))
        });
    }

    /// Opens what was looked at, as unsaved over what its file holds. The caller knows that nothing is lost.
    pub(super) fn restore(&mut self, ctx: &egui::Context) {
        let Some(ready) = self.drafts.ready.take() else { return };
        let Ready { found, base, steps, mut times, file, .. } = *ready;
        // A draft that is lost once more still says since when, and until when.
        let mut began = found.since;
        let generation = self.plan.generation;
        let (base, steps) = match file {
            FileNow::None => {
                self.put(Document::unsaved(Campaign::clone(&base)), PlanFile::default());
                (base, steps)
            }
            FileNow::Same(path, opened) => {
                self.open_for(ctx, path, opened);
                (base, steps)
            }
            FileNow::Changed(path, opened) => {
                // The steps lead from another state than the file has now. As one step nothing of that is taken back by half.
                let mut last = steps.last().map_or_else(|| Campaign::clone(&base), |(_, last)| Campaign::clone(last));
                last.id = opened.campaign.id;
                let now = Arc::new(opened.campaign.clone());
                self.open_for(ctx, path, opened);
                (times, began) = (vec![found.since], found.until);
                (now, vec![(say::step_restored().to_owned(), Arc::new(last))])
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
        self.journal.taken_over = Some(TakenOver { base: (began, base), steps, found });
        ctx.request_repaint();
    }

    /// Opens a file that was read already, as if it had just been chosen.
    fn open_for(&mut self, ctx: &egui::Context, path: PathBuf, opened: Box<Opened>) {
        let asked_for = self.plan.state();
        let locked = lock_of(self.rim.home.as_ref(), &opened, &path, &self.holder());
        self.drafts.restoring = true;
        self.done(ctx, Done::Opened { path, asked_for, result: Ok(opened), locked, rescue: Rescue::default(), cut_off: false });
        self.drafts.restoring = false;
    }

    /// What the start page says of drafts.
    pub(super) fn waiting_draft(&self) -> Option<WaitingDraft> {
        let first = self.drafts.found.first()?;
        let now = self.rim.clock.now();
        let text = say::box_text(named(first), say::edits(first.edits), when(first.since, self.rim.clock, now));
        Some(match self.drafts.found.len() {
            1 => WaitingDraft { title: say::box_title().to_owned(), text },
            n => WaitingDraft { title: say::box_titles(n), text: say::box_more(text, n - 1) },
        })
    }

    pub(super) fn refill_start_page(&mut self, ctx: &egui::Context) {
        let waiting = self.waiting_draft();
        if let Some(page) = &mut self.view.panels.welcome.page {
            page.draft = waiting;
            ctx.request_repaint();
        }
    }
}

impl Ready {
    /// Reads a draft and its file, and works out what lies between.
    fn read(home: &Home, found: Found, options: &Options) -> Result<Self, String> {
        let recovered = journal::recover(home, &found).map_err(|cause| cause.message)?;
        let last = Arc::clone(recovered.last());
        let mut notes = Vec::new();
        let file = match &found.head.path {
            None => FileNow::None,
            Some(path) => FileNow::of(path, &found, &mut notes),
        };
        if recovered.cut {
            notes.push(say::cut_short().to_owned());
        }
        if recovered.lost_pictures > 0 {
            notes.push(say::lost_pictures().to_owned());
        }
        let base = Arc::clone(&recovered.base);
        let between = |from: &Campaign| Arc::new(Comparison::between(from, &last).with_findings(from, &last, options));
        let (now, edited, has_file) = match &file {
            FileNow::None => (between(&base), None, false),
            FileNow::Same(..) => (between(&base), None, true),
            FileNow::Changed(_, opened) => (between(&opened.campaign), Some(between(&base)), true),
        };
        let look = DraftLook::There { now, edited, has_file, notes };
        Ok(Self { found, base, steps: recovered.steps, times: recovered.times, file, look })
    }
}

impl FileNow {
    fn of(path: &Path, found: &Found, notes: &mut Vec<String>) -> Self {
        match store::open_plan(path) {
            Ok(opened) if opened.from_document || opened.notices.iter().any(|notice| notice.unreadable) => {
                notes.push(say::file_unreadable().to_owned());
                Self::None
            }
            Ok(opened) if Some(opened.stamp) == found.head.stamp => Self::Same(path.to_owned(), Box::new(opened)),
            Ok(opened) => {
                notes.push(say::file_changed().to_owned());
                Self::Changed(path.to_owned(), Box::new(opened))
            }
            Err(OpenError::Disk { cause, .. }) if cause.kind == FsErrorKind::NotFound => {
                notes.push(say::file_gone().to_owned());
                Self::None
            }
            Err(_) => {
                notes.push(say::file_unreadable().to_owned());
                Self::None
            }
        }
    }
}

fn named(found: &Found) -> &str {
    if found.name.trim().is_empty() { say::untitled() } else { &found.name }
}

/// A draft in words.
pub(super) fn row(found: &Found, clock: Clock, now: Now) -> DraftRow {
    DraftRow {
        name: named(found).to_owned(),
        file: found.head.path.as_ref().map(|path| path.display().to_string()),
        edits: found.edits,
        since: when(found.since, clock, now),
        until: when(found.until, clock, now),
    }
}

/// "14:02", "31 Aug 14:02", "31 Aug 2026 14:02".
fn when(utc: i64, clock: Clock, now: Now) -> String {
    let then = clock.at(utc);
    if then.day == now.day {
        then.time()
    } else if then.day.date().year() == now.day.date().year() {
        say::at(then.day.short(), then.time())
    } else {
        say::at(then.day.long(), then.time())
    }
}
