//! Odd places to keep a plan in: links, locked files and folders, what turns into something else while it is open, names that
//! no text can hold. A save keeps what is odd about them, or says in words why it cannot be.
#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use momentboard::model::{Campaign, IdSource};
use momentboard::store::fs::{Care, Locked, append, ensure_private_folder, load, lock, save, save_private, save_with_care};
use momentboard::store::{Base, FsError, FsErrorKind, Stamp, open_plan, save_plan};

use crate::faulty::{Fault, Faulty};
use crate::scratch::Scratch;

/// Saves over what was loaded as "old".
fn again(path: &Path) -> Result<Stamp, FsError> {
    save(path, b"new", Base::Loaded(Stamp::of(b"old")))
}

#[test]
fn what_the_plan_turns_into_while_it_is_open_is_said() {
    let scratch = Scratch::new("odd-turns");
    let folder = scratch.join("shared");
    let path = folder.join("plan.moments");
    let fresh = || {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir(&folder).unwrap();
        fs::write(&path, "old").unwrap();
    };
    fresh();
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert_eq!(again(&path).unwrap_err().to_string(), "This is a folder, not a file.");
    assert!(fs::metadata(&path).unwrap().is_dir());

    fresh();
    fs::remove_dir_all(&folder).unwrap();
    let error = again(&path).unwrap_err();
    assert_eq!(error.to_string(), "The folder it belongs in does not exist.");
    assert!(!folder.exists(), "a folder that somebody took away is not made again behind their back");

    // The folder is a file now.
    fs::write(&folder, "a file").unwrap();
    assert_eq!(again(&path).unwrap_err().to_string(), "A file stands where its folder belongs.");
    assert_eq!(fs::read(&folder).unwrap(), b"a file");
    fs::remove_file(&folder).unwrap();

    // Emptied, or turned into zeros, by a crash or a sync client: somebody else's content, which is not written over unseen.
    for theirs in [&b""[..], &[0; 3]] {
        fresh();
        fs::write(&path, theirs).unwrap();
        assert_eq!(again(&path).unwrap_err().kind, FsErrorKind::ChangedOnDisk);
        assert_eq!(fs::read(&path).unwrap(), theirs);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    }
}

#[test]
fn a_folder_that_vanishes_at_any_call_leaves_nothing_and_is_said() {
    let scratch = Scratch::new("odd-vanish");
    let (folder, away) = (scratch.join("shared"), scratch.join("away"));
    let path = folder.join("plan.moments");
    fs::create_dir(&folder).unwrap();
    for when in [
        momentboard::store::fs::Step::Find,
        momentboard::store::fs::Step::Compare,
        momentboard::store::fs::Step::Create,
        momentboard::store::fs::Step::Write,
        momentboard::store::fs::Step::Sync,
        momentboard::store::fs::Step::CompareAgain,
        momentboard::store::fs::Step::Rename,
        momentboard::store::fs::Step::SyncFolder,
        momentboard::store::fs::Step::Verify,
    ] {
        fs::write(&path, "old").unwrap();
        let mut vanish = |step| if step == when { fs::rename(&folder, &away) } else { Ok(()) };
        let error = momentboard::store::fs::save_with(&path, b"new", Base::Loaded(Stamp::of(b"old")), &mut vanish).unwrap_err();
        assert!(matches!(error.kind, FsErrorKind::NoFolder | FsErrorKind::NotFound | FsErrorKind::Gone), "{when:?}: {error:?}");
        let there = fs::read(away.join("plan.moments")).unwrap();
        assert!(there == b"old" || there == b"new", "{when:?}");
        fs::rename(&away, &folder).unwrap();
        // The share comes back; what stayed beside the plan goes with a later save.
        let _ = momentboard::store::fs::remove_leftovers(
            &path,
            std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_hours(24 * 365 * 200),
        );
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "{when:?}");
    }
}

#[test]
fn who_replaces_the_file_at_the_last_instant_is_told_of_and_left_alone() {
    let scratch = Scratch::new("odd-last");
    let (path, theirs) = (scratch.join("plan.moments"), scratch.join("theirs"));
    let saved = |what: &dyn Fn() -> std::io::Result<()>| {
        fs::write(&path, "old").unwrap();
        fs::write(&theirs, "their words").unwrap();
        let mut last = |step| if step == momentboard::store::fs::Step::Verify { what() } else { Ok(()) };
        momentboard::store::fs::save_with(&path, b"new", Base::Loaded(Stamp::of(b"old")), &mut last).unwrap_err().kind
    };
    assert_eq!(saved(&|| fs::rename(&theirs, &path)), FsErrorKind::ChangedOnDisk);
    assert_eq!(fs::read(&path).unwrap(), b"their words");
    assert_eq!(saved(&|| fs::remove_file(&path)), FsErrorKind::Gone);
}

#[test]
fn no_place_for_our_own_state_is_no_obstacle_to_a_save() {
    let scratch = Scratch::new("odd-state");
    let (folder, blocked) = (scratch.join("plans"), scratch.put("state", "a file where the folder should be"));
    let path = folder.join("plan.moments");
    fs::create_dir(&folder).unwrap();
    fs::write(&path, "old").unwrap();
    let pending = blocked.join("pending");
    let care = || Care { pending: Some(&pending), ..Care::default() };
    save_with_care(&path, b"new", Base::Loaded(Stamp::of(b"old")), care()).unwrap();
    assert!(matches!(lock(&blocked.join("locks/plan"), b"me"), Locked::NoLocks));
    assert!(ensure_private_folder(&pending).is_err() && append(&pending.join("journal")).is_err());

    // Where the plan can only be written in place, it is not written at all without a net.
    let closed = Faulty::default().closed(&folder);
    let error = closed.on(|| save_with_care(&path, b"newer", Base::Overwrite, care())).unwrap_err();
    assert!(!error.message.is_empty());
    let error = closed.on(|| save(&path, b"newer", Base::Overwrite)).unwrap_err();
    assert_eq!(error.kind, FsErrorKind::Denied);
    assert_eq!(fs::read(&path).unwrap(), b"new");
}

#[test]
fn what_a_save_replaces_is_handed_over_as_it_is() {
    let scratch = Scratch::new("odd-kept");
    let path = scratch.join("plan.moments");
    let mut kept: Vec<Vec<u8>> = Vec::new();
    let mut saved = |content: &[u8], base| {
        let mut keep = |bytes: &[u8]| kept.push(bytes.to_vec());
        save_with_care(&path, content, base, Care { kept: Some(&mut keep), ..Care::default() }).map(|written| written.stamp)
    };
    let first = saved(b"one", Base::New).unwrap();
    saved(b"two", Base::Loaded(first)).unwrap();
    // Not a plan, and nobody here has seen it: all the more reason to keep it.
    fs::write(&path, [0xff, 0, 0xfe]).unwrap();
    saved(b"three", Base::Overwrite).unwrap();
    assert_eq!(saved(b"four", Base::Loaded(first)).unwrap_err().kind, FsErrorKind::ChangedOnDisk);
    assert_eq!(kept, [b"one".to_vec(), vec![0xff, 0, 0xfe]]);
}

#[test]
fn what_appears_between_two_looks_is_handed_over_as_well() {
    let scratch = Scratch::new("odd-between");
    let path = scratch.put("plan.moments", "old");
    let mut kept: Vec<Vec<u8>> = Vec::new();
    let mut keep = |bytes: &[u8]| {
        // Somebody writes while the first look is being kept.
        if kept.is_empty() {
            fs::write(&path, "theirs").unwrap();
        }
        kept.push(bytes.to_vec());
    };
    save_with_care(&path, b"new", Base::Overwrite, Care { kept: Some(&mut keep), ..Care::default() }).unwrap();
    assert_eq!(kept, [b"old".to_vec(), b"theirs".to_vec()]);
}

#[test]
fn names_may_be_as_long_and_as_odd_as_the_disk_allows() {
    let scratch = Scratch::new("odd-names");
    let plan = Campaign::new(IdSource::seeded(3).plan(), "Autumn");
    let mut names = vec!["n".repeat(255).into(), "ä".repeat(127).into(), "a\nb\u{202e}.moments".into(), "  .moments ".into()];
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStringExt as _;
        names.push(std::ffi::OsString::from_vec(b"caf\xe9.moments".to_vec()));
    }
    for name in names {
        let path = scratch.path().join(&name);
        let saved = save_plan(&path, &plan, Base::New).unwrap();
        save_plan(&path, &plan, Base::Loaded(saved.stamp)).unwrap();
        assert_eq!(open_plan(&path).unwrap().campaign, plan);
        assert_eq!(fs::read_dir(scratch.path()).unwrap().count(), 1, "{name:?}");
        fs::remove_file(path).unwrap();
    }
}

#[test]
fn a_folder_whose_names_are_short_still_takes_the_plan() {
    let scratch = Scratch::new("odd-short");
    let (path, pending) = (scratch.put("plan.moments", "old"), scratch.join("pending"));
    let sound = Faulty::default();
    sound.on(|| again(&path)).unwrap();
    let refused = (1..=sound.calls()).filter(|&call| {
        fs::write(&path, "old").unwrap();
        let disk = Faulty::at(call, Fault::Refuse(ErrorKind::InvalidFilename), false);
        let care = Care { pending: Some(&pending), ..Care::default() };
        disk.on(|| save_with_care(&path, b"new", Base::Overwrite, care)).is_ok_and(|written| written.in_place)
    });
    assert!(refused.count() > 0);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

    use super::*;

    #[test]
    fn links_lead_where_they_led() {
        let scratch = Scratch::new("odd-links");
        let (real, link, second) = (scratch.join("real/plan.moments"), scratch.join("link.moments"), scratch.join("second"));
        fs::create_dir(real.parent().unwrap()).unwrap();
        fs::write(&real, "old").unwrap();
        symlink("link.moments", &second).unwrap();
        symlink("real/plan.moments", &link).unwrap();
        again(&second).unwrap();
        assert!(fs::symlink_metadata(&second).unwrap().is_symlink() && fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
        assert_eq!(fs::read_dir(real.parent().unwrap()).unwrap().count(), 1);
        assert_eq!(scratch.names(), ["link.moments", "real", "second"]);

        // Its target goes, and then it leads in a circle.
        fs::remove_file(&real).unwrap();
        assert_eq!(again(&link).unwrap_err().to_string(), "This is a link that leads nowhere.");
        fs::remove_file(&link).unwrap();
        symlink("second", &link).unwrap();
        assert_eq!(again(&link).unwrap_err().to_string(), "This is a link that leads nowhere.");
        assert_eq!(load(&link).unwrap_err().to_string(), "This is a link that leads nowhere.");
    }

    #[test]
    fn a_second_name_of_the_file_keeps_what_it_had() {
        let scratch = Scratch::new("odd-hard");
        let (path, backup) = (scratch.put("plan.moments", "old"), scratch.join("snapshot.moments"));
        fs::hard_link(&path, &backup).unwrap();
        again(&path).unwrap();
        // Snapshots of whole folders are made of such names, and rely on it.
        assert_eq!((fs::read(&path).unwrap(), fs::read(&backup).unwrap()), (b"new".to_vec(), b"old".to_vec()));
    }

    #[test]
    fn permissions_stay_and_our_own_files_are_nobody_elses() {
        let scratch = Scratch::new("odd-modes");
        let path = scratch.put("plan.moments", "old");
        let mode = |path: &Path| fs::metadata(path).unwrap().mode() & 0o7777;
        for wanted in [0o600, 0o644, 0o664, 0o666] {
            fs::set_permissions(&path, fs::Permissions::from_mode(wanted)).unwrap();
            save(&path, b"new", Base::Overwrite).unwrap();
            assert_eq!(mode(&path), wanted);
        }
        let folder = scratch.join("state/deep");
        fs::create_dir(scratch.join("state")).unwrap();
        ensure_private_folder(&folder).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        ensure_private_folder(&folder).unwrap();
        assert_eq!(mode(&folder), 0o700);
        let own = folder.join("note");
        save_private(&own, b"mine").unwrap();
        assert_eq!(mode(&own), 0o600);
        fs::set_permissions(&own, fs::Permissions::from_mode(0o644)).unwrap();
        save_private(&own, b"mine again").unwrap();
        append(&folder.join("journal")).unwrap();
        let Locked::Ours(_lock) = lock(&folder.join("lock"), b"me") else { panic!("nobody else has it") };
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            assert_eq!(mode(&path), 0o600, "{}", path.display());
        }
    }

    #[test]
    fn the_owner_stays_where_the_system_lets_us() {
        let scratch = Scratch::new("odd-owner");
        let path = scratch.put("plan.moments", "old");
        if std::os::unix::fs::chown(&path, Some(65_534), Some(65_534)).is_err() {
            // Only the administrator can lay this out.
            return;
        }
        again(&path).unwrap();
        let found = fs::metadata(&path).unwrap();
        assert_eq!((found.uid(), found.gid()), (65_534, 65_534));
    }

    #[test]
    fn what_became_a_device_or_a_socket_is_never_opened() {
        let scratch = Scratch::new("odd-devices");
        let path = scratch.join("plan.moments");
        let _listener = std::os::unix::net::UnixListener::bind(&path).unwrap();
        assert_eq!(again(&path).unwrap_err().kind, FsErrorKind::NotAFile);
        fs::remove_file(&path).unwrap();
        symlink("/dev/zero", &path).unwrap();
        assert_eq!(again(&path).unwrap_err().kind, FsErrorKind::NotAFile);
        assert_eq!(scratch.names(), ["plan.moments"]);
    }
}
