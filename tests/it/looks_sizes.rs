//! How the views look where there is little room, drawn on the processor and compared with pictures: in a narrow window in dark, and
//! twice as large in light. Narrow and light they are beside what else is asked of them: in `looks`, `table_looks`, `present` and
//! `lanes_compared`, as is what is presented twice as large.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test it looks_sizes` draws them anew; look at them before they are kept.

use egui::Theme;

use crate::places::{PLACES, Shown, at};
use crate::raster;

/// What a laptop has at twice the size, in points.
const LARGE: [f32; 2] = [720.0, 450.0];
const NARROW: [f32; 2] = [760.0, 900.0];

fn looks(place: &str, theme: Theme, size: [f32; 2], picture: &str) {
    let place = PLACES.iter().find(|it| it.0 == place).unwrap_or_else(|| panic!("{place} is a place"));
    raster::assert_golden(&mut at(*place, Shown { theme, ..Shown::light(size) }).window, picture);
}

#[test]
fn every_view_in_a_narrow_window_in_dark() {
    for (place, picture) in [
        ("the board with a moment", "board-narrow-dark"),
        ("the calendar", "calendar-narrow-dark"),
        ("the table with several moments", "table-narrow-dark"),
        ("Present", "present-narrow-dark"),
        ("two lanes compared", "lanes-compared-narrow-dark"),
    ] {
        looks(place, Theme::Dark, NARROW, picture);
    }
}

#[test]
fn every_view_twice_as_large() {
    for (place, picture) in [
        ("the board", "board-large"),
        ("the calendar", "calendar-large"),
        ("the table", "table-large"),
        ("two lanes compared", "lanes-compared-large"),
    ] {
        looks(place, Theme::Light, LARGE, picture);
    }
}
