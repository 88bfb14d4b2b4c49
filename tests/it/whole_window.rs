//! The whole window, place by place: every control has a name and a role, and Tab comes to each of them and changes nothing.

use std::collections::HashSet;

use egui::accesskit::{NodeId, Role};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::ui::command::Command;
use momentboard::ui::view::Selection;

use crate::app_window::{Window, run, window};
use crate::places::{Control, Shown, controls, dialog, everywhere, focused, is_control};

const WIDE: [f32; 2] = [1440.0, 900.0];
const NARROW: [f32; 2] = [760.0, 900.0];

/// What a control may be for a screen reader beside those that are pressed, written in or pulled.
const FURTHER: &[Role] = &[
    Role::Splitter,
    Role::ListBoxOption,
    Role::Cell,
    Role::ColumnHeader,
    Role::DisclosureTriangle,
    Role::ColorWell,
    Role::EditableComboBox,
    Role::Grid,
    Role::Document,
    // The page of what is shared: the arrows turn it.
    Role::Image,
    // The head of a lane, and the strip of phases.
    Role::Heading,
    Role::Group,
];

/// What takes a press and is no control: what holds others, what scrolls, and text that can be selected.
const GROUNDS: &[Role] = &[Role::Group, Role::Status, Role::ScrollBar, Role::Label];

/// The controls that screen readers have no name or no role for.
fn nameless(controls: &[Control]) -> impl Iterator<Item = &Control> {
    let is_ground = |control: &&Control| !control.focusable && GROUNDS.contains(&control.role);
    let is_told =
        |control: &&Control| !control.name.trim().is_empty() && (is_control(control.role) || FURTHER.contains(&control.role));
    controls.iter().filter(move |control| !is_ground(control) && !is_told(control))
}

/// Everything that Tab comes to until it is where it began, and what it changed on its way: it only goes through the window.
fn tabbed(window: &mut Window) -> (HashSet<NodeId>, Option<String>) {
    let (mut seen, mut changed) = (HashSet::new(), None);
    let mut again = 0;
    // Where the keyboard is, it goes.
    let now = |window: &Window| {
        let app = window.state();
        (Selection { cursor: None, ..app.selection().clone() }, app.document().revision())
    };
    let before = now(window);
    // What comes and goes with the keyboard may be met twice; a whole round of known ones is the end.
    while again < 12 && seen.len() < 600 {
        window.key_press_modifiers(Modifiers::NONE, Key::Tab);
        window.step();
        let Some(id) = focused(window) else {
            again += 1;
            continue;
        };
        again = if seen.insert(id) { 0 } else { again + 1 };
        let after = now(window);
        if changed.is_none() && after != before {
            let name = controls(window).into_iter().find(|control| control.id == id).map(|control| control.name);
            changed = Some(format!("at {name:?}: {:?}", after.0));
        }
    }
    (seen, changed)
}

/// The places that are laid out in another way in a narrow window, so that Tab may go another way there.
const OTHERWISE: [&str; 4] = ["the board with a moment", "the calendar", "the table", "the filter bar"];

/// The controls that Tab passes by, and those that cannot have the keyboard at all.
fn passed_by<'a>(all: &'a [Control], seen: &HashSet<NodeId>, in_dialog: bool) -> Vec<(&'static str, &'a Control)> {
    // Cards, days and the choices of a row are one stop, from which the arrows lead on; a column is made wider from its head.
    let is_led_to = |control: &&Control| match control.role {
        Role::Button => !in_dialog,
        Role::Cell | Role::ListBoxOption | Role::MenuItem | Role::RadioButton | Role::Splitter => true,
        role => GROUNDS.contains(&role),
    };
    // One choice of a row is a stop, and the arrows lead to the others; in a grid the cells have the keyboard, and below the field
    // of the palette the rows.
    let by_arrows = |control: &&Control| match control.role {
        Role::RadioButton => all.iter().any(|other| other.role == Role::RadioButton && seen.contains(&other.id)),
        Role::Grid | Role::EditableComboBox => true,
        _ => false,
    };
    let strays = all.iter().filter(|control| !control.focusable && !is_led_to(control));
    let missed = all.iter().filter(|control| control.focusable && control.enabled && !seen.contains(&control.id));
    let missed = missed.filter(|control| !by_arrows(control)).map(|control| ("Tab passes it by", control));
    strays.map(|control| ("takes no keyboard", control)).chain(missed).collect()
}

#[test]
fn every_control_of_every_place_is_named_and_tab_comes_to_it_and_changes_nothing() {
    let mut wrong = Vec::new();
    everywhere(Shown::light(WIDE), |place, window| {
        for size in [WIDE, NARROW] {
            window.set_size(size.into());
            window.run();
            let all = controls(window);
            assert!(!all.is_empty(), "{place} has controls");
            let mut told: Vec<(&str, &Control)> = nameless(&all).map(|control| ("no name or role", control)).collect();
            if size == WIDE || OTHERWISE.contains(&place) {
                let in_dialog = dialog(window).is_some();
                let (seen, changed) = tabbed(window);
                told.extend(passed_by(&all, &seen, in_dialog));
                if let Some(changed) = changed {
                    wrong.push(format!("{place} {size:?}: Tab changes something {changed}"));
                }
            }
            let tell = |what: &str, control: &Control| {
                format!("{place} {size:?}: {what}: {:?} “{}” {:?}", control.role, control.name, control.rect)
            };
            wrong.extend(told.into_iter().map(|(what, control)| tell(what, control)));
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_dialog_is_modal_and_nothing_behind_it_can_be_used_by_a_screen_reader() {
    let mut window = window();
    let save = |window: &Window| window.get_by_role_and_label(Role::Button, "Share").accesskit_node().is_disabled();
    assert!(!save(&window));
    for command in [Command::Preferences, Command::Palette, Command::Share] {
        run(&mut window, command);
        window.run();
        let front = window.query_all_by_role(Role::Dialog).last().expect("a dialog is open");
        assert!(front.accesskit_node().data().is_modal(), "{command:?}");
        let all = controls(&window);
        assert!(all.iter().any(|control| control.enabled), "{command:?}: its own controls are there");
        let behind = window.get_by_role_and_label(Role::Button, "Undo");
        let menu = window.get_by_role_and_label(Role::Button, "Menu");
        assert!(behind.accesskit_node().is_disabled() && menu.accesskit_node().is_disabled(), "{command:?}");
        window.key_press(Key::Escape);
        window.run();
        window.run();
    }
    assert!(!save(&window), "and afterwards everything is as before");
}
