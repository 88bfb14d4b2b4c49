//! What the plan names already, for suggestions, and what is in use. Worked out when a page asks, and kept until the
//! campaign changes: looking through every moment is nothing for each frame.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use crate::check::{self, Options};
use crate::model::{BrandId, Campaign, House, ProductId};
use crate::ui::held::Held;
use crate::ui::view::Cx;

/// The lists, and the campaign they are of.
#[derive(Debug, Default)]
pub(in crate::ui) struct Known {
    held: Held,
    house: Option<Arc<House>>,
    lists: Option<Lists>,
}

/// What a plan names.
#[derive(Debug, Default)]
pub(in crate::ui) struct Lists {
    /// Who looks after moments, the busiest first.
    pub(in crate::ui) owners: Vec<String>,
    /// The groups of lanes with one audience.
    pub(super) groups: Vec<String>,
    /// Labels that say that something is paid: what the table knows for the campaign's markets, then what the plan says already.
    pub(super) labels: Vec<String>,
    /// Whether the table knows a market of the campaign.
    pub(super) of_markets: bool,
    /// Categories of products, deals and off-limits topics.
    pub(super) categories: Vec<String>,
    /// Products that a moment asks for.
    pub(super) products: HashSet<ProductId>,
    /// Brands that a lane, a product or a moment names.
    pub(super) brands: HashSet<BrandId>,
}

impl Known {
    /// The lists of this campaign.
    pub(in crate::ui) fn of(&mut self, cx: &Cx<'_>) -> &Lists {
        let other_words = self.house != cx.options.house;
        if self.held.follow(cx.campaign) || other_words {
            self.house.clone_from(&cx.options.house);
            self.lists = None;
        }
        self.lists.get_or_insert_with(|| Lists::of(cx.campaign, cx.options))
    }
}

impl Lists {
    fn of(campaign: &Campaign, options: &Options) -> Self {
        let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
        let mut labels: BTreeSet<&str> = BTreeSet::new();
        let mut lists = Self::default();
        for moment in campaign.lanes.iter().flat_map(|lane| &lane.moments).chain(&campaign.ideas) {
            if let Some(owner) = &moment.owner {
                *owners.entry(owner).or_default() += 1;
            }
            labels.extend(moment.disclosure.text.as_deref());
            lists.products.extend(moment.product);
            lists.brands.extend(moment.brand);
        }
        let mut owners: Vec<(&str, usize)> = owners.into_iter().collect();
        owners.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
        lists.owners = owners.into_iter().map(|(name, _)| name.to_owned()).collect();
        lists.labels = check::labels(campaign, options);
        lists.of_markets = !lists.labels.is_empty();
        let new: Vec<String> =
            labels.into_iter().filter(|label| !lists.labels.iter().any(|other| other == label)).map(str::to_owned).collect();
        lists.labels.extend(new);
        lists.brands.extend(campaign.lanes.iter().filter_map(|lane| lane.brand));
        lists.brands.extend(campaign.products.iter().filter_map(|product| product.brand));
        let groups: BTreeSet<&str> = campaign.lanes.iter().filter_map(|lane| lane.audience_group.as_deref()).collect();
        lists.groups = groups.into_iter().map(str::to_owned).collect();
        let mut categories: BTreeSet<&str> = campaign.products.iter().filter_map(|product| product.category.as_deref()).collect();
        for creator in &campaign.creators {
            categories.extend(creator.no_go.iter().map(|topic| topic.category.as_str()));
            categories.extend(creator.past.iter().filter_map(|deal| deal.category.as_deref()));
        }
        lists.categories = categories.into_iter().map(str::to_owned).collect();
        lists
    }
}
