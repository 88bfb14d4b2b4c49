//! Ways to places: what the app asks to see, and the short journey there.

use egui::Ui;

use super::state::BoardState;
use crate::model::{Campaign, LaneId, MomentId};
use crate::ui::view::Cx;

/// How long the board travels to what is revealed, in seconds.
const TRAVEL: f64 = 0.24;

/// What the app asked for, done when the size of the board is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Wish {
    Fit,
    Zoom(f64),
    Today,
    Moment(MomentId),
}

/// A way to a place, travelled over a few frames.
#[derive(Clone, Copy, Debug)]
pub(super) struct Travel {
    pub(super) from: [f64; 2],
    pub(super) to: [f64; 2],
    pub(super) since: f64,
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
            Wish::Moment(id) => self.reveal_now(cx.campaign, cx.index.lane(id), id, ui),
        }
    }

    /// Travels as little as shows it, with some room around.
    fn reveal_now(&mut self, campaign: &Campaign, lane: Option<LaneId>, moment: MomentId, ui: &Ui) {
        let Some(at) = campaign.lanes.iter().position(|row| Some(row.id) == lane) else { return };
        let Some(lane) = campaign.lanes.get(at) else { return };
        let height = f64::from(self.metrics().lane);
        let mut to = self.scroll;
        to[1] = into_view(to[1], f64::from(self.size.y), at as f64 * height, (at + 1) as f64 * height, 0.0);
        let packed = self.layout.packed(campaign, lane, self.scale());
        let place = packed.places().iter().find(|place| lane.moments.get(place.index).is_some_and(|card| card.id == moment));
        if let Some(place) = place {
            let stem = place.stem.unwrap_or(place.left);
            let (left, right) = (place.left.min(stem), (place.left + packed.size.width()).max(stem));
            to[0] = into_view(to[0], f64::from(self.size.x), left, right, 40.0);
            self.reaches(right);
        }
        self.travel_to(to, ui);
    }

    pub(super) fn travel_to(&mut self, to: [f64; 2], ui: &Ui) {
        let from = self.scroll;
        self.scroll = to;
        self.clamp();
        let to = self.scroll;
        let far = (to[0] - from[0]).abs() + (to[1] - from[1]).abs();
        // Without animations, or on the first frame, it is there at once.
        if far > 1.0 && ui.style().animation_time > 0.0 {
            self.scroll = from;
            self.travel = Some(Travel { from, to, since: ui.input(|input| input.time) });
        }
    }

    pub(super) fn go_on(&mut self, ui: &Ui) {
        let Some(travel) = self.travel else { return };
        let now = ui.input(|input| input.time);
        let share = ((now - travel.since) / TRAVEL).clamp(0.0, 1.0);
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
    let (low, high) = (low - room, high + room);
    if low < scroll || high - low > size {
        low
    } else if high > scroll + size {
        high - size
    } else {
        scroll
    }
}
