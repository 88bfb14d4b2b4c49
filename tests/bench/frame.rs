//! What a frame of the board costs: layout and painting (`run_ui`) and triangles (`tessellate`), without a graphics card.
//!
//! The same hundred cards are on screen whatever the size of the plan; each frame pans a few points, zooms or drags.
#![allow(unreachable_pub, reason = "the shared helpers are public so that several binaries can include them")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot go on says so by panicking")]

#[path = "../support/host.rs"]
mod host;
#[path = "measure.rs"]
mod measure;
#[path = "../support/plans.rs"]
mod plans;
#[path = "view.rs"]
mod view;

use std::collections::BTreeSet;
use std::hint::black_box;
use std::sync::Arc;

use egui::{Context, Event, PointerButton, pos2, vec2};
use host::Host;
use measure::{measure, table};
use momentboard::app::Deriver;
use momentboard::check::Options;
use momentboard::model::{Campaign, Day, Kind};
use momentboard::ui::filter::Filter;
use momentboard::ui::filter::model::Pick;
use momentboard::ui::filter::sifter::Sifter;
use momentboard::ui::theme;

/// The program's own allocator, without which a frame measures that of the system.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A large screen, so that a hundred cards of the middle size are on it.
const SIZE: [f32; 2] = [2560.0, 1300.0];
/// Points a day at which cards have the middle size.
const ZOOM: f64 = 16.5;
const FRAMES: usize = 400;

struct Window {
    ctx: Context,
    host: Host,
    time: f64,
}

impl Window {
    fn new(moments: usize, lanes: usize, zoom: f64) -> Self {
        let campaign = plans::large_plan(7, moments, lanes);
        let ctx = Context::default();
        theme::install(&ctx);
        let mut host = Host::new(campaign, Day::from_number(plans::FIRST_DAY + 30));
        host.board.zoom_to(zoom);
        let mut window = Self { ctx, host, time: 0.0 };
        // Fonts, glyphs and the insides of cards.
        for _ in 0..20 {
            window.frame(Vec::new());
        }
        window
    }

    /// A frame with these events; how many vertices it has says that something was drawn.
    fn frame(&mut self, events: Vec<Event>) -> usize {
        let input = view::input(SIZE, &mut self.time, events);
        let output = self.ctx.run_ui(input, |ui| {
            black_box(self.host.draw(ui));
        });
        view::vertices(&self.ctx, output)
    }
}

/// Pans to and fro by three points a frame, as a dragged background does.
fn pan(window: &mut Window, at: &mut usize) -> usize {
    let by = if (*at / 100).is_multiple_of(2) { -3.0 } else { 3.0 };
    *at += 1;
    window.frame(vec![wheel(by)])
}

fn wheel(x: f32) -> Event {
    Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(x, 0.0),
        source: egui::MouseWheelSource::Unknown,
        phase: egui::TouchPhase::Move,
        modifiers: egui::Modifiers::NONE,
    }
}

fn main() {
    let sizes = [(100, 7), (1_000, 12), (10_000, 100), (100_000, 1_000), (100_000, 12)];
    let name =
        |(moments, lanes): (usize, usize), vertices: usize| format!("{moments} in {lanes} lanes, {}k vertices", vertices / 1000);
    // The allocator learns in the first frames how large the buffers of a frame are; no row has to pay for that.
    let mut first = Window::new(1_000, 12, ZOOM);
    (0..FRAMES).for_each(|mut at| {
        pan(&mut first, &mut at);
    });
    let mut rows = Vec::new();
    for size in sizes {
        let mut window = Window::new(size.0, size.1, ZOOM);
        let drawn = window.frame(vec![Event::PointerMoved(pos2(900.0, 640.0))]);
        let mut at = 0;
        rows.push(measure(name(size, drawn), FRAMES, || pan(&mut window, &mut at)));
    }
    table("Pan, cards on screen", &rows);

    let mut rows = Vec::new();
    for size in sizes {
        let mut window = Window::new(size.0, size.1, ZOOM);
        let drawn = window.frame(vec![Event::PointerMoved(pos2(900.0, 640.0))]);
        let mut at = 0_usize;
        rows.push(measure(name(size, drawn), FRAMES, || {
            let factor = if (at / 8).is_multiple_of(2) { 1.01 } else { 1.0 / 1.01 };
            at += 1;
            window.frame(vec![Event::Zoom(factor)])
        }));
        assert!(!window.host.board.fits(), "the frames zoom");
    }
    table("Zoom at the pointer", &rows);

    let mut rows = Vec::new();
    for size in sizes {
        let mut window = Window::new(size.0, size.1, ZOOM);
        let from = pos2(400.0, 90.0);
        let press = |pressed| Event::PointerButton {
            pos: from,
            button: PointerButton::Primary,
            pressed,
            modifiers: egui::Modifiers::NONE,
        };
        let drawn = window.frame(vec![Event::PointerMoved(from)]);
        window.frame(vec![press(true)]);
        let mut at = 0_u16;
        rows.push(measure(name(size, drawn), FRAMES, || {
            at += 1;
            window.frame(vec![Event::PointerMoved(from + vec2(f32::from(at % 300) * 3.0, f32::from(at % 7) * 60.0))])
        }));
    }
    table("Drag a card", &rows);

    let mut rows = Vec::new();
    for size in sizes {
        let mut window = Window::new(size.0, size.1, 0.25);
        let drawn = window.frame(vec![Event::PointerMoved(pos2(900.0, 640.0))]);
        let mut at = 0;
        rows.push(measure(name(size, drawn), FRAMES, || pan(&mut window, &mut at)));
    }
    table("Pan, as far out as it goes", &rows);
    filters(&sizes);
}

/// What it takes to search and to filter: a letter more, a choice, an edit while both are on, and a frame in which nothing changes.
fn filters(sizes: &[(usize, usize)]) {
    let text = |text: &str| Filter { text: text.to_owned(), ..Filter::default() };
    let kind = |kind: Kind| Filter { picks: [Pick::Kind(kind)].into(), ..Filter::default() };
    let mut rows: [Vec<_>; 4] = Default::default();
    for &(moments, lanes) in sizes {
        let name = format!("{moments} in {lanes} lanes");
        let campaign = Arc::new(plans::large_plan(7, moments, lanes));
        let mut deriver = Deriver::default();
        deriver.update(&campaign, 0, &Options::default());
        let mut sifter = Sifter::default();
        let none = BTreeSet::new();
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
