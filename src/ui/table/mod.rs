//! The table: a row for each moment, edited where it stands.
//!
//! [`data`] says which rows there are and in which order (pure, tested as text), `column` and [`layout`] which columns, `cells` what
//! stands in them and `read` what is made of a text that is written or pasted there. The other files draw it and take what is done:
//! `grid` with `paint`, `head`, `foot`, `toolbar`, `bulk`, `menu`, `keys`, `edit` with `choices`, `block` with `ask`. A frame costs what is
//! on screen: the lines are worked out when the plan, what is searched for, the order or the groups change. The table never
//! changes the campaign: it pushes actions.

pub mod data;
pub mod layout;

mod after;
mod ask;
mod block;
mod bulk;
mod cells;
mod choices;
mod column;
mod edit;
mod foot;
mod frame;
mod grid;
mod head;
mod keys;
mod menu;
mod paint;
mod ranked;
mod read;
mod state;
mod toolbar;

use std::sync::Arc;

use egui::{Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2, vec2};

pub use self::column::Column;
pub use self::state::TableState;

use self::cells::Ground;
use self::frame::{Frame, HEADER, ROW, TICKS};
use self::state::Wish;
use super::filter::{self, FilterState};
use super::view::{Actions, Cx};
use crate::analysis::Axis;
use crate::model::Day;

/// Draws the table in the space that `ui` has, with the filter that all views share: menus of its own for
/// it, and its bar below them.
pub fn table_ui(cx: &Cx<'_>, (state, filter): (&mut TableState, &mut FilterState), ui: &mut Ui, out: &mut Actions) {
    let whole = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(whole);
    state.follow(cx);
    state.late.bring(ui);
    let seen = whole.with_max_x((whole.right() - state.covered).max(whole.left() + 200.0));
    toolbar::show(cx, (state, filter), seen.with_max_y(whole.top() + toolbar::BAR), ui, out);
    // It comes below the menus that bring it: nothing of them moves under the pointer.
    let top = whole.top() + toolbar::BAR;
    let top = top + filter::bar::height(cx, filter, ui, seen.width()).unwrap_or(0.0);
    if top > whole.top() + toolbar::BAR {
        let place = seen.with_min_y(whole.top() + toolbar::BAR).with_max_y(top);
        ui.painter().rect_filled(place, 0.0, cx.tokens.panel);
        filter::bar::filter_bar_ui(cx, filter, &mut ui.new_child(UiBuilder::new().id_salt("filter").max_rect(place)), out);
    }
    let header = seen.with_min_y(top).with_max_y(top + HEADER);
    state.bar = bulk::room(cx, seen.width());
    ui.painter().rect_filled(seen.with_min_y(header.bottom()), 0.0, cx.tokens.panel);
    let rows = seen.with_min_y(header.bottom()).with_max_y((seen.bottom() - state.bar).max(header.bottom() + 3.0 * ROW));

    // Columns that were just hidden or moved have their places with this frame.
    state.follow(cx);
    let lines = Arc::clone(&state.lines);
    let ground = Ground::of_cx(cx);
    // Days of another year are written with it.
    let has_years = cx.derived.end.on(Axis::Calendar).is_some_and(|last| cx.years().are_told_of(Day::from_number(last)));
    // What lies over the right part for a while changes no width.
    let slots = frame::slots(&state.layout, whole.width(), (has_years, state.has_cents));
    let body = rows.with_max_y((rows.bottom() - ROW).max(rows.top()));
    state.size = body.size();
    let mut frame = Frame { cx, t: cx.tokens, ground: &ground, lines: &lines, slots: &slots, body, offset: state.offset };
    let wanted = wished(&frame, state);

    let width = slots.last().map_or(TICKS, |slot| slot.x + slot.width);
    let height = (lines.lines.len() + 2) as f32 * ROW;
    let mut child = ui.new_child(UiBuilder::new().id_salt("table").max_rect(rows));
    let mut area = ScrollArea::both().id_salt("table rows").auto_shrink(false);
    if let Some(offset) = wanted {
        area = area.scroll_offset(offset);
    }
    state.insides.begin(ui);
    area.show_viewport(&mut child, |ui, viewport| {
        ui.allocate_exact_size(vec2(width, height), Sense::hover());
        frame.offset = viewport.min.to_vec2().max(Vec2::ZERO);
        state.offset = frame.offset;
        grid::show(&frame, state, ui, out);
        foot::show(&frame, rows, ui, out);
        edit::show(&frame, state, ui, out);
    });
    head::show(&frame, state, header, ui, out);
    bulk::show(cx, state, seen, ui, out);
    if std::mem::take(&mut state.fills) {
        keys::fill_down(&frame, state, out);
    }
    if ask::show(cx, state, ui, out) {
        state.wants_keyboard = true;
        ui.ctx().request_repaint();
    }
}

/// Where the table is scrolled to so that everything is seen that was asked for; `None` where it stays.
fn wished(frame: &Frame<'_>, state: &mut TableState) -> Option<Vec2> {
    let campaign = frame.cx.campaign;
    let mut offset = state.offset;
    for wish in std::mem::take(&mut state.wishes) {
        let moment = match wish {
            Wish::Moment(id) => Some(id),
            Wish::Cell => state.cell.map(|cell| cell.id),
            Wish::Column(_) => None,
            Wish::Today => state.first_from_today(campaign, frame.cx.today),
            Wish::Lane(id) => campaign.lane(id).and_then(|_| {
                let mut rows = (0..frame.lines.lines.len()).filter_map(|line| frame.row(line));
                rows.find(|row| row.lane.is_some_and(|lane| lane.id == id)).map(|row| row.moment.id)
            }),
            Wish::Page(right, down) => {
                offset += vec2(right * state.size.x, down * state.size.y);
                None
            }
        };
        if let Some(line) = moment.and_then(|id| frame.lines.find(campaign, id, state.line)) {
            let top = line as f32 * ROW;
            let height = state.size.y.max(ROW);
            offset.y = offset.y.max(top + ROW - height).min(top).max(0.0);
        }
        let column = match wish {
            Wish::Cell => state.cell.map(|cell| cell.column),
            Wish::Column(column) => Some(column),
            _ => None,
        };
        if let Some(slot) = column.filter(|column| *column != Column::Title).and_then(|column| frame.slot(column)) {
            // Columns left of the one that stays in sight go by below it.
            let title = frame.slot(Column::Title).map_or(0.0, |title| if title.x < slot.x { title.width } else { 0.0 });
            let most = (slot.x - TICKS - title).max(0.0);
            offset.x = offset.x.clamp((slot.x + slot.width - state.size.x).max(0.0).min(most), most);
        }
    }
    let limits = Rect::from_min_size(egui::Pos2::ZERO, vec2(f32::MAX, f32::MAX));
    let offset = limits.clamp(offset.to_pos2()).to_vec2();
    (offset != state.offset).then_some(offset)
}
