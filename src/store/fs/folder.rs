//! Folders, and files as things with names.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::disk::disk;
use super::read::load;
use super::{FsError, FsErrorKind, Stamp};
use crate::words::files as say;

/// The folder a file is in; the current one for a bare name.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Makes the folders in which a file of our own (preferences) is to stand.
///
/// # Errors
/// When the disk refuses.
pub fn ensure_folder_of(path: &Path) -> Result<(), FsError> {
    Ok(disk().create_folder(folder_of(path), false)?)
}

/// Makes a folder that nobody but the user can look into, and those it lies in. One that stands open is closed.
///
/// # Errors
/// When the disk refuses, or something else than a folder has that name.
pub fn ensure_private_folder(folder: &Path) -> Result<(), FsError> {
    Ok(disk().create_folder(folder, true)?)
}

/// The files of a folder that end so, sorted; hidden ones, and what a cut-off save left behind, are not among them.
///
/// # Errors
/// When there is no such folder or it cannot be read.
pub fn files_in(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, FsError> {
    let mut files = disk().read_folder(folder)?;
    files.retain(|path| {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        !hidden && path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending))
    });
    files.sort();
    Ok(files)
}

/// Everything in a folder of our own, hidden or not, sorted.
///
/// # Errors
/// When there is no such folder or it cannot be read.
pub fn everything_in(folder: &Path) -> Result<Vec<PathBuf>, FsError> {
    let mut found = disk().read_folder(folder)?;
    found.sort();
    Ok(found)
}

/// The folders in a folder, sorted. A link to a folder is none.
///
/// # Errors
/// When there is no such folder or it cannot be read.
pub fn folders_in(folder: &Path) -> Result<Vec<PathBuf>, FsError> {
    let disk = disk();
    let mut folders = disk.read_folder(folder)?;
    folders.retain(|path| disk.symlink_metadata(path).is_ok_and(|found| found.is_dir()));
    folders.sort();
    Ok(folders)
}

/// Removes a file that still holds what was read.
///
/// # Errors
/// When somebody else changed it, it is gone, or the disk refuses.
pub fn remove(path: &Path, stamp: Stamp) -> Result<(), FsError> {
    if load(path)?.1 != stamp {
        return Err(FsError::new(FsErrorKind::ChangedOnDisk, say::disk_changed()));
    }
    discard(path)
}

/// Removes a file of our own, whatever it holds. One that is not there is removed already.
///
/// # Errors
/// When the disk refuses.
pub fn discard(path: &Path) -> Result<(), FsError> {
    match disk().remove_file(path) {
        Err(cause) if cause.kind() != ErrorKind::NotFound => Err(cause.into()),
        _ => Ok(()),
    }
}

/// Removes a folder of our own that holds nothing; one that holds something, or cannot be removed, stays.
pub fn remove_if_empty(folder: &Path) {
    let _stays = disk().remove_folder(folder);
}

/// Gives a file of our own another name on the same disk, over whatever has it, for good.
///
/// # Errors
/// When the disk refuses.
pub fn move_to(from: &Path, to: &Path) -> Result<(), FsError> {
    let disk = disk();
    disk.rename(from, to)?;
    Ok(disk.sync_folder(folder_of(to))?)
}

/// Renames a file within its folder, over whatever has that name.
///
/// # Errors
/// When the disk refuses.
pub(in crate::store) fn rename_over(from: &Path, to: &Path) -> io::Result<()> {
    disk().rename(from, to)
}
