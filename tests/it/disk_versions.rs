//! A failure at every single call that keeping a version makes to the disk: what was kept before stays, what is said to be kept
//! is, and what could not be kept leaves nothing that grows.
#![expect(clippy::disallowed_methods, reason = "the tests look at what the program left")]

use std::fs;
use std::path::{Path, PathBuf};

use momentboard::model::{Campaign, IdSource, PlanId};
use momentboard::store::fs::Stamp;
use momentboard::store::history::{self, Facts, Health};
use momentboard::store::home::Home;
use momentboard::store::{Base, save_plan};

use crate::faulty::{FAULTS, Faulty};
use crate::planted;
use crate::scratch::Scratch;

/// The plan file of each number, every one with a picture of its own.
fn contents(scratch: &Scratch) -> (PlanId, Vec<Vec<u8>>) {
    let plan = Campaign::new(IdSource::seeded(3).plan(), "0");
    let path = scratch.join("plan.moments");
    let content = |number: u8| {
        let texts: Vec<String> = (0..200).map(|at| format!("text {at}")).collect();
        let mut one = planted::plan(&texts, usize::from(number), planted::Size { lanes: 1, moments: 2 });
        one.id = plan.id;
        one.name = number.to_string();
        Faulty::default().on(|| save_plan(&path, &one, Base::Overwrite)).unwrap();
        fs::read(&path).unwrap()
    };
    (plan.id, (0..3).map(content).collect())
}

fn keep(home: &Home, plan: PlanId, bytes: &[u8], at: i64) -> Result<history::VersionId, momentboard::store::FsError> {
    let facts = Facts { at, path: None, before: false, moments: None, findings: None, change: None, health: Health::Sound };
    history::keep(home, plan, bytes, facts)
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

#[test]
fn whatever_fails_versions_that_were_kept_stay() {
    let scratch = Scratch::new("faults-versions");
    let (plan, contents) = contents(&scratch);
    let stamps: Vec<Stamp> = contents.iter().map(|bytes| Stamp::of(bytes)).collect();
    let home = Home::at(scratch.join("state"));
    let fresh = || {
        // The folders stay: making them anew would wait for the real disk each time.
        let mut there = Vec::new();
        files(home.root(), &mut there);
        for path in &there {
            fs::remove_file(path).unwrap();
        }
        Faulty::default().on(|| keep(&home, plan, &contents[0], 1_000)).unwrap();
    };
    fresh();
    let sound = Faulty::default();
    sound.on(|| keep(&home, plan, &contents[1], 2_000)).unwrap();
    assert!(sound.calls() > 10);
    for (fault, lasts) in FAULTS {
        for call in 1..=sound.calls() {
            let at = format!("{fault:?} at call {call}, lasting: {lasts}");
            fresh();
            let kept = Faulty::at(call, fault, lasts).on(|| keep(&home, plan, &contents[1], 2_000));
            Faulty::default().on(|| {
                let list = history::list(&home, plan).unwrap();
                let opened: Vec<String> =
                    list.iter().filter_map(|entry| Some(history::open(&home, plan, &entry.id).ok()?.campaign.name)).collect();
                assert!(opened.iter().any(|name| name == "0"), "{at}: the one before is gone: {list:?}");
                match &kept {
                    Ok(_) => assert!(opened.iter().any(|name| name == "1"), "{at}: said to be kept"),
                    Err(error) => assert!(error.message.ends_with('.') && !error.hint.is_empty(), "{at}: {error:?}"),
                }
                // The next one is kept, whatever this left, and it leaves no more than it has to.
                keep(&home, plan, &contents[2], 4_102_444_800).unwrap();
                assert!(history::is_newest(&home, plan, stamps[2]), "{at}");
            });
            let mut left = Vec::new();
            files(home.root(), &mut left);
            left.retain(|path| path.extension().is_some_and(|ending| ending == "tmp"));
            assert_eq!(left, [] as [PathBuf; 0], "{at}");
        }
    }
}
