//! Nothing leaves the computer and nothing else is started: what the sources say. What the program really does is watched by
//! `tests/network/run`, call by call.

use std::path::{Path, PathBuf};

/// What reaches another computer, or another program, by a name that stands in the source.
const SOCKETS: &[&str] = &[
    "std::net",
    "os::unix::net",
    "TcpStream",
    "TcpListener",
    "UdpSocket",
    "UnixStream",
    "UnixListener",
    "UnixDatagram",
    "ToSocketAddrs",
    "zbus::",
    "x11rb::",
    "nix::",
    "libc::",
    "rustix::",
    "windows_sys::",
];

/// The only files that start programs, and what they start.
const STARTERS: &[(&str, &[&str])] = &[
    // The folder of a file that was just written, when the user clicks on that.
    ("src/app/share.rs", &["opener"]),
    // This program again, after it broke.
    ("src/app/restart.rs", &["program"]),
    // This program again, to take a table apart; the shell limits its memory before it becomes it.
    ("src/cli/tables.rs", &["\"/bin/sh\"", "program"]),
];

/// The only file that talks to the display by itself, and with what: it asks what the clipboard offers, of the display on which the
/// window is drawn anyway.
const DISPLAY: (&str, &str) = ("src/app/pasting/offered.rs", "x11rb::");

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// A source without its comments.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn reaches_out(code: &str) -> Option<&'static str> {
    // A name of which that is only the end is another: `unix::` is not `nix::`.
    let begins = |at: usize| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    SOCKETS.iter().copied().find(|name| code.match_indices(name).any(|(at, _)| begins(at)))
}

fn started(code: &str) -> Vec<&str> {
    code.split("Command::new(").skip(1).filter_map(|rest| rest.split(')').next()).collect()
}

#[test]
fn no_source_of_ours_reaches_another_computer_or_starts_what_is_not_listed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    sources(&root.join("src"), &mut paths);
    let mut starters = Vec::new();
    for path in paths {
        let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        let code = code(&std::fs::read_to_string(&path).unwrap());
        let allowed = (name == DISPLAY.0).then_some(DISPLAY.1);
        assert_eq!(reaches_out(&code), allowed, "{name}");
        // The commands of the window and of the terminal have the same name; they start nothing.
        let programs = started(&code);
        if !programs.is_empty() {
            let allowed = STARTERS.iter().find(|(file, _)| *file == name).map(|(_, programs)| *programs);
            assert_eq!(Some(programs.as_slice()), allowed, "{name} starts programs");
            starters.push(name.clone());
        }
        assert!(!code.contains("process::Command") || STARTERS.iter().any(|(file, _)| *file == name), "{name}");
    }
    assert_eq!(starters.len(), STARTERS.len(), "{starters:?}");
}

#[test]
fn the_check_sees_what_it_is_there_for() {
    assert_eq!(reaches_out(&code("use std::net::TcpStream;")), Some("std::net"));
    assert_eq!(reaches_out(&code("// std::net\nuse std::os::unix::process::CommandExt;")), None);
    assert_eq!(started("Command::new(\"curl\").arg(x); Command::new(program)"), ["\"curl\"", "program"]);
}
