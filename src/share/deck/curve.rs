//! The curve of a lane on a page: the areas below and above ready, the line, and the markers of its moments. No number of it
//! is written anywhere; its bands are.
//!
//! ```text
//!  top    ──────────────────────────── 1
//!              ____◆____
//!  ready  - - /- - - - -\- - ■ - - - -
//!         ●__/
//!  bottom ──────────────────────────── 0
//! ```

use crate::analysis::curve::{Band, CONSTANTS};
use crate::words::share;

use super::super::arc::{self, Shape as Mark};
use super::super::plan::{AskMark, Card, Plan};
use super::super::scene::{BezPath, Form, Group, Item, Point, Rect, Rgb, Role, Shape, Stroke, TextRole, Weight};
use super::Build;
use super::days::Taken;
use super::frame::outline;

/// Where a curve is drawn, and the value at its upper edge.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plot {
    pub(super) room: Rect,
    top: f64,
}

impl Plot {
    /// A place for a curve of that plan. The scale is one for all lanes of a plan, so that they can be compared, and leaves out
    /// what none of them reaches.
    pub(super) fn new(room: Rect, plan: &Plan) -> Self {
        let compared = plan.compared.iter().flat_map(|compared| &compared.sides).map(|side| &side.lane);
        let curves = plan.lanes.iter().chain(compared).filter_map(|lane| lane.curve.as_ref());
        let most = curves.flat_map(|curve| &curve.points).map(|(_, value)| *value).fold(0.0, f64::max);
        Self { room, top: (most * 1.08).clamp(LEAST_TOP, 1.0) }
    }

    /// Where a value stands.
    pub(super) fn y(&self, value: f64) -> f64 {
        self.room.y1 - self.room.height() * (value / self.top).clamp(0.0, 1.0)
    }

    /// The line that ready stands on.
    pub(super) fn ready_y(&self) -> f64 {
        self.y(CONSTANTS.ready)
    }
}

/// The line of a curve through points of place and value, as it is drawn.
fn line(points: &[(f64, f64)], plot: &Plot) -> Vec<(f64, f64)> {
    let finite: Vec<(f64, f64)> = points.iter().copied().filter(|(x, value)| x.is_finite() && value.is_finite()).collect();
    thinned(&arc::outline(&finite, plot.room.x1))
}

/// Whether a line passes through that place.
fn passes(line: &[(f64, f64)], plot: &Plot, place: Rect) -> bool {
    line.windows(2).any(|pair| {
        let [(x0, from), (x1, to)] = [pair[0], pair[1]];
        let (left, right) = (x0.max(place.x0), x1.min(place.x1));
        if left > right {
            return false;
        }
        // What is upright has no slope; all of it stands in the one place.
        let at = |x: f64, upright: f64| if x1 > x0 { from + (to - from) * (x - x0) / (x1 - x0) } else { upright };
        let (a, b) = (plot.y(at(left, from)), plot.y(at(right, to)));
        a.min(b) < place.y1 + 1.0 && a.max(b) > place.y0 - 1.0
    })
}

impl Build<'_> {
    /// The curve through points of place and value, without markers.
    pub(super) fn curve(&self, points: &[(f64, f64)], plot: &Plot) -> Vec<Item> {
        let room = plot.room;
        let line = line(points, plot);
        let (Some(first), Some(last)) = (line.first(), line.last()) else { return Vec::new() };
        let ready = CONSTANTS.ready;
        let area = |edge: f64, value: &dyn Fn(f64) -> f64| {
            let mut path = BezPath::new();
            path.move_to((first.0, plot.y(edge)));
            for (x, of) in &line {
                path.line_to((*x, plot.y(value(*of))));
            }
            path.line_to((last.0, plot.y(edge)));
            path.close_path();
            path
        };
        let filled = |path: BezPath, fill: Rgb| Item::Shape(Shape { form: Form::Path(path), fill: Some(fill), stroke: None });
        let mut items = vec![filled(area(0.0, &|value| value.min(ready)), self.look.curve_low)];
        if line.iter().any(|(_, value)| *value > ready) {
            items.push(filled(area(ready, &|value| value.max(ready)), self.look.curve_high));
        }
        let across = |y: f64, stroke: Stroke| Item::line(Point::new(room.x0, y), Point::new(room.x1, y), stroke);
        items.push(across(room.y1, Stroke { color: self.look.grid_month, width: 0.6, dash: None }));
        items.push(across(plot.ready_y(), Stroke { color: self.look.ready, width: 0.9, dash: Some((3.5, 2.6)) }));
        let mut path = BezPath::new();
        for (at, (x, value)) in line.iter().enumerate() {
            let point = Point::new(*x, plot.y(*value));
            if at == 0 { path.move_to(point) } else { path.line_to(point) }
        }
        let stroke = Stroke { color: self.look.curve, width: 1.4, dash: None };
        items.push(Item::Shape(Shape { form: Form::Path(path), fill: None, stroke: Some(stroke) }));
        items
    }

    /// The marker of a card: the shape of its kind, or for an ask the mark that says how it is asked; `size` is 1 where there is
    /// room.
    pub(super) fn marker(&self, card: &Card, at: Point, size: f64) -> Vec<Item> {
        let halo = Stroke { color: self.look.canvas, width: 1.2, dash: None };
        let Some(mark) = card.mark else {
            let kind = Mark::of(card.kind);
            let wide = size * if kind == Mark::Diamond { 10.5 } else { 9.5 };
            let form = outline(kind, Rect::from_center_size(at, (wide, wide)));
            let color = self.kind_color(card.kind);
            let (fill, stroke) =
                if kind == Mark::Ring { (self.look.canvas, Stroke { color, width: 1.6, dash: None }) } else { (color, halo) };
            return vec![Item::Shape(Shape { form, fill: Some(fill), stroke: Some(stroke) })];
        };
        self.ask_mark(mark, at, 13.5 * size)
    }

    /// The name of the line from which on people are ready, on it or under it where nothing stands and the curve through those points
    /// does not pass: at the left, at the right, in the middle. Where there is no such place, it has a ground of its own.
    pub(super) fn ready_name(&mut self, points: &[(f64, f64)], plot: &Plot, (from, to): (f64, f64), taken: &Taken) -> Vec<Item> {
        let style = self.style(9.0, 12.0, Weight::Medium, self.look.ready);
        let laid = self.snug(share::ready_to_ask(), style, (to - from).min(120.0));
        let (wide, high) = (laid.width, laid.height);
        let curve = line(points, plot);
        let line = plot.ready_y();
        let over = [from, to - wide, f64::midpoint(from, to) - wide / 2.0];
        let frame = |x: f64, y: f64| Rect::new(x, y, x + wide, y + high);
        let above = over.into_iter().map(|x| frame(x, line - high - ABOVE));
        let places = above.chain(over.into_iter().map(|x| frame(x, line + 1.5)));
        let mut items = Vec::new();
        let free = taken.first_free(places.clone().filter(|place| !passes(&curve, plot, *place)));
        let frame = free.unwrap_or_else(|| {
            let frame = taken.first_free(places).unwrap_or_else(|| frame(from, line - high - ABOVE));
            items.push(Item::filled(frame, 2.0, self.look.canvas));
            frame
        });
        items.push(Item::text(frame.origin(), laid, TextRole::Body));
        items
    }

    /// The diamond of an ask, with a tick where it is ready or accepted, and a stroke with a dot where a finding is open.
    pub(super) fn ask_mark(&self, mark: AskMark, at: Point, side: f64) -> Vec<Item> {
        let halo = Stroke { color: self.look.canvas, width: 1.2, dash: None };
        let diamond = |side: f64| outline(Mark::Diamond, Rect::from_center_size(at, (side, side)));
        let color = self.mark_color(mark);
        let mut items = Vec::new();
        let fill = if mark == AskMark::Early { self.look.canvas } else { color };
        let stroke = if mark == AskMark::Early { Stroke { color, width: 1.6, dash: None } } else { halo };
        items.push(Item::Shape(Shape { form: diamond(side), fill: Some(fill), stroke: Some(stroke) }));
        let unit = side / 13.5;
        let place = |x: f64, y: f64| Point::new(at.x + x * unit, at.y + y * unit);
        let pen = Stroke { color: self.look.on_fill, width: 1.3 * unit, dash: None };
        let path = |points: &[Point]| {
            let mut path = BezPath::new();
            for (at, point) in points.iter().enumerate() {
                if at == 0 { path.move_to(*point) } else { path.line_to(*point) }
            }
            Item::Shape(Shape { form: Form::Path(path), fill: None, stroke: Some(pen) })
        };
        match mark {
            AskMark::Ready | AskMark::Accepted => {
                items.push(path(&[place(-2.5, 0.1), place(-0.7, 1.9), place(2.6, -1.7)]));
            }
            AskMark::Error | AskMark::Warning => {
                items.push(path(&[place(0.0, -3.0), place(0.0, 0.7)]));
                let dot = Rect::from_center_size(place(0.0, 2.6), (1.5 * unit, 1.5 * unit));
                items.push(Item::Shape(Shape { form: Form::Ellipse(dot), fill: Some(self.look.on_fill), stroke: None }));
            }
            AskMark::Early => {}
        }
        items
    }

    /// The colour of the marker.
    fn mark_color(&self, mark: AskMark) -> Rgb {
        match mark {
            AskMark::Error => self.look.error_fill,
            AskMark::Warning => self.look.warning_fill,
            AskMark::Accepted => self.look.accepted_fill,
            AskMark::Ready => self.look.ok_fill,
            AskMark::Early => self.look.product,
        }
    }

    /// The colour of words about the marker.
    pub(super) fn mark_text_color(&self, mark: AskMark) -> Rgb {
        match mark {
            AskMark::Error => self.look.error,
            AskMark::Warning => self.look.warning,
            AskMark::Accepted => self.look.accepted,
            AskMark::Ready => self.look.ok,
            AskMark::Early => self.look.text_2,
        }
    }

    /// The colour of a band's name.
    pub(super) fn band_color(&self, band: Band) -> Rgb {
        match band {
            Band::Strangers => self.look.strangers,
            Band::Introduced => self.look.introduced,
            Band::Trusted => self.look.trusted,
            Band::Committed => self.look.committed,
        }
    }
}

/// Room between the name of the ready line and that line: a slide editor without the font sets the name a little lower.
const ABOVE: f64 = 1.5;

/// The least value at the upper edge of a plot: the ready line never stands at the very top.
const LEAST_TOP: f64 = 0.6;

/// A drawing with the sentence that stands for it.
pub(super) fn figure(alt: String, items: Vec<Item>) -> Item {
    Item::Group(Group { role: Role::Figure(alt), items })
}

/// The points of a line without those that lie on the straight line between their neighbours: a curve that is mostly level has
/// hundreds of them, and each would be a point to drag in a slide editor.
fn thinned(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    /// How far, in parts of the height, a point may be from the line that replaces it.
    const NEAR: f64 = 0.002;
    let mut out: Vec<(f64, f64)> = Vec::new();
    let mut waiting: Vec<(f64, f64)> = Vec::new();
    for &next in points {
        if let Some(&from) = out.last() {
            let straight = waiting.iter().all(|(x, value)| {
                let span = next.0 - from.0;
                span > 1e-9 && (from.1 + (next.1 - from.1) * (x - from.0) / span - value).abs() < NEAR
            });
            if !straight || waiting.len() > 100 {
                out.extend(waiting.last().copied());
                waiting.clear();
            }
            waiting.push(next);
        } else {
            out.push(next);
        }
    }
    out.extend(waiting.last().copied());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_line_is_two_points_and_a_step_keeps_its_edges() {
        let level: Vec<(f64, f64)> = (0..90).map(|x| (f64::from(x), 0.3)).collect();
        assert_eq!(thinned(&level), vec![(0.0, 0.3), (89.0, 0.3)]);
        let step = [(0.0, 0.1), (5.0, 0.1), (6.0, 0.5), (12.0, 0.5)];
        assert_eq!(thinned(&step), step);
        assert!(thinned(&[]).is_empty());
    }
}
