//! What somebody meets who works on the board for a while: where it begins, what keys leave alone, what menus offer.

use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::App;
use momentboard::model::{IdSource, PlanId};
use momentboard::store::{demo, template};
use momentboard::ui::command::Command;

use crate::app_window::*;
use crate::raster;

const FOUND: &str = "A newcomer asks on borrowed trust";

/// A window of 760 by 900: around what it draws a test leaves a margin of 8.
fn narrow() -> Window {
    let app = App::new(demo::fictional(PlanId::default()), rim());
    let mut window = raster::builder(Theme::Light, [776.0, 916.0]).with_max_steps(40).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        app,
    );
    window.run();
    window
}

fn card_width(window: &Window, name: &str) -> f32 {
    let named = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label.starts_with(name));
    window.query_all_by_role(Role::Button).find(named).map_or(0.0, |card| card.rect().width())
}

#[test]
fn a_narrow_window_begins_where_cards_can_be_read_and_says_what_is_seen() {
    let mut window = narrow();
    assert!((card_width(&window, "Announcement, Maren") - 156.0).abs() < 0.5);
    window.get_by_label("23 Aug – 7 Nov in view");
    // Whoever asks for all of it gets all of it.
    press(&mut window, Modifiers::COMMAND, Key::Num0);
    assert!((card_width(&window, "Announcement, Maren") - 112.0).abs() < 0.5);
    assert!(window.query_by_label_contains(" in view").is_none());
}

#[test]
fn keys_that_move_a_card_do_nothing_where_none_is_selected() {
    let mut window = window();
    for keys in [Modifiers::ALT, Modifiers::ALT | Modifiers::SHIFT] {
        press(&mut window, keys, Key::ArrowRight);
        assert!(window.state().selection().moments.is_empty(), "{keys:?} selects nothing instead");
    }
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(window.state().selection().moments.len(), 1);
}

#[test]
fn selecting_a_card_that_is_in_view_moves_nothing() {
    let mut window = window();
    let before = card_at(&window, "Announcement, Maren");
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(window.state().selection().moments.len(), 1);
    assert_eq!(card_at(&window, "Announcement, Maren"), before);
}

#[test]
fn undoing_a_duplicate_leads_back_to_what_was_duplicated() {
    let mut window = window();
    let one = select(&mut window, "Values story, Tobi");
    press(&mut window, Modifiers::COMMAND, Key::D);
    assert_ne!(window.state().selection().moments, [one]);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(window.state().selection().moments, [one]);
}

#[test]
fn the_menu_of_a_card_offers_what_mends_its_findings() {
    let mut window = window();
    let before = window.state().document().campaign().clone();
    let at = card_at(&window, "Product, Tobi");
    press_button(&mut window, at, PointerButton::Secondary);
    window.get_by_label("Mend it").click();
    window.run();
    let is_title = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label == FOUND);
    assert!(window.query_all_by_role(Role::Heading).any(|node| is_title(&node)));
    let row = window.query_all_by_role(Role::Button).find(|row| {
        row.accesskit_node().label().is_some_and(|label| label.starts_with("Put the ask last")) && row.rect().left() > 300.0
    });
    row.expect("the fix is a row of the menu").click();
    window.run();
    // One that moves what is there is shown before it is done.
    assert_eq!(*window.state().document().campaign(), before);
    assert!(window.query_all_by_label_contains("Previewing a fix").count() > 0);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().document().undo_depth(), 1);

    // A card without findings has no such rows.
    let at = card_at(&window, "Community story, Maren, 5 Oct");
    press_button(&mut window, at, PointerButton::Secondary);
    window.get_by_label("Open in the inspector");
    assert!(window.query_by_label("Mend it").is_none());
}

/// A plan from a template has many cards in few days: some of them stand on piles, which name them, and none is only a dot.
#[test]
fn a_plan_that_is_too_full_for_one_look_begins_with_cards_that_can_be_read() {
    for key in ["values-led", "ambassador-launch", "ambassador-year", "community-challenge"] {
        let campaign = template::instantiate(key, &mut IdSource::seeded(3), None).expect("the template");
        let window = window_on(campaign);
        let cards = |window: &Window| {
            let board = window.get_by_role_and_label(Role::Group, "Storyboard").rect();
            let buttons = window.query_all_by_role(Role::Button).filter(|node| board.contains(node.rect().center()));
            buttons.filter(|card| card.rect().width() > 150.0 && card.rect().height() > 100.0).count()
        };
        let piles = window
            .query_all_by_role(Role::Button)
            .filter(|node| node.accesskit_node().label().is_some_and(|label| label.contains(" moments, Creator: ")));
        assert!(cards(&window) + piles.count() >= 3, "{key}: {}", cards(&window));
    }
}

#[test]
fn showing_the_whole_plan_shows_the_whole_plan() {
    let campaign = template::instantiate("values-led", &mut IdSource::seeded(3), None).expect("the template");
    let mut window = window_on(campaign);
    for _ in 0..4 {
        run(&mut window, Command::ZoomIn);
    }
    // Only what is in sight is there to be named.
    let last = |window: &Window| {
        let board = window.get_by_role_and_label(Role::Group, "Storyboard").rect();
        window.query_all_by_label_contains("Impact").filter(|node| board.contains(node.rect().center())).count()
    };
    assert_eq!(last(&window), 0);
    press(&mut window, Modifiers::COMMAND, Key::Num0);
    assert_eq!(last(&window), 1);
}
