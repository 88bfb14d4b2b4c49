//! The clipboard of the system, as the library of the window reads it, too.

use std::time::Duration;

use arboard::{Clipboard, Error, ImageData};

use super::{Clip, Lack};
use crate::app::clock::Stopwatch;
use crate::store::picture::Pixels;

/// Nobody needs longer to say that there is no picture; the library waits for four seconds.
const AT_ONCE: Duration = Duration::from_secs(2);

/// What is on the clipboard.
pub(super) fn read() -> Clip {
    // Without a connection of our own the library of the window may still have one.
    let Ok(mut clipboard) = Clipboard::new() else { return Clip::Unknown };
    if is_picture_alone() {
        return Clip::Other(Box::new(picture));
    }
    match clipboard.get_text() {
        Ok(text) if !text.is_empty() => Clip::Text(text),
        // Under Wayland a text may be there that only the window may see. It asks for a picture next, on its own thread, so
        // that has to be looked for first.
        Ok(_) | Err(Error::ContentNotAvailable) if is_wayland() => match clipboard.get_image() {
            Err(Error::ContentNotAvailable) => Clip::Unknown,
            found => Clip::Other(Box::new(|| found.map_err(|error| lack(&error)).and_then(pixels))),
        },
        _ => Clip::Other(Box::new(picture)),
    }
}

fn is_wayland() -> bool {
    std::env::var_os("WAYLAND_DISPLAY").is_some_and(|display| !display.is_empty())
}

/// Whether whoever has the clipboard says that it holds a picture and no text.
fn is_picture_alone() -> bool {
    #[cfg(all(unix, not(target_os = "macos")))]
    let alone = !is_wayland() && super::offered::is_picture_alone() == Some(true);
    // Elsewhere the system keeps the list, and the library looks it up.
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    let alone = false;
    alone
}

/// Reads the picture that is there. A program that has none says so at once. Some do not say what they have, and answer no more
/// once they were asked for a text; the library gives up on them in the end as if there were nothing.
fn picture() -> Result<Pixels, Lack> {
    let since = Stopwatch::start();
    let found = Clipboard::new().and_then(|mut clipboard| clipboard.get_image());
    let lack = |error: Error| match lack(&error) {
        Lack::Nothing if since.passed() > AT_ONCE => Lack::NoAnswer,
        lack => lack,
    };
    found.map_err(lack).and_then(pixels)
}

fn lack(error: &Error) -> Lack {
    match error {
        Error::ContentNotAvailable => Lack::Nothing,
        Error::ConversionFailure => Lack::Unreadable,
        _ => Lack::NoAnswer,
    }
}

fn pixels(image: ImageData<'static>) -> Result<Pixels, Lack> {
    let ImageData { width, height, bytes } = image;
    let side = |side: usize| u32::try_from(side).map_err(|_| Lack::Unreadable);
    Ok(Pixels { width: side(width)?, height: side(height)?, rgba: bytes.into_owned() })
}

/// Puts a picture onto the clipboard. The window has a connection of its own, which serves it as long as the program runs.
pub(super) fn put(pixels: Pixels) -> bool {
    let Pixels { width, height, rgba } = pixels;
    let image = ImageData { width: width as usize, height: height as usize, bytes: rgba.into() };
    Clipboard::new().and_then(|mut clipboard| clipboard.set_image(image)).is_ok()
}
