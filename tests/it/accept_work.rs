//! Accepting a finding in the window: the dialog, what comes of it in the plan, and the way back.

use std::sync::Arc;

use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::check::{Severity, Sketch, State};
use momentboard::model::{Acceptance, AcceptanceId, Campaign, Day, Id, MomentId, RuleOff, Scope, Unknown, When};
use momentboard::store;
use momentboard::ui::view::{Action, FindingKey, Selection};

use crate::app_window::{Window, click, press, press_button, tobis_ask, window, window_on, write_in};

const ACCEPT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

fn has(window: &Window, label: &str) -> bool {
    window.query_by_label(label).is_some()
}

fn acceptances(window: &Window) -> Vec<Arc<Acceptance>> {
    window.state().document().campaign().acceptances.clone()
}

fn state_of(window: &Window, code: &str) -> State {
    window.state().findings().iter().find(|finding| finding.code() == code).unwrap().state
}

fn select(window: &mut Window, id: MomentId) {
    let lane = window.state().document().index().lane(id);
    window.state_mut().want(Action::Select(Selection::moment(id, lane)));
    window.run();
}

/// The dialog about the ask that comes first, opened by its keys.
fn opened() -> (Window, MomentId) {
    let mut window = window();
    let ask = tobis_ask(window.state());
    select(&mut window, ask);
    press(&mut window, ACCEPT, Key::A);
    window.get_by_role_and_label(Role::Dialog, "Accept this risk");
    (window, ask)
}

fn accepted() -> (Window, MomentId) {
    let (mut window, ask) = opened();
    click(&mut window, "Fixed retail date");
    write_in(&mut window, "Owner of the decision", "Lena Brandt");
    click(&mut window, "Accept until 30 Nov");
    (window, ask)
}

#[test]
fn accepting_needs_a_reason_and_a_name_and_says_so_at_the_field() {
    let (mut window, _) = opened();
    click(&mut window, "Accept until 30 Nov");
    window.get_by_label("A reason is needed: whoever reads the plan later asks for it.");
    window.get_by_label("A name is needed: somebody stands for it.");
    assert!(acceptances(&window).is_empty());
    click(&mut window, "Creator’s wish");
    assert!(!has(&window, "A reason is needed: whoever reads the plan later asks for it."));
    let chip = window.get_by_role_and_label(Role::RadioButton, "Creator’s wish");
    assert_eq!(chip.accesskit_node().toggled(), Some(Toggled::True));
    // Another reason takes the place of the first, and what was written stays.
    for c in "She asked twice.".chars() {
        window.event(Event::Text(c.to_string()));
        window.step();
    }
    click(&mut window, "Long-time organic fan");
    let field = window.get_by_role_and_label(Role::MultilineTextInput, "Why is this all right?");
    assert_eq!(field.accesskit_node().value().unwrap_or_default(), "Long-time organic fan. She asked twice.");
    // A press beside the dialog loses nothing of that.
    press_button(&mut window, egui::pos2(300.0, 650.0), egui::PointerButton::Primary);
    let field = window.get_by_role_and_label(Role::MultilineTextInput, "Why is this all right?");
    assert_eq!(field.accesskit_node().value().unwrap_or_default(), "Long-time organic fan. She asked twice.");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_role(Role::Dialog).is_none());
    assert!(acceptances(&window).is_empty());
}

#[test]
fn an_accepted_finding_is_in_the_plan_and_out_of_the_counts() {
    let (window, ask) = accepted();
    assert!(window.query_by_role(Role::Dialog).is_none());
    let all = acceptances(&window);
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].rule.as_str(), all[0].target), ("PBR-08", Scope::Moment(ask)));
    assert_eq!((all[0].reason.as_str(), all[0].owner.as_str()), ("Fixed retail date.", "Lena Brandt"));
    assert_eq!(all[0].until, Day::new(2027, 11, 30));
    assert!(!all[0].facts.is_empty() && !all[0].show_to_client);
    assert_eq!(state_of(&window, "PBR-08"), State::Accepted(all[0].id));
    window.get_by_label("Risk accepted");
    window.get_by_label("Accepted 1");
    assert!(!has(&window, "Errors 1"));
}

#[test]
fn undo_takes_it_back_and_redo_brings_it_again() {
    let (mut window, _) = accepted();
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(acceptances(&window).is_empty());
    assert_eq!(state_of(&window, "PBR-08"), State::Open);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(acceptances(&window).len(), 1);
}

#[test]
fn the_file_keeps_it_and_an_edit_opens_it_again() {
    let (window, ask) = accepted();
    let bytes = store::write(window.state().document().campaign()).unwrap();
    let loaded: Campaign = store::read(&bytes).unwrap().campaign;
    let mut window = window_on(loaded);
    assert!(matches!(state_of(&window, "PBR-08"), State::Accepted(_)));
    // Another card of the lane moves: that is none of its business.
    select(&mut window, ask);
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(window.state().document().campaign().moment(ask).unwrap().1.when, When::On(Day::new(2027, 9, 8).unwrap()));
    assert!(matches!(state_of(&window, "PBR-08"), State::Stale(..)));
    window.get_by_label("Errors 1");
    click(&mut window, "Not checked");
    window.get_by_label("Accepted once, and not any more");
    click(&mut window, "Accept again…");
    window.get_by_role_and_label(Role::Dialog, "Accept this risk");
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    assert!(matches!(state_of(&window, "PBR-08"), State::Accepted(_)));
    assert_eq!(acceptances(&window).len(), 1);
}

#[test]
fn it_can_be_changed_and_taken_back_from_its_list() {
    let (mut window, _) = accepted();
    click(&mut window, "Accepted 1");
    window.get_all_by_label("Change…").next().unwrap().click();
    window.run();
    window.get_by_role_and_label(Role::Dialog, "Change this acceptance");
    click(&mut window, "Show the reason to the client as a note");
    click(&mut window, "All like it in the plan");
    window.get_by_role_and_label(Role::ComboBox, "Expires").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "No end").click();
    window.run();
    click(&mut window, "Save the change");
    window.get_by_label_contains("Acceptance changed");
    let all = acceptances(&window);
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].target, all[0].until, all[0].show_to_client), (Scope::Campaign, None, true));
    assert_eq!(all[0].owner, "Lena Brandt");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(!acceptances(&window)[0].show_to_client, "one step");
    window.get_all_by_label("Take back").next().unwrap().click();
    window.run();
    assert!(acceptances(&window).is_empty());
    window.get_by_label("Acceptance taken back");
}

#[test]
fn the_name_is_remembered_and_names_of_the_plan_are_offered() {
    let (mut window, _) = accepted();
    let other = window.state().findings().iter().find(|finding| finding.state.is_open()).cloned().unwrap();
    window.state_mut().want(Action::Accept(FindingKey::of(&other)));
    window.run();
    let owner = window.get_by_role_and_label(Role::TextInput, "Owner of the decision");
    assert_eq!(owner.accesskit_node().value().unwrap_or_default(), "Lena Brandt");
    click(&mut window, "Names in this plan");
    window.get_by_role_and_label(Role::MenuItem, "Oskar Nyman").click();
    window.run();
    let owner = window.get_by_role_and_label(Role::TextInput, "Owner of the decision");
    assert_eq!(owner.accesskit_node().value().unwrap_or_default(), "Oskar Nyman");
}

#[test]
fn the_keys_do_nothing_where_nothing_can_be_accepted() {
    let mut window = window();
    let clear = window.state().document().campaign().lanes[0].moments[0].id;
    select(&mut window, clear);
    press(&mut window, ACCEPT, Key::A);
    assert!(window.query_by_role(Role::Dialog).is_none());
}

#[test]
fn keys_go_through_what_is_open_only() {
    let (mut window, _) = accepted();
    let open: Vec<_> = window.state().findings().iter().filter(|finding| finding.state.is_open()).cloned().collect();
    assert!(!open.is_empty() && open.len() < window.state().findings().len());
    let all = open.len();
    // Forward through all of them and around, then back.
    for at in (0..all).chain([0]) {
        press(&mut window, Modifiers::NONE, Key::F8);
        window.get_by_label(&format!("Finding {} of {all}. {}", at + 1, open[at].message));
    }
    press(&mut window, Modifiers::SHIFT, Key::F8);
    window.get_by_label(&format!("Finding {all} of {all}. {}", open[all - 1].message));
}

fn sketch(text: &str) -> Campaign {
    Sketch::parse(text).unwrap().campaign(Day::new(2027, 9, 3))
}

#[test]
fn what_is_missing_before_one_ask_is_one_card_with_lines() {
    let mut window = window_on(sketch("new: S0 S5 P6"));
    let head = "Warning: Before Trail Jacket: missing time, background, a shared value and a community voice.";
    window.get_by_role_and_label(Role::Button, head);
    let rows = |window: &Window| window.query_all_by_label_contains("Warning: ").count();
    let before = rows(&window);
    assert!(before > 1, "{before} rows");
    window.get_by_role_and_label(Role::Button, head).click();
    window.run();
    assert_eq!(rows(&window), 1, "only the head is left");
}

#[test]
fn words_filter_the_list() {
    let mut window = window();
    let all: Vec<_> = window.state().findings().to_vec();
    let row = |severity: Severity, message: &str| {
        format!("{}: {message}", if severity == Severity::Error { "Error" } else { "Warning" })
    };
    window.get_by_role_and_label(Role::Button, "Filter findings").click();
    window.run();
    write_in(&mut window, "Filter findings", "audience get");
    let field = window.get_by_role_and_label(Role::TextInput, "Filter findings");
    assert_eq!(field.accesskit_node().value().unwrap_or_default(), "audience get");
    assert!(has(&window, &row(all[1].severity, &all[1].message)));
    assert!(!has(&window, &row(all[0].severity, &all[0].message)));
    press(&mut window, Modifiers::NONE, Key::Enter);
    click(&mut window, "Filter: audience get. Press to show all again.");
    assert!(has(&window, &row(all[0].severity, &all[0].message)));
}

#[test]
fn what_was_not_checked_is_listed_with_the_way_to_its_field() {
    let mut campaign = sketch("established evidence: P3");
    campaign.rules_off.push(RuleOff {
        rule: "FIT-02".into(),
        by: "Kim".into(),
        reason: "Decided by the client".into(),
        unknown: Unknown::default(),
    });
    campaign.acceptances.push(Arc::new(Acceptance {
        id: AcceptanceId(Id::from_bits(77)),
        rule: "PBR-99".into(),
        target: Scope::Campaign,
        reason: "From a later version".into(),
        owner: "Kim".into(),
        until: None,
        show_to_client: false,
        facts: vec!["something".into()],
        unknown: Unknown::default(),
    }));
    let mut window = window_on(campaign);
    // Without room for all of it at once, everything is still told.
    click(&mut window, "Not checked");
    window.get_by_label_contains("names a rule that this version does not know");
    window.get_by_label("Remove the acceptance of PBR-99").click();
    window.run();
    assert!(acceptances(&window).is_empty());
    window.get_by_label("Maja Lind: Nobody noted when the two were last seen together.");
    click(&mut window, "Go to the field. Maja Lind: Nobody noted when the two were last seen together.");
    assert!(window.state().selection().lane.is_some() && window.state().selection().moments.is_empty());
}

/// In a list that is too narrow for every filter, those that have no room stand behind dots.
#[test]
fn every_list_can_be_reached_in_a_narrow_window() {
    let mut campaign = sketch("new: S0 S5 P6");
    campaign.rules_off.push(RuleOff {
        rule: "FIT-01".into(),
        by: "Kim".into(),
        reason: "Decided by the client".into(),
        unknown: Unknown::default(),
    });
    let finding = momentboard::check::check(&campaign, &momentboard::check::Options::default()).findings.remove(0);
    campaign.acceptances.push(Arc::new(Acceptance {
        id: AcceptanceId(Id::from_bits(78)),
        rule: finding.code().into(),
        target: Scope::Lane(finding.lane.unwrap()),
        reason: "Known".into(),
        owner: "Kim".into(),
        until: None,
        show_to_client: false,
        facts: finding.facts.to_vec(),
        unknown: Unknown::default(),
    }));
    let mut window = crate::app_window::window_on(campaign);
    window.set_size(egui::vec2(620.0, 800.0));
    window.run();
    click(&mut window, "Show all findings");
    let last = window.query_by_label("Not checked");
    if let Some(last) = last {
        assert!(last.rect().right() < 620.0);
        last.click();
    } else {
        click(&mut window, "More lists");
        window.get_by_role_and_label(Role::MenuItem, "Not checked").click();
    }
    window.run();
    window.get_by_label("Turned off for this plan");
}

/// What the team and the client read of acceptances of a lane, of the plan, and of those that hold no longer.
#[test]
fn shared_pages_tell_of_acceptances_as_far_as_each_reader_may_know() {
    use momentboard::share::{Reader, plan};
    let mut campaign = sketch("new: A0 V4 K9 P14(no-value)");
    let options = momentboard::check::Options { today: Day::new(2027, 9, 4), ..Default::default() };
    let finding = momentboard::check::check(&campaign, &options).findings.into_iter().find(|it| it.code() == "FIT-02").unwrap();
    let lane = finding.lane.unwrap();
    let one = |n: u64, rule: &str, target: Scope, reason: &str, until: Option<Day>| {
        Arc::new(Acceptance {
            id: AcceptanceId(Id::from_bits(n)),
            rule: rule.into(),
            target,
            reason: reason.into(),
            owner: "Kim Owner".into(),
            until,
            show_to_client: true,
            facts: finding.facts.to_vec(),
            unknown: Unknown::default(),
        })
    };
    campaign.acceptances = vec![
        one(1, "FIT-02", Scope::Lane(lane), "Of the lane", Day::new(2027, 9, 30)),
        one(2, "PBR-99", Scope::Campaign, "Of a later version", None),
        one(3, "FIT-02", Scope::Moment(MomentId(Id::from_bits(4))), "Of a card that is gone", None),
    ];
    let report = momentboard::check::check(&campaign, &options);
    let client = plan(&campaign, &report, Reader::Client).accepted;
    assert_eq!(client.len(), 1, "{client:?}");
    assert_eq!(client[0].sentence.as_deref(), Some(finding.message.as_str()));
    assert_eq!((client[0].reason.as_str(), client[0].inside.len()), ("Of the lane", 0));
    let team = format!("{:?}", plan(&campaign, &report, Reader::Internal).accepted);
    for told in [
        "Everything of this kind in the lane of ",
        "30 Sep 2027",
        "Kim Owner",
        "names a rule that this version does not know",
        "names a moment that is gone",
        "No end",
    ] {
        assert!(team.contains(told), "{told} is missing in {team}");
    }
}

/// What holds one rule up in many lanes is one row, in the window and on the team's page.
#[test]
fn what_many_lanes_lack_is_listed_once() {
    let mut campaign = sketch("new: A0 V4 K9 P14");
    let (lane, creator) = (Arc::clone(&campaign.lanes[0]), Arc::clone(&campaign.creators[0]));
    campaign.markets.clear();
    for n in 1..40 {
        let mut other = momentboard::model::Lane::clone(&lane);
        other.id = momentboard::model::LaneId(Id::from_bits(9_000 + n));
        let mut name = momentboard::model::Creator::clone(&creator);
        name.id = momentboard::model::CreatorId(Id::from_bits(8_000 + n));
        name.name = format!("Creator {n}");
        other.creator = Some(name.id);
        for (at, moment) in other.moments.iter_mut().enumerate() {
            Arc::make_mut(moment).id = MomentId(Id::from_bits(100_000 + n * 100 + at as u64));
        }
        campaign.creators.push(Arc::new(name));
        campaign.lanes.push(Arc::new(other));
    }
    let report = momentboard::check::check(&campaign, &momentboard::check::Options::default());
    let of_markets = report.not_checked.iter().filter(|not| not.reason.starts_with("No market")).count();
    assert!(of_markets >= 200, "{of_markets}");
    let page = momentboard::share::plan(&campaign, &report, momentboard::share::Reader::Internal);
    let told: Vec<_> = page.not_checked.iter().filter(|(_, why)| why.starts_with("No market")).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].0, "Maja Lind, Creator 1, Creator 2 and 37 other lanes");
    assert!(page.not_checked.len() < 12, "{:?}", page.not_checked);
    let mut window = window_on(campaign);
    click(&mut window, "Not checked");
    let row = "Maja Lind, Creator 1, Creator 2 and 37 other lanes: No market is set, so labels were not checked.";
    assert_eq!(window.query_all_by_role_and_label(Role::Button, row).count(), 1);
    // A lane that is only counted can still be looked for.
    window.get_by_role_and_label(Role::Button, "Filter findings").click();
    window.run();
    write_in(&mut window, "Filter findings", "creator 31");
    assert!(has(&window, row));
}

/// What the truth of a finding rests on opens it again, card by card and rule by rule.
#[test]
fn another_fact_opens_it_again() {
    let found = |text: &str, code: &str| {
        let found = momentboard::check::check(&sketch(text), &momentboard::check::Options::default()).findings;
        found.into_iter().find(|finding| finding.code() == code).unwrap_or_else(|| panic!("{code} in {text}"))
    };
    for (code, before, after) in [
        ("DIS-01", "new market-UK: A0 V4 K9 P14(paid)", "new market-UK: A0 V4 K9 P14(paid,approved)"),
        ("DIS-03", "new market-UK: A0 V4 K9 P14(paid,instagram,label=#ad)", "new market-UK: A0 V4 K9 P14(paid,tiktok,label=#ad)"),
        ("PBR-14", "new: A0 V4 K9 P14 K20 P150(b)", "new: A0 V4 K9 P14 K20 P150(b,hard)"),
    ] {
        assert_ne!(found(before, code).facts, found(after, code).facts, "{code}");
    }
}
