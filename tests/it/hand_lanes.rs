//! Lanes as a whole: added, renamed, put in order, folded, deleted; and what their menus and the menus of cards offer.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::App;
use momentboard::model::{Campaign, LaneId, LaneKind, Status};
use momentboard::ui::command::Command;

use crate::app_window::*;

fn plan(app: &App) -> Campaign {
    (**app.document().campaign()).clone()
}

fn names(app: &App) -> Vec<String> {
    let campaign = app.document().campaign();
    campaign.lanes.iter().map(|lane| campaign.lane_name(lane).to_owned()).collect()
}

/// The name of a lane at its head.
fn head(window: &Window, name: &str) -> Pos2 {
    let starts = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label.starts_with(name));
    let node = window.query_all_by_role(Role::Heading).find(starts).expect("the lane is in sight");
    node.rect().left_top() + vec2(40.0, 50.0)
}

fn is_one_step(window: &mut Window, before: &Campaign, label: &str) {
    assert_eq!(window.state().document().undo_label(), Some(label));
    assert_eq!(window.state().document().undo_depth(), 1, "one step");
    press(window, Modifiers::COMMAND, Key::Z);
    assert_eq!(plan(window.state()), *before, "undo brings everything back");
}

#[test]
fn lanes_are_added_for_creators_brand_and_community() {
    for (command, kind) in [
        (Command::AddCreator, LaneKind::Creator),
        (Command::AddBrandLane, LaneKind::Brand),
        (Command::AddCommunityLane, LaneKind::Community),
    ] {
        let mut window = window();
        let before = plan(window.state());
        run(&mut window, command);
        let after = plan(window.state());
        assert_eq!(after.lanes.len(), before.lanes.len() + 1);
        let added = after.lanes.last().unwrap();
        assert_eq!((added.kind, Some(added.id)), (kind, window.state().selection().lane));
        let label = window.state().document().undo_label().unwrap().to_owned();
        assert!(label.starts_with("Add a lane for "), "{label}");
        is_one_step(&mut window, &before, &label);
    }
}

#[test]
fn lanes_go_up_and_down_by_key_and_by_hand() {
    let mut window = window();
    let before = plan(window.state());
    let order = names(window.state());
    let at = head(&window, "Tobi");
    press_button(&mut window, at, PointerButton::Primary);
    assert_eq!(window.state().selection().lane, Some(before.lanes[1].id));
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(names(window.state())[0], order[1]);
    is_one_step(&mut window, &before, "Move Tobi Achterberg’s lane");
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(names(window.state())[2], order[1], "undo has selected the lane again");
    is_one_step(&mut window, &before, "Move Tobi Achterberg’s lane");

    // By its name onto the lower half of the last but one lane: below it.
    let from = head(&window, "Maren");
    let to = head(&window, "Kwame") + vec2(0.0, 80.0);
    drag(&mut window, from, to);
    assert_eq!(plan(window.state()), before, "nothing is done before it is let go of");
    window.drop_at(to);
    window.run();
    assert_eq!(names(window.state()), [&order[1], &order[2], &order[0], &order[3]].map(String::as_str));
    is_one_step(&mut window, &before, "Move Maren Solheim’s lane");

    let from = head(&window, "Maren");
    drag(&mut window, from, to);
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.drop_at(to);
    window.run();
    assert_eq!(plan(window.state()), before, "Escape gives it up");
}

#[test]
fn a_lane_is_renamed_at_its_head_by_f2_and_by_a_double_click() {
    let mut window = window();
    let before = plan(window.state());
    let at = head(&window, "Tobi");
    press_button(&mut window, at, PointerButton::Primary);
    press(&mut window, Modifiers::NONE, Key::F2);
    window.event(Event::Text("Tobias Berg".into()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(names(window.state())[1], "Tobias Berg");
    is_one_step(&mut window, &before, "Rename “Tobi Achterberg”");
    double_click(&mut window, at);
    window.get_by_role_and_label(Role::TextInput, "New name");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(plan(window.state()), before);
}

#[test]
fn a_deleted_lane_says_what_went_with_it_and_comes_back_whole() {
    let mut window = window();
    let before = plan(window.state());
    run(&mut window, Command::DeleteLane);
    assert_eq!(plan(window.state()), before, "without a lane selected nothing is guessed");
    let at = head(&window, "Tobi");
    press_button(&mut window, at, PointerButton::Primary);
    run(&mut window, Command::DeleteLane);
    assert_eq!(plan(window.state()).lanes.len(), 3);
    window.get_by_label("Tobi Achterberg’s lane deleted, with 4 moments");
    is_one_step(&mut window, &before, "Delete Tobi Achterberg’s lane");
    assert_eq!(window.state().selection().lane, Some(before.lanes[1].id), "undo shows what came back");
    assert!(window.query_by_label_contains("lane is deleted").is_none(), "it is not said any more");
}

#[test]
fn a_folded_lane_stays_folded_when_the_plan_is_opened_again() {
    let folder = crate::scratch::Scratch::new("hand-fold");
    let path = folder.join("plan.moments");
    let mut window = window();
    let lane = plan(window.state()).lanes[1].id;
    let at = head(&window, "Tobi");
    press_button(&mut window, at, PointerButton::Primary);
    press(&mut window, Modifiers::NONE, Key::F);
    assert!(window.state().folded_lanes().any(|folded| folded == lane));
    assert_eq!(window.state().document().undo_depth(), 0, "folding is no edit");
    press(&mut window, Modifiers::COMMAND, Key::S);
    type_path(&mut window, &path);
    press(&mut window, Modifiers::COMMAND, Key::N);
    assert_eq!(window.state().folded_lanes().count(), 0);
    press(&mut window, Modifiers::COMMAND, Key::O);
    type_path(&mut window, &path);
    assert_eq!(window.state().folded_lanes().collect::<Vec<LaneId>>(), [lane]);
}

#[test]
fn the_menu_of_a_card_sets_the_status_and_moves_it_to_a_lane() {
    let mut window = window();
    let before = plan(window.state());
    let at = card_at(&window, "Values story, Tobi");
    press_button(&mut window, at, PointerButton::Secondary);
    let id = window.state().selection().primary().unwrap();
    assert_eq!(title(window.state(), id), "Last place is still a place", "the menu is about the card under it");
    window.get_by_role_and_label(Role::MenuItem, "Open in the inspector");
    window.get_by_role_and_label(Role::MenuItem, "Delete");
    window.get_by_role_and_label(Role::MenuItem, "Status").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "Scheduled").click();
    window.run();
    assert_eq!(window.state().document().campaign().moment(id).unwrap().1.status, Status::Scheduled);
    is_one_step(&mut window, &before, "Set “Last place is still a place” to scheduled");

    press_button(&mut window, at, PointerButton::Secondary);
    window.get_by_role_and_label(Role::MenuItem, "Move to lane").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "Kwame Adjei").click();
    window.run();
    assert_eq!(lane_of(window.state(), id), before.lanes[2].id);
    is_one_step(&mut window, &before, "Move “Last place is still a place” to Kwame Adjei");
}

#[test]
fn the_menu_of_an_empty_spot_has_all_thirteen_kinds_and_adds_there() {
    let mut window = window();
    let before = plan(window.state());
    let board = window.get_by_role_and_label(Role::Group, "Storyboard").rect();
    let at = Pos2::new(board.right() - 12.0, head(&window, "Tobi").y);
    press_button(&mut window, at, PointerButton::Secondary);
    assert_eq!(window.state().selection().lane, Some(before.lanes[1].id));
    window.get_by_label("Add an announcement here");
    window.get_by_role_and_label(Role::MenuItem, "More").click();
    window.run();
    for kind in ["Origin", "Offer", "Teaser"] {
        window.get_by_role_and_label(Role::MenuItem, kind);
    }
    window.get_by_role_and_label(Role::MenuItem, "Teaser").click();
    window.run();
    let id = window.state().selection().primary().unwrap();
    assert_eq!(lane_of(window.state(), id), before.lanes[1].id);
    is_one_step(&mut window, &before, "Add “Teaser”");
    // A deleted card's id never comes back.
    press_button(&mut window, at, PointerButton::Secondary);
    window.get_by_label("Add an announcement here").click();
    window.run();
    assert_ne!(window.state().selection().primary(), Some(id));
}

#[test]
fn the_menu_of_a_lane_says_why_a_row_is_disabled() {
    let mut window = window();
    let at = head(&window, "Maren");
    press_button(&mut window, at, PointerButton::Secondary);
    let up = window.get_by_role_and_label(Role::MenuItem, "Move the lane up");
    assert!(up.accesskit_node().is_disabled(), "the first lane has none above it");
    up.hover();
    window.run_steps(8);
    window.get_by_label("It is the first lane");
    window.get_by_role_and_label(Role::MenuItem, "Move the lane down").click();
    window.run();
    assert_eq!(names(window.state())[1], "Maren Solheim");
}
