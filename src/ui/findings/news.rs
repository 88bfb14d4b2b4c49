//! What appeared among the findings, and what is gone, for whoever cannot see the list change: said once, when it happens.
//!
//! Pure but for [`told`], which draws nothing. Only lanes that were checked anew are compared, so that an edit in a large plan
//! costs no more for it. What is accepted is not news: somebody said so.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use egui::accesskit::Live;
use egui::{Rect, Role, Sense, Ui, WidgetInfo, vec2};

use super::data;
use crate::check::Finding;
use crate::model::{LaneId, MomentId};
use crate::ui::view::{Derived, LaneView};
use crate::words::mend as say;

/// Names a finding: its words may change with the language.
type Name<'a> = (&'static str, &'a [MomentId]);

/// What was found last, and what changed then.
#[derive(Debug, Default)]
pub struct News {
    /// The plan, by its number in this session.
    plan: Option<u64>,
    lanes: Vec<Arc<LaneView>>,
    /// Findings about the whole plan.
    whole: Vec<Arc<Finding>>,
    text: String,
}

impl News {
    /// Takes in what is found now. Nothing is news of a plan that was just opened.
    pub fn follow(&mut self, plan: u64, derived: &Derived) {
        let whole = derived.findings.iter().filter(|finding| finding.lane.is_none()).cloned().collect();
        let lanes = std::mem::replace(&mut self.lanes, derived.lanes.clone());
        let whole = std::mem::replace(&mut self.whole, whole);
        if self.plan.replace(plan) != Some(plan) {
            self.text.clear();
            return;
        }
        let mut before: HashMap<LaneId, &Arc<LaneView>> = lanes.iter().map(|view| (view.lane.id, view)).collect();
        let mut appeared: Vec<&Finding> = Vec::new();
        let mut gone = 0;
        let mut compare = |old: &[Arc<Finding>], new| {
            let (came, went) = between(old, new);
            appeared.extend(came);
            gone += went;
        };
        compare(&whole, &self.whole);
        for view in &self.lanes {
            match before.remove(&view.lane.id) {
                Some(old) if Arc::ptr_eq(old, view) => {}
                old => compare(old.map_or(&[], |old| &old.findings), &view.findings),
            }
        }
        for old in before.into_values() {
            compare(&old.findings, &[]);
        }
        appeared.sort_by_key(|finding| finding.severity);
        let said = match (appeared.first(), appeared.len(), gone) {
            (Some(first), 1, _) => say::appeared(data::tone_word(data::tone(first)), &first.message),
            (Some(first), count, _) => say::several_appeared(count, data::tone_word(data::tone(first)), &first.message),
            (None, _, 0) => return,
            (None, _, 1) => say::one_gone().to_owned(),
            (None, _, count) => say::several_gone(count),
        };
        self.text = said;
    }
}

/// What is open in the second list and not in the first, and how many of the first are not in the second.
fn between<'a>(old: &[Arc<Finding>], new: &'a [Arc<Finding>]) -> (Vec<&'a Finding>, usize) {
    // Both come in the same order, and most edits change none of many.
    if names(old).eq(names(new)) {
        return (Vec::new(), 0);
    }
    let (before, now): (HashSet<Name<'_>>, HashSet<Name<'_>>) = (names(old).collect(), names(new).collect());
    let came =
        new.iter().map(AsRef::as_ref).filter(|finding: &&Finding| finding.state.is_open() && !before.contains(&name(finding)));
    (came.collect(), before.difference(&now).count())
}

/// The names of what is open.
fn names(findings: &[Arc<Finding>]) -> impl Iterator<Item = Name<'_>> {
    findings.iter().filter(|finding| finding.state.is_open()).map(|finding| name(finding))
}

fn name(finding: &Finding) -> Name<'_> {
    (finding.rule.code, &finding.moments)
}

/// Tells screen readers what changed last, without taking the keyboard from anywhere. Nothing of it is seen.
pub(super) fn told(news: &News, ui: &Ui) {
    if news.text.is_empty() {
        return;
    }
    let place = Rect::from_min_size(ui.max_rect().left_top(), vec2(1.0, 1.0));
    let response = ui.interact(place, ui.scope_id().with("findings news"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &news.text));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
}
