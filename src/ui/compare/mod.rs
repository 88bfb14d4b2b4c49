//! What differs between two states of a plan, as a list: shown before a draft is restored, an earlier version is taken back,
//! or a file that somebody else changed is read again.
//!
//! [`Comparison::between`] works it out once, on any thread; [`compare_ui`] draws it, in any dialog.

mod data;
mod list;
mod values;

pub use data::{Comparison, Line, Section};
pub use list::compare_ui;
