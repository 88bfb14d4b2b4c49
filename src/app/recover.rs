//! What was lost is offered again: drafts are looked for when the window opens, looked at in a dialog, and restored, left for
//! later, or put into the trash. Nothing loads itself, and nothing is thrown away unasked.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::file::{Next, name_of};
use super::jobs::{Done, Work};
use super::restore::Ready;
use super::{App, Asked, Clock};
use crate::cli::clock::Now;
use crate::model::PlanId;
use crate::store::journal::{self, FileNow, Found, Trashed};
use crate::store::lock::Locked;
use crate::ui::dialogs::{DraftLook, DraftRow, RecoveryAnswer, RecoveryDraft, RestoreWay, recovery_ui};
use crate::ui::theme::Tone;
use crate::ui::view::{Notice, NoticeAnswer};
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
    /// These wait, that many could not be read at all and lie in the trash now, and there is the note about the last crash.
    Found(Seek, Vec<Found>, usize, Option<PathBuf>),
    /// One was read, or why not.
    Looked(Box<Found>, Result<Box<Ready>, String>),
    /// The lock of the file was taken to which one belongs that is restored in that way, in the place of that state of a plan.
    Locked {
        /// The draft.
        ready: Box<Ready>,
        /// How it is restored.
        way: RestoreWay,
        /// Whether another window has the file.
        locked: Locked,
        /// The plan on screen and its revision when it was asked for.
        asked_for: (u64, u64),
    },
    /// These wait, and those lie in the trash.
    Listed(Vec<Found>, Vec<Trashed>),
    /// One was taken out of the trash, or why not.
    PutBack(Result<(), String>),
    /// One was put into the trash, or why not.
    Discarded(Box<Found>, Result<(), String>),
}

/// What is known about drafts.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says something of its own, and any of them may hold beside the others")]
pub(super) struct Drafts {
    looked: bool,
    /// The program stopped by itself before this start.
    crashed: bool,
    /// Where the note about the last time that it did is.
    crash_note: Option<PathBuf>,
    /// Those that wait, the last one first.
    pub(super) found: Vec<Found>,
    /// Those that were offered since the window opened.
    offered: Vec<Found>,
    /// The one that is looked at.
    pub(super) ready: Option<Box<Ready>>,
    /// What is opened is opened for a draft.
    pub(super) restoring: bool,
    /// Drafts of other plans than the one that was asked for wait, and nobody read that yet.
    others_wait: bool,
}

impl App {
    /// The program stopped by itself before: what was lost is offered before anything else, with a line on what happened.
    pub fn recover_first(&mut self) {
        let _spoken = self.speak();
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
            let starts = seek == Seek::Start;
            let unreadable = if starts { journal::tidy(&home, now) } else { 0 };
            let note = starts.then(|| super::crash::newest(&home)).flatten();
            Done::Drafts(Box::new(DraftNews::Found(seek, journal::found(&home), unreadable, note)))
        });
    }

    /// Takes in what a job found out.
    pub(super) fn drafts_news(&mut self, ctx: &egui::Context, news: DraftNews) {
        match news {
            // The one that is looked at keeps its place in the list.
            DraftNews::Found(Seek::Page | Seek::Opened(_), ..) | DraftNews::Listed(..) if self.recovery_draft().is_some() => {}
            DraftNews::Found(Seek::Page, found, ..) => {
                self.drafts.found = found;
                self.refill_start_page(ctx);
            }
            DraftNews::Found(Seek::Opened(plan), found, ..) => {
                self.drafts.found = found;
                let is_new = |found: &Found| self.is_of_this(found) && !self.drafts.offered.contains(found);
                if self.plan.doc.campaign().id == plan && self.drafts.found.iter().any(is_new) {
                    self.offer_drafts(ctx, false);
                }
            }
            DraftNews::Found(Seek::Start, found, unreadable, note) => {
                (self.drafts.found, self.drafts.crash_note) = (found, note);
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
                } else if crashed || !self.asked_for_a_file() || self.drafts.found.iter().any(|found| self.is_of_this(found)) {
                    self.offer_drafts(ctx, crashed);
                } else {
                    // Whoever asked for a plan gets that one, and not a question about another one, whose first answer would open
                    // the other one in its place. It stands there until somebody reads it, whichever comes first, this or the plan.
                    self.drafts.others_wait = true;
                }
            }
            DraftNews::Locked { ready, way, locked, asked_for } => self.restore_locked(ctx, ready, way, locked, asked_for),
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
        let note = self.drafts.crash_note.as_ref()?;
        Some(crate::words::crash::text_note(note.display()))
    }

    /// The draft that is looked at first: the newest of the plan that is opened, else the newest.
    fn first_draft(&self) -> usize {
        self.drafts.found.iter().position(|found| self.is_of_this(found)).unwrap_or(0)
    }

    /// The file that is open, or that is being opened.
    fn file_in_hand(&self) -> Option<&PathBuf> {
        self.plan.file.path.as_ref().or(self.opening.as_ref())
    }

    fn asked_for_a_file(&self) -> bool {
        self.file_in_hand().is_some()
    }

    /// Whether a draft is of the file that is open. Copies of a plan share its id: by that alone only a draft is told whose own file
    /// is not there, because it has none or because the plan was moved.
    fn is_of_this(&self, found: &Found) -> bool {
        let Some(path) = self.file_in_hand() else { return false };
        let is_lost = matches!(found.file, FileNow::None | FileNow::Gone);
        found.head.path.as_ref() == Some(path)
            || (is_lost && self.plan.file.path.is_some() && found.head.plan == self.plan.doc.campaign().id)
    }

    /// Says that drafts of other plans wait, until it was read.
    pub(super) fn others_wait(&self) -> Option<Notice> {
        let others = self.drafts.found.iter().filter(|found| !self.is_of_this(found)).map(|found| found.head.plan);
        let plans = others.collect::<HashSet<_>>().len();
        let answers = vec![NoticeAnswer::ShowWork, NoticeAnswer::HideWork];
        (self.drafts.others_wait && plans > 0).then(|| Notice { tone: Tone::Hint, text: say::others_wait(plans), answers })
    }

    /// That drafts of other plans wait was read.
    pub(super) fn hide_others(&mut self) {
        self.drafts.others_wait = false;
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
        let (options, open) = (self.options(), self.file_in_hand().cloned());
        self.jobs().run(ctx, Work::Drafts, say::reading(), move || {
            let read = Ready::read(&home, found.clone(), open.as_deref(), &options).map(Box::new);
            Done::Drafts(Box::new(DraftNews::Looked(Box::new(found), read)))
        });
    }

    fn draft_read(&mut self, found: &Found, result: Result<Box<Ready>, String>) {
        let asked_for = self.recovery_draft().map(|draft| draft.at);
        let is_it = asked_for.and_then(|at| self.drafts.found.get(at)).is_some_and(|asked| asked == found);
        let Some(draft) = self.recovery_draft().filter(|_| is_it) else { return };
        match result {
            Ok(ready) => {
                draft.look = ready.look().clone();
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
            Some(RecoveryAnswer::Restore(way)) => {
                self.proceed_or_ask(ctx, Next::Restore(way));
                true
            }
            Some(RecoveryAnswer::Discard) => {
                self.discard_draft(ctx, draft.at);
                draft.only_discards
            }
        }
    }

    /// Asks whether the draft that the start page names goes into the trash.
    pub(super) fn ask_to_discard(&mut self, ctx: &egui::Context) {
        if self.drafts.found.is_empty() {
            return self.review_drafts(ctx);
        }
        self.offer_draft(ctx, 0, false);
        if let Some(draft) = self.recovery_draft() {
            (draft.discarding, draft.only_discards) = (true, true);
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

    /// What the start page says of drafts.
    pub(super) fn waiting_draft(&self) -> Option<WaitingDraft> {
        let first = self.drafts.found.first()?;
        let now = self.rim.clock.now();
        let name = named(first).to_owned();
        let text = say::box_text(&name, say::edits(first.edits), when(first.since, self.rim.clock, now));
        Some(match self.drafts.found.len() {
            1 => WaitingDraft { title: say::box_title().to_owned(), text, name },
            n => WaitingDraft { title: say::box_titles(n), text: say::box_more(text, n - 1), name },
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

fn named(found: &Found) -> &str {
    say::called(&found.name)
}

/// A draft in words.
pub(super) fn row(found: &Found, clock: Clock, now: Now) -> DraftRow {
    let path = found.head.path.as_deref();
    let folder = path.and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty());
    DraftRow {
        name: named(found).to_owned(),
        file: path.map(|path| path.display().to_string()),
        place: path.map(|path| match folder {
            Some(folder) => say::file_in(name_of(path), folder.display()),
            None => name_of(path),
        }),
        last: found.last.clone(),
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
