//! What a page shows, worked out from the campaign, what a search leaves, and who is switched off: days with their rows.
//!
//! Pure, and tested as text. It says what stands on which day and which stretches lie over the days of a week; it knows
//! nothing of room, so that what has none on the screen is still counted.

use std::collections::HashSet;
use std::sync::Arc;

use super::book::Book;
use super::page::Page;
use crate::analysis::deadlines::still_due;
use crate::model::{Campaign, Day, Lane, LaneId, Moment, MomentId};
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

impl Sheet {
    /// Works a page out.
    #[must_use]
    pub(super) fn of(campaign: &Campaign, book: &Book, sieve: &Sieve, hidden: &HashSet<LaneId>, page: Page) -> Self {
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
        let mut timed = false;
        for (lane_at, (lane, leaf)) in campaign.lanes.iter().zip(&book.leaves).enumerate() {
            let is_hidden = hidden.contains(&lane.id);
            let shows = |at: u32| {
                let moment = lane.moments.get(at as usize).filter(|_| !is_hidden);
                moment.is_some_and(|moment| sieve.shows(moment.id))
            };
            for dated in leaf.between(page.first(), page.last()) {
                sheet.all += 1;
                if !shows(dated.at) {
                    continue;
                }
                sheet.shown += 1;
                timed |= dated.time.is_some();
                if let Some(row) = page.at(dated.day).and_then(|at| sheet.days.get_mut(at)) {
                    row.cards.push(Item { lane: lane_at, at: dated.at as usize });
                }
            }
            // What is due here belongs to moments of the next days.
            for dated in leaf.between(page.first(), page.last().plus(LONGEST_LEAD)).iter().filter(|dated| shows(dated.at)) {
                let item = Item { lane: lane_at, at: dated.at as usize };
                let Some(moment) = lane.moments.get(item.at) else { continue };
                let (draft, approval) = still_due(campaign, moment);
                for (day, part) in [(draft, Part::Draft), (approval, Part::Approval)] {
                    if let Some(row) = day.and_then(|day| page.at(day)).and_then(|at| sheet.days.get_mut(at)) {
                        row.due.push((item, part));
                    }
                }
            }
            for (day, at) in leaf.notes_between(page.first(), page.last()).iter().filter(|_| !is_hidden) {
                if let Some(row) = page.at(*day).and_then(|at| sheet.days.get_mut(at)) {
                    row.notes.push(Item { lane: lane_at, at: *at as usize });
                }
            }
            let undated = leaf.undated.iter().filter(|at| shows(**at));
            sheet.undated.extend(undated.map(|at| Item { lane: lane_at, at: *at as usize }));
        }
        if timed {
            let time = |item: &Item| item.find(campaign).and_then(|(_, moment)| moment.time);
            for day in &mut sheet.days {
                day.cards.sort_by_key(time);
            }
        }
        sheet.lay_strips(campaign, book, hidden);
        sheet
    }

    fn lay_strips(&mut self, campaign: &Campaign, book: &Book, hidden: &HashSet<LaneId>) {
        for (at, phase) in campaign.phases.iter().enumerate() {
            self.lay(What::Phase(at), (phase.from, phase.to), true);
        }
        for (at, blackout) in campaign.blackouts.iter().enumerate() {
            self.lay(What::Blackout(at), (blackout.from, blackout.to), false);
        }
        for (lane_at, (lane, leaf)) in campaign.lanes.iter().zip(&book.leaves).enumerate() {
            if hidden.contains(&lane.id) {
                continue;
            }
            let from = leaf.quiet.partition_point(|quiet| quiet.from_day + quiet.days <= self.page.first().number());
            let last = self.page.last().number();
            let quiets = leaf.quiet.iter().skip(from).take_while(|quiet| quiet.from_day < last);
            for quiet in quiets {
                let day = |number: i32| Day::from_number(quiet.from_day + number);
                let what = What::Quiet { lane: lane_at, days: quiet.days, next: quiet.to_moment };
                self.lay(what, (day(1), day(quiet.days - 1)), false);
            }
        }
    }

    /// Lays a stretch over the weeks that it touches, in the first row that is free there.
    fn lay(&mut self, what: What, days: (Day, Day), behind: bool) {
        let (from, to) = (days.0.max(self.page.first()), days.1.min(self.page.last()));
        let (Some(first), Some(last)) = (self.page.at(from), self.page.at(to)) else { return };
        for week in first / 7..=last / 7 {
            let columns = (first.saturating_sub(week * 7), (last - week * 7).min(6));
            let meets = |strip: &&Strip| strip.week == week && strip.columns.0 <= columns.1 && columns.0 <= strip.columns.1;
            let strip = |row| Strip { what, days, week, columns, row };
            if behind && !self.phases.iter().any(|strip| meets(&strip)) {
                self.phases.push(strip(0));
                continue;
            }
            let taken: Vec<usize> = self.strips.iter().filter(meets).map(|strip| strip.row).collect();
            match (0..MOST_ROWS).find(|row| !taken.contains(row)) {
                Some(row) => self.strips.push(strip(row)),
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

/// The most days before its moment on which something is due.
const LONGEST_LEAD: i32 = crate::analysis::deadlines::DRAFT_DAYS + 2;

#[cfg(test)]
#[path = "data_tests.rs"]
mod tests;
