//! The arc as a picture: every lane over one time axis, with its curve and a marker for each card.
//!
//! ```text
//!          | phase bands
//!  gutter  | ticks              | names of the bands
//!  Maren   |   ●    ⬢      ■  ◆ | Committed
//!  @maren  | ___/‾‾‾‾\__/‾‾‾    | Trusted …
//! ```
//!
//! Colours are classes, so that the page around gives them for light, dark and print. No number of the curve is
//! written anywhere; its bands are.

mod labels;
mod phases;

use std::fmt::Write as _;

use crate::analysis::curve::{Band, CONSTANTS};
use crate::analysis::scale::{Label, Scale, Tick, Weight};
use crate::model::{Kind, LaneKind};
use crate::words::{lanes_compared as compare, names, share as say};

use self::phases::Phases;
use super::compared::Comparison;
use super::encode::{Px, Svg, shorten_to};
use super::lanes::day_number;
use super::plan::{AskMark, Card, Curve, LaneView, Lasting, Plan};
use super::scene::Rect;

/// Room above a curve for the dates of asks.
const OVER: f64 = 26.0;
const CURVE: f64 = 100.0;
const GAP: f64 = 14.0;
/// The height of a lane without a curve.
const FLAT: f64 = 72.0;
/// The sizes of a name and of what stands below it, as the style of the page gives them.
const NAME: f64 = 15.0;
const HANDLE: f64 = 12.0;
/// How far to the right of its card the line reaches the value after it: a step would hide the marker.
const RAMP: f64 = 9.0;

/// How wide the picture is and where things stand in it.
#[derive(Clone, Copy, Debug)]
struct Form {
    width: f64,
    /// Room to the left and to the right of the curves.
    left: f64,
    right: f64,
    /// Room above each lane for its name; none where the name stands at its left.
    head: f64,
    /// What tells its parts from those of the other form.
    suffix: &'static str,
}

/// For a page on a desk, and on paper.
const WIDE: Form = Form { width: 1200.0, left: 172.0, right: 98.0, head: 0.0, suffix: "" };
/// For a page in a hand: all of the time fits in, with the names above the curves.
const NARROW: Form = Form { width: 480.0, left: 4.0, right: 76.0, head: 50.0, suffix: "-narrow" };

impl Form {
    const fn plot(self) -> f64 {
        self.width - self.left - self.right
    }

    /// Where the curves end.
    const fn end(self) -> f64 {
        self.width - self.right
    }

    fn height(self, lane: &LaneView) -> f64 {
        self.head + if lane.curve.is_some() { OVER + CURVE } else { FLAT }
    }
}

/// The four shapes; every kind has the one of its nearest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Circle,
    Hexagon,
    Square,
    Diamond,
    Ring,
}

impl Shape {
    pub(super) fn of(kind: Kind) -> Self {
        match kind {
            Kind::Announcement | Kind::Origin | Kind::Teaser => Self::Circle,
            Kind::Values | Kind::Impact | Kind::Repair => Self::Hexagon,
            Kind::Community | Kind::Story | Kind::Engage | Kind::Event => Self::Square,
            Kind::Product | Kind::Offer => Self::Diamond,
            Kind::Organic => Self::Ring,
        }
    }

    /// The class that gives the colour.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Circle => "ann",
            Self::Hexagon => "val",
            Self::Square => "com",
            Self::Diamond => "pro",
            Self::Ring => "org",
        }
    }
}

pub(super) fn band_name(band: Band) -> &'static str {
    match band {
        Band::Strangers => say::band_strangers(),
        Band::Introduced => say::band_introduced(),
        Band::Trusted => say::band_trusted(),
        Band::Committed => say::band_committed(),
    }
}

/// The kinds that the plan uses, one for each shape, for a legend. Products are asks, whose markers say how they are asked:
/// what their shape means is to be read all the same.
pub(super) fn kinds_used(plan: &Plan) -> Vec<Kind> {
    kinds_among(plan.cards().map(|(_, card)| card))
}

/// The same of two lanes that are compared.
pub(super) fn kinds_compared(of: &Comparison) -> Vec<Kind> {
    kinds_among(of.sides.iter().flat_map(|side| &side.lane.cards))
}

fn kinds_among<'a>(cards: impl Iterator<Item = &'a Card>) -> Vec<Kind> {
    let cards: Vec<&Card> = cards.collect();
    let used = |kind: &Kind| {
        let is_of = |card: &&&Card| Shape::of(card.kind) == Shape::of(*kind);
        cards.iter().filter(is_of).any(|card| card.mark.is_none() || Shape::of(*kind) == Shape::Diamond)
    };
    [Kind::Announcement, Kind::Values, Kind::Community, Kind::Product, Kind::Organic].into_iter().filter(used).collect()
}

pub(super) fn mark_name(mark: AskMark) -> &'static str {
    match mark {
        AskMark::Error => say::mark_error(),
        AskMark::Warning => say::mark_warning(),
        AskMark::Accepted => say::mark_accepted(),
        AskMark::Ready => say::mark_ready(),
        AskMark::Early => say::mark_early(),
    }
}

fn mark_class(mark: AskMark) -> &'static str {
    match mark {
        AskMark::Error => "err",
        AskMark::Warning => "warn",
        AskMark::Accepted => "acc",
        AskMark::Ready => "ok",
        AskMark::Early => "early",
    }
}

/// The picture, as two `svg` elements of which the page shows the one that it has room for; empty for a plan without lanes.
pub(super) fn svg(plan: &Plan) -> String {
    let lanes: Vec<&LaneView> = plan.lanes.iter().collect();
    let of = Drawn { name: &plan.name, lasting: plan.lasting.as_ref(), lanes: &lanes };
    format!("{}{}", draw(of, WIDE), draw(of, NARROW))
}

/// The two sides of a comparison as the same picture, over one axis.
pub(super) fn svg_compared(plan: &Plan, of: &Comparison) -> String {
    // Below the name of a lane that stands there twice it says which of the two it is, where there is room for it in any case.
    let side = |at: usize, which: &str| {
        let side = of.sides.get(at)?;
        let lane = side.lane.clone();
        let about = if of.is_order { vec![which.to_owned()] } else { lane.about };
        Some(LaneView { about, ..lane })
    };
    let lanes: Vec<LaneView> = [side(0, compare::planned_head()), side(1, compare::other_head())].into_iter().flatten().collect();
    let lanes: Vec<&LaneView> = lanes.iter().collect();
    // A proposal may come to days that the plan does not reach.
    let days = |lasting: &&Lasting| i64::from(lasting.span.last) - i64::from(lasting.span.first);
    let lasting = of.sides.iter().filter_map(|side| side.lasting.as_ref()).max_by_key(days);
    let drawn = Drawn { name: &plan.name, lasting, lanes: &lanes };
    let wide = Form { suffix: "-compared", ..WIDE };
    let narrow = Form { suffix: "-compared-narrow", ..NARROW };
    format!("{}{}", draw(drawn, wide), draw(drawn, narrow))
}

/// What is drawn.
#[derive(Clone, Copy)]
struct Drawn<'a> {
    /// What the plan is called.
    name: &'a str,
    lasting: Option<&'a Lasting>,
    /// From top to bottom.
    lanes: &'a [&'a LaneView],
}

fn draw(of: Drawn<'_>, form: Form) -> String {
    let mut out = String::new();
    if of.lanes.is_empty() {
        return out;
    }
    let scale = of.lasting.map(|lasting| {
        let days = f64::from(lasting.span.last) - f64::from(lasting.span.first);
        Scale::new(lasting.axis, lasting.span.first, form.plot() / days.max(1.0))
    });
    let phases = of.lasting.zip(scale).map(|(lasting, scale)| Phases::of(lasting, form, scale)).unwrap_or_default();
    let first = 62.0 + phases.more();
    let mut top = if scale.is_some() { first } else { 8.0 };
    let tops: Vec<f64> = of
        .lanes
        .iter()
        .map(|lane| {
            let at = top;
            top += form.height(lane) + GAP;
            at
        })
        .collect();
    let bottom = top;
    let names: Vec<&str> = of.lanes.iter().map(|lane| lane.name.as_str()).collect();
    let mut draw = Draw { out: &mut out, form, scale, top: first, bottom };
    let _ = write!(
        draw.out,
        r#"<svg class="arc{0}" viewBox="0 0 {1} {2}" role="img" aria-labelledby="arc-title{3} arc-desc{3}"><title id="arc-title{3}">{4}</title><desc id="arc-desc{3}">{5}</desc>"#,
        if form.head > 0.0 { " narrow" } else { "" },
        Px(form.width),
        Px(bottom),
        form.suffix,
        Svg(&say::arc_title(of.name)),
        Svg(&say::arc_description(crate::words::list(&names))),
    );
    draw.phases(&phases);
    draw.axis();
    for (lane, top) in of.lanes.iter().zip(&tops) {
        draw.lane(lane, *top);
    }
    out.push_str("</svg>");
    out
}

/// A point of the picture.
type At = (f64, f64);

struct Draw<'a> {
    out: &'a mut String,
    form: Form,
    scale: Option<Scale>,
    top: f64,
    bottom: f64,
}

impl Draw<'_> {
    fn x(&self, day: f64) -> f64 {
        self.form.left + self.scale.map_or(0.0, |scale| scale.x_at(day))
    }

    fn text(&mut self, class: &str, (x, y): At, anchor: &str, text: &str) {
        let _ =
            write!(self.out, r#"<text class="{class}" x="{}" y="{}" text-anchor="{anchor}">{}</text>"#, Px(x), Px(y), Svg(text));
    }

    fn line(&mut self, class: &str, (x1, y1): At, (x2, y2): At) {
        let _ = write!(self.out, r#"<line class="{class}" x1="{}" y1="{}" x2="{}" y2="{}"/>"#, Px(x1), Px(y1), Px(x2), Px(y2));
    }

    fn axis(&mut self) {
        let Some(scale) = self.scale else { return };
        let ticks = scale.ticks(0.0, self.form.plot());
        // Bold labels are written first: where two do not fit side by side, the month stays.
        let mut taken: Vec<(f64, f64)> = Vec::new();
        // The years are told only where there is more than one, each at the first label that has room for it.
        let year = |tick: &Tick| tick.label.with_year().map(|(year, _)| year);
        let is_one = ticks.first().and_then(year) == ticks.last().and_then(year);
        let mut told: Vec<i16> = ticks.first().filter(|_| is_one).and_then(year).into_iter().collect();
        for wanted in [Weight::Strong, Weight::Light] {
            for tick in ticks.iter().filter(|tick| tick.weight == wanted) {
                let x = self.form.left + tick.x;
                let strong = wanted == Weight::Strong;
                let (top, bottom) = (self.top - 12.0, self.bottom - GAP);
                self.line(if strong { "grid strong" } else { "grid" }, (x, top), (x, bottom));
                let with_year = tick.label.with_year().filter(|(year, _)| !told.contains(year));
                for (year, label) in with_year.map(|(year, text)| (Some(year), text)).into_iter().chain([(None, label(tick))]) {
                    let half = 3.5 * label.chars().count() as f64 + 4.0;
                    let is_free = taken.iter().all(|(from, to)| x + half <= *from || x - half >= *to);
                    if is_free && x + half <= self.form.end() + 16.0 {
                        self.text(if strong { "tick strong" } else { "tick" }, (x, self.top - 19.0), "middle", &label);
                        taken.push((x - half, x + half));
                        told.extend(year);
                        break;
                    }
                }
            }
        }
    }

    fn lane(&mut self, lane: &LaneView, top: f64) {
        if self.form.head > 0.0 {
            self.gutter(lane, top + self.form.head / 2.0);
        }
        let top = top + self.form.head;
        let middle = if lane.curve.is_some() { top + OVER + CURVE / 2.0 } else { top + FLAT / 2.0 };
        if self.form.head == 0.0 {
            self.gutter(lane, middle);
        }
        if let Some(curve) = &lane.curve {
            self.curve(curve, top + OVER);
            self.markers(lane, top, |card| card.level.map_or(middle, |level| top + OVER + CURVE * (1.0 - level)));
        } else {
            self.line("rail", (self.form.left, middle), (self.form.end(), middle));
            if lane.cards.is_empty() {
                self.text("tick", (self.form.left + 8.0, middle - 8.0), "start", say::empty_lane());
            }
            if lane.cards.iter().any(|card| card.day.is_some()) {
                self.markers(lane, middle - 46.0, |_| middle);
            } else {
                self.evenly(lane, middle);
            }
        }
    }

    fn gutter(&mut self, lane: &LaneView, middle: f64) {
        if lane.kind == LaneKind::Creator {
            let _ = write!(self.out, r#"<circle class="avatar a{}" cx="20" cy="{}" r="20"/>"#, lane.place % 8, Px(middle));
        } else {
            let _ =
                write!(self.out, r#"<rect class="avatar a7" x="2" y="{}" width="36" height="36" rx="8"/>"#, Px(middle - 18.0));
        }
        self.text("initials", (20.0, middle + 5.0), "middle", &lane.initials);
        let undated = lane.cards.iter().filter(|card| card.day.is_none()).count();
        let second = if undated > 0 && undated < lane.cards.len() {
            Some(format!("{} · {undated}", say::no_date()))
        } else {
            lane.about.first().cloned()
        };
        let y = if second.is_some() { middle - 3.0 } else { middle + 5.0 };
        // Beside a curve names end before it; above one they have the width of the picture.
        let end = if self.form.head > 0.0 { self.form.width / 2.0 } else { self.form.left };
        let room = |size: f64| ((end - 50.0 - 6.0) * 20.0 / size) as usize;
        // The names of the deck: whole ones would have room in some of the rows only.
        self.text("name", (50.0, y), "start", &shorten_to(&lane.short, room(NAME)));
        if let Some(second) = second {
            self.text("handle", (50.0, middle + 15.0), "start", &shorten_to(&second, room(HANDLE)));
        }
    }

    fn curve(&mut self, curve: &Curve, top: f64) {
        let y = |value: f64| top + CURVE * (1.0 - value);
        let end = self.form.end();
        let line = outline(&curve.points.iter().map(|(day, v)| (self.x(*day), *v)).collect::<Vec<_>>(), end);
        let ready = CONSTANTS.ready;
        let low: Vec<At> = line.iter().map(|(x, v)| (*x, y(v.min(ready)))).collect();
        let high: Vec<At> = line.iter().map(|(x, v)| (*x, y(v.max(ready)))).collect();
        let all: Vec<At> = line.iter().map(|(x, v)| (*x, y(*v))).collect();
        self.path("low", &low, Some(y(0.0)));
        if line.iter().any(|(_, value)| *value > ready) {
            self.path("high", &high, Some(y(ready)));
        }
        self.line("base", (self.form.left, y(0.0)), (end, y(0.0)));
        for (band, edge) in Band::EDGES {
            if band == Band::Trusted {
                self.line("ready", (self.form.left, y(edge)), (end, y(edge)));
            } else if edge > 0.0 {
                self.line("edge", (self.form.left, y(edge)), (end, y(edge)));
            }
        }
        let uppers = Band::EDGES.iter().skip(1).map(|(_, edge)| *edge).chain([1.0]);
        for ((band, lower), upper) in Band::EDGES.iter().zip(uppers) {
            let class = if *band == curve.ends_in { "band now" } else { "band" };
            self.text(class, (end + 10.0, y(f64::midpoint(*lower, upper)) + 4.0), "start", band_name(*band));
        }
        self.path("line", &all, None);
    }

    /// A line, or with a base the area down to it.
    fn path(&mut self, class: &str, points: &[At], base: Option<f64>) {
        let (Some(first), Some(last)) = (points.first(), points.last()) else { return };
        let _ = write!(self.out, r#"<path class="{class}" d=""#);
        for (at, (x, y)) in points.iter().enumerate() {
            let _ = write!(self.out, "{}{} {}", if at == 0 { 'M' } else { 'L' }, Px(*x), Px(*y));
        }
        if let Some(base) = base {
            let _ = write!(self.out, "L{} {}L{} {}Z", Px(last.0), Px(base), Px(first.0), Px(base));
        }
        self.out.push_str("\"/>");
    }

    /// The cards that have a day, with the dates of asks and the name of the line of readiness where no card stands.
    fn markers(&mut self, lane: &LaneView, top: f64, y: impl Fn(&Card) -> f64) {
        for quiet in &lane.quiet {
            let (from, to) = (self.x(f64::from(quiet.from)), self.x(f64::from(quiet.from) + f64::from(quiet.days)));
            let (from, to) = (from + 14.0, to - 14.0);
            let text = say::quiet(crate::words::days(quiet.days.into()));
            if to - from > 7.0 * text.chars().count() as f64 + 8.0 {
                let at = top + if lane.curve.is_some() { OVER + 8.0 } else { 10.0 };
                self.line("quiet", (from, at), (to, at));
                self.line("quiet-end", (from, at - 5.0), (from, at + 5.0));
                self.line("quiet-end", (to, at - 5.0), (to, at + 5.0));
                self.text("quiet-name", (f64::midpoint(from, to), at + 4.0), "middle", &text);
            }
        }
        let mut taken = Vec::new();
        for card in &lane.cards {
            let Some(day) = card.day else { continue };
            let at = (self.x(f64::from(day)), y(card));
            self.marker(card, at);
            taken.push(Rect::from_center_size(at, (16.0, 16.0)));
        }
        self.labels(lane, top, y, taken);
    }

    /// Cards without a day, in their order.
    fn evenly(&mut self, lane: &LaneView, middle: f64) {
        let step = self.form.plot() / (lane.cards.len() as f64 + 1.0);
        for (at, card) in lane.cards.iter().enumerate() {
            self.marker(card, (self.form.left + step * (at as f64 + 1.0), middle));
        }
        if !lane.cards.is_empty() {
            self.text("tick", (self.form.left + 8.0, middle - 14.0), "start", say::order_only());
        }
    }

    fn marker(&mut self, card: &Card, (x, y): At) {
        let kind = names::kind(card.kind.key());
        let mut about = format!("{kind}, {}: {}", card.when, card.title);
        if let Some(mark) = card.mark {
            let _ = write!(about, ". {}", mark_name(mark));
        }
        let _ = write!(self.out, r#"<g transform="translate({} {})"><title>{}</title>"#, Px(x), Px(y), Svg(&about));
        match (card.mark, Shape::of(card.kind)) {
            (Some(mark), _) => {
                let class = mark_class(mark);
                if mark == AskMark::Accepted {
                    let _ = write!(self.out, r#"<path class="outline {class}" d="M0 -14L14 0L0 14L-14 0Z"/>"#);
                }
                let _ = write!(self.out, r#"<path class="m {class}" d="M0 -10.5L10.5 0L0 10.5L-10.5 0Z"/>"#);
                match mark {
                    AskMark::Error | AskMark::Warning => {
                        self.out.push_str(r#"<path class="glyph" d="M0 -4.5V1M0 4V4.2"/>"#);
                    }
                    AskMark::Accepted | AskMark::Ready => {
                        self.out.push_str(r#"<path class="glyph" d="M-3.6 .2L-1 2.8L3.8 -2.4"/>"#);
                    }
                    AskMark::Early => {}
                }
            }
            (None, Shape::Circle) => self.out.push_str(r#"<circle class="m ann" r="7"/>"#),
            (None, Shape::Hexagon) => {
                self.out.push_str(r#"<path class="m val" d="M0 -8L6.9 -4V4L0 8L-6.9 4V-4Z"/>"#);
            }
            (None, Shape::Square) => {
                self.out.push_str(r#"<rect class="m com" x="-6.5" y="-6.5" width="13" height="13" rx="3"/>"#);
            }
            (None, Shape::Diamond) => self.out.push_str(r#"<path class="m pro" d="M0 -9L9 0L0 9L-9 0Z"/>"#),
            (None, Shape::Ring) => self.out.push_str(r#"<circle class="m org" r="6"/>"#),
        }
        self.out.push_str("</g>");
    }
}

/// What is written at a tick.
fn label(tick: &Tick) -> String {
    match tick.label {
        Label::DayOfMonth(day) => day.date().day().to_string(),
        Label::DayAndMonth(day) => day.short(),
        Label::Month(day) => names::month(day.date().month().unsigned_abs()).to_owned(),
        Label::Year(day) => day.date().year().to_string(),
        Label::Number(day) => day_number(day),
    }
}

/// The line as it is drawn: with ramps instead of steps, and a point wherever it crosses ready.
pub(super) fn outline(points: &[(f64, f64)], end: f64) -> Vec<(f64, f64)> {
    split(&ramped(points, end))
}

/// Moves the second of two points at one place to the right, as far as the next point allows.
fn ramped(points: &[At], end: f64) -> Vec<At> {
    let mut out: Vec<At> = Vec::with_capacity(points.len());
    for (at, &(x, value)) in points.iter().enumerate() {
        let jumps = at.checked_sub(1).and_then(|before| points.get(before)).is_some_and(|before| x - before.0 < 0.01);
        let next = points.get(at + 1..).and_then(|rest| rest.iter().find(|point| point.0 > x)).map_or(end, |point| point.0);
        let x = if jumps { (x + RAMP).min(next).min(end) } else { x };
        // What lies under the ramp is not drawn.
        let x = out.last().map_or(x, |last| x.max(last.0));
        out.push((x, value));
    }
    out
}

/// Adds the points at which the line crosses ready, so that the two areas meet there.
fn split(points: &[At]) -> Vec<At> {
    let ready = CONSTANTS.ready;
    let mut out: Vec<At> = Vec::with_capacity(points.len());
    for &(x, value) in points {
        if let Some(&(before, old)) = out.last()
            && (old < ready) != (value < ready)
            && (value - old).abs() > 1e-9
        {
            out.push((before + (x - before) * (ready - old) / (value - old), ready));
        }
        out.push((x, value));
    }
    out
}
