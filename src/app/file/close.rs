//! What ends the plan on screen or puts another in its place, and the question before it.

use super::super::jobs::Purpose;
use super::super::{App, Asked};
use super::{Next, Outside, PlanFile};
use crate::edit::Document;
use crate::store;
use crate::ui::dialogs::{UnsavedAnswer, unsaved_ui};

impl App {
    /// Does what was asked for, after what is under way, and after asking about changes that no file has.
    pub(in crate::app) fn proceed_or_ask(&mut self, ctx: &egui::Context, next: Next) {
        if self.plan.file.saving.is_some() || (next == Next::Quit && self.sharing.under_way > 0) {
            self.next = Some(next);
        } else if self.is_only_here() {
            self.ask(Asked::Unsaved(next));
        } else {
            self.proceed(ctx, next);
        }
    }

    /// Whether there is anything on screen that no file has.
    fn is_only_here(&self) -> bool {
        // Of a file that changed behind a question nobody read yet what it holds now.
        let unread = matches!(self.plan.file.outside, Outside::Changed(None));
        self.holds_work() || (self.plan.file.is_elsewhere() && !unread)
    }

    /// Draws the question about changes that no file has, and does what was answered; true once it was.
    pub(in crate::app) fn unsaved(&mut self, ui: &mut egui::Ui, ctx: &egui::Context, next: &Next) -> bool {
        let trouble = self.journal_trouble();
        let name = crate::words::recovery::called(&self.plan.doc.campaign().name);
        let answer = unsaved_ui(ui, name, self.rim.home.is_some(), trouble.as_deref());
        let Some(answer) = self.while_kept(answer, |answer| *answer == UnsavedAnswer::Cancel) else { return false };
        match answer {
            UnsavedAnswer::Save => self.save_then(ctx, next.clone()),
            // The question goes once there is a draft.
            UnsavedAnswer::KeepDraft => return self.draft_then(ctx, next),
            UnsavedAnswer::DontSave => self.proceed(ctx, next.clone()),
            UnsavedAnswer::Cancel => return self.give_up(),
        }
        true
    }

    /// Does what was asked for. The caller knows that nothing is lost.
    pub(in crate::app) fn proceed(&mut self, ctx: &egui::Context, next: Next) {
        self.next = None;
        match next {
            Next::New => self.begin_empty(false),
            Next::Guide => self.begin_empty(true),
            Next::Template(key) => self.begin_from(&key),
            Next::VersionCopy => self.open_version_copy(),
            Next::Restore(way) => self.restore(ctx, way),
            Next::Demo => {
                let plan = store::demo::fictional(self.rim.ids.plan());
                self.put(Document::unsaved(plan), PlanFile::default());
            }
            Next::Tour => self.open_tour(),
            Next::Cases => {
                let plan = store::demo::two_cases(self.rim.ids.plan());
                self.put(Document::unsaved(plan), PlanFile::default());
            }
            Next::Open => self.pick(ctx, Purpose::Open),
            Next::OpenPath(path) => self.open(ctx, path),
            Next::Table => self.pick(ctx, Purpose::NewFromTable),
            Next::TablePath(path) => self.plan_of_table(ctx, path),
            Next::Quit => {
                self.closing = true;
                self.keep_prefs_now();
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// What waited for a save or a page is taken up again once nothing is under way.
    pub(in crate::app) fn go_on(&mut self, ctx: &egui::Context) {
        if let Some(next) = self.next.take() {
            self.proceed_or_ask(ctx, next);
        }
    }

    /// Puts another plan in the place of the current one.
    pub(in crate::app) fn put(&mut self, doc: Document, file: PlanFile) {
        self.stop_keeping();
        // What the plan that goes holds and no file has stays as a draft.
        self.note_state();
        self.keep_view();
        self.plan.doc = doc.with_typing_pause(self.rim.typing_pause);
        self.plan.file = file;
        self.plan.generation += 1;
        self.pictures.forget_all();
        self.incoming.forget();
        self.asked.retain(|asked| {
            !matches!(
                asked,
                Asked::RuleSettings(_)
                    | Asked::Share(_)
                    | Asked::OwnPage(_)
                    | Asked::BrandKit(_)
                    | Asked::Picture(_)
                    | Asked::Import(_)
                    | Asked::Conflict(_)
                    | Asked::Gone(_)
                    | Asked::NotSaved(_)
            )
        });
        self.tour = None;
        self.end_preview();
        self.view.forget_plan();
        self.fold_as_before();
        self.view_as_before();
    }

    /// What was told of one state of the plan is not true of the next one.
    pub(in crate::app) fn forget_what_is_past(&mut self) {
        if self.plan.file.told_of.is_some_and(|revision| revision != self.plan.doc.revision()) {
            (self.plan.file.told, self.plan.file.told_of) = (None, None);
        }
    }
}
