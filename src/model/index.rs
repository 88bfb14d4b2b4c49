//! Where every moment stands, so that an edit finds it without looking through the plan.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Campaign, Lane, LaneId, Moment, MomentId, turnover};

/// For each moment its lane; `None` means the tray of ideas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    places: HashMap<MomentId, Option<LaneId>>,
}

impl Index {
    /// The places of all moments of a plan.
    #[must_use]
    pub fn of(campaign: &Campaign) -> Self {
        let mut index = Self::default();
        index.places.reserve(campaign.moment_count() + campaign.ideas.len());
        for lane in &campaign.lanes {
            index.places.extend(lane.moments.iter().map(|moment| (moment.id, Some(lane.id))));
        }
        index.places.extend(campaign.ideas.iter().map(|moment| (moment.id, None)));
        index
    }

    /// The places of the moments of one lane only: enough for edits that stay in it, and cheap in a large plan.
    #[must_use]
    pub fn of_lane(lane: &Lane) -> Self {
        Self { places: lane.moments.iter().map(|moment| (moment.id, Some(lane.id))).collect() }
    }

    /// Where a moment stands: `Some(Some(lane))`, `Some(None)` for the tray, `None` when it is not in the plan.
    #[must_use]
    pub fn place(&self, id: MomentId) -> Option<Option<LaneId>> {
        self.places.get(&id).copied()
    }

    /// The lane a moment stands in.
    #[must_use]
    pub fn lane(&self, id: MomentId) -> Option<LaneId> {
        self.place(id).flatten()
    }

    /// A moment with its lane, which an idea has none of.
    #[must_use]
    pub fn moment<'a>(&self, campaign: &'a Campaign, id: MomentId) -> Option<(Option<&'a Arc<Lane>>, &'a Arc<Moment>)> {
        let lane = self.place(id)?.and_then(|lane| campaign.lane(lane));
        let all = lane.map_or(&campaign.ideas, |lane| &lane.moments);
        all.iter().find(|moment| moment.id == id).map(|moment| (lane, moment))
    }

    /// Those of `ids` that stand in lanes, each with its lane. A lane, and the place in it, is looked for next to the one
    /// before: of many moments most stand beside each other.
    pub fn in_lanes<'a>(
        &'a self,
        campaign: &'a Campaign,
        ids: &'a [MomentId],
    ) -> impl Iterator<Item = (&'a Arc<Lane>, &'a Arc<Moment>)> {
        let mut near: Option<(&Arc<Lane>, usize)> = None;
        ids.iter().filter_map(move |id| {
            let of = self.lane(*id)?;
            let (lane, from) = match near.filter(|(lane, _)| lane.id == of) {
                Some(near) => near,
                None => (campaign.lane(of)?, 0),
            };
            let (before, after) = lane.moments.split_at_checked(from).unwrap_or((&lane.moments, &[]));
            let at = after.iter().position(|moment| moment.id == *id).map(|at| from + at);
            let at = at.or_else(|| before.iter().position(|moment| moment.id == *id))?;
            near = Some((lane, at + 1));
            lane.moments.get(at).map(|moment| (lane, moment))
        })
    }

    /// Records where a moment stands now.
    pub fn put(&mut self, id: MomentId, place: Option<LaneId>) {
        self.places.insert(id, place);
    }

    /// Forgets a moment.
    pub fn remove(&mut self, id: MomentId) {
        self.places.remove(&id);
    }

    /// Follows the plan from one state to another. Costs what differs: lanes that are the same pointer are not looked at,
    /// and in a changed lane only the stretch between the first and the last difference.
    pub fn follow(&mut self, from: &Campaign, to: &Campaign) {
        let stretches = turnover(from, to);
        // Everything that left is taken out before anything is put in, because a moment that changed lanes does both.
        for moment in stretches.iter().flat_map(|stretch| stretch.gone) {
            self.places.remove(&moment.id);
        }
        for stretch in &stretches {
            self.places.extend(stretch.came.iter().map(|moment| (moment.id, stretch.lane)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Kind, LaneKind, PlanId};

    fn id(text: &str) -> Id {
        Id::parse(text).expect("an id")
    }

    #[test]
    fn moments_are_found_in_the_order_in_which_they_are_asked_for() {
        let mut plan = Campaign::new(PlanId::default(), "Plan");
        for lane in ["a", "b"] {
            let mut lane = Lane::empty(LaneId(id(lane)), LaneKind::Community);
            for at in 0..4 {
                let moment = Moment::new(MomentId(id(&format!("{}{at}", lane.id))), Kind::Values, "Card");
                lane.moments.push(Arc::new(moment));
            }
            plan.lanes.push(Arc::new(lane));
        }
        plan.ideas.push(Arc::new(Moment::new(MomentId(id("idea")), Kind::Values, "Idea")));
        let index = Index::of(&plan);
        let asked = ["a3", "a0", "a1", "b2", "idea", "nobody", "b1", "a2", "b3", "a2"].map(|text| MomentId(id(text)));
        let found: Vec<String> =
            index.in_lanes(&plan, &asked).map(|(lane, moment)| format!("{} {}", lane.id, moment.id)).collect();
        assert_eq!(found, ["a a3", "a a0", "a a1", "b b2", "b b1", "a a2", "b b3", "a a2"]);
    }
}
