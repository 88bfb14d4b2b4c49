//! A table that becomes a plan of its own, and the sheet of a workbook that is taken: by accessible label.

use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;
use momentboard::app::{App, Keeper, Rim, Screen};
use momentboard::store::prefs::{self, Prefs};
use momentboard::ui::command::Command;
use momentboard::ui::view::Action;

use crate::app_window::*;
use crate::import_run::{open, settled, titles};
use crate::import_tables::empty;
use crate::raster;
use crate::scratch::{self, Scratch};

const TABLE: &[u8] = include_bytes!("../fixtures/tables/us-calendar.csv");
const READ_ME: (&str, &[&[&str]]) =
    ("READ ME", &[&["Please fill in one row per post."], &["Ask Lena before you change a date."]]);
const RATES: (&str, &[&[&str]]) = ("Rates", &[&["Creator", "Fee EUR"], &["Tobi", "1200"]]);
const PLAN: (&str, &[&[&str]]) = ("Calendar", &[&["Date", "Creator", "Kind", "Title"], &["2027-05-03", "Tobi", "story", "One"]]);

fn table(folder: &Scratch) -> PathBuf {
    let path = folder.join("spring.csv");
    scratch::write(&path, TABLE);
    path
}

fn workbook(folder: &Scratch, sheets: &[(&str, &[&[&str]])]) -> PathBuf {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (row, cells) in rows.iter().enumerate() {
            for (at, text) in cells.iter().enumerate() {
                sheet.write_string(row as u32, at as u16, *text).unwrap();
            }
        }
    }
    let path = folder.join("plan.xlsx");
    scratch::write(&path, &book.save_to_buffer().unwrap());
    path
}

fn on_start_page(folder: &Scratch, size: [f32; 2]) -> Window {
    with_preferences(folder, size, &Prefs::default())
}

fn with_preferences(folder: &Scratch, size: [f32; 2], prefer: &Prefs) -> Window {
    let preferences = folder.join("preferences.ron");
    prefs::save(&preferences, prefer).unwrap();
    let rim = Rim { prefs: Keeper::File(preferences), ..rim() };
    let mut window = raster::builder(Theme::Light, size).with_max_steps(40).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::at_start(rim, false),
    );
    window.run();
    assert!(window.state().screen() == Screen::Welcome);
    window
}

fn is_the_table(window: &Window) -> bool {
    let app = window.state();
    let campaign = app.document().campaign();
    campaign.name == "spring" && campaign.lanes.len() == 1 && titles(app).len() == 3 && app.screen() == Screen::Plan
}

#[test]
fn a_table_that_is_opened_becomes_a_plan_once_it_is_brought_in() {
    let folder = Scratch::new("import-open");
    let path = table(&folder);
    let campaign = fictional();
    let mut window = window_on(campaign.clone());
    open(&mut window, &path);
    window.get_by_role_and_label(Role::Dialog, "Import spring.csv");
    assert!(has(&window, "A plan of its own is made of it") && has(&window, "Would add: 3 moments."));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(**window.state().document().campaign(), campaign, "one that is left leaves the plan on screen");
    open(&mut window, &path);
    click(&mut window, "Import");
    assert!(is_the_table(&window));
    assert!(window.state().document().is_dirty(), "it has no file yet");
}

#[test]
fn changes_that_no_file_has_are_asked_about_before_a_table_takes_their_place() {
    let folder = Scratch::new("import-open-unsaved");
    let path = table(&folder);
    let mut window = window_on(empty());
    drop_file(&mut window, &path);
    settled(&mut window);
    click(&mut window, "Import");
    let before = window.state().document().campaign().clone();
    assert!(before.name != "spring" && titles(window.state()).len() == 3, "over a plan it is added to that");
    window.state_mut().want(Action::Run(Command::Open));
    settled(&mut window);
    click(&mut window, "Don’t save");
    settled(&mut window);
    type_path(&mut window, &path);
    settled(&mut window);
    click(&mut window, "Import");
    assert!(is_the_table(&window));
}

#[test]
fn the_start_page_brings_a_table_in_by_its_button_and_by_dropping() {
    let folder = Scratch::new("import-start");
    let path = table(&folder);
    for size in [[1440.0, 900.0], [760.0, 900.0]] {
        let mut window = on_start_page(&folder, size);
        click(&mut window, "Import a table…");
        settled(&mut window);
        type_path(&mut window, &path);
        settled(&mut window);
        click(&mut window, "Import");
        assert!(is_the_table(&window), "{size:?}");
    }
    let mut window = on_start_page(&folder, [1440.0, 900.0]);
    drop_file(&mut window, &path);
    settled(&mut window);
    click(&mut window, "Import");
    assert!(is_the_table(&window));
}

#[test]
fn a_plan_of_a_table_begins_with_the_market_that_is_preferred() {
    let folder = Scratch::new("import-market");
    let path = table(&folder);
    let mut window = with_preferences(&folder, [1440.0, 900.0], &Prefs { market: "FR".to_owned(), ..Prefs::default() });
    drop_file(&mut window, &path);
    settled(&mut window);
    click(&mut window, "Import");
    assert!(is_the_table(&window));
    assert_eq!(window.state().document().campaign().markets, ["FR"]);
}

#[test]
fn what_is_no_table_file_says_what_a_table_is() {
    let folder = Scratch::new("import-open-folder");
    let path = folder.join("folder.csv");
    #[expect(clippy::disallowed_methods, reason = "the test plays everybody else who writes to the disk")]
    std::fs::create_dir(&path).unwrap();
    let mut window = window_on(empty());
    open(&mut window, &path);
    assert!(has(&window, "This is a folder, not a file.") && has(&window, "Choose a table: a workbook (.xlsx)"));
    assert!(!has(&window, "holds a plan"));
}

#[test]
fn of_a_workbook_the_sheet_that_looks_like_a_calendar_is_taken_and_named() {
    let folder = Scratch::new("import-sheet");
    let path = workbook(&folder, &[READ_ME, RATES, PLAN]);
    let mut window = window_on(empty());
    drop_file(&mut window, &path);
    settled(&mut window);
    assert!(has(&window, "Of 3 sheets “Calendar” is taken") && has(&window, "Would add: 1 moment."));
    window.get_by_role_and_label(Role::ComboBox, "Sheet").click();
    settled(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "Rates").click();
    settled(&mut window);
    assert!(!has(&window, "is taken"), "what was chosen is not told");
}

#[test]
fn where_no_sheet_looks_like_a_calendar_it_is_asked_for() {
    let folder = Scratch::new("import-no-sheet");
    let path = workbook(&folder, &[READ_ME, RATES]);
    let mut window = window_on(empty());
    drop_file(&mut window, &path);
    settled(&mut window);
    assert!(has(&window, "None of the sheets looks like a calendar.") && has(&window, "Choose a sheet first"));
    assert!(!has(&window, "Ask Lena"), "no sentence of the instructions is asked about");
    window.get_by_role_and_label(Role::ComboBox, "Sheet").click();
    settled(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "Rates").click();
    settled(&mut window);
    assert!(!has(&window, "Choose a sheet first"));
}

#[test]
fn what_waits_is_said_instead_of_that_nothing_is_new() {
    let folder = Scratch::new("import-waits");
    let path = folder.join("t.csv");
    scratch::write(&path, b"Date,Creator,Kind,Title\n2027-05-03,Tobi,Giveaway party,One\n2027-05-04,Tobi,Giveaway party,Two\n");
    let mut window = window_on(empty());
    drop_file(&mut window, &path);
    settled(&mut window);
    assert!(has(&window, "2 rows with a cell that cannot be used") && !has(&window, "Nothing of the table is new"));
    click(&mut window, "Leave out 2 rows with a cell that cannot be used; none once the words above are answered");
    settled(&mut window);
    assert!(has(&window, "Nothing else of the table is new to the plan: 2 rows left out"));
}

#[test]
fn a_table_that_the_program_is_started_with_becomes_a_plan() {
    let folder = Scratch::new("import-started");
    let path = table(&folder);
    let mut window = raster::builder(Theme::Light, [1440.0, 900.0]).with_max_steps(40).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::at_start(rim(), true),
    );
    let ctx = window.ctx.clone();
    window.state_mut().open_at_start(&ctx, path);
    settled(&mut window);
    assert!(has(&window, "A plan of its own is made of it"));
    click(&mut window, "Import");
    assert!(is_the_table(&window));
}
