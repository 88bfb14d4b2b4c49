//! The bar at the top (menu, name, saving, undo, findings, share) and the line at the bottom (counts, selection, zoom).
//!
//! Everything that can be pressed here is a [`Command`]: its name, its keys, whether it can run and why not come from there.

mod document;
mod menu;
mod notice;
mod search;
mod status;
mod switcher;
mod top;

use egui::accesskit::HasPopup;
use egui::containers::menu::SubMenuButton;
use egui::{Key, KeyboardShortcut, Modifiers, Response, Role, Ui, WidgetInfo, vec2};

pub use notice::{notice_height, notice_ui};
pub use status::{BarState, status_bar_ui};
pub use top::{InTop, top_bar_ui};

use super::command::Command;
use super::icons::{self, Icon};
use super::theme::{self, space};
use super::view::{Actions, Cx, ThemeChoice};
use super::{fonts, kit};
use crate::words::{self, start, window as say};

/// Height of the top bar, in points.
pub const TOP: f32 = 44.0;
/// Height of the status bar, in points.
pub const STATUS: f32 = 24.0;

/// A command's name with its keys, for tooltips.
#[must_use]
pub fn with_keys(ui: &Ui, command: Command) -> String {
    match keys(ui, command) {
        keys if keys.is_empty() => command.name().to_owned(),
        keys => say::with_keys(command.name(), keys),
    }
}

/// The keys of a command as they stand on the keyboard; empty where it has none.
#[must_use]
pub fn keys(ui: &Ui, command: Command) -> String {
    command.shortcut().map_or_else(String::new, |shortcut| on_keyboard(ui, shortcut))
}

/// Keys as they stand on the keyboard.
#[must_use]
pub fn on_keyboard(ui: &Ui, shortcut: KeyboardShortcut) -> String {
    let key = shortcut.logical_key;
    // egui writes the names of signs out, which no keyboard does, and on a Mac it points with arrows that no font has.
    let sign = match key {
        Key::Backslash => "\\",
        Key::Comma => ",",
        Key::Period => ".",
        Key::Questionmark => "?",
        Key::Plus => "+",
        Key::Minus => "−",
        key => words::keys::on_keyboard(key.name()),
    };
    format!("{}{sign}", held_with(ui, shortcut.modifiers))
}

/// Several keys that do the same, as they stand on the keyboard. The four arrows together are one word.
#[must_use]
pub fn all_on_keyboard(ui: &Ui, shortcuts: &[KeyboardShortcut]) -> Vec<String> {
    const ARROWS: [Key; 4] = [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown];
    let are_arrows = |held| ARROWS.into_iter().all(|key| shortcuts.contains(&KeyboardShortcut::new(held, key)));
    match shortcuts.first() {
        Some(first) if shortcuts.len() == ARROWS.len() && are_arrows(first.modifiers) => {
            vec![format!("{}{}", held_with(ui, first.modifiers), words::keys::on_keyboard("Arrows"))]
        }
        _ => shortcuts.iter().map(|keys| on_keyboard(ui, *keys)).collect(),
    }
}

/// Keys that are held, as they stand before the one that is pressed.
fn held_with(ui: &Ui, modifiers: Modifiers) -> String {
    // With a letter they stand there as this system writes them.
    let with_letter = ui.ctx().format_shortcut(&KeyboardShortcut::new(modifiers, Key::A));
    held(with_letter.strip_suffix(Key::A.name()).unwrap_or_default())
}

/// Keys that are held, "Ctrl+Shift+", as they stand on the keyboard. Where they are signs, these are the same in every language.
#[must_use]
pub fn held(modifiers: &str) -> String {
    let name = |part: &str| match part.strip_suffix('+') {
        Some(key) => format!("{}+", words::keys::on_keyboard(key)),
        None => part.to_owned(),
    };
    modifiers.split_inclusive('+').map(name).collect()
}

/// A square button that is a command: name, tooltip and keys come from it, and whether it can be pressed.
pub fn command_button(cx: &Cx<'_>, ui: &mut Ui, icon: Icon, command: Command) -> Response {
    let why_not = command.why_not(cx);
    let response = kit::icon_button(ui, icon, command.name(), false, why_not);
    with_its_keys(ui, response, command, why_not)
}

/// The same for [`Command::Delete`] where it stands beside what takes nothing away.
pub fn delete_button(cx: &Cx<'_>, ui: &mut Ui) -> Response {
    let why_not = Command::Delete.why_not(cx);
    let response = kit::delete_button(ui, icons::DELETE, Command::Delete.name(), why_not);
    with_its_keys(ui, response, Command::Delete, why_not)
}

fn with_its_keys(ui: &Ui, response: Response, command: Command, why_not: Option<&str>) -> Response {
    let keys = keys(ui, command);
    if keys.is_empty() || why_not.is_some() { response } else { response.on_hover_text(keys) }
}

/// A row of a menu that is a command: ticked where it is how things are now, and where there is nothing for it to do,
/// disabled with the reason.
pub fn command_row(cx: &Cx<'_>, ui: &mut Ui, icon: Icon, command: Command, out: &mut Actions) {
    named_row(cx, ui, icon, name_now(cx, command), command, out);
}

/// The same under another name: where it is clear what the command is about, fewer words do.
pub fn named_row(cx: &Cx<'_>, ui: &mut Ui, icon: Icon, name: &str, command: Command, out: &mut Actions) {
    let keys = keys(ui, command);
    row(cx, ui, icon, (name, &keys), command, out);
}

/// The same without its keys, where these do something else.
pub fn row_without_keys(cx: &Cx<'_>, ui: &mut Ui, icon: Icon, command: Command, out: &mut Actions) {
    row(cx, ui, icon, (command.name(), ""), command, out);
}

fn row(cx: &Cx<'_>, ui: &mut Ui, icon: Icon, (name, keys): (&str, &str), command: Command, out: &mut Actions) {
    let why_not = command.why_not(cx);
    let ticked = is_on(cx, command);
    let row = |ui: &mut Ui| kit::menu_row(ui, Some(icon), name, keys, ticked);
    let response = ui.add_enabled_ui(why_not.is_none(), row).inner;
    tell_keys(&response, keys);
    if response.clicked() {
        out.run(command);
        ui.close();
    }
    if let Some(why_not) = why_not {
        kit::say_why(&response, why_not);
        response.on_disabled_hover_text(why_not);
    }
}

/// Tells whoever reads the screen which keys do what a row does.
pub fn tell_keys(row: &Response, keys: &str) {
    if !keys.is_empty() {
        row.ctx.accesskit_node_builder(row.id, |node| node.set_keyboard_shortcut(keys));
    }
}

/// A row of a menu that opens another menu, in line with the rows that are commands.
pub fn submenu(ui: &mut Ui, icon: Icon, name: &str, content: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        let spacing = ui.spacing_mut();
        spacing.button_padding = vec2(8.0, 6.0);
        spacing.icon_spacing = space::M;
        let glyph = egui::RichText::new(icon.glyph().to_string()).font(icon.id(15.0)).color(theme::of(ui).text_2);
        let caret = icons::CARET_RIGHT;
        let caret = egui::RichText::new(caret.glyph().to_string()).font(caret.id(11.0)).color(theme::of(ui).text_2);
        let button = egui::Button::new((glyph, fonts::BODY.rich(name))).right_text(caret);
        let (button, shown) = SubMenuButton::from_button(button).ui(ui, |ui| {
            ui.set_max_width(300.0);
            menu::tall(ui, content);
        });
        if kit::takes_keyboard(ui) {
            button.request_focus();
        }
        if button.has_focus() {
            kit::paint::ring(ui.painter(), button.rect, theme::R2, -2.0, theme::of(ui).accent);
        }
        kit::into_sight(&button);
        // Without this the glyph would be read aloud with the word.
        button.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, name));
        ui.ctx().accesskit_node_builder(button.id, |node| {
            node.set_has_popup(HasPopup::Menu);
            node.set_expanded(shown.is_some());
        });
    });
}

/// What a command is called as things are now: chosen again it would leave what one is in, and then it says that.
pub(in crate::ui) fn name_now(cx: &Cx<'_>, command: Command) -> &'static str {
    if command == Command::Guide && cx.in_guide { start::leave_guide() } else { command.name() }
}

/// Whether what a command chooses is chosen now.
pub(in crate::ui) fn is_on(cx: &Cx<'_>, command: Command) -> bool {
    let setup = cx.setup;
    match command {
        Command::Show(view) => view == cx.view,
        Command::ThemeSystem => setup.theme == ThemeChoice::System,
        Command::ThemeLight => setup.theme == ThemeChoice::Light,
        Command::ThemeDark => setup.theme == ThemeChoice::Dark,
        Command::ReduceMotion => setup.reduced_motion,
        Command::ToggleCurve => !setup.hide_curve,
        Command::NormalSize => setup.scale == 100,
        _ => false,
    }
}
