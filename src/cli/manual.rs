//! `momentboard completions` and `momentboard man`: what shells and manuals want to know, made from the same description of
//! the command line that reads it.

use std::path::Path;

use clap::{Command, CommandFactory as _};
use clap_complete::{Shell, generate};
use clap_mangen::Man;

use super::args::{Line, ManArgs};
use super::make::base;
use super::{FINE, Session};
use crate::store::{FsErrorKind, fs};
use crate::words::nearest::nearest;
use crate::words::{self, files, terminal as say};

/// The name of the program.
const NAME: &str = "momentboard";
/// How an apostrophe is written where groff would curl it. It comes with every piece that is rendered; a page needs it once,
/// behind its title.
const PREAMBLE: &str = ".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '\n";

impl Session<'_> {
    pub(super) fn completions(&mut self, shell: Shell) -> u8 {
        let mut script = Vec::new();
        generate(shell, &mut Line::command(), NAME, &mut script);
        self.out.raw(&String::from_utf8_lossy(&script));
        FINE
    }

    pub(super) fn man(&mut self, args: &ManArgs) -> u8 {
        let all = built();
        if let Some(folder) = &args.dir {
            return self.write_manual(&all, folder, args.force);
        }
        let Some(name) = &args.command else {
            self.out.raw(&whole(&all));
            return FINE;
        };
        if let Some(command) = all.find_subcommand(name) {
            self.out.raw(&page(command));
            return FINE;
        }
        let known: Vec<&str> = all.get_subcommands().map(Command::get_name).collect();
        let hint = nearest(name, &known).map_or_else(|| say::command_names(words::list(&known)), say::mean_command);
        self.unusable(&say::no_such_page(name), &hint)
    }

    /// Writes a page for the program and one for each of its commands.
    fn write_manual(&mut self, all: &Command, folder: &Path, force: bool) -> u8 {
        let pages = std::iter::once(page_of_all(all)).chain(all.get_subcommands().map(page));
        let names = std::iter::once(NAME.to_owned()).chain(all.get_subcommands().map(display_name));
        let pages: Vec<(String, String)> = names.zip(pages).collect();
        for (name, page) in &pages {
            let path = folder.join(format!("{name}.1"));
            if let Err(cause) = fs::save(&path, page.as_bytes(), base(force)) {
                let hint = if cause.kind == FsErrorKind::Exists { say::hint_force() } else { &cause.hint };
                return self.unusable(&files::in_file(path.display(), &cause), hint);
            }
        }
        self.out.text(&say::manual_written(say::pages(pages.len()), folder.display()));
        FINE
    }
}

/// The command line with everything that is derived only when it is used. The command `help` has no page of its own.
fn built() -> Command {
    let mut all = Line::command().disable_help_subcommand(true);
    all.build();
    all
}

fn display_name(command: &Command) -> String {
    command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned()
}

/// How a page says where it comes from.
fn man(command: &Command) -> Man {
    let source = format!("{NAME} {}", env!("CARGO_PKG_VERSION"));
    Man::new(command.clone()).title(display_name(command)).source(source).manual(say::man_manual())
}

/// A page of one command.
fn page(command: &Command) -> String {
    let man = man(command);
    let mut text = rendered(|to| man.render_title(to));
    text.push_str(PREAMBLE);
    text.push_str(&rendered(|to| man.render_name_section(to)));
    text.push_str(&body(command));
    text
}

/// The page of the program, with the names of its commands.
fn page_of_all(all: &Command) -> String {
    let mut text = page(all);
    text.push_str(&rendered(|to| man(all).render_subcommands_section(to)));
    text
}

/// Everything on one page, for standard output: the program, then each command under its own heading.
fn whole(all: &Command) -> String {
    let mut text = page_of_all(all);
    for command in all.get_subcommands() {
        text.push_str(".SH ");
        text.push_str(&display_name(command).to_uppercase().replace('-', " "));
        // One level down: what is a section of a page of its own is a part of a section here.
        text.push_str(&format!("\n{}", body(command)).replace("\n.SH ", "\n.SS "));
    }
    text
}

/// Synopsis, description, options and examples. The examples are broken into lines by hand and aligned, so that they are shown
/// as they are.
fn body(command: &Command) -> String {
    let man = man(command);
    let mut text = rendered(|to| man.render_synopsis_section(to));
    text.push_str(&rendered(|to| man.render_description_section(to)));
    if command.get_arguments().next().is_some() {
        text.push_str(&rendered(|to| man.render_options_section(to)));
    }
    if command.get_after_help().or_else(|| command.get_after_long_help()).is_some() {
        let examples = rendered(|to| man.render_extra_section(to));
        let lines = examples.lines().filter(|line| *line != ".SH EXTRA" && *line != say::examples());
        text.push_str(".SH EXAMPLES\n.nf\n");
        text.extend(lines.flat_map(|line| [line, "\n"]));
        text.push_str(".fi\n");
    }
    text
}

/// What was printed into memory, where nothing can fail.
fn rendered(print: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    // Writing into memory does not fail.
    let _ = print(&mut bytes);
    String::from_utf8_lossy(&bytes).replace(PREAMBLE, "")
}
