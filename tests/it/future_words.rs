//! Files of a later version: what this version does not know is kept, shown as something else, and never lost by an edit.

use std::sync::Arc;

use momentboard::model::{Campaign, Kind, Moment, Scope, Status, faults};
use momentboard::store::fs::Base;
use momentboard::store::{self, WhyLookOnly, open_plan, save_plan};

use crate::scratch::Scratch;
use crate::terminal_run::run;

const EVERYTHING: &str = include_str!("../fixtures/format/v1/everything.moments");

/// A choice that no version has so far.
const LATER: &str = "duel(rounds: 3, with: [\"A, b\", Some(x)])";

fn later(text: &str) -> String {
    text.replacen("version: 1", "version: 2", 1)
}

fn written(campaign: &Campaign) -> String {
    String::from_utf8(store::write(campaign).unwrap()).unwrap()
}

/// Where a choice stands in the text: every bare word or number in brackets that is the value of a field or an item of a list.
fn choices(text: &str) -> Vec<(usize, usize, String)> {
    let mut found = Vec::new();
    let (mut offset, mut list) = (0, String::new());
    for line in text.split_inclusive('\n') {
        let inner = line.trim();
        if let Some(name) = inner.strip_suffix(": [") {
            name.clone_into(&mut list);
        }
        let (name, value) = inner.split_once(": ").unwrap_or((&list, inner));
        let value = value.trim_end_matches(',');
        let is_word = value.starts_with(|c: char| c.is_ascii_lowercase()) && !matches!(value, "true" | "false");
        if is_word && !value.ends_with(['(', '[', ':']) {
            let start = offset + line.find(value).unwrap();
            found.push((start, start + value.len(), name.to_owned()));
        }
        offset += line.len();
    }
    found
}

#[test]
fn every_choice_of_a_later_version_is_kept_and_stays_a_mistake_in_a_file_of_today() {
    let text = later(EVERYTHING);
    let all = choices(&text);
    let mut names: Vec<&str> = all.iter().map(|(.., name)| name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let expected = [
        "audience_value",
        "basis",
        "compensation",
        "covers",
        "creative_control",
        "cta",
        "format",
        "kind",
        "mode",
        "objective",
        "placement",
        "platform",
        "platforms",
        "profile",
        "readers",
        "sensitive",
        "severity",
        "shared_with",
        "status",
        "target",
        "when",
    ];
    assert_eq!(names, expected, "the fixture holds a choice of every kind");
    for (start, end, name) in &all {
        let one = format!("{}{LATER}{}", &text[..*start], &text[*end..]);
        let loaded = store::read(one.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(faults(&loaded.campaign), [], "{name}");
        assert!(written(&loaded.campaign) == one, "{name} is not written as it was");
        assert!(loaded.notices[0].message.starts_with("This plan was saved by a newer Momentboard. One choice"), "{name}");
        let today = one.replacen("version: 2", "version: 1", 1);
        let line = one[..*start].matches('\n').count() + 1;
        let error = store::read(today.as_bytes()).unwrap_err();
        assert!(error.line.is_some_and(|at| at.abs_diff(line) <= 1), "{name}: {error}");
    }
    // All at once, and an edit somewhere else.
    let mut every = text.clone();
    for (start, end, _) in all.iter().rev() {
        every.replace_range(*start..*end, LATER);
    }
    let mut campaign = store::read(every.as_bytes()).unwrap().campaign;
    assert!(written(&campaign) == every);
    campaign.line = Some("Two lines".to_owned());
    assert_eq!(written(&campaign), every.replace("line: \"One line\"", "line: \"Two lines\""));
}

fn card(campaign: &mut Campaign) -> &mut Moment {
    Arc::make_mut(&mut Arc::make_mut(&mut campaign.lanes[0]).moments[0])
}

#[test]
fn a_choice_that_is_made_here_takes_the_place_of_the_later_one_until_it_is_undone() {
    let scratch = Scratch::new("future-edit");
    let text = later(EVERYTHING).replacen("kind: story", "kind: duel", 1).replacen("status: in_review", "status: with(\"x\")", 1);
    let path = scratch.put("plan.moments", &text);
    let opened = open_plan(&path).unwrap();
    let before = opened.campaign.clone();
    let mut plan = opened.campaign;
    assert_eq!((card(&mut plan).kind, card(&mut plan).status), (Kind::Organic, Status::Draft), "what promises least");
    card(&mut plan).kind = Kind::Impact;
    assert_ne!(plan, before);
    let stamp = save_plan(&path, &plan, Base::Loaded(opened.stamp)).unwrap().stamp;
    let saved = std::fs::read_to_string(&path).unwrap();
    assert_eq!(saved, text.replacen("kind: duel", "kind: impact", 1));
    assert_eq!(store::read(saved.as_bytes()).unwrap().campaign, plan);
    card(&mut plan).kind = Kind::Organic;
    assert_eq!(plan, before);
    save_plan(&path, &plan, Base::Loaded(stamp)).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn what_an_acceptance_covers_that_nobody_can_read_it_does_not_cover() {
    let text = later(EVERYTHING).replacen("target: campaign", "target: season(\"autumn\")", 1);
    let plan = store::read(text.as_bytes()).unwrap().campaign;
    let Scope::Moment(id) = plan.acceptances[1].target else { panic!("{:?}", plan.acceptances[1].target) };
    assert!(plan.moment(id).is_none());
}

#[test]
fn of_a_list_the_words_that_are_known_are_shown() {
    let text = later(EVERYTHING).replacen("                            origin,\n", "                            duel,\n", 1);
    let mut plan = store::read(text.as_bytes()).unwrap().campaign;
    assert_eq!(card(&mut plan).covers, [Kind::Values]);
    card(&mut plan).covers.push(Kind::Event);
    assert!(written(&plan).contains("covers: [\n                            values,\n                            event,\n"));
}

#[test]
fn fields_of_a_later_version_survive_in_every_struct() {
    let later_field = r##"later: Shape(deep: [1.50, "two", 'c', Some(())], raw: r#"a "b" \c"#, map: {"k": 0xFF})"##;
    let (mut text, mut structs) = (String::new(), 0);
    for line in EVERYTHING.split_inclusive('\n') {
        let blanks = line.len() - line.trim_start().len();
        let ends = matches!(line.trim(), ")" | "),") && blanks > 0;
        if ends || line == "    pictures: [\n" {
            let indent = if ends { blanks + 4 } else { blanks };
            text.extend([" ".repeat(indent).as_str(), later_field, ",\n"]);
            structs += 1;
        }
        text.push_str(line);
    }
    assert_eq!(structs, 44, "the fixture holds every struct; count again when it grows");
    for text in [text.clone(), later(&text)] {
        let mut plan = store::read(text.as_bytes()).unwrap().campaign;
        assert!(written(&plan) == text);
        plan.line = None;
        assert_eq!(written(&plan).matches(later_field).count(), structs);
    }
}

#[test]
fn a_file_that_needs_a_newer_program_can_be_looked_at_and_never_written() {
    let scratch = Scratch::new("future-look");
    let newer = EVERYTHING
        .replacen("version: 1", "version: 3", 1)
        .replacen("min_reader: 1", "min_reader: 3", 1)
        .replacen("app: \"0.1.0\"", "app: \"3.2.0\"", 1)
        .replacen("kind: story", "kind: duel", 1);
    let path = scratch.put("newer.moments", &newer);
    let opened = open_plan(&path).unwrap();
    let why = opened.look_only.clone().unwrap();
    assert_eq!(why, WhyLookOnly::Newer { needs: "Momentboard 3.2.0 or newer".to_owned() });
    assert_eq!(why.to_string(), "This plan needs Momentboard 3.2.0 or newer.");
    assert!(opened.read_only);
    assert_eq!(opened.campaign.moment_count(), 3);
    let refused = save_plan(&scratch.join("copy.moments"), &opened.campaign, Base::New).unwrap_err();
    assert_eq!(refused.message, "This plan needs a newer Momentboard, one that reads files of version 3.");
    assert!(!scratch.join("copy.moments").exists());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), newer);

    let said = run(&["check".as_ref(), path.as_os_str()]);
    assert_eq!((said.code, said.out.as_str()), (2, ""), "{said:?}");
    assert!(said.err.contains("newer.moments: This plan needs Momentboard 3.2.0 or newer."), "{}", said.err);

    // What has another form there is left out, and said; a file with nothing in it that can be read says why not.
    let shaped = newer.replacen("title: \"All of it\"", "title: (en: \"All of it\")", 1);
    let opened = open_plan(&scratch.put("shaped.moments", &shaped)).unwrap();
    assert!(opened.look_only.is_some());
    assert!(opened.notices.iter().any(|notice| notice.message.contains("title")), "{:?}", opened.notices);
    let nothing = newer.split("    campaign: (").next().unwrap().to_owned() + "    scenes: [],\n)\n";
    let error = open_plan(&scratch.put("nothing.moments", nothing)).unwrap_err().to_string();
    assert!(error.ends_with("This plan needs Momentboard 3.2.0 or newer."), "{error}");
    // The number may stand anywhere.
    let behind =
        EVERYTHING.replacen("    min_reader: 1,\n", "", 1).replacen("    pictures: [", "    min_reader: 9,\n    pictures: [", 1);
    let error = store::read(behind.as_bytes()).unwrap_err();
    assert_eq!(error.message, "This plan needs a newer Momentboard, one that reads files of version 9.");
}

#[test]
fn no_plan_has_version_zero() {
    let error = store::read(EVERYTHING.replacen("version: 1", "version: 0", 1).as_bytes()).unwrap_err();
    assert_eq!(error.message, "This is not a Momentboard plan: its format has no version 0.");
}
