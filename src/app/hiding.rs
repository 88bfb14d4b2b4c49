//! Lanes that somebody does not want to see for now. Whoever hides a lane means it everywhere: no view shows it and no count of what
//! is shown has it, and each of them says how many are hidden.
//!
//! Nothing of the plan changes: they are checked and shared as before. Whatever somebody selects or goes to is shown, so going to
//! something in a hidden lane brings that lane back.

use std::collections::HashSet;
use std::sync::Arc;

use super::App;
use crate::model::{Campaign, LaneId};
use crate::ui::command::Command;
use crate::ui::view::{Kept, Selection, Sieve};
use crate::words::{counts, lanes as say};

/// What they are kept as with the plan: their ids with a space between. The board was the first to hide lanes.
const HIDDEN: &str = "board.hidden";

/// The lanes that are hidden.
#[derive(Debug, Default)]
pub(super) struct Hiding {
    lanes: HashSet<LaneId>,
    /// What a search and a filter left without them, with what that was worked out from.
    sieve: Option<(Arc<Campaign>, Sieve, Sieve)>,
    /// What was selected, and in which state of the plan, when it was last looked whether any of it is hidden.
    looked_at: (Selection, u64),
}

impl Hiding {
    /// What a search and a filter leave, without the hidden lanes. Costs a comparison as long as nothing changed.
    pub(super) fn over(&mut self, campaign: &Arc<Campaign>, passed: &Sieve) -> Sieve {
        if self.lanes.is_empty() {
            self.sieve = None;
            return passed.clone();
        }
        let known = self.sieve.as_ref().filter(|(of, by, _)| Arc::ptr_eq(of, campaign) && by == passed);
        if let Some((.., sieve)) = known {
            return sieve.clone();
        }
        let sieve = passed.without(campaign, &self.lanes);
        self.sieve = Some((Arc::clone(campaign), passed.clone(), sieve.clone()));
        sieve
    }

    /// Hides lanes, or shows them; whether that changed anything.
    fn set(&mut self, lanes: impl IntoIterator<Item = LaneId>, hidden: bool) -> bool {
        let before = self.lanes.len();
        for lane in lanes {
            if hidden {
                self.lanes.insert(lane);
            } else {
                self.lanes.remove(&lane);
            }
        }
        self.sieve = None;
        self.lanes.len() != before
    }

    /// Keeps which lanes are hidden.
    pub(super) fn keep(&self, kept: &mut Kept) {
        let mut lanes: Vec<String> = self.lanes.iter().map(LaneId::to_string).collect();
        lanes.sort_unstable();
        kept.set_word(HIDDEN, lanes.join(" "));
    }

    /// Hides the lanes that were hidden.
    pub(super) fn come_back(&mut self, kept: &Kept) {
        self.lanes = kept.word(HIDDEN).unwrap_or_default().split(' ').filter_map(LaneId::parse).collect();
        self.sieve = None;
    }
}

impl App {
    /// Hides these lanes, or shows them; remembered for this plan. What is hidden leaves the selection.
    pub(super) fn set_hidden(&mut self, lanes: &[LaneId], hidden: bool) {
        if !self.view.hiding.set(lanes.iter().copied(), hidden) {
            return;
        }
        if hidden {
            let index = self.plan.doc.index();
            let selection = &mut self.view.selection;
            let stays = |id: &_| !index.lane(*id).is_some_and(|lane| lanes.contains(&lane));
            selection.moments.retain(stays);
            selection.cursor = selection.cursor.filter(stays);
            selection.from = selection.from.filter(stays);
            selection.lane = selection.lane.filter(|lane| !lanes.contains(lane));
            self.view.hiding.looked_at = <_>::default();
        }
        self.sift_now();
        self.keep_view();
    }

    /// Hides the lane of the selection, and goes on to the next one that is shown.
    pub(super) fn hide_lane(&mut self) {
        let campaign = Arc::clone(self.plan.doc.campaign());
        let Some(id) = self.chosen_lane() else { return };
        let Some(at) = campaign.lanes.iter().position(|lane| lane.id == id) else { return };
        let is_shown = |lane: &&Arc<crate::model::Lane>| lane.id != id && !self.view.sieve.hides(lane.id);
        let after = campaign.lanes.iter().skip(at).find(is_shown);
        let next = after.or_else(|| campaign.lanes.iter().take(at).rev().find(is_shown)).map(|lane| lane.id);
        self.set_hidden(&[id], true);
        self.view.selection = next.map(Selection::lane).unwrap_or_default();
        self.say(say::now_hidden(campaign.lane(id).map_or("", |lane| campaign.lane_name(lane))));
    }

    /// Shows every lane again.
    pub(super) fn show_hidden_lanes(&mut self) {
        let count = self.view.sieve.hidden_lanes();
        let all: Vec<LaneId> = self.view.hiding.lanes.iter().copied().collect();
        self.set_hidden(&all, false);
        self.say(if count == 0 { say::none_hidden().to_owned() } else { say::shown_again(counts::lanes(count)) });
    }

    /// The lanes of what is selected, or of what a fix that is shown would change, are shown.
    pub(super) fn show_lanes_gone_to(&mut self) {
        if self.view.sieve.hidden_lanes() == 0 {
            return;
        }
        let (selection, index) = (&self.view.selection, self.plan.doc.index());
        let changed = self.preview.iter().flat_map(|preview| preview.effect.lanes.iter().copied().chain(preview.key.lane));
        let mut lanes: HashSet<LaneId> = changed.filter(|lane| self.view.sieve.hides(*lane)).collect();
        // A whole large plan may be selected: it is gone through once, and not in every frame.
        let revision = self.plan.doc.revision();
        if self.view.hiding.looked_at.0 != *selection || self.view.hiding.looked_at.1 != revision {
            let of_moments = selection.moments.iter().chain(&selection.cursor).filter_map(|id| index.lane(*id));
            lanes.extend(of_moments.chain(selection.lane).filter(|lane| self.view.sieve.hides(*lane)));
            self.view.hiding.looked_at = (selection.clone(), revision);
        }
        if lanes.is_empty() {
            return;
        }
        let lanes: Vec<LaneId> = lanes.into_iter().collect();
        self.set_hidden(&lanes, false);
        // Hiding them was said as well.
        let campaign = self.plan.doc.campaign();
        self.say(match lanes[..] {
            [lane] => {
                let name = campaign.lane(lane).map_or("", |lane| campaign.lane_name(lane));
                say::came_back(name, Command::HideLane.name())
            }
            _ => say::shown_again(counts::lanes(lanes.len())),
        });
    }
}
