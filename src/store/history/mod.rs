//! Earlier versions of plans: what each save wrote and what it replaced, outside of the folder the plan is in.
//!
//! A version is one file, `<state>/history/<plan>/<number>-<second>-<hash>.version`: a line that says what is known of it, then
//! the plan without its pictures, which stand once for all versions on the [`shelf`](super::shelf). There is no index: a file that
//! is damaged is one line of the list, and never in the way of the others. A name that somebody gave stands beside it in a
//! file of its own, so that what was kept is never written again. [`keep`] thins by age as [`thin`] says.
//!
//! Nobody who saves waits for any of this to succeed: what fails here is said, and the plan is saved all the same.

mod body;
mod head;
pub mod thin;
mod whose;

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

pub use head::{Facts, Health, Size};
pub use whose::of_file;

use super::format::{self, Loaded, Notice};
use super::fs::{self, Base, FsError, FsErrorKind, Stamp};
use super::home::Home;
use super::{ReadError, shelf};
use crate::model::direction::is_direction;
use crate::model::{Campaign, PictureId, PlanId, halt};
use crate::words::{files, versions as say};
use head::{Head, NoHead};

/// Most bytes of all versions of all plans together, pictures aside (1 GiB). Beyond that the oldest ones go, whatever their plan.
pub const MOST_BYTES: u64 = 1024 * 1024 * 1024;
/// Longest name of a version, in characters.
pub const LONGEST_NAME: usize = 80;

const ENDING: &str = "version";
/// How the file of one ends that cannot be read: told apart by name, so that thinning has to open nothing.
const UNSOUND: &str = "unread-version";
const NAME_ENDING: &str = "name";
/// Largest file of a name, in bytes.
const NAME_BYTES: u64 = 4096;

/// Names a version of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VersionId(String);

/// A version in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which.
    pub id: VersionId,
    /// What is known of it.
    pub facts: Facts,
    /// What somebody called it; empty where that cannot be read.
    pub name: Option<String>,
    /// The length of the plan file, pictures included; of the version's own file where it is damaged.
    pub bytes: u64,
    /// It is damaged, so that nothing is known of it but the time of its file.
    pub damaged: bool,
}

/// The file of a version, as its name tells.
#[derive(Clone, Debug)]
struct Place {
    path: PathBuf,
    id: VersionId,
    number: u64,
    at: i64,
    hash: String,
    sound: bool,
    named: bool,
}

impl Place {
    fn name_path(&self) -> PathBuf {
        self.path.with_extension(NAME_ENDING)
    }

    const fn known(&self) -> thin::Known {
        thin::Known { at: self.at, named: self.named, sound: self.sound }
    }
}

/// How the name of a version's file shows its content.
fn short(stamp: Stamp) -> String {
    PictureId(stamp.hash()).to_string().chars().take(16).collect()
}

/// The files of a folder of versions, the oldest first. A folder that is not there holds none.
fn places(folder: &Path) -> Result<Vec<Place>, FsError> {
    let all = match fs::everything_in(folder) {
        Err(error) if error.kind == FsErrorKind::NotFound => return Ok(Vec::new()),
        all => all?,
    };
    let mut places: Vec<Place> = all.iter().filter_map(|path| place(path)).collect();
    for place in &mut places {
        place.named = all.contains(&place.name_path());
    }
    places.sort_by(|a, b| (a.number, a.at, &a.hash).cmp(&(b.number, b.at, &b.hash)));
    Ok(places)
}

fn place(path: &Path) -> Option<Place> {
    let ending = path.extension()?.to_str()?;
    let sound = match ending {
        ENDING => true,
        UNSOUND => false,
        _ => return None,
    };
    let stem = path.file_stem()?.to_str()?;
    let mut parts = stem.splitn(3, '-');
    let (number, at, hash) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.to_owned());
    Some(Place { path: path.to_owned(), id: VersionId(stem.to_owned()), number, at, hash, sound, named: false })
}

/// What can be made of the bytes of a plan file, and the plan where it can be read.
#[must_use]
pub fn look_at(bytes: &[u8]) -> (Health, Option<Campaign>) {
    match format::read_cut(bytes) {
        Ok(loaded) if !loaded.notices.iter().any(|notice| notice.unreadable) => (Health::Sound, Some(loaded.campaign)),
        Ok(loaded) => (Health::Unreadable, Some(loaded.campaign)),
        Err(error) if error.hint == files::hint_newer() => (Health::Newer, None),
        Err(_) => (Health::Unreadable, None),
    }
}

/// Whether these bytes are the newest version of the plan already.
#[must_use]
pub fn is_newest(home: &Home, plan: PlanId, stamp: Stamp) -> bool {
    places(&home.history(plan)).is_ok_and(|places| places.last().is_some_and(|last| last.hash == short(stamp)))
}

/// The plan as its newest version has it, where there is one that can be read.
#[must_use]
pub fn newest(home: &Home, plan: PlanId) -> Option<Campaign> {
    let last = places(&home.history(plan)).ok()?.pop().filter(|last| last.sound)?;
    Some(open(home, plan, &last.id).ok()?.campaign)
}

/// Keeps a version of a plan, unless it is the newest one already, and lets go of those that are too many. Each content is
/// stored once: a state that comes back is a version of its own, which says that its content stands in the earlier one.
///
/// # Errors
/// When the disk refuses. Nothing that was kept before is lost then.
pub fn keep(home: &Home, plan: PlanId, bytes: &[u8], facts: Facts) -> Result<VersionId, FsError> {
    let folder = home.history(plan);
    let before = places(&folder)?;
    let hash = short(Stamp::of(bytes));
    if let Some(last) = before.last().filter(|last| last.hash == hash && is_whole(last, &before)) {
        return Ok(last.id.clone());
    }
    fs::ensure_private_folder(&folder)?;
    let (at, mut shelved) = (facts.at, Vec::new());
    let written = write(home, &folder, bytes, facts, &before, &mut shelved);
    let id = match written {
        Ok(id) => id,
        Err(error) => {
            // Of what could not be kept no picture stays behind.
            sweep(home, plan, shelved);
            return Err(error);
        }
    };
    // What cannot be thinned now is thinned with the next one: this one is kept.
    let all = places(&folder).unwrap_or_default();
    let known: Vec<thin::Known> = all.iter().map(Place::known).collect();
    let gone = thin::goes(&known, at).into_iter().filter_map(|at| all.get(at));
    let mut pictures = Vec::new();
    for old in gone {
        let_go(old, &mut pictures);
    }
    within_bounds(home, &mut pictures);
    sweep(home, plan, pictures);
    remove_leftovers(&folder, at);
    remove_leftovers(&home.pictures(), at);
    Ok(id)
}

/// Writes the file of a version, its pictures first.
fn write(
    home: &Home,
    folder: &Path,
    bytes: &[u8],
    facts: Facts,
    before: &[Place],
    shelved: &mut Vec<PictureId>,
) -> Result<VersionId, FsError> {
    let mut shelve = |picture: &[u8]| {
        let id = shelf::put(home, picture)?;
        shelved.push(id);
        Ok(id)
    };
    let (body, cuts) = body::split(bytes, &mut shelve)?;
    let (at, sound) = (facts.at, facts.health == Health::Sound);
    let elsewhere =
        before.iter().any(|old| old.hash == short(Stamp::of(bytes)) && body_in(old).is_some_and(|there| there == body));
    let head = Head { elsewhere, ..Head::new(facts, bytes, &body, &cuts) };
    let follows: &[u8] = if elsewhere { &[] } else { &body };
    let line = head.line().map_err(|cause| FsError::new(FsErrorKind::Other, cause.to_string()))?;
    let number = before.last().map_or(1, |last| last.number.saturating_add(1));
    let id = VersionId(format!("{number:08}-{at}-{}", short(Stamp::of(bytes))));
    let path = folder.join(format!("{}.{}", id.0, if sound { ENDING } else { UNSOUND }));
    fs::save(&path, &[line.as_bytes(), follows].concat(), Base::Overwrite)?;
    // Another window may have taken a picture off the shelf while nothing named it yet.
    if cuts.iter().any(|cut| !shelf::has(home, cut.picture)) {
        body::split(bytes, shelve)?;
    }
    Ok(id)
}

/// Removes what was being written into a folder when the program was killed, an hour ago or longer.
fn remove_leftovers(folder: &Path, now: i64) {
    let hour_ago = Duration::from_secs(u64::try_from(now.saturating_sub(3600)).unwrap_or(0));
    for path in fs::everything_in(folder).unwrap_or_default() {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if let Some((target, _)) = name.strip_prefix(".~").and_then(|rest| rest.strip_suffix(".tmp")?.rsplit_once('.')) {
            let _gone = fs::remove_leftovers(&folder.join(target), SystemTime::UNIX_EPOCH + hour_ago);
        }
    }
}

/// The head of a version, and where what follows it begins.
fn head_of(place: &Place) -> Result<(Head, usize), NoHead> {
    fs::load_start(&place.path, head::LONGEST).map_err(|_| NoHead::Damaged).and_then(|start| Head::read(&start))
}

/// Whether the file of a version, and the one that its content stands in, have the length that they say they have.
fn is_whole(place: &Place, all: &[Place]) -> bool {
    let long_enough = |place: &Place| {
        let (head, from) = head_of(place).ok()?;
        fs::length(&place.path).is_ok_and(|length| length == from as u64 + head.follows()).then_some(head.elsewhere)
    };
    match long_enough(place) {
        Some(true) => all.iter().any(|other| other.hash == place.hash && long_enough(other) == Some(false)),
        whole => whole.is_some(),
    }
}

/// What a version holds of the plan, where its own file does.
fn body_in(place: &Place) -> Option<Vec<u8>> {
    let (mut file, _) = fs::load(&place.path).ok()?;
    let (head, from) = Head::read(&file).ok()?;
    (!head.elsewhere && from <= file.len()).then(|| file.split_off(from))
}

/// Before a version goes whose content others share, one of those takes it over; says whether it may go.
fn hand_over(place: &Place) -> bool {
    let beside = place.path.parent().and_then(|folder| places(folder).ok()).unwrap_or_default();
    let sharing = beside.into_iter().filter(|other| other.hash == place.hash && other.path != place.path);
    let mut heir = None;
    for other in sharing {
        match head_of(&other) {
            // It stands there as well.
            Ok((head, _)) if !head.elsewhere => return true,
            Ok((head, _)) => heir = Some((other, head)),
            Err(_) => {}
        }
    }
    let (Some((heir, head)), Some(body)) = (heir, body_in(place)) else { return true };
    let line = Head { elsewhere: false, ..head }.line();
    line.is_ok_and(|line| fs::save(&heir.path, &[line.as_bytes(), &body].concat(), Base::Overwrite).is_ok())
}

/// Removes a version. One that cannot be removed is tried again with the next one that is kept.
fn let_go(place: &Place, pictures: &mut Vec<PictureId>) {
    if hand_over(place) {
        remove(place, pictures);
    }
}

/// Removes the file of a version, whatever else needs it.
fn remove(place: &Place, pictures: &mut Vec<PictureId>) {
    if let Ok(start) = fs::load_start(&place.path, head::LONGEST)
        && let Ok((head, _)) = Head::read(&start)
    {
        pictures.extend(head.pictures());
    }
    let _tried_again = fs::discard(&place.path);
}

/// Lets the oldest versions of all plans go while all of them together take too much room. Names stay, and of each plan what
/// can be read last.
fn within_bounds(home: &Home, pictures: &mut Vec<PictureId>) {
    let Ok(folders) = fs::everything_in(&home.histories()) else { return };
    let mut old: Vec<(Place, u64)> = Vec::new();
    let mut bytes = 0;
    for folder in folders {
        let Ok(places) = places(&folder) else { continue };
        let newest = places.iter().rposition(|place| place.sound).unwrap_or(places.len());
        for (at, place) in places.into_iter().enumerate() {
            let length = fs::length(&place.path).unwrap_or(0);
            bytes += length;
            if at < newest && !place.named {
                old.push((place, length));
            }
        }
    }
    old.sort_by_key(|(place, _)| place.at);
    for (place, length) in old {
        if bytes <= MOST_BYTES {
            break;
        }
        let_go(&place, pictures);
        bytes -= length;
    }
}

/// Takes those pictures off the shelf that nothing names any more: no version of any plan, no journal, nothing in the trash.
fn sweep(home: &Home, plan: PlanId, mut pictures: Vec<PictureId>) {
    pictures.sort_unstable();
    pictures.dedup();
    // Nearly always a later version of the same plan shows them still, and nothing else has to be looked into.
    let own = home.history(plan);
    for folder in [own, home.histories(), home.journals(), home.trash()] {
        still_named(&folder, &mut pictures, 0);
    }
    for picture in pictures {
        shelf::drop_picture(home, picture);
    }
}

/// Takes out of the list what is named in the files of a folder. What cannot be looked into may name anything.
fn still_named(folder: &Path, pictures: &mut Vec<PictureId>, depth: u8) {
    if pictures.is_empty() {
        return;
    }
    let all = match fs::everything_in(folder) {
        Ok(all) => all,
        Err(error) if error.kind == FsErrorKind::NotFound => return,
        Err(_) => return pictures.clear(),
    };
    for path in all {
        let text = match place(&path) {
            Some(_) => fs::load_start(&path, head::LONGEST),
            None => fs::load(&path).map(|(bytes, _)| bytes),
        };
        match text {
            Ok(text) => shelf::keep_unnamed(&text, pictures),
            Err(error) if error.kind == FsErrorKind::NotAFile && depth < 3 => still_named(&path, pictures, depth + 1),
            Err(error) if error.kind == FsErrorKind::NotFound => {}
            Err(_) => pictures.clear(),
        }
    }
}

/// The versions of a plan, the newest first.
///
/// # Errors
/// When the folder cannot be read.
pub fn list(home: &Home, plan: PlanId) -> Result<Vec<Entry>, FsError> {
    let places = places(&home.history(plan))?;
    // Of a list that nobody waits for any more no further heads are read.
    Ok(places.iter().rev().take_while(|_| !halt::is_unwanted()).map(entry).collect())
}

fn entry(place: &Place) -> Entry {
    let name = place.named.then(|| match fs::load_at_most(&place.name_path(), NAME_BYTES) {
        Ok((bytes, _)) => clean(&String::from_utf8_lossy(&bytes)),
        Err(_) => String::new(),
    });
    let (facts, bytes, damaged) = match head_of(place) {
        // The name of the file says when, too: a line that says something else was damaged there.
        Ok((head, _)) if head.facts.at == place.at => (head.facts, head.bytes, false),
        Err(NoHead::Newer) => (Facts { at: place.at, health: Health::Newer, ..Facts::default() }, length(place), false),
        Ok(_) | Err(NoHead::Damaged) => {
            let at = fs::glance(&place.path).ok().and_then(fs::Glance::seconds).unwrap_or(place.at);
            (Facts { at, health: Health::Unreadable, ..Facts::default() }, length(place), true)
        }
    };
    Entry { id: place.id.clone(), facts, name, bytes, damaged }
}

fn length(place: &Place) -> u64 {
    fs::length(&place.path).unwrap_or(0)
}

/// A name on one line, without marks that nobody sees or that turn text around, and not too long.
fn clean(name: &str) -> String {
    let name: String = name.chars().filter(|c| !is_direction(*c)).collect();
    let one_line = name.split(|c: char| c.is_control() || c.is_whitespace()).filter(|word| !word.is_empty());
    one_line.collect::<Vec<_>>().join(" ").chars().take(LONGEST_NAME).collect()
}

fn find(home: &Home, plan: PlanId, id: &VersionId) -> Result<Place, FsError> {
    let mut places = places(&home.history(plan))?;
    let at = places.iter().position(|place| place.id == *id);
    at.map(|at| places.swap_remove(at)).ok_or_else(|| FsError::new(FsErrorKind::NotFound, say::gone()))
}

/// Opens a version. A picture that is no longer on the shelf, or a damaged place, is a notice, as in any plan.
///
/// # Errors
/// When it is gone, the disk refuses, or it cannot be read.
pub fn open(home: &Home, plan: PlanId, id: &VersionId) -> Result<Loaded, ReadError> {
    let place = find(home, plan, id).map_err(|error| ReadError::new(error.message, &error.hint))?;
    let (file, _) = fs::load(&place.path).map_err(|error| ReadError::new(error.message, &error.hint))?;
    let (head, from) = Head::read(&file).map_err(|why| match why {
        NoHead::Newer => ReadError::new(say::newer(), files::hint_newer()),
        NoHead::Damaged => ReadError::new(say::damaged(), say::hint_another()),
    })?;
    let there = if head.elsewhere {
        let all = places(&home.history(plan)).unwrap_or_default();
        let body = all.iter().filter(|other| other.hash == place.hash).find_map(body_in);
        Some(body.ok_or_else(|| ReadError::new(say::damaged(), say::hint_another()))?)
    } else {
        None
    };
    let body = there.as_deref().or_else(|| file.get(from..)).unwrap_or_default();
    let (bytes, whole) = body::join(body, &head.cuts(), |picture| shelf::get(home, picture).ok());
    let sound = head.is_of(&bytes);
    // Nobody writes a version by hand: where it does not hold what was kept, which place is damaged helps nobody.
    let damaged = |why| if sound { why } else { ReadError::new(say::damaged(), say::hint_another()) };
    let mut loaded = format::read_cut(&bytes).map_err(damaged)?;
    if whole && !sound {
        loaded.notices.push(Notice { message: say::part_damaged().to_owned(), unreadable: true });
    }
    Ok(loaded)
}

/// Gives a version a name, by which it stays for good; an empty one takes the name away.
///
/// # Errors
/// When it is gone, or the disk refuses.
pub fn call(home: &Home, plan: PlanId, id: &VersionId, name: &str) -> Result<(), FsError> {
    let place = find(home, plan, id)?;
    let name = clean(name);
    if name.is_empty() {
        fs::discard(&place.name_path())
    } else {
        fs::save(&place.name_path(), name.as_bytes(), Base::Overwrite).map(drop)
    }
}

/// Keeps a version with a name, or gives the name to the one that has this content already.
///
/// # Errors
/// When the disk refuses.
pub fn keep_as(home: &Home, plan: PlanId, bytes: &[u8], facts: Facts, name: &str) -> Result<VersionId, FsError> {
    let hash = short(Stamp::of(bytes));
    let all = places(&home.history(plan))?;
    let kept = all.iter().rev().find(|place| place.hash == hash && is_whole(place, &all));
    let id = match kept {
        Some(place) => place.id.clone(),
        None => keep(home, plan, bytes, facts)?,
    };
    call(home, plan, &id, name)?;
    Ok(id)
}

/// Removes every version of a plan, named ones too, and the pictures that only they show.
///
/// # Errors
/// When one of them cannot be removed.
pub fn forget(home: &Home, plan: PlanId) -> Result<(), FsError> {
    let mut pictures = Vec::new();
    let mut failed = None;
    for place in places(&home.history(plan))? {
        remove(&place, &mut pictures);
        failed = fs::discard(&place.path).and_then(|()| fs::discard(&place.name_path())).err().or(failed);
    }
    sweep(home, plan, pictures);
    failed.map_or(Ok(()), Err)
}
