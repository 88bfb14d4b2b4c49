//! Where the moments are, while the board shows days on which none of the lanes in sight has one: a pointer at the edge behind
//! which the nearest lies, which leads there. It only knows the lanes in sight: one without any moment says so by itself.

use egui::{Align2, CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::data::Row;
use super::frame::{Frame, painter_in};
use super::state::BoardState;
use crate::model::MomentId;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::paint;
use crate::ui::theme::{EDGE, R3, RING};
use crate::words::board as say;

/// Height of a pointer, and from it to the edge, in points.
const TALL: f32 = 28.0;
const BESIDE: f32 = 10.0;
/// From its edges to the word and to the middle of the icon, and what both need.
const INSET: f32 = 12.0;
const ICON: f32 = 16.0;

/// The nearest moment before what is seen, and the nearest after it; neither where a moment is in sight.
fn nearest(rows: &[Row]) -> [Option<MomentId>; 2] {
    if rows.iter().any(|row| !row.seen.is_empty()) {
        return [None; 2];
    }
    let place = |row: &Row, at: Option<usize>| {
        let place = row.packed.places().get(at?)?;
        Some((place.left, row.lane.moments.get(place.index)?.id))
    };
    let before = rows.iter().filter_map(|row| place(row, row.seen.start.checked_sub(1)));
    let after = rows.iter().filter_map(|row| place(row, Some(row.seen.start)));
    let before = before.max_by(|a, b| a.0.total_cmp(&b.0));
    let after = after.min_by(|a, b| a.0.total_cmp(&b.0));
    [before, after].map(|found| found.map(|(_, id)| id))
}

/// Draws the pointers, and leads to the moment of one that is pressed.
pub(super) fn show(frame: &Frame<'_>, rows: &[Row], state: &mut BoardState, ui: &Ui) {
    // What is in the hand comes from somewhere, and is on its way.
    if state.is_dragging() || state.travel.is_some() {
        return;
    }
    let [before, after] = nearest(rows);
    let seen = frame.content.with_max_x((frame.content.right() - state.covered).max(frame.content.left()));
    let painter = painter_in(ui, frame.content);
    for (at, id) in [before, after].into_iter().enumerate() {
        let Some(id) = id else { continue };
        let left = at == 0;
        let word = if left { say::earlier_moments() } else { say::later_moments() };
        let t = frame.t;
        let galley = paint::line(&painter, fonts::BODY_M, word, t.text);
        let size = vec2(galley.size().x + ICON + 2.0 * INSET, TALL);
        let rect: Rect = if left {
            Align2::LEFT_CENTER.anchor_size(seen.left_center() + vec2(BESIDE, 0.0), size)
        } else {
            Align2::RIGHT_CENTER.anchor_size(seen.right_center() - vec2(BESIDE, 0.0), size)
        };
        let response = ui.interact(rect, ui.scope_id().with(("moments elsewhere", at)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, word));
        let fill = if response.hovered() { t.hover } else { t.card };
        painter.rect(rect, R3, fill, Stroke::new(EDGE, t.line_strong), StrokeKind::Inside);
        let (icon, x, from) = if left {
            (icons::CARET_LEFT, rect.left() + INSET + 4.0, rect.left() + INSET + ICON)
        } else {
            (icons::CARET_RIGHT, rect.right() - INSET - 4.0, rect.left() + INSET)
        };
        icon.paint(&painter, pos2(x, rect.center().y), 12.0, t.text_2);
        painter.galley(pos2(from, rect.center().y - galley.size().y / 2.0), galley, t.text);
        if response.has_focus() {
            paint::ring(&painter, rect.shrink(RING), R3, 0.0, t.accent);
        }
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        if response.clicked() {
            state.reveal(id);
            // The pointer goes with what it pointed at, and the keyboard goes on from there.
            state.focus(id);
            ui.ctx().request_repaint();
        }
    }
}
