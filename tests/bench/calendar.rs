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

use egui::{Event, Pos2, pos2, vec2};
use momentboard::model::Day;
use momentboard::ui::calendar::{CalendarState, calendar_ui};
use momentboard::ui::view::{Kept, View};
use view::{Drawn, ViewWindow, button, rows};

/// The program's own allocator, without which a frame measures that of the system.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// So large that about a hundred moments are on it.
const SIZE: [f32; 2] = [1440.0, 900.0];
const FRAMES: usize = 400;

type Window = ViewWindow<CalendarState>;

/// The calendar of a plan of that size, month by month.
fn window((moments, lanes): (usize, usize)) -> Window {
    let today = Day::from_number(plans::FIRST_DAY + 30);
    ViewWindow::new(plans::large_plan(7, moments, lanes), Drawn { view: View::Calendar, draw: calendar_ui, size: SIZE, today })
}

/// The same, week by week.
fn weeks(size: (usize, usize)) -> Window {
    let mut window = window(size);
    let mut kept = Kept::default();
    window.state.keep(&mut kept);
    kept.set_word("calendar.reach", "week");
    window.state.come_back(&kept);
    for _ in 0..4 {
        window.frame(Vec::new());
    }
    window
}

fn over(at: usize) -> Pos2 {
    let by = |most: usize| u16::try_from(at % most).map_or(0.0, f32::from);
    pos2(200.0 + by(300) * 3.0, 200.0 + by(90) * 6.0)
}

/// Eight pages on, eight pages back.
fn turn(window: &mut Window, at: usize) -> usize {
    window.state.turn_page(0.0, if (at / 8).is_multiple_of(2) { 1.0 } else { -1.0 });
    window.frame(Vec::new())
}

fn main() {
    // The allocator learns in the first frames how large the buffers of a frame are; no row has to pay for that.
    let mut first = window((1_000, 12));
    for _ in 0..FRAMES {
        first.frame(Vec::new());
    }
    let pointer = |window: &mut Window, at: usize| window.frame(vec![Event::PointerMoved(over(at))]);
    rows("The pointer goes over a month", FRAMES, window, |window| pointer(window, 0), pointer);
    rows("Turn to another month", FRAMES, window, |window| window.frame(Vec::new()), turn);
    rows("Turn to another week", FRAMES, weeks, |window| window.frame(Vec::new()), turn);
    let from = pos2(60.0, 120.0);
    rows(
        "Drag a moment",
        FRAMES,
        window,
        |window| {
            let drawn = window.frame(vec![Event::PointerMoved(from)]);
            window.frame(vec![button(from, true)]);
            drawn
        },
        |window, at| {
            let by = |most: usize| u16::try_from(at % most).map_or(0.0, f32::from);
            window.frame(vec![Event::PointerMoved(from + vec2(by(300) * 3.0, by(70) * 8.0))])
        },
    );
}
