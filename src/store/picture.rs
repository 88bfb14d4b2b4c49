//! Pictures: taken in with limits, scaled and encoded anew, and decoded for the screen. Never panics.

use std::borrow::Cow;
use std::fmt;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder as _, ImageReader, Limits, RgbaImage};

use super::{bare, limits, pictures};
use crate::model::{Picture, Unknown};
use crate::words::files as say;

/// Quality of a picture that is kept as JPEG, in per cent.
const QUALITY: u8 = 85;

/// A picture is only as it is where each byte holds that many dots: four bits a dot, twice what our own quality needs.
const MOST_DOTS_A_BYTE: u64 = 2;

/// Why a picture cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureError {
    /// What is wrong, in a sentence.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

impl PictureError {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), hint: say::picture_hint().to_owned() }
    }
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for PictureError {}

/// A picture ready to be shown: rows from top to bottom, four bytes a pixel, alpha not multiplied in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels, at least 1.
    pub width: u32,
    /// Height in pixels, at least 1.
    pub height: u32,
    /// `width × height × 4` bytes.
    pub rgba: Vec<u8>,
}

/// Takes a picture in: PNG, JPEG, WebP or the first frame of a GIF, turned upright, scaled to at most 2048 pixels on its
/// longer side, and without anything but the picture (no place, no camera). Kept as PNG when that is smaller, else
/// as JPEG, where transparent parts become white. `name` may be a path; only its last part is kept.
///
/// # Errors
/// When it is no such picture, is damaged, or is beyond the limits.
pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Picture, PictureError> {
    if bytes.len() as u64 > limits::ADDED_PICTURE_BYTES {
        return Err(too_big());
    }
    guarded(|| {
        // Its decoder fills what is missing with grey, and nobody would know before the picture is looked at.
        if bare::is_cut_off(bytes) {
            return Err(PictureError::new(say::picture_unreadable()));
        }
        kept(name, open(bytes)?)
    })
}

/// Why a file of more than [`limits::ADDED_PICTURE_BYTES`] is not taken in: whoever sees its size need not read it.
#[must_use]
pub fn too_big() -> PictureError {
    PictureError::new(say::picture_too_big_file(limits::readable(limits::ADDED_PICTURE_BYTES)))
}

/// Takes in what is on the clipboard, which is dots already: scaled and kept as [`from_bytes`] does. `rgba` holds four bytes a
/// dot, alpha not multiplied in.
///
/// # Errors
/// When it is beyond the limits, or has not as many dots as it says.
pub fn from_pixels(name: &str, pixels: Pixels) -> Result<Picture, PictureError> {
    guarded(|| {
        let Pixels { width, height, rgba } = pixels;
        within(width, height)?;
        let image = RgbaImage::from_raw(width, height, rgba).ok_or_else(|| PictureError::new(say::picture_unreadable()))?;
        kept(name, DynamicImage::ImageRgba8(image))
    })
}

/// A picture as the plan keeps it.
fn kept(name: &str, upright: DynamicImage) -> Result<Picture, PictureError> {
    let side = limits::KEPT_PICTURE_SIDE;
    let scaled =
        if upright.width().max(upright.height()) > side { upright.resize(side, side, FilterType::CatmullRom) } else { upright };
    let (width, height) = (scaled.width(), scaled.height());
    let bytes = encode(&scaled)?;
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
    Ok(Picture { id: pictures::id_of(&bytes), name, width, height, bytes: bytes.into(), unknown: Unknown::default() })
}

/// Decodes a picture of a plan, scaled so that neither side is longer than `max_side` (at least 1).
///
/// # Errors
/// When it is not a picture, is damaged, or is beyond the limits.
pub fn decode(picture: &Picture, max_side: u32) -> Result<Pixels, PictureError> {
    guarded(|| {
        let whole = open(&picture.bytes)?;
        let side = max_side.max(1);
        let scaled =
            if whole.width().max(whole.height()) > side { whole.resize(side, side, FilterType::Triangle) } else { whole };
        let rgba = scaled.into_rgba8();
        Ok(Pixels { width: rgba.width(), height: rgba.height(), rgba: rgba.into_raw() })
    })
}

/// A JPEG that can stand on a page as it is: upright, in the common kind of which every reader of documents and slides knows how
/// to show it, without anything that is not seen, and no longer than `max_side`. `None` for every other picture. Whether its
/// dots are sound is not looked at.
#[must_use]
pub fn as_it_is(picture: &Picture, max_side: u32) -> Option<Cow<'_, [u8]>> {
    let bytes = bare::seen(&picture.bytes)?;
    let (width, height) = bare::common_jpeg(&bytes)?;
    let is_small = width.max(height) <= max_side && bytes.len() as u64 * MOST_DOTS_A_BYTE <= u64::from(width) * u64::from(height);
    is_small.then_some(bytes)
}

/// A picture without anything that is not seen, for somebody outside: what came into the plan by [`from_bytes`] is that already,
/// what was put there otherwise may say where it was taken. `None` where it cannot be read; it then may hold anything.
#[must_use]
pub fn bared(of: &Picture) -> Option<Picture> {
    match bare::seen(&of.bytes) {
        Some(Cow::Borrowed(_)) => Some(of.clone()),
        Some(Cow::Owned(bytes)) => Some(Picture { id: pictures::id_of(&bytes), bytes: bytes.into(), ..of.clone() }),
        None => from_bytes(&of.name, &of.bytes).ok(),
    }
}

/// Whether bytes begin as a picture does whose size is within the limits. Reads the head only.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    catch_unwind(|| head(bytes).is_ok()).unwrap_or(false)
}

/// A decoder may have a fault that nobody found yet; a picture is not worth the program.
fn guarded<T>(work: impl FnOnce() -> Result<T, PictureError>) -> Result<T, PictureError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(PictureError::new(say::picture_unreadable())))
}

fn reader(bytes: &[u8]) -> Result<ImageReader<Cursor<&[u8]>>, PictureError> {
    let format = image::guess_format(bytes).map_err(|_| PictureError::new(say::picture_not_known()))?;
    if !format.reading_enabled() {
        return Err(PictureError::new(say::picture_not_known()));
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut allowed = Limits::default();
    allowed.max_image_width = Some(limits::ADDED_PICTURE_SIDE);
    allowed.max_image_height = Some(limits::ADDED_PICTURE_SIDE);
    allowed.max_alloc = Some(limits::DECODE_BYTES);
    reader.limits(allowed);
    Ok(reader)
}

/// Reads the size from the head and refuses what is too large, before anything is decoded.
fn head(bytes: &[u8]) -> Result<(), PictureError> {
    let mut sized = reader(bytes)?;
    // The size is read without limits, so that the message can name it.
    sized.no_limits();
    let (width, height) = sized.into_dimensions().map_err(|_| PictureError::new(say::picture_unreadable()))?;
    within(width, height)
}

/// Refuses a size that is none, or too large.
fn within(width: u32, height: u32) -> Result<(), PictureError> {
    let most = limits::ADDED_PICTURE_SIDE;
    if width > most || height > most || u64::from(width) * u64::from(height) > limits::ADDED_PICTURE_PIXELS {
        let area = limits::ADDED_PICTURE_PIXELS / 1_000_000;
        return Err(PictureError::new(say::picture_too_many_pixels(width, height, most, area)));
    }
    if width == 0 || height == 0 {
        return Err(PictureError::new(say::picture_unreadable()));
    }
    Ok(())
}

fn open(bytes: &[u8]) -> Result<DynamicImage, PictureError> {
    head(bytes)?;
    let unreadable = |_| PictureError::new(say::picture_unreadable());
    let mut decoder = reader(bytes)?.into_decoder().map_err(unreadable)?;
    let orientation = decoder.orientation().map_err(unreadable)?;
    let mut upright = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    upright.apply_orientation(orientation);
    Ok(upright)
}

fn encode(image: &DynamicImage) -> Result<Vec<u8>, PictureError> {
    let unreadable = |_| PictureError::new(say::picture_unreadable());
    let clear = image.color().has_alpha() && image.to_rgba8().pixels().any(|pixel| pixel.0[3] < 255);
    let whole = if clear { DynamicImage::ImageRgba8(image.to_rgba8()) } else { DynamicImage::ImageRgb8(image.to_rgb8()) };
    let mut png = Vec::new();
    whole
        .write_with_encoder(PngEncoder::new_with_quality(&mut png, CompressionType::Default, PngFilter::Adaptive))
        .map_err(unreadable)?;
    let flat = if clear { on_white(&whole.to_rgba8()) } else { whole };
    let mut jpeg = Vec::new();
    flat.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, QUALITY)).map_err(unreadable)?;
    Ok(if png.len() <= jpeg.len() { png } else { jpeg })
}

fn on_white(image: &RgbaImage) -> DynamicImage {
    let mut flat = image::RgbImage::new(image.width(), image.height());
    for (to, from) in flat.pixels_mut().zip(image.pixels()) {
        let [r, g, b, a] = from.0.map(u16::from);
        to.0 = [r, g, b].map(|c| ((c * a + 255 * (255 - a)) / 255) as u8);
    }
    DynamicImage::ImageRgb8(flat)
}
