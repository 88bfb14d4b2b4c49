//! What happens while a save or an open is under way, and everything that asks before a plan is thrown away.

use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::PlanId;
use momentboard::store::fs::Base;
use momentboard::store::{demo, open_plan, save_plan};
use momentboard::ui::view::SaveState;

use crate::app_window::*;
use crate::scratch::{self, Scratch};

const CTRL: Modifiers = Modifiers::COMMAND;

fn saved_in(folder: &Scratch, name: &str) -> PathBuf {
    let path = folder.join(name);
    save_plan(&path, &demo::two_cases(PlanId::default()), Base::New).unwrap();
    path
}

/// A window on a plan that has a file, with nothing unsaved.
fn opened(path: &Path, held: bool) -> Window {
    let plan = demo::fictional(PlanId::default());
    let mut window = if held { window_with_held_jobs(plan) } else { window_on(plan) };
    press(&mut window, CTRL, Key::O);
    type_path(&mut window, path);
    if held {
        release(&mut window);
        while window.state().release_job() {}
        window.run();
    }
    assert!(!window.state().document().is_dirty());
    window
}

/// Adds a moment: the quickest edit there is.
fn edit(window: &mut Window) {
    let before = window.state().document().campaign().moment_count();
    press(window, Modifiers::NONE, Key::Escape);
    press(window, Modifiers::NONE, Key::Num1);
    assert_eq!(window.state().document().campaign().moment_count(), before + 1);
    // The title has the keyboard now; the board gets it back.
    press(window, Modifiers::NONE, Key::Escape);
}

fn count(window: &Window) -> usize {
    window.state().document().campaign().moment_count()
}

#[test]
fn a_plan_without_a_name_is_called_something_wherever_it_is_named() {
    let mut window = window_on(momentboard::model::Campaign { name: " ".into(), ..fictional() });
    assert!(has(&window, "Untitled plan"), "in the title bar");
    edit(&mut window);
    press(&mut window, CTRL, Key::O);
    assert!(has(&window, "“Untitled plan” has changes"), "where it is asked what becomes of them");
}

#[test]
fn what_is_edited_while_a_save_runs_stays_unsaved() {
    let folder = Scratch::new("saving-meanwhile");
    let path = saved_in(&folder, "plan.moments");
    let mut window = opened(&path, true);
    edit(&mut window);
    let first = count(&window);
    press(&mut window, CTRL, Key::S);
    assert_eq!(window.state().save_state(), SaveState::Saving);
    edit(&mut window);
    release(&mut window);
    assert_eq!(window.state().save_state(), SaveState::Edited);
    assert_eq!(open_plan(&path).unwrap().campaign.moment_count(), first);
    press(&mut window, CTRL, Key::S);
    release(&mut window);
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
    assert_eq!(open_plan(&path).unwrap().campaign.moment_count(), first + 1);
}

#[test]
fn a_second_save_waits_for_the_first_and_writes_the_newest() {
    let folder = Scratch::new("saving-twice");
    let path = saved_in(&folder, "plan.moments");
    let mut window = opened(&path, true);
    edit(&mut window);
    press(&mut window, CTRL, Key::S);
    edit(&mut window);
    press(&mut window, CTRL, Key::S);
    release(&mut window);
    assert_eq!(window.state().save_state(), SaveState::Saving);
    release(&mut window);
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
    assert_eq!(open_plan(&path).unwrap().campaign.moment_count(), count(&window));
    assert!(!window.state().release_job());
}

#[test]
fn a_new_plan_waits_for_the_save_and_never_inherits_its_file() {
    let folder = Scratch::new("saving-new");
    let path = saved_in(&folder, "plan.moments");
    let mut window = opened(&path, true);
    edit(&mut window);
    let moments = count(&window);
    press(&mut window, CTRL, Key::S);
    press(&mut window, CTRL, Key::N);
    assert_eq!(count(&window), moments, "the plan that is being saved is still there");
    release(&mut window);
    assert_eq!(count(&window), 0);
    assert_eq!(window.state().save_state(), SaveState::NotSavedYet);
    assert_eq!(open_plan(&path).unwrap().campaign.moment_count(), moments);
    press(&mut window, CTRL, Key::S);
    window.get_by_role_and_label(Role::Dialog, "Save the plan");
}

#[test]
fn closing_waits_for_the_save_that_runs() {
    let folder = Scratch::new("saving-quit");
    let path = saved_in(&folder, "plan.moments");
    let mut window = opened(&path, true);
    edit(&mut window);
    press(&mut window, CTRL, Key::S);
    close(&mut window);
    assert!(!window.state().is_closing());
    release(&mut window);
    assert!(window.state().is_closing());
    assert_eq!(open_plan(&path).unwrap().campaign.moment_count(), count(&window));
}

#[test]
fn edits_made_while_another_plan_is_read_are_asked_about() {
    let folder = Scratch::new("saving-open");
    let path = saved_in(&folder, "plan.moments");
    let mut window = opened(&path, true);
    press(&mut window, CTRL, Key::O);
    type_path(&mut window, &path);
    edit(&mut window);
    let moments = count(&window);
    release(&mut window);
    assert_eq!(count(&window), moments, "what was edited meanwhile is not thrown away unasked");
    window.get_by_label("Don’t save");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(count(&window), moments);
    assert!(window.state().document().is_dirty());
}

#[test]
fn whatever_replaces_the_plan_asks_first_and_cancel_keeps_it() {
    let folder = Scratch::new("saving-asks");
    let other = saved_in(&folder, "other.moments");
    for key in [Key::N, Key::O, Key::Q] {
        let path = saved_in(&folder, &format!("{key:?}.moments"));
        let mut window = opened(&path, false);
        edit(&mut window);
        let moments = count(&window);
        press(&mut window, CTRL, key);
        click(&mut window, "Cancel");
        assert_eq!(count(&window), moments);
        assert!(window.state().document().is_dirty());
        // A later save has nothing to do with what was cancelled.
        press(&mut window, CTRL, Key::S);
        assert_eq!(count(&window), moments);
        assert!(!window.state().is_closing());
        edit(&mut window);
        press(&mut window, CTRL, key);
        click(&mut window, "Don’t save");
        match key {
            Key::N => assert_eq!(count(&window), 0),
            Key::Q => assert!(window.state().is_closing()),
            _ => {
                type_path(&mut window, &other);
                assert!(!window.state().document().is_dirty());
            }
        }
    }
}

#[test]
fn a_file_dropped_onto_edits_is_asked_about_too() {
    let folder = Scratch::new("saving-drop");
    let path = saved_in(&folder, "plan.moments");
    let mut window = window();
    edit(&mut window);
    let moments = count(&window);
    drop_file(&mut window, &path);
    assert_eq!(count(&window), moments);
    click(&mut window, "Don’t save");
    assert_eq!(window.state().save_state(), SaveState::Saved(None));
    assert_ne!(count(&window), moments);
}

#[test]
fn a_file_that_another_program_changed_is_only_replaced_when_asked_to() {
    let folder = Scratch::new("saving-changed");
    let path = saved_in(&folder, "plan.moments");
    let mut window = opened(&path, false);
    edit(&mut window);
    scratch::write(&path, b"somebody else was here");
    press(&mut window, CTRL, Key::S);
    window.get_by_label_contains("Nothing was written over.");
    click(&mut window, "Cancel");
    assert_eq!(window.state().save_state(), SaveState::ChangedOnDisk);
    assert_eq!(std::fs::read(&path).unwrap(), b"somebody else was here");
    press(&mut window, CTRL, Key::S);
    click(&mut window, "Keep mine");
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
    assert_eq!(open_plan(&path).unwrap().campaign, **window.state().document().campaign());
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test takes the file away as another program would")]
fn a_file_that_is_gone_is_made_anew_after_asking() {
    let folder = Scratch::new("saving-gone");
    let path = saved_in(&folder, "plan.moments");
    let mut window = opened(&path, false);
    edit(&mut window);
    std::fs::remove_file(&path).unwrap();
    press(&mut window, CTRL, Key::S);
    assert_eq!(window.state().save_state(), SaveState::Gone);
    assert!(window.state().document().is_dirty());
    window.get_by_role_and_label(Role::Dialog, "Save the plan anew?");
    click(&mut window, "Save");
    assert_eq!(open_plan(&path).unwrap().campaign, **window.state().document().campaign());
}

#[test]
fn a_refused_date_keeps_the_keyboard_and_a_new_name_replaces_the_proposed_one() {
    let mut window = window();
    let id = select(&mut window, "Product, Tobi");
    let before = count(&window);
    let day = when(window.state(), id);
    window.get_by_role_and_label(Role::TextInput, "Date").focus();
    window.run();
    window.key_press_modifiers(CTRL, Key::A);
    window.step();
    for key in ["31 Feb 2027", "3"] {
        window.event(egui::Event::Text(key.into()));
        window.run();
        press(&mut window, Modifiers::NONE, Key::Enter);
    }
    press(&mut window, Modifiers::NONE, Key::Num3);
    assert_eq!(count(&window), before, "keys in a field that is not done add no moment");
    assert_eq!(when(window.state(), id), day);

    let mut window = self::window();
    press(&mut window, Modifiers::NONE, Key::Num1);
    for c in "My own".chars() {
        window.event(egui::Event::Text(c.to_string()));
        window.step();
    }
    window.run();
    let id = window.state().selection().primary().unwrap();
    assert_eq!(title(window.state(), id), "My own");
}

#[test]
fn what_is_published_stays_whatever_would_move_it() {
    let mut window = window();
    let id = select(&mut window, "Announcement, Maren");
    let before = (when(window.state(), id), lane_of(window.state(), id));
    for (modifiers, key) in [(Modifiers::ALT, Key::ArrowRight), (Modifiers::ALT, Key::ArrowDown)] {
        press(&mut window, modifiers, key);
        window.get_by_label_contains("Already published");
    }
    assert_eq!((when(window.state(), id), lane_of(window.state(), id)), before);
    assert_eq!(window.state().document().undo_depth(), 0);
}

#[test]
fn a_menu_begins_at_what_is_chosen_and_enter_closes_it_and_escape_leaves_the_card_selected() {
    let mut window = window();
    let id = select(&mut window, "Values story, Tobi");
    let lane = lane_of(window.state(), id);
    window.get_by_role_and_label(Role::ComboBox, "Creator").click();
    window.run();
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let lanes: Vec<_> = window.state().document().campaign().lanes.iter().map(|lane| lane.id).collect();
    let at = |id| lanes.iter().position(|lane| *lane == id).unwrap();
    assert_eq!(at(lane_of(window.state(), id)), at(lane) + 1, "one row below the creator it had");
    assert!(window.query_by_role_and_label(Role::MenuItem, "Maren Solheim").is_none(), "the menu is closed");

    window.get_by_role_and_label(Role::TextInput, "Title").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().selection().primary(), Some(id), "the first Escape leaves the field");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().selection().primary(), None);
}

#[test]
fn a_new_plan_gets_creators_and_products_and_ideas_come_back() {
    let mut window = window();
    press(&mut window, CTRL, Key::N);
    // Without the guide, which has the place of the inspector.
    press(&mut window, Modifiers::NONE, Key::F1);
    for name in ["Jacket", "Boot"] {
        click(&mut window, "Add a product to the plan");
        for c in name.chars() {
            window.event(egui::Event::Text(c.to_string()));
            window.step();
        }
        press(&mut window, Modifiers::NONE, Key::Enter);
    }
    let names: Vec<_> = window.state().document().campaign().products.iter().map(|product| product.name.clone()).collect();
    assert_eq!(names, ["Jacket", "Boot"]);
    // The sidebar, its header and the inspector all offer it.
    window.get_all_by_label("Add a creator").next().unwrap().click();
    window.run();
    let campaign = window.state().document().campaign().clone();
    assert_eq!((campaign.lanes.len(), campaign.products.len()), (2, 2));
    for c in "Ada".chars() {
        window.event(egui::Event::Text(c.to_string()));
        window.step();
    }
    window.run();
    assert_eq!(window.state().document().campaign().creators[1].name, "Ada");

    let mut window = self::window();
    let id = select(&mut window, "Product, Tobi");
    press(&mut window, CTRL, Key::I);
    assert_eq!(window.state().document().index().lane(id), None);
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.get_by_label_contains("Idea, Product: 20% off").click();
    window.run();
    assert_eq!(window.state().selection().primary(), Some(id));
    window.get_by_role_and_label(Role::ComboBox, "Creator").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "Tobi Achterberg").click();
    window.run();
    assert_eq!(window.state().document().index().lane(id), Some(window.state().document().campaign().lanes[1].id));
}

#[test]
fn a_plan_with_a_damaged_picture_opens_as_a_copy() {
    let folder = Scratch::new("saving-damaged");
    let path = folder.join("plan.moments");
    let text = String::from_utf8(momentboard::store::write(&demo::fictional(PlanId::default())).unwrap()).unwrap();
    let damaged = text.replacen("data: \"/9j/", "data: \"AAAA", 1);
    assert_ne!(damaged, text);
    scratch::write(&path, damaged.as_bytes());
    let mut window = window_on(demo::two_cases(PlanId::default()));
    press(&mut window, CTRL, Key::O);
    type_path(&mut window, &path);
    window.get_by_role_and_label(Role::Dialog, "Opened as a copy");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, CTRL, Key::S);
    window.get_by_role_and_label(Role::Dialog, "Save the plan");
    assert_eq!(std::fs::read(&path).unwrap(), damaged.as_bytes());
}

#[test]
fn a_plan_that_takes_long_to_read_says_so_and_can_be_left() {
    let folder = Scratch::new("opening-long");
    let path = saved_in(&folder, "long.moments");
    let mut window = window_with_held_jobs(demo::fictional(PlanId::default()));
    let before = count(&window);
    // Jobs that were begun with the window are not what is waited for here.
    while window.state().release_job() {}
    press(&mut window, CTRL, Key::O);
    type_path(&mut window, &path);
    assert!(window.query_by_label("Stop reading long.moments").is_none(), "not before it takes long");
    for _ in 0..8 {
        window.step();
    }
    assert!(has(&window, "Reading long.moments…"));
    click(&mut window, "Stop reading long.moments");
    assert!(!has(&window, "Reading long.moments…"));
    while window.state().release_job() {}
    window.run();
    assert_eq!(count(&window), before, "what was stopped takes the place of nothing");

    // Asked for again it is opened.
    press(&mut window, CTRL, Key::O);
    type_path(&mut window, &path);
    while window.state().release_job() {}
    window.run();
    assert_ne!(count(&window), before);
    assert!(!has(&window, "Reading long.moments…"));
}

#[test]
fn a_path_without_a_folder_is_in_the_folder_that_is_shown() {
    let folder = Scratch::new("saving-relative");
    let path = saved_in(&folder, "plan.moments");
    let mut window = opened(&path, false);
    press(&mut window, CTRL | Modifiers::SHIFT, Key::S);
    let shown = window.get_by_role_and_label(Role::TextInput, "Path").accesskit_node().value().unwrap();
    assert_eq!(shown, path.display().to_string());
    type_path(&mut window, Path::new("second.moments"));
    assert!(folder.join("second.moments").is_file());
    press(&mut window, CTRL, Key::O);
    type_path(&mut window, Path::new("plan.moments"));
    assert!(window.query_by_role(Role::Dialog).is_none(), "it is found there, too");
}
