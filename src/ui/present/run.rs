//! The moments of one creator as they are presented: in the order in which they are read, as many as the filter leaves, with
//! the line that stands below them. Pure; never knows how anything is drawn.

use std::collections::HashMap;
use std::sync::Arc;

use crate::analysis::{Axis, dated};
use crate::model::{Campaign, Kind, LaneId, Moment, MomentId};
use crate::ui::arc::Outline;
use crate::ui::board::ask_look;
use crate::ui::kit::marks::Ask;
use crate::ui::view::{Cx, LaneView, Sieve};

/// A moment on the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stop {
    /// Which.
    pub id: MomentId,
    /// Its place among the moments of its lane.
    pub place: usize,
    /// What it is.
    pub kind: Kind,
    /// How its marker looks if it asks, as the curve has it: then it has its marker and its day before those that do not.
    pub ask: Option<Ask>,
    /// Where along the line: its day, or its place in the order where the lane has no days.
    pub at: f64,
    /// Its height; `None` in a lane without a curve.
    pub value: Option<f64>,
}

/// One creator's moments, kept as long as the plan and the filter stay the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Run {
    known: Option<(Arc<LaneView>, Sieve)>,
    /// Those that are shown, in the order in which they are read.
    pub moments: Vec<MomentId>,
    /// How many the filter hides.
    pub hidden: usize,
    /// The line and its markers, from left to right.
    pub stops: Vec<Stop>,
    /// The curve; without a line where the lane has none.
    pub outline: Outline,
    /// What the days of the line are counted in; `None` where it only has an order.
    pub axis: Option<Axis>,
}

impl Run {
    /// Follows the plan and the filter.
    pub(super) fn follow(&mut self, campaign: &Campaign, view: &Arc<LaneView>, sieve: &Sieve) {
        if self.known.as_ref().is_some_and(|(known, by)| Arc::ptr_eq(known, view) && by == sieve) {
            return;
        }
        let lane = &view.lane;
        let moments: Vec<_> = view.read(campaign).filter(|moment| sieve.shows(moment.id)).collect();
        let axis = Axis::of_lane(campaign, lane);
        let curve = view.curve.as_deref();
        let places: HashMap<MomentId, usize> = lane.moments.iter().enumerate().map(|(at, moment)| (moment.id, at)).collect();
        let place = |id: MomentId| places.get(&id).copied().unwrap_or_default();
        // Who looks on may be a client: what was found is for the board, so that here the curve alone decides.
        let ask = |moment: &Moment, before: Option<f64>| moment.is_ask().then(|| ask_look(None, before));
        self.stops = match axis {
            Some(axis) => dated(campaign, lane, axis)
                .into_iter()
                .filter(|card| sieve.shows(card.moment.id))
                .map(|card| {
                    let around = curve.and_then(|curve| curve.around(card.moment.id));
                    let value = around.map(|around| if card.moment.is_ask() { around.before } else { around.after });
                    Stop {
                        id: card.moment.id,
                        place: place(card.moment.id),
                        kind: card.moment.kind,
                        ask: ask(card.moment, around.map(|around| around.before)),
                        at: f64::from(card.day),
                        value,
                    }
                })
                .collect(),
            None => (0_u32..)
                .zip(&moments)
                .map(|(at, moment)| {
                    let ask = ask(moment, None);
                    Stop { id: moment.id, place: place(moment.id), kind: moment.kind, ask, at: f64::from(at), value: None }
                })
                .collect(),
        };
        self.outline = Outline::of(campaign, view)
            .unwrap_or_else(|| Outline { span: (-0.6, (self.stops.len().max(1) as f64) - 0.4), ..Outline::default() });
        self.hidden = lane.moments.len() - moments.len();
        self.moments = moments.into_iter().map(|moment| moment.id).collect();
        self.axis = axis;
        self.known = Some((Arc::clone(view), sieve.clone()));
    }

    /// Where a moment stands among them, counted from 0.
    #[must_use]
    pub(super) fn place(&self, id: MomentId) -> Option<usize> {
        self.moments.iter().position(|other| *other == id)
    }

    /// The one that many steps on, or back.
    #[must_use]
    pub(super) fn beside(&self, id: MomentId, by: isize) -> Option<MomentId> {
        self.moments.get(self.place(id)?.checked_add_signed(by)?).copied()
    }

    /// Where on the line a moment stands; one without a place stands where the last one with a place before it does.
    #[must_use]
    pub(super) fn head(&self, id: MomentId) -> Option<&Stop> {
        let stop = |id: MomentId| self.stops.iter().find(|stop| stop.id == id);
        stop(id).or_else(|| self.moments.get(..self.place(id)?)?.iter().rev().find_map(|id| stop(*id)))
    }
}

/// The first and the last moment of a lane that are shown, as they are read.
fn ends_of(campaign: &Campaign, view: &LaneView, sieve: &Sieve) -> Option<(MomentId, MomentId)> {
    if sieve.hides(view.lane.id) {
        return None;
    }
    let mut shown = view.read(campaign).map(|moment| moment.id).filter(|id| sieve.shows(*id));
    let first = shown.next()?;
    Some((first, shown.next_back().unwrap_or(first)))
}

/// The moment that a presentation begins with: the one that is selected, else the first of the lane in use, else the first.
#[must_use]
pub fn begin(cx: &Cx<'_>, selected: Option<MomentId>, lane: Option<LaneId>) -> Option<MomentId> {
    let (sieve, lanes) = (cx.sieve, &cx.derived.lanes);
    let in_lane = |id: &MomentId| cx.index.lane(*id).is_some();
    let first_of = |view: &Arc<LaneView>| ends_of(cx.campaign, view, sieve).map(|(first, _)| first);
    let of_lane = || lanes.iter().find(|view| Some(view.lane.id) == lane).and_then(first_of);
    let first = || lanes.iter().find_map(first_of);
    selected.filter(in_lane).filter(|id| sieve.shows(*id)).or_else(of_lane).or_else(first)
}

/// The first and the last moment of the next lane up or down in which something is shown.
#[must_use]
pub(super) fn lane_beside(cx: &Cx<'_>, lane: LaneId, by: isize) -> Option<(MomentId, MomentId)> {
    let lanes = &cx.derived.lanes;
    let at = lanes.iter().position(|other| other.lane.id == lane)?;
    let ends = |view: &Arc<LaneView>| ends_of(cx.campaign, view, cx.sieve);
    if by > 0 { lanes.iter().skip(at + 1).find_map(ends) } else { lanes.iter().take(at).rev().find_map(ends) }
}
