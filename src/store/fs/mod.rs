//! The only door to the disk. A file that is saved is, whatever fails, completely the old one or completely the
//! new one; what somebody else wrote in the meantime is never overwritten; and nothing but ordinary files is opened.
//!
//! Everything here goes through [`Disk`]: the real one, unless a test has put another in its place with [`on`].
//! Read in this order: [`save`] (what happens, step by step), `temp` (the file beside), `in_place` (where there can be none),
//! then [`append`] (journals), [`lock`] (who has it) and the folders.

mod append;
mod disk;
mod error;
mod folder;
mod glance;
mod in_place;
mod lock;
mod read;
mod save;
mod temp;

use sha2::{Digest as _, Sha256};

pub use append::{Append, append};
pub use disk::{Disk, DiskFile, Open, System, on};
pub use error::{FsError, FsErrorKind};
pub use folder::{
    discard, ensure_folder_of, ensure_private_folder, everything_in, files_in, folders_in, move_to, remove, remove_if_empty,
};
pub use glance::{Glance, glance};
pub use in_place::{CutOff, finish_pending};
pub use lock::{FileLock, Locked, Looked, lock, look};
pub use read::{has_folder, is_closed, is_read_only, length, load, load_at_most, load_start};
pub use save::{Care, Step, Taker, Written, save, save_private, save_with, save_with_care};
pub use temp::remove_leftovers;

pub(super) use folder::rename_over;

/// What is remembered of a file's content, so that a later save knows what it replaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    hash: [u8; 32],
}

impl Stamp {
    /// The stamp of some content.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self { hash: Sha256::digest(bytes).into() }
    }

    /// The content's SHA-256, for whoever writes it down.
    #[must_use]
    pub fn hash(self) -> [u8; 32] {
        self.hash
    }

    /// The stamp of a content with that SHA-256, which was written down.
    #[must_use]
    pub fn from_hash(hash: [u8; 32]) -> Self {
        Self { hash }
    }
}

/// What a save may replace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// Nothing: there must be no such file yet.
    New,
    /// Exactly the content with this stamp, which was read or saved before.
    Loaded(Stamp),
    /// Whatever is there; the user has been asked.
    Overwrite,
}
