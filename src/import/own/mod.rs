//! Our own table of moments, come back: each row is held against the moment that it was written from, and only the cells that
//! somebody changed change the plan. An emptied cell empties its field, which no cell of a foreign table does.
//!
//! Rows are known by their ids. A row without one is new, unless a moment of that title is in that lane on that day.

mod cell;
mod moment;
mod place;
mod tell;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::cause::Cause;
use super::date::Orders;
use super::field::Field;
use super::guess::Guess;
use super::lanes::Place;
use super::mapping::{Decimals, Mapping, Moved, Rest, Same};
use super::moved::only_one;
use super::preview::Preview;
use super::proposal::{Counts, Problem, Proposal, Question};
use super::propose::{GoOn, Incoming, goes_on};
use super::survey::survey;
use super::table::{Book, Row, Sheet, Value, address};
use super::text::fold;
use crate::edit::{CampaignChange, CreatorChange, Edit};
use crate::model::columns::{self, Cell, Column, Names, OwnSheet};
use crate::model::{Anchor, Campaign, Creator, CreatorId, Day, IdSource, Index, Lane, LaneId, Moment, MomentId, Unknown, When};
use crate::words::{import as say, names as words, table as says};
use cell::Read;
use place::{Places, Written};

/// Rows that are looked at to find our headings.
const LOOKED_AT: usize = 40;
/// Cells that are shown of each column.
const SHOWN: usize = 3;
/// Moments with emptied fields from which on it is asked whether that is meant.
const MANY: usize = 3;

/// Which of our own sheets it is, if any, and the row of its headings.
pub(super) fn find(sheet: &Sheet, mapping: &Mapping) -> Option<(OwnSheet, u32)> {
    let mut rows = sheet.rows.iter().take(LOOKED_AT).filter(|row| mapping.header.is_none_or(|header| row.number == header));
    rows.find_map(|row| Some((headed(sheet, row)?, row.number)))
}

fn headed(sheet: &Sheet, row: &Row) -> Option<OwnSheet> {
    let headings: Vec<String> = row.cells.iter().map(|cell| cell.value.shown()).collect();
    columns::own_sheet(&sheet.name, &headings.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The place of the sheet of moments in a workbook of ours: the one of its sheets that can be read back.
#[must_use]
pub fn moments_sheet(book: &Book) -> Option<usize> {
    let ours = |sheet: &Sheet| find(sheet, &Mapping::default()).is_some_and(|(found, _)| found == OwnSheet::Moments);
    book.sheets.iter().position(|sheet| !sheet.hidden && ours(sheet)).or_else(|| book.sheets.iter().position(ours))
}

/// The columns as our own headings say for certain, whatever stands below; what a mapping says counts more.
pub(super) fn sure(guess: &mut Guess, sheet: &Sheet, header: u32, mapping: &Mapping) {
    let mut columns: Vec<super::guess::Column> = Vec::new();
    for cell in sheet.row(header).into_iter().flat_map(|row| &row.cells) {
        let heading = cell.value.shown().split_whitespace().collect::<Vec<_>>().join(" ");
        let taken = |name: &str| columns.iter().any(|column| column.header == name);
        let mut name = heading.clone();
        let mut number = 2;
        while taken(&name) {
            name = say::column_again(&heading, number);
            number += 1;
        }
        let own = Column::ALL.iter().find(|own| own.heading() == name).map(|own| Field::of(*own));
        let said = mapping.columns.get(&name).copied();
        let rest = if mapping.rest == Rest::Notes { Field::Notes } else { Field::LeaveOut };
        let mut samples: Vec<String> = Vec::new();
        let below = sheet.rows.iter().filter(|row| row.number > header).filter_map(|row| row.get(cell.column));
        for shown in below.map(Value::shown) {
            if !samples.contains(&shown) {
                samples.push(shown);
            }
            if samples.len() == SHOWN {
                break;
            }
        }
        let unknown = said.is_none() && own.is_none();
        let field = said.or(own).unwrap_or(rest);
        columns.push(super::guess::Column { at: cell.column, header: name, field, sure: true, unknown, samples });
    }
    (guess.header, guess.columns) = (Some(header), columns);
}

/// What a sheet would do that cannot be brought in, such as one of ours that is made from the moments.
pub(super) fn nothing(guess: &Guess, sheet: Option<OwnSheet>) -> Proposal {
    Proposal {
        guess: guess.clone(),
        own: sheet,
        edits: Vec::new(),
        known: Vec::new(),
        problems: Vec::new(),
        questions: Vec::new(),
        counts: Counts::default(),
        preview: Preview::default(),
    }
}

/// Says what bringing our own table of moments into a plan would do.
pub(super) fn propose(table: Incoming<'_>, guess: &Guess, ids: &mut IdSource, go_on: GoOn<'_>) -> Proposal {
    let Incoming { sheet, mapping, campaign, .. } = table;
    let found = survey(table, sheet, guess);
    let names = Names::of(campaign);
    let rules = Rules {
        mapping,
        from_1904: sheet.from_1904,
        orders: found.orders,
        decimals: found.decimals,
        currency: found.currency.as_ref().map(|(code, _)| code.clone()),
        zero: campaign.anchor.as_ref().and_then(|anchor| anchor.date),
    };
    let mut work = Work::new(table, guess, &names, rules, ids);
    // In our own table every day is written out, and what is none is told as that.
    let is_ours = |question: &Question| !matches!(question, Question::Weeks { .. } | Question::Months { .. });
    work.questions = found.questions.into_iter().filter(is_ours).collect();
    work.rows(sheet, go_on);
    work.finish()
}

/// What holds for all rows.
struct Rules<'a> {
    mapping: &'a Mapping,
    from_1904: bool,
    orders: Orders,
    decimals: Option<Decimals>,
    /// The currency of amounts that have none, where it is known.
    currency: Option<String>,
    /// The date of the plan's day 0.
    zero: Option<Day>,
}

/// A row as it was read.
#[derive(Clone)]
struct Cells {
    number: u32,
    by_column: BTreeMap<Column, Cell>,
    /// Columns of somebody else, which go into the notes.
    notes: Vec<String>,
    waits: bool,
}

impl Cells {
    fn get(&self, column: Column) -> Cell {
        self.by_column.get(&column).cloned().unwrap_or_default()
    }

    fn text(&self, column: Column) -> String {
        self.get(column).text()
    }
}

/// What is being worked out.
struct Work<'a> {
    guess: &'a Guess,
    campaign: &'a Campaign,
    names: &'a Names,
    rules: Rules<'a>,
    ids: &'a mut IdSource,
    skip_bad: bool,
    index: Index,
    columns: Vec<(u16, Column)>,
    places: Places<'a>,
    /// Moments that are there, by lane, day and folded title.
    there: HashMap<(LaneId, Option<Day>, String), MomentId>,
    used: HashSet<MomentId>,
    /// Moments that rows are about, by their ids or by lane, day and title.
    claimed: HashSet<MomentId>,
    /// Rows without an id that are perhaps a moment on another day: how many, the title and the days of the first.
    moved: Option<(usize, String, (String, String))>,
    /// The day 0 that the table counts from, where the plan has none.
    zero: Option<Day>,
    handles: BTreeMap<CreatorId, Option<String>>,
    questions: Vec<Question>,
    problems: Vec<Problem>,
    counts: Counts,
    without_kind: usize,
    /// Fields of how many moments would be emptied, and which.
    emptied: (usize, BTreeMap<Column, usize>),
}

impl<'a> Work<'a> {
    fn new(table: Incoming<'a>, guess: &'a Guess, names: &'a Names, rules: Rules<'a>, ids: &'a mut IdSource) -> Self {
        let Incoming { sheet, campaign, skip_bad, .. } = table;
        let mut there = HashMap::new();
        for (lane, moment) in campaign.lanes.iter().flat_map(|lane| lane.moments.iter().map(move |moment| (lane, moment))) {
            there.entry((lane.id, campaign.day_of(moment.when), fold(&moment.title))).or_insert(moment.id);
        }
        let columns: Vec<(u16, Column)> = guess
            .columns
            .iter()
            .filter(|column| !is_extra(column))
            .filter_map(|column| Some((column.at, column.field.column()?)))
            .collect();
        let written = [Column::Creator, Column::Lane, Column::Brand].map(|of| {
            let at = columns.iter().find(|(_, column)| *column == of).map(|(at, _)| *at);
            let texts: BTreeSet<String> = body(sheet, guess).filter_map(|row| row.get(at?)).map(Value::shown).collect();
            Written::of(&texts)
        });
        Self {
            guess,
            campaign,
            names,
            places: Places::new(campaign, names, rules.mapping, written),
            rules,
            ids,
            skip_bad,
            index: Index::of(campaign),
            columns,
            there,
            used: HashSet::new(),
            claimed: HashSet::new(),
            moved: None,
            zero: None,
            handles: BTreeMap::new(),
            questions: Vec::new(),
            problems: Vec::new(),
            counts: Counts::default(),
            without_kind: 0,
            emptied: (0, BTreeMap::new()),
        }
    }

    fn rows(&mut self, sheet: &Sheet, go_on: GoOn<'_>) {
        let from = self.guess.header.unwrap_or(0);
        self.counts.above = sheet.rows.iter().filter(|row| row.number < from).count();
        // Every row is gone through twice.
        let all = 2 * sheet.rows.len();
        let some = body(sheet, self.guess).enumerate().take_while(|(done, _)| goes_on(go_on, *done, all));
        let read: Vec<(Cells, Vec<Problem>)> = some.map(|(_, row)| self.read(row)).collect();
        self.zero = self.day_zero(&read);
        self.rules.zero = self.rules.zero.or(self.zero);
        self.claimed = read.iter().filter_map(|(cells, _)| self.found(cells)).collect();
        let mut before = from;
        for (done, (cells, problems)) in read.into_iter().enumerate() {
            if !goes_on(go_on, all / 2 + done, all) {
                return;
            }
            self.counts.empty += cells.number.saturating_sub(before + 1) as usize;
            before = cells.number;
            self.counts.rows += 1;
            self.row(&cells, problems);
        }
    }

    fn read(&mut self, row: &Row) -> (Cells, Vec<Problem>) {
        let mut read = Cells { number: row.number, by_column: BTreeMap::new(), notes: Vec::new(), waits: false };
        let mut problems = Vec::new();
        for (at, column) in &self.columns {
            let Some(value) = row.get(*at) else {
                read.by_column.insert(*column, Cell::Empty);
                continue;
            };
            match cell::read(*column, value, &self.rules) {
                Read::Cell(cell) => {
                    read.by_column.insert(*column, cell);
                }
                Read::Open => {
                    self.counts.open += 1;
                    read.by_column.insert(*column, Cell::Empty);
                }
                Read::Waits => read.waits = true,
                Read::Wrong(message, cause) => problems.push(problem(row.number, *at, &message, cause)),
            }
        }
        if self.rules.mapping.rest == Rest::Notes {
            for column in self.guess.columns.iter().filter(|column| is_extra(column)) {
                if let Some(value) = row.get(column.at) {
                    read.notes.push(say::note(&column.header, crate::model::clean(&value.shown()).trim()));
                }
            }
        }
        (read, problems)
    }

    /// The day 0 that the rows count from, where the plan has none and the rows agree.
    fn day_zero(&self, read: &[(Cells, Vec<Problem>)]) -> Option<Day> {
        if self.rules.zero.is_some() {
            return None;
        }
        let zeros: HashSet<Day> = read
            .iter()
            .filter_map(|(cells, _)| match (cells.get(Column::Date), cells.get(Column::Day)) {
                (Cell::Day(date), Cell::Number(day)) => Some(date.plus(i32::try_from(day).ok()?.checked_neg()?)),
                _ => None,
            })
            .collect();
        if zeros.len() == 1 { zeros.into_iter().next() } else { None }
    }

    fn row(&mut self, cells: &Cells, mut problems: Vec<Problem>) {
        let says_nothing = cells.by_column.iter().all(|(column, cell)| cell.is_empty() || moment::is_frame(*column));
        if says_nothing && problems.is_empty() && !cells.waits {
            self.counts.bare += 1;
            return;
        }
        let id = MomentId::parse(cells.text(Column::Id).trim());
        if let Some(id) = id.filter(|id| self.used.contains(id)) {
            problems.push(problem(cells.number, self.at(Column::Id), &say::id_twice(id), Cause::IdTwice));
        }
        self.used.extend(id);
        if problems.is_empty() && !cells.waits {
            problems = match (self.existing(cells), self.moved_from(cells, id)) {
                (Some((lane, moment)), _) => self.back(cells, lane.as_deref(), &moment),
                (None, Some(moved)) => self.perhaps_moved(cells, moved),
                (None, None) => self.new_row(cells, id),
            };
        } else if problems.is_empty() {
            self.counts.waiting += 1;
        }
        if !problems.is_empty() {
            self.counts.bad += 1;
            self.counts.left_out += usize::from(self.skip_bad);
            self.problems.append(&mut problems);
        }
    }

    /// The moment that a row was written from, and its lane.
    fn existing(&mut self, cells: &Cells) -> Option<(Option<Arc<Lane>>, Arc<Moment>)> {
        let found = self.found(cells)?;
        self.used.insert(found);
        self.campaign.moment(found).map(|(lane, moment)| (lane.cloned(), Arc::clone(moment)))
    }

    fn found(&self, cells: &Cells) -> Option<MomentId> {
        let id = MomentId::parse(cells.text(Column::Id).trim());
        id.filter(|id| self.index.place(*id).is_some()).or_else(|| {
            if id.is_some() {
                return None;
            }
            let [lane] = self.names.lanes.find(&cells.text(Column::Lane))[..] else { return None };
            let day = match (cells.get(Column::Date), cells.get(Column::Day)) {
                (Cell::Day(day), _) => Some(day),
                (_, Cell::Number(day)) => i32::try_from(day).ok().and_then(|day| self.campaign.day_of(When::Relative(day))),
                _ => None,
            };
            let title = cell::folded(cells.by_column.get(&Column::Title))?;
            self.there.get(&(lane, day, title)).copied().filter(|id| !self.used.contains(id))
        })
    }

    /// The moment that a row without an id has creator, kind and title of.
    fn moved_from(&self, cells: &Cells, id: Option<MomentId>) -> Option<(Option<Arc<Lane>>, Arc<Moment>)> {
        let [lane] = self.names.lanes.find(&cells.text(Column::Lane))[..] else { return None };
        let (title, kind) = (cells.text(Column::Title), cells.text(Column::Kind));
        let is_claimed = |id: MomentId| self.claimed.contains(&id) || self.used.contains(&id);
        let moment = only_one(self.campaign, lane, (&title, crate::import::words::kind(&kind)), is_claimed)?;
        id.is_none().then(|| (self.campaign.lane(lane).cloned(), Arc::clone(moment)))
    }

    /// Such a row: it is asked whether it is that moment.
    fn perhaps_moved(&mut self, cells: &Cells, (lane, moment): (Option<Arc<Lane>>, Arc<Moment>)) -> Vec<Problem> {
        match self.rules.mapping.moved {
            Some(Moved::Move) => {
                self.used.insert(moment.id);
                self.back(cells, lane.as_deref(), &moment)
            }
            Some(Moved::Add) => self.new_row(cells, None),
            None => {
                self.used.insert(moment.id);
                let day = if let Cell::Day(day) = cells.get(Column::Date) { day.long() } else { String::new() };
                let was = self.campaign.day_of(moment.when).map(Day::long).unwrap_or_default();
                self.moved.get_or_insert((0, moment.title.clone(), (was, day))).0 += 1;
                self.counts.waiting += 1;
                Vec::new()
            }
        }
    }

    /// A row of a moment that is in the plan.
    fn back(&mut self, cells: &Cells, lane: Option<&Lane>, moment: &Moment) -> Vec<Problem> {
        match self.rules.mapping.same {
            Some(Same::Skip) => {
                self.counts.skipped += 1;
                return Vec::new();
            }
            Some(Same::Add) => return self.new_row(cells, None),
            Some(Same::Update) | None => {}
        }
        let kept = self.without_emptied(cells, lane, moment);
        let (changed, place) = match self.changed(kept.as_ref().unwrap_or(cells), lane, moment) {
            Ok(changed) => changed,
            Err(problems) => return problems,
        };
        if self.places.gathered.update(place, lane.map(|lane| lane.id), moment, &changed) {
            self.counts.updated += 1;
        } else {
            self.counts.unchanged += 1;
        }
        self.day(&changed);
        Vec::new()
    }

    /// A row that is new to the plan.
    fn new_row(&mut self, cells: &Cells, id: Option<MomentId>) -> Vec<Problem> {
        let own = id.filter(|id| self.index.place(*id).is_none());
        let new = own.unwrap_or_else(|| self.ids.moment());
        let mut moment = match self.made(cells, new, id.is_none()) {
            Ok(Some(moment)) => moment,
            Ok(None) => {
                self.without_kind += 1;
                self.counts.waiting += 1;
                return Vec::new();
            }
            Err(problems) => return problems,
        };
        let place = self.lane(cells);
        if place.is_some_and(|place| self.places.gathered.has_creator(self.campaign, place)) {
            // A card speaks for a brand of its own only where its lane has no creator.
            moment.brand = None;
        }
        if place.is_some() {
            self.counts.added += 1;
        } else {
            self.counts.ideas += 1;
        }
        self.day(&moment);
        self.places.gathered.add(place, moment);
        Vec::new()
    }

    fn lane(&mut self, cells: &Cells) -> Option<Place> {
        self.places.lane(&moment::whose(cells), self.ids)
    }

    fn day(&mut self, moment: &Moment) {
        let zero = self.rules.zero;
        let day = match moment.when {
            When::Relative(days) => zero.map(|zero| zero.plus(days)),
            when => self.campaign.day_of(when),
        };
        if let Some(day) = day {
            self.counts.days = Some(self.counts.days.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
        }
    }

    /// Where a column stands, for an address.
    fn at(&self, column: Column) -> u16 {
        self.columns.iter().find(|(_, of)| *of == column).map_or(0, |(at, _)| *at)
    }

    fn finish(mut self) -> Proposal {
        self.questions.append(&mut self.places.people.questions);
        if self.without_kind > 0 {
            self.questions.push(Question::Kind { rows: self.without_kind });
        }
        if let Some((rows, title, days)) = self.moved {
            self.questions.push(Question::Moved { rows, title, days });
        }
        // Somebody who takes a field out of one card means it. Whole columns are emptied by tables that somebody else cut.
        if self.emptied.0 >= MANY && self.rules.mapping.empty.is_none() {
            let fields = self.emptied.1.values().sum();
            let columns = self.emptied.1.iter().map(|(column, count)| (column.heading(), *count)).collect();
            self.questions.push(Question::Emptied { fields, columns });
        }
        let places = self.places;
        let used = places.gathered.creators();
        let new: Vec<_> = places.creators.into_iter().chain(places.people.new).filter(|new| used.contains(&new.id)).collect();
        let counts = &mut self.counts;
        counts.new_creators = new.iter().map(|new| new.name.clone()).collect();
        counts.new_products = places.products.iter().map(|product| product.name.clone()).collect();
        counts.new_brands = places.brands.new.iter().map(|brand| brand.name.clone()).collect();
        let extra = self.guess.columns.iter().filter(|column| column.unknown && !column.samples.is_empty());
        counts.unknown_columns = extra.map(|column| column.header.clone()).collect();
        if counts.updated + counts.unchanged > 0 {
            let all = self.campaign.lanes.iter().flat_map(|lane| &lane.moments);
            counts.absent = all.filter(|moment| !self.used.contains(&moment.id)).count();
        }
        let creators = new.into_iter().map(|new| Creator { handle: new.handle, ..Creator::new(new.id, new.name) });
        let mut edits = places.gathered.edits(places.brands.new, creators, places.products);
        let mut known = Vec::new();
        if self.questions.is_empty() {
            let handles =
                self.handles.into_iter().map(|(id, handle)| Edit::SetCreator { id, change: CreatorChange::Handle(handle) });
            let handles: Vec<Edit> = handles.collect();
            if let Some(zero) = self.zero.filter(|_| !edits.is_empty()) {
                let kept = self.campaign.anchor.clone();
                let label = || crate::words::language::english(|| says::day_zero().to_owned());
                let anchor = kept.unwrap_or_else(|| Anchor { label: label(), date: None, unknown: Unknown::default() });
                let change = CampaignChange::Anchor(Some(Anchor { date: Some(zero), ..anchor }));
                edits.insert(0, Edit::SetCampaign { change: Box::new(change) });
                counts.day_zero = Some(zero);
            }
            counts.handles = handles.len();
            edits.extend(handles);
        } else {
            known = std::mem::take(&mut edits);
        }
        Proposal {
            guess: self.guess.clone(),
            own: Some(OwnSheet::Moments),
            edits,
            known,
            problems: self.problems,
            questions: self.questions,
            counts: self.counts,
            preview: Preview::default(),
        }
    }
}

/// The rows below the header.
fn body<'s>(sheet: &'s Sheet, guess: &Guess) -> impl Iterator<Item = &'s Row> {
    let header = guess.header.unwrap_or(0);
    sheet.rows.iter().filter(move |row| row.number > header)
}

/// A column that goes into the notes and is not the notes.
fn is_extra(column: &super::guess::Column) -> bool {
    column.field == Field::Notes && (column.unknown || column.header.trim() != Column::Notes.heading())
}

fn problem(row: u32, at: u16, message: &str, cause: Cause) -> Problem {
    let address = address(at, row);
    let message = say::at(&address, message);
    Problem { row, address, message, cause }
}

/// What a moment without a title is called.
fn untitled(moment: &Moment) -> String {
    words::kind(moment.kind.key()).to_owned()
}
