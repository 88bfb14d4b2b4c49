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

use std::hint::black_box;

use egui::{Context, Event, Key, Modifiers, Pos2, RawInput, Rect, pos2, vec2};
use measure::{measure, table};
use momentboard::app::Deriver;
use momentboard::check::Options;
use momentboard::edit::Document;
use momentboard::model::Day;
use momentboard::ui::shelf::Shelf;
use momentboard::ui::table::data::Lines;
use momentboard::ui::table::layout::{Sort, TableLayout};
use momentboard::ui::table::{Column, TableState, table_ui};
use momentboard::ui::theme;
use momentboard::ui::view::{Actions, Cx, FileView, Selection, Setup, Sieve, View};

/// The program's own allocator, without which a frame measures that of the system.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A window in which forty rows are seen.
const SIZE: [f32; 2] = [1480.0, 1470.0];
const FRAMES: usize = 400;

struct Window {
    ctx: Context,
    document: Document,
    deriver: Deriver,
    state: TableState,
    pictures: Shelf,
    file: FileView,
    setup: Setup,
    selection: Selection,
    time: f64,
}

impl Window {
    fn new(moments: usize, lanes: usize) -> Self {
        let document = Document::unsaved(plans::large_plan(7, moments, lanes));
        let mut deriver = Deriver::default();
        deriver.update(document.campaign(), document.revision(), &Options::default());
        let ctx = Context::default();
        theme::install(&ctx);
        let mut window = Self {
            ctx,
            document,
            deriver,
            state: TableState::default(),
            pictures: Shelf::default(),
            file: FileView::default(),
            setup: Setup::default(),
            selection: Selection::default(),
            time: 0.0,
        };
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
        let sieve = Sieve::default();
        let output = self.ctx.run_ui(input, |ui| {
            let cx = Cx {
                campaign: self.document.campaign(),
                index: self.document.index(),
                derived: &self.deriver.derived,
                selection: &self.selection,
                sieve: &sieve,
                tokens: theme::of(ui),
                today: Day::from_number(plans::FIRST_DAY + 30),
                options: &self.deriver.options,
                pictures: &self.pictures,
                file: &self.file,
                setup: &self.setup,
                view: View::Table,
                preview: None,
                prompts: momentboard::store::template::prompts(),
            };
            let mut out = Actions::default();
            table_ui(&cx, &mut self.state, ui, &mut out);
            black_box(out);
        });
        let primitives = black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
        let meshes = primitives.iter().filter_map(|clipped| match &clipped.primitive {
            egui::epaint::Primitive::Mesh(mesh) => Some(mesh.vertices.len()),
            egui::epaint::Primitive::Callback(_) => None,
        });
        meshes.sum()
    }
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
    let mut first = Window::new(1_000, 12);
    for _ in 0..FRAMES {
        first.frame(vec![wheel(-3.0)]);
    }
    let mut rows = Vec::new();
    for size in sizes {
        let mut window = Window::new(size.0, size.1);
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
        let mut window = Window::new(size.0, size.1);
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
