//! Wheel, pinch, panning and the pointer over the background.

use egui::{
    CursorIcon, DragAndDrop, Event, InputState, Key, MouseWheelUnit, PointerButton, Pos2, Rect, RectAlign, Response, Tooltip, Ui,
    Vec2,
};

use super::curve;
use super::data::Row;
use super::drag::{self, Drag};
use super::frame::Frame;
use super::menu;
use super::state::BoardState;
use crate::analysis::packing::Place;
use crate::model::Moment;
use crate::ui::carry::Carried;
use crate::ui::kit::{asked_by_keys, open_as_by_keys};
use crate::ui::view::{Action, Actions, Selection};

/// Nearer than this to a marker's middle, the pointer is on it.
const NEAR: f32 = 9.0;
/// How much a notch of the wheel zooms.
const NOTCH: f64 = 1.12;
/// Touchpads report points instead of notches: so many are one.
const NOTCH_POINTS: f64 = 40.0;
const NOTCHES_A_PAGE: f64 = 3.0;
/// Room between the pointer and what it explains.
const ABOVE: f32 = 12.0;

/// Wheel, pinch, and everything that pans.
pub(super) fn navigate(state: &mut BoardState, ui: &Ui, whole: Rect, content: Rect) {
    // Over the names of the lanes the wheel goes through the lanes as it does over their cards.
    if ui.rect_contains_pointer(whole) {
        let (zoom, wheel, pointer) = ui.input_mut(|input| {
            let wheel = std::mem::take(&mut input.smooth_scroll_delta);
            (zoom_asked(input), wheel, input.pointer.hover_pos())
        });
        if (zoom - 1.0).abs() > f64::EPSILON
            && let Some(pointer) = pointer
        {
            state.zoom(zoom, pointer - content.min.to_vec2());
        }
        // Where all lanes are in view, a wheel that only turns one way moves through time.
        let turned = wheel.x == 0.0 && state.all_lanes_fit();
        state.pan(if turned { Vec2::new(wheel.y, 0.0) } else { wheel });
    }
    let space = ui.input(|input| input.key_down(Key::Space));
    let middle = ui.input(|input| input.pointer.button_down(PointerButton::Middle)) && ui.rect_contains_pointer(content);
    let grabbed = space && ui.input(|input| input.pointer.primary_down()) && ui.rect_contains_pointer(content);
    if state.drag.is_none() && (middle || grabbed) {
        state.pan(ui.input(|input| input.pointer.delta()));
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    }
}

/// The zoom that this frame's events ask for: pinching as far as the fingers go, the wheel with Ctrl by [`NOTCH`]. egui's
/// own reading of the wheel goes four times as fast.
fn zoom_asked(input: &InputState) -> f64 {
    let pinch = input.multi_touch().map_or(1.0, |touch| f64::from(touch.zoom_delta));
    let factor = |event: &Event| match event {
        Event::Zoom(factor) => f64::from(*factor),
        Event::MouseWheel { unit, delta, modifiers, .. } if modifiers.command => {
            let turned = f64::from(delta.x + delta.y);
            NOTCH.powf(match unit {
                MouseWheelUnit::Line => turned,
                MouseWheelUnit::Point => turned / NOTCH_POINTS,
                MouseWheelUnit::Page => turned * NOTCHES_A_PAGE,
            })
        }
        _ => 1.0,
    };
    input.events.iter().map(factor).product::<f64>() * pinch
}

/// Goes on with what is in the hand: follows the pointer, scrolls at the edges, lets go, gives up. Returns the pointer.
pub(super) fn drag(frame: &Frame<'_>, state: &mut BoardState, ui: &Ui, out: &mut Actions) -> Option<Pos2> {
    let (pointer, down, alt) = ui.input(|input| (input.pointer.latest_pos(), input.pointer.primary_down(), input.modifiers.alt));
    bring(frame, state, ui, pointer);
    state.drag.as_ref()?;
    // Escape lets go of what is carried, and another panel that takes it leaves nothing to drop here.
    if drag::is_given_up(ui) || !drag::is_carried(ui) {
        state.drag = None;
        DragAndDrop::clear_payload(ui.ctx());
        ui.ctx().stop_dragging();
        return None;
    }
    let Some(pointer) = pointer else {
        // The pointer left the window for good: nobody knows where the card was meant to go.
        state.drag = None;
        return None;
    };
    let hand = state.drag.as_mut()?;
    hand.follow(frame, pointer, alt);
    if down {
        scroll_at_edge(frame, state, ui, pointer);
    } else {
        hand.drop(frame, out);
        state.drag = None;
        DragAndDrop::clear_payload(ui.ctx());
        return None;
    }
    Some(pointer)
}

/// How long something is held near an edge before the board begins to scroll, in seconds: who only crosses the edge, on the
/// way in or to the tray, wants to find the plan where it was.
const DWELL: f64 = 0.35;
/// So far somebody goes on towards an edge who means it, in points.
const OUTWARDS: f32 = 4.0;

/// The board scrolls while something is held near one of its edges. At the end of the plan it rests, however long that is.
pub(super) fn scroll_at_edge(frame: &Frame<'_>, state: &mut BoardState, ui: &Ui, pointer: Pos2) {
    let (seconds, now, origin) = ui.input(|input| (input.stable_dt, input.time, input.pointer.press_origin()));
    let mut by = Drag::scroll(frame, pointer, seconds);
    state.was_away |= by == Vec2::ZERO;
    if let Some(origin) = origin.filter(|_| !state.was_away) {
        by = outwards(by, pointer - origin);
    }
    if by == Vec2::ZERO || !frame.whole.contains(pointer) {
        state.at_edge = None;
        state.is_inside |= frame.content.contains(pointer);
        return;
    }
    // What is brought comes in over an edge: that alone asks for no other part of the plan.
    if !state.is_inside && state.drag.as_ref().is_some_and(Drag::is_brought) {
        return;
    }
    let since = *state.at_edge.get_or_insert(now);
    if now - since < DWELL {
        ui.ctx().request_repaint();
        return;
    }
    let before = state.scroll;
    state.pan(-by);
    if before.iter().zip(state.scroll).any(|(before, now)| (before - now).abs() > f64::EPSILON) {
        ui.ctx().request_repaint();
    }
}

/// What of a scroll somebody asks for who took something up near that edge already, and went so far from there: the edge is meant only
/// by whoever goes on towards it.
fn outwards(by: Vec2, gone: Vec2) -> Vec2 {
    let of = |by: f32, gone: f32| if by * gone > OUTWARDS * by.abs() { by } else { 0.0 };
    Vec2::new(of(by.x, gone.x), of(by.y, gone.y))
}

/// What comes from another panel is in the board's hand as long as the pointer is over the board.
fn bring(frame: &Frame<'_>, state: &mut BoardState, ui: &Ui, pointer: Option<Pos2>) {
    let over = pointer.is_some_and(|pointer| frame.whole.contains(pointer));
    match &state.drag {
        Some(drag) if drag.is_brought() && !over => state.drag = None,
        None if over => {
            state.drag = DragAndDrop::payload::<Carried>(ui.ctx()).and_then(|carried| Drag::bring(frame, &carried));
        }
        _ => {}
    }
}

/// Clicks on the background select nothing but the lane, the other button offers what can be added there; markers and
/// curves explain themselves.
pub(super) fn background(frame: &Frame<'_>, rows: &[Row], state: &mut BoardState, background: &Response, out: &mut Actions) {
    if background.secondary_clicked() {
        state.spot = background.interact_pointer_pos().and_then(|at| menu::spot_at(frame, at));
        // What is said in the menu is about that lane.
        if let Some(spot) = state.spot {
            out.push(Action::Select(Selection::lane(spot.lane)));
        }
    }
    // With nothing chosen that has a menu of its own, keys mean the board.
    let by_keys = frame.cx.selection.moments.is_empty() && asked_by_keys(background, true);
    if let Some((spot, at)) = by_keys.then(|| menu::spot_by_keys(frame, rows, state)).flatten() {
        state.spot = Some(spot);
        open_as_by_keys(background, at);
    }
    menu::menu(frame, state, background, out);
    let modifiers = background.ctx.input(|input| input.modifiers);
    let Some(pointer) = background.interact_pointer_pos().or(background.hover_pos()) else { return };
    let row = frame.lane_at(pointer.y).and_then(|at| rows.iter().find(|row| row.at == at));
    if background.clicked() && !modifiers.shift && !modifiers.command {
        let lane = row.map(|row| row.lane.id);
        if *frame.cx.selection != (Selection { lane, ..Selection::default() }) {
            out.push(Action::Select(Selection { lane, ..Selection::default() }));
        }
        return;
    }
    let Some(row) = row.filter(|_| background.hovered() && state.drag.is_none()) else { return };
    // What a note says is read first: over it nothing else is explained.
    if state.notes.is_open() {
        return;
    }
    let Some(curve) = frame.curve(row) else { return };
    let top = frame.lane_top(row.at) + frame.metrics.curve_top;
    if pointer.y < top - NEAR || !rests(state, background, pointer) {
        return;
    }
    let hit = marker_at(frame, row, pointer);
    let day = hit.and_then(|(place, _)| place.stem).unwrap_or_else(|| frame.plan_x(pointer.x));
    let day = frame.scale.at(day);
    let ask = hit.map(|(_, moment)| moment).filter(|moment| moment.is_ask());
    let mut tooltip = Tooltip::for_enabled(background).at_pointer().gap(ABOVE);
    // Below the pointer is the next lane, which somebody may want to compare.
    tooltip.popup = tooltip.popup.align(RectAlign::TOP_START).align_alternatives(&[RectAlign::TOP_END, RectAlign::RIGHT]);
    tooltip.show(|ui| curve::tooltip(frame, row, curve, day, ask, ui));
}

/// Whether the pointer came to rest here some time ago. The background is one widget for the whole board, so egui would
/// count a rest that began on another lane, or before the board was there.
fn rests(state: &mut BoardState, background: &Response, pointer: Pos2) -> bool {
    let now = background.ctx.input(|input| input.time);
    let delay = f64::from(background.ctx.global_style().interaction.tooltip_delay);
    let since = match state.rest {
        Some((at, since)) if at == pointer => since,
        _ => now,
    };
    state.rest = Some((pointer, since));
    let left = delay - (now - since);
    if left > 0.0 {
        background.ctx.request_repaint_after(std::time::Duration::from_secs_f64(left));
    }
    left <= 0.0
}

/// The marker under the pointer, with its card.
fn marker_at<'a>(frame: &Frame<'_>, row: &'a Row, pointer: Pos2) -> Option<(&'a Place, &'a Moment)> {
    let near = |place: &&Place| {
        let at = place.stem.map(|stem| Pos2::new(frame.x(stem), frame.marker_y(row, place)));
        at.is_some_and(|at| at.distance(pointer) <= NEAR)
    };
    let place = row.packed.places().get(row.seen.clone())?.iter().take(256).find(near)?;
    Some((place, row.lane.moments.get(place.index)?))
}
