//! What the whole window costs, every panel open: a frame of each view, in English, in German and with titles that are read from
//! right to left; a keystroke in a title until its glyph is painted and the findings are fresh; a letter in the search and in the
//! palette; and the memory of a process that holds the plan and draws it. No graphics card takes part.
#![allow(unreachable_pub, reason = "the shared helpers are public so that several binaries can include them")]
#![allow(dead_code, reason = "the shared helpers hold more than this binary uses")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot go on says so by panicking")]
#![expect(clippy::disallowed_methods, reason = "a bench lays out files of its own")]
#![allow(clippy::print_stdout, reason = "a bench prints")]

#[path = "measure.rs"]
mod measure;
#[path = "../support/plans.rs"]
mod plans;
#[path = "view.rs"]
mod view;

use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use egui::{Context, Event, Key, Modifiers, pos2, vec2};
use measure::{measure, table};
use momentboard::app::{App, Clock, Dialogs, Jobs, Keeper, Rim};
use momentboard::cli::clock::Now;
use momentboard::model::{Campaign, Day, IdSource, LanguageChoice};
use momentboard::store::prefs::{self, Prefs};
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
        Self::speaking(LanguageChoice::English, campaign)
    }

    /// The window of somebody who chose that language.
    fn speaking(language: LanguageChoice, campaign: Campaign) -> Self {
        let path = folder().join("preferences.ron");
        prefs::save(&path, &Prefs { language, ..Prefs::default() }).expect("preferences can be written");
        let prefs = Keeper::File(path);
        let ctx = Context::default();
        theme::install(&ctx);
        let rim = Rim {
            clock: Clock::Fixed(Now { day: Day::from_number(plans::FIRST_DAY + 30), hour: 14, minute: 2 }),
            ids: IdSource::seeded(1),
            dialogs: Dialogs::InWindow,
            jobs: Jobs::on_the_spot(),
            typing_pause: Duration::from_secs(1),
            prefs,
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
        let input = view::input(SIZE, &mut self.time, events);
        let app = &mut self.app;
        let output = self.ctx.run_ui(input, |ui| {
            app.logic(ui.ctx());
            app.ui(ui);
        });
        view::vertices(&self.ctx, output)
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.frame(vec![event(true)]);
        self.frame(vec![event(false)]);
    }
}

/// Turns the wheel to and fro by three points a frame.
fn wheel(window: &mut Window, at: &mut usize, across: bool) -> usize {
    let by = if (*at / 100).is_multiple_of(2) { -3.0 } else { 3.0 };
    *at += 1;
    window.frame(vec![Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: if across { vec2(by, 0.0) } else { vec2(0.0, by) },
        source: egui::MouseWheelSource::Unknown,
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
    }])
}

fn name((moments, lanes): (usize, usize), vertices: usize) -> String {
    format!("{moments} in {lanes} lanes, {}k vertices", vertices / 1000)
}

/// A frame of a view while its wheel turns.
fn frames(title: &str, view: Key, language: LanguageChoice, of: impl Fn(Campaign) -> Campaign) {
    let mut rows = Vec::new();
    for size in SIZES {
        let mut window = Window::speaking(language, of(plans::large_plan(7, size.0, size.1)));
        window.key(Modifiers::ALT, view);
        let drawn = window.frame(vec![Event::PointerMoved(pos2(1500.0, 700.0))]);
        let mut at = 0;
        rows.push(measure(name(size, drawn), FRAMES, || wheel(&mut window, &mut at, view == Key::Num1)));
    }
    table(title, &rows);
}

/// The same plan with titles that are read from right to left.
fn from_the_right(mut campaign: Campaign) -> Campaign {
    for lane in &mut campaign.lanes {
        for (at, moment) in Arc::make_mut(lane).moments.iter_mut().enumerate() {
            Arc::make_mut(moment).title = format!("הסיפור שלנו {at} ביחד");
        }
    }
    campaign
}

/// A letter in a field that looks through the whole plan, until what it finds is painted.
fn searches(title: &str, opens: Key) {
    let mut rows = Vec::new();
    for size in SIZES {
        let mut window = Window::new(plans::large_plan(7, size.0, size.1));
        window.key(Modifiers::COMMAND, opens);
        let drawn = window.frame(vec![Event::Text("s".to_owned())]);
        let mut at = 0_usize;
        rows.push(measure(name(size, drawn), 60, || {
            at += 1;
            let letter = if at.is_multiple_of(2) { backspace() } else { Event::Text("t".to_owned()) };
            window.frame(vec![letter]) + window.frame(Vec::new())
        }));
    }
    table(title, &rows);
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

/// Where the preferences of this process lie.
fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("momentboard-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the folder for preferences can be made");
    folder
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
        std::fs::remove_dir_all(folder()).expect("the folder can be removed");
        return;
    }
    let same = |campaign| campaign;
    frames("Board, pan, every panel open", Key::Num1, LanguageChoice::English, same);
    frames("Calendar, wheel", Key::Num2, LanguageChoice::English, same);
    frames("Table, wheel", Key::Num3, LanguageChoice::English, same);
    frames("Board, pan, in German", Key::Num1, LanguageChoice::German, same);
    frames("Board, pan, titles read from right to left", Key::Num1, LanguageChoice::English, from_the_right);
    keystrokes();
    searches("A letter in the search", Key::F);
    searches("A letter in the palette", Key::K);
    memory();
    std::fs::remove_dir_all(folder()).expect("the folder can be removed");
}
