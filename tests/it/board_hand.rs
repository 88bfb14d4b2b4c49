//! What a hand meets on the board: refusals, menus, tooltips, the wheel; and what the axis says meanwhile.

use std::sync::Arc;

use egui::{Event, Modifiers, MouseWheelUnit, PointerButton, Pos2, Rect, Shape, TouchPhase, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use momentboard::check::{Options, fixes};
use momentboard::edit::{Step, draw_fresh_ids};
use momentboard::model::{Campaign, Day, IdSource, Kind, Lane, LaneId, LaneKind, Moment, MomentId, PlanId, When};
use momentboard::store::demo;

use crate::board::{ASK, SIZE, VALUES, demo_window, drag_to, id, labels, rect, today, window, window_of};
use crate::host::Host;

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
    on_axis(harness).iter().any(|(words, _)| words.starts_with(text))
}

/// Everything that is written anywhere.
pub(crate) fn written(harness: &Harness<'_, Host>) -> Vec<String> {
    let text = |shape: &Shape| if let Shape::Text(text) = shape { Some(text.galley.text().to_owned()) } else { None };
    harness.output().shapes.iter().filter_map(|clipped| text(&clipped.shape)).collect()
}

#[test]
fn a_longer_run_up_keeps_its_cards_readable() {
    let mut harness = demo_window();
    let finding = Arc::clone(&harness.state().deriver.derived.lanes[1].findings[0]);
    let campaign = Arc::clone(harness.state().document.campaign());
    let options = Options { today: Some(today()), ..Options::default() };
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
    let axis = on_axis(&harness);
    let pill = &axis.iter().find(|(text, _)| text.starts_with("16 Oct")).expect("the pill").1;
    assert!(axis.iter().all(|(_, label)| label == pill || !label.intersects(*pill)), "{axis:?}");
    let written = written(&harness);
    // The place, the axis, and the copy itself; the old day is nowhere.
    assert!(written.iter().filter(|text| text.starts_with("16 Oct")).count() >= 3, "{written:?}");
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

#[test]
fn a_quick_hand_takes_the_card_that_it_pressed_and_none_that_it_passed_over() {
    let mut harness = demo_window();
    let (from, over) = (rect(&harness, VALUES).center(), rect(&harness, ASK).center());
    let before = harness.state().document.campaign().clone();
    // All of it comes in one frame, as where the one before took its time.
    let button = |pos, pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    harness.input_mut().events.extend([Event::PointerMoved(from), button(from, true), Event::PointerMoved(over)]);
    harness.step();
    let to = over + vec2(-40.0, 0.0);
    harness.input_mut().events.extend([Event::PointerMoved(to)]);
    harness.run();
    harness.input_mut().events.push(button(to, false));
    harness.run();
    let campaign = harness.state().document.campaign();
    let day = |campaign: &Campaign, title: &str| {
        let found = campaign.lanes.iter().flat_map(|lane| &lane.moments).find(|moment| moment.title.contains(title));
        found.map(|moment| moment.when)
    };
    let [ask, story] = ["20% off", "Last place"];
    assert_eq!(day(campaign, ask), day(&before, ask), "what was passed over stays");
    assert_ne!(day(campaign, story), day(&before, story), "what was pressed is moved");
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
fn the_first_card_is_whole_and_the_last_one_stays_within_the_days_of_the_plan() {
    let mut harness = window(loose_ends());
    let day = harness.state().board.px_per_day().expect("drawn") as f32;
    let labels = labels(&harness);
    let place = |harness: &Harness<'_, Host>, at: usize| {
        let label = labels.iter().find(|label| label.ends_with(&format!("card {at}"))).expect("a card");
        rect(harness, label)
    };
    assert!(place(&harness, 0).left() > 88.0 && place(&harness, 2).right() < SIZE[0]);
    let apart = place(&harness, 1).center().x - place(&harness, 0).center().x;
    assert!((apart - 30.0 * day).abs() < 1.5, "centred: {apart} {day}");
    // The last day of the plan ends a day after the date of the last card, and so does the card.
    let last = place(&harness, 2).right() - place(&harness, 0).center().x;
    assert!((last - 61.0 * day).abs() < 1.5, "{last} {day}");
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
        let button =
            |pos, pressed| Event::PointerButton { pos, button: PointerButton::Middle, pressed, modifiers: Modifiers::NONE };
        harness.hover_at(from);
        harness.event(button(from, true));
        harness.run();
        harness.hover_at(from + vec2(by, 0.0));
        harness.run();
        harness.event(button(from + vec2(by, 0.0), false));
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

/// A plan of one lane with a card in each quarter from January 2026 to November 2028.
fn of_three_years() -> Campaign {
    let first = Day::new(2026, 1, 10).expect("a day");
    let mut plan = Campaign::new(PlanId::default(), "Long");
    let mut lane = Lane::empty(LaneId(id("lane")), LaneKind::Community);
    for at in 0..12 {
        let mut moment = Moment::new(MomentId(id(&format!("card{at}"))), Kind::Values, format!("Card {at}"));
        moment.when = When::On(first.plus(94 * at));
        lane.moments.push(Arc::new(moment));
    }
    plan.lanes.push(Arc::new(lane));
    plan
}

#[test]
fn the_years_of_a_long_plan_are_told_even_where_today_stands_over_one() {
    let mut harness = window(of_three_years());
    harness.state_mut().board.fit();
    harness.run();
    for year in ["2026", "2027", "2028"] {
        assert!(on_axis(&harness).iter().any(|(text, _)| text.ends_with(year)), "{year}: {:?}", on_axis(&harness));
    }
    assert!(written(&harness).iter().any(|text| text == "2025–2028"), "the corner tells the years in view");
    // The pill of today lies over the first of January: the next label of the year tells it.
    harness.state_mut().today = Day::new(2027, 1, 2).expect("a day");
    harness.run();
    assert!(shown_on_axis(&harness, "Today"));
    let labels = on_axis(&harness);
    assert!(labels.iter().any(|(text, _)| text == "Apr 2027"), "{labels:?}");
    assert_eq!(labels.iter().filter(|(text, _)| text.ends_with("2027")).count(), 1, "once is enough: {labels:?}");
    // In weeks the year stands with the first day of it.
    harness.state_mut().today = Day::new(2026, 3, 2).expect("a day");
    harness.state_mut().board.zoom_to(5.0);
    harness.state_mut().board.go_to_today();
    harness.run();
    assert!(written(&harness).iter().any(|text| text == "2025–2026"), "{:?}", on_axis(&harness));
    assert!(on_axis(&harness).iter().any(|(text, _)| text.ends_with(" Jan 2026")), "{:?}", on_axis(&harness));
}
