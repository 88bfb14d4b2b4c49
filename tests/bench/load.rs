//! The largest plans that anybody brings: 100,000 moments, and 200 MB of which most are pictures. Each is opened, edited, saved
//! and exported in a process of its own, so that the memory that is printed is the most that this one thing took.
//! `cargo bench --bench load`

#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a bench lays out files, reads the clock and prints")]

#[path = "../support/plans.rs"]
mod plans;

use std::io::Cursor;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use image::{DynamicImage, ImageFormat, RgbImage};
use momentboard::check::{Options, check};
use momentboard::edit::{Document, Edit, MomentChange, Step};
use momentboard::model::{Campaign, Day, Picture};
use momentboard::share::{Choice, ExportError, Format, Reader, Watch, export};
use momentboard::store::fs::Base;
use momentboard::store::picture::from_bytes;
use momentboard::store::{open_plan, save_plan};
use plans::large_plan;

/// Pictures of the plan that has many; noise, which packs badly, so that each takes about 400 KB of the file.
const PICTURES: u32 = 500;
/// What is done with each plan.
const WORK: [&str; 6] = ["open", "save", "xlsx", "csv", "html", "pdf"];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    if let [work, path] = arguments.as_slice()
        && WORK.contains(&work.as_str())
    {
        one(work, Path::new(path));
        return;
    }
    let folder = std::env::temp_dir().join(format!("momentboard-load-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the folder for the plans can be made");
    for (name, plan) in [("100,000 moments", large_plan(7, 100_000, 200)), ("pictures", pictured())] {
        let path = folder.join("large.moments");
        save_plan(&path, &plan, Base::Overwrite).expect("the plan can be saved");
        drop(plan);
        let bytes = std::fs::metadata(&path).expect("it is there").len();
        println!("\n{name}: a file of {} MB\n{:<10}{:>12}{:>16}", bytes / 1_000_000, "", "time", "most memory");
        for work in WORK {
            let program = std::env::current_exe().expect("this program");
            let done = Command::new(program).arg(work).arg(&path).output().expect("it starts");
            let said = String::from_utf8_lossy(&done.stdout);
            print!("{work:<10}{}", if done.status.success() { said } else { "     did not end well\n".into() });
        }
    }
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
}

/// Does one thing and prints what it took.
fn one(work: &str, path: &Path) {
    let start = Instant::now();
    let opened = open_plan(path).expect("the plan can be opened");
    let mut note = String::new();
    match work {
        "open" => drop(opened),
        "save" => {
            let mut document = Document::opened(opened.campaign);
            let moment = document.campaign().lanes[0].moments[0].id;
            let edit = Edit::SetMoment { id: moment, change: MomentChange::Title("Another".into()) };
            document.edit(Step::new("Edit", vec![edit]), Duration::ZERO).expect("the edit is one");
            save_plan(path, document.campaign(), Base::Loaded(opened.stamp)).expect("the plan can be saved");
        }
        ending => {
            let format = Format::of_ending(ending).expect("a format");
            let report = check(&opened.campaign, &Options::default());
            let mut choice = Choice::new(Reader::Internal, format);
            choice.made_on = Day::new(2027, 9, 16);
            note = match export(&opened.campaign, &report, &choice, Watch::none()) {
                Ok(made) => format!("   {} MB", made.bytes.len() / 1_000_000),
                Err(ExportError::Failed { message, .. }) => format!("   refused: {message}"),
                Err(ExportError::Cancelled) => "   cancelled".into(),
            };
        }
    }
    println!("{:>10} ms{:>13}{note}", start.elapsed().as_millis(), most_memory());
}

/// The most memory that this process ever took, where the system tells.
fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok());
    kilobytes.map_or_else(|| "unknown".to_owned(), |kilobytes| format!("{} MB", kilobytes * 1024 / 1_000_000))
}

/// A plan of 2,000 moments with as many pictures as make its file 200 MB.
fn pictured() -> Campaign {
    let mut plan = large_plan(7, 2_000, 40);
    let pictures: Vec<Arc<Picture>> =
        (0..PICTURES).map(|nth| Arc::new(from_bytes("picture.png", &noise(nth)).expect("the picture is sound"))).collect();
    let mut next = pictures.iter().cycle();
    for lane in &mut plan.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            Arc::make_mut(moment).image = next.next().map(|picture| picture.id);
        }
    }
    plan.pictures = pictures;
    plan
}

fn noise(seed: u32) -> Vec<u8> {
    let mut state = u64::from(seed) * 2 + 1;
    let image = RgbImage::from_fn(430, 430, |_, _| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let [.., red, green, blue] = (state >> 16).to_be_bytes();
        image::Rgb([red, green, blue])
    });
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(image).write_to(&mut bytes, ImageFormat::Png).expect("a picture in memory can be written");
    bytes.into_inner()
}
