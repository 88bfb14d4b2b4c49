//! The door to the disk: what a save leaves behind when any step of it fails, and what is never opened.
#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::fs;
use std::io::{Error, ErrorKind};
use std::path::Path;
use std::time::{Duration, SystemTime};

use momentboard::model::{Campaign, IdSource};
use momentboard::store::fs::{Step, load, remove_leftovers, save, save_with};
use momentboard::store::{Base, FsErrorKind, Stamp, find_plans, open_plan, save_plan};

use crate::scratch::Scratch;

const SMALL: &str = include_str!("../fixtures/small.moments");

/// More than one part, so that a failure in the middle of writing is among the steps.
fn content(letter: u8) -> Vec<u8> {
    vec![letter; 200_000]
}

/// All steps of a save, in order.
fn steps(path: &Path, base: Base) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut note = |step| {
        steps.push(step);
        Ok(())
    };
    save_with(path, &content(b'b'), base, &mut note).unwrap();
    steps
}

#[test]
fn whatever_step_fails_the_file_is_old_or_new_and_nothing_is_left() {
    let scratch = Scratch::new("steps");
    let path = scratch.join("plan.moments");
    fs::write(&path, content(b'a')).unwrap();
    let all = steps(&path, Base::Overwrite);
    assert_eq!(all.iter().filter(|&&step| step == Step::Write).count(), 4);
    let renamed = all.iter().position(|&step| step == Step::Rename).unwrap();

    for kind in [ErrorKind::StorageFull, ErrorKind::PermissionDenied, ErrorKind::ReadOnlyFilesystem, ErrorKind::Other] {
        for (at, step) in all.iter().enumerate() {
            for existed in [true, false] {
                let _ = fs::remove_file(&path);
                let base = if existed {
                    fs::write(&path, content(b'a')).unwrap();
                    Base::Loaded(Stamp::of(&content(b'a')))
                } else {
                    Base::New
                };
                let mut done = 0;
                let mut fail = |_| {
                    done += 1;
                    if done > at { Err(Error::from(kind)) } else { Ok(()) }
                };
                let error = save_with(&path, &content(b'b'), base, &mut fail).unwrap_err();
                let expected = match kind {
                    ErrorKind::StorageFull => FsErrorKind::Full,
                    ErrorKind::Other => FsErrorKind::Other,
                    _ => FsErrorKind::Denied,
                };
                assert_eq!(error.kind, expected);
                assert!(!error.message.is_empty() && !error.hint.is_empty());
                let found = fs::read(&path).ok();
                if at > renamed {
                    assert_eq!(found, Some(content(b'b')), "{step:?}");
                } else {
                    assert_eq!(found, existed.then(|| content(b'a')), "{step:?}");
                }
                assert!(scratch.names().iter().all(|name| name == "plan.moments"), "{step:?}: {:?}", scratch.names());
            }
        }
    }
}

#[test]
fn a_panic_in_the_middle_leaves_nothing_either() {
    let scratch = Scratch::new("panic");
    let path = scratch.join("plan.moments");
    fs::write(&path, "old").unwrap();
    let outcome = std::panic::catch_unwind(|| {
        let mut fail = |step| if step == Step::Sync { panic!("pulled the plug") } else { Ok(()) };
        save_with(&path, b"new", Base::Overwrite, &mut fail)
    });
    assert!(outcome.is_err());
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(scratch.names(), ["plan.moments"]);
}

/// Saves "new" over "old" while somebody does something before one step.
fn meanwhile(scratch: &Scratch, when: Step, mut what: impl FnMut(&Path)) -> Result<Stamp, momentboard::store::FsError> {
    let path = scratch.join("plan.moments");
    fs::write(&path, "old").unwrap();
    let mut interfere = |step| {
        if step == when {
            what(&path);
        }
        Ok(())
    };
    save_with(&path, b"new", Base::Loaded(Stamp::of(b"old")), &mut interfere)
}

#[test]
fn what_somebody_else_wrote_is_never_overwritten() {
    let scratch = Scratch::new("others");
    for when in [Step::Find, Step::Compare, Step::Create, Step::Write, Step::Sync, Step::ReadBack, Step::CompareAgain] {
        let error = meanwhile(&scratch, when, |path| fs::write(path, "theirs").unwrap()).unwrap_err();
        assert_eq!(error.kind, FsErrorKind::ChangedOnDisk, "{when:?}");
        assert_eq!(fs::read(scratch.join("plan.moments")).unwrap(), b"theirs");
        assert_eq!(scratch.names(), ["plan.moments"]);

        let error = meanwhile(&scratch, when, |path| fs::remove_file(path).unwrap()).unwrap_err();
        assert_eq!(error.kind, FsErrorKind::Gone, "{when:?}");
        assert_eq!(scratch.names(), [""; 0]);
    }
    let path = scratch.join("plan.moments");
    let mut appear = |step| if step == Step::CompareAgain { fs::write(&path, "theirs") } else { Ok(()) };
    assert_eq!(save_with(&path, b"new", Base::New, &mut appear).unwrap_err().kind, FsErrorKind::Exists);
    assert_eq!(fs::read(&path).unwrap(), b"theirs");
}

#[test]
fn a_disk_that_garbles_is_found_out() {
    let scratch = Scratch::new("garble");
    let spoil = |path: &Path| {
        let temp = fs::read_dir(path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
        let temp = temp.filter(|path| path.extension().is_some_and(|ending| ending == "tmp")).last().unwrap();
        fs::write(temp, "nEw").unwrap();
    };
    let error = meanwhile(&scratch, Step::ReadBack, spoil).unwrap_err();
    assert_eq!(error.kind, FsErrorKind::Garbled);
    assert_eq!(fs::read(scratch.join("plan.moments")).unwrap(), b"old");
    assert_eq!(scratch.names(), ["plan.moments"]);
    let error = meanwhile(&scratch, Step::Verify, |path| fs::write(path, "nEw").unwrap()).unwrap_err();
    assert_eq!(error.kind, FsErrorKind::Garbled);
}

#[test]
fn saving_knows_what_it_replaces() {
    let scratch = Scratch::new("base");
    let path = scratch.join("plan.moments");
    let first = save(&path, b"one", Base::New).unwrap();
    assert_eq!(save(&path, b"two", Base::New).unwrap_err().kind, FsErrorKind::Exists);
    assert_eq!(fs::read(&path).unwrap(), b"one");
    let second = save(&path, b"two", Base::Loaded(first)).unwrap();
    assert_eq!(load(&path).unwrap(), (b"two".to_vec(), second));
    assert_eq!(save(&path, b"three", Base::Loaded(first)).unwrap_err().kind, FsErrorKind::ChangedOnDisk);
    save(&path, b"three", Base::Overwrite).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"three");
    assert_eq!(scratch.names(), ["plan.moments"]);
}

#[test]
fn odd_targets_are_refused_in_words() {
    let scratch = Scratch::new("odd");
    let kind = |path: &Path| save(path, b"new", Base::Overwrite).unwrap_err();
    assert_eq!(kind(scratch.path()).to_string(), "This is a folder, not a file.");
    assert_eq!(load(scratch.path()).unwrap_err().to_string(), "This is a folder, not a file.");
    assert_eq!(load(&scratch.join("none")).unwrap_err().to_string(), "There is no such file.");
    assert_eq!(kind(&scratch.join("no/plan")).to_string(), "The folder it belongs in does not exist.");
    assert_eq!(kind(&scratch.join("..")).kind, FsErrorKind::NotAFile);
    let longest = "n".repeat(255);
    save(&scratch.join(&longest), b"new", Base::New).unwrap();
    assert!(load(&scratch.join(&format!("{longest}n"))).is_err());
    let locked = scratch.join("locked");
    fs::write(&locked, "old").unwrap();
    let mut mode = fs::metadata(&locked).unwrap().permissions();
    mode.set_readonly(true);
    fs::set_permissions(&locked, mode.clone()).unwrap();
    assert_eq!(kind(&locked).to_string(), "The file is marked read-only.");
    assert_eq!(fs::read(&locked).unwrap(), b"old");
    #[expect(clippy::permissions_set_readonly_false, reason = "so that the folder can be removed everywhere")]
    mode.set_readonly(false);
    fs::set_permissions(&locked, mode).unwrap();
}

#[cfg(unix)]
#[test]
fn links_and_permissions_survive_and_devices_are_never_opened() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::os::unix::net::UnixListener;

    let scratch = Scratch::new("unix");
    let (real, link) = (scratch.join("real.moments"), scratch.join("link.moments"));
    fs::write(&real, "old").unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.moments", &link).unwrap();
    save(&link, b"new", Base::Overwrite).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read(&real).unwrap(), b"new");
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(scratch.names(), ["link.moments", "real.moments"]);

    symlink("nowhere", scratch.join("dead")).unwrap();
    assert_eq!(load(&scratch.join("dead")).unwrap_err().to_string(), "This is a link that leads nowhere.");
    assert_eq!(save(&scratch.join("dead"), b"", Base::New).unwrap_err().to_string(), "This is a link that leads nowhere.");

    let socket = scratch.join("socket");
    let _listener = UnixListener::bind(&socket).unwrap();
    for odd in [socket.as_path(), Path::new("/dev/zero")] {
        assert_eq!(load(odd).unwrap_err().to_string(), "This is not an ordinary file.");
        assert_eq!(save(odd, b"new", Base::Overwrite).unwrap_err().kind, FsErrorKind::NotAFile);
    }
}

#[test]
fn only_old_leftovers_of_this_plan_are_cleared_away() {
    let scratch = Scratch::new("leftovers");
    let path = scratch.join("plan.moments");
    fs::write(&path, "old").unwrap();
    let random = "0123456789abcdef0123456789abcdef";
    let keep = [format!(".~plan.moments.{random}"), ".~plan.moments.x.tmp".to_owned(), format!(".~other.moments.{random}.tmp")];
    for name in keep.iter().chain([&format!(".~plan.moments.{random}.tmp")]) {
        fs::write(scratch.join(name), "half").unwrap();
    }
    let written = fs::metadata(&path).unwrap().modified().unwrap();
    assert_eq!(remove_leftovers(&path, written - Duration::from_hours(1)), 0);
    assert_eq!(remove_leftovers(&path, written + Duration::from_secs(5)), 0, "somebody may just have made it");
    let held = fs::File::open(scratch.join(&format!(".~plan.moments.{random}.tmp"))).unwrap();
    held.lock().unwrap();
    assert_eq!(remove_leftovers(&path, written + Duration::from_hours(1)), 0, "somebody is still writing it");
    drop(held);
    assert_eq!(remove_leftovers(&path, written + Duration::from_secs(15)), 1);
    assert_eq!(scratch.names().len(), 1 + keep.len());
    assert_eq!(remove_leftovers(&scratch.join("no/plan"), SystemTime::UNIX_EPOCH), 0);
}

#[test]
fn a_plan_is_saved_opened_and_guarded() {
    let scratch = Scratch::new("plan");
    let path = scratch.join("plan.moments");
    let mut plan = Campaign::new(IdSource::seeded(3).plan(), "Autumn");
    let saved = save_plan(&path, &plan, Base::New).unwrap();
    let opened = open_plan(&path).unwrap();
    assert_eq!((opened.campaign, opened.stamp), (plan.clone(), saved.stamp));

    plan.name = "Winter".to_owned();
    fs::write(&path, SMALL).unwrap();
    let error = save_plan(&path, &plan, Base::Loaded(saved.stamp)).unwrap_err();
    assert_eq!(error.kind, FsErrorKind::ChangedOnDisk);
    assert!(
        error
            .to_string()
            .ends_with("plan.moments: The file was changed by another program since it was opened, so it was not overwritten.")
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), SMALL);

    // A plan that could not be opened again is not written.
    plan.name = "x".repeat(momentboard::store::limits::TEXT_BYTES + 1);
    let error = save_plan(&path, &plan, Base::Overwrite).unwrap_err();
    assert_eq!(error.message, "The text here is longer than 1 MiB.");
    assert_eq!(fs::read_to_string(&path).unwrap(), SMALL);
}

#[test]
fn messages_name_the_file_and_the_place() {
    let scratch = Scratch::new("messages");
    let path = scratch.join("plan.moments");
    fs::write(&path, SMALL.replace("kind: community", "kind: comunity")).unwrap();
    let said = open_plan(&path).unwrap_err();
    let place = format!("{}:79:23: “comunity” is not a kind of moment.", path.display());
    assert!(said.to_string().starts_with(&place), "{said}");
    assert_eq!(said.hint(), "Open an earlier copy of the file, or correct this place if you wrote it by hand.");
    let said = open_plan(&scratch.join("none.moments")).unwrap_err().to_string();
    assert_eq!(said, format!("{}: There is no such file.", scratch.join("none.moments").display()));
}

#[test]
fn plans_are_found_in_folders() {
    let scratch = Scratch::new("find");
    assert_eq!(find_plans(scratch.path()).unwrap_err().to_string(), "No plan was found in this folder. Plans end in .moments.");
    assert_eq!(find_plans(&scratch.join("none")).unwrap_err().to_string(), "There is no such folder.");
    fs::create_dir_all(scratch.join("b/deep")).unwrap();
    fs::create_dir_all(scratch.join(".git")).unwrap();
    for name in ["z.moments", "b/a.moments", "b/deep/plan.ron", ".git/x.moments"] {
        fs::write(scratch.join(name), SMALL).unwrap();
    }
    fs::write(scratch.join("b/settings.ron"), "(volume: 11)").unwrap();
    fs::write(scratch.join("b/notes.txt"), SMALL).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("..", scratch.join("b/loop")).unwrap();
    let found = find_plans(scratch.path()).unwrap().plans;
    assert_eq!(found, [scratch.join("b/a.moments"), scratch.join("b/deep/plan.ron"), scratch.join("z.moments")]);
    assert_eq!(find_plans(&scratch.join("z.moments")).unwrap_err().to_string(), "This is not a folder.");
}
