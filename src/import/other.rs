//! What a row says of somebody that the plan, or a row above, says otherwise: one of the two is left out, and that is told.

use super::draft::Draft;
use super::lanes::Place;
use super::mapping::Person;
use super::people::parts;
use super::plan::Work;
use super::tally::Tally;
use super::text::{fold, short};
use super::{Field, people};
use crate::model::CreatorId;
use crate::words::import as say;

impl Work<'_> {
    /// Tells the handle and the name of a row that are not those of the creator it was found to be about.
    pub(super) fn tell_other(&mut self, draft: &Draft, id: CreatorId, row: u32) {
        let Some((name, own)) = self.people.called(id) else { return };
        let written = draft.who.as_deref().map(parts);
        let beside = draft.handle.as_deref().map(people::with_at);
        let handle = written.as_ref().and_then(|(_, handle)| handle.clone()).or(beside);
        let at = |field: Field| self.guess.column(field).map(|column| self.sheet.address(column.at, row)).unwrap_or_default();
        if let (Some(handle), Some(own)) = (&handle, &own)
            && fold(handle) != fold(own)
        {
            let address = if draft.handle.is_some() { at(Field::Handle) } else { at(Field::Creator) };
            let told = say::name_at(say::other_handle(short(handle), short(&name), short(own)), address);
            self.counts.places.cell(Tally::OtherHandles, told);
        }
        let Some((written, _)) = written else { return };
        let is_said = matches!(self.mapping.people.get(&written), Some(Person::Same(_)));
        let is_handle = own.as_deref().is_some_and(|own| fold(own) == fold(&written));
        if fold(&written) != fold(&name) && !is_said && !is_handle && !written.ends_with(']') {
            let told = say::name_at(say::other_name(short(&written), short(&name)), at(Field::Creator));
            self.counts.places.cell(Tally::OtherNames, told);
        }
    }

    /// The lane of a row; what it says otherwise of its creator is told.
    pub(super) fn lane_told(&mut self, draft: &Draft, row: u32) -> Option<Place> {
        let place = self.lane(draft);
        if let Some(id) = place.and_then(|place| self.gathered.creator(self.campaign, place)) {
            self.tell_other(draft, id, row);
        }
        place
    }
}
