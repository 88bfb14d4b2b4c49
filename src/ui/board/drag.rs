//! Dragging cards: in time, and from lane to lane. What is dragged is the view's own until it is let go; then it is one
//! step, or none.

use std::sync::Arc;

use egui::{Key, Pos2, Rect, Ui, Vec2, vec2};

use super::data::Row;
use super::frame::Frame;
use crate::analysis::Axis;
use crate::analysis::curve::{Around, Curve, curve};
use crate::analysis::packing::{Place, Size};
use crate::check::{Options, check_lane, cross};
use crate::edit::{Edit, Place as Where, Step};
use crate::model::{Campaign, Day, Lane, LaneId, Moment, MomentId, When};
use crate::ui::view::{Action, Actions, Counts, Selection};
use crate::words::{self, board as say, steps};

/// Nearer than this to an edge, the board scrolls.
const EDGE: f32 = 36.0;
/// How fast it scrolls at the very edge, in points a second.
const SPEED: f32 = 900.0;

/// The curves of lanes as they would be.
pub(super) type Curves = Vec<(LaneId, Option<Arc<Curve>>)>;

/// A card in the hand.
pub(super) struct Drag {
    pub(super) moment: Arc<Moment>,
    /// The card as it would be where it is held: the copy in the hand shows the day it would get.
    pub(super) shown: Arc<Moment>,
    from: LaneId,
    /// From the card's upper left corner to the pointer.
    pub(super) grab: Vec2,
    pub(super) size: Size,
    /// From the pointer to the line of the card's day.
    to_day: f32,
    /// The day it comes from.
    day: Option<i32>,
    /// The others that move with it, with their lanes.
    others: Vec<(Arc<Moment>, LaneId)>,
    pub(super) target: Option<Target>,
    /// The curves as they would be.
    curves: Curves,
    /// What the checker would say of the target's lane.
    counts: Option<Counts>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) lane: LaneId,
    pub(super) at: usize,
    pub(super) slot: Slot,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// On a day of the axis.
    Day(i32),
    /// At a position in a lane that only knows an order.
    Position(usize),
    /// Published: it stays where it is.
    Locked,
}

impl Drag {
    /// Takes a card up.
    pub(super) fn begin(frame: &Frame<'_>, row: &Row, place: &Place, moment: &Arc<Moment>, rect: Rect, pointer: Pos2) -> Self {
        let stem = place.stem.map_or(rect.center().x, |stem| frame.x(stem));
        let cx = frame.cx;
        let others = if cx.selection.has(moment.id) { &cx.selection.moments[..] } else { &[] };
        let others = others.iter().filter(|id| **id != moment.id).filter_map(|id| {
            let lane = cx.campaign.lane(cx.index.lane(*id)?)?;
            let other = lane.moments.iter().find(|moment| moment.id == *id)?;
            (!other.is_published()).then(|| (Arc::clone(other), lane.id))
        });
        Self {
            moment: Arc::clone(moment),
            shown: Arc::clone(moment),
            from: row.lane.id,
            grab: pointer - rect.min,
            size: row.packed.size,
            to_day: stem - pointer.x,
            day: frame.scale.axis.day(cx.campaign, moment.when),
            others: others.collect(),
            target: None,
            curves: Vec::new(),
            counts: None,
        }
    }

    /// Whether the card that stands there is the one in the hand, or moves with it.
    pub(super) fn takes(&self, id: MomentId) -> bool {
        self.moment.id == id || self.others.iter().any(|(other, _)| other.id == id)
    }

    /// The curves of the lanes that the drag changes.
    pub(super) fn curves(&self) -> &Curves {
        &self.curves
    }

    /// What the curve of the target would be around the card.
    pub(super) fn around(&self, lane: LaneId) -> Option<Around> {
        let (_, curve) = self.curves.iter().find(|(id, _)| *id == lane)?;
        curve.as_ref()?.around(self.moment.id)
    }

    /// Follows the pointer; the curves and findings are worked out anew only when the day or the lane under it changes.
    pub(super) fn follow(&mut self, frame: &Frame<'_>, pointer: Pos2) {
        let target = self.target_at(frame, pointer);
        if target == self.target {
            return;
        }
        self.target = target;
        self.curves.clear();
        self.shown = Arc::clone(&self.moment);
        self.counts = None;
        let Some(target) = target else { return };
        let campaign = frame.cx.campaign;
        let Some(step) = self.step(campaign, frame.scale.axis) else { return };
        let when = step.edits.iter().find_map(|edit| match edit {
            Edit::MoveMoment { id, when, .. } if *id == self.moment.id => Some(*when),
            _ => None,
        });
        if let Some(when) = when {
            Arc::make_mut(&mut self.shown).when = when;
        }
        let mut lanes = vec![self.from, target.lane];
        lanes.extend(self.others.iter().map(|(_, lane)| *lane));
        lanes.sort_unstable();
        lanes.dedup();
        let mut moved = Campaign::clone(campaign);
        for lane in moved.lanes.iter_mut().filter(|lane| lanes.contains(&lane.id)) {
            *lane = Arc::new(self.moved(lane, &step.edits));
            self.curves.push((lane.id, curve(campaign, lane).map(Arc::new)));
        }
        if let Some(lane) = moved.lane(target.lane) {
            let options = Options { profile: None, today: Some(frame.cx.today) };
            self.counts = Some(Counts::of(&check_lane(&moved, &cross(&moved), lane, &options).findings));
        }
    }

    /// What the checker would say of the target's lane; `None` where letting go changes nothing.
    pub(super) fn counts(&self) -> Option<Counts> {
        self.counts
    }

    /// A lane as it would be after the edits.
    fn moved(&self, lane: &Lane, edits: &[Edit]) -> Lane {
        let mut lane = lane.clone();
        for edit in edits {
            let Edit::MoveMoment { id, to, when } = edit else { continue };
            let known = lane.moments.iter().find(|moment| moment.id == *id).cloned();
            let moment = known.or_else(|| (self.moment.id == *id).then(|| Arc::clone(&self.moment)));
            lane.moments.retain(|moment| moment.id != *id);
            if let Some(mut moment) = moment.filter(|_| *to == Where::Lane(lane.id)) {
                Arc::make_mut(&mut moment).when = *when;
                lane.moments.push(moment);
            }
        }
        lane
    }

    fn target_at(&self, frame: &Frame<'_>, pointer: Pos2) -> Option<Target> {
        let lanes = &frame.cx.campaign.lanes;
        // A lane that is scrolled out of sight takes nothing, and neither does the room below the last one.
        let at = frame.lane_at(pointer.y).filter(|_| frame.content.y_range().contains(pointer.y))?;
        let same = frame.cx.campaign.lane(self.from).map(|lane| lane.id);
        // A group keeps its lanes: only its days move.
        let at = if self.others.is_empty() { at } else { lanes.iter().position(|lane| Some(lane.id) == same)? };
        let lane = lanes.get(at)?;
        let slot = if self.moment.is_published() {
            Slot::Locked
        } else if self.others.is_empty() && keeps_order(frame.cx.campaign, lane, frame.scale.axis) {
            let size = self.size.width().max(12.0) + crate::analysis::packing::ZONE_GAP;
            let middle = frame.plan_x(pointer.x - self.grab.x) + self.size.width() / 2.0;
            Slot::Position((middle / size).floor().max(0.0) as usize)
        } else {
            let plan_x = frame.plan_x(pointer.x + self.to_day).clamp(-1e9, 1e9);
            // Over the names and past the right edge it is the outermost day that is seen, never one out of sight.
            // The room before the plan's first day is for looking, not for dropping onto by the way.
            let seen = frame.scale.at(frame.plan_x(frame.content.left())).ceil() as i32;
            let begins = frame.cx.campaign.start.filter(|_| frame.scale.axis == Axis::Calendar).map(Day::number);
            let over_names = pointer.x < frame.content.left();
            let first = begins.filter(|_| over_names).map_or(seen, |begins| begins.max(seen));
            let last = frame.scale.at(frame.plan_x(frame.content.right())).floor() as i32;
            Slot::Day(frame.scale.nearest(plan_x).clamp(first, last.max(first)))
        };
        Some(Target { lane: lane.id, at, slot })
    }

    /// The step that letting go would be; `None` where that changes nothing.
    fn step(&self, campaign: &Campaign, axis: Axis) -> Option<Step> {
        let target = self.target?;
        let edits = match target.slot {
            Slot::Locked => return None,
            Slot::Position(position) => self.reorder(campaign, target.lane, position),
            Slot::Day(day) => {
                if target.lane == self.from && self.day == Some(day) {
                    return None;
                }
                let mut edits = vec![move_to(campaign, axis, &self.moment, target.lane, day)];
                if let Some(by) = self.day.map(|from| day.saturating_sub(from)) {
                    edits.extend(self.others.iter().filter_map(|(other, lane)| {
                        let from = axis.day(campaign, other.when)?;
                        Some(move_to(campaign, axis, other, *lane, from.saturating_add(by)))
                    }));
                }
                edits
            }
        };
        let label = match edits.len() {
            0 => return None,
            1 => steps::step_move(&self.moment.title),
            _ if self.others.is_empty() => steps::step_move(&self.moment.title),
            count => say::move_many(words::moments(count)),
        };
        Some(Step::new(label, edits))
    }

    /// The edits that put the card at a position of a lane that only knows an order.
    fn reorder(&self, campaign: &Campaign, lane_id: LaneId, position: usize) -> Vec<Edit> {
        let Some(lane) = campaign.lane(lane_id) else { return Vec::new() };
        let mut cards: Vec<(i32, &Arc<Moment>)> = lane
            .moments
            .iter()
            .filter_map(|moment| if let When::Order(order) = moment.when { Some((order, moment)) } else { None })
            .filter(|(_, moment)| moment.id != self.moment.id)
            .collect();
        cards.sort_by_key(|(order, moment)| (*order, moment.id));
        let mut sequence: Vec<&Arc<Moment>> = cards.into_iter().map(|(_, moment)| moment).collect();
        sequence.insert(position.min(sequence.len()), &self.moment);
        let edit = |(at, moment): (usize, &&Arc<Moment>)| {
            let when = When::Order(i32::try_from(at).unwrap_or(i32::MAX).saturating_add(1));
            let arrives = moment.id == self.moment.id && self.from != lane_id;
            (arrives || moment.when != when).then_some(Edit::MoveMoment { id: moment.id, to: Where::Lane(lane_id), when })
        };
        sequence.iter().enumerate().filter_map(edit).collect()
    }

    /// Lets go: one step with what was moved selected, or none where nothing would change.
    pub(super) fn drop(&self, frame: &Frame<'_>, out: &mut Actions) {
        if let (Some(step), Some(target)) = (self.step(frame.cx.campaign, frame.scale.axis), self.target) {
            out.push(Action::Edit(step));
            let mut moments: Vec<MomentId> = self.others.iter().map(|(other, _)| other.id).collect();
            moments.push(self.moment.id);
            out.push(Action::Select(Selection { moments, lane: Some(target.lane), ..Selection::default() }));
        }
    }

    /// Whether letting go would be refused: there is no lane, or the card is published.
    pub(super) fn is_refused(&self) -> bool {
        self.target.is_none_or(|target| target.slot == Slot::Locked)
    }

    /// How far the board scrolls in this frame because the pointer is near an edge.
    pub(super) fn scroll(frame: &Frame<'_>, pointer: Pos2, seconds: f32) -> Vec2 {
        let push = |low: f32, high: f32, at: f32| {
            let near = ((low + EDGE - at).clamp(0.0, EDGE) - (at - high + EDGE).clamp(0.0, EDGE)) / EDGE;
            -near * SPEED * seconds.min(0.1)
        };
        let area = frame.content;
        // Over the names it rests: there the card goes to the first day in view, which has to stay the same.
        let over_names = pointer.x < area.left();
        let x = if over_names { 0.0 } else { push(area.left(), area.right(), pointer.x) };
        vec2(x, push(area.top(), area.bottom(), pointer.y))
    }
}

/// Whether a lane only knows an order: nothing in it has a day, and something has a position.
pub(super) fn keeps_order(campaign: &Campaign, lane: &Lane, axis: Axis) -> bool {
    let dated = |moment: &Arc<Moment>| axis.day(campaign, moment.when).is_some();
    !lane.moments.iter().any(dated) && lane.moments.iter().any(|moment| matches!(moment.when, When::Order(_)))
}

/// The edit that puts a card on a day. A relative card stays relative.
fn move_to(campaign: &Campaign, axis: Axis, moment: &Moment, lane: LaneId, day: i32) -> Edit {
    let when = match axis {
        Axis::DayNumbers => When::Relative(day),
        Axis::Calendar => {
            let day = crate::model::Day::from_number(day);
            let zero = campaign.anchor.as_ref().and_then(|anchor| anchor.date);
            match (moment.when, zero) {
                (When::Relative(_), Some(zero)) => When::Relative(day.since(zero)),
                _ => When::On(day),
            }
        }
    };
    Edit::MoveMoment { id: moment.id, to: Where::Lane(lane), when }
}

/// Whether Escape was pressed; nobody else sees it then.
pub(super) fn is_given_up(ui: &Ui) -> bool {
    ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape))
}
