//! What the whole window costs, every panel open: a frame of each view, in English, in German and with titles that are read from
//! right to left; a letter in the search and in the palette; and the memory of a process that holds the plan and draws it. No
//! graphics card takes part.
#![allow(unreachable_pub, reason = "the shared helpers are public so that several binaries can include them")]
#![allow(dead_code, reason = "the shared helpers hold more than this binary uses")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot go on says so by panicking")]
#![expect(clippy::disallowed_methods, reason = "a bench reads files of its own")]
#![allow(clippy::print_stdout, reason = "a bench prints")]

#[path = "filled.rs"]
mod filled;
#[path = "measure.rs"]
mod measure;
#[path = "../support/plans.rs"]
mod plans;
#[path = "view.rs"]
mod view;
#[path = "whole.rs"]
mod whole;

use std::process::Command;
use std::sync::Arc;

use egui::{Event, Key, Modifiers, pos2, vec2};
use filled::{FILLS_MONTHS, sizes};
use momentboard::model::{Campaign, LanguageChoice};
use view::{SIZES, rows, rows_of, sway, wheel};
use whole::{Window, backspace, folder};

/// The program's own allocator, without which a frame measures that of the system.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const FRAMES: usize = 300;

fn plan((moments, lanes): (usize, usize)) -> Campaign {
    plans::large_plan(7, moments, lanes)
}

/// A frame of a view while its wheel turns.
fn frames(title: &str, view: Key, language: LanguageChoice, of: impl Fn(Campaign) -> Campaign) {
    rows(
        title,
        FRAMES,
        |size| Window::speaking(language, of(plan(size))),
        |window| {
            window.key(Modifiers::ALT, view);
            window.frame(vec![Event::PointerMoved(pos2(1500.0, 700.0))])
        },
        |window, at| {
            let by = sway(at);
            window.frame(vec![wheel(if view == Key::Num1 { vec2(by, 0.0) } else { vec2(0.0, by) })])
        },
    );
}

/// A frame of the calendar while its wheel turns, where about a hundred moments are on it.
fn months() {
    rows_of(
        "Calendar, wheel",
        &sizes(FILLS_MONTHS, 60),
        FRAMES,
        |size| Window::new(filled::plan(size, FILLS_MONTHS)),
        |window| {
            window.key(Modifiers::ALT, Key::Num2);
            window.make_ordinary();
            window.frame(vec![Event::PointerMoved(pos2(700.0, 500.0))])
        },
        |window, at| window.frame(vec![wheel(vec2(0.0, sway(at)))]),
    );
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
    rows(
        title,
        60,
        |size| Window::new(plan(size)),
        |window| {
            window.key(Modifiers::COMMAND, opens);
            window.frame(vec![Event::Text("s".to_owned())])
        },
        |window, at| {
            let letter = if at.is_multiple_of(2) { backspace() } else { Event::Text("t".to_owned()) };
            window.frame(vec![letter]) + window.frame(Vec::new())
        },
    );
}

/// What a process of its own holds in memory with that plan on screen, in MiB, without a window and its driver; and how much of
/// that each thousand moments take, beside the smallest plan.
fn memory() {
    println!(
        "\nMemory of a process with the plan on screen (no graphics driver)\n{:<40}{:>12}{:>24}",
        "", "MiB", "KiB per 1,000 moments"
    );
    let mut least: Option<(usize, f64)> = None;
    for (moments, lanes) in SIZES {
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--memory", &moments.to_string(), &lanes.to_string()])
            .output()
            .expect("the bench can be started again");
        let told = String::from_utf8_lossy(&child.stdout).trim().parse::<f64>().ok();
        let name = view::size_name((moments, lanes));
        let Some(kibibytes) = told else {
            println!("{name:<40}{:>12}", "not told by this system");
            continue;
        };
        let (fewest, base) = *least.get_or_insert((moments, kibibytes));
        let each = (moments > fewest).then(|| format!("{:.0}", (kibibytes - base) * 1000.0 / (moments - fewest) as f64));
        println!("{name:<40}{:>12.0}{:>24}", kibibytes / 1024.0, each.unwrap_or_default());
    }
}

/// What this process holds in memory, in KiB.
fn resident() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse().ok())
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--memory") {
        let number = |at: usize| arguments.get(at).and_then(|text| text.parse::<usize>().ok()).expect("a number");
        let mut window = Window::new(plans::large_plan(7, number(at + 1), number(at + 2)));
        window.frame(Vec::new());
        println!("{}", resident().map_or_else(|| "unknown".to_owned(), |kibibytes| kibibytes.to_string()));
        std::fs::remove_dir_all(folder()).expect("the folder can be removed");
        return;
    }
    let same = |campaign| campaign;
    frames("Board, pan, every panel open", Key::Num1, LanguageChoice::English, same);
    months();
    frames("Table, wheel", Key::Num3, LanguageChoice::English, same);
    frames("Board, pan, in German", Key::Num1, LanguageChoice::German, same);
    frames("Board, pan, titles read from right to left", Key::Num1, LanguageChoice::English, from_the_right);
    searches("A letter in the search", Key::F);
    searches("A letter in the palette", Key::K);
    memory();
    std::fs::remove_dir_all(folder()).expect("the folder can be removed");
}
