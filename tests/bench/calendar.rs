//! What a frame of the calendar costs: layout and painting (`run_ui`) and triangles (`tessellate`), without a graphics card.
//!
//! As many moments are on screen as have room, whatever the size of the plan; each frame the pointer goes on, a moment is
//! dragged, or a page is turned.
#![allow(unreachable_pub, reason = "the shared helpers are public so that several binaries can include them")]
#![allow(dead_code, reason = "the shared helpers hold more than this binary uses")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot go on says so by panicking")]

#[path = "measure.rs"]
mod measure;
#[path = "../support/plans.rs"]
mod plans;
#[path = "view.rs"]
mod view;

use egui::{Event, Modifiers, PointerButton, pos2, vec2};
use measure::{measure, table};
use momentboard::model::Day;
use momentboard::ui::calendar::{CalendarState, calendar_ui};
use momentboard::ui::view::View;
use view::{Drawn, ViewWindow};

/// The program's own allocator, without which a frame measures that of the system.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// So large that about a hundred moments are on it.
const SIZE: [f32; 2] = [1440.0, 900.0];
const FRAMES: usize = 400;
const SIZES: [(usize, usize); 5] = [(100, 7), (1_000, 12), (10_000, 100), (100_000, 1_000), (100_000, 12)];

fn window((moments, lanes): (usize, usize)) -> ViewWindow<CalendarState> {
    let today = Day::from_number(plans::FIRST_DAY + 30);
    ViewWindow::new(plans::large_plan(7, moments, lanes), Drawn { view: View::Calendar, draw: calendar_ui, size: SIZE, today })
}

fn main() {
    let name =
        |(moments, lanes): (usize, usize), vertices: usize| format!("{moments} in {lanes} lanes, {}k vertices", vertices / 1000);
    // The allocator learns in the first frames how large the buffers of a frame are; no row has to pay for that.
    let mut first = window((1_000, 12));
    (0..FRAMES).for_each(|_| {
        first.frame(Vec::new());
    });
    let over = |at: u16| pos2(200.0 + f32::from(at % 300) * 3.0, 200.0 + f32::from(at % 90) * 6.0);

    let mut rows = Vec::new();
    for size in SIZES {
        let mut window = window(size);
        let drawn = window.frame(vec![Event::PointerMoved(over(0))]);
        let mut at = 0;
        rows.push(measure(name(size, drawn), FRAMES, || {
            at += 1;
            window.frame(vec![Event::PointerMoved(over(at))])
        }));
    }
    table("The pointer goes over a month", &rows);

    let mut rows = Vec::new();
    for size in SIZES {
        let mut window = window(size);
        let drawn = window.frame(Vec::new());
        let mut at = 0_u16;
        rows.push(measure(name(size, drawn), FRAMES, || {
            at += 1;
            window.state.turn_page(0.0, if (at / 8).is_multiple_of(2) { 1.0 } else { -1.0 });
            window.frame(Vec::new())
        }));
    }
    table("Turn a page", &rows);

    let mut rows = Vec::new();
    for size in SIZES {
        let mut window = window(size);
        let from = pos2(60.0, 120.0);
        let press = Event::PointerButton { pos: from, button: PointerButton::Primary, pressed: true, modifiers: Modifiers::NONE };
        let drawn = window.frame(vec![Event::PointerMoved(from)]);
        window.frame(vec![press]);
        let mut at = 0_u16;
        rows.push(measure(name(size, drawn), FRAMES, || {
            at += 1;
            window.frame(vec![Event::PointerMoved(from + vec2(f32::from(at % 300) * 3.0, f32::from(at % 70) * 8.0))])
        }));
    }
    table("Drag a moment", &rows);
}
