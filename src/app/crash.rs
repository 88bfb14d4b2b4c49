//! The program itself breaks: what is still done on the way down.
//!
//! Only a panic of the thread that draws is a crash; everybody else's is caught by whoever started the thread. Whoever keeps
//! something that must not be lost is called ([`on_crash`]), a note is written that holds no text of a plan, and then the panic
//! goes on: nothing in this program is trusted any more, and [`super::run`] starts a new one. A crash that no code sees (a
//! driver that pulls the program down, a full memory, a power cut) is why the recovery journal never waits for this.

use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError, TryLockError};
use std::thread::{self, ThreadId};
use std::time::Duration;

use crate::cli::clock;
use crate::expected::is_expected;
use crate::model::Day;
use crate::store::fs::{self, Base};
use crate::store::home::Home;
use crate::words::{crash as say, language};

/// How long each of those who keep something has for it: the user waits meanwhile.
const PATIENCE: Duration = Duration::from_millis(500);
/// Most notes that stay.
const MOST_NOTES: usize = 20;
/// How the names of notes begin.
const OF_WINDOW: &str = "crash";
const OF_JOB: &str = "job";
/// A library's thread that looks for fonts, and breaks where there are none; whoever asks it catches that.
const FONTS: &str = "egui_system_font_provider";

type Keep = Box<dyn Fn(Duration) + Send>;

/// How many notes this program wrote.
static WRITTEN: AtomicU32 = AtomicU32::new(0);
/// Who is called when the window breaks. They outlive a window that is watched anew.
static KEEPERS: Mutex<Vec<Keep>> = Mutex::new(Vec::new());
/// The window that is watched.
static WATCHED: Mutex<Option<Watched>> = Mutex::new(None);

struct Watched {
    thread: ThreadId,
    home: Option<Home>,
    drawing: String,
    broke: Option<Broke>,
}

/// The window broke.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broke {
    /// The note about it, where one could be written.
    pub note: Option<PathBuf>,
}

/// Has something kept when the window breaks: it is called on the thread that draws, with the time it may take. It must not
/// panic, nor wait for that thread.
pub fn on_crash(keep: impl Fn(Duration) + Send + 'static) {
    KEEPERS.lock().unwrap_or_else(PoisonError::into_inner).push(Box::new(keep));
}

/// From here on a panic of this thread is a crash of the window. `drawing` is what it is drawn by.
pub fn watch(home: Option<Home>, drawing: &str) {
    let watched = Watched { thread: thread::current().id(), home, drawing: drawing.to_owned(), broke: None };
    *WATCHED.lock().unwrap_or_else(PoisonError::into_inner) = Some(watched);
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if is_expected() || thread::current().name() == Some(FONTS) {
            return;
        }
        before(info);
        // The note is for whoever mends the program, in the language of its source.
        language::english(|| broken(info));
    }));
}

thread_local! {
    /// What the job of this thread does, and the note about its panic, if it broke.
    static JOB: RefCell<Option<(&'static str, Option<PathBuf>)>> = const { RefCell::new(None) };
}

/// Does the work of a job; a panic in it is nobody's crash, but a note is written about it, which comes back with what was done.
pub(super) fn noting<T>(what: &'static str, work: impl FnOnce() -> T) -> (T, Option<PathBuf>) {
    let before = JOB.replace(Some((what, None)));
    let done = work();
    (done, JOB.replace(before).and_then(|(_, note)| note))
}

/// Writes the note about a job that broke. The work is caught and told by whoever started it.
fn job_broke(watched: &Watched, info: &PanicHookInfo<'_>) {
    let place = info.location().map_or_else(|| say::unknown().to_owned(), ToString::to_string);
    JOB.with(|job| {
        if let Ok(mut job) = job.try_borrow_mut()
            && let Some((doing, note)) = job.as_mut()
        {
            *note = write(watched, OF_JOB, &say::note_job(doing, what(info)), &place, &Backtrace::force_capture());
        }
    });
}

/// Whether the window broke since it is [watched](watch).
#[must_use]
pub fn broke() -> Option<Broke> {
    WATCHED.lock().unwrap_or_else(PoisonError::into_inner).as_ref()?.broke.clone()
}

/// Has everything kept and a note written about something that was no panic: the graphics went away.
pub(super) fn graphics_lost(cause: &str) {
    let mut watched = WATCHED.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(watched) = watched.as_mut() else { return };
    keep_all();
    let trace = Backtrace::force_capture();
    watched.broke = Some(Broke { note: write(watched, OF_WINDOW, say::graphics_lost(), cause, &trace) });
}

/// In the hook a second panic would end the program at once, so nothing here waits for a lock or indexes anything.
fn broken(info: &PanicHookInfo<'_>) {
    let mut watched = match WATCHED.try_lock() {
        Ok(watched) => watched,
        Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
        Err(TryLockError::WouldBlock) => return,
    };
    let Some(watched) = watched.as_mut() else { return };
    if watched.thread != thread::current().id() {
        return job_broke(watched, info);
    }
    // What breaks while the first crash is cleared away adds nothing.
    if watched.broke.is_some() {
        return;
    }
    // The work comes before the note about it.
    keep_all();
    watched.broke = Some(Broke { note: None });
    let place = info.location().map_or_else(|| say::unknown().to_owned(), ToString::to_string);
    let trace = Backtrace::force_capture();
    watched.broke = Some(Broke { note: write(watched, OF_WINDOW, &what(info), &place, &trace) });
}

fn keep_all() {
    if let Ok(keepers) = KEEPERS.try_lock() {
        for keep in keepers.iter() {
            keep(PATIENCE);
        }
    }
}

/// What the panic said, as far as that is sure to be the program's own words: a text that was put together may quote a plan.
fn what(info: &PanicHookInfo<'_>) -> String {
    if let Some(text) = info.payload().downcast_ref::<&'static str>() {
        return (*text).to_owned();
    }
    let Some(text) = info.payload().downcast_ref::<String>() else { return say::unknown().to_owned() };
    without_quotes(text)
}

/// A text up to where it may begin to quote something. Numbers of an index are worth more than any other part.
fn without_quotes(text: &str) -> String {
    let is_sure =
        text.starts_with("index out of bounds: ") && text.chars().all(|c| c.is_ascii_alphanumeric() || " :,".contains(c));
    if is_sure {
        return text.to_owned();
    }
    let end = text.find(['"', '\'', '“', '‘', '\n']).unwrap_or(text.len()).min(text.find(": ").unwrap_or(text.len()));
    match text.get(..end) {
        Some(own) if own.len() < text.len() => format!("{own} {}", say::kept_back()),
        _ => text.to_owned(),
    }
}

/// Writes a note, and says where it is.
fn write(watched: &Watched, of: &str, what: &str, place: &str, trace: &Backtrace) -> Option<PathBuf> {
    let folder = watched.home.as_ref()?.crashes();
    let second = clock::second().unwrap_or(0);
    let day = Day::from_number(i32::try_from(second.div_euclid(86_400)).unwrap_or(0));
    let of_day = second.rem_euclid(86_400);
    let time = format!("{:02}:{:02}:{:02}", of_day / 3600, of_day / 60 % 60, of_day % 60);
    // Several jobs can break within one second.
    let number = WRITTEN.fetch_add(1, Ordering::Relaxed);
    let path = folder.join(format!("{of}-{day}-{}-{}-{number}.txt", time.replace(':', ""), std::process::id()));
    let system = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    let text = [
        say::note(env!("CARGO_PKG_VERSION"), system, format_args!("{day} {time}"), &watched.drawing),
        say::note_what(what),
        say::note_place(place),
        say::note_private().to_owned(),
        String::new(),
        trace.to_string(),
    ]
    .join("\n");
    fs::ensure_folder_of(&path).ok()?;
    for_the_user_only(&folder);
    fs::save(&path, text.as_bytes(), Base::New).ok()?;
    for_the_user_only(&path);
    Some(path)
}

/// Keeps the newest notes, and removes the others.
pub(super) fn tidy(home: &Home) {
    for of_jobs in [false, true] {
        let notes = notes(home, of_jobs);
        // Their names go on with the time, so the first ones are the oldest.
        for old in notes.iter().take(notes.len().saturating_sub(MOST_NOTES)) {
            if let Ok((_, stamp)) = fs::load_at_most(old, 1 << 20) {
                let _stays = fs::remove(old, stamp);
            }
        }
    }
}

fn notes(home: &Home, of_jobs: bool) -> Vec<PathBuf> {
    let mut all = fs::files_in(&home.crashes(), "txt").unwrap_or_default();
    all.retain(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(OF_JOB) == of_jobs));
    all
}

/// The newest note about a window that broke.
pub(super) fn newest(home: &Home) -> Option<PathBuf> {
    notes(home, false).pop()
}

#[cfg(unix)]
fn for_the_user_only(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = if path.is_dir() { 0o700 } else { 0o600 };
    let _as_it_is = std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode));
}

/// Elsewhere the folder of the user's state is the user's already.
#[cfg(not(unix))]
fn for_the_user_only(_: &Path) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_never_quotes() {
        for (said, kept) in [
            ("index out of bounds: the len is 3 but the index is 7", "index out of bounds: the len is 3 but the index is 7"),
            (
                "byte index 1 is not a char boundary; it is inside 'é' of `Élan`",
                "byte index 1 is not a char boundary; it is inside",
            ),
            ("called `Result::unwrap()` on an `Err` value: \"Saltmill\"", "called `Result::unwrap()` on an `Err` value"),
            ("assertion failed: left\n  left: Saltmill", "assertion failed"),
            ("index out of bounds: Saltmill “x”", "index out of bounds"),
        ] {
            let note = without_quotes(said);
            assert!(note.starts_with(kept) && !note.contains("Saltmill") && !note.contains("Élan"), "{note}");
        }
    }
}
