//! What a lane has to know of the other lanes, worked out once for all of them.
//!
//! It is cheap to compare: as long as two of these are equal, a change in one lane cannot change what is found in another.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;

use crate::analysis::order::Position;
use crate::model::{BrandId, Campaign, CreatorId, Day, Kind, Lane, LaneId, LaneKind, ProductId, RelationshipStatus};

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
    /// Lanes of creators who are new to the brand, by the product they ask for and the day. An invitation to take part is
    /// left out: on the day of a challenge everybody is meant to speak at once.
    pub(super) asked: BTreeMap<(ProductId, Day), BTreeSet<LaneId>>,
    /// How many cards of a day, in any lane, ask for nothing.
    pub(super) given: BTreeMap<Day, usize>,
}

impl Cross {
    /// Lanes of creators who are new to the brand and ask for that product on that day.
    pub(super) fn new_lanes_asking(&self, product: ProductId, day: Day) -> impl ExactSizeIterator<Item = LaneId> + '_ {
        static NONE: BTreeSet<LaneId> = BTreeSet::new();
        self.asked.get(&(product, day)).unwrap_or(&NONE).iter().copied()
    }

    /// Whether a card of any lane that asks for nothing stands after one day and not after the other.
    pub(super) fn gives_within(&self, after: Day, until: Day) -> bool {
        after < until && self.given.range((Bound::Excluded(after), Bound::Included(until))).next().is_some()
    }
}

/// Looks at all lanes and their cards once.
#[must_use]
pub fn cross(campaign: &Campaign) -> Cross {
    let mut cross = Cross::default();
    for lane in &campaign.lanes {
        cards(campaign, lane, &mut cross);
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
        && a.house == b.house
        && (a.start, a.end, a.continues) == (b.start, b.end, b.continues)
        && a.markets == b.markets
        && a.audience_values == b.audience_values
}

/// What a lane's cards add to the days of all lanes.
fn cards(campaign: &Campaign, lane: &Lane, cross: &mut Cross) {
    let new = lane.is_creator() && !lane.is_slot() && lane.relationship.status == RelationshipStatus::New;
    for moment in &lane.moments {
        let Some(day) = campaign.day_of(moment.when) else { continue };
        if !moment.is_ask() {
            *cross.given.entry(day).or_default() += 1;
        } else if let Some(product) = moment.product.filter(|_| new && !moment.plays(Kind::Engage)) {
            cross.asked.entry((product, day)).or_default().insert(lane.id);
        }
    }
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
