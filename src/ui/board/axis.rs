//! The time axis at the top: phases, ticks, today; and the lines that run from it down through the lanes.

use std::ops::RangeInclusive;

use egui::{Color32, CornerRadius, Mesh, Painter, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::blackouts;
use super::data::Names;
use super::frame::{Frame, day_number, painter_in};
use super::phases;
use super::state::BoardState;
use crate::analysis::Axis;
use crate::analysis::scale::{Label, Tick, Weight};
use crate::model::{Day, Years};
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::paint;
use crate::ui::theme::{EDGE, STEM};
use crate::ui::view::Actions;
use crate::ui::written;
use crate::words::{board as say, names};

/// The middle of the pill and of the labels, from the top of the board.
const TICKS_Y: f32 = 35.0;
/// Ticks nearer than this to today give way to its pill.
const AROUND_TODAY: f32 = 34.0;
/// Ticks nearer than this to the right end are left out, where they would be cut.
const AT_END: f32 = 26.0;
/// Room between two labels.
const APART: f32 = 6.0;
/// What a pill is larger than its words.
const PILL: Vec2 = vec2(14.0, 4.0);

/// What lies behind the lanes: a line for each tick that is seen.
pub(super) fn grid(frame: &Frame<'_>, painter: &Painter, state: &BoardState) -> Vec<Tick> {
    let (left, right) = (frame.content.left(), frame.content.right());
    let ticks = frame.scale.ticks_of_weeks(frame.plan_x(left - 60.0), frame.plan_x(right), written::week_begins());
    let mut mesh = Mesh::default();
    let bottom = frame.lane_top(frame.cx.campaign.lanes.len()).min(frame.content.bottom()).max(frame.content.top());
    phases::ground(frame, painter, state, bottom);
    for tick in &ticks {
        let x = paint::crisp(painter, pos2(frame.x(tick.x), 0.0)).x;
        let color = if tick.weight == Weight::Strong { frame.t.grid_month } else { frame.t.grid };
        let line = Rect::from_min_max(pos2(x - 0.5, frame.content.top()), pos2(x + 0.5, bottom));
        if x >= left {
            mesh.add_colored_rect(line, color);
        }
    }
    painter.add(Shape::mesh(mesh));
    ticks
}

/// Today, behind the cards.
pub(super) fn today_line(frame: &Frame<'_>, painter: &Painter) {
    if let Some(x) = today_x(frame) {
        painter.vline(x, frame.content.y_range(), Stroke::new(STEM, frame.t.today));
    }
}

fn today_x(frame: &Frame<'_>) -> Option<f32> {
    let day = match frame.scale.axis {
        Axis::Calendar => frame.cx.today.number(),
        Axis::DayNumbers => {
            let zero = frame.cx.campaign.anchor.as_ref()?.date?;
            frame.cx.today.since(zero)
        }
    };
    let x = frame.day_x(day);
    (frame.content.left()..frame.content.right()).contains(&x).then_some(x)
}

/// The axis itself with its corner.
pub(super) fn header(frame: &Frame<'_>, state: &mut BoardState, ui: &Ui, ticks: &[Tick], held: Option<&Pill>, out: &mut Actions) {
    let whole = Rect::from_min_max(frame.whole.min, frame.header().max);
    let painter = painter_in(ui, whole);
    painter.rect_filled(whole, CornerRadius::ZERO, frame.t.panel);
    painter.hline(whole.x_range(), whole.bottom() - 0.5, Stroke::new(EDGE, frame.t.line));
    if frame.metrics.head == 0.0 {
        corner(frame, &painter);
    }

    let painter = painter_in(ui, frame.header());
    phases::bands(frame, &painter, state, ui, out);
    // The days of what is stretched stand where those of a card in the hand do.
    let stretched = state.spans.held().map(|(from, to)| {
        let x = f32::midpoint(frame.day_x(from.number()), frame.day_x(to.number().saturating_add(1)));
        Pill { x, text: from.span(to), refused: false }
    });
    let held = held.or(stretched.as_ref());
    let today = today_x(frame).map(|x| Pill { x, text: say::today().to_owned(), refused: false });
    let around_today = today.as_ref().map(|today| {
        let rect = today.rect(frame, &painter);
        (today.x - AROUND_TODAY).min(rect.left() - APART)..=(today.x + AROUND_TODAY).max(rect.right() + APART)
    });
    let around_held = held.map(|held| {
        let rect = held.rect(frame, &painter).expand(APART);
        rect.left()..=rect.right()
    });
    labels(frame, &painter, ticks, around_today.into_iter().chain(around_held).collect());
    if let Some(today) = today {
        let rect = today.draw(frame, &painter, frame.t.today, frame.t.on_accent, frame.t.today);
        painter.vline(today.x, rect.bottom()..=frame.content.top(), Stroke::new(STEM, frame.t.today));
    }
    blackouts::show(frame, &painter, state, ui, out);
    match held {
        Some(held) if held.refused => {
            held.draw(frame, &painter, frame.t.s_err_bg, frame.t.s_err, frame.t.s_err_line);
        }
        Some(held) => {
            held.draw(frame, &painter, frame.t.accent, frame.t.on_accent, frame.t.panel);
        }
        None => {}
    }
}

/// Writes at the ticks what there is room for: never into today's pill, never over another label. Months and years go
/// first, because the days between them can be counted. A year that is told nowhere yet is told at the first of its ticks that
/// has room for it: where today's pill lies over the first of January, at the one after.
fn labels(frame: &Frame<'_>, painter: &Painter, ticks: &[Tick], mut taken: Vec<RangeInclusive<f32>>) {
    let mut write = |tick: &Tick, text: &str| {
        let x = frame.x(tick.x) + 4.0;
        let (face, color) = match tick.weight {
            Weight::Strong => (fonts::META_B, frame.t.text),
            Weight::Light => (fonts::META, frame.t.text_3),
        };
        let galley = paint::line(painter, face, text, color);
        let end = x + galley.size().x;
        let cut = x < frame.content.left() || x > frame.content.right() - AT_END || end > frame.content.right();
        let meets = |other: &RangeInclusive<f32>| x < *other.end() && end > *other.start();
        if cut || taken.iter().any(meets) {
            return false;
        }
        taken.push(x - APART..=end + APART);
        painter.galley(pos2(x, frame.whole.top() + TICKS_Y - galley.size().y / 2.0), galley, color);
        true
    };
    let mut told = years_told(frame);
    let mut new_year = |tick: &Tick, write: &mut dyn FnMut(&Tick, &str) -> bool| {
        let Some((year, text)) = tick.label.with_year().filter(|(year, _)| !told.contains(year)) else { return false };
        let is_written = write(tick, &text);
        if is_written {
            told.push(year);
        }
        is_written
    };
    let is_strong = |tick: &&Tick| tick.weight == Weight::Strong;
    let every = stride(frame, painter, ticks);
    let mut month_from = f64::INFINITY;
    for tick in ticks.iter().filter(is_strong) {
        if new_year(tick, &mut write) || write(tick, &tick_label(tick.label)) {
            month_from = month_from.min(tick.x);
        }
    }
    for (tick, at) in ticks.iter().zip(numbered(ticks)).filter(|(tick, _)| !is_strong(tick)) {
        if at.is_some_and(|at| at.rem_euclid(every) != 0) {
            continue;
        }
        if new_year(tick, &mut write) {
            month_from = month_from.min(tick.x);
            continue;
        }
        // Somewhere the month has to stand, also while its first week is scrolled away.
        let (text, names_month) = match tick.label {
            Label::DayOfMonth(day) if tick.x < month_from => (day.short(), true),
            other => (tick_label(other), false),
        };
        if write(tick, &text) && names_month {
            month_from = tick.x;
        }
    }
}

/// The first and the last year that is in view; `None` where days have no dates.
fn years_in_view(frame: &Frame<'_>) -> Option<(i16, i16)> {
    let year = |x: f32| {
        let day = frame.scale.at(frame.plan_x(x)).clamp(-1e6, 4e6) as i32;
        Day::from_number(day).date().year()
    };
    (frame.scale.axis == Axis::Calendar).then(|| (year(frame.content.left()), year(frame.content.right() - 1.0)))
}

/// The years that need not be told at a tick: the one at the left, because the corner tells it, and without a corner only
/// where the plan knows one year alone.
fn years_told(frame: &Frame<'_>) -> Vec<i16> {
    let spans_years = frame.cx.derived.totals.dates.is_some_and(|(first, last)| Years::between(first, last) == Years::Told);
    let seen = years_in_view(frame);
    let is_one = !spans_years && seen.is_none_or(|(first, last)| first == last);
    let is_told = frame.metrics.head == 0.0 || is_one;
    seen.filter(|_| is_told).map(|(first, _)| first).into_iter().collect()
}

/// How many ticks apart labels have to be so that none meets the next. Which ones are left out depends on the day, not
/// on what is in view, so that labels stay with their lines while the board moves.
fn stride(frame: &Frame<'_>, painter: &Painter, ticks: &[Tick]) -> i64 {
    let light = || ticks.iter().filter(|tick| tick.weight == Weight::Light);
    let Some([a, b]) = ticks.get(..2) else { return 1 };
    let widest = light().take(16).map(|tick| paint::line(painter, fonts::META, &tick_label(tick.label), frame.t.text_3).size().x);
    let needed = widest.fold(0.0_f32, f32::max) + 2.0 * APART;
    let fits = f64::from(needed) / (b.x - a.x).max(1.0);
    // Doubling keeps the labels of a coarser stride among those of a finer one.
    let mut stride = 1;
    while (stride as f64) < fits && stride < 64 {
        stride *= 2;
    }
    stride
}

/// The number of each tick of an even grid, whatever is in view; `None` for months and years, which are not even.
fn numbered(ticks: &[Tick]) -> impl Iterator<Item = Option<i64>> {
    let step =
        ticks.get(..2).and_then(|pair| pair.last().zip(pair.first())).map_or(1, |(b, a)| i64::from(b.day) - i64::from(a.day));
    ticks.iter().map(move |tick| match tick.label {
        Label::DayOfMonth(_) | Label::DayAndMonth(_) | Label::Number(_) => Some(i64::from(tick.day).div_euclid(step.max(1))),
        Label::Month(_) | Label::Year(_) => None,
    })
}

/// What the axis counts: the years that are seen, or the day from which a plan without dates counts.
fn corner(frame: &Frame<'_>, painter: &Painter) {
    let left = frame.whole.left() + 12.0;
    let top = frame.whole.top();
    let (first, second) = if let Some((from, to)) = years_in_view(frame) {
        let years = if from == to { from.to_string() } else { say::years(from, to) };
        (say::phase().to_owned(), years)
    } else {
        let anchor = frame.cx.campaign.anchor.as_ref().map(|anchor| anchor.label.trim());
        (say::days_from().to_owned(), anchor.filter(|label| !label.is_empty()).unwrap_or(say::day_0()).to_owned())
    };
    let room = frame.content.left() - left - 6.0;
    for (y, face, text) in [(13.0, fonts::META_M, first), (TICKS_Y, fonts::META, second)] {
        let galley = paint::line_within(painter, face, &text, frame.t.text_3, room);
        painter.galley(pos2(left, top + y - galley.size().y / 2.0), galley, frame.t.text_3);
    }
    let x = frame.content.left() - 0.5;
    painter.vline(x, frame.whole.top()..=frame.content.top(), Stroke::new(EDGE, frame.t.line));
}

/// Words in a pill on the axis: today, and what letting go of a card would mean.
pub(super) struct Pill {
    /// Its middle, as long as it is whole there.
    pub(super) x: f32,
    pub(super) text: String,
    /// Whether it says why not.
    pub(super) refused: bool,
}

impl Pill {
    /// Room for the sign before the words.
    fn sign(&self) -> f32 {
        if self.refused { 18.0 } else { 0.0 }
    }

    /// Where it lies. It stays whole at the edges, while the line below it is where it is.
    fn rect(&self, frame: &Frame<'_>, painter: &Painter) -> Rect {
        let words = paint::line(painter, fonts::META_M, &self.text, frame.t.text);
        let size = words.size() + PILL + vec2(self.sign(), 0.0);
        let half = size.x / 2.0 + 1.0;
        let (low, high) = (frame.content.left() + half, frame.content.right() - half);
        let x = if low < high { self.x.clamp(low, high) } else { self.x };
        Rect::from_center_size(pos2(x, frame.whole.top() + TICKS_Y), size)
    }

    fn draw(&self, frame: &Frame<'_>, painter: &Painter, fill: Color32, color: Color32, edge: Color32) -> Rect {
        let rect = self.rect(frame, painter);
        let round = CornerRadius::same((rect.height() / 2.0) as u8);
        painter.rect(rect, round, fill, Stroke::new(EDGE, edge), StrokeKind::Outside);
        if self.refused {
            icons::PROHIBIT.paint(painter, pos2(rect.left() + 15.0, rect.center().y), 13.0, color);
        }
        let words = paint::line(painter, fonts::META_M, &self.text, color);
        painter.galley(rect.center() + vec2(self.sign() / 2.0, 0.0) - words.size() / 2.0, words, color);
        rect
    }
}

/// What is written at a tick.
pub(in crate::ui) fn tick_label(label: Label) -> String {
    match label {
        Label::DayOfMonth(day) => day.date().day().to_string(),
        Label::DayAndMonth(day) => day.short(),
        Label::Month(day) => names::month(day.date().month().unsigned_abs()).to_owned(),
        Label::Year(day) => day.date().year().to_string(),
        Label::Number(day) => day_number(day),
    }
}

/// Where lanes are drawn on a board of that size, whose blackout dates have a line of that height.
pub(super) fn content(whole: Rect, names: Names, blackouts: f32) -> Rect {
    let left_top = whole.min + vec2(names.column(), super::frame::HEADER + blackouts);
    Rect::from_min_max(left_top.min(whole.max), whole.max)
}
