//! Who makes what, where and when, and until when it has to be ready.

use std::collections::BTreeMap;

use super::super::choice::Section;
use super::super::plan::{Card, LaneView, Plan};
use super::{Cell, Chapter, Days, Head, Part, Table, ahead, open, whose};
use crate::model::LaneKind;
use crate::words::{self, deck, deck_tables as say, share};

/// What has to be made: what creators publish of their own accord is nothing that anybody delivers.
pub(in super::super) fn made(plan: &Plan) -> impl Iterator<Item = (&LaneView, &Card)> {
    plan.cards().filter(|(_, card)| card.label.names_brand)
}

pub(in super::super) fn chapter(plan: &Plan) -> Option<Chapter> {
    let cards: Vec<(&LaneView, &Card)> = made(plan).collect();
    if cards.is_empty() {
        return None;
    }
    // Cards of a lane follow each other.
    let lanes: Vec<&[(&LaneView, &Card)]> = cards.chunk_by(|(a, _), (b, _)| std::ptr::eq(*a, *b)).collect();
    let mut parts = Vec::new();
    // How many, and where, comes first: after the long table it would stand on a page alone. What one lane does its rows say
    // themselves.
    if lanes.len() > 1 {
        let sums = sums(&lanes, &cards);
        parts.extend([Part::Heading(say::how_many()), Part::Table(sums), Part::Heading(say::one_by_one())]);
    }
    let heads = vec![
        Head::text(share::creator()),
        Head::name(share::moment()),
        Head::word(share::kind()),
        Head::word(say::platform()),
        Head::word(say::format()),
        Head::word(say::length()),
        Head::day(say::date()),
        Head::word(say::draft_due()),
        Head::word(say::approval_due()),
        Head::text(share::measured()),
    ];
    let (days, whose) = (Days::of(plan), whose(&cards));
    let row = |(lane, card): &(&LaneView, &Card)| {
        let made = &card.made;
        vec![
            whose(lane),
            card.title.as_str().into(),
            Cell::kind(card.kind),
            Cell::some(made.platform),
            Cell::some(made.format),
            Cell::some(made.length.as_deref()),
            days.date(card),
            days.due(made.due.and_then(|due| due.draft)).into(),
            days.due(made.due.and_then(|due| due.approval)).into(),
            Cell::some(made.measured.as_deref()),
        ]
    };
    parts.push(Part::Table(Table::new(say::deliverables(), heads, cards.iter().map(row).collect())));
    let (title, line) = (title(&lanes, cards.len()), line(&cards));
    Some(Chapter { section: Section::Deliverables, name: say::deliverables(), title, line, parts })
}

/// "Eighteen moments by four creators"; where not all lanes are creators', they are counted as lanes.
fn title(lanes: &[&[(&LaneView, &Card)]], moments: usize) -> String {
    let moments = deck::capital(&deck::moments(moments));
    if lanes.iter().copied().flatten().all(|(lane, _)| lane.kind == LaneKind::Creator) {
        say::deliverables_title(moments, deck::creators(lanes.len()))
    } else {
        say::deliverables_lanes(moments, deck::lanes(lanes.len()))
    }
}

/// How the days on which something is due are counted, and what is still open.
fn line(cards: &[(&LaneView, &Card)]) -> String {
    let count = |of: fn(&Card) -> bool| cards.iter().filter(|(_, card)| of(card)).count();
    let mut line: Vec<String> = Vec::new();
    if count(|card| card.made.due.is_some()) > 0 {
        let (draft, approval) = ahead();
        line.push(say::due_line(draft, approval));
    }
    let undated = count(|card| !card.made.is_dated);
    if undated > 0 {
        line.push(say::without_due(words::moments(undated)));
    }
    line.extend(open(&[
        (say::platform(), count(|card| card.made.platform.is_none()), cards.len()),
        (say::format(), count(|card| card.made.format.is_none()), cards.len()),
    ]));
    line.join(" ")
}

/// How many moments each lane has, and on which platforms.
fn sums(lanes: &[&[(&LaneView, &Card)]], all: &[(&LaneView, &Card)]) -> Table {
    let heads = vec![Head::name(share::creator()), Head::text(say::by_platform()), Head::number(say::moments())];
    let row = |name: &str, cards: &[(&LaneView, &Card)]| vec![name.to_owned(), by_platform(cards), cards.len().to_string()];
    let of_lanes = lanes.iter().filter_map(|cards| Some(row(&cards.first()?.0.name, cards)));
    let rows = of_lanes.chain([row(say::all(), all)]).collect();
    Table::new(say::how_many(), heads, rows).with_sum()
}

/// "`Instagram 4 · TikTok 2`", what has no platform last.
fn by_platform(cards: &[(&LaneView, &Card)]) -> String {
    let mut counts: BTreeMap<(bool, &str), usize> = BTreeMap::new();
    for (_, card) in cards {
        let platform = card.made.platform;
        *counts.entry((platform.is_none(), platform.unwrap_or(say::no_platform()))).or_default() += 1;
    }
    let parts: Vec<String> = counts.into_iter().map(|((_, name), n)| say::counted(name, n)).collect();
    parts.join(" · ")
}
