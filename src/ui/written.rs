//! Days, amounts and weeks as whoever sits before the window wants them written: the one place by which all of the window
//! writes them.
//!
//! How that is stands in [`Setup`](super::view::Setup) and is laid out for the length of a frame, because the rows of a panel
//! are worked out far from where the frame begins; days and amounts follow how it is spoken on the thread, as they do in files
//! that are shared. This never knows a plan.

use std::cell::RefCell;

use crate::model::{DateForm, Day, Money, MoneyForm, Written};
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

/// "3 May".
#[must_use]
pub fn short(day: Day) -> String {
    day.short()
}

/// "3 May 2027".
#[must_use]
pub fn long(day: Day) -> String {
    day.long()
}

/// "Mon 3 May".
#[must_use]
pub fn with_weekday(day: Day) -> String {
    day.with_weekday()
}

/// "Mon 3 May 2027".
#[must_use]
pub fn in_full(day: Day) -> String {
    day.in_full()
}

/// The first day of a span before its last one.
#[must_use]
pub fn before(day: Day, last: Day) -> String {
    day.before(last)
}

/// "3–9 May".
#[must_use]
pub fn short_span(first: Day, last: Day) -> String {
    first.short_span(last)
}

/// "€3,500".
#[must_use]
pub fn amount(money: Money) -> String {
    money.readable()
}

/// "3,500": the amount alone.
#[must_use]
pub fn number(money: Money) -> String {
    money.number()
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
