//! Whose field it is: a moment, several of them, a lane, a creator, a brand, a product, or the campaign. Each names the
//! key of its fields and makes the named edits out of a change.

use crate::edit::{BrandChange, CampaignChange, CreatorChange, Edit, LaneChange, MergeKey, MomentChange, ProductChange};
use crate::model::{Brand, Campaign, Creator, Lane, Moment, MomentId, Product};
use crate::words::{self, names, steps};

/// Something with fields.
pub(super) trait Owner {
    /// A change of one of its fields.
    type Change;

    /// Names a field of it, and no other field of the plan.
    fn key(&self, field: &'static str) -> MergeKey;

    /// The name of the step that changes `field`, and its edits.
    fn step(&self, campaign: &Campaign, field: &str, change: Self::Change) -> (String, Vec<Edit>);
}

/// What a moment is called in the name of a step.
pub(in crate::ui) fn title(moment: &Moment) -> &str {
    if moment.title.trim().is_empty() { steps::untitled() } else { &moment.title }
}

impl Owner for Moment {
    type Change = MomentChange;

    fn key(&self, field: &'static str) -> MergeKey {
        MergeKey::Moment(self.id, field)
    }

    fn step(&self, _: &Campaign, field: &str, change: MomentChange) -> (String, Vec<Edit>) {
        (steps::step_edit(names::field_word(field), title(self)), vec![Edit::SetMoment { id: self.id, change }])
    }
}

/// Several moments that are given the same.
pub(super) struct All<'a>(pub(super) &'a [MomentId]);

impl Owner for All<'_> {
    type Change = MomentChange;

    fn key(&self, field: &'static str) -> MergeKey {
        // The page of several never stands beside that of one, and selecting others ends a stretch of typing.
        self.0.first().map_or(MergeKey::Campaign(field), |id| MergeKey::Moment(*id, field))
    }

    fn step(&self, _: &Campaign, field: &str, change: MomentChange) -> (String, Vec<Edit>) {
        let label = steps::step_edit(names::field_word(field), words::moments(self.0.len()));
        (label, self.0.iter().map(|id| Edit::SetMoment { id: *id, change: change.clone() }).collect())
    }
}

impl Owner for Lane {
    type Change = LaneChange;

    fn key(&self, field: &'static str) -> MergeKey {
        MergeKey::Lane(self.id, field)
    }

    fn step(&self, campaign: &Campaign, field: &str, change: LaneChange) -> (String, Vec<Edit>) {
        let label = steps::step_lane(names::field_word(field), campaign.lane_name(self));
        (label, vec![Edit::SetLane { id: self.id, change }])
    }
}

impl Owner for Creator {
    type Change = CreatorChange;

    fn key(&self, field: &'static str) -> MergeKey {
        MergeKey::Creator(self.id, field)
    }

    fn step(&self, _: &Campaign, field: &str, change: CreatorChange) -> (String, Vec<Edit>) {
        (steps::step_creator(names::field_word(field), &self.name), vec![Edit::SetCreator { id: self.id, change }])
    }
}

impl Owner for Brand {
    type Change = BrandChange;

    fn key(&self, field: &'static str) -> MergeKey {
        MergeKey::Brand(self.id, field)
    }

    fn step(&self, _: &Campaign, field: &str, change: BrandChange) -> (String, Vec<Edit>) {
        (steps::step_creator(names::field_word(field), &self.name), vec![Edit::SetBrand { id: self.id, change }])
    }
}

impl Owner for Product {
    type Change = ProductChange;

    fn key(&self, field: &'static str) -> MergeKey {
        MergeKey::Product(self.id, field)
    }

    fn step(&self, _: &Campaign, field: &str, change: ProductChange) -> (String, Vec<Edit>) {
        (steps::step_creator(names::field_word(field), &self.name), vec![Edit::SetProduct { id: self.id, change }])
    }
}

impl Owner for Campaign {
    type Change = CampaignChange;

    fn key(&self, field: &'static str) -> MergeKey {
        MergeKey::Campaign(field)
    }

    fn step(&self, _: &Campaign, field: &str, change: CampaignChange) -> (String, Vec<Edit>) {
        (steps::step_campaign(names::field_word(field)), vec![Edit::SetCampaign { change: Box::new(change) }])
    }
}
