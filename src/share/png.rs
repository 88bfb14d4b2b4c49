//! Pages as pixels, drawn without a window.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use image::ImageFormat;
use kurbo::{Affine, BezPath, Rect, RoundedRect, Shape as _, Stroke as Pen};
use parley::fontique::Blob;
use vello_cpu::peniko::{Color, ImageAlphaType, ImageBrush, ImageData, ImageFormat as Pixels, ImageQuality, ImageSampler};
use vello_cpu::{Glyph, ImageSource, PaintType, Pixmap, RenderContext, Resources};

use super::error::ExportError;
use super::scene::{Form, Image, Item, Laid, Page, Point, Rgb, Shape, Table, icon};
use crate::words::share as say;

/// Longest side, in pixels: the canvas counts in 16 bits.
pub const LONGEST: u32 = 65_535;
/// Most pixels of a picture: 400 MB of memory.
pub const MOST_PIXELS: u64 = 100_000_000;

/// How closely curves are followed, in points.
const TOLERANCE: f64 = 0.02;

/// A page as a PNG, `width` pixels wide.
///
/// # Errors
/// When the picture would be larger than [`LONGEST`] or [`MOST_PIXELS`] allow.
pub fn png(page: &Page, width: u32) -> Result<Vec<u8>, ExportError> {
    let (width, height, rgba) = pixels(page, width)?;
    let image = image::RgbaImage::from_raw(width, height, rgba).unwrap_or_default();
    let mut bytes = Vec::new();
    let written = image::DynamicImage::ImageRgba8(image).to_rgb8().write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png);
    written.map_err(|cause| ExportError::told(|| (say::png_failed(cause), say::png_smaller())))?;
    Ok(bytes)
}

/// A page as rows of opaque pixels, four bytes each: width, height, bytes.
///
/// # Errors
/// As [`png`].
pub fn pixels(page: &Page, width: u32) -> Result<(u32, u32, Vec<u8>), ExportError> {
    let width = width.max(1);
    let scale = f64::from(width) / page.size.width.max(1.0);
    let height = (page.size.height * scale).round().max(1.0);
    let fits = height <= f64::from(LONGEST) && width <= LONGEST && f64::from(width) * height <= MOST_PIXELS as f64;
    let side = |length: u32| u16::try_from(length).ok();
    let (Some(w), Some(h)) = (side(width), side(height as u32).filter(|_| fits)) else {
        return Err(ExportError::told(|| (say::png_too_large().to_owned(), say::png_smaller())));
    };
    let mut painter =
        Painter { to: RenderContext::new(w, h), store: Resources::new(), scale: Affine::scale(scale), images: BTreeMap::new() };
    painter.to.set_transform(painter.scale);
    painter.paint(page.background);
    // A row more than the page has: its height in pixels may have been rounded up.
    painter.to.fill_rect(&Rect::new(0.0, 0.0, page.size.width, page.size.height + 1.0 / scale));
    painter.items(&page.items);
    painter.to.flush();
    let mut canvas = Pixmap::new(w, h);
    painter.to.render(&mut canvas, &mut painter.store);
    // Everything is opaque, so the colours are not multiplied by anything but one.
    let rgba = canvas.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b, 255]).collect();
    Ok((u32::from(w), u32::from(h), rgba))
}

struct Painter {
    to: RenderContext,
    store: Resources,
    scale: Affine,
    images: BTreeMap<[u8; 32], Option<ImageSource>>,
}

impl Painter {
    fn paint(&mut self, color: Rgb) {
        self.to.set_paint(Color::from_rgb8(color.0, color.1, color.2));
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Shape(shape) => self.shape(shape),
                Item::Text(text) => self.text(text.at, &text.laid),
                Item::Image(image) => self.image(image),
                Item::Table(table) => self.table(table),
                Item::Group(group) => self.items(&group.items),
            }
        }
    }

    fn shape(&mut self, shape: &Shape) {
        let path = outline(&shape.form);
        if let Some(fill) = shape.fill {
            self.paint(fill);
            self.to.fill_path(&path);
        }
        if let Some(stroke) = shape.stroke {
            self.paint(stroke.color);
            let mut pen = Pen::new(stroke.width);
            if let Some((dash, gap)) = stroke.dash {
                pen = pen.with_dashes(0.0, [dash, gap]);
            }
            self.to.set_stroke(pen);
            self.to.stroke_path(&path);
        }
    }

    fn text(&mut self, at: Point, laid: &Laid) {
        self.to.set_transform(self.scale * Affine::translate(at.to_vec2()));
        for run in laid.lines.iter().flat_map(|line| &line.runs) {
            self.paint(run.style.color);
            let glyphs = run.glyphs.iter().map(|glyph| Glyph { id: glyph.id, x: glyph.x as f32, y: glyph.y as f32 });
            self.to
                .glyph_run(&mut self.store, &run.font)
                .font_size(run.style.size as f32)
                .hint(false)
                .normalized_coords(&run.coords)
                .fill_glyphs(glyphs);
        }
        self.to.set_transform(self.scale);
    }

    fn image(&mut self, image: &Image) {
        let ready = &image.picture;
        let source = self.images.entry(ready.id).or_insert_with(|| {
            let rgba = image::load_from_memory(&ready.bytes).ok()?.into_rgba8();
            let (width, height) = rgba.dimensions();
            let data = Blob::new(Arc::new(rgba.into_raw()));
            let data = ImageData { data, format: Pixels::Rgba8, alpha_type: ImageAlphaType::Alpha, width, height };
            Some(ImageSource::from_peniko_image_data(&data))
        });
        let Some(source) = source.clone() else { return };
        let placed = image.placed();
        let sampler = ImageSampler { quality: ImageQuality::Medium, ..ImageSampler::default() };
        self.to.set_paint(PaintType::Image(ImageBrush { image: source, sampler }));
        let scale = placed.width() / f64::from(ready.width.max(1));
        self.to.set_paint_transform(Affine::translate(placed.origin().to_vec2()) * Affine::scale(scale));
        let shown = if image.whole { placed } else { image.frame };
        self.to.fill_path(&outline(&Form::Rect(shown, image.corner)));
        self.to.reset_paint_transform();
    }

    fn table(&mut self, table: &Table) {
        let mut y = table.at.y;
        for row in &table.rows {
            let (left, right) = (table.at.x, table.at.x + table.width());
            if let Some(fill) = row.fill {
                self.paint(fill);
                self.to.fill_rect(&Rect::new(left, y, right, y + row.height));
            }
            let mut x = left;
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                self.text(Point::new(x + table.padding.0, y + table.padding.1), &cell.laid);
                x += column.width;
            }
            y += row.height;
            self.paint(table.rule);
            self.to.fill_rect(&Rect::new(left, y - 0.5, right, y));
        }
    }
}

/// The path around a form.
fn outline(form: &Form) -> BezPath {
    match form {
        Form::Rect(rect, corner) => RoundedRect::from_rect(*rect, *corner).to_path(TOLERANCE),
        Form::Ellipse(rect) => kurbo::Ellipse::from_rect(*rect).to_path(TOLERANCE),
        Form::Icon(of, into) => icon(*of, *into),
        Form::Path(path) => path.clone(),
    }
}
