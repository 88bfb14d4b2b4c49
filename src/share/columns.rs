//! Which columns a reader gets, and the rows of a table. The columns themselves are [`crate::model::columns`], which tables are
//! read by, too.

pub use crate::model::columns::*;

use super::plan::Reader;
use crate::analysis::packing::reading_order;
use crate::model::{Campaign, SharedWith};

/// The columns of a table for that reader.
#[must_use]
pub fn columns_of(reader: Reader) -> Vec<Column> {
    let may = |column: &Column| match column.who() {
        Who::Everyone => true,
        Who::NotCreators => !matches!(reader, Reader::Creator(_)),
        Who::Team => reader == Reader::Internal,
    };
    Column::ALL.iter().copied().filter(may).collect()
}

/// The columns of a table of that plan for that reader. What was left out when a plan was shared is no empty column of it: read
/// into the plan that it came from, such a column would empty the fields there. Whatever somebody filled in since then stands.
#[must_use]
pub fn columns_in(campaign: &Campaign, reader: Reader) -> Vec<Column> {
    let is_withheld = |column: Column| match campaign.shared_with {
        None => false,
        Some(SharedWith::Client) => column.who() == Who::Team,
        Some(SharedWith::Creator) => column.who() != Who::Everyone,
    };
    let mut columns = columns_of(reader);
    if campaign.shared_with.is_some() {
        let (names, rows) = (Names::of(campaign), rows(campaign));
        columns.retain(|column| !is_withheld(*column) || rows.iter().any(|row| !column.write(*row, &names).is_empty()));
    }
    columns
}

/// The moments of a plan as they are read: lane by lane from the top, each in its order.
#[must_use]
pub fn rows(campaign: &Campaign) -> Vec<Row<'_>> {
    let lanes = campaign.lanes.iter().map(|lane| (lane, reading_order(campaign, lane)));
    lanes
        .flat_map(|(lane, order)| order.into_iter().filter_map(move |at| lane.moments.get(at)).map(move |moment| (lane, moment)))
        .map(|(lane, moment)| Row { campaign, lane, moment })
        .collect()
}
