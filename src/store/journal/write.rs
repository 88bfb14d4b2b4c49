//! Writing a journal: only at its end, and flushed each time.

use std::path::{Path, PathBuf};

use super::super::fs::{self, Append, FsError, FsErrorKind, Stamp};
use super::super::home::Home;
use super::super::shelf;
use super::found;
use super::frame::{self, Frames, Kind, Line};
use super::{Entry, Head, VERSION};
use crate::model::difference::Patch;
use crate::words::files as say;

/// A journal that grew by this many bytes is made shorter.
const MOST: u64 = 8 * 1024 * 1024;
/// What is less than this is not worth making anything shorter.
const LITTLE: u64 = 256 * 1024;

/// A journal that is being written.
#[derive(Debug)]
pub struct Writer {
    home: Home,
    head: Head,
    path: PathBuf,
    file: Append,
    /// The number of the last frame.
    number: u64,
    /// How long the file was when it was begun or last made shorter.
    begun: u64,
    /// What the plan's file holds.
    base: Entry,
    /// The last state that is in the journal.
    last: Entry,
    /// A state about half of [`MOST`] before the end, and where the journal goes on from it: what comes before it is put
    /// together when the journal is made shorter.
    half: Option<(Entry, u64)>,
    /// The first of the steps that the file lacks: its number, how deep it is, and when it was done.
    first: Option<(u64, usize, i64)>,
    /// Set when a flush failed: nobody knows then what is on the disk, so the journal is written anew.
    doubtful: bool,
}

impl Writer {
    /// Begins a journal. `base` is what the plan's file holds, or the new plan where it has none; nothing has been done yet.
    ///
    /// It costs as much as the plan has, so it is begun when there is something to write.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn begin(home: &Home, head: Head, base: Entry) -> Result<Self, FsError> {
        let folder = home.journals().join(head.plan.to_string());
        fs::ensure_private_folder(&folder)?;
        let path = folder.join(format!("{}.{ENDING}", uuid::Uuid::new_v4().simple()));
        let (bytes, number) = beginning(home, &head, &base)?;
        let file = written(&path, &bytes)?;
        let begun = file.length();
        let (home, last) = (home.clone(), base.clone());
        Ok(Self { home, head, path, file, number, begun, base, last, half: None, first: None, doubtful: false })
    }

    /// What the plan's file holds.
    #[must_use]
    pub fn base(&self) -> &Entry {
        &self.base
    }

    /// The plan's file, as far as it has one.
    #[must_use]
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// The number of the last state that is in the journal.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.last.revision
    }

    /// Bytes that the journal has on the disk.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.file.length()
    }

    /// Writes what was done: the states after the last one, in their order. When it returns they are on the disk. When it
    /// fails, the same can be tried again.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn append(&mut self, entries: &[Entry]) -> Result<(), FsError> {
        self.mend()?;
        let (mut bytes, mut number) = (Vec::new(), self.number);
        let mut last = &self.last;
        let before = self.file.length();
        let mut half = None;
        for entry in entries {
            if entry.revision == last.revision {
                continue;
            }
            number += 1;
            let patch = Patch::between(&last.campaign, &entry.campaign);
            put(&self.home, &mut bytes, number, &line(Kind::State, entry), Some(patch))?;
            last = entry;
            let at = before + bytes.len() as u64;
            if self.half.is_none() && half.is_none() && at - self.begun > MOST / 2 {
                half = Some((entry.clone(), at));
            }
        }
        let last = last.clone();
        self.write(&bytes)?;
        for entry in entries {
            self.came(entry);
        }
        self.number = number;
        self.last = last;
        self.half = self.half.take().or(half);
        if self.file.length() - self.begun > MOST {
            self.shorten();
        }
        Ok(())
    }

    /// Keeps in mind when the first step was done that the file lacks, by the same rule as the way that is read again.
    fn came(&mut self, entry: &Entry) {
        self.first = match self.first {
            _ if entry.revision == self.base.revision => None,
            Some((revision, depth, since)) if entry.revision != revision && entry.depth <= depth => {
                let goes_on = entry.depth > self.base.depth + 1;
                Some((entry.revision, entry.depth, if goes_on { since } else { entry.at }))
            }
            Some(first) => Some(first),
            None => Some((entry.revision, entry.depth, entry.at)),
        };
    }

    /// Writes that a state is in the plan's file now. What was done before need not be recovered any more.
    ///
    /// # Errors
    /// When the disk refuses. What was done is then offered once more after a crash, although it is saved, unless the file
    /// shows that it is.
    pub fn saved(&mut self, entry: &Entry, path: &Path, stamp: Stamp) -> Result<(), FsError> {
        self.head.path = Some(path.to_owned());
        self.head.stamp = Some(stamp);
        // What came after the state that was saved follows once more: the way goes on from there.
        let after = (self.last.revision != entry.revision).then(|| self.last.clone());
        let first = after.as_ref().map(|after| (after.revision, after.depth, after.at));
        let grown = self.file.length().saturating_sub(self.begun);
        if self.doubtful || grown > self.begun.clamp(LITTLE, MOST) {
            self.base = entry.clone();
            self.last = after.unwrap_or_else(|| entry.clone());
            self.half = None;
            self.first = first;
            return self.rewrite();
        }
        let change = Patch::between(&self.last.campaign, &entry.campaign);
        let mut line = line(Kind::Saved, entry);
        line.path = Some(of_path(path));
        line.stamp = Some(of_stamp(stamp));
        let mut bytes = Vec::new();
        let mut number = self.number + 1;
        put(&self.home, &mut bytes, number, &line, Some(change))?;
        if let Some(after) = &after {
            number += 1;
            let change = Patch::between(&entry.campaign, &after.campaign);
            put(&self.home, &mut bytes, number, &self::line(Kind::State, after), Some(change))?;
        }
        self.write(&bytes)?;
        self.number = number;
        self.base = entry.clone();
        self.last = after.unwrap_or_else(|| entry.clone());
        self.half = None;
        self.first = first;
        Ok(())
    }

    /// Ends the session. Where the plan's file holds everything the journal goes; otherwise it stays as a draft. Returns
    /// whether it does.
    #[expect(clippy::must_use_candidate, reason = "whoever only ends a session leaves it at that")]
    pub fn close(self) -> bool {
        let stays = self.has_edits();
        let Self { path, file, .. } = self;
        drop(file);
        if !stays {
            // What cannot be removed is tidied up at another start.
            let _stays = fs::discard(&path);
            if let Some(folder) = path.parent() {
                fs::remove_if_empty(folder);
            }
        }
        stays
    }

    /// Whether there is anything that the plan's file lacks.
    #[must_use]
    pub fn has_edits(&self) -> bool {
        self.last.revision != self.base.revision
    }

    /// Puts the journal into the trash, whereupon nothing more may be written to it; `now` is in seconds since 1970.
    ///
    /// # Errors
    /// When the disk refuses: then it is where it was.
    pub fn put_into_trash(&self, now: i64) -> Result<(), FsError> {
        found::into_trash(&self.home, &self.path, now)
    }

    /// Writes, flushes, and takes note where that cannot be relied on.
    fn write(&mut self, bytes: &[u8]) -> Result<(), FsError> {
        if bytes.is_empty() {
            return Ok(());
        }
        self.file.write(bytes)?;
        self.file.sync().inspect_err(|_| self.doubtful = true)
    }

    /// Writes the journal anew after a flush that failed.
    fn mend(&mut self) -> Result<(), FsError> {
        if self.doubtful { self.rewrite() } else { Ok(()) }
    }

    /// Makes the journal shorter: the older half of what was done becomes one step. A journal that cannot be made shorter is
    /// tried again when it has grown as much once more.
    fn shorten(&mut self) {
        if self.rewrite().is_err() {
            self.begun = self.file.length();
        }
    }

    /// Puts a new journal in the place of the old one, or leaves that.
    fn rewrite(&mut self) -> Result<(), FsError> {
        let (mut bytes, mut number) = beginning(&self.home, &self.head, &self.base)?;
        let old = if self.doubtful || self.half.is_none() { None } else { fs::load(&self.path).ok() };
        let kept = self.half.as_ref().zip(old).and_then(|((half, from), (old, _))| {
            let mut frames = Frames::of(&old);
            while (frames.passed() as u64) < *from {
                frames.next()?;
            }
            let texts: Vec<String> = frames.map(str::to_owned).collect();
            Some((half.clone(), texts))
        });
        let (first, texts) = kept.unwrap_or_else(|| (self.last.clone(), Vec::new()));
        if first.revision != self.base.revision {
            number += 1;
            let patch = Patch::between(&self.base.campaign, &first.campaign);
            let since = self.first.map(|(_, _, since)| since).filter(|since| *since != first.at);
            put(&self.home, &mut bytes, number, &Line { since, ..line(Kind::State, &first) }, Some(patch))?;
        }
        for text in texts {
            number += 1;
            frame::push(&mut bytes, number, &text).ok_or_else(too_large)?;
        }
        let file = written(&self.path, &bytes)?;
        self.begun = file.length();
        self.file = file;
        self.number = number;
        self.half = None;
        self.doubtful = false;
        Ok(())
    }
}

/// How the name of a journal ends.
pub(super) const ENDING: &str = "jrn";
/// How it ends while it is written anew.
pub(super) const UNFINISHED: &str = "new";

/// A journal with that content, flushed and locked, in the place of what had its name. It gets the name when it is whole, so
/// that nobody who tidies up meets half of one.
fn written(path: &Path, bytes: &[u8]) -> Result<Append, FsError> {
    let new = path.with_extension(UNFINISHED);
    fs::discard(&new)?;
    let mut file = fs::append(&new)?;
    // Where there are no locks, others may offer what is still being worked on; they ask before they do anything.
    let _locked = file.lock();
    match file.write(bytes).and_then(|()| file.sync()).and_then(|()| fs::move_to(&new, path)) {
        Ok(()) => Ok(file),
        Err(error) => {
            drop(file);
            let _left_to_tidying = fs::discard(&new);
            Err(error)
        }
    }
}

/// The head and what the plan's file holds.
fn beginning(home: &Home, head: &Head, base: &Entry) -> Result<(Vec<u8>, u64), FsError> {
    let mut bytes = Vec::new();
    let first = Line {
        version: VERSION,
        plan: Some(head.plan),
        path: head.path.as_deref().map(of_path),
        stamp: head.stamp.map(of_stamp),
        app: head.app.clone(),
        pid: head.pid,
        instead_of: head.instead_of.clone(),
        ..Line::new(Kind::Head, head.began)
    };
    put(home, &mut bytes, 1, &first, None)?;
    put(home, &mut bytes, 2, &line(Kind::Base, base), Some(frame::whole(head.plan, &base.campaign)))?;
    Ok((bytes, 2))
}

fn line(kind: Kind, entry: &Entry) -> Line {
    Line { revision: entry.revision, depth: entry.depth, label: entry.label.clone(), ..Line::new(kind, entry.at) }
}

/// Puts the pictures of a patch on the shelf, and a frame behind the others.
fn put(home: &Home, bytes: &mut Vec<u8>, number: u64, line: &Line, mut patch: Option<Patch>) -> Result<(), FsError> {
    // A picture without content is one that was lost before.
    for card in patch.iter_mut().flat_map(|patch| &mut patch.pictures).filter(|card| !card.bytes.is_empty()) {
        card.kept_as = Some(shelf::put(home, &card.bytes)?).filter(|id| *id != card.id);
    }
    let text = frame::text(line, patch.as_ref()).ok_or_else(|| FsError::new(FsErrorKind::Garbled, say::disk_unwritable()))?;
    frame::push(bytes, number, &text).ok_or_else(too_large)
}

fn too_large() -> FsError {
    FsError::new(FsErrorKind::TooLarge, say::too_big_file(super::super::limits::readable(u64::from(u32::MAX))))
}

/// A path as hexadecimal digits: it need not be text.
fn of_path(path: &Path) -> String {
    hex(path.as_os_str().as_encoded_bytes())
}

fn of_stamp(stamp: Stamp) -> String {
    hex(&stamp.hash())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
}
