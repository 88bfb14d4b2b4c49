//! The whole plan in one look: the zoom at which it has room, and "Fit", which follows the plan, the filter and the window until
//! somebody looks elsewhere. Nothing here moves the board while something is in the hand or being typed: what is due waits.
//!
//! ```text
//!   began by itself ──────────► whole (Fit) ◄────── asked for
//!        │ too small to read      │  ▲ the plan, the filter, the window: measured anew
//!        ▼                        ▼
//!   its beginning, readable     any other place or zoom: stays as it is
//! ```

use std::sync::Arc;

use egui::Ui;

use super::data::Names;
use super::state::BoardState;
use crate::analysis::packing::{GAP, Size};
use crate::analysis::scale::{FEWEST_PX_PER_DAY, Scale, Span};
use crate::model::Lane;
use crate::ui::view::Cx;

/// Half the width of the pill of today, in points: wider than a marker.
const PILL: f64 = 26.0;
/// Empty room that stays at both ends when everything is shown, in points.
pub(super) const MARGIN: f64 = 4.0;
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
/// How much larger a board may begin than the whole plan would be, where that gives small cards their middle size: all but the last
/// days are seen then.
const NEARLY_ALL: f64 = 1.25;
/// How much of the room a plan that is shown as a whole takes at least, where a larger zoom would fit, too.
const WELL_USED: f64 = 0.9;
/// How often the zoom is corrected so that the last cards fit, and for how many lanes that is worth the time: at least these,
/// and the next ones while all of them together have no more cards than that.
const FIT_ROUNDS: usize = 6;
const FIT_LANES: usize = 24;
const FIT_CARDS: usize = 400;

/// How the zoom was made for the whole plan.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whole {
    /// From where to where it reaches at this zoom.
    ends: [f64; 2],
    /// The days that it was made for.
    span: Span,
    /// The place that was made for it.
    left: f64,
    /// The plan is another one since, and is measured anew as soon as nobody has anything in the hand.
    is_due: bool,
}

impl BoardState {
    /// Whether the zoom is the one that shows the whole plan, and all of its days and cards are in view.
    #[must_use]
    pub fn fits(&self) -> bool {
        let [left, right] = [self.scroll[0], self.scroll[0] + f64::from(self.size.x)];
        self.whole.is_some_and(|Whole { ends: [from, to], .. }| left <= from + 0.5 && to <= right + 0.5)
    }

    /// Whether the board shows the whole plan, and goes on doing so: nobody went elsewhere since.
    pub(super) fn follows_plan(&self) -> bool {
        self.fits() || self.whole.is_some_and(|whole| whole.is_due || (whole.left - self.scroll[0]).abs() < 0.5)
    }

    /// Somebody goes to another place by hand: what was due is so no more.
    pub(super) fn leave_whole(&mut self) {
        if let Some(whole) = &mut self.whole {
            whole.is_due = false;
        }
    }

    /// A filter came or went, and the plan is the same: from where to where it reaches may be other places now, but nobody asked for
    /// another zoom than the one that they see.
    pub(super) fn sift_whole(&mut self, cx: &Cx<'_>, span: Span) {
        let ends = self.ends(cx, span);
        if let Some(whole) = &mut self.whole {
            whole.ends = ends;
        }
    }

    /// Goes on showing the whole plan where the plan `changed`, or the board became wider or narrower; returns whether it was measured
    /// anew.
    pub(super) fn keep_whole(&mut self, cx: &Cx<'_>, ui: &Ui, changed: bool, widened: bool) -> bool {
        let Some(whole) = self.whole else { return false };
        let span = self.layout.span(cx.today);
        let ends = if changed { self.ends(cx, span) } else { whole.ends };
        let is_other = span != whole.span || (0..2).any(|end| (ends[end] - whole.ends[end]).abs() > 0.5);
        if !(whole.is_due || widened || is_other) {
            return false;
        }
        // A board that becomes narrower because of what somebody does elsewhere would hide cards; a letter or a step of a card
        // would move everything under the eyes.
        if self.is_dragging() || (!widened && is_busy(ui)) {
            self.whole = Some(Whole { ends, is_due: true, ..whole });
            return false;
        }
        self.set_fit(cx);
        true
    }

    /// The board stands where it began by itself.
    pub(super) fn is_begun(&mut self) {
        self.began = self.px_per_day.map(|zoom| [zoom, self.scroll[0]]);
    }

    /// Whether the board stands where it began by itself.
    pub(super) fn is_untouched(&self) -> bool {
        self.began.is_some() && self.began == self.px_per_day.map(|zoom| [zoom, self.scroll[0]])
    }

    /// The first look at a plan: all of it, as long as its cards have about their middle size then, be some of them on piles; else its
    /// beginning, with cards of that size. Where little of a wide board would be left of that, small cards say more.
    pub(super) fn begin_view(&mut self, cx: &Cx<'_>) {
        let nearly = self.set_fit(cx);
        let (fitted, cards) = ((self.px_per_day, self.whole, self.scroll[0]), self.layout.cards());
        let size = self.usual_size(cx, 1.0);
        if size.is_some_and(|size| size < Size::Slim) && self.begin_readable(cx, nearly) {
            let is_small = size == Some(Size::S) && self.names == Names::Beside;
            let is_far = fitted.0.zip(self.px_per_day).is_some_and(|(whole, begun)| begun > whole * NEARLY_ALL);
            if is_small && is_far {
                self.layout.set_cards(cards);
                (self.px_per_day, self.whole, self.scroll[0]) = fitted;
            } else {
                let span = self.layout.span(cx.today);
                self.whole = None;
                self.scroll[0] = self.ends(cx, span)[0] - MARGIN;
                self.clamp();
            }
        } else {
            self.layout.set_cards(cards);
            (self.px_per_day, self.whole, self.scroll[0]) = fitted;
        }
        self.is_begun();
    }

    /// Takes the least zoom at which cards can be read; whether there is one. Where they can at the one at which everything has
    /// nearly room, it is that.
    fn begin_readable(&mut self, cx: &Cx<'_>, nearly: Option<f64>) -> bool {
        let fitted = self.px_per_day;
        self.layout.set_cards(None);
        let first = if self.names == Names::Above { NARROW_PX_PER_DAY } else { LEAST_READABLE_PX_PER_DAY };
        let first = nearly.filter(|zoom| *zoom > first).unwrap_or(first);
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
        reads(self, 0.0)
            || (!fitted.is_some_and(|zoom| is_readable(self, zoom, PILED)) && (reads(self, PILED) || self.begins_at(cx, first)))
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
            if packed.piled() as f64 > most { Size::Xs } else { packed.size }
        };
        let mut sizes: Vec<Size> = open.map(size_of).collect();
        sizes.sort_unstable();
        sizes.get(sizes.len().saturating_sub(1) / 2).copied()
    }

    /// Shows the whole plan. Returns the zoom at which it has nearly room, with larger cards, where there is such a one.
    pub(super) fn set_fit(&mut self, cx: &Cx<'_>) -> Option<f64> {
        let span = self.layout.span(cx.today);
        let room = (f64::from(self.size.x) - 2.0 * MARGIN).max(1.0);
        self.layout.set_cards(None);
        // A plan of a day or two is shown at a size at which cards can be read, not blown up.
        let most = Scale::fit(self.layout.axis(), span, room).px_per_day().min(MOST_FITTED_PX_PER_DAY);
        self.px_per_day = Some(most);
        // Cards at both ends of the plan reach past its days. In a plan of a few lanes they are all made to fit.
        let mut best: Option<f64> = None;
        for _ in 0..FIT_ROUNDS {
            let zoom = self.scale().px_per_day();
            let ends = self.ends(cx, span);
            let excess = ends[1] - ends[0] - room;
            if excess <= MARGIN / 2.0 {
                best = Some(best.map_or(zoom, |best| best.max(zoom)));
                if excess > -1.0 || zoom >= most {
                    break;
                }
            }
            // Cards keep their width at any zoom: only the days between them give way. Where cards of the next smaller
            // size leave room, the days take it.
            self.px_per_day = Some((zoom - excess / span.days() as f64).clamp(FEWEST_PX_PER_DAY, most));
        }
        let nearly = self.px_per_day.filter(|_| best.is_none());
        self.px_per_day = best.or(Some(FEWEST_PX_PER_DAY));
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
        self.stand_side_by_side(cx, span, room, most);
        let ends = self.ends(cx, span);
        self.scroll[0] = ends[0] - MARGIN;
        (self.right, self.travel) = (0.0, None);
        self.clamp();
        self.whole = Some(Whole { ends, span, left: self.scroll[0], is_due: false });
        nearly
    }

    /// Where cards of the size that suits the zoom have no room side by side, or there are only markers: takes the largest cards
    /// that have it in most lanes, at the largest zoom at which everything is in view.
    fn stand_side_by_side(&mut self, cx: &Cx<'_>, span: Span, room: f64, most: f64) {
        let fitted = self.px_per_day;
        if !self.layout.has_days() || self.usual_size(cx, 0.0).is_none_or(|size| size >= Size::M) {
            return;
        }
        let shown = cx.campaign.lanes.iter().take(FIT_LANES).filter(|lane| !cx.sieve.hides(lane.id));
        let longest = shown.map(|lane| lane.moments.len()).max().unwrap_or_default() as f64;
        for size in [Size::M, Size::Slim, Size::S].into_iter().filter(|size| longest * (size.width() + GAP) - GAP <= room) {
            self.layout.set_cards(Some(size));
            self.px_per_day = Some(most);
            for _ in 0..FIT_ROUNDS {
                let ends = self.ends(cx, span);
                let excess = ends[1] - ends[0] - room;
                if excess <= MARGIN / 2.0 {
                    if self.usual_size(cx, 0.0) == Some(size) {
                        return;
                    }
                    break;
                }
                let zoom = self.scale().px_per_day();
                self.px_per_day = Some((zoom - excess / span.days() as f64).max(FEWEST_PX_PER_DAY));
            }
        }
        self.layout.set_cards(None);
        self.px_per_day = fitted;
    }

    /// Where cards of one size leave too much room and those of the next one too little, the corrections end anywhere, or
    /// nowhere: then the largest zoom is looked for at which everything has room.
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
        let mut cards = 0;
        let looked_at = cx.campaign.lanes.iter().enumerate().take_while(|(at, lane)| {
            cards += lane.moments.len() + 1;
            *at < FIT_LANES || cards <= FIT_CARDS
        });
        for (_, lane) in looked_at.filter(|(_, lane)| !cx.sieve.hides(lane.id)) {
            let packed = self.layout.packed(cx.campaign, lane, scale, self.folded.contains(&lane.id));
            // A marker stands on both sides of its day, and so does the pill of today.
            let around = if packed.size == Size::Xs { PILL } else { 0.0 };
            if let Some(first) = packed.places().first() {
                ends = [ends[0].min(first.left - around), ends[1].max(packed.right() + around)];
            }
        }
        ends
    }
}

/// Whether somebody writes, presses something or holds it.
fn is_busy(ui: &Ui) -> bool {
    ui.ctx().text_edit_focused() || ui.input(|input| input.pointer.any_down() || !input.keys_down.is_empty())
}
