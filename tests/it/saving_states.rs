//! What the title bar says about saving, and what becomes of changes that no file has.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use momentboard::app::Rim;
use momentboard::model::PlanId;
use momentboard::store::fs::Base;
use momentboard::store::home::Home;
use momentboard::store::{demo, open_plan, save_plan};
use momentboard::ui::view::SaveState;

use crate::app_window::*;
use crate::faulty::Faulty;
use crate::scratch::{self, Scratch};

const CTRL: Modifiers = Modifiers::COMMAND;

fn edit(window: &mut Window) {
    press(window, Modifiers::NONE, Key::Escape);
    press(window, Modifiers::NONE, Key::Num1);
    press(window, Modifiers::NONE, Key::Escape);
}

fn is_failed(window: &Window) -> bool {
    matches!(window.state().save_state(), SaveState::Failed(_))
}

#[test]
fn a_first_save_that_failed_stays_said_until_it_succeeds() {
    let folder = Scratch::new("states-first");
    let path = folder.join("not-there").join("plan.moments");
    let mut window = window();
    edit(&mut window);
    press(&mut window, CTRL, Key::S);
    type_path(&mut window, &path);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(is_failed(&window));
    edit(&mut window);
    assert!(is_failed(&window), "more edits do not make it less true");
    click(&mut window, "Try again");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(is_failed(&window));
    make_folder(&folder.join("not-there"));
    click(&mut window, "Try again");
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
    assert_eq!(open_plan(&path).unwrap().campaign, **window.state().document().campaign());
}

#[expect(clippy::disallowed_methods, reason = "the test makes the folder as the user would")]
fn make_folder(path: &std::path::Path) {
    std::fs::create_dir(path).unwrap();
}

#[test]
fn going_back_to_what_the_file_holds_is_saved_even_after_a_failure() {
    let folder = Scratch::new("states-back");
    let path = folder.join("plan.moments");
    save_plan(&path, &demo::two_cases(PlanId::default()), Base::New).unwrap();
    let mut window = window();
    press(&mut window, CTRL, Key::O);
    type_path(&mut window, &path);
    edit(&mut window);
    let mut marked = std::fs::metadata(&path).unwrap().permissions();
    marked.set_readonly(true);
    std::fs::set_permissions(&path, marked).unwrap();
    press(&mut window, CTRL, Key::S);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(is_failed(&window));
    press(&mut window, CTRL, Key::Z);
    assert_eq!(window.state().save_state(), SaveState::Saved(None));
    press(&mut window, CTRL | Modifiers::SHIFT, Key::Z);
    assert!(is_failed(&window));
}

#[test]
fn a_save_that_failed_can_be_tried_again_at_once_or_goes_elsewhere() {
    let folder = Scratch::new("states-again");
    let path = folder.join("not-there").join("plan.moments");
    let mut window = window();
    edit(&mut window);
    close(&mut window);
    click(&mut window, "Save");
    type_path(&mut window, &path);
    window.get_by_role_and_label(Role::Dialog, "The plan is not saved");
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_role_and_label(Role::Dialog, "The plan is not saved");
    make_folder(&folder.join("not-there"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(path.exists() && window.state().is_closing(), "what waited for the save goes on");

    let mut window = self::window();
    edit(&mut window);
    press(&mut window, CTRL, Key::S);
    type_path(&mut window, &folder.join("nor-there").join("plan.moments"));
    window.get_all_by_label("Save elsewhere…").last().unwrap().click();
    window.run();
    type_path(&mut window, &folder.join("elsewhere.moments"));
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
    assert_eq!(open_plan(&folder.join("elsewhere.moments")).unwrap().campaign, **window.state().document().campaign());
}

#[test]
fn a_plan_that_its_file_holds_is_saved_whatever_became_of_another_file() {
    let folder = Scratch::new("states-elsewhere");
    let mut window = window();
    press(&mut window, CTRL, Key::S);
    type_path(&mut window, &folder.join("plan.moments"));
    press(&mut window, CTRL | Modifiers::SHIFT, Key::S);
    type_path(&mut window, &folder.join("not-there").join("copy.moments"));
    window.get_by_role_and_label(Role::Dialog, "The other file is not written");
    window.get_by_label("“plan.moments” still holds the plan as it is on screen.");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
    edit(&mut window);
    assert_eq!(window.state().save_state(), SaveState::Edited);
}

#[test]
fn another_file_is_replaced_only_as_it_was_when_it_was_asked_about() {
    let folder = Scratch::new("states-replace");
    let path = folder.put("there.moments", b"what was asked about");
    let mut window = window();
    edit(&mut window);
    press(&mut window, CTRL, Key::S);
    type_path(&mut window, &path);
    window.get_by_role_and_label(Role::Dialog, "Replace the file?");
    scratch::write(&path, b"what came since");
    click(&mut window, "Replace");
    assert_eq!(std::fs::read(&path).unwrap(), b"what came since");
    window.get_by_role_and_label(Role::Dialog, "Replace the file?");
    click(&mut window, "Replace");
    assert_eq!(open_plan(&path).unwrap().campaign, **window.state().document().campaign());
}

#[test]
fn no_answer_destroys_what_no_file_has() {
    let folder = Scratch::new("states-draft");
    for key in [Key::N, Key::Q] {
        let rim = Rim { home: Some(Home::at(folder.join("state"))), ..rim() };
        let mut window = window_in(rim, fictional());
        edit(&mut window);
        press(&mut window, CTRL, key);
        assert!(window.query_by_label("Don’t save").is_none());
        window.get_by_label_contains("A draft keeps them");
        click(&mut window, "Keep a draft");
        assert_eq!(window.state().is_closing(), key == Key::Q);
    }
    // Where a draft cannot be kept none is promised, and why is said.
    scratch::write(&folder.join("no-folder"), b"");
    let rim = Rim { home: Some(Home::at(folder.join("no-folder"))), ..rim() };
    let mut window = window_in(rim, fictional());
    edit(&mut window);
    let moments = window.state().document().campaign().moment_count();
    press(&mut window, CTRL, Key::Q);
    window.get_by_label_contains("no draft can be kept of them now: ");
    assert!(window.query_by_label("Keep a draft").is_none() && window.query_by_label("Don’t save").is_some());
    click(&mut window, "Cancel");
    assert!(!window.state().is_closing());
    assert_eq!(window.state().document().campaign().moment_count(), moments);
}

#[test]
fn a_folder_that_is_emptied_is_warned_of_once() {
    let folder = Scratch::new("states-fleeting");
    let mut window = window();
    press(&mut window, CTRL, Key::S);
    type_path(&mut window, &folder.join("plan.moments"));
    window.get_by_label_contains("This folder is emptied from time to time");
    click(&mut window, "Hide this note");
    edit(&mut window);
    press(&mut window, CTRL, Key::S);
    assert!(!has(&window, "This folder is emptied"));
}

#[test]
fn a_narrow_window_says_the_whole_reason_of_a_failure_below_the_bar() {
    let folder = Scratch::new("states-narrow");
    let path = folder.join("plan.moments");
    let mut window = window();
    press(&mut window, CTRL, Key::S);
    type_path(&mut window, &path);
    edit(&mut window);
    let before = std::fs::metadata(&path).unwrap().permissions();
    let mut marked = before.clone();
    marked.set_readonly(true);
    std::fs::set_permissions(&path, marked).unwrap();
    press(&mut window, CTRL, Key::S);
    press(&mut window, Modifiers::NONE, Key::Escape);
    let SaveState::Failed(reason) = window.state().save_state() else { panic!("it failed") };
    window.set_size(egui::vec2(760.0, 700.0));
    window.run();
    let told = window.get_by_role_and_label(Role::Label, &format!("Not saved: {reason}")).rect();
    assert!(told.right() < 760.0 && told.width() > 100.0, "{told}");
    window.get_by_role_and_label(Role::Status, "Not saved");
    std::fs::set_permissions(&path, before).unwrap();
    click(&mut window, "Try again");
    assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
    assert!(!has(&window, "Not saved"));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test takes the file away as another program would")]
fn a_long_notice_takes_as_many_lines_as_it_needs() {
    let folder = Scratch::new("states-lines");
    let path = folder.join("plan.moments");
    save_plan(&path, &demo::two_cases(PlanId::default()), Base::New).unwrap();
    let mut window = window();
    press(&mut window, CTRL, Key::O);
    type_path(&mut window, &path);
    std::fs::rename(&path, folder.join("aside.moments")).unwrap();
    for _ in 0..2 {
        window.state_mut().look_at_file();
        window.run();
    }
    let text = "“plan.moments” is not there any more. The plan is still here, and saving makes the file anew.";
    let wide = window.get_by_label(text).rect();
    window.set_size(egui::vec2(760.0, 700.0));
    window.run();
    let narrow = window.get_by_label(text).rect();
    assert!(narrow.height() > wide.height() * 1.5 && narrow.right() < 760.0, "{wide} {narrow}");
}

#[test]
fn a_plan_that_is_written_over_where_it_stands_says_so_once() {
    const SAID: &str = "so the file itself was written over";
    let folder = Scratch::new("states-in-place");
    let path = folder.join("plan.moments");
    save_plan(&path, &demo::two_cases(PlanId::default()), Base::New).unwrap();
    let home = momentboard::store::home::Home::at(folder.join("state"));
    let mut window = window_in(momentboard::app::Rim { home: Some(home), ..rim() }, demo::two_cases(PlanId::from_bits(1)));
    Faulty::default().closed(folder.path()).on(|| {
        press(&mut window, CTRL, Key::O);
        type_path(&mut window, &path);
        edit(&mut window);
        press(&mut window, CTRL, Key::S);
        assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
        assert!(has(&window, SAID));
        click(&mut window, "Hide this note");
        edit(&mut window);
        press(&mut window, CTRL, Key::S);
        assert_eq!(window.state().save_state(), SaveState::Saved(Some("14:02".into())));
        assert!(!has(&window, SAID), "once is enough");
    });
    assert_eq!(open_plan(&path).unwrap().campaign, **window.state().document().campaign());
}
