//! The process that `tests/faults/run` kills, starves and pulls the plug on. It is no part of what is shipped, and does nothing
//! but what the program does: opens a plan, changes it, saves it.
//!
//! * `make FILE BYTES`: a plan of about that size, the larger ones with pictures.
//! * `save-loop FILE [PENDING]`: changes and saves it for ever, and says each time what is saved.
//! * `open-edit-save FILE [PENDING]`: once; ends with 2 and a message where that is not possible.
//! * `journal-loop STATE FILE`: changes it for ever without saving, and says each time what the recovery journal has.
//! * `journal-check STATE`: says the last change that comes back, and clears the way for the next one.
//! * `check FILE BASE [PENDING]`: does what a start does, and says which change the file holds; `BASE` is a copy of what was made.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "what it says is what is measured")]
#![allow(clippy::cast_possible_wrap, reason = "nobody waits for so many changes")]

#[path = "../support/plans.rs"]
mod plans;

use std::io::{Cursor, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use momentboard::model::Campaign;
use momentboard::store::fs::{CutOff, finish_pending};
use momentboard::store::home::Home;
use momentboard::store::journal::{self, Entry, Head, Writer};
use momentboard::store::{Base, Care, open_plan, picture, save_plan_with};
use plans::{Dice, large_plan};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["make", file, bytes] => make(Path::new(file), bytes.parse().unwrap_or(0)),
        ["save-loop", file, rest @ ..] => save(Path::new(file), rest.first().map(Path::new), true),
        ["open-edit-save", file, rest @ ..] => save(Path::new(file), rest.first().map(Path::new), false),
        ["journal-loop", state, file] => journal(&Home::at(*state), Path::new(file)),
        ["journal-check", state] => recovered(&Home::at(*state)),
        ["check", file, base, rest @ ..] => check(Path::new(file), Path::new(base), rest.first().map(Path::new)),
        // `cargo test --benches` and `cargo bench` start it without a word.
        _ => Ok(()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

/// A picture that no packing makes smaller.
fn noise(dice: &mut Dice) -> Vec<u8> {
    let side = 512;
    let pixels: Vec<u8> = (0..side * side * 3 / 8).flat_map(|_| dice.ids().bits().to_le_bytes()).collect();
    let mut png = Cursor::new(Vec::new());
    let image = image::RgbImage::from_raw(side, side, pixels).expect("there are as many numbers as the picture has");
    image.write_to(&mut png, image::ImageFormat::Png).expect("a picture can be written into memory");
    png.into_inner()
}

fn make(file: &Path, bytes: usize) -> Result<(), String> {
    let moments = (bytes / 1_000).clamp(10, 3_000);
    let mut plan = large_plan(7, moments, 4);
    let dice = &mut Dice::new(11);
    let mut size = moments * 1_000;
    while size < bytes {
        let kept = picture::from_bytes("noise.png", &noise(dice)).map_err(|error| error.to_string())?;
        size += kept.bytes.len() * 4 / 3;
        let at = plan.pictures.len();
        let lane = Arc::make_mut(&mut plan.lanes[0]);
        Arc::make_mut(&mut lane.moments[at]).image = Some(kept.id);
        plan.pictures.push(Arc::new(kept));
    }
    save_plan_with(file, &numbered(plan, 0), Base::New, Care::default()).map_err(|error| error.to_string())?;
    Ok(())
}

/// The plan with a number at its beginning and at its end, always of the same length.
fn numbered(mut plan: Campaign, number: u64) -> Campaign {
    plan.name = format!("Change {number:012}");
    for lane in &mut plan.lanes {
        if let Some(moment) = Arc::make_mut(lane).moments.last_mut() {
            Arc::make_mut(moment).title = format!("Change {number:012}");
        }
    }
    plan
}

fn number(plan: &Campaign) -> Option<u64> {
    plan.name.strip_prefix("Change ")?.parse().ok()
}

fn save(file: &Path, pending: Option<&Path>, for_ever: bool) -> Result<(), String> {
    let opened = open_plan(file).map_err(|error| error.to_string())?;
    let mut at = number(&opened.campaign).ok_or("not one of ours")?;
    let (mut plan, mut stamp) = (opened.campaign, opened.stamp);
    let mut out = std::io::stdout();
    loop {
        at += 1;
        plan = numbered(plan, at);
        let care = Care { pending, ..Care::default() };
        stamp = save_plan_with(file, &plan, Base::Loaded(stamp), care).map_err(|error| error.to_string())?.stamp;
        writeln!(out, "{at}").and_then(|()| out.flush()).map_err(|error| error.to_string())?;
        if !for_ever {
            return Ok(());
        }
    }
}

fn check(file: &Path, base: &Path, pending: Option<&Path>) -> Result<(), String> {
    for cut_off in pending.map(finish_pending).unwrap_or_default() {
        if let CutOff::Open { path, .. } = cut_off {
            return Err(format!("{} is still half-written", path.display()));
        }
    }
    let there = open_plan(file).map_err(|error| error.to_string())?.campaign;
    let base = open_plan(base).map_err(|error| error.to_string())?.campaign;
    let at = number(&there).ok_or("not one of ours")?;
    if there == numbered(base, at) {
        println!("{at}");
        Ok(())
    } else {
        Err("parts of two plans".to_owned())
    }
}

fn journal(home: &Home, file: &Path) -> Result<(), String> {
    let opened = open_plan(file).map_err(|error| error.to_string())?;
    let head = Head {
        plan: opened.campaign.id,
        path: Some(file.to_owned()),
        stamp: Some(opened.stamp),
        app: "0.1.0".to_owned(),
        pid: std::process::id(),
        began: 1000,
        instead_of: None,
    };
    let entry = |at: u64, plan: Campaign| Entry {
        at: 1000 + at as i64,
        revision: at,
        depth: at as usize,
        label: format!("Change {at}"),
        campaign: Arc::new(plan),
    };
    let base = numbered(opened.campaign, 0);
    let mut writer = Writer::begin(home, head, entry(0, base.clone())).map_err(|error| error.to_string())?;
    let mut out = std::io::stdout();
    for at in 1.. {
        writer.append(&[entry(at, numbered(base.clone(), at))]).map_err(|error| error.to_string())?;
        writeln!(out, "{at}").and_then(|()| out.flush()).map_err(|error| error.to_string())?;
    }
    Ok(())
}

fn recovered(home: &Home) -> Result<(), String> {
    let mut best = 0;
    for found in journal::found(home) {
        let recovered = journal::recover(home, &found).map_err(|error| error.to_string())?;
        best = best.max(number(recovered.last()).ok_or("not one of ours")?);
        journal::discard(home, &found, 1000).map_err(|error| error.to_string())?;
    }
    // A month later nothing of it is there any more.
    let _unreadable = journal::tidy(home, 1000 + 40 * 24 * 60 * 60);
    println!("{best}");
    Ok(())
}
