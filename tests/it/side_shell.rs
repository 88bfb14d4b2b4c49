//! Which panels a window of which size shows, and how it is set up: colours, sizes, motion.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::App;
use momentboard::store::prefs;
use momentboard::ui::command::Command;
use momentboard::words::mend;

use crate::app_window::*;
use crate::raster;
use crate::scratch::Scratch;
use crate::side_prefs::start;

fn window_of(size: [f32; 2]) -> Window {
    let mut window = raster::builder(Theme::Light, size).with_max_steps(40).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::new(fictional(), rim()),
    );
    window.run();
    window
}

/// Where something with that name begins and ends from left to right, if it is there.
fn span(window: &Window, label: &str) -> Option<[f32; 2]> {
    let node = window.query_by_label(label)?;
    Some([node.rect().left(), node.rect().right()])
}

#[test]
fn wide_windows_have_everything_beside_everything() {
    let window = window_of([1280.0, 800.0]);
    assert!(span(&window, "Add moment").is_some(), "the sidebar");
    assert!(span(&window, "Campaign").is_some_and(|[left, _]| left >= 1280.0 - 420.0), "the inspector");
    assert!(window.state().selection().primary().is_none(), "it is there without a selection");
}

#[test]
fn between_1024_and_1280_the_inspector_floats_only_for_a_selection() {
    let mut window = window_of([1200.0, 800.0]);
    assert!(span(&window, "Add moment").is_some(), "the sidebar");
    assert!(span(&window, "Campaign").is_none());
    let board = |window: &Window| window.get_by_role_and_label(Role::Button, "Show or hide the findings").rect().right();
    let before = board(&window);
    select(&mut window, "Values story, Maren");
    let title = window.get_by_role_and_label(Role::TextInput, "Title").rect();
    assert!(title.right() > 1200.0 - 40.0, "it is at the right: {title:?}");
    assert!((board(&window) - before).abs() < 0.5, "it lies over the board and takes nothing from it");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_role_and_label(Role::TextInput, "Title").is_none());
}

#[test]
fn between_900_and_1024_the_sidebar_is_a_rail_that_opens_over_the_board() {
    let mut window = window_of([960.0, 800.0]);
    assert!(span(&window, "Add moment").is_none());
    assert!(span(&window, "Add a values story").is_some_and(|[_, right]| right < 60.0), "the kinds stand on the rail");
    press(&mut window, Modifiers::COMMAND, Key::Backslash);
    assert!(span(&window, "Add moment").is_some_and(|[left, _]| left >= 44.0));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(span(&window, "Add moment").is_none());
    click(&mut window, "Creators");
    assert!(span(&window, "Add moment").is_some());
    window.drag_at(egui::pos2(700.0, 300.0));
    window.drop_at(egui::pos2(700.0, 300.0));
    window.run();
    assert!(span(&window, "Add moment").is_none(), "a press beside it takes it away");
}

#[test]
fn below_900_the_inspector_is_a_sheet_above_one_line_of_findings() {
    let mut window = window_of([760.0, 900.0]);
    assert!(window.query_by_label("Campaign").is_none(), "nothing is selected, so there is no sheet");
    let before = window.get_by_label(mend::unfold()).rect();
    assert!(before.height() <= 31.0);
    select(&mut window, "Values story, Maren");
    let title = window.get_by_role_and_label(Role::TextInput, "Title").rect();
    assert!(title.top() > 450.0 && title.bottom() < before.top(), "{title:?}");
    assert!(window.get_by_role_and_label(Role::Button, "Share").rect().width() < 40.0);
}

#[test]
fn a_larger_scale_makes_the_window_narrower() {
    let mut window = window_of([1440.0, 900.0]);
    assert!(span(&window, "Add moment").is_some());
    for _ in 0..3 {
        press(&mut window, Modifiers::COMMAND | Modifiers::ALT, Key::Plus);
    }
    assert!((window.ctx.zoom_factor() - 1.5).abs() < 0.01);
    press(&mut window, Modifiers::COMMAND | Modifiers::ALT, Key::Num0);
    assert!((window.ctx.zoom_factor() - 1.0).abs() < 0.01);
}

/// The button of the menu, or a row of it.
fn of_menu<'w>(window: &'w Window, label: &'w str) -> Node<'w> {
    let role = if label == "Menu" { Role::Button } else { Role::MenuItem };
    window.get_by_role_and_label(role, label)
}

#[test]
fn theme_scale_and_motion_survive_a_restart() {
    let scratch = Scratch::new("side-theme");
    let file = scratch.join("preferences.ron");
    let mut window = start(&file, [1440.0, 900.0]);
    for path in [["Menu", "View", "Colours", "Dark"].as_slice(), &["Menu", "View", "Reduce motion"]] {
        for label in path {
            of_menu(&window, label).click();
            window.run();
        }
    }
    press(&mut window, Modifiers::COMMAND | Modifiers::ALT, Key::Minus);
    press(&mut window, Modifiers::COMMAND, Key::Q);
    let kept = prefs::load(&file).0;
    assert_eq!((kept.theme, kept.reduced_motion, kept.scale), (prefs::Theme::Dark, true, 90));
    let window = start(&file, [1440.0, 900.0]);
    assert_eq!(window.ctx.theme(), Theme::Dark, "before anything was pressed");
    assert!((window.ctx.zoom_factor() - 0.9).abs() < 0.01);
    assert!(window.ctx.style_of(Theme::Dark).animation_time < f32::EPSILON, "nothing fades either");
}

#[test]
fn the_menu_ticks_what_is_in_use() {
    let mut window = window();
    for label in ["Menu", "View", "Colours"] {
        of_menu(&window, label).click();
        window.run();
    }
    let ticked = |window: &Window, label: &str| {
        window.get_by_role_and_label(Role::MenuItem, label).accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
    };
    assert!(ticked(&window, "Colours of the system") && !ticked(&window, "Dark"));
}

#[test]
fn a_hidden_sidebar_stays_hidden_and_its_rail_calls_it_back() {
    let scratch = Scratch::new("side-hidden");
    let file = scratch.join("preferences.ron");
    let mut window = start(&file, [1440.0, 900.0]);
    press(&mut window, Modifiers::COMMAND, Key::Backslash);
    press(&mut window, Modifiers::COMMAND, Key::Q);
    let mut window = start(&file, [1440.0, 900.0]);
    assert!(span(&window, "Add moment").is_none());
    click(&mut window, "Brief");
    assert!(span(&window, "Add moment").is_some_and(|[left, _]| left < 60.0), "it stands beside the board again");
}

#[test]
fn an_edge_that_was_moved_is_where_it_was_after_a_restart() {
    let scratch = Scratch::new("side-edge");
    let file = scratch.join("preferences.ron");
    let mut window = start(&file, [1440.0, 900.0]);
    let right = |window: &Window| window.get_by_role_and_label(Role::Button, "Add a product").rect().right();
    let before = right(&window);
    drag(&mut window, egui::pos2(216.0, 300.0), egui::pos2(280.0, 300.0));
    window.drop_at(egui::pos2(280.0, 300.0));
    window.run();
    let moved = right(&window);
    assert!(moved > before + 50.0, "{before} {moved}");
    press(&mut window, Modifiers::COMMAND, Key::Q);
    assert!((right(&start(&file, [1440.0, 900.0])) - moved).abs() < 1.5);
}

#[test]
fn the_sheet_of_keys_is_made_of_the_commands() {
    let mut window = window();
    press(&mut window, Modifiers::NONE, Key::Questionmark);
    for (command, keys) in [(Command::Undo, "Ctrl+Z"), (Command::ToggleSidebar, "Ctrl+\\"), (Command::Shortcuts, "?")] {
        window.get_by_label(&format!("{} ({keys})", command.name()));
    }
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_role_and_label(Role::Dialog, "Keys").is_none());
}

#[test]
fn the_name_of_the_plan_opens_what_can_be_done_with_it() {
    let mut window = window();
    click(&mut window, "Northbound · The long way round");
    window.get_by_role_and_label(Role::MenuItem, "Rename the plan").click();
    window.run();
    window.event(egui::Event::Text("Slowly".into()));
    window.run();
    assert_eq!(window.state().document().campaign().name, "Slowly");
}

#[test]
fn the_zoom_is_set_by_its_track() {
    let mut window = window();
    let track = window.get_by_label("Zoom of the time axis").rect();
    let day = |window: &Window| window.query_by_label_contains("Announcement, Maren").map(|card| card.rect().left());
    let before = day(&window).unwrap();
    let at = track.center() + egui::vec2(24.0, 0.0);
    window.drag_at(at);
    window.step();
    window.drop_at(at);
    window.run();
    assert!(day(&window).is_none_or(|now| (now - before).abs() > 40.0), "there are fewer days in the window");
}
