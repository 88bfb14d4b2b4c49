//! Which values creator and brand have in common. Never draws.

use crate::model::{Campaign, Lane, Synonyms};

/// The values that can be named, those of both sides first, and what the moment names now. The flag says that both have it.
pub(in crate::ui) fn common_values(
    campaign: &Campaign,
    words: Synonyms<'_>,
    lane: Option<&Lane>,
    now: Option<&str>,
) -> Vec<(String, bool)> {
    let brand: &[String] =
        lane.and_then(|lane| campaign.brand_of(lane)).or(campaign.brands.first()).map_or(&[], |brand| &brand.values);
    let creator: &[String] = lane.and_then(|lane| campaign.creator_of(lane)).map_or(&[], |creator| &creator.values);
    let linked = |value: &str| lane.is_some_and(|lane| lane.value_links.iter().any(|link| words.value(&link.brand, value)));
    let both = |value: &String| linked(value) || creator.iter().any(|other| words.value(other, value));
    let mut values: Vec<(String, bool)> = brand.iter().map(|value| (value.clone(), both(value))).collect();
    values.sort_by_key(|(_, both)| !both);
    for value in creator {
        if !values.iter().any(|(known, _)| words.value(known, value)) {
            values.push((value.clone(), false));
        }
    }
    // What the moment names is shown in its own word, also where the lists have another one for it.
    if let Some(now) = now.filter(|now| !values.iter().any(|(known, _)| known == now)) {
        let both = values.iter().any(|(known, both)| *both && words.value(known, now));
        values.push((now.to_owned(), both));
    }
    values
}
