//! What bringing a table into a plan would do, whosever table it is.

use super::guess::guess;
use super::mapping::Mapping;
use super::own;
use super::plan;
use super::preview::preview;
use super::proposal::Proposal;
use super::table::Sheet;
use crate::model::columns::OwnSheet;
use crate::model::{Campaign, Day, IdSource};

/// Is told how many of how many rows are done, and says whether to go on: a long table is worked through after every answer.
pub type GoOn<'a> = &'a dyn Fn(usize, usize) -> bool;

/// Rows between two looks at whether to go on.
const LOOK: usize = 512;

/// Says what bringing a table into a plan would do, as far as that is known. `skip_bad` leaves rows out that have a cell which
/// cannot be used. `ids` gives what is new its ids; the same source gives the same proposal.
#[must_use]
pub fn propose(
    sheet: &Sheet,
    mapping: &Mapping,
    campaign: &Campaign,
    today: Day,
    ids: &mut IdSource,
    skip_bad: bool,
) -> Proposal {
    work_out(sheet, mapping, campaign, today, ids, skip_bad, &|_, _| true)
}

/// The same as long as somebody waits for it; `None` once nobody does.
#[must_use]
pub fn propose_while(
    sheet: &Sheet,
    mapping: &Mapping,
    campaign: &Campaign,
    today: Day,
    ids: &mut IdSource,
    skip_bad: bool,
    go_on: GoOn<'_>,
) -> Option<Proposal> {
    let proposal = work_out(sheet, mapping, campaign, today, ids, skip_bad, go_on);
    // What was broken off is not whole, and nobody gets to see it.
    go_on(1, 1).then_some(proposal)
}

fn work_out(
    sheet: &Sheet,
    mapping: &Mapping,
    campaign: &Campaign,
    today: Day,
    ids: &mut IdSource,
    skip_bad: bool,
    go_on: GoOn<'_>,
) -> Proposal {
    let mut proposal = match own::find(sheet, mapping) {
        None => plan::propose(sheet, mapping, campaign, today, ids, skip_bad, go_on),
        Some((found, header)) => {
            let mut guess = guess(sheet, campaign, mapping);
            own::sure(&mut guess, sheet, header, mapping);
            if found == OwnSheet::Moments {
                own::propose((sheet, &guess), mapping, campaign, today, ids, skip_bad, go_on)
            } else {
                own::refused(&guess, found)
            }
        }
    };
    if go_on(1, 1) {
        proposal.preview = preview(campaign, &proposal.edits);
    }
    proposal
}

/// Whether to go on, asked at some of the rows only.
pub(super) fn goes_on(go_on: GoOn<'_>, done: usize, of: usize) -> bool {
    !done.is_multiple_of(LOOK) || go_on(done, of)
}
