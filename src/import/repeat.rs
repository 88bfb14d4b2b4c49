//! Rows that say what another row of the same table says: a slip of copying, or two moments that look the same. Which of the
//! two it is nobody can see, so it is asked.

use super::draft::Draft;
use super::field::Field;
use super::guess::Guess;
use super::lanes::Place;
use super::mapping::Twice;
use super::plan::Work;
use super::table::Sheet;
use super::tally::Tally;
use super::text::fold;
use crate::model::Day;

impl Work<'_> {
    /// Whether another row said the same already, so that this one makes no moment, or none before somebody says so.
    pub(super) fn is_there_twice(&mut self, draft: &Draft, place: Option<Place>, day: Option<Day>, row: u32) -> bool {
        /// Rows with one title on one day that are held against each other.
        const MOST: usize = 8;
        let title = draft.title.as_deref().map(fold).unwrap_or_default();
        let others = self.said.entry((place, day, title)).or_default();
        let first = others.iter().copied().find(|other| says_the_same(self.sheet, self.guess, *other, row));
        let Some(first) = first else {
            if others.len() < MOST {
                others.push(row);
            }
            return false;
        };
        match self.mapping.twice {
            Some(Twice::Each) => false,
            Some(Twice::Once) => {
                self.counts.twice += 1;
                self.told(Tally::Twice, row);
                true
            }
            None => {
                let title = draft.title.clone().unwrap_or_default();
                self.twice.get_or_insert(((row, first), 0, title)).1 += 1;
                self.wait(row);
                true
            }
        }
    }
}

/// Whether two rows say the same about a moment. Who and when is known to be the same; ids and what is left out say nothing.
fn says_the_same(sheet: &Sheet, guess: &Guess, one: u32, other: u32) -> bool {
    let (Some(one), Some(other)) = (sheet.row(one), sheet.row(other)) else { return false };
    let says_nothing = |field: Field| {
        matches!(
            field,
            Field::Id
                | Field::LeaveOut
                | Field::Creator
                | Field::Handle
                | Field::Date
                | Field::Month
                | Field::Week
                | Field::Weekday
        )
    };
    let mut columns = guess.columns.iter().filter(|column| !says_nothing(column.field));
    columns.all(|column| one.get(column.at) == other.get(column.at))
}
