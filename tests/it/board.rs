//! The board by accessible label: what is on it, what a click and a drag do, and that it rests when nothing moves.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Pos2, Rect, Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::{Campaign, Day, Id, Kind, Lane, LaneId, LaneKind, Moment, MomentId, PlanId, When};
use momentboard::store::demo;

use crate::host::Host;
use crate::{plans, raster};

pub(crate) const SIZE: [f32; 2] = [924.0, 736.0];
/// How the names of cards begin: Tobi's ask, about which something is found, and a card about which nothing is.
pub(crate) const ASK: &str = "Product, Tobi, 7 Sep, ";
pub(crate) const VALUES: &str = "Values story, Tobi, 12 Oct: Last place is still a place";

pub(crate) fn today() -> Day {
    Day::new(2027, 9, 2).expect("a day")
}

pub(crate) fn window(campaign: Campaign) -> Harness<'static, Host> {
    window_of(campaign, SIZE)
}

pub(crate) fn window_of(campaign: Campaign, size: [f32; 2]) -> Harness<'static, Host> {
    let host = Host::new(campaign, today());
    // Names in scripts that the shipped fonts lack are drawn with fonts of the system, which a test does not have.
    // A journey with the ring at its end takes a few frames more than the four that are usual.
    let builder = raster::builder(Theme::Light, size).allow_missing_glyphs().with_max_steps(12);
    let mut harness = builder.build_ui_state(|ui, host: &mut Host| host.ui(ui), host);
    harness.run();
    harness.state_mut().asked.clear();
    harness
}

pub(crate) fn demo_window() -> Harness<'static, Host> {
    window(demo::fictional(PlanId::default()))
}

pub(crate) fn rect(harness: &Harness<'_, Host>, label: &str) -> Rect {
    harness.get_by_label_contains(label).rect()
}

/// Takes a card up and moves it there in a few steps, without letting go.
pub(crate) fn drag_to(harness: &mut Harness<'_, Host>, from: Pos2, to: Pos2) {
    harness.hover_at(from);
    harness.run();
    harness.drag_at(from);
    harness.run();
    for share in [0.2, 0.6, 1.0] {
        harness.hover_at(from + (to - from) * share);
        harness.run();
    }
}

pub(crate) fn labels(harness: &Harness<'_, Host>) -> Vec<String> {
    harness.root().children_recursive().filter_map(|node| node.accesskit_node().label()).collect()
}

fn when(harness: &Harness<'_, Host>, title: &str) -> (String, String) {
    let campaign = harness.state().document.campaign();
    let find = |lane: &Arc<Lane>| {
        let moment = lane.moments.iter().find(|moment| moment.title == title)?;
        Some((campaign.lane_name(lane).to_owned(), campaign.day_of(moment.when).map(Day::short).unwrap_or_default()))
    };
    campaign.lanes.iter().find_map(find).expect("the card is in a lane")
}

pub(crate) fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

#[test]
fn the_demo_campaign_is_there_lane_by_lane() {
    let harness = demo_window();
    let labels = labels(&harness);
    assert_eq!(labels.iter().filter(|label| label.contains("Maren")).count(), 6, "{labels:?}");
    for label in [
        ASK,
        VALUES,
        "Announcement, Maren, 1 Sep: Why I said yes to Northbound",
        "Community story, Kwame, 25 Nov: The walk back, with 40 runners",
        "Tobi, TikTok 480k, ",
        "Maren, Instagram 214k, ",
    ] {
        assert!(labels.iter().any(|known| known.starts_with(label)), "{label} in {labels:?}");
    }
    // The worst finding is part of the card's name.
    let found = harness.state().deriver.derived.lanes[1].findings[0].title.to_lowercase();
    let ask = labels.iter().find(|label| label.starts_with(ASK)).expect("the ask").to_lowercase();
    assert!(ask.contains(&found), "{ask}: {found}");
}

#[test]
fn the_whole_plan_fits_at_first() {
    let harness = demo_window();
    for label in labels(&harness).iter().filter(|label| label.contains(": ") && label.contains(", ")) {
        let card = rect(&harness, label);
        assert!(card.left() >= 88.0 && card.right() <= SIZE[0], "{label}: {card:?}");
    }
    assert!(harness.state().board.fits());
}

#[test]
fn a_click_selects_and_the_background_clears() {
    let mut harness = demo_window();
    harness.get_by_label(VALUES).click();
    harness.run();
    let selected: Vec<String> = harness.state().selection.moments.iter().map(|id| harness.state().title(*id)).collect();
    assert_eq!(selected, ["Last place is still a place"]);
    harness.get_by_label_contains(ASK).click_modifiers(Modifiers::COMMAND);
    harness.run();
    assert_eq!(harness.state().selection.moments.len(), 2, "Ctrl adds");
    // Right of Tobi's last card.
    let lane = rect(&harness, "Tobi, TikTok 480k, ");
    let empty = Pos2::new(SIZE[0] - 20.0, lane.top() + 40.0);
    harness.hover_at(empty);
    harness.drag_at(empty);
    harness.drop_at(empty);
    harness.run();
    assert!(harness.state().selection.moments.is_empty(), "{:?}", harness.state().asked);
    assert!(harness.state().steps.is_empty());
}

#[test]
fn a_lane_is_selected_by_its_name() {
    let mut harness = demo_window();
    harness.get_by_label_contains("Kwame, YouTube 96k, ").click();
    harness.run();
    let lane = harness.state().selection.lane;
    assert_eq!(lane, Some(harness.state().document.campaign().lanes[2].id));
}

#[test]
fn a_narrow_window_names_each_lane_in_a_line_above_it() {
    for width in [720.0, 760.0, 899.0] {
        let host = Host::new(demo::fictional(PlanId::default()), today());
        let builder = raster::builder(Theme::Light, [width, 736.0]).allow_missing_glyphs();
        let mut harness = builder.build_ui_state(|ui, host: &mut Host| host.ui(ui), host);
        harness.state_mut().board.fit();
        harness.run();
        let mut cards = 0;
        for name in ["Maren", "Tobi", "Kwame", "Inês"] {
            let is_line = |label: Option<String>| label.unwrap_or_default().starts_with(&format!("{name}, "));
            let mut lines = harness.query_all_by_role(Role::Heading).filter(|node| is_line(node.accesskit_node().label()));
            let line = lines.next().expect("each lane has its line").rect();
            assert!(line.width() > width - 60.0, "{name} at {width}: {line}");
            assert!((line.height() - 29.0).abs() < 0.5, "{name} at {width}: {line}");
            for card in harness.query_all_by_label_contains(&format!(", {name}, ")) {
                let card = card.rect();
                assert!(card.top() >= line.bottom() && card.bottom() < line.bottom() + 170.0, "{card} below {line}");
                cards += 1;
            }
        }
        assert_eq!(cards, 17, "all cards at {width}");
        harness.get_by_label_contains("Kwame, YouTube").click();
        harness.run();
        assert!(harness.state().selection.lane.is_some(), "the line selects its lane");
    }
}

#[test]
fn enter_and_double_click_go_to_the_title() {
    let mut harness = demo_window();
    let find = |lane: &Arc<Lane>| lane.moments.iter().find(|moment| VALUES.ends_with(&moment.title)).map(|moment| moment.id);
    let id = harness.state().document.campaign().lanes.iter().find_map(find).expect("the card");
    harness.state_mut().board.focus(id);
    harness.run();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.state().asked.contains(&"FocusField title".to_owned()), "{:?}", harness.state().asked);
    assert_eq!(harness.state().selection.moments.len(), 1);
}

#[test]
fn dragging_in_time_is_one_step_with_the_day_it_showed() {
    let mut harness = demo_window();
    let from = rect(&harness, ASK).center();
    let week = harness.state().board.px_per_day().expect("drawn") as f32 * 7.0;
    drag_to(&mut harness, from, from + vec2(week, 0.0));
    assert!(harness.state().steps.is_empty(), "nothing is done before the card is let go");
    assert!(harness.state().board.is_dragging());
    harness.drop_at(from + vec2(week, 0.0));
    harness.run();
    assert_eq!(harness.state().steps, ["Move “20% off the Fjell 2 with TOBI20”"]);
    assert_eq!(when(&harness, "20% off the Fjell 2 with TOBI20"), ("Tobi Achterberg".into(), "14 Sep".into()));
    assert!(!harness.state().board.is_dragging());
    harness.state_mut().document.undo();
    assert_eq!(when(&harness, "20% off the Fjell 2 with TOBI20").1, "7 Sep", "one undo takes it back");
}

#[test]
fn dragging_to_another_lane_is_one_step() {
    let mut harness = demo_window();
    let from = rect(&harness, VALUES).center();
    let down = rect(&harness, "Kwame, YouTube 96k, ").top() - rect(&harness, "Tobi, TikTok 480k, ").top();
    drag_to(&mut harness, from, from + vec2(0.0, down));
    harness.drop_at(from + vec2(0.0, down));
    harness.run();
    assert_eq!(harness.state().steps.len(), 1);
    assert_eq!(when(&harness, "Last place is still a place"), ("Kwame Adjei".into(), "12 Oct".into()));
    assert!(labels(&harness).iter().any(|label| label.starts_with("Values story, Kwame, 12 Oct")));
}

#[test]
fn escape_and_dropping_in_place_leave_no_step() {
    let mut harness = demo_window();
    let from = rect(&harness, ASK).center();
    drag_to(&mut harness, from, from + vec2(90.0, 0.0));
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!harness.state().board.is_dragging());
    harness.drop_at(from + vec2(90.0, 0.0));
    harness.run();
    drag_to(&mut harness, from, from + vec2(90.0, 20.0));
    harness.hover_at(from);
    harness.run();
    harness.drop_at(from);
    harness.run();
    assert!(harness.state().steps.is_empty(), "{:?}", harness.state().steps);
    assert_eq!(when(&harness, "20% off the Fjell 2 with TOBI20").1, "7 Sep");
}

#[test]
fn a_published_card_stays_and_a_group_moves_together() {
    let mut harness = demo_window();
    let published = rect(&harness, "Announcement, Maren, 1 Sep: Why I said yes to Northbound").center();
    drag_to(&mut harness, published, published + vec2(120.0, 0.0));
    harness.drop_at(published + vec2(120.0, 0.0));
    harness.run();
    assert!(harness.state().steps.is_empty(), "what is out stays");

    let ids: Vec<MomentId> = harness.state().document.campaign().lanes[1].moments.iter().map(|moment| moment.id).collect();
    harness.state_mut().selection.moments = ids;
    harness.run();
    let from = rect(&harness, VALUES).center();
    let day = harness.state().board.px_per_day().expect("drawn") as f32;
    drag_to(&mut harness, from, from + vec2(day * 3.0, 0.0));
    harness.drop_at(from + vec2(day * 3.0, 0.0));
    harness.run();
    assert_eq!(harness.state().steps, ["Move 4 moments"]);
    assert_eq!(when(&harness, "20% off the Fjell 2 with TOBI20").1, "10 Sep");
    assert_eq!(when(&harness, "Your slowest mile, on camera").1, "5 Nov");
}

#[test]
fn a_board_at_rest_asks_for_nothing() {
    let mut harness = demo_window();
    for _ in 0..60 {
        harness.step();
        let delays: Vec<_> = harness.output().viewport_output.values().map(|output| output.repaint_delay).collect();
        assert!(delays.iter().all(|delay| delay.as_secs() > 3600), "{delays:?}");
    }
    assert!(harness.state().asked.is_empty(), "{:?}", harness.state().asked);
}

#[test]
fn pictures_are_asked_for_once() {
    let host = Host::new(demo::fictional(PlanId::default()), today());
    let mut harness = raster::builder(Theme::Light, SIZE).build_ui_state(|ui, host: &mut Host| host.ui(ui), host);
    harness.run_steps(10);
    let asked = harness.state().asked.iter().filter(|asked| *asked == "NeedPicture").count();
    assert_eq!(asked, harness.state().document.campaign().pictures.len());
}

#[test]
fn zooming_keeps_what_is_under_the_pointer_and_far_out_cards_become_markers() {
    let mut harness = demo_window();
    let before = rect(&harness, ASK);
    harness.hover_at(before.center());
    harness.event(Event::Zoom(1.3));
    harness.run();
    let after = rect(&harness, ASK);
    assert!((after.center().x - before.center().x).abs() < 45.0, "{before:?} {after:?}");
    assert!(!harness.state().board.fits());
    harness.state_mut().board.zoom_to(3.0);
    harness.run();
    assert!(rect(&harness, ASK).width() < 30.0);
    harness.state_mut().board.zoom_to(20.0);
    let ask = harness.state().document.campaign().lanes[1].moments[0].id;
    harness.state_mut().board.reveal(ask);
    harness.run();
    assert!((rect(&harness, ASK).width() - 224.0).abs() < 1.0);
}

#[test]
fn revealing_brings_a_card_into_view() {
    let mut harness = window(plans::large_plan(3, 4_000, 40));
    harness.state_mut().board.zoom_to(10.0);
    harness.run();
    let moment = harness.state().document.campaign().lanes[37].moments[60].clone();
    harness.state_mut().board.reveal(moment.id);
    harness.run();
    let labels = labels(&harness);
    assert!(labels.iter().any(|label| label.contains(&moment.title)), "{} in {labels:?}", moment.title);
    assert!(labels.len() < 60, "only what is seen has a name: {}", labels.len());
}

/// Lanes that have no curve, cards without a day, and days at both ends of the calendar.
fn odd_plan() -> Campaign {
    let mut plan = Campaign::new(PlanId::default(), "Odd");
    for (name, kind, whens) in [
        ("order", LaneKind::Community, vec![When::Order(1), When::Order(2), When::Order(3)]),
        ("loose", LaneKind::Brand, vec![When::On(Day::MIN), When::Undated]),
        ("far", LaneKind::Community, vec![When::On(Day::MAX), When::Relative(i32::MAX), When::Relative(i32::MIN)]),
        ("none", LaneKind::Community, vec![]),
    ] {
        let mut lane = Lane::empty(LaneId(id(name)), kind);
        lane.name = Some(name.to_owned());
        for (at, when) in whens.into_iter().enumerate() {
            let mut moment = Moment::new(MomentId(id(&format!("{name}{at}"))), Kind::Values, format!("{name} {at}"));
            moment.when = when;
            lane.moments.push(Arc::new(moment));
        }
        plan.lanes.push(Arc::new(lane));
    }
    plan
}

#[test]
fn days_at_the_ends_of_the_calendar_do_no_harm() {
    let mut harness = window(odd_plan());
    for zoom in [0.25, 8.0, 1e9] {
        harness.state_mut().board.zoom_to(zoom);
        harness.run();
        let far = harness.state().document.campaign().lanes[2].moments[0].id;
        harness.state_mut().board.reveal(far);
        harness.run();
        assert!(labels(&harness).iter().any(|label| label.contains("far 0")), "at {zoom}");
    }
    harness.state_mut().board.go_to_today();
    harness.state_mut().board.fit();
    harness.run();
}

#[test]
fn an_order_only_lane_is_reordered_by_dragging() {
    let mut plan = odd_plan();
    plan.lanes.truncate(1);
    let mut harness = window(plan);
    let first = rect(&harness, "Values story, order, No. 1: order 0").center();
    let last = rect(&harness, "Values story, order, No. 3: order 2").center();
    drag_to(&mut harness, first, last);
    harness.drop_at(last);
    harness.run();
    assert_eq!(harness.state().steps.len(), 1);
    let labels = labels(&harness);
    for label in ["No. 1: order 1", "No. 2: order 2", "No. 3: order 0"] {
        assert!(labels.iter().any(|known| known.ends_with(label)), "{label} in {labels:?}");
    }
}

#[test]
fn any_plan_can_be_drawn_at_any_zoom() {
    for seed in 0..12 {
        let mut harness = window(plans::random_plan(seed));
        for zoom in [0.3, 5.0, 9.0, 25.0] {
            harness.state_mut().board.zoom_to(zoom);
            harness.run();
        }
        assert!(harness.state().steps.is_empty());
    }
}

#[test]
fn an_empty_plan_says_what_comes_first() {
    let mut harness = window(Campaign::new(PlanId::default(), "Empty"));
    harness.run();
    assert!(harness.state().asked.is_empty());
    assert_eq!(labels(&harness), ["Storyboard"]);
}
