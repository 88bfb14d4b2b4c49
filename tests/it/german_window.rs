//! The window in German, by German label: what stands there, what is found and mended, and that it changes at once.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::analysis::curve::curve;
use momentboard::analysis::scale::CardDays;
use momentboard::app::{App, Jobs, Keeper, Rim};
use momentboard::check::{Options, check, rules};
use momentboard::model::{Day, LanguageChoice, PlanId, Profile};
use momentboard::store::demo;
use momentboard::store::prefs::{self, Prefs};
use momentboard::ui::command::Command;
use momentboard::ui::findings::why;
use momentboard::ui::reasons::Telling;
use momentboard::ui::view::View;
use momentboard::words::language::{Language, speak, spoken};

use crate::app_window::*;
use crate::plans::random_plan;
use crate::raster;
use crate::scratch::Scratch;
use crate::side_prefs::start;

const CTRL: Modifiers = Modifiers::COMMAND;

/// A window of somebody who chose German.
fn german(scratch: &Scratch) -> Window {
    let file = scratch.join("preferences.ron");
    prefs::save(&file, &Prefs { language: LanguageChoice::German, ..Prefs::default() }).unwrap();
    start(&file, [1440.0, 900.0])
}

fn labels(window: &Window) -> Vec<String> {
    let said = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        [node.label(), node.value(), node.description()].into_iter().flatten().collect::<Vec<_>>()
    };
    window.root().children_recursive().flat_map(said).collect()
}

#[test]
fn the_demo_plan_is_read_found_fault_with_and_mended_in_german() {
    let scratch = Scratch::new("german-window");
    let mut window = german(&scratch);
    assert!(has(&window, "Ankündigung"), "{:?}", labels(&window));
    window.get_by_role_and_label(Role::Heading, "Befunde");
    let ask = tobis_ask(window.state());
    let before = title(window.state(), ask);
    select(&mut window, "Produkt, Tobi");
    let found = labels(&window);
    assert!(found.iter().any(|label| label.contains("Neu und auf geliehenem Vertrauen")), "{found:?}");
    let errors_before = errors(window.state());
    let campaign = window.state().document().campaign().clone();
    press(&mut window, CTRL, Key::Period);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_ne!(campaign, *window.state().document().campaign(), "the fix is done");
    assert!(errors(window.state()).len() <= errors_before.len());
    press(&mut window, CTRL, Key::Z);
    assert_eq!(campaign, *window.state().document().campaign());
    assert_eq!(title(window.state(), ask), before);
    assert_eq!(spoken(), Language::English, "outside of the window nobody speaks German");
}

#[test]
fn another_language_is_there_at_once_and_after_a_restart() {
    let scratch = Scratch::new("german-chosen");
    let file = scratch.join("preferences.ron");
    let mut window = start(&file, [1440.0, 900.0]);
    let ask = "New creator on borrowed trust";
    let found = |window: &Window, words: &str| window.state().findings().iter().any(|finding| finding.title.contains(words));
    assert!(!found(&window, "geliehenem Vertrauen"), "{ask}");
    press(&mut window, CTRL, Key::Comma);
    window.get_by_role_and_label(Role::RadioButton, "Deutsch").click();
    window.run();
    window.get_by_role_and_label(Role::Dialog, "Einstellungen");
    assert!(found(&window, "geliehenem Vertrauen"), "findings are said again");
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.get_by_role_and_label(Role::Heading, "Befunde");
    assert!(has(&window, "Ankündigung") && !has(&window, "Announcement"), "{:?}", labels(&window));
    press(&mut window, CTRL, Key::Q);
    assert_eq!(prefs::load(&file).0.language, LanguageChoice::German);

    let mut window = start(&file, [1440.0, 900.0]);
    window.get_by_role_and_label(Role::Heading, "Befunde");
    press(&mut window, CTRL, Key::Comma);
    window.get_by_role_and_label(Role::RadioButton, "English").click();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(has(&window, "Announcement") && !has(&window, "Ankündigung"), "{:?}", labels(&window));
}

#[test]
fn a_job_speaks_as_the_window_does() {
    let scratch = Scratch::new("german-job");
    let file = scratch.join("preferences.ron");
    prefs::save(&file, &Prefs { language: LanguageChoice::German, ..Prefs::default() }).unwrap();
    let plan = scratch.put("broken.moments", "(");
    let rim = Rim { prefs: Keeper::File(file), jobs: Jobs::held(), ..rim() };
    let mut app = App::new(demo::fictional(PlanId::default()), rim);
    app.open_at_start(&egui::Context::default(), plan);
    let mut window = window_of(app);
    while window.state().release_job() {}
    window.run();
    assert!(labels(&window).iter().any(|label| label.contains("Die Datei endet zu früh")), "{:?}", labels(&window));
}

#[test]
fn the_board_in_german() {
    let scratch = Scratch::new("german-look");
    let mut window = german(&scratch);
    select(&mut window, "Produkt, Tobi");
    window.remove_cursor();
    window.run();
    raster::assert_golden(&mut window, "board-german");
}

#[test]
fn the_dialog_of_sharing_in_german() {
    let scratch = Scratch::new("german-share-look");
    let mut window = german(&scratch);
    run(&mut window, Command::Share);
    window.get_by_role_and_label(Role::Dialog, "Dieses Storyboard teilen");
    window.remove_cursor();
    window.run();
    raster::assert_golden(&mut window, "share-german");
}

#[test]
fn the_inspector_of_a_creator_and_the_table_in_german() {
    let scratch = Scratch::new("german-inspector-look");
    let mut window = german(&scratch);
    let row = window.query_all_by_label_contains("Tobi Achterberg").find(|node| node.accesskit_node().role() == Role::Button);
    row.expect("the creators of the campaign").click();
    window.run();
    window.remove_cursor();
    window.run();
    raster::assert_golden(&mut window, "inspector-german");
    run(&mut window, Command::Show(View::Table));
    window.remove_cursor();
    window.run();
    raster::assert_golden(&mut window, "table-german");
}

#[test]
fn keys_are_those_of_a_german_keyboard() {
    let scratch = Scratch::new("german-keys");
    let mut window = german(&scratch);
    run(&mut window, Command::Shortcuts);
    let said = labels(&window);
    let has = |keys: &str| said.iter().any(|label| label.contains(keys));
    assert!(has("Strg+Umschalt+S") && has("Entf") && has("Alt+←") && has("Strg++"), "{said:?}");
    assert!(!has("Ctrl") && !has("Shift") && !has("Delete"), "{said:?}");
}

#[test]
fn a_plan_from_a_template_is_german_and_its_prompts_are_known() {
    let scratch = Scratch::new("german-template");
    let mut window = german(&scratch);
    run(&mut window, Command::StartPage);
    window.get_by_label_contains("Partnerschaft über Werte").click();
    window.run();
    let campaign = window.state().document().campaign();
    let titles: Vec<&str> = campaign.lanes.iter().flat_map(|lane| &lane.moments).map(|card| card.title.as_str()).collect();
    assert!(titles.contains(&"Ein zweiter Blick") || titles.contains(&"Antworten der Community"), "{titles:?}");
    assert!(labels(&window).iter().all(|label| !label.contains("Announcement")));
}

#[test]
fn the_tour_is_found_by_the_word_that_germans_use_too() {
    let scratch = Scratch::new("german-tour");
    let mut window = german(&scratch);
    press(&mut window, CTRL, Key::K);
    window.event(egui::Event::Text("tour".to_owned()));
    window.run();
    let found = labels(&window);
    assert!(found.iter().any(|label| label.starts_with("Rundgang")), "{found:?}");
}

#[test]
fn kinds_keep_their_capital_letters_in_a_sentence() {
    let campaign = crate::check::plan("new: A0 V3 K3 P20");
    let _spoken = speak(Language::German);
    let lane = &campaign.lanes[0];
    let curve = curve(&campaign, lane).unwrap();
    let told = Telling::of(&campaign, CardDays::of(&campaign).years(), lane, &curve).card(lane.moments[1].id).join(" ");
    assert!(told.contains("Werte-Story und Community-Story"), "{told}");
}

#[test]
fn what_a_finding_rests_on_is_told_in_german() {
    let plans = (0..40).map(random_plan).chain(rules().iter().map(|rule| crate::check::plan(rule.example)));
    let options = Options { today: Day::new(2027, 9, 2), profile: Some(Profile::Strict), ..Options::default() };
    let mut left = BTreeSet::new();
    let mut told = 0;
    for campaign in plans {
        let years = CardDays::of(&campaign).years();
        for finding in &check(&campaign, &options).findings {
            let english = why::facts(&campaign, years, finding);
            let _spoken = speak(Language::German);
            for (fact, german) in english.iter().zip(why::facts(&campaign, years, finding)) {
                told += 1;
                // “Creator” is the same word.
                if *fact == german && !fact.starts_with("Creator: ") {
                    left.insert(german);
                }
            }
        }
    }
    assert!(left.is_empty(), "{left:#?}");
    assert!(told > 200, "{told}");
}

/// What is looked at one after the other, each left by Escape.
const PLACES: [Command; 10] = [
    Command::Show(View::Calendar),
    Command::Show(View::Table),
    Command::Show(View::Board),
    Command::CompareLanes,
    Command::Palette,
    Command::Present,
    Command::Share,
    Command::RuleSettings,
    Command::Shortcuts,
    Command::Rules,
];

fn all_labels(window: &mut Window) -> Vec<(Command, Vec<String>)> {
    let look = |command: Command| {
        run(window, command);
        let seen = labels(window);
        press(window, Modifiers::NONE, Key::Escape);
        press(window, Modifiers::NONE, Key::Escape);
        (command, seen)
    };
    PLACES.map(look).into()
}

#[test]
fn a_window_that_learns_german_says_what_one_says_that_always_spoke_it() {
    let (scratch, other) = (Scratch::new("german-always"), Scratch::new("german-learned"));
    let mut always = german(&scratch);
    let mut learned = start(&other.join("preferences.ron"), [1440.0, 900.0]);
    // Everything is looked at in English first, so that whatever is kept is kept.
    all_labels(&mut learned);
    press(&mut learned, CTRL, Key::Comma);
    learned.get_by_role_and_label(Role::RadioButton, "Deutsch").click();
    learned.run();
    press(&mut learned, Modifiers::NONE, Key::Escape);
    all_labels(&mut always);
    for ((command, one), (_, other)) in all_labels(&mut always).into_iter().zip(all_labels(&mut learned)) {
        let left: Vec<&String> = other.iter().filter(|label| !one.contains(label)).collect();
        assert!(left.is_empty(), "{command:?}: {left:#?}");
    }
}

#[test]
fn the_title_of_a_fix_is_read_in_full_where_its_numbers_leave_room() {
    let scratch = Scratch::new("german-fix");
    let file = scratch.join("preferences.ron");
    prefs::save(&file, &Prefs { language: LanguageChoice::German, ..Prefs::default() }).unwrap();
    // Around what it draws a test leaves a margin of 8.
    let mut window = start(&file, [1456.0, 900.0]);
    select(&mut window, "Produkt, Tobi");
    press(&mut window, CTRL, Key::Period);
    let preview = window.state().preview().expect("a fix is shown");
    let spoken = speak(Language::German);
    let titles = [preview.fix().unwrap().title.clone(), preview.effect.kept()];
    drop(spoken);
    let bar = window.get_by_role_and_label(Role::Button, "So lassen").rect().expand2(egui::vec2(0.0, 14.0)).y_range();
    // The bar lies over the names of lanes, too, which stand left of their days.
    let days = window.get_by_role_and_label(Role::Group, "Storyboard").rect().x_range();
    let board = egui::Rangef::new(days.min - 88.0, days.max);
    for words in titles {
        let is_whole = |shape: &egui::Shape| match shape {
            egui::Shape::Text(text) => {
                let here = board.contains(text.pos.x) && bar.contains(text.pos.y);
                here && text.galley.text() == words && !text.galley.elided
            }
            _ => false,
        };
        assert!(window.output().shapes.iter().any(|clipped| is_whole(&clipped.shape)), "“{words}” is cut");
    }
}
