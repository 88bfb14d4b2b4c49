//! Work that no file has, under the recent plans: one box, however many drafts wait.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::Page;
use crate::ui::kit::{self, Button, paint};
use crate::ui::theme::{self, R3};
use crate::ui::view::{Action, Actions, Cx};
use crate::ui::{fonts, icons};
use crate::words::recovery as say;

/// Height of the box, in points.
const BOX: f32 = 66.0;
/// Between the list and the box, in points.
const ABOVE: f32 = 16.0;

/// What waits, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WaitingDraft {
    /// "Recovered draft".
    pub title: String,
    /// "Slow mornings, 4 edits from 31 Aug not saved".
    pub text: String,
    /// "Slow mornings": the plan of the one that can be discarded here.
    pub name: String,
}

/// The room that the box takes below the list.
pub(super) fn room(page: &Page) -> f32 {
    if page.draft.is_some() { BOX + ABOVE } else { 0.0 }
}

/// The box, where something waits.
pub(super) fn waiting(cx: &Cx<'_>, page: &Page, ui: &mut Ui, out: &mut Actions) {
    let Some(draft) = &page.draft else { return };
    let t = cx.tokens;
    ui.add_space(ABOVE);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), BOX), Sense::CLICK);
    let said = crate::words::start::two_sentences(&draft.title, &draft.text);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    ui.painter().rect(rect, CornerRadius::same(R3), t.accent_bg, Stroke::new(theme::EDGE, t.accent_line), StrokeKind::Inside);
    icons::HISTORY.paint(ui.painter(), pos2(rect.left() + 22.0, rect.center().y), 16.0, t.accent);
    let at = Rect::from_min_max(pos2(rect.right() - 110.0, rect.center().y - theme::HIT / 2.0), rect.max - vec2(12.0, 0.0));
    let layout = egui::Layout::right_to_left(egui::Align::Min);
    let mut place = ui.new_child(UiBuilder::new().id_salt("waiting draft").max_rect(at).layout(layout));
    place.spacing_mut().item_spacing.x = 4.0;
    let mut discards = kit::icon_button(&mut place, icons::CLOSE, &say::discard_of(&draft.name), false, None).clicked();
    if Button::secondary(say::review()).show(&mut place).clicked() {
        out.push(Action::ReviewDrafts);
    }
    let left = rect.left() + 41.0;
    let room = place.min_rect().left() - left - 8.0;
    let title = paint::line_within(ui.painter(), fonts::BODY_B, &draft.title, t.text, room);
    let text = paint::lines_within(ui.painter(), fonts::META, &draft.text, t.text_2, room, 2);
    let height = title.size().y + text.size().y + 1.0;
    let top = rect.center().y - height / 2.0;
    let below = top + title.size().y + 1.0;
    ui.painter().galley(pos2(left, top), title, t.text);
    ui.painter().galley(pos2(left, below), text, t.text_2);
    let _by_keys = kit::opens_chosen_by_keys(&response, false);
    kit::context_menu(&response).width(220.0).accessible_name(&draft.title).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        if kit::menu_row(ui, Some(icons::HISTORY), say::review(), "", false).clicked() {
            out.push(Action::ReviewDrafts);
            ui.close();
        }
        if kit::menu_row(ui, Some(icons::DELETE), &say::discard_of(&draft.name), "", false).clicked() {
            discards = true;
            ui.close();
        }
    });
    if discards {
        out.push(Action::DiscardDraft);
    }
}
