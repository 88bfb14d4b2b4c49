//! What ties cards to the curve: stems, markers, overdrafts; the brackets around silences; and density where cards are
//! smaller than a few pixels.

use egui::{Align2, Mesh, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use super::data::{CURVE, Row};
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
use crate::ui::theme::{DASH_QUIET, RING, STEM};
use crate::ui::view::Mark;
use crate::words;
use crate::words::board as say;

/// Width of a density column, in points.
const COLUMN: f32 = 4.0;
/// Fewer pixels than this for each marker of a lane, and the lane shows density instead.
const CROWDED: f32 = 5.0;

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
    let Some(stem) = place.stem else { return };
    let center = pos2(frame.x(stem), frame.marker_y(row, place));
    let ask = moment.is_ask().then(|| ask(frame, row, moment));
    let color = match ask {
        Some(Ask::Open(tone)) => frame.t.tone(tone).fill,
        Some(Ask::Accepted) => frame.t.s_acc_fill,
        Some(Ask::Ready) => frame.t.s_ok_fill,
        Some(Ask::Early) | None => frame.t.kind(moment.kind),
    };
    if row.packed.size != Size::Xs {
        let path = stem_path(frame.card_rect(row, place), center);
        painter.add(Shape::line(path, Stroke::new(STEM, color)));
    }
    overdraft(frame, painter, row, moment, center.x);
    match ask {
        Some(ask) => marks::ask_marker(painter, center, ask, frame.t.canvas, frame.t),
        None => marks::marker(painter, center, moment.kind, frame.t.canvas, frame.t),
    }
}

/// Straight down from the card's lower edge; where the date is not under the card, along its edge first.
fn stem_path(card: Rect, marker: Pos2) -> Vec<Pos2> {
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
        let y = frame.lane_top(row.at) + frame.metrics.curve_top + CURVE + 1.5;
        let half = 12.0 + 80.0 * super::frame::finite(overdraft).min(0.25);
        painter.hline(x - half..=x + half, y, Stroke::new(RING, frame.t.s_err_fill));
    }
}

/// The brackets between two cards with a silence between them.
pub(super) fn quiet(frame: &Frame<'_>, painter: &Painter, row: &Row) {
    let cards = row.packed.dated();
    let first = row.seen.start.saturating_sub(1);
    let last = (row.seen.end + 1).min(cards.len());
    for pair in cards.get(first..last).unwrap_or_default().windows(2) {
        let [before, after] = pair else { continue };
        let (Some(from), Some(to)) = (before.stem, after.stem) else { continue };
        let days = ((to - from) / frame.scale.px_per_day()).round() as i64;
        if days >= i64::from(QUIET_DAYS) {
            let (a, b) = (frame.card_rect(row, before), frame.card_rect(row, after));
            let y = if row.packed.size == Size::Xs { frame.lane_top(row.at) + frame.metrics.head + 20.0 } else { a.center().y };
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
    painter.vline(left, y - 4.0..=y + 4.0, stroke);
    painter.vline(right, y - 4.0..=y + 4.0, stroke);
    let text = say::quiet(words::days(days));
    let galley = paint::line(painter, fonts::META_M, &text, frame.t.s_warn);
    let width = galley.size().x + 18.0;
    let room = to - from;
    if room < width + 24.0 {
        if room > 24.0 {
            icons::QUIET.paint(painter, pos2(f32::midpoint(from, to), y), 13.0, frame.t.s_warn_fill);
        }
        return;
    }
    let middle = f32::midpoint(from, to);
    let start = middle - width / 2.0;
    paint::dashed_line(painter, &[pos2(from.max(left) + 2.0, y), pos2(start - 6.0, y)], stroke, DASH_QUIET);
    paint::dashed_line(painter, &[pos2(start + width + 6.0, y), pos2(to.min(right) - 2.0, y)], stroke, DASH_QUIET);
    icons::QUIET.paint(painter, pos2(start + 6.5, y), 13.0, frame.t.s_warn_fill);
    let at = Align2::LEFT_CENTER.anchor_size(pos2(start + 18.0, y), galley.size());
    painter.galley(at.min, galley, frame.t.s_warn);
}

/// Whether a lane's markers would lie on top of each other.
pub(super) fn is_crowded(frame: &Frame<'_>, row: &Row) -> bool {
    row.packed.size == Size::Xs && row.seen.len() as f32 * CROWDED > frame.content.width()
}

/// Columns that say how many cards lie at a place, instead of the cards. Two binary searches a column.
pub(super) fn density(frame: &Frame<'_>, painter: &Painter, row: &Row) {
    let places = row.packed.dated();
    let bottom = frame.lane_top(row.at) + frame.metrics.curve_top - 4.0;
    let full = frame.metrics.curve_top - frame.metrics.head - 12.0;
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
