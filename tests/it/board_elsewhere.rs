//! The board scrolled to days on which no lane in sight has a moment: it points to where they are.

use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;

fn pointer(window: &Window, name: &str) -> bool {
    window.query_by_role_and_label(Role::Button, name).is_some()
}

/// What cards are in sight.
fn cards(window: &Window) -> usize {
    let ground = window.get_by_role_and_label(Role::Group, "Storyboard").rect();
    let all = window.query_all_by_role(Role::Button);
    let named =
        all.filter(|node| node.accesskit_node().label().is_some_and(|label| label.contains(", ") && label.contains(": ")));
    named.filter(|node| ground.intersects(node.rect())).count()
}

#[test]
fn a_board_without_a_moment_in_sight_points_to_the_nearest_ones() {
    let mut window = window();
    assert!(!pointer(&window, "Earlier moments") && !pointer(&window, "Later moments"), "moments are in sight");
    // Near enough that half a screen past the end holds no card.
    for _ in 0..12 {
        run(&mut window, Command::ZoomIn);
    }
    for _ in 0..40 {
        run(&mut window, Command::DaysOn);
    }
    assert_eq!(cards(&window), 0);
    assert!(pointer(&window, "Earlier moments") && !pointer(&window, "Later moments"));
    let at = window.get_by_role_and_label(Role::Button, "Earlier moments").rect().center();
    press_button(&mut window, at, PointerButton::Primary);
    assert!(cards(&window) > 0, "it leads there");
    assert!(!pointer(&window, "Earlier moments"), "and is not needed any more");
    let focused = window.get_all_by_role(Role::Button).any(|node| node.is_focused());
    assert!(focused, "the keyboard is on the moment");
    for _ in 0..60 {
        run(&mut window, Command::DaysBack);
    }
    assert_eq!(cards(&window), 0);
    assert!(pointer(&window, "Later moments") && !pointer(&window, "Earlier moments"));
    window.get_by_role_and_label(Role::Button, "Later moments").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(cards(&window) > 0, "by keyboard, too");
}

#[test]
fn a_month_far_from_the_plan_leaves_a_board_that_points_to_it() {
    let mut window = window();
    for _ in 0..12 {
        run(&mut window, Command::ZoomIn);
    }
    run(&mut window, Command::Show(View::Calendar));
    for _ in 0..9 {
        press(&mut window, Modifiers::NONE, Key::PageUp);
    }
    run(&mut window, Command::Show(View::Board));
    assert!(cards(&window) > 0 || pointer(&window, "Later moments"));
}
