//! What has to be done to a plan so that a template stands in it. Pure: template and plan in, one step out.
//!
//! Products and brands of the template are stand-ins. Where the plan has its own in the same place of its list, the cards
//! name those; nobody wants a second “Product” beside the one they sell.

use std::sync::Arc;

use crate::edit::{Edit, LaneChange, Place};
use crate::model::{Brand, BrandId, Campaign, Creator, Day, Lane, LaneId, LaneMode, Moment, Product, ProductId, Synonyms, When};
use crate::ui::dialogs::DayZero;
use crate::words::window;

/// Where the cards go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Into {
    /// Into new lanes, one for each of the template.
    NewLanes,
    /// Into a lane that has no card yet.
    Empty(LaneId),
}

/// The edits that put a template into the plan, and the first lane that has its cards. The plan made of the template has ids
/// of its own already; `None` where it has no lane.
pub(super) fn edits(
    from: &Campaign,
    plan: &Campaign,
    words: Synonyms<'_>,
    into: Into,
    zero: DayZero,
) -> Option<(Vec<Edit>, LaneId)> {
    let mut laying = Laying { from, plan, words, zero, products: Vec::new(), edits: Vec::new() };
    let first = match into {
        Into::Empty(id) => {
            laying.fill(plan.lane(id)?, from.lanes.first()?);
            id
        }
        Into::NewLanes => {
            for lane in &from.lanes {
                laying.add(lane);
            }
            from.lanes.first()?.id
        }
    };
    Some((laying.edits, first))
}

struct Laying<'a> {
    from: &'a Campaign,
    plan: &'a Campaign,
    /// Which values are the same.
    words: Synonyms<'a>,
    zero: DayZero,
    /// What stands for each product of the template.
    products: Vec<(ProductId, ProductId)>,
    edits: Vec<Edit>,
}

impl Laying<'_> {
    fn add(&mut self, lane: &Lane) {
        if let Some(id) = lane.creator {
            let name = window::new_creator();
            self.edits.push(Edit::AddCreator { creator: Box::new(Creator::new(id, name)) });
        }
        let mut lane = lane.clone();
        lane.brand = lane.brand.and_then(|id| self.brand(id)).map(|brand| brand.id);
        // Nobody knows yet what a creator who comes with the template stands for.
        lane.moments = lane.moments.iter().map(|card| Arc::new(self.card(card, None))).collect();
        self.edits.push(Edit::AddLane { lane: Box::new(lane), before: None });
    }

    /// What is recorded of the relationship stays: it is about this creator, and the template only supposes one.
    fn fill(&mut self, empty: &Lane, lane: &Lane) {
        if lane.mode == LaneMode::Slot && empty.mode != LaneMode::Slot {
            self.edits.push(Edit::SetLane { id: empty.id, change: LaneChange::Mode(LaneMode::Slot) });
        }
        if lane.organic_per_week.is_some() && empty.organic_per_week.is_none() {
            self.edits.push(Edit::SetLane { id: empty.id, change: LaneChange::OrganicPerWeek(lane.organic_per_week) });
        }
        let creator = self.plan.creator_of(empty).map(AsRef::as_ref);
        for card in &lane.moments {
            let mut moment = self.card(card, creator);
            // The creators that the template names are not in the plan.
            moment.features.clear();
            self.edits.push(Edit::AddMoment { place: Place::Lane(empty.id), moment: Box::new(moment) });
        }
    }

    fn card(&mut self, card: &Moment, creator: Option<&Creator>) -> Moment {
        let mut card = card.clone();
        card.when = self.when(card.when);
        card.product = card.product.map(|id| self.product(id));
        card.brand = card.brand.and_then(|id| self.brand(id)).map(|brand| brand.id);
        // The value is a stand-in, too: it stays only where both sides really have it.
        let brand = self.plan.brands.first();
        let both = |value: &String| {
            let has = |values: &[String]| values.iter().any(|known| self.words.value(known, value));
            brand.is_some_and(|brand| has(&brand.values)) && creator.is_some_and(|creator| has(&creator.values))
        };
        card.shared_value = card.shared_value.filter(both);
        card
    }

    /// A day of the template in the plan. Where the plan itself counts from a day 0, so do the cards: they move with it.
    fn when(&self, when: When) -> When {
        let When::Relative(day) = when else { return when };
        match self.zero {
            DayZero::Number(number) => When::Relative(number.saturating_add(day)),
            DayZero::Date(zero) => match self.counted_from() {
                Some(anchor) => When::Relative(zero.since(anchor).saturating_add(day)),
                None => When::On(zero.plus(day)),
            },
        }
    }

    /// The date of the plan's day 0, where its cards are counted from it.
    fn counted_from(&self) -> Option<Day> {
        let counts = |lane: &Lane| lane.moments.iter().any(|card| matches!(card.when, When::Relative(_)));
        let anchor = self.plan.anchor.as_ref()?.date?;
        self.plan.lanes.iter().any(|lane| counts(lane)).then_some(anchor)
    }

    /// The brand of the plan that stands where that one stands in the template.
    fn brand(&self, id: BrandId) -> Option<&Brand> {
        let at = self.from.brands.iter().position(|brand| brand.id == id)?;
        self.plan.brands.get(at).map(AsRef::as_ref)
    }

    fn product(&mut self, id: ProductId) -> ProductId {
        if let Some((_, known)) = self.products.iter().find(|(from, _)| *from == id) {
            return *known;
        }
        let at = self.from.products.iter().position(|product| product.id == id).unwrap_or_default();
        let stands = if let Some(product) = self.plan.products.get(at) {
            product.id
        } else {
            let stand_in = self.from.products.get(at);
            let brand = stand_in.and_then(|product| product.brand).and_then(|id| self.brand(id)).map(|brand| brand.id);
            let name = stand_in.map_or("", |product| &product.name);
            // Before the cards that name it.
            self.edits.push(Edit::AddProduct { product: Box::new(Product { brand, ..Product::new(id, name) }) });
            id
        };
        self.products.push((id, stands));
        stands
    }
}
