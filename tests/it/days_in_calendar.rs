//! Phases and blackout dates that are added, undone and done again with the calendar in front: it stays there, and so does what stands
//! beside it.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::{Campaign, Day};
use momentboard::ui::command::Command;
use momentboard::ui::view::{Selection, View};

use crate::app_window::*;

fn plan(window: &Window) -> Campaign {
    (**window.state().document().campaign()).clone()
}

fn day(month: i8, day: i8) -> Day {
    Day::new(2027, month, day).unwrap()
}

/// The calendar of a plan in which nothing is selected, in November.
fn november() -> Window {
    let mut window = window();
    press(&mut window, Modifiers::ALT, Key::Num2);
    run(&mut window, Command::ClearSelection);
    while window.query_by_role_and_label(Role::Heading, "November 2027").is_none() {
        press(&mut window, Modifiers::NONE, Key::PageDown);
    }
    window
}

/// The field that has the keyboard, and what is written in it.
fn focused(window: &Window) -> Option<(String, String)> {
    let has = |node: &egui_kittest::Node<'_>| node.accesskit_node().is_focused() && !node.accesskit_node().is_hidden();
    let found = window.root().children_recursive().find(has)?;
    let node = found.accesskit_node();
    Some((node.label().unwrap_or_default(), node.value().unwrap_or_default()))
}

#[test]
fn blackout_dates_added_in_the_calendar_come_where_one_looks_and_are_written_beside_it() {
    let mut window = november();
    run(&mut window, Command::AddBlackout);
    let added = plan(&window).blackouts.last().unwrap().clone();
    assert_eq!(added.from, day(11, 1), "on the first day in sight");
    window.get_by_role_and_label(Role::Heading, "November 2027");
    let (field, written) = focused(&window).expect("what was added is open for writing");
    assert_eq!(field, "Blackout dates: From");
    assert_eq!(written, added.from.long());

    press(&mut window, Modifiers::NONE, Key::Tab);
    press(&mut window, Modifiers::NONE, Key::Tab);
    overwrite(&mut window, "Stocktaking");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(plan(&window).blackouts.last().unwrap().why.as_deref(), Some("Stocktaking"));
}

#[test]
fn blackout_dates_begin_on_the_day_that_the_keyboard_is_on() {
    let mut window = window();
    press(&mut window, Modifiers::ALT, Key::Num2);
    for key in [Key::T, Key::ArrowDown, Key::ArrowRight] {
        press(&mut window, Modifiers::NONE, key);
    }
    assert!(window.state().selection().moments.is_empty(), "nothing stands on 10 September");
    assert!(focused(&window).is_some_and(|(name, _)| name.starts_with("Fri 10 Sep")));
    run(&mut window, Command::AddBlackout);
    assert_eq!(plan(&window).blackouts.last().unwrap().from, day(9, 10));
}

#[test]
fn undo_and_redo_of_blackout_dates_leave_what_stands_beside_the_calendar() {
    let mut window = november();
    let before = plan(&window);
    assert!(window.query_by_role_and_label(Role::Heading, "November at a glance").is_some());
    run(&mut window, Command::AddBlackout);
    run(&mut window, Command::Undo);
    assert_eq!(plan(&window).blackouts, before.blackouts);
    assert_eq!(*window.state().selection(), Selection::default(), "nothing is selected, as before");
    assert!(window.query_by_role_and_label(Role::Heading, "November at a glance").is_some());

    // From another month they are gone to, without anything taking the place of the figures.
    press(&mut window, Modifiers::NONE, Key::PageUp);
    window.get_by_role_and_label(Role::Heading, "October 2027");
    run(&mut window, Command::Redo);
    assert_eq!(plan(&window).blackouts.len(), before.blackouts.len() + 1);
    window.get_by_role_and_label(Role::Heading, "November 2027");
    assert!(window.query_by_role_and_label(Role::Heading, "November at a glance").is_some());
    press(&mut window, Modifiers::NONE, Key::PageUp);
    run(&mut window, Command::Undo);
    window.get_by_role_and_label(Role::Heading, "November 2027");
    assert_eq!(*window.state().selection(), Selection::default());
}

#[test]
fn a_phase_added_in_the_calendar_is_turned_to_and_written_there() {
    let mut window = november();
    run(&mut window, Command::AddPhase);
    let phase = plan(&window).phases.last().unwrap().clone();
    let (field, written) = focused(&window).expect("what was added is open for writing");
    assert_eq!(field, "Phases: Name");
    assert_eq!(written, phase.name);
    window.event(egui::Event::Text("Echo".into()));
    press(&mut window, Modifiers::NONE, Key::Enter);
    let phase = plan(&window).phases.last().unwrap().clone();
    assert_eq!(phase.name, "Echo", "what is written takes the place of the name that nobody gave");
    let month = phase.from.date();
    let shown = window
        .query_all_by_role(Role::Heading)
        .any(|node| node.accesskit_node().label().unwrap_or_default().ends_with(&month.year().to_string()));
    assert!(shown, "the calendar is still in front");
    assert!(has(&window, &phase.name), "and shows it");
    assert_eq!(window.state().view(), View::Calendar);
}

#[test]
fn whoever_leaves_the_form_of_what_was_just_added_never_wanted_it() {
    for command in [Command::AddPhase, Command::AddBlackout] {
        let mut window = november();
        let before = plan(&window);
        run(&mut window, command);
        assert_ne!(plan(&window), before);
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert_eq!(plan(&window), before, "{command:?}");
    }
}
