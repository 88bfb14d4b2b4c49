//! What a lane has to know of the other lanes, worked out once for all of them and kept by difference.
//!
//! Each lane is summed up in an [`Outline`]: what it tells the others, and what it reads of them. [`Cross`] is all that
//! they tell. When a lane changes, only what its outline says differently is put in or taken out, and [`Touched`] says
//! whom that can reach.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use crate::analysis::order::Position;
use crate::analysis::scale::CardDays;
use crate::model::{
    BrandId, Campaign, CreatorId, Day, Kind, Lane, LaneId, LaneKind, ProductId, RelationshipStatus, ShortNames, Years,
};

/// A creator lane whose audience already knows the brand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct History {
    pub(super) lane: LaneId,
    pub(super) creator: Option<CreatorId>,
    pub(super) brand: Option<BrandId>,
    pub(super) group: Option<String>,
}

/// An announcement on a brand lane: whom it names, for which brand it speaks, and when.
type Announced = (CreatorId, Option<BrandId>, Position);

/// A repair card on a brand lane: of which brand, and when.
type Repaired = (Option<BrandId>, Position);

/// What lanes need of one another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cross {
    /// Established and owner lanes, by lane.
    pub(super) histories: Vec<History>,
    /// Announcements on brand lanes that name a creator, with the brand that speaks.
    pub(super) announced: BTreeMap<CreatorId, Vec<(Option<BrandId>, Position)>>,
    /// Repair cards on brand lanes.
    pub(super) repairs: Vec<Repaired>,
    /// Sensitive products whose claims nobody signed off.
    pub(super) unverified: BTreeSet<ProductId>,
    /// What sentences call creators.
    pub(super) names: ShortNames,
    /// How sentences tell days.
    pub(super) years: Years,
    /// Lanes of creators who are new to the brand, with the product they ask for and the day, sorted. An invitation to take part is
    /// left out: on the day of a challenge everybody is meant to speak at once. A list and not a map: a large plan asks tens of
    /// thousands of times, and a list is made of that in one go.
    asked: Vec<(ProductId, Day, LaneId)>,
    /// How many cards of a day, in any lane, ask for nothing.
    given: BTreeMap<Day, usize>,
}

impl Cross {
    /// How many lanes of creators who are new to the brand, other than this one, ask for that product on that day. Counted
    /// without walking over them: on the day of a launch that could be every lane, for every lane.
    pub(super) fn new_lanes_asking(&self, product: ProductId, day: Day, besides: LaneId) -> usize {
        let all = self.new_lanes_of(product, day);
        let itself = all.binary_search_by_key(&besides, |(.., lane)| *lane).is_ok();
        all.len() - usize::from(itself)
    }

    /// The same without leaving one out.
    fn all_new_lanes_asking(&self, product: ProductId, day: Day) -> usize {
        self.new_lanes_of(product, day).len()
    }

    /// The stretch of the list that is about a product on a day. Its end is looked for in steps that double: most are short, in
    /// a list that is long.
    fn new_lanes_of(&self, product: ProductId, day: Day) -> &[(ProductId, Day, LaneId)] {
        let from = self.asked.partition_point(|(of, on, _)| (*of, *on) < (product, day));
        let rest = self.asked.get(from..).unwrap_or_default();
        let is_about = |(of, on, _): &(ProductId, Day, LaneId)| (*of, *on) == (product, day);
        let mut most = 4;
        while rest.get(most).is_some_and(is_about) {
            most *= 2;
        }
        let near = rest.get(..most).unwrap_or(rest);
        near.get(..near.partition_point(is_about)).unwrap_or_default()
    }

    /// Whether a card of any lane that asks for nothing stands after one day and not after the other.
    pub(super) fn gives_within(&self, after: Day, until: Day) -> bool {
        after < until && self.given.range((Bound::Excluded(after), Bound::Included(until))).next().is_some()
    }

    /// What all these lanes tell.
    pub(super) fn of<'o>(campaign: &Campaign, outlines: impl Iterator<Item = &'o Outline>) -> Self {
        let mut cross = Self { unverified: unverified(campaign), names: ShortNames::of(&campaign.creators), ..Self::default() };
        let mut given: Vec<Day> = Vec::new();
        let mut days = CardDays::default();
        for outline in outlines {
            days = CardDays::together([days, outline.days]);
            cross.histories.extend(outline.history.clone());
            for (creator, brand, position) in &outline.announced {
                cross.announced.entry(*creator).or_default().push((*brand, *position));
            }
            cross.repairs.extend_from_slice(&outline.repairs);
            cross.asked.extend(outline.tells_asks().iter().map(|(product, day)| (*product, *day, outline.lane)));
            given.extend_from_slice(&outline.given);
        }
        cross.histories.sort_unstable();
        cross.announced.values_mut().for_each(|positions| positions.sort_unstable());
        cross.repairs.sort_unstable();
        cross.asked.sort_unstable();
        cross.given = counted(given);
        cross.years = days.years();
        cross
    }

    /// Takes out what a lane told and puts in what it tells now; what is equal in both stays where it is. Gives back the days on
    /// which something is given now and nothing was, or the other way round: how much is no matter.
    pub(super) fn replace(&mut self, old: Option<&Outline>, new: Option<&Outline>) -> Vec<Day> {
        let (history, historied) = (old.and_then(|old| old.history.as_ref()), new.and_then(|new| new.history.as_ref()));
        if history != historied {
            self.histories.retain(|other| Some(other) != history);
            self.histories.extend(historied.cloned());
            self.histories.sort_unstable();
        }
        for ((creator, brand, position), more) in differences(list(old, |old| &old.announced), list(new, |new| &new.announced)) {
            let positions = self.announced.entry(creator).or_default();
            put_or_take(positions, (brand, position), more);
            if positions.is_empty() {
                self.announced.remove(&creator);
            }
        }
        for (repair, more) in differences(list(old, |old| &old.repairs), list(new, |new| &new.repairs)) {
            put_or_take(&mut self.repairs, repair, more);
        }
        let asks = |outline: Option<&Outline>| -> Vec<(ProductId, Day)> {
            outline.map_or(Vec::new(), |outline| outline.tells_asks().to_vec())
        };
        if let Some(lane) = old.or(new).map(|outline| outline.lane) {
            for ((product, day), more) in differences(&asks(old), &asks(new)) {
                put_or_take(&mut self.asked, (product, day, lane), more);
            }
        }
        let mut turned = Vec::new();
        for (day, more) in differences(list(old, |old| &old.given), list(new, |new| &new.given)) {
            let count = self.given.entry(day).or_default();
            let before = *count;
            *count = if more { before + 1 } else { before.saturating_sub(1) };
            if before == 0 || *count == 0 {
                turned.push(day);
            }
            if *count == 0 {
                self.given.remove(&day);
            }
        }
        turned
    }
}

/// How often each day is named. Plans name every day of a few years thousands of times: then counting is cheaper than sorting.
fn counted(mut days: Vec<Day>) -> BTreeMap<Day, usize> {
    let (first, last) = (days.iter().min().copied(), days.iter().max().copied());
    let span = first.zip(last).and_then(|(first, last)| usize::try_from(last.since(first)).ok());
    if let Some((first, span)) = first.zip(span).filter(|(_, span)| *span < days.len()) {
        let mut counts = vec![0_usize; span + 1];
        for at in days.iter().filter_map(|day| usize::try_from(day.since(first)).ok()) {
            counts[at] += 1;
        }
        return (0..).zip(counts).filter(|(_, count)| *count > 0).map(|(after, count)| (first.plus(after), count)).collect();
    }
    days.sort_unstable();
    days.chunk_by(|a, b| a == b).filter_map(|days| Some((*days.first()?, days.len()))).collect()
}

/// Puts an element into a sorted list, or takes one that is equal out of it.
fn put_or_take<T: Ord>(sorted: &mut Vec<T>, element: T, put: bool) {
    match (sorted.binary_search(&element), put) {
        (Ok(at) | Err(at), true) => sorted.insert(at, element),
        (Ok(at), false) => {
            sorted.remove(at);
        }
        (Err(_), false) => {}
    }
}

fn list<T>(outline: Option<&Outline>, of: impl Fn(&Outline) -> &Vec<T>) -> &[T] {
    outline.map_or(&[], |outline| of(outline))
}

/// What two sorted lists do not have in common, with whether the second one has it.
fn differences<T: Ord + Copy>(old: &[T], new: &[T]) -> Vec<(T, bool)> {
    let mut found = Vec::new();
    let (mut old, mut new) = (old.iter().copied().peekable(), new.iter().copied().peekable());
    while old.peek().is_some() || new.peek().is_some() {
        match (old.peek().copied(), new.peek().copied()) {
            (Some(a), Some(b)) if a == b => {
                old.next();
                new.next();
            }
            (Some(a), b) if b.is_none_or(|b| a < b) => {
                found.push((a, false));
                old.next();
            }
            (_, b) => {
                found.extend(b.map(|b| (b, true)));
                new.next();
            }
        }
    }
    found
}

/// A lane as the others see it, and what it looks at in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Outline {
    pub(super) lane: LaneId,
    pub(super) creator: Option<CreatorId>,
    pub(super) brand: Option<BrandId>,
    /// A creator's lane, not a slot, and new to the brand.
    new: bool,
    established: bool,
    has_ask: bool,
    history: Option<History>,
    announced: Vec<Announced>,
    repairs: Vec<Repaired>,
    /// What it asks for on which days, each once, without invitations to take part.
    asks: Vec<(ProductId, Day)>,
    /// The days that its cards take.
    pub(super) days: CardDays,
    /// The days of its cards that ask for nothing, one for each card.
    given: Vec<Day>,
    /// The days on which it takes a stand.
    stands: Vec<Day>,
    /// The products its cards name.
    products: Vec<ProductId>,
    /// The creators its cards name, on a lane that is not theirs.
    features: Vec<CreatorId>,
}

impl Outline {
    /// Sums a lane up. All lists are sorted.
    pub(super) fn of(campaign: &Campaign, lane: &Lane) -> Self {
        let brand = brand_id(campaign, lane);
        let status = lane.relationship.status;
        let known = matches!(status, RelationshipStatus::Established | RelationshipStatus::Owner);
        let mut outline = Self {
            lane: lane.id,
            creator: lane.creator,
            brand,
            new: lane.is_creator() && !lane.is_slot() && status == RelationshipStatus::New,
            established: status == RelationshipStatus::Established,
            has_ask: false,
            history: (known && lane.is_creator()).then(|| History {
                lane: lane.id,
                creator: lane.creator,
                brand,
                group: lane.audience_group.clone(),
            }),
            announced: Vec::new(),
            repairs: Vec::new(),
            asks: Vec::new(),
            days: CardDays::of_lane(campaign, lane),
            given: Vec::with_capacity(lane.moments.len()),
            stands: Vec::new(),
            products: Vec::new(),
            features: Vec::new(),
        };
        for moment in &lane.moments {
            let ask = moment.is_ask();
            outline.has_ask |= ask;
            // Few products are named by many cards.
            let known = |product: &ProductId| outline.products.iter().take(8).any(|known| known == product);
            outline.products.extend(moment.product.filter(|product| !known(product)));
            outline.features.extend_from_slice(&moment.features);
            if let Some(day) = campaign.day_of(moment.when) {
                if ask {
                    let joins = moment.plays(Kind::Engage);
                    outline.asks.extend(moment.product.filter(|_| !joins).map(|product| (product, day)));
                } else {
                    outline.given.push(day);
                }
                if moment.cause {
                    outline.stands.push(day);
                }
            }
        }
        if lane.kind == LaneKind::Brand {
            outline.speak(campaign, lane);
        }
        outline.announced.sort_unstable();
        outline.repairs.sort_unstable();
        outline.asks.sort_unstable();
        outline.asks.dedup();
        outline.given.sort_unstable();
        outline.stands.sort_unstable();
        outline.stands.dedup();
        outline.products.sort_unstable();
        outline.products.dedup();
        outline.features.sort_unstable();
        outline.features.dedup();
        outline
    }

    /// What the brand's own channel says.
    fn speak(&mut self, campaign: &Campaign, lane: &Lane) {
        for moment in &lane.moments {
            let brand = moment.brand.or(self.brand);
            let position = Position::of(campaign, moment);
            if !moment.features.is_empty() && moment.plays(Kind::Announcement) {
                self.announced.extend(moment.features.iter().map(|creator| (*creator, brand, position)));
            }
            if moment.plays(Kind::Repair) {
                self.repairs.push((brand, position));
            }
        }
    }

    /// The asks of which other lanes hear: those of a creator who is new to the brand.
    fn tells_asks(&self) -> &[(ProductId, Day)] {
        if self.new { &self.asks } else { &[] }
    }

    /// Whether it is a creator's, or its cards name them.
    pub(super) fn concerns(&self, creator: CreatorId) -> bool {
        self.creator == Some(creator) || self.features.binary_search(&creator).is_ok()
    }

    /// Whether its cards name a product.
    pub(super) fn names(&self, product: ProductId) -> bool {
        self.products.binary_search(&product).is_ok()
    }
}

/// What changed in what lanes tell one another.
#[derive(Clone, Debug, Default)]
pub(super) struct Touched {
    /// Brands with another list of those who know them.
    histories: BTreeSet<Option<BrandId>>,
    /// Creators with other announcements.
    announced: BTreeSet<CreatorId>,
    /// Brands with other repairs.
    repaired: BTreeSet<Option<BrandId>>,
    /// Products with other newcomers who ask for them on a day.
    asked: BTreeSet<(ProductId, Day)>,
    /// Days on which something is given and nothing was, or the other way round.
    given: BTreeSet<Day>,
    /// How many lanes were noted.
    noted: usize,
}

impl Touched {
    /// Notes what a lane tells differently, with the days that turned for it ([`Cross::replace`]).
    pub(super) fn note(&mut self, old: Option<&Outline>, new: Option<&Outline>, turned: Vec<Day>) {
        self.noted += 1;
        let (history, historied) = (old.and_then(|old| old.history.as_ref()), new.and_then(|new| new.history.as_ref()));
        if history != historied {
            self.histories.extend(history.into_iter().chain(historied).map(|history| history.brand));
        }
        let announced = differences(list(old, |old| &old.announced), list(new, |new| &new.announced));
        self.announced.extend(announced.into_iter().map(|((creator, ..), _)| creator));
        let repaired = differences(list(old, |old| &old.repairs), list(new, |new| &new.repairs));
        self.repaired.extend(repaired.into_iter().map(|((brand, _), _)| brand));
        let (before, after) = (old.map_or(&[][..], Outline::tells_asks), new.map_or(&[][..], Outline::tells_asks));
        let owner = |outline: Option<&Outline>| outline.map(|outline| (outline.creator, outline.brand));
        if owner(old) == owner(new) {
            self.asked.extend(differences(before, after).into_iter().map(|(ask, _)| ask));
        } else {
            // The same asks, but of somebody else.
            self.asked.extend(before.iter().chain(after));
        }
        self.given.extend(turned);
    }

    /// Notes that a creator with history is called something else.
    pub(super) fn note_creator(&mut self, cross: &Cross, creator: CreatorId) {
        let of = cross.histories.iter().filter(|history| history.creator == Some(creator));
        self.histories.extend(of.map(|history| history.brand));
    }

    /// Forgets the asks of days on which too few lanes ask together for anybody to mind, now and before: each lane that was noted
    /// asked at most once more then.
    pub(super) fn forget_few(&mut self, cross: &Cross, least: usize) {
        let noted = self.noted;
        self.asked.retain(|(product, day)| cross.all_new_lanes_asking(*product, *day) + noted >= least);
    }

    /// Whether a lane looks at something that changed. Which days a stand looks at is a setting: so many after it.
    pub(super) fn reaches(&self, lane: &Outline, follow_up: i32) -> bool {
        let borrows = lane.new && lane.has_ask && self.histories.contains(&lane.brand);
        let announced = lane.creator.is_some_and(|creator| self.announced.contains(&creator));
        let repaired = lane.established && self.repaired.contains(&lane.brand);
        borrows
            || announced
            || repaired
            || self.asked.iter().any(|ask| lane.tells_asks().binary_search(ask).is_ok())
            || lane.stands.iter().any(|day| self.given.range(*day..=day.plus(follow_up)).next().is_some())
    }
}

/// Looks at all lanes and their cards once.
#[must_use]
pub fn cross(campaign: &Campaign) -> Cross {
    let outlines: Vec<Outline> = campaign.lanes.iter().map(|lane| Outline::of(campaign, lane)).collect();
    Cross::of(campaign, outlines.iter())
}

/// Sensitive products whose claims nobody signed off.
pub(super) fn unverified(campaign: &Campaign) -> BTreeSet<ProductId> {
    let open = campaign.products.iter().filter(|product| product.sensitive.is_some() && product.verified.is_none());
    open.map(|product| product.id).collect()
}

/// The brand of a lane: its own, else the campaign's first.
pub(super) fn brand_id(campaign: &Campaign, lane: &Lane) -> Option<BrandId> {
    lane.brand.or_else(|| campaign.brands.first().map(|brand| brand.id))
}
