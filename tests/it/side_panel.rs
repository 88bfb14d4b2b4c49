//! The panel on the left, by accessible label: brief, creators, ideas, and what can be added.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{DragAndDrop, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::{Brand, BrandId, Campaign, Creator, CreatorId, Kind, Lane, LaneId, MomentId, Money, PlanId};
use momentboard::store::demo;
use momentboard::ui::carry::Carried;
use momentboard::ui::view::About;

use crate::app_window::*;
use crate::scratch::Scratch;
use crate::side_prefs::start;

fn row_of<'a>(window: &'a Window, words: &'a str) -> egui_kittest::Node<'a> {
    window.get_by_label_contains(words)
}

/// Two clicks in one frame: between frames of a test more time goes by than between the clicks of a hand.
fn double_click(window: &mut Window, pos: egui::Pos2) {
    window.hover_at(pos);
    window.run();
    for pressed in [true, false, true, false] {
        let button = egui::PointerButton::Primary;
        let event = egui::Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE };
        window.input_mut().events.push(event);
    }
    window.run();
}

fn press_button(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::Button, label).click();
    window.run();
}

#[test]
fn sections_fold_and_stay_folded_after_a_restart() {
    let scratch = Scratch::new("side-folds");
    let file = scratch.join("preferences.ron");
    let mut window = start(&file, [1440.0, 900.0]);
    assert!(window.query_by_label_contains("Creator Maren Solheim").is_some());
    press_button(&mut window, "Creators");
    press_button(&mut window, "Brief");
    assert!(window.query_by_label_contains("Creator Maren Solheim").is_none());
    assert!(window.query_by_label("Nobody runs alone").is_none());
    press(&mut window, Modifiers::COMMAND, Key::N);
    press(&mut window, Modifiers::COMMAND, Key::Q);
    let mut window = start(&file, [1440.0, 900.0]);
    assert!(window.query_by_label_contains("Creator Maren Solheim").is_none());
    press_button(&mut window, "Creators");
    assert!(window.query_by_label_contains("Creator Maren Solheim").is_some());
}

#[test]
fn the_brief_says_what_the_plan_is_for_and_what_it_costs() {
    let window = window();
    window.get_by_label("Mend before new");
    window.get_by_label("Ask window: 7 Sep – 16 Nov");
    window.get_by_label("Goal: Consideration");
    window.get_by_label("Budget: €48,800 of €60,000, 81% of the budget is planned");
}

#[test]
fn over_the_budget_is_said_in_words() {
    let mut campaign = demo::fictional(PlanId::default());
    campaign.budget = Money::parse("40000 EUR");
    let window = window_on(campaign);
    window.get_by_label("Budget: €48,800 of €40,000, €8,800 over budget");
}

#[test]
fn an_empty_brief_is_written_where_it_will_stand() {
    let mut campaign = Campaign::new(PlanId::default(), "New campaign");
    campaign.brands.push(Arc::new(Brand::new(BrandId::parse("b").unwrap(), "Lumen")));
    let mut window = window_on(campaign);
    window.get_by_label("What should people feel about the brand by the end?").focus();
    window.run();
    for c in "At home".chars() {
        window.event(egui::Event::Text(c.to_string()));
        window.step();
    }
    let line = |window: &Window| window.state().document().campaign().line.clone();
    assert_eq!(line(&window).as_deref(), Some("At home"), "the field stays while it is written in");
    assert_eq!(window.state().document().undo_depth(), 1, "typing is one step");
    press_button(&mut window, "Shared value");
    for c in "Patience".chars() {
        window.event(egui::Event::Text(c.to_string()));
        window.step();
    }
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().document().campaign().brands[0].values, ["Patience"]);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(window.state().document().campaign().brands[0].values.is_empty());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(line(&window), None);
}

#[test]
fn creators_are_told_with_band_and_findings_and_lead_to_lane_and_page() {
    let mut window = window();
    row_of(&window, "Creator Tobi Achterberg, Introduced, 1 error").click();
    window.run();
    let lane = window.state().selection().lane.unwrap();
    let campaign = window.state().document().campaign().clone();
    assert_eq!(campaign.lane_name(campaign.lane(lane).unwrap()), "Tobi Achterberg");
    assert_eq!(window.state().selection().about, None);
    let row = row_of(&window, "Creator Tobi Achterberg");
    assert_eq!(row.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
    let kwame = row_of(&window, "Creator Kwame").rect().center();
    double_click(&mut window, kwame);
    assert!(matches!(window.state().selection().about, Some(About::Creator(_))));
}

#[test]
fn a_creator_without_a_lane_is_listed_and_opens_the_page() {
    let mut campaign = demo::fictional(PlanId::default());
    campaign.creators.push(Arc::new(Creator::new(CreatorId::parse("ada").unwrap(), "Ada")));
    let mut window = window_on(campaign);
    row_of(&window, "Creator Ada, no lane yet").click_accesskit();
    window.run();
    assert_eq!(window.state().selection().about, Some(About::Creator(CreatorId::parse("ada").unwrap())));
}

#[test]
fn of_two_thousand_creators_only_those_in_sight_are_drawn() {
    let mut campaign = Campaign::new(PlanId::default(), "Many");
    for n in 0..2000 {
        let id = CreatorId::parse(&format!("c{n}")).unwrap();
        campaign.creators.push(Arc::new(Creator::new(id, format!("Creator {n}"))));
        campaign.lanes.push(Arc::new(Lane::of_creator(LaneId::parse(&format!("l{n}")).unwrap(), id)));
    }
    let window = window_on(campaign);
    let rows = window
        .query_all_by_role(Role::Button)
        .filter(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with("Creator Creator")));
    let count = rows.count();
    assert!((4..40).contains(&count), "{count} rows");
    // What comes after the list is still in the window.
    assert!(window.get_by_role_and_label(Role::Button, "Add a product").rect().bottom() < 900.0);
}

#[test]
fn the_palette_adds_by_a_press_and_by_its_keys() {
    let mut window = window();
    let count = |window: &Window| window.state().document().campaign().moment_count();
    let before = count(&window);
    press_button(&mut window, "Add a community story");
    assert_eq!((count(&window), window.state().document().undo_depth()), (before + 1, 1));
    assert!(window.query_by_role_and_label(Role::Button, "Add a repair").is_none());
    press_button(&mut window, "More");
    press_button(&mut window, "Add a repair");
    let id = window.state().selection().primary().unwrap();
    assert_eq!(window.state().document().campaign().moment(id).unwrap().1.kind, Kind::Repair);
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::Num2);
    assert_eq!(count(&window), before + 3);
}

#[test]
fn what_is_dragged_from_the_panel_is_in_the_hand_as_what_it_is() {
    let mut window = window();
    let from = window.get_by_role_and_label(Role::Button, "Add a values story").rect().center();
    drag(&mut window, from, from + egui::vec2(60.0, -40.0));
    assert_eq!(DragAndDrop::payload::<Carried>(&window.ctx).as_deref(), Some(&Carried::Kind(Kind::Values)));
    window.drop_at(from + egui::vec2(60.0, -40.0));
    window.run();
    assert_eq!(window.state().document().undo_depth(), 0, "let go of over the panel nothing comes of it");
    let idea = window.state().document().campaign().ideas[0].clone();
    let from = row_of(&window, "Parked idea, Community story: Pace-group postcards").rect().center();
    drag(&mut window, from, from + egui::vec2(30.0, 30.0));
    assert_eq!(DragAndDrop::payload::<Carried>(&window.ctx).as_deref(), Some(&Carried::Idea(idea.id)));
    press(&mut window, Modifiers::NONE, Key::Escape);
}

#[test]
fn cards_that_are_let_go_of_over_the_tray_are_parked_in_one_step() {
    let mut window = window();
    let campaign = window.state().document().campaign().clone();
    // The first of Maren's is published and stays; the others go.
    let cards: Vec<MomentId> = campaign.lanes[0].moments.iter().map(|moment| moment.id).collect();
    let published = campaign.lanes[0].moments.iter().filter(|moment| moment.is_published()).count();
    let tray = row_of(&window, "Parked idea, Community story: Pace-group postcards").rect().center();
    window.drag_at(egui::pos2(700.0, 400.0));
    window.step();
    DragAndDrop::set_payload(&window.ctx, Carried::Cards(cards.clone()));
    window.hover_at(tray);
    window.step();
    window.drop_at(tray);
    window.run();
    let now = window.state().document().campaign().clone();
    assert_eq!(now.ideas.len(), campaign.ideas.len() + cards.len() - published);
    assert_eq!(now.lanes[0].moments.len(), published);
    assert_eq!(window.state().document().undo_depth(), 1);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(window.state().document().campaign().ideas.len(), campaign.ideas.len());
}

#[test]
fn an_idea_is_selected_by_a_press_and_its_menu_is_about_it() {
    let mut window = window();
    let idea = window.state().document().campaign().ideas[1].id;
    row_of(&window, "Parked idea, Values story").click_secondary();
    window.run();
    assert_eq!(window.state().selection().moments, [idea]);
    window.get_by_role_and_label(Role::MenuItem, "Delete").click();
    window.run();
    assert!(window.state().document().campaign().ideas.iter().all(|other| other.id != idea));
}

#[test]
fn an_empty_tray_says_what_it_is_for() {
    let mut campaign = demo::fictional(PlanId::default());
    campaign.ideas.clear();
    window_on(campaign).get_by_label("Park a moment here when it has no date.");
}

#[test]
fn after_a_deletion_the_status_bar_offers_to_take_it_back_as_long_as_it_is_the_last_step() {
    let mut window = window();
    let id = select(&mut window, "Announcement, Tobi");
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert!(window.state().document().index().place(id).is_none());
    // Below the top bar, whose button is called so, too, when there is nothing to undo.
    let undo = |window: &Window| {
        window.query_all_by_role_and_label(Role::Button, "Undo").filter(|button| button.rect().top() > 800.0).count()
    };
    assert_eq!(undo(&window), 1);
    window.get_by_role_and_label(Role::Button, "Undo").click();
    window.run();
    assert!(window.state().document().index().place(id).is_some());
    assert_eq!(undo(&window), 0);
}

#[test]
fn the_name_of_a_plan_nobody_named_is_replaced_by_what_is_written() {
    let mut campaign = Campaign::new(PlanId::default(), "New campaign");
    campaign.brands.push(Arc::new(Brand::new(BrandId::parse("b").unwrap(), "Lumen")));
    let mut window = window_on(campaign);
    write_in(&mut window, "Campaign name", "Tea");
    assert_eq!(window.state().document().campaign().name, "Tea");
    assert_eq!(window.state().document().undo_depth(), 1);
}

#[test]
fn of_many_creators_it_is_said_how_many_there_are() {
    let mut plan = fictional();
    for number in plan.creators.len()..12 {
        let id = |what: &str| momentboard::model::Id::parse(&format!("{what}{number}")).expect("an id");
        let creator = Creator::new(CreatorId(id("somebody")), format!("Somebody {number}"));
        plan.lanes.push(Arc::new(Lane::of_creator(LaneId(id("theirs")), creator.id)));
        plan.creators.push(Arc::new(creator));
    }
    let note = |window: &Window| {
        let section = window.get_by_role_and_label(Role::Button, "Creators");
        section.accesskit_node().description().unwrap_or_default()
    };
    let mut window = window_on(plan);
    assert_eq!(note(&window), "12 · at plan end");
    run(&mut window, momentboard::ui::command::Command::EditCampaign);
    assert!(has(&window, "12 in all"), "the page of the campaign says it, too");
    // Four creators, the last of whom is half in sight, are no long list.
    assert_eq!(note(&crate::app_window::window()), "at plan end");
}

#[test]
fn asks_of_two_years_are_told_with_their_years() {
    let mut campaign = fictional();
    let lane = campaign.lanes.iter_mut().map(Arc::make_mut).last().unwrap();
    let ask = lane.moments.iter_mut().map(Arc::make_mut).rfind(|moment| moment.kind == Kind::Product).unwrap();
    ask.when = momentboard::model::When::On(momentboard::model::Day::new(2028, 2, 3).unwrap());
    let window = window_on(campaign);
    window.get_by_label("Ask window: 7 Sep 2027 – 3 Feb 2028");
}
