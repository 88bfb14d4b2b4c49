//! How scenes of the window look, drawn on the processor and compared with pictures: the first arc on an empty board, a search,
//! narrow windows. What the README shows is compared in `readme_pictures`.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test it looks` draws them anew; look at them before they are kept.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{App, Rim};
use momentboard::model::PlanId;
use momentboard::store::{demo, home::Home};
use momentboard::ui::command::Command;

use crate::app_window::{Window, press, rim, select};
use crate::painted::Painted;
use crate::raster;
use crate::scratch::Scratch;

fn shown(app: App, theme: Theme, size: [f32; 2]) -> Window {
    let mut window = raster::builder(theme, size).with_max_steps(60).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        app,
    );
    window.run();
    window
}

fn demo_in(theme: Theme, size: [f32; 2]) -> Window {
    shown(App::new(demo::fictional(PlanId::default()), rim()), theme, size)
}

fn still(window: &mut Window) {
    window.remove_cursor();
    window.run();
}

/// Something is searched for and chosen.
pub fn filtered(window: &mut Window) {
    press(window, Modifiers::COMMAND, Key::F);
    window.event(egui::Event::Text("fjell".to_owned()));
    window.run();
    for (menu, row) in [("Filter by Creator", "Tobi Achterberg, "), ("Filter by Kind", "Product, ")] {
        window.get_by_role_and_label(egui::accesskit::Role::Button, menu).click();
        window.run();
        let rows = window.query_all_by_role(egui::accesskit::Role::CheckBox);
        let says = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label.starts_with(row));
        rows.into_iter().find(says).expect("a row of the menu").click();
        window.run();
        press(window, Modifiers::NONE, Key::Escape);
    }
    still(window);
}

#[test]
fn a_search_in_dark() {
    let mut window = demo_in(Theme::Dark, [1440.0, 900.0]);
    filtered(&mut window);
    raster::assert_golden(&mut window, "filter-dark");
}

#[test]
fn a_search_in_a_narrow_window() {
    let mut window = demo_in(Theme::Light, [760.0, 900.0]);
    press(&mut window, Modifiers::COMMAND, Key::F);
    window.event(egui::Event::Text("fjell".to_owned()));
    window.run();
    window.get_by_label("Filter").click();
    window.run();
    still(&mut window);
    raster::assert_golden(&mut window, "filter-narrow");
}

#[test]
fn the_first_arc_on_an_empty_board() {
    // As on a computer of somebody who has a folder for what is not saved.
    let folder = Scratch::new("looks-first-arc");
    let rim = Rim { home: Some(Home::at(folder.join("state"))), ..rim() };
    let mut window = shown(App::new(demo::fictional(PlanId::default()), rim), Theme::Light, [1440.0, 900.0]);
    let ctx = window.ctx.clone();
    window.state_mut().run(&ctx, Command::New);
    window.run();
    for key in [Key::Num1, Key::Num2] {
        press(&mut window, Modifiers::NONE, Key::Escape);
        press(&mut window, Modifiers::NONE, key);
    }
    still(&mut window);
    assert!(window.query_by_label_contains("Recovery is not being written").is_none());
    raster::assert_golden(&mut window, "first-arc");
}

#[test]
fn a_narrow_window() {
    let mut window = demo_in(Theme::Light, [760.0, 900.0]);
    select(&mut window, "Product, Tobi");
    still(&mut window);
    raster::assert_golden(&mut window, "board-narrow");
}

fn calendar_in(theme: Theme, size: [f32; 2]) -> Window {
    let mut window = demo_in(theme, size);
    press(&mut window, Modifiers::ALT, Key::Num2);
    // As in the design the list of findings is folded, so that the days have the room; in a narrow window it is from the beginning.
    still(&mut window);
    window
}

#[test]
fn the_calendar_in_a_narrow_window() {
    raster::assert_golden(&mut calendar_in(Theme::Light, [760.0, 900.0]), "calendar-narrow");
}

#[test]
fn in_narrow_days_of_the_calendar_no_phase_and_nothing_due_is_cut() {
    let mut window = demo_in(Theme::Light, [760.0, 900.0]);
    let painted = Painted::of(&window.ctx);
    press(&mut window, Modifiers::ALT, Key::Num2);
    window.step();
    let lines = painted.layers(&window).into_iter().flat_map(|layer| layer.lines);
    let texts: Vec<String> = lines.map(|line| line.text).collect();
    for (start, whole) in [("Introd", &["Introduce"][..]), ("Tobi", &["Tobi, draft"]), ("Approval", &["Approval due"])] {
        let seen: Vec<&String> = texts.iter().filter(|text| text.starts_with(start)).collect();
        assert!(whole.iter().all(|whole| seen.iter().any(|text| text == whole)), "{seen:?}");
        assert!(!seen.iter().any(|text| text.ends_with('…')), "{seen:?}");
    }
}

#[test]
fn lanes_of_one_audience_say_so_where_they_stand() {
    for (theme, name) in [(Theme::Light, "one-audience"), (Theme::Dark, "one-audience-dark")] {
        let mut campaign = demo::fictional(PlanId::default());
        for at in [1, 3] {
            Arc::make_mut(&mut campaign.lanes[at]).audience_group = Some("Friends".to_owned());
        }
        let mut window = shown(App::new(campaign, rim()), theme, [1440.0, 900.0]);
        still(&mut window);
        for (role, start, other) in [
            (Role::Heading, "Tobi", "One audience with Inês"),
            (Role::Heading, "Inês", "One audience with Tobi"),
            (Role::Button, "Creator Tobi", "One audience with Inês"),
        ] {
            let nodes = window.query_all_by_role(role);
            let labels: Vec<String> = nodes.filter_map(|node| node.accesskit_node().label()).collect();
            assert!(labels.iter().any(|label| label.starts_with(start) && label.contains(other)), "{labels:?}");
            assert!(!labels.iter().any(|label| label.contains("Maren") && label.contains("One audience")));
        }
        raster::assert_golden(&mut window, name);
    }
}
