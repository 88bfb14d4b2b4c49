//! How each moment says that it is paid, and what is commonly looked for in the plan's markets.

use super::super::tables::disclosure;
use super::Build;
use super::flow::{self, Flow};
use super::grid::Room::{self, Below, Beside, Share};
use crate::words::deck_tables as say;

/// Creator, moment with its day, label in the text, whether it is said, the platform's own label, language.
const LABELS: [Room; 7] = [Share(1.2), Share(3.2), Beside, Share(1.6), Share(0.8), Share(1.8), Share(1.4)];
/// Market with its language, labels that are accepted and such that are too vague, what else is known, from where.
const MARKETS: [Room; 6] = [Share(1.1), Below, Share(2.0), Share(2.0), Share(3.0), Share(1.9)];

pub(super) fn build(b: &mut Build<'_>) {
    let Some(chapter) = disclosure::chapter(b.plan) else { return };
    let notes = disclosure::undecided(b.plan).map_or_else(|| say::disclosure_notes_set().to_owned(), say::disclosure_notes_open);
    let mut flow = Flow::of(b, &chapter, notes);
    let last = chapter.parts.len().saturating_sub(1);
    for (at, part) in chapter.parts.iter().enumerate() {
        let rooms: &[Room] = if at == 0 { &LABELS } else { &MARKETS };
        // The rows of the first table stand a little closer where the markets then find room below it.
        let below = (at < last)
            .then(|| if at == 0 { flow::height(b, chapter.parts.get(1..).unwrap_or_default(), &MARKETS) } else { 0.0 });
        flow.part(b, part, rooms, below);
    }
    flow.finish(b);
}
