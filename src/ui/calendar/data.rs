//! What a page shows, worked out from the campaign and what a search and hidden lanes leave of it: days with their rows.
//!
//! Pure, and tested as text. It says what stands on which day and which stretches lie over the days of a week; it knows
//! nothing of room, so that what has none on the screen is still counted.

use std::sync::Arc;

use super::book::Book;
use super::page::Page;
use crate::model::{Campaign, Day, Lane, Moment, MomentId, Time};
use crate::ui::view::Sieve;

/// A moment by its place: the lane among the campaign's, the moment among the lane's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Item {
    /// The place of its lane.
    pub lane: usize,
    /// Its place there.
    pub at: usize,
}

impl Item {
    /// The lane and the moment.
    #[must_use]
    pub fn find(self, campaign: &Campaign) -> Option<(&Arc<Lane>, &Arc<Moment>)> {
        let lane = campaign.lanes.get(self.lane)?;
        Some((lane, lane.moments.get(self.at)?))
    }
}

/// What has to be ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The first draft.
    Draft,
    /// The approval.
    Approval,
}

/// A day.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DayRow {
    /// What comes on it, by time of day, then by lane.
    pub cards: Vec<Item>,
    /// What is due on it for moments of later days.
    pub due: Vec<(Item, Part)>,
    /// The notes that are pinned to it, by their places among those of their lanes.
    pub notes: Vec<Item>,
}

/// What a stretch of days is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// A phase, by its place among the campaign's.
    Phase(usize),
    /// Days on which nothing is published, by their place.
    Blackout(usize),
    /// Days without a moment of a lane.
    Quiet {
        /// The place of the lane.
        lane: usize,
        /// Days from the moment before to the one after.
        days: i32,
        /// The first moment after it.
        next: MomentId,
    },
}

/// A stretch over days of one week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strip {
    /// What it is.
    pub what: What,
    /// Its first and its last day, also where they lie in other weeks.
    pub days: (Day, Day),
    /// The week, from the top.
    pub week: usize,
    /// The first and the last column.
    pub columns: (usize, usize),
    /// Its row: stretches that share a day stand in different ones.
    pub row: usize,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Which days are seen.
    pub page: Page,
    /// One for each place of the page.
    pub days: Vec<DayRow>,
    /// The phases, which lie behind the numbers of the days: in each week those that do not share a day with another.
    pub phases: Vec<Strip>,
    /// All other stretches.
    pub strips: Vec<Strip>,
    /// Stretches of each week that have no row.
    pub beyond: Vec<Vec<What>>,
    /// Moments without a day.
    pub undated: Vec<Item>,
    /// Moments of the page, and those of them that are shown.
    pub all: usize,
    /// Those that are shown.
    pub shown: usize,
}

/// Most rows of stretches in a week.
pub const MOST_ROWS: usize = 3;

/// Which days of a week have a stretch, a bit each: behind their numbers, and in each row.
#[derive(Clone, Copy, Debug, Default)]
struct Taken {
    behind: u8,
    rows: [u8; MOST_ROWS],
}

impl Sheet {
    /// Works a page out.
    #[must_use]
    pub(super) fn of(campaign: &Campaign, book: &Book, sieve: &Sieve, page: Page) -> Self {
        let places = page.weeks() * 7;
        let mut sheet = Self {
            page,
            days: vec![DayRow::default(); places],
            phases: Vec::new(),
            strips: Vec::new(),
            beyond: vec![Vec::new(); page.weeks()],
            undated: Vec::new(),
            all: 0,
            shown: 0,
        };
        // With the times beside them, so that no moment has to be looked at to bring them in order.
        let mut cards: Vec<Vec<(Option<Time>, Item)>> = vec![Vec::new(); places];
        // Where the page begins and ends is worked out from the calendar: once, and not for each of its moments.
        let (first, last) = (page.first(), page.last());
        let place = |day: Day| usize::try_from(day.since(first)).ok();
        for (lane_at, (lane, leaf)) in campaign.lanes.iter().zip(&book.leaves).enumerate() {
            let dated = leaf.between(first, last);
            sheet.all += dated.len();
            if sieve.hides(lane.id) {
                continue;
            }
            let item = |at: u32| Item { lane: lane_at, at: at as usize };
            let shows = |at: u32| sieve.is_open() || lane.moments.get(at as usize).is_some_and(|moment| sieve.shows(moment.id));
            for dated in dated.iter().filter(|dated| shows(dated.at)) {
                sheet.shown += 1;
                if let Some(row) = place(dated.day).and_then(|at| cards.get_mut(at)) {
                    row.push((dated.time, item(dated.at)));
                }
            }
            for (day, at, part) in leaf.due(first, last).iter().filter(|(_, at, _)| shows(*at)) {
                if let Some(row) = place(*day).and_then(|at| sheet.days.get_mut(at)) {
                    row.due.push((item(*at), *part));
                }
            }
            let shows_note = |at: u32| lane.notes.get(at as usize).is_some_and(|note| sieve.shows_note(note.id));
            for (day, at) in leaf.notes_between(first, last).iter().filter(|(_, at)| shows_note(*at)) {
                if let Some(row) = place(*day).and_then(|at| sheet.days.get_mut(at)) {
                    row.notes.push(item(*at));
                }
            }
            sheet.undated.extend(leaf.undated.iter().filter(|at| shows(**at)).map(|at| item(*at)));
        }
        for (row, mut cards) in sheet.days.iter_mut().zip(cards) {
            cards.sort_by_key(|(time, _)| *time);
            row.cards = cards.into_iter().map(|(_, item)| item).collect();
        }
        sheet.lay_strips(campaign, book, sieve);
        sheet
    }

    fn lay_strips(&mut self, campaign: &Campaign, book: &Book, sieve: &Sieve) {
        let mut taken = vec![Taken::default(); self.page.weeks()];
        for (at, phase) in campaign.phases.iter().enumerate() {
            self.lay(&mut taken, What::Phase(at), (phase.from, phase.to), true);
        }
        for (at, blackout) in campaign.blackouts.iter().enumerate() {
            self.lay(&mut taken, What::Blackout(at), (blackout.from, blackout.to), false);
        }
        let (first, last) = (self.page.first().number(), self.page.last().number());
        for (lane_at, (lane, leaf)) in campaign.lanes.iter().zip(&book.leaves).enumerate() {
            if sieve.hides(lane.id) {
                continue;
            }
            let from = leaf.quiet.partition_point(|quiet| quiet.from_day + quiet.days <= first);
            let quiets = leaf.quiet.iter().skip(from).take_while(|quiet| quiet.from_day < last);
            for quiet in quiets {
                let day = |number: i32| Day::from_number(quiet.from_day + number);
                let what = What::Quiet { lane: lane_at, days: quiet.days, next: quiet.to_moment };
                self.lay(&mut taken, what, (day(1), day(quiet.days - 1)), false);
            }
        }
    }

    /// Lays a stretch over the weeks that it touches, in the first row that is free there.
    fn lay(&mut self, taken: &mut [Taken], what: What, days: (Day, Day), behind: bool) {
        let (from, to) = (days.0.max(self.page.first()), days.1.min(self.page.last()));
        let (Some(first), Some(last)) = (self.page.at(from), self.page.at(to)) else { return };
        for week in first / 7..=last / 7 {
            let Some(taken) = taken.get_mut(week) else { continue };
            let columns = (first.saturating_sub(week * 7), (last - week * 7).min(6));
            let days_of_it: u8 = (columns.0..=columns.1).map(|column| 1 << column).sum();
            let strip = |row| Strip { what, days, week, columns, row };
            if behind && taken.behind & days_of_it == 0 {
                taken.behind |= days_of_it;
                self.phases.push(strip(0));
                continue;
            }
            match (0..MOST_ROWS).find(|row| taken.rows[*row] & days_of_it == 0) {
                Some(row) => {
                    taken.rows[row] |= days_of_it;
                    self.strips.push(strip(row));
                }
                None => self.beyond[week].push(what),
            }
        }
    }

    /// How many rows the stretches of a week take.
    #[must_use]
    pub fn rows_of(&self, week: usize) -> usize {
        self.strips.iter().filter(|strip| strip.week == week).map(|strip| strip.row + 1).max().unwrap_or(0)
    }

    /// What stands on a day of the page.
    #[must_use]
    pub fn day(&self, day: Day) -> Option<&DayRow> {
        self.days.get(self.page.at(day)?)
    }
}

#[cfg(test)]
#[path = "data_tests.rs"]
mod tests;
