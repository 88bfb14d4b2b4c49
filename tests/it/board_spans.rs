//! Phases and blackout dates on the board: added, moved, stretched, named and deleted by hand and by keys, a step each.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::App;
use momentboard::model::{Blackout, Campaign, Day, Moment, PhaseKind, Unknown};
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;

fn plan(app: &App) -> Campaign {
    (**app.document().campaign()).clone()
}

fn band(window: &Window, name: &str) -> Rect {
    window.get_by_role_and_label(Role::Button, name).rect()
}

/// The strip of the blackout dates that are called so.
fn blackout(window: &Window) -> Rect {
    let named =
        |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label.contains(": Stocktaking"));
    window.query_all_by_role(Role::Button).find(named).expect("they are named").rect()
}

/// The days of the first phase against those before.
fn moved(window: &Window, before: &Campaign) -> (i32, i32) {
    let (now, then) = (&plan(window.state()).phases[0], &before.phases[0]);
    (now.from.since(then.from), now.to.since(then.to))
}

fn undo(window: &mut Window, before: &Campaign) {
    assert_eq!(window.state().document().undo_depth(), 1, "one step");
    run(window, Command::Undo);
    assert_eq!(plan(window.state()), *before);
}

/// Drags by so many points and lets go.
fn pull(window: &mut Window, from: Pos2, by: f32) {
    drag(window, from, from + vec2(by, 0.0));
    window.drop_at(from + vec2(by, 0.0));
    window.run();
}

#[test]
fn a_phase_is_dragged_as_a_whole_and_by_its_ends() {
    let mut window = window();
    // Its first end lies so near to the edge of the board that this would go on under the hand, were that what is meant.
    let before = plan(window.state());
    let name = before.phases[0].name.clone();
    let rect = band(&window, &name);
    let days = before.phases[0].to.since(before.phases[0].from) + 1;
    let day = rect.width() / days as f32;
    pull(&mut window, rect.center(), 3.0 * day);
    let (from, to) = moved(&window, &before);
    assert_eq!(from, to, "it keeps its length");
    assert!((2..=4).contains(&from), "{from}");
    undo(&mut window, &before);
    pull(&mut window, rect.right_center() - vec2(3.0, 0.0), 5.0 * day);
    let (from, to) = moved(&window, &before);
    assert!(from == 0 && (4..=6).contains(&to), "{from} {to}");
    undo(&mut window, &before);
    pull(&mut window, rect.left_center() + vec2(3.0, 0.0), 2.0 * day);
    let (from, to) = moved(&window, &before);
    assert!((1..=3).contains(&from) && to == 0, "{from} {to}");
    undo(&mut window, &before);

    drag(&mut window, rect.center(), rect.center() + vec2(60.0, 0.0));
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.drop_at(rect.center() + vec2(60.0, 0.0));
    window.run();
    assert_eq!(plan(window.state()), before, "Escape gives it up");
}

#[test]
fn a_phase_that_is_stretched_over_the_next_one_is_seen_and_grasped_from_end_to_end() {
    let mut window = window();
    let before = plan(window.state());
    let names: Vec<&str> = before.phases.iter().map(|phase| phase.name.as_str()).collect();
    let (one, next) = (band(&window, names[1]), band(&window, names[2]));
    let by = next.width() / 3.0;
    pull(&mut window, one.right_center() - vec2(3.0, 0.0), by);
    let (one, next) = (band(&window, names[1]), band(&window, names[2]));
    assert!(one.right() > next.left() + by / 2.0, "they share days");
    assert!(!one.intersects(next.shrink(0.5)), "neither lies over the other: {one:?} {next:?}");
    pull(&mut window, one.right_center() - vec2(3.0, 0.0), -by);
    let to = |campaign: &Campaign| campaign.phases[1].to;
    assert!(to(&plan(window.state())).since(to(&before)).abs() <= 2, "its end is grasped again");
    assert_eq!(window.state().document().undo_depth(), 2);
    assert!((band(&window, names[1]).height() - 18.0).abs() < 0.5, "with its days for itself it has the whole strip");
}

#[test]
fn a_phase_is_moved_stretched_named_and_deleted_by_keys() {
    let mut window = window();
    let before = plan(window.state());
    let name = before.phases[0].name.clone();
    select(&mut window, "Last place is still a place");
    window.get_by_role_and_label(Role::Button, &name).focus();
    window.run();
    for (modifiers, key, days) in [
        (Modifiers::ALT, Key::ArrowRight, (1, 1)),
        (Modifiers::ALT, Key::ArrowLeft, (-1, -1)),
        (Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight, (7, 7)),
        (Modifiers::COMMAND, Key::ArrowRight, (0, 1)),
        (Modifiers::COMMAND, Key::ArrowLeft, (0, -1)),
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight, (1, 0)),
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowLeft, (-1, 0)),
    ] {
        press(&mut window, modifiers, key);
        assert_eq!(moved(&window, &before), days, "{key:?}");
        undo(&mut window, &before);
        window.get_by_role_and_label(Role::Button, &name).focus();
        window.run();
    }
    press(&mut window, Modifiers::NONE, Key::F2);
    window.event(Event::Text("Before the storm".into()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(plan(window.state()).phases[0].name, "Before the storm");
    undo(&mut window, &before);
    window.get_by_role_and_label(Role::Button, &name).focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(plan(window.state()).phases.len(), before.phases.len() - 1);
    assert_eq!(plan(window.state()).moment_count(), before.moment_count(), "no moment goes with it");
    undo(&mut window, &before);
}

#[test]
fn the_menu_of_a_phase_says_what_it_is_and_the_strip_adds_one() {
    let mut window = window();
    let before = plan(window.state());
    let rect = band(&window, &before.phases[0].name);
    press_button(&mut window, rect.center(), PointerButton::Secondary);
    window.get_by_role_and_label(Role::MenuItem, "Repair").click();
    window.run();
    assert_eq!(plan(window.state()).phases[0].kind, Some(PhaseKind::Repair));
    undo(&mut window, &before);

    run(&mut window, Command::AddPhase);
    window.event(Event::Text("Afterglow".into()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    let after = plan(window.state());
    assert_eq!(after.phases.len(), before.phases.len() + 1);
    let last = after.phases.last().unwrap();
    assert_eq!(last.name, "Afterglow");
    assert!(before.phases.iter().all(|phase| phase.to < last.from), "it comes after all others");
}

#[test]
fn blackout_dates_are_added_moved_and_deleted_where_they_stand() {
    let mut window = window();
    let before = plan(window.state());
    select(&mut window, "Last place is still a place");
    run(&mut window, Command::AddBlackout);
    window.event(Event::Text("Stocktaking".into()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    let after = plan(window.state());
    let days = after.blackouts.last().unwrap();
    assert_eq!((after.blackouts.len(), days.why.as_deref()), (before.blackouts.len() + 1, Some("Stocktaking")));
    let strip = blackout(&window);
    let at = strip.center();
    drag(&mut window, at, at + vec2(100.0, 0.0));
    window.drop_at(at + vec2(100.0, 0.0));
    window.run();
    let moved = plan(window.state()).blackouts.last().unwrap().clone();
    assert!(moved.from > days.from, "{:?} {:?} {strip:?}", moved.from, days.from);
    assert!(moved.to.since(moved.from) == days.to.since(days.from));
    let strip = blackout(&window);
    press_button(&mut window, strip.center(), PointerButton::Secondary);
    window.get_by_role_and_label(Role::MenuItem, "Delete").click();
    window.run();
    assert_eq!(plan(window.state()).blackouts, before.blackouts);
}

/// A window on a plan with a trade fair in the middle of September, while moments stand there.
fn with_a_fair() -> (Window, usize) {
    let mut plan = fictional();
    let day = |day| Day::new(2027, 9, day).unwrap();
    plan.blackouts = vec![Blackout { from: day(15), to: day(17), why: Some("Trade fair".into()), unknown: Unknown::default() }];
    let stands = |moment: &&std::sync::Arc<Moment>| plan.day_of(moment.when).is_some_and(|of| (day(15)..=day(17)).contains(&of));
    let count = plan.lanes.iter().flat_map(|lane| &lane.moments).filter(stands).count();
    (window_on(plan), count)
}

#[test]
fn a_blackout_in_which_moments_stand_says_so_wherever_it_is_seen() {
    let (mut window, count) = with_a_fair();
    assert_eq!(count, 2);
    let said = "Blackout 15 Sep – 17 Sep: Trade fair. 2 moments stand in it.";
    let strip = window.get_by_role_and_label(Role::Button, said).rect();
    window.hover_at(strip.center());
    window.run_steps(12);
    assert!(window.query_all_by_label(said).count() > 1, "under the pointer");
    run(&mut window, Command::EditCampaign);
    assert!(has(&window, "15 Sep – 17 Sep 2027: Trade fair. 2 moments stand in it."), "on the page of the campaign");
    run(&mut window, Command::Show(View::Calendar));
    assert!(has(&window, said), "in the calendar");
    assert!(has(&window, "Thu 16 Sep, blackout, 1 moment"));
    assert!(!has(&window, "Nothing is published") && !has(&window, "nothing is published"));
}

#[test]
fn what_stands_in_a_blackout_is_counted_anew_when_a_moment_comes_or_goes() {
    let (mut window, _) = with_a_fair();
    select(&mut window, "The winter I learned to run slowly");
    run(&mut window, Command::Delete);
    assert!(has(&window, "Blackout 15 Sep – 17 Sep: Trade fair. 1 moment stands in it."));
    select(&mut window, "My fourth pair of Fjell");
    run(&mut window, Command::WeekLater);
    assert!(has(&window, "Nothing is published 15 Sep – 17 Sep: Trade fair"), "now it is so");
    run(&mut window, Command::Undo);
    run(&mut window, Command::Undo);
    assert!(has(&window, "2 moments stand in it."));
}
