//! Where a presentation is: which moment, how it came there, what is shown beside it.

use std::sync::Arc;

use egui::Ui;
use egui::emath::easing::cubic_in_out;

use super::STEP;
use super::run::{Run, begin, lane_beside};
use crate::model::{Moment, MomentId};
use crate::ui::view::{Cx, LaneView};
use crate::words::present as say;

/// What led to where the keyboard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Led {
    /// Nothing: the page has it as long as nothing else has, and is not marked.
    Page,
    /// Tab.
    Tab,
}

/// A presentation from its beginning to its end.
#[derive(Clone, Debug)]
pub struct PresentState {
    at: MomentId,
    pub(super) run: Run,
    /// The moment before, and since when it is no longer shown.
    from: Option<(MomentId, f64)>,
    pub(super) has_notes: bool,
    pub(super) is_blank: bool,
    pub(super) led: Led,
    /// How far what is said of the moment goes beyond its place, in points.
    pub(super) beyond: f32,
    /// By how much that is to go on, in points.
    pub(super) scroll: f32,
    is_over: bool,
}

impl PresentState {
    /// Begins with that moment.
    #[must_use]
    pub fn new(at: MomentId) -> Self {
        Self {
            at,
            run: Run::default(),
            from: None,
            has_notes: false,
            is_blank: false,
            led: Led::Page,
            beyond: 0.0,
            scroll: 0.0,
            is_over: false,
        }
    }

    /// The moment that is shown.
    #[must_use]
    pub fn moment(&self) -> MomentId {
        self.at
    }

    /// Whether it was left.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    /// Leaves it.
    pub(super) fn leave(&mut self) {
        self.is_over = true;
    }

    /// Follows the plan; the moment that is shown, with its lane. `None` where nothing is left to show.
    pub(super) fn follow<'a>(&mut self, cx: &Cx<'a>) -> Option<(&'a Arc<LaneView>, &'a Moment)> {
        let is_there = cx.index.lane(self.at).is_some_and(|lane| !cx.sieve.hides(lane)) && cx.sieve.shows(self.at);
        if !is_there {
            self.at = begin(cx, None, None)?;
            self.from = None;
        }
        let lane = cx.index.lane(self.at)?;
        let view = cx.derived.lanes.iter().find(|view| view.lane.id == lane)?;
        self.run.follow(cx.campaign, view, cx.sieve);
        let moment = view.lane.moments.iter().find(|moment| moment.id == self.at)?;
        Some((view, moment))
    }

    /// Shows another moment.
    pub(super) fn go(&mut self, to: MomentId, ui: &Ui) {
        if to != self.at {
            self.from = Some((self.at, ui.input(|input| input.time)));
            self.at = to;
            ui.ctx().request_repaint();
        }
    }

    /// The moment that many steps on. At the end of a creator's moments the next creator's begin.
    pub(super) fn step(&self, cx: &Cx<'_>, by: isize) -> Option<MomentId> {
        let across = || {
            let (first, last) = lane_beside(cx, cx.index.lane(self.at)?, by)?;
            Some(if by > 0 { first } else { last })
        };
        self.run.beside(self.at, by).or_else(across)
    }

    /// The first moment of the creator before or after.
    pub(super) fn creator(&self, cx: &Cx<'_>, by: isize) -> Option<MomentId> {
        lane_beside(cx, cx.index.lane(self.at)?, by).map(|(first, _)| first)
    }

    /// How far the step to the moment is, from 0 to 1; it draws again until it is there.
    pub(super) fn come(&mut self, cx: &Cx<'_>, ui: &Ui) -> f32 {
        let Some((_, since)) = self.from else { return 1.0 };
        let seconds = cx.setup.seconds(STEP);
        let gone = (ui.input(|input| input.time) - since) as f32;
        if gone >= seconds || seconds <= 0.0 {
            self.from = None;
            return 1.0;
        }
        ui.ctx().request_repaint();
        cubic_in_out((gone / seconds).clamp(0.0, 1.0))
    }

    /// The moment that was shown before, while the step from it goes on.
    pub(super) fn before(&self) -> Option<MomentId> {
        self.from.map(|(id, _)| id)
    }

    /// "3 of 5".
    pub(super) fn place_text(&self) -> String {
        let place = self.run.place(self.at).map_or(1, |at| at + 1);
        say::place(place, self.run.moments.len().max(1))
    }
}
