//! The plan's file under the eyes of the window: what other programs do to it is seen, and never wins unasked.

use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{Jobs, Rim};
use momentboard::model::{Campaign, PlanId};
use momentboard::store::fs::Base;
use momentboard::store::home::Home;
use momentboard::store::watch::{Seen, Watched};
use momentboard::store::{Stamp, demo, open_plan, save_plan, write};
use momentboard::ui::view::SaveState;

use crate::app_window::*;
use crate::scratch::{self, Scratch};

const CTRL: Modifiers = Modifiers::COMMAND;
const CHANGED: &str = "The file changed meanwhile";

fn plan() -> Campaign {
    demo::two_cases(PlanId::default())
}

/// The plan as somebody else left it.
fn theirs(name: &str) -> Vec<u8> {
    write(&Campaign { name: name.into(), ..plan() }).unwrap()
}

fn saved_in(folder: &Scratch) -> PathBuf {
    let path = folder.join("plan.moments");
    save_plan(&path, &plan(), Base::New).unwrap();
    path
}

fn opened_by(folder: &Scratch, path: &Path, jobs: Jobs) -> Window {
    let rim = Rim { home: Some(Home::at(folder.join("state"))), jobs, ..rim() };
    let mut window = window_in(rim, demo::fictional(PlanId::default()));
    press(&mut window, CTRL, Key::O);
    type_path(&mut window, path);
    while window.state().release_job() {
        window.run();
    }
    look(&mut window);
    assert_eq!(window.state().save_state(), SaveState::Saved(None));
    window
}

fn opened(folder: &Scratch, path: &Path) -> Window {
    opened_by(folder, path, Jobs::on_the_spot())
}

/// Two looks: the first sees that something moved, the second that it is over.
fn look(window: &mut Window) {
    for _ in 0..2 {
        window.state_mut().look_at_file();
        window.run();
    }
}

fn edit(window: &mut Window) {
    press(window, Modifiers::NONE, Key::Escape);
    press(window, Modifiers::NONE, Key::Num1);
    press(window, Modifiers::NONE, Key::Escape);
}

fn name(window: &Window) -> String {
    window.state().document().campaign().name.clone()
}

fn count(window: &Window) -> usize {
    window.state().document().campaign().moment_count()
}

fn is_asked(window: &Window) -> bool {
    window.query_by_role_and_label(Role::Dialog, CHANGED).is_some()
}

#[test]
fn a_look_reads_only_what_moved_and_believes_it_the_second_time() {
    let folder = Scratch::new("watch-store");
    let path = folder.put("plan.moments", "one");
    let mut watched = Watched::new(&path, Stamp::of(b"one"));
    assert_eq!([watched.look(), watched.look(), watched.look()], [Seen::Settling, Seen::Same, Seen::Same]);
    scratch::write(&path, b"three");
    assert_eq!([watched.look(), watched.look()], [Seen::Settling, Seen::Changed(Stamp::of(b"three"))]);
    assert_eq!(watched.look(), Seen::Changed(Stamp::of(b"three")));
    watched.wrote(Stamp::of(b"three"));
    assert_eq!(watched.look(), Seen::Same);
    remove(&path);
    assert_eq!([watched.look(), watched.look()], [Seen::Settling, Seen::Gone]);
    scratch::write(&path, b"three");
    assert_eq!([watched.look(), watched.look()], [Seen::Settling, Seen::Same]);
    // A program that takes the file away and puts another there at once is never taken for one that removed it.
    remove(&path);
    assert_eq!(watched.look(), Seen::Settling);
    scratch::write(&path, b"four");
    assert_eq!([watched.look(), watched.look()], [Seen::Settling, Seen::Changed(Stamp::of(b"four"))]);
}

#[expect(clippy::disallowed_methods, reason = "the test takes the file away as another program would")]
fn remove(path: &Path) {
    std::fs::remove_file(path).unwrap();
}

#[test]
fn a_clean_plan_follows_its_file_in_one_step() {
    let folder = Scratch::new("watch-clean");
    let path = saved_in(&folder);
    let mut window = opened(&folder, &path);
    let before = name(&window);
    scratch::write(&path, &theirs("From the office"));
    look(&mut window);
    assert_eq!(name(&window), "From the office");
    assert_eq!(window.state().save_state(), SaveState::Saved(None));
    window.get_by_label_contains("Another program changed “plan.moments”. What is shown is how it is now");
    press(&mut window, CTRL, Key::Z);
    assert_eq!(name(&window), before);
    assert_eq!(window.state().save_state(), SaveState::Edited);
    assert!(!has(&window, "Another program changed"), "it is not true any more");
    // What is there was seen, so it may be replaced now.
    press(&mut window, CTRL, Key::S);
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
    assert_eq!(open_plan(&path).unwrap().campaign.name, before);
    assert!(!has(&window, "Another program changed"));
    scratch::write(&path, &theirs("From home"));
    look(&mut window);
    assert!(has(&window, "Another program changed"));
    click(&mut window, "Hide this note");
    assert!(!has(&window, "Another program changed"));
}

#[test]
fn what_we_save_ourselves_is_no_news() {
    let folder = Scratch::new("watch-own");
    let path = saved_in(&folder);
    let mut window = opened_by(&folder, &path, Jobs::held());
    edit(&mut window);
    press(&mut window, CTRL, Key::S);
    // The file is written, and seen, before the window knows that the save is done.
    assert!(window.state().release_job());
    window.state_mut().look_at_file();
    window.state_mut().look_at_file();
    window.run();
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
    look(&mut window);
    assert!(!window.state().release_job(), "nothing is read again");
    assert!(!has(&window, "Another program"));
    assert_eq!(window.state().document().undo_depth(), 1);
}

#[test]
fn changes_on_both_sides_are_kept_until_somebody_decides() {
    let folder = Scratch::new("watch-both");
    let path = saved_in(&folder);
    let mut window = opened(&folder, &path);
    edit(&mut window);
    let (mine, moments) = (name(&window), count(&window));
    scratch::write(&path, &theirs("From the office"));
    look(&mut window);
    assert_eq!(window.state().save_state(), SaveState::ChangedOnDisk);
    assert!(!is_asked(&window), "nobody is interrupted");
    assert_eq!((name(&window), count(&window)), (mine.clone(), moments));
    window.get_by_label_contains("Nothing was written over");
    window.get_all_by_label("Compare…").next().unwrap().click();
    window.run();
    assert!(is_asked(&window));
    assert!(has(&window, "From the office"), "the list says what differs");
    click(&mut window, "Cancel");
    assert_eq!(window.state().save_state(), SaveState::ChangedOnDisk);

    press(&mut window, CTRL, Key::S);
    click(&mut window, "Take the file’s");
    assert_eq!(name(&window), "From the office");
    assert_eq!(window.state().save_state(), SaveState::Saved(None));
    press(&mut window, CTRL, Key::Z);
    assert_eq!((name(&window), count(&window)), (mine, moments), "undo brings back what was on screen");
    assert_eq!(open_plan(&path).unwrap().campaign.name, "From the office");
}

#[test]
fn keeping_both_leaves_theirs_in_the_file_and_goes_on_in_a_copy() {
    let folder = Scratch::new("watch-keep-both");
    let path = saved_in(&folder);
    let mut window = opened(&folder, &path);
    edit(&mut window);
    let moments = count(&window);
    let bytes = theirs("From the office");
    scratch::write(&path, &bytes);
    press(&mut window, CTRL, Key::S);
    click(&mut window, "Keep both");
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    let copy = folder.names().into_iter().find(|name| name.starts_with("plan (conflict 2027-09-02")).unwrap();
    assert_eq!(open_plan(&folder.join(&copy)).unwrap().campaign.moment_count(), moments);
    let told = format!("“{copy}” is open now, with what was on screen. “plan.moments” is as the other program wrote it.");
    window.get_by_label(&told);
    edit(&mut window);
    press(&mut window, CTRL, Key::S);
    assert_eq!(open_plan(&folder.join(&copy)).unwrap().campaign.moment_count(), moments + 1);
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

#[test]
fn keeping_mine_replaces_what_was_shown_and_nothing_newer() {
    let folder = Scratch::new("watch-keep-mine");
    let path = saved_in(&folder);
    let mut window = opened_by(&folder, &path, Jobs::held());
    edit(&mut window);
    let moments = count(&window);
    press(&mut window, CTRL, Key::S);
    // Somebody writes while the save waits for its turn.
    scratch::write(&path, &theirs("From the office"));
    release(&mut window);
    assert_eq!(window.state().save_state(), SaveState::ChangedOnDisk);
    release(&mut window);
    assert!(is_asked(&window));
    // And once more while the question stands there.
    let newer = theirs("From the train");
    scratch::write(&path, &newer);
    click(&mut window, "Keep mine");
    release(&mut window);
    assert_eq!(std::fs::read(&path).unwrap(), newer, "what nobody saw stays");
    release(&mut window);
    assert!(is_asked(&window));
    window.get_by_label_contains("The file changed once more");
    assert!(has(&window, "From the train"));
    click(&mut window, "Keep mine");
    release(&mut window);
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
    assert_eq!(open_plan(&path).unwrap().campaign.moment_count(), moments);
}

#[test]
fn closing_waits_for_the_decision_and_taking_theirs_keeps_the_window() {
    let folder = Scratch::new("watch-quit");
    let path = saved_in(&folder);
    for (answer, closes) in [("Keep both", true), ("Keep mine", true), ("Take the file’s", false), ("Cancel", false)] {
        scratch::write(&path, &write(&plan()).unwrap());
        let mut window = opened(&folder, &path);
        edit(&mut window);
        scratch::write(&path, &theirs("From the office"));
        close(&mut window);
        click(&mut window, "Save");
        assert!(is_asked(&window) && !window.state().is_closing());
        click(&mut window, answer);
        assert_eq!(window.state().is_closing(), closes, "{answer}");
    }
}

#[test]
fn a_file_that_vanished_stays_on_screen_and_is_made_anew_after_asking() {
    let folder = Scratch::new("watch-gone");
    let path = saved_in(&folder);
    let bytes = std::fs::read(&path).unwrap();
    let mut window = opened(&folder, &path);
    remove(&path);
    look(&mut window);
    assert_eq!(window.state().save_state(), SaveState::Gone);
    window.get_by_label_contains("“plan.moments” is not there any more");
    // Nothing was edited, but the window is the only place that has it now.
    close(&mut window);
    assert!(!window.state().is_closing());
    click(&mut window, "Cancel");
    // A rename by another program and back again: it is all as before.
    scratch::write(&path, &bytes);
    look(&mut window);
    assert_eq!(window.state().save_state(), SaveState::Saved(None));
    remove(&path);
    edit(&mut window);
    press(&mut window, CTRL, Key::S);
    window.get_by_role_and_label(Role::Dialog, "Save the plan anew?");
    click(&mut window, "Cancel");
    assert_eq!(window.state().save_state(), SaveState::Gone);
    assert!(!path.exists());
    click(&mut window, "Save it anew…");
    click(&mut window, "Save");
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
    assert_eq!(open_plan(&path).unwrap().campaign, **window.state().document().campaign());
}

#[test]
fn what_is_asked_of_a_file_that_is_gone_follows_it() {
    let folder = Scratch::new("watch-gone-asked");
    let path = saved_in(&folder);
    let bytes = std::fs::read(&path).unwrap();
    let mut window = opened(&folder, &path);
    edit(&mut window);
    remove(&path);
    look(&mut window);
    press(&mut window, CTRL, Key::S);
    for _ in 0..2 {
        window.get_by_role_and_label(Role::Dialog, "Save the plan anew?");
        scratch::write(&path, &bytes);
        look(&mut window);
        window.get_by_role_and_label(Role::Dialog, "The file is back");
        assert!(!has(&window, "There is no file at"));
        remove(&path);
        look(&mut window);
    }
    // What came back is what was read: it is replaced.
    scratch::write(&path, &bytes);
    look(&mut window);
    click(&mut window, "Save");
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
    assert_eq!(open_plan(&path).unwrap().campaign, **window.state().document().campaign());
    // What came back is something else: neither wins unasked.
    edit(&mut window);
    remove(&path);
    look(&mut window);
    press(&mut window, CTRL, Key::S);
    scratch::write(&path, &theirs("From the train"));
    look(&mut window);
    window.get_by_role_and_label(Role::Dialog, "The file is back");
    click(&mut window, "Save");
    assert!(is_asked(&window));
    assert_eq!(std::fs::read(&path).unwrap(), theirs("From the train"));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test takes the folder away as unplugging a drive would")]
fn a_folder_that_vanished_is_told_as_one_and_not_made_again() {
    let folder = Scratch::new("watch-folder-gone");
    let (drive, away) = (folder.join("drive"), folder.join("away"));
    std::fs::create_dir(&drive).unwrap();
    let path = drive.join("plan.moments");
    save_plan(&path, &plan(), Base::New).unwrap();
    let mut window = opened(&folder, &path);
    std::fs::rename(&drive, &away).unwrap();
    look(&mut window);
    assert_eq!(window.state().save_state(), SaveState::FolderGone);
    window.get_by_label_contains("The folder of “plan.moments” is not there any more.");
    assert!(!has(&window, "Save it anew…"), "there is no place for it");
    // It is back.
    std::fs::rename(&away, &drive).unwrap();
    look(&mut window);
    assert_eq!(window.state().save_state(), SaveState::Saved(None));
    // A save may be the first to see it.
    edit(&mut window);
    std::fs::rename(&drive, &away).unwrap();
    press(&mut window, CTRL, Key::S);
    window.get_by_role_and_label(Role::Dialog, "The folder is gone");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().save_state(), SaveState::FolderGone);
    press(&mut window, CTRL, Key::S);
    std::fs::rename(&away, &drive).unwrap();
    click(&mut window, "Try again");
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
    assert_eq!(open_plan(&path).unwrap().campaign, **window.state().document().campaign());
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test takes the folder away as unplugging a drive would")]
fn what_is_said_of_a_folder_follows_it_while_it_is_asked_about() {
    let folder = Scratch::new("watch-folder-asked");
    let (drive, away) = (folder.join("drive"), folder.join("away"));
    std::fs::create_dir(&drive).unwrap();
    let path = drive.join("plan.moments");
    save_plan(&path, &plan(), Base::New).unwrap();
    let mut window = opened(&folder, &path);
    edit(&mut window);
    std::fs::rename(&drive, &away).unwrap();
    press(&mut window, CTRL, Key::S);
    for _ in 0..2 {
        window.get_by_role_and_label(Role::Dialog, "The folder is gone");
        assert_eq!(window.state().save_state(), SaveState::FolderGone);
        std::fs::rename(&away, &drive).unwrap();
        look(&mut window);
        window.get_by_role_and_label(Role::Dialog, "The folder is back");
        assert_eq!(window.state().save_state(), SaveState::Edited);
        assert!(!has(&window, "is not there any more"));
        std::fs::rename(&drive, &away).unwrap();
        look(&mut window);
    }
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().save_state(), SaveState::FolderGone);
    std::fs::rename(&away, &drive).unwrap();
    look(&mut window);
    assert_eq!(window.state().save_state(), SaveState::Edited);
    std::fs::rename(&drive, &away).unwrap();
    press(&mut window, CTRL, Key::S);
    window.get_by_role_and_label(Role::Dialog, "The folder is gone");
    std::fs::rename(&away, &drive).unwrap();
    look(&mut window);
    click(&mut window, "Try again");
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
}

#[test]
fn what_is_half_written_or_another_plan_is_not_taken() {
    let folder = Scratch::new("watch-broken");
    let path = saved_in(&folder);
    let mut window = opened(&folder, &path);
    let before = window.state().document().campaign().clone();
    let whole = theirs("From the office");
    let other = write(&demo::two_cases(PlanId::from_bits(77))).unwrap();
    for bytes in [&whole[..whole.len() / 2], b"", &[0; 4096], &other] {
        scratch::write(&path, bytes);
        look(&mut window);
        assert_eq!(window.state().save_state(), SaveState::ChangedOnDisk);
        assert_eq!(*window.state().document().campaign(), before);
        window.get_by_label_contains("it cannot be read as this plan now");
        press(&mut window, CTRL, Key::S);
        assert!(is_asked(&window));
        window.get_by_label_contains("What is in the file now cannot be read as this plan:");
        click(&mut window, "Cancel");
    }
    scratch::write(&path, &whole);
    look(&mut window);
    assert_eq!(name(&window), "From the office");
    assert_eq!(window.state().save_state(), SaveState::Saved(None));
}

#[test]
fn a_window_that_only_looks_follows_the_one_that_saves() {
    let folder = Scratch::new("watch-follow");
    let path = saved_in(&folder);
    let mut first = opened(&folder, &path);
    let rim = Rim { home: Some(Home::at(folder.join("state"))), ..rim() };
    let mut second = window_in(rim, demo::fictional(PlanId::default()));
    press(&mut second, CTRL, Key::O);
    type_path(&mut second, &path);
    click(&mut second, "Look only");
    look(&mut second);
    edit(&mut first);
    press(&mut first, CTRL, Key::S);
    look(&mut second);
    assert_eq!(count(&second), count(&first));
    assert_eq!(second.state().save_state(), SaveState::ReadOnly);
    press(&mut second, CTRL, Key::Z);
    assert_eq!(count(&second), count(&first), "undo is an edit, too");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test puts a folder where the file was")]
fn a_folder_where_the_plan_was_is_no_plan() {
    let folder = Scratch::new("watch-folder");
    let path = folder.put("plan.moments", "one");
    let mut watched = Watched::new(&path, Stamp::of(b"one"));
    remove(&path);
    std::fs::create_dir(&path).unwrap();
    assert_eq!([watched.look(), watched.look()], [Seen::Settling, Seen::Gone]);
}

/// Writes half a date into the page of the first moment.
fn half_a_date(window: &mut Window) {
    select(window, "Announcement, ");
    write_over(window, Role::TextInput, "Date", "30 Feb");
    window.get_by_label_contains("Not a day yet");
}

fn date(window: &Window) -> String {
    window.get_by_role_and_label(Role::TextInput, "Date").accesskit_node().value().unwrap_or_default()
}

#[test]
fn a_date_that_is_half_written_is_not_taken_away_by_a_file_that_changes() {
    let folder = Scratch::new("watch-half");
    let path = saved_in(&folder);
    let mut window = opened(&folder, &path);
    let before = name(&window);
    half_a_date(&mut window);
    scratch::write(&path, &theirs("From the office"));
    look(&mut window);
    assert_eq!((name(&window), date(&window).as_str()), (before, "30 Feb"));
    assert_eq!(window.state().save_state(), SaveState::ChangedOnDisk, "and it is told");
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.run();
    assert_eq!(name(&window), "From the office", "once it is given up the plan follows its file");
}

#[test]
fn nor_by_one_that_was_being_read_when_it_was_written() {
    let folder = Scratch::new("watch-half-late");
    let path = saved_in(&folder);
    let mut window = opened_by(&folder, &path, Jobs::held());
    let before = name(&window);
    scratch::write(&path, &theirs("From the office"));
    look(&mut window);
    half_a_date(&mut window);
    while window.state().release_job() {
        window.run();
    }
    assert_eq!((name(&window), date(&window).as_str()), (before, "30 Feb"));
    assert_eq!(window.state().save_state(), SaveState::ChangedOnDisk);
}

#[test]
fn what_was_half_written_goes_with_the_state_that_it_was_written_in() {
    let folder = Scratch::new("watch-half-taken");
    let path = saved_in(&folder);
    let mut window = opened(&folder, &path);
    select(&mut window, "Announcement, ");
    let before = date(&window);
    half_a_date(&mut window);
    scratch::write(&path, &theirs("From the office"));
    look(&mut window);
    window.get_all_by_label("Compare…").next().unwrap().click();
    window.run();
    click(&mut window, "Take the file’s");
    assert_eq!(name(&window), "From the office");
    select(&mut window, "Announcement, ");
    assert_eq!(date(&window), before, "not “30 Feb”");
}
