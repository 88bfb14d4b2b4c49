//! Whatever has a menu under the other button opens it by the keys of menus, where the keyboard is: its first row takes that, and once
//! it is left what had the keyboard has it again.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;

fn name(node: &Node<'_>) -> String {
    node.accesskit_node().label().unwrap_or_default()
}

/// What has the keyboard: what it is, and its name.
fn focused(window: &Window) -> Option<(Role, String)> {
    let has = |node: &Node<'_>| node.accesskit_node().is_focused() && !node.accesskit_node().is_hidden();
    window.root().children_recursive().find(has).map(|node| (node.accesskit_node().role(), name(&node)))
}

/// Opens the menu of what has the keyboard with both keys, and leaves it again.
fn opens(window: &mut Window, what: &str, first: &str) {
    let had = focused(window);
    for (modifiers, key) in [(Modifiers::SHIFT, Key::F10), (Modifiers::NONE, Key::Menu)] {
        press(window, modifiers, key);
        assert_eq!(focused(window), Some((Role::MenuItem, first.to_owned())), "{what}: {key:?}");
        press(window, Modifiers::NONE, Key::ArrowDown);
        let second = focused(window).expect("the arrows lead through it");
        assert!(second.0 == Role::MenuItem && second.1 != first, "{what}: {second:?}");
        press(window, Modifiers::NONE, Key::Escape);
        assert!(window.query_all_by_role(Role::MenuItem).next().is_none(), "{what}: it is closed");
        assert_eq!(focused(window), had, "{what}: {key:?}");
    }
}

/// Puts the keyboard on the first thing of that sort whose name fits.
fn go_to(window: &mut Window, role: Role, fits: impl Fn(&str) -> bool) {
    window.query_all_by_role(role).find(|node| fits(&name(node))).expect("it is there").focus();
    window.run();
    assert!(focused(window).is_some_and(|(_, name)| fits(&name)), "{:?}", focused(window));
}

#[test]
fn the_head_of_a_lane() {
    let mut window = window();
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::Escape);
    go_to(&mut window, Role::Heading, |name| name.starts_with("Tobi"));
    opens(&mut window, "a lane", "Rename");
    press(&mut window, Modifiers::SHIFT, Key::F10);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(focused(&window), Some((Role::TextInput, "New name".to_owned())), "its rows do what they say");
}

#[test]
fn an_idea() {
    let mut window = window();
    go_to(&mut window, Role::Button, |name| name.starts_with("Parked idea, "));
    opens(&mut window, "an idea", "Put into the plan");
    press(&mut window, Modifiers::SHIFT, Key::F10);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().document().campaign().ideas.len(), 2, "it is about the one it stands on");
}

#[test]
fn the_head_of_a_column() {
    let mut window = window();
    run(&mut window, Command::Show(View::Table));
    go_to(&mut window, Role::ColumnHeader, |name| name == "Kind: sort");
    opens(&mut window, "a column", "First to last");
}

#[test]
fn the_dots_beside_the_kind_have_the_keyboard_again_after_escape() {
    let mut window = window();
    select(&mut window, "Last place is still a place");
    let dots = (Role::Button, "Further kinds".to_owned());
    go_to(&mut window, Role::Button, |name| name == "Further kinds");
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(focused(&window).is_some_and(|(role, _)| role == Role::MenuItem), "{:?}", focused(&window));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(focused(&window), Some(dots));
}

#[test]
fn the_days_of_the_axis_begin_a_phase_or_blackout_dates_where_they_are_ready_for_their_names() {
    for (row, field, name) in [
        ("Add a phase here", "Name of the phase", "Encore"),
        ("Add blackout dates here", "Why nothing is published", "Trade fair"),
    ] {
        let mut window = window();
        let before = window.state().document().campaign().clone();
        let strip = window.get_by_role_and_label(Role::Group, "Phases").rect();
        press_button(&mut window, strip.center() + egui::vec2(0.0, strip.height()), egui::PointerButton::Secondary);
        let row = window.get_by_label(row).rect().center();
        press_button(&mut window, row, egui::PointerButton::Primary);
        assert_eq!(focused(&window), Some((Role::TextInput, field.to_owned())));
        for letter in name.chars() {
            window.event(egui::Event::Text(letter.to_string()));
            window.step();
        }
        press(&mut window, Modifiers::NONE, Key::Enter);
        let now = window.state().document().campaign();
        let phases = now.phases.iter().map(|phase| phase.name.as_str());
        let mut named = phases.chain(now.blackouts.iter().filter_map(|blackout| blackout.why.as_deref()));
        assert!(named.any(|named| named == name), "{:?} {:?}", now.phases, now.blackouts);
        assert_eq!(now.phases.len() + now.blackouts.len(), before.phases.len() + before.blackouts.len() + 1);
        assert_eq!(now.moment_count(), before.moment_count(), "no letter of it did anything else");
    }
}
