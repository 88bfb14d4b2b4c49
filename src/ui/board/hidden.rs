//! Lanes that somebody does not want to see for now: they take no room on the board, and how many there are is always said.

use egui::{Align2, CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::frame::{Frame, painter_in};
use crate::ui::command::Command;
use crate::ui::filter::hidden_lanes_note;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::paint;
use crate::ui::theme::{EDGE, R1, R2, RING};
use crate::ui::view::{Action, Actions, Cx};
use crate::words::lanes as say;

/// What a click selects, without the cards of hidden lanes that lie between.
pub(super) fn without_hidden(cx: &Cx<'_>, action: Action) -> Action {
    match action {
        Action::Select(mut selection) if cx.sieve.hidden_lanes() > 0 => {
            selection.moments.retain(|id| !cx.index.lane(*id).is_some_and(|lane| cx.sieve.hides(lane)));
            Action::Select(selection)
        }
        other => other,
    }
}

/// Says how many lanes are hidden, and shows them again: in the corner over their names, in windows without that column at the
/// lower left.
pub(super) fn notice(frame: &Frame<'_>, ui: &Ui, out: &mut Actions) {
    let count = frame.cx.sieve.hidden_lanes();
    if count == 0 {
        return;
    }
    let t = frame.t;
    let above = frame.metrics.head > 0.0;
    let painter = painter_in(ui, frame.whole);
    let text = if above { say::hidden_show(say::hidden(count)) } else { say::hidden_short(count) };
    let words = paint::line(&painter, fonts::META_M, &text, t.text_2);
    let size = vec2(words.size().x + 30.0, 22.0);
    let rect = if above {
        Align2::LEFT_BOTTOM.anchor_size(frame.whole.left_bottom() + vec2(8.0, -8.0), size)
    } else {
        let right = frame.content.left() - 4.0;
        Rect::from_min_max(pos2(frame.whole.left() + 4.0, frame.whole.top() + 2.0), pos2(right, frame.whole.top() + 24.0))
    };
    let response = ui.interact(rect, ui.scope_id().with("hidden lanes"), Sense::click());
    let name = say::hidden_spoken(say::hidden(count));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let fill = if response.hovered() { t.hover } else { t.card };
    painter.rect(rect, R2, fill, Stroke::new(EDGE, t.line_strong), StrokeKind::Inside);
    icons::EYE_SLASH.paint(&painter, pos2(rect.left() + 13.0, rect.center().y), 13.0, t.text_2);
    painter.galley(pos2(rect.left() + 23.0, rect.center().y - words.size().y / 2.0), words, t.text_2);
    if response.has_focus() {
        paint::ring(&painter, rect.shrink(RING), R1, 0.0, t.accent);
    }
    if response.clicked() {
        out.run(Command::ShowHiddenLanes);
    }
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        response.on_hover_ui(|ui| hidden_lanes_note(frame.cx, ui));
    }
}
