//! What another program wrote into the plan's file, and what becomes of it and of the plan on screen. Neither wins unasked:
//! only a plan with nothing unsaved follows its file, as one step that can be taken back.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::aside::Then;
use super::file::{Next, Outside, PlanFile, Told, name_of};
use super::jobs::{Done, Purpose, Target, Work};
use super::journal::Aside;
use super::slow::Slow;
use super::{App, Asked};
use crate::edit::Document;
use crate::model::{Campaign, PlanId, halt};
use crate::store::copies;
use crate::store::fs::{self, Base, FsError, FsErrorKind, Stamp};
use crate::ui::compare::Comparison;
use crate::ui::dialogs::{ConflictAnswer, ConflictDraft, GoneAnswer, Other, conflict_ui, gone_ui};
use crate::ui::picture::{Busy, busy_ui};
use crate::ui::view::NoticeAnswer;
use crate::words::{conflict as say, files, window};

/// What a file holds that was read once more.
#[derive(Debug)]
pub(super) struct Theirs {
    /// Names exactly that content.
    pub(super) stamp: Stamp,
    /// The plan, or why it is not this plan.
    pub(super) plan: Result<Arc<Campaign>, String>,
}

impl Theirs {
    fn read(path: &Path, plan: PlanId) -> Result<Self, FsError> {
        let (bytes, stamp) = fs::load(path)?;
        let plan = match crate::store::read(&bytes) {
            Ok(loaded) if loaded.campaign.id != plan => Err(say::other_plan_there().to_owned()),
            Ok(loaded) => match loaded.notices.iter().find(|notice| notice.unreadable) {
                Some(notice) => Err(notice.message.clone()),
                None => Ok(Arc::new(loaded.campaign)),
            },
            Err(error) => Err(error.message),
        };
        Ok(Self { stamp, plan })
    }
}

/// Why a file is read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// It changed.
    Changed,
    /// Somebody wants to decide, and whether they were asked before.
    Asked {
        /// They were, about another content.
        again: bool,
    },
    /// It is a copy that somebody wants to look at.
    Copy(PathBuf),
}

/// A file that was read again.
#[derive(Debug)]
pub struct Reread {
    generation: u64,
    /// Who waits for it.
    slow: Slow,
    why: Why,
    /// What it holds, or why it cannot be read.
    theirs: Result<Theirs, FsError>,
    /// What differs on screen, where somebody wants to look.
    comparison: Comparison,
    /// What a copy of what is on screen would be called.
    copy: PathBuf,
}

/// A file that is being read again.
#[derive(Debug)]
pub(super) struct Rereading {
    /// Its name, without folders.
    name: String,
    /// The plan of this session that it is read for.
    generation: u64,
    why: Why,
    slow: Slow,
}

/// A question about two states of a plan.
pub(super) struct Conflict {
    draft: ConflictDraft,
    /// The file.
    path: PathBuf,
    /// What it held when it was shown.
    stamp: Stamp,
    /// Where both are kept.
    copy: PathBuf,
}

impl App {
    /// Reads the plan's file, or a copy beside it, once more.
    pub(super) fn read_again(&mut self, ctx: &egui::Context, why: Why) {
        let Some(own) = self.plan.file.path.clone() else { return };
        let (generation, mine) = (self.plan.generation, Arc::clone(self.plan.doc.campaign()));
        let (day, host) = (self.today().to_string(), self.holder().host);
        let slow = Slow::begin(ctx);
        let read = if let Why::Copy(copy) = &why { copy } else { &own };
        self.rereading.push(Rereading { name: name_of(read), generation, why: why.clone(), slow: slow.clone() });
        self.jobs().run(ctx, Work::Reread, say::reading_again(), move || {
            let path = if let Why::Copy(copy) = &why { copy } else { &own };
            let waited = slow.clone();
            let theirs = halt::while_wanted(move || waited.is_wanted(), || Theirs::read(path, mine.id));
            let looks = why != Why::Changed && slow.is_wanted();
            let plan = theirs.as_ref().ok().and_then(|theirs| theirs.plan.as_ref().ok()).filter(|_| looks);
            let comparison = plan.map(|theirs| Comparison::between(theirs, &mine)).unwrap_or_default();
            let names = (1..100).map(|number| copies::conflict_name(&own, &day, &host, number));
            let copy = names.into_iter().find(|name| fs::glance(name).is_err()).unwrap_or_else(|| own.clone());
            Done::Reread(Box::new(Reread { generation, slow, why, theirs, comparison, copy }))
        });
    }

    /// Says what is read once more where that takes its time, and lets it be stopped. Returns whether it does.
    pub(super) fn show_rereading(&mut self, ui: &egui::Ui) -> bool {
        let now = self.plan.generation;
        let mut of_this = self.rereading.iter().filter(|reading| reading.generation == now);
        let Some(reading) = of_this.find(|reading| reading.slow.is_slow(ui.ctx())) else { return false };
        if busy_ui(Busy::File(&reading.name), ui.ctx().content_rect(), ui) {
            for reading in std::mem::take(&mut self.rereading) {
                reading.slow.stop();
                // What was waiting for it does not go on, and that the file holds something else stays told.
                if reading.generation == now && !matches!(reading.why, Why::Copy(_)) {
                    self.next = None;
                    self.plan.file.outside = Outside::Changed(None);
                }
            }
            ui.ctx().request_repaint();
        }
        true
    }

    /// Takes in what a file holds now. What nobody waited for to the end is not known.
    pub(super) fn reread(&mut self, ctx: &egui::Context, reread: Reread) {
        let Reread { generation, slow, why, theirs, comparison, copy } = reread;
        self.rereading.retain(|reading| !reading.slow.is(&slow));
        if !slow.is_wanted() {
            return;
        }
        let Some(own) = self.plan.file.path.clone().filter(|_| generation == self.plan.generation) else { return };
        let theirs = match (theirs, &why) {
            (Ok(theirs), _) => theirs,
            (Err(error), Why::Changed | Why::Asked { .. }) if error.kind == FsErrorKind::NotFound => {
                // Whether its folder is there still is for the next look to see.
                self.plan.file.outside = Outside::Gone;
                self.watcher.begin_again();
                self.next = None;
                return;
            }
            // What cannot be read now is looked at again when it moves.
            (Err(_), Why::Changed) => return,
            (Err(error), _) => {
                self.next = None;
                return self.tell(window::cannot_open(), files::in_file(own.display(), &error), error.hint);
            }
        };
        if let Why::Copy(path) = why {
            let (stamp, theirs) = (theirs.stamp, theirs.plan.map(|plan| Other { plan, comparison }));
            let draft = ConflictDraft { file: name_of(&path), theirs, copy: None, again: false, edited: self.holds_work() };
            return self.ask(Asked::Conflict(Box::new(Conflict { draft, path, stamp, copy })));
        }
        // What is half written when the file was read belongs to the plan that is on screen: nothing takes it away unasked.
        let writes = self.view.panels.inspector.is_half_written();
        let is_clean = !self.plan.doc.is_dirty() && self.plan.file.saving.is_none() && self.asked.is_empty() && !writes;
        match theirs.plan {
            // What is there is what we know already.
            _ if Some(theirs.stamp) == self.plan.file.stamp => {
                self.plan.file.outside = Outside::Nothing;
                self.go_on_after_conflict(ctx);
            }
            Ok(plan) if is_clean => {
                let changed = self.take_theirs(theirs.stamp, &plan, say::step_reload().to_owned());
                self.plan.file.told = changed.then(|| Told { text: say::notice_reloaded(name_of(&own)), elsewhere: true });
                self.plan.file.told_of = Some(self.plan.doc.revision());
                self.go_on_after_conflict(ctx);
            }
            plan => {
                let stamp = theirs.stamp;
                self.plan.file.outside = Outside::Changed(Some(Theirs { stamp, plan: plan.clone() }));
                if let Why::Asked { again } = why {
                    let theirs = plan.map(|plan| Other { plan, comparison });
                    let (file, edited) = (name_of(&own), self.holds_work());
                    let draft = ConflictDraft { file, theirs, copy: Some(name_of(&copy)), again, edited };
                    self.asked.retain(|asked| !matches!(asked, Asked::Conflict(_)));
                    self.ask(Asked::Conflict(Box::new(Conflict { draft, path: own, stamp, copy })));
                }
            }
        }
    }

    /// What waited for the plan to be saved goes on, now that the file holds it.
    fn go_on_after_conflict(&mut self, ctx: &egui::Context) {
        if let Some(next) = self.next.take() {
            self.proceed_or_ask(ctx, next);
        }
    }

    /// Puts what the file holds in place as one step that can be taken back. Whether anything changed on screen.
    fn take_theirs(&mut self, stamp: Stamp, plan: &Campaign, step: String) -> bool {
        let edited = self.plan.doc.put(plan.clone(), step);
        self.plan.doc.mark_saved(self.plan.doc.revision());
        let file = &mut self.plan.file;
        file.stamp = Some(stamp);
        file.outside = Outside::Nothing;
        file.failed = None;
        file.saved_at = None;
        self.drop_what_is_gone();
        edited.changed
    }

    /// Draws the question about two states of the plan, and does what was answered; true once it was.
    pub(super) fn conflict(&mut self, ui: &mut egui::Ui, ctx: &egui::Context, conflict: &Conflict) -> bool {
        let answer = conflict_ui(ui, &conflict.draft);
        let Some(answer) = self.while_kept(answer, |answer| *answer == ConflictAnswer::Later) else { return false };
        let theirs = conflict.draft.theirs.as_ref().ok().map(|other| Arc::clone(&other.plan));
        match answer {
            ConflictAnswer::Later => self.next = None,
            ConflictAnswer::Both => {
                self.watcher.knows(&conflict.path);
                self.plan.file.keeps_both = Some(conflict.copy.clone());
                self.save_to(ctx, Target { path: conflict.copy.clone(), base: Base::New });
            }
            // Exactly what was shown goes, and nothing that was written since.
            ConflictAnswer::Mine => {
                self.save_to(ctx, Target { path: conflict.path.clone(), base: Base::Loaded(conflict.stamp) });
            }
            ConflictAnswer::Theirs => {
                // Whoever takes what somebody else wrote looks at it before anything that waited takes the plan away.
                self.next = None;
                // The question goes once the edits that no file has are kept.
                return theirs.is_none() || self.take(ctx, conflict);
            }
        }
        true
    }

    /// Puts what the file or the copy holds in the place of what is on screen, once the edits that no file has are kept; true
    /// where that is done already.
    fn take(&mut self, ctx: &egui::Context, conflict: &Conflict) -> bool {
        if conflict.draft.is_of_copy() && self.only_looks() {
            return true;
        }
        self.put_aside(ctx, Then::Taken).is_some_and(|aside| {
            self.taken(conflict, &aside);
            true
        })
    }

    /// The edits that no file has are kept, or could not be: what the file or the copy holds takes their place, or does not.
    pub(super) fn taken(&mut self, conflict: &Conflict, aside: &Aside) {
        let Ok(Other { plan, .. }) = &conflict.draft.theirs else { return };
        let step = say::step_take(&conflict.draft.file);
        match aside {
            Aside::Refused(reason) => return self.tell_not_kept(reason.as_deref()),
            _ if conflict.draft.is_of_copy() => {
                self.plan.doc.put(Campaign::clone(plan), step);
                self.drop_what_is_gone();
                // What it holds was looked at and taken. Where it changes once more it is another copy.
                self.plan.file.copies.retain(|copy| copy.path != conflict.path);
            }
            _ => {
                self.take_theirs(conflict.stamp, plan, step);
            }
        }
        if *aside == Aside::InTrash {
            self.say(say::taken_kept());
        }
    }

    /// Asks whether a file that is gone is made anew, and does what was answered; true once it was.
    pub(super) fn gone(&mut self, ui: &mut egui::Ui, ctx: &egui::Context, path: &Path) -> bool {
        let at = path.display().to_string();
        // The question is true of the file as it stands now: it may have come back while nobody answered.
        let (title, text) = match &self.plan.file.outside {
            Outside::Gone => (say::gone_title(), say::gone_text(at)),
            Outside::FolderGone => {
                let folder = path.parent().unwrap_or(path).display().to_string();
                (say::folder_gone(), say::folder_gone_text(folder))
            }
            Outside::Nothing | Outside::Changed(_) => (say::file_back(), say::file_back_text(at)),
        };
        match gone_ui(ui, title, &text) {
            None => return false,
            Some(GoneAnswer::Save) if matches!(self.plan.file.outside, Outside::Gone) => {
                self.save_to(ctx, Target { path: path.to_owned(), base: Base::New });
            }
            Some(GoneAnswer::Save) => self.save(ctx),
            Some(GoneAnswer::Elsewhere) => self.pick(ctx, Purpose::Save),
            Some(GoneAnswer::Cancel) => self.next = None,
        }
        true
    }

    /// Deals with what stands under the top bar.
    pub(super) fn answer_notice(&mut self, ctx: &egui::Context, answer: NoticeAnswer) {
        let copy = self.plan.file.copies.first().map(|copy| copy.path.clone());
        match (answer, copy) {
            (NoticeAnswer::Compare, _) => self.read_again(ctx, Why::Asked { again: false }),
            (NoticeAnswer::SaveAnew, _) => self.save(ctx),
            (NoticeAnswer::SaveElsewhere, _) => self.pick(ctx, Purpose::Save),
            (NoticeAnswer::TryAgain, _) => self.save_again(ctx),
            (NoticeAnswer::EditHere, _) => {
                if let Some(path) = self.plan.file.path.clone() {
                    self.proceed_or_ask(ctx, Next::OpenPath(path));
                }
            }
            // Nothing here was edited, so nothing is lost.
            (NoticeAnswer::EditCopy, _) => {
                let copy = Campaign::clone(self.plan.doc.campaign());
                self.put(Document::unsaved(copy), PlanFile::default());
            }
            (NoticeAnswer::CompareCopy, Some(copy)) => self.read_again(ctx, Why::Copy(copy)),
            (NoticeAnswer::OpenCopy, Some(copy)) => self.proceed_or_ask(ctx, Next::OpenPath(copy)),
            (NoticeAnswer::IgnoreCopy, Some(copy)) => {
                self.plan.file.copies.remove(0);
                self.watcher.knows(&copy);
                if let Some(home) = self.rim.home.clone() {
                    self.jobs().run(ctx, Work::Prefs, say::reading_again(), move || {
                        // Where it cannot be written down, it is offered once more some day.
                        let _asked_again = copies::ignore(&home, &copy);
                        Done::Kept
                    });
                }
            }
            (NoticeAnswer::Hide, _) => self.plan.file.told = None,
            (NoticeAnswer::ShowWork, _) => {
                self.hide_others();
                self.list_unsaved_work(ctx);
            }
            (NoticeAnswer::HideWork, _) => self.hide_others(),
            (NoticeAnswer::ShowPrefs, _) => self.show_prefs_folder(ctx),
            (NoticeAnswer::HidePrefs, _) => self.prefs.hide_notice(),
            (NoticeAnswer::CompareCopy | NoticeAnswer::OpenCopy | NoticeAnswer::IgnoreCopy, None) => {}
        }
    }
}
