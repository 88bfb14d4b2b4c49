//! Searching and filtering in the window: what is hidden is counted, never selected, and never what somebody just made.

use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::App;
use momentboard::model::{Blackout, DateForm, LanguageChoice, Unknown, Written};
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, Setup, View};

use crate::app_window::*;
use crate::palette_window::{self, is_open, look_for, write};
use crate::raster;

const FIELD: &str = "Search this storyboard";

/// What is written in the search field; `None` where the bar is not there.
fn written(window: &Window) -> Option<String> {
    let field = window.query_by_role_and_label(Role::TextInput, FIELD)?;
    Some(field.accesskit_node().value().unwrap_or_default())
}

/// Opens the bar by its keys, and writes.
fn search(window: &mut Window, words: &str) {
    press(window, Modifiers::COMMAND, Key::F);
    for c in words.chars() {
        window.event(egui::Event::Text(c.to_string()));
        window.step();
    }
    window.run();
}

/// How many cards of that lane are on the board.
fn cards_of(window: &Window, lane: &str) -> usize {
    let is_card = |label: &str| label.contains(&format!(", {lane}, "));
    let all = window.query_all_by_role(Role::Button);
    all.filter(|node| node.accesskit_node().label().is_some_and(|label| is_card(&label))).count()
}

/// Opens the menu of a sort and ticks a row of it.
fn choose(window: &mut Window, menu: &str, row: &str) {
    window.get_by_role_and_label(Role::Button, menu).click();
    window.run();
    let rows: Vec<_> = window
        .query_all_by_role(Role::CheckBox)
        .filter(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(row)))
        .collect();
    assert_eq!(rows.len(), 1, "one row says “{row}”");
    rows[0].click();
    window.run();
    press(window, Modifiers::NONE, Key::Escape);
}

fn shown(app: &App) -> usize {
    let campaign = app.document().campaign();
    campaign.lanes.iter().flat_map(|lane| &lane.moments).filter(|moment| app.sieve().shows(moment.id)).count()
}

#[test]
fn what_is_typed_takes_cards_away_and_says_how_many_are_left() {
    let mut window = window();
    assert_eq!(written(&window), None);
    assert_eq!((cards_of(&window, "Tobi"), cards_of(&window, "Maren")), (4, 5));
    search(&mut window, "camera");
    assert_eq!(written(&window).as_deref(), Some("camera"));
    assert_eq!((cards_of(&window, "Tobi"), cards_of(&window, "Maren")), (1, 0));
    window.get_by_role_and_label(Role::Status, "1 of 17 moments and 0 of 3 ideas shown");
    assert!(has(&window, "1 of 17 moments shown"), "the status bar says it, too");
    assert!(has(&window, "5 moments hidden by the filter"), "an emptied lane is not an empty one");
    assert!(has(&window, "3 ideas hidden by the filter"));
    assert_eq!(window.state().document().undo_depth(), 0);

    // Escape first takes the words out, then leaves the field, and with nothing looked for the bar goes.
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(written(&window).as_deref(), Some(""));
    assert_eq!(cards_of(&window, "Maren"), 5);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(written(&window), None);
}

#[test]
fn findings_and_curves_stay_those_of_the_whole_plan() {
    let mut window = window();
    let before: Vec<String> = window.state().findings().iter().map(|finding| finding.message.to_string()).collect();
    search(&mut window, "postcards");
    assert_eq!(shown(window.state()), 0);
    let after: Vec<String> = window.state().findings().iter().map(|finding| finding.message.to_string()).collect();
    assert_eq!(before, after);
    assert!(has(&window, "Pace-group postcards"), "the tray is searched, too");
}

#[test]
fn choices_are_chips_and_chips_go_by_key() {
    let mut window = window();
    search(&mut window, "");
    choose(&mut window, "Filter by Creator", "Tobi");
    choose(&mut window, "Filter by Kind", "Product");
    assert_eq!((shown(window.state()), cards_of(&window, "Tobi")), (1, 1));
    window.get_by_role_and_label(Role::Button, "Filter by Kind, now Product");
    let chip = window.get_by_label("Remove the filter Kind: Product");
    chip.focus();
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(shown(window.state()), 4);
    assert!(window.get_by_role_and_label(Role::TextInput, FIELD).is_focused(), "the keyboard stays in the bar");
    window.get_by_label("Remove the filter Creator: Tobi Achterberg").click();
    window.run();
    assert_eq!(shown(window.state()), 17);
    assert!(written(&window).is_some(), "the bar stays until it is closed");
    click(&mut window, "Close the search bar");
    assert_eq!(written(&window), None);
}

#[test]
fn days_are_written_as_people_write_them() {
    let mut window = window();
    search(&mut window, "");
    window.get_by_role_and_label(Role::Button, "Filter by Dates").click();
    window.run();
    write_over(&mut window, Role::TextInput, "From", "7 Sep");
    write_over(&mut window, Role::TextInput, "To", "soon");
    assert!(shown(window.state()) > 10, "what is no day hides nothing");
    window.get_by_role_and_label(Role::TextInput, "From").focus();
    window.run();
    assert!(has(&window, "Write a day such as 7 Sep"));
    write_over(&mut window, Role::TextInput, "To", "9 Sep");
    assert_eq!(shown(window.state()), 2);
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.get_by_label("Remove the filter 7 Sep – 9 Sep 2027").click();
    window.run();
    assert_eq!(shown(window.state()), 17);
}

#[test]
fn what_is_hidden_is_not_selected() {
    let mut window = window();
    select(&mut window, "Announcement, Maren");
    run(&mut window, Command::SelectAll);
    assert_eq!(window.state().selection().moments.len(), 17);
    search(&mut window, "tobi");
    let seen = shown(window.state());
    assert!((1..17).contains(&seen), "what was selected is no exception that is shown all the same: {seen}");
    assert_eq!(window.state().selection().moments.len(), seen, "what the filter hides leaves the selection");
    press(&mut window, Modifiers::NONE, Key::Enter);
    run(&mut window, Command::SelectAll);
    assert_eq!(window.state().selection().moments.len(), seen);
    run(&mut window, Command::Delete);
    assert_eq!(window.state().document().campaign().moment_count(), 17 - seen, "and what is hidden is not deleted");
    run(&mut window, Command::Undo);
    assert_eq!(shown(window.state()), seen);
}

#[test]
fn the_arrows_go_from_shown_card_to_shown_card() {
    let mut window = window();
    search(&mut window, "");
    choose(&mut window, "Filter by Kind", "Product");
    press(&mut window, Modifiers::NONE, Key::Escape);
    select(&mut window, "Product, Inês, 17 Sep");
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    let id = window.state().selection().primary().expect("a card");
    assert_eq!(title(window.state(), id), "Mended once, running still");
    press(&mut window, Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(window.state().selection().moments.len(), 2, "nothing between the two is selected with them");
}

#[test]
fn what_is_added_or_gone_to_is_shown_all_the_same() {
    let mut window = window();
    search(&mut window, "camera");
    press(&mut window, Modifiers::NONE, Key::Enter);
    run(&mut window, Command::Add(momentboard::model::Kind::Values));
    let added = window.state().selection().primary().expect("the new card");
    assert!(window.state().sieve().shows(added));
    assert!(has(&window, "does not match the filter and is shown all the same."));
    window.get_by_label("1 moment shown all the same: hide what does not match");

    run(&mut window, Command::NextFinding);
    let found = window.state().selection().primary().expect("what the finding is about");
    assert!(window.state().sieve().shows(found) && window.state().sieve().shows(added));
    run(&mut window, Command::Undo);
    assert!(window.state().document().campaign().moment(added).is_none());

    // Whoever does not want that says so, and the selection follows.
    window.get_by_label_contains("hide what does not match").click();
    window.run();
    assert_eq!(shown(window.state()), 1);
    assert!(!window.state().selection().moments.contains(&found));
    // Another word hides them, too.
    run(&mut window, Command::PreviousFinding);
    run(&mut window, Command::NextFinding);
    assert_eq!(shown(window.state()), 2);
    search(&mut window, "harbour");
    assert_eq!(shown(window.state()), 1);
}

#[test]
fn a_card_that_no_longer_matches_stays_while_it_is_worked_on() {
    let mut window = window();
    let ask = tobis_ask(window.state());
    search(&mut window, "tobi20");
    press(&mut window, Modifiers::NONE, Key::Enter);
    select(&mut window, "Product, Tobi");
    write_over(&mut window, Role::TextInput, "Title", "Twenty percent");
    assert_eq!(title(window.state(), ask), "Twenty percent");
    assert!(window.state().sieve().shows(ask));
    run(&mut window, Command::Undo);
    assert_eq!(title(window.state(), ask), "20% off the Fjell 2 with TOBI20");
}

#[test]
fn undo_belongs_to_the_field_while_one_writes_there() {
    let mut window = window();
    select(&mut window, "Announcement, Kwame");
    run(&mut window, Command::DayLater);
    let moved = window.state().document().undo_depth();
    search(&mut window, "night");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(window.state().document().undo_depth(), moved, "the plan is not what is being written");
}

#[test]
fn search_goes_with_one_from_view_to_view() {
    let mut window = window();
    search(&mut window, "camera");
    for view in View::OFFERED {
        run(&mut window, Command::Show(*view));
        assert_eq!(written(&window).as_deref(), Some("camera"), "{view:?}");
        window.get_by_role_and_label(Role::Status, "1 of 17 moments and 0 of 3 ideas shown");
    }
    run(&mut window, Command::ClearFilter);
    assert_eq!((written(&window), shown(window.state())), (None, 17));
}

#[test]
fn a_filter_is_saved_called_again_renamed_and_removed() {
    let mut window = window();
    search(&mut window, "tobi");
    let preset = |window: &mut Window| {
        window.get_by_role_and_label(Role::Button, "Presets").click();
        window.run();
    };
    preset(&mut window);
    click(&mut window, "Save as preset…");
    for c in "Mine".chars() {
        window.event(egui::Event::Text(c.to_string()));
        window.step();
    }
    window.key_press(Key::Enter);
    window.run();
    press(&mut window, Modifiers::NONE, Key::Escape);
    click(&mut window, "Clear all");
    assert_eq!(shown(window.state()), 17);
    preset(&mut window);
    click(&mut window, "Mine");
    assert_eq!((written(&window).as_deref(), shown(window.state())), (Some("tobi"), 4));
    preset(&mut window);
    click(&mut window, "Rename the preset “Mine”");
    write_over(&mut window, Role::TextInput, "Name of the preset", "All of Tobi");
    click(&mut window, "Save");
    click(&mut window, "Remove the preset “All of Tobi”");
    assert!(window.query_by_label("All of Tobi").is_none());
}

/// The presets of a plan, by the buttons that remove them.
fn presets(window: &Window) -> Vec<String> {
    let removes = window.query_all_by_label_contains("Remove the preset “");
    removes.filter_map(|node| node.accesskit_node().label()).collect()
}

fn pressed(key: Key) -> Vec<egui::Event> {
    let event = |pressed| egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
    [true, false].map(event).into()
}

#[test]
fn a_name_and_enter_in_one_slow_frame_save_the_preset() {
    let letters = |text: &str| -> Vec<egui::Event> { text.chars().map(|c| egui::Event::Text(c.to_string())).collect() };
    // All that follows in one frame, a frame for each, and all of it from the press on that asks for a name.
    let mut window = window();
    search(&mut window, "tobi");
    window.get_by_role_and_label(Role::Button, "Presets").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    let ask = |window: &mut Window| {
        window.get_by_label("Save as preset…").focus();
        window.run();
    };
    ask(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.input_mut().events.extend([letters("First"), pressed(Key::Enter)].concat());
    window.run();
    assert_eq!(presets(&window), ["Remove the preset “First”"]);

    ask(&mut window);
    for event in [pressed(Key::Enter), letters("Second"), pressed(Key::Enter)].concat() {
        window.event(event);
        window.step();
    }
    window.run();
    assert_eq!(presets(&window).len(), 2, "{:?}", presets(&window));

    ask(&mut window);
    window.input_mut().events.extend([pressed(Key::Enter), letters("Third"), pressed(Key::Enter)].concat());
    window.run();
    assert_eq!(presets(&window), ["First", "Second", "Third"].map(|name| format!("Remove the preset “{name}”")));
    assert_eq!((written(&window).as_deref(), window.state().document().undo_depth()), (Some("tobi"), 0));
}

#[test]
fn the_menu_of_presets_is_there_for_keys_and_gives_the_keyboard_back() {
    let mut window = window();
    search(&mut window, "tobi");
    let button = |window: &Window| window.get_by_role_and_label(Role::Button, "Presets").accesskit_node().is_focused();
    window.get_by_role_and_label(Role::Button, "Presets").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    for name in ["Mine", "Mine"] {
        window.get_by_label("Save as preset…").focus();
        window.run();
        press(&mut window, Modifiers::NONE, Key::Enter);
        window.get_by_role_and_label(Role::TextInput, "Name of the preset");
        window.event(egui::Event::Text(name.to_owned()));
        window.run();
        press(&mut window, Modifiers::NONE, Key::Enter);
    }
    let rows = |window: &Window| window.query_all_by_label_contains("Remove the preset").count();
    let labels: Vec<String> =
        window.query_all_by_label_contains("reset").filter_map(|node| node.accesskit_node().label()).collect();
    assert_eq!(rows(&window), 1, "the second one took the place of the first: {labels:?}");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(rows(&window) == 0 && button(&window), "Escape closes the menu and leaves the keyboard at its button");
    run(&mut window, Command::ClearFilter);
    assert_eq!(shown(window.state()), 17);
    run(&mut window, Command::Search);
    window.get_by_role_and_label(Role::Button, "Presets").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label("Mine").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!((written(&window).as_deref(), shown(window.state())), (Some("tobi"), 4));
    assert_eq!(window.state().document().undo_depth(), 0);
}

#[test]
fn a_narrow_window_has_one_menu_for_all_sorts() {
    let mut window = raster::builder(Theme::Light, [760.0, 900.0]).with_max_steps(40).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::new(fictional(), rim()),
    );
    window.run();
    search(&mut window, "");
    click(&mut window, "Filter");
    window.get_by_role_and_label(Role::MenuItem, "Status").click();
    window.run();
    let rows = window.query_all_by_role(Role::CheckBox);
    let row = rows.into_iter().find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with("Published")));
    row.expect("a row").click();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(shown(window.state()), 1);
    let edge = window.get_by_label("Close the search bar").rect().right();
    assert!(edge <= 760.0, "all of it is in the window: {edge}");
}

#[test]
fn a_day_is_found_as_it_is_written() {
    let mut window = window();
    search(&mut window, "7 Sep");
    assert_eq!(shown(window.state()), 1);
    assert!(cards_of(&window, "Tobi") == 1 && has(&window, "Product, Tobi, 7 Sep"));
    let other = |window: &mut Window, words: &str| {
        press(window, Modifiers::NONE, Key::Escape);
        press(window, Modifiers::NONE, Key::Escape);
        search(window, words);
        shown(window.state())
    };
    // With the weekday, the year, or another word of the moment; never by half a number.
    assert_eq!(other(&mut window, "tue 7 sep 2027"), 1);
    assert_eq!(other(&mut window, "fjell 7 sep"), 1);
    assert_eq!(other(&mut window, "postcards 7 sep"), 0);
    other(&mut window, "2 Sep");
    assert!(!has(&window, "Announcement, Tobi, 22 Sep"), "that is another day");
    // In the form that was chosen, and at once.
    assert_eq!(other(&mut window, "sep 7"), 0);
    let written = Written { dates: DateForm::MonthFirst, ..Written::usual() };
    let setup = Setup { written, language: LanguageChoice::English, ..Setup::default() };
    window.state_mut().want(Action::SetUp(setup));
    window.run();
    assert_eq!(shown(window.state()), 1);
}

#[test]
fn the_sign_of_blackout_dates_leaves_what_a_folded_lane_says_readable() {
    let mut plan = fictional();
    let first = plan.start.expect("it has a beginning");
    plan.blackouts.push(Blackout { from: first, to: first.plus(2), why: None, unknown: Unknown::default() });
    let mut window = window_on(plan);
    search(&mut window, "camera");
    let said = window.get_by_label("5 moments hidden by the filter").rect();
    let strip = window.get_by_label_contains("Nothing is published").rect();
    assert!(said.top() > strip.bottom(), "{said} under {strip}");
}

#[test]
fn a_filter_that_cannot_be_saved_says_why() {
    let mut window = window();
    press(&mut window, Modifiers::COMMAND, Key::F);
    click(&mut window, "Presets");
    let why = |window: &Window| {
        let row = window.get_by_role_and_label(Role::MenuItem, "Save as preset…");
        let node = row.accesskit_node();
        (node.is_disabled(), node.description())
    };
    assert_eq!(why(&window), (true, Some("Search or filter something first".to_owned())));
}

#[test]
fn the_menu_of_days_has_the_keyboard_at_once_and_what_is_wrong_moves_nothing_in_it() {
    let mut window = window();
    search(&mut window, "");
    let at = window.get_by_role_and_label(Role::Button, "Filter by Dates").rect().center();
    press_button(&mut window, at, PointerButton::Primary);
    assert!(window.get_by_role_and_label(Role::TextInput, "From").is_focused(), "opened by the mouse");
    let places = |window: &Window| {
        let month = window.get_by_role_and_label(Role::Button, "This month").rect();
        let fields = ["From", "To"].map(|name| window.get_by_role_and_label(Role::TextInput, name).rect());
        (month, fields)
    };
    let before = places(&window);
    write_over(&mut window, Role::TextInput, "From", "soon");
    press(&mut window, Modifiers::NONE, Key::Tab);
    assert!(window.get_by_role_and_label(Role::TextInput, "To").is_focused());
    assert!(has(&window, "Write a day such as 7 Sep"));
    assert_eq!(places(&window), before, "it stands below");
}

#[test]
fn escape_leaves_the_bar_from_its_controls_and_from_the_board_but_drops_no_choice() {
    let mut window = window();
    run(&mut window, Command::ClearSelection);
    search(&mut window, "tobi");
    // A menu gives the keyboard back to its button, and from there Escape leads to the field.
    window.get_by_role_and_label(Role::Button, "Presets").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(written(&window).as_deref(), Some("tobi"), "nothing is lost on the way");
    assert!(window.get_by_role_and_label(Role::TextInput, FIELD).accesskit_node().is_focused());
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!((written(&window).as_deref(), shown(window.state())), (Some(""), 17), "the words go first");
    window.get_by_role_and_label(Role::Button, "Presets").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(written(&window), None, "then the bar");

    // Where nothing is selected and nothing looked for, it is the only thing that is left to leave.
    run(&mut window, Command::Search);
    let at = card_at(&window, "Product, Tobi");
    press_button(&mut window, at, PointerButton::Primary);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(written(&window).as_deref(), Some(""), "the first leaves the selection");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(written(&window), None);

    // What was chosen stays: nobody puts that together twice for a key too many.
    run(&mut window, Command::Search);
    choose(&mut window, "Filter by Kind", "Product");
    let left = shown(window.state());
    for _ in 0..3 {
        press(&mut window, Modifiers::NONE, Key::Escape);
    }
    assert_eq!((written(&window).as_deref(), shown(window.state())), (Some(""), left));
}

#[test]
fn the_palette_over_a_search_has_the_keyboard_and_gives_it_back_to_the_search() {
    let mut window = window();
    search(&mut window, "tobi");
    let found = shown(window.state());
    look_for(&mut window, "maren");
    let in_palette = window.get_by_role_and_label(Role::EditableComboBox, palette_window::FIELD).accesskit_node().value();
    assert_eq!(in_palette.as_deref(), Some("maren"));
    assert_eq!((written(&window).as_deref(), shown(window.state())), (Some("tobi"), found), "the search stays as it is");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!is_open(&window));
    assert_eq!((written(&window).as_deref(), shown(window.state())), (Some("tobi"), found), "Escape was for the palette alone");
    assert!(window.get_by_role_and_label(Role::TextInput, FIELD).is_focused());
    // What is written goes on where it stopped, and the next Escape is for the search.
    write(&mut window, "x");
    assert_eq!(written(&window).as_deref(), Some("tobix"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!((written(&window).as_deref(), is_open(&window)), (Some(""), false));
}
