//! The new file while it stands beside the old one, and what is left of it when the program is killed.
//!
//! It is locked while it is written. A leftover is therefore a file with such a name whose lock can be had; that it must be
//! a few seconds old as well covers the instant between making a file and locking it.

use std::ffi::OsString;
use std::io::{self, Read, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::disk::{Disk, DiskFile, Open, disk};
use super::folder::folder_of;
use super::read::find;

/// How the name of a temporary file ends.
const TEMP_END: &str = ".tmp";
/// How old a leftover is before it is taken away.
const OLD: Duration = Duration::from_secs(10);
/// How old where nothing tells whether somebody still writes it.
const OLD_WITHOUT_LOCKS: Duration = Duration::from_hours(1);

/// The new file; removed unless it gets into its place.
pub(super) struct Temp {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    file: Box<dyn DiskFile>,
    renamed: bool,
}

impl Temp {
    /// Creates it in the folder of the target and locks it. `private`: for nobody but the user, at least until it gets the
    /// old file's permissions.
    pub(super) fn create(disk: &Arc<dyn Disk>, target: &Path, private: bool) -> io::Result<Self> {
        let name = format!("{}{}{TEMP_END}", temp_start(target), uuid::Uuid::new_v4().simple());
        let path = folder_of(target).join(name);
        let file = disk.open(&path, Open::New { private })?;
        // Without a lock it is only looked at longer before it counts as left behind.
        let _unlocked = file.try_lock();
        Ok(Self { disk: Arc::clone(disk), path, file, renamed: false })
    }

    /// Takes away what earlier saves of the target left beside it. What "now" is says the new file itself: its disk may have
    /// another clock than we have.
    pub(super) fn clear_earlier(&self, target: &Path) {
        if let Ok(now) = self.file.metadata().and_then(|found| found.modified()) {
            clear(&*self.disk, target, now);
        }
    }

    pub(super) fn write(&mut self, part: &[u8]) -> io::Result<()> {
        self.file.write_all(part)
    }

    pub(super) fn file(&mut self) -> &mut dyn DiskFile {
        &mut *self.file
    }

    /// What was written, from its beginning. Read through the file that holds the lock, because others cannot everywhere.
    pub(super) fn read_back(&mut self) -> io::Result<&mut dyn Read> {
        self.file.seek(SeekFrom::Start(0))?;
        Ok(&mut self.file)
    }

    /// Puts it in the place of the target.
    pub(super) fn rename(&mut self, target: &Path) -> io::Result<()> {
        self.disk.rename(&self.path, target)?;
        self.renamed = true;
        // It is nobody's leftover any more.
        let _held_until_it_is_closed = self.file.unlock();
        Ok(())
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        if !self.renamed {
            // There is nobody left to tell; the leftover has a name that `clear` knows.
            let _ = self.disk.remove_file(&self.path);
        }
    }
}

/// Removes what saves of `path` left behind when the program was killed. Says how many; what somebody is still writing, and
/// what cannot be removed, is left.
#[must_use = "how many there were may be worth a word"]
pub fn remove_leftovers(path: &Path, now: SystemTime) -> usize {
    let disk = disk();
    find(&*disk, path).map_or(0, |(target, _)| clear(&*disk, &target, now))
}

fn clear(disk: &dyn Disk, target: &Path, now: SystemTime) -> usize {
    let Ok(list) = disk.read_folder(folder_of(target)) else { return 0 };
    let start = temp_start(target);
    let ours = list.into_iter().filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // The start, 32 hexadecimal digits, and the end: nothing a person would name a file.
        name.strip_prefix(start.as_str())
            .and_then(|rest| rest.strip_suffix(TEMP_END))
            .is_some_and(|random| random.len() == 32 && random.bytes().all(|b| b.is_ascii_hexdigit()))
    });
    ours.filter(|path| is_left(disk, path, now) && disk.remove_file(path).is_ok()).count()
}

/// Whether nobody writes the file any more.
fn is_left(disk: &dyn Disk, path: &Path, now: SystemTime) -> bool {
    let found = disk.symlink_metadata(path).ok().filter(std::fs::Metadata::is_file);
    let age = found.and_then(|found| found.modified().ok()).and_then(|written| now.duration_since(written).ok());
    let Some(age) = age.filter(|&age| age > OLD) else { return false };
    match disk.open(path, Open::InPlace).and_then(|file| file.try_lock()) {
        Ok(free) => free,
        Err(_) => age > OLD_WITHOUT_LOCKS,
    }
}

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
