//! One lane as planned and in another order, in the whole window: moved by its arrows, by keys and by hand, proposed by the checker,
//! used as one step, left and found again.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Theme, pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::{Campaign, LaneId, Status};
use momentboard::ui::command::Command;

use crate::app_window::*;
use crate::lanes_compared::compared_in;
use crate::plans;
use crate::raster;
use crate::scratch::Scratch;
use crate::share_window::*;

/// Opens the menu of Tobi's lane and goes to its other order.
pub(crate) fn other_order(window: &mut Window) {
    let starts = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label.starts_with("Tobi"));
    // What is selected has a heading of its own beside the board.
    let heads = window.query_all_by_role(Role::Heading).filter(starts).map(|node| node.rect());
    let head = heads.min_by(|a, b| a.left().total_cmp(&b.left())).expect("the lane is in sight");
    press_button(window, head.left_top() + vec2(40.0, 50.0), PointerButton::Secondary);
    window.get_by_role_and_label(Role::MenuItem, "Compare lanes…").click();
    window.run();
    window.get_by_role_and_label(Role::Dialog, "Compare lanes");
    choose_order(window);
}

fn choose_order(window: &mut Window) {
    window.get_by_role_and_label(Role::ComboBox, "Lane at the right").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "This lane in another order").click();
    window.run();
}

/// The cards of the other order from top to bottom, as they are read out.
pub(crate) fn order(window: &Window) -> Vec<String> {
    let mut rows: Vec<(f32, String)> = window
        .query_all_by_role(Role::ListItem)
        .filter(|node| node.accesskit_node().label().is_some())
        .map(|node| (node.rect().top(), node.accesskit_node().label().unwrap()))
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().map(|(_, said)| said).collect()
}

fn plan(window: &Window) -> Campaign {
    (**window.state().document().campaign()).clone()
}

fn tobi(campaign: &Campaign) -> LaneId {
    campaign.lanes.iter().find(|lane| campaign.lane_name(lane) == "Tobi Achterberg").unwrap().id
}

#[test]
fn the_menu_of_a_lane_compares_it_and_its_other_order_is_used_as_one_step() {
    let mut window = window();
    let before = plan(&window);
    other_order(&mut window);
    let planned = order(&window);
    assert_eq!(planned.len(), 4, "{planned:?}");
    assert!(planned[0].starts_with("20% off the Fjell 2"), "{planned:?}");
    window.get_by_label("Nothing is moved yet: both sides show the plan.");
    assert!(window.get_by_label("Use this order").accesskit_node().is_disabled(), "nothing differs yet");
    assert!(window.get_by_label_contains("Earlier: 20% off").accesskit_node().is_disabled());

    window.get_by_label_contains("Later: 20% off").click();
    window.run();
    let moved = order(&window);
    assert!(moved[1].starts_with("20% off the Fjell 2"), "{moved:?}");
    assert!(moved[1].contains("planned for 7 Sep"), "{moved:?}");
    window.get_by_label("As planned the ask comes before anything is given. In the other order it comes after 1 moment.");
    assert_eq!(plan(&window), before, "nothing of the plan changed");

    click(&mut window, "Use this order");
    assert!(window.query_by_role(Role::Dialog).is_none());
    let document = window.state().document();
    assert_eq!((document.undo_depth(), document.undo_label()), (1, Some("Use another order for “Tobi Achterberg”")));
    let after = plan(&window);
    let days = |campaign: &Campaign| {
        let mut days: Vec<_> =
            campaign.lane(tobi(campaign)).unwrap().moments.iter().map(|moment| format!("{:?}", moment.when)).collect();
        days.sort();
        days
    };
    assert_eq!(days(&after), days(&before), "the dates stayed");
    assert_ne!(after, before);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(plan(&window), before);
}

/// Which of the orders that one can begin with is marked as the one that holds.
fn marked(window: &Window) -> Vec<String> {
    let is_on = |node: &egui_kittest::Node<'_>| node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True);
    let orders = ["As planned", "What the checker proposes", "The ask first"];
    let on = orders.into_iter().filter(|name| is_on(&window.get_by_role_and_label(Role::Button, name)));
    on.map(str::to_owned).collect()
}

#[test]
fn the_order_that_holds_is_marked_and_an_ask_that_is_first_stays_there() {
    let mut window = window();
    other_order(&mut window);
    assert_eq!(marked(&window), ["As planned"]);
    assert!(window.get_by_label("The ask first").accesskit_node().is_disabled(), "Tobi's ask is first already");
    click(&mut window, "What the checker proposes");
    assert_eq!(marked(&window), ["What the checker proposes"]);
    window.get_by_label_contains("Earlier: 20% off").click();
    window.run();
    assert!(marked(&window).is_empty(), "somebody went on from there");
    click(&mut window, "As planned");
    assert_eq!(marked(&window), ["As planned"]);
}

/// A plan in which Tobi's moments have these states, in their order in the file.
pub(crate) fn with_states(states: &[Status]) -> Window {
    let mut campaign = fictional();
    let at = campaign.lanes.iter().position(|lane| campaign.lane_name(lane) == "Tobi Achterberg").unwrap();
    let lane = Arc::make_mut(&mut campaign.lanes[at]);
    for (moment, status) in lane.moments.iter_mut().zip(states) {
        Arc::make_mut(moment).status = *status;
    }
    window_on(campaign)
}

#[test]
fn what_is_approved_is_named_before_it_moves_and_can_stay() {
    let mut window = with_states(&[Status::Approved, Status::Draft, Status::Draft, Status::Draft]);
    let before = plan(&window);
    other_order(&mut window);
    window.get_by_label_contains("Later: 20% off").click();
    window.run();
    click(&mut window, "Use this order");
    window.get_by_role_and_label(Role::Dialog, "Approved moments");
    assert!(has(&window, "“20% off the Fjell 2 with TOBI20” (Approved)"));
    assert_eq!(plan(&window), before, "nothing moves before the answer");
    // Escape goes back to the order, which is as it was.
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(order(&window)[1].starts_with("20% off"));
    // It is all that this order moves: without it nothing would be left of the order, and that is not done quietly.
    click(&mut window, "Use this order");
    assert!(window.get_by_role_and_label(Role::Button, "Leave them where they are").accesskit_node().is_disabled());
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.get_by_label_contains("Later: Last place").click();
    window.run();
    click(&mut window, "Use this order");
    click(&mut window, "Leave them where they are");
    assert!(order(&window)[0].starts_with("20% off"), "it stands where it is planned: {:?}", order(&window));
    assert_eq!(plan(&window), before);
    window.get_by_label_contains("Later: 20% off").click();
    window.run();
    click(&mut window, "Use this order");
    click(&mut window, "Move them too");
    assert!(window.query_by_role(Role::Dialog).is_none());
    assert_eq!(window.state().document().undo_depth(), 1);
    assert_ne!(plan(&window), before);
}

#[test]
fn the_question_is_called_after_what_it_is_about() {
    for (states, title) in [
        ([Status::Scheduled, Status::Draft, Status::Draft, Status::Draft], "Scheduled moments"),
        ([Status::Scheduled, Status::Approved, Status::Draft, Status::Draft], "Approved and scheduled moments"),
    ] {
        let mut window = with_states(&states);
        other_order(&mut window);
        click(&mut window, "What the checker proposes");
        click(&mut window, "Use this order");
        assert!(window.query_by_role_and_label(Role::Dialog, title).is_some(), "{title}: {:?}", order(&window));
    }
}

#[test]
fn what_the_checker_finds_in_either_order_is_seen_without_scrolling() {
    let mut window = compared_in(Theme::Light, [760.0, 900.0], |window| {
        choose_order(window);
    });
    let found = |window: &Window| {
        let line = window
            .query_all_by_role(Role::Status)
            .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with("Findings ")));
        let line = line.expect("the line is there");
        assert!(line.rect().bottom() < 450.0, "{:?}", line.rect());
        line.accesskit_node().label().unwrap_or_default()
    };
    assert!(found(&window).starts_with("Findings in either order: "), "{}", found(&window));
    click(&mut window, "What the checker proposes");
    let said = found(&window);
    assert!(said.starts_with("Findings as planned: ") && said.contains(". In the other order: "), "{said}");
}

#[test]
fn in_a_low_window_it_is_seen_that_there_is_more_and_keys_and_wheel_lead_there() {
    let low = || compared_in(Theme::Light, [760.0, 560.0], choose_order);
    let mut window = low();
    // The handle at the right, though the pointer is nowhere near.
    let is_handle = |shape: &egui::Shape| {
        let egui::Shape::Rect(rect) = shape else { return false };
        let place = rect.rect;
        rect.fill.a() > 90 && place.width() < 8.0 && place.height() > 40.0 && place.left() > 680.0
    };
    assert!(window.output().shapes.iter().any(|clipped| is_handle(&clipped.shape)), "there is more");
    let last = "Asks: 1, both";
    let strip = window.get_by_role_and_label(Role::Button, "Use this order").rect().top();
    let top = |window: &Window| window.query_by_label_contains(last).map_or(f32::INFINITY, |row| row.rect().bottom());
    assert!(top(&window) > strip);
    for _ in 0..4 {
        press(&mut window, Modifiers::NONE, Key::PageDown);
    }
    assert!(top(&window) < strip, "{}", top(&window));
    let mut window = low();
    window.hover_at(pos2(380.0, 280.0));
    for _ in 0..8 {
        let (unit, delta) = (egui::MouseWheelUnit::Point, vec2(0.0, -120.0));
        let (phase, source, modifiers) = (egui::TouchPhase::Move, egui::MouseWheelSource::Unknown, Modifiers::NONE);
        window.event(egui::Event::MouseWheel { unit, delta, phase, source, modifiers });
        window.run();
    }
    assert!(top(&window) < strip, "{}", top(&window));
}

#[test]
fn what_was_selected_stays_so_and_one_sentence_offers_to_undo() {
    let mut window = window();
    let selected = select(&mut window, "Values story, Maren");
    other_order(&mut window);
    window.get_by_label_contains("Later: 20% off").click();
    window.run();
    let chosen = window.state().selection().moments.clone();
    click(&mut window, "Use this order");
    assert_eq!(window.state().selection().moments, chosen);
    assert!(chosen.is_empty() || chosen == [selected]);
    assert!(has(&window, "The other order is used"));
    window.query_all_by_role_and_label(Role::Button, "Undo").last().unwrap().click();
    window.run();
    assert_eq!(window.state().document().undo_depth(), 0);
}

#[test]
fn nothing_is_proposed_where_nothing_is_wrong() {
    let mut campaign = fictional();
    campaign.lanes.retain(|lane| lane.moments.len() == 5);
    campaign.lanes.truncate(1);
    let mut window = window_on(campaign);
    run(&mut window, Command::CompareLanes);
    assert!(window.get_by_label("What the checker proposes").accesskit_node().is_disabled());
}

#[test]
fn a_press_beside_an_order_that_is_tried_leaves_it_open() {
    let mut window = window();
    other_order(&mut window);
    window.get_by_label_contains("Later: 20% off").click();
    window.run();
    let moved = order(&window);
    press_button(&mut window, pos2(20.0, 450.0), PointerButton::Primary);
    assert_eq!(order(&window), moved);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(has(&window, "The other order is kept as long as the plan is open."));
    // Whoever compares again finds what was begun, without choosing it anew.
    run(&mut window, Command::CompareLanes);
    assert_eq!(order(&window), moved);
}

#[test]
fn keys_and_the_hand_move_cards_and_findings_follow() {
    let mut window = window();
    other_order(&mut window);
    let found = |window: &Window| -> Vec<String> {
        let labels = window.query_all_by_label_contains("Open in Tobi Achterberg, in another order: ");
        labels.filter_map(|node| node.accesskit_node().value()).collect()
    };
    let at_first = found(&window);
    assert!(!at_first.is_empty());
    let first = order(&window)[0].clone();
    window.get_by_role_and_label(Role::ListItem, &first).focus();
    window.run();
    for _ in 0..2 {
        press(&mut window, Modifiers::ALT, Key::ArrowDown);
    }
    let moved = order(&window);
    assert!(moved[2].starts_with("20% off"), "{moved:?}");
    assert_ne!(found(&window), at_first, "what is open follows the order");
    // The arrows alone go from card to card.
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    press(&mut window, Modifiers::ALT, Key::ArrowUp);
    let again = order(&window);
    assert_eq!(again[0].split(',').next(), moved[1].split(',').next(), "{again:?}");

    let row = |window: &Window, at: usize| {
        let said = order(window)[at].clone();
        window.get_by_role_and_label(Role::ListItem, &said).rect()
    };
    let (from, to) = (row(&window, 3), row(&window, 0));
    let last = order(&window)[3].clone();
    drag(&mut window, from.left_center() + vec2(60.0, 0.0), to.left_top() + vec2(60.0, 2.0));
    window.drop_at(to.left_top() + vec2(60.0, 2.0));
    window.run();
    assert_eq!(order(&window)[0].split(',').next(), last.split(',').next());
    assert_eq!(window.state().document().undo_depth(), 0);
}

#[test]
fn the_checker_proposes_an_order_with_less_open() {
    let mut window = window();
    other_order(&mut window);
    let open = |window: &Window| window.query_all_by_label_contains("Open in Tobi Achterberg, in another order: ").count();
    let before = open(&window);
    click(&mut window, "What the checker proposes");
    assert!(open(&window) < before, "{} of {before}", open(&window));
    click(&mut window, "As planned");
    assert_eq!(open(&window), before);
    assert!(window.get_by_label("Use this order").accesskit_node().is_disabled());
}

#[test]
fn the_ask_can_come_first_in_a_lane_that_gives_first() {
    let mut window = window();
    run(&mut window, Command::CompareLanes);
    // Maren stands at the right; her lane comes to the left.
    window.get_by_role_and_label(Role::ComboBox, "Lane at the left").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "Maren Solheim").click();
    window.run();
    choose_order(&mut window);
    click(&mut window, "The ask first");
    assert_eq!(marked(&window), ["The ask first"]);
    // Her announcement is out, and stays where it is.
    window.get_by_label("As planned the first ask comes after 3 moments, in the other order after 1 moment.");
    assert!(window.query_all_by_label("First ask: 28 Oct, beside 16 Sep").next().is_some());
    let why = window.get_by_label("Later: Why I said yes to Northbound");
    assert!(why.accesskit_node().is_disabled());
    assert_eq!(why.accesskit_node().description().as_deref(), Some("Published moments stay where they are"));
    let row = window.query_all_by_role(Role::ListItem).filter(|row| row.accesskit_node().description().is_some());
    assert_eq!(row.count(), 1, "and so does the row itself");
    assert!(has(&window, "1 moment before the ask is published and stays there."), "why the ask is not the very first");
    click(&mut window, "As planned");
    assert!(!has(&window, "1 moment before the ask"));
}

/// How many of what the table counts on the right side is listed there.
#[test]
fn as_many_findings_are_listed_as_are_counted() {
    let mut window = window();
    other_order(&mut window);
    click(&mut window, "Earlier: So… I joined a running brand");
    assert!(has(&window, "Findings: 1 error, 2 warnings, beside 3 warnings, 1 hint"));
    let listed = window.query_all_by_label_contains("Open in Tobi Achterberg, in another order: ").count();
    assert_eq!(listed, 4);
}

#[test]
fn an_order_that_was_begun_is_found_again_and_an_untouched_one_is_not_kept() {
    let mut window = window();
    other_order(&mut window);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_role(Role::Dialog).is_none(), "nothing is asked");
    other_order(&mut window);
    window.get_by_label_contains("Later: 20% off").click();
    window.run();
    let moved = order(&window);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_role(Role::Dialog).is_none(), "nothing is asked");
    other_order(&mut window);
    assert_eq!(order(&window), moved);
    // The plan goes on, and the order with it.
    press(&mut window, Modifiers::NONE, Key::Escape);
    select(&mut window, "Values story, Tobi");
    run(&mut window, Command::Delete);
    other_order(&mut window);
    let after = order(&window);
    assert_eq!(after.len(), 3, "{after:?}");
    assert!(!after.iter().any(|said| said.contains("Last place is still a place")));
}

#[test]
fn a_lane_that_is_alone_is_compared_with_itself() {
    let mut campaign = fictional();
    campaign.lanes.truncate(1);
    let mut window = window_on(campaign);
    run(&mut window, Command::CompareLanes);
    window.get_by_role_and_label(Role::Dialog, "Compare lanes");
    assert!(!order(&window).is_empty());
    window.get_by_label("Maren Solheim, in another order");
}

/// A plan with one lane of that many moments.
fn long_lane(moments: usize) -> Window {
    let mut window = window_on(plans::large_plan(7, moments, 1));
    run(&mut window, Command::CompareLanes);
    window
}

/// How many shapes a frame has.
fn shapes(window: &Window) -> usize {
    window.output().shapes.len()
}

#[test]
fn of_a_lane_of_thousands_only_what_is_in_sight_is_drawn() {
    let (short, long) = (long_lane(300), long_lane(2000));
    assert!((8..=40).contains(&order(&long).len()), "{} rows", order(&long).len());
    assert_eq!(order(&long).len(), order(&short).len());
    let (few, many) = (shapes(&short), shapes(&long));
    assert!(many < few * 3 / 2, "{few} shapes of 300 moments, {many} of 2,000");
}

#[test]
fn keys_lead_to_cards_that_are_not_drawn() {
    let mut window = long_lane(2000);
    let first = order(&window)[0].clone();
    window.get_by_role_and_label(Role::ListItem, &first).focus();
    window.run();
    let focused = |window: &Window| {
        let rows = window.query_all_by_role(Role::ListItem).filter(egui_kittest::Node::is_focused);
        rows.map(|row| (row.accesskit_node().label().unwrap_or_default(), row.rect())).next().expect("a card has the keyboard")
    };
    press(&mut window, Modifiers::NONE, Key::End);
    window.run();
    let (last, place) = focused(&window);
    assert_ne!(last, first);
    assert!(place.top() > 0.0 && place.bottom() < 900.0, "it is scrolled into sight: {place:?}");
    assert_eq!(order(&window).last(), Some(&last));
    press(&mut window, Modifiers::ALT, Key::ArrowUp);
    window.run();
    let moved = focused(&window).0;
    assert_eq!(moved.split(',').next(), last.split(',').next(), "the card that was moved keeps the keyboard");
    assert_ne!(order(&window).last(), Some(&moved), "and is elsewhere");
    press(&mut window, Modifiers::NONE, Key::Home);
    window.run();
    assert_eq!(focused(&window).0.split(',').next(), first.split(',').next());
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(focused(&window).0, order(&window)[1]);
}

#[test]
fn who_looks_on_sees_orders_without_what_is_internal() {
    let mut window = window();
    select(&mut window, "Product, Tobi");
    press(&mut window, Modifiers::NONE, Key::F5);
    press(&mut window, Modifiers::NONE, Key::C);
    choose_order(&mut window);
    for internal in ["Fees", "Findings", "Open in", "What the checker proposes", "Use this order", "Share…"] {
        assert!(!has(&window, internal), "{internal} is not for those who look on");
    }
    assert_eq!(order(&window).len(), 4);
}

#[test]
fn what_is_tried_is_shared_as_a_page_and_the_plan_stays_as_it_is() {
    let folder = Scratch::new("lanes-reordered");
    let mut window = window();
    let before = plan(&window);
    other_order(&mut window);
    window.get_by_label_contains("Later: 20% off").click();
    window.run();
    click(&mut window, "Share…");
    window.get_by_role_and_label(Role::Dialog, "Share this storyboard");
    assert!(is_chosen(&window, Role::RadioButton, "Internal"), "it is the team's before anybody says otherwise");
    choose_tile(&mut window, "Markdown");
    assert!(is_chosen(&window, Role::CheckBox, "Comparison"));
    let right = window.get_by_role_and_label(Role::ComboBox, "Compared at the right");
    assert_eq!(right.accesskit_node().value().as_deref(), Some("Tobi Achterberg in another order"));
    let path = folder.join("orders.md");
    export_to(&mut window, "Markdown", &path);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("**Tobi Achterberg, as planned and in another order**"), "{text}");
    assert!(text.contains("In the other order it comes after 1 moment"), "{text}");
    assert_eq!(plan(&window), before);
}

#[test]
fn a_comparison_is_no_part_of_a_deck_before_somebody_wants_it() {
    let mut window = window();
    open_share(&mut window);
    choose_tile(&mut window, "Markdown");
    assert!(!is_chosen(&window, Role::CheckBox, "Comparison"));
    assert!(window.query_by_role_and_label(Role::ComboBox, "Compared at the left").is_none());
    window.get_by_role_and_label(Role::CheckBox, "Comparison").click();
    window.run();
    window.get_by_role_and_label(Role::ComboBox, "Compared at the left");
    window.get_by_role_and_label(Role::ComboBox, "Compared at the right").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "Kwame Adjei").click();
    window.run();
    let right = window.get_by_role_and_label(Role::ComboBox, "Compared at the right");
    assert_eq!(right.accesskit_node().value().as_deref(), Some("Kwame Adjei"));
    choose_tile(&mut window, "Creator");
    assert!(window.query_by_role_and_label(Role::CheckBox, "Comparison").is_none(), "a creator sees one lane");
}

fn reordered_in(theme: Theme, size: [f32; 2]) -> Window {
    compared_in(theme, size, |window| {
        choose_order(window);
        window.get_by_label_contains("Later: 20% off").click();
        window.run();
    })
}

#[test]
fn an_order_looks_like_that_in_light() {
    raster::assert_golden(&mut reordered_in(Theme::Light, [1440.0, 900.0]), "lanes-reordered-light");
}

#[test]
fn and_in_dark() {
    raster::assert_golden(&mut reordered_in(Theme::Dark, [1440.0, 900.0]), "lanes-reordered-dark");
}

#[test]
fn and_in_a_narrow_window() {
    raster::assert_golden(&mut reordered_in(Theme::Light, [760.0, 900.0]), "lanes-reordered-narrow");
}
