//! Who has something open. The lock is the system's own and goes with the program however that ends, so that a stale one
//! holds nobody up. Who holds it stands in a file beside, because a locked file cannot be read everywhere.

use std::borrow::Cow;
use std::ffi::OsString;
use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};
use std::{fmt, io};

use super::disk::{DiskFile, Open, disk};
use super::folder::{discard, ensure_private_folder, folder_of};
use super::read::load_at_most;
use super::save::save_private;

/// More than anybody writes about themselves.
const MOST_NOTE: u64 = 64 * 1024;

/// A file that is open. When this is dropped its lock is given back, if it has one.
pub(super) struct Guarded(pub(super) Box<dyn DiskFile>);

impl Deref for Guarded {
    type Target = dyn DiskFile;
    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl DerefMut for Guarded {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut *self.0
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        // Said aloud: a process that is being started holds what is open in this one for a moment, and its lock with it.
        let _goes_when_closed = self.0.unlock();
    }
}

/// A lock that is held until this is dropped.
pub struct FileLock {
    _file: Guarded,
    note: Option<PathBuf>,
}

impl fmt::Debug for FileLock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileLock").field("note", &self.note).finish_non_exhaustive()
    }
}

impl Drop for FileLock {
    fn drop(&mut self) {
        // Nobody reads it while the lock is free.
        let _stays = self.note.as_deref().map(discard);
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

/// Takes the lock of that name, in a folder of our own that is made where it is missing, and leaves a note about who has it,
/// unless that says nothing. Two askers in one program are two: the second does not get it.
#[must_use]
pub fn lock(path: &Path, note: &[u8]) -> Locked {
    let path = &*place(path);
    if ensure_private_folder(folder_of(path)).is_err() {
        return Locked::NoLocks;
    }
    let Ok(file) = disk().open(path, Open::Own).map(Guarded) else { return Locked::NoLocks };
    match file.try_lock() {
        Ok(true) => {
            let beside = (!note.is_empty()).then(|| beside(path));
            // Without the note the others say "another window", which is true as well.
            let _held_all_the_same = beside.as_deref().map(|beside| save_private(beside, note));
            Locked::Ours(FileLock { _file: file, note: beside })
        }
        Ok(false) => Locked::Theirs(note_of(path)),
        Err(_) => Locked::NoLocks,
    }
}

/// What came of looking whether somebody has a lock.
#[derive(Debug)]
pub enum Looked {
    /// Nobody has it, nor gets it as long as this is there.
    Free(FileLock),
    /// Somebody has it, and this is what they wrote about themselves; empty where they did not.
    Theirs(Vec<u8>),
    /// There is no such file.
    Nothing,
    /// There are no locks here.
    NoLocks,
}

/// Looks whether somebody has the lock of that name. Any number may look at the same time, and none takes another for somebody
/// who has it.
#[must_use]
pub fn look(path: &Path) -> Looked {
    let path = &*place(path);
    let file = match disk().open(path, Open::Read) {
        Ok(file) => Guarded(file),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Looked::Nothing,
        Err(_) => return Looked::NoLocks,
    };
    match file.try_share() {
        Ok(true) => Looked::Free(FileLock { _file: file, note: None }),
        Ok(false) => Looked::Theirs(note_of(path)),
        Err(_) => Looked::NoLocks,
    }
}

/// Where a lock of that name lies. Something may have put a folder there, which cannot be locked; then it lies inside, where every
/// other window looks, too.
fn place(path: &Path) -> Cow<'_, Path> {
    if path.is_dir() { Cow::Owned(path.join("lock")) } else { Cow::Borrowed(path) }
}

fn note_of(path: &Path) -> Vec<u8> {
    load_at_most(&beside(path), MOST_NOTE).map(|(bytes, _)| bytes).unwrap_or_default()
}

fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(".who");
    PathBuf::from(name)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test clears up after itself")]
mod tests {
    use std::fs::File;

    use super::*;

    #[test]
    fn a_lock_that_is_over_holds_nothing_even_while_a_process_being_started_holds_its_file() {
        let path = std::env::temp_dir().join(format!("momentboard-lock-{}", uuid::Uuid::new_v4().simple()));
        let file = File::create(&path).unwrap();
        let in_the_child = file.try_clone().unwrap();
        let held = Guarded(Box::new(file));
        assert!(held.try_lock().unwrap());
        assert!(matches!(look(&path), Looked::Theirs(_)));
        drop(held);
        assert!(matches!(look(&path), Looked::Free(_)));
        drop(in_the_child);
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    fn any_number_may_look_and_none_is_taken_for_somebody_who_has_it() {
        let path = std::env::temp_dir().join(format!("momentboard-looks-{}", uuid::Uuid::new_v4().simple()));
        assert!(matches!(look(&path), Looked::Nothing));
        let held = lock(&path, b"somebody");
        assert!(matches!(held, Locked::Ours(_)));
        let Looked::Theirs(note) = look(&path) else { panic!("somebody has it") };
        assert_eq!(note, b"somebody");
        drop(held);
        let looks = [look(&path), look(&path)];
        assert!(looks.iter().all(|looked| matches!(looked, Looked::Free(_))));
        drop(looks);
        assert!(matches!(lock(&path, b""), Locked::Ours(_)));
        std::fs::remove_file(path).unwrap();
    }
}
