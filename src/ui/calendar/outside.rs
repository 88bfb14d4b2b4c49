//! The strip above the days while none of them is a day of the plan: where the plan is, and the way there.
//!
//! It only knows the days of the page and those of the plan: a month in the middle of the plan on which nothing comes has no
//! strip.

use std::sync::Arc;

use egui::{Align, CornerRadius, Galley, Layout, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::CalendarState;
use super::frame::Frame;
use super::page::Page;
use crate::analysis::scale::Span;
use crate::model::Day;
use crate::ui::fonts;
use crate::ui::kit::{Button, paint};
use crate::ui::theme::{EDGE, space};
use crate::words::calendar_view as say;

/// Its least height, and from its edges to the text, in points.
const HEIGHT: f32 = 34.0;
const AROUND: (f32, f32) = (14.0, 6.0);
/// What the button takes beside its word, in points.
const BUTTON: f32 = 16.0;
/// Most lines of the text.
const LINES: usize = 2;

/// The first and the last day of the plan, where none of its days is on the page.
pub(super) fn of(plan: Option<Span>, page: Page) -> Option<(Day, Day)> {
    let plan = plan?;
    let (first, last) = (Day::from_number(plan.first), Day::from_number(plan.last));
    (last < page.first() || page.last() < first).then_some((first, last))
}

/// What is said, in as many lines as it needs beside the button.
fn text((first, last): (Day, Day), ui: &Ui, width: f32, color: egui::Color32) -> (Arc<Galley>, String) {
    let text = if first == last { say::plan_is_on(first.long()) } else { say::plan_runs(first.before(last), last.long()) };
    let word = paint::line(ui.painter(), fonts::BODY_M, say::go_to_the_plan(), color);
    let room = (width - 2.0 * AROUND.0 - space::XL - word.size().x - BUTTON).max(80.0);
    (paint::lines_within(ui.painter(), fonts::BODY, &text, color, room, LINES), text)
}

/// How tall it is in a calendar of that width.
pub(super) fn height(plan: (Day, Day), ui: &Ui, width: f32) -> f32 {
    let (galley, _) = text(plan, ui, width, egui::Color32::PLACEHOLDER);
    (galley.size().y + 2.0 * AROUND.1).ceil().max(HEIGHT)
}

/// Draws it; the button leads to the end of the plan that is nearer.
pub(super) fn show(frame: &Frame<'_>, plan: (Day, Day), place: Rect, state: &mut CalendarState, ui: &mut Ui) {
    let t = frame.t;
    ui.painter().rect_filled(place, CornerRadius::ZERO, t.sunken);
    ui.painter().hline(place.x_range(), place.bottom() - 0.5, Stroke::new(EDGE, t.line));
    let (galley, said) = text(plan, ui, place.width(), t.text);
    let left = pos2(place.left() + AROUND.0, place.center().y - galley.size().y / 2.0);
    let rect = Rect::from_min_size(left, galley.size());
    let response = ui.interact(rect, ui.scope_id().with("outside the plan"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &said));
    // Read aloud when the page is turned here, without taking the focus from anywhere.
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
    ui.painter().galley(left, galley, t.text);
    let beside = Rect::from_min_max(pos2(rect.right() + space::XL, place.top()), place.max - vec2(AROUND.0, 0.0));
    let layout = Layout::left_to_right(Align::Center);
    let mut right = ui.new_child(UiBuilder::new().id_salt("to the plan").max_rect(beside).layout(layout));
    if Button::secondary(say::go_to_the_plan()).small().show(&mut right).clicked() {
        let (first, last) = plan;
        state.focus_day(if frame.sheet.page.last() < first { first } else { last });
        ui.ctx().request_repaint();
    }
}
