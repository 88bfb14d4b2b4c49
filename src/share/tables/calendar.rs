//! Every moment in time, those without a day at the end.

use super::super::choice::{Choice, Section};
use super::super::deck::told;
use super::super::plan::{Card, LaneView, Plan};
use super::{Chapter, Days, Head, Part, Table, cards, whose};
use crate::model::Day;
use crate::words::{columns, deck_tables as say, names, share};

pub(super) fn chapter(plan: &Plan, choice: &Choice) -> Option<Chapter> {
    let mut all: Vec<(&LaneView, &Card)> = cards(plan).collect();
    if all.is_empty() {
        return None;
    }
    all.sort_by_key(|(_, card)| (card.day.unwrap_or(i32::MAX), card.time.clone()));
    let days = Days::of(plan);
    // Where the deliverables are not in, the days on which something is due stand here.
    let has_due = !choice.has(Section::Deliverables);
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
    let row = |(lane, card): &(&LaneView, &Card)| {
        let weekday = card.day.filter(|_| days.on_calendar).map(|day| names::weekday(Day::from_number(day).weekday()));
        let mut row = vec![
            card.when.clone(),
            weekday.unwrap_or_default().to_owned(),
            whose(plan, lane),
            card.title.clone(),
            names::kind(card.kind.key()).to_owned(),
            card.place.join(" · "),
        ];
        if has_due {
            let of = card.made.due;
            row.extend([days.due(of.and_then(|due| due.draft)), days.due(of.and_then(|due| due.approval))]);
        }
        row
    };
    let rows = all.iter().map(row).collect();
    let (title, line) = told::calendar(plan);
    let mut parts = Vec::new();
    let stretches = stretches(plan);
    if !stretches.is_empty() {
        parts.push(Part::List(stretches));
    }
    parts.push(Part::Table(Table::new(say::calendar(), heads, rows)));
    Some(Chapter { section: Section::Calendar, name: say::calendar(), title, line, parts })
}

/// Phases and days on which nothing is published.
fn stretches(plan: &Plan) -> Vec<String> {
    let days = |from: i32, to: i32| {
        let (from, to) = (Day::from_number(from), Day::from_number(to));
        if from == to { from.long() } else { share::from_to(from.before(to), to.long()) }
    };
    let phases = plan.lasting.iter().flat_map(|lasting| &lasting.phases);
    let phases = phases.map(|(name, from, to)| say::phase(name, days(*from, *to)));
    let quiet = plan.blackouts.iter().map(|(from, to, why)| match why {
        Some(why) => say::blackout_why(days(*from, *to), why),
        None => say::blackout(days(*from, *to)),
    });
    phases.chain(quiet).collect()
}
