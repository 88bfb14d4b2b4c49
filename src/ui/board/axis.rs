//! The time axis at the top: phases, ticks, today; and the lines that run from it down through the lanes.

use std::sync::Arc;

use egui::{Align2, CornerRadius, Galley, Mesh, Painter, Rangef, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::data::Names;
use super::frame::{Frame, crisp, day_number, painter_in};
use crate::analysis::Axis;
use crate::analysis::scale::{Label, Tick, Weight};
use crate::model::Day;
use crate::ui::fonts;
use crate::ui::kit::paint;
use crate::ui::theme::{EDGE, R1, STEM};
use crate::words::{board as say, names};

/// The middle of the pill and of the labels, from the top of the board.
const TICKS_Y: f32 = 35.0;
/// Room between two labels of ticks.
const APART: f32 = 6.0;

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
pub(super) fn header(frame: &Frame<'_>, ui: &Ui, ticks: &[Tick]) {
    let whole = Rect::from_min_max(frame.whole.min, frame.header().max);
    let painter = painter_in(ui, whole);
    painter.rect_filled(whole, CornerRadius::ZERO, frame.t.panel);
    painter.hline(whole.x_range(), whole.bottom() - 0.5, Stroke::new(EDGE, frame.t.line));
    if frame.metrics.head == 0.0 {
        corner(frame, &painter);
    }

    let painter = painter_in(ui, frame.header());
    phases(frame, &painter);
    let today = today_x(frame);
    labels(frame, &painter, ticks, today);
    if let Some(x) = today {
        pill(frame, &painter, x);
    }
}

/// The labels of the ticks. What would lie on another label, under the pill of today or beyond the end is left out; the
/// labels of months stay before those of days.
fn labels(frame: &Frame<'_>, painter: &Painter, ticks: &[Tick], today: Option<f32>) {
    let (left, right) = (frame.content.left(), frame.content.right());
    let pill = today.map(|x| {
        let width = pill_size(&today_word(frame, painter)).x;
        Rangef::point(whole_at(frame, x, width)).expand(width / 2.0 + APART / 2.0)
    });
    let place = |tick: &Tick, text: &str| {
        let strong = tick.weight == Weight::Strong;
        let (face, color) = if strong { (fonts::META_B, frame.t.text) } else { (fonts::META, frame.t.text_3) };
        let word = paint::line(painter, face, text, color);
        let x = frame.x(tick.x) + 4.0;
        let range = Rangef::new(x, x + word.size().x);
        let free = x >= left && range.max <= right - 2.0 && pill.is_none_or(|pill| !pill.intersects(range));
        free.then_some((word, color, range))
    };
    let is_strong = |tick: &&Tick| tick.weight == Weight::Strong;
    let strong: Vec<Rangef> =
        ticks.iter().filter(is_strong).filter_map(|tick| place(tick, &label(tick.label))).map(|(.., range)| range).collect();
    let mut end = f32::NEG_INFINITY;
    for tick in ticks {
        // Somewhere the month has to stand, also while its first week is scrolled away.
        let text = match tick.label {
            Label::DayOfMonth(day) if end < left => day.short(),
            other => label(other),
        };
        let Some((word, color, range)) = place(tick, &text) else { continue };
        let covers = |other: &Rangef| other.expand(APART).intersects(range);
        if range.min < end + APART || (!is_strong(&tick) && strong.iter().any(covers)) {
            continue;
        }
        painter.galley(pos2(range.min, frame.whole.top() + TICKS_Y - word.size().y / 2.0), word, color);
        end = range.max;
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

fn pill(frame: &Frame<'_>, painter: &Painter, x: f32) {
    let text = today_word(frame, painter);
    let size = pill_size(&text);
    let center = pos2(whole_at(frame, x, size.x), frame.whole.top() + TICKS_Y);
    let rect = Rect::from_center_size(center, size);
    painter.rect_filled(rect, CornerRadius::same((size.y / 2.0) as u8), frame.t.today);
    let at = Align2::CENTER_CENTER.anchor_size(center, text.size());
    painter.galley(at.min, text, frame.t.on_accent);
    painter.vline(x, rect.bottom()..=frame.content.top(), Stroke::new(STEM, frame.t.today));
}

fn today_word(frame: &Frame<'_>, painter: &Painter) -> Arc<Galley> {
    paint::line(painter, fonts::META_M, say::today(), frame.t.on_accent)
}

fn pill_size(word: &Galley) -> Vec2 {
    word.size() + vec2(14.0, 4.0)
}

/// The middle of a pill at `x`: it stays whole at the edges, while the line below it is where it is.
fn whole_at(frame: &Frame<'_>, x: f32, width: f32) -> f32 {
    let half = width / 2.0 + 1.0;
    let (low, high) = (frame.content.left() + half, frame.content.right() - half);
    if low < high { x.clamp(low, high) } else { x }
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

/// The day under the pointer while something is dragged, on the axis.
pub(super) fn drop_day(frame: &Frame<'_>, ui: &Ui, day: i32, text: &str) {
    let painter = painter_in(ui, frame.header());
    let text = paint::line(&painter, fonts::META_M, text, frame.t.on_accent);
    let size = pill_size(&text);
    let rect = Rect::from_center_size(pos2(whole_at(frame, frame.day_x(day), size.x), frame.whole.top() + TICKS_Y), size);
    painter.rect(
        rect,
        CornerRadius::same((size.y / 2.0) as u8),
        frame.t.accent,
        Stroke::new(EDGE, frame.t.panel),
        StrokeKind::Outside,
    );
    painter.galley(rect.center() - text.size() / 2.0, text, frame.t.on_accent);
}

/// The parts that a board of that size has: the whole, and where lanes are drawn.
pub(super) fn content(whole: Rect, names: Names) -> Rect {
    let left_top = whole.min + vec2(names.column(), super::frame::HEADER);
    Rect::from_min_max(left_top.min(whole.max), whole.max)
}
