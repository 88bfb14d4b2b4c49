//! Power cuts without a power cut: a disk that writes down what is asked of it, and every state that a cut at any point may
//! leave behind.
//!
//! The rules are weak on purpose. What was not flushed is there or not, in any combination, a write also by halves; names
//! in a folder come and go in their order, and are sure only when the folder was flushed; content is sure only when the file was.
#![expect(clippy::disallowed_methods, reason = "what a power cut leaves is laid out here")]

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs::{self, Metadata};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use momentboard::store::fs::{Disk, DiskFile, Open, System, on};

/// Files by name.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

type Ino = usize;

#[derive(Clone, Debug)]
enum Call {
    Link(PathBuf, Ino),
    Remove(PathBuf),
    Rename(PathBuf, PathBuf, Ino),
    Write(Ino, usize, Vec<u8>),
    Cut(Ino, usize),
    Flush(Ino),
    FlushFolder(PathBuf),
    /// Not asked of a disk: from here on the user was told that it is saved.
    Told,
}

#[derive(Default)]
struct Notes {
    calls: Vec<Call>,
    names: BTreeMap<PathBuf, Ino>,
    next: Ino,
    closed: Option<PathBuf>,
}

/// The disk that writes down; it works on the real one, and never waits for it.
#[derive(Clone)]
pub struct Recorder {
    notes: Arc<Mutex<Notes>>,
    before: State,
}

/// Every file below a folder.
pub fn files(folder: &Path) -> Files {
    let mut found = Files::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.append(&mut files(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

impl Recorder {
    /// Begins with what is there below a folder, all of it sure. `closed` is a folder that takes no second file.
    pub fn new(folder: &Path, closed: Option<&Path>) -> Self {
        let mut before = State::default();
        let mut notes = Notes { closed: closed.map(Path::to_owned), ..Notes::default() };
        for (path, content) in files(folder) {
            before.names.insert(path.clone(), notes.next);
            before.files.insert(notes.next, content);
            notes.names.insert(path, notes.next);
            notes.next += 1;
        }
        Self { notes: Arc::new(Mutex::new(notes)), before }
    }

    /// Works on it.
    pub fn on<T>(&self, work: impl FnOnce() -> T) -> T {
        on(Arc::new(self.clone()), work)
    }

    /// The user is told that it is saved.
    pub fn told(&self) {
        self.note(Call::Told);
    }

    fn note(&self, call: Call) {
        self.notes.lock().unwrap().calls.push(call);
    }

    /// Every state a cut may leave, with how often the user had been told by then; equal ones once.
    pub fn states(&self) -> Vec<(Files, usize)> {
        let calls = self.notes.lock().unwrap().calls.clone();
        let mut sure = self.before.clone();
        let mut pending: Vec<Effect> = Vec::new();
        let mut told = 0;
        let mut seen = HashSet::new();
        let mut states = Vec::new();
        for call in calls.into_iter().map(Some).chain([None]) {
            subsets(&sure, &pending, &mut |state| {
                let files = state.seen();
                if seen.insert((files.clone(), told)) {
                    states.push((files, told));
                }
            });
            match call {
                None => {}
                Some(Call::Told) => told += 1,
                Some(Call::Link(name, ino)) => pending.push(Effect::Link(name, ino)),
                Some(Call::Remove(name)) => pending.push(Effect::Remove(name)),
                Some(Call::Rename(from, to, ino)) => pending.push(Effect::Rename(from, to, ino)),
                Some(Call::Cut(ino, length)) => pending.push(Effect::Length(ino, length)),
                Some(Call::Write(ino, at, bytes)) => {
                    let (first, second) = bytes.split_at(bytes.len() / 2);
                    pending.push(Effect::Data(ino, at, first.to_vec()));
                    pending.push(Effect::Data(ino, at + first.len(), second.to_vec()));
                }
                Some(Call::Flush(ino)) => settle(&mut sure, &mut pending, |effect| effect.ino() == Some(ino)),
                Some(Call::FlushFolder(folder)) => {
                    settle(&mut sure, &mut pending, |effect| effect.folder().as_deref() == Some(&*folder));
                }
            }
        }
        states
    }
}

#[derive(Clone, Default)]
struct State {
    names: BTreeMap<PathBuf, Ino>,
    files: BTreeMap<Ino, Vec<u8>>,
}

impl State {
    fn seen(&self) -> Files {
        self.names.iter().map(|(name, ino)| (name.clone(), self.files.get(ino).cloned().unwrap_or_default())).collect()
    }
}

#[derive(Clone, Debug)]
enum Effect {
    Link(PathBuf, Ino),
    Remove(PathBuf),
    Rename(PathBuf, PathBuf, Ino),
    Data(Ino, usize, Vec<u8>),
    Length(Ino, usize),
}

impl Effect {
    fn ino(&self) -> Option<Ino> {
        match self {
            Self::Data(ino, ..) | Self::Length(ino, _) => Some(*ino),
            Self::Link(..) | Self::Remove(_) | Self::Rename(..) => None,
        }
    }

    fn folder(&self) -> Option<PathBuf> {
        match self {
            Self::Data(..) | Self::Length(..) => None,
            Self::Link(name, _) | Self::Remove(name) | Self::Rename(name, ..) => name.parent().map(Path::to_owned),
        }
    }

    fn put(&self, state: &mut State) {
        match self {
            Self::Link(name, ino) => {
                state.names.insert(name.clone(), *ino);
            }
            Self::Remove(name) => {
                state.names.remove(name);
            }
            Self::Rename(from, to, ino) => {
                state.names.remove(from);
                state.names.insert(to.clone(), *ino);
            }
            Self::Data(ino, at, bytes) => {
                let file = state.files.entry(*ino).or_default();
                if file.len() < at + bytes.len() {
                    file.resize(at + bytes.len(), 0);
                }
                file[*at..at + bytes.len()].copy_from_slice(bytes);
            }
            Self::Length(ino, length) => state.files.entry(*ino).or_default().resize(*length, 0),
        }
    }
}

fn settle(sure: &mut State, pending: &mut Vec<Effect>, which: impl Fn(&Effect) -> bool) {
    pending.retain(|effect| {
        let now = which(effect);
        if now {
            effect.put(sure);
        }
        !now
    });
}

/// All that may be there of what was not flushed.
fn subsets(sure: &State, pending: &[Effect], see: &mut dyn FnMut(&State)) {
    assert!(pending.len() <= 16, "too much is unsure at once to try all of it: {pending:?}");
    'subset: for chosen in 0_u32..1 << pending.len() {
        let mut gone: BTreeSet<PathBuf> = BTreeSet::new();
        let mut state = sure.clone();
        for (at, effect) in pending.iter().enumerate() {
            let is_there = (chosen >> at) & 1 == 1;
            if let Some(folder) = effect.folder() {
                if !is_there {
                    gone.insert(folder);
                } else if gone.contains(&folder) {
                    continue 'subset;
                }
            }
            if is_there {
                effect.put(&mut state);
            }
        }
        see(&state);
    }
}

/// Makes a folder hold exactly these files.
pub fn lay_out(folder: &Path, wanted: &Files) {
    let there = files(folder);
    for path in there.keys().filter(|path| !wanted.contains_key(*path)) {
        fs::remove_file(path).unwrap();
    }
    for (path, content) in wanted {
        if there.get(path) != Some(content) {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
    }
}

impl Disk for Recorder {
    fn open(&self, path: &Path, how: Open) -> io::Result<Box<dyn DiskFile>> {
        let mut notes = self.notes.lock().unwrap();
        let is_new = matches!(how, Open::New { .. });
        if is_new && notes.closed.as_deref().is_some_and(|closed| path.parent() == Some(closed)) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let file = System.open(path, how)?;
        let ino = notes.names.get(path).copied().unwrap_or_else(|| {
            let ino = notes.next;
            notes.next += 1;
            notes.names.insert(path.to_owned(), ino);
            notes.calls.push(Call::Link(path.to_owned(), ino));
            ino
        });
        Ok(Box::new(Recorded { file, ino, notes: self.clone() }))
    }
    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        System.canonicalize(path)
    }
    fn metadata(&self, path: &Path) -> io::Result<Metadata> {
        System.metadata(path)
    }
    fn symlink_metadata(&self, path: &Path) -> io::Result<Metadata> {
        System.symlink_metadata(path)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        System.rename(from, to)?;
        let mut notes = self.notes.lock().unwrap();
        let ino = notes.names.remove(from).unwrap();
        notes.names.insert(to.to_owned(), ino);
        notes.calls.push(Call::Rename(from.to_owned(), to.to_owned(), ino));
        Ok(())
    }
    fn remove_file(&self, path: &Path) -> io::Result<()> {
        System.remove_file(path)?;
        self.notes.lock().unwrap().names.remove(path);
        self.note(Call::Remove(path.to_owned()));
        Ok(())
    }
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        System.remove_folder(path)
    }
    /// Counts as sure at once: the real one flushes what it makes.
    fn create_folder(&self, path: &Path, private: bool) -> io::Result<()> {
        System.create_folder(path, private)
    }
    fn read_folder(&self, path: &Path) -> io::Result<Vec<PathBuf>> {
        System.read_folder(path)
    }
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.note(Call::FlushFolder(path.to_owned()));
        Ok(())
    }
}

struct Recorded {
    file: Box<dyn DiskFile>,
    ino: Ino,
    notes: Recorder,
}

impl Read for Recorded {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.file.read(into)
    }
}

impl Write for Recorded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let at = usize::try_from(self.file.stream_position()?).unwrap();
        self.file.write_all(bytes)?;
        self.notes.note(Call::Write(self.ino, at, bytes.to_vec()));
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Recorded {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

impl DiskFile for Recorded {
    fn sync_all(&mut self) -> io::Result<()> {
        self.notes.note(Call::Flush(self.ino));
        Ok(())
    }
    fn sync_data(&mut self) -> io::Result<()> {
        self.sync_all()
    }
    fn set_len(&mut self, bytes: u64) -> io::Result<()> {
        self.file.set_len(bytes)?;
        self.notes.note(Call::Cut(self.ino, usize::try_from(bytes).unwrap()));
        Ok(())
    }
    fn take_after(&mut self, other: &Metadata) -> io::Result<()> {
        self.file.take_after(other)
    }
    fn metadata(&self) -> io::Result<Metadata> {
        self.file.metadata()
    }
    fn try_lock(&self) -> io::Result<bool> {
        self.file.try_lock()
    }
    fn try_share(&self) -> io::Result<bool> {
        self.file.try_share()
    }
    fn unlock(&self) -> io::Result<()> {
        self.file.unlock()
    }
}
