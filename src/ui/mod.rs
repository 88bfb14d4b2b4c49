//! Draws from `&Campaign` and returns intentions. Never changes the document, never reads files, never blocks.

pub mod arc;
pub mod bars;
pub mod board;
pub mod calendar;
pub mod carry;
pub mod command;
pub mod compare;
pub mod dialogs;
pub mod direction;
pub mod filter;
pub mod findings;
pub mod fonts;
pub mod guide;
pub mod icons;
pub mod import;
pub mod inspector;
pub mod kit;
pub mod lanes_compared;
pub mod notice;
pub mod palette;
pub mod picture;
pub mod pinned;
pub mod present;
pub mod reasons;
pub mod rule_settings;
pub mod share;
pub mod shelf;
pub mod side;
pub mod table;
pub mod theme;
pub mod tour;
pub mod view;
pub mod welcome;
pub mod written;

pub(crate) mod held;
mod insides;
mod look;
#[cfg(test)]
mod test_field;
#[cfg(test)]
mod test_plan;
mod totals;
mod typed;
mod why_not;
