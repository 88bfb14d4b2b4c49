//! Pictures as they are drawn anywhere: cut to fill a place or whole within it, with a mark where one cannot be shown. Never
//! knows where pictures come from; what is not there is asked for.

mod around;
mod busy;
mod large;
mod target;

use std::sync::Arc;

use egui::epaint::{Brush, RectShape};
use egui::{Color32, CornerRadius, Painter, Rect, TextureHandle, pos2, vec2};

pub use self::around::Around;
pub use self::busy::{Busy, busy_ui};
pub use self::large::{Large, PictureAnswer, PictureView, picture_ui};
pub use self::target::drop_ui;
pub use super::board::title_of;
use super::icons;
use super::theme::Tokens;
use super::view::{Action, Actions, Cx};
use crate::model::PictureId;
use crate::words::{moment_picture as say, window};

/// How a picture lies in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It fills the place, cut where it is too wide or too high.
    Fill,
    /// All of it is seen.
    Whole,
}

/// Draws a picture of the plan, asks for it where it is not there, and returns what a tooltip says of it.
pub fn paint(cx: &Cx<'_>, painter: &Painter, place: Rect, (id, fit, radius): (PictureId, Fit, u8), out: &mut Actions) -> String {
    let name = cx.campaign.picture(id).map_or("", |picture| picture.name.as_str());
    let round = CornerRadius::same(radius);
    if let Some(texture) = cx.pictures.get(id) {
        textured(painter, place, texture, fit, round);
        return name.to_owned();
    }
    if cx.pictures.is_broken(id) {
        broken(painter, place, round, cx.tokens);
        return say::broken(name);
    }
    if cx.pictures.lacks(id) {
        out.push(Action::NeedPicture(id));
    }
    painter.rect_filled(place, round, cx.tokens.sunken);
    window::picture_pending(name)
}

/// Draws a texture into a place.
pub fn textured(painter: &Painter, place: Rect, texture: &TextureHandle, fit: Fit, round: CornerRadius) {
    let [width, height] = texture.size();
    let have = width as f32 / height.max(1) as f32;
    let (place, uv) = match fit {
        Fit::Fill => (place, filling(have, place)),
        Fit::Whole => (whole(have, place), Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0))),
    };
    let brush = Brush { fill_texture_id: texture.id(), uv };
    painter.add(RectShape { brush: Some(Arc::new(brush)), ..RectShape::filled(place, round, Color32::WHITE) });
}

/// The part of a picture of that shape (its width by its height) that fills a place without bending it.
fn filling(have: f32, place: Rect) -> Rect {
    let want = place.width() / place.height();
    let shown = if have > want { vec2(want / have, 1.0) } else { vec2(1.0, have / want) };
    Rect::from_center_size(pos2(0.5, 0.5), shown)
}

/// The largest place of that shape within another, in its middle.
fn whole(have: f32, place: Rect) -> Rect {
    let size = if have > place.width() / place.height() {
        vec2(place.width(), place.width() / have)
    } else {
        vec2(place.height() * have, place.height())
    };
    Rect::from_center_size(place.center(), size)
}

/// The mark of a picture that cannot be shown, where it would be.
pub fn broken(painter: &Painter, place: Rect, round: CornerRadius, t: &Tokens) {
    painter.rect_filled(place, round, t.sunken);
    let size = (place.height() * 0.55).clamp(12.0, 40.0);
    icons::PICTURE_BROKEN.paint(painter, place.center(), size, t.text_2);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_cut_or_made_smaller_but_never_bent() {
        let place = Rect::from_min_size(pos2(10.0, 20.0), vec2(160.0, 80.0));
        for have in [0.25_f32, 1.0, 2.0, 9.0] {
            let uv = filling(have, place);
            assert!((have * uv.width() / uv.height() - 2.0).abs() < 1e-4, "{have} fills it");
            assert!(uv.min.x >= 0.0 && uv.max.y <= 1.0);
            let inside = whole(have, place);
            assert!((inside.width() / inside.height() - have).abs() < 1e-3, "{have} is whole");
            assert!(place.expand(0.01).contains_rect(inside) && (inside.center() - place.center()).length() < 1e-3);
        }
    }
}
