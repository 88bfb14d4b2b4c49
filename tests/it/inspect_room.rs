//! The inspector with little room, with long texts, and with what cannot be read: nothing is cut, nothing runs away and
//! nothing that was written is lost.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::*;
use momentboard::ui::bars;
use momentboard::ui::view::{About, Selection};

use crate::app_window;
use crate::inspect_fields::{Panel, panel_on, pick, plan, press, write};
use crate::panel_host::{day, id};
use crate::places::is_control;

fn ask() -> Selection {
    Selection::moment(id("t-ask"), LaneId::parse("tobi"))
}

fn value(panel: &Panel, role: Role, field: &str) -> String {
    panel.get_by_role_and_label(role, field).accesskit_node().value().unwrap_or_default()
}

/// The plan with a phase and days of rest, so that their lists have lines.
fn full() -> Campaign {
    let mut campaign = plan();
    let unknown = Unknown::default;
    campaign.phases = vec![Phase { name: "Introduce".into(), from: day(9, 1), to: day(9, 19), kind: None, unknown: unknown() }];
    campaign.blackouts =
        vec![Blackout { from: day(10, 1), to: day(10, 4), why: Some("Everyone is away".into()), unknown: unknown() }];
    campaign
}

#[test]
fn nothing_stands_out_of_the_panel_at_any_width() {
    let three = Selection { moments: vec![id("t-ask"), id("t-ann"), id("m-val")], ..Selection::default() };
    let pages = [
        ("moment", ask()),
        ("an organic one", Selection::moment(id("t-own"), LaneId::parse("tobi"))),
        ("idea", Selection::moment(id("idea"), None)),
        ("several", three),
        ("lane", Selection::lane(LaneId::parse("tobi").unwrap())),
        ("brand lane", Selection::lane(LaneId::parse("own").unwrap())),
        ("campaign", Selection::about(About::Campaign)),
        ("creator", Selection::about(About::Creator(CreatorId::parse("tobi").unwrap()))),
        ("product", Selection::about(About::Product(ProductId::parse("tonic").unwrap()))),
        ("brand", Selection::about(About::Brand(BrandId::parse("nb").unwrap()))),
    ];
    for width in [280.0, 316.0, 420.0] {
        for (page, selection) in &pages {
            let mut panel = panel_on(full(), selection.clone());
            panel.state_mut().width = width;
            panel.run();
            if panel.query_by_role_and_label(Role::DisclosureTriangle, "More fields").is_some() {
                press(&mut panel, Role::DisclosureTriangle, "More fields");
            }
            let heading = panel.get_all_by_role(Role::Heading).next().expect("a page has a title").rect();
            let mut seen = 0;
            for node in panel.root().children_recursive() {
                let role = node.accesskit_node().role();
                let about = node.accesskit_node().label();
                if !is_control(role) && !matches!(role, Role::Label | Role::RadioGroup) {
                    continue;
                }
                let rect = node.rect();
                seen += 1;
                let inside = rect.left() >= heading.left() - 0.5 && rect.right() <= heading.right() - 4.0;
                assert!(inside, "{page} at {width}: {role:?} {about:?} stands at {rect:?}");
            }
            assert!(seen > 10, "{page} at {width}: only {seen} controls");
        }
    }
}

#[test]
fn what_is_too_long_for_a_line_is_read_in_the_next_one_and_enter_ends_it() {
    for field in ["Title", "Label"] {
        let mut panel = panel_on(plan(), ask());
        let height = |panel: &Panel| panel.get_by_role_and_label(Role::TextInput, field).rect().height();
        write(&mut panel, field, "Short");
        let low = height(&panel);
        write(&mut panel, field, "Werbung | Publicité | Ad PLUS WORDS AND MORE OF THEM, than one line of the panel holds");
        let high = height(&panel);
        assert!(high > low + 10.0, "{field}: {low} {high}");
        panel.event(egui::Event::Paste("two\nlines".to_owned()));
        panel.run();
        panel.key_press(Key::Enter);
        panel.run();
        let text = value(&panel, Role::TextInput, field);
        assert!(text.ends_with("holdstwo lines"), "{field}: {text}");
        assert!(!panel.get_by_role_and_label(Role::TextInput, field).accesskit_node().is_focused(), "{field}");
    }
}

#[test]
fn while_a_date_is_written_that_cannot_be_read_nothing_below_moves() {
    let mut panel = panel_on(plan(), ask());
    let below = |panel: &Panel| panel.get_by_role_and_label(Role::TextInput, "Label").rect().top();
    let before = below(&panel);
    write(&mut panel, "Date", "32 Foo");
    panel.get_by_label_contains("Not a day yet");
    assert!((below(&panel) - before).abs() < 0.5, "{before} {}", below(&panel));
    // Enter does not end what cannot be read: the next keys are still letters.
    panel.key_press(Key::Enter);
    panel.run();
    assert!(panel.get_by_role_and_label(Role::TextInput, "Date").accesskit_node().is_focused());
    // Nor does anything move once it is left: it says so where the pointer rests on it, and to whoever hears it.
    panel.get_by_role_and_label(Role::TextInput, "Title").focus();
    panel.run();
    assert!((below(&panel) - before).abs() < 0.5, "{before} {}", below(&panel));
    assert!(panel.query_by_label_contains("Not a day yet").is_none(), "nothing lies over the fields");
    assert!(described(&panel, "Date").is_some_and(|text| text.starts_with("Not a day yet")));
    panel.get_by_role_and_label(Role::TextInput, "Date").hover();
    panel.run();
    for _ in 0..60 {
        panel.step();
    }
    panel.get_by_label_contains("Not a day yet");
}

/// What is said of a field besides its name.
fn described(panel: &Panel, field: &str) -> Option<String> {
    panel.get_by_role_and_label(Role::TextInput, field).accesskit_node().data().description().map(str::to_owned)
}

#[test]
fn a_date_that_cannot_be_read_waits_for_its_moment() {
    let mut panel = panel_on(plan(), ask());
    let window = panel.get_by_role_and_label(Role::ComboBox, "May move").rect().top();
    write(&mut panel, "Date", "31.02.");
    let moved = panel.get_by_role_and_label(Role::ComboBox, "May move").rect().top();
    assert!((window - moved).abs() < 0.5, "the field beside it stays on its line: {window} {moved}");
    panel.state_mut().selection = Selection::moment(id("t-ann"), LaneId::parse("tobi"));
    panel.run();
    assert_ne!(value(&panel, Role::TextInput, "Date"), "31.02.", "it is another moment's");
    panel.state_mut().selection = ask();
    panel.run();
    assert_eq!(value(&panel, Role::TextInput, "Date"), "31.02.");
    assert!(described(&panel, "Date").is_some_and(|text| text.starts_with("Not a day yet")));
    assert_eq!(panel.state().doc.undo_depth(), 0);

    // What the plan says meanwhile wins.
    panel.state_mut().selection = Selection::moment(id("t-ann"), LaneId::parse("tobi"));
    panel.run();
    let to = momentboard::edit::Place::Lane(LaneId::parse("tobi").unwrap());
    let moved = momentboard::edit::Edit::MoveMoment { id: id("t-ask"), to, when: When::On(day(10, 3)) };
    let step = momentboard::edit::Step::new("Move", vec![moved]);
    panel.state_mut().doc.edit(step, std::time::Duration::ZERO).unwrap();
    panel.state_mut().selection = ask();
    panel.run();
    assert_eq!(value(&panel, Role::TextInput, "Date"), "Sun 3 Oct");

    // Escape gives it up.
    write(&mut panel, "Date", "soon");
    panel.key_press(Key::Escape);
    panel.run();
    assert_eq!(value(&panel, Role::TextInput, "Date"), "Sun 3 Oct");
}

#[test]
fn a_long_text_scrolls_in_its_field() {
    let mut panel = panel_on(plan(), ask());
    panel.get_by_role_and_label(Role::MultilineTextInput, "Hook").focus();
    panel.run();
    panel.key_press_modifiers(Modifiers::COMMAND, Key::A);
    panel.run();
    panel.event(egui::Event::Paste("one word and another\n".repeat(500)));
    panel.run();
    assert_eq!(panel.state().moment("t-ask").hook.map_or(0, |hook| hook.len()), 10_500);
    let hook = panel.get_by_role_and_label(Role::MultilineTextInput, "Hook").rect();
    let next = panel.get_by_role_and_label(Role::CheckBox, "Entertain").rect();
    assert!(next.top() - hook.top() < 300.0, "the next field is in reach: {} {}", hook.top(), next.top());
    // The keyboard is still in the field, and typing goes on.
    panel.event(egui::Event::Text("end".into()));
    panel.run();
    assert!(panel.state().moment("t-ask").hook.is_some_and(|hook| hook.ends_with("end")));
}

#[test]
fn a_list_is_parted_by_commas_and_by_lines() {
    let creator = Selection::about(About::Creator(CreatorId::parse("tobi").unwrap()));
    let mut panel = panel_on(plan(), creator);
    panel.get_by_role_and_label(Role::MultilineTextInput, "Values").focus();
    panel.run();
    panel.key_press_modifiers(Modifiers::COMMAND, Key::A);
    panel.run();
    panel.event(egui::Event::Paste("Craft\nWit, Craft\r\nGrit".into()));
    panel.run();
    let creator = panel.state().doc.campaign().creator(CreatorId::parse("tobi").unwrap()).unwrap();
    assert_eq!(creator.values, ["Craft", "Wit", "Grit"]);
}

#[test]
fn a_lane_names_its_brand_and_leads_to_it() {
    let tobi = LaneId::parse("tobi").unwrap();
    let mut panel = panel_on(plan(), Selection::lane(tobi));
    let brand = |panel: &Panel| value(panel, Role::ComboBox, "Brand");
    assert_eq!(panel.state().doc.campaign().lane(tobi).unwrap().brand, None);
    assert_eq!(brand(&panel), "Northbound", "a lane without a brand of its own is the first one's");
    pick(&mut panel, "Brand", "Northbound");
    assert_eq!(panel.state().doc.undo_depth(), 0, "which is no change");
    pick(&mut panel, "Brand", "Fjellhus");
    assert_eq!(brand(&panel), "Fjellhus");
    press(&mut panel, Role::Button, "Show the brand");
    panel.get_by_role_and_label(Role::Heading, "Fjellhus");
    press(&mut panel, Role::Button, "Back to Tobi’s lane");
    press(&mut panel, Role::Button, "Show the creator");
    panel.get_by_role_and_label(Role::Heading, "Tobi Achterberg");
}

#[test]
fn what_is_usual_stands_behind_more_fields() {
    let page = |pay, placement| {
        let mut campaign = plan();
        campaign.lanes.iter_mut().for_each(|lane| {
            let lane = Arc::make_mut(lane);
            for moment in lane.moments.iter_mut().filter(|moment| moment.id == id("t-ask")) {
                let moment = Arc::make_mut(moment);
                (moment.compensation, moment.placement) = (Some(pay), Some(placement));
            }
        });
        let panel = panel_on(campaign, ask());
        ["Pay", "Placement"].map(|field| panel.query_by_role_and_label(Role::ComboBox, field).is_some())
    };
    assert_eq!(page(Compensation::Paid, Placement::Dedicated), [false, false]);
    assert_eq!(page(Compensation::Gifted, Placement::Embedded), [true, true]);
}

#[test]
fn many_values_leave_the_creators_in_sight() {
    let mut campaign = plan();
    let brand = Arc::make_mut(&mut campaign.brands[0]);
    brand.values = (0..30).map(|at| format!("Value {at}")).collect();
    let mut window = app_window::window_on(campaign);
    window.get_by_role_and_label(Role::Label, "Value 5");
    assert!(window.query_by_role_and_label(Role::Label, "Value 6").is_none());
    window.get_by_role_and_label(Role::Button, "24 more").click();
    window.run();
    window.get_by_role_and_label(Role::Heading, "Northbound");
}

#[test]
fn the_fields_of_a_moment_are_in_sight_down_to_its_notes() {
    // The fullest moment of the demo: three findings, a product, a picture, and notes of two lines.
    let mut window = app_window::window();
    app_window::select(&mut window, "Product, Tobi");
    let bottom = window.ctx.content_rect().bottom() - bars::STATUS;
    for (role, name) in [
        (Role::ComboBox, "Status"),
        (Role::TextInput, "Owner"),
        (Role::TextInput, "Fee"),
        (Role::Button, "Replace the picture"),
        (Role::MultilineTextInput, "Notes"),
    ] {
        let rect = window.get_by_role_and_label(role, name).rect();
        assert!(rect.bottom() < bottom, "{name} ends at {} and the panel at {bottom}", rect.bottom());
    }
}

#[test]
fn status_and_owner_stand_side_by_side_as_long_as_both_are_read_whole() {
    let sits = |status: Status, owner: &str| {
        let mut campaign = plan();
        let place = campaign.lanes.iter_mut().flat_map(|lane| &mut Arc::make_mut(lane).moments);
        let changed = Arc::make_mut(place.into_iter().find(|moment| moment.id == id("t-ask")).unwrap());
        (changed.status, changed.owner) = (status, Some(owner.to_owned()));
        let mut panel = panel_on(campaign, ask());
        panel.state_mut().width = 316.0;
        panel.run();
        panel
    };
    let beside = |panel: &Panel| {
        let status = panel.get_by_role_and_label(Role::ComboBox, "Status").rect();
        let owner = panel.get_by_role_and_label(Role::TextInput, "Owner").rect();
        assert!(!status.intersects(owner.shrink(0.5)), "{status:?} {owner:?}");
        owner.top() < status.bottom()
    };
    assert!(beside(&sits(Status::Draft, "Ida Moen")));
    assert!(!beside(&sits(Status::Published, "Oskar Nyman")));
    assert!(!beside(&sits(Status::Draft, "Oskar Nyman and everybody else")));
    // While somebody writes there nothing moves.
    let mut panel = sits(Status::Draft, "Ida");
    write(&mut panel, "Owner", "Oskar Nyman and everybody else");
    let owner = panel.get_by_role_and_label(Role::TextInput, "Owner");
    assert!(owner.accesskit_node().is_focused() && beside(&panel));
    panel.key_press(Key::Enter);
    panel.run();
    assert!(!beside(&panel), "what was written is read whole");
}
