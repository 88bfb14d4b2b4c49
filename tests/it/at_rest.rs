//! A window in which nothing happens asks for no frame, whatever it shows; and what it draws of a large plan is what is on screen.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::App;
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;
use crate::direction::builder;
use crate::palette_window;
use crate::places::{PLACES, Shown, at};
use crate::plans;

#[test]
fn at_rest_no_place_asks_for_a_frame() {
    let mut awake = Vec::new();
    for place in PLACES {
        let mut there = at(*place, Shown::light([1440.0, 900.0]));
        for _ in 0..60 {
            there.window.step();
        }
        for _ in 0..10 {
            there.window.step();
            let least = there.window.output().viewport_output.values().map(|out| out.repaint_delay).min().unwrap();
            // The caret of a field that has the keyboard blinks, and nothing else moves.
            let blinks = there.window.ctx.egui_wants_keyboard_input();
            if least.as_secs_f32() < if blinks { 0.2 } else { 3600.0 } {
                awake.push(format!("{}: {least:?}", place.0));
                break;
            }
        }
    }
    assert!(awake.is_empty(), "{awake:?}");
}

#[test]
fn what_the_palette_opened_rests_and_gives_the_keyboard_back_when_it_is_left() {
    let mut window = window();
    run(&mut window, Command::EditCampaign);
    let field = |window: &Window| window.get_by_role_and_label(Role::TextInput, "Name").accesskit_node().is_focused();
    window.get_by_role_and_label(Role::TextInput, "Name").focus();
    window.run();
    palette_window::choose(&mut window, "what this tool cannot see", "What this tool cannot see");
    window.get_by_role_and_label(Role::Dialog, "What this tool cannot see");
    window.run_steps(4);
    let least = window.output().viewport_output.values().map(|out| out.repaint_delay).min().unwrap();
    assert!(least.as_secs() > 3600, "the dialog is drawn once and not for ever: {least:?}");
    press(&mut window, egui::Modifiers::NONE, Key::Escape);
    assert!(field(&window), "the keyboard is where it was before the palette");
}

/// How many things screen readers are told of, and how many shapes are painted.
fn drawn(moments: usize, lanes: usize, view: View) -> (usize, usize) {
    let mut window = builder([1440.0, 900.0]).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::new(plans::large_plan(7, moments, lanes), rim()),
    );
    window.run();
    run(&mut window, Command::Show(view));
    if view == View::Table {
        press(&mut window, egui::Modifiers::COMMAND, Key::Home);
    }
    (window.root().children_recursive().count(), window.output().shapes.len())
}

#[test]
fn what_calendar_and_table_draw_of_a_large_plan_is_what_is_on_screen() {
    for view in [View::Calendar, View::Table] {
        let (small, large) = (drawn(1_000, 12, view), drawn(10_000, 12, view));
        assert!(small.0 > 50, "{view:?}: {small:?}");
        assert!(large.0 < 1_500 && large.1 < 6_000, "{view:?}: {large:?} beside {small:?}");
        assert!(large.0 <= small.0 * 2, "ten times the moments, and no more is drawn than fits: {view:?} {large:?} {small:?}");
    }
}
