//! Lanes as a whole: their order, folding, names, and taking one out. Which of them are hidden stands in `hiding`.

use super::App;
use crate::edit::{Edit, Step};
use crate::model::{Lane, LaneId};
use crate::ui::view::{About, Selection, View};
use crate::words::hand as say;

impl App {
    /// Selects a lane and brings it into view.
    pub(super) fn show_lane(&mut self, id: LaneId) {
        self.plan.doc.seal();
        self.view.selection = Selection::lane(id);
        self.view.panels.reveal_lane(id);
    }

    fn lane_at(&self) -> Option<(usize, &std::sync::Arc<Lane>)> {
        let id = self.chosen_lane()?;
        self.plan.doc.campaign().lanes.iter().enumerate().find(|(_, lane)| lane.id == id)
    }

    /// Moves the lane of the selection up or down. What is selected in it stays selected.
    pub(super) fn move_lane(&mut self, by: isize) {
        let campaign = self.plan.doc.campaign();
        let Some((at, lane)) = self.lane_at() else { return };
        let Some(to) = at.checked_add_signed(by).filter(|to| *to < campaign.lanes.len()) else { return };
        // Downwards it comes above the one after the next.
        let before = campaign.lanes.get(if to > at { to + 1 } else { to }).map(|lane| lane.id);
        let (id, label) = (lane.id, say::step_move_lane(campaign.lane_name(lane)));
        self.edit(Step::new(label, vec![Edit::MoveLane { id, before }]));
        self.view.panels.reveal_lane(id);
    }

    /// Folds the lane of the selection to a line, or unfolds it; remembered for this plan.
    pub(super) fn fold_lane(&mut self) {
        if let Some(id) = self.chosen_lane() {
            self.view.panels.board.toggle_fold(id);
            let mut lanes: Vec<String> = self.view.panels.board.folded().map(|lane| lane.to_string()).collect();
            lanes.sort_unstable();
            self.prefs.prefs.fold_lanes(self.plan.doc.campaign().id.to_string(), lanes);
        }
    }

    /// Folds the lanes that were folded when this plan was open last.
    pub(super) fn fold_as_before(&mut self) {
        let plan = self.plan.doc.campaign().id.to_string();
        let kept = self.prefs.prefs.folded_lanes.iter().find(|folded| folded.plan == plan);
        let lanes: Vec<LaneId> = kept.into_iter().flat_map(|kept| &kept.lanes).filter_map(|id| LaneId::parse(id)).collect();
        for lane in lanes.into_iter().filter(|id| self.plan.doc.campaign().lane(*id).is_some()) {
            self.view.panels.board.toggle_fold(lane);
        }
    }

    /// Deletes the lane of the selection with its moments. Nothing is asked: one undo brings all of it back.
    pub(super) fn delete_lane(&mut self) {
        let campaign = self.plan.doc.campaign();
        let Some((at, lane)) = self.lane_at() else { return };
        let name = campaign.lane_name(lane).to_owned();
        let id = lane.id;
        let next = campaign.lanes.get(at + 1).or(at.checked_sub(1).and_then(|at| campaign.lanes.get(at))).map(|lane| lane.id);
        self.edit(Step::new(say::step_delete_lane(&name), vec![Edit::RemoveLane { id }]));
        self.view.selection = next.map(Selection::lane).unwrap_or_default();
    }

    /// Lets the title of the selected moment, or the name of the selected lane, be written where it stands.
    pub(super) fn rename(&mut self) {
        if self.view.panels.front == View::Board && self.view.panels.board.write_focused_note() {
            return;
        }
        if !self.view.panels.writes_in_place() {
            return self.write_in(if self.view.selection.moments.is_empty() { "name" } else { "title" });
        }
        let campaign = self.plan.doc.campaign();
        match (&self.view.selection.moments[..], self.view.selection.about) {
            ([id], _) => match campaign.moment(*id) {
                Some((Some(_), moment)) => self.view.panels.rename_moment(*id, &moment.title),
                // An idea has its title in the inspector only.
                Some((None, _)) => self.write_in("title"),
                None => {}
            },
            ([], Some(About::Campaign | About::Creator(_) | About::Brand(_) | About::Product(_))) => self.write_in("name"),
            ([], None) if !self.view.panels.names_lanes() => self.write_in("name"),
            ([], None) => {
                if let Some((_, lane)) = self.lane_at() {
                    let (id, name) = (lane.id, campaign.lane_name(lane).to_owned());
                    self.view.panels.rename_lane(id, &name);
                }
            }
            _ => {}
        }
    }
}
