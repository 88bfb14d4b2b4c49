//! The panel on the left in low windows: what can be added is in sight, and everybody in the list.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::Kind;
use momentboard::ui::command::Command;

use crate::app_window::*;
use crate::painted::Painted;
use crate::scratch::Scratch;
use crate::side_prefs::start;

/// Around what it draws a test leaves a margin of 8.
const LAPTOPS: [[f32; 2]; 2] = [[1296.0, 736.0], [1382.0, 784.0]];
const ROOMY: [f32; 2] = [1456.0, 916.0];

const MAIN: [Kind; 4] = [Kind::Announcement, Kind::Values, Kind::Community, Kind::Product];

/// What is in the brief.
fn has_brief(window: &Window) -> bool {
    window.query_by_label("Mend before new").is_some()
}

fn press_header(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    window.run();
}

#[test]
fn on_a_laptop_what_can_be_added_is_in_sight_and_so_is_every_creator() {
    for size in LAPTOPS {
        let scratch = Scratch::new("side-room");
        let window = start(&scratch.join("preferences.ron"), size);
        let end = size[1] - 16.0 - 24.0;
        for kind in MAIN {
            let row = window.get_by_role_and_label(Role::Button, Command::Add(kind).name()).rect();
            assert!(row.bottom() <= end, "{kind:?} at {size:?}: {row:?}");
        }
        let creators: Vec<_> = window.query_all_by_label_contains("Creator ").map(|node| node.rect()).collect();
        let ideas = window.get_by_role_and_label(Role::Button, "Ideas").rect();
        assert_eq!(creators.len(), 4);
        assert!(creators.iter().all(|row| row.bottom() <= ideas.top()), "at {size:?}: {creators:?} above {ideas:?}");
    }
}

#[test]
fn the_brief_that_gives_way_in_a_low_window_opens_by_a_press_and_stays_open() {
    let scratch = Scratch::new("side-room-brief");
    let file = scratch.join("preferences.ron");
    let mut window = start(&file, ROOMY);
    assert!(has_brief(&window));
    window.set_size(LAPTOPS[0].into());
    window.run();
    assert!(!has_brief(&window), "it gives way");
    window.set_size(ROOMY.into());
    window.run();
    assert!(has_brief(&window), "and comes back by itself");
    window.set_size(LAPTOPS[0].into());
    window.run();
    let header = window.get_by_role_and_label(Role::Button, "Brief");
    assert_eq!(header.accesskit_node().data().is_expanded(), Some(false));
    press_header(&mut window, "Brief");
    assert!(has_brief(&window));
    // Whatever else folds or grows, nothing of it folds by itself under the hand.
    press_header(&mut window, "Ideas");
    press_header(&mut window, "Ideas");
    assert!(has_brief(&window));
    press(&mut window, egui::Modifiers::COMMAND, egui::Key::Q);
    let window = start(&file, LAPTOPS[0]);
    assert!(has_brief(&window), "somebody wants it open");
}

#[test]
fn a_brief_that_nobody_wrote_yet_is_asked_for_in_any_window() {
    let mut campaign = fictional();
    campaign.line = None;
    for brand in &mut campaign.brands {
        std::sync::Arc::make_mut(brand).values.clear();
    }
    let mut window = window_on(campaign);
    window.set_size(LAPTOPS[0].into());
    window.run();
    window.get_by_label("What should people feel about the brand by the end?");
}

#[test]
fn in_the_narrowest_panel_the_names_of_the_kinds_are_whole() {
    let mut window = window();
    window.set_size(LAPTOPS[0].into());
    let painted = Painted::of(&window.ctx);
    window.run();
    window.step();
    let lines: Vec<String> = painted.layers(&window).into_iter().flat_map(|layer| layer.lines).map(|line| line.text).collect();
    for name in ["Announcement", "Values story", "Community story", "Product"] {
        assert!(lines.iter().any(|line| line == name), "{name}: {lines:?}");
    }
}
