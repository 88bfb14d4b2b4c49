//! What letting go of the cards in the hand would do: the step, the curves, the findings.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::drag::{Drag, Origin, Other, Slot, Target, stand_in};
use super::frame::Frame;
use crate::analysis::Axis;
use crate::analysis::curve::curve;
use crate::check::check_lane;
use crate::edit::{Edit, Place as Where, Step};
use crate::model::{Campaign, Day, LaneId, Moment, MomentId, Status, When};
use crate::ui::view::{Counts, Sieve};
use crate::words::{self, board as say, hand, steps};

/// A card with the lane and the time that it gets.
struct Change {
    moment: Arc<Moment>,
    lane: LaneId,
    when: When,
    /// Whether it is in the hand; the others only make room.
    held: bool,
}

/// Most lanes whose curves are shown as they would be: more than a screen has.
const MOST_CURVES: usize = 24;

impl Drag {
    /// Works out what letting go would change: the card's day, the curves and the findings.
    pub(super) fn look_ahead(&mut self, frame: &Frame<'_>) {
        self.curves.clear();
        self.shown = Arc::clone(&self.moment);
        self.counts = None;
        let Some(target) = self.target else { return };
        let campaign = frame.cx.campaign;
        let Some(step) = self.step(campaign, frame.scale.axis) else { return };
        let id = self.shown_id();
        let when = step.edits.iter().find_map(|edit| match edit {
            Edit::MoveMoment { id: moved, when, .. } if *moved == id => Some(*when),
            Edit::AddMoment { moment, .. } if moment.id == id => Some(moment.when),
            _ => None,
        });
        if let Some(when) = when {
            Arc::make_mut(&mut self.shown).when = when;
        }
        let after = self.after(campaign, &step.edits);
        let mut lanes: Vec<LaneId> = vec![target.lane];
        if let Origin::Lane(from) = self.from {
            lanes.extend(campaign.lanes.get(from).map(|lane| lane.id));
        }
        let by = self.shift(target);
        for other in &self.others {
            for at in [Some(other.at), other.at.checked_add_signed(by)].into_iter().flatten() {
                let lane = campaign.lanes.get(at).map(|lane| lane.id);
                lanes.extend(lane.filter(|lane| lanes.len() < MOST_CURVES && !lanes.contains(lane)));
            }
        }
        for id in lanes {
            if let Some(lane) = after.lane(id).filter(|_| !self.curves.iter().any(|(known, _)| *known == id)) {
                self.curves.push((id, curve(&after, lane).map(Arc::new)));
            }
        }
        let after = Arc::new(after);
        if let Some(lane) = after.lane(target.lane) {
            // From place to place only the lanes of the hand differ.
            self.follower.follow(&after, frame.cx.options);
            let now = frame.cx.derived.lanes.get(target.at).map(|view| view.counts).unwrap_or_default();
            self.counts = Some((now, Counts::of(&check_lane(&after, self.follower.cross(), lane, frame.cx.options).findings)));
        }
    }

    /// The campaign as it would be. Costs a look at the lanes that cards leave or come to, whatever their number.
    fn after(&self, campaign: &Campaign, edits: &[Edit]) -> Campaign {
        let mut after = campaign.clone();
        let mut gone: HashSet<MomentId> = HashSet::new();
        let mut arrive: HashMap<LaneId, Vec<Arc<Moment>>> = HashMap::new();
        let all = self.others.iter().map(|other| &other.moment).chain([&self.moment]);
        let mut known: HashMap<MomentId, &Arc<Moment>> = all.map(|moment| (moment.id, moment)).collect();
        // Cards of an order that make room are moved, too, without being in the hand.
        if let Some(lane) = self.target.and_then(|target| campaign.lane(target.lane)) {
            known.extend(lane.moments.iter().map(|moment| (moment.id, moment)));
        }
        for edit in edits {
            match edit {
                Edit::MoveMoment { id, to: Where::Lane(lane), when } => {
                    gone.insert(*id);
                    if let Some(moment) = known.get(id) {
                        let mut moment = Arc::clone(moment);
                        Arc::make_mut(&mut moment).when = *when;
                        arrive.entry(*lane).or_default().push(moment);
                    }
                }
                Edit::AddMoment { place: Where::Lane(lane), moment } => {
                    arrive.entry(*lane).or_default().push(Arc::new((**moment).clone()));
                }
                _ => {}
            }
        }
        for lane in &mut after.lanes {
            let arriving = arrive.remove(&lane.id);
            if arriving.is_some() || lane.moments.iter().any(|moment| gone.contains(&moment.id)) {
                let lane = Arc::make_mut(lane);
                lane.moments.retain(|moment| !gone.contains(&moment.id));
                lane.moments.extend(arriving.unwrap_or_default());
            }
        }
        after
    }

    /// The step that letting go would be; `None` where that changes nothing.
    pub(super) fn step(&self, campaign: &Campaign, axis: Axis) -> Option<Step> {
        let target = self.target?;
        let moves = match target.slot {
            Slot::Locked => return None,
            Slot::Position(position) => self.reorder(campaign, target, position),
            Slot::Day(day) => self.to_day(campaign, axis, target, day),
        };
        let adds = self.copies || self.from == Origin::Palette;
        let edit = |Change { moment, lane, when, held }: Change| {
            if held && adds {
                self.add(&moment, lane, when)
            } else {
                Edit::MoveMoment { id: moment.id, to: Where::Lane(lane), when }
            }
        };
        let edits: Vec<Edit> = moves.into_iter().map(edit).collect();
        if edits.is_empty() {
            return None;
        }
        let title = &self.moment.title;
        let label = match (self.from, self.copies, self.others.len()) {
            (Origin::Palette, ..) => steps::step_add(title),
            (Origin::Tray, ..) => steps::step_unpark(title),
            (_, true, 0) => hand::step_copy(title),
            (_, true, others) => hand::step_copy(words::moments(others + 1)),
            (_, false, 0) => steps::step_move(title),
            (_, false, others) => say::move_many(words::moments(others + 1)),
        };
        Some(Step::new(label, edits))
    }

    /// A copy of a card, or the new card. What is out already is out once: its copy is a draft.
    fn add(&self, moment: &Moment, to: LaneId, when: When) -> Edit {
        let mut copy = moment.clone();
        if self.copies {
            copy.id = stand_in(moment.id.0.bits());
            if copy.is_published() {
                copy.status = Status::Draft;
            }
        }
        copy.when = when;
        Edit::AddMoment { place: Where::Lane(to), moment: Box::new(copy) }
    }

    /// Everything in the hand with the lane and the time that it gets, where the card under the pointer goes to a day.
    fn to_day(&self, campaign: &Campaign, axis: Axis, target: Target, day: i32) -> Vec<Change> {
        let by = self.shift(target);
        if by == 0 && self.day == Some(day) && !self.is_brought() {
            return Vec::new();
        }
        let later = self.day.map(|from| day.saturating_sub(from));
        let when = day_as(campaign, axis, self.moment.when, day);
        let mut moves = vec![Change { moment: Arc::clone(&self.moment), lane: target.lane, when, held: true }];
        moves.extend(self.others.iter().filter_map(|other| {
            let lane = campaign.lanes.get(other.at.checked_add_signed(by)?)?.id;
            let from = axis.day(campaign, other.moment.when);
            let when = match from.zip(later) {
                Some((from, later)) => day_as(campaign, axis, other.moment.when, from.saturating_add(later)),
                None => other.moment.when,
            };
            let moment = Arc::clone(&other.moment);
            (by != 0 || when != moment.when || self.copies).then_some(Change { moment, lane, when, held: true })
        }));
        moves
    }

    /// The number that the card gets where it goes to a position among those that are shown.
    pub(super) fn number_at(&self, campaign: &Campaign, target: Target, position: usize) -> usize {
        if self.sieve.is_open() {
            return position + 1;
        }
        let own = self.reorder(campaign, target, position).into_iter().find(|change| change.moment.id == self.moment.id);
        match own.map_or(self.moment.when, |change| change.when) {
            When::Order(number) => usize::try_from(number).unwrap_or_default(),
            _ => position + 1,
        }
    }

    /// What changes where the card goes to a position of a lane that only knows an order: those in the hand that come to
    /// that lane stand together there, and everything after them makes room.
    fn reorder(&self, campaign: &Campaign, target: Target, position: usize) -> Vec<Change> {
        let Some(lane) = campaign.lanes.get(target.at) else { return Vec::new() };
        let by = self.shift(target);
        let to = |other: &Other| campaign.lanes.get(other.at.checked_add_signed(by)?).map(|lane| lane.id);
        let place = |moment: &Moment| if let When::Order(order) = moment.when { order } else { i32::MAX };
        // Of each card whether it comes from elsewhere, and whether it is in the hand.
        let mut block = vec![(Arc::clone(&self.moment), self.copies || self.from != Origin::Lane(target.at), true)];
        let here = self.others.iter().filter(|other| to(other) == Some(lane.id));
        block.extend(here.map(|other| (Arc::clone(&other.moment), self.copies || other.at != target.at, true)));
        block.sort_by_key(|(moment, ..)| (place(moment), moment.id));
        let stays = |moment: &&Arc<Moment>| self.copies || !block.iter().any(|(held, ..)| held.id == moment.id);
        let mut cards: Vec<&Arc<Moment>> =
            lane.moments.iter().filter(|moment| matches!(moment.when, When::Order(_))).filter(stays).collect();
        cards.sort_by_key(|moment| (place(moment), moment.id));
        let mut sequence: Vec<_> = cards.into_iter().map(|moment| (Arc::clone(moment), false, false)).collect();
        let at = seat(sequence.iter().map(|(moment, ..)| moment.id), &self.sieve, position);
        sequence.splice(at..at, block);
        let change = |(at, (moment, arrives, held)): (usize, (Arc<Moment>, bool, bool))| {
            let when = When::Order(i32::try_from(at).unwrap_or(i32::MAX).saturating_add(1));
            (arrives || moment.when != when).then_some(Change { moment, lane: lane.id, when, held })
        };
        let mut moves: Vec<Change> = sequence.into_iter().enumerate().filter_map(change).collect();
        if by != 0 {
            let elsewhere = self.others.iter().filter(|other| to(other) != Some(lane.id));
            moves.extend(elsewhere.filter_map(|other| {
                let when = other.moment.when;
                Some(Change { moment: Arc::clone(&other.moment), lane: to(other)?, when, held: true })
            }));
        }
        moves
    }
}

/// Which place among all cards of an order is a position among those that are shown: right behind the one before it.
fn seat(cards: impl Iterator<Item = MomentId>, sieve: &Sieve, position: usize) -> usize {
    let shown = cards.enumerate().filter(|(_, id)| sieve.shows(*id)).take(position);
    shown.last().map_or(0, |(at, _)| at + 1)
}

/// A day of the axis as the card counts it: a relative card stays relative.
pub(in crate::ui) fn day_as(campaign: &Campaign, axis: Axis, before: When, day: i32) -> When {
    match axis {
        Axis::DayNumbers => When::Relative(day),
        Axis::Calendar => {
            let day = Day::from_number(day);
            let zero = campaign.anchor.as_ref().and_then(|anchor| anchor.date);
            match (before, zero) {
                (When::Relative(_), Some(zero)) => When::Relative(day.since(zero)),
                _ => When::On(day),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_among_shown_cards_is_right_behind_the_one_before_it() {
        let ids = ["a", "b", "c", "d", "e"].map(|id| MomentId::parse(id).expect("an id"));
        let at = |sieve: &Sieve, position: usize| seat(ids.into_iter(), sieve, position);
        let all = Sieve::default();
        assert_eq!([0, 1, 3, 5, 9].map(|position| at(&all, position)), [0, 1, 3, 5, 5]);
        let some = Sieve::of([ids[1], ids[3]]);
        assert_eq!([0, 1, 2, 9].map(|position| at(&some, position)), [0, 2, 4, 4]);
    }
}
