//! What the palette lists for what is typed, as text, and how little is done for it in a large plan.

use egui::accesskit::Role;
use egui::{Key, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{App, Keeper, Rim, Screen};
use momentboard::store::prefs::{self, Prefs, Recent};
use momentboard::ui::command::Command;

use super::plans::large_plan;
use crate::app_window::*;
use crate::palette_window::{chosen, go_to, key, look_for, open, rows, write};
use crate::raster;
use crate::scratch::Scratch;

fn listed(window: &mut Window, text: &str) -> String {
    look_for(window, text);
    let all = rows(window).join("\n");
    key(window, Key::Escape);
    all
}

#[test]
fn what_is_listed_for_a_name() {
    let mut window = window();
    assert_eq!(listed(&mut window, "tobi"), "");
}

#[test]
fn what_is_listed_before_anything_was_typed() {
    let mut window = window();
    assert_eq!(listed(&mut window, ""), "");
}

#[test]
fn accents_case_and_slips_make_no_difference() {
    let mut window = window();
    let ines = listed(&mut window, "Inês");
    assert_eq!(listed(&mut window, "ines"), ines);
    assert!(ines.contains("Inês"), "{ines}");
    // A letter that slipped is forgiven where nothing else is found.
    let slipped = listed(&mut window, "calednar");
    assert!(slipped.contains("View · Calendar"), "{slipped}");
}

#[test]
fn what_cannot_be_run_comes_last() {
    let mut window = window();
    let all = listed(&mut window, "redo");
    let last = all.lines().last().unwrap();
    assert!(last.contains("Redo, Nothing to redo"), "{all}");
}

#[test]
fn a_large_plan_lists_a_few_rows_and_draws_fewer() {
    let mut window = window_on(large_plan(7, 10_000, 20));
    look_for(&mut window, "a");
    let state = window.state().palette_state();
    assert_eq!(state.index().lanes_read(), 20);
    assert!(state.results().total > 1_000, "{}", state.results().total);
    assert!(state.results().rows().count() < 60);
    assert!(window.query_all_by_role(Role::ListBoxOption).count() < 18);

    // All of them can be listed, and still only those in sight are drawn.
    let more = rows(&window).into_iter().find(|row| row.contains(" more")).unwrap();
    go_to(&mut window, more.trim_start_matches(['>', ' ']));
    key(&mut window, Key::Enter);
    assert!(window.state().palette_state().results().rows().count() > 1_000);
    assert!(window.query_all_by_role(Role::ListBoxOption).count() < 18);
    assert!(!chosen(&window).is_empty());
    key(&mut window, Key::End);
    key(&mut window, Key::Home);
    assert!(!chosen(&window).is_empty(), "the chosen row is in sight");
    write(&mut window, "b");
    key(&mut window, Key::Escape);

    // Opening it again reads nothing anew; after an edit, the lane that changed.
    open(&mut window);
    assert_eq!(window.state().palette_state().index().lanes_read(), 20);
    key(&mut window, Key::Escape);
    run(&mut window, Command::SelectLane);
    run(&mut window, Command::DayLater);
    open(&mut window);
    assert_eq!(window.state().palette_state().index().lanes_read(), 21);
}

#[test]
fn the_start_page_offers_what_needs_no_plan() {
    let folder = Scratch::new("palette-start");
    let minutes = i64::from(rim().clock.now().day.number() - 1) * 24 * 60 + 12 * 60;
    let recent = |name: &str| Recent {
        path: folder.join(&format!("{name}.moments")),
        brand: "Northbound".into(),
        name: name.into(),
        minutes,
        errors: 0,
        warnings: 0,
        accepted: 0,
        unknown: momentboard::model::Unknown::default(),
    };
    let kept = Prefs { recent: vec![recent("First"), recent("Second")], ..Prefs::default() };
    prefs::save(&folder.join("preferences.ron"), &kept).unwrap();
    let rim = Rim { prefs: Keeper::File(folder.join("preferences.ron")), ..rim() };
    let mut window = raster::builder(Theme::Light, [1440.0, 900.0]).with_max_steps(40).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::at_start(rim, false),
    );
    window.run();
    assert_eq!(window.state().screen(), Screen::Welcome);
    assert_eq!(listed(&mut window, ""), "");
    let second = listed(&mut window, "second");
    assert!(second.contains("Open Northbound · Second"), "{second}");
    assert!(listed(&mut window, "delete").is_empty(), "there is no plan in sight");
    look_for(&mut window, "open the demo");
    assert!(chosen(&window).starts_with("Open the demo campaign"));
    key(&mut window, Key::Enter);
    assert_eq!(window.state().screen(), Screen::Plan);
    assert!(window.query_all_by_role(Role::ListBoxOption).all(|node| node.accesskit_node().label().is_none()));
}
