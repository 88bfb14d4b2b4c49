//! How the card of a moment looks in whichever view draws it: its state, the edge and the rings that say it, and what its inside rests
//! on. Where a card stands and what is inside of it is the view's own.

use std::sync::Arc;

use egui::{Color32, Painter, Rect, TextureHandle, TextureId, Theme, vec2};

use super::kit::{marks, paint};
use super::theme::{Tokens, Tone};
use crate::model::Moment;

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
    /// Somebody looked for it.
    pub(super) marked: bool,
    /// The copy that follows the pointer.
    pub(super) lifted: bool,
    /// Letting go of that copy would change nothing.
    pub(super) refused: bool,
}

impl Look {
    /// The colour of its edge.
    pub(super) fn edge(&self, t: &Tokens) -> Color32 {
        match self.tone {
            _ if self.refused => t.s_err_line,
            _ if self.lifted => t.accent,
            Some(tone @ (Tone::Error | Tone::Warning | Tone::Accepted)) => t.tone(tone).line,
            _ if self.hovered => t.line_strong,
            _ => t.line,
        }
    }

    /// Draws what is around a card, over its neighbours, which may be nearer than a ring; that of the keyboard stands `apart`.
    pub(super) fn rings(&self, painter: &Painter, rect: Rect, radius: u8, apart: f32, t: &Tokens) {
        if self.selected || self.marked {
            paint::ring(painter, rect, radius, 1.0, t.accent);
        }
        if self.focused || self.marked {
            paint::ring(painter, rect, radius, apart, t.accent);
        }
        if self.selected && self.several {
            marks::selected_dot(painter, rect.right_top() + vec2(-3.0, 3.0), t);
        }
    }
}

/// What the inside of a card rests on: while it is the same, nothing is laid out again. `rest` is what a view adds.
pub(super) struct Inside<R> {
    moment: Arc<Moment>,
    tone: Option<Tone>,
    picture: Option<TextureId>,
    dark: bool,
    rest: R,
}

impl<R> Inside<R> {
    pub(super) fn of(moment: &Arc<Moment>, tone: Option<Tone>, picture: Option<&TextureHandle>, theme: Theme, rest: R) -> Self {
        Self { moment: Arc::clone(moment), tone, picture: picture.map(TextureHandle::id), dark: theme == Theme::Dark, rest }
    }
}

impl<R: PartialEq> PartialEq for Inside<R> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.moment, &other.moment)
            && self.tone == other.tone
            && self.picture == other.picture
            && self.dark == other.dark
            && self.rest == other.rest
    }
}
