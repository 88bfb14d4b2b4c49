//! The search and the filter: what they leave is worked out before anything is drawn, and nothing that somebody selects, adds
//! or goes to stays unseen.
//!
//! What is hidden is not selected. When the filter changes, what it hides leaves the selection. When it stays and something
//! hidden is selected all the same (it was added, changed, pasted, gone to, brought back by undo), that is shown as an
//! exception until the filter changes, and it is said.

use super::App;
use crate::model::{MomentId, NoteId};
use crate::ui::filter::model::Pick;
use crate::ui::view::{Sieve, View};
use crate::words::{self, filter as say};

impl App {
    /// Which moments are shown.
    #[must_use]
    pub fn sieve(&self) -> &Sieve {
        &self.view.sieve
    }

    /// Shows the bar with the keyboard in its field, or puts it there.
    pub(super) fn search(&mut self) {
        self.view.panels.filter.open();
    }

    /// Shows only what is of that choice, whatever was looked for before.
    pub(super) fn show_only(&mut self, pick: Pick) {
        let filter = &mut self.view.panels.filter.filter;
        filter.clear();
        filter.toggle(pick);
    }

    /// Lets everything through again.
    pub(super) fn clear_filter(&mut self) {
        self.view.panels.filter.close();
    }

    /// Works out what is shown. Costs a comparison as long as nothing changed.
    pub(super) fn sift(&mut self) {
        let state = &mut self.view.panels.filter;
        let changed = state.is_anew() || self.view.sifted != state.filter;
        if changed {
            self.view.sifted.clone_from(&state.filter);
            state.also.clear();
        }
        if !state.also.is_empty() {
            let (campaign, index) = (self.plan.doc.campaign(), self.plan.doc.index());
            state.also.moments.retain(|id| index.place(*id).is_some());
            state.also.notes.retain(|id| campaign.note(*id).is_some());
        }
        self.sift_now();
        self.show_lanes_gone_to();
        if self.view.sieve.is_open() {
            return;
        }
        if changed {
            self.leave_hidden();
        } else {
            self.show_selected();
        }
    }

    pub(super) fn sift_now(&mut self) {
        let state = &mut self.view.panels.filter;
        let (campaign, round) = (self.plan.doc.campaign(), self.deriver.round());
        let sieve = state.sifter.sift(campaign, &self.deriver.derived, round, &state.filter, &state.also);
        let sieve = self.view.hiding.over(campaign, sieve);
        if sieve != self.view.sieve {
            self.view.sieve = sieve;
        }
    }

    /// What the filter hides leaves the selection.
    fn leave_hidden(&mut self) {
        let (selection, sieve) = (&mut self.view.selection, &self.view.sieve);
        let shown = |id: &MomentId| sieve.shows(*id);
        if selection.moments.iter().all(shown) && selection.cursor.iter().all(shown) {
            return;
        }
        selection.moments.retain(shown);
        selection.cursor = selection.cursor.filter(shown);
        selection.from = selection.from.filter(shown);
        if self.preview.as_ref().is_some_and(|preview| preview.key.moment.is_some_and(|id| !self.view.sieve.shows(id))) {
            self.preview = None;
        }
    }

    fn has_note(&self, id: NoteId) -> bool {
        self.plan.doc.campaign().note(id).is_some()
    }

    /// A note that was written or gone to is shown, also where the filter hides it.
    pub(super) fn show_note_all_the_same(&mut self, id: NoteId) {
        if !self.view.sieve.shows_note(id) {
            self.view.panels.filter.also.notes.insert(id);
            self.sift_now();
            self.say(say::note_kept_in_sight());
        }
    }

    /// What is selected is shown, also where the filter hides it.
    fn show_selected(&mut self) {
        let note = self.view.panels.board.note_in_use().filter(|_| self.view.panels.front == View::Board);
        if let Some(id) = note.filter(|id| self.has_note(*id)) {
            self.show_note_all_the_same(id);
        }
        let selection = &self.view.selection;
        let index = self.plan.doc.index();
        let hidden = |id: &MomentId| !self.view.sieve.shows(*id) && index.place(*id).is_some();
        let all: Vec<MomentId> = selection.moments.iter().chain(&selection.cursor).copied().filter(hidden).collect();
        let said = match all[..] {
            [] => return,
            [only] => {
                let title = self.plan.doc.campaign().moment(only).map(|(_, moment)| moment.title.clone());
                say::kept_in_sight(title.filter(|title| !title.trim().is_empty()).unwrap_or(words::moments(1)))
            }
            [..] => say::kept_many_in_sight(words::moments(all.len())),
        };
        self.view.panels.filter.also.moments.extend(all);
        self.sift_now();
        self.say(said);
    }
}
