//! What the whole window costs, every panel open: a pan frame, a keystroke in a title until its glyph is painted and the findings
//! are fresh, and the memory of a process that holds the plan and draws it. No graphics card takes part.
#![allow(unreachable_pub, reason = "the shared helpers are public so that several binaries can include them")]
#![allow(dead_code, reason = "the shared helpers hold more than this binary uses")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot go on says so by panicking")]
#![allow(clippy::print_stdout, reason = "a bench prints")]

#[path = "measure.rs"]
mod measure;
#[path = "../support/plans.rs"]
mod plans;

use std::hint::black_box;
use std::process::Command;
use std::time::Duration;

use egui::{Context, Event, Key, Modifiers, Pos2, RawInput, Rect, pos2, vec2};
use measure::{measure, table};
use momentboard::app::{App, Clock, Dialogs, Jobs, Keeper, Rim};
use momentboard::cli::clock::Now;
use momentboard::model::{Campaign, Day, IdSource};
use momentboard::ui::theme;

/// The program's own allocator, without which a frame measures that of the system.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A large screen, so that beside the panels about a hundred cards are on it.
const SIZE: [f32; 2] = [3100.0, 1500.0];
const FRAMES: usize = 300;
/// Moments and lanes.
const SIZES: [(usize, usize); 5] = [(100, 7), (1_000, 12), (10_000, 100), (100_000, 1_000), (100_000, 2_000)];

struct Window {
    ctx: Context,
    app: App,
    time: f64,
}

impl Window {
    fn new(campaign: Campaign) -> Self {
        let ctx = Context::default();
        theme::install(&ctx);
        let rim = Rim {
            clock: Clock::Fixed(Now { day: Day::from_number(plans::FIRST_DAY + 30), hour: 14, minute: 2 }),
            ids: IdSource::seeded(1),
            dialogs: Dialogs::InWindow,
            jobs: Jobs::on_the_spot(),
            typing_pause: Duration::from_secs(1),
            prefs: Keeper::Nowhere,
            home: None,
            tables: momentboard::cli::Tables::Here,
        };
        let mut window = Self { ctx, app: App::new(campaign, rim), time: 0.0 };
        for _ in 0..20 {
            window.frame(Vec::new());
        }
        // From the whole plan in to cards of the middle size.
        for _ in 0..60 {
            window.key(Modifiers::COMMAND, Key::Plus);
            if window.app.px_per_day().is_some_and(|zoom| zoom > 12.0) {
                break;
            }
        }
        for _ in 0..20 {
            window.frame(Vec::new());
        }
        window
    }

    /// A frame with these events: logic, panels, and triangles. Says how many vertices it has.
    fn frame(&mut self, events: Vec<Event>) -> usize {
        self.time += 1.0 / 60.0;
        let screen = Rect::from_min_size(Pos2::ZERO, SIZE.into());
        let input = RawInput { screen_rect: Some(screen), time: Some(self.time), events, ..RawInput::default() };
        let app = &mut self.app;
        let output = self.ctx.run_ui(input, |ui| {
            app.logic(ui.ctx());
            app.ui(ui);
        });
        let primitives = black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
        let meshes = primitives.iter().filter_map(|clipped| match &clipped.primitive {
            egui::epaint::Primitive::Mesh(mesh) => Some(mesh.vertices.len()),
            egui::epaint::Primitive::Callback(_) => None,
        });
        meshes.sum()
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.frame(vec![event(true)]);
        self.frame(vec![event(false)]);
    }
}

fn pan(window: &mut Window, at: &mut usize) -> usize {
    let by = if (*at / 100).is_multiple_of(2) { -3.0 } else { 3.0 };
    *at += 1;
    window.frame(vec![Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(by, 0.0),
        source: egui::MouseWheelSource::Unknown,
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
    }])
}

fn name((moments, lanes): (usize, usize), vertices: usize) -> String {
    format!("{moments} in {lanes} lanes, {}k vertices", vertices / 1000)
}

fn frames() {
    let mut rows = Vec::new();
    for size in SIZES {
        let mut window = Window::new(plans::large_plan(7, size.0, size.1));
        let drawn = window.frame(vec![Event::PointerMoved(pos2(1500.0, 700.0))]);
        let mut at = 0;
        rows.push(measure(name(size, drawn), FRAMES, || pan(&mut window, &mut at)));
    }
    table("Pan, every panel open", &rows);
}

/// A letter in the title of the selected card: the frame that takes it, and the one that shows it with fresh findings.
fn keystrokes() {
    let mut rows = Vec::new();
    for size in SIZES {
        let mut window = Window::new(plans::large_plan(7, size.0, size.1));
        window.key(Modifiers::NONE, Key::ArrowRight);
        window.key(Modifiers::NONE, Key::Enter);
        let drawn = window.frame(Vec::new());
        let before = window.app.document().revision();
        let mut at = 0_usize;
        rows.push(measure(name(size, drawn), FRAMES, || {
            at += 1;
            let letter = if at.is_multiple_of(2) { Event::Text("x".to_owned()) } else { backspace() };
            window.frame(vec![letter]) + window.frame(Vec::new())
        }));
        assert!(window.app.document().revision() > before, "the letters arrive");
    }
    table("A letter in a title, until it is painted", &rows);
}

fn backspace() -> Event {
    Event::Key { key: Key::Backspace, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

/// What a process of its own holds in memory with that plan on screen, in MiB; without a window and its driver.
fn memory() {
    println!("\nMemory of a process with the plan on screen (no graphics driver)");
    for (moments, lanes) in SIZES {
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--memory", &moments.to_string(), &lanes.to_string()])
            .output()
            .expect("the bench can be started again");
        println!("{:<40}{:>12}", format!("{moments} in {lanes} lanes"), String::from_utf8_lossy(&child.stdout).trim());
    }
}

fn resident() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse::<f64>().ok());
    kilobytes.map_or_else(|| "not told by this system".to_owned(), |kilobytes| format!("{:.0} MiB", kilobytes / 1024.0))
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--memory") {
        let number = |at: usize| arguments.get(at).and_then(|text| text.parse::<usize>().ok()).expect("a number");
        let mut window = Window::new(plans::large_plan(7, number(at + 1), number(at + 2)));
        window.frame(Vec::new());
        println!("{}", resident());
        return;
    }
    frames();
    keystrokes();
    memory();
}
