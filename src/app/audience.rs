//! Two lanes as one audience: the checker counts what one of them asks with what the other does. Lanes of one audience have the same
//! word for it, which is the plan's own and can be written on the page of each.

use std::sync::Arc;

use super::App;
use crate::edit::{Edit, LaneChange, Step};
use crate::model::{Campaign, LaneId};
use crate::words::lanes as say;

impl App {
    /// Makes one audience of two lanes; without a second one the first has an audience of its own again. One step.
    pub(super) fn share_audience(&mut self, lane: LaneId, with: Option<LaneId>) {
        let campaign = Arc::clone(self.plan.doc.campaign());
        let Some(own) = campaign.lane(lane).filter(|_| !self.only_looks()) else { return };
        let name = campaign.lane_name(own);
        let set = |id, word: Option<String>| Edit::SetLane { id, change: LaneChange::AudienceGroup(word) };
        let Some(other) = with.and_then(|id| campaign.lane(id)) else {
            let step = Step::new(say::step_own_audience(name), vec![set(lane, None)]);
            return self.edit_and_say(step, say::now_own_audience(name));
        };
        let theirs = campaign.lane_name(other);
        // Whoever has one already takes the other in; the lane that was asked leaves its own for it.
        let word = other.audience().or_else(|| own.audience()).map_or_else(|| unused(&campaign, name, theirs), str::to_owned);
        let joining = [own, other].into_iter().filter(|lane| lane.audience() != Some(&word));
        let edits = joining.map(|lane| set(lane.id, Some(word.clone()))).collect();
        let step = Step::new(say::step_one_audience(name, theirs), edits);
        self.edit_and_say(step, say::now_one_audience(name, theirs));
    }

    fn edit_and_say(&mut self, step: Step, said: String) {
        let label = step.label.clone();
        self.edit(step);
        self.view.panels.bar.offer_undo(label, said);
    }
}

/// A word for an audience that no lane has yet.
fn unused(campaign: &Campaign, name: &str, other: &str) -> String {
    let word = say::audience_word(name, other);
    let is_free = |word: &str| campaign.lanes.iter().all(|lane| lane.audience() != Some(word));
    let numbered = (2..).map(|number| format!("{word} {number}"));
    std::iter::once(word.clone()).chain(numbered).find(|word| is_free(word)).unwrap_or_default()
}
