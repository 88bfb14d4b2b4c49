//! What it costs, by creator and by kind, beside what may be spent. For the team only.

use super::super::choice::Section;
use super::super::encode::shorten;
use super::super::spend::{Part, Spend};
use super::Build;
use super::flow::Flow;
use super::grid::{Grid, Head, Words};
use crate::model::Money;
use crate::words::{self, deck, deck_tables as say, share};

/// With more currencies than this a title counts them instead of naming the sums.
const NAMED: usize = 3;

pub(super) fn build(b: &mut Build<'_>) {
    let Some(spend) = b.plan.spend.as_ref() else { return };
    if spend.total.moments == 0 && spend.budget.is_none() {
        return;
    }
    let title = title(spend);
    let mut flow = Flow::new(b, Section::Budget, share::budget(), (&title, &line(spend)), notes(spend, &title));
    if !spend.lanes.is_empty() {
        let tables = [(say::by_creator(), share::creator(), &spend.lanes), (say::by_kind(), share::kind(), &spend.kinds)];
        let tables = tables.map(|(heading, of, parts)| (heading, table(b, spend, (heading, of), parts)));
        flow.pair(b, tables);
    }
    flow.finish(b);
}

/// What some parts cost, and all of them together.
fn table(b: &Build<'_>, spend: &Spend, (heading, of): (&str, &'static str), parts: &[Part]) -> Grid {
    let heads = vec![
        Head::new(of, 3.0),
        Head::new(say::moments(), 1.0).at_end(),
        Head::new(say::no_fee(), 1.2).at_end(),
        Head::new(say::fees(), 2.0).at_end(),
    ];
    let mut rows: Vec<Vec<Words>> = parts.iter().map(|part| row(b, part)).collect();
    let sum = Part { name: say::all().to_owned(), ..spend.total.clone() };
    rows.push(row(b, &sum));
    // Where every moment has its fee, a column of noughts says nothing.
    let wanted = [true, true, spend.total.unpriced > 0, true];
    Grid { summary: heading.to_owned(), heads, rows, has_sum: true }.only(&wanted)
}

/// Title, and who gets the most, where all of it is in one currency.
fn notes(spend: &Spend, title: &str) -> String {
    let one = spend.total.cost.iter().next().filter(|_| spend.total.cost.iter().count() == 1);
    let most = one.and_then(|total| {
        let parts = spend.lanes.iter().filter_map(|part| Some((part, part.of_currency(total.currency())?)));
        parts.max_by_key(|(_, money)| money.hundredths())
    });
    most.filter(|_| spend.lanes.len() > 1).map_or_else(
        || deck::two_sentences(deck::sentence(title), line(spend)),
        |(part, money)| say::budget_notes(title, shorten(&part.name, 120), money.readable()),
    )
}

fn row(b: &Build<'_>, part: &Part) -> Vec<Words> {
    let sums: Vec<String> = part.cost.iter().map(Money::readable).collect();
    vec![
        b.strong(part.name.clone()),
        b.plain(part.moments.to_string()),
        b.plain(part.unpriced.to_string()),
        if sums.is_empty() { b.quiet(say::nothing_noted()) } else { b.strong(sums.join("\n")) },
    ]
}

pub(super) fn title(spend: &Spend) -> String {
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
pub(super) fn line(spend: &Spend) -> String {
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
