//! The dry run: a fix is done on a copy, and every lane that it can reach is looked at before and after.

use std::sync::Arc;

use super::days::settled;
use super::keeps::Kept;
use crate::check::cross::Cross;
use crate::check::finding::{Counts, Finding};
use crate::check::reach::{Follower, Reach};
use crate::check::{Options, check_lane};
use crate::edit::{Edit, apply_all};
use crate::model::{Campaign, Index, LaneId, MomentId};

/// Cards that are looked for one by one.
const FEW: usize = 8;

/// A plan on which fixes are tried, one after the other.
#[derive(Debug)]
pub(super) struct DryRun<'o> {
    campaign: Arc<Campaign>,
    /// The lane whose findings are mended.
    pub(super) lane: Option<LaneId>,
    options: &'o Options,
    follower: Follower,
}

impl<'o> DryRun<'o> {
    /// A follower that comes from an earlier state of the plan costs only what changed since.
    pub(super) fn of(mut follower: Follower, campaign: Arc<Campaign>, options: &'o Options) -> Self {
        let _ = follower.follow(&campaign, options);
        Self { campaign, lane: None, options, follower }
    }

    /// For the next state of the plan.
    pub(super) fn into_follower(self) -> Follower {
        self.follower
    }

    /// Goes on to another state of the plan.
    pub(super) fn go_on(&mut self, campaign: Arc<Campaign>) {
        let _ = self.follower.follow(&campaign, self.options);
        self.campaign = campaign;
    }

    /// The plan as it is.
    pub(super) fn campaign(&self) -> &Arc<Campaign> {
        &self.campaign
    }

    /// What crosses lanes in the plan as it is.
    pub(super) fn cross(&self) -> &Cross {
        self.follower.cross()
    }

    /// The edits with settled days, and the counts of the lane afterwards, if the fix may be offered.
    pub(super) fn attempt(&mut self, finding: &Finding, edits: &[Edit], before: Counts) -> Option<(Vec<Edit>, Counts)> {
        let campaign = Arc::clone(&self.campaign);
        let kept = Kept { campaign: &campaign, lane: campaign.lane(self.lane?)? };
        if edits.is_empty() {
            return None;
        }
        // Days that are free already stay; else there may be one a little later, or a little earlier.
        let mut tried: Vec<Vec<Edit>> = Vec::new();
        for step in [1, -1] {
            let Some(edits) = settled(&campaign, finding, self.options.today, edits.to_vec(), step) else { continue };
            if tried.contains(&edits) || !edits.iter().all(|edit| kept.may(self.options.today, edit)) {
                continue;
            }
            if let Some(after) = self.after(finding, &edits, before) {
                return Some((edits, after));
            }
            tried.push(edits);
        }
        None
    }

    fn after(&mut self, finding: &Finding, edits: &[Edit], before: Counts) -> Option<Counts> {
        let mut index = self.places(edits);
        let changed = Arc::new(apply_all(&self.campaign, &mut index, edits).ok().flatten()?);
        let reach = self.follower.follow(&changed, self.options);
        let after = self.helps(&changed, finding, before);
        let others = after.map(|_| self.others(&changed, &reach));
        let _ = self.follower.follow(&self.campaign, self.options);
        // No other lane may pay for it.
        let campaign = &self.campaign;
        let harmless = others?.into_iter().all(|(id, after)| {
            let before = campaign.lane(id).map(|lane| check_lane(campaign, self.follower.cross(), lane, self.options));
            after <= before.map(|report| Counts::of(&report.findings)).unwrap_or_default()
        });
        after.filter(|_| harmless)
    }

    /// The counts of the lane, if the finding is gone and they fall.
    fn helps(&self, changed: &Campaign, finding: &Finding, before: Counts) -> Option<Counts> {
        let report = check_lane(changed, self.follower.cross(), changed.lane(self.lane?)?, self.options);
        let gone = !report.findings.iter().any(|other| other.rule == finding.rule && other.subject() == finding.subject());
        let after = Counts::of(&report.findings);
        (gone && after < before).then_some(after)
    }

    /// The counts of the other lanes that the change reaches.
    fn others(&self, changed: &Campaign, reach: &Reach) -> Vec<(LaneId, Counts)> {
        let lanes = changed.lanes.iter().filter(|lane| Some(lane.id) != self.lane && reach.has(lane.id));
        let count = |lane| Counts::of(&check_lane(changed, self.follower.cross(), lane, self.options).findings);
        lanes.map(|lane| (lane.id, count(lane))).collect()
    }

    /// Where the cards stand that the edits name; a look at the whole plan only where one stands in another lane.
    fn places(&self, edits: &[Edit]) -> Index {
        let ids: Vec<MomentId> = edits.iter().filter_map(Edit::moment).collect();
        let lane = self.lane.and_then(|id| self.campaign.lane(id));
        let mut index =
            lane.map(|lane| if ids.len() > FEW { Index::of_lane(lane) } else { Index::of_some(lane, &ids) }).unwrap_or_default();
        for id in ids {
            if index.place(id).is_none()
                && let Some((lane, _)) = self.campaign.moment(id)
            {
                index.put(id, lane.map(|lane| lane.id));
            }
        }
        index
    }
}
