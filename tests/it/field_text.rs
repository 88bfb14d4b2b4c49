//! Text in every kind of field as everywhere: a double click selects a word and a third one the line, and the keys of texts do
//! texts, never moments.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand, PointerButton, Pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::Screen;
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;
use crate::moment_pictures::plan;
use crate::palette_window;
use crate::table_cells::press_cell;

const PLAIN: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const WORDS: &str = "alpha beta gamma";

/// A kind of field: how somebody gets there, and what is written in it.
struct Field {
    name: &'static str,
    role: Role,
    goes: fn(&mut Window),
    text: &'static str,
    /// Whether it is about the plan, whose undo it has; else it has one of its own.
    of_plan: bool,
}

const fn line(name: &'static str, goes: fn(&mut Window)) -> Field {
    Field { name, role: Role::TextInput, goes, text: WORDS, of_plan: false }
}

fn on_card(window: &mut Window) {
    select(window, "Last place is still a place");
}

const FIELDS: [Field; 13] = [
    Field { of_plan: true, ..line("Title", on_card) },
    Field { of_plan: true, role: Role::MultilineTextInput, ..line("Hook", on_card) },
    Field { of_plan: true, text: "4200", ..line("Fee", on_card) },
    Field { of_plan: true, ..line("Name", |window| run(window, Command::EditCampaign)) },
    line("New title", |window| {
        on_card(window);
        press(window, PLAIN, Key::F2);
    }),
    Field {
        role: Role::MultilineTextInput,
        ..line("Text of the note", |window| {
            on_card(window);
            press(window, PLAIN, Key::N);
        })
    },
    line("Edit Title", |window| {
        run(window, Command::Show(View::Table));
        press_cell(window, "Title", 3);
        press(window, PLAIN, Key::F2);
    }),
    line("Search this storyboard", |window| press(window, CTRL, Key::F)),
    line("Name of the preset", |window| {
        press(window, CTRL, Key::F);
        window.event(Event::Text("tobi".into()));
        window.run();
        click(window, "Presets");
        click(window, "Save as preset…");
    }),
    Field { role: Role::EditableComboBox, ..line(palette_window::FIELD, palette_window::open) },
    line("Path", |window| press(window, CTRL, Key::O)),
    line("Filter findings", |window| {
        window.get_by_role_and_label(Role::Button, "Filter findings").click();
        window.run();
    }),
    line("Find a rule", |window| run(window, Command::Rules)),
];

fn value(window: &Window, field: &Field) -> String {
    let mut nodes = window.query_all_by_role_and_label(field.role, field.name);
    nodes.find_map(|node| node.accesskit_node().value()).unwrap_or_default()
}

fn has_keyboard(window: &Window, field: &Field) -> bool {
    window.query_all_by_role_and_label(field.role, field.name).any(|node| node.accesskit_node().is_focused())
}

/// Sends what the keyboard sends for cut or copy, and returns what was put onto the clipboard.
fn taken(window: &mut Window, event: Event) -> Option<String> {
    window.input_mut().events.push(event);
    window.step();
    let commands = &window.output().platform_output.commands;
    let text =
        commands.iter().find_map(|command| if let OutputCommand::CopyText(text) = command { Some(text.clone()) } else { None });
    window.run();
    text
}

/// So many clicks within a moment.
fn clicks(window: &mut Window, pos: Pos2, count: usize) {
    // Longer ago than what makes a double click.
    window.run_steps(4);
    window.hover_at(pos);
    window.step();
    for pressed in [true, false].repeat(count) {
        let time = window.ctx.input(|input| input.time);
        window.input_mut().time = Some(time + 0.01);
        window.event(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: PLAIN });
        window.step();
    }
    window.input_mut().time = None;
    window.run_steps(2);
}

fn write_new(window: &mut Window, text: &str) {
    window.key_press_modifiers(CTRL, Key::A);
    window.step();
    window.event(Event::Text(text.to_owned()));
    window.run();
}

#[test]
fn a_double_click_selects_a_word_and_a_third_one_the_line_in_every_kind_of_field() {
    for field in FIELDS {
        let mut window = window();
        (field.goes)(&mut window);
        if !has_keyboard(&window, &field) {
            window.query_all_by_role_and_label(field.role, field.name).next().unwrap_or_else(|| panic!("{}", field.name)).focus();
            window.run();
        }
        write_new(&mut window, field.text);
        assert_eq!(value(&window, &field), field.text, "{}", field.name);
        let rect = window.query_all_by_role_and_label(field.role, field.name).next().unwrap().rect();
        // What a field begins with, a sign or the name of a currency, is no text; and between two words there is none.
        let at = |x: f32| egui::pos2(rect.left() + x.min(rect.width() * 0.5), rect.top() + 14.0_f32.min(rect.height() * 0.5));
        let mut taken_by_two = Vec::new();
        for x in [16.0, 34.0, 52.0] {
            clicks(&mut window, at(x), 2);
            taken_by_two.push(taken(&mut window, Event::Copy).unwrap_or_default());
        }
        let is_word = |word: &String| field.text.split(' ').any(|known| known == word.trim());
        assert!(taken_by_two.iter().any(is_word), "{}: a double click selects {taken_by_two:?}", field.name);
        clicks(&mut window, at(52.0), 3);
        assert_eq!(taken(&mut window, Event::Copy).as_deref().map(str::trim), Some(field.text), "{}", field.name);
    }
}

#[test]
fn the_keys_of_texts_do_texts_and_never_moments_in_every_kind_of_field() {
    for field in FIELDS {
        let mut window = window();
        (field.goes)(&mut window);
        if !has_keyboard(&window, &field) {
            window.query_all_by_role_and_label(field.role, field.name).next().unwrap_or_else(|| panic!("{}", field.name)).focus();
            window.run();
        }
        let before = (plan(&window).moment_count(), window.state().selection().moments.clone(), window.state().screen());
        write_new(&mut window, field.text);
        press(&mut window, CTRL, Key::A);
        assert_eq!(taken(&mut window, Event::Copy).as_deref(), Some(field.text), "{}", field.name);
        assert_eq!(taken(&mut window, Event::Cut).as_deref(), Some(field.text), "{}", field.name);
        assert_eq!(value(&window, &field), "", "{}", field.name);
        window.input_mut().events.push(Event::Paste("77".to_owned()));
        window.run();
        assert_eq!(value(&window, &field), "77", "{}", field.name);
        let step = window.state().document().undo_depth();
        press(&mut window, CTRL, Key::Z);
        assert_ne!(value(&window, &field), "77", "{}: undo takes back what was pasted", field.name);
        if !field.of_plan {
            assert_eq!(window.state().document().undo_depth(), step, "{}: the plan's last step stays", field.name);
        }
        let now = (plan(&window).moment_count(), window.state().selection().moments.clone(), window.state().screen());
        assert_eq!(now, before, "{}", field.name);
        assert_eq!(now.2, Screen::Plan);
    }
}
