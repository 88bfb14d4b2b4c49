//! A power cut at every point of a save, and at every point of what the next start does about it: all that may then be on the
//! disk is tried. Savers that are known to lose plans are found out by the same means.
#![expect(clippy::disallowed_methods, reason = "the tests lay out and look at what the program left")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use momentboard::store::fs::{Care, Disk, DiskFile, Open, append, finish_pending, save, save_with_care};
use momentboard::store::{Base, Stamp};

use crate::crash_states::{Files, Recorder, lay_out};
use crate::faulty::Faulty;
use crate::scratch::Scratch;

const OLD: &[u8] = b"the old plan, as the client saw it";
const NEW: &[u8] = b"the new plan, which is longer, as it should be sent";

/// What came of all states.
#[derive(Debug, Default, PartialEq, Eq)]
struct Verdict {
    states: usize,
    /// Neither the old plan nor the new one.
    lost: usize,
    /// Said to be saved, and old.
    stale: usize,
}

/// A folder for the plan and one for our state.
struct Place {
    scratch: Scratch,
    plan: PathBuf,
    pending: PathBuf,
}

impl Place {
    fn new(name: &str) -> Self {
        let scratch = Scratch::new(name);
        let (plan, pending) = (scratch.join("plans/plan.moments"), scratch.join("state/pending"));
        fs::create_dir_all(plan.parent().unwrap()).unwrap();
        fs::create_dir_all(&pending).unwrap();
        Self { scratch, plan, pending }
    }

    /// Judges every state that a cut during `save` leaves, after the next start.
    fn judge(&self, old: &[u8], new: &[u8], closed: bool, save: impl FnOnce(&Recorder)) -> Verdict {
        self.lay_out(old);
        let recorder = Recorder::new(self.scratch.path(), closed.then(|| self.plan.parent().unwrap()));
        recorder.on(|| save(&recorder));
        assert_eq!(fs::read(&self.plan).unwrap(), new, "without a cut it saves");
        let mut verdict = Verdict::default();
        for (files, told) in recorder.states() {
            verdict.states += 1;
            self.start_after(&files);
            match fs::read(&self.plan) {
                Ok(there) if there == new => {}
                Ok(there) if there == old && told > 0 => verdict.stale += 1,
                Ok(there) if there == old => {}
                _ => verdict.lost += 1,
            }
        }
        verdict
    }

    fn lay_out(&self, old: &[u8]) {
        lay_out(self.scratch.path(), &Files::from([(self.plan.clone(), old.to_vec())]));
    }

    fn start_after(&self, files: &Files) {
        lay_out(self.scratch.path(), files);
        let _told_elsewhere = Faulty::default().on(|| finish_pending(&self.pending));
    }

    fn save_in_place(&self, old: &[u8], new: &[u8]) {
        let care = Care { pending: Some(&self.pending), ..Care::default() };
        let written = save_with_care(&self.plan, new, Base::Loaded(Stamp::of(old)), care).unwrap();
        assert!(written.in_place);
    }
}

#[test]
fn a_save_survives_a_cut_at_every_point() {
    let place = Place::new("crash-save");
    let verdict = place.judge(OLD, NEW, false, |recorder| {
        save(&place.plan, NEW, Base::Loaded(Stamp::of(OLD))).unwrap();
        recorder.told();
    });
    assert!(verdict.states >= 6, "{verdict:?}");
    assert_eq!((verdict.lost, verdict.stale), (0, 0), "{verdict:?}");
}

#[test]
fn writing_in_place_survives_a_cut_at_every_point() {
    let place = Place::new("crash-place");
    for (old, new) in [(OLD, NEW), (NEW, OLD)] {
        let verdict = place.judge(old, new, true, |recorder| {
            place.save_in_place(old, new);
            recorder.told();
        });
        assert!(verdict.states >= 20, "{verdict:?}");
        assert_eq!((verdict.lost, verdict.stale), (0, 0), "{verdict:?}");
    }
}

#[test]
fn mending_survives_a_second_cut_at_every_point() {
    let place = Place::new("crash-twice");
    for (old, new) in [(OLD, NEW), (NEW, OLD)] {
        place.lay_out(old);
        let recorder = Recorder::new(place.scratch.path(), place.plan.parent());
        recorder.on(|| place.save_in_place(old, new));
        let mut mended = 0;
        for (files, _) in recorder.states() {
            if files.get(&place.plan).is_some_and(|there| there == old || there == new) {
                continue;
            }
            lay_out(place.scratch.path(), &files);
            let again = Recorder::new(place.scratch.path(), None);
            let _told_elsewhere = again.on(|| finish_pending(&place.pending));
            for (files, _) in again.states() {
                place.start_after(&files);
                let there = fs::read(&place.plan).unwrap();
                assert!(there == old || there == new, "{}", String::from_utf8_lossy(&there));
                mended += 1;
            }
        }
        assert!(mended > 20, "{mended}");
    }
}

#[test]
fn a_journal_keeps_what_it_said_it_had() {
    let place = Place::new("crash-journal");
    let path = place.scratch.join("state/session.journal");
    let frames: [&[u8]; 3] = [b"[first edit]", b"[second edit]", b"[third edit]"];
    lay_out(place.scratch.path(), &Files::new());
    let recorder = Recorder::new(place.scratch.path(), None);
    recorder.on(|| {
        let mut file = append(&path).unwrap();
        for frame in frames {
            file.write(frame).unwrap();
            file.sync().unwrap();
            recorder.told();
        }
    });
    let states = recorder.states();
    assert!(states.len() > 6);
    for (files, told) in states {
        let there = files.get(&path).cloned().unwrap_or_default();
        assert!(there.starts_with(&frames[..told].concat()), "{told} edits were sure");
    }
}

/// The file at a path, opened as a saver would that does not know better.
fn opened(recorder: &Recorder, path: &Path, how: Open) -> Box<dyn DiskFile> {
    recorder.open(path, how).unwrap()
}

/// A way to save that is known to lose plans.
type Saver = fn(&Recorder, &Path);

fn beside(path: &Path) -> PathBuf {
    path.with_extension("new")
}

fn write_beside(recorder: &Recorder, path: &Path, flush: bool) {
    let mut file = opened(recorder, &beside(path), Open::New { private: false });
    file.write_all(NEW).unwrap();
    if flush {
        file.sync_all().unwrap();
    }
}

fn over(recorder: &Recorder, path: &Path, flush: bool) {
    let mut file = opened(recorder, path, Open::InPlace);
    file.set_len(0).unwrap();
    file.write_all(NEW).unwrap();
    if flush {
        file.sync_all().unwrap();
    }
}

#[test]
fn savers_that_lose_plans_are_found_out() {
    let bad: [(&str, Saver); 6] = [
        ("write over it", |recorder, path| over(recorder, path, false)),
        ("write over it and flush", |recorder, path| over(recorder, path, true)),
        ("delete, then rename", |recorder, path| {
            write_beside(recorder, path, true);
            recorder.remove_file(path).unwrap();
            recorder.rename(&beside(path), path).unwrap();
            recorder.sync_folder(path.parent().unwrap()).unwrap();
        }),
        ("rename without a flush", |recorder, path| {
            write_beside(recorder, path, false);
            recorder.rename(&beside(path), path).unwrap();
        }),
        ("flush only the folder", |recorder, path| {
            write_beside(recorder, path, false);
            recorder.rename(&beside(path), path).unwrap();
            recorder.sync_folder(path.parent().unwrap()).unwrap();
        }),
        ("move the old one away first", |recorder, path| {
            write_beside(recorder, path, true);
            recorder.rename(path, &path.with_extension("bak")).unwrap();
            recorder.rename(&beside(path), path).unwrap();
            recorder.sync_folder(path.parent().unwrap()).unwrap();
        }),
    ];
    let place = Place::new("crash-bad");
    for (name, saver) in bad {
        let verdict = place.judge(OLD, NEW, false, |recorder| {
            saver(recorder, &place.plan);
            recorder.told();
        });
        assert!(verdict.lost > 0, "{name}: {verdict:?}");
    }
    // Loses nothing, but says "saved" too early.
    let verdict = place.judge(OLD, NEW, false, |recorder| {
        write_beside(recorder, &place.plan, true);
        recorder.rename(&beside(&place.plan), &place.plan).unwrap();
        recorder.told();
    });
    assert!(verdict.lost == 0 && verdict.stale > 0, "{verdict:?}");
}
