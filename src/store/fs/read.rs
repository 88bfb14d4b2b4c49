//! Reading: ordinary files only, and never more than the limit.

use std::fs::Metadata;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::disk::{Disk, Open, disk};
use super::folder::folder_of;
use super::temp::Temp;
use super::{FsError, FsErrorKind, Stamp};
use crate::model::halt;
use crate::store::limits;
use crate::words::files as say;

/// Bytes read or written at once.
pub(super) const PART: usize = 1 << 16;

/// Reads a file and remembers its content.
///
/// # Errors
/// When there is no such file, it is not an ordinary one, there is no permission, or it is larger than
/// [`limits::FILE_BYTES`].
pub fn load(path: &Path) -> Result<(Vec<u8>, Stamp), FsError> {
    load_at_most(path, limits::FILE_BYTES)
}

/// The same for a file of which nobody expects more than `most` bytes: a larger one is not read.
///
/// # Errors
/// As [`load`], with that limit.
pub fn load_at_most(path: &Path, most: u64) -> Result<(Vec<u8>, Stamp), FsError> {
    let disk = disk();
    let found = disk.metadata(path).map_err(|cause| missing(&*disk, path, cause))?;
    ordinary(&found)?;
    if found.len() > most {
        return Err(FsError::too_large(most));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.len()).unwrap_or(0));
    // A file may grow while it is read.
    WhileWanted(disk.open(path, Open::Read)?).take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(FsError::too_large(most));
    }
    let stamp = Stamp::of(&bytes);
    Ok((bytes, stamp))
}

/// A file on a slow network is not read to its end when nobody waits for it any more.
struct WhileWanted<R>(R);

impl<R: Read> Read for WhileWanted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if halt::is_unwanted() { Err(io::Error::other(say::given_up())) } else { self.0.read(into) }
    }
}

/// The beginning of a file: at most that many bytes of it, however large it is.
///
/// # Errors
/// As [`load`].
pub fn load_start(path: &Path, most: u64) -> Result<Vec<u8>, FsError> {
    let disk = disk();
    ordinary(&disk.metadata(path).map_err(|cause| missing(&*disk, path, cause))?)?;
    let mut bytes = Vec::new();
    disk.open(path, Open::Read)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// How many bytes a file has; nothing is read.
///
/// # Errors
/// When there is no such file or the disk refuses.
pub fn length(path: &Path) -> Result<u64, FsError> {
    Ok(disk().metadata(path)?.len())
}

/// Whether a file is marked read-only; then a save refuses to replace it. What is not there is not read-only.
#[must_use]
pub fn is_read_only(path: &Path) -> bool {
    disk().metadata(path).is_ok_and(|found| found.permissions().readonly())
}

/// Whether neither the file may be changed nor another put in its place. Nothing is written to find out, and a second file is
/// made beside it for a moment only where the file itself says no.
#[must_use]
pub fn is_closed(path: &Path) -> bool {
    let refuses = |cause: &io::Error| matches!(cause.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem);
    let disk = disk();
    let Ok(target) = disk.canonicalize(path) else { return false };
    disk.open(&target, Open::InPlace).is_err_and(|cause| refuses(&cause))
        && Temp::create(&disk, &target, true).is_err_and(|cause| refuses(&cause))
}

/// Whether the folder of a file is there, be the file in it or not.
#[must_use]
pub fn has_folder(path: &Path) -> bool {
    disk().metadata(folder_of(path)).map_or_else(|cause| cause.kind() != ErrorKind::NotFound, |found| found.is_dir())
}

/// The file behind the path (links followed, so that a link stays one), and what is there.
pub(super) fn find(disk: &dyn Disk, path: &Path) -> Result<(PathBuf, Option<Metadata>), FsError> {
    match disk.canonicalize(path) {
        Ok(target) => {
            let found = disk.metadata(&target)?;
            // Whoever writes needs no file that holds something, but a name that is free.
            ordinary(&found).map_err(|error| FsError { hint: say::disk_hint_other_name().to_owned(), ..error })?;
            if found.permissions().readonly() {
                return Err(FsError::new(FsErrorKind::Denied, say::disk_read_only()));
            }
            Ok((target, Some(found)))
        }
        Err(cause) if cause.kind() == ErrorKind::NotFound => {
            if disk.symlink_metadata(path).is_ok() {
                return Err(FsError::new(FsErrorKind::NotFound, say::disk_dead_link()));
            }
            let name = path.file_name().ok_or_else(|| FsError::new(FsErrorKind::NotFound, say::disk_no_name()))?;
            let folder = disk.canonicalize(folder_of(path)).map_err(|cause| match cause.kind() {
                ErrorKind::NotFound => no_folder(),
                _ => cause.into(),
            })?;
            Ok((folder.join(name), None))
        }
        Err(cause) => Err(missing(disk, path, cause)),
    }
}

/// A file whose folder is not there, or no longer.
pub(super) fn no_folder() -> FsError {
    FsError::new(FsErrorKind::NoFolder, say::disk_no_folder_for())
}

/// A file that cannot be seen: a link that leads nowhere, or in a circle, is told apart from nothing at all.
fn missing(disk: &dyn Disk, path: &Path, cause: io::Error) -> FsError {
    let nowhere = !matches!(cause.kind(), ErrorKind::PermissionDenied | ErrorKind::Interrupted);
    if nowhere && disk.symlink_metadata(path).is_ok_and(|found| found.is_symlink()) {
        return FsError::new(FsErrorKind::NotFound, say::disk_dead_link());
    }
    cause.into()
}

/// Refuses folders, pipes and devices before they are opened: opening a pipe would wait for ever.
pub(super) fn ordinary(found: &Metadata) -> Result<(), FsError> {
    if found.is_dir() {
        return Err(FsError::new(FsErrorKind::NotAFile, say::disk_folder()));
    }
    if !found.is_file() {
        return Err(FsError::new(FsErrorKind::NotAFile, say::disk_not_a_file()));
    }
    if found.len() > limits::FILE_BYTES {
        return Err(FsError::too_large(limits::FILE_BYTES));
    }
    Ok(())
}

/// What was found in a file that is to be replaced.
pub(super) struct There {
    /// Its stamp.
    pub(super) stamp: Stamp,
    /// Whether it is what is to be written.
    pub(super) same: bool,
    /// The content, where somebody wants it.
    pub(super) content: Option<Vec<u8>>,
}

/// Reads a file part by part and holds it against `bytes`; a large one is not in memory twice unless it is wanted.
pub(super) fn held_against(from: &mut dyn Read, bytes: &[u8], wanted: bool) -> Result<There, FsError> {
    let mut part = vec![0; PART];
    let (mut hash, mut same, mut at) = (Sha256::new(), true, 0_usize);
    let mut content = wanted.then(Vec::new);
    loop {
        let count = match from.read(&mut part) {
            Ok(0) => break,
            Ok(count) => count,
            Err(cause) if cause.kind() == ErrorKind::Interrupted => continue,
            Err(cause) => return Err(cause.into()),
        };
        let read = part.get(..count).unwrap_or_default();
        same = same && bytes.get(at..at + count) == Some(read);
        at += count;
        if at as u64 > limits::FILE_BYTES {
            return Err(FsError::too_large(limits::FILE_BYTES));
        }
        hash.update(read);
        if let Some(content) = &mut content {
            content.extend_from_slice(read);
        }
    }
    Ok(There { stamp: Stamp { hash: hash.finalize().into() }, same: same && at == bytes.len(), content })
}

/// Refuses what does not hold exactly these bytes.
pub(super) fn same(from: &mut dyn Read, bytes: &[u8]) -> Result<(), FsError> {
    if held_against(from, bytes, false)?.same { Ok(()) } else { Err(FsError::new(FsErrorKind::Garbled, say::disk_garbled())) }
}
