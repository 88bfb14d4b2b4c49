//! Lanes that somebody does not want to see for now. Whoever hides a lane means it everywhere: no view shows it and no count of what
//! is shown has it, and each of them says how many are hidden.
//!
//! Nothing of the plan changes: they are checked and shared as before. Whatever somebody selects or goes to is shown, so going to
//! something in a hidden lane brings that lane back.
//!
//! Hiding is no step of the document: it makes no plan unsaved, and its history holds nothing of it. Whoever takes back what was done
//! last means it all the same, so undo and redo have it between the steps, at the state of the plan in which it was done.

use std::collections::HashSet;
use std::sync::Arc;

use super::App;
use crate::model::{Campaign, Lane, LaneId};
use crate::ui::command::Command;
use crate::ui::view::{FileView, Kept, Selection, Sieve};
use crate::words::{counts, lanes as say};

/// What they are kept as with the plan: their ids with a space between. The board was the first to hide lanes.
const HIDDEN: &str = "board.hidden";

/// Lanes that were hidden together.
#[derive(Debug)]
struct Hid {
    lanes: Vec<LaneId>,
    /// The state of the plan then: in another one something else was done last.
    revision: u64,
}

/// The lanes that are hidden.
#[derive(Debug, Default)]
pub(super) struct Hiding {
    lanes: HashSet<LaneId>,
    /// What undo shows again, the last one at the end.
    hid: Vec<Hid>,
    /// What was shown so, and redo hides again.
    shown: Vec<Hid>,
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

    /// The lanes that undo shows again in that state of the plan.
    fn to_show(&self, revision: u64) -> Option<&[LaneId]> {
        self.hid.last().filter(|hid| hid.revision == revision).map(|hid| &hid.lanes[..])
    }

    /// The lanes that redo hides again in that state of the plan.
    fn to_hide(&self, revision: u64) -> Option<&[LaneId]> {
        self.shown.last().filter(|shown| shown.revision == revision).map(|shown| &shown.lanes[..])
    }

    /// A step was undone or done again: that is what redo is about now.
    pub(super) fn step_went(&mut self) {
        self.shown.clear();
    }

    /// Keeps which lanes are hidden.
    pub(super) fn keep(&self, kept: &mut Kept) {
        let mut lanes: Vec<String> = self.lanes.iter().map(LaneId::to_string).collect();
        lanes.sort_unstable();
        kept.set_word(HIDDEN, lanes.join(" "));
    }

    /// Hides the lanes that were hidden.
    pub(super) fn come_back(&mut self, kept: &Kept) {
        (self.hid, self.shown) = <_>::default();
        self.lanes = kept.word(HIDDEN).unwrap_or_default().split(' ').filter_map(LaneId::parse).collect();
        self.sieve = None;
    }
}

impl App {
    /// What the panels are told of the file and of what can be undone, hiding included.
    pub(super) fn file_view(&self) -> FileView {
        let (campaign, revision) = (self.plan.doc.campaign(), self.plan.doc.revision());
        let mut view = self.plan.file.view(&self.plan.doc);
        if let Some(lanes) = self.view.hiding.to_show(revision) {
            view.undo = Some(step_of(campaign, lanes));
        }
        if let Some(lanes) = self.view.hiding.to_hide(revision) {
            view.redo = Some(step_of(campaign, lanes));
        }
        view
    }

    /// Hides these lanes, or shows them, because somebody wants it; remembered for this plan. Hiding can be undone.
    pub(super) fn set_hidden(&mut self, lanes: &[LaneId], hidden: bool) {
        if !self.keep_hidden(lanes, hidden) {
            return;
        }
        let hiding = &mut self.view.hiding;
        hiding.shown.clear();
        if hidden {
            hiding.hid.push(Hid { lanes: lanes.to_vec(), revision: self.plan.doc.revision() });
        } else {
            // They are in sight again already.
            hiding.hid.clear();
        }
    }

    /// Hides these lanes, or shows them; whether that changed anything. What is hidden leaves the selection.
    fn keep_hidden(&mut self, lanes: &[LaneId], hidden: bool) -> bool {
        if !self.view.hiding.set(lanes.iter().copied(), hidden) {
            return false;
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
        true
    }

    /// Hides the lane of the selection, and goes on to the next one that is shown.
    pub(super) fn hide_lane(&mut self) {
        let Some(id) = self.chosen_lane() else { return };
        let next = self.beside_hidden(id);
        self.set_hidden(&[id], true);
        self.view.selection = next;
        let campaign = self.plan.doc.campaign();
        let said = say::now_hidden(campaign.lane(id).map_or("", |lane| campaign.lane_name(lane)));
        self.say(said);
    }

    /// What is selected where that lane was, once it is hidden: the next lane that is shown, else the one before.
    fn beside_hidden(&self, id: LaneId) -> Selection {
        let lanes = &self.plan.doc.campaign().lanes;
        let Some(at) = lanes.iter().position(|lane| lane.id == id) else { return Selection::default() };
        let is_shown = |lane: &&Arc<Lane>| lane.id != id && !self.view.sieve.hides(lane.id);
        let after = lanes.iter().skip(at).find(is_shown);
        let next = after.or_else(|| lanes.iter().take(at).rev().find(is_shown)).map(|lane| lane.id);
        next.map(Selection::lane).unwrap_or_default()
    }

    /// Shows the lanes again that were hidden last, where nothing was done to the plan since, and says so; whether there were any.
    pub(super) fn undo_hiding(&mut self) -> bool {
        let revision = self.plan.doc.revision();
        let Some(hid) = self.view.hiding.hid.pop_if(|hid| hid.revision == revision) else { return false };
        self.keep_hidden(&hid.lanes, false);
        let campaign = self.plan.doc.campaign();
        if let [lane] = hid.lanes[..] {
            let said = say::back(campaign.lane(lane).map_or("", |lane| campaign.lane_name(lane)));
            self.show_lane(lane);
            self.say(said);
        } else {
            self.say(say::shown_again(counts::lanes(hid.lanes.len())));
        }
        self.view.hiding.shown.push(hid);
        true
    }

    /// Hides the lanes again that undo showed, where nothing was done to the plan since; whether there were any.
    pub(super) fn redo_hiding(&mut self) -> bool {
        let revision = self.plan.doc.revision();
        let Some(shown) = self.view.hiding.shown.pop_if(|shown| shown.revision == revision) else { return false };
        let next = shown.lanes.first().map(|lane| self.beside_hidden(*lane));
        self.keep_hidden(&shown.lanes, true);
        let campaign = self.plan.doc.campaign();
        if let [lane] = shown.lanes[..] {
            let said = say::now_hidden(campaign.lane(lane).map_or("", |lane| campaign.lane_name(lane)));
            self.view.selection = next.unwrap_or_default();
            self.say(said);
        } else {
            self.say(say::hidden(shown.lanes.len()));
        }
        self.view.hiding.hid.push(shown);
        true
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

/// What hiding these lanes is called among what can be undone.
fn step_of(campaign: &Campaign, lanes: &[LaneId]) -> String {
    match lanes {
        [lane] => say::step_hide(campaign.lane(*lane).map_or("", |lane| campaign.lane_name(lane))),
        _ => say::step_hide_many(counts::lanes(lanes.len())),
    }
}
