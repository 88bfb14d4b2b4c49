//! The palette finds everything that can be done, by the name that menus give it.

use momentboard::ui::command::Command;

use crate::app_window::*;
use crate::palette_window::{key, look_for, open, rows};

#[test]
fn every_command_is_found_by_its_own_name() {
    let mut window = window();
    let mut missing = Vec::new();
    for command in Command::all().filter(|command| *command != Command::Palette) {
        look_for(&mut window, command.name());
        key(&mut window, egui::Key::End);
        key(&mut window, egui::Key::Home);
        let all = rows(&window);
        let is_it = |row: &String| row.trim_start_matches(['>', ' ']).starts_with(command.name());
        if !all.iter().any(is_it) {
            missing.push(format!("{command:?} by “{}”:\n{}", command.name(), all.join("\n")));
        }
        key(&mut window, egui::Key::Escape);
    }
    assert!(missing.is_empty(), "{}", missing.join("\n\n"));
    // The palette does not list itself.
    open(&mut window);
}
