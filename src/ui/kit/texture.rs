//! Pictures on their way to the graphics card, which takes none that is too large: one driver asserts, another draws nothing.

use std::sync::Arc;

use egui::epaint::{Brush, RectShape};
use egui::{Color32, ColorImage, Context, CornerRadius, Painter, Rect, TextureHandle, TextureOptions, pos2, vec2};

/// Longest side that is handed over, whatever the card says it takes, in pixels.
const MOST_SIDE: usize = 4096;
/// Most pixels that a point takes. The largest letters of the window stay far below those that the library for fonts breaks at.
const MOST_PIXELS_PER_POINT: f32 = 16.0;

/// A picture as a texture; one that is larger than the card takes is made smaller first.
pub fn texture(ctx: &Context, name: impl Into<String>, image: ColorImage) -> TextureHandle {
    let most = ctx.input(|input| input.max_texture_side).clamp(1, MOST_SIDE);
    ctx.load_texture(name, within(image, most), TextureOptions::LINEAR)
}

/// The picture with no side longer than that. Every so-manyth pixel is enough for what is this large: nobody sees all of it at once.
fn within(image: ColorImage, most: usize) -> ColorImage {
    let [width, height] = image.size;
    let longest = width.max(height);
    if longest <= most || image.pixels.len() != width * height {
        return image;
    }
    let scaled = |side: usize| (side * most / longest).max(1);
    let (to_width, to_height) = (scaled(width), scaled(height));
    let pixel = |at: usize| {
        let (x, y) = (at % to_width * width / to_width, at / to_width * height / to_height);
        image.pixels.get(y * width + x).copied().unwrap_or_default()
    };
    ColorImage::new([to_width, to_height], (0..to_width * to_height).map(pixel).collect())
}

/// Draws a picture that fills a place, cut where it is too wide or too high.
pub fn cover(painter: &Painter, place: Rect, picture: &TextureHandle, round: CornerRadius) {
    let [width, height] = picture.size();
    let (have, want) = (width as f32 / height.max(1) as f32, place.width() / place.height().max(1.0));
    let shown = if have > want { vec2(want / have, 1.0) } else { vec2(1.0, have / want) };
    let uv = Rect::from_center_size(pos2(0.5, 0.5), shown);
    let brush = Brush { fill_texture_id: picture.id(), uv };
    let shape = RectShape { brush: Some(Arc::new(brush)), ..RectShape::filled(place, round, Color32::WHITE) };
    painter.add(shape);
}

/// How much larger than usual everything is: as it was chosen, but never so large that letters cannot be drawn. A screen may say
/// anything about itself.
#[must_use]
pub fn zoom(ctx: &Context, chosen: f32) -> f32 {
    let native = ctx.native_pixels_per_point().filter(|native| native.is_finite() && *native > 0.0).unwrap_or(1.0);
    let most = MOST_PIXELS_PER_POINT / native;
    if chosen.is_finite() && chosen > 0.0 { chosen.min(most) } else { most.min(1.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_keeps_its_shape_and_its_corners() {
        let mut image = ColorImage::filled([9000, 3], Color32::BLACK);
        image.pixels[0] = Color32::WHITE;
        let small = within(image.clone(), 4096);
        assert_eq!((small.size, small.pixels.len(), small.pixels[0]), ([4096, 1], 4096, Color32::WHITE));
        assert_eq!(within(image.clone(), 9000), image);
        assert_eq!(within(ColorImage::filled([1, 1], Color32::WHITE), 1).size, [1, 1]);
    }

    #[test]
    fn no_screen_makes_letters_too_large() {
        let ctx = Context::default();
        assert!((zoom(&ctx, 1.5) - 1.5).abs() < 1e-6);
        for odd in [f32::NAN, f32::INFINITY, -1.0, 0.0, 1e9] {
            assert!((0.01..=16.0).contains(&zoom(&ctx, odd)), "{odd}");
        }
    }
}
