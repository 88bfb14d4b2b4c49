//! What pasting does: the moments of one plan as edits of another. Pure, so that it is tested without a window.

use std::collections::HashSet;

use super::clipboard::Known;
use super::moves::{as_copy, last_place};
use crate::edit::{Edit, Place};
use crate::model::{
    Brand, BrandId, Campaign, Creator, CreatorId, Day, IdSource, Lane, LaneId, Moment, PictureId, Product, ProductId, When,
    same_word,
};

/// Where what is pasted goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Target<'a> {
    /// The lane; without one the lanes come along.
    pub(super) lane: Option<&'a Lane>,
    /// When the first of the pasted moments comes; the others keep their distance to it.
    pub(super) first: When,
}

/// The edits that add everything of `clip` to `campaign`. What the moments refer to is matched by id, then by name, else
/// added with them.
pub(super) fn edits(campaign: &Campaign, clip: &Campaign, target: Target<'_>, ids: &mut IdSource) -> Vec<Edit> {
    let mut paste = Paste {
        campaign,
        clip,
        edits: Vec::new(),
        brands: Known::new(),
        creators: Known::new(),
        products: Known::new(),
        pictures: HashSet::new(),
    };
    let dates = Dates::of(campaign, clip, target);
    let mut order = target.lane.map_or(0, |lane| last_place(&lane.moments));
    for lane in &clip.lanes {
        let mut added = Vec::new();
        for moment in in_order(clip, lane) {
            let mut copy = paste.with_references(as_copy(moment, ids.moment()));
            copy.when = match moment.when {
                When::Order(_) if target.lane.is_some() => {
                    order = order.saturating_add(1);
                    When::Order(order)
                }
                when => dates.place(campaign, clip, when),
            };
            if matches!(copy.when, When::Order(_) | When::Undated) {
                copy.time = None;
            }
            added.push(copy);
        }
        match target.lane {
            Some(lane) => {
                let place = Place::Lane(lane.id);
                paste.edits.extend(added.into_iter().map(|moment| Edit::AddMoment { place, moment: Box::new(moment) }));
            }
            None => paste.add_lane(lane, added, LaneId(ids.id())),
        }
    }
    for idea in &clip.ideas {
        let copy = paste.with_references(as_copy(idea, ids.moment()));
        paste.edits.push(Edit::AddMoment { place: Place::Tray, moment: Box::new(copy) });
    }
    paste.edits
}

/// The moments of a lane by day and place, so that an order is pasted in its order.
fn in_order<'a>(clip: &Campaign, lane: &'a Lane) -> impl Iterator<Item = &'a Moment> {
    crate::analysis::packing::reading_order(clip, lane).into_iter().filter_map(|at| lane.moments.get(at)).map(AsRef::as_ref)
}

/// How far days move when they are pasted.
struct Dates {
    /// Days of the calendar, where the clip has any.
    calendar: i32,
    /// Days from a day 0 that has no date.
    relative: i32,
    /// The plan counts from a day 0 without a date, so a day of the calendar becomes such a number: its first one.
    numbered: Option<i32>,
    /// The first day of the clip on the calendar.
    first: i32,
}

impl Dates {
    fn of(campaign: &Campaign, clip: &Campaign, target: Target<'_>) -> Self {
        let all = || clip.lanes.iter().flat_map(|lane| &lane.moments);
        let first = all().filter_map(|moment| clip.day_of(moment.when)).map(Day::number).min().unwrap_or(0);
        let numbers = all().filter(|moment| clip.day_of(moment.when).is_none());
        let first_number =
            numbers.filter_map(|moment| if let When::Relative(day) = moment.when { Some(day) } else { None }).min();
        let zero = campaign.anchor.as_ref().and_then(|anchor| anchor.date);
        let to_day = match target.first {
            When::On(day) => Some(day.number()),
            When::Relative(days) => zero.map(|zero| zero.plus(days).number()),
            When::Order(_) | When::Undated => None,
        };
        let to_number = match (target.first, zero) {
            (When::Relative(days), _) => Some(days),
            (When::On(day), Some(zero)) => Some(day.since(zero)),
            _ => None,
        };
        Self {
            calendar: to_day.map_or(0, |day| day.saturating_sub(first)),
            relative: to_number.zip(first_number).map_or(0, |(to, first)| to.saturating_sub(first)),
            numbered: match (target.first, zero) {
                (When::Relative(days), None) => Some(days),
                _ => None,
            },
            first,
        }
    }

    fn place(&self, campaign: &Campaign, clip: &Campaign, when: When) -> When {
        let Some(day) = clip.day_of(when) else {
            return match when {
                When::Relative(day) => When::Relative(day.saturating_add(self.relative)),
                other => other,
            };
        };
        if let Some(to) = self.numbered {
            return When::Relative(day.number().saturating_sub(self.first).saturating_add(to));
        }
        let day = day.plus(self.calendar);
        let zero = campaign.anchor.as_ref().and_then(|anchor| anchor.date);
        match (when, zero) {
            (When::Relative(_), Some(zero)) => When::Relative(day.since(zero)),
            _ => When::On(day),
        }
    }
}

/// What is being pasted.
struct Paste<'a> {
    campaign: &'a Campaign,
    clip: &'a Campaign,
    edits: Vec<Edit>,
    brands: Known<BrandId>,
    creators: Known<CreatorId>,
    products: Known<ProductId>,
    /// Pictures that were looked at.
    pictures: HashSet<PictureId>,
}

impl Paste<'_> {
    fn with_references(&mut self, mut moment: Moment) -> Moment {
        moment.brand = moment.brand.and_then(|id| self.brand(id));
        moment.product = moment.product.and_then(|id| self.product(id));
        moment.features = moment.features.iter().filter_map(|id| self.creator(*id)).collect();
        moment.for_creator = moment.for_creator.and_then(|id| self.creator(id));
        // Each picture is looked for once, however many moments show it.
        if let Some(id) = moment.image.filter(|id| self.pictures.insert(*id))
            && let Some(picture) = self.clip.picture(id)
            && self.campaign.picture(id).is_none()
        {
            self.edits.push(Edit::AddPicture { picture: (**picture).clone() });
        }
        moment
    }

    fn brand(&mut self, id: BrandId) -> Option<BrandId> {
        if let Some(known) = self.brands.get(&id) {
            return Some(*known);
        }
        let brand: &Brand = self.clip.brand(id)?;
        let brands = &self.campaign.brands;
        let same = brands.iter().find(|other| other.id == id).or(brands.iter().find(|other| same(&other.name, &brand.name)));
        let known = same.map_or(id, |same| same.id);
        if same.is_none() {
            self.edits.push(Edit::AddBrand { brand: Box::new(brand.clone()) });
        }
        self.brands.insert(id, known);
        Some(known)
    }

    fn creator(&mut self, id: CreatorId) -> Option<CreatorId> {
        if let Some(known) = self.creators.get(&id) {
            return Some(*known);
        }
        let creator: &Creator = self.clip.creator(id)?;
        let creators = &self.campaign.creators;
        let same =
            creators.iter().find(|other| other.id == id).or(creators.iter().find(|other| same(&other.name, &creator.name)));
        let known = same.map_or(id, |same| same.id);
        if same.is_none() {
            self.edits.push(Edit::AddCreator { creator: Box::new(creator.clone()) });
        }
        self.creators.insert(id, known);
        Some(known)
    }

    fn product(&mut self, id: ProductId) -> Option<ProductId> {
        if let Some(known) = self.products.get(&id) {
            return Some(*known);
        }
        let product: &Product = self.clip.product(id)?;
        let products = &self.campaign.products;
        let same =
            products.iter().find(|other| other.id == id).or(products.iter().find(|other| same(&other.name, &product.name)));
        let known = same.map_or(id, |same| same.id);
        if same.is_none() {
            // Where no brand is named, the first of its own plan is meant, which may not be the first of this one.
            let brand = product.brand.or(self.clip.brands.first().map(|brand| brand.id)).and_then(|brand| self.brand(brand));
            self.edits.push(Edit::AddProduct { product: Box::new(Product { brand, ..product.clone() }) });
        }
        self.products.insert(id, known);
        Some(known)
    }

    /// A plan without lanes gets those that the moments come from.
    fn add_lane(&mut self, lane: &Lane, moments: Vec<Moment>, id: LaneId) {
        let creator = lane.creator.and_then(|creator| self.creator(creator));
        let brand = lane.brand.or(self.clip.brands.first().map(|brand| brand.id)).and_then(|brand| self.brand(brand));
        let moments = moments.into_iter().map(std::sync::Arc::new).collect();
        let lane = Lane { id, creator, brand, moments, notes: Vec::new(), ..lane.clone() };
        self.edits.push(Edit::AddLane { lane: Box::new(lane), before: None });
    }
}

/// Whether two names are the same to a reader. Two people without a name are two.
fn same(a: &str, b: &str) -> bool {
    !a.trim().is_empty() && same_word(a, b)
}
