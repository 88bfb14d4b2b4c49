//! What stands under the rows: what they come to, and the row that adds another one. Where the rows are more than there is room for,
//! the sums stay at the lower edge.

use egui::{CornerRadius, Painter, Pos2, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::column::Column;
use super::frame::{Frame, ROW};
use super::grid::title_left;
use super::paint::INSET;
use super::toolbar::add_menu;
use crate::model::Money;
use crate::ui::bars;
use crate::ui::command::Command;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::{Button, paint};
use crate::ui::theme::{EDGE, HIT};
use crate::ui::view::{Actions, Cx};
use crate::words::{self, table_view as say};

/// Draws it below the rows; `whole` is the place of rows and sums together.
pub(super) fn show(frame: &Frame<'_>, whole: Rect, ui: &mut Ui, out: &mut Actions) {
    let t = frame.t;
    let after = frame.line_rect(frame.lines.lines.len()).top();
    let top = after.min(whole.bottom() - ROW);
    let rect = Rect::from_min_size(pos2(whole.left(), top), vec2(whole.width(), ROW));
    let painter = ui.painter().with_clip_rect(whole.intersect(ui.clip_rect()));
    let sums = ui.interact(rect, ui.scope_id().with("table sums"), Sense::CLICK);
    painter.rect_filled(rect, CornerRadius::ZERO, t.hover);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(EDGE, t.line));
    if top < after {
        painter.hline(rect.x_range(), rect.top(), Stroke::new(EDGE, t.line));
    }
    let counted = &frame.lines.sums;
    let text = say::totals(words::moments(counted.moments), counted.balance.give, counted.balance.ask);
    let fees: Vec<String> = counted.fees.iter().map(Money::readable).collect();
    let fees = words::list(&fees);
    let spoken = if fees.is_empty() { text.clone() } else { words::dotted(&text, &fees) };
    sums.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    // Under the fees, where these are in sight; under another column the sum would seem to be of that one.
    let galley = paint::line(&painter, fonts::META_M, &fees, t.text_2);
    let from = title_left(frame) + paint::line(&painter, fonts::META_M, &text, t.text_2).size().x + 16.0;
    let right = frame.slot(Column::Fee).map(|slot| frame.column_left(slot) + slot.width - INSET);
    let left = right.filter(|right| *right < rect.right()).map(|right| right - galley.size().x).filter(|left| *left >= from);
    let beside = if left.is_some() { &text } else { &spoken };
    paint::text_at(&painter, title_left(frame), rect.center().y, fonts::META_M, beside, t.text_2);
    if let Some(left) = left {
        painter.galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, t.text_2);
    }
    let add = Rect::from_min_size(pos2(whole.left(), rect.bottom()), vec2(whole.width(), ROW));
    // Half of it would only stand under the bar for several rows: it is scrolled to.
    if add.bottom() <= whole.bottom() + 1.0 {
        row(frame, add, whole, ui, out);
    }
    if frame.lines.sums.moments == 0 {
        let center = pos2(whole.center().x, whole.top() + (whole.height() * 0.4).max(2.5 * ROW));
        nothing(frame, center, (whole.width() - 40.0).clamp(80.0, 480.0), &painter, ui, out);
    }
}

/// Says why there is no row, and shows the way to rows where there is one.
fn nothing(frame: &Frame<'_>, center: Pos2, room: f32, painter: &Painter, ui: &mut Ui, out: &mut Actions) {
    let t = frame.t;
    let (title, why, way) = why_nothing(frame.cx, ui);
    let said = ui.interact(Rect::from_center_size(center, vec2(1.0, 1.0)), ui.scope_id().with("nothing"), Sense::hover());
    said.widget_info(|| WidgetInfo::labeled(Role::Label, true, crate::words::dotted(title, &why)));
    let title = paint::line(painter, fonts::UI_B, title, t.text);
    painter.galley(center - vec2(title.size().x / 2.0, 0.0), title, t.text);
    let hint = paint::lines_within(painter, fonts::BODY, &why, t.text_2, room, 3);
    painter.galley(center - vec2(hint.size().x / 2.0, -24.0), hint, t.text_2);
    let Some(command) = way else { return };
    let width = paint::line(painter, fonts::BODY_M, command.name(), t.text).size().x + 32.0;
    let place = Rect::from_center_size(center + vec2(0.0, 66.0), vec2(width, HIT));
    let mut child = ui.new_child(UiBuilder::new().id_salt("table nothing").max_rect(place));
    if Button::secondary(command.name()).show(&mut child).clicked() {
        out.run(command);
    }
}

/// That no moment is shown, why, and the command that shows some.
fn why_nothing(cx: &Cx<'_>, ui: &Ui) -> (&'static str, String, Option<Command>) {
    let all = || cx.campaign.lanes.iter().flat_map(|lane| &lane.moments);
    if all().next().is_none() {
        (say::nothing_yet(), say::nothing_yet_hint(bars::keys(ui, Command::Palette)), None)
    } else if all().any(|moment| cx.sieve.shows(moment.id)) {
        (say::nothing_shown(), say::nothing_unhidden().to_owned(), Some(Command::ShowHiddenLanes))
    } else {
        (say::nothing_shown(), say::nothing_found().to_owned(), Some(Command::ClearFilter))
    }
}

/// The row that adds a moment.
fn row(frame: &Frame<'_>, rect: Rect, whole: Rect, ui: &Ui, out: &mut Actions) {
    let t = frame.t;
    let painter = ui.painter().with_clip_rect(whole.intersect(ui.clip_rect()));
    let text = paint::line(&painter, fonts::BODY, say::add_row(), t.text_2);
    let place = Rect::from_min_size(rect.min, vec2((text.size().x + 48.0).min(rect.width()), ROW));
    let response = ui.interact(place, ui.scope_id().with("table add"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, frame.cx.locked().is_none(), say::add_row()));
    if response.hovered() {
        painter.rect_filled(rect, CornerRadius::ZERO, t.panel);
    }
    icons::PLUS.paint(&painter, pos2(rect.left() + 16.0, rect.center().y), 14.0, t.text_2);
    painter.galley(pos2(rect.left() + 32.0, rect.center().y - text.size().y / 2.0), text, t.text_2);
    if response.has_focus() {
        paint::ring(&painter, place.shrink(4.0), 6, 1.0, t.accent);
    }
    if frame.cx.locked().is_none() {
        add_menu(frame.cx, &response, out);
    }
}
