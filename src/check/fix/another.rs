//! Another order of a lane: what its fixes that move cards come to, one after the other. It never knows who wants to see it, and
//! nothing of the plan changes by it.

use std::sync::Arc;

use super::{Applicability, Fix, Fixer};
use crate::check::{Finding, Options};
use crate::edit::{Edit, Place, apply_all};
use crate::model::{Campaign, IdSource, Index, Lane, LaneId, MomentId};

/// How many fixes are done one after the other. Each takes something off the lane's findings, so a lane comes to an end by itself.
const ROUNDS: usize = 24;
/// Of longer lanes no order is proposed: everything of them is looked at again for each fix.
pub const LONGEST: usize = 400;

/// The lane as the fixes of its findings would have it, where they move cards within it or put empty drafts between them; those
/// that only move come first. `None` where none of them helps.
#[must_use]
pub fn proposed_order(campaign: &Arc<Campaign>, id: LaneId, options: &Options, ids: &mut IdSource) -> Option<Arc<Lane>> {
    let before = campaign.lane(id).filter(|lane| lane.moments.len() <= LONGEST)?;
    let mut now = Arc::clone(campaign);
    let mut fixer = Fixer::of(Arc::clone(campaign), options);
    for _ in 0..ROUNDS {
        let next = next(&now, id, &mut fixer, ids);
        let Some(changed) = next.and_then(|fix| apply_all(&now, &mut Index::of(&now), &fix.edits).ok().flatten()) else { break };
        now = Arc::new(changed);
        fixer.go_on(Arc::clone(&now));
    }
    now.lane(id).filter(|lane| !Arc::ptr_eq(lane, before)).cloned()
}

/// Whether there is an order to propose: one look, where the order itself takes many.
#[must_use]
pub fn proposes_order(campaign: &Arc<Campaign>, id: LaneId, options: &Options, ids: &mut IdSource) -> bool {
    let is_short = campaign.lane(id).is_some_and(|lane| lane.moments.len() <= LONGEST);
    is_short && next(campaign, id, &mut Fixer::of(Arc::clone(campaign), options), ids).is_some()
}

/// The next fix of the lane that is about its order.
fn next(campaign: &Campaign, id: LaneId, fixer: &mut Fixer<'_>, ids: &mut IdSource) -> Option<Fix> {
    let lane = campaign.lane(id)?;
    let findings: Vec<Finding> = fixer.check(lane).findings.into_iter().filter(|finding| finding.state.is_open()).collect();
    let mut adds = None;
    for finding in &findings {
        for fix in fixer.fixes(finding, ids) {
            if matches!(fix.applicability, Applicability::Jump(_)) || !fix.edits.iter().all(|edit| is_of(lane, edit)) {
                continue;
            }
            if fix.edits.iter().all(|edit| matches!(edit, Edit::MoveMoment { .. })) {
                return Some(fix);
            }
            adds = adds.or(Some(fix));
        }
    }
    adds
}

/// Whether an edit moves a card of the lane within it, or adds one to it.
fn is_of(lane: &Lane, edit: &Edit) -> bool {
    let has = |id: MomentId| lane.moments.iter().any(|moment| moment.id == id);
    match edit {
        Edit::MoveMoment { id, to, .. } => *to == Place::Lane(lane.id) && has(*id),
        Edit::AddMoment { place, .. } => *place == Place::Lane(lane.id),
        _ => false,
    }
}
