//! Lanes change their order by dragging their names.

use egui::{CursorIcon, PointerButton, Rect, Response, Stroke, Ui, pos2};

use super::data::Row;
use super::drag;
use super::frame::{Frame, painter_in};
use super::input;
use super::state::BoardState;
use crate::edit::{Edit, Step};
use crate::model::LaneId;
use crate::ui::fonts;
use crate::ui::kit::paint;
use crate::ui::theme::{R2, RING};
use crate::ui::view::{Action, Actions, Selection};
use crate::words::hand as say;

/// A lane in the hand.
pub(super) struct LaneDrag {
    lane: LaneId,
    /// Where it stands among the campaign's.
    at: usize,
}

/// Takes a lane up by its name.
pub(super) fn begin(frame: &Frame<'_>, row: &Row, response: &Response, state: &mut BoardState, ui: &Ui, out: &mut Actions) {
    let free = state.drag.is_none() && !ui.input(|input| input.key_down(egui::Key::Space));
    let taken_up = response.drag_started_by(PointerButton::Primary) && free && frame.cx.campaign.lanes.len() > 1;
    if let Some(why) = frame.cx.locked().filter(|_| taken_up) {
        out.push(Action::Note(why.to_owned()));
    } else if taken_up {
        state.lane_drag = Some(LaneDrag { lane: row.lane.id, at: row.at });
    }
}

/// Goes on with a lane in the hand: shows the gap that it would go to, scrolls at the edges, lets go, gives up.
pub(super) fn show(frame: &Frame<'_>, state: &mut BoardState, ui: &Ui, out: &mut Actions) {
    let Some(LaneDrag { lane, at }) = state.lane_drag else { return };
    let (at_pointer, down) = ui.input(|input| (input.pointer.latest_pos(), input.pointer.primary_down()));
    let lanes = &frame.cx.campaign.lanes;
    let Some(pointer) = at_pointer.filter(|_| !drag::is_given_up(ui)) else {
        state.lane_drag = None;
        ui.ctx().stop_dragging();
        return;
    };
    // The gap nearest to the pointer: above the lane it is over, or below.
    let over = frame.lane_at(pointer.y);
    let gap = match over {
        Some(over) => {
            let (top, bottom) = (frame.lane_top(over), frame.lane_top(over + 1));
            if pointer.y > f32::midpoint(top, bottom) { over + 1 } else { over }
        }
        None if pointer.y < frame.content.top() => 0,
        None => lanes.len(),
    };
    let stays = gap == at || gap == at + 1;
    if !down {
        state.lane_drag = None;
        if let Some(moved) = frame.cx.campaign.lane(lane).filter(|_| !stays) {
            let label = say::step_move_lane(frame.cx.campaign.lane_name(moved));
            let before = lanes.get(gap).map(|lane| lane.id);
            out.push(Action::Edit(Step::new(label, vec![Edit::MoveLane { id: lane, before }])));
            out.push(Action::Select(Selection::lane(lane)));
        }
        return;
    }
    ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    input::scroll_at_edge(frame, state, ui, pointer);
    let area = Rect::from_min_max(pos2(frame.whole.left(), frame.content.top()), frame.whole.max);
    let shapes = painter_in(ui, area);
    let y = frame.lane_top(gap).min(area.bottom() - 1.0).max(area.top() + 1.0);
    if !stays {
        shapes.hline(area.x_range(), y, Stroke::new(RING, frame.t.accent));
    }
    let text = match lanes.get(gap) {
        _ if stays => frame.cx.campaign.lane(lane).map(|lane| frame.cx.campaign.lane_name(lane)).unwrap_or_default().to_owned(),
        Some(before) => say::lane_before(frame.cx.campaign.lane_name(before)),
        None => say::lane_last().to_owned(),
    };
    let galley = paint::line(&shapes, fonts::BODY_M, &text, frame.t.on_accent);
    let pill = Rect::from_min_size(pointer + egui::vec2(14.0, -12.0), galley.size() + egui::vec2(16.0, 8.0));
    shapes.rect_filled(pill, R2, frame.t.accent);
    shapes.galley(pill.center() - galley.size() / 2.0, galley, frame.t.on_accent);
}
