//! The clipboard of the system, as the library of the window reads it, too.

use arboard::{Clipboard, Error, ImageData};

use super::{Clip, Lack};
use crate::store::picture::Pixels;

/// What is on the clipboard.
pub(super) fn read() -> Clip {
    // Without a connection of our own the library of the window may still have one.
    let Ok(mut clipboard) = Clipboard::new() else { return Clip::Unknown };
    match clipboard.get_text() {
        Ok(text) if !text.is_empty() => Clip::Text(text),
        // Under Wayland a text may be there that only the window may see. It asks for a picture next, on its own thread, so
        // that has to be looked for first.
        Ok(_) | Err(Error::ContentNotAvailable) if is_wayland() => match clipboard.get_image() {
            Err(Error::ContentNotAvailable) => Clip::Unknown,
            found => Clip::Other(Box::new(|| pixels(found))),
        },
        _ => Clip::Other(Box::new(|| pixels(Clipboard::new().and_then(|mut clipboard| clipboard.get_image())))),
    }
}

fn is_wayland() -> bool {
    std::env::var_os("WAYLAND_DISPLAY").is_some_and(|display| !display.is_empty())
}

fn pixels(image: Result<ImageData<'static>, Error>) -> Result<Pixels, Lack> {
    let ImageData { width, height, bytes } = image.map_err(|error| match error {
        Error::ContentNotAvailable => Lack::Nothing,
        Error::ConversionFailure => Lack::Unreadable,
        _ => Lack::NoAnswer,
    })?;
    let side = |side: usize| u32::try_from(side).map_err(|_| Lack::Unreadable);
    Ok(Pixels { width: side(width)?, height: side(height)?, rgba: bytes.into_owned() })
}
