//! A damaged plan in the window and in the terminal: what can be read of it is offered.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use momentboard::store::open_plan;

use crate::app_window::*;
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
