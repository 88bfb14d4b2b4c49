//! The window never waits for the disk, the clipboard or a lock: what it needs of them is done beside it, and meanwhile it answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand, PointerButton, Pos2};
use egui_kittest::kittest::Queryable;
use momentboard::app::{Clip, Jobs, Lack, Pasting, Rim};
use momentboard::model::{Campaign, IdSource, Kind, Moment, PlanId};
use momentboard::store::{demo, journal, open_plan, write};
use momentboard::ui::command::Command;
use momentboard::ui::view::SaveState;

use crate::app_window::*;
use crate::recovery::{edit, home, is_offered, lost, plan, saved_in, start, trash, world};
use crate::scratch::{self, Scratch};
use crate::share_window::open_share;

const CTRL: Modifiers = Modifiers::COMMAND;
const PLAIN: Modifiers = Modifiers::NONE;
const KEEPING: &str = "Stop keeping edits";

/// More than a second passes.
fn later(window: &mut Window) {
    window.run_steps(8);
}

fn release_all(window: &mut Window) {
    while window.state().release_job() {
        window.run();
    }
}

fn has_button(window: &Window, name: &str) -> bool {
    window.query_by_role_and_label(Role::Button, name).is_some()
}

/// Presses it where it is, as a hand does: what lies over it takes the press.
fn press_on(window: &mut Window, name: &str) {
    let at: Pos2 = window.get_by_role_and_label(Role::Button, name).rect().center();
    press_button(window, at, PointerButton::Primary);
}

/// A window on a plan that has a file and two edits that this does not hold, in which jobs wait.
fn edited(folder: &Scratch, id: u128) -> (Window, std::path::PathBuf) {
    let path = saved_in(folder, "plan.moments", id);
    let rim = Rim { home: Some(home(folder)), jobs: Jobs::held(), ..world() };
    let mut window = window_in(rim, Campaign::new(PlanId::default(), "Nothing yet"));
    release_all(&mut window);
    press(&mut window, CTRL, Key::O);
    type_path(&mut window, &path);
    release_all(&mut window);
    assert_eq!(window.state().save_state(), SaveState::Saved(None));
    edit(&mut window, 2);
    (window, path)
}

/// The same with the question about what somebody else wrote into the file.
fn in_conflict(folder: &Scratch, id: u128) -> (Window, Campaign) {
    let (mut window, path) = edited(folder, id);
    let theirs = Campaign { name: "From the office".into(), ..open_plan(&path).unwrap().campaign };
    scratch::write(&path, &write(&theirs).unwrap());
    press(&mut window, CTRL, Key::S);
    release_all(&mut window);
    let mine = plan(&window);
    (window, mine)
}

#[test]
fn what_the_file_holds_takes_the_place_of_edits_only_once_they_are_kept_and_nobody_waits_for_that() {
    let folder = Scratch::new("waits-theirs");
    let (mut window, mine) = in_conflict(&folder, 81);
    click(&mut window, "Take the file’s");
    assert_eq!(plan(&window), mine, "the disk has not answered yet");
    assert!(
        has_button(&window, "Take the file’s") && !has_button(&window, KEEPING),
        "the question stays, and nothing more is said at once"
    );
    later(&mut window);
    assert!(has_button(&window, KEEPING) && has(&window, "Keeping your edits first"));
    click(&mut window, "Keep mine");
    assert_eq!(window.state().save_state(), SaveState::ChangedOnDisk, "one answer is enough");
    release_all(&mut window);
    assert_eq!(plan(&window).name, "From the office");
    assert!(!has_button(&window, KEEPING) && window.query_by_role(Role::Dialog).is_none());
    assert!(has(&window, "lie in the trash of Unsaved work"));
    assert_eq!(trash(&folder), 1);
}

#[test]
fn whoever_stops_keeping_edits_has_them_on_screen_and_in_a_draft() {
    let folder = Scratch::new("waits-stopped");
    let (mut window, mine) = in_conflict(&folder, 82);
    for by_hand in [true, false] {
        click(&mut window, "Take the file’s");
        later(&mut window);
        if by_hand {
            press_on(&mut window, KEEPING);
            assert!(has_button(&window, "Take the file’s"), "it can be answered in another way");
        } else {
            press(&mut window, PLAIN, Key::Escape);
            assert!(window.query_by_role(Role::Dialog).is_none(), "the question can be left");
        }
        release_all(&mut window);
        assert!(!has_button(&window, KEEPING));
        assert_eq!(plan(&window), mine);
    }
    drop(window);
    let found = journal::found(&home(&folder));
    assert_eq!(found.len(), 1, "a crash would offer them again");
    assert_eq!(**journal::recover(&home(&folder), &found[0]).unwrap().last(), mine);
}

#[test]
fn an_earlier_version_takes_the_place_of_edits_only_once_they_are_kept() {
    let folder = Scratch::new("waits-version");
    let (mut window, _) = edited(&folder, 83);
    press(&mut window, CTRL, Key::S);
    release_all(&mut window);
    edit(&mut window, 1);
    let mine = plan(&window);
    run(&mut window, Command::Versions);
    release_all(&mut window);
    let rows: Vec<_> = window.query_all_by_role(Role::RadioButton).map(|row| row.rect().center()).collect();
    press_button(&mut window, rows[rows.len() - 1], PointerButton::Primary);
    release_all(&mut window);
    click(&mut window, "Restore");
    window.get_by_role_and_label(Role::Dialog, "Versions");
    assert_eq!(plan(&window), mine);
    release_all(&mut window);
    assert!(window.query_by_role(Role::Dialog).is_none());
    assert_ne!(plan(&window), mine);
    assert_eq!(trash(&folder), 1);
    press(&mut window, CTRL, Key::Z);
    assert_eq!(plan(&window), mine);
}

#[test]
fn another_plan_comes_only_once_there_is_a_draft_and_the_question_can_be_left_until_then() {
    let folder = Scratch::new("waits-draft");
    let (mut window, _) = edited(&folder, 84);
    let mine = plan(&window);
    for leaves in [true, false] {
        run(&mut window, Command::New);
        click(&mut window, "Keep a draft");
        assert_eq!(plan(&window), mine);
        later(&mut window);
        assert!(has_button(&window, KEEPING));
        if leaves {
            // Over the question the same word stands on the button that stops.
            press(&mut window, PLAIN, Key::Escape);
            assert!(window.query_by_role(Role::Dialog).is_none());
        }
        release_all(&mut window);
        assert_eq!(plan(&window) == mine, leaves);
    }
    assert!(window.query_by_role(Role::Dialog).is_none());
    drop(window);
    let mut window = start(&folder);
    assert!(is_offered(&window));
    click(&mut window, "Restore");
    assert_eq!(plan(&window), mine);
}

#[test]
fn a_draft_is_restored_once_the_lock_of_its_file_is_taken_and_the_window_does_not_wait_for_that() {
    let folder = Scratch::new("waits-lock");
    let (_, lost) = lost(&folder, "plan.moments", 85, 2);
    let rim = Rim { home: Some(home(&folder)), jobs: Jobs::held(), ..world() };
    let mut window = window_in(rim, Campaign::new(PlanId::default(), "Nothing yet"));
    release_all(&mut window);
    click(&mut window, "Restore");
    assert!(plan(&window) != lost, "the lock is not taken yet");
    run(&mut window, Command::AddBrandLane);
    let meanwhile = plan(&window);
    assert_eq!(meanwhile.lanes.len(), 1, "the window answers");
    release_all(&mut window);
    assert!(plan(&window) == meanwhile, "what was done meanwhile was not asked about");
    window.get_by_role_and_label(Role::Dialog, "Save the changes?");
    click(&mut window, "Keep a draft");
    release_all(&mut window);
    assert!(plan(&window) == lost);
    assert_eq!(window.state().save_state(), SaveState::Edited);
}

/// What was put onto the clipboard by the window itself.
fn puts(window: &Window) -> usize {
    let commands = &window.output().platform_output.commands;
    commands.iter().filter(|command| matches!(command, OutputCommand::CopyImage(_) | OutputCommand::CopyText(_))).count()
}

#[test]
fn a_picture_is_put_onto_the_clipboard_by_a_job_and_it_is_said_whether_it_is_there() {
    for takes in [true, false] {
        let put = Arc::new(AtomicUsize::new(0));
        let mut window = window_with_held_jobs(demo::fictional(PlanId::default()));
        let pixels = Arc::clone(&put);
        let pasting = Pasting::new(
            || Clip::Other(Box::new(|| Err(Lack::Nothing))),
            |job| {
                job();
                true
            },
        );
        window.ctx.add_plugin(pasting.putting(move |picture| {
            pixels.fetch_add(picture.rgba.len(), Ordering::Relaxed);
            takes
        }));
        release_all(&mut window);
        open_share(&mut window);
        release_all(&mut window);
        click(&mut window, "Copy");
        assert_eq!(put.load(Ordering::Relaxed), 0, "the window itself puts nothing there");
        let mut by_window = 0;
        while window.state().release_job() {
            window.step();
            by_window += puts(&window);
        }
        window.run();
        assert_eq!(by_window, 0);
        assert!(put.load(Ordering::Relaxed) > 1920 * 1000 * 4, "a page in full size");
        if takes {
            window.get_by_label("The picture is on the clipboard.");
        } else {
            window.get_by_role_and_label(Role::Dialog, "The picture could not be copied");
            assert!(has(&window, "The clipboard of this computer did not take it."));
        }
    }
}

#[test]
fn many_moments_are_written_for_the_clipboard_by_a_job() {
    let mut ids = IdSource::seeded(7);
    let mut plan = demo::two_cases(PlanId::default());
    let lane = Arc::make_mut(&mut plan.lanes[0]);
    for number in 0..501 {
        lane.moments.push(Arc::new(Moment::new(ids.moment(), Kind::Story, format!("Card {number}"))));
    }
    let mut window = window_with_held_jobs(plan);
    release_all(&mut window);
    run(&mut window, Command::SelectAll);
    window.input_mut().events.push(Event::Copy);
    window.step();
    assert_eq!(puts(&window), 0, "it is still being written");
    let mut copied = 0;
    while window.state().release_job() {
        window.step();
        copied += puts(&window);
    }
    assert_eq!(copied, 1);
}
