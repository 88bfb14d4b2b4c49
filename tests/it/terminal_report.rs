//! The report of `check` for people, and what JSON adds to it.

#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::path::PathBuf;
use std::sync::Arc;

use momentboard::check::{self, Options, Origin};
use momentboard::model::{
    Acceptance, AcceptanceId, Campaign, CreatorId, Day, House, Id, IdSource, LaneId, RuleOff, Scope, Settings, Unknown,
    Vocabulary, When,
};
use momentboard::store::{Base, demo, save_plan};
use serde_json::{Value, json};

use crate::scratch::Scratch;
use crate::terminal_run::{Terminal, args, parsed, run, run_in};

fn saved(folder: &Scratch, campaign: &Campaign) -> PathBuf {
    let path = folder.join("plan.moments");
    save_plan(&path, campaign, Base::Overwrite).unwrap();
    path
}

fn two_cases() -> Campaign {
    demo::two_cases(IdSource::seeded(5).plan())
}

fn accept(campaign: &mut Campaign, id: &str, rule: &str, facts: Vec<String>, until: Option<Day>) {
    campaign.acceptances.push(Arc::new(Acceptance {
        id: AcceptanceId(Id::parse(id).unwrap()),
        rule: rule.to_owned(),
        target: Scope::Campaign,
        reason: "It was one post.".to_owned(),
        owner: "Ana".to_owned(),
        until,
        show_to_client: false,
        facts,
        unknown: Unknown::default(),
    }));
}

fn off(rule: &str) -> RuleOff {
    RuleOff { rule: rule.to_owned(), by: "Lena".to_owned(), reason: "Not ours".to_owned(), unknown: Unknown::default() }
}

/// The two cases with `n` further lanes that have an order and no dates.
fn many_lanes(n: usize) -> Campaign {
    let mut campaign = two_cases();
    let mut ids = IdSource::seeded(8);
    let pattern = campaign.lanes[1].clone();
    campaign.lanes.clear();
    for lane_number in 0..n {
        let mut lane = (*pattern).clone();
        lane.id = LaneId(ids.id());
        let mut creator = (**campaign.creators.iter().find(|creator| Some(creator.id) == pattern.creator).unwrap()).clone();
        creator.id = CreatorId(ids.id());
        creator.name = format!("Lane {lane_number}");
        lane.creator = Some(creator.id);
        campaign.creators.push(Arc::new(creator));
        for (place, moment) in lane.moments.iter_mut().enumerate() {
            let moment = Arc::make_mut(moment);
            moment.id = ids.moment();
            moment.when = When::Order(i32::try_from(place).unwrap() + 1);
        }
        campaign.lanes.push(Arc::new(lane));
    }
    campaign
}

#[test]
fn a_thousand_lanes_that_lack_the_same_thing_are_one_line() {
    let folder = Scratch::new("report-many");
    let campaign = many_lanes(1000);
    let not = check::check(&campaign, &Options::default()).not_checked;
    assert!(not.len() > 1000, "every lane has something that is not checked");
    let path = saved(&folder, &campaign);
    let text = run(args!["check", &path]).out;
    let after = text.split("Not checked:\n").nth(1).unwrap();
    let lines: Vec<&str> = after.lines().take_while(|line| !line.is_empty()).collect();
    assert!(lines.len() <= 10, "{} lines", lines.len());
    assert!(lines[0].starts_with("    Lane 0, Lane 1, Lane 2 and 997 other lanes: "), "{}", lines[0]);
    for code in not.iter().map(|not| not.code) {
        assert!(after.contains(code), "{code}");
    }
    // For programs each lane is there.
    let json = parsed(&run(args!["check", &path, "--format", "json"]));
    assert_eq!(json["files"][0]["not_checked"].as_array().unwrap().len(), not.len());
}

#[test]
fn what_follows_from_a_finding_is_said_once() {
    let folder = Scratch::new("report-once");
    let path = saved(&folder, &many_lanes(20));
    let report = check::check(&many_lanes(20), &Options::default());
    let first = &report.findings[0];
    assert!(report.findings.iter().filter(|finding| finding.code() == first.code()).count() >= 20);
    let text = run(args!["check", &path]).out;
    assert_eq!(text.matches(&*first.help).count(), 1);
    assert!(text.matches(first.title).count() >= 20);
}

#[test]
fn accepted_and_stale_findings_name_who_why_and_until_when() {
    let folder = Scratch::new("report-accepted");
    let mut campaign = two_cases();
    let report = check::check(&campaign, &Options::default());
    let facts = |code: &str| report.findings.iter().find(|it| it.code() == code).unwrap().facts.to_vec();
    accept(&mut campaign, "holds", "PBR-01", facts("PBR-01"), Day::new(2027, 12, 31));
    // It was about this very card, when the relationship was another.
    let mut once = facts("VAL-02");
    once[0] = once[0].replace("new", "warm");
    accept(&mut campaign, "changed", "VAL-02", once, None);
    accept(&mut campaign, "gone", "PBR-12", vec!["something else".to_owned()], Day::new(2027, 1, 1));
    accept(&mut campaign, "newer", "ZZZ-99", Vec::new(), None);
    let path = saved(&folder, &campaign);
    let text = run(args!["check", &path]).out;
    assert!(text.contains("Accepted by Ana until 31 Dec 2027: It was one post."), "{text}");
    assert!(text.contains("Ana accepted this, but what it rested on has changed since"), "{text}");
    assert_eq!(text.matches("The reason was: It was one post.").count(), 1);
    let after = text.split("Accepted, but not holding:\n").nth(1).unwrap();
    assert!(
        after.contains(
            "    PBR-12, accepted by Ana until 1 Jan 2027 (It was one post.): nothing of this kind is found there any more.\n"
        ),
        "{text}"
    );
    assert!(
        after.contains("    ZZZ-99, accepted by Ana (It was one post.): names a rule that this version does not know.\n"),
        "{text}"
    );
    assert_eq!(text.matches("ZZZ-99").count(), 1, "told once");
    assert!(!after.contains("VAL-02"), "that one is told beside its finding");

    let file = parsed(&run(args!["check", &path, "--format", "json"]))["files"][0].clone();
    let finding = |code: &str| file["findings"].as_array().unwrap().iter().find(|it| it["code"] == code).unwrap().clone();
    let (held, changed) = (finding("PBR-01"), finding("VAL-02"));
    assert_eq!((&held["state"], &held["accepted"]), (&json!("accepted"), &json!(true)));
    let wanted = json!({"code": "PBR-01", "owner": "Ana", "reason": "It was one post.", "until": "2027-12-31"});
    assert_eq!(held["acceptance"], wanted);
    assert_eq!((&changed["state"], &changed["accepted"]), (&json!("changed"), &Value::Null));
    let stale: Vec<&str> = file["stale"].as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap()).collect();
    assert_eq!(stale, ["VAL-02", "PBR-12", "ZZZ-99"]);
    let why: Vec<&str> = file["stale"].as_array().unwrap().iter().map(|it| it["why"].as_str().unwrap()).collect();
    assert_eq!(why, ["changed", "nothing_found", "unknown_rule"]);
    // When its day is over, the one that held is open again and says so.
    let late = run(args!["check", &path, "--today", "2028-01-01"]).out;
    assert!(late.contains("Accepted by Ana until 31 Dec 2027, but the day up to which it was accepted is over."), "{late}");
}

#[test]
fn rules_that_are_off_name_who_and_why_and_whose_rules_say_so() {
    let folder = Scratch::new("report-off");
    let mut campaign = two_cases();
    campaign.rules_off = vec![off("PBR-01")];
    campaign.house = Some(Arc::new(House {
        name: "Studio Nord".to_owned(),
        settings: Settings::default(),
        vocabulary: Vocabulary::default(),
        rules_off: vec![off("FIT-01")],
        unknown: Unknown::default(),
    }));
    let path = saved(&folder, &campaign);
    let text = run(args!["check", &path]).out;
    assert!(text.contains("    PBR-01 is turned off for this plan by Lena: Not ours\n"), "{text}");
    assert!(text.contains("    FIT-01 is turned off in the rules of Studio Nord by Lena: Not ours\n"), "{text}");
    let not = parsed(&run(args!["check", &path, "--format", "json"]))["files"][0]["not_checked"].clone();
    let wanted = json!({"lane": null, "code": "FIT-01", "reason": "Turned off in the rules of Studio Nord by Lena: Not ours"});
    assert!(not.as_array().unwrap().contains(&wanted), "{not}");
}

#[test]
fn a_finding_tells_its_threshold_its_facts_and_what_clears_it() {
    let folder = Scratch::new("report-facts");
    let mut campaign = two_cases();
    campaign.settings.min_lead_days = Some(200);
    let report = check::check(&campaign, &Options::default());
    let limited = report.findings.iter().find(|it| it.threshold.is_some_and(|limit| limit.origin == Origin::Plan)).unwrap();
    let path = saved(&folder, &campaign);
    let file = parsed(&run(args!["check", &path, "--format", "json"]))["files"][0].clone();
    assert_eq!(file["plan"], campaign.id.to_string());
    let told = file["findings"].as_array().unwrap();
    let it = told.iter().find(|it| it["code"] == limited.code() && it["message"] == limited.message.as_str()).unwrap();
    assert_eq!(it["threshold"], json!({"setting": "min_lead_days", "value": 200, "origin": "plan"}));
    assert_eq!((&it["facts"], &it["clears"]), (&json!(limited.facts), &json!(limited.clears)));
    assert_eq!((&it["evidence"], &it["title"]), (&json!(limited.rule.evidence.key()), &json!(limited.title)));
    assert_eq!((&it["lane_id"], &it["state"]), (&json!(limited.lane.unwrap().to_string()), &json!("open")));
}

#[test]
fn on_a_terminal_no_line_of_the_report_is_longer_than_eighty_columns() {
    let folder = Scratch::new("report-width");
    let path = saved(&folder, &many_lanes(30));
    // The path alone may be longer than that; the summary and the lanes may not.
    let terminal = Terminal { is_read: true, no_color: true, ..Terminal::default() };
    let text = run_in(terminal, args!["check", &path]).out;
    for line in text.lines().filter(|line| !line.contains("plan.moments")) {
        assert!(line.chars().count() <= 80, "{} columns: {line}", line.chars().count());
    }
}

#[test]
fn a_field_that_nobody_knows_is_named_wherever_it_stands() {
    let folder = Scratch::new("terminal-unknown-field");
    let path = saved(&folder, &two_cases());
    let clean = run(args!["check", &path]);
    assert!(!clean.err.contains("not understood"), "{}", clean.err);
    let text = std::fs::read_to_string(&path).unwrap();
    let text = text.replacen("    campaign: (", "    kit: (accent: \"#FFFF66\"),\n    campaign: (\n        brand_kid: (),", 1);
    std::fs::write(&path, text).unwrap();
    let said = run(args!["check", &path]);
    assert_eq!(said.code, clean.code, "it is no finding");
    for name in ["kit", "brand_kid"] {
        assert!(said.err.contains(&format!("“{name}” is kept, but not understood")), "{}", said.err);
    }
    let sarif = run(args!["check", &path, "--format", "sarif"]);
    assert!(sarif.out.contains("“kit” is kept, but not understood"), "{}", sarif.out);
}
