//! From rows to edits: one step that adds what a table holds, with lanes for creators who have none, and everything that is
//! not used counted or named.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::date::{self, Context};
use super::field::Field;
use super::guess::{Guess, guess};
use super::lanes::{Gathered, Place};
use super::mapping::{Mapping, Same};
use super::people::{Brands, People, Who};
use super::proposal::{Problem, Proposal, Question};
use super::row::{self, Draft, Rules};
use super::survey::{Survey, survey};
use super::table::{Row, Sheet, Value, address};
use super::text::{fold, is_open, short};
use crate::model::{Campaign, Creator, Day, IdSource, Index, Kind, LaneId, Moment, MomentId, Product, ProductId, When};
use crate::words::{import as say, names};

/// Says what bringing a table into a plan would do, as far as that is known. `skip_bad` leaves rows out that have a cell which
/// cannot be used. `ids` gives what is new its ids; the same source gives the same proposal.
#[must_use]
pub(super) fn propose(
    sheet: &Sheet,
    mapping: &Mapping,
    campaign: &Campaign,
    today: Day,
    ids: &mut IdSource,
    skip_bad: bool,
) -> Proposal {
    let guess = guess(sheet, campaign, mapping);
    let survey = survey(sheet, &guess, mapping, campaign, today);
    let mut work = Work::new(sheet, &guess, mapping, campaign, ids, &survey);
    work.questions.clone_from(&survey.questions);
    work.skip_bad = skip_bad;
    work.rows();
    work.finish()
}

/// What is being worked out.
struct Work<'a> {
    sheet: &'a Sheet,
    guess: &'a Guess,
    mapping: &'a Mapping,
    campaign: &'a Campaign,
    ids: &'a mut IdSource,
    rules: Rules<'a>,
    skip_bad: bool,
    people: People<'a>,
    brands: Brands<'a>,
    products: Vec<Product>,
    index: Index,
    /// Moments that are there, by lane, day and folded title.
    there: HashMap<(LaneId, Option<Day>, String), MomentId>,
    used_ids: HashSet<MomentId>,
    gathered: Gathered,
    questions: Vec<Question>,
    problems: Vec<Problem>,
    counts: super::proposal::Counts,
    /// The names in the column of creators, folded.
    written: HashSet<String>,
    /// The creator of the rows above.
    current: Option<String>,
    week: Option<Day>,
    /// The last day of each creator, for days without a year.
    last: HashMap<Option<String>, Day>,
    headings: Vec<String>,
    same: (usize, String),
    without_kind: usize,
}

/// Columns that frame a row: a row that holds nothing else is no moment.
fn is_frame(field: Field) -> bool {
    matches!(
        field,
        Field::Date
            | Field::Day
            | Field::Order
            | Field::Lane
            | Field::End
            | Field::Week
            | Field::Weekday
            | Field::Time
            | Field::Creator
            | Field::Handle
            | Field::Brand
            | Field::Currency
            | Field::LeaveOut
    )
}

impl<'a> Work<'a> {
    fn new(
        sheet: &'a Sheet,
        guess: &'a Guess,
        mapping: &'a Mapping,
        campaign: &'a Campaign,
        ids: &'a mut IdSource,
        survey: &Survey,
    ) -> Self {
        let mut there = HashMap::new();
        for lane in &campaign.lanes {
            for moment in &lane.moments {
                there.entry((lane.id, campaign.day_of(moment.when), fold(&moment.title))).or_insert(moment.id);
            }
        }
        let rules = Rules {
            columns: &guess.columns,
            mapping,
            from_1904: sheet.from_1904,
            order: survey.order,
            decimals: survey.decimals,
            currency: survey.currency.clone(),
            zero: campaign.anchor.as_ref().and_then(|anchor| anchor.date),
        };
        Self {
            sheet,
            guess,
            mapping,
            campaign,
            ids,
            rules,
            skip_bad: false,
            people: People::new(campaign, mapping),
            brands: Brands::new(campaign),
            products: Vec::new(),
            index: Index::of(campaign),
            there,
            used_ids: HashSet::new(),
            gathered: Gathered::default(),
            questions: Vec::new(),
            problems: Vec::new(),
            counts: super::proposal::Counts::default(),
            written: guess.column(Field::Creator).map(|column| names_in(sheet, guess, column.at)).unwrap_or_default(),
            current: None,
            week: None,
            last: HashMap::new(),
            headings: Vec::new(),
            same: (0, String::new()),
            without_kind: 0,
        }
    }

    fn rows(&mut self) {
        let sheet = self.sheet;
        let from = self.guess.header.unwrap_or(0);
        self.counts.above = sheet.rows.iter().filter(|row| row.number < from).count();
        let mut before = from;
        for row in sheet.rows.iter().filter(|row| row.number > from) {
            self.counts.empty += (row.number - before - 1) as usize;
            before = row.number;
            self.counts.rows += 1;
            if self.is_header_again(row) {
                self.counts.repeated += 1;
            } else if let Some(heading) = self.heading(row) {
                self.counts.headings += 1;
                self.take_heading(&heading);
            } else if self.is_bare(row) {
                self.counts.bare += 1;
                self.take_frame(row);
            } else {
                self.row(row);
            }
        }
    }

    fn is_header_again(&self, row: &Row) -> bool {
        let Some(header) = self.guess.header.and_then(|number| self.sheet.row(number)) else { return false };
        let same = row.cells.iter().filter(|cell| header.get(cell.column) == Some(&cell.value)).count();
        same >= 2 && same * 2 > row.cells.len()
    }

    /// The text of a row that is a heading: one text alone, or the same in all its cells, as merged cells have it.
    fn heading(&self, row: &Row) -> Option<String> {
        let first = row.cells.first()?;
        if !matches!(first.value, Value::Text(_)) || row.cells.iter().any(|cell| cell.value != first.value) {
            return None;
        }
        let text = first.value.shown();
        let field = self.guess.columns.iter().find(|column| column.at == first.column).map(|column| column.field);
        let is_name = self.people.knows(&text);
        match row.cells.len() {
            1 if self.guess.columns.len() < 3 => None,
            1 => {
                let is_day = || date::read(&text).is_some();
                let is_loud = text.chars().any(char::is_alphabetic) && text == text.to_uppercase();
                match field {
                    // A title alone is a moment, unless it looks like a heading.
                    Some(Field::Title) => (is_loud || is_name || text.trim_end().ends_with(':') || is_day()).then_some(text),
                    Some(Field::Date | Field::Week | Field::Weekday) if is_day() && !is_week(&text) => None,
                    Some(Field::Notes) if self.guess.columns.first().map(|column| column.at) != Some(first.column) => None,
                    _ => Some(text),
                }
            }
            _ => Some(text),
        }
    }

    fn take_heading(&mut self, heading: &str) {
        let heading = heading.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches(':').to_owned();
        if let Some((reading, _)) = date::read(&heading) {
            let context = Context { order: self.rules.order, year: self.mapping.year, ..Context::default() };
            if let Ok(date::Resolved::On(first, _)) = date::resolve(reading, context) {
                self.week = Some(first);
            }
            return;
        }
        let column = self.guess.column(Field::Creator);
        let names_creator = match (self.mapping.headings, column) {
            (Some(said), _) => said,
            (None, Some(_)) => self.people.knows(&heading),
            (None, None) => {
                if !self.headings.contains(&heading) {
                    self.headings.push(heading.clone());
                }
                false
            }
        };
        if names_creator {
            self.current = Some(heading);
        }
    }

    /// Whether a row holds nothing but what frames it: a day of an empty calendar, a name.
    fn is_bare(&self, row: &Row) -> bool {
        !self.guess.columns.iter().any(|column| !is_frame(column.field) && row.get(column.at).is_some())
    }

    fn take_frame(&mut self, row: &Row) {
        let text = |field: Field| self.guess.column(field).and_then(|column| row.get(column.at)).map(Value::shown);
        if let Some(creator) = text(Field::Creator) {
            self.current = Some(creator.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        let draft = row::read(&self.rules, row, Context { week: self.week, ..Context::default() });
        self.week = draft.week.or(self.week);
    }

    fn row(&mut self, row: &Row) {
        let named = self.guess.column(Field::Creator).and_then(|column| row.get(column.at)).map(Value::shown);
        // “tbd” is an answer: nobody is chosen yet. It is not the person above, and neither are the rows that follow it.
        let is_nobody = named.as_deref().is_some_and(is_open);
        let key = named.or_else(|| self.current.clone());
        let context = Context { after: self.last.get(&key).copied(), week: self.week, ..Context::default() };
        let mut draft = row::read(&self.rules, row, context);
        self.week = draft.week.or(self.week);
        if let Some(When::On(day)) = draft.when {
            self.last.insert(key, day);
            self.counts.days = Some(self.counts.days.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
        }
        self.counts.open += draft.open;
        if is_nobody {
            self.current = None;
        } else if draft.who.is_none() && draft.handle.is_none() && draft.lane.is_none() {
            draft.who.clone_from(&self.current);
            self.counts.carried += usize::from(draft.who.is_some() && self.guess.column(Field::Creator).is_some());
        } else {
            self.current = draft.who.clone().or_else(|| draft.handle.clone());
        }
        if draft.time.is_some()
            && !matches!(draft.when, Some(When::On(_) | When::Relative(_)))
            && !draft.waits
            && draft.problems.is_empty()
        {
            let at = self.guess.column(Field::Time).or(self.guess.column(Field::Date)).map_or(0, |column| column.at);
            problem(&mut draft, row.number, at, say::time_without_day());
        }
        let id = self.own_id(&mut draft, row.number);
        self.features(&mut draft, row.number);
        if !draft.problems.is_empty() {
            self.counts.bad += 1;
            self.counts.left_out += usize::from(self.skip_bad);
            self.problems.append(&mut draft.problems);
            return;
        }
        self.place(&draft, id);
    }

    /// The id that a row gives its moment. One that is no id of ours is the business of another program.
    fn own_id(&mut self, draft: &mut Draft, row: u32) -> Option<MomentId> {
        let id = MomentId::parse(draft.id.as_deref()?.trim())?;
        if !self.used_ids.insert(id) {
            let at = self.guess.column(Field::Id).map_or(0, |column| column.at);
            problem(draft, row, at, &say::id_twice(id));
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
                problem(draft, row, at, &say::unknown_person(short(&name)));
            }
        }
        if !named.is_empty() {
            draft.changes.push(crate::edit::MomentChange::Features(named));
        }
    }

    /// The lane of a row; `None` is the tray.
    fn lane(&mut self, draft: &Draft) -> Option<Place> {
        let name = draft.who.clone().or_else(|| draft.handle.clone());
        let brand = draft.brand.as_deref().map(|name| self.brands.named(name, self.ids));
        let who = match (&name, &draft.lane) {
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

    fn place(&mut self, draft: &Draft, id: Option<MomentId>) {
        let place = self.lane(draft);
        let day = match draft.when {
            Some(when) => self.campaign.day_of(when),
            None => None,
        };
        let there = id.filter(|id| self.index.place(*id).is_some()).or_else(|| {
            let lane = place.and_then(Place::there)?;
            let title = fold(draft.title.as_deref()?);
            self.there.get(&(lane, day, title)).copied()
        });
        let existing =
            there.and_then(|id| self.campaign.moment(id)).map(|(lane, moment)| (lane.map(|lane| lane.id), Arc::clone(moment)));
        if let Some((lane, existing)) = existing {
            match self.mapping.same {
                Some(Same::Update) => return self.update(draft, place, lane, &existing),
                Some(Same::Skip) => {
                    self.counts.skipped += 1;
                    return;
                }
                Some(Same::Add) => {}
                None => {
                    // A row that says nothing new needs no answer.
                    if !draft.waits && !self.changes(draft, place, lane, &existing) {
                        self.counts.unchanged += 1;
                        return;
                    }
                    if self.same.0 == 0 {
                        self.same.1.clone_from(&existing.title);
                    }
                    self.same.0 += 1;
                    self.counts.waiting += 1;
                    return;
                }
            }
        }
        let Some(kind) = draft.kind.or(self.mapping.kind) else {
            self.without_kind += 1;
            self.counts.waiting += 1;
            return;
        };
        if draft.waits {
            self.counts.waiting += 1;
            return;
        }
        let id = id.filter(|id| self.index.place(*id).is_none()).unwrap_or_else(|| self.ids.moment());
        self.add(draft, place, id, kind);
    }

    fn add(&mut self, draft: &Draft, place: Option<Place>, id: MomentId, kind: Kind) {
        let title = draft.title.clone().unwrap_or_else(|| {
            self.counts.untitled += 1;
            names::kind(kind.key()).to_owned()
        });
        let mut moment = Moment::new(id, kind, title);
        moment.when = draft.when.unwrap_or(When::Undated);
        moment.time = draft.time;
        self.fill(draft, &mut moment, place);
        if place.is_some() {
            self.counts.added += 1;
        } else {
            self.counts.ideas += 1;
        }
        self.gathered.add(place, moment);
    }

    /// Sets everything that a row says of a moment but its place, its day, its kind and its title.
    fn fill(&mut self, draft: &Draft, moment: &mut Moment, place: Option<Place>) {
        for change in &draft.changes {
            change.set(moment);
        }
        moment.window = draft.window(moment.window.as_ref());
        let label = &mut moment.disclosure;
        if draft.label.is_some() {
            label.text.clone_from(&draft.label);
        }
        label.spoken = draft.spoken.unwrap_or(label.spoken);
        label.platform_label = draft.platform_label.unwrap_or(label.platform_label);
        if let Some(name) = &draft.product {
            moment.product = Some(self.product(name));
        }
        // A card speaks for a brand of its own only where its lane has no creator.
        let no_creator = place.is_some_and(|place| !self.gathered.has_creator(self.campaign, place));
        if let Some(brand) = draft.speaks_for.as_deref().filter(|_| no_creator) {
            moment.brand = Some(self.brands.named(brand, self.ids));
        }
        if let Some(name) = &draft.picture {
            let picture = self.campaign.pictures.iter().find(|picture| fold(&picture.name) == fold(name));
            if let Some(picture) = picture {
                moment.image = Some(picture.id);
            } else if !self.counts.pictures.contains(name) {
                // A table carries the name of a picture, not the picture: that is said.
                self.counts.pictures.push(name.clone());
            }
        }
    }

    fn product(&mut self, name: &str) -> ProductId {
        let folded = fold(name);
        let all = self.campaign.products.iter().map(AsRef::as_ref).chain(&self.products);
        if let Some(product) = all.into_iter().find(|product| fold(&product.name) == folded) {
            return product.id;
        }
        let product = Product::new(ProductId(self.ids.id()), name);
        let id = product.id;
        self.products.push(product);
        id
    }

    /// A moment that is there as the row has it. An empty cell changes nothing.
    fn changed(&mut self, draft: &Draft, place: Option<Place>, existing: &Moment) -> Moment {
        let mut changed = existing.clone();
        if let Some(kind) = draft.kind {
            changed.kind = kind;
        }
        if let Some(title) = &draft.title {
            changed.title.clone_from(title);
        }
        if let Some(when) = draft.when {
            // The same day under another name is the same day.
            let same = self.campaign.day_of(when).is_some() && self.campaign.day_of(when) == self.campaign.day_of(existing.when);
            if !same {
                changed.when = when;
            }
        }
        changed.time = draft.time.or(changed.time);
        self.fill(draft, &mut changed, place);
        changed
    }

    fn changes(&mut self, draft: &Draft, place: Option<Place>, lane: Option<LaneId>, existing: &Moment) -> bool {
        self.changed(draft, place, existing) != *existing || (place.is_some() && place.and_then(Place::there) != lane)
    }

    fn update(&mut self, draft: &Draft, place: Option<Place>, lane: Option<LaneId>, existing: &Moment) {
        if draft.waits {
            self.counts.waiting += 1;
            return;
        }
        let changed = self.changed(draft, place, existing);
        if self.gathered.update(place, lane, existing, &changed) {
            self.counts.updated += 1;
        } else {
            self.counts.unchanged += 1;
        }
    }

    fn finish(mut self) -> Proposal {
        self.questions.append(&mut self.people.questions);
        if !self.headings.is_empty() && self.mapping.headings.is_none() {
            self.questions.push(Question::Headings(self.headings));
        }
        if self.without_kind > 0 {
            self.questions.push(Question::Kind { rows: self.without_kind });
        }
        if self.same.0 > 0 {
            self.questions.push(Question::Same { rows: self.same.0, title: self.same.1 });
        }
        // Whoever only rows are about that are left out does not enter the plan.
        let used = self.gathered.creators();
        self.people.new.retain(|new| used.contains(&new.id));
        self.counts.new_creators = self.people.new.iter().map(|new| new.name.clone()).collect();
        self.counts.new_products = self.products.iter().map(|product| product.name.clone()).collect();
        self.counts.new_brands = self.brands.new.iter().map(|brand| brand.name.clone()).collect();
        let unknown = self.guess.columns.iter().filter(|column| column.unknown && !column.samples.is_empty());
        self.counts.unknown_columns = unknown.map(|column| column.header.clone()).collect();
        let creators = self.people.new.into_iter().map(|new| Creator { handle: new.handle, ..Creator::new(new.id, new.name) });
        let edits =
            if self.questions.is_empty() { self.gathered.edits(self.brands.new, creators, self.products) } else { Vec::new() };
        Proposal {
            guess: self.guess.clone(),
            own: None,
            edits,
            problems: self.problems,
            questions: self.questions,
            counts: self.counts,
            preview: super::preview::Preview::default(),
        }
    }
}

/// Says of a cell that it cannot be used.
fn problem(draft: &mut Draft, row: u32, column: u16, message: &str) {
    let address = address(column, row);
    let message = say::at(&address, message);
    draft.problems.push(Problem { row, address, message, word: None });
}

/// The names in a column, folded.
fn names_in(sheet: &Sheet, guess: &Guess, at: u16) -> HashSet<String> {
    let rows = sheet.rows.iter().filter(|row| guess.header.is_none_or(|header| row.number > header));
    rows.filter_map(|row| row.get(at)).map(|value| fold(&value.shown())).collect()
}

/// Whether a text names a week rather than a day.
fn is_week(text: &str) -> bool {
    matches!(date::read(text), Some((date::Reading::Week(_) | date::Reading::WeekNumber(..), _)))
}
