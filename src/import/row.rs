//! One row of a table as what it says of a moment. Every cell that cannot be used is a problem with its address; a cell
//! whose meaning has to be asked makes the row wait.

use super::cause::Cause;
use super::crowd;
use super::date::{self, Context, Need, Orders, Resolved};
use super::draft::Draft;
use super::field::Field;
use super::guess::{Column, whole_number};
use super::mapping::{Decimals, Mapping};
use super::proposal::Problem;
use super::table::{Row, Sheet, Value};
use super::text::{is_open, short};
use super::weeks::Weeks;
use super::words;
use crate::edit::MomentChange;
use crate::model::{Day, Kind, Platform, When, split_list};
use crate::words::import as say;
use crate::words::nearest::nearest;

/// What holds for all rows.
pub(super) struct Rules<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) columns: &'a [Column],
    pub(super) mapping: &'a Mapping,
    pub(super) from_1904: bool,
    pub(super) orders: Orders,
    /// The month in which a table begins that goes over New Year.
    pub(super) begins: Option<i8>,
    /// What weeks by their number count from.
    pub(super) weeks: Option<Weeks>,
    /// The month that the whole table is of.
    pub(super) month: Option<(i8, Option<i16>)>,
    /// It is asked which month days by their number alone are in.
    pub(super) asks_month: bool,
    /// The rows whose days by their number alone are in the month after the one above them, from top to bottom.
    pub(super) next_month: &'a [u32],
    pub(super) decimals: Option<Decimals>,
    /// The currency of amounts that have none, where it is known.
    pub(super) currency: Option<String>,
    /// The date of the plan's day 0.
    pub(super) zero: Option<Day>,
}

/// A row that is being read.
pub(super) struct Reader<'a> {
    pub(super) rules: &'a Rules<'a>,
    row: &'a Row,
    pub(super) draft: Draft,
    pub(super) notes: Vec<String>,
    links: Vec<String>,
    kpis: Vec<String>,
    /// A format in the column of platforms, and the other way round.
    pub(super) format_beside: Option<crate::model::Format>,
    pub(super) platform_beside: Option<Platform>,
    /// Platforms with a cross in the column that is headed by them.
    ticked: Vec<(Platform, u16, String)>,
}

/// Reads a row. `context` knows the day and the week before it.
pub(super) fn read(rules: &Rules<'_>, row: &Row, context: Context) -> Draft {
    let mut reader = Reader {
        rules,
        row,
        draft: Draft::default(),
        notes: Vec::new(),
        links: Vec::new(),
        kpis: Vec::new(),
        format_beside: None,
        platform_beside: None,
        ticked: Vec::new(),
    };
    let (year, begins, weeks) = (rules.mapping.year, rules.begins, rules.weeks);
    let next = rules.next_month.binary_search(&row.number).is_ok();
    reader.days(Context { orders: rules.orders, year, begins, weeks, table: rules.month, next, ..context });
    for column in rules.columns {
        if let Some(value) = row.get(column.at) {
            reader.cell(column, value);
        }
    }
    reader.finish()
}

/// The text without what no text of a plan holds: control characters, blanks at its ends.
pub(super) fn plain(text: &str) -> String {
    let kept: String = text.replace('\t', " ").chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    kept.trim().to_owned()
}

/// The text in one line.
pub(super) fn line(text: &str) -> String {
    plain(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The parts of a list.
fn parts(text: &str, separators: &[char]) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(separators).map(line).filter(|part| !part.is_empty()) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts
}

/// Whether a cell in the column of days says a day by itself, which a weekday does not.
pub(super) fn says_day(value: Option<&Value>) -> bool {
    value.is_some_and(|value| !matches!(value, Value::Text(text) if is_open(text) || date::is_weekday(text)))
}

impl Reader<'_> {
    pub(super) fn problem(&mut self, column: u16, message: &str, cause: Cause) {
        let address = self.rules.sheet.address(column, self.row.number);
        let message = say::at(&address, message);
        self.draft.problems.push(Problem { row: self.row.number, address, message, cause });
    }

    /// A cell that says that it is not known yet.
    fn open(&mut self, column: u16) {
        self.draft.open.push(self.rules.sheet.address(column, self.row.number));
    }

    pub(super) fn find(&self, field: Field) -> Option<(&Column, &Value)> {
        let column = self.rules.columns.iter().find(|column| column.field == field)?;
        self.row.get(column.at).map(|value| (column, value))
    }

    /// A cell of a column that says when; `None` where it is empty, cannot be used, or has to be asked about.
    fn when(&mut self, field: Field, context: Context) -> Option<(u16, Resolved)> {
        let (at, value) = self.find(field).map(|(column, value)| (column.at, value.clone()))?;
        let (reading, time) = match &value {
            Value::Date(day, time) => (Some(date::full(*day)), *time),
            Value::Number(number) => {
                // A small number is a day of the month that stands above, or has to.
                let of_month = || date::day_number(*number);
                (date::serial(*number, self.rules.from_1904).map(date::full).or_else(of_month), None)
            }
            Value::Text(text) if is_open(text) => {
                self.open(at);
                return None;
            }
            Value::Text(text) => {
                let of_number = || date::written_serial(text, self.rules.from_1904).map(|day| (date::full(day), None));
                let of_month = || date::days_of_month(text).map(|reading| (reading, None));
                date::read(text)
                    .or_else(of_number)
                    .or_else(of_month)
                    .map_or((None, None), |(reading, time)| (Some(reading), time))
            }
            _ => (None, None),
        };
        let shown = short(&value.shown());
        let Some(reading) = reading else {
            let (message, cause) = match &value {
                Value::Broken(error) => (say::broken(short(error)), Cause::Broken),
                _ => (say::no_date(shown), Cause::NoDate),
            };
            self.problem(at, &message, cause);
            return None;
        };
        if field != Field::End {
            self.draft.time = self.draft.time.or(time);
        }
        if reading.is_two_days(&value.shown()) {
            self.draft.two_days = Some(self.rules.sheet.address(at, self.row.number));
        }
        match date::resolve(reading, context) {
            Ok(resolved) => Some((at, resolved)),
            Err(Need::Month) if self.rules.asks_month => {
                self.draft.waits = true;
                None
            }
            Err(Need::Order | Need::Year) => {
                self.draft.waits = true;
                None
            }
            // Beside a day it does not matter what its week counts from.
            Err(Need::Weeks) => {
                self.draft.waits |= field != Field::Week || !says_day(self.find(Field::Date).map(|(_, value)| value));
                None
            }
            Err(Need::Week) => {
                self.problem(at, &say::no_week(shown), Cause::NoWeek);
                None
            }
            Err(Need::Month) => {
                self.problem(at, &say::no_month(shown), Cause::NoMonth);
                None
            }
            Err(Need::Day) => {
                self.problem(at, &say::only_month(shown), Cause::OnlyMonth);
                None
            }
            Err(Need::NoSuchDay) => {
                self.problem(at, &say::no_such_day(shown), Cause::NoSuchDay);
                None
            }
            Err(Need::OnlyIn(order)) => {
                self.problem(at, &order.only(shown), Cause::OtherOrder);
                None
            }
            Err(Need::OtherWeekday(weekday)) => {
                self.problem(at, &say::other_weekday(shown, crate::words::names::weekday(weekday)), Cause::OtherWeekday);
                None
            }
        }
    }

    /// Date, last day, week and weekday together say when.
    fn days(&mut self, context: Context) {
        let before = self.draft.problems.len();
        let week = match self.when(Field::Week, context) {
            Some((_, Resolved::On(first, _))) => Some(first),
            _ => None,
        };
        self.draft.week = week;
        let context = Context { week: week.or(context.week), ..context };
        let date = self.when(Field::Date, context).map(|(_, date)| date);
        if let Some(Resolved::On(day, _)) = date {
            self.weekday_fits(day);
        }
        // Beside a column of dates a weekday says nothing by itself, unless a week is known.
        let has_dates = self.rules.columns.iter().any(|column| column.field == Field::Date);
        let says_when = date.is_none() && !self.draft.waits && (context.week.is_some() || !has_dates);
        let by_weekday = if says_when { self.when(Field::Weekday, context).map(|(_, date)| date) } else { None };
        let end = self.when(Field::End, context);
        if self.draft.problems.len() > before || self.draft.waits {
            return;
        }
        let date = date.or(by_weekday).or(week.map(|first| Resolved::On(first, first.plus(6))));
        let (first, mut last) = match date {
            None => {
                let counted = self.whole(Field::Day).map(|(_, number)| When::Relative(number));
                let placed = self.whole(Field::Order).map(|(_, place)| When::Order(place));
                self.draft.when = counted.or(placed);
                if let Some((at, _)) = end {
                    self.problem(at, say::end_without_start(), Cause::EndAlone);
                }
                return;
            }
            Some(Resolved::Relative(days)) => {
                self.draft.when = Some(When::Relative(days));
                return;
            }
            Some(Resolved::Order(place)) => {
                self.draft.when = Some(When::Order(place));
                return;
            }
            Some(Resolved::On(first, last)) => (first, last),
        };
        if let Some((at, Resolved::On(_, ends))) = end {
            if ends < first {
                self.problem(at, &say::end_before_start(ends.long(), first.long()), Cause::EndBeforeStart);
                return;
            }
            last = ends;
        }
        self.draft.when = Some(When::On(first));
        // Where both are written, the plan counts from its day 0.
        if let Some((at, number)) = self.whole(Field::Day)
            && let Some(zero) = self.rules.zero
        {
            if zero.plus(number) == first {
                self.draft.when = Some(When::Relative(number));
            } else {
                self.problem(at, &say::day_and_date(number, first.long()), Cause::DayAndDate);
            }
        }
        if last > first {
            self.draft.after = u16::try_from(last.since(first)).ok();
        }
    }

    /// A weekday in a column of its own that is not the one of the day.
    fn weekday_fits(&mut self, day: Day) {
        let Some((at, Value::Text(text))) = self.find(Field::Weekday).map(|(column, value)| (column.at, value.clone())) else {
            return;
        };
        if let Some((date::Reading::Weekday(weekday), _)) = date::read(&text)
            && weekday != day.weekday()
        {
            let right = crate::words::names::weekday(day.weekday());
            self.problem(at, &say::weekday_and_date(short(&text), day.long(), right), Cause::OtherWeekday);
        }
    }

    /// A whole number of that field.
    fn whole(&self, field: Field) -> Option<(u16, i32)> {
        let (column, value) = self.find(field)?;
        whole_number(value).map(|number| (column.at, number))
    }

    fn cell(&mut self, column: &Column, value: &Value) {
        let field = column.field;
        let is_read =
            matches!(field, Field::Date | Field::End | Field::Week | Field::Weekday | Field::LeaveOut | Field::Currency);
        if is_read || (field == Field::Month && (is_open(&value.shown()) || date::month_of(value).is_some())) {
            return;
        }
        let text = plain(&value.shown());
        if text.is_empty() {
            return;
        }
        let free = matches!(field, Field::Notes | Field::Title | Field::Hook | Field::MustSay);
        if let (Value::Broken(error), false) = (value, field == Field::Notes) {
            return self.problem(column.at, &say::broken(short(error)), Cause::Broken);
        }
        if !free && is_open(&text) {
            self.open(column.at);
            return;
        }
        self.used(column, value, text);
    }

    fn used(&mut self, column: &Column, value: &Value, text: String) {
        let at = column.at;
        match column.field {
            Field::Title => self.draft.title = Some(line(&text)),
            Field::Creator if self.draft.who.is_some() => self.draft.also.push(crowd::names(&text)),
            Field::Creator => self.draft.who = Some(crowd::names(&text)),
            Field::Handle => self.draft.handle = Some(line(&text)),
            Field::Lane => self.draft.lane = Some(line(&text)),
            Field::SpeaksFor => self.draft.speaks_for = Some(line(&text)),
            Field::Picture => self.draft.picture = Some(line(&text)),
            Field::Brand => self.draft.brand = Some(line(&text)),
            Field::Product => self.draft.product = Some(line(&text)),
            Field::Features => self.draft.features.extend(split_list(&text)),
            Field::Id => self.draft.id = Some(text),
            Field::Time => {
                let time =
                    if let Value::Clock(time) | Value::Date(_, Some(time)) = value { Some(*time) } else { date::time(&text) };
                match time {
                    Some(time) => {
                        self.draft.time = Some(time);
                        // A plan has one time zone, so another one is not forgotten.
                        self.notes.extend(date::without_zone(&text).map(|_| say::note(&column.header, &text)));
                    }
                    None => self.problem(at, &say::no_time(short(&text)), Cause::NoTime),
                }
            }
            // What they say was read with the date; what is no number says nothing.
            Field::Day | Field::Order => {
                if whole_number(value).is_none() {
                    self.problem(at, &say::no_number(short(&text)), Cause::NoNumber);
                }
            }
            Field::Kind => self.kind(at, &text),
            Field::Covers => {
                let parts = parts(&text, &[',', ';', '/', '\n']);
                if let Some(kinds) = self.all(at, Field::Covers, &parts, words::kind) {
                    self.draft.changes.push(MomentChange::Covers(kinds));
                }
            }
            Field::Platform => self.platform(column, &text),
            Field::Format => self.format(column, &text),
            Field::Status => {
                if let Some(status) = self.choice(at, Field::Status, &text, words::status) {
                    self.draft.changes.push(MomentChange::Status(status));
                }
            }
            Field::Cta => {
                if let Some(cta) = self.choice(at, Field::Cta, &text, words::cta) {
                    self.draft.changes.push(MomentChange::Cta(Some(cta)));
                }
            }
            Field::AudienceValue => {
                let parts = parts(&text, &[',', ';', '/', '+', '&', '\n']);
                if let Some(values) = self.all(at, Field::AudienceValue, &parts, words::audience_value) {
                    self.draft.changes.push(MomentChange::AudienceValue(values));
                }
            }
            Field::Placement => {
                if let Some(placement) = self.choice(at, Field::Placement, &text, words::placement) {
                    self.draft.changes.push(MomentChange::Placement(Some(placement)));
                }
            }
            Field::Compensation => {
                if let Some(pay) = self.choice(at, Field::Compensation, &text, words::compensation) {
                    self.draft.changes.push(MomentChange::Compensation(Some(pay)));
                }
            }
            Field::Control => {
                if let Some(control) = self.choice(at, Field::Control, &text, words::control) {
                    self.draft.changes.push(MomentChange::CreativeControl(Some(control)));
                }
            }
            Field::Spoken => self.draft.spoken = self.truth(at, value, &text),
            Field::PlatformLabel => self.draft.platform_label = self.truth(at, value, &text),
            Field::Cause => {
                if let Some(cause) = self.truth(at, value, &text) {
                    self.draft.changes.push(MomentChange::Cause(cause));
                }
            }
            Field::MentionsBrand => {
                if let Some(mentions) = self.truth(at, value, &text) {
                    self.draft.changes.push(MomentChange::MentionsBrand(mentions));
                }
            }
            Field::Earlier => self.draft.before = self.number(at, value, &text),
            Field::Later => self.draft.after = self.number(at, value, &text).or(self.draft.after),
            Field::Duration => {
                if let Some(minutes) = self.number(at, value, &text) {
                    self.draft.changes.push(MomentChange::Duration(Some(u32::from(minutes))));
                }
            }
            Field::Fee => self.cost(column, value, &text),
            Field::Disclosure => self.draft.label = Some(line(&text)),
            Field::Hook => self.draft.changes.push(MomentChange::Hook(Some(text))),
            Field::SharedValue => self.draft.changes.push(MomentChange::SharedValue(Some(line(&text)))),
            Field::MustSay => self.draft.changes.push(MomentChange::MustSay(Some(text))),
            Field::Proof => self.draft.changes.push(MomentChange::Proof(Some(text))),
            Field::Owner => self.draft.changes.push(MomentChange::Owner(Some(line(&text)))),
            Field::Links => self.links.extend(split_list(&text)),
            Field::Kpis => self.kpis.extend(split_list(&text)),
            Field::Notes => {
                let is_notes =
                    !column.unknown && Field::of_header(&column.header).first().is_some_and(|(field, _)| *field == Field::Notes);
                self.notes.push(if is_notes { text } else { say::note(&column.header, &text) });
            }
            Field::Month => self.problem(at, &say::no_month_name(short(&text)), Cause::NoMonthName),
            Field::Date | Field::End | Field::Week | Field::Weekday | Field::LeaveOut | Field::Currency => {}
        }
    }

    /// What somebody said that a word stands for: `Some(None)` is nothing.
    #[expect(clippy::option_option, reason = "the outer one says whether anybody said something, the inner one what")]
    pub(super) fn told(&self, field: Field, word: &str) -> Option<Option<&str>> {
        let key = self.rules.mapping.words.get(&field)?.get(word)?;
        Some(Some(key.as_str()).filter(|key| !key.is_empty()))
    }

    pub(super) fn choice<T>(&mut self, at: u16, field: Field, text: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let word = line(text);
        let key = match self.told(field, &word) {
            Some(None) => return None,
            Some(Some(key)) => key.to_owned(),
            None => word.clone(),
        };
        let found = read(&key);
        if found.is_none() {
            self.unknown_word(at, field, &word);
        }
        found
    }

    fn all<T>(&mut self, at: u16, field: Field, parts: &[String], read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
        let mut found = Vec::new();
        for part in parts {
            match self.choice(at, field, part, &read) {
                Some(choice) => found.push(choice),
                None if self.told(field, part) == Some(None) => {}
                None => return None,
            }
        }
        (!found.is_empty()).then_some(found)
    }

    fn unknown_word(&mut self, at: u16, field: Field, word: &str) {
        let choices = words::choices(field);
        let names: Vec<&str> = choices.iter().map(|(_, name)| *name).collect();
        let message = match nearest(word, &names) {
            Some(near) => say::unknown_word_near(short(word), field.name(), near),
            None => say::unknown_word(short(word), field.name(), names.join(", ")),
        };
        self.problem(at, &message, Cause::Word(field, word.to_owned()));
    }

    fn kind(&mut self, at: u16, text: &str) {
        let word = line(text);
        if self.told(Field::Kind, &word).is_none() && words::kind(&word).is_none() {
            // “Values / community” is one kind that covers another.
            let parts = parts(&word, &[',', ';', '/', '+', '&']);
            let kinds: Vec<Kind> = parts.iter().filter_map(|part| words::kind(part)).collect();
            if parts.len() > 1
                && kinds.len() == parts.len()
                && let Some((first, rest)) = kinds.split_first()
            {
                self.draft.kind = Some(*first);
                self.draft.changes.push(MomentChange::Covers(rest.to_vec()));
                return;
            }
        }
        self.draft.kind = self.choice(at, Field::Kind, &word, words::kind);
    }

    fn platform(&mut self, column: &Column, text: &str) {
        let word = line(text);
        // A cross below “TikTok” says where it appears; below “Channel” it would be the network of that name.
        if let (Some(platform), Some(is_crossed)) = (words::platform(&column.header), words::truth(&word)) {
            if is_crossed {
                self.ticked.push((platform, column.at, column.header.clone()));
            }
            return;
        }
        if self.told(Field::Platform, &word).is_none() {
            if self.delivered(column, &word) {
                return;
            }
            let (platforms, format) = words::platforms_in(&word);
            if let Some(first) = platforms.first() {
                self.draft.changes.push(MomentChange::Platform(Some(*first)));
                self.format_beside = format;
                if platforms.len() > 1 {
                    // A moment is on one platform; the others are not forgotten.
                    self.notes.push(say::note(&column.header, &word));
                    self.draft.channels = Some(column.at);
                }
                return;
            }
        }
        if let Some(platform) = self.choice(column.at, Field::Platform, &word, words::platform) {
            self.draft.changes.push(MomentChange::Platform(Some(platform)));
        }
    }

    fn truth(&mut self, at: u16, value: &Value, text: &str) -> Option<bool> {
        let truth = if let Value::Truth(truth) = value { Some(*truth) } else { words::truth(text) };
        if truth.is_none() {
            self.problem(at, &say::no_truth(short(text)), Cause::NoTruth);
        }
        truth
    }

    fn finish(mut self) -> Draft {
        // A month without a day of it is no day, and yet worth keeping.
        if self.draft.when.is_none() && !self.draft.waits {
            let month = self.find(Field::Month).filter(|(_, value)| date::month_of(value).is_some());
            if let Some(note) = month.map(|(column, value)| say::note(&column.header, value.shown())) {
                self.notes.push(note);
            }
        }
        let has_format = self.draft.changes.iter().any(|change| matches!(change, MomentChange::Format(_)));
        if let Some(format) = self.format_beside.filter(|_| !has_format) {
            self.draft.changes.push(MomentChange::Format(Some(format)));
        }
        let has_platform = self.draft.changes.iter().any(|change| matches!(change, MomentChange::Platform(_)));
        if let Some(platform) = self.platform_beside.filter(|_| !has_platform && self.ticked.is_empty()) {
            self.draft.changes.push(MomentChange::Platform(Some(platform)));
        }
        if let Some((platform, at, _)) = self.ticked.first() {
            self.draft.changes.push(MomentChange::Platform(Some(*platform)));
            if self.ticked.len() > 1 {
                self.draft.channels = Some(*at);
                // A moment is on one platform; the others are not forgotten.
                let names: Vec<&str> = self.ticked.iter().map(|(.., name)| name.as_str()).collect();
                self.notes.push(say::note(Field::Platform.name(), names.join(" + ")));
            }
        }
        if !self.notes.is_empty() {
            self.draft.changes.push(MomentChange::Notes(Some(self.notes.join("\n"))));
        }
        if !self.links.is_empty() {
            self.draft.changes.push(MomentChange::Links(self.links));
        }
        if !self.kpis.is_empty() {
            self.draft.changes.push(MomentChange::Kpis(self.kpis));
        }
        self.draft
    }
}
