//! What the plan names already, for suggestions, and what is in use. Counted through the whole plan when a page first asks; after that
//! only what an edit changed is counted anew: looking through every moment is nothing for each letter that is typed.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

use crate::check::{self, Options};
use crate::model::{BrandId, Campaign, House, Moment, ProductId, turnover};
use crate::ui::held::{Change, Held, same_around};
use crate::ui::view::Cx;

/// The lists, and the campaign they are of.
#[derive(Debug, Default)]
pub(in crate::ui) struct Known {
    held: Held,
    house: Option<Arc<House>>,
    tally: Option<Tally>,
    lists: Option<Lists>,
}

/// What a plan names.
#[derive(Debug, Default, PartialEq, Eq)]
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

/// What moments name, and how many of them do.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    owners: HashMap<String, usize>,
    labels: HashMap<String, usize>,
    products: HashMap<ProductId, usize>,
    brands: HashMap<BrandId, usize>,
}

impl Known {
    /// The lists of this campaign.
    pub(in crate::ui) fn of(&mut self, cx: &Cx<'_>) -> &Lists {
        let other_words = self.house != cx.options.house;
        if other_words {
            self.house.clone_from(&cx.options.house);
        }
        let still_hold = match self.held.change(cx.campaign) {
            Change::None => true,
            Change::Since(before) => {
                let named = self.tally.as_mut().is_some_and(|tally| tally.follow(&before, cx.campaign));
                !named && same_around(&before, cx.campaign) && same_heads(&before, cx.campaign)
            }
            Change::Anew => {
                self.tally = None;
                false
            }
        };
        if !still_hold || other_words {
            self.lists = None;
        }
        let tally = self.tally.get_or_insert_with(|| Tally::of(cx.campaign));
        self.lists.get_or_insert_with(|| Lists::of(tally, cx.campaign, cx.options))
    }
}

/// Whether lanes name the same groups and brands as before.
fn same_heads(before: &Campaign, now: &Campaign) -> bool {
    before.lanes.len() == now.lanes.len()
        && before
            .lanes
            .iter()
            .zip(&now.lanes)
            .all(|(a, b)| Arc::ptr_eq(a, b) || (a.id == b.id && a.brand == b.brand && a.audience_group == b.audience_group))
}

impl Tally {
    fn of(campaign: &Campaign) -> Self {
        let mut tally = Self::default();
        for moment in campaign.lanes.iter().flat_map(|lane| &lane.moments).chain(&campaign.ideas) {
            tally.add(moment);
        }
        tally
    }

    /// Goes on from one state of the plan to the next; whether anything is named otherwise now.
    fn follow(&mut self, from: &Campaign, to: &Campaign) -> bool {
        let mut other = false;
        for stretch in turnover(from, to) {
            // Most edits change a moment where it stands, and nothing that it names.
            let same = stretch.gone.len() == stretch.came.len()
                && stretch.gone.iter().zip(stretch.came).all(|(a, b)| Arc::ptr_eq(a, b) || names_the_same(a, b));
            if same {
                continue;
            }
            other = true;
            for moment in stretch.gone {
                self.take(moment);
            }
            for moment in stretch.came {
                self.add(moment);
            }
        }
        other
    }

    fn add(&mut self, moment: &Moment) {
        one_more(&mut self.owners, moment.owner.as_deref());
        one_more(&mut self.labels, moment.disclosure.text.as_deref());
        if let Some(product) = moment.product {
            *self.products.entry(product).or_default() += 1;
        }
        if let Some(brand) = moment.brand {
            *self.brands.entry(brand).or_default() += 1;
        }
    }

    fn take(&mut self, moment: &Moment) {
        one_less(&mut self.owners, moment.owner.as_ref());
        one_less(&mut self.labels, moment.disclosure.text.as_ref());
        one_less(&mut self.products, moment.product.as_ref());
        one_less(&mut self.brands, moment.brand.as_ref());
    }
}

fn names_the_same(a: &Moment, b: &Moment) -> bool {
    (a.product, a.brand) == (b.product, b.brand) && a.owner == b.owner && a.disclosure.text == b.disclosure.text
}

fn one_more(counts: &mut HashMap<String, usize>, text: Option<&str>) {
    let Some(text) = text else { return };
    match counts.get_mut(text) {
        Some(count) => *count += 1,
        None => {
            counts.insert(text.to_owned(), 1);
        }
    }
}

fn one_less<K: Hash + Eq>(counts: &mut HashMap<K, usize>, key: Option<&K>) {
    let Some(key) = key else { return };
    if let Some(count) = counts.get_mut(key) {
        *count -= 1;
        if *count == 0 {
            counts.remove(key);
        }
    }
}

impl Lists {
    fn of(tally: &Tally, campaign: &Campaign, options: &Options) -> Self {
        let mut lists = Self {
            products: tally.products.keys().copied().collect(),
            brands: tally.brands.keys().copied().collect(),
            ..Self::default()
        };
        let mut owners: Vec<(&String, usize)> = tally.owners.iter().map(|(name, count)| (name, *count)).collect();
        owners.sort_unstable_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
        lists.owners = owners.into_iter().map(|(name, _)| name.clone()).collect();
        lists.labels = check::labels(campaign, options);
        lists.of_markets = !lists.labels.is_empty();
        let mut new: Vec<String> = tally.labels.keys().filter(|label| !lists.labels.contains(label)).cloned().collect();
        new.sort_unstable();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, When};
    use crate::ui::test_plan::{moment, plan_of, put};

    #[test]
    fn what_is_counted_on_is_what_is_counted_anew() {
        let mut plan = plan_of(&["ben", "ada"]);
        for (at, owner) in ["Lena", "Oskar", "Lena", ""].into_iter().enumerate() {
            let mut card = moment(&format!("m{at}"), Kind::Values, "Card", When::Undated);
            card.owner = (!owner.is_empty()).then(|| owner.to_owned());
            card.disclosure.text = (at % 2 == 0).then(|| "Ad".to_owned());
            put(&mut plan, at % 2, card);
        }
        let edits: [fn(&mut Campaign); 6] = [
            |plan| Arc::make_mut(&mut Arc::make_mut(&mut plan.lanes[0]).moments[0]).title = "Another".to_owned(),
            |plan| Arc::make_mut(&mut Arc::make_mut(&mut plan.lanes[0]).moments[0]).owner = Some("Mia".to_owned()),
            |plan| {
                let parked = Arc::make_mut(&mut plan.lanes[1]).moments.remove(0);
                plan.ideas.push(parked);
            },
            |plan| plan.lanes.swap(0, 1),
            |plan| {
                plan.lanes.remove(0);
            },
            |plan| plan.ideas.clear(),
        ];
        let mut tally = Tally::of(&plan);
        for (at, edit) in edits.into_iter().enumerate() {
            let before = plan.clone();
            edit(&mut plan);
            let named = tally.follow(&before, &plan);
            assert_eq!(tally, Tally::of(&plan), "edit {at}");
            assert!(named || tally == Tally::of(&before), "edit {at}");
            assert!(at > 0 || !named, "a letter in a title names nobody otherwise");
        }
    }
}
