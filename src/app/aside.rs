//! What no file has is kept before something takes its place: as a draft that is offered again before another plan comes, in the
//! trash before another state of the same plan does.
//!
//! The [desk](super::journal) is told by the window, and a job waits for its answer, however long the disk takes. Until then the
//! question that it is for stays open and can be left; whoever leaves it, or stops, has everything on screen as it was. This never
//! knows what takes the place: whoever asks does that once it is kept.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use egui::{Context, Ui};

use super::file::Next;
use super::jobs::{Done, Work};
use super::journal::Aside;
use super::slow::Slow;
use super::{App, Asked};
use crate::ui::picture::{Busy, busy_ui};
use crate::words::conflict as say;

/// How often a job that waits for the desk looks whether it is still wanted.
const LOOKS: Duration = Duration::from_millis(100);

/// What is done once what no file has is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// What was asked for before the question about changes that no file has.
    Next,
    /// What the file or a copy of it holds takes the place of what is on screen.
    Taken,
    /// So does an earlier version.
    Restored,
}

impl Then {
    /// Whether that is the question that it is for.
    const fn is_for(self, asked: &Asked) -> bool {
        match self {
            Self::Next => matches!(asked, Asked::Unsaved(_)),
            Self::Taken => matches!(asked, Asked::Conflict(_)),
            Self::Restored => matches!(asked, Asked::Versions(_)),
        }
    }
}

/// What no file has is being kept.
#[derive(Debug)]
pub(super) struct Keeping {
    then: Then,
    slow: Slow,
    /// The plan and its revision when that began.
    state: (u64, u64),
}

impl App {
    /// Puts what no file has into the trash, as a draft. What became of it where that is known at once; else it is waited for.
    pub(super) fn put_aside(&mut self, ctx: &Context, then: Then) -> Option<Aside> {
        let Some(answer) = self.ask_to_set_aside() else { return Some(Aside::Nothing) };
        self.keep_then(ctx, then, answer, |aside| aside);
        None
    }

    /// Keeps what no file has as a draft, before what was asked for goes on; true where nothing can be waited for.
    pub(super) fn draft_then(&mut self, ctx: &Context, next: &Next) -> bool {
        let written = |written| if written { Aside::Nothing } else { Aside::Refused(None) };
        let Some(answer) = self.ask_for_draft() else {
            self.draft_kept(ctx, next.clone(), &written(false));
            return true;
        };
        self.keep_then(ctx, Then::Next, answer, written);
        false
    }

    fn keep_then<T: Send + 'static>(&mut self, ctx: &Context, then: Then, answer: Receiver<T>, means: fn(T) -> Aside) {
        let slow = Slow::begin(ctx);
        self.keeping = Some(Keeping { then, slow: slow.clone(), state: self.plan.state() });
        self.jobs().run(ctx, Work::Aside, say::keeping_edits(), move || {
            let kept = loop {
                match answer.recv_timeout(LOOKS) {
                    Ok(answer) => break means(answer),
                    Err(RecvTimeoutError::Timeout) if slow.is_wanted() => {}
                    Err(_) => break Aside::Refused(None),
                }
            };
            Done::Aside(slow, kept)
        });
    }

    /// What no file has is kept, or could not be: what waited for that is done, where its question is still open.
    pub(super) fn kept_aside(&mut self, ctx: &Context, slow: &Slow, aside: Aside) {
        let Some(Keeping { then, state, .. }) = self.keeping.take_if(|keeping| keeping.slow.is(slow)) else { return };
        let at = self.asked.iter().position(|asked| then.is_for(asked)).filter(|_| state.0 == self.plan.generation);
        let Some(asked) = at.and_then(|at| self.asked.remove(at)) else { return self.follow_again() };
        // A picture may have come meanwhile, or whatever else is done by itself: that is kept, too.
        let aside = match &asked {
            _ if state == self.plan.state() => Some(aside),
            Asked::Unsaved(next) if self.draft_then(ctx, next) => return,
            Asked::Unsaved(_) => None,
            _ => self.put_aside(ctx, then),
        };
        let Some(aside) = aside else { return self.asked.push_front(asked) };
        match asked {
            Asked::Unsaved(next) => self.draft_kept(ctx, next, &aside),
            Asked::Conflict(conflict) => self.taken(&conflict, &aside),
            Asked::Versions(draft) => self.version_restored(ctx, &draft, &aside),
            _ => {}
        }
        ctx.request_repaint();
    }

    /// Only once there is a draft does it go on.
    fn draft_kept(&mut self, ctx: &Context, next: Next, aside: &Aside) {
        if !matches!(aside, Aside::Refused(_)) {
            return self.proceed(ctx, next);
        }
        self.next = None;
        let folder = self.rim.home.as_ref().map(|home| home.journals().display().to_string()).unwrap_or_default();
        let why = self.journal_trouble().map(|reason| say::draft_failed_why(folder, reason));
        self.tell(say::draft_failed(), why.unwrap_or_default(), say::draft_failed_text());
    }

    /// Edits that no file has could not be put into the trash, so nothing took their place.
    pub(super) fn tell_not_kept(&mut self, reason: Option<&str>) {
        self.tell(say::aside_failed(), reason.unwrap_or_default(), say::aside_failed_hint());
    }

    /// What was answered to a question, as long as nothing is being kept for it. Then only leaving it counts, and what is being
    /// kept is not waited for any more.
    pub(super) fn while_kept<A>(&mut self, answer: Option<A>, leaves: impl Fn(&A) -> bool) -> Option<A> {
        if self.keeping.is_none() {
            return answer;
        }
        let left = answer.filter(leaves);
        if left.is_some() {
            self.stop_keeping();
        }
        left
    }

    /// Nobody waits any more for what is being kept: everything stays on screen, and in the journal.
    pub(super) fn stop_keeping(&mut self) {
        if let Some(keeping) = self.keeping.take() {
            keeping.slow.stop();
            self.follow_again();
        }
    }

    /// Says that something is being kept where that takes its time, and lets it be stopped. Returns whether it does.
    pub(super) fn show_keeping(&mut self, ui: &Ui) -> bool {
        if !self.keeping.as_ref().is_some_and(|keeping| keeping.slow.is_slow(ui.ctx())) {
            return false;
        }
        if busy_ui(Busy::Keeping, ui.ctx().content_rect(), ui) {
            self.stop_keeping();
            ui.ctx().request_repaint();
        }
        true
    }
}
