//! Takes tables apart in a process of its own, which can run out of time or memory without harm: a table comes from anywhere.
//!
//! The process is this program again, started with a word that no help lists. It gets the bytes on standard input, writes
//! what it found to standard output, and is ended when it takes too long. Beside the limits of the reader itself its address
//! space and its time on a processor are limited where the shell of the system can do that.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use crate::import::{self, Book, Encoding, ReadError};
use crate::model::limits;
use crate::store::format;
use crate::words::import as say;
use crate::words::language::{self, Language};

/// The word that makes this program the one that takes a table apart.
pub(super) const WORD: &str = "--import-worker";
/// How often it is looked whether anybody still waits.
const LOOK: Duration = Duration::from_millis(50);
/// After so many looks, which are a minute, it took too long, whatever it waited for: a computer that is busy with something else,
/// or was asleep, is no fault of the table.
const LOOKS: u32 = 1200;
/// Bytes that are looked at to know a plan, whatever its name.
const START: usize = 4096;
/// Most bytes that are read from it (1 GiB): more than the reader's own limits allow.
const MOST_SAID: u64 = 1 << 30;
/// Starts the program after it within so many kilobytes of addresses and ten seconds of work, where the system knows such limits.
#[cfg(unix)]
const LIMITED: &str = "ulimit -v 3145728 2>/dev/null; ulimit -t 10 2>/dev/null; exec \"$0\" \"$@\"";
/// The signal that ends a process which worked longer than it may.
#[cfg(unix)]
const OUT_OF_TIME: i32 = 24;

/// Where tables are taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tables {
    /// In a process of its own: this program.
    Apart(PathBuf),
    /// In this process.
    Here,
}

impl Tables {
    /// In a process of its own, as long as it is known where this program is.
    #[must_use]
    pub fn of_program() -> Self {
        std::env::current_exe().map_or(Self::Here, Self::Apart)
    }

    /// Takes a table apart.
    ///
    /// # Errors
    /// When it is none, or takes too long.
    pub fn read(&self, bytes: Vec<u8>) -> Result<Book, ReadError> {
        self.read_until(bytes, None, &AtomicBool::new(false))
    }

    /// Takes a table apart, a text in the encoding that was said, unless somebody stops it meanwhile.
    ///
    /// # Errors
    /// When it is none, takes too long or is stopped.
    pub fn read_until(&self, bytes: Vec<u8>, said: Option<Encoding>, stop: &AtomicBool) -> Result<Book, ReadError> {
        if format::begins_like_a_plan(bytes.get(..bytes.len().min(START)).unwrap_or_default()) {
            return Err(ReadError::new(say::not_a_table(say::a_plan()), say::hint_plan()));
        }
        match self {
            Self::Here => import::read_as(&bytes, said),
            Self::Apart(program) => {
                let child = start(program, said).map_err(|cause| ReadError::new(say::reader_not_started(cause), ""))?;
                told(child, bytes, stop)
            }
        }
    }
}

fn start(program: &std::path::Path, said: Option<Encoding>) -> std::io::Result<Child> {
    #[cfg(unix)]
    let mut command = {
        let mut command = Command::new("/bin/sh");
        command.arg("-c").arg(LIMITED).arg(program).arg(WORD);
        command
    };
    #[cfg(not(unix))]
    let mut command = {
        let mut command = Command::new(program);
        command.arg(WORD);
        command
    };
    // What it says of the table is read by whoever waits for it.
    command.arg(language::spoken().code()).args(said.map(Encoding::key));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()
}

/// Hands the table over and waits for what is found.
fn told(mut child: Child, bytes: Vec<u8>, stop: &AtomicBool) -> Result<Book, ReadError> {
    let failed = || ReadError::new(say::reader_failed(), say::hint_again());
    let (Some(mut to), Some(from)) = (child.stdin.take(), child.stdout.take()) else { return Err(failed()) };
    // Both at once: a pipe holds little, and whoever only writes would wait for ever for one who only reads.
    std::thread::spawn(move || {
        // A reader that refuses the table early does not take all of it.
        let _taken = to.write_all(&bytes);
    });
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let mut said = Vec::new();
        let read = from.take(MOST_SAID).read_to_end(&mut said);
        let found = read.ok().and_then(|_| ron::de::from_bytes::<Result<Book, ReadError>>(&said).ok());
        let _ = sender.send(found);
    });
    let mut looks = LOOKS;
    let found = loop {
        let found = receiver.recv_timeout(LOOK);
        looks -= 1;
        let waits = matches!(found, Err(RecvTimeoutError::Timeout)) && looks > 0 && !stop.load(Ordering::Relaxed);
        if !waits {
            break found;
        }
    };
    let _gone = child.kill();
    let ended = child.wait();
    match found {
        Ok(Some(result)) => result,
        Ok(None) if !ended.is_ok_and(worked_too_long) => Err(failed()),
        // It worked, or was waited for, longer than it may.
        Ok(None) | Err(_) => Err(ReadError::new(say::took_too_long(), say::hint_fewer())),
    }
}

/// Whether the system ended the process for that.
#[cfg(unix)]
fn worked_too_long(ended: std::process::ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt as _;
    ended.signal() == Some(OUT_OF_TIME)
}

#[cfg(not(unix))]
fn worked_too_long(_: std::process::ExitStatus) -> bool {
    false
}

/// Takes a table apart as the process that was started for it: what it is told is a language, and perhaps an encoding.
pub(super) fn work(told: [Option<&str>; 2], from: impl Read, to: &mut dyn Write) -> std::io::Result<()> {
    let [spoken, said] = told;
    let spoken = Language::ALL.into_iter().find(|language| spoken == Some(language.code())).unwrap_or_default();
    let _spoken = language::speak(spoken);
    let mut bytes = Vec::new();
    from.take(limits::TABLE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    let said = said.and_then(|key| Encoding::ALL.iter().copied().find(|encoding| encoding.key() == key));
    let found = import::read_as(&bytes, said);
    let said = ron::to_string(&found).map_err(std::io::Error::other)?;
    to.write_all(said.as_bytes())?;
    to.flush()
}
