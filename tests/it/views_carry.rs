//! What goes with one from view to view: everything that a filter can choose, with its chips and its counts, and all that is selected.

use std::collections::BTreeSet;

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::{Campaign, Day, Kind, MomentId};
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, Selection, View};

use crate::app_window::*;
use crate::table_cells::column;

fn plan(window: &Window) -> Campaign {
    (**window.state().document().campaign()).clone()
}

/// Ticks a row in the menu of a sort.
fn choose(window: &mut Window, menu: &str, row: &str) {
    window.get_by_role_and_label(Role::Button, menu).click();
    window.run();
    let says = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label.starts_with(row));
    window.query_all_by_role(Role::CheckBox).find(says).unwrap_or_else(|| panic!("a row of {menu} says “{row}”")).click();
    window.run();
    press(window, Modifiers::NONE, Key::Escape);
}

/// The board with a creator, two kinds and a stretch of days chosen.
fn filtered() -> Window {
    let mut window = window();
    press(&mut window, Modifiers::COMMAND, Key::F);
    choose(&mut window, "Filter by Creator", "Maren");
    choose(&mut window, "Filter by Creator, now Maren Solheim", "Tobi");
    choose(&mut window, "Filter by Kind", "Values");
    choose(&mut window, "Filter by Kind, now Values story", "Product");
    window.get_by_role_and_label(Role::Button, "Filter by Dates").click();
    window.run();
    write_over(&mut window, Role::TextInput, "From", "6 Sep");
    write_over(&mut window, Role::TextInput, "To", "30 Sep");
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::Escape);
    window
}

/// The titles of the moments that the sieve shows, by the lanes in their order.
fn passed(window: &Window) -> Vec<Vec<String>> {
    let sieve = window.state().sieve();
    let of = |lane: &momentboard::model::Lane| {
        lane.moments.iter().filter(|moment| sieve.shows(moment.id)).map(|moment| moment.title.clone()).collect()
    };
    plan(window).lanes.iter().map(|lane| of(lane)).collect()
}

/// What the bar of the filter shows: its chips, and how many of how many.
fn bar(window: &Window) -> (BTreeSet<String>, String) {
    let labels = || window.root().children_recursive().filter_map(|node| node.accesskit_node().label());
    let chips = labels().filter(|label| label.starts_with("Remove the filter ")).collect();
    let status = window.query_all_by_role(Role::Status).filter_map(|node| node.accesskit_node().label());
    (chips, status.into_iter().find(|label| label.ends_with(" shown")).unwrap_or_default())
}

/// The titles of moments that stand on buttons: cards of the board, of the calendar and of its days.
fn on_cards(window: &Window, campaign: &Campaign) -> BTreeSet<String> {
    let labels: Vec<String> = window.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label()).collect();
    let all = campaign.lanes.iter().flat_map(|lane| lane.moments.iter().map(|moment| moment.title.clone()));
    all.filter(|title| labels.iter().any(|label| label.contains(", ") && label.contains(title))).collect()
}

#[test]
fn a_creator_kinds_and_days_that_are_chosen_go_with_one_from_view_to_view() {
    let mut window = filtered();
    let campaign = plan(&window);
    // It is what was chosen, worked out anew.
    let span = Day::new(2027, 9, 6).unwrap()..=Day::new(2027, 9, 30).unwrap();
    let wanted: Vec<Vec<String>> = campaign
        .lanes
        .iter()
        .map(|lane| {
            let name = campaign.lane_name(lane);
            let theirs = name.starts_with("Maren") || name.starts_with("Tobi");
            let moments = lane.moments.iter().filter(|moment| {
                let kind = matches!(moment.kind, Kind::Values | Kind::Product);
                theirs && kind && campaign.day_of(moment.when).is_some_and(|day| span.contains(&day))
            });
            moments.map(|moment| moment.title.clone()).collect()
        })
        .collect();
    let all: BTreeSet<String> = wanted.iter().flatten().cloned().collect();
    assert!(all.len() > 1 && wanted.iter().filter(|lane| !lane.is_empty()).count() > 1, "both have some: {wanted:?}");
    let (chips, status) = bar(&window);
    let named =
        ["Creator: Maren Solheim", "Creator: Tobi Achterberg", "Kind: Values story", "Kind: Product", "6 Sep – 30 Sep 2027"];
    let named: BTreeSet<String> = named.iter().map(|chip| format!("Remove the filter {chip}")).collect();
    assert_eq!(chips, named);
    assert_eq!(status, format!("{} of 17 moments and 0 of 3 ideas shown", all.len()));
    let sieve = window.state().sieve().clone();

    for view in [View::Board, View::Calendar, View::Table, View::Board] {
        run(&mut window, Command::Show(view));
        assert_eq!(window.state().view(), view);
        assert_eq!(passed(&window), wanted, "{view:?}");
        assert_eq!(window.state().sieve(), &sieve, "{view:?}: nothing is sieved anew");
        assert_eq!(bar(&window), (named.clone(), status.clone()), "{view:?}");
        assert!(has(&window, &format!("{} of 17 moments", all.len())), "{view:?}: the status bar");
        let seen: BTreeSet<String> = match view {
            View::Table => column(&window, "Title").into_iter().collect(),
            _ => on_cards(&window, &campaign),
        };
        assert_eq!(seen, all, "{view:?}");
    }

    // Whoever is presented to comes upon these alone, and is told how many are left out.
    run(&mut window, Command::Present);
    press(&mut window, Modifiers::NONE, Key::Home);
    let (mut met, mut counted) = (Vec::new(), Vec::new());
    for _ in 0..all.len() {
        let id = window.state().presented().expect("one is presented");
        met.push(title(window.state(), id));
        let lane = lane_of(window.state(), id);
        let at = campaign.lanes.iter().position(|other| other.id == lane).unwrap();
        let hidden = campaign.lanes[at].moments.len() - wanted[at].len();
        counted.push(has(&window, &format!("of {} · {hidden} hidden by the filter", wanted[at].len())));
        press(&mut window, Modifiers::NONE, Key::ArrowRight);
    }
    assert_eq!(met.iter().cloned().collect::<BTreeSet<_>>(), all);
    assert!(counted.iter().all(|counted| *counted), "{met:?} {counted:?}");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!((passed(&window), window.state().sieve()), (wanted, &sieve), "and the plan is as it was left");
}

/// The titles of the moments that a view shows as selected.
fn shown_selected(window: &Window, campaign: &Campaign) -> BTreeSet<String> {
    let is_on = |node: &egui_kittest::Node<'_>| node.accesskit_node().toggled() == Some(Toggled::True);
    let roles = [Role::Button, Role::CheckBox];
    let nodes = roles.into_iter().flat_map(|role| window.query_all_by_role(role)).filter(is_on);
    let labels: Vec<String> = nodes.filter_map(|node| node.accesskit_node().label()).collect();
    let all = campaign.lanes.iter().flat_map(|lane| lane.moments.iter().map(|moment| moment.title.clone()));
    all.filter(|title| labels.iter().any(|label| label.contains(title))).collect()
}

fn titles(campaign: &Campaign, ids: &[MomentId]) -> BTreeSet<String> {
    ids.iter().map(|id| campaign.moment(*id).unwrap().1.title.clone()).collect()
}

#[test]
fn all_that_is_selected_goes_with_one_from_view_to_view_and_is_shown_as_selected() {
    let mut window = window();
    let campaign = plan(&window);
    select(&mut window, "Product, Tobi");
    press(&mut window, Modifiers::COMMAND, Key::A);
    let chosen = window.state().selection().moments.clone();
    assert_eq!(chosen.len(), 4);
    let ids = |window: &Window| window.state().selection().moments.iter().copied().collect::<BTreeSet<_>>();
    let kept: BTreeSet<MomentId> = chosen.iter().copied().collect();
    for view in [View::Table, View::Board, View::Calendar, View::Table, View::Calendar, View::Board] {
        run(&mut window, Command::Show(view));
        assert_eq!(ids(&window), kept, "{view:?}");
        let seen = shown_selected(&window, &campaign);
        let all = titles(&campaign, &chosen);
        if view == View::Calendar {
            // A month has a part of them.
            assert!(!seen.is_empty() && seen.is_subset(&all), "{view:?}: {seen:?}");
        } else {
            assert_eq!(seen, all, "{view:?}");
        }
    }
    // Together they are moved from wherever one is.
    run(&mut window, Command::Show(View::Calendar));
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert!(window.state().document().undo_label().is_some_and(|label| label.contains("4 moments")));
}

#[test]
fn what_was_presented_last_is_selected_in_the_view_one_comes_back_to() {
    for view in [View::Board, View::Calendar, View::Table] {
        let mut window = window();
        let campaign = plan(&window);
        let lane = campaign.lanes[0].clone();
        window.state_mut().want(Action::Select(Selection::moment(lane.moments[0].id, Some(lane.id))));
        window.run();
        run(&mut window, Command::Show(view));
        run(&mut window, Command::Present);
        for _ in 0..2 {
            press(&mut window, Modifiers::NONE, Key::ArrowRight);
        }
        let last = window.state().presented().expect("one is presented");
        assert_ne!(last, lane.moments[0].id);
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert_eq!((window.state().view(), window.state().selection().moments.as_slice()), (view, [last].as_slice()));
        assert_eq!(shown_selected(&window, &campaign), titles(&campaign, &[last]), "{view:?}: in sight and shown as selected");
        // And it stays that in the others.
        for other in [View::Table, View::Calendar, View::Board] {
            run(&mut window, Command::Show(other));
            assert_eq!(shown_selected(&window, &campaign), titles(&campaign, &[last]), "{view:?}, then {other:?}");
        }
    }
}
