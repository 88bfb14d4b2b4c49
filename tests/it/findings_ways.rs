//! The ways out of the list of findings: to the very entry that a finding names, on to the next with words looked for, and
//! to what an acceptance was about; and that what is said there reads well.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::analysis::scale::CardDays;
use momentboard::check::{Options, Sketch, check, fixes};
use momentboard::model::{Campaign, Day, IdSource, NoGo, PastDeal, Profile, Unknown};
use momentboard::ui::command::Command;
use momentboard::ui::findings::fixes::{to_field, way_to_field};
use momentboard::ui::findings::why;
use momentboard::ui::view::{Action, FindingKey, Selection, View};
use momentboard::words;

use crate::app_window::{click, fictional, has, press, run, tobis_ask, window, window_on, write_in};
use crate::focus_seen::at_keyboard;
use crate::inspect_fields::panel_on;

/// Monday 1 March 2027.
const DAY_ZERO: i32 = 20_878;

fn plan(sketch: &str) -> Campaign {
    Sketch::parse(sketch).unwrap().campaign(Some(Day::from_number(DAY_ZERO)))
}

fn options() -> Options {
    Options { profile: Some(Profile::Strict), today: Some(Day::from_number(DAY_ZERO)), ..Options::default() }
}

/// What has the keyboard after the jump that a finding offers.
fn led_to(campaign: Campaign, code: &str) -> String {
    let finding = check(&campaign, &options()).findings.into_iter().find(|finding| finding.code() == code).unwrap();
    let found = fixes(&campaign, &finding, &options(), &mut IdSource::seeded(1));
    let key = FindingKey::of(&finding);
    let (page, field) = found.iter().find_map(|fix| way_to_field(&campaign, &key, fix)).unwrap();
    let ways = to_field(&campaign, page, field, Some(&finding));
    let mut panel = panel_on(campaign, Selection::default());
    for way in ways {
        panel.state_mut().act(way);
    }
    panel.run();
    let all = panel.root().children_recursive();
    let focused = all.into_iter().find(|node| node.is_focused() && node.accesskit_node().role() != Role::Window).unwrap();
    focused.accesskit_node().label().unwrap_or_default()
}

#[test]
fn a_competitors_deal_leads_to_that_deal_among_all() {
    let mut campaign = plan("new rival-10: A0 V4 K9 P14");
    let creator = Arc::make_mut(&mut campaign.creators[0]);
    let other = PastDeal { brand: "Hillside".to_owned(), category: None, ..creator.past[0].clone() };
    creator.past.insert(0, other.clone());
    creator.past.push(PastDeal { brand: "Quarry".to_owned(), ..other });
    let label = led_to(campaign, "FIT-05");
    assert!(label.contains("RivalCo"), "{label}");
}

#[test]
fn a_topic_that_is_ruled_out_leads_to_that_topic_among_all() {
    let mut campaign = plan("new no-go-gambling: A0 V4 K9 P14(gambling)");
    let creator = Arc::make_mut(&mut campaign.creators[0]);
    let no_go = |category: &str| NoGo { category: category.to_owned(), consent: None, unknown: Unknown::default() };
    creator.no_go.insert(0, no_go("fur"));
    creator.no_go.push(no_go("tobacco"));
    let label = led_to(campaign, "FIT-06");
    assert!(label.contains("gambling"), "{label}");
}

/// Ids of small plans are words as well: they are names only where the fact says of what.
#[test]
fn facts_are_sentences_and_not_words_replaced_by_names() {
    let said = |sketch: &str, code: &str| {
        let campaign = plan(sketch);
        let finding = check(&campaign, &options()).findings.into_iter().find(|finding| finding.code() == code).unwrap();
        why::facts(&campaign, CardDays::of(&campaign).years(), &finding)
    };
    let has = |facts: &[String], fact: &str| assert!(facts.iter().any(|said| said == fact), "{fact}: {facts:?}");
    has(&said("new: A? V4 K9 P14", "PBR-10"), "Cards without a place: 1");
    has(&said("new no-go-gambling: A0 V4 K9 P14(gambling)", "FIT-06"), "Ruled out: gambling");
    has(&said("new no-go-gambling: A0 V4 K9 P14(gambling)", "FIT-06"), "Product: Lucky spin");
    has(&said("new unlinked compared: A0 V4 K9 P14", "FIT-01"), "The lists of values were compared");
    has(&said("new market-UK young-30: A0 V4 K9 P14(drink,unpaid)", "DIS-06"), "Summer ale is marked alcohol");
    has(&said("new rival-10: A0 V4 K9 P14", "FIT-05"), "Deal with RivalCo, to Thu 11 Mar");
    has(
        &said("new exclusive-320: A0 V4 K9 P14", "FIT-05"),
        "Deal with RivalCo, to Sat 15 Jan 2028, exclusive until Sat 15 Jan 2028",
    );
    has(&said("new crowd-4: A0 V4 K9 P14", "ASK-04"), "Lanes that ask for Trail Jacket on the day: 5");
    has(&said("new: P14 V20", "PBR-01"), "Brand: Northwind");
}

#[test]
fn quotes_inside_of_quotes_are_single_ones() {
    assert_eq!(words::nested("Swap with “The “long” way”"), "Swap with “The ‘long’ way”");
    assert_eq!(words::nested("“one” and “two”"), "“one” and “two”");
    let mut campaign = plan("new: P14 V20");
    for moment in &mut Arc::make_mut(&mut campaign.lanes[0]).moments {
        let moment = Arc::make_mut(moment);
        moment.title = format!("“{}”", moment.title);
    }
    for finding in check(&campaign, &options()).findings {
        let fixes = fixes(&campaign, &finding, &options(), &mut IdSource::seeded(1));
        for text in why::facts(&campaign, CardDays::of(&campaign).years(), &finding)
            .into_iter()
            .chain(fixes.into_iter().map(|fix| fix.title))
        {
            assert!(!text.contains("““") && !text.contains("””"), "{text}");
        }
    }
}

#[test]
fn going_on_by_key_keeps_the_words_that_are_looked_for_and_counts_what_has_them() {
    let mut window = window();
    let all = window.state().findings().iter().filter(|finding| finding.state.is_open()).count();
    let wanted = window.state().findings()[1].code();
    let with = window.state().findings().iter().filter(|finding| finding.code() == wanted).count();
    assert!(with < all);
    click(&mut window, "Filter findings");
    write_in(&mut window, "Filter findings", wanted);
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label(&format!("Open {with} of {all}"));
    for at in (0..with).chain([0]) {
        press(&mut window, Modifiers::NONE, Key::F8);
        window.get_by_label(&format!("Filter: {wanted}. Press to show all again."));
        window.get_by_label_contains(&format!("Finding {} of {with}. ", at + 1));
    }
}

#[test]
fn the_keyboard_goes_on_to_the_next_finding_with_the_selection_in_every_view() {
    for view in [View::Board, View::Calendar, View::Table] {
        let mut window = window();
        run(&mut window, Command::Show(view));
        window.state_mut().want(Action::Select(Selection::default()));
        window.run();
        // The keyboard is somewhere else, as the keys of each view lead there.
        for _ in 0..2 {
            press(&mut window, Modifiers::NONE, Key::ArrowRight);
        }
        press(&mut window, Modifiers::NONE, Key::F8);
        let focused = window.query_all_by(|node| node.is_focused() && !node.is_hidden());
        let focused: Vec<String> = focused.filter_map(|node| node.accesskit_node().label()).collect();
        assert_eq!(window.state().selection().moments.as_slice(), [tobis_ask(window.state())], "{view:?}");
        // In the table it stays in its column, and goes to the row of the ask.
        let words = if view == View::Table { ", row 2 of 17" } else { "20% off the Fjell 2" };
        let is_meant = |label: &String| label.contains(words);
        assert!(focused.len() == 1 && focused.iter().all(is_meant), "{view:?}: {focused:?}");
        let ask = tobis_ask(window.state());
        press(&mut window, Modifiers::SHIFT, Key::F10);
        assert!(has(&window, "Duplicate"), "{view:?}: the menu of the moment");
        assert_eq!(window.state().selection().moments.as_slice(), [ask], "{view:?}");
    }
}

#[test]
fn the_keyboard_goes_on_to_the_head_of_the_lane_that_a_finding_is_about() {
    let mut campaign = fictional();
    let lane = campaign.lanes.iter_mut().map(Arc::make_mut).find(|lane| !lane.relationship.evidence.is_empty()).unwrap();
    // Nothing is noted of what makes an exception of Inês: that is said of her lane, and of none of her moments.
    lane.relationship.evidence.clear();
    let (id, mut window) = (lane.id, window_on(campaign));
    let count = window.state().findings().len();
    for _ in 0..count {
        press(&mut window, Modifiers::NONE, Key::F8);
        if window.state().selection().moments.is_empty() {
            break;
        }
    }
    assert_eq!((window.state().selection().lane, window.state().selection().moments.len()), (Some(id), 0));
    let (_, _, role, name) = at_keyboard(&window).expect("something has the keyboard");
    assert!(role == Role::Heading && name.starts_with("Inês"), "{role:?} “{name}”");
    // The menu of the lane, and not that of the moment that was gone to before.
    press(&mut window, Modifiers::SHIFT, Key::F10);
    assert!(window.query_by_role_and_label(Role::MenuItem, "Hide the lane").is_some());
}

#[test]
fn the_keys_that_accept_say_what_they_need() {
    let mut window = window();
    window.state_mut().want(Action::Select(Selection::default()));
    window.run();
    press(&mut window, Modifiers { shift: true, ..Modifiers::COMMAND }, Key::A);
    assert!(window.query_by_role(Role::Dialog).is_none());
    window.get_by_label("Select a moment or a lane with an open finding, then accept it.");
}

#[test]
fn an_acceptance_that_holds_no_longer_names_its_rule_and_its_card() {
    let mut window = window();
    let ask = tobis_ask(window.state());
    let lane = window.state().document().index().lane(ask);
    window.state_mut().want(Action::Select(Selection::moment(ask, lane)));
    window.run();
    press(&mut window, Modifiers { shift: true, ..Modifiers::COMMAND }, Key::A);
    click(&mut window, "Fixed retail date");
    write_in(&mut window, "Owner of the decision", "Lena Brandt");
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    // In its list stands beside it who decided what, and until when.
    click(&mut window, "Accepted 1");
    let told: Vec<String> = window.root().children_recursive().filter_map(|node| node.accesskit_node().description()).collect();
    assert!(told.iter().any(|text| text.contains("Lena Brandt") && text.contains("until 30 Nov 2027")));
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    click(&mut window, "Not checked");
    window
        .get_by_label_contains("PBR-08 A newcomer asks on borrowed trust, “20% off the Fjell 2 with TOBI20” of Tobi Achterberg");
}

#[test]
fn the_calendar_takes_the_keyboard_and_gives_it_back() {
    let mut window = window();
    let ask = tobis_ask(window.state());
    let lane = window.state().document().index().lane(ask);
    window.state_mut().want(Action::Select(Selection::moment(ask, lane)));
    window.run();
    press(&mut window, Modifiers { shift: true, ..Modifiers::COMMAND }, Key::A);
    for name in ["Expires", "Names in this plan"] {
        let button =
            window.get_by(|node| node.label().as_deref() == Some(name) && matches!(node.role(), Role::ComboBox | Role::Button));
        button.focus();
        window.run();
        press(&mut window, Modifiers::NONE, Key::Enter);
        window.run();
        let focused = |window: &crate::app_window::Window| {
            let all = window.root().children_recursive();
            let node = all.into_iter().find(|node| node.is_focused() && node.accesskit_node().role() != Role::Window);
            node.map(|node| (node.accesskit_node().role(), node.accesskit_node().label().unwrap_or_default()))
        };
        let at = focused(&window).unwrap();
        assert_eq!(at.0, Role::MenuItem, "{at:?}");
        press(&mut window, Modifiers::NONE, Key::Escape);
        window.run();
        assert_eq!(focused(&window).map(|at| at.1).as_deref(), Some(name));
        window.get_by_role_and_label(Role::Dialog, "Accept this risk");
    }
}
