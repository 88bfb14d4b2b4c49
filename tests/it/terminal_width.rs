//! What a new user reads in a terminal of eighty columns; and what is in a folder or a plan and cannot be used.

use std::sync::Arc;

use momentboard::model::{Acceptance, AcceptanceId, Grade, Id, IdSource, RuleGrade, RuleOff, Scope, Unknown};
use momentboard::store::{Base, demo, save_plan};
use serde_json::json;

use crate::scratch::Scratch;
use crate::terminal_run::{Terminal, args, demo_file, parsed, run, run_in};

const COMMANDS: [&str; 8] = ["check", "explain", "fix", "export", "new", "templates", "completions", "man"];

fn narrow(what: &str, text: &str) {
    for line in text.lines() {
        assert!(line.chars().count() <= 80, "{what}: {} columns: {line}", line.chars().count());
    }
}

#[test]
fn every_help_fits_eighty_columns() {
    narrow("help", &run(args!["help"]).out);
    narrow("-h", &run(args!["-h"]).out);
    for command in COMMANDS {
        narrow(command, &run(args![command, "--help"]).out);
        narrow(command, &run(args![command, "-h"]).out);
    }
    let help = run(args!["check", "--help"]).out;
    // What was laid out by hand stays as it is; what is broken begins below its column.
    assert!(help.contains("\n        {\"code\": \"PBR-01\", \"name\": \"product-first\",\n"), "{help}");
    assert!(help.contains("\n  applicability  safe (“momentboard fix” does it), suggested"), "{help}");
    let keys = help.split("\n  applicability").nth(1).unwrap();
    assert!(keys.lines().nth(1).unwrap().starts_with("                 "), "{keys}");
}

#[test]
fn the_examples_of_a_manual_page_fit_behind_its_margin() {
    for command in COMMANDS {
        let page = run(args!["man", command]).out;
        let Some(examples) = page.split(".SH EXAMPLES\n.nf\n").nth(1) else { continue };
        for line in examples.split("\n.fi\n").next().unwrap().lines() {
            let shown = line.replace("\\-", "-").replace("\\(aq", "'").replace("\\*(Aq", "'").replace("\\\\", "\\");
            assert!(shown.chars().count() <= 73, "{command}: {shown}");
        }
    }
}

#[test]
fn lists_of_templates_and_the_book_of_rules_are_for_people() {
    let terminal = Terminal { is_read: true, no_color: true, ..Terminal::default() };
    narrow("templates", &run_in(terminal, args!["templates"]).out);
    let book = run_in(terminal, args!["explain", "--all"]).out;
    narrow("explain", &book);
    for mark in ["](", "**", "`"] {
        assert!(!book.contains(mark), "{mark} is for Markdown");
    }
    assert!(book.contains("  - PBR-01 The ask comes before the relationship\n"), "{book}");
    assert!(book.contains("[brand] partner"), "brackets of the text itself stay");
}

#[test]
fn a_plan_of_a_newer_version_says_which_rules_are_not_known() {
    let folder = Scratch::new("unknown-rules");
    let mut campaign = demo::two_cases(IdSource::seeded(5).plan());
    campaign.rules_off = vec![RuleOff {
        rule: "ZZZ-01".to_owned(),
        by: "Lena".to_owned(),
        reason: "Not ours".to_owned(),
        unknown: Unknown::default(),
    }];
    campaign.settings.severities =
        vec![RuleGrade { rule: "ZZZ-02".to_owned(), severity: Grade::Error, unknown: Unknown::default() }];
    campaign.acceptances.push(Arc::new(Acceptance {
        id: AcceptanceId(Id::parse("newer").unwrap()),
        rule: "ZZZ-03".to_owned(),
        target: Scope::Campaign,
        reason: "It was one post.".to_owned(),
        owner: "Ana".to_owned(),
        until: None,
        show_to_client: false,
        facts: Vec::new(),
        unknown: Unknown::default(),
    }));
    let path = folder.join("plan.moments");
    save_plan(&path, &campaign, Base::New).unwrap();
    let text = run(args!["check", &path]).out;
    for code in ["ZZZ-01", "ZZZ-02", "ZZZ-03"] {
        assert_eq!(text.matches(code).count(), 1, "{code} in {text}");
    }
    assert!(text.contains("    ZZZ-02 is named by the settings of this plan, and this version does not know it.\n"), "{text}");
    let file = parsed(&run(args!["check", &path, "--format", "json"]))["files"][0].clone();
    let reason = "The settings of this plan name it, and this version does not know it";
    assert!(file["not_checked"].as_array().unwrap().contains(&json!({"lane": null, "code": "ZZZ-01", "reason": reason})));
    assert_eq!((&file["stale"][0]["code"], &file["stale"][0]["why"]), (&json!("ZZZ-03"), &json!("unknown_rule")));
    let log = parsed(&run(args!["check", &path, "--format", "sarif"]));
    let notes = log["runs"][0]["invocations"][0]["toolExecutionNotifications"].as_array().unwrap();
    assert!(notes.iter().any(|note| note["message"]["text"].as_str().unwrap().starts_with("ZZZ-01 is named")), "{notes:?}");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_told_and_the_other_plans_are_checked() {
    let folder = Scratch::new("dead-link");
    demo_file(&folder, "two-cases.moments");
    std::os::unix::fs::symlink("nowhere.moments", folder.join("gone.moments")).unwrap();
    std::os::unix::fs::symlink("circle.moments", folder.join("circle.moments")).unwrap();
    let said = run(args!["check", folder.path()]);
    assert_eq!(said.code, 2, "a plan that cannot be read is never passed over");
    assert!(said.err.contains("gone.moments: ") && said.err.contains("circle.moments: "), "{}", said.err);
    assert!(said.out.contains("PBR-01"), "{}", said.out);
}

#[test]
fn what_is_wrong_with_a_folder_is_in_the_sarif_too() {
    let folder = Scratch::new("no-plans");
    let said = run(args!["check", folder.path(), "--format", "sarif"]);
    assert_eq!(said.code, 2);
    let notes = parsed(&said)["runs"][0]["invocations"][0]["toolExecutionNotifications"].clone();
    assert!(notes[0]["message"]["text"].as_str().unwrap().contains("No plan was found in this folder."), "{notes}");
    assert_eq!(notes[0]["level"], "error");
}

#[test]
fn a_baseline_of_other_plans_is_told_as_such() {
    let folder = Scratch::new("other-baseline");
    let (one, other) = (demo_file(&folder, "two-cases.moments"), demo_file(&folder, "long-way-round.moments"));
    let known = folder.join("known.json");
    assert_eq!(run(args!["check", &one, "--write-baseline", &known]).code, 0);
    let said = "None of its findings is of a plan that was checked here.";
    assert!(run(args!["check", &other, "--baseline", &known]).out.contains(said));
    assert!(!run(args!["check", &one, "--baseline", &known]).out.contains(said));
}
