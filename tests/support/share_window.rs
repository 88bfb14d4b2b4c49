//! The share dialog as it is used, by accessible label.

use std::path::Path;

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::app_window::{Window, click, press, type_path};

/// Opens the dialog as its keys do.
pub fn open_share(window: &mut Window) {
    press(window, Modifiers::COMMAND, Key::E);
    window.get_by_role_and_label(Role::Dialog, "Share this storyboard");
}

/// Chooses a reader or a format.
pub fn choose_tile(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::RadioButton, name).click();
    window.run();
}

/// Whether that is chosen, or ticked.
pub fn is_chosen(window: &Window, role: Role, name: &str) -> bool {
    let found = window.get_by_role_and_label(role, name);
    let node = found.accesskit_node();
    node.toggled() == Some(Toggled::True) || node.is_selected() == Some(true)
}

/// Writes a file of the format that is chosen.
pub fn export_to(window: &mut Window, format: &str, path: &Path) {
    click(window, &format!("Export {format}"));
    type_path(window, path);
    window.run();
}
