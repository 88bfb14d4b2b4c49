//! What it costs, by creator and by kind, beside what may be spent. For the team only.

use super::super::choice::Section;
use super::super::plan::Plan;
use super::super::spend::{Part as Spent, Spend};
use super::{Cell, Chapter, Head, Part, Table, Tone};
use crate::model::Money;
use crate::words::{self, deck_tables as say, share};

/// With more currencies than this a title counts them instead of naming the sums.
const NAMED: usize = 3;

pub(in super::super) fn chapter(plan: &Plan) -> Option<Chapter> {
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
        let mut rows: Vec<Vec<Cell>> = spent.iter().map(|part| row(&part.name, part)).collect();
        rows.push(row(say::all(), &spend.total));
        parts.push(Part::Heading(heading));
        parts.push(Part::Table(Table::new(heading, heads, rows).with_sum()));
    }
    Some(Chapter { section: Section::Budget, name: share::budget(), title: title(spend), line: line(spend), parts })
}

fn row(name: &str, part: &Spent) -> Vec<Cell> {
    let sums: Vec<String> = part.cost.iter().map(Money::readable).collect();
    // "0" below "No fee noted" on every row is noise.
    let unpriced = if part.unpriced > 0 { part.unpriced.to_string() } else { String::new() };
    let cost = if sums.is_empty() { Cell::some(None::<String>) } else { Cell::of(sums.join("\n"), Tone::Lines) };
    vec![name.into(), part.moments.to_string().into(), unpriced.into(), cost]
}

fn title(spend: &Spend) -> String {
    let sums: Vec<String> = spend.total.cost.iter().map(Money::readable).collect();
    let planned = words::list(&sums);
    match (sums.len(), spend.budget) {
        (0, _) => say::budget_nothing().to_owned(),
        (n, _) if n > NAMED => say::budget_currencies(n),
        (1, Some(budget)) if spend.total.of_currency(budget.currency()).is_some() => say::budget_of(planned, budget.readable()),
        _ => say::budget_planned(planned),
    }
}

/// What is left in the budget's currency, what is not held against it, and what nobody has noted.
fn line(spend: &Spend) -> String {
    let mut parts: Vec<String> = Vec::new();
    let currencies = spend.total.cost.iter().count();
    if let Some(budget) = spend.budget {
        let planned = spend.total.of_currency(budget.currency()).map_or(0, Money::hundredths);
        let left = budget.hundredths().saturating_sub(planned);
        let amount = |hundredths: i64| Money::new(hundredths, budget.currency()).map_or_else(String::new, Money::readable);
        if currencies != 1 || planned == 0 {
            parts.push(say::budget_is(budget.readable()));
        }
        parts.push(match left {
            0 => say::budget_exact().to_owned(),
            1.. => say::budget_left(amount(left)),
            _ => say::budget_over(amount(left.saturating_neg())),
        });
        if spend.total.cost.iter().any(|money| money.currency() != budget.currency()) {
            parts.push(say::not_converted(budget.currency()));
        }
    } else {
        parts.push(say::budget_unset().to_owned());
        if currencies > 1 {
            parts.push(say::not_added().to_owned());
        }
    }
    if spend.total.unpriced > 0 {
        parts.push(say::unpriced(spend.total.unpriced, words::moments(spend.total.moments)));
    }
    parts.join(" ")
}
