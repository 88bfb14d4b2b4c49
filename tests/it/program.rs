//! The program itself, as the system runs it: exit codes, no display, a reader that goes away.

use std::ffi::OsString;
use std::process::{Command, Stdio};

use crate::scratch::{Scratch, write};
use crate::terminal_run::{args, demo_file};

/// The program itself.
fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_momentboard"));
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "NO_COLOR"] {
        program.env_remove(name);
    }
    program.stdin(Stdio::null());
    program
}

#[test]
fn the_program_gives_its_exit_codes() {
    let folder = Scratch::new("program");
    let plan = demo_file(&folder, "two-cases.moments");
    let blank = folder.join("blank.moments");
    let run = |args: &[OsString]| program().args(args).output().unwrap();
    assert_eq!(run(args!["new", "-o", &blank]).status.code(), Some(0));
    assert_eq!(run(args!["check", &blank]).status.code(), Some(0));
    let found = run(args!["check", &plan]);
    assert_eq!(found.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&found.stdout).contains("The ask comes before the relationship"));
    assert!(!found.stdout.contains(&0x1b), "no colour where the output goes into a file or a pipe");
    assert_eq!(run(args!["check", folder.join("none")]).status.code(), Some(2));
    assert_eq!(run(args!["--nonsense"]).status.code(), Some(2));
}

#[cfg(any(not(feature = "gui"), all(unix, not(target_os = "macos"))))]
#[test]
fn without_a_display_one_line_names_the_commands() {
    let output = program().output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(output.stdout, b"");
    assert_eq!(said.lines().count(), 1, "{said}");
    for command in ["check", "explain", "fix", "export", "new", "templates"] {
        assert!(said.contains(command), "{said}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_trouble() {
    let folder = Scratch::new("pipe");
    let plan = demo_file(&folder, "two-cases.moments");
    let commands: [&[OsString]; 2] = [args!["check", &plan, "--format", "json"], args!["explain", "PBR-01"]];
    for args in commands {
        let mut child = program().args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let done = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&done.stderr), "");
        assert_eq!(done.status.code(), Some(i32::from(args[0] == "check")));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_computer_without_fonts_names_the_signs_that_it_cannot_draw() {
    let folder = Scratch::new("no-fonts");
    let config = folder.join("fonts.conf");
    let nothing = "<fontconfig><dir>/nonexistent</dir></fontconfig>";
    write(&config, format!("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">{nothing}").as_bytes());
    let plan = demo_file(&folder, "two-cases.moments");
    let text = std::fs::read_to_string(&plan).unwrap();
    let at = text.find("title: \"").unwrap() + "title: \"".len();
    write(&plan, format!("{}한{}", &text[..at], &text[at..]).as_bytes());
    let done =
        program().env("FONTCONFIG_FILE", &config).args(args!["export", &plan, "-o", folder.join("deck.pdf")]).output().unwrap();
    let said = String::from_utf8_lossy(&done.stderr).into_owned() + &String::from_utf8_lossy(&done.stdout);
    assert_eq!(done.status.code(), Some(0), "{said}");
    assert!(
        said.contains("Signs that no font here can draw appear as boxes: 한 (U+D55C), in “한") && !said.contains("panicked"),
        "{said}"
    );
}
