//! What is selected, and where the keyboard is: from card to card and from lane to lane.

use super::App;
use crate::model::{CreatorId, LaneId, Moment, MomentId};
use crate::ui::board::pick;
use crate::ui::view::{About, Selection, Stop, Way};
use crate::words;

impl App {
    /// The selected moments that stand in lanes, with their lanes.
    pub(super) fn selected(&self) -> impl Iterator<Item = (LaneId, &Moment)> {
        let all = self.plan.doc.index().in_lanes(self.plan.doc.campaign(), &self.view.selection.moments);
        all.map(|(lane, moment)| (lane.id, &**moment))
    }

    /// The title of the one selected moment, or how many there are.
    pub(super) fn selected_title(&self) -> String {
        let campaign = self.plan.doc.campaign();
        match self.view.selection.moments[..] {
            [only] => campaign.moment(only).map(|(_, moment)| moment.title.clone()).unwrap_or_default(),
            _ => words::moments(self.view.selection.moments.len()),
        }
    }

    /// The lane that commands act on: of the selection, else the one used last, else the first.
    pub(super) fn lane_in_use(&self) -> Option<LaneId> {
        let campaign = self.plan.doc.campaign();
        let is_there = |id: &LaneId| campaign.lane(*id).is_some() && !self.view.sieve.hides(*id);
        let used = || self.view.lane_used.filter(is_there);
        self.shown_lane().or_else(used).or(campaign.lanes.first().map(|lane| lane.id))
    }

    /// Remembers the lane of the selection: it stays the one in use when nothing is selected any more.
    pub(super) fn keep_lane_used(&mut self) {
        self.view.lane_used = self.shown_lane().or(self.view.lane_used);
    }

    /// The lane that is shown: of the selection, or of the creator whose page is open.
    pub(super) fn shown_lane(&self) -> Option<LaneId> {
        self.chosen_lane().or_else(|| {
            let creator = self.shown_creator()?;
            self.plan.doc.campaign().lanes.iter().find(|lane| lane.creator == Some(creator)).map(|lane| lane.id)
        })
    }

    /// The creator whose page is open.
    pub(super) fn shown_creator(&self) -> Option<CreatorId> {
        match self.view.selection.about {
            Some(About::Creator(id)) => self.plan.doc.campaign().creator(id).map(|creator| creator.id),
            _ => None,
        }
    }

    /// The lane of the selection, if there is one: what changes a lane as a whole never guesses.
    pub(super) fn chosen_lane(&self) -> Option<LaneId> {
        let campaign = self.plan.doc.campaign();
        let of_moment = self.view.selection.primary().and_then(|id| self.plan.doc.index().lane(id));
        of_moment.or(self.view.selection.lane).filter(|id| campaign.lane(*id).is_some())
    }

    /// The card that the keyboard is on.
    pub(super) fn focused_card(&self) -> Option<MomentId> {
        let selection = &self.view.selection;
        selection.cursor.or(selection.primary()).filter(|id| self.plan.doc.index().lane(*id).is_some())
    }

    /// Where a step on the board leads.
    pub(super) fn beside_on_board(&self, way: Way) -> Option<Stop> {
        let (campaign, sieve) = (self.plan.doc.campaign(), &self.view.sieve);
        let card = self.focused_card();
        let here = card.and_then(|id| self.plan.doc.index().lane(id)).or(self.chosen_lane());
        let first = |lane: LaneId| match campaign.lane(lane).map(|lane| pick::in_order(campaign, lane, sieve)) {
            Some(order) if !order.is_empty() => Stop::Card(lane, order[0]),
            _ => Stop::Lane(lane),
        };
        // Without anything selected every key leads to the first card.
        let Some(here) = here else {
            let shown = campaign.lanes.iter().find(|lane| !self.view.sieve.hides(lane.id));
            return shown.map(|lane| first(lane.id));
        };
        let at = campaign.lanes.iter().position(|lane| lane.id == here)?;
        let by = match way {
            Way::Back | Way::On => {
                let order = pick::in_order(campaign, &campaign.lanes[at], sieve);
                let place = card.and_then(|id| order.iter().position(|other| *other == id));
                let to = match (place, way) {
                    (None, Way::On) => order.first(),
                    (None, _) => order.last(),
                    (Some(place), Way::On) => order.get(place + 1),
                    // Before the first card is the lane itself.
                    (Some(0), _) => return Some(Stop::Lane(here)),
                    (Some(place), _) => order.get(place - 1),
                };
                return to.map(|id| Stop::Card(here, *id));
            }
            Way::Up => -1,
            Way::Down => 1,
        };
        // Over lanes that are hidden the way leads on.
        let beside = std::iter::successors(at.checked_add_signed(by), |at| at.checked_add_signed(by));
        let lanes = beside.map_while(|at| campaign.lanes.get(at));
        let to = lanes.into_iter().find(|lane| !self.view.sieve.hides(lane.id))?;
        let Some(card) = card else { return Some(Stop::Lane(to.id)) };
        let moment = campaign.lanes[at].moments.iter().find(|moment| moment.id == card)?;
        // An empty lane is a stop, too: that is where the next card may be wanted.
        Some(match pick::nearest(campaign, to, sieve, pick::day_of(campaign, moment)) {
            Some(id) => Stop::Card(to.id, id),
            None => Stop::Lane(to.id),
        })
    }

    /// Selects what is beside.
    pub(super) fn select_beside(&mut self, way: Way) {
        match self.beside(way) {
            Some(Stop::Card(lane, id)) => {
                self.view.selection = Selection::moment(id, Some(lane));
                self.go_to_card(id);
            }
            Some(Stop::Lane(lane)) => {
                self.view.selection = Selection::lane(lane);
                self.view.panels.reveal_lane(lane);
                self.view.panels.board.focus_lane(lane);
            }
            Some(Stop::Day(day)) => {
                self.view.selection = Selection::default();
                self.view.panels.focus_day(day);
            }
            None => {}
        }
    }

    /// Moves the focus and leaves the selection as it is.
    pub(super) fn focus_beside(&mut self, way: Way) {
        if let Some((_, id)) = self.card_beside(way) {
            self.view.selection.cursor = Some(id);
            self.go_to_card(id);
        }
    }

    /// Selects everything from where the selection began to the card beside.
    pub(super) fn extend(&mut self, way: Way) {
        let Some((lane, id)) = self.card_beside(way) else { return };
        let selection = &self.view.selection;
        let from = selection.from.or(selection.primary()).filter(|id| self.plan.doc.index().lane(*id).is_some());
        let from = from.unwrap_or(id);
        let moments = self.between(from, id);
        self.view.selection = Selection { moments, lane: Some(lane), from: Some(from), cursor: Some(id), ..Selection::default() };
        self.go_to_card(id);
    }

    /// Adds the card that has the focus to the selection, or takes it out.
    pub(super) fn toggle_focused(&mut self) {
        if let Some(id) = self.view.selection.cursor {
            self.toggle(id);
            self.view.selection.cursor = Some(id);
        }
    }

    /// Adds a moment to the selection, or takes it out.
    pub(super) fn toggle(&mut self, id: MomentId) {
        let selection = &mut self.view.selection;
        match selection.moments.iter().position(|other| *other == id) {
            Some(at) => {
                selection.moments.remove(at);
            }
            None => selection.moments.push(id),
        }
        selection.lane = self.plan.doc.index().lane(id);
        (selection.from, selection.cursor, selection.about) = (Some(id), None, None);
    }

    /// Selects every moment of the lane in use that is shown.
    pub(super) fn select_lane(&mut self) {
        let campaign = self.plan.doc.campaign();
        if let Some(lane) = self.lane_in_use().and_then(|id| campaign.lane(id)) {
            let moments = pick::in_order(campaign, lane, &self.view.sieve);
            self.view.selection =
                Selection { from: moments.first().copied(), moments, lane: Some(lane.id), ..Selection::default() };
        }
    }

    /// Selects every moment of every lane that is shown.
    pub(super) fn select_all(&mut self) {
        let campaign = self.plan.doc.campaign();
        let shown = campaign.lanes.iter().filter(|lane| !self.view.sieve.hides(lane.id));
        let all = shown.flat_map(|lane| lane.moments.iter().map(|moment| moment.id));
        let moments = all.filter(|id| self.view.sieve.shows(*id)).collect();
        self.view.selection = Selection { moments, lane: self.chosen_lane(), ..Selection::default() };
    }

    /// Brings a card into view, with the keyboard on it.
    fn go_to_card(&mut self, id: MomentId) {
        self.view.panels.reveal(id);
        self.view.panels.focus(id);
    }
}
