//! A curve on its way from what it was to what it is: a row of heights that was seen, blended into the curve of now.

use std::sync::Arc;

use super::data::Row;
use super::frame::{Frame, finite};
use crate::analysis::curve::Curve;
use crate::analysis::packing::Place;
use crate::ui::view::LaneView;

/// From height to height, in points.
const STEP: f64 = 4.0;
/// A curve of more moves than this is there at once: comparing it would cost more than it shows.
const MOST_MOVES: usize = 2000;

/// The curve that a lane shows, kept alive so that comparing pointers is safe.
pub(super) enum Source {
    /// What was derived from the lane.
    View(Arc<LaneView>),
    /// What it would be after the drag that is under way.
    Preview(Arc<Curve>),
}

impl Source {
    /// The curve that a row shows, if it has one on this axis.
    pub(super) fn of(frame: &Frame<'_>, row: &Row) -> Option<Self> {
        frame.curve(row)?;
        match frame.previews.iter().find(|(lane, _)| *lane == row.lane.id) {
            Some((_, curve)) => curve.clone().map(Self::Preview),
            None => frame.cx.derived.lanes.get(row.at).cloned().map(Self::View),
        }
    }

    fn curve(&self) -> Option<&Curve> {
        match self {
            Self::View(view) => view.curve.as_deref(),
            Self::Preview(curve) => Some(curve),
        }
    }

    /// Whether both are the same curve, without looking into it.
    pub(super) fn is_same(a: Option<&Self>, b: Option<&Self>) -> bool {
        match (a, b) {
            (Some(Self::View(a)), Some(Self::View(b))) => Arc::ptr_eq(a, b),
            (Some(Self::Preview(a)), Some(Self::Preview(b))) => Arc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        }
    }

    /// The value at which a card's marker stands.
    pub(super) fn marker(&self, row: &Row, place: &Place) -> Option<f64> {
        let moment = row.lane.moments.get(place.index)?;
        let around = self.curve()?.around(moment.id)?;
        Some(if moment.is_ask() { around.before } else { around.after })
    }
}

/// The heights that were seen when a curve began to bend.
#[derive(Clone, Debug)]
pub(super) struct Bend {
    pub(super) since: f64,
    /// The place of the first height in the plan.
    from: f64,
    values: Vec<f32>,
}

impl Bend {
    /// Begins with what is seen of the old curve; `None` where both curves are alike, or one of them is not there.
    pub(super) fn between(
        frame: &Frame<'_>,
        old: Option<&Source>,
        new: Option<&Source>,
        running: Option<(&Self, f32)>,
        shift: f64,
    ) -> Option<Self> {
        let (old, new) = (old?.curve()?, new?.curve()?);
        let most = old.steps().len().max(new.steps().len());
        if most > MOST_MOVES || old.axis() != new.axis() {
            return None;
        }
        let alike = old.steps() == new.steps() && (old.start().1 - new.start().1).abs() < f64::EPSILON;
        if alike {
            // What bends already goes on bending to the same curve.
            return running.map(|(bend, _)| bend.clone());
        }
        let left = frame.plan_x(frame.content.left());
        let count = (f64::from(frame.content.width()) / STEP).ceil() as usize + 2;
        let value = |at: usize| {
            let x = left + at as f64 * STEP;
            let value = finite(old.value_at(frame.scale.at(x)));
            running.map_or(value, |(bend, share)| bend.at(x - shift, value, share))
        };
        Some(Self { since: frame.now, from: left, values: (0..count).map(value).collect() })
    }

    /// The height at a place of the plan, where `now` is what the curve has there.
    pub(super) fn at(&self, x: f64, now: f32, share: f32) -> f32 {
        let place = ((x - self.from) / STEP).max(0.0);
        let (first, part) = (place.floor() as usize, place.fract() as f32);
        let Some(last) = self.values.last() else { return now };
        let a = self.values.get(first).unwrap_or(last);
        let b = self.values.get(first + 1).unwrap_or(last);
        let before = a + (b - a) * part;
        before + (now - before) * share
    }
}
