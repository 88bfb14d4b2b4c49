//! The line at the foot of the page: how far people are. What was shown so far is solid, what is to come is dotted, and every
//! moment has its marker and its day below it; asks have the one that the curve gives them.

use std::sync::Arc;

use egui::{Galley, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::Page;
use super::facts::standing;
use super::layout::Layout;
use super::run::{Run, Stop};
use super::state::PresentState;
use crate::analysis::curve::Band;
use crate::model::{Kind, MomentId};
use crate::ui::arc::Plot;
use crate::ui::board::{band_name, when_text};
use crate::ui::fonts;
use crate::ui::kit::{marks, paint};
use crate::ui::theme::{EDGE, KindShape, RING, STEM, Tokens, kind_shape};
use crate::words::{names, present as say};

/// Height of the line with the band, in points.
const FIRST: f32 = 22.0;
/// The sentence has at least this much room beside the band, in points, or it stands below.
const BESIDE: f32 = 240.0;
/// Most lines of it: no sentence needs as many.
const MOST: usize = 6;
/// Markers nearer together than this cannot be told apart.
const NEAR: f32 = 4.0;

/// Draws it, with the sentence above and the names below; a press on a marker shows its moment.
pub(super) fn draw(page: &Page<'_>, state: &mut PresentState, layout: &Layout, ui: &Ui) {
    if let Some(sentence) = Sentence::of(page, ui, layout.said.width()) {
        sentence.show(page, layout.said, ui);
    }
    let t = page.cx.tokens;
    let painter = ui.painter();
    let rect = layout.line;
    let run = &state.run;
    let plot = run.outline.plot(rect, run.outline.top());
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(EDGE, t.line));
    let head = run.head(page.moment.id).map(|stop| stop.at);
    let from = state.before().and_then(|id| run.head(id)).map(|stop| stop.at);
    // The playhead goes along while the page changes.
    let played = match (from, head) {
        (Some(from), Some(head)) => from + (head - from) * f64::from(page.come),
        (_, head) => head.unwrap_or(f64::NEG_INFINITY),
    };
    curve(&run.outline.line, &plot, played, ui, t);
    let mut pressed = None;
    for (stop, center) in told_apart(run, page.moment.id, |stop| place(&plot, rect, stop)) {
        let is_now = stop.id == page.moment.id;
        marker(ui, center, rect.bottom(), stop, (stop.at <= played, is_now), t);
        if let Some(of) = press(page, ui, center, stop) {
            pressed = Some(of);
        }
    }
    names_below(page, state, &plot, layout.names, ui);
    if let Some(id) = pressed {
        state.go(id, ui);
    }
}

/// The markers that can be told apart, those that lie on others last: of several at one place the one that is shown, else an ask,
/// which the sentence above speaks of, else the first.
fn told_apart(run: &Run, now: MomentId, place: impl Fn(&Stop) -> Pos2) -> Vec<(&Stop, Pos2)> {
    let rank = |stop: &Stop| (stop.id == now, stop.ask.is_some());
    let mut told: Vec<(&Stop, Pos2)> = Vec::new();
    for stop in &run.stops {
        let center = place(stop);
        match told.last_mut() {
            Some((other, at)) if center.x - at.x < NEAR => {
                if rank(stop) > rank(other) {
                    (*other, *at) = (stop, center);
                }
            }
            _ => told.push((stop, center)),
        }
    }
    told.sort_by_key(|(stop, _)| rank(stop));
    told
}

/// How far people are, in words, and the band as a pill: in one line where there is room, else in as many as it takes.
pub(super) struct Sentence {
    band: Option<Band>,
    said: String,
    words: Arc<Galley>,
    /// From the left end to the words, and down to them.
    at: Vec2,
}

impl Sentence {
    /// Lays it out; `None` where the lane has no curve.
    pub(super) fn of(page: &Page<'_>, ui: &Ui, width: f32) -> Option<Self> {
        let t = page.cx.tokens;
        let (band, said) = standing((page.cx.campaign, page.cx.years()), page.lane, page.view.curve.as_deref(), page.moment)?;
        let painter = ui.painter();
        let trust = paint::line(painter, fonts::UI_B, say::trust(), t.text).size().x + 5.0;
        let pill = band.map_or(0.0, |band| pill_width(ui, band, t) + 12.0);
        let beside = width - trust - pill;
        let is_below = beside < BESIDE;
        let (face, room, at) =
            if is_below { (fonts::BODY, width, vec2(0.0, FIRST)) } else { (fonts::UI, beside, vec2(trust, 0.0)) };
        let words = paint::lines_within(painter, face, &said, t.text_2, room, MOST);
        let down = if is_below { FIRST } else { ((FIRST - words.size().y) / 2.0).max(2.0) };
        Some(Self { band, said, words, at: vec2(at.x, down) })
    }

    /// How high it is, in points.
    pub(super) fn height(&self) -> f32 {
        (self.at.y + self.words.size().y).max(FIRST)
    }

    fn show(self, page: &Page<'_>, place: Rect, ui: &Ui) {
        let t = page.cx.tokens;
        let painter = ui.painter();
        let first = place.top() + FIRST / 2.0;
        if let Some(band) = self.band {
            let left = place.right() - pill_width(ui, band, t);
            marks::band(painter, pos2(left, first), band, band_name(band), t);
        }
        paint::text_at(painter, place.left(), first, fonts::UI_B, say::trust(), t.text);
        painter.galley(place.min + self.at, self.words, t.text_2);
        let all = self.band.map_or_else(|| self.said.clone(), |band| format!("{}. {}", band_name(band), self.said));
        let response = ui.interact(place, ui.scope_id().with("standing"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}: {all}", say::trust())));
        response.on_hover_text(&all);
    }
}

fn pill_width(ui: &Ui, band: Band, t: &Tokens) -> f32 {
    paint::line(ui.painter(), fonts::META_M, band_name(band), t.text).size().x + 41.0
}

/// The curve: with its areas up to where the presentation is, dotted from there on.
fn curve(line: &[(f64, f64)], plot: &Plot, played: f64, ui: &Ui, t: &Tokens) {
    let painter = ui.painter();
    if line.is_empty() {
        return;
    }
    let split = line.partition_point(|(day, _)| *day <= played);
    // Between two points the line is straight.
    let between = match (split.checked_sub(1).and_then(|at| line.get(at)), line.get(split)) {
        (Some((from, low)), Some((to, high))) if to > from => Some((played, low + (high - low) * (played - from) / (to - from))),
        _ => None,
    };
    let past: Vec<_> = line.iter().take(split).copied().chain(between).collect();
    let ahead: Vec<_> = between.into_iter().chain(line.iter().skip(split).copied()).collect();
    if past.len() > 1 {
        plot.area(painter, &past, t);
        plot.line(painter, &past, t);
    }
    plot.ready(painter, t);
    if ahead.len() > 1 {
        let points: Vec<_> = ahead.iter().map(|(day, value)| plot.at(*day, *value)).collect();
        paint::dashed_line(painter, &paint::rounded_steps(&points), Stroke::new(1.5, t.text_3), [2.0, 4.0]);
    }
    plot.ready_name(painter, line, say::ready_line(), t);
}

fn place(plot: &Plot, rect: Rect, stop: &Stop) -> Pos2 {
    match stop.value {
        Some(value) => plot.at(stop.at, value),
        None => pos2(plot.x(stop.at), rect.bottom() - rect.height() * 0.35),
    }
}

/// A marker with its stem. That of an ask is the same at any time, as a hollow one says that it comes early; any other
/// is filled once it was shown, and an outline before. Around the one that is shown is a ring.
fn marker(ui: &Ui, center: Pos2, bottom: f32, stop: &Stop, (is_past, is_now): (bool, bool), t: &Tokens) {
    let painter = ui.painter();
    let kind = stop.kind;
    let color = stop.ask.and_then(|ask| ask.fill(t)).unwrap_or_else(|| t.kind(kind));
    let stem = if is_past { color } else { color.gamma_multiply(0.5) };
    painter.vline(center.x, center.y..=bottom, Stroke::new(STEM, stem));
    if is_now {
        painter.circle(center, 16.0, t.canvas.gamma_multiply(0.6), Stroke::new(RING, t.text));
    }
    if let Some(ask) = stop.ask {
        marks::ask_marker(painter, center, ask, t.canvas, t);
    } else if is_now {
        marks::marker(painter, center, kind, t.canvas, t);
        shape(ui, center, 15.0, kind, color, color);
    } else if is_past {
        shape(ui, center, 12.0, kind, color, color);
    } else {
        shape(ui, center, 11.0, kind, t.canvas, color);
    }
}

fn shape(ui: &Ui, center: Pos2, size: f32, kind: Kind, fill: egui::Color32, line: egui::Color32) {
    let stroke = Stroke::new(1.75, line);
    let half = size / 2.0;
    let shape = match kind_shape(kind) {
        KindShape::Circle => {
            Shape::Vec(vec![Shape::circle_filled(center, half, fill), Shape::circle_stroke(center, half, stroke)])
        }
        KindShape::Ring => Shape::circle_stroke(center, half, stroke),
        KindShape::Hexagon => paint::hexagon(center, half * 1.06, fill, stroke),
        KindShape::Diamond => paint::diamond(center, half * 1.2, fill, stroke),
        KindShape::Square => {
            let rect = Rect::from_center_size(center, Vec2::splat(size * 0.94));
            let edge = Shape::rect_stroke(rect, size * 0.24, stroke, egui::StrokeKind::Inside);
            Shape::Vec(vec![Shape::rect_filled(rect, size * 0.24, fill), edge])
        }
    };
    ui.painter().add(shape);
}

/// A marker can be pressed; the moment that it leads to, once it was.
fn press(page: &Page<'_>, ui: &Ui, center: Pos2, stop: &Stop) -> Option<MomentId> {
    let moment = page.lane.moments.get(stop.place)?;
    let rect = Rect::from_center_size(center, Vec2::splat(26.0));
    let response = ui.interact(rect, ui.scope_id().with(("stop", stop.id)), Sense::click());
    let name = format!("{}, {}", crate::ui::board::title_of(moment), when_text(page.cx.campaign, page.cx.years(), moment.when));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, stop.id == page.moment.id, &name));
    if response.has_focus() {
        paint::ring(ui.painter(), rect, 13, 2.0, page.cx.tokens.accent);
    }
    response.on_hover_text(name).clicked().then_some(stop.id)
}

/// Kind and day under the markers: under the one that is shown first, then under asks, and under the others as there is room.
fn names_below(page: &Page<'_>, state: &PresentState, plot: &Plot, place: Rect, ui: &Ui) {
    let t = page.cx.tokens;
    let painter = ui.painter();
    let mut taken: Vec<(f32, f32)> = Vec::new();
    let stops = &state.run.stops;
    let is_now = |stop: &&Stop| stop.id == page.moment.id;
    let now = stops.iter().filter(is_now);
    // The day of an ask is what the sentence above is about: it has its room before the others.
    let asks = stops.iter().filter(|stop| stop.ask.is_some() && !is_now(stop));
    let others = stops.iter().filter(|stop| stop.ask.is_none() && !is_now(stop));
    for stop in now.chain(asks).chain(others) {
        // Where markers stand close together, most of them have no room for a name: looking at all of them would be for nothing.
        if taken.len() > 40 {
            break;
        }
        let x = plot.x(stop.at);
        if taken.iter().any(|(left, right)| (*left..=*right).contains(&x)) {
            continue;
        }
        let Some(moment) = page.lane.moments.get(stop.place) else { continue };
        let is_now = stop.id == page.moment.id;
        let (face, color) = if is_now { (fonts::BODY_B, t.text) } else { (fonts::BODY, t.text_2) };
        let kind = paint::line(painter, face, names::kind(stop.kind.key()), color);
        let day = paint::line(painter, fonts::META, &when_text(page.cx.campaign, page.cx.years(), moment.when), color);
        // Two names may come near each other; where there is no room for both words the marker says the kind, and the day is left.
        let whole = kind.size().x.max(day.size().x) / 2.0;
        let fitting = [(whole, 8.0, true), (whole, 4.0, true), (day.size().x / 2.0, 4.0, false)].into_iter().find_map(
            |(half, around, has_kind)| {
                let x = x.min(place.right() - half + 24.0).max(place.left() + half - 24.0);
                let span = (x - half - around, x + half + around);
                let is_free = !taken.iter().any(|(left, right)| span.0 < *right && *left < span.1);
                is_free.then_some((x, span, has_kind))
            },
        );
        let Some((x, span, has_kind)) = fitting else { continue };
        taken.push(span);
        if has_kind {
            painter.galley(pos2(x, place.top()) - vec2(kind.size().x / 2.0, 0.0), kind, color);
        }
        painter.galley(pos2(x, place.top() + 18.0) - vec2(day.size().x / 2.0, 0.0), day, color);
    }
}
