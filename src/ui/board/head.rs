//! The name of a lane in a line above it: in windows that have no room for a column beside the lanes.

use egui::{CornerRadius, Painter, Rect, pos2, vec2};

use super::data::Row;
use super::frame::{Frame, band_name};
use super::gutter::{self, Named};
use crate::analysis::curve::CONSTANTS;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::{marks, paint};
use crate::ui::theme::R1;
use crate::words::board as say;

/// From part to part.
const GAP: f32 = 10.0;
/// What the numbers of findings take at most.
const FINDINGS: f32 = 140.0;

/// Draws the line.
pub(super) fn draw(frame: &Frame<'_>, painter: &Painter, rect: Rect, lane: &Named<'_>) {
    let t = frame.t;
    let y = rect.center().y - 0.5;
    gutter::avatar(frame, painter, pos2(rect.left() + 20.0, y), 20.0, lane);

    // The findings stand at the right: measured where nobody sees them, then drawn.
    let unseen = painter.with_clip_rect(Rect::NOTHING);
    let width = gutter::findings(frame, &unseen, pos2(0.0, y), FINDINGS, lane.counts);
    let end = rect.right() - GAP - width;
    gutter::findings(frame, painter, pos2(end, y), FINDINGS, lane.counts);

    let painter = &painter.with_clip_rect(Rect::everything_left_of(end - GAP).intersect(painter.clip_rect()));
    let left = rect.left() + 36.0;
    let name = paint::line_within(painter, fonts::BODY_B, lane.name, t.text, (end - GAP - left).max(24.0));
    let mut x = left + name.size().x + GAP;
    painter.galley(pos2(left, y - name.size().y / 2.0), name, t.text);
    x = gutter::reach(frame, painter, pos2(x, y), lane) + GAP;
    if let Some(band) = gutter::at_end(frame, lane.row) {
        x = marks::band(painter, pos2(x, y), band, band_name(band), t) + GAP;
    }
    gutter::stamp(frame, painter, pos2(x, y), lane.row.lane.relationship.status);
}

/// Draws the word on the ready line of a lane, which otherwise stands in the column: under everything that may lie over a curve.
pub(super) fn ready(frame: &Frame<'_>, painter: &Painter, row: &Row) {
    if frame.metrics.head <= 0.0 || row.folded {
        return;
    }
    let (t, rect) = (frame.t, frame.name(row));
    // While the line stays in view of a lane that is scrolled past, the place it stands on is its own.
    let top = frame.lane_top(row.at);
    let seen = rect.top() - top < 1.0;
    if let Some(curve) = frame.curve(row).filter(|_| seen) {
        // On the side of the line where the curve is not, and on the colour of the board: it is to be read, not seen through.
        let above = curve.value_at(frame.scale.at(frame.plan_x(rect.left() + 40.0))) < CONSTANTS.ready;
        let y = frame.value_y(top, CONSTANTS.ready) + if above { -10.0 } else { 10.0 };
        let word = paint::line(painter, fonts::META_M, say::ready_to_ask(), t.ready);
        let place = Rect::from_min_size(pos2(rect.left() + 8.0, y - word.size().y / 2.0), word.size());
        painter.rect_filled(place.expand2(vec2(4.0, 0.0)), CornerRadius::same(R1), t.canvas);
        painter.galley(place.min, word, t.ready);
    }
}

/// Most markers of a folded lane that are looked at for a place between them.
const MOST_LOOKED_AT: usize = 256;

/// Draws the name of a folded lane: who, how far the relationship comes, and what was found. Beside the lanes the band and
/// the numbers stand at the right end of its line, where they stay while the board moves.
pub(super) fn folded(frame: &Frame<'_>, painter: &Painter, ui: &egui::Ui, rect: Rect, lane: &Named<'_>) {
    let t = frame.t;
    let above = frame.metrics.head > 0.0;
    let middle = rect.center().y - if above { 3.5 } else { 0.5 };
    gutter::avatar(frame, painter, pos2(rect.left() + 20.0, middle), 17.0, lane);
    let left = rect.left() + 33.0;
    let room = if above { rect.width() * 0.4 } else { rect.right() - left - 4.0 };
    // What is written on its notes has no room, but nobody is to miss that there are some.
    let notes = gutter::notes_of(frame, lane.row);
    let sign = (notes > 0).then(|| paint::line(painter, fonts::META_M, &notes.to_string(), t.text_2));
    let of_sign = sign.as_ref().map_or(0.0, |sign| sign.size().x + 24.0);
    let name = paint::line_within(painter, fonts::BODY_B, lane.name, t.text, room - of_sign);
    let after = left + name.size().x;
    painter.galley(pos2(left, middle - name.size().y / 2.0), name, t.text);
    if let Some(sign) = sign {
        icons::NOTE.paint(painter, pos2(after + 13.0, middle), 12.0, t.text_2);
        painter.galley(pos2(after + 21.0, middle - sign.size().y / 2.0), sign, t.text_2);
    }

    let wide = super::frame::painter_in(ui, if above { frame.names() } else { frame.content });
    let right = frame.content.right() - GAP;
    let unseen = wide.with_clip_rect(Rect::NOTHING);
    let counts = gutter::findings(frame, &unseen, pos2(0.0, middle), FINDINGS, lane.counts);
    let band = gutter::at_end(frame, lane.row);
    let pill = band.map_or(0.0, |band| marks::band(&unseen, pos2(0.0, middle), band, band_name(band), t) + GAP);
    // The markers are the lane: what is said of it stands where none of them is, without the band where that needs less room.
    let row = lane.row;
    let seen = row.packed.places().get(row.seen.clone()).unwrap_or_default();
    let is_free = |start: f32, end: f32| {
        let near = |x: f32| (start - 2.0 * GAP..=end + GAP).contains(&x);
        !seen.iter().take(MOST_LOOKED_AT).filter_map(|place| place.stem).any(|stem| near(frame.x(stem)))
    };
    let left = frame.content.left() + GAP;
    let places = [(right - counts - pill, pill), (right - counts, 0.0), (left, pill), (left, 0.0)];
    let free = places.into_iter().find(|(start, pill)| above || is_free(*start, start + counts + pill));
    let (start, pill) = free.unwrap_or((right - counts - pill, pill));
    let ground = Rect::from_x_y_ranges(start - GAP..=start + counts + pill + GAP, rect.top() + 1.0..=rect.bottom() - 1.5);
    wide.rect_filled(ground, CornerRadius::ZERO, if above { t.panel } else { t.canvas });
    if let Some(band) = band.filter(|_| pill > 0.0) {
        marks::band(&wide, pos2(start, middle), band, band_name(band), t);
    }
    gutter::findings(frame, &wide, pos2(start + pill, middle), FINDINGS, lane.counts);
}
