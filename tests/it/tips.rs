//! What is said beside the pointer where it rests on a button: every one that does what keys do as well names these keys.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Key, KeyboardShortcut, Modifiers, Pos2, Rect};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;
use crate::direction::painted;
use crate::places::{Place, Shown, There, at, choose_ask, everywhere, first_arc, start_page};

const WIDE: Shown = Shown { theme: egui::Theme::Light, size: [1440.0, 900.0], scale: 100 };
const NARROW: Shown = Shown { size: [760.0, 900.0], ..WIDE };

/// The keys of a command as they stand on the keyboard.
fn keys(window: &Window, command: Command) -> Option<String> {
    let shortcut = command.shortcut()?;
    let with_letter = window.ctx.format_shortcut(&KeyboardShortcut::new(shortcut.modifiers, Key::A));
    let sign = match shortcut.logical_key {
        Key::Backslash => "\\",
        Key::Comma => ",",
        Key::Period => ".",
        Key::Questionmark => "?",
        Key::Plus => "+",
        Key::Minus => "−",
        key => key.name(),
    };
    Some(format!("{}{sign}", with_letter.strip_suffix('A').unwrap_or_default()))
}

/// All that is said in the window, to whoever reads the screen, and how often.
fn said(window: &Window) -> Vec<String> {
    let nodes = window.root().children_recursive();
    let mut said: Vec<String> =
        nodes.flat_map(|node| [node.accesskit_node().label(), node.accesskit_node().value()]).flatten().collect();
    said.sort();
    said
}

/// What is said once the pointer rests there and was not said before.
fn tip(window: &mut Window, at: Pos2) -> Vec<String> {
    window.remove_cursor();
    window.run();
    for _ in 0..4 {
        window.step();
    }
    let mut before = said(window);
    window.hover_at(at);
    window.run();
    for _ in 0..8 {
        window.step();
    }
    let mut after = said(window);
    after.retain(|text| before.iter().position(|old| old == text).map(|at| before.swap_remove(at)).is_none());
    after
}

/// Whether the keys are said beside the pointer, or stand on the button itself; else what is said.
fn has_keys(window: &mut Window, button: Rect, keys: &str) -> Result<(), Vec<String>> {
    let mut on_face = painted(window).into_iter().filter(|(at, _)| button.contains(*at));
    if on_face.any(|(_, galley)| galley.text() == keys) {
        return Ok(());
    }
    let tip = tip(window, button.center());
    if tip.iter().any(|text| text.contains(keys)) { Ok(()) } else { Err(tip) }
}

/// Where the buttons are that are called so and can be pressed.
fn buttons(window: &Window, name: &str) -> Vec<Rect> {
    let whole = window.ctx.content_rect();
    let roles = [Role::Button, Role::RadioButton];
    let nodes = roles.into_iter().flat_map(|role| window.query_all_by_role(role));
    let named = nodes.filter(|node| {
        let rect = node.rect();
        let node = node.accesskit_node();
        node.label().as_deref() == Some(name) && !node.is_disabled() && !node.is_hidden() && whole.contains_rect(rect)
    });
    named.map(|node| node.rect()).collect()
}

/// A page beside the plan, and buttons on it.
type Elsewhere = (fn(Shown) -> There, [Named; 3]);
/// A button's name, and the command that it is for.
type Named = (&'static str, Command);

/// Buttons that have another name than the command: where they are, and what they are called.
const OTHERS: &[(Shown, Place, &[Named])] = &[
    (
        WIDE,
        ("the board", |_| {}),
        &[
            ("Board", Command::Show(View::Board)),
            ("Calendar", Command::Show(View::Calendar)),
            ("Table", Command::Show(View::Table)),
            ("Present", Command::Present),
            ("Share", Command::Share),
            ("Search and filter", Command::Search),
        ],
    ),
    (NARROW, ("the board", |_| {}), &[("Share", Command::Share)]),
    (WIDE, ("the calendar", |window| run(window, Command::Show(View::Calendar))), &[("Today", Command::Today)]),
    (WIDE, ("the table", |window| run(window, Command::Show(View::Table))), &[("Paste rows", Command::Paste)]),
];

#[test]
fn a_button_that_is_called_otherwise_than_its_command_names_its_keys_too() {
    let mut wrong = Vec::new();
    for (shown, place, names) in OTHERS {
        let mut window = at(*place, *shown).window;
        for (name, command) in *names {
            let keys = keys(&window, *command).expect("it has keys");
            let found = buttons(&window, name);
            if found.is_empty() {
                wrong.push(format!("{}: “{name}” is not there", place.0));
            }
            for at in found {
                if let Err(tip) = has_keys(&mut window, at, &keys) {
                    wrong.push(format!("{}: “{name}” does not say {keys}: {tip:?}", place.0));
                }
            }
        }
    }
    let elsewhere: [Elsewhere; 2] = [
        (start_page, [("New storyboard", Command::New), ("Open…", Command::Open), ("Guide", Command::Guide)]),
        (
            first_arc,
            [("Paste from a spreadsheet", Command::Paste), ("Share", Command::Share), ("Table", Command::Show(View::Table))],
        ),
    ];
    for (make, names) in elsewhere {
        let mut there = make(WIDE);
        let window = &mut there.window;
        for (name, command) in names {
            let keys = keys(window, command).expect("it has keys");
            let found = buttons(window, name);
            if found.is_empty() {
                wrong.push(format!("“{name}” is not there"));
            }
            for at in found {
                if let Err(tip) = has_keys(window, at, &keys) {
                    wrong.push(format!("“{name}” does not say {keys}: {tip:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_button_that_is_called_like_its_command_names_its_keys_wherever_it_is() {
    let (mut wrong, mut met) = (Vec::new(), BTreeSet::new());
    let mut see = |place: &str, window: &mut Window| {
        // What comes over a view keeps the pointer off its buttons.
        if window.query_by_role(Role::Dialog).is_some() || ["the menu", "the tour"].contains(&place) {
            return;
        }
        for command in Command::all() {
            let Some(keys) = keys(window, command) else { continue };
            for at in buttons(window, command.name()) {
                // One that was there in another place as well is the same.
                let corner = at.min.round();
                if !met.insert((command.name(), corner.x as i32, corner.y as i32)) {
                    continue;
                }
                if let Err(tip) = has_keys(window, at, &keys) {
                    wrong.push(format!("{place}: “{}” does not say {keys}: {tip:?}", command.name()));
                }
            }
        }
    };
    everywhere(WIDE, &mut see);
    // Undo, and the sheet of a narrow window.
    let moved: Place = ("a moment that was moved", |window| {
        choose_ask(window);
        press(window, Modifiers::ALT, Key::ArrowRight);
        press(window, Modifiers::COMMAND, Key::Z);
        press(window, Modifiers::ALT, Key::ArrowRight);
    });
    let deleted: Place = ("what was deleted", |window| {
        choose_ask(window);
        press(window, Modifiers::NONE, Key::Delete);
    });
    for shown in [WIDE, NARROW] {
        for place in [moved, deleted, ("the board with a moment", choose_ask as fn(&mut Window))] {
            see(place.0, &mut at(place, shown).window);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let commands: BTreeSet<&str> = met.iter().map(|(name, ..)| *name).collect();
    assert!(commands.len() > 14, "{commands:?}");
}
