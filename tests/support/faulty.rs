//! A disk that fails at the call one names: it refuses, writes half, reads little, or does what was asked and then says that
//! it could not. It stands over the real one and never waits for it.

use std::fs::Metadata;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use momentboard::store::fs::{Disk, DiskFile, Open, System, on};

/// What happens at a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is done.
    Refuse(ErrorKind),
    /// Of a write the first half is done; anything else is refused.
    Half(ErrorKind),
    /// It is done, and called a failure all the same, as when the answer of a server is lost.
    Lost(ErrorKind),
    /// Fewer bytes are read or written than were asked for, which is no error.
    Short,
}

/// All of them; what would be tried again for ever is no fault when it lasts.
pub const FAULTS: [(Fault, bool); 16] = [
    (Fault::Refuse(ErrorKind::StorageFull), false),
    (Fault::Refuse(ErrorKind::StorageFull), true),
    (Fault::Refuse(ErrorKind::Other), false),
    (Fault::Refuse(ErrorKind::Other), true),
    (Fault::Refuse(ErrorKind::PermissionDenied), false),
    (Fault::Refuse(ErrorKind::PermissionDenied), true),
    (Fault::Refuse(ErrorKind::ReadOnlyFilesystem), false),
    (Fault::Refuse(ErrorKind::ReadOnlyFilesystem), true),
    (Fault::Refuse(ErrorKind::Interrupted), false),
    (Fault::Half(ErrorKind::StorageFull), false),
    (Fault::Half(ErrorKind::StorageFull), true),
    (Fault::Half(ErrorKind::Other), false),
    (Fault::Lost(ErrorKind::Other), false),
    (Fault::Lost(ErrorKind::Other), true),
    (Fault::Short, false),
    (Fault::Short, true),
];

/// The disk.
#[derive(Clone, Default)]
pub struct Faulty(Arc<State>);

#[derive(Default)]
struct State {
    calls: Arc<AtomicUsize>,
    fault: Option<(Fault, usize, bool)>,
    closed: Option<PathBuf>,
    sealed: bool,
}

impl Faulty {
    /// Fails at the call of that number, counted from 1; `lasts`: and at every one after it.
    pub fn at(call: usize, fault: Fault, lasts: bool) -> Self {
        Self(Arc::new(State { fault: Some((fault, call, lasts)), ..State::default() }))
    }

    /// The same, where one folder takes no second file.
    pub fn closed(self, folder: &Path) -> Self {
        Self(Arc::new(State {
            calls: Arc::clone(&self.0.calls),
            fault: self.0.fault,
            closed: Some(folder.to_owned()),
            sealed: false,
        }))
    }

    /// One where a folder takes no second file, and lets none of its files be changed.
    pub fn sealed(folder: &Path) -> Self {
        Self(Arc::new(State { closed: Some(folder.to_owned()), sealed: true, ..State::default() }))
    }

    /// Works on it.
    pub fn on<T>(&self, work: impl FnOnce() -> T) -> T {
        on(Arc::new(self.clone()), work)
    }

    /// How many calls there were.
    pub fn calls(&self) -> usize {
        self.0.calls.load(Ordering::Relaxed)
    }

    fn refused(&self, path: &Path) -> io::Result<()> {
        if self.0.closed.as_deref().is_some_and(|closed| path.parent() == Some(closed)) {
            Err(ErrorKind::PermissionDenied.into())
        } else {
            Ok(())
        }
    }
}

impl State {
    fn due(&self) -> Option<Fault> {
        let now = self.calls.fetch_add(1, Ordering::Relaxed) + 1;
        let (fault, at, lasts) = self.fault?;
        (now == at || lasts && now > at).then_some(fault)
    }

    fn call<T>(&self, work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        match self.due() {
            None | Some(Fault::Short) => work(),
            Some(Fault::Refuse(kind) | Fault::Half(kind)) => Err(kind.into()),
            Some(Fault::Lost(kind)) => work().and_then(|_| Err(kind.into())),
        }
    }
}

impl Disk for Faulty {
    fn open(&self, path: &Path, how: Open) -> io::Result<Box<dyn DiskFile>> {
        self.0.call(|| {
            if matches!(how, Open::New { .. }) || self.0.sealed && how == Open::InPlace {
                self.refused(path)?;
            }
            Ok(Box::new(FaultyFile { file: System.open(path, how)?, state: Arc::clone(&self.0) }) as Box<dyn DiskFile>)
        })
    }
    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        self.0.call(|| System.canonicalize(path))
    }
    fn metadata(&self, path: &Path) -> io::Result<Metadata> {
        self.0.call(|| System.metadata(path))
    }
    fn symlink_metadata(&self, path: &Path) -> io::Result<Metadata> {
        self.0.call(|| System.symlink_metadata(path))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.0.call(|| System.rename(from, to))
    }
    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.0.call(|| System.remove_file(path))
    }
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.0.call(|| System.remove_folder(path))
    }
    fn create_folder(&self, path: &Path, private: bool) -> io::Result<()> {
        self.0.call(|| System.create_folder(path, private))
    }
    fn read_folder(&self, path: &Path) -> io::Result<Vec<PathBuf>> {
        self.0.call(|| System.read_folder(path))
    }
    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        self.0.call(|| Ok(()))
    }
}

struct FaultyFile {
    file: Box<dyn DiskFile>,
    state: Arc<State>,
}

impl Read for FaultyFile {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self.state.due() {
            None => self.file.read(into),
            Some(Fault::Short) => {
                let few = into.len().div_ceil(2);
                self.file.read(&mut into[..few])
            }
            Some(Fault::Refuse(kind) | Fault::Half(kind) | Fault::Lost(kind)) => Err(kind.into()),
        }
    }
}

impl Write for FaultyFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let half = &bytes[..bytes.len().div_ceil(2)];
        match self.state.due() {
            None => self.file.write(bytes),
            Some(Fault::Short) => self.file.write(half),
            Some(Fault::Refuse(kind)) => Err(kind.into()),
            Some(Fault::Half(kind)) => self.file.write_all(half).and(Err(kind.into())),
            Some(Fault::Lost(kind)) => self.file.write_all(bytes).and(Err(kind.into())),
        }
    }
    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for FaultyFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.state.call(|| self.file.seek(to))
    }
}

impl DiskFile for FaultyFile {
    fn sync_all(&mut self) -> io::Result<()> {
        self.state.call(|| Ok(()))
    }
    fn sync_data(&mut self) -> io::Result<()> {
        self.state.call(|| Ok(()))
    }
    fn set_len(&mut self, bytes: u64) -> io::Result<()> {
        self.state.call(|| self.file.set_len(bytes))
    }
    fn take_after(&mut self, other: &Metadata) -> io::Result<()> {
        self.state.call(|| self.file.take_after(other))
    }
    fn metadata(&self) -> io::Result<Metadata> {
        self.state.call(|| self.file.metadata())
    }
    fn try_lock(&self) -> io::Result<bool> {
        self.state.call(|| self.file.try_lock())
    }
    fn try_share(&self) -> io::Result<bool> {
        self.state.call(|| self.file.try_share())
    }
    fn unlock(&self) -> io::Result<()> {
        self.state.call(|| self.file.unlock())
    }
}
