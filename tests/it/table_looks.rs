//! How the table looks, drawn on the processor and compared with pictures.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test it table_looks` draws them anew; look at them before they are kept.

use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;
use momentboard::app::App;
use momentboard::model::PlanId;
use momentboard::store::demo;

use crate::app_window::{Window, press, rim};
use crate::raster;
use crate::table_cells::press_cell;

const LAST: [&str; 3] = ["Your slowest mile, on camera", "Bring someone back: your stories", "The walk back, with 40 runners"];
const FIRST: [&str; 3] = ["Why I said yes to Northbound", "20% off the Fjell 2 with TOBI20", "A hundred miles, together"];

/// The table of the demo with three rows selected.
fn shown(theme: Theme, size: [f32; 2], rows: [&str; 3]) -> Window {
    let mut window = raster::builder(theme, size).with_max_steps(60).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::new(demo::fictional(PlanId::default()), rim()),
    );
    window.run();
    press(&mut window, Modifiers::ALT, Key::Num3);
    for title in rows {
        window.get_by_label(&format!("Select “{title}”")).click();
        window.run();
    }
    window
}

fn still(window: &mut Window) {
    window.remove_cursor();
    window.run();
}

#[test]
fn the_table_in_light() {
    let mut window = shown(Theme::Light, [1440.0, 900.0], LAST);
    press_cell(&mut window, "Status", 10);
    press(&mut window, Modifiers::NONE, Key::Enter);
    still(&mut window);
    raster::assert_golden(&mut window, "table-light");
}

#[test]
fn the_table_in_dark() {
    let mut window = shown(Theme::Dark, [1440.0, 900.0], LAST);
    press_cell(&mut window, "Status", 10);
    still(&mut window);
    raster::assert_golden(&mut window, "table-dark");
}

#[test]
fn the_table_in_a_narrow_window() {
    let mut window = shown(Theme::Light, [760.0, 900.0], FIRST);
    still(&mut window);
    raster::assert_golden(&mut window, "table-narrow");
}
