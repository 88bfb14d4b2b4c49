//! A plan that can only be looked at: it looks like that, its texts can be copied, and nothing of it changes whatever is tried.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::Rim;
use momentboard::model::{Campaign, PlanId};
use momentboard::store::fs::Base;
use momentboard::store::{open_plan, save_plan};
use momentboard::ui::command::Command;
use momentboard::ui::view::SaveState;

use crate::app_window::*;
use crate::scratch::Scratch;

const WHY: &str = "The file is marked read-only, so the plan can only be looked at here";

/// A window that looks at the fictional campaign, whose file is marked read-only.
pub fn looking(folder: &Scratch) -> Window {
    let path = folder.join("plan.moments");
    save_plan(&path, &fictional(), Base::New).unwrap();
    let mut marked = std::fs::metadata(&path).unwrap().permissions();
    marked.set_readonly(true);
    std::fs::set_permissions(&path, marked).unwrap();
    let mut window = window_in(Rim { ..rim() }, Campaign::new(PlanId::default(), "Nothing yet"));
    press(&mut window, Modifiers::COMMAND, Key::O);
    type_path(&mut window, &path);
    assert_eq!(window.state().save_state(), SaveState::ReadOnly);
    assert_eq!(open_plan(&path).unwrap().campaign, **window.state().document().campaign());
    window
}

fn copied(window: &Window) -> Option<String> {
    window.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

#[test]
fn fields_can_be_read_and_copied_and_not_written_in() {
    let folder = Scratch::new("read-only-fields");
    let mut window = looking(&folder);
    let id = select(&mut window, "Announcement, Maren");
    let before = Campaign::clone(window.state().document().campaign());
    let title = title(window.state(), id);
    let field = window.get_by_role_and_label(Role::TextInput, "Title");
    assert!(field.accesskit_node().is_read_only());
    field.focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.step();
    window.event(Event::Copy);
    window.step();
    assert_eq!(copied(&window).as_deref(), Some(title.as_str()));
    for event in [Event::Text("Mine".into()), Event::Cut, Event::Paste("Mine".into())] {
        window.event(event);
        window.step();
    }
    window.key_press(Key::Backspace);
    window.run();
    let field = window.get_by_role_and_label(Role::TextInput, "Title");
    assert_eq!(field.accesskit_node().value().as_deref(), Some(title.as_str()));
    // What is chosen cannot be chosen otherwise, and says so.
    let boxes: Vec<bool> = window.query_all_by_role(Role::ComboBox).map(|node| node.accesskit_node().is_disabled()).collect();
    assert!(!boxes.is_empty() && boxes.iter().all(|disabled| *disabled), "{boxes:?}");
    // Those of the panel; which findings are listed can be chosen as ever.
    let panel = window.get_by_role_and_label(Role::TextInput, "Title").rect().left() - 120.0;
    let ticks: Vec<bool> = window
        .query_all_by_role(Role::CheckBox)
        .filter(|node| node.rect().left() > panel)
        .map(|node| node.accesskit_node().is_disabled())
        .collect();
    assert!(!ticks.is_empty() && ticks.iter().all(|disabled| *disabled), "{ticks:?}");
    assert_eq!(**window.state().document().campaign(), before);
    assert!(!window.state().document().is_dirty());
}

#[test]
fn values_and_the_guide_can_be_read_and_not_written_in() {
    let folder = Scratch::new("read-only-values");
    let mut window = looking(&folder);
    let before = Campaign::clone(window.state().document().campaign());
    select(&mut window, "Announcement, Maren");
    run(&mut window, Command::CompareValues);
    window.get_by_role_and_label(Role::Dialog, "What they stand for");
    let written_in: Vec<String> = window
        .query_all_by_role(Role::TextInput)
        .filter(|node| !node.accesskit_node().is_read_only() && !node.accesskit_node().is_disabled())
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert!(written_in.iter().all(|label| !label.contains("alue") && label != "Compared by"), "{written_in:?}");
    assert!(window.get_by_role_and_label(Role::TextInput, "Compared by").accesskit_node().is_read_only());
    let word = before.creators.iter().find(|creator| !creator.values.is_empty() && creator.name.starts_with("Maren")).unwrap();
    let chip = format!("{}: {}", word.first_name(), word.values[0]);
    window.get_by_role_and_label(Role::Button, &chip).click();
    window.run();
    let rows: Vec<bool> = window.query_all_by_role(Role::MenuItem).map(|node| node.accesskit_node().is_disabled()).collect();
    assert!(!rows.is_empty() && rows.iter().all(|disabled| *disabled), "{rows:?}");
    assert_eq!(**window.state().document().campaign(), before);
}

#[test]
fn fixes_and_acceptances_are_disabled_with_the_reason() {
    let folder = Scratch::new("read-only-fixes");
    let mut window = looking(&folder);
    let before = Campaign::clone(window.state().document().campaign());
    let mut at = None;
    for label in ["Preview fix", "Accept risk…", "Accept risk"] {
        for node in window.query_all_by_label(label) {
            assert!(node.accesskit_node().is_disabled(), "“{label}” can be pressed");
            at = at.or(Some(node.rect().center()));
        }
    }
    let at = at.expect("the findings offer something");
    window.hover_at(at);
    for _ in 0..60 {
        window.step();
    }
    assert!(has(&window, WHY), "the reason stands under the pointer");
    assert_eq!(**window.state().document().campaign(), before);
}

#[test]
fn a_card_that_is_dragged_stays_and_says_why() {
    let folder = Scratch::new("read-only-drag");
    let mut window = looking(&folder);
    let before = Campaign::clone(window.state().document().campaign());
    let from = card_at(&window, "Announcement, Maren");
    drag(&mut window, from, from + vec2(160.0, 0.0));
    assert!(has(&window, WHY), "it is said while the card is being pulled at");
    window.drop_at(from + vec2(160.0, 0.0));
    window.run();
    assert_eq!(**window.state().document().campaign(), before);
}
