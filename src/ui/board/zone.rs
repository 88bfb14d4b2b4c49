//! The cards of a lane that have no day: in a zone of their own behind the dated ones, and the lane says so.

use egui::{CornerRadius, Painter, Rect, Stroke, pos2, vec2};

use super::data::Row;
use super::frame::{Frame, MARKER};
use crate::analysis::packing::{Size, ZONE_GAP};
use crate::model::When;
use crate::ui::fonts;
use crate::ui::kit::paint;
use crate::ui::theme::{DASH_SLOT, EDGE, R1};
use crate::words::board as say;

/// Draws where the days end, and why there are cards behind that. A lane in which nothing has a day says so itself.
pub(super) fn undated(frame: &Frame<'_>, painter: &Painter, row: &Row) {
    let places = row.packed.places();
    let dated = row.packed.dated().len();
    let (Some(first), Some(last)) = (places.get(dated), places.last()) else { return };
    let left = frame.x(first.left);
    let right = frame.x(last.left + row.packed.size.width());
    if dated == 0 || left - ZONE_GAP as f32 > frame.content.right() || right < frame.content.left() {
        return;
    }
    let t = frame.t;
    let top = frame.lane_top(row.at);
    let x = left - ZONE_GAP as f32 / 2.0;
    let (from, to) = (top + frame.metrics.head + 6.0, top + frame.lane_height(row.at) - 6.0);
    paint::dashed_line(painter, &[pos2(x, from), pos2(x, to)], Stroke::new(EDGE, t.line_strong), DASH_SLOT);
    let of_day_0 = |at: usize| row.lane.moments.get(at).is_some_and(|moment| matches!(moment.when, When::Relative(_)));
    let text = if of_day_0(first.index) { say::zone_relative() } else { say::zone_undated() };
    let words = paint::line(painter, fonts::META_M, text, t.text_2);
    // Below its cards, above its markers, and in view as long as the zone is.
    let y = if row.packed.size == Size::Xs { frame.baseline(top) - MARKER - words.size().y } else { to - words.size().y };
    let at = pos2(left.max(frame.content.left() + 8.0), y);
    let place = Rect::from_min_size(at, words.size());
    painter.rect_filled(place.expand2(vec2(4.0, 1.0)), CornerRadius::same(R1), t.canvas);
    painter.galley(at, words, t.text_2);
}
