//! What the words of the plan mean, and what the curve is and is not.

use super::super::tables::{Part, glossary};
use super::Build;
use super::flow::{self, Flow};
use super::grid::{Room, Room::Share};
use crate::words::deck_tables as say;

/// The least of what is said of the curve that stays with its heading.
const KEPT: f64 = 86.0;
/// Word and meaning.
const WORDS: [Room; 2] = [Share(1.0), Share(3.0)];

pub(super) fn build(b: &mut Build<'_>) {
    let Some(chapter) = glossary::chapter(b.plan, false) else { return };
    let has_curve = b.plan.has_curve();
    let notes = if has_curve { say::glossary_notes_curve() } else { say::glossary_notes() };
    let mut flow = Flow::of(b, &chapter, notes.to_owned());
    // In another language what is said of the curve is longer: it is measured, so that none of it goes onto a page of its own.
    let below = flow::height(b, chapter.parts.get(1..).unwrap_or_default(), &WORDS);
    for part in &chapter.parts {
        match part {
            Part::Table(table) => {
                let grid = b.grid(table, &WORDS);
                flow.two_columns(b, grid, below);
            }
            Part::Heading(text) => flow.heading(b, text, KEPT),
            part => flow.part(b, part, &WORDS, None),
        }
    }
    flow.finish(b);
}
