//! A moment as a row of our own table has it: the one that is there with the cells that were changed, or a new one.

use super::super::cause::Cause;
use super::cell::{same, why};
use super::place::Whose;
use super::{Cells, Problem, Work, problem, untitled};
use crate::import::lanes::Place;
use crate::model::columns::{Cell, Clash, Column, Draft, Row};
use crate::model::{CreatorId, Day, Kind, Lane, LaneId, LaneKind, Moment, MomentId, When, clean, split_list};
use crate::words::{import as say, table as says};

/// Columns that say where a moment stands.
const PLACE: [Column; 4] = [Column::Lane, Column::Creator, Column::Handle, Column::Brand];
/// Columns that say together when it comes.
const WHEN: [Column; 3] = [Column::Date, Column::Day, Column::Order];
/// Columns that say together how far it may move.
const WINDOW: [Column; 2] = [Column::Earlier, Column::Later];
/// Columns that say together what it costs.
const COST: [Column; 2] = [Column::Fee, Column::Currency];

/// The cells that say whose lane it is.
pub(super) fn whose(cells: &Cells) -> Whose {
    Whose {
        lane: cells.text(Column::Lane),
        creator: cells.text(Column::Creator),
        handle: cells.text(Column::Handle),
        brand: cells.text(Column::Brand),
        by_hand: cells.get(Column::Id).is_empty(),
    }
}

/// Whether a column frames a moment: a row that holds nothing else is none.
pub(super) fn is_frame(column: Column) -> bool {
    [&PLACE[..], &WHEN, &WINDOW, &[Column::Time, Column::Currency]].iter().any(|group| group.contains(&column))
}

fn is_alone(column: Column) -> bool {
    ![&PLACE[..], &WHEN, &WINDOW, &COST, &[Column::Id]].iter().any(|group| group.contains(&column))
}

impl Work<'_> {
    /// A moment of the plan with the cells that were changed, and the lane in which it is to stand.
    pub(super) fn changed(
        &mut self,
        cells: &Cells,
        lane: Option<&Lane>,
        moment: &Moment,
    ) -> Result<(Moment, Option<Place>), Vec<Problem>> {
        // An idea stands in no lane: what it says of one is not looked at.
        let tray = Lane::empty(LaneId(moment.id.0), LaneKind::Community);
        let row = Row { campaign: self.campaign, lane: lane.unwrap_or(&tray), moment };
        let was = |column: Column| column.write(row, self.names);
        let is_new = |column: &Column| cells.by_column.get(column).is_some_and(|now| !same(&was(*column), now));
        let changed: Vec<Column> = cells.by_column.keys().copied().filter(is_new).collect();
        let has = |column: Column| changed.contains(&column);
        // What a group says is said by all its cells, also by those that the table does not have.
        let now = |column: Column| cells.by_column.get(&column).cloned().unwrap_or_else(|| was(column));
        let mut put: Vec<(Column, Cell)> =
            changed.iter().filter(|column| is_alone(**column)).map(|column| (*column, cells.get(*column))).collect();
        put.extend(when(&changed, &now, moment, self.rules.zero));
        if WINDOW.into_iter().any(has) {
            put.extend(WINDOW.map(|column| (column, now(column))));
        }
        if COST.into_iter().any(has) {
            put.extend(self.cost(now(Column::Fee), now(Column::Currency)));
        }
        let mut draft = Draft::of(moment.clone());
        self.fill(&mut draft, put, cells)?;
        let mut changed_moment = draft.moment;
        note(&mut changed_moment, cells);
        let place = lane.and_then(|lane| self.moved(cells, &changed, lane));
        if lane.is_some() && has(Column::Handle) && !has(Column::Creator) {
            self.handle(lane.and_then(|lane| lane.creator), &cells.text(Column::Handle));
        }
        Ok((changed_moment, place))
    }

    /// Counts the fields of a moment that the row would empty; the row without them, where they are to be left as they are.
    pub(super) fn without_emptied(&mut self, cells: &Cells, lane: Option<&Lane>, moment: &Moment) -> Option<Cells> {
        let tray = Lane::empty(LaneId(moment.id.0), LaneKind::Community);
        let row = Row { campaign: self.campaign, lane: lane.unwrap_or(&tray), moment };
        let has_when = WHEN.iter().any(|column| cells.by_column.get(column).is_some_and(|cell| !cell.is_empty()));
        // An empty place leaves a moment where it is, and of the columns that say when one is enough.
        let counts = |column: Column| match column {
            Column::Lane | Column::Creator | Column::Brand | Column::Handle | Column::Id => false,
            column => !(has_when && WHEN.contains(&column)),
        };
        let emptied: Vec<Column> = cells
            .by_column
            .iter()
            .filter(|(column, cell)| cell.is_empty() && counts(**column) && !same(&column.write(row, self.names), cell))
            .map(|(column, _)| *column)
            .collect();
        if emptied.is_empty() {
            return None;
        }
        self.emptied.0 += 1;
        for column in &emptied {
            *self.emptied.1.entry(*column).or_default() += 1;
        }
        let leaves = self.rules.mapping.empty == Some(false);
        leaves.then(|| {
            let mut kept = cells.clone();
            kept.by_column.retain(|column, _| !emptied.contains(column));
            kept
        })
    }

    /// A new moment; nothing where its kind has to be asked.
    pub(super) fn made(&mut self, cells: &Cells, id: MomentId, needs_title: bool) -> Result<Option<Moment>, Vec<Problem>> {
        let mut put: Vec<(Column, Cell)> = Vec::new();
        for (column, cell) in cells.by_column.iter().filter(|(_, cell)| !cell.is_empty()) {
            // Where date and day are not the same day here, the table comes from a plan with another day 0: the date counts.
            let counted = (cells.get(Column::Date), self.rules.zero);
            let is_other_day = *column == Column::Day
                && matches!((counted, cell), ((Cell::Day(date), Some(zero)), Cell::Number(day)) if i64::from(date.since(zero)) != *day);
            if (is_alone(*column) || WHEN.contains(column) || WINDOW.contains(column)) && !is_other_day {
                put.push((*column, cell.clone()));
            }
        }
        put.extend(self.cost(cells.get(Column::Fee), cells.get(Column::Currency)));
        let mut draft = Draft::of(Moment::new(id, Kind::Story, ""));
        self.fill(&mut draft, put, cells)?;
        let Some(kind) = Some(draft.moment.kind).filter(|_| draft.has_kind).or(self.rules.mapping.kind) else { return Ok(None) };
        let mut moment = draft.moment;
        moment.kind = kind;
        if needs_title && moment.title.trim().is_empty() {
            moment.title = untitled(&moment);
            self.counts.untitled += 1;
        }
        note(&mut moment, cells);
        Ok(Some(moment))
    }

    /// Puts cells into a draft, and finds or makes what they name.
    fn fill(&mut self, draft: &mut Draft, put: Vec<(Column, Cell)>, cells: &Cells) -> Result<(), Vec<Problem>> {
        let picture = draft.moment.image;
        let mut problems = Vec::new();
        for (column, cell) in put {
            if let Err(wrong) = column.put(&cell, draft) {
                problems.push(problem(cells.number, self.at(column), &why(wrong, &cell.text()), Cause::Unfit));
            }
        }
        if let Err(clashes) = draft.settle(self.rules.zero) {
            problems.extend(clashes.into_iter().map(|clash| self.clash(clash, cells)));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let features = cells.text(Column::Features);
        for (column, text) in draft.link(self.names) {
            match column {
                Column::Product => draft.moment.product = Some(self.places.product(&text, self.ids)),
                Column::SpeaksFor => draft.moment.brand = self.places.brand(&text, self.ids),
                Column::Picture => {
                    // A table carries the name of a picture, not the picture.
                    draft.moment.image = picture;
                    if !self.counts.pictures.contains(&text) {
                        self.counts.pictures.push(text);
                    }
                }
                // The order in which a card names people is kept.
                _ => {
                    let all = split_list(&features);
                    draft.moment.features = all.iter().map(|name| self.places.creator(name, "", self.ids)).collect();
                }
            }
        }
        Ok(())
    }

    fn clash(&self, clash: Clash, cells: &Cells) -> Problem {
        let (column, message, cause) = match clash {
            Clash::OrderAndDay => (Column::Order, says::order_and_day().to_owned(), Cause::OrderAndDay),
            Clash::TimeWithoutDay => (Column::Time, say::time_without_day().to_owned(), Cause::TimeAlone),
            Clash::HalfCost => (Column::Fee, says::fee_without_currency().to_owned(), Cause::HalfCost),
            Clash::DateAndDay => {
                let date = match cells.get(Column::Date) {
                    Cell::Day(date) => date.long(),
                    other => other.text(),
                };
                (Column::Day, say::day_and_date(cells.text(Column::Day), date), Cause::DayAndDate)
            }
        };
        problem(cells.number, self.at(column), &message, cause)
    }

    /// A fee with its currency; without a fee there is no currency either.
    fn cost(&self, fee: Cell, currency: Cell) -> [(Column, Cell); 2] {
        if fee.is_empty() {
            return [(Column::Fee, Cell::Empty), (Column::Currency, Cell::Empty)];
        }
        let currency = match (currency, &self.rules.currency) {
            (Cell::Empty, Some(planned)) => Cell::Text(planned.clone()),
            (currency, _) => currency,
        };
        [(Column::Fee, fee), (Column::Currency, currency)]
    }

    /// Where a moment goes whose cells say another lane.
    fn moved(&mut self, cells: &Cells, changed: &[Column], lane: &Lane) -> Option<Place> {
        let has = |column: Column| changed.contains(&column);
        if ![Column::Lane, Column::Creator, Column::Brand].into_iter().any(has) {
            return Some(Place::There(lane.id));
        }
        let mut whose = whose(cells);
        if let Some(said) = self.lane_or_creator(&whose) {
            return said.map(Place::There).or_else(|| {
                whose.lane.clear();
                self.places.lane(&whose, self.ids)
            });
        }
        if has(Column::Lane) && !has(Column::Creator) {
            // Whoever chooses another lane does not have to choose its creator as well.
            if let [one] = self.names.lanes.find(&whose.lane)[..] {
                return Some(Place::There(one));
            }
            whose.creator.clear();
        } else if !has(Column::Lane) {
            whose.lane.clear();
        }
        self.places.lane(&whose, self.ids).or(Some(Place::There(lane.id)))
    }

    /// Where lane and creator are not the same person, one of them was changed and not the other: the handle beside them says
    /// which was not. Gives the lane that was chosen, or nothing inside where the creator was; nothing where it does not say.
    #[expect(clippy::option_option, reason = "the outer one says whether the handle tells, the inner one what")]
    fn lane_or_creator(&self, whose: &Whose) -> Option<Option<LaneId>> {
        let ([lane], [creator]) = (&self.names.lanes.find(&whose.lane)[..], &self.names.creators.find(&whose.creator)[..]) else {
            return None;
        };
        let of_lane = self.campaign.lane(*lane)?.creator.filter(|of| of != creator)?;
        let has_handle = |creator: CreatorId| {
            let handle = self.campaign.creator(creator).and_then(|creator| creator.handle.as_deref());
            handle.is_some_and(|handle| clean(handle) == whose.handle)
        };
        match (has_handle(of_lane), has_handle(*creator)) {
            (false, true) => Some(Some(*lane)),
            (true, false) => Some(None),
            _ => None,
        }
    }

    /// The handle of a creator, as the table has it.
    fn handle(&mut self, creator: Option<CreatorId>, handle: &str) {
        if let Some(creator) = creator {
            let handle = Some(handle.trim()).filter(|handle| !handle.is_empty());
            self.handles.insert(creator, handle.map(str::to_owned));
        }
    }
}

/// What cells say together about when: the one that was changed counts, and takes the others along.
fn when(changed: &[Column], now: &dyn Fn(Column) -> Cell, moment: &Moment, zero: Option<Day>) -> Vec<(Column, Cell)> {
    let has = |column: Column| changed.contains(&column);
    let (date, day, order) = (now(Column::Date), now(Column::Day), now(Column::Order));
    match (has(Column::Date), has(Column::Day), has(Column::Order)) {
        (false, false, false) => Vec::new(),
        (true, false, false) => match (&date, moment.when, zero) {
            // What is counted from day 0 stays so.
            (Cell::Day(on), When::Relative(_), Some(zero)) => vec![(Column::Day, Cell::Number(on.since(zero).into()))],
            _ => vec![(Column::Date, date)],
        },
        (false, true, false) if day.is_empty() => vec![(Column::Date, date)],
        (false, true, false) => vec![(Column::Day, day)],
        (false, false, true) if !order.is_empty() && date.is_empty() && day.is_empty() => vec![(Column::Order, order)],
        (_, _, true) if order.is_empty() => vec![(Column::Date, date), (Column::Day, day)],
        _ => vec![(Column::Date, date), (Column::Day, day), (Column::Order, order)],
    }
}

/// What columns of somebody else say, in the notes; once.
fn note(moment: &mut Moment, cells: &Cells) {
    for line in &cells.notes {
        if !moment.notes.as_deref().is_some_and(|notes| notes.contains(line)) {
            let before = moment.notes.take();
            moment.notes = Some(before.map_or_else(|| line.clone(), |notes| format!("{notes}\n{line}")));
        }
    }
}
