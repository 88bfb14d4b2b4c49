//! The disk as the rest sees it: fourteen calls. The real one stands here; tests put others in its place, which refuse,
//! garble, or write down what would be lost in a power cut.
#![expect(clippy::disallowed_methods, reason = "this is the place that the ban on them points to")]

use std::cell::RefCell;
use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::folder::folder_of;

/// How a file is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// To be read.
    Read,
    /// Made anew, to be written and read; there must be none of that name. `private`: for nobody but the user.
    New {
        /// Whether others are kept out from the start.
        private: bool,
    },
    /// To be written and read where it stands, with all that it holds.
    InPlace,
    /// Made unless it is there, for nobody but the user, to be written and read.
    Own,
}

/// A file that is open.
pub trait DiskFile: Read + Write + Seek + Send {
    /// Has content and all that belongs to it written to the disk itself.
    fn sync_all(&mut self) -> io::Result<()>;
    /// Has the content written to the disk itself.
    fn sync_data(&mut self) -> io::Result<()>;
    /// Cuts or stretches it.
    fn set_len(&mut self, bytes: u64) -> io::Result<()>;
    /// Gives it the permissions of another, and its owner where the system lets us.
    fn take_after(&mut self, other: &Metadata) -> io::Result<()>;
    /// What is known of it.
    fn metadata(&self) -> io::Result<Metadata>;
    /// Takes its lock, which goes with the program however that ends; `false` where somebody else has it.
    fn try_lock(&self) -> io::Result<bool>;
    /// Keeps others from taking the lock; whoever only looks may look at the same time. `false` where somebody has it.
    fn try_share(&self) -> io::Result<bool>;
    /// Gives the lock back, so that others can read the file everywhere.
    fn unlock(&self) -> io::Result<()>;
}

/// What can be asked of a disk.
pub trait Disk: Send + Sync {
    /// Opens a file.
    fn open(&self, path: &Path, how: Open) -> io::Result<Box<dyn DiskFile>>;
    /// The path behind all links.
    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf>;
    /// What is there, behind links.
    fn metadata(&self, path: &Path) -> io::Result<Metadata>;
    /// What is there, a link being a link.
    fn symlink_metadata(&self, path: &Path) -> io::Result<Metadata>;
    /// Gives a file another name, over whatever has it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder that holds nothing.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
    /// Makes a folder and those it lies in; `private`: for nobody but the user, also where it is there already.
    fn create_folder(&self, path: &Path, private: bool) -> io::Result<()>;
    /// What a folder holds, in any order.
    fn read_folder(&self, path: &Path) -> io::Result<Vec<PathBuf>>;
    /// Has the names in a folder written to the disk itself.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
}

thread_local! {
    static DISK: RefCell<Arc<dyn Disk>> = RefCell::new(Arc::new(System));
}

/// The disk that this thread works on.
pub(super) fn disk() -> Arc<dyn Disk> {
    DISK.with(|disk| Arc::clone(&disk.borrow()))
}

/// Does work on another disk than the real one; on this thread, and as long as the work lasts.
pub fn on<T>(disk: Arc<dyn Disk>, work: impl FnOnce() -> T) -> T {
    /// Puts the one before back, also when the work panics.
    struct Before(Arc<dyn Disk>);
    impl Drop for Before {
        fn drop(&mut self) {
            DISK.with(|disk| disk.replace(Arc::clone(&self.0)));
        }
    }
    let _before = Before(DISK.with(|now| now.replace(disk)));
    work()
}

/// The real disk.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

impl Disk for System {
    fn open(&self, path: &Path, how: Open) -> io::Result<Box<dyn DiskFile>> {
        let mut options = OpenOptions::new();
        options.read(true);
        match how {
            Open::Read => {}
            Open::New { private } => {
                options.write(true).create_new(true);
                keep_others_out(&mut options, private);
            }
            Open::InPlace => {
                options.write(true);
            }
            Open::Own => {
                options.write(true).create(true).truncate(false);
                keep_others_out(&mut options, true);
            }
        }
        Ok(Box::new(patiently(|| options.open(path))?))
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn metadata(&self, path: &Path) -> io::Result<Metadata> {
        fs::metadata(path)
    }

    fn symlink_metadata(&self, path: &Path) -> io::Result<Metadata> {
        fs::symlink_metadata(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        patiently(|| fs::rename(from, to))
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        patiently(|| fs::remove_file(path))
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn create_folder(&self, path: &Path, private: bool) -> io::Result<()> {
        let missing: Vec<&Path> =
            path.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists()).collect();
        if private { create_private(path) } else { fs::create_dir_all(path) }?;
        for made in missing {
            // What is written into a new folder is only as sure as the folder itself; one that may be written to but not
            // looked into cannot be flushed, and is used all the same.
            let _as_sure_as_can_be = self.sync_folder(folder_of(made));
        }
        Ok(())
    }

    fn read_folder(&self, path: &Path) -> io::Result<Vec<PathBuf>> {
        fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect()
    }

    #[cfg(unix)]
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        match File::open(path).and_then(|folder| folder.sync_all()) {
            // Some file systems cannot do that for a folder, and do not need it.
            Err(cause) if matches!(cause.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
            done => done,
        }
    }

    /// Folders cannot be opened as files elsewhere; the file system writes its own log.
    #[cfg(not(unix))]
    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }
}

impl DiskFile for File {
    fn sync_all(&mut self) -> io::Result<()> {
        File::sync_all(self)
    }

    fn sync_data(&mut self) -> io::Result<()> {
        File::sync_data(self)
    }

    fn set_len(&mut self, bytes: u64) -> io::Result<()> {
        File::set_len(self, bytes)
    }

    #[cfg(unix)]
    fn take_after(&mut self, other: &Metadata) -> io::Result<()> {
        use std::os::unix::fs::{MetadataExt as _, fchown};
        let own = File::metadata(self)?;
        if (own.uid(), own.gid()) != (other.uid(), other.gid()) {
            // Only the administrator may give files away; whoever else saves a colleague's file owns it afterwards.
            let _not_ours_to_give = fchown(&*self, Some(other.uid()), Some(other.gid()));
        }
        // A memory stick knows no permissions and refuses to be given the ones that it shows.
        let now = File::metadata(self)?.permissions();
        if now == other.permissions() { Ok(()) } else { self.set_permissions(other.permissions()) }
    }

    /// Elsewhere a new file inherits what its folder gives, which is what the old one had.
    #[cfg(not(unix))]
    fn take_after(&mut self, _: &Metadata) -> io::Result<()> {
        Ok(())
    }

    fn metadata(&self) -> io::Result<Metadata> {
        File::metadata(self)
    }

    fn try_lock(&self) -> io::Result<bool> {
        match File::try_lock(self) {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(cause)) => Err(cause),
        }
    }

    fn try_share(&self) -> io::Result<bool> {
        match File::try_lock_shared(self) {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(cause)) => Err(cause),
        }
    }

    fn unlock(&self) -> io::Result<()> {
        File::unlock(self)
    }
}

#[cfg(unix)]
fn keep_others_out(options: &mut OpenOptions, private: bool) {
    use std::os::unix::fs::OpenOptionsExt as _;
    // Else a new file gets the permissions that the user's other new files get.
    if private {
        options.mode(0o600);
    }
}

#[cfg(not(unix))]
fn keep_others_out(_: &mut OpenOptions, _: bool) {}

#[cfg(unix)]
fn create_private(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
    fs::DirBuilder::new().recursive(true).mode(0o700).create(path)?;
    let found = fs::metadata(path)?.permissions();
    let is_private = found.mode().trailing_zeros() >= 6;
    if is_private { Ok(()) } else { fs::set_permissions(path, fs::Permissions::from_mode(0o700)) }
}

/// Elsewhere the user's own folders are closed to others already.
#[cfg(not(unix))]
fn create_private(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
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
