//! The keyboard: a plan from nothing without a mouse, every command on an empty and on a full plan, no two commands with the
//! same keys on any system.

use std::collections::HashMap;

use egui::accesskit::Role;
use egui::{Event, Key, KeyboardShortcut, Memory, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable, by};
use momentboard::app::App;
use momentboard::model::{Campaign, Kind, PlanId, When};
use momentboard::ui::command::Command;
use momentboard::ui::view::{About, Action, Selection};

use crate::app_window::*;

fn write(window: &mut Window, text: &str) {
    press(window, Modifiers::COMMAND, Key::A);
    for c in text.chars() {
        window.event(Event::Text(c.to_string()));
        window.step();
    }
    window.run();
}

#[test]
fn a_small_plan_is_built_from_nothing_by_keyboard_alone() {
    let mut window = window_on(Campaign::new(PlanId::default(), "From nothing"));
    // Adding a creator has no keys of its own: Tab leads to its button.
    let focused = |window: &Window| {
        let node = window.query_all(by().predicate(|node| node.is_focused() && !node.is_hidden())).next();
        node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    };
    for _ in 0..60 {
        press(&mut window, Modifiers::NONE, Key::Tab);
        if focused(&window) == "Add a creator" {
            break;
        }
    }
    assert_eq!(focused(&window), "Add a creator");
    press(&mut window, Modifiers::NONE, Key::Enter);
    write(&mut window, "Ada Lovelace");
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::Escape);
    for (key, words) in [
        (Key::Num1, "Why I am here"),
        (Key::Num2, "What we both believe"),
        (Key::Num3, "Her first mile"),
        (Key::Num4, "The shoe"),
    ] {
        press(&mut window, Modifiers::NONE, key);
        write(&mut window, words);
        press(&mut window, Modifiers::NONE, Key::Enter);
    }
    // The product two weeks later, the announcement renamed where it stands, a copy of the story.
    press(&mut window, Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight);
    press(&mut window, Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight);
    for _ in 0..3 {
        press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    }
    press(&mut window, Modifiers::NONE, Key::F2);
    write(&mut window, "Why I said yes");
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::COMMAND, Key::D);

    let campaign = (**window.state().document().campaign()).clone();
    assert_eq!(campaign.creators[0].name, "Ada Lovelace");
    let lane = &campaign.lanes[0];
    let order: Vec<(String, Kind)> = momentboard::ui::board::pick::in_order(&campaign, lane, window.state().sieve())
        .into_iter()
        .map(|id| {
            let (_, moment) = campaign.moment(id).unwrap();
            (moment.title.clone(), moment.kind)
        })
        .collect();
    let titles: Vec<&str> = order.iter().map(|(title, _)| title.as_str()).collect();
    assert_eq!(titles[0], "Why I said yes");
    assert_eq!(*titles.last().unwrap(), "The shoe");
    assert_eq!(titles.iter().filter(|title| **title == "What we both believe").count(), 2, "{titles:?}");
    assert_eq!(lane.moments.len(), 5);
    let first = lane.moments.iter().filter_map(|moment| match moment.when {
        When::On(day) => Some(day),
        _ => None,
    });
    assert_eq!(first.clone().max().unwrap().since(first.min().unwrap()), 35);
}

/// Runs every command in a program of its own, all of them in one window, so that its letters are drawn once. In the full plan a
/// moment is selected, and the keyboard is on the one after it.
fn every_command_runs(plan: &Campaign) {
    let mut window = window_on(plan.clone());
    let options = window.ctx.options(Clone::clone);
    for command in Command::all().filter(|command| *command != Command::Quit) {
        // Nothing of the command before is left: no menu, no keyboard focus, no size of letters.
        window.ctx.memory_mut(|memory| {
            *memory = Memory::default();
            memory.options.clone_from(&options);
        });
        *window.state_mut() = App::new(plan.clone(), rim());
        window.run();
        press(&mut window, Modifiers::NONE, Key::ArrowRight);
        press(&mut window, Modifiers::COMMAND, Key::ArrowRight);
        let before = window.state().document().undo_depth();
        // Whoever runs it without asking whether it can does no harm either.
        run(&mut window, command);
        assert!(window.state().document().undo_depth() <= before + 1, "{command:?} is at most one step");
        assert!(momentboard::model::faults(window.state().document().campaign()).is_empty(), "{command:?}");
        press(&mut window, Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn every_command_runs_on_an_empty_plan() {
    every_command_runs(&Campaign::new(PlanId::default(), "Empty"));
}

#[test]
fn every_command_runs_on_a_full_plan() {
    every_command_runs(&fictional());
}

/// How egui sees a key press on a system: Cmd is the command key on macOS, Ctrl elsewhere.
fn pressed(keys: KeyboardShortcut, mac: bool) -> (Modifiers, Key) {
    let wanted = keys.modifiers;
    let modifiers = Modifiers {
        alt: wanted.alt,
        shift: wanted.shift,
        ctrl: wanted.ctrl || (wanted.command && !mac),
        mac_cmd: wanted.command && mac,
        command: wanted.command,
    };
    (modifiers, keys.logical_key)
}

fn all_keys() -> Vec<(KeyboardShortcut, Command)> {
    Command::all().flat_map(|command| command.shortcuts().iter().map(move |keys| (*keys, command))).collect()
}

#[test]
fn no_two_commands_share_their_name_and_none_has_keys_that_another_has() {
    let (mut keys, mut names) = (HashMap::new(), HashMap::new());
    for command in Command::all() {
        for shortcut in command.shortcuts() {
            let other = keys.insert(format!("{shortcut:?}"), command);
            assert_eq!(other, None, "{command:?} has the keys of another command");
        }
        assert_eq!(names.insert(command.name(), command), None, "{command:?} has the name of another command");
    }
}

#[test]
fn no_keys_mean_two_things_on_any_system() {
    for mac in [false, true] {
        let mut known: HashMap<(Modifiers, Key), Command> = HashMap::new();
        for (keys, command) in all_keys() {
            let other = known.insert(pressed(keys, mac), command);
            assert!(
                other.is_none_or(|other| other == command),
                "{command:?} and {other:?} on {}",
                if mac { "macOS" } else { "others" }
            );
        }
        // Keys that the systems keep for themselves never reach a program, or close it.
        let system: &[(Modifiers, Key)] = if mac {
            &[
                (Modifiers::MAC_CMD, Key::Tab),
                (Modifiers::MAC_CMD, Key::Space),
                (Modifiers::MAC_CMD, Key::H),
                (Modifiers::MAC_CMD, Key::M),
            ]
        } else {
            &[(Modifiers::ALT, Key::F4), (Modifiers::ALT, Key::Tab), (Modifiers::ALT, Key::Space)]
        };
        for (keys, command) in all_keys() {
            let (modifiers, key) = pressed(keys, mac);
            let taken = system.iter().any(|(other, its)| *its == key && modifiers.matches_exact(*other));
            assert!(!taken, "{command:?} has keys of the system");
        }
    }
}

#[test]
fn keys_that_edit_text_are_left_to_a_field() {
    // What egui's text fields do something with, besides the letters.
    let editing = [
        Key::ArrowLeft,
        Key::ArrowRight,
        Key::ArrowUp,
        Key::ArrowDown,
        Key::Home,
        Key::End,
        Key::Backspace,
        Key::Delete,
        Key::Enter,
        Key::Space,
        Key::Tab,
    ];
    for (keys, command) in all_keys() {
        let plain = !keys.modifiers.command && !keys.modifiers.alt && keys.logical_key.name().chars().count() == 1;
        let edits = editing.contains(&keys.logical_key) || plain;
        assert!(!edits || command.yields_to_text(), "{command:?} would take {:?} from a field", keys.logical_key);
    }
    // And so it is: in a field the keys of the board write and move there.
    let mut window = window();
    let id = select(&mut window, "Values story, Tobi");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let revision = window.state().document().revision();
    for (modifiers, key) in [
        (Modifiers::NONE, Key::Num1),
        (Modifiers::NONE, Key::F),
        (Modifiers::ALT, Key::ArrowRight),
        (Modifiers::SHIFT, Key::ArrowLeft),
        (Modifiers::COMMAND, Key::ArrowLeft),
        (Modifiers::NONE, Key::Space),
    ] {
        press(&mut window, modifiers, key);
    }
    assert_eq!(window.state().document().revision(), revision);
    assert_eq!(window.state().selection().moments, [id]);
}

#[test]
fn pages_zoom_and_today_have_keys_and_undo_shows_what_it_changed() {
    let mut window = window();
    let place = |window: &Window| window.get_by_label_contains("Values story, Tobi").rect();
    let start = place(&window);
    press(&mut window, Modifiers::COMMAND, Key::Equals);
    press(&mut window, Modifiers::COMMAND, Key::Plus);
    assert_ne!(place(&window), start, "Ctrl and = zooms as Ctrl and + does");
    press(&mut window, Modifiers::COMMAND, Key::Num0);
    // The board is a hair too narrow for the whole plan in cards of the middle size, with which it begins.
    assert!(has(&window, "Fit · "), "all of it is seen");
    let start = place(&window);
    press(&mut window, Modifiers::SHIFT, Key::PageDown);
    let gone = window.query_by_label_contains("Values story, Tobi").is_none_or(|node| node.rect().left() < start.left());
    assert!(gone, "a page of days on");
    press(&mut window, Modifiers::SHIFT, Key::PageUp);

    // Changing a creator shows that creator on undo.
    run(&mut window, Command::AddBrand);
    assert_eq!(window.state().document().undo_depth(), 1);
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    let brand = window.state().document().campaign().brands.last().unwrap().id;
    assert_eq!(window.state().selection().about, Some(momentboard::ui::view::About::Brand(brand)));
}

#[test]
fn letters_and_digits_beside_a_field_of_the_form_make_no_moments() {
    let mut window = window();
    select(&mut window, "Values story, Tobi");
    let before = window.state().document().campaign().clone();
    let (hidden, asked) = (window.state().sieve().clone(), window.query_all_by_role(Role::Dialog).count());
    for place in ["Date: pick a day", "Creator"] {
        let control = window.root().children_recursive().find(|node| {
            let node = node.accesskit_node();
            node.label().is_some_and(|label| label == place) && [Role::Button, Role::ComboBox].contains(&node.role())
        });
        control.unwrap_or_else(|| panic!("{place} is there")).focus();
        window.run();
        for key in [Key::Num1, Key::Num4, Key::T, Key::N, Key::H] {
            press(&mut window, Modifiers::NONE, key);
        }
        assert_eq!(*window.state().document().campaign(), before, "{place}");
        assert_eq!((window.state().sieve(), window.query_all_by_role(Role::Dialog).count()), (&hidden, asked), "{place}");
    }
    // On the board they do.
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::Num1);
    assert_eq!(window.state().document().campaign().moment_count(), before.moment_count() + 1);
}

#[test]
fn keys_with_nothing_to_do_do_not_do_what_fewer_keys_do() {
    let mut window = window();
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert!(window.state().selection().moments.is_empty(), "nothing is selected, so nothing moves and nothing is selected");
    // There is no fourth view.
    press(&mut window, Modifiers::ALT, Key::Num4);
    assert_eq!(window.state().document().undo_depth(), 0, "and nothing is added");
    let id = select(&mut window, "Values story, Tobi");
    let lane = lane_of(window.state(), id);
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    let depth = window.state().document().undo_depth();
    let moved = when(window.state(), id);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!((window.state().document().undo_depth(), when(window.state(), id)), (depth, moved), "nothing to redo is no undo");
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::I);
    assert_eq!(window.state().document().index().place(id), Some(Some(lane)), "nothing to bring back parks nothing");
    // The lane at the end cannot go further, and the keys for that do not move the focus instead.
    let last = window.state().document().campaign().lanes.last().unwrap().id;
    window.state_mut().want(momentboard::ui::view::Action::ShowLane(last));
    window.run();
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!((window.state().selection().lane, window.state().selection().cursor), (Some(last), None));
    // Keys held down longer than a frame takes are all counted.
    let event = |pressed| Event::Key { key: Key::Z, physical_key: None, pressed, repeat: pressed, modifiers: Modifiers::COMMAND };
    select(&mut window, "Values story, Tobi");
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    window.input_mut().events.extend([true, true, false].map(event));
    window.run();
    assert_eq!(window.state().document().undo_depth(), depth - 1, "two presses in one frame are two steps back");
}

#[test]
fn keys_that_add_act_on_the_creator_whose_page_is_open() {
    let mut window = window();
    let creators: Vec<_> = window.state().document().campaign().creators.iter().map(|creator| creator.id).collect();
    let creator = *creators.last().unwrap();
    let show = |window: &mut Window| {
        window.state_mut().want(Action::Select(Selection::about(About::Creator(creator))));
        window.run();
    };
    show(&mut window);
    press(&mut window, Modifiers::NONE, Key::Num2);
    let plan = window.state().document().campaign().clone();
    let added = window.state().selection().primary().unwrap();
    let (lane, moment) = plan.moment(added).unwrap();
    let lane = lane.unwrap().id;
    assert_eq!((plan.lane(lane).unwrap().creator, moment.kind), (Some(creator), Kind::Values));
    assert_ne!(plan.lanes[0].id, lane, "another lane would have been the first one");
    // Someone without a lane gets one, in the same step.
    window.state_mut().want(Action::Select(Selection::lane(lane)));
    window.run();
    run(&mut window, Command::DeleteLane);
    let before = window.state().document().campaign().clone();
    show(&mut window);
    press(&mut window, Modifiers::NONE, Key::Num3);
    let after = window.state().document().campaign().clone();
    assert_eq!(after.lanes.len(), before.lanes.len() + 1);
    let new = after.lanes.last().unwrap();
    assert_eq!((new.creator, new.moments.len(), new.moments[0].kind), (Some(creator), 1, Kind::Community));
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(**window.state().document().campaign(), *before);
}

#[test]
fn the_menu_of_a_card_is_there_for_keys_and_gives_the_keyboard_back() {
    let mut window = window();
    let id = select(&mut window, "Product, Tobi");
    for (modifiers, key) in [(Modifiers::SHIFT, Key::F10), (Modifiers::NONE, Key::Menu)] {
        press(&mut window, modifiers, key);
        let first = window.query_all_by_role(Role::MenuItem).next().expect("its menu is open");
        assert!(first.is_focused(), "its first row has the keyboard");
        assert!(window.query_by_role_and_label(Role::MenuItem, "Rename").is_some());
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert!(window.query_by_role(Role::MenuItem).is_none(), "Escape closes it");
        assert_eq!(window.state().selection().primary(), Some(id));
        let mut cards = window.query_all_by_label_contains("Product, Tobi");
        assert!(cards.any(|card| card.is_focused()), "and the keyboard is back");
    }
}

#[test]
fn with_nothing_selected_keys_that_add_act_on_the_lane_that_was_used_last() {
    let mut window = window();
    let lane_of_new = |window: &mut Window| {
        press(window, Modifiers::NONE, Key::Num2);
        let added = window.state().selection().primary().unwrap();
        let lane = lane_of(window.state(), added);
        press(window, Modifiers::NONE, Key::Escape);
        press(window, Modifiers::NONE, Key::Escape);
        assert!(window.state().selection().moments.is_empty());
        lane
    };
    let lanes: Vec<_> = window.state().document().campaign().lanes.iter().map(|lane| lane.id).collect();
    assert_eq!(lane_of_new(&mut window), lanes[0], "none was used yet");
    run(&mut window, Command::AddCreator);
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().selection(), &Selection::default());
    let made = window.state().document().campaign().lanes.last().unwrap().id;
    assert!(!lanes.contains(&made));
    assert_eq!(lane_of_new(&mut window), made, "it was just made");
    select(&mut window, "Values story, Tobi");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(lane_of_new(&mut window), lanes[1], "a card of it was selected");
    // One that is gone is none.
    window.state_mut().want(Action::Select(Selection::lane(made)));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Escape);
    for _ in 0..3 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(window.state().document().campaign().lanes.len(), lanes.len());
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(lanes.contains(&lane_of_new(&mut window)));
}
