//! Who makes what, where and when, and until when it has to be ready.

use super::super::choice::Section;
use super::super::deck::told;
use super::super::plan::{Card, LaneView, Plan};
use super::{Chapter, Days, Head, Part, Table, cards};
use crate::analysis::deadlines::DRAFT_DAYS;
use crate::model::Day;
use crate::words::{self, deck_tables as say, names, share};

pub(super) fn chapter(plan: &Plan) -> Option<Chapter> {
    let moments = cards(plan).count();
    if moments == 0 {
        return None;
    }
    let undated = cards(plan).filter(|(_, card)| !card.made.is_dated).count();
    let has_due = cards(plan).any(|(_, card)| card.made.due.is_some());
    let dated = has_due.then(|| say::due_line(words::days(DRAFT_DAYS.into()), told::working_days()));
    let open = (undated > 0).then(|| say::without_due(words::moments(undated)));
    let line: Vec<String> = dated.into_iter().chain(open).collect();
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
    let days = Days::of(plan);
    let rows = cards(plan).map(|(lane, card)| row(days, lane, card)).collect();
    // The short table first, as in the deck: after the long one it would stand on a page of paper alone.
    let parts = vec![
        Part::Heading(say::how_many()),
        Part::Table(sums(plan, moments)),
        Part::Heading(say::one_by_one()),
        Part::Table(Table::new(say::deliverables(), heads, rows)),
    ];
    Some(Chapter {
        section: Section::Deliverables,
        name: say::deliverables(),
        title: told::deliverables(plan),
        line: line.join(" "),
        parts,
    })
}

fn row(days: Days, lane: &LaneView, card: &Card) -> Vec<String> {
    let made = &card.made;
    let word = |word: Option<&'static str>| word.unwrap_or_default().to_owned();
    let date = match card.day.filter(|_| days.on_calendar).map(Day::from_number) {
        Some(day) if days.with_year => day.long(),
        Some(day) => day.with_weekday(),
        None => card.when.clone(),
    };
    vec![
        lane.name.clone(),
        card.title.clone(),
        names::kind(card.kind.key()).to_owned(),
        word(made.platform),
        word(made.format),
        made.length.clone().unwrap_or_default(),
        date,
        days.due(made.due.and_then(|due| due.draft)),
        days.due(made.due.and_then(|due| due.approval)),
        made.measured.clone().unwrap_or_default(),
    ]
}

/// How many moments each lane has, and on which platforms.
fn sums(plan: &Plan, moments: usize) -> Table {
    let heads = vec![Head::name(share::creator()), Head::text(say::by_platform()), Head::number(say::moments())];
    let lanes = || plan.lanes.iter().filter(|lane| !lane.cards.is_empty());
    let of = |lane: &LaneView| vec![lane.name.clone(), told::by_platform(std::iter::once(lane)), lane.cards.len().to_string()];
    let mut rows: Vec<Vec<String>> = lanes().map(of).collect();
    rows.push(vec![say::all().to_owned(), told::by_platform(lanes()), moments.to_string()]);
    Table::new(say::how_many(), heads, rows).with_sum()
}
