//! Names that nobody has given yet. A file prints what a template put in their place as if it were meant, on its cover and at every
//! foot, so whoever shares it is told before. This never asks for a name and changes none.

use super::choice::Choice;
use super::plan::Reader;
use crate::model::{BrandId, Campaign, CreatorId};
use crate::store::template;
use crate::words::share as say;

/// What has no name yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nameless {
    /// The campaign.
    Campaign,
    /// Its brand.
    Brand(BrandId),
    /// A creator.
    Creator(CreatorId),
}

/// What has no name yet, and a sentence that tells how the file calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unnamed {
    /// What.
    pub what: Nameless,
    /// The sentence.
    pub said: String,
}

/// What a file for that reader would call by no name of its own: at most one of each sort, because one shows what the others are.
/// Tables and calendars have no cover, and are asked nothing.
#[must_use]
pub fn unnamed(campaign: &Campaign, choice: &Choice) -> Vec<Unnamed> {
    if !choice.format.has_sections() {
        return Vec::new();
    }
    let known = template::placeholders();
    let mut all = Vec::new();
    let name = campaign.name.trim();
    if name.is_empty() || known.campaigns.contains(name) {
        let shown = if name.is_empty() { choice.in_its_language(|| say::untitled().to_owned()) } else { name.to_owned() };
        all.push(Unnamed { what: Nameless::Campaign, said: say::unnamed_campaign(shown) });
    }
    if let Some(brand) = campaign.brands.first().filter(|brand| known.brands.contains(brand.name.trim())) {
        all.push(Unnamed { what: Nameless::Brand(brand.id), said: say::unnamed_brand(brand.name.trim()) });
    }
    let is_shared = |creator: CreatorId| {
        campaign
            .lanes
            .iter()
            .any(|lane| lane.creator == Some(creator) && !matches!(choice.reader, Reader::Creator(only) if only != lane.id))
    };
    let mut creators = campaign.creators.iter().filter(|creator| known.creators.contains(creator.name.trim()));
    if let Some(creator) = creators.find(|creator| is_shared(creator.id)) {
        all.push(Unnamed { what: Nameless::Creator(creator.id), said: say::unnamed_creator(creator.name.trim()) });
    }
    all
}
