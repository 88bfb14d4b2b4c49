//! A note on a lane: a thought of the team, pinned to a day of it. Never checked, never on a curve, never shared.

use super::record::record;
use super::{NoteId, When};

record! {
    /// A short text on a lane.
    pub struct Note {
        /// Never changes, never used again.
        must id: NoteId,
        /// Where it is pinned: as a moment comes, or, without a day, to the lane as a whole.
        has_word when: When,
        /// What it says.
        must text: String,
    }
}

impl Note {
    /// A note that says so, at that place.
    #[must_use]
    pub fn new(id: NoteId, when: When, text: impl Into<String>) -> Self {
        Self { id, when, text: text.into(), unknown: super::Unknown::default() }
    }
}
