//! The palette as it is read aloud: what is typed into it, and the rows that are in sight.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::app_window::{Window, press};

/// The name of the field.
pub const FIELD: &str = "Search or run";

/// Opens the palette with its keys.
pub fn open(window: &mut Window) {
    press(window, Modifiers::COMMAND, Key::K);
    assert!(is_open(window), "the palette is there");
}

/// Opens it and types.
pub fn look_for(window: &mut Window, text: &str) {
    open(window);
    write(window, text);
}

/// Types into the field, which has the keyboard.
pub fn write(window: &mut Window, text: &str) {
    for c in text.chars() {
        window.event(Event::Text(c.to_string()));
        window.step();
    }
    window.run();
}

pub fn is_open(window: &Window) -> bool {
    window.query_by_role_and_label(Role::EditableComboBox, FIELD).is_some()
}

pub fn key(window: &mut Window, key: Key) {
    press(window, Modifiers::NONE, key);
}

/// Types what leads to a row, goes down to it and presses Enter.
pub fn choose(window: &mut Window, text: &str, row: &str) {
    look_for(window, text);
    go_to(window, row);
    key(window, Key::Enter);
}

/// Goes down to the row that begins with these words.
pub fn go_to(window: &mut Window, row: &str) {
    let row = row.trim_start_matches(['>', ' ']);
    for _ in 0..120 {
        if chosen(window).starts_with(row) {
            return;
        }
        key(window, Key::ArrowDown);
    }
    panic!("no row begins with “{row}”:\n{}", rows(window).join("\n"));
}

/// The rows in sight with their headings, from top to bottom; the chosen one is marked.
pub fn rows(window: &Window) -> Vec<String> {
    let mut all: Vec<(f32, String)> = Vec::new();
    for node in window.query_all_by_role(Role::ListBoxOption) {
        let label = node.accesskit_node().label().unwrap_or_default();
        let mark = if node.accesskit_node().is_selected() == Some(true) { "> " } else { "  " };
        all.push((node.rect().top(), format!("{mark}{label}")));
    }
    for node in window.query_all_by_role(Role::Heading).filter(|node| (600.0..645.0).contains(&node.rect().width())) {
        all.push((node.rect().top(), node.accesskit_node().label().unwrap_or_default()));
    }
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    all.into_iter().map(|(_, text)| text).collect()
}

/// The chosen row, as a screen reader hears of it: by what the field says of the list.
pub fn chosen(window: &Window) -> String {
    let field = window.get_by_role_and_label(Role::EditableComboBox, FIELD);
    let row = field.accesskit_node().active_descendant();
    row.and_then(|row| row.label()).unwrap_or_default()
}
