//! Who has a plan open, on this computer. The lock lies with our own state, never beside the plan: a shared folder is no place
//! for files that a crash would leave behind. Without a place for locks everything goes on, because a save replaces only what
//! it has seen.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::fs::{self, FileLock, Stamp};
use super::home::Home;
use crate::model::PlanId;

/// Who has a plan open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The process.
    pub pid: u32,
    /// The computer; empty where it does not tell its name.
    pub host: String,
    /// Since when, in seconds since 1970.
    pub since: i64,
}

impl Holder {
    fn note(&self) -> String {
        format!("{}\n{}\n{}\n", self.pid, self.since, self.host)
    }

    /// What a note says. A note that is cut off, or a later version's, says as much as can be read of it.
    fn of_note(note: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(note);
        let mut lines = text.lines();
        let pid = lines.next()?.trim().parse().ok()?;
        let since = lines.next()?.trim().parse().ok()?;
        let host = lines.next().unwrap_or_default().chars().filter(|c| !c.is_control()).take(64).collect();
        Some(Self { pid, host, since })
    }
}

/// A plan that is ours as long as this is there.
#[derive(Debug)]
pub struct Lock {
    place: PathBuf,
    _held: FileLock,
}

impl Lock {
    /// Whether it is the lock of that plan in that file.
    #[must_use]
    pub fn is_of(&self, home: &Home, plan: PlanId, path: &Path) -> bool {
        self.place == place(home, plan, path)
    }
}

/// What came of asking for the lock of a plan.
#[derive(Debug)]
pub enum Locked {
    /// It is ours.
    Ours(Lock),
    /// Another window has it, and who that is if it says so.
    Theirs(Option<Holder>),
    /// There are no locks here.
    NoLocks,
}

/// Takes the lock of a plan in its file. The same plan in another file is another one: copies share the id of a plan.
#[must_use]
pub fn lock(home: &Home, plan: PlanId, path: &Path, me: &Holder) -> Locked {
    let place = place(home, plan, path);
    match fs::lock(&place, me.note().as_bytes()) {
        fs::Locked::Ours(held) => Locked::Ours(Lock { place, _held: held }),
        fs::Locked::Theirs(note) => Locked::Theirs(Holder::of_note(&note)),
        fs::Locked::NoLocks => Locked::NoLocks,
    }
}

/// Who has a plan open, as far as can be seen without asking for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// Nobody.
    Free,
    /// A window, and which that is if it says so.
    By(Option<Holder>),
}

/// Looks who has a plan in that file open; `None` where that cannot be told.
#[must_use]
pub fn look(home: &Home, plan: PlanId, path: &Path) -> Option<Held> {
    match fs::look(&place(home, plan, path)) {
        fs::Looked::Free(_) | fs::Looked::Nothing => Some(Held::Free),
        fs::Looked::Theirs(note) => Some(Held::By(Holder::of_note(&note))),
        fs::Looked::NoLocks => None,
    }
}

/// Where the lock of a plan in that file lies. By whatever links the file is reached, it is the same place.
fn place(home: &Home, plan: PlanId, path: &Path) -> PathBuf {
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let hash = Stamp::of(path.as_os_str().as_encoded_bytes()).hash();
    let mut name = plan.to_string();
    name.push('-');
    for byte in hash.iter().take(8) {
        let _never_fails = write!(name, "{byte:02x}");
    }
    home.locks().join(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_says_as_much_as_can_be_read_of_it() {
        let holder = Holder { pid: 7, host: "studio".into(), since: 1_819_720_920 };
        assert_eq!(Holder::of_note(holder.note().as_bytes()), Some(holder.clone()));
        assert_eq!(Holder::of_note(b"7\n1819720920"), Some(Holder { host: String::new(), ..holder }));
        for broken in [&b""[..], b"7", b"seven\n1\n", b"\xff\xfe\x00"] {
            assert_eq!(Holder::of_note(broken), None);
        }
    }
}
