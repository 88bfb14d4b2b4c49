//! A failure at every single call to the disk, of every kind, once and for ever: the file is the old one or the new one, a
//! failure is said, what is said to be saved is saved, and nothing stays beside it.
#![expect(clippy::disallowed_methods, reason = "the tests lay out and look at what the program left")]

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use momentboard::model::{Campaign, IdSource};
use momentboard::store::fs::{Care, CutOff, Locked, append, finish_pending, load, lock, remove_leftovers, save, save_with_care};
use momentboard::store::prefs::{self, Prefs};
use momentboard::store::{Base, FsError, FsErrorKind, Stamp, open_plan, save_plan};

use crate::faulty::{FAULTS, Fault, Faulty};
use crate::scratch::Scratch;

/// More than one part, so that a failure in the middle of writing is among the calls.
fn old() -> Vec<u8> {
    vec![b'a'; 70_000]
}

/// Longer than the old one.
fn new() -> Vec<u8> {
    b"bcdefgh".repeat(15_000)
}

/// Every fault at every call that `work` makes on a sound disk. `look` sees what came of it.
fn at_every_call<T>(mut work: impl FnMut(&Faulty) -> T, mut look: impl FnMut(T, &str, Fault, bool)) -> usize {
    let sound = Faulty::default();
    let outcome = work(&sound);
    look(outcome, "a sound disk", Fault::Short, false);
    let mut runs = 0;
    for (fault, lasts) in FAULTS {
        for call in 1..=sound.calls() {
            let outcome = work(&Faulty::at(call, fault, lasts));
            look(outcome, &format!("{fault:?} at call {call}, lasting: {lasts}"), fault, lasts);
            runs += 1;
        }
    }
    assert!(runs >= 16, "there was nothing to fail");
    runs
}

fn said(error: &FsError, at: &str) {
    assert!(error.message.ends_with('.') && !error.hint.is_empty(), "{at}: {error:?}");
}

/// Takes away what a later save would.
fn later(path: &Path) {
    let _ = remove_leftovers(path, SystemTime::UNIX_EPOCH + Duration::from_hours(24 * 365 * 200));
}

#[test]
fn a_save_leaves_the_old_file_or_the_new_one() {
    let scratch = Scratch::new("faults-save");
    let path = scratch.join("plan.moments");
    for base in [Base::Loaded(Stamp::of(&old())), Base::New, Base::Overwrite] {
        let existed = base != Base::New;
        let work = |disk: &Faulty| {
            let _ = fs::remove_file(&path);
            if existed {
                fs::write(&path, old()).unwrap();
            }
            let mut kept = Vec::new();
            let mut keep = |bytes: &[u8]| kept.push(bytes.to_vec());
            let outcome = disk.on(|| save_with_care(&path, &new(), base, Care { kept: Some(&mut keep), ..Care::default() }));
            (outcome, kept)
        };
        let runs = at_every_call(work, |(outcome, kept), at, fault, lasts| {
            let found = fs::read(&path).ok();
            match outcome {
                Ok(written) => {
                    assert_eq!(written.stamp, Stamp::of(&new()), "{at}");
                    assert_eq!(found, Some(new()), "{at}: said to be saved");
                }
                Err(error) => {
                    said(&error, at);
                    assert!(found == existed.then(old) || found == Some(new()), "{at}: neither old nor new");
                }
            }
            if existed && found == Some(new()) {
                assert_eq!(kept.first(), Some(&old()), "{at}: what was replaced was handed over before");
            }
            assert!(kept.iter().all(|kept| *kept == old()), "{at}");
            if scratch.names() != ["plan.moments"] && existed {
                assert!(lasts || matches!(fault, Fault::Lost(_)), "{at}: {:?}", scratch.names());
            }
            later(&path);
            assert!(scratch.names().iter().all(|name| name == "plan.moments"), "{at}: {:?}", scratch.names());
        });
        assert!(runs > 300, "{runs}");
    }
}

#[test]
fn writing_in_place_leaves_the_old_file_or_the_new_one_at_the_latest_after_the_next_start() {
    let scratch = Scratch::new("faults-place");
    let (folder, pending) = (scratch.join("plans"), scratch.join("state"));
    let path = folder.join("plan.moments");
    fs::create_dir(&folder).unwrap();
    // Longer and shorter than what was there.
    for (old, new) in [(old(), new()), (new(), old())] {
        let work = |disk: &Faulty| {
            fs::write(&path, &old).unwrap();
            let disk = disk.clone().closed(&folder);
            disk.on(|| {
                let care = Care { pending: Some(&pending), ..Care::default() };
                save_with_care(&path, &new, Base::Loaded(Stamp::of(&old)), care)
            })
        };
        let mut mended = 0;
        at_every_call(work, |outcome, at, _, _| {
            let there = fs::read(&path).unwrap();
            match outcome {
                Ok(written) => {
                    assert!(written.in_place, "{at}");
                    assert!(there == new, "{at}: said to be saved");
                }
                Err(error) => said(&error, at),
            }
            let is_half = there != old && there != new;
            let cut_off = Faulty::default().on(|| finish_pending(&pending));
            let found = fs::read(&path).unwrap();
            assert!(found == old || found == new, "{at}: neither old nor new");
            if is_half {
                assert_eq!(cut_off, [CutOff::Finished(path.clone())], "{at}");
                mended += 1;
            } else {
                assert_eq!(cut_off, [], "{at}");
                assert_eq!(found, there, "{at}: what was whole stays as it is");
            }
            let left = fs::read_dir(&pending).map_or(0, Iterator::count);
            assert_eq!(left, 0, "{at}");
            assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "{at}");
        });
        assert!(mended > 0, "no fault was bad enough to show that the next start mends");
    }
}

#[test]
fn a_half_written_file_is_no_obstacle_to_saving_again() {
    let scratch = Scratch::new("faults-again");
    let (folder, pending) = (scratch.join("plans"), scratch.join("state"));
    let path = folder.join("plan.moments");
    fs::create_dir(&folder).unwrap();
    let try_once = |disk: Faulty| {
        disk.closed(&folder).on(|| {
            let care = Care { pending: Some(&pending), ..Care::default() };
            save_with_care(&path, &new(), Base::Loaded(Stamp::of(&old())), care)
        })
    };
    fs::write(&path, old()).unwrap();
    let sound = Faulty::default().closed(&folder);
    let care = Care { pending: Some(&pending), ..Care::default() };
    sound.on(|| save_with_care(&path, &new(), Base::Overwrite, care)).unwrap();
    let mut half = 0;
    for call in 1..=sound.calls() {
        fs::write(&path, old()).unwrap();
        let first = try_once(Faulty::at(call, Fault::Half(std::io::ErrorKind::StorageFull), true));
        let there = fs::read(&path).unwrap();
        if there != old() && there != new() {
            half += 1;
            let error = first.unwrap_err();
            assert!(error.message.starts_with("The disk is full. The file could only be written where it stands"), "{error}");
        }
        // The user made some room and tries again, without a restart.
        try_once(Faulty::default()).unwrap();
        assert_eq!(fs::read(&path).unwrap(), new());
        assert_eq!(fs::read_dir(&pending).map_or(0, Iterator::count), 0);
    }
    assert!(half > 0);
}

#[test]
fn a_file_that_somebody_wrote_since_is_not_finished_but_told_of() {
    let scratch = Scratch::new("faults-since");
    let (folder, pending) = (scratch.join("plans"), scratch.join("state"));
    let path = folder.join("plan.moments");
    fs::create_dir(&folder).unwrap();
    let mut told = 0;
    for call in 1..80 {
        fs::write(&path, old()).unwrap();
        let disk = Faulty::at(call, Fault::Refuse(std::io::ErrorKind::Other), true).closed(&folder);
        let care = Care { pending: Some(&pending), ..Care::default() };
        let _failed = disk.on(|| save_with_care(&path, &new(), Base::Overwrite, care));
        fs::write(&path, "theirs").unwrap();
        for cut_off in finish_pending(&pending) {
            let CutOff::Open { path: of, content, kept } = cut_off else { panic!("their file was written over") };
            assert_eq!((of, content), (path.clone(), new()));
            momentboard::store::fs::discard(&kept).unwrap();
            told += 1;
        }
        assert_eq!(fs::read(&path).unwrap(), b"theirs");
    }
    assert!(told > 0);
}

#[test]
fn reading_gives_all_of_it_or_a_message() {
    let scratch = Scratch::new("faults-load");
    let path = scratch.put("plan.moments", old());
    at_every_call(
        |disk| disk.on(|| load(&path)),
        |outcome, at, fault, _| match outcome {
            Ok((bytes, stamp)) => assert!(bytes == old() && stamp == Stamp::of(&old()), "{at}"),
            Err(error) => {
                said(&error, at);
                assert_ne!(fault, Fault::Short, "{at}");
            }
        },
    );
}

#[test]
fn a_plan_is_opened_and_saved_or_it_is_said_why_not() {
    let scratch = Scratch::new("faults-plan");
    let path = scratch.join("plan.moments");
    let before = Campaign::new(IdSource::seeded(3).plan(), "Autumn");
    let after = Campaign { name: "Winter".to_owned(), ..before.clone() };
    let work = |disk: &Faulty| {
        let _ = fs::remove_file(&path);
        Faulty::default().on(|| save_plan(&path, &before, Base::New)).unwrap();
        disk.on(|| {
            let opened = open_plan(&path).map_err(|error| error.to_string())?;
            assert_eq!(opened.campaign, before);
            save_plan(&path, &after, Base::Loaded(opened.stamp)).map_err(|error| error.to_string())
        })
    };
    at_every_call(work, |outcome, at, _, _| {
        let there = open_plan(&path).unwrap_or_else(|error| panic!("{at}: {error}")).campaign;
        match outcome {
            Ok(_) => assert_eq!(there, after, "{at}"),
            Err(message) => {
                assert!(message.contains("plan.moments: ") && message.ends_with('.'), "{at}: {message}");
                assert!(there == before || there == after, "{at}");
            }
        }
        later(&path);
    });
}

#[test]
fn preferences_are_the_old_ones_or_the_new_ones() {
    let scratch = Scratch::new("faults-prefs");
    let path = scratch.join("config/preferences.ron");
    let (before, mut after) = (Prefs::default(), Prefs::default());
    after.author = "Lena".to_owned();
    let work = |disk: &Faulty| {
        Faulty::default().on(|| prefs::save(&path, &before)).unwrap();
        disk.on(|| prefs::save(&path, &after))
    };
    at_every_call(work, |outcome, at, _, _| {
        let there = prefs::load(&path).0;
        match outcome {
            Ok(()) => assert_eq!(there, after, "{at}"),
            Err(error) => {
                said(&error, at);
                assert!(there == before || there == after, "{at}");
            }
        }
        later(&path);
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "{at}");
    });
}

/// A frame of a journal, as far as this test needs one.
fn frame(number: u8) -> Vec<u8> {
    [&[0xff, number][..], &[number; 300], &[0xee]].concat()
}

/// The whole frames at the beginning.
fn frames(bytes: &[u8]) -> Vec<u8> {
    let whole = bytes.chunks(303).zip(0_u8..).take_while(|(found, number)| *found == frame(*number));
    whole.map(|(_, number)| number).collect()
}

#[test]
fn what_a_journal_was_told_to_have_is_there() {
    let scratch = Scratch::new("faults-append");
    let path = scratch.join("session.journal");
    let work = |disk: &Faulty| {
        let _ = fs::remove_file(&path);
        let mut sure = 0;
        disk.on(|| {
            let Ok(mut file) = append(&path) else { return };
            for _ in 0..4 {
                // Whoever keeps a journal tries again with the next edit.
                if file.write(&frame(sure)).is_ok() {
                    if file.sync().is_err() {
                        return;
                    }
                    sure += 1;
                }
            }
        });
        sure
    };
    at_every_call(work, |sure, at, _, _| {
        let there = frames(&fs::read(&path).unwrap_or_default());
        assert!(there.len() >= usize::from(sure), "{at}: {sure} frames were sure, {} are there", there.len());
    });
}

#[test]
fn a_lock_is_held_by_one_or_there_are_none() {
    let scratch = Scratch::new("faults-lock");
    let path = scratch.join("locks/plan");
    fs::create_dir(scratch.join("locks")).unwrap();
    let work = |disk: &Faulty| {
        let ours = disk.on(|| lock(&path, b"window one"));
        let second = Faulty::default().on(|| lock(&path, b"window two"));
        (matches!(ours, Locked::Ours(_)), matches!(second, Locked::Ours(_)), ours, second)
    };
    at_every_call(work, |(first, second, ..), at, _, _| assert!(!(first && second), "{at}: both have it"));

    let Locked::Ours(ours) = lock(&path, b"window one") else { panic!("nobody else has it") };
    assert!(matches!(lock(&path, b"window two"), Locked::Theirs(note) if note == b"window one"));
    drop(ours);
    assert!(matches!(lock(&path, b"window two"), Locked::Ours(_)), "it goes with its holder");
}

#[test]
fn a_failing_save_is_tried_again_without_a_trace() {
    let scratch = Scratch::new("faults-retry");
    let path = scratch.put("plan.moments", old());
    let base = Base::Loaded(Stamp::of(&old()));
    let sound = Faulty::default();
    sound.on(|| save(&path, &new(), base)).unwrap();
    for call in 1..=sound.calls() {
        fs::write(&path, old()).unwrap();
        let disk = Faulty::at(call, Fault::Lost(std::io::ErrorKind::Other), false);
        if let Err(error) = disk.on(|| save(&path, &new(), base)) {
            assert_eq!(error.kind, FsErrorKind::Other);
            // Also where the new content had got there already.
            save(&path, &new(), base).unwrap();
        }
        assert_eq!(fs::read(&path).unwrap(), new());
        later(&path);
    }
    assert_eq!(scratch.names(), ["plan.moments"]);
}
