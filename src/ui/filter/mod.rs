//! One search and one filter over every view: what is looked for, and the bar in which it is said.
//!
//! [`model`] is what can be looked for, [`keep`] the same as text; [`sifter`] works out what passes (with the texts of
//! [`haystack`]), [`options`] what could be chosen, [`names`] what all of it is called. The other files draw: [`bar`], its
//! menus, the chips, the saved filters, and the button in each view that opens it. Nothing of it is in the document, nothing of it can be undone, and nothing here knows
//! how a view shows what is left: views are given a [`Sieve`](super::view::Sieve).

pub mod bar;
pub mod keep;
pub mod model;
pub mod names;
pub mod options;
pub mod sifter;

mod button;
mod chips;
mod days;
mod haystack;
mod hidden;
mod menus;
mod presets;
mod said_days;

use std::collections::BTreeSet;

use egui::{Context, Id};

pub use self::button::filter_button;
use self::days::DaysDraft;
pub use self::hidden::{hidden_lanes_button, hidden_lanes_note};
use self::menus::MenuState;
pub use self::menus::sort_button;
pub use self::model::{Facet, Filter};
use self::presets::Naming;
pub use self::presets::{MOST_PRESETS, Preset};
use self::sifter::Sifter;
use super::kit::late::Late;
use crate::model::{MomentId, NoteId};

/// Moments and notes that are shown although they do not pass: they were added, changed or gone to since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Also {
    /// The moments.
    pub moments: BTreeSet<MomentId>,
    /// The notes.
    pub notes: BTreeSet<NoteId>,
}

impl Also {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.moments.is_empty() && self.notes.is_empty()
    }

    /// Nothing is shown that does not pass.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

/// What the bar remembers.
#[derive(Debug, Default)]
pub struct FilterState {
    /// What is looked for.
    pub filter: Filter,
    /// What passes it.
    pub sifter: Sifter,
    /// What is shown although it does not pass.
    pub also: Also,
    /// What was saved, in the order in which it was.
    pub presets: Vec<Preset>,
    /// The bar is on screen, though nothing may be looked for yet.
    open: bool,
    /// The field is to have the keyboard.
    wanted: bool,
    /// The control of the bar that had the keyboard when it was drawn last.
    held: Option<Id>,
    /// What does not pass is to be hidden, also where it was shown all the same.
    anew: bool,
    menus: MenuState,
    days: DaysDraft,
    naming: Option<Naming>,
    /// What was typed before the field of a name has the keyboard.
    late: Late,
    /// The preset that was just named by a key: its row is to have the keyboard.
    named: Option<String>,
}

impl FilterState {
    /// Shows the bar, with the keyboard in its field.
    pub fn open(&mut self) {
        (self.open, self.wanted) = (true, true);
    }

    /// Lets everything through, and takes the bar away.
    pub fn close(&mut self) {
        self.filter.clear();
        self.also.clear();
        self.open = false;
    }

    /// Escape was pressed on a control of the bar that has no use for it: the keyboard goes to the field, where it goes on, and a bar in
    /// which nothing is looked for goes. Returns whether it was.
    pub fn step_back(&mut self) -> bool {
        if self.held.is_none() || !self.is_shown() {
            return false;
        }
        if !self.close_empty() {
            self.wanted = true;
        }
        true
    }

    /// Takes the bar away where nothing is looked for in it. Returns whether it did.
    pub fn close_empty(&mut self) -> bool {
        self.filter.is_empty() && std::mem::take(&mut self.open)
    }

    /// What does not pass is hidden from now on, also where it was shown all the same.
    pub fn hide_also(&mut self) {
        self.also.clear();
        self.anew = true;
    }

    /// Whether that was asked for since this was asked last.
    #[must_use]
    pub fn is_anew(&mut self) -> bool {
        std::mem::take(&mut self.anew)
    }

    /// Whether the bar is on screen: as long as anything is hidden it always is.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.open || !self.filter.is_empty()
    }

    /// Whether somebody is writing in one of its fields: undo then belongs to that field.
    #[must_use]
    pub fn is_writing(&self, ctx: &Context) -> bool {
        let fields = [field(), menus::field(), presets::field(), days::fields()[0], days::fields()[1]];
        ctx.memory(egui::Memory::focused).is_some_and(|id| fields.contains(&id))
    }
}

/// The field in which one searches.
fn field() -> Id {
    Id::unique("plan search")
}
