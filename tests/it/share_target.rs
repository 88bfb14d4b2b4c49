//! Where a shared file cannot be written: one message in words, what was there stays as it was, and nothing is left beside it.

#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::fs;
use std::path::Path;

use crate::scratch::Scratch;
use crate::terminal_run::{args, demo_file, run};

fn read_only(path: &Path, on: bool) {
    let mut permissions = fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(on);
    fs::set_permissions(path, permissions).unwrap();
}

#[test]
fn a_folder_is_answered_with_the_name_of_a_file_in_it() {
    let folder = Scratch::new("target-folder");
    let plan = demo_file(&folder, "long-way-round.moments");
    fs::create_dir(folder.join("out")).unwrap();
    fs::create_dir(folder.join("deck.pdf")).unwrap();
    for name in ["out", "deck.pdf"] {
        for force in [false, true] {
            let mut words = args!["export", &plan, "-o", folder.join(name)].to_vec();
            words.extend(force.then(|| "--force".into()));
            let said = run(&words);
            assert_eq!(said.code, 2, "{name}: {}", said.err);
            assert!(said.err.contains("This is a folder, not a file."), "{}", said.err);
            assert!(said.err.contains("Name the file to write in it, such as"), "{}", said.err);
            assert!(said.err.contains("long-way-round.pdf") && !said.err.contains("holds a plan"), "{}", said.err);
        }
    }
    assert!(fs::read_dir(folder.join("out")).unwrap().next().is_none());
}

#[test]
fn a_file_that_is_read_only_stays_and_nothing_is_left_beside_it() {
    let folder = Scratch::new("target-read-only");
    let plan = demo_file(&folder, "long-way-round.moments");
    let out = folder.join("deck.md");
    fs::write(&out, "mine").unwrap();
    let said = run(args!["export", &plan, "-o", &out]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("exists already") && said.err.contains("--force"), "{}", said.err);
    read_only(&out, true);
    let before = folder.names();
    let said = run(args!["export", &plan, "-o", &out, "--force"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("The file is marked read-only."), "{}", said.err);
    assert_eq!(fs::read_to_string(&out).unwrap(), "mine");
    assert_eq!(folder.names(), before);
    read_only(&out, false);
    assert_eq!(run(args!["export", &plan, "-o", &out, "--force"]).code, 0);
    assert!(fs::read_to_string(&out).unwrap().len() > 100);
    assert_eq!(folder.names(), before);
}

#[test]
fn what_a_run_that_was_cut_off_left_is_taken_away_once_it_is_old() {
    let folder = Scratch::new("target-leftover");
    let plan = demo_file(&folder, "long-way-round.moments");
    let out = folder.join("deck.md");
    // A run leaves a file of this form when the computer goes off while it writes; found by doing it once.
    let old = folder.join(&format!(".~deck.md.{}.tmp", "0123456789abcdef".repeat(2)));
    fs::write(&old, "half").unwrap();
    assert_eq!(run(args!["export", &plan, "-o", &out]).code, 0);
    assert!(old.exists(), "it may belong to a run that is under way");
    let yesterday = std::time::SystemTime::now() - std::time::Duration::from_hours(24);
    fs::File::options().write(true).open(&old).unwrap().set_modified(yesterday).unwrap();
    assert_eq!(run(args!["export", &plan, "-o", &out, "--force"]).code, 0);
    assert!(!old.exists());
}

#[cfg(feature = "gui")]
mod window {
    use egui::accesskit::Role;
    use egui::{Key, Modifiers};
    use egui_kittest::kittest::Queryable;

    use super::*;
    use crate::app_window::*;

    #[test]
    fn the_dialog_stays_after_one_message() {
        let folder = Scratch::new("target-window");
        let out = folder.join("deck.html");
        fs::write(&out, "mine").unwrap();
        read_only(&out, true);
        let before = folder.names();
        let mut window = window();
        press(&mut window, Modifiers::COMMAND, Key::E);
        window.get_by_role_and_label(Role::RadioButton, "HTML").click();
        window.run();
        click(&mut window, "Export HTML");
        type_path(&mut window, &out);
        window.get_by_role_and_label(Role::Dialog, "The file was not written");
        window.get_by_label_contains("The file is marked read-only.");
        press(&mut window, Modifiers::NONE, Key::Enter);
        window.get_by_role_and_label(Role::Dialog, "Share this storyboard");
        assert_eq!(fs::read_to_string(&out).unwrap(), "mine");
        assert_eq!(folder.names(), before);
        read_only(&out, false);
    }
}
