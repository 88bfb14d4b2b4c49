//! What is dragged has keys for each step: blackout dates on the board, and columns of the table, which the hand moves as well.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::Campaign;
use momentboard::ui::command::Command;

use crate::app_window::*;
use crate::table_cells::{column, table};

fn plan(window: &Window) -> Campaign {
    (**window.state().document().campaign()).clone()
}

fn to_the_blackout(window: &mut Window) {
    let named =
        |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label.contains(": Stocktaking"));
    window.query_all_by_role(Role::Button).find(named).expect("they are named").focus();
    window.run();
}

#[test]
fn blackout_dates_are_moved_stretched_and_deleted_by_keys() {
    let mut window = window();
    select(&mut window, "Last place is still a place");
    run(&mut window, Command::AddBlackout);
    window.event(Event::Text("Stocktaking".into()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    let (before, steps) = (plan(&window), window.state().document().undo_depth());
    let then = before.blackouts.last().unwrap().clone();
    for (modifiers, key, days) in [
        (Modifiers::ALT, Key::ArrowRight, (1, 1)),
        (Modifiers::ALT, Key::ArrowLeft, (-1, -1)),
        (Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight, (7, 7)),
        (Modifiers::ALT | Modifiers::SHIFT, Key::ArrowLeft, (-7, -7)),
        (Modifiers::COMMAND, Key::ArrowRight, (0, 1)),
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowLeft, (-1, 0)),
    ] {
        to_the_blackout(&mut window);
        press(&mut window, modifiers, key);
        let now = plan(&window).blackouts.last().unwrap().clone();
        assert_eq!((now.from.since(then.from), now.to.since(then.to)), days, "{modifiers:?} {key:?}");
        assert_eq!(window.state().document().undo_depth(), steps + 1, "one step");
        run(&mut window, Command::Undo);
        assert_eq!(plan(&window), before);
    }
    to_the_blackout(&mut window);
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(plan(&window).blackouts.len(), before.blackouts.len() - 1);
    assert_eq!(plan(&window).moment_count(), before.moment_count(), "no moment goes with it");
}

/// The names of the columns from left to right.
fn columns(window: &Window) -> Vec<String> {
    let heads = window.query_all_by_role(Role::ColumnHeader);
    let mut heads: Vec<(f32, String)> =
        heads.filter_map(|node| Some((node.rect().left(), node.accesskit_node().label()?))).collect();
    heads.sort_by(|a, b| a.0.total_cmp(&b.0));
    heads.into_iter().map(|(_, name)| name).collect()
}

#[test]
fn columns_of_the_table_are_moved_by_keys() {
    let mut window = table();
    let before = columns(&window);
    let at = before.iter().position(|name| name == "Kind: sort").unwrap();
    window.get_by_role_and_label(Role::ColumnHeader, "Kind: sort").focus();
    window.run();
    press(&mut window, Modifiers::COMMAND, Key::ArrowLeft);
    let mut left = before.clone();
    left.swap(at - 1, at);
    assert_eq!(columns(&window), left);
    let head = window.get_by_role_and_label(Role::ColumnHeader, "Kind: sort");
    assert!(head.is_focused(), "the keyboard goes with it");
    for _ in 0..2 {
        press(&mut window, Modifiers::COMMAND, Key::ArrowRight);
    }
    let mut right = before.clone();
    right.swap(at, at + 1);
    assert_eq!(columns(&window), right);
    assert_eq!(window.state().document().undo_depth(), 0, "the plan has no part in it");
}

#[test]
fn a_column_is_moved_by_hand_over_the_ones_beside_it_and_sorts_nothing_by_that() {
    let mut window = table();
    let (before, titles) = (columns(&window), column(&window, "Title"));
    let at = before.iter().position(|name| name == "Kind: sort").unwrap();
    let middle = |window: &Window, name: &str| window.get_by_role_and_label(Role::ColumnHeader, name).rect().center();
    // Not yet past the middle of the one beside it: it stays.
    let from = middle(&window, "Kind: sort");
    let beside = window.get_by_role_and_label(Role::ColumnHeader, &before[at + 1]).rect();
    let short = egui::pos2(beside.left() + 4.0, from.y);
    drag(&mut window, from, short);
    window.drop_at(short);
    window.run();
    assert_eq!(columns(&window), before);
    // Over one to the right, and over two to the left.
    let to = middle(&window, &before[at + 1]) + egui::vec2(beside.width() / 4.0, 0.0);
    drag(&mut window, from, to);
    window.drop_at(to);
    window.run();
    let mut right = before.clone();
    right.swap(at, at + 1);
    assert_eq!(columns(&window), right);
    let from = middle(&window, "Kind: sort");
    let to = window.get_by_role_and_label(Role::ColumnHeader, &right[at - 1]).rect().left_center() + egui::vec2(3.0, 0.0);
    drag(&mut window, from, to);
    window.drop_at(to);
    window.run();
    let mut left = right.clone();
    let kind = left.remove(at + 1);
    left.insert(at - 1, kind);
    assert_eq!(columns(&window), left);
    assert_eq!(column(&window, "Title"), titles, "what was dragged was not pressed");
    assert_eq!(window.state().document().undo_depth(), 0, "the plan has no part in it");
}

#[test]
fn escape_in_the_name_of_new_days_takes_them_back() {
    for command in [Command::AddBlackout, Command::AddPhase] {
        let mut window = window();
        let before = plan(&window);
        run(&mut window, command);
        assert_ne!(plan(&window), before);
        window.event(Event::Text("Never mind".into()));
        window.run();
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert_eq!(plan(&window), before, "{command:?}");
        assert_eq!(window.state().document().undo_depth(), 0, "{command:?}");

        // What has a name stays, and so does what is named again and left.
        run(&mut window, command);
        window.event(Event::Text("Stocktaking".into()));
        window.run();
        press(&mut window, Modifiers::NONE, Key::Enter);
        let named = plan(&window);
        assert_ne!(named, before);
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert_eq!(plan(&window), named, "{command:?}");
    }
}
