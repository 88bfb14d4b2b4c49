//! What comes from other panels: a kind from the palette, an idea from the tray; and cards that the tray takes.

use egui::{DragAndDrop, Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use momentboard::model::{Kind, LaneId, MomentId, PlanId, When};
use momentboard::store::demo;
use momentboard::ui::carry::Carried;

use crate::board::{ASK, VALUES, demo_window, drag_to, rect, today, window};
use crate::host::Host;

/// Picks something up outside of the board, as another panel does, and moves it there.
fn carry(harness: &mut Harness<'_, Host>, what: Carried, to: Pos2) {
    let from = Pos2::new(2.0, 2.0);
    harness.hover_at(from);
    harness.event(Event::PointerButton { pos: from, button: PointerButton::Primary, pressed: true, modifiers: Modifiers::NONE });
    harness.step();
    DragAndDrop::set_payload(&harness.ctx, what);
    for share in [0.4, 0.8, 1.0] {
        harness.hover_at(from + (to - from) * share);
        harness.step();
    }
}

fn let_go(harness: &mut Harness<'_, Host>, at: Pos2) {
    harness.event(Event::PointerButton { pos: at, button: PointerButton::Primary, pressed: false, modifiers: Modifiers::NONE });
    harness.run();
}

/// An empty place in Tobi's lane, some weeks after his last card.
fn spot(harness: &Harness<'_, Host>) -> Pos2 {
    Pos2::new(rect(harness, "Community story, Tobi").right() + 60.0, rect(harness, "Tobi, TikTok 480k, ").top() + 50.0)
}

fn lane_of(harness: &Harness<'_, Host>, id: MomentId) -> Option<LaneId> {
    harness.state().document.index().lane(id)
}

#[test]
fn a_kind_from_the_palette_becomes_a_card_where_it_is_let_go_of() {
    let mut harness = demo_window();
    let at = spot(&harness);
    let lane = harness.state().document.campaign().lanes[1].id;
    carry(&mut harness, Carried::Kind(Kind::Community), at);
    assert!(harness.state().board.is_dragging(), "the board shows where it would go");
    assert!(harness.state().steps.is_empty());
    let_go(&mut harness, at);
    assert_eq!(harness.state().steps, ["Add “Community story”"]);
    let id = harness.state().selection.primary().expect("it is selected");
    assert_eq!(lane_of(&harness, id), Some(lane));
    let (_, moment) = harness.state().document.campaign().moment(id).unwrap();
    assert!(matches!(moment.when, When::On(day) if day > today()));
    assert!(harness.state().asked.contains(&"FocusField title".to_owned()));
    harness.state_mut().document.undo();
    assert_eq!(**harness.state().document.campaign(), demo::fictional(PlanId::default()));
}

#[test]
fn a_product_brought_before_anything_else_says_what_it_would_break() {
    let mut harness = demo_window();
    let first = rect(&harness, "Announcement, Maren");
    carry(&mut harness, Carried::Kind(Kind::Product), first.left_center() - vec2(4.0, 0.0));
    let said = crate::board_hand::written(&harness);
    assert!(said.iter().any(|text| text.contains(" → ")), "findings before and after: {said:?}");
    press_escape(&mut harness);
    assert!(!harness.state().board.is_dragging());
    let_go(&mut harness, first.left_center());
    assert!(harness.state().steps.is_empty(), "Escape gave it up");
}

fn press_escape(harness: &mut Harness<'_, Host>) {
    harness.key_press(Key::Escape);
    harness.step();
}

#[test]
fn an_idea_from_the_tray_comes_into_the_lane_in_one_step() {
    let mut harness = demo_window();
    let idea = harness.state().document.campaign().ideas[0].clone();
    let at = spot(&harness);
    carry(&mut harness, Carried::Idea(idea.id), at);
    let_go(&mut harness, at);
    assert_eq!(harness.state().steps, [format!("Bring “{}” onto the board", idea.title)]);
    assert_eq!(lane_of(&harness, idea.id), Some(harness.state().document.campaign().lanes[1].id));
    assert_eq!(harness.state().selection.moments, [idea.id]);
    harness.state_mut().document.undo();
    assert_eq!(**harness.state().document.campaign(), demo::fictional(PlanId::default()));
}

#[test]
fn away_from_the_board_nothing_is_in_its_hand() {
    let mut harness = demo_window();
    let at = spot(&harness);
    carry(&mut harness, Carried::Kind(Kind::Values), at);
    assert!(harness.state().board.is_dragging());
    harness.hover_at(Pos2::new(400.0, -40.0));
    harness.step();
    harness.step();
    assert!(!harness.state().board.is_dragging());
    let_go(&mut harness, Pos2::new(400.0, -40.0));
    assert!(harness.state().steps.is_empty());
}

#[test]
fn cards_in_the_hand_can_be_taken_by_another_panel() {
    let mut harness = demo_window();
    let from = rect(&harness, VALUES).center();
    drag_to(&mut harness, from, from + vec2(120.0, 0.0));
    let carried = DragAndDrop::payload::<Carried>(&harness.ctx).expect("other panels see it");
    let id =
        harness.state().document.campaign().lanes[1].moments.iter().find(|moment| VALUES.ends_with(&moment.title)).unwrap().id;
    assert_eq!(*carried, Carried::Cards(vec![id]));
    // The tray takes it: the board drops nothing.
    DragAndDrop::clear_payload(&harness.ctx);
    harness.drop_at(from + vec2(120.0, 0.0));
    harness.run();
    assert!(harness.state().steps.is_empty());
    assert!(!harness.state().board.is_dragging());
    assert!(harness.query_by_label_contains(ASK).is_some());
}

#[test]
fn a_lane_that_only_knows_an_order_takes_it_at_a_place_and_makes_room() {
    let mut plan = momentboard::model::Campaign::new(PlanId::default(), "Order");
    let id = |text: &str| momentboard::model::Id::parse(text).unwrap();
    let mut lane = momentboard::model::Lane::empty(LaneId(id("lane")), momentboard::model::LaneKind::Community);
    for at in 1..=3 {
        let mut moment = momentboard::model::Moment::new(MomentId(id(&format!("card{at}"))), Kind::Values, format!("card {at}"));
        moment.when = When::Order(at);
        lane.moments.push(std::sync::Arc::new(moment));
    }
    plan.lanes.push(std::sync::Arc::new(lane));
    let mut harness = window(plan);
    let second = rect(&harness, ": card 2");
    carry(&mut harness, Carried::Kind(Kind::Engage), second.center());
    let_go(&mut harness, second.center());
    assert_eq!(harness.state().steps.len(), 1);
    let campaign = harness.state().document.campaign();
    let mut order: Vec<(i32, String)> = campaign.lanes[0]
        .moments
        .iter()
        .map(|moment| match moment.when {
            When::Order(place) => (place, moment.title.clone()),
            other => panic!("{other:?}"),
        })
        .collect();
    order.sort();
    let titles: Vec<&str> = order.iter().map(|(_, title)| title.as_str()).collect();
    assert_eq!((titles[0], titles[2], titles[3]), ("card 1", "card 2", "card 3"), "{order:?}");
    assert_eq!(order.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [1, 2, 3, 4]);
}
