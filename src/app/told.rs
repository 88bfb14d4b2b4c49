//! What the status bar says of a step that was done, besides what is seen of it: what it took out of the plan, and that it moved
//! the plan's ends. It never does a step itself.

use super::App;
use crate::analysis::Axis;
use crate::analysis::scale::Span;
use crate::edit::{CampaignChange, Edit, LaneChange, Step};
use crate::model::{Campaign, Day};
use crate::words::{self, hand, spans};

impl App {
    /// What the status bar says of a step that takes moments, notes or a lane out of the plan; `None` for any other step.
    pub(super) fn said_of_deleting(&self, step: &Step) -> Option<String> {
        let campaign = self.plan.doc.campaign();
        let lane = step.edits.iter().find_map(|edit| if let Edit::RemoveLane { id } = edit { campaign.lane(*id) } else { None });
        if let Some(lane) = lane {
            let name = campaign.lane_name(lane);
            let count = lane.moments.len();
            let moments = words::moments(count);
            return Some(if count == 0 { hand::lane_deleted(name) } else { hand::lane_deleted_with(name, moments) });
        }
        let count = step.edits.iter().filter(|edit| matches!(edit, Edit::RemoveMoment { .. })).count();
        if count > 0 {
            return Some(hand::moments_deleted(words::moments(count)));
        }
        let fewer = step.edits.iter().map(|edit| match edit {
            Edit::SetLane { id, change: LaneChange::Notes(left) } => {
                campaign.lane(*id).map_or(0, |lane| lane.notes.len().saturating_sub(left.len()))
            }
            _ => 0,
        });
        let notes = fewer.sum();
        (notes > 0).then(|| hand::notes_deleted(words::counts::notes(notes)))
    }

    /// From when to when the plan reaches before a step that changes its phases; `None` for any other step, because only phases reach
    /// past all moments, and with them the day on which people are said to stand somewhere.
    pub(super) fn reach_before(&self, step: &Step) -> Option<(Day, Day)> {
        let is_of_phases = |edit: &Edit| match edit {
            Edit::SetCampaign { change } => matches!(**change, CampaignChange::Phases(_)),
            _ => false,
        };
        step.edits.iter().any(is_of_phases).then(|| reach(self.plan.doc.campaign())).flatten()
    }

    /// Says that the plan reaches from another day or to another day than before a step of that name. A phase that moved an end is
    /// given its name with the next step: as long as the plan still reaches so far, that goes on being said.
    pub(super) fn tell_reach(&mut self, step: String, before: (Day, Day)) {
        let Some(now) = reach(self.plan.doc.campaign()) else { return };
        let said = spans::plan_reaches(now.0.before(now.1), now.1.long());
        if now == before {
            self.view.panels.bar.still_said(step, &said);
        } else {
            self.view.panels.bar.offer_undo(step, said);
        }
    }
}

fn reach(campaign: &Campaign) -> Option<(Day, Day)> {
    let span = Span::of(campaign, Axis::Calendar, 0)?;
    Some((Day::from_number(span.first), Day::from_number(span.last)))
}
