//! The brand kit's dialog without a display, by accessible label: pictures, fonts, colours, words, files, undo.

#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::fs;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use momentboard::model::{BrandKit, Colour};
use momentboard::share::scene::Fonts;
use momentboard::ui::command::Command;
use momentboard::ui::view::Action;

use crate::app_window::*;
use crate::scratch::Scratch;

fn open(window: &mut Window) {
    window.state_mut().want(Action::Run(Command::BrandKit));
    window.run();
    window.run();
    window.get_by_role_and_label(Role::Dialog, "Brand kit");
}

fn kit(window: &Window) -> BrandKit {
    window.state().document().campaign().brand_kit.as_deref().cloned().unwrap_or_default()
}

#[test]
fn colours_and_words_are_steps_and_undo_takes_them_back() {
    let mut window = window();
    open(&mut window);
    write_over(&mut window, Role::TextInput, "Accent", "#0b6e4f");
    assert_eq!(kit(&window).accent, Colour::parse("#0B6E4F"));
    write_over(&mut window, Role::TextInput, "Accent", "greenish");
    assert_eq!(kit(&window).accent, Colour::parse("#0B6E4F"), "what is no colour changes nothing");
    window.get_by_label_contains("“greenish” is no colour, so it stays #0B6E4F.");
    write_over(&mut window, Role::TextInput, "Ink", "banana");
    window.get_by_label_contains("“banana” is no colour. One is written as # and six digits");
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.step();
    press(&mut window, Modifiers::NONE, Key::Backspace);
    assert!(window.query_by_label_contains("banana").is_none() && kit(&window).ink.is_none());
    write_over(&mut window, Role::TextInput, "Accent", "#FFFF00");
    window.get_by_label_contains("The accent #FFFF00 is hard to read on #F5F4F1");
    write_over(&mut window, Role::TextInput, "Footer line", "Season two");
    assert_eq!(kit(&window).footer.as_deref(), Some("Season two"));
    click(&mut window, "Done");
    assert!(window.query_by_role(Role::Dialog).is_none());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!((kit(&window).footer, kit(&window).accent), (None, Colour::parse("#FFFF00")));
    while window.state().document().undo_depth() > 0 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert!(window.state().document().campaign().brand_kit.is_none());
}

#[test]
fn pictures_and_fonts_come_from_files_and_bad_ones_are_told() {
    let folder = Scratch::new("kit-window");
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbaImage::from_pixel(30, 10, image::Rgba([9, 9, 9, 255])).write_to(&mut png, image::ImageFormat::Png).unwrap();
    fs::write(folder.join("mark.png"), png.get_ref()).unwrap();
    fs::write(folder.join("house.ttf"), Fonts::own()).unwrap();
    fs::write(folder.join("none.ttf"), b"this is no font").unwrap();
    fs::write(folder.join("large.ttf"), vec![0; 5 * 1024 * 1024 + 1]).unwrap();
    let mut window = window();
    open(&mut window);
    click(&mut window, "Choose: Logo");
    type_path(&mut window, &folder.join("mark.png"));
    assert!(kit(&window).logo.is_some());
    window.get_by_label("mark.png");
    click(&mut window, "Choose: Heading font");
    type_path(&mut window, &folder.join("house.ttf"));
    assert_eq!(kit(&window).heading.as_ref().map(|font| font.family.as_str()), Some("Inter"));
    for (file, what) in [("none.ttf", "none.ttf is no font"), ("large.ttf", "larger than 5 MiB"), ("gone.ttf", "gone.ttf")] {
        click(&mut window, "Choose: Text font");
        type_path(&mut window, &folder.join(file));
        window.get_by_role_and_label(Role::Dialog, "That file cannot be used");
        window.get_by_label_contains(what);
        press(&mut window, Modifiers::NONE, Key::Enter);
        window.get_by_role_and_label(Role::Dialog, "Brand kit");
        assert!(kit(&window).body.is_none());
    }
    // Saved, and used in another plan.
    click(&mut window, "Save the kit…");
    type_path(&mut window, &folder.join("house"));
    window.get_by_role_and_label(Role::Dialog, "Written");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let saved = kit(&window);
    click(&mut window, "Remove: Logo");
    assert!(kit(&window).logo.is_none());
    click(&mut window, "Remove all");
    assert!(window.state().document().campaign().brand_kit.is_none());
    let mut other = window_on(fictional());
    open(&mut other);
    click(&mut other, "Use a kit from a file…");
    type_path(&mut other, &folder.join("house.ron"));
    assert_eq!(kit(&other), saved);
    assert!(momentboard::model::faults(other.state().document().campaign()).is_empty());
    press(&mut other, Modifiers::NONE, Key::Escape);
    press(&mut other, Modifiers::COMMAND, Key::Z);
    assert!(other.state().document().campaign().brand_kit.is_none(), "one step");
}

#[test]
fn it_opens_over_the_share_dialog_and_leads_back_to_it() {
    let mut window = window();
    press(&mut window, Modifiers::COMMAND, Key::E);
    window.get_by_role_and_label(Role::Button, "Brand kit…").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.run();
    window.get_by_role_and_label(Role::Dialog, "Brand kit");
    window.get_by_label_contains("Page 1 of ");
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.get_by_role_and_label(Role::Dialog, "Share this storyboard");
}

#[test]
fn files_that_are_dropped_on_it_are_taken_for_what_they_are() {
    let folder = Scratch::new("kit-drop");
    for (name, colour) in [("mark.png", 9), ("dawn.png", 200)] {
        let mut png = std::io::Cursor::new(Vec::new());
        let picture = image::RgbaImage::from_pixel(30, 10, image::Rgba([colour, 9, 9, 255]));
        picture.write_to(&mut png, image::ImageFormat::Png).unwrap();
        fs::write(folder.join(name), png.get_ref()).unwrap();
    }
    fs::write(folder.join("house.ttf"), Fonts::own()).unwrap();
    fs::write(folder.join("broken.png"), b"no picture").unwrap();
    let mut window = window();
    open(&mut window);
    drop_file(&mut window, &folder.join("mark.png"));
    drop_file(&mut window, &folder.join("dawn.png"));
    drop_file(&mut window, &folder.join("house.ttf"));
    let kept = kit(&window);
    assert!(kept.logo.is_some() && kept.cover.is_some() && kept.logo != kept.cover && kept.heading.is_some());
    window.get_by_label("mark.png");
    window.get_by_label("dawn.png");
    drop_file(&mut window, &folder.join("broken.png"));
    window.get_by_role_and_label(Role::Dialog, "That file cannot be used");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(kit(&window), kept);
}
