//! Notes in the calendar: read, written, moved and taken away where their day is, with the pointer and by keys.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::{Campaign, Day, Note, NoteId, When};
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;

fn on(day: i8) -> When {
    When::On(Day::new(2027, 9, day).unwrap())
}

/// The calendar with two notes on 15 September.
fn calendar() -> Window {
    let mut plan = fictional();
    for (lane, id, text) in [(0, "one", "Ask Mia"), (1, "two", "Call Tom")] {
        Arc::make_mut(&mut plan.lanes[lane]).notes = vec![Arc::new(Note::new(NoteId::parse(id).unwrap(), on(15), text))];
    }
    let mut window = window_on(plan);
    run(&mut window, Command::Show(View::Calendar));
    window
}

/// What the notes say and where they are, lane by lane.
fn notes(window: &Window) -> Vec<(String, When)> {
    let campaign: Campaign = (**window.state().document().campaign()).clone();
    campaign.lanes.iter().flat_map(|lane| &lane.notes).map(|note| (note.text.clone(), note.when)).collect()
}

fn pair(one: (&str, i8), two: (&str, i8)) -> Vec<(String, When)> {
    [one, two].map(|(text, day)| (text.to_owned(), on(day))).to_vec()
}

fn place(window: &Window, begins: &str) -> Pos2 {
    let all = window.query_all_by_role(Role::Button);
    let mut named = all.filter(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(begins)));
    named.next().unwrap_or_else(|| panic!("nothing is called {begins}")).rect().center()
}

/// Opens the notes of the day.
fn open(window: &mut Window) {
    let at = place(window, "Note, Maren Solheim, 15 Sep: Ask Mia\nNote, ");
    press_button(window, at, egui::PointerButton::Primary);
}

fn write(window: &mut Window, text: &str) {
    window.event(Event::Text(text.into()));
    window.run();
}

fn field(window: &Window) -> bool {
    window.query_by_role_and_label(Role::MultilineTextInput, "Text of the note").is_some()
}

#[test]
fn a_note_is_written_where_its_day_is() {
    let mut window = calendar();
    assert!(has(&window, "2 notes"), "the day says so");
    open(&mut window);
    // The first has the keyboard; Enter writes it, Escape takes back what was written, and Enter keeps it.
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(field(&window));
    write(&mut window, "Never mind");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!field(&window));
    assert_eq!(notes(&window), pair(("Ask Mia", 15), ("Call Tom", 15)));
    press(&mut window, Modifiers::NONE, Key::Enter);
    write(&mut window, "Ask Mia and Jo");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(!field(&window));
    assert_eq!(notes(&window), pair(("Ask Mia and Jo", 15), ("Call Tom", 15)));
    run(&mut window, Command::Undo);
    assert_eq!(notes(&window), pair(("Ask Mia", 15), ("Call Tom", 15)), "one step takes it back");
    assert_eq!(window.state().document().undo_depth(), 0);
}

#[test]
fn keys_move_and_delete_a_note_of_the_list() {
    let mut window = calendar();
    open(&mut window);
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(notes(&window), pair(("Ask Mia", 16), ("Call Tom", 15)));
    // The list goes with it.
    press(&mut window, Modifiers::ALT | Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(notes(&window), pair(("Ask Mia", 9), ("Call Tom", 15)));
    assert!(has(&window, "Notes on Thu 9 Sep"));
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(notes(&window), [("Call Tom".to_owned(), on(15))]);
    assert!(!has(&window, "Notes on Thu 9 Sep"), "nothing is left to list");
    assert_eq!(window.state().document().undo_depth(), 3, "a step each");
}

#[test]
fn a_button_deletes_a_note_and_dragging_brings_notes_to_another_day() {
    let mut window = calendar();
    let from = place(&window, "Note, Maren Solheim, 15 Sep: Ask Mia\nNote, ");
    let to = place(&window, "Thu 23 Sep") + vec2(0.0, 20.0);
    drag(&mut window, from, to);
    window.drop_at(to);
    window.run();
    assert_eq!(notes(&window), pair(("Ask Mia", 23), ("Call Tom", 23)), "the sign stands for all of its day");
    assert_eq!(window.state().document().undo_depth(), 1);
    run(&mut window, Command::Undo);
    open(&mut window);
    let from = place(&window, "Note, Tobi Achterberg, 15 Sep: Call Tom");
    drag(&mut window, from, to);
    window.drop_at(to);
    window.run();
    assert_eq!(notes(&window), pair(("Ask Mia", 15), ("Call Tom", 23)), "one of the list goes alone");
    let from = place(&window, "Note, Maren Solheim, 15 Sep: Ask Mia");
    drag(&mut window, from, to);
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.drop_at(to);
    window.run();
    assert_eq!(notes(&window), pair(("Ask Mia", 15), ("Call Tom", 23)), "Escape gives it up");
    let at = place(&window, "Note, Maren Solheim, 15 Sep: Ask Mia");
    press_button(&mut window, at, egui::PointerButton::Primary);
    click(&mut window, "Delete the note “Ask Mia”");
    assert_eq!(notes(&window), [("Call Tom".to_owned(), on(23))]);
}

#[test]
fn a_new_note_is_written_on_the_day_in_use_without_leaving_the_calendar() {
    let mut window = calendar();
    let day = place(&window, "Tue 21 Sep") + vec2(0.0, 30.0);
    press_button(&mut window, day, egui::PointerButton::Primary);
    press(&mut window, Modifiers::NONE, Key::N);
    assert_eq!(window.state().view(), View::Calendar);
    // Nobody can know on whose lane: that is asked, as for a moment.
    assert!(!field(&window));
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(field(&window));
    write(&mut window, "On this day");
    // A press beside it keeps it.
    let beside = place(&window, "Mon 6 Sep") + vec2(0.0, 30.0);
    press_button(&mut window, beside, egui::PointerButton::Primary);
    assert!(notes(&window).contains(&("On this day".to_owned(), on(21))), "{:?}", notes(&window));
    let lanes = window.state().document().campaign().lanes.clone();
    assert!(lanes[1].notes.iter().any(|note| note.text == "On this day"), "on the lane that was chosen");
    run(&mut window, Command::Undo);
    // Beside a moment it is on its lane and day; one that says nothing is none.
    select(&mut window, "My father’s delivery route");
    press(&mut window, Modifiers::NONE, Key::N);
    assert!(field(&window));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!((notes(&window).len(), window.state().document().undo_depth()), (2, 0));
}

#[test]
fn letters_are_no_commands_while_it_is_asked_for_whom_a_note_is() {
    let mut window = calendar();
    let day = place(&window, "Tue 21 Sep") + vec2(0.0, 30.0);
    press_button(&mut window, day, egui::PointerButton::Primary);
    press(&mut window, Modifiers::NONE, Key::N);
    assert!(window.query_by_label("For whom").is_some(), "it is asked");
    for key in [Key::T, Key::N] {
        press(&mut window, Modifiers::NONE, key);
    }
    assert!(window.query_by_label("For whom").is_some(), "and still is");
    assert!(window.query_by_label_contains("September 2027").is_some(), "the same month is in sight");
}

#[test]
fn after_a_note_was_deleted_the_keyboard_is_where_it_lay_and_undo_is_offered() {
    let mut window = calendar();
    open(&mut window);
    press(&mut window, Modifiers::NONE, Key::Delete);
    let next = "Note, Tobi Achterberg, 15 Sep: Call Tom";
    let has_keyboard = window.query_all_by_role_and_label(Role::Button, next).any(|node| node.is_focused());
    assert!(has_keyboard, "the next one of the day has it");
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(notes(&window), []);
    let day = |window: &Window| window.get_all_by_label_contains("Wed 15 Sep").any(|node| node.is_focused());
    assert!(day(&window), "the day on which the last one lay has it");
    assert!(has(&window, "1 note deleted"));
    run(&mut window, Command::Undo);
    assert_eq!(notes(&window), [("Call Tom".to_owned(), on(15))]);
    assert!(!has(&window, "1 note deleted"), "what is taken back is not said any more");
}

#[test]
fn a_note_far_from_the_plan_is_allowed_and_said() {
    let mut window = window_on(fictional());
    run(&mut window, Command::Show(View::Calendar));
    for _ in 0..9 {
        press(&mut window, Modifiers::NONE, Key::PageUp);
    }
    assert!(has(&window, "December 2026"));
    let day = place(&window, "Mon 21 Dec") + vec2(0.0, 30.0);
    press_button(&mut window, day, egui::PointerButton::Primary);
    press(&mut window, Modifiers::NONE, Key::N);
    press(&mut window, Modifiers::NONE, Key::Enter);
    write(&mut window, "Book the hall");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(notes(&window).len(), 1);
    assert!(has(&window, "The note lies 8 months before the first day of the plan, "), "it is allowed, and said");
    // A moment there, too.
    let day = place(&window, "Tue 22 Dec") + vec2(0.0, 30.0);
    press_button(&mut window, day, egui::PointerButton::Primary);
    press(&mut window, Modifiers::NONE, Key::Num3);
    if has(&window, "For whom") {
        press(&mut window, Modifiers::NONE, Key::Enter);
    }
    assert!(has(&window, "The new moment lies 8 months before the first day of the plan so far, "));
    assert!(!has(&window, "The note lies"), "what was said before goes with the next step");
    // In a month of the plan nothing of it is said.
    run(&mut window, Command::Undo);
    run(&mut window, Command::Today);
    press(&mut window, Modifiers::NONE, Key::Num3);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(!has(&window, "The new moment lies"));
}

#[test]
fn what_is_selected_stays_so_and_where_it_is_while_notes_are_gone_through() {
    let mut window = calendar();
    let id = select(&mut window, "Product, Tobi, 7 Sep");
    let before = when(window.state(), id);
    open(&mut window);
    assert_eq!(window.state().selection().primary(), Some(id), "a press on a note selects nothing else");
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(notes(&window), pair(("Ask Mia", 16), ("Call Tom", 15)));
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(notes(&window), [("Call Tom".to_owned(), on(15))]);
    assert_eq!(when(window.state(), id), before, "the keys were meant for the note");
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert!(window.state().document().campaign().moment(id).is_some(), "and once more they are meant for nothing else");
}
