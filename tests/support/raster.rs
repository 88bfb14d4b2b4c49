//! A renderer for window tests: draws egui's triangles on the processor.
//!
//! It blends in gamma space with premultiplied alpha, as egui's own backends do, so a picture looks like the window.
//! No graphics driver takes part, so the same frame gives the same bytes on every machine of one architecture.
//!
//! Only for tests: paint callbacks are not drawn.

#![expect(clippy::cast_possible_wrap, reason = "sides of pictures are far from the edge of i32")]
#![expect(clippy::disallowed_methods, reason = "pixels are numbers here, no colours of the window")]

use std::collections::BTreeMap;
use std::path::Path;

use egui::epaint::{ImageData, Primitive, Vertex};
use egui::{Color32, ColorImage, Context, FullOutput, Mesh, Rect, TextureFilter, TextureId, TextureOptions, TexturesDelta};
use egui_kittest::{Harness, HarnessBuilder, TestRenderer};
use image::{Rgba, RgbaImage};

/// Draws frames of a harness.
#[derive(Default)]
pub(crate) struct Raster {
    textures: BTreeMap<TextureId, Texture>,
}

struct Texture {
    image: ColorImage,
    options: TextureOptions,
}

/// A harness builder with our renderer, fonts and theme, one pixel per point, without a drawn pointer.
pub(crate) fn builder<State>(theme: egui::Theme, size: [f32; 2]) -> HarnessBuilder<State> {
    HarnessBuilder::default()
        .with_size(size)
        .with_theme(theme)
        .with_render_cursor(false)
        .with_context_setup(momentboard::ui::theme::install)
        .renderer(Raster::default())
}

/// Draws the harness as it is now and writes the picture to `path`, for looking at while developing.
#[allow(dead_code, reason = "called only while somebody looks at a picture")]
pub(crate) fn shot<State>(harness: &mut Harness<'_, State>, path: impl AsRef<Path>) {
    harness.render().expect("the frame can be drawn").save(path).expect("the picture can be written");
}

/// Compares with the picture `tests/golden/<name>.png`; `UPDATE_SNAPSHOTS=1` writes it anew.
///
/// A few pixels may differ: floating-point rounding at the edges of triangles is not the same on every processor.
pub(crate) fn assert_golden<State>(harness: &mut Harness<'_, State>, name: &str) {
    assert_picture(harness, concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden"), name);
}

/// The same with `assets/screenshots/<name>.png`, which people look at: what is written anew is packed as small as it goes.
pub(crate) fn assert_screenshot<State>(harness: &mut Harness<'_, State>, name: &str) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/screenshots");
    let path = Path::new(folder).join(format!("{name}.png"));
    let before = std::fs::read(&path).ok();
    assert_picture(harness, folder, name);
    let after = std::fs::read(&path).expect("it was compared or written");
    if before.is_none_or(|before| before != after) {
        let picture = image::load_from_memory(&after).expect("a picture").into_rgb8();
        let mut bytes = Vec::new();
        let (how, filter) = (image::codecs::png::CompressionType::Best, image::codecs::png::FilterType::Adaptive);
        let packed = image::codecs::png::PngEncoder::new_with_quality(&mut bytes, how, filter);
        picture.write_with_encoder(packed).expect("it can be packed");
        std::fs::write(&path, bytes).expect("it can be written");
    }
}

fn assert_picture<State>(harness: &mut Harness<'_, State>, folder: &str, name: &str) {
    let options = egui_kittest::SnapshotOptions::new().threshold(2.0).max_failed_pixels(20).output_path(folder);
    if let Err(error) = harness.try_snapshot_options(name, &options) {
        panic!("{error}");
    }
}

impl TestRenderer for Raster {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let mut sets: Vec<_> = delta.set.drain().collect();
        sets.sort_by_key(|(id, _)| *id);
        for (id, changes) in sets {
            for change in changes {
                let ImageData::Color(patch) = change.image;
                match (change.pos, self.textures.get_mut(&id)) {
                    (None, _) => {
                        let image = ColorImage::clone(&patch);
                        self.textures.insert(id, Texture { image, options: change.options });
                    }
                    (Some([x, y]), Some(texture)) => {
                        let [width, height] = patch.size;
                        for row in 0..height {
                            let to = (y + row) * texture.image.size[0] + x;
                            let from = row * width;
                            texture.image.pixels[to..to + width].copy_from_slice(&patch.pixels[from..from + width]);
                        }
                    }
                    (Some(_), None) => panic!("a part of a texture that was never set"),
                }
            }
        }
        self.textures.retain(|id, _| !delta.free.contains(id));
        delta.free.clear();
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * scale;
        let mut canvas = Canvas::new(size.x.round() as usize, size.y.round() as usize);
        for clipped in ctx.tessellate(output.shapes.clone(), scale) {
            if let Primitive::Mesh(mesh) = &clipped.primitive {
                let texture = self.textures.get(&mesh.texture_id).ok_or("a mesh with an unknown texture")?;
                canvas.mesh(mesh, texture, clipped.clip_rect, scale);
            }
        }
        Ok(canvas.into_image())
    }
}

impl Texture {
    fn texel(&self, x: i32, y: i32) -> [f32; 4] {
        let [width, height] = self.image.size;
        let x = x.clamp(0, width as i32 - 1) as usize;
        let y = y.clamp(0, height as i32 - 1) as usize;
        self.image.pixels[y * width + x].to_array().map(f32::from)
    }

    /// The colour at a place of the texture, 0 to 255 a channel.
    fn sample(&self, u: f32, v: f32) -> [f32; 4] {
        let [width, height] = self.image.size;
        let (x, y) = (u * width as f32, v * height as f32);
        if self.options.magnification == TextureFilter::Nearest {
            return self.texel(x.floor() as i32, y.floor() as i32);
        }
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (share_x, share_y) = (x - left, y - top);
        let (left, top) = (left as i32, top as i32);
        let corners = [
            (self.texel(left, top), (1.0 - share_x) * (1.0 - share_y)),
            (self.texel(left + 1, top), share_x * (1.0 - share_y)),
            (self.texel(left, top + 1), (1.0 - share_x) * share_y),
            (self.texel(left + 1, top + 1), share_x * share_y),
        ];
        let mut color = [0.0; 4];
        for (texel, share) in corners {
            for (sum, channel) in color.iter_mut().zip(texel) {
                *sum += channel * share;
            }
        }
        color
    }
}

/// A picture in the making: premultiplied, gamma-encoded.
struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 4]>,
}

/// Pixels that may be drawn on: from (inclusive) to (exclusive).
#[derive(Clone, Copy)]
struct Bounds {
    left: i32,
    top: i32,
    right: i32,
    bottom: i32,
}

impl Canvas {
    fn new(width: usize, height: usize) -> Self {
        Self { width, height, pixels: vec![[0; 4]; width * height] }
    }

    fn mesh(&mut self, mesh: &Mesh, texture: &Texture, clip: Rect, scale: f32) {
        let clip = Bounds {
            left: ((clip.min.x * scale).round() as i32).max(0),
            top: ((clip.min.y * scale).round() as i32).max(0),
            right: ((clip.max.x * scale).round() as i32).min(self.width as i32),
            bottom: ((clip.max.y * scale).round() as i32).min(self.height as i32),
        };
        for triangle in mesh.indices.as_chunks::<3>().0 {
            let corners = triangle.map(|index| mesh.vertices[index as usize]);
            self.triangle(corners, texture, clip, scale);
        }
    }

    /// Fills a triangle. Edges are compared in whole sixteenths of a pixel, and an edge that two triangles share
    /// belongs to exactly one of them (the top-left rule), so nothing is drawn twice and no seam shows.
    fn triangle(&mut self, corners: [Vertex; 3], texture: &Texture, clip: Bounds, scale: f32) {
        const SUB: f32 = 16.0;
        const HALF: i64 = 8;
        let [a, mut b, mut c] = corners;
        let fixed = |v: &Vertex| [(v.pos.x * scale * SUB).round() as i64, (v.pos.y * scale * SUB).round() as i64];
        let (pa, mut pb, mut pc) = (fixed(&a), fixed(&b), fixed(&c));
        let cross = |p: [i64; 2], q: [i64; 2], r: [i64; 2]| (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
        let mut area = cross(pa, pb, pc);
        if area == 0 {
            return;
        }
        if area < 0 {
            std::mem::swap(&mut b, &mut c);
            std::mem::swap(&mut pb, &mut pc);
            area = -area;
        }
        let low = |axis: usize| (pa[axis].min(pb[axis]).min(pc[axis]) / 16) as i32;
        let high = |axis: usize| (pa[axis].max(pb[axis]).max(pc[axis]) / 16) as i32 + 1;
        let (left, right) = (low(0).max(clip.left), high(0).min(clip.right));
        let (top, bottom) = (low(1).max(clip.top), high(1).min(clip.bottom));
        // An edge that is not a top or left one gives its own pixels away.
        let bias = |p: [i64; 2], q: [i64; 2]| {
            let owns = q[1] < p[1] || (q[1] == p[1] && q[0] > p[0]);
            i64::from(!owns)
        };
        let (bias_a, bias_b, bias_c) = (bias(pb, pc), bias(pc, pa), bias(pa, pb));
        // Most triangles are one flat colour on the atlas's white pixel: sampled once.
        let flat = (a.color == b.color && b.color == c.color && a.uv == b.uv && b.uv == c.uv)
            .then(|| modulate(texture.sample(a.uv.x, a.uv.y), a.color.to_array().map(f32::from)));
        let inverse = 1.0 / area as f32;
        // What each edge function grows by from one pixel to the next.
        let step = |p: [i64; 2], q: [i64; 2]| (p[1] - q[1]) * 16;
        let (step_a, step_b, step_c) = (step(pb, pc), step(pc, pa), step(pa, pb));

        for y in top..bottom {
            let p = [i64::from(left) * 16 + HALF, i64::from(y) * 16 + HALF];
            let (mut wa, mut wb, mut wc) = (cross(pb, pc, p), cross(pc, pa, p), cross(pa, pb, p));
            let row = y as usize * self.width;
            for x in left..right {
                if wa >= bias_a && wb >= bias_b && wc >= bias_c {
                    let color = flat.unwrap_or_else(|| {
                        let shares = [wa as f32 * inverse, wb as f32 * inverse, wc as f32 * inverse];
                        shade(&[a, b, c], shares, texture)
                    });
                    self.blend(row + x as usize, color);
                }
                wa += step_a;
                wb += step_b;
                wc += step_c;
            }
        }
    }

    fn blend(&mut self, at: usize, source: [f32; 4]) {
        if source[3] >= 254.5 {
            self.pixels[at] = source.map(|channel| channel.round() as u8);
            return;
        }
        if source[3] <= 0.0 && source[0] <= 0.0 && source[1] <= 0.0 && source[2] <= 0.0 {
            return;
        }
        let keep = 1.0 - source[3] / 255.0;
        for (channel, new) in self.pixels[at].iter_mut().zip(source) {
            *channel = (new + f32::from(*channel) * keep).round().clamp(0.0, 255.0) as u8;
        }
    }

    fn into_image(self) -> RgbaImage {
        let (width, height) = (self.width as u32, self.height as u32);
        RgbaImage::from_fn(width, height, |x, y| {
            let [r, g, b, a] = self.pixels[(y * width + x) as usize];
            Rgba(Color32::from_rgba_premultiplied(r, g, b, a).to_srgba_unmultiplied())
        })
    }
}

/// The colour of a place in a triangle, given by the share of each corner.
fn shade(corners: &[Vertex; 3], shares: [f32; 3], texture: &Texture) -> [f32; 4] {
    let (mut u, mut v, mut tint) = (0.0, 0.0, [0.0; 4]);
    for (corner, share) in corners.iter().zip(shares) {
        u += corner.uv.x * share;
        v += corner.uv.y * share;
        for (sum, channel) in tint.iter_mut().zip(corner.color.to_array()) {
            *sum += f32::from(channel) * share;
        }
    }
    modulate(texture.sample(u, v), tint)
}

fn modulate(texel: [f32; 4], tint: [f32; 4]) -> [f32; 4] {
    std::array::from_fn(|i| texel[i] * tint[i] / 255.0)
}
