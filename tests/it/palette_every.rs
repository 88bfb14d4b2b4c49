//! The palette finds everything that can be done, by the name that menus give it.

use egui::{Event, Key};
use momentboard::ui::command::Command;

use crate::app_window::*;
use crate::palette_window::{key, open, rows};

#[test]
fn every_command_is_found_by_its_own_name() {
    let mut window = window();
    let mut missing = Vec::new();
    for command in Command::all().filter(|command| *command != Command::Palette) {
        open(&mut window);
        window.event(Event::Text(command.name().to_owned()));
        window.run();
        // The rows from the top, and those at the end.
        let mut all = rows(&window);
        key(&mut window, Key::End);
        all.extend(rows(&window));
        let is_it = |row: &String| row.contains(command.name());
        if !all.iter().any(is_it) {
            missing.push(format!("{command:?} by “{}”:\n{}", command.name(), all.join("\n")));
        }
        key(&mut window, Key::Escape);
    }
    assert!(missing.is_empty(), "{}", missing.join("\n\n"));
}
