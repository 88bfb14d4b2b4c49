//! What rules build fixes with.

use super::Draft;
use super::days::{SEARCH, is_off};
use crate::analysis::order::Position;
use crate::check::facts::LaneFacts;
use crate::check::finding::Finding;
use crate::edit::{Edit, MomentChange, Place};
use crate::model::{Day, IdSource, Kind, LaneId, Moment, Status, When};
use crate::words::findings as say;

/// What rules build fixes with.
pub(in crate::check) struct Bench<'b> {
    pub(in crate::check) facts: &'b LaneFacts<'b>,
    pub(in crate::check) today: Option<Day>,
    ids: &'b mut IdSource,
}

/// Most cards that one fix moves: nobody can look over more.
pub(in crate::check) const MOST_MOVED: usize = 400;

impl<'b> Bench<'b> {
    pub(super) fn new(facts: &'b LaneFacts<'b>, today: Option<Day>, ids: &'b mut IdSource) -> Self {
        Self { facts, today, ids }
    }
}

impl Bench<'_> {
    /// The place of a finding's subject in the sequence.
    pub(in crate::check) fn subject(&self, finding: &Finding) -> Option<usize> {
        finding.subject().and_then(|id| self.facts.place(id))
    }

    /// The place in the sequence of the finding's n-th card.
    pub(in crate::check) fn nth(&self, finding: &Finding, n: usize) -> Option<usize> {
        finding.moments.get(n).and_then(|id| self.facts.place(*id))
    }

    /// A moment in time that many days from a card; in a lane that has only an order, just before or after it.
    pub(in crate::check) fn beside(&self, at: usize, days: i32) -> When {
        shift(self.facts.card(at).moment.when, days)
    }

    /// The free day nearest to that one, going in the direction of `step` (−1 earlier, 1 later): no weekend, no blackout, no
    /// other card of the lane, and going later not before today. Where none is near, the day itself.
    pub(in crate::check) fn free(&self, when: When, step: i32) -> When {
        let fits = |when: &When| self.is_free(*when) && (step < 0 || self.in_time(*when));
        (0..SEARCH).map(|n| shift(when, n * step)).find(fits).unwrap_or(when)
    }

    /// That moment in time or today, whichever is later, on a free day.
    pub(in crate::check) fn soon(&self, when: When) -> When {
        let late = self.facts.campaign.day_of(when).zip(self.today).map_or(0, |(day, today)| today.since(day));
        self.free(if late > 0 { shift(when, late) } else { when }, 1)
    }

    /// Whether nothing is published then: a weekend, or a blackout of the campaign.
    pub(in crate::check) fn is_blackout(&self, when: When) -> bool {
        self.day(when).is_some_and(|day| self.is_off(day))
    }

    fn is_free(&self, when: When) -> bool {
        let Some(position) = self.day(when) else { return true };
        !self.is_off(position) && self.standing_on(position).next().is_none()
    }

    fn day(&self, when: When) -> Option<Position> {
        let position = Position::from_when(self.day_zero(), when, None);
        position.day_number().map(|_| position)
    }

    fn is_off(&self, position: Position) -> bool {
        position.date().is_some_and(|day| is_off(self.facts.campaign, day))
    }

    /// Places of the cards of a day. The sequence is sorted, so they are found without looking at all of them.
    fn standing_on(&self, position: Position) -> impl Iterator<Item = usize> + '_ {
        let cards = &self.facts.sequence.cards;
        let from = cards.partition_point(|card| card.position < position);
        (from..cards.len()).take_while(move |at| cards.get(*at).is_some_and(|card| card.position.same_day(position)))
    }

    /// Midway between two cards on a free day between them; `None` where there is no day between. In an order, the place
    /// before the later card.
    pub(in crate::check) fn midway(&self, from: usize, to: usize) -> Option<When> {
        let (start, end) = (self.facts.card(from).moment.when, self.facts.card(to).moment.when);
        let Some(days) = self.facts.card(to).position.days_since(self.facts.card(from).position) else {
            return matches!(end, When::Order(_)).then(|| shift(end, -1));
        };
        if days < 2 {
            return None;
        }
        Some(self.free_between(shift(start, days / 2), start, end, &[]))
    }

    /// A free day as near as possible to `wish` and strictly between two others; the wish itself where there is none.
    pub(in crate::check) fn free_between(&self, wish: When, from: When, to: When, taken: &[When]) -> When {
        let day = |when: When| Position::from_when(self.day_zero(), when, None);
        let inside = |when: &When| day(*when) > day(from) && day(*when) < day(to);
        let near = (0..SEARCH).flat_map(|n| [moved_by(wish, n), moved_by(wish, -n)]);
        near.into_iter()
            .find(|when| inside(when) && !taken.contains(when) && self.is_free(*when) && self.in_time(*when))
            .unwrap_or(wish)
    }

    /// A free day before an ask, after the first run-up card where there is one, not before today, and none of `taken`.
    pub(in crate::check) fn before_ask(&self, ask: usize, taken: &[When]) -> Option<When> {
        let when = self.facts.card(ask).moment.when;
        if let When::Order(place) = when {
            return Some(When::Order(place.saturating_sub(1 + i32::try_from(taken.len()).unwrap_or(0))));
        }
        let free = |when: &When| !taken.contains(when) && self.is_free(*when) && self.in_time(*when);
        let wish = self.facts.run_up.earlier.first().and_then(|first| self.midway(*first, ask));
        // Two weeks before, as a run-up begins; the next cards four days apart, all of them nearer where there is less room.
        let start = (14 - 4 * i32::try_from(taken.len()).unwrap_or(0)).max(1);
        wish.filter(free).or_else(|| (1..=start).rev().map(|n| shift(when, -n)).find(free))
    }

    /// Midway between today and a card, or the day before it where there is no today.
    pub(in crate::check) fn between_today_and(&self, at: usize) -> Option<When> {
        let when = self.facts.card(at).moment.when;
        let (day, today) = self.facts.campaign.day_of(when).zip(self.today)?;
        let days = day.since(today);
        (days > 0).then(|| self.free(shift(when, -(days + 1) / 2), 1))
    }

    fn day_zero(&self) -> Option<Day> {
        self.facts.campaign.anchor.as_ref().and_then(|anchor| anchor.date)
    }

    /// Whether a moment in time is not before today.
    pub(in crate::check) fn in_time(&self, when: When) -> bool {
        self.facts.campaign.day_of(when).zip(self.today).is_none_or(|(day, today)| day >= today)
    }

    /// Adds an empty draft of a kind to the lane.
    pub(in crate::check) fn add(&mut self, kind: Kind, when: When) -> Edit {
        let moment = self.draft(kind, when);
        self.put(moment)
    }

    /// Adds an empty draft that plays the roles of a card of another lane.
    pub(in crate::check) fn outline(&mut self, of: &Moment, when: When) -> Edit {
        let mut moment = self.draft(of.kind, when);
        moment.covers.clone_from(&of.covers);
        moment.mentions_brand = of.mentions_brand;
        self.put(moment)
    }

    /// Copies a card of another lane into this one, with its words and its picture, as a draft. What it costs, who looks
    /// after it and how it asks belongs to the card it was copied from.
    pub(in crate::check) fn copy(&mut self, of: &Moment, when: When) -> Edit {
        let moment = Moment {
            covers: of.covers.clone(),
            title: of.title.clone(),
            platform: of.platform,
            format: of.format,
            hook: of.hook.clone(),
            audience_value: of.audience_value.clone(),
            shared_value: of.shared_value.clone(),
            must_say: of.must_say.clone(),
            cause: of.cause,
            proof: of.proof.clone(),
            image: of.image,
            notes: of.notes.clone(),
            links: of.links.clone(),
            ..self.draft(of.kind, when)
        };
        self.put(moment)
    }

    fn draft(&mut self, kind: Kind, when: When) -> Moment {
        let mut moment = Moment::new(self.ids.moment(), kind, crate::words::names::kind(kind.key()));
        moment.when = when;
        moment.status = Status::Draft;
        moment
    }

    /// Adds an empty draft of a kind to another lane.
    pub(in crate::check) fn add_to(&mut self, lane: LaneId, kind: Kind, when: When) -> Edit {
        Edit::AddMoment { place: Place::Lane(lane), moment: Box::new(self.draft(kind, when)) }
    }

    fn put(&self, moment: Moment) -> Edit {
        Edit::AddMoment { place: Place::Lane(self.facts.lane.id), moment: Box::new(moment) }
    }

    /// Moves a card in time.
    pub(in crate::check) fn moved(&self, at: usize, when: When) -> Edit {
        Edit::MoveMoment { id: self.facts.card(at).moment.id, to: Place::Lane(self.facts.lane.id), when }
    }

    /// Moves a card into the tray of ideas.
    pub(in crate::check) fn park(&self, at: usize) -> Draft {
        let moment = self.facts.card(at).moment;
        Draft::suggested(say::fix_park(), vec![Edit::MoveMoment { id: moment.id, to: Place::Tray, when: moment.when }])
    }

    /// Lets a card play one more role.
    pub(in crate::check) fn covers(&self, at: usize, role: Kind) -> Edit {
        let moment = self.facts.card(at).moment;
        let mut covers = moment.covers.clone();
        covers.push(role);
        Edit::SetMoment { id: moment.id, change: MomentChange::Covers(covers) }
    }

    /// Moves a card and every later card of the lane that is not published by the same number of days, at least so many
    /// ([`Self::days_later`] says how many), so that the distances stay. `None` where that would be hundreds of cards: nobody can
    /// look over such a step.
    pub(in crate::check) fn shifted_from(&self, at: usize, days: i32) -> Option<Vec<Edit>> {
        let cards = self.following(at);
        let days = self.shift_of(&cards, days);
        let edits = cards.iter().map(|place| self.moved(*place, moved_by(self.facts.card(*place).moment.when, days)));
        (cards.len() <= MOST_MOVED).then(|| edits.collect())
    }

    /// By how many days a card and what follows it move when they are to move by at least so many.
    pub(in crate::check) fn days_later(&self, at: usize, days: i32) -> i32 {
        self.shift_of(&self.following(at), days)
    }

    /// The smallest number of days, so many at least (earlier for a negative number), by which these cards can move together:
    /// none comes to stand on a weekend or in a blackout where it did not stand on one before, nor on a day with a card that
    /// stays. Four weeks on, where there is none, only the first of them is looked at.
    pub(in crate::check) fn shift_of(&self, cards: &[usize], days: i32) -> i32 {
        let step = if days < 0 { -1 } else { 1 };
        let stays = |at: &usize| cards.binary_search(at).is_err();
        let stands_well = |at: &usize, by: i32| {
            let card = self.facts.card(*at);
            let Some(day) = self.day(shift(card.moment.when, by)) else { return true };
            (!self.is_off(day) || self.is_off(card.position)) && self.standing_on(day).all(|other| !stays(&other))
        };
        let first = cards.get(..1).unwrap_or_default();
        let mut groups = [cards, first].into_iter();
        let near = |group: &[usize]| {
            (0..=SEARCH).map(|n| days.saturating_add(n * step)).find(|by| group.iter().all(|at| stands_well(at, *by)))
        };
        groups.find_map(near).unwrap_or(days)
    }

    /// A card and what comes after it in time, in order, without what is published.
    fn following(&self, at: usize) -> Vec<usize> {
        let from = self.facts.card(at).position;
        let cards = self.facts.sequence.cards.iter().enumerate();
        cards
            .filter(|(_, card)| card.position.same_kind(from) && !card.moment.is_published())
            .filter(|(place, card)| {
                *place == at
                    || (card.position > from && !card.position.same_day(from))
                    || (card.ask && card.position.same_day(from))
            })
            .map(|(place, _)| place)
            .take(MOST_MOVED + 1)
            .collect()
    }
}

/// A moment in time moved by days, an order position by as many places.
pub(in crate::check) fn moved_by(when: When, n: i32) -> When {
    match when {
        When::Order(place) => When::Order(place.saturating_add(n)),
        other => shift(other, n),
    }
}

/// A moment in time moved by days; an order position by one place in that direction.
pub(in crate::check) fn shift(when: When, days: i32) -> When {
    match when {
        When::On(day) => When::On(day.plus(days)),
        When::Relative(day) => When::Relative(day.saturating_add(days)),
        When::Order(place) => When::Order(place.saturating_add(days.signum())),
        When::Undated => When::Undated,
    }
}
