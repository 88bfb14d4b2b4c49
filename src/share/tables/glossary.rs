//! What the words of the plan mean, and what the curve is and is not.

use super::super::choice::{Choice, Format, Section};
use super::super::deck::told;
use super::super::plan::Plan;
use super::{Chapter, Head, Part, Table};
use crate::words::{curve, deck_tables as say};

pub(super) fn chapter(plan: &Plan, choice: &Choice) -> Option<Chapter> {
    if plan.lanes.is_empty() {
        return None;
    }
    // The drawing of a page names every band at its edge.
    let shows_bands = choice.format == Format::Html;
    let heads = vec![Head::name(say::word()), Head::text(say::meaning())];
    let rows = told::glossary(plan, shows_bands).into_iter().map(|(word, meaning)| vec![word.to_owned(), meaning]).collect();
    let mut parts = vec![Part::Table(Table::new(say::glossary_title(), heads, rows))];
    if told::has_curve(plan) {
        parts.push(Part::Heading(say::curve_heading()));
        parts.push(Part::Text(curve::caption().to_owned()));
        parts.push(Part::Text(curve::limits().to_owned()));
    }
    Some(Chapter {
        section: Section::Glossary,
        name: say::glossary(),
        title: say::glossary_title().to_owned(),
        line: say::glossary_line().to_owned(),
        parts,
    })
}
