//! Panics that are caught by whoever waits for the work: what is done is done without it, and nobody reads about them.
//!
//! Some libraries break where a computer lacks something, a font for example, instead of saying so. That is what the computer is
//! like, and no fault of the plan or of this program.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    /// A panic of this thread is caught by whoever waits for it.
    static EXPECTED: Cell<bool> = const { Cell::new(false) };
}

/// Does work that may panic; `None` where it did. Nobody reads about such a panic: the program's hook [asks](is_expected). The
/// hook itself is not exchanged here, because it is one for all threads.
pub fn expecting<T>(work: impl FnOnce() -> T) -> Option<T> {
    let before = EXPECTED.replace(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    EXPECTED.set(before);
    done.ok()
}

/// Whether a panic of this thread is [expected](expecting) now.
#[must_use]
pub fn is_expected() -> bool {
    EXPECTED.try_with(Cell::get).unwrap_or(false)
}
