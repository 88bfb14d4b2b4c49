//! Bytes ↔ campaign: the format, reading, saving. Knows the model and the disk, never edits, checks or the window.
//!
//! Read in this order: [`format`](mod@format) (what a file looks like), [`limits`], [`fs`] (the only door to the disk),
//! [`picture`] (taking pictures in), then [`open_plan`], [`save_plan`] and [`find_plans`], which everybody else calls. [`open_house`] reads an agency's rules.

mod bare;
pub mod carried;
pub mod copies;
pub mod demo;
mod error;
mod find;
mod fit;
pub mod format;
pub mod fs;
pub mod history;
pub mod home;
mod house;
pub mod journal;
pub mod keep;
mod lex;
pub mod lock;
mod migrate;
pub mod motion;
pub mod own;
pub mod picture;
mod pictures;
mod places;
mod plan;
pub mod prefs;
pub mod region;
pub mod salvage;
mod scan;
pub mod shelf;
pub mod system;
pub mod template;
pub mod watch;
mod writer;

pub use crate::model::limits;
pub use error::{Damage, ReadError};
pub use find::{Found, find_plans};
pub use format::{Loaded, Notice, WhyLookOnly, read, write};
pub use fs::{Base, Care, FsError, FsErrorKind, Stamp};
pub use house::{Known, house_text, open_house, read_house};
pub use places::Places;
pub use plan::{OpenError, Opened, SaveError, Saved, open_plan, open_plan_while, save_plan, save_plan_with};
