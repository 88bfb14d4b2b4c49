//! The selected moments as a whole: moved, parked, brought back, duplicated, deleted. One named step each.

use std::collections::HashMap;

use super::App;
use crate::edit::{Edit, Place, Step};
use crate::model::{Lane, LaneId, Moment, MomentId, Status, When};
use crate::ui::view::Selection;
use crate::words::{self, hand, steps as say};

/// How far a duplicate comes after what it is a duplicate of, in days.
const LATER: i32 = 14;
/// Days that an unparked card keeps to the others, where they leave room.
const APART: i32 = 7;

impl App {
    pub(super) fn delete_selection(&mut self) {
        let there = self.view.selection.moments.iter().filter(|id| self.plan.doc.index().place(**id).is_some());
        let edits: Vec<Edit> = there.map(|id| Edit::RemoveMoment { id: *id }).collect();
        if edits.is_empty() {
            return;
        }
        self.edit(Step::new(say::step_delete(self.selected_title()), edits));
        let lane = self.view.selection.lane;
        self.view.selection = Selection { lane, ..Selection::default() };
    }

    /// Parks the selected moments in the tray of ideas. What is published stays.
    pub(super) fn park_selection(&mut self) {
        let moments = self.selected().filter(|(_, moment)| !moment.is_published());
        let edits: Vec<Edit> =
            moments.map(|(_, moment)| Edit::MoveMoment { id: moment.id, to: Place::Tray, when: moment.when }).collect();
        self.say_what_stays();
        if !edits.is_empty() {
            self.edit(Step::new(say::step_park(self.title_of(&edits)), edits));
            let lane = self.view.selection.lane;
            self.view.selection = Selection { lane, ..Selection::default() };
        }
    }

    /// What the moments of these edits are called together.
    fn title_of(&self, edits: &[Edit]) -> String {
        let only = if let [only] = edits { only.moment() } else { None };
        let title = only.and_then(|id| self.plan.doc.campaign().moment(id)).map(|(_, moment)| moment.title.clone());
        title.unwrap_or_else(|| words::moments(edits.len()))
    }

    /// Puts the selected ideas into the plan: into the lane of the creator they were meant for, else into the lane in use; on
    /// the day they had, else on the first one that leaves some room.
    pub(super) fn unpark_selection(&mut self) {
        let campaign = self.plan.doc.campaign();
        let Some(in_use) = self.lane_in_use() else { return };
        let ideas = campaign.ideas.iter().filter(|idea| self.view.selection.has(idea.id));
        let mut edits = Vec::new();
        let mut taken: HashMap<LaneId, Vec<i32>> = HashMap::new();
        for idea in ideas {
            let meant = |lane: &&std::sync::Arc<Lane>| lane.creator.is_some() && lane.creator == idea.for_creator;
            let Some(lane) = campaign.lanes.iter().find(meant).or_else(|| campaign.lane(in_use)) else { continue };
            let when = match idea.when {
                When::Undated | When::Order(_) => self.free_day(lane, taken.entry(lane.id).or_default()),
                known => known,
            };
            edits.push(Edit::MoveMoment { id: idea.id, to: Place::Lane(lane.id), when });
        }
        if edits.is_empty() {
            return;
        }
        let title = match &edits[..] {
            [only] => only.moment().and_then(|id| campaign.moment(id)).map(|(_, moment)| moment.title.clone()),
            _ => None,
        };
        let label = say::step_unpark(title.unwrap_or_else(|| words::ideas(edits.len())));
        let moments: Vec<MomentId> = edits.iter().filter_map(Edit::moment).collect();
        self.edit(Step::new(label, edits));
        self.select_and_show(moments);
    }

    /// A time in a lane that has room around it: after the last of an order, on the axis of day numbers a week after the last,
    /// on the calendar the first day from the usual one on.
    fn free_day(&self, lane: &Lane, taken: &mut Vec<i32>) -> When {
        let campaign = self.plan.doc.campaign();
        let free = |from: i32, days: Vec<i32>| {
            let mut days = days;
            days.sort_unstable();
            days.into_iter().fold(from, |day, other| if (other - day).abs() < APART { other + APART } else { day })
        };
        match self.when_in(lane) {
            When::On(first) => {
                let days = lane.moments.iter().filter_map(|moment| campaign.day_of(moment.when));
                let days = days.map(crate::model::Day::number).chain(taken.iter().copied()).collect();
                let day = free(first.number(), days);
                taken.push(day);
                When::On(crate::model::Day::from_number(day))
            }
            When::Relative(day) => {
                let day = free(day, taken.clone());
                taken.push(day);
                When::Relative(day)
            }
            When::Order(place) => {
                let place = place.saturating_add(i32::try_from(taken.len()).unwrap_or(i32::MAX));
                taken.push(place);
                When::Order(place)
            }
            When::Undated => When::Undated,
        }
    }

    /// Says why something did not move, where it is out already.
    fn say_what_stays(&mut self) {
        let published = self.selected().filter(|(_, moment)| moment.is_published()).count();
        if published > 0 && published == self.selected().count() {
            let why = words::window::published_stays();
            self.say(format!("{}. {why}", words::board::already_published()));
        } else if published > 0 {
            self.say(hand::stay(published));
        }
    }

    /// Moves the selected moments by days. Those that only know an order keep it; what is published stays.
    pub(super) fn move_selection(&mut self, days: i32) {
        let edits: Vec<Edit> = self
            .selected()
            .filter(|(_, moment)| !moment.is_published())
            .filter_map(|(lane, moment)| {
                let when = later(moment.when, days)?;
                Some(Edit::MoveMoment { id: moment.id, to: Place::Lane(lane), when })
            })
            .collect();
        self.move_by(edits);
    }

    /// Moves the selected moments to the lane above or below; all of them, or none.
    pub(super) fn move_to_lane(&mut self, by: isize) {
        let campaign = self.plan.doc.campaign();
        let places: HashMap<LaneId, usize> = campaign.lanes.iter().enumerate().map(|(at, lane)| (lane.id, at)).collect();
        let to = |lane: LaneId| campaign.lanes.get(places.get(&lane)?.checked_add_signed(by)?).map(|lane| lane.id);
        let edits: Option<Vec<Edit>> = self
            .selected()
            .filter(|(_, moment)| !moment.is_published())
            .map(|(lane, moment)| Some(Edit::MoveMoment { id: moment.id, to: Place::Lane(to(lane)?), when: moment.when }))
            .collect();
        self.move_by(edits.unwrap_or_default());
        self.view.selection.lane = self.view.selection.primary().and_then(|id| self.plan.doc.index().lane(id));
    }

    fn move_by(&mut self, edits: Vec<Edit>) {
        if let Some(id) = edits.last().and_then(Edit::moment) {
            self.edit(Step::new(say::step_move(self.title_of(&edits)), edits));
            self.view.panels.reveal(self.view.selection.primary().unwrap_or(id));
        }
        self.say_what_stays();
    }

    /// Adds copies of the selected moments two weeks later, each beside the one it is a copy of.
    pub(super) fn duplicate(&mut self) {
        let title = self.selected_title();
        let campaign = std::sync::Arc::clone(self.plan.doc.campaign());
        let mut ends: HashMap<LaneId, i32> = HashMap::new();
        let mut edits = Vec::new();
        for &id in &self.view.selection.moments {
            let place = match self.plan.doc.index().place(id) {
                Some(Some(lane)) => Place::Lane(lane),
                Some(None) => Place::Tray,
                None => continue,
            };
            let moments = match place {
                Place::Lane(lane) => campaign.lane(lane).map(|lane| &lane.moments[..]).unwrap_or_default(),
                Place::Tray => &campaign.ideas[..],
            };
            let Some(moment) = moments.iter().find(|moment| moment.id == id) else { continue };
            let mut copy = as_copy(moment, self.rim.ids.moment());
            copy.when = match (moment.when, place) {
                (When::Order(_), Place::Lane(lane)) => {
                    let end = ends.entry(lane).or_insert_with(|| last_place(moments));
                    *end = end.saturating_add(1);
                    When::Order(*end)
                }
                (when, _) => later(when, LATER).unwrap_or(when),
            };
            edits.push(Edit::AddMoment { place, moment: Box::new(copy) });
        }
        if !edits.is_empty() {
            let moments = edits.iter().filter_map(Edit::moment).collect();
            self.edit(Step::new(hand::step_duplicate(title), edits));
            self.select_and_show(moments);
        }
    }

    /// Selects moments and brings the last one into view.
    pub(super) fn select_and_show(&mut self, moments: Vec<MomentId>) {
        let Some(&last) = moments.last() else { return };
        self.select(moments);
        if self.view.selection.lane.is_some() {
            self.view.panels.reveal(last);
        }
    }

    /// Selects moments that were just added; what was selected before is selected again when they are undone.
    pub(super) fn select(&mut self, moments: Vec<MomentId>) {
        let Some(&last) = moments.last() else { return };
        let lane = self.plan.doc.index().lane(last);
        self.select_instead(Selection { lane, from: moments.first().copied(), moments, ..Selection::default() });
    }

    /// Selects what the step that was just done added; what was selected before is selected again when that is undone.
    pub(super) fn select_instead(&mut self, selection: Selection) {
        let before = std::mem::replace(&mut self.view.selection, selection);
        self.view.before_adding = Some((self.plan.doc.undo_depth(), before));
    }

    /// The step of that number was undone, and the moments that it added are gone: whoever duplicated something goes on
    /// with what was duplicated.
    pub(super) fn select_as_before(&mut self, step: usize) {
        let Some((_, before)) = self.view.before_adding.take_if(|(of, _)| *of == step) else { return };
        let index = self.plan.doc.index();
        if before.moments.iter().all(|id| index.place(*id).is_some()) {
            let last = before.primary();
            self.view.selection = before;
            self.drop_what_is_gone();
            if let Some(last) = last {
                self.view.panels.reveal(last);
            }
        }
    }
}

/// The same some days later; `None` where nobody knows a day.
fn later(when: When, days: i32) -> Option<When> {
    match when {
        When::On(day) => Some(When::On(day.plus(days))),
        When::Relative(day) => Some(When::Relative(day.saturating_add(days))),
        When::Order(_) | When::Undated => None,
    }
}

/// The last position of an order; 0 where there is none.
pub(super) fn last_place(moments: &[std::sync::Arc<Moment>]) -> i32 {
    let places = moments.iter().filter_map(|moment| if let When::Order(place) = moment.when { Some(place) } else { None });
    places.max().unwrap_or(0)
}

/// A copy of a moment under an id of its own. What is out is out once: a copy of it is a draft again.
pub(super) fn as_copy(moment: &Moment, id: MomentId) -> Moment {
    let status = if moment.is_published() { Status::Draft } else { moment.status };
    Moment { id, status, ..moment.clone() }
}
