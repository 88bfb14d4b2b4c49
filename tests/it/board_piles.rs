//! Many moments near each other: only the crowded day is folded, nobody's card disappears, and what somebody works on is always
//! seen as a card.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::{Campaign, Creator, CreatorId, Day, Kind, Lane, LaneId, Moment, MomentId, PlanId, Status, When};
use momentboard::ui::command::Command;

use crate::app_window::*;
use crate::painted::Painted;

/// Whose lane it is, and its moments: title, month, day.
type Cards<'a> = (&'a str, &'a [(&'a str, i8, i8)]);

/// A plan with a lane for each name, and moments of these titles on these days of September to December.
fn plan(lanes: &[Cards<'_>]) -> Campaign {
    let mut campaign = Campaign::new(PlanId::default(), "Crowded");
    for (who, cards) in lanes {
        let name = who.to_lowercase();
        let creator = CreatorId::parse(&name).unwrap();
        campaign.creators.push(Arc::new(Creator::new(creator, *who)));
        let mut lane = Lane::of_creator(LaneId::parse(&name).unwrap(), creator);
        for (title, month, day) in *cards {
            let id = MomentId::parse(&title.to_lowercase().replace(' ', "-")).unwrap();
            let mut moment = Moment::new(id, Kind::Values, *title);
            moment.when = When::On(Day::new(2027, *month, *day).unwrap());
            lane.moments.push(Arc::new(moment));
        }
        campaign.lanes.push(Arc::new(lane));
    }
    campaign
}

/// Eleven moments of two creators, four of each in one week.
fn crowded() -> Campaign {
    plan(&[
        ("Alma", &[("One", 9, 1), ("Two", 9, 1), ("Three", 9, 2), ("Four", 9, 4), ("Five", 9, 5), ("Six", 10, 14)]),
        ("Ben", &[("Seven", 9, 20), ("Eight", 9, 20), ("Nine", 9, 20), ("Ten", 9, 20), ("Eleven", 12, 20)]),
    ])
}

/// What stands on the board for that card, a card or a line of its pile.
fn card(window: &Window, title: &str) -> Rect {
    let ends = format!(": {title}");
    let named = |node: &egui_kittest::Node<'_>| {
        node.accesskit_node().label().is_some_and(|label| label.ends_with(&ends) && label.contains(", "))
    };
    let rects: Vec<Rect> = window.query_all_by_role(Role::Button).filter(named).map(|node| node.rect()).collect();
    assert_eq!(rects.len(), 1, "“{title}” is there once");
    rects[0]
}

#[test]
fn an_ask_in_a_pile_has_a_line_however_many_there_are() {
    let mut campaign =
        plan(&[("Alma", &[("A", 9, 1), ("B", 9, 1), ("C", 9, 1), ("D", 9, 1), ("E", 9, 1), ("F", 9, 1), ("Shop", 9, 1)])]);
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    Arc::make_mut(&mut lane.moments[6]).kind = Kind::Product;
    let window = window_on(campaign);
    let lines = window.query_all_by_role(Role::Button).filter(|node| {
        node.accesskit_node().label().is_some_and(|label| label.contains(", Alma, ") && label.contains(", 1 Sep"))
    });
    let lines: Vec<String> = lines.filter_map(|node| node.accesskit_node().label()).collect();
    assert!(lines.len() < 7, "not all of them have room: {lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("Product, ")), "{lines:?}");
}

#[test]
fn one_crowded_week_folds_only_itself_and_says_how_many_there_are() {
    let window = window_on(crowded());
    for lone in ["Six", "Eleven"] {
        assert!(card(&window, lone).height() >= 100.0, "{lone} has a card of its own");
    }
    let pile = window.get_by_label_contains("4 moments, Ben: ").rect();
    for title in ["Seven", "Eight", "Nine", "Ten"] {
        let line = card(&window, title);
        assert!(line.height() > 12.0 && line.left() >= pile.left() && line.right() <= pile.right(), "{title}: {line:?}");
    }
    let lines = ["Seven", "Eight", "Nine", "Ten"].map(|title| card(&window, title).top());
    assert!(lines.windows(2).all(|pair| (pair[0] - pair[1]).abs() > 12.0), "each line is read for itself: {lines:?}");
}

#[test]
fn a_line_of_a_pile_becomes_its_card_once_it_is_selected_and_the_number_leads_to_all() {
    let mut window = window_on(crowded());
    let id = {
        let at = card(&window, "Nine").center();
        window.drag_at(at);
        window.step();
        window.drop_at(at);
        window.run();
        window.state().selection().primary().unwrap()
    };
    assert_eq!(title(window.state(), id), "Nine");
    assert!(card(&window, "Nine").height() >= 100.0, "what is selected is seen as a card");
    window.get_by_label_contains("4 moments, Ben: ").click();
    window.run();
    assert_eq!(window.state().selection().moments.len(), 4);
    assert!(card(&window, "Nine").height() < 40.0, "all of them are a list again");
}

/// The head of Ben's pile.
fn head(window: &Window) -> Rect {
    window.get_by_label_contains("4 moments, Ben: ").rect()
}

fn days_of_ben(window: &Window) -> Vec<i8> {
    let lane = &window.state().document().campaign().lanes[1];
    let day = |moment: &Arc<Moment>| if let When::On(day) = moment.when { day.date().day() } else { 0 };
    lane.moments.iter().map(day).collect()
}

#[test]
fn the_head_of_a_pile_is_dragged_with_everything_under_it_as_one_step() {
    let mut window = window_on(crowded());
    let at = head(&window).center();
    drag(&mut window, at, at + egui::vec2(90.0, 0.0));
    assert_eq!(window.state().document().undo_depth(), 0, "nothing is done before it is let go of");
    window.drop_at(at + egui::vec2(90.0, 0.0));
    window.run();
    let days = days_of_ben(&window);
    assert!(days[0] != 20 && days[..4].iter().all(|day| *day == days[0]), "all four of them: {days:?}");
    assert_eq!(days[4], 20, "and nothing else");
    assert_eq!(window.state().selection().moments.len(), 4);
    assert_eq!(window.state().document().undo_depth(), 1);
    run(&mut window, Command::Undo);
    assert_eq!(days_of_ben(&window), [20, 20, 20, 20, 20]);
    // A line still stands for its own card, once they are not selected together.
    run(&mut window, Command::ClearSelection);
    let line = card(&window, "Nine").center();
    drag(&mut window, line, line + egui::vec2(90.0, 0.0));
    window.drop_at(line + egui::vec2(90.0, 0.0));
    window.run();
    let days = days_of_ben(&window);
    assert_eq!(days.iter().filter(|day| **day != 20).count(), 1, "{days:?}");
}

#[test]
fn the_menu_and_the_keys_at_the_head_of_a_pile_are_about_all_of_it() {
    let mut window = window_on(crowded());
    let at = head(&window).center();
    press_button(&mut window, at, egui::PointerButton::Secondary);
    assert_eq!(window.state().selection().moments.len(), 4);
    assert!(has(&window, "What can be done with 4 moments"), "the menu says so");
    window.get_by_role_and_label(Role::MenuItem, Command::Delete.name()).click();
    window.run();
    assert_eq!(days_of_ben(&window), [20]);
    run(&mut window, Command::Undo);
    run(&mut window, Command::ClearSelection);
    window.get_by_label_contains("4 moments, Ben: ").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(days_of_ben(&window), [21, 21, 21, 21, 20]);
}

#[test]
fn where_all_are_markers_the_chip_moves_all_that_it_counts() {
    let mut window = window_on(crowded());
    for _ in 0..12 {
        run(&mut window, Command::ZoomOut);
    }
    let at = head(&window).center();
    drag(&mut window, at, at + egui::vec2(60.0, 0.0));
    window.drop_at(at + egui::vec2(60.0, 0.0));
    window.run();
    let days = days_of_ben(&window);
    assert!(days[..4].iter().all(|day| *day == days[0] && *day != 20), "{days:?}");
    assert_eq!(window.state().document().undo_depth(), 1);
}

#[test]
fn the_fourth_moment_of_a_day_is_seen_as_a_card_and_takes_no_other_away() {
    let mut window = window_on(plan(&[("Alma", &[("One", 9, 2), ("Later", 10, 20)])]));
    for count in 2..=6 {
        run(&mut window, Command::ClearSelection);
        run(&mut window, Command::Add(Kind::Announcement));
        press(&mut window, Modifiers::NONE, Key::Enter);
        let new = card(&window, "Announcement");
        assert!(new.height() >= 100.0, "number {count} is seen as a card: {new:?}");
        assert!(card(&window, "Later").height() >= 100.0, "so is the one that stands alone");
        press(&mut window, Modifiers::NONE, Key::F2);
        window.event(egui::Event::Text(format!("Number {count}")));
        window.run();
        press(&mut window, Modifiers::NONE, Key::Enter);
    }
}

#[test]
fn where_all_are_markers_the_selected_one_is_a_card_all_the_same() {
    let mut window = window_on(crowded());
    for _ in 0..12 {
        run(&mut window, Command::ZoomOut);
    }
    let at = window.get_by_label_contains("4 moments, Ben: ").rect().center();
    assert!(window.query_by_label_contains(": Nine").is_none_or(|node| node.rect().height() < 30.0));
    window.drag_at(at);
    window.step();
    window.drop_at(at);
    window.run();
    assert_eq!(window.state().selection().moments.len(), 4);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    let chosen = window.state().selection().primary().unwrap();
    let of = title(window.state(), chosen);
    let rect = card(&window, &of);
    assert!(rect.width() >= 100.0 && rect.height() >= 40.0, "{of}: {rect:?}");
}

#[test]
fn a_new_moment_of_a_day_stands_behind_those_that_are_there() {
    let mut window = window_on(plan(&[("Alma", &[("One", 9, 2)])]));
    for (kind, name) in
        [(Kind::Announcement, "Announcement"), (Kind::Community, "Community story"), (Kind::Values, "Values story")]
    {
        run(&mut window, Command::ClearSelection);
        run(&mut window, Command::Add(kind));
        press(&mut window, Modifiers::NONE, Key::Enter);
        let lane = &window.state().document().campaign().lanes[0];
        let order = momentboard::analysis::packing::reading_order(window.state().document().campaign(), lane);
        let last = &lane.moments[*order.last().unwrap()];
        assert_eq!(last.title, name, "it was added last");
    }
}

#[test]
fn taking_back_what_made_the_plan_longer_shows_all_of_it_again() {
    let mut window = window_on(plan(&[("Alma", &[("One", 10, 2), ("Two", 12, 12)])]));
    run(&mut window, Command::ZoomFit);
    let before = card(&window, "One");
    run(&mut window, Command::Add(Kind::Announcement));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_ne!(card(&window, "One"), before, "today is before the plan begins");
    run(&mut window, Command::Undo);
    assert!((card(&window, "One").left() - before.left()).abs() < 1.5, "{:?} {before:?}", card(&window, "One"));
}

#[test]
fn a_filter_leads_to_its_first_hit_and_lanes_without_one_are_folded() {
    let names: Vec<String> = (0..40).map(|at| format!("P{at}")).collect();
    let titles: Vec<String> = (0..40).map(|at| if at == 33 { "Needle".to_owned() } else { format!("Straw {at}") }).collect();
    let cards: Vec<[(&str, i8, i8); 1]> = titles.iter().map(|title| [(title.as_str(), 9, 9)]).collect();
    let lanes: Vec<Cards<'_>> = names.iter().map(String::as_str).zip(cards.iter().map(|card| &card[..])).collect();
    let mut window = window_on(plan(&lanes));
    assert!(window.query_by_label_contains(": Needle").is_none(), "it is far below");
    window.get_by_role_and_label(Role::Button, Command::Search.name()).click();
    window.run();
    for c in "needle".chars() {
        window.event(egui::Event::Text(c.to_string()));
        window.step();
    }
    window.run();
    let found = card(&window, "Needle");
    assert!(found.top() > 90.0 && found.bottom() < 900.0, "the board went there: {found:?}");
    let rows: Vec<f32> = window.query_all_by_label("1 moment hidden by the filter").map(|node| node.rect().top()).collect();
    assert!(rows.len() > 8, "folded, many of them have room: {rows:?}");
    assert!(has(&window, "1 of 40 moments shown"));
}

/// What is written in the head of Ben's pile.
fn written_in_head(window: &mut Window, painted: &Painted) -> Vec<String> {
    window.step();
    let pile = window.get_by_label_contains(" moments, Ben: ").rect();
    let layers = painted.layers(window);
    let lines = layers.iter().flat_map(|layer| &layer.lines).filter(|line| pile.contains(line.ink.center()));
    lines.map(|line| line.text.clone()).collect()
}

#[test]
fn the_head_of_a_pile_keeps_its_month_over_the_turn_of_one() {
    let lanes: &[Cards<'_>] =
        &[("Ben", &[("Seven", 9, 28), ("Eight", 9, 29), ("Nine", 9, 30), ("Ten", 10, 1), ("Eleven", 12, 20)])];
    let mut campaign = plan(lanes);
    for at in 0..5 {
        let lane = Arc::make_mut(&mut campaign.lanes[0]);
        let mut more = Moment::clone(&lane.moments[0]);
        more.id = MomentId::parse(&format!("more-{at}")).unwrap();
        lane.moments.push(Arc::new(more));
    }
    let mut window = window_on(campaign);
    let painted = Painted::of(&window.ctx);
    let head = written_in_head(&mut window, &painted);
    assert!(head.iter().any(|text| text.ends_with("28 Sep – 1 Oct")), "the days are whole, however the count is said: {head:?}");
}

#[test]
fn while_a_pile_is_dragged_its_place_says_what_stays_and_why() {
    let mut campaign = crowded();
    let lane = Arc::make_mut(&mut campaign.lanes[1]);
    Arc::make_mut(&mut lane.moments[0]).status = Status::Published;
    let mut window = window_on(campaign);
    let painted = Painted::of(&window.ctx);
    let texts = |window: &Window| -> Vec<String> {
        let layers = painted.layers(window);
        layers.iter().flat_map(|layer| &layer.lines).map(|line| line.text.clone()).collect()
    };
    let at = head(&window).center();
    drag(&mut window, at, at + egui::vec2(260.0, 0.0));
    window.step();
    let seen = texts(&window);
    assert!(seen.iter().any(|text| text == "1 stays: published"), "{seen:?}");
    assert!(!seen.iter().any(|text| text.starts_with("4 moments")), "what is in the hand is no longer counted there: {seen:?}");
    assert!(window.query_by_label_contains("1 moment, Ben: Seven").is_some(), "nor told");
    window.drop_at(at + egui::vec2(260.0, 0.0));
    window.run();
    assert!(!texts(&window).iter().any(|text| text == "1 stays: published"));
    let days = days_of_ben(&window);
    assert!(days[0] == 20 && days[1..4].iter().all(|day| *day != 20), "{days:?}");
}
