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

use std::hint::black_box;

use egui::{Context, Event, Modifiers, PointerButton, Pos2, RawInput, Rect, pos2, vec2};
use measure::{measure, table};
use momentboard::app::Deriver;
use momentboard::check::Options;
use momentboard::edit::Document;
use momentboard::model::Day;
use momentboard::store::template;
use momentboard::ui::calendar::{CalendarState, calendar_ui};
use momentboard::ui::shelf::Shelf;
use momentboard::ui::theme;
use momentboard::ui::view::{Actions, Cx, FileView, Selection, Setup, Sieve, View};

/// The program's own allocator, without which a frame measures that of the system.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// So large that about a hundred moments are on it.
const SIZE: [f32; 2] = [1440.0, 900.0];
const FRAMES: usize = 400;
const SIZES: [(usize, usize); 5] = [(100, 7), (1_000, 12), (10_000, 100), (100_000, 1_000), (100_000, 12)];

struct Window {
    ctx: Context,
    document: Document,
    deriver: Deriver,
    calendar: CalendarState,
    time: f64,
}

impl Window {
    fn new(moments: usize, lanes: usize) -> Self {
        let document = Document::unsaved(plans::large_plan(7, moments, lanes));
        let mut deriver = Deriver::default();
        deriver.update(document.campaign(), document.revision(), &Options::default());
        let ctx = Context::default();
        theme::install(&ctx);
        let mut window = Self { ctx, document, deriver, calendar: CalendarState::default(), time: 0.0 };
        // Fonts, glyphs and the insides of cards.
        for _ in 0..20 {
            window.frame(Vec::new());
        }
        window
    }

    /// A frame with these events; how many vertices it has says that something was drawn.
    fn frame(&mut self, events: Vec<Event>) -> usize {
        self.time += 1.0 / 60.0;
        let screen = Rect::from_min_size(Pos2::ZERO, SIZE.into());
        let input = RawInput { screen_rect: Some(screen), time: Some(self.time), events, ..RawInput::default() };
        let Self { ctx, document, deriver, calendar, .. } = self;
        let output = ctx.run_ui(input, |ui| {
            let mut actions = Actions::default();
            let cx = Cx {
                campaign: document.campaign(),
                index: document.index(),
                derived: &deriver.derived,
                selection: &Selection::default(),
                sieve: &Sieve::default(),
                tokens: theme::of(ui),
                today: Day::from_number(plans::FIRST_DAY + 30),
                options: &deriver.options,
                pictures: &Shelf::default(),
                file: &FileView::default(),
                setup: &Setup::default(),
                view: View::Calendar,
                preview: None,
                prompts: template::prompts(),
            };
            calendar_ui(&cx, calendar, ui, &mut actions);
            black_box(actions);
        });
        let primitives = black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
        let meshes = primitives.iter().filter_map(|clipped| match &clipped.primitive {
            egui::epaint::Primitive::Mesh(mesh) => Some(mesh.vertices.len()),
            egui::epaint::Primitive::Callback(_) => None,
        });
        meshes.sum()
    }
}

fn main() {
    let name =
        |(moments, lanes): (usize, usize), vertices: usize| format!("{moments} in {lanes} lanes, {}k vertices", vertices / 1000);
    // The allocator learns in the first frames how large the buffers of a frame are; no row has to pay for that.
    let mut first = Window::new(1_000, 12);
    (0..FRAMES).for_each(|_| {
        first.frame(Vec::new());
    });
    let over = |at: u16| pos2(200.0 + f32::from(at % 300) * 3.0, 200.0 + f32::from(at % 90) * 6.0);

    let mut rows = Vec::new();
    for size in SIZES {
        let mut window = Window::new(size.0, size.1);
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
        let mut window = Window::new(size.0, size.1);
        let drawn = window.frame(Vec::new());
        let mut at = 0_u16;
        rows.push(measure(name(size, drawn), FRAMES, || {
            at += 1;
            window.calendar.turn_page(0.0, if (at / 8).is_multiple_of(2) { 1.0 } else { -1.0 });
            window.frame(Vec::new())
        }));
    }
    table("Turn a page", &rows);

    let mut rows = Vec::new();
    for size in SIZES {
        let mut window = Window::new(size.0, size.1);
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
