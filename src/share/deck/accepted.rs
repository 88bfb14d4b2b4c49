//! Risks that were accepted, with the reasons, as far as the reader may know of them.

use super::super::choice::Section;
use super::super::encode::shorten;
use super::super::plan::Accepted;
use super::Build;
use super::flow::Flow;
use super::grid::{Grid, Head, Words};
use super::people;
use crate::words::{deck, deck_tables as say, share};

pub(super) fn build(b: &mut Build<'_>) {
    let risks = &b.plan.accepted;
    if risks.is_empty() {
        return;
    }
    let title = deck::capital(&deck::risks(risks.len()));
    let notes =
        risks.first().map(|risk| say::accepted_notes(&title, people::sentence(&shorten(&risk.reason, 240)))).unwrap_or_default();
    let mut flow = Flow::new(b, Section::Accepted, share::accepted(), (&title, share::accepted_line()), notes);
    let is_inside = risks.iter().any(|risk| !risk.inside.is_empty());
    let mut heads = vec![Head::new(share::finding(), 3.0), Head::new(share::reason(), 3.0)];
    if is_inside {
        heads.push(Head::new(say::accepted_inside(), 2.0));
    }
    let rows = risks.iter().map(|risk| row(b, risk, is_inside)).collect();
    flow.table(b, Grid { summary: share::accepted().to_owned(), heads, rows, has_sum: false });
    flow.finish(b);
}

fn row(b: &Build<'_>, risk: &Accepted, is_inside: bool) -> Vec<Words> {
    let finding = match &risk.sentence {
        Some(sentence) => b.strong(sentence.clone()),
        None => b.quiet(share::no_longer_found()),
    };
    let mut row = vec![finding, b.plain(risk.reason.clone())];
    if is_inside {
        let mut cell = Words::new();
        for (at, (label, text)) in risk.inside.iter().enumerate() {
            let start = if at > 0 { "\n" } else { "" };
            cell.extend(b.quiet(format!("{start}{label}: ")));
            cell.extend(b.plain(text.clone()));
        }
        row.push(cell);
    }
    row
}
