//! Escape has one meaning in every text field: what was typed since the field was entered is taken back, and no step is left of it. Enter
//! and Tab keep it; a field that searches is emptied.

use std::sync::Arc;
use std::time::Duration;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::Rim;
use momentboard::model::{Brand, BrandId, Campaign, Day, PlanId, When};
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, Selection};

use crate::app_window::*;

/// A window in which each letter is a step of its own, as after a pause.
fn slow() -> Window {
    window_in(Rim { typing_pause: Duration::ZERO, ..rim() }, fictional())
}

fn plan(window: &Window) -> Campaign {
    (**window.state().document().campaign()).clone()
}

fn steps(window: &Window) -> usize {
    window.state().document().undo_depth()
}

fn letters(window: &mut Window, text: &str) {
    for letter in text.chars() {
        window.event(Event::Text(letter.to_string()));
        window.step();
    }
    window.run();
}

/// The value of the text field that has the keyboard.
fn written(window: &Window) -> Option<String> {
    let has = |node: &egui_kittest::Node<'_>| node.accesskit_node().is_focused() && !node.accesskit_node().is_hidden();
    window.root().children_recursive().find(has).and_then(|node| node.accesskit_node().value())
}

/// Puts the keyboard into a field of the inspector, with all of it selected.
fn enter(window: &mut Window, field: &str) {
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run();
    press(window, Modifiers::COMMAND, Key::A);
}

#[test]
fn in_the_inspector_escape_takes_back_a_title_a_date_and_a_fee_and_no_step_is_left() {
    let mut window = slow();
    select(&mut window, "Last place is still a place");
    let before = plan(&window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    letters(&mut window, "Hallo");
    assert_eq!(steps(&window), 5, "the plan follows each letter");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!((plan(&window), steps(&window)), (before.clone(), 0));
    assert_eq!(window.state().document().revision(), 0, "there is nothing new to save");
    assert!(window.state().document().redo_label().is_none(), "and nothing to do again");
    // The field shows it again, and so does every other one.
    for (field, text) in [("Date", "1 Dec"), ("Fee", "77"), ("Owner", "Somebody")] {
        enter(&mut window, field);
        let shown = written(&window);
        letters(&mut window, text);
        assert_ne!(plan(&window), before, "{field}");
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert_eq!((plan(&window), steps(&window)), (before.clone(), 0), "{field}");
        let value = window.get_by_role_and_label(Role::TextInput, field).accesskit_node().value();
        assert_eq!(value, shown, "{field}");
    }
}

#[test]
fn enter_and_tab_keep_it_and_only_what_was_typed_since_is_taken_back() {
    let mut window = slow();
    let id = select(&mut window, "Last place is still a place");
    for (key, letter) in [(Key::Enter, "A"), (Key::Tab, "B")] {
        enter(&mut window, "Title");
        letters(&mut window, letter);
        press(&mut window, Modifiers::NONE, key);
        assert_eq!(title(window.state(), id), letter, "{key:?}");
    }
    assert_eq!(steps(&window), 2);
    enter(&mut window, "Title");
    letters(&mut window, "Never mind");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!((title(window.state(), id).as_str(), steps(&window)), ("B", 2));
    // Undo within the field goes further back than it was entered; Escape brings nothing forth that was undone.
    enter(&mut window, "Title");
    letters(&mut window, "C");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!((title(window.state(), id).as_str(), steps(&window)), ("A", 1));
}

#[test]
fn the_brief_and_its_values_are_left_as_they_were() {
    let mut campaign = Campaign::new(PlanId::default(), "New campaign");
    campaign.brands.push(Arc::new(Brand::new(BrandId::parse("b").unwrap(), "Lumen")));
    let mut window = window_on(campaign);
    let before = plan(&window);
    window.get_by_label("What should people feel about the brand by the end?").focus();
    window.run();
    letters(&mut window, "At home");
    assert_ne!(plan(&window), before);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!((plan(&window), steps(&window)), (before.clone(), 0));
    window.get_by_role_and_label(Role::Button, "Shared value").click();
    window.run();
    letters(&mut window, "Patience");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!((plan(&window), steps(&window)), (before, 0));
}

/// A field that comes where something stands, and how one gets into it.
type Way<'a> = (&'a str, &'a dyn Fn(&mut Window));

#[test]
fn what_is_written_where_it_stands_is_left_the_same_way() {
    let ways: [Way; 5] = [
        ("a card", &|window| press(window, Modifiers::NONE, Key::F2)),
        ("a lane", &|window| {
            let lane = window.state().document().campaign().lanes[0].id;
            window.state_mut().want(Action::Select(Selection::lane(lane)));
            window.run();
            press(window, Modifiers::NONE, Key::F2);
        }),
        ("a note", &|window| press(window, Modifiers::NONE, Key::N)),
        ("a phase", &|window| run(window, Command::AddPhase)),
        ("a cell", &|window| {
            press(window, Modifiers::ALT, Key::Num3);
            press(window, Modifiers::NONE, Key::F2);
        }),
    ];
    for (what, begin) in ways {
        let mut window = window();
        select(&mut window, "Last place is still a place");
        let before = plan(&window);
        begin(&mut window);
        letters(&mut window, "Never mind");
        let has_it = written(&window).is_some_and(|text| text.ends_with("Never mind"));
        assert!(has_it, "{what}: {:?}", written(&window));
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert_eq!((plan(&window), steps(&window)), (before, 0), "{what}");
        assert!(written(&window).is_none_or(|text| !text.contains("Never mind")), "{what}");
    }
}

#[test]
fn a_field_that_searches_is_emptied_and_what_it_stands_in_stays() {
    let mut window = window();
    press(&mut window, Modifiers::COMMAND, Key::F);
    letters(&mut window, "tobi");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(written(&window).as_deref(), Some(""), "the bar stays, with the keyboard in its field");
    for command in [Command::Rules, Command::RuleSettings] {
        run(&mut window, command);
        letters(&mut window, "trust");
        assert_eq!(written(&window).as_deref(), Some("trust"), "{command:?}");
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert_eq!(written(&window).as_deref(), Some(""), "{command:?}");
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert!(window.query_all_by_role(Role::Dialog).next().is_none(), "{command:?}");
    }
}

#[test]
fn a_day_of_the_filter_is_taken_back_too() {
    let mut window = window();
    press(&mut window, Modifiers::COMMAND, Key::F);
    let open = |window: &mut Window| {
        window.get_by_role_and_label(Role::Button, "Filter by Dates").click();
        window.run();
        window.get_by_role_and_label(Role::TextInput, "To").focus();
        window.run();
        press(window, Modifiers::COMMAND, Key::A);
    };
    let shown = |window: &Window| window.state().sieve().moments();
    open(&mut window);
    letters(&mut window, "30 Sep");
    assert!(shown(&window).is_some());
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(shown(&window).is_none(), "nothing is hidden");
    assert_eq!(written(&window).as_deref(), Some(""), "the field has the keyboard, and the next Escape closes the list");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_role_and_label(Role::TextInput, "To").is_none());
}

#[test]
fn tab_selects_a_field_whole_and_goes_on_from_it_once_it_is_done() {
    let mut window = window();
    let id = select(&mut window, "Last place is still a place");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let focused = |window: &Window| {
        let has = |node: &egui_kittest::Node<'_>| node.accesskit_node().is_focused() && !node.accesskit_node().is_hidden();
        window.root().children_recursive().find(has).and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    };
    let to_the_date = |window: &mut Window| {
        for _ in 0..20 {
            if focused(window) == "Date" {
                break;
            }
            press(window, Modifiers::NONE, Key::Tab);
        }
        assert_eq!(focused(window), "Date");
    };
    to_the_date(&mut window);
    letters(&mut window, "14 Oct");
    assert_eq!(when(window.state(), id), When::On(Day::new(2027, 10, 14).unwrap()), "what stood there is gone");
    for key in [Key::Enter, Key::Escape] {
        press(&mut window, Modifiers::NONE, key);
        press(&mut window, Modifiers::NONE, Key::Tab);
        let next = focused(&window);
        assert!(!next.is_empty() && next != "Menu" && next != "Date", "{key:?}: {next}");
        press(&mut window, Modifiers::SHIFT, Key::Tab);
        for _ in 0..3 {
            if focused(&window) != "Date" {
                press(&mut window, Modifiers::SHIFT, Key::Tab);
            }
        }
        assert_eq!(focused(&window), "Date", "{key:?}");
    }
}

#[test]
fn an_empty_search_undoes_the_plan_and_never_brings_an_older_search_back() {
    let mut window = slow();
    let id = select(&mut window, "Last place is still a place");
    press(&mut window, Modifiers::NONE, Key::F2);
    letters(&mut window, "Another");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!((title(window.state(), id).as_str(), steps(&window)), ("Another", 1));
    // A search of minutes ago, long enough in the field to be remembered by it.
    press(&mut window, Modifiers::COMMAND, Key::F);
    letters(&mut window, "fjell");
    window.run_steps(120);
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::F);
    letters(&mut window, "abc");
    window.run_steps(120);
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!((title(window.state(), id).as_str(), steps(&window)), ("Last place is still a place", 0));
    let search =
        |window: &Window| window.get_by_role_and_label(Role::TextInput, "Search this storyboard").accesskit_node().value();
    assert_eq!(search(&window).as_deref(), Some(""));
    assert!(window.state().sieve().moments().is_none(), "nothing is hidden");
    press(&mut window, Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    assert_eq!((title(window.state(), id).as_str(), steps(&window)), ("Another", 1));
    // What was written since the field was entered is its own, and goes first.
    press(&mut window, Modifiers::COMMAND, Key::F);
    letters(&mut window, "xy");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!((search(&window).as_deref(), steps(&window)), (Some(""), 1));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!((search(&window).as_deref(), steps(&window)), (Some(""), 0));
}

#[test]
fn undo_in_a_field_of_the_plan_never_brings_forth_what_was_undone() {
    let mut window = slow();
    let id = select(&mut window, "Last place is still a place");
    enter(&mut window, "Title");
    letters(&mut window, "Ab");
    window.run_steps(120);
    for _ in 0..4 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
        window.run_steps(60);
    }
    assert_eq!((title(window.state(), id).as_str(), steps(&window)), ("Last place is still a place", 0));
}

#[test]
fn the_palette_begins_anew_each_time() {
    let mut window = window();
    let in_palette = |window: &Window| {
        let field = window.get_by_role_and_label(Role::EditableComboBox, "Search or run").accesskit_node();
        field.value().expect("what stands in it is told")
    };
    press(&mut window, Modifiers::COMMAND, Key::K);
    letters(&mut window, "maren");
    window.run_steps(120);
    assert_eq!(in_palette(&window), "maren");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::K);
    assert_eq!(in_palette(&window), "");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(in_palette(&window), "", "nor does undo bring it back");
}
