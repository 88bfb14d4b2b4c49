//! Every moment in time, those without a day at the end.

use super::super::choice::Section;
use super::super::deck::told;
use super::super::plan::{Card, LaneView, Plan};
use super::{Cell, Chapter, Days, Head, Part, Table, whose};
use crate::model::Day;
use crate::words::{columns, deck_tables as say, names, share};

/// A stretch of days with a name: a phase, or days on which nothing is published.
pub(in super::super) struct Stretch {
    name: Option<String>,
    /// Its first day on the plan's axis.
    pub(in super::super) from: i64,
    /// Its last one.
    pub(in super::super) to: i64,
    /// Which of the phases it is; none where nothing is published.
    pub(in super::super) phase: Option<usize>,
}

impl Stretch {
    /// Whether a day is one of it.
    pub(in super::super) const fn holds(&self, day: i64) -> bool {
        self.from <= day && day <= self.to
    }

    /// What it is, with its days as they are written where it is said.
    pub(in super::super) fn said(&self, days: String) -> String {
        match (&self.name, self.phase) {
            (Some(why), None) => say::blackout_why(days, why),
            (None, None) => say::blackout(days),
            (name, Some(_)) => say::phase(name.as_deref().unwrap_or_default(), days),
        }
    }
}

/// Phases and days on which nothing is published, in time.
pub(in super::super) fn stretches(plan: &Plan) -> Vec<Stretch> {
    let phases = plan.lasting.iter().flat_map(|lasting| &lasting.phases).enumerate();
    let phases = phases.map(|(at, (name, from, to))| (Some(name), *from, *to, Some(at)));
    let quiet = plan.blackouts.iter().map(|(from, to, why)| (why.as_ref(), *from, *to, None));
    let stretch = |(name, from, to, phase): (Option<&String>, i32, i32, _)| Stretch {
        name: name.cloned(),
        from: from.into(),
        to: to.into(),
        phase,
    };
    let mut all: Vec<Stretch> = phases.chain(quiet).map(stretch).collect();
    all.sort_by_key(|stretch| stretch.from);
    all
}

/// Every card in time. What has no day comes last and keeps its order, as do those of one day and time.
pub(in super::super) fn in_time(plan: &Plan) -> Vec<(&LaneView, &Card)> {
    let mut all: Vec<(&LaneView, &Card)> = plan.cards().collect();
    all.sort_by_key(|(_, card)| (card.day.unwrap_or(i32::MAX), card.day.and(card.time.clone())));
    all
}

pub(in super::super) fn chapter(plan: &Plan, has_due: bool) -> Option<Chapter> {
    let all = in_time(plan);
    if all.is_empty() {
        return None;
    }
    let mut heads = vec![
        Head::day(share::when()),
        Head::word(columns::weekday()),
        Head::text(share::creator()),
        Head::name(share::moment()),
        Head::word(share::kind()),
        Head::text(share::place()),
    ];
    if has_due {
        heads.extend([Head::word(say::draft_due()), Head::word(say::approval_due())]);
    }
    let (days, whose) = (Days::of(plan), whose(&all));
    let row = |(lane, card): &(&LaneView, &Card)| {
        let weekday = card.day.filter(|_| days.on_calendar).map(|day| names::weekday(Day::from_number(day).weekday()));
        let mut row = vec![
            card.when.as_str().into(),
            weekday.unwrap_or_default().into(),
            whose(lane),
            card.title.as_str().into(),
            Cell::kind(card.kind),
            card.place_text().into(),
        ];
        if has_due {
            let of = card.made.due;
            row.extend([of.and_then(|due| due.draft), of.and_then(|due| due.approval)].map(|day| days.due(day).into()));
        }
        row
    };
    let rows = all.iter().map(row).collect();
    let (title, line) = told::calendar(plan);
    let mut parts = Vec::new();
    let stretches = stretches(plan);
    if !stretches.is_empty() {
        parts.push(Part::List(stretches.iter().map(|stretch| stretch.said(span(stretch))).collect()));
    }
    parts.push(Part::Table(Table::new(say::calendar(), heads, rows)));
    Some(Chapter { section: Section::Calendar, name: say::calendar(), title, line, parts })
}

/// The days of a stretch, which are days of the calendar.
fn span(stretch: &Stretch) -> String {
    let day = |number: i64| Day::from_number(i32::try_from(number).unwrap_or_default());
    let (from, to) = (day(stretch.from), day(stretch.to));
    if from == to { from.long() } else { share::from_to(from.before(to), to.long()) }
}

/// What stands in an order, or counts from a day without a date, for a calendar of months in which it has no place.
pub(in super::super) fn undated(plan: &Plan) -> Table {
    let heads =
        vec![Head::text(share::creator()), Head::name(share::moment()), Head::word(share::kind()), Head::text(share::when())];
    let all: Vec<(&LaneView, &Card)> = plan.cards().collect();
    let whose = whose(&all);
    let rows = all
        .iter()
        .filter(|(_, card)| card.day.is_none())
        .map(|(lane, card)| vec![whose(lane), card.title.as_str().into(), Cell::kind(card.kind), card.when.as_str().into()]);
    Table::new(say::no_date_heading(), heads, rows.collect())
}
