//! The pages of the inspector and the ways between them, several moments at once, findings that come and go, and the
//! values side by side.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::edit::Document;
use momentboard::model::*;
use momentboard::ui::command::Command;
use momentboard::ui::view::{About, Action, Selection};

use crate::app_window;
use crate::inspect_fields::{Panel, panel_on, pick, plan, press, write};
use crate::panel_host::{day, id};

fn three() -> Selection {
    Selection { moments: vec![id("t-ask"), id("t-ann"), id("m-val")], lane: LaneId::parse("tobi"), ..Selection::default() }
}

fn all(panel: &Panel, says: impl Fn(&Moment) -> bool) -> bool {
    ["t-ask", "t-ann", "m-val"].iter().all(|key| says(&panel.state().moment(key)))
}

#[test]
fn several_are_given_the_same_in_one_step() {
    type Case = (&'static str, fn(&mut Panel), fn(&Moment) -> bool);
    let cases: &[Case] = &[
        ("status", |p| pick(p, "Status", "Approved"), |m| m.status == Status::Approved),
        ("owner", |p| write(p, "Owner", "Lena"), |m| m.owner.as_deref() == Some("Lena")),
        ("platform", |p| pick(p, "Channel", "YouTube"), |m| m.platform == Some(Platform::YouTube)),
        ("format", |p| pick(p, "Format", "Reel"), |m| m.format == Some(Format::Reel)),
        ("call", |p| press(p, Role::RadioButton, "Soft"), |m| m.cta == Some(Cta::Soft)),
        ("product", |p| pick(p, "Product", "Tonic"), |m| m.product == ProductId::parse("tonic")),
        ("pay", |p| pick(p, "Pay", "Paid"), |m| m.compensation == Some(Compensation::Paid)),
        ("control", |p| pick(p, "Control", "Shared"), |m| m.creative_control == Some(Control::Shared)),
        ("gives", |p| press(p, Role::CheckBox, "Inspire"), |m| m.audience_value == [AudienceValue::Inspire]),
        ("value", |p| pick(p, "Shared value", "Nobody runs alone"), |m| m.shared_value.as_deref() == Some("Nobody runs alone")),
    ];
    for (name, act, says) in cases {
        let mut panel = panel_on(plan(), three());
        assert!(!all(&panel, says), "{name}: before anything is done");
        act(&mut panel);
        assert!(all(&panel, says), "{name}");
        assert_eq!(panel.state().doc.undo_depth(), 1, "{name}: one step");
        panel.state_mut().doc.undo();
        assert_eq!(**panel.state().doc.campaign(), plan(), "{name}: undo");
    }
    let mut panel = panel_on(plan(), three());
    pick(&mut panel, "Creator", "Maren Solheim");
    assert!(["t-ask", "t-ann", "m-val"].iter().all(|key| panel.state().doc.index().lane(id(key)) == LaneId::parse("maren")));
    assert_eq!(panel.state().doc.undo_depth(), 1);
    press(&mut panel, Role::Button, Command::DayLater.name());
    assert_eq!(panel.state().asked, ["Run(DayLater)"]);
}

#[test]
fn what_differs_says_mixed_and_can_be_taken_from_all() {
    let mut panel = panel_on(plan(), three());
    let product = panel.get_by_role_and_label(Role::ComboBox, "Product");
    assert_eq!(product.accesskit_node().value().as_deref(), Some("Mixed"), "one has a product, two have none");
    pick(&mut panel, "Product", "Not set");
    assert!(all(&panel, |moment| moment.product.is_none()));
    let mut panel = panel_on(plan(), Selection { moments: vec![id("t-ask"), id("t-ann")], ..three() });
    press(&mut panel, Role::CheckBox, "Inspire");
    panel.state_mut().selection = three();
    panel.run();
    press(&mut panel, Role::CheckBox, "Inspire (2 of 3)");
    assert!(all(&panel, |moment| moment.audience_value == [AudienceValue::Inspire]), "what some give, all give after one press");
    press(&mut panel, Role::CheckBox, "Inspire");
    assert!(all(&panel, |moment| moment.audience_value.is_empty()));
}

#[test]
fn pages_lead_to_each_other_and_back() {
    let mut panel = panel_on(plan(), Selection::moment(id("t-ask"), LaneId::parse("tobi")));
    press(&mut panel, Role::Button, "Show the creator");
    panel.get_by_role_and_label(Role::Heading, "Tobi Achterberg");
    press(&mut panel, Role::Link, "Lane on the board, Northbound");
    panel.get_by_role_and_label(Role::Heading, "Tobi’s lane");
    press(&mut panel, Role::Button, "Show the brand");
    panel.get_by_role_and_label(Role::Heading, "Northbound");
    press(&mut panel, Role::Button, "Back to Tobi’s lane");
    press(&mut panel, Role::Button, "Back to Tobi Achterberg");
    press(&mut panel, Role::Button, "Back to 20% off the Fjell 2 with TOBI20");
    panel.get_by_role_and_label(Role::Heading, "Product · Tobi, 7 Sep");
    assert!(panel.query_by_label_contains("Back to").is_none(), "there is nothing to go back to");

    panel.state_mut().selection = Selection::about(About::Campaign);
    panel.run();
    for page in ["Tobi Achterberg, @tobi.runs", "Northbound, first", "Fjell 2"] {
        press(&mut panel, Role::Link, page);
        press(&mut panel, Role::Button, "Back to Campaign");
    }
    press(&mut panel, Role::Button, Command::AddBrand.name());
    press(&mut panel, Role::Button, Command::AddProductName.name());
    press(&mut panel, Role::Button, Command::AddCreator.name());
    assert_eq!(panel.state().asked, ["Run(AddBrand)", "Run(AddProductName)", "Run(AddCreator)"]);
}

#[test]
fn what_is_used_is_not_deleted_and_says_why() {
    let product = |key: &str| Selection::about(About::Product(ProductId::parse(key).unwrap()));
    let mut panel = panel_on(plan(), product("fjell"));
    assert!(panel.get_by_role_and_label(Role::Button, "Delete the product").accesskit_node().is_disabled());
    panel.state_mut().selection = product("tonic");
    panel.run();
    press(&mut panel, Role::Button, "Delete the product");
    assert!(panel.state().doc.campaign().product(ProductId::parse("tonic").unwrap()).is_none());
    panel.get_by_role_and_label(Role::Heading, "Campaign");
    panel.state_mut().selection = Selection::about(About::Creator(CreatorId::parse("tobi").unwrap()));
    panel.run();
    assert!(panel.get_by_role_and_label(Role::Button, "Delete the creator").accesskit_node().is_disabled());
    panel.state_mut().selection = Selection::about(About::Brand(BrandId::parse("fjell").unwrap()));
    panel.run();
    press(&mut panel, Role::Button, "Delete the brand");
    assert_eq!(panel.state().doc.campaign().brands.len(), 1);
    assert_eq!(panel.state().doc.undo_label(), Some("Delete “Fjellhus”"));
    panel.state_mut().selection = Selection::about(About::Brand(BrandId::parse("nb").unwrap()));
    panel.run();
    assert!(panel.get_by_role_and_label(Role::Button, "Delete the brand").accesskit_node().is_disabled(), "lanes speak for it");
}

#[test]
fn an_item_of_a_list_is_written_changed_left_and_deleted() {
    let mut panel = panel_on(plan(), Selection::about(About::Campaign));
    press(&mut panel, Role::Button, "Add to blackout dates");
    write(&mut panel, "Blackout dates: From", "24 Oct");
    assert!(
        panel.get_by_role_and_label(Role::Button, "Done: blackout dates").accesskit_node().is_disabled(),
        "the end is missing"
    );
    write(&mut panel, "Blackout dates: To", "23 Oct");
    assert!(
        panel.get_by_role_and_label(Role::Button, "Done: blackout dates").accesskit_node().is_disabled(),
        "it runs backwards"
    );
    // What is written survives a look at another page.
    panel.state_mut().selection = Selection::moment(id("t-ask"), None);
    panel.run();
    panel.state_mut().selection = Selection::about(About::Campaign);
    panel.run();
    write(&mut panel, "Blackout dates: To", "25 Oct");
    panel.key_press(Key::Enter);
    panel.run();
    assert_eq!(panel.state().doc.campaign().blackouts.len(), 1);
    assert_eq!(panel.state().doc.undo_depth(), 1);
    press(&mut panel, Role::Button, "Blackout dates, change: 24 Oct – 25 Oct 2027 ");
    write(&mut panel, "Blackout dates: Why", "Election");
    press(&mut panel, Role::Button, "Cancel: blackout dates");
    assert_eq!(panel.state().doc.campaign().blackouts[0].why, None, "left as it was");
    press(&mut panel, Role::Button, "Blackout dates, change: 24 Oct – 25 Oct 2027 ");
    write(&mut panel, "Blackout dates: Why", "Election");
    press(&mut panel, Role::Button, "Done: blackout dates");
    assert_eq!(panel.state().doc.campaign().blackouts[0].why.as_deref(), Some("Election"));
    press(&mut panel, Role::Button, "Delete 24 Oct – 25 Oct 2027 Election");
    assert!(panel.state().doc.campaign().blackouts.is_empty());
    assert_eq!(panel.state().doc.undo_depth(), 3);
}

#[test]
fn a_rare_field_is_behind_more_fields_until_it_says_something() {
    let mut panel = panel_on(plan(), Selection::moment(id("t-ask"), LaneId::parse("tobi")));
    assert!(panel.query_by_role_and_label(Role::TextInput, "Measures").is_none());
    // A fix that leads to such a field unfolds it and gives it the keyboard.
    panel.state_mut().act(Action::FocusField("time"));
    panel.run();
    assert!(panel.get_by_role_and_label(Role::TextInput, "Time").is_focused());
    assert!(panel.query_by_role_and_label(Role::TextInput, "Measures").is_some());
    write(&mut panel, "Measures", "saves");
    press(&mut panel, Role::DisclosureTriangle, "More fields");
    panel.state_mut().selection = Selection::moment(id("t-ann"), LaneId::parse("tobi"));
    panel.run();
    panel.state_mut().selection = Selection::moment(id("t-ask"), LaneId::parse("tobi"));
    panel.run();
    assert!(panel.query_by_role_and_label(Role::TextInput, "Measures").is_some(), "it says something now");
    assert!(panel.query_by_role_and_label(Role::TextInput, "Length").is_none());
}

#[test]
fn fields_stay_where_they_are_when_a_finding_goes() {
    let mut panel = panel_on(plan(), Selection::moment(id("t-ask"), LaneId::parse("tobi")));
    let place = |panel: &Panel| panel.get_by_role_and_label(Role::TextInput, "Title").rect().top();
    let before = place(&panel);
    panel.get_by_label("Error: The ask comes before the relationship");
    let title = panel.get_by_role_and_label(Role::TextInput, "Title").rect().center();
    panel.hover_at(title);
    panel.run();
    // Without its product and its call it asks for nothing any more.
    let quiet = |id| momentboard::edit::Edit::SetMoment { id, change: momentboard::edit::MomentChange::Kind(Kind::Story) };
    let soft = |id| momentboard::edit::Edit::SetMoment { id, change: momentboard::edit::MomentChange::Cta(None) };
    let step = momentboard::edit::Step::new("Quiet", vec![quiet(id("t-ask")), soft(id("t-ask"))]);
    panel.state_mut().act(Action::Edit(step));
    panel.run();
    panel.get_by_label("Cleared: The ask comes before the relationship");
    assert!((place(&panel) - before).abs() < 0.5, "{} → {}", before, place(&panel));
    panel.hover_at(egui::pos2(20.0, 20.0));
    panel.run();
    assert!(panel.query_by_label_contains("Cleared").is_none());
    assert!(place(&panel) < before - 20.0, "once nobody works here the place is given free");
}

#[test]
fn a_suggested_fix_is_shown_before_it_is_done() {
    let mut panel = panel_on(plan(), Selection::moment(id("t-ask"), LaneId::parse("tobi")));
    press(&mut panel, Role::Button, "Put the ask last");
    assert_eq!(panel.state().doc.undo_depth(), 0, "nothing has changed yet");
    assert_eq!(panel.state().previewed.as_ref().map(|fix| fix.title.as_str()), Some("Put the ask last"));
    press(&mut panel, Role::Button, "More about “The ask comes before the relationship”");
    press(&mut panel, Role::MenuItem, "Explain");
    assert_eq!(panel.state().asked[0], "Explain(\"PBR-01\")");
}

#[test]
fn a_wide_sheet_has_two_columns_and_goes_from_moment_to_moment() {
    let mut panel = panel_on(plan(), Selection::moment(id("t-ask"), LaneId::parse("tobi")));
    panel.state_mut().width = 400.0;
    let narrow = panel.get_by_role_and_label(Role::TextInput, "Title").rect().top();
    let fee = panel.get_by_role_and_label(Role::TextInput, "Fee").rect().top();
    assert!(fee > narrow + 300.0);
    panel.state_mut().width = 716.0;
    panel.set_size(egui::vec2(760.0, 900.0));
    panel.run();
    let title = panel.get_by_role_and_label(Role::TextInput, "Title").rect();
    let fee = panel.get_by_role_and_label(Role::TextInput, "Fee").rect();
    assert!(fee.left() > title.right() && fee.top() < title.top() + 130.0, "{title:?} {fee:?}");
    press(&mut panel, Role::Button, Command::SelectNext.name());
    press(&mut panel, Role::Button, Command::SelectPrevious.name());
    press(&mut panel, Role::Button, Command::ClearSelection.name());
    assert_eq!(panel.state().asked, ["Run(SelectNext)", "Run(SelectPrevious)", "Run(ClearSelection)"]);
}

/// The window on the plan with Tobi's lane selected and the values open.
fn values() -> app_window::Window {
    let mut campaign = plan();
    campaign.audience_values = vec!["Humour".into(), "Thrift".into()];
    let mut window = app_window::window_on(campaign);
    app_window::select(&mut window, "Tobi, 7 Sep");
    window.get_by_role_and_label(Role::ComboBox, "Shared value").click();
    window.run();
    app_window::click(&mut window, "Compare values…");
    window
}

fn document(window: &app_window::Window) -> &Document {
    window.state().document()
}

#[test]
fn values_stand_side_by_side_with_what_they_have_in_common() {
    let mut window = values();
    window.get_by_label_contains("have 1 value in common");
    window.get_by_label("Nobody runs alone = Nobody runs alone: Creator and brand");
    window.get_by_label("Humour = Humour: With the audience");
    window.get_by_label("Patience over pace: Only one");
    window.get_by_label("The audience: an assumption");
    app_window::press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label("The audience: an assumption").is_none());
    assert_eq!(document(&window).undo_depth(), 0);
}

#[test]
fn values_are_added_linked_renamed_and_taken_out_as_steps() {
    let mut window = values();
    let menu = |window: &mut app_window::Window, chip: &str, row: &str| {
        window.get_by_role_and_label(Role::Button, chip).click();
        window.run();
        window.get_by_role_and_label(Role::MenuItem, row).click();
        window.run();
    };
    menu(&mut window, "Tobi: Humour", "Means the same as “Patience over pace”");
    let links = |window: &app_window::Window| {
        let lane = document(window).campaign().lane(LaneId::parse("tobi").unwrap()).unwrap().clone();
        lane.value_links.iter().map(|link| (link.creator.clone(), link.brand.clone())).collect::<Vec<_>>()
    };
    assert_eq!(links(&window), [("Humour".to_owned(), "Patience over pace".to_owned())]);
    window.get_by_label("Humour = Patience over pace = Humour: All three");

    // A new word goes into the link as well.
    menu(&mut window, "Tobi: Humour", "Rename…");
    window.event(egui::Event::Text("Wit".into()));
    window.run();
    app_window::press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(links(&window), [("Wit".to_owned(), "Patience over pace".to_owned())]);
    assert_eq!(document(&window).undo_label(), Some("Rename value “Humour” to “Wit”"));

    menu(&mut window, "Northbound: Patience over pace", "Not the same as “Wit”");
    assert!(links(&window).is_empty());
    menu(&mut window, "The audience: Thrift", "Northbound stands for it, too");
    assert_eq!(document(&window).campaign().brands[0].values, ["Nobody runs alone", "Patience over pace", "Thrift"]);
    menu(&mut window, "Northbound: Thrift", "Take out");
    assert_eq!(document(&window).campaign().brands[0].values, ["Nobody runs alone", "Patience over pace"]);

    window.get_by_role_and_label(Role::TextInput, "Add a value: Tobi").focus();
    window.run();
    window.event(egui::Event::Text("Craft".into()));
    window.run();
    app_window::press(&mut window, Modifiers::NONE, Key::Enter);
    let tobi = document(&window).campaign().creator(CreatorId::parse("tobi").unwrap()).unwrap().clone();
    assert_eq!(tobi.values, ["Nobody runs alone", "Wit", "Craft"]);

    window.get_by_role_and_label(Role::TextInput, "Compared by").focus();
    window.run();
    window.event(egui::Event::Text("Lena".into()));
    window.run();
    app_window::press(&mut window, Modifiers::NONE, Key::Tab);
    let lane = document(&window).campaign().lane(LaneId::parse("tobi").unwrap()).unwrap().clone();
    assert!(lane.values_compared.as_ref().is_some_and(|compared| compared.by == "Lena" && compared.on == day(9, 2)));
    assert_eq!(document(&window).undo_depth(), 7);
}

#[test]
fn a_finding_about_values_opens_them() {
    let mut campaign = plan();
    campaign.rules_off.retain(|off| off.rule != "FIT-01");
    let tobi = Arc::make_mut(&mut campaign.creators[0]);
    tobi.values = vec!["Humour".into()];
    let mut window = app_window::window_on(campaign);
    app_window::select(&mut window, "Tobi, 22 Sep");
    assert!(window.state().findings().iter().any(|finding| finding.rule.code == "FIT-01"));
    let key = window.state().findings().iter().find(|finding| finding.rule.code == "FIT-01").unwrap().lane;
    assert_eq!(key, LaneId::parse("tobi"));
    window.get_by_role_and_label(Role::Button, "Show the creator").click();
    window.run();
    window.get_by_role_and_label(Role::Link, "Lane on the board, Northbound").click();
    window.run();
    app_window::click(&mut window, "Compare the values");
    window.get_by_label("The audience: an assumption");
    window.get_by_label_contains("nothing in common as far as the words go");
}

#[test]
fn the_field_in_which_somebody_writes_stays_where_it_is_while_findings_come_and_go() {
    let mut window = app_window::window();
    app_window::select(&mut window, "Product, Tobi");
    let mut lengths = std::collections::BTreeSet::new();
    for (field, texts) in [
        ("Date", ["30 Nov", "6 Sep", "7 Sep", "", "1 Dec"].as_slice()),
        ("Title", &["A", "20% off with #ad", ""]),
        ("Fee", &["900", "90000000"]),
        ("Owner", &["Ida", ""]),
    ] {
        window.get_by_role_and_label(Role::TextInput, field).focus();
        window.run();
        let place = |window: &app_window::Window| window.get_by_role_and_label(Role::TextInput, field).rect().left_top();
        let before = place(&window);
        for text in texts {
            app_window::press(&mut window, Modifiers::COMMAND, Key::A);
            app_window::press(&mut window, Modifiers::NONE, Key::Backspace);
            for c in text.chars() {
                window.event(egui::Event::Text(c.to_string()));
                window.step();
                let now = place(&window);
                assert!((now - before).length() < 0.5, "“{field}” moved from {before:?} to {now:?} at “{text}”");
            }
            window.run();
            assert!((place(&window) - before).length() < 0.5, "“{field}” at “{text}”");
            lengths.insert(window.state().findings().len());
        }
    }
    assert!(lengths.len() > 1, "findings came and went: {lengths:?}");
}
