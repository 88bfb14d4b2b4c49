//! The board by accessible label: what is on it, what a click and a drag do, and that it rests when nothing moves.

use std::sync::Arc;

use egui::{Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, Rect, Shape, Theme, TouchPhase, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::check::{Options, fixes};
use momentboard::edit::{Step, draw_fresh_ids};
use momentboard::model::{Campaign, Day, Id, IdSource, Kind, Lane, LaneId, LaneKind, Moment, MomentId, PlanId, When};
use momentboard::store::demo;

use crate::host::Host;
use crate::{plans, raster};

const SIZE: [f32; 2] = [924.0, 736.0];
/// How the names of cards begin: Tobi's ask, about which something is found, and a card about which nothing is.
const ASK: &str = "Product, Tobi, 7 Sep, ";
const VALUES: &str = "Values story, Tobi, 12 Oct: Last place is still a place";

fn today() -> Day {
    Day::new(2027, 9, 2).expect("a day")
}

fn window(campaign: Campaign) -> Harness<'static, Host> {
    window_of(campaign, SIZE)
}

fn window_of(campaign: Campaign, size: [f32; 2]) -> Harness<'static, Host> {
    let host = Host::new(campaign, today());
    // Names in scripts that the shipped fonts lack are drawn with fonts of the system, which a test does not have.
    let builder = raster::builder(Theme::Light, size).allow_missing_glyphs();
    let mut harness = builder.build_ui_state(|ui, host: &mut Host| host.ui(ui), host);
    harness.run();
    harness.state_mut().asked.clear();
    harness
}

fn demo_window() -> Harness<'static, Host> {
    window(demo::fictional(PlanId::default()))
}

fn rect(harness: &Harness<'_, Host>, label: &str) -> Rect {
    harness.get_by_label_contains(label).rect()
}

/// Takes a card up and moves it there in a few steps, without letting go.
fn drag_to(harness: &mut Harness<'_, Host>, from: Pos2, to: Pos2) {
    harness.hover_at(from);
    harness.run();
    harness.drag_at(from);
    harness.run();
    for share in [0.2, 0.6, 1.0] {
        harness.hover_at(from + (to - from) * share);
        harness.run();
    }
}

fn labels(harness: &Harness<'_, Host>) -> Vec<String> {
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

fn id(text: &str) -> Id {
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
    assert!(ask.ends_with(&found), "{ask}: {found}");
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
fn enter_and_double_click_go_to_the_title() {
    let mut harness = demo_window();
    harness.get_by_label(VALUES).focus();
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

/// What is written in the strip of the axis where ticks and pills are: the words and where they lie.
fn on_axis(harness: &Harness<'_, Host>) -> Vec<(String, Rect)> {
    let top = rect(harness, "Storyboard").top();
    let mut found = Vec::new();
    let mut look = |shape: &Shape, clip: Rect| {
        if let Shape::Text(text) = shape {
            let place = text.galley.rect.translate(text.pos.to_vec2());
            if (top - 22.0..top).contains(&place.center().y) && clip.intersects(place) {
                found.push((text.galley.text().to_owned(), place));
            }
        }
    };
    for clipped in &harness.output().shapes {
        look(&clipped.shape, clipped.clip_rect);
    }
    // The year in the corner is not a label of the axis.
    found.retain(|(_, place)| place.left() > 88.0);
    found
}

fn shown_on_axis(harness: &Harness<'_, Host>, text: &str) -> bool {
    on_axis(harness).iter().any(|(words, _)| words == text)
}

/// Everything that is written anywhere.
fn written(harness: &Harness<'_, Host>) -> Vec<String> {
    let text = |shape: &Shape| if let Shape::Text(text) = shape { Some(text.galley.text().to_owned()) } else { None };
    harness.output().shapes.iter().filter_map(|clipped| text(&clipped.shape)).collect()
}

#[test]
fn a_longer_run_up_keeps_its_cards_readable() {
    let mut harness = demo_window();
    let finding = Arc::clone(&harness.state().deriver.derived.lanes[1].findings[0]);
    let campaign = Arc::clone(harness.state().document.campaign());
    let options = Options { profile: None, today: Some(today()) };
    let offered = fixes(&campaign, &finding, &options, &mut IdSource::seeded(1));
    let mut edits = offered.into_iter().max_by_key(|fix| fix.edits.len()).expect("a fix").edits;
    draw_fresh_ids(&mut edits, &mut IdSource::seeded(2));
    let host = harness.state_mut();
    host.document.edit(Step::new("Add a run-up", edits), std::time::Duration::ZERO).expect("the fix applies");
    host.deriver.update(host.document.campaign(), host.document.revision(), &Options::default());
    harness.run();
    assert!(harness.state().document.campaign().lanes[1].moments.len() > 4);
    let labels = labels(&harness);
    for label in labels.iter().filter(|label| label.contains(", Tobi, ")) {
        assert!(rect(&harness, label).width() > 100.0, "{label}");
    }
}

#[test]
fn the_names_at_the_left_stand_for_the_first_day_in_view() {
    let mut harness = demo_window();
    harness.state_mut().board.zoom_to(20.0);
    harness.run();
    let ask = harness.state().document.campaign().lanes[1].moments[2].id;
    harness.state_mut().board.reveal(ask);
    harness.run();
    let from = rect(&harness, VALUES).center();
    drag_to(&mut harness, from, Pos2::new(20.0, from.y));
    harness.drop_at(Pos2::new(20.0, from.y));
    harness.run();
    assert_eq!(harness.state().steps.len(), 1);
    let label = labels(&harness).into_iter().find(|label| label.ends_with(": Last place is still a place")).expect("in view");
    assert!(rect(&harness, &label).right() > 88.0, "{label}");
}

#[test]
fn outside_every_lane_nothing_is_taken() {
    let mut harness = window_of(demo::fictional(PlanId::default()), [924.0, 900.0]);
    let from = rect(&harness, VALUES).center();
    for outside in [Pos2::new(from.x, 880.0), Pos2::new(from.x + 100.0, 30.0)] {
        drag_to(&mut harness, from, outside);
        assert!(shown_on_axis(&harness, "No lane here"), "{:?}", on_axis(&harness));
        harness.drop_at(outside);
        harness.run();
        assert!(harness.state().steps.is_empty(), "{:?}", harness.state().steps);
        assert!(!harness.state().board.is_dragging());
    }
}

#[test]
fn the_card_in_the_hand_says_what_letting_go_means() {
    let mut harness = demo_window();
    let published = rect(&harness, "Announcement, Maren, 1 Sep: Why I said yes to Northbound").center();
    drag_to(&mut harness, published, published + vec2(120.0, 0.0));
    assert!(shown_on_axis(&harness, "Already published"), "{:?}", on_axis(&harness));
    harness.drop_at(published + vec2(120.0, 0.0));
    harness.run();
    assert!(!shown_on_axis(&harness, "Already published"));

    let from = rect(&harness, VALUES).center();
    let day = harness.state().board.px_per_day().expect("drawn") as f32;
    drag_to(&mut harness, from, from + vec2(day * 4.0, 0.0));
    assert!(shown_on_axis(&harness, "16 Oct"));
    let written = written(&harness);
    // The place, the axis, and the copy itself; the old day is nowhere.
    assert!(written.iter().filter(|text| *text == "16 Oct").count() >= 3, "{written:?}");
    assert!(!written.iter().any(|text| text == "12 Oct"), "{written:?}");
}

#[test]
fn what_was_moved_is_selected_with_its_new_lane() {
    let mut harness = demo_window();
    let from = rect(&harness, VALUES).center();
    let down = rect(&harness, "Kwame, YouTube 96k, ").top() - rect(&harness, "Tobi, TikTok 480k, ").top();
    drag_to(&mut harness, from, from + vec2(0.0, down));
    harness.drop_at(from + vec2(0.0, down));
    harness.run();
    let selection = harness.state().selection.clone();
    assert_eq!(selection.lane, Some(harness.state().document.campaign().lanes[2].id));
    assert_eq!(
        selection.moments.iter().map(|id| harness.state().title(*id)).collect::<Vec<_>>(),
        ["Last place is still a place"]
    );
}

/// Cards far apart in a plan that knows neither its first day nor its last.
fn loose_ends() -> Campaign {
    let mut plan = Campaign::new(PlanId::default(), "Loose ends");
    let mut lane = Lane::empty(LaneId(id("lane")), LaneKind::Community);
    lane.name = Some("lane".to_owned());
    for at in 0..3 {
        let mut moment = Moment::new(MomentId(id(&format!("card{at}"))), Kind::Values, format!("card {at}"));
        moment.when = When::On(today().plus(at * 30));
        lane.moments.push(Arc::new(moment));
    }
    plan.lanes.push(Arc::new(lane));
    plan
}

#[test]
fn the_first_and_the_last_card_are_whole_and_centred() {
    let mut harness = window(loose_ends());
    let day = harness.state().board.px_per_day().expect("drawn") as f32;
    let labels = labels(&harness);
    let place = |harness: &Harness<'_, Host>, at: usize| {
        let label = labels.iter().find(|label| label.ends_with(&format!("card {at}"))).expect("a card");
        rect(harness, label)
    };
    assert!(place(&harness, 0).left() > 88.0 && place(&harness, 2).right() < SIZE[0]);
    for at in [0, 1] {
        let apart = place(&harness, at + 1).center().x - place(&harness, at).center().x;
        assert!((apart - 30.0 * day).abs() < 1.5, "{apart} {day}");
    }
    harness.state_mut().board.zoom_to(2.0);
    harness.state_mut().board.fit();
    harness.run();
    assert!(harness.state().board.fits());
}

#[test]
fn fit_is_said_only_while_everything_is_in_view() {
    let mut harness = demo_window();
    assert!(harness.state().board.zoom_label().starts_with("Fit"));
    let pan = |harness: &mut Harness<'_, Host>, by: f32| {
        let from = Pos2::new(SIZE[0] - 30.0, rect(harness, "Tobi, TikTok 480k, ").top() + 30.0);
        harness.hover_at(from);
        harness.drag_at(from);
        harness.run();
        harness.hover_at(from + vec2(by, 0.0));
        harness.run();
        harness.drop_at(from + vec2(by, 0.0));
        harness.run();
    };
    pan(&mut harness, -150.0);
    assert!(!harness.state().board.zoom_label().starts_with("Fit"), "{}", harness.state().board.zoom_label());
    harness.state_mut().board.fit();
    harness.run();
    assert!(harness.state().board.zoom_label().starts_with("Fit"));
}

#[test]
fn labels_of_the_axis_never_touch_each_other_or_today() {
    let mut harness = demo_window();
    for away in [-12, 0, 3, 47, 84] {
        harness.state_mut().today = today().plus(away);
        for step in 0..46 {
            harness.state_mut().board.zoom_to(0.25 * 1.16_f64.powi(step));
            harness.state_mut().board.go_to_today();
            harness.run();
            let mut labels = on_axis(&harness);
            labels.sort_by(|a, b| a.1.left().total_cmp(&b.1.left()));
            for pair in labels.windows(2) {
                assert!(pair[1].1.left() - pair[0].1.right() >= 4.0, "{away} {step}: {labels:?}");
            }
            let Some((_, today)) = labels.iter().find(|(text, _)| text == "Today").cloned() else { continue };
            let near = |(text, place): &&(String, Rect)| text != "Today" && (place.left() - today.center().x).abs() < 34.0;
            assert!(!labels.iter().any(|label| near(&label)), "{away} {step}: {labels:?}");
        }
    }
}

#[test]
fn today_outside_of_the_plan_moves_nothing() {
    let mut harness = demo_window();
    harness.state_mut().board.zoom_to(20.0);
    harness.state_mut().board.go_to_today();
    harness.run();
    let near = rect(&harness, ASK);
    for (today, is_there) in [(Day::new(2026, 1, 1), false), (Day::new(2031, 1, 1), false), (Day::new(2027, 10, 20), true)] {
        harness.state_mut().today = today.expect("a day");
        harness.run();
        assert_eq!(harness.state().today_is_on_board, is_there);
        harness.state_mut().board.go_to_today();
        harness.run();
        if !is_there {
            assert_eq!(rect(&harness, ASK), near, "it stays where it is");
        }
    }
    assert!(shown_on_axis(&harness, "Today"));
}

#[test]
fn a_notch_of_the_wheel_zooms_by_an_eighth() {
    let mut harness = demo_window();
    harness.hover_at(rect(&harness, VALUES).center());
    harness.run();
    let before = harness.state().board.px_per_day().expect("drawn");
    for _ in 0..6 {
        harness.event(Event::MouseWheel {
            unit: MouseWheelUnit::Line,
            delta: Vec2::new(0.0, 1.0),
            phase: TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
            modifiers: Modifiers::COMMAND,
        });
        harness.run();
    }
    let after = harness.state().board.px_per_day().expect("drawn");
    assert!((after / before - 1.12_f64.powi(6)).abs() < 0.01, "{before} {after}");
}

#[test]
fn the_curve_explains_itself_only_when_the_pointer_rests_and_above_it() {
    let mut harness = demo_window();
    let lane = rect(&harness, "Kwame, YouTube 96k, ");
    let curve = Pos2::new(600.0, lane.bottom() - 12.0);
    harness.hover_at(curve);
    harness.step();
    assert!(!written(&harness).iter().any(|text| text.contains("not a measurement")), "not at once");
    harness.run_steps(6);
    assert!(written(&harness).iter().any(|text| text.contains("not a measurement")));
    let note = harness.get_by_label_contains("not a measurement").rect();
    assert!(note.bottom() < curve.y, "{note:?}");
    harness.hover_at(curve + vec2(40.0, 0.0));
    harness.step();
    harness.step();
    assert!(!written(&harness).iter().any(|text| text.contains("not a measurement")), "a moving pointer wants to see");
}

#[test]
fn an_ask_that_gives_nothing_says_so_and_a_cut_title_is_there_in_full() {
    let mut plan = loose_ends();
    let title = "A title that is so long that a card has no room for all of its words, however small they are set";
    let lane = Arc::make_mut(&mut plan.lanes[0]);
    Arc::make_mut(&mut lane.moments[0]).title = title.to_owned();
    Arc::make_mut(&mut lane.moments[1]).kind = Kind::Product;
    let mut harness = window(plan);
    harness.hover_at(harness.get_by_label_contains("A title that").rect().center());
    harness.run_steps(6);
    assert!(written(&harness).iter().any(|text| text == title));
    assert!(!written(&harness).iter().any(|text| text.starts_with("Nothing for the audience")));
    harness.hover_at(harness.get_by_label_contains(": card 1").rect().center());
    harness.run_steps(8);
    assert!(written(&harness).iter().any(|text| text.starts_with("Nothing for the audience")), "{:?}", written(&harness));
}

#[test]
fn an_empty_spot_offers_what_can_be_added_there() {
    let mut harness = window(loose_ends());
    let day = harness.state().board.px_per_day().expect("drawn") as f32;
    let first = rect(&harness, ": card 0");
    let spot = first.center() + vec2(day * 20.0, 0.0);
    harness.hover_at(spot);
    harness.run();
    for pressed in [true, false] {
        let modifiers = Modifiers::NONE;
        harness.event(Event::PointerButton { pos: spot, button: PointerButton::Secondary, pressed, modifiers });
    }
    harness.run();
    harness.get_by_label("Add a community story here").click();
    harness.run();
    assert_eq!(harness.state().steps, ["Add “Community story”"]);
    let added = harness.state().document.campaign().lanes[0].moments.iter().find(|moment| moment.kind == Kind::Community);
    let added = added.expect("a card more");
    assert_eq!(added.when, When::On(today().plus(20)));
    assert_eq!(harness.state().selection.moments, [added.id]);
    assert!(harness.state().asked.contains(&"FocusField title".to_owned()));
    // Another one at the same spot is another card.
    let count = harness.state().document.campaign().lanes[0].moments.len();
    assert_eq!(count, 4);
}
