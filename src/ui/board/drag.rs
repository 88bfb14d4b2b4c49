//! Dragging cards: in time, and from lane to lane. What is dragged is the view's own until it is let go; then it is one
//! step, or none.

use std::sync::Arc;

use egui::{CursorIcon, Key, Painter, Pos2, Rect, Stroke, Ui, Vec2, pos2, vec2};

use super::axis;
use super::card::{self, Insides, Look};
use super::data::Row;
use super::frame::{Frame, axis_day, band};
use crate::analysis::Axis;
use crate::analysis::curve::{Around, Band, Curve, curve};
use crate::analysis::packing::{Place, Size};
use crate::edit::{Edit, Place as Where, Step};
use crate::model::{Campaign, Lane, LaneId, Moment, MomentId, When};
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::marks::{self, Ask};
use crate::ui::kit::paint;
use crate::ui::theme::{DASH_SLOT, R3, SLOT, STEM};
use crate::ui::view::{Action, Actions};
use crate::words::{board as say, steps};

/// Nearer than this to an edge, the board scrolls.
const EDGE: f32 = 36.0;
/// How fast it scrolls at the very edge, in points a second.
const SPEED: f32 = 900.0;

/// The curves of lanes as they would be.
pub(super) type Curves = Vec<(LaneId, Option<Arc<Curve>>)>;

/// A card in the hand.
pub(super) struct Drag {
    moment: Arc<Moment>,
    from: LaneId,
    /// From the card's upper left corner to the pointer.
    grab: Vec2,
    size: Size,
    /// From the pointer to the line of the card's day.
    to_day: f32,
    /// The day it comes from.
    day: Option<i32>,
    /// The others that move with it, with their lanes.
    others: Vec<(Arc<Moment>, LaneId)>,
    target: Option<Target>,
    /// The curves as they would be.
    curves: Curves,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Target {
    lane: LaneId,
    at: usize,
    slot: Slot,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
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
            from: row.lane.id,
            grab: pointer - rect.min,
            size: row.packed.size,
            to_day: stem - pointer.x,
            day: frame.scale.axis.day(cx.campaign, moment.when),
            others: others.collect(),
            target: None,
            curves: Vec::new(),
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
    fn around(&self, lane: LaneId) -> Option<Around> {
        let (_, curve) = self.curves.iter().find(|(id, _)| *id == lane)?;
        curve.as_ref()?.around(self.moment.id)
    }

    /// Follows the pointer; the curves are worked out anew only when the day or the lane under it changes.
    pub(super) fn follow(&mut self, frame: &Frame<'_>, pointer: Pos2) {
        let target = self.target_at(frame, pointer);
        if target == self.target {
            return;
        }
        self.target = target;
        self.curves.clear();
        let Some(target) = target else { return };
        let campaign = frame.cx.campaign;
        let Some(step) = self.step(campaign, frame.scale.axis) else { return };
        let mut lanes = vec![self.from, target.lane];
        lanes.extend(self.others.iter().map(|(_, lane)| *lane));
        lanes.sort_unstable();
        lanes.dedup();
        for id in lanes {
            if let Some(lane) = campaign.lane(id) {
                let lane = self.moved(lane, &step.edits);
                self.curves.push((id, curve(campaign, &lane).map(Arc::new)));
            }
        }
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
        let last = lanes.len().checked_sub(1)?;
        let at = frame.lane_at(pointer.y).unwrap_or(if pointer.y < frame.content.top() { 0 } else { last });
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
            Slot::Day(frame.scale.nearest(plan_x))
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
            count => say::move_many(say::moments(count)),
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

    /// Lets go: one step, or none where nothing would change.
    pub(super) fn drop(&self, frame: &Frame<'_>, out: &mut Actions) {
        if let Some(step) = self.step(frame.cx.campaign, frame.scale.axis) {
            out.push(Action::Edit(step));
        }
    }

    /// How far the board scrolls in this frame because the pointer is near an edge.
    pub(super) fn scroll(frame: &Frame<'_>, pointer: Pos2, seconds: f32) -> Vec2 {
        let push = |low: f32, high: f32, at: f32| {
            let near = ((low + EDGE - at).clamp(0.0, EDGE) - (at - high + EDGE).clamp(0.0, EDGE)) / EDGE;
            -near * SPEED * seconds.min(0.1)
        };
        let area = frame.content;
        vec2(push(area.left(), area.right(), pointer.x), push(area.top(), area.bottom(), pointer.y))
    }

    /// Draws the place it would take and the copy that follows the pointer.
    pub(super) fn draw(&self, frame: &Frame<'_>, painter: &Painter, insides: &mut Insides, ui: &Ui, at: Pos2) {
        let size = if self.size == Size::Xs { Size::S } else { self.size };
        let extent = vec2(size.width() as f32, size.height() as f32);
        if let Some(target) = self.target {
            let top = frame.lane_top(target.at) + frame.metrics.curve_top - extent.y;
            let left = match target.slot {
                Slot::Day(day) => frame.day_x(day) - extent.x / 2.0,
                Slot::Position(position) => frame.x(position as f64 * (size.width() + crate::analysis::packing::ZONE_GAP)),
                Slot::Locked => at.x - self.grab.x,
            };
            let place = Rect::from_min_size(pos2(left, top), extent);
            let text = self.words(frame, target);
            slot(frame, painter, place, target.slot, &text);
            // The card in the hand may cover the place; on the axis the words are always seen.
            if let Slot::Day(day) = target.slot {
                axis::drop_day(frame, ui, day, &text);
                self.marker(frame, painter, target, day, place.bottom());
            }
        }
        let grab = if self.size == Size::Xs { extent / 2.0 } else { self.grab };
        let copy = Rect::from_min_size(at - grab, extent);
        let look = Look { lifted: true, ..Look::default() };
        card::card(frame, painter, insides, copy, size, &self.moment, look);
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    }

    /// The marker where it would stand on the curve.
    fn marker(&self, frame: &Frame<'_>, painter: &Painter, target: Target, day: i32, bottom: f32) {
        let Some(around) = self.around(target.lane) else { return };
        let ask = self.moment.is_ask();
        let value = if ask { around.before } else { around.after };
        let center = pos2(frame.day_x(day), frame.value_y(frame.lane_top(target.at), value));
        painter.vline(center.x, bottom..=center.y, Stroke::new(STEM, frame.t.accent));
        if ask {
            // Before the check has looked at it, only the curve can say something.
            let look = if Band::of(value).is_ready() { Ask::Ready } else { Ask::Early };
            marks::ask_marker(painter, center, look, frame.t.canvas, frame.t);
        } else {
            marks::marker(painter, center, self.moment.kind, frame.t.canvas, frame.t);
        }
    }

    /// What letting go would mean: the day, and for an ask the band that it would meet.
    fn words(&self, frame: &Frame<'_>, target: Target) -> String {
        match target.slot {
            Slot::Locked => say::already_published().to_owned(),
            Slot::Position(at) => say::in_order(at + 1),
            Slot::Day(day) => {
                let day = axis_day(frame.scale.axis, day);
                match self.around(target.lane).filter(|_| self.moment.is_ask()) {
                    Some(around) => say::drop_band(day, band(Band::of(around.before))),
                    None => day,
                }
            }
        }
    }
}

/// Draws the place that the card would take.
fn slot(frame: &Frame<'_>, painter: &Painter, place: Rect, slot: Slot, text: &str) {
    let t = frame.t;
    let color = if slot == Slot::Locked { t.s_err } else { t.accent };
    if slot == Slot::Locked {
        paint::dashed_rect(painter, place, R3, Stroke::new(SLOT, t.s_err_line), DASH_SLOT);
    } else {
        painter.rect_filled(place, egui::CornerRadius::same(R3), t.accent_bg);
        paint::dashed_rect(painter, place, R3, Stroke::new(SLOT, t.accent), DASH_SLOT);
    }
    let galley = paint::line(painter, fonts::BODY_M, text, color);
    let at = place.center() - galley.size() / 2.0;
    if slot == Slot::Locked {
        icons::PROHIBIT.paint(painter, pos2(at.x - 10.0, place.center().y), 14.0, color);
    }
    painter.galley(at, galley, color);
}

/// Whether a lane only knows an order: nothing in it has a day, and something has a position.
fn keeps_order(campaign: &Campaign, lane: &Lane, axis: Axis) -> bool {
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

/// The slot that stays behind while a card is in the hand.
pub(super) fn left_behind(frame: &Frame<'_>, painter: &Painter, rect: Rect) {
    paint::dashed_rect(painter, rect, R3, Stroke::new(SLOT, frame.t.line_strong), DASH_SLOT);
}

/// Whether Escape was pressed; nobody else sees it then.
pub(super) fn is_given_up(ui: &Ui) -> bool {
    ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape))
}
