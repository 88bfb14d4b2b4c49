//! Where every moment stands, so that an edit finds it without looking through the plan.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Campaign, Lane, LaneId, Moment, MomentId, turnover};

/// For each moment its lane; `None` means the tray of ideas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    places: HashMap<MomentId, Spot>,
}

/// Where a moment stands.
#[derive(Clone, Copy, Debug)]
struct Spot {
    lane: Option<LaneId>,
    /// Its place there when that was noted: a hint only, because others come and go before it.
    near: usize,
}

/// Hints lead to the same moments.
impl PartialEq for Spot {
    fn eq(&self, other: &Self) -> bool {
        self.lane == other.lane
    }
}
impl Eq for Spot {}

/// The moments of a list, the first of which stands at that place, each with its spot.
fn spots(lane: Option<LaneId>, from: usize, moments: &[Arc<Moment>]) -> impl Iterator<Item = (MomentId, Spot)> {
    moments.iter().enumerate().map(move |(at, moment)| (moment.id, Spot { lane, near: from + at }))
}

impl Index {
    /// The places of all moments of a plan.
    #[must_use]
    pub fn of(campaign: &Campaign) -> Self {
        let mut index = Self::default();
        index.places.reserve(campaign.moment_count() + campaign.ideas.len());
        for lane in &campaign.lanes {
            index.places.extend(spots(Some(lane.id), 0, &lane.moments));
        }
        index.places.extend(spots(None, 0, &campaign.ideas));
        index
    }

    /// The places of the moments of one lane only: enough for edits that stay in it, and cheap in a large plan.
    #[must_use]
    pub fn of_lane(lane: &Lane) -> Self {
        Self { places: spots(Some(lane.id), 0, &lane.moments).collect() }
    }

    /// The same of those moments of a lane that are among `ids`, of which there are few: enough for edits that name no others.
    #[must_use]
    pub fn of_some(lane: &Lane, ids: &[MomentId]) -> Self {
        Self { places: spots(Some(lane.id), 0, &lane.moments).filter(|(id, _)| ids.contains(id)).collect() }
    }

    /// Where a moment stands: `Some(Some(lane))`, `Some(None)` for the tray, `None` when it is not in the plan.
    #[must_use]
    pub fn place(&self, id: MomentId) -> Option<Option<LaneId>> {
        self.places.get(&id).map(|spot| spot.lane)
    }

    /// The place of a moment in the list that it stands in. Looked for from where it stood when that was noted, to both sides: a
    /// long lane is not gone through for it.
    #[must_use]
    pub fn find(&self, id: MomentId, list: &[Arc<Moment>]) -> Option<usize> {
        let near = self.places.get(&id)?.near.min(list.len().saturating_sub(1));
        let mut around = (0..list.len()).flat_map(|away| [near.checked_add(away), near.checked_sub(away)]).flatten();
        around.find(|at| list.get(*at).is_some_and(|moment| moment.id == id))
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
        self.find(id, all).and_then(|at| all.get(at)).map(|moment| (lane, moment))
    }

    /// Those of `ids` that stand in lanes, each with its lane. The lane is that of the one before where it can be: of many moments
    /// most stand beside each other.
    pub fn in_lanes<'a>(
        &'a self,
        campaign: &'a Campaign,
        ids: &'a [MomentId],
    ) -> impl Iterator<Item = (&'a Arc<Lane>, &'a Arc<Moment>)> {
        let mut near: Option<&Arc<Lane>> = None;
        ids.iter().filter_map(move |id| {
            let of = self.lane(*id)?;
            let lane = near.filter(|lane| lane.id == of).or_else(|| campaign.lane(of))?;
            near = Some(lane);
            let at = self.find(*id, &lane.moments)?;
            lane.moments.get(at).map(|moment| (lane, moment))
        })
    }

    /// Records where a moment stands now: as the last there, where it is new.
    pub fn put(&mut self, id: MomentId, place: Option<LaneId>) {
        self.places.insert(id, Spot { lane: place, near: usize::MAX });
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
            self.places.extend(spots(stretch.lane, stretch.at, stretch.came));
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
        // Where a moment stood is a hint only: it is found wherever it went.
        Arc::make_mut(&mut plan.lanes[0]).moments.reverse();
        Arc::make_mut(&mut plan.lanes[1]).moments.remove(0);
        let found: Vec<String> = index.in_lanes(&plan, &asked).map(|(_, moment)| moment.id.to_string()).collect();
        assert_eq!(found, ["a3", "a0", "a1", "b2", "b1", "a2", "b3", "a2"]);
        assert_eq!(index.find(asked[3], &plan.lanes[0].moments), None);
    }
}
