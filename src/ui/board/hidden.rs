//! Lanes that somebody does not want to see for now: they take no room on the board, and how many there are is always said.
//!
//! Nothing of the plan changes: they are checked, shared and counted as before. Whatever somebody goes to is shown, so going to
//! something in a hidden lane brings that lane back.

use std::collections::HashSet;

use egui::{Align2, CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::frame::{Frame, painter_in};
use super::state::BoardState;
use crate::model::{Campaign, LaneId};
use crate::ui::command::Command;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::paint;
use crate::ui::theme::{EDGE, R1, R2, RING};
use crate::ui::view::{Action, Actions, Cx, Kept, Selection};
use crate::words::lanes as say;

/// What they are kept as: their ids with a space between.
const HIDDEN: &str = "board.hidden";

impl BoardState {
    /// Hides a lane.
    pub fn hide_lane(&mut self, lane: LaneId) {
        self.hidden.insert(lane);
    }

    /// Shows every lane again.
    pub fn show_hidden(&mut self) {
        self.hidden.clear();
    }

    /// Whether a lane is hidden.
    #[must_use]
    pub fn is_hidden(&self, lane: LaneId) -> bool {
        self.hidden.contains(&lane)
    }

    /// How many lanes of the plan are hidden.
    #[must_use]
    pub fn hidden_lanes(&self, campaign: &Campaign) -> usize {
        if self.hidden.is_empty() { 0 } else { campaign.lanes.iter().filter(|lane| self.is_hidden(lane.id)).count() }
    }

    /// Somebody goes there, so it is shown.
    pub(super) fn come_to(&mut self, lane: LaneId) {
        if self.hidden.remove(&lane) {
            self.layout.hide(&self.hidden);
        }
    }

    /// Keeps which lanes are hidden.
    pub(super) fn keep_hidden(&self, kept: &mut Kept) {
        let mut lanes: Vec<String> = self.hidden.iter().map(LaneId::to_string).collect();
        lanes.sort_unstable();
        kept.set_word(HIDDEN, lanes.join(" "));
    }

    /// Hides the lanes that were hidden.
    pub(super) fn hide_as_before(&mut self, kept: &Kept) {
        let lanes = kept.word(HIDDEN).unwrap_or_default().split(' ').filter_map(LaneId::parse);
        self.hidden = lanes.collect::<HashSet<LaneId>>();
    }

    /// What a click selects, without the cards of hidden lanes that lie between.
    pub(super) fn without_hidden(&self, cx: &Cx<'_>, action: Action) -> Action {
        match action {
            Action::Select(mut selection) if !self.hidden.is_empty() => {
                self.leave_hidden(cx, &mut selection);
                Action::Select(selection)
            }
            other => other,
        }
    }

    fn leave_hidden(&self, cx: &Cx<'_>, selection: &mut Selection) {
        selection.moments.retain(|id| !cx.index.lane(*id).is_some_and(|lane| self.is_hidden(lane)));
    }
}

/// Says how many lanes are hidden, and shows them again: in the corner over their names, in windows without that column at the
/// lower left.
pub(super) fn notice(frame: &Frame<'_>, state: &mut BoardState, ui: &Ui, out: &mut Actions) {
    let count = state.hidden_lanes(frame.cx.campaign);
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
        let hidden = frame.cx.campaign.lanes.iter().filter(|lane| state.is_hidden(lane.id));
        let names: Vec<&str> = hidden.take(12).map(|lane| frame.cx.campaign.lane_name(lane)).collect();
        response.on_hover_ui(|ui| {
            ui.label(fonts::BODY_M.rich(&name));
            for lane in names {
                ui.label(fonts::META.rich(lane).color(t.text_2));
            }
            ui.label(fonts::META.rich(say::hidden_note()).color(t.text_3));
        });
    }
}
