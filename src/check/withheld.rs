//! What a plan that came out of a shared document cannot be checked for. Evidence, proof, pay, statuses and what the agency
//! settled were left out of it, and a creator's has no lane but theirs: a rule that finds fault with what is missing would find
//! fault with what was not said.

use super::rule::Rule;
use crate::model::SharedWith;
use crate::words::{asks, findings as say, fit, labels};

/// Rules that rest on what no reader beside the team gets: evidence, proof, what confirms a delivery, the creator's usual posts,
/// audiences that lanes share.
const OF_TEAM: [&str; 6] = ["PBR-08", "PBR-12", "VAL-01", "OPS-01", "ASK-01", "DIS-04"];
/// Rules that look at other lanes, too: what was announced on the brand's channel prepares an ask, and what others post answers
/// a stand.
const OF_OTHER_LANES: [&str; 10] =
    ["PBR-01", "PBR-02", "PBR-03", "PBR-04", "PBR-05", "PBR-06", "PBR-09", "PBR-13", "ASK-04", "VAL-03"];

/// Why a rule cannot look at a plan that was shared; `None` where nothing it rests on was left out.
pub(super) fn holds_up(shared_with: Option<SharedWith>, rule: &Rule) -> Option<&'static str> {
    let is_creators = shared_with? == SharedWith::Creator;
    if OF_TEAM.contains(&rule.code) {
        Some(say::not_shared())
    } else if is_creators && OF_OTHER_LANES.contains(&rule.code) {
        Some(say::lanes_not_shared())
    } else {
        None
    }
}

/// Why a rule could not look: in a plan that was shared, what it missed was left out, and nobody forgot to fill it in.
pub(super) fn reworded(shared_with: Option<SharedWith>, reason: &str) -> Option<&'static str> {
    let left_out = [
        asks::heavy_slot_unset(),
        fit::rivals_unset(),
        fit::past_unset(),
        fit::no_go_unset(),
        labels::pay_unset(),
        labels::deal_unset(),
        labels::young_unset(),
    ];
    (shared_with.is_some() && left_out.contains(&reason)).then(say::not_shared)
}

/// Whether a reason is that something was left out when the plan was shared.
#[must_use]
pub fn is_withheld(reason: &str) -> bool {
    [say::not_shared(), say::lanes_not_shared()].contains(&reason)
}
