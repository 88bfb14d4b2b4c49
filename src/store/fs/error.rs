//! What can go wrong on a disk, in words.

use std::fmt;
use std::io::{self, ErrorKind};

use crate::store::limits;
use crate::words::files as say;

/// What went wrong, for code that has to decide; people read the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FsErrorKind {
    /// There is no such file or folder.
    NotFound,
    /// The folder that a file is to be written into is not there.
    NoFolder,
    /// No permission, or marked read-only.
    Denied,
    /// A folder, a device, a pipe.
    NotAFile,
    /// Beyond the limit.
    TooLarge,
    /// Somebody else changed the file.
    ChangedOnDisk,
    /// The file that is to be replaced is gone.
    Gone,
    /// The new file exists already.
    Exists,
    /// The disk is full.
    Full,
    /// What was read back differs from what was written.
    Garbled,
    /// The folder holds no plan.
    NoPlans,
    /// Anything else.
    Other,
}

/// Why something on the disk failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FsError {
    /// For code that has to decide.
    pub kind: FsErrorKind,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

impl FsError {
    /// The error of that kind, in its words.
    pub(in crate::store) fn new(kind: FsErrorKind, message: impl Into<String>) -> Self {
        let hint = match kind {
            FsErrorKind::NotFound | FsErrorKind::NoFolder => say::disk_hint_name(),
            FsErrorKind::Denied => say::disk_hint_permission(),
            FsErrorKind::NotAFile | FsErrorKind::NoPlans => say::disk_hint_file(),
            FsErrorKind::TooLarge => say::hint_smaller(),
            FsErrorKind::ChangedOnDisk => say::disk_hint_compare(),
            FsErrorKind::Gone => say::disk_hint_elsewhere(),
            FsErrorKind::Exists => say::disk_hint_overwrite(),
            FsErrorKind::Full => say::disk_hint_space(),
            FsErrorKind::Garbled | FsErrorKind::Other => say::disk_hint_again(),
        };
        Self { kind, message: message.into(), hint: hint.to_owned() }
    }

    /// The same, where what was named is no file at all, with a hint for whoever looks for something else than a plan.
    #[must_use]
    pub fn looking_for(mut self, hint: &str) -> Self {
        if self.kind == FsErrorKind::NotAFile {
            hint.clone_into(&mut self.hint);
        }
        self
    }

    /// A file beyond `most` bytes.
    pub(super) fn too_large(most: u64) -> Self {
        Self::new(FsErrorKind::TooLarge, say::too_big_file(limits::readable(most)))
    }
}

impl From<io::Error> for FsError {
    fn from(cause: io::Error) -> Self {
        match cause.kind() {
            ErrorKind::NotFound => Self::new(FsErrorKind::NotFound, say::disk_not_found()),
            ErrorKind::PermissionDenied => Self::new(FsErrorKind::Denied, say::disk_denied()),
            ErrorKind::ReadOnlyFilesystem => Self::new(FsErrorKind::Denied, say::disk_drive_read_only()),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::new(FsErrorKind::Full, say::disk_full()),
            ErrorKind::IsADirectory => Self::new(FsErrorKind::NotAFile, say::disk_folder()),
            ErrorKind::NotADirectory => Self::new(FsErrorKind::NotFound, say::disk_folder_is_file()),
            ErrorKind::InvalidFilename | ErrorKind::InvalidInput => Self::new(FsErrorKind::NotFound, say::disk_no_name()),
            _ => Self::new(FsErrorKind::Other, say::disk_other(cause.to_string().trim_end_matches('.'))),
        }
    }
}

impl fmt::Display for FsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for FsError {}
