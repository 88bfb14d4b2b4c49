//! The strip below the days: moments that have none, so that nothing is hidden. They can be dragged onto a day.

use std::sync::Arc;

use egui::{
    CornerRadius, CursorIcon, DragAndDrop, PointerButton, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::CalendarState;
use super::data::Item;
use super::drag::Drag;
use super::frame::{Frame, line_of};
use super::layout::Size;
use super::more::{List, Listed};
use crate::ui::board::{card_menu_ui, pick, title_of};
use crate::ui::fonts;
use crate::ui::kit::{marks, opens_chosen_by_keys, paint};
use crate::ui::theme::{self, EDGE, R2, space};
use crate::ui::view::{Action, Actions, Selection};
use crate::words::calendar_view as say;

/// Its height, in points.
pub(super) const HEIGHT: f32 = 34.0;
/// Widest row.
const MOST: f32 = 190.0;
/// Room that the line for the rest takes.
const REST: f32 = 74.0;

/// Draws it.
pub(super) fn show(frame: &Frame<'_>, place: Rect, state: &mut CalendarState, ui: &mut Ui, out: &mut Actions) {
    let t = frame.t;
    let painter = ui.painter().with_clip_rect(place);
    painter.rect_filled(place, CornerRadius::ZERO, t.panel);
    painter.hline(place.x_range(), place.top() + 0.5, Stroke::new(EDGE, t.line));
    let label = say::without_date(frame.sheet.undated.len());
    let galley = paint::line(&painter, fonts::META_B, &label, t.text_2);
    let name = Rect::from_min_size(pos2(place.left() + 14.0, place.top()), vec2(galley.size().x, HEIGHT));
    let response = ui.interact(name, ui.scope_id().with("without a date"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &label));
    painter.galley(pos2(name.left(), name.center().y - galley.size().y / 2.0), galley, t.text_2);
    response.on_hover_text(say::without_date_hint());

    let mut x = name.right() + space::XL;
    let mut shown = 0;
    for item in &frame.sheet.undated {
        let Some((_, moment)) = item.find(frame.cx.campaign) else { continue };
        let title = paint::line_within(&painter, fonts::META_M, title_of(moment), t.text, MOST - 36.0);
        let width = title.size().x + 34.0;
        let last = shown + 1 == frame.sheet.undated.len();
        if x + width + if last { 0.0 } else { REST } > place.right() - 10.0 {
            break;
        }
        let rect = Rect::from_min_size(pos2(x, place.top() + 5.0), vec2(width, HEIGHT - 10.0));
        row(frame, *item, rect, &title, state, ui, out);
        x += width + space::M;
        shown += 1;
    }
    let left = frame.sheet.undated.len() - shown;
    if left > 0 {
        let rect = Rect::from_min_size(pos2(x, place.top() + 5.0), vec2(REST - 10.0, HEIGHT - 10.0));
        let response = ui.interact(rect, ui.scope_id().with("rest without a date"), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, say::without_date_more(left)));
        if response.hovered() {
            painter.rect_filled(rect, CornerRadius::same(R2), t.hover);
        }
        let text = paint::line(&painter, fonts::META_M, &say::more(left), t.accent);
        painter.galley(pos2(rect.left() + 4.0, rect.center().y - text.size().y / 2.0), text, t.accent);
        if response.has_focus() {
            paint::ring(&painter, rect, R2, 0.0, t.accent);
        }
        if response.clicked() {
            state.listed = Some(List::of(Listed::Undated, &response));
            ui.ctx().request_repaint();
        }
    }
}

fn row(
    frame: &Frame<'_>,
    item: Item,
    rect: Rect,
    title: &Arc<egui::Galley>,
    state: &mut CalendarState,
    ui: &Ui,
    out: &mut Actions,
) {
    let (cx, t) = (frame.cx, frame.t);
    let Some((lane, moment)) = item.find(cx.campaign) else { return };
    state.cards.push((moment.id, rect.intersect(ui.clip_rect())));
    let who = state.book.who(item.lane).map(|who| Arc::clone(&who.name)).unwrap_or_default();
    let response = ui.interact(rect, ui.scope_id().with(("undated", moment.id)), Sense::click_and_drag());
    let selected = state.chosen.has(moment.id);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, frame.spoken(item, lane, moment, &who)));
    let painter = ui.painter();
    let held = state.drag.as_ref().is_some_and(|drag| drag.takes(moment.id));
    let (fill, edge) = match (held || selected, response.hovered()) {
        (true, _) => (t.accent_bg, t.accent_line),
        (false, true) => (t.card, t.line_strong),
        (false, false) => (t.card, t.line),
    };
    painter.rect(rect, CornerRadius::same(R2), fill, Stroke::new(EDGE, edge), StrokeKind::Inside);
    marks::kind(painter, pos2(rect.left() + 14.0, rect.center().y), 14.0, moment.kind, t);
    painter.galley(pos2(rect.left() + 26.0, rect.center().y - title.size().y / 2.0), Arc::clone(title), t.text);
    if response.has_focus() {
        paint::ring(painter, rect, R2, 1.0, t.accent);
    }
    let taken_up = response.drag_started_by(PointerButton::Primary);
    if let Some(why) = cx.locked().filter(|_| taken_up) {
        out.push(Action::Note(why.to_owned()));
    } else if taken_up && state.drag.is_none() {
        let pressed = ui.input(|input| input.pointer.press_origin()).unwrap_or(rect.center());
        if let Some(drag) = Drag::begin(frame, state, item, rect, Size::Row, pressed) {
            DragAndDrop::set_payload(ui.ctx(), drag.carried());
            state.drag = Some(drag);
            ui.ctx().request_repaint();
        }
    }
    if response.double_clicked() {
        out.push(Action::FocusField("title"));
    } else if response.clicked() {
        out.push(pick::clicked(cx, moment.id, ui.input(|input| input.modifiers)));
        state.at = None;
    }
    if response.secondary_clicked() || opens_chosen_by_keys(&response, cx.selection.is_at(moment.id)) {
        state.menu = Some(moment.id);
        if !selected {
            out.push(Action::Select(Selection::moment(moment.id, Some(lane.id))));
        }
    }
    if state.menu == Some(moment.id) {
        card_menu_ui(cx, lane.id, moment, &mut state.fixes, &response, out);
    }
    if response.hovered() && state.drag.is_none() {
        ui.ctx().set_cursor_icon(CursorIcon::Grab);
        response.on_hover_ui(|ui| {
            ui.label(fonts::BODY_B.rich(title_of(moment)));
            ui.label(fonts::META.rich(line_of(cx, moment, &who)).color(theme::of(ui).text_2));
            ui.label(fonts::META.rich(say::without_date_hint()).color(theme::of(ui).text_2));
        });
    }
}
