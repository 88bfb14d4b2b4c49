//! Cards in the hand: taken up on the board, or brought from another panel. What is dragged is the view's own until it is
//! let go; then it is one step, or none.

use std::collections::HashSet;
use std::sync::Arc;

use egui::{DragAndDrop, Key, Pos2, Rect, Ui, Vec2, vec2};

use super::data::Row;
use super::frame::Frame;
use crate::analysis::Axis;
use crate::analysis::curve::{Around, Curve};
use crate::analysis::packing::{Place, Size};
use crate::check::Follower;
use crate::model::{Campaign, Day, Id, IdSource, Lane, LaneId, Moment, MomentId, When};
use crate::ui::carry::Carried;
use crate::ui::view::{Action, Actions, Counts, Selection, Sieve};
use crate::words::{hand as say, names};

/// Nearer than this to an edge, the board scrolls.
const EDGE: f32 = 36.0;
/// How fast it scrolls at the very edge, in points a second.
const SPEED: f32 = 900.0;

/// The curves of lanes as they would be.
pub(super) type Curves = Vec<(LaneId, Option<Arc<Curve>>)>;

/// Where what is in the hand comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// From that lane of the board.
    Lane(usize),
    /// From the palette: it is not in the plan yet.
    Palette,
    /// From the tray of ideas.
    Tray,
}

/// A card that goes along with the one under the pointer.
#[derive(Clone, Debug)]
pub(super) struct Other {
    pub(super) moment: Arc<Moment>,
    /// Its lane among the campaign's.
    pub(super) at: usize,
}

/// A card in the hand.
pub(super) struct Drag {
    pub(super) moment: Arc<Moment>,
    /// The card as it would be where it is held: the copy in the hand shows the day it would get.
    pub(super) shown: Arc<Moment>,
    pub(super) from: Origin,
    /// From the card's upper left corner to the pointer.
    pub(super) grab: Vec2,
    pub(super) size: Size,
    /// From the pointer to the line of the card's day.
    to_day: f32,
    /// The day it comes from.
    pub(super) day: Option<i32>,
    /// The others that move with it.
    pub(super) others: Vec<Other>,
    /// Everything in the hand, to look up: there may be many.
    held: HashSet<MomentId>,
    /// How many of the selected cards are published and stay.
    stay: usize,
    /// Which cards are shown: the position under the pointer is one among these.
    pub(super) sieve: Sieve,
    /// Whether copies are let go of instead of the cards themselves.
    pub(super) copies: bool,
    pub(super) target: Option<Target>,
    /// The curves as they would be.
    pub(super) curves: Curves,
    /// What the checker says of the target's lane, and what it would say.
    pub(super) counts: Option<(Counts, Counts)>,
    /// What crosses lanes in the plan as it would be.
    pub(super) follower: Follower,
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
    /// Takes a card up, and all of `with` that may move.
    pub(super) fn begin(
        frame: &Frame<'_>,
        row: &Row,
        (place, moment): (&Place, &Arc<Moment>),
        rect: Rect,
        pointer: Pos2,
        with: &[MomentId],
    ) -> Self {
        let stem = place.stem.map_or(rect.center().x, |stem| frame.x(stem));
        let cx = frame.cx;
        let chosen: HashSet<MomentId> = with.iter().copied().filter(|id| *id != moment.id).collect();
        let (mut others, mut stay) = (Vec::new(), 0);
        if !chosen.is_empty() {
            for (at, lane) in cx.campaign.lanes.iter().enumerate() {
                for other in lane.moments.iter().filter(|other| chosen.contains(&other.id)) {
                    if other.is_published() {
                        stay += 1;
                    } else {
                        others.push(Other { moment: Arc::clone(other), at });
                    }
                }
            }
        }
        Self {
            moment: Arc::clone(moment),
            shown: Arc::clone(moment),
            from: Origin::Lane(row.at),
            grab: pointer - rect.min,
            size: row.packed.size,
            to_day: stem - pointer.x,
            day: frame.scale.axis.day(cx.campaign, moment.when),
            held: others.iter().map(|other| other.moment.id).chain([moment.id]).collect(),
            others,
            stay,
            sieve: cx.sieve.clone(),
            copies: false,
            target: None,
            curves: Vec::new(),
            counts: None,
            follower: Follower::default(),
        }
    }

    /// Takes over what another panel lets be picked up; `None` for cards of the board itself.
    pub(super) fn bring(frame: &Frame<'_>, carried: &Carried) -> Option<Self> {
        let campaign = frame.cx.campaign;
        let (moment, from) = match carried {
            Carried::Kind(kind) => {
                // It gets an id of its own when it is let go of; until then none of the plan's has this one.
                let mut moment = Moment::new(stand_in(campaign.id.to_string().len() as u64), *kind, names::kind(kind.key()));
                moment.product = if kind.is_ask() { campaign.products.first().map(|product| product.id) } else { None };
                (Arc::new(moment), Origin::Palette)
            }
            Carried::Idea(id) => (Arc::clone(campaign.ideas.iter().find(|idea| idea.id == *id)?), Origin::Tray),
            Carried::Cards(_) => return None,
        };
        let size = if frame.metrics.size == Size::Xs { Size::S } else { frame.metrics.size };
        Some(Self {
            shown: Arc::clone(&moment),
            moment,
            from,
            grab: vec2(size.width() as f32, size.height() as f32) / 2.0,
            size,
            to_day: 0.0,
            day: None,
            others: Vec::new(),
            held: HashSet::new(),
            stay: 0,
            sieve: frame.cx.sieve.clone(),
            copies: false,
            target: None,
            curves: Vec::new(),
            counts: None,
            follower: Follower::default(),
        })
    }

    /// Whether it comes from another panel.
    pub(super) fn is_brought(&self) -> bool {
        !matches!(self.from, Origin::Lane(_))
    }

    /// Everything in the hand as other panels see it, the card under the pointer last.
    pub(super) fn carried(&self) -> Carried {
        Carried::Cards(self.others.iter().map(|other| other.moment.id).chain([self.moment.id]).collect())
    }

    /// Whether the card that stands there is the one in the hand, or moves with it.
    pub(super) fn takes(&self, id: MomentId) -> bool {
        !self.copies && self.held.contains(&id)
    }

    /// The curves of the lanes that the drag changes.
    pub(super) fn curves(&self) -> &Curves {
        &self.curves
    }

    /// The card in the hand as the preview has it: a copy is another card than the one it is a copy of.
    pub(super) fn shown_id(&self) -> MomentId {
        if self.copies { stand_in(self.moment.id.0.bits()) } else { self.moment.id }
    }

    /// What the curve of the target would be around the card.
    pub(super) fn around(&self, lane: LaneId) -> Option<Around> {
        let (_, curve) = self.curves.iter().find(|(id, _)| *id == lane)?;
        curve.as_ref()?.around(self.shown_id())
    }

    /// Follows the pointer; the curves and findings are worked out anew only when the day or the lane under it changes, or
    /// when copies are wanted instead of the cards.
    pub(super) fn follow(&mut self, frame: &Frame<'_>, pointer: Pos2, copies: bool) {
        let copies = copies && !self.is_brought();
        let changed = copies != self.copies;
        self.copies = copies;
        let target = self.target_at(frame, pointer);
        if target == self.target && !changed {
            return;
        }
        self.target = target;
        self.look_ahead(frame);
    }

    /// How many lanes further down the others go than they stand.
    pub(super) fn shift(&self, target: Target) -> isize {
        match self.from {
            Origin::Lane(from) => target.at.cast_signed() - from.cast_signed(),
            Origin::Palette | Origin::Tray => 0,
        }
    }

    fn target_at(&self, frame: &Frame<'_>, pointer: Pos2) -> Option<Target> {
        let campaign = frame.cx.campaign;
        // A lane that is scrolled out of sight takes nothing, and neither does the room below the last one, nor another panel
        // at the left.
        let inside = frame.content.y_range().contains(pointer.y) && pointer.x >= frame.whole.left();
        let mut at = frame.lane_at(pointer.y).filter(|_| inside)?;
        if let Origin::Lane(from) = self.from {
            // A group goes to other lanes only where there is one for each; else it keeps its lanes, and only its days move.
            let by = at.cast_signed() - from.cast_signed();
            let fits = |other: &Other| other.at.checked_add_signed(by).is_some_and(|to| to < campaign.lanes.len());
            if !self.others.iter().all(fits) {
                at = from;
            }
        }
        let lane = campaign.lanes.get(at)?;
        let slot = if self.moment.is_published() && !self.copies {
            Slot::Locked
        } else if keeps_order(campaign, lane, frame.scale.axis) {
            let size = self.size.width().max(12.0) + crate::analysis::packing::ZONE_GAP;
            let middle = frame.plan_x(pointer.x - self.grab.x) + self.size.width() / 2.0;
            Slot::Position((middle / size).floor().max(0.0) as usize)
        } else {
            let plan_x = frame.plan_x(pointer.x + self.to_day).clamp(-1e9, 1e9);
            // Over the names and past the right edge it is the outermost day that is seen, never one out of sight.
            // The room before the plan's first day is for looking, not for dropping onto by the way.
            let seen = frame.scale.at(frame.plan_x(frame.content.left())).ceil() as i32;
            let begins = campaign.start.filter(|_| frame.scale.axis == Axis::Calendar).map(Day::number);
            let over_names = pointer.x < frame.content.left();
            let first = begins.filter(|_| over_names).map_or(seen, |begins| begins.max(seen));
            let last = frame.scale.at(frame.plan_x(frame.content.right())).floor() as i32;
            Slot::Day(frame.scale.nearest(plan_x).clamp(first, last.max(first)))
        };
        Some(Target { lane: lane.id, at, slot })
    }

    /// Lets go: one step with what was moved selected, or none where nothing would change.
    pub(super) fn drop(&self, frame: &Frame<'_>, out: &mut Actions) {
        let (Some(step), Some(target)) = (self.step(frame.cx.campaign, frame.scale.axis), self.target) else { return };
        if self.copies || self.from == Origin::Palette {
            out.push(Action::Add(step));
            if self.from == Origin::Palette {
                out.push(Action::FocusField("title"));
            }
        } else {
            out.push(Action::Edit(step));
            let moments = self.others.iter().map(|other| other.moment.id).chain([self.moment.id]).collect();
            let from = Some(self.moment.id);
            out.push(Action::Select(Selection { moments, lane: Some(target.lane), from, ..Selection::default() }));
            if self.stay > 0 {
                out.push(Action::Note(say::stay(self.stay)));
            }
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

/// An id that stands for a card which is not in the plan, as long as it is in the hand.
pub(in crate::ui) fn stand_in(bits: u64) -> MomentId {
    MomentId(Id::from_bits(IdSource::seeded(bits).bits()))
}

/// Whether a lane only knows an order: nothing in it has a day, and something has a position.
pub(super) fn keeps_order(campaign: &Campaign, lane: &Lane, axis: Axis) -> bool {
    let dated = |moment: &Arc<Moment>| axis.day(campaign, moment.when).is_some();
    !lane.moments.iter().any(dated) && lane.moments.iter().any(|moment| matches!(moment.when, When::Order(_)))
}

/// Whether what is in the hand was given up: Escape was pressed, which nobody else sees then, or the drag was broken off.
pub(in crate::ui) fn is_given_up(ui: &Ui) -> bool {
    ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape))
}

/// Whether other panels still see it in the hand: egui lets go on Escape, and whoever takes it takes it away.
pub(in crate::ui) fn is_carried(ui: &Ui) -> bool {
    DragAndDrop::has_payload_of_type::<Carried>(ui.ctx())
}
