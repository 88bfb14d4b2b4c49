//! How the dialogs look, drawn on the processor and compared with pictures; and the scenes of the window that have a picture in light
//! in their dark colours.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test it looks_dialogs` draws them anew; look at them before they are kept.

use egui::{Key, Modifiers, Theme};

use crate::app_window::press;
use crate::places::{PLACES, Shown, There, at, first_arc, recovery, start_page, table_asked_about, versions};
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

/// In light in a wide window, and in dark in a narrow one.
fn looks_wide_and_narrow(name: &str, picture: &str) {
    looks(name, Theme::Light, &format!("{picture}-light"));
    let narrow = Shown { theme: Theme::Dark, ..Shown::light([760.0, 900.0]) };
    let place = PLACES.iter().find(|place| place.0 == name).unwrap_or_else(|| panic!("{name} is a place"));
    raster::assert_golden(&mut at(*place, narrow).window, &format!("{picture}-narrow-dark"));
}

#[test]
fn what_the_rules_are_set_to() {
    looks_wide_and_narrow("the settings of the rules", "rule-settings");
}

#[test]
fn a_lane_that_is_copied() {
    looks_wide_and_narrow("a lane copied", "lane-copied");
}

#[test]
fn a_lane_that_becomes_a_template() {
    looks_wide_and_narrow("a template of a lane", "lane-template");
}

#[test]
fn the_menu_of_the_window() {
    looks_wide_and_narrow("the menu", "menu");
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

#[test]
fn a_week_of_the_calendar() {
    looks("a week of the calendar", Theme::Light, "week-light");
    looks("a week of the calendar", Theme::Dark, "week-dark");
}

#[test]
fn several_moments_in_the_inspector() {
    looks("the board with several moments", Theme::Light, "several-light");
    looks("the board with several moments", Theme::Dark, "several-dark");
}

#[test]
fn all_keys() {
    looks("the sheet of keys", Theme::Light, "keys-light");
    looks("the sheet of keys", Theme::Dark, "keys-dark");
}

#[test]
fn what_the_tool_cannot_see() {
    looks("what the program cannot see", Theme::Light, "limits-light");
    looks("what the program cannot see", Theme::Dark, "limits-dark");
}

#[test]
fn what_decks_take_from_the_brand() {
    looks("the brand kit", Theme::Light, "brand-kit-light");
    looks("the brand kit", Theme::Dark, "brand-kit-dark");
}

#[test]
fn values_side_by_side() {
    looks("values compared", Theme::Light, "values-light");
    looks("values compared", Theme::Dark, "values-dark");
}

#[test]
fn a_table_before_it_comes_in() {
    raster::assert_golden(&mut table_asked_about(shown(Theme::Light)).window, "import-light");
    raster::assert_golden(&mut table_asked_about(shown(Theme::Dark)).window, "import-dark");
}

/// What a presentation had on screen leaves nothing behind: letters and signs are those of the window's own colours.
#[test]
fn the_board_after_it_was_presented() {
    let mut there = place("Present", Theme::Light);
    press(&mut there.window, Modifiers::NONE, Key::Escape);
    there.window.remove_cursor();
    there.window.run();
    raster::assert_golden(&mut there.window, "board-after-present");
}

#[test]
fn work_that_is_offered_again() {
    for (theme, picture) in [(Theme::Light, "recovery-light"), (Theme::Dark, "recovery-dark")] {
        raster::assert_golden(&mut recovery(shown(theme)).window, picture);
    }
}
