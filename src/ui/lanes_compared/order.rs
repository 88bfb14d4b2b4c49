//! A lane in another order, as somebody tries it: which moments changed places. Pure; the plan never knows of it until the order is
//! used, and then as the edits that lead there.
//!
//! Dates stay where they are and moments change places on them, so that another order is never another calendar. What is out stays
//! where it is, and so does what has no place in the order at all.

use std::collections::{BTreeMap, HashMap};

use crate::analysis::deadlines::is_approved;
use crate::analysis::packing::reading_order;
use crate::edit::{Edit, MomentChange, Place};
use crate::model::{Campaign, Lane, LaneId, Moment, MomentId, Time, When};

/// When something comes.
type Slot = (When, Option<Time>);

/// Which way a moment goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Nearer to the beginning.
    Earlier,
    /// Nearer to the end.
    Later,
}

/// Another order of a lane.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherOrder {
    lane: LaneId,
    /// Where the moments stand that stand elsewhere in the plan.
    moved: BTreeMap<MomentId, Slot>,
    /// What a proposal puts between them.
    added: Vec<Moment>,
}

/// Which moments of an order can go earlier or later. Times that are the same are one place, so that those that stand at the first
/// of all times cannot go earlier, and those at the last not later.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Turns {
    /// How many stand at the first time before any other, and how many at the last one after any other.
    stuck: (usize, usize),
    places: HashMap<MomentId, usize>,
}

impl Turns {
    /// Those of a lane with these cards, in the order in which they are read.
    pub(super) fn of(cards: &[&Moment]) -> Self {
        let cards: Vec<&Moment> = cards.iter().copied().filter(|moment| is_movable(moment)).collect();
        let ends = cards.first().zip(cards.last()).map(|(first, last)| (slot(first), slot(last)));
        let stuck = ends.map_or((0, 0), |(first, last)| {
            let at = |time: Slot| move |card: &&&Moment| slot(card) == time;
            (cards.iter().take_while(at(first)).count(), cards.iter().rev().take_while(at(last)).count())
        });
        let places = cards.iter().enumerate().map(|(at, card)| (card.id, at)).collect();
        Self { stuck, places }
    }

    /// Whether a moment can go that way.
    #[must_use]
    pub fn can(&self, id: MomentId, turn: Turn) -> bool {
        let Some(at) = self.places.get(&id) else { return false };
        match turn {
            Turn::Earlier => *at >= self.stuck.0,
            Turn::Later => at + self.stuck.1 < self.places.len(),
        }
    }
}

impl OtherOrder {
    /// The lane as it is.
    #[must_use]
    pub fn new(lane: LaneId) -> Self {
        Self { lane, moved: BTreeMap::new(), added: Vec::new() }
    }

    /// Whose order it is.
    #[must_use]
    pub fn lane(&self) -> LaneId {
        self.lane
    }

    /// Whether it is the order of the plan.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.moved.is_empty() && self.added.is_empty()
    }

    /// What leads from a plan to this order. A moment that is gone since or out by now is left alone.
    #[must_use]
    pub fn edits(&self, campaign: &Campaign) -> Vec<Edit> {
        let Some(lane) = campaign.lane(self.lane) else { return Vec::new() };
        let to = Place::Lane(self.lane);
        let new = self.added.iter().filter(|moment| campaign.moment(moment.id).is_none());
        let mut edits: Vec<Edit> = new.map(|moment| Edit::AddMoment { place: to, moment: Box::new(moment.clone()) }).collect();
        for moment in lane.moments.iter().filter(|moment| !moment.is_published()) {
            let Some((when, time)) = self.moved.get(&moment.id).copied() else { continue };
            if moment.when != when {
                edits.push(Edit::MoveMoment { id: moment.id, to, when });
            }
            if moment.time != time {
                edits.push(Edit::SetMoment { id: moment.id, change: MomentChange::Time(time) });
            }
        }
        edits
    }

    /// Moves a moment to the next other time in that direction. `base` is the plan, `now` the plan with this order.
    pub fn turn(&mut self, base: &Campaign, now: &Campaign, id: MomentId, turn: Turn) -> bool {
        let Some(lane) = now.lane(self.lane) else { return false };
        let cards = movable(now, lane);
        beside(&cards, id, turn).is_some_and(|to| self.carry(base, &cards, id, to))
    }

    /// Moves a moment to the place of the card with that number in the lane as it would be; those between make room.
    pub fn put(&mut self, base: &Campaign, now: &Campaign, id: MomentId, at: usize) -> bool {
        let Some(lane) = now.lane(self.lane) else { return false };
        let mut all = cards(now, lane);
        // A place in the list is counted with what stays where it is.
        let to = all.iter().take(at).filter(|moment| is_movable(moment) && moment.id != id).count();
        all.retain(|moment| is_movable(moment));
        self.carry(base, &all, id, to)
    }

    /// Lets the first ask come before everything that can make room for it.
    pub fn ask_first(&mut self, base: &Campaign, now: &Campaign) -> bool {
        let Some(lane) = now.lane(self.lane) else { return false };
        let mut all = cards(now, lane);
        let ask = all.iter().find(|moment| moment.is_ask()).map(|moment| moment.id);
        all.retain(|moment| is_movable(moment));
        ask.is_some_and(|id| self.carry(base, &all, id, 0))
    }

    /// Takes over how somebody else would have the lane.
    pub fn take(&mut self, base: &Campaign, wanted: &Lane) {
        *self = Self::new(self.lane);
        let Some(lane) = base.lane(self.lane) else { return };
        let planned: HashMap<MomentId, &Moment> = lane.moments.iter().map(|here| (here.id, &**here)).collect();
        for moment in &wanted.moments {
            match planned.get(&moment.id) {
                Some(here) => self.set(here, slot(moment)),
                None => self.added.push(Moment::clone(moment)),
            }
        }
    }

    /// The moments of the plan that this order moves although they are approved or scheduled already, as they are planned.
    #[must_use]
    pub fn settled<'a>(&self, base: &'a Campaign) -> Vec<&'a Moment> {
        let Some(lane) = base.lane(self.lane) else { return Vec::new() };
        let is_moved = |moment: &Moment| self.moved.get(&moment.id).is_some_and(|to| *to != slot(moment));
        cards(base, lane).into_iter().filter(|moment| is_settled(moment) && is_moved(moment)).collect()
    }

    /// Whether nothing of this order remains once what is approved or scheduled stands where it is planned.
    #[must_use]
    pub fn is_all_settled(&self, base: &Campaign, now: &Campaign) -> bool {
        let mut left = self.clone();
        left.leave_settled(base, now);
        left.edits(base).is_empty()
    }

    /// Lets what is approved or scheduled stand where it is planned. The others keep their order on the times that are left.
    pub fn leave_settled(&mut self, base: &Campaign, now: &Campaign) {
        let (Some(planned), Some(lane)) = (base.lane(self.lane), now.lane(self.lane)) else { return };
        let order = movable(now, lane);
        let stays = |id: MomentId| self.added.iter().all(|new| new.id != id);
        let (settled, free): (Vec<&Moment>, Vec<&Moment>) =
            order.iter().partition(|moment| is_settled(moment) && stays(moment.id));
        let mut slots: Vec<Slot> = order.iter().map(|moment| slot(moment)).collect();
        let homes: HashMap<MomentId, Slot> = planned.moments.iter().map(|here| (here.id, slot(here))).collect();
        for moment in settled {
            let Some(home) = homes.get(&moment.id).copied() else { continue };
            // Where nobody took the time that it goes back to, the one that it leaves is given up.
            let taken = slots.iter().position(|slot| *slot == home).or_else(|| slots.iter().position(|at| *at == slot(moment)));
            if let Some(at) = taken {
                slots.remove(at);
            }
            self.moved.remove(&moment.id);
        }
        self.place(base, free.into_iter().map(|moment| moment.id).zip(slots).collect());
    }

    /// Moves a moment to a place among these, which can all be moved.
    fn carry(&mut self, base: &Campaign, cards: &[&Moment], id: MomentId, to: usize) -> bool {
        let Some(from) = cards.iter().position(|moment| moment.id == id) else { return false };
        let slots: Vec<Slot> = cards.iter().map(|moment| slot(moment)).collect();
        let mut order: Vec<MomentId> = cards.iter().map(|moment| moment.id).collect();
        let id = order.remove(from);
        order.insert(to.min(order.len()), id);
        let before = self.clone();
        self.place(base, order.into_iter().zip(slots).collect());
        *self != before
    }

    /// Lets moments stand at these times, whether they are of the plan or new: the lane is gone through once for all of them.
    fn place(&mut self, base: &Campaign, mut wanted: HashMap<MomentId, Slot>) {
        for added in &mut self.added {
            if let Some(to) = wanted.remove(&added.id) {
                (added.when, added.time) = to;
            }
        }
        let lane = base.lane(self.lane);
        for here in lane.into_iter().flat_map(|lane| &lane.moments) {
            if wanted.is_empty() {
                return;
            }
            if let Some(to) = wanted.remove(&here.id) {
                self.set(here, to);
            }
        }
    }

    fn set(&mut self, here: &Moment, to: Slot) {
        if slot(here) == to {
            self.moved.remove(&here.id);
        } else {
            self.moved.insert(here.id, to);
        }
    }
}

/// The place among those that can be moved to which a moment goes with one turn: times that are the same are one place.
fn beside(cards: &[&Moment], id: MomentId, turn: Turn) -> Option<usize> {
    let from = cards.iter().position(|moment| moment.id == id)?;
    let is_other = |at: &usize| cards.get(*at).zip(cards.get(from)).is_some_and(|(a, b)| slot(a) != slot(b));
    match turn {
        Turn::Earlier => (0..from).rev().find(is_other),
        Turn::Later => (from + 1..cards.len()).find(is_other),
    }
}

/// How many moments stand before the first ask of these that no order puts elsewhere, because they are out.
pub(super) fn out_before_ask(cards: &[&Moment]) -> usize {
    cards.iter().take_while(|moment| !moment.is_ask()).filter(|moment| moment.is_published()).count()
}

/// Whether the first ask of these can go before anything that stands before it now.
pub(super) fn can_ask_first(cards: &[&Moment]) -> bool {
    let ask = cards.iter().position(|moment| moment.is_ask());
    let Some(ask) = ask.and_then(|at| cards.get(at)).filter(|ask| is_movable(ask)) else { return false };
    // Times that are the same are one place.
    let before = cards.iter().take_while(|moment| moment.id != ask.id);
    before.filter(|moment| is_movable(moment)).any(|moment| slot(moment) != slot(ask))
}

fn slot(moment: &Moment) -> Slot {
    (moment.when, moment.time)
}

/// Whether a moment can change places with others.
#[must_use]
pub(super) fn is_movable(moment: &Moment) -> bool {
    !moment.is_published() && moment.when != When::Undated
}

/// Whether somebody has said yes to a moment as it is planned. What is out is beyond that.
fn is_settled(moment: &Moment) -> bool {
    is_approved(moment) && !moment.is_published()
}

fn movable<'a>(campaign: &Campaign, lane: &'a Lane) -> Vec<&'a Moment> {
    cards(campaign, lane).into_iter().filter(|moment| is_movable(moment)).collect()
}

/// The cards of a lane in the order in which they are read.
pub(super) fn cards<'a>(campaign: &Campaign, lane: &'a Lane) -> Vec<&'a Moment> {
    reading_order(campaign, lane).into_iter().filter_map(|at| lane.moments.get(at)).map(AsRef::as_ref).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::edit::apply_all;
    use crate::model::{Day, IdSource, Index, Kind, PlanId, Status};

    fn plan(of: &[(&str, Kind, When)]) -> (Campaign, LaneId) {
        let mut ids = IdSource::seeded(3);
        let mut campaign = Campaign::new(PlanId::default(), "Plan");
        let id = LaneId(ids.id());
        let moments = of.iter().map(|(title, kind, when)| {
            let moment = Moment { when: *when, ..Moment::new(ids.moment(), *kind, *title) };
            Arc::new(moment)
        });
        let moments = moments.collect();
        campaign.lanes.push(Arc::new(Lane { moments, ..Lane::empty(id, crate::model::LaneKind::Brand) }));
        (campaign, id)
    }

    fn on(day: i8) -> When {
        When::On(Day::new(2027, 3, day).expect("a day"))
    }

    fn with(campaign: &Campaign, order: &OtherOrder) -> Campaign {
        let changed = apply_all(campaign, &mut Index::of(campaign), &order.edits(campaign)).expect("applies");
        changed.unwrap_or_else(|| campaign.clone())
    }

    /// "product 1, story 8": the cards in their order, each with its day.
    fn told(campaign: &Campaign, id: LaneId) -> String {
        let lane = campaign.lane(id).expect("a lane");
        let day = |moment: &Moment| match moment.when {
            When::On(day) => day.date().day().to_string(),
            other => format!("{other:?}"),
        };
        let all: Vec<String> = cards(campaign, lane).iter().map(|card| format!("{} {}", card.title, day(card))).collect();
        all.join(", ")
    }

    fn turns(campaign: &Campaign, id: LaneId) -> Turns {
        Turns::of(&cards(campaign, campaign.lane(id).expect("a lane")))
    }

    fn four() -> (Campaign, LaneId) {
        plan(&[("a", Kind::Values, on(1)), ("b", Kind::Story, on(8)), ("c", Kind::Product, on(15)), ("d", Kind::Impact, on(22))])
    }

    fn id_of(campaign: &Campaign, title: &str) -> MomentId {
        campaign.lanes[0].moments.iter().find(|moment| moment.title == title).expect(title).id
    }

    #[test]
    fn moments_change_places_and_the_days_stay() {
        let (base, id) = four();
        let mut order = OtherOrder::new(id);
        assert!(order.put(&base, &base, id_of(&base, "c"), 0));
        let now = with(&base, &order);
        assert_eq!(told(&now, id), "c 1, a 8, b 15, d 22");
        assert!(order.turn(&base, &now, id_of(&base, "a"), Turn::Later));
        let now = with(&base, &order);
        assert_eq!(told(&now, id), "c 1, b 8, a 15, d 22");
        assert!(!turns(&now, id).can(id_of(&base, "c"), Turn::Earlier));
        // Back where everything was there is nothing left to do.
        order.put(&base, &now, id_of(&base, "c"), 3);
        let now = with(&base, &order);
        order.put(&base, &now, id_of(&base, "a"), 0);
        assert!(order.is_untouched(), "{order:?}");
        assert!(order.edits(&base).is_empty());
    }

    #[test]
    fn what_is_out_stays_and_the_others_pass_it() {
        let (mut base, id) = four();
        let lane = Arc::make_mut(&mut base.lanes[0]);
        Arc::make_mut(&mut lane.moments[1]).status = Status::Published;
        let mut order = OtherOrder::new(id);
        assert!(order.ask_first(&base, &base));
        let now = with(&base, &order);
        assert_eq!(told(&now, id), "c 1, b 8, a 15, d 22");
        assert!(!turns(&now, id).can(id_of(&base, "b"), Turn::Later));
        assert!(!order.put(&base, &now, id_of(&base, "b"), 3));
    }

    #[test]
    fn what_is_approved_is_named_and_can_be_left_where_it_is() {
        let (mut base, id) = four();
        let lane = Arc::make_mut(&mut base.lanes[0]);
        Arc::make_mut(&mut lane.moments[1]).status = Status::Approved;
        Arc::make_mut(&mut lane.moments[3]).status = Status::Scheduled;
        let mut order = OtherOrder::new(id);
        assert!(order.ask_first(&base, &base));
        let named = |order: &OtherOrder| order.settled(&base).iter().map(|moment| moment.title.clone()).collect::<Vec<_>>();
        assert_eq!(named(&order), ["b"], "what stays where it is is not named");
        let now = with(&base, &order);
        assert_eq!(told(&now, id), "c 1, a 8, b 15, d 22");
        assert!(!order.is_all_settled(&base, &now));
        order.leave_settled(&base, &now);
        assert!(named(&order).is_empty());
        assert_eq!(told(&with(&base, &order), id), "c 1, b 8, a 15, d 22", "the others keep their order");
    }

    #[test]
    fn it_is_known_when_nothing_remains_without_what_is_approved() {
        let (mut base, id) = plan(&[("a", Kind::Values, on(1)), ("p", Kind::Product, on(8))]);
        Arc::make_mut(&mut Arc::make_mut(&mut base.lanes[0]).moments[0]).status = Status::Approved;
        let mut order = OtherOrder::new(id);
        assert!(order.ask_first(&base, &base));
        assert!(order.is_all_settled(&base, &with(&base, &order)));
    }

    #[test]
    fn what_is_left_where_it_is_gives_up_the_day_that_a_proposal_had_for_it() {
        let (mut base, id) = plan(&[("a", Kind::Values, on(1)), ("p", Kind::Product, on(8)), ("d", Kind::Impact, on(9))]);
        Arc::make_mut(&mut Arc::make_mut(&mut base.lanes[0]).moments[1]).status = Status::Approved;
        let mut wanted = Lane::clone(&base.lanes[0]);
        for (at, day) in [(1, 20), (2, 22)] {
            Arc::make_mut(&mut wanted.moments[at]).when = on(day);
        }
        let new = Moment { when: on(10), ..Moment::new(IdSource::seeded(9).moment(), Kind::Story, "new") };
        wanted.moments.push(Arc::new(new));
        let mut order = OtherOrder::new(id);
        order.take(&base, &wanted);
        let now = with(&base, &order);
        assert_eq!(told(&now, id), "a 1, new 10, p 20, d 22");
        order.leave_settled(&base, &now);
        assert_eq!(told(&with(&base, &order), id), "a 1, p 8, new 10, d 22");
    }

    #[test]
    fn one_day_is_one_place_and_what_has_no_day_has_none() {
        let (base, id) = plan(&[
            ("a", Kind::Values, on(1)),
            ("b", Kind::Story, on(8)),
            ("c", Kind::Story, on(8)),
            ("d", Kind::Offer, When::Undated),
        ]);
        let mut order = OtherOrder::new(id);
        assert!(!turns(&base, id).can(id_of(&base, "d"), Turn::Earlier));
        assert!(order.turn(&base, &base, id_of(&base, "c"), Turn::Earlier));
        let now = with(&base, &order);
        assert!(told(&now, id).starts_with("c 1, "), "{}", told(&now, id));
    }

    #[test]
    fn a_plan_that_went_on_keeps_what_still_holds() {
        let (base, id) = four();
        let mut order = OtherOrder::new(id);
        order.put(&base, &base, id_of(&base, "c"), 0);
        let mut later = base.clone();
        Arc::make_mut(&mut later.lanes[0]).moments.remove(0);
        assert_eq!(told(&with(&later, &order), id), "c 1, b 15, d 22");
        later.lanes.clear();
        assert!(order.edits(&later).is_empty());
    }
}
