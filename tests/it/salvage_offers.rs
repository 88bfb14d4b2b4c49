//! A damaged plan in the window and in the terminal: its earlier versions are offered, and what can be read of it.

#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::path::Path;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use momentboard::app::Rim;
use momentboard::model::{Campaign, PlanId};
use momentboard::store::fs::{Base, Care, finish_pending, save_with_care};
use momentboard::store::history::{self, Facts};
use momentboard::store::home::Home;
use momentboard::store::open_plan;
use momentboard::ui::view::SaveState;

use crate::app_window::*;
use crate::faulty::{Fault, Faulty};
use crate::scratch::Scratch;
use crate::terminal_run::run;

const SMALL: &str = include_str!("../fixtures/format/v1/small.moments");

fn damaged() -> String {
    SMALL.replacen("kind: announcement", "kind: anouncement", 1).replacen(
        "title: \"The Fjell 2 after",
        "title \"The Fjell 2 after",
        1,
    )
}

fn opened_at(path: &std::path::Path) -> Window {
    let mut window = window_on(momentboard::model::Campaign::new(momentboard::model::PlanId::default(), "Mine"));
    drop_file(&mut window, path);
    window.run();
    window
}

#[test]
fn the_window_offers_what_can_be_read_and_leaves_the_file_alone() {
    let scratch = Scratch::new("salvage-window");
    let path = scratch.put("plan.moments", damaged());
    let mut window = opened_at(&path);
    window.get_by_role_and_label(Role::Dialog, "The plan could not be opened");
    window.get_by_label("What can still be read opens as a new plan. The file stays as it is.");
    window.get_by_role_and_label(Role::Button, "Read what can be read").click();
    window.run();
    window.get_by_role_and_label(Role::Dialog, "What could be read");
    let read = window.state().document().campaign();
    assert_eq!(read.name, open_plan(&scratch.put("sound.moments", SMALL)).unwrap().campaign.name);
    assert_eq!(read.moment_count() + read.ideas.len(), 3);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), damaged());

    // So it does where only the name of the format is damaged.
    let head = scratch.put("head.moments", SMALL.replacen("\"momentboard\"", "\"momentbo!rd\"", 1));
    opened_at(&head).get_by_role_and_label(Role::Button, "Read what can be read");

    // Leaving it changes nothing.
    let mut window = opened_at(&path);
    window.get_by_role_and_label(Role::Button, "Cancel").click();
    window.run();
    assert_eq!(window.state().document().campaign().name, "Mine");
    // What never was a plan has nothing to offer.
    let window = opened_at(&scratch.put("letter.moments", "Dear all"));
    assert!(window.query_by_role_and_label(Role::Button, "Read what can be read").is_none());
}

#[test]
fn earlier_versions_come_first_and_only_what_helps_is_offered() {
    let scratch = Scratch::new("salvage-versions");
    let home = Home::at(scratch.join("state"));
    let opened_at = |path: &Path| {
        let rim = Rim { home: Some(home.clone()), ..rim() };
        let mut window = window_in(rim, Campaign::new(PlanId::default(), "Mine"));
        drop_file(&mut window, path);
        window.run();
        window
    };
    let offered = |window: &Window| {
        let shown = |name: &str| window.query_by_role_and_label(Role::Button, name).is_some();
        ["Versions…", "Read what can be read"].map(shown)
    };
    let path = scratch.put("plan.moments", SMALL);
    let whole = open_plan(&path).unwrap().campaign;
    // Nothing is kept and nothing can be read: then that is said, and nothing is offered.
    let zeros = vec![0; 4096];
    std::fs::write(&path, &zeros).unwrap();
    let window = opened_at(&path);
    assert_eq!(offered(&window), [false, false]);
    assert!(has(&window, "Nothing of it can be read, and no earlier version of it is kept on this computer."));
    // Of a damaged file with no versions, what can be read.
    std::fs::write(&path, damaged()).unwrap();
    assert_eq!(offered(&opened_at(&path)), [false, true]);

    let facts = Facts { at: 1_800_000_000, path: Some(path.display().to_string()), ..Facts::default() };
    history::keep(&home, whole.id, SMALL.as_bytes(), facts).unwrap();
    // By its id, wherever the file stands; by its place, where the id is gone; empty, zeros or another program's alike.
    let elsewhere = scratch.put("elsewhere.moments", damaged());
    assert_eq!(offered(&opened_at(&elsewhere)), [true, true]);
    for content in [&zeros[..], b"", b"Dear all"] {
        std::fs::write(&path, content).unwrap();
        assert_eq!(offered(&opened_at(&path)), [true, false], "{content:?}");
        assert_eq!(offered(&opened_at(&scratch.put("other.moments", content))), [false, false]);
    }

    // One is looked at beside what can be read, and opened in the place of the file, which stays.
    let mut window = opened_at(&elsewhere);
    click(&mut window, "Versions…");
    window.get_by_role_and_label(Role::Dialog, "Versions");
    assert!(has(&window, "What can be read") && window.query_by_role_and_label(Role::Button, "Restore").is_none());
    click(&mut window, "Open this version");
    window.run();
    assert!(**window.state().document().campaign() == whole, "it is the plan that it was, its versions with it");
    assert_eq!(window.state().save_state(), SaveState::NotSavedYet);
    assert_eq!(std::fs::read_to_string(&elsewhere).unwrap(), damaged());
    // Where nothing can be read there is nothing to compare it with, and it opens all the same.
    let mut window = opened_at(&path);
    click(&mut window, "Versions…");
    assert!(has(&window, "Nothing of the damaged file can be read to compare this version with. It can be opened as it is."));
    click(&mut window, "Open this version");
    window.run();
    assert!(**window.state().document().campaign() == whole);
}

#[test]
fn what_a_save_that_was_cut_off_was_to_write_is_a_version() {
    let scratch = Scratch::new("salvage-cut-off");
    let home = Home::at(scratch.join("state"));
    let folder = scratch.join("plans");
    std::fs::create_dir(&folder).unwrap();
    let path = folder.join("plan.moments");
    let new = SMALL.replace("Why I said yes", "Why I almost said no");
    let theirs = SMALL.replace("Why I said yes", "What they wrote");
    for call in 1.. {
        std::fs::write(&path, SMALL).unwrap();
        let disk = Faulty::at(call, Fault::Refuse(std::io::ErrorKind::Other), true).closed(&folder);
        let pending = home.pending();
        let care = Care { pending: Some(&pending), ..Care::default() };
        let _failed = disk.on(|| save_with_care(&path, new.as_bytes(), Base::Overwrite, care));
        std::fs::write(&path, &theirs).unwrap();
        if !finish_pending(&pending).is_empty() {
            break;
        }
    }
    let rim = Rim { home: Some(home.clone()), ..rim() };
    let mut window = window_in(rim, Campaign::new(PlanId::default(), "Mine"));
    drop_file(&mut window, &path);
    window.run();
    assert!(has(
        &window,
        "A save of this plan was cut off, and the file was written since. What was being saved is in the menu, under Versions."
    ));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), theirs);
    let id = window.state().document().campaign().id;
    let kept = history::list(&home, id).unwrap();
    assert_eq!(kept.len(), 1);
    let version = history::open(&home, id, &kept[0].id).unwrap().campaign;
    assert!(version.lanes.iter().flat_map(|lane| &lane.moments).any(|moment| moment.title == "Why I almost said no"));
    // It is said once.
    assert_eq!(std::fs::read_dir(home.pending()).unwrap().count(), 0);
}

#[test]
fn the_terminal_writes_what_can_be_read_and_lists_what_is_missing() {
    let scratch = Scratch::new("salvage-terminal");
    let (path, out) = (scratch.put("plan.moments", damaged()), scratch.join("out.moments"));
    let check = |path: &std::path::Path| run(&["check".as_ref(), "--salvage".as_ref(), out.as_os_str(), path.as_os_str()]);
    let said = check(&path);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.err.contains("plan.moments:"), "{}", said.err);
    assert!(said.out.contains("The card “Why I said yes” was read without kind. (line 51)"), "{}", said.out);
    assert!(said.out.contains("kilometres – Größe 44” was put together again. (line 63)"), "{}", said.out);
    assert!(said.out.contains("What could be read was written to"), "{}", said.out);
    assert!(open_plan(&out).is_ok());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), damaged());
    // What is there already is never written over.
    assert_eq!(check(&path).code, 2);
    let whole = scratch.put("whole.moments", SMALL);
    let other = scratch.join("other.moments");
    let said = run(&["check".as_ref(), "--salvage".as_ref(), other.as_os_str(), whole.as_os_str()]);
    assert!(said.err.contains("The file can be read as it is, so nothing was written."), "{}", said.err);
    assert!(!other.exists());
    let said = run(&["check".as_ref(), "--salvage".as_ref(), other.as_os_str(), whole.as_os_str(), path.as_os_str()]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("With --salvage, name one plan."), "{}", said.err);
    // Nobody here can say that a plan is sound that needs a newer program: one sentence says what it needs.
    let newer = scratch.put("newer.moments", SMALL.replacen("min_reader: 1", "min_reader: 99", 1));
    let said = run(&["check".as_ref(), "--salvage".as_ref(), other.as_os_str(), newer.as_os_str()]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("This plan needs ") && !said.err.contains("can be read as it is"), "{}", said.err);
}
