//! The list of all work that no file has, and the way back from the trash.

use super::jobs::{Done, Work};
use super::recover::{DraftNews, row};
use super::{App, Asked};
use crate::store::journal::{self, Trashed};
use crate::ui::dialogs::{UnsavedWork, WorkAnswer, unsaved_work_ui};
use crate::words::recovery as say;

impl App {
    /// Lists what waits and what lies in the trash.
    pub(super) fn list_unsaved_work(&mut self, ctx: &egui::Context) {
        let Some(home) = self.rim.home.clone() else {
            return self.tell(say::nothing_waits(), say::not_written(say::no_place()), "");
        };
        self.jobs().run(ctx, Work::Drafts, say::listing(), move || {
            Done::Drafts(Box::new(DraftNews::Listed(journal::found(&home), journal::trashed(&home))))
        });
    }

    /// Shows the list, or brings the one that is shown up to date.
    pub(super) fn unsaved_work_listed(&mut self, ctx: &egui::Context, trashed: Vec<Trashed>) {
        let (clock, now) = (self.rim.clock, self.rim.clock.now());
        let waiting = self.drafts.found.iter().map(|found| row(found, clock, now)).collect();
        let trash = trashed.iter().map(|trashed| (row(&trashed.found, clock, now), clock.at(trashed.until).day.long()));
        let folder = self.rim.home.as_ref().map(|home| home.trash().display().to_string()).unwrap_or_default();
        let work = UnsavedWork { waiting, trash: trash.collect(), folder };
        self.asked.retain(|asked| !matches!(asked, Asked::UnsavedWork(..)));
        self.ask(Asked::UnsavedWork(Box::new(work), trashed));
        self.refill_start_page(ctx);
        ctx.request_repaint();
    }

    /// Draws the list, and does what was wanted; true once it goes.
    pub(super) fn unsaved_work(
        &mut self,
        ui: &mut egui::Ui,
        ctx: &egui::Context,
        work: &UnsavedWork,
        trashed: &[Trashed],
    ) -> bool {
        match unsaved_work_ui(ui, work) {
            None => return false,
            Some(WorkAnswer::Close) => {}
            Some(WorkAnswer::Look(at)) => self.offer_draft(ctx, at, false),
            Some(WorkAnswer::PutBack(at)) => {
                let (Some(home), Some(trashed)) = (self.rim.home.clone(), trashed.get(at).cloned()) else { return true };
                self.jobs().run(ctx, Work::Drafts, say::putting_back(), move || {
                    let result = journal::put_back(&home, &trashed).map_err(|cause| cause.message);
                    Done::Drafts(Box::new(DraftNews::PutBack(result)))
                });
            }
        }
        true
    }
}
