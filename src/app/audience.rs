//! Two lanes as one audience: the checker counts what one of them asks with what the other does. Lanes of one audience have the same
//! word for it, which is the plan's own and can be written on the page of each.

use std::collections::HashSet;
use std::sync::Arc;

use super::App;
use crate::edit::{Edit, LaneChange, Step};
use crate::model::{Campaign, Lane, LaneId, ShortNames};
use crate::words::lanes as say;

/// Between the names of two lanes in the word for their audience: a sign and no word, because plans keep it whatever is spoken.
const AND: &str = " + ";

impl App {
    /// Makes one audience of two lanes; without a second one the first has an audience of its own again. One step.
    pub(super) fn share_audience(&mut self, lane: LaneId, with: Option<LaneId>) {
        let campaign = Arc::clone(self.plan.doc.campaign());
        let Some(own) = campaign.lane(lane).filter(|_| !self.only_looks()) else { return };
        let name = campaign.lane_name(own);
        let set = |id, word: Option<String>| Edit::SetLane { id, change: LaneChange::AudienceGroup(word) };
        let Some(other) = with.and_then(|id| campaign.lane(id)) else {
            // A word that nobody chose and that no two lanes have any more says nothing.
            let alone = left_alone(&campaign, own).map(|id| set(id, None));
            let edits = std::iter::once(set(lane, None)).chain(alone).collect();
            return self.edit_and_say(Step::new(say::step_own_audience(name), edits), say::now_own_audience(name));
        };
        let theirs = campaign.lane_name(other);
        // Whoever has one already takes the other in; the lane that was asked leaves its own for it.
        let word = other.audience().or_else(|| own.audience()).map_or_else(|| unused(&campaign, own, other), str::to_owned);
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

/// A word for the audience of two lanes that no lane has yet.
fn unused(campaign: &Campaign, own: &Lane, other: &Lane) -> String {
    let word = format!("{}{AND}{}", campaign.short_lane_name(own), campaign.short_lane_name(other));
    let is_free = |word: &str| campaign.lanes.iter().all(|lane| lane.audience() != Some(word));
    let numbered = (2..).map(|number| format!("{word} {number}"));
    std::iter::once(word.clone()).chain(numbered).find(|word| is_free(word)).unwrap_or_default()
}

/// The lane that alone keeps the word for the audience that another leaves, where the word was made here of two names.
fn left_alone(campaign: &Campaign, leaves: &Lane) -> Option<LaneId> {
    let word = leaves.audience().filter(|word| is_made(campaign, word))?;
    let mut left = campaign.lanes.iter().filter(|lane| lane.id != leaves.id && lane.audience() == Some(word));
    let first = left.next()?.id;
    left.next().is_none().then_some(first)
}

/// Whether a word is two names of lanes, with a number where the same two had a word before.
fn is_made(campaign: &Campaign, word: &str) -> bool {
    let short = ShortNames::of(&campaign.creators);
    let names: HashSet<&str> = campaign.lanes.iter().map(|lane| short.of_lane(campaign, lane)).collect();
    let unnumbered = word.rsplit_once(' ').filter(|(_, number)| number.parse::<u32>().is_ok()).map(|(word, _)| word);
    let both = |word: &str| word.split_once(AND).is_some_and(|(own, other)| names.contains(own) && names.contains(other));
    both(word) || unnumbered.is_some_and(both)
}
