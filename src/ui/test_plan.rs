//! What plans in the tests of several views have in common: creators with a lane each.

use std::sync::Arc;

use crate::model::{Campaign, Creator, CreatorId, Id, Kind, Lane, LaneId, Moment, MomentId, PlanId, When};

/// An id that is written so.
pub(super) fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// A plan with a creator of each name, and an empty lane for each; ids are the names.
pub(super) fn plan_of(names: &[&str]) -> Campaign {
    let mut plan = Campaign::new(PlanId::default(), "Plan");
    for name in names {
        plan.creators.push(Arc::new(Creator::new(CreatorId(id(name)), *name)));
        plan.lanes.push(Arc::new(Lane::of_creator(LaneId(id(name)), CreatorId(id(name)))));
    }
    plan
}

/// A moment with that id.
pub(super) fn moment(key: &str, kind: Kind, title: &str, when: When) -> Moment {
    let mut moment = Moment::new(MomentId(id(key)), kind, title);
    moment.when = when;
    moment
}

/// Puts a moment onto a lane.
pub(super) fn put(plan: &mut Campaign, lane: usize, moment: Moment) {
    Arc::make_mut(&mut plan.lanes[lane]).moments.push(Arc::new(moment));
}
