//! Long random sessions: saved and loaded, taken back and done again, killed at any moment and recovered.
//!
//! Two thousand edits here; `MOMENTBOARD_EDITS=100000 cargo test --test it -- journal_long` does as many as it says.
#![expect(clippy::disallowed_methods, reason = "the tests play the crash")]

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use momentboard::edit::{Document, Edit, MergeKey, MomentChange, Step};
use momentboard::model::{Campaign, IdSource};
use momentboard::store::format::without_unused_pictures;
use momentboard::store::home::Home;
use momentboard::store::journal::{found, recover};
use momentboard::store::{read, write};

use crate::history::draw;
use crate::journal::{Session, entry, files};
use crate::plans::{Dice, random_plan};
use crate::scratch::Scratch;

/// Edits of one session; many sessions make up what is asked for.
const SESSION: usize = 500;

fn edits_asked_for() -> usize {
    std::env::var("MOMENTBOARD_EDITS").ok().and_then(|count| count.parse().ok()).unwrap_or(2000)
}

/// Does something to the document: mostly an edit, sometimes typing, undo or redo. Says whether anything changed.
fn act(doc: &mut Document, dice: &mut Dice, ids: &mut IdSource) -> bool {
    match dice.below(20) {
        0 | 1 => doc.undo().is_some(),
        2 => doc.redo().is_some(),
        3 | 4 => {
            let first = doc.campaign().lanes.iter().find_map(|lane| lane.moments.first()).map(|moment| moment.id);
            let Some(id) = first else { return false };
            let edit = Edit::SetMoment { id, change: MomentChange::Hook(Some(format!("“{}\n", dice.below(1_000_000)))) };
            doc.edit(Step::typing("Typing", edit, MergeKey::Moment(id, "hook")), Duration::ZERO)
                .is_ok_and(|edited| edited.changed)
        }
        _ => {
            // What takes lanes away comes rarely, or soon there would be nothing left to work on.
            let name = Edit::NAMES[dice.below(Edit::NAMES.len())];
            if name.starts_with("Remove") && dice.chance(70) {
                return false;
            }
            let Some(edit) = draw(name, doc.campaign(), ids) else { return false };
            doc.edit(Step::new(name, vec![edit]), Duration::ZERO).is_ok_and(|edited| edited.changed)
        }
    }
}

/// What is in a file after a save is what was in memory.
fn saves(plan: &Campaign) {
    let bytes = write(plan).unwrap();
    let again = read(&bytes).unwrap().campaign;
    assert_eq!(again, without_unused_pictures(plan));
    assert_eq!(write(&again).unwrap(), bytes);
}

/// Undone and done again, step by step, the same states come by.
fn goes_back_and_forth(doc: &Document) {
    let mut doc = doc.clone();
    let mut states = vec![Arc::clone(doc.campaign())];
    while doc.undo().is_some() {
        states.push(Arc::clone(doc.campaign()));
    }
    while let Some(state) = states.pop() {
        assert_eq!(*doc.campaign(), state);
        if doc.redo().is_none() {
            break;
        }
    }
    // What had been undone before is done as well; the last state of the session is on the way.
    assert!(states.is_empty());
}

/// The program is killed now, perhaps in the middle of a write of `written` bytes: what was there before comes back, with the
/// way to it. `recent` are the states before that write and those in it.
fn is_killed(home: &Home, doc: &Document, recent: &[Arc<Campaign>], written: u64, dice: &mut Dice) {
    let live = files(home).remove(0);
    let mut bytes = fs::read(&live).unwrap();
    let torn = written > 0 && dice.chance(50);
    if torn {
        bytes.truncate(bytes.len() - 1 - dice.below(written as usize));
    }
    if dice.chance(30) {
        bytes.extend((0..dice.below(100)).map(|at| at as u8));
    }
    let copy = live.with_file_name("zz.jrn");
    fs::write(&copy, bytes).unwrap();
    let all = found(home);
    match all.as_slice() {
        // What was undone altogether needs no recovery.
        [] => assert!(!doc.is_dirty() || torn, "nothing was found"),
        [one] => {
            let recovered = recover(home, one).unwrap();
            if torn {
                assert!(recent.contains(recovered.last()), "a state that was there");
            } else {
                assert_eq!(recovered.last(), doc.campaign());
            }
            assert_eq!(recovered.lost_pictures, 0);
            let mut back = Document::recovered(Arc::clone(&recovered.base), recovered.steps);
            let last = Arc::clone(back.campaign());
            while back.undo().is_some() {}
            assert_eq!((*back.campaign() == recovered.base, back.is_dirty()), (true, false));
            while back.redo().is_some() {}
            assert_eq!(*back.campaign(), last);
            if !torn {
                // As far as it was written down, the way back is the one of the session.
                let mut doc = doc.clone();
                while doc.undo().is_some() && back.undo().is_some() {
                    assert_eq!(back.campaign(), doc.campaign());
                }
            }
        }
        more => panic!("{more:?}"),
    }
    fs::remove_file(&copy).unwrap();
}

#[test]
fn whatever_is_done_comes_back() {
    let all = edits_asked_for();
    let (mut done, mut kills, mut seed) = (0, 0, 0);
    while done < all {
        seed += 1;
        let scratch = Scratch::new(&format!("journal-random-{seed}"));
        let home = Home::at(scratch.join("state"));
        let (mut dice, mut ids) = (Dice::new(seed), IdSource::seeded(seed));
        let mut session = Session::begin(&home, random_plan(seed));
        let mut recent = vec![Arc::clone(session.doc.campaign())];
        let (mut of_session, mut waiting) = (0, Vec::new());
        while of_session < SESSION && done < all {
            if !act(&mut session.doc, &mut dice, &mut ids) {
                continue;
            }
            (of_session, done) = (of_session + 1, done + 1);
            waiting.push(entry(&session.doc, i64::try_from(of_session).unwrap()));
            recent.push(Arc::clone(session.doc.campaign()));
            if dice.chance(80) && of_session < SESSION {
                continue;
            }
            let length = session.writer.length();
            session.writer.append(&waiting).unwrap();
            waiting.clear();
            if dice.chance(15) {
                let written = session.writer.length().saturating_sub(length);
                is_killed(&home, &session.doc, &recent, written, &mut dice);
                kills += 1;
            }
            if dice.chance(10) {
                saves(session.doc.campaign());
            }
            recent = vec![Arc::clone(session.doc.campaign())];
        }
        goes_back_and_forth(&session.doc);
        saves(session.doc.campaign());
    }
    assert!(kills >= 50.min(all / 50), "{kills} kills");
    println!("{done} edits in {seed} sessions, killed {kills} times");
}
