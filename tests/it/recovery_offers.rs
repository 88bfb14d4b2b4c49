//! Which draft is offered, when, and what is said beside it; and what holds where looking for them breaks.

#![expect(clippy::disallowed_methods, reason = "tests lay out folders as the program left them")]

use std::path::PathBuf;
use std::process::Command as Process;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use momentboard::app::{App, Rim};
use momentboard::store::fs::Base;
use momentboard::store::home::Home;
use momentboard::store::{journal, open_plan, save_plan};
use momentboard::ui::command::Command;

use crate::app_window::*;
use crate::recovery::*;
use crate::scratch::{Scratch, write};

#[test]
fn whoever_goes_on_where_another_window_died_is_offered_its_draft() {
    let folder = Scratch::new("offers-edit-here");
    let path = saved_in(&folder, "plan.moments", 30);
    let mut first = start(&folder);
    open(&mut first, &path);
    edit(&mut first, 2);
    let before = plan(&first);
    let mut second = start(&folder);
    press(&mut second, Modifiers::COMMAND, Key::O);
    type_path(&mut second, &path);
    click(&mut second, "Look only");
    assert!(!is_offered(&second), "the other window works on it");
    drop(first);
    second.state_mut().look_at_file();
    second.run();
    click(&mut second, "Edit here");
    second.get_by_role_and_label(Role::Dialog, "2 edits since 14:02 were not saved");
    click(&mut second, "Restore");
    assert_eq!(plan(&second), before);
}

#[test]
fn what_was_left_for_later_is_not_asked_about_at_each_plan_that_is_opened() {
    let folder = Scratch::new("offers-later");
    let (path, _) = lost(&folder, "plan.moments", 31, 1);
    let mut window = start(&folder);
    click(&mut window, "Later");
    open(&mut window, &path);
    assert!(!is_offered(&window));
}

#[test]
fn of_several_drafts_that_of_the_plan_that_is_opened_is_looked_at_first() {
    let folder = Scratch::new("offers-first");
    let (path, _) = lost(&folder, "first.moments", 32, 1);
    lost(&folder, "second.moments", 33, 2);
    // All have the same time; of two, the one that is not first in the list is opened.
    let listed: Vec<PathBuf> = journal::found(&home(&folder)).into_iter().filter_map(|found| found.head.path).collect();
    let second = if listed[0] == path { folder.join("second.moments") } else { path };
    let mut app = App::at_start(Rim { home: Some(home(&folder)), ..world() }, true);
    app.open_at_start(&egui::Context::default(), second.clone());
    let window = window_of(app);
    window.get_by_role_and_label(Role::Dialog, "2 plans have edits that were not saved");
    assert!(has(&window, &second.display().to_string()));
}

#[test]
fn two_drafts_of_one_plan_are_not_two_plans() {
    let folder = Scratch::new("offers-one-plan");
    let path = saved_in(&folder, "plan.moments", 34);
    let elsewhere = folder.join("copy.moments");
    save_plan(&elsewhere, &open_plan(&path).unwrap().campaign, Base::New).unwrap();
    for path in [&path, &elsewhere] {
        let mut window = start(&folder);
        if is_offered(&window) {
            click(&mut window, "Later");
        }
        open(&mut window, path);
        edit(&mut window, 1);
    }
    let window = start(&folder);
    window.get_by_role_and_label(Role::Dialog, "2 drafts of 1 plan have edits that were not saved");
}

#[test]
fn the_note_about_a_crash_is_named_beside_what_is_offered_and_where_nothing_is() {
    let folder = Scratch::new("offers-note");
    lost(&folder, "plan.moments", 35, 1);
    let note = home(&folder).crashes().join("20270902-note.txt");
    std::fs::create_dir_all(home(&folder).crashes()).unwrap();
    write(&note, b"what happened");
    let crashed = || {
        let mut app = App::at_start(Rim { home: Some(home(&folder)), ..world() }, false);
        app.recover_first();
        window_of(app)
    };
    let mut window = crashed();
    assert!(is_offered(&window) && has(&window, &note.display().to_string()));
    click(&mut window, "Discard…");
    click(&mut window, "Discard");
    drop(window);
    let window = crashed();
    assert!(has(&window, "Nothing was lost") && has(&window, &note.display().to_string()));
}

#[test]
fn two_who_look_at_once_do_not_hide_drafts_from_each_other() {
    let folder = Scratch::new("offers-at-once");
    lost(&folder, "plan.moments", 40, 1);
    let home = home(&folder);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..25 {
                    assert_eq!(journal::found(&home).len(), 1);
                }
            });
        }
    });
}

/// How often a program of its own looked and did not find the one draft; run by the test below.
#[test]
fn a_child_that_looks_for_drafts() {
    let Some(folder) = std::env::var_os("MOMENTBOARD_LOOK_CHILD").map(PathBuf::from) else { return };
    let home = Home::at(folder.join("state"));
    let missed = (0..300).filter(|_| journal::tidy(&home, 0) != 0 || journal::found(&home).len() != 1).count();
    println!("missed {missed} times");
}

#[test]
fn two_programs_that_start_at_once_are_both_offered_what_waits() {
    let folder = Scratch::new("offers-programs");
    let (_, before) = lost(&folder, "plan.moments", 41, 1);
    let look = || {
        Process::new(std::env::current_exe().unwrap())
            .args(["--exact", "recovery_offers::a_child_that_looks_for_drafts", "--nocapture"])
            .env("MOMENTBOARD_LOOK_CHILD", folder.path())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .unwrap()
    };
    for child in [look(), look(), look()] {
        let said = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
        assert!(said.contains("missed 0 times"), "{said}");
    }
    // Whoever is first to restore it has it.
    let mut window = start(&folder);
    click(&mut window, "Restore");
    assert_eq!(plan(&window), before);
    assert!(!is_offered(&start(&folder)));
}

#[test]
fn what_was_discarded_comes_back_from_the_trash() {
    let folder = Scratch::new("offers-trash");
    let (path, before) = lost(&folder, "plan.moments", 38, 2);
    lost(&folder, "other.moments", 39, 1);
    let mut window = start(&folder);
    window.get_by_label_contains("plan, 2 edits, 14:02").click();
    window.run();
    click(&mut window, "Discard…");
    click(&mut window, "Discard");
    click(&mut window, "Later");
    assert_eq!((journals(&folder).len(), trash(&folder)), (1, 1));
    open(&mut window, &path);
    run(&mut window, Command::UnsavedWork);
    window.get_by_role_and_label(Role::Dialog, "Unsaved work");
    assert!(has(&window, "2 edits · 14:02 · Last: Add ") && has(&window, "goes on 2 Oct 2027"));
    assert!(has(&window, &home(&folder).trash().display().to_string()));
    window.get_by_label_contains("Put back plan, 2 edits, 14:02").click();
    window.run();
    assert_eq!((journals(&folder).len(), trash(&folder)), (2, 0));
    assert!(has(&window, "Nothing lies in the trash."));
    window.get_by_label_contains("Look at plan, 2 edits, 14:02").click();
    window.run();
    click(&mut window, "Restore");
    assert_eq!(plan(&window), before);
    // What was saved by now needs no way back.
    press(&mut window, Modifiers::COMMAND, Key::S);
    run(&mut window, Command::UnsavedWork);
    assert!(has(&window, "Nothing lies in the trash.") && has(&window, "Look at other, 1 edit, 14:02"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!has(&window, "Unsaved work"));
}

/// Set in the child: the plan that it opens.
const PLAN: &str = "MOMENTBOARD_TEST_OPENS";

/// What the child does; for everybody else there is nothing to do.
#[test]
fn child_whose_jobs_break() {
    let Some(path) = std::env::var_os(PLAN).map(PathBuf::from) else { return };
    let home = momentboard::store::home::Home::at(path.with_extension("state"));
    let mut app = App::at_start(Rim { home: Some(home), ..world() }, true);
    app.open_at_start(&egui::Context::default(), path.clone());
    let mut window = window_of(app);
    assert_eq!(plan(&window), open_plan(&path).unwrap().campaign, "the plan opens all the same");
    let mut said = false;
    while window.query_by_label("OK").is_some() {
        said |= has(&window, "Drafts were neither looked at nor moved") && has(&window, "Drafts stay where they are");
        assert!(!has(&window, "was not opened"));
        click(&mut window, "OK");
    }
    assert!(said, "what broke is said, and what is true about it");
    println!("went through");
}

#[test]
fn a_plan_opens_even_where_the_looking_for_drafts_breaks() {
    let folder = Scratch::new("offers-break");
    let path = saved_in(&folder, "plan.moments", 36);
    let mut child = Process::new(std::env::current_exe().unwrap());
    child.args(["--exact", "recovery_offers::child_whose_jobs_break", "--nocapture", "--test-threads=1"]);
    let done = child.env(PLAN, &path).env("MOMENTBOARD_PANIC", "job").output().unwrap();
    let out = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success() && out.contains("went through"), "{out}{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn words_of_a_later_version_go_through_the_journal_and_come_back() {
    let folder = Scratch::new("offers-future");
    let path = saved_in(&folder, "plan.moments", 37);
    let text = std::fs::read_to_string(&path)
        .unwrap()
        .replacen("version: 1", "version: 2", 1)
        .replacen("kind: community", "kind: duel(rounds: 3)", 1)
        .replacen("    campaign: (\n", "    campaign: (\n        mood: [bright, (loud: 2)],\n", 1);
    write(&path, text.as_bytes());
    let written = |window: &Window| String::from_utf8(momentboard::store::write(&plan(window)).unwrap()).unwrap();
    let later = ["duel(rounds: 3)", "mood: ", "loud: 2"];
    let mut window = start(&folder);
    press(&mut window, Modifiers::COMMAND, Key::O);
    type_path(&mut window, &path);
    while window.query_by_label("OK").is_some() {
        click(&mut window, "OK");
    }
    assert!(later.iter().all(|word| written(&window).contains(word)), "the file holds them");
    let first = plan(&window);
    edit(&mut window, 2);
    let before = (plan(&window), written(&window));
    drop(window);
    let mut window = start(&folder);
    click(&mut window, "Restore");
    while window.query_by_label("OK").is_some() {
        click(&mut window, "OK");
    }
    assert_eq!((plan(&window), written(&window)), before);
    press(&mut window, Modifiers::COMMAND, Key::S);
    let saved = std::fs::read_to_string(&path).unwrap();
    assert!(later.iter().all(|word| saved.contains(word)), "{saved}");
    for _ in 0..2 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(plan(&window), first, "and taken back it is what the file was");
}
