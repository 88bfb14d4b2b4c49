//! What a frame of the table costs: layout and painting (`run_ui`) and triangles (`tessellate`), without a graphics card.
//!
//! About forty rows of thirteen columns are on screen whatever the size of the plan; each frame scrolls a few points, or the cell
//! that has the keyboard goes down. Beside that, what it costs to bring the rows into another order.
#![allow(unreachable_pub, reason = "the shared helpers are public so that several binaries can include them")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot go on says so by panicking")]

#[path = "measure.rs"]
mod measure;
#[path = "../support/plans.rs"]
mod plans;
#[path = "view.rs"]
mod view;

use egui::{Event, Key, Modifiers, pos2, vec2};
use measure::{measure, table};
use momentboard::model::Day;
use momentboard::ui::table::data::Lines;
use momentboard::ui::table::layout::{Sort, TableLayout};
use momentboard::ui::table::{Column, TableState, table_ui};
use momentboard::ui::view::{Sieve, View};
use view::{Drawn, ViewWindow};

/// The program's own allocator, without which a frame measures that of the system.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A window in which forty rows are seen.
const SIZE: [f32; 2] = [1480.0, 1470.0];
const FRAMES: usize = 400;

fn window((moments, lanes): (usize, usize)) -> ViewWindow<TableState> {
    let today = Day::from_number(plans::FIRST_DAY + 30);
    ViewWindow::new(plans::large_plan(7, moments, lanes), Drawn { view: View::Table, draw: table_ui, size: SIZE, today })
}

fn wheel(y: f32) -> Event {
    Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, y),
        source: egui::MouseWheelSource::Unknown,
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
    }
}

fn key(key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

fn main() {
    let sizes = [(100, 7), (1_000, 12), (10_000, 100), (100_000, 1_000), (100_000, 12)];
    let name =
        |(moments, lanes): (usize, usize), vertices: usize| format!("{moments} in {lanes} lanes, {}k vertices", vertices / 1000);
    let pointer = || vec![Event::PointerMoved(pos2(700.0, 640.0))];
    // The allocator learns in the first frames how large the buffers of a frame are; no row has to pay for that.
    let mut first = window((1_000, 12));
    for _ in 0..FRAMES {
        first.frame(vec![wheel(-3.0)]);
    }
    let mut rows = Vec::new();
    for size in sizes {
        let mut window = window(size);
        let drawn = window.frame(pointer());
        let mut at = 0_usize;
        rows.push(measure(name(size, drawn), FRAMES, || {
            let by = if (at / 100).is_multiple_of(2) { -3.0 } else { 3.0 };
            at += 1;
            window.frame(vec![wheel(by)])
        }));
    }
    table("Scroll, forty rows on screen", &rows);

    let mut rows = Vec::new();
    for size in sizes {
        let mut window = window(size);
        let drawn = window.frame(pointer());
        let press = |pressed| Event::PointerButton {
            pos: pos2(500.0, 300.0),
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        window.frame(vec![Event::PointerMoved(pos2(500.0, 300.0)), press(true)]);
        window.frame(vec![press(false)]);
        rows.push(measure(name(size, drawn), FRAMES, || window.frame(vec![key(Key::ArrowDown)])));
    }
    table("From cell to cell", &rows);

    let mut rows = Vec::new();
    for size in sizes {
        let plan = plans::large_plan(7, size.0, size.1);
        let layout = TableLayout { sort: Some(Sort { by: Column::Title, down: false }), ..TableLayout::default() };
        let derived = momentboard::ui::view::Derived::default();
        let name = format!("{} in {} lanes", size.0, size.1);
        rows.push(measure(name, 20, || Lines::of(&plan, &derived, &Sieve::default(), &layout).lines.len()));
    }
    table("Sort by title", &rows);
}
