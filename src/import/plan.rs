//! From rows to edits: one step that adds what a table holds, with lanes for creators who have none, and everything that is
//! not used counted or named.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::carried::Blanks;
use super::cause::Cause;
use super::crowd;
use super::dashed;
use super::date::Context;
use super::draft::Draft;
use super::field::Field;
use super::grid;
use super::guess::{self, Guess};
use super::heading::Sort;
use super::lanes::{Gathered, Place};
use super::mapping::{Mapping, Person, Same};
use super::people::{Brands, People, Several, Who, split};
use super::proposal::{Problem, Proposal, Question};
use super::propose::{GoOn, Incoming, goes_on};
use super::row::{self, Rules};
use super::survey::{Survey, survey};
use super::table::{Row, Sheet, Value};
use super::tally::Tally;
use super::text::{first_words, fold, is_open, short};
use crate::model::{Campaign, Creator, Day, IdSource, Index, Kind, LaneId, Moment, MomentId, Product, When};
use crate::words::{import as say, names};

/// Says what bringing somebody else's table into a plan would do.
#[must_use]
pub(super) fn propose(table: Incoming<'_>, ids: &mut IdSource, go_on: GoOn<'_>) -> Proposal {
    let Incoming { mapping, campaign, .. } = table;
    let settled = dashed::settled(table.sheet, mapping);
    let given = settled.as_ref().unwrap_or(table.sheet);
    let flat = grid::flat(given, campaign, mapping);
    let (sheet, guess) = match &flat {
        Some(flat) => (&flat.sheet, guess::of_grid(flat, mapping)),
        None => (given, guess::of_list(given, campaign, mapping)),
    };
    let survey = survey(table, sheet, &guess);
    let mut work = Work::new(table, sheet, &guess, ids, &survey);
    if let Some(flat) = &flat {
        if let (true, grid::Grid::PeopleAcross(_, names)) = (flat.unsure, &flat.grid) {
            work.questions.push(Question::Grid(names.clone()));
        }
        for address in &flat.fillers {
            work.counts.places.cell(Tally::Filler, address.clone());
        }
        work.passed(table.sheet, &flat.passed);
        work.counts.left_columns.clone_from(&flat.left);
    }
    work.questions.extend(survey.questions.iter().cloned());
    work.rows(go_on);
    work.moved_rows();
    work.finish()
}

/// Most questions of one kind.
pub(super) const MOST_ASKED: usize = 200;
/// Most moments beyond the first of their rows; no calendar has as many.
const MOST_MORE: usize = 100_000;

/// What is being worked out.
pub(super) struct Work<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) guess: &'a Guess,
    pub(super) mapping: &'a Mapping,
    pub(super) campaign: &'a Campaign,
    pub(super) ids: &'a mut IdSource,
    pub(super) rules: Rules<'a>,
    skip_bad: bool,
    pub(super) people: People<'a>,
    pub(super) brands: Brands<'a>,
    pub(super) products: Vec<Product>,
    pub(super) index: Index,
    /// Moments that are there, by lane, day and folded title.
    there: HashMap<(LaneId, Option<Day>, String), MomentId>,
    used_ids: HashSet<MomentId>,
    /// Moments that rows are about, by their ids or by lane, day and title.
    pub(super) claimed: HashSet<MomentId>,
    /// Rows that are perhaps a moment of the plan on another day.
    pub(super) perhaps_moved: Vec<(Draft, Option<Place>, u32)>,
    /// Such rows that have to be asked about: how many, the title and the days of the first.
    pub(super) moved: Option<(usize, String, (String, String))>,
    pub(super) gathered: Gathered,
    pub(super) questions: Vec<Question>,
    problems: Vec<Problem>,
    pub(super) counts: super::proposal::Counts,
    /// Rows whose month is told, so that they are not passed over.
    pub(super) told_above: &'a [u32],
    /// The names in the column of creators, folded.
    pub(super) written: HashSet<String>,
    /// The same as they are written, as far as each is one person.
    pub(super) everybody: Vec<String>,
    /// The creator of the rows above.
    pub(super) current: Option<String>,
    /// A heading, or a name alone in a row, named that creator: the rows below are his or hers.
    pub(super) is_headed: bool,
    /// Rows without a creator below one who has a row, as long as nobody said whose they are.
    pub(super) blanks: Option<Blanks>,
    pub(super) week: Option<Day>,
    /// The month of the heading above.
    pub(super) month: Option<(i8, Option<i16>)>,
    pub(super) headings: Vec<String>,
    same: (usize, String),
    pub(super) without_kind: usize,
    /// Rows by lane, day and folded title.
    pub(super) said: HashMap<(Option<Place>, Option<Day>, String), Vec<u32>>,
    /// Rows that say what another one says: the first such pair, how many, and the title.
    pub(super) twice: Option<((u32, u32), usize, String)>,
}

impl<'a> Work<'a> {
    /// `sheet` is the table as rows of moments, which a grid is not by itself.
    fn new(table: Incoming<'a>, sheet: &'a Sheet, guess: &'a Guess, ids: &'a mut IdSource, survey: &'a Survey) -> Self {
        let Incoming { mapping, campaign, skip_bad, .. } = table;
        let mut there = HashMap::new();
        for lane in &campaign.lanes {
            for moment in &lane.moments {
                there.entry((lane.id, campaign.day_of(moment.when), fold(&moment.title))).or_insert(moment.id);
            }
        }
        let named = |field: Field| guess.column(field).map(|column| crowd::names_in(sheet, guess, column.at)).unwrap_or_default();
        let mut creators = named(Field::Creator);
        let handles = named(Field::Handle);
        let mut written: HashSet<String> = creators.iter().chain(&handles).map(|name| fold(name)).collect();
        written.remove("");
        if creators.is_empty() {
            creators = handles;
        }
        let rules = Rules {
            sheet,
            columns: &guess.columns,
            mapping,
            from_1904: sheet.from_1904,
            orders: survey.orders,
            begins: survey.begins,
            weeks: survey.weeks,
            month: survey.month.as_ref().map(|of| (of.month, of.year)).or(mapping.days_in.map(|of| (of.month, Some(of.year)))),
            asks_month: survey.asks_month,
            next_month: &survey.next_month,
            decimals: survey.decimals,
            currency: survey.currency.as_ref().map(|(code, _)| code.clone()),
            zero: campaign.anchor.as_ref().and_then(|anchor| anchor.date),
        };
        Self {
            sheet,
            guess,
            mapping,
            campaign,
            ids,
            rules,
            skip_bad,
            people: People::new(campaign, mapping),
            brands: Brands::new(campaign),
            products: Vec::new(),
            index: Index::of(campaign),
            there,
            used_ids: HashSet::new(),
            claimed: HashSet::new(),
            perhaps_moved: Vec::new(),
            moved: None,
            gathered: Gathered::default(),
            questions: Vec::new(),
            problems: Vec::new(),
            counts: super::proposal::Counts {
                grid: guess.grid.clone(),
                currency: survey.currency.clone(),
                orders: survey.settled.clone(),
                month: (!survey.told_months.is_empty()).then(|| survey.told_months.join(" ")),
                ..super::proposal::Counts::default()
            },
            told_above: &survey.told_rows,
            written,
            everybody: crowd::everybody(&creators, campaign),
            current: None,
            is_headed: false,
            blanks: None,
            week: None,
            month: None,
            headings: Vec::new(),
            same: (0, String::new()),
            without_kind: 0,
            said: HashMap::new(),
            twice: None,
        }
    }

    fn rows(&mut self, go_on: GoOn<'_>) {
        let sheet = self.sheet;
        let from = self.guess.header.unwrap_or(0);
        let rows: Vec<&Row> = sheet.rows.iter().filter(|row| row.number > from).collect();
        let sorted = self.sorted(&rows);
        self.take_above(from, sorted.iter().any(|(sort, _)| *sort == Sort::Header));
        let mut before = from;
        let all = rows.len();
        for (done, (row, (sort, below))) in rows.into_iter().zip(sorted).enumerate() {
            if !goes_on(go_on, done, all) {
                return;
            }
            for empty in before + 1..row.number {
                self.counts.empty += 1;
                self.told(Tally::Empty, empty);
            }
            before = row.number;
            self.counts.rows += 1;
            match sort {
                Sort::Header => {
                    self.counts.repeated += 1;
                    self.told(Tally::Repeated, row.number);
                }
                Sort::Total => {
                    self.counts.totals += 1;
                    self.told(Tally::Totals, row.number);
                }
                Sort::Heading(heading) => {
                    self.counts.headings += 1;
                    self.told(Tally::Headings, row.number);
                    self.take_heading(row, &heading, below);
                }
                Sort::Bare => {
                    self.counts.bare += 1;
                    self.told(Tally::Bare, row.number);
                    self.take_frame(row);
                }
                Sort::Moment => self.row(row),
            }
        }
    }

    /// Remembers where something stands that is counted.
    pub(super) fn told(&mut self, tally: Tally, row: u32) {
        self.counts.places.row(tally, self.sheet, row);
    }

    fn context(&self) -> Context {
        Context { week: self.week, month: self.month, ..Context::default() }
    }

    fn take_frame(&mut self, row: &Row) {
        let text = |field: Field| self.guess.column(field).and_then(|column| row.get(column.at)).map(Value::shown);
        if let Some(creator) = text(Field::Creator) {
            self.current = Some(creator.split_whitespace().collect::<Vec<_>>().join(" "));
            self.is_headed = true;
        }
        self.take_month(row);
        let draft = row::read(&self.rules, row, self.context());
        self.week = draft.week.or(self.week);
    }

    fn row(&mut self, row: &Row) {
        let named = self.guess.column(Field::Creator).and_then(|column| row.get(column.at)).map(Value::shown);
        // “tbd” is an answer: nobody is chosen yet. It is not the person above, and neither are the rows that follow it.
        let is_nobody = named.as_deref().is_some_and(is_open);
        if self.sheet.is_of_cells() {
            // The cell above in a grid is another day's or another person's.
            self.current = None;
        }
        self.take_month(row);
        let mut draft = row::read(&self.rules, row, self.context());
        self.week = draft.week.or(self.week);
        if let Some(When::On(day)) = draft.when {
            self.counts.days = Some(self.counts.days.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
        }
        self.counts.open += draft.open.len();
        for address in std::mem::take(&mut draft.open) {
            self.counts.places.cell(Tally::Open, address);
        }
        if let Some(address) = draft.two_days.take() {
            self.counts.places.cell(Tally::TwoDays, address);
        }
        self.take_creator(&mut draft, is_nobody, row.number);
        if draft.time.is_some()
            && !matches!(draft.when, Some(When::On(_) | When::Relative(_)))
            && !draft.waits
            && draft.problems.is_empty()
        {
            let at = self.guess.column(Field::Time).or(self.guess.column(Field::Date)).map_or(0, |column| column.at);
            problem(self.sheet, &mut draft, row.number, at, (say::time_without_day(), Cause::TimeAlone));
        }
        let id = self.own_id(&mut draft, row.number);
        self.features(&mut draft, row.number);
        if !draft.problems.is_empty() {
            self.counts.bad += 1;
            if self.skip_bad {
                self.counts.left_out += 1;
                self.told(Tally::LeftOut, row.number);
            }
            self.problems.append(&mut draft.problems);
            return;
        }
        if !draft.also.is_empty() {
            return self.all_of(&draft, id, row.number);
        }
        // Several handles are several people, also beside a single name.
        let cells = [(Field::Creator, draft.who.clone()), (Field::Handle, draft.handle.clone())];
        let said = cells.into_iter().filter_map(|(field, text)| Some((field, text?))).find_map(|(field, text)| {
            let several = self.people.several(&text, &self.written, &self.everybody);
            (several != Several::One).then_some((field, text, several))
        });
        match said {
            Some((_, _, Several::Each(people))) if self.counts.more < MOST_MORE => self.each(&draft, &people, id, row.number),
            Some((field, text, Several::Each(people) | Several::Perhaps(people))) => {
                self.ask_people(field, text, people, row.number);
            }
            Some((field, text, Several::Everybody(people))) => self.ask_everybody(field, text, people, row.number),
            Some((_, _, Several::One)) | None => self.place(&draft, id, row.number),
        }
    }

    /// A row of several people is a moment of each.
    pub(super) fn each(&mut self, draft: &Draft, names: &[String], id: Option<MomentId>, row: u32) {
        self.counts.more += names.len() - 1;
        self.told(Tally::Split, row);
        // Beside as many names the handles are theirs, in the same order.
        let handles = draft.handle.as_deref().map(split);
        let handles = handles.filter(|handles| handles.len() == names.len() || !draft.also.is_empty()).unwrap_or_default();
        for (at, name) in names.iter().enumerate() {
            let handle = handles.get(at).filter(|handle| *handle != name).cloned();
            let draft = Draft { who: Some(name.clone()), handle, ..draft.clone() };
            self.place(&draft, id.filter(|_| at == 0), row);
        }
    }

    /// A row that cannot be used before something is answered.
    pub(super) fn wait(&mut self, row: u32) {
        self.counts.waiting += 1;
        self.told(Tally::Waiting, row);
    }

    /// The id that a row gives its moment. One that is no id of ours is the business of another program.
    fn own_id(&mut self, draft: &mut Draft, row: u32) -> Option<MomentId> {
        let id = MomentId::parse(draft.id.as_deref()?.trim())?;
        if !self.used_ids.insert(id) {
            let at = self.guess.column(Field::Id).map_or(0, |column| column.at);
            problem(self.sheet, draft, row, at, (&say::id_twice(id), Cause::IdTwice));
            return None;
        }
        Some(id)
    }

    fn features(&mut self, draft: &mut Draft, row: u32) {
        let mut named = Vec::new();
        for name in std::mem::take(&mut draft.features) {
            // Somebody who has a row further down is known, too.
            let written = self.written.contains(&fold(&name)).then(|| self.people.who(&name, None, self.ids));
            let found = match written {
                Some(Who::Creator(id)) => Some(id),
                _ => self.people.creator(&name),
            };
            if let Some(id) = found {
                named.push(id);
            } else {
                let at = self.guess.column(Field::Features).map_or(0, |column| column.at);
                problem(self.sheet, draft, row, at, (&say::unknown_person(short(&name)), Cause::Nobody));
            }
        }
        if !named.is_empty() {
            draft.changes.push(crate::edit::MomentChange::Features(named));
        }
    }

    /// The lane of a row; `None` is the tray.
    pub(super) fn lane(&mut self, draft: &Draft) -> Option<Place> {
        let name = draft.who.clone().or_else(|| draft.handle.clone());
        let brand = draft.brand.as_deref().map(|name| self.brands.named(name, self.ids));
        let who = match (&name, &draft.lane) {
            (Some(name), _) if matches!(self.mapping.people.get(name), Some(Person::Nobody)) => return None,
            (Some(name), _) => self.people.who(name, draft.handle.as_deref(), self.ids),
            // A lane without a creator is the brand's or the community's.
            (None, Some(lane)) => self.people.lane(lane),
            (None, None) => return None,
        };
        // The first brand is meant where none is named, so it needs no lane of its own.
        let brand = brand.filter(|brand| Some(*brand) != self.brands.first());
        if let (Who::Creator(id), Some(handle)) = (who, draft.handle.as_deref()) {
            self.gathered.handle(self.campaign, id, handle);
        }
        let named = self.people.named(who);
        Some(self.gathered.lane(self.campaign, who, brand, named, self.ids))
    }

    fn place(&mut self, draft: &Draft, id: Option<MomentId>, row: u32) {
        let place = self.lane_told(draft, row);
        let day = draft.when.and_then(|when| self.campaign.day_of(when));
        let there = id.filter(|id| self.index.place(*id).is_some()).or_else(|| {
            let lane = place.and_then(Place::there)?;
            let title = fold(draft.title.as_deref()?);
            self.there.get(&(lane, day, title)).copied()
        });
        self.claimed.extend(there);
        let existing =
            there.and_then(|id| self.campaign.moment(id)).map(|(lane, moment)| (lane.map(|lane| lane.id), Arc::clone(moment)));
        if let Some((lane, existing)) = existing {
            match self.mapping.same {
                Some(Same::Update) => return self.update(draft, place, lane, &existing, row),
                Some(Same::Skip) => {
                    self.counts.skipped += 1;
                    self.told(Tally::Skipped, row);
                    return;
                }
                Some(Same::Add) => {}
                None => {
                    // A row that says nothing new needs no answer.
                    if !draft.waits && !self.changes(draft, place, lane, &existing) {
                        self.counts.unchanged += 1;
                        self.told(Tally::Unchanged, row);
                        return;
                    }
                    if self.same.0 == 0 {
                        self.same.1.clone_from(&existing.title);
                    }
                    self.same.0 += 1;
                    return self.wait(row);
                }
            }
        }
        if there.is_none() && id.is_none() && self.is_perhaps_moved(draft, place, row) {
            return;
        }
        self.place_new(draft, place, id, row);
    }

    pub(super) fn add(&mut self, draft: &Draft, place: Option<Place>, id: MomentId, kind: Kind, row: u32) {
        if draft.title.is_none() {
            self.counts.untitled += 1;
            self.told(Tally::Untitled, row);
        }
        if draft.assumed {
            self.told(Tally::Assumed, row);
        }
        if draft.dollars {
            self.told(Tally::Dollars, row);
        }
        if draft.pieces {
            self.told(Tally::Pieces, row);
        }
        if let Some(at) = draft.channels {
            self.counts.places.cell(Tally::Channels, self.sheet.address(at, row));
        }
        let title = draft.title.clone().or_else(|| draft.caption().and_then(first_words));
        let title = title.unwrap_or_else(|| names::kind(kind.key()).to_owned());
        let mut moment = Moment::new(id, kind, title);
        moment.when = draft.when.unwrap_or(When::Undated);
        moment.time = draft.time;
        self.fill(draft, &mut moment, place);
        if place.is_some() {
            self.counts.added += 1;
        } else {
            self.counts.ideas += 1;
            self.told(Tally::Ideas, row);
        }
        self.gathered.add(place, moment);
    }

    fn finish(mut self) -> Proposal {
        self.questions.append(&mut self.people.questions);
        if !self.headings.is_empty() && self.mapping.headings.is_none() {
            self.questions.push(Question::Headings(self.headings));
        }
        if let Some((row, above, rows)) = self.blanks {
            let column = self.guess.column(Field::Creator).or(self.guess.column(Field::Handle));
            let address = column.map(|column| self.sheet.address(column.at, row)).unwrap_or_default();
            self.questions.push(Question::NoCreator { address, above, rows });
        }
        if self.without_kind > 0 {
            self.questions.push(Question::Kind { rows: self.without_kind });
        }
        if self.same.0 > 0 {
            self.questions.push(Question::Same { rows: self.same.0, title: self.same.1 });
        }
        if let Some((rows, title, days)) = self.moved {
            self.questions.push(Question::Moved { rows, title, days });
        }
        if let Some((rows, count, title)) = self.twice {
            self.questions.push(Question::Twice { rows, count, title });
        }
        // Whoever only rows are about that are left out does not enter the plan.
        let used = self.gathered.creators();
        self.people.new.retain(|new| used.contains(&new.id));
        // Whether somebody is new is what is being asked.
        let is_asked = |name: &str| {
            self.questions.iter().any(|question| matches!(question, Question::Person { name: other, .. } if other == name))
        };
        let new = self.people.new.iter().filter(|new| !is_asked(&new.name));
        self.counts.new_creators = new.map(|new| new.name.clone()).collect();
        let is_sure = |field: Field| self.guess.columns.iter().all(|column| column.field != field || column.sure);
        let products = self.products.iter().filter(|_| is_sure(Field::Product));
        self.counts.new_products = products.map(|product| product.name.clone()).collect();
        let brands = self.brands.new.iter().filter(|_| is_sure(Field::Brand));
        self.counts.new_brands = brands.map(|brand| brand.name.clone()).collect();
        let unknown = self.guess.columns.iter().filter(|column| column.unknown && !column.samples.is_empty());
        self.counts.unknown_columns = unknown.map(|column| column.header.clone()).collect();
        let creators = self.people.new.into_iter().map(|new| Creator { handle: new.handle, ..Creator::new(new.id, new.name) });
        let edits = self.gathered.edits(self.brands.new, creators, self.products);
        let (edits, known) = if self.questions.is_empty() { (edits, Vec::new()) } else { (Vec::new(), edits) };
        Proposal {
            guess: self.guess.clone(),
            own: None,
            edits,
            known,
            problems: self.problems,
            questions: self.questions,
            counts: self.counts,
            preview: super::preview::Preview::default(),
        }
    }
}

/// Says of a cell that it cannot be used.
fn problem(sheet: &Sheet, draft: &mut Draft, row: u32, column: u16, (message, cause): (&str, Cause)) {
    let address = sheet.address(column, row);
    let message = say::at(&address, message);
    draft.problems.push(Problem { row, address, message, cause });
}
