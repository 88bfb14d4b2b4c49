//! Work that must not happen while a frame is drawn: opening, saving, file dialogs, decoding pictures.
//!
//! A job runs on a thread of its own, owns all it needs, and sends back what it did. Tests run jobs at once, on the spot, or
//! hold them back and release them one by one, so that nothing in them depends on time.
//!
//! ```text
//!   the window     draws, holds everything, changes the plan; reads and writes before its first frame and after its last one
//!   a job each     whatever touches a disk, a picture, a lock, or puts a picture onto the clipboard
//!   journal        writes the draft of the plan on screen; where something has to wait for it, a job does (`aside`)
//!   watch          looks at the plan's file
//!   pasting        reads the clipboard, a thread each time
//!   fonts          looks through the fonts of the system, once
//!   start          notes that the window came up, once
//! ```
//!
//! Two things are done on the window's thread all the same: preferences are written when it closes, because nobody would wait for a
//! job then, and a plan is read there once more where the system has no thread left to give.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use egui::ColorImage;

use super::brand_kit::KitRead;
use super::clipboard::Carried;
use super::conflict::Reread;
use super::crash;
use super::file::Occupied;
use super::house::Reading;
use super::journal::Aside;
use super::own::Shelved;
use super::points;
use super::recover::DraftNews;
use super::salvage::Rescue;
use super::share::{Failure, SharedFile};
use super::share_preview::{Copied, Seen};
use super::slow::Slow;
use super::versions::VersionsDone;
use crate::import::{Book, Proposal, ReadError};
use crate::model::{House, MomentId, Picture, PictureId};
use crate::share::ExportError;
use crate::store::fs::Base;
use crate::store::lock::Locked;
use crate::store::{OpenError, Opened, SaveError, Saved};
use crate::ui::dialogs::KitFile;
use crate::ui::share::Wanted;
use crate::words::language;

/// What a path is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To open a plan.
    Open,
    /// To save the plan.
    Save,
    /// To write what is shared.
    Share,
    /// To read something for the brand kit, or to write the kit.
    Kit(KitFile),
    /// To read an agency's rules from.
    House,
    /// To bring a table in.
    Import,
    /// A table that becomes a plan of its own.
    NewFromTable,
    /// To read a picture for that moment.
    Picture(MomentId),
}

/// What kind of work a job does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Waits for a file dialog.
    Pick,
    /// Reads a plan.
    Open,
    /// Writes the plan.
    Save,
    /// Writes what is shared.
    Share,
    /// Makes what the preview shows.
    Preview,
    /// Makes what is copied.
    Copy,
    /// Reads or writes a file of the brand kit.
    Kit,
    /// Decodes pictures.
    Pictures,
    /// Decodes the picture that is looked at.
    LargePicture,
    /// Reads a picture for a moment.
    AddPicture,
    /// Writes preferences.
    Prefs,
    /// Looks which recent plans are where they were.
    Look,
    /// Reads or writes the user's own templates.
    Templates,
    /// Reads an agency's rules.
    House,
    /// Reads a table, or works out what it would add.
    Import,
    /// Reads the plan's file once more.
    Reread,
    /// Lists versions, opens one, or does something to them.
    Versions,
    /// Looks for drafts, reads one, or puts one into the trash.
    Drafts,
    /// Waits until what no file has is kept.
    Aside,
    /// Writes what is copied, or reads what is pasted.
    Clipboard,
}

/// Where and over what a save writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The file.
    pub path: PathBuf,
    /// What it may replace.
    pub base: Base,
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
        /// The state of the plan on screen for which the user was asked, plan and revision.
        asked_for: (u64, u64),
        /// The plan, or why not.
        result: Result<Box<Opened>, OpenError>,
        /// Whether another window has it.
        locked: Locked,
        /// What helps where it cannot be read.
        rescue: Rescue,
        /// A save of it was cut off, and what was being saved is among its versions.
        cut_off: bool,
    },
    /// Nobody waited for a plan any more, and it was not read to its end.
    GivenUp(PathBuf),
    /// A plan was saved, or not.
    Saved {
        /// To where.
        target: Target,
        /// The plan that was written: another may be on screen by now.
        generation: u64,
        /// The revision that was written.
        revision: u64,
        /// What stands in the file now, or why not.
        result: Result<Saved, SaveError>,
        /// The lock of a file that the plan had not before.
        locked: Locked,
        /// What the file holds that is in the way, where one is.
        there: Option<Occupied>,
    },
    /// The plan's file was read once more.
    Reread(Box<Reread>),
    /// What is shared was written, or not.
    Shared {
        /// To where.
        path: PathBuf,
        /// What is worth saying, or why not.
        result: Result<SharedFile, Failure>,
    },
    /// What is shared was made for the preview, or could not be.
    Previewed {
        /// Of what.
        number: u64,
        /// What is seen, or why not.
        result: Result<Box<Seen>, ExportError>,
    },
    /// Pages of the preview were drawn.
    Drawn {
        /// Of what.
        number: u64,
        /// The pages that could be.
        pages: Vec<(Wanted, ColorImage)>,
    },
    /// The size of the file that is previewed.
    Measured {
        /// Of what.
        number: u64,
        /// Its size; `None` where it cannot be made.
        bytes: Option<u64>,
    },
    /// What is copied is there, or not.
    Copied(Slow, Result<Copied, ExportError>),
    /// A file of the brand kit was read or written, or why not and what to do.
    Kit(KitFile, Result<KitRead, (String, String)>),
    /// The folder of a file is shown, or why not.
    FolderShown(Result<(), String>),
    /// Pictures were decoded; `None` stands for one that cannot be.
    Pictures(Vec<(PictureId, Option<ColorImage>)>),
    /// The picture that is looked at was decoded; `None` where it cannot be.
    LargePicture(PictureId, Option<ColorImage>),
    /// The picture of that number was read for a moment, or why not and what to do.
    PictureRead(u64, Result<Box<Picture>, (String, String)>),
    /// Preferences were written, or could not be: nobody has to know.
    Kept,
    /// For files the one that each leads to, if it is there.
    Looked(Vec<(PathBuf, Option<PathBuf>)>),
    /// The user's own templates were read, after something was done to them if something was to be done.
    Templates(Box<Shelved>),
    /// An agency's rules were read, or not.
    House {
        /// From where.
        path: PathBuf,
        /// Why they were read.
        why: Reading,
        /// The rules, or why not.
        result: Result<Arc<House>, OpenError>,
    },
    /// A table was read, or not.
    Table {
        /// The number of who waits for it.
        number: u64,
        /// Which of its sheets looks like a calendar, if one does.
        sheet: Option<usize>,
        /// The bytes of a text that does not show by itself in which encoding it was saved.
        text: Option<Arc<Vec<u8>>>,
        /// The table with the names of the columns of each sheet, or why not.
        result: Result<(Book, Vec<Vec<String>>), ReadError>,
    },
    /// It was worked out what a table would do.
    Proposed {
        /// The number of the answers it was worked out from.
        revision: u64,
        /// What it would do; `None` where nobody waited for it any more.
        proposal: Option<Box<Proposal>>,
    },
    /// Versions were listed or opened, or something was done to them.
    Versions(Box<VersionsDone>),
    /// Something was done about drafts.
    Drafts(Box<DraftNews>),
    /// What no file has is kept, or could not be, before something takes its place.
    Aside(Slow, Aside),
    /// What is copied was written, or what is pasted read.
    Carried(Carried),
    /// A job broke. Nothing it was to do has happened.
    Broke {
        /// What kind of job.
        work: Work,
        /// The note about it, where one could be written.
        note: Option<PathBuf>,
    },
}

type Job = Box<dyn FnOnce() + Send>;

/// How jobs are run.
enum Way {
    /// Each on a thread.
    Threads,
    /// At once.
    OnTheSpot,
    /// When [`Jobs::release`] is called.
    Held(RefCell<VecDeque<Job>>),
}

/// Runs jobs and collects what they did.
pub struct Jobs {
    sender: Sender<Done>,
    receiver: Receiver<Done>,
    /// How many jobs have not been heard of.
    running: Cell<usize>,
    way: Way,
}

impl fmt::Debug for Jobs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Jobs")
    }
}

impl Jobs {
    fn new(way: Way) -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, running: Cell::new(0), way }
    }

    /// Jobs on threads.
    #[must_use]
    pub fn threaded() -> Self {
        Self::new(Way::Threads)
    }

    /// Jobs on the spot, for tests.
    #[must_use]
    pub fn on_the_spot() -> Self {
        Self::new(Way::OnTheSpot)
    }

    /// Jobs that wait until they are released, for tests of what happens meanwhile.
    #[must_use]
    pub fn held() -> Self {
        Self::new(Way::Held(RefCell::default()))
    }

    /// Runs the job that was held back first. Returns whether there was one.
    pub fn release(&self) -> bool {
        let Way::Held(jobs) = &self.way else { return false };
        let job = jobs.borrow_mut().pop_front();
        job.map(|job| job()).is_some()
    }

    /// Runs a job. `what` says in words what it does, for the note that is written if it breaks. The window is woken when it is done.
    pub fn run(&self, ctx: &egui::Context, work: Work, what: &'static str, job: impl FnOnce() -> Done + Send + 'static) {
        // Each sends one answer, whatever becomes of it.
        self.running.set(self.running.get() + 1);
        let sender = self.sender.clone();
        let ctx = ctx.clone();
        // Where the system has no thread left the job is one that broke, and the window goes on.
        let (spare, refused, woken) = (sender.clone(), Done::Broke { work, note: None }, ctx.clone());
        // What it says is read in the window.
        let job = language::carried(move || {
            let job = || {
                points::pass("job");
                job()
            };
            let (done, note) = crash::noting(what, || catch_unwind(AssertUnwindSafe(job)));
            let done = done.unwrap_or(Done::Broke { work, note });
            // The window may be closed meanwhile; then nobody waits for the result.
            let _ = sender.send(done);
            ctx.request_repaint();
        });
        match &self.way {
            Way::Threads => {
                if std::thread::Builder::new().spawn(job).is_err() {
                    let _ = spare.send(refused);
                    woken.request_repaint();
                }
            }
            Way::OnTheSpot => job(),
            Way::Held(jobs) => jobs.borrow_mut().push_back(Box::new(job)),
        }
    }

    /// Whether work runs beside the window, as it does for a user.
    #[must_use]
    pub const fn are_threads(&self) -> bool {
        matches!(self.way, Way::Threads)
    }

    /// Whether no job is under way whose answer is still to come.
    #[must_use]
    pub fn are_done(&self) -> bool {
        self.running.get() == 0
    }

    /// What was done since the last call.
    #[must_use]
    pub fn poll(&self) -> Vec<Done> {
        let done: Vec<Done> = self.receiver.try_iter().collect();
        self.running.set(self.running.get().saturating_sub(done.len()));
        done
    }
}
