//! The program starts itself again, as a new process: after a crash nothing in the old one can be trusted, and drivers cannot be
//! changed in one that has asked for them.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cli::{RECOVER, Renderer};

/// Mesa, which draws on Linux, then draws by itself.
const SOFTWARE: &str = "LIBGL_ALWAYS_SOFTWARE";
/// Set in a process that was started to draw in another way than the one before.
const OTHERWISE: &str = "MOMENTBOARD_DRAWN_OTHERWISE";
/// How many starts failed, from one process to the next.
const FAILED: &str = "MOMENTBOARD_FAILED_STARTS";

/// How the program is started again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Again {
    /// The window broke: say so, and offer what was not saved.
    pub recover: bool,
    /// Draw in another way.
    pub otherwise: bool,
    /// Starts in a row that failed.
    pub failed: u32,
    /// How it was asked to draw.
    pub renderer: Option<Renderer>,
    /// The plan that was open.
    pub file: Option<PathBuf>,
}

impl Again {
    /// The command that does it.
    #[must_use]
    pub fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.env(FAILED, self.failed.to_string());
        // Asked for by a test: once is enough, unless it is to happen at each start.
        if self.recover && std::env::var_os(super::points::VARIABLE).is_some_and(|point| point != super::points::START) {
            command.env_remove(super::points::VARIABLE);
        }
        let mut renderer = self.renderer;
        if self.otherwise {
            command.env(OTHERWISE, "1");
            if cfg!(target_os = "windows") {
                renderer = Some(if renderer == Some(Renderer::Glow) { Renderer::Wgpu } else { Renderer::Glow });
            } else {
                command.env(SOFTWARE, "1");
            }
        }
        if let Some(renderer) = renderer {
            command.args(["--renderer", renderer.name()]);
        }
        if self.recover {
            command.arg(RECOVER);
        }
        if let Some(file) = &self.file {
            // A name that begins with a dash is a name.
            command.arg("--").arg(file);
        }
        command
    }

    /// Starts it. Where that works on the spot this does not return; elsewhere `Ok` means that the new one is there.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(&self) -> std::io::Result<()> {
        let mut command = self.command(&std::env::current_exe()?);
        become_it(&mut command)
    }
}

/// The same process goes on as the new program, so that whoever started it still waits for the right one.
#[cfg(unix)]
fn become_it(command: &mut Command) -> std::io::Result<()> {
    use std::os::unix::process::CommandExt as _;
    Err(command.exec())
}

#[cfg(not(unix))]
fn become_it(command: &mut Command) -> std::io::Result<()> {
    command.spawn().map(|_| ())
}

/// Whether there is another way to draw than the one of this process.
#[must_use]
pub(super) fn can_draw_otherwise(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty() && value != "0");
    !cfg!(target_os = "macos") && !is_set(OTHERWISE) && !is_set(SOFTWARE)
}

/// How many starts failed before this one, as the process before it counted.
#[must_use]
pub(super) fn failed_before(variable: impl Fn(&str) -> Option<OsString>) -> u32 {
    variable(FAILED).and_then(|count| count.to_str()?.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_way_to_draw_is_tried_once() {
        let with = |name: &'static str| move |asked: &str| (asked == name).then(|| OsString::from("1"));
        assert_eq!(can_draw_otherwise(|_| None), !cfg!(target_os = "macos"));
        assert!(!can_draw_otherwise(with(OTHERWISE)) && !can_draw_otherwise(with(SOFTWARE)));
        assert_eq!((failed_before(with(FAILED)), failed_before(|_| None)), (1, 0));
    }
}
