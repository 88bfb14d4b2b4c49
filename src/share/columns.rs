//! Which columns a reader gets, and the rows of a table. The columns themselves are [`crate::model::columns`], which tables are
//! read by, too.

pub use crate::model::columns::*;

use super::plan::Reader;
use crate::analysis::packing::reading_order;
use crate::model::Campaign;

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

/// The moments of a plan as they are read: lane by lane from the top, each in its order.
#[must_use]
pub fn rows(campaign: &Campaign) -> Vec<Row<'_>> {
    let lanes = campaign.lanes.iter().map(|lane| (lane, reading_order(campaign, lane)));
    lanes
        .flat_map(|(lane, order)| order.into_iter().filter_map(move |at| lane.moments.get(at)).map(move |moment| (lane, moment)))
        .map(|(lane, moment)| Row { campaign, lane, moment })
        .collect()
}
