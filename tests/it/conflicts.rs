//! Conflicted copies that sync clients leave beside a plan: recognised, offered once, compared, and never taken unasked.

use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use momentboard::app::Rim;
use momentboard::model::{Campaign, PlanId};
use momentboard::store::copies::{Maker, copies_of};
use momentboard::store::fs::Base;
use momentboard::store::home::Home;
use momentboard::store::{demo, open_plan, save_plan, write};
use momentboard::ui::view::SaveState;

use crate::app_window::*;
use crate::scratch::Scratch;

const CTRL: Modifiers = Modifiers::COMMAND;
const OFFERED: &str = "beside this plan holds the same plan";

fn plan() -> Campaign {
    demo::two_cases(PlanId::default())
}

fn with_name(name: &str) -> Vec<u8> {
    write(&Campaign { name: name.into(), ..plan() }).unwrap()
}

fn saved_in(folder: &Scratch) -> PathBuf {
    let path = folder.join("plan.moments");
    save_plan(&path, &plan(), Base::New).unwrap();
    path
}

fn opened(folder: &Scratch, path: &Path) -> Window {
    let rim = Rim { home: Some(Home::at(folder.join("state"))), ..rim() };
    let mut window = window_in(rim, demo::fictional(PlanId::default()));
    press(&mut window, CTRL, Key::O);
    type_path(&mut window, path);
    look(&mut window);
    window
}

fn look(window: &mut Window) {
    for _ in 0..2 {
        window.state_mut().look_at_file();
        window.run();
    }
}

#[test]
fn copies_are_known_by_name_and_by_the_plan_inside() {
    let folder = Scratch::new("conflicts-names");
    let path = saved_in(&folder);
    for name in ["plan (1).moments", "plan-STUDIO.moments", "plan.sync-conflict-20270902-140200-ABCDEFG.moments"] {
        folder.put(name, with_name("Another"));
    }
    folder.put("plan (2).moments", write(&demo::two_cases(PlanId::from_bits(9))).unwrap());
    folder.put("plan 2.moments", b"no plan at all");
    folder.put("plan v2.moments", with_name("A version that somebody made"));
    let found = copies_of(&path, plan().id, None);
    let makers: Vec<_> = found.iter().map(|copy| (copy.maker, copy.is_original)).collect();
    assert_eq!(makers, [(Maker::GoogleDrive, false), (Maker::OneDrive, false), (Maker::Syncthing, false)]);
    let from_copy = copies_of(&folder.join("plan (1).moments"), plan().id, None);
    assert_eq!(from_copy.len(), 1);
    assert!(from_copy[0].is_original && from_copy[0].path == path);
}

#[test]
fn a_copy_is_compared_and_taken_as_one_step() {
    let folder = Scratch::new("conflicts-take");
    let path = saved_in(&folder);
    let copy = folder.put("plan (Ada's conflicted copy 2027-09-02).moments", with_name("From Ada"));
    let mut window = opened(&folder, &path);
    let before = window.state().document().campaign().name.clone();
    window.get_by_label_contains("it looks like a conflicted copy by Dropbox");
    click(&mut window, "Compare…");
    window.get_by_role_and_label(Role::Dialog, "Compare with “plan (Ada's conflicted copy 2027-09-02).moments”");
    assert!(has(&window, "From Ada"));
    window.get_all_by_label("Close").last().unwrap().click();
    window.run();
    assert_eq!(window.state().document().campaign().name, before);
    click(&mut window, "Compare…");
    click(&mut window, "Take the copy’s");
    assert_eq!(window.state().document().campaign().name, "From Ada");
    assert_eq!(window.state().save_state(), SaveState::Edited);
    press(&mut window, CTRL, Key::Z);
    assert_eq!(window.state().document().campaign().name, before);
    assert_eq!(open_plan(&copy).unwrap().campaign.name, "From Ada");
}

#[test]
fn keys_lead_through_what_differs_to_both_ends_of_it() {
    let folder = Scratch::new("conflicts-keys");
    let path = saved_in(&folder);
    let mut other = plan();
    for lane in &mut other.lanes {
        let lane = std::sync::Arc::make_mut(lane);
        for moment in &mut lane.moments {
            std::sync::Arc::make_mut(moment).title.push_str(", by Ada");
        }
    }
    folder.put("plan (Ada's conflicted copy 2027-09-02).moments", write(&other).unwrap());
    let mut window = opened(&folder, &path);
    click(&mut window, "Compare…");
    let rows = |window: &Window| -> Vec<bool> {
        window.query_all_by_role(Role::ListItem).filter(|row| row.rect().width() > 200.0).map(|row| row.is_focused()).collect()
    };
    let all = rows(&window).len();
    assert!(all > 5, "{all} lines differ");
    while !rows(&window).contains(&true) {
        press(&mut window, Modifiers::NONE, Key::Tab);
    }
    for (key, at) in [(Key::End, all - 1), (Key::ArrowUp, all - 2), (Key::Home, 0), (Key::ArrowDown, 1)] {
        press(&mut window, Modifiers::NONE, key);
        assert_eq!(rows(&window).iter().position(|has| *has), Some(at), "{key:?}");
    }
}

#[test]
fn a_copy_that_is_ignored_is_not_offered_again_until_it_changes() {
    let folder = Scratch::new("conflicts-ignore");
    let path = saved_in(&folder);
    folder.put("plan (1).moments", with_name("Meant to be there"));
    let mut window = opened(&folder, &path);
    window.get_by_label_contains(OFFERED);
    click(&mut window, "Ignore");
    assert!(!has(&window, OFFERED));
    drop(window);
    let window = opened(&folder, &path);
    assert!(!has(&window, OFFERED), "nor at the next start");
    drop(window);
    folder.put("plan (1).moments", with_name("Another one"));
    assert!(has(&opened(&folder, &path), OFFERED));
}

#[test]
fn a_copy_stays_offered_over_a_save_and_one_that_is_ignored_stays_so_without_a_place_to_write_that_down() {
    let folder = Scratch::new("conflicts-save");
    let path = saved_in(&folder);
    folder.put("plan (1).moments", with_name("Meant to be there"));
    let mut window = window_in(rim(), demo::fictional(PlanId::default()));
    press(&mut window, CTRL, Key::O);
    type_path(&mut window, &path);
    look(&mut window);
    window.get_by_label_contains(OFFERED);
    press(&mut window, Modifiers::NONE, Key::Num1);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().save_state(), SaveState::Edited);
    press(&mut window, CTRL, Key::S);
    assert!(matches!(window.state().save_state(), SaveState::Saved(_)));
    assert!(has(&window, OFFERED), "a save is no answer");
    look(&mut window);
    click(&mut window, "Ignore");
    assert!(!has(&window, OFFERED));
    // Another one lets the folder be looked through once more.
    folder.put("plan (2).moments", with_name("Meant to be there, too"));
    let now = std::fs::metadata(folder.path()).unwrap().modified().unwrap();
    let later = now + std::time::Duration::from_secs(10);
    std::fs::File::open(folder.path()).unwrap().set_modified(later).unwrap();
    look(&mut window);
    assert!(has(&window, "plan (2).moments") && !has(&window, "plan (1).moments"));
    click(&mut window, "Ignore");
    assert!(!has(&window, OFFERED), "one that was ignored is not offered again in this session");
}

#[test]
fn a_copy_that_arrives_while_the_plan_is_open_is_seen_and_can_be_opened() {
    let folder = Scratch::new("conflicts-arrives");
    let path = saved_in(&folder);
    let mut window = opened(&folder, &path);
    assert!(!has(&window, OFFERED));
    folder.put("plan.sync-conflict-20270902-140200-ABCDEFG.moments", with_name("From the other laptop"));
    // The folder's own time tells that something came; here it moves by more than its grain, however fast this runs.
    let now = std::fs::metadata(folder.path()).unwrap().modified().unwrap();
    let later = now + std::time::Duration::from_secs(10);
    std::fs::File::open(folder.path()).unwrap().set_modified(later).unwrap();
    look(&mut window);
    window.get_by_label_contains("conflicted copy by Syncthing");
    click(&mut window, "Open it");
    assert_eq!(window.state().document().campaign().name, "From the other laptop");
    look(&mut window);
    window.get_by_label_contains("This plan looks like a conflicted copy of “plan.moments”");
}
