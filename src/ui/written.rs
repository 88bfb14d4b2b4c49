//! How whoever sits before the window wants days, amounts and weeks written, as far as days and amounts do not know it themselves:
//! with what weeks begin, and which currency is meant where none is named.
//!
//! How that is stands in [`Setup`](super::view::Setup) and is laid out for the length of a frame, because the rows of a panel
//! are worked out far from where the frame begins; days and amounts follow how it is spoken on the thread, as they do in files
//! that are shared. This never knows a plan.

use std::cell::RefCell;

use crate::model::{DateForm, MoneyForm, Written};
use crate::words::language::{self, Language};

thread_local! {
    static NOW: RefCell<Written> = const { RefCell::new(Written::usual()) };
}

/// As long as it lives, this thread writes in that way.
#[derive(Debug)]
#[must_use = "it holds only as long as it is kept"]
pub struct Scope(Written);

/// Writes in that way until the scope ends.
pub fn scope(written: &Written) -> Scope {
    Scope(NOW.replace(written.clone()))
}

impl Drop for Scope {
    fn drop(&mut self) {
        NOW.replace(std::mem::take(&mut self.0));
    }
}

/// The name of the form in which days are written now.
#[must_use]
pub fn date_form() -> &'static str {
    language::dates().key()
}

/// How days and amounts are written now, and in which language: what was laid out in another way is worth nothing.
#[must_use]
pub fn form() -> (DateForm, MoneyForm, Language) {
    (language::dates(), language::money(), language::spoken())
}

/// The currency of an amount that names none, where the plan does not say.
#[must_use]
pub fn currency() -> String {
    NOW.with_borrow(|written| written.currency().to_owned())
}

/// The weekday with which weeks begin, 0 is Monday.
#[must_use]
pub fn week_begins() -> u8 {
    NOW.with_borrow(|written| written.week_begins)
}
