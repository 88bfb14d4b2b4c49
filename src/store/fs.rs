//! The only door to the disk. A file that is saved is, whatever fails, completely the old one or completely the
//! new one; what somebody else wrote in the meantime is never overwritten; and nothing but ordinary files is opened.
#![expect(clippy::disallowed_methods, reason = "this is the place that the ban on them points to")]

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use sha2::{Digest as _, Sha256};

use super::limits;
use crate::words::files as say;

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

/// What went wrong, for code that has to decide; people read the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FsErrorKind {
    /// There is no such file or folder.
    NotFound,
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
    pub(super) fn new(kind: FsErrorKind, message: impl Into<String>) -> Self {
        let hint = match kind {
            FsErrorKind::NotFound => say::disk_hint_name(),
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

    fn too_large() -> Self {
        Self::new(FsErrorKind::TooLarge, say::too_big_file(limits::readable(limits::FILE_BYTES)))
    }
}

impl From<io::Error> for FsError {
    fn from(cause: io::Error) -> Self {
        match cause.kind() {
            ErrorKind::NotFound => Self::new(FsErrorKind::NotFound, say::disk_not_found()),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::new(FsErrorKind::Denied, say::disk_denied()),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::new(FsErrorKind::Full, say::disk_full()),
            ErrorKind::IsADirectory => Self::new(FsErrorKind::NotAFile, say::disk_folder()),
            ErrorKind::NotADirectory => Self::new(FsErrorKind::NotFound, say::disk_no_folder_for()),
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
    /// Read the file in its place.
    Verify,
}

/// Bytes written at once.
const PART: usize = 1 << 16;

/// Reads a file and remembers its content.
///
/// # Errors
/// When there is no such file, it is not an ordinary one, there is no permission, or it is larger than
/// [`limits::FILE_BYTES`].
pub fn load(path: &Path) -> Result<(Vec<u8>, Stamp), FsError> {
    let found = fs::metadata(path).map_err(|cause| missing(path, cause))?;
    ordinary(&found)?;
    let bytes = content(path, found.len())?;
    let stamp = Stamp::of(&bytes);
    Ok((bytes, stamp))
}

/// The same for a file of which nobody expects more than `most` bytes: a larger one is not read.
///
/// # Errors
/// As [`load`], with that limit.
pub fn load_at_most(path: &Path, most: u64) -> Result<(Vec<u8>, Stamp), FsError> {
    let too_large = || FsError::new(FsErrorKind::TooLarge, say::too_big_file(limits::readable(most)));
    let found = fs::metadata(path).map_err(|cause| missing(path, cause))?;
    ordinary(&found)?;
    if found.len() > most {
        return Err(too_large());
    }
    let (bytes, stamp) = load(path)?;
    if bytes.len() as u64 > most { Err(too_large()) } else { Ok((bytes, stamp)) }
}

/// The files of a folder that end so, sorted; hidden ones, and what a cut-off save left behind, are not among them.
///
/// # Errors
/// When there is no such folder or it cannot be read.
pub fn files_in(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, FsError> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if !hidden && path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending)) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Removes a file that still holds what was read.
///
/// # Errors
/// When somebody else changed it, it is gone, or the disk refuses.
pub fn remove(path: &Path, stamp: Stamp) -> Result<(), FsError> {
    if load(path)?.1 != stamp {
        return Err(FsError::new(FsErrorKind::ChangedOnDisk, say::disk_changed()));
    }
    Ok(patiently(|| fs::remove_file(path))?)
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
    if bytes.len() as u64 > limits::FILE_BYTES {
        return Err(FsError::too_large());
    }
    before(Step::Find)?;
    let (target, old) = find(path)?;
    before(Step::Compare)?;
    compare(&target, base, bytes)?;

    before(Step::Create)?;
    let mut temp = Temp::create(&target, old.is_some())?;
    for part in bytes.chunks(PART) {
        before(Step::Write)?;
        temp.file.write_all(part)?;
    }
    before(Step::Mode)?;
    copy_mode(&temp.file, old.as_ref())?;
    before(Step::Sync)?;
    temp.file.sync_all()?;
    before(Step::ReadBack)?;
    same(&temp.path, bytes)?;

    before(Step::CompareAgain)?;
    compare(&target, base, bytes)?;
    before(Step::Rename)?;
    patiently(|| fs::rename(&temp.path, &target))?;
    temp.renamed = true;
    before(Step::SyncFolder)?;
    sync_folder(folder_of(&target))?;
    before(Step::Verify)?;
    same(&target, bytes)?;
    Ok(Stamp::of(bytes))
}

/// Makes the folders in which a file of our own (preferences) is to stand.
///
/// # Errors
/// When the disk refuses.
pub fn ensure_folder_of(path: &Path) -> Result<(), FsError> {
    Ok(fs::create_dir_all(folder_of(path))?)
}

/// Whether a file is marked read-only; then a save refuses to replace it. What is not there is not read-only.
#[must_use]
pub fn is_read_only(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.permissions().readonly())
}

/// Removes files that a save of `path` left behind when the program was killed, and that were last written before
/// `older_than`. Says how many; a file that cannot be removed is left.
#[must_use = "how many there were may be worth a word"]
pub fn remove_leftovers(path: &Path, older_than: SystemTime) -> usize {
    let Ok((target, _)) = find(path) else { return 0 };
    let Ok(list) = fs::read_dir(folder_of(&target)) else { return 0 };
    let start = temp_start(&target);
    let ours = list.flatten().filter(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        // The start, 32 hexadecimal digits, and the end: nothing a person would name a file.
        name.strip_prefix(start.as_str())
            .and_then(|rest| rest.strip_suffix(TEMP_END))
            .is_some_and(|random| random.len() == 32 && random.bytes().all(|b| b.is_ascii_hexdigit()))
    });
    ours.filter(|entry| {
        let written = entry.metadata().ok().filter(Metadata::is_file).and_then(|found| found.modified().ok());
        written.is_some_and(|written| written < older_than) && fs::remove_file(entry.path()).is_ok()
    })
    .count()
}

/// The file behind the path (links followed, so that a link stays one), and what is there.
fn find(path: &Path) -> Result<(PathBuf, Option<Metadata>), FsError> {
    match fs::canonicalize(path) {
        Ok(target) => {
            let found = fs::metadata(&target)?;
            // Whoever writes needs no file that holds something, but a name that is free.
            ordinary(&found).map_err(|error| FsError { hint: say::disk_hint_other_name().to_owned(), ..error })?;
            if found.permissions().readonly() {
                return Err(FsError::new(FsErrorKind::Denied, say::disk_read_only()));
            }
            Ok((target, Some(found)))
        }
        Err(cause) if cause.kind() == ErrorKind::NotFound => {
            if fs::symlink_metadata(path).is_ok() {
                return Err(FsError::new(FsErrorKind::NotFound, say::disk_dead_link()));
            }
            let name = path.file_name().ok_or_else(|| FsError::new(FsErrorKind::NotFound, say::disk_no_name()))?;
            let folder = fs::canonicalize(folder_of(path)).map_err(|cause| match cause.kind() {
                ErrorKind::NotFound => FsError::new(FsErrorKind::NotFound, say::disk_no_folder_for()),
                _ => cause.into(),
            })?;
            Ok((folder.join(name), None))
        }
        Err(cause) => Err(cause.into()),
    }
}

/// A file that cannot be seen: a link that leads nowhere is told apart from nothing at all.
fn missing(path: &Path, cause: io::Error) -> FsError {
    if cause.kind() == ErrorKind::NotFound && fs::symlink_metadata(path).is_ok() {
        return FsError::new(FsErrorKind::NotFound, say::disk_dead_link());
    }
    cause.into()
}

/// Refuses folders, pipes and devices before they are opened: opening a pipe would wait for ever.
fn ordinary(found: &Metadata) -> Result<(), FsError> {
    if found.is_dir() {
        return Err(FsError::new(FsErrorKind::NotAFile, say::disk_folder()));
    }
    if !found.is_file() {
        return Err(FsError::new(FsErrorKind::NotAFile, say::disk_not_a_file()));
    }
    if found.len() > limits::FILE_BYTES {
        return Err(FsError::too_large());
    }
    Ok(())
}

/// The whole content; never more than the limit, even when the file grows while it is read.
fn content(path: &Path, expected: u64) -> Result<Vec<u8>, FsError> {
    let file = patiently(|| File::open(path))?;
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0));
    file.take(limits::FILE_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limits::FILE_BYTES {
        return Err(FsError::too_large());
    }
    Ok(bytes)
}

/// Whether the target is what the save may replace.
fn compare(target: &Path, base: Base, bytes: &[u8]) -> Result<(), FsError> {
    let found = match fs::metadata(target) {
        Ok(found) => Some(found),
        Err(cause) if cause.kind() == ErrorKind::NotFound => None,
        Err(cause) => return Err(cause.into()),
    };
    match (base, found) {
        (Base::Loaded(_), None) => Err(FsError::new(FsErrorKind::Gone, say::disk_gone())),
        (Base::New | Base::Loaded(_), Some(found)) => {
            ordinary(&found)?;
            let there = content(target, found.len())?;
            // A save whose very last step failed has put the new content there already; trying it again is no conflict.
            let ours = there == bytes || matches!(base, Base::Loaded(stamp) if Stamp::of(&there) == stamp);
            match base {
                _ if ours => Ok(()),
                Base::New => Err(FsError::new(FsErrorKind::Exists, say::disk_exists())),
                _ => Err(FsError::new(FsErrorKind::ChangedOnDisk, say::disk_changed())),
            }
        }
        (Base::Overwrite, Some(found)) => ordinary(&found),
        (Base::New | Base::Overwrite, None) => Ok(()),
    }
}

/// Whether a file holds exactly these bytes.
fn same(path: &Path, bytes: &[u8]) -> Result<(), FsError> {
    if content(path, bytes.len() as u64)? == bytes {
        Ok(())
    } else {
        Err(FsError::new(FsErrorKind::Garbled, say::disk_garbled()))
    }
}

/// How the name of a temporary file ends.
const TEMP_END: &str = ".tmp";

/// How the name of a temporary file for a target starts. Names have at most 255 bytes, and the rest takes 39.
fn temp_start(target: &Path) -> String {
    let name = target.file_name().map(OsString::from).unwrap_or_default();
    let name = name.to_string_lossy();
    let mut end = name.len().min(200);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    format!(".~{}.", name.get(..end).unwrap_or_default())
}

/// The new file while it is not in its place; removed unless it gets there.
struct Temp {
    path: PathBuf,
    file: File,
    renamed: bool,
}

impl Temp {
    /// Creates it in the folder of the target, for nobody but the user where it will get the old file's permissions.
    fn create(target: &Path, replaces: bool) -> Result<Self, FsError> {
        let name = format!("{}{}{TEMP_END}", temp_start(target), uuid::Uuid::new_v4().simple());
        let path = folder_of(target).join(name);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        private(&mut options, replaces);
        let file = patiently(|| options.open(&path))?;
        Ok(Self { path, file, renamed: false })
    }
}

/// Renames a file within its folder, over whatever has that name.
///
/// # Errors
/// When the disk refuses.
pub(super) fn rename_over(from: &Path, to: &Path) -> io::Result<()> {
    patiently(|| fs::rename(from, to))
}

impl Drop for Temp {
    fn drop(&mut self) {
        if !self.renamed {
            // There is nobody left to tell; the leftover has a name that `remove_leftovers` knows.
            let _ = patiently(|| fs::remove_file(&self.path));
        }
    }
}

#[cfg(unix)]
fn private(options: &mut OpenOptions, replaces: bool) {
    use std::os::unix::fs::OpenOptionsExt as _;
    // A new file gets the permissions that the user's other new files get.
    if replaces {
        options.mode(0o600);
    }
}

#[cfg(not(unix))]
fn private(_: &mut OpenOptions, _: bool) {}

#[cfg(unix)]
fn copy_mode(file: &File, old: Option<&Metadata>) -> io::Result<()> {
    old.map_or(Ok(()), |old| file.set_permissions(old.permissions()))
}

/// Elsewhere a new file inherits what its folder gives, which is what the old one had.
#[cfg(not(unix))]
fn copy_mode(_: &File, _: Option<&Metadata>) -> io::Result<()> {
    Ok(())
}

/// The folder a file is in; the current one for a bare name.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // Some file systems cannot do that for a folder, and do not need it.
        Err(cause) if matches!(cause.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        done => done,
    }
}

/// Folders cannot be opened as files elsewhere; the file system writes its own log.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// On Windows a virus scanner or a sync client may hold a file for a moment ("access denied", "sharing violation"):
/// tried again for at most ten seconds. Elsewhere tried once.
fn patiently<T>(mut work: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    let mut wait = Duration::from_millis(10);
    let mut waited = Duration::ZERO;
    loop {
        match work() {
            Err(cause) if cfg!(windows) && matches!(cause.raw_os_error(), Some(5 | 32)) && waited < Duration::from_secs(10) => {
                std::thread::sleep(wait);
                waited += wait;
                wait = (wait * 2).min(Duration::from_millis(100));
            }
            done => return done,
        }
    }
}

/// A file to write at the end of.
#[derive(Debug)]
pub struct Append {
    file: File,
    length: u64,
}

/// Opens a file to write at its end; it is made, for nobody but the user, where there is none.
///
/// # Errors
/// When the disk refuses.
pub fn append(path: &Path) -> Result<Append, FsError> {
    let file = open_own(path)?;
    let length = file.metadata()?.len();
    if length == 0 {
        sync_folder(folder_of(path))?;
    }
    Ok(Append { file, length })
}

fn open_own(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    private(&mut options, true);
    patiently(|| options.open(path))
}

impl Append {
    /// Bytes that it holds.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Writes at the end.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), FsError> {
        io::Seek::seek(&mut self.file, io::SeekFrom::Start(self.length))?;
        match self.file.write_all(bytes) {
            Ok(()) => {
                self.length += bytes.len() as u64;
                Ok(())
            }
            Err(cause) => {
                let _seen_through = self.file.set_len(self.length);
                Err(cause.into())
            }
        }
    }

    /// Has what was written put on the disk itself.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn sync(&mut self) -> Result<(), FsError> {
        Ok(self.file.sync_data()?)
    }

    /// Takes the lock of the file, as long as it stays open.
    #[must_use]
    pub fn lock(&self) -> bool {
        self.file.try_lock().is_ok()
    }
}

/// What came of asking for a lock.
#[derive(Debug)]
pub enum Locked {
    /// It is ours.
    Ours(File),
    /// Somebody else has it.
    Theirs(Vec<u8>),
    /// There are no locks here, or no folder for them.
    NoLocks,
}

/// Takes the lock of that name.
#[must_use]
pub fn lock(path: &Path, _note: &[u8]) -> Locked {
    let Ok(file) = open_own(path) else { return Locked::NoLocks };
    match file.try_lock() {
        Ok(()) => Locked::Ours(file),
        Err(fs::TryLockError::WouldBlock) => Locked::Theirs(Vec::new()),
        Err(fs::TryLockError::Error(_)) => Locked::NoLocks,
    }
}

/// Makes a folder that nobody but the user can look into, and those it lies in.
///
/// # Errors
/// When the disk refuses.
pub fn ensure_private_folder(folder: &Path) -> Result<(), FsError> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.recursive(true).create(folder)?)
}

/// The folders in a folder, sorted.
///
/// # Errors
/// When there is no such folder or it cannot be read.
pub fn folders_in(folder: &Path) -> Result<Vec<PathBuf>, FsError> {
    let mut found = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    found.retain(|path| fs::symlink_metadata(path).is_ok_and(|found| found.is_dir()));
    found.sort();
    Ok(found)
}

/// Removes a file of our own, whatever it holds. One that is not there is removed already.
///
/// # Errors
/// When the disk refuses.
pub fn discard(path: &Path) -> Result<(), FsError> {
    match patiently(|| fs::remove_file(path)) {
        Err(cause) if cause.kind() != ErrorKind::NotFound => Err(cause.into()),
        _ => Ok(()),
    }
}

/// Removes a folder of our own that holds nothing; one that holds something, or cannot be removed, stays.
pub fn remove_if_empty(folder: &Path) {
    let _stays = fs::remove_dir(folder);
}

/// Gives a file of our own another name on the same disk, over whatever has it, for good.
///
/// # Errors
/// When the disk refuses.
pub fn move_to(from: &Path, to: &Path) -> Result<(), FsError> {
    rename_over(from, to)?;
    Ok(sync_folder(folder_of(to))?)
}

/// How many bytes a file has; nothing is read.
///
/// # Errors
/// When there is no such file or the disk refuses.
pub fn length(path: &Path) -> Result<u64, FsError> {
    Ok(fs::metadata(path)?.len())
}
