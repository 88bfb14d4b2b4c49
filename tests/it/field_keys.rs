//! Text fields as everywhere: a menu with the other button and with keys, and keys that lead to another view out of a field.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand, PointerButton};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;
use crate::palette_window;

const MENU: [&str; 4] = ["Cut", "Copy", "Paste", "Select all"];

/// Presses Alt and a digit as the system tells of it: the key, and the character that it makes besides.
fn alt(window: &mut Window, key: Key, text: &str) {
    let press = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::ALT };
    window.input_mut().events.extend([press, Event::Text(text.to_owned())]);
    window.step();
    window.run();
}

fn rows(window: &Window) -> Vec<String> {
    let rows = window.query_all_by_role(Role::MenuItem).filter_map(|node| node.accesskit_node().label());
    rows.filter(|name| MENU.contains(&name.as_str())).collect()
}

fn value(window: &Window, field: &str) -> String {
    window.get_by_role_and_label(Role::TextInput, field).accesskit_node().value().unwrap_or_default()
}

fn copied(window: &Window) -> Option<String> {
    window.output().platform_output.commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

/// Shows the page of the campaign, with the keyboard in its name.
fn in_the_name(window: &mut Window) {
    run(window, Command::EditCampaign);
    window.get_by_role_and_label(Role::TextInput, "Name").focus();
    window.run();
}

#[test]
fn alt_and_a_digit_lead_out_of_a_field_to_another_view() {
    let mut window = window();
    in_the_name(&mut window);
    alt(&mut window, Key::Num3, "3");
    assert_eq!(window.state().view(), View::Table);
    assert_eq!(window.state().document().campaign().name, "The long way round");
    assert_eq!(window.state().document().undo_depth(), 0);
}

#[test]
fn the_title_of_a_new_moment_is_not_replaced_by_the_digit() {
    let mut window = window();
    select(&mut window, "Announcement, Maren");
    press(&mut window, Modifiers::NONE, Key::Num2);
    let id = window.state().selection().primary().expect("it is selected");
    let named = title(window.state(), id);
    alt(&mut window, Key::Num2, "2");
    assert_eq!(window.state().view(), View::Calendar);
    assert_eq!(title(window.state(), id), named);
}

#[test]
fn a_name_that_is_being_written_on_a_card_is_kept_when_the_view_changes() {
    let mut window = window();
    let id = select(&mut window, "Last place is still a place");
    press(&mut window, Modifiers::NONE, Key::F2);
    window.event(Event::Text("Last, and happy".to_owned()));
    window.step();
    alt(&mut window, Key::Num2, "2");
    assert_eq!(window.state().view(), View::Calendar);
    assert_eq!(title(window.state(), id), "Last, and happy");
}

#[test]
fn the_other_button_opens_a_menu_that_does_what_its_keys_do() {
    let mut window = window();
    in_the_name(&mut window);
    let at = window.get_by_role_and_label(Role::TextInput, "Name").rect().center();
    press_button(&mut window, at, PointerButton::Secondary);
    assert_eq!(rows(&window), MENU);
    click(&mut window, "Select all");
    assert!(rows(&window).is_empty(), "choosing closes it");
    // What is selected stays so while the menu is asked for again.
    press_button(&mut window, at, PointerButton::Secondary);
    let pos = window.get_by_role_and_label(Role::MenuItem, "Cut").rect().center();
    window.hover_at(pos);
    window.step();
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    let press = |pressed| Event::PointerButton { pos, button, pressed, modifiers };
    window.input_mut().events.extend([press(true), press(false)]);
    // The row is pressed in one frame, and the field obeys in the next.
    window.step();
    window.step();
    assert_eq!(copied(&window).as_deref(), Some("The long way round"));
    window.run();
    assert_eq!(value(&window, "Name"), "");
    run(&mut window, Command::Undo);
    assert_eq!(value(&window, "Name"), "The long way round");
}

#[test]
fn the_menu_is_there_for_keys_and_leaves_the_keyboard_in_the_field() {
    let mut window = window();
    let id = select(&mut window, "Last place is still a place");
    press(&mut window, Modifiers::NONE, Key::F2);
    press(&mut window, Modifiers::SHIFT, Key::F10);
    assert_eq!(rows(&window), MENU);
    let field = window.get_by_role_and_label(Role::TextInput, "New title");
    let active = field.accesskit_node().active_descendant().and_then(|row| row.label());
    assert_eq!(active.as_deref(), Some("Cut"), "a screen reader hears the row");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(rows(&window).is_empty());
    window.get_by_role_and_label(Role::TextInput, "New title");
    // The keys of the menu do not write, and Enter does not end the writing.
    press(&mut window, Modifiers::NONE, Key::Menu);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    let (physical_key, repeat, modifiers) = (None, false, Modifiers::NONE);
    window.input_mut().events.push(Event::Key { key: Key::Enter, physical_key, pressed: true, repeat, modifiers });
    window.step();
    assert_eq!(copied(&window).as_deref(), Some("Last place is still a place"));
    window.run();
    window.get_by_role_and_label(Role::TextInput, "New title");
    assert_eq!(title(window.state(), id), "Last place is still a place");
}

#[test]
fn the_field_of_the_palette_has_it_too() {
    let mut window = window();
    palette_window::look_for(&mut window, "tobi");
    let field = window.get_by_role_and_label(Role::EditableComboBox, palette_window::FIELD).rect().center();
    press_button(&mut window, field, PointerButton::Secondary);
    assert_eq!(rows(&window), MENU);
    let cut = window.get_by_role_and_label(Role::MenuItem, "Cut");
    assert!(cut.accesskit_node().is_disabled(), "nothing is selected");
    // Arrow keys go through the menu, not through what was found.
    let before = palette_window::chosen(&window);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(palette_window::is_open(&window), "Escape closed the menu alone");
    assert_eq!(palette_window::chosen(&window), before);
}
