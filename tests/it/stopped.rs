//! What takes longer than a second says so and can be stopped, and then everything is as it was: copying what is shared, reading
//! a file that changed, listing versions and opening one.

use egui::accesskit::Role;
use egui::{Key, Modifiers, OutputCommand};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{Jobs, Rim};
use momentboard::model::{Campaign, PlanId};
use momentboard::store::fs::Base;
use momentboard::store::home::Home;
use momentboard::store::{demo, save_plan, write};
use momentboard::ui::command::Command;
use momentboard::ui::view::SaveState;

use crate::app_window::*;
use crate::scratch::{self, Scratch};
use crate::share_window::open_share;

/// More than a second passes.
fn later(window: &mut Window) {
    window.run_steps(8);
}

fn release(window: &mut Window) {
    while window.state().release_job() {
        window.run();
    }
}

fn button(window: &Window, name: &str) -> bool {
    window.query_by_role_and_label(Role::Button, name).is_some()
}

/// Lets what was stopped end and looks whether it put a picture onto the clipboard.
fn copies_a_picture(window: &mut Window) -> bool {
    let mut copied = false;
    while window.state().release_job() {
        window.step();
        let commands = &window.output().platform_output.commands;
        copied |= commands.iter().any(|command| matches!(command, OutputCommand::CopyImage(_)));
    }
    window.run();
    copied
}

#[test]
fn copying_a_page_that_takes_its_time_can_be_stopped_and_begun_anew() {
    let mut window = window_with_held_jobs(demo::fictional(PlanId::default()));
    release(&mut window);
    open_share(&mut window);
    release(&mut window);
    click(&mut window, "Copy");
    assert!(!button(&window, "Stop copying"), "not at once");
    later(&mut window);
    click(&mut window, "Stop copying");
    window.get_by_label("Copying was stopped. The clipboard is as it was.");
    assert!(!copies_a_picture(&mut window), "it was stopped");
    window.get_by_label("Copying was stopped. The clipboard is as it was.");
    click(&mut window, "Copy");
    assert!(copies_a_picture(&mut window), "nobody stopped it");
    window.get_by_label("The picture is on the clipboard.");
    assert!(!button(&window, "Stop copying"));
}

#[test]
fn what_is_copied_is_told_and_can_be_stopped_once_the_dialog_is_left() {
    let mut window = window_with_held_jobs(demo::fictional(PlanId::default()));
    release(&mut window);
    open_share(&mut window);
    release(&mut window);
    for stops in [true, false] {
        click(&mut window, "Copy");
        press(&mut window, Modifiers::NONE, Key::Escape);
        later(&mut window);
        if stops {
            click(&mut window, "Stop copying");
        }
        assert_eq!(copies_a_picture(&mut window), !stops);
        let told = if stops { "Copying was stopped. The clipboard is as it was." } else { "The picture is on the clipboard." };
        window.get_by_label(told);
        assert!(!button(&window, "Stop copying"));
        open_share(&mut window);
        release(&mut window);
    }
}

#[test]
fn reading_a_file_that_changed_can_be_stopped_and_is_done_when_somebody_compares() {
    let folder = Scratch::new("stopped-reread");
    let path = folder.join("plan.moments");
    let plan = demo::two_cases(PlanId::default());
    save_plan(&path, &plan, Base::New).unwrap();
    let rim = Rim { home: Some(Home::at(folder.join("state"))), jobs: Jobs::held(), ..rim() };
    let mut window = window_in(rim, demo::fictional(PlanId::default()));
    press(&mut window, Modifiers::COMMAND, Key::O);
    type_path(&mut window, &path);
    release(&mut window);
    scratch::write(&path, &write(&Campaign { name: "From the office".into(), ..plan.clone() }).unwrap());
    // One look sees that something moved, the other that it is over; the first of all sees what was read.
    for _ in 0..4 {
        window.state_mut().look_at_file();
        window.run();
    }
    assert!(!button(&window, "Stop reading plan.moments"), "not at once");
    later(&mut window);
    click(&mut window, "Stop reading plan.moments");
    release(&mut window);
    let name = |window: &Window| window.state().document().campaign().name.clone();
    assert_eq!(name(&window), plan.name, "what is on screen stays");
    assert_eq!(window.state().save_state(), SaveState::ChangedOnDisk);
    window.get_by_label("Another program changed “plan.moments”. Nothing was written over.");
    assert!(!button(&window, "Stop reading plan.moments"));
    window.query_all_by_label("Compare…").next().expect("it can be compared").click();
    window.run();
    release(&mut window);
    assert_eq!(name(&window), "From the office", "nothing was edited, so it follows its file");
}

/// Where the rows of the list are.
fn rows(window: &Window) -> Vec<egui::Pos2> {
    let rows = window.query_all_by_role(Role::RadioButton);
    let rows = rows.filter(|node| node.accesskit_node().label().is_some_and(|label| label.contains("KB")));
    rows.map(|node| node.rect().center()).collect()
}

/// A window on a plan that was saved twice, with its versions wanted.
fn on_versions(folder: &Scratch) -> Window {
    let rim = Rim { home: Some(Home::at(folder.join("state"))), jobs: Jobs::held(), ..rim() };
    let mut window = window_in(rim, demo::two_cases(PlanId::default()));
    release(&mut window);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    type_path(&mut window, &folder.join("plan.moments"));
    release(&mut window);
    run(&mut window, Command::AddIdea);
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::S);
    release(&mut window);
    run(&mut window, Command::Versions);
    window
}

#[test]
fn listing_versions_and_opening_one_can_be_stopped_and_read_again() {
    let folder = Scratch::new("stopped-versions");
    let mut window = on_versions(&folder);
    assert!(!button(&window, "Stop reading the versions"), "not at once");
    later(&mut window);
    click(&mut window, "Stop reading the versions");
    release(&mut window);
    window.get_by_label("Reading the versions was stopped. The plan is as it was.");
    assert_eq!(rows(&window).len(), 0);
    click(&mut window, "Read again");
    assert!(window.state().release_job());
    window.run();
    assert_eq!(rows(&window).len(), 2);

    later(&mut window);
    click(&mut window, "Stop reading this version");
    release(&mut window);
    window.get_by_label("Reading this version was stopped. The plan is as it was.");
    assert_eq!(rows(&window).len(), 2, "the list stays");
    let cannot = |window: &Window| window.get_by_role_and_label(Role::Button, "Open as a copy").accesskit_node().is_disabled();
    assert!(cannot(&window));
    click(&mut window, "Read again");
    release(&mut window);
    assert!(!cannot(&window), "it was read");
    assert!(!button(&window, "Stop reading this version"));
}

#[test]
fn of_two_versions_only_the_one_that_is_chosen_is_waited_for_and_leaving_the_list_waits_for_none() {
    let folder = Scratch::new("stopped-choice");
    let mut window = on_versions(&folder);
    assert!(window.state().release_job());
    window.run();
    let other = rows(&window)[1];
    press_button(&mut window, other, egui::PointerButton::Primary);
    release(&mut window);
    let restore = window.get_by_role_and_label(Role::Button, "Restore");
    assert!(!restore.accesskit_node().is_disabled(), "the one that was chosen last is there");
    press(&mut window, Modifiers::NONE, Key::Escape);
    run(&mut window, Command::Versions);
    press(&mut window, Modifiers::NONE, Key::Escape);
    later(&mut window);
    assert!(!button(&window, "Stop reading the versions"));
    release(&mut window);
    assert!(window.query_by_role(Role::Dialog).is_none());
}
