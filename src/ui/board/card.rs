//! A card: what is painted, in which state. What stands inside is laid out once and then only moved.

use std::sync::Arc;

use egui::{CornerRadius, Painter, Pos2, Rect, Stroke};

use super::face::Content;
use super::frame::Frame;
use crate::analysis::packing::Size;
use crate::model::{Moment, MomentId, Years};
use crate::ui::kit::paint;
pub(super) use crate::ui::look::Look;
use crate::ui::theme::{DASH_SLOT, EDGE, Lift, R3, SLOT, Tone, shadow as shadow_of};
use crate::ui::{insides, look};

/// The insides of cards, kept from frame to frame: besides the moment they rest on its day, how that is told, its
/// size and whether its picture is broken.
pub(super) type Insides = insides::Insides<MomentId, look::Inside<(Option<i32>, Years, Size, bool)>>;

/// Draws a card of size S, M or L.
pub(super) fn card(
    frame: &Frame<'_>,
    painter: &Painter,
    insides: &mut Insides,
    rect: Rect,
    size: Size,
    moment: &Arc<Moment>,
    look: Look,
) {
    let t = frame.t;
    let undated = !look.lifted && frame.scale.axis.day(frame.cx.campaign, moment.when).is_none();
    let edge = look.edge(t);
    if undated {
        // Hollow: nobody has said when it comes.
        painter.rect_filled(rect, CornerRadius::same(R3), t.canvas);
        paint::dashed_rect(painter, rect, R3, Stroke::new(SLOT, t.line_strong), DASH_SLOT);
    } else if moment.is_published() && !look.lifted {
        painter.rect(rect, CornerRadius::same(R3), t.panel, Stroke::new(EDGE, edge), egui::StrokeKind::Inside);
    } else {
        let lift = if look.lifted { 1.0 } else { look.lift };
        painter.add(shadow(frame.theme, lift).as_shape(rect, CornerRadius::same(R3)));
        painter.rect(rect, CornerRadius::same(R3), t.card, Stroke::new(EDGE, edge), egui::StrokeKind::Inside);
    }
    inside(frame, painter, insides, rect.min, size, moment, look.tone);
}

/// What is drawn around a card: over its neighbours, which may be nearer than a ring.
pub(super) fn rings(frame: &Frame<'_>, painter: &Painter, rect: Rect, look: Look) {
    look.rings(painter, rect, R3, 4.0, frame.t);
}

/// The shadow of a card that has come up that far from the board.
fn shadow(theme: egui::Theme, lift: f32) -> egui::Shadow {
    let (low, high) = (shadow_of(theme, Lift::Card), shadow_of(theme, Lift::Raised));
    if lift <= 0.0 {
        return low;
    }
    let between = |low: u8, high: u8| egui::lerp(f32::from(low)..=f32::from(high), lift.min(1.0)).round() as u8;
    egui::Shadow {
        offset: [0, between(low.offset[1].unsigned_abs(), high.offset[1].unsigned_abs()).cast_signed()],
        blur: between(low.blur, high.blur),
        spread: 0,
        color: low.color.lerp_to_gamma(high.color, lift.min(1.0)),
    }
}

fn inside(
    frame: &Frame<'_>,
    painter: &Painter,
    insides: &mut Insides,
    at: Pos2,
    size: Size,
    moment: &Arc<Moment>,
    tone: Option<Tone>,
) {
    let picture = moment.image.and_then(|id| frame.cx.pictures.get(id));
    let broken = moment.image.is_some_and(|id| frame.cx.pictures.is_broken(id));
    let day = frame.scale.axis.day(frame.cx.campaign, moment.when);
    let key = look::Inside::of(moment, tone, picture, frame.theme, (day, frame.cx.years(), size, broken));
    insides.draw(painter, moment.id, key, at, || {
        Content { frame, painter, at, moment, tone, picture, broken, ghost: None, prompt: frame.cx.prompt(moment) }.of_size(size);
    });
}
