//! What the board remembers from frame to frame: zoom, scroll, what is in the hand, and what was worked out.

use std::collections::HashSet;

use egui::{Pos2, Rect, Ui, Vec2};

use super::axis;
use super::band::Band;
use super::card::Insides;
use super::data::{Metrics, Names};
use super::drag::Drag;
use super::focus::Focus;
use super::heights::Heights;
use super::lane_drag::LaneDrag;
use super::layout::Layout;
use super::menu::{MenuOf, Spot};
use super::motion::Motion;
use super::notes::Notes;
use super::pick::Chosen;
use super::preview::Ghosts;
use super::rename::Rename;
use super::spans::Spans;
use super::travel::{TRAVEL, Travel, Wish};
use super::whole::{MARGIN, Whole};
use crate::analysis::Axis;
use crate::analysis::packing::Size;
use crate::analysis::scale::{Scale, Span};
use crate::model::{Campaign, Day, LaneId, MomentId};
use crate::ui::findings::fixes::FixCache;
use crate::ui::view::Cx;
use crate::words::board as say;

/// How much one step of zoom changes.
const ZOOM_STEP: f64 = 1.25;
/// What the board remembers. Not part of the document: nothing here can be undone.
#[derive(Default)]
pub struct BoardState {
    pub(super) px_per_day: Option<f64>,
    /// How the zoom was made for the whole plan; `None` after any other zoom.
    pub(super) whole: Option<Whole>,
    /// The zoom for which cards were made that stay while one looks closer.
    cards_since: Option<f64>,
    /// The zoom and the place at which the board itself began; as long as nobody chose others, it may begin anew.
    pub(super) began: Option<[f64; 2]>,
    /// Since when something is held near an edge.
    pub(super) at_edge: Option<f64>,
    /// What is held was away from the edges since it came.
    pub(super) is_inside: bool,
    /// The pointer was away from every edge since something is held.
    pub(super) was_away: bool,
    pub(super) scroll: [f64; 2],
    /// The days of the plan: the first is at x = 0, and no card reaches past the last one without need.
    days: Option<Span>,
    axis: Option<Axis>,
    /// The right end of what was packed so far at this zoom: cards without a day stand after the last day.
    pub(super) right: f64,
    wishes: Vec<Wish>,
    pub(super) travel: Option<Travel>,
    /// Where the board stood, or was bound for, before this frame did what was asked for.
    pub(super) stood: [f64; 2],
    /// How long a journey takes; zero where nothing is to move.
    pub(super) travel_seconds: f32,
    pub(super) size: Vec2,
    /// Width of what lies over the board at its right, in points.
    pub covered: f32,
    /// Where the names of the lanes stood in the last frame.
    pub(super) names: Names,
    /// The height of the line of blackout dates.
    pub(super) blackouts: f32,
    /// The lanes are drawn without their curves.
    bare: bool,
    pub(super) layout: Layout,
    /// The cards that the last frame drew, with their places.
    pub(super) cards: Vec<(MomentId, Rect)>,
    /// Where lanes and cards were drawn in it.
    pub(super) ground: Option<Rect>,
    /// Where a curve was seen in it.
    pub(super) curve: Option<Rect>,
    /// Where the cards of a lane were seen in it, with who the lane is.
    pub(super) row: Option<Rect>,
    pub(super) insides: Insides,
    pub(super) drag: Option<Drag>,
    /// The fix that is shown before it is done.
    pub(super) ghosts: Ghosts,
    /// Where the menu of the background was opened.
    pub(super) spot: Option<Spot>,
    /// Where the pointer rests on the background, and since when.
    pub(super) rest: Option<(Pos2, f64)>,
    /// The lanes that are folded to a line.
    pub(super) folded: HashSet<LaneId>,
    pub(super) motion: Motion,
    /// The card or lane whose menu was opened.
    pub(super) menu: Option<MenuOf>,
    /// The fixes that the menu of a card offers.
    pub(super) fixes: FixCache,
    pub(super) band: Option<Band>,
    pub(super) lane_drag: Option<LaneDrag>,
    pub(super) rename: Option<Rename>,
    pub(super) spans: Spans,
    pub(super) notes: Notes,
    pub(super) focus: Focus,
    pub(super) chosen: Chosen,
}

impl BoardState {
    /// Brings a moment into view.
    pub fn reveal(&mut self, moment: MomentId) {
        self.wishes.push(Wish::Moment(moment));
    }

    /// Brings a moment into view that somebody looks for: a ring says which one it is, also where nothing had to move.
    pub fn jump_to(&mut self, moment: MomentId) {
        self.wishes.push(Wish::Moment(moment));
        self.motion.look_for(moment);
    }

    /// Shows the whole plan.
    pub fn fit(&mut self) {
        self.wishes.push(Wish::Fit);
    }

    pub(super) fn wish(&mut self, wish: Wish) {
        self.wishes.push(wish);
    }

    /// Shows fewer days.
    pub fn zoom_in(&mut self) {
        self.wishes.push(Wish::Zoom(ZOOM_STEP));
    }

    /// Shows more days.
    pub fn zoom_out(&mut self) {
        self.wishes.push(Wish::Zoom(1.0 / ZOOM_STEP));
    }

    /// Sets the zoom so that a day takes that many points; it is kept within what the axis can show.
    pub fn zoom_to(&mut self, px_per_day: f64) {
        if let Some(now) = self.px_per_day {
            self.wishes.push(Wish::Zoom(px_per_day / now));
        } else {
            self.px_per_day = Some(px_per_day);
        }
    }

    /// Brings today into the middle; does nothing where it is not a day of the board.
    pub fn go_to_today(&mut self) {
        self.wishes.push(Wish::Today);
    }

    /// Brings a day that was in view elsewhere into the middle, unless it is seen already.
    pub fn follow_day(&mut self, day: Day) {
        self.wishes.push(Wish::Seen(day));
    }

    /// Points that a day takes; `None` before the first frame.
    #[must_use]
    pub fn px_per_day(&self) -> Option<f64> {
        self.px_per_day
    }

    /// Whether today is a day of the board, so that [`BoardState::go_to_today`] leads there.
    #[must_use]
    pub fn today_is_on_board(&self, cx: &Cx<'_>) -> bool {
        self.today(cx).is_some()
    }

    /// Today on the axis that is shown, where the plan reaches that far.
    pub(super) fn today(&self, cx: &Cx<'_>) -> Option<i32> {
        self.today_on(cx.campaign, cx.today)
    }

    pub(super) fn today_on(&self, campaign: &Campaign, today: Day) -> Option<i32> {
        let day = match self.layout.axis() {
            Axis::Calendar => today.number(),
            Axis::DayNumbers => today.since(campaign.anchor.as_ref()?.date?),
        };
        let span = self.layout.span(today);
        (span.first..=span.last).contains(&day).then_some(day)
    }

    /// The part of its place where lanes and cards are, beside the names and below the axis.
    #[must_use]
    pub fn content(&self, whole: Rect) -> Rect {
        axis::content(whole, self.names, self.blackouts)
    }

    /// What the status bar says of the zoom: "Fit · 58%". Full size is a week on 100 points.
    #[must_use]
    pub fn zoom_label(&self) -> String {
        let percent = (self.scale().px_per_day() * 7.0).round();
        if self.fits() { say::zoom_fit(percent) } else { say::zoom(percent) }
    }

    /// Whether a card, a lane or the rubber band is in the hand: Escape then belongs to the board.
    #[must_use]
    pub fn is_dragging(&self) -> bool {
        self.drag.is_some() || self.band.is_some() || self.lane_drag.is_some() || self.is_stretching() || self.is_moving_note()
    }

    /// The card under a place of the window, and how much of it is seen, as the last frame had it.
    #[must_use]
    pub fn card_at(&self, at: Pos2) -> Option<(MomentId, Rect)> {
        let ground = self.ground.filter(|ground| ground.contains(at))?;
        // The one that was drawn last lies on top.
        let (id, rect) = self.cards.iter().rev().find(|(_, rect)| rect.contains(at))?;
        Some((*id, rect.intersect(ground)))
    }

    /// The lanes that are folded, in no particular order.
    pub fn folded(&self) -> impl Iterator<Item = LaneId> {
        self.folded.iter().copied()
    }

    /// What was asked for is no longer wanted.
    pub(super) fn forget_wishes(&mut self) {
        self.wishes.clear();
    }

    /// Brings a lane into view.
    pub fn reveal_lane(&mut self, lane: LaneId) {
        self.wishes.push(Wish::Lane(lane));
    }

    /// Shows a lane and the next ones, that many together, with all of their cards: where they have no room at this zoom, or
    /// are only markers, at one at which they can be read.
    pub fn show_lanes(&mut self, first: LaneId, lanes: usize) {
        self.wishes.push(Wish::Lanes(first, lanes));
    }

    /// Moves what is seen by that share of a page: to the right, and down.
    pub fn turn_page(&mut self, right: f32, down: f32) {
        self.wishes.push(Wish::Page(right, down));
    }

    /// Folds a lane to a line, or unfolds it.
    pub fn toggle_fold(&mut self, lane: LaneId) {
        if !self.folded.remove(&lane) {
            self.folded.insert(lane);
        }
    }

    /// Whether a lane is folded to a line.
    #[must_use]
    pub fn is_folded(&self, lane: LaneId) -> bool {
        self.folded.contains(&lane)
    }

    /// Begins a frame: follows the campaign, does what was asked for, and returns the scale.
    pub(super) fn begin(&mut self, cx: &Cx<'_>, ui: &Ui, size: Vec2, names: Names) -> Scale {
        (self.names, self.bare) = (names, cx.setup.hide_curve);
        if !self.is_dragging() {
            (self.at_edge, self.is_inside, self.was_away) = (None, false, false);
        }
        self.travel_seconds = cx.setup.seconds(TRAVEL);
        self.insides.begin(ui);
        let filtered = !self.layout.passes_as(cx.sieve);
        let sifted = self.layout.sift(cx.sieve);
        let planned = self.layout.follow(cx.campaign) || (sifted && !filtered);
        if sifted && !cx.sieve.is_open() && self.px_per_day.is_some() {
            self.wishes.push(Wish::Hit);
        }
        let planned = planned | self.layout.fold(&self.folded);
        let changed = planned | sifted;
        let (axis, span) = (self.layout.axis(), self.layout.span(cx.today));
        let widened = (self.size.x - size.x).abs() > 0.5;
        let (follows, untouched) = (self.follows_plan(), self.is_untouched());
        self.size = size;
        if self.axis.is_some_and(|old| old != axis) {
            // Another axis counts other days: nothing of the old place means anything on it.
            (self.days, self.px_per_day) = (None, None);
            ui.ctx().request_repaint();
        }
        self.axis = Some(axis);
        if let (Some(days), Some(zoom)) = (self.days, self.px_per_day) {
            // A new first day moves everything; what is seen stays where it is.
            self.shift((f64::from(days.first) - f64::from(span.first)) * zoom);
        }
        self.days = Some(span);
        if changed {
            self.right = 0.0;
        }
        if self.px_per_day.is_none() || (untouched && widened && !follows && self.drag.is_none()) {
            self.begin_view(cx);
        } else if follows {
            if filtered && !planned {
                self.sift_whole(cx, span);
            }
            if self.keep_whole(cx, ui, planned, widened) && untouched {
                self.is_begun();
            }
        } else if changed {
            // From where to where it reached is no longer true, and who looks elsewhere stays there.
            self.whole = None;
        }
        self.stood = self.bound_for();
        for wish in std::mem::take(&mut self.wishes) {
            self.grant(wish, cx, ui);
        }
        self.go_on(ui);
        self.clamp();
        self.scale()
    }

    pub(super) fn scale(&self) -> Scale {
        self.scale_at(self.px_per_day.unwrap_or(8.0))
    }

    /// The scale of the plan's days at another zoom.
    pub(super) fn scale_at(&self, px_per_day: f64) -> Scale {
        let days = self.days.unwrap_or(Span { first: 0, last: i32::MAX });
        Scale::new(self.layout.axis(), days.first, px_per_day).until(days.last)
    }

    pub(super) fn metrics(&self) -> Metrics {
        self.metrics_at(self.scale())
    }

    fn metrics_at(&self, scale: Scale) -> Metrics {
        let metrics = Metrics::new(self.layout.size_at(scale.px_per_day()), self.names);
        if self.bare { metrics.without_curve() } else { metrics }
    }

    /// Where each lane begins.
    pub(super) fn heights(&self) -> Heights {
        self.layout.heights(self.metrics().lane)
    }

    pub(super) fn scroll(&self) -> [f64; 2] {
        // Whole points: text and thin lines then keep their shape while the board moves.
        self.scroll.map(f64::round)
    }

    /// Remembers how far cards reach to the right.
    pub(super) fn reaches(&mut self, right: f64) {
        self.right = self.right.max(right);
    }

    /// Moves what is seen by that much; stops any travel.
    pub(super) fn pan(&mut self, by: Vec2) {
        if by != Vec2::ZERO {
            (self.travel, self.rest) = (None, None);
            self.leave_whole();
            self.ghosts.stay();
            self.scroll[0] -= f64::from(by.x);
            self.scroll[1] -= f64::from(by.y);
            self.clamp();
        }
    }

    /// Zooms so that what is under `pointer` (from the content's corner) stays there.
    pub(super) fn zoom(&mut self, factor: f64, pointer: Pos2) {
        let x = f64::from(pointer.x) + self.scroll[0];
        let before = self.scale();
        let (scale, moved) = before.zoomed(factor, x);
        // At the ends of the zoom nothing moves.
        if (scale.px_per_day() - before.px_per_day()).abs() < f64::EPSILON {
            return;
        }
        let was = self.layout.heights(self.metrics_at(before).lane);
        self.keep_cards(before.px_per_day(), scale.px_per_day());
        let y = f64::from(pointer.y);
        let is = self.layout.heights(self.metrics_at(scale).lane);
        self.scroll[1] = is.same_place(self.scroll[1] + y, &was) - y;
        self.scroll[0] += moved;
        self.px_per_day = Some(scale.px_per_day());
        self.whole = None;
        self.right = 0.0;
        self.ghosts.stay();
        // What was explained under the pointer is elsewhere now.
        (self.travel, self.rest) = (None, None);
        self.clamp();
    }

    /// Cards that were made for the whole plan have even more room where one looks closer: they stay until the zoom has larger ones.
    /// Farther out than where they were made it has its own.
    fn keep_cards(&mut self, before: f64, after: f64) {
        let since = self.cards_since.filter(|_| self.whole.is_none()).unwrap_or(before);
        let cards = self.layout.cards().filter(|cards| after >= since && *cards > Size::for_zoom(after));
        self.cards_since = cards.map(|_| since);
        self.layout.set_cards(cards);
    }

    /// The days of the plan that are seen, where that are not all of them.
    #[must_use]
    pub fn seen_days(&self, cx: &Cx<'_>) -> Option<(Day, Day)> {
        if self.px_per_day.is_none() || self.layout.axis() != Axis::Calendar {
            return None;
        }
        let (scale, span) = (self.scale(), self.layout.span(cx.today));
        let [left, right] = [self.scroll[0], self.scroll[0] + f64::from(self.size.x)];
        let (from, to) = (scale.at(left).round() as i32, scale.at(right).round() as i32);
        let all = from <= span.first && to >= span.last;
        let (from, to) = (from.max(span.first), to.min(span.last));
        (!all && from <= to).then(|| (Day::from_number(from), Day::from_number(to)))
    }

    fn shift(&mut self, by: f64) {
        self.scroll[0] += by;
        if let Some(travel) = &mut self.travel {
            travel.from[0] += by;
            travel.to[0] += by;
        }
        self.ghosts.shift(by);
    }

    /// Half a screen past either end is as far as it goes: enough to drag something to a day outside of the plan.
    pub(super) fn clamp(&mut self) {
        let zoom = self.scale().px_per_day();
        let days = self.layout.span(Day::from_number(0)).days() as f64;
        let half = f64::from(self.size.x) / 2.0;
        let right = (days * zoom).max(self.right) - f64::from(self.size.x);
        let low = -half.max(MARGIN);
        self.scroll[0] = self.scroll[0].clamp(low, (right + half).max(low));
        let lanes = self.heights().total() + self.ghosts.room(self.size.x);
        self.scroll[1] = self.scroll[1].clamp(0.0, (lanes - f64::from(self.size.y)).max(0.0));
        self.scroll = self.scroll.map(|value| if value.is_finite() { value } else { 0.0 });
    }

    /// Whether all lanes are seen at once, so that the wheel is free to move through time.
    pub(super) fn all_lanes_fit(&self) -> bool {
        self.heights().total() <= f64::from(self.size.y)
    }
}
