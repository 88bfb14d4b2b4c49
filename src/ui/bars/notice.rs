//! What stands under the top bar until it is dealt with: a file that changed, vanished, or can only be looked at.
//!
//! A bar and not a dialog: what another program does must not come between somebody and the keys they are pressing.

use std::sync::Arc;

use egui::accesskit::Live;
use egui::{Align, Galley, Layout, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::document::answer_width;
use crate::ui::kit::{Button, icon_button, paint};
use crate::ui::theme::{self, Tone, space};
use crate::ui::view::{Action, Actions, Cx, Notice, NoticeAnswer, SaveState};
use crate::ui::{fonts, icons};
use crate::words::{conflict as say, recovery, share_dialog, window};

/// Least height of the bar, in points.
const NOTICE: f32 = 36.0;
/// Above and below a text of several lines.
const AROUND: f32 = 9.0;
/// Most lines of a text; what is longer stands whole under the pointer.
const LINES: usize = 6;
/// From the edge of the window to what stands in the bar.
const EDGE: f32 = 12.0;
/// Room for the icon before the text.
const ICON: f32 = 24.0;

/// What is to be said in a window of that width. Where the bar at the top has no room for why a save failed, that is said here:
/// nothing presses more.
fn notice_of(cx: &Cx<'_>, width: f32) -> Option<Notice> {
    match &cx.file.state {
        SaveState::Failed(reason) if is_told_below(width) => Some(Notice {
            tone: Tone::Error,
            text: window::not_saved(reason),
            answers: vec![NoticeAnswer::TryAgain, NoticeAnswer::SaveElsewhere],
        }),
        _ => cx.file.notice.clone(),
    }
}

/// From this width on, the bar has room for a reason and its answers beside the views and the search, in points.
const ROOM_FOR_REASONS: f32 = 1600.0;

/// Whether the bar at the top is too narrow for a reason.
pub(super) fn is_told_below(width: f32) -> bool {
    width < ROOM_FOR_REASONS
}

/// The room that the answers take.
fn answers_width(ui: &Ui, notice: &Notice) -> f32 {
    let width = |answer: &NoticeAnswer| word(*answer).map_or(theme::HIT + space::M, |word| answer_width(ui, word));
    notice.answers.iter().map(width).sum()
}

/// The text in as many lines as it needs beside the answers.
fn lines(cx: &Cx<'_>, ui: &Ui, notice: &Notice, width: f32) -> Arc<Galley> {
    let room = width - 2.0 * EDGE - ICON - answers_width(ui, notice) - space::XL;
    paint::lines_within(ui.painter(), fonts::BODY, &notice.text, cx.tokens.text, room.max(80.0), LINES)
}

/// The height of the bar in a window of that width; `None` where there is nothing to say.
#[must_use]
pub fn notice_height(cx: &Cx<'_>, ui: &Ui, width: f32) -> Option<f32> {
    let notice = notice_of(cx, width)?;
    Some((lines(cx, ui, &notice, width).size().y + 2.0 * AROUND).ceil().max(NOTICE))
}

/// Draws the notice in the space that `ui` has; nothing where there is none.
pub fn notice_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions) {
    let width = ui.available_width();
    let Some(notice) = notice_of(cx, width) else { return };
    let t = cx.tokens;
    let tone = t.tone(notice.tone);
    let (rect, _) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, tone.bg);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(theme::EDGE, tone.line));
    let inner = rect.shrink2(vec2(EDGE, 0.0));

    icons::tone(notice.tone).paint(ui.painter(), pos2(inner.left() + 8.0, rect.center().y), 14.0, tone.text);
    let shown = lines(cx, ui, &notice, width);
    let place = Rect::from_min_size(pos2(inner.left() + ICON, rect.center().y - shown.size().y / 2.0), shown.size());
    let response = ui.interact(place, ui.scope_id().with("notice text"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &notice.text));
    // Read aloud when it appears, without taking the keyboard from anywhere.
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    let elided = shown.elided;
    ui.painter().galley(place.min, shown, t.text);
    if elided {
        response.on_hover_text(&notice.text);
    }

    let right = Rect::from_min_max(pos2(inner.right() - answers_width(ui, &notice) + space::M, inner.top()), inner.max);
    let mut right = ui.new_child(UiBuilder::new().id_salt("notice").max_rect(right).layout(Layout::left_to_right(Align::Center)));
    right.spacing_mut().item_spacing.x = space::M;
    for (at, answer) in notice.answers.iter().enumerate() {
        let pressed = match word(*answer) {
            Some(word) if at == 0 => Button::secondary(word).small().show(&mut right).clicked(),
            Some(word) => Button::quiet(word).small().show(&mut right).clicked(),
            None => icon_button(&mut right, icons::CLOSE, say::hide(), false, None).clicked(),
        };
        if pressed {
            out.push(Action::Notice(*answer));
        }
    }
}

/// What the button of an answer says; the one that hides the notice is a cross.
fn word(answer: NoticeAnswer) -> Option<&'static str> {
    Some(match answer {
        NoticeAnswer::Compare | NoticeAnswer::CompareCopy => say::compare(),
        NoticeAnswer::SaveAnew => say::save_anew(),
        NoticeAnswer::SaveElsewhere => window::save_elsewhere(),
        NoticeAnswer::EditHere => say::edit_here(),
        NoticeAnswer::EditCopy => say::open_copy(),
        NoticeAnswer::TryAgain => window::try_again(),
        NoticeAnswer::OpenCopy => say::open_it(),
        NoticeAnswer::IgnoreCopy => say::ignore(),
        NoticeAnswer::ShowPrefs => share_dialog::show_folder(),
        NoticeAnswer::ShowWork => recovery::command(),
        NoticeAnswer::Hide | NoticeAnswer::HidePrefs | NoticeAnswer::HideWork => return None,
    })
}
