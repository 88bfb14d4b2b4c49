//! What the board shows, without drawing it: heights, and which cards of which lanes a viewport sees.

use std::ops::Range;
use std::sync::Arc;

use super::heights::Heights;
use super::layout::Layout;
use crate::analysis::packing::{Packed, Size};
use crate::analysis::scale::Scale;
use crate::model::{Campaign, Lane};
use crate::ui::theme::NARROW;

/// Fewer points than this for each marker of a lane, and the lane shows density instead.
const CROWDED: f64 = 5.0;
/// Markers nearer than this to each other are one with a count, in points.
const STACKED: f64 = 16.0;

/// Where the names of lanes stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// In a column at the left of the lanes.
    #[default]
    Beside,
    /// In a line of its own above each lane.
    Above,
}

impl Names {
    /// Where they stand in a window of that width, in points.
    #[must_use]
    pub fn in_window(width: f32) -> Self {
        if width < NARROW { Self::Above } else { Self::Beside }
    }

    /// Width of the column beside the lanes, in points.
    #[must_use]
    pub const fn column(self) -> f32 {
        match self {
            Self::Beside => 88.0,
            Self::Above => 0.0,
        }
    }
}

/// Heights within a lane that is not folded, in points. All of them have the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    /// The size of cards that have room; a crowded lane may use a smaller one.
    pub size: Size,
    /// The line with the lane's name above its cards; 0 where the names stand beside.
    pub head: f32,
    /// The lower edge of the cards and upper edge of the curve's box, from the lane's top.
    pub curve_top: f32,
    /// Height of the curve's box: from the value 1 at its top to 0 at its bottom.
    pub curve: f32,
    /// The whole lane with its separator.
    pub lane: f32,
}

impl Metrics {
    /// The heights that suit cards of that size and the place of the names.
    #[must_use]
    pub fn new(size: Size, names: Names) -> Self {
        /// Room above the cards, and below the curve with the separator.
        const AROUND: (f32, f32) = (6.0, 5.0);
        /// What the lane's name and counts need above the ready line where they stand beside the lane.
        const BESIDE: f32 = 78.0;
        /// The line above the lane.
        const HEAD: f32 = 29.0;
        /// The curve below cards, and where there are only markers: then all the room is for it.
        const CURVE: (f32, f32) = (52.0, 88.0);
        /// Room for brackets and columns above a curve that has all the room.
        const MARKERS: f32 = 26.0;
        let head = if names == Names::Above { HEAD } else { 0.0 };
        let (curve_top, curve) = match (size, names) {
            (Size::Xs, Names::Beside) => (MARKERS + 20.0, CURVE.1),
            (Size::Xs, Names::Above) => (head + MARKERS, CURVE.1 - 18.0),
            (_, Names::Beside) => ((AROUND.0 + size.height() as f32).max(BESIDE), CURVE.0),
            (_, Names::Above) => (head + AROUND.0 + size.height() as f32, CURVE.0),
        };
        let lane = curve_top + curve + AROUND.1;
        Self { size, head, curve_top, curve, lane }
    }

    /// The same for lanes that are drawn without their curve: a line for the markers is all they need, and what the lane's name
    /// needs stays.
    #[must_use]
    pub fn without_curve(self) -> Self {
        /// Room for the markers, and the least that a lane with its name beside it has.
        const LEAST: (f32, f32) = (24.0, 130.0);
        let curve = (LEAST.1 - self.curve_top).max(LEAST.0).min(self.curve);
        Self { curve, lane: self.lane - self.curve + curve, ..self }
    }
}

/// What a viewport sees of a lane.
#[derive(Clone, Debug)]
pub struct Row {
    /// Where the lane stands among the campaign's.
    pub at: usize,
    /// The lane.
    pub lane: Arc<Lane>,
    /// Its cards in their places.
    pub packed: Arc<Packed>,
    /// The positions in [`Packed::places`] that are seen.
    pub seen: Range<usize>,
    /// Whether it is folded to a line.
    pub folded: bool,
    /// Whether its markers would lie on top of each other, so that it shows how many there are instead.
    pub crowded: bool,
    /// In a lane of markers: runs of positions in [`Packed::dated`] that are drawn as one, those that are seen.
    pub stacks: Vec<Range<usize>>,
}

/// A window onto the plan: left, top, width and height in points of the plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// What lies at its left edge.
    pub x: f64,
    /// What lies at its upper edge.
    pub y: f64,
    /// How much it shows from left to right.
    pub width: f64,
    /// How much it shows from top to bottom.
    pub height: f64,
}

/// The lanes that a viewport sees, from top to bottom, each with the cards that it sees. Costs what is seen, not what
/// there is: lanes and cards come by binary search.
#[must_use]
pub fn rows(campaign: &Campaign, layout: &mut Layout, scale: Scale, heights: &Heights, view: Viewport) -> Vec<Row> {
    let mut rows = Vec::new();
    let Some(mut at) = heights.at(view.y.max(0.0)) else { return rows };
    while let Some(lane) = campaign.lanes.get(at).filter(|_| heights.top(at) < view.y + view.height) {
        if heights.is_hidden(at) {
            at += 1;
            continue;
        }
        let folded = heights.is_folded(at);
        let packed = layout.packed(campaign, lane, scale, folded);
        // A little more than is seen, for rings, shadows and the markers of neighbours.
        let seen = packed.visible(view.x - 12.0, view.x + view.width + 12.0);
        let markers = packed.size == Size::Xs;
        let crowded = markers && seen.len() as f64 * CROWDED > view.width;
        let stacks = if markers && !crowded { layout.stacks(lane.id, STACKED, &seen) } else { Vec::new() };
        rows.push(Row { at, lane: Arc::clone(lane), packed, seen, folded, crowded, stacks });
        at += 1;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Axis;
    use crate::model::{Day, Kind, PlanId, When};
    use crate::ui::test_plan::{moment, plan_of, put};

    /// Two lanes: five cards a fortnight apart, and one without a day.
    fn plan() -> Campaign {
        let mut plan = plan_of(&["ada", "ben"]);
        for at in 0..5 {
            let when = When::On(Day::from_number(21_000 + at * 14));
            put(&mut plan, 0, moment(&format!("m{at}"), Kind::Values, &format!("Card {at}"), when));
        }
        put(&mut plan, 1, moment("loose", Kind::Product, "Loose", When::Undated));
        plan
    }

    fn text(rows: &[Row]) -> String {
        let card = |row: &Row, at: usize| {
            let place = row.packed.places()[at];
            let x = place.stem.map_or_else(|| "-".to_owned(), |x| format!("{x:.0}"));
            format!("{} {:.0}@{x}", row.lane.moments[place.index].title, place.left)
        };
        let row = |row: &Row| {
            let cards: Vec<String> = row.seen.clone().map(|at| card(row, at)).collect();
            format!("{}: {}\n", row.lane.id, cards.join(", "))
        };
        rows.iter().map(row).collect()
    }

    #[test]
    fn a_viewport_sees_its_lanes_and_cards() {
        let plan = plan();
        let mut layout = Layout::default();
        layout.follow(&plan);
        let scale = Scale::new(layout.axis(), layout.span(Day::from_number(21_000)).first, 12.0);
        let mut seen = |x: f64, y: f64| {
            text(&rows(
                &plan,
                &mut layout,
                scale,
                &Heights::new(167.0, 2, Arc::default()),
                Viewport { x, y, width: 400.0, height: 100.0 },
            ))
        };
        assert_eq!(seen(0.0, 0.0), "ada: Card 0 -78@0, Card 1 90@168, Card 2 258@336\n");
        assert_eq!(seen(500.0, 100.0), "ada: Card 3 426@504, Card 4 594@672\nben: \n");
        assert_eq!(seen(0.0, 200.0), "ben: Loose 0@-\n");
        assert_eq!(seen(0.0, 9_000.0), "");
    }

    #[test]
    fn places_are_kept_until_lane_or_zoom_changes() {
        let mut plan = plan();
        let mut layout = Layout::default();
        assert!(layout.follow(&plan));
        assert!(!layout.follow(&plan), "nothing changed");
        let scale = Scale::new(Axis::Calendar, 21_000, 12.0);
        let first = layout.packed(&plan, &plan.lanes[0].clone(), scale, false);
        assert!(Arc::ptr_eq(&first, &layout.packed(&plan, &plan.lanes[0].clone(), scale, false)));
        Arc::make_mut(&mut plan.lanes[0]).moments.pop();
        assert!(layout.follow(&plan));
        let second = layout.packed(&plan, &plan.lanes[0].clone(), scale, false);
        assert_eq!(second.places().len(), 4);
        let zoomed = layout.packed(&plan, &plan.lanes[0].clone(), Scale::new(Axis::Calendar, 21_000, 13.0), false);
        assert!(!Arc::ptr_eq(&second, &zoomed));
    }

    #[test]
    fn an_empty_plan_shows_the_days_around_today() {
        let mut layout = Layout::default();
        layout.follow(&Campaign::new(PlanId::default(), "Empty"));
        let span = layout.span(Day::from_number(100));
        assert_eq!((span.first, span.last), (86, 170));
        let far = layout.span(Day::MAX);
        assert!(far.first <= far.last);
    }

    #[test]
    fn lanes_are_taller_when_cards_are() {
        let heights = |names| [2.0, 5.0, 8.0, 20.0].map(|zoom| Metrics::new(Size::for_zoom(zoom), names).lane).to_vec();
        assert_eq!(heights(Names::Beside), [139.0, 135.0, 167.0, 253.0]);
        // The column with the names needs a height of its own; the line above gives that back.
        assert_eq!(heights(Names::Above)[2..], [196.0, 282.0]);
    }
}
