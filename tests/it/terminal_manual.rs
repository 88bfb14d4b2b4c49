//! `explain`, `completions`, `man`, and `fix --dry-run`.
#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use momentboard::check;
use momentboard::store::open_plan;

use crate::scratch::Scratch;
use crate::terminal_run::{Terminal, args, demo_file, run, run_in};

/// The commands, as the help lists them.
fn commands() -> Vec<String> {
    let help = run(args!["--help"]).out;
    let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    list.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

/// The long options that the help of a command names.
fn options(command: &str) -> Vec<String> {
    let help = run(args![command, "--help"]).out;
    let list = help.split("Options:\n").nth(1).unwrap_or_default();
    let list = list.split("\nExamples:").next().unwrap();
    let starts = list.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
    let words = starts.flat_map(|line| line.split_whitespace().take(2));
    words.filter(|word| word.starts_with("--")).map(|word| word.trim_end_matches(',').to_owned()).collect()
}

#[test]
fn explain_lists_every_rule_on_eighty_columns() {
    let terminal = Terminal { is_read: true, no_color: true, ..Terminal::default() };
    let said = run_in(terminal, args!["explain"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    for rule in check::rules() {
        let line = said.out.lines().find(|line| line.contains(rule.code)).unwrap();
        assert!(line.contains(rule.title) && line.ends_with(rule.name), "{line}");
    }
    assert!(said.out.starts_with("Product before relationship\n"), "{}", said.out);
    for args in [args!["explain"].as_slice(), args!["explain", "--all"]] {
        for line in run_in(terminal, args).out.lines() {
            assert!(line.chars().count() <= 80, "{} columns: {line}", line.chars().count());
        }
    }
    let table = run(args!["explain", "--format", "md"]).out;
    assert_eq!(table.lines().count(), check::rules().len() + 2);
    assert!(table.lines().all(|line| line.matches('|').count() == 5), "{table}");
}

#[test]
fn the_rule_book_is_what_explain_prints() {
    let book = run(args!["explain", "--all", "--format", "md"]);
    assert_eq!((book.code, book.err.as_str()), (0, ""));
    assert_eq!(book.out, check::book());
    let page = run(args!["explain", "Product-First", "--format", "md"]).out;
    assert!(page.starts_with("## PBR-01 product-first: ") && book.out.contains(&page));
    let text = run(args!["explain", "--all"]).out;
    for rule in check::rules() {
        assert!(text.contains(rule.title) && text.contains(rule.against), "{}", rule.code);
    }
    assert!(!text.contains("###"), "no marks of Markdown in a text");
    assert_eq!(run(args!["explain", "PBR-01", "--all"]).code, 2);
}

#[test]
fn completions_know_every_command_and_option() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let said = run(args!["completions", shell]);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{shell}");
        for command in commands() {
            assert!(said.out.contains(&command), "{shell}: {command}");
            for option in options(&command) {
                let word = option.trim_start_matches('-');
                assert!(said.out.contains(word), "{shell}: {command} {option}");
            }
        }
    }
    assert_eq!(run(args!["completions", "cmd"]).code, 2);
}

#[test]
fn bash_reads_its_completions() {
    let script = run(args!["completions", "bash"]).out;
    // Where there is no bash, what the test above looks at is enough.
    let Ok(mut bash) = Command::new("bash").arg("-n").stdin(Stdio::piped()).stderr(Stdio::piped()).spawn() else { return };
    bash.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    let done = bash.wait_with_output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn the_manual_names_every_command_and_option() {
    let whole = run(args!["man"]);
    assert_eq!((whole.code, whole.err.as_str()), (0, ""));
    assert!(whole.out.starts_with(".TH momentboard 1 "), "{}", &whole.out[..80]);
    assert!(commands().len() >= 8);
    for command in commands().into_iter().filter(|command| command != "help") {
        let page = run(args!["man", &command]).out;
        assert!(page.starts_with(&format!(".TH momentboard-{command} 1 ")), "{}", &page[..80]);
        assert_eq!(page.matches(".TH").count(), 1);
        for option in options(&command) {
            let written = option.replace('-', "\\-");
            assert!(page.contains(&written), "{command} {option}");
            assert!(whole.out.contains(&written), "{command} {option}");
        }
        assert!(whole.out.contains(&format!(".SH MOMENTBOARD {}\n.SS SYNOPSIS\n", command.to_uppercase())), "{command}");
        assert_eq!(page.contains(".SH EXAMPLES\n.nf\n"), command != "templates", "{command}");
    }
    let slip = run(args!["man", "chek"]);
    assert_eq!((slip.code, slip.out.as_str()), (2, ""));
    assert_eq!(slip.err, "There is no command “chek” with a manual page.\n  Did you mean check?\n");
}

#[test]
fn manual_pages_are_written_and_replaced_only_when_asked() {
    let folder = Scratch::new("man");
    let pages = commands().len();
    let said = run(args!["man", "--dir", folder.path()]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(
        said.out.starts_with(&format!("{pages} pages written into ")),
        "the program and every command but help: {}",
        said.out
    );
    assert_eq!(folder.names().len(), pages);
    for name in folder.names() {
        let page = fs::read_to_string(folder.join(&name)).unwrap();
        assert!(page.starts_with(&format!(".TH {} 1 ", name.trim_end_matches(".1"))), "{name}");
    }
    fs::write(folder.join("momentboard-fix.1"), "mine").unwrap();
    let again = run(args!["man", "--dir", folder.path()]);
    assert!(again.code == 2 && again.err.contains("--force"), "{}", again.err);
    assert_eq!(fs::read(folder.join("momentboard-fix.1")).unwrap(), b"mine");
    assert_eq!(run(args!["man", "--dir", folder.path(), "--force"]).code, 0);
    assert_ne!(fs::read(folder.join("momentboard-fix.1")).unwrap(), b"mine");
    assert_eq!(run(args!["man", "--dir", folder.join("none")]).code, 2);
}

#[test]
fn a_dry_run_says_what_a_real_one_does_and_writes_nothing() {
    let folder = Scratch::new("dry-run");
    let path = demo_file(&folder, "long-way-round.moments");
    let before = fs::read(&path).unwrap();
    let dry = run(args!["fix", &path, "--all", "--dry-run"]);
    assert_eq!((dry.code, dry.err.as_str()), (0, ""));
    assert!(fs::read(&path).unwrap() == before, "nothing was written");
    assert_eq!(folder.names(), ["long-way-round.moments"]);
    let real = run(args!["fix", &path, "--all"]);
    let steps = |out: &str| -> Vec<String> { out.lines().take_while(|line| !line.contains(" fix")).map(str::to_owned).collect() };
    assert!(!steps(&dry.out).is_empty());
    assert_eq!(steps(&dry.out), steps(&real.out));
    let left = |out: &str| out.lines().last().unwrap().split(": ").last().unwrap().to_owned();
    assert_eq!(left(&dry.out), left(&real.out));
    // The real one came to the end: there is nothing left to do.
    let done = open_plan(&path).unwrap().campaign;
    let again = run(args!["fix", &path, "--dry-run"]);
    assert!(again.out.contains("there is no safe fix to do"), "{}", again.out);
    assert!(open_plan(&path).unwrap().campaign == done);
    assert_eq!(run(args!["fix", &path, "--all", "--code", "PBR-01"]).code, 2);
    assert_eq!(run(args!["fix", &path, "--dry-run", "-o", folder.join("b.moments")]).code, 2);
}
