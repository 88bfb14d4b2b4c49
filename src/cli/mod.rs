//! The terminal face: `momentboard check`, `explain`, `fix`, `export`, `import`, `new`, `templates`, `completions`, `man`.
//!
//! [`run`] does everything, with the world as a parameter; the program gives it the real one, tests one that stands
//! still. Knows every part of the program but the window, which it is handed as a function.
//!
//! Exit codes: [`FINE`], [`FINDINGS`], [`UNUSABLE`], no others.

mod args;
mod baseline;
mod check;
pub mod clock;
mod crew;
mod explain;
mod export;
mod fix;
mod house;
mod import;
mod json;
mod make;
mod manual;
mod out;
mod plans;
mod progress;
mod report;
mod salvage;
mod sarif;
mod seen;
mod select;
mod tables;
mod target;
mod uri;

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{CommandFactory as _, Parser as _};

pub use args::Renderer;
use args::{Command, Line};
use out::Out;
pub use tables::Tables;

use crate::model::{Day, IdSource};
use crate::store::{FsErrorKind, Opened, SaveError};
use crate::words::{crash, nearest, terminal as say};

/// Exit code: nothing to say, or done.
pub const FINE: u8 = 0;
/// Exit code: there are findings at or above the level.
pub const FINDINGS: u8 = 1;
/// Exit code: something given to the program cannot be used; there is a message on standard error.
pub const UNUSABLE: u8 = 2;

/// Why there is no window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoWindow {
    /// The program was built without it.
    NotBuilt,
    /// There is no display.
    NoDisplay,
    /// This build cannot draw with that renderer.
    NoRenderer(Renderer),
    /// There is a display, but it did not answer, or cannot be drawn on.
    Failed,
    /// The window broke, and the program could not start itself again.
    NotAgain(String),
    /// The window broke, was opened again and broke again.
    BrokeAgain,
}

/// What the window opens on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// A plan; without one it opens where a session begins.
    pub file: Option<PathBuf>,
    /// How it is drawn; without an answer, as is best here.
    pub renderer: Option<Renderer>,
    /// It broke and was started again.
    pub recover: bool,
}

/// What a program that broke calls itself with.
pub const RECOVER: &str = "--recover";

/// Opens the window, and returns when it is closed.
pub type OpenWindow<'a> = dyn FnMut(Opening) -> Result<(), NoWindow> + 'a;

/// The world as the terminal sees it.
pub struct Env<'a> {
    /// Standard output.
    pub out: &'a mut dyn Write,
    /// Standard error.
    pub err: &'a mut dyn Write,
    /// Whether a person reads standard output: it is a terminal, so paragraphs are broken into lines.
    pub is_terminal: bool,
    /// Whether a person reads standard error, so that a long check says how far it is.
    pub is_watched: bool,
    /// Whether colours are unwanted (`NO_COLOR`), or the terminal has none.
    pub no_color: bool,
    /// Today.
    pub today: Day,
    /// The day that artifacts carry, where the environment pins it so that they come out the same (`SOURCE_DATE_EPOCH`).
    pub source_date: Option<Day>,
    /// Where fresh ids come from.
    pub ids: IdSource,
    /// The folder of the user's own templates, where the system has one.
    pub templates: Option<PathBuf>,
    /// Where tables are taken apart.
    pub tables: Tables,
    /// Opens the window.
    pub open_window: &'a mut OpenWindow<'a>,
}

/// Does what the command line says, and returns the exit code. The first argument is the name of the program.
pub fn run<A: Into<OsString> + Clone>(args: impl IntoIterator<Item = A>, env: Env<'_>) -> u8 {
    let Env { out, err, is_terminal, is_watched, no_color, today, source_date, ids, templates, tables, open_window } = env;
    let args: Vec<OsString> = args.into_iter().map(Into::into).collect();
    if args.get(1).is_some_and(|word| word == tables::WORD) {
        // Whoever started it reads the answer, or sees that there is none.
        return if tables::work([2, 3].map(|at| args.get(at).and_then(|said| said.to_str())), std::io::stdin().lock(), out).is_ok()
        {
            FINE
        } else {
            UNUSABLE
        };
    }
    let colour = is_terminal && !no_color;
    let mut session = Session {
        out: Out::new(out, colour, is_terminal),
        err: Out::new(err, false, is_watched),
        is_watched,
        today,
        source_date,
        ids,
        templates,
        tables,
    };
    if let Some(word) = unknown_command(&args) {
        let commands: Vec<String> = Line::command().get_subcommands().map(|command| command.get_name().to_owned()).collect();
        let known: Vec<&str> = commands.iter().map(String::as_str).collect();
        let hint = nearest::nearest(word, &known).map_or_else(|| say::see_help().to_owned(), say::mean_command);
        let code = session.unusable(&say::no_such_command(word), &hint);
        return session.end(code);
    }
    let code = match Line::try_parse_from(args) {
        Ok(line) => session.obey(line, open_window),
        Err(said) => {
            let said_it = said.render().to_string();
            if said.use_stderr() {
                session.err.block(&if is_watched { out::folded(&said_it, out::COLUMNS) } else { said_it });
                UNUSABLE
            } else {
                session.out.block(&out::folded(&said_it, out::COLUMNS));
                FINE
            }
        }
    };
    session.end(code)
}

/// Lets nobody read about panics that are expected and caught: they say what this computer lacks.
pub fn hush_expected_panics() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if !crate::expected::is_expected() {
            before(info);
        }
    }));
}

/// The first word, where it is meant as a command but is none: no file of that name, and nothing like a file name.
fn unknown_command(args: &[OsString]) -> Option<&str> {
    let word = args.get(1)?.to_str()?;
    let plain = !word.is_empty() && word.chars().all(|c| c.is_ascii_alphabetic() || c == '-') && !word.starts_with('-');
    let known = word == "help" || Line::command().get_subcommands().any(|command| command.get_name() == word);
    (plain && !known && !Path::new(word).exists()).then_some(word)
}

/// One run of the program.
struct Session<'a> {
    out: Out<'a>,
    err: Out<'a>,
    is_watched: bool,
    today: Day,
    source_date: Option<Day>,
    ids: IdSource,
    templates: Option<PathBuf>,
    tables: Tables,
}

impl Session<'_> {
    fn obey(&mut self, line: Line, open_window: &mut OpenWindow<'_>) -> u8 {
        match line.command {
            None => match open_window(Opening { file: line.file, renderer: line.renderer, recover: line.recover }) {
                Ok(()) => FINE,
                Err(cause) => {
                    self.err.paragraph("", &no_window(&cause));
                    UNUSABLE
                }
            },
            Some(Command::Check(args)) => self.check(&args),
            Some(Command::Explain(args)) => self.explain(&args),
            Some(Command::Fix(args)) => self.fix(&args),
            Some(Command::Export(args)) => self.export(&args),
            Some(Command::Import(args)) => self.import(&args),
            Some(Command::New(args)) => self.make(&args),
            Some(Command::Templates) => self.templates(),
            Some(Command::Completions { shell }) => self.completions(shell),
            Some(Command::Man(args)) => self.man(&args),
        }
    }

    /// Has everything printed; what could not be printed makes the run unusable, except to a reader that went away.
    fn end(mut self, code: u8) -> u8 {
        let printed = self.out.finish();
        if let Err(cause) = &printed {
            self.err.text(&say::not_written(cause));
        }
        // Where standard error is gone, there is no one left to tell.
        let told = self.err.finish();
        if printed.is_err() || told.is_err() { UNUSABLE } else { code }
    }

    /// Says what cannot be used and what to do about it, and gives the exit code for that.
    fn unusable(&mut self, message: &str, hint: &str) -> u8 {
        self.err.text(message);
        if !hint.is_empty() {
            self.err.paragraph("  ", hint);
        }
        UNUSABLE
    }

    /// Opens a plan and says what is worth saying about its file.
    fn open(&mut self, path: &Path) -> Result<Opened, u8> {
        let mut complaints = Vec::new();
        let opened = plans::read(path, &mut complaints);
        for complaint in &complaints {
            self.unusable(&complaint.message, &complaint.hint);
        }
        opened.ok_or(UNUSABLE)
    }

    /// Says why a file was not written.
    fn not_saved(&mut self, error: &SaveError) -> u8 {
        let hint = if error.kind == FsErrorKind::Exists { say::hint_force() } else { &error.hint };
        self.unusable(&error.to_string(), hint)
    }
}

/// Why there is no window, in a single line, whatever the system said.
fn no_window(cause: &NoWindow) -> String {
    match cause {
        NoWindow::NotBuilt => say::not_built().to_owned(),
        NoWindow::NoDisplay => say::no_display().to_owned(),
        NoWindow::NoRenderer(Renderer::Glow) => say::no_window(say::renderer_missing(Renderer::Glow.name())),
        NoWindow::NoRenderer(Renderer::Wgpu) => say::no_window(say::renderer_missing(Renderer::Wgpu.name())),
        NoWindow::Failed => say::no_window(say::display_failed()),
        NoWindow::NotAgain(cause) => crash::did_not_start(cause),
        NoWindow::BrokeAgain => crash::broke_again().to_owned(),
    }
}
