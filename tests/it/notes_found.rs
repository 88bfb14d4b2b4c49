//! Notes are found as moments are: by the one search, which says how many of them are left, and in the palette, which goes to them.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::{Campaign, Day, Note, NoteId, When};
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;
use crate::palette_window::{choose, look_for, rows};

fn note(id: &str, when: When, text: &str) -> Arc<Note> {
    Arc::new(Note::new(NoteId::parse(id).unwrap(), when, text))
}

fn on(month: i8, day: i8) -> When {
    When::On(Day::new(2027, month, day).unwrap())
}

/// The fictional campaign with two notes on Tobi's lane and one on Maren's.
fn noted() -> Campaign {
    let mut plan = fictional();
    let tobi = plan.lanes.iter().position(|lane| plan.lane_name(lane).starts_with("Tobi")).unwrap();
    let maren = plan.lanes.iter().position(|lane| plan.lane_name(lane).starts_with("Maren")).unwrap();
    Arc::make_mut(&mut plan.lanes[tobi]).notes =
        vec![note("mia", on(10, 12), "Ask Mia about\nthe Café"), note("whole", When::Undated, "Likes phone calls")];
    Arc::make_mut(&mut plan.lanes[maren]).notes = vec![note("birthday", on(9, 20), "Her birthday")];
    plan
}

/// What screen readers are told of the notes that are seen.
fn seen(window: &Window) -> Vec<String> {
    let all = window.query_all_by_role(Role::Button);
    let mut named: Vec<String> = all.filter_map(|node| node.accesskit_node().label()).collect();
    named.retain(|name| name.starts_with("Note, "));
    named
}

fn search(window: &mut Window, words: &str) {
    press(window, Modifiers::COMMAND, Key::F);
    for c in words.chars() {
        window.event(Event::Text(c.to_string()));
        window.step();
    }
    window.run();
}

#[test]
fn a_search_leaves_the_notes_that_have_its_words_and_says_how_many() {
    let mut window = window_on(noted());
    assert_eq!(seen(&window).len(), 3);
    search(&mut window, "cafe mia");
    assert_eq!(seen(&window), ["Note, Tobi, 12 Oct: Ask Mia about the Café"]);
    window.get_by_role_and_label(Role::Status, "0 of 17 moments, 0 of 3 ideas and 1 of 3 notes shown");
    assert!(has(&window, "1 of 3 notes"), "the status bar says it, too");
    // The calendar has the same.
    run(&mut window, Command::Show(View::Calendar));
    assert_eq!(seen(&window), Vec::<String>::new());
    run(&mut window, Command::DaysOn);
    assert_eq!(seen(&window).len(), 1);
    run(&mut window, Command::Show(View::Board));
    run(&mut window, Command::ClearFilter);
    assert_eq!(seen(&window).len(), 3);
}

#[test]
fn a_word_that_names_a_creator_leaves_their_notes_and_days_leave_those_within_them() {
    let mut window = window_on(noted());
    search(&mut window, "tobi");
    assert_eq!(seen(&window).len(), 2);
    run(&mut window, Command::ClearFilter);
    press(&mut window, Modifiers::COMMAND, Key::F);
    window.get_by_role_and_label(Role::Button, "Filter by Dates").click();
    window.run();
    write_over(&mut window, Role::TextInput, "To", "30 Sep");
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(seen(&window), ["Note, Maren, 20 Sep: Her birthday"]);
}

#[test]
fn what_no_note_has_hides_them_all_and_the_menu_says_so() {
    let mut window = window_on(noted());
    press(&mut window, Modifiers::COMMAND, Key::F);
    window.get_by_role_and_label(Role::Button, "Filter by Kind").click();
    window.run();
    assert!(has(&window, "Notes have none of these, so they are hidden while one is chosen."));
    let row = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label.starts_with("Product,"));
    let rows: Vec<_> = window.query_all_by_role(Role::CheckBox).filter(row).collect();
    rows[0].click();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(seen(&window), Vec::<String>::new());
    assert!(has(&window, "0 of 3 notes"));
}

#[test]
fn a_note_that_is_written_while_something_else_is_looked_for_is_shown_all_the_same() {
    let mut window = window_on(noted());
    search(&mut window, "birthday");
    assert_eq!(seen(&window), ["Note, Maren, 20 Sep: Her birthday"]);
    let name = seen(&window)[0].clone();
    window.get_by_role_and_label(Role::Button, &name).focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::N);
    window.event(Event::Text("Send flowers".into()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(seen(&window).len(), 2, "{:?}", seen(&window));
    assert!(has(&window, "The note does not match the filter and is shown all the same."));
    assert!(has(&window, "1 note shown all the same"));
    // So is one that does not say it any more.
    window.get_by_role_and_label(Role::Button, &name).focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.event(Event::Text("A cake".into()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(seen(&window).contains(&"Note, Maren, 20 Sep: A cake".to_owned()), "{:?}", seen(&window));
}

#[test]
fn the_palette_lists_notes_and_goes_to_them() {
    let mut window = window_on(noted());
    look_for(&mut window, "cafe");
    assert_eq!(rows(&window).join("\n"), "Notes\n> Ask Mia about the Café, Tobi Achterberg · 12 Oct");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let is_open = |window: &Window, name: &str| window.get_by_role_and_label(Role::Button, name).is_focused();
    assert!(is_open(&window, "Note, Tobi, 12 Oct: Ask Mia about the Café"), "it is open, with the keyboard on it");
    // By the word for them, with that of a lane.
    look_for(&mut window, "note tobi");
    let all = rows(&window).join("\n");
    assert!(all.contains("Notes\n"), "{all}");
    assert!(all.contains("Likes phone calls, Tobi Achterberg\n"), "{all}");
    press(&mut window, Modifiers::NONE, Key::Escape);
    // A lane that is folded or hidden opens for it.
    select(&mut window, "Last place is still a place");
    run(&mut window, Command::FoldLane);
    run(&mut window, Command::HideLane);
    assert_eq!(seen(&window).len(), 1);
    choose(&mut window, "phone", "Likes phone");
    assert!(is_open(&window, "Note, Tobi, the lane as a whole: Likes phone calls"));
}

#[test]
fn in_the_calendar_the_palette_opens_the_note_on_its_day() {
    let mut window = window_on(noted());
    run(&mut window, Command::Show(View::Calendar));
    choose(&mut window, "cafe", "Ask Mia");
    assert_eq!(window.state().view(), View::Calendar);
    window.get_by_role_and_label(Role::Button, "Note, Tobi Achterberg, 12 Oct: Ask Mia about the Café");
    // One without a day is on the board alone.
    press(&mut window, Modifiers::NONE, Key::Escape);
    choose(&mut window, "phone", "Likes phone");
    assert_eq!(window.state().view(), View::Board);
}
