//! Plans in which something goes beyond a limit, or that hold what a later version knows: the rest opens whole, as a copy, what
//! is missing in it is told with its place, and the file stays as it is.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use momentboard::model::{Campaign, PlanId, limits};
use momentboard::store::salvage::salvage;
use momentboard::store::{self, open_plan};

use crate::app_window::*;
use crate::scratch::Scratch;
use crate::terminal_run::run;

const SMALL: &str = include_str!("../fixtures/format/v1/small.moments");

fn with(from: &str, to: &str) -> String {
    assert!(SMALL.contains(from), "the fixture has no {from}");
    SMALL.replacen(from, to, 1)
}

/// The small plan with notes of that many letters on its first card.
fn long_notes(letters: usize) -> String {
    with("kind: announcement,", &format!("kind: announcement,\n                        notes: \"{}\",", "é".repeat(letters)))
}

fn line_of(text: &str, what: &str) -> usize {
    text[..text.find(what).unwrap()].matches('\n').count() + 1
}

#[test]
fn a_text_that_is_too_long_is_cut_and_told_and_everything_else_is_whole() {
    let scratch = Scratch::new("limits-text");
    let text = long_notes(600_000);
    let path = scratch.put("plan.moments", &text);
    assert!(store::read(text.as_bytes()).unwrap_err().message.contains("longer than 1 MiB"));
    let opened = open_plan(&path).unwrap();
    assert!(opened.notices.iter().all(|notice| notice.unreadable));
    let told: Vec<&str> = opened.notices.iter().map(|notice| notice.message.as_str()).collect();
    let said = format!(
        "The card “Why I said yes” has a text, “notes”, that is longer than 1 MiB. It ends there in what was read. (line {})",
        line_of(&text, "éé")
    );
    assert_eq!(told, [said.as_str()]);
    let whole = store::read(SMALL.as_bytes()).unwrap().campaign;
    let mut cut = opened.campaign;
    let card =
        cut.lanes.iter_mut().flat_map(|lane| &mut std::sync::Arc::make_mut(lane).moments).find(|card| card.notes.is_some());
    let notes = std::sync::Arc::make_mut(card.unwrap()).notes.take().unwrap();
    assert!(notes.len() > limits::TEXT_BYTES - 8 && notes.chars().all(|c| c == 'é'), "{}", notes.len());
    assert_eq!(cut, whole);

    // In the window it is a copy without a file.
    let mut window = window_on(Campaign::new(PlanId::default(), "Mine"));
    drop_file(&mut window, &path);
    window.run();
    window.get_by_role_and_label(Role::Dialog, "Opened as a copy");
    window.get_by_label_contains("The card “Why I said yes” has a text, “notes”");
    assert_eq!(window.state().document().campaign().name, whole.name);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);

    // In the terminal it is written elsewhere.
    let out = scratch.join("read.moments");
    let done = run(&["check", path.to_str().unwrap(), "--salvage", out.to_str().unwrap()]);
    assert_eq!(done.code, 2);
    assert!(done.out.contains("longer than 1 MiB"), "{}", done.out);
    assert_eq!(open_plan(&out).unwrap().notices, []);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn texts_with_escapes_and_raw_texts_are_cut_between_letters() {
    let long = "\\n\\u{e9}".repeat(600_000);
    let raw = "x".repeat(1_200_000);
    for value in [format!("\"{long}\""), format!("r##\"{raw}\"##"), format!("\"{}\"", "日".repeat(400_000))] {
        let text = with("kind: announcement,", &format!("kind: announcement, notes: {value},"));
        let scratch = Scratch::new("limits-escapes");
        let opened = open_plan(&scratch.put("plan.moments", &text)).unwrap();
        assert_eq!(opened.notices.len(), 1);
        let again = store::write(&opened.campaign).unwrap();
        assert_eq!(store::read(&again).unwrap().campaign, opened.campaign);
    }
}

#[test]
fn too_many_links_are_cut_and_told() {
    let links: Vec<String> = (0..limits::LINKS + 5).map(|n| format!("\"https://a.example/{n}\",")).collect();
    let links = links.concat();
    let text = with("kind: announcement,", &format!("kind: announcement,\n links: [{links}],"));
    let scratch = Scratch::new("limits-links");
    let opened = open_plan(&scratch.put("plan.moments", &text)).unwrap();
    assert_eq!(
        opened.notices[0].message,
        format!(
            "The card “Why I said yes” has 10,005 links. The first 10,000 of them were read. (line {})",
            line_of(&text, "links: [")
        )
    );
    let cards: Vec<_> = opened.campaign.lanes.iter().flat_map(|lane| &lane.moments).collect();
    assert!(cards.iter().any(|card| card.links.len() == limits::LINKS));
}

#[test]
fn too_many_fields_of_a_later_version_cost_those_alone() {
    let fields: Vec<String> = (0..300).map(|n| format!("\n                        later_{n}: {n},")).collect();
    let fields = fields.concat();
    let text = with("kind: announcement,", &format!("kind: announcement,{fields}"));
    let salvaged = salvage(text.as_bytes()).unwrap();
    let told: Vec<&str> = salvaged.lost.iter().map(|lost| lost.what.as_str()).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with("The card “Why I said yes” was read without later_25") && told[0].ends_with("later_299."),
        "{told:?}"
    );
    assert_eq!(salvaged.campaign.moment_count() + salvaged.campaign.ideas.len(), 3);
    let card = salvaged.campaign.lanes.iter().flat_map(|lane| &lane.moments).find(|card| !card.unknown.is_empty()).unwrap();
    assert!(card.unknown.len() > 240);
}

#[test]
fn a_damaged_plan_with_a_long_text_is_read_with_that_cut() {
    let text = long_notes(600_000).replacen("status: draft", "status draft", 1);
    let salvaged = salvage(text.as_bytes()).unwrap();
    assert!(salvaged.lost.iter().any(|lost| lost.what.contains("longer than 1 MiB") && lost.line == line_of(&text, "éé")));
    assert_eq!(salvaged.campaign.moment_count() + salvaged.campaign.ideas.len(), 3);
}

#[test]
fn what_a_later_version_has_beside_the_campaign_is_kept_and_what_cannot_be_is_told() {
    let text = with("    campaign: (", "    weather: Sunny(degrees: 21),\n    clouds: ((),\n    campaign: (").replacen(
        "kind: announcement",
        "kind: anouncement",
        1,
    );
    let salvaged = salvage(text.as_bytes()).unwrap();
    let kept = salvaged.campaign.beside.get("weather").map(|raw| raw.get_ron().to_owned());
    assert_eq!(kept.as_deref(), Some("Sunny(degrees: 21)"));
    let told: Vec<(&str, usize)> = salvaged.lost.iter().map(|lost| (lost.what.as_str(), lost.line)).collect();
    assert!(told.contains(&("Of the file, “clouds” could not be read.", line_of(&text, "clouds"))), "{told:?}");
}

#[test]
fn something_in_a_list_that_is_no_group_is_told() {
    let text = with("creators: [", "creators: [\n            @someone,").replacen("kind: announcement", "kind: anouncement", 1);
    let told: Vec<String> = salvage(text.as_bytes()).unwrap().lost.into_iter().map(|lost| lost.what).collect();
    assert!(told.iter().any(|what| what == "Something in “creators” could not be read."), "{told:?}");
}

#[test]
fn days_that_stand_the_wrong_way_round_change_places_and_lanes_with_one_id_both_stay() {
    let text = include_str!("../fixtures/format/v1/everything.moments");
    let mut plan = store::read(text.as_bytes()).unwrap().campaign;
    let phase = plan.phases.first_mut().unwrap();
    std::mem::swap(&mut phase.from, &mut phase.to);
    let twin = plan.lanes[0].clone();
    plan.lanes.push(twin);
    let bytes = store::write(&plan).unwrap();
    let salvaged = salvage(&bytes).unwrap();
    assert_eq!(salvaged.campaign.lanes.len(), plan.lanes.len());
    assert_eq!(salvaged.campaign.phases.len(), plan.phases.len());
    let told: Vec<&str> = salvaged.lost.iter().map(|lost| lost.what.as_str()).collect();
    assert!(told.iter().any(|what| what.contains("Its two days changed places")), "{told:?}");
    assert!(told.contains(&"A lane has the id of another one. Both are kept."), "{told:?}");
}
