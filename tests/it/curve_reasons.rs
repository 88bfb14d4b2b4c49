//! Why the curve moved: the worked examples told step by step, in words and in numbers, and where the window shows it.

use std::sync::Arc;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use momentboard::analysis::curve::{CONSTANTS, Curve, curve};
use momentboard::analysis::reasons::{Begin, Quiet, Reasons, Why};
use momentboard::analysis::scale::CardDays;
use momentboard::check::Sketch;
use momentboard::model::{Campaign, Control, Day, Lane, LaneId, MomentId};
use momentboard::ui::command::Command;
use momentboard::ui::reasons::Telling;
use momentboard::ui::view::{Action, Selection};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::app_window::{Window, click, window};
use crate::plans::random_plan;

fn plan(sketch: &str, zero: &str) -> Campaign {
    Sketch::parse(sketch).unwrap().campaign(Day::parse(zero))
}

fn telling_of<'a>(campaign: &'a Campaign, lane: &'a Lane, curve: &'a Curve) -> Telling<'a> {
    Telling::of(campaign, CardDays::of(campaign).years(), lane, curve)
}

fn curve_of(campaign: &Campaign) -> Curve {
    curve(campaign, &campaign.lanes[0]).unwrap()
}

/// What is said of each card, by its place in the sketch.
fn told(campaign: &Campaign, number: usize) -> Vec<String> {
    let curve = curve_of(campaign);
    telling_of(campaign, &campaign.lanes[0], &curve).card(id(number))
}

fn numbers(campaign: &Campaign, number: usize) -> Vec<String> {
    let curve = curve_of(campaign);
    let mut lines = telling_of(campaign, &campaign.lanes[0], &curve).numbers(id(number));
    assert!(lines.pop().unwrap().contains("0.40"), "the lines come last");
    lines
}

fn id(number: usize) -> MomentId {
    MomentId::parse(&format!("m{number}")).unwrap()
}

#[test]
fn worked_example_a_is_told_as_an_ask_on_empty() {
    let campaign = plan("new: P0", "2018-11-15");
    assert_eq!(
        told(&campaign, 1),
        ["Strangers, before and after", "Product, 15 Nov: an ask on empty, costs more than there was"]
    );
    assert_eq!(
        numbers(&campaign, 1),
        [
            "Start: R = 0.050",
            "cost = 1 × (0.06 + 0.25 × max(0, 0.40 − 0.050)) = 0.148",
            "R = max(0, 0.050 − 0.148) = 0.000",
            "0.098 more than there was",
        ]
    );
}

/// The quarterback: the rows of the table, each with what moved it.
#[test]
fn worked_example_b_is_told_row_by_row() {
    let campaign = plan("new: AV0 KV2 K31 P52 N165 PK170", "2018-09-03");
    let rows: [(usize, &[&str], &[&str]); 6] = [
        (
            1,
            &["Strangers → Introduced", "Announcement, 3 Sep 2018: moved a fifth of the way up"],
            &["Start: R = 0.050", "R = 0.050 + 0.200 × (1 − 0.050) = 0.240"],
        ),
        (
            2,
            &["Introduced, before and after", "Community story, 5 Sep 2018: moved a fifth of the way up"],
            &["R = 0.240 + 0.200 × (1 − 0.240) = 0.392"],
        ),
        (
            3,
            &[
                "Introduced → Trusted",
                "29 quiet days, 8 of them past the first three weeks: slid back by about a tenth",
                "Community story, 4 Oct 2018: moved a fifth of the way up",
            ],
            &["R = 0.025 + (0.392 − 0.025) × 2^(−8 ÷ 60) = 0.360", "R = 0.360 + 0.200 × (1 − 0.360) = 0.488"],
        ),
        (
            4,
            &["Trusted, before and after", "Product, 25 Oct 2018: an ask above the line, slid back a little"],
            &["cost = 1 × (0.06 + 0.25 × max(0, 0.40 − 0.488)) = 0.060", "R = max(0, 0.488 − 0.060) = 0.428"],
        ),
        (
            5,
            &[
                "Strangers, before and after",
                "134 quiet days, 113 of them past the first three weeks: slid back by most of it",
                "Organic, 15 Feb 2019: moved a twentieth of the way up",
            ],
            &["R = 0.025 + (0.428 − 0.025) × 2^(−113 ÷ 60) = 0.134", "R = 0.134 + 0.050 × (1 − 0.134) = 0.177"],
        ),
        (
            6,
            &[
                "Strangers, before and after",
                "Still quiet, 139 quiet days by now, because an ask does not count as giving; 5 more past the first three weeks: slid back a little",
                "Product, 20 Feb 2019: an ask before the line, costs more; half as much, because it carries a story",
            ],
            &[
                "R = 0.025 + (0.177 − 0.025) × 2^(−5 ÷ 60) = 0.169",
                "cost = 0.5 × (0.06 + 0.25 × max(0, 0.40 − 0.169)) = 0.059",
                "R = max(0, 0.169 − 0.059) = 0.110",
            ],
        ),
    ];
    for (number, words, arithmetic) in rows {
        assert_eq!(told(&campaign, number), words, "card {number}");
        assert_eq!(numbers(&campaign, number), arithmetic, "card {number}");
    }
}

#[test]
fn what_holds_a_gift_back_and_what_makes_an_ask_lighter() {
    let mut campaign =
        plan("new: V0(scripted) K4(shares=speed) K9 P20(hard) P30(b,none) P40(c,embedded) P50(d) P50(a)", "2027-03-01");
    let says = |campaign: &Campaign, number: usize| told(campaign, number).pop().unwrap();
    assert_eq!(
        says(&campaign, 1),
        "Values story, 1 Mar: moved about a seventh of the way up, less than it could: the brand has the last word"
    );
    assert_eq!(
        says(&campaign, 2),
        "Community story, 5 Mar: moved about a seventh of the way up, less than it could: the value it names is not one that both have"
    );
    assert!(says(&campaign, 4).ends_with("; a hard one costs half as much again"), "{}", says(&campaign, 4));
    assert!(says(&campaign, 5).ends_with("; without a call to action it costs half"));
    assert!(says(&campaign, 6).ends_with("; half as much, inside the creator’s own content"));
    assert!(says(&campaign, 7).ends_with("; more than one product at once"), "{}", says(&campaign, 7));
    assert!(says(&campaign, 7).starts_with("Product and product, 20 Apr: "));
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    Arc::make_mut(&mut lane.moments[1]).creative_control = Some(Control::Brand);
    assert!(says(&campaign, 2).contains("a tenth of the way up"), "both conditions: {}", says(&campaign, 2));
}

#[test]
fn a_start_says_what_set_it() {
    let begin = |campaign: &Campaign| {
        let curve = curve_of(campaign);
        Reasons::of(campaign, &campaign.lanes[0], &curve).start().from
    };
    let sentence = |campaign: &Campaign| {
        let curve = curve_of(campaign);
        telling_of(campaign, &campaign.lanes[0], &curve).start()
    };
    let first = plan("warm: A0 P20", "2027-03-01");
    assert_eq!(begin(&first), Begin::FirstCard);
    assert_eq!(sentence(&first), "Start: warm, with the first moment 1 Mar");
    let mut started = first.clone();
    started.start = Day::parse("2027-02-01");
    assert_eq!(begin(&started), Begin::PlanStart);
    assert_eq!(sentence(&started), "Start: warm, when the campaign begins 1 Feb");
    let seen = plan("established evidence seen-30: A0 P20", "2027-03-01");
    assert_eq!(begin(&seen), Begin::LastSeen);
    assert_eq!(sentence(&seen), "Start: established, as they were last seen together 30 Jan");
}

#[test]
fn a_day_without_a_card_is_told_with_the_silence_that_goes_on() {
    let campaign = plan("new: AV0 K5 K10", "2027-03-01");
    let curve = curve_of(&campaign);
    let telling = telling_of(&campaign, &campaign.lanes[0], &curve);
    let day = |n: i32| Day::parse("2027-03-01").unwrap().number() + n;
    assert_eq!(
        telling.until(day(31), 5).last().unwrap(),
        "Community story, 11 Mar: moved a fifth of the way up",
        "three weeks later"
    );
    assert_eq!(
        telling.until(day(71), 5).last().unwrap(),
        "61 quiet days, 40 of them past the first three weeks: slid back by about a third"
    );
    assert_eq!(telling.until(day(-5), 5), ["Start: new, with the first moment 1 Mar"]);
    let cut = telling.until(day(71), 2);
    assert_eq!(cut.len(), 3);
    assert_eq!(cut[0], "Earlier moves are left out here.");
    assert!((CONSTANTS.grace - 21.0).abs() < f64::EPSILON, "the words speak of three weeks");
}

/// The parts of every move come to what the curve says it moved.
#[test]
fn the_parts_of_a_move_add_up() {
    proptest!(ProptestConfig { cases: 400, rng_seed: RngSeed::Fixed(11), ..ProptestConfig::default() }, |(seed in any::<u64>())| {
        let campaign = random_plan(seed);
        for lane in &campaign.lanes {
            let Some(curve) = curve(&campaign, lane) else { continue };
            let reasons = Reasons::of(&campaign, lane, &curve);
            let telling = telling_of(&campaign, lane, &curve);
            for step in curve.steps() {
                let reason = reasons.step(step);
                let after = match &reason.why {
                    Why::Given { share, gifts } => {
                        prop_assert!(!gifts.is_empty() && gifts.len() == reason.moments.len());
                        prop_assert!(gifts.iter().any(|gift| gift.gain >= *share - 1e-9));
                        reason.before + share * (1.0 - reason.before)
                    }
                    Why::Asked { weight, cost, early, overdraft, asks } => {
                        prop_assert!(asks.iter().map(|ask| ask.weight).sum::<f64>() >= *weight - 1e-9);
                        prop_assert!((cost - early - weight * CONSTANTS.cost).abs() < 1e-9);
                        prop_assert!((overdraft - (cost - reason.before).max(0.0)).abs() < 1e-9);
                        (reason.before - cost).max(0.0)
                    }
                    Why::Quiet(Quiet { days, past, fresh }) => {
                        prop_assert!(*fresh > 0 && fresh <= past && past < days);
                        let floor = curve.floor();
                        floor + (reason.before - floor) * (-f64::from(*fresh) / CONSTANTS.half_life).exp2()
                    }
                };
                prop_assert!((after - reason.after).abs() < 1e-9, "{reason:?}");
                let sentence = telling.sentence(&reason);
                prop_assert!(!sentence.contains("0."), "a digit of the axis: {sentence}");
            }
            for moment in &lane.moments {
                prop_assert_eq!(telling.card(moment.id).is_empty(), curve.step_of(moment.id).is_none());
            }
        }
    });
}

/// Selects a moment; it is carried out after the panels have drawn, so that they show it in the frame after.
fn select(window: &mut Window, moment: MomentId, lane: LaneId) {
    window.state_mut().want(Action::Select(Selection::moment(moment, Some(lane))));
    window.step();
    window.run();
}

fn has(window: &Window, label: &str) -> bool {
    window.query_all_by_label(label).next().is_some()
}

#[test]
fn the_inspector_tells_what_a_moment_did_and_shows_numbers_when_asked() {
    let mut window = window();
    let campaign = Arc::clone(window.state().document().campaign());
    let lane = campaign.lanes.iter().find(|lane| curve(&campaign, lane).is_some()).unwrap();
    let curve = curve(&campaign, lane).unwrap();
    let telling = telling_of(&campaign, lane, &curve);
    let moment = lane.moments.iter().find(|moment| !telling.card(moment.id).is_empty()).unwrap();
    select(&mut window, moment.id, lane.id);
    for line in telling.card(moment.id) {
        assert!(has(&window, &line), "{line}");
    }
    window.get_by_label("A planning heuristic, not a measurement.");
    let number = telling.numbers(moment.id).remove(0);
    assert!(!has(&window, &number), "numbers only when somebody asks");
    click(&mut window, "In numbers");
    assert!(has(&window, &number), "{number}");
    click(&mut window, "In numbers");
    assert!(!has(&window, &number));
    click(&mut window, "On the curve");
    assert!(!has(&window, "In numbers"), "folded");
}

#[test]
fn the_curve_can_be_hidden_and_shown_again() {
    let mut window = window();
    let toggle = |window: &mut Window| {
        click(window, "Menu");
        for item in ["View", "Show the curve"] {
            window.get_by_role_and_label(Role::MenuItem, item).click();
            window.run();
        }
    };
    let campaign = Arc::clone(window.state().document().campaign());
    let lane = campaign.lanes.iter().find(|lane| curve(&campaign, lane).is_some()).unwrap();
    select(&mut window, lane.moments[0].id, lane.id);
    window.get_by_label("On the curve");
    toggle(&mut window);
    assert!(!has(&window, "On the curve"));
    assert!(window.query_all_by_role(Role::Button).count() > 10, "the board is still there");
    toggle(&mut window);
    window.get_by_label("On the curve");
}

/// Whoever hides the curve finds it hidden the next time.
#[test]
fn that_the_curve_is_hidden_is_kept() {
    let scratch = crate::scratch::Scratch::new("curve-hidden");
    let file = scratch.join("preferences.ron");
    let mut window = crate::side_prefs::start(&file, [1440.0, 900.0]);
    let ctx = window.ctx.clone();
    window.state_mut().run(&ctx, Command::ToggleCurve);
    window.run();
    crate::app_window::press(&mut window, egui::Modifiers::COMMAND, egui::Key::Q);
    assert!(momentboard::store::prefs::load(&file).0.hide_curve);
    let mut again = crate::side_prefs::start(&file, [1440.0, 900.0]);
    let lane = again.state().document().campaign().lanes[0].clone();
    select(&mut again, lane.moments[0].id, lane.id);
    assert!(!has(&again, "On the curve"));
}
