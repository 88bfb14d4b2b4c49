//! A file that grows at its end: a journal. What was written is on the disk itself once [`Append::sync`] returned.

use std::io::SeekFrom;
use std::path::Path;

use super::FsError;
use super::disk::{Open, disk};
use super::folder::folder_of;
use super::lock::Guarded;

/// A file to write at the end of.
pub struct Append {
    file: Guarded,
    length: u64,
}

impl std::fmt::Debug for Append {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Append").field("length", &self.length).finish_non_exhaustive()
    }
}

/// Opens a file to write at its end; it is made, for nobody but the user, where there is none, and its name is then on the
/// disk itself.
///
/// # Errors
/// When the disk refuses.
pub fn append(path: &Path) -> Result<Append, FsError> {
    let disk = disk();
    let file = Guarded(disk.open(path, Open::Own)?);
    let length = file.metadata()?.len();
    if length == 0 {
        disk.sync_folder(folder_of(path))?;
    }
    Ok(Append { file, length })
}

impl Append {
    /// Bytes that it holds.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Writes at the end. What was written of it when that fails is cut off again, so that the next call goes on behind
    /// what is whole; where even that fails the reader has to see through it.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), FsError> {
        self.file.seek(SeekFrom::Start(self.length))?;
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
    /// When the disk refuses; whether it is there is then not known, and asking again would not tell either.
    pub fn sync(&mut self) -> Result<(), FsError> {
        Ok(self.file.sync_data()?)
    }

    /// Cuts it to its first bytes: what follows them is a part that was never finished.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn cut(&mut self, length: u64) -> Result<(), FsError> {
        self.file.set_len(length)?;
        self.length = length;
        self.sync()
    }

    /// Takes the lock of the file, as long as it stays open; `false` where somebody else has it, or there are no locks.
    #[must_use]
    pub fn lock(&self) -> bool {
        self.file.try_lock().unwrap_or(false)
    }
}
