//! Pictures of moments as they are looked at: large and by keyboard, with a mark where one cannot be shown, and never more of
//! them at once than a screen has.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::{Campaign, MomentId, PictureId};

use crate::app_window::*;

fn shown(window: &Window) -> String {
    let label = window.get_by_role(Role::Dialog).accesskit_node().label().unwrap_or_default();
    label.trim_start_matches("View the picture of “").trim_end_matches('”').to_owned()
}

fn selected(window: &Window) -> MomentId {
    window.state().selection().primary().unwrap()
}

#[test]
fn the_keys_open_a_picture_lead_through_those_of_the_lane_and_back() {
    let mut window = window();
    select(&mut window, "Announcement, Maren");
    press(&mut window, Modifiers::NONE, Key::V);
    window.run();
    assert_eq!(shown(&window), "Why I said yes to Northbound");
    window.get_by_role_and_label(Role::Image, "Picture of “Why I said yes to Northbound”");
    let mut seen = vec![shown(&window)];
    for _ in 0..6 {
        press(&mut window, Modifiers::NONE, Key::ArrowRight);
        window.run();
        seen.push(shown(&window));
    }
    seen.dedup();
    let lane = &window.state().document().campaign().lanes[0];
    let with = lane.moments.iter().filter(|moment| moment.image.is_some()).count();
    assert_eq!(seen.len(), with, "each picture of the lane once: {seen:?}");
    window.get_by_label(&format!("{with} of {with}"));
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    window.run();
    assert_eq!(shown(&window), seen[with - 2]);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_role(Role::Dialog).is_none());
    assert_eq!(title(window.state(), selected(&window)), seen[with - 2], "what was looked at is selected");
    assert_eq!(window.state().document().undo_depth(), 0);
}

#[test]
fn buttons_do_what_the_keys_do_and_a_large_picture_leaves_memory_with_the_view() {
    let mut window = window();
    select(&mut window, "Announcement, Maren");
    let large = |window: &Window| {
        let textures = window.ctx.tex_manager();
        let textures = textures.read();
        textures.allocated().filter(|(_, texture)| texture.name.starts_with("large ")).count()
    };
    click(&mut window, "View the picture of “Why I said yes to Northbound”");
    window.run();
    assert_eq!(large(&window), 1);
    click(&mut window, "Picture after");
    window.run();
    assert_eq!(shown(&window), "The winter I learned to run slowly");
    assert_eq!(large(&window), 1, "never more than one");
    click(&mut window, "Picture before");
    window.run();
    assert_eq!(shown(&window), "Why I said yes to Northbound");
    click(&mut window, "Close");
    window.run_steps(2);
    assert_eq!((window.query_by_role(Role::Dialog).is_none(), large(&window)), (true, 0));
}

#[test]
fn the_menu_of_a_card_adds_shows_and_removes() {
    let mut window = window();
    let at = card_at(&window, "Announcement, Maren");
    press_button(&mut window, at, egui::PointerButton::Secondary);
    click(&mut window, "Picture");
    click(&mut window, "View picture");
    window.run();
    assert_eq!(shown(&window), "Why I said yes to Northbound");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press_button(&mut window, at, egui::PointerButton::Secondary);
    click(&mut window, "Picture");
    click(&mut window, "Remove picture");
    assert_eq!(window.state().document().undo_label(), Some("Remove the picture of “Why I said yes to Northbound”"));
    press_button(&mut window, at, egui::PointerButton::Secondary);
    window.get_by_role_and_label(Role::MenuItem, "Add picture…").click();
    window.run();
    window.get_by_role_and_label(Role::Dialog, "A picture for a moment");
}

/// The plan with a picture of the first card that holds nothing that can be read.
fn with_broken() -> (Campaign, PictureId) {
    let mut plan = fictional();
    let id = plan.lanes[0].moments[0].image.unwrap();
    let at = plan.pictures.iter().position(|picture| picture.id == id).unwrap();
    Arc::make_mut(&mut plan.pictures[at]).bytes = b"\x89PNG\r\n\x1a\nbut nothing behind it".to_vec().into();
    (plan, id)
}

#[test]
fn a_picture_that_cannot_be_shown_says_so_on_the_card_in_the_inspector_and_large() {
    let (plan, id) = with_broken();
    let name = plan.picture(id).unwrap().name.clone();
    let said = format!("{name} cannot be shown: it is damaged, or no picture that can be read. Replace it, or remove it.");
    let mut window = window_on(plan);
    let at = card_at(&window, "Announcement, Maren");
    window.hover_at(at);
    window.run_steps(12);
    assert!(has(&window, &said), "the card's tooltip");
    select(&mut window, "Announcement, Maren");
    window.get_by_role_and_label(Role::Button, &said);
    press(&mut window, Modifiers::NONE, Key::V);
    window.run();
    window.get_by_role_and_label(Role::Image, &said);
}
