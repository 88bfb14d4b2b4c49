//! Two lanes side by side, or one lane in two orders: what differs, which card comes when, and, for the team, what is open.

use super::super::choice::Section;
use super::super::compared::{Comparison, SideView};
use super::super::plan::Plan;
use super::{Cell, Chapter, Head, Part, Table, Tone};
use crate::words::{lanes_compared as say, share};

pub(in super::super) fn chapter(plan: &Plan) -> Option<Chapter> {
    let of = plan.compared.as_ref()?;
    let [left, right] = &of.sides;
    let title = if of.is_order { say::of_one(&left.lane.name) } else { say::of_two(&left.lane.name, &right.lane.name) };
    let [one, other] = heads(of);
    let mut parts = vec![Part::Table(facts(of, [one, other]))];
    parts.push(Part::Heading(say::in_order()));
    let columns = vec![Head::day(say::day()), Head::text(one), Head::day(say::day()), Head::text(other)];
    parts.push(Part::Table(Table::new(say::in_order(), columns, beside([cards(left), cards(right)]))));
    if of.sides.iter().any(|side| !side.findings.is_empty()) {
        parts.push(Part::Heading(share::findings()));
        let columns = vec![Head::text(one), Head::text(other)];
        parts.push(Part::Table(Table::new(share::findings(), columns, beside([findings(left), findings(right)]))));
    }
    Some(Chapter { section: Section::Comparison, name: say::section(), title, line: of.verdict.clone(), parts })
}

/// What stands over the columns of the two sides.
fn heads(of: &Comparison) -> [&'static str; 2] {
    if of.is_order { [say::planned_head(), say::other_head()] } else { [say::at_left(), say::at_right()] }
}

fn facts(of: &Comparison, [one, other]: [&'static str; 2]) -> Table {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    if !of.is_order {
        let [left, right] = &of.sides;
        rows.push(vec![say::lane().into(), strong(&left.lane.name), strong(&right.lane.name)]);
    }
    for (label, [left, right]) in &of.lines {
        // What differs has weight.
        let cell = |text: &String| if left == right { Cell::from(text.as_str()) } else { strong(text) };
        rows.push(vec![(*label).into(), cell(left), cell(right)]);
    }
    Table::new(say::section(), vec![Head::label(say::what()), Head::text(one), Head::text(other)], rows)
}

fn strong(text: &str) -> Cell {
    Cell::of(text, Tone::Strong)
}

/// The cards of a side in their order: when, and what.
fn cards(of: &SideView) -> Vec<Vec<Cell>> {
    if of.lane.cards.is_empty() {
        return vec![vec![Cell::default(), Cell::of(say::empty_lane(), Tone::Quiet)]];
    }
    let cards = of.lane.cards.iter();
    cards.map(|card| vec![card.briefing.date.as_str().into(), say::card_of_kind(&card.title, card.kind_name()).into()]).collect()
}

fn findings(of: &SideView) -> Vec<Vec<Cell>> {
    if of.findings.is_empty() {
        return vec![vec![Cell::of(say::none_open(), Tone::Quiet)]];
    }
    of.findings.iter().map(|line| vec![say::finding_of(line.severity_name(), &line.title).into()]).collect()
}

/// The rows of both sides as rows of one table; the shorter side ends with nothing.
fn beside([left, right]: [Vec<Vec<Cell>>; 2]) -> Vec<Vec<Cell>> {
    let width = |rows: &[Vec<Cell>]| rows.first().map_or(0, Vec::len);
    let (wide, other) = (width(&left), width(&right));
    let count = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    let rows = (0..count).map(|_| {
        let mut row = left.next().unwrap_or_else(|| vec![Cell::default(); wide]);
        row.extend(right.next().unwrap_or_else(|| vec![Cell::default(); other]));
        row
    });
    rows.collect()
}
