//! Accepting findings: which one is meant, and the step that comes of what was written.

use std::sync::Arc;

use super::{App, Asked};
use crate::check::{Finding, State};
use crate::edit::{Edit, Step};
use crate::model::{Acceptance, AcceptanceId};
use crate::ui::dialogs::AcceptDraft;
use crate::ui::findings::data;
use crate::ui::view::FindingKey;
use crate::words::accept as say;

impl App {
    /// Asks why the finding is all right that is looked at: the current one where it is what is selected, else the worst
    /// open one of the selection.
    pub(super) fn accept_current(&mut self) {
        let (derived, selection) = (&self.deriver.derived, &self.view.selection);
        let selected = |key: &&FindingKey| match selection.primary() {
            Some(id) => key.moment == Some(id),
            None => key.lane == selection.lane,
        };
        let current = self.view.current_finding.as_ref().filter(selected).and_then(|key| data::find(derived, key));
        let finding = current.filter(|finding| finding.state.is_open()).or_else(|| data::to_accept(derived, selection));
        if let Some(key) = finding.map(FindingKey::of) {
            self.ask_to_accept(&key);
        }
    }

    /// Asks why a finding is all right. One that is accepted already is opened to be changed.
    pub(super) fn ask_to_accept(&mut self, key: &FindingKey) {
        let Some(finding) = self.finding(key) else { return };
        if let State::Accepted(id) | State::Stale(id, _) = finding.state
            && self.acceptance(id).is_some()
        {
            self.ask_to_change(id);
            return;
        }
        let draft = AcceptDraft::new(self.plan.doc.campaign(), &finding, &self.prefs.prefs.name, self.today());
        self.ask(Asked::Accept(Box::new(draft)));
    }

    /// Opens an acceptance to change it, with the finding that it is about. One that is about nothing can only be removed.
    pub(super) fn ask_to_change(&mut self, id: AcceptanceId) {
        let is_about = |finding: &&Arc<Finding>| matches!(finding.state, State::Accepted(of) | State::Stale(of, _) if of == id);
        let Some(finding) = self.deriver.derived.findings.iter().find(is_about).cloned() else { return };
        let Some(acceptance) = self.acceptance(id) else { return };
        let draft = AcceptDraft::change(self.plan.doc.campaign(), &finding, &acceptance, self.today());
        self.ask(Asked::Accept(Box::new(draft)));
    }

    /// Accepts as written, as one step that undo takes back.
    pub(super) fn accept(&mut self, draft: &AcceptDraft) -> bool {
        let Some(finding) = self.finding(&draft.key) else { return true };
        let before = draft.changes.and_then(|id| self.acceptance(id));
        let id = before.as_ref().map_or_else(|| AcceptanceId(self.rim.ids.id()), |before| before.id);
        let derived = &self.deriver.derived;
        let acceptance = draft.acceptance(derived, &finding, id, before.as_deref());
        let covered = draft.covers(derived, &finding);
        let said = if before.is_some() && !finding.state.is_open() {
            say::said_changed().to_owned()
        } else if covered > 1 {
            say::said_accepted_all(covered)
        } else {
            say::said_accepted().to_owned()
        };
        let (label, mut edits) = match &before {
            Some(before) => (say::step_change(finding.title), vec![Edit::Withdraw { id: before.id }]),
            None => (say::step_accept(finding.title), Vec::new()),
        };
        edits.push(Edit::Accept { acceptance: Box::new(acceptance) });
        draft.owner().clone_into(&mut self.prefs.prefs.name);
        self.view.panels.bar.offer_undo(label.clone(), said);
        self.edit(Step::new(label, edits));
        true
    }

    /// Takes an acceptance back, as one step.
    pub(super) fn withdraw(&mut self, id: AcceptanceId) {
        let Some(acceptance) = self.acceptance(id) else { return };
        let title = crate::check::rule(&acceptance.rule).map_or(acceptance.rule.as_str(), |rule| rule.says());
        let label = say::step_withdraw(title);
        self.view.panels.bar.offer_undo(label.clone(), say::said_withdrawn().to_owned());
        self.edit(Step::new(label, vec![Edit::Withdraw { id }]));
    }

    fn acceptance(&self, id: AcceptanceId) -> Option<Arc<Acceptance>> {
        self.plan.doc.campaign().acceptances.iter().find(|acceptance| acceptance.id == id).cloned()
    }
}
