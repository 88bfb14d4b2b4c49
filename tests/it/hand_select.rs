//! Selecting on the board: by click, with Shift and Ctrl, with a band, by key; and that selecting never changes the plan.

use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::App;

use crate::app_window::*;

/// The titles of what is selected, in the order in which it was selected.
fn selected(app: &App) -> Vec<String> {
    app.selection().moments.iter().map(|id| title(app, *id)).collect()
}

fn click_at(window: &mut Window, at: Pos2, modifiers: Modifiers) {
    window.event(egui::Event::ModifiersChanged(modifiers));
    for pressed in [true, false] {
        window.event(egui::Event::PointerMoved(at));
        window.event(egui::Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers });
        window.step();
    }
    window.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    window.run();
}

fn press_and(window: &mut Window, modifiers: Modifiers, keys: &[Key]) {
    for key in keys {
        press(window, modifiers, *key);
    }
}

/// The room in a lane that no card takes: beside its curve, below the cards.
fn empty_in(window: &Window, lane: &str) -> Pos2 {
    let starts = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label.starts_with(lane));
    let head = window.query_all_by_role(Role::Heading).find(starts).expect("the lane is in sight").rect();
    let board = window.get_by_role_and_label(Role::Group, "Storyboard").rect();
    Pos2::new(board.right() - 12.0, head.top() + 124.0)
}

#[test]
fn shift_selects_everything_up_to_the_click_and_ctrl_adds_and_takes_out() {
    let mut window = window();
    select(&mut window, "Announcement, Maren");
    let last = card_at(&window, "Product, Maren");
    click_at(&mut window, last, Modifiers::SHIFT);
    assert_eq!(selected(window.state()).len(), 4, "{:?}", selected(window.state()));
    assert_eq!(selected(window.state())[3], "The Fjell 2 after 400 kilometres");
    let one = card_at(&window, "Values story, Maren");
    click_at(&mut window, one, Modifiers::COMMAND);
    assert_eq!(selected(window.state()).len(), 3, "Ctrl takes one out");
    let other = card_at(&window, "Announcement, Kwame");
    click_at(&mut window, other, Modifiers::COMMAND);
    assert_eq!(selected(window.state()).len(), 4, "and adds one of another lane");
    // A click without keys selects that card alone, even one of several.
    click_at(&mut window, other, Modifiers::NONE);
    assert_eq!(selected(window.state()).len(), 1);
    // Across lanes: what lies between the two in time, in the lanes from one to the other.
    let far = card_at(&window, "Community story, Tobi");
    click_at(&mut window, far, Modifiers::SHIFT);
    let all = selected(window.state());
    assert!(all.len() > 3 && all.iter().all(|title| !title.contains("Fjell 2 after")), "{all:?}");
    assert_eq!(window.state().document().undo_depth(), 0);
}

#[test]
fn a_band_selects_what_it_touches_and_escape_gives_it_up() {
    let mut window = window();
    select(&mut window, "Product, Inês, 16 Nov");
    let from = empty_in(&window, "Tobi, TikTok");
    let to = card_at(&window, "Values story, Tobi");
    drag(&mut window, from, to);
    let during = selected(window.state());
    window.drop_at(to);
    window.run();
    assert_eq!(selected(window.state()), during, "what is shown is what is selected");
    assert_eq!(during.len(), 2, "{during:?}");
    assert!(during.iter().any(|title| title == "Last place is still a place"), "{during:?}");

    // With Shift what was selected stays.
    let from = empty_in(&window, "Maren, Instagram");
    let to = card_at(&window, "Product, Maren") + vec2(20.0, 20.0);
    window.event(egui::Event::ModifiersChanged(Modifiers::SHIFT));
    window.event(egui::Event::PointerMoved(from));
    let pressed =
        |pos, pressed| egui::Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::SHIFT };
    window.event(pressed(from, true));
    window.step();
    for share in [0.3, 0.7, 1.0] {
        window.event(egui::Event::PointerMoved(from + (to - from) * share));
        window.step();
    }
    window.event(pressed(to, false));
    window.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    window.run();
    let both = selected(window.state());
    assert!(both.len() > 2 && during.iter().all(|title| both.contains(title)), "{both:?}");

    let from = empty_in(&window, "Inês, ");
    let far = from - vec2(400.0, 60.0);
    drag(&mut window, from, far);
    assert_ne!(selected(window.state()), both);
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.drop_at(far);
    window.run();
    assert_eq!(selected(window.state()), both, "Escape leaves the selection as it was");

    // A band that touches nothing is a way to select nothing.
    drag(&mut window, from, from - vec2(60.0, 4.0));
    window.drop_at(from - vec2(60.0, 4.0));
    window.run();
    assert!(selected(window.state()).is_empty());
    assert_eq!(window.state().document().undo_depth(), 0);
}

#[test]
fn arrows_select_shift_extends_and_ctrl_only_moves_the_focus() {
    let mut window = window();
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(selected(window.state()), ["Why I said yes to Northbound"], "the first key leads to the first card");
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(selected(window.state()), ["The winter I learned to run slowly"]);
    press_and(&mut window, Modifiers::SHIFT, &[Key::ArrowRight, Key::ArrowRight]);
    assert_eq!(selected(window.state()).len(), 3);
    press(&mut window, Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(selected(window.state()).len(), 2, "back the way it came");
    let before = selected(window.state());

    press_and(&mut window, Modifiers::COMMAND, &[Key::ArrowRight, Key::ArrowRight]);
    assert_eq!(selected(window.state()), before, "only the focus moves");
    let cursor = window.state().selection().cursor.unwrap();
    assert_eq!(title(window.state(), cursor), "Bring someone back: your stories");
    press(&mut window, Modifiers::NONE, Key::Space);
    assert_eq!(selected(window.state()).len(), 3, "Space adds it");
    press(&mut window, Modifiers::NONE, Key::Space);
    assert_eq!(selected(window.state()).len(), 2, "and takes it out");

    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(selected(window.state()), ["Your slowest mile, on camera"], "the nearest in time of the lane below");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(selected(window.state()).is_empty());
    assert_eq!(window.state().document().undo_depth(), 0);
}

#[test]
fn before_the_first_card_is_the_lane_and_from_there_the_keys_lead_from_lane_to_lane() {
    let mut window = window();
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    let lanes: Vec<_> = window.state().document().campaign().lanes.iter().map(|lane| lane.id).collect();
    assert_eq!((window.state().selection().lane, selected(window.state()).len()), (Some(lanes[0]), 0));
    // The name of the lane has the keyboard, which shows it and says it.
    let name = |window: &Window, who: &str| {
        let all = window.query_all_by_role(Role::Heading);
        let mut named = all.filter(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(who)));
        named.any(|node| node.is_focused())
    };
    assert!(name(&window, "Maren, "));
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(window.state().selection().lane, Some(lanes[1]));
    assert!(name(&window, "Tobi, ") && !name(&window, "Maren, "));
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(selected(window.state()), ["20% off the Fjell 2 with TOBI20"]);
    assert!(!name(&window, "Tobi, "), "the card has it");
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert!(name(&window, "Tobi, "));
    // Where something else is chosen by the pointer, the keys go on from there.
    select(&mut window, "Values story, Kwame");
    assert!(!name(&window, "Tobi, "));
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    assert_eq!(window.state().selection().lane, Some(lanes[1]));
}

#[test]
fn the_whole_lane_and_the_whole_plan_can_be_selected() {
    let mut window = window();
    select(&mut window, "Values story, Tobi");
    press(&mut window, Modifiers::COMMAND, Key::A);
    assert_eq!(selected(window.state()).len(), 4);
    press(&mut window, Modifiers::COMMAND | Modifiers::ALT, Key::A);
    let all = window.state().document().campaign().moment_count();
    assert_eq!(selected(window.state()).len(), all);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(selected(window.state()).is_empty());
}

#[test]
fn the_cards_are_one_stop_for_tab_and_keys_are_left_to_whatever_has_the_focus() {
    let mut window = window();
    // Through the whole window once: how many cards took the focus?
    let mut cards = std::collections::BTreeSet::new();
    for _ in 0..160 {
        press(&mut window, Modifiers::NONE, Key::Tab);
        let board = window.get_by_role_and_label(Role::Group, "Storyboard").rect();
        let card = |node: &egui_kittest::Node<'_>| node.accesskit_node().is_focused() && board.contains(node.rect().center());
        cards.extend(window.query_all_by_role(Role::Button).filter(card).filter_map(|node| node.accesskit_node().label()));
    }
    assert_eq!(cards.len(), 1, "{cards:?}");
    // A button has the focus: Enter presses it and opens nothing.
    window.get_by_label("Redo").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert!(selected(window.state()).is_empty(), "the arrows are egui's while a button has the focus");
}
