//! How the board looks and moves: sizes by zoom, folded lanes, stacks, the axis at every zoom, glides, rings, reasons.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::epaint::Shape;
use egui::{Event, Modifiers, Pos2, Rect, Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::edit::{Edit, Place, Step};
use momentboard::model::{
    Blackout, Campaign, Creator, CreatorId, Day, Kind, Lane, LaneId, LaneKind, Moment, MomentId, PlanId, Unknown, WeekStart, When,
};
use momentboard::store::demo;
use momentboard::ui::theme::LIGHT;
use momentboard::ui::view::{Action, Setup};

use crate::board::{ASK, SIZE, VALUES, demo_window, id, labels, rect, today, window, window_of};
use crate::host::Host;
use crate::{plans, raster};

/// What the window leaves around the board, the width of the column with the names, and the height of the axis.
const AROUND: f32 = 8.0;
const COLUMN: f32 = 88.0;
const HEADER: f32 = 48.0;

type Board = Harness<'static, Host>;

/// Every text that is painted, with where it is and what of that is seen.
pub(crate) fn texts<State>(harness: &Harness<'_, State>) -> Vec<(String, Rect, Rect)> {
    fn collect(shape: &Shape, clip: Rect, found: &mut Vec<(String, Rect, Rect)>) {
        match shape {
            Shape::Text(text) => {
                let rect = Rect::from_min_size(text.pos, text.galley.size());
                let shown: String = text.galley.rows.iter().map(|row| row.text()).collect();
                found.push((shown, rect, rect.intersect(clip)));
            }
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in &harness.output().shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut found);
    }
    found.retain(|(text, _, seen)| !text.trim().is_empty() && seen.is_positive());
    found
}

fn says(harness: &Board, words: &str) -> bool {
    texts(harness).iter().any(|(text, ..)| text.contains(words))
}

fn heading(harness: &Board, name: &str) -> Rect {
    let is_it = |label: Option<String>| label.unwrap_or_default().starts_with(name);
    let mut nodes = harness.query_all_by_role(Role::Heading).filter(|node| is_it(node.accesskit_node().label()));
    nodes.next().unwrap_or_else(|| panic!("a lane is called {name}")).rect()
}

fn move_card(harness: &mut Board, moment: MomentId, days: i32) {
    let host = harness.state_mut();
    let campaign = Arc::clone(host.document.campaign());
    let (lane, card) = campaign.moment(moment).expect("the card is there");
    let day = campaign.day_of(card.when).expect("it has a day");
    let edit = Edit::MoveMoment { id: moment, to: Place::Lane(lane.expect("in a lane").id), when: When::On(day.plus(days)) };
    host.document.edit(Step::new("Move", vec![edit]), std::time::Duration::ZERO).expect("it can be moved");
    host.deriver.update(host.document.campaign(), host.document.revision(), &momentboard::check::Options::default());
}

fn rests(harness: &Board) -> bool {
    harness.output().viewport_output.values().all(|output| output.repaint_delay.as_secs() > 3600)
}

#[test]
fn a_folded_lane_is_a_line_with_small_markers_and_unfolds_again() {
    for width in [924.0, 760.0] {
        let mut harness = window_of(demo::fictional(PlanId::default()), [width, 1400.0]);
        let (before, below) = (heading(&harness, "Tobi"), heading(&harness, "Kwame"));
        let tobi = harness.state().document.campaign().lanes[1].id;
        harness.state_mut().board.toggle_fold(tobi);
        harness.run();
        let line = heading(&harness, "Tobi");
        assert!((line.height() - 29.0).abs() < 0.1, "{line}");
        assert!((line.top() - before.top()).abs() < 0.1, "it stays where it is");
        let up = below.top() - heading(&harness, "Kwame").top();
        assert!((line.bottom() - heading(&harness, "Kwame").top()).abs() < 0.6 && up > 100.0, "the next one comes up: {up}");
        let marker = rect(&harness, ASK);
        assert!(line.y_range().contains(marker.center().y) && marker.width() < 20.0, "{marker}");
        assert!(says(&harness, "Introduced"), "the band stays in sight");
        // Cards of other lanes are where the lanes are.
        let card = rect(&harness, "Announcement, Kwame, 9 Sep: ");
        assert!(card.top() > line.bottom() && card.width() > 100.0, "{card}");
        harness.state_mut().board.toggle_fold(tobi);
        harness.run();
        assert_eq!(heading(&harness, "Tobi"), before);
    }
}

#[test]
fn a_card_is_dropped_into_the_lane_under_the_pointer_below_a_folded_one() {
    let mut harness = window_of(demo::fictional(PlanId::default()), [924.0, 900.0]);
    let first = harness.state().document.campaign().lanes[0].id;
    harness.state_mut().board.toggle_fold(first);
    harness.run();
    let from = rect(&harness, VALUES).center();
    let to = Pos2::new(from.x, heading(&harness, "Kwame").center().y);
    crate::board::drag_to(&mut harness, from, to);
    harness.drop_at(to);
    harness.run();
    assert!(labels(&harness).iter().any(|label| label.starts_with("Values story, Kwame, 12 Oct")));
}

#[test]
fn markers_on_top_of_each_other_are_one_with_a_count_and_a_click_selects_them_all() {
    let mut harness = demo_window();
    harness.state_mut().board.zoom_to(0.5);
    harness.run();
    let stack = "2 moments, Tobi: ";
    let label = labels(&harness).into_iter().find(|label| label.starts_with(stack)).expect("a stack");
    assert!(label.contains("20% off the Fjell 2 with TOBI20"), "{label}");
    harness.get_by_label(&label).click();
    harness.run();
    assert_eq!(harness.state().selection.moments.len(), 2);
    // However the board is moved, a stack stays one, and none lies on another one.
    for by in [0.0, 3.0, 5.0, 11.0] {
        harness.event(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(by, 0.0),
            source: egui::MouseWheelSource::Unknown,
            phase: egui::TouchPhase::Move,
            modifiers: Modifiers::NONE,
        });
        harness.run();
        assert!(labels(&harness).contains(&label));
        let chips: Vec<Rect> = harness.query_all_by_label_contains(" moments, ").map(|node| node.rect()).collect();
        assert!(chips.len() >= 4, "{chips:?}");
        for (at, a) in chips.iter().enumerate() {
            assert!(chips[at + 1..].iter().all(|b| !a.intersects(*b)), "{chips:?}");
        }
    }
}

#[test]
fn creators_of_one_first_name_are_told_apart() {
    let mut plan = Campaign::new(PlanId::default(), "Plan");
    for (key, name) in [("a", "Tobi Achterberg"), ("b", "Tobi Brandt"), ("m", "Maren Solheim")] {
        plan.creators.push(Arc::new(Creator::new(CreatorId(id(key)), name)));
        let mut lane = Lane::of_creator(LaneId(id(key)), CreatorId(id(key)));
        let mut moment = Moment::new(MomentId(id(&format!("m{key}"))), Kind::Values, "Hello");
        moment.when = When::On(today().plus(4));
        lane.moments.push(Arc::new(moment));
        plan.lanes.push(Arc::new(lane));
    }
    let harness = window(plan);
    for name in ["Tobi A., ", "Tobi B., ", "Maren, "] {
        heading(&harness, name);
    }
    for name in ["Tobi A.", "Tobi B.", "Maren"] {
        assert!(texts(&harness).iter().any(|(text, ..)| text == name), "{name}");
    }
    harness.get_by_label("Values story, Tobi B., 6 Sep: Hello");
}

#[test]
fn labels_of_the_axis_never_meet_at_any_zoom() {
    let mut numbered = Campaign::new(PlanId::default(), "Numbered");
    let mut lane = Lane::empty(LaneId(id("lane")), LaneKind::Community);
    for (at, day) in [-40, 0, 200].into_iter().enumerate() {
        let mut moment = Moment::new(MomentId(id(&format!("m{at}"))), Kind::Values, "Hello");
        moment.when = When::Relative(day);
        lane.moments.push(Arc::new(moment));
    }
    numbered.lanes.push(Arc::new(lane));
    for plan in [demo::fictional(PlanId::default()), numbered] {
        for size in [SIZE, [760.0, 500.0], [3600.0, 900.0]] {
            let mut harness = window_of(plan.clone(), size);
            for zoom in [0.25, 0.5, 0.9, 1.3, 2.0, 3.9, 4.1, 5.0, 6.5, 8.28, 14.0, 25.0, 27.0, 60.0, 200.0] {
                harness.state_mut().board.zoom_to(zoom);
                harness.run();
                let axis = |(_, rect, _): &(String, Rect, Rect)| {
                    (AROUND + 33.0..AROUND + 37.0).contains(&rect.center().y) && rect.left() >= AROUND + COLUMN
                };
                let labels: Vec<_> = texts(&harness).into_iter().filter(axis).collect();
                assert!(!labels.is_empty() || zoom > 100.0, "something is written at {zoom}");
                for (at, (a, place, seen)) in labels.iter().enumerate() {
                    assert_eq!(place, seen, "{a} is cut at {zoom}");
                    for (b, other, _) in &labels[at + 1..] {
                        assert!(!place.expand2(vec2(2.0, 0.0)).intersects(*other), "{a} meets {b} at {zoom} in {size:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn labels_stay_with_their_days_while_the_board_moves() {
    let mut plan = Campaign::new(PlanId::default(), "Numbered");
    let mut lane = Lane::empty(LaneId(id("lane")), LaneKind::Community);
    let mut moment = Moment::new(MomentId(id("m")), Kind::Values, "Hello");
    moment.when = When::Relative(300);
    lane.moments.push(Arc::new(moment));
    plan.lanes.push(Arc::new(lane));
    let mut harness = window(plan);
    harness.state_mut().board.zoom_to(4.5);
    harness.run();
    let days = |harness: &Board| -> Vec<String> {
        let label = |(text, ..): (String, Rect, Rect)| text.starts_with("Day ").then_some(text);
        texts(harness).into_iter().filter_map(label).filter(|text| text != "Day 0" && !text.contains("from")).collect()
    };
    harness.hover_at(Pos2::new(500.0, 300.0));
    let before = days(&harness);
    for _ in 0..9 {
        harness.event(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(-7.0, 0.0),
            source: egui::MouseWheelSource::Unknown,
            phase: egui::TouchPhase::Move,
            modifiers: Modifiers::NONE,
        });
        harness.run();
        let now = days(&harness);
        let inner = before.iter().skip(2).take(before.len().saturating_sub(4));
        assert!(before.len() > 6 && inner.clone().all(|day| now.contains(day)), "{before:?} {now:?}");
    }
}

#[test]
fn phases_keep_their_names_in_view_and_tell_their_days() {
    let mut harness = demo_window();
    harness.state_mut().board.zoom_to(30.0);
    harness.run();
    let name = texts(&harness).into_iter().find(|(text, ..)| text == "Earn").expect("the name is painted");
    assert!(name.1.left() >= AROUND + COLUMN, "{name:?}");
    harness.hover_at(name.1.center());
    harness.run_steps(8);
    assert!(texts(&harness).iter().any(|(text, ..)| text.contains(" – ") && text.contains("Sep")), "its days");
}

#[test]
fn the_names_of_phases_that_share_days_stand_in_the_middle_of_their_bands() {
    let mut plan = demo::fictional(PlanId::default());
    plan.phases[1].to = plan.phases[2].from.plus(20);
    let harness = window(plan.clone());
    for phase in &plan.phases[1..3] {
        let band = harness.get_by_role_and_label(Role::Button, &phase.name).rect();
        let (_, name, _) = texts(&harness).into_iter().find(|(text, ..)| *text == phase.name).expect("the name is painted");
        assert!((name.center().y - band.center().y).abs() < 0.1, "{name} in {band}");
        // Text lies on whole points: a name between them would be pushed to an edge.
        assert!((name.top() - name.top().round()).abs() < 0.1 && name.width() < band.width(), "{name} in {band}");
    }
}

#[test]
fn the_ends_of_a_silence_never_touch_its_words() {
    fn collect(shape: &Shape, found: &mut Vec<f32>) {
        match shape {
            Shape::LineSegment { points: [from, to], stroke }
                if stroke.color == LIGHT.s_warn_line && (from.x - to.x).abs() < 0.01 =>
            {
                found.push(from.x);
            }
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, found)),
            _ => {}
        }
    }
    let mut harness = demo_window();
    let mut seen = [0, 0];
    for zoom in (24..=60).map(|quarter| f64::from(quarter) / 4.0) {
        harness.state_mut().board.zoom_to(zoom);
        harness.run();
        let Some((_, words, _)) = texts(&harness).into_iter().find(|(text, ..)| text == "41 days quiet") else { continue };
        let mut ends = Vec::new();
        for clipped in &harness.output().shapes {
            collect(&clipped.shape, &mut ends);
        }
        // The moon is before the words.
        let touched = words.left() - 18.0 - 5.0..=words.right() + 5.0;
        assert!(!ends.iter().any(|x| touched.contains(x)), "at {zoom}: {ends:?} beside {words}");
        seen[usize::from(!ends.is_empty())] += 1;
    }
    assert!(seen[0] > 0 && seen[1] > 0, "near together without ends, farther apart with them: {seen:?}");
}

#[test]
fn the_axis_counts_weeks_from_the_day_with_which_they_begin() {
    let mut window = crate::app_window::window();
    let on_axis = |window: &crate::app_window::Window| -> Vec<String> {
        let all = texts(window);
        let row = all.iter().find(|(text, ..)| text == "4 Oct" || text == "3 Oct").expect("a month is on the axis").1.center().y;
        all.into_iter().filter(|(_, at, _)| (at.center().y - row).abs() < 4.0).map(|(text, ..)| text).collect()
    };
    let has = |all: &[String], text: &str| all.iter().any(|of| of == text);
    let mondays = on_axis(&window);
    assert!(has(&mondays, "11") && has(&mondays, "18") && !has(&mondays, "10"), "{mondays:?}");
    let setup = Setup { week: WeekStart::Sunday, ..Setup::default() };
    window.state_mut().want(Action::SetUp(setup));
    window.run();
    let sundays = on_axis(&window);
    assert!(has(&sundays, "10") && has(&sundays, "17") && !has(&sundays, "11"), "{sundays:?}");
}

#[test]
fn days_without_publishing_say_why() {
    let mut plan = demo::fictional(PlanId::default());
    let day = |day| Day::new(2027, 9, day).expect("a day");
    plan.blackouts.push(Blackout { from: day(18), to: day(20), why: Some("Race week".into()), unknown: Unknown::default() });
    let harness = window(plan.clone());
    harness.get_by_label("Nothing is published 18 Sep – 20 Sep: Race week");
    let read = |harness: &Board, text: &str| texts(harness).into_iter().find(|(of, ..)| of == text).map(|(_, at, _)| at);
    let reason = read(&harness, "Race week").expect("the reason is read on the board");
    let first = harness.query_all_by_label_contains("Announcement, ").map(|node| node.rect().top()).fold(f32::INFINITY, f32::min);
    assert!(reason.bottom() < first, "over no card: {reason} {first}");

    // With moments in them the words do not say that there are none.
    plan.blackouts[0].from = day(16);
    let harness = window(plan);
    harness.get_by_label("Blackout 16 Sep – 20 Sep: Race week. 2 moments stand in it.");
    assert!(read(&harness, "Race week · 2 moments in it").is_some(), "where they are seen, too");
}

#[test]
fn lanes_say_where_days_are_missing() {
    let mut plan = Campaign::new(PlanId::default(), "Plan");
    for (key, whens) in [
        ("mixed", vec![When::On(today()), When::Undated, When::Order(1)]),
        ("counted", vec![When::On(today()), When::Relative(-14)]),
        ("ordered", vec![When::Order(1), When::Order(2)]),
    ] {
        plan.creators.push(Arc::new(Creator::new(CreatorId(id(key)), key)));
        let mut lane = Lane::of_creator(LaneId(id(key)), CreatorId(id(key)));
        for (at, when) in whens.into_iter().enumerate() {
            let mut moment = Moment::new(MomentId(id(&format!("{key}{at}"))), Kind::Values, "Hello");
            moment.when = when;
            lane.moments.push(Arc::new(moment));
        }
        plan.lanes.push(Arc::new(lane));
    }
    let mut harness = window_of(plan, [1200.0, 900.0]);
    assert!(says(&harness, "No date yet"));
    assert!(says(&harness, "Day 0 has no date yet"));
    assert!(says(&harness, "In order, without dates"));
    let places: Vec<Rect> = harness.query_all_by_label_contains(", ordered, No. ").map(|node| node.rect()).collect();
    assert!((places[1].left() - places[0].right() - 24.0).abs() < 1.0, "evenly spaced: {places:?}");
    harness.state_mut().board.zoom_to(3.0);
    harness.run();
    assert!(says(&harness, "No date yet"), "far out, too");
}

#[test]
fn a_card_glides_to_its_new_place_and_the_board_rests_there() {
    let mut harness = slow_window();
    let moment = harness.state().document.campaign().lanes[2].moments[0].id;
    let name = "A hundred miles, together";
    let before = rect(&harness, name);
    move_card(&mut harness, moment, -7);
    harness.step();
    let first = rect(&harness, name);
    assert!((first.left() - before.left()).abs() < 1.0, "it begins where it was: {first} {before}");
    harness.run_steps(3);
    let way = rect(&harness, name);
    assert!(way.left() < before.left() - 5.0, "it is on its way: {way} {before}");
    // Somebody moves it back meanwhile: it turns where it is.
    move_card(&mut harness, moment, 7);
    harness.step();
    assert!((rect(&harness, name).left() - way.left()).abs() < 12.0, "{} {way}", rect(&harness, name));
    harness.run();
    assert_eq!(rect(&harness, name), before);
    move_card(&mut harness, moment, -7);
    harness.run();
    let after = rect(&harness, name);
    assert!(after.left() < before.left() - 20.0, "{after} {before}");
    assert!(rests(&harness));
    harness.step();
    assert_eq!(rect(&harness, name), after);
}

/// The demo in a window whose frames are as near together as those on a screen.
fn slow_window() -> Board {
    let host = Host::new(demo::fictional(PlanId::default()), today());
    let builder = raster::builder(Theme::Light, SIZE).with_step_dt(0.02).with_max_steps(60);
    let mut harness = builder.build_ui_state(|ui, host: &mut Host| host.ui(ui), host);
    harness.run();
    harness
}

#[test]
fn a_card_that_is_let_go_sets_out_from_the_hand() {
    let mut harness = slow_window();
    let before = rect(&harness, VALUES);
    let week = harness.state().board.px_per_day().expect("drawn") as f32 * 7.0;
    let by = vec2(week * 3.0, 30.0);
    crate::board::drag_to(&mut harness, before.center(), before.center() + by);
    harness.drop_at(before.center() + by);
    let moved = "Values story, Tobi, 2 Nov: Last place is still a place";
    let hand = before.min + by;
    harness.step();
    assert!((rect(&harness, moved).min - hand).length() < 2.0, "it sets out from there: {}", rect(&harness, moved));
    harness.run_steps(3);
    let way = rect(&harness, moved);
    assert!((way.min - hand).length() > 4.0 && way.top() > before.top() + 1.0, "it is on its way: {way}");
    harness.run();
    let after = rect(&harness, moved);
    assert!((after.top() - before.top()).abs() < 0.1 && rests(&harness), "{after}");
}

#[test]
fn nothing_glides_where_nothing_is_to_move() {
    let mut harness = demo_window();
    harness.state_mut().setup.reduced_motion = true;
    harness.run();
    let moment = harness.state().document.campaign().lanes[2].moments[0].id;
    let name = "A hundred miles, together";
    let before = rect(&harness, name);
    move_card(&mut harness, moment, -7);
    harness.step();
    let first = rect(&harness, name);
    assert!(first.left() < before.left() - 20.0, "{first} {before}");
    harness.step();
    assert!(rests(&harness));
    assert_eq!(rect(&harness, name), first);
}

/// The outlines that are painted, by how far they are from a card.
fn rings_around(harness: &Board, card: Rect) -> Vec<i32> {
    let ring = |shape: &Shape| match shape {
        Shape::Rect(ring) if ring.stroke.width >= 2.0 && (ring.rect.center() - card.center()).length() < 1.0 => {
            Some(((ring.rect.width() - card.width()) / 2.0).round() as i32)
        }
        _ => None,
    };
    harness.output().shapes.iter().filter_map(|clipped| ring(&clipped.shape)).collect()
}

#[test]
fn a_card_that_is_jumped_to_has_a_ring_for_a_while() {
    let mut harness = demo_window();
    let ask = harness.state().document.campaign().lanes[1].moments[0].id;
    harness.state_mut().board.jump_to(ask);
    harness.step();
    harness.step();
    let card = rect(&harness, ASK);
    assert_eq!(rings_around(&harness, card).len(), 1, "one ring");
    harness.run();
    assert!(rings_around(&harness, card).is_empty(), "and then none");
    assert!(rests(&harness));

    // What is in view already and nobody looks for has none.
    harness.state_mut().board.reveal(ask);
    harness.run_steps(2);
    assert!(rings_around(&harness, card).is_empty());

    harness.state_mut().setup.reduced_motion = true;
    harness.state_mut().board.jump_to(ask);
    harness.step();
    assert_eq!(rings_around(&harness, card), [4], "where nothing is to move it stands still");
    harness.run_steps(4);
    assert_eq!(rings_around(&harness, card), [4], "for two seconds");
    harness.run_steps(8);
    assert!(rings_around(&harness, card).is_empty());
}

#[test]
fn selection_and_keyboard_focus_are_told_apart() {
    let mut harness = demo_window();
    let ask = harness.state().document.campaign().lanes[1].moments[0].id;
    harness.state_mut().selection.moments = vec![ask];
    harness.run();
    let card = rect(&harness, ASK);
    assert_eq!(rings_around(&harness, card), [1]);
    harness.state_mut().selection.cursor = Some(ask);
    harness.run();
    assert_eq!(rings_around(&harness, card), [1, 4]);
}

#[test]
fn the_curve_says_what_moved_it() {
    let mut harness = demo_window();
    let lane = heading(&harness, "Kwame");
    let card = rect(&harness, "Product, Kwame, 4 Nov: ");
    // Right of the ask, inside the curve's box.
    harness.hover_at(Pos2::new(card.center().x + 30.0, lane.bottom() - 20.0));
    harness.run_steps(6);
    for reason in [
        "Start: new, when the campaign begins 23 Aug",
        "Announcement, 9 Sep: moved a",
        "Values story, 24 Sep: moved a",
        "41 quiet days, 20 of them past the first three weeks: slid back",
        "Product, 4 Nov: an ask before the line, costs more",
        "A planning heuristic, not a measurement.",
    ] {
        assert!(says(&harness, reason), "{reason} in {:?}", texts(&harness).iter().map(|(text, ..)| text).collect::<Vec<_>>());
    }
}

#[test]
fn words_stay_inside_their_cards_and_the_column_at_every_zoom() {
    let plans = [demo::fictional(PlanId::default()), plans::large_plan(11, 60, 5)];
    for plan in plans {
        let mut harness = window_of(plan, [1600.0, 1200.0]);
        for zoom in [0.3, 2.0, 4.6, 5.5, 6.9, 7.0, 8.28, 13.9, 14.1, 30.0] {
            harness.state_mut().board.zoom_to(zoom);
            harness.run();
            let cards: Vec<Rect> =
                harness.query_all_by_role(Role::Button).map(|node| node.rect()).filter(|rect| rect.width() > 100.0).collect();
            for (text, place, seen) in texts(&harness) {
                if seen.right() <= AROUND + COLUMN {
                    assert!(place.right() <= AROUND + COLUMN - 2.0, "{text} is wider than the column at {zoom}: {place}");
                    continue;
                }
                if place.top() < AROUND + HEADER {
                    continue;
                }
                // A text that begins in a card ends in it.
                if let Some(card) = cards.iter().find(|card| card.contains(place.left_center())) {
                    assert!(
                        place.right() <= card.right() - 4.0 && place.bottom() <= card.bottom(),
                        "{text} at {zoom}: {place} {card}"
                    );
                }
            }
            for (at, a) in cards.iter().enumerate() {
                assert!(cards[at + 1..].iter().all(|b| !a.shrink(0.5).intersects(b.shrink(0.5))), "cards overlap at {zoom}");
            }
        }
    }
}

#[test]
fn the_line_of_a_lane_stays_in_view_in_a_narrow_window() {
    let mut harness = window_of(demo::fictional(PlanId::default()), [760.0, 400.0]);
    harness.hover_at(Pos2::new(400.0, 200.0));
    harness.event(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -90.0),
        source: egui::MouseWheelSource::Unknown,
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
    });
    harness.run();
    let line = heading(&harness, "Maren");
    assert!((line.top() - AROUND - 48.0).abs() < 1.0 && (line.height() - 29.0).abs() < 0.5, "{line}");
}

#[test]
fn every_lane_of_a_thousand_has_its_place_folded_or_not() {
    let mut harness = window(plans::large_plan(5, 2_000, 1_000));
    let lanes: Vec<LaneId> = harness.state().document.campaign().lanes.iter().map(|lane| lane.id).collect();
    for lane in lanes.iter().step_by(2) {
        harness.state_mut().board.toggle_fold(*lane);
    }
    harness.run();
    let last = harness.state().document.campaign().lanes[999].moments[0].clone();
    harness.state_mut().board.reveal(last.id);
    harness.run();
    assert!(labels(&harness).iter().any(|label| label.contains(&last.title)));
    assert!(labels(&harness).len() < 80);
}
