//! Which moment a picture would go to that is carried over the window from elsewhere.

use egui::{Align2, Area, Context, Frame, Id, Label, LayerId, Margin, Order, Rect, Stroke, pos2, vec2};

use crate::ui::fonts;
use crate::ui::kit::paint;
use crate::ui::theme::{self, EDGE, Lift, R3, R4};

/// Between the card and what is said of it.
const GAP: f32 = 8.0;
/// From the lower edge of the window.
const ABOVE: f32 = 64.0;
/// Widest text.
const WIDTH: f32 = 360.0;

/// Marks the card that would get it, if the pointer is over one, and says what letting go would do.
pub fn drop_ui(ctx: &Context, card: Option<Rect>, text: &str) {
    let theme_now = ctx.theme();
    let t = theme::tokens(theme_now);
    let window = ctx.content_rect();
    let (at, pivot) = match card {
        Some(card) => {
            let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("picture target ring")));
            painter.rect_filled(card, R3, t.accent.gamma_multiply(0.12));
            paint::ring(&painter, card, R3, 1.0, t.accent);
            (pos2(card.center().x, card.bottom() + GAP), Align2::CENTER_TOP)
        }
        None => (pos2(window.center().x, window.bottom() - ABOVE), Align2::CENTER_BOTTOM),
    };
    let area = Area::new(Id::unique("picture target")).order(Order::Tooltip).pivot(pivot).fixed_pos(at).interactable(false);
    area.constrain_to(window.shrink(4.0)).show(ctx, |ui| {
        let surround = Frame::NONE
            .fill(t.card)
            .stroke(Stroke::new(EDGE, t.accent_line))
            .corner_radius(R4)
            .shadow(theme::shadow(theme_now, Lift::Pop))
            .inner_margin(Margin::symmetric(12, 6));
        surround.show(ui, |ui| {
            ui.set_max_size(vec2(WIDTH, f32::INFINITY));
            let text = ui.add(Label::new(fonts::BODY_M.rich(text).color(t.text)).wrap());
            ui.ctx().accesskit_node_builder(text.id, |node| node.set_live(egui::accesskit::Live::Polite));
        });
    });
}
