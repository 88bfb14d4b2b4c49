//! The pages that were seen last, worked out once as long as nothing of them changed: whoever turns back finds them.

use std::rc::Rc;

use super::data::Sheet;
use super::page::Page;
use crate::ui::view::Sieve;

/// Most pages that are kept.
pub(super) const MOST: usize = 24;

/// What a page was worked out from, but for which days it shows.
#[derive(Clone, PartialEq)]
pub(super) struct Basis {
    /// The state of the plan.
    pub(super) edition: u64,
    /// What a search and hidden lanes leave of it.
    pub(super) sieve: Sieve,
    /// The weekday with which weeks begin.
    pub(super) week_begins: u8,
}

/// Pages, the one that is seen first.
#[derive(Default)]
pub(super) struct Pages {
    basis: Option<Basis>,
    sheets: Vec<Rc<Sheet>>,
}

impl Pages {
    /// A page: as it was worked out from the same, else by `work_out`.
    pub(super) fn of(&mut self, basis: Basis, page: Page, work_out: impl FnOnce() -> Sheet) -> Rc<Sheet> {
        if self.basis.as_ref() != Some(&basis) {
            self.basis = Some(basis);
            self.sheets.clear();
        }
        let at = self.sheets.iter().position(|sheet| sheet.page == page);
        let sheet = at.map_or_else(|| Rc::new(work_out()), |at| self.sheets.remove(at));
        self.sheets.insert(0, Rc::clone(&sheet));
        self.sheets.truncate(MOST);
        sheet
    }

    /// What was seen last.
    pub(super) fn last(&self) -> Option<&Sheet> {
        self.sheets.first().map(|sheet| &**sheet)
    }

    /// What a search and a filter left, when it was seen last.
    pub(super) fn sieve(&self) -> Option<&Sieve> {
        self.basis.as_ref().map(|basis| &basis.sieve)
    }
}
