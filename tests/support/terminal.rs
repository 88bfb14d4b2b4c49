//! Runs the terminal face in the test's own process, in a world that stands still.

#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::path::PathBuf;

use momentboard::cli::{self, Env, NoWindow, Opening, Renderer, Tables};
use momentboard::model::{Day, IdSource};
use momentboard::store::demo;
use serde_json::Value;

use crate::scratch::Scratch;

/// What a run said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The exit code.
    pub code: u8,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
    /// What the window was asked for, if it was.
    pub window: Option<(Option<PathBuf>, Option<Renderer>)>,
}

/// What the run is told of the terminal.
#[derive(Clone, Copy, Debug, Default)]
pub struct Terminal {
    /// A person reads standard output.
    pub is_read: bool,
    /// Colours are unwanted.
    pub no_color: bool,
    /// There is no display.
    pub no_display: bool,
    /// The day that the environment pins.
    pub source_date: Option<Day>,
}

/// Runs the program with these arguments, its output going to a file.
pub fn run<A: AsRef<std::ffi::OsStr>>(args: &[A]) -> Said {
    run_in(Terminal::default(), args)
}

/// Runs the program with these arguments, for a user with this folder of templates.
pub fn run_with_templates<A: AsRef<std::ffi::OsStr>>(templates: &std::path::Path, args: &[A]) -> Said {
    run_for(Terminal::default(), Some(templates.to_owned()), args)
}

/// Runs the program with these arguments.
pub fn run_in<A: AsRef<std::ffi::OsStr>>(terminal: Terminal, args: &[A]) -> Said {
    run_for(terminal, None, args)
}

fn run_for<A: AsRef<std::ffi::OsStr>>(terminal: Terminal, templates: Option<PathBuf>, args: &[A]) -> Said {
    let (mut out, mut err, mut window) = (Vec::new(), Vec::new(), None);
    let mut open_window = |Opening { file, renderer, .. }: Opening| {
        window = Some((file, renderer));
        if terminal.no_display { Err(NoWindow::NoDisplay) } else { Ok(()) }
    };
    let all = std::iter::once("momentboard".into()).chain(args.iter().map(|arg| arg.as_ref().to_owned()));
    let code = cli::run(
        all,
        Env {
            out: &mut out,
            err: &mut err,
            is_terminal: terminal.is_read,
            is_watched: false,
            no_color: terminal.no_color,
            today: Day::new(2027, 8, 1).unwrap(),
            source_date: terminal.source_date,
            ids: IdSource::seeded(1),
            templates,
            tables: Tables::Here,
            open_window: &mut open_window,
        },
    );
    Said { code, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap(), window }
}

/// Arguments out of words and paths.
macro_rules! args {
    ($($arg:expr),* $(,)?) => { &[$(::std::ffi::OsString::from($arg)),*] };
}
pub(crate) use args;

/// A demo plan, written into a folder.
pub fn demo_file(folder: &Scratch, name: &str) -> PathBuf {
    let (_, bytes) = demo::files().into_iter().find(|(file, _)| *file == name).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// The JSON that was printed.
pub fn parsed(said: &Said) -> Value {
    serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{error}: {}", said.out))
}
