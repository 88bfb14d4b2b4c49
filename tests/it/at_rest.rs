//! A window in which nothing happens asks for no frame, whatever it shows; and what it draws of a large plan is what is on screen.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{App, Rim};
use momentboard::model::Campaign;
use momentboard::store::home::Home;
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, Selection, View};

use crate::app_window::*;
use crate::direction::builder;
use crate::palette_window;
use crate::places::{Shown, everywhere};
use crate::plans;
use crate::scratch::Scratch;

/// In how many seconds a frame is asked for.
pub fn next_frame(window: &Window) -> f32 {
    let least = window.output().viewport_output.values().map(|out| out.repaint_delay).min().expect("a viewport");
    least.as_secs_f32()
}

/// Whether a frame is asked for although nothing happens: the caret of a field that has the keyboard blinks, and nothing else moves.
fn is_awake(window: &Window) -> bool {
    next_frame(window) < if window.ctx.egui_wants_keyboard_input() { 0.2 } else { 3600.0 }
}

/// Whether one of ten frames asks for another once everything had time to come to rest.
fn is_restless(window: &mut Window) -> bool {
    for _ in 0..60 {
        window.step();
    }
    (0..10).any(|_| {
        window.step();
        is_awake(window)
    })
}

#[test]
fn at_rest_no_place_asks_for_a_frame() {
    let mut awake = Vec::new();
    everywhere(Shown::light([1440.0, 900.0]), |place, window| {
        if is_restless(window) {
            awake.push(format!("{place}: {}", next_frame(window)));
        }
    });
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

#[test]
fn a_plan_whose_file_is_watched_asks_for_no_frame() {
    let folder = Scratch::new("rest-watched");
    let mut window = window_in(Rim { home: Some(Home::at(folder.join("state"))), ..rim() }, fictional());
    run(&mut window, Command::SaveAs);
    type_path(&mut window, &folder.join("plan.moments"));
    for _ in 0..3 {
        window.state_mut().look_at_file();
        window.remove_cursor();
        window.run();
        assert!(!is_restless(&mut window), "in {}", next_frame(&window));
    }
}

fn window_of_large(plan: Campaign) -> Window {
    let mut window = builder([1440.0, 900.0]).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::new(plan, rim()),
    );
    window.run();
    window
}

/// What is drawn of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Drawn {
    Board,
    Calendar,
    Table,
    Present,
}

/// How many things screen readers are told of, and how many shapes are painted.
fn drawn(moments: usize, lanes: usize, what: Drawn) -> (usize, usize) {
    let mut window = window_of_large(plans::large_plan(7, moments, lanes));
    match what {
        // Far enough in that cards are read, and at the beginning, where there are some of every lane.
        Drawn::Board => {
            let lane = &window.state().document().campaign().lanes[0];
            let (id, lane) = (lane.moments[0].id, lane.id);
            while window.state().px_per_day().expect("a zoom") < 9.0 {
                run(&mut window, Command::ZoomIn);
            }
            window.state_mut().want(Action::Select(Selection::moment(id, Some(lane))));
            window.run();
            run(&mut window, Command::OpenMoment);
        }
        Drawn::Calendar => run(&mut window, Command::Show(View::Calendar)),
        Drawn::Table => {
            run(&mut window, Command::Show(View::Table));
            press(&mut window, Modifiers::COMMAND, Key::Home);
        }
        Drawn::Present => run(&mut window, Command::Present),
    }
    window.run();
    (window.root().children_recursive().count(), window.output().shapes.len())
}

#[test]
fn what_each_view_draws_of_a_large_plan_is_what_is_on_screen() {
    for what in [Drawn::Board, Drawn::Calendar, Drawn::Table, Drawn::Present] {
        let (small, large) = (drawn(1_000, 12, what), drawn(10_000, 12, what));
        assert!(small.0 > 20, "{what:?}: {small:?}");
        assert!(large.0 < 1_500 && large.1 < 6_000, "{what:?}: {large:?} beside {small:?}");
        assert!(large.0 <= small.0 * 2, "ten times the moments, and no more is drawn than fits: {what:?} {large:?} {small:?}");
    }
}

#[test]
fn a_hundred_times_the_moments_on_a_hundred_times_the_lanes_cost_no_more_on_screen() {
    for what in [Drawn::Board, Drawn::Calendar, Drawn::Table, Drawn::Present] {
        let (small, large) = (drawn(1_000, 20, what), drawn(100_000, 2_000, what));
        assert!(large.0 <= small.0 * 2, "{what:?}: {large:?} beside {small:?}");
        assert!(large.1 <= small.1 * 3, "{what:?}: {large:?} beside {small:?}");
    }
}
