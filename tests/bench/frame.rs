//! What a frame of the board costs: layout and painting (`run_ui`) and triangles (`tessellate`), without a graphics card.
//!
//! The same hundred cards are on screen whatever the size of the plan; each frame pans a few points, zooms or drags.
#![allow(unreachable_pub, reason = "the shared helpers are public so that several binaries can include them")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot go on says so by panicking")]

#[path = "measure.rs"]
mod measure;
#[path = "../support/plans.rs"]
mod plans;
#[path = "view.rs"]
mod view;

use std::sync::Arc;

use egui::{Event, pos2, vec2};
use measure::{measure, table};
use momentboard::app::Deriver;
use momentboard::check::Options;
use momentboard::model::{Campaign, Day, Kind};
use momentboard::ui::board::{BoardState, board_ui};
use momentboard::ui::filter::model::Pick;
use momentboard::ui::filter::sifter::Sifter;
use momentboard::ui::filter::{Also, Filter};
use momentboard::ui::view::View;
use view::{Drawn, SIZES, ViewWindow, button, rows, sway, wheel};

/// The program's own allocator, without which a frame measures that of the system.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A large screen, so that a hundred cards of the middle size are on it.
const SIZE: [f32; 2] = [2560.0, 1300.0];
/// Points a day at which cards have the middle size.
const ZOOM: f64 = 16.5;
/// As far out as it goes.
const FAR: f64 = 0.25;
const FRAMES: usize = 400;

type Window = ViewWindow<BoardState>;

/// The board of a plan of that size, so many points a day.
fn window((moments, lanes): (usize, usize), zoom: f64) -> Window {
    let today = Day::from_number(plans::FIRST_DAY + 30);
    let mut board = BoardState::default();
    board.zoom_to(zoom);
    let drawn = Drawn { view: View::Board, draw: board_ui, size: SIZE, today };
    ViewWindow::with(plans::large_plan(7, moments, lanes), drawn, board)
}

/// The pointer rests over the lanes.
fn over(window: &mut Window) -> usize {
    window.frame(vec![Event::PointerMoved(pos2(900.0, 640.0))])
}

/// Pans to and fro by three points a frame, as a dragged background does.
fn pan(window: &mut Window, at: usize) -> usize {
    window.frame(vec![wheel(vec2(sway(at), 0.0))])
}

fn main() {
    // The allocator learns in the first frames how large the buffers of a frame are; no row has to pay for that.
    let mut first = window((1_000, 12), ZOOM);
    for at in 0..FRAMES {
        pan(&mut first, at);
    }
    rows("Pan, cards on screen", FRAMES, |size| window(size, ZOOM), over, pan);
    rows(
        "Zoom at the pointer",
        FRAMES,
        |size| window(size, ZOOM),
        over,
        |window, at| {
            let factor = if (at / 8).is_multiple_of(2) { 1.01 } else { 1.0 / 1.01 };
            let drawn = window.frame(vec![Event::Zoom(factor)]);
            assert!(!window.state.fits(), "the frames zoom");
            drawn
        },
    );
    let from = pos2(400.0, 90.0);
    rows(
        "Drag a card",
        FRAMES,
        |size| window(size, ZOOM),
        |window| {
            let drawn = window.frame(vec![Event::PointerMoved(from)]);
            window.frame(vec![button(from, true)]);
            drawn
        },
        |window, at| {
            let by = |at: usize, most: usize| u16::try_from(at % most).map_or(0.0, f32::from);
            window.frame(vec![Event::PointerMoved(from + vec2(by(at, 300) * 3.0, by(at, 7) * 60.0))])
        },
    );
    rows("Pan, as far out as it goes", FRAMES, |size| window(size, FAR), over, pan);
    filters();
}

/// What it takes to search and to filter: a letter more, a choice, an edit while both are on, and a frame in which nothing changes.
fn filters() {
    let text = |text: &str| Filter { text: text.to_owned(), ..Filter::default() };
    let kind = |kind: Kind| Filter { picks: [Pick::Kind(kind)].into(), ..Filter::default() };
    let mut rows: [Vec<_>; 4] = Default::default();
    for (moments, lanes) in SIZES {
        let name = view::size_name((moments, lanes));
        let campaign = Arc::new(plans::large_plan(7, moments, lanes));
        let mut deriver = Deriver::default();
        deriver.update(&campaign, 0, &Options::default());
        let mut sifter = Sifter::default();
        let none = Also::default();
        let letters = [text("st"), text("sto"), text("stor"), text("story")];
        let kinds = [kind(Kind::Values), kind(Kind::Product)];
        let mut sift = |campaign: &Arc<Campaign>, deriver: &Deriver, filter: &Filter| {
            sifter.sift(campaign, &deriver.derived, deriver.round(), filter, &none).moments()
        };
        let mut at = 0;
        rows[0].push(measure(&name, 60, || {
            at += 1;
            sift(&campaign, &deriver, &letters[at % letters.len()])
        }));
        rows[1].push(measure(&name, 60, || {
            at += 1;
            sift(&campaign, &deriver, &kinds[at % kinds.len()])
        }));
        sift(&campaign, &deriver, &letters[0]);
        let edited = {
            let mut edited = Campaign::clone(&campaign);
            let lane = Arc::make_mut(&mut edited.lanes[0]);
            Arc::make_mut(&mut lane.moments[0]).notes = Some("Something new".to_owned());
            Arc::new(edited)
        };
        let mut after = deriver.clone();
        after.update(&edited, 1, &Options::default());
        let both = [(&campaign, &deriver), (&edited, &after)];
        rows[2].push(measure(&name, 60, || {
            at += 1;
            let (campaign, deriver) = both[at % 2];
            sift(campaign, deriver, &letters[0])
        }));
        rows[3].push(measure(&name, FRAMES, || sift(&campaign, &deriver, &letters[0])));
    }
    let titles = ["Search, a letter more", "Filter, another choice", "An edit while a search is on", "A search, nothing changes"];
    for (title, rows) in titles.into_iter().zip(&rows) {
        table(title, rows);
    }
}
