//! The time axis at the top: phases, ticks, today; and the lines that run from it down through the lanes.

use std::ops::RangeInclusive;

use egui::{Color32, CornerRadius, Mesh, Painter, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::data::Names;
use super::frame::{Frame, crisp, day_number, painter_in};
use crate::analysis::Axis;
use crate::analysis::scale::{Label, Tick, Weight};
use crate::model::Day;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::paint;
use crate::ui::theme::{EDGE, R1, STEM};
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
pub(super) fn grid(frame: &Frame<'_>, painter: &Painter) -> Vec<Tick> {
    let (left, right) = (frame.content.left(), frame.content.right());
    let ticks = frame.scale.ticks(frame.plan_x(left - 60.0), frame.plan_x(right));
    let mut mesh = Mesh::default();
    let bottom = frame.lane_top(frame.cx.campaign.lanes.len()).clamp(frame.content.top(), frame.content.bottom());
    for tick in &ticks {
        let x = crisp(painter, pos2(frame.x(tick.x), 0.0)).x;
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
pub(super) fn header(frame: &Frame<'_>, ui: &Ui, ticks: &[Tick], held: Option<&Pill>) {
    let whole = Rect::from_min_max(frame.whole.min, frame.header().max);
    let painter = painter_in(ui, whole);
    painter.rect_filled(whole, CornerRadius::ZERO, frame.t.panel);
    painter.hline(whole.x_range(), whole.bottom() - 0.5, Stroke::new(EDGE, frame.t.line));
    if frame.metrics.head == 0.0 {
        corner(frame, &painter);
    }

    let painter = painter_in(ui, frame.header());
    phases(frame, &painter);
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
/// first, because the days between them can be counted.
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
    let is_strong = |tick: &&Tick| tick.weight == Weight::Strong;
    let mut month_from = f64::INFINITY;
    for tick in ticks.iter().filter(is_strong) {
        if write(tick, &label(tick.label)) {
            month_from = month_from.min(tick.x);
        }
    }
    for tick in ticks.iter().filter(|tick| !is_strong(tick)) {
        // Somewhere the month has to stand, also while its first week is scrolled away.
        let (text, names_month) = match tick.label {
            Label::DayOfMonth(day) if tick.x < month_from => (day.short(), true),
            other => (label(other), false),
        };
        if write(tick, &text) && names_month {
            month_from = tick.x;
        }
    }
}

fn corner(frame: &Frame<'_>, painter: &Painter) {
    let left = frame.whole.left() + 12.0;
    let top = frame.whole.top();
    paint::text_at(painter, left, top + 13.0, fonts::META_M, say::phase(), frame.t.text_3);
    if frame.scale.axis == Axis::Calendar {
        let day = frame.scale.at(frame.plan_x(frame.content.left())).clamp(-1e6, 4e6) as i32;
        let year = Day::from_number(day).date().year().to_string();
        paint::text_at(painter, left, top + TICKS_Y, fonts::META, &year, frame.t.text_3);
    }
    let x = frame.content.left() - 0.5;
    painter.vline(x, frame.whole.top()..=frame.content.top(), Stroke::new(EDGE, frame.t.line));
}

fn phases(frame: &Frame<'_>, painter: &Painter) {
    if frame.scale.axis != Axis::Calendar {
        return;
    }
    let (left, right) = (frame.content.left(), frame.content.right());
    for phase in &frame.cx.campaign.phases {
        let from = frame.day_x(phase.from.number());
        let to = frame.day_x(phase.to.number().saturating_add(1)) - 2.0;
        if to < left || from > right || to - from < 3.0 {
            continue;
        }
        let band = Rect::from_min_max(pos2(from, frame.whole.top() + 4.0), pos2(to, frame.whole.top() + 22.0));
        let is_now = frame.cx.today >= phase.from && frame.cx.today <= phase.to;
        let fill = if is_now { frame.t.active } else { frame.t.sunken };
        painter.rect_filled(band, CornerRadius::same(R1), fill);
        // The name stays in view while its phase is scrolled past the edge.
        let x = band.left().max(left) + 6.0;
        let room = band.right() - x - 4.0;
        if room > 14.0 {
            let name = paint::line_within(painter, fonts::META_M, &phase.name, frame.t.text_2, room);
            painter.galley(pos2(x, band.center().y - name.size().y / 2.0), name, frame.t.text_2);
        }
    }
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

fn label(label: Label) -> String {
    match label {
        Label::DayOfMonth(day) => day.date().day().to_string(),
        Label::DayAndMonth(day) => day.short(),
        Label::Month(day) => names::month(day.date().month().unsigned_abs()).to_owned(),
        Label::Year(day) => day.date().year().to_string(),
        Label::Number(day) => day_number(day),
    }
}

/// The parts that a board of that size has: the whole, and where lanes are drawn.
pub(super) fn content(whole: Rect, names: Names) -> Rect {
    let left_top = whole.min + vec2(names.column(), super::frame::HEADER);
    Rect::from_min_max(left_top.min(whole.max), whole.max)
}
