//! Names that hide something: it is shown wherever a name is read, and nowhere obeyed.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Shape};
use momentboard::model::{Campaign, PlanId};
use momentboard::store::prefs::{self, Prefs, Recent};
use momentboard::store::{Base, demo, save_plan};
use momentboard::ui::command::Command;

use crate::app_window::*;
use crate::scratch::Scratch;
use crate::side_prefs::start;

const HOSTILE: &str = "in\u{202e}gnp\u{200b}.x\u{7}e";

fn hostile(plan: &mut Campaign) {
    HOSTILE.clone_into(&mut plan.name);
    for creator in &mut plan.creators {
        HOSTILE.clone_into(&mut Arc::make_mut(creator).name);
    }
    for lane in &mut plan.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            Arc::make_mut(moment).title = format!("{HOSTILE} {}", "x".repeat(1 << 18));
        }
    }
}

/// Every text that is painted.
pub fn painted(window: &Window) -> Vec<String> {
    fn walk(shape: &Shape, all: &mut Vec<String>) {
        match shape {
            Shape::Text(text) => all.push(text.galley.text().to_owned()),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| walk(shape, all)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    window.output().shapes.iter().for_each(|clipped| walk(&clipped.shape, &mut all));
    all
}

fn nothing_hides(window: &Window, at_least: usize) {
    let all = painted(window);
    let hidden = |c: char| matches!(c, '\u{202e}' | '\u{200b}' | '\u{7}');
    for text in &all {
        assert!(!text.contains(hidden), "{:?}", &text.chars().take(80).collect::<String>());
        assert!(text.chars().count() <= 20_100, "a label is not cut");
    }
    let shown = all.iter().filter(|text| text.contains("‹U+202E›")).count();
    assert!(shown >= at_least, "{shown} of {}", all.len());
}

#[test]
fn the_board_the_bars_and_the_start_page_show_what_names_hide() {
    let scratch = Scratch::new("shown-names");
    let mut plan = demo::fictional(PlanId::default());
    hostile(&mut plan);
    let file = scratch.join(&format!("{}.moments", HOSTILE.replace('\u{7}', "")));
    save_plan(&file, &plan, Base::New).unwrap();
    let mut kept = Prefs { guide_done: true, ..Prefs::default() };
    // The inspector is where names are edited: there they stand as they are.
    kept.hidden = vec!["inspector".into()];
    kept.remember(Recent::new(&file, HOSTILE, 30_000_000));
    let prefs_file = scratch.join("preferences.ron");
    prefs::save(&prefs_file, &kept).unwrap();
    let mut window = start(&prefs_file, [1440.0, 900.0]);
    drop_file(&mut window, &file);
    window.run();
    assert_eq!(window.state().document().campaign().name, HOSTILE);
    nothing_hides(&window, 8);
    // The start page, with the plan in its list.
    run(&mut window, Command::StartPage);
    window.run();
    nothing_hides(&window, 1);
    // A message about a file of that name.
    drop_file(&mut window, &scratch.join("in\u{202e}gnp\u{200b}.none"));
    window.run();
    nothing_hides(&window, 1);
    assert!(painted(&window).iter().any(|text| text.contains("in‹U+202E›gnp‹U+200B›.none")));
}

#[test]
fn a_field_says_that_its_text_has_hidden_characters_and_takes_them_out() {
    let mut window = window();
    let id = select(&mut window, "Product, Tobi");
    assert!(!has(&window, "Title has hidden characters"));
    write_over(&mut window, Role::TextInput, "Title", "in\u{202e}voice\u{200b}");
    assert!(has(&window, "Title has hidden characters"));
    click(&mut window, "Show the hidden characters of Title");
    assert!(has(&window, "in‹U+202E›voice‹U+200B›"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    click(&mut window, "Remove the hidden characters of Title");
    assert_eq!(title(window.state(), id), "invoice");
    assert!(!has(&window, "Title has hidden characters"));
    run(&mut window, Command::Undo);
    assert!(has(&window, "Title has hidden characters"), "it is one step");
    write_over(&mut window, Role::TextInput, "Title", "Invoice");
    write_over(&mut window, Role::MultilineTextInput, "Notes", "First\nsecond");
    assert!(!has(&window, "Notes has hidden characters"), "a line end is none");
}

#[test]
fn the_note_is_under_every_field_in_which_a_name_is_written() {
    // The title on the card itself.
    let mut window = window();
    let id = select(&mut window, "Product, Tobi");
    press(&mut window, Modifiers::NONE, Key::F2);
    window.event(egui::Event::Text("in\u{202e}voice".into()));
    window.run();
    click(&mut window, "Show the hidden characters of New title");
    assert!(has(&window, "in‹U+202E›voice"), "what is open does not end the writing");
    click(&mut window, "Remove the hidden characters of New title");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(title(window.state(), id), "invoice");
    // Values side by side.
    run(&mut window, Command::CompareValues);
    let field = "Add a value: Northbound";
    write_over(&mut window, Role::TextInput, field, "hon\u{200b}est");
    assert!(has(&window, &format!("{field} has hidden characters")));
    click(&mut window, &format!("Remove the hidden characters of {field}"));
    assert!(!has(&window, &format!("{field} has hidden characters")));
}
