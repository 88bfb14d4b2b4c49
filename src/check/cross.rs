//! What a lane has to know of the other lanes, worked out once for all of them.
//!
//! It is cheap to compare: as long as two of these are equal, a change in one lane cannot change what is found in another.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::analysis::order::Position;
use crate::model::{BrandId, Campaign, CreatorId, Kind, Lane, LaneId, LaneKind, ProductId, RelationshipStatus};

/// A creator lane whose audience already knows the brand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct History {
    pub(super) lane: LaneId,
    pub(super) creator: Option<CreatorId>,
    pub(super) brand: Option<BrandId>,
    pub(super) group: Option<String>,
}

/// What lanes need of one another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cross {
    /// Established and owner lanes.
    pub(super) histories: Vec<History>,
    /// Announcements on brand lanes that name a creator, with the brand that speaks.
    pub(super) announced: BTreeMap<CreatorId, Vec<(Option<BrandId>, Position)>>,
    /// Repair cards on brand lanes.
    pub(super) repairs: Vec<(Option<BrandId>, Position)>,
    /// Sensitive products whose claims nobody signed off.
    pub(super) unverified: BTreeSet<ProductId>,
}

/// Looks at all lanes once. Creator lanes are only asked for their relationship, so this costs what the brand lanes hold.
#[must_use]
pub fn cross(campaign: &Campaign) -> Cross {
    let mut cross = Cross::default();
    for lane in &campaign.lanes {
        match lane.kind {
            LaneKind::Creator => {
                if matches!(lane.relationship.status, RelationshipStatus::Established | RelationshipStatus::Owner) {
                    cross.histories.push(History {
                        lane: lane.id,
                        creator: lane.creator,
                        brand: brand_id(campaign, lane),
                        group: lane.audience_group.clone(),
                    });
                }
            }
            LaneKind::Brand => brand_lane(campaign, lane, &mut cross),
            LaneKind::Community => {}
        }
    }
    for positions in cross.announced.values_mut() {
        positions.sort_unstable();
    }
    cross.repairs.sort_unstable();
    let open = campaign.products.iter().filter(|product| product.sensitive.is_some() && product.verified.is_none());
    cross.unverified = open.map(|product| product.id).collect();
    cross
}

/// Whether everything besides lanes that a lane's findings rest on is the same in two states of a plan: then a lane whose
/// pointer did not change has the same findings, as long as [`cross`] is equal, too.
#[must_use]
pub fn same_ground(a: &Campaign, b: &Campaign) -> bool {
    fn same<T: PartialEq>(a: &[Arc<T>], b: &[Arc<T>]) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b) || a == b)
    }
    same(&a.brands, &b.brands)
        && same(&a.products, &b.products)
        && same(&a.creators, &b.creators)
        && same(&a.acceptances, &b.acceptances)
        && a.anchor == b.anchor
        && a.phases == b.phases
        && a.settings == b.settings
        && a.rules_off == b.rules_off
}

fn brand_lane(campaign: &Campaign, lane: &Lane, cross: &mut Cross) {
    let of_lane = brand_id(campaign, lane);
    for moment in &lane.moments {
        let brand = moment.brand.or(of_lane);
        if !moment.features.is_empty() && moment.plays(Kind::Announcement) {
            let position = Position::of(campaign, moment);
            for creator in &moment.features {
                cross.announced.entry(*creator).or_default().push((brand, position));
            }
        }
        if moment.plays(Kind::Repair) {
            cross.repairs.push((brand, Position::of(campaign, moment)));
        }
    }
}

/// The brand of a lane: its own, else the campaign's first.
pub(super) fn brand_id(campaign: &Campaign, lane: &Lane) -> Option<BrandId> {
    lane.brand.or_else(|| campaign.brands.first().map(|brand| brand.id))
}
