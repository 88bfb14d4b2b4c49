//! Who has something open. The lock is the system's own and goes with the program however that ends, so that a stale one
//! holds nobody up. Who holds it stands in a file beside, because a locked file cannot be read everywhere.
#![expect(clippy::disallowed_methods, reason = "this is the place that the ban on them points to")]

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use super::{Base, folder_of, load_at_most, save};

/// More than anybody writes about themselves.
const MOST_NOTE: u64 = 64 * 1024;

/// A lock that is held until this is dropped.
#[derive(Debug)]
pub struct FileLock {
    /// Only its being open matters.
    _file: File,
    note: PathBuf,
}

impl Drop for FileLock {
    fn drop(&mut self) {
        // Nobody reads it while the lock is free.
        let _stays = fs::remove_file(&self.note);
    }
}

/// What came of asking for a lock.
#[derive(Debug)]
pub enum Locked {
    /// It is ours.
    Ours(FileLock),
    /// Somebody else has it, and this is what they wrote about themselves; empty where they did not.
    Theirs(Vec<u8>),
    /// There are no locks here, or no folder for them.
    NoLocks,
}

/// Takes the lock of that name, in a folder of our own that is made where it is missing, and leaves a note about who has it.
/// Two askers in one program are two: the second does not get it.
#[must_use]
pub fn lock(path: &Path, note: &[u8]) -> Locked {
    if fs::create_dir_all(folder_of(path)).is_err() {
        return Locked::NoLocks;
    }
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    super::private(&mut options, true);
    let Ok(file) = options.open(path) else { return Locked::NoLocks };
    let beside = beside(path);
    match file.try_lock() {
        Ok(()) => {
            // Without the note the others say "another window", which is true as well.
            let _held_all_the_same = save(&beside, note, Base::Overwrite);
            Locked::Ours(FileLock { _file: file, note: beside })
        }
        Err(TryLockError::WouldBlock) => {
            Locked::Theirs(load_at_most(&beside, MOST_NOTE).map(|(bytes, _)| bytes).unwrap_or_default())
        }
        Err(TryLockError::Error(_)) => Locked::NoLocks,
    }
}

fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(".who");
    PathBuf::from(name)
}
