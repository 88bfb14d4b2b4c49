//! What the words of the plan mean, and what the curve is and is not.

use super::super::choice::Section;
use super::super::deck::told;
use super::super::plan::Plan;
use super::{Chapter, Head, Part, Table};
use crate::words::{curve, deck_tables as say, share};

pub(super) fn chapter(plan: &Plan) -> Option<Chapter> {
    if plan.lanes.is_empty() {
        return None;
    }
    let heads = vec![Head::name(say::word()), Head::text(say::meaning())];
    let rows = told::glossary(plan).into_iter().map(|(word, meaning)| vec![word.to_owned(), meaning]).collect();
    let mut parts = vec![Part::Table(Table::new(say::glossary_title(), heads, rows))];
    if told::has_curve(plan) {
        parts.push(Part::Heading(say::curve_heading()));
        parts.push(Part::Text(share::curve_note().to_owned()));
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
