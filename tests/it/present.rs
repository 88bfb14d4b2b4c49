//! Presenting in the whole window: from the selection on, from moment to moment and from creator to creator, with notes, blank,
//! through a filter, and back to the plan. How it looks is compared with pictures.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Theme, ViewportCommand};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::App;
use momentboard::model::{DateForm, MomentId, PlanId, Written};
use momentboard::store::demo;
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, Selection, Setup, View};

use crate::app_window::*;
use crate::raster;

/// Words on the card that the design shows.
const STORY: &str = "Community story, Maren, 5 Oct";

fn key(window: &mut Window, key: Key) {
    press(window, Modifiers::NONE, key);
}

fn shown(window: &Window) -> Option<String> {
    window.state().presented().map(|id| title(window.state(), id))
}

/// What was asked of the system about filling the screen, in the frames until nothing moves.
fn full(window: &mut Window, pressed: Key) -> Vec<bool> {
    let (physical_key, repeat, modifiers) = (None, false, Modifiers::NONE);
    window.event(Event::Key { key: pressed, physical_key, pressed: true, repeat, modifiers });
    let mut asked = Vec::new();
    for _ in 0..6 {
        window.step();
        let viewports = window.output().viewport_output.values();
        asked.extend(viewports.flat_map(|viewport| &viewport.commands).filter_map(|command| match command {
            ViewportCommand::Fullscreen(on) => Some(*on),
            _ => None,
        }));
    }
    window.run();
    asked
}

/// A presentation that begins with the story of the design.
fn presenting() -> (Window, MomentId) {
    let mut window = window();
    let id = select(&mut window, STORY);
    key(&mut window, Key::F5);
    (window, id)
}

#[test]
fn it_fills_the_screen_from_the_selection_on_and_gives_the_window_back() {
    let mut window = window();
    let id = select(&mut window, STORY);
    assert_eq!(full(&mut window, Key::F5), [true]);
    assert_eq!(window.state().presented(), Some(id));
    assert!(window.query_by_label("View").is_none(), "nothing else of the window is there");
    for words in [
        "Six strangers, one night-shift run club",
        "“They finish work at four. Then they run.”",
        "When: Tuesday 5 October",
        "Stands for: Nobody runs alone",
        "Made by: Maren and Northbound together",
        "3 of 5",
        "Northbound · The long way round",
        "Maren Solheim, @marenruns, Trail runner and marathon pacer, Bergen",
    ] {
        assert!(window.query_all_by_label(words).next().is_some(), "{words}");
    }
    key(&mut window, Key::ArrowRight);
    assert_eq!(full(&mut window, Key::Escape), [false]);
    assert_eq!(window.state().presented(), None);
    let now = window.state().selection().primary().unwrap();
    assert_eq!(title(window.state(), now), "The Fjell 2 after 400 kilometres", "what was shown last is selected");
    window.get_by_label("View");
}

#[test]
fn after_it_the_keyboard_is_where_it_was() {
    let mut window = window();
    select(&mut window, STORY);
    for (role, name) in [(Role::Button, "Share"), (Role::TextInput, "Title")] {
        let is_there = |window: &Window| window.get_by_role_and_label(role, name).accesskit_node().is_focused();
        window.get_by_role_and_label(role, name).focus();
        window.run();
        key(&mut window, Key::F5);
        assert!(window.state().presented().is_some());
        key(&mut window, Key::Escape);
        assert!(window.state().presented().is_none());
        let now = window
            .query_all_by(|node| node.is_focused() && !node.is_hidden())
            .filter_map(|node| node.accesskit_node().label())
            .collect::<Vec<_>>();
        assert!(is_there(&window), "{name}: {now:?}");
    }
    // Another moment is shown at the end, and its title is another field.
    key(&mut window, Key::F5);
    key(&mut window, Key::ArrowRight);
    key(&mut window, Key::Escape);
    assert!(window.query_by(|node| node.is_focused() && !node.is_hidden()).is_none());
    press(&mut window, egui::Modifiers::NONE, Key::Delete);
    assert_eq!(window.state().document().undo_depth(), 1, "the board has the keyboard, and no field of the moment before");
}

#[test]
fn whoever_leaves_it_where_it_began_has_selected_nothing_else() {
    let mut window = window();
    run(&mut window, Command::ClearSelection);
    key(&mut window, Key::F5);
    let began = window.state().presented();
    key(&mut window, Key::Escape);
    assert_eq!(*window.state().selection(), Selection::default());
    key(&mut window, Key::F5);
    key(&mut window, Key::ArrowRight);
    key(&mut window, Key::ArrowLeft);
    key(&mut window, Key::ArrowRight);
    let last = window.state().presented();
    assert!(last.is_some() && last != began);
    key(&mut window, Key::Escape);
    assert_eq!(window.state().selection().primary(), last, "what was gone to is selected");
}

#[test]
fn keys_lead_from_moment_to_moment_and_from_creator_to_creator() {
    let (mut window, _) = presenting();
    for (pressed, title) in [
        (Key::ArrowLeft, "The winter I learned to run slowly"),
        (Key::Space, "Six strangers, one night-shift run club"),
        (Key::PageDown, "The Fjell 2 after 400 kilometres"),
        (Key::PageUp, "Six strangers, one night-shift run club"),
        (Key::End, "Bring someone back: your stories"),
        // Behind the last moment of one creator comes the first of the next.
        (Key::ArrowRight, "20% off the Fjell 2 with TOBI20"),
        (Key::ArrowLeft, "Bring someone back: your stories"),
        (Key::Home, "Why I said yes to Northbound"),
        (Key::ArrowLeft, "Why I said yes to Northbound"),
        (Key::ArrowUp, "Why I said yes to Northbound"),
        (Key::ArrowDown, "20% off the Fjell 2 with TOBI20"),
        (Key::ArrowDown, "A hundred miles, together"),
        (Key::ArrowUp, "20% off the Fjell 2 with TOBI20"),
    ] {
        key(&mut window, pressed);
        assert_eq!(shown(&window).as_deref(), Some(title), "{pressed:?}");
    }
    assert_eq!(window.state().document().undo_depth(), 0, "nothing of the plan changed");
}

#[test]
fn everything_can_be_pressed_with_the_pointer() {
    let (mut window, id) = presenting();
    for (label, title) in [
        ("Moment after", "The Fjell 2 after 400 kilometres"),
        ("Moment before", "Six strangers, one night-shift run club"),
        ("The winter I learned to run slowly, 16 Sep", "The winter I learned to run slowly"),
        ("Creator after", "20% off the Fjell 2 with TOBI20"),
        ("Creator before", "Why I said yes to Northbound"),
    ] {
        click(&mut window, label);
        assert_eq!(shown(&window).as_deref(), Some(title), "{label}");
    }
    let first = window.get_by_label("Moment before");
    assert!(first.accesskit_node().is_disabled(), "nothing comes before the first moment");
    click(&mut window, "Close");
    assert_eq!(window.state().presented(), None);
    assert_ne!(window.state().selection().primary(), Some(id));
}

#[test]
fn notes_are_off_until_they_are_asked_for_and_what_is_internal_is_never_shown() {
    let mut window = window();
    let id = select(&mut window, "Product, Tobi");
    key(&mut window, Key::F5);
    let internal = ["Oskar Nyman", "3500", "3,500", "Retail wants the code early", "PBR-08"];
    for words in internal {
        assert!(!has(&window, words), "{words}");
    }
    key(&mut window, Key::N);
    window.get_by_label("Notes for the team only");
    assert!(has(&window, "Retail wants the code early"));
    assert!(!has(&window, "Oskar Nyman"));
    click(&mut window, "Notes");
    assert!(!has(&window, "Retail wants the code early"));
    key(&mut window, Key::N);
    key(&mut window, Key::Escape);
    key(&mut window, Key::F5);
    assert_eq!(window.state().presented(), Some(id));
    assert!(!has(&window, "Retail wants the code early"), "the next presentation begins without notes");
}

#[test]
fn a_blank_screen_comes_back_with_any_key() {
    let (mut window, id) = presenting();
    for back in [Key::B, Key::ArrowRight, Key::Escape] {
        key(&mut window, Key::B);
        window.get_by_label("The screen is blank. Any key brings the moment back.");
        assert!(!has(&window, "Six strangers"));
        key(&mut window, back);
        assert_eq!(window.state().presented(), Some(id), "{back:?} only brings it back");
        assert!(has(&window, "Six strangers"));
    }
}

#[test]
fn what_a_filter_hides_is_not_come_upon_and_is_counted() {
    let mut window = window();
    press(&mut window, Modifiers::COMMAND, Key::F);
    window.event(Event::Text("mile".to_owned()));
    window.run();
    run(&mut window, Command::Present);
    let first = shown(&window).unwrap();
    window.get_by_label("1 of 1 · 3 hidden by the filter");
    let mut all = vec![first];
    for _ in 0..30 {
        key(&mut window, Key::ArrowRight);
        all.push(shown(&window).unwrap());
    }
    all.dedup();
    assert!(!all.iter().any(|title| title.contains("20% off")), "{all:?}");
    assert!(all.len() > 2, "{all:?}");
}

#[test]
fn trust_is_told_without_a_number() {
    let (window, _) = presenting();
    let said = window.get_by_role_and_label(
        Role::Label,
        "Trust: Trusted. This moment takes people past the ready line. The ask comes on 28 Oct.",
    );
    assert!(said.rect().height() > 10.0);
}

#[test]
fn without_a_moment_there_is_nothing_to_present_and_it_says_so() {
    let mut window = window_on(momentboard::model::Campaign::new(PlanId::default(), "Empty"));
    key(&mut window, Key::F5);
    assert_eq!(window.state().presented(), None);
    window.get_by_label("There is no moment yet");
}

#[test]
fn with_every_lane_hidden_or_filtered_away_it_says_why_nothing_is_shown_and_how_it_is() {
    let mut window = window();
    for lane in window.state().document().campaign().lanes.iter().map(|lane| lane.id).collect::<Vec<_>>() {
        window.state_mut().want(Action::Select(Selection::lane(lane)));
        window.run();
        run(&mut window, Command::HideLane);
    }
    key(&mut window, Key::F5);
    assert_eq!(window.state().presented(), None);
    window.get_by_label_contains("every moment is in a hidden lane. “Show hidden lanes” brings them back");
    run(&mut window, Command::ShowHiddenLanes);
    run(&mut window, Command::Search);
    window.event(egui::Event::Text("zzzz".to_owned()));
    window.run();
    key(&mut window, Key::F5);
    assert_eq!(window.state().presented(), None);
    window.get_by_label_contains("no moment matches what is searched for or filtered. “Clear search and filters”");
    run(&mut window, Command::ClearFilter);
    key(&mut window, Key::F5);
    assert!(window.state().presented().is_some());
}

#[test]
fn a_step_is_there_at_once_where_nothing_is_to_move_and_costs_no_frame_afterwards() {
    let (mut window, _) = presenting();
    window.state_mut().want(Action::SetUp(Setup { reduced_motion: true, ..Setup::default() }));
    window.run();
    window.key_press(Key::ArrowRight);
    window.step();
    let delays = |window: &Window| window.output().viewport_output.values().map(|out| out.repaint_delay).min().unwrap();
    window.step();
    window.step();
    assert!(delays(&window).as_secs_f32() > 0.5, "nothing moves");
}

fn presented_in(theme: Theme, size: [f32; 2], words: &str) -> Window {
    let app = App::new(demo::fictional(PlanId::default()), rim());
    let mut window = raster::builder(theme, [1440.0, 900.0]).with_max_steps(60).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        app,
    );
    window.run();
    select(&mut window, words);
    window.set_size(egui::Vec2::from(size));
    key(&mut window, Key::F5);
    window.remove_cursor();
    window.run();
    window
}

#[test]
fn it_is_as_dark_in_a_dark_window() {
    raster::assert_golden(&mut presented_in(Theme::Dark, [1440.0, 900.0], STORY), "present-dark");
}

#[test]
fn notes_keep_their_distance_from_the_words_above_them() {
    let mut window = presented_in(Theme::Light, [776.0, 636.0], "Product, Tobi");
    key(&mut window, Key::N);
    let words = window.get_by_role_and_label(Role::Label, "“Use TOBI20. Link in bio. Only this week.”").rect();
    let notes = window.get_by_role_and_label(Role::Heading, "Notes for the team only").rect();
    // The box begins a little above its first line.
    assert!(notes.top() - words.bottom() > 19.0, "{words:?} {notes:?}");
}

#[test]
fn an_ask_with_notes() {
    let mut window = presented_in(Theme::Light, [1440.0, 900.0], "Product, Tobi");
    key(&mut window, Key::N);
    raster::assert_golden(&mut window, "present-notes");
}

#[test]
fn everything_twice_as_large_still_says_when_and_where() {
    for words in [STORY, "Announcement, Maren", "Product, Tobi"] {
        let window = presented_in(Theme::Light, [736.0, 466.0], words);
        let mut foot = f32::MAX;
        for hint in ["Notes", "Close"] {
            foot = foot.min(window.get_by_role_and_label(Role::Button, hint).rect().top());
        }
        let trust = window.query_all_by_label_contains("Trust: ").next().expect("how far people are").rect().top();
        for row in ["When: ", "Where: ", "Made by: ", "Asks for: "] {
            let rect = window.query_all_by_label_contains(row).next().unwrap_or_else(|| panic!("{words}: {row}")).rect();
            assert!(rect.bottom() <= trust && rect.left() >= 0.0, "{words}: {row} is seen: {rect:?}, above {trust}");
        }
        let title = window.get_by_role(Role::Heading).rect();
        assert!(title.height() > 20.0 && title.bottom() < trust, "{words}");
        assert!(trust < foot);
        assert!(window.query_by_label("More words").is_none(), "{words}: all of it is seen");
    }
}

#[test]
fn what_is_longer_than_its_place_says_so_and_has_keys() {
    let mut campaign = demo::fictional(PlanId::default());
    let hook = "They finish work at four, and then they run. ".repeat(30);
    let moments = &mut std::sync::Arc::make_mut(&mut campaign.lanes[0]).moments;
    std::sync::Arc::make_mut(&mut moments[0]).hook = Some(hook.clone());
    let mut window = window_on(campaign);
    select(&mut window, "Announcement, Maren");
    window.set_size(egui::vec2(736.0, 466.0));
    key(&mut window, Key::F5);
    let top = |window: &Window| window.get_by_label_contains("They finish work").rect().top();
    let first = top(&window);
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    assert!(top(&window) < first - 30.0, "the text goes on: {} and {first}", top(&window));
    click(&mut window, "More words");
    assert!(top(&window) < first - 90.0, "{}", top(&window));
    press(&mut window, Modifiers::SHIFT, Key::ArrowUp);
    press(&mut window, Modifiers::SHIFT, Key::ArrowUp);
    assert!((top(&window) - first).abs() < 1.0, "and back");
    assert_eq!(shown(&window).as_deref(), Some("Why I said yes to Northbound"), "it is the same moment");
}

/// The colour of an ask's marker on the line, beside the sign in it.
fn marker(window: &mut Window, words: &str, day: &str) -> [u8; 4] {
    let name = format!("{words}, {day}");
    let at = window.get_by_role_and_label(Role::Button, &name).rect().center() - egui::vec2(0.0, 5.0);
    window.render().expect("a picture").get_pixel(at.x as u32, at.y as u32).0
}

#[test]
fn asks_have_the_marker_that_the_curve_gives_them_and_nothing_of_what_was_found() {
    let t = momentboard::ui::theme::tokens(Theme::Dark);
    for (lane, words, day, color, what) in [
        (STORY, "The Fjell 2 after 400 kilometres", "28 Oct", t.s_ok_fill, "to come, at or above the line"),
        ("Bring someone back", "The Fjell 2 after 400 kilometres", "28 Oct", t.s_ok_fill, "shown before"),
        ("Announcement, Tobi", "20% off the Fjell 2 with TOBI20", "7 Sep", t.canvas, "below the line, whatever was found"),
        ("Announcement, Kwame", "What I wore for 100 miles", "4 Nov", t.canvas, "below the line, and nothing found"),
    ] {
        let mut window = window();
        select(&mut window, lane);
        key(&mut window, Key::F5);
        assert_eq!(marker(&mut window, words, day), color.to_array(), "{what}");
    }
    // The one that is shown has it, too, inside its ring.
    let mut window = presented_in(Theme::Light, [1440.0, 900.0], "Product, Maren");
    assert_eq!(marker(&mut window, "The Fjell 2 after 400 kilometres", "28 Oct"), t.s_ok_fill.to_array());
}

#[test]
fn a_narrow_screen() {
    raster::assert_golden(&mut presented_in(Theme::Light, [760.0, 900.0], STORY), "present-narrow");
}

#[test]
fn everything_twice_as_large() {
    raster::assert_golden(&mut presented_in(Theme::Light, [720.0, 450.0], STORY), "present-large");
}

#[test]
fn the_day_is_written_in_the_form_that_was_chosen() {
    for (dates, said) in [(DateForm::MonthFirst, "When: Tuesday, October 5"), (DateForm::YearFirst, "When: Tuesday, 2027-10-05")]
    {
        let mut window = window();
        let setup = Setup { written: Written { dates, ..Written::default() }, ..Setup::default() };
        window.state_mut().want(Action::SetUp(setup));
        window.run();
        select(&mut window, "Six strangers");
        key(&mut window, Key::F5);
        assert!(window.query_all_by_label(said).next().is_some(), "{said}");
    }
}

/// The page is dark in a light window, for which egui draws every letter anew: what was laid out before lies elsewhere in its texture.
#[test]
fn whatever_was_in_front_is_read_as_before_when_it_comes_back() {
    for (view, digit) in [(View::Board, Key::Num1), (View::Calendar, Key::Num2), (View::Table, Key::Num3)] {
        let mut window = window();
        let id = select(&mut window, STORY);
        press(&mut window, Modifiers::ALT, digit);
        assert_eq!(window.state().view(), view);
        let before = window.render().expect("a picture");
        key(&mut window, Key::F5);
        assert_eq!(window.state().presented(), Some(id));
        key(&mut window, Key::Escape);
        assert_eq!(window.state().presented(), None);
        let after = window.render().expect("a picture");
        let changed = before.pixels().zip(after.pixels()).filter(|(one, other)| one != other).count();
        // What had the keyboard may have lost its ring; letters are many thousand points.
        assert!(changed < 1_500, "{view:?}: {changed} points");
    }
}
