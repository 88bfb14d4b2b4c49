//! Which rows the table has and in which order, without drawing it. Never knows a window: a plan, what a search leaves of it, a
//! sort and a group give lines.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

use super::column::Column;
use super::layout::{Group, TableLayout};
use super::ranked::{Ranked, Seen};
use crate::analysis::totals::{Amounts, Balance};
use crate::model::{
    Campaign, Compensation, Control, Cta, Day, Format, Kind, Lane, Moment, MomentId, Money, Placement, Platform, Status, When,
};
use crate::ui::view::{Derived, Mark, Sieve};
use crate::words::{names, table_view as say, window};

/// Where a moment stands: the place of its lane, `None` for the tray, and its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stand {
    pub(super) lane: Option<u32>,
    at: u32,
}

impl Stand {
    pub(super) fn new(lane: Option<usize>, at: usize) -> Self {
        let number = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        Self { lane: lane.map(number), at: number(at) }
    }

    /// The place of its lane.
    pub(super) fn lane_at(self) -> Option<usize> {
        usize::try_from(self.lane?).ok()
    }
}

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The head of a group, by its place among the heads.
    Head(u32),
    /// A moment.
    Moment(Stand),
}

/// A moment with where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The place of its lane among the campaign's.
    pub lane_at: Option<usize>,
    /// Its lane; an idea of the tray has none.
    pub lane: Option<&'a Arc<Lane>>,
    /// The moment.
    pub moment: &'a Arc<Moment>,
}

/// What is counted of rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Moments.
    pub moments: usize,
    /// Those that give the audience something, and those that ask.
    pub balance: Balance,
    /// What they cost.
    pub fees: Amounts,
}

impl Sums {
    pub(super) fn of<'a>(moments: impl Iterator<Item = &'a Moment> + Clone) -> Self {
        Self { moments: moments.clone().count(), balance: Balance::of(moments.clone()), fees: Amounts::of(moments) }
    }

    /// Adds what is counted of other rows.
    pub(super) fn add(&mut self, others: &Self) {
        self.moments += others.moments;
        self.balance.give += others.balance.give;
        self.balance.ask += others.balance.ask;
        self.fees.add_all(&others.fees);
    }
}

/// The lines of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// From top to bottom.
    pub lines: Vec<Line>,
    /// The heads of groups: what they are called, and what is counted of their rows.
    pub heads: Vec<(String, Sums)>,
    /// What is counted of all rows.
    pub sums: Sums,
}

/// What a row is sorted by. What is not set comes last, whichever way is up.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Number(i64),
    Text(String),
    Nothing,
}

impl Key {
    fn text(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() { Self::Nothing } else { Self::Text(text.to_lowercase()) }
    }

    fn place<T: PartialEq>(all: &[T], one: Option<T>) -> Self {
        let place = one.and_then(|one| all.iter().position(|other| *other == one));
        place.map_or(Self::Nothing, |place| Self::Number(number_of(place)))
    }

    pub(super) fn cmp_by(&self, other: &Self, down: bool) -> Ordering {
        match (self, other) {
            (Self::Nothing, _) | (_, Self::Nothing) => self.cmp(other),
            _ if down => other.cmp(self),
            _ => self.cmp(other),
        }
    }
}

/// When something comes, as a number: days of the calendar first, then days from a day 0 without a date, then places.
pub(super) fn when_key(campaign: &Campaign, when: When) -> Option<i64> {
    const APART: i64 = 1 << 34;
    match (campaign.day_of(when), when) {
        (Some(day), _) => Some(day.number().into()),
        (None, When::Relative(days)) => Some(APART + i64::from(days)),
        (None, When::Order(place)) => Some(2 * APART + i64::from(place)),
        (None, _) => None,
    }
}

pub(super) fn key(campaign: &Campaign, derived: &Derived, row: Row<'_>, by: Column) -> Key {
    let m = row.moment;
    let number = |number: Option<i64>| number.map_or(Key::Nothing, Key::Number);
    match by {
        Column::Date => number(when_key(campaign, m.when)),
        Column::Creator => row.lane.map_or(Key::Nothing, |lane| Key::text(campaign.lane_name(lane))),
        Column::Kind => Key::place(Kind::ALL, Some(m.kind)),
        Column::Title => Key::text(&m.title),
        Column::Channel => {
            let place = |at: Key| if let Key::Number(at) = at { at } else { 100 };
            let (platform, format) = (Key::place(Platform::ALL, m.platform), Key::place(Format::ALL, m.format));
            match (&platform, &format) {
                (Key::Nothing, Key::Nothing) => Key::Nothing,
                _ => Key::Number(place(platform) * 1000 + place(format)),
            }
        }
        Column::Gives => number(Some(number_of(m.audience_value.len())).filter(|count| *count > 0)),
        Column::SharedValue => Key::text(m.shared_value.as_deref().unwrap_or_default()),
        Column::Ask => Key::place(Cta::ALL, m.cta),
        Column::Control => Key::place(Control::ALL, m.creative_control),
        Column::Status => Key::place(Status::ALL, Some(m.status).filter(|_| campaign.says_status(m))),
        Column::Owner => Key::text(m.owner.as_deref().unwrap_or_default()),
        Column::Fee => number(m.cost.map(Money::hundredths)),
        Column::Check => match row.lane_at.and_then(|lane| derived.mark(lane, m.id)) {
            Some(Mark::Open(severity)) => Key::Number(severity as i64),
            Some(Mark::Accepted) => Key::Number(9),
            None => Key::Nothing,
        },
        Column::Time => number(m.time.map(|time| time.minutes().into())),
        Column::Window => number(m.window.as_ref().map(|window| i64::from(window.before) + i64::from(window.after))),
        Column::Length => number(m.duration.map(Into::into)),
        Column::Hook => Key::text(m.hook.as_deref().unwrap_or_default()),
        Column::Product => Key::text(m.product.and_then(|id| campaign.product(id)).map_or("", |product| product.name.as_str())),
        Column::Placement => Key::place(Placement::ALL, m.placement),
        Column::Pay => Key::place(Compensation::ALL, m.compensation),
        Column::Label => Key::text(m.disclosure.text.as_deref().unwrap_or_default()),
        Column::MustSay => Key::text(m.must_say.as_deref().unwrap_or_default()),
        Column::Covers => number(Some(number_of(m.covers.len())).filter(|count| *count > 0)),
        Column::Proof => Key::text(m.proof.as_deref().unwrap_or_default()),
        Column::Measures => Key::text(m.kpis.first().map_or("", String::as_str)),
        Column::Links => Key::text(m.links.first().map_or("", String::as_str)),
        Column::Notes => Key::text(m.notes.as_deref().unwrap_or_default()),
    }
}

/// A count as a number to sort by.
fn number_of(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What stands together with a row, as a number that sorts the groups. The last one is of those that have none.
pub(super) fn group_key(campaign: &Campaign, row: Row<'_>, group: Group) -> i64 {
    let of = |key: Key| if let Key::Number(at) = key { at } else { i64::MAX };
    match group {
        Group::None => 0,
        Group::Creator => row.lane_at.map_or(i64::MAX, number_of),
        Group::Kind => of(Key::place(Kind::ALL, Some(row.moment.kind))),
        Group::Month => campaign.day_of(row.moment.when).map_or(i64::MAX, month_key),
        Group::Status => of(Key::place(Status::ALL, Some(row.moment.status).filter(|_| campaign.says_status(row.moment)))),
    }
}

fn month_key(day: Day) -> i64 {
    i64::from(day.date().year()) * 12 + i64::from(day.date().month()) - 1
}

/// What a group is called.
pub(super) fn head(campaign: &Campaign, row: Row<'_>, group: Group) -> String {
    let m = row.moment;
    match group {
        Group::None => String::new(),
        Group::Creator => row.lane.map_or(window::in_the_tray(), |lane| campaign.lane_name(lane)).to_owned(),
        Group::Kind => names::kind(m.kind.key()).to_owned(),
        Group::Month => campaign.day_of(m.when).map_or_else(
            || say::no_month().to_owned(),
            |day| crate::words::inspect::month_of(names::month(day.date().month().unsigned_abs()), day.date().year()),
        ),
        Group::Status => campaign.status_name(m).to_owned(),
    }
}

impl Lines {
    /// The lines of a plan.
    #[must_use]
    pub fn of(campaign: &Campaign, derived: &Derived, sieve: &Sieve, layout: &TableLayout) -> Self {
        Ranked::of(Seen { campaign, derived, sieve, layout }).lines(campaign, layout.group)
    }

    /// The row of a line; `None` for the head of a group.
    #[must_use]
    pub fn row<'a>(&self, campaign: &'a Campaign, line: usize) -> Option<Row<'a>> {
        match self.lines.get(line)? {
            Line::Moment(stand) => row(campaign, *stand),
            Line::Head(_) => None,
        }
    }

    /// The line of a moment. `near` is where it was last.
    #[must_use]
    pub fn find(&self, campaign: &Campaign, id: MomentId, near: usize) -> Option<usize> {
        let is = |line: usize| self.row(campaign, line).is_some_and(|row| row.moment.id == id);
        if is(near) {
            return Some(near);
        }
        (0..self.lines.len()).find(|line| is(*line))
    }

    /// The nearest line with a moment from `line` on, going by `step`, with the lines of heads left out.
    #[must_use]
    pub fn from(&self, line: usize, step: isize) -> Option<usize> {
        let mut at = line;
        loop {
            match self.lines.get(at)? {
                Line::Moment(_) => return Some(at),
                Line::Head(_) => at = at.checked_add_signed(step)?,
            }
        }
    }

    /// Where among the moments a line stands, counted from 1: heads are no rows.
    #[must_use]
    pub fn number(&self, line: usize) -> usize {
        if self.heads.is_empty() {
            return line + 1;
        }
        self.lines.iter().take(line + 1).filter(|line| matches!(line, Line::Moment(_))).count()
    }
}

/// The moment that stands there.
pub(super) fn row(campaign: &Campaign, stand: Stand) -> Option<Row<'_>> {
    let at = usize::try_from(stand.at).ok()?;
    match stand.lane {
        Some(lane) => {
            let lane_at = usize::try_from(lane).ok()?;
            let lane = campaign.lanes.get(lane_at)?;
            Some(Row { lane_at: Some(lane_at), lane: Some(lane), moment: lane.moments.get(at)? })
        }
        None => Some(Row { lane_at: None, lane: None, moment: campaign.ideas.get(at)? }),
    }
}

/// A lane, and what is found about each of its moments.
type FoundInLane = (Arc<crate::ui::view::LaneView>, HashMap<MomentId, Vec<u32>>);

/// What is found about a moment, by the moments of a lane; made anew only for a lane about which something else is found.
#[derive(Debug, Default)]
pub(super) struct Found {
    lanes: HashMap<usize, FoundInLane>,
}

impl Found {
    /// The findings that a moment is the subject of.
    pub(super) fn of<'a>(
        &mut self,
        derived: &'a Derived,
        lane_at: Option<usize>,
        id: MomentId,
    ) -> impl Iterator<Item = &'a crate::check::Finding> + use<'a> {
        let places = lane_at.and_then(|at| Some((at, derived.lanes.get(at)?))).map(|(at, view)| {
            let known = self.lanes.get(&at).is_some_and(|(of, _)| Arc::ptr_eq(of, view));
            if !known {
                let mut by: HashMap<MomentId, Vec<u32>> = HashMap::new();
                for (place, finding) in view.findings.iter().enumerate() {
                    if let Some(subject) = finding.subject() {
                        by.entry(subject).or_default().push(u32::try_from(place).unwrap_or(u32::MAX));
                    }
                }
                self.lanes.insert(at, (Arc::clone(view), by));
            }
            let places = self.lanes.get(&at).and_then(|(_, by)| by.get(&id)).cloned().unwrap_or_default();
            (view, places)
        });
        places.into_iter().flat_map(|(view, places)| {
            places.into_iter().filter_map(move |place| view.findings.get(place as usize).map(AsRef::as_ref))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::layout::Sort;
    use super::*;
    use crate::ui::test_plan::{id, moment, plan_of, put};

    /// Two creators: Ben comes first in the plan, Ada in the alphabet. One moment has no day, one is an idea.
    fn plan() -> Campaign {
        let mut plan = plan_of(&["ben", "ada"]);
        let cards = [
            (0, "b1", Kind::Product, 30, "300 EUR"),
            (0, "b2", Kind::Values, 0, "100 EUR"),
            (1, "a1", Kind::Announcement, 10, ""),
            (1, "a2", Kind::Values, -1, "200 EUR"),
        ];
        for (lane, name, kind, day, fee) in cards {
            let when = if day < 0 { When::Undated } else { When::On(Day::from_number(21_000 + day)) };
            let mut moment = moment(name, kind, &name.to_uppercase(), when);
            moment.cost = Money::parse(fee);
            put(&mut plan, lane, moment);
        }
        plan.ideas.push(Arc::new(moment("i1", Kind::Story, "I1", When::Undated)));
        plan
    }

    fn text(layout: &TableLayout, sieve: &Sieve) -> String {
        let plan = plan();
        let lines = Lines::of(&plan, &Derived::default(), sieve, layout);
        let line = |at: usize| match lines.lines[at] {
            Line::Head(head) => {
                let (name, sums) = &lines.heads[head as usize];
                format!("[{name} {}]", sums.moments)
            }
            Line::Moment(_) => lines.row(&plan, at).unwrap().moment.title.clone(),
        };
        (0..lines.lines.len()).map(line).collect::<Vec<_>>().join(" ")
    }

    fn sorted(by: Column, down: bool) -> String {
        text(&TableLayout { sort: Some(Sort { by, down }), ..TableLayout::default() }, &Sieve::default())
    }

    #[test]
    fn rows_come_in_the_order_that_was_chosen() {
        assert_eq!(text(&TableLayout::default(), &Sieve::default()), "B2 A1 B1 A2");
        assert_eq!(sorted(Column::Date, true), "B1 A1 B2 A2", "what has no day comes last, whichever way is up");
        assert_eq!(sorted(Column::Creator, false), "A1 A2 B2 B1");
        assert_eq!(sorted(Column::Fee, true), "B1 A2 B2 A1");
        assert_eq!(sorted(Column::Kind, false), "A1 B2 A2 B1");
        let natural = TableLayout { sort: None, ideas: true, ..TableLayout::default() };
        assert_eq!(text(&natural, &Sieve::default()), "B1 B2 A1 A2 I1");
    }

    #[test]
    fn rows_stand_together_by_what_they_have_in_common() {
        let by = |group| text(&TableLayout { group, ideas: true, ..TableLayout::default() }, &Sieve::default());
        assert_eq!(by(Group::Creator), "[ben 2] B2 B1 [ada 2] A1 A2 [Ideas 1] I1");
        assert_eq!(by(Group::Kind), "[Announcement 1] A1 [Values story 2] B2 A2 [Product 1] B1 [Story 1] I1");
        assert_eq!(by(Group::Month), "[Jul 2027 3] B2 A1 B1 [No date yet 2] A2 I1");
        assert_eq!(by(Group::Status), "[Draft 5] B2 A1 B1 A2 I1");
    }

    #[test]
    fn what_a_search_leaves_out_is_neither_shown_nor_counted() {
        let sieve = Sieve::of([MomentId(id("b1")), MomentId(id("a2"))]);
        assert_eq!(text(&TableLayout::default(), &sieve), "B1 A2");
        let lines = Lines::of(&plan(), &Derived::default(), &sieve, &TableLayout::default());
        let fees: Vec<String> = lines.sums.fees.iter().map(Money::readable).collect();
        assert_eq!((lines.sums.moments, lines.sums.balance.ask, fees), (2, 1, vec!["€500".to_owned()]));
    }

    #[test]
    fn heads_are_no_rows() {
        let plan = plan();
        let layout = TableLayout { group: Group::Creator, ..TableLayout::default() };
        let lines = Lines::of(&plan, &Derived::default(), &Sieve::default(), &layout);
        assert_eq!((lines.from(0, 1), lines.from(3, 1), lines.from(3, -1), lines.from(0, -1)), (Some(1), Some(4), Some(2), None));
        assert_eq!((lines.number(1), lines.number(5)), (1, 4));
        assert_eq!(lines.find(&plan, MomentId(id("a1")), 0), Some(4));
    }
}
