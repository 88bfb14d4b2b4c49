//! Dialogs by keys: Tab goes through them as they are drawn, with the answers at the end from left to right and the cross beside none of
//! them, and what is longer than its dialog is read with the keys of pages.

use std::collections::HashMap;

use egui::accesskit::{NodeId, Role};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::Status;
use momentboard::ui::command::Command;

use crate::app_window::*;
use crate::lanes_reordered;
use crate::places::{self, Control, PLACES, Shown};
use crate::scratch::Scratch;

/// Height of the strip of buttons and of the title of a dialog, in points.
const STRIP: f32 = 64.0;
const TITLE: f32 = 52.0;

/// What Tab leads through from here on until it comes back, each with its name and place; backwards with Shift.
fn way(window: &mut Window, held: Modifiers) -> Vec<Control> {
    let mut way: Vec<Control> = Vec::new();
    for _ in 0..400 {
        press(window, held, Key::Tab);
        let Some(id) = places::focused(window) else { continue };
        let Some(at) = places::controls(window).into_iter().find(|control| control.id == id) else { continue };
        if way.iter().any(|control| control.id == id) {
            break;
        }
        way.push(at);
    }
    way
}

/// What is wrong with the way through the dialog in front.
fn wrong(window: &mut Window, place: &str) -> Vec<String> {
    let Some(dialog) = places::dialog(window).filter(egui::Rect::is_finite) else { return Vec::new() };
    let forward = way(window, Modifiers::NONE);
    let back = way(window, Modifiers::SHIFT);
    let mut wrong = Vec::new();
    let strip = dialog.with_min_y(dialog.bottom() - STRIP);
    let is_cross = |control: &Control| control.name == "Close" && control.rect.bottom() < dialog.top() + TITLE;
    let is_answer = |control: &Control| strip.contains_rect(control.rect) && control.role == Role::Button;
    let mut round = forward.clone();
    if let Some(cross) = round.iter().position(is_cross) {
        round.rotate_left((cross + 1) % forward.len());
    }
    let names = |way: &[Control]| way.iter().map(|control| control.name.clone()).collect::<Vec<_>>();
    let at: Vec<usize> = (0..round.len()).filter(|at| is_answer(&round[*at])).collect();
    if at.windows(2).any(|pair| pair[1] != pair[0] + 1) {
        wrong.push(format!("{place}: something stands between the answers: {:?}", names(&round)));
    }
    let answers: Vec<&Control> = at.iter().map(|at| &round[*at]).collect();
    if !answers.iter().is_sorted_by(|a, b| a.rect.left() < b.rect.left() || a.rect.top() + 10.0 < b.rect.top()) {
        wrong.push(format!("{place}: the answers are not gone through as they stand: {:?}", names(&round)));
    }
    if at.last().is_some_and(|last| *last + 2 < round.len()) {
        wrong.push(format!("{place}: the answers are not the end: {:?}", names(&round)));
    }
    let mut mirrored = back.clone();
    mirrored.reverse();
    if let Some(first) = mirrored.iter().position(|control| Some(control.id) == forward.first().map(|control| control.id)) {
        mirrored.rotate_left(first);
    }
    let ids = |way: &[Control]| way.iter().map(|control| control.id).collect::<Vec<_>>();
    if ids(&mirrored) != ids(&forward) {
        wrong.push(format!("{place}: back is another way: {:?}, {:?}", names(&forward), names(&mirrored)));
    }
    wrong
}

/// Places in which the end is something else than a strip of answers.
const OTHERWISE: [&str; 4] = ["share", "the palette", "a picture seen large", "the menu"];

#[test]
fn tab_leads_through_every_dialog_as_it_is_drawn() {
    let mut all = Vec::new();
    let shown = Shown::light([1440.0, 900.0]);
    places::everywhere(shown, |place, window| {
        if !OTHERWISE.contains(&place) && !place.contains("Present") {
            all.extend(wrong(window, place));
        }
    });
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn tab_leads_through_the_questions_as_they_are_drawn() {
    let mut all = Vec::new();
    let mut see = |place: &str, window: &mut Window, title: &str| {
        window.get_by_role_and_label(Role::Dialog, title);
        all.extend(wrong(window, place));
    };
    let mut window = window();
    run(&mut window, Command::AddIdea);
    press(&mut window, Modifiers::NONE, Key::Escape);
    run(&mut window, Command::OpenCases);
    see("work that is not saved", &mut window, "Save the changes?");

    let mut window = lanes_reordered::with_states(&[Status::Approved, Status::Draft, Status::Draft, Status::Draft]);
    lanes_reordered::other_order(&mut window);
    for (moved, title) in [("Later: 20% off", "Compare lanes"), ("Later: Last place", "Approved moments")] {
        window.get_by_label_contains(moved).click();
        window.run();
        if title != "Compare lanes" {
            click(&mut window, "Use this order");
        }
        see("an order of a lane", &mut window, title);
    }

    let folder = Scratch::new("dialogs-recovery");
    crate::recovery::lost(&folder, "plan.moments", 7, 2);
    let mut window = crate::recovery::start(&folder);
    see("work that was lost", &mut window, "2 edits since 14:02 were not saved");
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn whoever_lets_go_of_shift_at_once_goes_back_all_the_same() {
    let place = PLACES.iter().find(|place| place.0 == "preferences").unwrap();
    let mut there = places::at(*place, Shown::light([1440.0, 900.0]));
    let window = &mut there.window;
    let name = |window: &Window| {
        let id = places::focused(window);
        places::controls(window).into_iter().find(|control| Some(control.id) == id).map(|control| control.name)
    };
    assert_eq!(name(window).as_deref(), Some("Close"));
    let tab = |pressed, modifiers| Event::Key { key: Key::Tab, physical_key: None, pressed, repeat: false, modifiers };
    // Nothing is held any more when the frame is drawn.
    window.input_mut().events.extend([tab(true, Modifiers::SHIFT), tab(false, Modifiers::SHIFT)]);
    window.run();
    assert_eq!(name(window).as_deref(), Some("Put everything back"));
}

/// Where each text and control of the dialog in front stands, by its id.
fn heights(window: &Window) -> HashMap<NodeId, f32> {
    let front = window.query_all_by_role(Role::Dialog).last().expect("a dialog is in front");
    let stand = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        Some((node.locate().0, node.bounding_box()?.y0 as f32))
    };
    front.children_recursive().filter_map(stand).collect()
}

/// How far most of what scrolls went from one look to another.
fn went(before: &HashMap<NodeId, f32>, now: &HashMap<NodeId, f32>) -> f32 {
    let mut all: Vec<f32> = before.iter().filter_map(|(id, top)| Some(now.get(id)? - top)).filter(|by| by.abs() > 1.0).collect();
    all.sort_by(f32::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}

#[test]
fn what_is_longer_than_its_dialog_is_read_with_the_keys_of_pages() {
    for (name, in_field) in [
        ("preferences", false),
        ("the sheet of keys", false),
        ("the rules", true),
        ("the explanation of a rule", false),
        ("the settings of the rules", true),
        ("what the program cannot see", false),
        ("accept", true),
        ("two lanes compared", false),
        ("adding from a template", true),
    ] {
        let place = PLACES.iter().find(|place| place.0 == name).unwrap();
        let mut there = places::at(*place, Shown::light([1440.0, 420.0]));
        let window = &mut there.window;
        let top = heights(window);
        press(window, Modifiers::NONE, Key::PageDown);
        window.run_steps(30);
        let down = heights(window);
        assert!(went(&top, &down) < -40.0, "{name}: a page down: {}", went(&top, &down));
        press(window, Modifiers::NONE, Key::PageUp);
        window.run_steps(30);
        // A field in the middle may have been in sight at first.
        assert!(went(&down, &heights(window)) > 40.0, "{name}: and up again");
        if !in_field && name != "two lanes compared" {
            press(window, Modifiers::NONE, Key::End);
            window.run_steps(30);
            let end = heights(window);
            assert!(went(&top, &end) < -40.0, "{name}: to the end");
            press(window, Modifiers::NONE, Key::PageDown);
            window.run_steps(30);
            assert!(went(&end, &heights(window)).abs() < 1.0, "{name}: which is the end");
            press(window, Modifiers::NONE, Key::Home);
            window.run_steps(30);
            assert!(went(&top, &heights(window)).abs() < 1.0, "{name}: and to the first line");
        }
    }
}
