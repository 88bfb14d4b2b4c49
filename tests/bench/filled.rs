//! Plans that fill the pages of the calendar and hold nothing else: beside them the largest plans show as much, and what those cost
//! more is what lies out of sight.

use std::sync::Arc;

use momentboard::model::{Campaign, Day, When};

use crate::plans;
use crate::view::SIZES;

/// Moments on each day of a plan that fills months: more than any of their days has room for.
pub(crate) const FILLS_MONTHS: usize = 8;
const LANES: usize = 12;

/// The sizes of a table: that of a plan with so many moments on each of so many days, and all others.
pub(crate) fn sizes(per_day: usize, days: usize) -> Vec<(usize, usize)> {
    [(per_day * days, LANES)].into_iter().chain(SIZES).collect()
}

/// A plan of that size; one that is none of the usual ones has its moments one after the other, so many on each day.
pub(crate) fn plan((moments, lanes): (usize, usize), per_day: usize) -> Campaign {
    let mut campaign = plans::large_plan(7, moments, lanes);
    if SIZES.contains(&(moments, lanes)) {
        return campaign;
    }
    for (first, lane) in campaign.lanes.iter_mut().enumerate() {
        for (at, moment) in Arc::make_mut(lane).moments.iter_mut().enumerate() {
            let day = i32::try_from((at * lanes + first) / per_day).expect("a plan of few years");
            Arc::make_mut(moment).when = When::On(Day::from_number(plans::FIRST_DAY + day));
        }
    }
    campaign
}
