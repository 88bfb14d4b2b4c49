//! What the words of the plan mean, and what the curve is and is not.

use super::super::tables::{Part, glossary};
use super::Build;
use super::flow::Flow;
use super::grid::{Room, Room::Share};
use crate::words::deck_tables as say;

/// The room of what is said of the curve, with its heading.
const CURVE_NOTE: f64 = 126.0;
/// Word and meaning.
const WORDS: [Room; 2] = [Share(1.0), Share(3.0)];

pub(super) fn build(b: &mut Build<'_>) {
    let Some(chapter) = glossary::chapter(b.plan, false) else { return };
    let has_curve = b.plan.has_curve();
    let notes = if has_curve { say::glossary_notes_curve() } else { say::glossary_notes() };
    let mut flow = Flow::of(b, &chapter, notes.to_owned());
    for part in &chapter.parts {
        match part {
            Part::Table(table) => {
                let grid = b.grid(table, &WORDS);
                flow.two_columns(b, grid, if has_curve { CURVE_NOTE } else { 0.0 });
            }
            Part::Heading(text) => flow.heading(b, text, CURVE_NOTE - 40.0),
            part => flow.part(b, part, &WORDS, None),
        }
    }
    flow.finish(b);
}
