//! The two curves of a comparison, kept as long as nothing of them changes: a lane of thousands of cards is looked through for
//! them. Never knows what the lanes say.

use std::sync::Arc;

use egui::vec2;

use super::data::Side;
use super::time::{self, Stretch};
use crate::analysis::scale::PlanEnd;
use crate::ui::arc::Outline;
use crate::ui::view::LaneView;

/// Height of a curve, in points.
pub(super) const CURVE: f32 = 96.0;

/// The curves that were drawn last.
#[derive(Debug, Default)]
pub struct Curves {
    basis: Option<Basis>,
    drawn: [Option<Drawn>; 2],
}

/// What curves were worked out from. A lane whose days move, because the plan around it changed, has another view.
#[derive(Debug)]
struct Basis {
    views: [Arc<LaneView>; 2],
    ends: [PlanEnd; 2],
    is_shown: bool,
    width: f32,
}

impl Basis {
    fn is_of(&self, sides: [Side<'_>; 2], is_shown: bool, width: f32) -> bool {
        let same_views = self.views.iter().zip(sides).all(|(view, side)| Arc::ptr_eq(view, side.view));
        same_views && self.ends == sides.map(|side| side.end) && self.is_shown == is_shown && self.width.total_cmp(&width).is_eq()
    }
}

/// A curve as it stands beside the other one.
#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) outline: Outline,
    pub(super) stretch: Stretch,
    /// The value at its upper edge.
    pub(super) top: f64,
}

impl Curves {
    /// Both curves over the same days and with the same height, so that they can be compared by eye; as they are seen when each is
    /// so wide.
    pub(super) fn follow(&mut self, sides: [Side<'_>; 2], is_shown: bool, width: f32) -> &[Option<Drawn>; 2] {
        if !self.basis.as_ref().is_some_and(|basis| basis.is_of(sides, is_shown, width)) {
            self.drawn = curves(sides, is_shown, width);
            let (views, ends) = (sides.map(|side| Arc::clone(side.view)), sides.map(|side| side.end));
            self.basis = Some(Basis { views, ends, is_shown, width });
        }
        &self.drawn
    }
}

fn curves(sides: [Side<'_>; 2], is_shown: bool, width: f32) -> [Option<Drawn>; 2] {
    let [left, right] = sides;
    let stretches = time::stretches(sides.map(|side| (side.campaign, &*side.view.lane, side.end)));
    let drawn = |side: Side<'_>, stretch: Option<Stretch>| {
        let Side { campaign, view, .. } = side;
        let stretch = stretch?;
        // What the checker says is between the team and the plan.
        let mark = |id| view.marks.get(&id).copied().filter(|_| !is_shown);
        let outline = Outline::across(campaign, &view.lane, view.curve.as_deref(), mark, stretch.span)?;
        Some(Drawn { top: outline.top(), outline, stretch })
    };
    let drawn = [drawn(left, stretches[0]), drawn(right, stretches[1])];
    let top = drawn.iter().flatten().map(|drawn| drawn.top).fold(0.0, f64::max);
    drawn.map(|drawn| {
        drawn.map(|Drawn { outline, stretch, .. }| Drawn { outline: outline.thinned(vec2(width, CURVE), top), stretch, top })
    })
}
