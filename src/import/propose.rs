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
    let mut proposal = match own::find(sheet, mapping) {
        None => plan::propose(sheet, mapping, campaign, today, ids, skip_bad),
        Some((found, header)) => {
            let mut guess = guess(sheet, campaign, mapping);
            own::sure(&mut guess, sheet, header, mapping);
            if found == OwnSheet::Moments {
                own::propose(sheet, &guess, mapping, campaign, today, ids, skip_bad)
            } else {
                own::refused(&guess, found)
            }
        }
    };
    proposal.preview = preview(campaign, &proposal.edits);
    proposal
}
