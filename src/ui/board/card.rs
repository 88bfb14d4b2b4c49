//! A card: what is painted, in which state. What stands inside is laid out once and then only moved.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{CornerRadius, Painter, Pos2, Rect, Shape, Stroke, TextureHandle, TextureId, Vec2, vec2};

use super::face::Content;
use super::frame::Frame;
use crate::analysis::packing::Size;
use crate::model::{Moment, MomentId};
use crate::ui::kit::{marks, paint};
use crate::ui::theme::{DASH_SLOT, EDGE, Lift, R3, SLOT, Tone, shadow as shadow_of};

/// Most cards whose insides are kept.
const MOST: usize = 1024;

/// What a card's inside rests on: while it is the same, nothing is laid out again.
#[derive(Clone)]
struct Key {
    moment: Arc<Moment>,
    day: Option<i32>,
    size: Size,
    tone: Option<Tone>,
    picture: Option<TextureId>,
    broken: bool,
    dark: bool,
}

impl Key {
    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.moment, &other.moment)
            && self.day == other.day
            && self.size == other.size
            && self.tone == other.tone
            && self.picture == other.picture
            && self.broken == other.broken
            && self.dark == other.dark
    }
}

struct Inside {
    key: Key,
    origin: Pos2,
    shapes: Vec<Shape>,
    used: u64,
}

/// The insides of cards, kept from frame to frame.
#[derive(Default)]
pub(super) struct Insides {
    kept: HashMap<MomentId, Inside>,
    frame: u64,
    /// How full the font atlas was, and at which scale: when either changes back, the glyphs lie elsewhere.
    fonts: (f32, f32),
}

impl Insides {
    /// Begins a frame. Texts that were laid out point into the font atlas; when that was made anew they are worth nothing.
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method itself is not general enough in its lifetimes")]
    pub(super) fn begin(&mut self, ui: &egui::Ui) {
        self.frame += 1;
        let fonts = (ui.fonts(|fonts| fonts.font_atlas_fill_ratio()), ui.pixels_per_point());
        let same_scale = (fonts.1 - self.fonts.1).abs() < f32::EPSILON;
        if fonts.0 < self.fonts.0 || !same_scale {
            self.kept.clear();
        }
        self.fonts = fonts;
        if self.kept.len() > MOST {
            let frame = self.frame;
            self.kept.retain(|_, inside| inside.used + 1 >= frame);
        }
    }
}

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
    let number = insides.frame;
    if let Some(kept) = insides.kept.get_mut(&moment.id)
        && kept.key.is(&key)
    {
        kept.used = number;
        let by = at - kept.origin;
        painter.extend(kept.shapes.iter().map(|shape| moved(shape, by)));
        return;
    }
    let from = painter.ctx().graphics(|layers| layers.get(painter.layer_id()).map_or(0, |list| list.all_entries().len()));
    Content { frame, painter, at, moment, tone, picture, broken, ghost: None, prompt: frame.cx.prompt(moment) }.of_size(size);
    let shapes = painter.ctx().graphics(|layers| {
        let entries = layers.get(painter.layer_id()).map(|list| list.all_entries().skip(from));
        entries.into_iter().flatten().map(|entry| entry.shape.clone()).collect()
    });
    insides.kept.insert(moment.id, Inside { key, origin: at, shapes, used: number });
}

/// A shape somewhere else. Of a text only the place changes: egui's own translation would copy its glyphs.
fn moved(shape: &Shape, by: Vec2) -> Shape {
    let mut shape = shape.clone();
    if let Shape::Text(text) = &mut shape {
        text.pos += by;
    } else {
        shape.translate(by);
    }
    shape
}
