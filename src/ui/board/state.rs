//! What the board remembers from frame to frame: zoom, scroll, what is in the hand, and what was worked out.

use std::collections::HashSet;
use std::sync::Arc;

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
use crate::analysis::Axis;
use crate::analysis::packing::Size;
use crate::analysis::scale::{FEWEST_PX_PER_DAY, Scale, Span};
use crate::model::{Campaign, Day, Lane, LaneId, MomentId};
use crate::ui::findings::fixes::FixCache;
use crate::ui::view::Cx;
use crate::words::board as say;

/// How much one step of zoom changes.
const ZOOM_STEP: f64 = 1.25;
/// Half the width of the pill of today, in points: wider than a marker.
const PILL: f64 = 26.0;
/// Empty room that stays at both ends when everything is shown, in points.
const MARGIN: f64 = 4.0;
/// Points a day beyond which Fit does not go: there cards have their middle size.
const MOST_FITTED_PX_PER_DAY: f64 = 14.0;
/// Points a day at which a narrow window shows a plan at first: two thirds of full size, where cards are of middle size.
const NARROW_PX_PER_DAY: f64 = 9.375;
/// Where a look at the whole plan would only show markers, the board begins at the least zoom at which cards have their
/// middle size: between these, in such steps. In a plan in which that needs more, cards are too many to be read anyway.
const LEAST_READABLE_PX_PER_DAY: f64 = 7.0;
pub(super) const MOST_READABLE_PX_PER_DAY: f64 = 36.0;
pub(super) const READABLE_STEP: f64 = 1.1;
/// The largest share of a lane's cards on piles with which a board begins where it can be helped.
const PILED: f64 = 0.5;
/// How much of the room a plan that is shown as a whole takes at least, where a larger zoom would fit, too.
const WELL_USED: f64 = 0.9;
/// How often the zoom is corrected so that the last cards fit, and for how many lanes that is worth the time.
const FIT_ROUNDS: usize = 6;
const FIT_LANES: usize = 24;

/// How a plan was seen as a whole before it became longer or shorter.
#[derive(Clone, Copy, Debug)]
struct Lapsed {
    /// The zoom.
    zoom: f64,
    /// From where to where the plan reached.
    ends: [f64; 2],
    /// The width of the board.
    width: f32,
}

/// What the board remembers. Not part of the document: nothing here can be undone.
#[derive(Default)]
pub struct BoardState {
    pub(super) px_per_day: Option<f64>,
    /// From where to where the plan reached when the zoom was made for it; `None` after any other zoom.
    pub(super) fits: Option<[f64; 2]>,
    /// The days that the zoom was made for.
    fitted: Option<Span>,
    /// How the whole plan was seen before it became longer or shorter; any other zoom ends that.
    lapsed: Option<Lapsed>,
    /// The zoom and the place at which the board itself began; as long as nobody chose others, it may begin anew.
    pub(super) began: Option<[f64; 2]>,
    /// Since when something is held near an edge.
    pub(super) at_edge: Option<f64>,
    /// What is held was away from the edges since it came.
    pub(super) is_inside: bool,
    pub(super) scroll: [f64; 2],
    origin: Option<i32>,
    axis: Option<Axis>,
    /// The right end of what was packed so far at this zoom: cards without a day stand after the last day.
    pub(super) right: f64,
    wishes: Vec<Wish>,
    pub(super) travel: Option<Travel>,
    /// How long a journey takes; zero where nothing is to move.
    pub(super) travel_seconds: f32,
    pub(super) size: Vec2,
    /// Width of what lies over the board at its right, in points.
    pub covered: f32,
    /// Where the names of the lanes stood in the last frame.
    names: Names,
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

    /// Whether the zoom is the one that shows the whole plan, and all of its days are in view.
    #[must_use]
    pub fn fits(&self) -> bool {
        let [left, right] = [self.scroll[0], self.scroll[0] + f64::from(self.size.x)];
        self.fits.is_some_and(|[from, to]| left <= from + 0.5 && to <= right + 0.5)
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
        axis::content(whole, self.names)
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
            (self.at_edge, self.is_inside) = (None, false);
        }
        self.travel_seconds = cx.setup.seconds(TRAVEL);
        self.insides.begin(ui);
        let sifted = self.layout.sift(cx.sieve);
        let changed = self.layout.follow(cx.campaign) | sifted;
        if sifted && !cx.sieve.is_open() && self.px_per_day.is_some() {
            self.wishes.push(Wish::Hit);
        }
        self.layout.fold(&self.folded);
        let (axis, span) = (self.layout.axis(), self.layout.span(cx.today));
        let widened = (self.size.x - size.x).abs() > 0.5;
        let did_fit = self.fits();
        let untouched = self.began.is_some() && self.began == self.px_per_day.map(|zoom| [zoom, self.scroll[0]]);
        self.size = size;
        if self.axis.is_some_and(|old| old != axis) {
            // Another axis counts other days: nothing of the old place means anything on it.
            (self.origin, self.px_per_day) = (None, None);
        }
        self.axis = Some(axis);
        if let (Some(origin), Some(zoom)) = (self.origin, self.px_per_day) {
            // A new first day moves everything; what is seen stays where it is.
            self.shift((f64::from(origin) - f64::from(span.first)) * zoom);
        }
        self.origin = Some(span.first);
        let is_free = self.drag.is_none();
        if self.px_per_day.is_none() || (untouched && widened && is_free) {
            self.begin_view(cx);
        } else if did_fit && widened && is_free {
            self.set_fit(cx);
        }
        if changed {
            self.right = 0.0;
            // What fitted before may reach further now; moving everything because a card moved would be worse.
            let is_as_fitted = self.fitted == Some(span);
            if let Some(ends) = self.fits.filter(|_| !is_as_fitted) {
                self.lapsed = self.px_per_day.map(|zoom| Lapsed { zoom, ends, width: self.size.x });
                self.fits = None;
            } else if is_as_fitted && is_free {
                self.fit_again(cx);
            }
        }
        for wish in std::mem::take(&mut self.wishes) {
            self.grant(wish, cx, ui);
        }
        self.go_on(ui);
        self.clamp();
        self.scale()
    }

    pub(super) fn scale(&self) -> Scale {
        Scale::new(self.layout.axis(), self.origin.unwrap_or(0), self.px_per_day.unwrap_or(8.0))
    }

    pub(super) fn metrics(&self) -> Metrics {
        self.metrics_at(self.scale())
    }

    fn metrics_at(&self, scale: Scale) -> Metrics {
        let metrics = Metrics::new(scale.px_per_day(), self.names);
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
        let heights = |scale: Scale| self.layout.heights(self.metrics_at(scale).lane);
        let y = f64::from(pointer.y);
        self.scroll[1] = heights(scale).same_place(self.scroll[1] + y, &heights(before)) - y;
        self.scroll[0] += moved;
        self.px_per_day = Some(scale.px_per_day());
        self.fits = None;
        self.right = 0.0;
        // What was explained under the pointer is elsewhere now.
        (self.travel, self.rest) = (None, None);
        self.clamp();
    }

    /// The first look at a plan: all of it, as long as its cards have their middle size then; else its beginning, with
    /// cards of that size.
    fn begin_view(&mut self, cx: &Cx<'_>) {
        self.set_fit(cx);
        let is_narrow = self.names == Names::Above;
        if self.usual_size(cx, 0.0).is_some_and(|size| size < Size::M) {
            let fitted = (self.px_per_day, self.fits, self.scroll[0]);
            let first = if is_narrow { NARROW_PX_PER_DAY } else { LEAST_READABLE_PX_PER_DAY };
            let is_readable = |board: &mut Self, zoom: f64, piled: f64| {
                board.px_per_day = Some(zoom);
                board.usual_size(cx, piled) >= Some(Size::M)
            };
            // Where the most does not help, nothing less will.
            let reads = |board: &mut Self, piled: f64| {
                let zooms = std::iter::successors(Some(first), |zoom| Some(zoom * READABLE_STEP));
                let mut zooms = zooms.take_while(|zoom| *zoom < MOST_READABLE_PX_PER_DAY);
                is_readable(board, MOST_READABLE_PX_PER_DAY, piled) && zooms.any(|zoom| is_readable(board, zoom, piled))
            };
            // A card beside a pile still says more than markers do.
            let begins = reads(self, 0.0)
                || (!fitted.0.is_some_and(|zoom| is_readable(self, zoom, PILED))
                    && (reads(self, PILED) || self.begins_at(cx, first)));
            if begins {
                let span = self.layout.span(cx.today);
                self.fits = None;
                self.scroll[0] = self.ends(cx, span)[0] - MARGIN;
                self.clamp();
            } else {
                (self.px_per_day, self.fits, self.scroll[0]) = fitted;
            }
        }
        self.began = self.px_per_day.map(|zoom| [zoom, self.scroll[0]]);
    }

    /// Takes that zoom, and says whether every lane shows cards at it.
    fn begins_at(&mut self, cx: &Cx<'_>, zoom: f64) -> bool {
        self.px_per_day = Some(zoom);
        self.all_have_cards(cx)
    }

    /// The size that the cards of most of the first lanes have at the zoom there is, where no larger share than that is on
    /// piles; `None` where there are no cards.
    fn usual_size(&mut self, cx: &Cx<'_>, piled: f64) -> Option<Size> {
        let scale = self.scale();
        let lanes = cx.campaign.lanes.iter().take(FIT_LANES).filter(|lane| !lane.moments.is_empty());
        let open = lanes.filter(|lane| !self.folded.contains(&lane.id) && !cx.sieve.hides(lane.id));
        let size_of = |lane: &Arc<Lane>| {
            let packed = self.layout.packed(cx.campaign, lane, scale, false);
            let most = packed.places().len() as f64 * piled;
            if packed.piled() as f64 > most { packed.size.min(Size::S) } else { packed.size }
        };
        let mut sizes: Vec<Size> = open.map(size_of).collect();
        sizes.sort_unstable();
        sizes.get(sizes.len().saturating_sub(1) / 2).copied()
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

    /// What made the plan longer was taken back: all of it is seen again as it was. Measured anew it might be seen smaller, while
    /// more is still to be taken back.
    fn fit_again(&mut self, cx: &Cx<'_>) {
        match self.lapsed.filter(|lapsed| self.px_per_day == Some(lapsed.zoom)) {
            Some(Lapsed { ends, width, .. }) if (width - self.size.x).abs() <= 0.5 => {
                self.scroll[0] = ends[0] - MARGIN;
                self.fits = Some(ends);
                (self.lapsed, self.right, self.travel) = (None, 0.0, None);
            }
            Some(_) => self.set_fit(cx),
            None => {}
        }
    }

    /// Shows the whole plan.
    pub(super) fn set_fit(&mut self, cx: &Cx<'_>) {
        let span = self.layout.span(cx.today);
        let room = (f64::from(self.size.x) - 2.0 * MARGIN).max(1.0);
        self.px_per_day = Some(Scale::fit(self.layout.axis(), span, room).px_per_day());
        // Cards at both ends of the plan reach past its days. In a plan of a few lanes they are all made to fit.
        let mut best: Option<f64> = None;
        for _ in 0..FIT_ROUNDS {
            let zoom = self.scale().px_per_day();
            let ends = self.ends(cx, span);
            let excess = ends[1] - ends[0] - room;
            if excess <= MARGIN / 2.0 {
                best = Some(best.map_or(zoom, |best| best.max(zoom)));
                if excess > -1.0 {
                    break;
                }
            }
            // Cards keep their width at any zoom: only the days between them give way. Where cards of the next smaller
            // size leave room, the days take it.
            self.px_per_day = Some((zoom - excess / span.days() as f64).max(FEWEST_PX_PER_DAY));
        }
        // A plan of a day or two is shown at a size at which cards can be read, not blown up.
        self.px_per_day = best.or(self.px_per_day).map(|zoom| zoom.min(MOST_FITTED_PX_PER_DAY));
        self.widen(cx, span, room);
        // Cards in an order have their width at any zoom: there is nothing to be gained by dots.
        if !self.layout.has_days() && !self.all_have_cards(cx) {
            let dots = self.px_per_day;
            let mut readable: Option<(f64, f64)> = None;
            for zoom in [Size::M, Size::S].map(Size::least_zoom) {
                self.px_per_day = Some(zoom);
                let ends = self.ends(cx, span);
                let excess = ends[1] - ends[0] - room;
                if readable.is_none_or(|(least, _)| excess < least) && self.all_have_cards(cx) {
                    readable = Some((excess, zoom));
                }
            }
            self.px_per_day = readable.map(|(_, zoom)| zoom).or(dots);
        }
        let ends = self.ends(cx, span);
        self.scroll[0] = ends[0] - MARGIN;
        self.fits = Some(ends);
        self.fitted = Some(span);
        self.lapsed = None;
        self.right = 0.0;
        self.travel = None;
    }

    /// Where cards of one size leave too much room and those of the next one too little, the corrections end anywhere:
    /// then the largest zoom is looked for at which everything has room.
    fn widen(&mut self, cx: &Cx<'_>, span: Span, room: f64) {
        let ends = self.ends(cx, span);
        let most = (room / span.days() as f64).min(MOST_FITTED_PX_PER_DAY);
        let Some(least) = self.px_per_day.filter(|zoom| ends[1] - ends[0] < room * WELL_USED && *zoom < most) else {
            return;
        };
        let mut zoom = most;
        while zoom > least {
            self.px_per_day = Some(zoom);
            let ends = self.ends(cx, span);
            if ends[1] - ends[0] <= room {
                return;
            }
            zoom /= READABLE_STEP;
        }
        self.px_per_day = Some(least);
    }

    /// Whether at the zoom there is every lane that is not folded shows cards.
    fn all_have_cards(&mut self, cx: &Cx<'_>) -> bool {
        let scale = self.scale();
        let open = |lane: &&Arc<Lane>| !self.folded.contains(&lane.id) && !cx.sieve.hides(lane.id);
        cx.campaign.lanes.iter().take(FIT_LANES).filter(open).all(|lane| {
            let packed = self.layout.packed(cx.campaign, lane, scale, false);
            packed.size != Size::Xs || packed.places().is_empty()
        })
    }

    /// From where to where the days of the plan and its cards reach at the zoom there is.
    pub(super) fn ends(&mut self, cx: &Cx<'_>, span: Span) -> [f64; 2] {
        let scale = self.scale();
        let mut ends = [0.0_f64, span.days() as f64 * scale.px_per_day()];
        for lane in cx.campaign.lanes.iter().take(FIT_LANES).filter(|lane| !cx.sieve.hides(lane.id)) {
            let packed = self.layout.packed(cx.campaign, lane, scale, self.folded.contains(&lane.id));
            // A marker stands on both sides of its day, and so does the pill of today.
            let around = if packed.size == Size::Xs { PILL } else { 0.0 };
            if let Some(first) = packed.places().first() {
                ends = [ends[0].min(first.left - around), ends[1].max(packed.right() + around)];
            }
        }
        ends
    }

    fn shift(&mut self, by: f64) {
        self.scroll[0] += by;
        if let Some(travel) = &mut self.travel {
            travel.from[0] += by;
            travel.to[0] += by;
        }
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
