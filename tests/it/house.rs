//! The rules of the house, kept by machine: who may import whom, what stands at the top, how long a file may be.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Who may import which of our modules. `words` may be imported by everyone and imports nothing.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("words", &[]),
    ("model", &["words"]),
    ("edit", &["words", "model"]),
    ("analysis", &["words", "model"]),
    ("check", &["words", "model", "edit", "analysis"]),
    ("store", &["words", "model"]),
    // Of the store, `share` uses what is pure: reading pictures and writing a plan as bytes. It opens no file.
    ("share", &["words", "model", "analysis", "check", "store"]),
    ("import", &["words", "model", "edit"]),
    ("cli", &["words", "model", "edit", "analysis", "check", "store", "share", "import"]),
    // Of `share`, the window names what can be chosen (reader, format, sections); it makes no artifact itself.
    // Of `import`, it shows what was found and what is asked; it takes no table apart.
    ("ui", &["words", "model", "edit", "analysis", "check", "share", "import"]),
    ("app", &["words", "model", "edit", "analysis", "check", "store", "share", "import", "cli", "ui"]),
];

/// Longest file, in lines.
const MAX_LINES: usize = 600;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn sources(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    files(&root().join(folder), &mut found);
    found
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// The text of a source file without comments, so that links in documentation count as nothing.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The modules of ours that a text names: `crate::model::…`, `use crate::{model, words}`.
fn named_modules(text: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for (at, _) in text.match_indices("crate::") {
        if at > 0 && text.as_bytes()[at - 1] == b'$' {
            // `$crate::` in a macro names the module that defines the macro, wherever it is used.
            continue;
        }
        let rest = &text[at + "crate::".len()..];
        let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut start = true;
            for (i, c) in group.char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => start = true,
                    c if start && !c.is_whitespace() => {
                        named.insert(word(&group[i..]));
                        start = false;
                    }
                    _ => {}
                }
            }
        } else {
            named.insert(word(rest));
        }
    }
    named
}

#[test]
fn modules_import_only_what_the_table_allows() {
    let all: BTreeSet<&str> = MAY_IMPORT.iter().map(|(module, _)| *module).collect();
    let mut wrong = Vec::new();
    for (name, text) in sources("src") {
        let Some(module) = name.strip_prefix("src/").and_then(|rest| rest.split_once('/')).map(|(module, _)| module) else {
            continue;
        };
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(known, _)| *known == module) else {
            wrong.push(format!("{name}: the table does not know the module {module}"));
            continue;
        };
        let code = code(&text);
        for used in named_modules(&code) {
            if all.contains(used.as_str()) && used != module && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{name}: {module} may not import {used}"));
            }
        }
        let draws = ["egui::", "eframe::", "rfd::"].iter().any(|crate_name| code.contains(crate_name));
        if draws && !matches!(module, "ui" | "app") {
            wrong.push(format!("{name}: only ui and app may know how things are drawn"));
        }
        let reaches_out = ["rfd::", "std::fs::", "std::thread::"].iter().any(|crate_name| code.contains(crate_name));
        if reaches_out && module == "ui" {
            wrong.push(format!("{name}: ui reads no files and starts no threads"));
        }
        let disk = code.contains("std::fs") || code.contains("std::path");
        if disk && matches!(module, "model" | "edit" | "analysis" | "check" | "share" | "import") {
            wrong.push(format!("{name}: {module} knows neither files nor paths"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut wrong = Vec::new();
    for (name, text) in sources("src").into_iter().chain(sources("tests")) {
        let lines = text.lines().count();
        if lines > MAX_LINES {
            wrong.push(format!("{name}: {lines} lines; split it by what it is about"));
        }
        if !text.starts_with("//!") {
            wrong.push(format!("{name}: does not begin by saying what it is"));
        }
    }
    let main = fs::read_to_string(root().join("src/main.rs")).unwrap();
    if main.lines().count() > 60 {
        wrong.push("src/main.rs: more than 60 lines".into());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_top_holds_only_what_is_named() {
    let allowed = ["Cargo.toml", "Cargo.lock", "src", "assets", "tests", "README.md", "LICENSE-MIT", "LICENSE-APACHE", "target"];
    for entry in fs::read_dir(root()).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(name.starts_with('.') || allowed.contains(&name.as_str()), "{name} stands at the top");
    }
}

#[test]
fn every_sentence_stands_in_words() {
    // A sentence is what begins with a capital letter, has several words and ends with a full stop. Attributes, panics of tests
    // and documentation are not for users.
    let mut wrong = Vec::new();
    for (name, text) in sources("src") {
        // The rule files hold the text that `explain` shows, and the theme documents its tokens through a macro.
        let in_words = name.starts_with("src/words/") || name.starts_with("src/check/rules/") || name == "src/ui/theme.rs";
        if in_words {
            continue;
        }
        let code = code(&text);
        let before_tests = code.split("#[cfg(test)]").next().unwrap_or_default();
        for line in before_tests.lines().filter(|line| !line.contains("reason = ") && !line.contains("#[doc")) {
            for (at, part) in line.split('"').enumerate() {
                let sentence = at % 2 == 1
                    && part.chars().next().is_some_and(char::is_uppercase)
                    && part.split_whitespace().count() > 2
                    && part.ends_with('.');
                if sentence {
                    wrong.push(format!("{name}: “{part}”"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The literals of a source file before its tests; of one that is written over several lines, all of it.
fn literals(text: &str) -> Vec<String> {
    let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n").replace("\\\"", "").replace("'\"'", "");
    let before_tests = code.split("#[cfg(test)]").next().unwrap_or_default();
    before_tests.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_label_stands_in_words_too() {
    // What begins with a capital letter is a word of a button or a heading, unless it is one of these, which nobody translates:
    // time zones, what posts are marked with in each market, variables of the system, names for whoever debugs; and the keys, whose
    // names are taken from `words::keys` where they are drawn.
    const NO_LABELS: &[(&str, &[&str])] = &[
        ("src/app/file/fleeting.rs", &["ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "SystemRoot"]),
        ("src/app/jobs.rs", &["Jobs"]),
        ("src/app/pasting/mod.rs", &["Clip", "Pasting"]),
        ("src/ui/inspector/ask.rs", &["Ad", "Paid partnership", "Werbung", "Anzeige", "Publicité", "Gifted"]),
        (
            "src/ui/inspector/campaign.rs",
            &[
                "Europe/Berlin",
                "Europe/London",
                "Europe/Paris",
                "Europe/Stockholm",
                "America/New_York",
                "America/Los_Angeles",
                "Asia/Tokyo",
            ],
        ),
        ("src/ui/palette/index.rs", &["Index"]),
        ("src/ui/present/foot.rs", &["Shift", "Esc"]),
        ("src/ui/share/preview.rs", &["Preview({:?}, {} pages)"]),
        ("src/ui/table/bulk.rs", &["Esc"]),
    ];
    let mut wrong = Vec::new();
    for (name, text) in sources("src/ui").into_iter().chain(sources("src/app")) {
        // The theme documents its tokens through a macro.
        if name == "src/ui/theme.rs" || name.ends_with("_tests.rs") || name.ends_with("/test_plan.rs") {
            continue;
        }
        let known = NO_LABELS.iter().find(|(file, _)| *file == name).map_or([].as_slice(), |(_, known)| known);
        let code: Vec<&str> = text.lines().filter(|line| !line.contains("reason = ") && !line.contains("#[doc")).collect();
        for literal in literals(&code.join("\n")) {
            let mut letters = literal.chars();
            let is_label = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
            if is_label && !known.contains(&literal.as_str()) {
                wrong.push(format!("{name}: “{literal}”"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn words_neither_shout_nor_tell_anybody_off() {
    let mut wrong = Vec::new();
    let mut texts = 0;
    for (name, text) in sources("src/words").into_iter().chain(sources("src/check/rules")) {
        for literal in literals(&text) {
            texts += 1;
            // What a question asks whoever plans is no blame.
            let is_question = literal.ends_with('?');
            let should = literal.split(|c: char| !c.is_alphabetic()).any(|word| word.eq_ignore_ascii_case("should"));
            if literal.contains('!') || should && !is_question {
                wrong.push(format!("{name}: “{literal}”"));
            }
        }
    }
    assert!(texts > 4_000, "{texts}");
    let folder = root().join("assets/words/de");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        for line in text.lines().filter(|line| !line.starts_with('#') && line.contains('!')) {
            wrong.push(format!("{}: “{line}”", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The modules of `words` that a text can name, by what it calls them: `use crate::words::{names, share as say}`.
fn word_modules(code: &str) -> Vec<(String, String)> {
    let mut called = vec![("words".to_owned(), "words".to_owned())];
    // The end of another word, as in “house as say”, imports nothing.
    let begins = |at: usize| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    let statements = code.match_indices("use ").filter(|(at, _)| begins(*at)).map(|(at, found)| &code[at + found.len()..]);
    for statement in statements.filter_map(|rest| rest.split(';').next()) {
        let Some((_, names)) = statement.split_once("words::") else { continue };
        for part in names.trim_matches(|c| c == '{' || c == '}').split(',').map(str::trim) {
            let (module, alias) = part.split_once(" as ").unwrap_or((part, part));
            called.push((module.trim().to_owned(), alias.trim().to_owned()));
        }
    }
    called
}

/// Everything that a text calls by the name of where it is: each pair around a “::”, and the same with `words::` before it where
/// that stands there.
fn paths(code: &str) -> HashSet<(String, String)> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut all = HashSet::new();
    for (at, _) in code.match_indices("::") {
        let (before, after) = (&code[..at], &code[at + 2..]);
        let name = after.split(|c| !is_part(c)).next().unwrap_or_default().to_owned();
        let rest = before.trim_end_matches(is_part);
        let from = &before[rest.len()..];
        if rest.strip_suffix("words::").is_some_and(|rest| !rest.ends_with(is_part)) {
            all.insert((format!("words::{from}"), name.clone()));
        }
        all.insert((from.to_owned(), name));
    }
    all
}

/// Whether a text with these paths names that function of that module.
fn says(paths: &HashSet<(String, String)>, module: &str, called: &[(String, String)], name: &str) -> bool {
    let named = |path: &str| paths.contains(&(path.to_owned(), name.to_owned()));
    called.iter().any(|(of, alias)| of == module && named(alias)) || named(&format!("words::{module}"))
}

#[test]
fn every_text_is_said_somewhere() {
    let files: Vec<(String, String)> = sources("src").into_iter().map(|(name, text)| (name, code(&text))).collect();
    // The page that is shared is made of templates, which say their words as the file does that fills them in.
    let parts = ["page", "arc", "lane", "chapter", "brief"];
    let page = parts.map(|part| fs::read_to_string(root().join(format!("assets/share/{part}.html"))).unwrap()).join("\n");
    let filled_in = files.iter().find(|(name, _)| name == "src/share/html/mod.rs").map(|(_, text)| word_modules(text)).unwrap();
    let mut users: Vec<_> = files
        .iter()
        .filter(|(name, _)| !name.starts_with("src/words/"))
        .map(|(_, text)| (paths(text), word_modules(text)))
        .collect();
    users.push((paths(&page), filled_in));
    // A text may be part of one of another file, where it is called by the name of its own.
    let by_own_name = |text: &str| -> Vec<(String, String)> {
        paths(text)
            .into_iter()
            .map(|(module, _)| (if module == "super" { "words".to_owned() } else { module.clone() }, module))
            .collect()
    };
    let of_words = files.iter().filter(|(name, _)| name.starts_with("src/words/"));
    users.extend(of_words.map(|(_, text)| (paths(text), by_own_name(text))));
    let mut unused = Vec::new();
    for (file, text) in files.iter().filter(|(name, _)| name.starts_with("src/words/")) {
        let module = file.trim_start_matches("src/words/").trim_end_matches(".rs");
        let module = if module == "mod" { "words" } else { module };
        let defined = |line: &str| {
            let text = line.trim_start().split_once(" = \"").map(|(name, _)| name.split('(').next().unwrap_or_default());
            let function = line.strip_prefix("pub fn ").and_then(|rest| rest.split('(').next());
            let name = function.or(text)?;
            name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_').then(|| name.to_owned())
        };
        for name in text.lines().filter_map(defined) {
            // A text may also be part of another text of its file.
            let here = [format!(" {name}("), format!("({name}("), format!(", {name})"), format!("self::{name})")]
                .iter()
                .map(|said| text.matches(said.as_str()).count())
                .sum::<usize>();
            let is_definition = |line: &&str| line.trim_start().starts_with(&format!("{name}(")) && line.contains(") = \"");
            let definitions = text.lines().filter(is_definition).count() + text.matches(&format!("pub fn {name}(")).count();
            let said = users.iter().any(|(text, called)| says(text, module, called, &name)) || here > definitions;
            if !said {
                unused.push(format!("{file}: {name}"));
            }
        }
    }
    assert!(unused.is_empty(), "nobody says\n{}", unused.join("\n"));
}

#[test]
fn the_text_check_sees_what_it_is_there_for() {
    let code =
        "use crate::words::{self, names, share as say};\nfn f() { say::dates(); crate::words::files::gone(); names::kind_of() }";
    let called = word_modules(code);
    let house = "use crate::words::{files, house as say};\nfn f() { say::empty() }";
    assert!(says(&paths(house), "house", &word_modules(house), "empty"));
    let paths = paths(code);
    assert!(says(&paths, "share", &called, "dates") && says(&paths, "files", &called, "gone"));
    assert!(!says(&paths, "names", &called, "kind") && !says(&paths, "window", &called, "dates"));
}

#[test]
fn the_table_check_sees_what_it_is_there_for() {
    let named = named_modules("use crate::{model::{Day, Id}, words};\nfn f() { crate::store::fs::save() } $crate::edit::x");
    assert_eq!(named.into_iter().collect::<Vec<_>>(), ["model", "store", "words"]);
    assert_eq!(code("let a = 1; // crate::ui::x\n/// crate::app"), "let a = 1; \n");
}
