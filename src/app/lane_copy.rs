//! A lane once more for somebody else: what was planned for one creator is where the plan for the next one begins.

use std::sync::Arc;

use egui::Ui;

use super::{App, Asked};
use crate::edit::{Edit, Step};
use crate::model::{Creator, CreatorId, IdSource, Lane, LaneId, Moment, Status};
use crate::store::limits;
use crate::ui::dialogs::{self, CopyAnswer, CopyDraft, CopyFor};
use crate::words::{self, lanes as say};

impl App {
    /// Asks for whom the lane of the selection is copied.
    pub(super) fn ask_to_duplicate_lane(&mut self) {
        self.plan.doc.seal();
        if let Some(lane) = self.chosen_lane() {
            self.ask(Asked::CopyLane(lane, CopyDraft::default()));
        }
    }

    /// Draws that question; true once it was answered and the lane is copied.
    pub(super) fn answer_of_copy(&mut self, ui: &mut Ui, id: LaneId, draft: &mut CopyDraft) -> bool {
        let campaign = self.plan.doc.campaign();
        let Some(lane) = campaign.lane(id).cloned() else { return true };
        let others = campaign.creators.iter().filter(|creator| Some(creator.id) != lane.creator);
        let others: Vec<(CreatorId, &str)> = others.map(|creator| (creator.id, creator.name.as_str())).collect();
        match dialogs::copy_lane_ui(ui, campaign.lane_name(&lane), (lane.moments.len(), lane.notes.len()), &others, draft) {
            None => false,
            Some(CopyAnswer::Cancel) => true,
            Some(CopyAnswer::For(whom)) => {
                self.copy_lane(&lane, whom);
                true
            }
        }
    }

    fn copy_lane(&mut self, lane: &Arc<Lane>, whom: CopyFor) {
        let campaign = Arc::clone(self.plan.doc.campaign());
        if campaign.moment_count() + campaign.ideas.len() + lane.moments.len() > limits::MOMENTS {
            self.tell(words::window::cannot_edit(), say::copy_too_many(limits::MOMENTS), "");
            return;
        }
        let mut edits = Vec::new();
        let (creator, name) = match whom {
            CopyFor::Creator(id) => (id, campaign.creator(id).map(|creator| creator.name.clone()).unwrap_or_default()),
            CopyFor::SomebodyNew(name) => {
                let creator = Creator::new(CreatorId(self.rim.ids.id()), name.trim());
                let (id, name) = (creator.id, creator.name.clone());
                edits.push(Edit::AddCreator { creator: Box::new(creator) });
                (id, name)
            }
        };
        let copy = copy_of(lane, creator, &mut self.rim.ids);
        let id = copy.id;
        let after = campaign.lanes.iter().skip_while(|other| other.id != lane.id).nth(1);
        edits.push(Edit::AddLane { lane: Box::new(copy), before: after.map(|lane| lane.id) });
        self.edit(Step::new(say::step_copy(campaign.lane_name(lane), name), edits));
        self.show_lane(id);
    }
}

/// The same lane for another creator. What belongs to the two people stays behind: the relationship, the words for values, the
/// audience, notes, and how far each moment was.
fn copy_of(lane: &Lane, creator: CreatorId, ids: &mut IdSource) -> Lane {
    let moments = lane.moments.iter().map(|moment| {
        let status = if moment.status == Status::Idea { Status::Idea } else { Status::Draft };
        let features = moment.features.iter().copied().filter(|id| *id != creator).collect();
        Arc::new(Moment { id: ids.moment(), status, for_creator: None, features, ..Moment::clone(moment) })
    });
    let moments = moments.collect();
    Lane { brand: lane.brand, mode: lane.mode, moments, ..Lane::of_creator(LaneId(ids.id()), creator) }
}
