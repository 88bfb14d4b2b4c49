//! On which page a field stands, for the ways that lead to one.

use crate::model::{Campaign, Lane, LaneId, Moment, MomentId};
use crate::ui::view::{About, Selection};

use super::lane;

/// Fields of the page of a creator that no other page has, by their keys in the file.
const OF_CREATOR: &[&str] = &[
    "handle",
    "about",
    "voice",
    "never_says",
    "no_go",
    "past",
    "audience_size",
    "followers_since",
    "young_audience",
    "contact",
    "languages",
];

/// Those of a product.
const OF_PRODUCT: &[&str] = &["category", "available_from", "delivery_proof", "sensitive", "verified_note"];

/// Those of a brand.
const OF_BRAND: &[&str] = &["brand_values", "brand_proof", "competitors"];

/// Those of the campaign.
const OF_CAMPAIGN: &[&str] =
    &["start", "end", "continues", "anchor", "anchor_date", "phases", "blackouts", "markets", "time_zone"];

/// What to select so that a field stands in the panel: the page of the lane, of its creator, of the product or brand of the
/// moment, of the campaign, or else the moment's own.
#[must_use]
pub fn place_of(campaign: &Campaign, lane: Option<LaneId>, moment: Option<MomentId>, field: &str) -> Selection {
    let of_lane = lane.and_then(|id| campaign.lane(id)).map(AsRef::as_ref);
    let all = of_lane.map(|lane: &Lane| &lane.moments[..]);
    let card = moment.and_then(|id| all?.iter().find(|moment| moment.id == id)).map(AsRef::as_ref);
    let own = Selection { moments: moment.into_iter().collect(), lane, ..Selection::default() };
    let about = if lane::FIELDS.contains(&field) {
        return Selection { moments: Vec::new(), ..own };
    } else if OF_CREATOR.contains(&field) {
        let named = card.and_then(|card: &Moment| card.features.first().copied());
        of_lane.and_then(|lane| lane.creator).or(named).map(About::Creator)
    } else if OF_PRODUCT.contains(&field) {
        card.and_then(|card| card.product).map(About::Product)
    } else if OF_BRAND.contains(&field) {
        let brand = of_lane.and_then(|lane| campaign.brand_of(lane));
        card.and_then(|card| card.brand).or(brand.map(|brand| brand.id)).map(About::Brand)
    } else if OF_CAMPAIGN.contains(&field) {
        Some(About::Campaign)
    } else {
        None
    };
    about.map_or(own, |about| Selection { lane, ..Selection::about(about) })
}
