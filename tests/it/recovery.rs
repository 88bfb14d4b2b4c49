//! What was lost is offered again: after the window died, was closed with a draft, or the disk would not have it.
#![expect(clippy::disallowed_methods, reason = "the tests play whoever moves files away")]

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use momentboard::app::{Clock, Rim};
use momentboard::cli::clock::Now;
use momentboard::model::{Campaign, IdSource, PlanId};
use momentboard::store::fs::Base;
use momentboard::store::home::Home;
use momentboard::store::{demo, journal, open_plan, save_plan};
use momentboard::ui::command::Command;
use momentboard::ui::view::SaveState;

use crate::app_window::*;
use crate::scratch::Scratch;

const CTRL: Modifiers = Modifiers::COMMAND;

pub(crate) fn home(folder: &Scratch) -> Home {
    Home::at(folder.join("state"))
}

pub(crate) fn start(folder: &Scratch) -> Window {
    start_in(home(folder))
}

pub(crate) fn start_in(home: Home) -> Window {
    window_in(Rim { home: Some(home), ..world() }, Campaign::new(PlanId::default(), "Nothing yet"))
}

/// A world in which every window makes ids that no other one makes, as it is outside of tests.
pub(crate) fn world() -> Rim {
    static WINDOWS: AtomicU64 = AtomicU64::new(100);
    Rim { ids: IdSource::seeded(WINDOWS.fetch_add(1, Ordering::Relaxed)), ..rim() }
}

pub(crate) fn saved_in(folder: &Scratch, name: &str, id: u128) -> PathBuf {
    let path = folder.join(name);
    let mut plan = demo::two_cases(PlanId::from_bits(id));
    name.trim_end_matches(".moments").clone_into(&mut plan.name);
    save_plan(&path, &plan, Base::New).unwrap();
    path
}

pub(crate) fn open(window: &mut Window, path: &Path) {
    press(window, CTRL, Key::O);
    type_path(window, path);
    assert_eq!(window.state().save_state(), SaveState::Saved(None));
}

/// Adds moments, each as a step of its own.
pub(crate) fn edit(window: &mut Window, times: usize) {
    for _ in 0..times {
        let before = plan(window).moment_count();
        press(window, Modifiers::NONE, Key::Escape);
        press(window, Modifiers::NONE, Key::Num1);
        assert_eq!(plan(window).moment_count(), before + 1);
        press(window, Modifiers::NONE, Key::Escape);
    }
}

pub(crate) fn plan(window: &Window) -> Campaign {
    Campaign::clone(window.state().document().campaign())
}

/// A window that dies with that many edits of a plan that has a file; returns what was on screen.
pub(crate) fn lost(folder: &Scratch, name: &str, id: u128, edits: usize) -> (PathBuf, Campaign) {
    let path = saved_in(folder, name, id);
    let mut window = start(folder);
    if window.query_by_label("Later").is_some() {
        click(&mut window, "Later");
    }
    open(&mut window, &path);
    edit(&mut window, edits);
    (path, plan(&window))
}

pub(crate) fn is_offered(window: &Window) -> bool {
    window.query_by_label("Restore").is_some()
}

pub(crate) fn trash(folder: &Scratch) -> usize {
    std::fs::read_dir(home(folder).trash()).map_or(0, |entries| entries.filter(|entry| !name_of(entry).starts_with('.')).count())
}

fn name_of(entry: &std::io::Result<std::fs::DirEntry>) -> String {
    entry.as_ref().unwrap().file_name().to_string_lossy().into_owned()
}

/// The journals that there are.
pub(crate) fn journals(folder: &Scratch) -> Vec<PathBuf> {
    let plans = std::fs::read_dir(home(folder).journals()).into_iter().flatten();
    let files = plans.flat_map(|plan| std::fs::read_dir(plan.unwrap().path()).into_iter().flatten());
    let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "jrn"));
    files
}

#[test]
fn what_was_lost_is_offered_and_comes_back_with_its_history() {
    let folder = Scratch::new("recovery-back");
    let (path, before) = lost(&folder, "plan.moments", 1, 3);
    let bytes = std::fs::read(&path).unwrap();

    let mut window = start(&folder);
    window.get_by_role_and_label(Role::Dialog, "3 edits since 14:02 were not saved");
    assert!(has(&window, &path.display().to_string()) && has(&window, "First edit 14:02, last 14:02"));
    assert!(has(&window, "3 added") && has(&window, "In the file → Recovered"));
    assert_ne!(plan(&window), before, "nothing loads itself");
    click(&mut window, "Restore");
    assert_eq!(plan(&window), before);
    assert_eq!(window.state().save_state(), SaveState::Edited);
    assert_eq!(std::fs::read(&path).unwrap(), bytes, "the file is as it was");
    for _ in 0..3 {
        press(&mut window, CTRL, Key::Z);
    }
    assert_eq!(plan(&window), open_plan(&path).unwrap().campaign);
    assert_eq!(window.state().save_state(), SaveState::Saved(None), "what the file holds is saved");
    for _ in 0..3 {
        press(&mut window, CTRL | Modifiers::SHIFT, Key::Z);
    }
    press(&mut window, CTRL, Key::S);
    assert_eq!(open_plan(&path).unwrap().campaign, before);
    drop(window);
    assert!(!is_offered(&start(&folder)), "what was saved is not offered any more");
}

#[test]
fn later_leaves_it_for_later_and_the_start_page_reminds() {
    let folder = Scratch::new("recovery-later");
    let (_, before) = lost(&folder, "plan.moments", 2, 1);
    let mut window = start(&folder);
    window.get_by_role_and_label(Role::Dialog, "1 edit since 14:02 was not saved");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!is_offered(&window));
    assert_eq!(plan(&window).moment_count(), 0);
    run(&mut window, Command::StartPage);
    assert!(has(&window, "Recovered draft") && has(&window, "plan, 1 edit from 14:02 not saved"));
    click(&mut window, "Review");
    click(&mut window, "Later");
    drop(window);
    let mut window = start(&folder);
    click(&mut window, "Restore");
    assert_eq!(plan(&window), before);
    run(&mut window, Command::StartPage);
    assert!(!has(&window, "Recovered draft"));
}

#[test]
fn discarding_asks_and_ends_in_the_trash() {
    let folder = Scratch::new("recovery-discard");
    let _ = lost(&folder, "plan.moments", 3, 2);
    let mut window = start(&folder);
    click(&mut window, "Discard…");
    window.get_by_role_and_label(Role::Dialog, "Discard this draft?");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(is_offered(&window), "Enter keeps it");
    assert_eq!((journals(&folder).len(), trash(&folder)), (1, 0));
    click(&mut window, "Discard…");
    click(&mut window, "Discard");
    assert!(!is_offered(&window));
    assert_eq!((journals(&folder).len(), trash(&folder)), (0, 1));
    assert!(!is_offered(&start(&folder)));
}

#[test]
fn a_draft_goes_into_the_trash_from_the_start_page_and_comes_back() {
    let folder = Scratch::new("recovery-page");
    let _ = lost(&folder, "plan.moments", 3, 2);
    let _ = lost(&folder, "second.moments", 4, 1);
    let mut window = start(&folder);
    click(&mut window, "Later");
    run(&mut window, Command::StartPage);
    let of = |window: &Window| {
        let names = ["plan", "second"].map(|name| format!("Discard the draft of “{name}”…"));
        names.into_iter().find(|name| has(window, name))
    };
    // Keeping it leaves everything, and nothing else is asked.
    let first = of(&window).unwrap();
    click(&mut window, &first);
    window.get_by_role_and_label(Role::Dialog, "Discard this draft?");
    assert!(has(&window, "Unsaved work in the menu puts it back."));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(!is_offered(&window) && of(&window).is_some());
    assert_eq!((journals(&folder).len(), trash(&folder)), (2, 0));
    // By the menu of the box.
    let said = window.get_by_label_contains("not saved, and 1 more").rect().left_center();
    window.hover_at(said + egui::vec2(60.0, 0.0));
    window.run();
    window.get_by_label_contains("not saved, and 1 more").click_secondary();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, &first).click();
    window.run();
    click(&mut window, "Discard");
    assert!(!is_offered(&window));
    assert_eq!((journals(&folder).len(), trash(&folder)), (1, 1));
    let second = of(&window).unwrap();
    assert_ne!(first, second);
    click(&mut window, &second);
    click(&mut window, "Discard");
    assert_eq!((of(&window), journals(&folder).len(), trash(&folder)), (None, 0, 2));
    run(&mut window, Command::UnsavedWork);
    window.get_by_label_contains("Put back second, 1 edit, 14:02").click();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(of(&window).as_deref(), Some("Discard the draft of “second”…"));
}

#[test]
fn a_file_that_changed_since_is_shown_beside_the_draft_and_what_changed_there_stays() {
    let folder = Scratch::new("recovery-changed");
    let (path, before) = lost(&folder, "plan.moments", 4, 1);
    let stamp = open_plan(&path).unwrap().stamp;
    let mut other = open_plan(&path).unwrap().campaign;
    other.line = Some("Written by somebody else".into());
    save_plan(&path, &other, Base::Loaded(stamp)).unwrap();

    let mut window = start(&folder);
    assert!(has(&window, "Another program or window changed the file since."));
    assert!(!has(&window, "Written by somebody else → "), "restoring takes nothing of that back");
    click(&mut window, "What changed in the file");
    assert!(has(&window, "Written by somebody else") && has(&window, "Before your edits → In the file"));
    click(&mut window, "What you edited");
    assert!(!has(&window, "Written by somebody else") && has(&window, "Before your edits → Recovered"));
    click(&mut window, "Restore");
    assert_eq!(plan(&window), Campaign { line: other.line.clone(), ..before });
    assert_eq!(open_plan(&path).unwrap().campaign, other, "the file is as it was");
    press(&mut window, CTRL, Key::Z);
    assert_eq!(plan(&window), other, "one step back is what the file holds now");
}

#[test]
fn a_draft_whose_file_is_gone_opens_without_one() {
    let folder = Scratch::new("recovery-gone");
    let (path, before) = lost(&folder, "plan.moments", 5, 2);
    std::fs::rename(&path, folder.join("elsewhere.moments")).unwrap();
    let mut window = start(&folder);
    assert!(has(&window, "The file is no longer there"));
    click(&mut window, "Restore");
    assert_eq!(plan(&window), before);
    press(&mut window, CTRL, Key::S);
    window.get_by_role_and_label(Role::Dialog, "Save the plan");
    assert!(!path.exists());
}

#[test]
fn a_plan_that_was_never_saved_comes_back_too() {
    let folder = Scratch::new("recovery-untitled");
    let mut window = window_in(Rim { home: Some(home(&folder)), ..world() }, demo::two_cases(PlanId::from_bits(6)));
    edit(&mut window, 2);
    let before = plan(&window);
    drop(window);
    let mut window = start(&folder);
    assert!(has(&window, "Never saved to a file"));
    click(&mut window, "Restore");
    assert_eq!(plan(&window), before);
    for _ in 0..2 {
        press(&mut window, CTRL, Key::Z);
    }
    assert!(window.state().document().is_dirty(), "no file holds it");
}

#[test]
fn a_journal_that_was_cut_gives_what_is_whole_of_it() {
    let folder = Scratch::new("recovery-torn");
    let (path, _) = lost(&folder, "plan.moments", 7, 3);
    let [journal] = &journals(&folder)[..] else { panic!("one journal") };
    let bytes = std::fs::read(journal).unwrap();
    crate::scratch::write(journal, &bytes[..bytes.len() - 5]);
    let mut window = start(&folder);
    window.get_by_role_and_label(Role::Dialog, "2 edits since 14:02 were not saved");
    assert!(has(&window, "The last edit was cut off"));
    click(&mut window, "Restore");
    let in_file = open_plan(&path).unwrap().campaign.moment_count();
    assert_eq!(plan(&window).moment_count(), in_file + 2);
}

#[test]
fn a_restored_draft_that_dies_again_is_offered_again_and_once() {
    let folder = Scratch::new("recovery-twice");
    let (_, before) = lost(&folder, "plan.moments", 8, 2);
    let mut window = start(&folder);
    click(&mut window, "Restore");
    edit(&mut window, 1);
    let after = plan(&window);
    assert_eq!(after.moment_count(), before.moment_count() + 1);
    drop(window);
    assert_eq!(journal::found(&home(&folder)).len(), 1);
    let mut window = start(&folder);
    window.get_by_role_and_label(Role::Dialog, "3 edits since 14:02 were not saved");
    click(&mut window, "Restore");
    assert_eq!(plan(&window), after);
}

#[test]
fn a_restored_draft_of_which_all_is_taken_back_goes_into_the_trash_once_the_plan_is_left() {
    let folder = Scratch::new("recovery-taken-back");
    let (path, before) = lost(&folder, "plan.moments", 20, 2);
    let restore_and_undo = |window: &mut Window| {
        click(window, "Restore");
        for _ in 0..2 {
            press(window, CTRL, Key::Z);
        }
        assert_eq!(plan(window), open_plan(&path).unwrap().campaign);
    };
    // The window is closed, dies, or goes on with another plan.
    for (end, in_trash) in [("died", 0), ("closed", 1), ("another plan", 1)] {
        let mut window = start(&folder);
        window.get_by_role_and_label(Role::Dialog, "2 edits since 14:02 were not saved");
        restore_and_undo(&mut window);
        assert!(!is_offered(&start(&folder)), "another window does not get what is worked on here");
        match end {
            "closed" => {
                close(&mut window);
                assert!(window.state().is_closing());
            }
            "another plan" => {
                press(&mut window, CTRL, Key::N);
                run(&mut window, Command::StartPage);
                assert!(!has(&window, "Recovered draft"), "nobody is reminded of what they took back");
            }
            _ => {}
        }
        drop(window);
        assert_eq!((journal::found(&home(&folder)).len(), trash(&folder)), (1 - in_trash, in_trash), "{end}");
        // Nothing is thrown away: it can be had back.
        for trashed in journal::trashed(&home(&folder)) {
            journal::put_back(&home(&folder), &trashed).unwrap();
        }
    }
    // Something else is saved instead: the draft is out of the way, and in the trash.
    let mut window = start(&folder);
    restore_and_undo(&mut window);
    edit(&mut window, 1);
    assert_ne!(plan(&window), before);
    press(&mut window, CTRL, Key::S);
    drop(window);
    assert!(!is_offered(&start(&folder)));
    assert_eq!(trash(&folder), 1);
}

#[test]
fn what_is_lost_twice_still_says_since_when() {
    let folder = Scratch::new("recovery-since");
    let (path, _) = lost(&folder, "plan.moments", 21, 2);
    let later = |minute: u8| {
        let clock = Clock::Fixed(Now { minute, ..rim().clock.now() });
        window_in(Rim { home: Some(home(&folder)), clock, ..world() }, Campaign::new(PlanId::default(), "Nothing yet"))
    };
    let mut window = later(30);
    click(&mut window, "Restore");
    edit(&mut window, 1);
    drop(window);
    let mut window = later(40);
    window.get_by_role_and_label(Role::Dialog, "3 edits since 14:02 were not saved");
    assert!(has(&window, "First edit 14:02, last 14:30"));
    // Over a file that is another one since it is one step, which keeps both times as well.
    let stamp = open_plan(&path).unwrap().stamp;
    let mut other = open_plan(&path).unwrap().campaign;
    other.line = Some("Written by somebody else".into());
    save_plan(&path, &other, Base::Loaded(stamp)).unwrap();
    click(&mut window, "Later");
    drop(window);
    let mut window = later(50);
    click(&mut window, "Restore");
    drop(window);
    let window = later(55);
    assert!(has(&window, "First edit 14:02, last 14:30"));
}

#[test]
fn several_drafts_are_a_list() {
    let folder = Scratch::new("recovery-several");
    let (_, first) = lost(&folder, "first.moments", 9, 1);
    let (_, second) = lost(&folder, "second.moments", 10, 2);
    let mut window = start(&folder);
    window.get_by_role_and_label(Role::Dialog, "2 plans have edits that were not saved");
    for (name, edits, plan_of) in [("first", "1 edit", first), ("second", "2 edits", second)] {
        window.get_by_label_contains(&format!("{name}, {edits}, 14:02")).click();
        window.run();
        if name == "second" {
            click(&mut window, "Restore");
            assert_eq!(plan(&window), plan_of);
        } else {
            assert!(has(&window, "first.moments"));
        }
    }
    run(&mut window, Command::StartPage);
    assert!(has(&window, "first, 1 edit from 14:02 not saved"), "the other one stays");
}

#[test]
fn two_windows_do_not_offer_each_other_what_they_work_on() {
    let folder = Scratch::new("recovery-two-windows");
    let path = saved_in(&folder, "plan.moments", 11);
    let mut first = start(&folder);
    open(&mut first, &path);
    edit(&mut first, 1);
    let mut second = start(&folder);
    assert!(!is_offered(&second), "somebody still works on it");
    second.step();
    drop(first);
    assert!(is_offered(&start(&folder)));
}

#[test]
fn what_was_saved_or_taken_back_leaves_nothing() {
    let folder = Scratch::new("recovery-nothing");
    let path = saved_in(&folder, "plan.moments", 12);
    let mut window = start(&folder);
    open(&mut window, &path);
    assert!(journals(&folder).is_empty(), "a plan that is only looked at is not written about");
    edit(&mut window, 1);
    assert_eq!(journals(&folder).len(), 1);
    press(&mut window, CTRL, Key::S);
    close(&mut window);
    assert!(window.state().is_closing() && journals(&folder).is_empty());
    drop(window);

    let mut window = start(&folder);
    open(&mut window, &path);
    edit(&mut window, 1);
    press(&mut window, CTRL, Key::Z);
    close(&mut window);
    assert!(window.state().is_closing() && journals(&folder).is_empty());
}

#[test]
fn what_is_edited_after_a_save_is_what_is_offered() {
    let folder = Scratch::new("recovery-after-save");
    let path = saved_in(&folder, "plan.moments", 13);
    let mut window = start(&folder);
    open(&mut window, &path);
    edit(&mut window, 2);
    press(&mut window, CTRL, Key::S);
    edit(&mut window, 1);
    let before = plan(&window);
    drop(window);
    let mut window = start(&folder);
    window.get_by_role_and_label(Role::Dialog, "1 edit since 14:02 was not saved");
    click(&mut window, "Restore");
    assert_eq!(plan(&window), before);
    press(&mut window, CTRL, Key::Z);
    assert_eq!(plan(&window), open_plan(&path).unwrap().campaign);
}

#[test]
fn another_plan_leaves_a_draft_of_the_one_that_goes() {
    let folder = Scratch::new("recovery-draft");
    let path = saved_in(&folder, "plan.moments", 14);
    let mut window = start(&folder);
    open(&mut window, &path);
    edit(&mut window, 1);
    let before = plan(&window);
    close(&mut window);
    let keeps = ["Keep a draft", "Don’t save"].into_iter().find(|label| window.query_by_label(label).is_some()).unwrap();
    click(&mut window, keeps);
    assert!(window.state().is_closing());
    drop(window);
    let mut window = start(&folder);
    click(&mut window, "Restore");
    assert_eq!(plan(&window), before);
}

#[test]
fn without_a_place_for_it_everything_else_works_and_it_is_said_once() {
    let folder = Scratch::new("recovery-no-place");
    let path = saved_in(&folder, "plan.moments", 15);
    // A file where the state folder would be: nothing can be made below it, whoever asks.
    let file = folder.put("state", b"in the way");
    for home in [Some(Home::at(file.join("below"))), None] {
        let mut window = window_in(Rim { home: home.clone(), ..world() }, Campaign::new(PlanId::default(), "Nothing yet"));
        open(&mut window, &path);
        assert!(!has(&window, "Recovery is not being written"), "nothing is lost yet");
        edit(&mut window, 2);
        assert!(has(&window, "Recovery is not being written"), "{home:?}");
        press(&mut window, CTRL, Key::S);
        assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
    }
}

#[test]
fn writing_is_tried_again_and_what_was_wrong_is_not_said_any_longer() {
    let folder = Scratch::new("recovery-again");
    let path = saved_in(&folder, "plan.moments", 16);
    let in_the_way = folder.put("state", b"in the way");
    let mut window = start(&folder);
    open(&mut window, &path);
    edit(&mut window, 2);
    assert!(has(&window, "Recovery is not being written"));
    std::fs::rename(&in_the_way, folder.join("aside")).unwrap();
    edit(&mut window, 1);
    assert!(!has(&window, "Recovery is not being written"));
    let before = plan(&window);
    drop(window);
    let mut window = start(&folder);
    window.get_by_role_and_label(Role::Dialog, "3 edits since 14:02 were not saved");
    click(&mut window, "Restore");
    assert_eq!(plan(&window), before);
}

#[test]
fn after_a_crash_it_is_said_what_happened() {
    let folder = Scratch::new("recovery-crash");
    let (_, before) = lost(&folder, "plan.moments", 17, 1);
    let crashed = || {
        let mut app = momentboard::app::App::at_start(Rim { home: Some(home(&folder)), ..world() }, false);
        app.recover_first();
        window_of(app)
    };
    let mut window = crashed();
    assert!(has(&window, "Momentboard stopped unexpectedly. What you had done is here."));
    click(&mut window, "Restore");
    assert_eq!(plan(&window), before);
    press(&mut window, CTRL, Key::S);
    drop(window);
    let window = crashed();
    assert!(has(&window, "Nothing was lost"));
}

#[test]
fn a_field_never_undoes_into_what_an_older_file_said() {
    let folder = Scratch::new("recovery-field");
    let path = saved_in(&folder, "plan.moments", 18);
    let mut window = start(&folder);
    open(&mut window, &path);
    let id = plan(&window).lanes[0].moments[0].id;
    let show = |window: &mut Window| {
        window.state_mut().want(momentboard::ui::view::Action::Select(momentboard::ui::view::Selection::moment(id, None)));
        window.run();
        window.run();
    };
    show(&mut window);
    write_over(&mut window, Role::TextInput, "Title", "Mine");
    press(&mut window, CTRL, Key::S);
    let saved = open_plan(&path).unwrap();
    assert_eq!(saved.campaign.moment(id).unwrap().1.title, "Mine");
    let mut other = saved.campaign;
    for lane in &mut other.lanes {
        for moment in &mut std::sync::Arc::make_mut(lane).moments {
            if moment.id == id {
                "Theirs".clone_into(&mut std::sync::Arc::make_mut(moment).title);
            }
        }
    }
    save_plan(&path, &other, Base::Loaded(saved.stamp)).unwrap();
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, CTRL, Key::O);
    type_path(&mut window, &path);
    show(&mut window);
    window.get_by_role_and_label(Role::TextInput, "Title").focus();
    window.run();
    for _ in 0..3 {
        press(&mut window, CTRL, Key::Z);
    }
    assert_eq!(title(window.state(), id), "Theirs");
    assert!(!window.state().document().is_dirty());
    // The same within one document: typing is taken back by the document alone.
    window.event(Event::Text("!".into()));
    window.run();
    assert!(window.state().document().is_dirty());
    for _ in 0..4 {
        press(&mut window, CTRL, Key::Z);
    }
    assert_eq!(title(window.state(), id), "Theirs");
    assert!(!window.state().document().is_dirty());
}

#[test]
fn a_draft_that_cannot_be_read_is_said_to_lie_in_the_trash() {
    let folder = Scratch::new("recovery-damaged");
    lost(&folder, "plan.moments", 19, 2);
    for journal in journals(&folder) {
        crate::scratch::write(&journal, b"nothing that anybody wrote");
    }
    let window = start(&folder);
    assert!(!is_offered(&window));
    assert!(has(&window, "Drafts that cannot be read: 1"));
    assert_eq!(trash(&folder), 1);
}
