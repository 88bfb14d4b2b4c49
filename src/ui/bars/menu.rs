//! The menu: every command that is not only for the keyboard, by what it is about.

use egui::{Popup, ScrollArea, Ui};

use super::{command_row, submenu};
use crate::ui::command::Menu;
use crate::ui::icons;
use crate::ui::kit;
use crate::ui::theme::space;
use crate::ui::view::{Actions, Cx};
use crate::words::{side as say, window};

/// What stands at the top of the menu itself.
const TOP: &[Menu] = &[Menu::File, Menu::Examples, Menu::Share];
/// What stands at its end.
const END: &[Menu] = &[Menu::Quit];
const EDIT: &[Menu] = &[Menu::History, Menu::Clipboard, Menu::Selected, Menu::Select, Menu::Search];
const ADD: &[Menu] = &[Menu::Add];
const ADD_MORE: &[Menu] = &[Menu::AddMore];
const ADD_TO_PLAN: &[Menu] = &[Menu::AddToPlan, Menu::AddLanes];
const MOVE: &[Menu] = &[Menu::MoveDays, Menu::MoveLanes];
const PLAN: &[Menu] = &[Menu::Plan, Menu::Lane];
const FINDINGS: &[Menu] = &[Menu::Findings];
const VIEW: &[Menu] = &[Menu::Views, Menu::Present, Menu::Zoom, Menu::Panels];
const THEME: &[Menu] = &[Menu::Theme];
const SIZE: &[Menu] = &[Menu::Size];
const MOTION: &[Menu] = &[Menu::Motion];
const HELP: &[Menu] = &[Menu::Help];

/// Draws the button that opens the menu, and the menu.
pub(super) fn menu(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions) {
    let button = kit::icon_button(ui, icons::MENU, window::menu(), false, None);
    let mut rows = |ui: &mut Ui, groups: &[Menu]| {
        let groups = groups.iter().map(|group| group.rows().collect::<Vec<_>>()).filter(|rows| !rows.is_empty());
        for (at, group) in groups.enumerate() {
            if at > 0 {
                ui.separator();
            }
            for (icon, command) in group {
                command_row(cx, ui, icon, command, out);
            }
        }
    };
    kit::opens_menu(&button);
    Popup::menu(&button).width(270.0).accessible_name(window::menu()).show(|ui| {
        tall(ui, |ui| {
            rows(ui, TOP);
            ui.separator();
            submenu(ui, icons::EDIT, window::menu_edit(), |ui| rows(ui, EDIT));
            submenu(ui, icons::PLUS, window::menu_add(), |ui| {
                rows(ui, ADD);
                submenu(ui, icons::MORE, say::more_kinds(), |ui| rows(ui, ADD_MORE));
                ui.separator();
                rows(ui, ADD_TO_PLAN);
            });
            submenu(ui, icons::ARROW_RIGHT, window::menu_move(), |ui| rows(ui, MOVE));
            submenu(ui, icons::USERS, say::menu_plan(), |ui| rows(ui, PLAN));
            submenu(ui, icons::WARNING_LINE, window::findings(), |ui| rows(ui, FINDINGS));
            submenu(ui, icons::EYE, window::menu_view(), |ui| {
                rows(ui, VIEW);
                ui.separator();
                submenu(ui, icons::SUN, say::menu_theme(), |ui| rows(ui, THEME));
                submenu(ui, icons::TEXT_SIZE, &say::menu_size(cx.setup.scale), |ui| rows(ui, SIZE));
                rows(ui, MOTION);
            });
            submenu(ui, icons::QUESTION, say::menu_help(), |ui| rows(ui, HELP));
            ui.separator();
            rows(ui, END);
        });
    });
}

/// The rows of a menu. Where they are more than the window is high, they scroll: at twice the size a laptop shows half.
pub(super) fn tall(ui: &mut Ui, rows: impl FnOnce(&mut Ui)) {
    ui.spacing_mut().item_spacing.y = 1.0;
    let most = ui.ctx().content_rect().height() - 2.0 * space::DIALOG;
    ScrollArea::vertical().max_height(most).min_scrolled_height(most).show(ui, rows);
}

/// The rows that are about the plan as a file, for the menu of its name.
pub(super) fn file_rows(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions) {
    for (icon, command) in Menu::File.rows() {
        command_row(cx, ui, icon, command, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::command::Command;

    #[test]
    fn whoever_looks_for_a_command_finds_it_in_the_menu() {
        let drawn = [TOP, END, EDIT, ADD, ADD_MORE, ADD_TO_PLAN, MOVE, PLAN, FINDINGS, VIEW, THEME, SIZE, MOTION, HELP].concat();
        for command in Command::all() {
            let rows = drawn.iter().flat_map(|menu| menu.rows()).filter(|(_, row)| *row == command).count();
            assert_eq!(rows, usize::from(!command.keys_only()), "{command:?}");
        }
    }
}
