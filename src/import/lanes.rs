//! Where moments go: lanes that are there, lanes that are still to be made, the tray. All of it becomes one list of edits in
//! an order in which each finds what it needs.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::people::Who;
use crate::edit::{self, CreatorChange, Edit, MomentChange};
use crate::model::{Brand, BrandId, Campaign, Creator, CreatorId, IdSource, Lane, LaneId, LaneKind, Moment, Product};

/// A lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Place {
    /// One that is in the plan.
    There(LaneId),
    /// One that is still to be made, by its number.
    New(usize),
}

impl Place {
    /// The lane, if it is in the plan.
    pub(super) fn there(self) -> Option<LaneId> {
        match self {
            Self::There(id) => Some(id),
            Self::New(_) => None,
        }
    }
}

/// What was found so far.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    places: HashMap<(Who, Option<BrandId>), Place>,
    lanes: Vec<Lane>,
    /// New lanes that moments of the plan move to.
    moved_to: HashSet<usize>,
    added: Vec<Edit>,
    updates: Vec<Edit>,
    features: HashSet<CreatorId>,
    handles: BTreeMap<CreatorId, String>,
}

impl Gathered {
    /// The lane of somebody, with that brand where one is named.
    pub(super) fn lane(
        &mut self,
        campaign: &Campaign,
        who: Who,
        brand: Option<BrandId>,
        name: Option<String>,
        ids: &mut IdSource,
    ) -> Place {
        if let Some(place) = self.places.get(&(who, brand)) {
            return *place;
        }
        let first = campaign.brands.first().map(|brand| brand.id);
        let of_brand = |lane: &Lane| brand.is_none() || lane.brand.or(first) == brand;
        let place = match who {
            Who::Lane(id) => Place::There(id),
            Who::Creator(id) => {
                let there = campaign.lanes.iter().find(|lane| lane.creator == Some(id) && of_brand(lane));
                there.map_or_else(
                    || self.new_lane(Lane { brand, ..Lane::of_creator(LaneId(ids.id()), id) }),
                    |lane| Place::There(lane.id),
                )
            }
            Who::NewBrand => self.new_lane(Lane { brand, ..Lane::empty(LaneId(ids.id()), LaneKind::Brand) }),
            Who::Named(_) => self.new_lane(Lane { brand, name, ..Lane::empty(LaneId(ids.id()), LaneKind::Brand) }),
            Who::NewCommunity => self.new_lane(Lane::empty(LaneId(ids.id()), LaneKind::Community)),
        };
        self.places.insert((who, brand), place);
        place
    }

    /// A lane that is still to be made.
    pub(super) fn new_lane(&mut self, lane: Lane) -> Place {
        self.lanes.push(lane);
        Place::New(self.lanes.len() - 1)
    }

    /// Whether a lane with that id is still to be made.
    pub(super) fn makes(&self, id: LaneId) -> bool {
        self.lanes.iter().any(|lane| lane.id == id)
    }

    /// Whether a lane is a creator's.
    pub(super) fn has_creator(&self, campaign: &Campaign, place: Place) -> bool {
        match place {
            Place::There(id) => campaign.lane(id).is_some_and(|lane| lane.is_creator()),
            Place::New(at) => self.lanes.get(at).is_some_and(Lane::is_creator),
        }
    }

    /// Whose lane it is, where it is a creator's.
    pub(super) fn creator(&self, campaign: &Campaign, place: Place) -> Option<CreatorId> {
        match place {
            Place::There(id) => campaign.lane(id)?.creator,
            Place::New(at) => self.lanes.get(at)?.creator,
        }
    }

    /// The handle of a creator who is in the plan without one.
    pub(super) fn handle(&mut self, campaign: &Campaign, id: CreatorId, handle: &str) {
        if campaign.creator(id).is_some_and(|creator| creator.handle.is_none()) {
            let handle = handle.trim().trim_start_matches('@');
            self.handles.entry(id).or_insert_with(|| format!("@{handle}"));
        }
    }

    /// Adds a moment; without a lane it is an idea.
    pub(super) fn add(&mut self, place: Option<Place>, moment: Moment) {
        self.features.extend(moment.features.iter().copied());
        let to = match place {
            Some(Place::New(at)) => {
                if let Some(lane) = self.lanes.get_mut(at) {
                    lane.moments.push(Arc::new(moment));
                }
                return;
            }
            Some(Place::There(id)) => edit::Place::Lane(id),
            None => edit::Place::Tray,
        };
        self.added.push(Edit::AddMoment { place: to, moment: Box::new(moment) });
    }

    /// Brings a moment up to date that stands in `lane`. Returns whether anything is to be done.
    pub(super) fn update(&mut self, place: Option<Place>, lane: Option<LaneId>, was: &Moment, is: &Moment) -> bool {
        let before = self.updates.len();
        let to = match place {
            Some(Place::There(id)) => Some(id),
            Some(Place::New(at)) => self.lanes.get(at).map(|lane| lane.id),
            None => lane,
        };
        if to != lane || was.when != is.when {
            if let Some(Place::New(at)) = place {
                self.moved_to.insert(at);
            }
            let to = to.map_or(edit::Place::Tray, edit::Place::Lane);
            self.updates.push(Edit::MoveMoment { id: was.id, to, when: is.when });
        }
        self.features.extend(is.features.iter().copied());
        let changes = MomentChange::between(was, is);
        self.updates.extend(changes.into_iter().map(|change| Edit::SetMoment { id: was.id, change }));
        self.updates.len() > before
    }

    fn is_used(&self, at: usize) -> bool {
        self.moved_to.contains(&at) || self.lanes.get(at).is_some_and(|lane| !lane.moments.is_empty())
    }

    /// The creators that lanes and moments are about.
    pub(super) fn creators(&self) -> HashSet<CreatorId> {
        let lanes = self.lanes.iter().enumerate().filter(|(at, _)| self.is_used(*at));
        lanes.filter_map(|(_, lane)| lane.creator).chain(self.features.iter().copied()).collect()
    }

    /// Everything as edits.
    pub(super) fn edits(
        self,
        brands: Vec<Brand>,
        creators: impl IntoIterator<Item = Creator>,
        products: Vec<Product>,
    ) -> Vec<Edit> {
        let used: Vec<bool> = (0..self.lanes.len()).map(|at| self.is_used(at)).collect();
        if self.added.is_empty() && self.updates.is_empty() && !used.contains(&true) {
            return Vec::new();
        }
        let brands = brands.into_iter().map(|brand| Edit::AddBrand { brand: Box::new(brand) });
        let creators = creators.into_iter().map(|creator| Edit::AddCreator { creator: Box::new(creator) });
        let products = products.into_iter().map(|product| Edit::AddProduct { product: Box::new(product) });
        let lanes = self.lanes.into_iter().zip(used).filter(|(_, used)| *used);
        let lanes = lanes.map(|(lane, _)| Edit::AddLane { lane: Box::new(lane), before: None });
        let handles = self.handles.into_iter();
        let handles = handles.map(|(id, handle)| Edit::SetCreator { id, change: CreatorChange::Handle(Some(handle)) });
        brands.chain(creators).chain(products).chain(lanes).chain(handles).chain(self.added).chain(self.updates).collect()
    }
}
