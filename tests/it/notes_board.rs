//! Notes on the board: added by key, written, moved, pinned to the lane as a whole, deleted, a step each; named for screen readers,
//! and out of the way of the cards.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand, PointerButton, Pos2, Rect, Theme, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::App;
use momentboard::model::{Campaign, Lane, Note, NoteId, When};
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;
use crate::painted::Painted;
use crate::raster;

fn plan(app: &App) -> Campaign {
    (**app.document().campaign()).clone()
}

fn tobis(window: &Window) -> Lane {
    (*plan(window.state()).lanes[1]).clone()
}

/// The notes of Tobi's lane.
fn notes(window: &Window) -> Vec<(String, When)> {
    tobis(window).notes.iter().map(|note| (note.text.clone(), note.when)).collect()
}

/// What screen readers are told of the notes on the board, and where they are.
fn told(window: &Window) -> Vec<(String, Rect)> {
    let all = window.query_all_by_role(Role::Button);
    let named = all.filter_map(|node| Some((node.accesskit_node().label()?, node.rect())));
    named.filter(|(name, _)| name.starts_with("Note, ")).collect()
}

fn write(window: &mut Window, text: &str) {
    window.event(Event::Text(text.into()));
    window.run();
    press(window, Modifiers::NONE, Key::Enter);
}

/// The board with a note beside Tobi's first story, which has the keyboard.
fn noted() -> Window {
    let mut window = window();
    select(&mut window, "Last place is still a place");
    press(&mut window, Modifiers::NONE, Key::N);
    write(&mut window, "Ask Mia");
    window
}

fn undo(window: &mut Window) {
    run(window, Command::Undo);
}

#[test]
fn an_opened_note_hides_nothing_of_the_cards_while_its_lane_has_room_for_it() {
    let window = noted();
    let read: Vec<Rect> =
        crate::board_look::texts(&window).into_iter().filter(|(text, ..)| text == "Ask Mia").map(|(_, at, _)| at).collect();
    assert!(!read.is_empty(), "it is read while it has the keyboard");
    let cards = window.query_all_by_role(Role::Button).filter_map(|node| Some((node.accesskit_node().label()?, node.rect())));
    let cards: Vec<_> = cards.filter(|(name, _)| name.contains(", Tobi, ") && !name.starts_with("Note")).collect();
    assert!(cards.len() > 1, "{cards:?}");
    for (name, card) in cards {
        assert!(read.iter().all(|at| !at.intersects(card)), "{name} at {card} lies under {read:?}");
    }
}

#[test]
fn a_note_is_added_by_key_beside_the_selected_moment() {
    let mut window = noted();
    let story = plan(window.state()).lanes[1].moments.iter().find(|moment| moment.title.starts_with("Last place")).unwrap().when;
    assert_eq!(notes(&window), [("Ask Mia".to_owned(), story)]);
    let told = told(&window);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].0, "Note, Tobi, 12 Oct: Ask Mia");
    assert_eq!(window.state().document().undo_depth(), 1);
    undo(&mut window);
    assert_eq!(notes(&window), []);
    run(&mut window, Command::Redo);
    assert_eq!(notes(&window).len(), 1);
}

/// Whether a note is being written.
fn field(window: &Window) -> bool {
    window.query_by_role_and_label(Role::MultilineTextInput, "Text of the note").is_some()
}

#[test]
fn a_note_that_says_nothing_is_none() {
    let mut window = window();
    select(&mut window, "Last place is still a place");
    for key in [Key::Enter, Key::Escape, Key::Tab] {
        press(&mut window, Modifiers::NONE, Key::N);
        assert!(field(&window));
        press(&mut window, Modifiers::NONE, key);
        assert_eq!((notes(&window), window.state().document().undo_depth()), (vec![], 0), "{key:?}");
        assert!(!field(&window), "{key:?}");
        select(&mut window, "Last place is still a place");
    }
}

#[test]
fn whichever_way_but_escape_a_new_note_is_left_it_keeps_what_was_typed() {
    let leave_by_key = |key: Key| move |window: &mut Window| press(window, Modifiers::NONE, key);
    let beside = |window: &mut Window| {
        select(window, "Your slowest mile");
    };
    let page = |window: &mut Window| run(window, Command::LanesDown);
    let view = |window: &mut Window| press(window, Modifiers::ALT, Key::Num3);
    let ways: [&dyn Fn(&mut Window); 5] = [&leave_by_key(Key::Enter), &leave_by_key(Key::Tab), &beside, &page, &view];
    for (at, leave) in ways.into_iter().enumerate() {
        let mut window = window();
        select(&mut window, "Last place is still a place");
        press(&mut window, Modifiers::NONE, Key::N);
        window.event(Event::Text("Typed".into()));
        window.run();
        leave(&mut window);
        window.run();
        if field(&window) {
            // It is in sight all the same, and being written.
            press(&mut window, Modifiers::NONE, Key::Enter);
        }
        assert_eq!(notes(&window).iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>(), ["Typed"], "way {at}");
        assert_eq!(window.state().document().undo_depth(), 1, "way {at}");
        undo(&mut window);
        assert_eq!(notes(&window), [], "way {at}");
    }
}

#[test]
fn escape_takes_back_what_was_typed_in_a_note_and_a_new_one_never_was() {
    let mut window = noted();
    let steps = window.state().document().undo_depth();
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.event(Event::Text("Ask Tom".into()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(notes(&window)[0].0, "Ask Mia");
    assert!(window.get_by_role_and_label(Role::Button, "Note, Tobi, 12 Oct: Ask Mia").is_focused());
    press(&mut window, Modifiers::NONE, Key::N);
    window.event(Event::Text("Never mind".into()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(notes(&window).len(), 1);
    assert_eq!(window.state().document().undo_depth(), steps, "no step is left of it");
}

#[test]
fn a_note_that_was_just_written_has_its_menu_by_keys() {
    let mut window = window();
    select(&mut window, "Last place is still a place");
    press(&mut window, Modifiers::NONE, Key::N);
    window.event(Event::Text("Ask Mia".into()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    let is_note = |node: &egui_kittest::Node<'_>| {
        let label = node.accesskit_node().label().unwrap_or_default();
        label.starts_with("Note, ") && label.ends_with(": Ask Mia")
    };
    for (modifiers, key) in [(Modifiers::SHIFT, Key::F10), (Modifiers::NONE, Key::Menu)] {
        press(&mut window, modifiers, key);
        assert!(window.get_by_role_and_label(Role::MenuItem, "Write").is_focused(), "{key:?}");
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert!(window.query_all_by_role(Role::Button).find(is_note).unwrap().is_focused(), "{key:?}");
    }
    press(&mut window, Modifiers::SHIFT, Key::F10);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(window.get_by_role_and_label(Role::MenuItem, "Delete").is_focused());
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(notes(&window), []);
}

#[test]
fn a_note_beside_another_card_leaves_that_selected() {
    let mut window = window();
    select(&mut window, "Last place is still a place");
    press(&mut window, Modifiers::NONE, Key::N);
    window.event(Event::Text("Typed".into()));
    window.run();
    let other = select(&mut window, "Your slowest mile");
    assert_eq!(window.state().selection().moments, [other]);
}

#[test]
fn a_new_note_comes_to_the_selected_card_the_card_with_the_keyboard_or_what_is_in_sight() {
    // The card that the keyboard is on counts without being selected.
    let mut window = window();
    select(&mut window, "Last place is still a place");
    press(&mut window, Modifiers::COMMAND, Key::ArrowRight);
    let card = window.state().selection().cursor.expect("a card has the keyboard");
    let at = when(window.state(), card);
    press(&mut window, Modifiers::NONE, Key::N);
    write(&mut window, "Here");
    assert_eq!(notes(&window), [("Here".to_owned(), at)]);

    // Nothing is selected: today, which is in sight, on the first lane.
    let mut window = window_on(fictional());
    run(&mut window, Command::ClearSelection);
    press(&mut window, Modifiers::NONE, Key::N);
    write(&mut window, "Today");
    let first = plan(window.state()).lanes[0].notes[0].when;
    assert_eq!(first, When::On(momentboard::model::Day::new(2027, 9, 2).unwrap()));

    // Somewhere else: the first day and the first lane that are in sight.
    let mut window = window_on(fictional());
    for command in [Command::ZoomIn, Command::ZoomIn, Command::ZoomIn, Command::ZoomIn, Command::DaysOn, Command::LanesDown] {
        run(&mut window, command);
    }
    press(&mut window, Modifiers::NONE, Key::N);
    write(&mut window, "In sight");
    let lanes = plan(window.state()).lanes;
    let at = lanes.iter().position(|lane| !lane.notes.is_empty()).expect("it is there");
    assert!(at > 0, "the first lane is out of sight");
    let When::On(day) = lanes[at].notes[0].when else { panic!("a day") };
    assert!(day > momentboard::model::Day::new(2027, 9, 20).unwrap(), "{day:?}");
    let seen = told(&window);
    assert_eq!(seen.len(), 1, "it is seen where it came");
}

#[test]
fn a_note_is_moved_written_and_deleted_by_keys() {
    let mut window = noted();
    let When::On(day) = notes(&window)[0].1 else { panic!("a day") };
    for (modifiers, key, days) in [
        (Modifiers::ALT, Key::ArrowRight, 1),
        (Modifiers::ALT, Key::ArrowLeft, -1),
        (Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight, 7),
        (Modifiers::ALT | Modifiers::SHIFT, Key::ArrowLeft, -7),
    ] {
        press(&mut window, modifiers, key);
        assert_eq!(notes(&window), [("Ask Mia".to_owned(), When::On(day.plus(days)))], "{key:?}");
        undo(&mut window);
        assert_eq!(notes(&window)[0].1, When::On(day));
        let name = told(&window)[0].0.clone();
        window.get_by_role_and_label(Role::Button, &name).focus();
        window.run();
    }
    // It keeps the keyboard, so that one step follows the other.
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(notes(&window)[0].1, When::On(day.plus(2)));
    press(&mut window, Modifiers::NONE, Key::F2);
    write(&mut window, "Ask Tom");
    assert_eq!(notes(&window), [("Ask Tom".to_owned(), When::On(day.plus(2)))]);
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.event(Event::Text("One line".into()));
    window.run();
    press(&mut window, Modifiers::SHIFT, Key::Enter);
    write(&mut window, "and another");
    assert_eq!(notes(&window)[0].0, "One line\nand another");
    let moments = plan(window.state()).moment_count();
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(notes(&window), []);
    assert_eq!(plan(window.state()).moment_count(), moments, "no moment goes with it");
    undo(&mut window);
    assert_eq!(notes(&window)[0].0, "One line\nand another");
}

#[test]
fn a_note_is_dragged_along_the_days() {
    let mut window = noted();
    let before = notes(&window)[0].1;
    let at = told(&window)[0].1.center();
    drag(&mut window, at, at + vec2(120.0, 0.0));
    window.drop_at(at + vec2(120.0, 0.0));
    window.run();
    let (When::On(from), When::On(to)) = (before, notes(&window)[0].1) else { panic!("days") };
    assert!((8..=25).contains(&to.since(from)), "{from:?} {to:?}");
    assert_eq!(window.state().document().undo_depth(), 2, "one step");
    let at = told(&window)[0].1.center();
    drag(&mut window, at, at + vec2(-120.0, 0.0));
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.drop_at(at);
    window.run();
    assert_eq!(notes(&window)[0].1, When::On(to), "Escape gives it up");
}

#[test]
fn a_note_is_written_after_a_double_click() {
    let mut window = noted();
    let at = told(&window)[0].1.center();
    double_click(&mut window, at);
    window.get_by_role_and_label(Role::MultilineTextInput, "Text of the note");
    write(&mut window, "Call her");
    assert_eq!(notes(&window)[0].0, "Call her");
}

#[test]
fn the_menu_pins_a_note_to_the_lane_as_a_whole_and_deletes_it() {
    let mut window = noted();
    let at = told(&window)[0].1.center();
    press_button(&mut window, at, PointerButton::Secondary);
    window.get_by_role_and_label(Role::MenuItem, "Pin to the lane as a whole").click();
    window.run();
    assert_eq!(notes(&window)[0].1, When::Undated);
    assert_eq!(told(&window)[0].0, "Note, Tobi, the lane as a whole: Ask Mia");
    // From there a key brings it to the first day in sight.
    let name = told(&window)[0].0.clone();
    window.get_by_role_and_label(Role::Button, &name).focus();
    window.run();
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert!(matches!(notes(&window)[0].1, When::On(_)));
    undo(&mut window);
    let at = told(&window)[0].1.center();
    press_button(&mut window, at, PointerButton::Secondary);
    window.get_by_role_and_label(Role::MenuItem, "Delete").click();
    window.run();
    assert_eq!(notes(&window), []);
}

#[test]
fn the_menus_of_a_lane_and_of_its_ground_add_a_note() {
    let mut window = window();
    let head = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label.starts_with("Tobi"));
    let lane = window.query_all_by_role(Role::Heading).find(head).expect("its head").rect();
    press_button(&mut window, lane.center(), PointerButton::Secondary);
    window.get_by_role_and_label(Role::MenuItem, "Add a note").click();
    window.run();
    write(&mut window, "From the menu");
    assert_eq!(notes(&window)[0].0, "From the menu");
    assert!(matches!(notes(&window)[0].1, When::On(_)));
    // On the ground the day is the one under the pointer.
    let ground = Pos2::new(lane.right() + 400.0, lane.bottom() - 25.0);
    press_button(&mut window, ground, PointerButton::Secondary);
    window.get_by_role_and_label(Role::MenuItem, "Add a note here").click();
    window.run();
    write(&mut window, "Here");
    let here = told(&window).into_iter().find(|(name, _)| name.ends_with(": Here")).expect("it is there").1;
    assert!((here.left() - ground.x).abs() < 20.0, "{here:?} {ground:?}");
}

#[test]
fn notes_are_added_from_other_views_and_lanes_that_know_no_day_have_them_as_a_whole() {
    let mut window = window();
    run(&mut window, Command::Show(View::Table));
    run(&mut window, Command::AddNote);
    write(&mut window, "From the table");
    assert_eq!(plan(window.state()).lanes[0].notes[0].text, "From the table");

    let mut plan = fictional();
    (plan.start, plan.end, plan.anchor) = (None, None, None);
    plan.phases.clear();
    for lane in &mut plan.lanes {
        for (at, moment) in (1..).zip(&mut std::sync::Arc::make_mut(lane).moments) {
            let moment = std::sync::Arc::make_mut(moment);
            (moment.when, moment.time) = (When::Order(at), None);
        }
    }
    let mut window = window_on(plan);
    run(&mut window, Command::AddNote);
    write(&mut window, "No day");
    let lane = window.state().document().campaign().lanes[0].clone();
    assert_eq!((lane.notes[0].text.as_str(), lane.notes[0].when), ("No day", When::Undated));
    assert_eq!(told(&window).len(), 1);
}

#[test]
fn a_full_lane_takes_no_more_and_only_what_is_seen_is_drawn() {
    let mut plan = fictional();
    let many = (0..momentboard::model::limits::NOTES as u64).map(|n| {
        let day = plan.start.unwrap().plus(i32::try_from(n).unwrap() * 3);
        let id = NoteId(momentboard::model::Id::from_bits(n));
        std::sync::Arc::new(Note::new(id, When::On(day), format!("Note {n}")))
    });
    let many = many.collect();
    std::sync::Arc::make_mut(&mut plan.lanes[1]).notes = many;
    let mut window = window_on(plan);
    select(&mut window, "Last place is still a place");
    let seen = told(&window).len();
    assert!((10..80).contains(&seen), "{seen}");
    press(&mut window, Modifiers::NONE, Key::N);
    assert!(has(&window, "A lane holds at most 1000 notes."));
    assert!(window.query_by_role_and_label(Role::MultilineTextInput, "Text of the note").is_none());
}

#[test]
fn notes_of_one_day_stand_side_by_side() {
    let mut window = noted();
    // The first one has the keyboard.
    press(&mut window, Modifiers::NONE, Key::N);
    write(&mut window, "Ask Tom");
    let told = told(&window);
    assert_eq!((told.len(), notes(&window)[0].1), (2, notes(&window)[1].1));
    assert!(!told[0].1.intersects(told[1].1), "{told:?}");
}

#[test]
fn a_note_at_a_place_of_an_order_stands_with_its_card_and_goes_on_by_a_card() {
    let mut plan = fictional();
    (plan.start, plan.end, plan.anchor) = (None, None, None);
    plan.phases.clear();
    for lane in &mut plan.lanes {
        for (at, moment) in (1..).zip(&mut std::sync::Arc::make_mut(lane).moments) {
            let moment = std::sync::Arc::make_mut(moment);
            (moment.when, moment.time) = (When::Order(at), None);
        }
    }
    let mut window = window_on(plan);
    select(&mut window, "Last place is still a place");
    let When::Order(place) = when(window.state(), window.state().selection().primary().unwrap()) else { panic!("a place") };
    press(&mut window, Modifiers::NONE, Key::N);
    write(&mut window, "Here");
    assert_eq!(notes(&window)[0].1, When::Order(place));
    let (card, note) = (card_at(&window, "Last place is still a place"), told(&window)[0].1);
    assert!((note.left() - card.x).abs() < 60.0, "{note:?} {card:?}");
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(notes(&window)[0].1, When::Order(place - 1));
    assert!(told(&window)[0].1.left() < note.left());
}

#[test]
fn notes_hide_no_card() {
    let window = noted();
    let cards: Vec<Rect> = window
        .query_all_by_role(Role::Button)
        .filter(|node| {
            node.accesskit_node().label().is_some_and(|label| label.contains(", Tobi, ") && !label.starts_with("Note"))
        })
        .map(|node| node.rect())
        .collect();
    let note = told(&window)[0].1;
    assert!(cards.len() >= 3 && cards.iter().all(|card| !card.intersects(note)), "{note:?} {cards:?}");
}

#[test]
fn a_copy_of_a_lane_for_somebody_else_has_no_note_and_a_deleted_lane_brings_them_back() {
    let mut window = noted();
    select(&mut window, "Last place is still a place");
    run(&mut window, Command::DuplicateLane);
    assert!(has(&window, "Notes on the lane stay with Tobi Achterberg."));
    write_over(&mut window, Role::TextInput, "Name of the creator", "Ines Duarte");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let after = plan(window.state());
    assert_eq!((after.lane_name(&after.lanes[2]), after.lanes[2].notes.len()), ("Ines Duarte", 0));
    assert_eq!(after.lanes[1].notes.len(), 1);
    undo(&mut window);
    select(&mut window, "Last place is still a place");
    run(&mut window, Command::DeleteLane);
    assert!(plan(window.state()).lanes.iter().all(|lane| lane.notes.is_empty()));
    undo(&mut window);
    assert_eq!(notes(&window).len(), 1);
}

#[test]
fn who_copies_a_moment_copies_no_note() {
    let mut window = noted();
    select(&mut window, "Last place is still a place");
    window.event(Event::Copy);
    window.step();
    let copied = window.output().platform_output.commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("it was copied");
    assert!(copied.contains("Last place is still a place") && !copied.contains("Ask Mia"));
}

#[test]
fn the_calendar_shows_that_a_day_has_a_note() {
    let mut window = noted();
    // The calendar opens on the month of what is selected.
    select(&mut window, "Last place is still a place");
    run(&mut window, Command::Show(View::Calendar));
    let label = "Note, Tobi Achterberg, 12 Oct: Ask Mia";
    assert!(has(&window, label));
    // Its words open under the pointer, although the sign lies on a phase that has words of its own.
    let at = window.get_by_label(label).rect().center();
    window.hover_at(at);
    window.run_steps(90);
    assert!(window.query_all_by_label("Ask Mia").next().is_some(), "the words are read");
    undo(&mut window);
    assert!(!has(&window, label));
}

/// Notes with and without room for their text, one of the lane as a whole, and one that has the keyboard.
fn looks(theme: Theme, size: [f32; 2], name: &str) {
    let mut plan = fictional();
    let texts = [(1, -20, "Ask Mia"), (1, 2, "Is the 12th her birthday?"), (2, 9, "Retail wants the code early"), (0, 5, "Call")];
    for (n, (lane, days, text)) in (1..).zip(texts) {
        let lane = std::sync::Arc::make_mut(&mut plan.lanes[lane]);
        let When::On(day) = lane.moments[2].when else { panic!("a day") };
        let id = NoteId(momentboard::model::Id::from_bits(n));
        lane.notes.push(std::sync::Arc::new(Note::new(id, When::On(day.plus(days)), text)));
    }
    let id = NoteId(momentboard::model::Id::from_bits(99));
    let whole = Note::new(id, When::Undated, "She is on holiday until the middle of the month, so nothing before that");
    std::sync::Arc::make_mut(&mut plan.lanes[0]).notes.push(std::sync::Arc::new(whole));
    let mut window = raster::builder(theme, size).with_max_steps(60).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::new(plan, rim()),
    );
    window.run();
    let last = told(&window).into_iter().find(|(name, _)| name.contains("birthday")).expect("it is in sight").0;
    window.get_by_role_and_label(Role::Button, &last).focus();
    window.remove_cursor();
    window.run();
    raster::assert_golden(&mut window, name);
}

#[test]
fn a_note_says_all_of_its_words_where_nothing_else_is() {
    const LONG: &str = "Retail wants the code early";
    let mut plan = fictional();
    let day = momentboard::model::Day::new(2027, 10, 5).unwrap();
    let note = Note::new(NoteId(momentboard::model::Id::from_bits(1)), When::On(day), LONG);
    std::sync::Arc::make_mut(&mut plan.lanes[2]).notes.push(std::sync::Arc::new(note));
    let mut window = window_on(plan);
    let painted = Painted::of(&window.ctx);
    window.step();
    let layers = painted.layers(&window);
    assert!(layers.iter().flat_map(|layer| &layer.lines).any(|line| line.text == LONG));
}

#[test]
fn how_notes_look() {
    looks(Theme::Light, [1440.0, 900.0], "notes-light");
    looks(Theme::Dark, [1440.0, 900.0], "notes-dark");
    looks(Theme::Light, [760.0, 900.0], "notes-narrow");
}

#[test]
fn what_is_selected_stays_so_when_a_note_is_written_or_passed_and_does_not_move_with_it() {
    let mut window = window();
    let story = select(&mut window, "Last place is still a place");
    let at = when(window.state(), story);
    press(&mut window, Modifiers::NONE, Key::N);
    write(&mut window, "Ask Mia");
    // The note has the keyboard; the moment at which it was made is still the selected one.
    let note = |window: &Window| told(window)[0].0.clone();
    assert!(window.get_by_role_and_label(Role::Button, &note(&window)).is_focused());
    assert_eq!(window.state().selection().moments, [story]);
    // Its keys move and write the note, and nothing else.
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    press(&mut window, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(
        (notes(&window)[0].1 == at, when(window.state(), story), lane_of(window.state(), story)),
        (false, at, tobis(&window).id)
    );
    press(&mut window, Modifiers::NONE, Key::F2);
    write(&mut window, "Ask Tom");
    assert_eq!(notes(&window)[0].0, "Ask Tom");
    // Reached from elsewhere by Tab it keeps what is selected, too.
    select(&mut window, "Last place is still a place");
    let name = note(&window);
    window.get_by_role_and_label(Role::Button, &name).focus();
    window.run();
    assert_eq!(window.state().selection().moments, [story]);
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(notes(&window), []);
    assert_eq!(window.state().selection().moments, [story], "the moment is still there, and selected");
    assert_eq!(when(window.state(), story), at);
}

#[test]
fn after_a_note_was_deleted_the_keyboard_is_on_its_lane_and_undo_is_offered() {
    let mut window = noted();
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(notes(&window), []);
    let lane = window.query_all_by_role(Role::Heading).find(egui_kittest::Node::is_focused);
    let lane = lane.and_then(|node| node.accesskit_node().label()).expect("a lane has the keyboard");
    assert!(lane.starts_with("Tobi, "), "{lane}");
    assert!(window.query_by_label("1 note deleted").is_some());
    // The same key once more takes nothing away.
    let before = plan(window.state());
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert!(plan(window.state()) == before, "the same key once more takes nothing away");
    undo(&mut window);
    assert_eq!(notes(&window).len(), 1);
    assert!(window.query_by_label("1 note deleted").is_none());
}
