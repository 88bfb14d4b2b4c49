//! The terminal: what every command does, prints and returns.
#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use momentboard::check::{self, Options};
use momentboard::cli::Renderer;
use momentboard::model::{Acceptance, AcceptanceId, Campaign, Day, Id, IdSource, Profile, RuleOff, Scope, Unknown};
use momentboard::store::{Base, demo, open_plan, save_plan, template};
use serde_json::{Value, json};

use crate::scratch::Scratch;
use crate::terminal_run::{Said, Terminal, args, demo_file, parsed, run, run_in};

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
    let options = Options { profile: Some(Profile::Strict), today: Day::new(2027, 8, 20), house: None };
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
                finding.message.to_string(),
                finding.help.to_string(),
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
        assert!(text.contains(finding.message.as_str()), "{} is missing in\n{text}", finding.message);
    }
}

#[test]
fn the_json_has_the_described_shape() {
    let folder = Scratch::new("json");
    let path = demo_file(&folder, "two-cases.moments");
    let said = run(args!["check", &path, "--format", "json", "--min-level", "error"]);
    let file = path.display().to_string();
    let message = "Zlatan’s first Brand X post is an ask: Product X, Thu 15 Nov 2018. \
                   Nothing before it tells Zlatan’s audience why they are working together.";
    let prints = parsed(&said)["files"][0]["findings"][0]["fingerprint"].clone();
    let fingerprint = prints.as_str().unwrap();
    let plan = open_plan(&path).unwrap().campaign.id;
    assert!(fingerprint.len() == 32 && fingerprint.chars().all(|c| c.is_ascii_hexdigit()), "{fingerprint}");
    let wanted = format!(
        r#"{{
  "version": 1,
  "files": [
    {{
      "file": {file:?},
      "plan": "{plan}",
      "findings": [
        {{
          "code": "PBR-01",
          "name": "product-first",
          "severity": "error",
          "title": "The ask comes before the relationship",
          "lane": "Zlatan Ibrahimović",
          "lane_id": "zlatan",
          "moments": [
            {{
              "id": "zlatan-post",
              "title": "The product post"
            }}
          ],
          "date": "2018-11-15",
          "field": null,
          "message": "{message}",
          "help": "Followers look for a reason, and the nearest one is money.",
          "evidence": "B",
          "threshold": null,
          "facts": [
            "lane zlatan: new",
            "creator zlatan",
            "brand brand-x",
            "product zlatan-post on 2018-11-15, for product product-x"
          ],
          "clears": "A card before the ask that announces, explains or gives something.",
          "fixes": [
            {{
              "title": "Record an existing relationship",
              "applicability": "jump"
            }}
          ],
          "state": "open",
          "fingerprint": "{fingerprint}"
        }}
      ],
"#
    );
    // What is not filled in about two real people is listed, each entry with the same keys.
    let (head, _) = said.out.split_once("      \"not_checked\": ").unwrap();
    assert_eq!(head, wanted);
    let listed = parsed(&said)["files"][0]["not_checked"].as_array().unwrap().clone();
    assert!(!listed.is_empty());
    for entry in &listed {
        assert_eq!(keys(entry), ["code", "lane", "reason"]);
    }
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    let other = demo_file(&folder, "long-way-round.moments");
    let both = run(args!["check", &other, &path, "--format", "json"]);
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
            facts: finding.facts.to_vec(),
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
    assert!(text.out.contains("Accepted by Ana until 31 Dec 2027: It was one post."));
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
    assert!(lost.err.contains("momentboard explain lists them."), "{}", lost.err);
}

#[test]
fn fix_does_the_safe_fixes_and_then_finds_none() {
    let folder = Scratch::new("fix");
    let path = demo_file(&folder, "long-way-round.moments");
    let before = fs::read(&path).unwrap();
    let out = folder.join("fixed.moments");
    let said = run(args!["fix", &path, "-o", &out]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    assert!(said.out.contains("Tobi Achterberg: Add a run-up (PBR-08)"), "{}", said.out);
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
    let left = check::check(&new, &Options { today: Day::new(2027, 8, 1), ..Options::default() });
    assert!(left.findings.iter().all(|finding| finding.code() != "PBR-08"));
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
    let said = run(args!["fix", &path, "--code", "new-creator-on-borrowed-trust"]);
    assert!(said.out.starts_with("Tobi Achterberg: Add a run-up (PBR-08)\n1 fix, saved in "), "{}", said.out);
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
        let finding = "A newcomer asks on borrowed trust";
        assert!(internal.contains(finding) && !client.contains(finding), "{name}");
    }
    let said = run(args!["export", &plan, "-o", folder.join("plan.docx")]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("ends in one of pdf, pptx, html"), "{}", said.err);
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
                let report = check::check(&plan, &Options { profile: Some(Profile::Standard), today, house: None });
                assert_eq!(report.findings, [], "{} from {start:?}", template.key);
            }
        }
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

#[test]
fn a_mistyped_command_is_named_with_the_one_that_was_meant() {
    let said = run(args!["checc", "demo"]);
    assert_eq!(said.code, 2);
    assert_eq!(said.err, "There is no command and no file named “checc”.\n  Did you mean check?\n");
    let said = run(args!["bogus"]);
    assert_eq!(
        (said.code, said.err.as_str()),
        (2, "There is no command and no file named “bogus”.\n  momentboard help lists the commands.\n")
    );
}
