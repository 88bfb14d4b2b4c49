//! Who makes what, where and when, and until when it has to be ready.
//!
//! A column that would say of every moment that nothing is there is left out; what is still to be decided is said once, in
//! the line below the title.

use std::collections::BTreeMap;

use super::super::choice::Section;
use super::super::encode::shorten;
use super::super::plan::{Card, LaneView, Plan};
use super::Build;
use super::flow::Flow;
use super::grid::{Grid, Head, Words};
use crate::analysis::Axis;
use crate::analysis::deadlines::{APPROVAL_WORKING_DAYS, DRAFT_DAYS};
use crate::model::{Day, LaneKind};
use crate::words::{self, deck, deck_tables as say, names, share};

/// The sums of more lanes than this stand in two columns.
const MANY_LANES: usize = 8;

pub(super) fn build(b: &mut Build<'_>) {
    let plan = b.plan;
    let moments: usize = plan.lanes.iter().map(|lane| lane.cards.len()).sum();
    if moments == 0 {
        return;
    }
    let undated = cards(plan).filter(|(_, card)| !card.made.is_dated).count();
    let has_due = cards(plan).any(|(_, card)| card.made.due.is_some());
    let lanes = plan.lanes.iter().filter(|lane| !lane.cards.is_empty()).count();
    let mut line: Vec<String> = Vec::new();
    if has_due {
        line.push(say::due_line(words::days(DRAFT_DAYS.into()), working_days()));
    }
    if undated > 0 {
        line.push(say::without_due(words::moments(undated)));
    }
    line.extend(open(&[
        (say::platform(), count(plan, |card| card.made.platform.is_none()), moments),
        (say::format(), count(plan, |card| card.made.format.is_none()), moments),
    ]));
    let title = title(plan, moments);
    let mut flow = Flow::new(b, Section::Deliverables, say::deliverables(), (&title, &line.join(" ")), notes(plan, &title));
    // How many, and where, comes first: what one lane does its rows say themselves.
    if lanes > 1 {
        flow.heading(b, say::how_many(), 60.0);
        let sums = sums(b, plan);
        if lanes > MANY_LANES {
            flow.two_columns(b, sums, 0.0);
        } else {
            flow.table_before(b, sums, Some(150.0));
        }
        flow.heading(b, say::one_by_one(), 60.0);
    }
    let heads = vec![
        Head::new(share::creator(), 1.25),
        Head::new(share::moment(), 2.6),
        Head::new(share::kind(), 1.3),
        Head::new(say::platform(), 1.05),
        Head::new(say::format(), 0.9),
        Head::new(say::length(), 0.7),
        Head::new(say::date(), 1.1),
        Head::new(say::draft_due(), 0.85),
        Head::new(say::approval_due(), 0.95),
        Head::new(share::measured(), 1.2),
    ];
    let any = |is_set: fn(&Card) -> bool| cards(plan).any(|(_, card)| is_set(card));
    let wanted = [
        lanes > 1,
        true,
        true,
        any(|card| card.made.platform.is_some()),
        any(|card| card.made.format.is_some()),
        any(|card| card.made.length.is_some()),
        true,
        any(|card| card.made.due.is_some_and(|due| due.draft.is_some())),
        any(|card| card.made.due.is_some_and(|due| due.approval.is_some())),
        any(|card| card.made.measured.is_some()),
    ];
    let several_years = has_several_years(plan);
    let rows = cards(plan).map(|(lane, card)| row(b, lane, card, several_years)).collect();
    flow.table(b, Grid { summary: say::deliverables().to_owned(), heads, rows, has_sum: false }.only(&wanted));
    flow.finish(b);
}

/// Title, and the first day on which something is due.
fn notes(plan: &Plan, title: &str) -> String {
    let first = cards(plan).filter_map(|(_, card)| Some((card.made.due?.draft?, card))).min_by_key(|(day, _)| *day);
    first.map_or_else(
        || deck::sentence(title),
        |(day, card)| say::deliverables_notes(title, shorten(&card.title, 120), day.with_weekday()),
    )
}

/// How many cards something is true of.
pub(super) fn count(plan: &Plan, of: impl Fn(&Card) -> bool) -> usize {
    cards(plan).filter(|(_, card)| of(card)).count()
}

/// What is still open, in a sentence: what it is, for how many, and of how many; none where nothing is.
pub(super) fn open(all: &[(&str, usize, usize)]) -> Option<String> {
    let some = all.iter().filter(|(_, n, _)| *n > 0);
    let parts: Vec<String> =
        some.map(|(what, n, of)| if n == of { what.to_lowercase() } else { say::open_of(what.to_lowercase(), n, of) }).collect();
    (!parts.is_empty()).then(|| say::still_open(words::list(&parts)))
}

/// How many working days an approval is due before its day.
pub(super) fn working_days() -> String {
    match APPROVAL_WORKING_DAYS {
        1 => say::working_day().to_owned(),
        n => say::working_days(n),
    }
}

/// Every card with its lane, in the order of the plan.
pub(super) fn cards(plan: &Plan) -> impl Iterator<Item = (&LaneView, &Card)> {
    plan.lanes.iter().flat_map(|lane| lane.cards.iter().map(move |card| (lane, card)))
}

/// "Eighteen moments by four creators"; where not all lanes are creators', they are counted as lanes.
pub(super) fn title(plan: &Plan, moments: usize) -> String {
    let lanes: Vec<&LaneView> = plan.lanes.iter().filter(|lane| !lane.cards.is_empty()).collect();
    let moments = deck::capital(&deck::moments(moments));
    if lanes.iter().all(|lane| lane.kind == LaneKind::Creator) {
        say::deliverables_title(moments, deck::creators(lanes.len()))
    } else {
        say::deliverables_lanes(moments, deck::lanes(lanes.len()))
    }
}

/// Whether days are days of the calendar, and not counted from one that has no date yet.
pub(super) fn is_on_calendar(plan: &Plan) -> bool {
    plan.lasting.as_ref().is_some_and(|lasting| lasting.axis == Axis::Calendar)
}

/// Whether the year has to be said with a day.
pub(super) fn has_several_years(plan: &Plan) -> bool {
    let days = || cards(plan).filter_map(|(_, card)| card.day);
    let year = |day: Option<i32>| day.map(|day| Day::from_number(day).date().year());
    is_on_calendar(plan) && year(days().min()) != year(days().max())
}

/// What a card is, in its colour.
pub(super) fn kind(b: &Build<'_>, card: &Card) -> Words {
    b.colored(names::kind(card.kind.key()), b.kind_color(card.kind))
}

fn row(b: &Build<'_>, lane: &LaneView, card: &Card, with_year: bool) -> Vec<Words> {
    let made = &card.made;
    let or_dash = |text: Option<&str>| text.map_or_else(|| b.quiet(say::dash()), |text| b.plain(text));
    let date = match card.day.filter(|_| is_on_calendar(b.plan)) {
        Some(day) if with_year => b.plain(Day::from_number(day).long()),
        Some(day) => b.plain(Day::from_number(day).with_weekday()),
        None if card.day.is_some() => b.plain(card.when.clone()),
        None => b.quiet(card.when.clone()),
    };
    let due = |day: Option<Day>| match day {
        Some(day) if with_year => b.plain(day.long()),
        Some(day) => b.plain(day.short()),
        None => Words::new(),
    };
    vec![
        b.plain(lane.name.clone()),
        b.strong(card.title.clone()),
        kind(b, card),
        or_dash(made.platform),
        or_dash(made.format),
        or_dash(made.length.as_deref()),
        date,
        due(made.due.and_then(|due| due.draft)),
        due(made.due.and_then(|due| due.approval)),
        or_dash(made.measured.as_deref()),
    ]
}

/// How many moments each lane has, and on which platforms.
fn sums(b: &Build<'_>, plan: &Plan) -> Grid {
    let heads =
        vec![Head::new(share::creator(), 2.0), Head::new(say::by_platform(), 5.0), Head::new(say::moments(), 1.0).at_end()];
    let lanes = plan.lanes.iter().filter(|lane| !lane.cards.is_empty());
    let mut rows: Vec<Vec<Words>> = lanes
        .map(|lane| {
            let of_lane = lane.cards.iter();
            vec![b.strong(lane.name.clone()), b.plain(by_platform(of_lane)), b.plain(lane.cards.len().to_string())]
        })
        .collect();
    let count = cards(plan).count();
    rows.push(vec![b.strong(say::all()), b.strong(by_platform(cards(plan).map(|(_, card)| card))), b.strong(count.to_string())]);
    Grid { summary: say::how_many().to_owned(), heads, rows, has_sum: true }
}

/// "`Instagram 4 · TikTok 2`", what has no platform last.
pub(super) fn by_platform<'a>(cards: impl Iterator<Item = &'a Card>) -> String {
    let mut counts: BTreeMap<(bool, &str), usize> = BTreeMap::new();
    for card in cards {
        let platform = card.made.platform;
        *counts.entry((platform.is_none(), platform.unwrap_or(say::no_platform()))).or_default() += 1;
    }
    let parts: Vec<String> = counts.into_iter().map(|((_, name), n)| say::counted(name, n)).collect();
    parts.join(" · ")
}
