//! `check --format sarif`: what other tools read.
#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::fs;
use std::sync::Arc;

use momentboard::check::{self, Options};
use momentboard::model::{Acceptance, AcceptanceId, Day, Id, IdSource, RuleOff, Scope, Unknown};
use momentboard::store::{Base, demo, open_plan, save_plan};
use serde_json::{Value, json};

use crate::schema::faults;
use crate::scratch::Scratch;
use crate::terminal_run::{args, demo_file, parsed, run};

/// The public schema; where it comes from stands beside it.
fn schema() -> Value {
    serde_json::from_str(include_str!("../fixtures/sarif-2.1.0.schema.json")).unwrap()
}

fn results(log: &Value) -> Vec<Value> {
    log["runs"][0]["results"].as_array().unwrap().clone()
}

fn notes(log: &Value) -> Vec<Value> {
    log["runs"][0]["invocations"][0]["toolExecutionNotifications"].as_array().unwrap().clone()
}

#[test]
fn every_kind_of_run_fits_the_public_schema() {
    let folder = Scratch::new("sarif-schema");
    let plan = demo_file(&folder, "long-way-round.moments");
    let blank = folder.join("blank plan.moments");
    let broken = folder.join("broken.moments");
    assert_eq!(run(args!["new", "-o", &blank]).code, 0);
    fs::write(&broken, "(format: \"momentboard\", version: 1, min_reader: 1,\n id: 7").unwrap();
    let known = folder.join("known.json");
    assert_eq!(run(args!["check", &plan, "--write-baseline", &known]).code, 0);
    let runs: [&[std::ffi::OsString]; 6] = [
        args!["check", &plan, "--format", "sarif"],
        args!["check", &blank, "--format", "sarif"],
        args!["check", folder.path(), "--format", "sarif", "--profile", "strict", "--deny", "FIT-02", "--allow", "PBR-08"],
        args!["check", &broken, "--format", "sarif"],
        args!["check", &plan, &blank, "--format", "sarif", "--baseline", &known],
        args!["check", folder.join("none"), "--format", "sarif", "--min-level", "error"],
    ];
    let schema = schema();
    for (args, code) in runs.into_iter().zip([1, 0, 2, 2, 0, 2]) {
        let said = run(args);
        let log = parsed(&said);
        assert_eq!(faults(&schema, &log), [] as [String; 0], "{args:?}");
        let invocation = &log["runs"][0]["invocations"][0];
        assert_eq!((&invocation["exitCode"], said.code), (&json!(code), code), "{args:?}");
        assert_eq!(invocation["executionSuccessful"], json!(code != 2));
    }
}

#[test]
fn the_schema_is_really_looked_at() {
    let folder = Scratch::new("sarif-faults");
    let plan = demo_file(&folder, "two-cases.moments");
    let sound = parsed(&run(args!["check", &plan, "--format", "sarif"]));
    let schema = schema();
    let broken = |pointer: &str, value: Value| {
        let mut log = sound.clone();
        *log.pointer_mut(pointer).unwrap() = value;
        faults(&schema, &log)
    };
    assert_eq!(broken("/runs/0/results/0/level", json!("hint")).len(), 1);
    assert_eq!(broken("/runs/0/results/0/ruleIndex", json!(-2)).len(), 1);
    assert_eq!(broken("/runs/0/results/0/message", json!({"words": ""})).len(), 2);
    assert_eq!(broken("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri", json!("a b")).len(), 1);
    assert_eq!(broken("/runs/0/tool/driver", json!({"version": "1"})).len(), 1);
    let twice = sound["runs"][0]["tool"]["driver"]["rules"][0].clone();
    assert_eq!(broken("/runs/0/tool/driver/rules", json!([twice, twice])).len(), 1);
    assert_eq!(broken("/version", json!("2.0.0")).len(), 1);
}

#[test]
fn the_rules_are_all_there_with_their_texts() {
    let folder = Scratch::new("sarif-rules");
    let plan = demo_file(&folder, "two-cases.moments");
    let log = parsed(&run(args!["check", &plan, "--format", "sarif"]));
    let driver = &log["runs"][0]["tool"]["driver"];
    assert_eq!((&driver["name"], &driver["version"]), (&json!("Momentboard"), &json!(env!("CARGO_PKG_VERSION"))));
    let rules = driver["rules"].as_array().unwrap();
    assert_eq!(rules.len(), check::rules().len());
    for (told, rule) in rules.iter().zip(check::rules()) {
        assert_eq!((&told["id"], &told["name"]), (&json!(rule.code), &json!(rule.name)));
        assert_eq!(told["shortDescription"]["text"], rule.title);
        assert_eq!(told["help"]["markdown"], check::explain(rule));
        let help = told["help"]["text"].as_str().unwrap();
        assert!(!help.contains('`') && !help.lines().any(|line| line.starts_with('#')), "{help}");
        assert_eq!(told["properties"]["evidence"], rule.evidence.key());
    }
    let level = |code: &str| {
        let rule = rules.iter().find(|rule| rule["id"] == code).unwrap();
        rule["defaultConfiguration"]["level"].clone()
    };
    assert_eq!((level("PBR-01"), level("PBR-05"), level("PBR-04")), (json!("error"), json!("warning"), json!("note")));
}

#[test]
fn a_result_points_at_the_line_of_its_moment() {
    let folder = Scratch::new("sarif-lines");
    for name in ["long-way-round.moments", "two-cases.moments"] {
        let path = demo_file(&folder, name);
        let text = fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        let log = parsed(&run(args!["check", &path, "--format", "sarif"]));
        let json = parsed(&run(args!["check", &path, "--format", "json"]));
        let findings = json["files"][0]["findings"].as_array().unwrap();
        let results = results(&log);
        assert_eq!(results.len(), findings.len());
        for (result, finding) in results.iter().zip(findings) {
            assert_eq!(result["ruleId"], finding["code"]);
            let rule = result["ruleIndex"].as_u64().unwrap();
            assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][usize::try_from(rule).unwrap()]["id"], result["ruleId"]);
            assert!(result["message"]["text"].as_str().unwrap().starts_with(finding["message"].as_str().unwrap()));
            let place = &result["locations"][0];
            let line = place["physicalLocation"]["region"]["startLine"].as_u64().unwrap();
            // What is about no moment points at its lane.
            let moments = finding["moments"].as_array().unwrap();
            let id = moments.first().map_or(&finding["lane_id"], |moment| &moment["id"]).as_str().unwrap();
            assert_eq!(lines[usize::try_from(line).unwrap() - 1].trim(), format!("id: \"{id}\","));
            let names: Vec<&Value> = place["logicalLocations"].as_array().unwrap().iter().map(|it| &it["name"]).collect();
            let wanted: Vec<&Value> =
                moments.first().map(|moment| &moment["title"]).into_iter().chain([&finding["lane"]]).collect();
            assert_eq!(names, wanted);
            assert_eq!(result["partialFingerprints"]["momentboard/v1"], finding["fingerprint"]);
            assert_eq!(result["suppressions"], json!([]));
            let others = moments.len().saturating_sub(1);
            assert_eq!(result["relatedLocations"].as_array().map_or(0, Vec::len), others);
        }
    }
}

#[test]
fn fingerprints_outlive_what_does_not_matter_and_nothing_else() {
    let folder = Scratch::new("sarif-prints");
    let path = demo_file(&folder, "long-way-round.moments");
    let prints = |path: &std::path::Path| -> Vec<(String, String)> {
        let log = parsed(&run(args!["check", path, "--format", "sarif"]));
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let mut all: Vec<_> =
            results(&log).iter().map(|it| (text(&it["ruleId"]), text(&it["partialFingerprints"]["momentboard/v1"]))).collect();
        all.sort();
        all
    };
    let first = prints(&path);
    assert!(first.len() > 1);
    let mut campaign = open_plan(&path).unwrap().campaign;
    let save = |campaign: &momentboard::model::Campaign, name: &str| {
        let path = folder.join(name);
        save_plan(&path, campaign, Base::New).unwrap();
        path
    };
    // Renamed, reordered, and under another name.
    campaign.name = "Another name".into();
    campaign.lanes.reverse();
    for lane in &mut campaign.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            Arc::make_mut(moment).title.push('!');
        }
    }
    assert_eq!(prints(&save(&campaign, "renamed.moments")), first);
    // One day later, what rests on the day of the ask is something else.
    for lane in &mut campaign.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            if moment.id.to_string() == "tobi-ask" {
                let momentboard::model::When::On(day) = moment.when else { panic!("the ask has a date") };
                Arc::make_mut(moment).when = momentboard::model::When::On(day.plus(1));
            }
        }
    }
    let moved = prints(&save(&campaign, "moved.moments"));
    assert!(moved.iter().all(|print| !first.contains(print)), "{moved:?}");
    // A plan of its own with the same cards is another plan.
    campaign.id = IdSource::seeded(77).plan();
    let other = prints(&save(&campaign, "other.moments"));
    assert!(other.iter().all(|print| !moved.contains(print)));
}

#[test]
fn accepted_findings_are_suppressed_with_who_and_why() {
    let folder = Scratch::new("sarif-accepted");
    let mut campaign = demo::two_cases(IdSource::seeded(5).plan());
    let report = check::check(&campaign, &Options::default());
    let finding = report.findings.iter().find(|finding| finding.code() == "PBR-01").unwrap();
    campaign.acceptances.push(Arc::new(Acceptance {
        id: AcceptanceId(Id::parse("a").unwrap()),
        rule: finding.code().to_owned(),
        target: Scope::Lane(finding.lane.unwrap()),
        reason: "It was one post.".to_owned(),
        owner: "Ana".to_owned(),
        until: Day::new(2027, 12, 31),
        show_to_client: false,
        facts: finding.facts.to_vec(),
        unknown: Unknown::default(),
    }));
    campaign.rules_off = vec![RuleOff {
        rule: "FIT-01".to_owned(),
        by: "Ana".to_owned(),
        reason: "Not for this client".to_owned(),
        unknown: Unknown::default(),
    }];
    let path = folder.join("accepted.moments");
    save_plan(&path, &campaign, Base::New).unwrap();
    let log = parsed(&run(args!["check", &path, "--format", "sarif"]));
    assert_eq!(faults(&schema(), &log), [] as [String; 0]);
    let accepted: Vec<Value> = results(&log).into_iter().filter(|result| result["suppressions"] != json!([])).collect();
    assert_eq!(accepted.len(), 1);
    let wanted = json!([{"kind": "external", "status": "accepted", "justification": "Accepted by Ana until 31 Dec 2027: It was one post."}]);
    assert_eq!((&accepted[0]["ruleId"], &accepted[0]["suppressions"]), (&json!("PBR-01"), &wanted));
    let off = notes(&log).into_iter().find(|note| note["associatedRule"]["id"] == "FIT-01").unwrap();
    assert_eq!(off["level"], "note");
    assert_eq!(off["message"]["text"], "FIT-01 is turned off for this plan by Ana: Not for this client");
}

#[test]
fn what_cannot_be_read_is_a_notification_with_its_line() {
    let folder = Scratch::new("sarif-broken");
    let broken = folder.join("50% of #1.moments");
    let plan = demo_file(&folder, "two-cases.moments");
    let text = fs::read_to_string(&plan).unwrap();
    fs::write(&broken, text.replacen("lanes: [", "lanes [", 1)).unwrap();
    let said = run(args!["check", &broken, &plan, "--format", "sarif"]);
    let log = parsed(&said);
    assert_eq!(said.code, 2);
    assert!(!results(&log).is_empty(), "the other plan is there all the same");
    let note = &notes(&log)[0];
    assert_eq!(note["level"], "error");
    let place = &note["locations"][0]["physicalLocation"];
    let line = place["region"]["startLine"].as_u64().unwrap();
    assert!(said.err.contains(&format!("moments:{line}:")), "{}", said.err);
    assert!(place["artifactLocation"]["uri"].as_str().unwrap().ends_with("/50%25%20of%20%231.moments"));
}
