//! What ties cards to the curve: stems, markers, overdrafts; the brackets around silences; and density where cards are
//! smaller than a few pixels.

use egui::{Align2, Mesh, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use super::data::Row;
use super::frame::{Frame, tone};
use crate::analysis::curve::{CONSTANTS, Cause};
use crate::analysis::packing::{Place, Size};
use crate::analysis::quiet::QUIET_DAYS;
use crate::check::Severity;
use crate::model::Moment;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::marks::{self, Ask};
use crate::ui::kit::paint;
use crate::ui::theme::{DASH_QUIET, KindShape, RING, STEM, kind_shape};
use crate::ui::view::Mark;
use crate::words;
use crate::words::board as say;

/// Width of a density column, in points.
const COLUMN: f32 = 4.0;
/// Room of the moon before the words of a bracket, in points.
const ICON: f32 = 18.0;
/// From the ends of a bracket to its words, in points.
const CLEAR: f32 = 8.0;

/// How an ask's marker looks: it follows the findings; the curve only decides where nothing was found.
pub(super) fn ask(frame: &Frame<'_>, row: &Row, moment: &Moment) -> Ask {
    let before = frame.curve(row).and_then(|curve| curve.around(moment.id)).map(|around| around.before);
    ask_look(frame.mark(row, moment), before)
}

/// How the marker of an ask looks that has this mark, and that met this value on the curve.
pub(in crate::ui) fn ask_look(mark: Option<Mark>, before: Option<f64>) -> Ask {
    match mark {
        Some(mark @ Mark::Open(Severity::Error | Severity::Warning)) => Ask::Open(tone(mark)),
        Some(Mark::Accepted) => Ask::Accepted,
        Some(Mark::Open(Severity::Hint)) | None if before.is_none_or(|before| before >= CONSTANTS.ready) => Ask::Ready,
        Some(Mark::Open(Severity::Hint)) | None => Ask::Early,
    }
}

/// Draws the stem of a card and its marker.
pub(super) fn marker(frame: &Frame<'_>, painter: &Painter, row: &Row, place: &Place, moment: &Moment) {
    let Some(center) = frame.shown_marker(row, place, moment.id) else {
        hollow(frame, painter, row, place, moment);
        return;
    };
    let ask = moment.is_ask().then(|| ask(frame, row, moment));
    if row.packed.size != Size::Xs {
        let path = stem_path(frame.shown_rect(row, place, moment.id), center);
        painter.add(Shape::line(path, Stroke::new(STEM, color(frame, moment, ask))));
    }
    if row.folded {
        folded(frame, painter, center, moment, ask);
        return;
    }
    overdraft(frame, painter, row, moment, center.x);
    match ask {
        Some(ask) => marks::ask_marker(painter, center, ask, frame.t.canvas, frame.t),
        None => marks::marker(painter, center, moment.kind, frame.t.canvas, frame.t),
    }
}

/// The colour of a marker and its stem.
fn color(frame: &Frame<'_>, moment: &Moment, ask: Option<Ask>) -> egui::Color32 {
    ask.and_then(|ask| ask.fill(frame.t)).unwrap_or_else(|| frame.t.kind(moment.kind))
}

/// The marker of a card without a day: hollow, on a short dashed stem that leads to no date.
fn hollow(frame: &Frame<'_>, painter: &Painter, row: &Row, place: &Place, moment: &Moment) {
    let card = frame.shown_rect(row, place, moment.id);
    let stroke = Stroke::new(STEM, frame.t.kind(moment.kind));
    let center = if row.packed.size == Size::Xs { card.center() } else { pos2(card.center().x, card.bottom() + 14.0) };
    if row.packed.size != Size::Xs {
        paint::dashed_line(painter, &[pos2(center.x, card.bottom()), center], stroke, DASH_QUIET);
    }
    painter.add(shape(center, 4.5, moment, frame.t.canvas, stroke));
}

/// The marker in a folded lane: the shape of the kind, small; where something was found, in its colour.
fn folded(frame: &Frame<'_>, painter: &Painter, center: Pos2, moment: &Moment, ask: Option<Ask>) {
    painter.add(shape(center, 5.5, moment, frame.t.canvas, Stroke::NONE));
    painter.add(shape(center, 4.0, moment, color(frame, moment, ask), Stroke::NONE));
}

/// The shape of a kind, `radius` points from its middle to its edge.
fn shape(center: Pos2, radius: f32, moment: &Moment, fill: egui::Color32, stroke: Stroke) -> Shape {
    match kind_shape(moment.kind) {
        KindShape::Circle | KindShape::Ring => Shape::Circle(egui::epaint::CircleShape { center, radius, fill, stroke }),
        KindShape::Hexagon => paint::hexagon(center, radius * 1.06, fill, stroke),
        KindShape::Diamond => paint::diamond(center, radius * 1.2, fill, stroke),
        KindShape::Square => {
            let rect = Rect::from_center_size(center, vec2(radius, radius) * 1.9);
            Shape::Rect(egui::epaint::RectShape::new(rect, 2.0, fill, stroke, egui::StrokeKind::Middle))
        }
    }
}

/// Straight down from the card's lower edge; where the date is not under the card, along its edge first.
pub(super) fn stem_path(card: Rect, marker: Pos2) -> Vec<Pos2> {
    let bottom = card.bottom();
    let under = marker.x.clamp(card.left() + 8.0, (card.right() - 8.0).max(card.left() + 8.0));
    if (under - marker.x).abs() < 0.5 {
        return vec![pos2(marker.x, bottom), marker];
    }
    let elbow = bottom + 4.0;
    vec![pos2(under, bottom), pos2(under, elbow), pos2(marker.x, elbow), marker]
}

/// What an ask cost more than there was: a bar under the curve, to both sides of the marker, as long as the shortfall.
fn overdraft(frame: &Frame<'_>, painter: &Painter, row: &Row, moment: &Moment, x: f32) {
    let step = frame.curve(row).and_then(|curve| curve.step_of(moment.id));
    let Some(Cause::Asked { overdraft, .. }) = step.map(|step| step.cause) else { return };
    if overdraft > 0.0 {
        let y = frame.lane_top(row.at) + frame.metrics.curve_top + frame.metrics.curve + 1.5;
        let half = 12.0 + 80.0 * super::frame::finite(overdraft).min(0.25);
        painter.hline(x - half..=x + half, y, Stroke::new(RING, frame.t.s_err_fill));
    }
}

/// The brackets between two cards with a silence between them.
pub(super) fn quiet(frame: &Frame<'_>, painter: &Painter, row: &Row) {
    let cards = row.packed.dated();
    let campaign = frame.cx.campaign;
    let hides = row.packed.places().len() < row.lane.moments.len();
    let day_of = |place: &Place| frame.scale.axis.day(campaign, row.lane.moments.get(place.index)?.when);
    // A card that a filter hides breaks the silence all the same.
    let is_broken = |before: &Place, after: &Place| {
        let between = day_of(before).zip(day_of(after)).map(|(from, to)| from + 1..to);
        let mut days = row.lane.moments.iter().filter_map(|moment| frame.scale.axis.day(campaign, moment.when));
        between.is_some_and(|between| days.any(|day| between.contains(&day)))
    };
    let first = row.seen.start.saturating_sub(1);
    let last = (row.seen.end + 1).min(cards.len());
    for pair in cards.get(first..last).unwrap_or_default().windows(2) {
        let [before, after] = pair else { continue };
        let (Some(from), Some(to)) = (before.stem, after.stem) else { continue };
        let days = ((to - from) / frame.scale.px_per_day()).round() as i64;
        if days >= i64::from(QUIET_DAYS) && !(hides && is_broken(before, after)) {
            let (a, b) = (frame.card_rect(row, before), frame.card_rect(row, after));
            let y = if row.packed.size == Size::Xs { frame.lane_top(row.at) + frame.metrics.head + 14.0 } else { a.center().y };
            bracket(frame, painter, a.right() + 6.0, b.left() - 6.0, y, days);
        }
    }
}

fn bracket(frame: &Frame<'_>, painter: &Painter, left: f32, right: f32, y: f32, days: i64) {
    let stroke = Stroke::new(STEM, frame.t.s_warn_line);
    // While one end is out of view, the words stay in the part that is seen.
    let (from, to) = (left.max(frame.content.left() - 40.0), right.min(frame.content.right() + 40.0));
    if to - from < 16.0 {
        return;
    }
    let room = to - from;
    let set = |text: String| paint::line(painter, fonts::META_M, &text, frame.t.s_warn);
    let fits = |width: f32| room >= width + ICON + 4.0;
    // How long it is says more than that it is quiet, which the moon says.
    let mut galley = set(say::quiet(words::days(days)));
    if !fits(galley.size().x) {
        galley = set(say::quiet_short(days));
    }
    let width = galley.size().x + ICON;
    let has_words = fits(galley.size().x);
    // Between cards that are so near, the words alone say from where to where: an end would only touch them.
    if !has_words || room >= width + 2.0 * CLEAR {
        painter.vline(left, y - 4.0..=y + 4.0, stroke);
        painter.vline(right, y - 4.0..=y + 4.0, stroke);
    }
    if !has_words {
        if room > 24.0 {
            icons::QUIET.paint(painter, pos2(f32::midpoint(from, to), y), 13.0, frame.t.s_warn_fill);
        }
        return;
    }
    let middle = f32::midpoint(from, to);
    let start = middle - width / 2.0;
    for (from, to) in [(from.max(left) + 2.0, start - 6.0), (start + width + 6.0, to.min(right) - 2.0)] {
        // Where there is no room for a dash, the words stand at the ends.
        if to - from >= DASH_QUIET[0] {
            paint::dashed_line(painter, &[pos2(from, y), pos2(to, y)], stroke, DASH_QUIET);
        }
    }
    icons::QUIET.paint(painter, pos2(start + 6.5, y), 13.0, frame.t.s_warn_fill);
    let at = Align2::LEFT_CENTER.anchor_size(pos2(start + ICON, y), galley.size());
    painter.galley(at.min, galley, frame.t.s_warn);
}

/// Columns that say how many cards lie at a place, instead of the cards. Two binary searches a column.
pub(super) fn density(frame: &Frame<'_>, painter: &Painter, row: &Row) {
    let places = row.packed.dated();
    let top = frame.lane_top(row.at);
    let (bottom, full) = if row.folded {
        (top + frame.lane_height(row.at) - 3.0, 9.0)
    } else {
        (top + frame.metrics.curve_top - 4.0, frame.metrics.curve_top - frame.metrics.head - 12.0)
    };
    let mut mesh = Mesh::default();
    let mut counts = Vec::new();
    let mut x = frame.content.left();
    let mut from = places.partition_point(|place| place.left < frame.plan_x(x));
    while x < frame.content.right() {
        let end = frame.plan_x(x + COLUMN);
        let to = from + places.get(from..).unwrap_or_default().partition_point(|place| place.left < end);
        counts.push((x, to - from));
        (x, from) = (x + COLUMN, to);
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    for (x, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        let height = full * (count as f32 / most as f32);
        let column = Rect::from_min_size(pos2(x, bottom - height), vec2(COLUMN - 1.0, height));
        mesh.add_colored_rect(column, frame.t.line_strong);
    }
    painter.add(Shape::mesh(mesh));
}
