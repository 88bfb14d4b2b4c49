//! How the table looks in a narrow window, drawn on the processor and compared with a picture; as it looks in a wide one the README
//! shows it.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test it table_looks` draws them anew; look at them before they are kept.

use std::sync::Arc;

use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;
use momentboard::app::App;
use momentboard::model::{Kind, PlanId, Profile};
use momentboard::store::demo;

use crate::app_window::{fictional, press, rim, window_on};
use crate::painted::Painted;
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

#[test]
fn a_shared_value_that_is_found_missing_says_so_in_its_cell() {
    for (value, is_said) in [(Some("Patience over pace"), false), (None, true), (Some("  "), true)] {
        let mut campaign = fictional();
        campaign.settings.profile = Some(Profile::Strict);
        let lane = Arc::make_mut(&mut campaign.lanes[0]);
        let story = lane.moments.iter_mut().find(|moment| moment.kind == Kind::Values).expect("a values story");
        Arc::make_mut(story).shared_value = value.map(str::to_owned);
        let mut window = window_on(campaign);
        let is_found = window.state().findings().iter().any(|finding| finding.field == Some("shared_value"));
        assert_eq!(is_found, is_said, "{value:?}");
        press(&mut window, Modifiers::ALT, Key::Num3);
        press(&mut window, Modifiers::COMMAND, Key::J);
        let painted = Painted::of(&window.ctx);
        window.step();
        let rows = FIRST.map(|title| window.get_by_label(&format!("Select “{title}”")).rect());
        let in_table = |line: &crate::painted::Line| line.ink.top() > rows[0].top() && line.ink.left() < 1000.0;
        let layers = painted.layers(&window);
        let said = layers.iter().flat_map(|layer| &layer.lines).any(|line| in_table(line) && line.text == "None yet");
        assert_eq!(said, is_said, "{value:?}");
    }
}
