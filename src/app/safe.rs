//! Whether the window came up last time, and how this start goes.
//!
//! A file says how many starts in a row did not come far: it grows before anything is opened and is emptied once a few frames
//! were drawn. After two of them the next start is careful: nothing is opened by itself, and everything that was chosen or
//! remembered is left alone. Windows that are opened at the same time know of each other by a lock, and do not count.

use std::path::PathBuf;

use crate::store::fs::{self, Base, FileLock, Locked};
use crate::store::home::Home;

/// So many starts in a row that did not come far make the next one careful.
pub const CAREFUL: u32 = 2;
/// More than that are not counted.
const MOST: u32 = 9;

/// A start.
#[derive(Debug)]
pub struct Start {
    marker: Option<PathBuf>,
    /// Until the window came up.
    lock: Option<FileLock>,
    failed: u32,
}

impl Start {
    /// A start begins. `counted` is how many failed, as far as the program that started this one knows.
    #[must_use]
    pub fn begin(home: Option<&Home>, counted: u32) -> Self {
        // Where another start is under way, or there are no locks, nothing is counted.
        let taken = home.map(Home::started).and_then(|path| match fs::lock(&path.with_extension("lock"), b"") {
            Locked::Ours(lock) => Some((path, lock)),
            Locked::Theirs(_) | Locked::NoLocks => None,
        });
        let Some((path, lock)) = taken else {
            return Self { marker: None, lock: None, failed: counted };
        };
        let failed =
            fs::load_at_most(&path, 64).ok().map_or(0, |(bytes, _)| u32::try_from(bytes.len()).unwrap_or(MOST)).max(counted);
        let start = Self { marker: Some(path), lock: Some(lock), failed };
        start.write(failed + 1);
        start
    }

    /// How many starts before this one failed.
    #[must_use]
    pub fn failed(&self) -> u32 {
        self.failed
    }

    /// Whether this start has to be careful.
    #[must_use]
    pub fn is_careful(&self) -> bool {
        self.failed >= CAREFUL
    }

    /// The window is up.
    pub fn came_up(&mut self) {
        self.write(0);
        drop(self.lock.take());
    }

    /// The window is up, as a frame says it: what is written then is written beside the frames. The end of the window says it once
    /// more, for a window that is closed sooner.
    pub(super) fn came_up_beside(&mut self) {
        let mut up = Self { marker: self.marker.clone(), lock: self.lock.take(), failed: self.failed };
        // Without a thread it is said at the end.
        let _later = std::thread::Builder::new().name("start".to_owned()).spawn(move || up.came_up());
    }

    /// The window came up, but broke so soon that the start counts as one that failed. Says how many that makes.
    pub fn broke_soon(&mut self) -> u32 {
        self.write(self.failed + 1);
        self.failed + 1
    }

    fn write(&self, failed: u32) {
        let Some(path) = &self.marker else { return };
        let marks = ".".repeat(failed.min(MOST) as usize);
        // Where it cannot be written the next start is an ordinary one.
        let _ordinary = fs::save(path, marks.as_bytes(), Base::Overwrite);
    }
}
