//! Questions and counts in sentences, for the window and the terminal alike.

use super::date::{DateOrder, DateShape};
use super::field::Field;
use super::grid::{Grid, Part};
use super::guess::{Column, Guess};
use super::mapping::{Blank, Decimals, Mapping, MonthFrom, Moved, NO_HEADER, Person, Rest, Same, Twice};
use super::proposal::{Counts, CurrencyFrom, DateSample, Proposal, Question};
use super::tally::Tally;
use super::text::short;
use super::weeks::Weeks;
use super::year_month::YearMonth;
use crate::words::{self, counts, import as say};

impl DateSample {
    /// “3/4/2027 is 3 Apr 2027 or 4 Mar 2027”.
    #[must_use]
    pub fn sentence(&self) -> String {
        let told = if self.open_year { crate::model::Day::short } else { crate::model::Day::long };
        let days: Vec<String> = [self.dmy, self.mdy, self.ymd].into_iter().flatten().map(told).collect();
        say::date_sample(&self.address, &self.text, days.join(say::or()))
    }
}

impl Question {
    /// What is asked, with the cell that asks it.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Dates { shape, samples } => {
                let shown: Vec<String> = samples.iter().map(DateSample::sentence).collect();
                [ask_dates(*shape).to_owned(), shown.join("; ")].join(" ").trim().to_owned()
            }
            Self::Year { address, text, proposed } => say::ask_year(address, text, proposed),
            Self::NewYear { address, text, month, next } => {
                let next = next.map_or_else(|| say::the_next_year().to_owned(), |year| year.to_string());
                say::ask_new_year(address, text, words::names::month(*month), next)
            }
            Self::Months { address, text, month, day } => say::ask_months(address, text, month, day),
            Self::Month { title, name } => say::ask_month(short(title), short(name)),
            Self::DaysIn { address, text, perhaps, .. } => {
                let asked = say::ask_days_in(address, text);
                perhaps.as_ref().map_or(asked.clone(), |perhaps| say::ask_days_in_perhaps(asked, short(perhaps)))
            }
            Self::NextMonth { address, text, after, next } => say::ask_next_month(address, text, after, next),
            Self::Weeks { address, text, .. } => say::ask_weeks(address, text),
            Self::Decimals { address, text, comma, point } => say::ask_decimals(address, text, comma, point),
            Self::Currency { address, text } => say::ask_currency(address, text),
            Self::Kind { rows } => say::ask_kind(words::moments(*rows)),
            Self::Headings(names) => {
                let some: Vec<String> = names.iter().take(3).map(|name| say::quoted(short(name))).collect();
                say::ask_headings(words::list(&some))
            }
            Self::People { address, text, names } => say::ask_people(address, short(text), few(names)),
            Self::Everybody { address, text, names } if names.is_empty() => say::ask_everybody(address, short(text)),
            Self::Everybody { address, text, names } => say::ask_everybody_of(address, short(text), few(names)),
            Self::Grid(names) => {
                let some: Vec<String> = names.iter().take(3).map(|name| say::quoted(short(name))).collect();
                say::ask_grid(words::list(&some))
            }
            Self::Twice { rows: (row, first), count, title } => say::ask_twice(row, first, short(title), rows_of(*count)),
            Self::Emptied { fields, columns } => {
                let named: Vec<String> = columns.iter().map(|(name, count)| say::column_counted(name, count)).collect();
                say::ask_emptied(fields, words::list(&named))
            }
            Self::Moved { rows, title, days: (was, now) } => {
                let day = |day: &String| if day.is_empty() { words::table::no_day().to_lowercase() } else { day.clone() };
                say::ask_moved(rows_of(*rows), short(title), day(was), day(now))
            }
            Self::NoCreator { address, above, rows } => say::ask_no_creator(address, short(above), rows_of(*rows)),
            Self::Same { rows, title } => say::ask_same(rows_of(*rows), short(title)),
            Self::Person { name, near } => say::ask_person(short(name), short(near)),
        }
    }

    /// What to give on the command line, or in the map, to answer it.
    #[must_use]
    pub fn how(&self) -> String {
        match self {
            Self::Dates { shape, samples } => {
                let ymd = samples.iter().any(|sample| sample.ymd.is_some());
                if ymd { say::how_dates_ymd(shape.key()) } else { say::how_dates(shape.key()) }
            }
            Self::Year { proposed, .. } => say::how_year(proposed),
            Self::NewYear { .. } => say::how_new_year().to_owned(),
            Self::Months { .. } => say::how_months().to_owned(),
            Self::Month { .. } => say::how_month().to_owned(),
            Self::DaysIn { column, month, year, .. } => {
                let example = YearMonth { year: *year, month: month.unwrap_or(5) };
                say::how_days_in(String::from(example), escaped(column))
            }
            Self::NextMonth { .. } => say::how_next_month().to_owned(),
            Self::Weeks { first, .. } => say::how_weeks(first),
            Self::Decimals { .. } => say::how_decimals().to_owned(),
            Self::Currency { .. } => say::how_currency().to_owned(),
            Self::Kind { .. } => say::how_kind().to_owned(),
            Self::Headings(_) => say::how_headings().to_owned(),
            Self::People { text, .. } => say::how_people(escaped(text)),
            Self::Everybody { text, names, .. } if names.is_empty() => say::how_everybody(escaped(text)),
            Self::Everybody { text, .. } => say::how_everybody_of(escaped(text)),
            Self::Grid(_) => say::how_grid().to_owned(),
            Self::Twice { .. } => say::how_twice().to_owned(),
            Self::Emptied { .. } => say::how_emptied().to_owned(),
            Self::Moved { .. } => say::how_moved().to_owned(),
            Self::NoCreator { .. } => say::how_no_creator().to_owned(),
            Self::Same { .. } => say::how_same().to_owned(),
            Self::Person { name, near } => say::how_person(escaped(name), escaped(near)),
        }
    }
}

/// Which number is the day in dates of that shape.
fn ask_dates(shape: DateShape) -> &'static str {
    match shape {
        DateShape::Slashes => say::ask_dates_slashes(),
        DateShape::Dots => say::ask_dates_dots(),
        DateShape::Dashes => say::ask_dates_dashes(),
    }
}

impl DateOrder {
    /// That a text is a day in this order only, and others of its shape are not read in it.
    pub(super) fn only(self, text: String) -> String {
        match self {
            Self::Dmy => say::only_day_first(text),
            Self::Mdy => say::only_month_first(text),
            Self::Ymd => say::only_year_first(text),
        }
    }
}

/// What an order of day and month is called.
fn order_name(order: DateOrder) -> &'static str {
    match order {
        DateOrder::Dmy => say::day_first(),
        DateOrder::Mdy => say::month_first(),
        DateOrder::Ymd => say::year_first(),
    }
}

/// The first names of a list, and how many more there are.
fn few(names: &[String]) -> String {
    let some: Vec<String> = names.iter().take(6).map(|name| short(name)).collect();
    match names.len().saturating_sub(6) {
        0 => words::list(&some),
        rest => say::and_more(some.join(", "), rest),
    }
}

/// A text as it stands between quotation marks in a map.
fn escaped(text: &str) -> String {
    text.escape_debug().to_string()
}

/// “1 row”, “3 rows”.
#[must_use]
pub fn rows_of(count: usize) -> String {
    counts::rows(count)
}

impl Counts {
    /// What would enter the plan: “12 moments, 2 ideas and 3 changes”; empty where nothing would.
    #[must_use]
    pub fn gains(&self) -> String {
        let mut parts = Vec::new();
        if self.added > 0 {
            parts.push(words::moments(self.added));
        }
        if self.ideas > 0 {
            parts.push(words::ideas(self.ideas));
        }
        if self.updated > 0 {
            parts.push(counts::changes(self.updated));
        }
        words::list(&parts)
    }

    /// What would happen, in a sentence or two: “Would add: 12 moments. Would change 3 moments.” Empty where nothing would.
    #[must_use]
    pub fn would(&self) -> String {
        let new = Self { updated: 0, ..self.clone() }.gains();
        let new = (!new.is_empty()).then(|| say::would_add(new));
        let changed = (self.updated > 0).then(|| say::would_change(words::moments(self.updated)));
        new.into_iter().chain(changed).collect::<Vec<_>>().join(" ")
    }

    /// Everything else that was counted, a sentence each.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = self.own_lines();
        if let Some((first, last)) = self.days {
            let days = if first == last { say::on_day(first.long()) } else { say::from_to(first.long(), last.long()) };
            lines.push(days);
        }
        lines.extend(self.month.clone());
        for settled in &self.orders {
            lines.push(say::settled(&settled.open, words::begun_small(order_name(settled.order)), &settled.by));
        }
        let quoted = |names: &[String]| {
            let some: Vec<String> = names.iter().take(8).map(|name| short(name)).collect();
            let rest = names.len().saturating_sub(8);
            if rest > 0 { say::and_more(some.join(", "), rest) } else { words::list(&some) }
        };
        for (names, sentence) in [
            (&self.new_creators, say::new_creators as fn(String) -> String),
            (&self.new_brands, say::new_brands as fn(String) -> String),
            (&self.new_products, say::new_products as fn(String) -> String),
            (&self.unknown_columns, say::unknown_columns as fn(String) -> String),
        ] {
            if !names.is_empty() {
                lines.push(sentence(quoted(names)));
            }
        }
        let places = &self.places;
        let blocks = places.count(Tally::Blocks);
        if blocks > 0 {
            lines.push(say::blocks(places.said(Tally::Blocks)));
        }
        for (count, sentence, tally) in [
            (self.ideas, say::became_ideas as fn(String) -> String, Tally::Ideas),
            (self.unchanged, say::unchanged, Tally::Unchanged),
            (self.skipped, say::skipped, Tally::Skipped),
            (self.left_out, say::left_out, Tally::LeftOut),
            (self.waiting, say::waiting, Tally::Waiting),
            (self.carried, say::carried, Tally::Carried),
            (places.count(Tally::Split), say::split, Tally::Split),
            (self.twice, say::twice, Tally::Twice),
            (self.untitled, say::untitled, Tally::Untitled),
            (self.above, say::above, Tally::Above),
            (self.headings, say::headings, Tally::Headings),
            (self.totals, say::totals, Tally::Totals),
            (places.count(Tally::Remarks), say::remarks, Tally::Remarks),
            (self.repeated, say::repeated, Tally::Repeated),
            (self.bare, say::bare, Tally::Bare),
            (self.empty, say::empty, Tally::Empty),
        ] {
            if count > 0 {
                // Each row is told once, however many moments it holds.
                let count = if places.count(tally) > 0 { places.count(tally) } else { count };
                // Of a grid only what is passed over as a whole row is a row.
                let is_row = self.grid.is_none() || matches!(tally, Tally::Totals | Tally::Remarks);
                let rows = if is_row { rows_of(count) } else { cells_of(count) };
                lines.push(placed(sentence(rows), places.said(tally)));
            }
        }
        if self.open > 0 {
            lines.push(placed(say::open_cells(cells_of(self.open)), places.said(Tally::Open)));
        }
        let two_days = places.count(Tally::TwoDays);
        if two_days > 0 {
            lines.push(placed(say::two_days(cells_of(two_days)), places.said(Tally::TwoDays)));
        }
        let filler = places.count(Tally::Filler);
        if filler > 0 {
            lines.push(placed(say::filler(cells_of(filler)), places.said(Tally::Filler)));
        }
        let pieces = places.count(Tally::Pieces);
        if pieces > 0 {
            lines.push(placed(say::pieces(rows_of(pieces)), places.said(Tally::Pieces)));
        }
        let channels = places.count(Tally::Channels);
        if channels > 0 {
            lines.push(placed(say::channels(cells_of(channels)), places.said(Tally::Channels)));
        }
        for (tally, sentence) in
            [(Tally::OtherHandles, say::other_handles as fn(String) -> String), (Tally::OtherNames, say::other_names)]
        {
            if places.count(tally) > 0 {
                lines.push(sentence(places.said(tally)));
            }
        }
        if !self.left_columns.is_empty() {
            lines.push(say::left_columns(quoted(&self.left_columns)));
        }
        let dollars = places.count(Tally::Dollars);
        if dollars > 0 {
            lines.push(placed(say::dollars(rows_of(dollars)), places.said(Tally::Dollars)));
        }
        let assumed = places.count(Tally::Assumed);
        if let Some((code, from)) = self.currency.as_ref().filter(|_| assumed > 0) {
            let why = match from {
                CurrencyFrom::Said => say::currency_said(),
                CurrencyFrom::Budget => say::currency_of_budget(),
                CurrencyFrom::Moments => say::currency_of_moments(),
            };
            lines.push(placed(say::assumed(rows_of(assumed), code, why), places.said(Tally::Assumed)));
        }
        lines
    }
}

impl Proposal {
    /// Why nothing would happen: rows that wait or are left out come before a table that holds nothing new.
    #[must_use]
    pub fn nothing(&self) -> String {
        let Counts { bad, left_out, waiting, .. } = self.counts;
        if bad > left_out {
            say::still_bad(rows_of(bad))
        } else if waiting > 0 {
            say::waiting(rows_of(waiting))
        } else if left_out > 0 {
            say::nothing_but_left_out(rows_of(left_out))
        } else {
            say::nothing_to_add().to_owned()
        }
    }
}

/// A sentence with the places that it is about.
fn placed(sentence: String, places: String) -> String {
    if places.is_empty() { sentence } else { say::in_places(sentence.trim_end_matches('.'), places) }
}

/// “1 cell”, “3 cells”.
fn cells_of(count: usize) -> String {
    counts::cells(count)
}

impl Column {
    /// Whether it is what it was taken for, with what it holds.
    #[must_use]
    pub fn question(&self) -> String {
        let question = say::sure_of(&self.header, self.field.name());
        let samples: Vec<String> = self.samples.iter().map(|sample| say::quoted(short(sample))).collect();
        if samples.is_empty() { question } else { say::sure_of_cells(question, words::list(&samples)) }
    }
}

impl Part {
    /// What the column is, and of which moment of a row: “Title of moment 2”.
    #[must_use]
    pub fn use_of(&self) -> String {
        let name = self.column.field.name();
        match self.moment {
            _ if self.column.field == Field::LeaveOut => name.to_owned(),
            Some(at) => say::part_of(name, at + 1),
            None => say::part_of_all(name),
        }
    }
}

impl Guess {
    /// How the table is read: as a grid, or as a list with its header.
    #[must_use]
    pub fn sentence(&self) -> String {
        match (&self.grid, self.header) {
            (Some(Grid::DaysAcross(row)), _) => say::grid_days(row),
            (Some(Grid::WeekdaysAcross(row)), _) => say::grid_weekdays(row),
            (Some(Grid::PeopleAcross(row, names)), _) => {
                let some: Vec<String> = names.iter().take(4).map(|name| short(name)).collect();
                let names = match names.len().saturating_sub(4) {
                    0 => words::list(&some),
                    rest => say::and_more(some.join(", "), rest),
                };
                say::grid_columns(row, names)
            }
            (Some(Grid::Repeated(row, times)), _) => say::grid_repeated(row, times),
            (None, Some(row)) => say::header_line(row),
            (None, None) => say::no_header_line().to_owned(),
        }
    }
}

impl Mapping {
    /// What was answered, in sentences: what is remembered or comes from a map is shown, so that it can be changed.
    #[must_use]
    pub fn sentences(&self) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        for (header, field) in &self.columns {
            said.push(say::column_line(header, field.name()));
        }
        said.extend(self.answers());
        said
    }

    /// The same without the columns, where these are listed by themselves.
    #[must_use]
    pub fn answers(&self) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        let mut one = |answer: Option<String>| said.extend(answer);
        one(self.encoding.map(|encoding| say::said_encoding(encoding.name())));
        one(self.header.map(|row| if row == NO_HEADER { say::said_no_header().to_owned() } else { say::said_row(row) }));
        one(self.dates.map(|order| say::said_dates(order_name(order))));
        for (shape, order) in &self.date_orders {
            let name = words::begun_small(order_name(*order));
            one(Some(match shape {
                DateShape::Slashes => say::said_slashes(name),
                DateShape::Dots => say::said_dots(name),
                DateShape::Dashes => say::said_dashes(name),
            }));
        }
        one(self.year.map(say::said_year));
        one(self.new_year.map(|over| if over { say::said_new_year() } else { say::said_one_year() }.to_owned()));
        one(self.months.map(|are_months| if are_months { say::said_months() } else { say::said_no_months() }.to_owned()));
        one(self.month_from.map(|from| match from {
            MonthFrom::Title => say::said_month_title().to_owned(),
            MonthFrom::Name => say::said_month_name().to_owned(),
        }));
        one(self.days_in.map(|of| say::said_days_in(of.shown())));
        one(self.next_month.map(|next| if next { say::said_next_month() } else { say::said_same_month() }.to_owned()));
        one(self.weeks.map(|weeks| match weeks {
            Weeks::Calendar => say::said_calendar_weeks().to_owned(),
            Weeks::From(first) => say::said_weeks_from(first.long()),
        }));
        one(self.decimals.map(|decimals| {
            match decimals {
                Decimals::Comma => say::said_comma(),
                Decimals::Point => say::said_point(),
            }
            .to_owned()
        }));
        one(self.currency.as_ref().map(say::said_currency));
        one(self.kind.map(|kind| say::said_kind(words::names::kind(kind.key()))));
        one((self.rest == Rest::LeaveOut).then(|| say::said_rest().to_owned()));
        one(self.headings.map(|named| if named { say::said_headings() } else { say::said_no_headings() }.to_owned()));
        one(self.no_creator.map(|whose| match whose {
            Blank::Above => say::said_no_creator_above().to_owned(),
            Blank::Nobody => say::said_no_creator_nobody().to_owned(),
        }));
        one(self.grid.map(|is_grid| if is_grid { say::said_grid() } else { say::said_list() }.to_owned()));
        one(self.same.map(|same| {
            say::said_same(match same {
                Same::Update => say::same_update(),
                Same::Skip => say::same_skip(),
                Same::Add => say::same_add(),
            })
        }));
        one(self.twice.map(|twice| {
            say::said_twice(match twice {
                Twice::Once => say::twice_once(),
                Twice::Each => say::twice_each(),
            })
        }));
        one(self.empty.map(|empties| if empties { say::said_empty() } else { say::said_leave() }.to_owned()));
        one(self.moved.map(|moved| {
            say::said_moved(match moved {
                Moved::Move => say::moved_move(),
                Moved::Add => say::moved_add(),
            })
        }));
        for (field, of) in &self.words {
            for (word, key) in of {
                let choices = super::words::choices(*field);
                let name = choices.iter().find(|(other, _)| other == key).map_or(key.as_str(), |(_, name)| name);
                let name = if name.is_empty() { say::said_nothing() } else { name };
                one(Some(say::said_word(short(word), field.name(), name)));
            }
        }
        for (name, person) in &self.people {
            let who = match person {
                Person::New => say::new_person().to_owned(),
                Person::Same(other) => say::said_person_same(short(other)),
                Person::Each => say::people_each().to_owned(),
                Person::Lane => say::everybody_lane().to_owned(),
                Person::Nobody => say::everybody_nobody().to_owned(),
            };
            one(Some(say::said_person(short(name), who)));
        }
        said
    }
}
