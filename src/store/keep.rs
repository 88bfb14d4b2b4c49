//! What a template keeps of a plan. Pure: plan in, template out.
//!
//! Kept is the arc: kinds, days counted from day 0, order, what a card gives and asks. Never kept is what belongs to people
//! and to this one campaign: names, contacts, evidence, costs, owners, pictures, links, accepted findings, thresholds with
//! their authors, dates. Titles, notes and hooks are kept only where the user says so, because they may hold any of that.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::template::{Template, VERSION, renew};
use crate::model::{
    Anchor, Brand, BrandId, Campaign, Creator, CreatorId, Day, IdSource, Lane, LaneId, Moment, PlanId, Product, ProductId,
    Relationship, When,
};
use crate::words::{language, names, own as say};

/// Most days that are offered as day 0.
const MOST_ZEROS: usize = 200;

/// Where day 0 is in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// On a day of the calendar.
    Date(Day),
    /// On a day counted from a day 0 that has no date.
    Number(i32),
}

/// A day that can be day 0 of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zero {
    /// What happens on it, as the template says it: "Announcement".
    pub name: String,
    /// The same with the card and its day, to choose from.
    pub shown: String,
    /// Where it is.
    pub at: At,
}

/// What the user wants of a template.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// What it is called.
    pub name: String,
    /// A line about it; may be empty.
    pub line: String,
    /// Day 0; `None` where no card has a day.
    pub zero: Option<Zero>,
    /// Titles as they are; else every card is called what it is.
    pub titles: bool,
    /// Notes become prompts; else each card gets the prompt of its kind.
    pub notes: bool,
    /// First lines as they are.
    pub hooks: bool,
}

/// The lanes that a template is made of.
fn scope(campaign: &Campaign, lane: Option<LaneId>) -> Vec<&Lane> {
    campaign.lanes.iter().map(AsRef::as_ref).filter(|one| lane.is_none_or(|id| one.id == id)).collect()
}

/// The place of a day, on the axis it stands on.
fn at(campaign: &Campaign, when: When) -> Option<At> {
    match (campaign.day_of(when), when) {
        (Some(day), _) => Some(At::Date(day)),
        (None, When::Relative(day)) => Some(At::Number(day)),
        (None, _) => None,
    }
}

fn in_words(at: At) -> String {
    match at {
        At::Date(day) => day.short(),
        At::Number(day) => say::day_number(day),
    }
}

/// Every day that can be day 0, in order, and the place of the one that is proposed: the campaign's own day 0, else the first
/// announcement, else the first card. Dated days come before those that are only counted.
#[must_use]
pub fn zeros(campaign: &Campaign, lane: Option<LaneId>) -> (Vec<Zero>, usize) {
    let cards = scope(campaign, lane).into_iter().flat_map(|lane| &lane.moments);
    let mut cards: Vec<(At, &Moment)> = cards.filter_map(|card| Some((at(campaign, card.when)?, card.as_ref()))).collect();
    cards.sort_by_key(|(at, card)| match at {
        At::Date(day) => (0, day.number(), card.id),
        At::Number(day) => (1, *day, card.id),
    });
    let anchor = campaign
        .anchor
        .as_ref()
        .filter(|anchor| anchor.date.is_some() || cards.iter().any(|(_, card)| matches!(card.when, When::Relative(_))));
    let anchor = anchor.filter(|_| !cards.is_empty()).map(|anchor| {
        let at = anchor.date.map_or(At::Number(0), At::Date);
        Zero { name: anchor.label.clone(), shown: say::zero_anchor(&anchor.label, in_words(at)), at }
    });
    let first = cards.iter().position(|(_, card)| card.kind == crate::model::Kind::Announcement);
    let proposed = if anchor.is_some() { 0 } else { first.filter(|at| *at < MOST_ZEROS).unwrap_or(0) };
    let of_card = |(at, card): &(At, &Moment)| {
        let (kind, day) = (names::kind(card.kind.key()), in_words(*at));
        let shown = if card.title == kind { say::zero_same(kind, day) } else { say::zero_card(kind, &card.title, day) };
        Zero { name: kind.to_owned(), shown, at: *at }
    };
    (anchor.into_iter().chain(cards.iter().take(MOST_ZEROS).map(of_card)).collect(), proposed)
}

/// Counts days from day 0. A plan may hold dates beside days that are counted from a day 0 without a date: nobody can say how
/// the two relate, so each kind is counted by itself, the other one from its own first card.
struct Count<'a> {
    campaign: &'a Campaign,
    date: Option<Day>,
    number: i32,
}

impl<'a> Count<'a> {
    fn new(campaign: &'a Campaign, lanes: &[&Lane], zero: Option<&Zero>) -> Self {
        let cards = lanes.iter().flat_map(|lane| &lane.moments);
        let first = cards.filter_map(|card| campaign.day_of(card.when)).min();
        match zero.map(|zero| zero.at) {
            Some(At::Date(day)) => Self { campaign, date: Some(day), number: 0 },
            Some(At::Number(number)) => Self { campaign, date: first, number },
            None => Self { campaign, date: first, number: 0 },
        }
    }

    fn when(&self, when: When) -> When {
        match (self.campaign.day_of(when), self.date, when) {
            (Some(day), Some(zero), _) => When::Relative(day.since(zero)),
            (_, _, When::Relative(day)) => When::Relative(day.saturating_sub(self.number)),
            (_, _, When::On(_)) => When::Undated,
            (_, _, other) => other,
        }
    }
}

/// For what there is a stand-in in the template. It has the id of what it stands for until all ids are drawn anew.
struct StandIns {
    brands: BTreeSet<BrandId>,
    creators: BTreeSet<CreatorId>,
    products: BTreeSet<ProductId>,
    /// What groups of lanes with one audience are called in the template.
    groups: BTreeMap<String, String>,
}

/// A name for one of several: without a number where it is the only one.
fn called(at: usize, count: usize, one: &str, many: impl Fn(usize) -> String) -> String {
    if count == 1 { one.to_owned() } else { many(at + 1) }
}

/// A template of one lane of a plan, or of all of them.
#[must_use]
pub fn template_of(campaign: &Campaign, lane: Option<LaneId>, wanted: &Wanted) -> Template {
    let lanes = scope(campaign, lane);
    let count = Count::new(campaign, &lanes, wanted.zero.as_ref());
    let mut kept = Campaign::new(PlanId::default(), wanted.name.trim());
    kept.continues = lane.is_none() && campaign.continues;
    let stand_ins = stand_ins(campaign, &lanes, &mut kept);
    kept.lanes = lanes.iter().map(|lane| Arc::new(lane_of(campaign, lane, wanted, &count, &stand_ins))).collect();
    let counted = kept.lanes.iter().flat_map(|lane| &lane.moments).any(|card| matches!(card.when, When::Relative(_)));
    if counted {
        let label = wanted.zero.as_ref().map_or_else(|| language::english(say::day_zero).to_owned(), |zero| zero.name.clone());
        kept.anchor = Some(Anchor { label, date: None, unknown: crate::model::Unknown::default() });
    }
    // The ids of the plan stay in the plan.
    renew(&mut kept, &mut IdSource::seeded(0));
    let mut template = Template {
        version: VERSION,
        key: String::new(),
        name: String::new(),
        line: String::new(),
        short: String::new(),
        campaign: kept,
    };
    template.call(&wanted.name, &wanted.line);
    template
}

impl Template {
    /// Gives it another name and another line about it.
    pub(super) fn call(&mut self, name: &str, line: &str) {
        let zero = self
            .campaign
            .anchor
            .as_ref()
            .map(|anchor| anchor.label.as_str())
            .filter(|label| *label != language::english(say::day_zero));
        let line = line.trim();
        name.trim().clone_into(&mut self.name);
        name.trim().clone_into(&mut self.campaign.name);
        line.clone_into(&mut self.short);
        self.line = match (line.is_empty(), zero) {
            (false, Some(zero)) => say::line_and_zero(line, zero),
            (true, Some(zero)) => say::zero_only(zero),
            (_, None) => line.to_owned(),
        };
    }
}

/// Puts stand-ins for everyone and everything with a name into the template. Nobody's values are stood in for, nor what
/// stands behind a claim: a stand-in would pass for an answer, and a rule would be content with it.
fn stand_ins(campaign: &Campaign, lanes: &[&Lane], kept: &mut Campaign) -> StandIns {
    let cards = || lanes.iter().flat_map(|lane| &lane.moments);
    let used = |id: BrandId| {
        let of_lane = lanes.iter().any(|lane| campaign.brand_of(lane).is_some_and(|brand| brand.id == id));
        of_lane || cards().any(|card| card.brand == Some(id))
    };
    let brands: Vec<BrandId> = campaign.brands.iter().map(|brand| brand.id).filter(|id| used(*id)).collect();
    kept.brands = brands
        .iter()
        .enumerate()
        .map(|(at, id)| {
            let name = called(at, brands.len(), say::brand(), say::brand_number);
            Arc::new(Brand::new(*id, name))
        })
        .collect();
    let named = |id: CreatorId| lanes.iter().any(|lane| lane.creator == Some(id));
    let creators: Vec<CreatorId> = campaign.creators.iter().map(|creator| creator.id).filter(|id| named(*id)).collect();
    kept.creators = creators
        .iter()
        .enumerate()
        .map(|(at, id)| {
            let name = called(at, creators.len(), say::creator(), say::creator_number);
            Arc::new(Creator::new(*id, name))
        })
        .collect();
    let asked = |product: &&Arc<Product>| cards().any(|card| card.product == Some(product.id));
    let products: Vec<&Arc<Product>> = campaign.products.iter().filter(asked).collect();
    kept.products = products
        .iter()
        .enumerate()
        .map(|(at, product)| {
            let name = called(at, products.len(), say::product(), say::product_number);
            let brand = product.brand.filter(|id| brands.contains(id));
            Arc::new(Product { brand, ..Product::new(product.id, name) })
        })
        .collect();
    let mut groups = BTreeMap::new();
    for group in lanes.iter().filter_map(|lane| lane.audience_group.as_ref()) {
        let number = groups.len() + 1;
        groups.entry(group.clone()).or_insert_with(|| say::group_number(number));
    }
    StandIns {
        brands: brands.into_iter().collect(),
        creators: creators.into_iter().collect(),
        products: products.into_iter().map(|product| product.id).collect(),
        groups,
    }
}

fn lane_of(campaign: &Campaign, lane: &Lane, wanted: &Wanted, count: &Count<'_>, stand_ins: &StandIns) -> Lane {
    // The status is a part of the arc. What shows that it is true is not: whoever uses the template has to bring their own.
    let relationship =
        Relationship { status: lane.relationship.status, basis: lane.relationship.basis, ..Relationship::default() };
    Lane {
        creator: lane.creator,
        brand: campaign.brand_of(lane).map(|brand| brand.id),
        mode: lane.mode,
        relationship,
        organic_per_week: lane.organic_per_week,
        audience_group: lane.audience_group.as_ref().and_then(|group| stand_ins.groups.get(group).cloned()),
        moments: lane.moments.iter().map(|card| Arc::new(card_of(card, wanted, count, stand_ins))).collect(),
        ..Lane::empty(lane.id, lane.kind)
    }
}

fn card_of(card: &Moment, wanted: &Wanted, count: &Count<'_>, stand_ins: &StandIns) -> Moment {
    let title = if wanted.titles { card.title.clone() } else { names::kind(card.kind.key()).to_owned() };
    let when = count.when(card.when);
    let has_day = matches!(when, When::Relative(_));
    let notes = card.notes.clone().filter(|notes| wanted.notes && !notes.trim().is_empty());
    Moment {
        covers: card.covers.clone(),
        when,
        time: card.time.filter(|_| has_day),
        window: card.window.clone(),
        mentions_brand: card.mentions_brand,
        platform: card.platform,
        format: card.format,
        duration: card.duration,
        hook: card.hook.clone().filter(|_| wanted.hooks),
        audience_value: card.audience_value.clone(),
        product: card.product.filter(|id| stand_ins.products.contains(id)),
        cta: card.cta,
        placement: card.placement,
        cause: card.cause,
        notes: notes.or_else(|| Some(say::prompt(card.kind.key()).to_owned())),
        features: card.features.iter().copied().filter(|id| stand_ins.creators.contains(id)).collect(),
        brand: card.brand.filter(|id| stand_ins.brands.contains(id)),
        ..Moment::new(card.id, card.kind, title)
    }
}
