//! Work that must not happen while a frame is drawn: opening, saving, file dialogs, decoding pictures.
//!
//! A job runs on a thread of its own, owns all it needs, and sends back what it did. Tests run jobs at once, on the spot,
//! so that nothing in them depends on time.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::model::PictureId;
use crate::share::Reader;
use crate::store::fs::FsError;
use crate::store::picture::Pixels;
use crate::store::{OpenError, Opened, SaveError, Saved};

/// What a path is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To open a plan.
    Open,
    /// To save the plan.
    Save,
    /// To share a page with that reader.
    Share(Reader),
}

/// What a job did.
#[derive(Debug)]
pub enum Done {
    /// A file dialog was answered.
    Picked {
        /// What for.
        purpose: Purpose,
        /// The path; `None` when the dialog was left.
        path: Option<PathBuf>,
        /// Whether it can have been a person who left it: a dialog that is gone at once never opened.
        opened: bool,
    },
    /// A plan was opened, or not.
    Opened {
        /// From where.
        path: PathBuf,
        /// The plan, or why not.
        result: Result<Box<Opened>, OpenError>,
    },
    /// A plan was saved, or not.
    Saved {
        /// To where.
        path: PathBuf,
        /// The revision that was written.
        revision: u64,
        /// What stands in the file now, or why not.
        result: Result<Saved, SaveError>,
    },
    /// A page was written, or not.
    Shared {
        /// To where.
        path: PathBuf,
        /// For whom.
        reader: Reader,
        /// Nothing, or why not.
        result: Result<(), FsError>,
    },
    /// Pictures were decoded; `None` stands for one that cannot be.
    Pictures(Vec<(PictureId, Option<Pixels>)>),
    /// A job broke. Nothing it was to do has happened.
    Broke {
        /// What it was doing, in words.
        what: String,
    },
}

/// Runs jobs and collects what they did.
#[derive(Debug)]
pub struct Jobs {
    sender: Sender<Done>,
    receiver: Receiver<Done>,
    threads: bool,
}

impl Jobs {
    /// Jobs on threads.
    #[must_use]
    pub fn threaded() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, threads: true }
    }

    /// Jobs on the spot, for tests.
    #[must_use]
    pub fn on_the_spot() -> Self {
        Self { threads: false, ..Self::threaded() }
    }

    /// Runs a job. `what` says in words what it does, in case it breaks. The window is woken when it is done.
    pub fn run(&self, ctx: &egui::Context, what: &str, work: impl FnOnce() -> Done + Send + 'static) {
        let sender = self.sender.clone();
        let ctx = ctx.clone();
        let what = what.to_owned();
        let job = move || {
            let done = catch_unwind(AssertUnwindSafe(work)).unwrap_or(Done::Broke { what });
            // The window may be closed meanwhile; then nobody waits for the result.
            let _ = sender.send(done);
            ctx.request_repaint();
        };
        if self.threads {
            std::thread::spawn(job);
        } else {
            job();
        }
    }

    /// What was done since the last call.
    #[must_use]
    pub fn poll(&self) -> Vec<Done> {
        self.receiver.try_iter().collect()
    }
}
