//! How the table looks in a narrow window, drawn on the processor and compared with a picture; as it looks in a wide one the README
//! shows it.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test it table_looks` draws them anew; look at them before they are kept.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::App;
use momentboard::model::{Kind, PlanId, Profile};
use momentboard::store::demo;
use momentboard::ui::icons;

use crate::app_window::{fictional, press, press_button, rim, window, window_on};
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
fn the_arrow_of_a_sorted_column_leaves_its_name_whole() {
    let mut window = window();
    press(&mut window, Modifiers::ALT, Key::Num3);
    let painted = Painted::of(&window.ctx);
    let heads = window.query_all_by_role(Role::ColumnHeader).filter_map(|node| node.accesskit_node().label());
    let names: Vec<String> = heads.filter_map(|label| Some(label.split_once(": sort")?.0.to_owned())).collect();
    assert!(names.len() > 10, "{names:?}");
    for name in names {
        let is_meant = |label: String| label.starts_with(&format!("{name}: sort"));
        let heads = window.query_all_by_role(Role::ColumnHeader);
        let head = heads.filter(|node| node.accesskit_node().label().is_some_and(is_meant)).map(|node| node.rect()).next();
        let rect = head.unwrap();
        press_button(&mut window, rect.center(), PointerButton::Primary);
        let lines = painted.layers(&window).into_iter().flat_map(|layer| layer.lines);
        let lines: Vec<_> = lines.filter(|line| rect.contains(line.ink.center())).collect();
        let words = lines.iter().find(|line| line.text == name).unwrap_or_else(|| panic!("{name} is cut: {lines:?}")).ink;
        let is_arrow = |text: &str| [icons::ARROW_UP, icons::ARROW_DOWN].iter().any(|icon| text == icon.glyph().to_string());
        let arrow =
            lines.iter().find(|line| is_arrow(&line.text)).unwrap_or_else(|| panic!("{name} has no arrow: {lines:?}")).ink;
        assert!(!arrow.intersects(words), "{name}: the arrow at {arrow} lies over {words}");
        assert!(rect.contains_rect(arrow.union(words)), "{name}: {arrow} and {words} in {rect}");
    }
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
