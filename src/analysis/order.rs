//! The order of a lane: where each card stands, which of two comes first, and when nobody can say.
//!
//! Ties and cards without a date are kept as such. Nothing here ever guesses an order.

use std::sync::Arc;

use crate::model::{Campaign, Cta, Day, Kind, Lane, Moment, MomentId, ProductId, Status, Time, When};

/// Where a card stands in time. Positions of different variants cannot be compared with one another.
///
/// The derived order (dates, then relative days, then order positions, then undated) is for sorting only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Position {
    /// On a day of the calendar.
    Date(Day, Option<Time>),
    /// That many days after day 0, which has no date yet.
    Relative(i32, Option<Time>),
    /// At a place in the order of its lane.
    Order(i32),
    /// Nobody has said when.
    Undated,
}

impl Position {
    /// Where a moment stands; a relative day is a date once day 0 has one.
    #[must_use]
    pub fn of(campaign: &Campaign, moment: &Moment) -> Self {
        Self::at(campaign.anchor.as_ref().and_then(|anchor| anchor.date), moment)
    }

    /// The same, for callers that look up day 0 once.
    #[must_use]
    pub fn at(day_zero: Option<Day>, moment: &Moment) -> Self {
        Self::from_when(day_zero, moment.when, moment.time)
    }

    /// Where something stands that comes then.
    #[must_use]
    pub fn from_when(day_zero: Option<Day>, when: When, time: Option<Time>) -> Self {
        match (when, day_zero) {
            (When::On(day), _) => Self::Date(day, time),
            (When::Relative(days), Some(zero)) => Self::Date(zero.plus(days), time),
            (When::Relative(days), None) => Self::Relative(days, time),
            (When::Order(place), _) => Self::Order(place),
            (When::Undated, _) => Self::Undated,
        }
    }

    /// The derived order as one number: long lanes are sorted all the time.
    fn rank(self) -> u64 {
        let timed = |variant: u64, day: i32, time: Option<Time>| {
            let day = u64::from(day.cast_unsigned() ^ (1 << 31));
            (variant << 48) | (day << 16) | time.map_or(0, |time| u64::from(time.minutes()) + 1)
        };
        match self {
            Self::Date(day, time) => timed(0, day.number(), time),
            Self::Relative(days, time) => timed(1, days, time),
            Self::Order(place) => timed(2, place, None),
            Self::Undated => timed(3, 0, None),
        }
    }

    /// The number of its day, for differences in days within one lane; `None` without a day.
    #[must_use]
    pub fn day_number(self) -> Option<i32> {
        match self {
            Self::Date(day, _) => Some(day.number()),
            Self::Relative(days, _) => Some(days),
            Self::Order(_) | Self::Undated => None,
        }
    }

    /// Its day of the calendar, if it has one.
    #[must_use]
    pub fn date(self) -> Option<Day> {
        match self {
            Self::Date(day, _) => Some(day),
            _ => None,
        }
    }

    /// Days from `earlier` to this position; `None` unless both stand on days of the same kind.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> Option<i32> {
        match (self, earlier) {
            (Self::Date(..), Self::Date(..)) | (Self::Relative(..), Self::Relative(..)) => {
                Some(self.day_number()?.saturating_sub(earlier.day_number()?))
            }
            _ => None,
        }
    }

    /// Whether two cards are placed in the same way, so that they can be compared; undated cards never are.
    #[must_use]
    pub fn same_kind(self, other: Self) -> bool {
        self != Self::Undated && std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// Whether two cards share a day, or a place in the order.
    #[must_use]
    pub fn same_day(self, other: Self) -> bool {
        match (self, other) {
            (Self::Order(a), Self::Order(b)) => a == b,
            _ => self.days_since(other) == Some(0),
        }
    }
}

/// Whether one card comes before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// It does.
    Yes,
    /// It comes after.
    No,
    /// The same day, and times do not decide.
    Tie,
    /// Nobody can say: one of them has no date, or they are placed in different ways.
    Unknown,
}

/// Whether `a` comes before `b`.
#[must_use]
pub fn before(a: Position, b: Position) -> Before {
    use std::cmp::Ordering::{Equal, Greater, Less};
    let (first, second) = match (a, b) {
        (Position::Date(day_a, time_a), Position::Date(day_b, time_b)) => (day_a.cmp(&day_b), times(time_a, time_b)),
        (Position::Relative(day_a, time_a), Position::Relative(day_b, time_b)) => (day_a.cmp(&day_b), times(time_a, time_b)),
        (Position::Order(place_a), Position::Order(place_b)) => (place_a.cmp(&place_b), Equal),
        _ => return Before::Unknown,
    };
    match first.then(second) {
        Less => Before::Yes,
        Greater => Before::No,
        Equal => Before::Tie,
    }
}

/// Times decide only where both cards have one.
fn times(a: Option<Time>, b: Option<Time>) -> std::cmp::Ordering {
    match (a, b) {
        (Some(a), Some(b)) => a.cmp(&b),
        _ => std::cmp::Ordering::Equal,
    }
}

/// A set of roles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(u16);

impl Roles {
    /// All roles a moment plays.
    #[must_use]
    pub fn of(moment: &Moment) -> Self {
        let mut roles = Self(bit(moment.kind));
        for kind in &moment.covers {
            roles.0 |= bit(*kind);
        }
        if moment.kind == Kind::Organic && moment.mentions_brand {
            roles.0 |= bit(Kind::Origin) | bit(Kind::Story);
        }
        roles
    }

    /// Both sets together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the set holds one of these.
    #[must_use]
    pub fn any(self, kinds: &[Kind]) -> bool {
        kinds.iter().any(|kind| self.0 & bit(*kind) != 0)
    }

    /// Whether one of the roles gives a reason for the partnership.
    #[must_use]
    pub fn ground(self) -> bool {
        self.0 & masks().0 != 0
    }

    /// Whether one of the roles gives the audience something.
    #[must_use]
    pub fn value(self) -> bool {
        self.0 & masks().1 != 0
    }
}

fn bit(kind: Kind) -> u16 {
    1 << (kind as u16)
}

/// The ground roles and the value roles as sets.
const fn masks() -> (u16, u16) {
    let (mut ground, mut value, mut at) = (0, 0, 0);
    while at < Kind::ALL.len() {
        let kind = Kind::ALL[at];
        if kind.is_ground() {
            ground |= 1 << (kind as u16);
        }
        if kind.is_value() {
            value |= 1 << (kind as u16);
        }
        at += 1;
    }
    (ground, value)
}

/// A card with what the order and the rules need of it, so that they look at the moment itself only to name it.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four independent answers about a card, read by name all over the rules")]
pub struct Placed<'a> {
    /// The moment.
    pub moment: &'a Arc<Moment>,
    /// Where it stands.
    pub position: Position,
    /// What it is and also covers.
    pub roles: Roles,
    /// The product it asks for.
    pub product: Option<ProductId>,
    /// Whether it asks.
    pub ask: bool,
    /// Whether it can be seen to be about the brand.
    pub brand: bool,
    /// Whether it is a segment inside the creator's own content.
    pub embedded: bool,
    /// Whether it counts as something given between two asks: also an ask that carries a story.
    pub gives: bool,
}

impl<'a> Placed<'a> {
    fn of(moment: &'a Arc<Moment>, position: Position) -> Self {
        let roles = Roles::of(moment);
        let ask = moment.is_ask();
        let embedded = moment.is_embedded();
        let gives = moment.kind == Kind::Organic || roles.value() || (ask && embedded);
        Self { moment, position, roles, product: moment.product, ask, brand: moment.is_brand(), embedded, gives }
    }

    /// Whether it can stand before an ask and prepare it: about the brand, no ask itself, with a ground or value role.
    #[must_use]
    pub fn is_run_up(&self) -> bool {
        self.brand && !self.ask && (self.roles.ground() || self.roles.value())
    }

    /// Whether it asks, and the whole piece is about that. A placement that nobody noted counts as the usual one.
    #[must_use]
    pub fn is_dedicated_ask(&self) -> bool {
        self.ask && !self.embedded
    }

    /// Whether it is still an idea or a draft.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        matches!(self.moment.status, Status::Idea | Status::Draft)
    }

    /// Whether its call to action is hard.
    #[must_use]
    pub fn is_hard(&self) -> bool {
        self.moment.cta == Some(Cta::Hard)
    }
}

/// Sorts by rank and id where few steps are enough for that; says whether it did.
fn nearly_sorted<T: Copy>(order: &mut [(u64, MomentId, T)]) -> bool {
    let mut steps = order.len() * 8;
    for from in 1..order.len() {
        let mut at = from;
        while at > 0 && (order[at].0, order[at].1) < (order[at - 1].0, order[at - 1].1) {
            if steps == 0 {
                return false;
            }
            steps -= 1;
            order.swap(at, at - 1);
            at -= 1;
        }
    }
    true
}

/// The cards of a lane in order. Cards that cannot be compared stand in groups: dates, relative days, order, undated.
#[derive(Clone, Debug)]
pub struct Sequence<'a> {
    /// Sorted by position; within one position by id, so that storage order never matters.
    pub cards: Vec<Placed<'a>>,
    /// Where the first ask stands in `cards`: the earliest with a day, else the earliest with an order position, else undated.
    pub first_ask: Option<usize>,
}

impl<'a> Sequence<'a> {
    /// The order of a lane.
    #[must_use]
    pub fn of(campaign: &Campaign, lane: &'a Lane) -> Self {
        let day_zero = campaign.anchor.as_ref().and_then(|anchor| anchor.date);
        // Each card is looked at once: of a long lane they lie all over the memory, and coming to them is most of the work.
        let (mut order, mut cards) = (Vec::with_capacity(lane.moments.len()), Vec::with_capacity(lane.moments.len()));
        let mut sorted = true;
        for (at, moment) in lane.moments.iter().enumerate() {
            let position = Position::at(day_zero, moment);
            let key = (position.rank(), moment.id, at);
            sorted &= order.last().is_none_or(|last| *last < key);
            order.push(key);
            cards.push(Placed::of(moment, position));
        }
        // Small keys are sorted instead of the cards, and cards are mostly stored nearly in order.
        if !sorted {
            if !nearly_sorted(&mut order) {
                order.sort_unstable_by_key(|(rank, id, _)| (*rank, *id));
            }
            cards = order.iter().filter_map(|(.., at)| cards.get(*at).copied()).collect();
        }
        let first_ask = cards.iter().position(|card| card.ask);
        Self { cards, first_ask }
    }

    /// The first ask.
    #[must_use]
    pub fn first(&self) -> Option<&Placed<'a>> {
        self.first_ask.and_then(|at| self.cards.get(at))
    }

    /// The cards with a day of the calendar or a relative day, in order.
    #[must_use = "an iterator does nothing until it is walked"]
    pub fn dated(&self) -> impl DoubleEndedIterator<Item = &Placed<'a>> {
        self.cards.iter().filter(|card| card.position.day_number().is_some())
    }

    /// Whether every card has an order position and none a date.
    #[must_use]
    pub fn is_order_only(&self) -> bool {
        !self.cards.is_empty() && self.cards.iter().all(|card| matches!(card.position, Position::Order(_)))
    }
}
