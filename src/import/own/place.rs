//! Who and what rows of our own table are about: lanes, creators, brands and products by the names that this program writes for
//! them, and what is new to the plan.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::super::lanes::{Gathered, Place};
use super::super::mapping::Mapping;
use super::super::people::{Brands, Newcomer, People, Who};
use super::super::text::fold;
use crate::model::columns::Names;
use crate::model::{Brand, BrandId, Campaign, CreatorId, Id, IdSource, Lane, LaneId, LaneKind, Product, ProductId, clean};
use crate::words::{language, names};

/// The cells of a row that say in which lane it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Whose {
    pub(super) lane: String,
    pub(super) creator: String,
    pub(super) handle: String,
    pub(super) brand: String,
    /// Somebody typed the row: it has no id.
    pub(super) by_hand: bool,
}

/// Names in a table, and which of them have an id behind them that is not part of the name.
#[derive(Debug, Default)]
pub(super) struct Written(BTreeMap<String, usize>);

impl Written {
    /// From the texts of a column.
    pub(super) fn of(texts: &BTreeSet<String>) -> Self {
        let mut bases: BTreeMap<String, usize> = BTreeMap::new();
        for (base, _) in texts.iter().filter_map(|text| bracketed(text)) {
            *bases.entry(base.to_owned()).or_default() += 1;
        }
        Self(bases)
    }

    /// The name and the id. An id stands there only where a name alone would not do: because it is blank, or because others
    /// have the same.
    fn split<'t>(&self, text: &'t str) -> (&'t str, Option<Id>) {
        match bracketed(text) {
            Some((base, id)) if base.trim().is_empty() || self.0.get(base).is_some_and(|count| *count > 1) => (base, Some(id)),
            _ => (text, None),
        }
    }
}

/// “Maren [k3]” as name and id.
fn bracketed(text: &str) -> Option<(&str, Id)> {
    let (base, id) = text.strip_suffix(']')?.rsplit_once(" [")?;
    Some((base, Id::parse(id)?))
}

/// Everything that rows can be about.
pub(super) struct Places<'a> {
    campaign: &'a Campaign,
    names: &'a Names,
    pub(super) people: People<'a>,
    pub(super) brands: Brands<'a>,
    pub(super) products: Vec<Product>,
    pub(super) gathered: Gathered,
    pub(super) creators: Vec<Newcomer>,
    creators_written: Written,
    lanes_written: Written,
    brands_written: Written,
    by_text: HashMap<String, CreatorId>,
    brands_by_text: HashMap<String, BrandId>,
    made: HashMap<Whose, Place>,
}

impl<'a> Places<'a> {
    pub(super) fn new(
        campaign: &'a Campaign,
        names: &'a Names,
        mapping: &'a Mapping,
        [creators_written, lanes_written, brands_written]: [Written; 3],
    ) -> Self {
        Self {
            campaign,
            names,
            people: People::new(campaign, mapping),
            brands: Brands::new(campaign),
            products: Vec::new(),
            gathered: Gathered::default(),
            creators: Vec::new(),
            creators_written,
            lanes_written,
            brands_written,
            by_text: HashMap::new(),
            brands_by_text: HashMap::new(),
            made: HashMap::new(),
        }
    }

    /// The creator that is written so; made where there is none.
    pub(super) fn creator(&mut self, text: &str, handle: &str, ids: &mut IdSource) -> CreatorId {
        if let [one] = self.names.creators.find(text).as_slice() {
            return *one;
        }
        let handle = Some(handle).filter(|handle| !handle.trim().is_empty());
        if let Some(id) = self.by_text.get(text).copied() {
            // Whoever was named before their own row has the handle that stands there.
            if let Some(new) = self.creators.iter_mut().find(|new| new.id == id && new.handle.is_none()) {
                new.handle = handle.map(str::to_owned);
            }
            return id;
        }
        // Into a plan with people in it a name can come that is somebody's there, written in another way.
        if !self.campaign.creators.is_empty()
            && !fold(text).is_empty()
            && let Who::Creator(id) = self.people.who(text, handle, ids)
        {
            return id;
        }
        let (name, own) = self.creators_written.split(text);
        let free = |id: &CreatorId| self.campaign.creator(*id).is_none() && !self.creators.iter().any(|new| new.id == *id);
        let id = own.map(CreatorId).filter(free).unwrap_or_else(|| CreatorId(ids.id()));
        self.by_text.insert(text.to_owned(), id);
        self.creators.push(Newcomer { id, name: clean(name), handle: handle.map(str::to_owned) });
        id
    }

    /// The brand that is written so; made where there is none.
    pub(super) fn brand(&mut self, text: &str, ids: &mut IdSource) -> Option<BrandId> {
        match self.names.brands.find(text).as_slice() {
            [one, ..] => Some(*one),
            [] if text.trim().is_empty() => None,
            [] => Some(self.new_brand(text, ids)),
        }
    }

    fn new_brand(&mut self, text: &str, ids: &mut IdSource) -> BrandId {
        let (name, own) = self.brands_written.split(text);
        // Into a plan with brands a name can come that is one's there, written in another way.
        if own.is_none() && !self.campaign.brands.is_empty() && !fold(text).is_empty() {
            return self.brands.named(&clean(text), ids);
        }
        if let Some(id) = self.brands_by_text.get(text) {
            return *id;
        }
        let free = |id: &BrandId| self.campaign.brand(*id).is_none();
        let id = own.map(BrandId).filter(free).unwrap_or_else(|| BrandId(ids.id()));
        self.brands_by_text.insert(text.to_owned(), id);
        self.brands.new.push(Brand::new(id, clean(name)));
        id
    }

    /// The product that is written so; made where there is none.
    pub(super) fn product(&mut self, text: &str, ids: &mut IdSource) -> ProductId {
        if let [one, ..] = self.names.products.find(text).as_slice() {
            return *one;
        }
        let name = clean(text);
        if let Some(new) = self.products.iter().find(|new| new.name == name) {
            return new.id;
        }
        let product = Product::new(ProductId(ids.id()), name);
        let id = product.id;
        self.products.push(product);
        id
    }

    /// The lane that these cells are about; `None` is the tray.
    pub(super) fn lane(&mut self, whose: &Whose, ids: &mut IdSource) -> Option<Place> {
        if let [one] = self.names.lanes.find(&whose.lane).as_slice()
            && self.is_of(*one, &whose.creator)
        {
            return Some(Place::There(*one));
        }
        if let Some(made) = self.made.get(whose) {
            return Some(*made);
        }
        let place = self.other_lane(whose, ids)?;
        self.made.insert(whose.clone(), place);
        Some(place)
    }

    fn is_of(&self, lane: LaneId, creator: &str) -> bool {
        let of = self.campaign.lane(lane).and_then(|lane| lane.creator);
        match of {
            Some(of) => creator.trim().is_empty() || self.names.creators.find(creator).contains(&of),
            None => creator.trim().is_empty(),
        }
    }

    fn other_lane(&mut self, whose: &Whose, ids: &mut IdSource) -> Option<Place> {
        let brand = self.brand(&whose.brand, ids);
        // The first brand is meant where none is named.
        let brand = brand.filter(|brand| Some(*brand) != self.brands.first());
        let first = self.campaign.brands.first().map(|brand| brand.id);
        let (name, own) = self.lanes_written.split(&whose.lane);
        let name = clean(name);
        let free = |id: &LaneId| self.campaign.lane(*id).is_none() && !self.gathered.makes(*id);
        let own = own.map(LaneId).filter(free);
        if !whose.creator.is_empty() {
            let creator = self.creator(&whose.creator, &whose.handle, ids);
            let fits = |lane: &&std::sync::Arc<Lane>| lane.creator == Some(creator) && lane.brand.or(first) == brand.or(first);
            if let Some(there) = self.campaign.lanes.iter().find(fits) {
                return Some(Place::There(there.id));
            }
            let id = own.unwrap_or_else(|| LaneId(ids.id()));
            return Some(self.gathered.new_lane(Lane { brand, ..Lane::of_creator(id, creator) }));
        }
        if whose.lane.is_empty() {
            return None;
        }
        if let Some(place) = self.there(&whose.lane) {
            return Some(place);
        }
        // Whoever types a row names a person, not a lane that is nobody's.
        if whose.by_hand
            && !fold(&whose.lane).is_empty()
            && let Who::Creator(creator) = self.people.who(&whose.lane, None, ids)
        {
            if let Some(there) = self.campaign.lanes.iter().find(|lane| lane.creator == Some(creator)) {
                return Some(Place::There(there.id));
            }
            let lane = Lane { brand, ..Lane::of_creator(LaneId(ids.id()), creator) };
            return Some(self.gathered.new_lane(lane));
        }
        let id = own.unwrap_or_else(|| LaneId(ids.id()));
        let is_community = name == language::english(|| names::choice(LaneKind::Community.key()));
        let kind = if is_community { LaneKind::Community } else { LaneKind::Brand };
        let name = Some(name).filter(|_| !is_community);
        Some(self.gathered.new_lane(Lane { brand, name, ..Lane::empty(id, kind) }))
    }

    /// A lane of nobody that is in the plan under that name, written in another way.
    fn there(&mut self, text: &str) -> Option<Place> {
        let known = self.people.knows(text);
        match self.people.lane(text) {
            Who::Lane(id) if known => Some(Place::There(id)),
            _ => None,
        }
    }
}
