//! What one row of a table says of a moment, before it is known where the moment goes.

use super::proposal::Problem;
use crate::edit::MomentChange;
use crate::model::{Day, Kind, Time, When, Window};

/// What a row says.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of the row that is counted by itself")]
pub(super) struct Draft {
    pub(super) id: Option<String>,
    pub(super) who: Option<String>,
    /// Further columns of creators name them: the moment is theirs, too.
    pub(super) also: Vec<String>,
    pub(super) handle: Option<String>,
    pub(super) lane: Option<String>,
    pub(super) speaks_for: Option<String>,
    pub(super) picture: Option<String>,
    pub(super) brand: Option<String>,
    pub(super) product: Option<String>,
    pub(super) features: Vec<String>,
    pub(super) title: Option<String>,
    pub(super) kind: Option<Kind>,
    pub(super) when: Option<When>,
    pub(super) time: Option<Time>,
    pub(super) before: Option<u16>,
    pub(super) after: Option<u16>,
    pub(super) label: Option<String>,
    pub(super) spoken: Option<bool>,
    pub(super) platform_label: Option<bool>,
    pub(super) changes: Vec<MomentChange>,
    /// The week that the row is in, where it says so.
    pub(super) week: Option<Day>,
    /// Something has to be asked before the row can be used.
    pub(super) waits: bool,
    /// The addresses of cells that say that it is not known yet.
    pub(super) open: Vec<String>,
    /// The plan says the currency of its amount.
    pub(super) assumed: bool,
    /// Its amount has a dollar sign that does not say whose dollar it is.
    pub(super) dollars: bool,
    /// Its deliverable is several pieces.
    pub(super) pieces: bool,
    /// The column that names several channels, of which the first is taken.
    pub(super) channels: Option<u16>,
    /// The address of a cell that names two days, which are one moment.
    pub(super) two_days: Option<String>,
    pub(super) problems: Vec<Problem>,
}

impl Draft {
    /// The first line of the moment.
    pub(super) fn caption(&self) -> Option<&str> {
        self.changes.iter().find_map(|change| if let MomentChange::Hook(hook) = change { hook.as_deref() } else { None })
    }

    /// Around the day: what the row says, else what was there.
    pub(super) fn window(&self, was: Option<&Window>) -> Option<Window> {
        if self.before.is_none() && self.after.is_none() {
            return was.cloned();
        }
        let was = was.cloned().unwrap_or_default();
        let window = Window { before: self.before.unwrap_or(was.before), after: self.after.unwrap_or(was.after), ..was };
        (window.before > 0 || window.after > 0).then_some(window)
    }
}
