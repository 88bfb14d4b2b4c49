//! What can be chosen of each sort, with how many moments that would leave.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::model::{Facet, Filter, Found, Pick, Whose, owner};
use super::names;
use super::sifter::Sifter;
use crate::model::fold::fold;
use crate::model::{Campaign, Kind, Platform, Status};
use crate::ui::view::Derived;

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The choice.
    pub pick: Pick,
    /// What it is called.
    pub name: String,
    /// How many moments have it, of those that everything else leaves.
    pub count: usize,
}

/// What can be chosen of a sort: what the plan has, and what is chosen already, even where the plan has none of it.
#[must_use]
pub fn choices(sifter: &mut Sifter, campaign: &Campaign, derived: &Derived, filter: &Filter, facet: Facet) -> Vec<Choice> {
    let mut counts: HashMap<Pick, usize> = HashMap::new();
    let mut put = |pick: Pick| *counts.entry(pick).or_default() += 1;
    sifter.each(campaign, derived, &filter.without(facet), |whose, moment, found| match facet {
        Facet::Whose => put(Pick::Whose(whose)),
        Facet::Kind => put(Pick::Kind(moment.kind)),
        Facet::Platform => put(Pick::Platform(moment.platform)),
        Facet::Status => put(Pick::Status(moment.status)),
        Facet::Owner => put(Pick::Owner(owner(moment).to_owned())),
        Facet::Found => found.iter().for_each(|found| put(Pick::Found(*found))),
    });
    let mut picks = offered(campaign, facet);
    let chosen: Vec<Pick> = filter.of(facet).filter(|pick| !picks.contains(pick)).cloned().collect();
    picks.extend(chosen);
    let choice =
        |pick: Pick| Choice { name: names::pick(campaign, &pick), count: counts.get(&pick).copied().unwrap_or_default(), pick };
    picks.into_iter().map(choice).collect()
}

/// What the plan has of a sort, in the order in which it is offered.
fn offered(campaign: &Campaign, facet: Facet) -> Vec<Pick> {
    let moments = || campaign.lanes.iter().flat_map(|lane| &lane.moments);
    match facet {
        Facet::Whose => {
            let mut seen = HashSet::new();
            let lanes = campaign.lanes.iter().map(|lane| Whose::lane(lane));
            lanes.filter(|whose| seen.insert(*whose)).map(Pick::Whose).collect()
        }
        Facet::Kind => {
            let mut has = [false; Kind::ALL.len()];
            moments().for_each(|moment| has[moment.kind as usize] = true);
            Kind::ALL.iter().zip(has).filter(|(_, has)| *has).map(|(kind, _)| Pick::Kind(*kind)).collect()
        }
        Facet::Platform => {
            let mut has = [false; Platform::ALL.len()];
            moments().filter_map(|moment| moment.platform).for_each(|platform| has[platform as usize] = true);
            let has = Platform::ALL.iter().zip(has).filter(|(_, has)| *has).map(|(platform, _)| Some(*platform));
            let none = moments().any(|moment| moment.platform.is_none()).then_some(None);
            has.chain(none).map(Pick::Platform).collect()
        }
        Facet::Status => Status::ALL.iter().map(|status| Pick::Status(*status)).collect(),
        Facet::Owner => {
            let owners: BTreeSet<&str> = moments().map(|moment| owner(moment)).collect();
            let mut owners: Vec<&str> = owners.into_iter().collect();
            // Nobody comes last, whoever the others are.
            owners.sort_by_cached_key(|owner| (owner.is_empty(), fold(owner)));
            owners.into_iter().map(|owner| Pick::Owner(owner.to_owned())).collect()
        }
        Facet::Found => Found::ALL.into_iter().map(Pick::Found).collect(),
    }
}
