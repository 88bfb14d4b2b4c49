//! Saving: find, compare, keep, write beside, flush, read back, compare again, rename, flush the folder, look again.
//!
//! The file is never opened to be written as long as there is another way; it gets its new content by a rename, which the
//! system does wholly or not at all. Where the folder takes no second file, or does not let the two change places, the new
//! content is written over the old one under the protection of `in_place`.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::disk::{Disk, Open, disk};
use super::folder::folder_of;
use super::read::{PART, There, find, held_against, no_folder, ordinary, same};
use super::temp::Temp;
use super::{Base, FsError, FsErrorKind, Stamp, in_place};
use crate::store::limits;
use crate::words::files as say;

/// The steps of a save, in their order. Each is announced before it is taken, so that a test can make it fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Find the file behind links, and see what it is.
    Find,
    /// Read what is there and compare it with what was loaded.
    Compare,
    /// Create the new file beside the old one.
    Create,
    /// Write a part of it; announced once for every part.
    Write,
    /// Give it the old file's permissions.
    Mode,
    /// Have it written to the disk itself.
    Sync,
    /// Read it back.
    ReadBack,
    /// Compare the old file once more.
    CompareAgain,
    /// Put the new file in the place of the old one.
    Rename,
    /// Have the folder written to the disk itself.
    SyncFolder,
    /// Write over the old file, because the folder refused one of the steps above.
    InPlace,
    /// Read the file in its place.
    Verify,
}

/// Takes the content that a save is about to replace.
pub type Taker<'a> = &'a mut dyn FnMut(&[u8]);

/// What a save may do beyond replacing a file.
#[derive(Default)]
pub struct Care<'a> {
    /// Gets what the save replaces, as it is on the disk, before it is replaced; nothing where there was no file.
    pub kept: Option<Taker<'a>>,
    /// A folder of our own for what can only be written in place, so that a cut-off is mended; without one such a save fails.
    pub pending: Option<&'a Path>,
    /// Whether nobody but the user may read the file.
    pub private: bool,
}

/// A file that was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// What stands in it now.
    pub stamp: Stamp,
    /// Whether it had to be written over in its place.
    pub in_place: bool,
}

/// Saves a file. When it returns, the content is on the disk and was read back from there; when it fails, the file is
/// what it was (or, where the last steps fail, already the new one), and nothing is left beside it.
///
/// # Errors
/// See [`FsErrorKind`]; [`FsErrorKind::ChangedOnDisk`], [`FsErrorKind::Gone`] and [`FsErrorKind::Exists`] when the
/// file is not what `base` says.
pub fn save(path: &Path, bytes: &[u8], base: Base) -> Result<Stamp, FsError> {
    save_with(path, bytes, base, &mut |_| Ok(()))
}

/// [`save`] for a file of our own, over whatever is there, and for nobody but the user.
///
/// # Errors
/// As [`save`].
pub fn save_private(path: &Path, bytes: &[u8]) -> Result<Stamp, FsError> {
    let care = Care { private: true, ..Care::default() };
    save_with_care(path, bytes, Base::Overwrite, care).map(|written| written.stamp)
}

/// [`save`], keeping what is replaced, and writing in place where there is no other way.
///
/// # Errors
/// As [`save`].
pub fn save_with_care(path: &Path, bytes: &[u8], base: Base, care: Care<'_>) -> Result<Written, FsError> {
    run(path, bytes, base, care, &mut |_| Ok(()))
}

/// [`save`], announcing every step to `before`, whose error becomes that step's.
///
/// # Errors
/// As [`save`].
pub fn save_with(
    path: &Path,
    bytes: &[u8],
    base: Base,
    before: &mut dyn FnMut(Step) -> io::Result<()>,
) -> Result<Stamp, FsError> {
    run(path, bytes, base, Care::default(), before).map(|written| written.stamp)
}

fn run(
    path: &Path,
    bytes: &[u8],
    base: Base,
    mut care: Care<'_>,
    before: &mut dyn FnMut(Step) -> io::Result<()>,
) -> Result<Written, FsError> {
    if bytes.len() as u64 > limits::FILE_BYTES {
        return Err(FsError::too_large(limits::FILE_BYTES));
    }
    let disk = disk();
    before(Step::Find)?;
    let (target, old) = find(&*disk, path)?;
    before(Step::Compare)?;
    if let Some(pending) = care.pending {
        in_place::undo_cut_off(&disk, pending, &target);
    }
    let mut job = Job { disk, target: &target, bytes, base, kept: None };
    job.compare(&mut care)?;

    let renamed = match job.beside(old.as_ref(), &mut care, before) {
        Ok(renamed) => Some(renamed),
        Err(Failed::Error(error)) => return Err(error),
        Err(Failed::Refused(cause)) => {
            let (Some(pending), Some(there)) = (care.pending, job.kept) else { return Err(cause.into()) };
            before(Step::InPlace)?;
            in_place::write(&job.disk, pending, &target, there, bytes, cause)?;
            None
        }
    };
    before(Step::Verify)?;
    let in_place = renamed.is_none();
    match job.disk.open(&target, Open::Read).map_err(FsError::from).and_then(|mut file| same(&mut file, bytes)) {
        Ok(()) => Ok(Written { stamp: Stamp::of(bytes), in_place }),
        Err(error) => Err(replaced_since(renamed, bytes, error)),
    }
}

/// What is wrong where the new content is not in its place after all. Where the file itself is as it was written, somebody put
/// another in its place since, or took it away: their words are not ours to touch.
fn replaced_since(renamed: Option<Temp>, bytes: &[u8], error: FsError) -> FsError {
    let is_sound = renamed.is_some_and(|mut file| file.read_back().is_ok_and(|back| same(back, bytes).is_ok()));
    match error.kind {
        FsErrorKind::Garbled if is_sound => FsError::new(FsErrorKind::ChangedOnDisk, say::disk_changed()),
        FsErrorKind::NotFound if is_sound => FsError::new(FsErrorKind::Gone, say::disk_gone()),
        _ => error,
    }
}

/// Why a file could not be saved beside the old one.
enum Failed {
    /// The folder does not take a second file, or does not let it take the other's place.
    Refused(io::Error),
    /// Anything else.
    Error(FsError),
}

impl Failed {
    /// What the folder says to a second file.
    fn of_folder(cause: io::Error) -> Self {
        use io::ErrorKind as K;
        match cause.kind() {
            // A folder that is locked, a file that is a mount of its own, a folder of two disks, a file system whose names are short.
            K::PermissionDenied
            | K::ReadOnlyFilesystem
            | K::ResourceBusy
            | K::CrossesDevices
            | K::InvalidFilename
            | K::Unsupported => Self::Refused(cause),
            K::NotFound => Self::Error(no_folder()),
            _ => Self::Error(cause.into()),
        }
    }
}

impl From<io::Error> for Failed {
    fn from(cause: io::Error) -> Self {
        Self::Error(cause.into())
    }
}

impl From<FsError> for Failed {
    fn from(cause: FsError) -> Self {
        Self::Error(cause)
    }
}

/// One save.
struct Job<'a> {
    disk: Arc<dyn Disk>,
    target: &'a Path,
    bytes: &'a [u8],
    base: Base,
    /// What was last handed over to be kept, or would have been.
    kept: Option<Stamp>,
}

impl Job<'_> {
    /// Puts the new file beside the old one and then in its place, where it stays open.
    fn beside(
        &mut self,
        old: Option<&std::fs::Metadata>,
        care: &mut Care<'_>,
        before: &mut dyn FnMut(Step) -> io::Result<()>,
    ) -> Result<Temp, Failed> {
        before(Step::Create)?;
        let mut temp = Temp::create(&self.disk, self.target, old.is_some() || care.private).map_err(Failed::of_folder)?;
        temp.clear_earlier(self.target);
        for part in self.bytes.chunks(PART) {
            before(Step::Write)?;
            temp.write(part)?;
        }
        before(Step::Mode)?;
        if let (Some(old), false) = (old, care.private) {
            temp.file().take_after(old).map_err(Failed::of_folder)?;
        }
        before(Step::Sync)?;
        temp.file().sync_all()?;
        before(Step::ReadBack)?;
        same(temp.read_back()?, self.bytes)?;

        before(Step::CompareAgain)?;
        self.compare(care)?;
        before(Step::Rename)?;
        temp.rename(self.target).map_err(Failed::of_folder)?;
        before(Step::SyncFolder)?;
        self.disk.sync_folder(folder_of(self.target))?;
        Ok(temp)
    }

    /// Whether the target is what the save may replace; hands over what it holds, once for each content.
    fn compare(&mut self, care: &mut Care<'_>) -> Result<(), FsError> {
        let found = match self.disk.metadata(self.target) {
            Ok(found) => Some(found),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => None,
            Err(cause) => return Err(cause.into()),
        };
        let Some(found) = found else {
            self.kept = None;
            return match self.base {
                Base::Loaded(_) => Err(FsError::new(FsErrorKind::Gone, say::disk_gone())),
                Base::New | Base::Overwrite => Ok(()),
            };
        };
        ordinary(&found)?;
        let mut file = self.disk.open(self.target, Open::Read)?;
        let There { stamp, same, content } = held_against(&mut file, self.bytes, care.kept.is_some())?;
        // A save whose very last step failed has put the new content there already; trying it again is no conflict.
        let may_go = same || self.base == Base::Overwrite || self.base == Base::Loaded(stamp);
        if !may_go {
            return Err(match self.base {
                Base::New => FsError::new(FsErrorKind::Exists, say::disk_exists()),
                _ => FsError::new(FsErrorKind::ChangedOnDisk, say::disk_changed()),
            });
        }
        if let (Some(kept), Some(content), true) = (&mut care.kept, &content, !same && self.kept != Some(stamp)) {
            kept(content);
        }
        self.kept = Some(stamp);
        Ok(())
    }
}
