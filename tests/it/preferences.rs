//! The preferences without a display, by accessible label: what is chosen is seen in the window at once, and is there again
//! after a restart; a plan saves by itself only where nothing has to be asked.

#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{App, Jobs, Keeper, Rim};
use momentboard::model::{DateForm, LanguageChoice, MoneyForm, PlanId, WeekStart};
use momentboard::store::fs::Base;
use momentboard::store::prefs::{self, Found};
use momentboard::store::{demo, open_plan, save_plan};
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, SaveState, Setup, View};

use crate::app_window::*;
use crate::raster;
use crate::scratch::{self, Scratch};
use crate::side_prefs::start;

const CTRL: Modifiers = Modifiers::COMMAND;
/// Frames in which the pause after which a plan is saved goes by.
const PAUSE: usize = 16;

fn open(window: &mut Window) {
    press(window, CTRL, Key::Comma);
    window.get_by_role_and_label(Role::Dialog, "Preferences");
}

fn choose(window: &mut Window, field: &str, word: &str) {
    let node = window.get_by_role_and_label(Role::ComboBox, field);
    node.scroll_to_me();
    window.run();
    window.get_by_role_and_label(Role::ComboBox, field).click();
    window.run();
    window.get_by_label(word).click();
    window.run();
}

fn shown(window: &Window, field: &str) -> String {
    window.get_by_role_and_label(Role::ComboBox, field).accesskit_node().value().unwrap_or_default()
}

#[test]
fn everything_that_is_chosen_is_seen_at_once_and_is_there_again_after_a_restart() {
    let scratch = Scratch::new("preferences");
    let file = scratch.join("preferences.ron");
    let mut window = start(&file, [1440.0, 900.0]);
    open(&mut window);
    window.get_by_role_and_label(Role::RadioButton, "Dark").click();
    window.run();
    assert_eq!(window.ctx.theme(), Theme::Dark);
    window.get_by_role_and_label(Role::RadioButton, "Reduced").click();
    window.run();
    assert!(window.ctx.global_style().animation_time == 0.0, "nothing moves");
    assert!(!window.ctx.global_style().visuals.text_cursor.blink, "and nothing blinks");
    choose(&mut window, "Size of everything", "90%");
    assert!((window.ctx.zoom_factor() - 0.9).abs() < 0.01);
    choose(&mut window, "Weeks begin on", "Sunday");
    choose(&mut window, "Days", "Sep 2, 2027");
    choose(&mut window, "Amounts", "1.200 €");
    choose(&mut window, "Currency", "CHF");
    assert_eq!(shown(&window, "Amounts"), "1.200 CHF", "the example follows");
    choose(&mut window, "Market", "Germany (DE)");
    click(&mut window, "Save by itself after a pause");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_role_and_label(Role::Dialog, "Preferences").is_none());
    assert!(has(&window, "Nov 14, 2027") || has(&window, "Oct "), "the status bar writes days so");
    assert!(!has(&window, "€48,800") && has(&window, "48.800 €"), "and amounts");
    run(&mut window, Command::Show(View::Calendar));
    let day = |name: &str| window.query_all_by_label_contains(name).next().unwrap().rect();
    let (sunday, monday) = (day("Sun Sep 12"), day("Mon Sep 13"));
    assert!(sunday.left() < monday.left() && (sunday.top() - monday.top()).abs() < 1.0, "{sunday:?} {monday:?}");
    press(&mut window, CTRL, Key::Q);

    let (kept, found) = prefs::load(&file);
    assert_eq!((found, kept.theme, kept.scale), (Found::Prefs, prefs::Theme::Dark, 90));
    assert_eq!((kept.week_begins, kept.dates, kept.money), (WeekStart::Sunday, DateForm::MonthFirst, MoneyForm::SignLast));
    assert_eq!((kept.currency.as_str(), kept.market.as_str(), kept.autosave), ("CHF", "DE", true));
    assert!(kept.reduced_motion && !kept.motion_of_system);

    let mut window = start(&file, [1440.0, 900.0]);
    assert_eq!(window.ctx.theme(), Theme::Dark);
    open(&mut window);
    assert_eq!(["Days", "Amounts", "Weeks begin on"].map(|field| shown(&window, field)), ["Sep 2, 2027", "1.200 CHF", "Sunday"]);
    click(&mut window, "Put everything back");
    assert_eq!(["Days", "Amounts", "Market"].map(|field| shown(&window, field)), ["2 Sep 2027", "€1,200", "None"]);
    assert!((window.ctx.zoom_factor() - 1.0).abs() < 0.01);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(has(&window, "€48,800"));
}

#[test]
fn a_field_writes_an_amount_as_it_is_written_elsewhere() {
    let mut window = window();
    let fee = |window: &Window| window.get_by_role_and_label(Role::TextInput, "Fee").accesskit_node().value().unwrap_or_default();
    select(&mut window, "Product, Tobi");
    let plain = fee(&window);
    assert!(!plain.contains('€'), "the sign stands before the field: {plain}");
    open(&mut window);
    choose(&mut window, "Amounts", "1.200 €");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(fee(&window), format!("{} €", plain.replace(',', ".")));
    window.get_by_role_and_label(Role::TextInput, "Fee").focus();
    window.run();
    press(&mut window, CTRL, Key::A);
    window.event(egui::Event::Text("1500".into()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(fee(&window), "1.500 €", "without a sign it is the usual currency");
}

#[test]
fn a_new_plan_begins_with_the_market_that_is_preferred() {
    let mut window = window();
    open(&mut window);
    choose(&mut window, "Market", "France (FR)");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_ne!(window.state().document().campaign().markets, ["FR"], "a plan that is open stays as it is");
    press(&mut window, CTRL, Key::N);
    if window.query_by_label("Don’t save").is_some() {
        click(&mut window, "Don’t save");
    }
    assert_eq!(window.state().document().campaign().markets, ["FR"]);
}

#[test]
fn days_are_read_as_they_are_written() {
    for form in ["Sep 2, 2027", "2027-09-02"] {
        let mut window = window();
        open(&mut window);
        choose(&mut window, "Days", form);
        press(&mut window, Modifiers::NONE, Key::Escape);
        let id = select(&mut window, "Product, Kwame");
        let before = when(window.state(), id);
        let field = || "Date".to_owned();
        let value = window.get_by_role_and_label(Role::TextInput, &field()).accesskit_node().value().unwrap_or_default();
        write_over(&mut window, Role::TextInput, &field(), "1 Jan");
        assert_ne!(when(window.state(), id), before);
        write_over(&mut window, Role::TextInput, &field(), &value);
        press(&mut window, Modifiers::NONE, Key::Enter);
        assert_eq!(when(window.state(), id), before, "{value} is the day that it was");
    }
}

#[test]
fn house_rules_are_chosen_shown_and_left() {
    let scratch = Scratch::new("preferences-house");
    let (file, rules) = (scratch.join("preferences.ron"), scratch.join("acme.ron"));
    scratch::write(&rules, b"(name: \"Acme\")");
    let mut window = start(&file, [1440.0, 900.0]);
    open(&mut window);
    window.get_by_label("No file of house rules is used on this computer.");
    window.get_by_label("Choose a file…").scroll_to_me();
    window.run();
    click(&mut window, "Choose a file…");
    type_path(&mut window, &rules);
    window.get_by_label_contains("The rules of Acme, from ");
    press(&mut window, CTRL, Key::Q);
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, CTRL, Key::Q);
    assert_eq!(prefs::load(&file).0.house.as_deref(), Some(rules.as_path()));

    let mut window = start(&file, [1440.0, 900.0]);
    open(&mut window);
    window.get_by_label("Stop using it").scroll_to_me();
    window.run();
    click(&mut window, "Stop using it");
    window.get_by_label("No file of house rules is used on this computer.");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, CTRL, Key::Q);
    assert_eq!(prefs::load(&file).0.house, None);
}

#[test]
fn preferences_that_make_no_sense_are_the_usual_ones() {
    let scratch = Scratch::new("preferences-odd");
    let file = scratch.join("preferences.ron");
    scratch::write(
        &file,
        b"(dates: sideways, money: shells, currency: \"euros\", market: \"\", week_begins: never, autosave: perhaps)",
    );
    let mut window = start(&file, [1440.0, 900.0]);
    open(&mut window);
    assert_eq!(["Days", "Amounts", "Currency"].map(|field| shown(&window, field)), ["2 Sep 2027", "€1,200", "EUR"]);
}

/// A window on a plan that has a file, which saves by itself.
fn saving(path: &Path, jobs: Jobs, on: bool) -> Window {
    save_plan(path, &demo::fictional(PlanId::default()), Base::New).unwrap();
    let folder = path.parent().unwrap().join("preferences.ron");
    prefs::save(&folder, &prefs::Prefs { autosave: on, ..prefs::Prefs::default() }).unwrap();
    let mut window = window_in(Rim { jobs, prefs: Keeper::File(folder), ..rim() }, demo::fictional(PlanId::default()));
    let ctx = window.ctx.clone();
    window.state_mut().open_at_start(&ctx, path.to_owned());
    window.run();
    while window.state().release_job() {
        window.run();
    }
    window
}

fn edit(window: &mut Window) {
    press(window, Modifiers::NONE, Key::Escape);
    press(window, Modifiers::NONE, Key::Num1);
    press(window, Modifiers::NONE, Key::Escape);
}

fn is_saved(window: &Window) -> bool {
    matches!(window.state().save_state(), SaveState::Saved(_))
}

fn in_file(path: &Path) -> usize {
    open_plan(path).unwrap().campaign.lanes.iter().map(|lane| lane.moments.len()).sum()
}

#[test]
fn a_plan_with_a_file_is_saved_after_a_pause_and_never_without_being_asked_to() {
    let scratch = Scratch::new("autosave");
    let path = scratch.join("plan.moments");
    let mut window = saving(&path, Jobs::on_the_spot(), false);
    let before = in_file(&path);
    edit(&mut window);
    window.run_steps(PAUSE);
    assert_eq!((window.state().save_state(), in_file(&path)), (SaveState::Edited, before), "nobody chose it");
    open(&mut window);
    click(&mut window, "Save by itself after a pause");
    window.run_steps(PAUSE);
    assert_eq!(in_file(&path), before, "not under a dialog");
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.run_steps(4);
    assert_eq!(window.state().save_state(), SaveState::Edited, "not before the pause");
    window.run_steps(PAUSE);
    assert!(is_saved(&window));
    assert_eq!(in_file(&path), before + 1);
}

#[test]
fn whoever_goes_on_within_the_pause_or_has_a_card_in_the_hand_is_not_saved_yet() {
    let scratch = Scratch::new("autosave-busy");
    let path = scratch.join("plan.moments");
    let mut window = saving(&path, Jobs::on_the_spot(), true);
    let before = in_file(&path);
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::Num1);
    for _ in 0..6 {
        // A letter of its title, long before a pause is over.
        window.event(egui::Event::Text("a".to_owned()));
        window.run_steps(PAUSE / 2);
    }
    assert_eq!((window.state().save_state(), in_file(&path)), (SaveState::Edited, before), "there was no pause");
    window.event(egui::Event::Text("a".to_owned()));
    press(&mut window, Modifiers::NONE, Key::Enter);
    let from = card_at(&window, "Product, Tobi");
    drag(&mut window, from, from + egui::vec2(40.0, 0.0));
    window.run_steps(2 * PAUSE);
    assert_eq!((window.state().save_state(), in_file(&path)), (SaveState::Edited, before), "a card is in the hand");
    window.drop_at(from + egui::vec2(40.0, 0.0));
    window.run_steps(2 * PAUSE);
    assert!(is_saved(&window));
    assert_eq!(in_file(&path), before + 1);
}

#[test]
fn what_is_changed_while_it_is_saved_waits_for_the_next_pause() {
    let scratch = Scratch::new("autosave-held");
    let path = scratch.join("plan.moments");
    let mut window = saving(&path, Jobs::held(), true);
    let before = in_file(&path);
    edit(&mut window);
    window.run_steps(PAUSE);
    assert_eq!(window.state().save_state(), SaveState::Saving);
    edit(&mut window);
    while window.state().release_job() {}
    window.step();
    assert_eq!((window.state().save_state(), in_file(&path)), (SaveState::Edited, before + 1));
    window.run_steps(PAUSE);
    while window.state().release_job() {}
    window.step();
    assert!(is_saved(&window));
    assert_eq!(in_file(&path), before + 2);
}

#[test]
fn a_plan_without_a_file_and_a_file_that_another_changed_are_left_alone() {
    let scratch = Scratch::new("autosave-not");
    let path = scratch.join("plan.moments");
    let prefs = scratch.join("other.ron");
    prefs::save(&prefs, &prefs::Prefs { autosave: true, ..prefs::Prefs::default() }).unwrap();
    let rim_with = Rim { prefs: Keeper::File(prefs), ..rim() };
    let mut window = window_in(rim_with, demo::fictional(PlanId::default()));
    edit(&mut window);
    window.run_steps(PAUSE);
    assert_eq!(window.state().save_state(), SaveState::NotSavedYet);
    assert!(window.query_by_role(Role::Dialog).is_none(), "nobody is asked where");

    let mut window = saving(&path, Jobs::on_the_spot(), true);
    let mut theirs = demo::fictional(PlanId::default());
    theirs.name = "Of somebody else".into();
    std::fs::remove_file(&path).unwrap();
    save_plan(&path, &theirs, Base::New).unwrap();
    edit(&mut window);
    window.run_steps(3 * PAUSE);
    assert_eq!(open_plan(&path).unwrap().campaign.name, "Of somebody else");
    assert!(!is_saved(&window));

    // Where it is known beforehand that another changed the file nobody is asked anything by a save that nobody asked for.
    let path = scratch.join("known.moments");
    let mut window = saving(&path, Jobs::on_the_spot(), true);
    press(&mut window, Modifiers::NONE, Key::Escape);
    std::fs::remove_file(&path).unwrap();
    save_plan(&path, &theirs, Base::New).unwrap();
    press(&mut window, Modifiers::NONE, Key::Num1);
    for _ in 0..2 {
        window.state_mut().look_at_file();
        window.run_steps(2);
    }
    assert_eq!(window.state().save_state(), SaveState::ChangedOnDisk);
    window.run_steps(3 * PAUSE);
    assert!(window.query_by_role(Role::Dialog).is_none(), "it is told, and nothing is asked");
    assert_eq!(open_plan(&path).unwrap().campaign.name, "Of somebody else");
}

#[test]
fn a_save_that_failed_is_not_tried_again_by_itself() {
    let scratch = Scratch::new("autosave-failed");
    let path = scratch.join("plan.moments");
    let mut window = saving(&path, Jobs::on_the_spot(), true);
    let mut marked = std::fs::metadata(&path).unwrap().permissions();
    marked.set_readonly(true);
    std::fs::set_permissions(&path, marked).unwrap();
    edit(&mut window);
    window.run_steps(PAUSE);
    if is_saved(&window) {
        // Where permissions do not count nothing failed, and there is nothing to see.
        return;
    }
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(matches!(window.state().save_state(), SaveState::Failed(_)));
    window.run_steps(2 * PAUSE);
    assert!(window.query_by_role(Role::Dialog).is_none(), "it was said once");
}

/// The dialog in the whole window, in those colours.
fn looks(theme: Theme, size: [f32; 2]) -> Window {
    let mut window = raster::builder(theme, size).with_max_steps(40).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::new(demo::fictional(PlanId::default()), rim()),
    );
    window.run();
    open(&mut window);
    window.run();
    window
}

#[test]
fn the_preferences_in_light_dark_and_a_narrow_window() {
    raster::assert_golden(&mut looks(Theme::Light, [1440.0, 900.0]), "preferences-light");
    raster::assert_golden(&mut looks(Theme::Dark, [1440.0, 900.0]), "preferences-dark");
    raster::assert_golden(&mut looks(Theme::Light, [380.0, 640.0]), "preferences-narrow");
}

/// Presses and lets go of the mouse where a field is, within one frame, as a quick tap does.
fn press_on(window: &mut Window, field: &str) {
    let pos = window.get_by_role_and_label(Role::ComboBox, field).rect().center();
    window.hover_at(pos);
    window.step();
    let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
    let press = |pressed| egui::Event::PointerButton { pos, button, pressed, modifiers };
    window.input_mut().events.extend([press(true), press(false)]);
    window.step();
    window.run();
}

#[test]
fn a_list_that_was_left_with_escape_opens_again() {
    let mut window = window();
    for _ in 0..3 {
        open(&mut window);
        press_on(&mut window, "Days");
        let row = window.get_by_role_and_label(Role::MenuItem, "2027-09-02").rect().center();
        let layer = window.ctx.layer_id_at(row).expect("something is there");
        assert_ne!(Some(layer), window.ctx.memory(egui::Memory::top_modal_layer), "the list lies over the dialog");
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert!(!has(&window, "2027-09-02"), "the list is closed");
        assert!(window.query_by_role_and_label(Role::Dialog, "Preferences").is_some(), "the dialog stays");
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert!(window.query_by_role_and_label(Role::Dialog, "Preferences").is_none());
    }
}

#[test]
fn a_plan_from_a_template_begins_with_that_market_too() {
    let mut window = window();
    open(&mut window);
    choose(&mut window, "Market", "France (FR)");
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.state_mut().want(Action::UseTemplate("values-led".to_owned()));
    window.run();
    assert_eq!(window.state().document().campaign().markets, ["FR"]);
    assert!(window.state().document().campaign().moment_count() > 0, "it is the plan of the template");
}

#[test]
fn another_language_leaves_the_keyboard_where_it_is() {
    let scratch = Scratch::new("preferences-language");
    let mut window = start(&scratch.join("preferences.ron"), [1440.0, 900.0]);
    open(&mut window);
    for field in ["Size of everything", "Weeks begin on", "Market"] {
        window.get_by_role_and_label(Role::ComboBox, field).focus();
        window.run();
        for language in [LanguageChoice::German, LanguageChoice::English] {
            window.state_mut().want(Action::SetUp(Setup { language, ..Setup::default() }));
            window.run();
            let has_it = window.query_all_by_role(Role::ComboBox).any(|node| node.is_focused());
            assert!(has_it, "“{field}” keeps the keyboard in {language:?}");
        }
        assert!(window.get_by_role_and_label(Role::ComboBox, field).is_focused());
    }
}
