//! The recovery journal of the plan on screen: every edit is on the disk within a second, whatever happens to the window.
//!
//! ```text
//!   frame ── note_state ──▶ Order (an Arc) ──▶ Desk, on a thread of its own ──▶ store::journal
//!                                              waits for a pause of 500 ms, at most 1 s
//! ```
//!
//! The window never waits for the disk: it hands over a pointer to the last state that is a step, and goes on; where something has
//! to be written before anything else happens, a job waits for the desk ([aside](super::aside)). Only a window that is closing
//! waits by itself, for a while. A journal that cannot be written is said once and tried again. What the plan on screen holds and no file has stays as a draft whenever
//! another plan takes its place or the window closes, and lies in the trash where another state of the same plan does; what was
//! saved leaves none.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::App;
use super::clock::Stopwatch;
use crate::edit::Latest;
use crate::model::Campaign;
use crate::store::home::Home;
use crate::store::journal::{Entry, Found, Head, Taken, Writer};
use crate::store::{FsError, Stamp};
use crate::words::{language, recovery as say};

/// A pause of that length after an edit, and it is written.
const PAUSE: Duration = Duration::from_millis(500);
/// However much is typed: longer than that nothing waits.
const LONGEST: Duration = Duration::from_secs(1);
/// A disk that refused is asked again after that time.
const AGAIN: Duration = Duration::from_secs(5);
/// How long closing waits for the last edits to be written.
const AT_THE_END: Duration = Duration::from_secs(3);
/// States that are remembered in case one of them turns out to be the one that was saved.
const SEEN: usize = 256;
/// Most steps that wait for a disk that refuses; older ones become one.
const MOST_WAITING: usize = 1000;

/// What the desk is told.
#[derive(Debug)]
enum Order {
    /// A plan comes on screen, as its file has it; what was done since, where it comes from a draft, and that draft: it goes
    /// once what was made of it is in a file, or stays in the new journal.
    Begin { head: Box<Head>, base: Entry, steps: Vec<Entry>, instead_of: Option<Box<Found>> },
    /// The plan is in another state.
    Follow(Entry),
    /// The state with that number is in that file now.
    Saved { revision: u64, path: PathBuf, stamp: Stamp },
    /// The plan goes.
    End,
    /// What was done since the last save is about to give way to another state of the plan: it goes into the trash.
    SetAside(Sender<Aside>),
    /// Everything is to be written now.
    Flush(Sender<bool>),
    /// The window goes.
    Stop,
}

/// What became of the edits that no file has when another state of the plan takes their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aside {
    /// There were none, or this computer has no place for them.
    Nothing,
    /// They lie in the trash as a draft, for as long as anything stays there.
    InTrash,
    /// The disk refused, for that reason where it gave one, so nothing may take their place.
    Refused(Option<String>),
}

/// What the desk tells: that it cannot write, and why, or that it can again.
#[derive(Clone, Debug, PartialEq, Eq)]
enum News {
    Trouble(String),
    Written,
}

/// The plan that is written about.
#[derive(Debug)]
struct Session {
    head: Head,
    /// What its file has, before anything is written.
    base: Entry,
    /// What is to be written, as it would be taken back: a step that goes on stands in the place of what it goes on from.
    waiting: Vec<Entry>,
    /// The last states, written or not.
    seen: VecDeque<Entry>,
    writer: Option<Writer>,
    instead_of: Option<Taken>,
}

impl Session {
    fn follow(&mut self, entry: Entry) {
        while self.waiting.pop_if(|last| last.depth >= entry.depth).is_some() {}
        if self.waiting.len() >= MOST_WAITING {
            self.waiting.remove(0);
        }
        if self.seen.len() >= SEEN {
            self.seen.pop_front();
        }
        self.seen.push_back(entry.clone());
        self.waiting.push(entry);
    }

    /// Writes what waits. A journal is begun when there is something to write.
    fn write(&mut self, home: &Home) -> Result<(), FsError> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let writer = match &mut self.writer {
            Some(writer) => writer,
            none => none.insert(Writer::begin(home, self.head.clone(), self.base.clone())?),
        };
        writer.append(&self.waiting)?;
        self.waiting.clear();
        Ok(())
    }

    /// The draft that the plan comes from is not needed any more.
    fn put_away(&mut self, home: &Home) {
        if let Some(old) = self.instead_of.take() {
            // A draft that cannot be put away is offered once more, and that loses nothing.
            let now = self.seen.back().map_or(self.head.began, |entry| entry.at.max(self.head.began));
            let _offered_again = old.discard(home, now);
        }
    }

    /// The plan goes, and the draft that it came from with it, into the trash: what was made of it is in a journal of its own,
    /// or was taken back by whoever looked at it. Where the last of that could not be written the draft is offered as it was.
    fn end(mut self, home: &Home) {
        if let Some(writer) = self.writer.take() {
            writer.close();
        }
        if self.waiting.is_empty() {
            self.put_away(home);
        }
    }

    /// What was done since the last save becomes a draft in the trash, and the journal begins anew with what the file has: what
    /// comes now is told from that. A journal that cannot be moved goes on as before.
    fn set_aside(&mut self, home: &Home) -> Result<Aside, FsError> {
        let Some(writer) = self.writer.take_if(|writer| writer.has_edits()) else { return Ok(Aside::Nothing) };
        let now = self.seen.back().map_or(self.head.began, |entry| entry.at.max(self.head.began));
        if let Err(cause) = writer.put_into_trash(now) {
            self.writer = Some(writer);
            return Err(cause);
        }
        self.head = Head { instead_of: None, ..writer.head().clone() };
        self.base = writer.base().clone();
        self.put_away(home);
        Ok(Aside::InTrash)
    }

    /// A state that nobody remembers cannot be written down as saved; what was done is then offered once more after a crash.
    fn saved(&mut self, home: &Home, revision: u64, path: PathBuf, stamp: Stamp) -> Result<(), FsError> {
        let Some(entry) = self.seen.iter().rev().find(|entry| entry.revision == revision).cloned() else { return Ok(()) };
        if let Some(writer) = &mut self.writer {
            writer.saved(&entry, &path, stamp)?;
            self.put_away(home);
            return Ok(());
        }
        if let Some(at) = self.waiting.iter().position(|waiting| waiting.revision == revision) {
            self.waiting.drain(..=at);
        }
        (self.head.path, self.head.stamp, self.base) = (Some(path), Some(stamp), entry);
        self.put_away(home);
        Ok(())
    }
}

/// Writes the journal.
#[derive(Debug)]
struct Desk {
    home: Home,
    session: Option<Session>,
    trouble: bool,
    tell: Sender<News>,
    ctx: egui::Context,
}

impl Desk {
    /// Takes an order in. Edits wait for a pause; all else is done at once.
    fn take(&mut self, order: Order) {
        match order {
            Order::Begin { head, base, steps, instead_of } => {
                let seen = VecDeque::from([base.clone()]);
                let instead_of = instead_of.map(|found| Taken::of(&self.home, *found, head.began));
                let mut session = Session { head: *head, base, waiting: Vec::new(), seen, writer: None, instead_of };
                for step in steps {
                    session.follow(step);
                }
                self.session = Some(session);
            }
            Order::Follow(entry) => {
                if let Some(session) = &mut self.session {
                    session.follow(entry);
                }
            }
            Order::Saved { revision, path, stamp } => {
                if self.session.as_ref().is_some_and(|session| session.writer.is_some()) {
                    self.write();
                }
                let result = self.session.as_mut().map_or(Ok(()), |session| session.saved(&self.home, revision, path, stamp));
                self.say(result);
            }
            Order::End => {
                self.write();
                if let Some(session) = self.session.take() {
                    session.end(&self.home);
                }
            }
            Order::SetAside(answer) => {
                // Whoever asked may have stopped waiting; then the draft is in the trash, and what it holds still on screen.
                let _ = answer.send(self.set_aside());
            }
            Order::Flush(answer) => {
                let written = self.write();
                // Whoever asked may have stopped waiting.
                let _ = answer.send(written);
            }
            Order::Stop => {}
        }
    }

    fn waits(&self) -> bool {
        self.session.as_ref().is_some_and(|session| !session.waiting.is_empty())
    }

    /// Writes what waits. Returns whether nothing waits any more.
    fn write(&mut self) -> bool {
        let Some(session) = &mut self.session else { return true };
        let result = session.write(&self.home);
        self.say(result)
    }

    fn set_aside(&mut self) -> Aside {
        let Some(session) = &mut self.session else { return Aside::Nothing };
        let aside = session.write(&self.home).and_then(|()| session.set_aside(&self.home));
        aside.unwrap_or_else(|cause| Aside::Refused(Some(cause.message)))
    }

    /// Says what changed about writing, once.
    fn say(&mut self, result: Result<(), FsError>) -> bool {
        let news = match result {
            Ok(()) => News::Written,
            Err(cause) => News::Trouble(cause.message.trim_end_matches('.').to_owned()),
        };
        let trouble = news != News::Written;
        if trouble != self.trouble {
            self.trouble = trouble;
            // The window may be gone.
            let _ = self.tell.send(news);
            self.ctx.request_repaint();
        }
        !trouble
    }

    /// Works until it is told to stop, or nobody is left to tell it anything.
    fn work(mut self, orders: &Receiver<Order>) {
        let mut since: Option<Stopwatch> = None;
        loop {
            let order = if self.waits() {
                let left = LONGEST.saturating_sub(since.get_or_insert_with(Stopwatch::start).passed());
                orders.recv_timeout(if self.trouble { AGAIN } else { PAUSE.min(left) })
            } else {
                since = None;
                orders.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            match order {
                Ok(Order::Stop) | Err(RecvTimeoutError::Disconnected) => break,
                Ok(order) => self.take(order),
                Err(RecvTimeoutError::Timeout) => {
                    self.write();
                    since = None;
                }
            }
        }
        self.write();
    }
}

/// Where the desk stands.
enum Place {
    /// On a thread of its own.
    Thread(Sender<Order>, Option<JoinHandle<()>>),
    /// Here: tests see at once what was written.
    Here(Box<RefCell<Desk>>),
}

/// Hands over to the desk.
struct Scribe {
    place: Place,
    news: Receiver<News>,
}

impl Scribe {
    /// `None` where the system gives no thread.
    fn start(home: Home, ctx: &egui::Context, threaded: bool) -> Option<Self> {
        let (tell, news) = channel();
        let desk = Desk { home, session: None, trouble: false, tell, ctx: ctx.clone() };
        let place = if threaded {
            let (sender, orders) = channel();
            let thread = std::thread::Builder::new()
                .name("journal".to_owned())
                .spawn(language::carried(move || desk.work(&orders)))
                .ok()?;
            Place::Thread(sender, Some(thread))
        } else {
            Place::Here(Box::new(RefCell::new(desk)))
        };
        Some(Self { place, news })
    }

    fn tell(&self, order: Order) {
        match &self.place {
            // The thread ends only with this.
            Place::Thread(orders, _) => drop(orders.send(order)),
            Place::Here(desk) => {
                let mut desk = desk.borrow_mut();
                desk.take(order);
                desk.write();
            }
        }
    }
}

impl Drop for Scribe {
    fn drop(&mut self) {
        if let Place::Thread(orders, thread) = &mut self.place {
            let (sender, answer) = channel();
            let told = orders.send(Order::Flush(sender)).is_ok() && orders.send(Order::Stop).is_ok();
            // A disk that does not answer does not keep the window from closing.
            if told
                && answer.recv_timeout(AT_THE_END).is_ok()
                && let Some(thread) = thread.take()
            {
                let _ = thread.join();
            }
        }
    }
}

/// What was handed over last.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Noted {
    generation: u64,
    revision: u64,
    path: Option<PathBuf>,
    stamp: Option<Stamp>,
    dirty: bool,
}

/// A plan that comes from a draft: the journal that follows it takes over what the draft holds.
#[derive(Debug)]
pub(super) struct TakenOver {
    /// What the file has, and the time that it is noted with.
    pub(super) base: (i64, Arc<Campaign>),
    /// What was done since, and when.
    pub(super) steps: Vec<(i64, String, Arc<Campaign>)>,
    /// The draft.
    pub(super) found: Found,
    /// The file that it belongs to and what that held, where the plan could not be put back there.
    pub(super) home: Option<(PathBuf, Option<Stamp>)>,
}

/// The journal of the plan on screen.
#[derive(Default)]
pub(super) struct Journal {
    scribe: Option<Scribe>,
    noted: Option<Noted>,
    /// Where the plan that comes on screen next comes from.
    pub(super) taken_over: Option<TakenOver>,
    /// It was said that there is no place for it.
    said_no_place: bool,
    ended: bool,
    /// Why it cannot be written, as long as it cannot.
    trouble: Option<String>,
    /// The plan for which fields remember what was written in them, and how often it was another one as a whole.
    texts_of: (u64, u64),
}

impl App {
    /// Follows the document, and takes in what the desk has to say. Called once it is known what a frame did.
    pub(super) fn keep_journal(&mut self, ctx: &egui::Context) {
        if self.journal.scribe.is_none() && !self.journal.ended {
            self.begin_journal(ctx);
        }
        self.note_state();
        self.hear_from_desk();
        let trouble = self.journal.trouble.as_ref().map(say::not_written);
        if self.view.panels.bar.trouble != trouble {
            self.view.panels.bar.trouble = trouble;
            ctx.request_repaint();
        }
        let texts_of = (self.plan.generation, self.plan.doc.puts());
        if self.journal.texts_of != texts_of {
            self.journal.texts_of = texts_of;
            // Fields are known by what they are about, and the same moment may say something else now: what a field would
            // undo, and what was half written in it, belongs to what was there before.
            ctx.data_mut(egui::util::IdTypeMap::remove_by_type::<egui::text_edit::TextEditState>);
            self.view.panels.inspector.forget_drafts();
        }
        if self.closing && !self.journal.ended {
            self.end_journal();
        }
    }

    /// Takes in what the desk tells.
    fn hear_from_desk(&mut self) {
        let news = self.journal.scribe.iter().flat_map(|scribe| scribe.news.try_iter()).last();
        match news {
            Some(News::Trouble(reason)) => self.journal.trouble = Some(reason),
            Some(News::Written) => self.journal.trouble = None,
            None => {}
        }
    }

    /// Why nothing that no file has can be kept now, if that is so.
    pub(super) fn journal_trouble(&mut self) -> Option<String> {
        self.hear_from_desk();
        self.journal.trouble.clone()
    }

    fn begin_journal(&mut self, ctx: &egui::Context) {
        let threaded = self.rim.jobs.are_threads();
        self.journal.scribe = self.rim.home.clone().and_then(|home| Scribe::start(home, ctx, threaded));
        // Said once there is something that it would have been for.
        if self.journal.scribe.is_none() && !self.journal.said_no_place && self.holds_work() {
            self.journal.said_no_place = true;
            self.journal.trouble = Some(say::no_place().to_owned());
        }
    }

    /// Whether there is anything that no file has.
    pub(super) fn holds_work(&self) -> bool {
        self.plan.doc.is_dirty() && !self.plan.doc.is_untouched()
    }

    /// Hands the state of the plan over, if it is another one than the last time. Costs a comparison otherwise.
    pub(super) fn note_state(&mut self) {
        let Some(scribe) = &self.journal.scribe else { return };
        let latest = self.plan.doc.latest();
        let (path, stamp) = self.plan.file.stands();
        let dirty = self.plan.doc.is_dirty();
        let same = self.journal.noted.as_ref().is_some_and(|noted| {
            noted.generation == self.plan.generation
                && noted.revision == latest.revision
                && noted.dirty == dirty
                && noted.stamp == stamp
                && noted.path.as_deref() == path
        });
        if same {
            return;
        }
        let now = Noted {
            generation: self.plan.generation,
            revision: latest.revision,
            path: path.map(std::path::Path::to_owned),
            stamp,
            dirty,
        };
        let at = self.rim.clock.utc();
        let entry = |revision, depth, label: &str, campaign: &Arc<Campaign>| Entry {
            at,
            revision,
            depth,
            label: label.to_owned(),
            campaign: Arc::clone(campaign),
        };
        let here = entry_of(at, self.plan.doc.latest());
        match self.journal.noted.replace(now.clone()) {
            Some(before) if before.generation == now.generation => {
                if before.revision != now.revision {
                    scribe.tell(Order::Follow(here));
                }
                let saved = (before.stamp != now.stamp || before.path != now.path).then_some(now.path.zip(now.stamp)).flatten();
                if let Some((path, stamp)) = saved {
                    let revision = self.plan.doc.saved_revision().unwrap_or(latest.revision);
                    scribe.tell(Order::Saved { revision, path, stamp });
                }
            }
            before => {
                if before.is_some() {
                    scribe.tell(Order::End);
                }
                let mut head = Head {
                    plan: latest.campaign.id,
                    path: now.path,
                    stamp: now.stamp,
                    app: env!("CARGO_PKG_VERSION").to_owned(),
                    pid: std::process::id(),
                    began: at,
                    instead_of: None,
                };
                let (base, steps, instead_of) = match self.journal.taken_over.take() {
                    // A document that comes from a draft counts its states from what the file has.
                    Some(TakenOver { base: (at, base), steps, found, home }) => {
                        if let Some((path, stamp)) = home {
                            (head.path, head.stamp) = (Some(path), stamp);
                        }
                        let steps = (1..).zip(1..).zip(&steps).map(|((revision, depth), (at, label, state))| {
                            // It is said since when nothing was saved, so every step keeps its time.
                            Entry { at: *at, ..entry(revision, depth, label, state) }
                        });
                        head.instead_of = Some(found.key());
                        (Entry { at, ..entry(0, 0, "", &base) }, steps.collect(), Some(Box::new(found)))
                    }
                    None => (here, Vec::new(), None),
                };
                scribe.tell(Order::Begin { head: Box::new(head), base, steps, instead_of });
            }
        }
    }

    /// Has what no file has written now, as a draft that is offered again; where the answer comes from, if anything writes drafts.
    pub(super) fn ask_for_draft(&mut self) -> Option<Receiver<bool>> {
        self.plan.doc.commit_gesture();
        self.note_state();
        let (sender, answer) = channel();
        self.journal.scribe.as_ref()?.tell(Order::Flush(sender));
        Some(answer)
    }

    /// Has what no file has put into the trash, as a draft that can be put back; where the answer comes from, if there is
    /// anything to be put there and a place for it.
    pub(super) fn ask_to_set_aside(&mut self) -> Option<Receiver<Aside>> {
        self.plan.doc.commit_gesture();
        if !self.holds_work() {
            return None;
        }
        self.note_state();
        let (sender, answer) = channel();
        self.journal.scribe.as_ref()?.tell(Order::SetAside(sender));
        Some(answer)
    }

    /// What was to be put into the trash stays on screen after all, so the journal has it again.
    pub(super) fn follow_again(&self) {
        let (Some(scribe), Some(noted)) = (&self.journal.scribe, &self.journal.noted) else { return };
        if noted.generation == self.plan.generation && self.holds_work() {
            scribe.tell(Order::Follow(entry_of(self.rim.clock.utc(), self.plan.doc.latest())));
        }
    }

    /// The window closes: what no file has stays as a draft, what was saved leaves none.
    fn end_journal(&mut self) {
        self.journal.ended = true;
        self.note_state();
        if let Some(scribe) = self.journal.scribe.take() {
            scribe.tell(Order::End);
        }
    }

    /// Writes what waits, from wherever a crash is noticed: at most for so long.
    pub fn flush_on_crash(&self) -> impl Fn(Duration) -> bool + Send + Sync + 'static {
        let orders = self.journal.scribe.as_ref().and_then(|scribe| match &scribe.place {
            Place::Thread(orders, _) => Some(orders.clone()),
            Place::Here(_) => None,
        });
        move |wait| {
            let (sender, answer) = channel();
            orders.as_ref().is_some_and(|orders| orders.send(Order::Flush(sender)).is_ok())
                && answer.recv_timeout(wait).unwrap_or(false)
        }
    }
}

/// What the desk is told of a state.
fn entry_of(at: i64, latest: Latest<'_>) -> Entry {
    let Latest { revision, campaign, depth, label } = latest;
    Entry { at, revision, depth, label: label.to_owned(), campaign: Arc::clone(campaign) }
}
