//! Rows without an id that have the creator, the kind and the title of a moment of the plan, on another day: somebody moved the
//! row, or it is one more moment of that name. Which of the two it is nobody can see, so it is asked.

use std::sync::Arc;

use super::draft::Draft;
use super::lanes::Place;
use super::mapping::Moved;
use super::plan::Work;
use super::text::fold;
use crate::model::{Campaign, Day, Kind, LaneId, Moment, MomentId};

/// The one moment of a lane that has that title and that kind, if it is none of those that rows are about already.
pub(super) fn only_one<'c>(
    campaign: &'c Campaign,
    lane: LaneId,
    (title, kind): (&str, Option<Kind>),
    is_claimed: impl Fn(MomentId) -> bool,
) -> Option<&'c Arc<Moment>> {
    let title = fold(title);
    let same = |moment: &&Arc<Moment>| fold(&moment.title) == title && kind.is_none_or(|kind| kind == moment.kind);
    let mut found = campaign.lane(lane)?.moments.iter().filter(same);
    let only = found.next().filter(|only| !title.is_empty() && !is_claimed(only.id))?;
    found.next().is_none().then_some(only)
}

impl Work<'_> {
    /// Whether a row may be a moment on another day: it waits until it is known which moments the other rows are about.
    pub(super) fn is_perhaps_moved(&mut self, draft: &Draft, place: Option<Place>, row: u32) -> bool {
        let is_one = self.candidate(draft, place).is_some();
        if is_one {
            self.perhaps_moved.push((draft.clone(), place, row));
        }
        is_one
    }

    fn candidate(&self, draft: &Draft, place: Option<Place>) -> Option<&Arc<Moment>> {
        let (lane, title) = (place.and_then(Place::there)?, draft.title.as_deref()?);
        only_one(self.campaign, lane, (title, draft.kind), |id| self.claimed.contains(&id))
    }

    /// The rows that waited.
    pub(super) fn moved_rows(&mut self) {
        for (draft, place, row) in std::mem::take(&mut self.perhaps_moved) {
            let Some(moment) = self.candidate(&draft, place).cloned() else {
                self.place_new(&draft, place, None, row);
                continue;
            };
            self.claimed.insert(moment.id);
            match self.mapping.moved {
                Some(Moved::Move) => self.update(&draft, place, place.and_then(Place::there), &moment, row),
                Some(Moved::Add) => self.place_new(&draft, place, None, row),
                None => {
                    let day = |when| self.campaign.day_of(when).map(Day::long).unwrap_or_default();
                    let days = (day(moment.when), draft.when.map(day).unwrap_or_default());
                    self.moved.get_or_insert((0, moment.title.clone(), days)).0 += 1;
                    self.wait(row);
                }
            }
        }
    }

    /// A row that is a moment of its own.
    pub(super) fn place_new(&mut self, draft: &Draft, place: Option<Place>, id: Option<MomentId>, row: u32) {
        let Some(kind) = draft.kind.or(self.mapping.kind) else {
            self.without_kind += 1;
            return self.wait(row);
        };
        if draft.waits {
            return self.wait(row);
        }
        let day = draft.when.and_then(|when| self.campaign.day_of(when));
        if id.is_none() && self.is_there_twice(draft, place, day, row) {
            return;
        }
        let id = id.filter(|id| self.index.place(*id).is_none()).unwrap_or_else(|| self.ids.moment());
        self.add(draft, place, id, kind, row);
    }
}
