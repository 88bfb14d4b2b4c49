//! Draws from `&Campaign` and returns intentions. Never changes the document, never reads files, never blocks.

pub mod command;
pub mod fonts;
pub mod icons;
pub mod kit;
pub mod theme;
pub mod view;
