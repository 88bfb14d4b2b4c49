//! A failure at every single call that a recovery journal makes to the disk: what it said it had comes back, a failure is
//! said, and nothing piles up.
#![expect(clippy::disallowed_methods, reason = "the tests look at what the program left")]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use momentboard::model::{Campaign, IdSource};
use momentboard::store::home::Home;
use momentboard::store::journal::{Entry, Head, Writer, found, recover};
use momentboard::store::{Base, Stamp, save_plan};

use crate::faulty::{FAULTS, Faulty};
use crate::scratch::Scratch;

/// States of a plan, told apart by their names.
fn states() -> Vec<Entry> {
    let plan = Campaign::new(IdSource::seeded(3).plan(), "0");
    (0..6_u64)
        .map(|number| Entry {
            at: 1000 + i64::try_from(number).unwrap(),
            revision: number,
            depth: usize::try_from(number).unwrap(),
            label: format!("Step {number}"),
            campaign: Arc::new(Campaign { name: number.to_string(), ..plan.clone() }),
        })
        .collect()
}

/// A session that dies: edits, a save in between, and what it was told is sure.
fn session(home: &Home, states: &[Entry], file: &Path, third: &[u8]) -> u64 {
    let (plan, stamp) = (states[0].campaign.id, Stamp::of(&fs::read(file).unwrap()));
    let head = Head {
        plan,
        path: Some(file.to_owned()),
        stamp: Some(stamp),
        app: "0.1.0".into(),
        pid: 1,
        began: 1000,
        instead_of: None,
    };
    let mut sure = 0;
    let mut writer = None;
    for state in &states[1..] {
        // Whoever keeps a journal tries again with the next edit.
        if writer.is_none() {
            match Writer::begin(home, head.clone(), states[0].clone()) {
                Ok(begun) => writer = Some(begun),
                Err(error) => assert!(error.message.ends_with('.') && !error.hint.is_empty(), "{error:?}"),
            }
        }
        let Some(writer) = &mut writer else { continue };
        match writer.append(std::slice::from_ref(state)) {
            Ok(()) => sure = state.revision,
            Err(error) => assert!(error.message.ends_with('.') && !error.hint.is_empty(), "{error:?}"),
        }
        if state.revision == 3 && writer.revision() == 3 {
            fs::write(file, third).unwrap();
            let _offered_once_more = writer.saved(state, file, Stamp::of(third));
        }
    }
    sure
}

#[test]
fn whatever_fails_a_journal_gives_back_what_it_said_it_had() {
    let scratch = Scratch::new("faults-journal");
    let (home, file) = (Home::at(scratch.join("state")), scratch.join("plan.moments"));
    let states = states();
    let content = |at: usize| {
        save_plan(&file, &states[at].campaign, Base::Overwrite).unwrap();
        fs::read(&file).unwrap()
    };
    let (third, first) = (content(3), content(0));
    let journals = home.journals().join(states[0].campaign.id.to_string());
    let sound = Faulty::default();
    assert_eq!(sound.on(|| session(&home, &states, &file, &third)), 5);
    assert!(sound.calls() > 20);
    let mut came_back = 0;
    for (fault, lasts) in FAULTS {
        for call in 1..=sound.calls() {
            let at = format!("{fault:?} at call {call}, lasting: {lasts}");
            let _ = fs::remove_dir_all(&journals);
            fs::create_dir_all(&journals).unwrap();
            fs::write(&file, &first).unwrap();
            let sure = Faulty::at(call, fault, lasts).on(|| session(&home, &states, &file, &third));
            let all = Faulty::default().on(|| found(&home));
            let best = all.iter().map(|found| recover(&home, found).unwrap().last().name.parse::<u64>().unwrap()).max();
            let saved = if fs::read(&file).unwrap() == third { 3 } else { 0 };
            assert!(best.unwrap_or(0).max(saved) >= sure, "{at}: {sure} was sure, {best:?} came back");
            came_back += usize::from(best.is_some());
            let left = fs::read_dir(&journals).map_or(0, Iterator::count);
            assert!(left <= 2 * 5 + 2, "{at}: {left} files");
        }
    }
    assert!(came_back > 300, "{came_back}");
}
