//! A table brought into the window as it is done by hand.

use std::path::Path;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use momentboard::app::App;
use momentboard::ui::command::Command;
use momentboard::ui::view::Action;

use crate::app_window::{Window, type_path};

/// Lets everything happen that was asked for.
pub fn settled(window: &mut Window) {
    // The question comes with one frame, the work with the next, what came of it with the one after.
    for _ in 0..4 {
        window.run();
    }
}

/// Adds a table to the plan.
pub fn import(window: &mut Window, path: &Path) {
    pick(window, Command::Import, path);
}

/// Opens a file, be it a plan or a table.
pub fn open(window: &mut Window, path: &Path) {
    pick(window, Command::Open, path);
}

fn pick(window: &mut Window, command: Command, path: &Path) {
    window.state_mut().want(Action::Run(command));
    settled(window);
    type_path(window, path);
    settled(window);
}

/// Gives an answer.
pub fn choose(window: &mut Window, answer: &str) {
    window.get_by_role_and_label(Role::RadioButton, answer).click();
    settled(window);
}

/// The titles of the moments of the plan, lane by lane.
pub fn titles(app: &App) -> Vec<String> {
    let lanes = &app.document().campaign().lanes;
    lanes.iter().flat_map(|lane| &lane.moments).map(|moment| moment.title.clone()).collect()
}
