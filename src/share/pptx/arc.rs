//! Curves of a font as arcs: a circle is one word of a slide instead of eight.
//!
//! The icon font knows curves of three points only, of which it has two for each quarter of a circle and several at every round
//! end of a line. An icon of many of them was seven kilobytes, and the icons more than a third of a large deck. Nearly all of them
//! are parts of circles, which slides can say as such.

use std::f64::consts::TAU;

use kurbo::{Affine, BezPath, ParamCurve as _, PathEl, Point, QuadBez, Vec2};

/// How far a curve may be from the arc that stands for it, in units of the grid: a twentieth of a hair at the size of a label.
const NEAR: f64 = 0.9;
/// What counts as one point.
const SAME: f64 = 0.7;
/// A larger circle is as good as a straight line; its middle would be a number without an end.
const LARGEST: f64 = 20_000.0;

/// A step of an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Step {
    /// Goes on as the font has it.
    Plain(PathEl),
    /// Goes on along a circle.
    Arc(Arc),
}

impl Step {
    /// The same step where everything is that many times as large.
    pub(super) fn scaled(self, by: f64) -> Self {
        match self {
            Self::Plain(element) => Self::Plain(Affine::scale(by) * element),
            Self::Arc(arc) => Self::Arc(Arc { radius: arc.radius * by, ..arc }),
        }
    }
}

/// A part of a circle, which begins where the step before ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Arc {
    pub(super) radius: f64,
    /// Where on the circle it begins, in turns to the right from its rightmost point.
    pub(super) start: f64,
    /// How far it goes, in turns to the right; to the left below 0.
    pub(super) sweep: f64,
}

/// The steps of an outline, with arcs where its curves are such. What is shorter than a unit is left out.
pub(super) fn steps(path: &BezPath) -> Vec<Step> {
    let elements = path.elements();
    let (mut out, mut pen, mut at) = (Vec::new(), Point::ZERO, 0);
    while let Some(element) = elements.get(at) {
        at += 1;
        match element {
            PathEl::QuadTo(..) => {
                let run = quads(pen, elements.get(at - 1..).unwrap_or_default());
                let (end, taken, step) = along(pen, &run);
                if end.distance(pen) >= SAME || taken > 1 {
                    out.extend(step);
                    pen = end;
                }
                at += taken - 1;
            }
            PathEl::LineTo(to) if to.distance(pen) < SAME => {}
            _ => {
                out.push(Step::Plain(*element));
                pen = element.end_point().unwrap_or(pen);
            }
        }
    }
    out
}

/// The curves at the beginning of the elements, as long as one follows the other.
fn quads(mut from: Point, elements: &[PathEl]) -> Vec<QuadBez> {
    let points = elements.iter().map_while(|element| match element {
        PathEl::QuadTo(by, to) => Some((*by, *to)),
        _ => None,
    });
    points.map(|(by, to)| QuadBez::new(std::mem::replace(&mut from, to), by, to)).collect()
}

/// The longest arc from there on, or else the first curve; where it ends, and how many curves it stands for.
fn along(pen: Point, run: &[QuadBez]) -> (Point, usize, Option<Step>) {
    let mut best = None;
    let mut points = vec![pen];
    for (at, quad) in run.iter().enumerate() {
        points.extend([0.25, 0.5, 0.75, 1.0].map(|t| quad.eval(t)));
        // One curve that is no arc may be the short beginning of a longer one that is.
        match arc(&points) {
            Some((arc, end)) => best = Some((end, at + 1, Some(Step::Arc(arc)))),
            None if at > 0 => break,
            None => {}
        }
    }
    best.unwrap_or_else(|| match run.first() {
        Some(QuadBez { p1, p2, .. }) => (*p2, 1, Some(Step::Plain(PathEl::QuadTo(*p1, *p2)))),
        None => (pen, 1, None),
    })
}

/// The arc through the points, and where it ends; `None` where they are on no circle.
fn arc(points: &[Point]) -> Option<(Arc, Point)> {
    let [first, .., last] = *points else { return None };
    let (one, two) = (points.get(points.len() / 3)?, points.get(points.len() * 2 / 3)?);
    let center = center(first, *one, *two)?;
    let radius = (first - center).hypot();
    if !(SAME..LARGEST).contains(&radius) || points.iter().any(|point| ((*point - center).hypot() - radius).abs() > NEAR) {
        return None;
    }
    let turn = |point: Point| (point - center).atan2() / TAU;
    let (mut sweep, mut before) = (0.0, turn(first));
    for point in points.iter().skip(1) {
        let now = turn(*point);
        let step = (now - before + 0.5).rem_euclid(1.0) - 0.5;
        // A point that goes back is on the circle, but not on its way.
        if step * sweep < 0.0 && step.abs() * radius * TAU > SAME {
            return None;
        }
        sweep += step;
        before = now;
    }
    if sweep.abs() > 1.001 || sweep.abs() * radius * TAU < SAME {
        return None;
    }
    let end = center + Vec2::from_angle((turn(first) + sweep) * TAU) * radius;
    (end.distance(last) <= NEAR).then_some((Arc { radius, start: turn(first).rem_euclid(1.0), sweep }, end))
}

/// The middle of the circle through three points; `None` where they are on one line.
fn center(a: Point, b: Point, c: Point) -> Option<Point> {
    let (to_b, to_c) = (b - a, c - a);
    let twice = 2.0 * to_b.cross(to_c);
    if twice.abs() < 1e-6 {
        return None;
    }
    let (b2, c2) = (to_b.hypot2(), to_c.hypot2());
    let middle = Vec2::new(to_c.y * b2 - to_b.y * c2, to_b.x * c2 - to_c.x * b2) / twice;
    Some(a + middle)
}

#[cfg(test)]
mod tests {
    use kurbo::{Rect, Shape as _};

    use super::super::super::scene::{Icon, icon};
    use super::*;

    /// Where an outline of steps goes, in many points.
    fn drawn(steps: &[Step]) -> Vec<Point> {
        let (mut out, mut pen, mut first) = (Vec::new(), Point::ZERO, Point::ZERO);
        for step in steps {
            match step {
                Step::Plain(PathEl::MoveTo(to)) => (first, pen) = (*to, *to),
                Step::Plain(PathEl::LineTo(to)) => {
                    out.extend((0..=40).map(|t| pen.lerp(*to, f64::from(t) / 40.0)));
                    pen = *to;
                }
                Step::Plain(PathEl::QuadTo(by, to)) => {
                    let quad = QuadBez::new(pen, *by, *to);
                    out.extend((0..=40).map(|t| quad.eval(f64::from(t) / 40.0)));
                    pen = *to;
                }
                Step::Plain(PathEl::ClosePath) => {
                    out.extend((0..=40).map(|t| pen.lerp(first, f64::from(t) / 40.0)));
                    pen = first;
                }
                Step::Plain(PathEl::CurveTo(..)) => unreachable!("the icon font has none"),
                Step::Arc(arc) => {
                    let center = pen - Vec2::from_angle(arc.start * TAU) * arc.radius;
                    let on = |t: f64| center + Vec2::from_angle((arc.start + arc.sweep * t) * TAU) * arc.radius;
                    out.extend((0..=80).map(|t| on(f64::from(t) / 80.0)));
                    pen = on(1.0);
                }
            }
        }
        out
    }

    #[test]
    fn an_outline_of_arcs_is_the_outline_of_the_font() {
        // Three people, a tag with a hole, a heart, a camera.
        for (sign, filled) in [('\u{e68e}', true), ('\u{e478}', true), ('\u{e2a8}', true), ('\u{e2d0}', false)] {
            let path = Affine::scale(800.0) * icon(Icon { sign, filled }, Rect::new(-0.5, -0.5, 0.5, 0.5));
            let steps = steps(&path);
            let arcs = steps.iter().filter(|step| matches!(step, Step::Arc(_))).count();
            assert!(
                arcs > 0 && steps.len() * 10 < path.elements().len() * 8,
                "{arcs} of {} for {}",
                steps.len(),
                path.elements().len()
            );
            let near = |points: &[Point], others: &[Point]| {
                let far = |point: &Point| others.iter().map(|other| other.distance(*point)).fold(f64::MAX, f64::min);
                points.iter().map(far).fold(0.0, f64::max)
            };
            let plain: Vec<Step> = path.elements().iter().copied().map(Step::Plain).collect();
            let (ours, theirs) = (drawn(&steps), drawn(&plain));
            assert!(near(&ours, &theirs) < 6.0, "{sign:?}: {}", near(&ours, &theirs));
            assert!(near(&theirs, &ours) < 6.0, "{sign:?}: {}", near(&theirs, &ours));
        }
    }

    #[test]
    fn a_circle_is_one_arc_and_a_corner_is_none() {
        let circle = kurbo::Circle::new((50.0, 50.0), 40.0);
        let mut path = BezPath::new();
        path.move_to((90.0, 50.0));
        for nth in 1..=8 {
            let at = |turn: f64, radius: f64| circle.center + Vec2::from_angle(turn / 8.0 * TAU) * radius;
            let nth = f64::from(nth);
            path.quad_to(at(nth - 0.5, 40.0 / (TAU / 16.0).cos()), at(nth, 40.0));
        }
        path.close_path();
        let steps = steps(&path);
        let [Step::Plain(PathEl::MoveTo(_)), Step::Arc(arc), Step::Plain(PathEl::ClosePath)] = steps[..] else {
            panic!("{steps:?}");
        };
        assert!((arc.radius - 40.0).abs() < 0.2 && (arc.sweep - 1.0).abs() < 0.002, "{arc:?}");
        let corner = Rect::new(0.0, 0.0, 10.0, 10.0).to_path(0.1);
        assert!(super::steps(&corner).iter().all(|step| matches!(step, Step::Plain(_))));
    }
}
