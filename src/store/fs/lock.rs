//! Who has something open. The lock is the system's own and goes with the program however that ends, so that a stale one
//! holds nobody up. Who holds it stands in a file beside, because a locked file cannot be read everywhere.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::disk::{DiskFile, Open, disk};
use super::folder::{discard, ensure_private_folder, folder_of};
use super::read::load_at_most;
use super::save::save_private;

/// More than anybody writes about themselves.
const MOST_NOTE: u64 = 64 * 1024;

/// A lock that is held until this is dropped.
pub struct FileLock {
    file: Box<dyn DiskFile>,
    note: PathBuf,
}

impl std::fmt::Debug for FileLock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FileLock").field("note", &self.note).finish_non_exhaustive()
    }
}

impl Drop for FileLock {
    fn drop(&mut self) {
        // Nobody reads it while the lock is free.
        let _stays = discard(&self.note);
        // Said aloud: a process that is being started holds what is open in this one for a moment, and its lock with it.
        let _goes_when_closed = self.file.unlock();
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
    if ensure_private_folder(folder_of(path)).is_err() {
        return Locked::NoLocks;
    }
    let Ok(file) = disk().open(path, Open::Own) else { return Locked::NoLocks };
    let beside = beside(path);
    match file.try_lock() {
        Ok(true) => {
            // Without the note the others say "another window", which is true as well.
            let _held_all_the_same = save_private(&beside, note);
            Locked::Ours(FileLock { file, note: beside })
        }
        Ok(false) => Locked::Theirs(load_at_most(&beside, MOST_NOTE).map(|(bytes, _)| bytes).unwrap_or_default()),
        Err(_) => Locked::NoLocks,
    }
}

fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(".who");
    PathBuf::from(name)
}
