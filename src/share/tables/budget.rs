//! What it costs, by creator and by kind, beside what may be spent. For the team only.

use super::super::choice::Section;
use super::super::deck::told;
use super::super::plan::Plan;
use super::super::spend::Part as Spent;
use super::{Chapter, Head, Part, Table};
use crate::model::Money;
use crate::words::{self, deck_tables as say, share};

pub(super) fn chapter(plan: &Plan) -> Option<Chapter> {
    let spend = plan.spend.as_ref()?;
    if spend.total.moments == 0 && spend.budget.is_none() {
        return None;
    }
    let mut parts = Vec::new();
    for (heading, of, spent) in
        [(say::by_creator(), share::creator(), &spend.lanes), (say::by_kind(), share::kind(), &spend.kinds)]
    {
        if spent.is_empty() {
            continue;
        }
        let heads = vec![Head::name(of), Head::number(say::moments()), Head::number(say::no_fee()), Head::number(say::fees())];
        let mut rows: Vec<Vec<String>> = spent.iter().map(|part| row(&part.name, part)).collect();
        rows.push(row(say::all(), &spend.total));
        parts.push(Part::Heading(heading));
        parts.push(Part::Table(Table::new(heading, heads, rows).with_sum()));
    }
    let (title, line) = told::budget(spend);
    Some(Chapter { section: Section::Budget, name: share::budget(), title, line, parts })
}

fn row(name: &str, part: &Spent) -> Vec<String> {
    let sums: Vec<String> = part.cost.iter().map(Money::readable).collect();
    // "0" below "No fee noted" on every row is noise.
    let unpriced = if part.unpriced > 0 { part.unpriced.to_string() } else { String::new() };
    vec![name.to_owned(), part.moments.to_string(), unpriced, words::list(&sums)]
}
