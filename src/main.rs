//! The program: the command line in, the window or the terminal behind it, an exit code out.

use std::io::{self, BufWriter, IsTerminal as _};
use std::{env, process::ExitCode};

use momentboard::cli::{self, Env, NoWindow, Opening, Tables, clock};
use momentboard::store::{own, prefs};

/// See `Cargo.toml` for why.
#[cfg(feature = "gui")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::hush_expected_panics();
    let stdout = io::stdout();
    ExitCode::from(cli::run(
        env::args_os(),
        Env {
            is_terminal: stdout.is_terminal(),
            is_watched: io::stderr().is_terminal() && understands_colours(),
            no_color: is_set("NO_COLOR") || !understands_colours(),
            out: &mut BufWriter::new(stdout.lock()),
            err: &mut io::stderr(),
            today: clock::Now::read().day,
            source_date: env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| clock::utc_day(&seconds)),
            ids: clock::fresh_ids(),
            templates: prefs::path_of_user(|name| env::var_os(name)).map(|prefs| own::folder_beside(&prefs)),
            tables: Tables::of_program(),
            open_window: &mut open_window,
        },
    ))
}

fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// Every terminal does but a "dumb" one, and the old console of Windows.
fn understands_colours() -> bool {
    env::var_os("TERM").is_none_or(|term| term != "dumb") && (!cfg!(windows) || is_set("WT_SESSION") || is_set("TERM"))
}

#[cfg(feature = "gui")]
fn open_window(opening: Opening) -> Result<(), NoWindow> {
    // Asked before anything starts, so that the answer comes at once and is the only thing printed.
    if cfg!(all(unix, not(target_os = "macos"))) && !["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(is_set) {
        return Err(NoWindow::NoDisplay);
    }
    momentboard::app::open_window(opening)
}

#[cfg(not(feature = "gui"))]
fn open_window(_: Opening) -> Result<(), NoWindow> {
    Err(NoWindow::NotBuilt)
}
