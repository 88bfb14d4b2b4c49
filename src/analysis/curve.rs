//! The relationship curve: how far a creator's followers are prepared for an ask of this brand.
//!
//! A planning estimate between 0 and 1 for the eye. It is not trust, not measured and not a forecast, and no rule
//! looks at it. It knows only the dated cards of one lane, never other lanes, reach or what the cards say.
//!
//! * **Start.** The prior of the relationship's status on the start day: the day last visible, else the campaign's
//!   start, else the first card. A card before that day moves the start to itself, because nothing on a plan may
//!   stand before its curve. The status counts as it is recorded, also where a rule asks for its evidence.
//! * **Silence.** From `grace` days after the last card that shows the brand without asking (before the first one:
//!   after the start) the part above the floor halves every `half_life` days. An ask does not end a silence, nor does
//!   an organic card that does not name the brand.
//! * **Give.** Cards that do not ask close a share of the gap to 1: the largest `gain · quality` of the day, once a
//!   day. Roles a card also covers count, so an announcement that explains the values gains like a values story.
//! * **Quality.** One, less a quarter for each of these that is *explicitly* unmet: a shared value that is set but not
//!   among both lists of values, when both have entries (linked words count as equal); the brand has the last word.
//!   What is unset is never unmet: an empty list of audience values says that nobody noted one, not that there is none.
//! * **Ask.** One weight per product and day, the largest; asks that name no product count as one product. A call to
//!   action that is unset counts as soft. An ask on an empty relationship costs more than it holds: the overdraft.
//! * **One day.** Where times do not decide, asks come first. Where times put a gift before an ask it is there when
//!   the ask comes. The day's gifts together still close only the largest share.

use std::ops::Range;
use std::sync::Arc;

use crate::model::{
    Brand, Campaign, Control, Creator, Cta, Kind, Lane, Moment, MomentId, ProductId, RelationshipStatus, same_word,
};

use super::axis::{Axis, Dated, dated};
use super::scale::PlanEnd;

/// Every number the curve rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Constants {
    /// Prior of a new relationship. Priors are ordinal only; established sits above ready with room to lose.
    pub prior_new: f64,
    /// Prior of a warm relationship.
    pub prior_warm: f64,
    /// Prior of an established relationship.
    pub prior_established: f64,
    /// Prior of an owner.
    pub prior_owner: f64,
    /// Share of the gap closed by origin, values, community, story, engage, event, impact and repair: equal, because no
    /// evidence ranks them.
    pub gain_value: f64,
    /// Share closed by an announcement, which says rather than gives.
    pub gain_announcement: f64,
    /// Share closed by a teaser or an organic card.
    pub gain_light: f64,
    /// What quality loses for each condition that is explicitly unmet.
    pub unmet: f64,
    /// Ready to ask. Calibrated: announcement, values and community clear it, any two of them do not.
    pub ready: f64,
    /// What an ask of weight 1 costs above ready.
    pub cost: f64,
    /// What it costs more for each unit below ready.
    pub cost_below: f64,
    /// Weight of an ask without a call to action.
    pub weight_none: f64,
    /// Weight of a soft ask.
    pub weight_soft: f64,
    /// Weight of a hard ask.
    pub weight_hard: f64,
    /// Days of silence before forgetting starts.
    pub grace: f64,
    /// Days in which the part above the floor halves.
    pub half_life: f64,
}

/// The constants of the product.
pub const CONSTANTS: Constants = Constants {
    prior_new: 0.05,
    prior_warm: 0.20,
    prior_established: 0.60,
    prior_owner: 0.60,
    gain_value: 0.20,
    gain_announcement: 0.10,
    gain_light: 0.05,
    unmet: 0.25,
    ready: 0.40,
    cost: 0.06,
    cost_below: 0.25,
    weight_none: 0.5,
    weight_soft: 1.0,
    weight_hard: 1.5,
    grace: 21.0,
    half_life: 60.0,
};

impl Constants {
    /// Where a relationship of that status starts.
    #[must_use]
    pub fn prior(&self, status: RelationshipStatus) -> f64 {
        match status {
            RelationshipStatus::New => self.prior_new,
            RelationshipStatus::Warm => self.prior_warm,
            RelationshipStatus::Established => self.prior_established,
            RelationshipStatus::Owner => self.prior_owner,
        }
    }

    /// The share a card closes before quality: the largest of its roles.
    pub(super) fn gain(&self, moment: &Moment) -> f64 {
        let of = |kind: Kind| match kind {
            Kind::Announcement => self.gain_announcement,
            Kind::Teaser | Kind::Organic => self.gain_light,
            Kind::Product | Kind::Offer => 0.0,
            _ => self.gain_value,
        };
        // An organic card that names the brand also plays origin and story.
        let own = if moment.plays(Kind::Origin) { self.gain_value } else { of(moment.kind) };
        moment.covers.iter().map(|&kind| of(kind)).fold(own, f64::max)
    }

    /// The weight of one ask.
    pub(super) fn weight(&self, moment: &Moment) -> f64 {
        let weight = match moment.cta {
            Some(Cta::None) => self.weight_none,
            None | Some(Cta::Soft) => self.weight_soft,
            Some(Cta::Hard) => self.weight_hard,
        };
        if moment.is_embedded() || moment.has_value_role() { weight / 2.0 } else { weight }
    }
}

/// The bands of the axis; their names are all that is shown of the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// Below 0.20.
    Strangers,
    /// Below 0.40.
    Introduced,
    /// From 0.40: ready to ask.
    Trusted,
    /// From 0.70.
    Committed,
}

impl Band {
    /// Every band with its lower edge, from the bottom.
    pub const EDGES: [(Self, f64); 4] =
        [(Self::Strangers, 0.0), (Self::Introduced, 0.20), (Self::Trusted, 0.40), (Self::Committed, 0.70)];

    /// The band of a value.
    #[must_use]
    pub fn of(value: f64) -> Self {
        Self::EDGES.iter().rev().find(|(_, edge)| value >= *edge).map_or(Self::Strangers, |(band, _)| *band)
    }

    /// Whether an ask is prepared for.
    #[must_use]
    pub fn is_ready(self) -> bool {
        self >= Self::Trusted
    }
}

/// Why the curve moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cause {
    /// Cards gave something.
    Given {
        /// The share of the gap to 1 that they closed, 0 when another card of the day had closed as much.
        share: f64,
        /// How far the curve rose.
        amount: f64,
    },
    /// Cards asked.
    Asked {
        /// The weights of the products asked for, summed.
        weight: f64,
        /// What it cost.
        cost: f64,
        /// The part of the cost that was not there.
        overdraft: f64,
    },
    /// Nobody showed the brand.
    Quiet {
        /// Days since the last card that showed the brand without asking, or since the start.
        days: i32,
        /// How far the curve fell since the step before.
        amount: f64,
    },
}

/// One move of the curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The day on the curve's axis; for a silence the day on which it was noticed.
    pub day: i32,
    /// The value before.
    pub before: f64,
    /// The value after.
    pub after: f64,
    /// What caused it.
    pub cause: Cause,
    moments: Range<usize>,
}

/// The values around one card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Around {
    /// The card's day on the curve's axis.
    pub day: i32,
    /// The value just before it: what an ask meets.
    pub before: f64,
    /// The value just after it.
    pub after: f64,
    /// How much more it cost than there was; 0 for everything but an ask on empty.
    pub overdraft: f64,
}

/// The start, or a day with cards: from here to the next one the value follows a closed form.
#[derive(Clone, Copy, Debug)]
struct Knot {
    day: i32,
    before: f64,
    after: f64,
    /// The day from which silence counts.
    seen: i32,
}

/// The curve of one lane.
#[derive(Clone, Debug)]
pub struct Curve {
    axis: Axis,
    floor: f64,
    constants: Constants,
    /// Never empty, by day.
    knots: Vec<Knot>,
    steps: Vec<Step>,
    moments: Vec<MomentId>,
    /// For each card its step, by id.
    places: Vec<(MomentId, usize)>,
}

/// The curve of a lane; `None` for slot, brand and community lanes and for a lane without any card that has a day.
#[must_use]
pub fn curve(campaign: &Campaign, lane: &Lane) -> Option<Curve> {
    curve_with(campaign, lane, &CONSTANTS)
}

/// The curve of a lane with other constants, to see how far it depends on them.
#[must_use]
pub fn curve_with(campaign: &Campaign, lane: &Lane, constants: &Constants) -> Option<Curve> {
    if !lane.is_creator() || lane.is_slot() {
        return None;
    }
    let axis = Axis::of_lane(campaign, lane)?;
    let mut cards = dated(campaign, lane, axis);
    let first = cards.first()?.day;
    let fixed = match axis {
        Axis::Calendar => lane.relationship.last_visible.or(campaign.start).map(crate::model::Day::number),
        Axis::DayNumbers => None,
    };
    let start = fixed.map_or(first, |day| day.min(first));
    let values = Values::of(campaign, lane);
    let prior = constants.prior(lane.relationship.status);
    let mut curve = Curve {
        axis,
        floor: prior / 2.0,
        constants: *constants,
        knots: Vec::with_capacity(cards.len() + 1),
        steps: Vec::with_capacity(cards.len() + 1),
        moments: Vec::with_capacity(cards.len()),
        places: Vec::with_capacity(cards.len()),
    };
    curve.knots.push(Knot { day: start, before: prior, after: prior, seen: start });
    for day in cards.chunk_by_mut(|a, b| a.day == b.day) {
        curve.add_day(day, &values);
    }
    curve.places.sort_unstable();
    Some(curve)
}

/// Both sides' values, for the quality of a card.
pub(super) struct Values<'a> {
    lane: &'a Lane,
    brand: Option<&'a Arc<Brand>>,
    creator: Option<&'a Arc<Creator>>,
}

impl<'a> Values<'a> {
    pub(super) fn of(campaign: &'a Campaign, lane: &'a Lane) -> Self {
        Self { lane, brand: campaign.brand_of(lane), creator: campaign.creator_of(lane) }
    }

    /// How many conditions of quality a card leaves explicitly unmet.
    fn unmet(&self, moment: &Moment) -> u8 {
        u8::from(self.names_other(moment)) + u8::from(Self::is_scripted(moment))
    }

    /// Whether the value that a card names as shared is not one that both have.
    pub(super) fn names_other(&self, moment: &Moment) -> bool {
        moment.shared_value.as_deref().is_some_and(|value| self.is_not_shared(value))
    }

    /// Whether the brand has the last word on a card.
    pub(super) fn is_scripted(moment: &Moment) -> bool {
        moment.creative_control == Some(Control::Brand)
    }

    fn is_not_shared(&self, value: &str) -> bool {
        let (Some(brand), Some(creator)) = (self.brand, self.creator) else { return false };
        if value.trim().is_empty() || brand.values.is_empty() || creator.values.is_empty() {
            return false;
        }
        let links = &self.lane.value_links;
        let has = |list: &[String], word: &str| list.iter().any(|entry| same_word(entry, word));
        let at_creator = has(&creator.values, value)
            || links.iter().any(|link| same_word(&link.brand, value) && has(&creator.values, &link.creator));
        let at_brand = has(&brand.values, value)
            || links.iter().any(|link| same_word(&link.creator, value) && has(&brand.values, &link.brand));
        !(at_creator && at_brand)
    }
}

impl Curve {
    /// Adds the cards of one day; days come in their order.
    fn add_day(&mut self, cards: &mut [Dated<'_>], values: &Values<'_>) {
        let Some(day) = cards.first().map(|card| card.day) else { return };
        let knot = self.last_knot();
        let before = self.faded(&knot, f64::from(day));
        if before < knot.after {
            let days = day.saturating_sub(knot.seen);
            let cause = Cause::Quiet { days, amount: knot.after - before };
            let none = self.moments.len()..self.moments.len();
            self.steps.push(Step { day, before: knot.after, after: before, cause, moments: none });
        }
        // Asks without a time come before everything, gifts without a time after everything, the rest by its time.
        cards.sort_by_key(|card| match (card.time, card.moment.is_ask()) {
            (None, true) => (0, 0, false),
            (Some(time), ask) => (1, time.minutes(), !ask),
            (None, false) => (2, 0, true),
        });
        let mut value = before;
        let mut given = 0.0;
        let mut asked: Vec<(Option<ProductId>, f64)> = Vec::new();
        for block in cards.chunk_by(|a, b| a.moment.is_ask() == b.moment.is_ask()) {
            let (cause, after) = if block.iter().all(|card| card.moment.is_ask()) {
                self.ask(value, block, &mut asked)
            } else {
                self.give(value, block, &mut given, values)
            };
            let from = self.moments.len();
            for card in block {
                self.moments.push(card.moment.id);
                self.places.push((card.moment.id, self.steps.len()));
            }
            self.steps.push(Step { day, before: value, after, cause, moments: from..self.moments.len() });
            value = after;
        }
        let shown = cards.iter().any(|card| !card.moment.is_ask() && card.moment.is_brand());
        let seen = if shown { day } else { knot.seen };
        let knot = Knot { day, before, after: value, seen };
        match self.knots.last_mut() {
            Some(last) if last.day == day => *last = knot,
            _ => self.knots.push(knot),
        }
    }

    /// One step of gifts: brings what the day has closed of the gap up to the largest share so far.
    fn give(&self, value: f64, block: &[Dated<'_>], given: &mut f64, values: &Values<'_>) -> (Cause, f64) {
        let quality = |moment: &Moment| 1.0 - self.constants.unmet * f64::from(values.unmet(moment));
        let largest = block.iter().map(|card| self.constants.gain(card.moment) * quality(card.moment)).fold(*given, f64::max);
        // Without an ask in between, two steps of a day close exactly what one of the larger share would.
        let share = (largest - *given) / (1.0 - *given);
        *given = largest;
        let amount = share * (1.0 - value);
        (Cause::Given { share, amount }, (value + amount).min(1.0))
    }

    /// One step of asks: each product counts with what its weight exceeds that already asked for on this day.
    fn ask(&self, value: f64, block: &[Dated<'_>], asked: &mut Vec<(Option<ProductId>, f64)>) -> (Cause, f64) {
        let mut weight = 0.0;
        for card in block {
            let own = self.constants.weight(card.moment);
            let product = card.moment.product;
            match asked.iter_mut().find(|(known, _)| *known == product) {
                Some((_, largest)) if own > *largest => {
                    weight += own - *largest;
                    *largest = own;
                }
                Some(_) => {}
                None => {
                    weight += own;
                    asked.push((product, own));
                }
            }
        }
        let constants = &self.constants;
        let cost = weight * (constants.cost + constants.cost_below * (constants.ready - value).max(0.0));
        let overdraft = (cost - value).max(0.0);
        (Cause::Asked { weight, cost, overdraft }, (value - cost).max(0.0))
    }

    fn last_knot(&self) -> Knot {
        // The start is pushed before anything else, so the fallback is never used.
        self.knots.last().copied().unwrap_or(Knot { day: 0, before: 0.0, after: 0.0, seen: 0 })
    }

    /// Days of silence past the grace on a day.
    fn silence(&self, seen: i32, day: f64) -> f64 {
        (day - f64::from(seen) - self.constants.grace).max(0.0)
    }

    /// The value that a knot has come to by a later day.
    fn faded(&self, knot: &Knot, day: f64) -> f64 {
        if knot.after <= self.floor {
            return knot.after;
        }
        let silence = self.silence(knot.seen, day) - self.silence(knot.seen, f64::from(knot.day));
        if silence <= 0.0 {
            return knot.after;
        }
        self.floor + (knot.after - self.floor) * (-silence / self.constants.half_life).exp2()
    }

    /// The axis the days of this curve are counted on.
    #[must_use]
    pub fn axis(&self) -> Axis {
        self.axis
    }

    /// The day the curve starts on, and the value there before any card.
    #[must_use]
    pub fn start(&self) -> (i32, f64) {
        self.knots.first().map_or((0, 0.0), |knot| (knot.day, knot.before))
    }

    /// The last day with a card.
    #[must_use]
    pub fn last_day(&self) -> i32 {
        self.last_knot().day
    }

    /// Every move, in its order.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The cards that caused a step; none for a silence.
    #[must_use]
    pub fn moments_of(&self, step: &Step) -> &[MomentId] {
        self.moments.get(step.moments.clone()).unwrap_or_default()
    }

    /// The asks that cost more than there was.
    pub fn overdrafts(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| matches!(step.cause, Cause::Asked { overdraft, .. } if overdraft > 0.0))
    }

    /// The step that a card caused, alone or with others of its day.
    #[must_use]
    pub fn step_of(&self, moment: MomentId) -> Option<&Step> {
        let at = self.places.binary_search_by_key(&moment, |(id, _)| *id).ok()?;
        self.steps.get(self.places.get(at)?.1)
    }

    /// The values around a card; `None` for a card that does not move the curve because it has no day.
    #[must_use]
    pub fn around(&self, moment: MomentId) -> Option<Around> {
        let step = self.step_of(moment)?;
        let overdraft = if let Cause::Asked { overdraft, .. } = step.cause { overdraft } else { 0.0 };
        Some(Around { day: step.day, before: step.before, after: step.after, overdraft })
    }

    /// The last day with a card up to a day (or the start), the value after it, and the day from which silence counts there.
    pub(super) fn rests_on(&self, day: i32) -> Option<(i32, f64, i32)> {
        let after = self.knots.partition_point(|knot| knot.day <= day);
        let knot = after.checked_sub(1).and_then(|at| self.knots.get(at))?;
        Some((knot.day, knot.after, knot.seen))
    }

    /// The floor that silence never falls below.
    #[must_use]
    pub fn floor(&self) -> f64 {
        self.floor
    }

    /// The value at the end of a day, after its cards; before the start, the value at the start.
    #[must_use]
    pub fn value(&self, day: i32) -> f64 {
        self.value_at(f64::from(day))
    }

    /// The value at any moment between days; on a whole day the value after its cards.
    #[must_use]
    pub fn value_at(&self, day: f64) -> f64 {
        let after = self.knots.partition_point(|knot| f64::from(knot.day) <= day);
        match after.checked_sub(1).and_then(|at| self.knots.get(at)) {
            Some(knot) => self.faded(knot, day),
            None => self.start().1,
        }
    }

    /// The band at the end of a day.
    #[must_use]
    pub fn band(&self, day: i32) -> Band {
        Band::of(self.value(day))
    }

    /// The day on which this curve is read when the plan ends: never before its own last card, which may just be on its way
    /// beyond that end.
    #[must_use]
    pub fn ends_on(&self, end: PlanEnd) -> i32 {
        end.on(self.axis).map_or(self.last_day(), |day| day.max(self.last_day()))
    }

    /// The band when the plan ends. Every view and every format says this one.
    #[must_use]
    pub fn ends_in(&self, end: PlanEnd) -> Band {
        self.band(self.ends_on(end))
    }

    /// Points of a line from one day to another (inclusive), in order, for drawing. Cards make two points on one day,
    /// before and after; in between, a point at most every `every` days while the value falls, none while it rests.
    /// Costs what lies between the two days.
    #[must_use]
    pub fn samples(&self, from: f64, to: f64, every: f64) -> Vec<(f64, f64)> {
        let mut points = Vec::new();
        if from.is_nan() || to.is_nan() || from > to {
            return points;
        }
        let every = if every > 0.0 { every } else { 1.0 };
        let (start, prior) = self.start();
        let mut at = from;
        if at < f64::from(start) {
            points.push((at, prior));
            at = f64::from(start).min(to);
            if at < f64::from(start) {
                points.push((at, prior));
                return points;
            }
        }
        let mut next = self.knots.partition_point(|knot| f64::from(knot.day) < at);
        if self.knots.get(next).is_none_or(|knot| f64::from(knot.day) > at) {
            points.push((at, self.value_at(at)));
        }
        loop {
            let knot = self.knots.get(next).filter(|knot| f64::from(knot.day) <= to);
            let until = knot.map_or(to, |knot| f64::from(knot.day));
            if let Some(before) = next.checked_sub(1).and_then(|at| self.knots.get(at)) {
                self.sample_fall(before, at, until, every, &mut points);
            }
            let Some(knot) = knot else { break };
            points.push((until, knot.before));
            points.push((until, knot.after));
            at = until;
            next += 1;
        }
        if points.last().is_none_or(|(day, _)| *day < to) {
            points.push((to, self.value_at(to)));
        }
        points
    }

    /// The points strictly between two days of one stretch, where the value falls.
    fn sample_fall(&self, knot: &Knot, from: f64, to: f64, every: f64, points: &mut Vec<(f64, f64)>) {
        if knot.after <= self.floor {
            return;
        }
        let turn = f64::from(knot.seen) + self.constants.grace;
        let mut count = 0.0;
        let first = from.max(turn);
        if first > from && first < to {
            points.push((first, self.faded(knot, first)));
        }
        loop {
            count += 1.0;
            let day = first + count * every;
            if day >= to || day.is_nan() {
                break;
            }
            let value = self.faded(knot, day);
            points.push((day, value));
            // Where nothing more can be seen the line is straight.
            if value - self.floor < 1e-4 {
                break;
            }
        }
    }
}
