//! Earlier versions on the disk: kept byte for byte, pictures once, never too many, and nothing broken is in the way.

#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use momentboard::model::{Campaign, PlanId};
use momentboard::store::history::{self, Facts, Health, Size};
use momentboard::store::home::Home;
use momentboard::store::{demo, shelf, write};

use crate::scratch::Scratch;

const DAY: i64 = 86_400;
/// A morning in 2027.
const NOW: i64 = 20_700 * DAY + 9 * 3600;

fn plan() -> PlanId {
    PlanId::from_bits(7)
}

/// The plan as it would be after so many edits of its name.
fn state(edits: usize) -> Campaign {
    let mut campaign = demo::two_cases(plan());
    campaign.name = format!("Plan after {edits} edits");
    campaign
}

fn text(edits: usize) -> Vec<u8> {
    write(&state(edits)).unwrap()
}

fn at(at: i64) -> Facts {
    Facts { at, ..Facts::default() }
}

fn home(folder: &Scratch) -> Home {
    Home::at(folder.join("state"))
}

fn names(home: &Home) -> Vec<String> {
    history::list(home, plan()).unwrap().iter().map(|entry| opened(home, &entry.id)).collect()
}

fn opened(home: &Home, id: &history::VersionId) -> String {
    history::open(home, plan(), id).map_or_else(|error| error.message, |loaded| loaded.campaign.name)
}

fn files(folder: PathBuf) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).map_or(Vec::new(), |all| all.map(|one| one.unwrap().path()).collect());
    files.sort();
    files
}

fn versions(home: &Home) -> Vec<PathBuf> {
    files(home.history(plan()))
}

#[test]
fn a_version_comes_back_as_it_was_with_its_pictures_which_stand_there_once() {
    let folder = Scratch::new("versions-pictures");
    let home = home(&folder);
    let mut campaign = demo::fictional(plan());
    let pictures = campaign.pictures.len();
    assert!(pictures > 1, "the demo shows pictures");
    for name in ["One", "Two", "Three"] {
        campaign.name = name.into();
        history::keep(&home, plan(), &write(&campaign).unwrap(), at(NOW)).unwrap();
    }
    // Another plan with the same pictures.
    let other = Campaign { id: PlanId::from_bits(8), ..campaign.clone() };
    history::keep(&home, other.id, &write(&other).unwrap(), at(NOW)).unwrap();
    assert_eq!(files(home.pictures()).len(), pictures, "each picture once");
    for path in versions(&home) {
        assert!(fs::metadata(&path).unwrap().len() < 100_000, "no picture is in {}", path.display());
    }
    let newest = history::list(&home, plan()).unwrap().remove(0);
    assert_eq!(history::open(&home, plan(), &newest.id).unwrap().campaign, campaign);
    assert_eq!(newest.bytes, write(&campaign).unwrap().len() as u64, "the size that is shown is that of the whole file");

    // What only one plan shows goes with its versions; what another one shows stays.
    history::forget(&home, plan()).unwrap();
    assert_eq!(versions(&home), Vec::<PathBuf>::new());
    assert_eq!(files(home.pictures()).len(), pictures);
    let kept = history::list(&home, other.id).unwrap().remove(0);
    assert_eq!(history::open(&home, other.id, &kept.id).unwrap().campaign, other);
    // A draft that waits to be recovered shows one of them.
    let draft = home.journals().join("some plan");
    fs::create_dir_all(&draft).unwrap();
    fs::write(draft.join("session.jrn"), format!("JRN1 image: Some(\"{}\")", campaign.pictures[0].id)).unwrap();
    history::forget(&home, other.id).unwrap();
    let left: Vec<String> =
        files(home.pictures()).iter().map(|path| path.file_name().unwrap().to_string_lossy().into()).collect();
    assert_eq!(left, [campaign.pictures[0].id.to_string()]);
}

#[test]
fn two_hundred_saves_leave_a_short_list_and_names_stay() {
    let folder = Scratch::new("versions-many");
    let home = home(&folder);
    for save in 0..200_usize {
        let when = NOW + 300 * i64::try_from(save).unwrap();
        let id = history::keep(&home, plan(), &text(save), at(when)).unwrap();
        if save == 5 {
            history::call(&home, plan(), &id, "  v1\nsent \u{202E}to client ").unwrap();
        }
    }
    let listed = history::list(&home, plan()).unwrap();
    // 200 saves five minutes apart take 17 hours: the last twenty, one of each hour, and the one with a name.
    assert!((20..=20 + 18).contains(&listed.len()), "{}", listed.len());
    assert!(versions(&home).len() <= listed.len() + 1);
    let newest: Vec<String> = names(&home).into_iter().take(20).collect();
    assert_eq!(newest, (180..200).rev().map(|edits| format!("Plan after {edits} edits")).collect::<Vec<_>>());
    let named: Vec<_> = listed.iter().filter(|entry| entry.name.is_some()).collect();
    assert_eq!(named.len(), 1);
    assert_eq!(
        (named[0].name.as_deref(), opened(&home, &named[0].id).as_str()),
        (Some("v1 sent to client"), "Plan after 5 edits")
    );
    history::call(&home, plan(), &named[0].id, " ").unwrap();
    assert!(history::list(&home, plan()).unwrap().iter().all(|entry| entry.name.is_none()));
}

#[test]
fn each_save_is_a_version_and_each_content_is_stored_once() {
    let folder = Scratch::new("versions-once");
    let home = home(&folder);
    for edits in [0, 1, 1, 0, 0] {
        history::keep(&home, plan(), &text(edits), at(NOW)).unwrap();
    }
    assert_eq!(names(&home), ["Plan after 0 edits", "Plan after 1 edits", "Plan after 0 edits"]);
    let long = |home: &Home| versions(home).iter().filter(|path| fs::metadata(path).unwrap().len() > 2_000).count();
    assert_eq!(long(&home), 2, "the state that came back stands there once");
    // What has a name stays where it is, and is there a second time when the plan is so again.
    let first = history::list(&home, plan()).unwrap().pop().unwrap();
    history::call(&home, plan(), &first.id, "Sent").unwrap();
    history::keep(&home, plan(), &text(1), at(NOW)).unwrap();
    let listed = history::list(&home, plan()).unwrap();
    assert_eq!(listed.iter().map(|entry| entry.name.as_deref()).collect::<Vec<_>>(), [None, None, None, Some("Sent")]);
    // A name for what is there already makes no second one of it.
    history::keep_as(&home, plan(), &text(0), at(NOW), "Agreed").unwrap();
    let listed = history::list(&home, plan()).unwrap();
    assert_eq!(listed.iter().map(|entry| entry.name.as_deref()).collect::<Vec<_>>(), [None, Some("Agreed"), None, Some("Sent")]);
}

#[test]
fn a_content_that_several_versions_share_stays_as_long_as_one_of_them() {
    let folder = Scratch::new("versions-shared");
    let home = home(&folder);
    // The first and the second are the same; then so many others that the first must go.
    for (save, second) in [0, 1, 0].into_iter().chain(2..24).zip(NOW..) {
        history::keep(&home, plan(), &text(save), at(second)).unwrap();
    }
    let listed = names(&home);
    assert_eq!(listed.len(), 20, "{listed:?}");
    // One of each state is named before the thinning goes on, and comes back as it was after it.
    history::keep(&home, plan(), &text(23), at(NOW + 100)).unwrap();
    let again = history::keep(&home, plan(), &text(10), at(NOW + 101)).unwrap();
    history::call(&home, plan(), &again, "Agreed").unwrap();
    for (save, second) in (30..60).zip(NOW + 102..) {
        history::keep(&home, plan(), &text(save), at(second)).unwrap();
    }
    assert!(!names(&home)[..20].contains(&"Plan after 10 edits".to_owned()), "the earlier one is gone");
    assert_eq!(opened(&home, &again), "Plan after 10 edits", "the later one took its content over");
    // One whose content was damaged elsewhere is damaged, too, and a new one stores it again.
    let last = history::list(&home, plan()).unwrap().remove(0).id;
    let first = versions(&home).into_iter().rfind(|path| path.extension().is_some_and(|e| e == "version")).unwrap();
    history::keep(&home, plan(), &text(61), at(NOW + 200)).unwrap();
    let shared = history::keep(&home, plan(), &text(59), at(NOW + 201)).unwrap();
    fs::write(&first, "gone").unwrap();
    assert_eq!([opened(&home, &last), opened(&home, &shared)], ["This version is damaged.", "This version is damaged."]);
    let anew = history::keep(&home, plan(), &text(59), at(NOW + 202)).unwrap();
    assert_eq!([opened(&home, &anew), opened(&home, &shared)], ["Plan after 59 edits", "Plan after 59 edits"]);
}

#[test]
fn a_version_that_cannot_be_read_has_the_time_of_its_file() {
    let folder = Scratch::new("versions-time");
    let home = home(&folder);
    history::keep(&home, plan(), &text(1), at(NOW)).unwrap();
    let path = versions(&home).remove(0);
    let sound = fs::read(&path).unwrap();
    let written = i64::try_from(std::time::UNIX_EPOCH.elapsed().unwrap().as_secs()).unwrap();
    let text = String::from_utf8_lossy(&sound).into_owned();
    for (damaged, name) in [
        (text.replacen("at:", "bt:", 1), "its time lost its name"),
        (text.replacen("(facts", ")facts", 1), "its first line is none"),
        (String::new(), "it is empty"),
    ] {
        fs::write(&path, damaged).unwrap();
        let entry = history::list(&home, plan()).unwrap().remove(0);
        assert_eq!((entry.damaged, entry.facts.health), (true, Health::Unreadable), "{name}");
        assert!((entry.facts.at - written).abs() < 3600, "{name}: {}", entry.facts.at);
    }
    fs::write(&path, &sound).unwrap();
    let entry = history::list(&home, plan()).unwrap().remove(0);
    assert_eq!((entry.damaged, entry.facts.at), (false, NOW));
}

#[test]
fn whatever_is_broken_is_one_line_and_never_in_the_way_of_the_others() {
    let folder = Scratch::new("versions-broken");
    let home = home(&folder);
    for (edits, second) in (0..6).zip(NOW..) {
        history::keep(&home, plan(), &text(edits), at(second)).unwrap();
    }
    let paths = versions(&home);
    let write_anew = |at: usize, change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = fs::read(&paths[at]).unwrap();
        change(&mut bytes);
        fs::write(&paths[at], bytes).unwrap();
    };
    write_anew(0, &|bytes| bytes.truncate(40));
    write_anew(1, &|bytes| bytes.clear());
    write_anew(2, &|bytes| {
        let middle = bytes.len() / 2;
        bytes.truncate(middle);
    });
    write_anew(3, &|bytes| {
        let name = bytes.windows(10).rposition(|part| part == b"Plan after").unwrap();
        bytes[name] = b'p';
    });
    fs::write(&paths[4], "momentboard version 2 (something new)\n").unwrap();
    fs::write(home.history(plan()).join("README.txt"), "not ours").unwrap();
    fs::create_dir(home.history(plan()).join("00000009-1-abc.version")).unwrap();

    let listed = history::list(&home, plan()).unwrap();
    let health: Vec<Health> = listed.iter().map(|entry| entry.facts.health).collect();
    let [bad, good, newer] = [Health::Unreadable, Health::Sound, Health::Newer];
    assert_eq!(health, [bad, good, newer, good, good, bad, bad]);
    let all = names(&home);
    assert_eq!(all[1], "Plan after 5 edits", "what is sound is as it was");
    assert_eq!(all[2], "A newer Momentboard wrote this version.");
    let damaged = history::open(&home, plan(), &listed[3].id).unwrap();
    assert!(damaged.notices.iter().any(|notice| notice.unreadable), "a single letter that changed is noticed");
    assert!(history::open(&home, plan(), &listed[4].id).is_err());
    assert_eq!(all[5], "This version is damaged.");
    // The next one is kept as ever.
    history::keep(&home, plan(), &text(9), at(NOW + 9)).unwrap();
    assert_eq!(names(&home)[0], "Plan after 9 edits");
    // One that was cut off is kept again when the plan is saved again as it was.
    let last =
        versions(&home).into_iter().rfind(|path| path.is_file() && path.extension().is_some_and(|e| e == "version")).unwrap();
    let bytes = fs::read(&last).unwrap();
    fs::write(&last, &bytes[..bytes.len() - 5]).unwrap();
    history::keep(&home, plan(), &text(9), at(NOW + 10)).unwrap();
    assert_eq!(names(&home)[0], "Plan after 9 edits");
    history::forget(&home, plan()).unwrap_err();
    assert_eq!(versions(&home).len(), 2, "what is not ours, and what is no file, stays");
}

#[test]
fn what_cannot_be_read_is_kept_but_never_pushes_the_last_good_one_out() {
    let folder = Scratch::new("versions-unreadable");
    let home = home(&folder);
    history::keep(&home, plan(), &text(1), at(NOW)).unwrap();
    for junk in 0..40 {
        let bytes = format!("<<<<<<< somebody else was here {junk}");
        let (health, there) = history::look_at(bytes.as_bytes());
        assert_eq!((health, there), (Health::Unreadable, None));
        // Years later, so that age alone would let the good one go.
        let facts = Facts { health, ..at(NOW + 900 * DAY + junk) };
        history::keep(&home, plan(), bytes.as_bytes(), facts).unwrap();
    }
    let listed = history::list(&home, plan()).unwrap();
    assert!((20..=22).contains(&listed.len()), "{}", listed.len());
    assert_eq!(opened(&home, &listed.last().unwrap().id), "Plan after 1 edits");

    // A plan of a program to come is nobody's fault, and said as what it is.
    let later = String::from_utf8(text(2)).unwrap().replace("min_reader: 1", "min_reader: 9");
    let (health, there) = history::look_at(later.as_bytes());
    assert_eq!((health, there), (Health::Newer, None));
    let id = history::keep(&home, plan(), later.as_bytes(), Facts { health, ..at(NOW + 901 * DAY) }).unwrap();
    assert_eq!(history::open(&home, plan(), &id).unwrap_err().hint, momentboard::words::files::hint_newer());
    // One that only has more than we know is read like any other.
    let more = String::from_utf8(text(2)).unwrap().replace("version: 1,", "version: 2,");
    assert_eq!(history::look_at(more.as_bytes()).0, Health::Sound);
}

#[test]
fn a_picture_that_is_gone_is_said_and_the_rest_is_there() {
    let folder = Scratch::new("versions-no-picture");
    let home = home(&folder);
    let campaign = demo::fictional(plan());
    let id = history::keep(&home, plan(), &write(&campaign).unwrap(), at(NOW)).unwrap();
    let [gone, damaged] = [campaign.pictures[0].id, campaign.pictures[1].id];
    fs::remove_file(home.pictures().join(gone.to_string())).unwrap();
    fs::write(home.pictures().join(damaged.to_string()), b"not a picture").unwrap();
    assert!(shelf::get(&home, damaged).is_err());
    let loaded = history::open(&home, plan(), &id).unwrap();
    assert_eq!(loaded.campaign.lanes, campaign.lanes);
    assert_eq!(loaded.notices.iter().filter(|notice| notice.unreadable).count(), 2);
    // With the next version that shows them they are whole again.
    let again = Campaign { name: "Again".into(), ..campaign.clone() };
    history::keep(&home, plan(), &write(&again).unwrap(), at(NOW + 1)).unwrap();
    assert_eq!(history::open(&home, plan(), &id).unwrap().campaign, campaign);
}

#[test]
fn without_a_place_nothing_is_kept_and_why_is_said() {
    let folder = Scratch::new("versions-no-place");
    let home = home(&folder);
    assert_eq!(history::list(&home, plan()).unwrap(), []);
    history::forget(&home, plan()).unwrap();
    fs::write(folder.join("state"), "somebody’s file").unwrap();
    let error = history::keep(&home, plan(), &text(1), at(NOW)).unwrap_err();
    assert!(!error.message.is_empty() && !error.hint.is_empty());
    assert!(!history::is_newest(&home, plan(), momentboard::store::Stamp::of(&text(1))));
    assert_eq!(fs::read(folder.join("state")).unwrap(), "somebody’s file".as_bytes());
}

#[test]
fn two_programs_that_keep_at_the_same_time_lose_nothing() {
    let folder = Scratch::new("versions-two");
    let home = home(&folder);
    let threads: Vec<_> = (0..2_usize)
        .map(|who| {
            let home = home.clone();
            std::thread::spawn(move || {
                for save in 0..10_usize {
                    history::keep(&home, plan(), &text(who * 100 + save), at(NOW)).unwrap();
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    let mut all = names(&home);
    all.sort();
    let mut expected: Vec<_> = (0..10).chain(100..110).map(|edits| format!("Plan after {edits} edits")).collect();
    expected.sort();
    assert_eq!(all, expected);
}

#[test]
fn all_plans_together_stay_within_bounds() {
    let folder = Scratch::new("versions-bounds");
    let home = home(&folder);
    let other = home.history(PlanId::from_bits(9));
    fs::create_dir_all(&other).unwrap();
    // Files with holes: their length is half of what there is room for, and they take none.
    for (number, at) in [(1, NOW - 3), (2, NOW - 2), (3, NOW - 1), (4, NOW)] {
        let file = fs::File::create(other.join(format!("{number:08}-{at}-0123456789abcdef.version"))).unwrap();
        file.set_len(history::MOST_BYTES / 2).unwrap();
    }
    fs::write(other.join(format!("00000001-{}-0123456789abcdef.name", NOW - 3)), "Sent").unwrap();
    history::keep(&home, plan(), &text(1), at(NOW)).unwrap();
    let left: Vec<String> = files(other).iter().map(|path| path.file_name().unwrap().to_string_lossy()[..8].into()).collect();
    assert_eq!(left, ["00000001", "00000001", "00000004"], "the one with a name, and the newest");
    assert_eq!(names(&home), ["Plan after 1 edits"]);
}

#[test]
fn the_size_of_a_change_tells_moments_from_the_rest() {
    let before = state(0);
    let mut after = state(1);
    let lane = Arc::make_mut(&mut after.lanes[0]);
    let first = Arc::make_mut(&mut lane.moments[0]);
    first.title.push('!');
    assert_eq!(Size::between(&before, &after), Size { changed: 1, others: 1, ..Size::default() });
    assert_eq!(Size::between(&before, &before), Size::default());
    let say = momentboard::words::versions::size;
    assert_eq!(say(1, 0, 6, 0), "6 moments changed, 1 added");
    assert_eq!(say(1, 2, 0, 1), "1 moment added, 2 removed, 1 other change");
    assert_eq!(say(0, 0, 0, 3), "3 changes");
    assert_eq!(say(0, 0, 0, 0), "Nothing changed");
}

#[test]
fn what_was_cut_off_while_it_was_written_is_cleared_away() {
    let folder = Scratch::new("versions-leftovers");
    let home = home(&folder);
    history::keep(&home, plan(), &text(1), at(NOW)).unwrap();
    let name = versions(&home)[0].file_name().unwrap().to_string_lossy().into_owned();
    let left = home.history(plan()).join(format!(".~{name}.{}.tmp", "0".repeat(32)));
    fs::create_dir_all(home.pictures()).unwrap();
    let picture = home.pictures().join(format!(".~{}.{}.tmp", "a".repeat(64), "0".repeat(32)));
    for path in [&left, &picture] {
        fs::write(path, "half").unwrap();
    }
    // They were written just now, and years ago as the next version sees it.
    let later = i64::try_from(std::time::UNIX_EPOCH.elapsed().unwrap().as_secs()).unwrap() + 2 * DAY;
    history::keep(&home, plan(), &text(2), at(later)).unwrap();
    assert!(!left.exists() && !picture.exists());
    assert_eq!(names(&home).len(), 2);
}

#[test]
fn a_version_that_goes_beyond_a_limit_opens_with_that_cut() {
    let folder = Scratch::new("versions-limits");
    let home = home(&folder);
    let long = String::from_utf8(text(1)).unwrap().replacen(
        "        name: \"Plan after 1 edits\",\n",
        &format!("        name: \"Plan after 1 edits\",\n        line: \"{}\",\n", "é".repeat(600_000)),
        1,
    );
    let (health, there) = history::look_at(long.as_bytes());
    assert_eq!((health, there.map(|campaign| campaign.id)), (Health::Unreadable, Some(plan())));
    let id = history::keep(&home, plan(), long.as_bytes(), Facts { health, ..at(NOW) }).unwrap();
    let loaded = history::open(&home, plan(), &id).unwrap();
    assert_eq!(loaded.campaign.name, "Plan after 1 edits");
    assert!(loaded.notices.iter().all(|notice| notice.unreadable));
    assert!(loaded.notices.iter().any(|notice| notice.message.contains("longer than 1 MiB")), "{:?}", loaded.notices);
}

#[test]
fn a_version_with_bytes_that_are_no_letters_is_damaged_and_nobody_is_asked_to_mend_it() {
    let folder = Scratch::new("versions-letters");
    let home = home(&folder);
    history::keep(&home, plan(), &text(1), at(NOW)).unwrap();
    let path = versions(&home).remove(0);
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.windows(10).rposition(|part| part == b"Plan after").unwrap();
    bytes[middle] = 0xFF;
    fs::write(&path, bytes).unwrap();
    let id = history::list(&home, plan()).unwrap().remove(0).id;
    let error = history::open(&home, plan(), &id).unwrap_err();
    assert_eq!(
        (error.message.as_str(), error.hint.as_str()),
        ("This version is damaged.", "Another version may hold what you look for.")
    );
}
