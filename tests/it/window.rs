//! The whole window, driven headless by what screen readers are told: the main job from looking to saving.

use std::time::Duration;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2};
use egui_kittest::kittest::Queryable;
use momentboard::check::{Options, fixes};
use momentboard::model::{Day, IdSource, PlanId, When};
use momentboard::store::{demo, open_plan};
use momentboard::ui::view::SaveState;

use crate::app_window::*;
use crate::scratch::Scratch;

#[test]
fn the_demo_opens_with_its_one_finding_in_plain_words() {
    let window = window();
    assert_eq!(errors(window.state()), ["PBR-08"]);
    window.get_by_label_contains("Inês has history with Northbound; Tobi’s followers don’t share it");
    assert_eq!(window.state().save_state(), SaveState::NotSavedYet);
    window.get_by_label_contains("Not saved yet");
}

#[test]
fn dragging_the_ask_later_clears_the_finding_in_one_step_and_undo_brings_it_back() {
    let mut window = window();
    let ask = tobis_ask(window.state());
    let before = when(window.state(), ask);
    let from = card_at(&window, "Product, Tobi");
    let to = card_at(&window, "Community story, Tobi") + egui::vec2(150.0, 0.0);
    drag(&mut window, from, to);
    window.drop_at(to);
    window.run();
    assert_ne!(when(window.state(), ask), before);
    assert_eq!(errors(window.state()), [] as [&str; 0]);
    assert_eq!(window.state().document().undo_depth(), 1);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(when(window.state(), ask), before);
    assert_eq!(errors(window.state()), ["PBR-08"]);
}

#[test]
fn dragging_to_another_lane_is_one_step_and_the_findings_follow() {
    let mut window = window();
    let ask = tobis_ask(window.state());
    let from_lane = lane_of(window.state(), ask);
    let from = card_at(&window, "Product, Tobi");
    let over = card_at(&window, "Announcement, Maren");
    let to = Pos2::new(from.x, over.y);
    drag(&mut window, from, to);
    window.drop_at(to);
    window.run();
    assert_ne!(lane_of(window.state(), ask), from_lane);
    assert_eq!(window.state().document().undo_depth(), 1);
    let about_tobi =
        window.state().findings().iter().any(|finding| finding.lane == Some(from_lane) && finding.rule.code == "PBR-08");
    assert!(!about_tobi, "the lane it left starts with a story now");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(lane_of(window.state(), ask), from_lane);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_ne!(lane_of(window.state(), ask), from_lane);
}

#[test]
fn escape_during_a_drag_leaves_everything_as_it_was() {
    let mut window = window();
    let ask = tobis_ask(window.state());
    let before = when(window.state(), ask);
    let from = card_at(&window, "Product, Tobi");
    drag(&mut window, from, from + egui::vec2(300.0, 0.0));
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.drop_at(from + egui::vec2(300.0, 0.0));
    window.run();
    assert_eq!(when(window.state(), ask), before);
    assert_eq!(window.state().document().undo_depth(), 0);
    // Dropping in place leaves no step either.
    drag(&mut window, from, from + egui::vec2(300.0, 0.0));
    window.hover_at(from);
    window.step();
    window.drop_at(from);
    window.run();
    assert_eq!(window.state().document().undo_depth(), 0);
}

#[test]
fn typing_is_one_step_and_ctrl_z_in_the_field_takes_it_back_once() {
    let mut window = window();
    let id = select(&mut window, "Announcement, Maren");
    let before = title(window.state(), id);
    write_in(&mut window, "Title", " at last");
    assert!(title(window.state(), id).contains(" at last"));
    assert_eq!(window.state().document().undo_depth(), 1);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(title(window.state(), id), before);
    assert_eq!(window.state().document().undo_depth(), 0);
    // The field shows what is true, so typing goes on from there.
    write_in(&mut window, "Title", "!");
    assert_eq!(title(window.state(), id).chars().count(), before.chars().count() + 1);
}

#[test]
fn text_of_one_moment_never_lands_in_another() {
    let mut window = window();
    let first = select(&mut window, "Announcement, Maren");
    write_in(&mut window, "Title", " one");
    let first_title = title(window.state(), first);
    let second = select(&mut window, "Values story, Maren");
    let second_title = title(window.state(), second);
    assert_ne!(first, second);
    window.get_by_role_and_label(Role::TextInput, "Title").focus();
    window.run();
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(title(window.state(), second), second_title, "undo went to the first moment, not into this field");
    assert_ne!(title(window.state(), first), first_title);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(title(window.state(), first), first_title);
    assert_eq!(title(window.state(), second), second_title);
}

/// Selects the ask that comes first and presses the first fix of it.
fn fix_tobi(window: &mut Window) {
    let app = window.state();
    let finding = app.findings().iter().find(|finding| finding.rule.code == "PBR-08").unwrap();
    let options = Options { today: Day::new(2027, 9, 2), ..Options::default() };
    let fix = fixes(app.document().campaign(), finding, &options, &mut IdSource::seeded(5)).remove(0).title;
    select(window, "Product, Tobi");
    window.get_all_by_label(&fix).next().unwrap().click();
    window.run();
    // It moves dates, so it is shown first.
    click(window, "Apply");
}

#[test]
fn a_fix_is_one_step_and_undo_takes_it_back() {
    let mut window = window();
    let before = (**window.state().document().campaign()).clone();
    fix_tobi(&mut window);
    assert_eq!(errors(window.state()), [] as [&str; 0]);
    assert_eq!(window.state().document().undo_depth(), 1);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(**window.state().document().campaign(), before);
}

#[test]
fn saved_closed_and_opened_again_it_is_the_same_plan() {
    let folder = Scratch::new("window-save");
    let path = folder.join("plan.moments");
    let mut window = window();
    let id = select(&mut window, "Announcement, Maren");
    write_in(&mut window, "Title", " again");
    assert_eq!(window.state().save_state(), SaveState::NotSavedYet);
    press(&mut window, Modifiers::COMMAND, Key::S);
    type_path(&mut window, &path);
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
    assert!(!window.state().document().is_dirty());
    let written = open_plan(&path).unwrap().campaign;
    assert_eq!(written, **window.state().document().campaign());

    let mut other = window_on(demo::two_cases(PlanId::default()));
    press(&mut other, Modifiers::COMMAND, Key::O);
    type_path(&mut other, &path);
    assert!(title(other.state(), id).contains(" again"));
    assert!(!other.state().document().is_dirty());
    // A second save goes to the same file without asking.
    press(&mut other, Modifiers::COMMAND, Key::S);
    assert_eq!(folder.names(), ["plan.moments"]);
}

#[test]
fn closing_with_edits_asks_and_no_answer_loses_anything() {
    let folder = Scratch::new("window-close");
    let mut window = window();
    close(&mut window);
    assert!(window.state().is_closing(), "an untouched demo closes without a question");

    let mut window = self::window();
    let id = select(&mut window, "Announcement, Maren");
    write_in(&mut window, "Title", " kept");
    close(&mut window);
    assert!(!window.state().is_closing());
    click(&mut window, "Cancel");
    assert!(title(window.state(), id).contains(" kept"));
    assert!(window.state().document().is_dirty());

    // A save that cannot be done keeps the window open and everything in it.
    close(&mut window);
    click(&mut window, "Save");
    type_path(&mut window, &folder.join("no/such/folder/plan.moments"));
    assert!(!window.state().is_closing());
    assert!(matches!(window.state().save_state(), SaveState::Failed(_)));
    assert!(window.state().document().is_dirty());
    assert!(title(window.state(), id).contains(" kept"));
    press(&mut window, Modifiers::NONE, Key::Escape);

    // Saved for real, it closes.
    close(&mut window);
    click(&mut window, "Save");
    type_path(&mut window, &folder.join("plan.moments"));
    assert!(window.state().is_closing());
    assert!(open_plan(&folder.join("plan.moments")).unwrap().campaign.moment(id).unwrap().1.title.contains(" kept"));

    let mut window = self::window();
    select(&mut window, "Announcement, Maren");
    write_in(&mut window, "Title", " gone");
    close(&mut window);
    click(&mut window, "Don’t save");
    assert!(window.state().is_closing());
}

#[test]
fn a_broken_file_says_where_and_leaves_the_plan_alone() {
    let folder = Scratch::new("window-broken");
    let path = folder.join("broken.moments");
    let mut text = String::from_utf8(momentboard::store::write(&demo::two_cases(PlanId::default())).unwrap()).unwrap();
    text = text.replacen("kind: announcement", "kind: anouncement", 1);
    crate::scratch::write(&path, text.as_bytes());
    let line = text.lines().position(|line| line.contains("anouncement")).unwrap() + 1;
    let mut window = window();
    let before = (**window.state().document().campaign()).clone();
    press(&mut window, Modifiers::COMMAND, Key::O);
    type_path(&mut window, &path);
    window.get_by_role_and_label(Role::Dialog, "The plan could not be opened");
    window.get_by_label_contains(&format!("broken.moments, line {line}, column "));
    window.get_by_label_contains("anouncement");
    assert_eq!(**window.state().document().campaign(), before);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(std::fs::read(&path).unwrap(), text.as_bytes());
}

#[test]
fn a_plan_that_exists_is_not_replaced_unasked() {
    let folder = Scratch::new("window-replace");
    let path = folder.join("mine.moments");
    crate::scratch::write(&path, b"something else");
    let mut window = window();
    press(&mut window, Modifiers::COMMAND, Key::S);
    type_path(&mut window, &path);
    assert_eq!(std::fs::read(&path).unwrap(), b"something else");
    click(&mut window, "Cancel");
    assert_eq!(std::fs::read(&path).unwrap(), b"something else");
    press(&mut window, Modifiers::COMMAND, Key::S);
    type_path(&mut window, &path);
    click(&mut window, "Replace");
    assert!(open_plan(&path).is_ok());
}

/// Draws sixty frames in which nobody does anything: none asks for another, and nothing changes.
fn rests(window: &mut Window, after: &str) {
    let (revision, depth) = (window.state().document().revision(), window.state().document().undo_depth());
    for frame in 0..60 {
        window.step();
        let delay = window.output().viewport_output.values().map(|output| output.repaint_delay).min().unwrap();
        assert!(delay > Duration::from_mins(1), "{after}: frame {frame} asked for another after {delay:?}");
    }
    assert_eq!(window.state().document().revision(), revision, "{after}");
    assert_eq!(window.state().document().undo_depth(), depth, "{after}");
}

#[test]
fn at_rest_nothing_moves() {
    let mut window = window();
    rests(&mut window, "opened");
    assert_eq!(window.state().document().undo_depth(), 0);

    select(&mut window, "Product, Tobi");
    window.remove_cursor();
    window.run();
    rests(&mut window, "selected");

    fix_tobi(&mut window);
    window.remove_cursor();
    window.run();
    assert_eq!(window.state().document().undo_depth(), 1);
    rests(&mut window, "fixed");

    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(window.state().document().undo_depth(), 0);
    rests(&mut window, "undone");

    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    close(&mut window);
    click(&mut window, "Cancel");
    assert!(!window.state().is_closing());
    rests(&mut window, "a dialog closed");
}

#[test]
fn keys_do_what_a_drag_does() {
    let mut window = window();
    let id = select(&mut window, "Product, Tobi");
    let When::On(day) = when(window.state(), id) else { panic!("dated") };
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(when(window.state(), id), When::On(day.plus(1)));
    press(&mut window, Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(when(window.state(), id), When::On(day.plus(8)));
    let lane = lane_of(window.state(), id);
    press(&mut window, Modifiers::ALT, Key::ArrowDown);
    assert_ne!(lane_of(window.state(), id), lane);
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert!(window.state().document().campaign().moment(id).is_none());
    for _ in 0..4 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(when(window.state(), id), When::On(day));
    assert_eq!(lane_of(window.state(), id), lane);
    assert!(!window.state().document().campaign().moment(id).unwrap().1.title.is_empty());
}
