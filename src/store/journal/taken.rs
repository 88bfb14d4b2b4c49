//! A draft that a session goes on from.

use std::path::Path;
use std::time::Duration;

use super::super::fs::{self, FsError, Locked};
use super::super::home::Home;
use super::found::{self, Found};

impl Found {
    /// How a session that goes on from this draft names it.
    #[must_use]
    pub fn key(&self) -> String {
        found::key_of(&self.path)
    }
}

/// Another program that looks at a draft does so for a moment: it is waited for that often, that long.
const LOOKS: (u32, Duration) = (20, Duration::from_millis(25));

/// Holds a draft, unless somebody else does; `None` where it cannot be held.
fn hold(path: &Path) -> Option<Locked> {
    for _ in 0..LOOKS.0 {
        // Asking for the lock of a file that somebody else put away would make an empty one.
        fs::glance(path).ok()?;
        match fs::lock(path, b"") {
            Locked::Theirs(_) => std::thread::sleep(LOOKS.1),
            ours => return Some(ours),
        }
    }
    None
}

/// A draft that a session goes on from. As long as this is there nobody else is offered it; when it is dropped the draft is as
/// it was before.
#[derive(Debug)]
pub struct Taken {
    found: Found,
    held: Option<Locked>,
}

impl Taken {
    /// Takes a draft. The one that it goes on from itself is not needed any more; `now` is in seconds since 1970.
    #[must_use]
    pub fn of(home: &Home, found: Found, now: i64) -> Self {
        let _alone = found::alone();
        let held = hold(&found.path);
        // What cannot be put away is offered with the draft, or once more by itself: that loses nothing.
        let _offered_again = found::older_into_trash(home, &found, now);
        Self { found, held }
    }

    /// Puts the draft into the trash.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn discard(self, home: &Home, now: i64) -> Result<(), FsError> {
        let Self { found, held } = self;
        drop(held);
        found::discard(home, &found, now)
    }
}
