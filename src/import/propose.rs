//! What bringing a table into a plan would do, whosever table it is.

use super::cause::Cause;
use super::grid::weeks_of_months;
use super::guess::guess;
use super::mapping::Mapping;
use super::own;
use super::plan;
use super::preview::preview;
use super::proposal::{Problem, Proposal};
use super::table::Sheet;
use super::text::short;
use crate::model::columns::OwnSheet;
use crate::model::{Campaign, Day, IdSource};
use crate::words::import as say;

/// Is told how many of how many rows are done, and says whether to go on: a long table is worked through after every answer.
pub type GoOn<'a> = &'a dyn Fn(usize, usize) -> bool;

/// Rows between two looks at whether to go on.
const LOOK: usize = 512;

/// A table on its way into a plan.
#[derive(Debug, Clone, Copy)]
pub struct Incoming<'a> {
    /// The table.
    pub sheet: &'a Sheet,
    /// What was answered about it: its columns, the order of day and month, who is meant.
    pub mapping: &'a Mapping,
    /// The plan that it goes into, as it is before.
    pub campaign: &'a Campaign,
    /// The day on which it is brought in, which says of days without a year when they are.
    pub today: Day,
    /// Leaves rows out that have a cell which cannot be used; otherwise one such row keeps the table out.
    pub skip_bad: bool,
}

/// Says what bringing a table into a plan would do, as far as that is known. `ids` gives what is new its ids; the same source
/// gives the same proposal.
#[must_use]
pub fn propose(table: Incoming<'_>, ids: &mut IdSource) -> Proposal {
    work_out(table, ids, &|_, _| true)
}

/// The same as long as somebody waits for it; `None` once nobody does.
#[must_use]
pub fn propose_while(table: Incoming<'_>, ids: &mut IdSource, go_on: GoOn<'_>) -> Option<Proposal> {
    let proposal = work_out(table, ids, go_on);
    // What was broken off is not whole, and nobody gets to see it.
    go_on(1, 1).then_some(proposal)
}

fn work_out(table: Incoming<'_>, ids: &mut IdSource, go_on: GoOn<'_>) -> Proposal {
    let Incoming { sheet, mapping, campaign, .. } = table;
    let mut proposal = match own::find(sheet, mapping) {
        None => match weeks_of_months(sheet, mapping) {
            Some((row, address, week, month)) => {
                let message = say::at(&address, say::weeks_of_months(short(&week), short(&month)));
                let mut proposal = own::nothing(&guess(sheet, campaign, mapping), None);
                proposal.problems.push(Problem { row, address, message, cause: Cause::WeekOfMonth });
                (proposal.counts.rows, proposal.counts.bad) = (1, 1);
                return proposal;
            }
            None => plan::propose(table, ids, go_on),
        },
        Some((found, header)) => {
            let mut guess = guess(sheet, campaign, mapping);
            own::sure(&mut guess, sheet, header, mapping);
            if found == OwnSheet::Moments { own::propose(table, &guess, ids, go_on) } else { own::nothing(&guess, Some(found)) }
        }
    };
    if go_on(1, 1) {
        let known = std::mem::take(&mut proposal.known);
        proposal.preview = preview(campaign, if proposal.edits.is_empty() { &known } else { &proposal.edits });
    }
    proposal
}

/// Whether to go on, asked at some of the rows only.
pub(super) fn goes_on(go_on: GoOn<'_>, done: usize, of: usize) -> bool {
    !done.is_multiple_of(LOOK) || go_on(done, of)
}
