//! The terminal: every command, its exit codes, and what it says about input that it cannot use.
#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use momentboard::check::{self, Options};
use momentboard::cli::Renderer;
use momentboard::model::{Acceptance, AcceptanceId, Campaign, Day, Id, IdSource, Profile, RuleOff, Scope, Unknown};
use momentboard::store::{Base, demo, open_plan, save_plan, template};
use serde_json::{Value, json};

use crate::scratch::Scratch;
use crate::terminal_run::{Said, Terminal, run, run_in};

const SMALL: &str = include_str!("../fixtures/small.moments");

/// Arguments out of words and paths.
macro_rules! args {
    ($($arg:expr),* $(,)?) => { &[$(OsString::from($arg)),*] };
}

/// A demo plan, written into a folder.
fn demo_file(folder: &Scratch, name: &str) -> PathBuf {
    let (_, bytes) = demo::files().into_iter().find(|(file, _)| *file == name).unwrap();
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

fn parsed(said: &Said) -> Value {
    serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{error}: {}", said.out))
}

/// The findings of the only file.
fn findings(said: &Said) -> Vec<Value> {
    parsed(said)["files"][0]["findings"].as_array().unwrap().clone()
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn the_two_cases_are_told_apart() {
    let folder = Scratch::new("two-cases");
    let path = demo_file(&folder, "two-cases.moments");
    let said = run(args!["check", &path, "--format", "json"]);
    assert_eq!(said.code, 1);
    let found = findings(&said);
    let of = |name: &str| -> Vec<(String, String)> {
        let mine = found.iter().filter(|finding| finding["lane"] == name);
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let mut all: Vec<_> = mine.map(|finding| (text(&finding["code"]), text(&finding["severity"]))).collect();
        all.sort();
        all
    };
    let cold: Vec<String> = of("Zlatan Ibrahimović").into_iter().map(|(code, _)| code).collect();
    assert_eq!(cold, ["FIT-01", "FIT-02", "PBR-01", "VAL-02"]);
    assert!(of("Zlatan Ibrahimović").contains(&("PBR-01".into(), "error".into())));
    assert!(of("Colin Kaepernick").iter().all(|(_, severity)| severity == "hint"));
    assert_eq!(of("Zlatan Ibrahimović").len() + of("Colin Kaepernick").len(), found.len());
}

#[test]
fn the_terminal_says_what_the_checker_says() {
    let folder = Scratch::new("same");
    let path = demo_file(&folder, "long-way-round.moments");
    let said = run(args!["check", &path, "--format", "json", "--today", "2027-08-20", "--profile", "strict"]);
    let options = Options { profile: Some(Profile::Strict), today: Day::new(2027, 8, 20) };
    let campaign = open_plan(&path).unwrap().campaign;
    let report = check::check(&campaign, &options);
    assert!(!report.findings.is_empty());
    let mut ids = IdSource::seeded(9);
    let wanted: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| {
            let fixes = check::fixes(&campaign, finding, &options, &mut ids);
            json!([
                finding.code(),
                finding.severity.key(),
                finding.message,
                finding.help,
                finding.moments.iter().map(ToString::to_string).collect::<Vec<_>>(),
                fixes.iter().map(|fix| fix.title.clone()).collect::<Vec<_>>(),
            ])
        })
        .collect();
    let told: Vec<Value> = findings(&said)
        .iter()
        .map(|finding| {
            let each = |list: &str, key: &str| -> Vec<Value> {
                finding[list].as_array().unwrap().iter().map(|one| one[key].clone()).collect()
            };
            let of = |key: &str| finding[key].clone();
            json!([of("code"), of("severity"), of("message"), of("help"), each("moments", "id"), each("fixes", "title")])
        })
        .collect();
    assert_eq!(told, wanted);
    let text = run(args!["check", &path, "--today", "2027-08-20", "--profile", "strict"]).out;
    for finding in &report.findings {
        assert!(text.contains(&finding.message), "{} is missing in\n{text}", finding.message);
    }
}

#[test]
fn the_json_has_the_described_shape() {
    let folder = Scratch::new("json");
    let path = demo_file(&folder, "two-cases.moments");
    let said = run(args!["check", &path, "--format", "json", "--min-level", "error"]);
    let file = path.display().to_string();
    let message = "Zlatan’s first Brand X post is an ask: Product X, Thu 15 Nov. \
                   Nothing before it tells Zlatan’s audience why they are working together.";
    let wanted = format!(
        r#"{{
  "version": 1,
  "files": [
    {{
      "file": {file:?},
      "findings": [
        {{
          "code": "PBR-01",
          "name": "product-first",
          "severity": "error",
          "lane": "Zlatan Ibrahimović",
          "moments": [
            {{
              "id": "zlatan-post",
              "title": "The product post"
            }}
          ],
          "message": "{message}",
          "help": "Followers look for a reason, and the nearest one is money.",
          "fixes": [
            {{
              "title": "Record an existing relationship",
              "applicability": "jump"
            }}
          ]
        }}
      ],
      "not_checked": []
    }}
  ]
}}
"#
    );
    assert_eq!(said.out, wanted);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    let both = run(args!["check", folder.path(), &path, "--format", "json"]);
    let root = parsed(&both);
    assert_eq!(keys(&root), ["files", "version"]);
    assert_eq!(root["files"].as_array().unwrap().len(), 2);
}

/// The two cases, with the ask of the cold one accepted.
fn accepted(folder: &Scratch) -> (PathBuf, Campaign) {
    let mut campaign = demo::two_cases(IdSource::seeded(5).plan());
    let report = check::check(&campaign, &Options::default());
    for (n, finding) in report.findings.iter().enumerate() {
        campaign.acceptances.push(Arc::new(Acceptance {
            id: AcceptanceId(Id::parse(&format!("a{n}")).unwrap()),
            rule: finding.code().to_owned(),
            target: Scope::Lane(finding.lane.unwrap()),
            reason: "It was one post.".to_owned(),
            owner: "Ana".to_owned(),
            until: Day::new(2027, 12, 31),
            show_to_client: false,
            facts: finding.facts.clone(),
            unknown: Unknown::default(),
        }));
    }
    let path = folder.join("accepted.moments");
    save_plan(&path, &campaign, Base::New).unwrap();
    (path, campaign)
}

#[test]
fn accepted_findings_are_told_and_do_not_count() {
    let folder = Scratch::new("accepted");
    let (path, _) = accepted(&folder);
    let text = run(args!["check", &path]);
    assert_eq!(text.code, 0, "{}", text.out);
    assert!(text.out.contains("accepted The ask comes before the relationship"), "{}", text.out);
    assert!(text.out.contains("Accepted by Ana: It was one post."));
    let found = findings(&run(args!["check", &path, "--format", "json"]));
    assert!(!found.is_empty());
    for finding in &found {
        assert_eq!(finding["accepted"], true);
        assert_eq!(finding["fixes"], json!([]));
    }
    let late = run(args!["check", &path, "--today", "2028-01-01"]);
    assert_eq!(late.code, 1);
    assert!(late.out.contains("the day up to which it was accepted is over"), "{}", late.out);
}

#[test]
fn a_rule_that_is_turned_off_is_not_checked() {
    let folder = Scratch::new("off");
    let path = folder.join("off.moments");
    let mut campaign = demo::two_cases(IdSource::seeded(5).plan());
    let off = |rule: &str| RuleOff {
        rule: rule.to_owned(),
        by: "Ana".to_owned(),
        reason: "Not for this client".to_owned(),
        unknown: Unknown::default(),
    };
    campaign.rules_off = vec![off("PBR-01")];
    save_plan(&path, &campaign, Base::New).unwrap();
    let said = run(args!["check", &path, "--format", "json"]);
    assert!(findings(&said).iter().all(|finding| finding["code"] != "PBR-01"));
    let not = &parsed(&said)["files"][0]["not_checked"];
    let wanted = json!({"lane": null, "code": "PBR-01", "reason": "Turned off for this plan by Ana: Not for this client"});
    assert!(not.as_array().unwrap().contains(&wanted), "{not}");
    let text = run(args!["check", &path]).out;
    assert!(text.contains("PBR-01 is turned off for this plan by Ana: Not for this client"), "{text}");
}

#[test]
fn the_level_decides_what_is_printed_and_the_exit_code() {
    let folder = Scratch::new("level");
    let path = demo_file(&folder, "long-way-round.moments");
    let all = findings(&run(args!["check", &path, "--format", "json"]));
    let errors = all.iter().filter(|finding| finding["severity"] == "error").count();
    let said = run(args!["check", &path, "--min-level", "error", "--format", "json"]);
    assert_eq!(findings(&said).len(), errors);
    assert_eq!(said.code, u8::from(errors > 0));
    let text = run(args!["check", &path, "--min-level", "error"]).out;
    assert_eq!(text.contains("below “error” not shown"), errors < all.len(), "{text}");
    let clean = folder.join("clean.moments");
    assert_eq!(run(args!["new", "-o", &clean]).code, 0);
    let said = run(args!["check", &clean]);
    assert_eq!((said.code, said.out), (0, format!("{}: nothing to report.\n", clean.display())));
}

#[test]
fn colour_is_for_terminals_whose_user_wants_it() {
    let folder = Scratch::new("colour");
    let path = demo_file(&folder, "two-cases.moments");
    let told = |is_read, no_color| run_in(Terminal { is_read, no_color, ..Terminal::default() }, args!["check", &path]).out;
    assert!(told(true, false).contains("\x1b[1;31m"));
    assert!(!told(true, true).contains('\x1b'));
    assert!(!told(false, false).contains('\x1b'));
    let words = |text: String| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(words(told(true, true)), words(told(false, true)), "only where lines break differs");
}

#[test]
fn a_folder_is_searched_and_every_plan_is_checked() {
    let folder = Scratch::new("folder");
    fs::create_dir_all(folder.join("a/b")).unwrap();
    let (_, two) = demo::files()[0];
    fs::write(folder.join("a/b/deep.moments"), two).unwrap();
    fs::write(folder.join("plan.ron"), two).unwrap();
    fs::write(folder.join("other.ron"), "(name: \"something else\")").unwrap();
    fs::write(folder.join("broken.moments"), "(").unwrap();
    let said = run(args!["check", folder.path(), "--format", "json"]);
    let files = parsed(&said)["files"].clone();
    let names: Vec<String> = files.as_array().unwrap().iter().map(|file| file["file"].as_str().unwrap().to_owned()).collect();
    let wanted: Vec<String> = ["a/b/deep.moments", "plan.ron"].map(|name| folder.join(name).display().to_string()).into();
    assert_eq!(names, wanted);
    assert_eq!(said.code, 2, "a plan that cannot be read outweighs findings");
    assert!(said.err.contains("broken.moments:1:"), "{}", said.err);
    fs::remove_file(folder.join("broken.moments")).unwrap();
    let said = run(args!["check", folder.path()]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    assert!(said.out.contains("in 2 plans."), "{}", said.out);
}

#[test]
fn explain_knows_codes_and_names_and_guesses() {
    let by_code = run(args!["explain", "pbr-01"]);
    assert_eq!(by_code.code, 0);
    assert_eq!(by_code, run(args!["explain", "product-first"]));
    for heading in ["What it flags", "Why it matters", "Evidence", "Example", "Instead", "Fix", "Exceptions"] {
        assert!(by_code.out.lines().any(|line| line == heading), "{heading}\n{}", by_code.out);
    }
    for rule in check::rules() {
        assert_eq!(run(args!["explain", rule.code]).code, 0, "{}", rule.code);
    }
    let slip = run(args!["explain", "PBR01"]);
    assert_eq!((slip.code, slip.out.as_str()), (2, ""));
    assert_eq!(slip.err, "There is no rule “PBR01”.\n  Did you mean PBR-01 (product-first)?\n");
    let lost = run(args!["explain", "elephant"]);
    assert_eq!(lost.code, 2);
    assert!(lost.err.contains("The rules are PBR-01"), "{}", lost.err);
}

#[test]
fn fix_does_the_safe_fixes_and_then_finds_none() {
    let folder = Scratch::new("fix");
    let path = demo_file(&folder, "long-way-round.moments");
    let before = fs::read(&path).unwrap();
    let out = folder.join("fixed.moments");
    let said = run(args!["fix", &path, "-o", &out]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    assert!(said.out.contains("Tobi Achterberg: Add a run-up (PBR-01)"), "{}", said.out);
    assert!(fs::read(&path).unwrap() == before, "with -o the plan itself stays as it is");

    let said = run(args!["fix", &path]);
    assert_eq!(said.code, 0);
    assert!(fs::read(&path).unwrap() == fs::read(&out).unwrap(), "without -o the plan itself is fixed");
    let once = fs::read(&path).unwrap();
    let again = run(args!["fix", &path]);
    assert_eq!(again.code, 0);
    assert!(again.out.contains("there is no safe fix to do"), "{}", again.out);
    assert!(fs::read(&path).unwrap() == once);

    // Every card that was there is there, with its words and its date.
    let old = demo::fictional(IdSource::seeded(5).plan());
    let new = open_plan(&path).unwrap().campaign;
    for card in old.lanes.iter().flat_map(|lane| &lane.moments) {
        let (_, kept) = new.moment(card.id).unwrap();
        assert_eq!((&kept.title, kept.when, kept.status), (&card.title, card.when, card.status));
    }
    let left = check::check(&new, &Options { profile: None, today: Day::new(2027, 8, 1) });
    assert!(left.findings.iter().all(|finding| finding.code() != "PBR-01"));
}

#[test]
fn fix_of_one_rule_leaves_the_others() {
    let folder = Scratch::new("fix-code");
    let path = demo_file(&folder, "long-way-round.moments");
    let before = fs::read(&path).unwrap();
    let said = run(args!["fix", &path, "--code", "VAL-02"]);
    assert_eq!(said.code, 0);
    assert!(fs::read(&path).unwrap() == before);
    let said = run(args!["fix", &path, "--code", "PBR-1"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("Did you mean PBR-01"), "{}", said.err);
    let said = run(args!["fix", &path, "--code", "product-first"]);
    assert!(said.out.starts_with("Tobi Achterberg: Add a run-up (PBR-01)\n1 fix, saved in "), "{}", said.out);
}

#[test]
fn nothing_is_replaced_unasked() {
    let folder = Scratch::new("replace");
    let plan = demo_file(&folder, "two-cases.moments");
    let mine = |name: &str| {
        let path = folder.join(name);
        fs::write(&path, "mine").unwrap();
        path
    };
    let commands: [&[OsString]; 3] = [
        args!["export", &plan, "-o", mine("a.md")],
        args!["new", "-o", mine("b.moments")],
        args!["fix", &plan, "-o", mine("c.moments")],
    ];
    for command in commands {
        let said = run(command);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{command:?}");
        assert!(said.err.contains("A file with this name exists already.") && said.err.contains("--force"), "{}", said.err);
        assert_eq!(fs::read(command.last().unwrap()).unwrap(), b"mine");
        let mut forced = command.to_vec();
        forced.push("--force".into());
        assert_eq!(run(&forced).code, 0, "{command:?}");
        assert!(fs::read(command.last().unwrap()).unwrap() != b"mine");
    }
}

#[test]
fn a_read_only_plan_is_not_fixed() {
    let folder = Scratch::new("read-only");
    let path = demo_file(&folder, "long-way-round.moments");
    let before = fs::read(&path).unwrap();
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).unwrap();
    let said = run(args!["fix", &path]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    let wanted = format!(
        "{}: The file is marked read-only.\n  Choose another place, or ask whoever looks after this computer.\n",
        path.display()
    );
    assert_eq!(said.err, wanted);
    assert!(fs::read(&path).unwrap() == before);
    assert_eq!(folder.names(), ["long-way-round.moments"]);
}

#[test]
fn export_writes_what_the_reader_may_see() {
    let folder = Scratch::new("export");
    let plan = demo_file(&folder, "long-way-round.moments");
    for (name, begins) in [("plan.html", "<!DOCTYPE html>"), ("plan.md", "# The long way round")] {
        let read = |reader: &str| {
            let out = folder.join(&format!("{reader}-{name}"));
            let said = run(args!["export", &plan, "-o", &out, "--for", reader]);
            assert_eq!((said.code, said.err.as_str()), (0, ""), "{name}");
            fs::read_to_string(out).unwrap()
        };
        let (internal, client) = (read("internal"), read("client"));
        assert!(client.to_lowercase().starts_with(&begins.to_lowercase()), "{}", &client[..40]);
        let finding = "The ask comes before the relationship";
        assert!(internal.contains(finding) && !client.contains(finding), "{name}");
    }
    let said = run(args!["export", &plan, "-o", folder.join("plan.docx")]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("ends in .html or .md"), "{}", said.err);
    assert!(!folder.names().contains(&"plan.docx".to_owned()));
}

#[test]
fn new_plans_come_from_every_template_and_are_clean() {
    let folder = Scratch::new("new");
    let listed = run(args!["templates"]);
    assert_eq!(listed.code, 0);
    for template in template::all() {
        assert!(listed.out.contains(&template.key) && listed.out.contains(&template.line));
        let path = folder.join(&format!("{}.moments", template.key));
        let said = run(args!["new", "--template", &template.key, "-o", &path]);
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        assert_eq!(open_plan(&path).unwrap().campaign.moment_count(), template.moment_count());
        assert_eq!(run(args!["check", &path]).code, 0, "{}", template.key);
    }
    let dated = folder.join("dated.moments");
    assert_eq!(run(args!["new", "--template", "ambassador-launch", "--day-zero", "2027-09-16", "-o", &dated]).code, 0);
    let campaign = open_plan(&dated).unwrap().campaign;
    assert_eq!(campaign.day_of(campaign.lanes[0].moments[3].when), Day::new(2027, 9, 16));
    let said = run(args!["new", "--template", "values", "-o", folder.join("no.moments")]);
    assert_eq!(said.code, 2);
    assert_eq!(said.err, "There is no template “values”.\n  Did you mean values-led?\n");
    assert!(!folder.names().contains(&"no.moments".to_owned()));
}

#[test]
fn templates_are_clean_whenever_they_start() {
    for template in template::all() {
        // Two years around a leap day, then days far apart, and no date at all.
        let near = (0..731).map(|n| Day::new(2027, 6, 1).map(|day| day.plus(n)));
        let far = [(1900, 2, 28), (1999, 12, 31), (2400, 2, 29), (9990, 1, 1)].map(|(y, m, d)| Day::new(y, m, d));
        for start in near.chain(far).chain([None]) {
            let plan = template::instantiate(&template.key, &mut IdSource::seeded(1), start).unwrap();
            for today in [None, start, Day::new(2027, 8, 1)] {
                let report = check::check(&plan, &Options { profile: Some(Profile::Standard), today });
                assert_eq!(report.findings, [], "{} from {start:?}", template.key);
            }
        }
    }
}

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
    let cases: [(&[u8], String, &str); 8] = [
        (&cut, "FILE:".into(), "The file ends too early: its last part is missing."),
        (&newer, "FILE:".into(), "This plan needs a newer Momentboard, one that reads files of version 9."),
        (&kind, place(&kind, "anouncement"), "“anouncement” is not a kind of moment."),
        (&date, place(&date, "\"2027-02-30\""), "“2027-02-30” is not a day of the calendar."),
        (&twice, second_id, "Two moments have the id “why”."),
        (&lost, place(&lost, "\"fjell-3\""), "This refers to the product “fjell-3”, but the plan has none with that id."),
        (&deep, "FILE:".into(), "Brackets are nested too deeply here for a plan."),
        (&long, "FILE:".into(), "The text here is longer than 1 MiB."),
    ];
    for (bytes, place, message) in &cases {
        let (code, said) = refusal(&folder, bytes);
        let first = said.lines().next().unwrap();
        assert_eq!(code, 2, "{said}");
        assert!(first.contains(message), "{first}\n  does not say\n{message}");
        assert!(first.starts_with(place.as_str()), "{first}\n  does not begin with\n{place}");
        let numbers: Vec<&str> = first.split(':').skip(1).take(2).collect();
        assert!(numbers.iter().all(|number| number.parse::<usize>().is_ok()), "no line and column: {first}");
        assert_eq!(said.lines().count(), 2, "a message and a hint: {said}");
    }
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
        (args!["check", "a", "--format", "xml"], "[possible values: text, json]"),
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

#[test]
fn help_is_there_for_every_command_and_fits_a_terminal() {
    let top = run(args!["--help"]);
    assert_eq!((top.code, top.err.as_str()), (0, ""));
    for command in ["check", "explain", "fix", "export", "new", "templates"] {
        assert!(top.out.contains(command));
        let help = run(args![command, "--help"]);
        assert_eq!((help.code, help.err.as_str()), (0, ""), "{command}");
        assert!(help.out.contains(&format!("Usage: momentboard {command}")), "{}", help.out);
        assert!(command == "templates" || help.out.contains("Examples:"), "{command}");
        for line in help.out.lines() {
            assert!(line.chars().count() <= 110, "{command}: {line}");
        }
    }
    let check = run(args!["check", "--help"]).out;
    for key in ["version", "files", "findings", "moments", "fixes", "applicability", "accepted", "not_checked"] {
        assert!(check.contains(key), "the help of check does not describe {key}");
    }
    assert_eq!(run(args!["--version"]).out, format!("momentboard {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn without_a_command_the_window_opens() {
    assert_eq!(run::<&str>(&[]).window, Some((None, None)));
    let said = run(args!["autumn.moments", "--renderer", "wgpu"]);
    assert_eq!(said.window, Some((Some("autumn.moments".into()), Some(Renderer::Wgpu))));
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, "", ""));
    let said = run_in(Terminal { no_display: true, ..Terminal::default() }, args!["autumn.moments"]);
    assert_eq!((said.code, said.out.as_str(), said.err.lines().count()), (2, "", 1), "{}", said.err);
}

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
