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

use egui::{Event, Key, Modifiers, Ui, pos2, vec2};
use measure::{measure, table};
use momentboard::model::Day;
use momentboard::ui::filter::FilterState;
use momentboard::ui::table::data::Lines;
use momentboard::ui::table::layout::{Sort, TableLayout};
use momentboard::ui::table::{Column, TableState, table_ui};
use momentboard::ui::view::{Actions, Cx, Sieve, View};
use view::{Drawn, SIZES, ViewWindow, button, key, rows, sway, wheel};

/// The program's own allocator, without which a frame measures that of the system.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A window in which forty rows are seen.
const SIZE: [f32; 2] = [1480.0, 1470.0];
/// One that is too narrow for the columns.
const NARROW: [f32; 2] = [800.0, 1470.0];
const FRAMES: usize = 400;

type Window = ViewWindow<TableState>;

/// The table with the menus of a filter in which nothing is chosen.
fn alone(cx: &Cx<'_>, state: &mut TableState, ui: &mut Ui, out: &mut Actions) {
    table_ui(cx, (state, &mut FilterState::default()), ui, out);
}

/// The table of a plan of that size.
fn window((moments, lanes): (usize, usize), size: [f32; 2]) -> Window {
    let today = Day::from_number(plans::FIRST_DAY + 30);
    ViewWindow::new(plans::large_plan(7, moments, lanes), Drawn { view: View::Table, draw: alone, size, today })
}

fn wide(size: (usize, usize)) -> Window {
    window(size, SIZE)
}

fn over(window: &mut Window) -> usize {
    window.frame(vec![Event::PointerMoved(pos2(700.0, 640.0))])
}

fn main() {
    // The allocator learns in the first frames how large the buffers of a frame are; no row has to pay for that.
    let mut first = wide((1_000, 12));
    for _ in 0..FRAMES {
        first.frame(vec![wheel(vec2(0.0, -3.0))]);
    }
    rows("Scroll, forty rows on screen", FRAMES, wide, over, |window, at| window.frame(vec![wheel(vec2(0.0, sway(at)))]));
    rows("Scroll across", FRAMES, |size| window(size, NARROW), over, |window, at| window.frame(vec![wheel(vec2(sway(at), 0.0))]));
    let cell = pos2(500.0, 300.0);
    rows(
        "From cell to cell",
        FRAMES,
        wide,
        |window| {
            let drawn = over(window);
            window.frame(vec![Event::PointerMoved(cell), button(cell, true)]);
            window.frame(vec![button(cell, false)]);
            drawn
        },
        |window, _| window.frame(vec![key(Modifiers::NONE, Key::ArrowDown, true)]),
    );

    let mut rows = Vec::new();
    for size in SIZES {
        let plan = plans::large_plan(7, size.0, size.1);
        let layout = TableLayout { sort: Some(Sort { by: Column::Title, down: false }), ..TableLayout::default() };
        let derived = momentboard::ui::view::Derived::default();
        let name = view::size_name(size);
        rows.push(measure(name, 20, || Lines::of(&plan, &derived, &Sieve::default(), &layout).lines.len()));
    }
    table("Sort by title", &rows);
}
