//! Who makes what, where and when, and until when it has to be ready.

use super::super::encode::shorten;
use super::super::plan::Plan;
use super::super::tables::{Part, deliverables};
use super::Build;
use super::flow::Flow;
use super::grid::Room::{self, Share};
use crate::words::{deck, deck_tables as say};

/// The sums of more lanes than this stand in two columns.
const MANY_LANES: usize = 8;
/// Creator, moment, kind, platform, format, length, date, draft, approval, what is measured.
const MADE: [Room; 10] =
    [Share(1.25), Share(2.6), Share(1.3), Share(1.05), Share(0.9), Share(0.7), Share(1.1), Share(0.85), Share(0.95), Share(1.2)];
/// Creator, platforms, how many.
const SUMS: [Room; 3] = [Share(2.0), Share(5.0), Share(1.0)];

pub(super) fn build(b: &mut Build<'_>) {
    let Some(chapter) = deliverables::chapter(b.plan) else { return };
    let mut flow = Flow::of(b, &chapter, notes(b.plan, &chapter.title));
    for part in &chapter.parts {
        match part {
            Part::Table(sums) if sums.has_sum => {
                let grid = b.grid(sums, &SUMS);
                if sums.rows.len() > MANY_LANES + 1 {
                    flow.two_columns(b, grid, 0.0);
                } else {
                    flow.table_before(b, grid, Some(150.0));
                }
            }
            part => flow.part(b, part, &MADE, None),
        }
    }
    flow.finish(b);
}

/// Title, and the first day on which something is due.
fn notes(plan: &Plan, title: &str) -> String {
    let first = plan.cards().filter_map(|(_, card)| Some((card.made.due?.draft?, card))).min_by_key(|(day, _)| *day);
    first.map_or_else(
        || deck::sentence(title),
        |(day, card)| say::deliverables_notes(title, shorten(&card.title, 120), plan.years.with_weekday(day)),
    )
}
