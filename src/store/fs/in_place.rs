//! Writing over a file where it stands, for folders that take no second file.
//!
//! A cut-off leaves such a file half old and half new. Before the first byte of it is touched, old and new content are
//! therefore on the disk in a folder of our own. What is still there at the next start, or at the next save of the file, tells
//! what to do: the half-written file is finished or undone, and one that somebody else has written since is left alone.

use std::io::{self, Read as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::disk::{Disk, DiskFile, Open, disk};
use super::read::same;
use super::{FsError, FsErrorKind, Stamp};
use crate::store::limits;
use crate::words::files as say;

/// How a file of pending content begins.
const MAGIC: &[u8] = b"momentboard pending 1\n";
/// How its name ends.
const ENDING: &str = "pending";

/// What became of a save that was cut off while it wrote in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CutOff {
    /// It was finished; the file is whole.
    Finished(PathBuf),
    /// Somebody changed the file since, or it cannot be written: what was being saved is here, and stays where `kept` says
    /// until that is discarded.
    Open {
        /// The file.
        path: PathBuf,
        /// What was to stand in it.
        content: Vec<u8>,
        /// Where that is kept.
        kept: PathBuf,
    },
}

/// Writes over a file that holds what `there` says. When it fails the file is what it was, or the next start mends it.
/// `refused` is what the folder said, for a file that cannot be written either.
pub(super) fn write(
    disk: &Arc<dyn Disk>,
    folder: &Path,
    target: &Path,
    there: Stamp,
    new: &[u8],
    refused: io::Error,
) -> Result<(), FsError> {
    let Ok(mut file) = disk.open(target, Open::InPlace) else { return Err(refused.into()) };
    let mut old = Vec::new();
    (&mut *file).take(limits::FILE_BYTES + 1).read_to_end(&mut old)?;
    if Stamp::of(&old) != there {
        return Err(FsError::new(FsErrorKind::ChangedOnDisk, say::disk_changed()));
    }
    let pending = Pending::begin(disk, folder, target, &old, new)?;
    let Err(cause) = put(&mut *file, &old, new) else {
        pending.end();
        return Ok(());
    };
    if put(&mut *file, new, &old).is_ok() {
        pending.end();
        return Err(cause);
    }
    Err(FsError { message: say::disk_half_written(&cause.message), ..cause })
}

/// Puts content over other content, and sees that it is there.
fn put(file: &mut dyn DiskFile, old: &[u8], new: &[u8]) -> Result<(), FsError> {
    let (head, tail) = new.split_at(new.len().min(old.len()));
    if !tail.is_empty() {
        // First what makes it longer: where the disk is full, nothing of the old has been touched.
        file.seek(SeekFrom::Start(head.len() as u64))?;
        file.write_all(tail)?;
        file.sync_all()?;
    }
    file.seek(SeekFrom::Start(0))?;
    file.write_all(head)?;
    file.set_len(new.len() as u64)?;
    file.sync_all()?;
    file.seek(SeekFrom::Start(0))?;
    same(&mut *file, new)
}

/// Old and new content of a file that is being written over.
struct Pending {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    folder: PathBuf,
    file: Box<dyn DiskFile>,
}

impl Pending {
    /// Has both on the disk itself, locked as long as this lives.
    fn begin(disk: &Arc<dyn Disk>, folder: &Path, target: &Path, old: &[u8], new: &[u8]) -> Result<Self, FsError> {
        let Some(name) = name_as_bytes(target) else { return Err(FsError::new(FsErrorKind::NotFound, say::disk_no_name())) };
        disk.create_folder(folder, true)?;
        let path = folder.join(format!("{}.{ENDING}", uuid::Uuid::new_v4().simple()));
        let file = disk.open(&path, Open::New { private: true })?;
        let _unlocked = file.try_lock();
        let lengths = [name.len() as u64, old.len() as u64, new.len() as u64].map(u64::to_le_bytes).concat();
        let parts = [&lengths, name, old, new];
        let mut hash = Sha256::new();
        for part in parts {
            hash.update(part);
        }
        let hash: [u8; 32] = hash.finalize().into();
        let mut pending = Self { disk: Arc::clone(disk), path, folder: folder.to_owned(), file };
        match pending.fill([MAGIC, &hash].into_iter().chain(parts)) {
            Ok(()) => Ok(pending),
            Err(cause) => {
                pending.end();
                Err(cause.into())
            }
        }
    }

    fn fill<'a>(&mut self, parts: impl Iterator<Item = &'a [u8]>) -> io::Result<()> {
        for part in parts {
            self.file.write_all(part)?;
        }
        self.file.sync_all()?;
        self.disk.sync_folder(&self.folder)
    }

    /// Does away with it. It is emptied first, so that it says nothing any more even where it cannot be removed.
    fn end(mut self) {
        let _emptied = self.file.set_len(0).and_then(|()| self.file.sync_all());
        let _removed = self.disk.remove_file(&self.path).and_then(|()| self.disk.sync_folder(&self.folder));
    }

    /// The one in that file and what it says; `None` where somebody is still writing it, or it says nothing whole.
    fn found(disk: &Arc<dyn Disk>, folder: &Path, path: PathBuf) -> Option<(Self, Contents)> {
        let mut file = disk.open(&path, Open::InPlace).ok()?;
        if matches!(file.try_lock(), Ok(false)) {
            return None;
        }
        let mut bytes = Vec::new();
        (&mut *file).take(2 * limits::FILE_BYTES + (1 << 20)).read_to_end(&mut bytes).ok()?;
        let pending = Self { disk: Arc::clone(disk), path, folder: folder.to_owned(), file };
        let Some(contents) = Contents::of(&bytes) else {
            // It was cut off itself, so that the file it is about was never touched.
            pending.end();
            return None;
        };
        Some((pending, contents))
    }
}

/// What a pending file says.
struct Contents {
    target: PathBuf,
    old: Vec<u8>,
    new: Vec<u8>,
}

impl Contents {
    fn of(bytes: &[u8]) -> Option<Self> {
        let (hash, rest) = bytes.strip_prefix(MAGIC)?.split_at_checked(32)?;
        if Sha256::digest(rest).as_slice() != hash {
            return None;
        }
        let (lengths, rest) = rest.split_at_checked(24)?;
        let mut lengths = lengths.as_chunks::<8>().0.iter().map(|length| u64::from_le_bytes(*length));
        let mut length = || lengths.next().and_then(|length| usize::try_from(length).ok());
        let (name, old, new) = (length()?, length()?, length()?);
        let (name, rest) = rest.split_at_checked(name)?;
        let (old, rest) = rest.split_at_checked(old)?;
        let target = path_of_bytes(name)?;
        (rest.len() == new).then(|| Self { target, old: old.to_owned(), new: rest.to_owned() })
    }

    /// Whether this is what a writing over leaves when it is cut off: every byte old, new, or not there yet.
    fn is_half_written(&self, now: &[u8]) -> bool {
        let (old, new) = (&self.old, &self.new);
        let lengths = old.len().min(new.len())..=old.len().max(new.len());
        lengths.contains(&now.len())
            && now.iter().enumerate().all(|(at, byte)| match (old.get(at), new.get(at)) {
                (None, Some(new)) => byte == new || *byte == 0,
                (old, new) => old == Some(byte) || new == Some(byte),
            })
    }
}

/// All that is pending and held by nobody.
fn all(disk: &Arc<dyn Disk>, folder: &Path) -> impl Iterator<Item = (Pending, Contents)> {
    let mut list = disk.read_folder(folder).unwrap_or_default();
    list.retain(|path| path.extension().is_some_and(|ending| ending == ENDING));
    list.sort();
    list.into_iter().filter_map(move |path| Pending::found(disk, folder, path))
}

/// Before a save compares: a file that an earlier one left half-written is what it was before that again, so that nobody
/// takes it for somebody else's change.
pub(super) fn undo_cut_off(disk: &Arc<dyn Disk>, folder: &Path, target: &Path) {
    for (pending, contents) in all(disk, folder).filter(|(_, contents)| contents.target == target) {
        let _stays = settle(disk, pending, contents, |contents| (&contents.new, &contents.old));
    }
}

/// Finishes what saves that were cut off left half-written; to be called at every start. `folder` is that of [`Care::pending`](super::Care).
#[must_use = "a file that was changed since has to be told of"]
pub fn finish_pending(folder: &Path) -> Vec<CutOff> {
    let disk = disk();
    all(&disk, folder)
        .filter_map(|(pending, contents)| settle(&disk, pending, contents, |contents| (&contents.old, &contents.new)))
        .collect()
}

/// Makes a half-written file whole in the direction that `way` says; what was never begun, or is done, needs nothing.
fn settle(
    disk: &Arc<dyn Disk>,
    pending: Pending,
    contents: Contents,
    way: impl Fn(&Contents) -> (&Vec<u8>, &Vec<u8>),
) -> Option<CutOff> {
    let mut now = Vec::new();
    let file = disk.open(&contents.target, Open::InPlace).and_then(|mut file| {
        (&mut *file).take(limits::FILE_BYTES + 1).read_to_end(&mut now)?;
        Ok(file)
    });
    if let Ok(mut file) = file {
        if now == contents.old || now == contents.new {
            pending.end();
            return None;
        }
        let (from, to) = way(&contents);
        if contents.is_half_written(&now) && put(&mut *file, from, to).is_ok() {
            pending.end();
            return Some(CutOff::Finished(contents.target));
        }
    }
    Some(CutOff::Open { path: contents.target, content: contents.new, kept: pending.path.clone() })
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "other systems have names that are not bytes")]
fn name_as_bytes(path: &Path) -> Option<&[u8]> {
    use std::os::unix::ffi::OsStrExt as _;
    Some(path.as_os_str().as_bytes())
}

#[cfg(not(unix))]
fn name_as_bytes(path: &Path) -> Option<&[u8]> {
    path.to_str().map(str::as_bytes)
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "other systems have names that are not bytes")]
fn path_of_bytes(bytes: &[u8]) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStrExt as _;
    Some(PathBuf::from(std::ffi::OsStr::from_bytes(bytes)))
}

#[cfg(not(unix))]
fn path_of_bytes(bytes: &[u8]) -> Option<PathBuf> {
    std::str::from_utf8(bytes).ok().map(PathBuf::from)
}
