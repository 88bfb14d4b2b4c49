//! How many moments stand on the days on which nothing is to be published.
//!
//! It never knows whether that is meant: no rule asks, and a plan may hold both. Whoever shows such days says what stands on them, so
//! that no words about them are false.

use std::sync::Arc;

use crate::model::{Campaign, Day, Lane};

/// How many moments stand in each blackout of a campaign, kept a lane at a time: an edit costs the lanes that it changed, and a
/// campaign without blackouts costs nothing.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    days: Vec<(Day, Day)>,
    /// Day 0, from which the days of relative moments are counted.
    zero: Option<Day>,
    lanes: Vec<(Arc<Lane>, Vec<usize>)>,
}

impl Standing {
    /// The moments of each blackout, in the order of the campaign.
    pub fn follow(&mut self, campaign: &Campaign) -> Vec<usize> {
        let days: Vec<(Day, Day)> = campaign.blackouts.iter().map(|blackout| (blackout.from, blackout.to)).collect();
        let zero = campaign.anchor.as_ref().and_then(|anchor| anchor.date);
        if self.days != days || self.zero != zero {
            (self.days, self.zero) = (days, zero);
            self.lanes.clear();
        }
        if self.days.is_empty() {
            return Vec::new();
        }
        let mut before = std::mem::take(&mut self.lanes).into_iter();
        for lane in &campaign.lanes {
            let kept =
                before.next().filter(|(of, _)| Arc::ptr_eq(of, lane) || (of.id == lane.id && lane.differs_in_words_only(of)));
            let counts =
                kept.map_or_else(|| self.days.iter().map(|days| of_lane(campaign, lane, *days)).collect(), |(_, counts)| counts);
            self.lanes.push((Arc::clone(lane), counts));
        }
        let of = |at: usize| self.lanes.iter().filter_map(|(_, counts)| counts.get(at)).sum();
        (0..self.days.len()).map(of).collect()
    }
}

/// How many moments of a campaign stand on days from the one to the other: looks at all of them.
#[must_use]
pub fn standing(campaign: &Campaign, days: (Day, Day)) -> usize {
    campaign.lanes.iter().map(|lane| of_lane(campaign, lane, days)).sum()
}

fn of_lane(campaign: &Campaign, lane: &Lane, (from, to): (Day, Day)) -> usize {
    let days = lane.moments.iter().filter_map(|moment| campaign.day_of(moment.when));
    days.filter(|day| (from..=to).contains(day)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Anchor, Blackout, Creator, CreatorId, Id, Kind, LaneId, Moment, MomentId, PlanId, Unknown, When};

    fn day(of_september: i8) -> Day {
        Day::new(2027, 9, of_september).unwrap()
    }

    fn campaign(whens: &[When]) -> Campaign {
        let mut campaign = Campaign::new(PlanId::default(), "Plan");
        campaign.creators.push(Arc::new(Creator::new(CreatorId(Id::from_bits(1)), "Maren")));
        let mut lane = Lane::of_creator(LaneId(Id::from_bits(2)), CreatorId(Id::from_bits(1)));
        for (at, when) in (10..).zip(whens) {
            let mut moment = Moment::new(MomentId(Id::from_bits(at)), Kind::Values, "Hello");
            moment.when = *when;
            lane.moments.push(Arc::new(moment));
        }
        campaign.lanes.push(Arc::new(lane));
        let blackout = |from, to| Blackout { from: day(from), to: day(to), why: None, unknown: Unknown::default() };
        campaign.blackouts = vec![blackout(15, 17), blackout(20, 21)];
        campaign
    }

    #[test]
    fn the_first_and_the_last_day_count_and_what_has_no_day_does_not() {
        let whens = [14, 15, 16, 17, 18].map(|of| When::On(day(of)));
        let campaign = campaign(&[&whens[..], &[When::Undated, When::Order(1), When::Relative(3)]].concat());
        assert_eq!(Standing::default().follow(&campaign), [3, 0]);
        assert_eq!(standing(&campaign, (day(14), day(15))), 2);
    }

    #[test]
    fn it_follows_moments_blackouts_and_day_0() {
        let mut plan = campaign(&[When::On(day(16)), When::Relative(3)]);
        let mut standing = Standing::default();
        assert_eq!(standing.follow(&plan), [1, 0]);
        plan.anchor = Some(Anchor { label: "Launch".into(), date: Some(day(18)), unknown: Unknown::default() });
        assert_eq!(standing.follow(&plan), [1, 1], "day 3 has a date now");
        Arc::make_mut(&mut Arc::make_mut(&mut plan.lanes[0]).moments[0]).when = When::On(day(20));
        assert_eq!(standing.follow(&plan), [0, 2]);
        plan.blackouts.remove(0);
        assert_eq!(standing.follow(&plan), [2]);
        plan.blackouts.clear();
        assert!(standing.follow(&plan).is_empty());
    }
}
