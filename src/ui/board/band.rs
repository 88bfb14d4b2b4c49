//! The rubber band: a drag over the empty board selects what it touches.

use egui::{CornerRadius, Key, Painter, PointerButton, Rect, Response, Stroke, StrokeKind, Ui, pos2};

use super::data::{self, Viewport};
use super::drag;
use super::frame::Frame;
use super::input;
use super::state::BoardState;
use crate::model::MomentId;
use crate::ui::theme::{EDGE, R1};
use crate::ui::view::{Action, Actions, Selection};

/// How much the colour of the band covers: what lies under it is to be recognised.
const SHINES: f32 = 0.35;

/// A band that is being drawn.
pub(super) struct Band {
    /// Where it began, in points of the plan: the board may scroll meanwhile.
    from: [f64; 2],
    /// What was selected before; with Shift or Ctrl it stays.
    before: Selection,
    adds: bool,
    /// What it touches; `None` before the first look.
    found: Option<Vec<MomentId>>,
}

/// Begins, follows and ends the band. Returns where it lies now.
pub(super) fn band(frame: &Frame<'_>, state: &mut BoardState, ui: &Ui, background: &Response, out: &mut Actions) -> Option<Rect> {
    let free = state.drag.is_none() && state.lane_drag.is_none() && !ui.input(|input| input.key_down(Key::Space));
    if state.band.is_none() && free && background.drag_started_by(PointerButton::Primary) {
        let (from, modifiers) = ui.input(|input| (input.pointer.press_origin(), input.modifiers));
        let from = from.or(background.interact_pointer_pos())?;
        state.band = Some(Band {
            from: [frame.plan_x(from.x), f64::from(from.y - frame.content.top()) + frame.scroll[1]],
            before: frame.cx.selection.clone(),
            adds: modifiers.shift || modifiers.command,
            found: None,
        });
    }
    state.band.as_ref()?;
    if drag::is_given_up(ui) {
        let band = state.band.take()?;
        ui.ctx().stop_dragging();
        out.push(Action::Select(band.before));
        return None;
    }
    let (pointer, down) = ui.input(|input| (input.pointer.latest_pos(), input.pointer.primary_down()));
    let Some(pointer) = pointer.filter(|_| down) else {
        state.band = None;
        return None;
    };
    input::scroll_at_edge(frame, state, ui, pointer);
    let from = state.band.as_ref().map(|band| band.from)?;
    let corner = pos2(frame.x(from[0]), frame.content.top() + super::frame::finite(from[1] - frame.scroll[1]));
    let rect = Rect::from_two_pos(corner, pointer.min(frame.content.max).max(frame.content.min));
    let found = touched(frame, state, rect);
    let band = state.band.as_mut()?;
    // One that touches nothing selects nothing, too.
    if band.found.as_ref() != Some(&found) {
        band.found = Some(found.clone());
        let kept = band.before.moments.iter().copied().filter(|id| band.adds && !found.contains(id));
        let moments: Vec<MomentId> = kept.chain(found.iter().copied()).collect();
        let last = moments.last().copied();
        let lane = last.and_then(|id| frame.cx.index.lane(id)).or(band.before.lane);
        out.push(Action::Select(Selection { lane, from: last, moments, ..Selection::default() }));
    }
    Some(rect)
}

/// The cards that a part of the screen touches.
fn touched(frame: &Frame<'_>, state: &mut BoardState, rect: Rect) -> Vec<MomentId> {
    let view = Viewport {
        x: frame.plan_x(rect.left()),
        y: f64::from(rect.top() - frame.content.top()) + frame.scroll[1],
        width: f64::from(rect.width()),
        height: f64::from(rect.height()),
    };
    let mut found = Vec::new();
    for row in data::rows(frame.cx.campaign, &mut state.layout, frame.scale, &frame.heights, view) {
        for place in row.packed.places().get(row.seen.clone()).unwrap_or_default() {
            if frame.card_rect(&row, place).intersects(rect)
                && let Some(moment) = row.lane.moments.get(place.index)
            {
                found.push(moment.id);
            }
        }
    }
    found
}

/// Draws the band.
pub(super) fn draw(frame: &Frame<'_>, painter: &Painter, rect: Rect) {
    let fill = frame.t.accent_bg.gamma_multiply(SHINES);
    painter.rect(rect, CornerRadius::same(R1), fill, Stroke::new(EDGE, frame.t.accent), StrokeKind::Inside);
}
