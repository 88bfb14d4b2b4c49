//! A message that comes, offers one way back, and goes.

use egui::{Align2, Area, CornerRadius, Frame, Id, Margin, Order, Response, Role, Stroke, Ui, WidgetInfo, vec2};

use crate::ui::fonts;
use crate::ui::theme::{self, Lift, Tone};

use super::{Button, marks};

/// Draws a message at the lower middle of the window, with an action if there is one; returns the action's response.
///
/// How long it stays is the caller's business: no message holds a clock.
#[expect(clippy::must_use_candidate, reason = "drawing is the point; a message without an action returns nothing")]
pub fn toast(ui: &Ui, id: Id, tone: Tone, text: &str, action: Option<&str>) -> Option<Response> {
    let t = theme::of(ui);
    Area::new(id)
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -40.0))
        .show(ui.ctx(), |ui| {
            Frame::NONE
                .fill(t.card)
                .stroke(Stroke::new(theme::EDGE, t.line))
                .corner_radius(CornerRadius::same(theme::R4))
                .shadow(theme::shadow(ui.theme(), Lift::Pop))
                .inner_margin(Margin::symmetric(12, 8))
                .show(ui, |ui| {
                    ui.horizontal(|ui| {
                        let (rect, _) = ui.allocate_exact_size(vec2(18.0, 22.0), egui::Sense::hover());
                        marks::tone(ui.painter(), rect.center(), 16.0, tone, t);
                        let label = ui.label(fonts::BODY.rich(text));
                        label.widget_info(|| WidgetInfo::labeled(Role::Status, true, text));
                        action.map(|word| Button::secondary(word).small().show(ui))
                    })
                    .inner
                })
                .inner
        })
        .inner
}
