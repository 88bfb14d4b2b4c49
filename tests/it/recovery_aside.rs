//! Where another state of the plan takes the place of edits that no file has, those are not only to be had by undo: they lie in
//! the trash of unsaved work, whatever the window does next.

#![expect(clippy::disallowed_methods, reason = "the tests play whoever moves and overwrites files")]

use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use momentboard::app::{App, Jobs, Rim};
use momentboard::model::{Campaign, PlanId};
use momentboard::store::fs::Base;
use momentboard::store::{demo, journal, open_plan, save_plan, write};
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, SaveState, Selection};

use crate::app_window::*;
use crate::recovery::*;
use crate::scratch::{self, Scratch};

const CTRL: Modifiers = Modifiers::COMMAND;

/// A window with two edits of a plan that has a file.
fn edited(folder: &Scratch, id: u128) -> (Window, PathBuf, Campaign) {
    let path = saved_in(folder, "plan.moments", id);
    let mut window = start(folder);
    open(&mut window, &path);
    edit(&mut window, 2);
    let mine = plan(&window);
    (window, path, mine)
}

/// The same plan with another name, as somebody else left it.
fn renamed(path: &Path, name: &str) -> Vec<u8> {
    write(&Campaign { name: name.into(), ..open_plan(path).unwrap().campaign }).unwrap()
}

/// What lies in the trash comes back, and holds exactly that.
fn comes_back(folder: &Scratch, mine: &Campaign) {
    assert_eq!(trash(folder), 1);
    let [trashed] = &journal::trashed(&home(folder))[..] else { panic!("one draft lies in the trash") };
    journal::put_back(&home(folder), trashed).unwrap();
    let [found] = &journal::found(&home(folder))[..] else { panic!("one draft waits") };
    assert_eq!(**journal::recover(&home(folder), found).unwrap().last(), *mine);
}

#[test]
fn edits_that_give_way_to_the_file_lie_in_the_trash_however_the_window_ends() {
    for ends_by_dying in [true, false] {
        let folder = Scratch::new(if ends_by_dying { "aside-dies" } else { "aside-closes" });
        let (mut window, path, mine) = edited(&folder, 60);
        scratch::write(&path, &renamed(&path, "From the office"));
        press(&mut window, CTRL, Key::S);
        click(&mut window, "Take the file’s");
        assert_eq!(plan(&window).name, "From the office");
        assert_eq!(window.state().save_state(), SaveState::Saved(None));
        assert!(has(&window, "lie in the trash of Unsaved work"), "where they are is said");
        if !ends_by_dying {
            close(&mut window);
            assert!(window.state().is_closing());
        }
        drop(window);
        let mut window = start(&folder);
        assert!(!is_offered(&window), "nobody is asked about what they gave up");
        run(&mut window, Command::UnsavedWork);
        assert!(has(&window, "2 edits · 14:02 · Last: Add "));
        drop(window);
        comes_back(&folder, &mine);
    }
}

#[test]
fn what_is_undone_and_edited_after_taking_the_files_is_kept_as_any_edit() {
    let folder = Scratch::new("aside-undo");
    let (mut window, path, mine) = edited(&folder, 61);
    scratch::write(&path, &renamed(&path, "From the office"));
    press(&mut window, CTRL, Key::S);
    click(&mut window, "Take the file’s");
    press(&mut window, CTRL, Key::Z);
    assert_eq!(plan(&window), mine);
    edit(&mut window, 1);
    let last = plan(&window);
    drop(window);
    let mut window = start(&folder);
    click(&mut window, "Restore");
    assert_eq!(plan(&window), last);
}

#[test]
fn edits_that_give_way_to_a_copy_lie_in_the_trash_and_the_copy_is_not_offered_again() {
    let folder = Scratch::new("aside-copy");
    let path = saved_in(&folder, "plan.moments", 62);
    folder.put("plan (1).moments", renamed(&path, "From the other laptop"));
    let mut window = start(&folder);
    open(&mut window, &path);
    edit(&mut window, 2);
    let mine = plan(&window);
    for _ in 0..2 {
        window.state_mut().look_at_file();
        window.run();
    }
    click(&mut window, "Compare…");
    click(&mut window, "Take the copy’s");
    assert_eq!(plan(&window).name, "From the other laptop");
    assert!(!has(&window, "beside this plan holds the same plan"), "it was taken");
    press(&mut window, CTRL, Key::S);
    close(&mut window);
    drop(window);
    comes_back(&folder, &mine);
}

#[test]
fn edits_that_give_way_to_an_earlier_version_lie_in_the_trash() {
    let folder = Scratch::new("aside-version");
    let (mut window, _, _) = edited(&folder, 63);
    press(&mut window, CTRL, Key::S);
    edit(&mut window, 1);
    let mine = plan(&window);
    press(&mut window, CTRL.plus(Modifiers::SHIFT), Key::H);
    window.get_by_role_and_label(Role::Dialog, "Versions");
    let rows: Vec<_> = window.query_all_by_role(Role::RadioButton).collect();
    rows.last().unwrap().click();
    drop(rows);
    window.run();
    click(&mut window, "Restore");
    assert_ne!(plan(&window), mine);
    assert!(has(&window, "lie in the trash of Unsaved work, too"));
    press(&mut window, CTRL, Key::S);
    close(&mut window);
    drop(window);
    comes_back(&folder, &mine);
}

#[test]
fn where_edits_cannot_be_kept_nothing_takes_their_place() {
    let folder = Scratch::new("aside-refused");
    let (mut window, path, _) = edited(&folder, 64);
    let theirs = renamed(&path, "From the office");
    // The trash is a file, so nothing can be put there.
    scratch::write(&home(&folder).trash(), b"");
    scratch::write(&path, &theirs);
    let mine = plan(&window);
    press(&mut window, CTRL, Key::S);
    click(&mut window, "Take the file’s");
    window.get_by_role_and_label(Role::Dialog, "Nothing was replaced");
    assert_eq!(plan(&window), mine);
    assert!(has(&window, "The disk reports: "), "why is said");
    click(&mut window, "OK");
    assert_eq!(window.state().save_state(), SaveState::ChangedOnDisk);
    drop(window);
    assert_eq!(journal::found(&home(&folder)).len(), 1, "the draft is where it was");
}

#[test]
fn that_other_plans_have_unsaved_work_is_said_whether_it_or_the_plan_is_there_first() {
    for drafts_first in [true, false] {
        let folder = Scratch::new(if drafts_first { "aside-drafts-first" } else { "aside-plan-first" });
        lost(&folder, "first.moments", 65, 1);
        lost(&folder, "second.moments", 66, 1);
        let path = saved_in(&folder, "plan.moments", 67);
        let mut app = App::at_start(Rim { home: Some(home(&folder)), jobs: Jobs::held(), ..world() }, true);
        if !drafts_first {
            app.open_at_start(&egui::Context::default(), path.clone());
        }
        let mut window = window_of(app);
        if drafts_first {
            // Whoever drops a file on a window that has just opened asks for a plan as well.
            window.state_mut().open_at_start(&egui::Context::default(), path);
        }
        while window.state().release_job() {
            window.run();
        }
        window.run();
        assert_eq!(plan(&window).name, "plan");
        window.get_by_label("Unsaved work on 2 other plans waits.");
        click(&mut window, "Unsaved work…");
        while window.state().release_job() {
            window.run();
        }
        window.get_by_role_and_label(Role::Dialog, "Unsaved work");
        assert!(has(&window, "Look at first, 1 edit") && has(&window, "Look at second, 1 edit"));
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert!(!has(&window, "other plans waits"), "it was read");
    }
}

#[test]
fn a_draft_finds_its_plan_under_another_name() {
    let folder = Scratch::new("aside-moved");
    let (path, before) = lost(&folder, "plan.moments", 68, 2);
    let elsewhere = folder.join("renamed.moments");
    std::fs::rename(&path, &elsewhere).unwrap();
    let mut app = App::at_start(Rim { home: Some(home(&folder)), ..world() }, true);
    app.open_at_start(&egui::Context::default(), elsewhere.clone());
    let mut window = window_of(app);
    assert!(has(&window, "The file is called “renamed.moments” now"));
    click(&mut window, "Restore");
    assert_eq!(plan(&window), before);
    assert_eq!(window.state().save_state(), SaveState::Edited);
    press(&mut window, CTRL, Key::S);
    assert_eq!(open_plan(&elsewhere).unwrap().campaign, before);
    assert!(!path.exists());
    drop(window);
    assert!(journal::found(&home(&folder)).is_empty());
}

#[test]
fn a_draft_whose_file_was_emptied_comes_back_in_peace_and_still_names_its_file() {
    let folder = Scratch::new("aside-emptied");
    let (path, before) = lost(&folder, "plan.moments", 69, 2);
    scratch::write(&path, b"");
    let start_on_it = || {
        let mut app = App::at_start(Rim { home: Some(home(&folder)), ..world() }, true);
        app.open_at_start(&egui::Context::default(), path.clone());
        window_of(app)
    };
    let mut window = start_on_it();
    click(&mut window, "Restore");
    assert_eq!(plan(&window), before);
    assert!(!has(&window, "could not be opened"), "what was wrong with the file is not what is on screen");
    drop(window);
    let window = start_on_it();
    assert!(is_offered(&window) && has(&window, &format!("File: {}", path.display())));
    assert!(!has(&window, "Never saved to a file"));
}

#[test]
fn a_plan_that_nobody_edited_is_not_said_to_have_changes() {
    let folder = Scratch::new("aside-zeros");
    let path = saved_in(&folder, "plan.moments", 70);
    let mut window = start(&folder);
    open(&mut window, &path);
    scratch::write(&path, &[0; 512]);
    for _ in 0..2 {
        window.state_mut().look_at_file();
        window.run();
    }
    press(&mut window, CTRL, Key::S);
    window.get_by_role_and_label(Role::Dialog, "The file changed meanwhile");
    assert!(has(&window, "Nothing was edited here since.") && has(&window, "Versions in the menu"));
    assert!(!has(&window, "changes of its own"));
}

#[test]
fn that_the_file_changed_is_said_behind_a_question_too() {
    let folder = Scratch::new("aside-behind");
    let path = saved_in(&folder, "plan.moments", 71);
    let mut window = start(&folder);
    open(&mut window, &path);
    run(&mut window, Command::Versions);
    let theirs = renamed(&path, "From the office");
    scratch::write(&path, &theirs);
    for _ in 0..2 {
        window.state_mut().look_at_file();
        window.run();
    }
    assert_eq!(window.state().save_state(), SaveState::ChangedOnDisk);
    assert_eq!(plan(&window).name, "plan", "nothing changes under the question");
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.run();
    assert_eq!(plan(&window).name, "From the office");
    assert_eq!(window.state().save_state(), SaveState::Saved(None));
}

#[test]
fn a_copy_of_a_version_has_a_name_that_tells_it_apart() {
    let folder = Scratch::new("aside-named");
    let (mut window, _, _) = edited(&folder, 72);
    press(&mut window, CTRL, Key::S);
    press(&mut window, CTRL.plus(Modifiers::SHIFT), Key::H);
    click(&mut window, "Open as a copy");
    let name = plan(&window).name;
    assert!(name == "plan (2 Sep, 14:02)", "{name}");
    assert_eq!(window.state().save_state(), SaveState::NotSavedYet);
}

#[test]
fn what_a_file_holds_that_is_replaced_is_kept_and_that_is_said() {
    let folder = Scratch::new("aside-replace");
    let other = folder.join("other.moments");
    save_plan(&other, &demo::two_cases(PlanId::from_bits(73)), Base::New).unwrap();
    let mut window = start(&folder);
    run(&mut window, Command::OpenCases);
    press(&mut window, CTRL, Key::S);
    type_path(&mut window, &other);
    window.get_by_role_and_label(Role::Dialog, "Replace the file?");
    assert!(has(&window, "what it holds now is kept as a version") && !has(&window, "is lost"));
    click(&mut window, "Replace");
    let kept = momentboard::store::history::list(&home(&folder), PlanId::from_bits(73)).unwrap();
    assert_eq!(kept.len(), 1);
}

#[test]
fn that_a_file_to_be_replaced_is_open_in_another_window_is_said() {
    let folder = Scratch::new("aside-replace-open");
    let other = saved_in(&folder, "other.moments", 74);
    let mut first = start(&folder);
    open(&mut first, &other);
    let mut window = start(&folder);
    run(&mut window, Command::OpenCases);
    press(&mut window, CTRL, Key::S);
    type_path(&mut window, &other);
    assert!(has(&window, "its plan is open in another window"));
    drop(first);
    click(&mut window, "Cancel");
    press(&mut window, CTRL, Key::S);
    type_path(&mut window, &other);
    assert!(has(&window, "is kept as a version") && !has(&window, "open in another window"));
}

#[test]
fn what_is_being_written_on_a_card_is_not_taken_away_by_another_program() {
    let folder = Scratch::new("aside-writing");
    let path = saved_in(&folder, "plan.moments", 75);
    let mut window = start(&folder);
    open(&mut window, &path);
    let first = plan(&window).lanes[0].moments[0].id;
    window.state_mut().want(Action::Select(Selection::moment(first, None)));
    window.run();
    press(&mut window, Modifiers::NONE, Key::F2);
    window.event(Event::Text("Written here".into()));
    window.run();
    scratch::write(&path, &renamed(&path, "From the office"));
    for _ in 0..2 {
        window.state_mut().look_at_file();
        window.run();
    }
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(plan(&window).lanes[0].moments[0].title, "Written here");
    assert_eq!(window.state().save_state(), SaveState::ChangedOnDisk);
}
