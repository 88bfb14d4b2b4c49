//! A moment on its way in from a table.

use crate::model::{
    AudienceValue, Compensation, Control, Cta, Day, Format, Kind, Moment, MomentId, Money, Placement, Platform, Status, When,
    Window,
};

use super::{Cell, Column, Names, Wrong, split_list};

/// A moment that a row of a table makes or changes: cells are put in, then it is [settled](Draft::settle) and
/// [linked](Draft::link). A column that the table does not have leaves the moment as it is; an empty cell clears the field.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The moment as far as it is read. What cells say together (when, window, cost) is in it once it is settled, what they
    /// name once it is linked.
    pub moment: Moment,
    /// The identity in the table, where it has one.
    pub id: Option<MomentId>,
    /// Whether the kind was in the table.
    pub has_kind: bool,
    /// The lane's name, as it is written; empty where there is none.
    pub lane: String,
    /// The creator's name.
    pub creator: String,
    /// The creator's handle.
    pub handle: String,
    /// The brand of the lane.
    pub brand: String,
    names: Vec<(Column, String)>,
    when: Option<(Option<Day>, Option<i32>, Option<i32>)>,
    window: Option<(Option<u16>, Option<u16>)>,
    cost: Option<(Option<i64>, Option<String>)>,
}

/// Cells of a row that say different things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// The date is not the day counted from day 0.
    DateAndDay,
    /// A place in the order, and a day as well.
    OrderAndDay,
    /// A time of day without a day.
    TimeWithoutDay,
    /// An amount without a currency, or a currency without an amount.
    HalfCost,
}

/// The choice with that name or key.
fn chosen<T: Copy>(column: Column, of: &[T], key: fn(T) -> &'static str, text: &str) -> Result<T, Wrong> {
    let wanted = text.trim().to_lowercase();
    let choices = column.choices();
    let found = choices.iter().find(|choice| choice.name.to_lowercase() == wanted || choice.key == wanted);
    found.and_then(|choice| of.iter().copied().find(|of| key(*of) == choice.key)).ok_or(Wrong::Choice)
}

fn choice<T: Copy>(column: Column, of: &[T], key: fn(T) -> &'static str, cell: &Cell) -> Result<Option<T>, Wrong> {
    let text = cell.text();
    if text.trim().is_empty() { Ok(None) } else { chosen(column, of, key, &text).map(Some) }
}

/// No name of a choice has a comma in it, so people may write one between them.
fn choices<T: Copy>(column: Column, of: &[T], key: fn(T) -> &'static str, cell: &Cell) -> Result<Vec<T>, Wrong> {
    let text = cell.text();
    let parts = text.split([';', ',', '\n']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| chosen(column, of, key, part)).collect()
}

fn number<N: TryFrom<i64>>(cell: &Cell) -> Result<Option<N>, Wrong> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Number(number) => N::try_from(*number).map(Some).map_err(|_| Wrong::Number),
        _ => Err(Wrong::Number),
    }
}

fn yes(cell: &Cell) -> Result<bool, Wrong> {
    match cell {
        Cell::Empty => Ok(false),
        Cell::YesNo(is) => Ok(*is),
        _ => Err(Wrong::YesNo),
    }
}

fn some(cell: &Cell) -> Option<String> {
    Some(cell.text()).filter(|text| !text.is_empty())
}

impl Draft {
    /// A draft that begins with that moment: a new one, or the one that the table changes.
    #[must_use]
    pub fn of(moment: Moment) -> Self {
        Self {
            moment,
            id: None,
            has_kind: false,
            lane: String::new(),
            creator: String::new(),
            handle: String::new(),
            brand: String::new(),
            names: Vec::new(),
            when: None,
            window: None,
            cost: None,
        }
    }

    /// Brings together what several cells say: when it comes, how far it may move, what it costs. Day 0 is the plan's.
    ///
    /// A date and a day that agree are a day counted from day 0; where day 0 has no date yet, the date is taken.
    ///
    /// # Errors
    /// With everything that does not go together; those fields then stay as they were.
    pub fn settle(&mut self, zero: Option<Day>) -> Result<(), Vec<Clash>> {
        let mut clashes = Vec::new();
        if let Some((date, day, order)) = self.when.take() {
            match (date, day, order) {
                (None, None, None) => self.moment.when = When::Undated,
                (None, None, Some(order)) => self.moment.when = When::Order(order),
                (_, _, Some(_)) => clashes.push(Clash::OrderAndDay),
                (None, Some(day), None) => self.moment.when = When::Relative(day),
                (Some(date), None, None) => self.moment.when = When::On(date),
                (Some(date), Some(day), None) => match zero.map(|zero| zero.plus(day)) {
                    None => self.moment.when = When::On(date),
                    Some(same) if same == date => self.moment.when = When::Relative(day),
                    Some(_) => clashes.push(Clash::DateAndDay),
                },
            }
        }
        let has_day = matches!(self.moment.when, When::On(_) | When::Relative(_));
        if self.moment.time.is_some() && !has_day {
            self.moment.time = None;
            clashes.push(Clash::TimeWithoutDay);
        }
        if let Some((before, after)) = self.window.take() {
            let kept = self.moment.window.take().map(|window| window.unknown).unwrap_or_default();
            let (before, after, is_set) =
                (before.unwrap_or_default(), after.unwrap_or_default(), before.is_some() || after.is_some());
            self.moment.window = is_set.then_some(Window { before, after, unknown: kept });
        }
        if let Some((amount, currency)) = self.cost.take() {
            match (amount, currency) {
                (None, None) => self.moment.cost = None,
                (Some(amount), Some(currency)) => self.moment.cost = Money::new(amount, &currency),
                _ => clashes.push(Clash::HalfCost),
            }
        }
        if clashes.is_empty() { Ok(()) } else { Err(clashes) }
    }

    /// Finds what the row names in the plan: product, picture, brand, creators. Gives back the names under which there is
    /// nothing, or more than one thing; what they stand for is left out of the moment.
    pub fn link(&mut self, names: &Names) -> Vec<(Column, String)> {
        fn one<I: Copy>(found: &[I]) -> Option<I> {
            if let [one] = found { Some(*one) } else { None }
        }
        let mut missing = Vec::new();
        for (column, text) in std::mem::take(&mut self.names) {
            let moment = &mut self.moment;
            let is_found = match column {
                Column::Product => {
                    moment.product = one(&names.products.find(&text));
                    moment.product.is_some()
                }
                Column::Picture => {
                    moment.image = one(&names.pictures.find(&text));
                    moment.image.is_some()
                }
                Column::SpeaksFor => {
                    moment.brand = one(&names.brands.find(&text));
                    moment.brand.is_some()
                }
                _ => {
                    moment.features.clear();
                    for name in split_list(&text) {
                        match one(&names.creators.find(&name)) {
                            Some(id) => moment.features.push(id),
                            None => missing.push((column, name)),
                        }
                    }
                    true
                }
            };
            if !is_found && !text.is_empty() {
                missing.push((column, text));
            }
        }
        missing
    }
}

impl Column {
    /// Puts a text of this column, as a table has it, into the draft of its row.
    ///
    /// # Errors
    /// When the text is not what the column holds.
    pub fn read(self, text: &str, draft: &mut Draft) -> Result<(), Wrong> {
        self.put(&self.parse(text)?, draft)
    }

    /// Puts a cell of this column into the draft of its row.
    ///
    /// # Errors
    /// When the cell is not what the column holds; the draft then stays as it was.
    pub fn put(self, cell: &Cell, draft: &mut Draft) -> Result<(), Wrong> {
        let moment = &mut draft.moment;
        match self {
            Self::Title => moment.title = cell.text(),
            Self::Lane => draft.lane = cell.text(),
            Self::Creator => draft.creator = cell.text(),
            Self::Handle => draft.handle = cell.text(),
            Self::Brand => draft.brand = cell.text(),
            Self::Date => {
                draft.when.get_or_insert_default().0 = match cell {
                    Cell::Empty => None,
                    Cell::Day(day) => Some(*day),
                    _ => return Err(Wrong::Day),
                }
            }
            Self::Time => {
                moment.time = match cell {
                    Cell::Empty => None,
                    Cell::Time(time) => Some(*time),
                    _ => return Err(Wrong::Time),
                }
            }
            Self::Day => draft.when.get_or_insert_default().1 = number(cell)?,
            Self::Order => draft.when.get_or_insert_default().2 = number(cell)?,
            Self::Earlier => draft.window.get_or_insert_default().0 = number(cell)?,
            Self::Later => draft.window.get_or_insert_default().1 = number(cell)?,
            Self::Kind => {
                if let Some(kind) = choice(self, Kind::ALL, Kind::key, cell)? {
                    moment.kind = kind;
                    draft.has_kind = true;
                }
            }
            Self::Covers => moment.covers = choices(self, Kind::ALL, Kind::key, cell)?,
            Self::Hook => moment.hook = some(cell),
            Self::Platform => moment.platform = choice(self, Platform::ALL, Platform::key, cell)?,
            Self::Format => moment.format = choice(self, Format::ALL, Format::key, cell)?,
            Self::Duration => moment.duration = number(cell)?,
            Self::AudienceValue => moment.audience_value = choices(self, AudienceValue::ALL, AudienceValue::key, cell)?,
            Self::SharedValue => moment.shared_value = some(cell),
            Self::Product | Self::Picture | Self::SpeaksFor | Self::Features => draft.names.push((self, cell.text())),
            Self::Cta => moment.cta = choice(self, Cta::ALL, Cta::key, cell)?,
            Self::Placement => moment.placement = choice(self, Placement::ALL, Placement::key, cell)?,
            Self::MustSay => moment.must_say = some(cell),
            Self::Disclosure => moment.disclosure.text = some(cell),
            Self::Spoken => moment.disclosure.spoken = yes(cell)?,
            Self::PlatformLabel => moment.disclosure.platform_label = yes(cell)?,
            Self::MentionsBrand => moment.mentions_brand = yes(cell)?,
            Self::Cause => moment.cause = yes(cell)?,
            Self::Kpis => moment.kpis = split_list(&cell.text()),
            Self::Proof => moment.proof = some(cell),
            Self::Status => {
                if let Some(status) = choice(self, Status::ALL, Status::key, cell)? {
                    moment.status = status;
                }
            }
            Self::Owner => moment.owner = some(cell),
            Self::Compensation => moment.compensation = choice(self, Compensation::ALL, Compensation::key, cell)?,
            Self::Control => moment.creative_control = choice(self, Control::ALL, Control::key, cell)?,
            Self::Fee => {
                draft.cost.get_or_insert_default().0 = match cell {
                    Cell::Empty => None,
                    Cell::Amount(amount) => Some(*amount),
                    _ => return Err(Wrong::Amount),
                }
            }
            Self::Currency => {
                let currency = cell.text().trim().to_uppercase();
                if !currency.is_empty() && Money::new(0, &currency).is_none() {
                    return Err(Wrong::Currency);
                }
                draft.cost.get_or_insert_default().1 = Some(currency).filter(|currency| !currency.is_empty());
            }
            Self::Notes => moment.notes = some(cell),
            Self::Links => moment.links = split_list(&cell.text()),
            Self::Id => {
                let text = cell.text();
                draft.id = match text.trim() {
                    "" => None,
                    id => Some(MomentId::parse(id).ok_or(Wrong::Id)?),
                }
            }
        }
        Ok(())
    }
}
