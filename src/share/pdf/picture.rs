//! Pictures of a scene, opened once each.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use image::{ImageFormat, ImageReader, Limits};
use krilla::geom::{Size, Transform};
use krilla::image::Image as Opened;

use super::super::scene::{Form, Image, Ready};
use super::paint::{Op, number, outline};
use crate::store::limits::DECODE_BYTES;

/// The pictures of one document.
#[derive(Default)]
pub(super) struct Pictures {
    opened: BTreeMap<([u8; 32], u32, u32), Option<Opened>>,
}

impl Pictures {
    /// A picture at its place; `None` for one that cannot be shown.
    pub(super) fn place(&mut self, image: &Image) -> Option<Op> {
        let ready = &image.picture;
        let key = (ready.id, ready.width, ready.height);
        let picture = self.opened.entry(key).or_insert_with(|| open(ready)).clone()?;
        let placed = image.placed();
        let shown = if image.whole { placed } else { image.frame };
        let at = Transform::from_translate(number(placed.x0)?, number(placed.y0)?);
        let size = Size::from_wh(number(placed.width())?, number(placed.height())?)?;
        Some(Op::Picture { picture, at, size, within: outline(&Form::Rect(shown, image.corner))? })
    }
}

/// Opens a picture. One with transparency is decoded here, because the writer of the file would look into it only at the very
/// end, where a broken one costs the whole document; the others are taken as they are.
fn open(ready: &Ready) -> Option<Opened> {
    if !ready.is_png {
        return Opened::from_jpeg(data(&ready.bytes), true).ok();
    }
    let mut reader = ImageReader::with_format(Cursor::new(&ready.bytes[..]), ImageFormat::Png);
    let mut limits = Limits::default();
    limits.max_alloc = Some(DECODE_BYTES);
    reader.limits(limits);
    let rgba = reader.decode().ok()?.into_rgba8();
    let (width, height) = rgba.dimensions();
    (width > 0 && height > 0).then(|| Opened::from_rgba8(rgba.into_raw(), width, height))
}

fn data(bytes: &Arc<[u8]>) -> krilla::Data {
    let shared: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(Arc::clone(bytes));
    shared.into()
}
