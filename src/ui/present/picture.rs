//! The picture of a moment, large; without one a calm place with the shape of its kind.

use egui::{CornerRadius, Painter, Rect, Role, Sense, Ui, WidgetInfo, pos2};

use super::Page;
use super::state::PresentState;
use crate::model::Moment;
use crate::ui::board::title_of;
use crate::ui::fonts;
use crate::ui::kit::{marks, paint};
use crate::ui::picture::{self, Fit, Large, textured};
use crate::ui::theme::R5;
use crate::ui::view::Actions;
use crate::words::{moment_picture, present as say, window};

/// Draws it, over the one before while that goes.
pub(super) fn draw(page: &Page<'_>, state: &PresentState, large: Large<'_>, place: Rect, ui: &Ui, out: &mut Actions) {
    let (campaign, index) = (page.cx.campaign, page.cx.index);
    if let Some((_, before)) = state.before().and_then(|id| index.moment(campaign, id)) {
        one(page, before, None, place, ui.painter(), out);
    }
    let mut painter = ui.painter().clone();
    painter.set_opacity(page.come);
    let said = one(page, page.moment, Some(large), place, &painter, out);
    ui.interact(place, ui.scope_id().with("picture"), Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Image, true, &said));
}

/// Draws one, as sharp as it is there by now; returns what a screen reader says of it.
fn one(page: &Page<'_>, moment: &Moment, large: Option<Large<'_>>, place: Rect, painter: &Painter, out: &mut Actions) -> String {
    let cx = &page.cx;
    let round = CornerRadius::same(R5);
    let Some(picture) = moment.image.and_then(|id| cx.campaign.picture(id)) else {
        empty(page, moment, place, painter);
        return say::no_picture().to_owned();
    };
    if let Some(Large::There(texture)) = large {
        textured(painter, place, texture, Fit::Fill, round);
    } else if let Some(Large::Broken) = large {
        empty(page, moment, place, painter);
        return moment_picture::broken(&picture.name);
    } else {
        // What a card shows is the same picture, only not as sharp.
        picture::paint(cx, painter, place, (picture.id, Fit::Fill, R5), out);
    }
    window::picture_of(title_of(moment))
}

/// A calm place in the tint of the kind.
fn empty(page: &Page<'_>, moment: &Moment, place: Rect, painter: &Painter) {
    let t = page.cx.tokens;
    painter.rect_filled(place, CornerRadius::same(R5), t.kind_bg(moment.kind));
    let size = (place.height() * 0.24).clamp(32.0, 120.0);
    marks::kind(painter, place.center(), size, moment.kind, t);
    let words = paint::line_within(painter, fonts::UI, say::no_picture(), t.text_2, place.width() - 24.0);
    let below = place.center().y + size / 2.0 + 16.0;
    if below + words.size().y < place.bottom() - 8.0 {
        painter.galley(pos2(place.center().x - words.size().x / 2.0, below), words, t.text_2);
    }
}
