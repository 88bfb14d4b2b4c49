//! A card: what is painted, in which state. What stands inside is laid out once and then only moved.

use std::sync::Arc;

use egui::{CornerRadius, Painter, Pos2, Rect, Stroke, TextureHandle, TextureId, vec2};

use super::face::Content;
use super::frame::Frame;
use crate::analysis::packing::Size;
use crate::model::{Moment, MomentId};
use crate::ui::insides;
use crate::ui::kit::{marks, paint};
use crate::ui::theme::{DASH_SLOT, EDGE, Lift, R3, SLOT, Tone, shadow as shadow_of};

/// What a card's inside rests on: while it is the same, nothing is laid out again.
pub(super) struct Key {
    moment: Arc<Moment>,
    day: Option<i32>,
    size: Size,
    tone: Option<Tone>,
    picture: Option<TextureId>,
    broken: bool,
    dark: bool,
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.moment, &other.moment)
            && self.day == other.day
            && self.size == other.size
            && self.tone == other.tone
            && self.picture == other.picture
            && self.broken == other.broken
            && self.dark == other.dark
    }
}

/// The insides of cards, kept from frame to frame.
pub(super) type Insides = insides::Insides<MomentId, Key>;

/// How a card is shown.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a state of its own that the design names")]
pub(super) struct Look {
    pub(super) tone: Option<Tone>,
    pub(super) selected: bool,
    pub(super) several: bool,
    pub(super) hovered: bool,
    /// How far it has come up under the pointer, 0 to 1.
    pub(super) lift: f32,
    pub(super) focused: bool,
    /// The copy that follows the pointer.
    pub(super) lifted: bool,
    /// Letting go of that copy would change nothing.
    pub(super) refused: bool,
}

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
    let edge = match look.tone {
        _ if look.refused => t.s_err_line,
        _ if look.lifted => t.accent,
        Some(tone @ (Tone::Error | Tone::Warning | Tone::Accepted)) => t.tone(tone).line,
        _ if look.hovered => t.line_strong,
        _ => t.line,
    };
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
    if look.selected {
        paint::ring(painter, rect, R3, 1.0, frame.t.accent);
    }
    if look.focused {
        paint::ring(painter, rect, R3, 4.0, frame.t.accent);
    }
    if look.selected && look.several {
        marks::selected_dot(painter, rect.right_top() + vec2(-3.0, 3.0), frame.t);
    }
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
    let key = Key {
        moment: Arc::clone(moment),
        day: frame.scale.axis.day(frame.cx.campaign, moment.when),
        size,
        tone,
        picture: picture.map(TextureHandle::id),
        broken,
        dark: frame.theme == egui::Theme::Dark,
    };
    insides.draw(painter, moment.id, key, at, || {
        Content { frame, painter, at, moment, tone, picture, broken, ghost: None, prompt: frame.cx.prompt(moment) }.of_size(size);
    });
}
