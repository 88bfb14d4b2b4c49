//! The dialog of earlier versions without a display, by accessible label, over real files.

#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::fs;
use std::path::Path;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::Rim;
use momentboard::model::{Campaign, PlanId};
use momentboard::store::fs::Base;
use momentboard::store::history;
use momentboard::store::home::Home;
use momentboard::store::{demo, open_plan, save_plan, write};
use momentboard::ui::command::Command;
use momentboard::ui::view::SaveState;

use crate::app_window::*;
use crate::scratch::Scratch;
use crate::share_window::{choose_tile, export_to, open_share};

const CTRL: Modifiers = Modifiers::COMMAND;

fn home(folder: &Scratch) -> Home {
    Home::at(folder.join("state"))
}

fn window_with(folder: &Scratch, campaign: Campaign) -> Window {
    window_in(Rim { home: Some(home(folder)), ..rim() }, campaign)
}

fn two_cases() -> Campaign {
    demo::two_cases(PlanId::from_bits(3))
}

fn save_as(window: &mut Window, path: &Path) {
    run(window, Command::SaveAs);
    type_path(window, path);
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
}

/// Adds a moment of that title, and saves.
fn edit_and_save(window: &mut Window, title: &str) {
    edit(window, title);
    press(window, CTRL, Key::S);
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
}

fn edit(window: &mut Window, title: &str) {
    press(window, Modifiers::NONE, Key::Escape);
    press(window, Modifiers::NONE, Key::Num1);
    window.event(Event::Text(title.into()));
    window.run();
    press(window, Modifiers::NONE, Key::Enter);
    press(window, Modifiers::NONE, Key::Escape);
}

fn open_versions(window: &mut Window) {
    press(window, CTRL.plus(Modifiers::SHIFT), Key::H);
    window.get_by_role_and_label(Role::Dialog, "Versions");
}

/// What the rows of the list say.
fn rows(window: &Window) -> Vec<String> {
    let rows = window.query_all_by_role(Role::RadioButton).filter_map(|node| node.accesskit_node().label());
    rows.filter(|label| label.contains("14:02") || label.contains("KB")).collect()
}

fn choose(window: &mut Window, at: usize) {
    let label = rows(window)[at].clone();
    window.get_by_role_and_label(Role::RadioButton, &label).click();
    window.run();
}

fn campaign(window: &Window) -> Campaign {
    (**window.state().document().campaign()).clone()
}

#[test]
fn a_version_is_looked_at_put_back_as_one_step_and_undone() {
    let folder = Scratch::new("versions-window");
    let mut window = window_with(&folder, two_cases());
    save_as(&mut window, &folder.join("plan.moments"));
    let first = campaign(&window);
    edit_and_save(&mut window, "Dinner with Ada");
    edit_and_save(&mut window, "Supper with Ben");
    let last = campaign(&window);

    open_versions(&mut window);
    let listed = rows(&window);
    assert_eq!(listed.len(), 3, "{listed:?}");
    assert!(listed[0].starts_with("Today 14:02 (3 of 3), 1 moment added, ") && listed[0].contains(" moments, "), "{listed:?}");
    assert!(listed[2].contains("First version"), "{listed:?}");
    assert!(has(&window, "Both are the same."), "the newest one is what the plan holds");
    choose(&mut window, 2);
    assert!(has(&window, "Dinner with Ada") && has(&window, "2 added"), "what differs is shown beside it");
    // Up and down go through the list.
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    assert!(has(&window, "1 added") && has(&window, "Supper with Ben"));
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(has(&window, "2 added"));
    // Two keys in two frames, before the look at the first one is there: what is compared is the row with the ring.
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    for _ in 0..2 {
        window.key_press_modifiers(Modifiers::NONE, Key::ArrowDown);
        window.step();
    }
    window.run();
    assert!(has(&window, "2 added"));
    let ring = window.query_all_by_role(Role::RadioButton).find(egui_kittest::Node::is_focused).unwrap();
    assert!(ring.accesskit_node().label().unwrap().contains("First version"));
    click(&mut window, "Restore");
    assert!(window.query_by_role_and_label(Role::Dialog, "Versions").is_none());
    assert_eq!(campaign(&window), first);
    assert_eq!(window.state().save_state(), SaveState::Edited, "the file is as it was until it is saved");
    assert_eq!(open_plan(&folder.join("plan.moments")).unwrap().campaign, last);
    assert_eq!(window.state().document().undo_label(), Some("Restore the version of 2 Sep, 14:02"));
    run(&mut window, Command::Undo);
    assert_eq!(campaign(&window), last);
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())), "nothing is left to save");
    run(&mut window, Command::Redo);
    assert_eq!(campaign(&window), first);
    press(&mut window, CTRL, Key::S);
    open_versions(&mut window);
    assert_eq!(rows(&window).len(), 4, "each save is a version, that of a state that came back too");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_role_and_label(Role::Dialog, "Versions").is_none());
}

#[test]
fn what_was_being_written_does_not_come_back_over_what_was_restored() {
    let folder = Scratch::new("versions-writing");
    let mut window = window_with(&folder, demo::fictional(PlanId::from_bits(4)));
    save_as(&mut window, &folder.join("plan.moments"));
    let id = select(&mut window, "Product, Tobi");
    let before = title(window.state(), id);
    write_over(&mut window, Role::TextInput, "Title", "Written since");
    press(&mut window, CTRL, Key::S);
    assert_eq!(title(window.state(), id), "Written since");
    open_versions(&mut window);
    choose(&mut window, 1);
    click(&mut window, "Restore");
    assert_eq!(title(window.state(), id), before);
    select(&mut window, "Product, Tobi");
    window.get_by_role_and_label(Role::TextInput, "Title").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(title(window.state(), id), before);
    run(&mut window, Command::Undo);
    assert_eq!(title(window.state(), id), "Written since");
}

#[test]
fn a_version_gets_a_name_keeps_it_and_all_are_forgotten_only_when_asked_to() {
    let folder = Scratch::new("versions-names");
    let mut window = window_with(&folder, two_cases());
    save_as(&mut window, &folder.join("plan.moments"));
    edit_and_save(&mut window, "Dinner");
    open_versions(&mut window);
    choose(&mut window, 1);
    click(&mut window, "Name…");
    window.get_by_role_and_label(Role::Dialog, "Name this version");
    write_over(&mut window, Role::TextInput, "Name of the version", "v3 sent to client");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(rows(&window)[1].starts_with("v3 sent to client, Today 14:02 (1 of 2) · First version"), "{:?}", rows(&window));
    click(&mut window, "Restore");
    assert_eq!(window.state().document().undo_label(), Some("Restore “v3 sent to client”"));
    // Fifty saves later it is still there.
    let plan = two_cases();
    for save in 0..50_usize {
        let bytes = write(&Campaign { name: save.to_string(), ..plan.clone() }).unwrap();
        history::keep(&home(&folder), plan.id, &bytes, history::Facts::default()).unwrap();
    }
    open_versions(&mut window);
    assert!(rows(&window).iter().any(|row| row.starts_with("v3 sent to client")));
    // Leaving the question leaves everything.
    click(&mut window, "Forget all versions…");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(rows(&window).len() > 20);
    click(&mut window, "Forget all versions…");
    click(&mut window, "Forget them");
    assert_eq!(rows(&window), Vec::<String>::new());
    window.get_by_label("No versions yet");
    assert_eq!(history::list(&home(&folder), plan.id).unwrap(), []);
    assert!(folder.join("plan.moments").exists());
}

#[test]
fn a_version_opens_as_a_plan_of_its_own_after_the_question_about_what_is_not_saved() {
    let folder = Scratch::new("versions-copy");
    let mut window = window_with(&folder, two_cases());
    save_as(&mut window, &folder.join("plan.moments"));
    let first = campaign(&window);
    edit_and_save(&mut window, "Dinner");
    edit(&mut window, "Not saved");
    open_versions(&mut window);
    choose(&mut window, 1);
    click(&mut window, "Open as a copy");
    click(&mut window, "Cancel");
    assert!(window.state().document().is_dirty(), "the plan on screen is still there");
    press(&mut window, CTRL, Key::S);
    open_versions(&mut window);
    choose(&mut window, 2);
    click(&mut window, "Open as a copy");
    let copy = campaign(&window);
    assert_ne!(copy.id, first.id, "its versions are its own");
    assert_ne!(copy.name, first.name, "nor is it called the same");
    assert_eq!(Campaign { id: first.id, name: first.name.clone(), ..copy }, first);
    assert_eq!(window.state().save_state(), SaveState::NotSavedYet);
    open_versions(&mut window);
    window.get_by_label("No versions yet");
}

#[test]
fn what_another_program_wrote_is_kept_before_it_is_replaced() {
    let folder = Scratch::new("versions-replaced");
    let path = folder.join("plan.moments");
    save_plan(&path, &two_cases(), Base::New).unwrap();
    let theirs = fs::read(&path).unwrap();
    let mut window = window_with(&folder, demo::fictional(PlanId::from_bits(4)));
    run(&mut window, Command::Open);
    type_path(&mut window, &path);
    edit_and_save(&mut window, "Dinner");
    open_versions(&mut window);
    let listed = rows(&window);
    assert_eq!(listed.len(), 2, "{listed:?}");
    assert!(listed[0].contains("1 moment added") && listed[1].contains("As it was before"), "{listed:?}");
    press(&mut window, Modifiers::NONE, Key::Escape);
    let all = history::list(&home(&folder), two_cases().id).unwrap();
    let kept = history::open(&home(&folder), two_cases().id, &all[1].id).unwrap().campaign;
    assert_eq!(write(&kept).unwrap(), theirs);

    // A file of another plan, or of nothing at all, that is written over by choice is kept, too.
    let other = folder.join("other.moments");
    save_plan(&other, &demo::fictional(PlanId::from_bits(5)), Base::New).unwrap();
    let junk = folder.put("junk.moments", b"a shopping list");
    for path in [&other, &junk] {
        run(&mut window, Command::SaveAs);
        type_path(&mut window, path);
        click(&mut window, "Replace");
    }
    assert_eq!(history::list(&home(&folder), PlanId::from_bits(5)).unwrap().len(), 1);
    open_versions(&mut window);
    assert!(rows(&window).iter().any(|row| row.contains("Cannot be read as a plan")), "{:?}", rows(&window));
    let at = rows(&window).iter().position(|row| row.contains("Cannot be read as a plan")).unwrap();
    choose(&mut window, at);
    window.get_by_label("This version cannot be opened");
    let restore = window.get_by_label("Restore");
    assert!(restore.accesskit_node().is_disabled());
}

#[test]
fn a_state_folder_that_cannot_be_used_never_holds_a_save_up_and_is_said_once() {
    let folder = Scratch::new("versions-trouble");
    let path = folder.join("plan.moments");
    folder.put("state", b"somebody's file");
    let mut window = window_with(&folder, two_cases());
    run(&mut window, Command::SaveAs);
    type_path(&mut window, &path);
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
    window.get_by_role_and_label(Role::Dialog, "No version was kept");
    press(&mut window, Modifiers::NONE, Key::Escape);
    edit_and_save(&mut window, "Dinner");
    assert!(window.query_by_role(Role::Dialog).is_none(), "it was said");
    assert_eq!(open_plan(&path).unwrap().campaign, campaign(&window));
    open_versions(&mut window);
    window.get_by_label_contains("The last save kept no version: ");
    press(&mut window, Modifiers::NONE, Key::Escape);
    // It works again: nothing is said any more.
    fs::remove_file(folder.join("state")).unwrap();
    edit_and_save(&mut window, "Supper");
    open_versions(&mut window);
    assert!(!has(&window, "kept no version"));
    assert_eq!(rows(&window).len(), 2, "what was replaced, and what was written");

    let mut window = window_in(rim(), two_cases());
    open_versions(&mut window);
    window.get_by_label_contains("This computer has no folder in which versions could be kept");
    assert!(window.get_by_label("Restore").accesskit_node().is_disabled());
}

#[test]
fn two_windows_on_one_plan_see_each_others_versions() {
    let folder = Scratch::new("versions-two-windows");
    let path = folder.join("plan.moments");
    let mut one = window_with(&folder, two_cases());
    save_as(&mut one, &path);
    let mut two = window_with(&folder, demo::fictional(PlanId::from_bits(4)));
    run(&mut two, Command::Open);
    type_path(&mut two, &path);
    // The first window edits it, so that the second one only looks.
    click(&mut two, "Look only");
    edit_and_save(&mut one, "Dinner");
    edit_and_save(&mut one, "Supper");
    for window in [&mut one, &mut two] {
        open_versions(window);
        assert_eq!(rows(window).len(), 3);
        press(window, Modifiers::NONE, Key::Escape);
    }
    let all = history::list(&home(&folder), two_cases().id).unwrap();
    assert!(all.iter().all(|entry| history::open(&home(&folder), two_cases().id, &entry.id).is_ok()));
}

#[test]
fn what_a_client_got_can_be_named_at_once_saved_or_not() {
    let folder = Scratch::new("versions-shared");
    let mut window = window_with(&folder, two_cases());
    for (at, (reader, named)) in [("Client", true), ("Internal", false)].into_iter().enumerate() {
        open_share(&mut window);
        choose_tile(&mut window, reader);
        choose_tile(&mut window, "Markdown");
        export_to(&mut window, "Markdown", &folder.join(&format!("{at}.md")));
        window.get_by_role_and_label(Role::Dialog, "Written");
        assert_eq!(window.query_by_label("Name this version").is_some(), named);
        if !named {
            continue;
        }
        click(&mut window, "Name this version");
        window.get_by_role_and_label(Role::Dialog, "Name this version");
        assert!(has(&window, "Sent to the client, 2 Sep 2027"));
        press(&mut window, Modifiers::NONE, Key::Enter);
        assert!(window.query_by_role(Role::Dialog).is_none());
        assert!(has(&window, "“Sent to the client, 2 Sep 2027” is in Versions now."));
    }
    click(&mut window, "OK");
    let all = history::list(&home(&folder), two_cases().id).unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].name.as_deref(), Some("Sent to the client, 2 Sep 2027"));
    assert_eq!(history::open(&home(&folder), two_cases().id, &all[0].id).unwrap().campaign, campaign(&window));
}

#[test]
fn the_list_is_one_stop_and_keys_go_to_its_ends() {
    let folder = Scratch::new("versions-keys");
    let mut window = window_with(&folder, two_cases());
    save_as(&mut window, &folder.join("plan.moments"));
    for title in ["One", "Two", "Three"] {
        edit_and_save(&mut window, title);
    }
    open_versions(&mut window);
    let chosen = |window: &Window| {
        let of_list = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label.contains("14:02"));
        let all: Vec<_> = window.query_all_by_role(Role::RadioButton).filter(of_list).collect();
        all.iter().position(egui_kittest::Node::is_focused)
    };
    let listed = rows(&window);
    // All of them are of one second, and their numbers tell them apart.
    let mut firsts: Vec<&str> = listed.iter().map(|row| row.split(',').next().unwrap()).collect();
    assert!(firsts[0].starts_with("Today 14:02 (4 of 4)"), "{firsts:?}");
    firsts.sort_unstable();
    firsts.dedup();
    assert_eq!(firsts.len(), 4, "{listed:?}");
    assert_eq!(chosen(&window), Some(0));
    press(&mut window, Modifiers::NONE, Key::End);
    assert_eq!(chosen(&window), Some(3));
    press(&mut window, Modifiers::NONE, Key::Home);
    assert_eq!(chosen(&window), Some(0));
    press(&mut window, Modifiers::NONE, Key::PageDown);
    assert_eq!(chosen(&window), Some(3));
    press(&mut window, Modifiers::NONE, Key::PageUp);
    assert_eq!(chosen(&window), Some(0));
    press(&mut window, Modifiers::NONE, Key::Tab);
    assert_eq!(chosen(&window), None, "one step leads out of the list");
}
