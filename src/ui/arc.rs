//! The arc of one lane, small: its curve, its markers, and the line from which on people are ready to be asked.
//!
//! What is drawn is worked out from a lane and its findings by [`Outline::of`], which is pure; [`Plot`] only places it. The
//! board has a drawing of its own, with cards, for lanes that are worked on.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2};

use super::board::ask_look;
use super::fonts;
use super::kit::marks::{self, Ask};
use super::kit::paint;
use super::theme::{DASH_READY, RING, STEM, Tokens, Tone};
use super::view::{LaneView, Mark};
use crate::analysis::curve::{CONSTANTS, Cause, Curve};
use crate::analysis::{Axis, dated};
use crate::model::{Campaign, Kind, Lane, MomentId};

/// The value at the upper edge where arcs stand side by side: nothing that a plan reaches lies above it.
pub(super) const TOP: f64 = 0.9;
/// Points of a line between two cards are never further apart than this share of the whole.
const STEPS: f64 = 120.0;

/// A marker of an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Its day.
    pub day: f64,
    /// Its height; `None` in a lane without a curve.
    pub value: Option<f64>,
    /// What it is.
    pub kind: Kind,
    /// How an ask looks; it follows the findings.
    pub ask: Option<Ask>,
    /// An ask cost more than there was.
    pub overdraft: bool,
}

/// The arc of a lane as it can be drawn anywhere.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Outline {
    /// The first and the last day that is shown.
    pub span: (f64, f64),
    /// Days and values of the line, from left to right; empty where the lane has no curve.
    pub line: Vec<(f64, f64)>,
    /// The cards, by day.
    pub spots: Vec<Spot>,
}

impl Outline {
    /// The outline of a lane with some days before and after its cards; `None` when no card has a day.
    #[must_use]
    pub fn of(campaign: &Campaign, view: &LaneView) -> Option<Self> {
        Self::of_lane(campaign, &view.lane, view.curve.as_deref(), |id| view.marks.get(&id).copied())
    }

    /// The same for a lane that is on no board, with the mark of each of its moments.
    #[must_use]
    pub fn of_lane(
        campaign: &Campaign,
        of: &Lane,
        curve: Option<&Curve>,
        mark: impl Fn(MomentId) -> Option<Mark>,
    ) -> Option<Self> {
        let (_, first, last) = days(campaign, of)?;
        let margin = (f64::from(last - first) * 0.12).max(5.0);
        Self::across(campaign, of, curve, mark, (f64::from(first) - margin, f64::from(last) + margin))
    }

    /// The same over a stretch of days that all of its cards stand in.
    #[must_use]
    pub fn across(
        campaign: &Campaign,
        of: &Lane,
        curve: Option<&Curve>,
        mark: impl Fn(MomentId) -> Option<Mark>,
        span: (f64, f64),
    ) -> Option<Self> {
        let cards = dated(campaign, of, Axis::of_lane(campaign, of)?);
        let first = f64::from(cards.first()?.day);
        let spots = cards
            .iter()
            .map(|card| {
                let around = curve.and_then(|curve| curve.around(card.moment.id));
                let is_ask = card.moment.is_ask();
                let step = curve.and_then(|curve| curve.step_of(card.moment.id));
                Spot {
                    day: f64::from(card.day),
                    value: around.map(|around| if is_ask { around.before } else { around.after }),
                    kind: card.moment.kind,
                    ask: is_ask.then(|| ask_look(mark(card.moment.id), around.map(|around| around.before))),
                    overdraft: step.is_some_and(|step| matches!(step.cause, Cause::Asked { overdraft, .. } if overdraft > 0.0)),
                }
            })
            .collect();
        let line = curve.map_or_else(Vec::new, |curve| {
            let mut line = vec![(span.0, curve.value_at(span.0))];
            line.extend(curve.samples(first, span.1, (span.1 - span.0) / STEPS));
            line
        });
        Some(Self { span, line, spots })
    }

    /// The value at its upper edge where it fills what it is drawn in: a little above the highest, so that a line of few moments
    /// does not lie at the bottom.
    #[must_use]
    pub fn top(&self) -> f64 {
        self.line.iter().map(|(_, value)| *value).fold(CONSTANTS.ready + 0.15, f64::max) + 0.08
    }

    /// The same as it is seen at that size with that value at its upper edge. Of a lane of thousands of cards most markers lie behind
    /// others, and most points of the line beside one another.
    #[must_use]
    pub(super) fn thinned(mut self, size: Vec2, top: f64) -> Self {
        let plot = self.plot(Rect::from_min_size(Pos2::ZERO, size), top);
        if self.spots.len() as f32 > size.x {
            self.spots = self.spots.chunk_by(|a, b| plot.column(a.day) == plot.column(b.day)).flat_map(foremost).collect();
        }
        if self.line.len() as f32 > size.x * 4.0 {
            let pixel = |point: &(f64, f64)| plot.x(point.0) as i32;
            self.line = self.line.chunk_by(|a, b| pixel(a) == pixel(b)).flat_map(extremes).collect();
        }
        self
    }

    /// How its days and values are placed in a rectangle with that value at its upper edge.
    pub(super) fn plot(&self, rect: Rect, top: f64) -> Plot {
        Plot { rect, span: self.span, top }
    }

    /// Draws it where `plot` places it, on that ground.
    pub(super) fn draw(&self, painter: &Painter, plot: &Plot, ground: Color32, t: &Tokens) {
        self.draw_over(painter, plot, ground, |_| (), t);
    }

    /// The same, with something between the area under the line and the line itself.
    pub(super) fn draw_over(&self, painter: &Painter, plot: &Plot, ground: Color32, between: impl FnOnce(&Painter), t: &Tokens) {
        let rect = plot.rect;
        if !self.line.is_empty() {
            plot.area(painter, &self.line, t);
        }
        between(painter);
        if self.line.is_empty() {
            painter.hline(rect.x_range(), rect.center().y, Stroke::new(STEM, t.line_strong));
        } else {
            plot.ready(painter, t);
            plot.line(painter, &self.line, t);
        }
        for spot in &self.spots {
            let center = spot.value.map_or_else(|| pos2(plot.x(spot.day), rect.center().y), |value| plot.at(spot.day, value));
            if spot.overdraft {
                painter.vline(center.x, rect.bottom() + 2.0..=rect.bottom() + 8.0, Stroke::new(RING, t.s_err_fill));
            }
            match spot.ask {
                Some(ask) => marks::ask_marker(painter, center, ask, ground, t),
                None => marks::marker(painter, center, spot.kind, ground, t),
            }
        }
    }
}

/// Of markers that share their place: the last card that gives, as it would lie over the others, and the ask that matters most.
fn foremost(spots: &[Spot]) -> Vec<Spot> {
    let gift = spots.iter().rfind(|spot| spot.ask.is_none());
    let ask = spots.iter().filter(|spot| spot.ask.is_some()).max_by_key(|spot| spot.ask.map(weight));
    let overdraft = spots.iter().any(|spot| spot.overdraft);
    let ask = ask.map(|ask| Spot { overdraft, ..*ask });
    gift.copied().into_iter().chain(ask).collect()
}

/// How much the look of an ask has to say.
fn weight(ask: Ask) -> u8 {
    match ask {
        Ask::Open(Tone::Error) => 5,
        Ask::Open(Tone::Warning) => 4,
        Ask::Open(_) => 3,
        Ask::Accepted => 2,
        Ask::Early => 1,
        Ask::Ready => 0,
    }
}

/// Of points that share their place: the first, the lowest, the highest and the last, in their order.
fn extremes(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let by_value = |a: &usize, b: &usize| points[*a].1.total_cmp(&points[*b].1);
    let ends = [0, points.len().saturating_sub(1)];
    let mut kept: Vec<usize> =
        ends.into_iter().chain((0..points.len()).min_by(by_value)).chain((0..points.len()).max_by(by_value)).collect();
    kept.sort_unstable();
    kept.dedup();
    kept.into_iter().filter_map(|at| points.get(at)).copied().collect()
}

/// The axis of a lane, and the first and the last day on which a card of it stands.
pub(super) fn days(campaign: &Campaign, of: &Lane) -> Option<(Axis, i32, i32)> {
    let axis = Axis::of_lane(campaign, of)?;
    let days = of.moments.iter().filter_map(|moment| axis.day(campaign, moment.when));
    let (first, last) =
        days.fold(None, |span: Option<(i32, i32)>, day| Some(span.map_or((day, day), |(a, b)| (a.min(day), b.max(day)))))?;
    Some((axis, first, last))
}

/// Places days and values in a rectangle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plot {
    /// Where.
    pub(super) rect: Rect,
    /// The days at its left and its right edge.
    pub(super) span: (f64, f64),
    /// The value at its upper edge; 0 is at the lower one.
    pub(super) top: f64,
}

impl Plot {
    /// Where a day is.
    pub(super) fn x(&self, day: f64) -> f32 {
        let share = (day - self.span.0) / (self.span.1 - self.span.0).max(1.0);
        self.rect.left() + self.rect.width() * share as f32
    }

    /// Which marker's width a day lies in, counted from the left.
    fn column(&self, day: f64) -> i32 {
        const WIDTH: f32 = 8.0;
        (self.x(day) / WIDTH) as i32
    }

    /// Where a value is.
    pub(super) fn y(&self, value: f64) -> f32 {
        self.rect.bottom() - self.rect.height() * (value / self.top).clamp(0.0, 1.0) as f32
    }

    /// Where a value on a day is.
    pub(super) fn at(&self, day: f64, value: f64) -> Pos2 {
        pos2(self.x(day), self.y(value))
    }

    fn points(&self, line: &[(f64, f64)]) -> Vec<Pos2> {
        paint::rounded_steps(&line.iter().map(|(day, value)| self.at(*day, *value)).collect::<Vec<_>>())
    }

    /// The two flat areas under a line.
    pub(super) fn area(&self, painter: &Painter, line: &[(f64, f64)], t: &Tokens) {
        let points = self.points(line);
        let ready = self.y(CONSTANTS.ready);
        painter.add(Shape::mesh(paint::curve_area(&points, self.rect.bottom(), ready, t.curve_low, t.curve_high)));
    }

    /// The line itself.
    pub(super) fn line(&self, painter: &Painter, line: &[(f64, f64)], t: &Tokens) {
        painter.add(Shape::line(self.points(line), Stroke::new(RING, t.curve)));
    }

    /// A line that nobody has planned yet.
    pub(super) fn forecast(&self, painter: &Painter, line: &[(f64, f64)], t: &Tokens) {
        /// Dash and gap, in points.
        const DASH: [f32; 2] = [2.0, 4.0];
        // It goes on from where the planned line ends: the step of that day is drawn there already.
        let step = line.iter().take_while(|(day, _)| line.first().is_some_and(|(first, _)| day <= first)).count();
        let open = line.get(step.saturating_sub(1)..).unwrap_or_default();
        paint::dashed_line(painter, &self.points(open), Stroke::new(1.5, t.curve), DASH);
    }

    /// The line from which on people are ready to be asked.
    pub(super) fn ready(&self, painter: &Painter, t: &Tokens) {
        let y = self.y(CONSTANTS.ready);
        let ends = [pos2(self.rect.left(), y), pos2(self.rect.right(), y)];
        paint::dashed_line(painter, &ends, Stroke::new(STEM, t.ready), DASH_READY);
    }

    /// The name of that line at its left end, on the side where the curve is not: most curves begin below.
    pub(super) fn ready_name(&self, painter: &Painter, line: &[(f64, f64)], name: &str, t: &Tokens) {
        let word = paint::line(painter, fonts::META, name, t.ready);
        let y = self.y(CONSTANTS.ready);
        let is_below = line.first().is_some_and(|(_, value)| *value < CONSTANTS.ready);
        let y = if is_below { y - word.size().y - 3.0 } else { y + 3.0 };
        painter.galley(pos2(self.rect.left(), y), word, t.ready);
    }
}

#[cfg(test)]
mod tests {
    use egui::vec2;

    use super::*;

    #[test]
    fn a_long_lane_is_thinned_to_what_is_seen_and_a_short_one_stays() {
        let spot = |at: u32, ask| Spot { day: f64::from(at), value: Some(0.5), kind: Kind::Story, ask, overdraft: at == 700 };
        let bad = Some(Ask::Open(Tone::Error));
        let look = |at: u32| if at == 700 { bad } else { Some(Ask::Ready) };
        let spots: Vec<Spot> = (0..4000).map(|at| spot(at, look(at).filter(|_| at % 10 == 0))).collect();
        let line: Vec<(f64, f64)> = (0..8000_u32).map(|at| (f64::from(at) / 2.0, if at == 5001 { 0.9 } else { 0.5 })).collect();
        let outline = Outline { span: (0.0, 4000.0), line, spots };
        let seen = outline.clone().thinned(vec2(400.0, 96.0), 1.0);
        assert!(seen.spots.len() <= 2 * 52 && seen.line.len() <= 4 * 401, "{} {}", seen.spots.len(), seen.line.len());
        assert!(seen.spots.iter().any(|spot| spot.ask == bad && spot.overdraft), "what is wrong stays in sight");
        assert!(seen.line.iter().any(|(_, value)| *value > 0.8), "and so does how far the line goes");
        assert!(seen.line.is_sorted_by(|a, b| a.0 <= b.0));
        assert_eq!((seen.line.first(), seen.line.last()), (outline.line.first(), outline.line.last()));
        let short = Outline { line: outline.line[..100].to_vec(), spots: outline.spots[..100].to_vec(), ..outline };
        assert_eq!(short.clone().thinned(vec2(400.0, 96.0), 1.0), short);
    }
}
