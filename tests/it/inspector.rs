//! The inspector, by accessible label: fields and the document, fixes, focus, pages.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::*;
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, Selection};

use crate::panel_host::{Host, Show, day, id, window};

fn inspector() -> Harness<'static, Host> {
    window(Host::new(Show::Inspector), Theme::Light, [400.0, 1400.0])
}

fn write(harness: &mut Harness<'_, Host>, label: &str, text: &str) {
    clear(harness, label);
    for letter in text.chars() {
        harness.get_by_role_and_label(Role::TextInput, label).type_text(&letter.to_string());
        harness.run();
    }
}

/// Puts the keyboard into a field and selects what it says, so that what is typed takes its place.
fn clear(harness: &mut Harness<'_, Host>, label: &str) {
    harness.get_by_role_and_label(Role::TextInput, label).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
}

#[test]
fn typing_a_title_is_one_step_and_undo_shows_the_old_one() {
    let mut harness = inspector();
    write(&mut harness, "Title", "Later");
    assert_eq!(harness.state().moment("t-ask").title, "Later");
    assert_eq!(harness.state().doc.undo_depth(), 1, "letters of one stretch of typing are one step");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(harness.state().moment("t-ask").title, "20% off the Fjell 2 with TOBI20");
    let field = harness.get_by_role_and_label(Role::TextInput, "Title");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("20% off the Fjell 2 with TOBI20"));
}

#[test]
fn leaving_a_field_ends_the_step() {
    let mut harness = inspector();
    write(&mut harness, "Title", "One");
    harness.key_press(Key::Enter);
    harness.run();
    write(&mut harness, "Title", "Two");
    assert_eq!(harness.state().doc.undo_depth(), 2);
    assert_eq!(harness.state().moment("t-ask").title, "Two");
}

#[test]
fn text_of_one_moment_never_lands_in_another() {
    let mut harness = inspector();
    write(&mut harness, "Title", "Mine");
    // The selection changes while the field has the keyboard, and typing goes on.
    harness.state_mut().selection.moments = vec![id("t-ann")];
    harness.run();
    harness.event(egui::Event::Text(" and yours".into()));
    harness.run();
    assert_eq!(harness.state().moment("t-ann").title, "So… I joined a running brand");
    assert_eq!(harness.state().moment("t-ask").title, "Mine");
    // Undo changes the other moment while this one is shown; coming back shows what the document says.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    harness.state_mut().selection.moments = vec![id("t-ask")];
    harness.run();
    let field = harness.get_by_role_and_label(Role::TextInput, "Title");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("20% off the Fjell 2 with TOBI20"));
    assert_eq!(harness.state().moment("t-ann").title, "So… I joined a running brand");
}

#[test]
fn a_change_from_elsewhere_wins_over_what_was_typed() {
    let mut harness = inspector();
    write(&mut harness, "Title", "Typed");
    // Undo and typing in neighbouring frames: the draft must not survive the undo.
    harness.event(egui::Event::Text("!".into()));
    harness.step();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    let field = harness.get_by_role_and_label(Role::TextInput, "Title");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("20% off the Fjell 2 with TOBI20"));
}

#[test]
fn a_day_that_does_not_exist_stays_a_draft() {
    let mut harness = inspector();
    write(&mut harness, "Date", "30 Feb");
    assert_eq!(harness.state().moment("t-ask").when, When::On(day(9, 7)));
    assert_eq!(harness.state().doc.undo_depth(), 0);
    harness.get_by_label_contains("Not a day yet");
    harness.key_press(Key::Enter);
    harness.run();
    let field = harness.get_by_role_and_label(Role::TextInput, "Date");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("30 Feb"), "what was written is there to be mended");
    write(&mut harness, "Date", "3 Oct");
    assert_eq!(harness.state().moment("t-ask").when, When::On(day(10, 3)));
    assert!(harness.query_by_label_contains("Not a day yet").is_none());
    harness.key_press(Key::Enter);
    harness.run();
    let field = harness.get_by_role_and_label(Role::TextInput, "Date");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("Sun 3 Oct"));
}

#[test]
fn an_emptied_field_is_unset() {
    let mut harness = inspector();
    clear(&mut harness, "Owner");
    harness.key_press(Key::Delete);
    harness.run();
    assert_eq!(harness.state().moment("t-ask").owner, None);
    clear(&mut harness, "Fee");
    harness.key_press(Key::Delete);
    harness.run();
    assert_eq!(harness.state().moment("t-ask").cost, None);
    write(&mut harness, "Fee", "1.250,50 gbp");
    assert_eq!(harness.state().moment("t-ask").cost, Money::parse("1250.50 GBP"));
}

#[test]
fn choices_are_steps_of_their_own() {
    let mut harness = inspector();
    harness.get_by_role_and_label(Role::CheckBox, "Inspire").click();
    harness.run();
    harness.get_by_role_and_label(Role::RadioButton, "Soft").click();
    harness.run();
    harness.get_by_role_and_label(Role::RadioButton, "Values story").click();
    harness.run();
    harness.get_by_role_and_label(Role::CheckBox, "Platform label").click();
    harness.run();
    let moment = harness.state().moment("t-ask");
    assert_eq!(moment.audience_value, [AudienceValue::Inspire]);
    assert_eq!((moment.cta, moment.kind, moment.disclosure.platform_label), (Some(Cta::Soft), Kind::Values, true));
    assert_eq!(harness.state().doc.undo_depth(), 4);
    assert_eq!(harness.state().doc.undo_label(), Some("Change platform label of “20% off the Fjell 2 with TOBI20”"));
}

#[test]
fn a_dropdown_moves_the_card_to_another_creator_and_into_the_tray() {
    let mut harness = inspector();
    harness.get_by_role_and_label(Role::ComboBox, "Creator").click();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, "Maren Solheim").click();
    harness.run();
    assert_eq!(harness.state().doc.index().lane(id("t-ask")), LaneId::parse("maren"));
    harness.get_by_role_and_label(Role::ComboBox, "Creator").click();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, "Ideas").click();
    harness.run();
    assert_eq!(harness.state().doc.index().place(id("t-ask")), Some(None));
    assert!(harness.query_by_label("Product · Ideas, 7 Sep").is_some(), "the idea is still shown");
}

#[test]
fn a_fix_is_one_step_and_clears_its_finding() {
    let mut harness = inspector();
    assert_eq!(harness.state().deriver.derived.counts.errors, 1);
    harness.get_by_label("Error: The ask comes before the relationship");
    // What moves dates is shown first, and only then done.
    harness.get_by_role_and_label(Role::Button, "Put the ask last").click();
    harness.run();
    assert_eq!(harness.state().doc.undo_depth(), 0);
    harness.state_mut().apply_previewed();
    harness.run();
    assert_eq!(harness.state().deriver.derived.counts.errors, 0);
    assert_eq!(harness.state().doc.undo_depth(), 1);
    assert!(harness.query_by_role_and_label(Role::Button, "Put the ask last").is_none());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(harness.state().deriver.derived.counts.errors, 1);
    harness.get_by_role_and_label(Role::Button, "Put the ask last");
}

#[test]
fn a_field_that_is_asked_for_gets_the_keyboard() {
    let mut harness = inspector();
    for (field, role, label) in [
        ("title", Role::TextInput, "Title"),
        ("when", Role::TextInput, "Date"),
        ("notes", Role::MultilineTextInput, "Notes"),
        ("product", Role::ComboBox, "Product"),
        ("cta", Role::RadioButton, "Hard"),
        ("audience_value", Role::CheckBox, "Entertain"),
    ] {
        harness.state_mut().act(Action::FocusField(field));
        harness.run();
        assert!(harness.get_by_role_and_label(role, label).is_focused(), "{field}");
    }
}

#[test]
fn pages_follow_the_selection() {
    let mut harness = inspector();
    harness.state_mut().selection = Selection { moments: Vec::new(), lane: LaneId::parse("tobi"), ..Selection::default() };
    harness.run();
    harness.get_by_label("Tobi’s lane");
    harness.get_by_role_and_label(Role::MultilineTextInput, "Evidence").focus();
    harness.run();
    harness.event(egui::Event::Text("Two posts of 2026\nA third".into()));
    harness.run();
    let lane = Arc::clone(harness.state().doc.campaign().lane(LaneId::parse("tobi").unwrap()).unwrap());
    assert_eq!(lane.relationship.evidence, ["Two posts of 2026", "A third"]);

    harness.state_mut().selection = Selection::default();
    harness.run();
    write(&mut harness, "Last day", "20 Aug 2027");
    assert_eq!(harness.state().doc.campaign().end, Some(day(11, 30)), "the plan cannot end before it begins");
    write(&mut harness, "Last day", "24 Dec 2027");
    assert_eq!(harness.state().doc.campaign().end, Some(day(12, 24)));

    harness.state_mut().selection.moments = vec![id("t-ask"), id("t-ann"), id("m-val")];
    harness.run();
    harness.get_by_label("3 moments selected");
    harness.get_by_role_and_label(Role::ComboBox, "Status").click();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, "Approved").click();
    harness.run();
    assert!(["t-ask", "t-ann", "m-val"].iter().all(|key| harness.state().moment(key).status == Status::Approved));
    harness.get_by_role_and_label(Role::Button, Command::Park.name()).click();
    harness.run();
    assert_eq!(harness.state().asked, ["Run(Park)"]);
}

#[test]
fn a_published_moment_says_so_and_can_be_changed() {
    let mut harness = inspector();
    harness.state_mut().selection.moments = vec![id("m-ann")];
    harness.run();
    harness.get_by_label_contains("Published: fixes never move it");
    write(&mut harness, "Title", "As published");
    assert_eq!(harness.state().moment("m-ann").title, "As published");
}

/// What Tab comes to from one field to another.
fn between(harness: &mut Harness<'_, Host>, from: &str, to: &str) -> Vec<String> {
    harness.get_by_role_and_label(Role::TextInput, from).focus();
    harness.run();
    let mut met = Vec::new();
    for _ in 0..30 {
        harness.key_press(Key::Tab);
        harness.run();
        let has = |node: &egui_kittest::Node<'_>| node.accesskit_node().is_focused() && !node.accesskit_node().is_hidden();
        let name =
            harness.root().children_recursive().find(has).and_then(|node| node.accesskit_node().label()).unwrap_or_default();
        if name == to {
            break;
        }
        met.push(name);
    }
    met
}

#[test]
fn a_choice_of_a_few_is_one_stop_and_arrows_lead_through_it() {
    let mut harness = inspector();
    let met = between(&mut harness, "Title", "Date");
    assert_eq!(met.iter().filter(|name| *name == "Product").count(), 1, "{met:?}");
    assert!(met.len() <= 4 && !met.iter().any(|name| name == "Announcement"), "{met:?}");
    let radio = |harness: &Harness<'_, Host>, name: &str| harness.get_by_role_and_label(Role::RadioButton, name).is_focused();
    harness.get_by_role_and_label(Role::RadioButton, "Product").focus();
    harness.run();
    // Round and round, without a change before it is chosen.
    for (key, name) in [
        (Key::ArrowRight, "Announcement"),
        (Key::ArrowLeft, "Product"),
        (Key::ArrowUp, "Community story"),
        (Key::ArrowLeft, "Values story"),
    ] {
        harness.key_press(key);
        harness.run();
        assert!(radio(&harness, name), "{key:?} leads to {name}");
    }
    assert_eq!(harness.state().doc.undo_depth(), 0);
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(harness.state().moment("t-ask").kind, Kind::Values);
    assert_eq!(harness.state().doc.undo_depth(), 1);
    // The strength of an ask is such a choice, too.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    harness.get_by_role_and_label(Role::RadioButton, "Hard").focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert!(radio(&harness, "Soft"));
    harness.key_press(Key::Tab);
    harness.run();
    assert!(
        !["None", "Soft", "Hard"]
            .into_iter()
            .any(|name| harness.query_by_role_and_label(Role::RadioButton, name).is_some_and(|radio| radio.is_focused()))
    );
}

#[test]
fn a_fee_is_taken_as_people_write_it() {
    let mut harness = inspector();
    for (text, fee) in [
        ("2.5k", "2500.00 EUR"),
        ("2,5k", "2500.00 EUR"),
        ("3m", "3000000.00 EUR"),
        ("$1.2k", "1200.00 USD"),
        ("1,250", "1250.00 EUR"),
    ] {
        clear(&mut harness, "Fee");
        harness.key_press(Key::Delete);
        harness.run();
        write(&mut harness, "Fee", text);
        let cost = harness.state().moment("t-ask").cost.map(|cost| cost.to_string());
        assert_eq!(cost.as_deref(), Some(fee), "{text}");
    }
    write(&mut harness, "Fee", "2.5 pounds");
    harness.get_by_label_contains("or 3.5k");
}
