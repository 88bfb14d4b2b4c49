//! Once a small form is closed by Enter the keyboard is seen somewhere: what was made or named has it, or what opened the form.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;
use momentboard::app::{Keeper, Rim};
use momentboard::ui::command::Command;
use momentboard::ui::theme;
use momentboard::ui::view::{Action, Selection, View};

use crate::app_window::*;
use crate::focus_seen::{OUTSIDE, at_keyboard, rings};
use crate::scratch::Scratch;

/// A form: how it is opened, what is written in it, and a part of the name of what has the keyboard once Enter has closed it.
type Form = (&'static str, fn(&mut Window), &'static str, &'static str);

/// What opens a form that makes nothing that is seen.
const OPENER: &str = "Search and filter";

fn letters(window: &mut Window, text: &str) {
    for letter in text.chars() {
        window.event(Event::Text(letter.to_string()));
        window.step();
    }
    window.run();
}

/// Puts the keyboard on a button.
fn at_button(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::Button, name).focus();
    window.run();
}

fn choose_lane(window: &mut Window) {
    let lane = window.state().document().campaign().lanes[0].id;
    window.state_mut().want(Action::Select(Selection::lane(lane)));
    window.run();
}

fn choose_card(window: &mut Window) {
    select(window, "Last place is still a place");
}

/// Opens the menu of the saved filters by keys, with something that is looked for.
fn presets(window: &mut Window) {
    press(window, Modifiers::COMMAND, Key::F);
    letters(window, "camera");
    at_button(window, "Presets");
    press(window, Modifiers::NONE, Key::Enter);
}

fn name_preset(window: &mut Window) {
    presets(window);
    let row = window.get_by_role_and_label(Role::MenuItem, "Save as preset…");
    row.focus();
    window.run();
    press(window, Modifiers::NONE, Key::Enter);
}

const FORMS: &[Form] = &[
    ("a phase", |window| run(window, Command::AddPhase), "Tease", "Tease"),
    (
        "the name of a phase",
        |window| {
            run(window, Command::AddPhase);
            press(window, Modifiers::NONE, Key::Enter);
            press(window, Modifiers::NONE, Key::F2);
            press(window, Modifiers::COMMAND, Key::A);
        },
        "Second wind",
        "Second wind",
    ),
    ("blackout dates", |window| run(window, Command::AddBlackout), "Trade fair", "Trade fair"),
    (
        "a note",
        |window| {
            choose_card(window);
            press(window, Modifiers::NONE, Key::N);
        },
        "Ask Mia",
        "Ask Mia",
    ),
    (
        "a note of the calendar",
        |window| {
            choose_card(window);
            run(window, Command::Show(View::Calendar));
            press(window, Modifiers::NONE, Key::N);
        },
        "Ask Mia",
        "Ask Mia",
    ),
    (
        "the title of a card",
        |window| {
            choose_card(window);
            press(window, Modifiers::NONE, Key::F2);
        },
        "Last, and happy",
        "Last, and happy",
    ),
    (
        "the name of a lane",
        |window| {
            choose_lane(window);
            press(window, Modifiers::NONE, Key::F2);
        },
        "Nora Lind",
        "Nora",
    ),
    ("a preset", name_preset, "With a camera", "With a camera"),
    (
        "the name of a preset",
        |window| {
            name_preset(window);
            letters(window, "First");
            press(window, Modifiers::NONE, Key::Enter);
            at_button(window, "Rename the preset “First”");
            press(window, Modifiers::NONE, Key::Enter);
        },
        "Second",
        "Second",
    ),
    (
        "a template of a lane",
        |window| {
            choose_lane(window);
            at_button(window, OPENER);
            run(window, Command::SaveLaneTemplate);
        },
        "Autumn arc",
        OPENER,
    ),
    (
        "a template of the plan",
        |window| {
            at_button(window, OPENER);
            run(window, Command::SavePlanTemplate);
        },
        "Autumn",
        OPENER,
    ),
    (
        "a template out of the menu of a lane",
        |window| {
            choose_lane(window);
            press(window, Modifiers::SHIFT, Key::F10);
            window.get_by_role_and_label(Role::MenuItem, "Save the lane as a template…").focus();
            window.run();
            press(window, Modifiers::NONE, Key::Enter);
        },
        "Autumn arc",
        "Maren",
    ),
    (
        "a lane once more",
        |window| {
            choose_lane(window);
            run(window, Command::DuplicateLane);
        },
        "Nora Lind",
        "Nora",
    ),
    (
        "a template that is added",
        |window| {
            at_button(window, OPENER);
            run(window, Command::AddFromTemplate);
        },
        "",
        "Name",
    ),
    (
        "an entry of a list",
        |window| {
            run(window, Command::EditCampaign);
            at_button(window, "Add to phases");
            press(window, Modifiers::NONE, Key::Enter);
            letters(window, "Encore");
            write_in(window, "Phases: From", "2 Dec");
            window.get_by_role_and_label(Role::TextInput, "Phases: To").focus();
            window.run();
        },
        "9 Dec",
        "Phases, change: Encore",
    ),
    (
        "words of a finding",
        |window| {
            at_button(window, "Filter findings");
            press(window, Modifiers::NONE, Key::Enter);
        },
        "ask",
        "Filter findings",
    ),
];

/// Opens a form, writes, and presses Enter; what is wrong with the keyboard then.
fn wrong(folder: &Scratch, (what, open, text, has): Form) -> Option<String> {
    let rim = Rim { prefs: Keeper::File(folder.join("preferences.ron")), ..rim() };
    let mut window = window_in(rim, fictional());
    open(&mut window);
    letters(&mut window, text);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let Some((_, rect, _, name)) = at_keyboard(&window) else { return Some(format!("{what}: nothing has the keyboard")) };
    let seen = rings(&window, theme::tokens(Theme::Light), true).iter().any(|ring| ring.intersects(rect.expand(OUTSIDE)));
    (!name.contains(has) || !seen).then(|| format!("{what}: “{name}” has it{}", if seen { "" } else { " unseen" }))
}

#[test]
fn what_was_made_or_named_has_the_keyboard_or_what_opened_the_form() {
    let folder = Scratch::new("small-forms");
    let wrong: Vec<String> = FORMS.iter().filter_map(|form| wrong(&folder, *form)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
