//! Finding and reading the journals of sessions that ended before everything was saved.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::super::fs::{self, FsError, FsErrorKind, Looked, Stamp};
use super::super::home::Home;
use super::super::{format, shelf};
use super::frame::{self, Frames, Kind, Line};
use super::replay::{Stop, Way};
use super::write::{ENDING, UNFINISHED};
use super::{Head, VERSION, trash};
use crate::model::difference::Patch;
use crate::model::{Campaign, Picture, PictureId, faults};
use crate::words::files as say;

/// How long something stays in the trash, in seconds: 30 days.
pub(super) const TRASH: i64 = 30 * 24 * 60 * 60;

/// Plans with fewer moments than this are looked through after every step, larger ones at the end.
const LOOKED_THROUGH: usize = 2000;

/// Whoever goes on from a draft holds it from then on: two threads of one program do not look and take at the same time.
static LOOKING: Mutex<()> = Mutex::new(());

pub(super) fn alone() -> MutexGuard<'static, ()> {
    LOOKING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How the plan's file stands against what the session knew of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileNow {
    /// The plan has none yet.
    None,
    /// It is as it was.
    AsBefore,
    /// It holds something else.
    Changed,
    /// It is not there.
    Gone,
    /// It cannot be read.
    Unreadable,
}

/// What a session did that its plan's file lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Whose it is; the file is the one that was saved last.
    pub head: Head,
    /// What the plan is called.
    pub name: String,
    /// How many steps the file lacks.
    pub edits: usize,
    /// When the first of them was done, in seconds since 1970.
    pub since: i64,
    /// When the last was done.
    pub until: i64,
    /// The name of the last step.
    pub last: String,
    /// How the file stands.
    pub file: FileNow,
    pub(super) path: PathBuf,
}

/// What a journal gives back.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// What the plan's file held, as far as the session knew; for a plan without a file the plan as it began.
    pub base: Arc<Campaign>,
    /// What was done since, oldest first, each with the name of the step that led to it.
    pub steps: Vec<(String, Arc<Campaign>)>,
    /// When each of them was done, in seconds since 1970.
    pub times: Vec<i64>,
    /// Whether the end of the journal was not whole. What is here is right; something after it is missing.
    pub cut: bool,
    /// Pictures whose content is nowhere to be found any more.
    pub lost_pictures: usize,
}

impl Recovered {
    /// The plan as it was last.
    #[must_use]
    pub fn last(&self) -> &Arc<Campaign> {
        self.steps.last().map_or(&self.base, |(_, state)| state)
    }
}

/// What can be recovered, the newest first. What a window is still working on is not among it, nor what its file holds.
///
/// Reads all journals that nobody holds and the files they belong to, so that it is work for a thread of its own.
#[must_use]
pub fn found(home: &Home) -> Vec<Found> {
    let _alone = alone();
    let free = |path: PathBuf| {
        let _held = watched(&path)?;
        look(home, path)
    };
    let mut all: Vec<Found> = journals(home, ENDING).into_iter().filter_map(free).collect();
    // What another one goes on from is offered with that one.
    let older: Vec<String> = all.iter().filter_map(|found| found.head.instead_of.clone()).collect();
    all.retain(|found| !older.contains(&found.key()));
    all.sort_by(|a, b| b.until.cmp(&a.until).then_with(|| a.path.cmp(&b.path)));
    all
}

/// What a journal has that its plan's file lacks; `None` where there is nothing, or nothing that can be read.
pub(super) fn look(home: &Home, path: PathBuf) -> Option<Found> {
    let (bytes, _) = fs::load(&path).ok()?;
    let story = Story::read(home, &bytes)?;
    let (file, held) = file_of(&story.head);
    let end = story.way.end();
    let (edits, until) = (story.way.steps(), story.until);
    let since = story.way.stops.first()?.since;
    let (name, last) = (end.state.name.clone(), end.label.clone());
    let saved = held.is_some_and(|held| held == format::without_unused_pictures(&end.state));
    (!saved).then_some(Found { head: story.head, name, edits, since, until, last, file, path })
}

/// Reads what was found.
///
/// # Errors
/// When the journal is not there any more, or the disk does not give it.
pub fn recover(home: &Home, found: &Found) -> Result<Recovered, FsError> {
    let (bytes, _) = fs::load(&found.path)?;
    let story = Story::read(home, &bytes).ok_or_else(|| FsError::new(FsErrorKind::Garbled, say::disk_garbled()))?;
    let times = story.way.stops.iter().map(|stop| stop.at).collect();
    let steps = story.way.stops.into_iter().map(|stop| (stop.label, stop.state)).collect();
    Ok(Recovered { base: story.way.base.state, steps, times, cut: story.cut, lost_pictures: story.lost })
}

/// Puts what was found into the trash, where it stays for 30 days, and with it the draft that it goes on from; `now` is in
/// seconds since 1970.
///
/// # Errors
/// When the disk refuses.
pub fn discard(home: &Home, found: &Found, now: i64) -> Result<(), FsError> {
    into_trash(home, &found.path, now)?;
    older_into_trash(home, found, now)
}

/// Puts the draft that this one goes on from into the trash: what is worth having of it is in this one.
pub(super) fn older_into_trash(home: &Home, found: &Found, now: i64) -> Result<(), FsError> {
    let Some(key) = &found.head.instead_of else { return Ok(()) };
    let older = journals(home, ENDING).into_iter().find(|path| key_of(path) == *key);
    older.map_or(Ok(()), |path| into_trash(home, &path, now))
}

/// How a journal is called, whatever folder it is in.
pub(super) fn key_of(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

pub(super) fn into_trash(home: &Home, path: &Path, now: i64) -> Result<(), FsError> {
    fs::ensure_private_folder(&home.trash())?;
    let part = |of: Option<&std::ffi::OsStr>| of.unwrap_or_default().to_string_lossy().into_owned();
    let (plan, session) = (part(path.parent().and_then(Path::file_name)), part(path.file_stem()));
    fs::move_to(path, &home.trash().join(format!("{now}-{plan}-{session}.{ENDING}")))?;
    if let Some(folder) = path.parent() {
        fs::remove_if_empty(folder);
    }
    Ok(())
}

/// Takes away what nobody needs: journals whose plans were saved, what was cut off while it was written, and what has been in
/// the trash for 30 days. What nobody can read goes into the trash; what a later version wrote stays. What cannot be taken
/// away stays, too. `now` is in seconds since 1970.
#[must_use = "what nobody can read is worth a word"]
pub fn tidy(home: &Home, now: i64) -> usize {
    let _alone = alone();
    let mut unreadable = 0;
    for path in journals(home, UNFINISHED) {
        if let Some(_held) = watched(&path) {
            let _stays = fs::discard(&path);
        }
    }
    for path in journals(home, ENDING) {
        let Some(held) = watched(&path) else { continue };
        let Ok((bytes, _)) = fs::load(&path) else { continue };
        if Frames::of(&bytes).next().and_then(Line::read).is_some_and(|line| line.version > VERSION) {
            continue;
        }
        let _stays = match Story::read(home, &bytes) {
            Some(story) if story.way.stops.is_empty() => fs::discard(&path),
            Some(_) => continue,
            None => into_trash(home, &path, now).inspect(|()| unreadable += 1),
        };
        drop(held);
        if let Some(folder) = path.parent() {
            fs::remove_if_empty(folder);
        }
    }
    for path in fs::files_in(&home.trash(), ENDING).unwrap_or_default() {
        if trash::since(&path).is_some_and(|since| now.saturating_sub(since) > TRASH) {
            let _stays = fs::discard(&path);
        }
    }
    unreadable
}

/// The files of all plans that end so.
fn journals(home: &Home, ending: &str) -> Vec<PathBuf> {
    let folders = fs::folders_in(&home.journals()).unwrap_or_default();
    folders.iter().flat_map(|folder| fs::files_in(folder, ending).unwrap_or_default()).collect()
}

/// Looks at a journal that nobody writes or goes on from, and keeps it so meanwhile; `None` while its session lives. Where there
/// are no locks nobody can tell.
pub(super) fn watched(path: &Path) -> Option<Looked> {
    match fs::look(path) {
        Looked::Theirs(_) | Looked::Nothing => None,
        free => Some(free),
    }
}

/// How the file stands, and what it holds where that can be read.
fn file_of(head: &Head) -> (FileNow, Option<Campaign>) {
    let Some(path) = &head.path else { return (FileNow::None, None) };
    match fs::load(path) {
        Ok((bytes, stamp)) => {
            let plan = format::read(&bytes).ok().map(|loaded| loaded.campaign);
            let same = head.stamp == Some(stamp);
            (if same { FileNow::AsBefore } else { FileNow::Changed }, plan)
        }
        Err(error) if error.kind == FsErrorKind::NotFound => (FileNow::Gone, None),
        Err(_) => (FileNow::Unreadable, None),
    }
}

/// A journal, read as far as it is whole and makes sense.
struct Story {
    head: Head,
    way: Way<Arc<Campaign>>,
    until: i64,
    cut: bool,
    lost: usize,
}

impl Story {
    /// `None` for a journal that is broken at its beginning, foreign, or of a later version.
    fn read(home: &Home, bytes: &[u8]) -> Option<Self> {
        let story = Self::walk(home, bytes, false)?;
        // The end of a large plan is looked at once; where it is not sound, every state on the way there is.
        if is_sound(&story.way.end().state) { Some(story) } else { Self::walk(home, bytes, true) }
    }

    fn walk(home: &Home, bytes: &[u8], strict: bool) -> Option<Self> {
        let mut frames = Frames::of(bytes);
        let head = head_of(&Line::read(frames.next()?)?)?;
        let mut pictures = Pictures { home, file: head.path.clone(), read: OnceCell::new(), lost: Vec::new() };
        let text = frames.next()?;
        let line = Line::read(text).filter(|line| line.kind == Kind::Base)?;
        let base = stop(&line, text, &Campaign::new(head.plan, ""), &mut pictures).filter(|base| is_sound(&base.state))?;
        let mut story = Self { head, until: base.at, way: Way::from(base), cut: false, lost: 0 };
        let whole = frames.by_ref().all(|text| story.step(text, &mut pictures, strict).is_some());
        story.cut = !whole || frames.passed() != bytes.len();
        story.lost = pictures.lost.len();
        Some(story)
    }

    /// Goes one frame further; `None` where that makes no sense.
    fn step(&mut self, text: &str, pictures: &mut Pictures<'_>, strict: bool) -> Option<()> {
        let line = Line::read(text)?;
        let stop = stop(&line, text, &self.way.end().state, pictures)?;
        if (strict || stop.state.moment_count() < LOOKED_THROUGH) && !is_sound(&stop.state) {
            return None;
        }
        match line.kind {
            Kind::State => self.way.come(stop),
            Kind::Saved => {
                self.head.path = line.path.as_deref().and_then(path_of);
                self.head.stamp = line.stamp.as_deref().and_then(stamp_of);
                self.way.save(stop);
            }
            Kind::Head | Kind::Base => return None,
        }
        self.until = self.until.max(line.at);
        Some(())
    }
}

fn is_sound(plan: &Campaign) -> bool {
    faults(plan).is_empty()
}

/// The state that a frame leads to from the one before.
fn stop(line: &Line, text: &str, before: &Campaign, pictures: &mut Pictures<'_>) -> Option<Stop<Arc<Campaign>>> {
    let mut patch = frame::patch(text)?;
    pictures.supply(&mut patch, before);
    let state = Arc::new(patch.apply(before).ok()?);
    let (at, revision, depth, label) = (line.at, line.revision, line.depth, line.label.clone());
    Some(Stop { at, since: line.since.unwrap_or(at), revision, depth, label, steps: 0, state })
}

fn head_of(line: &Line) -> Option<Head> {
    let sound = line.kind == Kind::Head && (1..=VERSION).contains(&line.version);
    Some(Head {
        plan: line.plan.filter(|_| sound)?,
        path: line.path.as_deref().and_then(path_of),
        stamp: line.stamp.as_deref().and_then(stamp_of),
        app: line.app.clone(),
        pid: line.pid,
        instead_of: line.instead_of.clone(),
        began: line.at,
    })
}

/// A hash is written as those of pictures are.
fn stamp_of(text: &str) -> Option<Stamp> {
    PictureId::parse(text).map(|hash| Stamp::from_hash(hash.0))
}

fn path_of(text: &str) -> Option<PathBuf> {
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    let bytes = text.as_bytes().chunks(2).map(byte).collect::<Option<Vec<u8>>>()?;
    Some(PathBuf::from(os_text(bytes)?))
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere not every name can be given back")]
fn os_text(bytes: Vec<u8>) -> Option<OsString> {
    Some(std::os::unix::ffi::OsStringExt::from_vec(bytes))
}

#[cfg(not(unix))]
fn os_text(bytes: Vec<u8>) -> Option<OsString> {
    String::from_utf8(bytes).ok().map(OsString::from)
}

/// Where the content of pictures comes from: the shelf, and where that lost one, the plan's file.
struct Pictures<'a> {
    home: &'a Home,
    file: Option<PathBuf>,
    read: OnceCell<HashMap<PictureId, Arc<Picture>>>,
    lost: Vec<PictureId>,
}

impl Pictures<'_> {
    fn supply(&mut self, patch: &mut Patch, before: &Campaign) {
        for card in &mut patch.pictures {
            if before.picture(card.id).is_some_and(|known| !known.bytes.is_empty()) {
                continue;
            }
            let of_file = || self.of_file().get(&card.id).map(|picture| Arc::clone(&picture.bytes));
            match shelf::get(self.home, card.kept_as.unwrap_or(card.id)).ok().map(Arc::from).or_else(of_file) {
                Some(bytes) => card.bytes = bytes,
                None if self.lost.contains(&card.id) => {}
                None => self.lost.push(card.id),
            }
        }
    }

    fn of_file(&self) -> &HashMap<PictureId, Arc<Picture>> {
        self.read.get_or_init(|| {
            let bytes = self.file.as_deref().and_then(|path| fs::load(path).ok());
            let plan = bytes.and_then(|(bytes, _)| format::read(&bytes).ok());
            plan.into_iter().flat_map(|loaded| loaded.campaign.pictures).map(|picture| (picture.id, picture)).collect()
        })
    }
}
