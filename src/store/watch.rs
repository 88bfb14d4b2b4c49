//! What stands in a plan's file against what was read from it: seen from outside, and read only where something moved.
//!
//! A file counts as changed, or as gone, once two looks in a row found it so: programs that replace a file take it away for a
//! moment, and a sync client writes it bit by bit.

use std::path::{Path, PathBuf};

use super::fs::{self, FsError, FsErrorKind, Glance, Stamp};

/// What a look found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// The file holds what was read.
    Same,
    /// Something moved; the next look tells.
    Settling,
    /// It holds something else.
    Changed(Stamp),
    /// There is no such file.
    Gone,
    /// The folder that it was in is not there either.
    FolderGone,
    /// It cannot be seen, which says nothing about what it holds.
    Closed(FsError),
}

/// What stood there at a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    /// Nothing.
    Nothing,
    /// A file that looked like that.
    File(Glance),
}

/// A file that is watched.
#[derive(Debug)]
pub struct Watched {
    path: PathBuf,
    /// What was read or written last.
    stamp: Stamp,
    /// What the file held when it looked like that.
    known: Option<(Glance, Stamp)>,
    /// What the last look found, as long as it is new.
    moved: Option<Found>,
}

impl Watched {
    /// Watches a file from which that was read.
    #[must_use]
    pub fn new(path: &Path, stamp: Stamp) -> Self {
        Self { path: path.to_owned(), stamp, known: None, moved: None }
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// We wrote it ourselves, or took in what another program wrote: that is what it is to hold from now on.
    pub fn wrote(&mut self, stamp: Stamp) {
        self.stamp = stamp;
        self.moved = None;
    }

    /// Looks.
    pub fn look(&mut self) -> Seen {
        let now = match fs::glance(&self.path) {
            Ok(now) => Found::File(now),
            Err(error) if error.kind == FsErrorKind::NotFound => Found::Nothing,
            Err(error) => return Seen::Closed(error),
        };
        if let (Found::File(now), Some((then, stamp))) = (now, self.known)
            && now == then
        {
            self.moved = None;
            return self.told(stamp);
        }
        if self.moved != Some(now) {
            self.moved = Some(now);
            return Seen::Settling;
        }
        let Found::File(now) = now else {
            return if fs::has_folder(&self.path) { Seen::Gone } else { Seen::FolderGone };
        };
        match fs::load(&self.path) {
            // It may have been written while it was read: then the next look reads it once more.
            Ok((_, stamp)) if fs::glance(&self.path).is_ok_and(|after| after == now) => {
                self.known = Some((now, stamp));
                self.moved = None;
                self.told(stamp)
            }
            Ok(_) => {
                self.moved = None;
                Seen::Settling
            }
            // A folder stands where the file was.
            Err(error) if error.kind == FsErrorKind::NotAFile => Seen::Gone,
            Err(error) => Seen::Closed(error),
        }
    }

    fn told(&self, stamp: Stamp) -> Seen {
        if stamp == self.stamp { Seen::Same } else { Seen::Changed(stamp) }
    }
}
