//! What the program that has the clipboard under X11 says it has, asked before anything is fetched: some hand over their picture
//! whatever they are asked for, and answer no more once it was too large to go in one piece. Never fetches anything itself.

use std::time::Duration;

use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{AtomEnum, ConnectionExt as _, CreateWindowAux, WindowClass};
use x11rb::rust_connection::RustConnection;

use crate::app::clock::Stopwatch;

/// Nobody needs longer to say what there is.
const PATIENCE: Duration = Duration::from_secs(1);
/// Between two looks for the answer.
const LOOKS: Duration = Duration::from_millis(2);
/// Most names that are read, four bytes each.
const MOST: u32 = 1024;
/// What texts are called.
const TEXTS: [&str; 7] =
    ["UTF8_STRING", "STRING", "TEXT", "text/plain", "text/plain;charset=utf-8", "text/plain;charset=UTF-8", "COMPOUND_TEXT"];

/// Whether there is a picture and no text; `None` where nobody says.
pub(super) fn is_picture_alone() -> Option<bool> {
    let (connection, screen) = RustConnection::connect(None).ok()?;
    let root = connection.setup().roots.get(screen)?.root;
    let window = connection.generate_id().ok()?;
    let unseen = CreateWindowAux::new();
    connection.create_window(0, window, root, 0, 0, 1, 1, 0, WindowClass::INPUT_ONLY, 0, &unseen).ok()?;
    let atom = |name: &str| Some(connection.intern_atom(false, name.as_bytes()).ok()?.reply().ok()?.atom);
    let (clipboard, targets, place) = (atom("CLIPBOARD")?, atom("TARGETS")?, atom("MOMENTBOARD_TARGETS")?);
    connection.convert_selection(window, clipboard, targets, place, x11rb::CURRENT_TIME).ok()?;
    connection.flush().ok()?;
    let since = Stopwatch::start();
    while since.passed() < PATIENCE {
        match connection.poll_for_event().ok()? {
            Some(Event::SelectionNotify(answer)) if answer.property == x11rb::NONE => return None,
            Some(Event::SelectionNotify(_)) => {
                let listed = connection.get_property(true, window, place, AtomEnum::ATOM, 0, MOST).ok()?.reply().ok()?;
                let offered: Vec<u32> = listed.value32()?.collect();
                let has = |name: &str| atom(name).is_some_and(|atom| offered.contains(&atom));
                return Some(has("image/png") && !TEXTS.into_iter().any(has));
            }
            Some(_) => {}
            None => std::thread::sleep(LOOKS),
        }
    }
    None
}
