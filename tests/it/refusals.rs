//! What the terminal says about input and arguments that it cannot use: one message with the place, exit code 2, nothing
//! overwritten.
#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use crate::scratch::Scratch;
use crate::terminal_run::{args, parsed, run};

const SMALL: &str = include_str!("../fixtures/small.moments");

/// Checks a file with these bytes: what is said, with the file's name as FILE.
fn refusal(folder: &Scratch, bytes: &[u8]) -> (u8, String) {
    let path = folder.join("bad.moments");
    fs::write(&path, bytes).unwrap();
    let name = path.display().to_string();
    let checked = run(args!["check", &path]);
    // Reading 50 MB takes a test build seconds; once is enough.
    if bytes.len() < 1 << 20 {
        let fixed = run(args!["fix", &path]);
        assert_eq!(fixed.code, 2, "{}", fixed.err);
    }
    assert!(fs::read(&path).unwrap() == bytes, "nothing is overwritten");
    (checked.code, checked.err.replace(&name, "FILE"))
}

/// The small plan with one thing changed.
fn with(from: &str, to: &str) -> Vec<u8> {
    assert!(SMALL.contains(from), "the fixture has no {from}");
    SMALL.replacen(from, to, 1).into_bytes()
}

/// 1-based line and column of the first occurrence.
fn place(bytes: &[u8], wanted: &str) -> String {
    let text = std::str::from_utf8(bytes).unwrap();
    let (row, line) = text.lines().enumerate().find(|(_, line)| line.contains(wanted)).unwrap();
    format!("FILE:{}:{}: ", row + 1, line.find(wanted).unwrap() + 1)
}

#[test]
fn what_is_no_plan_at_all_is_refused_in_one_message() {
    let folder = Scratch::new("no-plan");
    let long = "moments, not impressions. ".repeat(2 * 1024 * 1024);
    let cases: [(&[u8], &str); 5] = [
        (b"", "FILE: The file is empty."),
        (b"\0\0\0\0\0\0", "FILE: The file holds nothing but zero bytes, as after a power cut or a full disk."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff\xfe", "FILE: This is not text, so it is not a plan."),
        (b"{\"version\": 1}", "FILE: This is not a Momentboard plan."),
        (long.as_bytes(), "FILE: This is not a Momentboard plan."),
    ];
    for (bytes, wanted) in cases {
        let (code, said) = refusal(&folder, bytes);
        assert_eq!(code, 2);
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines.len(), 2, "a message and a hint: {said}");
        assert_eq!(lines[0], wanted);
        assert!(lines[1].starts_with("  "));
    }
}

#[test]
fn mistakes_in_a_plan_are_told_with_line_and_column() {
    let folder = Scratch::new("mistakes");
    let cut = SMALL.as_bytes()[..SMALL.find("status: draft").unwrap()].to_vec();
    let deep = with("objective: consideration,", &format!("deep: {}", "[".repeat(200_000)));
    let long = with("title: \"Why I said yes\"", &format!("title: \"{}\"", "x".repeat(50 * 1024 * 1024)));
    let kind = with("kind: announcement", "kind: anouncement");
    let date = with("on(\"2027-09-01\")", "on(\"2027-02-30\")");
    let twice = with("id: \"ask\"", "id: \"why\"");
    let lost = with("product: \"fjell-2\"", "product: \"fjell-3\"");
    let newer = with("min_reader: 1", "min_reader: 9");
    let second_id = {
        let text = std::str::from_utf8(&twice).unwrap();
        let row = text.lines().enumerate().filter(|(_, line)| line.contains("id: \"why\"")).nth(1).unwrap().0;
        format!("FILE:{}:29: ", row + 1)
    };
    let cases: [(&[u8], String, &str); 7] = [
        (&cut, "FILE:".into(), "The file ends too early: its last part is missing."),
        (&newer, "FILE:".into(), "This plan needs a newer Momentboard, one that reads files of version 9."),
        (&kind, place(&kind, "anouncement"), "“anouncement” is not a kind of moment."),
        (&date, place(&date, "\"2027-02-30\""), "“2027-02-30” is not a day of the calendar."),
        (&twice, second_id, "Two moments have the id “why”."),
        (&lost, place(&lost, "\"fjell-3\""), "This refers to the product “fjell-3”, but the plan has none with that id."),
        (&deep, "FILE:".into(), "Brackets are nested too deeply here for a plan."),
    ];
    for (bytes, place, message) in &cases {
        let (code, said) = refusal(&folder, bytes);
        let first = said.lines().next().unwrap();
        assert_eq!(code, 2, "{said}");
        assert!(first.contains(message), "{first}\n  does not say\n{message}");
        assert!(first.starts_with(place.as_str()), "{first}\n  does not begin with\n{place}");
        let numbers: Vec<&str> = first.split(':').skip(1).take(2).collect();
        let has_place = numbers.iter().all(|number| number.parse::<usize>().is_ok());
        assert!(has_place || message.contains("newer"), "no line and column: {first}");
        assert_eq!(said.lines().count(), 2, "a message and a hint: {said}");
    }
    // A text that goes on for too long costs nothing else: it is named with its card and its line, and the rest is checked.
    let (code, said) = refusal(&folder, &long);
    assert_eq!(code, 2, "{said}");
    let line = 1 + std::str::from_utf8(&long).unwrap().lines().position(|line| line.contains("title: \"xxx")).unwrap();
    assert!(said.starts_with("FILE: The card “xxx") && said.contains("a text, “title”, that is longer than 1 MiB."), "{said}");
    assert!(said.trim_end().ends_with(&format!("(line {line})")), "{said}");
    // Where it is about a moment, the moment is named.
    let (_, said) = refusal(&folder, &lost);
    assert!(said.contains("In “The Fjell 2 after 400 kilometres – Größe 44”."), "{said}");
}

#[test]
fn a_picture_that_is_none_is_told_and_stays() {
    let folder = Scratch::new("picture");
    let data = &SMALL[SMALL.find("iVBO").unwrap()..SMALL.rfind("\"),").unwrap()];
    let none = SMALL
        .replace(
            "fb01a573ffcabde0ff3c3be42b2864cf9106be41a817875fb5e8fb19699d38df",
            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
        )
        .replace(data, "aGVsbG8=");
    let (code, said) = refusal(&folder, none.as_bytes());
    assert_eq!(code, 2);
    assert_eq!(said, "FILE: “dot.png” is not a picture that can be shown (PNG, JPEG, WebP or GIF). It stays in the plan.\n");
    // The rest of the plan is checked all the same.
    let checked = run(args!["check", folder.join("bad.moments"), "--format", "json"]);
    assert_eq!(parsed(&checked)["files"].as_array().unwrap().len(), 1);
}

#[test]
fn paths_without_plans_are_told() {
    let folder = Scratch::new("paths");
    let missing = folder.join("missing.moments");
    let cases: [(&[OsString], &Path, &str); 5] = [
        (args!["check", folder.path()], folder.path(), "No plan was found in this folder. Plans end in .moments."),
        (args!["check", &missing], &missing, "There is no such file."),
        (args!["fix", &missing], &missing, "There is no such file."),
        (args!["fix", folder.path()], folder.path(), "This is a folder, not a file."),
        (args!["export", &missing, "-o", folder.join("out.md")], &missing, "There is no such file."),
    ];
    for (command, path, message) in cases {
        let said = run(command);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{command:?}");
        assert!(said.err.starts_with(&format!("{}: {message}\n  ", path.display())), "{}", said.err);
    }
    let nowhere = folder.join("no/such/folder.moments");
    let said = run(args!["new", "-o", &nowhere]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("The folder it belongs in does not exist."), "{}", said.err);
    assert_eq!(folder.names(), Vec::<String>::new());
}

#[test]
fn arguments_that_cannot_be_used_are_told() {
    let cases: [(&[OsString], &str); 7] = [
        (args!["check"], "<PATH>"),
        (args!["check", "a", "--format", "xml"], "[possible values: text, json, sarif]"),
        (args!["check", "a", "--today", "2027-02-30"], "is not a day of the calendar"),
        (args!["check", "a", "--min-levle", "error"], "--min-level"),
        (args!["export", "a"], "-o <OUT>"),
        (args!["fix", "a", "--force"], "-o <OUT>"),
        (args!["--renderer", "software"], "[possible values: glow, wgpu]"),
    ];
    for (command, wanted) in cases {
        let said = run(command);
        assert_eq!((said.code, said.out.as_str(), &said.window), (2, "", &None), "{command:?}");
        assert!(said.err.contains(wanted), "{command:?}: {}", said.err);
    }
}
