//! What a frame of the calendar costs: layout and painting (`run_ui`) and triangles (`tessellate`), without a graphics card.
//!
//! The first row of each table is a plan that fills the days of its pages and holds nothing else, so that as much is on screen as in
//! the largest ones: what the others cost beside it is what lies out of sight. Each frame the pointer goes on, a moment is dragged, or
//! a page is turned; pages are turned to and fro, and once to pages that nobody has seen yet.
#![allow(unreachable_pub, reason = "the shared helpers are public so that several binaries can include them")]
#![allow(dead_code, reason = "the shared helpers hold more than this binary uses")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot go on says so by panicking")]

#[path = "filled.rs"]
mod filled;
#[path = "measure.rs"]
mod measure;
#[path = "../support/plans.rs"]
mod plans;
#[path = "view.rs"]
mod view;

use egui::{Event, Pos2, pos2, vec2};
use filled::{FILLS_MONTHS, sizes};
use momentboard::model::Day;
use momentboard::ui::calendar::{CalendarState, calendar_ui};
use momentboard::ui::view::{Kept, View};
use view::{Drawn, ViewWindow, button, rows_of};

/// The program's own allocator, without which a frame measures that of the system.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// So large that about a hundred moments are on it.
const SIZE: [f32; 2] = [1440.0, 900.0];
const FRAMES: usize = 400;

type Window = ViewWindow<CalendarState>;

/// Moments on each day of a plan that fills the weeks that it is seen in.
const FILLS_WEEKS: usize = 40;
/// Days of a plan whose pages are turned to and fro, and of one whose pages are seen once.
const SOME: usize = 300;
const MANY: usize = 1_100;

/// The calendar of a plan of that size, month by month.
fn months(size: (usize, usize)) -> Window {
    let today = Day::from_number(plans::FIRST_DAY + 30);
    let drawn = Drawn { view: View::Calendar, draw: calendar_ui, size: SIZE, today };
    ViewWindow::new(filled::plan(size, FILLS_MONTHS), drawn)
}

/// The same, week by week.
fn weeks(size: (usize, usize)) -> Window {
    let today = Day::from_number(plans::FIRST_DAY + 30);
    let mut kept = Kept::default();
    kept.set_word("calendar.reach", "week");
    let mut state = CalendarState::default();
    state.come_back(&kept);
    let drawn = Drawn { view: View::Calendar, draw: calendar_ui, size: SIZE, today };
    ViewWindow::with(filled::plan(size, FILLS_WEEKS), drawn, state)
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

/// On to the next page.
fn turn_on(window: &mut Window) -> usize {
    window.state.turn_page(0.0, 1.0);
    window.frame(Vec::new())
}

fn main() {
    // The allocator learns in the first frames how large the buffers of a frame are; no row has to pay for that.
    let mut first = months((1_000, 12));
    for _ in 0..FRAMES {
        first.frame(Vec::new());
    }
    let pointer = |window: &mut Window, at: usize| window.frame(vec![Event::PointerMoved(over(at))]);
    let still = |window: &mut Window| window.frame(Vec::new());
    let (of_months, of_weeks) = (sizes(FILLS_MONTHS, SOME), sizes(FILLS_WEEKS, SOME));
    rows_of("The pointer goes over a month", &of_months, FRAMES, months, |window| pointer(window, 0), pointer);
    rows_of("Turn to another month", &of_months, FRAMES, months, still, turn);
    rows_of("Turn to another week", &of_weeks, FRAMES, weeks, still, turn);
    let fresh = |window: &mut Window, _| turn_on(window);
    rows_of("Turn to a month that was not seen yet", &sizes(FILLS_MONTHS, MANY), 30, months, still, fresh);
    rows_of("Turn to a week that was not seen yet", &sizes(FILLS_WEEKS, MANY), 120, weeks, still, fresh);
    let from = pos2(60.0, 120.0);
    rows_of(
        "Drag a moment",
        &of_months,
        FRAMES,
        months,
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
