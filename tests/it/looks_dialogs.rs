//! How the dialogs look, drawn on the processor and compared with pictures; and the scenes of the window that have a picture in light
//! in their dark colours.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test it looks_dialogs` draws them anew; look at them before they are kept.

use egui::{Key, Modifiers, Theme};

use crate::app_window::press;
use crate::places::{PLACES, Shown, There, at, first_arc, start_page, versions};
use crate::raster;

const SIZE: [f32; 2] = [1440.0, 900.0];

fn shown(theme: Theme) -> Shown {
    Shown { theme, ..Shown::light(SIZE) }
}

fn place(name: &str, theme: Theme) -> There {
    let place = PLACES.iter().find(|place| place.0 == name).unwrap_or_else(|| panic!("{name} is a place"));
    at(*place, shown(theme))
}

/// The picture of a place of that name.
fn looks(name: &str, theme: Theme, picture: &str) {
    raster::assert_golden(&mut place(name, theme).window, picture);
}

#[test]
fn accepting_a_risk() {
    looks("accept", Theme::Light, "accept-light");
    looks("accept", Theme::Dark, "accept-dark");
}

#[test]
fn the_explanation_of_a_rule() {
    looks("the explanation of a rule", Theme::Light, "explain-light");
    looks("the explanation of a rule", Theme::Dark, "explain-dark");
}

#[test]
fn the_list_of_rules() {
    looks("the rules", Theme::Light, "rules-light");
    looks("the rules", Theme::Dark, "rules-dark");
}

#[test]
fn earlier_versions() {
    raster::assert_golden(&mut versions(shown(Theme::Light)).window, "versions-light");
    raster::assert_golden(&mut versions(shown(Theme::Dark)).window, "versions-dark");
}

#[test]
fn a_picture_seen_large() {
    looks("a picture seen large", Theme::Light, "picture-large-light");
    looks("a picture seen large", Theme::Dark, "picture-large-dark");
}

#[test]
fn sharing_in_english() {
    looks("share", Theme::Light, "share-light");
    looks("share", Theme::Dark, "share-dark");
}

#[test]
fn what_begins_a_session_in_dark() {
    raster::assert_golden(&mut start_page(shown(Theme::Dark)).window, "start-page-dark");
    let mut arc = first_arc(shown(Theme::Dark));
    for key in [Key::Num1, Key::Num2] {
        press(&mut arc.window, Modifiers::NONE, Key::Escape);
        press(&mut arc.window, Modifiers::NONE, key);
    }
    arc.window.remove_cursor();
    arc.window.run();
    raster::assert_golden(&mut arc.window, "first-arc-dark");
}

#[test]
fn a_fix_before_it_is_done_in_dark() {
    looks("a fix that is shown", Theme::Dark, "fix-preview-dark");
}
