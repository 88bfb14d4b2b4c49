//! Where the rows of the list stand: only those in sight are drawn, however many there are. Never draws.

use std::ops::Range;

use super::data::{Group, Results, What};
use super::row;

/// Height of a heading, in points.
const HEAD: f32 = 30.0;
/// Above the first heading and below the last row, in points.
const PAD: f32 = 6.0;

/// What stands in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Head(Group),
    Row(What),
}

/// Everything in the list with its place.
#[derive(Debug, Default)]
pub(super) struct Layout {
    items: Vec<Item>,
    /// Where each item begins, in points, and where the last one ends.
    tops: Vec<f32>,
}

impl Layout {
    pub(super) fn of(results: &Results) -> Self {
        let mut layout = Self::default();
        let mut y = PAD;
        for section in &results.sections {
            layout.put(Item::Head(section.group), &mut y, HEAD);
            for what in &section.rows {
                layout.put(Item::Row(what.clone()), &mut y, row::HEIGHT);
            }
        }
        layout.tops.push(y);
        layout
    }

    fn put(&mut self, item: Item, y: &mut f32, height: f32) {
        self.items.push(item);
        self.tops.push(*y);
        *y += height;
    }

    /// How high all of it is, in points.
    pub(super) fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default() + PAD
    }

    /// What lies between two heights, each with its place.
    pub(super) fn within(&self, from: f32, to: f32) -> impl Iterator<Item = (&Item, Range<f32>)> {
        let first = self.tops.partition_point(|top| *top <= from).saturating_sub(1);
        let spans = self.tops.windows(2).map(|pair| pair[0]..pair[1]);
        self.items.iter().zip(spans).skip(first).take_while(move |(_, span)| span.start < to)
    }

    /// Where a row stands; the first of a group with its heading.
    pub(super) fn place(&self, what: &What) -> Option<Range<f32>> {
        let at = self.items.iter().position(|item| matches!(item, Item::Row(row) if row == what))?;
        let from = if at > 0 && matches!(self.items.get(at - 1), Some(Item::Head(_))) { at - 1 } else { at };
        let top = if from == 0 { 0.0 } else { *self.tops.get(from)? };
        Some(top..*self.tops.get(at + 1)?)
    }
}

#[cfg(test)]
mod tests {
    use super::super::data::Section;
    use super::*;
    use crate::ui::command::Command;

    #[test]
    fn of_many_rows_only_those_in_sight_are_gone_through() {
        let rows = (0..10_000).map(What::Plan).collect();
        let few = vec![What::Run(Command::Save)];
        let sections = vec![Section { group: Group::Plans, rows }, Section { group: Group::Actions, rows: few }];
        let layout = Layout::of(&Results { sections, total: 10_001, first: 0 });
        assert_eq!(layout.within(0.0, 480.0).count(), 14);
        assert!(layout.within(200_000.0, 200_480.0).count() < 16);
        let last = layout.place(&What::Run(Command::Save)).unwrap();
        assert!((last.end - last.start - HEAD - row::HEIGHT).abs() < 0.1, "with its heading");
        assert!((layout.height() - last.end - PAD).abs() < 0.1);
        assert!(layout.place(&What::Run(Command::Open)).is_none());
    }
}
