//! A phase, and blackout dates, from nothing to the end by keys alone: what was added is in sight and has the keyboard, its menu opens,
//! and after undo it has the keyboard again.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Rect};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::{Campaign, Day};
use momentboard::ui::command::Command;

use crate::app_window::*;

fn plan(window: &Window) -> Campaign {
    (**window.state().document().campaign()).clone()
}

/// What has the keyboard: its name and where it is.
fn focused(window: &Window) -> Option<(String, Rect)> {
    let has = |node: &egui_kittest::Node<'_>| node.accesskit_node().is_focused() && !node.accesskit_node().is_hidden();
    let found = window.root().children_recursive().find(has)?;
    Some((found.accesskit_node().label().unwrap_or_default(), found.rect()))
}

fn name_of_focused(window: &Window) -> String {
    focused(window).map(|(name, _)| name).unwrap_or_default()
}

fn write(window: &mut Window, text: &str) {
    window.event(Event::Text(text.into()));
    window.run();
    press(window, Modifiers::NONE, Key::Enter);
}

fn is_said(window: &Window, text: &str) -> bool {
    window.query_by_role_and_label(Role::Label, text).is_some()
}

const WEEK: Modifiers = Modifiers::ALT.plus(Modifiers::SHIFT);
const FIRST: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Where all days of the board are seen, in points from left to right.
fn board(window: &Window) -> egui::Rangef {
    window.get_by_role_and_label(Role::Group, "Storyboard").rect().x_range()
}

#[test]
fn a_phase_is_added_moved_stretched_renamed_and_deleted_by_keys_alone() {
    let mut window = window();
    let before = plan(&window);
    let end = before.phases.iter().map(|phase| phase.to).max().unwrap();
    run(&mut window, Command::AddPhase);
    assert_eq!(name_of_focused(&window), "Name of the phase");
    let band = window.get_by_role_and_label(Role::Button, "New phase").rect();
    assert!(band.width() > 60.0 && board(&window).contains(band.left()), "it is in sight while it is named: {band:?}");
    write(&mut window, "Afterglow");
    let (name, band) = focused(&window).expect("the keyboard goes on with it");
    assert_eq!(name, "Afterglow");
    assert!(band.width() > 60.0 && board(&window).contains(band.left()), "{band:?}");
    let at = before.phases.len();
    let then = plan(&window).phases[at].clone();
    assert_eq!((then.from, then.to), (end.plus(1), end.plus(28)));
    let said = |window: &Window| {
        let begins =
            |node: &egui_kittest::Node<'_>| node.accesskit_node().value().is_some_and(|text| text.starts_with("“Afterglow”: "));
        window.query_all_by_role(Role::Label).find(begins).and_then(|node| node.accesskit_node().value())
    };
    let mut last_said = said(&window).expect("its name and its days are said");
    assert!(last_said.contains(&then.from.date().day().to_string()), "{last_said}");

    // No key in between puts the keyboard anywhere.
    let steps = window.state().document().undo_depth();
    for (modifiers, key, first, last) in [
        (Modifiers::ALT, Key::ArrowRight, 1, 1),
        (WEEK, Key::ArrowRight, 8, 8),
        (Modifiers::COMMAND, Key::ArrowRight, 8, 9),
        (FIRST, Key::ArrowLeft, 7, 9),
        (WEEK, Key::ArrowLeft, 0, 2),
    ] {
        press(&mut window, modifiers, key);
        let now = plan(&window).phases[at].clone();
        assert_eq!((now.from.since(then.from), now.to.since(then.to)), (first, last), "{modifiers:?} {key:?}");
        let now_said = said(&window).expect("it is said each time");
        assert_ne!(now_said, last_said, "{modifiers:?} {key:?}");
        last_said = now_said;
        assert_eq!(name_of_focused(&window), "Afterglow", "{modifiers:?} {key:?}");
    }
    assert_eq!(window.state().document().undo_depth(), steps + 5, "a step each");

    press(&mut window, Modifiers::SHIFT, Key::F10);
    assert_eq!(name_of_focused(&window), "Rename");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(name_of_focused(&window), "Afterglow");
    for (key, name) in [(Key::F2, "Embers"), (Key::Enter, "Afterglow")] {
        press(&mut window, Modifiers::NONE, key);
        window.event(Event::Text("Never mind".into()));
        window.run();
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert_eq!(window.state().document().undo_depth(), if key == Key::F2 { steps + 5 } else { steps + 6 });
        press(&mut window, Modifiers::NONE, key);
        write(&mut window, name);
        assert_eq!(name_of_focused(&window), name, "{key:?}");
    }

    let named = plan(&window);
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(plan(&window).phases, before.phases);
    assert_eq!(name_of_focused(&window), before.phases.iter().max_by_key(|phase| phase.to).unwrap().name, "the one before");
    run(&mut window, Command::Undo);
    assert_eq!(plan(&window), named);
    assert_eq!(name_of_focused(&window), "Afterglow", "and back it has the keyboard again");
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(plan(&window).phases[at].from.since(named.phases[at].from), 1);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!((plan(&window), name_of_focused(&window)), (named, "Afterglow".to_owned()));
    while window.state().document().undo_depth() > 0 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(plan(&window), before, "undo takes back all of it");
}

#[test]
fn the_arrows_lead_from_phase_to_phase_however_far() {
    let mut window = window();
    run(&mut window, Command::AddPhase);
    write(&mut window, "Afterglow");
    let mut phases = plan(&window).phases;
    phases.sort_by_key(|phase| (phase.from, phase.to));
    let mut names: Vec<String> = phases.into_iter().map(|phase| phase.name).collect();
    for name in names.iter().rev() {
        assert_eq!(name_of_focused(&window), *name);
        let (_, band) = focused(&window).unwrap();
        assert!(band.width() > 20.0 && board(&window).intersects(band.x_range()), "{name}: {band:?}");
        press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    }
    assert_eq!(name_of_focused(&window), names[0], "the first has none before it");
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(name_of_focused(&window), names.remove(1));
    assert_eq!(window.state().document().undo_depth(), 2, "going changes nothing");
}

#[test]
fn blackout_dates_go_the_same_way_and_the_last_leaves_the_keyboard_where_others_are_added() {
    let mut window = window();
    while !plan(&window).blackouts.is_empty() {
        let mut without = plan(&window);
        without.blackouts.clear();
        window = window_on(without);
    }
    select(&mut window, "Last place is still a place");
    run(&mut window, Command::AddBlackout);
    write(&mut window, "Stocktaking");
    let said = name_of_focused(&window);
    assert_eq!(said, "Blackout 12 Oct – 14 Oct: Stocktaking. 1 moment stands in it.");
    assert!(is_said(&window, &said), "what was added is said");
    assert_eq!(plan(&window).blackouts[0].from, Day::new(2027, 10, 12).unwrap(), "on the day of the moment that was selected");
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    let now = name_of_focused(&window);
    assert!(now != said && now.contains(": Stocktaking") && is_said(&window, &now), "{now}");
    press(&mut window, Modifiers::NONE, Key::Menu);
    assert_eq!(name_of_focused(&window), "Write the reason");
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(plan(&window).blackouts.is_empty());
    assert_eq!(name_of_focused(&window), "Phases");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(name_of_focused(&window), "Add a phase here", "a menu of what can be added there");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(name_of_focused(&window), now);
}

#[test]
fn with_nothing_chosen_the_keys_of_menus_open_that_of_the_board() {
    let mut window = window();
    press(&mut window, Modifiers::NONE, Key::Escape);
    let before = plan(&window);
    press(&mut window, Modifiers::SHIFT, Key::F10);
    assert_eq!(name_of_focused(&window), "Add an announcement here");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(focused(&window).is_none(), "the board has the keyboard again");
    press(&mut window, Modifiers::SHIFT, Key::F10);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(plan(&window).lanes[0].moments.len(), before.lanes[0].moments.len() + 1, "in the first lane that is in sight");
}

#[test]
fn with_nothing_selected_what_is_added_begins_within_the_plan() {
    let mut window = window();
    let first = plan(&window).start.unwrap();
    run(&mut window, Command::ClearSelection);
    run(&mut window, Command::AddBlackout);
    assert!(plan(&window).blackouts.last().unwrap().from >= first);
}

#[test]
fn a_phase_beyond_the_last_day_is_said_to_move_the_end_and_the_whole_plan_stays_in_view() {
    let mut window = window();
    run(&mut window, Command::ZoomFit);
    assert!(has(&window, "Fit ·"));
    let before = plan(&window);
    // Below the top bar, whose button is called so, too, when there is nothing to undo.
    let undo = |window: &Window| {
        window.query_all_by_role_and_label(Role::Button, "Undo").filter(|button| button.rect().top() > 800.0).count()
    };
    run(&mut window, Command::AddPhase);
    let said = "The plan now reaches from 23 Aug to 26 Dec 2027.";
    assert!(has(&window, said), "an end that moves is no secret");
    assert_eq!(undo(&window), 1, "undo takes it back");
    write(&mut window, "Afterglow");
    assert!(has(&window, "Fit ·"), "the whole plan goes on being shown");
    assert!(has(&window, said), "the end is where it was when the phase has its name");
    assert_eq!(undo(&window), 0, "undo would take back the name, and the end would stay");
    run(&mut window, Command::EditCampaign);
    assert!(has(&window, "The plan ends on 26 Dec 2027, with the phase “Afterglow”."), "below the last day");
    run(&mut window, Command::Undo);
    run(&mut window, Command::Undo);
    assert_eq!(plan(&window), before);
}

#[test]
fn a_phase_is_added_where_the_plan_has_room_for_one() {
    let mut campaign = fictional();
    let gone = campaign.phases.remove(1);
    let mut window = window_on(campaign);
    run(&mut window, Command::AddPhase);
    let added = plan(&window).phases.last().cloned().unwrap();
    assert_eq!((added.from, added.to), (gone.from, gone.to.min(gone.from.plus(27))), "between the others");
    assert!(!has(&window, "The plan now reaches"), "it lengthens nothing");
}
