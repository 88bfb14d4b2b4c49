//! The window in odd sizes, at odd scales, with odd numbers from the screen: it draws something, and nothing breaks. Where these
//! tests run, egui asserts that every size and place is a number.

use egui::{Theme, vec2};
use momentboard::app::App;
use momentboard::ui::command::Command;
use momentboard::ui::view::Action;

use crate::app_window::{fictional, rim};
use crate::raster;

const SIZES: [[f32; 2]; 9] = [
    [1.0, 1.0],
    [2.0, 900.0],
    [1440.0, 2.0],
    [37.0, 41.0],
    [320.0, 200.0],
    [720.0, 560.0],
    [16384.0, 64.0],
    [64.0, 16384.0],
    [16384.0, 16384.0],
];
const SCALES: [f32; 4] = [0.3, 1.0, 2.75, 40.0];

/// A few frames in each size: the board, the start page, and what the command opens.
fn through_all_sizes(start_page: bool, command: Option<Command>) {
    let app = if start_page { App::at_start(rim(), false) } else { App::new(fictional(), rim()) };
    let mut window = raster::builder(Theme::Dark, [1440.0, 900.0]).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        app,
    );
    window.step();
    if let Some(command) = command {
        window.state_mut().want(Action::Run(command));
    }
    window.step();
    for (at, size) in SIZES.into_iter().enumerate() {
        window.set_size(vec2(size[0], size[1]));
        window.set_pixels_per_point(SCALES[at % SCALES.len()]);
        window.step();
        window.step();
    }
    window.set_size(vec2(1440.0, 900.0));
    window.set_pixels_per_point(1.0);
    window.step();
    assert_eq!(window.ctx.content_rect().size(), vec2(1440.0, 900.0));
}

#[test]
fn the_board_is_drawn_in_every_size() {
    through_all_sizes(false, None);
}

#[test]
fn the_start_page_is_drawn_in_every_size() {
    through_all_sizes(true, None);
}

#[test]
fn dialogs_are_drawn_in_every_size() {
    for command in [Command::Shortcuts, Command::Share, Command::Palette] {
        through_all_sizes(false, Some(command));
    }
}
