//! Where the keyboard leads in the calendar: from day to day, and on a day from moment to moment.
//!
//! Left and right go a day on, up and down through the moments of a day and from there to the week before or after. A day
//! without moments is a stop, too: that is where the next one may be wanted.

use super::CalendarState;
use super::data::Item;
use crate::model::{Campaign, Day, Index, LaneId, MomentId};
use crate::ui::view::{Selection, Stop, Way};

/// What is shown of a day, in the order in which it stands there.
fn cards_on(state: &CalendarState, campaign: &Campaign, day: Day) -> Vec<(LaneId, MomentId)> {
    between_days(state, campaign, day, day)
}

/// What is shown of the days from one to another, in reading order.
fn between_days(state: &CalendarState, campaign: &Campaign, from: Day, to: Day) -> Vec<(LaneId, MomentId)> {
    let mut found = Vec::new();
    for (lane_at, (lane, leaf)) in campaign.lanes.iter().zip(&state.book.leaves).enumerate() {
        if state.sieve().is_some_and(|sieve| sieve.hides(lane.id)) {
            continue;
        }
        for dated in leaf.between(from, to) {
            let Some(moment) = lane.moments.get(dated.at as usize) else { continue };
            if state.sieve().is_none_or(|sieve| sieve.shows(moment.id)) {
                found.push(((dated.day, dated.time, lane_at), (lane.id, moment.id)));
            }
        }
    }
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().map(|(_, card)| card).collect()
}

/// Where the keyboard is: a day, and a moment on it.
fn here(state: &CalendarState, campaign: &Campaign, selection: &Selection) -> Option<(Day, Option<MomentId>)> {
    if let Some(day) = state.at {
        return Some((day, None));
    }
    let id = selection.cursor.or(selection.primary())?;
    let (lane, moment) = campaign.moment(id)?;
    Some((campaign.day_of(lane.map(|_| moment.when)?)?, Some(id)))
}

fn stop(state: &CalendarState, campaign: &Campaign, day: Day, last: bool) -> Stop {
    let cards = cards_on(state, campaign, day);
    let card = if last { cards.last() } else { cards.first() };
    card.map_or(Stop::Day(day), |(lane, id)| Stop::Card(*lane, *id))
}

/// Where a step leads.
pub(super) fn beside(state: &CalendarState, campaign: &Campaign, selection: &Selection, way: Way) -> Option<Stop> {
    let Some((day, card)) = here(state, campaign, selection) else {
        // Without anything in use every key leads to the first thing on the page.
        let sheet = state.last_sheet()?;
        let first = sheet.days.iter().flat_map(|day| &day.cards).next();
        let first = first.and_then(|item: &Item| item.find(campaign));
        return Some(first.map_or(Stop::Day(sheet.page.from()), |(lane, moment)| Stop::Card(lane.id, moment.id)));
    };
    let cards = cards_on(state, campaign, day);
    let at = card.and_then(|card| cards.iter().position(|(_, id)| *id == card));
    let on_day = |at: usize| cards.get(at).map(|(lane, id)| Stop::Card(*lane, *id));
    Some(match way {
        Way::Back => stop(state, campaign, day.plus(-1), false),
        Way::On => stop(state, campaign, day.plus(1), false),
        Way::Up => match at.and_then(|at| at.checked_sub(1)).and_then(on_day) {
            Some(stop) => stop,
            None => stop(state, campaign, day.plus(-7), true),
        },
        Way::Down => match on_day(at.map_or(0, |at| at + 1)) {
            Some(stop) => stop,
            None => stop(state, campaign, day.plus(7), false),
        },
    })
}

impl CalendarState {
    /// The next moment that way, over days that have none.
    #[must_use]
    pub fn next_card(&self, campaign: &Campaign, selection: &Selection, way: Way) -> Option<(LaneId, MomentId)> {
        if let Stop::Card(lane, id) = beside(self, campaign, selection, way)? {
            return Some((lane, id));
        }
        let (day, _) = here(self, campaign, selection)?;
        let back = matches!(way, Way::Back | Way::Up);
        // Of each lane the nearest days are looked at until one of them shows something.
        let mut from = day;
        loop {
            let leaves = self.book.leaves.iter();
            let next = if back {
                leaves
                    .filter_map(|leaf| leaf.dated[..leaf.dated.partition_point(|dated| dated.day < from)].last())
                    .map(|d| d.day)
                    .max()
            } else {
                leaves
                    .filter_map(|leaf| leaf.dated.get(leaf.dated.partition_point(|dated| dated.day <= from)))
                    .map(|d| d.day)
                    .min()
            }?;
            let cards = cards_on(self, campaign, next);
            if let Some(card) = if back { cards.last() } else { cards.first() } {
                return Some(*card);
            }
            from = next;
        }
    }

    /// Everything that is shown from one moment to another, the other one last.
    #[must_use]
    pub fn between(&self, campaign: &Campaign, index: &Index, from: MomentId, to: MomentId) -> Vec<MomentId> {
        let day = |id: MomentId| {
            let ids = [id];
            let (_, moment) = index.in_lanes(campaign, &ids).next()?;
            campaign.day_of(moment.when)
        };
        let (Some(a), Some(b)) = (day(from), day(to)) else { return vec![to] };
        let all: Vec<MomentId> = between_days(self, campaign, a.min(b), a.max(b)).into_iter().map(|(_, id)| id).collect();
        let place = |id: MomentId| all.iter().position(|other| *other == id);
        let (Some(a), Some(b)) = (place(from), place(to)) else { return vec![to] };
        let mut found = all[a.min(b)..=a.max(b)].to_vec();
        found.retain(|id| *id != to);
        found.push(to);
        found
    }
}
