//! Ways to places: what the app asks to see, and the short journey there.

use std::sync::Arc;

use egui::Ui;

use super::data::{self, Viewport};
use super::spans::{Span, days_of};
use super::state::BoardState;
use super::whole::{MOST_READABLE_PX_PER_DAY, READABLE_STEP};
use crate::analysis::Axis;
use crate::analysis::packing::{Size, reading_order};
use crate::analysis::scale::FEWEST_PX_PER_DAY;
use crate::model::{Campaign, Day, Lane, LaneId, MomentId, When};
use crate::ui::view::Cx;

/// How long the board travels to what is revealed, in milliseconds.
pub(super) const TRAVEL: f32 = 240.0;

/// Room around what is brought into view, in points.
const AROUND: f64 = 40.0;

/// How lanes are shown at a zoom.
#[derive(Clone, Copy, Debug)]
struct Shown {
    /// In points a day.
    zoom: f64,
    /// The smallest of their cards.
    size: Size,
    /// Some of them share their place.
    is_piled: bool,
    /// Where the first of them begins, and the last one ends.
    left: f64,
    right: f64,
}

/// What the app asked for, done when the size of the board is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Wish {
    Fit,
    Zoom(f64),
    Today,
    /// A day is to be in sight.
    Seen(Day),
    Moment(MomentId),
    /// The first card that a filter shows, where none of them is in view; where it shows none, the first note.
    Hit,
    Lane(LaneId),
    /// A lane and the next ones, that many together, with all of their cards.
    Lanes(LaneId, usize),
    /// A day of a lane.
    Day(LaneId, When),
    /// A phase or blackout dates.
    Span(Span),
    /// That share of what is seen: to the right, and down.
    Page(f32, f32),
    /// A zoom, with that day at the left.
    Place(f64, f64),
    /// So far down.
    Top(f64),
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
        if matches!(wish, Wish::Fit | Wish::Today | Wish::Page(..) | Wish::Place(..)) {
            self.ghosts.stay();
        }
        match wish {
            Wish::Fit => {
                self.began = None;
                self.set_fit(cx);
            }
            Wish::Hit => {
                if let Some(first) = self.first_hit(cx) {
                    self.grant(Wish::Moment(first), cx, ui);
                } else if cx.sieve.moments() == Some(0)
                    && let Some((lane, when)) = first_note(cx)
                {
                    self.grant(Wish::Day(lane, when), cx, ui);
                }
            }
            Wish::Zoom(factor) => self.zoom(factor, middle.to_pos2()),
            Wish::Seen(day) => {
                if self.seen_days(cx).is_some_and(|(from, to)| day < from || to < day) {
                    let x = self.scale().x(day.number()) - f64::from(middle.x);
                    self.travel_to([x, self.scroll[1]], ui);
                }
            }
            Wish::Today => {
                if let Some(day) = self.today(cx) {
                    let x = self.scale().x(day) - f64::from(middle.x);
                    self.travel_to([x, self.scroll[1]], ui);
                }
            }
            Wish::Lane(id) => self.go_to_lane(cx, id, None, ui),
            Wish::Day(id, when) => self.go_to_lane(cx, id, self.scale().axis.day(cx.campaign, when), ui),
            Wish::Span(span) => self.go_to_days(cx, span, ui),
            Wish::Lanes(first, lanes) => self.show_now(cx.campaign, first, lanes, ui),
            Wish::Page(right, down) => {
                let by = [right * self.size.x, down * self.size.y].map(f64::from);
                self.travel_to([self.scroll[0] + by[0], self.scroll[1] + by[1]], ui);
            }
            Wish::Place(zoom, day) => self.stand(cx, zoom, day),
            Wish::Top(top) => self.scroll[1] = top,
            Wish::Moment(id) => {
                self.reveal_now(cx.campaign, cx.index.lane(id), id, ui);
            }
        }
    }

    /// Travels as little as shows a lane, and a day where one is given.
    fn go_to_lane(&mut self, cx: &Cx<'_>, id: LaneId, day: Option<i32>, ui: &Ui) {
        let Some(at) = cx.campaign.lanes.iter().position(|lane| lane.id == id) else { return };
        let heights = self.heights();
        let mut to = self.scroll;
        to[1] = into_view(to[1], f64::from(self.size.y), heights.top(at), heights.top(at + 1), 0.0);
        if let Some(x) = day.map(|day| self.scale().x(day)) {
            let covered = f64::from(self.covered);
            to[0] = into_view(to[0], f64::from(self.size.x) - covered, x, x + AROUND, AROUND);
            self.reaches(x + AROUND + covered);
        }
        self.travel_to(to, ui);
    }

    /// Travels as little as shows days; of those that are longer than what can be seen, their beginning. Only a calendar has them.
    fn go_to_days(&mut self, cx: &Cx<'_>, span: Span, ui: &Ui) {
        let Some((from, to)) = days_of(cx.campaign, span).filter(|_| self.scale().axis == Axis::Calendar) else { return };
        let (left, right) = (self.scale().x(from.number()), self.scale().x(to.number().saturating_add(1)));
        let (width, covered) = (f64::from(self.size.x), f64::from(self.covered));
        let seen = self.scroll[0]..=self.scroll[0] + width - covered;
        // One that fills what is seen has nowhere to come from.
        if left <= *seen.start() && right >= *seen.end() {
            return;
        }
        self.reaches(right + AROUND + covered);
        self.travel_to([into_view(self.scroll[0], width - covered, left, right, AROUND), self.scroll[1]], ui);
    }

    /// The first card that a filter shows; `None` where one of them is in view already.
    fn first_hit(&mut self, cx: &Cx<'_>) -> Option<MomentId> {
        let (scale, heights) = (self.scale(), self.heights());
        let [x, y] = self.scroll();
        let [width, height] = [self.size.x, self.size.y].map(f64::from);
        let rows = data::rows(cx.campaign, &mut self.layout, scale, &heights, Viewport { x, y, width, height });
        let in_view = |row: &data::Row| {
            let seen = row.packed.places().get(row.seen.clone()).unwrap_or_default();
            seen.iter().any(|place| place.stem.is_none_or(|stem| (x..=x + width).contains(&stem)))
        };
        if rows.iter().any(in_view) {
            return None;
        }
        let lanes = cx.campaign.lanes.iter().filter(|lane| !cx.sieve.hides(lane.id));
        let mut orders = lanes.map(|lane| (lane, reading_order(cx.campaign, lane)));
        orders.find_map(|(lane, order)| {
            order.into_iter().filter_map(|at| lane.moments.get(at)).map(|moment| moment.id).find(|id| cx.sieve.shows(*id))
        })
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
            // What lies over the board at the right hides what is behind it.
            let covered = f64::from(self.covered);
            to[0] = into_view(to[0], f64::from(self.size.x) - covered, left, right, AROUND);
            self.reaches(right + covered);
        }
        let arrives = self.travel_to(to, ui);
        self.motion.arrive(moment, arrives, self.travel.is_some());
    }

    /// Shows lanes with all of their cards: at the zoom there is, else at the largest one at which they have room. Where that
    /// would only show markers, they begin at the left, at the least zoom that shows cards.
    fn show_now(&mut self, campaign: &Campaign, first: LaneId, lanes: usize, ui: &Ui) {
        let Some(at) = campaign.lanes.iter().position(|lane| lane.id == first) else { return };
        let rows = campaign.lanes.get(at..(at + lanes).min(campaign.lanes.len())).unwrap_or_default();
        for lane in rows {
            self.folded.remove(&lane.id);
        }
        self.layout.fold(&self.folded);
        let room = f64::from(self.size.x - self.covered) - 2.0 * AROUND;
        let before = self.scale().px_per_day();
        let fits = |shown: &Shown| shown.right - shown.left <= room;
        let mut shown = self.shown_at(campaign, rows, before);
        // Cards that were made for the whole plan may be too large for these lanes.
        let is_crowded = shown.is_piled && self.layout.cards() == Some(Size::Slim);
        if !fits(&shown) || shown.size == Size::Xs || is_crowded {
            self.layout.set_cards(None);
            let steps = |from: f64, by: f64| std::iter::successors(Some(from), move |zoom| Some(zoom * by));
            let mut down = steps(MOST_READABLE_PX_PER_DAY, 1.0 / READABLE_STEP).take_while(|zoom| *zoom > FEWEST_PX_PER_DAY);
            let whole = down.find_map(|zoom| Some(self.shown_at(campaign, rows, zoom)).filter(fits));
            let mut up = steps(Size::S.least_zoom(), READABLE_STEP).take_while(|zoom| *zoom < MOST_READABLE_PX_PER_DAY);
            let readable = |shown: &Shown| shown.size > Size::Xs;
            let begun = || up.find_map(|zoom| Some(self.shown_at(campaign, rows, zoom)).filter(readable));
            shown = whole.filter(readable).or_else(begun).or(whole).unwrap_or(shown);
        }
        let mut to = self.scroll;
        if (shown.zoom - before).abs() > f64::EPSILON {
            // Another zoom is another place for everything: there is no way to travel.
            to[0] = shown.left - AROUND;
            (self.px_per_day, self.whole, self.right, self.travel, self.rest) = (Some(shown.zoom), None, 0.0, None, None);
            self.scroll[0] = to[0];
        }
        self.reaches(shown.right + f64::from(self.covered));
        let heights = self.heights();
        let bottom = heights.top(at + rows.len());
        to[0] = into_view(to[0], f64::from(self.size.x - self.covered), shown.left, shown.right, AROUND);
        to[1] = into_view(to[1], f64::from(self.size.y), heights.top(at), bottom, 0.0);
        self.travel_to(to, ui);
    }

    /// How lanes would be shown at a zoom.
    fn shown_at(&mut self, campaign: &Campaign, rows: &[Arc<Lane>], zoom: f64) -> Shown {
        let scale = self.scale_at(zoom);
        let (left, right) = (f64::INFINITY, f64::NEG_INFINITY);
        let mut shown = Shown { zoom: scale.px_per_day(), size: Size::L, is_piled: false, left, right };
        for lane in rows {
            let packed = self.layout.packed(campaign, lane, scale, false);
            shown.is_piled |= packed.piled() > 0;
            for place in packed.places() {
                let stem = place.stem.unwrap_or(place.left);
                shown.left = shown.left.min(place.left).min(stem);
                shown.right = shown.right.max(place.left + packed.size.width()).max(stem);
                shown.size = shown.size.min(packed.size);
            }
        }
        // Lanes without a card are shown where the board is.
        if shown.left > shown.right {
            (shown.left, shown.right) = (self.scroll[0], self.scroll[0]);
        }
        shown
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

    /// Where the board is on its way to, or stands.
    pub(super) fn bound_for(&self) -> [f64; 2] {
        self.travel.map_or(self.scroll, |travel| travel.to)
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
            (self.scroll, self.travel) = (travel.to, None);
        }
    }
}

/// The first note that a filter shows, where it shows nothing else.
fn first_note(cx: &Cx<'_>) -> Option<(LaneId, When)> {
    let lanes = cx.campaign.lanes.iter().filter(|lane| !cx.sieve.hides(lane.id));
    let mut notes = lanes.flat_map(|lane| lane.notes.iter().map(|note| (lane.id, note)));
    notes.find(|(_, note)| cx.sieve.shows_note(note.id)).map(|(lane, note)| (lane, note.when))
}

/// The least scroll that shows the stretch from `low` to `high`, with that much room around where it has to move.
pub(super) fn into_view(scroll: f64, size: f64, low: f64, high: f64, room: f64) -> f64 {
    // What is in view already does not move to get some more room.
    if scroll <= low && high <= scroll + size {
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
