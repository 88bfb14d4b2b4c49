//! The days that a fix picks: working days, outside blackouts, not before today, and none on which another card of the
//! lane stands.
//!
//! Rules look for such days themselves where they can ([`super::Bench::free`]); here whatever is left is settled, for every
//! fix alike. Three things are not picking a day, and stay:
//!
//! * a card that takes a day on which a card of the lane stood before (the ask last, two cards swapped);
//! * a card that stood on a weekend or in a blackout already: somebody chose that;
//! * cards that stood on one day and stay together.

use crate::analysis::order::Position;
use crate::check::finding::Finding;
use crate::edit::{Edit, Place};
use crate::model::{Campaign, Day, LaneId, MomentId, When};

use super::bench::shift;

/// How far a card may be pushed aside to find a free day, in days.
pub(super) const SEARCH: i32 = 28;

/// Saturday is the sixth day, counted from Monday as 0.
const SATURDAY: u8 = 5;

/// Whether nothing is published on a day: a weekend, or a blackout of the campaign.
pub(super) fn is_off(campaign: &Campaign, day: Day) -> bool {
    day.weekday() >= SATURDAY || campaign.blackouts.iter().any(|span| span.from <= day && day <= span.to)
}

fn position(campaign: &Campaign, when: When) -> Position {
    Position::from_when(campaign.anchor.as_ref().and_then(|anchor| anchor.date), when, None)
}

/// The day of something, as a position without a time; `None` where it has none.
fn day_of(campaign: &Campaign, when: When) -> Option<Position> {
    Some(position(campaign, when)).filter(|position| position.day_number().is_some())
}

/// A card of a lane before and after the edits.
struct Card {
    id: MomentId,
    before: Option<Position>,
    after: Option<Position>,
    /// The edit that places it.
    edit: Option<usize>,
    /// Whether other cards keep their side of it: an ask, a card of the fix, a card of the finding.
    holds: bool,
}

/// The edits with settled days, looked for first in the direction of `step`; `None` where there is no day near.
pub(super) fn settled(
    campaign: &Campaign,
    finding: &Finding,
    today: Option<Day>,
    mut edits: Vec<Edit>,
    step: i32,
) -> Option<Vec<Edit>> {
    let mut lanes: Vec<LaneId> = edits.iter().filter_map(|edit| placed(edit).map(|(lane, ..)| lane)).collect();
    lanes.sort_unstable();
    lanes.dedup();
    for lane in lanes {
        let mut board = Board { campaign, today, cards: cards(campaign, finding, lane, &edits) };
        let mut picked: Vec<usize> =
            (0..board.cards.len()).filter(|at| board.cards.get(*at).is_some_and(Card::is_placed)).collect();
        picked.sort_by_key(|at| board.cards.get(*at).map(|card| (card.after, card.edit)));
        for at in picked {
            let moved = board.settle(at, step)?;
            if moved != 0 {
                board.carry(at, moved, &mut edits);
            }
        }
    }
    Some(edits)
}

/// The lane, the card and the moment in time of an edit that places a card in a lane.
fn placed(edit: &Edit) -> Option<(LaneId, MomentId, When)> {
    match edit {
        Edit::AddMoment { place: Place::Lane(lane), moment } => Some((*lane, moment.id, moment.when)),
        Edit::MoveMoment { id, to: Place::Lane(lane), when } => Some((*lane, *id, *when)),
        _ => None,
    }
}

fn cards(campaign: &Campaign, finding: &Finding, lane: LaneId, edits: &[Edit]) -> Vec<Card> {
    let moments = campaign.lane(lane).map_or(&[][..], |lane| &lane.moments);
    let mut cards: Vec<Card> = moments
        .iter()
        .map(|moment| {
            let before = position(campaign, moment.when);
            let holds = moment.is_ask() || finding.moments.contains(&moment.id);
            Card { id: moment.id, before: Some(before), after: day_of(campaign, moment.when), edit: None, holds }
        })
        .collect();
    for (at, edit) in edits.iter().enumerate() {
        match placed(edit) {
            Some((to, id, when)) if to == lane => {
                let after = day_of(campaign, when);
                match cards.iter_mut().find(|card| card.id == id) {
                    Some(card) => (card.after, card.edit, card.holds) = (after, Some(at), true),
                    None => cards.push(Card { id, before: None, after, edit: Some(at), holds: true }),
                }
            }
            // A card that leaves the lane makes room in it.
            _ => {
                if let Edit::MoveMoment { id, .. } = edit
                    && let Some(card) = cards.iter_mut().find(|card| card.id == *id)
                {
                    card.after = None;
                }
            }
        }
    }
    cards
}

impl Card {
    fn is_placed(&self) -> bool {
        self.edit.is_some() && self.after.is_some()
    }
}

struct Board<'c> {
    campaign: &'c Campaign,
    today: Option<Day>,
    cards: Vec<Card>,
}

impl Board<'_> {
    /// By how many days a card, and what stays together with it, has to be moved to stand well; those days are taken.
    fn settle(&mut self, at: usize, step: i32) -> Option<i32> {
        let target = self.cards.get(at)?.after?;
        if self.is_past(target) {
            // Not a day that is taken but a fix that comes too late.
            return None;
        }
        let group = self.group(at);
        let fits = |n: i32| {
            let day = plus(target, n);
            group.iter().all(|at| self.is_good(*at, day, &group)) && (n == 0 || self.keeps_sides(target, day, &group))
        };
        let n = (0..=SEARCH).flat_map(|n| [n * step, -n * step]).find(|n| fits(*n))?;
        for at in &group {
            if let Some(card) = self.cards.get_mut(*at) {
                card.after = Some(plus(target, n));
            }
        }
        Some(n)
    }

    /// The card, and the cards of the fix that stood on its day before and still do.
    fn group(&self, at: usize) -> Vec<usize> {
        let Some(card) = self.cards.get(at) else { return Vec::new() };
        let together = |other: &Card| other.is_placed() && together(card, other);
        (0..self.cards.len()).filter(|other| *other == at || self.cards.get(*other).is_some_and(together)).collect()
    }

    fn is_past(&self, day: Position) -> bool {
        day.date().zip(self.today).is_some_and(|(day, today)| day < today)
    }

    fn is_good(&self, at: usize, day: Position, group: &[usize]) -> bool {
        let Some(card) = self.cards.get(at) else { return false };
        if self.is_past(day) {
            return false;
        }
        // A card that keeps its day, or takes the day of another, picks none.
        let stood = self.cards.iter().filter(|card| card.before.is_some_and(|before| before.same_day(day))).count();
        let others = self.cards.iter().enumerate().filter(|(other, _)| !group.contains(other));
        let stands = others.clone().filter(|(_, card)| card.after.is_some_and(|after| after.same_day(day))).count();
        let off = |position: Position| position.date().is_some_and(|day| is_off(self.campaign, day));
        if off(day) && stood == 0 && !card.before.is_some_and(off) {
            return false;
        }
        let crowded = stands > 0 && stands + group.len() > stood;
        !crowded
            || others
                .filter(|(_, other)| other.after.is_some_and(|after| after.same_day(day)))
                .all(|(_, other)| card.before.zip(other.before).is_some_and(|(a, b)| a.same_day(b)))
    }

    /// Whether everything that holds stays on its side.
    fn keeps_sides(&self, from: Position, to: Position, group: &[usize]) -> bool {
        let others = self.cards.iter().enumerate().filter(|(at, card)| card.holds && !group.contains(at));
        let apart = |other: Position, day: Position| day.days_since(other).map(i32::signum);
        others.filter_map(|(_, card)| card.after).all(|other| match apart(other, from) {
            None | Some(0) => true,
            side => apart(other, to) == side,
        })
    }

    /// Writes the days of a card, and of what stays together with it, into the edits.
    fn carry(&self, at: usize, days: i32, edits: &mut [Edit]) {
        for place in self.group(at).iter().filter_map(|at| self.cards.get(*at)?.edit) {
            match edits.get_mut(place) {
                Some(Edit::AddMoment { moment, .. }) => moment.when = shift(moment.when, days),
                Some(Edit::MoveMoment { when, .. }) => *when = shift(*when, days),
                _ => {}
            }
        }
    }
}

/// Whether two cards stood on one day, or at one place in the order, and still do.
fn together(a: &Card, b: &Card) -> bool {
    let on_one = |a: Option<Position>, b: Option<Position>| a.zip(b).is_some_and(|(a, b)| a.same_day(b));
    on_one(a.before, b.before) && on_one(a.after, b.after)
}

fn plus(position: Position, days: i32) -> Position {
    match position {
        Position::Date(day, time) => Position::Date(day.plus(days), time),
        Position::Relative(day, time) => Position::Relative(day.saturating_add(days), time),
        other => other,
    }
}
