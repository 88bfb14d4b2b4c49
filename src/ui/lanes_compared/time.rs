//! The days of a comparison: one stretch under both curves, so that what stands at the same place is the same day. Never knows
//! what the lanes say.

use egui::{Painter, Stroke, pos2};

use crate::analysis::Axis;
use crate::analysis::scale::{PlanEnd, Scale, Span};
use crate::model::{Campaign, Lane};
use crate::ui::arc::{self, Plot};
use crate::ui::board::tick_label;
use crate::ui::fonts;
use crate::ui::kit::paint;
use crate::ui::theme::{EDGE, Tokens};

/// Height of the row of months, in points.
pub(super) const HEIGHT: f32 = 18.0;
/// From as many points a day on, an axis would count weeks: a comparison stays with months.
const MONTHS: f64 = 3.9;
/// Room between two labels.
const APART: f32 = 6.0;

/// The days that a curve runs over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    axis: Axis,
    /// The first and the last of them.
    pub(super) span: (f64, f64),
}

/// From a little before the first card of both to the end of the plan, where the row about the end reads the curves, as the board
/// does. A lane with dates and one with day numbers have no days in common, and each has its own.
pub(super) fn stretches(sides: [(&Campaign, &Lane, PlanEnd); 2]) -> [Option<Stretch>; 2] {
    let own = sides.map(|(campaign, lane, end)| {
        let (axis, first, last) = arc::days(campaign, lane)?;
        let last = end.on(axis).map_or(last, |end| end.max(last));
        Some((axis, f64::from(first), f64::from(last)))
    });
    let stretch = |(axis, first, last): (Axis, f64, f64)| {
        let margin = ((last - first) * 0.1).max(5.0);
        Stretch { axis, span: (first - margin, last) }
    };
    match own {
        [Some((axis, first, last)), Some((other, from, to))] if axis == other => {
            [Some(stretch((axis, first.min(from), last.max(to)))); 2]
        }
        own => own.map(|own| own.map(stretch)),
    }
}

/// Draws a line at each month and its name below.
pub(super) fn months(painter: &Painter, plot: &Plot, stretch: Stretch, t: &Tokens) {
    let (first, last) = stretch.span;
    let span = Span { first: first.ceil() as i32, last: last.floor() as i32 };
    let per_day = f64::from(plot.rect.width()) / (last - first).max(1.0);
    let scale = Scale::new(stretch.axis, span.first, per_day.min(MONTHS));
    let mut free = plot.rect.left();
    for tick in scale.ticks(0.0, scale.x(span.last)) {
        let x = plot.x(f64::from(tick.day));
        painter.vline(x, plot.rect.top()..=plot.rect.bottom() + 4.0, Stroke::new(EDGE, t.grid_month));
        let word = paint::line(painter, fonts::META, &tick_label(tick.label), t.text_3);
        let left = x - word.size().x / 2.0;
        if left >= free && left + word.size().x <= plot.rect.right() + APART {
            free = left + word.size().x + APART;
            painter.galley(pos2(left, plot.rect.bottom() + 5.0), word, t.text_3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Day, Kind, When};
    use crate::ui::test_plan::{moment, plan_of, put};

    #[test]
    fn both_curves_run_over_the_same_days_to_the_end_of_the_plan() {
        let mut plan = plan_of(&["ben", "ada"]);
        let day = |number| Day::from_number(21_000 + number);
        put(&mut plan, 0, moment("b1", Kind::Product, "B1", When::On(day(7))));
        put(&mut plan, 1, moment("a1", Kind::Story, "A1", When::On(day(1))));
        plan.end = Some(day(90));
        let lane = |at: usize| (&plan, &*plan.lanes[at], PlanEnd::of(&plan));
        let [left, right] = stretches([lane(0), lane(1)]).map(|stretch| stretch.expect("both have days"));
        assert_eq!(left, right);
        assert!(left.span.0 < f64::from(day(1).number()), "the first card of either stands within");
        assert_eq!(left.span.1.to_bits(), f64::from(day(90).number()).to_bits(), "the last card is long before");
    }
}
