//! A draft whose file somebody else changed meanwhile: what goes together is put together, and what does not is decided by a
//! person, with nothing lost either way.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use momentboard::app::Rim;
use momentboard::model::{Campaign, PlanId};
use momentboard::store::fs::Base;
use momentboard::store::{demo, history, journal, open_plan, save_plan};
use momentboard::ui::view::SaveState;

use crate::app_window::*;
use crate::recovery::*;
use crate::scratch::Scratch;

const CTRL: Modifiers = Modifiers::COMMAND;
const CLASH: &str = "that does not go together with what you did";

/// The title of the first card of the first lane.
fn title_of(plan: &Campaign) -> &str {
    &plan.lanes[0].moments[0].title
}

/// Gives the first card another title in the file, as another program does.
fn retitled(path: &Path, title: &str) -> Campaign {
    let opened = open_plan(path).unwrap();
    let mut plan = opened.campaign;
    let lane = Arc::make_mut(&mut plan.lanes[0]);
    title.clone_into(&mut Arc::make_mut(&mut lane.moments[0]).title);
    save_plan(path, &plan, Base::Loaded(opened.stamp)).unwrap();
    plan
}

/// A window that died over a title and a new card, and the file that has another title since.
fn clashing(folder: &Scratch, id: u128) -> (PathBuf, Campaign, Campaign) {
    let path = saved_in(folder, "plan.moments", id);
    let mut window = start(folder);
    open(&mut window, &path);
    edit(&mut window, 1);
    let first = plan(&window).lanes[0].moments[0].id;
    window.state_mut().want(momentboard::ui::view::Action::Select(momentboard::ui::view::Selection::moment(first, None)));
    window.run();
    window.run();
    write_over(&mut window, Role::TextInput, "Title", "Mine");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let mine = plan(&window);
    assert_eq!(title_of(&mine), "Mine");
    drop(window);
    let theirs = retitled(&path, "Theirs");
    (path, mine, theirs)
}

#[test]
fn what_others_changed_meanwhile_stays_where_it_was_something_else() {
    let folder = Scratch::new("choices-merged");
    let (path, before) = lost(&folder, "plan.moments", 50, 1);
    let theirs = retitled(&path, "Theirs");
    let mut window = start(&folder);
    assert!(has(&window, "restoring puts both together"));
    click(&mut window, "Restore");
    let merged = plan(&window);
    assert_eq!(title_of(&merged), "Theirs", "what the other program wrote is not taken back");
    assert_eq!(merged.moment_count(), before.moment_count(), "and what was edited is there");
    assert_eq!(window.state().save_state(), SaveState::Edited);
    assert_eq!(open_plan(&path).unwrap().campaign, theirs, "the file is as it was");
    press(&mut window, CTRL, Key::Z);
    assert_eq!(plan(&window), theirs);
    press(&mut window, CTRL | Modifiers::SHIFT, Key::Z);
    press(&mut window, CTRL, Key::S);
    assert_eq!(open_plan(&path).unwrap().campaign, merged);
    drop(window);
    assert!(!is_offered(&start(&folder)));
}

#[test]
fn what_both_changed_is_asked_about_and_enter_keeps_both() {
    let folder = Scratch::new("choices-both");
    let (path, mine, theirs) = clashing(&folder, 51);
    let bytes = std::fs::read(&path).unwrap();
    let mut window = start(&folder);
    assert!(has(&window, CLASH) && !is_offered(&window), "there is no way to take the other's change back unseen");
    assert!(has(&window, "Title: Theirs → Mine"));
    click(&mut window, "What changed in the file");
    assert!(has(&window, "→ Theirs") && !has(&window, "Theirs → Mine"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(plan(&window), mine);
    assert_eq!(window.state().save_state(), SaveState::NotSavedYet);
    assert!(has(&window, "“plan.moments” is as the other program wrote it."));
    press(&mut window, CTRL, Key::S);
    type_path(&mut window, &folder.join("mine.moments"));
    assert_eq!(open_plan(&folder.join("mine.moments")).unwrap().campaign, mine);
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    assert_eq!(open_plan(&path).unwrap().campaign, theirs);
    drop(window);
    assert!(journal::found(&home(&folder)).is_empty());
}

#[test]
fn the_file_may_win_and_the_draft_is_one_redo_away_and_then_in_the_trash() {
    let folder = Scratch::new("choices-theirs");
    let (_, mine, theirs) = clashing(&folder, 52);
    let mut window = start(&folder);
    click(&mut window, "Take the file’s");
    assert_eq!(plan(&window), theirs);
    assert_eq!(window.state().save_state(), SaveState::Saved(None));
    press(&mut window, CTRL | Modifiers::SHIFT, Key::Z);
    assert_eq!(plan(&window), mine);
    press(&mut window, CTRL, Key::Z);
    // A window that dies has not decided for good.
    drop(window);
    let mut window = start(&folder);
    assert!(has(&window, CLASH));
    click(&mut window, "Take the file’s");
    close(&mut window);
    assert!(window.state().is_closing());
    drop(window);
    assert_eq!((journal::found(&home(&folder)).len(), trash(&folder)), (0, 1));
}

#[test]
fn the_draft_may_win_and_what_the_file_held_is_a_version() {
    let folder = Scratch::new("choices-mine");
    let (path, mine, theirs) = clashing(&folder, 53);
    let mut window = start(&folder);
    click(&mut window, "Keep mine");
    assert_eq!(plan(&window), mine);
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
    assert_eq!(open_plan(&path).unwrap().campaign, mine);
    let versions = history::list(&home(&folder), mine.id).unwrap();
    let holds = |version: &history::Entry| history::open(&home(&folder), mine.id, &version.id).unwrap().campaign;
    let kept = versions.iter().any(|version| holds(version) == theirs);
    assert!(kept, "what was written over is among the versions");
    press(&mut window, CTRL, Key::Z);
    assert_eq!(plan(&window), theirs);
    press(&mut window, CTRL | Modifiers::SHIFT, Key::Z);
    drop(window);
    assert!(journal::found(&home(&folder)).is_empty());
}

#[test]
fn another_plan_in_the_file_is_left_alone() {
    let folder = Scratch::new("choices-other");
    let (path, before) = lost(&folder, "plan.moments", 54, 1);
    let other = demo::two_cases(PlanId::from_bits(99));
    save_plan(&path, &other, Base::Loaded(open_plan(&path).unwrap().stamp)).unwrap();
    let mut window = start(&folder);
    assert!(has(&window, "Another plan is in the file now."));
    click(&mut window, "Restore");
    assert_eq!(plan(&window), before);
    assert_eq!(window.state().save_state(), SaveState::NotSavedYet);
    assert_eq!(open_plan(&path).unwrap().campaign, other);
}

#[test]
fn a_plan_without_a_file_is_not_saved_yet_however_much_was_done_to_it() {
    let folder = Scratch::new("choices-untitled");
    let mut window = window_in(Rim { home: Some(home(&folder)), ..world() }, demo::two_cases(PlanId::from_bits(55)));
    edit(&mut window, 2);
    assert_eq!(window.state().save_state(), SaveState::NotSavedYet);
    drop(window);
    let mut window = start(&folder);
    click(&mut window, "Restore");
    assert_eq!(window.state().save_state(), SaveState::NotSavedYet);
}

#[test]
fn two_drafts_of_one_folder_are_told_apart() {
    let folder = Scratch::new("choices-rows");
    for (name, id, edits) in [("first.moments", 56, 1), ("second.moments", 57, 1)] {
        let path = saved_in(&folder, name, id);
        let opened = open_plan(&path).unwrap();
        // Both are called the same.
        let plan = Campaign { name: "Spring".into(), ..opened.campaign };
        save_plan(&path, &plan, Base::Loaded(opened.stamp)).unwrap();
        let mut window = start(&folder);
        if window.query_by_label("Later").is_some() {
            click(&mut window, "Later");
        }
        open(&mut window, &path);
        edit(&mut window, edits);
    }
    let window = start(&folder);
    let place = folder.path().display();
    for name in ["first", "second"] {
        window.get_by_label_contains(&format!("Spring, 1 edit, 14:02, {name}.moments in {place}, Last: Add "));
    }
}
