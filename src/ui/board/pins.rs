//! Where the notes of a lane stand, without drawing them: those with a day of the axis, or a place in the order of their lane, one
//! after the other, and those of the lane as a whole. It never knows what is seen: that is found by binary search.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use super::data::Row;
use super::drag::keeps_order;
use crate::analysis::Axis;
use crate::analysis::packing::{Packed, Place};
use crate::analysis::scale::Scale;
use crate::model::{Campaign, Day, Lane, LaneId, When};
use crate::ui::view::Sieve;

/// Side of a note that shows no text, in points.
pub(super) const PIN: f32 = 18.0;
/// From the line of a day to its note: the stem and the marker of a card of that day stay in sight.
const BESIDE: f64 = 8.0;
/// Room between two of them.
pub(super) const APART: f64 = 2.0;
/// Most lanes whose notes are kept; far more than a screen shows.
const MOST_KEPT: usize = 96;

/// A note with its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pin {
    /// Which of the lane's notes.
    pub(super) index: usize,
    /// Its left edge, in points of the plan.
    pub(super) left: f64,
}

/// The notes of a lane at a zoom.
#[derive(Debug)]
pub(super) struct Pins {
    lane: Arc<Lane>,
    packed: Arc<Packed>,
    scale: Scale,
    /// Which of them are shown.
    sieve: Sieve,
    /// Those that have a place, from left to right.
    pub(super) placed: Vec<Pin>,
    /// Those of the lane as a whole.
    pub(super) whole: Vec<usize>,
}

impl Pins {
    fn of(campaign: &Campaign, row: &Row, scale: Scale, sieve: &Sieve) -> Self {
        let in_order = keeps_order(campaign, &row.lane, scale.axis);
        let (mut placed, mut whole) = (Vec::new(), Vec::new());
        for (index, note) in row.lane.notes.iter().enumerate().filter(|(_, note)| sieve.shows_note(note.id)) {
            let x = match (scale.axis.day(campaign, note.when), note.when) {
                (Some(day), _) => Some(scale.x(day) + BESIDE),
                (None, When::Order(place)) if in_order => place_in_order(row, place),
                (None, _) => None,
            };
            match x {
                Some(left) => placed.push(Pin { index, left }),
                None => whole.push(index),
            }
        }
        placed.sort_by(|a, b| a.left.total_cmp(&b.left));
        let mut end = f64::NEG_INFINITY;
        for pin in &mut placed {
            pin.left = pin.left.max(end);
            end = pin.left + f64::from(PIN) + APART;
        }
        let (lane, packed) = (Arc::clone(&row.lane), Arc::clone(&row.packed));
        Self { lane, packed, scale, sieve: sieve.clone(), placed, whole }
    }

    fn is_of(&self, row: &Row, scale: Scale, sieve: &Sieve) -> bool {
        // Cards are packed anew whenever day 0 gets another date: then nothing of this holds either.
        Arc::ptr_eq(&self.lane, &row.lane)
            && Arc::ptr_eq(&self.packed, &row.packed)
            && self.scale == scale
            && self.sieve.passes_as(sieve)
    }

    /// The positions in [`Pins::placed`] between two places of the plan.
    pub(super) fn visible(&self, from: f64, to: f64) -> Range<usize> {
        let first = self.placed.partition_point(|pin| pin.left + f64::from(PIN) < from);
        let end = self.placed.partition_point(|pin| pin.left <= to);
        first..end.max(first)
    }
}

/// The left edge of the card at a place of the order, or of the last one before it.
fn place_in_order(row: &Row, place: i32) -> Option<f64> {
    let order = |card: &Place| match row.lane.moments.get(card.index)?.when {
        When::Order(order) => Some(order),
        _ => None,
    };
    let cards = || row.packed.places().iter();
    let before = cards().rev().find(|card| order(card).is_some_and(|order| order <= place));
    before.or_else(|| cards().find(|card| order(card).is_some())).map(|card| card.left)
}

/// What is kept of lanes whose notes were on screen.
#[derive(Debug, Default)]
pub(super) struct KeptPins(HashMap<LaneId, Rc<Pins>>);

impl KeptPins {
    /// The notes of a lane in their places; worked out once a zoom.
    pub(super) fn of(&mut self, campaign: &Campaign, row: &Row, scale: Scale, sieve: &Sieve) -> Rc<Pins> {
        if let Some(kept) = self.0.get(&row.lane.id).filter(|kept| kept.is_of(row, scale, sieve)) {
            return Rc::clone(kept);
        }
        if self.0.len() >= MOST_KEPT {
            self.0.clear();
        }
        let pins = Rc::new(Pins::of(campaign, row, scale, sieve));
        self.0.insert(row.lane.id, Rc::clone(&pins));
        pins
    }
}

/// What a place of the plan means for a note on that lane: a day, or in a lane that only knows an order the place of the card
/// there. A note that counts from day 0 goes on doing so.
pub(super) fn when_at(campaign: &Campaign, row: &Row, scale: Scale, was: When, x: f64) -> When {
    if keeps_order(campaign, &row.lane, scale.axis) {
        let nearest = row.packed.places().iter().min_by(|a, b| (a.left - x).abs().total_cmp(&(b.left - x).abs()));
        let card = nearest.and_then(|card| row.lane.moments.get(card.index));
        return card.map(|card| card.when).filter(|when| matches!(when, When::Order(_))).unwrap_or(was);
    }
    let day = scale.nearest(x - BESIDE);
    match (scale.axis, was) {
        (Axis::DayNumbers, _) => When::Relative(day),
        (Axis::Calendar, When::Relative(_)) => match campaign.day_of(When::Relative(0)) {
            Some(zero) => When::Relative(day.saturating_sub(zero.number())),
            None => When::On(calendar(day)),
        },
        (Axis::Calendar, _) => When::On(calendar(day)),
    }
}

fn calendar(day: i32) -> Day {
    Day::from_number(day.clamp(Day::MIN.number(), Day::MAX.number()))
}
