//! The window as its system has things: colours that follow it, keys as they stand on its keyboard, and tips that name them.

use egui::os::OperatingSystem;
use egui::{Theme, Visuals};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, Setup, ThemeChoice};

use crate::app_window::*;

/// The ground of the window as it is drawn.
fn ground(window: &Window) -> egui::Color32 {
    let visuals: Visuals = window.ctx.style_of(window.ctx.theme()).visuals.clone();
    visuals.panel_fill
}

#[test]
fn colours_follow_the_system_until_somebody_chooses() {
    let mut window = window();
    window.state_mut().want(Action::SetUp(Setup { theme: ThemeChoice::System, ..Setup::default() }));
    let mut seen = Vec::new();
    for theme in [Theme::Light, Theme::Dark, Theme::Light] {
        window.input_mut().system_theme = Some(theme);
        window.run();
        assert_eq!(window.ctx.theme(), theme);
        seen.push(ground(&window));
    }
    assert_ne!(seen[0], seen[1]);
    assert_eq!(seen[0], seen[2]);
    run(&mut window, Command::ThemeLight);
    window.input_mut().system_theme = Some(Theme::Dark);
    window.run();
    assert_eq!(window.ctx.theme(), Theme::Light, "what was chosen stays");
    run(&mut window, Command::ThemeSystem);
    assert_eq!(window.ctx.theme(), Theme::Dark);
}

/// What is said beside the pointer when it rests on a button.
fn tip(window: &mut Window, name: &str, part: &str) -> bool {
    let at = window.query_all_by_label(name).next().unwrap_or_else(|| panic!("“{name}” is there")).rect().center();
    window.hover_at(at);
    window.run();
    for _ in 0..40 {
        window.step();
    }
    has(window, part)
}

#[test]
fn tips_have_the_keys_in_them() {
    let mut window = window();
    press(&mut window, egui::Modifiers::NONE, egui::Key::Num1);
    press(&mut window, egui::Modifiers::NONE, egui::Key::Escape);
    press(&mut window, egui::Modifiers::NONE, egui::Key::Escape);
    for (name, keys) in [
        ("Share", "Ctrl+E"),
        (Command::NextFinding.name(), "F8"),
        (Command::ZoomFit.name(), "Ctrl+0"),
        ("Show or hide the findings", "Ctrl+J"),
    ] {
        assert!(tip(&mut window, name, keys), "{name}: {keys}");
    }
}

#[test]
fn a_mac_reads_its_own_keys() {
    let mut window = window();
    window.ctx.set_os(OperatingSystem::Mac);
    run(&mut window, Command::Shortcuts);
    let signs = |window: &Window, command: Command| {
        let begin = format!("{} (", command.name());
        let said = |node: egui_kittest::Node<'_>| node.accesskit_node().label().or_else(|| node.accesskit_node().value());
        let all: Vec<String> = window.root().children_recursive().filter_map(said).collect();
        let row = all.into_iter().find(|label| label.starts_with(&begin)).expect("a row of the sheet");
        row[begin.len()..].trim_end_matches(')').to_owned()
    };
    for (command, keys) in [
        (Command::Save, "⌘S"),
        (Command::SaveAs, "⇧⌘S"),
        (Command::DayLater, "⌥Right"),
        (Command::SelectAll, "⌥⌘A"),
        (Command::Present, "F5"),
    ] {
        assert_eq!(signs(&window, command), keys, "{command:?}");
    }
    assert!(!has(&window, "Ctrl+"), "nothing on the sheet speaks of a key that a Mac has no use for");
    press(&mut window, egui::Modifiers::NONE, egui::Key::Escape);
    assert!(tip(&mut window, "Share", "⌘E"));
}
