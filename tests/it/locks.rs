//! A plan that is open twice: who has it, what the second window may do, and locks that nobody holds any more.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command as Process, Stdio};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use momentboard::app::{App, Rim, Screen};
use momentboard::model::PlanId;
use momentboard::store::fs::Base;
use momentboard::store::home::Home;
use momentboard::store::lock::{self, Holder, Locked};
use momentboard::store::{demo, open_plan, save_plan, template};
use momentboard::ui::command::Command;
use momentboard::ui::view::SaveState;

use crate::app_window::*;
use crate::faulty::Faulty;
use crate::scratch::{self, Scratch};

const CTRL: Modifiers = Modifiers::COMMAND;
const ASKED: &str = "Open in another window";

fn saved_in(folder: &Scratch) -> PathBuf {
    let path = folder.join("plan.moments");
    save_plan(&path, &demo::two_cases(PlanId::default()), Base::New).unwrap();
    path
}

fn empty(folder: &Scratch) -> Window {
    let rim = Rim { home: Some(Home::at(folder.join("state"))), ..rim() };
    let blank = template::blank(&mut momentboard::model::IdSource::seeded(7));
    window_in(rim, blank)
}

fn open(window: &mut Window, path: &Path) {
    press(window, CTRL, Key::O);
    type_path(window, path);
}

fn opened(folder: &Scratch, path: &Path) -> Window {
    let mut window = empty(folder);
    open(&mut window, path);
    window
}

fn count(window: &Window) -> usize {
    window.state().document().campaign().moment_count()
}

fn add(window: &mut Window) {
    press(window, Modifiers::NONE, Key::Escape);
    press(window, Modifiers::NONE, Key::Num1);
    press(window, Modifiers::NONE, Key::Escape);
}

#[test]
fn a_second_window_looks_only_and_says_why() {
    let folder = Scratch::new("locks-look");
    let path = saved_in(&folder);
    let mut first = opened(&folder, &path);
    assert!(first.query_by_role_and_label(Role::Dialog, ASKED).is_none());
    let mut second = opened(&folder, &path);
    second.get_by_role_and_label(Role::Dialog, ASKED);
    second.get_by_label("“plan.moments” is open in another window since 14:02.");
    click(&mut second, "Look only");
    let moments = count(&second);
    assert!(moments > 0);
    assert_eq!(second.state().save_state(), SaveState::ReadOnly);
    second.get_by_label_contains("Only to look at: this plan is open in another window since 14:02");
    add(&mut second);
    run(&mut second, Command::AddIdea);
    assert_eq!(count(&second), moments);
    assert!(!second.state().document().is_dirty());
    second.get_by_label_contains("so it can only be looked at here");

    add(&mut first);
    assert_eq!(count(&first), moments + 1, "the first window edits as before");
}

#[test]
fn once_the_other_window_is_closed_this_one_may_edit() {
    let folder = Scratch::new("locks-after");
    let path = saved_in(&folder);
    let first = opened(&folder, &path);
    let mut second = opened(&folder, &path);
    click(&mut second, "Look only");
    assert!(second.query_by_label("Edit here").is_none(), "it is not offered while it cannot be done");
    drop(first);
    second.state_mut().look_at_file();
    second.run();
    click(&mut second, "Edit here");
    assert!(second.query_by_role_and_label(Role::Dialog, ASKED).is_none());
    let moments = count(&second);
    add(&mut second);
    assert_eq!(count(&second), moments + 1);
    press(&mut second, CTRL, Key::S);
    assert_eq!(open_plan(&path).unwrap().campaign.moment_count(), moments + 1);
}

#[test]
fn while_the_other_window_has_the_plan_a_copy_of_it_can_be_edited() {
    let folder = Scratch::new("locks-look-copy");
    let path = saved_in(&folder);
    let _first = opened(&folder, &path);
    let mut second = opened(&folder, &path);
    click(&mut second, "Look only");
    let moments = count(&second);
    click(&mut second, "Open a copy");
    assert_eq!(second.state().save_state(), SaveState::NotSavedYet);
    assert!(second.query_by_label_contains("Only to look at").is_none());
    add(&mut second);
    assert_eq!(count(&second), moments + 1);
    assert_eq!(open_plan(&path).unwrap().campaign.moment_count(), moments, "the file is the other window's");
}

#[test]
fn a_copy_has_no_file_and_cancel_leaves_everything() {
    let folder = Scratch::new("locks-copy");
    let path = saved_in(&folder);
    let _first = opened(&folder, &path);
    let mut second = empty(&folder);
    open(&mut second, &path);
    click(&mut second, "Cancel");
    assert_eq!(count(&second), 0, "what was on screen stays");
    open(&mut second, &path);
    click(&mut second, "Open a copy");
    let moments = count(&second);
    assert!(moments > 0);
    assert_eq!(second.state().save_state(), SaveState::NotSavedYet);
    add(&mut second);
    press(&mut second, CTRL, Key::S);
    second.get_by_role_and_label(Role::Dialog, "Save the plan");
    type_path(&mut second, &folder.join("mine.moments"));
    assert_eq!(open_plan(&path).unwrap().campaign.moment_count(), moments);
    // The copy is a file of its own, with a lock of its own.
    let mut third = opened(&folder, &folder.join("mine.moments"));
    third.get_by_role_and_label(Role::Dialog, ASKED);
    press(&mut third, Modifiers::NONE, Key::Escape);
    assert_eq!(count(&third), 0);
}

#[test]
fn one_window_may_open_its_own_file_again_by_any_path() {
    let folder = Scratch::new("locks-own");
    let path = saved_in(&folder);
    let mut window = opened(&folder, &path);
    for path in [path.clone(), folder.path().join(".").join("plan.moments")] {
        open(&mut window, &path);
        assert!(window.query_by_role_and_label(Role::Dialog, ASKED).is_none());
        assert_eq!(window.state().save_state(), SaveState::Saved(None));
    }
    // It is still ours after all that.
    opened(&folder, &path).get_by_role_and_label(Role::Dialog, ASKED);
}

#[test]
fn what_a_window_leaves_for_another_plan_is_free() {
    let folder = Scratch::new("locks-left");
    let path = saved_in(&folder);
    let mut first = opened(&folder, &path);
    press(&mut first, CTRL, Key::N);
    let second = opened(&folder, &path);
    assert_eq!(second.state().save_state(), SaveState::Saved(None));
}

#[test]
fn without_a_place_for_locks_a_save_still_replaces_only_what_it_has_seen() {
    let folder = Scratch::new("locks-nowhere");
    let path = saved_in(&folder);
    // A file stands where the folder of our state is to be.
    scratch::write(&folder.join("state"), b"");
    let (mut first, mut second) = (opened(&folder, &path), opened(&folder, &path));
    add(&mut first);
    // Twice, so that it is not the very same that both add.
    add(&mut second);
    add(&mut second);
    press(&mut first, CTRL, Key::S);
    assert_eq!(first.state().save_state(), SaveState::Saved(Some("14:02".into())));
    let bytes = std::fs::read(&path).unwrap();
    press(&mut second, CTRL, Key::S);
    second.get_by_role_and_label(Role::Dialog, "The file changed meanwhile");
    assert_eq!(second.state().save_state(), SaveState::ChangedOnDisk);
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_file_marked_read_only_is_looked_at_and_saved_elsewhere() {
    let folder = Scratch::new("locks-marked");
    let path = saved_in(&folder);
    let mut marked = std::fs::metadata(&path).unwrap().permissions();
    marked.set_readonly(true);
    std::fs::set_permissions(&path, marked).unwrap();
    let mut window = opened(&folder, &path);
    let moments = count(&window);
    assert_eq!(window.state().save_state(), SaveState::ReadOnly);
    add(&mut window);
    assert_eq!(count(&window), moments);
    press(&mut window, CTRL, Key::S);
    assert!(has(&window, "plan copy.moments"), "its own name is not proposed");
    type_path(&mut window, &folder.join("other.moments"));
    add(&mut window);
    assert_eq!(count(&window), moments + 1);
}

#[test]
fn a_file_that_nobody_here_may_write_is_looked_at_from_the_start() {
    let folder = Scratch::new("locks-closed");
    let path = saved_in(&folder);
    Faulty::sealed(folder.path()).on(|| {
        let mut window = opened(&folder, &path);
        assert_eq!(window.state().save_state(), SaveState::ReadOnly);
        window.get_by_label_contains("Only to look at: there is no permission to change the file here.");
        let moments = count(&window);
        add(&mut window);
        assert_eq!(count(&window), moments);
        press(&mut window, CTRL, Key::S);
        assert!(has(&window, "plan copy.moments"));
        assert!(!has(&window, &folder.path().display().to_string()), "a folder that takes no file is not proposed");
    });
    // A folder that takes no second file is enough to be careful with, and the file itself can still be saved.
    Faulty::default().closed(folder.path()).on(|| {
        assert_eq!(opened(&folder, &path).state().save_state(), SaveState::Saved(None));
    });
    assert_eq!(opened(&folder, &path).state().save_state(), SaveState::Saved(None));
    assert_eq!(folder.names().iter().filter(|name| name.contains("plan")).count(), 1, "looking leaves nothing behind");
}

#[test]
fn a_window_started_with_a_plan_that_another_has_shows_no_other_plan() {
    let folder = Scratch::new("locks-start");
    let path = saved_in(&folder);
    let _first = opened(&folder, &path);
    let started = |path: &Path| {
        let mut app = App::at_start(Rim { home: Some(Home::at(folder.join("state"))), ..rim() }, true);
        app.open_at_start(&egui::Context::default(), path.to_owned());
        window_of(app)
    };
    let mut window = started(&path);
    window.get_by_role_and_label(Role::Dialog, ASKED);
    assert_eq!(window.state().screen(), Screen::Nothing);
    click(&mut window, "Cancel");
    assert_eq!(window.state().screen(), Screen::Welcome);
    let mut window = started(&path);
    click(&mut window, "Look only");
    assert_eq!((window.state().screen(), window.state().save_state()), (Screen::Plan, SaveState::ReadOnly));
    let mut window = started(&folder.join("none.moments"));
    assert_eq!(window.state().screen(), Screen::Nothing);
    click(&mut window, "OK");
    assert_eq!(window.state().screen(), Screen::Welcome);
}

/// Another program that holds the lock of the plan.
fn held_by_a_child(folder: &Scratch) -> Child {
    let mut child = Process::new(std::env::current_exe().unwrap())
        .args(["--exact", "locks::a_child_that_holds_a_lock", "--nocapture"])
        .env("MOMENTBOARD_LOCK_CHILD", folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().contains("held")));
    child
}

#[test]
fn a_window_that_only_looks_sees_that_the_other_one_died_and_offers_to_edit() {
    let folder = Scratch::new("locks-died");
    let path = saved_in(&folder);
    let mut child = held_by_a_child(&folder);
    let mut window = opened(&folder, &path);
    click(&mut window, "Look only");
    let look = |window: &mut Window| {
        for _ in 0..2 {
            window.state_mut().look_at_file();
            window.run();
        }
    };
    look(&mut window);
    assert!(has(&window, "this plan is open in another window since 1 Sep, 09:30"));
    child.kill().unwrap();
    child.wait().unwrap();
    look(&mut window);
    assert!(has(&window, "the other window does not have this plan open any more"));
    assert!(!has(&window, "this plan is open in another window"));
    let moments = count(&window);
    add(&mut window);
    assert_eq!(count(&window), moments, "nothing changes before somebody says so");
    // Somebody else is faster.
    let mut child = held_by_a_child(&folder);
    look(&mut window);
    assert!(has(&window, "this plan is open in another window since 1 Sep, 09:30"));
    child.kill().unwrap();
    child.wait().unwrap();
    look(&mut window);
    // What the file holds by now is what is edited.
    let opened = open_plan(&path).unwrap();
    let plan = momentboard::model::Campaign { name: "Since then".into(), ..opened.campaign };
    save_plan(&path, &plan, Base::Loaded(opened.stamp)).unwrap();
    click(&mut window, "Edit here");
    assert_eq!(window.state().document().campaign().name, "Since then");
    add(&mut window);
    assert_eq!(count(&window), moments + 1);
}

#[test]
fn a_lock_that_was_left_behind_holds_nobody_up() {
    let folder = Scratch::new("locks-stale");
    let path = saved_in(&folder);
    let mut child = held_by_a_child(&folder);
    let mut window = empty(&folder);
    open(&mut window, &path);
    window.get_by_role_and_label(Role::Dialog, ASKED);
    window.get_by_label("“plan.moments” is open in another window since 1 Sep, 09:30 on elsewhere.");
    click(&mut window, "Cancel");
    // It dies without a word, as in a crash.
    child.kill().unwrap();
    child.wait().unwrap();
    open(&mut window, &path);
    assert!(window.query_by_role_and_label(Role::Dialog, ASKED).is_none());
    assert_eq!(window.state().save_state(), SaveState::Saved(None));
}

/// Does nothing by itself; the test above runs it as a program of its own.
#[test]
fn a_child_that_holds_a_lock() {
    let Some(folder) = std::env::var_os("MOMENTBOARD_LOCK_CHILD").map(PathBuf::from) else { return };
    let path = folder.join("plan.moments");
    let plan = open_plan(&path).unwrap().campaign.id;
    let day = momentboard::model::Day::new(2027, 9, 1).unwrap();
    let since = i64::from(day.number()) * 86_400 + (9 * 60 + 30) * 60;
    let me = Holder { pid: std::process::id(), host: "elsewhere".into(), since };
    let locked = lock::lock(&Home::at(folder.join("state")), plan, &path, &me);
    assert!(matches!(locked, Locked::Ours(_)));
    println!("held");
    // Until it is killed.
    let _ = std::io::stdin().read_line(&mut String::new());
    drop(locked);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test puts a folder where nobody expects one")]
fn a_folder_in_the_place_of_a_lock_does_not_hide_the_other_window() {
    let folder = Scratch::new("locks-folder");
    let path = saved_in(&folder);
    drop(opened(&folder, &path));
    let locks = Home::at(folder.join("state")).locks();
    let all: Vec<_> = std::fs::read_dir(&locks).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!all.is_empty(), "a lock stays as an empty file");
    for lock in all {
        std::fs::remove_file(&lock).unwrap();
        std::fs::create_dir(&lock).unwrap();
    }
    let first = opened(&folder, &path);
    let mut second = opened(&folder, &path);
    second.get_by_role_and_label(Role::Dialog, ASKED);
    click(&mut second, "Cancel");
    drop(first);
    let mut third = opened(&folder, &path);
    assert!(third.query_by_role_and_label(Role::Dialog, ASKED).is_none());
    let moments = count(&third);
    add(&mut third);
    assert_eq!(count(&third), moments + 1);
}
