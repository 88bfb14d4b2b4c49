//! Whatever has a menu under the other button opens it by the keys of menus, where the keyboard is: its first row takes that, and once
//! it is left what had the keyboard has it again.

use std::collections::BTreeSet;

use egui::accesskit::{HasPopup, NodeId, Role};
use egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;
use crate::places::{self, Shown, everywhere};

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

/// The buttons and fields that open a menu: in the dialog in front where there is one.
fn menus(window: &Window) -> Vec<(NodeId, String)> {
    let front = window.query_all_by_role(Role::Dialog).last().unwrap_or_else(|| window.root());
    let all = front.children_recursive().filter(|node| {
        let node = node.accesskit_node();
        node.data().has_popup() == Some(HasPopup::Menu) && node.data().is_expanded() == Some(false) && !node.is_disabled()
    });
    all.map(|node| (node.accesskit_node().locate().0, name(&node))).collect()
}

fn is_open(window: &Window, id: NodeId) -> bool {
    let found = window.root().children_recursive().find(|node| node.accesskit_node().locate().0 == id);
    found.is_some_and(|node| node.accesskit_node().data().is_expanded() == Some(true))
}

/// What is wrong with a menu that Enter opens on its button and Escape closes.
fn wrong_with(window: &mut Window, id: NodeId) -> Option<&'static str> {
    window.root().children_recursive().find(|node| node.accesskit_node().locate().0 == id)?.focus();
    window.run();
    press(window, Modifiers::NONE, Key::Enter);
    if !is_open(window, id) {
        return Some("a key does not open it");
    }
    let inside = places::focused(window);
    // One that only says that there is nothing has no rows that could have it.
    let is_empty = window.query_all_by_role(Role::MenuItem).next().is_none() && inside == Some(id);
    press(window, Modifiers::NONE, Key::Escape);
    if inside.is_none() || inside == Some(id) && !is_empty {
        return Some("nothing in it has the keyboard");
    }
    if is_open(window, id) {
        return Some("Escape does not close it");
    }
    (places::focused(window) != Some(id)).then_some("its button has the keyboard no more")
}

#[test]
fn every_menu_that_a_key_opens_has_the_keyboard_and_gives_it_back() {
    let (mut wrong, mut met) = (Vec::new(), BTreeSet::new());
    for size in [[1440.0, 900.0], [760.0, 900.0]] {
        everywhere(Shown::light(size), |place, window| {
            // That one is open.
            if place == "the menu" {
                return;
            }
            for (id, name) in menus(window) {
                if met.insert((size[0] < 900.0, name.clone())) {
                    wrong.extend(wrong_with(window, id).map(|what| format!("{place} {size:?}: “{name}”: {what}")));
                }
            }
        });
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(met.len() > 40, "{} {met:?}", met.len());
}

#[test]
fn tab_beyond_the_last_row_of_a_menu_closes_it_and_what_opened_it_has_the_keyboard() {
    let mut window = window();
    run(&mut window, Command::Show(View::Table));
    go_to(&mut window, Role::ColumnHeader, |name| name == "Kind: sort");
    let head = focused(&window);
    press(&mut window, Modifiers::SHIFT, Key::F10);
    for _ in 0..12 {
        if focused(&window).is_none_or(|(role, _)| role != Role::MenuItem) {
            break;
        }
        press(&mut window, Modifiers::NONE, Key::Tab);
    }
    assert_eq!(focused(&window), head);
    assert!(window.query_all_by_role(Role::MenuItem).next().is_none(), "it is closed");
}

#[test]
fn what_enter_chooses_behind_the_dots_leaves_the_keyboard_on_them() {
    let mut window = window();
    let id = select(&mut window, "Last place is still a place");
    go_to(&mut window, Role::Button, |name| name == "Further kinds");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let first = focused(&window);
    assert_eq!(first.as_ref().map(|(role, _)| *role), Some(Role::MenuItem), "{first:?}");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let campaign = window.state().document().campaign().clone();
    let kind = campaign.moment(id).unwrap().1.kind;
    let named = momentboard::words::names::kind(kind.key());
    assert_eq!(first.map(|(_, name)| name).as_deref(), Some(named), "it is what was chosen");
    assert_eq!(focused(&window).map(|(_, name)| name).as_deref(), Some(format!("Further kinds, now {named}").as_str()));
}

#[test]
fn in_a_narrow_window_one_filters_by_keys_alone() {
    let bar: places::Place = ("the filter bar", |window| press(window, Modifiers::COMMAND, Key::F));
    let mut there = places::at(bar, Shown::light([760.0, 900.0]));
    let window = &mut there.window;
    let before = window.state().sieve().moments();
    go_to(window, Role::Button, |name| name == "Filter");
    press(window, Modifiers::NONE, Key::Enter);
    assert_eq!(focused(window).map(|(role, _)| role), Some(Role::MenuItem), "the first of the sorts");
    press(window, Modifiers::NONE, Key::Enter);
    let choice = focused(window);
    assert_eq!(choice.as_ref().map(|(role, _)| *role), Some(Role::CheckBox), "the first choice of it: {choice:?}");
    press(window, Modifiers::NONE, Key::Space);
    assert_ne!(window.state().sieve().moments(), before);
    press(window, Modifiers::NONE, Key::Escape);
    assert_eq!(focused(window).map(|(role, _)| role), Some(Role::Button), "and back on the button");
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
        ("Add blackout dates here", "Reason for the blackout", "Trade fair"),
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
