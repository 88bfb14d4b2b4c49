//! Which pictures come before and after one: those of its lane as it is read, or those of the tray.

use std::sync::Arc;

use crate::analysis::packing::reading_order;
use crate::model::{Campaign, Index, Lane, Moment, MomentId};
use crate::ui::view::Sieve;

/// The moments of a lane that have a picture, in the order in which they are read. Kept as long as the lane is the same.
#[derive(Clone, Debug, Default)]
pub struct Around {
    lane: Option<Arc<Lane>>,
    ideas: Vec<Arc<Moment>>,
    sieve: Sieve,
    moments: Vec<MomentId>,
}

impl Around {
    /// Follows the plan: the pictures around that moment. A moment that the filter hides counts only as long as it is the one
    /// that is looked at.
    pub fn follow(&mut self, campaign: &Campaign, index: &Index, sieve: &Sieve, id: MomentId) {
        let Some(place) = index.place(id) else { return };
        let lane = place.and_then(|lane| campaign.lane(lane));
        let is_here = self.moments.contains(&id) && self.sieve == *sieve;
        let same = match (lane, &self.lane) {
            (Some(lane), Some(known)) => Arc::ptr_eq(lane, known),
            (None, None) => self.ideas == campaign.ideas,
            _ => false,
        };
        if is_here && same {
            return;
        }
        self.lane = lane.cloned();
        self.ideas = if lane.is_none() { campaign.ideas.clone() } else { Vec::new() };
        self.sieve = sieve.clone();
        let shown = |moment: &&Arc<Moment>| moment.id == id || (moment.image.is_some() && sieve.shows(moment.id));
        self.moments = match lane {
            Some(lane) => {
                let order = reading_order(campaign, lane);
                order.into_iter().filter_map(|at| lane.moments.get(at)).filter(shown).map(|moment| moment.id).collect()
            }
            None => campaign.ideas.iter().filter(shown).map(|moment| moment.id).collect(),
        };
    }

    /// Where a moment stands among them, counted from 1, and how many there are.
    #[must_use]
    pub fn place(&self, id: MomentId) -> Option<(usize, usize)> {
        let at = self.moments.iter().position(|other| *other == id)?;
        Some((at + 1, self.moments.len()))
    }

    /// The one that many steps on, or back.
    #[must_use]
    pub fn beside(&self, id: MomentId, by: isize) -> Option<MomentId> {
        let at = self.moments.iter().position(|other| *other == id)?;
        self.moments.get(at.checked_add_signed(by)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Day, Id, IdSource, Kind, LaneId, LaneKind, PictureId, PlanId, When};

    /// A lane whose cards come in the order 2, 0, 3, 1; the last of them in time has no picture.
    fn plan() -> (Campaign, Vec<MomentId>) {
        let mut ids = IdSource::seeded(3);
        let mut plan = Campaign::new(PlanId::default(), "Plan");
        let mut lane = Lane::empty(LaneId(Id::parse("a").unwrap()), LaneKind::Community);
        for (days, picture) in [(7, true), (21, false), (0, true), (14, true)] {
            let mut moment = Moment::new(ids.moment(), Kind::Values, "Card");
            moment.when = When::On(Day::from_number(20_000 + days));
            moment.image = picture.then_some(PictureId([days as u8; 32]));
            lane.moments.push(Arc::new(moment));
        }
        let all = lane.moments.iter().map(|moment| moment.id).collect();
        plan.lanes.push(Arc::new(lane));
        (plan, all)
    }

    #[test]
    fn pictures_come_in_the_order_in_which_the_lane_is_read() {
        let (plan, ids) = plan();
        let index = Index::of(&plan);
        let mut around = Around::default();
        around.follow(&plan, &index, &Sieve::default(), ids[0]);
        assert_eq!(around.place(ids[0]), Some((2, 3)));
        assert_eq!((around.beside(ids[0], -1), around.beside(ids[0], 1)), (Some(ids[2]), Some(ids[3])));
        assert_eq!((around.beside(ids[2], -1), around.beside(ids[3], 1)), (None, None));
        assert_eq!(around.place(ids[1]), None, "it has no picture");
        around.follow(&plan, &index, &Sieve::of([ids[3], ids[0]]), ids[0]);
        assert_eq!(around.beside(ids[0], -1), None, "what a filter hides is not come upon");
    }

    #[test]
    fn a_picture_that_was_added_meanwhile_is_among_them() {
        let (mut plan, ids) = plan();
        let mut around = Around::default();
        around.follow(&plan, &Index::of(&plan), &Sieve::default(), ids[0]);
        let lane = Arc::make_mut(&mut plan.lanes[0]);
        Arc::make_mut(&mut lane.moments[1]).image = Some(PictureId([9; 32]));
        around.follow(&plan, &Index::of(&plan), &Sieve::default(), ids[0]);
        assert_eq!(around.place(ids[1]), Some((4, 4)));
    }
}
