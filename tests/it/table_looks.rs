//! How the table looks in a narrow window, drawn on the processor and compared with a picture; as it looks in a wide one the README
//! shows it.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test it table_looks` draws them anew; look at them before they are kept.

use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;
use momentboard::app::App;
use momentboard::model::PlanId;
use momentboard::store::demo;

use crate::app_window::{press, rim};
use crate::raster;

const FIRST: [&str; 3] = ["Why I said yes to Northbound", "20% off the Fjell 2 with TOBI20", "A hundred miles, together"];

#[test]
fn the_table_in_a_narrow_window() {
    let mut window = raster::builder(Theme::Light, [760.0, 900.0]).with_max_steps(60).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::new(demo::fictional(PlanId::default()), rim()),
    );
    window.run();
    press(&mut window, Modifiers::ALT, Key::Num3);
    for title in FIRST {
        window.get_by_label(&format!("Select “{title}”")).click();
        window.run();
    }
    window.remove_cursor();
    window.run();
    raster::assert_golden(&mut window, "table-narrow");
}
