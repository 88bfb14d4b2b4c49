//! Seven scripts in every field of every place: what is written stands there as it was written, is drawn without a box in the place
//! of a letter, and is kept where the field belongs to the plan.

use std::collections::HashSet;
use std::sync::Arc;

use egui::accesskit::{NodeId, Role};
use egui::{Event, Key, MissingGlyphPolicy, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{App, Keeper, Rim};
use momentboard::model::{BrandId, Campaign};
use momentboard::store::{read, write};
use momentboard::ui::command::Command;
use momentboard::ui::view::{About, Action, Selection, View};

use crate::app_window::*;
use crate::direction::shipped;
use crate::places::{Place, Shown, at, choose_ask, first_arc, versions, where_wanted};
use crate::scratch::Scratch;
use crate::scripts_everywhere::TEXTS;

const WIDE: Shown = Shown { theme: egui::Theme::Light, size: [1440.0, 1400.0], scale: 100 };

/// The pages of the inspector, and what is opened on them.
const PAGES: &[Place] = &[
    ("the page of the campaign", |window| about(window, About::Campaign)),
    ("a phase on the page of the campaign", |window| {
        about(window, About::Campaign);
        press_on(window, "Add to phases");
    }),
    ("blackout dates on the page of the campaign", |window| {
        about(window, About::Campaign);
        press_on(window, "Add to blackout dates");
    }),
    ("the page of a creator", |window| {
        let creator = plan(window).creators[1].id;
        about(window, About::Creator(creator));
    }),
    ("a deal on the page of a creator", |window| {
        let creator = plan(window).creators[1].id;
        about(window, About::Creator(creator));
        press_on(window, "Add to earlier deals");
    }),
    ("what a creator rules out", |window| {
        let creator = plan(window).creators[1].id;
        about(window, About::Creator(creator));
        press_on(window, "Add to rules out");
    }),
    ("the page of a brand", |window| {
        let brand = brand(window);
        about(window, About::Brand(brand));
    }),
    ("the page of a product", |window| {
        let product = plan(window).products[0].id;
        about(window, About::Product(product));
    }),
    ("what a brand does for a value", |window| {
        let brand = brand(window);
        about(window, About::Brand(brand));
        press_on(window, "Add to does for it");
    }),
    ("another shared value", other_value),
    ("your own page", own_page),
    ("a rule that is turned off", rule_off),
    ("the days of the filter", |window| {
        press(window, Modifiers::COMMAND, Key::F);
        click(window, "Filter by Dates");
    }),
    ("the words of the findings", |window| click(window, "Filter findings")),
];

fn plan(window: &Window) -> Campaign {
    (**window.state().document().campaign()).clone()
}

fn brand(window: &Window) -> BrandId {
    plan(window).brands[0].id
}

fn about(window: &mut Window, about: About) {
    window.state_mut().want(Action::Select(Selection::about(about)));
    window.run();
}

/// What stands further down comes into sight once the keyboard is on it.
fn press_on(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::Button, label).focus();
    window.run();
    press(window, Modifiers::NONE, Key::Enter);
}

fn other_value(window: &mut Window) {
    select(window, "Last place is still a place");
    window.get_by_role_and_label(Role::ComboBox, "Shared value").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "Other…").click();
    window.run();
}

fn own_page(window: &mut Window) {
    press(window, Modifiers::COMMAND, Key::E);
    press_on(window, "Add your own page");
}

fn rule_off(window: &mut Window) {
    window.state_mut().want(Action::RuleSettings(Some("PBR-04")));
    window.run();
    click(window, "Turn PBR-04 off for this plan");
}

/// Draws with the fonts that are shipped, and panics where a letter is in none of them.
fn with_fonts(window: &mut Window) {
    window.ctx.add_font_provider(Arc::new(shipped));
    window.ctx.set_missing_glyph_policy(MissingGlyphPolicy::Panic);
    window.run();
}

/// What can be written in: in the dialog in front where there is one.
fn fields(window: &Window) -> Vec<(NodeId, String)> {
    let front = window.query_all_by_role(Role::Dialog).last().unwrap_or_else(|| window.root());
    let is_field = |role: Role| matches!(role, Role::TextInput | Role::MultilineTextInput | Role::EditableComboBox);
    let all = front.children_recursive().filter(|node| {
        let node = node.accesskit_node();
        is_field(node.role()) && !node.is_hidden() && !node.is_read_only_or_disabled()
    });
    all.map(|node| (node.accesskit_node().locate().0, node.accesskit_node().label().unwrap_or_default())).collect()
}

fn node(window: &Window, id: NodeId) -> Option<egui_kittest::Node<'_>> {
    window.root().children_recursive().find(|node| node.accesskit_node().locate().0 == id)
}

fn stands(window: &Window, id: NodeId) -> Option<String> {
    Some(node(window, id)?.accesskit_node().value().unwrap_or_default())
}

/// What was saved and read is what was written.
fn comes_back(window: &Window) {
    let saved = write(&plan(window)).expect("it can be written");
    assert_eq!(read(&saved).expect("it can be read").campaign, plan(window));
}

/// Writes every text in every field that was not met before, and says what did not stand there then.
fn written_in(window: &mut Window, met: &mut HashSet<NodeId>) -> Vec<String> {
    with_fonts(window);
    let mut wrong = Vec::new();
    for (id, name) in fields(window) {
        if !met.insert(id) {
            continue;
        }
        let before = stands(window, id).unwrap_or_default();
        for (script, text) in TEXTS {
            let Some(field) = node(window, id) else {
                wrong.push(format!("“{name}” is gone before {script}"));
                break;
            };
            field.focus();
            window.run();
            overwrite(window, text);
            let now = stands(window, id);
            if now.as_deref() != Some(text) {
                wrong.push(format!("“{name}” in {script}: {now:?}"));
            }
        }
        // What is looked for, for example, keeps other fields away.
        overwrite(window, &before);
    }
    comes_back(window);
    wrong
}

/// Walks through one share of all the places.
fn walk(share: usize) {
    let (mut met, mut wrong) = (HashSet::new(), Vec::new());
    let mut see = |place: &'static str, window: &mut Window| {
        wrong.extend(written_in(window, &mut met).into_iter().map(|what| format!("{place}: {what}")));
    };
    where_wanted(WIDE, |place| place % SHARES == share, &mut see);
    for (_, more) in PAGES.iter().enumerate().filter(|(at, _)| at % SHARES == share) {
        see(more.0, &mut at(*more, WIDE).window);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(met.len() > 10, "{}", met.len());
}

/// Each test walks through so many-th of all places, so that they run side by side.
const SHARES: usize = 3;

#[test]
fn every_field_of_the_first_places_takes_every_script() {
    walk(0);
}

#[test]
fn every_field_of_the_second_places_takes_every_script() {
    walk(1);
}

#[test]
fn every_field_of_the_third_places_takes_every_script() {
    walk(2);
}

/// A way to write a text so that the plan keeps it.
type Way = (&'static str, fn(&mut Window, &str));

const KEPT: &[Way] = &[
    ("the title on a card", |window, text| {
        select(window, "Values story, Tobi");
        press(window, Modifiers::NONE, Key::F2);
        typed_there(window, "New title", text);
    }),
    ("the name at the head of a lane", |window, text| {
        lane(window);
        press(window, Modifiers::NONE, Key::F2);
        typed_there(window, "New name", text);
    }),
    ("a cell of the table", |window, text| {
        select(window, "Values story, Tobi");
        run(window, Command::Show(View::Table));
        press(window, Modifiers::NONE, Key::F2);
        overwrite(window, text);
        press(window, Modifiers::NONE, Key::Enter);
    }),
    ("a phase", |window, text| {
        run(window, Command::AddPhase);
        overwrite(window, text);
        press(window, Modifiers::NONE, Key::Enter);
    }),
    ("blackout dates", |window, text| {
        select(window, "Last place is still a place");
        run(window, Command::AddBlackout);
        overwrite(window, text);
        press(window, Modifiers::NONE, Key::Enter);
    }),
    ("a creator", |window, text| {
        let creator = plan(window).creators[1].id;
        about(window, About::Creator(creator));
        write_over(window, Role::TextInput, "Name", text);
    }),
    ("a brand", |window, text| {
        let brand = brand(window);
        about(window, About::Brand(brand));
        write_over(window, Role::TextInput, "Name", text);
    }),
    ("a product", |window, text| {
        let product = plan(window).products[0].id;
        about(window, About::Product(product));
        write_over(window, Role::TextInput, "Name", text);
    }),
    ("another shared value", |window, text| {
        other_value(window);
        write_over(window, Role::TextInput, "In other words", text);
    }),
    ("the audience of a lane", |window, text| {
        lane(window);
        write_over(window, Role::TextInput, "Audience", text);
    }),
    ("a value of the audience", |window, text| {
        choose_ask(window);
        run(window, Command::CompareValues);
        write_over(window, Role::TextInput, "Add a value: The audience", text);
        press(window, Modifiers::NONE, Key::Enter);
    }),
    ("the reason of an acceptance", |window, text| {
        accept(window);
        write_over(window, Role::MultilineTextInput, "Why is this all right?", text);
        write_over(window, Role::TextInput, "Owner of the decision", "Lena");
        click(window, "Accept until 30 Nov");
    }),
    ("the owner of an acceptance", |window, text| {
        accept(window);
        write_over(window, Role::MultilineTextInput, "Why is this all right?", "It is.");
        write_over(window, Role::TextInput, "Owner of the decision", text);
        click(window, "Accept until 30 Nov");
    }),
    ("the title of an own page", |window, text| {
        own_page(window);
        write_over(window, Role::TextInput, "Title", text);
        click(window, "Keep the page");
    }),
    ("the words of an own page", |window, text| {
        own_page(window);
        write_over(window, Role::TextInput, "Title", "Next steps");
        write_over(window, Role::MultilineTextInput, "Words", text);
        click(window, "Keep the page");
    }),
    ("the foot of pages", |window, text| {
        run(window, Command::BrandKit);
        write_over(window, Role::TextInput, "Footer line", text);
    }),
    ("the lane of somebody new", |window, text| {
        lane(window);
        run(window, Command::DuplicateLane);
        write_over(window, Role::TextInput, "Name of the creator", text);
        press(window, Modifiers::NONE, Key::Enter);
    }),
    ("why a rule is turned off", |window, text| {
        rule_off(window);
        write_over(window, Role::TextInput, "Why: No community voice before the ask", text);
        write_over(window, Role::TextInput, "Changed by", "Lena");
        click(window, "OK");
    }),
    ("who turns a rule off", |window, text| {
        rule_off(window);
        write_over(window, Role::TextInput, "Why: No community voice before the ask", "We know them.");
        write_over(window, Role::TextInput, "Changed by", text);
        click(window, "OK");
    }),
];

fn lane(window: &mut Window) {
    let lane = plan(window).lanes[1].id;
    window.state_mut().want(Action::Select(Selection::lane(lane)));
    window.run();
}

fn accept(window: &mut Window) {
    choose_ask(window);
    press(window, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
}

/// Writes in a field that came up with the keyboard, sees that it stands there, and is done with Enter.
fn typed_there(window: &mut Window, name: &str, text: &str) {
    overwrite(window, text);
    let field = window.get_by_role_and_label(Role::TextInput, name);
    assert!(field.is_focused(), "{name}");
    assert_eq!(field.accesskit_node().value().as_deref(), Some(text), "{name}");
    press(window, Modifiers::NONE, Key::Enter);
}

/// Whether the file of a plan has the text; signs that nobody sees may be written as their numbers.
fn is_kept(window: &Window, text: &str) -> bool {
    let file = String::from_utf8(write(&plan(window)).expect("it can be written")).expect("it is text");
    let plain = |text: &str| text.chars().filter(|sign| *sign != '\u{200d}' && *sign != '\u{fe0f}').collect::<String>();
    plain(&file.replace("\\u{200d}", "").replace("\\u{fe0f}", "")).contains(&plain(text))
}

#[test]
fn what_is_written_in_every_script_is_in_the_plan_and_comes_back() {
    for (name, way) in KEPT {
        for (script, text) in TEXTS {
            let mut window = at((name, |_| {}), WIDE).window;
            with_fonts(&mut window);
            assert!(!is_kept(&window, text), "{name} in {script}: it is not there before");
            way(&mut window, text);
            window.run();
            let focused = window.root().children_recursive().find(|node| node.accesskit_node().is_focused());
            let focused = focused.map(|node| (node.accesskit_node().label(), node.accesskit_node().value()));
            let done = window.state().document().undo_label();
            assert!(is_kept(&window, text), "{name} in {script}: {focused:?}, {done:?}, {:?}", window.state().selection());
            comes_back(&window);
        }
    }
}

#[test]
fn what_is_kept_beside_the_plan_is_called_in_every_script() {
    for (script, text) in TEXTS {
        // A filter.
        let mut there = at(("a preset", |_| {}), WIDE);
        let window = &mut there.window;
        with_fonts(window);
        press(window, Modifiers::COMMAND, Key::F);
        window.event(Event::Text("tobi".to_owned()));
        window.run();
        click(window, "Presets");
        click(window, "Save as preset…");
        typed_there(window, "Name of the preset", text);
        press(window, Modifiers::NONE, Key::Escape);
        click(window, "Presets");
        assert!(has(window, text), "the preset in {script}");

        // A template, with the line that says what it is for.
        let folder = Scratch::new("scripts-template");
        let rim = Rim { prefs: Keeper::File(folder.join("preferences.ron")), ..rim() };
        let window = &mut WIDE.window(App::new(fictional(), rim));
        lane(window);
        with_fonts(window);
        run(window, Command::SaveLaneTemplate);
        write_over(window, Role::TextInput, "Name of the template", text);
        write_over(window, Role::TextInput, "One line about it", &format!("A {text} B"));
        click(window, "Save the template");
        run(window, Command::AddFromTemplate);
        assert!(has(window, text) && has(window, &format!("A {text} B")), "the template in {script}");

        // A version.
        let mut there = versions(WIDE);
        let window = &mut there.window;
        with_fonts(window);
        let labels = || window.query_all_by_role(Role::RadioButton).filter_map(|node| node.accesskit_node().label());
        let newest = labels().rfind(|label| label.contains("KB")).expect("a version");
        window.get_by_role_and_label(Role::RadioButton, &newest).click();
        window.run();
        click(window, "Name…");
        write_over(window, Role::TextInput, "Name of the version", text);
        press(window, Modifiers::NONE, Key::Enter);
        let rows = window.query_all_by_role(Role::RadioButton).filter_map(|node| node.accesskit_node().label());
        assert!(rows.into_iter().any(|row| row.starts_with(text)), "the version in {script}");

        // The creator of the first arc.
        let mut there = first_arc(WIDE);
        let window = &mut there.window;
        with_fonts(window);
        overwrite(window, text);
        press(window, Modifiers::NONE, Key::Enter);
        assert!(is_kept(window, text), "the first arc in {script}");
    }
}
