//! The recovery journal: what was done to a plan since its file was written, for the day on which the program, the driver or
//! the battery dies before the next save.
//!
//! A journal belongs to one session of one window. It lies in the state folder of the user, never beside the plan, and
//! begins with what the file held, so that it needs nobody else; then comes what was done, one [`Entry`] after the other, each
//! as the difference from the one before. It is written only at its end, flushed each time, and read as far as it is whole:
//!
//! ```text
//! MBJ1 | length | CRC-32 | number | text      the head: whose it is
//! MBJ1 | length | CRC-32 | number | text      what the file held
//! MBJ1 | length | CRC-32 | number | text      a state, or that a state was saved
//! ```
//!
//! The text of a frame is a line of RON about the state and a line with the [`Patch`](crate::model::difference::Patch) that
//! leads to it. Pictures stand on the [shelf](super::shelf), each once. While the session lives it holds the lock of its journal:
//! that is how the others know that there is nothing to recover.
//!
//! A journal that is torn gives what is whole of it. One that is broken, foreign or of a later version gives nothing and stays
//! where it is: it never stops anybody from working.
//!
//! A session that goes on from a draft names it in its head. The draft stays where it is, and nobody is offered both; it goes
//! once what was made of it is in a file. Where all of it was taken back instead, it is what is offered again.

mod found;
mod frame;
mod replay;
mod taken;
mod trash;
mod write;

use std::path::PathBuf;
use std::sync::Arc;

pub use found::{FileNow, Found, Recovered, discard, found, recover, tidy};
pub use taken::Taken;
pub use trash::{Trashed, put_back, trashed};
pub use write::Writer;

use super::fs::Stamp;
use crate::model::{Campaign, PlanId};

/// The version of the journal that is written. A larger one is left to the program that wrote it.
pub const VERSION: u32 = 1;

/// Whose journal it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The plan.
    pub plan: PlanId,
    /// Its file; `None` for a plan that has none yet.
    pub path: Option<PathBuf>,
    /// What the file held, as far as the session knew.
    pub stamp: Option<Stamp>,
    /// The version of the program.
    pub app: String,
    /// The process.
    pub pid: u32,
    /// When the session began to write, in seconds since 1970.
    pub began: i64,
    /// The draft that it goes on from, by its [key](Found::key).
    pub instead_of: Option<String>,
}

/// A state of the plan, as [`crate::store`]'s callers hand it over: what `Document::latest` says, and when that was.
#[derive(Clone, Debug)]
pub struct Entry {
    /// When, in seconds since 1970.
    pub at: i64,
    /// The number of the state; equal numbers are one state.
    pub revision: u64,
    /// How many steps lead to it.
    pub depth: usize,
    /// The name of the last of them.
    pub label: String,
    /// The plan.
    pub campaign: Arc<Campaign>,
}
