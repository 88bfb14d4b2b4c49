//! Ways to places: what the app asks to see, and the short journey there.

use egui::Ui;

use super::state::BoardState;
use crate::model::{Campaign, LaneId, MomentId};
use crate::ui::view::Cx;

/// How long the board travels to what is revealed, in milliseconds.
pub(super) const TRAVEL: f32 = 240.0;

/// What the app asked for, done when the size of the board is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Wish {
    Fit,
    Zoom(f64),
    Today,
    Moment(MomentId),
    Lane(LaneId),
    /// That share of what is seen: to the right, and down.
    Page(f32, f32),
}

/// A way to a place, travelled over a few frames.
#[derive(Clone, Copy, Debug)]
pub(super) struct Travel {
    pub(super) from: [f64; 2],
    pub(super) to: [f64; 2],
    pub(super) since: f64,
    /// How long it takes, in seconds.
    seconds: f64,
}

impl BoardState {
    pub(super) fn grant(&mut self, wish: Wish, cx: &Cx<'_>, ui: &Ui) {
        let middle = self.size / 2.0;
        match wish {
            Wish::Fit => self.set_fit(cx),
            Wish::Zoom(factor) => self.zoom(factor, middle.to_pos2()),
            Wish::Today => {
                if let Some(day) = self.today(cx) {
                    let x = self.scale().x(day) - f64::from(middle.x);
                    self.travel_to([x, self.scroll[1]], ui);
                }
            }
            Wish::Lane(id) => {
                if let Some(at) = cx.campaign.lanes.iter().position(|lane| lane.id == id) {
                    let heights = self.heights();
                    let (top, bottom) = (heights.top(at), heights.top(at + 1));
                    let y = into_view(self.scroll[1], f64::from(self.size.y), top, bottom, 0.0);
                    self.travel_to([self.scroll[0], y], ui);
                }
            }
            Wish::Page(right, down) => {
                let by = [right * self.size.x, down * self.size.y].map(f64::from);
                self.travel_to([self.scroll[0] + by[0], self.scroll[1] + by[1]], ui);
            }
            Wish::Moment(id) => self.reveal_now(cx.campaign, cx.index.lane(id), id, ui),
        }
    }

    /// Travels as little as shows it, with some room around.
    fn reveal_now(&mut self, campaign: &Campaign, lane: Option<LaneId>, moment: MomentId, ui: &Ui) {
        let Some(at) = campaign.lanes.iter().position(|row| Some(row.id) == lane) else { return };
        let Some(lane) = campaign.lanes.get(at) else { return };
        let heights = self.heights();
        let mut to = self.scroll;
        to[1] = into_view(to[1], f64::from(self.size.y), heights.top(at), heights.top(at + 1), 0.0);
        let packed = self.layout.packed(campaign, lane, self.scale(), heights.is_folded(at));
        let place = packed.places().iter().find(|place| lane.moments.get(place.index).is_some_and(|card| card.id == moment));
        if let Some(place) = place {
            let stem = place.stem.unwrap_or(place.left);
            let (left, right) = (place.left.min(stem), (place.left + packed.size.width()).max(stem));
            to[0] = into_view(to[0], f64::from(self.size.x), left, right, 40.0);
            self.reaches(right);
        }
        let arrives = self.travel_to(to, ui);
        self.motion.arrive(moment, arrives, self.travel.is_some());
    }

    /// Sets out, and says when it arrives.
    pub(super) fn travel_to(&mut self, to: [f64; 2], ui: &Ui) -> f64 {
        let from = self.scroll;
        self.scroll = to;
        self.clamp();
        let to = self.scroll;
        let far = (to[0] - from[0]).abs() + (to[1] - from[1]).abs();
        let now = ui.input(|input| input.time);
        let seconds = f64::from(self.travel_seconds);
        self.travel = None;
        if far > 1.0 && seconds > 0.0 {
            self.scroll = from;
            self.travel = Some(Travel { from, to, since: now, seconds });
            return now + seconds;
        }
        now
    }

    pub(super) fn go_on(&mut self, ui: &Ui) {
        let Some(travel) = self.travel else { return };
        let now = ui.input(|input| input.time);
        let share = ((now - travel.since) / travel.seconds).clamp(0.0, 1.0);
        let eased = f64::from(egui::emath::easing::cubic_in_out(share as f32));
        for axis in [0, 1] {
            self.scroll[axis] = travel.from[axis] + (travel.to[axis] - travel.from[axis]) * eased;
        }
        if share < 1.0 {
            ui.ctx().request_repaint();
        } else {
            self.travel = None;
        }
    }
}

/// The least scroll that shows the stretch from `low` to `high` with that much room around.
pub(super) fn into_view(scroll: f64, size: f64, low: f64, high: f64, room: f64) -> f64 {
    // What is in sight already stays where it is: a board that jumps hides what changes.
    if low >= scroll && high <= scroll + size {
        return scroll;
    }
    let (low, high) = (low - room, high + room);
    if low < scroll || high - low > size {
        low
    } else if high > scroll + size {
        high - size
    } else {
        scroll
    }
}
