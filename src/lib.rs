//! Momentboard.
pub mod analysis;
pub mod check;
pub mod cli;
pub mod edit;
pub mod model;
pub mod share;
pub mod store;
#[cfg(feature = "gui")]
pub mod ui;
pub mod words;
