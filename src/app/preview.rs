//! A fix that is shown on the board or the calendar before it is done.
//!
//! What is shown is worked out beside the document, which never knows of it. Applying a preview hands the very edits to
//! the document that were shown; any other change of the plan ends the preview first, because it no longer is of this plan.

use std::sync::Arc;

use super::App;
use crate::check::{self, Applicability, Finding, Fix};
use crate::edit::{Reveal, Step, apply_all, draw_fresh_ids};
use crate::ui::calendar::shows_fix;
use crate::ui::command::Command;
use crate::ui::findings::bar::Choice;
use crate::ui::findings::effect::Effect;
use crate::ui::findings::fixes;
use crate::ui::view::{FindingKey, Preview, View};
use crate::words::{mend as say, steps};

impl App {
    /// The fix that is shown now.
    #[must_use]
    pub fn preview(&self) -> Option<&Preview> {
        self.preview.as_ref()
    }

    /// Works out what a fix would do, and shows that from now on. A fix that only goes to a field does that at once.
    pub(super) fn preview_fix(&mut self, ctx: &egui::Context, key: FindingKey, mut fix: Fix) {
        if let Some((selection, field)) = fixes::way_to_field(self.plan.doc.campaign(), &key, &fix) {
            let finding = self.finding(&key);
            for action in fixes::to_field(self.plan.doc.campaign(), selection, field, finding.as_deref()) {
                self.act(ctx, action);
            }
            return;
        }
        let mut fixes = self.previewable(&key);
        let at = fixes.iter().position(|other| other.title == fix.title && other.applicability == fix.applicability);
        let at = at.unwrap_or_else(|| {
            draw_fresh_ids(&mut fix.edits, &mut self.rim.ids);
            fixes.insert(0, fix);
            0
        });
        // Enter and Escape belong to what is shown, not to the button that showed it.
        if let Some(focused) = ctx.memory(egui::Memory::focused) {
            ctx.memory_mut(|memory| memory.surrender_focus(focused));
        }
        if !self.view.panels.shows_fixes() {
            self.show_view(View::Board);
        }
        // What the fix is about is selected as well: the inspector says more of it.
        self.show_finding(key.clone());
        self.show_choice(key, fixes, at);
        // What a fix does to moments without a day is seen on the board alone.
        if self.view.panels.front == View::Calendar && !self.preview.as_ref().is_some_and(shows_fix) {
            self.show_view(View::Board);
        }
    }

    /// The fixes of a finding that can be shown before they are done.
    fn previewable(&mut self, key: &FindingKey) -> Vec<Fix> {
        let Some(finding) = self.finding(key) else { return Vec::new() };
        let options = self.options();
        // The ids of new cards come from the same source as everybody's, so none is ever given twice.
        let all = check::fixes(self.plan.doc.campaign(), &finding, &options, &mut self.rim.ids);
        all.into_iter().filter(|fix| !matches!(fix.applicability, Applicability::Jump(_))).collect()
    }

    pub(super) fn finding(&self, key: &FindingKey) -> Option<Arc<Finding>> {
        self.deriver.derived.findings.iter().find(|finding| FindingKey::of(finding) == *key).cloned()
    }

    fn show_choice(&mut self, key: FindingKey, fixes: Vec<Fix>, at: usize) {
        let Some(fix) = fixes.get(at) else { return };
        let base = Arc::clone(self.plan.doc.campaign());
        let mut index = self.plan.doc.index().clone();
        let campaign = match apply_all(&base, &mut index, &fix.edits) {
            Ok(Some(campaign)) => Arc::new(campaign),
            // It was offered because it changes something here; where it no longer does, there is nothing to show.
            Ok(None) => return,
            Err(error) => {
                self.tell(crate::words::window::cannot_edit(), error.to_string(), "");
                return;
            }
        };
        // What was worked out for lanes that stay is taken over; only the changed ones are looked at.
        let mut beside = self.deriver.clone();
        beside.update(&campaign, self.plan.doc.revision(), &self.options());
        let derived = beside.derived;
        let effect = Effect::between((&base, &self.deriver.derived), (&campaign, &derived));
        self.preview = Some(Preview { key, fixes, at, base, campaign, derived, effect });
    }

    /// Ends the preview where the plan is no longer the one it was worked out from.
    pub(super) fn end_stale_preview(&mut self) {
        if self.preview.as_ref().is_some_and(|preview| !Arc::ptr_eq(&preview.base, self.plan.doc.campaign())) {
            self.preview = None;
        }
    }

    /// Does what is shown, as one step.
    pub(super) fn apply_preview(&mut self) {
        self.end_stale_preview();
        let Some(mut preview) = self.preview.take() else { return };
        if preview.at < preview.fixes.len() {
            self.do_fix_and_say(preview.fixes.swap_remove(preview.at));
        }
    }

    /// Does a fix, and says so with the way back.
    pub(super) fn do_fix_and_say(&mut self, fix: Fix) {
        let (step, said) = (steps::step_fix(&fix.title), say::fix_done(&fix.title));
        self.do_fix(fix);
        self.view.panels.bar.offer_undo(step, said);
    }

    /// Does a fix, as one step, and shows what it touched.
    fn do_fix(&mut self, fix: Fix) {
        self.preview = None;
        let reveal = Reveal::of(&fix.edits);
        self.edit(Step::new(steps::step_fix(&fix.title), fix.edits));
        self.reveal(Some(reveal));
    }

    /// Shows another fix of the same finding.
    fn step_choice(&mut self, by: isize) {
        let Some(preview) = self.preview.take() else { return };
        let count = preview.fixes.len();
        if count < 2 {
            self.preview = Some(preview);
            return;
        }
        let at = (preview.at.cast_signed() + by).rem_euclid(count.cast_signed()).unsigned_abs();
        self.show_choice(preview.key, preview.fixes, at);
    }

    /// Does what was chosen in the bar of the preview.
    pub(super) fn choose(&mut self, choice: Choice) {
        match choice {
            Choice::Apply => self.apply_preview(),
            Choice::Keep => self.preview = None,
            Choice::Before => self.step_choice(-1),
            Choice::Next => self.step_choice(1),
        }
    }

    /// While a fix is shown, Enter, Escape and the arrows belong to it. Returns whether the command was one of them.
    pub(super) fn preview_takes(&mut self, command: Command) -> bool {
        if self.preview.is_none() || !command.belongs_to_preview() {
            return false;
        }
        let choice = match command {
            // The keyboard may stand on one of the bar's own buttons; then Enter presses that one.
            Command::OpenMoment => self.view.panels.findings.focused_choice().unwrap_or(Choice::Apply),
            Command::SelectPrevious => Choice::Before,
            Command::SelectNext => Choice::Next,
            _ => Choice::Keep,
        };
        self.choose(choice);
        true
    }

    /// The finding that is looked at: the current one, else that of the selected card, else the first of all.
    pub(super) fn finding_in_mind(&self) -> Option<Arc<Finding>> {
        let current = self.view.current_finding.as_ref().and_then(|key| self.finding(key));
        let open = || self.deriver.derived.findings.iter().filter(|finding| finding.state.is_open());
        let selected = self.view.selection.primary();
        current
            .filter(|finding| finding.state.is_open())
            .or_else(|| open().find(|finding| selected.is_some() && finding.subject() == selected).cloned())
            .or_else(|| open().next().cloned())
    }

    /// Shows the first fix of the finding that is looked at: the one on the button of its row. Where only a person can fill that in, the
    /// keys lead to the field as the button does.
    pub(super) fn preview_first_fix(&mut self, ctx: &egui::Context) {
        let Some(finding) = self.finding_in_mind() else { return };
        let options = self.options();
        let fixes = check::fixes(self.plan.doc.campaign(), &finding, &options, &mut self.rim.ids);
        match fixes.into_iter().next() {
            Some(fix) => {
                self.preview_fix(ctx, FindingKey::of(&finding), fix);
                // Enter and the arrows are about what is shown from now on, not about what had the keyboard before.
                if self.preview.is_some()
                    && let Some(focused) = ctx.memory(egui::Memory::focused)
                {
                    ctx.memory_mut(|memory| memory.surrender_focus(focused));
                }
            }
            None => self.tell(say::nothing_offered(), finding.message.to_string(), say::nothing_offered_text()),
        }
    }
}
