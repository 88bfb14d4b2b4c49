//! Watches the plan's file while the window is open: what another program does to it is seen within seconds.
//!
//! The looking happens on a thread of its own that sleeps between two looks and wakes the window only when there is news: a
//! window that nobody touches draws nothing. Tests look on the spot, when they say so.

use std::collections::{HashSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use super::conflict::Why;
use super::file::{Outside, PlanFile, name_of};
use super::{App, Asked};
use crate::model::PlanId;
use crate::store::copies::{self, Copy, Maker};
use crate::store::fs::{self, Glance, Stamp};
use crate::store::home::Home;
use crate::store::lock::{self, Held};
use crate::store::watch::{Seen, Watched};
use crate::ui::theme::Tone;
use crate::ui::view::{LookOnly, Notice, NoticeAnswer};
use crate::words::{conflict as say, language};

/// Between two looks.
const PAUSE: Duration = Duration::from_secs(2);
/// Between a look that found something moving and the one that tells.
const SETTLES: Duration = Duration::from_millis(500);

/// What was seen, of the file that was watched under that number.
#[derive(Debug)]
struct News {
    number: u64,
    /// How the file stands, where that is another way than before.
    seen: Option<Seen>,
    /// The copies beside it, where those are others than before.
    copies: Option<Vec<Copy>>,
    /// Who has the plan open, where that is somebody else than before.
    held: Option<Held>,
}

impl News {
    /// Whether the plan may change with it. Everything else is true at once, whatever is being asked meanwhile.
    const fn is_about_content(&self) -> bool {
        matches!(self.seen, Some(Seen::Changed(_)))
    }
}

/// What looks at one file.
#[derive(Debug)]
struct Eye {
    number: u64,
    watched: Watched,
    plan: PlanId,
    home: Option<Home>,
    /// What was told last; nothing that counts at first, so that the first look that is sure of anything says so.
    told: Seen,
    /// The folder as it was when it was looked through.
    folder: Option<Glance>,
    copies: Vec<Copy>,
    /// Who had the plan open at the last look, where the window waits for it.
    held: Option<Held>,
}

impl Eye {
    fn look(&mut self) -> (Option<News>, Duration) {
        let seen = self.watched.look();
        let pause = if seen == Seen::Settling { SETTLES } else { PAUSE };
        // What cannot be seen now is as it was: a network that is away for a minute is no news.
        let is_news = !matches!(seen, Seen::Settling | Seen::Closed(_)) && seen != self.told;
        let seen = is_news.then(|| {
            self.told = seen.clone();
            seen
        });
        let copies = self.look_beside();
        let held = self.look_who();
        let is_news = seen.is_some() || copies.is_some() || held.is_some();
        (is_news.then_some(News { number: self.number, seen, copies, held }), pause)
    }

    /// A window that died or was closed says nothing. Its lock does.
    fn look_who(&mut self) -> Option<Held> {
        let before = self.held.as_ref()?;
        let now = lock::look(self.home.as_ref()?, self.plan, self.watched.path()).filter(|now| now != before)?;
        self.held = Some(now.clone());
        Some(now)
    }

    fn look_beside(&mut self) -> Option<Vec<Copy>> {
        let path = self.watched.path();
        let folder = path.parent().and_then(|folder| fs::glance(folder).ok())?;
        if self.folder == Some(folder) {
            return None;
        }
        self.folder = Some(folder);
        let found = copies::copies_of(path, self.plan, self.home.as_ref());
        if found == self.copies {
            return None;
        }
        self.copies.clone_from(&found);
        Some(found)
    }
}

/// What the thread is told.
enum Order {
    /// Looks at this file from now on, or at none.
    Watch(Option<Box<Eye>>),
    /// Looks now.
    Look,
}

/// Where the looking happens.
enum Way {
    /// Nowhere yet.
    Nowhere,
    /// On a thread.
    Thread(Sender<Order>),
    /// Here, when a test says so.
    Here(Option<Box<Eye>>),
}

/// Watches the plan's file.
pub(super) struct Watcher {
    way: Way,
    sender: Sender<News>,
    news: Receiver<News>,
    /// What was heard and has to wait.
    waiting: VecDeque<News>,
    number: u64,
    /// What is watched, the plan that it belongs to, and whether somebody else has it.
    target: Option<(PathBuf, Stamp, u64, bool)>,
    /// Files that need no further word in this session.
    known: HashSet<PathBuf>,
    had_focus: bool,
}

impl Default for Watcher {
    fn default() -> Self {
        let (sender, news) = channel();
        Self {
            way: Way::Nowhere,
            sender,
            news,
            waiting: VecDeque::new(),
            number: 0,
            target: None,
            known: HashSet::new(),
            had_focus: true,
        }
    }
}

impl Watcher {
    /// That file needs no further word.
    pub(super) fn knows(&mut self, path: &Path) {
        self.known.insert(path.to_owned());
    }

    /// Says once more how the file stands, as soon as that is sure.
    pub(super) fn begin_again(&mut self) {
        self.target = None;
    }

    fn watch(&mut self, ctx: &egui::Context, threads: bool, eye: Option<Box<Eye>>) {
        if !threads {
            self.way = Way::Here(eye);
            return;
        }
        if matches!(self.way, Way::Nowhere) && eye.is_some() {
            let (orders, received) = channel();
            let (sender, ctx) = (self.sender.clone(), ctx.clone());
            let thread = std::thread::Builder::new()
                .name("watch".to_owned())
                .spawn(language::carried(move || keep_looking(&received, &sender, &ctx)));
            // Without a thread nobody watches; a save still replaces only what it has seen.
            if thread.is_ok() {
                self.way = Way::Thread(orders);
            }
        }
        if let Way::Thread(orders) = &self.way {
            // The thread ends only with the window.
            let _ = orders.send(Order::Watch(eye));
        }
    }

    /// Looks now.
    fn look(&mut self) {
        match &mut self.way {
            Way::Nowhere | Way::Here(None) => {}
            Way::Thread(orders) => {
                let _ = orders.send(Order::Look);
            }
            Way::Here(Some(eye)) => {
                if let (Some(news), _) = eye.look() {
                    let _ = self.sender.send(news);
                }
            }
        }
    }
}

fn keep_looking(orders: &Receiver<Order>, news: &Sender<News>, ctx: &egui::Context) {
    let mut eye: Option<Box<Eye>> = None;
    let mut pause = PAUSE;
    loop {
        let order = if eye.is_some() { orders.recv_timeout(pause) } else { orders.recv().map_err(Into::into) };
        match order {
            Ok(Order::Watch(other)) => eye = other,
            Ok(Order::Look) | Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        let Some(eye) = &mut eye else { continue };
        let (found, next) = eye.look();
        pause = next;
        if let Some(found) = found {
            if news.send(found).is_err() {
                return;
            }
            ctx.request_repaint();
        }
    }
}

impl App {
    /// Looks at the plan's file now: the window came to the front, or a test wants to know.
    pub fn look_at_file(&mut self) {
        let _spoken = self.speak();
        self.watcher.look();
    }

    /// Keeps an eye on the file that the plan has now, and takes in what was seen.
    pub(super) fn keep_watch(&mut self, ctx: &egui::Context) {
        let file = &self.plan.file;
        let target = file.path.as_ref().zip(file.stamp);
        let waits = matches!(file.look_only, Some(LookOnly::OpenedTwice(_) | LookOnly::LeftByOthers));
        let target = target.map(|(path, stamp)| (path, stamp, self.plan.generation, waits));
        let before = self.watcher.target.as_ref();
        if target != before.map(|(path, stamp, generation, waits)| (path, *stamp, *generation, *waits)) {
            self.watcher.number += 1;
            let number = self.watcher.number;
            let eye = target.map(|(path, stamp, _, waits)| {
                Box::new(Eye {
                    number,
                    watched: Watched::new(path, stamp),
                    plan: self.plan.doc.campaign().id,
                    home: self.rim.home.clone(),
                    told: Seen::Settling,
                    folder: None,
                    copies: Vec::new(),
                    // Somebody has it, or had it: the first look says so anew.
                    held: waits.then_some(Held::By(None)),
                })
            });
            self.watcher.target = target.map(|(path, stamp, generation, waits)| (path.clone(), stamp, generation, waits));
            self.watcher.watch(ctx, self.rim.jobs.are_threads(), eye);
        }
        let focus = ctx.input(|input| input.focused);
        if focus && !std::mem::replace(&mut self.watcher.had_focus, focus) {
            self.watcher.look();
        }
        self.watcher.had_focus = focus;
        // What is written by ourselves is no news: it waits until it is known what was written. And the plan does not change
        // under a question, under a card in the hand, or while something is written that is not the plan's yet.
        while let Ok(news) = self.watcher.news.try_recv() {
            self.watcher.waiting.push_back(news);
        }
        while self.plan.file.saving.is_none() {
            // The question about a file that is gone changes no plan, and follows what becomes of the file.
            let asks = self.asked.iter().any(|asked| !matches!(asked, Asked::Gone(_)));
            let writes = self.view.panels.is_writing() || self.view.panels.inspector.is_half_written();
            let busy = asks || self.view.panels.is_dragging() || writes;
            let Some(news) = self.watcher.waiting.pop_front_if(|news| !busy || !news.is_about_content()) else {
                return self.tell_of_what_waits(ctx);
            };
            if news.number == self.watcher.number {
                self.heard(ctx, news);
            }
        }
    }

    /// What the file holds now is read once nothing is asked any more. That it is something else is true at once.
    fn tell_of_what_waits(&mut self, ctx: &egui::Context) {
        let is_news = |news: &News| news.number == self.watcher.number && news.is_about_content();
        if matches!(self.plan.file.outside, Outside::Nothing) && self.watcher.waiting.front().is_some_and(is_news) {
            self.plan.file.outside = Outside::Changed(None);
            ctx.request_repaint();
        }
    }

    fn heard(&mut self, ctx: &egui::Context, news: News) {
        if let Some(mut copies) = news.copies {
            copies.retain(|copy| !self.watcher.known.contains(&copy.path));
            self.plan.file.copies = copies;
        }
        match (news.held, &self.plan.file.look_only) {
            (Some(Held::Free), Some(LookOnly::OpenedTwice(_))) => self.plan.file.look_only = Some(LookOnly::LeftByOthers),
            (Some(Held::By(holder)), Some(LookOnly::LeftByOthers)) => {
                self.plan.file.look_only = Some(LookOnly::OpenedTwice(self.since_when(holder)));
            }
            _ => {}
        }
        match news.seen {
            None | Some(Seen::Settling | Seen::Closed(_)) => {}
            // It is back to what it was.
            Some(Seen::Same) => self.plan.file.outside = Outside::Nothing,
            Some(Seen::Gone) => self.plan.file.outside = Outside::Gone,
            Some(Seen::FolderGone) => self.plan.file.outside = Outside::FolderGone,
            Some(Seen::Changed(_)) => self.read_again(ctx, Why::Changed),
        }
        self.follow_folder();
    }
}

impl PlanFile {
    /// What stands under the top bar: what presses most.
    pub(super) fn notice(&self) -> Option<Notice> {
        let file = self.name().unwrap_or_default();
        let notice = |tone, text: String, answers: &[NoticeAnswer]| Some(Notice { tone, text, answers: answers.to_vec() });
        let copy = self.copies.first();
        match (&self.outside, &self.look_only) {
            (Outside::Gone, _) => {
                let answers = [NoticeAnswer::SaveAnew, NoticeAnswer::SaveElsewhere];
                notice(Tone::Warning, say::notice_gone(file), &answers)
            }
            (Outside::FolderGone, _) => notice(Tone::Warning, say::notice_folder_gone(file), &[NoticeAnswer::SaveElsewhere]),
            (Outside::Changed(theirs), _) => {
                let text = match theirs.as_ref().map(|theirs| theirs.plan.is_ok()) {
                    Some(true) => say::notice_changed(file),
                    Some(false) => say::notice_unreadable(file),
                    None => say::notice_changed_unread(file),
                };
                notice(Tone::Warning, text, &[NoticeAnswer::Compare, NoticeAnswer::SaveElsewhere])
            }
            (Outside::Nothing, Some(LookOnly::OpenedTwice(since))) => {
                // As long as the other window has it, nothing makes it this one's.
                let answers = [NoticeAnswer::EditCopy, NoticeAnswer::SaveElsewhere];
                notice(Tone::Hint, say::look_only_twice(since), &answers)
            }
            (Outside::Nothing, Some(LookOnly::LeftByOthers)) => {
                notice(Tone::Hint, say::look_only_left().to_owned(), &[NoticeAnswer::EditHere, NoticeAnswer::SaveElsewhere])
            }
            (Outside::Nothing, Some(LookOnly::Newer(needs))) => notice(Tone::Hint, say::look_only_newer(needs), &[]),
            (Outside::Nothing, Some(LookOnly::MarkedReadOnly)) => {
                notice(Tone::Hint, say::look_only_marked().to_owned(), &[NoticeAnswer::SaveElsewhere])
            }
            (Outside::Nothing, Some(LookOnly::Closed)) => {
                notice(Tone::Hint, say::look_only_closed().to_owned(), &[NoticeAnswer::SaveElsewhere])
            }
            (Outside::Nothing, None) => match (copy, &self.told) {
                // Which file is open has to be known before anything can be said of others.
                (_, Some(told)) if !told.elsewhere => notice(Tone::Hint, told.text.clone(), &[NoticeAnswer::Hide]),
                (Some(copy), _) => {
                    let answers = [NoticeAnswer::CompareCopy, NoticeAnswer::OpenCopy, NoticeAnswer::IgnoreCopy];
                    let name = name_of(&copy.path);
                    let text =
                        if copy.is_original { say::notice_original(name) } else { say::notice_copy(name, maker(copy.maker)) };
                    notice(Tone::Hint, text, &answers)
                }
                (None, Some(told)) => notice(Tone::Hint, told.text.clone(), &[NoticeAnswer::SaveElsewhere, NoticeAnswer::Hide]),
                (None, None) => None,
            },
        }
    }
}

fn maker(maker: Maker) -> &'static str {
    match maker {
        Maker::Dropbox => say::dropbox(),
        Maker::OneDrive => say::one_drive(),
        Maker::GoogleDrive => say::google_drive(),
        Maker::Syncthing => say::syncthing(),
        Maker::Nextcloud => say::nextcloud(),
        Maker::ICloud => say::icloud(),
        Maker::Ours => say::ours(),
    }
}
