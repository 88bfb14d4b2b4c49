//! What stands under the top bar until it is dealt with: a file that changed, vanished, or can only be looked at.
//!
//! A bar and not a dialog: what another program does must not come between somebody and the keys they are pressing.

use egui::accesskit::Live;
use egui::{Align, Layout, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::ui::kit::{Button, icon_button, paint};
use crate::ui::theme::{self, space};
use crate::ui::view::{Action, Actions, Cx, NoticeAnswer};
use crate::ui::{fonts, icons};
use crate::words::{conflict as say, share_dialog, window};

/// Height of the bar, in points.
pub const NOTICE: f32 = 36.0;

/// Draws the notice in the space that `ui` has; nothing where there is none.
pub fn notice_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions) {
    let Some(notice) = &cx.file.notice else { return };
    let t = cx.tokens;
    let tone = t.tone(notice.tone);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), NOTICE), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, tone.bg);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(theme::EDGE, tone.line));
    let inner = rect.shrink2(vec2(12.0, 0.0));

    // The text is read first, but has what the buttons leave; how wide they are stands in memory from the last time.
    let width_id = ui.scope_id().with("notice buttons");
    let width = ui.data(|data| data.get_temp::<f32>(width_id)).unwrap_or_default();
    let room = (inner.width() - width - space::XL).max(40.0);
    icons::tone(notice.tone).paint(ui.painter(), pos2(inner.left() + 8.0, rect.center().y), 14.0, tone.text);
    let shown = paint::line_within(ui.painter(), fonts::BODY, &notice.text, t.text, room - 24.0);
    let place = Rect::from_min_size(inner.min, vec2(room, NOTICE));
    let response = ui.interact(place, ui.scope_id().with("notice text"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &notice.text));
    // Read aloud when it appears, without taking the keyboard from anywhere.
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    let elided = shown.elided;
    ui.painter().galley(pos2(inner.left() + 24.0, rect.center().y - shown.size().y / 2.0), shown, t.text);
    if elided {
        response.on_hover_text(&notice.text);
    }

    let right = Rect::from_min_max(pos2((inner.right() - width).max(inner.left()), inner.top()), inner.max);
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
    let now = right.min_rect().width();
    if (now - width).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(width_id, now));
        ui.ctx().request_discard("the buttons of the notice have another width");
    }
}

/// What the button of an answer says; the one that hides the notice is a cross.
const fn word(answer: NoticeAnswer) -> Option<&'static str> {
    Some(match answer {
        NoticeAnswer::Compare | NoticeAnswer::CompareCopy => say::compare(),
        NoticeAnswer::SaveAnew => say::save_anew(),
        NoticeAnswer::SaveElsewhere => window::save_elsewhere(),
        NoticeAnswer::EditHere => say::edit_here(),
        NoticeAnswer::OpenCopy => say::open_it(),
        NoticeAnswer::IgnoreCopy => say::ignore(),
        NoticeAnswer::ShowPrefs => share_dialog::show_folder(),
        NoticeAnswer::Hide | NoticeAnswer::HidePrefs => return None,
    })
}
