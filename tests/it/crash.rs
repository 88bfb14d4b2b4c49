//! The program itself breaks: what was kept, what the note says, and how it starts again. Each crash happens in a process of its
//! own, which is this test binary started anew.
#![expect(clippy::disallowed_methods, reason = "the test takes away what it looked at")]

use std::ffi::OsStr;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Output};

use momentboard::app::restart::Again;
use momentboard::app::safe::Start;
use momentboard::app::{Done, Jobs, Work, crash};
use momentboard::cli::Renderer;
use momentboard::expected::expecting;
use momentboard::store::home::Home;

use crate::scratch::{Scratch, write};

/// Names the folder in which the child is to break, and how.
const CHILD: &str = "MOMENTBOARD_TEST_CHILD";
/// Stands in a plan, and in what the panic says.
const SECRET: &str = "Saltmill Coffee pays 14 000";

fn child(folder: &Path, how: &str) -> Output {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "crash::breaks_where_it_is_asked_to", "--nocapture", "--test-threads=1"]);
    command.env(CHILD, format!("{how}={}", folder.display())).env("RUST_BACKTRACE", "0").output().unwrap()
}

/// Does nothing unless it is a child.
#[test]
fn breaks_where_it_is_asked_to() {
    let Ok(asked) = std::env::var(CHILD) else { return };
    let (how, folder) = asked.split_once('=').unwrap();
    let folder = Path::new(folder).to_owned();
    let kept = folder.join("kept");
    crash::on_crash(move |_| write(&kept, b"everything"));
    crash::watch(Some(Home::at(folder.join("state"))), "a test");
    match how {
        "here" => panic!("the plan {SECRET:?} is odd"),
        "caught elsewhere" => assert!(std::thread::spawn(|| panic!("a job")).join().is_err()),
        "expected" => assert!(expecting(|| panic!("no fonts on this computer")).is_none()),
        "job" => {
            let jobs = Jobs::threaded();
            jobs.run(&egui::Context::default(), Work::Templates, "Reading your templates", || {
                panic!("the plan {SECRET:?} is odd")
            });
            let done = std::iter::repeat_with(|| jobs.poll()).find(|done| !done.is_empty()).unwrap();
            let [Done::Broke { work: Work::Templates, note: Some(note) }] = done.as_slice() else { panic!("{done:?}") };
            println!("noted in {}", note.display());
            // Another one in the same second has its own.
            jobs.run(&egui::Context::default(), Work::House, "Reading the rules", || panic!("again"));
            let done = std::iter::repeat_with(|| jobs.poll()).find(|done| !done.is_empty()).unwrap();
            let [Done::Broke { note: Some(second), .. }] = done.as_slice() else { panic!("{done:?}") };
            assert_ne!(second, note);
            std::fs::remove_file(second).unwrap();
        }
        "read-only" => {
            write(&folder.join("state"), b"a file where the folder is to be");
            panic!("nowhere for a note");
        }
        "twice" => {
            struct Breaks;
            impl Drop for Breaks {
                fn drop(&mut self) {
                    let _second = std::panic::catch_unwind(|| panic!("while the first is cleared away"));
                }
            }
            let _breaks = Breaks;
            panic!("the first");
        }
        _ => unreachable!(),
    }
    println!("went on, broke: {:?}", crash::broke());
}

fn notes(folder: &Scratch) -> Vec<(std::path::PathBuf, String)> {
    let Ok(found) = std::fs::read_dir(folder.join("state/crashes")) else { return Vec::new() };
    let paths = found.map(|entry| entry.unwrap().path());
    paths.map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn a_crash_keeps_the_work_and_leaves_a_note_without_a_word_of_the_plan() {
    let folder = Scratch::new("crash-here");
    let done = child(folder.path(), "here");
    assert!(!done.status.success());
    assert!(folder.join("kept").exists());
    let notes = notes(&folder);
    let [(path, note)] = notes.as_slice() else { panic!("{notes:?}") };
    assert!(!note.contains("Saltmill") && note.contains("the plan") && note.contains("tests/it/crash.rs:"), "{note}");
    assert!(note.contains(env!("CARGO_PKG_VERSION")) && note.contains("drawn by a test"), "{note}");
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(path), mode(path.parent().unwrap())), (0o600, 0o700));
}

#[test]
fn a_panic_that_somebody_waits_for_is_no_crash() {
    for how in ["caught elsewhere", "expected"] {
        let folder = Scratch::new(&format!("crash-{how}"));
        let done = child(folder.path(), how);
        let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success() && said.contains("went on, broke: None"), "{said}");
        assert!(!folder.join("kept").exists() && notes(&folder).is_empty());
        assert_eq!(said.contains("panicked at"), how != "expected", "{said}");
    }
}

#[test]
fn a_crash_with_nowhere_to_write_and_one_within_a_crash_still_keep_the_work() {
    for (how, notes_left) in [("read-only", 0), ("twice", 1)] {
        let folder = Scratch::new(&format!("crash-{how}"));
        let done = child(folder.path(), how);
        assert_eq!(done.status.code(), Some(101), "it does not abort");
        assert!(folder.join("kept").exists(), "{how}: {done:?} {:?}", folder.names());
        assert_eq!(notes(&folder).len(), notes_left, "{how}");
    }
}

#[test]
fn the_program_starts_again_with_the_plan_that_was_open() {
    let again =
        Again { recover: true, otherwise: true, failed: 1, renderer: Some(Renderer::Glow), file: Some("-odd.moments".into()) };
    let command = again.command(Path::new("/usr/bin/momentboard"));
    let args: Vec<&OsStr> = command.get_args().collect();
    assert_eq!(args, ["--renderer", "glow", "--recover", "--", "-odd.moments"]);
    assert!(command.get_envs().any(|(name, value)| name == "LIBGL_ALWAYS_SOFTWARE" && value == Some(OsStr::new("1"))));
    // What it is called with is understood, and no help lists it.
    let program = || Command::new(env!("CARGO_BIN_EXE_momentboard"));
    let mut without = program();
    without.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
    let said = without.args(args).output().unwrap();
    assert!(String::from_utf8_lossy(&said.stderr).contains("no display"), "{said:?}");
    let help = program().arg("--help").output().unwrap();
    assert!(!String::from_utf8_lossy(&help.stdout).contains("recover"));
}

#[test]
fn two_starts_that_did_not_come_far_make_the_next_one_careful() {
    let folder = Scratch::new("starts");
    let home = Home::at(folder.join("state"));
    let begin = || Start::begin(Some(&home), 0);
    let mut first = begin();
    assert!(!first.is_careful());
    first.came_up();
    drop(first);
    // Killed before it came up, twice: the lock goes with the process, what was counted stays.
    for failed in 0..2 {
        let start = begin();
        assert_eq!((start.failed(), start.is_careful()), (failed, false));
    }
    let mut careful = begin();
    assert!(careful.is_careful());
    careful.came_up();
    drop(careful);
    assert!(!begin().is_careful(), "the next one is an ordinary start");
}

#[test]
fn a_window_that_comes_up_and_breaks_at_once_counts_and_windows_opened_together_do_not() {
    let folder = Scratch::new("starts-soon");
    let home = Home::at(folder.join("state"));
    for failed in 0..3 {
        let mut start = Start::begin(Some(&home), 0);
        assert_eq!((start.failed(), start.is_careful()), (failed, failed >= 2));
        start.came_up();
        assert_eq!(start.broke_soon(), failed + 1);
    }
    let folder = Scratch::new("starts-together");
    let home = Home::at(folder.join("state"));
    let together: Vec<Start> = (0..4).map(|_| Start::begin(Some(&home), 0)).collect();
    assert!(together.iter().all(|start| !start.is_careful()));
    // Where nothing can be kept the program that started this one has counted.
    assert!(Start::begin(None, 2).is_careful() && !Start::begin(None, 1).is_careful());
    write(&folder.join("file"), b"");
    assert!(!Start::begin(Some(&Home::at(folder.join("file"))), 0).is_careful());
}

#[test]
fn a_window_on_a_display_that_does_not_answer_is_a_message() {
    let folder = Scratch::new("dead-display");
    let mut program = Command::new(env!("CARGO_BIN_EXE_momentboard"));
    program.env("DISPLAY", ":65432").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
    program.env("XDG_STATE_HOME", folder.path()).env("XDG_CONFIG_HOME", folder.path());
    let said = program.output().unwrap();
    assert_eq!(said.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&said.stderr).contains("No window could be opened"), "{said:?}");
    // It is no start that failed: nothing of the program broke.
    assert!(!Start::begin(Some(&Home::at(folder.join("momentboard"))), 0).is_careful());
}

#[test]
fn a_job_that_breaks_leaves_a_note_of_its_own_and_is_no_crash_of_the_window() {
    let folder = Scratch::new("crash-job");
    let done = child(folder.path(), "job");
    let out = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success() && out.contains("broke: None"), "{out}{}", String::from_utf8_lossy(&done.stderr));
    let notes = notes(&folder);
    let [(path, note)] = notes.as_slice() else { panic!("{notes:?}") };
    assert!(out.contains(&format!("noted in {}", path.display())), "{out}");
    assert!(path.file_name().unwrap().to_string_lossy().starts_with("job-"));
    assert!(note.contains("What: Reading your templates: the plan ") && !note.contains("Saltmill"), "{note}");
    assert!(!folder.join("kept").exists(), "nobody is called to keep anything");
}
