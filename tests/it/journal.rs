//! The recovery journal: what comes back of it, whatever happened to it.
#![expect(clippy::disallowed_methods, reason = "the tests play the crash, and everybody else who writes to the disk")]

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use momentboard::edit::{Document, Edit, MergeKey, MomentChange, Step};
use momentboard::model::{Campaign, IdSource, Kind, Lane, LaneId, LaneKind, Moment, MomentId, PlanId};
use momentboard::store::home::Home;
use momentboard::store::journal::{
    Entry, FileNow, Found, Head, Recovered, Writer, discard, found, put_back, recover, tidy, trashed,
};
use momentboard::store::{Base, open_plan, save_plan};

use crate::plans::large_plan;
use crate::scratch::Scratch;

const DAY: i64 = 24 * 60 * 60;

/// A window with a plan, as far as the journal is concerned.
pub(crate) struct Session {
    pub(crate) doc: Document,
    pub(crate) writer: Writer,
    pub(crate) now: i64,
}

pub(crate) fn head(plan: PlanId) -> Head {
    Head { plan, path: None, stamp: None, app: "0.1.0".into(), pid: 1, began: 1000, instead_of: None }
}

impl Session {
    /// A window in which a plan without a file was opened.
    pub(crate) fn begin(home: &Home, plan: Campaign) -> Self {
        Self::of(home, head(plan.id), Document::opened(plan))
    }

    fn of(home: &Home, head: Head, doc: Document) -> Self {
        let base = entry(&doc, 1000);
        Self { writer: Writer::begin(home, head, base).unwrap(), doc, now: 1000 }
    }

    /// Writes down where the document is.
    pub(crate) fn note(&mut self) {
        self.now += 10;
        self.writer.append(&[entry(&self.doc, self.now)]).unwrap();
    }

    fn title(&mut self, id: MomentId, text: &str) {
        let edit = Edit::SetMoment { id, change: MomentChange::Title(text.into()) };
        self.doc.edit(Step::new(format!("Title {text}"), vec![edit]), Duration::ZERO).unwrap();
        self.note();
    }

    /// Fourteen long titles: more than a journal holds before it is made shorter, which it is on the way.
    fn titles_until_it_is_made_shorter(&mut self, id: MomentId) {
        let (mut most, mut shorter) = (0, false);
        for at in 0..14 {
            self.title(id, &format!("{at}{}", "x".repeat(900_000)));
            shorter |= self.writer.length() < most;
            most = self.writer.length();
        }
        assert!(shorter, "it never was");
    }

    /// The program is gone; the document is what the user remembers.
    pub(crate) fn die(self) -> Document {
        self.doc
    }
}

pub(crate) fn entry(doc: &Document, at: i64) -> Entry {
    let latest = doc.latest();
    let (revision, depth, label) = (latest.revision, latest.depth, latest.label.to_owned());
    Entry { at, revision, depth, label, campaign: Arc::clone(latest.campaign) }
}

fn small() -> (Campaign, MomentId) {
    let mut plan = Campaign::new(IdSource::seeded(1).plan(), "Plan");
    let mut lane = Lane::empty(LaneId::parse("lane").unwrap(), LaneKind::Community);
    let id = MomentId::parse("a").unwrap();
    lane.moments.push(Moment::new(id, Kind::Values, "Card").into());
    plan.lanes.push(lane.into());
    (plan, id)
}

fn home(scratch: &Scratch) -> Home {
    Home::at(scratch.join("state"))
}

/// The files of journals, of all plans.
pub(crate) fn files(home: &Home) -> Vec<PathBuf> {
    let Ok(plans) = fs::read_dir(home.journals()) else { return Vec::new() };
    let mut files: Vec<PathBuf> = plans
        .filter_map(|plan| fs::read_dir(plan.unwrap().path()).ok())
        .flatten()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending != "who"))
        .collect();
    files.sort();
    files
}

fn the_one(home: &Home) -> (Found, Recovered) {
    let all = found(home);
    assert_eq!(all.len(), 1, "{all:?}");
    let recovered = recover(home, &all[0]).unwrap();
    (all.into_iter().next().unwrap(), recovered)
}

fn labels(recovered: &Recovered) -> Vec<&str> {
    recovered.steps.iter().map(|(label, _)| label.as_str()).collect()
}

#[test]
fn what_was_done_comes_back_with_the_way_back() {
    let scratch = Scratch::new("journal-back");
    let home = home(&scratch);
    assert_eq!(found(&home), [], "no state folder at all");
    let (plan, id) = small();
    let mut session = Session::begin(&home, plan.clone());
    assert_eq!(found(&home), [], "nothing was done");
    session.title(id, "One");
    // Two letters of one stretch of typing, each written down: one step.
    for text in ["Tw", "Two"] {
        let edit = Edit::SetMoment { id, change: MomentChange::Title(text.into()) };
        let step = Step::typing("Typing", edit, MergeKey::Moment(id, "title"));
        session.doc.edit(step, Duration::ZERO).unwrap();
        session.note();
    }
    session.title(id, "Three");
    session.title(id, "Four");
    session.doc.undo();
    session.note();
    session.doc.undo();
    session.note();
    session.doc.redo();
    session.note();
    assert_eq!(found(&home), [], "the window is still there");
    let mut doc = session.die();
    let (of, recovered) = the_one(&home);
    assert_eq!((of.name.as_str(), of.edits, of.since, of.until, of.file), ("Plan", 3, 1010, 1080, FileNow::None));
    assert_eq!(labels(&recovered), ["Title One", "Typing", "Title Three"]);
    assert_eq!((&**recovered.last(), recovered.cut, recovered.lost_pictures), (&**doc.campaign(), false, 0));
    let mut back = Document::recovered(recovered.base, recovered.steps);
    assert!(back.is_dirty());
    while doc.undo().is_some() {
        assert!(back.undo().is_some());
        assert_eq!(back.campaign(), doc.campaign());
    }
    assert_eq!((&**back.campaign(), back.is_dirty()), (&plan, false));
    while back.redo().is_some() {}
    assert_eq!(back.campaign().moment(id).unwrap().1.title, "Three");
}

#[test]
fn what_was_undone_altogether_is_nothing_to_recover() {
    let scratch = Scratch::new("journal-undone");
    let home = home(&scratch);
    let (plan, id) = small();
    let mut session = Session::begin(&home, plan);
    session.title(id, "One");
    session.title(id, "Two");
    session.doc.undo();
    session.doc.undo();
    session.note();
    drop(session);
    assert_eq!(found(&home), []);
    assert_eq!(files(&home).len(), 1);
    let _unreadable = tidy(&home, 2000);
    assert_eq!(files(&home), [] as [PathBuf; 0], "nobody needs it");
}

/// Every byte of a journal, damaged: what comes back is what was done up to some moment, or nothing.
#[test]
fn a_damaged_journal_gives_what_is_whole() {
    let scratch = Scratch::new("journal-flips");
    let home = home(&scratch);
    let (plan, id) = small();
    let mut session = Session::begin(&home, plan.clone());
    let begun = session.writer.length() as usize;
    let mut ends = vec![(begun, "Card")];
    for title in ["One", "Two", "Three"] {
        session.title(id, title);
        ends.push((session.writer.length() as usize, title));
    }
    drop(session);
    let path = files(&home).remove(0);
    let whole = fs::read(&path).unwrap();
    assert!(whole.len() < 3000, "{} bytes", whole.len());
    let last_before = |at: usize| ends.iter().rev().find(|(end, _)| *end <= at).map(|(_, title)| *title);
    let seen = |bytes: &[u8]| {
        fs::write(&path, bytes).unwrap();
        let all = found(&home);
        let first = all.first()?;
        let back = recover(&home, first).unwrap();
        assert_eq!(*back.base, plan);
        Some((back.last().moment(id).unwrap().1.title.clone(), back.cut))
    };
    assert_eq!(seen(&whole), Some(("Three".to_owned(), false)));
    for at in 0..whole.len() {
        let expected = last_before(at).filter(|title| *title != "Card").map(|title| (title.to_owned(), true));
        let mut damaged = whole.clone();
        damaged[at] ^= 1 << (at % 8);
        assert_eq!(seen(&damaged), expected, "byte {at}");
        let whole_so_far = ends.iter().any(|(end, _)| *end == at);
        assert_eq!(seen(&whole[..at]), expected.map(|(title, _)| (title, !whole_so_far)), "cut at {at}");
    }
    let behind = [&whole[..], b"MBJ1\0\0\0"].concat();
    assert_eq!(seen(&behind), Some(("Three".to_owned(), true)));
}

#[test]
fn what_is_no_journal_of_ours_harms_nobody() {
    let scratch = Scratch::new("journal-foreign");
    let home = home(&scratch);
    let (plan, id) = small();
    let mut session = Session::begin(&home, plan.clone());
    session.title(id, "One");
    drop(session);
    let ours = files(&home).remove(0);
    let folder = ours.parent().unwrap();
    let bytes = fs::read(&ours).unwrap();
    // A later version: the number in the head, with a check sum that is right.
    let later = {
        let mut session = Session::begin(&home, plan);
        session.title(id, "Two");
        drop(session);
        let path = files(&home).into_iter().find(|path| *path != ours).unwrap();
        let length = u32::from_le_bytes(bytes[4..8].try_into().unwrap()) as usize;
        let text = String::from_utf8(bytes[20..20 + length].to_vec()).unwrap().replace("version:1", "version:9");
        assert!(text.contains("version:9"), "{text}");
        let mut later = b"MBJ1".to_vec();
        let number = 1_u64.to_le_bytes();
        let sum = crc(&[&(text.len() as u32).to_le_bytes(), &number, text.as_bytes()]);
        later.extend((text.len() as u32).to_le_bytes());
        later.extend(sum.to_le_bytes());
        later.extend(number);
        later.extend(text.as_bytes());
        later.extend(&bytes[20 + length..]);
        fs::write(&path, later).unwrap();
        path
    };
    let odd = [("empty.jrn", &b""[..]), ("nul.jrn", &[0; 5000]), ("text.jrn", b"(name: \"x\")"), ("half.new", &bytes[..50])];
    for (name, bytes) in odd {
        fs::write(folder.join(name), bytes).unwrap();
    }
    fs::create_dir(folder.join("folder.jrn")).unwrap();
    fs::create_dir_all(home.journals().join("not a plan")).unwrap();
    fs::write(home.journals().join("a file"), "x").unwrap();
    let (_, recovered) = the_one(&home);
    assert_eq!(recovered.last().moment(id).unwrap().1.title, "One");
    let _unreadable = tidy(&home, 2000);
    let mut left = files(&home);
    left.retain(|path| !path.is_dir());
    let mut expected = vec![ours, later];
    expected.sort();
    assert_eq!(left, expected, "what can be recovered, and what a later version can");
    let trash: Vec<_> = fs::read_dir(home.trash()).unwrap().collect();
    assert_eq!(trash.len(), 3, "what nobody can read: {trash:?}");
    let _unreadable = tidy(&home, 2000 + 31 * DAY);
    assert_eq!(fs::read_dir(home.trash()).unwrap().count(), 0);
    the_one(&home);
}

fn crc(parts: &[&[u8]]) -> u32 {
    !parts.iter().flat_map(|part| part.iter()).fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}

#[test]
fn what_is_thrown_away_stays_a_month() {
    let scratch = Scratch::new("journal-trash");
    let home = home(&scratch);
    let (plan, id) = small();
    let mut session = Session::begin(&home, plan);
    session.title(id, "One");
    drop(session);
    let (of, _) = the_one(&home);
    let bytes = fs::read(files(&home).remove(0)).unwrap();
    discard(&home, &of, 5000).unwrap();
    assert_eq!(found(&home), []);
    assert_eq!(fs::read_dir(home.journals()).unwrap().count(), 0, "the folder of the plan goes with its last journal");
    let _unreadable = tidy(&home, 5000 + 30 * DAY);
    let kept = fs::read_dir(home.trash()).unwrap().next().unwrap().unwrap().path();
    assert_eq!(fs::read(&kept).unwrap(), bytes);
    assert!(discard(&home, &of, 5000).is_err(), "it is not there any more");
    let _unreadable = tidy(&home, 5001 + 30 * DAY);
    assert!(!kept.exists());
}

#[test]
fn what_comes_back_from_the_trash_takes_no_other_journals_place() {
    let scratch = Scratch::new("journal-back");
    let home = home(&scratch);
    let (plan, id) = small();
    let mut session = Session::begin(&home, plan);
    session.title(id, "One");
    drop(session);
    let place = files(&home).remove(0);
    let bytes = fs::read(&place).unwrap();
    let (of, _) = the_one(&home);
    discard(&home, &of, 5000).unwrap();
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(&place, b"of another session").unwrap();
    put_back(&home, &trashed(&home).remove(0)).unwrap();
    assert_eq!(fs::read(&place).unwrap(), b"of another session");
    let all: Vec<Vec<u8>> = files(&home).into_iter().map(|path| fs::read(path).unwrap()).collect();
    assert!(all.len() == 2 && all.contains(&bytes), "{}", all.len());
}

#[test]
fn a_save_is_what_the_way_begins_at() {
    let scratch = Scratch::new("journal-saved");
    let home = home(&scratch);
    let (plan, id) = small();
    let path = scratch.join("a plan \u{202e}.moments");
    let mut session = Session::begin(&home, plan);
    session.title(id, "One");
    let saving = entry(&session.doc, 1020);
    // While the save runs, more is done.
    session.title(id, "Two");
    let stamp = save_plan(&path, &saving.campaign, Base::New).unwrap().stamp;
    session.writer.saved(&saving, &path, stamp).unwrap();
    let copy = |name: &str| {
        let live = files(&home).remove(0);
        fs::copy(&live, live.with_file_name(name)).unwrap()
    };
    copy("z1.jrn");
    let (of, recovered) = the_one(&home);
    assert_eq!((of.edits, of.file, of.head.path.as_deref(), of.head.stamp), (1, FileNow::AsBefore, Some(&*path), Some(stamp)));
    assert_eq!((&recovered.base, labels(&recovered)), (&saving.campaign, vec!["Title Two"]));
    assert_eq!(recovered.last(), session.doc.campaign());

    // The file is what it is: changed by somebody, gone, not readable.
    fs::write(&path, "(").unwrap();
    assert_eq!(the_one(&home).0.file, FileNow::Changed);
    fs::remove_file(&path).unwrap();
    assert_eq!(the_one(&home).0.file, FileNow::Gone);
    fs::create_dir(&path).unwrap();
    assert_eq!(the_one(&home).0.file, FileNow::Unreadable);
    fs::remove_dir(&path).unwrap();

    // Saved, and gone before the journal knew: the file shows it.
    let latest = entry(&session.doc, 1040);
    let stamp = save_plan(&path, &latest.campaign, Base::New).unwrap().stamp;
    assert_eq!(found(&home), [], "the file holds it all");
    session.writer.saved(&latest, &path, stamp).unwrap();
    // Back before the save: the file lacks that.
    session.doc.undo();
    session.doc.undo();
    session.note();
    fs::remove_file(files(&home).into_iter().find(|path| path.ends_with("z1.jrn")).unwrap()).unwrap();
    copy("z2.jrn");
    let (of, recovered) = the_one(&home);
    assert_eq!((of.edits, recovered.last(), &recovered.base), (1, session.doc.campaign(), &latest.campaign));
    session.doc.redo();
    session.doc.redo();
    session.note();
    session.writer.close();
    assert_eq!(files(&home).len(), 1, "what was saved leaves no journal behind");
}

#[test]
fn a_session_that_ends_unsaved_leaves_its_draft() {
    let scratch = Scratch::new("journal-draft");
    let home = home(&scratch);
    let (plan, id) = small();
    let mut session = Session::begin(&home, plan);
    session.title(id, "One");
    session.writer.close();
    assert_eq!(the_one(&home).1.last().moment(id).unwrap().1.title, "One");
}

#[test]
fn two_windows_have_a_journal_each() {
    let scratch = Scratch::new("journal-two");
    let home = home(&scratch);
    let (plan, id) = small();
    let mut first = Session::begin(&home, plan.clone());
    let mut second = Session::begin(&home, plan);
    first.title(id, "First");
    second.title(id, "Second");
    second.title(id, "Second again");
    let _gone = second.die();
    let (of, recovered) = the_one(&home);
    assert_eq!((of.edits, recovered.last().moment(id).unwrap().1.title.as_str()), (2, "Second again"));
    let _unreadable = tidy(&home, 9000);
    let _gone = first.die();
    let all = found(&home);
    assert_eq!(all.iter().map(|found| found.until).collect::<Vec<_>>(), [1020, 1010], "the newest first");
}

#[cfg(unix)]
#[test]
fn nobody_else_can_look_into_a_journal() {
    use std::os::unix::fs::PermissionsExt as _;
    let scratch = Scratch::new("journal-private");
    let home = home(&scratch);
    let (mut plan, id) = small();
    plan.pictures.push(crate::difference::picture(1).into());
    let mut session = Session::begin(&home, plan);
    session.title(id, "One");
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let file = files(&home).remove(0);
    assert_eq!(mode(&file), 0o600);
    for picture in fs::read_dir(home.pictures()).unwrap() {
        assert_eq!(mode(&picture.unwrap().path()), 0o600);
    }
    for folder in [file.parent().unwrap(), &home.journals(), home.root(), &home.pictures()] {
        assert_eq!(mode(folder), 0o700, "{}", folder.display());
    }
}

#[test]
fn without_a_place_for_it_there_is_an_error_and_no_harm() {
    let scratch = Scratch::new("journal-nowhere");
    scratch.put("state", "a file");
    let home = home(&scratch);
    let (plan, _) = small();
    let doc = Document::opened(plan);
    assert!(Writer::begin(&home, head(doc.campaign().id), entry(&doc, 0)).is_err());
    assert_eq!(found(&home), []);
    let _unreadable = tidy(&home, 0);
    assert_eq!(scratch.names(), ["state"]);
}

/// Pictures stand on the shelf, once; where that lost one, the plan's file still has it; where nobody has it, that is said.
#[test]
fn pictures_come_back() {
    let scratch = Scratch::new("journal-pictures");
    let home = home(&scratch);
    let (mut plan, id) = small();
    let (first, second, mut damaged) =
        (crate::difference::picture(1), crate::difference::picture(2), crate::difference::picture(3));
    damaged.bytes = vec![7; 9].into();
    plan.pictures = vec![first.clone().into(), damaged.into()];
    Arc::make_mut(&mut Arc::make_mut(&mut plan.lanes[0]).moments[0]).image = Some(first.id);
    let path = scratch.join("plan.moments");
    let stamp = save_plan(&path, &plan, Base::New).unwrap().stamp;
    let head = Head { path: Some(path.clone()), stamp: Some(stamp), ..head(plan.id) };
    let mut session = Session::of(&home, head, Document::opened(plan));
    let add =
        vec![Edit::AddPicture { picture: second.clone() }, Edit::SetMoment { id, change: MomentChange::Image(Some(second.id)) }];
    session.doc.edit(Step::new("Picture", add), Duration::ZERO).unwrap();
    session.note();
    session.title(id, "One");
    let doc = session.die();
    assert_eq!(fs::read_dir(home.pictures()).unwrap().count(), 3);
    let (_, recovered) = the_one(&home);
    assert_eq!((recovered.last(), recovered.lost_pictures), (doc.campaign(), 0));
    fs::remove_file(home.pictures().join(first.id.to_string())).unwrap();
    let (_, recovered) = the_one(&home);
    assert_eq!((recovered.last(), recovered.lost_pictures), (doc.campaign(), 0), "the plan's file has it");
    fs::write(home.pictures().join(second.id.to_string()), "something else").unwrap();
    let (_, recovered) = the_one(&home);
    assert_eq!(recovered.lost_pictures, 1);
    assert_eq!(recovered.last().moment(id).unwrap().1.title, "One");
    assert!(recovered.last().picture(second.id).unwrap().bytes.is_empty());
}

/// A long session stays bounded, and keeps the later part of the way back.
#[test]
fn a_long_session_does_not_grow_without_end() {
    let scratch = Scratch::new("journal-long");
    let home = home(&scratch);
    let (plan, id) = small();
    let mut session = Session::begin(&home, plan.clone());
    let mut longest = 0;
    for at in 0..30 {
        let notes = format!("{at} {}", "x".repeat(400_000));
        let edit = Edit::SetMoment { id, change: MomentChange::Notes(Some(notes)) };
        session.doc.edit(Step::new(format!("Notes {at}"), vec![edit]), Duration::ZERO).unwrap();
        session.note();
        longest = longest.max(session.writer.length());
    }
    assert!((8_000_000..14_000_000).contains(&longest), "{longest} bytes");
    let doc = session.die();
    let (of, recovered) = the_one(&home);
    assert_eq!(of.edits, 30);
    assert_eq!((recovered.last(), &*recovered.base), (doc.campaign(), &plan));
    let labels = labels(&recovered);
    assert!(labels.len() >= 10 && labels.len() < 30, "{}", labels.len());
    assert_eq!(labels.last(), Some(&"Notes 29"));
    assert_eq!(files(&home).len(), 1);
}

/// After a save a journal that had grown begins anew.
#[test]
fn a_save_makes_a_long_journal_short() {
    let scratch = Scratch::new("journal-short");
    let home = home(&scratch);
    let (plan, id) = small();
    let path = scratch.join("plan.moments");
    let mut session = Session::begin(&home, plan);
    let begun = session.writer.length();
    for at in 0..80 {
        session.title(id, &format!("{at}{}", "x".repeat(5000)));
    }
    let stamp = save_plan(&path, session.doc.campaign(), Base::New).unwrap().stamp;
    let long = session.writer.length();
    session.writer.saved(&entry(&session.doc, 9000), &path, stamp).unwrap();
    assert!(session.writer.length() < begun + 12_000 && long > 300_000, "{begun} {long} {}", session.writer.length());
    session.title(id, "After");
    let doc = session.die();
    let (of, recovered) = the_one(&home);
    assert_eq!((of.edits, of.head.path.as_deref(), recovered.last()), (1, Some(&*path), doc.campaign()));
    assert_eq!(*recovered.base, open_plan(&path).unwrap().campaign);
}

/// What an edit of a plan of a hundred thousand moments costs.
#[test]
fn an_edit_of_a_huge_plan_is_a_small_frame() {
    let scratch = Scratch::new("journal-huge");
    let home = home(&scratch);
    let plan = large_plan(7, 100_000, 200);
    let id = plan.lanes[100].moments[50].id;
    let mut session = Session::begin(&home, plan);
    for title in ["One", "Two"] {
        let before = session.writer.length();
        session.title(id, title);
        let cost = session.writer.length() - before;
        assert!(cost < 800, "{cost} bytes");
    }
}

#[test]
fn a_journal_that_was_made_shorter_still_knows_since_when() {
    let scratch = Scratch::new("journal-since");
    let home = home(&scratch);
    let (plan, id) = small();
    let mut session = Session::begin(&home, plan);
    session.title(id, "The first");
    let first = session.now;
    session.titles_until_it_is_made_shorter(id);
    session.die();
    let [found] = found(&home).try_into().unwrap_or_else(|all| panic!("{all:?}"));
    assert_eq!(found.since, first);
    assert_eq!(found.edits, 15);
}

#[test]
fn a_first_step_that_was_taken_back_is_not_what_it_is_since() {
    let scratch = Scratch::new("journal-since-undone");
    let home = home(&scratch);
    let (plan, id) = small();
    let mut session = Session::begin(&home, plan);
    session.title(id, "Taken back");
    session.doc.undo();
    session.note();
    session.title(id, "Stays");
    let stays = session.now;
    session.titles_until_it_is_made_shorter(id);
    session.die();
    assert_eq!(found(&home)[0].since, stays);
}
