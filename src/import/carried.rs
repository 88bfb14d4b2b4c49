//! Whose a row is whose cell for the creator is empty. A heading, a name alone in a row and a merged cell say it; without any of
//! them it is the creator above or nobody's, which nobody can see, so it is asked.

use super::draft::Draft;
use super::field::Field;
use super::mapping::Blank;
use super::plan::Work;
use super::tally::Tally;

/// Rows whose creator has to be asked about: the first of them, who stands above it, and how many there are.
pub(super) type Blanks = (u32, String, usize);

impl Work<'_> {
    /// Gives a row the creator of the rows above where its own cells name nobody, and remembers whom it names where they do.
    pub(super) fn take_creator(&mut self, draft: &mut Draft, is_nobody: bool, row: u32) {
        if is_nobody {
            self.current = None;
            return;
        }
        if draft.who.is_some() || draft.handle.is_some() || draft.lane.is_some() {
            self.current = draft.who.clone().or_else(|| draft.handle.clone());
            self.is_headed = false;
            return;
        }
        let Some(above) = self.current.clone() else { return };
        let has_column = [Field::Creator, Field::Handle].into_iter().any(|field| self.guess.column(field).is_some());
        if self.is_headed || !has_column {
            draft.who = Some(above);
            return;
        }
        match self.mapping.no_creator {
            Some(Blank::Above) => {
                draft.who = Some(above);
                self.counts.carried += 1;
                self.told(Tally::Carried, row);
            }
            Some(Blank::Nobody) => {}
            None => {
                self.blanks.get_or_insert((row, above.clone(), 0)).2 += 1;
                draft.who = Some(above);
                draft.waits = true;
            }
        }
    }
}
