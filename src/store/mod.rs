//! Bytes ↔ campaign: the format, reading, saving. Knows the model and the disk, never edits, checks or the window.
//!
//! Read in this order: [`format`](mod@format) (what a file looks like), [`limits`], [`fs`] (the only door to the disk),
//! [`picture`] (taking pictures in), then [`open_plan`], [`save_plan`] and [`find_plans`], which everybody else calls. [`open_house`] reads an agency's rules.

mod bare;
pub mod carried;
pub mod demo;
mod error;
mod find;
pub mod format;
pub mod fs;
pub mod home;
mod house;
pub mod journal;
pub mod keep;
mod lex;
pub mod limits;
pub mod motion;
pub mod own;
pub mod picture;
mod pictures;
mod places;
mod plan;
pub mod prefs;
pub mod shelf;
pub mod template;
mod writer;

pub use error::ReadError;
pub use find::{Found, find_plans};
pub use format::{Loaded, Notice, read, write};
pub use fs::{Base, FsError, FsErrorKind, Stamp};
pub use house::{Known, house_text, open_house, read_house};
pub use places::Places;
pub use plan::{OpenError, Opened, SaveError, Saved, open_plan, save_plan};
