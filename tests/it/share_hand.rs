//! The share dialog and the brand kit in the hand: arrows within the choices, files that are there already, and a dialog that
//! stands still.

#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::fs;
use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;
use momentboard::app::{App, Jobs, Rim};
use momentboard::ui::command::Command;
use momentboard::ui::view::Action;

use crate::app_window::*;
use crate::raster;
use crate::scratch::Scratch;
use crate::share_window::*;

fn is_at(window: &Window, name: &str) -> bool {
    is_chosen(window, Role::RadioButton, name) && window.get_by_role_and_label(Role::RadioButton, name).is_focused()
}

#[test]
fn arrows_go_through_readers_and_formats_and_tab_goes_on() {
    let mut window = window();
    open_share(&mut window);
    window.get_by_role_and_label(Role::RadioButton, "Client").focus();
    window.run();
    for (key, name) in
        [(Key::ArrowLeft, "Internal"), (Key::ArrowUp, "Creator"), (Key::ArrowRight, "Internal"), (Key::ArrowDown, "Client")]
    {
        press(&mut window, Modifiers::NONE, key);
        assert!(is_at(&window, name), "{key:?} goes to {name}");
    }
    window.get_by_role_and_label(Role::RadioButton, "PDF").focus();
    window.run();
    for (key, name) in [(Key::ArrowRight, "PPTX"), (Key::ArrowLeft, "PDF"), (Key::ArrowDown, "XLSX"), (Key::ArrowUp, "PDF")] {
        press(&mut window, Modifiers::NONE, key);
        assert!(is_at(&window, name), "{key:?} goes to {name}");
    }
    press(&mut window, Modifiers::NONE, Key::Tab);
    assert!(!window.get_by_role_and_label(Role::RadioButton, "PDF").is_focused());
}

#[test]
fn readers_and_formats_are_one_stop_each_and_what_has_the_keyboard_is_always_marked() {
    let mut window = window();
    open_share(&mut window);
    assert!(is_at(&window, "Client"), "the chosen reader is where the keyboard begins");
    let tiles = ["Internal", "Client", "Creator", "PDF", "PPTX", "HTML", "XLSX", "CSV", "ICS", "PNG", "SVG", "Markdown"];
    let tile = |window: &Window| {
        let focused = |name: &str| window.query_by_role_and_label(Role::RadioButton, name).is_some_and(|tile| tile.is_focused());
        tiles.into_iter().find(|name| focused(name))
    };
    // The brand kit is on the way.
    for expected in [None, Some("PDF"), None] {
        press(&mut window, Modifiers::NONE, Key::Tab);
        assert_eq!(tile(&window), expected);
    }
    // The page that is looked at has a frame of its own: the ring of the keyboard is seen beside it.
    let look = |window: &mut Window| window.render().expect("a picture");
    let cover = "Show Cover";
    let before = look(&mut window);
    window.get_by_label(cover).focus();
    window.run();
    let after = look(&mut window);
    let place = window.get_by_label(cover).rect();
    let around = |image: &image::RgbaImage| -> Vec<u8> {
        let (y, from, to) = ((place.bottom() + 2.0) as u32, place.left() as u32 + 8, place.right() as u32 - 8);
        (from..to).flat_map(|x| image.get_pixel(x, y).0).collect()
    };
    let changed = around(&before).iter().zip(around(&after)).filter(|(one, other)| **one != *other).count();
    assert!(changed > 40, "{changed}");
}

fn write_markdown(window: &mut Window, path: &Path) {
    open_share(window);
    choose_tile(window, "Markdown");
    export_to(window, "Markdown", path);
}

fn asks(window: &Window) -> bool {
    window.query_by_role_and_label(Role::Button, "Replace").is_some()
}

#[test]
fn a_file_is_replaced_unasked_only_where_this_plan_wrote_it_for_this_reader() {
    let folder = Scratch::new("share-replace");
    let path = folder.join("deck.md");
    fs::write(&path, "mine").unwrap();
    let mut window = window();
    write_markdown(&mut window, &path);
    assert!(asks(&window) && fs::read_to_string(&path).unwrap() == "mine", "somebody else’s file is asked about");
    click(&mut window, "Replace");
    let first = fs::read_to_string(&path).unwrap();
    assert!(first.len() > 100 && first.contains("Tobi"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    // The plan changes, and the same file is written again.
    let id = tobis_ask(window.state());
    let edit = momentboard::edit::Edit::RemoveMoment { id };
    let step = momentboard::edit::Step::new("Take it out", vec![edit]);
    window.state_mut().want(Action::Edit(step));
    window.run();
    write_markdown(&mut window, &path);
    assert!(!asks(&window), "what this plan wrote is its own");
    let second = fs::read_to_string(&path).unwrap();
    assert_ne!(first, second);
    press(&mut window, Modifiers::NONE, Key::Escape);
    // For another reader it is another file.
    open_share(&mut window);
    window.get_by_role_and_label(Role::RadioButton, "Internal").click();
    window.run();
    click(&mut window, "Export Markdown");
    type_path(&mut window, &path);
    assert!(asks(&window) && fs::read_to_string(&path).unwrap() == second);
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.get_by_role_and_label(Role::RadioButton, "Client").click();
    window.run();
    // Somebody wrote into it meanwhile.
    fs::write(&path, "theirs").unwrap();
    click(&mut window, "Export Markdown");
    type_path(&mut window, &path);
    assert!(asks(&window) && fs::read_to_string(&path).unwrap() == "theirs");
    press(&mut window, Modifiers::NONE, Key::Escape);
    // It is gone: nothing is lost by writing it.
    fs::remove_file(&path).unwrap();
    click(&mut window, "Export Markdown");
    type_path(&mut window, &path);
    assert_eq!(fs::read_to_string(&path).unwrap(), second);
}

#[test]
fn the_brand_kit_is_within_the_window_and_stands_still_while_its_pages_arrive() {
    for size in [[1440.0, 900.0], [760.0, 900.0], [720.0, 560.0]] {
        let app = App::new(fictional(), Rim { jobs: Jobs::held(), ..rim() });
        let mut window = raster::builder(Theme::Light, size).with_max_steps(40).build_ui_state(
            |ui, app: &mut App| {
                app.logic(ui.ctx());
                app.ui(ui);
            },
            app,
        );
        window.run();
        window.state_mut().want(Action::Run(Command::BrandKit));
        window.run();
        let place =
            |window: &Window| ["Done", "Choose: Logo", "Use a kit from a file…"].map(|name| window.get_by_label(name).rect());
        let before = place(&window);
        assert!(before[0].bottom() <= size[1] && before[0].right() <= size[0], "{size:?}: {before:?}");
        for _ in 0..40 {
            if !window.state().release_job() {
                break;
            }
            window.run();
            assert_eq!(place(&window), before, "{size:?}");
        }
        assert_eq!(
            window.query_all_by_label_contains("Page 1 of").next().is_some(),
            size[0] >= 760.0,
            "{size:?}: the pages are there"
        );
    }
}

#[test]
fn a_folder_for_the_brand_kit_is_answered_with_what_is_looked_for() {
    let folder = Scratch::new("kit-folder");
    fs::create_dir(folder.join("here")).unwrap();
    let mut window = window();
    window.state_mut().want(Action::Run(Command::BrandKit));
    window.run();
    window.run();
    for (button, hint) in [
        ("Choose: Logo", "Choose a picture: PNG"),
        ("Choose: Text font", "Choose a TrueType or OpenType file"),
        ("Use a kit from a file…", "Choose a kit that was saved"),
    ] {
        click(&mut window, button);
        type_path(&mut window, &folder.join("here"));
        window.get_by_label_contains(hint);
        assert!(window.query_by_label_contains("holds a plan").is_none(), "{button}");
        press(&mut window, Modifiers::NONE, Key::Enter);
    }
}

#[test]
fn arrows_pass_over_what_cannot_be_chosen() {
    let mut plan = fictional();
    plan.lanes.clear();
    let mut window = window_on(plan);
    open_share(&mut window);
    window.get_by_role_and_label(Role::RadioButton, "Client").focus();
    window.run();
    for key in [Key::ArrowRight, Key::ArrowLeft, Key::ArrowRight] {
        let name = if is_at(&window, "Client") { "Internal" } else { "Client" };
        press(&mut window, Modifiers::NONE, key);
        assert!(is_at(&window, name), "{key:?} goes to {name}: there is no creator");
    }
}
